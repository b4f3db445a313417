//! *Empfänger*: the list, and the account of one as its treasurer reads it.

mod account;
mod page;

use eframe::egui::Ui;

use crate::domain::{Kind, Money, RecipientKey};
use crate::store::view::RecipientRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{filter_field, head, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Recipients {
    filter: String,
    page: page::Page,
}

impl Recipients {
    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&RecipientKey>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        let weights: &[f32] = if chosen.is_some() { &[0.62, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(key)) => self.page.ui(ui, cx, key, height),
            _ => self.list(ui, cx, chosen, height),
        });
    }

    /// Title, the button for a new one, and the search.
    fn head(&mut self, ui: &mut Ui, cx: &Context<'_>, narrow: bool) {
        head(ui, &cx.t("screen-recipients"), |ui| {
            let words = cx.t(if narrow { "screen-new" } else { "screen-new-recipient" });
            let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
            if button.show(ui).clicked() {
                cx.send(Action::book(Kind::RecipientRegistered, Occasion::default()));
            }
            if !narrow {
                filter_field(ui, cx, &mut self.filter, 220.0);
            }
        });
        if narrow {
            let width = ui.available_width();
            filter_field(ui, cx, &mut self.filter, width);
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&RecipientKey>, height: f32) {
        card::card(ui, |ui| {
            self.head(ui, cx, chosen.is_some());
            let Some(all) = loaded(cx, ui, &cx.data.recipients) else { return };
            let name = |row: &RecipientRow| cx.recipient(row.recipient_type, &row.name);
            let wanted = |row: &&RecipientRow| {
                matches(&self.filter, &[name(row).as_str(), row.key.as_str()])
            };
            let rows: Vec<&RecipientRow> = all.iter().filter(wanted).collect();
            if rows.is_empty() {
                card::empty(ui, &cx.t("screen-recipients-empty"));
                return;
            }
            let wide = ui.available_width() > 620.0;
            let mut columns = vec![
                Column::text(cx.t("screen-col-recipient"), 150.0),
                Column::figure(cx.t("screen-col-granted"), 120.0),
            ];
            if wide {
                columns.insert(0, Column::fixed(cx.t("screen-col-key"), 92.0));
                columns.push(Column::figure(cx.t("screen-col-actual"), 130.0));
                columns.push(Column::figure(cx.t("screen-col-open"), 130.0));
            }
            let cells = |key: &str, name: String, amounts: [Money; 3]| {
                let shown = if wide { 3 } else { 1 };
                let mut cells = if wide {
                    vec![Cell::Dim(key.to_owned()), Cell::Text(name)]
                } else {
                    vec![Cell::Two(name, key.to_owned())]
                };
                cells.extend(amounts.iter().take(shown).map(|a| Cell::Text(cx.money(*a))));
                cells
            };
            let amounts = |row: &RecipientRow| [row.granted, row.sums.actual(), row.sums.open()];
            let sum = |at: usize| rows.iter().map(|row| amounts(row)[at]).sum::<Money>();
            let sums = [sum(0), sum(1), sum(2)];
            let count = cx.text.count("recipients", i64::try_from(rows.len()).unwrap_or(0), &[]);
            let mut total = cells("", count.clone(), sums);
            if !wide {
                total[0] = Cell::Text(count.clone());
            }
            let sentence = [count, cx.euro(sums[0])].join(", ");
            let selected = rows.iter().position(|row| Some(&row.key) == chosen);
            let table = Table::new("recipients", columns).choose(selected).sum(total, sentence);
            let table = if wide { table } else { table.tall() };
            let used = if chosen.is_some() { 116.0 } else { 74.0 };
            let shown = table.height(height - used).show(ui, rows.len(), |index| {
                let row = rows[index];
                let words = [
                    ("name", name(row)),
                    ("granted", cx.euro(row.granted)),
                    ("actual", cx.euro(row.sums.actual())),
                    ("open", cx.euro(row.sums.open())),
                ];
                Row {
                    cells: cells(row.key.as_str(), name(row), amounts(row)),
                    sentence: cx.f("screen-recipient-sentence", &words),
                }
            });
            if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
                let again = Some(&row.key) == chosen;
                let route = Route::Recipients((!again).then(|| row.key.clone()));
                cx.send(Action::Go(route));
            }
        });
    }
}
