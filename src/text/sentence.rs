//! Sentences for entries that cannot be read, files that cannot be used and findings.
//!
//! The store's errors stay in `store`; whoever shows them hands over the key and the facts.

use std::path::Path;

use super::parse::{DayEntry, MoneyEntry, parse_day, parse_money};
use super::{Lang, Text};
use crate::domain::letters::is_printed;
use crate::domain::{Day, Money, Seq, Stage};

impl Text {
    /// Reads an amount in the habits of this language; see [`parse_money`].
    ///
    /// # Errors
    /// As [`parse_money`]; [`Text::money_entry`] makes the sentence.
    pub fn parse_money(&self, entry: &str) -> Result<Money, MoneyEntry> {
        parse_money(self.lang(), entry)
    }

    /// Reads a day; see [`parse_day`].
    ///
    /// # Errors
    /// As [`parse_day`]; [`Text::day_entry`] makes the sentence.
    pub fn parse_day(&self, entry: &str, today: Day) -> Result<Day, DayEntry> {
        parse_day(entry, today)
    }

    /// Why an entry is no amount yet, and how to write it.
    #[must_use]
    pub fn money_entry(&self, reason: MoneyEntry) -> String {
        match reason {
            MoneyEntry::Empty => self.get("entry-money-empty"),
            MoneyEntry::Character(character) => {
                self.format("entry-money-character", &[("character", shown(character))])
            }
            MoneyEntry::NotAnAmount => self.get("entry-money-not-an-amount"),
            MoneyEntry::EnglishFormat => self.get("entry-money-english"),
            MoneyEntry::GermanFormat => self.get("entry-money-german"),
            MoneyEntry::Ambiguous { thousands } => {
                let plain = (thousands.cents() / 100).to_string();
                let words = [("thousands", self.money(thousands)), ("plain", plain)];
                self.format("entry-money-ambiguous", &words)
            }
            MoneyEntry::TooManyDecimals => self.get("entry-money-decimals"),
            MoneyEntry::Grouping => self.get("entry-money-grouping"),
            MoneyEntry::TooLarge => {
                self.format("entry-money-too-large", &[("limit", self.money_unit(Money::LIMIT))])
            }
        }
    }

    /// Why an entry is no day yet, and how to write it.
    #[must_use]
    pub fn day_entry(&self, reason: DayEntry) -> String {
        self.get(match reason {
            DayEntry::Empty => "entry-day-empty",
            DayEntry::Unreadable => "entry-day-unreadable",
            DayEntry::DoesNotExist => "entry-day-does-not-exist",
            DayEntry::OutOfRange => "entry-day-out-of-range",
        })
    }

    /// What is wrong with a file: one of the `store-…` messages.
    #[must_use]
    pub fn file_error(&self, key: &str, path: &Path, reason: &str) -> String {
        self.quoting(key, &[("path", path.display().to_string()), ("reason", reason.to_owned())])
    }

    /// What verification found: one of the `finding-…` messages.
    ///
    /// `seq` is the entry it was found at, 0 where there is none; `detail` names the account,
    /// table or person, or holds the words of the database.
    #[must_use]
    pub fn finding(&self, key: &str, seq: Seq, detail: &str) -> String {
        self.quoting(key, &[("seq", seq.to_string()), ("detail", self.account(detail))])
    }

    /// An account as findings name it, its stage in words; whatever else is left as it is.
    fn account(&self, detail: &str) -> String {
        let found = detail.split_once(' ');
        let stage = found.and_then(|(stage, rest)| Some((Stage::from_name(stage)?, rest)));
        stage.map_or_else(|| detail.to_owned(), |(stage, rest)| self.stage(stage) + " " + rest)
    }

    /// The message of that key with what others wrote in it: made readable, and with an end.
    #[must_use]
    pub fn quoting(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, words)| (*name, readable(words))).collect();
        self.format(key, &args)
    }

    /// Words in quotation marks of this language.
    #[must_use]
    pub fn quoted(&self, words: &str) -> String {
        match self.lang() {
            Lang::De => format!("„{words}“"),
            Lang::En => format!("“{words}”"),
        }
    }
}

/// A character as people can see it: itself, or its number when it is invisible.
pub(super) fn shown(character: char) -> String {
    let invisible = is_unseen(character) || character.is_whitespace();
    if invisible || !is_printed(character) { numbered(character) } else { character.to_string() }
}

/// So many characters of what others wrote stand in a sentence.
const QUOTED: usize = 400;

/// What others wrote, for a sentence: signs that nobody sees, that change the direction or that
/// move a terminal's cursor become their numbers, and it comes to an end.
pub(super) fn readable(words: &str) -> String {
    let mut told = String::with_capacity(words.len().min(QUOTED));
    for (place, character) in words.chars().enumerate() {
        match character {
            _ if place == QUOTED => {
                told.push('…');
                break;
            }
            _ if is_unseen(character) => told.push_str(&numbered(character)),
            _ => told.push(character),
        }
    }
    told
}

fn is_unseen(character: char) -> bool {
    let formatting = [
        '\u{ad}'..='\u{ad}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
    ];
    character.is_control() || formatting.iter().any(|range| range.contains(&character))
}

fn numbered(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: [&str; 12] = [
        "store-not-a-ledger",
        "store-damaged",
        "store-newer",
        "store-older",
        "store-busy",
        "store-read-only",
        "store-full",
        "store-unsure",
        "store-exists",
        "store-missing",
        "store-no-folder",
        "store-io",
    ];
    const FINDINGS: [&str; 13] = [
        "finding-chain",
        "finding-gap",
        "finding-recipient-chain",
        "finding-time",
        "finding-sum",
        "finding-balance",
        "finding-total",
        "finding-schema",
        "finding-body",
        "finding-integrity",
        "finding-replay",
        "finding-name",
        "finding-kind",
    ];

    #[test]
    fn every_file_error_and_finding_has_a_sentence_in_both_languages() {
        for text in Lang::ALL.map(Text::new) {
            for key in STORE {
                let sentence = text.file_error(key, Path::new("/a/b.foerderbuch"), "kaputt");
                assert!(sentence.contains("b.foerderbuch"), "{key}: {sentence}");
            }
            for key in FINDINGS {
                let sentence = text.finding(key, 4711, "detail");
                assert!(sentence.ends_with('.'), "{key}: {sentence}");
                assert!(sentence.contains("4711") || sentence.contains("detail"), "{sentence}");
            }
        }
    }

    #[test]
    fn every_unreadable_entry_has_a_sentence_in_both_languages() {
        let money = [
            MoneyEntry::Empty,
            MoneyEntry::Character('x'),
            MoneyEntry::NotAnAmount,
            MoneyEntry::EnglishFormat,
            MoneyEntry::GermanFormat,
            MoneyEntry::Ambiguous { thousands: Money::from_cents(123_400) },
            MoneyEntry::TooManyDecimals,
            MoneyEntry::Grouping,
            MoneyEntry::TooLarge,
        ];
        let days =
            [DayEntry::Empty, DayEntry::Unreadable, DayEntry::DoesNotExist, DayEntry::OutOfRange];
        for text in Lang::ALL.map(Text::new) {
            let sentences = money.map(|reason| text.money_entry(reason)).into_iter();
            for sentence in sentences.chain(days.map(|reason| text.day_entry(reason))) {
                assert!(sentence.ends_with(['.', '?']), "{sentence}");
            }
        }
        let ambiguous = MoneyEntry::Ambiguous { thousands: Money::from_cents(2_000_000) };
        assert_eq!(
            Text::new(Lang::De).money_entry(ambiguous),
            "Ein Punkt ohne Cent ist nicht eindeutig. Sind 20.000,00 € gemeint, bitte so \
             schreiben: 20.000,00 oder 20000."
        );
    }

    #[test]
    fn an_invisible_character_is_shown_by_its_number() {
        assert_eq!(shown('\u{202e}'), "U+202E");
        assert_eq!(shown('ß'), "ß");
    }
}
