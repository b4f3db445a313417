//! How far the verification of an extract is, and whether somebody still waits for it.

use rusqlite::{Connection, ffi};

/// Told the percentage; `false` ends it with `StoreError::Cancelled`.
pub type KeepGoing<'k> = &'k mut dyn FnMut(u32) -> bool;

/// So many entries are read between two questions.
const BETWEEN: u64 = 512;

/// Counts the entries that are read: each is verified, and those that are here whole are laid out.
pub(super) struct Steps<'k> {
    keep_going: KeepGoing<'k>,
    done: u64,
    all: u64,
}

impl<'k> Steps<'k> {
    /// Of an extract whose tables are known to be those of one.
    pub fn of(conn: &Connection, keep_going: KeepGoing<'k>) -> rusqlite::Result<Self> {
        let sql = "SELECT 2 * (SELECT count(*) FROM event) + (SELECT count(*) FROM leaf)";
        let all = conn.query_row(sql, [], |row| row.get(0))?;
        Ok(Self { keep_going, done: 0, all })
    }

    /// One more entry was read.
    pub fn one(&mut self) -> rusqlite::Result<()> {
        self.done += 1;
        if !self.done.is_multiple_of(BETWEEN) {
            return Ok(());
        }
        let percent = self.done.saturating_mul(100) / self.all.max(1);
        if (self.keep_going)(u32::try_from(percent.min(99)).unwrap_or(99)) {
            Ok(())
        } else {
            Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_INTERRUPT), None))
        }
    }
}
