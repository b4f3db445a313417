//! What forms offer to choose from: live entries and the entities they speak of.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, ToSql, params};

use super::super::append::live;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{About, AccountChoice, Choices, EntryRow, Masters, Times};
use super::entity::{each_entity, entities, names};
use super::{read, sort_key};
use crate::domain::case::{Rates, left};
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::{Body, Event, FileNumber, Kind, Money, Seq};

/// Persons, titles and settings at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn masters(from: &impl Readable, times: Times) -> Result<Masters, StoreError> {
    read(from, |conn| {
        let names = names(conn)?;
        let mut found = Masters::default();
        for kind in [EntityKind::Person, EntityKind::Title, EntityKind::Setting] {
            for state in entities(conn, times, kind)?.into_values() {
                match state {
                    EntityState::Person(person) => {
                        let name = names.get(&person.person).cloned();
                        found.persons.push((person, name));
                    }
                    EntityState::Title(title) => found.titles.push(title),
                    EntityState::Setting(setting) => found.settings.push(setting),
                    _ => {}
                }
            }
        }
        found.persons.sort_by_key(|(person, _)| person.person);
        Ok(found)
    })
}

/// Everything that forms offer to choose from at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn choices(from: &impl Readable, times: Times, about: &About) -> Result<Choices, StoreError> {
    let mut found = Choices { masters: masters(from, times)?, ..Choices::default() };
    let kinds = [
        EntityKind::Recipient,
        EntityKind::Grant,
        EntityKind::Milestone,
        EntityKind::Indicator,
        EntityKind::BankAccount,
    ];
    for kind in kinds {
        let take = |key: String, state| match state {
            EntityState::Recipient(recipient) => found.recipients.push(recipient),
            EntityState::Grant(grant) => found.grants.push((FileNumber::new(key), *grant)),
            EntityState::Milestone(milestone) => found.milestones.push(*milestone),
            EntityState::Indicator(indicator) => found.indicators.push(*indicator),
            EntityState::BankAccount(account) => found.accounts.push(AccountChoice {
                seq: key.parse().unwrap_or_default(),
                recipient: account.recipient,
                account: account.account,
                confirmed: account.confirmed.is_some(),
            }),
            _ => {}
        };
        read(from, |conn| each_entity(conn, times, kind, take))?;
    }
    found.recipients.sort_by_cached_key(|row| (sort_key(&row.name), row.key.clone()));
    found.accounts.sort_by_key(|row| std::cmp::Reverse(row.seq));
    found.entries = entries(from, times, about)?;
    Ok(found)
}

/// So many cases that were worked on last are offered without being asked for.
const RECENT_CASES: usize = 200;
/// So far back it is looked for them.
const RECENT_ENTRIES: u64 = 20_000;

/// The entries of the programme, of what the form is about, and of the cases worked on last;
/// each case with all its entries, so that what is left of an amount is right.
fn entries(from: &impl Readable, times: Times, about: &About) -> Result<Vec<EntryRow>, StoreError> {
    let mut events: BTreeMap<Seq, Event> = BTreeMap::new();
    read(from, |conn| {
        let mut take = |condition: &str, key: &dyn ToSql| -> rusqlite::Result<()> {
            let condition = format!("{condition} AND effective_on <= ?2 AND seq <= ?3");
            let params = params![key, times.as_of.to_string(), times.known];
            let found = codec::events_where(conn, &condition, params)?;
            events.extend(found.into_iter().map(|event| (event.seq, event)));
            Ok(())
        };
        let of_recipient = "recipient = ?1";
        take(of_recipient, &"")?;
        for recipient in recipients_of(conn, about)? {
            take(of_recipient, &recipient)?;
        }
        let recent = recent_cases(conn, times)?;
        for grant in recent.iter().map(String::as_str) {
            take("seq IN (SELECT seq FROM event_grant WHERE grant_no = ?1)", &grant)?;
        }
        // What is recorded of a recipient and belongs to no case.
        take(
            "kind IN ('bank_account_recorded', 'recipient_registered', 'bank_account_confirmed', \
                      'reversed') \
                 AND seq > ?1",
            &times.known.saturating_sub(RECENT_ENTRIES),
        )
    })?;
    let events = live(events.into_values().collect());
    let lines = left(&events);
    let amounts = left_of_amounts(&events);
    let mut followers: BTreeMap<Seq, Vec<Kind>> = BTreeMap::new();
    for event in &events {
        if let Some(seq) = event.reference {
            followers.entry(seq).or_default().push(event.kind());
        }
    }
    Ok(events
        .iter()
        .map(|event| EntryRow {
            next_rate: next_rate(&events, event),
            left: lines.get(&event.seq).or_else(|| amounts.get(&event.seq)).copied(),
            followed_by: followers.remove(&event.seq).unwrap_or_default(),
            seq: event.seq,
            effective_on: event.effective_on,
            recipient: event.recipient.clone(),
            body: event.body.clone(),
        })
        .collect())
}

/// Number of the instalment that the next order on a draw or held return is.
fn next_rate(events: &[Event], on: &Event) -> Option<usize> {
    let held = matches!(&on.body, Body::PaymentReturned(returned) if returned.held);
    let number = on.body.grant().filter(|_| held || on.kind() == Kind::DrawRequested)?;
    let of_grant = events.iter().filter(|event| event.body.grant() == Some(number));
    let of_grant: Vec<Event> = of_grant.cloned().collect();
    Some(Rates::new(&of_grant).next(on.seq))
}

/// The recipients that a form is about.
fn recipients_of(conn: &Connection, about: &About) -> rusqlite::Result<BTreeSet<String>> {
    let mut found: BTreeSet<String> =
        about.recipient.iter().map(|key| key.as_str().to_owned()).collect();
    if let Some(grant) = &about.grant {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT recipient FROM event JOIN event_grant USING (seq) WHERE grant_no = ?1",
        )?;
        for recipient in statement.query_map([grant.as_str()], |row| row.get(0))? {
            found.insert(recipient?);
        }
    }
    if let Some(seq) = about.entry {
        let recipient = conn
            .prepare_cached("SELECT recipient FROM event WHERE seq = ?1")?
            .query_row([seq], |row| row.get(0))
            .optional()?;
        found.extend(recipient);
    }
    Ok(found)
}

/// The cases that were worked on last.
fn recent_cases(conn: &Connection, times: Times) -> rusqlite::Result<BTreeSet<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT grant_no FROM event_grant WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq DESC",
    )?;
    let last = times.known;
    let mut rows = statement.query(params![last.saturating_sub(RECENT_ENTRIES), last])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?);
        if found.len() >= RECENT_CASES {
            break;
        }
    }
    Ok(found)
}

/// What is left of blocks and of interest assessed, which are no amounts of a due line.
fn left_of_amounts(events: &[Event]) -> BTreeMap<Seq, Money> {
    let mut left = BTreeMap::new();
    for event in events {
        let amount = event.body.amount().unwrap_or_default();
        match event.kind() {
            Kind::BlockSet | Kind::AuthorityBlocked | Kind::InterestAssessed => {
                left.insert(event.seq, amount);
            }
            Kind::BlockLifted
            | Kind::AuthorityUnblocked
            | Kind::InterestReceived
            | Kind::InterestWaived => {
                if let Some(seq) = event.reference {
                    *left.entry(seq).or_default() -= amount;
                }
            }
            _ => {}
        }
    }
    left
}
