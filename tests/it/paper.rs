//! Papers made from the sample: their figures and their bytes.

use foerderbuch::domain::{Money, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::render;
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report, Row, RowKind, programme, statement};
use foerderbuch::store::query;
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text};

use super::table::{day, money};

fn statement_of(key: &str) -> Report {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let data = query::statement_data(&ledger, times, &RecipientKey::new(key)).unwrap().unwrap();
    statement::statement(&data)
}

/// Amounts of the first table that has a running sum: items and sum.
fn payments(report: &Report) -> (Vec<Money>, Vec<Money>) {
    let table = report
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Table(table) if table.columns.len() >= 7 => Some(table),
            _ => None,
        })
        .expect("a table of payments");
    let first = |row: &Row| {
        row.cells.iter().find_map(|cell| match cell {
            Cell::Money(amount, _) => Some(*amount),
            _ => None,
        })
    };
    let of = |kind| table.rows.iter().filter(|row| row.kind == kind).filter_map(first).collect();
    (of(RowKind::Item), of(RowKind::Sum))
}

#[test]
fn the_county_gets_three_payments_and_their_sum() {
    let (items, sums) = payments(&statement_of("16066"));
    assert_eq!(items, ["900000,00", "800000,00", "500000,00"].map(money));
    assert_eq!(sums, [money("2200000,00")]);
}

#[test]
fn a_same_year_repayment_and_a_bank_return_are_own_negative_lines() {
    let (items, sums) = payments(&statement_of("16999003"));
    assert_eq!(items, ["450000,00", "450000,00", "-37500,00"].map(money));
    assert_eq!(sums, [money("862500,00")]);
    let (items, sums) = payments(&statement_of("16999002"));
    assert_eq!(
        items,
        ["600000,00", "450000,00", "250000,00", "-250000,00", "250000,00"].map(money)
    );
    assert_eq!(sums, [money("1300000,00")]);
}

/// What the county could no longer draw is not told as if it could.
#[test]
fn a_statement_says_which_part_of_what_is_left_is_due_in_a_year_that_is_over() {
    let ledger = sample::in_memory().unwrap();
    let noted = |as_of: &str| {
        let times = Times { as_of: day(as_of), known: ledger.head().seq };
        let key = RecipientKey::new("16076");
        let data = query::statement_data(&ledger, times, &key).unwrap().unwrap();
        render::plain::plain_text(&statement::statement(&data), &Text::new(Lang::De))
    };
    assert!(!noted("2021-12-31").contains("auf abgelaufene Haushaltsjahre"));
    let later = noted("2022-01-01");
    assert!(later.contains("Davon entfallen 1.000.000,00"), "{later}");
}

#[test]
fn each_table_of_a_statement_of_several_grants_stands_below_the_number_of_its_grant() {
    let of = |grants: &str| {
        let mut journal = super::table::Table::new();
        journal.run(grants);
        let times = Times { as_of: day("2020-12-31"), known: journal.ledger.head().seq };
        let key = query::cases(&journal.ledger, times).unwrap().swap_remove(0).recipient;
        let data = query::statement_data(&journal.ledger, times, &key).unwrap().unwrap();
        statement::statement(&data)
    };
    let text = Text::new(Lang::De);
    // Heading and caption of each table but that of all grants.
    let tables = |report: &Report| -> Vec<(String, String)> {
        let mut heading = String::new();
        let mut found = Vec::new();
        for block in &report.blocks {
            match block {
                Block::Heading(said) => heading = words::phrase(&text, said),
                Block::Table(table) if table.caption.key != "statement-grants" => {
                    found.push((heading.clone(), words::phrase(&text, &table.caption)));
                }
                _ => {}
            }
        }
        found
    };
    let one = "2020-02-03 | Roth | grant G1 2020:600,00 | ok";
    let two = "2020-02-03 | Roth | grant G1 2020:600,00 | ok
               2020-02-03 | Roth | grant G2 2020:90,00  | ok";
    let alone = tables(&of(one));
    assert!(!alone.is_empty() && alone.iter().all(|(heading, _)| !heading.contains("G1")));
    let several = tables(&of(two));
    assert_eq!(several.len(), 2 * alone.len());
    assert!(several.iter().all(|(heading, caption)| heading == caption), "{several:?}");
}

#[test]
fn every_paper_of_the_sample_renders_in_both_languages_with_the_same_bytes_each_time() {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let mut papers: Vec<Report> = query::recipients(&ledger, times)
        .unwrap()
        .iter()
        .filter_map(|row| query::statement_data(&ledger, times, &row.key).unwrap())
        .map(|data| statement::statement(&data))
        .collect();
    papers.push(programme::programme(&query::programme_data(&ledger, times).unwrap(), None));
    for lang in [Lang::De, Lang::En] {
        let text = Text::new(lang);
        for paper in &papers {
            let bytes = render::pdf(paper, &text).unwrap();
            assert_eq!(bytes, render::pdf(paper, &text).unwrap());
        }
    }
}

#[test]
fn a_statement_of_an_earlier_day_is_not_changed_by_what_came_later() {
    let mut ledger = sample::in_memory().unwrap();
    let known = ledger.head().seq;
    let times = Times { as_of: day("2020-12-31"), known };
    let key = RecipientKey::new("16066");
    let text = Text::new(Lang::De);
    let print = |ledger: &_| {
        let data = query::statement_data(ledger, times, &key).unwrap().unwrap();
        render::pdf(&statement::statement(&data), &text).unwrap()
    };
    let before = print(&ledger);
    let later = super::table::draft(
        "2020-12-20",
        "Weber",
        "16066",
        super::table::registered("16066", "Schmalkalden-Meiningen (neu)"),
    );
    foerderbuch::ops::book(&mut ledger, &[later], &super::table::stamp(day("2020-12-21"))).unwrap();
    assert_eq!(before, print(&ledger));
}
