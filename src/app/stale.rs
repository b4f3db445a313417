//! Whether what the screen shows is what was read last.

use std::time::Duration;

use eframe::egui;

use super::App;
use crate::ui::data::Want;

/// So many seconds figures may be those of before without a word about it.
const MOMENT: f64 = 0.3;

impl App {
    /// Says of figures that newer ones, or those of a ledger that is being opened, are on their
    /// way, unless they come at once.
    pub(super) fn tell_stale(&mut self, ctx: &egui::Context) {
        let cx = self.state.context(&self.actions);
        let mut wants = self.state.route.wants();
        wants.extend(self.screens.wants(&self.state.route, &cx));
        // Rows that come into sight say themselves that they are on their way.
        wants.retain(|want| !matches!(want, Want::Entries(_)));
        let is_reading = self.opening || self.cache.is_waiting(&wants, &self.state);
        let waits = self.state.ledger.is_some() && is_reading;
        let now = ctx.input(|input| input.time);
        self.waits_since = if waits { self.waits_since.or(Some(now)) } else { None };
        self.state.stale = self.waits_since.is_some_and(|since| now - since >= MOMENT);
        if waits && !self.state.stale {
            ctx.request_repaint_after(Duration::from_secs_f64(MOMENT));
        }
    }
}
