//! Claims and what becomes of them (domain.md section 1.8).

use chrono::Datelike as _;

use super::check::{not_over, required};
use super::grant::{lowered, own};
use super::{Checked, everything, notice, on_day_of, year};
use crate::domain::body::{ClaimDeferred, ClaimRaised, ClaimRepaid, Deferral, LineAmount};
use crate::domain::refusal::Misfit;
use crate::domain::{Body, Event, FiscalYear, Kind, Refusal, Seq};
use crate::store::{Tx, query};

/// Checks a claim, its end, and unused money that comes back.
pub fn moved(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    match &event.body {
        Body::ClaimRaised(body) => raised(tx, event, body),
        Body::ClaimAnnulled(body) => required("reason", &body.reason, 1),
        Body::ClaimWaived(body) => required("reason", &body.reason, 1),
        Body::ClaimRepaid(body) => {
            revenue_way(tx, event, &body.line, body.revenue_year)?;
            set_off(tx, event, body, referred)
        }
        Body::UnusedReturned(body) => {
            required("reason", &body.reason, 1)?;
            notice::still_open(tx, &body.line.grant)?;
            revenue_way(tx, event, &body.line, body.revenue_year)
        }
        _ => Ok(()),
    }
}

fn raised(tx: &Tx<'_>, event: &Event, body: &ClaimRaised) -> Checked {
    required("reason", &body.reason, 1)?;
    not_over(Some(body.due_on), event)?;
    let asked = body.line.amount_cents;
    lowered(tx, &own(tx, event, &body.line.grant)?, (body.eligible_cents, asked))?;
    match query::settings(tx, on_day_of(tx, event))?.small_amount() {
        Some(limit) if asked <= limit => Err(Refusal::BelowSmallAmount { asked, limit }.into()),
        _ => Ok(()),
    }
}

/// A credit is revenue when the books of the payment's year are closed, or the title's setting
/// says so; its year is the one of the credit, or the last one while its books are open.
fn revenue_way(
    tx: &Tx<'_>,
    event: &Event,
    line: &LineAmount,
    revenue_year: Option<FiscalYear>,
) -> Checked {
    let year = line.fiscal_year;
    let closed = year::closing(tx, year)?.is_some();
    let settings = query::settings(tx, on_day_of(tx, event))?;
    let revenue = closed || settings.repayment_is_revenue(&line.title);
    if revenue != revenue_year.is_some() {
        return Err(Refusal::WayWrong { year, closed: revenue }.into());
    }
    match revenue_year {
        Some(revenue_year) => received_in(tx, event, revenue_year),
        None => Ok(()),
    }
}

/// The year of a revenue is that of the credit, or the last one, while its books are open.
pub fn received_in(tx: &Tx<'_>, event: &Event, year: FiscalYear) -> Checked {
    let credited = event.effective_on.year();
    if year.0 != credited && year.0 != credited - 1 {
        return Err(Refusal::YearUnusable { year }.into());
    }
    match year::closing(tx, year)? {
        Some(by) => Err(Refusal::BooksClosed { year, by }.into()),
        None => Ok(()),
    }
}

/// A set-off names a payment of the same recipient that is at least as high.
fn set_off(tx: &Tx<'_>, event: &Event, body: &ClaimRepaid, claim: Option<&Event>) -> Checked {
    let Some(seq) = body.set_off else { return Ok(()) };
    let wrong = Refusal::ReferenceWrong { expected: Kind::PAYMENTS, given: Some(seq) };
    let Some(payment) = query::event(tx, seq)? else { return Err(wrong.into()) };
    let own = payment.recipient == event.recipient && Kind::PAYMENTS.contains(&payment.kind());
    let claimed = claim.and_then(|claim| claim.reference) == Some(seq);
    // What was paid before the claim existed cannot have been kept back against it.
    let fits = claim.is_some_and(|claim| payment.effective_on >= claim.effective_on)
        && payment.effective_on <= event.effective_on;
    if !own || claimed || !fits || super::correction::reversal_of(tx, seq)?.is_some() {
        return Err(wrong.into());
    }
    let used: crate::domain::Money = query::events_of(tx, everything(tx), &event.recipient)?
        .iter()
        .filter_map(|other| match &other.body {
            Body::ClaimRepaid(other) if other.set_off == Some(seq) => Some(other.line.amount_cents),
            _ => None,
        })
        .sum();
    let left = payment.body.amount().unwrap_or_default() - used;
    let asked = body.line.amount_cents;
    if asked > left {
        let kind = payment.kind();
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left }.into());
    }
    Ok(())
}

/// A deferral names its new term, a suspension none.
pub fn deferred(event: &Event, body: &ClaimDeferred, claim: &Event) -> Checked {
    required("reason", &body.reason, 1)?;
    if claim.body.grant() != Some(&body.grant) {
        return Err(differs(claim.seq));
    }
    let booked = event.effective_on;
    let (day, misfit) = match (body.manner, body.until) {
        (Deferral::Deferred, Some(until)) if until > booked => return Ok(()),
        (Deferral::Deferred, Some(until)) => (until, Misfit::NotAfterBooking(booked)),
        (Deferral::Deferred, None) => (booked, Misfit::EndMissing),
        (Deferral::Suspended, Some(until)) => (until, Misfit::EndUnwanted),
        (Deferral::Suspended, None) => return Ok(()),
    };
    Err(Refusal::DateUnusable { day, misfit }.into())
}

fn differs(seq: Seq) -> super::Stop {
    Refusal::ReferenceDiffers { seq }.into()
}
