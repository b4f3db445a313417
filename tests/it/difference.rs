//! Why a figure is another one now: for every pair of states of knowledge the changes by entry
//! add up to the difference of the figures, which are read in another way.

use foerderbuch::domain::{Kind, Money, Stage};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::render::words;
use foerderbuch::report::difference::{difference, figure};
use foerderbuch::report::{Block, Cell};
use foerderbuch::store::view::{DifferenceData, Figure, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::{Table, day, money};

fn between(ledger: &Ledger, as_of: &str, (before, known): (u64, u64)) -> DifferenceData {
    query::difference(ledger, Times { as_of: day(as_of), known }, before).unwrap()
}

fn assert_adds_up(data: &DifferenceData) {
    for change in &data.changes {
        let sum: Money = change.entries.iter().map(|(_, by)| *by).sum();
        let place = (data.before, data.frame.times.known, &change.title, change.year);
        assert_eq!(change.after - change.before, sum, "{place:?} {:?}", change.figure);
        for (entry, by) in &change.entries {
            assert!(!by.is_zero() && entry.seq > data.before, "{place:?}");
            assert!(entry.effective_on <= data.frame.times.as_of, "{place:?}");
        }
    }
}

#[test]
fn the_changes_add_up_for_every_pair_of_states_of_the_sample() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let last = ledger.head().seq;
    let mut states: Vec<u64> = (1..=last).step_by(53).collect();
    states.push(last);
    let mut moved = 0;
    for as_of in ["2019-12-31", "2020-10-31", "2020-12-31", "2022-12-31"] {
        for (place, before) in states.iter().enumerate() {
            for after in &states[place..] {
                let data = between(&ledger, as_of, (*before, *after));
                assert_adds_up(&data);
                moved += data.changes.iter().map(|change| change.entries.len()).sum::<usize>();
                assert!(before != after || data.changes.is_empty());
            }
        }
    }
    assert!(moved > 5_000, "{moved}");
}

#[test]
fn figures_are_those_of_report_r1() {
    let ledger = sample::in_memory().unwrap();
    let data = between(&ledger, "2020-12-31", (1, ledger.head().seq));
    let sum = |figure: Figure, year: i32| -> Money {
        let own = |change: &&foerderbuch::store::view::FigureChange| {
            change.figure == figure && change.year.0 == year
        };
        data.changes.iter().filter(own).map(|change| change.after).sum()
    };
    assert_eq!(sum(Figure::Appropriated, 2020), money("20000000,00"));
    assert_eq!(sum(Figure::New, 2020), money("2380000,00"));
    assert_eq!(sum(Figure::FromAuthority, 2020), money("2482500,00"));
    assert_eq!(sum(Figure::Granted, 2020), money("4862500,00"));
    assert_eq!(sum(Figure::Actual, 2020), money("4850000,00"));
    assert_eq!(sum(Figure::Open, 2020), money("12500,00"));
    assert_eq!(sum(Figure::Available, 2020), money("15137500,00"));
}

#[test]
fn a_late_entry_and_a_correction_are_named_with_what_they_changed() {
    let mut table = Table::new();
    table.run(
        "2020-03-02 | Roth | grant G1 2020:600,00 as g | ok
         2020-04-01 | Roth | increase G1 2020:100,00 as i | ok",
    );
    let before = table.ledger.head().seq;
    table.run(
        "2020-03-15 | Roth | increase G1 2020:50,00 | ok
         2020-04-01 | Roth | reverse i | ok",
    );
    let data = between(&table.ledger, "2020-12-31", (before, table.ledger.head().seq));
    assert_adds_up(&data);
    let granted = data.changes.iter().find(|change| change.figure == Figure::Granted).unwrap();
    assert_eq!((granted.before, granted.after), (money("700,00"), money("650,00")));
    let by: Vec<Money> = granted.entries.iter().map(|(_, by)| *by).collect();
    assert_eq!(by, ["50,00", "-100,00"].map(money));
    // The paper says why: what was corrected, and for what reason.
    let (corrected, _) = granted.entries.last().unwrap();
    let (original, reason) = (corrected.reference.unwrap(), corrected.reason().unwrap());
    let paper = difference(&data);
    let cells = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter().flat_map(|row| &row.cells)),
        _ => None,
    });
    let why = cells.flatten().find_map(|cell| match cell {
        Cell::Phrase(why) if why.key == "difference-refers-why" => Some(why),
        _ => None,
    });
    let said = words::phrase(&Text::new(Lang::De), why.unwrap());
    assert_eq!(said, format!("Zu Buchung Nr. {original}: {reason}"));
    let early = between(&table.ledger, "2020-03-31", (before, table.ledger.head().seq));
    let granted = early.changes.iter().find(|change| change.figure == Figure::Granted).unwrap();
    assert_eq!(granted.entries.len(), 1);
}

#[test]
fn every_table_of_the_paper_ends_with_the_difference_of_its_figure() {
    let ledger = sample::in_memory().unwrap();
    let data = between(&ledger, "2020-12-31", (200, ledger.head().seq));
    let paper = difference(&data);
    let tables: Vec<_> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    let overview = |key: &str| {
        let found = tables.iter().find(|table| table.caption.key == key);
        found.map(|table| table.rows.as_slice()).unwrap_or_default()
    };
    let (changed, same) = (overview("difference-overview"), overview("difference-same"));
    assert_eq!(changed.len() + same.len(), data.changes.len());
    for row in changed.iter().chain(same) {
        let (_, to) = row.leads_to.as_ref().unwrap();
        let table = tables.iter().find(|table| table.caption == *to).unwrap();
        let Some(Cell::Money(sum, _)) = table.rows.last().unwrap().cells.last() else {
            panic!("a sum")
        };
        // What cancels out is no change, and what is no change stands apart.
        let (cell, still) = (row.cells.last().unwrap(), same.contains(row));
        assert_eq!(still, sum.is_zero());
        assert!(still || *cell == Cell::Money(*sum, None), "{cell:?}");
    }
}

#[test]
fn every_column_of_report_r1_that_a_booking_moves_is_a_figure_of_the_difference() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let data = between(&ledger, "2022-12-31", (1, ledger.head().seq));
    assert_adds_up(&data);
    let figures = [
        Figure::Exceeded,
        Figure::CoverIn,
        Figure::CarriedIn,
        Figure::CoverOut,
        Figure::CarriedOut,
        Figure::Lapsed,
    ];
    let years = query::programme_data(&ledger, data.frame.times).unwrap().years.total.sums;
    for figure in figures {
        let own = data.changes.iter().filter(|change| change.figure == figure);
        let stage = match figure {
            Figure::Exceeded => Stage::Exceeded,
            Figure::CoverIn => Stage::CoverIn,
            Figure::CarriedIn => Stage::CarriedIn,
            Figure::CoverOut => Stage::CoverOut,
            Figure::CarriedOut => Stage::CarriedOut,
            _ => Stage::Lapsed,
        };
        let sum: Money = own.map(|change| change.after).sum();
        // What lapsed is told apart: replaced by a remainder, and booked as lapsed.
        let apart = data.changes.iter().filter(|change| change.figure == Figure::Replaced);
        let apart: Money = apart.map(|change| change.after).sum();
        let apart = if figure == Figure::Lapsed { apart } else { Money::ZERO };
        assert_eq!(sum + apart, years.at(stage), "{figure:?}");
        assert!(!sum.is_zero(), "{figure:?}");
    }
}

#[test]
fn a_remainder_at_the_charge_of_the_next_year_is_no_cause_of_what_was_booked_as_lapsed() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let data = between(&ledger, "2022-12-31", (1, ledger.head().seq));
    let mut sums = [Money::ZERO; 2];
    for change in &data.changes {
        let (place, kind) = match change.figure {
            Figure::Replaced => (0, Kind::CarryOverFormed),
            Figure::Lapsed => (1, Kind::FundsLapsed),
            _ => continue,
        };
        let kinds: Vec<Kind> = change.entries.iter().map(|(entry, _)| entry.kind).collect();
        assert!(kinds.iter().all(|own| *own == kind), "{:?}: {kinds:?}", change.figure);
        sums[place] += change.after;
    }
    assert_eq!(sums, ["4312500,00", "38465000,00"].map(money));
    let paper = difference(&data);
    let says = |block: &Block| match block {
        Block::Note(note) => note.key == "difference-note-replaced",
        _ => false,
    };
    assert!(paper.blocks.iter().any(says));
}

#[test]
fn what_is_left_of_a_year_that_is_over_is_called_as_in_report_r1() {
    let ledger = sample::in_memory().unwrap();
    let data = between(&ledger, "2020-12-31", (1, ledger.head().seq));
    let available = data.changes.iter().filter(|change| change.figure == Figure::Available);
    let mut over = Vec::new();
    for change in available {
        let word = figure(change, data.frame.times.as_of);
        let past = word == "programme-column-rest-open";
        assert_eq!((past, word == "difference-free"), (change.year.0 < 2020, !past));
        over.push(past);
    }
    assert!(over.contains(&true) && over.contains(&false), "{over:?}");
}

#[test]
fn every_figure_of_the_difference_begins_with_a_capital_letter() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let data = between(&ledger, "2022-12-31", (1, ledger.head().seq));
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let names: Vec<String> =
            data.changes.iter().map(|change| text.get(figure(change, day("2022-12-31")))).collect();
        assert!(names.len() > 20);
        let begins = |name: &String| name.chars().next().is_some_and(char::is_uppercase);
        assert!(names.iter().all(begins), "{names:?}");
    }
}
