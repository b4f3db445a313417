//! The extract for one recipient: its entries whole, of all others number and leaf hash alone.
//!
//! A file of its own kind, never a copy with deletions: only what the recipient may see is written
//! into it, and both chains can still be followed to the last entry (docs/ledger-format.md).

mod memory;
mod steps;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use self::steps::KeepGoing;

use rusqlite::{Connection, params};

use self::steps::Steps;
use super::chain::{self, GENESIS, Record};
use super::error::{Finding, StoreError};
use super::files;
use super::ledger::{Ledger, Readable as _};
use super::view::Head;
use super::{codec, connect};
use crate::domain::{Body, Kind, Seq};

const SCHEMA: &str = include_str!("../../sql/extract.sql");
/// Entries of the programme that go into every extract, with their corrections: what the account
/// and the deadlines of a recipient follow from. The other ones may name anybody.
const OF_PROGRAMME: [Kind; 3] = [Kind::ProgrammeFounded, Kind::TitleRegistered, Kind::SettingMade];

/// What an extract says that it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Key of the recipient.
    pub recipient: String,
    /// The last entry of the recipient's own chain: its number there and its hash.
    pub recipient_head: Head,
    /// The last entry of the whole journal when the extract was made. Its time is what the file
    /// says: the chain proves it only where that entry is the recipient's own.
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
    ledger.require_whole()?;
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
    let mut shared = Shared::default();
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
        if own || shared.takes(&record) {
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
                .execute(params![record.seq, record.fields().leaf().as_slice()])?;
        }
    }
    target.execute(
        "INSERT INTO about VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            recipient,
            recipient_head.seq,
            recipient_head.hash.as_slice(),
            checkpoint.seq,
            checkpoint.hash.as_slice(),
            checkpoint.recorded_at,
        ],
    )?;
    target.execute_batch("COMMIT")?;
    Ok(About { recipient: recipient.to_owned(), recipient_head, checkpoint })
}

/// Entries of the programme that are in an extract, met one after the other.
#[derive(Default)]
struct Shared(BTreeSet<Seq>);

impl Shared {
    /// True for an entry that goes into every extract.
    fn takes(&mut self, record: &Record) -> bool {
        let takes = record.recipient.is_empty()
            && match Kind::from_name(&record.kind) {
                Some(Kind::Reversed) => record.reference.is_some_and(|seq| self.0.contains(&seq)),
                Some(kind) => OF_PROGRAMME.contains(&kind),
                None => false,
            };
        if takes {
            self.0.insert(record.seq);
        }
        takes
    }
}

/// Opens an extract as a ledger that is only read: verified from its first entry to its checkpoint,
/// its entries laid out in memory as those of a ledger are in its file.
///
/// # Errors
/// When the file cannot be opened or read, and [`StoreError::Findings`] where its tables are not
/// those of an extract. Other findings are no error, as with [`Ledger::open`].
pub fn open(path: &Path) -> Result<Ledger, StoreError> {
    open_while(path, &mut |_| true)
}

/// As [`open`], for somebody who sees how far it is and may stop it.
///
/// # Errors
/// As [`open`], and [`StoreError::Cancelled`] when it was stopped.
pub fn open_while(path: &Path, keep_going: KeepGoing<'_>) -> Result<Ledger, StoreError> {
    let path = std::path::absolute(path).map_err(|error| files::io_error(&error, path))?;
    let conn = connect::open_extract(&path)?;
    let explain = |error: rusqlite::Error| connect::explain(&error, &path);
    // Tables that are others are not even asked of whom they are.
    let foreign = strange_tables(&conn).map_err(explain)?;
    if !foreign.is_empty() {
        return Err(StoreError::Findings(foreign));
    }
    let mut steps = Steps::of(&conn, keep_going).map_err(explain)?;
    let checked = check(&conn, &[], &mut steps).map_err(explain)?;
    let laid_out = memory::laid_out(&conn, checked.findings, &mut steps);
    let (memory, findings) = laid_out.map_err(explain)?;
    Ok(Ledger::of_extract(memory, path.clone(), checked.about, findings))
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
    let explain = |error: rusqlite::Error| connect::explain(&error, &path);
    let findings = strange_tables(&conn).map_err(explain)?;
    if !findings.is_empty() {
        return Ok(Checked { findings, ..Checked::default() });
    }
    let mut on = |_: u32| true;
    let mut steps = Steps::of(&conn, &mut on).map_err(explain)?;
    check(&conn, anchors, &mut steps).map_err(explain)
}

/// Tables that are not those of an extract: nothing is asked of them, a view can compute without
/// end.
fn strange_tables(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let foreign = connect::foreign_to(conn, SCHEMA)?;
    let detail = foreign.join(", ");
    Ok(if foreign.is_empty() { Vec::new() } else { vec![Finding::Schema { detail }] })
}

fn check(conn: &Connection, anchors: &[Head], steps: &mut Steps<'_>) -> rusqlite::Result<Checked> {
    let about = about(conn)?;
    let mut walk = Walk::new(&about.recipient, anchors);
    let mut findings = Vec::new();
    let intact: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if intact != "ok" {
        findings.push(Finding::Integrity { detail: intact });
    }
    if let Some(found) = walk.all(conn, steps)? {
        findings.push(found);
    } else {
        let same = |own: Head, said: Head| own.seq == said.seq && own.hash == said.hash;
        if !same(walk.head, about.checkpoint) {
            findings.push(Finding::Anchor { seq: about.checkpoint.seq });
        }
        // A head of the programme's own cannot be older than what is here whole.
        if about.checkpoint.recorded_at < walk.head.recorded_at
            || walk.last_is_whole && about.checkpoint.recorded_at != walk.head.recorded_at
        {
            findings.push(Finding::Time { seq: about.checkpoint.seq });
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
        "SELECT recipient, recipient_entries, recipient_head, entries, head, recorded_at \
         FROM about",
        [],
        |row| {
            let head = |seq, hash, recorded_at| Head { seq, hash, recorded_at };
            Ok(About {
                recipient: row.get(0)?,
                recipient_head: head(row.get(1)?, row.get(2)?, 0),
                checkpoint: head(row.get(3)?, row.get(4)?, row.get(5)?),
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
    shared: Shared,
    /// The entry walked last is here whole.
    last_is_whole: bool,
    /// Anchors that no entry had so far.
    missed: Vec<Head>,
}

impl<'w> Walk<'w> {
    fn new(recipient: &'w str, anchors: &[Head]) -> Self {
        let start = Head { seq: 0, hash: GENESIS, recorded_at: i64::MIN };
        Self {
            recipient,
            head: start,
            own: start,
            programme: String::new(),
            of_programme: 0,
            hidden: 0,
            shared: Shared::default(),
            last_is_whole: false,
            missed: anchors.to_vec(),
        }
    }

    /// Goes from the first entry to the last; the first that does not fit ends it.
    fn all(
        &mut self,
        conn: &Connection,
        steps: &mut Steps<'_>,
    ) -> rusqlite::Result<Option<Finding>> {
        let sql = format!(
            "SELECT {}, hash, recipient_hash, NULL AS leaf FROM event UNION ALL \
             SELECT seq, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
             NULL, leaf FROM leaf ORDER BY 1",
            codec::COLUMNS
        );
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            steps.one()?;
            let seq: Seq = row.get(0)?;
            if seq != self.head.seq + 1 {
                return Ok(Some(Finding::Gap { seq }));
            }
            let hidden: Option<[u8; 32]> = row.get(14)?;
            self.last_is_whole = hidden.is_none();
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
        let leaf = record.fields().leaf();
        self.step(seq, &leaf);
        if self.head.hash != hash {
            return Some(Finding::Chain { seq });
        }
        if record.recorded_at <= self.head.recorded_at {
            return Some(Finding::Time { seq });
        }
        self.head.recorded_at = record.recorded_at;
        let event = match codec::event(&record.fields()) {
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
        if !self.shared.takes(record) {
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
