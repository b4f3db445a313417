//! Ledgers with flipped bits, pages of other places, cut ends: refused, found, or the same rows.

use std::collections::BTreeMap;
use std::path::Path;

use foerderbuch::store::{Access, Examination, Ledger};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::in_time;
use crate::chance::{Chance, rounds, shared};
use crate::program::good;

const PAGE: usize = 4096;

/// Changes the file in one to three places.
fn harmed(pristine: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = pristine.to_vec();
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len());
        match chance.below(9) {
            0 | 1 => bytes[at] ^= 1 << chance.below(8),
            2 => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
            3 => {
                // A field of a page's head, or of the file's.
                let place = at / PAGE * PAGE + chance.below(12);
                let place = if chance.percent(20) { chance.below(100) } else { place };
                let place = place.min(bytes.len() - 1);
                bytes[place] = u8::try_from(chance.below(256)).unwrap();
            }
            4 => {
                let (from, to) = (at / PAGE * PAGE, chance.below(bytes.len()) / PAGE * PAGE);
                let end = (from + PAGE).min(bytes.len());
                let page = bytes[from..end].to_vec();
                let end = (to + page.len()).min(bytes.len());
                bytes[to..end].copy_from_slice(&page[..end - to]);
            }
            5 => {
                let end = (at + chance.below(2_000)).min(bytes.len());
                bytes[at..end].fill(u8::try_from(chance.below(256)).unwrap());
            }
            6 => bytes.truncate(at.max(1)),
            7 => bytes.extend_from_slice(&pristine[..at.min(PAGE * 2)]),
            _ => {
                let end = (at + 8).min(bytes.len());
                for byte in &mut bytes[at..end] {
                    *byte = u8::try_from(chance.below(256)).unwrap();
                }
            }
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
    bytes
}

type Rows = BTreeMap<String, Vec<Vec<Value>>>;

/// Every row of every table.
fn rows(path: &Path) -> Rows {
    let conn = Connection::open(path).unwrap();
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let names = names.query_map([], |row| row.get::<_, String>(0)).unwrap();
    names
        .map(|name| {
            let name = name.unwrap();
            let mut all = conn.prepare(&format!("SELECT * FROM {name} ORDER BY 1, 2")).unwrap();
            let columns = all.column_count();
            let rows = all.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
            let rows: Vec<Vec<Value>> = rows.unwrap().map(Result::unwrap).collect();
            (name, rows)
        })
        .collect()
}

/// What became of a harmed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Refused,
    FoundAtOpening,
    FoundByDeep,
    SameRows,
}

/// What becomes of a file; `window`: also in the window, which reads at once and verifies beside.
fn fate(path: &Path, honest: &Rows, window: bool) -> Fate {
    if window && let Ok(ledger) = Ledger::open_unverified(path, Access::Read) {
        drop(foerderbuch::store::query::programme(&ledger));
        drop(Examination::of(path).and_then(|mut examination| examination.run(&mut |_| {})));
    }
    let Ok(ledger) = Ledger::open(path, Access::Write) else { return Fate::Refused };
    if !ledger.findings().is_empty() {
        assert!(!ledger.is_writable());
        return Fate::FoundAtOpening;
    }
    match ledger.verify_deep() {
        Ok(found) if found.is_empty() => {}
        _ => return Fate::FoundByDeep,
    }
    drop(ledger);
    let mut found = rows(path);
    // A name may be erased.
    let names = found.get_mut("person_name").unwrap();
    assert!(names.iter().all(|row| honest["person_name"].contains(row)));
    names.clone_from(&honest["person_name"]);
    assert!(found == *honest, "rows changed unseen");
    Fate::SameRows
}

/// `HARMED` files; `MEMORY_MOST` MiB of memory may be taken, where it is said.
#[test]
fn a_harmed_ledger_is_refused_found_or_has_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("e.foerderbuch");
    let lines = include_str!("../../../docs/book-examples.txt").lines();
    let lines: Vec<&str> = lines.filter(|line| line.starts_with('{')).collect();
    std::fs::write(folder.path().join("e.jsonl"), lines.join("\n")).unwrap();
    good(folder.path(), &["book", "e.foerderbuch", "--as", "1", "e.jsonl"]);
    let (pristine, honest) = (std::fs::read(&path).unwrap(), rows(&path));
    let count = rounds("HARMED", 80);
    let fates = shared(count, |mine| {
        let mut fates: BTreeMap<Fate, usize> = BTreeMap::new();
        for number in mine {
            let mut chance = Chance::new(u64::try_from(number).unwrap());
            let path = folder.path().join(format!("{number}.foerderbuch"));
            std::fs::write(&path, harmed(&pristine, &mut chance)).unwrap();
            let (file, honest) = (path.clone(), honest.clone());
            let fate = in_time(&format!("harmed file {number}"), move || {
                fate(&file, &honest, number % 4 == 0)
            });
            *fates.entry(fate).or_default() += 1;
            std::fs::remove_file(&path).unwrap();
            drop(std::fs::remove_file(folder.path().join(format!("{number}.foerderbuch-journal"))));
        }
        fates
    });
    let mut all: BTreeMap<Fate, usize> = BTreeMap::new();
    for fates in fates {
        for (fate, count) in fates {
            *all.entry(fate).or_default() += count;
        }
    }
    println!("{count} harmed ledgers: {all:?}, 0 with other rows unseen, {}", memory());
    assert!(all.len() >= 3, "{all:?}");
    let most = rounds("MEMORY_MOST", usize::MAX);
    assert!(peak().is_none_or(|peak| peak <= most), "{}", memory());
}

/// The most memory that this process had, in MiB, where the system tells it.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? / 1024)
}

fn memory() -> String {
    peak().map_or_else(String::new, |peak| format!("at most {peak} MiB"))
}
