//! Takes the shortcuts out of the keys that were pressed, before any widget sees them.

use eframe::egui::Context as Egui;

use super::Command;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;

/// What lies above the screen and takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// Nothing.
    Nothing,
    /// A dialog or the search: only the size of everything can be changed.
    Dialog,
}

/// Carries out the command whose keys were pressed; says why when it cannot be given now.
pub fn listen(egui: &Egui, cx: &Context<'_>, route: &Route, above: Above) {
    let typing = egui.text_edit_focused();
    for command in Command::of(cx) {
        let small = matches!(command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset);
        if above == Above::Dialog && !small {
            continue;
        }
        for keys in command.shortcuts() {
            if typing && keys.edits_text() {
                continue;
            }
            if egui.input_mut(|input| keys.consume(input)) {
                let hindrance = command.hindrance(cx, route);
                cx.send(hindrance.map_or_else(|| command.action(cx, route), Action::NotNow));
            }
        }
    }
}
