//! Places that commands put the keyboard into.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Context, Id, Response, Sense, TextEdit, Ui};

use crate::ui::action::Place;

/// The identity of the field at a place.
#[must_use]
pub fn place(place: Place) -> Id {
    Id::unique(("place", place))
}

/// Puts the keyboard into a place and selects what stands there, so that typing replaces it.
pub fn into(ctx: &Context, to: Place) {
    let id = place(to);
    ctx.memory_mut(|memory| memory.request_focus(id));
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    // The field cuts a selection that goes beyond its end.
    let end = CCursor::new(usize::MAX / 2);
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    state.store(ctx, id);
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

/// The person goes to a page, or booked on it: the keyboard shall come to its next step.
pub fn arrive(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(arrives(), true));
}

/// The person went elsewhere.
pub fn stay(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<bool>(arrives()));
}

fn arrives() -> Id {
    Id::unique("arrives")
}

/// Gives the keyboard to the first button of a page that can be pressed, once somebody came to the
/// page to go on there.
#[derive(Debug)]
pub struct Arrival(bool);

impl Arrival {
    /// Waits until the page is `ready`: its buttons change as long as it is read.
    #[must_use]
    pub fn new(ui: &Ui, ready: bool) -> Self {
        let coming = ready && ui.data(|data| data.get_temp(arrives()).unwrap_or(false));
        if coming {
            stay(ui.ctx());
        }
        Self(coming)
    }

    /// A button of the page.
    pub fn at(&mut self, button: &Response) {
        if self.0 && button.enabled() && button.sense.contains(Sense::CLICK) {
            self.0 = false;
            button.request_focus();
        }
    }
}
