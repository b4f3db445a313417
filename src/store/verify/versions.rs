//! The newest value of every entity, folded anew from the journal: no role, quota or IBAN that is
//! shown or counts comes from elsewhere.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::MOST;
use crate::domain::date::LAST_DAY;
use crate::domain::entity::{EntityKey, EntityKind, EntityState, entity_kind, entity_of, fold};
use crate::domain::{Day, Event, Kind, PersonNo, RecipientKey, Seq};
use crate::store::chain::Fields;
use crate::store::codec;
use crate::store::error::Finding;
use crate::store::query::{each_value, state};
use crate::store::view::Times;

/// What a stretch of the journal says of entities, packed: a body takes no more than its text.
#[derive(Default)]
pub(super) struct Said {
    entries: Vec<Entry>,
    /// Of each entry the key of its entity, its recipient and its body.
    bytes: Vec<u8>,
    reversed: Vec<Seq>,
    /// Of the first entry that nobody can read.
    unreadable: Option<Finding>,
}

/// What folding asks of an entry.
struct Entry {
    entity: EntityKind,
    effective_on: Day,
    seq: Seq,
    kind: Kind,
    actor: PersonNo,
    reference: Option<Seq>,
    /// Where its key begins in the bytes, and where key, recipient and body end.
    at: [usize; 4],
}

/// Kinds by the names that were met.
pub(super) type Kinds = HashMap<String, Option<Kind>>;

impl Said {
    /// Takes in an entry if it says something of an entity, or takes another one back.
    pub(super) fn take_in(&mut self, fields: &Fields<'_>, kinds: &mut Kinds) {
        let kind = match kinds.get(fields.kind) {
            Some(kind) => *kind,
            None => *kinds.entry(fields.kind.to_owned()).or_insert(Kind::from_name(fields.kind)),
        };
        if kind.is_some_and(|kind| kind != Kind::Reversed && entity_kind(kind).is_none()) {
            return;
        }
        match codec::event(fields) {
            Ok(event) if event.kind() == Kind::Reversed => self.reversed.extend(event.reference),
            Ok(event) => self.push(&event, fields.body),
            Err(finding) => {
                self.unreadable.get_or_insert(finding);
            }
        }
    }

    /// The first entry that nobody can read.
    pub(super) fn unreadable(&self) -> Option<Finding> {
        self.unreadable.clone()
    }

    /// Nothing more comes: of a large journal all stretches are in memory together.
    pub(super) fn close(&mut self) {
        self.entries.shrink_to_fit();
        self.bytes.shrink_to_fit();
    }

    fn push(&mut self, event: &Event, body: &[u8]) {
        let Some(entity) = entity_of(event, None) else { return };
        let begin = self.bytes.len();
        let parts = [entity.key.as_bytes(), event.recipient.as_str().as_bytes(), body];
        let [key, recipient, body] = parts.map(|part| {
            self.bytes.extend_from_slice(part);
            self.bytes.len()
        });
        self.entries.push(Entry {
            entity: entity.kind,
            effective_on: event.effective_on,
            seq: event.seq,
            kind: event.kind(),
            actor: event.actor,
            reference: event.reference,
            at: [begin, key, recipient, body],
        });
    }

    fn key(&self, entry: &Entry) -> Option<&str> {
        let [begin, key, ..] = entry.at;
        std::str::from_utf8(self.bytes.get(begin..key)?).ok()
    }

    /// The entry as far as folding looks at it.
    fn event(&self, entry: &Entry) -> Option<Event> {
        let [_, key, recipient, body] = entry.at;
        let name = std::str::from_utf8(self.bytes.get(key..recipient)?).ok()?;
        Some(Event {
            seq: entry.seq,
            uid: [0; 16],
            recipient: RecipientKey::new(name),
            recipient_seq: 0,
            recorded_at: 0,
            effective_on: entry.effective_on,
            actor: entry.actor,
            login: String::new(),
            voucher: String::new(),
            reference: entry.reference,
            body: codec::decode(entry.kind, self.bytes.get(recipient..body)?).ok()?,
        })
    }
}

/// What the whole journal says of entities, stretch by stretch.
pub(super) struct Journal<'a> {
    stretches: Vec<&'a Said>,
    reversed: BTreeSet<Seq>,
    /// The last entry that it holds.
    last: Seq,
}

/// An entry with the stretch that it stands in.
type Place<'a> = (&'a Said, &'a Entry);

impl<'a> Journal<'a> {
    pub(super) fn of(stretches: Vec<&'a Said>, last: Seq) -> Self {
        let reversed = stretches.iter().flat_map(|said| said.reversed.iter().copied()).collect();
        Self { stretches, reversed, last }
    }

    /// Compares what it says of a kind of entity with what is stored: first the entities that it
    /// tells otherwise, then those of which it says nothing, each by key.
    pub(super) fn compare(
        &self,
        conn: &Connection,
        kind: EntityKind,
    ) -> rusqlite::Result<[Vec<EntityKey>; 2]> {
        let mut left = self.entities(kind);
        let (mut otherwise, mut unsaid) = (Vec::new(), Vec::new());
        let times = Times { as_of: LAST_DAY, known: self.last };
        each_value(conn, times, kind, |key, json| {
            match left.remove(key).map(folded) {
                Some(folded) if is_value(folded.as_ref(), json)? => {}
                Some(_) => otherwise.push(key.to_owned()),
                None => unsaid.push(key.to_owned()),
            }
            Ok(())
        })?;
        let gone = left.into_iter().filter_map(|(key, entries)| folded(entries).map(|_| key));
        otherwise.extend(gone.map(str::to_owned));
        otherwise.sort_unstable();
        Ok([otherwise, unsaid]
            .map(|keys| keys.into_iter().take(MOST).map(|key| EntityKey { kind, key }).collect()))
    }

    /// The entries of each entity of a kind, by its key.
    fn entities(&self, kind: EntityKind) -> HashMap<&'a str, Vec<Place<'a>>> {
        let mut found: HashMap<&str, Vec<Place<'_>>> = HashMap::new();
        for said in &self.stretches {
            let own = said.entries.iter().filter(|entry| entry.entity == kind);
            for entry in own.filter(|entry| !self.reversed.contains(&entry.seq)) {
                if let Some(key) = said.key(entry) {
                    found.entry(key).or_default().push((said, entry));
                }
            }
        }
        found
    }
}

/// The value that these entries make, in the order of their days.
fn folded(mut entries: Vec<Place<'_>>) -> Option<EntityState> {
    entries.sort_unstable_by_key(|(_, entry)| (entry.effective_on, entry.seq));
    let events: Vec<Event> =
        entries.into_iter().filter_map(|(said, entry)| said.event(entry)).collect();
    fold(&events)
}

/// True when a stored value is that state: mostly to the letter, else by its meaning.
fn is_value(folded: Option<&EntityState>, json: &str) -> rusqlite::Result<bool> {
    let written = folded.and_then(|folded| serde_json::to_string(folded).ok());
    Ok(written.as_deref() == Some(json) || folded == Some(&state(json)?))
}

/// The findings of all kinds of entities.
pub(super) fn findings(all: Vec<[Vec<EntityKey>; 2]>) -> Vec<Finding> {
    let (changed, foreign): (Vec<_>, Vec<_>) =
        all.into_iter().map(|[changed, foreign]| (changed, foreign)).unzip();
    let finding = |entity: EntityKey| Finding::Replay {
        table: "entity_version".to_owned(),
        detail: format!("{} {}", entity.kind.as_str(), entity.key),
    };
    changed.into_iter().chain(foreign).flatten().take(MOST).map(finding).collect()
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
        let mut seen = BTreeSet::new();
        for event in codec::events_where(ledger.connection(), "1", []).unwrap() {
            let told = entity_of(&event, None).map(|entity| entity.kind);
            if event.kind() != Kind::Reversed {
                assert_eq!(told, entity_kind(event.kind()), "{:?}", event.kind());
                seen.extend(told);
            }
        }
        assert!(seen.len() > 6, "{seen:?}");
    }
}
