//! The visible rows.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, EventFilter, FontId, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::state::Widths;
use super::{Cell, Column, Happened, Layout, List, ListState, Look, Row, RowId, Rows};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::hint::{Hint as _, of_column};
use crate::ui::widget::{
    LINE, MARGIN, Part, TWO_LINES, chip, held, in_sight, is_figure, is_whole, line, longest,
    paint_stack, paint_words,
};

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
        let height = self.row(state);
        let first = place(offset, height).min(rows.count());
        let last = (place(offset + seen.height(), height) + 1).min(rows.count());
        happened.visible = first..last;
        if state.cursor.is_none() && rows.count() > 0 {
            state.cursor = Some(rows.id(0));
        }
        // The keyboard reaches the list even when the cursor has been scrolled away.
        let painted = (first..last).any(|at| Some(rows.id(at)) == state.cursor);
        for at in first..last {
            let top = seen.top() + below(at, height, offset);
            let size = vec2(ui.max_rect().width(), height);
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
            let below = Some(cell.below.as_str()).filter(|_| self.row >= TWO_LINES);
            let below = below.filter(|below| !below.is_empty());
            let drawn = paint_cell(ui, place, cell, (&words, below, column));
            state.needs(ui, column.key, (drawn.widths, drawn.height.min(MOST)));
            if drawn.is_cut(rect.height()) {
                cut.push(of_column(&column.head, &words));
                cut.extend(below.map(str::to_owned));
            }
        }
        cut
    }
}

/// The least width at which words stand on two lines, broken between words.
fn on_two_lines(ui: &Ui, (words, font, ink): &Part<&str>) -> f32 {
    let width = |words: &str| line(ui, words, font.clone(), *ink, f32::INFINITY).size().x;
    let space = width("a b") - width("ab");
    let each: Vec<f32> = words.split(' ').map(|word| width(word) + space).collect();
    let all: f32 = each.iter().sum();
    let mut first = 0.0;
    let wider = each.iter().map(|word| {
        first += word;
        first.max(all - first) - space
    });
    wider.fold(f32::INFINITY, f32::min)
}

/// Height up to which rows grow with their words.
const MOST: f32 = 4.0 * LINE + 2.0 * MARGIN;

/// What a cell needs of its column and of its row.
struct Drawn {
    widths: Widths,
    height: f32,
    cut: bool,
}

impl Drawn {
    /// What must stand whole.
    const fn whole(width: f32, cut: bool) -> Self {
        Self { widths: Widths::whole(width), height: 0.0, cut }
    }

    /// True when its words had to be cut in a row of that height.
    fn is_cut(&self, height: f32) -> bool {
        self.cut || self.height > height
    }
}

/// Paints a cell: a figure or status whole or not at all, words on as many lines as they need.
fn paint_cell(
    ui: &Ui,
    place: Rect,
    cell: &Cell,
    (words, below, column): (&str, Option<&str>, &Column),
) -> Drawn {
    let tokens = ui.tokens();
    let font = fonts::regular(BODY);
    let width = |font| line(ui, words, font, tokens.text, f32::INFINITY).size().x.ceil();
    let (font, ink) = match cell.look {
        Look::Plain => (font, tokens.text),
        Look::Dim => (font, tokens.dim),
        Look::Strong => (fonts::semibold(BODY), tokens.text),
        Look::Warn => (font, tokens.warn.text),
        Look::Chip(meaning) => {
            let cut = in_sight(ui, place).is_some_and(|seen| chip::paint(ui, seen, meaning, words));
            let width = width(fonts::regular(SMALL)) + chip::AROUND + 2.0 * PAD;
            return Drawn::whole(width, cut);
        }
    };
    let below = below.map(|words| (words, fonts::regular(SMALL), tokens.dim));
    if column.is_whole() || is_figure(words) || !is_whole(ui, place) {
        let whole = column.is_whole() || is_figure(words);
        let width = if whole { width(font.clone()) + 2.0 * PAD } else { 0.0 };
        let (top, bottom) = place.split_top_bottom_at_fraction(0.52);
        let first = if below.is_some() { top.with_min_y(top.top() + 5.0) } else { place };
        let mut cut = paint_words(ui, first, words, (font, ink, column.align));
        if let Some((words, font, ink)) = below {
            let place = bottom.with_max_y(bottom.bottom() - 5.0);
            cut |= paint_words(ui, place, words, (font, ink, column.align));
        }
        return Drawn::whole(width, cut);
    }
    let parts: Vec<_> = [(words, font, ink)].into_iter().chain(below).collect();
    let height = paint_stack(ui, place, &parts);
    let of = |width: &dyn Fn(&Part<&str>) -> f32| {
        parts.iter().map(width).fold(0.0, f32::max).ceil() + 2.0 * PAD
    };
    let natural =
        of(&|(words, font, ink)| line(ui, words, font.clone(), *ink, f32::INFINITY).size().x);
    // Only what does not fit is measured word by word.
    let widths = if natural <= place.width() + 2.0 * PAD {
        Widths { natural, ..Widths::default() }
    } else {
        let part = |words: &str, font: &FontId| {
            longest(ui, words.split(' ').flat_map(|word| word.split_inclusive('-')), font)
        };
        let least = of(&|(words, font, _)| part(words, font));
        Widths { least, broken: of(&|part| on_two_lines(ui, part)), natural }
    };
    Drawn { widths, height, cut: false }
}

/// "Zeile 12 von 340, …".
fn sentence(cx: &Context<'_>, (at, count): (usize, usize), row: Option<&Row>) -> String {
    let number = |value: usize| cx.text.number(i64::try_from(value).unwrap_or(i64::MAX));
    let words = row.map_or_else(|| cx.t("app-loading"), |row| row.words.clone());
    let values = [("row", number(at + 1)), ("rows", number(count)), ("words", words)];
    cx.f("list-row", &values)
}

impl List<'_> {
    /// Height of a row.
    pub(super) const fn row(&self, state: &ListState) -> f32 {
        self.row.max(state.high)
    }

    /// Scrolls so that a row can be seen.
    pub(super) fn reveal(&self, state: &mut ListState, at: usize, room: f32) {
        let height = self.row(state);
        let top = points(at, height);
        let offset = state.scroll_to.unwrap_or(state.offset);
        if top < offset {
            state.scroll_to = Some(top);
        } else if top + height > offset + room {
            state.scroll_to = Some(top + height - room);
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
