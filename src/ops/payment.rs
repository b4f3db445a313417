//! Draws, orders, payments, returns, claims: what moves an amount of a due line along.

use super::check::{required, text};
use super::grant::{own, positive};
use super::{Checked, check, claim, draw, everything, notice, on_day_of, progress, year};
use crate::domain::body::{HeldOrdered, LineAmount, PaymentOrdered, PaymentRebooked};
use crate::domain::case::{is_sepa, left, standing};
use crate::domain::{Body, Event, Kind, Money, Refusal, Seq};
use crate::store::{StoreError, Tx, query};

/// Checks an event that moves an amount of a due line.
pub fn moved(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(line) = event.body.line() else { return Ok(()) };
    positive(line.amount_cents)?;
    own(tx, event, &line.grant)?;
    if let Some(referred) = referred {
        same_line(event, referred)?;
        as_ordered(event, referred)?;
        enough_left(tx, event, referred)?;
    }
    match &event.body {
        Body::DrawRequested(body) => draw::requested(tx, event, body),
        Body::DrawReduced(body) => required("reason", &body.reason, 1),
        Body::DrawRejected(body) => required("reason", &body.reason, 1),
        Body::DrawWithdrawn(body) => required("reason", &body.reason, 1),
        Body::PaymentOrdered(body) => {
            notice::drawable(tx, event, &line.grant)?;
            ordered(tx, event, body)
        }
        Body::OrderCancelled(body) => required("reason", &body.reason, 1),
        Body::PaymentReturned(body) => {
            required("reason", &body.reason, 1)?;
            year::way(tx, line.fiscal_year, body.held)
        }
        Body::HeldOrdered(body) => held_ordered(tx, event, body, referred),
        Body::PaymentRebooked(body) => {
            notice::drawable(tx, event, &line.grant)?;
            notice::still_open(tx, &body.from.grant)?;
            rebooked(tx, event, body)
        }
        _ => claim::moved(tx, event, referred),
    }
}

/// Body and reference speak of the same due line.
fn same_line(event: &Event, referred: &Event) -> Checked {
    let key = |line: &LineAmount| (line.grant.clone(), line.title.clone(), line.fiscal_year);
    let own = event.body.taken_from().map(key);
    if own == referred.body.line().map(key) {
        Ok(())
    } else {
        Err(Refusal::ReferenceDiffers { seq: referred.seq }.into())
    }
}

/// An order is confirmed or cancelled as a whole.
fn as_ordered(event: &Event, referred: &Event) -> Checked {
    if referred.kind() != Kind::PaymentOrdered {
        return Ok(());
    }
    match (event.body.amount(), referred.body.amount()) {
        (Some(paid), Some(ordered)) if paid != ordered => {
            Err(Refusal::NotAsOrdered { seq: referred.seq, ordered, paid }.into())
        }
        _ => Ok(()),
    }
}

/// The entry of one of these kinds that already follows another entry and counts.
pub fn rival(tx: &Tx<'_>, referred: Seq, rivals: &[Kind]) -> Result<Option<Seq>, StoreError> {
    if rivals.is_empty() {
        return Ok(None);
    }
    let following = query::live_referring(tx, referred)?;
    Ok(following.iter().find(|other| rivals.contains(&other.kind())).map(|other| other.seq))
}

/// Orders of a draw, returns and claims of a payment, repayments of a claim stay within it (I12).
fn enough_left(tx: &Tx<'_>, event: &Event, referred: &Event) -> Checked {
    let Some(line) = event.body.taken_from() else { return Ok(()) };
    let events = query::grant_events(tx, everything(tx), &line.grant)?;
    let left = left(&events).get(&referred.seq).copied().unwrap_or_default();
    let asked = line.amount_cents;
    if asked > left {
        let (kind, seq) = (referred.kind(), referred.seq);
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left }.into());
    }
    let whole = matches!(event.kind(), Kind::DrawRejected | Kind::DrawWithdrawn | Kind::HeldPaid);
    if whole && asked != left {
        return Err(Refusal::NotWhole { asked, left }.into());
    }
    Ok(())
}

fn ordered(tx: &Tx<'_>, event: &Event, body: &PaymentOrdered) -> Checked {
    draw::ready_to_order(tx, event, event.reference.unwrap_or_default())?;
    within_limit(tx, event, &body.line)?;
    payable(tx, event, body.bank_account, &body.payment_text)?;
    if let Some(milestone) = &body.milestone {
        progress::of_order(tx, event, milestone)?;
    }
    progress::nothing_blocks(tx, event, &body.line)
}

/// Held money is ordered again by a second person, to an account that is confirmed anew.
fn held_ordered(
    tx: &Tx<'_>,
    event: &Event,
    body: &HeldOrdered,
    referred: Option<&Event>,
) -> Checked {
    if let Some(Body::PaymentReturned(returned)) = referred.map(|event| &event.body)
        && !returned.held
    {
        let year = returned.line.fiscal_year;
        return Err(Refusal::WayWrong { year, closed: false }.into());
    }
    not_who_checked(tx, event, referred)?;
    within_limit(tx, event, &body.line)?;
    payable(tx, event, body.bank_account, &body.payment_text)
}

/// Who drew money or attested the draw does not order it again when it comes back
/// (domain.md section 1.4, guard f): up from the return by way of payment and order.
fn not_who_checked(tx: &Tx<'_>, event: &Event, returned: Option<&Event>) -> Checked {
    let mut before = returned.cloned();
    while let Some(entry) = before {
        if entry.kind() == Kind::DrawRequested {
            let following = query::live_referring(tx, entry.seq)?;
            let attested = following.iter().filter(|other| other.kind().is_attestation());
            let mut checked = attested.chain([&entry]);
            return match checked.find(|other| other.actor == event.actor) {
                Some(own) => Err(Refusal::SamePerson { person: event.actor, seq: own.seq }.into()),
                None => Ok(()),
            };
        }
        before = entry.reference.map(|seq| query::event(tx, seq)).transpose()?.flatten();
    }
    Ok(())
}

/// Nobody orders more at once than the own power to order allows (*Anordnungsbefugnis*); what
/// the same person ordered of the same draw or return before, and still stands, counts along.
fn within_limit(tx: &Tx<'_>, event: &Event, line: &LineAmount) -> Checked {
    let person = event.actor;
    let events = query::grant_events(tx, everything(tx), &line.grant)?;
    let same = |other: &&Event| {
        (other.reference, other.kind(), other.actor) == (event.reference, event.kind(), person)
    };
    let before: Money = events.iter().filter(same).map(|other| standing(&events, other)).sum();
    let asked = line.amount_cents + before;
    let limit = check::person_today(tx, event)?.and_then(|found| found.order_limit);
    match limit {
        Some(limit) if asked > limit => Err(Refusal::OverLimit { person, limit, asked }.into()),
        _ => Ok(()),
    }
}

/// The payment text fits a bank statement and the account is confirmed.
fn payable(tx: &Tx<'_>, event: &Event, account: Seq, payment_text: &str) -> Checked {
    required("payment_text", payment_text, 1)?;
    text("payment_text", payment_text, 140)?;
    if let Some(character) = payment_text.chars().find(|character| !is_sepa(*character)) {
        return Err(Refusal::PaymentTextCharacter { character }.into());
    }
    let usable = query::bank_accounts(tx, on_day_of(tx, event), &event.recipient)?
        .iter()
        .any(|found| found.seq == account && found.usable);
    if usable { Ok(()) } else { Err(Refusal::BankAccountUnconfirmed { seq: account }.into()) }
}

/// Two due lines of one recipient, of the same year and amount.
fn rebooked(tx: &Tx<'_>, event: &Event, body: &PaymentRebooked) -> Checked {
    required("reason", &body.reason, 1)?;
    own(tx, event, &body.from.grant)?;
    let (taken, given) = (body.from.amount_cents, body.line.amount_cents);
    if taken != given {
        return Err(Refusal::NotEqual { taken, given }.into());
    }
    let same = (&body.from.grant, &body.from.title) == (&body.line.grant, &body.line.title);
    if same || body.from.fiscal_year != body.line.fiscal_year {
        return Err(Refusal::LinesUnusable.into());
    }
    Ok(())
}

/// Who reconciles with the cash office is not who ordered.
pub fn reconciled(tx: &Tx<'_>, event: &Event, payment: &Event) -> Checked {
    if event.body.grant() != payment.body.grant() {
        return Err(Refusal::ReferenceDiffers { seq: payment.seq }.into());
    }
    let Some(order) = payment.reference.map(|seq| query::event(tx, seq)).transpose()?.flatten()
    else {
        return Ok(());
    };
    if order.actor == event.actor {
        return Err(Refusal::SamePerson { person: event.actor, seq: order.seq }.into());
    }
    Ok(())
}
