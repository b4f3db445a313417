//! Planning: remainders, needs of the years to come, authority, expected outflow, gaps.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    BoundRest, Budget, BudgetRow, CoverGap, GapKind, NeedRow, Planning, RestRow, Times, TitleRow,
};
use super::case::undecided;
use super::total::{Amounts, Per, amounts_by, is_latest};
use super::{budget, read};
use crate::domain::fiscal::YearState;
use crate::domain::outflow::forecast;
use crate::domain::{Day, FileNumber, FiscalYear, Kind, Money, RecipientKey, Stage, TitleKey};

/// Everything that the planning screen shows.
///
/// # Errors
/// When the file cannot be read.
pub fn planning(from: &impl Readable, times: Times) -> Result<Planning, StoreError> {
    let budget = budget(from, times)?;
    let bound = read(from, |conn| bound(conn, times))?;
    let granted = read(from, |conn| amounts_by(conn, times, Per::Year))?;
    let (_, waiting) = undecided(from, times)?;
    let mut open: BTreeMap<FiscalYear, Money> = BTreeMap::new();
    for row in &budget.rows {
        *open.entry(row.year).or_default() += row.sums.open();
    }
    Ok(Planning {
        rests: rests(&budget, bound, times.as_of),
        needs: needs(&budget, &granted, times.as_of),
        applied: waiting.iter().filter_map(|case| case.requested).sum(),
        applications: waiting.len(),
        actual: budget.rows.iter().map(|row| row.sums.actual()).sum(),
        expected: forecast(times.as_of, &open),
        gaps: gaps(&budget),
        authority: budget.authority,
    })
}

type Line = (TitleKey, FiscalYear);

/// What grants have bound and not drawn, by title and year.
fn bound(conn: &Connection, times: Times) -> rusqlite::Result<BTreeMap<Line, Vec<BoundRest>>> {
    // As nothing came later, the balances say it.
    let sql = if is_latest(conn, times)? {
        "SELECT title, fiscal_year, grant_no, recipient, balance.amount \
         FROM account JOIN balance ON balance.account = account.id \
         WHERE stage = 'committed' AND fiscal_year <= ?3 \
             AND ?1 <> '' AND ?2 >= 0 AND balance.amount <> 0 \
         ORDER BY fiscal_year, title, grant_no"
    } else {
        "SELECT title, fiscal_year, grant_no, recipient, sum(posting.amount) AS left \
         FROM account JOIN posting ON posting.account = account.id \
         WHERE stage = 'committed' AND fiscal_year <= ?3 \
             AND effective_on <= ?1 AND event <= ?2 \
         GROUP BY account.id HAVING left <> 0 ORDER BY fiscal_year, title, grant_no"
    };
    let mut statement = conn.prepare_cached(sql)?;
    let (day, year) = (times.as_of.to_string(), times.as_of.year());
    let mut rows = statement.query(params![day, times.known, year])?;
    let mut found: BTreeMap<Line, Vec<BoundRest>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let line = (TitleKey::new(row.get::<_, String>(0)?), FiscalYear(row.get(1)?));
        found.entry(line).or_default().push(BoundRest {
            grant: FileNumber::new(row.get::<_, String>(2)?),
            recipient: RecipientKey::new(row.get::<_, String>(3)?),
            amount: Money::from_cents(row.get(4)?),
        });
    }
    Ok(found)
}

fn state(budget: &Budget, year: FiscalYear) -> Option<YearState> {
    budget.years.iter().find(|(of, _)| *of == year).map(|(_, state)| *state)
}

/// Titles in years up to that of the day that hold something, or held it until a remainder was
/// formed or it lapsed.
fn rests(budget: &Budget, mut bound: BTreeMap<Line, Vec<BoundRest>>, as_of: Day) -> Vec<RestRow> {
    let past = budget.rows.iter().filter(|row| row.year.0 <= as_of.year());
    let rows = past.map(|row| RestRow {
        title: row.title.clone(),
        year: row.year,
        state: state(budget, row.year),
        available: row.standing.free,
        blocked: row.sums.at(Stage::Blocked),
        bound: bound.remove(&(row.title.clone(), row.year)).unwrap_or_default(),
        carried: row.sums.at(Stage::CarriedOut),
        charged: row.replaced,
        lapsed: row.sums.at(Stage::Lapsed),
    });
    let says = |row: &RestRow| {
        let sums = [row.lapses(), row.bound(), row.carried, row.charged, row.lapsed];
        sums.iter().any(|sum| !sum.is_zero())
    };
    rows.filter(says).collect()
}

/// The last draft of a title and year.
fn draft(budget: &Budget, title: &TitleKey, year: FiscalYear) -> Option<Money> {
    let mut drafts = budget.versions.iter().rev().filter(|version| {
        version.kind == Kind::AppropriationDrafted
            && version.year == year
            && version.title == *title
    });
    drafts.next().map(|version| version.amount)
}

fn needs(budget: &Budget, granted: &BTreeMap<String, Amounts>, as_of: Day) -> Vec<NeedRow> {
    let ahead = budget.years.iter().filter(|(year, _)| year.0 >= as_of.year());
    let need = |(year, state): &(FiscalYear, YearState)| {
        let mut sum = BudgetRow::default();
        budget.of_year(*year).for_each(|row| sum.add(row));
        let voted = |title: &TitleKey| {
            let own = budget.of_year(*year).find(|row| row.title == *title);
            own.map(|row| row.sums.at(Stage::Appropriated)).filter(|sum| !sum.is_zero())
        };
        let appropriated = |row: &TitleRow| {
            voted(&row.title).or_else(|| draft(budget, &row.title, *year)).unwrap_or_default()
        };
        let (open, actual) = (sum.sums.open(), sum.sums.actual());
        let undrawn = sum.sums.at(Stage::Committed);
        NeedRow {
            year: *year,
            state: Some(*state),
            appropriated: budget.titles.iter().map(appropriated).sum(),
            besides: sum.sums.besides(),
            due: granted.get(&year.0.to_string()).map(Amounts::granted).unwrap_or_default(),
            actual,
            drawn: open - undrawn,
            undrawn,
            blocked: sum.sums.at(Stage::Blocked),
            free: sum.standing.free,
        }
    };
    ahead.map(need).collect()
}

fn gaps(budget: &Budget) -> Vec<CoverGap> {
    let mut found = Vec::new();
    for row in &budget.rows {
        let gap = |kind, amount: Money| CoverGap {
            kind,
            title: row.title.clone(),
            year: row.year,
            amount,
            cover: cover(budget, row),
        };
        if row.standing.short.is_positive() {
            found.push(gap(GapKind::Short, row.standing.short));
        }
        let drafted = draft(budget, &row.title, row.year).unwrap_or_default();
        let above = row.standing.prebound - drafted;
        if row.standing.prebound.is_positive() && above.is_positive() {
            found.push(gap(GapKind::AboveDraft, above));
        }
    }
    found
}

/// Another title with the most that is free in the same year.
fn cover(budget: &Budget, of: &BudgetRow) -> Option<(TitleKey, Money)> {
    budget
        .of_year(of.year)
        .filter(|row| row.title != of.title && row.standing.free.is_positive())
        .max_by_key(|row| row.standing.free)
        .map(|row| (row.title.clone(), row.standing.free))
}
