//! Words and figures of the field, and what the program keeps to itself.

use super::*;
use crate::command_line::COMMANDS;
use crate::{stories, tidy};

/// Path and text of all files of a kind below a folder.
pub(super) fn sources(folder: &str, extension: &str) -> Vec<(String, String)> {
    let all = tidy::files(folder, extension).into_iter();
    all.map(|path| (tidy::short(&path), tidy::read(&path))).collect()
}

const WRONG_WORDS: [&str; 10] = [
    "Kosten",
    "Überweisung",
    "überwiesen",
    "Fördermittelgeber",
    "Verwendungsbestätigung",
    "Geschäftsjahr",
    "EUR",
    "Fördergelder",
    "Zuschuss",
    "Landkreis Erfurt",
];

#[test]
fn embarrassment_14_words_and_figures_are_those_of_the_field() {
    let text: Vec<_> = sources("assets/text/de", "ftl");
    assert!(text.len() >= 5);
    let desk = Desk::new();
    let helps = COMMANDS.map(|command| (command.to_owned(), desk.good(&[command, "--help"])));
    let book = Book::sample();
    let papers = [
        ("R1".to_owned(), read(&parliament(&book, book.times()))),
        ("statement".to_owned(), read(&statement_of(&book, book.times(), C))),
        ("help".to_owned(), desk.good(&["--help"])),
    ];
    for (name, said) in text.into_iter().chain(helps).chain(papers) {
        for wrong in WRONG_WORDS {
            assert!(!said.contains(wrong), "{name}: {wrong}");
        }
        for line in said.lines().filter(|line| !line.starts_with('{')) {
            for word in line.split([' ', '„', '“', '(', ')']) {
                assert!(!is_english_day(word), "{name}: {line}");
            }
        }
    }
    for typed in ["1,234.56", "1.234", "1.234.56", "12,345"] {
        assert!(parse_money(Lang::De, typed).is_err(), "{typed}");
    }
    assert_eq!(parse_money(Lang::De, "1.234,56"), Ok(Money::from_cents(123_456)));
    assert_eq!(plain(&german().money_unit(euro("1.234,56"))), "1.234,56 €");
    assert_eq!(german().day(day("2020-12-31")), "31.12.2020");
    assert_eq!(plain(&words::cell(&german(), &Cell::Nil)), "–", "unknown is no 0,00 €");
}

/// 12/31/2020 or 2020-12-31 where people read.
fn is_english_day(word: &str) -> bool {
    let shape: String = word.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    ["99/99/9999", "9999-99-99"].contains(&shape.trim_end_matches(['.', ',', ':']))
}

#[test]
fn embarrassment_15_the_program_is_no_cash_office_and_keeps_names_and_accounts_to_itself() {
    let desk = Desk::new();
    let help = desk.good(&["--help"]);
    for word in ["pay", "sepa", "pain", "Zahlungsdatei"] {
        assert!(!help.lines().any(|line| line.trim_start().starts_with(word)), "{word}: {help}");
    }
    for (name, source) in sources("src", "rs") {
        assert!(!source.contains("pain.001") && !source.contains("CstmrCdtTrf"), "{name}");
    }
    // Nothing is paid without the reference of the cash office.
    let mut book = Book::sample();
    let draw = book.good(&stories::draw_of_f("12.500,00"));
    for (step, who) in [("arithmetic_attested", "Lang"), ("factually_attested", "Sommer")] {
        book.good(&stories::step_of_f(step, who, draw));
    }
    let account = book.account("16999006");
    let order = stories::order_of_f("Roth", "12.500,00", (draw, account));
    let order = book.good(&order);
    let body = json!({"line": stories::line_of_f("12.500,00")});
    let paid = entry("payment_confirmed", "2020-12-21", "Lang", body).of("16999006").after(order);
    let said = book.refused(&paid.clone().voucher(" "));
    assert!(said.contains("fehlt der Beleg. Keine Buchung ohne Beleg"), "{said}");
    book.good(&paid.voucher("K-2020-5777"));

    let report = parliament(&book, book.times());
    let said = read(&report);
    for name in ["Weber", "Lang", "Roth", "Kern", "Vogt", "Sommer"] {
        let named = said.split(|c: char| !c.is_alphabetic()).any(|word| word == name);
        assert!(!named, "{name}: {said}");
    }
    assert!(!said.contains("IBAN"), "{said}");
    for row in book.journal(Kind::BankAccountRecorded) {
        let body: Value = serde_json::from_str(&row.body).unwrap();
        assert!(!said.contains(body["iban"].as_str().unwrap()));
    }
    for text in [german(), Text::new(Lang::En)] {
        let bytes = render::pdf(&report, &text).unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let catalog = file.catalog().unwrap();
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"), "untagged");
    }
    // Acts since 2025 rest on the federal law: no text names the old one for every notice.
    for (name, said) in sources("assets/text", "ftl") {
        assert!(!said.contains("49a ThürVwVfG"), "{name}");
    }
}
