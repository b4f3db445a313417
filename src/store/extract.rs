//! The extract for one recipient: its entries whole, of all others number and leaf hash alone.
//!
//! A file of its own kind, never a copy with deletions: only what the recipient may see is written
//! into it, and both chains can still be followed to the last entry (docs/ledger-format.md).

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::chain::{self, GENESIS, Record};
use super::error::{Finding, StoreError};
use super::files;
use super::ledger::{Ledger, Readable as _};
use super::view::Head;
use super::{codec, connect};
use crate::domain::{Body, Kind, Seq};

const SCHEMA: &str = include_str!("../../sql/extract.sql");
/// Entries of the programme that go into every extract; the other ones may name anybody.
const OF_PROGRAMME: [Kind; 2] = [Kind::ProgrammeFounded, Kind::TitleRegistered];

/// What an extract says that it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Key of the recipient.
    pub recipient: String,
    /// The last entry of the recipient's own chain: its number there and its hash.
    pub recipient_head: Head,
    /// The last entry of the whole journal when the extract was made.
    pub checkpoint: Head,
}

/// What a verification of an extract found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What the file says that it is.
    pub about: About,
    /// Name of the programme, from its founding; empty when that cannot be read.
    pub programme: String,
    /// Entries that are here whole without being the recipient's.
    pub of_programme: u64,
    /// Entries of which only number and hash are here.
    pub hidden: u64,
    /// What does not fit; nothing is good.
    pub findings: Vec<Finding>,
}

/// Writes the extract of a verified ledger for one recipient as a new file.
///
/// # Errors
/// [`StoreError::Exists`] when there is a file, and errors of either file; then nothing is left.
pub fn write(ledger: &Ledger, recipient: &str, path: &Path) -> Result<About, StoreError> {
    ledger.require_good()?;
    let path = std::path::absolute(path).map_err(|error| files::io_error(&error, path))?;
    if path.exists() {
        return Err(StoreError::Exists { path });
    }
    files::no_hot_journal(&path)?;
    let part = files::part_beside(&path)?;
    let about = {
        let explain = |error| connect::explain(&error, &path);
        let target = Connection::open(part.path()).map_err(explain)?;
        prepare(&target).map_err(explain)?;
        let from = ledger.connection();
        let about = fill(from, &target, recipient, ledger.head())
            .map_err(|error| connect::explain(&error, &ledger.file()))?;
        target.close().map_err(|(_, error)| explain(error))?;
        about
    };
    files::publish_new(part, &path)?;
    Ok(about)
}

fn prepare(target: &Connection) -> rusqlite::Result<()> {
    connect::unseen(target)?;
    target.pragma_update(None, "application_id", connect::EXTRACT_ID)?;
    target.pragma_update(None, "user_version", connect::EXTRACT_FORMAT)?;
    target.execute_batch(&format!("BEGIN;{SCHEMA}COMMIT;"))
}

fn fill(
    from: &Connection,
    target: &Connection,
    recipient: &str,
    checkpoint: Head,
) -> rusqlite::Result<About> {
    let mut recipient_head = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
    target.execute_batch("BEGIN")?;
    let sql = format!(
        "SELECT {}, hash, recipient_hash FROM event WHERE seq <= ?1 ORDER BY seq",
        codec::COLUMNS
    );
    let mut statement = from.prepare(&sql)?;
    let mut rows = statement.query([checkpoint.seq])?;
    while let Some(row) = rows.next()? {
        let record = codec::record(row)?;
        let own = record.recipient == recipient;
        if own || is_of_programme(&record) {
            let (hash, recipient_hash) = (row.get(12)?, row.get(13)?);
            super::project::seal(target, &record, &hash, &recipient_hash)?;
            if own {
                let seq = record.recipient_seq;
                let recorded_at = record.recorded_at;
                recipient_head = Head { seq, hash: recipient_hash, recorded_at };
            }
        } else {
            target
                .prepare_cached("INSERT INTO leaf (seq, leaf) VALUES (?1, ?2)")?
                .execute(params![record.seq, record.leaf().as_slice()])?;
        }
    }
    target.execute(
        "INSERT INTO about VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        params![
            recipient,
            recipient_head.seq,
            recipient_head.hash.as_slice(),
            checkpoint.seq,
            checkpoint.hash.as_slice()
        ],
    )?;
    target.execute_batch("COMMIT")?;
    Ok(About { recipient: recipient.to_owned(), recipient_head, checkpoint })
}

fn is_of_programme(record: &Record) -> bool {
    record.recipient.is_empty()
        && Kind::from_name(&record.kind).is_some_and(|kind| OF_PROGRAMME.contains(&kind))
}

/// True when the file says in its header that it is an extract.
///
/// # Errors
/// When the file cannot be read.
pub fn is_extract(path: &Path) -> Result<bool, StoreError> {
    Ok(connect::header(path)?.is_some_and(|(id, _)| id == connect::EXTRACT_ID.unsigned_abs()))
}

/// Verifies an extract from its first entry to its checkpoint; `anchors` are heads from paper, of
/// the journal or of the recipient's chain.
///
/// # Errors
/// When the file cannot be opened or read.
pub fn verify(path: &Path, anchors: &[Head]) -> Result<Checked, StoreError> {
    let path: PathBuf = std::path::absolute(path).map_err(|error| files::io_error(&error, path))?;
    let conn = connect::open_extract(&path)?;
    check(&conn, anchors).map_err(|error| connect::explain(&error, &path))
}

fn check(conn: &Connection, anchors: &[Head]) -> rusqlite::Result<Checked> {
    let foreign = connect::foreign_to(conn, SCHEMA)?;
    if !foreign.is_empty() {
        // Of tables that are others nothing is asked: a view can compute without end.
        let findings = vec![Finding::Schema { detail: foreign.join(", ") }];
        return Ok(Checked { findings, ..Checked::default() });
    }
    let about = about(conn)?;
    let mut walk = Walk::new(&about.recipient, anchors);
    let mut findings = Vec::new();
    let intact: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if intact != "ok" {
        findings.push(Finding::Integrity { detail: intact });
    }
    if let Some(found) = walk.all(conn)? {
        findings.push(found);
    } else {
        let same = |own: Head, said: Head| own.seq == said.seq && own.hash == said.hash;
        if !same(walk.head, about.checkpoint) {
            findings.push(Finding::Anchor { seq: about.checkpoint.seq });
        }
        if !same(walk.own, about.recipient_head) {
            let (seq, recipient) = (walk.head.seq, about.recipient.clone());
            findings.push(Finding::RecipientChain { seq, recipient });
        }
        findings.extend(walk.missed.iter().map(|anchor| Finding::Anchor { seq: anchor.seq }));
    }
    let Walk { programme, of_programme, hidden, .. } = walk;
    Ok(Checked { about, programme, of_programme, hidden, findings })
}

fn about(conn: &Connection) -> rusqlite::Result<About> {
    conn.query_row(
        "SELECT recipient, recipient_entries, recipient_head, entries, head FROM about",
        [],
        |row| {
            let head = |seq, hash| Head { seq, hash, recorded_at: 0 };
            Ok(About {
                recipient: row.get(0)?,
                recipient_head: head(row.get(1)?, row.get(2)?),
                checkpoint: head(row.get(3)?, row.get(4)?),
            })
        },
    )
}

/// The walk along both chains.
struct Walk<'w> {
    recipient: &'w str,
    head: Head,
    own: Head,
    programme: String,
    of_programme: u64,
    hidden: u64,
    /// Anchors that no entry had so far.
    missed: Vec<Head>,
}

impl<'w> Walk<'w> {
    fn new(recipient: &'w str, anchors: &[Head]) -> Self {
        let start = Head { seq: 0, hash: GENESIS, recorded_at: i64::MIN };
        let (programme, missed) = (String::new(), anchors.to_vec());
        Self { recipient, head: start, own: start, programme, of_programme: 0, hidden: 0, missed }
    }

    /// Goes from the first entry to the last; the first that does not fit ends it.
    fn all(&mut self, conn: &Connection) -> rusqlite::Result<Option<Finding>> {
        let sql = format!(
            "SELECT {}, hash, recipient_hash, NULL AS leaf FROM event UNION ALL \
             SELECT seq, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
             NULL, leaf FROM leaf ORDER BY 1",
            codec::COLUMNS
        );
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let seq: Seq = row.get(0)?;
            if seq != self.head.seq + 1 {
                return Ok(Some(Finding::Gap { seq }));
            }
            let hidden: Option<[u8; 32]> = row.get(14)?;
            if let Some(leaf) = hidden {
                self.hidden += 1;
                self.step(seq, &leaf);
                continue;
            }
            let record = match codec::record(row) {
                Ok(record) => record,
                Err(error) => {
                    return Ok(Some(Finding::Body { seq, detail: error.to_string() }));
                }
            };
            if let Some(found) = self.whole(&record, row.get(12)?, row.get(13)?) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn step(&mut self, seq: Seq, leaf: &[u8; 32]) {
        self.head.seq = seq;
        self.head.hash = chain::link(&self.head.hash, leaf);
        self.meet(self.head);
    }

    /// An entry that is here whole: its hashes, its time, and that it may be here at all.
    fn whole(
        &mut self,
        record: &Record,
        hash: [u8; 32],
        recipient_hash: [u8; 32],
    ) -> Option<Finding> {
        let seq = record.seq;
        let leaf = record.leaf();
        self.step(seq, &leaf);
        if self.head.hash != hash {
            return Some(Finding::Chain { seq });
        }
        if record.recorded_at <= self.head.recorded_at {
            return Some(Finding::Time { seq });
        }
        self.head.recorded_at = record.recorded_at;
        let event = match codec::event(record) {
            Ok(event) => event,
            Err(finding) => return Some(finding),
        };
        if record.recipient == self.recipient {
            self.own.hash = chain::recipient_link(&self.own.hash, &leaf);
            self.own.seq += 1;
            if self.own.seq != record.recipient_seq || self.own.hash != recipient_hash {
                let recipient = record.recipient.clone();
                return Some(Finding::RecipientChain { seq, recipient });
            }
            self.meet(self.own);
            return None;
        }
        if !is_of_programme(record) {
            return Some(Finding::Body { seq, detail: record.recipient.clone() });
        }
        self.of_programme += 1;
        if let Body::ProgrammeFounded(founded) = event.body {
            self.programme = founded.name;
        }
        None
    }

    fn meet(&mut self, head: Head) {
        self.missed.retain(|anchor| anchor.seq != head.seq || anchor.hash != head.hash);
    }
}
