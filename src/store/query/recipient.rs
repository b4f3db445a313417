//! Recipients: the list, and the account of one.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension as _, params};

use super::super::chain::GENESIS;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{BankAccountRow, Head, RecipientDetail, RecipientRow, Sums, Times};
use super::case::grants_of;
use super::entity::{entities, entity};
use super::grant::Details;
use super::total::{Per, amounts_by};
use super::{read, sort_key};
use crate::domain::body::RecipientRegistered;
use crate::domain::date::LAST_DAY;
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::{Day, Event, FileNumber, Kind, Money, RecipientKey, Seq};

/// All recipients, by name (DIN 5007).
///
/// # Errors
/// When the file cannot be read.
pub fn recipients(from: &impl Readable, times: Times) -> Result<Vec<RecipientRow>, StoreError> {
    read(from, |conn| {
        let mut amounts = amounts_by(conn, times, Per::Recipient)?;
        let mut rows: Vec<RecipientRow> = entities(conn, times, EntityKind::Recipient)?
            .into_iter()
            .filter_map(|(key, state)| match state {
                EntityState::Recipient(recipient) => {
                    let own = amounts.remove(&key).unwrap_or_default();
                    let granted = own.granted();
                    Some(row(recipient, own.sums, granted))
                }
                _ => None,
            })
            .collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.name), row.key.clone()));
        Ok(rows)
    })
}

fn row(recipient: RecipientRegistered, sums: Sums, granted: Money) -> RecipientRow {
    RecipientRow {
        key: recipient.key,
        name: recipient.name,
        recipient_type: recipient.recipient_type,
        valid_until: recipient.valid_until,
        successor: recipient.successor,
        sums,
        granted,
    }
}

/// The account of one recipient, or `None` when there is none at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn recipient(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Option<RecipientDetail>, StoreError> {
    account(from, times, key, &mut |_, events| drop(events))
}

/// The same; `keep` is given each grant with its events that count.
pub(super) fn account(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
    keep: &mut dyn FnMut(&FileNumber, Vec<Event>),
) -> Result<Option<RecipientDetail>, StoreError> {
    let Some(state) = super::recipient_state(from, times, key)? else { return Ok(None) };
    let mut details = Vec::new();
    let mut all = Details::read(from, times)?;
    for number in grants_of(from, key)? {
        let found = all.with_events(from, &number)?;
        let Some((found, events)) = found.filter(|(found, _)| found.row.recipient == *key) else {
            continue;
        };
        keep(&number, events);
        details.push(found);
    }
    let mut sums = Sums::default();
    let mut granted = Money::ZERO;
    for detail in &details {
        sums.add(&detail.row.sums);
        granted += detail.row.granted;
    }
    Ok(Some(RecipientDetail {
        address: state.address.clone(),
        row: row(state, sums, granted),
        grants: details,
        bank_accounts: bank_accounts(from, times, key)?,
        head: head(from, times, key)?,
    }))
}

/// Bank accounts of a recipient, the newest first.
///
/// An account may be paid to once a second person has confirmed it, unless a payment to it came
/// back since: a return counts whatever its day, as soon as it is known.
///
/// # Errors
/// When the file cannot be read.
pub fn bank_accounts(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Vec<BankAccountRow>, StoreError> {
    let known = Times { as_of: LAST_DAY, ..times };
    let of = |kind| of_kind(from, known, key, kind);
    let returns = last_returns(from, &of(Kind::PaymentReturned)?)?;
    let mut rows = Vec::new();
    for recorded in of(Kind::BankAccountRecorded)? {
        let state = entity(from, times, &EntityKey::new(EntityKind::BankAccount, &recorded.seq))?;
        let Some(EntityState::BankAccount(account)) = state else { continue };
        let last_return = returns.get(&recorded.seq).copied();
        rows.push(BankAccountRow {
            seq: recorded.seq,
            effective_on: recorded.effective_on,
            usable: account.confirmed.is_some() && account.confirmed > last_return,
            account: account.account,
            recorded_by: account.recorded_by,
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
    Ok(rows)
}

/// The events of a kind of a recipient that count at these times.
pub(super) fn of_kind(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
    kind: Kind,
) -> Result<Vec<Event>, StoreError> {
    read(from, |conn| {
        codec::events_where(
            conn,
            "kind = ?1 AND recipient = ?2 AND effective_on <= ?3 AND seq <= ?4 AND NOT EXISTS ( \
                 SELECT 1 FROM event AS reversal WHERE reversal.ref = event.seq \
                     AND reversal.kind = 'reversed' AND reversal.seq <= ?4)",
            params![kind.as_str(), key.as_str(), times.as_of.to_string(), times.known],
        )
    })
}

/// Day and number of the last payment that came back from each account.
fn last_returns(
    from: &impl Readable,
    returns: &[Event],
) -> Result<BTreeMap<Seq, (Day, Seq)>, StoreError> {
    let referred = |event: &Event| match event.reference {
        Some(seq) => super::event(from, seq),
        None => Ok(None),
    };
    let mut last = BTreeMap::new();
    for returned in returns {
        let Some(payment) = referred(returned)? else { continue };
        let order = referred(&payment)?;
        if let Some(account) = order.and_then(|order| order.body.bank_account()) {
            let at = last.entry(account).or_insert((returned.effective_on, returned.seq));
            *at = (*at).max((returned.effective_on, returned.seq));
        }
    }
    Ok(last)
}

/// Head of the recipient's own chain at the Datenstand.
fn head(from: &impl Readable, times: Times, key: &RecipientKey) -> Result<Head, StoreError> {
    let found = read(from, |conn| {
        conn.query_row(
            "SELECT recipient_seq, recipient_hash, recorded_at FROM event \
             WHERE recipient = ?1 AND seq <= ?2 ORDER BY recipient_seq DESC LIMIT 1",
            params![key.as_str(), times.known],
            |row| Ok(Head { seq: row.get(0)?, hash: row.get(1)?, recorded_at: row.get(2)? }),
        )
        .optional()
    })?;
    Ok(found.unwrap_or(Head { seq: 0, hash: GENESIS, recorded_at: 0 }))
}
