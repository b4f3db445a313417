//! Places that commands put the keyboard into.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Id, Response, TextEdit, Ui};

use crate::ui::action::Place;

/// The identity of the field at a place.
#[must_use]
pub fn place(place: Place) -> Id {
    Id::unique(("place", place))
}

/// Selects what stands in a field when the keyboard comes into it, so that typing replaces it.
pub fn select_all(ui: &Ui, field: &Response, text: &str) {
    if !field.gained_focus() || field.clicked() || field.is_pointer_button_down_on() {
        return;
    }
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), field.id) {
        let end = CCursor::new(text.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
        state.store(ui.ctx(), field.id);
    }
}
