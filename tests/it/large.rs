//! Large ledgers: the generator books by the rules, and a file is read while it is verified.

#[path = "../../examples/generate/case.rs"]
mod case;
#[path = "../../examples/generate/chance.rs"]
mod chance;
#[path = "../../examples/generate/programme.rs"]
pub mod programme;
#[path = "../../examples/generate/year_end.rs"]
mod year_end;

use std::path::Path;

use foerderbuch::domain::stage::StageClass;
use foerderbuch::domain::{Day, Stage};
use foerderbuch::ops::sample;
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Access, Examination, Finding, Ledger, StoreError, query};
use rusqlite::Connection;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_generated_ledger_verifies_deeply_and_is_the_same_for_the_same_seed() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bookings: usize, seed: u64| {
        let path = folder.path().join(name);
        programme::write(&path, bookings, seed, &mut |_| {}).unwrap();
        Ledger::open(&path, Access::Read).unwrap()
    };
    let ledger = write("a.foerderbuch", 5_000, 7);
    assert_eq!(ledger.head().seq, 5_000);
    assert_eq!(ledger.findings(), []);
    assert_eq!(ledger.verify_deep().unwrap(), []);
    let (same, other) = (write("b.foerderbuch", 400, 1), write("c.foerderbuch", 400, 2));
    assert_eq!(write("d.foerderbuch", 400, 1).head(), same.head());
    assert_ne!(other.head(), same.head());
}

/// Balances, balances less what came later, and postings until then: each is asked for somewhere
/// along these days, and adds up to the same as the postings one by one.
#[test]
fn sums_at_any_pair_of_times_are_those_of_the_postings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sums.foerderbuch");
    sample::write_through(&path, sample::Through::Year2022).unwrap();
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    let conn = Connection::open(&path).unwrap();
    let last = ledger.head().seq;
    for known in [last, last - 1, last / 2, last / 4, 1] {
        for on in ["9999-12-31", "2022-12-31", "2022-06-30", "2020-09-15", "2019-01-02"] {
            let times = Times { as_of: day(on), known };
            let sums = query::balance(&ledger, times, GroupBy::Stage).unwrap().total.sums;
            for stage in Stage::ALL {
                let posted: i64 = conn
                    .query_row(
                        "SELECT coalesce(sum(posting.amount), 0) FROM posting \
                         JOIN account ON account.id = posting.account \
                         WHERE stage = ?1 AND effective_on <= ?2 AND event <= ?3",
                        rusqlite::params![stage.as_str(), on, known],
                        |row| row.get(0),
                    )
                    .unwrap();
                // Sources are posted negative and read positive.
                let posted = if stage.class() == StageClass::Source { -posted } else { posted };
                let read = sums.at(*stage).cents();
                assert_eq!(read, posted, "{stage:?} on {on}, known {known}");
            }
            for by in [GroupBy::Recipient, GroupBy::Grant, GroupBy::Title, GroupBy::Year] {
                let balance = query::balance(&ledger, times, by).unwrap();
                for stage in Stage::ALL {
                    let of_rows: i64 = balance.rows.iter().map(|r| r.sums.at(*stage).cents()).sum();
                    let total = balance.total.sums.at(*stage).cents();
                    assert_eq!(of_rows, total, "{by:?} {stage:?} on {on}, known {known}");
                }
            }
        }
    }
}

fn sample_file(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("sample.foerderbuch");
    sample::write(&path).unwrap();
    path
}

#[test]
fn a_ledger_is_read_before_it_is_verified_and_written_to_only_after() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample_file(folder.path());
    let mut ledger = Ledger::open_unverified(&path, Access::Write).unwrap();
    let verified = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(ledger.head(), verified.head());
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    assert_eq!(query::cases(&ledger, times), query::cases(&verified, times));
    assert!(!ledger.is_writable());
    let refused = ledger.write(|_| Ok::<_, StoreError>(())).unwrap_err();
    assert!(matches!(refused, StoreError::Unverified { .. }), "{refused}");
    let mut said = Vec::new();
    let examined = Examination::of(&path).unwrap().run(&mut |percent| said.push(percent)).unwrap();
    assert!(said.is_sorted() && said.last() == Some(&100), "{said:?}");
    ledger.confirm(examined).unwrap();
    assert_eq!((ledger.findings(), ledger.is_writable()), (&[][..], true));
    ledger.write(|_| Ok::<_, StoreError>(())).unwrap();
}

#[test]
fn what_the_verification_finds_keeps_the_ledger_from_being_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample_file(folder.path());
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "DROP TRIGGER event_is_never_changed; UPDATE event SET voucher = 'x' WHERE seq = 40;",
    )
    .unwrap();
    let mut ledger = Ledger::open_unverified(&path, Access::Write).unwrap();
    let examined = Examination::of(&path).unwrap().run(&mut |_| {}).unwrap();
    ledger.confirm(examined).unwrap();
    assert_eq!(ledger.findings(), Ledger::open(&path, Access::Read).unwrap().findings());
    assert!(ledger.findings().contains(&Finding::Chain { seq: 40 }), "{:?}", ledger.findings());
    assert!(!ledger.is_writable());
}

#[test]
fn a_stopped_verification_says_nothing_about_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample_file(folder.path());
    let mut examination = Examination::of(&path).unwrap();
    examination.stop().stop();
    assert_eq!(examination.run(&mut |_| {}), Err(StoreError::Cancelled));
}

#[cfg(feature = "app")]
mod window {
    use foerderbuch::app::Source;
    use foerderbuch::text::Lang;
    use rusqlite::Connection;

    use super::sample_file;
    use crate::harness::{Setup, Window};

    fn open(path: std::path::PathBuf) -> Window {
        Setup { source: Source::File(path), ..Setup::sample(Lang::De) }.open()
    }

    #[test]
    fn a_file_is_booked_to_once_it_is_verified() {
        let folder = tempfile::tempdir().unwrap();
        let mut window = open(sample_file(folder.path()));
        window.must_see("Ausgezahlt (Ist): 7.200.000,00 €");
        assert!(!window.sees("Kette wird geprüft"));
        window.button("Buchen …");
        assert!(window.has_dialog("Was soll gebucht werden?"));
    }

    #[test]
    fn figures_of_a_file_with_findings_are_taken_away_after_the_verification() {
        let folder = tempfile::tempdir().unwrap();
        let path = sample_file(folder.path());
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "DROP TRIGGER event_is_never_changed; UPDATE event SET voucher = 'x' WHERE seq = 40;",
        )
        .unwrap();
        let window = open(path);
        window.must_see("Buchung Nr. 40: Die Kette ist gebrochen");
        assert!(!window.sees("7.200.000,00 €"));
    }
}
