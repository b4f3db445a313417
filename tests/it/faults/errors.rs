//! The disk answers one operation, or every one from then on, with an error.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use foerderbuch::ops::{self, Failure};
use foerderbuch::store::{Access, Ledger, StoreError, query};

use super::deeds::{Deed, NAME, programme};
use super::disk::{Disk, Failing};
use crate::chance::{rounds, shared};
use crate::issuing::issue_of;

/// The k-th operation fails in this way while this deed is done.
#[derive(Clone, Copy, Debug)]
struct Turn {
    deed: usize,
    at: u64,
    how: Failing,
}

const WAYS: [Failing; 3] = [Failing::Once, Failing::ForEver, Failing::Full];

/// How many operations a deed asks of the disk.
fn asked(work: impl FnOnce(&Disk)) -> u64 {
    let disk = Disk::new();
    disk.fail(u64::MAX, Failing::Once);
    work(&disk);
    disk.heal().0
}

/// The one message that does not say whether something was booked.
const UNSURE: &str = "not known yet, please look";

/// What the message to the person says happened, which must be an error of the disk.
fn told(failure: &Failure) -> &'static str {
    match failure {
        Failure::Store(StoreError::Io { .. }) => "the system's error",
        Failure::Store(StoreError::Full { .. }) => "full",
        Failure::Store(StoreError::ReadOnly { .. }) => "cannot be opened or written",
        Failure::Store(StoreError::Unsure { .. }) => UNSURE,
        other => panic!("the disk failed, and what is told is {other:?}"),
    }
}

type Count = Mutex<BTreeMap<&'static str, usize>>;

fn count(counts: &Count, what: &'static str) {
    *counts.lock().unwrap().entry(what).or_default() += 1;
}

fn fails(deed: &Deed, turn: Turn, counts: &Count) {
    let disk = Disk::new();
    let path = disk.path(NAME);
    std::fs::write(&path, &deed.before).unwrap();
    disk.fail(turn.at, turn.how);
    let done = deed.book(&path);
    let (_, failed) = disk.heal();
    let said = match &done {
        Ok(_) if failed == 0 => "the disk did not fail",
        Ok(_) => "booked all the same",
        Err(failure) => told(failure),
    };
    count(counts, said);
    let (before, after) = deed.entries;
    let possible = match &done {
        Ok(_) => vec![after],
        Err(_) if said == UNSURE => vec![before, after],
        Err(_) => vec![before],
    };
    let stored = stored(&disk, deed, turn, counts);
    assert!(possible.contains(&stored), "{turn:?}: {stored} stored, told {done:?}");
}

/// Byte for byte what it was, with nothing to roll back: what can be done to it is known.
fn is_untouched(disk: &Disk, deed: &Deed) -> bool {
    let hot = std::fs::metadata(disk.path(&format!("{NAME}-journal")));
    std::fs::read(disk.path(NAME)).unwrap() == deed.before
        && !hot.is_ok_and(|journal| journal.len() > 0)
}

/// The last entry of what lies on the disk, which is good, and to which the deed can be done again.
fn stored(disk: &Disk, deed: &Deed, turn: Turn, counts: &Count) -> u64 {
    if is_untouched(disk, deed) {
        return deed.entries.0;
    }
    let path = disk.path(NAME);
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(ledger.findings(), [], "{turn:?}");
    let stored = ledger.head().seq;
    drop(ledger);
    let file = std::fs::read(&path).unwrap();
    if file != deed.before && file != deed.after {
        let ledger = Ledger::open(&path, Access::Read).unwrap();
        assert_eq!(ledger.verify_deep().unwrap(), [], "{turn:?}");
        count(counts, "verified deeply, for its bytes are new");
    }
    // Booking it again does it, and once.
    deed.book(&path).unwrap();
    assert_eq!(Ledger::open(&path, Access::Read).unwrap().head().seq, deed.entries.1, "{turn:?}");
    stored
}

/// All operations of all deeds where `IO_ERRORS` is large enough, else that many of them.
#[test]
fn an_error_of_the_disk_books_all_or_nothing_and_is_told_as_it_is() {
    let deeds = &programme().deeds;
    let mut turns = Vec::new();
    for (number, deed) in deeds.iter().enumerate() {
        let all = asked(|disk| {
            std::fs::write(disk.path(NAME), &deed.before).unwrap();
            deed.book(&disk.path(NAME)).unwrap();
        });
        for how in WAYS {
            turns.extend((1..=all + 1).map(|at| Turn { deed: number, at, how }));
        }
    }
    let most = rounds("IO_ERRORS", 90).min(turns.len());
    let counts = Count::default();
    shared(most, |mine| {
        for number in mine {
            let turn = turns[number * turns.len() / most];
            fails(&deeds[turn.deed], turn, &counts);
        }
    });
    println!(
        "{most} of {} errors of the disk while booking: {:?}",
        turns.len(),
        counts.lock().unwrap()
    );
    assert!(counts.lock().unwrap()["the system's error"] > most / 4, "{counts:?}");
}

/// A ledger that stays open, as in the window, on a disk where deed after deed fails.
struct Desk<'a> {
    deed: &'a Deed,
    disk: Arc<Disk>,
    ledger: Ledger,
}

impl<'a> Desk<'a> {
    fn new(deed: &'a Deed) -> Self {
        let disk = Disk::new();
        let path = disk.path(NAME);
        std::fs::write(&path, &deed.before).unwrap();
        let ledger = Ledger::open(&path, Access::Write).unwrap();
        Self { deed, disk, ledger }
    }

    /// Whether the deed met the failing operation. After a refusal the same ledger stays open, and
    /// the next attempt is made in it; after all else a new one is opened beside.
    fn book(&mut self, turn: Turn, counts: &Count) -> bool {
        self.disk.fail(turn.at, turn.how);
        let done = ops::book(&mut self.ledger, &self.deed.drafts, &self.deed.stamp);
        let (_, failed) = self.disk.heal();
        let said = match &done {
            Ok(_) if failed == 0 => return false,
            Ok(_) => "booked all the same",
            Err(failure) => told(failure),
        };
        count(counts, said);
        let (before, after) = self.deed.entries;
        if done.is_err() && said != UNSURE {
            assert_eq!(self.ledger.head().seq, before, "{turn:?}");
            if is_untouched(&self.disk, self.deed) {
                return true;
            }
        }
        let stored = stored(&self.disk, self.deed, turn, counts);
        let expected = if done.is_ok() { after } else { before };
        assert!(stored == expected || said == UNSURE, "{turn:?}: {stored} stored, told {done:?}");
        *self = Self::new(self.deed);
        true
    }
}

/// Every operation of every deed in a ledger that is open where `OPEN_ERRORS` is large enough, else
/// so many deeds with all of theirs. What was refused is booked in the same ledger at last.
#[test]
fn an_open_ledger_goes_on_after_each_error_and_never_knows_more_than_the_file() {
    let deeds = &programme().deeds;
    let most = rounds("OPEN_ERRORS", 1).min(deeds.len());
    let counts = Count::default();
    let tried = shared(most, |mine| {
        let mut tried = 0;
        for number in mine {
            let deed = (number * deeds.len() / most + 20) % deeds.len();
            for how in WAYS {
                let mut desk = Desk::new(&deeds[deed]);
                let mut at = 1;
                while desk.book(Turn { deed, at, how }, &counts) {
                    at += 1;
                }
                assert_eq!(desk.ledger.head().seq, desk.deed.entries.1, "{deed} {how:?}");
                let ledger = Ledger::open(&desk.disk.path(NAME), Access::Read).unwrap();
                assert_eq!(ledger.findings(), [], "{deed} {how:?}");
                assert_eq!(ledger.head().seq, desk.deed.entries.1, "{deed} {how:?}");
                tried += at - 1;
            }
        }
        tried
    });
    let tried: u64 = tried.into_iter().sum();
    println!(
        "{tried} errors of the disk in open ledgers, {most} of {} deeds: {:?}",
        deeds.len(),
        counts.lock().unwrap()
    );
    assert!(tried > 60, "{tried}");
}

#[test]
fn a_new_ledger_appears_as_a_whole_or_not_at_all() {
    let deed = &programme().founding;
    let mut tried = 0;
    for how in WAYS {
        for at in 1.. {
            let disk = Disk::new();
            disk.fail(at, how);
            let done = ops::found(&disk.path(NAME), &deed.drafts, &deed.stamp);
            let (_, failed) = disk.heal();
            match &done {
                Ok(_) => assert_eq!(disk.names(), [NAME], "{how:?} {at}"),
                Err(failure) => {
                    told(failure);
                    assert_eq!(disk.names(), <[String; 0]>::default(), "{how:?} {at}");
                }
            }
            if failed == 0 {
                break;
            }
            tried += 1;
        }
    }
    println!("{tried} errors while a ledger is made");
    assert!(tried > 30, "{tried}");
}

#[test]
fn a_copy_appears_as_a_whole_or_not_at_all_and_the_ledger_stays_good() {
    let deed = programme().deeds.last().unwrap();
    let name = |_| "copy.foerderbuch".to_owned();
    let copy = |disk: &Disk| {
        let ledger = Ledger::open(&disk.path(NAME), Access::Read)?;
        let folder = disk.path("");
        ledger.save_backup(&folder, name, &mut |_| true)
    };
    let all = asked(|disk| {
        std::fs::write(disk.path(NAME), &deed.after).unwrap();
        copy(disk).unwrap();
    });
    let most = rounds("IO_ERRORS", 60).min(usize::try_from(all).unwrap() * 2);
    shared(most, |mine| {
        for number in mine {
            let at =
                1 + u64::try_from(number).unwrap() * all * 2 / u64::try_from(most).unwrap() / 2;
            let disk = Disk::new();
            std::fs::write(disk.path(NAME), &deed.after).unwrap();
            disk.fail(at, if number % 2 == 0 { Failing::Once } else { Failing::ForEver });
            let done = copy(&disk);
            disk.heal();
            if let Err(error) = done {
                told(&Failure::Store(error));
                assert_eq!(disk.names(), [NAME], "error {at}");
            } else {
                let copy = Ledger::open(&disk.path("copy.foerderbuch"), Access::Read).unwrap();
                assert_eq!((copy.findings(), copy.head().seq), (&[][..], deed.entries.1));
            }
            assert!(std::fs::read(disk.path(NAME)).unwrap() == deed.after, "error {at}");
        }
    });
    println!("{most} errors of {all} operations while a copy is made");
}

#[test]
fn an_issued_paper_is_in_the_journal_with_its_bytes_or_not_at_all() {
    let deed = programme().deeds.last().unwrap();
    let content = vec![7; 100_000];
    let issue = issue_of(deed.drafts[0].effective_on, deed.entries.1);
    let mut tried = 0;
    for how in WAYS {
        for at in (1..).step_by(3) {
            let disk = Disk::new();
            let path = disk.path(NAME);
            std::fs::write(&path, &deed.after).unwrap();
            let mut ledger = Ledger::open(&path, Access::Write).unwrap();
            disk.fail(at, how);
            let done = ops::issue(&mut ledger, &issue, &content, &deed.stamp);
            let (_, failed) = disk.heal();
            drop(ledger);
            let ledger = Ledger::open(&path, Access::Read).unwrap();
            assert_eq!(ledger.findings(), [], "{how:?} {at}");
            let stored = ledger.head().seq - deed.entries.1;
            match &done {
                Err(failure) => {
                    let most = u64::from(told(failure) == UNSURE);
                    assert!(stored <= most, "{how:?} {at}");
                }
                Ok(_) => assert_eq!(stored, 1, "{how:?} {at}"),
            }
            if stored == 1 {
                let kept = query::issued_content(&ledger, ledger.head().seq).unwrap();
                assert!(kept.is_some_and(|kept| kept == content), "{how:?} {at}");
            }
            if failed == 0 {
                break;
            }
            tried += 1;
        }
    }
    println!("{tried} errors while a paper is issued");
    assert!(tried > 30, "{tried}");
}

#[test]
fn a_panic_in_the_middle_of_a_booking_takes_everything_back() {
    let deeds = &programme().deeds;
    for deed in deeds.iter().step_by(9) {
        let disk = Disk::new();
        let (path, later) = (disk.path(NAME), disk.path("later.foerderbuch"));
        std::fs::write(&path, &deed.before).unwrap();
        std::fs::write(&later, &deed.after).unwrap();
        let later = Ledger::open(&later, Access::Read).unwrap();
        let event = query::event(&later, deed.entries.0 + 1).unwrap().unwrap();
        let mut ledger = Ledger::open(&path, Access::Write).unwrap();
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            ledger.write(|tx| -> Result<(), StoreError> {
                tx.append(&event).unwrap();
                panic!("a defect after the entry {} was written", event.seq)
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(ledger.head().seq, deed.entries.0);
        assert!(std::fs::read(&path).unwrap() == deed.before);
        ops::book(&mut ledger, &deed.drafts, &deed.stamp).unwrap();
        assert_eq!(ledger.head().seq, deed.entries.1);
        assert_eq!(Ledger::open(&path, Access::Read).unwrap().findings(), []);
    }
    println!("{} panics in the middle of a booking", deeds.len().div_ceil(9));
}
