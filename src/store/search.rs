//! An index in memory for the search: what entries and entities say, folded for comparison.
//!
//! Built step by step beside other work and kept by whoever owns the ledger; nothing of it is
//! stored. One entry takes about sixteen bytes where its
//! voucher is of words that others have too.

mod entries;
mod lines;
mod things;
mod words;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rusqlite::Connection;

use self::entries::{Entries, Lot};
use self::things::{Sort, Things};
use super::connect::explain;
use super::error::StoreError;
use super::ledger::Readable;
use super::query;
use super::view::Times;
use super::view::search::{
    CaseHit, EntryHit, Fit, Hits, MilestoneHit, RecipientHit, SHOWN, SearchHits, SearchQuery,
    TitleHit,
};
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::{RecipientKey, Seq};

/// The index of one ledger.
#[derive(Debug, Default)]
pub struct SearchIndex {
    /// Entries up to this number are in it.
    upto: Seq,
    entries: Entries,
    things: Things,
}

impl SearchIndex {
    /// Takes in at most `limit` more versions of things or entries; true when all are in it.
    ///
    /// # Errors
    /// When the file cannot be read; what was taken in before stays.
    pub fn extend(&mut self, from: &impl Readable, limit: u32) -> Result<bool, StoreError> {
        self.read(from.connection(), limit).map_err(|error| explain(&error, &from.file()))
    }

    /// The last entry that is in it.
    #[must_use]
    pub const fn upto(&self) -> Seq {
        self.upto
    }

    fn read(&mut self, conn: &Connection, limit: u32) -> rusqlite::Result<bool> {
        let Some(began) = self.things.began() else {
            self.things.read_first(conn, limit)?;
            return Ok(false);
        };
        let (added, upto) = Lot::read(conn, self.upto, limit)?;
        if upto > began {
            self.things.read_between(conn, self.upto.max(began), upto)?;
        }
        // Only what was read in full is taken in: a failure half way is tried again.
        self.entries.append(&added);
        self.upto = upto;
        Ok(u32::try_from(added.len()).is_ok_and(|count| count < limit))
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
