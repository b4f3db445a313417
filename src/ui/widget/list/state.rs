//! What a person did with a list: order, filters, selection, place of the cursor.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher as _};

use eframe::egui::{Id, Ui};

use super::items::View;
use super::{Rows, Value};
use crate::domain::{Day, Money};
use crate::ui::context::Context;
use crate::ui::widget::make_again;

/// Identity of a row, whatever its place.
pub type RowId = u64;

/// The identity that follows from a key.
#[must_use]
pub fn row_id(key: impl Hash) -> RowId {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// What a column is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The words contain this, whatever the case.
    Contains(String),
    /// One of these.
    OneOf(BTreeSet<String>),
    /// Amounts from here to there, both included.
    Amounts(Option<Money>, Option<Money>),
    /// Days from here to there, both included.
    Days(Option<Day>, Option<Day>),
}

impl Filter {
    /// Only this value; `None` where there is nothing to narrow to.
    #[must_use]
    pub fn value(value: &Value, cx: &Context<'_>) -> Option<Self> {
        Some(match value {
            Value::Nothing => return None,
            Value::Text(_) | Value::Number(_) | Value::Date(..) => {
                Self::OneOf([value.shown(cx)].into())
            }
            Value::Amount(amount) => Self::Amounts(Some(*amount), Some(*amount)),
            Value::Day(day) => Self::Days(Some(*day), Some(*day)),
        })
    }

    /// True when a value passes.
    #[must_use]
    pub fn passes(&self, value: &Value, cx: &Context<'_>) -> bool {
        match (self, value) {
            (Self::Contains(words), _) => {
                value.shown(cx).to_lowercase().contains(&words.trim().to_lowercase())
            }
            (Self::OneOf(words), _) => words.contains(&value.shown(cx)),
            (Self::Amounts(from, to), Value::Amount(amount)) => {
                from.is_none_or(|from| *amount >= from) && to.is_none_or(|to| *amount <= to)
            }
            (Self::Days(from, to), Value::Day(day) | Value::Date(day, _)) => {
                from.is_none_or(|from| *day >= from) && to.is_none_or(|to| *day <= to)
            }
            (Self::Amounts(..) | Self::Days(..), _) => false,
        }
    }

    /// What it says on its chip, after the name of the column.
    pub(super) fn words(&self, cx: &Context<'_>) -> String {
        let range = |from: Option<String>, to: Option<String>| match (from, to) {
            (Some(from), Some(to)) if from == to => from,
            (Some(from), Some(to)) => cx.f("list-between", &[("from", from), ("to", to)]),
            (Some(from), None) => cx.f("list-from", &[("from", from)]),
            (None, to) => cx.f("list-to", &[("to", to.unwrap_or_default())]),
        };
        match self {
            Self::Contains(words) => cx.f("list-contains", &[("words", words.trim().to_owned())]),
            Self::OneOf(words) => words.iter().cloned().collect::<Vec<_>>().join(", "),
            Self::Amounts(from, to) => range(from.map(|a| cx.euro(a)), to.map(|a| cx.euro(a))),
            Self::Days(from, to) => range(from.map(|d| cx.text.day(d)), to.map(|d| cx.text.day(d))),
        }
    }
}

/// A row that was brought into sight, with its place and the height of all that is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Followed {
    pub row: RowId,
    pub at: usize,
    pub room: f32,
}

/// Widths that a column needs for what stands in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Widths {
    /// Nothing is cut.
    pub least: f32,
    /// Words are broken between words only, on about two lines.
    pub broken: f32,
    /// Everything stands on one line.
    pub natural: f32,
}

impl Widths {
    /// Of what must stand whole.
    pub(super) const fn whole(width: f32) -> Self {
        Self { least: width, broken: width, natural: width }
    }

    fn is_within(self, other: Self) -> bool {
        self.least <= other.least && self.broken <= other.broken && self.natural <= other.natural
    }

    const fn or(self, other: Self) -> Self {
        Self {
            least: self.least.max(other.least),
            broken: self.broken.max(other.broken),
            natural: self.natural.max(other.natural),
        }
    }
}

/// What a person did with a list.
#[derive(Debug, Default)]
pub struct ListState {
    /// Column that the rows are sorted by, and whether from the greatest down.
    pub sort: Option<(&'static str, bool)>,
    /// Filter per column.
    pub filters: BTreeMap<&'static str, Filter>,
    /// Words that a row must contain.
    pub words: String,
    pub(super) selected: HashSet<RowId>,
    /// Counts changes of the selection.
    pub(super) revision: u64,
    pub(super) cursor: Option<RowId>,
    /// Where the cursor was when it was looked for last.
    place: usize,
    /// What an open filter offers, and its column.
    pub(super) choices: Option<(&'static str, Vec<String>)>,
    pub(super) anchor: Option<RowId>,
    /// Column of the cursor.
    pub(super) column: usize,
    pub(super) offset: f32,
    /// The frame in which the list was painted last.
    pub(super) frame: u64,
    pub(super) scroll_to: Option<f32>,
    /// Height of all rows in the frame before.
    pub(super) content: f32,
    /// The chosen row that was brought into sight last.
    pub(super) followed: Option<Followed>,
    /// Row and column of the menu that is open, and whether it has just been opened.
    pub(super) menu: Option<(RowId, usize, bool)>,
    pub(super) menu_at: Option<eframe::egui::Rect>,
    /// What is typed into the filter of a column.
    pub(super) typed: BTreeMap<&'static str, [String; 2]>,
    /// Letters typed on a row, and when the last of them.
    pub(super) letters: (String, f64),
    needed: BTreeMap<&'static str, Widths>,
    /// Height that rows need for their words at the widths that the columns had then.
    pub(super) high: f32,
    widths: Vec<f32>,
    /// Height of a row, and of all that are seen, in the frame before.
    pub(super) row: f32,
    pub(super) room: f32,
    pub(super) view: View,
    /// Rows on their way to a spreadsheet or a file.
    pub(super) gathering: Option<super::gather::Gathering>,
}

impl ListState {
    /// True when that row is selected.
    #[must_use]
    pub fn is_selected(&self, id: RowId) -> bool {
        self.selected.contains(&id)
    }

    /// The selected rows, in no order.
    #[must_use]
    pub const fn selected(&self) -> &HashSet<RowId> {
        &self.selected
    }

    /// Counts changes of the selection, so that what follows from it is computed once.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Selects these rows and no others.
    pub fn select(&mut self, rows: impl IntoIterator<Item = RowId>) {
        self.selected = rows.into_iter().collect();
        self.revision += 1;
    }

    /// Keeps of the selection what passes.
    pub fn keep_selected(&mut self, keep: impl Fn(RowId) -> bool) {
        let before = self.selected.len();
        self.selected.retain(|id| keep(*id));
        self.revision += u64::from(self.selected.len() != before);
    }

    pub(super) fn toggle(&mut self, id: RowId) {
        if !self.selected.remove(&id) {
            self.selected.insert(id);
        }
        self.anchor = Some(id);
        self.revision += 1;
    }

    /// Selects from the anchor to that place.
    pub(super) fn select_to(&mut self, rows: &dyn Rows, at: usize) {
        let from = self.anchor.and_then(|anchor| rows.place(anchor)).unwrap_or(at);
        self.select((from.min(at)..=from.max(at)).map(|at| rows.id(at)));
        self.anchor = self.anchor.or_else(|| Some(rows.id(at)));
    }

    /// Place of a row, looked for only when it is not where it was the last time.
    pub(super) fn place_of(&mut self, rows: &dyn Rows, id: RowId) -> Option<usize> {
        if self.place >= rows.count() || rows.id(self.place) != id {
            self.place = rows.place(id)?;
        }
        Some(self.place)
    }

    pub(super) fn select_one(&mut self, id: RowId) {
        self.select([id]);
        self.anchor = Some(id);
    }

    /// Sorts by a column, the other way round the second time.
    pub(super) fn sort_by(&mut self, key: &'static str) {
        self.sort = match self.sort {
            Some((column, false)) if column == key => Some((key, true)),
            _ => Some((key, false)),
        };
    }

    /// Removes all filters.
    pub fn clear(&mut self) {
        self.filters.clear();
        self.typed.clear();
    }

    /// Forgets words, filters and selection: another place leads to the list.
    pub fn forget(&mut self) {
        self.clear();
        self.words.clear();
        self.select([]);
    }

    /// Widths that the column needs for what stood in it.
    pub(super) fn needed(&self, column: &str) -> Widths {
        self.needed.get(column).copied().unwrap_or_default()
    }

    /// A cell needs these widths of its column, and that height of its row.
    pub(super) fn needs(&mut self, ui: &Ui, column: &'static str, (widths, height): (Widths, f32)) {
        let known = self.needed.entry(column).or_default();
        if !widths.is_within(*known) {
            *known = known.or(widths);
            make_again(ui.ctx(), "the width of a column");
        }
        if height > self.row.max(self.high) {
            self.high = height;
            make_again(ui.ctx(), "the height of rows");
        }
    }

    /// The columns are that wide now: at other widths rows need another height. A scroll bar that
    /// comes and goes with the height changes nothing.
    pub(super) fn fit(&mut self, widths: &[f32]) {
        let other = |(now, then): (&f32, &f32)| (now - then).abs() > 2.0;
        if widths.len() != self.widths.len() || widths.iter().zip(&self.widths).any(other) {
            self.widths = widths.to_vec();
            self.high = 0.0;
        }
    }

    fn memory(base: Id) -> Id {
        base.with("widths")
    }

    /// Widths that the person dragged, by column.
    pub(super) fn dragged(ui: &Ui, base: Id) -> BTreeMap<String, f32> {
        ui.data(|data| data.get_temp(Self::memory(base))).unwrap_or_default()
    }

    pub(super) fn drag(ui: &Ui, base: Id, key: &str, width: f32) {
        let mut widths = Self::dragged(ui, base);
        widths.insert(key.to_owned(), width);
        ui.data_mut(|data| data.insert_temp(Self::memory(base), widths));
    }
}
