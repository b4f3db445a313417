//! Columns of a list.

use eframe::egui::Align;

/// What a column holds, and with it how it is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words: filtered by what they contain.
    Text,
    /// Amounts: filtered by range.
    Amount,
    /// Days: filtered by range.
    Day,
    /// One of a few words: filtered by choice.
    Choice,
}

/// A column.
#[expect(clippy::struct_excessive_bools, reason = "five independent traits of a column")]
#[derive(Clone, Debug)]
pub struct Column {
    pub(super) key: &'static str,
    pub(super) head: String,
    pub(super) kind: ColumnKind,
    pub(super) width: f32,
    pub(super) grows: bool,
    pub(super) align: Align,
    pub(super) sum: bool,
    pub(super) sorts: bool,
    pub(super) filters: bool,
    pub(super) whole: bool,
    /// Width that it keeps in any case.
    pub(super) kept: f32,
}

/// Share of its width that a column of words keeps in any case.
const KEPT: f32 = 0.6;

impl Column {
    const fn new(key: &'static str, head: String, kind: ColumnKind, width: f32) -> Self {
        let (grows, sum, sorts, filters) = (false, false, true, true);
        let whole = matches!(kind, ColumnKind::Amount | ColumnKind::Day);
        let (align, kept) = (Align::Min, if whole { 0.0 } else { width * KEPT });
        Self { key, head, kind, width, grows, align, sum, sorts, filters, whole, kept }
    }

    /// Words of about this width, which take their share of the room that is left.
    #[must_use]
    pub const fn text(key: &'static str, head: String, width: f32) -> Self {
        let mut column = Self::new(key, head, ColumnKind::Text, width);
        column.grows = true;
        column
    }

    /// Words of this width.
    #[must_use]
    pub const fn fixed(key: &'static str, head: String, width: f32) -> Self {
        Self::new(key, head, ColumnKind::Text, width)
    }

    /// One of a few words.
    #[must_use]
    pub const fn choice(key: &'static str, head: String, width: f32) -> Self {
        Self::new(key, head, ColumnKind::Choice, width)
    }

    /// Days.
    #[must_use]
    pub const fn day(key: &'static str, head: String, width: f32) -> Self {
        Self::new(key, head, ColumnKind::Day, width)
    }

    /// Amounts, right-aligned, summed.
    #[must_use]
    pub const fn amount(key: &'static str, head: String, width: f32) -> Self {
        let mut column = Self::new(key, head, ColumnKind::Amount, width);
        column.align = Align::Max;
        column.sum = true;
        column
    }

    /// Figures that are no amounts, right-aligned.
    #[must_use]
    pub const fn number(key: &'static str, head: String, width: f32) -> Self {
        let mut column = Self::new(key, head, ColumnKind::Text, width);
        column.align = Align::Max;
        column.whole()
    }

    /// Its key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Takes its share of the room that is left.
    #[must_use]
    pub const fn growing(mut self) -> Self {
        self.grows = true;
        self
    }

    /// Amounts that must not be added up.
    #[must_use]
    pub const fn unsummed(mut self) -> Self {
        self.sum = false;
        self
    }

    /// Not sorted by.
    #[must_use]
    pub const fn unsorted(mut self) -> Self {
        self.sorts = false;
        self
    }

    /// Not filtered by.
    #[must_use]
    pub const fn unfiltered(mut self) -> Self {
        self.filters = false;
        self
    }

    /// What stands in it is never cut, however wide it is, as figures never are.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        (self.whole, self.kept) = (true, 0.0);
        self
    }

    /// It keeps its width where the room is scarce: the list is scrolled sideways then.
    #[must_use]
    pub const fn keeping(mut self) -> Self {
        self.kept = self.width;
        self
    }

    pub(super) const fn is_whole(&self) -> bool {
        self.whole
    }
}
