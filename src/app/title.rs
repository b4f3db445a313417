//! The name of the window, in its title bar and for the screen reader.

use std::path::Path;

use eframe::egui;

use super::App;
use crate::text::Text;

/// What stands in the title bar while a file is open, or none.
pub(super) fn of(text: &Text, file: Option<&Path>) -> String {
    let name = file.and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned());
    match name {
        Some(name) => text.format("app-window-title", &[("file", name)]),
        None => text.get("app-name"),
    }
}

impl App {
    /// The file of the ledger that is open.
    pub(super) fn ledger(&self) -> Option<&Path> {
        self.state.ledger.as_ref()?.path.as_deref()
    }

    /// Gives the root of what is on the screen the name of the window; of itself it has none.
    pub(super) fn name_window(&self, ctx: &egui::Context) {
        let ledger = self.state.ledger.as_ref();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            let file = ledger.and_then(|info| info.path.as_deref());
            node.set_label(of(&self.state.text, file));
        });
    }
}
