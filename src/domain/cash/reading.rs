//! What the lists of the cash office left open (*ungeklärt*), and which days they cover.
//!
//! A row stays open until a later list has it and it is clear, or the list that left it open is
//! read once more. Cash offices give each list a new name: rows are known by what stands in them.

use std::collections::BTreeSet;

use super::{CashLine, Doubt};
use crate::domain::body::{CashListRead, OpenRow};
use crate::domain::calendar::working_days_apart;
use crate::domain::{Body, Day, Event, FiscalYear, Money, Seq};

/// The lists that were read, each with what is still open of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// The lists in the order of their readings.
    pub lists: Vec<ListRead>,
}

/// A list that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRead {
    /// Entry of its last reading.
    pub entry: Seq,
    /// Its name.
    pub name: String,
    /// Day of its first line.
    pub first: Day,
    /// Day of its last line.
    pub last: Day,
    /// Rows of it that are open.
    pub rows: Vec<OpenRow>,
    /// How many more it left open.
    pub more: u32,
    /// Numbers of its vouchers, as its entry has them.
    pub vouchers: Vec<u32>,
}

/// What tells lists apart: name, first and last day, numbers of the vouchers.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'a> {
    /// Name of the list.
    pub name: &'a str,
    /// First and last day.
    pub days: (Day, Day),
    /// Numbers of its vouchers, as an entry has them.
    pub vouchers: &'a [u32],
}

/// What booking a list would record of its reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// How many rows all lists leave open now.
    pub before: u32,
    /// How many they leave open with this reading.
    pub after: u32,
}

/// An open row with the list that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLine {
    /// Entry of the reading.
    pub entry: Seq,
    /// Name of the list.
    pub list: String,
    /// The row.
    pub row: OpenRow,
}

/// How many numbers of vouchers an entry keeps: all of a short list, and enough of a long one.
pub const SAMPLED: usize = 32;

/// By what a row is known again in another list.
type Contents<'a> = (&'a str, &'a str, &'a str, Option<Day>, Option<Money>, &'a str);

/// With its line where it could not be read.
type Key<'a> = (Contents<'a>, Option<u64>);

impl OpenRow {
    fn contents(&self) -> Contents<'_> {
        let (day, amount) = (self.day, self.amount_cents);
        (&self.voucher, &self.title, &self.year, day, amount, &self.text)
    }

    fn line(&self) -> Option<CashLine> {
        self.doubt?;
        Some(CashLine {
            line: self.line,
            voucher: self.voucher.clone(),
            title: self.title.clone(),
            year: FiscalYear(self.year.parse().ok()?),
            day: self.day?,
            amount: self.amount_cents?,
            text: self.text.clone(),
            repeated: self.doubt == Some(Doubt::Repeated),
        })
    }

    fn key(&self) -> Key<'_> {
        (self.contents(), self.doubt.is_none().then_some(self.line))
    }
}

impl CashListRead {
    /// What tells the list of this name from others.
    #[must_use]
    pub fn identity<'a>(&'a self, name: &'a str) -> Identity<'a> {
        Identity { name, days: (self.first, self.last), vouchers: &self.vouchers }
    }
}

impl ListRead {
    /// True when this list is that one, read before or corrected: it has the name, and most of the
    /// vouchers are in that one, too. Cash offices give different lists one name.
    #[must_use]
    pub fn is_same(&self, other: Identity<'_>) -> bool {
        let (first, last) = other.days;
        let by_days = || {
            self.first == first || self.last == last || (first <= self.first && self.last <= last)
        };
        self.name == other.name
            && match (self.vouchers.is_empty(), other.vouchers.is_empty()) {
                // Where a list has grown so much that no voucher can be compared, the days tell.
                (false, false) => self.is_most_of_it_in(other.vouchers).unwrap_or_else(by_days),
                // Of two entries of earlier builds they tell as well.
                (true, true) => by_days(),
                _ => false,
            }
    }

    /// True when most of the vouchers are among those of which these are the smallest; `None` where
    /// nothing is known of any of them.
    fn is_most_of_it_in(&self, smallest: &[u32]) -> Option<bool> {
        let smallest: BTreeSet<u32> = smallest.iter().copied().collect();
        // Of what lies above the last one nothing is known where there was no room for more.
        let end = smallest.last().filter(|_| smallest.len() >= SAMPLED);
        let own = self.vouchers.iter().filter(|one| end.is_none_or(|end| *one <= end));
        let (there, gone): (Vec<u32>, Vec<u32>) =
            own.copied().partition(|one| smallest.contains(one));
        (!there.is_empty() || !gone.is_empty()).then_some(there.len() > gone.len())
    }

    /// Its open rows as lines, to be looked at once more, and those that could not be read.
    #[must_use]
    pub fn rest(&self) -> (Vec<CashLine>, Vec<OpenRow>) {
        let mut unread = Vec::new();
        let mut lines = Vec::new();
        for row in &self.rows {
            match row.line() {
                Some(line) => lines.push(line),
                None => unread.push(row.clone()),
            }
        }
        (lines, unread)
    }

    fn open(&self) -> usize {
        self.rows.len() + usize::try_from(self.more).unwrap_or(usize::MAX)
    }
}

impl Readings {
    /// From the readings that count, in the order of the journal.
    #[must_use]
    pub fn of(events: &[Event]) -> Self {
        let mut all = Self::default();
        for event in events {
            if let Body::CashListRead(body) = &event.body {
                all.add(event.seq, &event.voucher, body);
            }
        }
        all
    }

    /// Adds a reading: the rows of the same list and those that it clears are no longer open, and
    /// those that it has again are open here.
    pub fn add(&mut self, entry: Seq, name: &str, body: &CashListRead) {
        let cleared: BTreeSet<(Seq, u64)> =
            body.cleared.iter().map(|row| (row.entry, row.line)).collect();
        let again: BTreeSet<Key<'_>> = body.rows.iter().map(OpenRow::key).collect();
        self.lists.retain(|list| !list.is_same(body.identity(name)));
        for list in &mut self.lists {
            let entry = list.entry;
            list.rows
                .retain(|row| !cleared.contains(&(entry, row.line)) && !again.contains(&row.key()));
        }
        self.lists.push(ListRead {
            entry,
            name: name.to_owned(),
            first: body.first,
            last: body.last,
            rows: body.rows.clone(),
            more: body.more.unwrap_or_default(),
            vouchers: body.vouchers.clone(),
        });
    }

    /// True when a list with these days and open rows says what is known already.
    #[must_use]
    pub fn knows(&self, name: &str, body: &CashListRead) -> bool {
        let mut after = self.clone();
        after.add(Seq::MAX, name, body);
        let covers = |list: &ListRead| list.first <= body.first && body.last <= list.last;
        self.lists.iter().any(covers) && self.said() == after.said()
    }

    /// Open rows by what stands in them, and how many more there are.
    fn said(&self) -> (Vec<Key<'_>>, u64) {
        let mut keys: Vec<Key<'_>> =
            self.lists.iter().flat_map(|list| &list.rows).map(OpenRow::key).collect();
        keys.sort_unstable();
        (keys, self.lists.iter().map(|list| u64::from(list.more)).sum())
    }

    /// The rows of other lists that this one clears: it has them, and none of its open rows is
    /// the same.
    pub fn cleared_by<'r>(
        &'r self,
        list: Identity<'_>,
        clear: &[OpenRow],
        open: &[OpenRow],
    ) -> Vec<(Seq, &'r OpenRow)> {
        let open: BTreeSet<Contents<'_>> = open.iter().map(OpenRow::contents).collect();
        let clear = clear.iter().map(OpenRow::contents).filter(|row| !open.contains(row));
        let clear: BTreeSet<Contents<'_>> = clear.collect();
        let others = self.lists.iter().filter(|other| !other.is_same(list));
        others
            .flat_map(|list| list.rows.iter().map(|row| (list.entry, row)))
            .filter(|(_, row)| row.doubt.is_some() && clear.contains(&row.contents()))
            .collect()
    }

    /// As it was on a day: lists begun by then, and rows until then; a row without day counts.
    #[must_use]
    pub fn until(mut self, as_of: Day) -> Self {
        self.lists.retain(|list| list.first <= as_of);
        for list in &mut self.lists {
            list.last = list.last.min(as_of);
            list.rows.retain(|row| row.day.is_none_or(|day| day <= as_of));
        }
        self
    }

    /// How many rows are open.
    #[must_use]
    pub fn open(&self) -> u32 {
        let count = self.lists.iter().map(ListRead::open).sum::<usize>();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Day of the first of them.
    #[must_use]
    pub fn open_from(&self) -> Option<Day> {
        self.lists.iter().flat_map(|list| &list.rows).filter_map(|row| row.day).min()
    }

    /// The open rows by day, those without one last.
    #[must_use]
    pub fn rows(&self) -> Vec<OpenLine> {
        let of = |list: &ListRead| {
            let (entry, list, rows) = (list.entry, list.name.clone(), list.rows.clone());
            rows.into_iter().map(move |row| OpenLine { entry, list: list.clone(), row })
        };
        let mut rows: Vec<OpenLine> = self.lists.iter().flat_map(of).collect();
        rows.sort_by_key(|one| (one.row.day.is_none(), one.row.day, one.entry, one.row.line));
        rows
    }

    /// First and last day of each time that lies between two lists and that none covers, bank days
    /// among them.
    #[must_use]
    pub fn gaps(&self) -> Vec<(Day, Day)> {
        let mut days: Vec<(Day, Day)> =
            self.lists.iter().map(|list| (list.first, list.last)).collect();
        days.sort_unstable();
        let mut gaps = Vec::new();
        let mut covered: Option<Day> = None;
        for (first, last) in days {
            if let Some(until) = covered.filter(|until| working_days_apart(*until, first) > 1) {
                let beside = until.succ_opt().zip(first.pred_opt());
                gaps.extend(beside.filter(|(_, last)| *last > until));
            }
            covered = covered.max(Some(last));
        }
        gaps
    }
}
