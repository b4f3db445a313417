//! *Zuwendungen*: the list, and one grant with due lines, payments and milestones.

mod detail;

use eframe::egui::Ui;

use crate::domain::{FileNumber, Kind, Money, Stage};
use crate::store::view::{GrantDetail, GrantRow};
use crate::ui::action::{Action, Ask};
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
pub struct Grants {
    filter: String,
}

impl Grants {
    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&FileNumber>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        let weights: &[f32] = if chosen.is_some() { &[0.52, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(grant)) => detail::detail(ui, cx, grant, height),
            _ => self.list(ui, cx, chosen, height),
        });
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&FileNumber>, height: f32) {
        card::card(ui, |ui| {
            head(ui, &cx.t("screen-grants"), |ui| {
                let words =
                    cx.t(if chosen.is_some() { "screen-new" } else { "screen-issue-grant" });
                let button = Button::new(&words).icon(Icon::Add).primary(chosen.is_none());
                if button.enabled(cx.can_book()).show(ui).clicked() {
                    cx.send(Action::Open(Ask::IssueGrant(None)));
                }
                if chosen.is_none() {
                    let words = cx.t("screen-new-application");
                    let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
                    if button.show(ui).clicked() {
                        cx.send(Action::book(Kind::ApplicationReceived, Occasion::default()));
                    }
                    filter_field(ui, cx, &mut self.filter, 220.0);
                }
            });
            if chosen.is_some() {
                let width = ui.available_width();
                filter_field(ui, cx, &mut self.filter, width);
            }
            let Some(all) = loaded(cx, ui, &cx.data.grants) else { return };
            let wanted = |row: &&GrantRow| {
                let texts = [row.grant.as_str(), row.recipient_name.as_str(), row.purpose.as_str()];
                matches(&self.filter, &texts)
            };
            let rows: Vec<&GrantRow> = all.iter().filter(wanted).collect();
            if rows.is_empty() {
                let key = if all.is_empty() { "screen-no-grants" } else { "screen-no-match" };
                card::empty(ui, &cx.t(key));
                return;
            }
            let narrow = ui.available_width() < super::NARROW;
            let used = if chosen.is_some() { 116.0 } else { 74.0 };
            let used = if narrow { used + 40.0 } else { used };
            if let Some(row) = table(ui, cx, &rows, chosen, height - used) {
                let again = Some(&row.grant) == chosen;
                cx.send(Action::Go(Route::Grants((!again).then(|| row.grant.clone()))));
            }
        });
    }
}

fn table<'a>(
    ui: &mut Ui,
    cx: &Context<'_>,
    rows: &[&'a GrantRow],
    chosen: Option<&FileNumber>,
    height: f32,
) -> Option<&'a GrantRow> {
    let wide = ui.available_width() > 700.0;
    let mut columns = vec![Column::text(cx.t("screen-col-recipient"), 130.0)];
    if wide {
        columns.insert(0, Column::fixed(cx.t("file-number"), 112.0));
        columns.push(Column::text(cx.t("purpose"), 170.0));
    }
    columns.push(Column::figure(cx.t("screen-col-granted"), if wide { 120.0 } else { 106.0 }));
    if wide {
        columns.push(Column::figure(cx.t("screen-col-actual"), 124.0));
        columns.push(Column::figure(cx.t("screen-col-open"), 124.0));
    }
    let cells = |first: [String; 3], amounts: [Money; 3]| {
        let [number, name, purpose] = first;
        let mut cells = if wide {
            vec![Cell::Text(number), Cell::Text(name), Cell::Dim(purpose)]
        } else {
            vec![Cell::Two(name, number)]
        };
        let shown = if wide { 3 } else { 1 };
        cells.extend(amounts.iter().take(shown).map(|amount| Cell::Text(cx.money(*amount))));
        cells
    };
    let amounts = |row: &GrantRow| [row.granted, row.sums.actual(), row.sums.open()];
    let sum = |at: usize| rows.iter().map(|row| amounts(row)[at]).sum::<Money>();
    let sums = [sum(0), sum(1), sum(2)];
    let count = cx.text.count("grants", i64::try_from(rows.len()).unwrap_or(0), &[]);
    let sentence = [count.clone(), cx.euro(sums[0])].join(", ");
    let mut total = cells([cx.t("total"), count.clone(), String::new()], sums);
    if !wide {
        total[0] = Cell::Text(count);
    }
    let selected = rows.iter().position(|row| Some(&row.grant) == chosen);
    let table = Table::new("grants", columns).choose(selected).sum(total, sentence);
    let table = if wide { table } else { table.tall() };
    let shown = table.height(height).show(ui, rows.len(), |index| {
        let row = rows[index];
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let words = [
            ("grant", row.grant.to_string()),
            ("name", name.clone()),
            ("granted", cx.euro(row.granted)),
            ("actual", cx.euro(row.sums.actual())),
            ("open", cx.euro(row.sums.open())),
        ];
        Row {
            cells: cells([row.grant.to_string(), name, row.purpose.clone()], amounts(row)),
            sentence: cx.f("screen-grant-sentence", &words),
        }
    });
    shown.clicked.and_then(|index| rows.get(index).copied())
}

/// What the grant waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Confirm,
    Order,
    Draw,
    Done,
}

impl Step {
    fn of(detail: &GrantDetail) -> Self {
        let waits = |kind: Kind| {
            detail.moves.iter().any(|row| row.kind == kind && row.undecided.is_positive())
        };
        if waits(Kind::PaymentOrdered) {
            Self::Confirm
        } else if waits(Kind::DrawRequested) {
            Self::Order
        } else if detail.row.sums.at(Stage::Committed).is_positive() {
            Self::Draw
        } else {
            Self::Done
        }
    }
}
