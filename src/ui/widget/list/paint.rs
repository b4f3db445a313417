//! The visible rows.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, EventFilter, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Cell, Happened, Layout, List, ListState, Look, Row, RowId, Rows};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::hint::{Hint as _, of_column};
use crate::ui::widget::{TWO_LINES, chip, held, in_sight, is_figure, line, paint_words};

/// Room at both sides of a cell.
pub(super) const PAD: f32 = 8.0;

#[expect(clippy::cast_precision_loss, reason = "a position on the screen")]
pub(super) fn points(rows: usize, height: f32) -> f32 {
    rows as f32 * height
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position on the screen, not below zero"
)]
pub(super) fn place(points: f32, height: f32) -> usize {
    (f64::from(points.max(0.0)) / f64::from(height)) as usize
}

/// Distance of a row from the upper edge of what is seen. In double precision: after half a
/// million rows single precision would shake them.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a position on the screen"
)]
fn below(at: usize, height: f32, offset: f32) -> f32 {
    (at as f64).mul_add(f64::from(height), -f64::from(offset)) as f32
}

impl List<'_> {
    pub(super) fn rows(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        (layout, seen, offset): (&Layout, Rect, f32),
    ) {
        let first = place(offset, self.row).min(rows.count());
        let last = (place(offset + seen.height(), self.row) + 1).min(rows.count());
        happened.visible = first..last;
        if state.cursor.is_none() && rows.count() > 0 {
            state.cursor = Some(rows.id(0));
        }
        // The keyboard reaches the list even when the cursor has been scrolled away.
        let painted = (first..last).any(|at| Some(rows.id(at)) == state.cursor);
        for at in first..last {
            let top = seen.top() + below(at, self.row, offset);
            let size = vec2(ui.max_rect().width(), self.row);
            let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), size);
            let id = rows.id(at);
            let stop = Some(id) == state.cursor || (!painted && at == first);
            self.row_at(ui, cx, (state, rows, happened), (layout, rect, stop, at));
        }
    }

    fn row_at(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        (layout, rect, stop, at): (&Layout, Rect, bool, usize),
    ) {
        let tokens = ui.tokens();
        let id = rows.id(at);
        let sense = if stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, layout.base.with(id), sense);
        let row = rows.row(at);
        let selected = state.selected.contains(&id);
        let words = sentence(cx, (at, rows.count()), row.as_ref());
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &words));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));
        let fill = if selected || self.chosen == Some(id) {
            Some(tokens.accent_soft)
        } else {
            response.hovered().then_some(tokens.hover)
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
        }
        if self.chosen == Some(id) {
            let mark = rect.with_max_x(rect.left() + 3.0);
            ui.painter().rect_filled(mark, CornerRadius::ZERO, tokens.accent);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line_soft));
        let cut = row.map(|row| self.cells(ui, cx, state, (layout, rect, &row)));
        if response.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            cell_cursor(ui, state, layout, rect);
        }
        focus_ring(ui, &response, rect.shrink(2.0), 4);
        Self::pressed(ui, (state, rows, happened), (&response, layout, rect), at);
        if let Some(cut) = cut.filter(|cut| !cut.is_empty()) {
            response.hint_at_pointer(cut.join("\n"));
        }
    }

    fn pressed(
        ui: &Ui,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        (response, layout, rect): (&Response, &Layout, Rect),
        at: usize,
    ) {
        let id = rows.id(at);
        let pointer = response.interact_pointer_pos();
        let column = pointer.and_then(|at| {
            layout.edges.iter().position(|(left, right)| (left - PAD..=right + PAD).contains(&at.x))
        });
        if response.clicked() {
            let modifiers = held(ui);
            response.request_focus();
            state.cursor = Some(id);
            state.column = column.unwrap_or(state.column);
            if modifiers.shift {
                state.select_to(rows, at);
            } else if modifiers.command {
                state.toggle(id);
            } else {
                state.select_one(id);
                happened.opened = Some(id);
            }
        }
        if response.secondary_clicked() {
            response.request_focus();
            state.cursor = Some(id);
            state.column = column.unwrap_or(state.column);
            if !state.selected.contains(&id) {
                state.select_one(id);
            }
            state.menu = Some((id, state.column, true));
        }
        if state.menu.is_some_and(|(row, ..)| row == id) {
            let edges = state.menu.and_then(|(_, column, _)| layout.edges.get(column));
            let (left, right) = edges.copied().unwrap_or((rect.left(), rect.right()));
            state.menu_at = Some(Rect::from_x_y_ranges(left..=right, rect.y_range()));
        }
    }

    fn cells(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        state: &mut ListState,
        (layout, rect, row): (&Layout, Rect, &Row),
    ) -> Vec<String> {
        let mut cut = Vec::new();
        for (index, cell) in row.cells.iter().enumerate() {
            let (Some(column), Some((left, right))) =
                (self.columns.get(index), layout.edges.get(index))
            else {
                continue;
            };
            let left = *left;
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(*right, rect.bottom()));
            let words = cell.value.shown(cx);
            if column.is_whole() || is_figure(&words) {
                let chip = matches!(cell.look, Look::Chip(_));
                let font = fonts::regular(if chip { SMALL } else { BODY });
                let whole = line(ui, &words, font, ui.tokens().text, f32::INFINITY);
                let around = if chip { chip::AROUND } else { 0.0 };
                let needed = whole.size().x.ceil() + around + 2.0 * PAD;
                let known = state.needed.entry(column.key).or_default();
                if needed > *known {
                    *known = needed;
                    ui.ctx().request_repaint();
                }
            }
            if paint_cell(ui, place, cell, (&words, column.align)) {
                cut.push(of_column(&column.head, &words));
                cut.extend(Some(cell.below.clone()).filter(|below| !below.is_empty()));
            }
        }
        cut
    }
}

/// Paints a cell; true when its words had to be cut.
pub(super) fn paint_cell(ui: &Ui, place: Rect, cell: &Cell, (words, align): (&str, Align)) -> bool {
    let tokens = ui.tokens();
    let font = fonts::regular(BODY);
    let (font, ink) = match cell.look {
        Look::Plain => (font, tokens.text),
        Look::Dim => (font, tokens.dim),
        Look::Strong => (fonts::semibold(BODY), tokens.text),
        Look::Warn => (font, tokens.warn.text),
        Look::Chip(meaning) => {
            let seen = in_sight(ui, place);
            return seen.is_some_and(|seen| chip::paint(ui, seen, meaning, words));
        }
    };
    if cell.below.is_empty() || place.height() < TWO_LINES {
        return paint_words(ui, place, words, (font, ink, align));
    }
    let (top, bottom) = place.split_top_bottom_at_fraction(0.52);
    let cut = paint_words(ui, top.with_min_y(top.top() + 5.0), words, (font, ink, align));
    let place = bottom.with_max_y(bottom.bottom() - 5.0);
    paint_words(ui, place, &cell.below, (fonts::regular(SMALL), tokens.dim, align)) || cut
}

/// "Zeile 12 von 340, …".
fn sentence(cx: &Context<'_>, (at, count): (usize, usize), row: Option<&Row>) -> String {
    let number = |value: usize| cx.text.number(i64::try_from(value).unwrap_or(i64::MAX));
    let words = row.map_or_else(|| cx.t("app-loading"), |row| row.words.clone());
    let values = [("row", number(at + 1)), ("rows", number(count)), ("words", words)];
    cx.f("list-row", &values)
}

impl List<'_> {
    /// Scrolls so that a row can be seen.
    pub(super) fn reveal(&self, state: &mut ListState, at: usize, room: f32) {
        let top = points(at, self.row);
        if top < state.offset {
            state.scroll_to = Some(top);
        } else if top + self.row > state.offset + room {
            state.scroll_to = Some(top + self.row - room);
        }
    }

    /// Identity of the widget of a row.
    pub(super) fn widget(base: eframe::egui::Id, row: RowId) -> eframe::egui::Id {
        base.with(row)
    }
}

/// The cell that the keyboard is in.
fn cell_cursor(ui: &Ui, state: &ListState, layout: &Layout, rect: Rect) {
    if let Some((left, right)) = layout.edges.get(state.column) {
        let under = rect.bottom() - 3.0;
        let stroke = Stroke::new(2.0, ui.tokens().accent);
        ui.painter().hline(*left..=*right, under, stroke);
    }
}
