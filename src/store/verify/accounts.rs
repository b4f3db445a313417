//! What stands in the accounts: identities of title and year (I6, I7), the due lines in force
//! (I9), balances against their postings, and totals against balances and due lines (I19).

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::MOST;
use super::postings::{Days, Moved, integer};
use crate::store::error::Finding;

/// Accounts as they stand in one snapshot.
#[derive(Default)]
pub(super) struct Accounts {
    /// Balances less what was posted behind the entries that are verified; `None` where an account
    /// has none.
    balances: Vec<(i64, Option<i128>)>,
    pub unbalanced: Vec<Finding>,
    pub totals: Vec<Finding>,
    pub identities: Vec<Finding>,
    pub in_force: Vec<Finding>,
}

/// Ends a part of a name; no key has it, so that two names are never one.
const BETWEEN: char = '\u{1f}';

/// Sums by the words that name them.
#[derive(Default)]
struct Sums {
    by_name: HashMap<String, i128>,
    name: String,
}

impl Sums {
    fn add<const PARTS: usize>(&mut self, name: [&str; PARTS], amount: i128) {
        self.call(name);
        match self.by_name.get_mut(&self.name) {
            Some(sum) => *sum += amount,
            None => {
                self.by_name.insert(self.name.clone(), amount);
            }
        }
    }

    fn take<const PARTS: usize>(&mut self, name: [&str; PARTS]) -> Option<i128> {
        self.call(name);
        self.by_name.remove(&self.name)
    }

    fn call<const PARTS: usize>(&mut self, name: [&str; PARTS]) {
        self.name.clear();
        for part in name {
            self.name.push_str(part);
            self.name.push(BETWEEN);
        }
    }

    /// The names whose sum is not as it must be, in order.
    fn wrong(self, wrong: impl Fn(i128) -> bool) -> Vec<String> {
        let sums = self.by_name.into_iter().filter(|(_, sum)| wrong(*sum));
        told(sums.map(|(name, _)| name).collect())
    }
}

/// The first of these names, as people read them.
fn told(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names.truncate(MOST);
    let words = |name: String| {
        let parts: Vec<&str> = name.split(BETWEEN).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    names.into_iter().map(words).collect()
}

/// What is added up on the way through the accounts.
#[derive(Default)]
struct Added {
    /// By title and year.
    years: Sums,
    /// By grant, title and year.
    lines: Sums,
    /// By title, recipient, year and stage.
    totals: Sums,
}

impl Added {
    /// What stands at a stage: of the title, and of the recipient.
    fn stands(&mut self, [title, recipient, year, stage]: [&str; 4], amount: i128) {
        self.totals.add([title, "", year, stage], amount);
        self.totals.add(["", recipient, year, stage], amount);
    }
}

/// Stages of a due line that are in force.
const IN_FORCE: [&str; 5] = ["committed", "requested", "ordered", "paid", "held"];

impl Accounts {
    /// `verified` is the last entry whose postings are added up elsewhere.
    pub(super) fn read(conn: &Connection, verified: u64) -> rusqlite::Result<Self> {
        let behind = (super::stretch::signed(verified).saturating_add(1), i64::MAX);
        let mut later = Moved::default();
        let unbalanced = later.read(conn, behind, &Days::read(conn, behind)?)?;
        let mut found = Self { unbalanced, ..Self::default() };
        let mut added = Added::default();
        let mut statement = conn.prepare_cached(
            "SELECT account.id, balance.amount, title, CAST(fiscal_year AS TEXT), \
                 due_year = 0 AND revenue = '', stage, grant_no, recipient \
             FROM account LEFT JOIN balance ON balance.account = account.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, balance) = (row.get(0)?, integer(row, 1)?);
            let moved_later = later.of(id);
            found.balances.push((id, balance.map(|balance| balance - moved_later)));
            let Some(balance) = balance else { continue };
            let [title, year, stage] = [text(row, 2)?, text(row, 3)?, text(row, 5)?];
            if row.get(4)? {
                added.years.add([&title, &year], balance);
            }
            if IN_FORCE.contains(&stage.as_ref()) {
                added.lines.add([&text(row, 6)?, &title, &year], -balance);
            }
            added.stands([&title, &text(row, 7)?, &year, &stage], balance);
        }
        granted(conn, &mut added)?;
        let identity = |account| Finding::Identity { account };
        found.identities = added.years.wrong(|sum| sum != 0).into_iter().map(identity).collect();
        // A claim lowers both sides at once, and money returned as revenue leaves the due line in
        // force until it is restored elsewhere.
        found.in_force = added.lines.wrong(|sum| sum < 0).into_iter().map(identity).collect();
        found.totals = totals(conn, added.totals)?;
        Ok(found)
    }

    /// I19: the accounts whose balance is not the sum of their postings.
    pub(super) fn compare(
        &self,
        conn: &Connection,
        posted: &Moved,
    ) -> rusqlite::Result<Vec<Finding>> {
        let wrong =
            |(account, balance): &&(i64, Option<i128>)| *balance != Some(posted.of(*account));
        let name = |(account, _): &(i64, Option<i128>)| {
            conn.query_row(
                "SELECT trim(stage || ' ' || title || ' ' || fiscal_year || ' ' || grant_no) \
                 FROM account WHERE id = ?1",
                [account],
                |row| Ok(Finding::Balance { account: row.get(0)? }),
            )
        };
        self.balances.iter().filter(wrong).take(MOST).map(name).collect()
    }
}

/// Adds what is granted on the due lines.
fn granted(conn: &Connection, added: &mut Added) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT grant_no, title, CAST(fiscal_year AS TEXT), amount, recipient FROM due_line",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = [text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 4)?];
        let [grant, title, year, recipient] = &name;
        let amount = integer(row, 3)?.unwrap_or_default();
        added.lines.add([grant, title, year], amount);
        added.stands([title, recipient, year, "granted"], amount);
    }
    Ok(())
}

/// I19: the totals that are not the sum of what they add up, are missing, or are of nothing.
fn totals(conn: &Connection, mut left: Sums) -> rusqlite::Result<Vec<Finding>> {
    let mut statement = conn.prepare_cached(
        "SELECT title, recipient, CAST(fiscal_year AS TEXT), stage, amount FROM total",
    )?;
    let mut rows = statement.query([])?;
    let mut wrong = Vec::new();
    while let Some(row) = rows.next()? {
        let name = [text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?];
        let [title, recipient, year, stage] = &name;
        let amount = integer(row, 4)?;
        if amount.is_none() || left.take([title, recipient, year, stage]) != amount {
            wrong.push(left.name.clone());
        }
    }
    wrong.extend(left.by_name.into_keys());
    Ok(told(wrong).into_iter().map(|of| Finding::Total { of }).collect())
}

/// A text, legible whatever a tool has put there: a name that is no text is the name of another.
fn text<'row>(row: &'row Row<'_>, column: usize) -> rusqlite::Result<Cow<'row, str>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes),
        _ => Cow::Borrowed(""),
    })
}
