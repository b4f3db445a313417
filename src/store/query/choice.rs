//! What forms offer to choose from: live entries and the entities they speak of.

use std::collections::BTreeMap;

use rusqlite::params;

use super::super::append::live;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{AccountChoice, Choices, EntryRow, Masters, Times};
use super::entity::{entities, names};
use super::{read, sort_key};
use crate::domain::case::left;
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::{Event, FileNumber, Kind, Money, Seq};

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
pub fn choices(from: &impl Readable, times: Times) -> Result<Choices, StoreError> {
    let mut found = Choices { masters: masters(from, times)?, ..Choices::default() };
    let kinds = [
        EntityKind::Recipient,
        EntityKind::Grant,
        EntityKind::Milestone,
        EntityKind::Indicator,
        EntityKind::BankAccount,
    ];
    for kind in kinds {
        for (key, state) in read(from, |conn| entities(conn, times, kind))? {
            match state {
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
            }
        }
    }
    found.recipients.sort_by_cached_key(|row| (sort_key(&row.name), row.key.clone()));
    found.accounts.sort_by_key(|row| std::cmp::Reverse(row.seq));
    found.entries = entries(from, times)?;
    Ok(found)
}

fn entries(from: &impl Readable, times: Times) -> Result<Vec<EntryRow>, StoreError> {
    let events = live(read(from, |conn| {
        codec::events_where(
            conn,
            "effective_on <= ?1 AND seq <= ?2",
            params![times.as_of.to_string(), times.known],
        )
    })?);
    let lines = left(&events);
    let amounts = left_of_amounts(&events);
    let mut followers: BTreeMap<Seq, Vec<Kind>> = BTreeMap::new();
    for event in &events {
        if let Some(seq) = event.reference {
            followers.entry(seq).or_default().push(event.kind());
        }
    }
    Ok(events
        .into_iter()
        .map(|event| EntryRow {
            left: lines.get(&event.seq).or_else(|| amounts.get(&event.seq)).copied(),
            followed_by: followers.remove(&event.seq).unwrap_or_default(),
            seq: event.seq,
            effective_on: event.effective_on,
            recipient: event.recipient,
            body: event.body,
        })
        .collect())
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
