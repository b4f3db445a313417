//! What stands in a cell: a value that can be sorted, filtered, summed and copied, and its look.

use crate::domain::{Day, Money};
use crate::store::sort_key;
use crate::text::sheet;
use crate::ui::context::Context;
use crate::ui::widget::chip::Meaning;

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// There is none.
    #[default]
    Nothing,
    /// Words.
    Text(String),
    /// An amount.
    Amount(Money),
    /// A day.
    Day(Day),
    /// A date of any precision: the day that it sorts by, and its words.
    Date(Day, String),
    /// A number.
    Number(i64),
}

/// Order of values; what is missing stands last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Number(i64),
    Text(String),
}

impl Value {
    /// As people read it.
    #[must_use]
    pub fn shown(&self, cx: &Context<'_>) -> String {
        match self {
            Self::Nothing => "–".to_owned(),
            Self::Text(text) | Self::Date(_, text) => text.clone(),
            Self::Amount(amount) => cx.money(*amount),
            Self::Day(day) => cx.text.day(*day),
            Self::Number(number) => number.to_string(),
        }
    }

    /// As a spreadsheet reads it.
    #[must_use]
    pub fn sheet(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Date(_, text) => sheet::words(text),
            Self::Amount(amount) => sheet::amount(*amount),
            Self::Day(day) => sheet::day(*day),
            Self::Number(number) => number.to_string(),
        }
    }

    pub(super) fn key(&self) -> Option<Key> {
        match self {
            Self::Nothing => None,
            Self::Text(text) if text.is_empty() => None,
            Self::Text(text) => Some(Key::Text(sort_key(text))),
            Self::Amount(amount) => Some(Key::Number(amount.cents())),
            Self::Day(day) | Self::Date(day, _) => {
                Some(Key::Number((*day - Day::default()).num_days()))
            }
            Self::Number(number) => Some(Key::Number(*number)),
        }
    }
}

/// How a value looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Text.
    #[default]
    Plain,
    /// Text that stands back.
    Dim,
    /// Text that stands out.
    Strong,
    /// Text that asks for attention.
    Warn,
    /// A status.
    Chip(Meaning),
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its value.
    pub value: Value,
    /// How it looks.
    pub look: Look,
    /// A second line, shown in tall rows only.
    pub below: String,
}

impl Cell {
    /// Nothing.
    #[must_use]
    pub const fn nothing() -> Self {
        Self { value: Value::Nothing, look: Look::Dim, below: String::new() }
    }

    /// Any value.
    #[must_use]
    pub const fn of(value: Value) -> Self {
        Self { value, look: Look::Plain, below: String::new() }
    }

    /// Words.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        Self::of(Value::Text(words.into()))
    }

    /// An amount.
    #[must_use]
    pub const fn amount(amount: Money) -> Self {
        Self::of(Value::Amount(amount))
    }

    /// An amount, or nothing.
    #[must_use]
    pub fn perhaps(amount: Option<Money>) -> Self {
        amount.map_or_else(Self::nothing, Self::amount)
    }

    /// A day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self::of(Value::Day(day))
    }

    /// A status.
    #[must_use]
    pub fn chip(meaning: Meaning, words: impl Into<String>) -> Self {
        Self { look: Look::Chip(meaning), ..Self::text(words) }
    }

    /// It stands back.
    #[must_use]
    pub const fn dim(mut self) -> Self {
        self.look = Look::Dim;
        self
    }

    /// With a second line.
    #[must_use]
    pub fn below(mut self, words: String) -> Self {
        self.below = words;
        self
    }
}
