//! Granted, paid and open by recipient.

use crate::domain::recipient::official_name;
use crate::domain::{Money, Stage};
use crate::report::part::{
    GRANTED, count, figures_column, item, money, paid_beyond, percent, rounded_shares, sum, text,
    then, words, words_column,
};
use crate::report::{Block, Cell, Phrase, PostingFilter, Table};
use crate::store::view::{ProgrammeData, RecipientRow, Sums};

/// Heading, table, and why beneficiaries are not in it; nothing without recipients.
pub fn blocks(data: &ProgrammeData) -> Vec<Block> {
    if data.recipients.is_empty() {
        return Vec::new();
    }
    let table = table(data);
    let rounded = rounded_shares(&table);
    let mut blocks = vec![Block::Heading(Phrase::new("programme-recipients")), Block::Table(table)];
    blocks.push(Block::Note(Phrase::new("programme-note-beneficiaries")));
    blocks.extend(rounded);
    let total = &data.years.total;
    if total.granted - total.sums.actual() != total.sums.open() {
        let note = Some(Phrase::new("programme-note-owed"));
        let whole = note.into_iter().chain(paid_beyond(data.beyond)).reduce(then);
        blocks.extend(whole.map(Block::Note));
    }
    blocks
}

fn table(data: &ProgrammeData) -> Table {
    let total = &data.years.total;
    let actual = total.sums.actual();
    let mut rows: Vec<_> = data
        .recipients
        .iter()
        .map(|row| {
            let filter =
                PostingFilter { recipient: Some(row.key.clone()), ..PostingFilter::default() };
            let mut cells = vec![
                text(official_name(row.recipient_type, &row.name)),
                text(row.key.as_str()),
                count(grants_of(data, row)),
            ];
            cells.extend(amounts(row.granted, &row.sums, actual, &filter));
            item(cells)
        })
        .collect();
    let mut cells = vec![words("report-sum"), Cell::Empty, count(data.grants.len())];
    cells.extend(amounts(total.granted, &total.sums, actual, &PostingFilter::default()));
    rows.push(sum(cells));
    Table {
        caption: Phrase::new("programme-recipients-caption"),
        columns: vec![
            words_column("recipient", 8),
            words_column("recipient-key", 4),
            figures_column("programme-column-grants", 3),
            figures_column("reports-column-granted-whole", 5),
            figures_column("reports-column-paid-whole", 5),
            figures_column("reports-column-open-whole", 5),
            figures_column("programme-column-paid-share", 4),
        ],
        rows,
    }
}

fn grants_of(data: &ProgrammeData, row: &RecipientRow) -> usize {
    data.grants.iter().filter(|grant| grant.recipient == row.key).count()
}

fn amounts(granted: Money, sums: &Sums, whole: Money, filter: &PostingFilter) -> [Cell; 4] {
    let at = |stages: &[Stage], amount: Money| {
        money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
    };
    [
        at(&GRANTED, granted),
        at(&Stage::ACTUAL, sums.actual()),
        at(&Stage::OPEN, sums.open()),
        percent(sums.actual(), whole),
    ]
}
