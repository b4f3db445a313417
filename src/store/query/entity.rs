//! Entities at a pair of times: persons, titles, recipients, grants, and the programme itself.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{PersonRow, Programme, Times, TitleRow};
use super::read;
use crate::domain::body::{RecipientRegistered, TitleRegistered};
use crate::domain::date::berlin_day;
use crate::domain::entity::{Application, EntityKey, EntityKind, EntityState, Grant, Year};
use crate::domain::setting::Settings;
use crate::domain::{Body, FileNumber, FiscalYear, PersonNo, RecipientKey, TitleKey};

/// State of one entity, or `None` when there is none at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn entity(
    from: &impl Readable,
    times: Times,
    key: &EntityKey,
) -> Result<Option<EntityState>, StoreError> {
    read(from, |conn| {
        let value: Option<Option<String>> = conn
            .prepare_cached(
                "SELECT value FROM entity_version WHERE entity = ?1 AND key = ?2 \
                 AND effective_on <= ?3 AND seq <= ?4 ORDER BY effective_on DESC, seq DESC LIMIT 1",
            )?
            .query_row(
                params![key.kind.as_str(), key.key, times.as_of.to_string(), times.known],
                |row| row.get(0),
            )
            .optional()?;
        value.flatten().map(|json| state(&json)).transpose()
    })
}

/// The state that a stored value is.
pub(in crate::store) fn state(json: &str) -> rusqlite::Result<EntityState> {
    serde_json::from_str(json)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// States of all entities of a kind, by key.
pub(in crate::store) fn entities(
    conn: &Connection,
    times: Times,
    kind: EntityKind,
) -> rusqlite::Result<BTreeMap<String, EntityState>> {
    let mut found = BTreeMap::new();
    each_entity(conn, times, kind, |key, state| {
        found.insert(key, state);
    })?;
    Ok(found)
}

/// Tells the states of all entities of a kind in the order of their keys; they are not all in
/// memory at once.
pub(in crate::store) fn each_entity(
    conn: &Connection,
    times: Times,
    kind: EntityKind,
    mut take: impl FnMut(String, EntityState),
) -> rusqlite::Result<()> {
    each_value(conn, times, kind, |key, json| {
        take(key.to_owned(), state(json)?);
        Ok(())
    })
}

/// As [`each_entity`], with the values as they are stored.
pub(in crate::store) fn each_value(
    conn: &Connection,
    times: Times,
    kind: EntityKind,
    mut take: impl FnMut(&str, &str) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    // In the order in which they lie in the file: that is faster than to look for the last row of
    // each, which alone is parsed.
    let mut statement = conn.prepare_cached(
        "SELECT key, value FROM entity_version \
         WHERE entity = ?1 AND effective_on <= ?2 AND seq <= ?3 ORDER BY key, effective_on, seq",
    )?;
    let mut rows = statement.query(params![kind.as_str(), times.as_of.to_string(), times.known])?;
    let (mut key, mut json, mut exists) = (String::new(), String::new(), false);
    while let Some(row) = rows.next()? {
        let next = row.get_ref(0)?.as_str()?;
        if next != key {
            if exists {
                take(&key, &json)?;
            }
            next.clone_into(&mut key);
        }
        let value = row.get_ref(1)?.as_str_or_null()?;
        exists = value.is_some();
        value.unwrap_or_default().clone_into(&mut json);
    }
    if exists {
        take(&key, &json)?;
    }
    Ok(())
}

/// Keys of all entities of a kind that exist at these times; their states are not read.
pub(super) fn keys(
    conn: &Connection,
    times: Times,
    kind: EntityKind,
) -> rusqlite::Result<BTreeSet<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT key, value IS NOT NULL FROM entity_version \
         WHERE entity = ?1 AND effective_on <= ?2 AND seq <= ?3 ORDER BY key, effective_on, seq",
    )?;
    let mut rows = statement.query(params![kind.as_str(), times.as_of.to_string(), times.known])?;
    let mut found = BTreeSet::new();
    let (mut key, mut exists) = (String::new(), false);
    while let Some(row) = rows.next()? {
        let next = row.get_ref(0)?.as_str()?;
        if next != key {
            if exists {
                found.insert(key.clone());
            }
            next.clone_into(&mut key);
        }
        exists = row.get(1)?;
    }
    if exists {
        found.insert(key);
    }
    Ok(found)
}

/// State of a grant.
///
/// # Errors
/// When the file cannot be read.
pub fn grant_state(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Option<Grant>, StoreError> {
    let key = EntityKey::new(EntityKind::Grant, grant);
    Ok(match entity(from, times, &key)? {
        Some(EntityState::Grant(grant)) => Some(*grant),
        _ => None,
    })
}

/// State of an application.
///
/// # Errors
/// When the file cannot be read.
pub fn application_state(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Option<Application>, StoreError> {
    let key = EntityKey::new(EntityKind::Application, grant);
    Ok(match entity(from, times, &key)? {
        Some(EntityState::Application(application)) => Some(*application),
        _ => None,
    })
}

/// State of a fiscal year.
///
/// # Errors
/// When the file cannot be read.
pub fn year_state(
    from: &impl Readable,
    times: Times,
    year: FiscalYear,
) -> Result<Year, StoreError> {
    let key = EntityKey::new(EntityKind::Year, &year.0);
    Ok(match entity(from, times, &key)? {
        Some(EntityState::Year(year)) => *year,
        _ => Year::default(),
    })
}

/// The settings in force.
///
/// # Errors
/// When the file cannot be read.
pub fn settings(from: &impl Readable, times: Times) -> Result<Settings, StoreError> {
    let value = |state| match state {
        EntityState::Setting(value) => Some(value),
        _ => None,
    };
    read(from, |conn| {
        let newest = entities(conn, times, EntityKind::Setting)?;
        // Per key and day the row written last: a reversal has written the day anew.
        let mut statement = conn.prepare_cached(
            "SELECT value FROM entity_version AS version WHERE entity = 'setting' \
             AND effective_on <= ?1 AND seq = ( \
                 SELECT max(seq) FROM entity_version AS other \
                 WHERE other.entity = version.entity AND other.key = version.key \
                     AND other.effective_on = version.effective_on AND other.seq <= ?2) \
             AND value IS NOT NULL",
        )?;
        let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
        let mut history = Vec::new();
        while let Some(row) = rows.next()? {
            history.extend(value(state(&row.get::<_, String>(0)?)?));
        }
        Ok(Settings { newest: newest.into_values().filter_map(value).collect(), history })
    })
}

/// State of a recipient.
///
/// # Errors
/// When the file cannot be read.
pub fn recipient_state(
    from: &impl Readable,
    times: Times,
    recipient: &RecipientKey,
) -> Result<Option<RecipientRegistered>, StoreError> {
    let key = EntityKey::new(EntityKind::Recipient, recipient);
    Ok(match entity(from, times, &key)? {
        Some(EntityState::Recipient(recipient)) => Some(recipient),
        _ => None,
    })
}

/// State of a title.
///
/// # Errors
/// When the file cannot be read.
pub fn title_state(
    from: &impl Readable,
    times: Times,
    title: &TitleKey,
) -> Result<Option<TitleRegistered>, StoreError> {
    let key = EntityKey::new(EntityKind::Title, title);
    Ok(match entity(from, times, &key)? {
        Some(EntityState::Title(title)) => Some(title),
        _ => None,
    })
}

/// All titles, by key.
///
/// # Errors
/// When the file cannot be read.
pub fn titles(from: &impl Readable, times: Times) -> Result<Vec<TitleRow>, StoreError> {
    let found = read(from, |conn| entities(conn, times, EntityKind::Title))?;
    Ok(found
        .into_values()
        .filter_map(|state| match state {
            EntityState::Title(title) => {
                Some(TitleRow { title: title.title, name: title.name, investive: title.investive })
            }
            _ => None,
        })
        .collect())
}

/// All persons enrolled, by number.
///
/// # Errors
/// When the file cannot be read.
pub fn persons(from: &impl Readable, times: Times) -> Result<Vec<PersonRow>, StoreError> {
    read(from, |conn| {
        let names = names(conn)?;
        let mut persons: Vec<_> = entities(conn, times, EntityKind::Person)?
            .into_values()
            .filter_map(|state| match state {
                EntityState::Person(person) => Some(PersonRow {
                    person: person.person,
                    name: names.get(&person.person).cloned(),
                    roles: person.roles,
                    login: person.login,
                    roles_until: person.roles_until,
                    order_limit: person.order_limit,
                }),
                _ => None,
            })
            .collect();
        persons.sort_by_key(|person| person.person);
        Ok(persons)
    })
}

/// Names that were not erased.
pub(super) fn names(conn: &Connection) -> rusqlite::Result<BTreeMap<PersonNo, String>> {
    let mut statement = conn.prepare_cached("SELECT person, name FROM person_name")?;
    statement.query_map([], |row| Ok((PersonNo(row.get(0)?), row.get(1)?)))?.collect()
}

/// The founding event's facts.
///
/// # Errors
/// When the file cannot be read or has no founding event.
pub fn programme(from: &impl Readable) -> Result<Programme, StoreError> {
    let founding = read(from, |conn| codec::event_at(conn, 1))?;
    match founding.map(|event| (event.effective_on, event.recorded_at, event.body)) {
        Some((founded_on, recorded_at, Body::ProgrammeFounded(founded))) => Ok(Programme {
            name: founded.name,
            guideline: founded.guideline,
            ceiling: founded.ceiling_cents,
            default_as_of: founded.default_as_of,
            founded_on,
            recorded_on: berlin_day(recorded_at),
            sample: founded.sample,
            authority: founded.authority,
            notes: founded.notes,
        }),
        _ => Err(StoreError::Damaged {
            path: from.file(),
            detail: "the journal does not begin with a founding".into(),
        }),
    }
}
