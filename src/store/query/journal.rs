//! The journal: its rows, single events, and what was known when.

use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeZone as _};
use rusqlite::{OptionalExtension as _, Params, params};

use super::super::append::live;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{JournalRow, Times};
use super::entity::{entities, names};
use super::read;
use crate::domain::entity::{EntityKey, EntityKind, EntityState, fold};
use crate::domain::recipient::official_name;
use crate::domain::{Day, Event, FiscalYear, Kind, RecipientKey, Seq, TitleKey, Uid};

/// All entries that are effective and known at these times, in order.
///
/// # Errors
/// When the file cannot be read.
pub fn journal(from: &impl Readable, times: Times) -> Result<Vec<JournalRow>, StoreError> {
    read(from, |conn| {
        let persons = names(conn)?;
        let recipients = entities(conn, times, EntityKind::Recipient)?;
        let reversed = reversals(conn, times.known)?;
        let sql = format!(
            "SELECT {}, hash, recipient_hash FROM event \
             WHERE effective_on <= ?1 AND seq <= ?2 ORDER BY seq",
            codec::COLUMNS
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
        let mut found: Vec<JournalRow> = Vec::new();
        while let Some(row) = rows.next()? {
            let event = codec::event_row(row)?;
            // A correction shows what it takes back.
            let original = (event.kind() == Kind::Reversed)
                .then(|| found.iter().find(|row| Some(row.seq) == event.reference))
                .flatten()
                .map(|row| {
                    (row.amount.map(|amount| -amount), row.object.clone(), row.charged.clone())
                });
            let (amount, object, charged) = original.unwrap_or_else(|| {
                (event.body.amount(), event.body.object(), event.body.charged())
            });
            let name = match recipients.get(event.recipient.as_str()) {
                Some(EntityState::Recipient(found)) => {
                    official_name(found.recipient_type, &found.name)
                }
                _ => String::new(),
            };
            found.push(JournalRow {
                seq: event.seq,
                kind: event.kind(),
                recorded_at: event.recorded_at,
                effective_on: event.effective_on,
                recipient_name: name,
                actor: event.actor,
                actor_name: persons.get(&event.actor).cloned(),
                login: event.login,
                voucher: event.voucher,
                reference: event.reference,
                amount,
                object,
                charged,
                reversed_by: reversed.get(&event.seq).copied(),
                body: String::from_utf8_lossy(&row.get::<_, Vec<u8>>(11)?).into_owned(),
                uid: event.uid,
                recipient_seq: event.recipient_seq,
                hash: row.get(12)?,
                recipient_hash: row.get(13)?,
                recipient: event.recipient,
            });
        }
        Ok(found)
    })
}

fn reversals(conn: &rusqlite::Connection, known: Seq) -> rusqlite::Result<BTreeMap<Seq, Seq>> {
    let mut statement =
        conn.prepare_cached("SELECT ref, seq FROM event WHERE kind = ?1 AND seq <= ?2")?;
    statement
        .query_map(params![Kind::Reversed.as_str(), known], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The event of that number.
///
/// # Errors
/// When the file cannot be read.
pub fn event(from: &impl Readable, seq: Seq) -> Result<Option<Event>, StoreError> {
    read(from, |conn| codec::event_at(conn, seq))
}

/// Number of the entry that was booked with this uid, if any (I4).
///
/// # Errors
/// When the file cannot be read.
pub fn seq_of_uid(from: &impl Readable, uid: &Uid) -> Result<Option<Seq>, StoreError> {
    read(from, |conn| {
        let found = codec::events_where(conn, "uid = ?1", [uid.as_slice()])?;
        Ok(found.first().map(|event| event.seq))
    })
}

/// The events of a recipient that count at these times, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn events_of(
    from: &impl Readable,
    times: Times,
    recipient: &RecipientKey,
) -> Result<Vec<Event>, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "recipient = ?1 AND effective_on <= ?2 AND seq <= ?3",
            params![recipient.as_str(), times.as_of.to_string(), times.known],
        )
    })?;
    Ok(live(events))
}

/// The events of some kinds that count at these times, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn events_of_kinds(
    from: &impl Readable,
    times: Times,
    kinds: &[Kind],
) -> Result<Vec<Event>, StoreError> {
    let names: Vec<String> = kinds.iter().map(|kind| format!("'{}'", kind.as_str())).collect();
    let condition = format!(
        "kind IN ({}) AND effective_on <= ?1 AND seq <= ?2 AND NOT EXISTS ( \
             SELECT 1 FROM event AS reversal WHERE reversal.ref = event.seq \
                 AND reversal.kind = 'reversed' AND reversal.seq <= ?2)",
        names.join(", ")
    );
    read(from, |conn| {
        codec::events_where(conn, &condition, params![times.as_of.to_string(), times.known])
    })
}

/// The first payment that counts with this voucher of the cash office in a fiscal year: numbers of
/// vouchers begin anew each year.
///
/// # Errors
/// When the file cannot be read.
pub fn paid_with(
    from: &impl Readable,
    voucher: &str,
    year: FiscalYear,
) -> Result<Option<Seq>, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "voucher = ?1 AND kind IN ('payment_confirmed', 'held_paid') AND NOT EXISTS ( \
                 SELECT 1 FROM event AS reversal \
                 WHERE reversal.ref = event.seq AND reversal.kind = 'reversed')",
            [voucher],
        )
    })?;
    let of_year = |event: &&Event| event.body.line().is_some_and(|line| line.fiscal_year == year);
    Ok(events.iter().find(of_year).map(|event| event.seq))
}

/// The events that refer to an event, reversals included.
///
/// # Errors
/// When the file cannot be read.
pub fn referring(from: &impl Readable, seq: Seq) -> Result<Vec<Event>, StoreError> {
    read(from, |conn| codec::events_where(conn, "ref = ?1", [seq]))
}

/// The events that refer to an event and count: none reversed, no reversal.
///
/// # Errors
/// When the file cannot be read.
pub fn live_referring(from: &impl Readable, seq: Seq) -> Result<Vec<Event>, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "ref = ?1 AND kind <> 'reversed' AND NOT EXISTS ( \
                 SELECT 1 FROM event AS reversal \
                 WHERE reversal.ref = event.seq AND reversal.kind = 'reversed')",
            [seq],
        )
    })?;
    Ok(events)
}

/// The events that refer to an event and count at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn referring_at(
    from: &impl Readable,
    times: Times,
    seq: Seq,
) -> Result<Vec<Event>, StoreError> {
    read(from, |conn| {
        codec::events_where(
            conn,
            "ref = ?1 AND kind <> 'reversed' AND effective_on <= ?2 AND seq <= ?3 \
                 AND NOT EXISTS (SELECT 1 FROM event AS reversal WHERE reversal.ref = event.seq \
                     AND reversal.kind = 'reversed' AND reversal.seq <= ?3)",
            params![seq, times.as_of.to_string(), times.known],
        )
    })
}

/// The last entry recorded until that time, microseconds since 1970 UTC; 0 when there is none.
///
/// # Errors
/// When the file cannot be read.
pub fn known_at_time(from: &impl Readable, time: i64) -> Result<Seq, StoreError> {
    read(from, |conn| {
        conn.query_row(
            "SELECT coalesce(max(seq), 0) FROM event WHERE recorded_at <= ?1",
            [time],
            |row| row.get(0),
        )
    })
}

/// The last entry recorded until the end of that day in Europe/Berlin.
///
/// # Errors
/// When the file cannot be read.
pub fn known_at_end_of(from: &impl Readable, day: Day) -> Result<Seq, StoreError> {
    let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    // Clocks change at two or three in the morning: midnight exists, once, on every day.
    let end = chrono_tz::Europe::Berlin
        .from_local_datetime(&midnight)
        .earliest()
        .map_or(i64::MAX, |time| time.timestamp_micros() - 1);
    known_at_time(from, end)
}

/// The events that say something of an entity and count, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn entity_events(from: &impl Readable, entity: &EntityKey) -> Result<Vec<Event>, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "seq IN (SELECT seq FROM entity_version WHERE entity = ?1 AND key = ?2)",
            [entity.kind.as_str(), entity.key.as_str()],
        )
    })?;
    Ok(live(events))
}

/// True when the entity exists without that event, on its day already.
///
/// # Errors
/// When the file cannot be read.
pub fn is_registered_without(
    from: &impl Readable,
    entity: &EntityKey,
    event: &Event,
) -> Result<bool, StoreError> {
    let others = entity_events(from, entity)?;
    let earlier =
        |other: &&Event| other.seq != event.seq && other.effective_on <= event.effective_on;
    Ok(fold(others.iter().filter(earlier)).is_some())
}

/// Entries that are no correction and were not corrected, in SQL.
const COUNTS: &str = "event.kind <> 'reversed' AND NOT EXISTS ( \
     SELECT 1 FROM event AS reversal WHERE reversal.ref = event.seq \
         AND reversal.kind = 'reversed')";

/// The first entry that counts and fulfils a condition; none after it is read.
fn first_where(
    from: &impl Readable,
    condition: &str,
    values: impl Params,
) -> Result<Option<Seq>, StoreError> {
    let sql = format!(
        "SELECT event.seq FROM event WHERE {condition} AND {COUNTS} ORDER BY event.seq LIMIT 1"
    );
    read(from, |conn| conn.prepare_cached(&sql)?.query_row(values, |row| row.get(0)).optional())
}

/// The first entry that counts and posts on a title.
///
/// # Errors
/// When the file cannot be read.
pub fn first_posting_on(from: &impl Readable, title: &TitleKey) -> Result<Option<Seq>, StoreError> {
    // A title without accounts has no postings: the journal is not gone through for it.
    let condition = "EXISTS (SELECT 1 FROM account WHERE title = ?1) AND EXISTS ( \
         SELECT 1 FROM posting JOIN account ON account.id = posting.account \
         WHERE posting.event = event.seq AND +account.title = ?1)";
    first_where(from, condition, [title.as_str()])
}

/// The first entry after `after` that counts and concerns the money of a fiscal year.
///
/// # Errors
/// When the file cannot be read.
pub fn first_posting_in(
    from: &impl Readable,
    year: FiscalYear,
    after: Seq,
) -> Result<Option<Seq>, StoreError> {
    let condition = "event.seq > ?2 AND ((event.kind = 'year_settled' AND \
             json_extract(CAST(event.body AS TEXT), '$.fiscal_year') = ?1) OR EXISTS ( \
             SELECT 1 FROM posting JOIN account ON account.id = posting.account \
             WHERE posting.event = event.seq AND +account.fiscal_year = ?1 \
                 AND +account.due_year = 0))";
    first_where(from, condition, params![year.0, after])
}

/// The first order that counts and names a milestone.
///
/// # Errors
/// When the file cannot be read.
pub fn order_naming(from: &impl Readable, milestone: &str) -> Result<Option<Seq>, StoreError> {
    let condition = "event.kind = 'payment_ordered' AND \
         json_extract(CAST(event.body AS TEXT), '$.milestone') = ?1";
    first_where(from, condition, [milestone])
}

/// The first entry that a person booked.
///
/// # Errors
/// When the file cannot be read.
pub fn first_entry_by(from: &impl Readable, person: &str) -> Result<Option<Seq>, StoreError> {
    read(from, |conn| {
        conn.query_row(
            "SELECT min(seq) FROM event WHERE actor = CAST(?1 AS INTEGER)",
            [person],
            |row| row.get(0),
        )
    })
}
