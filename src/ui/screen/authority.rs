//! Figures of commitment authority: their names and order, on several screens.

use crate::domain::{Day, Money};
use crate::store::view::AuthorityRow;
use crate::ui::context::Context;
use crate::ui::widget::table::{Cell, Column};

/// Head and amount of a column of figures.
type Figure = (&'static str, fn(&AuthorityRow, Day) -> Money);

const FIGURES: [Figure; 6] = [
    ("budget-col-ve-voted", |row, _| row.voted),
    ("budget-col-ve-used", |row, _| row.used),
    ("budget-col-blocked", |row, _| row.blocked),
    ("budget-col-lapsed", |row, _| row.lapsed),
    ("budget-col-ve-to-lapse", AuthorityRow::to_lapse),
    ("budget-col-ve-free", AuthorityRow::usable),
];

/// The columns of the figures, each of that width.
pub fn columns(cx: &Context<'_>, width: f32) -> impl Iterator<Item = Column> {
    FIGURES.iter().map(move |(head, _)| Column::figure(cx.t(head), width))
}

/// The figures of a row.
pub fn amounts(cx: &Context<'_>, row: &AuthorityRow) -> Vec<Money> {
    FIGURES.iter().map(|(_, of)| of(row, cx.as_of)).collect()
}

/// The figures of all rows, added up.
pub fn sums(cx: &Context<'_>, rows: &[AuthorityRow]) -> Vec<Money> {
    let sum = |(_, of): &Figure| -> Money { rows.iter().map(|row| of(row, cx.as_of)).sum() };
    FIGURES.iter().map(sum).collect()
}

/// What of the lapsed became free only after its year, in words; nothing where nothing did.
pub fn freed(cx: &Context<'_>, rows: &[AuthorityRow]) -> Option<String> {
    let freed: Money = rows.iter().map(|row| row.freed).sum();
    (!freed.is_zero()).then(|| cx.f("budget-authority-freed", &[("amount", cx.euro(freed))]))
}

/// A row in words: what it is about, then its figures.
pub fn said(cx: &Context<'_>, name: &str, amounts: &[Money]) -> String {
    let figures = FIGURES.iter().zip(amounts);
    let said = figures.map(|((head, _), amount)| [cx.t(head), cx.euro(*amount)].join(" "));
    [name, &said.collect::<Vec<_>>().join(", ")].join(": ")
}

/// The cells of the figures.
pub fn cells(cx: &Context<'_>, amounts: &[Money]) -> impl Iterator<Item = Cell> {
    amounts.iter().map(|amount| Cell::Text(cx.money(*amount)))
}
