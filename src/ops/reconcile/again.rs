//! A list of the cash office that is read once more: what the last reading left open is no longer
//! true when its rows were corrected meanwhile, or cleared by hand.
//!
//! What a list left open stands in the entries that it booked. A reading that books none of them
//! takes the last one back and books it anew, so that the newest reading is the one that counts.

use super::{ListName, seen};
use crate::domain::body::{ListSeen, PaymentReconciled, Reversed};
use crate::domain::cash::{Finding, Matched};
use crate::domain::date::LAST_DAY;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Event, Kind, PersonNo};
use crate::store::view::Times;
use crate::store::{Ledger, Readable, StoreError, query};

/// The entry with which the list was booked last, if its lines are found again and it says
/// otherwise than this reading; of several one whose payment the person did not order.
pub(super) fn outdated(
    from: &impl Readable,
    times: Times,
    (found, list, now): (&[Matched], &str, &ListSeen),
    person: PersonNo,
) -> Result<Option<(Event, ListSeen)>, StoreError> {
    let mut marks = query::events_of_kinds(from, times, &[Kind::PaymentReconciled])?;
    marks.retain(|mark| {
        mark.voucher == list && list_of(mark).is_some_and(|before| before.is_same_list(now))
    });
    let Some(before) = marks.last().and_then(list_of).cloned() else { return Ok(None) };
    if (before.open, before.open_from) == (now.open, now.open_from) {
        return Ok(None);
    }
    for mark in marks.into_iter().rev() {
        let known = |one: &Matched| match one.finding {
            Finding::Known(seq) => Some(seq) == mark.reference,
            _ => false,
        };
        if found.iter().any(known) && !ordered_by(from, &mark, person)? {
            return Ok(Some((mark, before)));
        }
    }
    Ok(None)
}

/// How many rows the last reading of the list left open, when booking this one would record
/// nothing but another number.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_left_before(
    ledger: &Ledger,
    found: &[Matched],
    list: ListName<'_>,
    person: PersonNo,
) -> Result<Option<u32>, StoreError> {
    let Some(now) = seen(found, list.unread) else { return Ok(None) };
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let outdated = outdated(ledger, times, (found, list.name, &now), person)?;
    Ok(outdated.map(|(_, before)| before.open))
}

/// Takes the entry back and books it anew with what the list leaves open now.
pub(super) fn anew(
    mark: &Event,
    list: ListName<'_>,
    now: ListSeen,
    person: PersonNo,
) -> [Draft; 2] {
    let draft = |voucher: &str, reference: Option<Reference>, body: Body| Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: mark.recipient.clone(),
        effective_on: mark.effective_on,
        actor: person,
        voucher: voucher.to_owned(),
        reference,
        body,
        person_name: None,
    };
    let reason = list.again.to_owned();
    let back = Body::Reversed(Reversed { reason });
    let grant = mark.body.grant().cloned().unwrap_or_default();
    let body = PaymentReconciled { grant, list: Some(now), source: None };
    [
        draft("", Some(Reference::Entry(mark.seq)), back),
        draft(list.name, mark.reference.map(Reference::Entry), Body::PaymentReconciled(body)),
    ]
}

const fn list_of(mark: &Event) -> Option<&ListSeen> {
    match &mark.body {
        Body::PaymentReconciled(body) => body.list.as_ref(),
        _ => None,
    }
}

fn ordered_by(from: &impl Readable, mark: &Event, person: PersonNo) -> Result<bool, StoreError> {
    let event = |seq: Option<_>| seq.map(|seq| query::event(from, seq)).transpose();
    let payment = event(mark.reference)?.flatten();
    let order = event(payment.and_then(|payment| payment.reference))?.flatten();
    Ok(order.is_some_and(|order| order.actor == person))
}
