//! Commitment authority: what may bind later years, and what does.

use eframe::egui::Ui;

use crate::domain::{Day, Money};
use crate::store::view::{AuthorityRow, Budget};
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

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

/// Shows it by due year, budget year and title.
pub fn show(ui: &mut Ui, cx: &Context<'_>, budget: &Budget) {
    let rows = &budget.authority;
    if rows.is_empty() {
        card::empty(ui, &cx.t("budget-no-authority"));
        return;
    }
    let mut columns = vec![
        Column::fixed(cx.t("budget-col-budget-year"), 104.0),
        Column::fixed(cx.t("budget-col-due-year"), 92.0),
        Column::text(cx.t("title"), 142.0),
    ];
    columns.extend(FIGURES.iter().map(|(head, _)| Column::figure(cx.t(head), 116.0)));
    let said = |name: String, amounts: &[Money]| {
        let figures = FIGURES.iter().zip(amounts);
        let said = figures.map(|((head, _), amount)| [cx.t(head), cx.euro(*amount)].join(" "));
        format!("{name}: {}", said.collect::<Vec<_>>().join(", "))
    };
    let sums: Vec<Money> =
        FIGURES.iter().map(|(_, of)| rows.iter().map(|row| of(row, cx.as_of)).sum()).collect();
    let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty, Cell::Empty];
    total.extend(sums.iter().map(|amount| Cell::Text(cx.money(*amount))));
    let sentence = said(cx.t("total"), &sums);
    Table::new("authority", columns).sum(total, sentence).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let amounts: Vec<Money> = FIGURES.iter().map(|(_, of)| of(row, cx.as_of)).collect();
        let (from, due) = (row.budget_year.0.to_string(), row.due_year.0.to_string());
        let title = cx.text.title_short(&row.title);
        let values = [("from", from.clone()), ("due", due.clone()), ("title", title.clone())];
        let name = cx.f("budget-authority-of", &values);
        let mut cells = vec![Cell::Text(from), Cell::Text(due), Cell::Text(title)];
        cells.extend(amounts.iter().map(|amount| Cell::Text(cx.money(*amount))));
        Row { cells, sentence: said(name, &amounts) }
    });
    card::dim(ui, &cx.t("budget-authority-note"));
}
