//! An index in memory for the search: what entries and entities say, folded for comparison.
//!
//! Built step by step beside other work and kept by whoever owns the ledger; nothing of it is
//! stored. One entry takes about forty bytes.

mod lines;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use chrono::Datelike as _;
use rusqlite::params;

use self::lines::{Lines, room};
use super::codec;
use super::connect::explain;
use super::error::StoreError;
use super::ledger::Readable;
use super::query;
use super::view::Times;
use super::view::search::{
    CaseHit, EntryHit, Fit, Hits, MilestoneHit, RecipientHit, SHOWN, SearchHits, SearchQuery,
    TitleHit, fold, haystack,
};
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::{Day, FileNumber, Money, RecipientKey, Seq};

/// The index of one ledger.
#[derive(Debug, Default)]
pub struct SearchIndex {
    /// Entries up to this number are in it.
    upto: Seq,
    entries: Entries,
    things: Things,
}

/// Vouchers, days and amounts of the entries, by number.
#[derive(Debug, Default)]
struct Entries {
    /// Folded vouchers.
    vouchers: Lines,
    /// Days from which they count, since the beginning of our era.
    days: Vec<i32>,
    /// Amounts in cents; 0 without.
    amounts: Vec<i64>,
}

/// What is found by its own words. A grant has the file number of its application: they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Sort {
    Recipient,
    Case,
    Milestone,
    Title,
}

/// What things say from some entry on.
#[derive(Debug, Default)]
struct Things {
    places: HashMap<(Sort, Arc<str>), u32>,
    /// Each thing with the last text of it: most new versions say nothing new.
    known: Vec<(Sort, Arc<str>, u32)>,
    versions: Vec<Version>,
    /// What each version is found by.
    texts: Lines,
}

/// From when on a text is found.
#[derive(Debug)]
struct Version {
    thing: u32,
    day: i32,
    seq: Seq,
}

impl SearchIndex {
    /// Takes in at most `limit` more entries; true when all are in it.
    ///
    /// # Errors
    /// When the file cannot be read; what was taken in before stays.
    pub fn extend(&mut self, from: &impl Readable, limit: u32) -> Result<bool, StoreError> {
        let read = self.read(from, limit).map_err(|error| explain(&error, &from.file()))?;
        Ok(read < limit)
    }

    /// The last entry that is in it.
    #[must_use]
    pub const fn upto(&self) -> Seq {
        self.upto
    }

    fn read(&mut self, from: &impl Readable, limit: u32) -> rusqlite::Result<u32> {
        let conn = from.connection();
        let sql =
            format!("SELECT {} FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2", codec::COLUMNS);
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![self.upto, limit])?;
        let (mut read, mut upto) = (0, self.upto);
        let mut added = Entries::default();
        while let Some(row) = rows.next()? {
            let event = codec::event_row(row)?;
            added.push(&event.voucher, event.effective_on, event.body.amount());
            upto = event.seq;
            read += 1;
        }
        self.read_things(conn, upto)?;
        // Only what was read in full is taken in: a failure half way is tried again.
        self.entries.append(&added);
        self.upto = upto;
        Ok(read)
    }

    fn read_things(&mut self, conn: &rusqlite::Connection, upto: Seq) -> rusqlite::Result<()> {
        let mut statement = conn.prepare_cached(
            "SELECT entity, key, effective_on, seq, value FROM entity_version \
             WHERE seq > ?1 AND seq <= ?2 AND value IS NOT NULL AND entity IN \
                 ('recipient', 'title', 'grant', 'application', 'milestone') ORDER BY seq",
        )?;
        let mut rows = statement.query(params![self.upto, upto])?;
        while let Some(row) = rows.next()? {
            let sort = match row.get_ref(0)?.as_str()? {
                "recipient" => Sort::Recipient,
                "title" => Sort::Title,
                "milestone" => Sort::Milestone,
                _ => Sort::Case,
            };
            let key: String = row.get(1)?;
            let day: Option<Day> = row.get_ref(2)?.as_str()?.parse().ok();
            // Rows that nobody can read are for the verification to name.
            let (Ok(state), Some(day)) = (serde_json::from_str(row.get_ref(4)?.as_str()?), day)
            else {
                continue;
            };
            let text = self.things.words(&key, &state);
            self.things.put((sort, key.into()), (day.num_days_from_ce(), row.get(3)?), &text);
        }
        Ok(())
    }

    /// Finds what fits at these times, the best of each sort first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find(
        &self,
        from: &impl Readable,
        times: Times,
        wanted: &SearchQuery,
    ) -> Result<SearchHits, StoreError> {
        let fits = self.things.fits(times, &wanted.words);
        let best = |sort| self.things.best(&fits, sort);
        Ok(SearchHits {
            entries: self.entries(from, times, wanted)?,
            recipients: hits(best(Sort::Recipient), |key| recipient(from, times, key))?,
            titles: hits(best(Sort::Title), |key| title(from, times, key))?,
            milestones: hits(best(Sort::Milestone), |key| milestone(from, times, key))?,
            cases: hits(best(Sort::Case), |key| case(from, times, key))?,
        })
    }

    fn entries(
        &self,
        from: &impl Readable,
        times: Times,
        wanted: &SearchQuery,
    ) -> Result<Hits<EntryHit>, StoreError> {
        let (best, total) = self.entries.matching(times, wanted);
        let mut hits = Hits { rows: Vec::new(), total };
        for (fit, Reverse(seq)) in best {
            if let Some(row) = entry(from, times, seq)? {
                hits.rows.push((fit, row));
            }
        }
        Ok(hits)
    }
}

impl Things {
    fn put(&mut self, key: (Sort, Arc<str>), (day, seq): (i32, Seq), text: &str) {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let version = count(self.versions.len());
        let thing = if let Some(thing) = self.places.get(&key) {
            let last = self.known.get_mut(*thing as usize).map(|known| &mut known.2);
            if let Some(last) = last {
                let said = self.versions.get(*last as usize).map(|version| version.day);
                if self.texts.get(*last as usize) == text && said.is_some_and(|said| said <= day) {
                    return;
                }
                *last = version;
            }
            *thing
        } else {
            let thing = count(self.known.len());
            self.known.push((key.0, Arc::clone(&key.1), version));
            self.places.insert(key, thing);
            thing
        };
        room(&mut self.versions, 1);
        self.versions.push(Version { thing, day, seq });
        self.texts.push(text);
    }

    /// What an entity is found by.
    fn words(&self, key: &str, state: &EntityState) -> String {
        match state {
            EntityState::Recipient(row) => {
                haystack(&[&row.name, &official_name(row.recipient_type, &row.name), key])
            }
            EntityState::Title(row) => haystack(&[key, &row.name]),
            EntityState::Grant(row) => {
                let mut words = haystack(&[key, &row.issued.purpose, &row.issued.cash_reference]);
                words.extend(self.of_recipient(&row.recipient));
                words
            }
            EntityState::Application(row) => {
                let mut words = haystack(&[key, &row.received.purpose]);
                words.extend(self.of_recipient(&row.recipient));
                words
            }
            EntityState::Milestone(row) => {
                let grant = row.planned.grant.as_ref().map_or("", FileNumber::as_str);
                haystack(&[key, &row.planned.name.de, &row.planned.name.en, grant])
            }
            _ => String::new(),
        }
    }

    /// What its recipient is found by, as further lines.
    fn of_recipient(&self, recipient: &RecipientKey) -> Option<String> {
        let place = self.places.get(&(Sort::Recipient, recipient.as_str().into()))?;
        let (_, _, last) = self.known.get(*place as usize)?;
        Some(["\n", self.texts.get(*last as usize)].concat())
    }

    /// How well each thing fits of which some version known and effective contains the words.
    fn fits(&self, times: Times, words: &[String]) -> Vec<Option<Fit>> {
        let mut best = vec![None; self.known.len()];
        let until = times.as_of.num_days_from_ce();
        self.texts.each(words, |at, fit| {
            let Some(version) = self.versions.get(at) else { return };
            if version.seq <= times.known
                && version.day <= until
                && let Some(slot) = best.get_mut(version.thing as usize)
            {
                *slot = Some(slot.map_or(fit, |known: Fit| known.min(fit)));
            }
        });
        best
    }

    /// The things of a sort that fit: the best come out first, those of the same fit by key.
    fn best(&self, fits: &[Option<Fit>], sort: Sort) -> BinaryHeap<Reverse<(Fit, &str)>> {
        let things = self.known.iter().zip(fits).filter(|(thing, _)| thing.0 == sort);
        things.filter_map(|(thing, fit)| Some(Reverse(((*fit)?, &*thing.1)))).collect()
    }
}

impl Entries {
    fn push(&mut self, voucher: &str, day: Day, amount: Option<Money>) {
        self.vouchers.push(&fold(voucher));
        self.days.push(day.num_days_from_ce());
        self.amounts.push(amount.map_or(0, Money::cents));
    }

    fn append(&mut self, other: &Self) {
        self.vouchers.append(&other.vouchers);
        room(&mut self.days, other.days.len());
        self.days.extend_from_slice(&other.days);
        room(&mut self.amounts, other.amounts.len());
        self.amounts.extend_from_slice(&other.amounts);
    }

    fn day(&self, seq: Seq) -> Option<i32> {
        self.days.get(at(seq)?).copied()
    }

    /// The best entries whose number, amount or voucher is wanted, those that fit the same the
    /// newest first, and how many there are. Found by amount and by voucher it is one, with the
    /// better fit.
    fn matching(&self, times: Times, wanted: &SearchQuery) -> (Vec<(Fit, Reverse<Seq>)>, usize) {
        let until = times.as_of.num_days_from_ce();
        let counts = |seq: Seq| seq <= times.known && self.day(seq).is_some_and(|day| day <= until);
        let mut exact: Vec<Seq> = wanted.number.into_iter().collect();
        if let Some(amount) = wanted.amount.filter(|amount| !amount.is_zero()) {
            let cents = amount.abs().cents();
            let same = self.amounts.iter().enumerate().filter(|(_, own)| own.abs() == cents);
            exact.extend(same.map(|(index, _)| number(index)));
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

/// Reads the best while there is room and counts the others; what does not exist at the times is
/// no hit.
fn hits<T>(
    mut best: BinaryHeap<Reverse<(Fit, &str)>>,
    read: impl Fn(&str) -> Result<Option<T>, StoreError>,
) -> Result<Hits<T>, StoreError> {
    let mut hits = Hits::default();
    while hits.rows.len() < SHOWN
        && let Some(Reverse((fit, key))) = best.pop()
    {
        hits.rows.extend(read(key)?.map(|row| (fit, row)));
    }
    hits.total = hits.rows.len() + best.len();
    Ok(hits)
}

fn recipient(
    from: &impl Readable,
    times: Times,
    key: &str,
) -> Result<Option<RecipientHit>, StoreError> {
    let entity = EntityKey { kind: EntityKind::Recipient, key: key.to_owned() };
    Ok(match query::entity(from, times, &entity)? {
        Some(EntityState::Recipient(row)) => {
            Some(RecipientHit { key: row.key, recipient_type: row.recipient_type, name: row.name })
        }
        _ => None,
    })
}

fn title(from: &impl Readable, times: Times, key: &str) -> Result<Option<TitleHit>, StoreError> {
    let entity = EntityKey { kind: EntityKind::Title, key: key.to_owned() };
    Ok(match query::entity(from, times, &entity)? {
        Some(EntityState::Title(row)) => Some(TitleHit { title: row.title, name: row.name }),
        _ => None,
    })
}

fn milestone(
    from: &impl Readable,
    times: Times,
    key: &str,
) -> Result<Option<MilestoneHit>, StoreError> {
    let entity = EntityKey { kind: EntityKind::Milestone, key: key.to_owned() };
    Ok(match query::entity(from, times, &entity)? {
        Some(EntityState::Milestone(row)) => Some(MilestoneHit {
            milestone: row.planned.milestone,
            name: row.planned.name,
            grant: row.planned.grant,
        }),
        _ => None,
    })
}

fn case(from: &impl Readable, times: Times, key: &str) -> Result<Option<CaseHit>, StoreError> {
    let of = |kind| EntityKey { kind, key: key.to_owned() };
    let grant = query::entity(from, times, &of(EntityKind::Grant))?;
    let (granted, grant, purpose, recipient_key) = match grant {
        Some(EntityState::Grant(row)) => {
            (true, row.issued.grant, row.issued.purpose, row.recipient)
        }
        _ => match query::entity(from, times, &of(EntityKind::Application))? {
            Some(EntityState::Application(row)) => {
                (false, row.received.grant, row.received.purpose, row.recipient)
            }
            _ => return Ok(None),
        },
    };
    let (recipient_type, recipient_name) = name(from, times, &recipient_key)?;
    Ok(Some(CaseHit { grant, granted, purpose, recipient_type, recipient_name }))
}

fn name(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<(RecipientType, String), StoreError> {
    let found = recipient(from, times, key.as_str())?;
    Ok(found
        .map_or((RecipientType::Fictional, key.to_string()), |row| (row.recipient_type, row.name)))
}

fn entry(from: &impl Readable, times: Times, seq: Seq) -> Result<Option<EntryHit>, StoreError> {
    let Some(event) = query::event(from, seq)? else { return Ok(None) };
    let recipient_name = match event.recipient.as_str() {
        "" => String::new(),
        _ => name(from, times, &event.recipient).map(|(own, name)| official_name(own, &name))?,
    };
    Ok(Some(EntryHit {
        seq,
        kind: event.kind(),
        effective_on: event.effective_on,
        recipient_name,
        amount: event.body.amount(),
        voucher: event.voucher,
    }))
}
