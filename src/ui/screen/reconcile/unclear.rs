//! The rows that lists of the cash office left unclear (*ungeklärt*), without their files.

use eframe::egui::Ui;

use crate::domain::cash::OpenLine;
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::super::matches;
use super::columns::of_row;

/// The rows with the list that each stands in; nothing where none is unclear.
pub(super) fn show(cx: &Context<'_>, ui: &mut Ui, state: &mut ListState) {
    let Some(rows) = cx.data.reconcile.until.value().map(|state| &state.rows) else { return };
    if rows.is_empty() {
        return;
    }
    ui.add_space(8.0);
    card::card(ui, |ui| {
        card::heading(ui, &cx.t("reconcile-unclear"));
        card::dim(ui, &cx.t("reconcile-unclear-intro"));
        let list = List::new("cash-unclear", "reconcile-unclear", columns(cx))
            .nothing("reconcile-none-such")
            .height(ui.available_height().max(240.0))
            .tall()
            .saved_as(cx.t("reconcile-unclear"));
        list.show_items(ui, cx, state, rows);
    });
}

fn why(cx: &Context<'_>, line: &OpenLine) -> String {
    match line.row.doubt {
        Some(doubt) => cx.text.cash_doubt(doubt),
        None => cx.t("reconcile-verdict-unread"),
    }
}

impl Item for OpenLine {
    fn id(&self) -> RowId {
        row_id((self.entry, self.row.line))
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let row = &self.row;
        match column {
            "list" => Cell::text(self.list.clone()),
            "line" => Cell::text(row.line.to_string()).dim(),
            "voucher" => Cell::text(row.voucher.clone()),
            "title" => Cell::text(row.title.clone()).dim(),
            "year" => Cell::text(row.year.clone()),
            "day" => row.day.map_or_else(Cell::nothing, Cell::day),
            "amount" => Cell::perhaps(row.amount_cents),
            _ => {
                let said = [why(cx, self), row.text.clone()];
                let said = said.into_iter().filter(|part| !part.is_empty());
                Cell::text(said.collect::<Vec<_>>().join(" · "))
            }
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let row = &self.row;
        let day = row.day.map(|day| cx.text.day(day)).unwrap_or_default();
        let amount = row.amount_cents.map(|amount| cx.euro(amount)).unwrap_or_default();
        let line = cx.f("exchange-place-line", &[("line", row.line.to_string())]);
        let mut said = vec![self.list.clone(), line, row.voucher.clone(), day, amount];
        said.extend([why(cx, self), row.text.clone()]);
        said.retain(|part| !part.is_empty());
        said.join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        matches(typed, &[&self.words(cx), &self.row.title])
    }
}

fn columns(cx: &Context<'_>) -> Vec<Column> {
    let own = [
        Column::choice("list", cx.t("reconcile-unclear-list"), 150.0),
        Column::fixed("line", cx.t("cash-column-line"), 56.0).unfiltered(),
    ];
    own.into_iter().chain(of_row(cx)).collect()
}
