//! What stands in the accounts: identities of title and year (I6, I7), the due lines in force
//! (I9), and balances against their postings (I19).

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
    fn add(&mut self, name: [&str; 3], amount: i128) {
        self.name.clear();
        for part in name {
            self.name.push_str(part);
            self.name.push(BETWEEN);
        }
        match self.by_name.get_mut(&self.name) {
            Some(sum) => *sum += amount,
            None => {
                self.by_name.insert(self.name.clone(), amount);
            }
        }
    }

    /// The names whose sum is not as it must be, in order.
    fn identities(self, wrong: impl Fn(i128) -> bool) -> Vec<Finding> {
        let sums = self.by_name.into_iter().filter(|(_, sum)| wrong(*sum));
        let mut names: Vec<String> = sums.map(|(name, _)| name).collect();
        names.sort_unstable();
        names.truncate(MOST);
        let words = |name: String| name.replace(BETWEEN, " ").trim().to_owned();
        names.into_iter().map(|name| Finding::Identity { account: words(name) }).collect()
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
        let (mut years, mut lines) = (Sums::default(), Sums::default());
        let mut statement = conn.prepare_cached(
            "SELECT account.id, balance.amount, title, CAST(fiscal_year AS TEXT), \
                 due_year = 0 AND revenue = '', stage, grant_no \
             FROM account LEFT JOIN balance ON balance.account = account.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, balance) = (row.get(0)?, integer(row, 1)?);
            let moved_later = later.0.get(&id).copied().unwrap_or_default();
            found.balances.push((id, balance.map(|balance| balance - moved_later)));
            let Some(balance) = balance else { continue };
            let [title, year] = [text(row, 2)?, text(row, 3)?];
            if row.get(4)? {
                years.add([&title, &year, ""], balance);
            }
            if IN_FORCE.contains(&text(row, 5)?.as_ref()) {
                lines.add([&text(row, 6)?, &title, &year], -balance);
            }
        }
        granted(conn, &mut lines)?;
        found.identities = years.identities(|sum| sum != 0);
        // A claim lowers both sides at once, and money returned as revenue leaves the due line in
        // force until it is restored elsewhere.
        found.in_force = lines.identities(|sum| sum < 0);
        Ok(found)
    }

    /// I19: the accounts whose balance is not the sum of their postings.
    pub(super) fn compare(
        &self,
        conn: &Connection,
        posted: &Moved,
    ) -> rusqlite::Result<Vec<Finding>> {
        let posted = |account: &i64| posted.0.get(account).copied().unwrap_or_default();
        let wrong = |(account, balance): &&(i64, Option<i128>)| *balance != Some(posted(account));
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
fn granted(conn: &Connection, lines: &mut Sums) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT grant_no, title, CAST(fiscal_year AS TEXT), amount FROM due_line",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = [text(row, 0)?, text(row, 1)?, text(row, 2)?];
        let [grant, title, year] = &name;
        lines.add([grant, title, year], integer(row, 3)?.unwrap_or_default());
    }
    Ok(())
}

/// A text, legible whatever a tool has put there: a name that is no text is the name of another.
fn text<'row>(row: &'row Row<'_>, column: usize) -> rusqlite::Result<Cow<'row, str>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes),
        _ => Cow::Borrowed(""),
    })
}
