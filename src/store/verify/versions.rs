//! The newest value of every entity, folded anew from the journal: no role, quota or IBAN that is
//! shown or counts comes from elsewhere.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::MOST;
use crate::domain::date::LAST_DAY;
use crate::domain::entity::{EntityKey, EntityKind, EntityState, entity_kind, entity_of, fold};
use crate::domain::{Day, Event, Kind, PersonNo, RecipientKey, Seq};
use crate::store::codec;
use crate::store::error::Finding;
use crate::store::query::each_entity;
use crate::store::view::Times;

pub(super) fn versions(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let told: Vec<Told> =
        EntityKind::ALL.into_iter().map(|kind| Told::of(conn, kind)).collect::<Result<_, _>>()?;
    Ok(Told::findings(told))
}

/// What of one sort of entity is not as the journal tells it: what a large journal says is never
/// all in memory.
#[derive(Default)]
pub(super) struct Told {
    unreadable: Vec<(Seq, Finding)>,
    changed: Vec<EntityKey>,
    foreign: Vec<EntityKey>,
}

impl Told {
    pub(super) fn of(conn: &Connection, kind: EntityKind) -> rusqlite::Result<Self> {
        let mut told = Self::default();
        let mut reversed = BTreeSet::new();
        each_event(conn, &[Kind::Reversed], &mut told.unreadable, |event, _| {
            reversed.extend(event.reference);
        })?;
        let said = Said::read(conn, kind, &reversed, &mut told.unreadable)?;
        if told.unreadable.is_empty() {
            said.compare(conn, (&mut told.changed, &mut told.foreign))?;
        }
        Ok(told)
    }

    /// Of an entry that nobody can read nothing follows: the first one is told alone.
    pub(super) fn findings(mut all: Vec<Self>) -> Vec<Finding> {
        let unreadable = all.iter_mut().flat_map(|told| told.unreadable.drain(..));
        if let Some(first) = unreadable.min_by_key(|(seq, _)| *seq) {
            return vec![first.1];
        }
        let (changed, foreign): (Vec<_>, Vec<_>) =
            all.into_iter().map(|told| (told.changed, told.foreign)).unzip();
        let finding = |entity: EntityKey| Finding::Replay {
            table: "entity_version".to_owned(),
            detail: format!("{} {}", entity.kind.as_str(), entity.key),
        };
        changed.into_iter().chain(foreign).flatten().take(MOST).map(finding).collect()
    }
}

/// Tells all entries of some kinds with their bodies; those that nobody can read are listed.
fn each_event(
    conn: &Connection,
    kinds: &[Kind],
    unreadable: &mut Vec<(Seq, Finding)>,
    mut take: impl FnMut(Event, &[u8]),
) -> rusqlite::Result<()> {
    let names: Vec<String> = kinds.iter().map(|kind| format!("'{}'", kind.as_str())).collect();
    let sql = format!("SELECT {} FROM event WHERE kind IN ({})", codec::COLUMNS, names.join(", "));
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let record = codec::record(row)?;
        match codec::event(&record) {
            Ok(event) => take(event, &record.body),
            Err(finding) => unreadable.push((record.seq, finding)),
        }
    }
    Ok(())
}

/// What the journal says of all entities of a kind, packed: a body takes no more than its text.
struct Said {
    kind: EntityKind,
    places: HashMap<String, u32>,
    entries: Vec<Entry>,
    bytes: Vec<u8>,
}

/// What folding asks of an entry.
struct Entry {
    entity: u32,
    effective_on: Day,
    seq: Seq,
    kind: Kind,
    actor: PersonNo,
    reference: Option<Seq>,
    /// Where its recipient begins in the bytes, where its body does, and where that ends.
    at: [usize; 3],
}

impl Said {
    fn read(
        conn: &Connection,
        kind: EntityKind,
        reversed: &BTreeSet<Seq>,
        unreadable: &mut Vec<(Seq, Finding)>,
    ) -> rusqlite::Result<Self> {
        let speak = |event: &Kind| entity_kind(*event) == Some(kind);
        let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(speak).collect();
        let mut said =
            Self { kind, places: HashMap::new(), entries: Vec::new(), bytes: Vec::new() };
        each_event(conn, &kinds, unreadable, |event, body| {
            if !reversed.contains(&event.seq)
                && let Some(entity) = entity_of(&event, None)
            {
                said.push(entity.key, &event, body);
            }
        })?;
        said.entries.sort_unstable_by_key(|entry| (entry.entity, entry.effective_on, entry.seq));
        Ok(said)
    }

    fn push(&mut self, key: String, event: &Event, body: &[u8]) {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let entity = *self.places.entry(key).or_insert(next);
        let begin = self.bytes.len();
        self.bytes.extend_from_slice(event.recipient.as_str().as_bytes());
        let middle = self.bytes.len();
        self.bytes.extend_from_slice(body);
        self.entries.push(Entry {
            entity,
            effective_on: event.effective_on,
            seq: event.seq,
            kind: event.kind(),
            actor: event.actor,
            reference: event.reference,
            at: [begin, middle, self.bytes.len()],
        });
    }

    /// Compares with what is stored: entities that the journal tells otherwise, and those of which
    /// it says nothing.
    fn compare(
        &self,
        conn: &Connection,
        (changed, foreign): (&mut Vec<EntityKey>, &mut Vec<EntityKey>),
    ) -> rusqlite::Result<()> {
        let mut left: HashMap<&str, u32> =
            self.places.iter().map(|(key, place)| (key.as_str(), *place)).collect();
        let (mut otherwise, mut unsaid) = (Vec::new(), Vec::new());
        let times = Times { as_of: LAST_DAY, known: i64::MAX.unsigned_abs() };
        each_entity(conn, times, self.kind, |key, state| match left.remove(key.as_str()) {
            Some(place) if self.folded(place).as_ref() == Some(&state) => {}
            Some(_) => otherwise.push(key),
            None => unsaid.push(key),
        })?;
        let gone = left.into_iter().filter(|(_, place)| self.folded(*place).is_some());
        otherwise.extend(gone.map(|(key, _)| key.to_owned()));
        otherwise.sort_unstable();
        unsaid.sort_unstable();
        let entity = |key| EntityKey { kind: self.kind, key };
        changed.extend(otherwise.into_iter().map(entity));
        foreign.extend(unsaid.into_iter().map(entity));
        Ok(())
    }

    fn folded(&self, place: u32) -> Option<EntityState> {
        let begin = self.entries.partition_point(|entry| entry.entity < place);
        let own = self.entries.get(begin..).unwrap_or_default();
        let own = own.iter().take_while(|entry| entry.entity == place);
        let events: Vec<Event> = own.filter_map(|entry| self.event(entry)).collect();
        fold(&events)
    }

    /// The entry as far as folding looks at it.
    fn event(&self, entry: &Entry) -> Option<Event> {
        let [begin, middle, end] = entry.at;
        let recipient = std::str::from_utf8(self.bytes.get(begin..middle)?).ok()?;
        Some(Event {
            seq: entry.seq,
            uid: [0; 16],
            recipient: RecipientKey::new(recipient),
            recipient_seq: 0,
            recorded_at: 0,
            effective_on: entry.effective_on,
            actor: entry.actor,
            login: String::new(),
            voucher: String::new(),
            reference: entry.reference,
            body: codec::decode(entry.kind, self.bytes.get(middle..end)?).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::sample;
    use crate::store::ledger::Readable as _;

    /// What is read for a kind of entity is all that speaks of it.
    #[test]
    fn the_kind_of_an_entry_tells_the_kind_of_its_entity() {
        let ledger = sample::in_memory().unwrap();
        let mut unreadable = Vec::new();
        let mut seen = BTreeSet::new();
        each_event(ledger.connection(), Kind::ALL, &mut unreadable, |event, _| {
            let told = entity_of(&event, None).map(|entity| entity.kind);
            if event.kind() != Kind::Reversed {
                assert_eq!(told, entity_kind(event.kind()), "{:?}", event.kind());
                seen.extend(told);
            }
        })
        .unwrap();
        assert!(unreadable.is_empty());
        assert!(seen.len() > 6, "{seen:?}");
    }
}
