//! Report R6: the budget of a fiscal year by title, with blocks, carry-overs and commitment
//! authority.

use std::collections::BTreeMap;

use crate::domain::{Day, FiscalYear, Money, Stage, TitleKey};
use crate::report::part::{
    authority_beside, figures_column, item, plain, report, sum, text, title, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table, part};
use crate::store::view::{AuthorityRow, BudgetData, BudgetRow, RestRow};

/// Report R6 of a fiscal year; authority and remainders of all years, because they bind it.
#[must_use]
pub fn budget(data: &BudgetData) -> Report {
    let heading = |key: &'static str| Phrase::new(key).with("year", Cell::Year(data.year));
    let rows: Vec<&BudgetRow> = data.budget.of_year(data.year).collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Paragraph(heading("budget-report-none")));
    } else {
        for (key, table) in
            [("budget-report-voted", voted(data, &rows)), ("budget-report-used", used(data, &rows))]
        {
            blocks.push(Block::Heading(heading(key)));
            blocks.push(Block::Table(Table { caption: heading(key), ..table }));
        }
        blocks.push(Block::Note(Phrase::new("budget-report-note")));
        blocks.extend(lapse(&rows).map(Block::Note));
        let notes = (1..).zip(OF_YEAR_BEFORE);
        blocks.extend(notes.filter(|(_, note)| occurs(&rows, note)).map(|(number, note)| {
            let before = Cell::Year(FiscalYear(data.year.0 - 1));
            Block::Footnote(number, heading(note.says).with("before", before))
        }));
        if TAKEN.iter().any(|(_, of)| rows.iter().any(|row| !of(row).is_zero())) {
            blocks.push(Block::Note(Phrase::new("report-note-taken")));
        }
    }
    if !data.budget.authority.is_empty() {
        blocks.push(Block::Heading(Phrase::new("budget-report-authority")));
        let as_of = data.frame.times.as_of;
        let late = data.budget.authority.iter().any(|row| !row.to_lapse(as_of).is_zero());
        blocks.push(Block::Table(authority(&data.budget.authority, as_of)));
        blocks.extend(freed(&data.budget.authority).map(Block::Note));
        blocks.push(Block::Note(Phrase::new(if late {
            "budget-report-note-authority-late"
        } else {
            "budget-report-note-authority"
        })));
        blocks.extend(authority_granted(data).into_iter().map(Block::Note));
    }
    if !data.rests.is_empty() {
        blocks.push(Block::Heading(Phrase::new("budget-report-rests")));
        blocks.push(Block::Table(rests(&data.rests)));
        let (open, charged) = (UNDECIDED, CHARGED);
        let any = |of: fn(&RestRow) -> Money| data.rests.iter().any(|row| !of(row).is_zero());
        if any(|row| row.available) {
            blocks.push(Block::Footnote(open, Phrase::new("budget-report-note-undecided")));
        }
        if any(|row| row.charged) {
            blocks.push(Block::Footnote(charged, Phrase::new("budget-report-note-charged")));
        }
        blocks.push(Block::Note(Phrase::new("budget-report-note-rests")));
    }
    report("budget", heading("budget-report-title"), &data.frame, blocks)
}

fn named(data: &BudgetData, key: &TitleKey) -> [Cell; 2] {
    let found = data.budget.titles.iter().find(|row| row.title == *key);
    [text(title(key)), found.map_or(Cell::Nil, |row| text(&row.name))]
}

/// A column of amounts: its head, and what it has of a row.
type Figure = (&'static str, fn(&BudgetRow) -> Money);

/// What stands below zero by its meaning: columns when needed.
const TAKEN: [Figure; 2] =
    [("report-prebound", |row| row.standing.prebound), ("report-short", |row| row.standing.short)];

/// What lapsed, told apart: what a remainder at the charge of the next year replaced stands there,
/// too, and nobody booked it as lapsed.
const LAPSE: [Figure; 2] =
    [("report-replaced", |row| row.replaced), ("report-lapse-booked", BudgetRow::lapse_booked)];

/// What lapsed in all, and of what it is made up; nothing without remainders at the charge of the
/// next year.
fn lapse(rows: &[&BudgetRow]) -> Option<Phrase> {
    let [replaced, booked] = LAPSE.map(|(_, of)| -> Money { rows.iter().map(|row| of(row)).sum() });
    part::lapse_apart(booked, replaced)
}

/// Rows by title and their sum, for figures that add up over titles.
fn table(data: &BudgetData, rows: &[&BudgetRow], figures: &[Figure]) -> Table {
    let mut columns =
        vec![words_column("programme-column-title", 4), words_column("budget-report-name", 8)];
    columns.extend(figures.iter().map(|(head, _)| figures_column(head, 4)));
    let line = |row: &&BudgetRow| {
        let amounts = figures.iter().map(|(_, of)| plain(of(row)));
        item(named(data, &row.title).into_iter().chain(amounts).collect())
    };
    let mut lines: Vec<Row> = rows.iter().map(line).collect();
    let mut total = BudgetRow::default();
    for row in rows {
        total.add(row);
    }
    let amounts = figures.iter().map(|(_, of)| plain(of(&total)));
    lines.push(sum([words("report-sum"), Cell::Empty].into_iter().chain(amounts).collect()));
    Table { caption: Phrase::new("budget-report-voted"), columns, rows: lines }
}

/// A footnote on remainders of the year before: its message, and the column and figure whose cells
/// bear its mark.
struct Note {
    says: &'static str,
    place: usize,
    of: fn(&BudgetRow) -> Money,
}

/// Places are those of the first table.
const OF_YEAR_BEFORE: [Note; 2] = [
    Note {
        says: "budget-report-note-additional",
        place: 6,
        of: |row| row.sums.at(Stage::CarriedIn),
    },
    Note {
        says: "budget-report-note-charged-of",
        place: 8,
        of: |row| row.sums.at(Stage::RestCharged),
    },
];

/// What tells the notes on what is open and on what was charged from the others, until all are
/// numbered.
const UNDECIDED: u8 = 3;
const CHARGED: u8 = 4;

fn occurs(rows: &[&BudgetRow], note: &Note) -> bool {
    rows.iter().any(|row| !(note.of)(row).is_zero())
}

/// Marks the cells that a note concerns; the sum has those of its rows.
fn marked(table: Table, rows: &[&BudgetRow]) -> Table {
    let concerns = |place: usize, note: &Note| match rows.get(place) {
        Some(row) => !(note.of)(row).is_zero(),
        None => occurs(rows, note),
    };
    let mark = |(place, row): (usize, Row)| {
        let notes = (1..).zip(&OF_YEAR_BEFORE).filter(|(_, note)| concerns(place, note));
        notes.fold(row, |row, (number, note)| row.marked(note.place, number))
    };
    Table { rows: table.rows.into_iter().enumerate().map(mark).collect(), ..table }
}

/// What the year has: what was voted, moved and carried into it.
fn means(row: &BudgetRow) -> Money {
    row.appropriation
        + row.supplement
        + row.sums.at(Stage::Exceeded)
        + row.cover()
        + row.sums.at(Stage::CarriedIn)
}

fn voted(data: &BudgetData, rows: &[&BudgetRow]) -> Table {
    let figures: [Figure; 7] = [
        ("budget-col-appropriation", |row| row.appropriation),
        ("budget-col-supplement", |row| row.supplement),
        ("budget-col-exceeded", |row| row.sums.at(Stage::Exceeded)),
        ("budget-col-cover", BudgetRow::cover),
        ("budget-col-carried-in", |row| row.sums.at(Stage::CarriedIn)),
        ("budget-report-means", means),
        ("budget-col-charged", |row| row.sums.at(Stage::RestCharged)),
    ];
    marked(table(data, rows, &figures), rows)
}

/// What is taken without cover, or bound ahead of a vote, stands apart from what other titles have.
fn used(data: &BudgetData, rows: &[&BudgetRow]) -> Table {
    let past = data.year.is_over(data.frame.times.as_of);
    let left = if past { "programme-column-rest-open" } else { "budget-report-left" };
    let [replaced, booked] = LAPSE;
    let mut figures: Vec<Figure> = vec![
        ("budget-report-means", means),
        ("budget-col-actual", |row| row.sums.actual()),
        ("budget-col-open", |row| row.sums.open()),
        ("budget-col-blocked", |row| row.sums.at(Stage::Blocked)),
        ("budget-col-carried-out", |row| row.sums.at(Stage::CarriedOut)),
    ];
    if rows.iter().any(|row| !row.replaced.is_zero()) {
        figures.extend([replaced, booked]);
    } else {
        figures.push(("budget-col-lapsed", |row| row.sums.at(Stage::Lapsed)));
    }
    figures.push((left, |row| row.standing.free));
    figures.extend(TAKEN.iter().filter(|(_, of)| rows.iter().any(|row| !of(row).is_zero())));
    table(data, rows, &figures)
}

/// A column of amounts of authority on a Stichtag: its head, and what it has of a row.
type OfAuthority = (&'static str, fn(&AuthorityRow, Day) -> Money);

/// What became free after its year, and what is still to be booked as lapsed, have columns where
/// there is some.
fn authority_figures(rows: &[AuthorityRow], as_of: Day) -> Vec<OfAuthority> {
    let figures: [OfAuthority; 7] = [
        ("budget-col-ve-voted", |row, _| row.voted),
        ("budget-col-ve-used", |row, _| row.used),
        ("budget-col-blocked", |row, _| row.blocked),
        ("budget-col-ve-freed", |row, _| row.freed),
        ("budget-col-lapsed", |row, _| row.lapse_booked()),
        ("budget-col-ve-to-lapse", AuthorityRow::to_lapse),
        ("budget-col-ve-free", AuthorityRow::usable),
    ];
    let seldom = ["budget-col-ve-freed", "budget-col-ve-to-lapse"];
    let stands = |(head, of): &OfAuthority| {
        !seldom.contains(head) || rows.iter().any(|row| !of(row, as_of).is_zero())
    };
    figures.into_iter().filter(stands).collect()
}

/// What became free after its year, with its amount.
fn freed(rows: &[AuthorityRow]) -> Option<Phrase> {
    let freed: Money = rows.iter().map(|row| row.freed).sum();
    let note = || Phrase::new("budget-report-note-freed").with("amount", plain(freed));
    (!freed.is_zero()).then(note)
}

fn authority(rows: &[AuthorityRow], as_of: Day) -> Table {
    let figures = authority_figures(rows, as_of);
    let amounts = |row: &AuthorityRow| -> Vec<Money> {
        figures.iter().map(|(_, of)| of(row, as_of)).collect()
    };
    let mut total = vec![Money::ZERO; figures.len()];
    let mut lines = Vec::new();
    let mut rows: Vec<&AuthorityRow> = rows.iter().collect();
    rows.sort_by_key(|row| (row.budget_year, row.due_year, &row.title));
    for row in rows {
        let mut cells =
            vec![Cell::Year(row.budget_year), Cell::Year(row.due_year), text(title(&row.title))];
        cells.extend(amounts(row).into_iter().map(plain));
        lines.push(item(cells));
        for (sum, amount) in total.iter_mut().zip(amounts(row)) {
            *sum += amount;
        }
    }
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty];
    cells.extend(total.into_iter().map(plain));
    lines.push(sum(cells));
    let mut columns = vec![
        words_column("budget-col-budget-year", 3),
        words_column("budget-col-due-year", 3),
        words_column("programme-column-title", 4),
    ];
    columns.extend(figures.iter().map(|(head, _)| figures_column(head, 4)));
    Table { caption: Phrase::new("budget-report-authority"), columns, rows: lines }
}

/// Each year for which less is granted than authority is in use, with both amounts.
fn authority_granted(data: &BudgetData) -> Vec<Phrase> {
    let mut used: BTreeMap<FiscalYear, Money> = BTreeMap::new();
    for row in &data.budget.authority {
        *used.entry(row.due_year).or_default() += row.used;
    }
    let granted = |year: FiscalYear| data.from_authority.get(&year).copied().unwrap_or_default();
    used.into_iter()
        .filter_map(|(year, used)| authority_beside(year, used, granted(year)))
        .collect()
}

/// No sum: what is carried from year to year would count in each of them.
fn rests(rows: &[RestRow]) -> Table {
    let line = |row: &RestRow| {
        let mut cells = vec![Cell::Year(row.year), text(title(&row.title))];
        let amounts =
            [row.available, row.blocked, row.bound(), row.carried, row.charged, row.lapse_booked()];
        cells.extend(amounts.map(plain));
        let notes = [(2, UNDECIDED, row.available), (6, CHARGED, row.charged)];
        let notes = notes.into_iter().filter(|(.., amount)| !amount.is_zero());
        notes.fold(item(cells), |line, (place, note, _)| line.marked(place, note))
    };
    Table {
        caption: Phrase::new("budget-report-rests"),
        columns: vec![
            words_column("budget-col-budget-year", 3),
            words_column("programme-column-title", 4),
            figures_column("budget-report-free", 4),
            figures_column("budget-col-blocked", 4),
            figures_column("budget-report-bound", 4),
            figures_column("budget-col-carried-out", 4),
            figures_column("budget-col-charged", 4),
            figures_column("report-lapse-booked", 4),
        ],
        rows: rows.iter().map(line).collect(),
    }
}
