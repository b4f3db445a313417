//! Stories 11 to 15: the budget officer.

use foerderbuch::domain::{FiscalYear, Kind, Money, Stage};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Row, programme::programme};
use foerderbuch::store::query;
use foerderbuch::store::view::Times;
use serde_json::json;

use super::{
    Book, CONSUMPTIVE, Entry, INVESTIVE, cents, due, entry, euro, german, identity_holds, issued,
    plain,
};

fn vote(kind: &'static str, on: &'static str, year: i32, amount: &str) -> Entry {
    let amount = euro(amount).cents();
    let body = json!({"title": INVESTIVE, "fiscal_year": year, "amount_cents": amount,
        "law": "Haushaltsgesetz", "source": {"class": "fact", "note": "GVBl."}});
    entry(kind, on, "Kern", body).voucher("Haushaltsplan")
}

fn authority(on: &'static str, years: (i32, i32), amount: &str) -> Entry {
    let body = json!({"title": INVESTIVE, "budget_year": years.0, "due_year": years.1,
        "amount_cents": cents(amount), "law": "Haushaltsgesetz"});
    entry("authority_voted", on, "Kern", body).voucher("Haushaltsplan")
}

#[test]
fn story_11_twenty_million_a_year_make_eighty_and_each_change_is_a_version_with_its_source() {
    let mut book = Book::sample();
    for year in 2019..=2022 {
        let voted = book.year(book.times(), year).sums.at(Stage::Appropriated);
        assert_eq!(voted, euro("20.000.000,00"), "{year}");
    }
    let total = |book: &Book, times| book.total(times).sums.at(Stage::Appropriated);
    assert_eq!(total(&book, book.times()), euro("80.000.000,00"));
    let said = book.refused(&vote("supplement_voted", "2020-12-16", 2022, "0,01"));
    assert!(said.contains("80.000.000,01 €, das Programmvolumen ist 80.000.000,00 €"), "{said}");
    assert!(said.contains("0,01 € zu viel"), "{said}");

    let before = book.times();
    let cut = book.good(&vote("supplement_voted", "2020-12-16", 2022, "−1.000.000,00"));
    assert_eq!(total(&book, book.times()), euro("79.000.000,00"));
    assert_eq!(total(&book, before), euro("80.000.000,00"), "as it was known before");
    assert_eq!(total(&book, book.on("2020-12-15")), euro("80.000.000,00"), "the day before");
    let versions: Vec<_> = [Kind::AppropriationVoted, Kind::SupplementVoted]
        .into_iter()
        .flat_map(|kind| book.journal(kind))
        .filter(|row| row.object.contains("1616 88371, 2022"))
        .collect();
    assert_eq!((versions.len(), versions[1].seq), (2, cut));
    for version in versions {
        assert!(!version.voucher.is_empty() && version.body.contains("\"law\":"));
        assert!(version.body.contains(r#""source":{"class":"#), "{}", version.body);
    }
}

#[test]
fn story_12_in_its_own_year_a_grant_is_tested_against_what_is_free_of_the_appropriation() {
    let mut book = Book::sample();
    let free = book.year(book.on("2021-01-15"), 2021).sums.at(Stage::Available);
    assert_eq!(free, euro("18.200.000,00"));
    assert_eq!(book.free("2021-01-15", INVESTIVE, 2021), euro("16.200.000,00"));
    let case = ("EG-2021-009", "16067");
    let application = book.examined("2021-01-11", case, ("18.200.000,01", "25.000.000,00"));
    let notice = |investive: &str, consumptive: &str| {
        let lines =
            [due(INVESTIVE, 2021, investive, None), due(CONSUMPTIVE, 2021, consumptive, None)];
        issued("2021-01-15", "EG-2021-009", "25.000.000,00", &lines).of("16067").after(application)
    };
    let said = book.refused(&notice("16.200.000,00", "2.000.000,01"));
    assert!(said.contains("2.000.000,01 € verlangt, 2.000.000,00 € verfügbar"), "{said}");
    assert!(said.contains("Titel 633 71 im Haushaltsjahr 2021: 0,01 € zu viel"), "{said}");
    let said = book.refused(&notice("16.200.000,01", "2.000.000,00"));
    assert!(said.contains("16.200.000,01 € verlangt, 16.200.000,00 € verfügbar"), "{said}");
    book.good(&notice("16.200.000,00", "2.000.000,00"));
    assert_eq!(book.year(book.on("2021-01-15"), 2021).sums.at(Stage::Available), Money::ZERO);
}

#[test]
fn story_12_before_parliament_voted_the_year_a_grant_is_tested_against_the_authority() {
    let mut book = Book::founded(&[
        vote("appropriation_voted", "2020-01-02", 2020, "20.000.000,00"),
        authority("2020-01-02", (2020, 2021), "1.800.000,00"),
    ]);
    let apply = |book: &mut Book, on, grant, requested: &str| {
        book.examined(on, (grant, "16067"), (requested, "25.000.000,00"))
    };
    let notice = |on, grant, application, lines: &[serde_json::Value]| {
        issued(on, grant, "25.000.000,00", lines).of("16067").after(application)
    };
    let first = apply(&mut book, "2020-06-01", "EG-1", "18.200.000,01");
    let later = |amount| [due(INVESTIVE, 2021, amount, Some(2020))];
    let said = book.refused(&notice("2020-06-15", "EG-1", first, &later("18.200.000,01")));
    assert!(said.contains("1.800.000,00 € Verpflichtungsermächtigung frei"), "{said}");
    assert!(said.contains("Haushalt 2020, fällig 2021: 16.400.000,01 € zu viel"), "{said}");
    let said = book.refused(&notice("2020-06-15", "EG-1", first, &later("1.800.000,01")));
    assert!(said.contains("0,01 € zu viel"), "{said}");
    book.good(&notice("2020-06-15", "EG-1", first, &later("1.800.000,00")));
    let row = book.year(book.on("2020-12-31"), 2021);
    assert_eq!(row.sums.at(Stage::Appropriated), Money::ZERO);
    assert_eq!(row.sums.open(), euro("1.800.000,00"));
    assert_eq!(book.free("2020-12-31", INVESTIVE, 2021), Money::ZERO, "no shortfall");

    // Parliament votes 2021: what was promised is taken off, and nothing is counted twice.
    book.good(&vote("appropriation_voted", "2021-01-04", 2021, "20.000.000,00"));
    assert_eq!(book.free("2021-01-04", INVESTIVE, 2021), euro("18.200.000,00"));
    let second = apply(&mut book, "2021-02-01", "EG-2", "18.200.000,01");
    let same_year = |amount| [due(INVESTIVE, 2021, amount, None)];
    let said = book.refused(&notice("2021-02-15", "EG-2", second, &same_year("18.200.000,01")));
    assert!(said.contains("18.200.000,01 € verlangt, 18.200.000,00 € verfügbar"), "{said}");
    assert!(said.contains("im Haushaltsjahr 2021: 0,01 € zu viel"), "{said}");
    book.good(&notice("2021-02-15", "EG-2", second, &same_year("18.200.000,00")));
    identity_holds(&book.year(book.on("2021-12-31"), 2021));
}

#[test]
fn story_13_a_block_of_five_percent_takes_a_million_and_stands_in_its_own_column() {
    let mut book = Book::sample();
    let block = |title: &str, amount: &str| {
        let body = json!({"title": title, "fiscal_year": 2021, "amount_cents": cents(amount),
            "percent": "5", "ground": "economic", "reason": "§ 41 ThürLHO, Rundschreiben 1/2021"});
        entry("block_set", "2021-01-04", "Kern", body).voucher("Rundschreiben 1/2021")
    };
    let said = book.refused(&block(INVESTIVE, "900.000,01"));
    assert!(said.contains("900.000,01 € angegeben"), "{said}");
    assert!(said.contains("ergibt 900.000,00 €: 0,01 € Unterschied"), "{said}");
    book.good(&block(INVESTIVE, "900.000,00"));
    book.good(&block(CONSUMPTIVE, "100.000,00"));
    let before = book.year(book.on("2021-01-03"), 2021);
    assert_eq!(before.sums.at(Stage::Available), euro("18.200.000,00"));
    let row = book.year(book.on("2021-01-04"), 2021);
    assert_eq!(row.sums.at(Stage::Available), euro("17.200.000,00"));
    assert_eq!(row.sums.at(Stage::Blocked), euro("1.000.000,00"));
    assert_eq!(row.sums.at(Stage::Appropriated), euro("20.000.000,00"));
    identity_holds(&row);
    let free =
        book.free("2021-01-04", INVESTIVE, 2021) + book.free("2021-01-04", CONSUMPTIVE, 2021);
    assert_eq!(free, euro("17.200.000,00"));
    let sum = parliament(&book, "2021-01-04", 2021);
    assert_eq!(sum.cells[10], money(&sum.cells[10], "1.000.000,00"));
    assert_eq!(sum.cells[11], Cell::Percent("5.00".parse().unwrap()));
}

/// The sum row of the table that parliament asks for.
fn parliament(book: &Book, on: &str, year: i32) -> Row {
    let data = query::programme_data(&book.ledger, book.on(on)).unwrap();
    let report = programme(&data, Some(FiscalYear(year)));
    let found = report.blocks.into_iter().find_map(|block| match block {
        Block::Table(table) if table.columns.len() == 12 => table.rows.last().cloned(),
        _ => None,
    });
    found.unwrap()
}

/// What stands below the tables, in German.
fn notes(book: &Book) -> String {
    let data = query::programme_data(&book.ledger, book.times()).unwrap();
    let blocks = programme(&data, None).blocks;
    let notes = blocks.iter().filter_map(|block| match block {
        Block::Note(phrase) | Block::Footnote(_, phrase) => {
            Some(plain(&words::phrase(&german(), phrase)))
        }
        _ => None,
    });
    notes.collect::<Vec<_>>().join("\n")
}

/// The cell with another amount: what it is compared with.
fn money(cell: &Cell, amount: &str) -> Cell {
    match cell {
        Cell::Money(_, filter) => Cell::Money(euro(amount), filter.clone()),
        other => panic!("{other:?}"),
    }
}

/// The remainder of 2019, of both titles, formed in one of the two ways.
fn rest_of_2019(book: &mut Book, cover: &str) {
    for (title, amount) in [(INVESTIVE, "15.750.000,00"), (CONSUMPTIVE, "1.900.000,00")] {
        let body = json!({"title": title, "fiscal_year": 2019, "amount_cents": cents(amount),
            "cover": cover, "reason": "Einwilligung vom 16.12.2020"});
        book.good(&entry("carry_over_formed", "2020-12-16", "Kern", body));
    }
}

#[test]
fn story_14_an_additional_remainder_adds_to_the_next_year() {
    let mut book = Book::sample();
    assert_eq!(book.journal(Kind::BooksClosed).len(), 1, "the books of 2019 are closed");
    rest_of_2019(&mut book, "additional");
    let times = book.times();
    let (first, second) = (book.year(times, 2019), book.year(times, 2020));
    assert_eq!(second.sums.at(Stage::Available), euro("32.787.500,00"));
    assert_eq!(second.sums.at(Stage::CarriedIn), euro("17.650.000,00"));
    assert_eq!(first.sums.at(Stage::CarriedOut), euro("17.650.000,00"));
    assert_eq!(first.sums.at(Stage::Available), Money::ZERO);
    assert_eq!(first.sums.at(Stage::Lapsed), Money::ZERO);
    assert_eq!(second.sums.at(Stage::RestCharged), Money::ZERO);
    for row in [first, second, book.total(times)] {
        identity_holds(&row);
    }
    assert!(notes(&book).contains("kommen 17.650.000,00 Euro Ausgabereste mit eigener Deckung"));
    assert!(!notes(&book).contains("kein Ausgaberest"));
    let settled = entry("year_settled", "2020-12-17", "Kern", json!({"fiscal_year": 2019}));
    book.good(&settled);
}

#[test]
fn story_14_a_remainder_at_the_cost_of_the_appropriation_adds_nothing_and_shows_as_lapsed() {
    let mut book = Book::sample();
    rest_of_2019(&mut book, "charged");
    let times = book.times();
    let (first, second) = (book.year(times, 2019), book.year(times, 2020));
    assert_eq!(second.sums.at(Stage::Available), euro("15.137.500,00"));
    assert_eq!(second.sums.at(Stage::RestCharged), euro("17.650.000,00"), "shown, not taken off");
    assert_eq!(first.sums.at(Stage::Lapsed), euro("17.650.000,00"));
    assert_eq!(first.sums.at(Stage::Available), Money::ZERO);
    for row in [first, second, book.total(times)] {
        identity_holds(&row);
    }
    let free =
        book.free("2020-12-31", INVESTIVE, 2020) + book.free("2020-12-31", CONSUMPTIVE, 2020);
    assert_eq!(free, euro("15.137.500,00"));
    assert!(!notes(&book).contains("kein Ausgaberest"), "one is formed");
    assert!(notes(&Book::sample()).contains("Es ist kein Ausgaberest gebildet"));
    let sum = parliament(&book, "2020-12-31", 2020);
    assert_eq!(sum.cells[3], money(&sum.cells[3], "17.650.000,00"));
    assert_eq!(sum.cells[2], money(&sum.cells[2], "20.000.000,00"));
}

#[test]
fn story_15_the_years_ahead_are_preloaded_by_the_authority_used_of_each_budget() {
    let mut book = Book::sample();
    let used = |book: &Book, times: Times, due: i32| -> Vec<(i32, Money)> {
        let rows = query::authority(&book.ledger, times).unwrap();
        let mut found: Vec<(i32, Money)> = Vec::new();
        for row in rows.into_iter().filter(|row| row.due_year.0 == due && !row.used.is_zero()) {
            match found.iter_mut().find(|(year, _)| *year == row.budget_year.0) {
                Some((_, amount)) => *amount += row.used,
                None => found.push((row.budget_year.0, row.used)),
            }
        }
        found
    };
    let times = book.times();
    assert_eq!(used(&book, times, 2020), [(2019, euro("2.520.000,00"))]);
    let of_2021 = [(2019, euro("800.000,00")), (2020, euro("1.000.000,00"))];
    assert_eq!(used(&book, times, 2021), of_2021);
    assert_eq!(of_2021.iter().map(|(_, amount)| *amount).sum::<Money>(), euro("1.800.000,00"));
    assert_eq!(used(&book, times, 2022), [(2020, euro("400.000,00"))]);
    // It stands inside what is committed there already, and is not counted twice.
    assert_eq!(book.year(times, 2021).sums.open(), euro("1.800.000,00"));
    assert_eq!(book.year(times, 2022).sums.open(), euro("400.000,00"));
    assert_eq!(used(&book, book.on("2019-12-31"), 2021), [(2019, euro("800.000,00"))]);
    for row in query::authority(&book.ledger, times).unwrap() {
        assert_eq!(row.voted, row.free + row.used + row.blocked + row.lapsed, "{row:?}");
    }
    // What was not used lapses with the end of its year; what was used stays.
    let body = json!({"title": INVESTIVE, "budget_year": 2019, "due_year": 2021,
        "amount_cents": cents("2.200.000,00")});
    book.good(&entry("authority_lapsed", "2020-12-16", "Kern", body));
    assert_eq!(used(&book, book.times(), 2021), of_2021);
}
