//! Draws and their attestations by different people (domain.md section 1.4).

use chrono::Datelike as _;

use super::check::required;
use super::notice::drawable;
use super::{Checked, Stop, on_day_of};
use crate::domain::body::{DrawRequested, LineAmount};
use crate::domain::calendar::add_months;
use crate::domain::case::{attestations, left};
use crate::domain::entity::Grant;
use crate::domain::procedure::final_proof;
use crate::domain::refusal::Step;
use crate::domain::{Body, Event, Kind, Money, Refusal, Seq, Stage};
use crate::store::{StoreError, Tx, query};

/// A draw: the notice is final, its year has come, and it follows from the need.
pub fn requested(tx: &Tx<'_>, event: &Event, body: &DrawRequested) -> Checked {
    let grant = drawable(tx, event, &body.line.grant)?;
    within_settled(tx, &grant, &body.line)?;
    let year = body.line.fiscal_year;
    if event.effective_on.year() != year.0 {
        return Err(Refusal::DrawOutsideYear { year }.into());
    }
    let settings = query::settings(tx, on_day_of(tx, event))?;
    if settings.one_open_draw()
        && let Some(seq) = open_draw(tx, event, &body.line)?
    {
        return Err(Refusal::OpenDraw { seq }.into());
    }
    let Some(need) = &body.need else { return Ok(()) };
    let (asked, unspent) = (body.line.amount_cents, need.unspent_cents);
    if unspent.is_negative() || need.need_cents - unspent != asked {
        return Err(Refusal::NeedDiffers { asked, need: need.need_cents, unspent }.into());
    }
    let latest = add_months(event.effective_on, settings.use_months(event.effective_on));
    if need.until > latest {
        return Err(Refusal::NeedTooLong { until: need.until, latest }.into());
    }
    Ok(())
}

/// After the proof of use only what the fixed grant leaves is drawn (*Nachzahlung*).
fn within_settled(tx: &Tx<'_>, grant: &Grant, line: &LineAmount) -> Checked {
    let Some(proof) = final_proof(grant) else { return Ok(()) };
    let Some((_, checked)) = &proof.checked else {
        return Err(Refusal::StepMissing { step: Step::ProofCheck }.into());
    };
    let sums = query::sums_of_grant(tx, super::everything(tx), &line.grant)?;
    let taken = sums.at(Stage::Paid)
        + sums.at(Stage::Held)
        + sums.at(Stage::Requested)
        + sums.at(Stage::Ordered);
    let open = checked.settled_cents.unwrap_or_default() - taken;
    if line.amount_cents > open {
        return Err(Refusal::LineExceeded {
            grant: line.grant.clone(),
            title: line.title.clone(),
            year: line.fiscal_year,
            asked: line.amount_cents,
            open: open.max(Money::ZERO),
        }
        .into());
    }
    Ok(())
}

/// The first draw of the grant of which something is still to be ordered.
fn open_draw(tx: &Tx<'_>, event: &Event, line: &LineAmount) -> Result<Option<Seq>, StoreError> {
    let events = query::grant_events(tx, super::everything(tx), &line.grant)?;
    let left = left(&events);
    Ok(events
        .iter()
        .filter(|other| other.kind() == Kind::DrawRequested && other.seq != event.seq)
        .find(|draw| left.get(&draw.seq).is_some_and(|amount| amount.is_positive()))
        .map(|draw| draw.seq))
}

/// An attestation, or the return of the draw to the desk.
pub fn attested(tx: &Tx<'_>, event: &Event, draw: &Event) -> Checked {
    if event.body.grant() != draw.body.grant() {
        return Err(Refusal::ReferenceDiffers { seq: draw.seq }.into());
    }
    if let Body::DrawSentBack(body) = &event.body {
        return required("reason", &body.reason, 1);
    }
    let following = query::live_referring(tx, draw.seq)?;
    let (arithmetic, factual) = attestations(&following);
    let (same, other) = match event.kind() {
        Kind::ArithmeticAttested => (arithmetic, factual),
        _ => (factual, arithmetic),
    };
    if let Some(same) = same {
        return Err(Refusal::AlreadyDecided { seq: draw.seq, by: same.seq }.into());
    }
    match other {
        Some(other) if other.actor == event.actor => {
            Err(Refusal::SamePerson { person: event.actor, seq: other.seq }.into())
        }
        _ => Ok(()),
    }
}

/// Both attestations stand, by others than who orders (I13).
pub fn ready_to_order(tx: &Tx<'_>, event: &Event, draw: Seq) -> Checked {
    let following = query::live_referring(tx, draw)?;
    let (arithmetic, factual) = attestations(&following);
    let missing = |step| -> Stop { Refusal::StepMissing { step }.into() };
    let arithmetic = arithmetic.ok_or_else(|| missing(Step::ArithmeticAttestation))?;
    let factual = factual.ok_or_else(|| missing(Step::FactualAttestation))?;
    if factual.actor == arithmetic.actor {
        let (person, seq) = (factual.actor, factual.seq);
        return Err(Refusal::SamePerson { person, seq }.into());
    }
    for attestation in [arithmetic, factual] {
        if attestation.actor == event.actor {
            let (person, seq) = (event.actor, attestation.seq);
            return Err(Refusal::SamePerson { person, seq }.into());
        }
        if attestation.effective_on > event.effective_on {
            let (day, reference) = (event.effective_on, attestation.effective_on);
            return Err(Refusal::BeforeReference { day, reference }.into());
        }
    }
    Ok(())
}
