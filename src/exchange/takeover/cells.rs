//! The cells of a row by column, and what is wrong with them so far.

use chrono::Datelike as _;
use rust_decimal::Decimal;

use super::heads::{Word, percent_of, word_of};
use crate::domain::case::{is_iban, is_recipient_key};
use crate::domain::takeover::{Column, Content, Issue, IssueKind, ListRow};
use crate::domain::{Day, FiscalYear, Money, RecipientKey};
use crate::exchange::amount::table_cents;
use crate::exchange::table::Row;

/// The cells of a row.
pub(super) struct Cells<'a> {
    row: &'a Row,
    places: &'a [(Column, usize)],
    /// What is wrong.
    pub issues: Vec<Issue>,
}

impl<'a> Cells<'a> {
    pub fn new(row: &'a Row, places: &'a [(Column, usize)]) -> Self {
        Self { row, places, issues: Vec::new() }
    }

    /// Line of the file.
    pub const fn line(&self) -> u64 {
        self.row.line
    }

    /// Columns of the list, in its order.
    pub fn columns(&self) -> impl Iterator<Item = Column> + 'a {
        self.places.iter().map(|(column, _)| *column)
    }

    /// The words of a cell; empty when the list has no such column.
    pub fn cell(&self, column: Column) -> &'a str {
        let place = self.places.iter().find(|(known, _)| *known == column);
        place.map_or("", |(_, place)| self.row.words(*place))
    }

    /// True when all cells are those of the other row.
    pub fn repeats(&self, other: &Self) -> bool {
        self.columns().all(|column| self.cell(column) == other.cell(column))
    }

    pub fn wrong(&mut self, column: Column, kind: IssueKind) {
        let value = self.cell(column).to_owned();
        self.issues.push(Issue { column, value, kind });
    }

    /// The words of a cell that must have some.
    pub fn needed(&mut self, column: Column) -> String {
        let words = self.cell(column);
        if words.is_empty() {
            self.wrong(column, IssueKind::Missing);
        }
        words.to_owned()
    }

    /// The words of a cell, if it has any.
    pub fn words(&self, column: Column) -> Option<String> {
        Some(self.cell(column)).filter(|words| !words.is_empty()).map(str::to_owned)
    }

    /// What a cell means, if it says anything that can be read.
    fn meant<T>(
        &mut self,
        column: Column,
        kind: IssueKind,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let words = self.cell(column);
        if words.is_empty() {
            return None;
        }
        let found = read(words);
        if found.is_none() {
            self.wrong(column, kind);
        }
        found
    }

    /// The same of a cell that must say something; then a stand-in that is never booked.
    fn must<T: Default>(&mut self, column: Column, found: Option<T>) -> T {
        if found.is_none() && self.cell(column).is_empty() {
            self.wrong(column, IssueKind::Missing);
        }
        found.unwrap_or_default()
    }

    /// A day with four digits of its year; anything else could be read in two ways.
    pub fn day(&mut self, column: Column) -> Option<Day> {
        self.meant(column, IssueKind::Day, |words| {
            ["%d.%m.%Y", "%Y-%m-%d"]
                .iter()
                .find_map(|form| Day::parse_from_str(words, form).ok())
                .filter(|day| (1900..2200).contains(&day.year()))
        })
    }

    pub fn needed_day(&mut self, column: Column) -> Day {
        let found = self.day(column);
        self.must(column, found)
    }

    /// An amount of zero or more.
    pub fn amount(&mut self, column: Column) -> Option<Money> {
        self.meant(column, IssueKind::Amount, |words| {
            table_cents(words).filter(|amount| !amount.is_negative())
        })
    }

    pub fn needed_amount(&mut self, column: Column) -> Money {
        let found = self.amount(column);
        self.must(column, found)
    }

    /// A fiscal year.
    pub fn year(&mut self, column: Column) -> Option<FiscalYear> {
        self.meant(column, IssueKind::Year, |words| {
            let plain = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
            let year: i32 = words.parse().ok().filter(|_| plain)?;
            (2000..2100).contains(&year).then_some(FiscalYear(year))
        })
    }

    pub fn needed_year(&mut self, column: Column) -> FiscalYear {
        let found = self.year(column);
        self.must(column, found)
    }

    /// Percent as text.
    pub fn percent(&mut self, column: Column) -> Option<Decimal> {
        self.meant(column, IssueKind::Percent, percent_of)
    }

    /// A whole number below a hundred.
    pub fn number(&mut self, column: Column) -> Option<u32> {
        self.meant(column, IssueKind::Number, |words| {
            let plain = words.len() <= 2 && words.bytes().all(|byte| byte.is_ascii_digit());
            words.parse().ok().filter(|_| plain)
        })
    }

    /// Yes or no.
    pub fn yes(&mut self, column: Column) -> Option<bool> {
        self.meant(column, IssueKind::YesNo, word_of)
    }

    pub fn needed_yes(&mut self, column: Column) -> bool {
        let found = self.yes(column);
        self.must(column, found)
    }

    /// One of a few words.
    pub fn choice<T: Word>(&mut self, column: Column) -> Option<T> {
        self.meant(column, IssueKind::Choice, word_of)
    }

    /// The key; official ones are often written in groups ("16 0 66 000").
    pub fn key(&mut self) -> RecipientKey {
        let words = self.needed(Column::Key);
        let grouped = words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        let plain = if grouped { without_blanks(&words) } else { words.clone() };
        let key = RecipientKey::from_written(&plain);
        if !words.is_empty() && !is_recipient_key(&key) {
            self.wrong(Column::Key, IssueKind::Key);
        }
        key
    }

    /// A valid IBAN without blanks.
    pub fn iban(&mut self) -> Option<String> {
        self.meant(Column::Iban, IssueKind::Iban, |words| {
            Some(without_blanks(words).to_uppercase()).filter(|iban| is_iban(iban))
        })
    }

    /// The row, with what it says unless something is wrong.
    pub fn row(
        self,
        shown: (Column, Column),
        amount: Option<Money>,
        content: Option<Content>,
    ) -> ListRow {
        let named = self.columns().filter(|column| column.is_person());
        let people = named.filter_map(|column| Some((column, self.words(column)?))).collect();
        ListRow {
            line: self.line(),
            shown: (self.cell(shown.0).to_owned(), self.cell(shown.1).to_owned()),
            amount,
            people,
            content: content.filter(|_| self.issues.is_empty()).ok_or(self.issues),
        }
    }
}

fn without_blanks(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
