//! The budget: titles in fiscal years with what parliament voted, authority, and the bookings.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    AuthorityRow, Budget, BudgetDetail, BudgetEntry, BudgetRow, BudgetVersion, Times,
};
use super::entity::entities;
use super::sums::{replaced, standings_of};
use super::{
    authority, availability_at, events_of_kinds, posting_rows, read, sums_of_years, titles,
};
use crate::domain::availability::Own;
use crate::domain::entity::{EntityKind, EntityState, Year};
use crate::domain::fiscal::{Law, YearState};
use crate::domain::recipient::official_name;
use crate::domain::stage::Chain;
use crate::domain::{Account, Body, FileNumber, FiscalYear, Kind, Money, RecipientKey, TitleKey};

/// The budget at a pair of times.
///
/// # Errors
/// When the file cannot be read.
pub fn budget(from: &impl Readable, times: Times) -> Result<Budget, StoreError> {
    let authority = authority(from, times)?;
    let rows = rows(from, times, &authority)?;
    let versions = versions(from, times)?;
    Ok(Budget {
        titles: titles(from, times)?,
        years: years(from, times, (&rows, &authority, &versions))?,
        rows,
        authority,
        versions,
    })
}

/// Titles in fiscal years that have money or charged remainders, by year and title.
fn rows(
    from: &impl Readable,
    times: Times,
    authority: &[AuthorityRow],
) -> Result<Vec<BudgetRow>, StoreError> {
    let found = sums_of_years(from, times)?;
    let standings = standings_of(authority, &found);
    let votes = read(from, |conn| votes(conn, times))?;
    let replaced = replaced(&found);
    let mut rows: Vec<BudgetRow> = found
        .into_iter()
        .filter(|(_, sums)| {
            let counts = |chain| matches!(chain, Chain::Money | Chain::Memo);
            sums.0.iter().any(|(stage, sum)| counts(stage.chain()) && !sum.is_zero())
        })
        .map(|(key, sums)| {
            let (appropriation, supplement) = votes.get(&key).copied().unwrap_or_default();
            let standing = standings.get(&key).copied().unwrap_or_default();
            let replaced = replaced.get(&key).copied().unwrap_or_default();
            let (title, year) = key;
            BudgetRow { title, year, appropriation, supplement, sums, standing, replaced }
        })
        .collect();
    rows.sort_by(|one, other| (one.year, &one.title).cmp(&(other.year, &other.title)));
    Ok(rows)
}

/// *Ansatz* and *Nachtrag* per title and year: both stand at the stage Appropriated, the kind of
/// the event tells them apart; a correction belongs to what it corrects.
fn votes(
    conn: &Connection,
    times: Times,
) -> rusqlite::Result<BTreeMap<(TitleKey, FiscalYear), (Money, Money)>> {
    let mut statement = conn.prepare_cached(
        "SELECT account.title, account.fiscal_year, coalesce(original.kind, event.kind) = ?1, \
             -sum(posting.amount) \
         FROM posting JOIN account ON account.id = posting.account \
         JOIN event ON event.seq = posting.event \
         LEFT JOIN event AS original ON event.kind = 'reversed' AND original.seq = event.ref \
         WHERE account.stage = 'appropriated' AND posting.effective_on <= ?2 \
             AND posting.event <= ?3 GROUP BY 1, 2, 3",
    )?;
    let supplement = Kind::SupplementVoted.as_str();
    let mut rows = statement.query(params![supplement, times.as_of.to_string(), times.known])?;
    let mut found: BTreeMap<_, (Money, Money)> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let key = (TitleKey::new(row.get::<_, String>(0)?), FiscalYear(row.get(1)?));
        let entry = found.entry(key).or_default();
        let amount = Money::from_cents(row.get(3)?);
        if row.get(2)? {
            entry.1 = amount;
        } else {
            entry.0 = amount;
        }
    }
    Ok(found)
}

/// Drafts, appropriations and supplements that count, in the order of their day.
fn versions(from: &impl Readable, times: Times) -> Result<Vec<BudgetVersion>, StoreError> {
    let kinds = [Kind::AppropriationDrafted, Kind::AppropriationVoted, Kind::SupplementVoted];
    let mut events = events_of_kinds(from, times, &kinds)?;
    events.sort_by_key(|event| (event.effective_on, event.seq));
    let mut voted: BTreeMap<(TitleKey, FiscalYear), Money> = BTreeMap::new();
    let version = |event: crate::domain::Event| {
        let (title, year, amount, law) = match &event.body {
            Body::AppropriationDrafted(b) => (&b.title, b.fiscal_year, b.amount_cents, &b.law),
            Body::AppropriationVoted(b) => (&b.title, b.fiscal_year, b.amount_cents, &b.law),
            Body::SupplementVoted(b) => (&b.title, b.fiscal_year, b.amount_cents, &b.law),
            _ => return None,
        };
        let sum = voted.entry((title.clone(), year)).or_default();
        if event.kind() != Kind::AppropriationDrafted {
            *sum += amount;
        }
        Some(BudgetVersion {
            seq: event.seq,
            kind: event.kind(),
            effective_on: event.effective_on,
            title: title.clone(),
            year,
            amount,
            voted: *sum,
            law: law.clone(),
        })
    };
    Ok(events.into_iter().filter_map(version).collect())
}

/// The state of every year that anything says something of.
fn years(
    from: &impl Readable,
    times: Times,
    (rows, authority, versions): (&[BudgetRow], &[AuthorityRow], &[BudgetVersion]),
) -> Result<Vec<(FiscalYear, YearState)>, StoreError> {
    let mut states: BTreeMap<FiscalYear, Year> =
        read(from, |conn| entities(conn, times, EntityKind::Year))?
            .into_iter()
            .filter_map(|(key, state)| match state {
                EntityState::Year(year) => Some((FiscalYear(key.parse().ok()?), *year)),
                _ => None,
            })
            .collect();
    let mut years: BTreeSet<FiscalYear> = states.keys().copied().collect();
    years.extend(rows.iter().map(|row| row.year));
    years.extend(versions.iter().map(|version| version.year));
    years.extend(authority.iter().filter(|row| !row.used.is_zero()).map(|row| row.due_year));
    let of = |year: FiscalYear| {
        let own = || versions.iter().filter(move |version| version.year == year);
        let draft = |version: &BudgetVersion| version.kind == Kind::AppropriationDrafted;
        let state = states.remove(&year).unwrap_or_default();
        let law = if own().any(|version| !draft(version)) {
            Law::Voted
        } else if own().any(draft) {
            Law::Drafted
        } else {
            Law::None
        };
        (year, YearState::of(&state, law, times.as_of))
    };
    Ok(years.into_iter().map(of).collect())
}

/// What is behind a title in a year, or `None` when nothing stands there.
///
/// # Errors
/// When the file cannot be read.
pub fn budget_detail(
    from: &impl Readable,
    times: Times,
    (title, year): (&TitleKey, FiscalYear),
) -> Result<Option<BudgetDetail>, StoreError> {
    let authority = authority(from, times)?;
    let mut rows = rows(from, times, &authority)?.into_iter();
    let found = rows.find(|row| row.title == *title && row.year == year);
    let Some(row) = found else { return Ok(None) };
    Ok(Some(BudgetDetail {
        availability: availability_at(from, times, (title, year), Own::default())?,
        entries: entries(from, times, (title, year))?,
        row,
    }))
}

/// The moves of a title and year: each takes an amount from one stage to another.
fn entries(
    from: &impl Readable,
    times: Times,
    (title, year): (&TitleKey, FiscalYear),
) -> Result<Vec<BudgetEntry>, StoreError> {
    let recipients = read(from, |conn| entities(conn, times, EntityKind::Recipient))?;
    let name = |key: &RecipientKey| match recipients.get(key.as_str()) {
        Some(EntityState::Recipient(found)) => official_name(found.recipient_type, &found.name),
        _ => String::new(),
    };
    let here = |account: &Account| {
        account.title == *title
            && account.fiscal_year == year
            && matches!(account.stage.chain(), Chain::Money | Chain::Memo)
    };
    let mut found = Vec::new();
    for event in posting_rows(from, times)? {
        let own: Vec<_> = event.postings.iter().filter(|posting| here(&posting.account)).collect();
        // Every move is made of two postings, one behind the other.
        for pair in own.chunks_exact(2) {
            let grant: Option<&FileNumber> =
                pair.iter().find_map(|posting| posting.account.grant.as_ref());
            found.push(BudgetEntry {
                seq: event.seq,
                kind: event.kind,
                effective_on: event.effective_on,
                voucher: event.voucher.clone(),
                recipient_name: name(&event.recipient),
                grant: grant.cloned(),
                from: pair[0].account.stage,
                to: pair[1].account.stage,
                amount: pair[1].amount,
            });
        }
    }
    Ok(found)
}
