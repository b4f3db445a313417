//! Verification: named checks that only look. Silence means good.

mod accounts;
mod postings;
mod stretch;
mod versions;
mod walk;
mod whole;

use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

use super::error::Finding;
use super::view::{Chain, Head};
use super::{chain, connect};
use crate::domain::Stage;

use walk::Walk;
pub use whole::{SNAPSHOT, everything, whole};

/// How many findings of one check are told; the first one matters.
const MOST: usize = 20;

/// Verifies the entries after `from`: numbers, times, both chains (I1, I2, I17).
///
/// Returns the last good head and what was found.
pub fn tail(conn: &Connection, from: Head) -> rusqlite::Result<(Head, Vec<Finding>)> {
    let mut walk = Walk::new(from);
    let findings = walk.on(conn, i64::MAX.unsigned_abs(), &mut |_| {})?;
    Ok((walk.head, findings))
}

/// The entry seen earlier, by this process or on paper, must still be there, unchanged (I22).
pub fn anchor(conn: &Connection, seen: Head) -> rusqlite::Result<Option<Finding>> {
    if seen.seq == 0 {
        return Ok(None);
    }
    let same: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM event WHERE seq = ?1 AND hash = ?2)",
        rusqlite::params![seen.seq, seen.hash.as_slice()],
        |row| row.get(0),
    )?;
    Ok((!same).then_some(Finding::Anchor { seq: seen.seq }))
}

/// Whose head stands on a paper: a statement prints that of the recipient's own chain, too. `None`
/// when nobody has it.
pub fn printed(conn: &Connection, seen: Head) -> rusqlite::Result<Option<Chain>> {
    if anchor(conn, seen)?.is_none() {
        return Ok(Some(Chain::Journal));
    }
    conn.query_row(
        "SELECT recipient FROM event WHERE recipient_seq = ?1 AND recipient_hash = ?2",
        rusqlite::params![seen.seq, seen.hash.as_slice()],
        |row| row.get(0).map(Chain::Recipient),
    )
    .optional()
}

/// I25: names of the definitions that differ from those of this program.
pub fn schema(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let foreign = connect::foreign_definitions(conn)?;
    if foreign.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Finding::Schema { detail: foreign.join(", ") }])
}

/// Rows that wait for an entry which does not exist yet: the next booking would seal them.
pub fn laid_ready(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (table, column) in [
        ("posting", "event"),
        ("entity_version", "seq"),
        ("due_line", "seq"),
        ("event_grant", "seq"),
        ("document", "seq"),
    ] {
        let sql = format!(
            "SELECT newest FROM ( \
                 SELECT {column} AS newest FROM {table} ORDER BY {column} DESC LIMIT 1) \
             WHERE newest > (SELECT coalesce(max(seq), 0) FROM event)"
        );
        findings.extend(collect(conn, &sql, |row| {
            let seq: u64 = row.get(0)?;
            Ok(Finding::Replay { table: table.to_owned(), detail: seq.to_string() })
        })?);
    }
    Ok(findings)
}

fn names(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut statement = conn.prepare(
        "SELECT person_name.person, name, salt, ( \
             SELECT coalesce(CAST(body AS TEXT) ->> '$.person.name_hash', '') FROM event \
             WHERE kind IN ('programme_founded', 'person_enrolled') \
                 AND CAST(body AS TEXT) ->> '$.person.person' = person_name.person \
             ORDER BY seq DESC LIMIT 1) \
         FROM person_name",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let person: u32 = row.get(0)?;
        let (name, salt): (String, [u8; 16]) = (row.get(1)?, row.get(2)?);
        let stored: Option<String> = row.get(3)?;
        if stored.as_deref() != Some(chain::name_hash(&salt, &name).as_str()) {
            findings.push(Finding::Name { person });
        }
    }
    Ok(findings)
}

/// Checks all that replay can tell: SQLite's own check, every body, every projection, and that
/// no place was below zero on any day.
pub fn deep(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = collect(conn, "PRAGMA integrity_check(20)", |row| {
        Ok(Finding::Integrity { detail: row.get(0)? })
    })?;
    findings.retain(|found| *found != Finding::Integrity { detail: "ok".into() });
    findings.extend(super::replay::compare(conn)?);
    findings.extend(documents(conn)?);
    findings.extend(overdrafts(conn)?);
    Ok(findings)
}

/// Issued papers that are kept are still those of which the journal has the hash.
fn documents(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut statement = conn.prepare(
        "SELECT document.seq, content, CAST(body AS TEXT) ->> '$.sha256' \
         FROM document JOIN event ON event.seq = document.seq ORDER BY document.seq",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, content): (u64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let stated: Option<String> = row.get(2)?;
        if stated.as_deref() != Some(hex::encode(Sha256::digest(&content)).as_str()) {
            findings.push(Finding::Replay { table: "document".into(), detail: seq.to_string() });
        }
    }
    Ok(findings)
}

fn overdrafts(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let places: Vec<String> = Stage::ALL
        .iter()
        .filter(|stage| {
            **stage != Stage::Available && stage.class() != crate::domain::stage::StageClass::Source
        })
        .map(|stage| format!("'{}'", stage.as_str()))
        .collect();
    let sql = format!(
        "SELECT account, min(day) FROM (SELECT trim(stage || ' ' || title || ' ' || fiscal_year \
         || ' ' || grant_no) AS account, posting.effective_on AS day, \
             sum(sum(posting.amount)) OVER ( \
                 PARTITION BY account.id ORDER BY posting.effective_on) AS running \
         FROM posting JOIN account ON account.id = posting.account WHERE stage IN ({}) \
         GROUP BY account.id, posting.effective_on) WHERE running < 0 GROUP BY account",
        places.join(", ")
    );
    collect(conn, &sql, |row| Ok(Finding::Overdraft { account: row.get(0)?, day: row.get(1)? }))
}

fn collect(
    conn: &Connection,
    sql: &str,
    finding: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<Finding>,
) -> rusqlite::Result<Vec<Finding>> {
    let mut statement = conn.prepare(sql)?;
    statement.query_map([], |row| finding(row))?.take(MOST).collect()
}
