//! Proof of use: receipt, reminder, check (domain.md section 1.7).

use super::check::{not_over, required};
use super::grant::{own, positive};
use super::{Checked, everything, on_day_of};
use crate::domain::body::{CheckResult, Financing, ProofChecked, ProofKind, ProofReceived};
use crate::domain::entity::Grant;
use crate::domain::financing::{MissingQuota, Settlement, final_grant};
use crate::domain::setting::Settings;
use crate::domain::{Body, Event, Money, Refusal};
use crate::store::{Tx, query};

/// Checks an event on the proof of use of a grant.
pub fn all(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(number) = event.body.grant() else { return Ok(()) };
    let grant = own(tx, event, number)?;
    match &event.body {
        Body::ProofReceived(body) => {
            super::notice::still_open(tx, number)?;
            received(event, body)
        }
        Body::ProofReminded(body) => not_over(Some(body.until), event),
        Body::ProofChecked(body) => checked(tx, event, (body, &grant), referred),
        _ => Ok(()),
    }
}

fn received(event: &Event, body: &ProofReceived) -> Checked {
    positive(body.eligible_cents)?;
    let amount = body.third_party_cents;
    if amount.is_negative() || amount > Money::LIMIT {
        return Err(Refusal::AmountOutOfRange { amount }.into());
    }
    if body.covers_until > event.effective_on {
        let (day, today) = (body.covers_until, event.effective_on);
        return Err(Refusal::InFuture { day, today }.into());
    }
    Ok(())
}

/// The fixed grant follows from the financing and the actual expenditure; objections may only
/// lower it.
fn checked(
    tx: &Tx<'_>,
    event: &Event,
    (body, grant): (&ProofChecked, &Grant),
    referred: Option<&Event>,
) -> Checked {
    required("note", &body.note, 1)?;
    let Some(Body::ProofReceived(received)) = referred.map(|event| &event.body) else {
        return Ok(());
    };
    if received.grant != body.grant {
        let seq = event.reference.unwrap_or_default();
        return Err(Refusal::ReferenceDiffers { seq }.into());
    }
    let stated = match (received.proof, body.settled_cents) {
        (ProofKind::Interim, None) => return Ok(()),
        (ProofKind::Interim, Some(amount)) => {
            return Err(Refusal::AmountOutOfRange { amount }.into());
        }
        (ProofKind::Final, stated) => stated.unwrap_or_default(),
    };
    let granted = query::granted_in_force(tx, everything(tx), &body.grant)?;
    let computed = settled(tx, event, (grant, granted), received)?;
    let fits = match body.result {
        CheckResult::Clean => stated == computed,
        CheckResult::Objections => stated <= computed && !stated.is_negative(),
    };
    if fits { Ok(()) } else { Err(Refusal::SettledWrong { stated, computed }.into()) }
}

fn settled(
    tx: &Tx<'_>,
    event: &Event,
    (grant, granted): (&Grant, Money),
    received: &ProofReceived,
) -> Result<Money, super::Stop> {
    let issued = &grant.issued;
    let settings = query::settings(tx, on_day_of(tx, event))?;
    fixed(grant, granted, received, &settings).map_err(|_| {
        let quota = issued.quota_percent.unwrap_or_default();
        Refusal::QuotaOutOfRange { quota }.into()
    })
}

/// The grant as the arithmetic of its financing fixes it.
pub fn fixed(
    grant: &Grant,
    granted: Money,
    received: &ProofReceived,
    settings: &Settings,
) -> Result<Money, MissingQuota> {
    let issued = &grant.issued;
    if issued.financing == Financing::FixedAmount && !settings.fixed_amount_capped() {
        return Ok(granted);
    }
    let planned = issued.third_party_cents.unwrap_or_default();
    final_grant(Settlement {
        financing: issued.financing,
        quota: issued.quota_percent,
        granted,
        eligible: received.eligible_cents,
        own: issued.eligible_cents - granted - planned,
        third_party: received.third_party_cents,
    })
}
