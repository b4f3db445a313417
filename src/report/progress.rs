//! Report R4: milestones and indicators, what was planned and what is reached.

use chrono::Datelike as _;

use crate::domain::{Day, FiscalYear, ImpreciseDate};
use crate::report::part::{
    count, figures_column, item, list, milestone_plan, note, of_year, report, sentences, text,
    words, words_column,
};
use crate::report::programme::progress::{indicators, named, owner, reading};
use crate::report::{Block, Bound, Cell, Phrase, Report, Row, Table};
use crate::store::view::{IndicatorRow, MilestoneRow, MilestoneState, ProgrammeData, ReportFrame};

const STATES: [(MilestoneState, &str); 6] = [
    (MilestoneState::Reached, "milestone-reached"),
    (MilestoneState::Planned, "milestone-planned"),
    (MilestoneState::Unplanned, "milestone-unplanned"),
    (MilestoneState::Delayed, "milestone-delayed"),
    (MilestoneState::Late, "milestone-late"),
    (MilestoneState::Undated, "milestone-undated"),
];

/// Report R4; with a year only the milestones whose plan, forecast or achievement lies in it.
#[must_use]
pub fn progress(data: &ProgrammeData, year: Option<FiscalYear>) -> Report {
    let frame =
        ReportFrame { programme: data.programme.clone(), times: data.times, head: data.head };
    let rows: Vec<&MilestoneRow> =
        data.milestones.iter().filter(|row| year.is_none_or(|year| lies_in(row, year))).collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("progress-none")));
    } else {
        blocks.push(Block::Figures(figures(&rows)));
        blocks.push(Block::Heading(Phrase::new("report-milestones")));
        blocks.push(Block::Table(milestones(&rows)));
        let forecast = rows.iter().any(|row| row.forecast.is_some());
        let keys = ["progress-note"].into_iter();
        blocks.extend(
            sentences(keys.chain(forecast.then_some("progress-note-forecast"))).map(Block::Note),
        );
    }
    if !data.indicators.is_empty() {
        blocks.push(Block::Heading(Phrase::new("programme-indicators")));
        blocks.push(Block::Table(with_amounts(&data.indicators)));
        if data.indicators.iter().any(|row| row.per_unit.is_some()) {
            blocks.extend(basis_of_amounts(&data.indicators, frame.times.as_of));
        }
    }
    report("milestones", of_year("progress-title", "progress-title-year", year), &frame, blocks)
}

fn lies_in(row: &MilestoneRow, year: FiscalYear) -> bool {
    let dates: [Option<ImpreciseDate>; 3] = [row.plan, row.forecast, row.actual];
    // A date that is known only roughly lies in each year that may be meant.
    let meant = |date: &ImpreciseDate| date.from.year()..=date.last_day().year();
    dates.iter().flatten().any(|date| meant(date).contains(&year.0))
}

/// How many milestones there are of each state that occurs.
fn figures(rows: &[&MilestoneRow]) -> Vec<(Phrase, Cell)> {
    let of = |state: MilestoneState| rows.iter().filter(|row| row.state == state).count();
    STATES
        .into_iter()
        .filter(|(state, _)| of(*state) > 0)
        .map(|(state, key)| (Phrase::new(key), count(of(state))))
        .collect()
}

/// Columns that no milestone has anything for are left out.
fn milestones(rows: &[&MilestoneRow]) -> Table {
    let granted = rows.iter().any(|row| row.grant.is_some());
    let expected = rows.iter().any(|row| row.forecast.is_some());
    let mut columns =
        vec![words_column("milestone", 11), words_column("programme-column-owner", 7)];
    columns.extend(granted.then(|| words_column("reports-column-grant", 4)));
    columns.push(words_column("milestone-plan", 4));
    columns.extend(expected.then(|| words_column("milestone-forecast", 4)));
    columns.push(words_column("progress-column-reached", 4));
    columns.push(words_column("report-state", 3));
    Table {
        caption: Phrase::new("programme-milestones-caption"),
        columns,
        rows: rows.iter().map(|row| milestone(row, (granted, expected))).collect(),
    }
}

fn milestone(row: &MilestoneRow, (granted, expected): (bool, bool)) -> Row {
    let date = |date: Option<ImpreciseDate>| date.map_or(Cell::Nil, Cell::Date);
    let grant = row.grant.as_ref().map_or(Cell::Nil, |grant| text(grant.as_str()));
    let state = STATES.into_iter().find(|(state, _)| *state == row.state);
    let mut cells = vec![named(Cell::Phrase(note(&row.name)), row.context), owner(row)];
    cells.extend(granted.then_some(grant));
    cells.push(milestone_plan(row));
    cells.extend(expected.then(|| date(row.forecast)));
    cells.push(date(row.actual));
    cells.push(state.map_or(Cell::Nil, |(_, key)| words(key)));
    item(cells)
}

/// The indicators, with the money paid per unit where it is known what the money is for.
fn with_amounts(rows: &[IndicatorRow]) -> Table {
    let mut table = indicators(rows);
    if rows.iter().any(|row| row.per_unit.is_some()) {
        table.columns.push(figures_column("progress-column-per-unit", 4));
        for (line, row) in table.rows.iter_mut().zip(rows) {
            line.cells.push(per_unit(row));
        }
    }
    table
}

/// *Ist je Einheit*; when more was counted than the reading says, it is so much at most.
fn per_unit(row: &IndicatorRow) -> Cell {
    let bound = match row.readings.last() {
        Some(last) if last.more_than => Bound::AtMost,
        _ => Bound::Exact,
    };
    row.per_unit.map_or(Cell::Nil, |amount| Cell::Rate(amount, bound))
}

/// What the amounts are divided from and by, and why some have none.
fn basis_of_amounts(rows: &[IndicatorRow], as_of: Day) -> Vec<Block> {
    let basis = |row: &IndicatorRow| {
        let (_, last) = (row.per_unit?, row.readings.last()?);
        let grants = list(row.money_of.iter().map(|grant| text(grant.as_str())).collect())?;
        let unit =
            row.unit.as_ref().map_or_else(|| words("case-a-unit"), |unit| Cell::Phrase(note(unit)));
        let basis = Phrase::new("progress-per-unit-basis")
            .with("name", Cell::Phrase(note(&row.name)))
            .with("unit", unit)
            .with("grants", grants)
            .with("day", Cell::Day(as_of))
            .with("value", reading(last));
        Some(Block::Note(basis))
    };
    let at_most = rows.iter().any(|row| matches!(per_unit(row), Cell::Rate(_, Bound::AtMost)));
    let without = rows.iter().any(|row| row.per_unit.is_none());
    let keys = ["progress-note-per-unit"].into_iter();
    let keys = keys.chain(at_most.then_some("progress-note-at-most"));
    let about = sentences(keys.chain(without.then_some("progress-note-without")));
    rows.iter().filter_map(basis).chain(about.map(Block::Note)).collect()
}
