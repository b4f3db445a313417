//! The power fails: of what was not synced some parts reach the disk, some do not, in any order.

use std::collections::{BTreeMap, HashMap, HashSet};

use foerderbuch::store::{Access, Ledger};
use sha2::{Digest as _, Sha256};

use super::deeds::{NAME, Programme, programme};
use super::disk::{Disk, Step};
use crate::chance::{Chance, rounds, shared};

/// Disks write so much at once or not at all.
const SECTOR: usize = 512;

type Files = BTreeMap<String, Vec<u8>>;
type Print = [u8; 32];

/// What lies on the disk for certain, and what was asked of it since.
struct State<'l> {
    certain: Files,
    open: Vec<&'l Step>,
    /// The last entry that somebody was told is stored.
    told: u64,
}

impl<'l> State<'l> {
    fn go_on(&mut self, step: &'l Step) {
        match step {
            Step::Told(entry) => self.told = *entry,
            Step::Sync { file } => {
                let (done, open) =
                    std::mem::take(&mut self.open).into_iter().partition(|step| of(step) == file);
                self.open = open;
                let done: Vec<&Step> = done;
                for step in done {
                    apply(&mut self.certain, step);
                }
            }
            Step::Delete { durable: true, .. } => apply(&mut self.certain, step),
            _ => self.open.push(step),
        }
    }

    /// The files as they are found when the power is back.
    fn cut(&self, chance: &mut Chance) -> Files {
        let mut files = self.certain.clone();
        let kept = *chance.of(&[0, 10, 50, 90, 100]);
        for step in &self.open {
            match step {
                Step::Write { file, at, bytes } if chance.percent(25) => {
                    for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                        if chance.percent(kept) {
                            put(&mut files, file, at + number * SECTOR, sector);
                        }
                    }
                }
                step if chance.percent(kept) => apply(&mut files, step),
                _ => {}
            }
        }
        files
    }
}

fn of(step: &Step) -> &str {
    match step {
        Step::Write { file, .. }
        | Step::Truncate { file, .. }
        | Step::Sync { file }
        | Step::Delete { file, .. } => file,
        Step::Told(_) => "",
    }
}

fn put(files: &mut Files, file: &str, at: usize, bytes: &[u8]) {
    let content = files.entry(file.to_owned()).or_default();
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

fn apply(files: &mut Files, step: &Step) {
    match step {
        Step::Write { file, at, bytes } => put(files, file, *at, bytes),
        Step::Truncate { file, size } => {
            if let Some(content) = files.get_mut(file) {
                content.truncate(*size);
            }
        }
        Step::Delete { file, .. } => drop(files.remove(file)),
        Step::Sync { .. } | Step::Told(_) => {}
    }
}

fn print(bytes: &[u8]) -> Print {
    Sha256::digest(bytes).into()
}

fn print_of(files: &Files) -> Print {
    let mut hasher = Sha256::new();
    for (name, content) in files {
        hasher.update(name);
        hasher.update(content.len().to_be_bytes());
        hasher.update(content);
    }
    hasher.finalize().into()
}

/// What comes of files after a cut, each looked at once.
struct Afterwards {
    /// Ledgers as they were after a booking, with their last entry.
    whole: HashMap<Print, u64>,
    seen: HashMap<Print, u64>,
    rolled_back: usize,
    deep: usize,
}

impl Afterwards {
    fn new(programme: &Programme) -> Self {
        let mut whole = HashMap::from([(print(&programme.founding.after), 1)]);
        whole.extend(programme.deeds.iter().map(|deed| (print(&deed.after), deed.entries.1)));
        Self { whole, seen: HashMap::new(), rolled_back: 0, deep: 0 }
    }

    /// The last entry of the ledger that is found; panics where it is not good.
    fn last_entry(&mut self, files: &Files) -> u64 {
        let print = print_of(files);
        if let Some(last) = self.seen.get(&print) {
            return *last;
        }
        let disk = Disk::new();
        for (name, content) in files {
            std::fs::write(disk.path(name), content).unwrap();
        }
        let hot = files.iter().any(|(name, content)| name != NAME && !content.is_empty());
        self.rolled_back += usize::from(hot);
        let last = self.opened(&disk);
        self.seen.insert(print, last);
        last
    }

    fn opened(&mut self, disk: &Disk) -> u64 {
        let path = disk.path(NAME);
        let ledger = Ledger::open_unverified(&path, Access::Read).unwrap();
        let last = ledger.head().seq;
        drop(ledger);
        let found = print(&std::fs::read(&path).unwrap());
        if let Some(known) = self.whole.get(&found) {
            assert_eq!(*known, last);
            return last;
        }
        let ledger = Ledger::open(&path, Access::Read).unwrap();
        assert_eq!((ledger.findings(), ledger.verify_deep().unwrap()), (&[][..], Vec::new()));
        self.deep += 1;
        self.whole.insert(found, last);
        last
    }
}

/// 20,000 cuts are tried where `POWER_CUTS` says so; by each of them one point of the log is met.
#[test]
fn after_a_power_cut_all_that_was_told_is_stored_and_nothing_is_torn() {
    let programme = programme();
    let cuts = rounds("POWER_CUTS", 240);
    let ends: HashSet<u64> = programme.deeds.iter().map(|deed| deed.entries.1).chain([1]).collect();
    let results = shared(cuts, |mine| {
        let mut afterwards = Afterwards::new(programme);
        let mut state = State {
            certain: Files::from([(NAME.to_owned(), programme.founding.after.clone())]),
            open: Vec::new(),
            told: 1,
        };
        let (mut at, mut ahead) = (0, 0);
        for number in mine {
            let point = (programme.log.len() * number).div_ceil(cuts);
            while at < point {
                state.go_on(&programme.log[at]);
                at += 1;
            }
            let mut chance = Chance::new(u64::try_from(number).unwrap());
            let last = afterwards.last_entry(&state.cut(&mut chance));
            assert!(last >= state.told, "cut {number}: {last} stored, {} told", state.told);
            assert!(ends.contains(&last), "cut {number}: half of a booking, up to {last}");
            ahead += usize::from(last > state.told);
        }
        (afterwards.seen.len(), afterwards.rolled_back, afterwards.deep, ahead)
    });
    let of = |part: fn(&(usize, usize, usize, usize)) -> usize| -> usize {
        results.iter().map(part).sum()
    };
    let (different, rolled_back) = (of(|one| one.0), of(|one| one.1));
    println!(
        "{cuts} power cuts in {} steps, {different} different disks, {rolled_back} with a journal to \
         roll back, {} verified deeply beside the known ones, {} stored and not told yet, 0 torn, \
         0 told and lost",
        programme.log.len(),
        of(|one| one.2),
        of(|one| one.3),
    );
    assert!(different > cuts / 20 && rolled_back > 20, "the cuts fall where nothing is open");
}

/// The model itself: a disk that lies about syncing loses what was told, and that is seen.
#[test]
fn a_disk_that_syncs_nothing_is_seen_to_lose_bookings() {
    let programme = programme();
    let mut lost = 0;
    for number in 0..40 {
        let mut chance = Chance::new(number);
        let mut state = State {
            certain: Files::from([(NAME.to_owned(), programme.founding.after.clone())]),
            open: Vec::new(),
            told: 1,
        };
        let end = chance.below(programme.log.len());
        for step in &programme.log[..end] {
            if !matches!(step, Step::Sync { .. }) {
                state.go_on(step);
            }
        }
        let files = state.cut(&mut chance);
        let disk = Disk::new();
        for (name, content) in &files {
            std::fs::write(disk.path(name), content).unwrap();
        }
        let good = Ledger::open(&disk.path(NAME), Access::Read)
            .is_ok_and(|ledger| ledger.findings().is_empty() && ledger.head().seq >= state.told);
        lost += usize::from(!good);
    }
    assert!(lost > 20, "only {lost} of 40");
}
