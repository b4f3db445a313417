//! What is saved of a list: heads, and cells as a spreadsheet reads them.

use crate::domain::Seq;
use crate::store::view::EntryFilter;

/// A list to be saved as a file.
#[derive(Clone, Debug)]
pub struct ListFile {
    /// Name that is proposed, without extension.
    pub name: String,
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: ListRows,
}

impl ListRows {
    /// How many.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self {
            Self::Cells(rows) => rows.len(),
            Self::Entries { seqs, .. } => seqs.len(),
        }
    }
}

/// Where the rows of a file come from.
#[derive(Clone, Debug)]
pub enum ListRows {
    /// They are here.
    Cells(Vec<Vec<String>>),
    /// Entries of the journal in this order, read while the file is written.
    Entries {
        /// Decides which amount an entry shows.
        filter: Box<EntryFilter>,
        /// Their numbers.
        seqs: Vec<Seq>,
    },
}
