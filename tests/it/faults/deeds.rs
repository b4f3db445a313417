//! What is done while the disk fails: the small programme of `book --help`, in which every kind of
//! entry is booked, a few lines at a time.

use std::path::Path;
use std::sync::OnceLock;

use foerderbuch::cli::draft;
use foerderbuch::domain::PersonNo;
use foerderbuch::domain::event::Draft;
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::{Lang, Text};

use super::disk::{Disk, Step};

/// The name of the ledger on each disk.
pub const NAME: &str = "l.foerderbuch";

/// One transaction: its drafts, and the file before and after it.
pub struct Deed {
    pub drafts: Vec<Draft>,
    pub stamp: Stamp,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
    /// Last entry before and after.
    pub entries: (u64, u64),
}

/// The whole programme, booked once on a disk that does not fail.
pub struct Programme {
    pub founding: Deed,
    pub deeds: Vec<Deed>,
    /// What was done to the disk from the founded file on.
    pub log: Vec<Step>,
}

/// The same programme for every test.
pub fn programme() -> &'static Programme {
    static PROGRAMME: OnceLock<Programme> = OnceLock::new();
    PROGRAMME.get_or_init(booked)
}

fn examples() -> Vec<Draft> {
    let text = Text::new(Lang::De);
    let lines = include_str!("../../../docs/book-examples.txt").lines();
    let lines = lines.filter(|line| line.starts_with('{'));
    (1..=u128::MAX)
        .zip(lines)
        .map(|(number, line)| {
            let mut draft = draft::parse(line, PersonNo(1), &text).unwrap();
            if !line.contains("\"uid\"") {
                // The same identities each time, so that the files are the same, too.
                draft.uid = (number << 64 | 0x8000 << 48).to_be_bytes();
            }
            draft
        })
        .collect()
}

fn stamp(number: usize) -> Stamp {
    const BEGIN: i64 = 1_900_000_000_000_000;
    let now = BEGIN + i64::try_from(number).unwrap() * 1_000_000;
    Stamp { salt: Some([7; 16]), ..Stamp::new(now, "probe".to_owned()) }
}

fn booked() -> Programme {
    let disk = Disk::new();
    let path = disk.path(NAME);
    let mut drafts = examples().into_iter();
    let first: Vec<Draft> = drafts.by_ref().take(1).collect();
    ops::found(&path, &first, &stamp(0)).unwrap();
    let founded = std::fs::read(&path).unwrap();
    let founding = Deed {
        drafts: first,
        stamp: stamp(0),
        before: Vec::new(),
        after: founded.clone(),
        entries: (0, 1),
    };
    disk.begin_log();
    let mut ledger = Ledger::open(&path, Access::Write).unwrap();
    let (mut deeds, mut before) = (Vec::new(), founded);
    loop {
        // One, two, three lines at once, and one again.
        let together: Vec<Draft> = drafts.by_ref().take(deeds.len() % 3 + 1).collect();
        if together.is_empty() {
            break;
        }
        let (from, stamp) = (ledger.head().seq, stamp(deeds.len() + 1));
        ops::book(&mut ledger, &together, &stamp).unwrap();
        disk.log(Step::Told(ledger.head().seq));
        let after = std::fs::read(&path).unwrap();
        let entries = (from, ledger.head().seq);
        deeds.push(Deed { drafts: together, stamp, before, after: after.clone(), entries });
        before = after;
    }
    assert_eq!((ledger.findings(), ledger.verify_deep().unwrap()), (&[][..], Vec::new()));
    Programme { founding, deeds, log: disk.take_log() }
}

impl Deed {
    /// Opens the ledger and books, as the program does.
    pub fn book(&self, path: &Path) -> Result<Vec<u64>, Failure> {
        let mut ledger = Ledger::open(path, Access::Write)?;
        ledger.require_good()?;
        ops::book(&mut ledger, &self.drafts, &self.stamp)
    }
}
