//! The table that parliament asks for: one row per title, a sum per title group.

use std::collections::BTreeMap;

use super::left_rows;
use crate::domain::{FiscalYear, Money, Stage, TitleKey};
use crate::report::part::{
    GRANTED, chapter_written, figures_column, item, money, percent, source, sum, text, title,
    title_parts, words, words_column,
};
use crate::report::{Block, Cell, Column, Phrase, PostingFilter, Table};
use crate::store::view::{ProgrammeData, Sums, TitleRow, TitleYear};

/// Heading, table and what its columns mean.
pub fn blocks(data: &ProgrammeData, year: FiscalYear) -> Vec<Block> {
    let heading = |key: &'static str| Phrase::new(key).with("year", Cell::Year(year));
    let table =
        Table { caption: heading("programme-titles"), columns: columns(), rows: rows(data, year) };
    let mut blocks = vec![Block::Heading(heading("programme-titles")), Block::Table(table)];
    blocks.extend(rests(data, year).into_iter().map(Block::Note));
    blocks.push(Block::Note(Phrase::new("programme-note-columns")));
    blocks.push(Block::Note(source(data.times)));
    blocks
}

/// What became of remainders: those of the year, and what is still open of years before.
fn rests(data: &ProgrammeData, year: FiscalYear) -> Vec<Phrase> {
    let mut notes = Vec::new();
    let own = || data.title_years.iter().filter(|((_, other), _)| *other == year);
    let sum = |stage: Stage| -> Money { own().map(|(_, found)| found.sums.at(stage)).sum() };
    let before = Cell::Year(FiscalYear(year.0 - 1));
    let mut say = |key: &'static str, amount: Cell| {
        let note = Phrase::new(key).with("before", before.clone());
        notes.push(note.with("year", Cell::Year(year)).with("amount", amount));
    };
    let at = |stage| PostingFilter::at(&[stage]).in_year(year);
    for (key, stage) in [
        ("programme-note-additional", Stage::CarriedIn),
        ("programme-note-charged", Stage::RestCharged),
    ] {
        if !sum(stage).is_zero() {
            say(key, money(sum(stage), at(stage)));
        }
    }
    let carried: Money = own().map(|(_, found)| found.carried).sum();
    if !carried.is_zero() {
        say("programme-note-carried", Cell::Money(carried, None));
    }
    let formed = |found: &TitleYear| {
        let formed = [Stage::CarriedIn, Stage::RestCharged];
        formed.iter().any(|stage| !found.sums.at(*stage).is_zero())
    };
    let open = left_rows(data, true);
    if !data.title_years.values().any(formed) {
        notes.push(Phrase::new("programme-note-no-rest"));
    }
    for (year, amount) in open {
        let filter = PostingFilter::at(&[Stage::Available]).in_year(year);
        let rest = Phrase::new("programme-note-rest").with("year", Cell::Year(year));
        notes.push(rest.with("amount", money(amount, filter)));
    }
    for row in &data.years.rows {
        let Some(year) = super::year_of(row) else { continue };
        let bound = row.sums.open();
        if year.is_over(data.times.as_of) && !bound.is_zero() {
            let filter = PostingFilter::at(&Stage::OPEN).in_year(year);
            let note = Phrase::new("programme-note-bound").with("year", Cell::Year(year));
            notes.push(note.with("amount", money(bound, filter)));
        }
    }
    notes
}

fn columns() -> Vec<Column> {
    vec![
        words_column("programme-column-title", 3),
        words_column("programme-column-name", 6),
        figures_column("programme-column-appropriated", 4),
        figures_column("programme-column-rest", 4),
        figures_column("programme-column-new", 4),
        figures_column("programme-column-authority", 4),
        figures_column("programme-column-granted", 4),
        figures_column("programme-column-granted-share", 3),
        figures_column("programme-column-outflow", 4),
        figures_column("programme-column-outflow-share", 3),
        figures_column("programme-column-blocked", 3),
        figures_column("programme-column-blocked-share", 3),
    ]
}

/// Chapter and title group; a key of another shape is a group of its own.
type Group<'a> = (&'a str, &'a str);

fn group(title: &TitleKey) -> Group<'_> {
    title_parts(title).map_or((title.as_str(), ""), |(chapter, item)| (chapter, &item[3..]))
}

fn rows(data: &ProgrammeData, year: FiscalYear) -> Vec<crate::report::Row> {
    let mut groups: BTreeMap<Group<'_>, Vec<&TitleRow>> = BTreeMap::new();
    for title in &data.titles {
        groups.entry(group(&title.title)).or_default().push(title);
    }
    let of = |title: &TitleRow| {
        data.title_years.get(&(title.title.clone(), year)).cloned().unwrap_or_default()
    };
    let everywhere = PostingFilter::default().in_year(year);
    let several = groups.len() > 1;
    let mut rows = Vec::new();
    let mut all = TitleYear::default();
    for ((chapter, number), titles) in groups {
        let mut total = TitleYear::default();
        for row in &titles {
            let found = of(row);
            let name = Phrase::new("programme-title-name")
                .with("name", text(&row.name))
                .with("guideline", text(&data.programme.guideline));
            let mut cells = vec![text(title(&row.title)), Cell::Phrase(name)];
            cells.extend(amounts(&found, &everywhere.clone().of_title(&row.title)));
            rows.push(item(cells));
            add(&mut total, &found);
        }
        add(&mut all, &total);
        if titles.len() > 1 {
            let key = Phrase::new("programme-group")
                .with("chapter", text(chapter_written(chapter)))
                .with("group", text(number));
            let mut cells = vec![Cell::Phrase(key), words("programme-group-sum")];
            // A filter names one title or all: the sum of a group opens only as the whole.
            cells.extend(amounts(&total, &everywhere).map(|cell| only_if(!several, cell)));
            rows.push(sum(cells));
        }
    }
    if several {
        let mut cells = vec![words("report-sum"), Cell::Empty];
        cells.extend(amounts(&all, &everywhere));
        rows.push(sum(cells));
    }
    rows
}

/// The cell, without its filter when that would open other bookings too.
fn only_if(whole: bool, cell: Cell) -> Cell {
    match cell {
        Cell::Money(amount, Some(_)) if !whole => Cell::Money(amount, None),
        other => other,
    }
}

fn add(total: &mut TitleYear, part: &TitleYear) {
    total.sums.add(&part.sums);
    total.new += part.new;
    total.from_authority += part.from_authority;
    total.carried += part.carried;
}

/// The ten columns of figures.
fn amounts(found: &TitleYear, filter: &PostingFilter) -> [Cell; 10] {
    let sums: &Sums = &found.sums;
    let at = |stages: &[Stage], amount: Money| {
        money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
    };
    let voted = sums.at(Stage::Appropriated);
    let granted = found.new + found.from_authority + found.carried;
    let (outflow, blocked) = (sums.actual(), sums.at(Stage::Blocked));
    [
        at(&[Stage::Appropriated], voted),
        at(&[Stage::RestCharged], sums.at(Stage::RestCharged)),
        Cell::Money(found.new, None),
        Cell::Money(found.from_authority, None),
        at(&GRANTED, granted),
        percent(granted, voted),
        at(&Stage::ACTUAL, outflow),
        percent(outflow, voted),
        at(&[Stage::Blocked], blocked),
        percent(blocked, voted),
    ]
}
