//! Milestones and indicators at a pair of times.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{IndicatorRow, MilestoneRow, MilestoneState, ReadingRow, Sums, Times};
use super::entity::{each_entity, entities, entity};
use super::total::{Per, sums_by};
use super::{read, sort_key};
use crate::domain::body::RecipientRegistered;
use crate::domain::entity::{EntityKey, EntityKind, EntityState, Indicator, Milestone, entity_of};
use crate::domain::exact::Exact;
use crate::domain::recipient::RecipientType;
use crate::domain::{Day, Event, FileNumber, ImpreciseDate, Money, RecipientKey};

/// The states of all milestones.
///
/// # Errors
/// When the file cannot be read.
pub fn milestone_states(from: &impl Readable, times: Times) -> Result<Vec<Milestone>, StoreError> {
    let mut found = Vec::new();
    read(from, |conn| each_milestone(conn, times, |milestone| found.push(milestone)))?;
    Ok(found)
}

/// The states of the milestones of a grant, by key.
///
/// # Errors
/// When the file cannot be read.
pub fn milestones_of(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Vec<Milestone>, StoreError> {
    let keys: Vec<String> = read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT version.key FROM event_grant \
             JOIN entity_version AS version ON version.seq = event_grant.seq \
             WHERE event_grant.grant_no = ?1 AND +version.entity = 'milestone' ORDER BY 1",
        )?;
        statement.query_map([grant.as_str()], |row| row.get(0))?.collect()
    })?;
    states_of(from, times, (grant, keys))
}

/// The milestones of these keys that belong to a grant.
fn states_of(
    from: &impl Readable,
    times: Times,
    (grant, keys): (&FileNumber, impl IntoIterator<Item = String>),
) -> Result<Vec<Milestone>, StoreError> {
    let mut found = Vec::new();
    for key in keys {
        let key = EntityKey { kind: EntityKind::Milestone, key };
        match entity(from, times, &key)? {
            Some(EntityState::Milestone(milestone))
                if milestone.planned.grant.as_ref() == Some(grant) =>
            {
                found.push(*milestone);
            }
            _ => {}
        }
    }
    Ok(found)
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
        let mut rows = Vec::new();
        each_milestone(conn, times, |milestone| {
            let owner = owner_of(milestone.recipient.as_str());
            rows.push(row(milestone, owner, times.as_of));
        })?;
        Ok(sorted(rows))
    })
}

fn each_milestone(
    conn: &Connection,
    times: Times,
    mut take: impl FnMut(Milestone),
) -> rusqlite::Result<()> {
    each_entity(conn, times, EntityKind::Milestone, |_, state| {
        if let EntityState::Milestone(milestone) = state {
            take(*milestone);
        }
    })
}

/// The milestones of a grant, in the same order; `events` are all of the grant that are known.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn rows_of_grant(
    from: &impl Readable,
    (grant, events): (&FileNumber, &[Event]),
    owners: &mut Owners,
) -> Result<Vec<MilestoneRow>, StoreError> {
    let named = events.iter().filter_map(|event| entity_of(event, None));
    let keys: BTreeSet<String> = named
        .filter(|entity| entity.kind == EntityKind::Milestone)
        .map(|entity| entity.key)
        .collect();
    let mut rows = Vec::new();
    for milestone in states_of(from, owners.times, (grant, keys))? {
        let owner = owners.of(from, &milestone.recipient)?;
        let owner = owner.map(|found| (found.recipient_type, found.name.clone()));
        rows.push(row(milestone, owner, owners.times.as_of));
    }
    Ok(sorted(rows))
}

/// Recipients by key, each read once.
pub(super) struct Owners {
    times: Times,
    known: BTreeMap<RecipientKey, Option<RecipientRegistered>>,
}

impl Owners {
    pub(super) const fn new(times: Times) -> Self {
        Self { times, known: BTreeMap::new() }
    }

    /// State of a recipient, or `None` when there is none.
    pub(super) fn of(
        &mut self,
        from: &impl Readable,
        key: &RecipientKey,
    ) -> Result<Option<&RecipientRegistered>, StoreError> {
        if !self.known.contains_key(key) {
            let state = super::recipient_state(from, self.times, key)?;
            self.known.insert(key.clone(), state);
        }
        Ok(self.known.get(key).and_then(Option::as_ref))
    }
}

/// The milestones of a recipient, in the same order.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn rows_of_recipient(
    from: &impl Readable,
    times: Times,
    recipient: &RecipientKey,
) -> Result<Vec<MilestoneRow>, StoreError> {
    let keys: Vec<String> = read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT version.key FROM event \
             JOIN entity_version AS version ON version.seq = event.seq \
             WHERE event.kind = 'milestone_planned' AND event.recipient = ?1 \
                 AND +version.entity = 'milestone' ORDER BY 1",
        )?;
        statement.query_map([recipient.as_str()], |row| row.get(0))?.collect()
    })?;
    let owner = super::recipient_state(from, times, recipient)?;
    let owner = owner.map(|found| (found.recipient_type, found.name));
    let mut rows = Vec::new();
    for key in keys {
        match entity(from, times, &EntityKey::new(EntityKind::Milestone, &key))? {
            Some(EntityState::Milestone(milestone)) if milestone.recipient == *recipient => {
                rows.push(row(*milestone, owner.clone(), times.as_of));
            }
            _ => {}
        }
    }
    Ok(sorted(rows))
}

fn sorted(mut rows: Vec<MilestoneRow>) -> Vec<MilestoneRow> {
    rows.sort_by_cached_key(|row| {
        let date = row.actual.or(row.forecast).or(row.plan).map(|date| date.last_day());
        (row.state, date, sort_key(&row.name.de), row.milestone.clone())
    });
    rows
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
        state: state(actual, (plan, forecast), as_of),
        plan,
        forecast,
        actual,
        proof,
        due: milestone.planned.due,
        blocking_clause: milestone.planned.blocking_clause,
        context: milestone.planned.context,
        source: milestone.planned.source,
    }
}

fn state(
    actual: Option<ImpreciseDate>,
    (plan, forecast): (Option<ImpreciseDate>, Option<ImpreciseDate>),
    as_of: Day,
) -> MilestoneState {
    let last = |date: ImpreciseDate| date.last_day();
    match (actual, forecast.or(plan).map(last)) {
        (Some(_), _) => MilestoneState::Reached,
        (None, None) => MilestoneState::Undated,
        (None, Some(expected)) if expected < as_of => MilestoneState::Late,
        (None, Some(expected)) if plan.map(last).is_some_and(|plan| plan < expected) => {
            MilestoneState::Delayed
        }
        (None, Some(_)) if plan.is_none() => MilestoneState::Unplanned,
        (None, Some(_)) => MilestoneState::Planned,
    }
}

/// All indicators, by name.
///
/// # Errors
/// When the file cannot be read.
pub fn indicators(from: &impl Readable, times: Times) -> Result<Vec<IndicatorRow>, StoreError> {
    read(from, |conn| {
        let found: Vec<Indicator> = entities(conn, times, EntityKind::Indicator)?
            .into_values()
            .filter_map(|state| match state {
                EntityState::Indicator(indicator) => Some(*indicator),
                _ => None,
            })
            .collect();
        let spends = found.iter().any(|indicator| !indicator.defined.money_of.is_empty());
        let sums = if spends { sums_by(conn, times, Per::Grant)? } else { BTreeMap::new() };
        let mut rows: Vec<IndicatorRow> =
            found.into_iter().map(|indicator| indicator_row(indicator, &sums)).collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.name.de), row.indicator.clone()));
        Ok(rows)
    })
}

fn indicator_row(indicator: Indicator, sums: &BTreeMap<String, Sums>) -> IndicatorRow {
    let defined = indicator.defined;
    let actual: Money = defined
        .money_of
        .iter()
        .filter_map(|grant| sums.get(grant.as_str()))
        .map(Sums::actual)
        .sum();
    let last = indicator.readings.last().map(|read| read.value);
    let per_unit = last.filter(|_| !defined.money_of.is_empty());
    let per_unit = per_unit.and_then(|units| Exact::from(actual).per(units));
    IndicatorRow {
        indicator: defined.indicator,
        name: defined.name,
        baseline: defined.baseline,
        target: defined.target,
        unit: defined.unit,
        baseline_value: defined.baseline_value,
        target_value: defined.target_value,
        money_of: defined.money_of,
        per_unit: per_unit.map(Exact::rounded),
        context: defined.context,
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
        source: defined.source,
    }
}
