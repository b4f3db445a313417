//! What the papers need, read in one go.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::OptionalExtension as _;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{Programme, ProgrammeData, StatementData, Times};
use super::case::Reading;
use super::overview::{by_amount, outflow, years};
use super::recipient::account;
use super::reconciled::reconciled_with;
use super::report::paid_beyond;
use super::{
    case_detail, cash_state, event, events_of_kinds, grants, indicators, milestones,
    payments_by_calendar_year, programme, read, recipients, settings, standing_by_year,
    title_years, titles,
};
use crate::domain::date::LAST_DAY;
use crate::domain::setting::{Letterhead, Settings};
use crate::domain::{Event, FileNumber, Kind, RecipientKey, Seq};
use crate::store::view::Head;

/// Everything that a recipient's statement says, or `None` for an unknown recipient.
///
/// # Errors
/// When the file cannot be read.
pub fn statement_data(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Option<StatementData>, StoreError> {
    let mut grants = Vec::new();
    let mut keep = |grant: &FileNumber, events| grants.push((grant.clone(), events));
    let Some(detail) = account(from, times, key, &mut keep)? else { return Ok(None) };
    let mut reading = Reading::begin(from, times)?;
    let mut owed = BTreeMap::new();
    for (grant, events) in grants {
        let found = case_detail::owed(from, &mut reading, (&grant, &events))?;
        owed.extend(found.map(|found| (grant, found)));
    }
    let settings = reading.settings;
    let programme = programme(from)?;
    Ok(Some(StatementData {
        letterhead: letterhead_of(&settings, &programme),
        term_days: settings.statement_days(),
        programme,
        times,
        head: head_at(from, times.known)?,
        extract: from.checkpoint().is_some(),
        detail,
        reconciled_until: reconciled_with(from, times, key)?,
        owed,
    }))
}

fn letterhead_of(settings: &Settings, programme: &Programme) -> Letterhead {
    let founded =
        || Letterhead { authority: programme.authority.clone(), address: Vec::new(), logo: None };
    settings.letterhead().unwrap_or_else(founded)
}

/// What papers carry at their head, and within how many days after its issue a statement is to be
/// confirmed or objected to.
///
/// # Errors
/// When the file cannot be read.
pub fn letterhead(from: &impl Readable, times: Times) -> Result<(Letterhead, u32), StoreError> {
    let settings = settings(from, times)?;
    Ok((letterhead_of(&settings, &programme(from)?), settings.statement_days()))
}

/// Everything that report R1 says.
///
/// # Errors
/// When the file cannot be read.
pub fn programme_data(from: &impl Readable, times: Times) -> Result<ProgrammeData, StoreError> {
    // Whoever has a grant has a row, even of nothing: the rows add up to the sum.
    let grants = grants(from, times)?;
    let holders: BTreeSet<RecipientKey> =
        grants.iter().map(|grant| grant.recipient.clone()).collect();
    let mut recipients = recipients(from, times)?;
    by_amount(&mut recipients, |row| holders.contains(&row.key));
    let years = years(from, times)?;
    let settings = settings(from, times)?;
    Ok(ProgrammeData {
        outflow: outflow(from, times, &years.rows)?,
        programme: programme(from)?,
        times,
        head: head_at(from, times.known)?,
        cash: cash_state(from, times)?,
        years,
        standing: standing_by_year(from, times)?,
        recipients,
        grants,
        milestones: milestones(from, times)?,
        indicators: indicators(from, times)?,
        titles: titles(from, times)?,
        title_years: title_years(from, times)?,
        calendar_years: payments_by_calendar_year(from, times)?,
        published: settings.guideline_published(),
        beyond: paid_beyond(from, times)?,
        causes: settings.deviation_causes(),
    })
}

/// Chain head at a Datenstand.
///
/// # Errors
/// When the file cannot be read or has no such entry.
pub fn head_at(from: &impl Readable, known: Seq) -> Result<Head, StoreError> {
    if let Some(head) = from.checkpoint().filter(|head| head.seq == known) {
        return Ok(head);
    }
    read(from, |conn| {
        conn.query_row("SELECT hash, recorded_at FROM event WHERE seq = ?1", [known], |row| {
            Ok(Head { seq: known, hash: row.get(0)?, recorded_at: row.get(1)? })
        })
    })
}

/// The papers that were issued by a Datenstand, in the order of the journal; reversed ones do not
/// count.
///
/// # Errors
/// When the file cannot be read.
pub fn issued_papers(from: &impl Readable, known: Seq) -> Result<Vec<Event>, StoreError> {
    let times = Times { as_of: LAST_DAY, known };
    events_of_kinds(from, times, &[Kind::DocumentIssued])
}

/// The issues of papers that were corrected since, each with the number of its correction.
///
/// # Errors
/// When the file cannot be read.
pub fn corrected_papers(from: &impl Readable) -> Result<Vec<(Event, Seq)>, StoreError> {
    let pairs: Vec<(Seq, Seq)> = read(from, |conn| {
        let sql = "SELECT back.ref, back.seq FROM event AS back JOIN event AS issued \
             ON issued.seq = back.ref WHERE back.kind = 'reversed' \
             AND issued.kind = 'document_issued' ORDER BY back.seq";
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect()
    })?;
    let mut found = Vec::with_capacity(pairs.len());
    for (issued, correction) in pairs {
        found.extend(event(from, issued)?.map(|issued| (issued, correction)));
    }
    Ok(found)
}

/// The bytes of an issued paper; `None` when the entry keeps none.
///
/// # Errors
/// When the file cannot be read.
pub fn issued_content(from: &impl Readable, seq: Seq) -> Result<Option<Vec<u8>>, StoreError> {
    read(from, |conn| {
        let sql = "SELECT content FROM document WHERE seq = ?1";
        conn.query_row(sql, [seq], |row| row.get(0)).optional()
    })
}
