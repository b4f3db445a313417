//! Writes entries as SQL in the order of sealing, without the program's own store, which would
//! refuse a mutated schema. Hashes are arbitrary bytes: SQL cannot check them.

use std::collections::{BTreeMap, BTreeSet};

use foerderbuch::domain::rule::RecipientUse;
use foerderbuch::domain::{Day, Kind};
use foerderbuch::ops::sample;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::ledger::OWN;

/// A statement with its values.
#[derive(Clone, Debug)]
pub struct Step {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Step {
    pub fn run(&self, conn: &Connection) -> rusqlite::Result<()> {
        let values = rusqlite::params_from_iter(&self.values);
        conn.prepare_cached(&self.sql)?.execute(values).map(drop)
    }
}

/// `verb` is INSERT or REPLACE.
pub fn put(verb: &str, table: &str, values: Vec<Value>) -> Step {
    let places = vec!["?"; values.len()].join(", ");
    Step { sql: format!("{verb} INTO {table} VALUES ({places})"), values }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// An entry as an attacker writes it.
#[derive(Clone)]
pub struct Entry {
    kind: String,
    recipient: &'static str,
    actor: i64,
    voucher: &'static str,
    reference: Option<i64>,
    lines: Vec<(i64, i64)>,
    set: Vec<(&'static str, Value)>,
    verb: &'static str,
    bare: bool,
}

/// An entry of this kind without postings, by person 3, of [`OWN`] where it needs a recipient.
pub fn entry(kind: Kind) -> Entry {
    Entry {
        kind: kind.as_str().to_owned(),
        recipient: if kind.recipient() == RecipientUse::Always { OWN } else { "" },
        actor: 3,
        voucher: "Beleg",
        reference: None,
        lines: Vec::new(),
        set: Vec::new(),
        verb: "INSERT",
        bare: false,
    }
}

/// An entry on a fiscal year, whose body names it.
pub fn of_year(kind: Kind, year: i64) -> Entry {
    entry(kind).with("body", Value::Blob(format!("{{\"fiscal_year\":{year}}}").into_bytes()))
}

impl Entry {
    pub fn of(self, recipient: &'static str) -> Self {
        Self { recipient, ..self }
    }

    pub fn by(self, actor: i64) -> Self {
        Self { actor, ..self }
    }

    pub fn on(self, reference: i64) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// Postings: account and amount.
    pub fn lines(self, lines: &[(i64, i64)]) -> Self {
        Self { lines: lines.to_vec(), ..self }
    }

    pub fn without_voucher(self) -> Self {
        Self { voucher: "", ..self }
    }

    /// Another value in a column of `event`.
    pub fn with(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        self.set.push((column, value.into()));
        self
    }

    /// Without due lines and grants beside its postings.
    pub fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    pub fn replacing(self) -> Self {
        Self { verb: "REPLACE", ..self }
    }
}

const COLUMNS: [&str; 14] = [
    "seq",
    "uid",
    "kind",
    "recipient",
    "recipient_seq",
    "recorded_at",
    "effective_on",
    "actor",
    "login",
    "voucher",
    "ref",
    "body",
    "hash",
    "recipient_hash",
];

/// A writer that knows where the ledger ends.
#[derive(Clone)]
pub struct Scribe {
    /// Number of the next entry.
    pub next: i64,
    /// Microseconds of the last entry.
    pub time: i64,
    /// The day on which entries count, that of recording.
    pub day: String,
    /// Key of a bank account of the sample: a number that is no person.
    pub bank_account: i64,
    pub steps: Vec<Step>,
    chains: BTreeMap<String, i64>,
    accounts: BTreeMap<Place, i64>,
    balances: BTreeMap<i64, i64>,
}

/// Stage, title, fiscal year, due year, grant, recipient, revenue.
type Place = (String, String, i64, i64, String, String, String);

/// The stages whose sum the due lines of a grant bear.
const IN_FORCE: [&str; 5] = ["committed", "requested", "ordered", "paid", "held"];

/// Microseconds.
pub const DAY: i64 = 86_400_000_000;

impl Scribe {
    /// Behind the last entry of the sample, one day later.
    pub fn behind_the_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.foerderbuch");
        sample::write(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        let sql = "SELECT max(seq), max(recorded_at), \
                   date(max(recorded_at) / 1000000 + 86400, 'unixepoch') FROM event";
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let (last, time, day): (i64, i64, String) = conn.query_row(sql, [], row).unwrap();
        let sql = "SELECT CAST(max(key) AS INTEGER) FROM entity_version \
                   WHERE entity = 'bank_account' AND value IS NOT NULL";
        let bank_account = conn.query_row(sql, [], |row| row.get(0)).unwrap();
        // Test recipients are new; the programme level has a chain already.
        let sql = "SELECT max(recipient_seq) FROM event WHERE recipient = ''";
        let programme = conn.query_row(sql, [], |row| row.get(0)).unwrap();
        let sql = "SELECT stage, title, fiscal_year, due_year, grant_no, recipient, revenue, id, \
                   amount FROM account JOIN balance ON balance.account = account.id";
        let mut statement = conn.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        let (mut accounts, mut balances) = (BTreeMap::new(), BTreeMap::new());
        while let Some(row) = rows.next().unwrap() {
            let text = |column: usize| row.get::<_, String>(column).unwrap();
            let number = |column: usize| row.get::<_, i64>(column).unwrap();
            let place = (text(0), text(1), number(2), number(3), text(4), text(5), text(6));
            accounts.insert(place, number(7));
            balances.insert(number(7), number(8));
        }
        Self {
            next: last + 1,
            time: time + DAY,
            day,
            bank_account,
            steps: copied(&conn, last),
            chains: BTreeMap::from([(String::new(), programme)]),
            accounts,
            balances,
        }
    }

    /// Fiscal year of the day on which entries count.
    pub fn year(&self) -> i64 {
        let day: Day = self.day.parse().unwrap();
        i64::from(chrono::Datelike::year(&day))
    }

    /// The same writer, with nothing written yet.
    pub fn fresh(&self) -> Self {
        Self {
            next: self.next,
            time: self.time,
            day: self.day.clone(),
            bank_account: self.bank_account,
            steps: Vec::new(),
            chains: self.chains.clone(),
            accounts: self.accounts.clone(),
            balances: self.balances.clone(),
        }
    }

    pub fn sql(&mut self, sql: &str) {
        self.steps.push(Step { sql: sql.to_owned(), values: Vec::new() });
    }

    /// The account of this stage, title, fiscal year and due year, and of `grant` and recipient
    /// where it belongs to a grant; opened when it is new.
    pub fn account(
        &mut self,
        stage: &str,
        title: &str,
        years: (i64, i64),
        grant: (&str, &str),
    ) -> i64 {
        let revenue = if stage.starts_with("revenue") { "repayment" } else { "" };
        let owned = str::to_owned;
        let (number, recipient) = (owned(grant.0), owned(grant.1));
        let place =
            (owned(stage), owned(title), years.0, years.1, number, recipient, owned(revenue));
        if let Some(id) = self.accounts.get(&place) {
            return *id;
        }
        // Far above the numbers of the sample's accounts.
        let id = 10_000 + i64::try_from(self.accounts.len()).unwrap();
        let (year, due) = (Value::from(years.0), Value::from(years.1));
        let mut values = vec![id.into(), text(stage), text(title), year, due];
        values.extend([text(grant.0), text(grant.1), text(revenue)]);
        self.steps.push(put("INSERT", "account", values));
        self.accounts.insert(place, id);
        id
    }

    pub fn balance(&self, account: i64) -> i64 {
        self.balances.get(&account).copied().unwrap_or_default()
    }

    /// One posting of the next entry.
    pub fn posting(&mut self, line: i64, account: i64, amount: i64) {
        let values =
            vec![self.next.into(), line.into(), account.into(), text(&self.day), amount.into()];
        self.steps.push(put("INSERT", "posting", values));
        *self.balances.entry(account).or_default() += amount;
    }

    /// What the program writes beside postings on a grant: its due lines and that it is concerned.
    fn beside(&mut self, entry: &Entry) {
        let mut lines: BTreeMap<(&str, &str, i64), i64> = BTreeMap::new();
        for (account, amount) in &entry.lines {
            let place = self.accounts.iter().find(|(_, id)| *id == account).unwrap().0;
            if place.4.is_empty() {
                continue;
            }
            let line = lines.entry((&place.4, &place.1, place.2)).or_default();
            *line += if IN_FORCE.contains(&&*place.0) { *amount } else { 0 };
        }
        let grants: BTreeSet<&str> = lines.keys().map(|line| line.0).collect();
        let seq = Value::from(self.next);
        let mut steps = Vec::new();
        for grant in grants {
            steps.push(put("INSERT", "event_grant", vec![text(grant), seq.clone()]));
        }
        for ((grant, title, year), amount) in lines.into_iter().filter(|(_, amount)| *amount != 0) {
            let mut values = vec![text(grant), text(title), year.into(), 0.into()];
            values.extend([text(entry.recipient), text(&self.day), seq.clone(), amount.into()]);
            steps.push(put("INSERT", "due_line", values));
        }
        self.steps.extend(steps);
    }

    /// Writes postings and entry; its number.
    pub fn seal(&mut self, entry: &Entry) -> i64 {
        for (line, (account, amount)) in (0..).zip(&entry.lines) {
            self.posting(line, *account, *amount);
        }
        if !entry.bare {
            self.beside(entry);
        }
        let seq = self.next;
        let chain = self.chains.entry(entry.recipient.to_owned()).or_default();
        *chain += 1;
        self.time += 1_000_000;
        let blob = |first: u8, length: usize| {
            let mut bytes = vec![first; length];
            bytes[..8].copy_from_slice(&seq.to_be_bytes());
            Value::Blob(bytes)
        };
        let mut values = vec![
            seq.into(),
            blob(1, 16),
            text(&entry.kind),
            text(entry.recipient),
            (*chain).into(),
            self.time.into(),
            text(&self.day),
            entry.actor.into(),
            text("tool"),
            text(entry.voucher),
            entry.reference.map_or(Value::Null, Value::from),
            Value::Blob(b"{}".to_vec()),
            blob(2, 32),
            blob(3, 32),
        ];
        for (column, value) in &entry.set {
            let place = COLUMNS.iter().position(|name| name == column).unwrap();
            values[place] = value.clone();
        }
        self.steps.push(put(entry.verb, "event", values));
        self.next += 1;
        seq
    }
}

/// All rows of a ledger, entry by entry, each with its rows before itself.
fn copied(conn: &Connection, last: i64) -> Vec<Step> {
    let names = |sql: &str| -> Vec<String> {
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    // Tables in the order in which they are written; triggers make balances and totals.
    let tables = names(
        "SELECT name FROM sqlite_schema WHERE type = 'table' \
         AND name NOT IN ('balance', 'total', 'event') ORDER BY name <> 'account'",
    );
    let mut steps = vec![Vec::new(); usize::try_from(last).unwrap() + 1];
    for table in tables.iter().map(String::as_str).chain(["event"]) {
        let of_event = names(&format!(
            "SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" = 'event'"
        ));
        let entry = match (table, of_event.first()) {
            ("account", _) => "(SELECT min(event) FROM posting WHERE account = account.id)",
            ("event", _) => "seq",
            (_, Some(column)) => column.as_str(),
            // What belongs to no entry is written at the end.
            (_, None) => "NULL",
        };
        let sql = format!("SELECT {entry}, * FROM {table} ORDER BY 1");
        let mut statement = conn.prepare(&sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let entry: Option<i64> = row.get(0).unwrap();
            let values = (1..columns).map(|column| row.get(column).unwrap()).collect();
            let place = usize::try_from(entry.unwrap_or(last)).unwrap();
            steps[place].push(put("INSERT", table, values));
        }
    }
    steps.concat()
}
