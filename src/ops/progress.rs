//! Milestones and indicators.

use super::check::{key, required};
use super::{Checked, everything, grant, on_day_of};
use crate::domain::body::{
    IndicatorDefined, IndicatorRead, LineAmount, LinkedLine, MilestoneForecast, MilestonePlanned,
    MilestoneReached,
};
use crate::domain::date::LAST_DAY;
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::id::ItemKey;
use crate::domain::refusal::Misfit;
use crate::domain::{Day, Event, FileNumber, ImpreciseDate, Precision, RecipientKey, Refusal};
use crate::store::view::Times;
use crate::store::{StoreError, Tx, query};

/// A plan has words in both languages, a usable date, and an own grant if any.
pub fn planned(tx: &Tx<'_>, event: &Event, body: &MilestonePlanned) -> Checked {
    key("milestone", body.milestone.as_str(), 1)?;
    required("de", &body.name.de, 1)?;
    required("en", &body.name.en, 1)?;
    if let Some(plan) = &body.plan {
        usable(plan)?;
    }
    if let Some(number) = &body.grant {
        grant::own(tx, event, number)?;
    }
    if let Some(clause) = &body.blocking_clause {
        required("blocking_clause", clause, 1)?;
        if body.grant.is_none() {
            return Err(Refusal::UnknownGrant { grant: FileNumber::default() }.into());
        }
    }
    same_owner(tx, event, EntityKind::Milestone, &body.milestone)
}

/// A forecast concerns a known milestone.
pub fn forecast(tx: &Tx<'_>, event: &Event, body: &MilestoneForecast) -> Checked {
    usable(&body.forecast)?;
    required("reason", &body.reason, 1)?;
    known(tx, event, EntityKind::Milestone, &body.milestone)
}

/// What was reached lies not in the future and has a proof.
pub fn reached(tx: &Tx<'_>, event: &Event, body: &MilestoneReached) -> Checked {
    usable(&body.actual)?;
    required("proof", &body.proof, 1)?;
    if body.actual.from > event.effective_on {
        let (day, today) = (body.actual.from, event.effective_on);
        return Err(Refusal::InFuture { day, today }.into());
    }
    known(tx, event, EntityKind::Milestone, &body.milestone)
}

/// An indicator has words in both languages.
pub fn defined(tx: &Tx<'_>, event: &Event, body: &IndicatorDefined) -> Checked {
    key("indicator", body.indicator.as_str(), 1)?;
    required("de", &body.name.de, 1)?;
    required("en", &body.name.en, 1)?;
    for grant in &body.money_of {
        if query::grant_state(tx, on_day_of(tx, event), grant)?.is_none() {
            return Err(Refusal::UnknownGrant { grant: grant.clone() }.into());
        }
    }
    same_owner(tx, event, EntityKind::Indicator, &body.indicator)
}

/// A reading concerns a known indicator.
pub fn read(tx: &Tx<'_>, event: &Event, body: &IndicatorRead) -> Checked {
    usable(&body.at)?;
    known(tx, event, EntityKind::Indicator, &body.indicator)
}

/// The milestone of an order is planned on its day, by the recipient itself or the programme.
pub fn of_order(tx: &Tx<'_>, event: &Event, milestone: &ItemKey) -> Checked {
    let owner = owner(tx, event.effective_on, EntityKind::Milestone, milestone)?;
    match owner {
        Some(owner) if owner.is_empty() || owner == event.recipient => Ok(()),
        _ => Err(Refusal::UnknownItem { key: milestone.to_string() }.into()),
    }
}

/// A milestone that blocks by a clause of the notice is reached before its due line is paid.
pub fn nothing_blocks(tx: &Tx<'_>, event: &Event, line: &LineAmount) -> Checked {
    let blocks = |due: &LinkedLine| {
        due.fiscal_year == line.fiscal_year
            && due.title.as_ref().is_none_or(|title| *title == line.title)
    };
    for milestone in query::milestones_of(tx, on_day_of(tx, event), &line.grant)? {
        let planned = &milestone.planned;
        let blocking = planned.blocking_clause.is_some() && planned.due.as_ref().is_none_or(blocks);
        if blocking && milestone.reached.is_none() {
            let milestone = planned.milestone.clone();
            return Err(Refusal::MilestoneBlocks { milestone }.into());
        }
    }
    Ok(())
}

/// Milestone or indicator exists on the event's day and belongs to the event's recipient.
fn known(tx: &Tx<'_>, event: &Event, kind: EntityKind, key: &ItemKey) -> Checked {
    match owner(tx, event.effective_on, kind, key)? {
        Some(owner) if owner == event.recipient => Ok(()),
        _ => Err(Refusal::UnknownItem { key: key.to_string() }.into()),
    }
}

/// A key that exists on any day stays with its recipient.
fn same_owner(tx: &Tx<'_>, event: &Event, kind: EntityKind, key: &ItemKey) -> Checked {
    match owner(tx, LAST_DAY, kind, key)? {
        Some(owner) if owner != event.recipient => {
            Err(Refusal::Taken { key: key.to_string() }.into())
        }
        _ => Ok(()),
    }
}

fn owner(
    tx: &Tx<'_>,
    day: Day,
    kind: EntityKind,
    key: &ItemKey,
) -> Result<Option<RecipientKey>, StoreError> {
    let times = Times { as_of: day, ..everything(tx) };
    Ok(match query::entity(tx, times, &EntityKey::new(kind, key))? {
        Some(EntityState::Milestone(milestone)) => Some(milestone.recipient),
        Some(EntityState::Indicator(indicator)) => Some(indicator.recipient),
        _ => None,
    })
}

fn usable(date: &ImpreciseDate) -> Checked {
    if date.is_well_formed() {
        return Ok(());
    }
    let (day, misfit) = match (date.precision, date.until) {
        (Precision::Period, Some(until)) => (until, Misfit::EndsBefore(date.from)),
        (Precision::Period, None) => (date.from, Misfit::EndMissing),
        (_, Some(until)) => (until, Misfit::EndUnwanted),
        (precision, None) => (date.from, Misfit::MidUnit(precision)),
    };
    Err(Refusal::DateUnusable { day, misfit }.into())
}
