//! No place falls below zero, on the event's day and on every later one.

use std::collections::BTreeMap;

use super::Checked;
use crate::domain::availability::Own;
use crate::domain::posting::postings;
use crate::domain::rule::Nature;
use crate::domain::stage::StageClass;
use crate::domain::{Account, Body, Event, FiscalYear, Kind, Money, Refusal, Stage};
use crate::store::{Tx, query};

/// Checks every account that the event lowers.
pub fn all(tx: &Tx<'_>, event: &Event) -> Checked {
    let referred = match event.reference {
        Some(seq) if event.kind() == Kind::Reversed => query::event(tx, seq)?,
        _ => None,
    };
    let mut changes: BTreeMap<Account, Money> = BTreeMap::new();
    for posting in postings(event, referred.as_ref()) {
        *changes.entry(posting.account).or_default() += posting.amount;
    }
    for (account, change) in &changes {
        match account.stage.class() {
            StageClass::Source => source(tx, event, account, *change)?,
            _ if change.is_negative() => {
                place(tx, event, (account, -*change), own_cover(&changes, account))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// A cut takes back at most what was voted, and all votes together stay below the ceiling
/// (I11), on the event's day and on every later one.
fn source(tx: &Tx<'_>, event: &Event, account: &Account, change: Money) -> Checked {
    if change.is_positive() {
        let (_, highest) = query::range_from(tx, event.effective_on, account)?;
        if change > -highest {
            return Err(overdrawn(event, account, change + highest).into());
        }
    } else if account.stage == Stage::Appropriated {
        let ceiling = query::programme(tx)?.ceiling;
        let sum = query::appropriated_from(tx, event.effective_on)? - change;
        if sum > ceiling {
            return Err(Refusal::CeilingExceeded { ceiling, sum }.into());
        }
    }
    Ok(())
}

fn place(tx: &Tx<'_>, event: &Event, (account, asked): (&Account, Money), own: Own) -> Checked {
    let (title, year) = (account.title.clone(), account.fiscal_year);
    if account.stage == Stage::Available {
        if event.kind().nature() == Nature::Fact && !ends(event, year) {
            return Ok(());
        }
        // Authority covers what is granted before the vote, but nothing can be carried over of it.
        let available = if ends(event, year) {
            query::lowest_from(tx, event.effective_on, account)?.max(Money::ZERO)
        } else {
            query::free_of(tx, event.effective_on, (&title, year), own)?
        };
        return if asked > available {
            Err(Refusal::NotAvailable { title, year, asked, available }.into())
        } else {
            Ok(())
        };
    }
    let lowest = query::lowest_from(tx, event.effective_on, account)?;
    if asked <= lowest {
        return Ok(());
    }
    Err(match (account.stage, account.due_year) {
        (Stage::VeFree, Some(due_year)) => {
            Refusal::NoAuthority { title, budget_year: year, due_year, asked, free: lowest }
        }
        (Stage::Committed, _) => Refusal::LineExceeded {
            grant: account.grant.clone().unwrap_or_default(),
            title,
            year,
            asked,
            open: lowest,
        },
        _ => overdrawn(event, account, asked - lowest),
    }
    .into())
}

/// What the end of a year carries over or lets lapse is there: a fact that moves it on, and no
/// fact of parliament or cash office that may leave a shortfall.
fn ends(event: &Event, year: FiscalYear) -> bool {
    match &event.body {
        Body::CarryOverFormed(formed) => formed.fiscal_year == year,
        Body::FundsLapsed(_) => true,
        _ => false,
    }
}

/// What the event itself brings for the year: authority (*Vorbindung*), or a vote taken back.
pub fn own_cover(changes: &BTreeMap<Account, Money>, account: &Account) -> Own {
    let of_year = |stage: Stage| -> Money {
        changes
            .iter()
            .filter(|(other, _)| other.stage == stage && other.title == account.title)
            .filter(|(other, _)| other.due_year.unwrap_or(other.fiscal_year) == account.fiscal_year)
            .map(|(_, change)| *change)
            .sum()
    };
    Own { authority: of_year(Stage::VeUsed), vote: of_year(Stage::Appropriated) }
}

fn overdrawn(event: &Event, account: &Account, missing: Money) -> Refusal {
    Refusal::PlaceOverdrawn {
        stage: account.stage,
        title: account.title.clone(),
        year: account.fiscal_year,
        day: event.effective_on,
        missing,
    }
}
