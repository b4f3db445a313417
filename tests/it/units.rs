//! Nil and thousands of euros, as they stand in reports.

use foerderbuch::domain::Money;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Document, Wish};
use foerderbuch::render::words;
use foerderbuch::report::claims::claims;
use foerderbuch::report::unit::{Unit, in_unit};
use foerderbuch::report::{Block, Cell, Phrase, Report, Table};
use foerderbuch::store::query;
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text};

use super::table::day;

/// Domain.md, 5.1: nil is 0,00; a dash is only where no figure is possible.
#[test]
fn nil_is_a_figure_like_any_other_in_every_report_and_unit() {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let mut nil = 0;
    for (document, unit, zero) in [
        (Document::Programme, Unit::Euro, "0,00"),
        (Document::Counties, Unit::Euro, "0,00"),
        (Document::Counties, Unit::Thousand, "0"),
        (Document::Grants, Unit::Euro, "0,00"),
        (Document::Budget, Unit::Euro, "0,00"),
        (Document::Budget, Unit::Thousand, "0"),
    ] {
        let wish = Wish { unit, ..Wish::of(document) };
        let report = paper::make(&ledger, &wish.at(times, Lang::De)).unwrap().unwrap();
        // What is free of a year that is over and of one that is not, what was paid by a day and
        // what is expected, are columns of which one alone has a figure.
        let partly = ["programme-years-caption", "outflow-caption"];
        let tables = report.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if !partly.contains(&table.caption.key) => Some(table),
            _ => None,
        });
        for table in tables {
            let figures = (0..table.columns.len()).filter(|place| table.columns[*place].numeric);
            for place in figures {
                for row in &table.rows {
                    let cell = &row.cells[place];
                    assert!(cell.is_figure() || *cell == Cell::Empty, "{document:?}: {cell:?}");
                    if matches!(cell, Cell::Money(Money::ZERO, _) | Cell::Thousands(0, _)) {
                        assert_eq!(words::cell(&Text::new(Lang::De), cell), zero);
                        nil += 1;
                    }
                }
            }
        }
    }
    assert!(nil > 100, "{nil}");
}

/// The unit stands right above what it is of, and the note on rounding below the first of these.
#[test]
fn thousands_of_euros_are_named_where_they_stand() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let times = Times { as_of: day("2021-12-31"), known: ledger.head().seq };
    for document in [Document::Programme, Document::Counties, Document::Budget, Document::Proofs] {
        let wish = Wish { unit: Unit::Thousand, ..Wish::of(document) };
        let report = paper::make(&ledger, &wish.at(times, Lang::De)).unwrap().unwrap();
        let rounded = |block: &Block| {
            let is = |cell: &Cell| matches!(cell, Cell::Thousands(..));
            match block {
                Block::Figures(pairs) | Block::Facts(pairs) => pairs.iter().any(|(_, it)| is(it)),
                Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(is),
                _ => false,
            }
        };
        let mut first = None;
        let mut note = None;
        for (place, block) in report.blocks.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &report.blocks[before]);
            let named = matches!(before, Some(Block::Unit(_)));
            assert_eq!(rounded(block), named, "{document:?} {place}");
            first = first.or(named.then_some(place));
            let is_note = |it: &Phrase| it.key == "report-note-rounding";
            if matches!(block, Block::Note(it) if is_note(it)) {
                assert!(note.replace(place).is_none(), "it is said once");
            }
        }
        let between = &report.blocks[first.unwrap() + 1..note.unwrap()];
        let footnotes = between.iter().all(|block| matches!(block, Block::Footnote(..)));
        assert!(footnotes, "{document:?}: {between:?}");
    }
}

/// Interest is often less than half a thousand: R7 rounds its key figures and nothing else.
#[test]
fn claims_in_thousands_have_rounded_key_figures_and_exact_tables() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let times = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
    let mut data = query::claim_data(&ledger, times).unwrap();
    // What rounding each line leaves has a line of its own, in every unit.
    let cent = Money::from_cents(1);
    data.arithmetic.values_mut().next().unwrap().0.rounding_difference = cent;
    let exact = claims(&data, None);
    let report = in_unit(exact.clone(), Unit::Thousand);
    assert_eq!(report.subtitle.key, "report-subtitle-thousand-figures");
    let tables = |report: &Report| -> Vec<Table> {
        let table = |block: &Block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        };
        report.blocks.iter().filter_map(table).collect()
    };
    assert_eq!(tables(&report), tables(&exact));
    let all = tables(&report);
    let segments = all.iter().find(|table| table.caption.key == "sheet-segments").unwrap();
    let rounding = Cell::Phrase(Phrase::new("sheet-rounding"));
    let line = segments.rows.iter().find(|row| row.cells.contains(&rounding)).unwrap();
    assert_eq!(line.cells.len(), segments.columns.len());
    assert_eq!(line.cells.last(), Some(&Cell::Money(cent, None)));
    let mut named = [0; 2];
    for pair in report.blocks.windows(2) {
        let (at, unit) = match &pair[1] {
            Block::Figures(pairs) => {
                assert_eq!(pairs[0].1, Cell::Thousands(75, Money::from_cents(7_450_000)));
                (0, "report-unit-thousand")
            }
            Block::Table(_) => (1, "report-unit-euro"),
            _ => continue,
        };
        assert_eq!(pair[0], Block::Unit(Phrase::new(unit)));
        named[at] += 1;
    }
    assert_eq!(named, [1, all.len()]);
    let note = Block::Note(Phrase::new("report-note-rounding-figures"));
    assert_eq!(report.blocks.iter().filter(|block| **block == note).count(), 1);
}
