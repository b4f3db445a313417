//! One entry with what is known around it, for its data sheet.

use rusqlite::params;

use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{ClaimRow, InterestRow, ReminderRow, SheetData, SheetStep, Times};
use super::entity::names;
use super::{
    case_detail, event, grant_state, interest_of, read, recipient, referring_at, report_frame,
    settings, titles, year_state,
};
use crate::domain::body::{ApplicationExamined, GrantIssued};
use crate::domain::date::LAST_DAY;
use crate::domain::deadline::final_proof_due;
use crate::domain::interest::{Interest, Span, Terms};
use crate::domain::{Body, Day, Event, FileNumber, Kind, Seq};

/// Everything that the data sheet of an entry says; `None` when there is no such entry or it has
/// no recipient.
///
/// The Stichtag is the day of the entry, whatever `times` says.
///
/// # Errors
/// When the file cannot be read.
pub fn sheet_data(
    from: &impl Readable,
    times: Times,
    seq: Seq,
) -> Result<Option<SheetData>, StoreError> {
    let Some(entry) = event(from, seq)?.filter(|entry| entry.seq <= times.known) else {
        return Ok(None);
    };
    let times = Times { as_of: entry.effective_on, ..times };
    let Some(detail) = recipient(from, times, &entry.recipient)? else { return Ok(None) };
    // What the entry left behind; others of the same day came after it.
    let then = Times { known: entry.seq, ..times };
    let grants = recipient(from, then, &entry.recipient)?.map(|then| then.grants);
    let referred = match entry.reference {
        Some(seq) => event(from, seq)?,
        None => None,
    };
    let accounts = &detail.bank_accounts;
    let paid_to = entry.body.bank_account();
    let account = accounts.iter().find(|account| Some(account.seq) == paid_to);
    let own = entry.body.grant();
    let (claim, assessed) = owed(from, then, &entry)?;
    let reminded = reminders(from, &entry)?;
    Ok(Some(SheetData {
        frame: report_frame(from, times)?,
        account: account.map(|account| account.account.clone()),
        grant: grants.unwrap_or_default().into_iter().find(|it| Some(&it.row.grant) == own),
        taken_back: taken_back(from, times.known, seq)?,
        titles: titles(from, times)?,
        before: before(from, then, &entry)?,
        steps: steps(from, times, (&entry, referred.as_ref()), &reminded)?,
        examined: examined(from, times, &entry)?,
        proof_due: proof_due(from, then, own)?,
        reminders: reminded.iter().filter_map(reminder).collect(),
        interest: interest(from, times, &entry)?,
        as_revenue: as_revenue(from, then, &entry)?,
        claim,
        assessed,
        own_head: detail.head,
        recipient: detail.row,
        event: entry,
        referred,
    }))
}

/// Whether money that is claimed can come back as revenue only.
fn as_revenue(from: &impl Readable, then: Times, entry: &Event) -> Result<bool, StoreError> {
    let Body::ClaimRaised(body) = &entry.body else { return Ok(false) };
    let closed = year_state(from, then, body.line.fiscal_year)?.closed.is_some();
    Ok(closed || settings(from, then)?.repayment_is_revenue(&body.line.title))
}

/// The claim or the interest that a decision about it refers to, with what the decision left of it.
fn owed(
    from: &impl Readable,
    then: Times,
    entry: &Event,
) -> Result<(Option<ClaimRow>, Option<InterestRow>), StoreError> {
    let (Some(of), Some(grant)) = (entry.reference, entry.body.grant()) else {
        return Ok((None, None));
    };
    let claims = [Kind::ClaimAnnulled, Kind::ClaimDeferred, Kind::ClaimWaived];
    if !claims.contains(&entry.kind()) && entry.kind() != Kind::InterestWaived {
        return Ok((None, None));
    }
    let Some(case) = case_detail(from, then, grant)? else { return Ok((None, None)) };
    Ok((
        case.claims.into_iter().find(|claim| claim.seq == of),
        case.interest.into_iter().find(|assessed| assessed.seq == of),
    ))
}

/// Last day to hand in the final proof of a grant, as the register of proofs has it.
fn proof_due(
    from: &impl Readable,
    times: Times,
    grant: Option<&FileNumber>,
) -> Result<Option<Day>, StoreError> {
    let Some(grant) = grant else { return Ok(None) };
    let Some(grant) = grant_state(from, times, grant)? else { return Ok(None) };
    Ok(Some(final_proof_due(&grant, &settings(from, times)?)))
}

/// What the notice said before the entry, with the amendments until then.
fn before(
    from: &impl Readable,
    then: Times,
    entry: &Event,
) -> Result<Option<GrantIssued>, StoreError> {
    let Some(grant) = entry.body.grant() else { return Ok(None) };
    let earlier = Times { known: entry.seq.saturating_sub(1), ..then };
    Ok(grant_state(from, earlier, grant)?.map(|grant| grant.issued))
}

/// Of a reminder the earlier ones of a proof of the grant; corrected ones do not count.
fn reminders(from: &impl Readable, entry: &Event) -> Result<Vec<Event>, StoreError> {
    if entry.kind() != Kind::ProofReminded {
        return Ok(Vec::new());
    }
    let condition = "recipient = ?1 AND seq < ?2 AND kind = 'proof_reminded' AND seq NOT IN \
                     (SELECT ref FROM event WHERE kind = 'reversed' AND seq <= ?2)";
    let key = entry.recipient.as_str();
    let mut found =
        read(from, |conn| codec::events_where(conn, condition, params![key, entry.seq]))?;
    found.retain(|event| event.body.grant() == entry.body.grant());
    Ok(found)
}

fn reminder(event: &Event) -> Option<ReminderRow> {
    let Body::ProofReminded(body) = &event.body else { return None };
    Some(ReminderRow { seq: event.seq, on: event.effective_on, until: body.until })
}

/// Entries known by then that took an entry back: its correction, cancellations of an order,
/// annulments of a claim; the latter two may leave a part of it.
///
/// # Errors
/// When the file cannot be read.
pub fn taken_back(from: &impl Readable, known: Seq, seq: Seq) -> Result<Vec<Event>, StoreError> {
    let condition = "ref = ?1 AND kind = 'reversed' AND seq <= ?2";
    let mut found = read(from, |conn| codec::events_where(conn, condition, params![seq, known]))?;
    let ends = [Kind::OrderCancelled, Kind::ClaimAnnulled];
    let others = referring_at(from, Times { as_of: LAST_DAY, known }, seq)?;
    found.extend(others.into_iter().filter(|event| ends.contains(&event.kind())));
    Ok(found)
}

/// What an entry refers to; of an order to pay a return again all entries back to the draw, whose
/// attestations bear it, too.
fn behind(
    from: &impl Readable,
    entry: &Event,
    referred: Option<&Event>,
) -> Result<Vec<Event>, StoreError> {
    let mut found: Vec<Event> = referred.into_iter().cloned().collect();
    let mut next = referred.and_then(|event| event.reference);
    while let (Kind::HeldOrdered, Some(seq)) = (entry.kind(), next) {
        let Some(event) = event(from, seq)? else { break };
        next = event.reference.filter(|_| event.kind() != Kind::DrawRequested);
        found.push(event);
    }
    found.reverse();
    Ok(found)
}

/// Entries of these kinds before the entry that refer to another one.
fn earlier(
    from: &impl Readable,
    times: Times,
    (entry, of): (&Event, Seq),
    kinds: &[Kind],
) -> Result<Vec<Event>, StoreError> {
    let mut found = referring_at(from, times, of)?;
    found.retain(|event| event.seq < entry.seq && kinds.contains(&event.kind()));
    Ok(found)
}

/// The last examination of the application before its notice.
fn examined(
    from: &impl Readable,
    times: Times,
    entry: &Event,
) -> Result<Option<ApplicationExamined>, StoreError> {
    let (Kind::GrantIssued, Some(of)) = (entry.kind(), entry.reference) else { return Ok(None) };
    let found = earlier(from, times, (entry, of), &[Kind::ApplicationExamined])?;
    Ok(found.into_iter().rev().find_map(|event| match event.body {
        Body::ApplicationExamined(body) => Some(body),
        _ => None,
    }))
}

/// What an entry rests on beside what it refers to: attestations, of a notice the examination.
const BEARING: [Kind; 3] =
    [Kind::ArithmeticAttested, Kind::FactuallyAttested, Kind::ApplicationExamined];

/// Of an order to pay the earlier orders of its draw whose payment came back to it, with payment
/// and return; what is held after the books were closed is ordered again by itself.
fn came_back(from: &impl Readable, times: Times, entry: &Event) -> Result<Vec<Event>, StoreError> {
    let mut found = Vec::new();
    let (Kind::PaymentOrdered, Some(draw)) = (entry.kind(), entry.reference) else {
        return Ok(found);
    };
    for order in earlier(from, times, (entry, draw), &[Kind::PaymentOrdered])? {
        for payment in earlier(from, times, (entry, order.seq), &[Kind::PaymentConfirmed])? {
            let mut returns = earlier(from, times, (entry, payment.seq), &[Kind::PaymentReturned])?;
            returns.retain(|event| !matches!(&event.body, Body::PaymentReturned(it) if it.held));
            if !returns.is_empty() {
                found.extend([order.clone(), payment]);
                found.extend(returns);
            }
        }
    }
    Ok(found)
}

/// What it refers to, what bears that out, and the entry itself, in the order of the journal;
/// `before` are earlier entries of its kind that belong to the way.
fn steps(
    from: &impl Readable,
    times: Times,
    (entry, referred): (&Event, Option<&Event>),
    before: &[Event],
) -> Result<Vec<SheetStep>, StoreError> {
    let persons = read(from, names)?;
    let mut events = behind(from, entry, referred)?;
    if let Some(first) = events.first().map(|event| event.seq) {
        events.extend(earlier(from, times, (entry, first), &BEARING)?);
    }
    events.extend(came_back(from, times, entry)?);
    events.extend_from_slice(before);
    events.sort_by_key(|event| event.seq);
    // An order that was paid in parts stands once.
    events.dedup_by_key(|event| event.seq);
    events.push(entry.clone());
    let step = |event: Event| SheetStep {
        seq: event.seq,
        kind: event.kind(),
        manner: match &event.body {
            Body::ClaimDeferred(body) => Some(body.manner),
            _ => None,
        },
        on: event.effective_on,
        person: persons.get(&event.actor).cloned().unwrap_or_else(|| event.actor.0.to_string()),
    };
    Ok(events.into_iter().map(step).collect())
}

/// The arithmetic of assessed interest, as it was when it was assessed; `times` are of the day of
/// the entry. `None` of another entry, and where a base rate is missing.
pub(super) fn interest(
    from: &impl Readable,
    times: Times,
    entry: &Event,
) -> Result<Option<(Interest, Terms)>, StoreError> {
    let (Body::InterestAssessed(body), Some(of)) = (&entry.body, entry.reference) else {
        return Ok(None);
    };
    let then = Times { known: entry.seq, ..times };
    let span = Span { event: body.event_on, until: body.until };
    let found = interest_of(from, then, of, (body.principal_cents, span))?;
    let terms = settings(from, then)?.interest_terms();
    Ok(found.ok().map(|interest| (interest, terms)))
}
