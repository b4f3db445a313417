//! Sums of postings at a pair of times.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use rusqlite::{Connection, Row, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{AuthorityRow, Balance, BalanceRow, GroupBy, Sums, Times, TitleYear};
use super::entity::each_entity;
use super::origin::{Origin, origins};
use super::read;
use super::total::{Amounts, Per, amounts_by, as_read, known, sums_by};
use crate::domain::availability::{DayCover, Left, Standing};
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::{FileNumber, FiscalYear, Kind, Money, Stage, TitleKey};

/// Balances, grouped; rows add up to the total, to the cent.
///
/// # Errors
/// When the file cannot be read.
pub fn balance(from: &impl Readable, times: Times, by: GroupBy) -> Result<Balance, StoreError> {
    read(from, |conn| {
        let names = names(conn, times, by)?;
        let mut total = BalanceRow::default();
        let row = |(key, amounts): (String, Amounts)| {
            let named = if by == GroupBy::RecipientYear { without_year(&key) } else { &key };
            let name = names.get(named).cloned().unwrap_or_default();
            let granted = amounts.granted();
            total.sums.add(&amounts.sums);
            total.granted += granted;
            BalanceRow { key, name, sums: amounts.sums, granted }
        };
        let rows = amounts_by(conn, times, Per::from(by))?.into_iter().map(row).collect();
        Ok(Balance { by, rows: if by == GroupBy::Stage { Vec::new() } else { rows }, total })
    })
}

/// The recipient of a key of [`GroupBy::RecipientYear`].
fn without_year(key: &str) -> &str {
    key.rsplit_once(' ').map_or(key, |(recipient, _)| recipient)
}

fn names(
    conn: &Connection,
    times: Times,
    by: GroupBy,
) -> rusqlite::Result<BTreeMap<String, String>> {
    let kind = match by {
        GroupBy::Stage | GroupBy::Year => return Ok(BTreeMap::new()),
        GroupBy::Title => EntityKind::Title,
        GroupBy::Recipient | GroupBy::RecipientYear => EntityKind::Recipient,
        GroupBy::Grant => EntityKind::Grant,
    };
    let mut found = BTreeMap::new();
    each_entity(conn, times, kind, |key, state| {
        let name = match state {
            EntityState::Title(title) => title.name,
            EntityState::Recipient(recipient) => recipient.name,
            EntityState::Grant(grant) => grant.issued.purpose,
            _ => String::new(),
        };
        found.insert(key, name);
    })?;
    Ok(found)
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
        conn.prepare_cached(
            "SELECT coalesce(sum(amount), 0) FROM due_line \
             WHERE grant_no = ?1 AND effective_on <= ?2 AND seq <= ?3",
        )?
        .query_row(params![grant.as_str(), times.as_of.to_string(), times.known], |row| {
            row.get(0).map(Money::from_cents)
        })
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

/// Stages per title and fiscal year.
///
/// # Errors
/// When the file cannot be read.
pub fn sums_of_years(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<(TitleKey, FiscalYear), Sums>, StoreError> {
    let found = read(from, |conn| sums_by(conn, times, Per::YearTitle))?;
    let parts = found.into_iter().filter_map(|(key, sums)| {
        let (year, title) = key.split_once(' ')?;
        Some(((TitleKey::new(title), FiscalYear(year.parse().ok()?)), sums))
    });
    Ok(parts.collect())
}

/// The fiscal years of the programme: from the first to the last one with money; without any the
/// year of its founding and the two that follow.
///
/// # Errors
/// When the file cannot be read.
pub fn fiscal_years(from: &impl Readable, times: Times) -> Result<Vec<FiscalYear>, StoreError> {
    let with_money: BTreeSet<i32> =
        sums_of_years(from, times)?.into_keys().map(|(_, year)| year.0).collect();
    let years = if let Some((first, last)) = with_money.first().zip(with_money.last()) {
        *first..=*last
    } else {
        let founded = super::programme(from)?.founded_on.year();
        founded..=founded + 2
    };
    Ok(years.map(FiscalYear).collect())
}

/// Stages per title and fiscal year, with the amounts in force split into what was decided in the
/// year itself, what was decided before it from commitment authority, and bound remainders; beside
/// them the authority in use for the year.
///
/// # Errors
/// When the file cannot be read.
pub fn title_years(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<(TitleKey, FiscalYear), TitleYear>, StoreError> {
    let mut found: BTreeMap<(TitleKey, FiscalYear), TitleYear> = BTreeMap::new();
    let sums = sums_of_years(from, times)?;
    let mut replaced = replaced(&sums);
    for (key, sums) in sums {
        let replaced = replaced.remove(&key).unwrap_or_default();
        found.insert(key, TitleYear { sums, replaced, ..TitleYear::default() });
    }
    read(from, |conn| {
        for change in origins(conn, times)? {
            let entry = found.entry((change.title, change.year)).or_default();
            *match change.origin {
                Origin::Carried => &mut entry.carried,
                Origin::Authority => &mut entry.from_authority,
                Origin::New => &mut entry.new,
            } += change.amount;
        }
        for (line, amount) in restored(conn, times)? {
            found.entry(line).or_default().restored = amount;
        }
        Ok(())
    })?;
    for row in super::authority(from, times)? {
        found.entry((row.title, row.due_year)).or_default().authority_used += row.used;
    }
    Ok(found)
}

/// What lapsed because a remainder at the charge of the next year replaced it, by the year whose
/// money lapsed (domain.md section 2.3).
pub(super) fn replaced(
    sums: &BTreeMap<(TitleKey, FiscalYear), Sums>,
) -> BTreeMap<(TitleKey, FiscalYear), Money> {
    let before = |((title, bearing), of): (&(TitleKey, FiscalYear), &Sums)| {
        ((title.clone(), FiscalYear(bearing.0 - 1)), of.at(Stage::RestCharged))
    };
    sums.iter().map(before).collect()
}

/// What was given up per title and fiscal year to be granted again for another year; a correction
/// takes it back.
fn restored(
    conn: &Connection,
    times: Times,
) -> rusqlite::Result<Vec<((TitleKey, FiscalYear), Money)>> {
    let mut statement = conn.prepare_cached(
        "SELECT due_line.title, due_line.fiscal_year, -sum(due_line.amount) \
         FROM event CROSS JOIN due_line ON due_line.seq = event.seq \
         LEFT JOIN event AS original ON event.kind = 'reversed' AND original.seq = event.ref \
         WHERE event.kind IN (?1, 'reversed') AND coalesce(original.kind, event.kind) = ?1 \
             AND (due_line.amount < 0) = (original.seq IS NULL) \
             AND due_line.effective_on <= ?2 AND due_line.seq <= ?3 GROUP BY 1, 2",
    )?;
    let kind = Kind::CommitmentRestored.as_str();
    let bounds = params![kind, times.as_of.to_string(), known(times)];
    let line = |row: &Row<'_>| -> rusqlite::Result<((TitleKey, FiscalYear), Money)> {
        let title = TitleKey::new(row.get::<_, String>(0)?);
        Ok(((title, FiscalYear(row.get(1)?)), Money::from_cents(row.get(2)?)))
    };
    statement.query_map(bounds, line)?.collect()
}

/// What stands in Available per title and fiscal year, by its meaning.
///
/// # Errors
/// When the file cannot be read.
pub fn standings(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<(TitleKey, FiscalYear), Standing>, StoreError> {
    Ok(standings_of(&super::authority(from, times)?, &sums_of_years(from, times)?))
}

/// The same, from authority and stages that were read already.
pub(super) fn standings_of(
    authority: &[AuthorityRow],
    sums: &BTreeMap<(TitleKey, FiscalYear), Sums>,
) -> BTreeMap<(TitleKey, FiscalYear), Standing> {
    let mut used: BTreeMap<(TitleKey, FiscalYear), Money> = BTreeMap::new();
    for row in authority {
        *used.entry((row.title.clone(), row.due_year)).or_default() += row.used;
    }
    let standing = |(key, sums): (&(TitleKey, FiscalYear), &Sums)| {
        let day = DayCover {
            available: sums.at(Stage::Available),
            unvoted: used.get(key).copied().unwrap_or_default(),
            voted: !sums.at(Stage::Appropriated).is_zero(),
        };
        (key.clone(), Standing::of(day))
    };
    sums.iter().map(standing).collect()
}

/// What can still be granted and what is left of years that are over, for each row of a balance,
/// and for all of it; nothing of it has a recipient or a grant.
///
/// # Errors
/// When the file cannot be read.
pub fn left_by(
    from: &impl Readable,
    times: Times,
    by: GroupBy,
) -> Result<(BTreeMap<String, Left>, Left), StoreError> {
    let (mut rows, mut all) = (BTreeMap::<String, Left>::new(), Left::default());
    for ((title, year), standing) in standings(from, times)? {
        let key = match by {
            GroupBy::Year => year.0.to_string(),
            GroupBy::Title => title.to_string(),
            GroupBy::RecipientYear => format!(" {}", year.0),
            GroupBy::Stage | GroupBy::Recipient | GroupBy::Grant => String::new(),
        };
        rows.entry(key).or_default().add(year, times.as_of, standing);
        all.add(year, times.as_of, standing);
    }
    Ok((rows, all))
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
