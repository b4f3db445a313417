//! Verification of a file on a connection of its own, while another one reads from it.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, InterruptHandle, OptionalExtension as _};

use super::chain::GENESIS;
use super::connect::{self, Access};
use super::error::{Finding, StoreError};
use super::verify;
use super::view::Head;

/// More threads than these only wait for each other.
const MOST_THREADS: usize = 4;

/// A verification that has not begun; it may be moved to a thread of its own.
#[derive(Debug)]
pub struct Examination {
    /// One for each thread that works on it.
    conns: Vec<Connection>,
    path: PathBuf,
    stopped: Arc<AtomicBool>,
}

/// Stops an examination from another thread, in the middle of a long query too.
pub struct Stop {
    interrupts: Vec<InterruptHandle>,
    stopped: Arc<AtomicBool>,
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// The last entry that was verified.
    pub head: Head,
    /// What was found; empty when all is good.
    pub findings: Vec<Finding>,
}

impl Stop {
    /// The examination ends soon, with [`StoreError::Cancelled`].
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.interrupts.iter().for_each(InterruptHandle::interrupt);
    }
}

impl Examination {
    /// Opens the file anew, once for each core of the machine (at most four times).
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let open = |_| {
            let conn = connect::open(path, Access::Read)?;
            connect::keeps_little(&conn).map_err(|error| connect::explain(&error, path))?;
            Ok(conn)
        };
        let conns = (0..cores.min(MOST_THREADS)).map(open).collect::<Result<_, StoreError>>()?;
        Ok(Self { conns, path: path.to_owned(), stopped: Arc::default() })
    }

    /// What stops it.
    #[must_use]
    pub fn stop(&self) -> Stop {
        let interrupts = self.conns.iter().map(Connection::get_interrupt_handle).collect();
        Stop { interrupts, stopped: Arc::clone(&self.stopped) }
    }

    /// Verifies what [`super::Ledger::open`] verifies, in short snapshots, so that others can
    /// book meanwhile; `progress` is told the percentage.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`], or when the file cannot be read.
    pub fn run(&mut self, progress: &mut dyn FnMut(u32)) -> Result<Examined, StoreError> {
        let flag = Arc::clone(&self.stopped);
        let stopped = || flag.load(Ordering::Relaxed);
        let mut keep_going = |percent| {
            progress(percent);
            !stopped()
        };
        match verify::whole(&mut self.conns, &mut keep_going) {
            Ok(Some((head, findings))) => Ok(Examined { head, findings }),
            Ok(None) => Err(StoreError::Cancelled),
            Err(_) if stopped() => Err(StoreError::Cancelled),
            Err(error) => Err(connect::explain(&error, &self.path)),
        }
    }
}

/// The last entry, as it stands.
pub(super) fn last_entry(conn: &Connection, path: &Path) -> Result<Head, StoreError> {
    let found = conn
        .query_row(
            "SELECT seq, hash, recorded_at FROM event ORDER BY seq DESC LIMIT 1",
            [],
            |row| Ok(Head { seq: row.get(0)?, hash: row.get(1)?, recorded_at: row.get(2)? }),
        )
        .optional()
        .map_err(|error| connect::explain(&error, path))?;
    Ok(found.unwrap_or(Head { seq: 0, hash: GENESIS, recorded_at: 0 }))
}
