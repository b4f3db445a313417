//! What a command asks of a paper beside its kind: the form of CSV, the fiscal year.

use super::issuing::Desk;

/// The lines of a CSV that the program writes.
fn csv_of(desk: &Desk, what: &[&str]) -> String {
    desk.good(&[what, &["--out", "o.csv"]].concat());
    std::fs::read_to_string(desk.path("o.csv")).unwrap()
}

#[test]
fn every_paper_has_both_forms_of_csv_and_follows_its_language() {
    let desk = Desk::new();
    let papers: [&[&str]; 5] = [
        &["statement", "l.foerderbuch", "--recipient", "16066"],
        &["report", "l.foerderbuch", "--kind", "programme"],
        &["sheet", "l.foerderbuch", "--entry", "94"],
        &["difference", "l.foerderbuch", "--between", "120", "274"],
        &["published", "l.foerderbuch"],
    ];
    for paper in papers {
        let of = |more: &[&str]| csv_of(&desk, &[paper, more].concat());
        let (german, english) = (of(&[]), of(&["--lang", "en"]));
        assert!(german.starts_with('\u{feff}') && !english.starts_with('\u{feff}'), "{paper:?}");
        assert_eq!(of(&["--lang", "en", "--csv", "international"]), english);
        assert!(of(&["--lang", "en", "--csv", "german"]).starts_with('\u{feff}'));
        assert!(german.contains("Nicht ausgefertigt"), "{german}");
    }
    let statement = csv_of(&desk, &[papers[0], &["--lang", "en"]].concat());
    assert!(statement.contains("2200000.00") && !statement.contains("2200000,00"), "{statement}");
    let wrong = [papers[0], &["--csv", "german", "--out", "o.pdf"]].concat();
    let (code, told) = desk.bad(&wrong);
    assert!(code == 2 && told.contains("--csv gilt nur"), "{told}");
    desk.good(&["verify", "l.foerderbuch", "--protocol", "v.csv", "--csv", "international"]);
    let protocol = std::fs::read_to_string(desk.path("v.csv")).unwrap();
    for said in ["Geprüft am,", "Datei,l.foerderbuch", "Nicht ausgefertigt", "Förderbuch 0."] {
        assert!(protocol.contains(said), "{said}: {protocol}");
    }
}

#[test]
fn the_statements_of_the_years_add_up_to_the_whole() {
    let desk = Desk::new();
    let paid = |more: &[&str]| -> i64 {
        let what = ["statement", "l.foerderbuch", "--recipient", "16999002"];
        let csv = csv_of(&desk, &[&what[..], more].concat());
        let line = csv.lines().find(|line| line.starts_with("Ausgezahlt;")).unwrap().to_owned();
        line["Ausgezahlt;".len()..].replace(',', "").parse().unwrap()
    };
    let years = ["2019", "2020", "2021", "2022"].map(|year| paid(&["--year", year]));
    assert_eq!(years.iter().sum::<i64>(), paid(&[]));
    assert_eq!(years[..2], [60_000_000, 70_000_000]);
}

#[test]
fn a_recipient_that_came_later_is_told_as_such() {
    let desk = Desk::new();
    let early = ["statement", "l.foerderbuch", "--recipient", "16066", "--as-of", "2019-01-01"];
    let (code, told) = desk.bad(&[&early[..], &["--out", "s.pdf"]].concat());
    assert!(code == 1 && told.contains("noch nicht erfasst"), "{told}");
}
