//! An extract for a recipient, read as a ledger is.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::super::connect::Access;
use super::super::error::{Finding, StoreError};
use super::super::extract::{self, About};
use super::{Ledger, Readable as _};

impl Ledger {
    /// As [`Ledger::open`], for whoever reads only: also the extract for a recipient.
    ///
    /// # Errors
    /// When the file cannot be opened or read.
    pub fn open_or_extract(path: &Path, access: Access) -> Result<Self, StoreError> {
        if extract::is_extract(path)? { extract::open(path) } else { Self::open(path, access) }
    }

    /// The ledger in memory that an extract was laid out as.
    pub(in crate::store) fn of_extract(
        conn: Connection,
        path: PathBuf,
        about: About,
        findings: Vec<Finding>,
    ) -> Self {
        let head = about.checkpoint;
        let extract = Some(about);
        let mut ledger =
            Self { head, findings, extract, ..Self::around(conn, Some(path), Access::Read) };
        // In memory nobody else writes: what cannot be asked now is asked again.
        ledger.data_version = ledger.current_data_version().unwrap_or(-1);
        ledger
    }

    /// What it is an extract of; none for a whole ledger.
    #[must_use]
    pub const fn extract(&self) -> Option<&About> {
        self.extract.as_ref()
    }

    /// Refuses what needs the entries of all: an extract has those of one recipient.
    ///
    /// # Errors
    /// [`StoreError::Extract`].
    pub fn require_whole(&self) -> Result<(), StoreError> {
        match self.extract {
            None => Ok(()),
            Some(_) => Err(StoreError::Extract { path: self.file() }),
        }
    }
}
