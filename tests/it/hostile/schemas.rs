//! Files with tables, views and triggers that mean harm: named, never asked, never written to.

use std::path::Path;

use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Examination, Finding, Ledger, extract};
use rusqlite::Connection;

use super::in_time;
use crate::program::{good, run};
use crate::tamper::attacker;

/// Numbers without end.
const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

/// Drops all triggers and views, which would keep a table from being another one.
fn bare(tool: &Connection) {
    let names = "SELECT 'DROP ' || type || ' ' || name FROM sqlite_schema \
                 WHERE type IN ('trigger', 'view')";
    let mut names = tool.prepare(names).unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().flatten().collect();
    for drop in names {
        tool.execute_batch(&drop).unwrap();
    }
}

fn harms() -> Vec<(&'static str, String)> {
    let event = format!(
        "DROP TABLE event; CREATE VIEW event AS {ENDLESS} SELECT -i AS seq, x'00' AS uid, \
         '' AS kind, '' AS recipient, 0 AS recipient_seq, 0 AS recorded_at, '' AS effective_on, \
         0 AS actor, '' AS login, '' AS voucher, NULL AS ref, x'00' AS body, x'00' AS hash, \
         x'00' AS recipient_hash FROM n"
    );
    let year = format!(
        "CREATE VIEW year_in_force AS {ENDLESS} SELECT -i AS seq, '' AS step, 0 AS year FROM n"
    );
    let posting = format!(
        "DROP TABLE posting; CREATE VIEW posting AS {ENDLESS} SELECT i AS event, 0 AS line, \
         1 AS account, '2020-01-01' AS effective_on, 1 AS amount FROM n"
    );
    let names = "DROP TABLE person_name; CREATE TABLE person_name (person INTEGER PRIMARY KEY, \
         salt BLOB, name TEXT GENERATED ALWAYS AS (hex(zeroblob(50000000 + person))) VIRTUAL); \
         INSERT INTO person_name (person, salt) VALUES (1, zeroblob(16))";
    let fts = "DROP TABLE due_line; CREATE VIRTUAL TABLE due_line USING fts5(grant_no, title, \
         fiscal_year, authority_year, recipient, effective_on, seq, amount)";
    vec![
        ("a view without end in place of the journal", event),
        ("a view without end in place of a view", year),
        ("a view without end in place of the postings", posting),
        ("a column that computes itself", names.to_owned()),
        ("a virtual table", fts.to_owned()),
        ("a table that is gone", "DROP TABLE balance".to_owned()),
        ("no views at all", String::new()),
    ]
}

fn is_named(path: &Path) {
    let mut ledger = Ledger::open(path, Access::Write).unwrap();
    assert!(matches!(ledger.findings(), [Finding::Schema { .. }]), "{:?}", ledger.findings());
    assert!(!ledger.is_writable());
    assert_eq!(ledger.verify_deep().unwrap(), []);
    let head = ledger.head();
    assert_eq!(ledger.verify_printed(head).unwrap(), Some(Finding::Anchor { seq: head.seq }));
    assert!(!ledger.refresh().unwrap());
    assert!(Ledger::open_unverified(path, Access::Write).is_err());
    let examined = Examination::of(path).unwrap().run(&mut |_| {}).unwrap();
    assert!(matches!(examined.findings[..], [Finding::Schema { .. }]));
}

#[test]
fn tables_and_views_that_mean_harm_are_named_and_nothing_is_asked_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    let pristine = std::fs::read(&path).unwrap();
    for (what, sql) in harms() {
        std::fs::write(&path, &pristine).unwrap();
        let tool = attacker(&path);
        bare(&tool);
        tool.execute_batch(&sql).unwrap();
        drop(tool);
        let file = path.clone();
        in_time(what, move || is_named(&file));
    }
    let here = folder.path();
    for arguments in [
        &["verify", "s.foerderbuch"][..],
        &["verify", "s.foerderbuch", "--deep", "--protocol", "p.pdf"],
        &["balance", "s.foerderbuch"],
        &["journal", "s.foerderbuch"],
    ] {
        let done = run(here, arguments);
        assert_eq!(done.status.code(), Some(1), "{done:?}");
        assert!(done.stdout.is_empty() && !done.stderr.is_empty());
    }
    assert!(!here.join("p.pdf").exists());
}

#[test]
fn triggers_that_mean_harm_are_named_and_never_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    let pristine = std::fs::read(&path).unwrap();
    for (name, sql) in [
        ("evil", "CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM posting; END"),
        (
            "event_is_new",
            "DROP TRIGGER event_is_new; CREATE TRIGGER event_is_new AFTER INSERT ON event BEGIN \
             UPDATE balance SET amount = 0; END",
        ),
        ("own", "CREATE INDEX own ON event (hex(body))"),
        ("more", "CREATE TABLE more (x)"),
    ] {
        std::fs::write(&path, &pristine).unwrap();
        attacker(&path).execute_batch(sql).unwrap();
        let ledger = Ledger::open(&path, Access::Write).unwrap();
        let detail = name.to_owned();
        assert_eq!(ledger.findings(), [Finding::Schema { detail }]);
        assert!(!ledger.is_writable());
        assert_eq!(ledger.verify_deep().unwrap(), []);
    }
}

#[test]
fn an_extract_with_other_tables_is_named_and_nothing_is_asked_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "s.foerderbuch"]);
    good(here, &["extract", "s.foerderbuch", "--recipient", "16066", "--out", "x.foerderbuch"]);
    let path = here.join("x.foerderbuch");
    let pristine = std::fs::read(&path).unwrap();
    for table in ["about", "leaf"] {
        std::fs::write(&path, &pristine).unwrap();
        let columns = match table {
            "about" => {
                "1 AS one, '' AS recipient, 1 AS recipient_entries, x'' AS recipient_head, \
                        1 AS entries, x'' AS head"
            }
            _ => "-i AS seq, x'00' AS leaf",
        };
        let sql = format!(
            "DROP TABLE {table}; CREATE VIEW {table} AS {ENDLESS} SELECT {columns} FROM n \
             WHERE i < 0"
        );
        attacker(&path).execute_batch(&sql).unwrap();
        let file = path.clone();
        let checked = in_time(table, move || extract::verify(&file, &[]).unwrap());
        assert!(matches!(checked.findings[..], [Finding::Schema { .. }]));
    }
    assert_eq!(run(here, &["verify", "x.foerderbuch"]).status.code(), Some(1));
}

#[test]
fn a_row_that_is_too_large_for_the_memory_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    let tool = attacker(&path);
    tool.execute_batch("INSERT INTO document VALUES (1, zeroblob(140000000))").unwrap();
    drop(tool);
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    let told = ledger.verify_deep().unwrap_err().to_string();
    assert!(told.contains("too big"), "{told}");
}

#[test]
fn a_file_with_a_write_ahead_log_is_no_ledger_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    (bytes[18], bytes[19]) = (2, 2);
    std::fs::write(&path, &bytes).unwrap();
    assert!(Ledger::open(&path, Access::Write).is_err());
    assert!(std::fs::read(&path).unwrap() == bytes);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
