//! Applications, from receipt to decision (states S1, S2, S8, S9).

use super::check::{happened, key, required, text};
use super::grant::positive;
use super::{Checked, Stop, everything, on_day_of};
use crate::domain::body::{ApplicationExamined, ApplicationReceived, GrantIssued};
use crate::domain::entity::Application;
use crate::domain::procedure::starts_too_early;
use crate::domain::refusal::{Excess, Step};
use crate::domain::{Body, Event, FileNumber, Kind, Money, Refusal};
use crate::store::{Tx, query};

/// Checks an event of an application.
pub fn all(tx: &Tx<'_>, event: &Event) -> Checked {
    match &event.body {
        Body::ApplicationReceived(body) => received(tx, event, body),
        Body::ExaminationNoted(body) => {
            required("note", &body.note, 1)?;
            undecided(tx, event, &body.grant).map(drop)
        }
        Body::ApplicationExamined(body) => examined(tx, event, body),
        Body::EarlyStartConsented(body) => {
            required("reason", &body.reason, 1)?;
            happened(Some(body.requested_on), event)?;
            undecided(tx, event, &body.grant).map(drop)
        }
        Body::ApplicationRejected(body) => {
            required("reason", &body.reason, 1)?;
            undecided(tx, event, &body.grant).map(drop)
        }
        Body::ApplicationWithdrawn(body) => {
            required("reason", &body.reason, 1)?;
            undecided(tx, event, &body.grant).map(drop)
        }
        _ => Ok(()),
    }
}

/// A new file number and a financing plan that balances to the cent.
fn received(tx: &Tx<'_>, event: &Event, body: &ApplicationReceived) -> Checked {
    key("grant", body.grant.as_str(), 1)?;
    text("grant", body.grant.as_str(), 64)?;
    required("purpose", &body.purpose, 1)?;
    super::grant::valid_territory(tx, event)?;
    let taken = query::application_state(tx, everything(tx), &body.grant)?.is_some()
        || query::grant_state(tx, everything(tx), &body.grant)?.is_some();
    if taken {
        return Err(Refusal::Taken { key: body.grant.to_string() }.into());
    }
    positive(body.requested_cents)?;
    let plan = &body.plan;
    positive(plan.eligible_cents)?;
    for amount in [plan.total_cents, plan.own_cents, plan.third_party_cents] {
        if amount.is_negative() || amount > Money::LIMIT {
            return Err(Refusal::AmountOutOfRange { amount }.into());
        }
    }
    let sum = body.requested_cents + plan.own_cents + plan.third_party_cents;
    if plan.total_cents != sum {
        return Err(Refusal::PlanUnbalanced { total: plan.total_cents, sum }.into());
    }
    if plan.eligible_cents > plan.total_cents {
        let (granted, eligible) = (plan.eligible_cents, plan.total_cents);
        return Err(Refusal::MoreThanEligible { of: Excess::Eligible, granted, eligible }.into());
    }
    if body.requested_cents > plan.eligible_cents {
        let (granted, eligible) = (body.requested_cents, plan.eligible_cents);
        return Err(Refusal::MoreThanEligible { of: Excess::Requested, granted, eligible }.into());
    }
    Ok(())
}

fn examined(tx: &Tx<'_>, event: &Event, body: &ApplicationExamined) -> Checked {
    required("result", &body.result, 1)?;
    undecided(tx, event, &body.grant)?;
    happened(body.contract_on, event)
}

/// The application of that file number belongs to the reference and is not decided.
fn undecided(tx: &Tx<'_>, event: &Event, grant: &FileNumber) -> Result<Application, Stop> {
    let found = query::application_state(tx, on_day_of(tx, event), grant)?;
    match found {
        Some(application) if Some(application.seq) == event.reference => {
            let decided = query::live_referring(tx, application.seq)?
                .into_iter()
                .find(|other| DECISIONS.contains(&other.kind()));
            match decided {
                Some(by) => {
                    let seq = application.seq;
                    Err(Refusal::AlreadyDecided { seq, by: by.seq }.into())
                }
                None => Ok(application),
            }
        }
        _ => Err(Refusal::ReferenceDiffers { seq: event.reference.unwrap_or_default() }.into()),
    }
}

const DECISIONS: &[Kind] = Kind::GrantIssued.only_one_of();

/// A notice rests on an examined application of its own file number (S2 to S3).
pub fn ready(tx: &Tx<'_>, event: &Event, body: &GrantIssued) -> Result<Application, Stop> {
    let application = undecided(tx, event, &body.grant)?;
    let missing = |step| Err(Refusal::StepMissing { step }.into());
    let Some((_, examined)) = &application.examined else {
        return missing(Step::Examination);
    };
    if !examined.no_double_funding {
        return missing(Step::NoDoubleFunding);
    }
    if let Some(examination) = query::live_referring(tx, application.seq)?
        .iter()
        .find(|other| other.kind() == Kind::ApplicationExamined && other.actor == event.actor)
    {
        let (person, seq) = (event.actor, examination.seq);
        return Err(Refusal::SamePerson { person, seq }.into());
    }
    let consent = application.early_start.as_ref().map(|(_, consent)| consent.valid_from);
    if starts_too_early(examined, consent, event.effective_on) {
        return missing(Step::StartChecked);
    }
    Ok(application)
}
