//! Sheet of a notice that changes a grant: what was before, and what holds from then on.

use std::collections::BTreeMap;

use super::{Content, fact};
use crate::domain::due_line::{LineChange, line_changes};
use crate::domain::{Body, FiscalYear, Money, TitleKey};
use crate::report::part::{
    figures_column, item, number, plain, sum, text, title, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Row, Table};
use crate::store::view::{GrantDetail, SheetData};

/// *Änderungsbescheid* of any kind; `None` for another body.
pub(super) fn amended(data: &SheetData) -> Option<Content> {
    let mut facts = vec![fact("sheet-reason", text(reason(&data.event.body)?))];
    if let (Body::CommitmentRestored(_), Some(returned)) = (&data.event.body, &data.referred) {
        facts.push(fact("sheet-return-entry", number(returned.seq)));
        facts.push(fact("sheet-credited-on", Cell::Day(returned.effective_on)));
    }
    let (changes, terms) = (line_changes(&data.event, None), terms(data));
    let (mut figures, mut blocks) = (Vec::new(), Vec::new());
    if !terms.is_empty() {
        blocks.push(Block::Heading(Phrase::new("sheet-terms")));
        blocks.push(Block::Table(term_table(terms)));
    }
    match &data.grant {
        Some(grant) if changes.is_empty() => {
            figures.push(fact("report-granted", plain(grant.row.granted)));
        }
        Some(grant) => {
            let then = grant.row.granted;
            let by: Money = changes.iter().map(|change| change.amount).sum();
            figures.push(fact("sheet-granted-before", plain(then - by)));
            figures.push(fact("sheet-granted-then", plain(then)));
            blocks.push(Block::Heading(Phrase::new("sheet-changed")));
            blocks.push(Block::Table(due_lines(&changes, grant)));
        }
        None => {}
    }
    figures.push(fact("sheet-notice-day", Cell::Day(data.event.effective_on)));
    Some(Content { title: "sheet-amendment", figures, facts, blocks, note: "sheet-note-notice" })
}

/// Why the grant changes; `None` where it does not.
fn reason(body: &Body) -> Option<&str> {
    Some(match body {
        Body::GrantIncreased(body) => &body.reason,
        Body::GrantReduced(body) => &body.reason,
        Body::GrantAmended(body) => &body.reason,
        Body::DueShifted(body) => &body.reason,
        Body::CommitmentRestored(body) => &body.reason,
        _ => return None,
    })
}

/// What the notice says anew beside the due lines: what it is, before, from then on.
type Term = (&'static str, Cell, Cell);

fn terms(data: &SheetData) -> Vec<Term> {
    let before = data.before.as_ref();
    let mut found: Vec<Term> = Vec::new();
    let mut put = |label: &'static str, old: Option<Cell>, new: Option<Cell>| {
        found.extend(new.map(|new| (label, old.unwrap_or(Cell::Nil), new)));
    };
    let eligible = data.event.body.new_eligible();
    put("statement-eligible", before.map(|it| plain(it.eligible_cents)), eligible.map(plain));
    if let Body::GrantAmended(body) = &data.event.body {
        let old = before.map(|it| text(&it.purpose));
        put("purpose", old, body.purpose.as_ref().map(text));
        let old = before.map(|it| Cell::Day(it.period_until));
        put("sheet-period", old, body.period_until.map(Cell::Day));
        let old = before.and_then(|it| it.quota_percent).map(Cell::Percent);
        put("sheet-quota", old, body.quota_percent.map(Cell::Percent));
        let old = before.map(|it| plain(it.total_cents.unwrap_or(it.eligible_cents)));
        put("sheet-total", old, body.total_cents.map(plain));
        let old = before.map(|it| plain(it.third_party_cents.unwrap_or_default()));
        put("sheet-third-party", old, body.third_party_cents.map(plain));
        let old = before.map(|it| text(&it.cash_reference));
        put("sheet-cash-reference", old, body.cash_reference.as_ref().map(text));
    }
    found
}

fn term_table(terms: Vec<Term>) -> Table {
    let row = |(label, old, new)| item(vec![words(label), old, new]);
    Table {
        caption: Phrase::new("sheet-terms"),
        columns: vec![
            words_column("sheet-term", 6),
            words_column("sheet-before", 7),
            words_column("sheet-after", 7),
        ],
        rows: terms.into_iter().map(row).collect(),
    }
}

/// The due lines that change: before, from then on, and by how much.
fn due_lines(changes: &[LineChange], grant: &GrantDetail) -> Table {
    let of_line = |line: &LineChange| (line.fiscal_year, line.title.clone());
    let lines = grant.lines.iter();
    let mut held: BTreeMap<(FiscalYear, TitleKey), Money> =
        lines.map(|line| ((line.fiscal_year, line.title.clone()), line.granted)).collect();
    // The grant stands as the entry left it: what the entry changes is taken off first.
    for change in changes {
        *held.entry(of_line(change)).or_default() -= change.amount;
    }
    let mut rows: Vec<Row> = Vec::new();
    for change in changes {
        let amount = held.entry(of_line(change)).or_default();
        let before = *amount;
        *amount += change.amount;
        rows.push(item(vec![
            words(if change.amount.is_positive() { "sheet-more" } else { "sheet-less" }),
            Cell::Year(change.fiscal_year),
            text(title(&change.title)),
            plain(before),
            plain(*amount),
            plain(change.amount),
        ]));
    }
    if rows.len() > 1 {
        let mut cells = vec![words("report-sum")];
        cells.extend([const { Cell::Empty }; 4]);
        cells.push(plain(changes.iter().map(|change| change.amount).sum()));
        rows.push(sum(cells));
    }
    Table {
        caption: Phrase::new("sheet-changed"),
        columns: vec![
            words_column("sheet-what", 4),
            words_column("sheet-year", 4),
            words_column("programme-column-title", 5),
            figures_column("sheet-before", 5),
            figures_column("sheet-after", 5),
            figures_column("sheet-change", 5),
        ],
        rows,
    }
}
