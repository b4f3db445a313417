//! Amounts added up by title, recipient, year or grant, at a pair of times.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::{Connection, params};

use super::super::view::{GroupBy, Sums, Times};
use crate::domain::stage::StageClass;
use crate::domain::{Money, Stage};

/// What amounts are added up by; of two the key is "YEAR TITLE" or as the name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Nothing,
    Year,
    Title,
    YearTitle,
    Recipient,
    RecipientYear,
    YearRecipient,
    Grant,
    YearGrant,
}

impl From<GroupBy> for Per {
    fn from(by: GroupBy) -> Self {
        match by {
            GroupBy::Stage => Self::Nothing,
            GroupBy::Year => Self::Year,
            GroupBy::Title => Self::Title,
            GroupBy::Recipient => Self::Recipient,
            GroupBy::RecipientYear => Self::RecipientYear,
            GroupBy::Grant => Self::Grant,
        }
    }
}

impl Per {
    /// What the key is of, words and year, as SQL: columns of accounts, due lines and totals.
    const fn columns(self) -> &'static str {
        match self {
            Self::Nothing => "'', 0",
            Self::Year => "'', fiscal_year",
            Self::Title => "title, 0",
            Self::YearTitle => "title, fiscal_year",
            Self::Recipient => "recipient, 0",
            Self::RecipientYear | Self::YearRecipient => "recipient, fiscal_year",
            Self::Grant => "grant_no, 0",
            Self::YearGrant => "grant_no, fiscal_year",
        }
    }

    fn key(self, words: &str, year: i32) -> String {
        match self {
            Self::Nothing | Self::Title | Self::Recipient | Self::Grant => words.to_owned(),
            Self::Year => year.to_string(),
            Self::RecipientYear => format!("{words} {year}"),
            Self::YearTitle | Self::YearRecipient | Self::YearGrant => format!("{year} {words}"),
        }
    }

    /// Which rows of the totals add up to it; none know a grant.
    const fn totals(self) -> Option<&'static str> {
        match self {
            Self::Nothing | Self::Year | Self::Title | Self::YearTitle => Some("title > ''"),
            Self::Recipient | Self::RecipientYear | Self::YearRecipient => Some("title = ''"),
            Self::Grant | Self::YearGrant => None,
        }
    }
}

/// Amounts of one key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Amounts {
    /// Amount per stage; sources positive.
    pub sums: Sums,
    /// In force, where there are due lines.
    granted: Option<Money>,
}

impl Amounts {
    /// *bewilligt* (in force).
    pub fn granted(&self) -> Money {
        self.granted.unwrap_or_default()
    }

    fn take(&mut self, stage: &str, cents: i64) {
        if stage == GRANTED {
            *self.granted.get_or_insert_default() += Money::from_cents(cents);
        } else if let Some(stage) = Stage::from_name(stage) {
            *self.sums.0.entry(stage).or_default() += as_read(stage, cents);
        }
    }

    fn add(&mut self, other: &Self) {
        self.sums.add(&other.sums);
        if let Some(granted) = other.granted {
            *self.granted.get_or_insert_default() += granted;
        }
    }
}

/// Stands in the place of a stage for what is granted.
const GRANTED: &str = "granted";

/// Amounts per stage and in force.
pub(super) fn amounts_by(
    conn: &Connection,
    times: Times,
    per: Per,
) -> rusqlite::Result<BTreeMap<String, Amounts>> {
    let (columns, moved) = (per.columns(), stages(conn, times, per)?);
    let sql = match moved {
        Source::Totals(sql) => sql,
        Source::Accounts(sql) => format!(
            "{sql} UNION ALL SELECT {columns}, 'granted', amount FROM due_line \
             WHERE effective_on <= ?1 AND seq <= ?2"
        ),
    };
    added_up(conn, times, (per, &sql))
}

/// Amounts per stage alone.
pub(super) fn sums_by(
    conn: &Connection,
    times: Times,
    per: Per,
) -> rusqlite::Result<BTreeMap<String, Sums>> {
    let (Source::Totals(sql) | Source::Accounts(sql)) = stages(conn, times, per)?;
    let found = added_up(conn, times, (per, &sql))?.into_iter();
    let found = found.map(|(key, amounts)| (key, amounts.sums));
    Ok(found.filter(|(_, sums)| !sums.0.is_empty()).collect())
}

/// SQL that tells words and year of the key, stage and amount of what stands at a pair of times;
/// `?1` is the day, `?2` the last entry known.
enum Source {
    /// What is granted is among them.
    Totals(String),
    Accounts(String),
}

/// The totals are the state of now; grant by grant it stands in the balances. Another state follows
/// from the postings until then, which lie in the order of their accounts.
fn stages(conn: &Connection, times: Times, per: Per) -> rusqlite::Result<Source> {
    let columns = per.columns();
    Ok(match per.totals() {
        Some(of) if is_latest(conn, times)? => Source::Totals(format!(
            "SELECT {columns}, stage, amount FROM total \
             WHERE {of} AND (amount <> 0 OR stage = 'granted') AND ?1 <> '' AND ?2 >= 0"
        )),
        // The balances first: most places of most grants are empty again, and those are not read.
        None if is_latest(conn, times)? => Source::Accounts(format!(
            "SELECT {columns}, stage, amount \
             FROM balance CROSS JOIN account ON account.id = balance.account \
             WHERE ?1 <> '' AND ?2 >= 0 AND amount <> 0"
        )),
        _ => Source::Accounts(format!(
            "SELECT {columns}, stage, moved.amount \
             FROM (SELECT account, sum(amount) AS amount FROM posting \
                 WHERE event <= ?2 AND effective_on <= ?1 \
                 GROUP BY account HAVING sum(amount) <> 0) AS moved \
             CROSS JOIN account ON account.id = moved.account"
        )),
    })
}

/// Added up here: SQLite would sort all of them first, and put a key together for each.
fn added_up(
    conn: &Connection,
    times: Times,
    (per, sql): (Per, &str),
) -> rusqlite::Result<BTreeMap<String, Amounts>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![times.as_of.to_string(), known(times)])?;
    let mut found: BTreeMap<String, Amounts> = BTreeMap::new();
    let mut close = |words: &str, year, amounts: Amounts| match found.entry(per.key(words, year)) {
        Entry::Occupied(mut sum) => sum.get_mut().add(&amounts),
        Entry::Vacant(place) => drop(place.insert(amounts)),
    };
    // Rows of one key mostly follow one another.
    let (mut words, mut year, mut amounts) = (String::new(), 0, Amounts::default());
    while let Some(row) = rows.next()? {
        let (next, of) = (row.get_ref(0)?.as_str()?, row.get(1)?);
        if next != words || of != year {
            close(&words, year, std::mem::take(&mut amounts));
            next.clone_into(&mut words);
            year = of;
        }
        amounts.take(row.get_ref(2)?.as_str()?, row.get(3)?);
    }
    close(&words, year, amounts);
    found.retain(|_, amounts| {
        amounts.sums.0.retain(|_, amount| !amount.is_zero());
        !amounts.sums.0.is_empty() || amounts.granted.is_some()
    });
    Ok(found)
}

/// True when balances and totals are the state at these times: no entry counts later or became
/// known later.
pub(super) fn is_latest(conn: &Connection, times: Times) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM event WHERE effective_on > ?1) \
             AND NOT EXISTS (SELECT 1 FROM event WHERE seq > ?2)",
    )?
    .query_row(params![times.as_of.to_string(), known(times)], |row| row.get(0))
}

/// The number of the last entry known, as SQLite counts.
pub(super) fn known(times: Times) -> u64 {
    times.known.min(i64::MAX.unsigned_abs())
}

/// Sources are posted negative and read positive.
pub(super) fn as_read(stage: Stage, cents: i64) -> Money {
    let posted = Money::from_cents(cents);
    if stage.class() == StageClass::Source { -posted } else { posted }
}
