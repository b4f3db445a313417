//! Commitment authority: what may bind later years, and what does.

use eframe::egui::Ui;

use crate::store::view::Budget;
use crate::ui::context::Context;
use crate::ui::screen::authority::{amounts, cells, columns, freed, said, sums};
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Shows it by due year, budget year and title.
pub fn show(ui: &mut Ui, cx: &Context<'_>, budget: &Budget) {
    let rows = &budget.authority;
    if rows.is_empty() {
        card::empty(ui, &cx.t("budget-no-authority"));
        return;
    }
    let mut heads = vec![
        Column::fixed(cx.t("budget-col-budget-year"), 104.0),
        Column::fixed(cx.t("budget-col-due-year"), 92.0),
        Column::text(cx.t("title"), 142.0),
    ];
    heads.extend(columns(cx, 116.0));
    let sums = sums(cx, rows);
    let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty, Cell::Empty];
    total.extend(cells(cx, &sums));
    let table = Table::new("authority", heads).sum(total, said(cx, &cx.t("total"), &sums));
    table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let amounts = amounts(cx, row);
        let (from, due) = (row.budget_year.0.to_string(), row.due_year.0.to_string());
        let title = cx.text.title_short(&row.title);
        let values = [("from", from.clone()), ("due", due.clone()), ("title", title.clone())];
        let sentence = said(cx, &cx.f("budget-authority-of", &values), &amounts);
        let mut line = vec![Cell::Text(from), Cell::Text(due), Cell::Text(title)];
        line.extend(cells(cx, &amounts));
        Row { cells: line, sentence }
    });
    card::dim(ui, &cx.t("budget-authority-note"));
    if let Some(freed) = freed(cx, rows) {
        card::dim(ui, &freed);
    }
}
