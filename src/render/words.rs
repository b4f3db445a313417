//! Phrases and cells of a report as words, through `text`.

use crate::report::{Bound, Cell, Column, Phrase, Report, Row, footnote_mark};
use crate::text::{Lang, Text, capital, hash};

/// The sentence of a phrase in the language of `text`.
#[must_use]
pub fn phrase(text: &Text, phrase: &Phrase) -> String {
    if phrase.args.is_empty() {
        return text.get(phrase.key);
    }
    let args: Vec<(&str, String)> =
        phrase.args.iter().map(|(name, value)| (*name, cell(text, value))).collect();
    text.format(phrase.key, &args)
}

/// A cell as it is printed; amounts without a unit, which stands in the head of the column.
#[must_use]
pub fn cell(text: &Text, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Nil => "–".to_owned(),
        Cell::Text(own) => own.clone(),
        Cell::Phrase(inner) => phrase(text, inner),
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) => text.money(*amount),
        Cell::Rate(amount, Bound::AtMost) => {
            text.format("at-most", &[("value", text.money(*amount))])
        }
        Cell::Percent(value) => text.percent(*value),
        Cell::Thousands(number, _) | Cell::Number(number) => text.number(*number),
        Cell::Day(day) => text.day(*day),
        Cell::Date(date) => text.date(date),
        Cell::Year(year) => year.0.to_string(),
        Cell::Kind(kind) => text.kind(*kind),
        Cell::Object(kind, key) => text.object(*kind, key),
        Cell::Setting(setting) => text.setting_line(setting),
        Cell::Hash(head) => hash::printed(head.seq, &head.hash),
    }
}

/// The head of a column, which begins with a capital letter as every head does.
#[must_use]
pub fn head(text: &Text, column: &Column) -> String {
    capital(&phrase(text, &column.head))
}

/// A cell of a row as it is printed, with the marks of its footnotes.
#[must_use]
pub fn marked(text: &Text, row: &Row, place: usize) -> String {
    let mut written = row.cells.get(place).map(|one| cell(text, one)).unwrap_or_default();
    for (_, note) in row.marks.iter().filter(|(at, _)| *at == place) {
        written.push(' ');
        written.push_str(footnote_mark(*note));
    }
    written
}

/// The language of a cell whose words are not in that of the paper, for who reads it aloud.
#[must_use]
pub fn foreign(text: &Text, cell: &Cell) -> Option<Lang> {
    let language = match cell {
        Cell::Text(own) => recorded(own),
        Cell::Phrase(phrase) => foreign_of(phrase),
        _ => None,
    };
    language.filter(|language| *language != text.lang())
}

/// As [`foreign`], of a whole phrase.
#[must_use]
pub fn foreign_phrase(text: &Text, phrase: &Phrase) -> Option<Lang> {
    foreign_of(phrase).filter(|language| *language != text.lang())
}

/// As [`foreign`], of a recorded text.
#[must_use]
pub fn foreign_text(text: &Text, own: &str) -> Option<Lang> {
    recorded(own).filter(|language| *language != text.lang())
}

/// What is recorded is German; numbers and keys are of no language.
fn recorded(own: &str) -> Option<Lang> {
    own.chars().any(char::is_lowercase).then_some(Lang::De)
}

/// Phrases without a word of ours.
const RECORDED: [&str; 3] =
    ["programme-title-name", "programme-title-name-published", "statement-grant"];

fn foreign_of(phrase: &Phrase) -> Option<Lang> {
    match phrase.key {
        "quoted-de" => Some(Lang::De),
        "quoted-en" => Some(Lang::En),
        key if RECORDED.contains(&key) => Some(Lang::De),
        _ => None,
    }
}

/// Whether the paper has left the house: the mark that every form of it bears.
#[must_use]
pub fn issued(text: &Text, report: &Report) -> String {
    match report.basis.asked.issued_on {
        Some(day) => text.format("paper-issued", &[("day", text.day(day))]),
        None => text.get("paper-copy"),
    }
}
