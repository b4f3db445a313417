//! The way along the journal: numbers, times and both chains (I1, I2, I17).

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use super::MOST;
use crate::store::chain::{self, Fields, GENESIS};
use crate::store::codec;
use crate::store::error::Finding;
use crate::store::view::Head;

/// The walk along the journal, which may pause between entries and go on in a later snapshot.
pub struct Walk {
    /// The last entry verified.
    pub head: Head,
    recipients: HashMap<String, (u64, [u8; 32])>,
    latest: (i64, String),
}

impl Walk {
    /// Starts behind an entry.
    pub fn new(from: Head) -> Self {
        Self { head: from, recipients: HashMap::new(), latest: (i64::MIN, String::new()) }
    }

    /// Goes on to entry `until`, or to the last one; `see` is shown each entry that can be read.
    pub fn on(
        &mut self,
        conn: &Connection,
        until: u64,
        see: &mut dyn FnMut(&Fields<'_>),
    ) -> rusqlite::Result<Vec<Finding>> {
        if let Some(gone) = super::anchor(conn, self.head)? {
            return Ok(vec![gone]);
        }
        let mut findings = Vec::new();
        let sql = format!(
            "SELECT {}, hash, recipient_hash FROM event WHERE seq > ?1 AND seq <= ?2 ORDER BY seq",
            codec::COLUMNS
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([self.head.seq, until])?;
        while let Some(row) = rows.next()? {
            let fields = match codec::fields(row) {
                Ok(fields) => fields,
                Err(error) => {
                    let detail = error.to_string();
                    findings.push(Finding::Body { seq: row.get(0)?, detail });
                    break;
                }
            };
            self.step(conn, &fields, (row.get(12)?, row.get(13)?), &mut findings)?;
            see(&fields);
            if findings.len() >= MOST {
                break;
            }
        }
        Ok(findings)
    }

    fn step(
        &mut self,
        conn: &Connection,
        fields: &Fields<'_>,
        (hash, recipient_hash): ([u8; 32], [u8; 32]),
        findings: &mut Vec<Finding>,
    ) -> rusqlite::Result<()> {
        let seq = fields.seq;
        if seq != self.head.seq + 1 {
            findings.push(Finding::Gap { seq });
        }
        if fields.recorded_at <= self.head.recorded_at || !self.within_time(fields) {
            findings.push(Finding::Time { seq });
        }
        let leaf = fields.leaf();
        if chain::link(&self.head.hash, &leaf) != hash {
            findings.push(Finding::Chain { seq });
        }
        if !self.follows(conn, fields, &leaf, recipient_hash)? {
            let recipient = fields.recipient.to_owned();
            findings.push(Finding::RecipientChain { seq, recipient });
        }
        self.head = Head { seq, hash, recorded_at: fields.recorded_at };
        Ok(())
    }

    /// I17: effective at the latest on the day of recording, in the zone that is ahead of UTC.
    fn within_time(&mut self, fields: &Fields<'_>) -> bool {
        const MICROS_A_DAY: i64 = 86_400_000_000;
        const AHEAD: i64 = 2 * 3_600_000_000;
        let day = fields.recorded_at.saturating_add(AHEAD).div_euclid(MICROS_A_DAY);
        if day != self.latest.0 {
            let time = chrono::DateTime::from_timestamp_micros(fields.recorded_at);
            let latest = time.map(|time| (time + chrono::TimeDelta::hours(2)).date_naive());
            self.latest = (day, latest.map_or_else(String::new, |latest| latest.to_string()));
        }
        fields.effective_on <= self.latest.1.as_str()
    }

    /// What an entry of a recipient follows is read when the first one comes up: a booking looks
    /// at its own recipient alone, however long the journal is.
    fn follows(
        &mut self,
        conn: &Connection,
        fields: &Fields<'_>,
        leaf: &[u8; 32],
        hash: [u8; 32],
    ) -> rusqlite::Result<bool> {
        if let Some((number, previous)) = self.recipients.get_mut(fields.recipient) {
            let follows = fields.recipient_seq == *number + 1
                && chain::recipient_link(previous, leaf) == hash;
            (*number, *previous) = (fields.recipient_seq, hash);
            return Ok(follows);
        }
        let previous = before(conn, fields)?;
        self.recipients.insert(fields.recipient.to_owned(), (fields.recipient_seq, hash));
        Ok(previous.is_some_and(|previous| chain::recipient_link(&previous, leaf) == hash))
    }
}

/// Hash of the entry before in the chain of its recipient, `None` when there is no such entry.
fn before(conn: &Connection, fields: &Fields<'_>) -> rusqlite::Result<Option<[u8; 32]>> {
    match fields.recipient_seq {
        0 => Ok(None),
        1 => Ok(Some(GENESIS)),
        number => conn
            .prepare_cached(
                "SELECT recipient_hash FROM event \
                 WHERE recipient = ?1 AND recipient_seq = ?2 AND seq < ?3",
            )?
            .query_row(rusqlite::params![fields.recipient, number - 1, fields.seq], |row| {
                row.get(0)
            })
            .optional(),
    }
}
