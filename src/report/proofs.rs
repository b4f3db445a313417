//! Report R5: register of the proofs of use, what is due, handed in, checked.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use crate::domain::body::{CheckResult, ProofKind};
use crate::domain::{Day, FileNumber, FiscalYear, Money};
use crate::report::part::{
    count, figures_column, item, of_year, plain, recipient, reconciled_until, report, sum, text,
    words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{ProofData, ProofLine};

/// Where a proof stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Expected,
    Overdue,
    Unchecked,
    Checked,
}

const STATES: [(State, &str); 4] = [
    (State::Overdue, "proofs-overdue"),
    (State::Expected, "proofs-expected"),
    (State::Unchecked, "proofs-unchecked"),
    (State::Checked, "proofs-checked"),
];

/// Words for what is late: for one day, and for more.
pub(super) type Late = (&'static str, &'static str);

/// For how long a proof that was due on a day is overdue (*überfällig*); `None` until its last day
/// is over.
pub(super) fn overdue((one, more): Late, due_on: Day, as_of: Day) -> Option<Cell> {
    let days = (as_of - due_on).num_days();
    let said = if days == 1 { one } else { more };
    (days > 0).then(|| Cell::Phrase(Phrase::new(said).with("days", Cell::Number(days))))
}

/// Report R5; with a year only the proofs that are due in it.
#[must_use]
pub fn proofs(data: &ProofData, year: Option<FiscalYear>) -> Report {
    let lines: Vec<&ProofLine> = data
        .rows
        .iter()
        .filter(|line| year.is_none_or(|year| line.due_on.year() == year.0))
        .collect();
    let as_of = data.frame.times.as_of;
    let mut blocks = Vec::new();
    if lines.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("proofs-none")));
    } else {
        blocks.push(Block::Figures(figures(&lines, as_of)));
        blocks.push(Block::Table(table(&lines, as_of)));
        blocks.push(Block::Note(Phrase::new("proofs-note")));
        blocks.push(Block::Note(reconciled_until(data.reconciled_until)));
    }
    report("proofs", of_year("proofs-title", "proofs-title-year", year), &data.frame, blocks)
}

fn state(line: &ProofLine, as_of: Day) -> State {
    match (&line.checked, line.received_on) {
        (Some(_), _) => State::Checked,
        (None, Some(_)) => State::Unchecked,
        (None, None) if line.due_on < as_of => State::Overdue,
        (None, None) => State::Expected,
    }
}

fn figures(lines: &[&ProofLine], as_of: Day) -> Vec<(Phrase, Cell)> {
    let of = |wanted: State| lines.iter().filter(|line| state(line, as_of) == wanted).count();
    STATES.into_iter().map(|(state, key)| (Phrase::new(key), count(of(state)))).collect()
}

fn table(lines: &[&ProofLine], as_of: Day) -> Table {
    Table {
        caption: Phrase::new("proofs-title"),
        columns: vec![
            words_column("reports-column-grant", 4),
            words_column("reports-column-recipient", 7),
            words_column("proofs-column-kind", 5),
            figures_column("report-paid", 4),
            words_column("proofs-column-due", 3),
            words_column("proofs-column-received", 3),
            words_column("proofs-column-checked", 3),
            words_column("proofs-column-result", 4),
            figures_column("proofs-column-settled", 4),
            words_column("report-state", 4),
        ],
        rows: rows(lines, as_of),
    }
}

/// What was paid is shown once for each grant, at its last final proof, so that it adds up.
fn rows(lines: &[&ProofLine], as_of: Day) -> Vec<Row> {
    let mut told: BTreeSet<&FileNumber> = BTreeSet::new();
    let (mut paid, mut settled) = (Money::ZERO, Money::ZERO);
    let mut rows: Vec<Row> = lines
        .iter()
        .rev()
        .map(|line| {
            let last = line.kind == ProofKind::Final && told.insert(&line.case.grant);
            let (actual, fixed) =
                if last { (line.actual, fixed(line)) } else { Default::default() };
            paid += actual;
            settled += fixed.unwrap_or_default();
            row(line, (last.then_some(actual), fixed), as_of)
        })
        .collect();
    rows.reverse();
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty, plain(paid)];
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    cells.extend([plain(settled), Cell::Empty]);
    rows.push(sum(cells));
    rows
}

fn fixed(line: &ProofLine) -> Option<Money> {
    line.checked.as_ref().and_then(|(_, _, settled)| *settled)
}

fn row(line: &ProofLine, (actual, fixed): (Option<Money>, Option<Money>), as_of: Day) -> Row {
    let day = |day: Option<Day>| day.map_or(Cell::Nil, Cell::Day);
    let state = state(line, as_of);
    let named = STATES.into_iter().find(|(known, _)| *known == state);
    let late = (state == State::Overdue)
        .then(|| overdue(("proofs-overdue-day", "proofs-overdue-days"), line.due_on, as_of));
    item(vec![
        text(line.case.grant.as_str()),
        recipient(&line.case),
        words(match line.kind {
            ProofKind::Interim => "proof-kind-interim",
            ProofKind::Final => "proof-kind-final",
        }),
        actual.map_or(Cell::Nil, plain),
        Cell::Day(line.due_on),
        day(line.received_on),
        day(line.checked.as_ref().map(|(on, _, _)| *on)),
        match line.checked.as_ref().map(|(_, result, _)| *result) {
            Some(CheckResult::Clean) => words("check-result-clean"),
            Some(CheckResult::Objections) => words("check-result-objections"),
            None => Cell::Nil,
        },
        fixed.map_or(Cell::Nil, plain),
        late.flatten().unwrap_or_else(|| named.map_or(Cell::Nil, |(_, key)| words(key))),
    ])
}
