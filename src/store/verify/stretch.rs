//! A stretch of the journal, read once: both chains, what its postings move, and what its entries
//! say of entities.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use super::postings::{Days, Moved};
use super::versions::Said;
use super::walk::Walk;
use crate::store::chain::GENESIS;
use crate::store::error::Finding;
use crate::store::view::Head;

/// What was found in the entries behind one number, up to another.
#[derive(Default)]
pub(super) struct Stretch {
    /// The last entry that was verified, if there was any.
    pub head: Option<Head>,
    /// Of the chains (I1, I2, I17).
    pub broken: Vec<Finding>,
    /// Of the postings (I5).
    pub unbalanced: Vec<Finding>,
    pub moved: Moved,
    pub said: Said,
}

impl Stretch {
    /// On trust in the stored hash of entry `from`: the stretch before proves it. The first
    /// stretch looks at all postings before the first entry as well.
    pub(super) fn read(conn: &Connection, (from, until): (u64, u64)) -> rusqlite::Result<Self> {
        let mut stretch = Self::default();
        let mut days = Days::default();
        if let Some(head) = entry_at(conn, from)? {
            let mut walk = Walk::new(head);
            let mut kinds = HashMap::new();
            stretch.broken = walk.on(conn, until, &mut |fields| {
                days.push(fields.seq, fields.effective_on);
                stretch.said.take_in(fields, &mut kinds);
            })?;
            stretch.said.close();
            stretch.head = Some(walk.head);
        } else {
            let sql = "SELECT coalesce(min(seq), ?1) FROM event WHERE seq > ?1";
            let seq: u64 = conn.query_row(sql, [from], |row| row.get(0))?;
            stretch.broken.push(Finding::Gap { seq });
        }
        // The walk begins with the first entry: one before it has no place in the journal.
        if from == 0 && has_entries_before_the_first(conn)? {
            stretch.broken.insert(0, Finding::Gap { seq: 1 });
        }
        let first = if from == 0 { i64::MIN } else { signed(from).saturating_add(1) };
        if !stretch.broken.is_empty() {
            days = Days::read(conn, (first, signed(until)))?;
        }
        stretch.unbalanced = stretch.moved.read(conn, (first, signed(until)), &days)?;
        Ok(stretch)
    }
}

fn has_entries_before_the_first(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("SELECT EXISTS (SELECT 1 FROM event WHERE seq < 1)", [], |row| row.get(0))
}

/// A number of the journal as SQLite counts.
pub(super) fn signed(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// The entry of a number; before the first one, the beginning.
fn entry_at(conn: &Connection, seq: u64) -> rusqlite::Result<Option<Head>> {
    if seq == 0 {
        return Ok(Some(Head { seq: 0, hash: GENESIS, recorded_at: 0 }));
    }
    conn.prepare_cached("SELECT hash, recorded_at FROM event WHERE seq = ?1")?
        .query_row([seq], |row| Ok(Head { seq, hash: row.get(0)?, recorded_at: row.get(1)? }))
        .optional()
}
