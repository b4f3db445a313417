//! Lists of grants, due lines and payments that are taken over, and the official directory.

use std::collections::BTreeMap;

use foerderbuch::domain::takeover::{Acting, Column, ListKind, Verdict};
use foerderbuch::domain::{Event, Kind, PersonNo};
use foerderbuch::exchange::takeover::read_takeover;
use foerderbuch::ops::{self, Stamp, TakeoverList};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger, query};
use foerderbuch::text::{Lang, Text};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::command_line::{Desk, json};
use super::table::day;

const RECIPIENTS: &str = "Schlüssel;Name;Art;Gilt ab;IBAN;Kontoinhaber\n\
    17061;Eichsfeld;Landkreis;01.06.2020;DE02120300000000202051;Landkreis Eichsfeld\n\
    17062;Nordhausen;Landkreis;01.06.2020;DE15123456781699900302;Landkreis Nordhausen\n";

/// Of the first grant two rows tell, since it has two titles; of the second an amount per year.
const GRANTS: &str = "Stand der Zuwendungen;;;;;;;;;;;;;;;;;;;;;\n\
    Aktenzeichen;AGS;Vorhaben;Antrag vom;Beantragt;Zuwendungsfähige Ausgaben;Geprüft am;\
    Prüfergebnis;Keine Doppelförderung;Bescheid vom;Finanzierungsart;Quote;Kassenzeichen;\
    Bewilligungszeitraum bis;Bewilligt;Titel;HHJ 2020;HHJ 2021;Bekannt gegeben am;\
    Art der Bekanntgabe;Rechtsbehelfsverzicht vom;Bearbeiter\n\
    T-1;17061;Netz;02.06.2020;800.000,00;1.000.000,00;15.06.2020;förderfähig;ja;01.07.2020;\
    Anteilfinanzierung;80 %;17061-01;31.12.2021;800.000,00;16 16 883 71;500.000,00;200.000,00;\
    02.07.2020;Empfangsbestätigung;03.07.2020;W\n\
    T-1;;;;;;;;;;;;;;;1616 63371;100.000,00;;;;;\n\
    T-2;17062;Archiv;02.06.2020;90.000,00;100.000,00;16.06.2020;förderfähig;ja;02.07.2020;\
    Festbetragsfinanzierung;;17062-01;31.12.2020;90.000,00;1616 63371;90.000,00;0,00;02.07.2020;\
    gegen Empfangsbestätigung;03.07.2020;W\n\
    Summe;;;;890.000,00;;;;;;;;;;;;;;;;;\n";

const PAYMENTS: &str = "Az;Titel;HHJ;Betrag;Abruf vom;Angeordnet am;Ausgezahlt am;Kassenbeleg\n\
    T-1;1616 88371;2020;300.000,00;13.07.2020;20.07.2020;22.07.2020;K-1\n\
    T-1;1616 63371;2020;100.000,00;13.07.2020;20.07.2020;22.07.2020;K-2\n\
    T-2;1616 63371;2020;40.000,00;14.07.2020;21.07.2020;23.07.2020;K-3\n\
    T-1;1616 88371;2020;200.000,00;03.08.2020;10.08.2020;12.08.2020;K-4\n";

/// Who did what, in the sample's persons.
const PEOPLE: [&str; 12] = [
    "--approved-by",
    "3",
    "--arithmetic-by",
    "B. Lang",
    "--factual-by",
    "6",
    "--ordered-by",
    "3",
    "--confirmed-by",
    "2",
    "--entered-by",
    "1",
];

fn take<'a>(kind: &'a str, list: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let fixed = ["take-over", "s.foerderbuch", list, "--kind", kind, "--as", "A. Weber"];
    [fixed.as_slice(), more].concat()
}

fn told(desk: &Desk, arguments: &[&str]) -> (i32, String, String) {
    let output = desk.run(arguments);
    let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', " ");
    (output.status.code().unwrap(), words(&output.stdout), words(&output.stderr))
}

fn head(desk: &Desk) -> u64 {
    Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap().head().seq
}

/// A desk whose ledger knows both recipients, with accounts that another person confirmed.
fn with_recipients() -> Desk {
    let desk = Desk::new();
    for (name, text) in [("r.csv", RECIPIENTS), ("g.csv", GRANTS), ("p.csv", PAYMENTS)] {
        std::fs::write(desk.path(name), text).unwrap();
    }
    let before = head(&desk);
    desk.good(&take("recipients", "r.csv", &["--book"]));
    let mut lines = String::new();
    for (key, seq) in [("17061", before + 2), ("17062", before + 4)] {
        let line = serde_json::json!({
            "kind": "bank_account_confirmed", "effective_on": "2020-06-10",
            "recipient": key, "ref": seq,
            "body": {"checked_by": "Schreiben der Kreiskasse"},
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    std::fs::write(desk.path("b.jsonl"), lines).unwrap();
    desk.good(&["book", "s.foerderbuch", "--as", "2", "b.jsonl"]);
    desk
}

/// Figures of a grant at the end of 2020, in cents.
fn figures(desk: &Desk, grant: &str) -> BTreeMap<String, i64> {
    let told = desk.good(&[
        "balance",
        "s.foerderbuch",
        "--as-of",
        "2020-12-31",
        "--by",
        "grant",
        "--json",
    ]);
    let found = json(&told);
    let rows = found["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["key"] == grant).unwrap_or_else(|| panic!("{found}"));
    let cents = |(key, value): (&String, &Value)| Some((key.clone(), value.as_i64()?));
    row.as_object().unwrap().iter().filter_map(cents).collect()
}

#[test]
fn grants_and_payments_of_an_office_stand_in_the_ledger_as_they_happened() {
    let desk = with_recipients();
    let before = head(&desk);
    let preview = desk.good(&take("grants", "g.csv", &PEOPLE));
    for words in [
        "Nicht übernommene Spalten: Bearbeiter",
        "1 Summenzeile übergangen.",
        "Zeile 3: T-1 17061: wird gebucht: Antrag eingegangen, Antrag geprüft, Bescheid, ",
        "Zeile 4: T-1 : gehört zu Zeile 3",
        "3 Zeilen: 3 zu buchen, 0 schon da, 0 abgelehnt.",
        "Vorschau: Nichts ist gebucht.",
    ] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    assert_eq!(head(&desk), before);
    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    assert_eq!(head(&desk), before + 10, "two cases of five steps");
    let first = figures(&desk, "T-1");
    assert_eq!((first["granted_cents"], first["open_cents"]), (80_000_000, 80_000_000));
    desk.good(&take("payments", "p.csv", &book));
    assert_eq!(head(&desk), before + 10 + 20, "four payments of five steps");
    let first = figures(&desk, "T-1");
    assert_eq!((first["actual_cents"], first["open_cents"]), (60_000_000, 20_000_000));
    let second = figures(&desk, "T-2");
    assert_eq!((second["actual_cents"], second["open_cents"]), (4_000_000, 5_000_000));
    for (kind, list, count) in [("grants", "g.csv", 3), ("payments", "p.csv", 4)] {
        let again = desk.good(&take(kind, list, &book));
        assert!(again.contains(&format!("0 gebucht, {count} schon da")), "{again}");
    }
    assert_eq!(head(&desk), before + 30);
    desk.good(&["verify", "s.foerderbuch", "--deep"]);
}

#[test]
fn a_payment_whose_cash_voucher_is_booked_already_says_so() {
    let desk = with_recipients();
    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    let preview = desk.good(&take("payments", "p.csv", &PEOPLE));
    assert!(!preview.contains("Kassenbeleg nennt"), "none of these is in the ledger: {preview}");
    // The voucher of a payment to another recipient in the sample.
    let text = std::fs::read_to_string(desk.path("p.csv")).unwrap().replace("K-3", "K-2020-3811");
    std::fs::write(desk.path("p.csv"), text).unwrap();
    let preview = desk.good(&take("payments", "p.csv", &PEOPLE));
    let said: Vec<&str> =
        preview.lines().filter(|line| line.contains("Den Kassenbeleg nennt schon")).collect();
    let [said] = said[..] else { panic!("one row: {preview}") };
    assert!(said.starts_with("Zeile 4: ") && said.contains("wird gebucht"), "{said}");
    desk.good(&take("payments", "p.csv", &book));
}

#[test]
fn steps_are_booked_in_the_name_of_who_did_them() {
    let desk = with_recipients();
    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    desk.good(&take("payments", "p.csv", &book));
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let events = query::grant_events(&ledger, times, &foerderbuch::domain::FileNumber::new("T-2"));
    let steps: Vec<(Kind, u32, String)> = events
        .unwrap()
        .into_iter()
        .map(|event| (event.kind(), event.actor.0, event.voucher))
        .collect();
    let step = |kind, actor, voucher: &str| (kind, actor, voucher.to_owned());
    assert_eq!(
        steps,
        [
            step(Kind::ApplicationReceived, 1, "g.csv"),
            step(Kind::ApplicationExamined, 1, "g.csv"),
            step(Kind::GrantIssued, 3, "T-2"),
            step(Kind::NoticeAnnounced, 1, "g.csv"),
            step(Kind::RemedyWaived, 1, "g.csv"),
            step(Kind::DrawRequested, 1, "T-2"),
            step(Kind::ArithmeticAttested, 2, "p.csv"),
            step(Kind::FactuallyAttested, 6, "p.csv"),
            step(Kind::PaymentOrdered, 3, "T-2"),
            step(Kind::PaymentConfirmed, 2, "K-3"),
        ]
    );
}

#[test]
fn no_rule_is_weaker_for_a_list() {
    let desk = with_recipients();
    let before = head(&desk);
    // Nobody is named who signed; then the one who entered; then one who may not sign.
    for (more, words) in [
        ([].as_slice(), "Spalte „Bewilligt von“ nennt niemanden."),
        (["--approved-by", "1"].as_slice(), "Beim Schritt „Bescheid“: "),
        (["--approved-by", "2"].as_slice(), "Beim Schritt „Bescheid“: "),
    ] {
        let (code, out, error) =
            told(&desk, &take("grants", "g.csv", &[more, ["--book"].as_slice()].concat()));
        assert!(code == 1 && out.contains(words), "{words}: {out} {error}");
        assert!(error.contains("Nichts ist gebucht: 3 Zeilen sind abgelehnt"), "{error}");
    }
    let (code, error) = desk.bad(&take("grants", "g.csv", &["--approved-by", "99"]));
    assert!(code == 1 && error.contains("99"), "{error}");
    let (_, out, _) = told(&desk, &take("payments", "p.csv", &PEOPLE));
    assert!(out.contains("Die Zuwendung T-1 gibt es hier nicht."), "{out}");
    assert_eq!(head(&desk), before);
    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    let granted = head(&desk);
    // The same person for two steps that two have to do, in the row itself.
    let heads = "Az;Titel;HHJ;Betrag;Abruf vom;Angeordnet am;Ausgezahlt am;Kassenbeleg;\
                 Rechnerisch richtig von;Sachlich richtig von;IBAN\n";
    for (row, words) in [
        (
            "T-1;1616 88371;2020;600.000,00;13.07.2020;20.07.2020;22.07.2020;K-1;2;6;",
            "„Mittelabruf“",
        ),
        (
            "T-1;1616 88371;2020;1,00;13.07.2020;20.07.2020;22.07.2020;K-1;1;6;",
            "rechnerisch richtig",
        ),
        (
            "T-1;1616 88371;2020;1,00;13.07.2020;20.07.2020;22.07.2020;K-1;2;Niemand;",
            "„Niemand“ ist nicht",
        ),
        ("T-1;1616 88371;2020;1,00;01.07.2020;20.07.2020;22.07.2020;K-1;2;6;", "„Mittelabruf“"),
        ("T-1;1616 88371;2019;1,00;13.07.2020;20.07.2020;22.07.2020;K-1;2;6;", "„Mittelabruf“"),
        ("T-1;1616 99999;2020;1,00;13.07.2020;20.07.2020;22.07.2020;K-1;2;6;", "„Mittelabruf“"),
        (
            "T-1;1616 88371;2020;1,00;13.07.2020;20.07.2020;22.07.2020;K-1;2;6;\
             DE15123456781699900302",
            "Am 20.07.2020 ist DE15123456781699900302 keine bestätigte",
        ),
    ] {
        std::fs::write(desk.path("x.csv"), format!("{heads}{row}\n")).unwrap();
        let (code, out, _) = told(&desk, &take("payments", "x.csv", &book));
        assert!(code == 1 && out.contains(words), "{row}: {out}");
        assert_eq!(head(&desk), granted, "{row}");
    }
}

#[test]
fn a_refused_row_of_a_grant_refuses_all_of_it_and_says_what_to_do() {
    let desk = with_recipients();
    let before = head(&desk);
    let bad = GRANTS
        .replace(";100.000,00;;;;;\n", ";1.23,4;;;;;\n")
        .replace("Festbetragsfinanzierung;;", "Geschenk;0,8;")
        .replace("31.12.2020;90.000,00;", "31.12.20;91.000,00;");
    std::fs::write(desk.path("b.csv"), bad).unwrap();
    let book = [&PEOPLE[..], ["--book", "--skip-refused"].as_slice()].concat();
    let (code, out, _) = told(&desk, &take("grants", "b.csv", &book));
    assert_eq!(code, 0, "{out}");
    for words in [
        "Zeile 3: T-1 17061: abgelehnt, weil: ",
        "Zeile 4 derselben Zuwendung ist abgelehnt.",
        "Zeile 4: T-1 : abgelehnt, weil: Spalte „Fällig 2020“: „1.23,4“ ist kein eindeutiger",
        "Zeile 3 derselben Zuwendung ist abgelehnt.",
        "Spalte „Finanzierungsart“: „Geschenk“ ist nicht bekannt. Bitte Anteilfinanzierung,",
        "Spalte „Quote in %“: „0,8“",
        "Spalte „Bewilligungszeitraum bis“: „31.12.20“",
        "Spalte „Bewilligt“: „91.000,00“ ist nicht die Summe der Fälligkeiten, die 90.000,00 €",
        "0 gebucht, 0 schon da, 3 abgelehnt",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert_eq!(head(&desk), before);

    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    let other = GRANTS
        .replace("500.000,00;200.000,00", "600.000,00;200.000,00")
        .replace(";800.000,00;16", ";;16");
    std::fs::write(desk.path("o.csv"), other).unwrap();
    let (code, out, _) = told(&desk, &take("grants", "o.csv", &book));
    let words = "Spalte „Fällig 2020“: Die Liste sagt „600.000,00 € (Kapitel 16 16 Titel 883 71)“, \
                 das Förderbuch „500.000,00 € (Kapitel 16 16 Titel 883 71)“.";
    assert!(code == 1 && out.contains(words), "{out}");
}

#[test]
fn due_lines_of_amending_notices_are_added_once() {
    let desk = with_recipients();
    let book = [&PEOPLE[..], ["--book"].as_slice()].concat();
    desk.good(&take("grants", "g.csv", &book));
    let list = "Az;Titel;HHJ;Betrag;Änderungsbescheid vom;Grund;Zuwendungsfähige Ausgaben\n\
        T-2;1616 63371;2020;10.000,00;01.09.2020;Mehrbedarf;100.000,00\n\
        T-9;1616 63371;2020;10.000,00;01.09.2020;Mehrbedarf;\n";
    std::fs::write(desk.path("d.csv"), list).unwrap();
    let before = head(&desk);
    let skip = [&book[..], ["--skip-refused"].as_slice()].concat();
    let out = desk.good(&take("due-lines", "d.csv", &skip));
    assert!(out.contains("Zeile 2: T-2 1616 63371: gebucht: Erhöhung"), "{out}");
    assert!(out.contains("Die Zuwendung T-9 gibt es hier nicht."), "{out}");
    assert_eq!(head(&desk), before + 1);
    assert_eq!(figures(&desk, "T-2")["granted_cents"], 10_000_000);
    let out = desk.good(&take("due-lines", "d.csv", &skip));
    assert!(out.contains("0 gebucht, 1 schon da, 1 abgelehnt"), "{out}");
    let other = list.replace("10.000,00;01.09.2020;Mehrbedarf;100", "10.000,01;01.09.2020;M;100");
    std::fs::write(desk.path("d.csv"), other).unwrap();
    let (_, out, _) = told(&desk, &take("due-lines", "d.csv", &PEOPLE));
    assert!(out.contains("Die Liste sagt „10.000,01 €“, das Förderbuch „10.000,00 €“"), "{out}");
}

#[test]
fn the_forms_of_all_lists_are_read_back_and_their_examples_left_out() {
    let desk = Desk::new();
    for kind in ["grants", "due-lines", "payments"] {
        for (lang, ending) in [("de", "csv"), ("en", "csv"), ("de", "xlsx"), ("en", "xlsx")] {
            let name = format!("{kind}-{lang}.{ending}");
            let call = ["template", "--kind", kind, "--lang", lang, "--out", &name];
            desk.good(&[&call[..], &["--from", "2020", "--until", "2022"]].concat());
            let told = desk.good(&take(kind, &name, &[]));
            assert!(told.contains("1 Beispielzeile übergangen."), "{told}");
            assert!(told.contains("0 Zeilen: 0 zu buchen"), "{told}");
            assert!(!told.contains("Nicht übernommene"), "{told}");
        }
    }
    let (code, error) = desk.bad(&["template", "--kind", "municipalities", "--out", "x.csv"]);
    assert!(code == 2 && error.contains("GV100AD"), "{error}");
    // The example of the form is itself a row that can be taken.
    for kind in [ListKind::Grants, ListKind::DueLines, ListKind::Payments] {
        let name = format!("{}-de.csv", kind.as_str());
        let form = std::fs::read_to_string(desk.path(&name)).unwrap().replace("Beispiel: ", "");
        let row = read_takeover(form.as_bytes(), "x.csv", None, &mut |_| true).unwrap();
        assert_eq!(row.kind, kind);
        assert!(row.rows[0].content.is_ok(), "{row:?}");
    }
}

#[test]
fn a_list_says_itself_what_it_holds_or_which_heads_it_lacks() {
    for (text, kind) in [
        (RECIPIENTS, ListKind::Recipients),
        (GRANTS, ListKind::Grants),
        (PAYMENTS, ListKind::Payments),
    ] {
        let read = read_takeover(text.as_bytes(), "l.csv", None, &mut |_| true).unwrap();
        assert_eq!(read.kind, kind);
    }
    let desk = Desk::new();
    let lacking = PAYMENTS.replace("Kassenbeleg", "Bemerkung");
    std::fs::write(desk.path("l.csv"), lacking).unwrap();
    let (code, error) = desk.bad(&take("payments", "l.csv", &[]));
    assert!(code == 3 && error.contains("gebraucht werden: Kassenbeleg."), "{error}");
}

/// What was booked of the case, without the numbers of the journal.
fn booked(ledger: &Ledger) -> Vec<String> {
    let times = Times { as_of: day("9999-12-31"), known: ledger.head().seq };
    let told = |event: Event| {
        format!("{} {} {} {:?}", event.effective_on, event.actor.0, event.voucher, event.body)
    };
    let grants = ["T-1", "T-2"].map(foerderbuch::domain::FileNumber::new);
    let events = grants.iter().flat_map(|it| query::grant_events(ledger, times, it).unwrap());
    let mut told: Vec<String> = events.map(told).collect();
    told.sort();
    told
}

fn acting() -> Acting {
    let named = [
        (Column::ApprovedBy, 3),
        (Column::ArithmeticBy, 2),
        (Column::FactualBy, 6),
        (Column::OrderedBy, 3),
        (Column::ConfirmedBy, 2),
    ];
    let named = named.into_iter().map(|(column, person)| (column, PersonNo(person)));
    Acting { person: PersonNo(1), named: named.collect() }
}

/// Takes the rows of a list over in this order, in parts.
fn take_rows(ledger: &mut Ledger, text: &str, order: &[usize], cut: usize) {
    let mut rows = read_takeover(text.as_bytes(), "l.csv", None, &mut |_| true).unwrap().rows;
    let lines: Vec<_> = order.iter().map(|at| rows[*at].clone()).collect();
    rows = lines;
    let stamp = Stamp::new(foerderbuch::system::now(), "S-1".to_owned());
    let (first, second) = rows.split_at(cut.min(rows.len()));
    for part in [first, second, &rows] {
        let list = TakeoverList { name: "l.csv", rows: part };
        let done = ops::take_over(ledger, list, &acting(), &stamp, false).unwrap();
        let refused = done.verdicts.iter().find(|one| matches!(one, Verdict::Refused(_)));
        assert!(refused.is_none(), "{refused:?}");
    }
}

#[test]
fn any_order_and_any_split_of_the_lists_give_the_same() {
    let desk = with_recipients();
    let start = desk.path("s.foerderbuch");
    let one = {
        let path = desk.path("one.foerderbuch");
        std::fs::copy(&start, &path).unwrap();
        let mut ledger = Ledger::open(&path, Access::Write).unwrap();
        take_rows(&mut ledger, GRANTS, &[0, 1, 2], 3);
        take_rows(&mut ledger, PAYMENTS, &[0, 1, 2, 3], 4);
        booked(&ledger)
    };
    assert_eq!(one.len(), 30);
    let path = desk.path("other.foerderbuch");
    let orders = (Just(vec![0, 1, 2, 3]).prop_shuffle(), any::<Index>(), any::<bool>());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(12));
    let run = runner.run(&orders, |(order, cut, turned)| {
        std::fs::copy(&start, &path).unwrap();
        let mut ledger = Ledger::open(&path, Access::Write).unwrap();
        let grants: [usize; 3] = if turned { [2, 0, 1] } else { [0, 1, 2] };
        take_rows(&mut ledger, GRANTS, &grants, if turned { 1 } else { 2 });
        take_rows(&mut ledger, PAYMENTS, &order, cut.index(5));
        prop_assert_eq!(&booked(&ledger), &one);
        Ok(())
    });
    run.unwrap();
}

/// Lists of others, when there is a folder with them (`FOERDERBUCH_DATA_SAMPLES`).
#[test]
fn lists_of_others_are_taken_over_or_refused_with_a_reason() {
    let Some(folder) = std::env::var_os("FOERDERBUCH_DATA_SAMPLES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let read = |path: &std::path::Path, kind| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        read_takeover(std::fs::File::open(path).unwrap(), &name, kind, &mut |_| true)
    };
    let mut files: Vec<_> = ["nasty", "grants", "thueringen"]
        .iter()
        .flat_map(|part| std::fs::read_dir(folder.join(part)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension().is_some_and(|it| it == "csv" || it == "xlsx" || it == "xls")
        })
        .collect();
    files.sort();
    assert!(files.len() > 30, "{files:?}");
    for path in &files {
        for kind in ListKind::ALL.map(Some).into_iter().chain([None]) {
            if let Err(refused) = read(path, kind) {
                let words = Text::new(Lang::De).file_refused(&refused);
                assert!(words.len() > 20 && !words.contains('{'), "{path:?}: {words}");
            }
        }
    }
    // All municipalities of the state, as somebody keeps them.
    let desk = Desk::new();
    let list = folder.join("thueringen/thueringen_gemeinden_2020-12-31.csv");
    let list = list.to_str().unwrap();
    let out = desk.good(&take("recipients", list, &["--book"]));
    assert!(out.contains("633 Zeilen: 627 gebucht, 6 schon da, 0 abgelehnt."), "{out}");
    let again = desk.good(&take("recipients", list, &["--book"]));
    assert!(again.contains("633 Zeilen: 0 gebucht, 633 schon da, 0 abgelehnt."), "{again}");
}
