//! What the screen shows of a list that is taken over.

use std::path::PathBuf;

use crate::domain::RecipientKey;
use crate::domain::takeover::{Acting, Counts, ListKind, ListRow, Verdict};
use crate::exchange::takeover::Directory;

use super::reconcile::ListBooking;

/// How a list is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeoverWish {
    /// What it holds; without it what its heads say.
    pub kind: Option<ListKind>,
    /// Beginning of the keys of the official directory.
    pub within: String,
}

impl Default for TakeoverWish {
    /// The keys of Thüringen begin with 16.
    fn default() -> Self {
        Self { kind: None, within: "16".to_owned() }
    }
}

/// A list, as it was read.
#[derive(Clone, Debug)]
pub struct TakeoverFile {
    /// Which reading it comes from.
    pub serial: u64,
    /// Where it lies.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// How it was to be read.
    pub wish: TakeoverWish,
    /// What it holds.
    pub read: Directory,
}

/// A row and what becomes of it.
#[derive(Clone, Debug)]
pub struct TakeoverRow {
    /// The row.
    pub row: ListRow,
    /// What becomes of it.
    pub verdict: Verdict,
}

/// A list against the ledger.
#[derive(Clone, Debug)]
pub struct TakeoverPreview {
    /// Which reading it is about.
    pub serial: u64,
    /// Who takes it over, and who did the steps.
    pub acting: Acting,
    /// Its rows by line.
    pub rows: Vec<TakeoverRow>,
    /// What they come to.
    pub counts: Counts,
    /// Recipients that the directory does not name.
    pub gone: Vec<RecipientKey>,
}

/// How far the booking of a list is.
pub type TakeoverBooking = ListBooking<Counts>;
