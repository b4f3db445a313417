//! The open ledger: one file, one connection, one verified head.

mod copying;
mod of_extract;
mod restoring;
mod stopping;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, TransactionBehavior};

use super::chain::GENESIS;
use super::connect::{self, Access};
use super::error::{Finding, StoreError};
use super::examine::{Examination, Examined};
use super::extract::About;
use super::verify;
use super::view::{Chain, Head};

pub use copying::Saved;
pub use stopping::StopReading;

/// A ledger, verified when it was opened.
///
/// Holds the connection; lives on one thread. A ledger with findings is never written to.
#[derive(Debug)]
pub struct Ledger {
    conn: Connection,
    path: Option<PathBuf>,
    access: Access,
    head: Head,
    data_version: i64,
    findings: Vec<Finding>,
    verified: bool,
    /// What it is an extract of; none for a whole ledger.
    extract: Option<About>,
    /// Its tables are others than those of this program: nothing is read from them.
    foreign: bool,
    /// What is being read is not wanted any more.
    stopped: Arc<AtomicBool>,
}

/// Whatever can be queried: a ledger, or the transaction that is writing to it.
pub trait Readable {
    /// The connection, for the layer `store` alone.
    #[doc(hidden)]
    fn connection(&self) -> &Connection;
    /// The file, for messages.
    #[doc(hidden)]
    fn file(&self) -> PathBuf;
    /// The last entry of the journal where it is not here itself: that of an extract.
    #[doc(hidden)]
    fn checkpoint(&self) -> Option<Head> {
        None
    }
    /// True when what is being read is not wanted any more.
    #[doc(hidden)]
    fn is_stopped(&self) -> bool {
        false
    }
}

impl Readable for Ledger {
    fn connection(&self) -> &Connection {
        &self.conn
    }

    fn file(&self) -> PathBuf {
        self.path.clone().unwrap_or_default()
    }

    fn checkpoint(&self) -> Option<Head> {
        self.extract.as_ref().map(|about| about.checkpoint)
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// Nothing is booked in a backup, whoever opens it.
fn access_to(path: &Path, access: Access) -> Access {
    if super::backup::require_none(path).is_ok() { access } else { Access::Read }
}

impl Ledger {
    /// Before the first entry.
    const BEGINNING: Head = Head { seq: 0, hash: GENESIS, recorded_at: 0 };

    /// Opens a file and verifies schema, both chains and the balances.
    ///
    /// # Errors
    /// When the file cannot be opened or read. Findings are no error: they stand in
    /// [`Ledger::findings`], and the ledger is then not writable.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let path = std::path::absolute(path)
            .map_err(|error| StoreError::Io { path: path.into(), reason: error.to_string() })?;
        let access = access_to(&path, access);
        let mut ledger = Self::around(connect::open(&path, access)?, Some(path.clone()), access);
        if ledger.is_large() {
            let examined = Examination::of(&path)?.run(&mut |_| {})?;
            ledger.confirm(examined)?;
        } else {
            ledger.take_in(Self::BEGINNING, true)?;
        }
        Ok(ledger)
    }

    /// It is verified sooner in pieces; of tables that are not its own nothing is asked.
    fn is_large(&self) -> bool {
        let foreign = connect::has_foreign_tables(&self.conn).unwrap_or(true);
        !foreign
            && super::examine::last_entry(&self.conn, &self.file())
                .is_ok_and(|last| last.seq > verify::SNAPSHOT)
    }

    /// Opens a file without verifying it: it can be read at once, and is not written to before
    /// [`Ledger::confirm`] has brought what an [`Examination`] found.
    ///
    /// # Errors
    /// When the file cannot be opened or read.
    pub fn open_unverified(path: &Path, access: Access) -> Result<Self, StoreError> {
        let path = std::path::absolute(path)
            .map_err(|error| StoreError::Io { path: path.into(), reason: error.to_string() })?;
        let access = access_to(&path, access);
        let conn = connect::open(&path, access)?;
        let explain = |error: rusqlite::Error| connect::explain(&error, &path);
        if connect::has_foreign_tables(&conn).map_err(explain)? {
            let detail = connect::foreign_definitions(&conn).map_err(explain)?.join(", ");
            return Err(StoreError::Damaged { path, detail });
        }
        let mut ledger = Self { verified: false, ..Self::around(conn, Some(path), access) };
        ledger.data_version = ledger.current_data_version()?;
        ledger.head = super::examine::last_entry(&ledger.conn, &ledger.file())?;
        Ok(ledger)
    }

    /// True once everything up to the head was verified.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        self.verified
    }

    /// Takes what an examination of the same file found, and verifies what came since.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn confirm(&mut self, examined: Examined) -> Result<(), StoreError> {
        self.findings = examined.findings;
        self.take_in(examined.head, false)?;
        self.verified = true;
        Ok(())
    }

    /// An empty ledger in memory, for tests and previews.
    ///
    /// # Errors
    /// When SQLite cannot allocate it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        let conn = Connection::open_in_memory().map_err(|error| connect::explain(&error, path))?;
        connect::create(&conn).map_err(|error| connect::explain(&error, path))?;
        Ok(Self::around(conn, None, Access::Write))
    }

    /// A copy in memory, entries and balances as they are here; for tests and previews, which would
    /// book the same again and again.
    ///
    /// # Errors
    /// When SQLite cannot allocate it.
    pub fn in_memory_copy(&self) -> Result<Self, StoreError> {
        let explain = |error| connect::explain(&error, Path::new(":memory:"));
        let conn = connect::in_memory_copy(&self.conn).map_err(explain)?;
        let mut copy = Self { head: self.head, ..Self::around(conn, None, Access::Write) };
        copy.data_version = copy.current_data_version()?;
        Ok(copy)
    }

    /// Creates a ledger file as a whole: `fill` writes it under a temporary name beside `path`,
    /// and only when it succeeds the file appears.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a file already, whatever `fill` refuses, and errors
    /// of the disk; in every case nothing is left behind.
    pub fn create<T, E: From<StoreError>>(
        path: &Path,
        fill: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = std::path::absolute(path)
            .map_err(|error| StoreError::Io { path: path.into(), reason: error.to_string() })?;
        if path.exists() {
            return Err(StoreError::Exists { path }.into());
        }
        super::backup::require_none(&path)?;
        super::files::no_hot_journal(&path)?;
        let part = super::files::part_beside(&path)?;
        let filled = {
            let explain = |error| connect::explain(&error, &path);
            let conn = Connection::open(part.path()).map_err(explain)?;
            connect::unseen(&conn).map_err(explain)?;
            connect::create(&conn).map_err(explain)?;
            connect::unseen(&conn).map_err(explain)?;
            let mut ledger = Self::around(conn, Some(path.clone()), Access::Write);
            let filled = fill(&mut ledger)?;
            ledger.conn.close().map_err(|(_, error)| explain(error))?;
            filled
        };
        super::files::publish_new(part, &path)?;
        Ok(filled)
    }

    fn around(conn: Connection, path: Option<PathBuf>, access: Access) -> Self {
        let head = Self::BEGINNING;
        let (findings, stopped, extract) = (Vec::new(), Arc::default(), None);
        let (data_version, verified, foreign) = (-1, true, false);
        Self {
            conn,
            path,
            access,
            head,
            data_version,
            findings,
            verified,
            extract,
            foreign,
            stopped,
        }
    }

    /// The last verified entry.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// The file, or `None` in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the verification found; empty when the ledger is good.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// True when it may be appended to: opened for writing, the file is writable, no findings.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.access == Access::Write
            && self.verified
            && self.findings.is_empty()
            && !self.conn.is_readonly("main").unwrap_or(true)
    }

    /// Refuses with the findings, if there are any.
    ///
    /// # Errors
    /// [`StoreError::Findings`].
    pub fn require_good(&self) -> Result<(), StoreError> {
        if self.findings.is_empty() {
            Ok(())
        } else {
            Err(StoreError::Findings(self.findings.clone()))
        }
    }

    /// Refuses with the findings when the tables are not those of this program, so that nothing
    /// can be said about what is in them.
    ///
    /// # Errors
    /// [`StoreError::Findings`].
    pub fn require_readable(&self) -> Result<(), StoreError> {
        if self.foreign { self.require_good() } else { Ok(()) }
    }

    /// Takes in what other processes appended since; true when there was anything.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        if self.foreign {
            return Ok(false);
        }
        let now = self.current_data_version()?;
        if now == self.data_version {
            return Ok(false);
        }
        let before = (self.head, self.findings.len());
        self.take_in(self.head, false)?;
        Ok(before != (self.head, self.findings.len()))
    }

    /// Reads several things from one state of the file, whatever other processes book meanwhile.
    ///
    /// # Errors
    /// When the file cannot be read, and those of `work`.
    pub fn reading<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let explain = |error: rusqlite::Error| connect::explain(&error, &self.file());
        let state = rusqlite::Transaction::new_unchecked(&self.conn, TransactionBehavior::Deferred)
            .map_err(explain)?;
        let done = work(self)?;
        state.finish().map_err(explain)?;
        Ok(done)
    }

    /// Verifies more than at opening: SQLite's own check, every body, and a replay of the whole
    /// journal into memory whose every row must equal the stored one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verify_deep(&self) -> Result<Vec<Finding>, StoreError> {
        self.require_whole()?;
        if self.foreign {
            return Ok(Vec::new());
        }
        let file = self.file();
        verify::deep(&self.conn).map_err(|error| connect::explain(&error, &file))
    }

    /// Compares the entry of that number with a hash from a printout (I22).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verify_anchor(&self, anchor: Head) -> Result<Option<Finding>, StoreError> {
        if self.foreign {
            return Ok(Some(Finding::Anchor { seq: anchor.seq }));
        }
        verify::anchor(&self.conn, anchor).map_err(|error| connect::explain(&error, &self.file()))
    }

    /// As [`Ledger::verify_anchor`], for a head from paper: of the journal, or of a recipient's own
    /// chain, as its statement prints it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verify_printed(&self, anchor: Head) -> Result<Option<Finding>, StoreError> {
        let found = self.printed_head(anchor)?;
        Ok(found.is_none().then_some(Finding::Anchor { seq: anchor.seq }))
    }

    /// Whose head from paper it is; `None` when neither the journal nor a recipient's own chain has
    /// it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn printed_head(&self, anchor: Head) -> Result<Option<Chain>, StoreError> {
        if self.foreign {
            return Ok(None);
        }
        verify::printed(&self.conn, anchor).map_err(|error| connect::explain(&error, &self.file()))
    }

    fn take_in(&mut self, from: Head, everything: bool) -> Result<(), StoreError> {
        let file = self.file();
        let explain = |error: rusqlite::Error| connect::explain(&error, &file);
        let data_version = self.current_data_version()?;
        let snapshot =
            rusqlite::Transaction::new_unchecked(&self.conn, TransactionBehavior::Deferred)
                .map_err(explain)?;
        if everything && connect::has_foreign_tables(&snapshot).map_err(explain)? {
            self.foreign = true;
            self.findings = verify::schema(&snapshot).map_err(explain)?;
            return Ok(());
        }
        let found =
            if everything { verify::everything(&snapshot) } else { verify::tail(&snapshot, from) };
        let (head, findings) = found.map_err(explain)?;
        drop(snapshot);
        self.head = head;
        self.findings.extend(findings);
        self.data_version = data_version;
        Ok(())
    }

    fn current_data_version(&self) -> Result<i64, StoreError> {
        self.conn
            .query_row("PRAGMA data_version", [], |row| row.get(0))
            .map_err(|error| connect::explain(&error, &self.file()))
    }
}
