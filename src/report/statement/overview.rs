//! All grants of a recipient that has several, before each is told in full.

use super::{WITH_RECIPIENT, with_recipient};
use crate::domain::{Kind, Money, Stage};
use crate::report::part::{
    GRANTED, figures_column, item, money, reconciled_until, sum, text, words, words_column,
};
use crate::report::{Block, Cell, Phrase, PostingFilter, Table};
use crate::store::view::{GrantDetail, MoveRow, StatementData, Sums};

/// Until which day the payments to the recipient are reconciled with the cash office; nothing where
/// nothing was paid.
pub(super) fn reconciled(data: &StatementData) -> Option<Block> {
    let paid = |booked: &MoveRow| matches!(booked.kind, Kind::PaymentConfirmed | Kind::HeldPaid);
    let any = data.detail.grants.iter().flat_map(|grant| &grant.moves).any(paid);
    any.then(|| Block::Note(reconciled_until(data.reconciled_until)))
}

/// One line per grant, and their sum; what is to be confirmed where something came back.
pub(super) fn table(grants: &[GrantDetail]) -> Table {
    let returned = |sums: &Sums| with_recipient(sums) != sums.actual();
    let returned = grants.iter().any(|grant| returned(&grant.row.sums));
    let mut rows = Vec::new();
    let mut total = (Money::ZERO, Sums::default());
    for grant in grants {
        let row = &grant.row;
        let mut cells = vec![text(row.grant.as_str()), text(&row.purpose)];
        let filter = PostingFilter::default().of_grant(&row.grant);
        cells.extend(amounts(row.granted, &row.sums, returned, &filter));
        rows.push(item(cells));
        total.0 += row.granted;
        total.1.add(&row.sums);
    }
    let filter = PostingFilter {
        recipient: grants.first().map(|grant| grant.row.recipient.clone()),
        ..PostingFilter::default()
    };
    let mut cells = vec![words("report-sum"), Cell::Empty];
    cells.extend(amounts(total.0, &total.1, returned, &filter));
    rows.push(sum(cells));
    let mut columns = vec![
        words_column("file-number", 3),
        words_column("purpose", 6),
        figures_column("report-granted", 3),
        figures_column("report-paid", 3),
        figures_column("report-open", 3),
    ];
    if returned {
        columns.insert(4, figures_column("statement-column-received", 3));
    }
    Table { caption: Phrase::new("statement-grants"), columns, rows }
}

/// Granted, paid, (received less repayments,) still open.
fn amounts(granted: Money, sums: &Sums, returned: bool, filter: &PostingFilter) -> Vec<Cell> {
    let at = |stages: &[Stage]| PostingFilter { stages: stages.to_vec(), ..filter.clone() };
    let mut cells = vec![money(granted, at(&GRANTED)), money(sums.actual(), at(&Stage::ACTUAL))];
    cells.extend(returned.then(|| money(with_recipient(sums), at(&WITH_RECIPIENT))));
    cells.push(money(sums.open(), at(&Stage::OPEN)));
    cells
}
