//! What the pages of one case and of one recipient show beside their money.

use std::collections::BTreeMap;

use rusqlite::params;

use super::super::append::live;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    AccountTrail, CaseEntry, CasePage, DrawChain, ForecastRow, Forecasts, Neighbour, RecipientPage,
    StepRow, Times,
};
use super::case::{Reading, cases_of};
use super::entity::{entities, names};
use super::milestone::rows_of_recipient;
use super::task::tasks_for;
use super::{
    bank_accounts, events_of_kinds, grant_events, grant_state, read, recipient_state, tasks_of,
};
use crate::domain::body::BeneficiaryNamed;
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::{
    Body, Event, FileNumber, FiscalYear, Kind, PersonNo, RecipientKey, Seq, TitleKey,
};

type Names = BTreeMap<PersonNo, String>;

/// What the page of a case shows beside its detail; empty when there is no such case.
///
/// # Errors
/// When the file cannot be read.
pub fn case_page(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<CasePage, StoreError> {
    let events = all_events(from, times, grant)?;
    let Some(recipient) = events.iter().find(|event| !event.recipient.is_empty()) else {
        return Ok(CasePage::default());
    };
    let names = read(from, names)?;
    let entries = entries(&events, &names);
    Ok(CasePage {
        accounts: account_trails(from, times, &recipient.recipient)?,
        forecasts: forecasts_in(&live(events.clone())),
        authority: authority_of_lines(from, times, grant)?,
        tasks: tasks_of(from, times, grant)?,
        draws: chains(&entries),
        entries,
    })
}

/// The entries of a case, those on its milestones too, corrected ones and corrections included.
fn all_events(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Vec<Event>, StoreError> {
    read(from, |conn| {
        codec::events_where(
            conn,
            "seq IN (SELECT seq FROM event_grant WHERE grant_no = ?1 \
                 UNION SELECT other.seq FROM event_grant \
                 JOIN entity_version AS own ON own.seq = event_grant.seq \
                     AND own.entity = 'milestone' \
                 JOIN entity_version AS other ON other.entity = 'milestone' \
                     AND other.key = own.key \
                 WHERE event_grant.grant_no = ?1) \
             AND effective_on <= ?2 AND seq <= ?3",
            params![grant.as_str(), times.as_of.to_string(), times.known],
        )
    })
}

fn entries(events: &[Event], names: &Names) -> Vec<CaseEntry> {
    let reversed: BTreeMap<Seq, Seq> = events
        .iter()
        .filter(|event| event.kind() == Kind::Reversed)
        .filter_map(|event| Some((event.reference?, event.seq)))
        .collect();
    let by_seq: BTreeMap<Seq, &Event> = events.iter().map(|event| (event.seq, event)).collect();
    events
        .iter()
        .map(|event| {
            let original = (event.kind() == Kind::Reversed)
                .then(|| by_seq.get(&event.reference?))
                .flatten()
                .map(|original| original.body.amount().map(|amount| -amount));
            CaseEntry {
                seq: event.seq,
                kind: event.kind(),
                recorded_at: event.recorded_at,
                effective_on: event.effective_on,
                person: event.actor,
                name: names.get(&event.actor).cloned(),
                voucher: event.voucher.clone(),
                reference: event.reference,
                amount: original.unwrap_or_else(|| event.body.amount()),
                reversed_by: reversed.get(&event.seq).copied(),
            }
        })
        .collect()
}

/// The draws, and the payments rebooked from another grant, each with what followed from it.
fn chains(entries: &[CaseEntry]) -> Vec<DrawChain> {
    let counts = |entry: &CaseEntry| entry.kind != Kind::Reversed && entry.reversed_by.is_none();
    let place: BTreeMap<Seq, usize> =
        entries.iter().enumerate().map(|(place, entry)| (entry.seq, place)).collect();
    let mut following: BTreeMap<Seq, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| counts(entry)) {
        let known = entry.reference.filter(|seq| place.contains_key(seq));
        if let Some(seq) = known {
            following.entry(seq).or_default().push(at);
        }
    }
    let begins = |entry: &CaseEntry| match entry.kind {
        Kind::DrawRequested => true,
        Kind::PaymentRebooked => entry.reference.is_none_or(|seq| !place.contains_key(&seq)),
        _ => false,
    };
    let mut found = Vec::new();
    for (draw, entry) in entries.iter().enumerate() {
        if !counts(entry) || !begins(entry) {
            continue;
        }
        let mut steps = Vec::new();
        let mut open = vec![(0_u8, draw)];
        while let Some((depth, at)) = open.pop() {
            if at != draw {
                steps.push((depth, at));
            }
            let next = entries.get(at).and_then(|entry| following.get(&entry.seq));
            let next = next.into_iter().flatten().rev();
            open.extend(next.map(|at| (depth.saturating_add(1), *at)));
        }
        found.push(DrawChain { draw, steps });
    }
    found
}

/// The forecasts of all milestones.
///
/// # Errors
/// When the file cannot be read.
pub fn forecasts(from: &impl Readable, times: Times) -> Result<Forecasts, StoreError> {
    Ok(forecasts_in(&events_of_kinds(from, times, &[Kind::MilestoneForecast])?))
}

/// The forecasts of one milestone.
fn forecasts_of(
    from: &impl Readable,
    times: Times,
    milestone: &str,
) -> Result<Forecasts, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "seq IN (SELECT seq FROM entity_version WHERE entity = 'milestone' AND key = ?1) \
                 AND kind = 'milestone_forecast' AND effective_on <= ?2 AND seq <= ?3 \
                 AND NOT EXISTS (SELECT 1 FROM event AS reversal WHERE reversal.ref = event.seq \
                     AND reversal.kind = 'reversed' AND reversal.seq <= ?3)",
            params![milestone, times.as_of.to_string(), times.known],
        )
    })?;
    Ok(forecasts_in(&events))
}

fn forecasts_in(events: &[Event]) -> Forecasts {
    let mut found = Forecasts::new();
    for event in events {
        let Body::MilestoneForecast(forecast) = &event.body else { continue };
        found.entry(forecast.milestone.clone()).or_default().push(ForecastRow {
            seq: event.seq,
            on: event.effective_on,
            date: forecast.forecast,
            reason: forecast.reason.clone(),
        });
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| (row.on, row.seq));
    }
    found
}

/// Budget years whose authority a due line still uses; a line of the notice's own year uses none.
fn authority_of_lines(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<BTreeMap<(FiscalYear, TitleKey), Vec<FiscalYear>>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT fiscal_year, title, authority_year FROM due_line \
             WHERE grant_no = ?1 AND effective_on <= ?2 AND seq <= ?3 AND authority_year > 0 \
             GROUP BY 1, 2, 3 HAVING sum(amount) > 0 ORDER BY 1, 2, 3",
        )?;
        let mut rows =
            statement.query(params![grant.as_str(), times.as_of.to_string(), times.known])?;
        let mut found: BTreeMap<_, Vec<FiscalYear>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let key = (FiscalYear(row.get(0)?), TitleKey::new(row.get::<_, String>(1)?));
            found.entry(key).or_default().push(FiscalYear(row.get(2)?));
        }
        Ok(found)
    })
}

/// Bank accounts of a recipient with who recorded and confirmed them, the newest first.
fn account_trails(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Vec<AccountTrail>, StoreError> {
    let names = read(from, names)?;
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "kind IN ('bank_account_recorded', 'bank_account_confirmed', 'reversed') \
                 AND recipient = ?1 AND effective_on <= ?2 AND seq <= ?3",
            params![key.as_str(), times.as_of.to_string(), times.known],
        )
    })?;
    let events = live(events);
    let trail = |row: super::super::view::BankAccountRow| {
        let recorded = events.iter().find(|event| event.seq == row.seq)?;
        let confirmed = events
            .iter()
            .filter(|event| event.kind() == Kind::BankAccountConfirmed)
            .filter(|event| event.reference == Some(row.seq))
            .max_by_key(|event| (event.effective_on, event.seq));
        Some(AccountTrail {
            recorded: step(recorded, &names),
            confirmed: confirmed.map(|event| step(event, &names)),
            row,
        })
    };
    Ok(bank_accounts(from, times, key)?.into_iter().filter_map(trail).collect())
}

fn step(event: &Event, names: &Names) -> StepRow {
    StepRow {
        seq: event.seq,
        effective_on: event.effective_on,
        person: event.actor,
        name: names.get(&event.actor).cloned(),
        voucher: event.voucher.clone(),
    }
}

/// What the page of a recipient shows beside its account; empty when there is none.
///
/// # Errors
/// When the file cannot be read.
pub fn recipient_page(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<RecipientPage, StoreError> {
    let Some(state) = recipient_state(from, times, key)? else {
        return Ok(RecipientPage::default());
    };
    let mut reading = Reading::begin(from, times)?;
    let (mut own, mut deadlines) = (Vec::new(), Vec::new());
    for number in cases_of(from, key)? {
        let found = reading.of(from, &number)?;
        let Some((row, case)) = found.filter(|(row, _)| row.recipient == *key) else { continue };
        let events = grant_events(from, times, &number)?;
        deadlines.extend(reading.deadlines((&row, &case), &events));
        own.push(row);
    }
    deadlines.sort_by_key(|row| (row.due_on, row.kind));
    let milestones = rows_of_recipient(from, times, key)?;
    let mut forecasts = Forecasts::new();
    for row in &milestones {
        forecasts.extend(forecasts_of(from, times, row.milestone.as_str())?);
    }
    let others = read(from, |conn| entities(conn, times, EntityKind::Recipient))?;
    let neighbour = |state: &EntityState| match state {
        EntityState::Recipient(found) => Some(Neighbour {
            key: found.key.clone(),
            name: found.name.clone(),
            recipient_type: found.recipient_type,
        }),
        _ => None,
    };
    let gave_over = |state: &&EntityState| match state {
        EntityState::Recipient(found) => found.successor.as_ref() == Some(key),
        _ => false,
    };
    let successor = state.successor.and_then(|key| others.get(key.as_str())).and_then(neighbour);
    let predecessors = others.values().filter(gave_over).filter_map(neighbour).collect();
    Ok(RecipientPage {
        tasks: tasks_for(from, times, key)?,
        accounts: account_trails(from, times, key)?,
        cases: own,
        milestones,
        forecasts,
        deadlines,
        successor,
        predecessors,
        benefits: benefits(from, times, key)?,
    })
}

/// Grants of others from which a recipient benefits, with how it is named there.
fn benefits(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Vec<(FileNumber, BeneficiaryNamed)>, StoreError> {
    let numbers: Vec<FileNumber> = read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT grant_no FROM event JOIN event_grant USING (seq) \
             WHERE kind = 'beneficiary_named' \
                 AND json_extract(CAST(body AS TEXT), '$.key') = ?1 ORDER BY 1",
        )?;
        let rows = statement
            .query_map([key.as_str()], |row| row.get::<_, String>(0).map(FileNumber::new))?;
        rows.collect()
    })?;
    let mut found = Vec::new();
    for number in numbers {
        let named = grant_state(from, times, &number)?.map(|grant| grant.beneficiaries);
        let own = named.into_iter().flatten().filter(|named| named.key == *key);
        found.extend(own.map(|named| (number.clone(), named)));
    }
    Ok(found)
}
