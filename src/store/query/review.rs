//! What a person looks at before signing a draw, and what lies behind a payment.

use std::collections::BTreeMap;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{DrawReview, GrantDetail, MoveRow, PaymentTrail, StepRow, Times};
use super::entity::names;
use super::{availability_at, deadlines, entity, event, grant, grant_events, read};
use crate::domain::availability::Own;
use crate::domain::case::attestations;
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::{Body, Event, Kind, PersonNo, Seq};

pub(super) type Names = BTreeMap<PersonNo, String>;

/// A draw with all that the person needs who is to sign its order; `None` when that entry is no
/// draw at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn draw_review(
    from: &impl Readable,
    times: Times,
    draw: Seq,
) -> Result<Option<DrawReview>, StoreError> {
    let Some((found, detail, events)) = of_entry(from, times, draw)? else { return Ok(None) };
    let Some(draw) = booked(&detail, draw, &[Kind::DrawRequested]) else { return Ok(None) };
    let same = |line: &&super::super::view::LineRow| {
        (&line.title, line.fiscal_year) == (&draw.line.title, draw.line.fiscal_year)
    };
    let Some(line) = detail.lines.iter().find(same).cloned() else { return Ok(None) };
    let names = read(from, names)?;
    let following = referring(&events, found.seq);
    let (arithmetic, factual) = attestations(&following);
    let place = (&draw.line.title, draw.line.fiscal_year);
    let mut dates = deadlines(from, times)?;
    dates.retain(|row| row.grant.as_ref() == Some(&draw.line.grant));
    Ok(Some(DrawReview {
        remainder: detail.row.sums.open() - draw.left,
        availability: availability_at(from, times, place, Own::default())?,
        arithmetic: arithmetic.map(|event| step(event, &names)),
        factual: factual.map(|event| step(event, &names)),
        deadlines: dates,
        draw,
        grant: detail.row,
        line,
    }))
}

/// Order, attestations, notice and reference of the cash office behind a payment; `None` when
/// that entry is no payment on an order at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn payment_trail(
    from: &impl Readable,
    times: Times,
    payment: Seq,
) -> Result<Option<PaymentTrail>, StoreError> {
    let Some((found, detail, events)) = of_entry(from, times, payment)? else { return Ok(None) };
    let Some(paid) = booked(&detail, found.seq, &[Kind::PaymentConfirmed]) else {
        return Ok(None);
    };
    let order = paid.reference.and_then(|seq| booked(&detail, seq, &[Kind::PaymentOrdered]));
    let Some(order) = order else { return Ok(None) };
    let draw = order.reference.and_then(|seq| booked(&detail, seq, &[Kind::DrawRequested]));
    let signed = events.iter().find(|event| event.seq == order.seq);
    let (Some(draw), Some(signed)) = (draw, signed) else { return Ok(None) };
    // Attestations that were sent back after the order do not take its ground away.
    let mut following = referring(&events, draw.seq);
    following.retain(|event| event.seq < order.seq);
    let (arithmetic, factual) = attestations(&following);
    let in_force =
        detail.versions.iter().rfind(|version| version.effective_on <= order.effective_on);
    let Some(notice) = in_force.cloned() else { return Ok(None) };
    let names = read(from, names)?;
    let last = |of: Seq, kind| {
        let found = events.iter().rfind(|e| e.reference == Some(of) && e.kind() == kind);
        found.map(|event| step(event, &names))
    };
    let account = match &signed.body {
        Body::PaymentOrdered(ordered) => {
            let key = EntityKey::new(EntityKind::BankAccount, &ordered.bank_account);
            match entity(from, times, &key)? {
                Some(EntityState::BankAccount(account)) => Some(account.account),
                _ => None,
            }
        }
        _ => None,
    };
    Ok(Some(PaymentTrail {
        handed_over: last(order.seq, Kind::OrderHandedOver),
        reconciled: last(paid.seq, Kind::PaymentReconciled),
        signed: step(signed, &names),
        arithmetic: arithmetic.map(|event| step(event, &names)),
        factual: factual.map(|event| step(event, &names)),
        payment: paid,
        order,
        account,
        draw,
        notice,
    }))
}

/// An entry on a grant that counts at these times, with all of the grant.
fn of_entry(
    from: &impl Readable,
    times: Times,
    seq: Seq,
) -> Result<Option<(Event, GrantDetail, Vec<Event>)>, StoreError> {
    let Some(found) = event(from, seq)? else { return Ok(None) };
    let Some(number) = found.body.grant().cloned() else { return Ok(None) };
    let Some(detail) = grant(from, times, &number)? else { return Ok(None) };
    let events = grant_events(from, times, &number)?;
    Ok(Some((found, detail, events)))
}

fn booked(detail: &GrantDetail, seq: Seq, kinds: &[Kind]) -> Option<MoveRow> {
    detail.moves.iter().find(|row| row.seq == seq && kinds.contains(&row.kind)).cloned()
}

fn referring(events: &[Event], seq: Seq) -> Vec<Event> {
    events.iter().filter(|event| event.reference == Some(seq)).cloned().collect()
}

pub(super) fn step(event: &Event, names: &Names) -> StepRow {
    StepRow {
        seq: event.seq,
        effective_on: event.effective_on,
        person: event.actor,
        name: names.get(&event.actor).cloned(),
        voucher: event.voucher.clone(),
    }
}
