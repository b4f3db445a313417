//! Interest on claims and on money used late (§ 49a VwVfG, domain.md section 1.9).

use super::check::{not_over, required};
use super::grant::positive;
use super::{Checked, claim, on_day_of};
use crate::domain::body::{Charge, InterestAssessed, InterestKind};
use crate::domain::interest::Span;
use crate::domain::{Body, Event, Kind, Money, Refusal, Seq};
use crate::store::{Tx, query};

/// Checks an event on interest.
pub fn all(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(referred) = referred else { return Ok(()) };
    match &event.body {
        Body::InterestAssessed(body) => assessed(tx, event, body, referred),
        Body::InterestReceived(body) => {
            claim::received_in(tx, event, body.charge.fiscal_year)?;
            let same = matches!(&referred.body, Body::InterestAssessed(assessed)
                if assessed.charge.fiscal_year == body.assessed_year
                    && assessed.interest == body.interest);
            settles(tx, &body.charge, referred, same)
        }
        Body::InterestWaived(body) => {
            required("reason", &body.reason, 1)?;
            let same = matches!(&referred.body, Body::InterestAssessed(assessed)
                if assessed.charge.fiscal_year == body.charge.fiscal_year
                    && assessed.interest == body.interest);
            settles(tx, &body.charge, referred, same)
        }
        _ => Ok(()),
    }
}

/// Interest follows from principal, days and rates; nobody types another amount.
fn assessed(tx: &Tx<'_>, event: &Event, body: &InterestAssessed, referred: &Event) -> Checked {
    positive(body.charge.amount_cents)?;
    positive(body.principal_cents)?;
    claim::received_in(tx, event, body.charge.fiscal_year)?;
    if body.until > event.effective_on {
        let (day, today) = (body.until, event.effective_on);
        return Err(Refusal::InFuture { day, today }.into());
    }
    not_over(Some(body.due_on), event)?;
    let of_claim = referred.kind() == Kind::ClaimRaised;
    let line = referred.body.line();
    let same = line
        .is_some_and(|line| (&line.grant, &line.title) == (&body.charge.grant, &body.charge.title));
    if !same || of_claim != (body.interest == InterestKind::Reclaim) {
        return Err(Refusal::ReferenceDiffers { seq: referred.seq }.into());
    }
    let annulled: Money = query::live_referring(tx, referred.seq)?
        .iter()
        .filter(|other| other.kind() == Kind::ClaimAnnulled)
        .filter_map(|other| other.body.amount())
        .sum();
    let most = line.map_or(Money::ZERO, |line| line.amount_cents) - annulled;
    if body.principal_cents > most {
        let (kind, seq, asked) = (referred.kind(), referred.seq, body.principal_cents);
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left: most }.into());
    }
    not_too_early(body, referred)?;
    let span = Span { event: body.event_on, until: body.until };
    let of = (body.principal_cents, span);
    let computed = query::interest_of(tx, on_day_of(tx, event), referred.seq, of)?
        .map_err(|missing| Refusal::RateMissing { day: missing.day })?
        .total;
    let stated = body.charge.amount_cents;
    if stated != computed {
        return Err(Refusal::InterestDiffers { stated, computed }.into());
    }
    assessed_once(tx, body, referred.seq)
}

/// Interest runs from the legal effect of the claim, or from the payment, at the earliest.
fn not_too_early(body: &InterestAssessed, referred: &Event) -> Checked {
    let reference = match &referred.body {
        Body::ClaimRaised(claim) => claim.legal_effect_on.unwrap_or(referred.effective_on),
        _ => referred.effective_on,
    };
    if body.event_on < reference {
        return Err(Refusal::BeforeReference { day: body.event_on, reference }.into());
    }
    Ok(())
}

/// No day bears interest twice for the same claim or payment.
fn assessed_once(tx: &Tx<'_>, body: &InterestAssessed, of: Seq) -> Checked {
    for earlier in query::live_referring(tx, of)? {
        if let Body::InterestAssessed(other) = &earlier.body
            && body.event_on < other.until
            && other.event_on < body.until
        {
            return Err(Refusal::AlreadyDecided { seq: of, by: earlier.seq }.into());
        }
    }
    Ok(())
}

/// Receipts and waivers stay within the assessment.
fn settles(tx: &Tx<'_>, charge: &Charge, assessed: &Event, same: bool) -> Checked {
    positive(charge.amount_cents)?;
    let fits = same
        && matches!(&assessed.body, Body::InterestAssessed(body)
            if (&body.charge.grant, &body.charge.title) == (&charge.grant, &charge.title));
    if !fits {
        return Err(Refusal::ReferenceDiffers { seq: assessed.seq }.into());
    }
    let settled: Money = query::live_referring(tx, assessed.seq)?
        .iter()
        .filter_map(|other| other.body.amount())
        .sum();
    let left = assessed.body.amount().unwrap_or_default() - settled;
    let asked = charge.amount_cents;
    if asked > left {
        let (kind, seq) = (assessed.kind(), assessed.seq);
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left }.into());
    }
    Ok(())
}
