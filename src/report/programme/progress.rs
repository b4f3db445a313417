//! What the money brings about: milestones and indicators.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::domain::recipient::official_name;
use crate::report::part::{item, milestone_plan, milestone_state, note, text, words, words_column};
use crate::report::{Block, Cell, Phrase, Row, Table};
use crate::store::view::{IndicatorRow, MilestoneRow, ProgrammeData, ReadingRow};

/// Milestones and indicators, as far as there are any.
pub fn blocks(data: &ProgrammeData) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !data.milestones.is_empty() {
        blocks.push(Block::Heading(Phrase::new("report-milestones")));
        blocks.push(Block::Table(milestones(data)));
    }
    if !data.indicators.is_empty() {
        blocks.push(Block::Heading(Phrase::new("programme-indicators")));
        blocks.push(Block::Table(indicators(&data.indicators)));
    }
    blocks
}

fn milestones(data: &ProgrammeData) -> Table {
    Table {
        caption: Phrase::new("programme-milestones-caption"),
        columns: vec![
            words_column("milestone", 10),
            words_column("programme-column-owner", 7),
            words_column("milestone-plan", 3),
            words_column("report-state", 5),
        ],
        rows: data.milestones.iter().map(milestone).collect(),
    }
}

fn milestone(row: &MilestoneRow) -> Row {
    item(vec![
        named(Cell::Phrase(note(&row.name)), row.context),
        owner(row),
        milestone_plan(row),
        milestone_state(row),
    ])
}

/// A goal outside this programme says so.
pub fn named(name: Cell, context: bool) -> Cell {
    if context { Cell::Phrase(Phrase::new("programme-outside").with("name", name)) } else { name }
}

/// Whose milestone it is: a recipient's or the programme's.
pub fn owner(row: &MilestoneRow) -> Cell {
    row.recipient_type.map_or_else(
        || words("programme"),
        |recipient_type| text(official_name(recipient_type, &row.recipient_name)),
    )
}

/// Indicators with what they were, are to be, and were last read.
pub fn indicators(rows: &[IndicatorRow]) -> Table {
    Table {
        caption: Phrase::new("programme-indicators"),
        columns: vec![
            words_column("indicator", 10),
            words_column("indicator-baseline", 5),
            words_column("indicator-target", 5),
            words_column("programme-column-reading", 5),
        ],
        rows: rows.iter().map(indicator).collect(),
    }
}

fn indicator(row: &IndicatorRow) -> Row {
    item(vec![
        named(Cell::Phrase(note(&row.name)), row.context),
        Cell::Phrase(note(&row.baseline)),
        Cell::Phrase(note(&row.target)),
        row.readings.last().map_or(Cell::Nil, reading),
    ])
}

/// "1 (September 2020)", "mehr als 700 (2016)".
pub fn reading(row: &ReadingRow) -> Cell {
    let value = decimal(row.value);
    let value = if row.more_than {
        Cell::Phrase(Phrase::new("more-than").with("value", value))
    } else {
        value
    };
    let written = Phrase::new("programme-reading").with("value", value);
    Cell::Phrase(written.with("date", Cell::Date(row.at)))
}

/// A reading with its decimals, whose mark depends on the language.
fn decimal(value: Decimal) -> Cell {
    let exact = value.normalize();
    let whole = match exact.trunc().to_i64() {
        // The sign of a number above minus one is lost with its decimals.
        Some(0) if exact.is_sign_negative() => text("−0"),
        Some(whole) => Cell::Number(whole),
        None => return text(exact.to_string()),
    };
    match exact.to_string().split_once('.') {
        Some((_, fraction)) => Cell::Phrase(
            Phrase::new("report-decimal").with("whole", whole).with("fraction", text(fraction)),
        ),
        None => whole,
    }
}
