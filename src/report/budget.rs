//! Report R6: the budget of a fiscal year by title, with blocks, carry-overs and commitment
//! authority.

use crate::domain::{Money, Stage, TitleKey};
use crate::report::part::{
    figures_column, item, plain, report, some, sum, text, title, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
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
    }
    if !data.budget.authority.is_empty() {
        blocks.push(Block::Heading(Phrase::new("budget-report-authority")));
        blocks.push(Block::Table(authority(&data.budget.authority)));
        blocks.push(Block::Note(Phrase::new("budget-report-note-authority")));
    }
    if !data.rests.is_empty() {
        blocks.push(Block::Heading(Phrase::new("budget-report-rests")));
        blocks.push(Block::Table(rests(&data.rests)));
        blocks.push(Block::Note(Phrase::new("budget-report-note-rests")));
    }
    report("budget", heading("budget-report-title"), &data.frame, blocks)
}

fn named(data: &BudgetData, key: &TitleKey) -> [Cell; 2] {
    let found = data.budget.titles.iter().find(|row| row.title == *key);
    [text(title(key)), found.map_or(Cell::Nil, |row| text(&row.name))]
}

/// Rows by title and their sum, for figures that add up over titles.
fn table<const N: usize>(
    data: &BudgetData,
    rows: &[&BudgetRow],
    heads: [&'static str; N],
    figures: fn(&BudgetRow) -> [Money; N],
) -> Table {
    let mut columns =
        vec![words_column("programme-column-title", 4), words_column("budget-report-name", 8)];
    columns.extend(heads.map(|head| figures_column(head, 4)));
    let line = |row: &&BudgetRow| {
        let cells = named(data, &row.title).into_iter().chain(figures(row).map(some));
        item(cells.collect())
    };
    let mut lines: Vec<Row> = rows.iter().map(line).collect();
    let mut total = BudgetRow::default();
    for row in rows {
        total.add(row);
    }
    let cells = [words("report-sum"), Cell::Empty].into_iter().chain(figures(&total).map(plain));
    lines.push(sum(cells.collect()));
    Table { caption: Phrase::new("budget-report-voted"), columns, rows: lines }
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
    let heads = [
        "budget-col-appropriation",
        "budget-col-supplement",
        "budget-col-exceeded",
        "budget-col-cover",
        "budget-col-carried-in",
        "budget-report-means",
        "budget-col-charged",
    ];
    table(data, rows, heads, |row| {
        [
            row.appropriation,
            row.supplement,
            row.sums.at(Stage::Exceeded),
            row.cover(),
            row.sums.at(Stage::CarriedIn),
            means(row),
            row.sums.at(Stage::RestCharged),
        ]
    })
}

fn used(data: &BudgetData, rows: &[&BudgetRow]) -> Table {
    let heads = [
        "budget-report-means",
        "budget-col-actual",
        "budget-col-open",
        "budget-col-blocked",
        "budget-col-carried-out",
        "budget-col-lapsed",
        "budget-report-left",
    ];
    table(data, rows, heads, |row| {
        [
            means(row),
            row.sums.actual(),
            row.sums.open(),
            row.sums.at(Stage::Blocked),
            row.sums.at(Stage::CarriedOut),
            row.sums.at(Stage::Lapsed),
            row.sums.at(Stage::Available),
        ]
    })
}

fn authority(rows: &[AuthorityRow]) -> Table {
    let amounts = |row: &AuthorityRow| [row.voted, row.used, row.blocked, row.lapsed, row.free];
    let mut total = [Money::ZERO; 5];
    let mut lines = Vec::new();
    let mut rows: Vec<&AuthorityRow> = rows.iter().collect();
    rows.sort_by_key(|row| (row.budget_year, row.due_year, &row.title));
    for row in rows {
        let mut cells =
            vec![Cell::Year(row.budget_year), Cell::Year(row.due_year), text(title(&row.title))];
        cells.extend(amounts(row).map(some));
        lines.push(item(cells));
        for (sum, amount) in total.iter_mut().zip(amounts(row)) {
            *sum += amount;
        }
    }
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty];
    cells.extend(total.map(plain));
    lines.push(sum(cells));
    Table {
        caption: Phrase::new("budget-report-authority"),
        columns: vec![
            words_column("budget-col-budget-year", 3),
            words_column("budget-col-due-year", 3),
            words_column("programme-column-title", 4),
            figures_column("budget-col-ve-voted", 4),
            figures_column("budget-col-ve-used", 4),
            figures_column("budget-col-blocked", 4),
            figures_column("budget-col-lapsed", 4),
            figures_column("budget-col-ve-free", 4),
        ],
        rows: lines,
    }
}

/// No sum: what is carried from year to year would count in each of them.
fn rests(rows: &[RestRow]) -> Table {
    let line = |row: &RestRow| {
        let mut cells = vec![Cell::Year(row.year), text(title(&row.title))];
        let amounts =
            [row.available, row.blocked, row.bound(), row.carried, row.charged, row.lapsed];
        cells.extend(amounts.map(some));
        item(cells)
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
            figures_column("budget-col-lapsed", 4),
        ],
        rows: rows.iter().map(line).collect(),
    }
}
