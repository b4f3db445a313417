//! A report as JSON, for programs that read the figures of a paper.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use super::lines::{heading, heads, plain, sentence, tables};
use super::{RenderError, words};
use crate::domain::{Day, Money, Seq};
use crate::report::unit::Unit;
use crate::report::{Asked, Block, Bound, Cell, Phrase, Report, Row, RowKind, Table};
use crate::text::Text;

/// The report as JSON: what it rests on, its figures, tables and sentences.
///
/// A cell is an object whose only key says what it is; amounts are decimal euros as text, so that
/// no reader rounds them. Figures, tables, columns and sums have a name beside their words, which
/// is the same in every language and stays when the words change. The same report and language
/// give the same bytes.
///
/// # Errors
/// When a value has no form in JSON.
pub fn json(report: &Report, text: &Text) -> Result<String, RenderError> {
    let basis = &report.basis;
    let sentences = report.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(phrase) | Block::Note(phrase) | Block::Footnote(_, phrase) => {
            Some(sentence(text, phrase))
        }
        _ => None,
    });
    let paper = Paper {
        as_of: Shown(basis.as_of),
        asked: asked(&basis.asked),
        figures: figures(report, text),
        head: hex::encode(basis.head),
        heading: heading(report, text),
        known: basis.known,
        language: text.lang().code(),
        program: env!("CARGO_PKG_VERSION"),
        programme: &basis.programme,
        recipient: basis.recipient_head.as_ref().map(|(key, ..)| key.as_str()),
        report: report.kind,
        sample: basis.sample,
        sentences: sentences.collect(),
        tables: tables(report, text).into_iter().map(|named| table(text, named)).collect(),
    };
    serde_json::to_string_pretty(&paper).map_err(|error| RenderError::Pdf(error.to_string()))
}

/// Fields stand in the order of the alphabet, as readers have always found them.
#[derive(Serialize)]
struct Paper<'a> {
    as_of: Shown<Day>,
    asked: Question,
    figures: Vec<Figure>,
    head: String,
    heading: Vec<String>,
    known: Seq,
    language: &'static str,
    program: &'static str,
    programme: &'a str,
    recipient: Option<&'a str>,
    report: &'static str,
    sample: bool,
    sentences: Vec<String>,
    tables: Vec<Named<'a>>,
}

/// What makes the same paper again.
#[derive(Serialize)]
struct Question {
    entry: Option<Seq>,
    /// Papers of a whole ledger stay as they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    extract: Option<bool>,
    issued_on: Option<Shown<Day>>,
    unit: &'static str,
    year: Option<i32>,
}

#[derive(Serialize)]
struct Figure {
    label: String,
    name: String,
    section: Option<String>,
    value: Option<Said>,
}

#[derive(Serialize)]
struct Named<'a> {
    caption: String,
    column_names: Vec<String>,
    columns: Vec<String>,
    name: String,
    rows: Lines<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Item { cells: Vec<Option<Said>>, kind: &'static str },
    Sum { cells: Vec<Option<Said>>, kind: &'static str, name: Option<String> },
}

/// A cell; none for an empty one.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Euro(Shown<Money>),
    EuroEach(Shown<Money>),
    AtMostEuroEach(Shown<Money>),
    ThousandEuro(i64),
    Percent(String),
    Number(i64),
    Day(Shown<Day>),
    Year(i32),
    Text(String),
}

/// As it is displayed.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Rows that are put into words one after the other: a long table is not there twice.
struct Lines<'a>(&'a Text, &'a [Row]);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.1.iter().map(|line| row(self.0, line)))
    }
}

fn table<'a>(text: &'a Text, (caption, table): (String, &'a Table)) -> Named<'a> {
    Named {
        caption,
        column_names: table.columns.iter().map(|column| name(&column.head)).collect(),
        columns: heads(table, text),
        name: name(&table.caption),
        rows: Lines(text, &table.rows),
    }
}

fn asked(asked: &Asked) -> Question {
    Question {
        entry: asked.entry,
        extract: asked.extract.then_some(true),
        issued_on: asked.issued_on.map(Shown),
        unit: match asked.unit {
            Unit::Euro => "euro",
            Unit::Thousand => "teuro",
        },
        year: asked.year.map(|year| year.0),
    }
}

/// Key figures and facts, each with the heading below which it stands: a label alone may come again
/// for another grant.
fn figures(report: &Report, text: &Text) -> Vec<Figure> {
    let mut section = None;
    let mut found = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Heading(phrase) => section = Some(phrase),
            Block::Figures(pairs) | Block::Facts(pairs) => {
                found.extend(pairs.iter().map(|pair| figure(text, section, pair)));
            }
            _ => {}
        }
    }
    found
}

fn figure(text: &Text, section: Option<&Phrase>, (label, value): &(Phrase, Cell)) -> Figure {
    let names: Vec<String> = section.into_iter().chain([label]).map(name).collect();
    Figure {
        label: sentence(text, label),
        name: names.join(" "),
        section: section.map(|section| sentence(text, section)),
        value: cell(text, value),
    }
}

/// What a phrase is about in no language: its message, and what is named in it. Figures in it are
/// left out: "Bewilligt, 11,77 % des Volumens" is the same figure when it is another share.
fn name(phrase: &Phrase) -> String {
    let named = phrase.args.iter().filter_map(|(_, value)| identity(value));
    [phrase.key.to_owned()].into_iter().chain(named).collect::<Vec<_>>().join(":")
}

fn identity(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(own) | Cell::Object(_, own) => Some(own.clone()),
        Cell::Phrase(inner) => Some(name(inner)),
        Cell::Year(year) => Some(year.0.to_string()),
        Cell::Day(day) => Some(day.to_string()),
        Cell::Kind(kind) => Some(kind.as_str().to_owned()),
        _ => None,
    }
}

fn row(text: &Text, row: &Row) -> Line {
    let cells = row.cells.iter().map(|value| cell(text, value)).collect();
    match row.kind {
        RowKind::Item => Line::Item { cells, kind: "item" },
        RowKind::Sum => {
            let name = row.cells.first().and_then(identity);
            Line::Sum { cells, kind: "sum", name }
        }
    }
}

fn cell(text: &Text, cell: &Cell) -> Option<Said> {
    Some(match cell {
        Cell::Empty | Cell::Nil => return None,
        Cell::Money(amount, _) => Said::Euro(Shown(*amount)),
        Cell::Rate(amount, Bound::Exact) => Said::EuroEach(Shown(*amount)),
        Cell::Rate(amount, Bound::AtMost) => Said::AtMostEuroEach(Shown(*amount)),
        Cell::Thousands(number, _) => Said::ThousandEuro(*number),
        Cell::Percent(value) => Said::Percent(format!("{value:.2}")),
        Cell::Number(number) => Said::Number(*number),
        Cell::Day(day) => Said::Day(Shown(*day)),
        Cell::Year(year) => Said::Year(year.0),
        Cell::Text(_)
        | Cell::Phrase(_)
        | Cell::Date(_)
        | Cell::Kind(_)
        | Cell::Object(..)
        | Cell::Setting(_)
        | Cell::Hash(_) => Said::Text(plain(&words::cell(text, cell))),
    })
}
