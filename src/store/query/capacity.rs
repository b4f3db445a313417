//! What can still be granted: availability per title and year, free commitment authority.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{Capacity, Times};
use super::{read, titles};
use crate::domain::availability::{Availability, availability};
use crate::domain::{Account, Day, FiscalYear, Money, Seq, Stage, TitleKey};

/// Everything that a form needs to show what is left while it is typed.
///
/// # Errors
/// When the file cannot be read.
pub fn capacity(from: &impl Readable, times: Times) -> Result<Capacity, StoreError> {
    let titles = titles(from, times)?;
    let accounts: Vec<(String, i32, i32)> = read(from, |conn| {
        let mut statement = conn.prepare(
            "SELECT DISTINCT title, fiscal_year, due_year FROM account \
             WHERE stage IN ('available', 've_free') ORDER BY 1, 2, 3",
        )?;
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
    })?;
    let mut money = BTreeMap::new();
    let mut authority = BTreeMap::new();
    for (title, year, due_year) in accounts {
        let (title, year, due) = (TitleKey::new(title), FiscalYear(year), FiscalYear(due_year));
        if due_year == 0 {
            let found = availability_of(from, times.as_of, &title, year)?;
            money.insert((title, year), found);
        } else {
            let free = free_authority(from, times.as_of, &title, (year, due))?;
            authority.insert((title, year, due), free);
        }
    }
    Ok(Capacity { titles, money, authority })
}

/// Availability of a title and year for a decision effective on `day`, everything in the
/// journal known.
///
/// # Errors
/// When the file cannot be read.
pub fn availability_of(
    from: &impl Readable,
    day: Day,
    title: &TitleKey,
    year: FiscalYear,
) -> Result<Availability, StoreError> {
    let sums = read(from, |conn| stage_sums(conn, day, title, year))?;
    let lowest = lowest_from(from, day, &plain(Stage::Available, title, year))?;
    let unvoted = read(from, |conn| unvoted(conn, day, title, year))?;
    Ok(availability(&sums, lowest, unvoted))
}

/// Free commitment authority of a title, for (budget year, due year), from `day` on.
///
/// # Errors
/// When the file cannot be read.
pub fn free_authority(
    from: &impl Readable,
    day: Day,
    title: &TitleKey,
    years: (FiscalYear, FiscalYear),
) -> Result<Money, StoreError> {
    let account = Account { due_year: Some(years.1), ..plain(Stage::VeFree, title, years.0) };
    lowest_from(from, day, &account)
}

/// Lowest balance of an account on `day` and on every later day.
///
/// # Errors
/// When the file cannot be read.
pub fn lowest_from(from: &impl Readable, day: Day, account: &Account) -> Result<Money, StoreError> {
    read(from, |conn| {
        let Some(id) = find(conn, account)? else { return Ok(Money::ZERO) };
        let on_day: i64 = conn
            .prepare_cached(
                "SELECT coalesce(sum(amount), 0) FROM posting \
                 WHERE account = ?1 AND effective_on <= ?2",
            )?
            .query_row(params![id, day.to_string()], |row| row.get(0))?;
        let later: Option<i64> = conn
            .prepare_cached(
                "SELECT min(running) FROM (SELECT sum(sum(amount)) OVER (ORDER BY effective_on) \
                 AS running FROM posting WHERE account = ?1 AND effective_on > ?2 \
                 GROUP BY effective_on)",
            )?
            .query_row(params![id, day.to_string()], |row| row.get(0))?;
        let lowest_change = Money::from_cents(later.unwrap_or(0).min(0));
        Ok(Money::from_cents(on_day) + lowest_change)
    })
}

fn plain(stage: Stage, title: &TitleKey, fiscal_year: FiscalYear) -> Account {
    Account {
        stage,
        title: title.clone(),
        fiscal_year,
        due_year: None,
        grant: None,
        recipient: None,
    }
}

fn find(conn: &Connection, account: &Account) -> rusqlite::Result<Option<i64>> {
    conn.prepare_cached(
        "SELECT id FROM account WHERE stage = ?1 AND title = ?2 AND fiscal_year = ?3 \
         AND due_year = ?4 AND grant_no = ?5",
    )?
    .query_row(
        params![
            account.stage.as_str(),
            account.title.as_str(),
            account.fiscal_year.0,
            account.due_year.map_or(0, |year| year.0),
            account.grant.as_ref().map_or("", |grant| grant.as_str()),
        ],
        |row| row.get(0),
    )
    .optional()
}

fn stage_sums(
    conn: &Connection,
    day: Day,
    title: &TitleKey,
    year: FiscalYear,
) -> rusqlite::Result<BTreeMap<Stage, Money>> {
    let mut statement = conn.prepare_cached(
        "SELECT stage, sum(amount) FROM posting JOIN account ON account.id = posting.account \
         WHERE title = ?1 AND fiscal_year = ?2 AND due_year = 0 AND effective_on <= ?3 \
         GROUP BY stage",
    )?;
    let mut rows = statement.query(params![title.as_str(), year.0, day.to_string()])?;
    let mut sums = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let stage: String = row.get(0)?;
        if let Some(stage) = Stage::from_name(&stage) {
            sums.insert(stage, Money::from_cents(row.get(1)?));
        }
    }
    Ok(sums)
}

/// Commitment authority used for a year while parliament has voted nothing for it (*Vorbindung*).
fn unvoted(
    conn: &Connection,
    day: Day,
    title: &TitleKey,
    year: FiscalYear,
) -> rusqlite::Result<Money> {
    let sum = |stage: &str, years: &str, seq: Seq| -> rusqlite::Result<i64> {
        conn.prepare_cached(&format!(
            "SELECT coalesce(sum(amount), 0) FROM posting \
             JOIN account ON account.id = posting.account WHERE stage = ?1 AND title = ?2 \
             AND {years} = ?3 AND effective_on <= ?4 AND event <= ?5"
        ))?
        .query_row(params![stage, title.as_str(), year.0, day.to_string(), seq], |row| row.get(0))
    };
    let all = i64::MAX.unsigned_abs();
    if sum("appropriated", "fiscal_year", all)? != 0 {
        return Ok(Money::ZERO);
    }
    Ok(Money::from_cents(sum("ve_used", "due_year", all)?))
}
