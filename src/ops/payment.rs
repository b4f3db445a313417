//! Draws, orders, payments, returns, claims: what moves an amount of a due line along.

use super::check::{required, text};
use super::grant::{own, positive};
use super::{Checked, everything, progress};
use crate::domain::body::{LineAmount, PaymentOrdered};
use crate::domain::case::{is_sepa, left};
use crate::domain::{Body, Event, Kind, Refusal};
use crate::store::{Tx, query};

/// Checks an event that moves an amount of a due line.
pub fn moved(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(line) = event.body.line() else { return Ok(()) };
    positive(line.amount_cents)?;
    own(tx, event, &line.grant)?;
    if let Some(referred) = referred {
        same_line(line, referred)?;
        undecided(tx, event, referred)?;
        enough_left(tx, line, referred)?;
    }
    match &event.body {
        Body::PaymentOrdered(body) => ordered(tx, event, body),
        Body::OrderCancelled(body) => required("reason", &body.reason, 1),
        Body::PaymentReturned(body) => required("reason", &body.reason, 1),
        Body::ClaimRaised(body) => {
            required("reason", &body.reason, 1)?;
            if body.due_on < event.effective_on {
                return Err(Refusal::DateUnusable { day: body.due_on }.into());
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Body and reference speak of the same due line.
fn same_line(line: &LineAmount, referred: &Event) -> Checked {
    let fits = referred.body.line().is_some_and(|other| {
        (&other.grant, &other.title, other.fiscal_year)
            == (&line.grant, &line.title, line.fiscal_year)
    });
    if fits { Ok(()) } else { Err(Refusal::ReferenceDiffers { seq: referred.seq }.into()) }
}

/// An order is confirmed or cancelled once, and as a whole.
fn undecided(tx: &Tx<'_>, event: &Event, referred: &Event) -> Checked {
    if referred.kind() != Kind::PaymentOrdered {
        return Ok(());
    }
    for decision in query::referring(tx, referred.seq)? {
        if super::correction::reversal_of(tx, decision.seq)?.is_none() {
            return Err(Refusal::AlreadyDecided { seq: referred.seq, by: decision.seq }.into());
        }
    }
    let (paid, ordered) = (event.body.amount(), referred.body.amount());
    match (paid, ordered) {
        (Some(paid), Some(ordered)) if paid != ordered => {
            Err(Refusal::NotAsOrdered { seq: referred.seq, ordered, paid }.into())
        }
        _ => Ok(()),
    }
}

/// Orders of a draw, returns and claims of a payment, repayments of a claim stay within it (I12).
fn enough_left(tx: &Tx<'_>, line: &LineAmount, referred: &Event) -> Checked {
    let events = query::grant_events(tx, everything(tx), &line.grant)?;
    let left = left(&events).get(&referred.seq).copied().unwrap_or_default();
    if line.amount_cents > left {
        return Err(Refusal::ReferenceExceeded {
            kind: referred.kind(),
            seq: referred.seq,
            asked: line.amount_cents,
            left,
        }
        .into());
    }
    Ok(())
}

fn ordered(tx: &Tx<'_>, event: &Event, body: &PaymentOrdered) -> Checked {
    required("payment_text", &body.payment_text, 1)?;
    text("payment_text", &body.payment_text, 140)?;
    if let Some(character) = body.payment_text.chars().find(|character| !is_sepa(*character)) {
        return Err(Refusal::PaymentTextCharacter { character }.into());
    }
    let mut times = everything(tx);
    times.as_of = event.effective_on;
    let usable = query::bank_accounts(tx, times, &event.recipient)?
        .iter()
        .any(|account| account.seq == body.bank_account && account.usable);
    if !usable {
        return Err(Refusal::BankAccountUnconfirmed { seq: body.bank_account }.into());
    }
    if let Some(milestone) = &body.milestone {
        progress::of_order(tx, event, milestone)?;
    }
    Ok(())
}
