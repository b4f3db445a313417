//! The fiscal year: votes wait for none of it, but its end closes books, carries and lapses.

use chrono::{Datelike as _, NaiveDate};

use super::budget::{known_title, known_year};
use super::check::{not_over, required};
use super::grant::{own, positive};
use super::{Checked, Stop, everything};
use crate::domain::body::{
    BooksClosed, CarryOverFormed, FundsLapsed, ProvisionalManagementSet, YearSettled,
};
use crate::domain::posting::postings;
use crate::domain::refusal::Step;
use crate::domain::{Day, Event, FiscalYear, Kind, Money, Refusal, Seq, Stage, TitleKey};
use crate::store::{StoreError, Tx, query};

/// Number of the entry that closed the books of a year, whatever its day.
pub fn closing(tx: &Tx<'_>, year: FiscalYear) -> Result<Option<Seq>, StoreError> {
    Ok(query::year_state(tx, everything(tx), year)?.closed.map(|(_, seq)| seq))
}

/// A closed year takes only moves within its Ist, what its end brings, and the correction of
/// what was booked after the closing; a settled year moves within its Ist alone (I16).
///
/// Kinds that name the way for open or closed books are refused for the way instead.
pub fn spared(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    use Kind as K;
    let at_end = matches!(event.kind(), K::CarryOverFormed | K::FundsLapsed);
    if matches!(event.kind(), K::PaymentReturned | K::ClaimRepaid | K::UnusedReturned) {
        return Ok(());
    }
    let reversed = if event.kind() == K::Reversed { referred } else { None };
    for posting in postings(event, reversed) {
        let account = posting.account;
        let within = account.stage.is_actual();
        if !account.stage.is_money() || (reversed.is_none() && within) {
            continue;
        }
        let year = account.fiscal_year;
        let state = query::year_state(tx, everything(tx), year)?;
        let last = state.settled.or(state.closed).map(|(_, seq)| seq);
        let done = match reversed {
            Some(original) => last.filter(|by| original.seq < *by),
            None => state.closed.filter(|_| !at_end).map(|(_, seq)| seq),
        };
        if let Some(by) = done {
            return Err(Refusal::BooksClosed { year, by }.into());
        }
        if let Some((_, by)) = state.settled.filter(|_| !within) {
            return Err(Refusal::YearDone { year, by }.into());
        }
    }
    Ok(())
}

/// The way that the body names, for open or for closed books, must be the one of the ledger.
pub fn way(tx: &Tx<'_>, year: FiscalYear, names_closed: bool) -> Checked {
    let closed = closing(tx, year)?.is_some();
    if closed == names_closed { Ok(()) } else { Err(Refusal::WayWrong { year, closed }.into()) }
}

/// The cash office closes the books: nothing is on its way, and its Ist is ours.
pub fn books_closed(tx: &Tx<'_>, event: &Event, body: &BooksClosed) -> Checked {
    known_year(body.fiscal_year)?;
    ended(event.effective_on, body.fiscal_year)?;
    let year = body.fiscal_year;
    if let Some(by) = closing(tx, year)? {
        return Err(Refusal::YearDone { year, by }.into());
    }
    empty(tx, year, &[Stage::Requested, Stage::Ordered])?;
    let mut stated: Vec<(&TitleKey, Money)> =
        body.actual.iter().map(|title| (&title.title, title.amount_cents)).collect();
    for (title, sums) in sums_of(tx, year)? {
        let actual = Stage::ACTUAL.iter().map(|stage| sums.at(*stage)).sum();
        let found = stated.iter().position(|(stated, _)| **stated == title);
        let amount = found.map_or(Money::ZERO, |index| stated.swap_remove(index).1);
        if amount != actual {
            return Err(Refusal::ActualDiffers { year, title, stated: amount, actual }.into());
        }
    }
    match stated.into_iter().find(|(_, amount)| !amount.is_zero()) {
        Some((title, stated)) => {
            let (title, actual) = (title.clone(), Money::ZERO);
            Err(Refusal::ActualDiffers { year, title, stated, actual }.into())
        }
        None => Ok(()),
    }
}

/// A remainder is formed at the end of its year, for the next one.
pub fn carry_over(tx: &Tx<'_>, event: &Event, body: &CarryOverFormed) -> Checked {
    required("reason", &body.reason, 1)?;
    positive(body.amount_cents)?;
    known_title(tx, event, &body.title)?;
    ended(event.effective_on, body.fiscal_year)?;
    let next = FiscalYear(body.fiscal_year.0 + 1);
    if let Some(by) = closing(tx, next)? {
        return Err(Refusal::BooksClosed { year: next, by }.into());
    }
    match &body.grant {
        Some(grant) => own(tx, event, grant).map(drop),
        None if event.recipient.is_empty() => Ok(()),
        None => {
            let (kind, key) = (event.kind(), event.recipient.clone());
            Err(Refusal::RecipientMisplaced { kind, key }.into())
        }
    }
}

/// Money lapses at the end of its year.
pub fn funds_lapsed(tx: &Tx<'_>, event: &Event, body: &FundsLapsed) -> Checked {
    positive(body.amount_cents)?;
    known_title(tx, event, &body.title)?;
    ended(event.effective_on, body.fiscal_year)
}

/// A year is settled when its books are closed and nothing stands open in it.
pub fn settled(tx: &Tx<'_>, body: &YearSettled) -> Checked {
    let year = body.fiscal_year;
    let state = query::year_state(tx, everything(tx), year)?;
    if state.closed.is_none() {
        return Err(Refusal::StepMissing { step: Step::BooksClosed }.into());
    }
    if let Some((_, by)) = state.settled {
        return Err(Refusal::YearDone { year, by }.into());
    }
    empty(tx, year, &[Stage::Available, Stage::Blocked, Stage::Committed])
}

/// Provisional budget management concerns a usable year and names its circular.
pub fn provisional(event: &Event, body: &ProvisionalManagementSet) -> Checked {
    known_year(body.fiscal_year)?;
    required("reason", &body.reason, 1)?;
    not_over(body.until, event)
}

/// Under provisional budget management a new grant says why it cannot wait.
pub fn not_provisional(tx: &Tx<'_>, event: &Event, urgent: Option<&str>) -> Checked {
    let year = FiscalYear(event.effective_on.year());
    let state = query::year_state(tx, super::on_day_of(tx, event), year)?;
    let covers = state.provisional.is_some_and(|(from, set)| {
        from <= event.effective_on && set.until.is_none_or(|until| event.effective_on <= until)
    });
    if covers && urgent.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Refusal::Provisional { year }.into());
    }
    Ok(())
}

/// Not before the last day of the year.
pub fn ended(day: Day, year: FiscalYear) -> Checked {
    known_year(year)?;
    let from = NaiveDate::from_ymd_opt(year.0, 12, 31).unwrap_or(day);
    if day < from { Err(Refusal::BeforeYearEnd { year, from }.into()) } else { Ok(()) }
}

fn empty(tx: &Tx<'_>, year: FiscalYear, stages: &[Stage]) -> Checked {
    for (title, sums) in sums_of(tx, year)? {
        for stage in stages {
            let amount = sums.at(*stage);
            if !amount.is_zero() {
                return Err(Refusal::YearNotReady { year, stage: *stage, title, amount }.into());
            }
        }
    }
    Ok(())
}

fn sums_of(
    tx: &Tx<'_>,
    year: FiscalYear,
) -> Result<Vec<(TitleKey, crate::store::view::Sums)>, Stop> {
    Ok(query::sums_of_years(tx, everything(tx))?
        .into_iter()
        .filter(|((_, fiscal_year), _)| *fiscal_year == year)
        .map(|((title, _), sums)| (title, sums))
        .collect())
}
