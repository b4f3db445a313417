//! The fifteen embarrassments that the program must not bring upon its ministry: each test fails
//! when the mistake is made.

use foerderbuch::domain::exact::Exact;
use foerderbuch::domain::interest::Span;
use foerderbuch::domain::recipient::{RecipientType, official_name};
use foerderbuch::domain::{Kind, Money, RecipientKey, Stage};
use foerderbuch::render::{self, words};
use foerderbuch::report::{Block, Cell, Report, programme::programme, statement::statement};
use foerderbuch::store::query;
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text, parse_money};
use serde_json::{Value, json};

use super::command_line::Desk;
use super::stories::{
    Book, CONSUMPTIVE, INVESTIVE, cents, day, due, entry, euro, german, identity_holds, issued,
    line, plain,
};

mod field;
use field::sources;

const A: &str = "16999001";
const C: &str = "16999003";

/// Every word of a report in German, cell by cell.
fn read(report: &Report) -> String {
    let text = german();
    let phrase = |phrase| plain(&words::phrase(&text, phrase));
    let cell = |cell: &Cell| plain(&words::cell(&text, cell));
    let mut said = vec![phrase(&report.title), phrase(&report.subtitle)];
    for block in &report.blocks {
        match block {
            Block::Figures(pairs) | Block::Facts(pairs) => {
                said.extend(
                    pairs.iter().map(|(name, value)| format!("{}: {}", phrase(name), cell(value))),
                );
            }
            Block::Heading(words)
            | Block::Paragraph(words)
            | Block::Note(words)
            | Block::Unit(words)
            | Block::Footnote(_, words) => {
                said.push(phrase(words));
            }
            Block::Table(table) => {
                said.push(phrase(&table.caption));
                let heads: Vec<_> = table.columns.iter().map(|head| phrase(&head.head)).collect();
                said.push(heads.join(" | "));
                for row in &table.rows {
                    said.push(row.cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
                }
            }
            Block::Bars(bars) => said.push(phrase(&bars.alt)),
            Block::Chart(chart) => said.push(phrase(&chart.alt)),
            Block::Slip(slip) => {
                said.push(phrase(&slip.heading));
                said.extend(slip.choices.iter().chain(&slip.lines).map(phrase));
            }
        }
    }
    said.join("\n")
}

fn parliament(book: &Book, times: Times) -> Report {
    programme(&query::programme_data(&book.ledger, times).unwrap(), None)
}

fn statement_of(book: &Book, times: Times, key: &str) -> Report {
    let key = RecipientKey::new(key);
    statement(&query::statement_data(&book.ledger, times, &key).unwrap().unwrap())
}

#[test]
fn embarrassment_01_granted_is_not_paid_and_the_press_word_is_not_the_ist() {
    let book = Book::sample();
    let total = book.total(book.times());
    assert_eq!(total.granted, euro("9.412.500,00"));
    assert_eq!(total.sums.actual(), euro("7.200.000,00"));
    let said = read(&parliament(&book, book.times()));
    for line in [
        "Bewilligt, 11,77 % des Volumens: 9.412.500,00",
        "Ausgezahlt (Ist), 9,00 % des Volumens: 7.200.000,00",
    ] {
        assert!(said.lines().any(|shown| shown == line), "{line}: {said}");
    }
    // The word of the press stands in the note on the press alone, in quotation marks.
    for line in said.lines().filter(|line| line.contains("abgerufen")) {
        assert!(line.contains("„abgerufen“") || !line.contains("7.200.000,00"), "{line}");
    }
    let table = Desk::new().good(&["balance", "s.foerderbuch"]);
    assert!(table.contains("Ausgezahlt (Ist)") && !table.contains("bgerufen"), "{table}");
}

#[test]
fn embarrassment_02_a_return_and_its_repeat_are_neither_two_payments_nor_none() {
    let book = Book::sample();
    let actual = book.total(book.times()).sums.actual();
    assert_ne!(actual, euro("7.450.000,00"), "the repeat counted beside the return");
    assert_ne!(actual, euro("6.950.000,00"), "the return taken off twice");
    assert_eq!(actual, euro("7.200.000,00"));
    let of_b = book.grant(book.times(), "EG-2019-002").row.sums;
    assert_eq!((of_b.actual(), of_b.open()), (euro("1.300.000,00"), euro("300.000,00")));
}

#[test]
fn embarrassment_03_a_later_repayment_is_revenue_and_interest_is_no_principal() {
    let mut book = Book::sample();
    let of_2019 = book.entry(Kind::PaymentConfirmed, "K-2019-3344");
    let amount = line("EG-2019-003", INVESTIVE, 2019, "10.000,00");
    let body = json!({"line": amount, "reason": "Ausgaben gesunken", "due_on": "2020-12-30"});
    let claim = entry("claim_raised", "2020-12-16", "Roth", body).of(C).after(of_2019);
    let claim = book.good(&claim);
    let repaid = |year: Option<i32>| {
        let mut body = json!({"line": amount});
        if let Some(year) = year {
            body["revenue_year"] = json!(year);
        }
        entry("claim_repaid", "2020-12-17", "Lang", body).of(C).after(claim)
    };
    let said = book.refused(&repaid(None));
    assert!(said.contains("Im Haushaltsjahr 2019 sind die Bücher geschlossen"), "{said}");
    book.good(&repaid(Some(2020)));
    let (old, new) = (book.year(book.times(), 2019), book.year(book.times(), 2020));
    assert_eq!(old.sums.actual(), euro("2.350.000,00"), "the Ist of 2019 stands");
    assert_eq!(old.sums.at(Stage::Returned), euro("10.000,00"));
    assert_eq!(new.sums.at(Stage::RevenueReceived), euro("10.000,00"));
    assert_eq!(new.sums.actual(), euro("4.850.000,00"));
    assert_eq!(new.sums.at(Stage::Available), euro("15.137.500,00"));

    let claim = book.entry(Kind::ClaimRaised, "Änderungsbescheid EG-2019-003/1");
    let charge = json!({"grant": "EG-2019-003", "title": INVESTIVE, "fiscal_year": 2020,
        "amount_cents": cents("665,21")});
    let body = json!({"charge": charge, "interest": "reclaim", "until": "2020-11-20",
        "principal_cents": cents("37.500,00"), "event_on": "2020-06-15", "due_on": "2021-01-15"});
    book.good(&entry("interest_assessed", "2020-12-17", "Roth", body).of(C).after(claim));
    let total = book.total(book.times());
    assert_eq!(total.sums.at(Stage::RevenueDue), euro("665,21"));
    assert_eq!(total.sums.actual(), euro("7.200.000,00"), "outside the 7,2 Mio. €");
    assert_eq!(book.grant(book.times(), "EG-2019-003").row.granted, euro("852.500,00"));
    identity_holds(&total);
}

#[test]
fn embarrassment_04_draws_never_pass_the_grant_and_no_due_year_eats_the_next() {
    let mut book = Book::sample();
    let draw = |on, year, amount: &str| {
        let body = json!({"line": line("EG-2019-001", INVESTIVE, year, amount)});
        entry("draw_requested", on, "Weber", body).of(A)
    };
    // 500.000,00 € are open, all of them due in 2021.
    let said = book.refused(&draw("2020-12-16", 2020, "0,01"));
    assert!(said.contains("0,01 € angefordert, 0,00 € offen auf EG-2019-001"), "{said}");
    let said = book.refused(&draw("2020-12-16", 2021, "500.000,00"));
    assert!(said.contains("wird im Haushaltsjahr 2021 abgerufen"), "{said}");
    let said = book.refused(&draw("2021-01-11", 2021, "500.000,01"));
    assert!(said.contains("500.000,00 € offen") && said.contains("0,01 € zu viel"), "{said}");
    book.good(&draw("2021-01-11", 2021, "300.000,00"));
    let said = book.refused(&draw("2021-01-12", 2021, "200.000,01"));
    assert!(said.contains("200.000,00 € offen") && said.contains("0,01 € zu viel"), "{said}");
    book.good(&draw("2021-01-12", 2021, "200.000,00"));
}

#[test]
fn embarrassment_05_the_year_is_that_of_the_order_not_of_the_payment() {
    let book = Book::sample();
    let times = book.times();
    assert_eq!(book.year(times, 2019).sums.actual(), euro("2.350.000,00"));
    assert_ne!(book.year(times, 2019).sums.actual(), euro("2.250.000,00"));
    assert_eq!(book.year(times, 2020).sums.actual(), euro("4.850.000,00"));
    let by_day = query::payments_by_calendar_year(&book.ledger, times).unwrap();
    assert_eq!(by_day, [(2019, euro("2.250.000,00")), (2020, euro("4.950.000,00"))]);
    let said = read(&parliament(&book, times));
    assert!(said.contains("gehört zum Haushaltsjahr ihrer Anordnung"), "{said}");
}

#[test]
fn embarrassment_06_a_remainder_makes_no_new_money() {
    for (cover, available) in [("additional", "70.587.500,00"), ("charged", "52.937.500,00")] {
        let mut book = Book::sample();
        for (title, amount) in [(INVESTIVE, "15.750.000,00"), (CONSUMPTIVE, "1.900.000,00")] {
            let body = json!({"title": title, "fiscal_year": 2019, "cover": cover,
                "amount_cents": cents(amount), "reason": "Einwilligung"});
            book.good(&entry("carry_over_formed", "2020-12-16", "Kern", body));
        }
        let total = book.total(book.times());
        assert_eq!(total.sums.at(Stage::Appropriated), euro("80.000.000,00"), "{cover}");
        assert_eq!(total.sums.at(Stage::Available), euro(available), "{cover}");
        let all = total.sums.at(Stage::Available) + total.sums.open() + total.sums.actual();
        assert!(all <= euro("80.000.000,00"), "{cover}: {all}");
        let said = read(&parliament(&book, book.times()));
        assert!(!said.contains("97.650.000,00") && !said.contains("97,65"), "{cover}");
        identity_holds(&total);
    }
}

#[test]
fn embarrassment_07_authority_is_no_money_and_each_due_year_is_checked() {
    let mut book = Book::sample();
    let total = book.total(book.times());
    let money = total.sums.at(Stage::Available) + total.sums.open() + total.sums.actual();
    assert_eq!(money, euro("80.000.000,00"));
    let voted = total.sums.at(Stage::VeVoted);
    assert_eq!(voted, euro("18.100.000,00"), "beside it, in no sum of money");

    // In all 6.000.000,00 € of authority are free for later years, but 4.000.000,00 € for 2021.
    let case = ("EG-2020-009", "16067");
    let application = book.examined("2020-12-16", case, ("5.000.000,00", "6.250.000,00"));
    let notice = |first, second| {
        let lines =
            [due(INVESTIVE, 2021, first, Some(2020)), due(INVESTIVE, 2022, second, Some(2020))];
        issued("2020-12-17", "EG-2020-009", "6.250.000,00", &lines).of("16067").after(application)
    };
    let said = book.refused(&notice("4.000.000,01", "999.999,99"));
    assert!(said.contains("4.000.000,00 € Verpflichtungsermächtigung frei"), "{said}");
    assert!(said.contains("fällig 2021: 0,01 € zu viel"), "{said}");
    let said = book.refused(&notice("3.399.999,99", "1.600.000,01"));
    assert!(said.contains("fällig 2022: 0,01 € zu viel"), "{said}");
    book.good(&notice("3.400.000,00", "1.600.000,00"));
}

#[test]
fn embarrassment_08_sums_are_exact_and_rounded_once_half_away_from_zero() {
    let half = |cents: i64| Exact::from(Money::from_cents(cents)).percent("50".parse().unwrap());
    for (whole, rounded) in [(1, 1), (5, 3), (-1, -1), (-5, -3)] {
        let amount = half(whole).rounded();
        assert_eq!(amount, Money::from_cents(rounded), "half of {whole}: not to the even cent");
    }
    // Three thirds of a cent are one cent, not none.
    let third = || Exact::from(Money::from_cents(1)).for_days(120, 360);
    assert_eq!((third() + third() + third()).rounded(), Money::from_cents(1));
    assert_eq!(third().rounded(), Money::ZERO);
    assert_eq!(Money::from_cents(1).percent_of(Money::from_cents(800)), "0.13".parse().ok());
    let short = |amount| plain(&german().money_short(euro(amount)));
    assert_eq!(short("412.500,50"), "412.501 €");
    assert_eq!(short("7.250.000,00"), "7,3 Mio. €");
    assert_eq!(short("−7.250.000,00"), "−7,3 Mio. €");
}

#[test]
fn embarrassment_09_no_float_touches_money_and_no_percent_is_taken_of_a_percent() {
    let layers = ["domain", "store", "ops", "report", "text", "cli", "exchange"];
    let mut seen = 0;
    for (name, source) in sources("src", "rs") {
        // Places on a drawing are lengths; no amount is near them.
        let drawn = name == "src/exchange/drawing.rs";
        if drawn || !layers.iter().any(|layer| name.starts_with(&format!("src/{layer}"))) {
            continue;
        }
        seen += 1;
        for (number, line) in source.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
            let float = words.into_iter().any(|word| word == "f32" || word == "f64");
            assert!(!float, "{name}:{}: {line}", number + 1);
        }
    }
    assert!(seen > 50);
    let percent = |part, whole| euro(part).percent_of(euro(whole)).unwrap().to_string();
    // 9,00 % of 11,77 % would be 76,47 %.
    assert_eq!(percent("7.200.000,00", "9.412.500,00"), "76.49");
    let book = Book::sample();
    let said = read(&parliament(&book, book.times()));
    assert!(said.contains("76,49 %") && !said.contains("76,47 %"), "{said}");
    for body in book.journal(Kind::GrantIssued).iter().map(|row| &row.body) {
        assert!(body.contains(r#""quota_percent":"80""#), "rates stand as text: {body}");
    }
}

#[test]
fn embarrassment_10_the_quota_is_of_the_eligible_and_costs_that_rise_raise_nothing() {
    let mut book = Book::sample();
    let case = ("EG-2020-009", "16067");
    let application = book.examined("2020-12-16", case, ("900.000,00", "1.000.000,00"));
    let notice = |amount| {
        let lines = [due(INVESTIVE, 2020, amount, None)];
        let mut notice = issued("2020-12-17", "EG-2020-009", "1.000.000,00", &lines);
        notice.set("total_cents", json!(cents("3.000.000,00")));
        notice.of("16067").after(application)
    };
    let said = book.refused(&notice("800.000,01"));
    assert!(said.contains("mehr als 80,00 % der zuwendungsfähigen Ausgaben"), "{said}");
    assert!(said.contains("1.000.000,00 €"), "{said}");
    book.good(&notice("800.000,00"));

    let body = json!({"grant": "EG-2019-003", "proof": "final", "covers_until": "2020-12-15",
        "eligible_cents": cents("1.200.000,00"), "third_party_cents": 0, "certified": true});
    let proof = book.good(&entry("proof_received", "2021-01-11", "Weber", body).of(C));
    let checked = |amount: &str| {
        let body = json!({"grant": "EG-2019-003", "result": "clean", "note": "Belege gesehen",
            "settled_cents": cents(amount)});
        entry("proof_checked", "2021-01-18", "Roth", body).of(C).after(proof)
    };
    let said = book.refused(&checked("960.000,00"));
    assert!(said.contains("960.000,00 € festgesetzt"), "{said}");
    assert!(said.contains("sind es 862.500,00 €: 97.500,00 € Unterschied"), "{said}");
    book.good(&checked("862.500,00"));
}

#[test]
fn embarrassment_11_interest_follows_each_rate_simply_by_a_named_day_count_or_not_at_all() {
    let mut book = Book::sample();
    let payment = book.entry(Kind::PaymentConfirmed, "K-2020-0933");
    let set = |on, setting: Value| entry("setting_made", on, "Kern", json!({"setting": setting}));
    let span = Span { event: day("2022-09-30"), until: day("2024-03-31") };
    let interest = |book: &Book| {
        let of = (euro("100.000,00"), span);
        query::interest_of(&book.ledger, book.on("2024-04-30"), payment, of).unwrap()
    };
    let missing = interest(&book).unwrap_err();
    assert_eq!(missing.day, day("2022-10-01"), "the last rate does not hold on");
    for (on, until, percent) in [
        ("2022-07-01", "2022-12-31", "-0.88"),
        ("2023-01-01", "2023-06-30", "1.62"),
        ("2023-07-01", "2023-12-31", "3.12"),
        ("2024-01-01", "2024-06-30", "3.62"),
        ("2024-07-01", "2024-12-31", "3.37"),
    ] {
        let rate = json!({"name": "base_rate", "from": on, "until": until, "percent": percent});
        book.good(&set(on, rate));
    }
    let found = interest(&book).unwrap();
    assert_eq!(found.total, euro("10.555,00"));
    let shown: Vec<_> = found.segments.iter().map(|part| (part.days, part.shown)).collect();
    let parts = [(90, "1.030,00"), (180, "3.310,00"), (180, "4.060,00"), (90, "2.155,00")];
    assert_eq!(shown, parts.map(|(days, amount)| (days, euro(amount))));
    assert!(found.segments.iter().all(|part| part.principal == euro("100.000,00")));
    let count = |book: &Book| {
        let settings = query::settings(&book.ledger, book.on("2024-04-30")).unwrap();
        german().day_count(settings.interest_terms().day_count)
    };
    assert_eq!(count(&book), "30/360");
    let convention = json!({"name": "interest_day_count", "convention": "act_365"});
    book.good(&set("2024-04-01", convention));
    assert_eq!(count(&book), "act/365");
    assert_eq!(interest(&book).unwrap().total, euro("10.563,73"));

    // Nobody can assess what no rate covers, nor type another amount.
    let mut book = Book::sample();
    let payment = book.entry(Kind::PaymentConfirmed, "K-2020-5533");
    let assessed = |until: &str, amount: &str| {
        let charge = json!({"grant": "EG-2020-001", "title": CONSUMPTIVE, "fiscal_year": 2021,
            "amount_cents": cents(amount)});
        let body = json!({"charge": charge, "interest": "delay", "event_on": "2020-12-10",
            "until": until, "principal_cents": cents("500.000,00"), "due_on": "2021-03-15"});
        entry("interest_assessed", "2021-02-15", "Roth", body).of("16066").after(payment)
    };
    let said = book.refused(&assessed("2021-02-10", "3.433,33"));
    let missing = "Für den 01.01.2021 ist kein Basiszinssatz hinterlegt; ein früherer gilt nicht";
    assert!(said.contains(missing), "{said}");
    let said = book.refused(&assessed("2020-12-31", "1.144,45"));
    assert!(said.contains("nach den Zinssätzen sind es 1.144,44 €: 0,01 € Unterschied"), "{said}");
    book.good(&assessed("2020-12-31", "1.144,44"));
}

#[test]
fn embarrassment_12_a_notice_is_never_overwritten_and_no_report_is_without_its_two_times() {
    let mut book = Book::sample();
    let times = book.times();
    let text = german();
    let print = |book: &Book| render::pdf(&parliament(book, times), &text).unwrap();
    let (before, issued) = (print(&book), book.journal(Kind::GrantIssued).len());
    let body = json!({"grant": "EG-2020-003", "reason": "Minderbedarf", "lines": [
        {"title": CONSUMPTIVE, "fiscal_year": 2020, "amount_cents": cents("2.500,00")}]});
    book.good(&entry("grant_reduced", "2020-12-16", "Roth", body).of("16999006"));
    assert_eq!(book.grant(book.times(), "EG-2020-003").row.granted, euro("177.500,00"));
    assert_eq!(book.journal(Kind::GrantIssued).len(), issued);
    assert_eq!(print(&book), before, "the old report comes out byte by byte");
    let said = read(&parliament(&book, times));
    assert!(said.contains("31.12.2020") && said.contains(&times.known.to_string()), "{said}");
    for report in [parliament(&book, times), statement_of(&book, times, C)] {
        let subtitle = plain(&words::phrase(&text, &report.subtitle));
        assert!(subtitle.contains("Stichtag") && subtitle.contains("31.12.2020"), "{subtitle}");
        assert!(subtitle.contains("Datenstand"), "{subtitle}");
    }
}

#[test]
fn embarrassment_13_territories_are_those_of_the_day_and_their_keys_are_text() {
    let mut book = Book::sample();
    let valid = |on: &str| {
        let rows = query::recipients(&book.ledger, book.on(on)).unwrap();
        let kinds = [RecipientType::County, RecipientType::IndependentCity];
        let exists = |until: Option<_>| until.is_none_or(|until| until >= day(on));
        rows.into_iter()
            .filter(|row| kinds.contains(&row.recipient_type) && exists(row.valid_until))
            .map(|row| (row.recipient_type, row.key.to_string()))
            .collect::<Vec<_>>()
    };
    let cities = |rows: &[(RecipientType, String)]| {
        rows.iter().filter(|(kind, _)| *kind == RecipientType::IndependentCity).count()
    };
    let (before, after) = (valid("2021-06-30"), valid("2022-01-01"));
    assert_eq!((before.len(), cities(&before)), (23, 6));
    assert_eq!((after.len(), cities(&after)), (22, 5));
    assert!(!after.iter().any(|(_, key)| key == "16056"), "Eisenach is no independent city");
    let eisenach = RecipientKey::new("16056");
    let row =
        query::recipient(&book.ledger, book.on("2022-01-01"), &eisenach).unwrap().unwrap().row;
    assert_eq!(row.successor, Some(RecipientKey::new("16063")));
    let plan = json!({"total_cents": 100, "eligible_cents": 100, "own_cents": 20,
        "third_party_cents": 0});
    let body = json!({"grant": "EG-2021-009", "purpose": "Netz", "requested_cents": 80,
        "plan": plan});
    let applied = |on| entry("application_received", on, "Weber", body.clone()).of("16056");
    assert!(book.refused(&applied("2021-07-01")).contains("„16056“"));
    book.good(&applied("2021-06-30"));

    assert_eq!(official_name(RecipientType::IndependentCity, "Erfurt"), "Stadt Erfurt");
    assert_eq!(official_name(RecipientType::County, "Gotha"), "Landkreis Gotha");
    assert_eq!(RecipientKey::from_written("01001").as_str(), "01001", "a leading zero stays");
    assert_eq!(RecipientKey::from_written("16066000").as_str(), "16066");
    let said = read(&parliament(&book, book.times()));
    assert!(said.contains("(KIDS) bewilligt | Landkreis Sömmerda |"), "names in full: {said}");
    let desk = Desk::new();
    let rows = desk.good(&["balance", "s.foerderbuch", "--by", "recipient", "--json"]);
    assert!(rows.contains(r#""key": "16066""#), "{rows}");
}
