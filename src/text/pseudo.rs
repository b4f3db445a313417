//! A language for tests: every message in accents, in brackets and about 40 % longer.
//!
//! What stands on a screen without accents did not come from the messages, and what is cut in it
//! would be cut in a longer language. Amounts, days and what the ledger holds stay as they are. The
//! program never offers it.

use std::borrow::Cow;

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "áβćďéƒğĥíĵķĺμńóþθŕśťúνŵχýźÁΒĆĎÉҒĞĤÍĴĶĹΜŃÓÞΘŔŚŤÚѴŴΧÝŹ";

/// Accents every letter and doubles the vowels, which makes a text about 40 % longer.
pub(super) fn accented(text: &str) -> Cow<'_, str> {
    let mut made = String::with_capacity(text.len() * 3);
    for letter in text.chars() {
        let at = PLAIN.chars().position(|plain| plain == letter);
        let accented = at.and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(letter);
        made.push(accented);
        if "aeiouäöü".contains(letter) {
            made.push(accented);
        }
    }
    Cow::Owned(made)
}

/// The whole message in brackets; one that is empty stays so.
pub(super) fn bracketed(message: String) -> String {
    if message.trim().is_empty() { message } else { format!("[{message}]") }
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Text};
    use super::*;

    #[test]
    fn a_message_is_longer_accented_and_bracketed_and_its_values_are_not() {
        let text = Text::pseudo(Lang::De);
        assert_eq!(text.get("yes"), "[Ĵáá]");
        let name = "Kommune A".to_owned();
        let words = text.format("app-booked-by", &[("person", name.clone())]);
        assert!(words.contains(&name) && words.starts_with('[') && words.ends_with(']'), "{words}");
        let plain = Text::new(Lang::De).get("app-notice");
        let longer = text.get("app-notice").chars().count() * 100 / plain.chars().count();
        assert!((125..160).contains(&longer), "{longer} %");
    }

    #[test]
    fn every_letter_has_an_accent() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        let made = accented(PLAIN);
        assert!(made.chars().all(|letter| !letter.is_ascii_alphabetic()), "{made}");
    }
}
