//! What can still be granted: availability per title and year, free commitment authority.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{Capacity, Times};
use super::{read, titles};
use crate::domain::availability::{Availability, DayCover, Own, availability};
use crate::domain::stage::RevenueKind;
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
        let money_year = if due_year == 0 { year } else { due };
        let found = availability_of(from, times.as_of, (&title, money_year), Own::default())?;
        money.insert((title.clone(), money_year), found);
        if due_year != 0 {
            let free = free_authority(from, times.as_of, &title, (year, due))?;
            authority.insert((title, year, due), free);
        }
    }
    Ok(Capacity { titles, money, authority })
}

/// Availability of a title and year for a decision effective on `day` that brings `own` authority
/// or votes for that year itself, everything in the journal known.
///
/// # Errors
/// When the file cannot be read.
pub fn availability_of(
    from: &impl Readable,
    day: Day,
    (title, year): (&TitleKey, FiscalYear),
    own: Own,
) -> Result<Availability, StoreError> {
    availability_at(from, Times { as_of: day, known: EVERYTHING }, (title, year), own)
}

/// A number that no entry has: everything in the journal is known.
const EVERYTHING: Seq = i64::MAX as Seq;

/// Availability of a title and year at a pair of times; see [`availability_of`].
///
/// # Errors
/// When the file cannot be read.
pub fn availability_at(
    from: &impl Readable,
    times: Times,
    (title, year): (&TitleKey, FiscalYear),
    own: Own,
) -> Result<Availability, StoreError> {
    read(from, |conn| {
        let sums = stage_sums(conn, times, title, year)?;
        let days = cover_from(conn, times, (title, year), own.vote)?;
        Ok(availability(&sums, &days, own.authority))
    })
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
    let account = Account::of_authority(Stage::VeFree, title, years);
    lowest_from(from, day, &account)
}

/// Balance of an account at a pair of times, as posted (sources negative).
///
/// # Errors
/// When the file cannot be read.
pub fn balance_on(
    from: &impl Readable,
    times: Times,
    account: &Account,
) -> Result<Money, StoreError> {
    read(from, |conn| {
        let Some(id) = find(conn, account)? else { return Ok(Money::ZERO) };
        conn.prepare_cached(
            "SELECT coalesce(sum(amount), 0) FROM posting \
             WHERE account = ?1 AND effective_on <= ?2 AND event <= ?3",
        )?
        .query_row(params![id, times.as_of.to_string(), times.known], |row| {
            row.get(0).map(Money::from_cents)
        })
    })
}

/// Lowest balance of an account on `day` and on every later day.
///
/// # Errors
/// When the file cannot be read.
pub fn lowest_from(from: &impl Readable, day: Day, account: &Account) -> Result<Money, StoreError> {
    Ok(range_from(from, day, account)?.0)
}

/// Lowest and highest balance of an account on `day` and on every later day.
///
/// # Errors
/// When the file cannot be read.
pub fn range_from(
    from: &impl Readable,
    day: Day,
    account: &Account,
) -> Result<(Money, Money), StoreError> {
    read(from, |conn| {
        let Some(id) = find(conn, account)? else { return Ok((Money::ZERO, Money::ZERO)) };
        conn.prepare_cached(
            "WITH daily AS (SELECT effective_on, sum(sum(amount)) OVER (ORDER BY effective_on) \
                 AS running FROM posting WHERE account = ?1 GROUP BY effective_on), \
             counted AS (SELECT running FROM daily WHERE effective_on > ?2 UNION ALL \
                 SELECT coalesce((SELECT running FROM daily WHERE effective_on <= ?2 \
                     ORDER BY effective_on DESC LIMIT 1), 0)) \
             SELECT min(running), max(running) FROM counted",
        )?
        .query_row(params![id, day.to_string()], |row| {
            Ok((Money::from_cents(row.get(0)?), Money::from_cents(row.get(1)?)))
        })
    })
}

/// Highest sum of all appropriations on `day` and on every later day (I11).
///
/// # Errors
/// When the file cannot be read.
pub fn appropriated_from(from: &impl Readable, day: Day) -> Result<Money, StoreError> {
    read(from, |conn| {
        let daily = daily(conn, "stage = 'appropriated'", params![])?;
        let mut running = Money::ZERO;
        let mut highest = Money::ZERO;
        for (on, amount) in daily {
            running -= amount;
            if on <= day {
                highest = running;
            } else {
                highest = highest.max(running);
            }
        }
        Ok(highest)
    })
}

fn find(conn: &Connection, account: &Account) -> rusqlite::Result<Option<i64>> {
    conn.prepare_cached(
        "SELECT id FROM account WHERE stage = ?1 AND title = ?2 AND fiscal_year = ?3 \
         AND due_year = ?4 AND grant_no = ?5 AND revenue = ?6",
    )?
    .query_row(
        params![
            account.stage.as_str(),
            account.title.as_str(),
            account.fiscal_year.0,
            account.due_year.map_or(0, |year| year.0),
            account.grant.as_ref().map_or("", |grant| grant.as_str()),
            account.revenue.map_or("", RevenueKind::as_str),
        ],
        |row| row.get(0),
    )
    .optional()
}

fn stage_sums(
    conn: &Connection,
    times: Times,
    title: &TitleKey,
    year: FiscalYear,
) -> rusqlite::Result<BTreeMap<Stage, Money>> {
    let mut statement = conn.prepare_cached(
        "SELECT stage, sum(amount) FROM posting JOIN account ON account.id = posting.account \
         WHERE title = ?1 AND fiscal_year = ?2 AND due_year = 0 AND revenue = '' \
         AND effective_on <= ?3 AND event <= ?4 \
         GROUP BY stage",
    )?;
    let mut rows =
        statement.query(params![title.as_str(), year.0, times.as_of.to_string(), times.known])?;
    let mut sums = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let stage: String = row.get(0)?;
        if let Some(stage) = Stage::from_name(&stage) {
            sums.insert(stage, Money::from_cents(row.get(1)?));
        }
    }
    Ok(sums)
}

/// Signed changes per day of the accounts that a condition selects, in order.
fn daily(
    conn: &Connection,
    condition: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<(Day, Money)>> {
    let sql = format!(
        "SELECT effective_on, sum(amount) FROM posting \
         JOIN account ON account.id = posting.account WHERE {condition} GROUP BY 1 ORDER BY 1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params, |row| {
        let day: String = row.get(0)?;
        Ok((day.parse().unwrap_or_default(), Money::from_cents(row.get(1)?)))
    })?;
    rows.collect()
}

/// What stands in Available and what covers it, on `day` and on each later day of change.
fn cover_from(
    conn: &Connection,
    times: Times,
    (title, year): (&TitleKey, FiscalYear),
    own_vote: Money,
) -> rusqlite::Result<Vec<DayCover>> {
    let (title, year, day) = (title.as_str(), year.0, times.as_of);
    let of_year = |stage: &str| {
        format!("stage = '{stage}' AND title = ?1 AND fiscal_year = ?2 AND event <= ?3")
    };
    let available = daily(conn, &of_year("available"), params![title, year, times.known])?;
    let voted = daily(conn, &of_year("appropriated"), params![title, year, times.known])?;
    let used = daily(
        conn,
        "stage = 've_used' AND title = ?1 AND due_year = ?2 AND event <= ?3",
        params![title, year, times.known],
    )?;
    let until = |changes: &[(Day, Money)], day: Day| -> Money {
        changes.iter().filter(|(on, _)| *on <= day).map(|(_, amount)| *amount).sum()
    };
    let mut days: BTreeSet<Day> = BTreeSet::from([day]);
    days.extend([&available, &voted, &used].into_iter().flatten().map(|(on, _)| *on));
    Ok(days
        .into_iter()
        .filter(|on| *on >= day)
        .map(|on| DayCover {
            available: until(&available, on),
            unvoted: until(&used, on),
            voted: !(until(&voted, on) + own_vote).is_zero(),
        })
        .collect())
}
