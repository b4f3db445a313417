//! How the window ends, and what is not in it.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Window;

impl Window {
    /// Closes the window as a person does by its frame; true when the program then ends, once it
    /// has done what is to be done before.
    pub fn ends(&mut self) -> bool {
        let end = Instant::now() + Duration::from_mins(1);
        let mut wished = true;
        while Instant::now() < end {
            if wished {
                let window = self.harness.input_mut().viewports.entry(ViewportId::ROOT);
                window.or_default().events.push(ViewportEvent::Close);
            }
            self.harness.step();
            let views = self.harness.output().viewport_output.values();
            let commands: Vec<_> = views.flat_map(|view| view.commands.clone()).collect();
            if wished && !commands.contains(&ViewportCommand::CancelClose) {
                return true;
            }
            wished = commands.contains(&ViewportCommand::Close);
            if !wished && !self.harness.state().is_waiting() {
                self.settle();
                return false;
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        false
    }

    #[track_caller]
    pub fn must_not_see(&self, words: &str) {
        assert!(!self.sees(words), "{words:?} is in the window: {:#?}", self.words());
    }

    /// True when the button can be pressed.
    pub fn is_enabled(&self, name: &str) -> bool {
        let button = self.harness.get_by_role_and_label(Role::Button, name);
        !button.accesskit_node().is_disabled()
    }
}
