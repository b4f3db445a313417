//! The table that parliament asks for: one row per title, a sum per title group.

use std::collections::BTreeMap;

use super::{left_rows, then};
use crate::domain::{FiscalYear, Money, Stage, TitleKey};
use crate::report::part::{
    GRANTED, authority_beside, chapter_written, figures_column, item, money, percent, plain, sum,
    text, title, title_parts, words, words_column,
};
use crate::report::{Block, Cell, Column, Phrase, PostingFilter, Row, Table};
use crate::store::view::{ProgrammeData, Sums, TitleRow, TitleYear};

/// Heading, table and what its columns mean.
pub fn blocks(data: &ProgrammeData, year: FiscalYear) -> Vec<Block> {
    let heading = |key: &'static str| Phrase::new(key).with("year", Cell::Year(year));
    if data.titles.is_empty() {
        let none = heading("budget-report-none");
        return vec![Block::Heading(heading("programme-titles")), Block::Paragraph(none)];
    }
    let notes = notes(data, year);
    let mut rows = rows(data, year, &notes);
    if let [Note { of: None, .. }, ..] = notes.as_slice() {
        rows = rows.into_iter().map(|row| row.marked(REST, 1)).collect();
    }
    let table = Table { caption: heading("programme-titles"), columns: columns(), rows };
    let mut blocks = vec![Block::Heading(heading("programme-titles")), Block::Table(table)];
    blocks.extend((1..).zip(notes).map(|(number, note)| Block::Footnote(number, note.says)));
    blocks.extend(rests(data).into_iter().map(Block::Note));
    blocks.extend(guideline(data).map(Block::Note));
    blocks.push(Block::Note(Phrase::new("programme-note-columns")));
    blocks
}

/// The column of what was voted, of remainders charged to it, of what is granted from authority,
/// and of all that is granted.
const VOTED: usize = 2;
const REST: usize = 3;
const FROM_AUTHORITY: usize = 5;
const GRANTED_OF_YEAR: usize = 6;
/// The column of what flowed out.
const OUTFLOW: usize = 8;

/// A column, and the figure of it that is not nothing where a mark stands.
type Marked = (usize, fn(&TitleYear) -> Money);

/// A footnote of the table: what it says, and the column and figure whose cells bear its mark where
/// the figure is not nothing.
struct Note {
    says: Phrase,
    of: Option<Marked>,
}

/// What became of remainders of the year before and of authority in use, each at the cells that it
/// concerns.
fn notes(data: &ProgrammeData, year: FiscalYear) -> Vec<Note> {
    let own = || data.title_years.iter().filter(|((_, other), _)| *other == year);
    let before = Cell::Year(FiscalYear(year.0 - 1));
    let additional: fn(&TitleYear) -> Money = |found| found.sums.at(Stage::CarriedIn);
    let charged: fn(&TitleYear) -> Money = |found| found.sums.at(Stage::RestCharged);
    let carried: fn(&TitleYear) -> Money = |found| found.carried;
    let mut notes = Vec::new();
    for (key, place, of) in [
        ("programme-note-additional", VOTED, additional),
        ("programme-note-charged", REST, charged),
        ("programme-note-carried", GRANTED_OF_YEAR, carried),
    ] {
        let amount: Money = own().map(|(_, found)| of(found)).sum();
        if !amount.is_zero() {
            let says = Phrase::new(key).with("before", before.clone());
            let says = says.with("year", Cell::Year(year)).with("amount", plain(amount));
            notes.push(Note { says, of: Some((place, of)) });
        }
    }
    let used: Money = own().map(|(_, found)| found.authority_used).sum();
    let granted: Money = own().map(|(_, found)| found.from_authority).sum();
    if let Some(says) = authority_beside(year, used, granted) {
        let gone: fn(&TitleYear) -> Money = |found| found.authority_used - found.from_authority;
        notes.push(Note { says, of: Some((FROM_AUTHORITY, gone)) });
    }
    let formed = |found: &TitleYear| !additional(found).is_zero() || !charged(found).is_zero();
    if !data.title_years.values().any(formed) {
        // The zero of each title is the one that nobody formed a remainder for.
        notes.insert(0, Note { says: Phrase::new("programme-note-no-rest"), of: None });
    }
    let above = above(own().map(|(_, found)| found), year);
    let marked: Marked = (OUTFLOW, TitleYear::above);
    notes.extend(above.map(|says| Note { says, of: Some(marked) }));
    notes
}

/// Why more flowed out of titles than is granted, with every part of the difference: what was
/// claimed back, or came back too late and was granted again, is no longer granted and stays in the
/// outflow. Nothing where no title is such a one.
fn above<'a>(found: impl Iterator<Item = &'a TitleYear>, year: FiscalYear) -> Option<Phrase> {
    let mut parts = [Money::ZERO; 4];
    for title in found.filter(|title| !title.above().is_zero()) {
        let (above, open) = (title.above(), title.sums.open());
        let own = [above, title.restored, above + open - title.restored, open];
        for (sum, part) in parts.iter_mut().zip(own) {
            *sum += part;
        }
    }
    let [whole, parts @ ..] = parts;
    let keys = [
        "programme-note-above-restored",
        "programme-note-above-claimed",
        "programme-note-above-open",
    ];
    let first = Phrase::new("programme-note-above").with("year", Cell::Year(year));
    let first = first.with("amount", plain(whole));
    let parts = keys.into_iter().zip(parts).filter(|(_, amount)| !amount.is_zero());
    let said = parts.map(|(key, amount)| Phrase::new(key).with("amount", plain(amount)));
    let said = said.chain([Phrase::new("programme-note-above-why")]).fold(first, then);
    (!whole.is_zero()).then_some(said)
}

/// The row with the marks of the notes that concern it.
fn marked(row: Row, found: &TitleYear, notes: &[Note]) -> Row {
    (1..).zip(notes).fold(row, |row, (number, note)| match note.of {
        Some((place, of)) if !of(found).is_zero() => row.marked(place, number),
        _ => row,
    })
}

/// What is still open of years before.
fn rests(data: &ProgrammeData) -> Vec<Phrase> {
    let mut notes = Vec::new();
    for (year, amount) in left_rows(data, true) {
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

fn rows(data: &ProgrammeData, year: FiscalYear, notes: &[Note]) -> Vec<Row> {
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
            let name = named(data, row);
            let mut cells = vec![text(title(&row.title)), Cell::Phrase(name)];
            cells.extend(amounts(&found, &everywhere.clone().of_title(&row.title)));
            rows.push(marked(item(cells), &found, notes));
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
            rows.push(marked(sum(cells), &total, notes));
        }
    }
    if several {
        let mut cells = vec![words("report-sum"), Cell::Empty];
        cells.extend(amounts(&all, &everywhere));
        rows.push(marked(sum(cells), &all, notes));
    }
    rows
}

/// Name of a title and the guideline, with the day of its publication where that is recorded.
fn named(data: &ProgrammeData, row: &TitleRow) -> Phrase {
    let published = data.published.as_ref();
    let key = published.map_or("programme-title-name", |_| "programme-title-name-published");
    let name = Phrase::new(key)
        .with("name", text(&row.name))
        .with("guideline", text(&data.programme.guideline));
    published.into_iter().fold(name, |name, (day, _)| name.with("day", Cell::Day(*day)))
}

/// Where the guideline can be read.
fn guideline(data: &ProgrammeData) -> Option<Phrase> {
    let (day, published_in) = data.published.as_ref()?;
    let note = Phrase::new("programme-note-guideline");
    Some(
        note.with("guideline", text(&data.programme.guideline))
            .with("day", Cell::Day(*day))
            .with("in", text(published_in)),
    )
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
    total.authority_used += part.authority_used;
    total.carried += part.carried;
    total.restored += part.restored;
    total.replaced += part.replaced;
}

/// The ten columns of figures.
fn amounts(found: &TitleYear, filter: &PostingFilter) -> [Cell; 10] {
    let sums: &Sums = &found.sums;
    let at = |stages: &[Stage], amount: Money| {
        money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
    };
    let voted = sums.at(Stage::Appropriated);
    let granted = found.granted();
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
