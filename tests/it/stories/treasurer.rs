//! Stories 17 to 19: the treasurer of a county.

use foerderbuch::domain::{FiscalYear, Money, RecipientKey};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report, RowKind, Table, statement::statement};
use foerderbuch::store::query;

use super::{Book, day, euro, german, plain};
use crate::command_line::Desk;

fn report(book: &Book, key: &str) -> Report {
    let key = RecipientKey::new(key);
    let data = query::statement_data(&book.ledger, book.times(), &key).unwrap().unwrap();
    statement(&data)
}

fn payments(report: &Report) -> &Table {
    let found = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == "statement-payments-caption" => Some(table),
        _ => None,
    });
    found.unwrap()
}

/// Each line as it is read: cells in German, from left to right.
fn lines(report: &Report, kind: RowKind) -> Vec<Vec<String>> {
    let text = german();
    payments(report)
        .rows
        .iter()
        .filter(|row| row.kind == kind)
        .map(|row| row.cells.iter().map(|cell| plain(&words::cell(&text, cell))).collect())
        .collect()
}

fn figures(report: &Report) -> Vec<Money> {
    let Some(Block::Figures(figures)) = report.blocks.first() else { panic!("figures first") };
    let amount = |cell: &Cell| match cell {
        Cell::Money(amount, _) => Some(*amount),
        _ => None,
    };
    figures.iter().filter_map(|(_, cell)| amount(cell)).collect()
}

#[test]
fn story_17_the_county_gets_its_three_payments_with_kassenzeichen_and_nothing_open() {
    let book = Book::sample();
    let report = report(&book, "16066");
    let items = lines(&report, RowKind::Item);
    let amounts: Vec<&str> = items.iter().map(|line| line[6].as_str()).collect();
    assert_eq!(amounts, ["900.000,00", "800.000,00", "500.000,00"]);
    for (line, rate) in items.iter().zip(1..) {
        let text = format!("16066-DIG-0001 EG-2020-001 RATE {rate} HHJ 2020");
        assert_eq!(line[5], text);
    }
    assert_eq!(lines(&report, RowKind::Sum)[0][6], "2.200.000,00");
    let granted_and_paid = ["2.200.000,00", "2.200.000,00"];
    let investive_and_not = ["1.700.000,00", "500.000,00"];
    let all = [&granted_and_paid[..], &investive_and_not, &["0,00"]].concat();
    assert_eq!(figures(&report), all.into_iter().map(euro).collect::<Vec<_>>());

    let desk = Desk::new();
    desk.good(&["statement", "s.foerderbuch", "--recipient", "16066", "--out", "sm.pdf"]);
    assert!(std::fs::read(desk.path("sm.pdf")).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn story_18_the_repayment_is_a_negative_line_marked_as_absetzung() {
    let book = Book::sample();
    let report = report(&book, "16999003");
    let items = lines(&report, RowKind::Item);
    let amounts: Vec<&str> = items.iter().map(|line| line[6].as_str()).collect();
    assert_eq!(amounts, ["450.000,00", "450.000,00", "−37.500,00"]);
    assert_eq!(items[2][5], "Absetzung (Rückzahlung) zu Nr. 2");
    assert_eq!(items[2][7], "862.500,00", "the running sum");
    assert_eq!(lines(&report, RowKind::Sum)[0][6], "862.500,00");
    let all = ["862.500,00", "862.500,00", "862.500,00", "0,00", "0,00"];
    assert_eq!(figures(&report), all.map(euro));
}

#[test]
fn story_19_a_credit_of_january_stands_in_the_fiscal_year_of_its_order() {
    let book = Book::sample();
    let report = report(&book, "16999005");
    let first = &payments(&report).rows[0];
    assert_eq!(first.cells[1], Cell::Year(FiscalYear(2019)));
    assert_eq!(first.cells[2], Cell::Day(day("2019-12-30")));
    assert_eq!(first.cells[3], Cell::Day(day("2020-01-08")));
    let line = &lines(&report, RowKind::Item)[0];
    assert_eq!(line[1..4], ["2019", "30.12.2019", "08.01.2020"]);
    assert_eq!(line[6], "100.000,00");
    let (year, row) = (book.year(book.times(), 2019), book.year(book.on("2020-01-07"), 2019));
    assert_eq!(year.sums.actual() - row.sums.actual(), euro("100.000,00"));
}
