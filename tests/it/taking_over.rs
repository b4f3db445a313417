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
