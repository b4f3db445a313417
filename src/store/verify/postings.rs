//! Postings: those of each entry (I5), and what they add up to.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::MOST;
use crate::store::error::Finding;

/// The days of a stretch of entries, by their numbers.
#[derive(Default)]
pub(super) struct Days {
    /// Number of each entry, ascending, and where its day ends in the text.
    entries: Vec<(i64, usize)>,
    text: Vec<u8>,
}

impl Days {
    pub(super) fn push(&mut self, seq: u64, day: &str) {
        self.text.extend_from_slice(day.as_bytes());
        self.entries.push((super::stretch::signed(seq), self.text.len()));
    }

    /// Those of the entries from a number to another, both included. What is no text is no day.
    pub(super) fn read(conn: &Connection, (first, last): (i64, i64)) -> rusqlite::Result<Self> {
        let mut days = Self::default();
        let sql = "SELECT seq, effective_on FROM event WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([first, last])?;
        while let Some(row) = rows.next()? {
            if let ValueRef::Text(day) = row.get_ref(1)? {
                days.text.extend_from_slice(day);
            }
            days.entries.push((row.get(0)?, days.text.len()));
        }
        Ok(days)
    }

    /// The day of an entry; `place` is where the search went on last time.
    fn at(&self, place: &mut usize, seq: i64) -> Option<&[u8]> {
        while self.entries.get(*place).is_some_and(|(other, _)| *other < seq) {
            *place += 1;
        }
        let (found, end) = self.entries.get(*place)?;
        let before = place.checked_sub(1).and_then(|before| self.entries.get(before));
        let begin = before.map_or(0, |(_, end)| *end);
        if *found == seq { self.text.get(begin..*end) } else { None }
    }
}

/// What postings move: cents by account, ascending, however large a file says they are. A list that
/// is sorted once takes less time and memory than a map that is asked for each posting.
#[derive(Default)]
pub(super) struct Moved(Vec<(i64, i128)>);

/// The postings of one entry so far.
struct Group {
    seq: i64,
    sum: i128,
    count: usize,
    wrong: bool,
}

impl Group {
    /// I5: at least two postings of the entry's day that add up to nothing.
    fn finding(&self) -> Option<Finding> {
        let seq = u64::try_from(self.seq).unwrap_or_default();
        (self.wrong || self.sum != 0 || self.count < 2).then_some(Finding::Postings { seq })
    }
}

impl Moved {
    /// Adds the postings of the entries from a number to another, both included; tells the entries
    /// whose postings are not as they must be.
    pub(super) fn read(
        &mut self,
        conn: &Connection,
        (first, last): (i64, i64),
        days: &Days,
    ) -> rusqlite::Result<Vec<Finding>> {
        let mut statement = conn.prepare_cached(
            "SELECT event, amount, account, effective_on FROM posting \
             WHERE event BETWEEN ?1 AND ?2 ORDER BY event, line",
        )?;
        let mut rows = statement.query([first, last])?;
        let mut findings = Vec::new();
        let (mut open, mut place): (Option<Group>, usize) = (None, 0);
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            if open.as_ref().is_some_and(|group| group.seq != seq) {
                findings.extend(open.take().and_then(|group| group.finding()));
            }
            let group = open.get_or_insert(Group { seq, sum: 0, count: 0, wrong: false });
            let amount = integer(row, 1)?;
            group.sum += amount.unwrap_or_default();
            group.count += 1;
            let day = days.at(&mut place, seq);
            let same = day.is_some_and(|day| row.get_ref(3).is_ok_and(|own| is_text(own, day)));
            group.wrong |= amount.is_none() || !same;
            if let Some(account) = integer(row, 2)?.and_then(|account| i64::try_from(account).ok())
            {
                self.0.push((account, amount.unwrap_or_default()));
            }
        }
        self.add_up();
        self.0.shrink_to_fit();
        findings.extend(open.and_then(|group| group.finding()));
        findings.truncate(MOST);
        Ok(findings)
    }

    pub(super) fn together<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let mut sum = Self(all.flat_map(|one| one.0.iter().copied()).collect());
        sum.add_up();
        sum
    }

    /// One amount for each account.
    fn add_up(&mut self) {
        self.0.sort_unstable_by_key(|(account, _)| *account);
        self.0.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
    }

    /// What an account was moved by.
    pub(super) fn of(&self, account: i64) -> i128 {
        let found = self.0.binary_search_by_key(&account, |(account, _)| *account);
        found.ok().and_then(|at| self.0.get(at)).map(|(_, amount)| *amount).unwrap_or_default()
    }
}

/// A whole number, if there is one.
pub(super) fn integer(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<i128>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(number) => Some(number.into()),
        _ => None,
    })
}

fn is_text(value: ValueRef<'_>, text: &[u8]) -> bool {
    matches!(value, ValueRef::Text(bytes) if bytes == text)
}
