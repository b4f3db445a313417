//! Bad files, busy files, full and read-only places: a clear error, nothing half done.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use foerderbuch::ops::{self, Failure, sample};
use foerderbuch::store::{Access, Ledger, Readable as _, StoreError};
use rusqlite::Connection;

use super::table::{Table, day, draft, milestone, stamp};

fn founded(path: &Path) {
    let source = Table::new();
    source.ledger.save_copy(path, &mut |_| true).unwrap();
}

fn plan() -> foerderbuch::domain::event::Draft {
    draft("2020-02-03", "Weber", "", milestone("M1"))
}

#[test]
fn a_file_that_is_no_ledger_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let open = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let error = Ledger::open(&path, Access::Write).unwrap_err();
        assert_eq!(std::fs::read(&path).unwrap(), content, "{name}");
        error
    };
    for (name, content) in [("empty", &b""[..]), ("text", b"kein Foerderbuch"), ("short", b"SQL")] {
        assert!(matches!(open(name, content), StoreError::NotALedger { .. }), "{name}");
    }
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert!(matches!(Ledger::open(&other, Access::Read), Err(StoreError::NotALedger { .. })));
    let missing = folder.path().join("missing");
    assert!(matches!(Ledger::open(&missing, Access::Read), Err(StoreError::Missing { .. })));
}

#[test]
fn newer_and_older_formats_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 8).unwrap();
    assert!(matches!(Ledger::open(&path, Access::Read), Err(StoreError::Newer { found: 8, .. })));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 0).unwrap();
    assert!(matches!(Ledger::open(&path, Access::Read), Err(StoreError::Older { found: 0, .. })));
}

#[test]
fn a_damaged_or_cut_ledger_is_an_error_or_a_finding_and_never_a_figure() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("s.foerderbuch");
    sample::write(&whole).unwrap();
    let bytes = std::fs::read(&whole).unwrap();
    let path = folder.path().join("damaged.foerderbuch");
    for at in (4096..bytes.len()).step_by(4096) {
        let mut damaged = bytes.clone();
        damaged[at..at + 64].fill(0xFF);
        std::fs::write(&path, &damaged).unwrap();
        match Ledger::open(&path, Access::Write) {
            Ok(ledger) => {
                let found = !ledger.findings().is_empty()
                    || !ledger.verify_deep().is_ok_and(|findings| findings.is_empty());
                assert!(found, "page at {at}");
            }
            Err(StoreError::Damaged { .. } | StoreError::NotALedger { .. }) => {}
            Err(other) => panic!("page at {at}: {other}"),
        }
    }
    std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let cut = Ledger::open(&path, Access::Write);
    assert!(cut.is_err() || !cut.unwrap().findings().is_empty());
}

#[test]
fn a_new_ledger_never_replaces_a_file_and_leaves_nothing_behind_when_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    std::fs::write(&path, b"wichtig").unwrap();
    assert!(matches!(sample::write(&path), Err(Failure::Store(StoreError::Exists { .. }))));
    assert_eq!(std::fs::read(&path).unwrap(), b"wichtig");
    let refused = folder.path().join("neu.foerderbuch");
    let failure = ops::found(&refused, &[plan()], &stamp(day("2020-02-03"))).unwrap_err();
    assert!(matches!(failure, Failure::Refused { refusal, .. } if refusal.code() == "R09"));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn two_processes_follow_each_other_and_a_late_head_is_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    founded(&path);
    let mut one = Ledger::open(&path, Access::Write).unwrap();
    let mut other = Ledger::open(&path, Access::Write).unwrap();
    assert!(!one.refresh().unwrap());
    ops::book(&mut other, &[plan()], &stamp(day("2020-02-03"))).unwrap();
    assert!(one.refresh().unwrap());
    assert_eq!(one.head(), other.head());
    let second = draft("2020-02-03", "Weber", "", milestone("M2"));
    let mut late = stamp(day("2020-02-03"));
    late.now += 1;
    ops::book(&mut other, &[second], &late).unwrap();
    let third = draft("2020-02-03", "Weber", "", milestone("M3"));
    late.now += 1;
    let seqs = ops::book(&mut one, &[third], &late).unwrap();
    assert_eq!(seqs, [other.head().seq + 1]);
    assert_eq!(one.verify_deep().unwrap(), []);
}

#[test]
fn a_ledger_that_another_process_keeps_writing_is_busy_and_nothing_is_booked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    founded(&path);
    let mut ledger = Ledger::open(&path, Access::Write).unwrap();
    let head = ledger.head();
    let (held, holding) = mpsc::channel();
    let (finish, finished) = mpsc::channel::<()>();
    let blocked = path.clone();
    let holder = std::thread::Builder::new()
        .name("holder".into())
        .spawn(move || {
            let other = Connection::open(blocked).unwrap();
            other.execute_batch("BEGIN IMMEDIATE").unwrap();
            held.send(()).unwrap();
            assert!(finished.recv_timeout(Duration::from_mins(1)).is_ok());
        })
        .unwrap();
    holding.recv().unwrap();
    let failure = ops::book(&mut ledger, &[plan()], &stamp(day("2020-02-03"))).unwrap_err();
    assert!(matches!(failure, Failure::Store(StoreError::Busy { .. })), "{failure:?}");
    finish.send(()).unwrap();
    holder.join().unwrap();
    assert_eq!(ledger.head(), head);
    assert!(ops::book(&mut ledger, &[plan()], &stamp(day("2020-02-03"))).is_ok());
}

#[test]
fn a_full_disk_refuses_the_booking_and_keeps_everything_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    founded(&path);
    let mut ledger = Ledger::open(&path, Access::Write).unwrap();
    let pages: i64 =
        ledger.connection().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    ledger
        .connection()
        .pragma_update_and_check(None, "max_page_count", pages + 2, |_| Ok(()))
        .unwrap();
    let mut booked = 0;
    let full = (0..500).find_map(|number| {
        let draft = draft("2020-02-03", "Weber", "", milestone(&format!("M{number}")));
        let mut at = stamp(day("2020-02-03"));
        at.now += number;
        match ops::book(&mut ledger, &[draft], &at) {
            Ok(_) => {
                booked += 1;
                None
            }
            Err(failure) => Some(failure),
        }
    });
    assert!(matches!(full, Some(Failure::Store(StoreError::Full { .. }))), "{full:?}");
    let acknowledged = ledger.head();
    drop(ledger);
    let reopened = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(reopened.head(), acknowledged);
    assert_eq!(reopened.verify_deep().unwrap(), []);
}

#[test]
fn a_copy_is_verified_cancellable_and_replaces_only_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("kopie.foerderbuch");
    std::fs::write(&to, b"alt").unwrap();
    let ledger = sample::in_memory().unwrap();
    let cancelled = ledger.save_copy(&to, &mut |_| false);
    if cancelled == Err(StoreError::Cancelled) {
        assert_eq!(std::fs::read(&to).unwrap(), b"alt");
    }
    ledger.save_copy(&to, &mut |_| true).unwrap();
    let copy = Ledger::open(&to, Access::Write).unwrap();
    assert_eq!(copy.head(), ledger.head());
    assert!(copy.is_writable());
    assert!(matches!(copy.save_copy(&to, &mut |_| true), Err(StoreError::Exists { .. })));
    let left = std::fs::read_dir(folder.path())
        .unwrap()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(".part"))
        .count();
    assert_eq!(left, 0);
}
