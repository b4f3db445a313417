//! *Planung*: remainders to decide, needs of the years to come, authority, expected outflow.

mod authority;
mod forecast;
mod gaps;
mod needs;
mod rests;

use eframe::egui::Ui;

use super::{head, loaded, scrolling};
use crate::ui::context::Context;
use crate::ui::narrow::Narrowed;
use crate::ui::theme::GAP;
use crate::ui::widget::card;

/// The screen.
#[derive(Debug, Default)]
pub struct PlanningScreen {
    narrowed: Narrowed,
    /// The remainder that was chosen to be decided.
    rest: Option<rests::Chosen>,
}

impl PlanningScreen {
    /// Narrows the remainders to what makes up a figure.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.narrowed = narrowed;
    }

    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "planning", |ui| {
            head(ui, &cx.t("screen-planning"), |_| {});
            let Some(values) = loaded(cx, ui, &cx.data.planning) else { return };
            if values.needs.is_empty() && values.rests.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("planning-empty")));
                return;
            }
            ui.spacing_mut().item_spacing.y = GAP;
            gaps::show(ui, cx, values);
            rests::show(ui, cx, values, (&mut self.narrowed, &mut self.rest));
            needs::show(ui, cx, values);
            authority::show(ui, cx, values);
            forecast::show(ui, cx, values);
        });
    }
}
