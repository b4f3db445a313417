//! Outflow against plan: the lines, and the same at the end of each year and on the Stichtag.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{Day, Money};
use crate::report::chart::{Chart, Lines, Scene};
use crate::report::part::{figures_column, item, plain, words_column};
use crate::report::{Block, Cell, Phrase, Row, Table};
use crate::store::view::ProgrammeData;

/// Lines and table; nothing while there is no appropriation.
pub fn blocks(data: &ProgrammeData) -> Vec<Block> {
    let (outflow, as_of) = (&data.outflow, data.times.as_of);
    let Some(lines) = Lines::outflow(outflow, as_of) else { return Vec::new() };
    let alt = Phrase::new("outflow-chart")
        .with("day", Cell::Day(as_of))
        .with("actual", plain(outflow.actual_until(as_of)))
        .with("planned", plain(outflow.planned_until(as_of)));
    let table = Table {
        caption: Phrase::new("outflow-caption"),
        columns: vec![
            words_column("outflow-until", 4),
            figures_column("outflow-plan", 4),
            figures_column("outflow-actual", 4),
            figures_column("outflow-beside", 4),
            figures_column("outflow-forecast", 4),
        ],
        rows: days(&lines, as_of).into_iter().map(|day| row(data, day)).collect(),
    };
    vec![
        Block::Heading(Phrase::new("outflow-heading")),
        Block::Chart(Chart { alt, scene: Scene::Lines(lines) }),
        Block::Table(table),
        Block::Note(Phrase::new("outflow-note")),
    ]
}

/// The last day of each year, and the Stichtag.
fn days(lines: &Lines, as_of: Day) -> Vec<Day> {
    let ends = lines.years().filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let mut days: Vec<Day> = ends.chain([as_of]).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn row(data: &ProgrammeData, day: Day) -> Row {
    let (outflow, as_of) = (&data.outflow, data.times.as_of);
    let plan = outflow.planned_until(day);
    let actual = (day <= as_of).then(|| outflow.actual_until(day));
    let ahead = outflow.forecast();
    let known = ahead.iter().rfind(|(until, _)| until.year() <= day.year() && *until <= day);
    let expected = known.map(|(_, sum)| *sum).filter(|_| actual.is_none());
    let cell = |amount: Option<Money>| amount.map_or(Cell::Nil, plain);
    item(vec![
        Cell::Day(day),
        plain(plan),
        cell(actual),
        cell(actual.map(|actual| actual - plan)),
        cell(expected),
    ])
}
