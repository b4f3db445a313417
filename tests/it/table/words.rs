//! The words of a line: positional ones, options with a value, and flags.

use foerderbuch::domain::body::{AuthorityReturn, DueLine, LineAmount, ReductionLine};
use foerderbuch::domain::{Day, FileNumber, FiscalYear, Money, TitleKey};
use foerderbuch::text::{Lang, parse_money};

use super::TITLE;

/// A second title, consumptive; `con` in a table.
pub const CONSUMPTIVE: &str = "1616 63371";

/// Words that are taken one by one; what is left at the end is a mistake in the table.
pub struct Words<'a> {
    line: &'a str,
    words: Vec<&'a str>,
}

impl<'a> Words<'a> {
    pub fn new(line: &'a str) -> Self {
        Self { line, words: line.split_whitespace().collect() }
    }

    /// The next word.
    pub fn next(&mut self) -> &'a str {
        assert!(!self.words.is_empty(), "a word is missing: {}", self.line);
        self.words.remove(0)
    }

    /// The next word, if it is an amount.
    pub fn amount(&mut self) -> Option<Money> {
        let is_amount = self.words.first()?.contains(',');
        is_amount.then(|| money(self.next()))
    }

    pub fn year(&mut self) -> FiscalYear {
        let word = self.next();
        FiscalYear(word.parse().unwrap_or_else(|_| panic!("no year: {word} in {}", self.line)))
    }

    /// `2020>2021`
    pub fn years(&mut self) -> (FiscalYear, FiscalYear) {
        let word = self.next();
        let (from, to) = word.split_once('>').unwrap_or_else(|| panic!("{}", self.line));
        (FiscalYear(from.parse().unwrap()), FiscalYear(to.parse().unwrap()))
    }

    /// True when the word is there; it is taken.
    pub fn flag(&mut self, word: &str) -> bool {
        let at = self.words.iter().position(|found| *found == word);
        at.map(|at| self.words.remove(at)).is_some()
    }

    /// The word that follows `key`, if it is there; both are taken.
    pub fn option(&mut self, key: &str) -> Option<&'a str> {
        let at = self.words.iter().position(|found| *found == key)?;
        assert!(at + 1 < self.words.len(), "{key} has no value: {}", self.line);
        let value = self.words.remove(at + 1);
        self.words.remove(at);
        Some(value)
    }

    pub fn money_of(&mut self, key: &str) -> Option<Money> {
        self.option(key).map(money)
    }

    pub fn day_of(&mut self, key: &str) -> Option<Day> {
        self.option(key).map(day)
    }

    /// The investive title, or the consumptive one with the word `con`.
    pub fn title(&mut self) -> TitleKey {
        TitleKey::new(if self.flag("con") { CONSUMPTIVE } else { TITLE })
    }

    /// All words that are left.
    pub fn rest(&mut self) -> Vec<&'a str> {
        std::mem::take(&mut self.words)
    }

    pub fn end(self) {
        assert!(self.words.is_empty(), "not understood: {:?} in {}", self.words, self.line);
    }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}

pub fn money(text: &str) -> Money {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let amount = parse_money(Lang::De, digits).unwrap_or_else(|_| panic!("{text}"));
    Money::from_cents(sign * amount.cents())
}

pub fn line_amount(grant: &str, year: i32, amount: Money) -> LineAmount {
    LineAmount {
        grant: FileNumber::new(grant),
        title: TitleKey::new(TITLE),
        fiscal_year: FiscalYear(year),
        amount_cents: amount,
    }
}

/// `2021:500,00/2020`: due 2021, authority of the budget year 2020; `con:` before it names the
/// consumptive title.
pub fn due_line(word: &str) -> DueLine {
    let (title, word) = titled(word);
    let (year, amount, authority_year) = parts(word);
    DueLine { title, fiscal_year: FiscalYear(year), amount_cents: amount, authority_year }
}

/// `2021:500,00/2020>free`
pub fn reduction_line(word: &str) -> ReductionLine {
    let (title, word) = titled(word);
    let (word, way) = match word.split_once('>') {
        Some((word, "free")) => (word, Some(AuthorityReturn::Free)),
        Some((word, _)) => (word, Some(AuthorityReturn::Lapsed)),
        None => (word, None),
    };
    let (year, amount, authority_year) = parts(word);
    ReductionLine {
        title,
        fiscal_year: FiscalYear(year),
        amount_cents: amount,
        authority_year,
        authority_return: way,
    }
}

fn titled(word: &str) -> (TitleKey, &str) {
    match word.strip_prefix("con:") {
        Some(rest) => (TitleKey::new(CONSUMPTIVE), rest),
        None => (TitleKey::new(TITLE), word),
    }
}

fn parts(word: &str) -> (i32, Money, Option<FiscalYear>) {
    let (year, rest) = word.split_once(':').unwrap_or_else(|| panic!("{word}"));
    let (amount, authority) = match rest.split_once('/') {
        Some((amount, year)) => (amount, Some(FiscalYear(year.parse().unwrap()))),
        None => (rest, None),
    };
    (year.parse().unwrap(), money(amount), authority)
}
