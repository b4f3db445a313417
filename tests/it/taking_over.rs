//! Lists of recipients that are taken over: previewed, booked once, refused row by row.

use foerderbuch::domain::body::{AnnouncementManner, AuxiliaryRules, Financing, PaymentMode};
use foerderbuch::domain::takeover::{Column, ListKind};
use foerderbuch::domain::{RecipientKey, recipient::RecipientType};
use foerderbuch::exchange::takeover::{column_of, type_of, word_of};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::command_line::Desk;
use super::table::day;

const GOOD: &str = "Übersicht der Kreise;;;;;;\n\
    AGS;Kommune;Art;PLZ;Ort;IBAN;Kontoinhaber;Bemerkung\n\
    17 0 61 000;Landkreis Eichsfeld;Landkreis;37308;Heiligenstadt;;;neu\n\
    17070029;Ilmtal;Gemeinde;;;DE02 1203 0000 0000 2020 51;Gemeinde Ilmtal;\n\
    17070029;Ilmtal;Gemeinde;;;DE02120300000000202051;Gemeinde Ilmtal;\n\
    Beispiel: 16071;Weimarer Land;Landkreis;;;;;\n";

const BAD: &str = "Schlüssel;Name;Art;PLZ;Ort;Gilt ab;IBAN;Kontoinhaber\n\
    17061;Eichsfeld;Landkreis;;;;;\n\
    1606;Nordhausen;Landkreis;;;;;\n\
    17062;Nordhausen;Bistum;7545;Gera;01.02.26;DE03120300000000202051;\n\
    17063;Wartburgkreis;Landkreis;;;31.12.1950;;\n\
    17061;Anderswo;Landkreis;;;;;\n";

fn written(desk: &Desk, name: &str, text: &str) {
    std::fs::write(desk.path(name), text).unwrap();
}

fn take_over<'a>(list: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let fixed = ["take-over", "s.foerderbuch", list, "--kind", "recipients", "--as", "A. Weber"];
    [fixed.as_slice(), more].concat()
}

fn head(desk: &Desk) -> u64 {
    Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap().head().seq
}

/// Exit code, standard output and error.
fn told(desk: &Desk, list: &str, more: &[&str]) -> (i32, String, String) {
    let output = desk.run(&take_over(list, more));
    let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), words(&output.stdout), words(&output.stderr))
}

#[test]
fn a_good_list_is_previewed_then_booked_and_the_second_time_adds_nothing() {
    let desk = Desk::new();
    written(&desk, "l.csv", GOOD);
    let before = head(&desk);
    let preview = desk.good(&take_over("l.csv", &[]));
    assert_eq!(head(&desk), before);
    for words in [
        "Schlüssel (aus „AGS“), Name (aus „Kommune“)",
        "Nicht übernommene Spalten: Bemerkung",
        "1 Beispielzeile übergangen.",
        "Zeile 3: 17 0 61 000 Landkreis Eichsfeld: wird erfasst\n",
        "Zeile 4: 17070029 Ilmtal: wird erfasst, mit Bankverbindung",
        "Zeile 5: 17070029 Ilmtal: schon da, steht auch in Zeile 4",
        "3 Zeilen: 2 zu buchen, 1 schon da, 0 abgelehnt. 1 Bankverbindung muss danach",
        "Vorschau: Nichts ist gebucht.",
    ] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    desk.good(&take_over("l.csv", &["--book"]));
    assert_eq!(head(&desk), before + 3);
    let again = desk.good(&take_over("l.csv", &["--book"]));
    assert!(again.contains("0 gebucht, 3 schon da") && again.contains("Es gab nichts zu buchen"));
    assert_eq!(head(&desk), before + 3);

    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let county = query::recipient_state(&ledger, times, &RecipientKey::new("17061"));
    let county = county.unwrap().unwrap();
    assert_eq!((county.name.as_str(), county.recipient_type), ("Eichsfeld", RecipientType::County));
    assert_eq!(county.address, ["37308 Heiligenstadt"]);
    desk.good(&["verify", "s.foerderbuch", "--deep"]);
}

#[test]
fn a_bank_account_that_is_taken_over_waits_for_another_person() {
    let desk = Desk::new();
    written(&desk, "l.csv", GOOD);
    desk.good(&take_over("l.csv", &["--book"]));
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("9999-12-31"), known: ledger.head().seq };
    let accounts = query::bank_accounts(&ledger, times, &RecipientKey::new("17070029")).unwrap();
    assert_eq!(accounts.len(), 1);
    assert_eq!(accounts[0].account.iban, "DE02120300000000202051");
    assert!(!accounts[0].usable);
}

#[test]
fn bad_rows_say_row_column_value_and_what_to_do_and_nothing_is_booked() {
    let desk = Desk::new();
    written(&desk, "l.csv", BAD);
    let before = head(&desk);
    for (more, end) in [
        ([].as_slice(), "Vorschau: Nichts ist gebucht. 4 Zeilen würden abgelehnt"),
        (["--book"].as_slice(), "Nichts ist gebucht: 4 Zeilen sind abgelehnt"),
    ] {
        let (code, out, error) = told(&desk, "l.csv", more);
        assert_eq!(code, 1, "{error}");
        assert!(error.starts_with("foerderbuch: ") && error.contains(end), "{error}");
        for words in [
            "Zeile 2: 17061 Eichsfeld: wird erfasst\n",
            "Zeile 3: 1606 Nordhausen: abgelehnt, weil: Spalte „Schlüssel“: „1606“",
            "Spalte „Art“: „Bistum“ ist keine bekannte Art. Bitte Landkreis,",
            "Spalte „PLZ“: „7545“",
            "Spalte „Gilt ab“: „01.02.26“",
            "Spalte „IBAN“: „DE03120300000000202051“",
            "Spalte „Kontoinhaber“ ist leer.",
            "Zeile 5: 17063 Wartburgkreis: abgelehnt, weil: ",
            "Zeile 6: 17061 Anderswo: abgelehnt, weil: Spalte „Name“: Hier steht „Landkreis \
             Anderswo“, weiter oben in Zeile 2 „Landkreis Eichsfeld“.",
        ] {
            assert!(out.contains(words), "{words}: {out}");
        }
        assert_eq!(head(&desk), before);
    }
}

#[test]
fn refused_rows_are_left_out_when_that_is_wanted() {
    let desk = Desk::new();
    written(&desk, "l.csv", BAD);
    let before = head(&desk);
    let (code, out, error) = told(&desk, "l.csv", &["--book", "--skip-refused"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("1 gebucht, 0 schon da, 4 abgelehnt"), "{out}");
    assert_eq!(head(&desk), before + 1);
    desk.good(&["verify", "s.foerderbuch", "--deep"]);
    let (code, _) = desk.bad(&take_over("l.csv", &["--skip-refused"]));
    assert_eq!(code, 2);
}

#[test]
fn a_list_never_changes_what_is_recorded() {
    let desk = Desk::new();
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let known = query::recipients(&ledger, times).unwrap();
    let known = known.iter().find(|row| row.recipient_type == RecipientType::Fictional).unwrap();
    let rows = format!("Key;Name;Type\n{};Neuer Name;county\n", known.key.as_str());
    drop(ledger);
    written(&desk, "l.csv", &rows);
    let before = head(&desk);
    let (code, out, _) = told(&desk, "l.csv", &["--book"]);
    assert_eq!(code, 1);
    assert!(out.contains("„Landkreis“, das Förderbuch „fiktive Kommune“"), "{out}");
    assert_eq!(head(&desk), before);
}

#[test]
fn a_file_without_the_heads_or_with_one_twice_is_refused() {
    let desk = Desk::new();
    for (list, words) in [
        ("a;b\n1;2\n", "Schlüssel, Name, Art"),
        ("AGS;Schlüssel;Name;Art\n17061;17061;Eichsfeld;Landkreis\n", "„Schlüssel“ steht zweimal"),
    ] {
        written(&desk, "l.csv", list);
        let (code, error) = desk.bad(&take_over("l.csv", &["--book"]));
        assert!(code == 3 && error.contains(words), "{error}");
    }
}

#[test]
fn a_form_is_written_filled_in_and_taken_over() {
    let desk = Desk::new();
    for lang in ["de", "en"] {
        for ending in ["csv", "xlsx"] {
            let name = format!("form-{lang}.{ending}");
            let form = ["template", "--kind", "recipients", "--lang", lang, "--out", &name];
            desk.good(&form);
            let empty = desk.good(&take_over(&name, &[]));
            assert!(empty.contains("1 Beispielzeile übergangen."), "{empty}");
            assert!(empty.contains("0 Zeilen: 0 zu buchen"), "{empty}");
            assert!(!empty.contains("Nicht übernommene"), "{empty}");
        }
    }
    let mut filled = std::fs::read_to_string(desk.path("form-de.csv")).unwrap();
    filled.push_str(
        "17061;Eichsfeld;Landkreis;Kreiskasse;Weg 1;37308;Heiligenstadt;01.06.2020;\
         DE02120300000000202051;Landkreis Eichsfeld\r\n",
    );
    written(&desk, "filled.csv", &filled);
    let before = head(&desk);
    desk.good(&take_over("filled.csv", &["--book"]));
    assert_eq!(head(&desk), before + 2);
    let (code, error) = desk.bad(&["template", "--kind", "recipients", "--out", "form.pdf"]);
    assert!(code == 2 && error.contains(".xlsx"), "{error}");
}

#[test]
fn the_words_of_both_languages_are_read_back() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for kind in ListKind::ALL {
            for column in kind.columns() {
                let head = text.takeover_column(*column);
                assert_eq!(column_of(kind, &head), Some(*column), "{head}");
            }
        }
        let due = text.takeover_column(Column::Due(2021));
        assert_eq!(column_of(ListKind::Grants, &due), Some(Column::Due(2021)));
        for one in [Financing::Share, Financing::Shortfall, Financing::FixedAmount, Financing::Full]
        {
            assert_eq!(word_of(&text.financing(one)), Some(one));
        }
        for one in [AnnouncementManner::Post, AnnouncementManner::Receipt] {
            assert_eq!(word_of(&text.announcement_manner(one)), Some(one));
        }
        for one in [AuxiliaryRules::AnbestGk, AuxiliaryRules::AnbestP] {
            assert_eq!(word_of(&text.auxiliary_rules(one)), Some(one));
        }
        for one in [PaymentMode::Advance, PaymentMode::PaidInvoices] {
            assert_eq!(word_of(&text.payment_mode(one)), Some(one));
        }
        for one in RecipientType::ALL {
            assert_eq!(type_of(&text.recipient_type(one)), Some(one));
        }
    }
}

#[test]
fn the_form_of_the_grants_has_columns_for_the_years_that_are_asked_for() {
    let desk = Desk::new();
    let later = |last: &'static str| {
        let years = ["--from", "2024", "--until", last, "--out", "later.csv"];
        [&["template", "--kind", "grants"][..], &years].concat()
    };
    desk.good(&later("2027"));
    let form = std::fs::read_to_string(desk.path("later.csv")).unwrap();
    let heads = form.lines().nth(1).unwrap();
    assert!(heads.contains(";Fällig 2024;Fällig 2025;Fällig 2026;Fällig 2027;"), "{heads}");
    let (code, error) = desk.bad(&later("2023"));
    assert!(code == 2 && error.contains("(2023) liegt vor dem ersten (2024)"), "{error}");
}

fn directory<'a>(list: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let fixed =
        ["take-over", "s.foerderbuch", list, "--kind", "municipalities", "--as", "A. Weber"];
    [fixed.as_slice(), more].concat()
}

/// A line of the directory.
fn entry(kind: &str, key: &str, name: &str, mark: &str) -> String {
    format!("{kind}20201231{key:<12}{name:<50}{:<50}{mark:<6}\r\n", "")
}

#[test]
fn counties_and_municipalities_of_the_directory_become_recipients() {
    let desk = Desk::new();
    let lines = [
        entry("10", "16", "Thüringen", ""),
        entry("40", "16051", "Erfurt, Stadt", "41"),
        entry("60", "16051000", "Erfurt, Stadt", "61"),
        entry("40", "16066", "Schmalkalden-Meiningen", "44"),
        entry("60", "16066042", "Meiningen, Stadt", "63"),
        entry("60", "16066093", "Rhönblick", "64"),
        entry("60", "09161000", "Ingolstadt", "61"),
        entry("50", "16066   5014", "Hohe Rhön", "54"),
        entry("50", "16066   5051", "Meiningen, Stadt", "58"),
    ];
    // As the office publishes it: one byte per character.
    let bytes: Vec<u8> =
        lines.concat().chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    std::fs::write(desk.path("GV100AD.txt"), bytes).unwrap();
    let before = head(&desk);
    let out = desk.good(&directory("GV100AD.txt", &["--book"]));
    for words in [
        "Gebietsstand der Datei: 31.12.2020.",
        "3 andere Zeilen der Datei übergangen.",
        "1 erfüllende Gemeinde steht nicht als Verband in der Liste: Sie ist kein eigener",
        "Zeile 8: GV-160665014 Hohe Rhön: erfasst",
        "Erfasst, aber nicht in dieser Datei: 16052, 16053,",
        "Zeile 4: 16066 Schmalkalden-Meiningen: schon da",
        "Zeile 5: 16066042 Meiningen, Stadt: erfasst",
        "5 Zeilen: 3 gebucht, 2 schon da, 0 abgelehnt.",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert_eq!(head(&desk), before + 3);
    let out = desk.good(&directory("GV100AD.txt", &["--within", "16066", "--book"]));
    assert!(out.contains("4 Zeilen: 0 gebucht, 4 schon da"), "{out}");
    assert!(desk.good(&["journal", "s.foerderbuch"]).contains("Stadt Meiningen"));
    for (list, words) in [
        ("Name;Art\nA;B\n".to_owned(), "nicht das amtliche Gemeindeverzeichnis"),
        (entry("40", "16066", "X", "44") + "60202012311606", "Zeile 2"),
        (entry("40", "09161", "Ingolstadt", "41"), "mit „16“ beginnt"),
        ("PK\u{3}\u{4}".to_owned(), "noch gepackt"),
    ] {
        std::fs::write(desk.path("l.txt"), list).unwrap();
        let (code, error) = desk.bad(&directory("l.txt", &["--book"]));
        assert!(code == 3 && error.contains(words), "{words}: {error}");
    }
}
