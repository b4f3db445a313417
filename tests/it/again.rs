//! A paper that is issued again, and a statement of one year: what stands beside it is said.

use foerderbuch::domain::date::berlin_day;
use foerderbuch::system;

use super::issuing::{Desk, ISSUE};

#[test]
fn a_second_issue_of_the_same_paper_names_the_first_and_says_what_follows() {
    let desk = Desk::new();
    let told = desk.statement("a.pdf", &ISSUE);
    assert!(!told.contains("war schon"), "{told}");
    // Another year, recipient, Stichtag or language is another paper.
    for (name, more) in [
        ("year.pdf", &["--year", "2020"][..]),
        ("day.pdf", &["--as-of", "2020-12-30"]),
        ("en.pdf", &["--lang", "en"]),
    ] {
        let told = desk.statement(name, &[&ISSUE[..], more].concat());
        assert!(!told.contains("schon"), "{name}: {told}");
    }
    let told = desk.statement("again.pdf", &ISSUE);
    let first = ["von A. Weber ausgefertigt (Buchung Nr. 277, Datenstand Nr. 276)"];
    for words in first.into_iter().chain(["Nun ist es noch einmal ausgefertigt", "Berichtigung"]) {
        assert!(told.contains(words), "{words}: {told}");
    }
    // The last one counts; one that was taken back does not.
    let told = desk.statement("third.pdf", &ISSUE);
    assert!(told.contains("Buchung Nr. 281"), "{told}");
    let day = berlin_day(system::now());
    let line = |seq: u32| {
        format!(
            "{{\"kind\":\"reversed\",\"effective_on\":\"{day}\",\"recipient\":\"16066\",\
             \"ref\":{seq},\"body\":{{\"reason\":\"doppelt ausgefertigt\"}}}}\n"
        )
    };
    std::fs::write(desk.path("r.jsonl"), [281, 282].map(line).concat()).unwrap();
    desk.good(&["book", "l.foerderbuch", "--as", "A. Weber", "r.jsonl"]);
    let told = desk.statement("fourth.pdf", &ISSUE);
    assert!(told.contains("Buchung Nr. 277"), "{told}");
}

#[test]
fn a_statement_of_one_year_says_what_in_it_is_of_all_years() {
    let desk = Desk::new();
    let of = |more: &[&str]| {
        let fixed = ["statement", "l.foerderbuch", "--recipient", "16999003", "--out", "o.csv"];
        desk.good(&[&fixed[..], more].concat());
        std::fs::read_to_string(desk.path("o.csv")).unwrap()
    };
    let year = of(&["--year", "2020"]);
    for words in [
        "Beträge zu Lasten des Haushaltsjahres 2020 des Landes.",
        "Zuwendungsfähig, alle Jahre;",
        "Eigenanteil daran, alle Jahre;",
        "Bescheid und Änderungen, alle Jahre",
        "noch abrufbar zu Lasten des Haushaltsjahres 2020",
        "Erstattungen und Zinsen zu Zahlungen des Haushaltsjahres 2020",
        "Erstattungen zu 2020;",
    ] {
        assert!(year.contains(words), "{words}: {year}");
    }
    assert!(!year.lines().any(|line| line.starts_with("2019;")), "{year}");
    assert!(!of(&[]).contains("alle Jahre"));
}
