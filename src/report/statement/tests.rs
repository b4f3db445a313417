//! Figures of the worked example (domain.md section 8), each as a cell.

use super::statement;
use crate::domain::{Money, RecipientKey};
use crate::ops::sample;
use crate::report::{Block, Cell, Phrase, Report, RowKind, Slip, Table};
use crate::store::query::statement_data;
use crate::store::view::{StatementData, Times};

fn data(as_of: &str, key: &str) -> StatementData {
    let ledger = sample::in_memory().expect("the sample");
    let times = Times { as_of: as_of.parse().expect("a day"), known: ledger.head().seq };
    let data = statement_data(&ledger, times, &RecipientKey::new(key)).expect("read");
    data.expect("a recipient")
}

fn report(as_of: &str, key: &str) -> Report {
    statement(&data(as_of, key))
}

fn at_year_end(key: &str) -> Report {
    report("2020-12-31", key)
}

fn euro(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn amount(cell: &Cell) -> Option<Money> {
    match cell {
        Cell::Money(amount, _) => Some(*amount),
        _ => None,
    }
}

fn table<'a>(report: &'a Report, caption: &str) -> Option<&'a Table> {
    report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table),
        _ => None,
    })
}

/// Amounts of a column, the sum last.
fn column(report: &Report, caption: &str, place: usize) -> Vec<Money> {
    let table = table(report, caption).expect("a table");
    table.rows.iter().filter_map(|row| amount(&row.cells[place])).collect()
}

fn payments(report: &Report) -> Vec<Money> {
    column(report, "statement-payments-caption", 6)
}

fn figures(report: &Report) -> Vec<Money> {
    let Some(Block::Figures(figures)) = report.blocks.first() else { return Vec::new() };
    figures.iter().filter_map(|(_, cell)| amount(cell)).collect()
}

fn argument<'a>(phrase: &'a Phrase, name: &str) -> Option<&'a Cell> {
    phrase.args.iter().find(|(key, _)| *key == name).map(|(_, cell)| cell)
}

fn slip(report: &Report) -> &Slip {
    match report.blocks.last() {
        Some(Block::Slip(slip)) => slip,
        _ => panic!("a statement ends with its slip"),
    }
}

fn confirmed(report: &Report) -> Option<Money> {
    argument(&slip(report).choices[0], "amount").and_then(amount)
}

#[test]
fn the_county_sees_three_payments_and_their_sum() {
    let report = at_year_end("16066");
    assert_eq!(payments(&report), [900_000, 800_000, 500_000, 2_200_000].map(euro));
    assert_eq!(figures(&report), [2_200_000, 2_200_000, 0].map(euro));
    assert_eq!(confirmed(&report), Some(euro(2_200_000)));
    let running = column(&report, "statement-payments-caption", 7);
    assert_eq!(running, [900_000, 1_700_000, 2_200_000].map(euro));
    let Some(Block::Figures(figures)) = report.blocks.first() else { panic!("figures") };
    let Cell::Phrase(split) = &figures[2].1 else { panic!("two amounts") };
    assert_eq!(argument(split, "investive").and_then(amount), Some(euro(1_700_000)));
    assert_eq!(argument(split, "consumptive").and_then(amount), Some(euro(500_000)));
}

#[test]
fn a_return_and_its_repeat_are_lines_of_their_own_and_count_once() {
    let report = at_year_end("16999002");
    assert_eq!(
        payments(&report),
        [600_000, 450_000, 250_000, -250_000, 250_000, 1_300_000].map(euro)
    );
    let rows = &table(&report, "statement-payments-caption").expect("payments").rows;
    let Cell::Phrase(returned) = &rows[3].cells[5] else { panic!("a phrase") };
    assert_eq!(returned.key, "statement-return");
    assert_eq!(argument(returned, "number"), Some(&Cell::Number(3)));
    assert_eq!(confirmed(&report), Some(euro(1_300_000)));
}

#[test]
fn a_repayment_in_the_same_year_is_a_negative_line_that_names_its_payment() {
    let report = at_year_end("16999003");
    let shown = payments(&report);
    assert_eq!(shown[..3], [450_000, 450_000, -37_500].map(euro));
    assert_eq!(shown[3], euro(862_500));
    let rows = &table(&report, "statement-payments-caption").expect("payments").rows;
    let Cell::Phrase(repaid) = &rows[2].cells[5] else { panic!("a phrase") };
    assert_eq!(
        (repaid.key, argument(repaid, "number")),
        ("statement-repayment", Some(&Cell::Number(2)))
    );
    let versions = column(&report, "statement-versions-caption", 4);
    assert_eq!(versions, [900_000, 862_500].map(euro));
    assert!(table(&report, "statement-claims-caption").is_none());
}

#[test]
fn an_open_claim_leaves_what_was_paid_and_stands_in_its_own_block() {
    let report = report("2020-10-31", "16999003");
    assert_eq!(figures(&report), [862_500, 900_000, 0].map(euro));
    assert_eq!(confirmed(&report), Some(euro(900_000)));
    assert_eq!(column(&report, "statement-claims-caption", 3), [37_500, 37_500].map(euro));
    assert_eq!(column(&report, "statement-due-caption", 4), [0, 37_500, 37_500].map(euro));
}

#[test]
fn a_recipient_without_grants_confirms_nothing_received() {
    let report = at_year_end("16051");
    assert_eq!(figures(&report), [0, 0, 0].map(euro));
    assert_eq!(confirmed(&report), Some(Money::ZERO));
    assert_eq!(report.blocks.len(), 3);
    let letter = report.letter.expect("a letter");
    assert_eq!(letter.address[0], "Stadt Erfurt");
}

#[test]
fn a_payment_of_january_stands_in_the_fiscal_year_of_its_order() {
    let report = at_year_end("16999005");
    let first = &table(&report, "statement-payments-caption").expect("payments").rows[0];
    assert_eq!(first.cells[1], Cell::Year(crate::domain::FiscalYear(2019)));
    assert_eq!(first.cells[3], Cell::Day("2020-01-08".parse().expect("a day")));
}

#[test]
fn due_lines_add_up_in_every_row_and_every_table_stays_portrait() {
    for key in ["16066", "16076", "16999001", "16999002", "16999004", "16999006"] {
        let report = at_year_end(key);
        let due = table(&report, "statement-due-caption").expect("due lines");
        for row in &due.rows {
            let amounts: Vec<Money> = row.cells.iter().filter_map(amount).collect();
            assert_eq!(amounts[0], amounts[1..].iter().copied().sum(), "{key}");
        }
        let last = due.rows.last().expect("a sum");
        assert_eq!((last.kind, amount(&last.cells[2])), (RowKind::Sum, Some(figures(&report)[0])));
        for block in &report.blocks {
            let Block::Table(table) = block else { continue };
            assert!(table.columns.len() <= 8);
            assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
        }
    }
}

#[test]
fn several_grants_are_summed_up_before_each_is_shown() {
    let mut both = data("2020-12-31", "16066");
    let other = data("2020-12-31", "16076").detail;
    both.detail.grants.extend(other.grants);
    both.detail.row.granted += other.row.granted;
    both.detail.row.sums.add(&other.row.sums);
    let report = statement(&both);
    assert_eq!(figures(&report), [3_600_000, 2_200_000, 1_400_000].map(euro));
    for (place, sum) in [(2, 3_600_000), (3, 2_200_000), (4, 1_400_000)] {
        let shown = column(&report, "statement-grants", place);
        assert_eq!((shown.len(), shown.last()), (3, Some(&euro(sum))));
        assert_eq!(shown[..2].iter().copied().sum::<Money>(), euro(sum));
    }
    let reference = report.letter.expect("a letter").references.swap_remove(0);
    assert_eq!(reference.key, "statement-file-count");
}
