//! Where the keyboard goes when a dialog is closed: to where it was.

use eframe::egui;

use super::App;

/// What had the keyboard before a dialog opened, and how often to try to give it back.
pub(super) struct Origin {
    widget: egui::Id,
    tries: u8,
}

impl App {
    /// A dialog is about to open.
    pub(super) fn remember_keyboard(&mut self, ctx: &egui::Context) {
        if self.dialog.is_none() {
            let widget = ctx.memory(egui::Memory::focused);
            self.origin = widget.map(|widget| Origin { widget, tries: 3 });
        }
    }

    /// Once no dialog is open any more, the keyboard is where it was before.
    pub(super) fn give_keyboard_back(&mut self, ctx: &egui::Context) {
        let Some(origin) = self.origin.as_mut().filter(|_| self.dialog.is_none()) else { return };
        let there = ctx.memory(|memory| memory.focused() == Some(origin.widget));
        if there || origin.tries == 0 {
            self.origin = None;
            return;
        }
        // What lies under a dialog takes the keyboard only a frame after the dialog is gone.
        origin.tries -= 1;
        ctx.memory_mut(|memory| memory.request_focus(origin.widget));
        ctx.request_repaint();
    }
}
