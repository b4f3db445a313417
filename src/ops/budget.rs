//! Titles, appropriations and commitment authority: facts of the budget law.

use super::check::{key, required};
use super::{Checked, everything};
use crate::domain::body::{AppropriationVoted, AuthorityVoted, TitleRegistered};
use crate::domain::{Event, FiscalYear, Money, Refusal, TitleKey};
use crate::store::{Tx, query};

/// A title has a key and a name.
pub fn title_registered(body: &TitleRegistered) -> Checked {
    key("title", body.title.as_str(), 5)?;
    required("name", &body.name, 1)
}

/// An appropriation belongs to a registered title.
pub fn appropriation_voted(tx: &Tx<'_>, event: &Event, body: &AppropriationVoted) -> Checked {
    required("law", &body.law, 1)?;
    known_title(tx, event, &body.title)?;
    known_year(body.fiscal_year)?;
    amount(body.amount_cents)
}

/// Commitment authority belongs to a registered title and falls due in a later year.
pub fn authority_voted(tx: &Tx<'_>, event: &Event, body: &AuthorityVoted) -> Checked {
    required("law", &body.law, 1)?;
    known_title(tx, event, &body.title)?;
    known_year(body.budget_year)?;
    known_year(body.due_year)?;
    amount(body.amount_cents)?;
    if body.due_year <= body.budget_year {
        let (due_year, notice_year) = (body.due_year, body.budget_year);
        return Err(Refusal::AuthorityYearWrong { due_year, notice_year }.into());
    }
    Ok(())
}

/// The title is registered on the event's day.
pub fn known_title(tx: &Tx<'_>, event: &Event, title: &TitleKey) -> Checked {
    let mut times = everything(tx);
    times.as_of = event.effective_on;
    if query::title_state(tx, times, title)?.is_none() {
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
