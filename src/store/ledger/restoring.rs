//! A ledger is made from a backup; what lay in its place is moved aside, never deleted.

use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::super::error::StoreError;
use super::super::{backup, connect, files};
use super::Ledger;

/// So many names are tried for what is moved aside.
const NAMES: u32 = 1000;

impl Ledger {
    /// Writes a verified copy of this ledger, to which `fill` adds entries, to `to`: where no file
    /// is yet, or `over` the one that lies there. Returns where that one was moved to.
    ///
    /// # Errors
    /// When this ledger has findings, the place is taken or the files cannot be written, and those
    /// of `fill`; everything is as it was then.
    pub fn restore<T, E: From<StoreError>>(
        &self,
        to: &Path,
        over: bool,
        fill: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<(T, Option<PathBuf>), E> {
        self.require_whole()?;
        let to = std::path::absolute(to).map_err(|error| files::io_error(&error, to))?;
        let to = files::behind_link(&to);
        backup::require_none(&to)?;
        let own = self.path.as_deref().and_then(|own| files::identity(own).ok());
        if to.exists() && (!over || own == files::identity(&to).ok()) {
            return Err(StoreError::Exists { path: to }.into());
        }
        if !over {
            files::no_hot_journal(&to)?;
        }
        let (part, mut copy) = self.restored_part(&to)?;
        let done = fill(&mut copy)?;
        copy.conn.close().map_err(|(_, error)| connect::explain(&error, &to))?;
        if over {
            return Ok((done, Some(replace(part, &to)?)));
        }
        files::publish_new(part, &to)?;
        Ok((done, None))
    }
}

/// Puts a file in the place of another one, which gets a name of its own beside it: at every moment
/// one of the two lies there, where the drive knows files of two names.
pub(super) fn replace(part: NamedTempFile, to: &Path) -> Result<PathBuf, StoreError> {
    let aside = free_beside(to)?;
    let waits = std::fs::metadata(files::journal_of(to)).is_ok_and(|found| found.len() > 0);
    if !waits && std::fs::hard_link(to, &aside).is_ok() {
        return match files::publish(part, to) {
            Ok(()) => Ok(aside),
            Err(error) => {
                std::fs::remove_file(&aside).ok();
                Err(error)
            }
        };
    }
    move_with_journal(to, &aside)?;
    match files::publish_new(part, to) {
        Ok(()) => Ok(aside),
        Err(error) => {
            move_with_journal(&aside, to)?;
            Err(error)
        }
    }
}

/// A name beside a ledger that no file has: "digital-ersetzt-2.foerderbuch".
fn free_beside(path: &Path) -> Result<PathBuf, StoreError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let named = |number: u32| path.with_file_name(format!("{stem}-ersetzt-{number}.foerderbuch"));
    let is_free = |path: &PathBuf| !path.exists() && !files::journal_of(path).exists();
    let free = (1..NAMES).map(named).find(is_free);
    free.ok_or_else(|| StoreError::Exists { path: named(1) })
}

/// A journal of SQLite that waits goes with its file: it belongs to no other.
fn move_with_journal(from: &Path, to: &Path) -> Result<(), StoreError> {
    let journal = files::journal_of(from);
    if journal.exists() {
        let moved = std::fs::rename(&journal, files::journal_of(to));
        moved.map_err(|error| files::io_error(&error, &journal))?;
    }
    std::fs::rename(from, to).map_err(|error| files::io_error(&error, from))
}
