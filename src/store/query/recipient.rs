//! Recipients: the list, and the account of one.

use rusqlite::{OptionalExtension as _, params};

use super::super::chain::GENESIS;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{BankAccountRow, Head, RecipientDetail, RecipientRow, Sums, Times};
use super::entity::entities;
use super::sums::{granted_by, sums_by};
use super::{grant, grants, read, sort_key};
use crate::domain::body::RecipientRegistered;
use crate::domain::date::LAST_DAY;
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::{Day, Event, Kind, Money, RecipientKey, Seq};

/// All recipients, by name (DIN 5007).
///
/// # Errors
/// When the file cannot be read.
pub fn recipients(from: &impl Readable, times: Times) -> Result<Vec<RecipientRow>, StoreError> {
    read(from, |conn| {
        let mut sums = sums_by(conn, times, "recipient")?;
        let granted = granted_by(conn, times, "recipient")?;
        let mut rows: Vec<RecipientRow> = entities(conn, times, EntityKind::Recipient)?
            .into_iter()
            .filter_map(|(key, state)| match state {
                EntityState::Recipient(recipient) => Some(row(
                    recipient,
                    sums.remove(&key).unwrap_or_default(),
                    granted.get(&key).copied().unwrap_or_default(),
                )),
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
    let Some(state) = super::recipient_state(from, times, key)? else { return Ok(None) };
    let mut details = Vec::new();
    for found in grants(from, times)?.iter().filter(|grant| grant.recipient == *key) {
        details.extend(grant(from, times, &found.grant)?);
    }
    details.sort_by_cached_key(|detail| detail.row.grant.clone());
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
    let events = super::events_of(from, Times { as_of: LAST_DAY, ..times }, key)?;
    let states = read(from, |conn| entities(conn, times, EntityKind::BankAccount))?;
    let mut rows: Vec<BankAccountRow> = states
        .into_iter()
        .filter_map(|(seq, state)| match state {
            EntityState::BankAccount(account) if account.recipient == *key => {
                Some((seq.parse().ok()?, account))
            }
            _ => None,
        })
        .map(|(seq, account)| BankAccountRow {
            seq,
            effective_on: events
                .iter()
                .find(|event| event.seq == seq)
                .map_or(times.as_of, |event| event.effective_on),
            usable: account.confirmed.is_some() && account.confirmed > last_return(&events, seq),
            account: account.account,
            recorded_by: account.recorded_by,
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
    Ok(rows)
}

/// Day and number of the last payment that came back from the account.
fn last_return(events: &[Event], account: Seq) -> Option<(Day, Seq)> {
    let at = |seq: Option<Seq>| events.iter().find(|event| Some(event.seq) == seq);
    events
        .iter()
        .filter(|event| event.kind() == Kind::PaymentReturned)
        .filter(|returned| {
            let order = at(returned.reference).and_then(|payment| at(payment.reference));
            order.and_then(|order| order.body.bank_account()) == Some(account)
        })
        .map(|event| (event.effective_on, event.seq))
        .max()
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
