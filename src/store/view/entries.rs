//! A list of the journal: what it holds and in which order.

use super::{EntryFilter, JournalRow};
use crate::domain::{Kind, Money, PersonNo, Seq};

/// What entries are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryOrder {
    /// Number, the newest first.
    #[default]
    Newest,
    /// Number, the oldest first.
    Oldest,
    /// Day on which they count, the earliest first.
    Earliest,
    /// Day on which they count, the latest first.
    Latest,
}

/// By what entries stand together before they stand in their order; what is not named comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryRank {
    /// Kinds, in the order of their names in the language of the screen.
    Kinds(Vec<Kind>),
    /// Who booked them, in the order of the names.
    Persons(Vec<PersonNo>),
}

/// Which entries a list shows, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryWish {
    /// Which.
    pub filter: EntryFilter,
    /// Kinds whose names contain the words of the filter, in the language of the screen.
    pub kinds: Vec<Kind>,
    /// In which order.
    pub order: EntryOrder,
    /// What comes before that order.
    pub rank: Option<EntryRank>,
}

/// The entries of a list by number, in order; their rows are read in windows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryIndex {
    /// What was wished.
    pub wish: EntryWish,
    /// Numbers.
    pub seqs: Vec<Seq>,
    /// What each adds to the figure whose postings are shown, sources positive; empty when the
    /// filter names no figure.
    pub amounts: Vec<Money>,
}

impl EntryIndex {
    /// The figure: the sum of what all entries add to it.
    #[must_use]
    pub fn sum(&self) -> Option<Money> {
        (!self.wish.filter.postings.is_empty()).then(|| self.amounts.iter().copied().sum())
    }
}

impl JournalRow {
    /// Why it was booked, in the words of who booked it; `None` where its kind asks for no reason.
    #[must_use]
    pub fn reason(&self) -> Option<String> {
        let body: serde_json::Value = serde_json::from_str(&self.body).ok()?;
        let reason = body["reason"].as_str()?;
        (!reason.is_empty()).then(|| reason.to_owned())
    }
}
