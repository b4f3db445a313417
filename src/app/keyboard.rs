//! Where the keyboard goes when a dialog is closed: to where it was.

use eframe::egui;

use super::App;
use crate::ui::widget::focus;

/// What had the keyboard before a dialog opened, and how often still to try to give it back.
#[derive(Debug, Default)]
pub(super) struct Origin {
    widget: Option<egui::Id>,
    covered: bool,
    /// It was the search that lay above.
    searched: bool,
    tries: u8,
}

impl App {
    /// The keyboard goes elsewhere: it is not given back.
    pub(super) fn leave_origin(&mut self) {
        self.origin = Origin::default();
    }

    /// A command led the keyboard elsewhere. What lies under the search takes it only once that is
    /// gone: it is given there again.
    pub(super) fn aim_keyboard(&mut self, ctx: &egui::Context) {
        let covered = self.origin.covered;
        let widget = ctx.memory(egui::Memory::focused).filter(|_| covered);
        self.origin = Origin { widget, covered, ..Origin::default() };
    }

    /// Follows the keyboard while no dialog is open; and no search; once it is closed, it
    /// is where it was before.
    pub(super) fn give_keyboard_back(&mut self, ctx: &egui::Context) {
        let origin = &mut self.origin;
        if self.dialog.is_some() || self.palette.is_some() {
            origin.covered = true;
            origin.searched = self.palette.is_some();
            return;
        }
        if std::mem::take(&mut origin.covered) {
            origin.tries = 3;
        }
        let now = ctx.memory(egui::Memory::focused);
        let Some(widget) = origin.widget.filter(|_| origin.tries > 0) else {
            // What had it is gone since the command: the next Tab begins with the screen.
            if origin.searched && origin.widget.is_some() && now.is_none() {
                focus::begin_by_key(ctx);
            }
            *origin = Origin { widget: now, ..Origin::default() };
            return;
        };
        // What lies under a dialog takes the keyboard only a frame after the dialog is gone.
        origin.tries -= 1;
        if now != Some(widget) {
            ctx.memory_mut(|memory| memory.request_focus(widget));
        }
        ctx.request_repaint();
    }
}

/// Leaves the keyboard in a dialog or the search, whatever asks for it on the screen below: what
/// a reading or a booking brings there while somebody types would get the letters.
pub(super) fn keep(ctx: &egui::Context, had: Option<egui::Id>) {
    let Some(widget) = had else { return };
    ctx.memory_mut(|memory| {
        if memory.focused() != Some(widget) {
            memory.request_focus(widget);
        }
    });
}
