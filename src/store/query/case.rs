//! Cases: applications and grants with their state, and all deadlines.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, Months};
use rusqlite::{Connection, params};

pub(super) use self::reading::Reading;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{CaseRow, DeadlineRow, MilestoneState, Sums, Times};
use super::entity::{each_entity, entities, keys};
use super::grant::events_for_deadlines;
use super::total::{Per, amounts_by, sums_by};
use super::{milestones, read, settings, sort_key, sums_of_years};
use crate::domain::body::Setting;
use crate::domain::deadline::{self, Deadline, DeadlineKind, GrantFacts};
use crate::domain::entity::{Application, EntityKind, EntityState, Grant};
use crate::domain::procedure::{CaseFacts, Finality, announced_on, case_state, finality};
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::setting::Settings;
use crate::domain::{Body, Day, Event, FileNumber, Kind, Money, RecipientKey, Stage};

/// All cases by file number: applications, and the grants that they became.
///
/// # Errors
/// When the file cannot be read.
pub fn cases(from: &impl Readable, times: Times) -> Result<Vec<CaseRow>, StoreError> {
    let settings = settings(from, times)?;
    let (all, names) = read(from, |conn| Ok((all(conn, times)?, recipient_names(conn, times)?)))?;
    Ok(rows(&all, &settings, times, &names).map(|(row, _)| row).collect())
}

/// How many grants there are, and the applications that are not decided: what a sum over all cases
/// needs, without reading each grant.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn undecided(
    from: &impl Readable,
    times: Times,
) -> Result<([usize; 2], Vec<CaseRow>), StoreError> {
    let settings = settings(from, times)?;
    let (granted, received, names) = read(from, |conn| {
        let keys = |kind| keys(conn, times, kind);
        let names = recipient_names(conn, times)?;
        Ok((keys(EntityKind::Grant)?, keys(EntityKind::Application)?, names))
    })?;
    let mut rows = Vec::new();
    for key in received.difference(&granted) {
        let number = FileNumber::new(key.clone());
        let application = super::application_state(from, times, &number)?;
        let case = Case { application, ..Case::default() };
        rows.extend(row(number, case.facts(&settings), times, &names).filter(is_undecided));
    }
    Ok(([granted.len(), granted.union(&received).count()], rows))
}

/// Neither granted nor refused.
pub(super) const fn is_undecided(case: &CaseRow) -> bool {
    case.state.is_undecided()
}

/// One case, or `None` when there is none at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn case(
    from: &impl Readable,
    times: Times,
    number: &FileNumber,
) -> Result<Option<CaseRow>, StoreError> {
    Ok(Reading::begin(from, times)?.of(from, number)?.map(|(row, _)| row))
}

/// File numbers of the applications and grants of a recipient, those taken back included, in
/// order.
pub(super) fn cases_of(
    from: &impl Readable,
    recipient: &RecipientKey,
) -> Result<Vec<FileNumber>, StoreError> {
    numbers_of(from, recipient, "('application_received', 'grant_issued')")
}

/// File numbers of the grants of a recipient, in order.
pub(super) fn grants_of(
    from: &impl Readable,
    recipient: &RecipientKey,
) -> Result<Vec<FileNumber>, StoreError> {
    numbers_of(from, recipient, "('grant_issued')")
}

fn numbers_of(
    from: &impl Readable,
    recipient: &RecipientKey,
    kinds: &str,
) -> Result<Vec<FileNumber>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(&format!(
            "SELECT DISTINCT grant_no FROM event JOIN event_grant USING (seq) \
             WHERE kind IN {kinds} AND recipient = ?1 ORDER BY 1"
        ))?;
        let rows = statement
            .query_map([recipient.as_str()], |row| row.get::<_, String>(0).map(FileNumber::new))?;
        rows.collect()
    })
}

/// What is known of a case.
#[derive(Default)]
pub(super) struct Case {
    /// State of the application.
    pub application: Option<Application>,
    /// State of the grant.
    pub grant: Option<Grant>,
    sums: Sums,
    granted: Money,
}

impl Case {
    fn recipient(&self) -> Option<&RecipientKey> {
        let of_grant = self.grant.as_ref().map(|grant| &grant.recipient);
        of_grant.or_else(|| self.application.as_ref().map(|application| &application.recipient))
    }

    fn facts<'a>(&'a self, settings: &'a Settings) -> CaseFacts<'a> {
        CaseFacts {
            application: self.application.as_ref(),
            grant: self.grant.as_ref(),
            settings,
            granted: self.granted,
            drawn: drawn(&self.sums),
            claimed: self.sums.at(Stage::Reclaimed) + self.sums.at(Stage::RevenueDue),
        }
    }
}

/// All cases by file number.
fn all(conn: &Connection, times: Times) -> rusqlite::Result<BTreeMap<String, Case>> {
    let mut found: BTreeMap<String, Case> = BTreeMap::new();
    for kind in [EntityKind::Application, EntityKind::Grant] {
        each_entity(conn, times, kind, |key, state| match state {
            EntityState::Application(application) => {
                found.entry(key).or_default().application = Some(*application);
            }
            EntityState::Grant(grant) => found.entry(key).or_default().grant = Some(*grant),
            _ => {}
        })?;
    }
    for (key, amounts) in amounts_by(conn, times, Per::Grant)? {
        if let Some(case) = found.get_mut(&key) {
            case.granted = amounts.granted();
            case.sums = amounts.sums;
        }
    }
    Ok(found)
}

fn rows<'a>(
    all: &'a BTreeMap<String, Case>,
    settings: &'a Settings,
    times: Times,
    names: &'a Names,
) -> impl Iterator<Item = (CaseRow, &'a Case)> {
    all.iter().filter_map(move |(key, case)| {
        let number = FileNumber::new(key.clone());
        Some((row(number, case.facts(settings), times, names)?, case))
    })
}

type Names = BTreeMap<RecipientKey, (String, RecipientType)>;

fn recipient_names(conn: &Connection, times: Times) -> rusqlite::Result<Names> {
    let recipients = entities(conn, times, EntityKind::Recipient)?;
    Ok(recipients
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::Recipient(recipient) => {
                Some((RecipientKey::new(key), (recipient.name, recipient.recipient_type)))
            }
            _ => None,
        })
        .collect())
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
    let (all, names) = read(from, |conn| Ok((all(conn, times)?, recipient_names(conn, times)?)))?;
    let speaking = read(from, |conn| speaking(conn, times, &settings))?;
    let mut rows = Vec::new();
    for (row, case) in self::rows(&all, &settings, times, &names) {
        let needed = case.grant.as_ref().is_some_and(|grant| {
            grant.issued.interim_proof && grant.closed.is_none()
                || grant.proofs.iter().any(|proof| proof.checked.is_some())
                    && grant.closed.is_none()
                || speaking.contains(row.grant.as_str())
        });
        let events =
            if needed { events_for_deadlines(from, times, &row.grant)? } else { Vec::new() };
        rows.extend(of_facts(&row, case, (&settings, times), &events));
    }
    rows.extend(of_commitments(from, times, (&all, &names))?);
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

/// Grants whose deadlines follow from single entries: payments that may still be used, claims
/// and interest. All other deadlines stand in the state of the grant, so that a list of many
/// cases does not read all their entries.
fn speaking(
    conn: &Connection,
    times: Times,
    settings: &Settings,
) -> rusqlite::Result<BTreeSet<String>> {
    let use_months = settings
        .history
        .iter()
        .filter_map(|value| match value.setting {
            Setting::UsePeriod { months } => Some(months),
            _ => None,
        })
        .chain([settings.use_months(times.as_of), 2])
        .max()
        .unwrap_or_default();
    // A month more, as periods end on the next working day at the earliest.
    let paid_from = times.as_of.checked_sub_months(Months::new(use_months + 1));
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT grant_no FROM event JOIN event_grant USING (seq) \
         WHERE kind IN ('claim_raised', 'interest_assessed') AND effective_on <= ?1 \
         UNION SELECT grant_no FROM event JOIN event_grant USING (seq) \
         WHERE +kind IN ('payment_confirmed', 'held_paid') AND effective_on BETWEEN ?2 AND ?1",
    )?;
    let paid_from = paid_from.map_or_else(String::new, |day| day.to_string());
    let rows =
        statement.query_map(params![times.as_of.to_string(), paid_from], |row| row.get(0))?;
    rows.collect()
}

fn of_facts(
    row: &CaseRow,
    case: &Case,
    (settings, times): (&Settings, Times),
    events: &[Event],
) -> Vec<DeadlineRow> {
    let found = match (&case.grant, &case.application) {
        (Some(grant), _) => {
            let facts = GrantFacts { grant, events, settings, actual: case.sums.actual() };
            deadline::of_grant(facts, times.as_of)
        }
        (None, Some(found)) if found.rejected.is_none() && found.withdrawn.is_none() => {
            deadline::of_application(found).into_iter().collect()
        }
        _ => Vec::new(),
    };
    let full = |deadline| DeadlineRow {
        recipient: row.recipient.clone(),
        recipient_name: official_name(row.recipient_type, &row.recipient_name),
        grant: Some(row.grant.clone()),
        ..plain(deadline, String::new(), times.as_of)
    };
    found.into_iter().map(full).collect()
}

/// Due lines of years that have begun, of which something is neither drawn nor carried over.
fn of_commitments(
    from: &impl Readable,
    times: Times,
    (all, names): (&BTreeMap<String, Case>, &Names),
) -> Result<Vec<DeadlineRow>, StoreError> {
    let sums = read(from, |conn| sums_by(conn, times, Per::YearGrant))?;
    let mut rows = Vec::new();
    for (key, sums) in sums {
        let Some((year, grant)) = key.split_once(' ') else { continue };
        let amount = sums.at(Stage::Committed);
        let year: i32 = year.parse().unwrap_or_default();
        if !amount.is_positive() || year > times.as_of.year() {
            continue;
        }
        let recipient = all.get(grant).and_then(Case::recipient);
        let (Some(recipient), Some(end)) = (recipient, Day::from_ymd_opt(year, 12, 31)) else {
            continue;
        };
        let name = names.get(recipient).map(|(name, of_type)| official_name(*of_type, name));
        let kind = DeadlineKind::OpenCommitment;
        let deadline = Deadline { kind, due_on: end, amount: Some(amount), seq: None };
        rows.push(DeadlineRow {
            recipient: recipient.clone(),
            recipient_name: name.unwrap_or_default(),
            grant: Some(FileNumber::new(grant)),
            ..plain(deadline, year.to_string(), times.as_of)
        });
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
            let name = row.recipient_type.map(|found| official_name(found, &row.recipient_name));
            Some(DeadlineRow {
                recipient: row.recipient,
                recipient_name: name.unwrap_or(row.recipient_name),
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
    for ((title, year), sums) in sums_of_years(from, times)? {
        blocked.insert((title.clone(), year), sums.at(Stage::Blocked));
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
            push(DeadlineKind::RestOrLapse, sums.at(Stage::Available));
            push(DeadlineKind::AuthorityLapse, sums.at(Stage::VeFree));
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
