//! Vouchers, days and amounts of the entries: about forty bytes each.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use chrono::Datelike as _;
use rusqlite::{Connection, Row, params};

use super::lines::{Lines, room};
use crate::domain::{Day, Kind, Money, Seq};
use crate::store::codec;
use crate::store::view::Times;
use crate::store::view::search::{Fit, SHOWN, SearchQuery, fold};

/// What the entries are found by, in their order.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// Folded vouchers.
    vouchers: Lines,
    /// Days from which they count, since the beginning of our era.
    days: Vec<i32>,
    /// Amounts in cents without their sign, 0 without one; [`LARGE`] where `large` has it.
    amounts: Vec<u32>,
    /// Amounts that need more room, by place.
    large: BTreeMap<usize, u64>,
}

/// Stands for an amount that needs more room.
const LARGE: u32 = u32::MAX;

impl Entries {
    /// Reads the entries after `after`, at most `limit`, and tells the last one; they are to be
    /// appended when all was read.
    pub(super) fn read(conn: &Connection, after: Seq, limit: u32) -> rusqlite::Result<(Self, Seq)> {
        let sql =
            format!("SELECT {} FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2", codec::COLUMNS);
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![after, limit])?;
        let (mut read, mut last) = (Self::default(), after);
        while let Some(row) = rows.next()? {
            read.push_row(row)?;
            last = row.get(0)?;
        }
        Ok((read, last))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    fn push_row(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let day: Option<Day> = row.get_ref(6)?.as_str()?.parse().ok();
        let kind = Kind::from_name(row.get_ref(2)?.as_str()?);
        let body = row.get_ref(11)?.as_bytes()?;
        let body = kind.and_then(|kind| codec::decode(kind, body).ok());
        if let (Some(day), Some(body)) = (day, body) {
            self.push(row.get_ref(9)?.as_str()?, day, body.amount());
        } else {
            // Nobody can read it: the whole event says why.
            let event = codec::event_row(row)?;
            self.push(&event.voucher, event.effective_on, event.body.amount());
        }
        Ok(())
    }

    fn push(&mut self, voucher: &str, day: Day, amount: Option<Money>) {
        let cents = amount.map_or(0, |amount| amount.cents().unsigned_abs());
        let small = u32::try_from(cents).ok().filter(|cents| *cents != LARGE);
        if small.is_none() {
            self.large.insert(self.len(), cents);
        }
        self.vouchers.push(&fold(voucher));
        self.days.push(day.num_days_from_ce());
        self.amounts.push(small.unwrap_or(LARGE));
    }

    /// Adds what was read behind.
    pub(super) fn append(&mut self, other: &Self) {
        let behind = self.len();
        self.large.extend(other.large.iter().map(|(place, cents)| (behind + place, *cents)));
        self.vouchers.append(&other.vouchers);
        room(&mut self.days, other.days.len());
        self.days.extend_from_slice(&other.days);
        room(&mut self.amounts, other.amounts.len());
        self.amounts.extend_from_slice(&other.amounts);
    }

    /// The entries of an amount.
    fn of_amount(&self, cents: u64) -> Vec<Seq> {
        if let Some(small) = u32::try_from(cents).ok().filter(|cents| *cents != LARGE) {
            let same = self.amounts.iter().enumerate().filter(|(_, own)| **own == small);
            same.map(|(place, _)| number(place)).collect()
        } else {
            let same = self.large.iter().filter(|(_, own)| **own == cents);
            same.map(|(place, _)| number(*place)).collect()
        }
    }

    fn day(&self, seq: Seq) -> Option<i32> {
        self.days.get(at(seq)?).copied()
    }

    /// The best entries whose number, amount or voucher is wanted, those that fit the same the
    /// newest first, and how many there are. Found by amount and by voucher it is one, with the
    /// better fit.
    pub(super) fn matching(
        &self,
        times: Times,
        wanted: &SearchQuery,
    ) -> (Vec<(Fit, Reverse<Seq>)>, usize) {
        let until = times.as_of.num_days_from_ce();
        let counts = |seq: Seq| seq <= times.known && self.day(seq).is_some_and(|day| day <= until);
        let mut exact: Vec<Seq> = wanted.number.into_iter().collect();
        if let Some(amount) = wanted.amount.filter(|amount| !amount.is_zero()) {
            exact.extend(self.of_amount(amount.cents().unsigned_abs()));
        }
        exact.retain(|seq| counts(*seq));
        exact.sort_unstable();
        exact.dedup();
        // The worst of the best is on top, and gives way.
        let mut best: BinaryHeap<(Fit, Reverse<Seq>)> = BinaryHeap::new();
        let mut total = exact.len();
        let mut take = |fit: Fit, seq: Seq| {
            let this = (fit, Reverse(seq));
            if best.len() < SHOWN {
                best.push(this);
            } else if best.peek().is_some_and(|worst| this < *worst) {
                best.pop();
                best.push(this);
            }
        };
        for seq in &exact {
            take(Fit::Exact, *seq);
        }
        // One letter stands in nearly every voucher: it says nothing.
        if wanted.words.iter().any(|word| word.len() > 1) {
            self.vouchers.each(&wanted.words, |index, fit| {
                let seq = number(index);
                if counts(seq) && exact.binary_search(&seq).is_err() {
                    total += 1;
                    take(fit, seq);
                }
            });
        }
        (best.into_sorted_vec(), total)
    }
}

/// Place of an entry.
fn at(seq: Seq) -> Option<usize> {
    usize::try_from(seq).ok()?.checked_sub(1)
}

/// Number of the entry at a place.
fn number(index: usize) -> Seq {
    Seq::try_from(index).unwrap_or(Seq::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amounts of any size are found exactly, whatever their sign, also after entries were added.
    #[test]
    fn amounts_that_need_more_room_are_found_among_the_others() {
        let day = Day::from_ymd_opt(2020, 1, 2).unwrap();
        let cents = [0, 5, -5, 4_294_967_294, 4_294_967_295, -4_294_967_295, 4_294_967_301, 5];
        let mut entries = Entries::default();
        for lot in cents.chunks(3) {
            let mut more = Entries::default();
            for cents in lot {
                more.push("", day, Some(Money::from_cents(*cents)));
            }
            entries.append(&more);
        }
        assert_eq!(entries.of_amount(5), [2, 3, 8]);
        assert_eq!(entries.of_amount(4_294_967_294), [4]);
        assert_eq!(entries.of_amount(4_294_967_295), [5, 6]);
        assert_eq!(entries.of_amount(4_294_967_301), [7]);
        assert!(entries.of_amount(6).is_empty());
    }
}
