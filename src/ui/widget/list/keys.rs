//! The keyboard: arrows, pages, ends, selection, copy, menu.

use eframe::egui::{Event, Id, Key, Modifiers, Ui};

use super::gather::{Gathering, LOT, Purpose};
use super::{Happened, List, ListState, Rows, paint};
use crate::text::sheet;
use crate::ui::action::Action;
use crate::ui::context::Context;

/// Letters within so many seconds are one word.
const TOGETHER: f64 = 1.0;
/// So many rows are looked through for it.
const FAR: usize = 20_000;

impl List<'_> {
    /// Takes the keys that are meant for the list while one of its rows has the focus.
    pub(super) fn keys(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        (base, room): (Id, f32),
    ) {
        let Some(focus) = ui.memory(eframe::egui::Memory::focused) else { return };
        let Some(cursor) = state.cursor else { return };
        if focus != Self::widget(base, cursor) && !self.first_seen(state, rows, (base, focus)) {
            return;
        }
        let Some(cursor) = state.cursor else { return };
        let Some(at) = state.place_of(rows, cursor) else {
            state.cursor = None;
            return;
        };
        if rows.count() == 0 {
            return;
        }
        self.moves(ui, (state, rows), (base, room), at);
        self.leaps(ui, cx, (state, rows), (base, room, at));
        let pressed = |ui: &Ui, modifiers: Modifiers, key: Key| {
            ui.input_mut(|input| input.consume_key(modifiers, key))
        };
        if pressed(ui, Modifiers::NONE, Key::Enter) {
            happened.opened = Some(cursor);
        }
        if pressed(ui, Modifiers::COMMAND, Key::Space) || pressed(ui, Modifiers::NONE, Key::Space) {
            state.toggle(cursor);
        }
        if pressed(ui, Modifiers::COMMAND, Key::A) {
            state.select((0..rows.count()).map(|at| rows.id(at)));
        }
        if pressed(ui, Modifiers::SHIFT, Key::F10) || pressed(ui, Modifiers::NONE, Key::Menu) {
            if !state.selected.contains(&cursor) {
                state.select_one(cursor);
            }
            state.menu = Some((cursor, state.column, true));
            self.reveal(state, at, room);
        }
        if ui.input_mut(|input| take_copy(&mut input.events)) {
            self.copy(ui, cx, (&mut *state, rows), happened);
        }
    }

    /// Copies the selected rows, or wishes them to be read for that.
    pub(super) fn copy(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
        happened: &mut Happened,
    ) {
        let places: Vec<usize> = wanted(state, rows).collect();
        if !rows.in_memory() {
            happened.copied = places.into_iter().map(|at| rows.id(at)).collect();
        } else if places.len() <= LOT {
            ui.ctx().copy_text(self.clipboard(rows, &places));
            cx.send(Action::RowsCopied(places.len()));
        } else {
            state.gathering = Some(Gathering::new(Purpose::Copy, places));
        }
    }

    /// The focus is on the first visible row, because the cursor was scrolled away.
    fn first_seen(&self, state: &mut ListState, rows: &dyn Rows, (base, focus): (Id, Id)) -> bool {
        let first = paint::place(state.offset, self.row(state));
        if first >= rows.count() || Self::widget(base, rows.id(first)) != focus {
            return false;
        }
        state.cursor = Some(rows.id(first));
        true
    }

    /// Letters that are typed lead to the next row with a cell that begins with them.
    fn leaps(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
        (base, room, at): (Id, f32, usize),
    ) {
        if !rows.in_memory() {
            // The next row with these letters may be one that was never read.
            return;
        }
        let (typed, now) = ui.input(|input| (letters(&input.events), input.time));
        if typed.trim().is_empty() && (typed.is_empty() || state.letters.0.is_empty()) {
            return;
        }
        let (before, last) = &state.letters;
        let begun = if now - last < TOGETHER { before.as_str() } else { "" };
        let letters = [begun, &typed].concat().to_lowercase();
        if !begun.is_empty() {
            // Within a word it is a letter and selects nothing.
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        }
        // The first letter leads on, those that follow may stay on the row.
        let from = if begun.is_empty() { at + 1 } else { at };
        let begins = |at: &usize| {
            rows.cells(*at).is_some_and(|cells| {
                let mut words = cells.iter().map(|cell| cell.value.shown(cx));
                words.any(|words| words.to_lowercase().starts_with(&letters))
            })
        };
        let found = (from..rows.count()).chain(0..from.min(rows.count())).take(FAR).find(begins);
        state.letters = (letters, now);
        if let Some(to) = found {
            let id = rows.id(to);
            state.select_one(id);
            state.cursor = Some(id);
            self.reveal(state, to, room);
            ui.memory_mut(|memory| memory.request_focus(Self::widget(base, id)));
            ui.ctx().request_repaint();
        }
    }

    fn moves(
        &self,
        ui: &Ui,
        (state, rows): (&mut ListState, &dyn Rows),
        (base, room): (Id, f32),
        at: usize,
    ) {
        let page = paint::place(room, self.row(state)).saturating_sub(1).max(1);
        let last = rows.count() - 1;
        let keys = [
            (Key::ArrowDown, (at + 1).min(last)),
            (Key::ArrowUp, at.saturating_sub(1)),
            (Key::PageDown, (at + page).min(last)),
            (Key::PageUp, at.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, to) in keys {
            let taken = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
            // The most demanding first: a key without modifiers is found with any of them.
            if taken(Modifiers::SHIFT) {
                state.select_to(rows, to);
            } else if taken(Modifiers::COMMAND) {
                // The cursor moves and the selection stays.
            } else if taken(Modifiers::NONE) {
                state.select_one(rows.id(to));
            } else {
                continue;
            }
            let id = rows.id(to);
            state.cursor = Some(id);
            self.reveal(state, to, room);
            ui.memory_mut(|memory| memory.request_focus(Self::widget(base, id)));
            ui.ctx().request_repaint();
        }
        let columns = self.columns.len().saturating_sub(1);
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowRight)) {
            state.column = (state.column + 1).min(columns);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowLeft)) {
            state.column = state.column.saturating_sub(1).min(columns);
        }
    }

    /// Heads and these rows, for a spreadsheet.
    fn clipboard(&self, rows: &dyn Rows, places: &[usize]) -> String {
        let mut lines = vec![sheet::tab_line(&self.heads())];
        for cells in places.iter().filter_map(|at| rows.cells(*at)) {
            let cells: Vec<String> = cells.iter().map(|cell| cell.value.sheet()).collect();
            lines.push(sheet::tab_line(&cells));
        }
        lines.join("\r\n")
    }
}

/// Places of the rows that are copied, in the order shown: those selected, or that of the cursor
/// when nothing is selected.
fn wanted<'a>(state: &'a ListState, rows: &'a dyn Rows) -> impl Iterator<Item = usize> + 'a {
    (0..rows.count()).filter(|at| {
        let id = rows.id(*at);
        state.selected.contains(&id) || (state.selected.is_empty() && state.cursor == Some(id))
    })
}

/// What was typed in this frame.
fn letters(events: &[Event]) -> String {
    let typed = events.iter().filter_map(|event| match event {
        Event::Text(text) => Some(text.as_str()),
        _ => None,
    });
    typed.collect()
}

/// Takes the copy events out.
fn take_copy(events: &mut Vec<Event>) -> bool {
    let before = events.len();
    events.retain(|event| !matches!(event, Event::Copy));
    events.len() != before
}
