//! What a database tool may try, and what verification finds.

use std::path::{Path, PathBuf};

use foerderbuch::ops::sample;
use foerderbuch::store::view::Head;
use foerderbuch::store::{Access, Finding, Ledger};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tempfile::TempDir;

fn written() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    (folder, path)
}

fn tool(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

/// A database tool that no guard of the ledger stops: no trigger, no CHECK, no foreign key.
pub fn attacker(path: &Path) -> Connection {
    let tool = tool(path);
    tool.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
    tool.execute_batch(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; \
         PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA legacy_alter_table = ON;",
    )
    .unwrap();
    tool
}

fn number(tool: &Connection, sql: &str) -> i64 {
    tool.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The first payment: an entry with postings, in the middle of the journal.
const PAYMENT: &str = "SELECT min(seq) FROM event WHERE kind = 'payment_confirmed'";

#[test]
fn the_database_itself_refuses_changes_by_a_tool() {
    let (_folder, path) = written();
    let tool = tool(&path);
    for statement in [
        "UPDATE event SET voucher = 'x' WHERE seq = 30",
        "DELETE FROM event WHERE seq = 143",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 30",
        "REPLACE INTO event SELECT * FROM event WHERE seq = 143",
        "UPDATE posting SET amount = amount + 1",
        "DELETE FROM posting",
        "INSERT INTO posting VALUES (30, 9, 1, '2020-01-01', 5)",
        "UPDATE balance SET amount = 0",
        "UPDATE balance SET amount = amount + 1, seq = 143",
        "DELETE FROM balance",
        "INSERT OR REPLACE INTO balance SELECT * FROM balance",
        "UPDATE total SET amount = 0",
        "UPDATE total SET amount = amount + 1, seq = 276",
        "DELETE FROM total",
        "INSERT OR REPLACE INTO total SELECT * FROM total",
        "INSERT INTO total VALUES ('', 'x', 2020, 'paid', 1, 276)",
        "UPDATE account SET title = 'x'",
        "INSERT OR REPLACE INTO account SELECT * FROM account",
        "UPDATE entity_version SET value = NULL",
        "DELETE FROM entity_version",
        "INSERT OR REPLACE INTO entity_version SELECT * FROM entity_version",
        "UPDATE due_line SET amount = 1",
        "DELETE FROM due_line",
        "INSERT OR REPLACE INTO due_line SELECT * FROM due_line",
        "UPDATE person_name SET name = 'x'",
        "INSERT OR REPLACE INTO person_name SELECT * FROM person_name",
    ] {
        assert!(tool.execute(statement, []).is_err(), "{statement}");
    }
    drop(tool);
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(ledger.findings(), []);
    assert_eq!(ledger.verify_deep().unwrap(), []);
}

#[test]
fn one_changed_byte_of_an_old_event_is_named_by_its_entry() {
    for column in ["body", "voucher", "login", "effective_on", "kind", "uid", "actor"] {
        let (_folder, path) = written();
        let tool = tool(&path);
        let payment = number(&tool, PAYMENT);
        tool.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
        let change = match column {
            "body" => "body = CAST(replace(CAST(body AS TEXT), '1', '2') AS BLOB)",
            "voucher" => "voucher = voucher || '.'",
            "login" => "login = 'jemand'",
            "effective_on" => "effective_on = date(effective_on, '-1 day')",
            "kind" => "kind = 'order_cancelled'",
            "uid" => "uid = randomblob(16)",
            _ => "actor = 4",
        };
        tool.execute(&format!("UPDATE event SET {change} WHERE seq = {payment}"), []).unwrap();
        drop(tool);
        let ledger = Ledger::open(&path, Access::Write).unwrap();
        let first = ledger.findings().first().cloned();
        assert_eq!(first, Some(Finding::Chain { seq: payment.unsigned_abs() }), "{column}");
        assert!(!ledger.is_writable(), "{column}");
    }
}

#[test]
fn a_changed_trigger_is_found_although_the_journal_is_whole() {
    let (_folder, path) = written();
    tool(&path).execute_batch("DROP TRIGGER event_is_never_deleted").unwrap();
    let ledger = Ledger::open(&path, Access::Write).unwrap();
    assert!(matches!(ledger.findings(), [Finding::Schema { .. }]));
}

#[test]
fn a_changed_balance_or_posting_is_found() {
    for (trigger, change) in [
        ("balance_moves_by_postings", "UPDATE balance SET amount = amount + 1 WHERE seq ="),
        ("total_moves_by_events", "UPDATE total SET amount = amount + 1 WHERE seq ="),
        ("total_is_never_deleted", "DELETE FROM total WHERE seq ="),
        ("posting_is_never_changed", "UPDATE posting SET amount = amount + 1 WHERE event ="),
        ("posting_is_never_deleted", "DELETE FROM posting WHERE event ="),
    ] {
        let (_folder, path) = written();
        let tool = tool(&path);
        let sql: String = tool
            .query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [trigger], |r| r.get(0))
            .unwrap();
        let of =
            if trigger.starts_with("posting") { PAYMENT } else { "SELECT max(seq) FROM balance" };
        tool.execute_batch(&format!("DROP TRIGGER {trigger}; {change} ({of}); {sql}")).unwrap();
        drop(tool);
        let ledger = Ledger::open(&path, Access::Read).unwrap();
        assert!(!ledger.findings().is_empty(), "{change}");
    }
}

#[test]
fn a_changed_version_row_is_found_at_opening_and_by_replay() {
    let (_folder, path) = written();
    let tool = tool(&path);
    let trigger = "entity_version_is_never_changed";
    let sql: String = tool
        .query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [trigger], |r| r.get(0))
        .unwrap();
    tool.execute_batch(&format!(
        "DROP TRIGGER {trigger}; UPDATE entity_version SET value = replace(value, '80', '90') \
         WHERE entity = 'grant'; {sql}"
    ))
    .unwrap();
    drop(tool);
    let ledger = Ledger::open(&path, Access::Write).unwrap();
    let opened = ledger.findings();
    assert!(
        matches!(opened.first(), Some(Finding::Replay { table, .. }) if table == "entity_version")
    );
    assert!(!ledger.is_writable());
    let deep = ledger.verify_deep().unwrap();
    assert!(matches!(&deep[..], [Finding::Replay { table, .. }] if table == "entity_version"));
}

#[test]
fn an_anchor_from_paper_finds_a_cut_tail_and_another_history() {
    let (_folder, path) = written();
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    let head = ledger.head();
    assert_eq!(ledger.verify_anchor(head).unwrap(), None);
    let other = Head { hash: [1; 32], ..head };
    assert_eq!(ledger.verify_anchor(other).unwrap(), Some(Finding::Anchor { seq: head.seq }));
    let later = Head { seq: head.seq + 1, ..head };
    assert_eq!(ledger.verify_anchor(later).unwrap(), Some(Finding::Anchor { seq: later.seq }));
}

#[test]
fn an_erased_name_is_accepted_and_a_false_one_is_not() {
    let (_folder, path) = written();
    tool(&path).execute("DELETE FROM person_name WHERE person = 3", []).unwrap();
    let ledger = Ledger::open(&path, Access::Write).unwrap();
    assert_eq!(ledger.findings(), []);
    assert_eq!(ledger.verify_deep().unwrap(), []);
    drop(ledger);
    tool(&path)
        .execute("INSERT INTO person_name VALUES (3, 'X. Falsch', zeroblob(16))", [])
        .unwrap();
    let ledger = Ledger::open(&path, Access::Write).unwrap();
    assert_eq!(ledger.findings(), [Finding::Name { person: 3 }]);
}

#[test]
fn rows_that_break_a_guard_are_refused_although_they_are_well_formed() {
    let (_folder, path) = written();
    let tool = tool(&path);
    tool.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON").unwrap();
    let columns = "uid, kind, recipient, recipient_seq, recorded_at, effective_on, actor, login, \
                   voucher, ref, body, hash, recipient_hash";
    let values = |seq: &str, kind: &str, recorded: &str, effective: &str, reference: &str| {
        format!(
            "INSERT INTO event (seq, {columns}) SELECT {seq}, randomblob(16), '{kind}', \
             recipient, (SELECT max(recipient_seq) + 1 FROM event WHERE recipient = ''), \
             {recorded}, '{effective}', 3, 'x', 'v', {reference}, CAST('{{}}' AS BLOB), \
             randomblob(32), randomblob(32) FROM event WHERE seq = 1"
        )
    };
    let next = "1609459200000000";
    let own = (number(&tool, "SELECT max(seq) FROM event") + 1).to_string();
    let own = own.as_str();
    for (statement, why) in [
        (values("900", "milestone_planned", next, "2020-12-31", "NULL"), "gap"),
        (values(own, "milestone_planned", "5", "2020-12-31", "NULL"), "recorded before"),
        (values(own, "milestone_planned", next, "2021-02-01", "NULL"), "after the day"),
        (values(own, "milestone_planned", next, "2018-12-31", "NULL"), "before the founding"),
        (values(own, "milestone_planned", next, "2020-13-41", "NULL"), "CHECK"),
        (values(own, "programme_founded", next, "2020-12-31", "NULL"), "founding"),
        (values(own, "draw_requested", next, "2020-12-31", "NULL"), "postings"),
        (values(own, "reversed", next, "2019-01-02", "1"), "I15"),
        (values(own, "milestone_planned", next, "2020-12-31", "900000"), "the kind is unknown"),
    ] {
        let error = tool.execute(&statement, []).unwrap_err().to_string();
        assert!(error.contains(why), "{why}: {error}");
    }
}

/// Writes two postings and an event that seals them, as a tool would; the error of the database.
fn sealed(tool: &Connection, kind: &str, lines: [(&str, i64); 2], event: &str) -> String {
    tool.execute_batch("BEGIN").unwrap();
    let next = number(tool, "SELECT max(seq) FROM event") + 1;
    let account = |stage: &str| -> i64 {
        tool.query_row(
            "SELECT id FROM account WHERE stage = ?1 AND title = '1616 63371' \
             AND fiscal_year = 2020 AND due_year = 0 AND grant_no IN ('', 'EG-2020-003') \
             ORDER BY grant_no DESC LIMIT 1",
            [stage],
            |row| row.get(0),
        )
        .unwrap()
    };
    for (line, (stage, amount)) in (0..).zip(lines) {
        tool.execute(
            "INSERT INTO posting VALUES (?4, ?1, ?2, '2020-12-31', ?3)",
            rusqlite::params![line, account(stage), amount, next],
        )
        .unwrap();
    }
    tool.execute(
        "INSERT INTO event_grant SELECT DISTINCT grant_no, posting.event FROM posting \
         JOIN account ON account.id = posting.account WHERE posting.event = ?1 AND grant_no <> ''",
        [next],
    )
    .unwrap();
    if kind == "grant_increased" {
        tool.execute(
            "INSERT INTO due_line SELECT grant_no, title, fiscal_year, 0, recipient, \
             '2020-12-31', ?1, amount FROM posting JOIN account ON account.id = posting.account \
             WHERE posting.event = ?1 AND stage = 'committed'",
            [next],
        )
        .unwrap();
    }
    let [recipient, actor, reference] = event.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{event}")
    };
    let recipient = if recipient == "-" { "" } else { recipient };
    let done = tool.execute(
        &format!(
            "INSERT INTO event SELECT {next}, randomblob(16), '{kind}', '{recipient}', \
             (SELECT max(recipient_seq) + 1 FROM event WHERE recipient = '{recipient}'), \
             1609459200000000, '2020-12-31', {actor}, 'x', 'v', {reference}, \
             CAST('{{}}' AS BLOB), randomblob(32), randomblob(32)"
        ),
        [],
    );
    tool.execute_batch("ROLLBACK").unwrap();
    done.err().map_or_else(String::new, |error| error.to_string())
}

#[test]
fn the_database_refuses_overdrafts_imbalance_foreign_recipients_and_second_decisions() {
    let (_folder, path) = written();
    let tool = tool(&path);
    let own = "16999006 3 NULL";
    let last = |kind: &str| {
        let sql = "SELECT max(seq) FROM event WHERE recipient = '16999006' AND kind =";
        number(&tool, &format!("{sql} '{kind}'"))
    };
    let again = format!("16999006 2 {}", last("payment_ordered"));
    let returned = format!("16999006 2 {}", last("payment_confirmed"));
    let by_recorder = format!("16999006 1 {}", last("draw_requested"));
    let grant = |cents: i64| [("available", -cents), ("committed", cents)];
    assert_eq!(sealed(&tool, "grant_increased", grant(100), own), "");
    for (kind, lines, event, why) in [
        ("grant_increased", grant(2_000_000_000), own, "I8"),
        ("grant_increased", [("available", -100), ("committed", 99)], own, "I5"),
        ("grant_increased", grant(100), "16999005 3 NULL", "I18"),
        ("draw_requested", [("committed", -1_250_001), ("requested", 1_250_001)], own, "overdraft"),
        (
            "payment_returned",
            [("paid", -16_750_001), ("requested", 16_750_001)],
            returned.as_str(),
            "overdraft",
        ),
        (
            "appropriation_voted",
            [("appropriated", 200_000_001), ("available", -200_000_001)],
            "- 4 NULL",
            "overdraft",
        ),
        ("payment_confirmed", [("ordered", -1), ("paid", 1)], again.as_str(), "I12"),
        ("payment_ordered", [("requested", -1), ("ordered", 1)], by_recorder.as_str(), "I13"),
        ("milestone_planned", grant(100), own, "I5"),
    ] {
        let error = sealed(&tool, kind, lines, event);
        assert!(error.contains(why), "{kind} {why}: {error}");
    }
    // A fact of parliament may take more than is available: that is a shortfall, no error.
    let cut = [("appropriated", 150_000_000), ("available", -150_000_000)];
    assert_eq!(sealed(&tool, "appropriation_voted", cut, "- 4 NULL"), "");
}

/// Postings of no entry that add up to nothing, entries before the first and behind the last, and
/// texts that are no text: each is a finding, and verification goes on to the end.
#[test]
fn rows_of_no_entry_and_texts_that_are_none_are_findings() {
    let postings = |entry: i64| {
        format!(
            "INSERT INTO posting VALUES ({entry}, 0, 1, '2019-06-01', 5), \
                 ({entry}, 1, 2, '2019-06-01', -5)"
        )
    };
    let entry = |number: i64| {
        format!(
            "INSERT INTO event SELECT {number}, randomblob(16), kind, recipient, \
                 recipient_seq + 1000, recorded_at + 1, effective_on, actor, login, voucher, ref, \
                 body, randomblob(32), randomblob(32) FROM event WHERE seq = 60"
        )
    };
    let numbers = [i64::MIN, -1, 0, 1_000_000, i64::MAX];
    let mut changes: Vec<String> = numbers.map(postings).into();
    changes.extend(numbers.map(entry));
    for (table, column, row) in [
        ("event", "effective_on", "seq = 60"),
        ("event", "kind", "seq = 60"),
        ("event", "voucher", "seq = 60"),
        ("account", "title", "id = 1"),
        ("account", "grant_no", "grant_no <> ''"),
        ("due_line", "title", "amount > 0"),
        ("due_line", "grant_no", "amount > 0"),
        ("posting", "effective_on", "event > 0"),
        ("entity_version", "value", "entity = 'recipient'"),
    ] {
        changes.push(format!("UPDATE {table} SET {column} = CAST(x'ff' AS TEXT) WHERE {row}"));
    }
    let (_folder, good) = written();
    let path = good.with_file_name("changed.foerderbuch");
    for sql in changes {
        std::fs::copy(&good, &path).unwrap();
        // A unique key may refuse the second row of the same text: the first is changed.
        attacker(&path).execute_batch(&sql.replace("UPDATE ", "UPDATE OR IGNORE ")).unwrap();
        match Ledger::open(&path, Access::Read) {
            Ok(ledger) => assert!(!ledger.findings().is_empty(), "{sql}"),
            Err(error) => assert!(sql.contains("entity_version"), "{sql}: {error}"),
        }
    }
}
