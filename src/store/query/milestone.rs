//! Milestones and indicators at a pair of times.

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{IndicatorRow, MilestoneRow, MilestoneState, ReadingRow, Times};
use super::entity::entities;
use super::{read, sort_key};
use crate::domain::entity::{EntityKind, EntityState, Milestone};
use crate::domain::recipient::RecipientType;
use crate::domain::{Day, ImpreciseDate};

/// The states of all milestones.
///
/// # Errors
/// When the file cannot be read.
pub fn milestone_states(from: &impl Readable, times: Times) -> Result<Vec<Milestone>, StoreError> {
    let found = read(from, |conn| entities(conn, times, EntityKind::Milestone))?;
    Ok(found
        .into_values()
        .filter_map(|state| match state {
            EntityState::Milestone(milestone) => Some(*milestone),
            _ => None,
        })
        .collect())
}

/// All milestones: late ones first, then by date, those without date and reached ones last.
///
/// # Errors
/// When the file cannot be read.
pub fn milestones(from: &impl Readable, times: Times) -> Result<Vec<MilestoneRow>, StoreError> {
    read(from, |conn| {
        let recipients = entities(conn, times, EntityKind::Recipient)?;
        let owner_of = |key: &str| match recipients.get(key) {
            Some(EntityState::Recipient(found)) => Some((found.recipient_type, found.name.clone())),
            _ => None,
        };
        let mut rows: Vec<MilestoneRow> = entities(conn, times, EntityKind::Milestone)?
            .into_values()
            .filter_map(|state| match state {
                EntityState::Milestone(milestone) => Some(*milestone),
                _ => None,
            })
            .map(|milestone| {
                let owner = owner_of(milestone.recipient.as_str());
                row(milestone, owner, times.as_of)
            })
            .collect();
        rows.sort_by_cached_key(|row| {
            let date = row.actual.or(row.forecast).or(row.plan).map(|date| date.last_day());
            (row.state, date, sort_key(&row.name.de), row.milestone.clone())
        });
        Ok(rows)
    })
}

fn row(milestone: Milestone, owner: Option<(RecipientType, String)>, as_of: Day) -> MilestoneRow {
    let (recipient_type, recipient_name) = owner.unzip();
    let plan = milestone.planned.plan;
    let forecast = milestone.forecast.map(|forecast| forecast.forecast);
    let (actual, proof) = match milestone.reached {
        Some(reached) => (Some(reached.actual), Some(reached.proof)),
        None => (None, None),
    };
    MilestoneRow {
        milestone: milestone.planned.milestone,
        name: milestone.planned.name,
        recipient: milestone.recipient,
        recipient_name: recipient_name.unwrap_or_default(),
        recipient_type,
        grant: milestone.planned.grant,
        state: state(actual, forecast.or(plan), as_of),
        plan,
        forecast,
        actual,
        proof,
        context: milestone.planned.context,
        source: milestone.planned.source,
    }
}

fn state(
    actual: Option<ImpreciseDate>,
    expected: Option<ImpreciseDate>,
    as_of: Day,
) -> MilestoneState {
    match (actual, expected) {
        (Some(_), _) => MilestoneState::Reached,
        (None, None) => MilestoneState::Undated,
        (None, Some(expected)) if expected.last_day() < as_of => MilestoneState::Late,
        (None, Some(_)) => MilestoneState::Planned,
    }
}

/// All indicators, by name.
///
/// # Errors
/// When the file cannot be read.
pub fn indicators(from: &impl Readable, times: Times) -> Result<Vec<IndicatorRow>, StoreError> {
    read(from, |conn| {
        let mut rows: Vec<IndicatorRow> = entities(conn, times, EntityKind::Indicator)?
            .into_values()
            .filter_map(|state| match state {
                EntityState::Indicator(indicator) => Some(*indicator),
                _ => None,
            })
            .map(|indicator| IndicatorRow {
                indicator: indicator.defined.indicator,
                name: indicator.defined.name,
                baseline: indicator.defined.baseline,
                target: indicator.defined.target,
                context: indicator.defined.context,
                readings: indicator
                    .readings
                    .into_iter()
                    .map(|read| ReadingRow {
                        value: read.value,
                        more_than: read.more_than,
                        at: read.at,
                        source: read.source,
                    })
                    .collect(),
                source: indicator.defined.source,
            })
            .collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.name.de), row.indicator.clone()));
        Ok(rows)
    })
}
