//! Rows of every table with one wrong value in one column: what CHECK, NOT NULL, STRICT and keys
//! refuse.

use foerderbuch::domain::Kind;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::SCHEMA;
use super::attacks::Cases;
use super::ledger::{OWN, PLENTY};
use super::scribe::{Entry, Step, entry, put, text};

/// Columns of a table, and whether each must have a value.
fn columns(table: &str) -> Vec<(String, bool)> {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(SCHEMA).unwrap();
    let mut statement =
        conn.prepare("SELECT name, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid").unwrap();
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// All tables, those that others refer to first.
pub const TABLES: [&str; 10] = [
    "event",
    "account",
    "posting",
    "balance",
    "total",
    "entity_version",
    "due_line",
    "event_grant",
    "person_name",
    "document",
];

const CHECK: &str = "CHECK constraint failed";
const STRICT: &str = "cannot store";

/// An account for revenue of a grant.
pub fn revenue_account(id: i64, year: i64, grant: (&str, &str), revenue: &str) -> Step {
    let mut values = vec![id.into(), text("revenue_due"), text(PLENTY), year.into(), 0.into()];
    values.extend([text(grant.0), text(grant.1), text(revenue)]);
    put("INSERT", "account", values)
}

/// An entry that a row of the table may stand beside.
fn sealing(table: &str) -> Entry {
    if table == "document" { kept() } else { entry(Kind::MilestonePlanned).of(OWN) }
}

/// The issuing of a paper that is kept.
pub fn kept() -> Entry {
    entry(Kind::DocumentIssued).of(OWN).with("body", Value::Blob(br#"{"stored":true}"#.to_vec()))
}

fn long(length: usize) -> Value {
    Value::Text("x".repeat(length))
}

fn blob(length: usize) -> Value {
    Value::Blob(vec![9; length])
}

/// Table, column, value and the words with which it is refused.
type Wrong = (&'static str, &'static str, Value, &'static str);

/// Texts that are too long, too short or hold NUL, and bytes of a wrong number.
fn wrong_texts() -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let texts = [
        ("event", "recipient", 0, 32),
        ("account", "title", 1, 200),
        ("account", "grant_no", 0, 64),
        ("entity_version", "key", 1, 200),
        ("due_line", "title", 1, 200),
        ("event_grant", "grant_no", 1, 64),
        ("event", "login", 0, 200),
        ("event", "voucher", 0, 200),
        ("person_name", "name", 1, 200),
    ];
    for (table, column, least, most) in texts {
        wrong.push((table, column, long(most + 1), CHECK));
        if least > 0 {
            wrong.push((table, column, long(least - 1), CHECK));
        }
        wrong.push((table, column, text("a\0b"), CHECK));
    }
    for (column, length) in [("uid", 16), ("hash", 32), ("recipient_hash", 32)] {
        wrong.push(("event", column, blob(length - 1), CHECK));
        wrong.push(("event", column, blob(length + 1), CHECK));
    }
    wrong
}

/// Bytes that are too few, or words in place of bytes.
fn wrong_bytes() -> Vec<Wrong> {
    vec![
        ("person_name", "salt", blob(15), CHECK),
        ("document", "content", blob(0), CHECK),
        ("document", "content", text("x"), STRICT),
    ]
}

impl Cases<'_> {
    pub(super) fn rows(&mut self) {
        let mut wrong = [wrong_texts(), wrong_bytes()].concat();
        wrong.extend([
            ("posting", "line", (-1).into(), CHECK),
            ("posting", "amount", 0.into(), CHECK),
            ("posting", "line", 1.into(), "UNIQUE"),
            ("posting", "account", 999_999.into(), "FOREIGN KEY"),
            ("due_line", "amount", 0.into(), CHECK),
            ("balance", "account", Value::Null, "FOREIGN KEY"),
            ("balance", "account", 999_999.into(), "FOREIGN KEY"),
        ]);
        let last = self.good.scribe.next;
        wrong.extend([
            ("event", "body", blob(1), CHECK),
            ("event", "body", blob(65_537), CHECK),
            ("event", "effective_on", text("2020-02-30"), CHECK),
            ("event", "effective_on", text("2020-1-3"), CHECK),
            ("account", "revenue", text("gift"), CHECK),
            ("account", "revenue", text("repayment"), CHECK),
            ("entity_version", "entity", text("thing"), CHECK),
            ("entity_version", "effective_on", text("2030-02-30"), CHECK),
            ("entity_version", "value", text("{"), CHECK),
            ("due_line", "fiscal_year", 1989.into(), CHECK),
            ("due_line", "fiscal_year", 2201.into(), CHECK),
            ("due_line", "authority_year", 1989.into(), CHECK),
            ("due_line", "authority_year", self.good.year.into(), CHECK),
            ("event_grant", "grant_no", blob(3), STRICT),
            ("person_name", "person", Value::Null, "I23"),
            ("person_name", "person", 99.into(), "I23"),
            ("person_name", "person", self.good.scribe.bank_account.into(), "I23"),
            ("event", "seq", 0.into(), "I1"),
            ("event", "recipient_seq", 0.into(), "I1"),
            ("event", "ref", last.into(), "refers to"),
            ("event", "login", blob(3), STRICT),
            ("account", "title", blob(3), STRICT),
            ("posting", "line", text("x"), STRICT),
            ("entity_version", "key", blob(3), STRICT),
            ("due_line", "amount", text("x"), STRICT),
            ("person_name", "name", blob(3), STRICT),
        ]);
        for (table, column, value, words) in wrong {
            self.row(table, column, value, words);
        }
        // No row of the totals is ever taken but what an entry moves: `statements`.
        for table in TABLES.into_iter().filter(|table| *table != "total") {
            for (column, _) in columns(table).iter().filter(|(_, required)| *required) {
                // Nobody is enrolled as NULL.
                let words = if column == "actor" { "I23" } else { "NOT NULL" };
                self.row(table, column, Value::Null, words);
                if table == "balance" {
                    // Its account need not exist where foreign keys are off.
                    self.by_tool();
                }
            }
        }
        for table in ["entity_version", "due_line", "event_grant", "posting", "document"] {
            self.orphans(table);
        }
        for (what, grant, revenue) in [
            ("an unknown revenue", "G1", "gift"),
            ("a long grant", &*"x".repeat(65), "repayment"),
            ("NUL in the grant", "a\0b", "repayment"),
        ] {
            self.push(&format!("an account with {what}"), CHECK, |scribe| {
                scribe.steps.push(revenue_account(9_999, self.good.year, (grant, OWN), revenue));
            });
        }
        self.replaced();
    }

    /// A good row of the table, in the order of its columns.
    fn good_row(&self, table: &str) -> Vec<Value> {
        let good = self.good;
        let (next, day, year) = (good.scribe.next, text(&good.scribe.day), good.year.into());
        match table {
            "account" => vec![
                9_999.into(),
                text("available"),
                text("0000 00008"),
                year,
                0.into(),
                text(""),
                text(""),
                text(""),
            ],
            "posting" => vec![next.into(), 2.into(), good.blocked.into(), day, 1.into()],
            "balance" => vec![999_999.into(), 0.into(), 0.into()],
            "entity_version" => {
                vec![text("milestone"), text("K"), day, next.into(), text("{}")]
            }
            "due_line" => vec![
                text("G1"),
                text(PLENTY),
                year,
                0.into(),
                text(OWN),
                day,
                next.into(),
                5.into(),
            ],
            "event_grant" => vec![text("G1"), next.into()],
            "person_name" => vec![5.into(), text("X. Neu"), blob(16)],
            "document" => vec![next.into(), blob(3)],
            other => panic!("the table {other} has no good row here"),
        }
    }

    /// A good row but for one value, with the entry that seals it.
    fn row(&mut self, table: &str, column: &str, value: Value, words: &'static str) {
        let shown: String = format!("{value:?}").chars().take(30).collect();
        let name = &format!("{table}.{column} as {shown}");
        let good = self.good;
        let names = columns(table);
        if table == "event" {
            let column = names.iter().position(|(name, _)| name == column).unwrap();
            // The first entry of a recipient: without the name the number must still fit.
            let entry = entry(Kind::MilestonePlanned).of("R8");
            self.push(name, words, |scribe| {
                scribe.seal(&entry);
                scribe.steps.last_mut().unwrap().values[column] = value;
            });
            return;
        }
        let mut values = self.good_row(table);
        let place = names.iter().position(|(name, _)| name == column).unwrap();
        values[place] = value;
        self.push(name, words, |scribe| {
            if table == "due_line" {
                let grant = vec![text("G1"), scribe.next.into()];
                scribe.steps.push(put("INSERT", "event_grant", grant));
            }
            scribe.steps.push(put("INSERT", table, values));
            if table == "posting" {
                // The other lines add up to zero with the row, or without it when it has no sum.
                let rest = if column == "amount" { 5 } else { 4 };
                let lines = [(good.available, -5), (good.blocked, rest)];
                scribe.seal(&entry(Kind::AppropriationVoted).lines(&lines));
            } else {
                scribe.seal(&sealing(table));
            }
        });
    }

    /// Rows of no entry, of a sealed entry, and twice.
    fn orphans(&mut self, table: &'static str) {
        let row = self.good_row(table);
        let place = columns(table).iter().position(|(name, _)| name == "seq" || name == "event");
        let place = place.unwrap();
        let insert = |row: &[Value]| put("INSERT", table, row.to_vec());
        self.push(&format!("{table} that nobody seals"), "FOREIGN KEY", |scribe| {
            scribe.steps.push(insert(&row));
        });
        let mut late = row.clone();
        late[place] = self.good.last.into();
        self.push(&format!("{table} of a sealed entry"), "an event is sealed", |scribe| {
            scribe.steps.push(insert(&late));
        });
        if table != "posting" {
            self.push(&format!("{table} twice"), "UNIQUE", |scribe| {
                scribe.steps.extend([insert(&row), insert(&row)]);
                if table == "due_line" {
                    let grant = vec![text("G1"), scribe.next.into()];
                    scribe.steps.push(put("INSERT", "event_grant", grant));
                }
                scribe.seal(&sealing(table));
            });
        }
    }

    /// REPLACE by either key of an account, and of a name.
    fn replaced(&mut self) {
        let row = self.good_row("account");
        let mut by_id = row.clone();
        by_id[2] = text("0000 00007");
        let mut by_key = row.clone();
        by_key[0] = 9_998.into();
        let name = self.good_row("person_name");
        for (what, verb) in [("twice", "INSERT"), ("replaced", "REPLACE")] {
            for (key, other) in [("id", &by_id), ("key", &by_key)] {
                let words = "accounts are never changed";
                self.push(&format!("account {what} by its {key}"), words, |scribe| {
                    scribe.steps.push(put("INSERT", "account", row.clone()));
                    scribe.steps.push(put(verb, "account", other.clone()));
                });
                self.by_tool();
            }
            self.push(&format!("name {what}"), "names are erased, never changed", |scribe| {
                scribe.steps.push(put("INSERT", "person_name", name.clone()));
                scribe.steps.push(put(verb, "person_name", name.clone()));
            });
            self.by_tool();
        }
    }
}
