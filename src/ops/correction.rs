//! Correction of an error of recording: reversal, once, while nothing rests on the original.

use super::check::required;
use super::{Checked, Stop, everything};
use crate::domain::body::{Reversed, Setting};
use crate::domain::case::left;
use crate::domain::entity::{EntityKey, EntityKind, entity_of};
use crate::domain::posting::postings;
use crate::domain::{Body, Event, FileNumber, Kind, Refusal, Seq, TitleKey};
use crate::store::view::Times;
use crate::store::{StoreError, Tx, query};

/// The reversal of an entry, if there is one.
pub fn reversal_of(tx: &Tx<'_>, seq: Seq) -> Result<Option<Seq>, StoreError> {
    let referring = query::referring(tx, seq)?;
    Ok(referring.iter().find(|event| event.kind() == Kind::Reversed).map(|event| event.seq))
}

/// A reversal names a reason and an original that is not reversed, is no reversal, and that
/// nothing else rests on (I15).
pub fn reversed(tx: &Tx<'_>, event: &Event, body: &Reversed) -> Checked {
    required("reason", &body.reason, 10)?;
    let wrong = Refusal::ReferenceWrong { expected: &[], given: event.reference };
    let Some(original) = event.reference.map(|seq| query::event(tx, seq)).transpose()?.flatten()
    else {
        return Err(wrong.into());
    };
    if matches!(original.kind(), Kind::Reversed | Kind::ProgrammeFounded) {
        return Err(Refusal::NotReversible { seq: original.seq }.into());
    }
    if let Some(by) = reversal_of(tx, original.seq)? {
        return Err(Refusal::AlreadyReversed { seq: original.seq, by }.into());
    }
    if original.effective_on != event.effective_on {
        let (seq, day) = (original.seq, original.effective_on);
        return Err(Refusal::ReversalDay { seq, day }.into());
    }
    let resting = match resting_on(tx, &original)? {
        None => overdrawn_without(tx, &original)?,
        found => found,
    };
    match resting {
        Some(by) => Err(Refusal::StillNeeded { seq: original.seq, by }.into()),
        None => Ok(()),
    }
}

/// The draw, order, payment or claim of which more would be taken than it had, were the
/// original not there: a cancellation or return whose amount was used again (I12).
fn overdrawn_without(tx: &Tx<'_>, original: &Event) -> Result<Option<Seq>, Stop> {
    let Some(line) = original.body.line() else { return Ok(None) };
    let mut events = query::grant_events(tx, everything(tx), &line.grant)?;
    events.retain(|event| event.seq != original.seq);
    Ok(left(&events).into_iter().find(|(_, left)| left.is_negative()).map(|(seq, _)| seq))
}

/// The first entry that counts and rests on the original.
fn resting_on(tx: &Tx<'_>, original: &Event) -> Result<Option<Seq>, Stop> {
    for event in query::referring(tx, original.seq)? {
        if event.kind() != Kind::Reversed && reversal_of(tx, event.seq)?.is_none() {
            return Ok(Some(event.seq));
        }
    }
    match original.kind() {
        Kind::BooksClosed => return booked_after(tx, original),
        Kind::BankAccountConfirmed => return order_on(tx, original),
        _ => {}
    }
    if let Some(by) = step_after(tx, original)?.or(rate_used(tx, original)?) {
        return Ok(Some(by));
    }
    if Kind::PAYMENTS.contains(&original.kind()) {
        return set_off_against(tx, original);
    }
    let Some(entity) = entity_of(original, None) else { return Ok(None) };
    if !creates(original) || query::is_registered_without(tx, &entity, original)? {
        return Ok(None);
    }
    let times = everything(tx);
    let other = |events: Vec<Event>| {
        events.iter().find(|event| event.seq != original.seq).map(|event| event.seq)
    };
    Ok(match entity.kind {
        EntityKind::Grant => {
            let number = FileNumber::new(entity.key.clone());
            let mut later = query::grant_events(tx, times, &number)?;
            later.retain(|event| event.seq > original.seq);
            let moved = other(later);
            moved
                .or(milestone_of(tx, times, &number)?)
                .or(other_version(tx, &entity, original)?)
                .or(naming(tx, &[Kind::IndicatorDefined], |body| {
                    matches!(body, Body::IndicatorDefined(b) if b.money_of.contains(&number))
                })?)
        }
        EntityKind::Recipient => other(query::events_of(tx, times, &original.recipient)?),
        EntityKind::Title => {
            let title = TitleKey::new(entity.key.clone());
            let records = [Kind::AppropriationDrafted, Kind::SettingMade];
            query::first_posting_on(tx, &title)?
                .or(naming(tx, &records, |body| body.names_title(&title))?)
        }
        EntityKind::Person => query::first_entry_by(tx, &entity.key)?,
        EntityKind::BankAccount => order_to(tx, original, original.seq, 0)?,
        EntityKind::Milestone => {
            other_version(tx, &entity, original)?.or(query::order_naming(tx, &entity.key)?)
        }
        EntityKind::Indicator | EntityKind::Application => other_version(tx, &entity, original)?,
        EntityKind::Year | EntityKind::Setting => None,
    })
}

/// The first entry of these kinds that counts and names the original by its key alone.
fn naming(
    tx: &Tx<'_>,
    kinds: &[Kind],
    names: impl Fn(&Body) -> bool,
) -> Result<Option<Seq>, StoreError> {
    let events = query::events_of_kinds(tx, everything(tx), kinds)?;
    Ok(events.iter().find(|event| names(&event.body)).map(|event| event.seq))
}

/// The step of the procedure that needed the original: a draw its final notice, an order its
/// attestations, a notice its examination, the closing of a case its checked proof.
fn step_after(tx: &Tx<'_>, original: &Event) -> Result<Option<Seq>, Stop> {
    let (following, on_same_entry): (&[Kind], bool) = match original.kind() {
        Kind::NoticeAnnounced | Kind::RemedyWaived | Kind::ChallengeEnded => {
            (&[Kind::DrawRequested], false)
        }
        Kind::ArithmeticAttested | Kind::FactuallyAttested => (&[Kind::PaymentOrdered], true),
        Kind::ApplicationExamined => (&[Kind::GrantIssued], true),
        Kind::ProofChecked => (&[Kind::CaseClosed], false),
        _ if !postings(original, None).is_empty() => (&[Kind::CaseClosed], false),
        _ => return Ok(None),
    };
    let Some(grant) = original.body.grant() else { return Ok(None) };
    Ok(query::grant_events(tx, everything(tx), grant)?
        .iter()
        .filter(|event| event.seq > original.seq && following.contains(&event.kind()))
        .find(|event| !on_same_entry || event.reference == original.reference)
        .map(|event| event.seq))
}

/// The assessment of interest that was computed with a base rate.
fn rate_used(tx: &Tx<'_>, original: &Event) -> Result<Option<Seq>, Stop> {
    let Body::SettingMade(made) = &original.body else { return Ok(None) };
    let Setting::BaseRate { from, until, .. } = made.setting else { return Ok(None) };
    let kinds = [Kind::InterestAssessed];
    Ok(query::events_of_kinds(tx, everything(tx), &kinds)?
        .iter()
        .filter(|event| event.seq > original.seq)
        .find(|event| {
            matches!(&event.body, Body::InterestAssessed(assessed)
                if assessed.event_on < until && from <= assessed.until)
        })
        .map(|event| event.seq))
}

/// The repayment that was set off against a payment.
fn set_off_against(tx: &Tx<'_>, payment: &Event) -> Result<Option<Seq>, Stop> {
    let against = Some(payment.seq);
    Ok(query::events_of(tx, everything(tx), &payment.recipient)?
        .iter()
        .find(|event| matches!(&event.body, Body::ClaimRepaid(repaid) if repaid.set_off == against))
        .map(|event| event.seq))
}

/// The first entry on the year's money after its books were closed: the closing stands then.
fn booked_after(tx: &Tx<'_>, closing: &Event) -> Result<Option<Seq>, Stop> {
    let Body::BooksClosed(closed) = &closing.body else { return Ok(None) };
    let state = query::year_state(tx, everything(tx), closed.fiscal_year)?;
    if let Some((_, settlement)) = state.settled {
        return Ok(Some(settlement));
    }
    Ok(query::first_posting_in(tx, closed.fiscal_year, closing.seq)?)
}

/// The order that rests on a confirmation of a bank account, unless another one stands for it.
fn order_on(tx: &Tx<'_>, confirmation: &Event) -> Result<Option<Seq>, Stop> {
    let Some(account) = confirmation.reference else { return Ok(None) };
    let entity = EntityKey::new(EntityKind::BankAccount, &account);
    let other = query::entity_events(tx, &entity)?.iter().any(|event| {
        event.kind() == Kind::BankAccountConfirmed
            && event.seq != confirmation.seq
            && event.effective_on <= confirmation.effective_on
    });
    if other { Ok(None) } else { Ok(order_to(tx, confirmation, account, confirmation.seq)?) }
}

/// The first order to a bank account after an entry.
fn order_to(
    tx: &Tx<'_>,
    original: &Event,
    account: Seq,
    after: Seq,
) -> Result<Option<Seq>, StoreError> {
    Ok(query::events_of(tx, everything(tx), &original.recipient)?
        .iter()
        .filter(|event| event.seq > after)
        .find(|event| event.body.bank_account() == Some(account))
        .map(|event| event.seq))
}

/// True for kinds that bring an entity into being.
fn creates(event: &Event) -> bool {
    matches!(
        event.kind(),
        Kind::PersonEnrolled
            | Kind::TitleRegistered
            | Kind::RecipientRegistered
            | Kind::BankAccountRecorded
            | Kind::GrantIssued
            | Kind::MilestonePlanned
            | Kind::IndicatorDefined
            | Kind::ApplicationReceived
    )
}

fn other_version(
    tx: &Tx<'_>,
    entity: &EntityKey,
    original: &Event,
) -> Result<Option<Seq>, StoreError> {
    let events = query::entity_events(tx, entity)?;
    Ok(events.iter().find(|event| event.seq != original.seq).map(|event| event.seq))
}

fn milestone_of(tx: &Tx<'_>, times: Times, grant: &FileNumber) -> Result<Option<Seq>, StoreError> {
    let found = query::milestones(tx, times)?
        .into_iter()
        .find(|milestone| milestone.grant.as_ref() == Some(grant));
    let Some(milestone) = found else { return Ok(None) };
    let entity = EntityKey::new(EntityKind::Milestone, &milestone.milestone);
    Ok(query::entity_events(tx, &entity)?.first().map(|event| event.seq))
}
