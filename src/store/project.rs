//! What follows from an event: postings, versions, due lines. One way for appending and replay.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::append::live;
use super::chain::Record;
use super::codec;
use crate::domain::due_line::line_changes;
use crate::domain::entity::{EntityKey, entity_of, fold};
use crate::domain::posting::postings;
use crate::domain::stage::RevenueKind;
use crate::domain::{Account, Day, Event, Kind};

/// Writes everything that follows from the event, before the event itself is sealed.
pub fn project(conn: &Connection, event: &Event) -> rusqlite::Result<()> {
    let referred = match event.reference {
        Some(seq) if event.kind() == Kind::Reversed => codec::event_at(conn, seq)?,
        _ => None,
    };
    for (line, posting) in postings(event, referred.as_ref()).iter().enumerate() {
        let account = account_id(conn, &posting.account)?;
        conn.prepare_cached(
            "INSERT INTO posting (event, line, account, effective_on, amount) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            event.seq,
            line,
            account,
            event.effective_on.to_string(),
            posting.amount.cents()
        ])?;
    }
    write_due_lines(conn, event, referred.as_ref())?;
    write_grants(conn, referred.as_ref().unwrap_or(event), event)?;
    if let Some(entity) = entity_of(event, referred.as_ref()) {
        write_versions(conn, event, &entity)?;
    }
    Ok(())
}

/// Writes the event itself; its triggers check the whole and move the balances.
pub fn seal(
    conn: &Connection,
    record: &Record,
    hash: &[u8; 32],
    recipient_hash: &[u8; 32],
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO event (seq, uid, kind, recipient, recipient_seq, recorded_at, effective_on, \
         actor, login, voucher, ref, body, hash, recipient_hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        record.seq,
        record.uid.as_slice(),
        record.kind,
        record.recipient,
        record.recipient_seq,
        record.recorded_at,
        record.effective_on,
        record.actor,
        record.login,
        record.voucher,
        record.reference,
        record.body,
        hash.as_slice(),
        recipient_hash.as_slice(),
    ])
    .map(drop)
}

fn account_id(conn: &Connection, account: &Account) -> rusqlite::Result<i64> {
    let key = params![
        account.stage.as_str(),
        account.title.as_str(),
        account.fiscal_year.0,
        account.due_year.map_or(0, |year| year.0),
        account.grant.as_ref().map_or("", |grant| grant.as_str()),
        account.recipient.as_ref().map_or("", |recipient| recipient.as_str()),
        account.revenue.map_or("", RevenueKind::as_str),
    ];
    let found = conn
        .prepare_cached(
            "SELECT id FROM account WHERE stage = ?1 AND title = ?2 AND fiscal_year = ?3 \
             AND due_year = ?4 AND grant_no = ?5 AND recipient = ?6 AND revenue = ?7",
        )?
        .query_row(key, |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    conn.prepare_cached(
        "INSERT INTO account (stage, title, fiscal_year, due_year, grant_no, recipient, revenue) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        account.stage.as_str(),
        account.title.as_str(),
        account.fiscal_year.0,
        account.due_year.map_or(0, |year| year.0),
        account.grant.as_ref().map_or("", |grant| grant.as_str()),
        account.recipient.as_ref().map_or("", |recipient| recipient.as_str()),
        account.revenue.map_or("", RevenueKind::as_str),
    ])?;
    Ok(conn.last_insert_rowid())
}

/// Notes which grants the event concerns; a reversal concerns those of what it reverses.
fn write_grants(conn: &Connection, speaking: &Event, event: &Event) -> rusqlite::Result<()> {
    for grant in speaking.body.grants() {
        conn.prepare_cached("INSERT INTO event_grant (grant_no, seq) VALUES (?1, ?2)")?
            .execute(params![grant.as_str(), event.seq])?;
    }
    Ok(())
}

fn write_due_lines(
    conn: &Connection,
    event: &Event,
    referred: Option<&Event>,
) -> rusqlite::Result<()> {
    for change in line_changes(event, referred) {
        conn.prepare_cached(
            "INSERT INTO due_line (grant_no, title, fiscal_year, authority_year, recipient, \
             effective_on, seq, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            change.grant.as_str(),
            change.title.as_str(),
            change.fiscal_year.0,
            change.authority_year.map_or(0, |year| year.0),
            event.recipient.as_str(),
            event.effective_on.to_string(),
            event.seq,
            change.amount.cents(),
        ])?;
    }
    Ok(())
}

/// Writes the whole value for the event's day and again for each later day on which the entity
/// has a row, so that a late entry or a reversal is not hidden by an older row.
fn write_versions(conn: &Connection, event: &Event, entity: &EntityKey) -> rusqlite::Result<()> {
    let (kind, key) = (entity.kind.as_str(), entity.key.as_str());
    let mut events = codec::events_where(
        conn,
        "seq IN (SELECT seq FROM entity_version WHERE entity = ?1 AND key = ?2)",
        [kind, key],
    )?;
    events.push(event.clone());
    let mut days: BTreeSet<Day> = events
        .iter()
        .map(|earlier| earlier.effective_on)
        .filter(|day| *day >= event.effective_on)
        .collect();
    days.insert(event.effective_on);
    let mut live = live(events);
    live.sort_by_key(|earlier| (earlier.effective_on, earlier.seq));
    for day in days {
        let state = fold(live.iter().filter(|earlier| earlier.effective_on <= day));
        // A state holds strings, integers and lists only: writing it to memory cannot fail.
        let value = state.map(|state| serde_json::to_string(&state).unwrap_or_default());
        conn.prepare_cached(
            "INSERT INTO entity_version (entity, key, effective_on, seq, value) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![kind, key, day.to_string(), event.seq, value])?;
    }
    Ok(())
}
