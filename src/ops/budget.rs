//! Titles, votes, cover, blocks and commitment authority.

use super::check::{key, not_over, required};
use super::grant::{percentage, positive};
use super::{Checked, everything, on_day_of, year};
use crate::domain::body::{AuthorityVoted, BlockSet, CoverMoved, TitleRegistered};
use crate::domain::exact::Exact;
use crate::domain::{Account, Body, Day, Event, FiscalYear, Kind, Money, Refusal, Stage, TitleKey};
use crate::store::{Tx, query};

/// Checks an event of the budget.
pub fn all(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    match &event.body {
        Body::TitleRegistered(body) => title_registered(body),
        Body::AppropriationDrafted(b) => {
            vote(tx, event, (&b.title, b.fiscal_year), (b.amount_cents, &b.law))
        }
        Body::AppropriationVoted(b) => {
            vote(tx, event, (&b.title, b.fiscal_year), (b.amount_cents, &b.law))
        }
        Body::SupplementVoted(b) => {
            vote(tx, event, (&b.title, b.fiscal_year), (b.amount_cents, &b.law))
        }
        Body::ExcessGranted(b) => {
            moved(tx, event, (&b.title, b.fiscal_year), (b.amount_cents, &b.reason))
        }
        Body::CoverMoved(b) => cover_moved(tx, event, b),
        Body::BlockSet(b) => block_set(tx, event, b),
        Body::BlockLifted(b) => {
            moved(tx, event, (&b.title, b.fiscal_year), (b.amount_cents, &b.reason))?;
            lifted(tx, event, referred)
        }
        Body::AuthorityVoted(b) => authority_voted(tx, event, b),
        Body::AuthorityBlocked(b) => {
            moved(tx, event, (&b.title, b.budget_year), (b.amount_cents, &b.reason))
        }
        Body::AuthorityUnblocked(b) => {
            moved(tx, event, (&b.title, b.budget_year), (b.amount_cents, &b.reason))?;
            lifted(tx, event, referred)
        }
        Body::AuthorityLapsed(b) => {
            positive(b.amount_cents)?;
            known_title(tx, event, &b.title)?;
            year::ended(event.effective_on, b.budget_year)
        }
        Body::BooksClosed(b) => year::books_closed(tx, event, b),
        Body::CarryOverFormed(b) => year::carry_over(tx, event, b),
        Body::FundsLapsed(b) => year::funds_lapsed(tx, event, b),
        Body::YearSettled(b) => year::settled(tx, b),
        Body::ProvisionalManagementSet(b) => year::provisional(event, b),
        _ => Ok(()),
    }
}

/// A title has a key and a name.
fn title_registered(body: &TitleRegistered) -> Checked {
    key("title", body.title.as_str(), 5)?;
    required("name", &body.name, 1)
}

/// A vote or draft belongs to a registered title and names its law.
fn vote(
    tx: &Tx<'_>,
    event: &Event,
    (title, year): (&TitleKey, FiscalYear),
    (voted, law): (Money, &str),
) -> Checked {
    required("law", law, 1)?;
    known_title(tx, event, title)?;
    known_year(year)?;
    amount(voted)
}

/// An amount above zero on a registered title, with a reason.
fn moved(
    tx: &Tx<'_>,
    event: &Event,
    (title, year): (&TitleKey, FiscalYear),
    (amount, reason): (Money, &str),
) -> Checked {
    required("reason", reason, 1)?;
    known_title(tx, event, title)?;
    known_year(year)?;
    positive(amount)
}

fn cover_moved(tx: &Tx<'_>, event: &Event, body: &CoverMoved) -> Checked {
    moved(tx, event, (&body.from, body.fiscal_year), (body.amount_cents, &body.reason))?;
    known_title(tx, event, &body.to)?;
    if body.from == body.to { Err(Refusal::LinesUnusable.into()) } else { Ok(()) }
}

/// A percentage of the appropriation is resolved to the cent, rounded half away from zero.
fn block_set(tx: &Tx<'_>, event: &Event, body: &BlockSet) -> Checked {
    moved(tx, event, (&body.title, body.fiscal_year), (body.amount_cents, &body.reason))?;
    not_over(body.until, event)?;
    let Some(percent) = body.percent else { return Ok(()) };
    percentage(percent)?;
    let voted = appropriation(tx, event.effective_on, &body.title, body.fiscal_year)?;
    let computed = Exact::from(voted).percent(percent).rounded();
    if computed == body.amount_cents {
        Ok(())
    } else {
        Err(Refusal::PercentDiffers { stated: body.amount_cents, computed }.into())
    }
}

fn appropriation(
    tx: &Tx<'_>,
    day: Day,
    title: &TitleKey,
    year: FiscalYear,
) -> Result<Money, super::Stop> {
    let account = Account::of_title(Stage::Appropriated, title, year);
    let mut times = everything(tx);
    times.as_of = day;
    Ok(-query::balance_on(tx, times, &account)?)
}

/// A block is lifted on its own title and year, and not beyond what is left of it.
fn lifted(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(block) = referred else { return Ok(()) };
    if block.body.object() != event.body.object() {
        return Err(Refusal::ReferenceDiffers { seq: block.seq }.into());
    }
    let lifted: Money = query::live_referring(tx, block.seq)?
        .iter()
        .filter_map(|earlier| earlier.body.amount())
        .sum();
    let left = block.body.amount().unwrap_or_default() - lifted;
    let asked = event.body.amount().unwrap_or_default();
    if asked > left {
        let (kind, seq) = (block.kind(), block.seq);
        return Err(Refusal::ReferenceExceeded { kind, seq, asked, left }.into());
    }
    Ok(())
}

/// Commitment authority belongs to a registered title and falls due in a later year.
fn authority_voted(tx: &Tx<'_>, event: &Event, body: &AuthorityVoted) -> Checked {
    vote(tx, event, (&body.title, body.budget_year), (body.amount_cents, &body.law))?;
    known_year(body.due_year)?;
    if body.due_year <= body.budget_year {
        let (due_year, notice_year) = (body.due_year, body.budget_year);
        return Err(Refusal::AuthorityYearWrong { due_year, notice_year }.into());
    }
    Ok(())
}

/// The title is registered on the event's day.
pub fn known_title(tx: &Tx<'_>, event: &Event, title: &TitleKey) -> Checked {
    if query::title_state(tx, on_day_of(tx, event), title)?.is_none() {
        return Err(Refusal::UnknownTitle { title: title.clone() }.into());
    }
    Ok(())
}

/// A fiscal year that a programme can have.
pub fn known_year(year: FiscalYear) -> Checked {
    if (1990..=2200).contains(&year.0) {
        Ok(())
    } else {
        Err(Refusal::YearUnusable { year }.into())
    }
}

/// Votes may cut, but they say something and stay within the limit.
fn amount(amount: Money) -> Checked {
    if amount.is_zero() || !(-Money::LIMIT..=Money::LIMIT).contains(&amount) {
        return Err(Refusal::VoteOutOfRange { amount }.into());
    }
    Ok(())
}

/// True for kinds that this module checks.
pub const fn concerns(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::TitleRegistered
            | Kind::AppropriationDrafted
            | Kind::AppropriationVoted
            | Kind::SupplementVoted
            | Kind::ExcessGranted
            | Kind::CoverMoved
            | Kind::BlockSet
            | Kind::BlockLifted
            | Kind::AuthorityVoted
            | Kind::AuthorityBlocked
            | Kind::AuthorityUnblocked
            | Kind::AuthorityLapsed
            | Kind::ProvisionalManagementSet
            | Kind::BooksClosed
            | Kind::CarryOverFormed
            | Kind::FundsLapsed
            | Kind::YearSettled
    )
}
