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
        &["difference", "l.foerderbuch", "--between", "120", "276"],
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

#[test]
fn claims_of_a_year_outside_of_the_programme_are_refused() {
    let desk = Desk::new();
    let of =
        |year| ["report", "l.foerderbuch", "--kind", "claims", "--year", year, "--out", "c.csv"];
    let (code, told) = desk.bad(&of("2030"));
    assert!(code == 1 && told.contains("Zum Haushaltsjahr 2030 gibt es"), "{told}");
    assert!(!desk.path("c.csv").exists());
    // A year of the programme without claims is a paper that says so.
    desk.good(&of("2021"));
    let csv = std::fs::read_to_string(desk.path("c.csv")).unwrap();
    assert!(csv.contains("keine Erstattung"), "{csv}");
}

#[test]
fn the_journal_of_a_year_brings_every_entry_and_bookmarks_of_its_months() {
    let desk = Desk::new();
    desk.good(&[
        "report",
        "l.foerderbuch",
        "--kind",
        "journal",
        "--year",
        "2020",
        "--out",
        "j.pdf",
    ]);
    let file = lopdf::Document::load(desk.path("j.pdf")).unwrap();
    let titled = |object: &lopdf::Object| {
        let mark = object.as_dict().ok()?;
        mark.get(b"Dest").ok()?;
        let (title, count) = (mark.get(b"Title").ok()?, mark.get(b"Count").ok());
        let words = lopdf::decode_text_string(title).ok()?;
        Some((words, count.and_then(|count| count.as_i64().ok())))
    };
    let marks: Vec<_> = file.objects.values().filter_map(titled).collect();
    let months = marks.iter().filter(|(title, _)| title.starts_with("Erfasst ")).count();
    assert!(marks.contains(&("Erfasst 2020".to_owned(), Some(12))), "{marks:?}");
    assert!(marks.contains(&("Erfasst März 2020".to_owned(), None)), "{marks:?}");
    assert_eq!(months, 13);
    let journal = desk.good(&["journal", "l.foerderbuch", "--csv"]);
    let attached = attachment(&file, "journal-full.csv");
    for hash in journal.lines().skip(1).filter_map(|line| line.split(';').next_back()) {
        assert!(attached.contains(hash), "{hash}");
    }
}

/// The text of a file inside of a paper.
fn attachment(file: &lopdf::Document, name: &str) -> String {
    let named = |object: &lopdf::Object| {
        let one = object.as_dict().ok()?;
        let own = lopdf::decode_text_string(one.get(b"UF").ok()?).ok()?;
        let stream = one.get(b"EF").ok()?.as_dict().ok()?.get(b"F").ok()?.as_reference().ok()?;
        let stream = file.get_object(stream).ok()?.as_stream().ok()?;
        (own == name).then(|| String::from_utf8(stream.get_plain_content().unwrap()).unwrap())
    };
    file.objects.values().find_map(named).unwrap()
}

#[test]
fn the_guideline_and_the_causes_of_deviations_stand_in_the_report_for_parliament() {
    let desk = Desk::new();
    let report = ["report", "l.foerderbuch", "--kind", "programme", "--year", "2020"];
    let earlier = [&report[..], &["--known-at", "120"]].concat();
    let before = csv_of(&desk, &earlier);
    assert!(!before.contains("veröffentlicht") && !before.contains("Ursachen"), "{before}");
    // The sample has invented ones, which say so.
    let sample = csv_of(&desk, &report).replace('\u{a0}', " ");
    for said in
        ["Staatsanzeiger (Tag und Fundstelle angenommen).", "Angenommen: Gemeinsame Vorhaben"]
    {
        assert!(sample.contains(said), "{said}: {sample}");
    }
    let line = |setting: &str| {
        format!(
            "{{\"kind\":\"setting_made\",\"effective_on\":\"2020-12-31\",\"body\":{{\"setting\":{setting}}}}}\n"
        )
    };
    let settings = [
        line(
            r#"{"name":"guideline_published","published_on":"2018-08-06","published_in":"ThürStAnz Nr. 32/2018 S. 956"}"#,
        ),
        line(
            r#"{"name":"deviation_causes","fiscal_year":2020,"causes":"Ausschreibungen verzögerten sich."}"#,
        ),
    ];
    std::fs::write(desk.path("s.jsonl"), settings.concat()).unwrap();
    desk.good(&["book", "l.foerderbuch", "--as", "D. Kern", "s.jsonl"]);
    let german = csv_of(&desk, &report);
    for said in [
        "ThürEGovRL (06.08.2018)",
        "Förderrichtlinie ThürEGovRL: veröffentlicht am 06.08.2018, ThürStAnz Nr. 32/2018 S. 956.",
        "Ursachen der Abweichungen vom Plan, Haushaltsjahr 2020",
        "Ausschreibungen verzögerten sich.",
    ] {
        assert!(german.replace('\u{a0}', " ").contains(said), "{said}: {german}");
    }
    let english = csv_of(&desk, &[&report[..], &["--lang", "en"]].concat());
    assert!(english.contains("Causes of deviations from the plan"), "{english}");
    assert!(english.contains("Ausschreibungen verzögerten sich."), "{english}");
    // Another year has none, and the Stichtag before it was said, neither.
    for other in [["--year", "2019"], ["--as-of", "2020-12-30"]] {
        let told = csv_of(&desk, &[&report[..4], &other[..]].concat());
        assert!(!told.contains("Ausschreibungen"), "{told}");
    }
    let unusable =
        line(r#"{"name":"guideline_published","published_on":"2021-01-01","published_in":"x"}"#);
    std::fs::write(desk.path("s.jsonl"), unusable).unwrap();
    let (code, told) = desk.bad(&["book", "l.foerderbuch", "--as", "D. Kern", "s.jsonl"]);
    assert!(code == 1 && told.contains("Förderrichtlinie, Veröffentlichung"), "{told}");
}

#[test]
fn a_difference_without_a_stichtag_is_of_no_day_before_its_later_state() {
    let desk = Desk::new();
    let told = |between: [&str; 2], more: &[&str]| {
        let what = ["difference", "l.foerderbuch", "--between", between[0], between[1]];
        desk.good(&[&what[..], more].concat())
    };
    assert!(told(["120", "276"], &[]).contains("am Stichtag 31.12.2020,"));
    // What is issued is recorded today, long after the day that the example proposes.
    desk.statement("a.pdf", &["--issue", "--as", "A. Weber"]);
    let later = told(["276", "277"], &[]);
    assert!(!later.contains("am Stichtag 31.12.2020,"), "{later}");
    let named = told(["276", "277"], &["--as-of", "2020-12-31"]);
    assert!(named.contains("am Stichtag 31.12.2020,"), "{named}");
}
