//! What the year of the Stichtag and those after it need, and what covers it.

use eframe::egui::Ui;

use crate::domain::Money;
use crate::store::view::{NeedRow, Planning};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::link::link;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Head and amount of a column of figures.
type Figure = (&'static str, fn(&NeedRow) -> Money);

/// Only where there is something: most years have their appropriation alone.
const BESIDES: &str = "screen-col-besides";

const FIGURES: [Figure; 8] = [
    ("screen-col-appropriated", |row| row.appropriated),
    (BESIDES, |row| row.besides),
    ("planning-due", |row| row.due),
    ("planning-of-it-actual", |row| row.actual),
    ("planning-of-it-drawn", |row| row.drawn),
    ("planning-of-it-undrawn", |row| row.undrawn),
    ("budget-col-blocked", |row| row.blocked),
    ("screen-col-available", |row| row.free),
];

/// Shows it.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    card::titled(ui, &cx.t("planning-needs"), |ui| {
        let rows = &values.needs;
        if rows.is_empty() {
            card::empty(ui, &cx.t("planning-no-needs"));
            return;
        }
        let mut columns = vec![
            Column::fixed(cx.t("screen-year"), 64.0),
            Column::text(cx.t("screen-col-state"), 150.0),
        ];
        let some = rows.iter().any(|row| !row.besides.is_zero());
        let figures: Vec<Figure> =
            FIGURES.into_iter().filter(|(head, _)| some || *head != BESIDES).collect();
        columns.extend(figures.iter().map(|(head, _)| Column::figure(cx.t(head), 122.0)));
        let state = |row: &NeedRow| row.state.map(|state| cx.text.year_state(state));
        let said = |name: String, of: &dyn Fn(fn(&NeedRow) -> Money) -> Money| {
            let words = figures.iter().map(|(head, get)| [cx.t(head), cx.euro(of(*get))].join(" "));
            [name, words.collect::<Vec<_>>().join(", ")].join(": ")
        };
        let sum = |get: fn(&NeedRow) -> Money| -> Money { rows.iter().map(get).sum() };
        let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty];
        total.extend(figures.iter().map(|(_, get)| Cell::Text(cx.money(sum(*get)))));
        let table = Table::new("needs", columns).narrowed(cx).choose(None);
        let table = table.sum(total, said(cx.t("total"), &sum));
        let shown = table.show(ui, rows.len(), |index| {
            let row = &rows[index];
            let year = row.year.0.to_string();
            let state = state(row).unwrap_or_default();
            let name = [year.clone(), state.clone()].join(", ");
            let mut cells = vec![Cell::Text(year), Cell::Dim(state)];
            cells.extend(figures.iter().map(|(_, get)| Cell::Text(cx.money(get(row)))));
            Row { cells, sentence: said(name, &|get| get(row)) }
        });
        if shown.clicked.is_some() {
            cx.send(Action::Go(Route::Budget(None)));
        }
        ui.add_space(4.0);
        applications(ui, cx, values);
    });
}

/// Applications name no year: they stand below, and in no sum.
fn applications(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    let count = i64::try_from(values.applications).unwrap_or(i64::MAX);
    let words = [("amount", cx.euro(values.applied))];
    let words = cx.text.count("planning-applications", count, &words);
    if count == 0 {
        card::dim(ui, &words);
    } else if link(ui, &words).clicked() {
        cx.send(Action::Go(Route::Grants(None)));
    }
    card::dim(ui, &cx.t("planning-needs-note"));
}
