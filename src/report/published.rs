//! The register of published figures: what issued papers said, and what the same figure is now.

use crate::domain::body::PaperLanguage;
use crate::domain::{Day, Seq};
use crate::report::part::{
    count, figures_column, item, number, percentage_points_apart, quoted, report, words,
    words_column,
};
use crate::report::{Block, Cell, Column, Phrase, Report, Row, Table};
use crate::store::view::ReportFrame;

/// An issued paper with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedPaper {
    /// Entry by which it was issued.
    pub number: Seq,
    /// Day of issue.
    pub issued_on: Day,
    /// Title as printed, and the recipient whose paper it is.
    pub title: String,
    /// Language of the paper, in which its words are told.
    pub language: PaperLanguage,
    /// Entry that corrected the issue: the paper must not count any more.
    pub corrected_by: Option<Seq>,
    /// *Stichtag* of the paper.
    pub as_of: Day,
    /// *Datenstand* of the paper.
    pub known: Seq,
    /// Its figures in the order of the paper, key figures and sums before the cells of its rows;
    /// `None` when the ledger does not keep what would tell them.
    pub figures: Option<Vec<PublishedFigure>>,
    /// Tables that it had and would not have now, or would have only now.
    pub lone: Vec<LoneTable>,
}

/// A table that a paper has only as published or only as made now: nothing in it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoneTable {
    /// Its caption in the words of the paper.
    pub caption: String,
    /// How many figures it has.
    pub figures: usize,
    /// True when the paper would have it only now.
    pub is_new: bool,
}

/// A key figure, a sum, or a figure in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFigure {
    /// What it is, in the words of the paper.
    pub name: String,
    /// True for key figures and sums, which are listed whether they changed or not.
    pub main: bool,
    /// As published.
    pub then: Cell,
    /// The same figure at the same Stichtag as it is known now; nil when the paper would not have
    /// it any more.
    pub now: Cell,
}

impl PublishedFigure {
    fn is_in_thousands(&self) -> bool {
        [&self.then, &self.now].iter().any(|cell| matches!(cell, Cell::Thousands(..)))
    }

    fn is_exact(&self) -> bool {
        [&self.then, &self.now].iter().any(|cell| matches!(cell, Cell::Money(..)))
    }

    /// True when the paper has the figure as published and as made now.
    fn compared(&self) -> bool {
        self.then != Cell::Nil && self.now != Cell::Nil
    }

    fn changed(&self) -> bool {
        self.compared() && self.then != self.now
    }

    /// True for what changed and for what one of both papers lacks: a zero that is missing is the
    /// same as before.
    fn differs(&self) -> bool {
        let is_nothing = |cell: &Cell| *cell == Cell::Nil || is_zero(cell);
        self.then != self.now && !(is_nothing(&self.then) && is_nothing(&self.now))
    }

    /// What it changed by, for figures of one kind.
    fn change(&self) -> Cell {
        match (&self.then, &self.now) {
            (Cell::Money(then, _), Cell::Money(now, _)) => Cell::Money(*now - *then, None),
            (Cell::Thousands(then, was), Cell::Thousands(now, is)) => {
                Cell::Thousands(now - then, *is - *was)
            }
            (Cell::Number(then), Cell::Number(now)) => Cell::Number(now - then),
            (Cell::Percent(then), Cell::Percent(now)) => Cell::Percent(*now - *then),
            _ => Cell::Nil,
        }
    }
}

fn is_zero(cell: &Cell) -> bool {
    match cell {
        Cell::Money(amount, _) => amount.is_zero(),
        Cell::Thousands(number, _) | Cell::Number(number) => *number == 0,
        Cell::Percent(share) => share.is_zero(),
        _ => false,
    }
}

/// Every issued paper, and for each its figures then and now.
#[must_use]
pub fn published(frame: &ReportFrame, papers: &[PublishedPaper]) -> Report {
    let mut blocks = Vec::new();
    if papers.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("published-none")));
    } else {
        blocks.push(Block::Table(overview(papers)));
    }
    let known = || papers.iter().filter_map(|paper| Some((paper, paper.figures.as_deref()?)));
    // What is another figure now is what a register is opened for: it comes first.
    let changed: Vec<Block> = known().flat_map(|(paper, all)| of_changed(paper, all)).collect();
    let any = |of: fn(&PublishedFigure) -> bool| known().flat_map(|(_, all)| all).any(of);
    if any(PublishedFigure::compared) && !any(PublishedFigure::differs) {
        blocks.push(Block::Paragraph(Phrase::new("published-all-same")));
    }
    blocks.extend(changed);
    blocks.extend(known().flat_map(|(paper, figures)| of_same(paper, figures)));
    blocks.push(Block::Note(Phrase::new("published-note")));
    // Unit and Stichtag are each paper's own: the head names neither.
    let mut report = report("published", Phrase::new("published-title"), frame, blocks);
    report.subtitle.key = "published-subtitle";
    report
}

/// Every figure of a paper that is another one now, each with what it changed by, and which tables
/// are compared with none.
fn of_changed(paper: &PublishedPaper, figures: &[PublishedFigure]) -> Vec<Block> {
    let changed = figures.iter().filter(|one| one.differs());
    let rows: Vec<Row> = changed.map(|one| figure(one, paper.language)).collect();
    let columns = vec![
        words_column("difference-column-figure", 9),
        figures_column("published-column-then", 4),
        figures_column("published-column-now", 4),
        figures_column("difference-column-change", 5),
    ];
    let mut blocks = section(heading(paper, figures), columns, rows);
    if blocks.is_empty() && !paper.lone.is_empty() {
        blocks.push(Block::Heading(heading(paper, figures)));
    }
    let lone = |table: &LoneTable| {
        let key = if table.is_new { "published-table-new" } else { "published-table-gone" };
        let caption = Cell::Phrase(quoted(paper.language, &table.caption));
        Phrase::new(key).with("table", caption).with("count", count(table.figures))
    };
    blocks.extend(paper.lone.iter().map(lone).map(Block::Paragraph));
    blocks
}

/// Key figures and sums of a paper that are the same now, each once.
fn of_same(paper: &PublishedPaper, figures: &[PublishedFigure]) -> Vec<Block> {
    let same = figures.iter().filter(|one| is_same(one));
    let row = |one: &PublishedFigure| {
        item(vec![Cell::Phrase(quoted(paper.language, &one.name)), one.then.clone()])
    };
    let columns = vec![
        words_column("difference-column-figure", 14),
        figures_column("published-column-same", 4),
    ];
    section(same_heading(paper, figures), columns, same.map(row).collect())
}

/// A key figure or sum that is the same now.
fn is_same(one: &PublishedFigure) -> bool {
    one.main && one.compared() && !one.changed()
}

/// A table below its heading; nothing without rows.
fn section(heading: Phrase, columns: Vec<Column>, rows: Vec<Row>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table { caption: heading.clone(), columns, rows };
    vec![Block::Heading(heading), Block::Table(table)]
}

fn heading(paper: &PublishedPaper, figures: &[PublishedFigure]) -> Phrase {
    let thousand = figures.iter().any(PublishedFigure::is_in_thousands);
    let exact = figures.iter().any(PublishedFigure::is_exact);
    let key = match (thousand, exact) {
        (true, true) => "published-paper-thousand-figures",
        (true, false) => "published-paper-thousand",
        (false, _) => "published-paper",
    };
    Phrase::new(key)
        .with("number", number(paper.number))
        .with("title", title(paper))
        .with("day", Cell::Day(paper.as_of))
        .with("known", number(paper.known))
}

fn same_heading(paper: &PublishedPaper, figures: &[PublishedFigure]) -> Phrase {
    let whole = Cell::Phrase(heading(paper, figures));
    Phrase::new("published-paper-same").with("paper", whole).with("number", number(paper.number))
}

/// Where the overview leads to: what changed in a paper, else what is the same.
fn led_to(paper: &PublishedPaper) -> Option<Phrase> {
    let figures = paper.figures.as_deref()?;
    if !paper.lone.is_empty() || figures.iter().any(PublishedFigure::differs) {
        return Some(heading(paper, figures));
    }
    figures.iter().any(is_same).then(|| same_heading(paper, figures))
}

/// Title of a paper; of one whose issue was corrected with the correction.
fn title(paper: &PublishedPaper) -> Cell {
    let own = Cell::Phrase(quoted(paper.language, &paper.title));
    let Some(correction) = paper.corrected_by else { return own };
    let phrase = Phrase::new("published-corrected").with("title", own);
    Cell::Phrase(phrase.with("number", number(correction)))
}

fn overview(papers: &[PublishedPaper]) -> Table {
    let row = |paper: &PublishedPaper| {
        let counted = |of: fn(&PublishedFigure) -> bool| {
            let figures = paper.figures.as_ref();
            figures.map_or(Cell::Nil, |all| count(all.iter().filter(|one| of(one)).count()))
        };
        let row = item(vec![
            number(paper.number),
            Cell::Day(paper.issued_on),
            title(paper),
            Cell::Day(paper.as_of),
            number(paper.known),
            counted(PublishedFigure::compared),
            counted(PublishedFigure::changed),
        ]);
        Row { leads_to: led_to(paper).map(|heading| (2, heading)), ..row }
    };
    Table {
        caption: Phrase::new("published-title"),
        columns: vec![
            words_column("journal-column-number", 2),
            words_column("published-column-issued", 3),
            words_column("published-column-paper", 9),
            words_column("published-column-day", 3),
            words_column("published-column-known", 3),
            figures_column("published-column-figures", 3),
            figures_column("published-column-changed", 3),
        ],
        rows: papers.iter().map(row).collect(),
    }
}

fn figure(figure: &PublishedFigure, language: PaperLanguage) -> Row {
    let change = match figure.change() {
        // Two rates differ by points: "1,78 %" would be read as a share of the first.
        Cell::Percent(share) => percentage_points_apart(share),
        change => change,
    };
    let name = Cell::Phrase(quoted(language, &figure.name));
    // What the paper did not have, or would not have any more, is no nothing.
    let had = |cell: &Cell| match cell {
        Cell::Nil => words("published-absent"),
        cell => cell.clone(),
    };
    item(vec![name, had(&figure.then), had(&figure.now), change])
}
