//! Rows of payments.

use super::cells::Cells;
use crate::domain::body::LineAmount;
use crate::domain::takeover::{Column, Content, ListRow, ListedPayment};
use crate::domain::{FileNumber, TitleKey};

/// Reads a row.
pub(super) fn read(mut cells: Cells<'_>) -> ListRow {
    let line = LineAmount {
        grant: FileNumber::new(cells.needed(Column::Grant)),
        title: TitleKey::new(cells.needed(Column::Title)),
        fiscal_year: cells.needed_year(Column::Year),
        amount_cents: cells.needed_amount(Column::Amount),
    };
    let amount = line.amount_cents;
    let payment = ListedPayment {
        line,
        drawn: (cells.needed_day(Column::DrawnOn), cells.cell(Column::DrawVoucher).to_owned()),
        arithmetic_on: cells.day(Column::ArithmeticOn),
        factual_on: cells.day(Column::FactualOn),
        ordered: (cells.needed_day(Column::OrderedOn), cells.cell(Column::OrderVoucher).to_owned()),
        paid: (cells.needed_day(Column::PaidOn), cells.needed(Column::CashVoucher)),
        iban: cells.iban(),
        payment_text: cells.words(Column::PaymentText),
    };
    let content = Content::Payment(Box::new(payment));
    cells.row((Column::Grant, Column::CashVoucher), Some(amount), Some(content))
}
