//! Commitment authority: what is used, what is free, and what lapses with its budget year.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::domain::body::AuthorityLapsed;
use crate::domain::{Body, Kind, Money};
use crate::store::view::{AuthorityRow, Planning};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::screen::authority::{amounts, cells, columns, freed, said, sums};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Shows it by budget year and due year, titles added up, with the steps that it asks for.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    card::titled(ui, &cx.t("planning-authority"), |ui| {
        let rows = by_years(&values.authority);
        if rows.is_empty() {
            card::empty(ui, &cx.t("budget-no-authority"));
            return;
        }
        let mut heads = vec![
            Column::fixed(cx.t("budget-col-budget-year"), 110.0),
            Column::text(cx.t("budget-col-due-year"), 92.0),
        ];
        heads.extend(columns(cx, 124.0));
        let sums = sums(cx, &rows);
        let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty];
        total.extend(cells(cx, &sums));
        let sentence = said(cx, &cx.t("total"), &sums);
        let table = Table::new("planning-authority", heads).sum(total, sentence);
        table.show(ui, rows.len(), |index| {
            let row = &rows[index];
            let years = [row.budget_year, row.due_year].map(|year| year.0.to_string());
            let amounts = amounts(cx, row);
            let name = [
                [cx.t("budget-col-budget-year"), years[0].clone()].join(" "),
                [cx.t("budget-col-due-year"), years[1].clone()].join(" "),
            ];
            let sentence = said(cx, &name.join(", "), &amounts);
            let mut line: Vec<Cell> = years.into_iter().map(Cell::Text).collect();
            line.extend(cells(cx, &amounts));
            Row { cells: line, sentence }
        });
        card::dim(ui, &cx.t("budget-authority-note"));
        if let Some(freed) = freed(cx, &rows) {
            card::dim(ui, &freed);
        }
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
            sum.freed += row.freed;
        } else {
            sums.push(row.clone());
        }
    }
    sums.sort_by_key(|row| (row.budget_year, row.due_year));
    sums
}

/// Free authority of budget years that are over has lapsed and wants to be booked so, by those who
/// may; others read how much it is.
fn steps(ui: &mut Ui, cx: &Context<'_>, rows: &[AuthorityRow]) {
    let over = |row: &&AuthorityRow| {
        let end = NaiveDate::from_ymd_opt(row.budget_year.0, 12, 31);
        row.free.is_positive() && end.is_some_and(|end| cx.as_of >= end)
    };
    if let Some(why) = cx.hindrance(Kind::AuthorityLapsed) {
        let sum: Money = rows.iter().map(|row| row.to_lapse(cx.as_of)).sum();
        if sum.is_positive() {
            let words = [("amount", cx.euro(sum)), ("why", why)];
            card::dim(ui, &cx.f("planning-authority-to-lapse", &words));
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for row in rows.iter().filter(over) {
            let values = [
                ("amount", cx.euro(row.free)),
                ("title", cx.text.title_short(&row.title)),
                ("from", row.budget_year.0.to_string()),
                ("due", row.due_year.0.to_string()),
            ];
            let words = cx.f("planning-lapse-authority", &values);
            if Button::new(&words).show(ui).clicked() {
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
