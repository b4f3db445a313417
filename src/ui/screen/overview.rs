//! *Übersicht*: where the programme stands, what is late, what lapses, what waits.

mod attention;
mod figures;
mod inbox;
mod map;
mod outflow;
mod progress;
mod recipients;
mod years;

use eframe::egui::Ui;

use crate::domain::{Money, Stage};
use crate::store::view::{BalanceRow, Measure, Overview as Values};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::theme::GAP;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;

use super::{CASE, case_button, head, loaded, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Overview {
    measure: Measure,
    outflow_as_table: bool,
}

/// The cards below the figures.
#[derive(Clone, Copy)]
enum Card {
    Inbox,
    Years,
    Outflow,
    Recipients,
    Attention,
    Map,
    Milestones,
    Indicators,
}

/// Two columns of about the same height.
const LEFT: &[Card] = &[Card::Years, Card::Map, Card::Outflow, Card::Recipients];
const RIGHT: &[Card] = &[Card::Inbox, Card::Attention, Card::Milestones];
/// Over the width below them: the indicators are a line each there.
const BELOW: &[Card] = &[Card::Indicators];

/// Columns by weight with their cards.
type Columns = &'static [(f32, &'static [Card])];

/// Columns with their cards, for a width, and what stands below them.
const fn arrangement(width: f32) -> (Columns, &'static [Card]) {
    let columns: Columns = if width > 1560.0 {
        &[
            (1.36, &[Card::Years, Card::Outflow, Card::Recipients]),
            (1.0, &[Card::Map, Card::Milestones]),
            (1.0, &[Card::Inbox, Card::Attention, Card::Indicators]),
        ]
    } else if width > 900.0 {
        return (&[(1.36, LEFT), (1.0, RIGHT)], BELOW);
    } else {
        &[(
            1.0,
            &[
                Card::Inbox,
                Card::Attention,
                Card::Years,
                Card::Outflow,
                Card::Map,
                Card::Recipients,
                Card::Milestones,
                Card::Indicators,
            ],
        )]
    };
    (columns, &[])
}

impl Overview {
    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "overview", |ui| {
            head(ui, &cx.t("screen-overview"), |ui| {
                // The step that waits for the person leads, then what begins one.
                let waits = cx
                    .data
                    .tasks
                    .value()
                    .is_some_and(|rows| rows.iter().any(|row| cx.is_mine(&row.task)));
                let mut leads = !waits;
                for kind in CASE.into_iter().filter(|kind| cx.may_book(*kind)) {
                    case_button(ui, cx, kind, std::mem::take(&mut leads));
                }
                let report = cx.t("screen-print-programme");
                if Button::new(&report).icon(Icon::Print).show(ui).clicked() {
                    cx.send(Action::PrintProgramme(cx.paper));
                }
            });
            let Some(values) = loaded(cx, ui, &cx.data.overview) else { return };
            if values.years.rows.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-overview-empty")));
                return;
            }
            figures::show(ui, cx, values);
            let (columns, below) = arrangement(ui.available_width());
            let weights: Vec<f32> = columns.iter().map(|(weight, _)| *weight).collect();
            card::columns(ui, &weights, |index, ui| {
                ui.spacing_mut().item_spacing.y = GAP;
                for card in columns[index].1 {
                    self.card(ui, cx, values, *card);
                }
            });
            for card in below {
                self.card(ui, cx, values, *card);
            }
        });
    }

    fn card(&mut self, ui: &mut Ui, cx: &Context<'_>, values: &Values, card: Card) {
        match card {
            Card::Inbox => inbox::show(ui, cx),
            Card::Years => years::show(ui, cx, values),
            Card::Outflow => outflow::show(ui, cx, values, &mut self.outflow_as_table),
            Card::Recipients => recipients::show(ui, cx, values),
            Card::Attention => attention::show(ui, cx),
            Card::Map => map::show(ui, cx, values, &mut self.measure),
            Card::Milestones => progress::milestones(ui, cx, values),
            Card::Indicators => progress::indicators(ui, cx, values),
        }
    }
}

/// What parliament gave (*Ansatz mit Nachtrag*): no remainder, cover or excess counts as such.
fn volume(row: &BalanceRow) -> Money {
    row.sums.at(Stage::Appropriated)
}
