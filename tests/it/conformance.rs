//! Every paper is PDF/A-3a and PDF/UA-1, and the same bytes in another order and another process.

use std::process::Command;

use foerderbuch::domain::{Kind, RecipientKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Document, Form, Wish};
use foerderbuch::report::Report;
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::table::day;

/// A wish for every document, with a data sheet for each kind that has one.
pub fn wishes(ledger: &Ledger, times: Times) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for document in Document::ALL {
        match document {
            Document::Statement => {
                let all = paper::statements(ledger, times).unwrap();
                let first = std::iter::once(RecipientKey::new("16066"));
                let some = all.into_iter().step_by(3).map(|(key, _)| key);
                wishes.extend(first.chain(some).map(Wish::statement));
            }
            Document::Sheet => {
                let mut kinds = std::collections::BTreeSet::new();
                for row in query::journal(ledger, times).unwrap() {
                    let wish = Wish::sheet(row.seq);
                    if !kinds.contains(&row.kind) && made(ledger, times, &wish).is_some() {
                        kinds.insert(row.kind);
                        wishes.push(wish);
                    }
                }
                assert!(times.known < 100 || kinds.contains(&Kind::PaymentOrdered));
            }
            Document::Difference => wishes.push(Wish::difference(1.max(times.known / 2))),
            other => wishes.push(Wish::of(other)),
        }
    }
    wishes
}

fn made(ledger: &Ledger, times: Times, wish: &Wish) -> Option<Report> {
    paper::make(ledger, &wish.at(times, Lang::De)).unwrap()
}

fn pdf(ledger: &Ledger, times: Times, wish: &Wish, lang: Lang) -> Option<Vec<u8>> {
    let report = paper::make(ledger, &wish.at(times, lang)).unwrap()?;
    Some(paper::bytes(&report, &Text::new(lang), Form::Pdf).unwrap())
}

#[track_caller]
pub fn conforms(bytes: &[u8], name: &str) {
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        assert!(report.is_compliant && report.failures.is_empty(), "{name}: {report}");
    }
}

/// The longer sample at its end, in the middle, and on a day on which there was nothing yet.
fn times(ledger: &Ledger) -> [Times; 3] {
    let at = |as_of: &str, known| Times { as_of: day(as_of), known };
    let head = ledger.head().seq;
    [at("2022-12-31", head), at("2020-12-31", head), at("2019-01-01", 1)]
}

fn every_paper_conforms(lang: Lang, most: usize) {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    for times in times(&ledger).into_iter().take(most) {
        let mut made = Vec::new();
        for wish in wishes(&ledger, times) {
            let Some(bytes) = pdf(&ledger, times, &wish, lang) else { continue };
            conforms(&bytes, &format!("{wish:?} {times:?}"));
            made.push(wish.document);
        }
        assert!(made.len() >= 6, "{times:?}: {made:?}");
        // At its end the longer sample has something to say in each of them.
        let missing: Vec<Document> =
            Document::ALL.into_iter().filter(|document| !made.contains(document)).collect();
        assert!(times.as_of != day("2022-12-31") || missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn every_german_paper_is_archivable_and_accessible() {
    every_paper_conforms(Lang::De, 3);
}

#[test]
fn every_english_paper_is_archivable_and_accessible() {
    every_paper_conforms(Lang::En, 1);
}

#[test]
fn a_paper_without_its_language_does_not_conform() {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let mut bytes = pdf(&ledger, times, &Wish::of(Document::Programme), Lang::De).unwrap();
    let place = bytes.windows(6).position(|part| part == b"/Lang(").unwrap();
    bytes[place..place + 5].copy_from_slice(b"/Xang");
    let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
    assert!(!validate_pdf_bytes(&bytes, &options).unwrap().is_compliant);
}

#[test]
fn order_and_process_do_not_change_a_byte_of_any_paper() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_foerderbuch");
        let done = Command::new(program).current_dir(folder.path()).args(arguments).output();
        let done = done.unwrap();
        assert!(done.status.success(), "{arguments:?}: {done:?}");
        std::fs::read(folder.path().join("out.pdf")).unwrap_or_default()
    };
    run(&["sample", "l.foerderbuch"]);
    let ledger = sample::in_memory().unwrap();
    let known = ledger.head().seq;
    let times = Times { as_of: day("2020-12-31"), known };
    let wishes = wishes(&ledger, times);
    let first: Vec<_> = wishes.iter().map(|wish| pdf(&ledger, times, wish, Lang::De)).collect();
    let again = wishes.iter().rev().map(|wish| pdf(&ledger, times, wish, Lang::De));
    assert!(first.iter().rev().zip(again).all(|(one, two)| *one == two));
    for (wish, expected) in wishes.iter().zip(&first) {
        let entry = wish.entry.unwrap_or_default().to_string();
        let last = known.to_string();
        let what: Vec<&str> = match wish.document {
            Document::Statement if wish.recipient == RecipientKey::new("16066") => {
                vec!["statement", "l.foerderbuch", "--recipient", "16066"]
            }
            Document::Sheet => vec!["sheet", "l.foerderbuch", "--entry", &entry],
            Document::Difference => {
                vec!["difference", "l.foerderbuch", "--between", &entry, &last]
            }
            // Protocol and register of the commands are of the day of the last entry.
            Document::Statement | Document::Verification | Document::Published => continue,
            other => vec!["report", "l.foerderbuch", "--kind", other.name()],
        };
        let written = run(&[&what[..], &["--out", "out.pdf"]].concat());
        assert!(expected.as_ref() == Some(&written), "{wish:?}");
    }
}
