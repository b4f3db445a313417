//! Places that commands put the keyboard into.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Context, CornerRadius, Event, Id, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::region::{self, Region};
use crate::ui::action::Place;
use crate::ui::theme::TokensOf as _;

/// The identity of the field at a place.
#[must_use]
pub fn place(place: Place) -> Id {
    Id::unique(("place", place))
}

/// Puts the keyboard into a place and selects what stands there, so that typing replaces it.
pub fn into(ctx: &Context, to: Place) {
    if to == Place::Settings {
        // A menu opens where its button is.
        ctx.data_mut(|data| data.insert_temp(place(to), true));
        return;
    }
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

/// The person goes to another screen: the keyboard shall stand before its first control, so that
/// the Tab key leads to that one.
pub fn begin(ctx: &Context) {
    // A shortcut is taken out of what was pressed, but the key is still down or just released.
    let by_key = ctx.input(|input| {
        let key = |event: &Event| matches!(event, Event::Key { .. });
        !input.keys_down.is_empty() || input.events.iter().any(key)
    });
    begin_at(ctx, by_key);
}

/// The keyboard shall stand there although its key was pressed some frames ago.
pub fn begin_by_key(ctx: &Context) {
    begin_at(ctx, true);
}

fn begin_at(ctx: &Context, by_key: bool) {
    ctx.data_mut(|data| {
        data.insert_temp(begins(), PATIENCE);
        data.insert_temp(begins().with("by key"), by_key);
    });
    ctx.request_repaint();
}

fn begins() -> Id {
    Id::unique("begins")
}

/// Frames after which the keyboard is where it was asked for: what lies under a dialog takes it
/// only once that is gone.
const PATIENCE: u8 = 3;

/// The start of the screen of that name, above its first control. It has no place of its own in
/// the way of the Tab key: it is there only while the keyboard stands at it.
pub fn beginning(ui: &Ui, name: &str) {
    let id = begins();
    let tries: u8 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if tries > 0 {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.data_mut(|data| data.insert_temp(id, tries - 1));
        ui.ctx().request_repaint();
    }
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let screen = ui.available_rect_before_wrap();
    let place = Rect::from_min_size(screen.min, vec2(screen.width(), 1.0));
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    if response.has_focus() {
        ui.data_mut(|data| data.remove::<u8>(id));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    // Who uses the mouse sees where the click led to.
    if ui.data(|data| data.get_temp(id.with("by key"))).unwrap_or(false) {
        let tokens = ui.tokens();
        let stroke = Stroke::new(tokens.focus, tokens.accent);
        let around = ui.clip_rect().shrink(2.0);
        ui.painter().rect_stroke(around, CornerRadius::same(6), stroke, StrokeKind::Inside);
    }
}

/// Who came by key to a screen that is a list stands in its rows as soon as there are any.
pub fn into_rows(ctx: &Context) {
    let id = begins();
    let by_key = ctx.data(|data| data.get_temp(id.with("by key"))).unwrap_or(false);
    if !by_key || !ctx.memory(|memory| memory.has_focus(id)) {
        return;
    }
    if let Some(row) = region::first(ctx, Region::List) {
        ctx.data_mut(|data| data.remove::<u8>(id));
        ctx.memory_mut(|memory| memory.request_focus(row));
        ctx.request_repaint();
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

/// True until the keyboard has come to the next step of the page.
#[must_use]
pub fn is_arriving(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(arrives()).unwrap_or(false))
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
        let coming = ready && is_arriving(ui.ctx());
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
