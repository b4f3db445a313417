//! Sums of postings at a pair of times.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{Balance, BalanceRow, GroupBy, Sums, Times, TitleYear};
use super::entity::entities;
use super::read;
use crate::domain::availability::{DayCover, Standing};
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::stage::StageClass;
use crate::domain::{FileNumber, FiscalYear, Money, Stage, TitleKey};

/// Balances, grouped; rows add up to the total, to the cent.
///
/// # Errors
/// When the file cannot be read.
pub fn balance(from: &impl Readable, times: Times, by: GroupBy) -> Result<Balance, StoreError> {
    read(from, |conn| {
        let mut rows: BTreeMap<String, BalanceRow> = BTreeMap::new();
        for (key, sums) in sums_by(conn, times, column(by))? {
            rows.entry(key).or_default().sums = sums;
        }
        for (key, granted) in granted_by(conn, times, column(by))? {
            rows.entry(key).or_default().granted = granted;
        }
        let names = names(conn, times, by)?;
        let mut total = BalanceRow::default();
        for (key, row) in &mut rows {
            row.key.clone_from(key);
            row.name = names.get(key).cloned().unwrap_or_default();
            total.sums.add(&row.sums);
            total.granted += row.granted;
        }
        let rows = if by == GroupBy::Stage { Vec::new() } else { rows.into_values().collect() };
        Ok(Balance { by, rows, total })
    })
}

/// Column by which accounts and due lines are grouped; both tables have it.
const fn column(by: GroupBy) -> &'static str {
    match by {
        GroupBy::Stage => "''",
        GroupBy::Year => "fiscal_year",
        GroupBy::Title => "title",
        GroupBy::Recipient => "recipient",
        GroupBy::Grant => "grant_no",
    }
}

fn names(
    conn: &Connection,
    times: Times,
    by: GroupBy,
) -> rusqlite::Result<BTreeMap<String, String>> {
    let kind = match by {
        GroupBy::Stage | GroupBy::Year => return Ok(BTreeMap::new()),
        GroupBy::Title => EntityKind::Title,
        GroupBy::Recipient => EntityKind::Recipient,
        GroupBy::Grant => EntityKind::Grant,
    };
    Ok(entities(conn, times, kind)?
        .into_iter()
        .map(|(key, state)| {
            let name = match state {
                EntityState::Title(title) => title.name,
                EntityState::Recipient(recipient) => recipient.name,
                EntityState::Grant(grant) => grant.issued.purpose,
                _ => String::new(),
            };
            (key, name)
        })
        .collect())
}

/// Amount per stage for each value of a column of the accounts; sources positive.
pub(super) fn sums_by(
    conn: &Connection,
    times: Times,
    column: &str,
) -> rusqlite::Result<BTreeMap<String, Sums>> {
    let sql = format!(
        "SELECT CAST({column} AS TEXT), stage, sum(( \
             SELECT coalesce(sum(amount), 0) FROM posting WHERE posting.account = account.id \
                 AND effective_on <= ?1 AND event <= ?2)) \
         FROM account GROUP BY 1, 2"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
    let mut found: BTreeMap<String, Sums> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (key, stage, amount): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if amount != 0
            && let Some(stage) = Stage::from_name(&stage)
        {
            found.entry(key).or_default().0.insert(stage, as_read(stage, amount));
        }
    }
    Ok(found)
}

/// Sources are posted negative and read positive.
fn as_read(stage: Stage, cents: i64) -> Money {
    let posted = Money::from_cents(cents);
    if stage.class() == StageClass::Source { -posted } else { posted }
}

/// Amount in force for each value of a column of the due lines.
pub(super) fn granted_by(
    conn: &Connection,
    times: Times,
    column: &str,
) -> rusqlite::Result<BTreeMap<String, Money>> {
    let sql = format!(
        "SELECT CAST({column} AS TEXT), sum(amount) FROM due_line \
         WHERE effective_on <= ?1 AND seq <= ?2 GROUP BY 1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    statement
        .query_map(params![times.as_of.to_string(), times.known], |row| {
            Ok((row.get(0)?, Money::from_cents(row.get(1)?)))
        })?
        .collect()
}

/// Amount per stage of one grant.
///
/// # Errors
/// When the file cannot be read.
pub fn sums_of_grant(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Sums, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT stage, sum(posting.amount) FROM account \
             JOIN posting ON posting.account = account.id \
             WHERE grant_no = ?1 AND effective_on <= ?2 AND event <= ?3 GROUP BY stage",
        )?;
        let mut rows =
            statement.query(params![grant.as_str(), times.as_of.to_string(), times.known])?;
        let mut sums = Sums::default();
        while let Some(row) = rows.next()? {
            let stage: String = row.get(0)?;
            if let Some(stage) = Stage::from_name(&stage) {
                sums.0.insert(stage, as_read(stage, row.get(1)?));
            }
        }
        Ok(sums)
    })
}

/// Amount of a grant in force.
///
/// # Errors
/// When the file cannot be read.
pub fn granted_in_force(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Money, StoreError> {
    read(from, |conn| {
        conn.query_row(
            "SELECT coalesce(sum(amount), 0) FROM due_line \
             WHERE grant_no = ?1 AND effective_on <= ?2 AND seq <= ?3",
            params![grant.as_str(), times.as_of.to_string(), times.known],
            |row| row.get(0).map(Money::from_cents),
        )
    })
}

/// What left the state's account per calendar year of the cash office's booking day, net of
/// returns and same-year repayments: not the fiscal year, and shown beside it.
///
/// # Errors
/// When the file cannot be read.
pub fn payments_by_calendar_year(
    from: &impl Readable,
    times: Times,
) -> Result<Vec<(i32, Money)>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT CAST(substr(posting.effective_on, 1, 4) AS INTEGER), sum(posting.amount) \
             FROM posting JOIN account ON account.id = posting.account \
             WHERE stage IN ('paid', 'held', 'reclaimed', 'written_off', 'returned') \
                 AND effective_on <= ?1 AND event <= ?2 GROUP BY 1 ORDER BY 1",
        )?;
        statement
            .query_map(params![times.as_of.to_string(), times.known], |row| {
                Ok((row.get(0)?, Money::from_cents(row.get(1)?)))
            })?
            .collect()
    })
}

/// Stages per title and fiscal year, with the amounts in force split into notices of the year
/// itself, due lines from notices of earlier years, and bound remainders (a claim lowers the due
/// line that it belongs to).
///
/// # Errors
/// When the file cannot be read.
pub fn title_years(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<(TitleKey, FiscalYear), TitleYear>, StoreError> {
    read(from, |conn| {
        let mut found: BTreeMap<(TitleKey, FiscalYear), TitleYear> = BTreeMap::new();
        for (key, sums) in sums_by(conn, times, "fiscal_year || ' ' || title")? {
            let parts = key.split_once(' ').and_then(|(year, title)| {
                Some((TitleKey::new(title), FiscalYear(year.parse().ok()?)))
            });
            if let Some(key) = parts {
                found.entry(key).or_default().sums = sums;
            }
        }
        let mut statement = conn.prepare_cached(ORIGINS)?;
        let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
        while let Some(row) = rows.next()? {
            let key = (TitleKey::new(row.get::<_, String>(0)?), FiscalYear(row.get(1)?));
            let entry = found.entry(key).or_default();
            let amount = Money::from_cents(row.get(3)?);
            match row.get::<_, i64>(2)? {
                2 => entry.carried = amount,
                1 => entry.from_authority = amount,
                _ => entry.new = amount,
            }
        }
        Ok(found)
    })
}

/// Amounts in force per title and year by their origin: 2 bound remainder, 1 authority of an
/// earlier year, 0 notice of the year. What lowers a line that came as a remainder only lowers
/// the remainder.
const ORIGINS: &str = "\
    WITH line AS ( \
        SELECT due_line.*, coalesce(original.kind, event.kind) = 'carry_over_formed' AS carry, \
            CASE WHEN original.seq IS NULL THEN amount ELSE -amount END AS way \
        FROM due_line JOIN event ON event.seq = due_line.seq \
        LEFT JOIN event AS original ON event.kind = 'reversed' AND original.seq = event.ref) \
    SELECT title, fiscal_year, origin, sum(amount) FROM ( \
        SELECT title, fiscal_year, amount, CASE \
            WHEN carry AND way > 0 THEN 2 \
            WHEN EXISTS (SELECT 1 FROM due_line AS first \
                WHERE first.grant_no = line.grant_no AND first.title = line.title \
                    AND first.fiscal_year = line.fiscal_year \
                    AND first.authority_year <> 0 AND first.seq <= line.seq) THEN 1 \
            WHEN amount < 0 AND NOT EXISTS (SELECT 1 FROM line AS first \
                WHERE first.grant_no = line.grant_no AND first.title = line.title \
                    AND first.fiscal_year = line.fiscal_year \
                    AND NOT first.carry AND first.amount > 0 AND first.seq < line.seq) THEN 2 \
            ELSE 0 END AS origin \
        FROM line WHERE effective_on <= ?1 AND seq <= ?2) GROUP BY 1, 2, 3";

/// What stands in Available per title and fiscal year, by its meaning.
///
/// # Errors
/// When the file cannot be read.
pub fn standings(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<(TitleKey, FiscalYear), Standing>, StoreError> {
    let mut used: BTreeMap<(TitleKey, FiscalYear), Money> = BTreeMap::new();
    for row in super::authority(from, times)? {
        *used.entry((row.title, row.due_year)).or_default() += row.used;
    }
    let found = title_years(from, times)?.into_iter().map(|(key, found)| {
        let day = DayCover {
            available: found.sums.at(Stage::Available),
            unvoted: used.get(&key).copied().unwrap_or_default(),
            voted: !found.sums.at(Stage::Appropriated).is_zero(),
        };
        (key, Standing::of(day))
    });
    Ok(found.collect())
}

/// What stands in Available per fiscal year, by its meaning and added up title by title.
///
/// # Errors
/// When the file cannot be read.
pub fn standing_by_year(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<FiscalYear, Standing>, StoreError> {
    let mut years: BTreeMap<FiscalYear, Standing> = BTreeMap::new();
    for ((_, year), standing) in standings(from, times)? {
        years.entry(year).or_default().add(standing);
    }
    Ok(years)
}
