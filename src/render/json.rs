//! A report as JSON, for programs that read the figures of a paper.

use serde_json::{Value, json};

use super::lines::{footnote, heading, heads, plain, sentence, tables};
use super::words;
use crate::report::unit::Unit;
use crate::report::{Asked, Block, Bound, Cell, Phrase, Report, Row, RowKind};
use crate::text::Text;

/// The report as JSON: what it rests on, its figures, tables and sentences.
///
/// A cell is an object whose only key says what it is; amounts are decimal euros as text, so that
/// no reader rounds them. Figures, tables, columns and sums have a name beside their words, which
/// is the same in every language and stays when the words change. The same report and language
/// give the same bytes.
#[must_use]
pub fn json(report: &Report, text: &Text) -> String {
    let basis = &report.basis;
    let sentences = report.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(phrase) | Block::Note(phrase) => Some(sentence(text, phrase)),
        Block::Footnote(number, phrase) => Some(footnote(text, *number, phrase)),
        _ => None,
    });
    let table = |(caption, table): (String, &crate::report::Table)| {
        let rows: Vec<Value> = table.rows.iter().map(|line| row(text, line)).collect();
        let names: Vec<String> = table.columns.iter().map(|column| name(&column.head)).collect();
        json!({
            "name": name(&table.caption),
            "caption": caption,
            "column_names": names,
            "columns": heads(table, text),
            "rows": rows,
        })
    };
    let value = json!({
        "report": report.kind,
        "language": text.lang().code(),
        "heading": heading(report, text),
        "programme": basis.programme,
        "as_of": basis.as_of.to_string(),
        "known": basis.known,
        "head": hex::encode(basis.head),
        "sample": basis.sample,
        "program": env!("CARGO_PKG_VERSION"),
        "recipient": basis.recipient_head.as_ref().map(|(key, ..)| key.as_str()),
        "asked": asked(&basis.asked),
        "figures": figures(report, text),
        "tables": tables(report, text).into_iter().map(table).collect::<Vec<_>>(),
        "sentences": sentences.collect::<Vec<_>>(),
    });
    format!("{value:#}")
}

/// What makes the same paper again.
fn asked(asked: &Asked) -> Value {
    let mut said = json!({
        "year": asked.year.map(|year| year.0),
        "unit": match asked.unit {
            Unit::Euro => "euro",
            Unit::Thousand => "teuro",
        },
        "entry": asked.entry,
        "issued_on": asked.issued_on.map(|day| day.to_string()),
    });
    // Papers of a whole ledger stay as they are.
    if asked.extract {
        said["extract"] = Value::Bool(true);
    }
    said
}

/// Key figures and facts, each with the heading below which it stands: a label alone may come again
/// for another grant.
fn figures(report: &Report, text: &Text) -> Vec<Value> {
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

fn figure(text: &Text, section: Option<&Phrase>, (label, value): &(Phrase, Cell)) -> Value {
    let names: Vec<String> = section.into_iter().chain([label]).map(name).collect();
    json!({
        "name": names.join(" "),
        "section": section.map(|section| sentence(text, section)),
        "label": sentence(text, label),
        "value": cell(text, value),
    })
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

fn row(text: &Text, row: &Row) -> Value {
    let cells: Vec<Value> = row.cells.iter().map(|value| cell(text, value)).collect();
    match row.kind {
        RowKind::Item => json!({ "kind": "item", "cells": cells }),
        RowKind::Sum => {
            let name = row.cells.first().and_then(identity);
            json!({ "kind": "sum", "name": name, "cells": cells })
        }
    }
}

fn cell(text: &Text, cell: &Cell) -> Value {
    match cell {
        Cell::Empty | Cell::Nil => Value::Null,
        Cell::Money(amount, _) => json!({ "euro": amount.to_string() }),
        Cell::Rate(amount, Bound::Exact) => json!({ "euro_each": amount.to_string() }),
        Cell::Rate(amount, Bound::AtMost) => json!({ "at_most_euro_each": amount.to_string() }),
        Cell::Thousands(number, _) => json!({ "thousand_euro": number }),
        Cell::Percent(value) => json!({ "percent": format!("{value:.2}") }),
        Cell::Number(number) => json!({ "number": number }),
        Cell::Day(day) => json!({ "day": day.to_string() }),
        Cell::Year(year) => json!({ "year": year.0 }),
        Cell::Text(_)
        | Cell::Phrase(_)
        | Cell::Date(_)
        | Cell::Kind(_)
        | Cell::Object(..)
        | Cell::Hash(_) => {
            json!({ "text": plain(&words::cell(text, cell)) })
        }
    }
}
