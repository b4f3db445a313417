//! Verified copies of a ledger: what people save, backups, and what is restored from them.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use tempfile::NamedTempFile;

use super::super::error::StoreError;
use super::super::view::Head;
use super::super::{connect, files};
use super::restoring::replace;
use super::{Access, Ledger};

/// A copy in a folder of backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where it lies.
    pub path: PathBuf,
    /// Its last entry.
    pub head: Head,
    /// Where the file lies now that had its name and was not good.
    pub aside: Option<PathBuf>,
}

impl Ledger {
    /// Writes a verified copy: backup under a temporary name, opened, verified to have the same
    /// head, synced, and only then named `to`.
    ///
    /// `keep_going` is told the percentage and cancels with `false`. Returns the head of the copy,
    /// which holds also what another process booked meanwhile.
    ///
    /// # Errors
    /// When the copy cannot be written or is not good; `to` is then as it was.
    pub fn save_copy(
        &self,
        to: &Path,
        keep_going: &mut dyn FnMut(u32) -> bool,
    ) -> Result<Head, StoreError> {
        self.require_whole()?;
        let to = std::path::absolute(to)
            .map_err(|error| StoreError::Io { path: to.into(), reason: error.to_string() })?;
        let same = |own: &Path| {
            own == to || std::fs::canonicalize(own).ok() == std::fs::canonicalize(&to).ok()
        };
        if to.exists() && self.path.as_deref().is_some_and(same) {
            return Err(StoreError::Exists { path: to });
        }
        files::no_hot_journal(&to)?;
        let (part, head) = self.verified_part(&to, keep_going)?;
        files::publish(part, &to)?;
        Ok(head)
    }

    /// Writes a verified copy into a folder, named after the head of the copy. A good file of that
    /// name with the same head is the copy; another one is moved aside, for nobody chose that name.
    /// `keep_going` as for [`Ledger::save_copy`].
    ///
    /// # Errors
    /// When the copy cannot be written or is not good; everything is as it was then.
    pub fn save_backup(
        &self,
        folder: &Path,
        name: impl Fn(Head) -> String,
        keep_going: &mut dyn FnMut(u32) -> bool,
    ) -> Result<Saved, StoreError> {
        self.require_whole()?;
        let folder =
            std::path::absolute(folder).map_err(|error| files::io_error(&error, folder))?;
        let planned = folder.join(name(self.head));
        let (part, head) = self.verified_part(&planned, keep_going)?;
        // Another process may have booked while the copy was made; then the copy has it too.
        let path = folder.join(name(head));
        if path.exists() {
            let good = is_good(&path, head)?;
            let aside = if good { None } else { Some(replace(part, &path)?) };
            return Ok(Saved { path, head, aside });
        }
        files::no_hot_journal(&path)?;
        match files::publish_new(part, &path) {
            // Another process has written the same copy just now.
            Err(StoreError::Exists { .. }) if is_good(&path, head)? => {}
            published => published?,
        }
        Ok(Saved { path, head, aside: None })
    }

    /// A copy under a temporary name beside `to` that is good and continues this journal.
    fn verified_part(
        &self,
        to: &Path,
        keep_going: &mut dyn FnMut(u32) -> bool,
    ) -> Result<(NamedTempFile, Head), StoreError> {
        let part = files::part_beside(to)?;
        self.copy_into(part.path(), to, keep_going)?;
        let copy = Self::open(part.path(), Access::Read)?;
        copy.require_good()?;
        if copy.verify_anchor(self.head)?.is_some() {
            let path = to.to_owned();
            return Err(StoreError::Damaged { path, detail: "copy is incomplete".into() });
        }
        let head = copy.head;
        Ok((part, head))
    }

    /// A verified copy under a temporary name beside `to`, opened for writing: nobody sees it yet.
    pub(in crate::store) fn restored_part(
        &self,
        to: &Path,
    ) -> Result<(NamedTempFile, Self), StoreError> {
        self.require_good()?;
        let part = files::part_beside(to)?;
        self.copy_into(part.path(), to, &mut |_| true)?;
        let copy = Self::open(part.path(), Access::Write)?;
        connect::unseen(&copy.conn).map_err(|error| connect::explain(&error, to))?;
        Ok((part, copy))
    }

    fn copy_into(
        &self,
        part: &Path,
        to: &Path,
        keep_going: &mut dyn FnMut(u32) -> bool,
    ) -> Result<(), StoreError> {
        let explain = |error: rusqlite::Error| connect::explain(&error, to);
        let mut target = Connection::open(part).map_err(explain)?;
        connect::unseen(&target).map_err(explain)?;
        let backup = Backup::new(&self.conn, &mut target).map_err(explain)?;
        loop {
            match backup.step(256).map_err(explain)? {
                StepResult::Done => return Ok(()),
                StepResult::Busy | StepResult::Locked => {
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                _ => {}
            }
            let progress = backup.progress();
            let all = u32::try_from(progress.pagecount.max(1)).unwrap_or(1);
            let left = u32::try_from(progress.remaining.max(0)).unwrap_or(0);
            if !keep_going((all - left.min(all)) * 100 / all) {
                return Err(StoreError::Cancelled);
            }
        }
    }
}

/// True when a file is a good ledger that ends with that entry.
fn is_good(path: &Path, head: Head) -> Result<bool, StoreError> {
    match Ledger::open(path, Access::Read) {
        Ok(there) => {
            let same = (there.head.seq, there.head.hash) == (head.seq, head.hash);
            Ok(same && there.findings().is_empty())
        }
        // What another process works on is no worse for that.
        Err(error @ StoreError::Busy { .. }) => Err(error),
        Err(_) => Ok(false),
    }
}
