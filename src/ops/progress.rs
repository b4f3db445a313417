//! Milestones and indicators.

use super::check::required;
use super::{Checked, everything, grant};
use crate::domain::body::{
    IndicatorDefined, IndicatorRead, MilestoneForecast, MilestonePlanned, MilestoneReached,
};
use crate::domain::entity::{EntityKey, EntityKind};
use crate::domain::id::ItemKey;
use crate::domain::{Event, ImpreciseDate, Refusal};
use crate::store::{Tx, query};

/// A plan has words in both languages, a usable date, and an own grant if any.
pub fn planned(tx: &Tx<'_>, event: &Event, body: &MilestonePlanned) -> Checked {
    required("milestone", body.milestone.as_str(), 1)?;
    required("de", &body.name.de, 1)?;
    required("en", &body.name.en, 1)?;
    if let Some(plan) = &body.plan {
        usable(plan)?;
    }
    if let Some(number) = &body.grant {
        grant::own(tx, event, number)?;
    }
    Ok(())
}

/// A forecast concerns a known milestone.
pub fn forecast(tx: &Tx<'_>, event: &Event, body: &MilestoneForecast) -> Checked {
    usable(&body.forecast)?;
    known_milestone(tx, event, &body.milestone)
}

/// What was reached lies not in the future and has a proof.
pub fn reached(tx: &Tx<'_>, event: &Event, body: &MilestoneReached) -> Checked {
    usable(&body.actual)?;
    required("proof", &body.proof, 1)?;
    if body.actual.from > event.effective_on {
        let (day, today) = (body.actual.from, event.effective_on);
        return Err(Refusal::InFuture { day, today }.into());
    }
    known_milestone(tx, event, &body.milestone)
}

/// An indicator has words in both languages.
pub fn defined(body: &IndicatorDefined) -> Checked {
    required("indicator", body.indicator.as_str(), 1)?;
    required("de", &body.name.de, 1)?;
    required("en", &body.name.en, 1)
}

/// A reading concerns a known indicator.
pub fn read(tx: &Tx<'_>, event: &Event, body: &IndicatorRead) -> Checked {
    usable(&body.at)?;
    known(tx, event, EntityKind::Indicator, &body.indicator)
}

/// The milestone is planned on the event's day.
pub fn known_milestone(tx: &Tx<'_>, event: &Event, milestone: &ItemKey) -> Checked {
    known(tx, event, EntityKind::Milestone, milestone)
}

fn known(tx: &Tx<'_>, event: &Event, kind: EntityKind, key: &ItemKey) -> Checked {
    let mut times = everything(tx);
    times.as_of = event.effective_on;
    if query::entity(tx, times, &EntityKey::new(kind, key))?.is_none() {
        return Err(Refusal::UnknownItem { key: key.to_string() }.into());
    }
    Ok(())
}

fn usable(date: &ImpreciseDate) -> Checked {
    if date.is_well_formed() {
        Ok(())
    } else {
        Err(Refusal::DateUnusable { day: date.from }.into())
    }
}
