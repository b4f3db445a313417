//! Commitment authority: what is used, what is free, and what lapses with its budget year.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::domain::body::AuthorityLapsed;
use crate::domain::{Body, Day, Kind, Money};
use crate::store::view::{AuthorityRow, Planning};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::widget::button::Button;
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

/// Shows it by budget year and due year, titles added up, with the steps that it asks for.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    card::titled(ui, &cx.t("planning-authority"), |ui| {
        let rows = by_years(&values.authority);
        if rows.is_empty() {
            card::empty(ui, &cx.t("budget-no-authority"));
            return;
        }
        let mut columns = vec![
            Column::fixed(cx.t("budget-col-budget-year"), 110.0),
            Column::text(cx.t("budget-col-due-year"), 92.0),
        ];
        columns.extend(FIGURES.iter().map(|(head, _)| Column::figure(cx.t(head), 124.0)));
        Table::new("planning-authority", columns).show(ui, rows.len(), |index| {
            let row = &rows[index];
            let years = [row.budget_year, row.due_year].map(|year| year.0.to_string());
            let figures = FIGURES.iter();
            let said = figures.map(|(head, of)| [cx.t(head), cx.euro(of(row, cx.as_of))].join(" "));
            let name = [
                [cx.t("budget-col-budget-year"), years[0].clone()].join(" "),
                [cx.t("budget-col-due-year"), years[1].clone()].join(" "),
            ];
            let sentence = [name.join(", "), said.collect::<Vec<_>>().join(", ")].join(": ");
            let mut cells: Vec<Cell> = years.into_iter().map(Cell::Text).collect();
            cells.extend(FIGURES.iter().map(|(_, of)| Cell::Text(cx.money(of(row, cx.as_of)))));
            Row { cells, sentence }
        });
        card::dim(ui, &cx.t("budget-authority-note"));
        steps(ui, cx, &values.authority);
    });
}

/// One row for each pair of years, over all titles.
fn by_years(rows: &[AuthorityRow]) -> Vec<AuthorityRow> {
    let mut sums: Vec<AuthorityRow> = Vec::new();
    for row in rows {
        let same = |sum: &&mut AuthorityRow| {
            (sum.budget_year, sum.due_year) == (row.budget_year, row.due_year)
        };
        if let Some(sum) = sums.iter_mut().find(same) {
            sum.voted += row.voted;
            sum.free += row.free;
            sum.used += row.used;
            sum.blocked += row.blocked;
            sum.lapsed += row.lapsed;
        } else {
            sums.push(row.clone());
        }
    }
    sums.sort_by_key(|row| (row.budget_year, row.due_year));
    sums
}

/// Free authority of budget years that are over has lapsed and wants to be booked so.
fn steps(ui: &mut Ui, cx: &Context<'_>, rows: &[AuthorityRow]) {
    let over = |row: &&AuthorityRow| {
        let end = NaiveDate::from_ymd_opt(row.budget_year.0, 12, 31);
        row.free.is_positive() && end.is_some_and(|end| cx.as_of >= end)
    };
    ui.horizontal_wrapped(|ui| {
        for row in rows.iter().filter(over) {
            let values = [
                ("amount", cx.euro(row.free)),
                ("title", cx.text.title_short(&row.title)),
                ("from", row.budget_year.0.to_string()),
                ("due", row.due_year.0.to_string()),
            ];
            let words = cx.f("planning-lapse-authority", &values);
            if Button::new(&words).enabled(cx.can_book()).show(ui).clicked() {
                let body = AuthorityLapsed {
                    title: row.title.clone(),
                    budget_year: row.budget_year,
                    due_year: row.due_year,
                    amount_cents: row.free,
                    source: None,
                };
                let occasion = Occasion::again(Body::AuthorityLapsed(body));
                cx.send(Action::book(Kind::AuthorityLapsed, occasion));
            }
        }
    });
}
