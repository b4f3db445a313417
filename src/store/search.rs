//! An index in memory for the search: what entries and entities say, folded for comparison.
//!
//! Built step by step beside other work and kept by whoever owns the ledger; nothing of it is
//! stored. One entry takes about forty bytes.

use std::collections::{BTreeSet, HashMap};

use chrono::Datelike as _;
use rusqlite::params;

use super::codec;
use super::connect::explain;
use super::error::StoreError;
use super::ledger::Readable;
use super::query;
use super::view::Times;
use super::view::search::{
    CaseHit, EntryHit, Fit, Hits, MilestoneHit, RecipientHit, SHOWN, SearchHits, SearchQuery,
    TitleHit, fit, fold, haystack,
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
    things: Vec<Thing>,
    /// The last thing of each entity: most new versions say nothing new.
    last: HashMap<EntityKey, usize>,
}

/// Vouchers, days and amounts of the entries, by number.
#[derive(Debug, Default)]
struct Entries {
    /// Folded vouchers, one line each.
    vouchers: String,
    /// Where each line begins.
    starts: Vec<u32>,
    /// Days from which they count, since the beginning of our era.
    days: Vec<i32>,
    /// Amounts in cents; 0 without.
    amounts: Vec<i64>,
}

/// What an entity says from some entry on.
#[derive(Debug)]
struct Thing {
    key: EntityKey,
    seq: Seq,
    day: Day,
    text: String,
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
        self.entities(conn, upto)?;
        // Only what was read in full is taken in: a failure half way is tried again.
        self.entries.append(added);
        self.upto = upto;
        Ok(read)
    }

    fn entities(&mut self, conn: &rusqlite::Connection, upto: Seq) -> rusqlite::Result<()> {
        let mut statement = conn.prepare_cached(
            "SELECT entity, key, effective_on, seq, value FROM entity_version \
             WHERE seq > ?1 AND seq <= ?2 AND value IS NOT NULL AND entity IN \
                 ('recipient', 'title', 'grant', 'application', 'milestone') ORDER BY seq",
        )?;
        let mut rows = statement.query(params![self.upto, upto])?;
        while let Some(row) = rows.next()? {
            let (kind, key): (String, String) = (row.get(0)?, row.get(1)?);
            let day: String = row.get(2)?;
            let value: String = row.get(4)?;
            let Some(kind) = EntityKind::ALL.into_iter().find(|known| known.as_str() == kind)
            else {
                continue;
            };
            // Rows that nobody can read are for the verification to name.
            let (Ok(state), Ok(day)) = (serde_json::from_str(&value), day.parse()) else {
                continue;
            };
            let key = EntityKey { kind, key };
            let text = self.words(&key.key, &state);
            self.put(Thing { key, seq: row.get(3)?, day, text });
        }
        Ok(())
    }

    fn put(&mut self, thing: Thing) {
        let last = self.last.get(&thing.key).and_then(|at| self.things.get(*at));
        if last.is_some_and(|last| last.text == thing.text && last.day <= thing.day) {
            return;
        }
        self.last.insert(thing.key.clone(), self.things.len());
        self.things.push(thing);
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
        let key = EntityKey::new(EntityKind::Recipient, recipient);
        let thing = self.things.get(*self.last.get(&key)?)?;
        Some(["\n", &thing.text].concat())
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
        let mut hits =
            SearchHits { entries: self.entries(from, times, wanted)?, ..SearchHits::default() };
        let found = self.candidates(times, &wanted.words);
        let of = |kind: EntityKind| found.iter().filter(move |(_, key)| key.kind == kind);
        for (fit, key) in of(EntityKind::Recipient) {
            add(&mut hits.recipients, *fit, || recipient(from, times, &key.key))?;
        }
        for (fit, key) in of(EntityKind::Title) {
            add(&mut hits.titles, *fit, || title(from, times, key))?;
        }
        for (fit, key) in of(EntityKind::Milestone) {
            add(&mut hits.milestones, *fit, || milestone(from, times, key))?;
        }
        // A grant has the file number of its application: it is found once, as a grant.
        let mut seen = BTreeSet::new();
        let cases = found
            .iter()
            .filter(|(_, key)| matches!(key.kind, EntityKind::Grant | EntityKind::Application));
        for (fit, key) in cases {
            if seen.insert(key.key.as_str()) {
                add(&mut hits.cases, *fit, || case(from, times, &key.key))?;
            }
        }
        Ok(hits)
    }

    /// Entities of which some version known and effective contains the words, the best first.
    fn candidates(&self, times: Times, words: &[String]) -> Vec<(Fit, EntityKey)> {
        let mut best: HashMap<&EntityKey, Fit> = HashMap::new();
        for thing in &self.things {
            if thing.seq > times.known || thing.day > times.as_of {
                continue;
            }
            if let Some(fit) = fit(&thing.text, words) {
                let known = best.entry(&thing.key).or_insert(fit);
                *known = fit.min(*known);
            }
        }
        let mut found: Vec<(Fit, EntityKey)> =
            best.into_iter().map(|(key, fit)| (fit, key.clone())).collect();
        found.sort_unstable();
        found
    }

    fn entries(
        &self,
        from: &impl Readable,
        times: Times,
        wanted: &SearchQuery,
    ) -> Result<Hits<EntryHit>, StoreError> {
        let mut found = self.entries.matching(wanted);
        found.retain(|(_, seq)| {
            *seq <= times.known
                && self.entries.day(*seq).is_some_and(|day| day <= times.as_of.num_days_from_ce())
        });
        // Found by amount and by voucher it is one, with the better fit.
        found.sort_unstable_by_key(|(fit, seq)| (*seq, *fit));
        found.dedup_by_key(|(_, seq)| *seq);
        found.sort_unstable_by_key(|(fit, seq)| (*fit, std::cmp::Reverse(*seq)));
        let mut hits = Hits { rows: Vec::new(), total: found.len() };
        for (fit, seq) in found.into_iter().take(SHOWN) {
            if let Some(row) = entry(from, times, seq)? {
                hits.rows.push((fit, row));
            }
        }
        Ok(hits)
    }
}

impl Entries {
    fn push(&mut self, voucher: &str, day: Day, amount: Option<Money>) {
        // Four gigabytes of vouchers would be refused long before by the size of a file.
        self.starts.push(u32::try_from(self.vouchers.len()).unwrap_or(u32::MAX));
        self.vouchers.push_str(&fold(voucher));
        self.vouchers.push('\n');
        self.days.push(day.num_days_from_ce());
        self.amounts.push(amount.map_or(0, Money::cents));
    }

    fn append(&mut self, mut other: Self) {
        let base = u32::try_from(self.vouchers.len()).unwrap_or(u32::MAX);
        self.vouchers.push_str(&other.vouchers);
        self.starts.extend(other.starts.iter().map(|start| base.saturating_add(*start)));
        self.days.append(&mut other.days);
        self.amounts.append(&mut other.amounts);
    }

    fn day(&self, seq: Seq) -> Option<i32> {
        self.days.get(at(seq)?).copied()
    }

    /// Entries whose number, amount or voucher is wanted; one may come twice.
    fn matching(&self, wanted: &SearchQuery) -> Vec<(Fit, Seq)> {
        let mut found = Vec::new();
        if let Some(number) = wanted.number.filter(|number| self.day(*number).is_some()) {
            found.push((Fit::Exact, number));
        }
        if let Some(amount) = wanted.amount.filter(|amount| !amount.is_zero()) {
            let cents = amount.abs().cents();
            let same = self.amounts.iter().enumerate().filter(|(_, own)| own.abs() == cents);
            found.extend(same.map(|(index, _)| (Fit::Exact, number(index))));
        }
        self.by_voucher(&wanted.words, &mut found);
        found
    }

    fn by_voucher(&self, words: &[String], found: &mut Vec<(Fit, Seq)>) {
        // One letter stands in nearly every voucher: it says nothing.
        let longest = words.iter().max_by_key(|word| word.len());
        let Some(first) = longest.filter(|word| word.len() > 1) else { return };
        let mut from = 0;
        while let Some(next) = self.vouchers.get(from..).and_then(|rest| rest.find(first.as_str()))
        {
            let place = from + next;
            let line = self.starts.partition_point(|start| *start as usize <= place) - 1;
            let end = self.starts.get(line + 1).map_or(self.vouchers.len(), |end| *end as usize);
            let voucher = &self.vouchers[self.starts[line] as usize..end - 1];
            if let Some(fit) = fit(voucher, words) {
                found.push((fit, number(line)));
            }
            from = end;
        }
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

/// Counts a hit, and reads it while there is room; what does not exist at the times is no hit.
fn add<T>(
    hits: &mut Hits<T>,
    fit: Fit,
    read: impl FnOnce() -> Result<Option<T>, StoreError>,
) -> Result<(), StoreError> {
    if hits.rows.len() >= SHOWN {
        hits.total += 1;
    } else if let Some(row) = read()? {
        hits.total += 1;
        hits.rows.push((fit, row));
    }
    Ok(())
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

fn title(
    from: &impl Readable,
    times: Times,
    key: &EntityKey,
) -> Result<Option<TitleHit>, StoreError> {
    Ok(match query::entity(from, times, key)? {
        Some(EntityState::Title(row)) => Some(TitleHit { title: row.title, name: row.name }),
        _ => None,
    })
}

fn milestone(
    from: &impl Readable,
    times: Times,
    key: &EntityKey,
) -> Result<Option<MilestoneHit>, StoreError> {
    Ok(match query::entity(from, times, key)? {
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
