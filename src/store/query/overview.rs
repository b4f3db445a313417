//! The overview: years, outflow over time, amounts by county.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    AreaRow, AreaSums, Areas, Balance, BalanceRow, CaseRow, GroupBy, Outflow, Overview,
    RecipientRow, Times,
};
use super::case::undecided;
use super::{balance, indicators, milestones, read, recipients, standing_by_year};
use crate::domain::outflow::forecast;
use crate::domain::{Day, FiscalYear, Money, RecipientKey, Stage, territory};
use crate::store::view::MilestoneState;

/// So many milestones stand on the overview.
const NEXT_MILESTONES: usize = 6;

/// What the overview shows.
///
/// # Errors
/// When the file cannot be read.
pub fn overview(from: &impl Readable, times: Times) -> Result<Overview, StoreError> {
    let years = years(from, times)?;
    let ([grant_count, case_count], undecided) = undecided(from, times)?;
    let mut recipients = recipients(from, times)?;
    let areas = areas(times.as_of, &recipients, &undecided, |_| false);
    let mut milestones = milestones(from, times)?;
    let milestone_count = milestones.len();
    let late = milestones.iter().filter(|row| row.state == MilestoneState::Late);
    let late_milestones = late.count();
    milestones.truncate(NEXT_MILESTONES);
    milestones.shrink_to_fit();
    by_amount(&mut recipients, |_| false);
    Ok(Overview {
        standing: standing_by_year(from, times)?,
        outflow: outflow(from, times, &years.rows)?,
        areas,
        recipients,
        milestones,
        milestone_count,
        late_milestones,
        indicators: indicators(from, times)?,
        grant_count,
        case_count,
        years,
    })
}

/// Stages per fiscal year that has money: a year of which there is only revenue or authority is
/// no year of the programme.
pub(super) fn years(from: &impl Readable, times: Times) -> Result<Balance, StoreError> {
    let mut years = balance(from, times, GroupBy::Year)?;
    years.rows.retain(|row| row.sums.has_money() || !row.granted.is_zero());
    Ok(years)
}

/// Only those with amounts, or to be kept without; the largest amount in force first.
pub(super) fn by_amount(rows: &mut Vec<RecipientRow>, keep: impl Fn(&RecipientRow) -> bool) {
    rows.retain(|row| row.has_money() || keep(row));
    rows.sort_by_key(|row| std::cmp::Reverse(row.granted));
}

/// Outflow over time at these times.
pub(super) fn outflow(
    from: &impl Readable,
    times: Times,
    years: &[BalanceRow],
) -> Result<Outflow, StoreError> {
    let by_year = |of: &dyn Fn(&BalanceRow) -> Money| -> BTreeMap<FiscalYear, Money> {
        let year = |row: &BalanceRow| Some((FiscalYear(row.key.parse().ok()?), of(row)));
        years.iter().filter_map(year).filter(|(_, amount)| !amount.is_zero()).collect()
    };
    Ok(Outflow {
        appropriated: by_year(&|row| row.sums.at(Stage::Appropriated)),
        actual: read(from, |conn| actual_by_day(conn, times))?,
        expected: forecast(times.as_of, &by_year(&|row| row.sums.open())),
    })
}

/// Cumulative *Ist* after each day that changed it. A claim moves within the *Ist* and changes
/// nothing.
fn actual_by_day(conn: &Connection, times: Times) -> rusqlite::Result<Vec<(Day, Money)>> {
    let mut statement = conn.prepare_cached(
        "SELECT effective_on, sum(posting.amount) AS moved \
         FROM account JOIN posting ON posting.account = account.id \
         WHERE stage IN ('paid', 'held', 'reclaimed', 'written_off', 'returned') \
             AND effective_on <= ?1 AND event <= ?2 \
         GROUP BY effective_on HAVING moved <> 0 ORDER BY effective_on",
    )?;
    let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
    let mut found = Vec::new();
    let mut sum = Money::ZERO;
    while let Some(row) = rows.next()? {
        sum += Money::from_cents(row.get(1)?);
        let day: Option<Day> = row.get::<_, String>(0)?.parse().ok();
        found.extend(day.map(|day| (day, sum)));
    }
    Ok(found)
}

/// Amounts by county for the territory of the day; outside of counties only who has amounts or is
/// to be kept.
pub(super) fn areas(
    as_of: Day,
    recipients: &[RecipientRow],
    undecided: &[CaseRow],
    keep: impl Fn(&RecipientKey) -> bool,
) -> Areas {
    let mut applied: BTreeMap<&RecipientKey, Money> = BTreeMap::new();
    for case in undecided {
        *applied.entry(&case.recipient).or_default() += case.requested.unwrap_or_default();
    }
    let mut tiles: Vec<AreaRow> = territory::on(as_of)
        .map(|found| AreaRow {
            key: found.recipient(),
            name: found.name.to_owned(),
            recipient_type: found.recipient_type(),
            sums: AreaSums::default(),
        })
        .collect();
    let mut rest = Vec::new();
    for row in recipients {
        let sums = AreaSums {
            granted: row.granted,
            actual: row.sums.actual(),
            open: row.sums.open(),
            applied: applied.get(&row.key).copied().unwrap_or_default(),
            reclaimed: row.sums.at(Stage::Reclaimed),
        };
        let lies = territory::of(&row.key, as_of);
        let tile = lies.and_then(|lies| tiles.iter_mut().find(|row| row.key.as_str() == lies.key));
        match tile {
            Some(tile) => tile.sums.add(&sums),
            None if sums.is_zero() && !keep(&row.key) => {}
            None => rest.push(AreaRow {
                key: row.key.clone(),
                name: row.name.clone(),
                recipient_type: row.recipient_type,
                sums,
            }),
        }
    }
    Areas { tiles, rest }
}
