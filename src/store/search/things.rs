//! What recipients, cases, milestones and titles are found by: the words of each version.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use chrono::Datelike as _;
use rusqlite::{Connection, params};

use super::lines::{Lines, room};
use crate::domain::entity::EntityState;
use crate::domain::recipient::official_name;
use crate::domain::{Day, FileNumber, RecipientKey, Seq};
use crate::store::view::Times;
use crate::store::view::search::{Fit, haystack};

/// What is found by its own words. A grant has the file number of its application: they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Recipient,
    Case,
    Milestone,
    Title,
}

/// Entities that are found, in the order in which they are read at first: cases are found by the
/// names of their recipients too.
const ENTITIES: [(&str, Sort); 5] = [
    ("recipient", Sort::Recipient),
    ("title", Sort::Title),
    ("application", Sort::Case),
    ("grant", Sort::Case),
    ("milestone", Sort::Milestone),
];

/// What things say from some entry on.
#[derive(Debug, Default)]
pub(super) struct Things {
    places: HashMap<(Sort, Arc<str>), u32>,
    known: Vec<Thing>,
    versions: Vec<Version>,
    /// What each version is found by.
    texts: Lines,
    first: First,
}

#[derive(Debug)]
struct Thing {
    sort: Sort,
    key: Arc<str>,
    /// The version that says what its last entry says: most new versions say nothing new.
    last: u32,
    /// Its last entry.
    seq: Seq,
}

/// From when on a text is found.
#[derive(Debug)]
struct Version {
    thing: u32,
    day: i32,
    seq: Seq,
}

/// How far the versions that were there at first are read: one entity after the other by key, as
/// they lie in the file, which is many times faster than in the order of the journal.
#[derive(Debug, Default)]
struct First {
    /// The last entry whose versions belong to it, once it has begun.
    until: Option<Seq>,
    /// Which of [`ENTITIES`] is being read; behind the last one all is read.
    entity: usize,
    /// Key, day and number of the last version that was read.
    after: (String, String, Seq),
    /// The thing that was read last.
    thing: Option<Before>,
    /// What each recipient said since which entry.
    recipients: HashMap<RecipientKey, Vec<(Seq, u32)>>,
}

/// The thing that was read last, as far as it was read.
#[derive(Debug)]
struct Before {
    place: u32,
    /// Its versions.
    versions: Vec<u32>,
    /// The one that says what was read last, and what that was.
    last: u32,
    words: Words,
}

impl First {
    /// The version of a recipient that says what was known of it at an entry.
    fn said_by(&self, key: &RecipientKey, seq: Seq) -> Option<u32> {
        let said = self.recipients.get(key)?;
        let until = said.iter().filter(|(since, _)| *since <= seq);
        until.max_by_key(|(since, _)| *since).map(|(_, version)| *version)
    }
}

/// What an entity is found by: its own words and those of its recipient, told by version.
#[derive(Debug, PartialEq, Eq)]
struct Words {
    own: Vec<String>,
    recipient: Option<u32>,
}

/// A version as it stands in the file.
struct Row {
    sort: Sort,
    key: String,
    day: i32,
    seq: Seq,
    state: EntityState,
}

impl Things {
    /// True once the versions that were there at first are read; what came later is read by
    /// [`Self::read_between`].
    pub(super) const fn began(&self) -> Option<Seq> {
        if self.first.entity < ENTITIES.len() { None } else { self.first.until }
    }

    /// Reads at most so many versions of those that are there at first.
    pub(super) fn read_first(&mut self, conn: &Connection, limit: u32) -> rusqlite::Result<()> {
        let until = match self.first.until {
            Some(until) => until,
            None => {
                conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))?
            }
        };
        self.first.until = Some(until);
        let Some((entity, sort)) = ENTITIES.get(self.first.entity).copied() else { return Ok(()) };
        let mut statement = conn.prepare_cached(
            "SELECT key, effective_on, seq, value FROM entity_version WHERE entity = ?1 \
                 AND (key, effective_on, seq) > (?2, ?3, ?4) AND seq <= ?5 AND value IS NOT NULL \
             ORDER BY key, effective_on, seq LIMIT ?6",
        )?;
        let (key, day, seq) = self.first.after.clone();
        let mut rows = statement.query(params![entity, key, day, seq, until, limit])?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            let after: (String, String, Seq) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if let Some(row) =
                parsed(sort, (&after.0, &after.1, after.2), row.get_ref(3)?.as_str()?)
            {
                self.put_first(&row);
            }
            self.first.after = after;
            read += 1;
        }
        if read < limit {
            self.first.entity += 1;
            self.first.after = Default::default();
            self.first.thing = None;
        }
        if self.began().is_some() {
            self.first.recipients = HashMap::new();
        }
        Ok(())
    }

    /// Reads what entries after `after` and up to `upto` say, in their order.
    pub(super) fn read_between(
        &mut self,
        conn: &Connection,
        after: Seq,
        upto: Seq,
    ) -> rusqlite::Result<()> {
        let mut statement = conn.prepare_cached(
            "SELECT entity, key, effective_on, seq, value FROM entity_version \
             WHERE seq > ?1 AND seq <= ?2 AND value IS NOT NULL AND entity IN \
                 ('recipient', 'title', 'grant', 'application', 'milestone') ORDER BY seq",
        )?;
        let mut rows = statement.query(params![after, upto])?;
        while let Some(row) = rows.next()? {
            let entity = row.get_ref(0)?.as_str()?;
            let Some((_, sort)) = ENTITIES.iter().find(|(name, _)| *name == entity) else {
                continue;
            };
            let at = (row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?, row.get(3)?);
            if let Some(row) = parsed(*sort, at, row.get_ref(4)?.as_str()?) {
                self.put(&row);
            }
        }
        Ok(())
    }

    /// Takes a version in the order of the keys. What says the same as another version that is
    /// known and effective earlier is found by that one.
    fn put_first(&mut self, row: &Row) {
        let words = Words::of(&row.key, &row.state, |key| self.first.said_by(key, row.seq));
        let place = self.places.get(&(row.sort, row.key.as_str().into())).copied();
        let before = self.first.thing.take().filter(|before| Some(before.place) == place);
        let earlier = |version: &u32| {
            self.versions.get(*version as usize).is_some_and(|version| version.seq <= row.seq)
        };
        let same = before.as_ref().filter(|before| before.words == words);
        let same = same.map(|before| before.last).filter(earlier);
        let (known, text) = if same.is_some() {
            (same, String::new())
        } else {
            let text = self.text(&words);
            let says = |version: &u32| self.texts.get(*version as usize) == text;
            let mut own = before.iter().flat_map(|before| before.versions.iter().copied());
            (own.find(|version| earlier(version) && says(version)), text)
        };
        let mut versions = before.map(|before| before.versions).unwrap_or_default();
        let last = known.unwrap_or_else(|| {
            let version = self.push(row, &text);
            versions.push(version);
            version
        });
        self.follow(row, last);
        if row.sort == Sort::Recipient {
            let said = self.first.recipients.entry(RecipientKey::new(row.key.as_str()));
            said.or_default().push((row.seq, last));
        }
        let place = self.versions.get(last as usize).map(|version| version.thing);
        self.first.thing = place.map(|place| Before { place, versions, last, words });
    }

    /// Takes a version in the order of the journal.
    fn put(&mut self, row: &Row) {
        let last_of = |key: &RecipientKey| {
            let place = self.places.get(&(Sort::Recipient, key.as_str().into()))?;
            self.known.get(*place as usize).map(|thing| thing.last)
        };
        let text = self.text(&Words::of(&row.key, &row.state, last_of));
        let place = self.places.get(&(row.sort, row.key.as_str().into()));
        let last = place.and_then(|place| self.known.get(*place as usize)).map(|thing| thing.last);
        let says_so = |version: &u32| {
            let said = self.versions.get(*version as usize).map(|version| version.day);
            self.texts.get(*version as usize) == text && said.is_some_and(|said| said <= row.day)
        };
        let version = match last.filter(says_so) {
            Some(version) => version,
            None => self.push(row, &text),
        };
        self.follow(row, version);
    }

    /// Adds a version, and its thing when that is new.
    fn push(&mut self, row: &Row, text: &str) -> u32 {
        let version = count(self.versions.len());
        let key: Arc<str> = row.key.as_str().into();
        let next = count(self.known.len());
        let thing = *self.places.entry((row.sort, Arc::clone(&key))).or_insert(next);
        if thing == next {
            room(&mut self.known, 1);
            self.known.push(Thing { sort: row.sort, key, last: version, seq: row.seq });
        }
        room(&mut self.versions, 1);
        self.versions.push(Version { thing, day: row.day, seq: row.seq });
        self.texts.push(text);
        version
    }

    /// Remembers which version says what the last entry of a thing says.
    fn follow(&mut self, row: &Row, version: u32) {
        let thing = self.versions.get(version as usize).map(|version| version.thing as usize);
        if let Some(thing) = thing.and_then(|thing| self.known.get_mut(thing))
            && row.seq >= thing.seq
        {
            (thing.last, thing.seq) = (version, row.seq);
        }
    }

    fn text(&self, words: &Words) -> String {
        let fields: Vec<&str> = words.own.iter().map(String::as_str).collect();
        let mut text = haystack(&fields);
        if let Some(version) = words.recipient {
            text.push('\n');
            text.push_str(&self.texts.get(version as usize));
        }
        text
    }

    /// How well each thing fits of which some version known and effective contains the words.
    pub(super) fn fits(&self, times: Times, words: &[String]) -> Vec<Option<Fit>> {
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
    pub(super) fn best(
        &self,
        fits: &[Option<Fit>],
        sort: Sort,
    ) -> BinaryHeap<Reverse<(Fit, &str)>> {
        let things = self.known.iter().zip(fits).filter(|(thing, _)| thing.sort == sort);
        things.filter_map(|(thing, fit)| Some(Reverse(((*fit)?, &*thing.key)))).collect()
    }
}

impl Words {
    fn of(key: &str, state: &EntityState, said_by: impl Fn(&RecipientKey) -> Option<u32>) -> Self {
        let (own, recipient): (Vec<&str>, _) = match state {
            EntityState::Recipient(row) => {
                let official = official_name(row.recipient_type, &row.name);
                let own = vec![row.name.clone(), official, key.to_owned()];
                return Self { own, recipient: None };
            }
            EntityState::Title(row) => (vec![key, &row.name], None),
            EntityState::Grant(row) => {
                (vec![key, &row.issued.purpose, &row.issued.cash_reference], Some(&row.recipient))
            }
            EntityState::Application(row) => {
                (vec![key, &row.received.purpose], Some(&row.recipient))
            }
            EntityState::Milestone(row) => {
                let grant = row.planned.grant.as_ref().map_or("", FileNumber::as_str);
                (vec![key, &row.planned.name.de, &row.planned.name.en, grant], None)
            }
            _ => (Vec::new(), None),
        };
        Self {
            own: own.into_iter().map(str::to_owned).collect(),
            recipient: recipient.and_then(said_by),
        }
    }
}

/// A version, unless nobody can read it: that is for the verification to name.
fn parsed(sort: Sort, (key, day, seq): (&str, &str, Seq), value: &str) -> Option<Row> {
    let day = day.parse::<Day>().ok()?.num_days_from_ce();
    Some(Row { sort, key: key.to_owned(), day, seq, state: serde_json::from_str(value).ok()? })
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::*;
    use crate::ops::sample;
    use crate::store::ledger::Readable as _;
    use crate::store::view::search::words;

    const DAYS: [&str; 4] = ["2019-01-01", "2019-06-01", "2020-02-01", "2021-03-04"];
    const NAMES: [&str; 4] = ["Gera", "Wegera", "Ilm", "Gera Mitte"];
    const KEYS: [&str; 3] = ["1", "2", "3"];

    /// A version of the sample, with another name, purpose or recipient.
    fn version(of: &Connection, entity: &str, name: &str, recipient: &str) -> String {
        let sql =
            "SELECT value FROM entity_version WHERE entity = ?1 AND value IS NOT NULL LIMIT 1";
        let found: String = of.query_row(sql, [entity], |row| row.get(0)).unwrap();
        let mut value: serde_json::Value = serde_json::from_str(&found).unwrap();
        let own = &mut value[entity];
        match entity {
            "recipient" => own["name"] = name.into(),
            "grant" => {
                own["issued"]["purpose"] = name.into();
                own["recipient"] = recipient.into();
            }
            _ => {
                own["received"]["purpose"] = name.into();
                own["recipient"] = recipient.into();
            }
        }
        value.to_string()
    }

    /// Versions in any order of days, several of one entry among them, some taken back.
    fn versions(seed: u64) -> Connection {
        let sample = sample::in_memory().unwrap();
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE event (seq INTEGER PRIMARY KEY); \
             CREATE TABLE entity_version (entity TEXT, key TEXT, effective_on TEXT, seq INTEGER, \
                 value TEXT, PRIMARY KEY (entity, key, effective_on, seq)) WITHOUT ROWID;",
        )
        .unwrap();
        let mut state = seed;
        let mut any = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040);
            usize::try_from(state >> 33).unwrap() % below
        };
        for seq in 1..=60_u64 {
            conn.execute("INSERT INTO event VALUES (?1)", [seq]).unwrap();
            let entity = ["recipient", "application", "grant"][any(3)];
            let key = KEYS[any(3)];
            let name = NAMES[any(4)];
            for day in DAYS.iter().skip(any(4)).take(1 + any(2)) {
                let value = match any(8) {
                    0 => Value::Null,
                    _ => Value::Text(version(sample.connection(), entity, name, KEYS[any(3)])),
                };
                let row = params![entity, key, day, seq, value];
                conn.execute("INSERT INTO entity_version VALUES (?1, ?2, ?3, ?4, ?5)", row)
                    .unwrap();
            }
        }
        conn
    }

    /// What fits, by name.
    fn found(things: &Things, times: Times, typed: &str) -> Vec<String> {
        let fits = things.fits(times, &words(typed));
        let named = things.known.iter().zip(fits);
        let mut found: Vec<String> = named
            .filter_map(|(thing, fit)| Some(format!("{:?} {} {:?}", thing.sort, thing.key, fit?)))
            .collect();
        found.sort();
        found
    }

    /// Read in the order of the keys, in lots of any size and with entries that come later, the
    /// index answers as when each entry is taken in its turn.
    #[test]
    fn the_order_of_reading_changes_nothing() {
        let mut hits = 0;
        for seed in 1..=12 {
            let conn = versions(seed);
            let mut each = Things::default();
            for seq in 0..60 {
                each.read_between(&conn, seq, seq + 1).unwrap();
            }
            for (until, lot) in [(60, 1), (60, 7), (60, 1000), (31, 3), (0, 5)] {
                let mut things = Things::default();
                things.first.until = Some(until);
                while things.began().is_none() {
                    things.read_first(&conn, lot).unwrap();
                }
                things.read_between(&conn, until, 60).unwrap();
                for day in DAYS {
                    for known in [9, 20, 33, 47, 60] {
                        let times = Times { as_of: day.parse().unwrap(), known };
                        for typed in ["gera", "ilm", "mitte gera", "weg", "2", "gera ilm"] {
                            let expected = found(&each, times, typed);
                            hits += expected.len();
                            assert_eq!(found(&things, times, typed), expected, "{seed} {until}");
                        }
                    }
                }
            }
        }
        assert!(hits > 1000, "{hits}");
    }
}
