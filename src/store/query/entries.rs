//! Lists of the journal: the numbers of all entries that pass, and the rows of a window of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};

use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    EntryFilter, EntryIndex, EntryOrder, EntryRank, EntryWish, JournalRow, Times,
};
use super::entity::{entities, names};
use super::{read, recipient_state};
use crate::domain::entity::{EntityKind, EntityState};
use crate::domain::recipient::official_name;
use crate::domain::stage::StageClass;
use crate::domain::{
    Event, FiscalYear, Kind, Money, PersonNo, RecipientKey, Seq, Stage, TitleKey, territory,
};

/// After so many rows a search asks whether it is still wanted.
const LOT: usize = 1000;

/// A condition of SQL with its values in their order.
#[derive(Default)]
struct Condition {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Condition {
    fn add(&mut self, part: impl Into<String>, value: impl Into<Value>) {
        self.parts.push(part.into());
        self.values.push(value.into());
    }

    fn sql(&self) -> String {
        self.parts.join(" AND ")
    }
}

/// The numbers of all entries that pass, in order.
///
/// `go_on` is asked now and then during a search through all entries.
///
/// # Errors
/// When the file cannot be read, or `Cancelled` when the search is not wanted any more.
pub fn entry_index(
    from: &impl Readable,
    times: Times,
    wish: &EntryWish,
    go_on: &dyn Fn() -> bool,
) -> Result<EntryIndex, StoreError> {
    let filter = &wish.filter;
    let mut index = EntryIndex { wish: wish.clone(), ..EntryIndex::default() };
    let found = read(from, |conn| {
        if filter.reads_entries() {
            return search(conn, times, wish, go_on);
        }
        numbers(conn, times, wish).map(Some)
    })?;
    index.seqs = found.ok_or(StoreError::Cancelled)?;
    if let Some(rank) = &wish.rank {
        read(from, |conn| together(conn, &mut index.seqs, rank))?;
    }
    if !filter.postings.is_empty() {
        let amounts = read(from, |conn| amounts(conn, times, filter, None))?;
        let adds = |seq: &Seq| amounts.get(seq).copied();
        index.seqs.retain(|seq| adds(seq).is_some_and(|sum| filter.takes_amount(Some(sum))));
        index.amounts =
            index.seqs.iter().map(|seq| amounts.get(seq).copied().unwrap_or_default()).collect();
    }
    Ok(index)
}

/// Puts entries together by kind or person; among each other they stay in their order.
fn together(conn: &Connection, seqs: &mut [Seq], rank: &EntryRank) -> rusqlite::Result<()> {
    let (names, sql): (Vec<String>, _) = match rank {
        EntryRank::Kinds(kinds) => (
            kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
            "SELECT seq, kind FROM event INDEXED BY event_by_kind",
        ),
        EntryRank::Persons(persons) => (
            persons.iter().map(|person| person.0.to_string()).collect(),
            "SELECT seq, CAST(actor AS TEXT) FROM event",
        ),
    };
    let places: HashMap<&str, usize> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let wanted: HashSet<Seq> = seqs.iter().copied().collect();
    let mut place_of: HashMap<Seq, usize> = HashMap::with_capacity(seqs.len());
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        if wanted.contains(&seq) {
            let place = places.get(row.get_ref(1)?.as_str()?).copied();
            place_of.insert(seq, place.unwrap_or(names.len()));
        }
    }
    seqs.sort_by_key(|seq| place_of.get(seq).copied());
    Ok(())
}

/// Day, known and everything of the filter but words and postings.
fn condition(times: Times, filter: &EntryFilter) -> Condition {
    let mut condition = Condition::default();
    let until = filter.until.map_or(times.as_of, |until| until.min(times.as_of));
    condition.add("event.effective_on <= ?", until.to_string());
    condition.add("event.seq <= ?", number(times.known));
    if let Some(from) = filter.from {
        condition.add("event.effective_on >= ?", from.to_string());
    }
    if !filter.kinds.is_empty() {
        let names: Vec<String> =
            filter.kinds.iter().map(|kind| format!("'{}'", kind.as_str())).collect();
        condition.parts.push(format!("event.kind IN ({})", names.join(", ")));
    }
    if let Some(case) = &filter.case {
        let part = "event.seq IN (SELECT seq FROM event_grant WHERE grant_no = ?)";
        condition.add(part, case.as_str().to_owned());
    }
    if let Some(recipient) = &filter.recipient {
        condition.add("event.recipient = ?", recipient.as_str().to_owned());
    }
    if !filter.actors.is_empty() {
        let numbers: Vec<String> = filter.actors.iter().map(|actor| actor.0.to_string()).collect();
        condition.parts.push(format!("event.actor IN ({})", numbers.join(", ")));
    }
    condition
}

/// As SQLite counts.
fn number(seq: Seq) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

const fn order(order: EntryOrder) -> &'static str {
    match order {
        EntryOrder::Newest => "event.seq DESC",
        EntryOrder::Oldest => "event.seq",
        EntryOrder::Earliest => "event.effective_on, event.seq",
        EntryOrder::Latest => "event.effective_on DESC, event.seq DESC",
    }
}

fn numbers(conn: &Connection, times: Times, wish: &EntryWish) -> rusqlite::Result<Vec<Seq>> {
    let EntryFilter { from, until, entry, .. } = wish.filter;
    if wish.filter == (EntryFilter { from, until, entry, ..EntryFilter::default() }) {
        return numbers_by_day(conn, times, wish);
    }
    let condition = condition(times, &wish.filter);
    let order = order(wish.order);
    let sql = format!("SELECT event.seq FROM event WHERE {} ORDER BY {order}", condition.sql());
    let mut statement = conn.prepare_cached(&sql)?;
    statement.query_map(params_from_iter(condition.values), |row| row.get(0))?.collect()
}

/// The numbers where only days are asked for: the index of the days has them, and no entry is
/// read.
fn numbers_by_day(conn: &Connection, times: Times, wish: &EntryWish) -> rusqlite::Result<Vec<Seq>> {
    let condition = condition(times, &wish.filter);
    let by_day = match wish.order {
        EntryOrder::Earliest | EntryOrder::Latest => {
            format!(" ORDER BY {}", order(wish.order))
        }
        EntryOrder::Newest | EntryOrder::Oldest => String::new(),
    };
    let sql = format!(
        "SELECT event.seq FROM event INDEXED BY event_by_day WHERE {}{by_day}",
        condition.sql()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(condition.values), |row| row.get(0))?;
    let mut found = rows.collect::<rusqlite::Result<Vec<Seq>>>()?;
    match wish.order {
        EntryOrder::Newest => found.sort_unstable_by_key(|seq| std::cmp::Reverse(*seq)),
        EntryOrder::Oldest => found.sort_unstable(),
        EntryOrder::Earliest | EntryOrder::Latest => {}
    }
    Ok(found)
}

/// Texts that are looked for, in small letters; an empty one is in every text.
struct Sought<'a> {
    wish: &'a EntryWish,
    words: String,
    object: String,
    voucher: String,
    /// Recipients whose name contains the words, and those whose name was asked for.
    recipients: [BTreeSet<String>; 2],
}

impl<'a> Sought<'a> {
    fn new(conn: &Connection, times: Times, wish: &'a EntryWish) -> rusqlite::Result<Self> {
        let filter = &wish.filter;
        let small = |text: &str| text.trim().to_lowercase();
        let named = [small(&filter.words), small(&filter.recipient_named)];
        let mut recipients = [BTreeSet::new(), BTreeSet::new()];
        for (key, state) in entities(conn, times, EntityKind::Recipient)? {
            let EntityState::Recipient(row) = state else { continue };
            for (found, words) in recipients.iter_mut().zip(&named) {
                if !words.is_empty()
                    && official_name(row.recipient_type, &row.name).to_lowercase().contains(words)
                {
                    found.insert(key.clone());
                }
            }
        }
        let [words, _] = named;
        let (object, voucher) = (small(&filter.object), small(&filter.voucher));
        Ok(Self { wish, words, object, voucher, recipients })
    }

    /// True when a row of the [`search`] passes.
    fn finds(&self, conn: &Connection, row: &Row<'_>) -> rusqlite::Result<bool> {
        let filter = &self.wish.filter;
        let contains = |text: &str, words: &str| text.to_lowercase().contains(words);
        let [by_words, by_name] = &self.recipients;
        let recipient = row.get_ref(2)?.as_str()?;
        if !filter.recipient_named.trim().is_empty() && !by_name.contains(recipient) {
            return Ok(false);
        }
        let voucher = row.get_ref(3)?.as_str()?;
        if !self.voucher.is_empty() && !contains(voucher, &self.voucher) {
            return Ok(false);
        }
        let body = row.get_ref(4)?.as_str()?;
        let kind = Kind::from_name(row.get_ref(1)?.as_str()?);
        let hit = self.words.is_empty()
            || kind.is_some_and(|kind| self.wish.kinds.contains(&kind))
            || by_words.contains(recipient)
            || contains(voucher, &self.words)
            || row.get::<_, Seq>(0)?.to_string() == self.words
            || contains(body, &self.words);
        // Of a figure, amounts are what the entries add to it, which is asked later.
        let amounts = filter.has_amount() && filter.postings.is_empty();
        if !hit || (!amounts && self.object.is_empty()) {
            return Ok(hit);
        }
        let Some(event) = codec::event_at(conn, row.get(0)?)? else { return Ok(false) };
        let (amount, object, _) = told(conn, &event)?;
        Ok((!amounts || filter.takes_amount(amount)) && contains(&object, &self.object))
    }
}

/// The entries that pass where each must be read: its kind, recipient, voucher, number or body
/// contains the words, and object, voucher and amount are those asked for.
fn search(
    conn: &Connection,
    times: Times,
    wish: &EntryWish,
    go_on: &dyn Fn() -> bool,
) -> rusqlite::Result<Option<Vec<Seq>>> {
    let sought = Sought::new(conn, times, wish)?;
    let condition = condition(times, &wish.filter);
    let sql = format!(
        "SELECT seq, kind, recipient, voucher, CAST(body AS TEXT) FROM event WHERE {} ORDER BY {}",
        condition.sql(),
        order(wish.order)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(condition.values))?;
    let (mut found, mut looked) = (Vec::new(), 0_usize);
    while let Some(row) = rows.next()? {
        looked += 1;
        if looked % LOT == 1 && !go_on() {
            return Ok(None);
        }
        if sought.finds(conn, row)? {
            found.push(row.get(0)?);
        }
    }
    Ok(Some(found))
}

/// Amount and object of an event, and what it is charged to.
type Told = (Option<Money>, String, Vec<(TitleKey, FiscalYear)>);

/// What an event tells; a correction has what it takes back.
fn told(conn: &Connection, event: &Event) -> rusqlite::Result<Told> {
    let original = match event.reference.filter(|_| event.kind() == Kind::Reversed) {
        Some(reference) => codec::event_at(conn, reference)?,
        None => None,
    };
    Ok(original.map_or_else(
        || (event.body.amount(), event.body.object(), event.body.charged()),
        |original| {
            let body = &original.body;
            (body.amount().map(|amount| -amount), body.object(), body.charged())
        },
    ))
}

/// What each entry adds to the figure, sources positive; of one entry only, if it is named.
fn amounts(
    conn: &Connection,
    times: Times,
    filter: &EntryFilter,
    only: Option<Seq>,
) -> rusqlite::Result<BTreeMap<Seq, Money>> {
    let wanted = &filter.postings;
    let mut condition = Condition::default();
    condition.add("posting.effective_on <= ?", times.as_of.to_string());
    condition.add("posting.event <= ?", number(times.known));
    if let Some(seq) = only {
        condition.add("posting.event = ?", number(seq));
    }
    if !wanted.stages.is_empty() {
        let names: Vec<String> =
            wanted.stages.iter().map(|stage| format!("'{}'", stage.as_str())).collect();
        condition.parts.push(format!("account.stage IN ({})", names.join(", ")));
    }
    if let Some(title) = &wanted.title {
        condition.add("account.title = ?", title.as_str().to_owned());
    }
    if let Some(year) = wanted.fiscal_year {
        condition.add("account.fiscal_year = ?", i64::from(year.0));
    }
    if let Some(recipient) = &wanted.recipient {
        condition.add("account.recipient = ?", recipient.as_str().to_owned());
    }
    if let Some(grant) = &wanted.grant {
        condition.add("account.grant_no = ?", grant.as_str().to_owned());
    }
    if let Some(county) = &wanted.county {
        let keys: Vec<String> =
            territory::within(county, times.as_of).map(|key| format!("'{key}'")).collect();
        condition.parts.push(format!(
            "length(account.recipient) IN (5, 8) AND account.recipient NOT GLOB '*[^0-9]*' \
             AND substr(account.recipient, 1, 5) IN ({})",
            keys.join(", ")
        ));
    }
    let sources: Vec<String> = Stage::ALL
        .iter()
        .filter(|stage| stage.class() == StageClass::Source)
        .map(|stage| format!("'{}'", stage.as_str()))
        .collect();
    // Sources are posted negative and read positive.
    let sql = format!(
        "SELECT posting.event, \
             sum(CASE WHEN account.stage IN ({}) THEN -posting.amount ELSE posting.amount END) \
         FROM account JOIN posting ON posting.account = account.id WHERE {} GROUP BY 1",
        sources.join(", "),
        condition.sql()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    statement
        .query_map(params_from_iter(condition.values), |row| {
            Ok((row.get(0)?, Money::from_cents(row.get(1)?)))
        })?
        .collect()
}

/// The rows of these entries, in their order; numbers that there are not are left out.
///
/// Where the filter names a figure, the amount of a row is what it adds to that figure.
///
/// # Errors
/// When the file cannot be read.
pub fn entries(
    from: &impl Readable,
    times: Times,
    filter: &EntryFilter,
    seqs: &[Seq],
) -> Result<Vec<JournalRow>, StoreError> {
    let persons = read(from, names)?;
    let mut recipients: BTreeMap<RecipientKey, String> = BTreeMap::new();
    let mut found = Vec::with_capacity(seqs.len());
    for seq in seqs {
        let Some(mut row) = read(from, |conn| entry(conn, times, *seq, &persons))? else {
            continue;
        };
        if !row.recipient.is_empty() {
            let name = if let Some(name) = recipients.get(&row.recipient) {
                name.clone()
            } else {
                let state = recipient_state(from, times, &row.recipient)?;
                let name = state.map(|row| official_name(row.recipient_type, &row.name));
                let name = name.unwrap_or_default();
                recipients.insert(row.recipient.clone(), name.clone());
                name
            };
            row.recipient_name = name;
        }
        if !filter.postings.is_empty() {
            let amounts = read(from, |conn| amounts(conn, times, filter, Some(*seq)))?;
            row.amount = amounts.get(seq).copied();
        }
        found.push(row);
    }
    Ok(found)
}

/// An entry without the name of its recipient.
fn entry(
    conn: &Connection,
    times: Times,
    seq: Seq,
    persons: &BTreeMap<PersonNo, String>,
) -> rusqlite::Result<Option<JournalRow>> {
    let sql = format!("SELECT {}, hash, recipient_hash FROM event WHERE seq = ?1", codec::COLUMNS);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([number(seq)])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let event = codec::event_row(row)?;
    let (body, hash, recipient_hash): (Vec<u8>, _, _) = (row.get(11)?, row.get(12)?, row.get(13)?);
    let reversed_by = conn
        .prepare_cached("SELECT seq FROM event WHERE ref = ?1 AND kind = 'reversed' AND seq <= ?2")?
        .query_row([number(seq), number(times.known)], |row| row.get(0))
        .optional()?;
    let (amount, object, charged) = told(conn, &event)?;
    Ok(Some(JournalRow {
        seq: event.seq,
        kind: event.kind(),
        recorded_at: event.recorded_at,
        effective_on: event.effective_on,
        recipient_name: String::new(),
        actor: event.actor,
        actor_name: persons.get(&event.actor).cloned(),
        login: event.login,
        voucher: event.voucher,
        reference: event.reference,
        amount,
        object,
        charged,
        reversed_by,
        body: String::from_utf8_lossy(&body).into_owned(),
        uid: event.uid,
        recipient_seq: event.recipient_seq,
        hash,
        recipient_hash,
        recipient: event.recipient,
    }))
}
