//! Narrowing a table to a value that stands in it: the menu of a row, and the chips above.

use std::rc::Rc;

use eframe::egui::{
    Id, Key, Modifiers, Popup, PopupKind, Rect, RectAlign, Response, Ui, accesskit::Role,
};

use super::{Cell, Column, PAD, Shown};
use crate::ui::context::Context;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{self, Gone};

/// A value that a column is narrowed to: the words of its head, and of the cell.
type Condition = (String, String);

/// What a person did to narrow a table; kept by egui with the widths of its columns.
#[derive(Clone, Debug, Default)]
struct State {
    conditions: Vec<Condition>,
    menu: Option<Menu>,
    /// Row that gets the keyboard back, and for how many frames it is waited for.
    back: Option<(usize, u8)>,
}

impl State {
    /// True when a row passes.
    fn holds(&self, columns: &[Column], cells: &[Cell]) -> bool {
        self.conditions.iter().all(|(head, value)| {
            let at = columns.iter().position(|column| column.head == *head);
            at.and_then(|at| cells.get(at)).is_none_or(|cell| words_of(cell) == *value)
        })
    }
}

/// A row that comes into sight first is scrolled to, which takes a frame or two.
const FRAMES: u8 = 4;

/// The places of the rows that a table of that identity is narrowed to, for a caller that counts
/// and marks them itself; nothing while it is narrowed to nothing.
pub fn passing(
    ui: &Ui,
    (id, columns): (Id, &[Column]),
    (count, mut cells): (usize, impl FnMut(usize) -> Vec<Cell>),
) -> Option<Vec<usize>> {
    let state: State = ui.data(|data| data.get_temp(id))?;
    if state.conditions.is_empty() {
        return None;
    }
    Some((0..count).filter(|index| state.holds(columns, &cells(*index))).collect())
}

/// The open menu of a row.
#[derive(Clone, Debug)]
struct Menu {
    row: usize,
    anchor: Rect,
    values: Vec<Condition>,
    /// It has just been opened: its first entry gets the keyboard.
    fresh: bool,
}

/// A table that can be narrowed, while it is shown.
pub(super) struct Narrowing<'a> {
    cx: &'a Context<'a>,
    id: Id,
    state: State,
    /// Row that gets the keyboard back, while it is not shown yet.
    back: Option<(usize, u8)>,
    /// The caller keeps the keyboard's row itself.
    known: bool,
    /// Places of the rows that pass, once something is narrowed.
    order: Option<Rc<[usize]>>,
    count: usize,
}

impl<'a> Narrowing<'a> {
    /// Shows the chips, and finds the rows that pass; they are `known` where the caller gives no
    /// others, as [`passing`] says.
    pub(super) fn begin(
        ui: &mut Ui,
        cx: &'a Context<'a>,
        (id, columns, known): (Id, &[Column], bool),
        (count, cells): (usize, &mut dyn FnMut(usize) -> Vec<Cell>),
    ) -> Self {
        let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let back = state.back.take();
        // A column that is not shown, or is in another language, narrows nothing.
        state.conditions.retain(|(head, _)| columns.iter().any(|column| column.head == *head));
        if state.conditions.is_empty() {
            // Rows keep their identity, with the chips and without.
            ui.skip_ahead_auto_ids(1);
            return Self { cx, id, state, back, known, order: None, count };
        }
        let words: Vec<_> = state.conditions.iter().map(said).collect();
        let gone = ui.vertical(|ui| {
            let gone = chip::conditions(ui, cx, &words);
            ui.add_space(4.0);
            gone
        });
        match gone.inner {
            Some(Gone::One(at)) => drop(state.conditions.remove(at)),
            Some(Gone::All) => state.conditions.clear(),
            None => {}
        }
        if gone.inner.is_some() {
            ui.ctx().request_repaint();
        }
        let passes = |index: &usize| state.holds(columns, &cells(*index));
        let order = (!known).then(|| (0..count).filter(passes).collect());
        Self { cx, id, state, back, known, order, count }
    }

    /// How many rows are shown.
    pub(super) fn count(&self) -> usize {
        self.order.as_ref().map_or(self.count, |order| order.len())
    }

    /// The rows that are shown, unless it is all of them.
    pub(super) fn rows(&self) -> Option<Rc<[usize]>> {
        self.order.clone()
    }

    /// The row that is shown at a place.
    fn row(&self, place: usize) -> usize {
        self.order.as_ref().map_or(place, |order| order.get(place).copied().unwrap_or_default())
    }

    /// The place at which a row is shown.
    pub(super) fn place(&self, row: usize) -> Option<usize> {
        self.order.as_ref().map_or(Some(row), |order| order.iter().position(|shown| *shown == row))
    }

    /// The place of the row that is to get the keyboard back.
    pub(super) fn back(&self) -> Option<usize> {
        self.back.and_then(|(row, _)| self.place(row))
    }

    /// True while not all rows are shown: sums of all would be wrong.
    pub(super) const fn is_narrowed(&self) -> bool {
        self.order.is_some()
    }

    /// A row that was shown: the right button of the mouse, Shift+F10 and the menu key open its
    /// menu, the value under the cursor first.
    pub(super) fn at(
        &mut self,
        ui: &Ui,
        (place, response): (usize, &Response),
        (columns, edges): (&[Column], &[(f32, f32)]),
        cells: &[Cell],
    ) {
        let row = self.row(place);
        if self.back.is_some_and(|(back, _)| back == row) {
            response.request_focus();
            self.back = None;
        }
        let by_key = response.has_focus()
            && ui.input_mut(|input| {
                input.consume_key(Modifiers::SHIFT, Key::F10)
                    || input.consume_key(Modifiers::NONE, Key::Menu)
            });
        if !by_key && !response.secondary_clicked() {
            return;
        }
        let pointer = response.interact_pointer_pos().filter(|_| !by_key);
        let within = |(left, right): &(f32, f32), x: f32| (left - PAD..=right + PAD).contains(&x);
        let under = pointer.and_then(|at| edges.iter().position(|edge| within(edge, at.x)));
        let all = columns.iter().zip(cells);
        let all = all.map(|(column, cell)| (column.head.clone(), words_of(cell)));
        let mut values: Vec<(usize, Condition)> = all.enumerate().collect();
        values.sort_by_key(|(at, _)| Some(*at) != under);
        values.retain(|(_, (head, value))| !head.is_empty() && !value.is_empty());
        let values = values.into_iter().map(|(_, value)| value).collect();
        let anchor = pointer.map_or(response.rect, |at| Rect::from_min_size(at, [1.0, 1.0].into()));
        self.state.menu = Some(Menu { row, anchor, values, fresh: true });
    }

    /// Shows the open menu and how many rows there are, and keeps what was done.
    pub(super) fn end(mut self, ui: &mut Ui, shown: &mut Shown) {
        if let Some((row, frames)) = self.back.filter(|(row, _)| self.place(*row).is_some()) {
            self.state.back = frames.checked_sub(1).map(|frames| (row, frames));
            ui.ctx().request_repaint();
        }
        if let Some(menu) = self.state.menu.take() {
            shown.back = self.menu(ui, menu) && self.known;
        }
        if self.is_narrowed() {
            let words = [("shown", self.count().to_string()), ("all", self.count.to_string())];
            let words = self.cx.f("list-some-rows", &words);
            let said = card::dim(ui, &words);
            ui.ctx().accesskit_node_builder(said.id, |node| {
                node.set_role(Role::Status);
                node.set_live(eframe::egui::accesskit::Live::Polite);
            });
        }
        shown.clicked = shown.clicked.map(|place| self.row(place));
        shown.focused = shown.focused.map(|place| self.row(place));
        ui.data_mut(|data| data.insert_temp(self.id, self.state));
    }

    /// Shows the menu; true when it was closed.
    fn menu(&mut self, ui: &Ui, menu: Menu) -> bool {
        let mut open = true;
        let (cx, conditions) = (self.cx, &mut self.state.conditions);
        let popup = Popup::new(self.id.with("menu"), ui.ctx().clone(), menu.anchor, ui.layer_id())
            .kind(PopupKind::Menu)
            .align(RectAlign::BOTTOM_START)
            .width(320.0)
            .open_bool(&mut open);
        popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (index, value) in menu.values.iter().enumerate() {
                let words = cx.f("list-only-value", &[("value", said(value))]);
                let only = Button::new(&words).bare().show(ui);
                if menu.fresh && index == 0 {
                    only.request_focus();
                }
                if only.clicked() {
                    conditions.retain(|(head, _)| *head != value.0);
                    conditions.push(value.clone());
                    ui.close();
                }
            }
            let words = cx.t("list-clear");
            let all = Button::new(&words).bare().enabled(!conditions.is_empty());
            if all.show(ui).clicked() {
                conditions.clear();
                ui.close();
            }
        });
        if open {
            self.state.menu = Some(Menu { fresh: false, ..menu });
        } else {
            self.state.back = (!self.known).then_some((menu.row, FRAMES));
            ui.ctx().request_repaint();
        }
        !open
    }
}

/// "Art: Auszahlung".
fn said((head, value): &Condition) -> String {
    [head.as_str(), value.as_str()].join(": ")
}

/// What stands in a cell, in words; what it is told apart by stands in its first line.
fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text)
        | Cell::Dim(text)
        | Cell::Strong(text)
        | Cell::Warn(text)
        | Cell::Chip(_, text)
        | Cell::Two(text, _)
        | Cell::Room(text)
        | Cell::StrongRoom(text) => text.trim().to_owned(),
        Cell::Empty => String::new(),
    }
}
