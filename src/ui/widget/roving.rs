//! Many places that are one stop of the Tab key: arrow keys lead from one to the next.

use eframe::egui::{EventFilter, Id, Key, Response, Sense, Ui};

/// Column and row of a place.
pub type Place = (u16, u16);

/// A group of places, while it is shown.
pub struct Roving {
    stop: Id,
    current: Place,
    next: Option<Place>,
}

impl Roving {
    /// Begins a group of these places; the stop is where it was left.
    #[must_use]
    pub fn new(ui: &Ui, group: Id, places: &[Place]) -> Self {
        let stop = group.with("stop");
        let first = places.first().copied().unwrap_or_default();
        let kept = ui.data(|data| data.get_temp(stop)).unwrap_or(first);
        // A place that is gone hands the stop on.
        let current = if places.contains(&kept) { kept } else { first };
        Self { stop, current, next: None }
    }

    /// How a place is to be asked for: only the stop takes part in the Tab key.
    #[must_use]
    pub fn sense(&self, place: Place) -> Sense {
        if place == self.current { Sense::click() } else { Sense::CLICK }
    }

    /// A place that was shown: takes its arrow keys, and remembers that it was pressed.
    pub fn at(&mut self, ui: &Ui, response: &Response, (place, places): (Place, &[Place])) {
        if response.has_focus() {
            self.next = step(ui, response, (place, places));
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(self.stop, place));
        }
    }

    /// Ends the group; `id` is the identity of the widget at a place.
    pub fn end(self, ui: &Ui, id: impl Fn(Place) -> Id) {
        // After all places: one that takes no part in the Tab key yet would give the keyboard away.
        if let Some(next) = self.next {
            ui.data_mut(|data| data.insert_temp(self.stop, next));
            ui.memory_mut(|memory| memory.request_focus(id(next)));
            ui.ctx().request_repaint();
        }
    }
}

/// The place to which an arrow key leads from one that has the keyboard.
fn step(ui: &Ui, response: &Response, (from, places): (Place, &[Place])) -> Option<Place> {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let keys = [
        (Key::ArrowLeft, (-1, 0)),
        (Key::ArrowRight, (1, 0)),
        (Key::ArrowUp, (0, -1)),
        (Key::ArrowDown, (0, 1)),
    ];
    let pressed = keys.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key)));
    neighbour(from, pressed?.1, places)
}

/// The nearest place in a direction; what lies aside counts as farther.
pub(super) fn neighbour(from: Place, (right, down): (i32, i32), places: &[Place]) -> Option<Place> {
    let distance = |place: &Place| {
        let across = i32::from(place.0) - i32::from(from.0);
        let along = i32::from(place.1) - i32::from(from.1);
        let ahead = across * right + along * down;
        let aside = (across * down).abs() + (along * right).abs();
        (ahead > 0).then_some((ahead + 2 * aside, aside))
    };
    let reachable = places.iter().filter_map(|place| Some((distance(place)?, *place)));
    reachable.min().map(|(_, place)| place)
}
