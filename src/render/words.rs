//! Phrases and cells of a report as words, through `text`.

use crate::report::{Bound, Cell, Phrase};
use crate::text::{Text, hash};

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
        Cell::Nil | Cell::Zero(_) => "–".to_owned(),
        Cell::Text(own) => own.clone(),
        Cell::Phrase(inner) => phrase(text, inner),
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) => text.money(*amount),
        Cell::Rate(amount, Bound::AtMost) => {
            text.format("at-most", &[("value", text.money(*amount))])
        }
        Cell::Percent(value) => text.percent(*value),
        Cell::Thousands(number) | Cell::Number(number) => text.number(*number),
        Cell::Day(day) => text.day(*day),
        Cell::Date(date) => text.date(date),
        Cell::Year(year) => year.0.to_string(),
        Cell::Kind(kind) => text.kind(*kind),
        Cell::Object(kind, key) => text.object(*kind, key),
        Cell::Hash(head) => hash::printed(head.seq, &head.hash),
    }
}
