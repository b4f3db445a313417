//! Bodies as compact JSON, and rows of the journal as events.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::chain::{Fields, Record};
use super::error::Finding;
use crate::domain::{Body, Day, Event, Kind, PersonNo, RecipientKey, Seq};

/// Columns of a journal row, in the order that [`record`] reads.
pub const COLUMNS: &str = "seq, uid, kind, recipient, recipient_seq, recorded_at, effective_on, \
     actor, login, voucher, ref, body";

/// The body as it is stored and hashed.
pub fn encode(body: &Body) -> Vec<u8> {
    // Bodies hold strings, integers and lists only: writing them to memory cannot fail.
    serde_json::to_vec(body).unwrap_or_default()
}

/// The body of the given kind.
///
/// # Errors
/// What is wrong with the JSON, in words of the parser.
pub fn decode(kind: Kind, bytes: &[u8]) -> Result<Body, String> {
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let body = Body::deserialize(kind, &mut parser).map_err(|error| error.to_string())?;
    parser.end().map_err(|error| error.to_string())?;
    Ok(body)
}

/// Reads the columns [`COLUMNS`].
pub fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        seq: row.get(0)?,
        uid: row.get(1)?,
        kind: row.get(2)?,
        recipient: row.get(3)?,
        recipient_seq: row.get(4)?,
        recorded_at: row.get(5)?,
        effective_on: row.get(6)?,
        actor: row.get(7)?,
        login: row.get(8)?,
        voucher: row.get(9)?,
        reference: row.get(10)?,
        body: row.get(11)?,
    })
}

/// Reads the columns [`COLUMNS`] without copying them.
pub fn fields<'row>(row: &'row Row<'_>) -> rusqlite::Result<Fields<'row>> {
    Ok(Fields {
        seq: row.get(0)?,
        uid: row.get_ref(1)?.as_blob()?,
        kind: row.get_ref(2)?.as_str()?,
        recipient: row.get_ref(3)?.as_str()?,
        recipient_seq: row.get(4)?,
        recorded_at: row.get(5)?,
        effective_on: row.get_ref(6)?.as_str()?,
        actor: row.get(7)?,
        login: row.get_ref(8)?.as_str()?,
        voucher: row.get_ref(9)?.as_str()?,
        reference: row.get(10)?,
        body: row.get_ref(11)?.as_blob()?,
    })
}

/// The event of a stored row.
///
/// # Errors
/// A finding when kind, day or body cannot be read.
pub fn event(fields: &Fields<'_>) -> Result<Event, Finding> {
    let unreadable = |detail: String| Finding::Body { seq: fields.seq, detail };
    let kind = Kind::from_name(fields.kind)
        .ok_or_else(|| unreadable(format!("unknown kind {}", fields.kind)))?;
    let effective_on: Day = fields
        .effective_on
        .parse()
        .map_err(|_| unreadable(format!("no day: {}", fields.effective_on)))?;
    Ok(Event {
        seq: fields.seq,
        uid: fields.uid.try_into().map_err(|_| unreadable("no uid".to_owned()))?,
        recipient: RecipientKey::new(fields.recipient),
        recipient_seq: fields.recipient_seq,
        recorded_at: fields.recorded_at,
        effective_on,
        actor: PersonNo(fields.actor),
        login: fields.login.to_owned(),
        voucher: fields.voucher.to_owned(),
        reference: fields.reference,
        body: decode(kind, fields.body).map_err(unreadable)?,
    })
}

/// The record of an event that is about to be stored.
pub fn record_of(event: &Event) -> Record {
    Record {
        seq: event.seq,
        uid: event.uid,
        kind: event.kind().as_str().to_owned(),
        recipient: event.recipient.as_str().to_owned(),
        recipient_seq: event.recipient_seq,
        recorded_at: event.recorded_at,
        effective_on: event.effective_on.to_string(),
        actor: event.actor.0,
        login: event.login.clone(),
        voucher: event.voucher.clone(),
        reference: event.reference,
        body: encode(&event.body),
    }
}

/// Reads the columns [`COLUMNS`] as an event; an unreadable one is an error of the file.
pub fn event_row(row: &Row<'_>) -> rusqlite::Result<Event> {
    event(&fields(row)?).map_err(|finding| {
        rusqlite::Error::FromSqlConversionFailure(11, Type::Blob, Box::new(finding))
    })
}

/// The event of that number, if there is one.
pub fn event_at(conn: &Connection, seq: Seq) -> rusqlite::Result<Option<Event>> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE seq = ?1");
    conn.prepare_cached(&sql)?.query_row([seq], event_row).optional()
}

/// The events that a condition of SQL selects, in the order of the journal.
pub fn events_where(
    conn: &Connection,
    condition: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<Event>> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE {condition} ORDER BY seq");
    let mut statement = conn.prepare_cached(&sql)?;
    statement.query_map(params, event_row)?.collect()
}
