//! What a person searches for and what is found: rows that say enough to be told apart.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::body::ReaderNote;
use crate::domain::id::ItemKey;
use crate::domain::recipient::RecipientType;
use crate::domain::{Day, FileNumber, Kind, Money, RecipientKey, Seq, TitleKey};

/// Rows of each group that a search answers; the count is always of all.
pub const SHOWN: usize = 8;

/// What is searched for: folded words, and what they mean as an amount or a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchQuery {
    /// Words as [`fold`] gives them; all of them must be there.
    pub words: Vec<String>,
    /// The amount that was typed, if it was one.
    pub amount: Option<Money>,
    /// The number of an entry that was typed, if it was one.
    pub number: Option<Seq>,
}

impl SearchQuery {
    /// True when there is nothing to look for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.amount.is_none() && self.number.is_none()
    }
}

/// How well something fits; a smaller one is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is exactly what was typed.
    Exact,
    /// It begins with what was typed.
    Begins,
    /// One of its words begins so.
    Word,
    /// It contains all words somewhere.
    Contains,
}

impl Fit {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// All, the best first.
    pub const ALL: [Self; Self::COUNT] = [Self::Exact, Self::Begins, Self::Word, Self::Contains];
}

/// What was found of one sort: the best rows, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits<T> {
    /// The best, at most [`SHOWN`].
    pub rows: Vec<(Fit, T)>,
    /// How many there are.
    pub total: usize,
}

impl<T> Default for Hits<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), total: 0 }
    }
}

/// A recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientHit {
    /// Key.
    pub key: RecipientKey,
    /// Type.
    pub recipient_type: RecipientType,
    /// Name.
    pub name: String,
}

/// A grant, or an application not yet decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseHit {
    /// File number.
    pub grant: FileNumber,
    /// True for a grant, false for an application.
    pub granted: bool,
    /// Purpose.
    pub purpose: String,
    /// Type of the recipient.
    pub recipient_type: RecipientType,
    /// Name of the recipient.
    pub recipient_name: String,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneHit {
    /// Key.
    pub milestone: ItemKey,
    /// What shall be reached.
    pub name: ReaderNote,
    /// Grant it belongs to.
    pub grant: Option<FileNumber>,
}

/// A budget title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleHit {
    /// Title.
    pub title: TitleKey,
    /// Its purpose in the budget.
    pub name: String,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHit {
    /// Number.
    pub seq: Seq,
    /// Kind.
    pub kind: Kind,
    /// Day from which it counts.
    pub effective_on: Day,
    /// Name of the recipient, empty at programme level.
    pub recipient_name: String,
    /// Amount.
    pub amount: Option<Money>,
    /// Voucher.
    pub voucher: String,
}

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchHits {
    /// Recipients.
    pub recipients: Hits<RecipientHit>,
    /// Grants and applications.
    pub cases: Hits<CaseHit>,
    /// Milestones.
    pub milestones: Hits<MilestoneHit>,
    /// Titles.
    pub titles: Hits<TitleHit>,
    /// Entries of the journal, the newest first.
    pub entries: Hits<EntryHit>,
}

/// A text as it is compared: lower case, umlauts as two letters, ß as ss, other accents dropped,
/// no-break spaces as spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('\n', " ");
    }
    let mut folded = String::with_capacity(text.len() + 4);
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            '\u{a0}' | '\u{202f}' | '\n' => folded.push(' '),
            ascii if ascii.is_ascii() => folded.push(ascii),
            other => folded.extend(plain(other)),
        }
    }
    folded
}

fn plain(letter: char) -> impl Iterator<Item = char> {
    std::iter::once(letter)
        .nfd()
        .filter(|part| !unicode_normalization::char::is_combining_mark(*part))
}

/// Fields as one text to search in, one line each; a field with umlauts also without their dots,
/// as people type who have no such key.
#[must_use]
pub fn haystack(fields: &[&str]) -> String {
    let mut lines = Vec::with_capacity(fields.len());
    for field in fields.iter().filter(|field| !field.is_empty()) {
        let folded = fold(field);
        if field.is_ascii() {
            lines.push(folded);
            continue;
        }
        let bare = fold(
            &field
                .nfd()
                .filter(|part| !unicode_normalization::char::is_combining_mark(*part))
                .collect::<String>(),
        );
        if bare != folded {
            lines.push(bare);
        }
        lines.push(folded);
    }
    lines.join("\n")
}

/// The words of a query, folded.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    fold(typed).split_whitespace().map(str::to_owned).collect()
}

/// How well a [`haystack`] fits the words; none when one of them is missing.
#[must_use]
pub fn fit(haystack: &str, words: &[String]) -> Option<Fit> {
    let (first, whole) = (words.first()?, words.join(" "));
    if !words.iter().all(|word| haystack.contains(word.as_str())) {
        return None;
    }
    if haystack.lines().any(|line| line == whole) {
        return Some(Fit::Exact);
    }
    if haystack.lines().any(|line| line.starts_with(&whole)) {
        return Some(Fit::Begins);
    }
    let begins = haystack.match_indices(first.as_str()).any(|(at, _)| {
        haystack[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    });
    Some(if begins { Fit::Word } else { Fit::Contains })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soemmerda_is_found_however_it_is_typed() {
        let place = haystack(&["Landkreis Sömmerda", "16068"]);
        for typed in ["Sömmerda", "soemmerda", "Sommerda", "SÖM", "16068", "so\u{308}mmerda"] {
            assert!(fit(&place, &words(typed)).is_some(), "{typed}");
        }
        assert_eq!(fit(&place, &words("Landkreis Erfurt")), None);
        assert!(fit(&haystack(&["Straße"]), &words("strasse")).is_some());
        assert!(fit(&haystack(&["Łódź, Café"]), &words("cafe")).is_some());
    }

    #[test]
    fn what_is_typed_in_full_comes_before_what_contains_it() {
        let fits = |field: &str| fit(&haystack(&[field]), &words("gera"));
        assert_eq!(fits("Gera"), Some(Fit::Exact));
        assert_eq!(fits("Gerabronn"), Some(Fit::Begins));
        assert_eq!(fits("Stadt Gera"), Some(Fit::Word));
        assert_eq!(fits("Wegerandstreifen"), Some(Fit::Contains));
        assert!(Fit::Exact < Fit::Contains);
    }
}
