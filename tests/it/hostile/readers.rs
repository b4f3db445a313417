//! Each fuzz target with plain changes of good files: where there is no fuzzer, and every time.

use std::io::Write as _;

use foerderbuch::ops::sample;

use super::{in_time, targets};
use crate::chance::{Chance, rounds, shared};
use crate::program::good;

struct Reader {
    name: &'static str,
    read: fn(&[u8]),
    seeds: Vec<Vec<u8>>,
    /// Of a hundred rounds this one does so many: some readers are slower than others.
    share: usize,
}

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/tests/fuzz/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn archive() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [("a.xml", seeds("camt")), ("b.sta", seeds("mt940"))] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(&content[0]).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Belegnummer", "Kapitel", "Titel", "Haushaltsjahr", "Buchungstag", "Betrag"];
    let row = ["K-2020-0007", "1616", "63371", "2020", "15.12.2020", "250.000,00"];
    for (column, (head, cell)) in (0..).zip(heads.iter().zip(row)) {
        sheet.write_string(0, column, *head).unwrap();
        sheet.write_string(1, column, cell).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn readers() -> Vec<Reader> {
    let folder = tempfile::tempdir().unwrap();
    let (here, ledger) = (folder.path(), folder.path().join("s.foerderbuch"));
    sample::write(&ledger).unwrap();
    good(here, &["statement", "s.foerderbuch", "--recipient", "16066", "--out", "a.pdf"]);
    good(here, &["extract", "s.foerderbuch", "--recipient", "16066", "--out", "x.foerderbuch"]);
    let file = |name: &str| std::fs::read(here.join(name)).unwrap();
    let reader = |name, read, seeds, share| Reader { name, read, seeds, share };
    vec![
        reader("camt", targets::camt as fn(&[u8]), seeds("camt"), 100),
        reader("mt940", targets::mt940, seeds("mt940"), 100),
        reader("csv", targets::csv, seeds("csv"), 100),
        reader("zip", targets::zip, vec![archive()], 100),
        reader("xlsx", targets::xlsx, vec![workbook()], 50),
        reader("drawing", targets::drawing, seeds("drawing"), 100),
        reader("ledger", targets::ledger, vec![file("s.foerderbuch"), file("x.foerderbuch")], 5),
        reader("book", targets::book, seeds("book"), 50),
        reader("paper", targets::paper, vec![file("a.pdf")], 5),
        reader("entry", targets::entry, seeds("entry"), 100),
    ]
}

/// Pieces that mean something to one of the readers.
const PIECES: [&[u8]; 18] = [
    b"\0",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    b"&b;",
    b"</Ntry>",
    b"<Ntry>",
    b":61:",
    b"\r\n-\r\n",
    b"\"",
    b";;;;;;;;",
    b"-9223372036854775808",
    b"99999999999999999999",
    b"{\"a\":{\"a\":{\"a\":",
    b"<use href=\"#a\"/>",
    b"M-1e38 1e38 C0 0 9 9 1e-40 ",
    b"PK\x03\x04",
    b"=cmd|' /C calc'!A0",
];

fn changed(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.of(seeds).clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        if bytes.is_empty() {
            bytes.push(0);
        }
        match chance.below(8) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
            2 => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            4 => {
                let end = (at + 1 + chance.below(200)).min(bytes.len());
                bytes.extend_from_within(at..end);
            }
            5 => drop(bytes.splice(at..at, chance.of(&PIECES).iter().copied())),
            6 => {
                let end = (at + chance.below(40)).min(bytes.len());
                drop(bytes.splice(at..end, chance.of(&PIECES).iter().copied()));
            }
            _ => {
                let second = chance.of(seeds);
                let from = chance.below(second.len());
                bytes.truncate(at);
                bytes.extend_from_slice(&second[from..]);
            }
        }
    }
    bytes
}

/// `CHANGED` files of each reader.
#[test]
fn every_reader_takes_or_refuses_whatever_it_is_given() {
    let count = rounds("CHANGED", 60);
    for Reader { name, read, seeds, share } in readers() {
        for seed in &seeds {
            read(seed);
        }
        let mine = (count * share / 100).max(3);
        let began = std::time::Instant::now();
        shared(mine, |numbers| {
            let numbers: Vec<usize> = numbers.collect();
            let seeds = seeds.clone();
            // One thread for many files: the readers of papers make a sample for each thread.
            in_time_each(name, &numbers, move |number| {
                let mut chance = Chance::new(u64::try_from(number).unwrap());
                read(&changed(&seeds, &mut chance));
            });
        });
        println!("{name}: {mine} changed files in {:.1} s", began.elapsed().as_secs_f64());
    }
}

/// So many files are read before somebody asks whether it hangs.
const TOGETHER: usize = 50;

fn in_time_each(name: &str, numbers: &[usize], work: impl Fn(usize) + Clone + Send + 'static) {
    for some in numbers.chunks(TOGETHER) {
        let (some, work) = (some.to_vec(), work.clone());
        let what = format!("{name}, files {:?}", some.iter().min().zip(some.iter().max()));
        in_time(&what, move || some.into_iter().for_each(work));
    }
}
