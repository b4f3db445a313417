//! Cases: applications and grants with their state, and all deadlines.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{CaseRow, DeadlineRow, MilestoneState, Sums, Times};
use super::entity::entities;
use super::sums::{granted_by, sums_by};
use super::{grant_events, milestones, read, settings, sort_key, title_years};
use crate::domain::deadline::{self, Deadline, DeadlineKind, GrantFacts};
use crate::domain::entity::{Application, EntityKind, EntityState, Grant};
use crate::domain::procedure::{CaseFacts, Finality, announced_on, case_state, finality};
use crate::domain::recipient::RecipientType;
use crate::domain::setting::Settings;
use crate::domain::{Body, Day, FileNumber, Kind, Money, RecipientKey, Stage};

/// All cases by file number: applications, and the grants that they became.
///
/// # Errors
/// When the file cannot be read.
pub fn cases(from: &impl Readable, times: Times) -> Result<Vec<CaseRow>, StoreError> {
    let settings = settings(from, times)?;
    read(from, |conn| {
        let mut sums = sums_by(conn, times, "grant_no")?;
        let granted = granted_by(conn, times, "grant_no")?;
        let names = recipient_names(entities(conn, times, EntityKind::Recipient)?);
        let mut found: BTreeMap<String, (Option<Application>, Option<Grant>)> = BTreeMap::new();
        for (key, state) in entities(conn, times, EntityKind::Application)? {
            if let EntityState::Application(application) = state {
                found.entry(key).or_default().0 = Some(*application);
            }
        }
        for (key, state) in entities(conn, times, EntityKind::Grant)? {
            if let EntityState::Grant(grant) = state {
                found.entry(key).or_default().1 = Some(*grant);
            }
        }
        Ok(found
            .into_iter()
            .filter_map(|(key, (application, grant))| {
                let sums = sums.remove(&key).unwrap_or_default();
                let granted = granted.get(&key).copied().unwrap_or_default();
                let facts = CaseFacts {
                    application: application.as_ref(),
                    grant: grant.as_ref(),
                    settings: &settings,
                    granted,
                    drawn: drawn(&sums),
                    claimed: sums.at(Stage::Reclaimed) + sums.at(Stage::RevenueDue),
                };
                row(FileNumber::new(key), facts, times, &names)
            })
            .collect())
    })
}

type Names = BTreeMap<RecipientKey, (String, RecipientType)>;

fn recipient_names(recipients: BTreeMap<String, EntityState>) -> Names {
    recipients
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::Recipient(recipient) => {
                Some((RecipientKey::new(key), (recipient.name, recipient.recipient_type)))
            }
            _ => None,
        })
        .collect()
}

fn drawn(sums: &Sums) -> bool {
    let places = [Stage::Requested, Stage::Ordered];
    places.iter().any(|stage| !sums.at(*stage).is_zero()) || !sums.actual().is_zero()
}

fn row(number: FileNumber, facts: CaseFacts<'_>, times: Times, names: &Names) -> Option<CaseRow> {
    let state = case_state(facts, times.as_of)?;
    let recipient = match (facts.grant, facts.application) {
        (Some(grant), _) => grant.recipient.clone(),
        (None, application) => application?.recipient.clone(),
    };
    let (recipient_name, recipient_type) =
        names.get(&recipient).cloned().unwrap_or((String::new(), RecipientType::Association));
    let final_on = facts.grant.and_then(|grant| match finality(grant, facts.settings) {
        Finality::From(day) => Some(day),
        _ => None,
    });
    Some(CaseRow {
        grant: number,
        recipient,
        recipient_name,
        recipient_type,
        purpose: match (facts.grant, facts.application) {
            (Some(grant), _) => grant.issued.purpose.clone(),
            (None, application) => application?.received.purpose.clone(),
        },
        received_on: facts.application.map(|found| found.received_on),
        application: facts.application.map(|found| found.seq),
        requested: facts.application.map(|found| found.received.requested_cents),
        granted: facts.granted,
        state,
        issued_on: facts.grant.map(|grant| grant.issued_on),
        announced_on: facts.grant.and_then(|grant| announced_on(grant, facts.settings)),
        final_on,
    })
}

/// All deadlines at these times, by day; those that are overdue come first as they are earlier.
///
/// # Errors
/// When the file cannot be read.
pub fn deadlines(from: &impl Readable, times: Times) -> Result<Vec<DeadlineRow>, StoreError> {
    let settings = settings(from, times)?;
    let cases = cases(from, times)?;
    let mut rows = of_cases(from, times, &settings, &cases)?;
    rows.extend(of_commitments(from, times, &cases)?);
    rows.extend(of_milestones(from, times)?);
    rows.extend(of_budget(from, times)?);
    rows.sort_by_cached_key(|row| {
        (row.due_on, sort_key(&row.recipient_name), row.grant.clone(), row.kind, row.seq)
    });
    Ok(rows)
}

/// Proofs of use that are overdue or due within so many days, the largest amount first.
///
/// # Errors
/// When the file cannot be read.
pub fn proofs_due(
    from: &impl Readable,
    times: Times,
    within_days: u64,
) -> Result<Vec<DeadlineRow>, StoreError> {
    let until = times.as_of.checked_add_days(Days::new(within_days)).unwrap_or(times.as_of);
    let mut rows = deadlines(from, times)?;
    rows.retain(|row| {
        matches!(row.kind, DeadlineKind::FinalProof | DeadlineKind::InterimProof)
            && row.due_on <= until
    });
    // Those of one amount keep the order of their days.
    rows.sort_by_key(|row| std::cmp::Reverse(row.amount));
    Ok(rows)
}

fn of_cases(
    from: &impl Readable,
    times: Times,
    settings: &Settings,
    cases: &[CaseRow],
) -> Result<Vec<DeadlineRow>, StoreError> {
    let mut rows = Vec::new();
    for case in cases {
        rows.extend(of_case(from, times, settings, case)?);
    }
    Ok(rows)
}

/// The deadlines of one case.
pub(super) fn of_case(
    from: &impl Readable,
    times: Times,
    settings: &Settings,
    case: &CaseRow,
) -> Result<Vec<DeadlineRow>, StoreError> {
    let found = match super::grant_state(from, times, &case.grant)? {
        Some(grant) => {
            let events = grant_events(from, times, &case.grant)?;
            let sums = super::sums_of_grant(from, times, &case.grant)?;
            let facts =
                GrantFacts { grant: &grant, events: &events, settings, actual: sums.actual() };
            deadline::of_grant(facts, times.as_of)
        }
        None => super::application_state(from, times, &case.grant)?
            .filter(|found| found.rejected.is_none() && found.withdrawn.is_none())
            .and_then(|application| deadline::of_application(&application))
            .into_iter()
            .collect(),
    };
    let rows = found.into_iter().map(|deadline| DeadlineRow {
        recipient: case.recipient.clone(),
        recipient_name: case.recipient_name.clone(),
        grant: Some(case.grant.clone()),
        ..plain(deadline, String::new(), times.as_of)
    });
    Ok(rows.collect())
}

/// Due lines of years that have begun, of which something is neither drawn nor carried over.
fn of_commitments(
    from: &impl Readable,
    times: Times,
    cases: &[CaseRow],
) -> Result<Vec<DeadlineRow>, StoreError> {
    let sums = read(from, |conn| sums_by(conn, times, "fiscal_year || ' ' || grant_no"))?;
    let mut rows = Vec::new();
    for (key, sums) in sums {
        let Some((year, grant)) = key.split_once(' ') else { continue };
        let amount = sums.at(Stage::Committed);
        let year: i32 = year.parse().unwrap_or_default();
        let case = cases.iter().find(|case| case.grant.as_str() == grant);
        let (Some(case), Some(end)) = (case, Day::from_ymd_opt(year, 12, 31)) else { continue };
        if amount.is_positive() && year <= times.as_of.year() {
            let kind = DeadlineKind::OpenCommitment;
            let deadline = Deadline { kind, due_on: end, amount: Some(amount), seq: None };
            rows.push(DeadlineRow {
                recipient: case.recipient.clone(),
                recipient_name: case.recipient_name.clone(),
                grant: Some(case.grant.clone()),
                ..plain(deadline, year.to_string(), times.as_of)
            });
        }
    }
    Ok(rows)
}

fn plain(deadline: Deadline, object: String, as_of: Day) -> DeadlineRow {
    DeadlineRow {
        kind: deadline.kind,
        due_on: deadline.due_on,
        overdue: deadline.kind.can_be_missed() && deadline.due_on < as_of,
        recipient: RecipientKey::default(),
        recipient_name: String::new(),
        grant: None,
        object,
        name: None,
        budget: None,
        amount: deadline.amount,
        seq: deadline.seq,
    }
}

/// Milestones of the programme that are not reached; goals outside it are nobody's deadline.
fn of_milestones(from: &impl Readable, times: Times) -> Result<Vec<DeadlineRow>, StoreError> {
    Ok(milestones(from, times)?
        .into_iter()
        .filter(|row| !matches!(row.state, MilestoneState::Reached | MilestoneState::Undated))
        .filter(|row| !row.context)
        .filter_map(|row| {
            let due_on = row.forecast.or(row.plan)?.last_day();
            let kind = DeadlineKind::Milestone;
            let deadline = Deadline { kind, due_on, amount: None, seq: None };
            Some(DeadlineRow {
                recipient: row.recipient,
                recipient_name: row.recipient_name,
                grant: row.grant,
                name: Some(row.name),
                ..plain(deadline, row.milestone.to_string(), times.as_of)
            })
        })
        .collect())
}

/// What the year's end asks for, and blocks and provisional management that were meant to end.
fn of_budget(from: &impl Readable, times: Times) -> Result<Vec<DeadlineRow>, StoreError> {
    let mut rows = Vec::new();
    let mut blocked = BTreeMap::new();
    for ((title, year), found) in title_years(from, times)? {
        blocked.insert((title.clone(), year), found.sums.at(Stage::Blocked));
        let mut push = |kind, amount: Money| {
            let end = Day::from_ymd_opt(year.0, 12, 31).unwrap_or(times.as_of);
            let deadline = Deadline { kind, due_on: end, amount: Some(amount), seq: None };
            let object = format!("{title}, {}", year.0);
            let budget = Some((title.clone(), year));
            let row = DeadlineRow { budget, ..plain(deadline, object, times.as_of) };
            if amount.is_positive() {
                rows.push(row);
            }
        };
        // A year that has not begun lies too far ahead for its end to ask for anything.
        if year.0 <= times.as_of.year() {
            push(DeadlineKind::RestOrLapse, found.sums.at(Stage::Available));
            push(DeadlineKind::AuthorityLapse, found.sums.at(Stage::VeFree));
        }
    }
    let (as_of, kinds) = (times.as_of, [Kind::BlockSet]);
    for event in super::events_of_kinds(from, times, &kinds)? {
        let Body::BlockSet(block) = &event.body else { continue };
        let lifted: Money = super::referring_at(from, times, event.seq)?
            .iter()
            .filter_map(|other| other.body.amount())
            .sum();
        // What lapsed at year end is no longer blocked.
        let line = (block.title.clone(), block.fiscal_year);
        let still = blocked.get(&line).copied().unwrap_or_default();
        let amount = (block.amount_cents - lifted).min(still);
        if let Some(due_on) = block.until.filter(|_| amount.is_positive()) {
            let (kind, seq) = (DeadlineKind::Block, Some(event.seq));
            let deadline = Deadline { kind, due_on, amount: Some(amount), seq };
            let budget = Some((block.title.clone(), block.fiscal_year));
            rows.push(DeadlineRow { budget, ..plain(deadline, event.body.object(), as_of) });
        }
    }
    rows.extend(provisional(from, times)?);
    Ok(rows)
}

fn provisional(from: &impl Readable, times: Times) -> Result<Vec<DeadlineRow>, StoreError> {
    let years = read(from, |conn| entities(conn, times, EntityKind::Year))?;
    Ok(years
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::Year(year) => {
                let due_on = year.provisional?.1.until.filter(|until| *until >= times.as_of)?;
                let kind = DeadlineKind::ProvisionalManagement;
                let deadline = Deadline { kind, due_on, amount: None, seq: None };
                Some(plain(deadline, key, times.as_of))
            }
            _ => None,
        })
        .collect())
}
