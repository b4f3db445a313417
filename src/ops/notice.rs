//! What follows a notice: announcement, challenge, amendment, shift, closing of the case.

use super::check::{not_over, required};
use super::grant::{authority_named, due_lines, own, positive, within_plan};
use super::{Checked, Stop, everything, on_day_of};
use crate::domain::body::{CaseClosed, CommitmentRestored, DueShifted, GrantAmended};
use crate::domain::entity::Grant;
use crate::domain::procedure::{Finality, final_proof, finality};
use crate::domain::refusal::{Misfit, Step};
use crate::domain::{Body, Event, FileNumber, Money, Refusal, Stage};
use crate::store::{Tx, query};

/// Checks an event that follows a notice.
pub fn all(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(number) = event.body.grant() else { return Ok(()) };
    let grant = own(tx, event, number)?;
    if let Some(referred) = referred
        && referred.body.grant() != Some(number)
    {
        return Err(Refusal::ReferenceDiffers { seq: referred.seq }.into());
    }
    match &event.body {
        Body::NoticeChallenged(body) => {
            required("court_file", &body.court_file, 1)?;
            match finality(&grant, &query::settings(tx, on_day_of(tx, event))?) {
                Finality::NotAnnounced => missing(Step::Announcement),
                _ => Ok(()),
            }
        }
        Body::RemedyWaived(_) if grant.announced.is_none() => missing(Step::Announcement),
        Body::GrantAmended(body) => amended(tx, event, body, &grant),
        Body::DueShifted(body) => {
            still_open(tx, number)?;
            shifted(tx, event, body)
        }
        Body::CommitmentRestored(body) => {
            still_open(tx, number)?;
            restored(tx, event, body, referred)
        }
        Body::CaseClosed(body) => closed(tx, event, body, &grant),
        _ => Ok(()),
    }
}

fn missing(step: Step) -> Checked {
    Err(Refusal::StepMissing { step }.into())
}

fn amended(tx: &Tx<'_>, event: &Event, body: &GrantAmended, grant: &Grant) -> Checked {
    required("reason", &body.reason, 1)?;
    still_open(tx, &body.grant)?;
    let mut issued = grant.issued.clone();
    let changes = body.quota_percent.is_some()
        || body.eligible_cents.is_some()
        || body.total_cents.is_some()
        || body.third_party_cents.is_some()
        || body.period_until.is_some()
        || body.purpose.is_some()
        || body.cash_reference.is_some();
    if !changes {
        return Err(Refusal::LinesUnusable.into());
    }
    if let Some(day) = body.period_until.filter(|until| *until < grant.issued_on) {
        let misfit = Misfit::EndsBefore(grant.issued_on);
        return Err(Refusal::DateUnusable { day, misfit }.into());
    }
    issued.quota_percent = body.quota_percent.or(issued.quota_percent);
    issued.eligible_cents = body.eligible_cents.unwrap_or(issued.eligible_cents);
    issued.total_cents = body.total_cents.or(issued.total_cents);
    issued.third_party_cents = body.third_party_cents.or(issued.third_party_cents);
    let granted = query::granted_in_force(tx, everything(tx), &body.grant)?;
    within_plan(tx, event, &issued, granted)
}

/// What is taken from one year falls due in another, to the cent.
fn shifted(tx: &Tx<'_>, event: &Event, body: &DueShifted) -> Checked {
    required("reason", &body.reason, 1)?;
    positive(body.from.amount_cents)?;
    if body.from.amount_cents != body.to.amount_cents {
        let (taken, given) = (body.from.amount_cents, body.to.amount_cents);
        return Err(Refusal::NotEqual { taken, given }.into());
    }
    if (&body.from.title, body.from.fiscal_year) == (&body.to.title, body.to.fiscal_year) {
        return Err(Refusal::LinesUnusable.into());
    }
    super::budget::known_title(tx, event, &body.from.title)?;
    super::budget::known_year(body.from.fiscal_year)?;
    authority_named(tx, event, &body.grant, &body.from)?;
    due_lines(tx, event, std::slice::from_ref(&body.to))
}

/// Money that came back as revenue can be drawn again, once, in a year whose money bears it.
fn restored(
    tx: &Tx<'_>,
    event: &Event,
    body: &CommitmentRestored,
    referred: Option<&Event>,
) -> Checked {
    required("reason", &body.reason, 1)?;
    due_lines(tx, event, std::slice::from_ref(&body.line))?;
    let Some((event_returned, Body::UnusedReturned(returned))) =
        referred.map(|referred| (referred, &referred.body))
    else {
        return Ok(());
    };
    let seq = event_returned.seq;
    let same = (&returned.line.title, returned.line.fiscal_year)
        == (&body.line.title, body.from_year)
        && returned.line.grant == body.grant;
    if !same {
        return Err(Refusal::ReferenceDiffers { seq }.into());
    }
    if returned.revenue_year.is_none() {
        let year = returned.line.fiscal_year;
        return Err(Refusal::WayWrong { year, closed: false }.into());
    }
    let earlier: Money =
        query::live_referring(tx, seq)?.iter().filter_map(|other| other.body.amount()).sum();
    let left = returned.line.amount_cents - earlier;
    let asked = body.line.amount_cents;
    if asked > left {
        let kind = event_returned.kind();
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left }.into());
    }
    Ok(())
}

/// A case is closed when its proof is checked and nothing of its money is open.
fn closed(tx: &Tx<'_>, event: &Event, body: &CaseClosed, grant: &Grant) -> Checked {
    required("result", &body.result, 1)?;
    still_open(tx, &body.grant)?;
    not_over(body.bound_until, event)?;
    let checked = final_proof(grant).and_then(|proof| proof.checked.as_ref());
    let Some((_, checked)) = checked else { return missing(Step::ProofCheck) };
    let sums = query::sums_of_grant(tx, everything(tx), &body.grant)?;
    if Stage::UNSETTLED.iter().any(|stage| !sums.at(*stage).is_zero()) {
        return missing(Step::Settlement);
    }
    // What is paid beyond the fixed grant is claimed first, but for small amounts.
    let limit = query::settings(tx, on_day_of(tx, event))?.small_amount().unwrap_or_default();
    if sums.at(Stage::Paid) > checked.settled_cents.unwrap_or_default() + limit {
        return missing(Step::Settlement);
    }
    Ok(())
}

/// A closed case takes no more money and no more changes, but for claims; a closing that is in
/// the journal counts whatever the day of the event.
pub fn still_open(tx: &Tx<'_>, number: &FileNumber) -> Checked {
    let grant = query::grant_state(tx, everything(tx), number)?;
    match grant.and_then(|grant| grant.closed) {
        Some((on, _)) => Err(Refusal::CaseIsClosed { grant: number.clone(), on }.into()),
        None => Ok(()),
    }
}

/// Money is drawn only while the notice is final and the case open (states S5 and S7).
pub fn drawable(tx: &Tx<'_>, event: &Event, number: &FileNumber) -> Result<Grant, Stop> {
    let grant = own(tx, event, number)?;
    still_open(tx, number)?;
    let state = finality(&grant, &query::settings(tx, on_day_of(tx, event))?);
    let number = number.clone();
    match state {
        Finality::Challenged => Err(Refusal::Challenged { grant: number }.into()),
        Finality::NotAnnounced => Err(Refusal::NotFinal { grant: number, from: None }.into()),
        Finality::From(from) if from > event.effective_on => {
            Err(Refusal::NotFinal { grant: number, from: Some(from) }.into())
        }
        Finality::From(_) => Ok(grant),
    }
}
