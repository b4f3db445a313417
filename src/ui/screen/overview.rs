//! *Übersicht*: where the programme stands.

mod figures;
mod progress;

use eframe::egui::Ui;

use crate::domain::{Money, Stage};
use crate::store::view::{BalanceRow, Overview as Values, RecipientRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{GAP, ROW, SMALL, TokensOf as _};
use crate::ui::widget::bar::{self, Line};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{head, loaded, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Overview;

impl Overview {
    /// Shows it.
    #[expect(clippy::unused_self, reason = "all screens are shown alike")]
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "overview", |ui| {
            head(ui, &cx.t("screen-overview"), |ui| {
                let issue = cx.t("screen-issue-grant");
                let button = Button::new(&issue).icon(Icon::Add).primary(true);
                if button.enabled(cx.can_book()).show(ui).clicked() {
                    cx.send(Action::Open(Ask::IssueGrant(None)));
                }
                let report = cx.t("screen-print-programme");
                if Button::new(&report).icon(Icon::Print).show(ui).clicked() {
                    cx.send(Action::PrintProgramme);
                }
            });
            let Some(values) = loaded(cx, ui, &cx.data.overview) else { return };
            if values.years.rows.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-overview-empty")));
                return;
            }
            figures::show(ui, cx, values);
            if ui.available_width() > 900.0 {
                card::columns(ui, &[1.36, 1.0], |index, ui| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    if index == 0 {
                        years(ui, cx, values);
                        recipients(ui, cx, values);
                    } else {
                        progress::milestones(ui, cx, values);
                        progress::indicators(ui, cx, values);
                    }
                });
            } else {
                years(ui, cx, values);
                recipients(ui, cx, values);
                progress::milestones(ui, cx, values);
                progress::indicators(ui, cx, values);
            }
        });
    }
}

/// What parliament gave: appropriations with everything that adds to them.
fn volume(row: &BalanceRow) -> Money {
    let sources = [Stage::Appropriated, Stage::Exceeded, Stage::CoverIn];
    sources.iter().map(|stage| row.sums.at(*stage)).sum()
}

fn years(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-years"), |ui| {
        let rows = &values.years.rows;
        let now = cx.year().0;
        let columns = vec![
            Column::fixed(cx.t("screen-year"), 70.0),
            Column::text(String::new(), 110.0),
            Column::figure(cx.t("screen-col-appropriated"), 112.0),
            Column::figure(cx.t("screen-col-actual"), 106.0),
            Column::figure(cx.t("screen-col-open"), 106.0),
            Column::figure(cx.t("screen-col-available"), 116.0),
        ];
        let sentence = |row: &BalanceRow, name: String| {
            let words = [
                ("name", name),
                ("appropriated", cx.euro(volume(row))),
                ("actual", cx.euro(row.sums.actual())),
                ("open", cx.euro(row.sums.open())),
                ("available", cx.euro(row.sums.at(Stage::Available))),
            ];
            cx.f("screen-year-sentence", &words)
        };
        let cells = |row: &BalanceRow, name: String| {
            let left = row.sums.at(Stage::Available);
            let past = row.key.parse::<i32>().is_ok_and(|year| year < now) && !left.is_zero();
            let left = if past {
                Cell::Warn([cx.money(left), "*".to_owned()].join(" "))
            } else {
                Cell::Text(cx.money(left))
            };
            vec![
                Cell::Text(name),
                Cell::Empty,
                Cell::Text(cx.money(volume(row))),
                Cell::Text(cx.money(row.sums.actual())),
                Cell::Text(cx.money(row.sums.open())),
                left,
            ]
        };
        let total = &values.years.total;
        let name = cx.t("total");
        let mut sum = cells(total, name.clone());
        sum[5] = Cell::Text(cx.money(total.sums.at(Stage::Available)));
        let shown = Table::new("years", columns).sum(sum, sentence(total, name)).show(
            ui,
            rows.len(),
            |index| {
                let row = &rows[index];
                let year = row.key.clone();
                Row { cells: cells(row, year.clone()), sentence: sentence(row, year) }
            },
        );
        if let (Some(area), Some(edge)) = (shown.rows, shown.edges.get(1)) {
            let most = rows.iter().map(volume).max().unwrap_or_default();
            let lines: Vec<_> =
                rows.iter().map(|row| Line { sums: &row.sums, whole: volume(row) }).collect();
            let place = eframe::egui::Rect::from_x_y_ranges(edge.0..=edge.1, area.y_range());
            bar::bars(ui, "years-bars", place, &lines, most);
        }
        ui.add_space(8.0);
        bar::legend(ui, cx);
        let past = |row: &BalanceRow| row.key.parse::<i32>().is_ok_and(|year| year < now);
        if rows.iter().any(|row| past(row) && !row.sums.at(Stage::Available).is_zero()) {
            let colour = ui.tokens().warn.text;
            let words = eframe::egui::RichText::new(cx.t("screen-past-note"));
            ui.label(words.size(SMALL).color(colour));
        }
    });
}

fn recipients(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-recipients-by-amount"), |ui| {
        let rows = &values.recipients;
        if rows.is_empty() {
            card::empty(ui, &cx.t("screen-no-grants"));
            return;
        }
        let columns = vec![
            Column::text(cx.t("screen-col-recipient"), 190.0),
            Column::text(String::new(), 110.0),
            Column::figure(cx.t("screen-col-granted"), 112.0),
            Column::figure(cx.t("screen-col-actual"), 112.0),
            Column::figure(cx.t("screen-col-open"), 112.0),
        ];
        let name = |row: &RecipientRow| cx.recipient(row.recipient_type, &row.name);
        let shown = Table::new("recipients", columns).choose(None).show(ui, rows.len(), |index| {
            let row = &rows[index];
            let words = [
                ("name", name(row)),
                ("granted", cx.euro(row.granted)),
                ("actual", cx.euro(row.sums.actual())),
                ("open", cx.euro(row.sums.open())),
            ];
            Row {
                cells: vec![
                    Cell::Text(name(row)),
                    Cell::Empty,
                    Cell::Text(cx.money(row.granted)),
                    Cell::Text(cx.money(row.sums.actual())),
                    Cell::Text(cx.money(row.sums.open())),
                ],
                sentence: cx.f("screen-recipient-sentence", &words),
            }
        });
        if let (Some(area), Some(edge)) = (shown.rows, shown.edges.get(1)) {
            let most = rows.iter().map(|row| row.granted).max().unwrap_or_default();
            let lines: Vec<_> =
                rows.iter().map(|row| Line { sums: &row.sums, whole: row.granted }).collect();
            let place = eframe::egui::Rect::from_x_y_ranges(edge.0..=edge.1, area.y_range());
            debug_assert!(area.height() > ROW / 2.0);
            bar::bars(ui, "recipients-bars", place, &lines, most);
        }
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            cx.send(Action::Go(Route::Recipients(Some(row.key.clone()))));
        }
    });
}
