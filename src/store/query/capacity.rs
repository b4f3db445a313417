//! What can still be granted: availability per title and year, free commitment authority.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{Capacity, Sums, Times};
use super::{read, sums_of_years, titles};
use crate::domain::availability::{Availability, DayCover, Own, availability};
use crate::domain::stage::{RevenueKind, StageClass};
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
    let everything = Times { known: EVERYTHING, ..times };
    let years = sums_of_years(from, everything)?;
    let mut money = BTreeMap::new();
    let mut authority = BTreeMap::new();
    for (title, year, due_year) in accounts {
        let (title, year, due) = (TitleKey::new(title), FiscalYear(year), FiscalYear(due_year));
        let money_year = if due_year == 0 { year } else { due };
        if let Entry::Vacant(vacant) = money.entry((title.clone(), money_year)) {
            let sums = years.get(vacant.key()).map(as_posted).unwrap_or_default();
            let place = (&title, money_year);
            let days = read(from, |conn| cover_from(conn, everything, place, Money::ZERO))?;
            vacant.insert(availability(&sums, &days, Money::ZERO));
        }
        if due_year != 0 {
            let free = free_authority(from, times.as_of, &title, (year, due))?;
            authority.insert((title, year, due), free);
        }
    }
    Ok(Capacity { titles, money, authority })
}

/// Sums of stages as they are posted: sources negative.
fn as_posted(sums: &Sums) -> BTreeMap<Stage, Money> {
    let posted = sums.0.iter().map(|(stage, amount)| {
        let source = stage.class() == StageClass::Source;
        (*stage, if source { -*amount } else { *amount })
    });
    posted.collect()
}

/// Availability of a title and year for a decision effective on `day` that brings `own` authority
/// or votes for that year itself, everything in the journal known.
///
/// # Errors
/// When the file cannot be read.
pub fn availability_of(
    from: &impl Readable,
    day: Day,
    place: (&TitleKey, FiscalYear),
    own: Own,
) -> Result<Availability, StoreError> {
    availability_at(from, Times { as_of: day, known: EVERYTHING }, place, own)
}

/// What is free of a title and year for a decision effective on `day` that brings `own` authority
/// or votes for that year itself, everything in the journal known: what [`availability_at`] says,
/// without the arithmetic that leads there.
///
/// # Errors
/// When the file cannot be read.
pub fn free_of(
    from: &impl Readable,
    day: Day,
    place: (&TitleKey, FiscalYear),
    own: Own,
) -> Result<Money, StoreError> {
    let times = Times { as_of: day, known: EVERYTHING };
    let days = read(from, |conn| cover_from(conn, times, place, own.vote))?;
    Ok(availability(&BTreeMap::new(), &days, own.authority).free)
}

/// A number that no entry has: everything in the journal is known.
const EVERYTHING: Seq = i64::MAX as Seq;

/// Availability of a title and year at a pair of times, for a decision effective on that day that
/// brings `own` authority or votes for that year itself.
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
        let mut running = balance(conn, id)?;
        let mut range = (running, running);
        for (_, amount) in later(conn, id, day)?.into_iter().rev() {
            running -= amount;
            range = (range.0.min(running), range.1.max(running));
        }
        Ok(range)
    })
}

/// Balance of an account with everything in the journal, as posted.
fn balance(conn: &Connection, account: i64) -> rusqlite::Result<Money> {
    conn.prepare_cached("SELECT amount FROM balance WHERE account = ?1")?
        .query_row([account], |row| row.get(0).map(Money::from_cents))
        .optional()
        .map(Option::unwrap_or_default)
}

/// Signed changes of an account on each day after `day`, in order.
fn later(conn: &Connection, account: i64, day: Day) -> rusqlite::Result<Vec<(Day, Money)>> {
    let mut statement = conn.prepare_cached(
        "SELECT effective_on, sum(amount) FROM posting \
         WHERE account = ?1 AND effective_on > ?2 GROUP BY effective_on ORDER BY effective_on",
    )?;
    statement.query_map(params![account, day.to_string()], change)?.collect()
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
         WHERE stage IN (SELECT value FROM json_each(?5)) AND title = ?1 AND fiscal_year = ?2 \
             AND due_year = 0 AND revenue = '' \
             AND effective_on <= ?3 AND event <= ?4 \
         GROUP BY stage",
    )?;
    // Named, the stages lead into the index of the accounts.
    let money: Vec<&str> =
        Stage::ALL.iter().filter(|stage| stage.is_money()).map(|stage| stage.as_str()).collect();
    let money = serde_json::to_string(&money).unwrap_or_default();
    let mut rows = statement.query(params![
        title.as_str(),
        year.0,
        times.as_of.to_string(),
        times.known,
        money
    ])?;
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
    statement.query_map(params, change)?.collect()
}

fn change(row: &Row<'_>) -> rusqlite::Result<(Day, Money)> {
    let day: String = row.get(0)?;
    Ok((day.parse().unwrap_or_default(), Money::from_cents(row.get(1)?)))
}

/// What stands in Available and what covers it, on `day` and on each later day of change.
fn cover_from(
    conn: &Connection,
    times: Times,
    (title, year): (&TitleKey, FiscalYear),
    own_vote: Money,
) -> rusqlite::Result<Vec<DayCover>> {
    let day = times.as_of;
    let of_year = |stage| Course::of(conn, times, &Account::of_title(stage, title, year));
    let (available, voted) = (of_year(Stage::Available)?, of_year(Stage::Appropriated)?);
    let is_voted = |on: Day| !(voted.on(on) + own_vote).is_zero();
    let mut days: BTreeSet<Day> = BTreeSet::from([day]);
    days.extend(available.later.iter().chain(&voted.later).map(|(on, _)| *on));
    // Authority covers only a year that is not voted, and stands in one account of each grant.
    let used = if days.iter().all(|on| is_voted(*on)) {
        Course::default()
    } else {
        let condition = "stage = 've_used' AND title = ?1 AND due_year = ?2 AND event <= ?3";
        let changes = daily(conn, condition, params![title.as_str(), year.0, known(times)])?;
        Course::from_changes(changes, day)
    };
    days.extend(used.later.iter().map(|(on, _)| *on));
    let cover =
        |on| DayCover { available: available.on(on), unvoted: used.on(on), voted: is_voted(on) };
    Ok(days.into_iter().map(cover).collect())
}

/// The number of the last entry known, as SQLite counts.
fn known(times: Times) -> Seq {
    times.known.min(EVERYTHING)
}

/// Balance of accounts on a day, and its changes on later days.
#[derive(Default)]
struct Course {
    opening: Money,
    later: Vec<(Day, Money)>,
}

impl Course {
    /// Of one account at a pair of times.
    fn of(conn: &Connection, times: Times, account: &Account) -> rusqlite::Result<Self> {
        let Some(id) = find(conn, account)? else { return Ok(Self::default()) };
        if times.known >= EVERYTHING {
            let later = later(conn, id, times.as_of)?;
            let moved: Money = later.iter().map(|(_, amount)| *amount).sum();
            return Ok(Self { opening: balance(conn, id)? - moved, later });
        }
        let changes = daily(conn, "account = ?1 AND event <= ?2", params![id, times.known])?;
        Ok(Self::from_changes(changes, times.as_of))
    }

    fn from_changes(changes: Vec<(Day, Money)>, day: Day) -> Self {
        let (until, later): (Vec<_>, Vec<_>) = changes.into_iter().partition(|(on, _)| *on <= day);
        Self { opening: until.into_iter().map(|(_, amount)| amount).sum(), later }
    }

    fn on(&self, day: Day) -> Money {
        let moved = self.later.iter().take_while(|(on, _)| *on <= day);
        self.opening + moved.map(|(_, amount)| *amount).sum::<Money>()
    }
}
