//! What an auditor reads in the extract of the journal.

use foerderbuch::domain::Kind;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper;
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report, Table};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::day;

fn later() -> Ledger {
    sample::in_memory_through(Through::Year2022).unwrap()
}

fn times(ledger: &Ledger) -> Times {
    Times { as_of: day("2022-12-31"), known: ledger.head().seq }
}

fn extract(ledger: &Ledger) -> Report {
    let wanted = paper::Wish::of(paper::Document::Journal).at(times(ledger), Lang::De);
    paper::make(ledger, &wanted).unwrap().unwrap()
}

fn tables(report: &Report) -> Vec<&Table> {
    let blocks = report.blocks.iter();
    blocks
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect()
}

fn written(cell: &Cell) -> String {
    words::cell(&Text::new(Lang::De), cell)
}

#[test]
fn an_extract_of_the_journal_names_its_persons() {
    let ledger = later();
    let report = extract(&ledger);
    let persons = query::persons(&ledger, times(&ledger)).unwrap();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let all = tables(&report);
    assert_eq!(all[1].rows.len(), persons.len());
    for (row, person) in all[1].rows.iter().zip(&persons) {
        let own = rows.iter().filter(|row| row.actor == person.person).count();
        let said: Vec<String> = row.cells.iter().map(written).collect();
        assert_eq!(said[0], person.person.0.to_string());
        assert_eq!(Some(&said[1]), person.name.as_ref());
        assert_eq!(said[3], own.to_string());
    }
    let enrolled =
        all[0].rows.iter().find(|row| written(&row.cells[5]).starts_with("Person Nr. 2"));
    let name = persons.iter().find(|person| person.person.0 == 2).unwrap().name.clone().unwrap();
    assert_eq!(written(&enrolled.unwrap().cells[5]), format!("Person Nr. 2, {name}"));
}

#[test]
fn an_extract_of_the_journal_writes_titles_as_a_budget_does() {
    let ledger = later();
    let report = extract(&ledger);
    let objects = tables(&report)[0].rows.iter().map(|row| written(&row.cells[5]));
    let objects: Vec<String> = objects.map(|cell| cell.replace('\u{a0}', " ")).collect();
    for told in [
        "16 16 / 883 71",
        "16 16 / 883 71, 2019",
        "16 16 / 883 71, 2019 → 2020",
        "16 16 / 883 71 → 16 16 / 633 71, 2021",
    ] {
        assert!(objects.iter().any(|object| object == told), "{told}");
    }
    assert!(objects.iter().all(|object| !object.contains("1616")));
}

#[test]
fn an_extract_of_the_journal_says_what_each_setting_lays_down() {
    let ledger = later();
    let report = extract(&ledger);
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let all = tables(&report)[0].rows.iter().zip(&rows);
    let settings = all.filter(|(_, row)| row.kind == Kind::SettingMade);
    let told: Vec<String> = settings.map(|(line, _)| written(&line.cells[5])).collect();
    assert!(told.len() > 5 && told.iter().all(|line| line.contains(": ")), "{told:?}");
    let rate = "Basiszinssatz (§ 247 BGB), ab 01.07.2016: −0,88";
    assert!(told.iter().any(|line| line.replace('\u{a0}', " ").starts_with(rate)), "{told:?}");
}

#[test]
fn an_extract_of_the_journal_keeps_the_reference_of_a_corrected_entry() {
    let mut journal = super::table::Table::new();
    journal.run(
        "2020-01-02 | Roth | grant G1 2020:600,00       | ok
         2020-02-04 | Lang | draw G1 2020 100,00 as d   | ok
         2020-02-05 | Roth | order d as i               | ok
         2020-02-05 | Roth | reverse i                  | ok",
    );
    let at = Times { as_of: day("2020-12-31"), known: journal.ledger.head().seq };
    let rows = query::journal(&journal.ledger, at).unwrap();
    let frame = query::report_frame(&journal.ledger, at).unwrap();
    let report = foerderbuch::report::journal::journal(&frame, (&rows, &[]), None);
    let found = tables(&report)[0];
    let number = Cell::Text(journal.seq("i").to_string());
    let row = found.rows.iter().find(|row| row.cells[0] == number).unwrap();
    let said = written(&row.cells[8]);
    let of = rows.iter().find(|row| Cell::Text(row.seq.to_string()) == number).unwrap();
    let wanted = format!("{}, berichtigt durch", of.reference.unwrap());
    assert!(said.starts_with(&wanted), "{said}");
}
