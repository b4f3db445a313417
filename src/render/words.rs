//! Phrases and cells of a report as words, through `text`; the anchor in readable groups.

use crate::report::{Cell, Phrase};
use crate::text::Text;

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

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
        Cell::Money(amount, _) => text.money(*amount),
        Cell::Percent(value) => text.percent(*value),
        Cell::Number(number) => text.number(*number),
        Cell::Day(day) => text.day(*day),
        Cell::Date(date) => text.date(date),
        Cell::Year(year) => year.0.to_string(),
    }
}

/// A 256-bit hash as 13 groups of 4 characters (Crockford's base 32, most significant bits
/// first, the last character padded with zero bits).
#[must_use]
pub fn hash_groups(hash: &[u8; 32]) -> String {
    let bit = |index: usize| {
        hash.get(index / 8).map_or(0, |byte| usize::from(byte >> (7 - index % 8) & 1))
    };
    let mut groups = String::with_capacity(64);
    for place in 0..52 {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        let value = (0..5).fold(0, |value, offset| value << 1 | bit(place * 5 + offset));
        groups.push(char::from(DIGITS[value]));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::hash_groups;

    #[test]
    fn a_hash_has_thirteen_groups_and_is_padded_with_zero_bits() {
        assert_eq!(hash_groups(&[0; 32]), ["0000"; 13].join(" "));
        let mut hash = [0xFF; 32];
        assert_eq!(hash_groups(&hash), format!("{} ZZZG", ["ZZZZ"; 12].join(" ")));
        hash = [0; 32];
        hash[0] = 0b0000_1000;
        hash[31] = 1;
        assert_eq!(hash_groups(&hash), format!("1{} 000G", &["0000"; 12].join(" ")[1..]));
    }
}
