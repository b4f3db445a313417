//! Lists that people work in: virtual rows, sorted and filtered by column, selected in ranges,
//! summed, copied to a spreadsheet and saved.
//!
//! A [`List`] paints what [`Rows`] gives and keeps what the person did in a [`ListState`]. Rows in
//! memory are shown by [`List::show_items`], which sorts and filters by itself; rows that come in
//! windows from the ledger by [`List::show`], with [`ListState::filters`] as the wish.

mod cell;
mod column;
mod export;
mod foot;
mod gather;
mod head;
mod items;
mod keys;
mod menu;
mod paint;
mod state;

use eframe::egui::{Id, Rect, ScrollArea, Ui, accesskit::Role, scroll_area::ScrollBarVisibility};

pub use cell::{Cell, Look, Value};
pub use column::{Column, ColumnKind};
pub use export::{ListFile, ListRows};
pub use items::Item;
pub use state::{Filter, ListState, RowId, row_id};

use state::Followed;

use crate::domain::Money;
use crate::ui::context::Context;
use crate::ui::theme::ROW;
use crate::ui::widget::region::{self, Region};
use crate::ui::widget::share::{Part, share};
use crate::ui::widget::{LINE, MARGIN};

/// A row: its cells in the order of the columns, and the words that the screen reader says.
#[derive(Clone, Debug)]
pub struct Row {
    /// Cells.
    pub cells: Vec<Cell>,
    /// The row in words, without its place in the list.
    pub words: String,
}

/// The rows that a list shows, sorted and filtered.
pub trait Rows {
    /// How many.
    fn count(&self) -> usize;
    /// Identity of the row at that place.
    fn id(&self, at: usize) -> RowId;
    /// The row at that place; `None` while it is on its way.
    fn row(&self, at: usize) -> Option<Row>;
    /// Sum of a column over all rows; `None` where there is none.
    fn total(&self, column: usize) -> Option<Money>;
    /// Sum of a column over the selected rows; `None` where there is none or not yet.
    fn selected_total(&self, column: usize) -> Option<Money>;
    /// What a column of choices holds, for its filter.
    fn choices(&self, column: usize) -> Vec<String>;

    /// What stands in the row at that place; `None` while it is on its way.
    fn cells(&self, at: usize) -> Option<Vec<Cell>> {
        self.row(at).map(|row| row.cells)
    }

    /// False where rows come in windows: what is out of sight can then neither be copied nor
    /// looked through here.
    fn in_memory(&self) -> bool {
        true
    }

    /// Place of a row.
    fn place(&self, id: RowId) -> Option<usize> {
        (0..self.count()).find(|at| self.id(*at) == id)
    }
}

/// What the person did.
#[derive(Clone, Debug, Default)]
pub struct Happened {
    /// Row that was opened, by click or Enter.
    pub opened: Option<RowId>,
    /// Filter from elsewhere that was removed, by its place in [`List::narrowed`].
    pub removed: Option<usize>,
    /// All filters were removed.
    pub cleared: bool,
    /// The list shall be saved as a file.
    pub save: bool,
    /// These rows shall be copied; only where the rows come in windows, see [`Rows::in_memory`].
    pub copied: Vec<RowId>,
    /// Places of the rows that were painted.
    pub visible: std::ops::Range<usize>,
}

/// A list.
pub struct List<'a> {
    id: &'a str,
    columns: Vec<Column>,
    noun: &'a str,
    chosen: Option<RowId>,
    height: f32,
    row: f32,
    narrowed: Vec<String>,
    title: Option<String>,
    nothing: &'a str,
    unseen: Vec<Column>,
    given: Option<(&'static str, bool)>,
    order: Option<&'a str>,
}

/// Where columns are, and identities of widgets.
struct Layout {
    base: Id,
    edges: Vec<(f32, f32)>,
}

impl<'a> List<'a> {
    /// A list of these columns; `noun` is the message that counts its rows.
    #[must_use]
    pub const fn new(id: &'a str, noun: &'a str, columns: Vec<Column>) -> Self {
        Self {
            id,
            columns,
            noun,
            chosen: None,
            height: 400.0,
            row: ROW,
            narrowed: Vec::new(),
            title: None,
            nothing: "screen-no-match",
            unseen: Vec::new(),
            given: None,
            order: None,
        }
    }

    /// Columns for which there is no room; what they are narrowed to stays, under their name.
    #[must_use]
    pub fn unseen(mut self, columns: Vec<Column>) -> Self {
        self.unseen = columns;
        self
    }

    /// The order of the rows as they are given: the column, and whether from the greatest down.
    #[must_use]
    pub const fn given(mut self, column: &'static str, down: bool) -> Self {
        self.given = Some((column, down));
        self
    }

    /// The message that tells the order of the rows as they are given, where it is that of no
    /// column.
    #[must_use]
    pub const fn ordered(mut self, key: &'a str) -> Self {
        self.order = Some(key);
        self
    }

    /// The row that is shown in full elsewhere.
    #[must_use]
    pub const fn chosen(mut self, chosen: Option<RowId>) -> Self {
        self.chosen = chosen;
        self
    }

    /// All of it, chips and sums included, takes this height.
    #[must_use]
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Rows of at least two lines. All rows are as high as the words that are seen need it.
    #[must_use]
    pub const fn tall(mut self) -> Self {
        self.row = 2.0 * (LINE + MARGIN);
        self
    }

    /// What the rows are narrowed to from elsewhere, in words; shown as chips, too.
    #[must_use]
    pub fn narrowed(mut self, words: Vec<String>) -> Self {
        self.narrowed = words;
        self
    }

    /// The message of a list without rows.
    #[must_use]
    pub const fn nothing(mut self, key: &'a str) -> Self {
        self.nothing = key;
        self
    }

    /// It can be saved as a file, for which this name is proposed.
    #[must_use]
    pub fn saved_as(mut self, title: String) -> Self {
        self.title = Some(title);
        self
    }

    /// Shows rows as they are given; filters and order in `state` are a wish to the giver.
    pub fn show(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        state: &mut ListState,
        rows: &dyn Rows,
    ) -> Happened {
        let mut happened = Happened::default();
        let frame = ui.ctx().cumulative_frame_nr();
        if frame > state.frame + 1 {
            // Another screen was between: its menu is closed, and what is chosen is looked for.
            state.menu = None;
            state.followed = None;
        }
        state.frame = frame;
        let before = ui.spacing().item_spacing;
        let top = ui.cursor().top();
        self.chips(ui, cx, state, &mut happened);
        ui.spacing_mut().item_spacing.y = 0.0;
        let base = ui.scope_id().with(self.id);
        let widths = self.widths(ui, state, base);
        state.fit(&widths);
        let least: f32 = widths.iter().sum();
        let used = ui.cursor().top() - top;
        if least > ui.available_width() + 1.0 {
            let area = ScrollArea::horizontal()
                .id_salt((self.id, "wide"))
                .scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible);
            area.show(ui, |ui| {
                ui.set_width(least);
                let layout = Layout { base, edges: edges(ui, &widths) };
                self.table(ui, cx, (state, rows, &mut happened), (&layout, used + 10.0));
            });
        } else {
            let layout = Layout { base, edges: edges(ui, &widths) };
            self.table(ui, cx, (state, rows, &mut happened), (&layout, used));
        }
        ui.spacing_mut().item_spacing = before;
        self.status(ui, cx, (state, rows), &mut happened);
        happened
    }

    /// Head, rows and sums.
    fn table(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        (layout, used): (&Layout, f32),
    ) {
        let head = self.head(ui, cx, (state, rows), layout);
        let room = self.height - used - head - foot::SUMS - foot::STATUS;
        // A row that is cut through by the sums below could not be read.
        let height = self.row(state);
        let least = (self.row * 3.0 / height).floor().max(1.0) * height;
        let room = ((room / height).floor() * height).max(least);
        self.keep_place(state, rows, (height, room));
        // An area measures an offset by the height that its content had in the frame before, and
        // swings back from what seems to be beyond the end.
        let content = paint::points(rows.count(), height);
        let measured = (state.content - content).abs() < 0.5;
        state.content = content;
        if measured {
            self.follow_chosen(state, rows, room);
        } else {
            ui.ctx().request_repaint();
        }
        self.keys(ui, cx, (state, rows, happened), (layout.base, room));
        let mut area = ScrollArea::vertical()
            .id_salt((self.id, "rows"))
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true])
            .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded);
        if let Some(to) = state.scroll_to.take_if(|_| measured) {
            area = area.vertical_scroll_offset(to);
        }
        if rows.count() == 0 {
            crate::ui::widget::card::empty(ui, &cx.t(self.nothing));
        }
        let top = ui.cursor().top();
        // A row at the edge is read like the others.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let shown = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(paint::points(rows.count(), height));
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::ListBox);
                node.set_label(cx.t("list-rows"));
                node.set_multiselectable();
            });
            let left = ui.max_rect().left();
            let seen = Rect::from_min_size(eframe::egui::pos2(left, top), viewport.size());
            region::begin(ui, Region::List, seen);
            self.rows(ui, cx, (state, rows, happened), (layout, seen, viewport.min.y));
        });
        state.offset = shown.state.unclamped_offset().y;
        self.sums(ui, cx, rows, layout);
        self.context_menu(ui, cx, (state, rows, happened), layout.base);
    }

    /// Rows are that high now: the first that is seen stays the same, and the chosen row and that
    /// of the cursor stay in sight if they were.
    fn keep_place(&self, state: &mut ListState, rows: &dyn Rows, (height, room): (f32, f32)) {
        let before = std::mem::replace(&mut state.row, height);
        let to = state.scroll_to.unwrap_or(state.offset);
        let seen = to..=to + std::mem::replace(&mut state.room, room);
        if before <= 0.0 || (height - before).abs() < 0.1 {
            return;
        }
        state.scroll_to = Some(to * height / before);
        let chosen = state.followed.as_mut().map(|followed| {
            followed.room = room;
            followed.at
        });
        let cursor = state.cursor.and_then(|id| state.place_of(rows, id));
        let in_sight = |at: &usize| {
            let top = paint::points(*at, before);
            seen.contains(&(top + 1.0)) && seen.contains(&(top + before - 1.0))
        };
        for at in chosen.into_iter().chain(cursor).filter(in_sight) {
            self.reveal(state, at, room);
        }
    }

    /// Brings the row into sight that another place led to, and again where it has another place
    /// or there is other room.
    fn follow_chosen(&self, state: &mut ListState, rows: &dyn Rows, room: f32) {
        let Some(id) = self.chosen else {
            state.followed = None;
            return;
        };
        let before = state.followed.filter(|followed| followed.row == id);
        let stays = |followed: &Followed| {
            // The place of a row that comes in windows is too dear to be looked for again.
            let there = !rows.in_memory() || rows.id(followed.at) == id;
            there && followed.at < rows.count() && (followed.room - room).abs() < 0.5
        };
        if before.as_ref().is_some_and(stays) {
            return;
        }
        // One that is not there yet may come with the next reading.
        if let Some(at) = rows.place(id) {
            state.followed = Some(Followed { row: id, at, room });
            if before.is_none() {
                state.cursor = Some(id);
            }
            self.reveal(state, at, room);
        }
    }

    /// Widths of the columns: as dragged, else as given, at least what figures need; those that
    /// grow share what is left.
    fn widths(&self, ui: &Ui, state: &mut ListState, base: Id) -> Vec<f32> {
        let dragged = ListState::dragged(ui, base);
        let parts = self.columns.iter().map(|column| {
            let least = Self::least(ui, state, column);
            if let Some(own) = dragged.get(column.key) {
                let least = own.max(least);
                return Part { wished: least, natural: least, broken: least, least, grows: false };
            }
            let most = column.width * MOST;
            let natural = Self::natural(ui, state, column).min(most);
            let broken = state.needed(column.key).broken.min(column.width * BROKEN);
            let wished = column.width.max(natural);
            Part { wished, natural, broken, least, grows: column.grows }
        });
        share(&parts.collect::<Vec<_>>(), ui.available_width())
    }
}

/// A column is at most so many times as wide as given because of its words.
pub(super) const MOST: f32 = 1.8;
/// The same where its words go on in a second line.
const BROKEN: f32 = 1.25;

/// Left and right edge of each column.
fn edges(ui: &Ui, widths: &[f32]) -> Vec<(f32, f32)> {
    let mut left = ui.available_rect_before_wrap().left();
    let mut edges = Vec::with_capacity(widths.len());
    for width in widths {
        edges.push((left + paint::PAD, left + width - paint::PAD));
        left += width;
    }
    edges
}
