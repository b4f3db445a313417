//! Tables: equal rows of which only the visible ones are made, amounts right-aligned, a sum row.
//!
//! Every row is one widget that is read as one sentence; arrow keys move, Enter chooses.

mod narrow;
mod paint;
mod width;

use eframe::egui::accesskit::Role;
use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::{
    Align, CornerRadius, EventFilter, Id, Rangef, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::ops::Range;

pub use self::narrow::passing;

use self::narrow::Narrowing;
use super::button::focus_ring;
use super::chip::Meaning;
use super::region;
use crate::ui::context::Context;
use crate::ui::theme::{ROW, TokensOf as _};
use crate::ui::widget::hint::Hint as _;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    head: String,
    width: f32,
    grows: bool,
    align: Align,
}

impl Column {
    /// Text of at least this width, which takes its share of the room that is left.
    #[must_use]
    pub const fn text(head: String, width: f32) -> Self {
        Self { head, width, grows: true, align: Align::Min }
    }

    /// Text of about this width: wider where its words need it, narrower where room is scarce.
    #[must_use]
    pub const fn fixed(head: String, width: f32) -> Self {
        Self { head, width, grows: false, align: Align::Min }
    }

    /// Figures, right-aligned, of about this width; they stand whole, however wide they are.
    #[must_use]
    pub const fn figure(head: String, width: f32) -> Self {
        Self { head, width, grows: false, align: Align::Max }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Text.
    Text(String),
    /// Text that stands back.
    Dim(String),
    /// Text that stands out.
    Strong(String),
    /// Text that asks for attention.
    Warn(String),
    /// Text with a second line that stands back; for tall rows.
    Two(String, String),
    /// A status.
    Chip(Meaning, String),
    /// Room for these words, which the caller paints; they stand out in sum rows.
    Room(String),
    /// Room for words that stand out.
    StrongRoom(String),
    /// Nothing; the caller paints it.
    Empty,
}

impl Cell {
    /// The cell as it stands in a sum row.
    fn strong(&self) -> Self {
        match self {
            Self::Text(text) => Self::Strong(text.clone()),
            Self::Room(text) => Self::StrongRoom(text.clone()),
            other => other.clone(),
        }
    }
}

/// A row: its cells, and the sentence that the screen reader says.
#[derive(Clone, Debug)]
pub struct Row {
    /// Cells in the order of the columns.
    pub cells: Vec<Cell>,
    /// The row in words.
    pub sentence: String,
}

/// A table.
pub struct Table<'a> {
    id: &'a str,
    columns: Vec<Column>,
    selected: Option<usize>,
    clickable: bool,
    sums: Vec<(Vec<Cell>, String)>,
    height: Option<f32>,
    row: f32,
    marked: Option<&'a dyn Fn(usize) -> bool>,
    focus: Option<usize>,
    wrap: bool,
    narrow: Option<(&'a Context<'a>, Option<Id>)>,
}

/// What the person did, and where rows were painted.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Row that was chosen.
    pub clicked: Option<usize>,
    /// Row that has the keyboard.
    pub focused: Option<usize>,
    /// The menu of a row was closed: a caller that keeps the keyboard's row itself gives it back.
    pub back: bool,
    /// Area of all rows.
    pub rows: Option<Rect>,
    /// Left and right edge of each column.
    pub edges: Vec<(f32, f32)>,
    /// Upper and lower edge of the first line of each row that was painted, and after them of the
    /// sums.
    lines: Vec<(usize, Rangef)>,
    /// What each column needs for what stands in it.
    needed: Vec<f32>,
}

impl Shown {
    /// Where the first line of a cell is; sums come after the rows.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Rect> {
        let (left, right) = *self.edges.get(column)?;
        let (_, line) = self.lines.iter().find(|(index, _)| *index == row)?;
        Some(Rect::from_x_y_ranges(left..=right, *line))
    }

    /// The same of a column of so many rows; nothing where a row is out of sight.
    #[must_use]
    pub fn column(&self, column: usize, rows: usize) -> Vec<Option<Rect>> {
        (0..rows).map(|row| self.cell(row, column)).collect()
    }
}

/// Room at both sides of a cell.
const PAD: f32 = 8.0;
/// Height of a sum of one line.
const SUM: f32 = ROW + 2.0;
/// Room above and below text that wraps.
const LINE_PAD: f32 = 6.0;
/// From so many rows on only the visible ones are made, all of one height.
const MANY: usize = 60;

impl<'a> Table<'a> {
    /// A table of these columns.
    #[must_use]
    pub const fn new(id: &'a str, columns: Vec<Column>) -> Self {
        Self {
            id,
            columns,
            selected: None,
            clickable: false,
            sums: Vec::new(),
            height: None,
            row: ROW,
            marked: None,
            focus: None,
            wrap: false,
            narrow: None,
        }
    }

    /// Rows can be chosen; this one is.
    #[must_use]
    pub const fn choose(mut self, selected: Option<usize>) -> Self {
        self.selected = selected;
        self.clickable = true;
        self
    }

    /// Rows can be chosen where they lead somewhere, and are only read elsewhere.
    #[must_use]
    pub const fn choose_if(self, leads: bool) -> Self {
        if leads { self.choose(None) } else { self }
    }

    /// Rows that can be chosen can be narrowed to a value that stands in one of them; sums of all
    /// rows are then not shown.
    #[must_use]
    pub const fn narrowed(mut self, cx: &'a Context<'a>) -> Self {
        self.narrow = Some((cx, None));
        self
    }

    /// The same for a table of which the caller gives only the rows that pass, by [`passing`].
    #[must_use]
    pub const fn narrowed_by(mut self, cx: &'a Context<'a>, id: Id) -> Self {
        self.narrow = Some((cx, Some(id)));
        self
    }

    /// A row below a line, always visible.
    #[must_use]
    pub fn sum(mut self, cells: Vec<Cell>, sentence: String) -> Self {
        self.sums.push((cells, sentence));
        self
    }

    /// Any number of rows can be marked: the first column has their boxes. The caller moves with
    /// the arrow keys; `focus` is the row that is to have the keyboard.
    #[must_use]
    pub const fn mark(mut self, marked: &'a dyn Fn(usize) -> bool, focus: Option<usize>) -> Self {
        self.marked = Some(marked);
        self.focus = focus;
        self.clickable = true;
        self
    }

    /// Rows of two lines.
    #[must_use]
    pub const fn tall(mut self) -> Self {
        self.row = 44.0;
        self
    }

    /// Rows as high as their text, however many there are; few rows are so in any case.
    #[must_use]
    pub const fn wrap(mut self) -> Self {
        self.wrap = true;
        self
    }

    /// Scrolls within this height instead of growing with its rows.
    #[must_use]
    pub const fn height(mut self, height: f32) -> Self {
        self.height = Some(height);
        self
    }

    /// Shows `count` rows; `row` makes those that are visible. Where the columns do not fit, the
    /// table scrolls sideways.
    pub fn show(self, ui: &mut Ui, count: usize, row: impl FnMut(usize) -> Row) -> Shown {
        self.show_then(ui, count, row, |_, _| {})
    }

    /// Shows rows, and lets the caller paint upon them: `then` is told where they are.
    pub fn show_then(
        mut self,
        ui: &mut Ui,
        count: usize,
        mut row: impl FnMut(usize) -> Row,
        then: impl FnOnce(&mut Ui, &Shown),
    ) -> Shown {
        self.wrap |= count <= MANY;
        let Some((cx, known)) = self.narrow.filter(|_| self.clickable) else {
            return self.wide(ui, (count, None), row, then);
        };
        let id = known.unwrap_or_else(|| ui.scope_id().with((self.id, "narrowed")));
        let mut cells = |index: usize| row(index).cells;
        let mut narrowing =
            Narrowing::begin(ui, cx, (id, &self.columns, known.is_some()), (count, &mut cells));
        self.selected = self.selected.and_then(|row| narrowing.place(row));
        self.focus = self.focus.or(narrowing.back());
        if narrowing.is_narrowed() {
            self.sums.clear();
        }
        let (count, rows) = (narrowing.count(), narrowing.rows());
        let at = |place: usize| rows.as_ref().map_or(place, |rows| rows[place]);
        let mut shown = self.wide(ui, (count, Some(&mut narrowing)), |place| row(at(place)), then);
        narrowing.end(ui, &mut shown);
        shown
    }

    /// Shows the rows, in an area that scrolls sideways where they are wider than the room.
    fn wide(
        &self,
        ui: &mut Ui,
        (count, narrowing): (usize, Option<&mut Narrowing<'_>>),
        row: impl FnMut(usize) -> Row,
        then: impl FnOnce(&mut Ui, &Shown),
    ) -> Shown {
        let memory = self.memory(ui);
        let needed = width::remembered(ui, memory);
        let widths = self.widths(ui, &needed);
        let all: f32 = widths.iter().sum();
        let whole = |ui: &mut Ui| {
            let shown = self.rows(ui, (count, narrowing), (&widths, memory), row);
            then(ui, &shown);
            shown
        };
        if all <= ui.available_width() + 1.0 {
            return whole(ui);
        }
        let area = ScrollArea::horizontal()
            .id_salt((self.id, "wide"))
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible);
        let shown = area.show(ui, |ui| {
            ui.set_width(all);
            whole(ui)
        });
        shown.inner
    }

    fn rows(
        &self,
        ui: &mut Ui,
        (count, mut narrowing): (usize, Option<&mut Narrowing<'_>>),
        (widths, memory): (&[f32], Id),
        mut row: impl FnMut(usize) -> Row,
    ) -> Shown {
        let before = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut shown = Shown { edges: width::edges(ui, widths), ..Shown::default() };
        shown.needed = width::remembered(ui, memory);
        self.head(ui, &shown.edges);
        if let Some(height) = self.height {
            let sums: f32 = self.sums.iter().map(|_| SUM).sum();
            let rest = (height - ROW - sums).max(self.row * 2.0);
            let area = ScrollArea::vertical()
                .id_salt(self.id)
                .max_height(rest)
                // Also within another area that scrolls, where little room seems to be left.
                .min_scrolled_height(rest)
                .auto_shrink([false, true])
                .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded);
            let mut rows = |ui: &mut Ui, visible: Range<usize>| {
                self.bring(ui, &visible);
                for index in visible {
                    let made = row(index);
                    self.row(ui, (&mut shown, narrowing.as_deref_mut()), index, &made);
                }
            };
            if self.wrap {
                area.show(ui, |ui| rows(ui, 0..count));
            } else {
                area.show_rows(ui, self.row, count, rows);
            }
        } else {
            let visible = self.visible(ui, count);
            ui.add_space(self.row * points(visible.start));
            self.bring(ui, &visible);
            for index in visible.clone() {
                let made = row(index);
                self.row(ui, (&mut shown, narrowing.as_deref_mut()), index, &made);
            }
            ui.add_space(self.row * points(count - visible.end));
        }
        if let Some(place) = shown.rows.filter(|_| self.clickable) {
            region::rows(ui, place.intersect(ui.clip_rect()));
        }
        for (index, (cells, sentence)) in self.sums.iter().enumerate() {
            self.sum_row(ui, &mut shown, count + index, (cells, sentence));
        }
        width::remember(ui, memory, &shown.needed);
        ui.spacing_mut().item_spacing = before;
        shown
    }

    /// The rows that can be seen, of a table that stands in a page that scrolls; all of them while
    /// they are few.
    fn visible(&self, ui: &Ui, count: usize) -> Range<usize> {
        if self.wrap {
            return 0..count;
        }
        let (clip, top) = (ui.clip_rect(), ui.cursor().top());
        let at = |y: f32| rows((y - top) / self.row).min(count);
        at(clip.top())..at(clip.bottom() + self.row).max(at(clip.top()))
    }

    fn row(
        &self,
        ui: &mut Ui,
        (shown, narrowing): (&mut Shown, Option<&mut Narrowing<'_>>),
        index: usize,
        row: &Row,
    ) {
        let tokens = ui.tokens();
        let sense = if self.clickable { Sense::click() } else { Sense::hover() };
        let height = self.height_of(ui, self.row, (&shown.edges, &row.cells));
        let size = vec2(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(size, sense);
        shown.rows = Some(shown.rows.map_or(rect, |all| all.union(rect)));
        shown.lines.push((index, rect.with_max_y(rect.top() + self.row).y_range()));
        let selected = self.marked.map_or(self.selected == Some(index), |marked| marked(index));
        if response.has_focus() {
            shown.focused = Some(index);
        }
        response.widget_info(|| {
            let role = if self.clickable { Role::ListBoxOption } else { Role::ListItem };
            WidgetInfo::labeled(role, true, &row.sentence)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));
        if selected {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.accent_soft);
        } else if self.clickable && response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.hover);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line_soft));
        let cut = self.cells(ui, rect, shown, &row.cells);
        self.marks(ui, index, (rect, &response));
        focus_ring(ui, &response, rect.shrink(2.0), 4);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            shown.clicked = Some(index);
        }
        if let Some(narrowing) = narrowing {
            narrowing.at(ui, (index, &response), (&self.columns, &shown.edges), &row.cells);
        }
        explain(response, &cut);
    }

    /// Scrolls to the row that is to have the keyboard, when it is out of sight.
    fn bring(&self, ui: &Ui, visible: &Range<usize>) {
        let Some(focus) = self.focus.filter(|focus| !visible.contains(focus)) else { return };
        let rows = |count: usize| self.row * f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        let top = ui.cursor().top() - rows(visible.start) + rows(focus);
        let size = vec2(ui.available_width(), self.row);
        ui.scroll_to_rect(Rect::from_min_size(pos2(ui.cursor().left(), top), size), None);
    }

    /// The box of a row that can be marked, and the keys that are the list's own.
    fn marks(&self, ui: &Ui, index: usize, (rect, response): (Rect, &Response)) {
        let Some(marked) = self.marked else { return };
        if self.focus == Some(index) {
            response.request_focus();
        }
        if response.has_focus() {
            let filter = EventFilter {
                vertical_arrows: true,
                horizontal_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        let tokens = ui.tokens();
        let place = Rect::from_center_size(
            pos2(rect.left() + PAD + 8.0, rect.center().y),
            vec2(15.0, 15.0),
        );
        let (fill, edge) = if marked(index) {
            (tokens.accent, tokens.accent)
        } else {
            (tokens.field, tokens.line_field)
        };
        let radius = CornerRadius::same(3);
        ui.painter().rect(place, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        if marked(index) {
            let at = |x: f32, y: f32| pos2(place.left() + x, place.top() + y);
            let tick = vec![at(3.5, 7.5), at(6.5, 10.5), at(11.5, 4.5)];
            ui.painter().line(tick, Stroke::new(1.6, tokens.on_accent));
        }
    }

    fn sum_row(
        &self,
        ui: &mut Ui,
        shown: &mut Shown,
        index: usize,
        (cells, sentence): (&[Cell], &str),
    ) {
        let tokens = ui.tokens();
        let cells: Vec<_> = cells.iter().map(Cell::strong).collect();
        let height = self.height_of(ui, SUM, (&shown.edges, &cells));
        let size = vec2(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, sentence));
        shown.lines.push((index, rect.with_max_y(rect.top() + SUM).y_range()));
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.text));
        let cut = self.cells(ui, rect, shown, &cells);
        explain(response, &cut);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a position on the screen")]
const fn points(rows: usize) -> f32 {
    rows as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position on the screen, not below zero"
)]
fn rows(points: f32) -> usize {
    points.max(0.0) as usize
}

/// Shows what had to be cut while the pointer rests on the row.
fn explain(response: Response, cut: &[String]) {
    if !cut.is_empty() {
        response.hint_at_pointer(cut.join("\n"));
    }
}
