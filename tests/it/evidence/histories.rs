//! Histories that are whole in themselves: the tail cut off, an older file put back, everything
//! computed anew from one entry on. Only an anchor that is kept elsewhere tells them apart.

use foerderbuch::store::view::Head;
use foerderbuch::store::{Access, Finding, Ledger, query};

use super::{History, Noticed, honest, noticed};
use crate::chance::{Chance, rounds, shared};

/// Every head that a paper could have printed, from the honest ledger.
fn heads(path: &std::path::Path) -> Vec<Head> {
    let ledger = Ledger::open(path, Access::Read).unwrap();
    (1..=ledger.head().seq).map(|seq| query::head_at(&ledger, seq).unwrap()).collect()
}

/// `HISTORIES` of each kind; each is held against one anchor of an entry that it changed or lost,
/// and against one that stands before.
#[test]
fn one_anchor_from_paper_finds_a_history_that_is_whole_in_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = honest(folder.path());
    let heads = heads(&path);
    let count = rounds("HISTORIES", 3);
    let last = heads.len();
    shared(count * 2, |mine| {
        for number in mine {
            let mut chance = Chance::new(u64::try_from(number).unwrap());
            let mut history = History::of(&path);
            let file = folder.path().join(format!("{number}.foerderbuch"));
            // The first entry that is not as it was; the first one of all stays, it is printed.
            let from = 2 + chance.below(last - 1);
            if number % 2 == 0 {
                history.events.truncate(from - 1);
            } else {
                let event = &mut history.events[from - 1];
                event.voucher = format!("{} (neu)", event.voucher);
            }
            history.write(&file);
            assert_eq!(noticed(&file), Noticed::Nobody, "it is whole: {from}");
            let ledger = Ledger::open(&file, Access::Read).unwrap();
            let printed = heads[from - 1 + chance.below(last - from + 1)];
            let found = ledger.verify_anchor(printed).unwrap();
            assert_eq!(found, Some(Finding::Anchor { seq: printed.seq }), "from {from}");
            let before = heads[chance.below(from - 1)];
            assert_eq!(ledger.verify_anchor(before).unwrap(), None, "what is before is the same");
        }
    });
    println!("{count} tails cut, {count} histories computed anew: each found with one anchor");
}

#[test]
fn yesterdays_file_is_found_with_an_anchor_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let path = honest(folder.path());
    let history = History::of(&path);
    let yesterday = folder.path().join("yesterday.foerderbuch");
    let today = heads(&path);
    let older = History { events: history.events[..today.len() - 1].to_vec(), ..history };
    older.write(&yesterday);
    let printed = *today.last().unwrap();
    std::fs::copy(&yesterday, &path).unwrap();
    assert_eq!(noticed(&path), Noticed::Nobody);
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    assert!(ledger.verify_anchor(printed).unwrap().is_some());
    assert!(ledger.verify_printed(printed).unwrap().is_some());
}
