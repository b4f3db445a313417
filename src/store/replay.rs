//! Replay: the journal alone, written into an empty ledger, must give every other row again.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::error::Finding;
use super::{chain, codec, connect, project};
use crate::domain::{Event, Kind};

/// Tables that follow from the journal, with the order in which their rows are compared.
const PROJECTIONS: [(&str, &str); 7] = [
    ("account", "id"),
    ("posting", "event, line"),
    ("balance", "account"),
    ("total", "title, recipient, fiscal_year, stage"),
    ("entity_version", "entity, key, effective_on, seq"),
    ("event_grant", "grant_no, seq"),
    ("due_line", "grant_no, seq, title, fiscal_year, authority_year"),
];

/// Replays the journal into memory and compares every projection row by row.
pub fn compare(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let fresh = Connection::open_in_memory()?;
    connect::create(&fresh)?;
    let findings = replay(conn, &fresh)?;
    if !findings.is_empty() {
        return Ok(findings);
    }
    let mut differences = Vec::new();
    for (table, order) in PROJECTIONS {
        differences.extend(difference(conn, &fresh, table, order)?);
    }
    Ok(differences)
}

/// Writes all entries of `from` into the empty ledger `to`, stopping at the first that fails.
fn replay(from: &Connection, to: &Connection) -> rusqlite::Result<Vec<Finding>> {
    to.execute_batch("BEGIN")?;
    let sql = format!("SELECT {}, hash, recipient_hash FROM event ORDER BY seq", codec::COLUMNS);
    let mut statement = from.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let record = codec::record(row)?;
        let event = match codec::event(&record.fields()) {
            Ok(event) => event,
            Err(finding) => return Ok(vec![finding]),
        };
        if codec::record_of(&event) != record {
            let detail = "does not re-encode to the same bytes".to_owned();
            return Ok(vec![Finding::Body { seq: record.seq, detail }]);
        }
        if let Err(error) = replay_one((from, to), row, &record, &event) {
            let detail = format!("entry {}: {error}", record.seq);
            return Ok(vec![Finding::Replay { table: "event".into(), detail }]);
        }
    }
    to.execute_batch("COMMIT")?;
    Ok(Vec::new())
}

/// Issued papers follow from nothing: they are taken over as they are.
fn replay_one(
    (from, to): (&Connection, &Connection),
    row: &Row<'_>,
    record: &chain::Record,
    event: &Event,
) -> rusqlite::Result<()> {
    project::project(to, event)?;
    if event.kind() == Kind::DocumentIssued {
        let mut kept = from.prepare_cached("SELECT content FROM document WHERE seq = ?1")?;
        if let Some(content) = kept.query_row([event.seq], |row| row.get(0)).optional()? {
            let content: Vec<u8> = content;
            let sql = "INSERT INTO document (seq, content) VALUES (?1, ?2)";
            to.execute(sql, rusqlite::params![event.seq, content])?;
        }
    }
    project::seal(to, record, &row.get(12)?, &row.get(13)?)
}

fn difference(
    stored: &Connection,
    fresh: &Connection,
    table: &str,
    order: &str,
) -> rusqlite::Result<Option<Finding>> {
    let sql = format!("SELECT * FROM {table} ORDER BY {order}");
    let (mut left, mut right) = (stored.prepare(&sql)?, fresh.prepare(&sql)?);
    let columns = left.column_count();
    let (mut left, mut right) = (left.query([])?, right.query([])?);
    loop {
        let (one, other) = (values(left.next()?, columns)?, values(right.next()?, columns)?);
        if one != other {
            let told = one.or(other).unwrap_or_default();
            let detail = told.iter().map(plain).collect::<Vec<_>>().join(" ");
            return Ok(Some(Finding::Replay { table: table.to_owned(), detail }));
        }
        if one.is_none() {
            return Ok(None);
        }
    }
}

fn values(row: Option<&Row<'_>>, columns: usize) -> rusqlite::Result<Option<Vec<Value>>> {
    row.map(|row| (0..columns).map(|column| row.get(column)).collect()).transpose()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.chars().take(80).collect(),
        Value::Null => "NULL".to_owned(),
        Value::Real(_) | Value::Blob(_) => "…".to_owned(),
    }
}
