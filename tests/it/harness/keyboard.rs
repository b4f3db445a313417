//! What has the keyboard, and what gets it.

use eframe::egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Window;

impl Window {
    /// Name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let nodes = self.harness.root().children_recursive();
        // Where nothing has it, the window does.
        let mut held = nodes.filter(|node| node.accesskit_node().is_focused());
        held.find(|node| !node.accesskit_node().is_root())?.accesskit_node().label()
    }

    /// The row of a list that is chosen, as it is read.
    pub fn chosen_row(&self) -> Option<String> {
        let mut rows = self.harness.query_all_by_role(Role::ListBoxOption);
        let chosen = rows.find(|row| row.accesskit_node().is_selected() == Some(true))?;
        chosen.accesskit_node().label()
    }

    /// What is chosen in a list of choices.
    #[track_caller]
    pub fn chosen(&self, list: &str) -> String {
        let list = self.harness.get_by_role_and_label(Role::ComboBox, list);
        list.accesskit_node().value().unwrap_or_default()
    }

    /// Puts the keyboard on the button whose name begins so.
    #[track_caller]
    pub fn focus(&mut self, name: &str) {
        let all = self.harness.query_all_by_role(Role::Button);
        let begins = |node: &Node<'_>| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(name))
        };
        all.into_iter().find(begins).expect(name).focus();
        self.settle();
    }

    /// Gives the keyboard to the row whose sentence contains the words.
    #[track_caller]
    pub fn focus_row(&mut self, words: &str) {
        self.row_with(words).focus();
        self.settle();
    }
}
