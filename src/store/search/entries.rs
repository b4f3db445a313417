//! Vouchers, days and amounts of the entries: about sixteen bytes each, where vouchers are of words
//! that others have too.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::resume_unwind;

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

/// Entries that were read, each by voucher, day and amount.
#[derive(Debug, Default)]
pub(super) struct Lot(Vec<(String, Day, Option<Money>)>);

impl Lot {
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
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    fn push_row(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let day: Option<Day> = row.get_ref(6)?.as_str()?.parse().ok();
        let kind = Kind::from_name(row.get_ref(2)?.as_str()?);
        let body = row.get_ref(11)?.as_bytes()?;
        let body = kind.and_then(|kind| codec::decode(kind, body).ok());
        if let (Some(day), Some(body)) = (day, body) {
            self.0.push((fold(row.get_ref(9)?.as_str()?), day, body.amount()));
        } else {
            // Nobody can read it: the whole event says why.
            let event = codec::event_row(row)?;
            self.0.push((fold(&event.voucher), event.effective_on, event.body.amount()));
        }
        Ok(())
    }
}

impl Entries {
    fn push(&mut self, voucher: &str, day: Day, amount: Option<Money>) {
        let cents = amount.map_or(0, |amount| amount.cents().unsigned_abs());
        let small = u32::try_from(cents).ok().filter(|cents| *cents != LARGE);
        if small.is_none() {
            self.large.insert(self.days.len(), cents);
        }
        self.vouchers.push(voucher);
        self.days.push(day.num_days_from_ce());
        self.amounts.push(small.unwrap_or(LARGE));
    }

    /// Adds what was read behind.
    pub(super) fn append(&mut self, read: &Lot) {
        room(&mut self.days, read.len());
        room(&mut self.amounts, read.len());
        for (voucher, day, amount) in &read.0 {
            self.push(voucher, *day, *amount);
        }
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
        let besides = |seq: Seq| counts(seq) && exact.binary_search(&seq).is_err();
        let by_voucher = self.by_voucher(&wanted.words, &besides);
        let total = exact.len() + by_voucher.iter().map(Newest::total).sum::<usize>();
        let mut best: Vec<_> = exact.into_iter().map(|seq| (Fit::Exact, Reverse(seq))).collect();
        best.extend(by_voucher.iter().flat_map(Newest::told));
        best.sort_unstable();
        best.truncate(SHOWN);
        (best, total)
    }

    /// The entries with these words in their voucher, of stretches that are looked through at once.
    fn by_voucher(&self, words: &[String], counts: &(impl Fn(Seq) -> bool + Sync)) -> Vec<Newest> {
        // One letter stands in nearly every voucher: it says nothing.
        let wanted = words.iter().any(|word| word.len() > 1).then(|| self.vouchers.wanted(words));
        let Some(wanted) = wanted.flatten() else { return Vec::new() };
        let look_through = |texts| {
            let mut newest = Newest::default();
            self.vouchers.each_of(texts, &wanted, |index, fit| {
                let seq = number(index);
                if counts(seq) {
                    newest.take(fit, seq);
                }
            });
            newest
        };
        let look_through = &look_through;
        let mut texts = stretches(self.vouchers.count());
        let own = texts.pop();
        std::thread::scope(|scope| {
            let begun: Vec<_> =
                texts.into_iter().map(|texts| scope.spawn(move || look_through(texts))).collect();
            let mut found: Vec<Newest> = own.map(look_through).into_iter().collect();
            for thread in begun {
                found.push(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            found
        })
    }
}

/// So many texts are looked through sooner than a thread has begun.
const FEW: usize = 50_000;

/// All texts, cut for as many threads as are worth it.
fn stretches(count: usize) -> Vec<Range<usize>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let length = count.div_ceil(threads).max(FEW);
    (0..count).step_by(length).map(|from| from..(from + length).min(count)).collect()
}

/// The newest entries of each fit, told in their order: a word may stand in all of them.
#[derive(Default)]
struct Newest([([Seq; SHOWN], usize); Fit::COUNT]);

impl Newest {
    fn take(&mut self, fit: Fit, seq: Seq) {
        if let Some((seqs, count)) = self.0.get_mut(fit as usize) {
            if let Some(oldest) = seqs.get_mut(*count % SHOWN) {
                *oldest = seq;
            }
            *count += 1;
        }
    }

    /// How many were taken, of every fit.
    fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    fn told(&self) -> Vec<(Fit, Reverse<Seq>)> {
        let mut told = Vec::new();
        for (fit, (seqs, count)) in Fit::ALL.into_iter().zip(&self.0) {
            told.extend(seqs.iter().take(*count).map(|seq| (fit, Reverse(*seq))));
        }
        told
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
    use crate::store::view::search::{fit, words};

    /// As all that fit, sorted: the best, and of these the newest.
    #[test]
    fn of_many_entries_those_are_kept_that_fit_best_and_are_newest() {
        let day = Day::from_ymd_opt(2020, 1, 2).unwrap();
        let vouchers = ["in gera", "gerade", "wegera", "gera", "ilm", "in gera"];
        // The last one is more than one thread looks through.
        for (count, every) in [(40, 1), (40, 7), (5, 1), (200, 11), (2 * FEW + 9, 7)] {
            let mut entries = Entries::default();
            for place in 0..count {
                entries.push(vouchers[place * every % vouchers.len()], day, None);
            }
            let known = count - count / 20;
            let times = Times { as_of: day, known: u64::try_from(known).unwrap() };
            let words = words("gera");
            let query = SearchQuery { words: words.clone(), ..SearchQuery::default() };
            let all = (0..known).filter_map(|place| {
                let fits = fit(vouchers[place * every % vouchers.len()], &words)?;
                Some((fits, Reverse(number(place))))
            });
            let mut all: Vec<_> = all.collect();
            let total = all.len();
            all.sort_unstable();
            all.truncate(SHOWN);
            assert_eq!(entries.matching(times, &query), (all, total), "{count} {every}");
        }
    }

    /// Amounts of any size are found exactly, whatever their sign, also after entries were added.
    #[test]
    fn amounts_that_need_more_room_are_found_among_the_others() {
        let day = Day::from_ymd_opt(2020, 1, 2).unwrap();
        let cents = [0, 5, -5, 4_294_967_294, 4_294_967_295, -4_294_967_295, 4_294_967_301, 5];
        let mut entries = Entries::default();
        for lot in cents.chunks(3) {
            let read =
                lot.iter().map(|cents| (String::new(), day, Some(Money::from_cents(*cents))));
            entries.append(&Lot(read.collect()));
        }
        assert_eq!(entries.of_amount(5), [2, 3, 8]);
        assert_eq!(entries.of_amount(4_294_967_294), [4]);
        assert_eq!(entries.of_amount(4_294_967_295), [5, 6]);
        assert_eq!(entries.of_amount(4_294_967_301), [7]);
        assert!(entries.of_amount(6).is_empty());
    }
}
