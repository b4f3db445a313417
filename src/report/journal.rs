//! The extract of the journal, for auditors: every entry with who, when, on what ground.

use chrono::Datelike as _;

use crate::domain::date::berlin_day;
use crate::domain::{FiscalYear, Seq};
use crate::report::part::{
    count, figures_column, item, list, number, object, of_year, plain, report, said, text, words,
    words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{JournalRow, ReportFrame};

/// All entries that are effective and known, or those effective in one calendar year.
#[must_use]
pub fn journal(frame: &ReportFrame, rows: &[JournalRow], year: Option<FiscalYear>) -> Report {
    let of = |row: &&JournalRow| year.is_none_or(|year| row.effective_on.year() == year.0);
    let rows: Vec<&JournalRow> = rows.iter().filter(of).collect();
    let caption = || of_year("journal-title", "journal-title-year", year);
    let mut blocks =
        vec![Block::Paragraph(Phrase::new("journal-count").with("count", count(rows.len())))];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: caption(),
            columns: vec![
                words_column("journal-column-number", 3),
                words_column("journal-column-recorded", 5),
                words_column("journal-column-effective", 5),
                words_column("journal-column-kind", 9),
                words_column("reports-column-recipient", 9),
                words_column("journal-column-object", 9),
                figures_column("amount", 7),
                words_column("journal-column-voucher", 9),
                words_column("journal-column-reference", 5),
                words_column("journal-column-person", 6),
            ],
            rows: rows.iter().map(|row| entry(row)).collect(),
        }));
    }
    blocks.push(Block::Note(Phrase::new("journal-note")));
    report("journal", caption(), frame, blocks)
}

fn entry(row: &JournalRow) -> Row {
    let reversed =
        |by: Seq| Cell::Phrase(Phrase::new("journal-reversed").with("number", number(by)));
    let reference = match (row.reference, row.reversed_by) {
        (None, Some(by)) => reversed(by),
        (Some(seq), Some(by)) => list(vec![number(seq), reversed(by)]).unwrap_or(Cell::Nil),
        (Some(seq), None) => number(seq),
        (None, None) => Cell::Nil,
    };
    let person = row.actor_name.clone().map_or_else(
        || Cell::Phrase(Phrase::new("journal-person").with("number", number(row.actor.0.into()))),
        text,
    );
    item(vec![
        number(row.seq),
        Cell::Day(berlin_day(row.recorded_at)),
        Cell::Day(row.effective_on),
        Cell::Kind(row.kind),
        if row.recipient.is_empty() {
            words("journal-programme")
        } else {
            text(&row.recipient_name)
        },
        object(row.kind, &row.object),
        row.amount.map_or(Cell::Nil, plain),
        said(&row.voucher),
        reference,
        person,
    ])
}
