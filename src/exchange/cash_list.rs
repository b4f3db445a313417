//! The list of the cash office (*Istliste*) from CSV or XLSX, by a profile of its columns.

use std::io::Read;

use serde::{Deserialize, Serialize};

use super::Progress;
use super::amount::{is_unclear, number, table_cents, table_day};
use super::camt_entry::short;
use super::problem::{Note, NoteKind, Reason, Refused};
use super::table::{Row, Table, folded, read_table};
use crate::domain::body::OpenRow;
use crate::domain::cash::CashLine;
use crate::domain::reference::COLUMNS;
use crate::domain::{FiscalYear, Money};

/// Which column of a list holds what: of each the heads that it can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Voucher of the cash office.
    pub voucher: Vec<String>,
    /// Chapter, where it has a column of its own.
    pub chapter: Vec<String>,
    /// Title.
    pub title: Vec<String>,
    /// Fiscal year.
    pub year: Vec<String>,
    /// Booking day.
    pub day: Vec<String>,
    /// Amount.
    pub amount: Vec<String>,
    /// Columns that name the case: purpose, payee, reference; all of them count.
    pub text: Vec<String>,
    /// True when the list writes payments with a minus.
    pub payments_negative: bool,
}

impl Default for Profile {
    fn default() -> Self {
        let heads = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            voucher: heads(&["Belegnummer", "Beleg-Nr.", "Beleg", "Belegnr.", "Kassenbeleg"]),
            chapter: heads(&["Kapitel"]),
            title: heads(&["Titel", "Kapitel/Titel", "Buchungsstelle", "Haushaltsstelle"]),
            year: heads(&["Haushaltsjahr", "HHJ", "Jahr"]),
            day: heads(&["Buchungstag", "Buchungsdatum", "Zahltag", "Datum"]),
            amount: heads(&["Betrag", "Betrag (EUR)", "Betrag in EUR", "Ist", "Zahlbetrag"]),
            text: heads(&[
                "Verwendungszweck",
                "Kassenzeichen",
                "Aktenzeichen",
                "Empfänger",
                "Zahlungsempfänger",
                "Bemerkung",
                "Text",
            ]),
            payments_negative: false,
        }
    }
}

impl Profile {
    /// Reads a profile from JSON; what it leaves out is as usual.
    ///
    /// # Errors
    /// Where in the text it is no JSON, or has what a profile does not have.
    pub fn from_json(text: &str) -> Result<Self, ProfileWrong> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| ProfileWrong {
            line: error.line(),
            column: error.column(),
            is_json: error.is_data(),
        })
    }

    /// Its columns that a list must have, each with the heads that it can have.
    #[must_use]
    pub const fn needed(&self) -> [&Vec<String>; 5] {
        [&self.voucher, &self.title, &self.year, &self.day, &self.amount]
    }
}

/// Why a text is no profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileWrong {
    /// Line, from 1.
    pub line: usize,
    /// Sign of the line, from 1.
    pub column: usize,
    /// True when it is JSON, but a name or a value is none of a profile.
    pub is_json: bool,
}

/// A list as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CashList {
    /// Its lines.
    pub lines: Vec<CashLine>,
    /// What is to be said of the file.
    pub notes: Vec<Note>,
    /// Rows that are no line although they should be one: a person has to look at them, too.
    pub unread: Vec<Unread>,
}

impl CashList {
    /// What is kept of its rows that could not be read.
    #[must_use]
    pub fn unread_rows(&self) -> Vec<OpenRow> {
        self.unread.iter().map(Unread::row).collect()
    }

    /// What is to be said of the file and of its rows.
    pub fn all_notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().chain(self.unread.iter().map(|row| &row.note))
    }
}

/// A row that could not be read: what stands in its cells all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its number, and what cannot be read.
    pub note: Note,
    /// Voucher.
    pub voucher: String,
    /// Chapter and title.
    pub title: String,
    /// Fiscal year.
    pub year: String,
    /// Day.
    pub day: String,
    /// Amount, as it stands there.
    pub written: String,
    /// The same, where it can be read.
    pub amount: Option<Money>,
}

impl Unread {
    /// What is kept of it: day and amount as they stand there, where they cannot be read.
    #[must_use]
    pub fn row(&self) -> OpenRow {
        let written = if self.amount.is_some() { "" } else { self.written.as_str() };
        let text = [self.day.as_str(), written].join(" ");
        OpenRow {
            line: self.note.line,
            voucher: self.voucher.clone(),
            title: self.title.clone(),
            year: self.year.clone(),
            day: None,
            amount_cents: self.amount,
            text: text.trim().to_owned(),
            doubt: None,
        }
    }
}

/// Reads a list.
///
/// # Errors
/// Says what the file is instead, or which column is missing.
pub fn read_cash_list(
    from: impl Read,
    name: &str,
    profile: &Profile,
    progress: Progress<'_>,
) -> Result<CashList, Refused> {
    let table = read_table(from, name, progress)?;
    read(&table, profile).map_err(|refused| refused.in_file(name))
}

/// The heads of a list, to choose columns from, and the list, if the profile finds its columns.
///
/// # Errors
/// Says what the file is instead of a table.
pub fn look_at_list(
    from: impl Read,
    name: &str,
    profile: &Profile,
    progress: Progress<'_>,
) -> Result<(Vec<String>, Result<CashList, Refused>), Refused> {
    let table = read_table(from, name, progress)?;
    let above = || table.beginning().map(|(_, row)| row);
    let head = above().find(|row| Columns::of(row, profile).is_ok());
    // Without it the first row with the most words.
    let words = |row: &&Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let head = head.or_else(|| above().rev().max_by_key(words));
    let heads = head.map(|row| row.cells.iter().map(|cell| cell.trim().to_owned()));
    let heads = heads.into_iter().flatten().filter(|head| !head.is_empty()).collect();
    Ok((heads, read(&table, profile).map_err(|refused| refused.in_file(name))))
}

fn read(table: &Table, profile: &Profile) -> Result<CashList, Refused> {
    let mut missing = String::new();
    let head = table.beginning().find_map(|(at, row)| {
        match Columns::of(row, profile) {
            Ok(columns) => Some((at, columns)),
            // The row that has most of the heads says what it lacks.
            Err(Some(head)) => {
                missing = head;
                None
            }
            Err(None) => None,
        }
    });
    let Some((at, columns)) = head else {
        return Err(Refused::new(if missing.is_empty() {
            let heads = profile.needed().into_iter();
            let first: Vec<&str> =
                heads.filter_map(|names| names.first().map(String::as_str)).collect();
            Reason::NoHead(first.join(", "))
        } else {
            Reason::NoColumn(missing)
        }));
    };
    let mut found = CashList { notes: table.notes.clone(), ..CashList::default() };
    for row in table.rows.iter().skip(at + 1) {
        match columns.line(row, profile.payments_negative) {
            Ok(Some(line)) => found.lines.push(line),
            Ok(None) => {}
            Err(kind) => {
                let note = Note { kind, line: row.line, about: String::new() };
                found.unread.push(columns.unread(row, note, profile.payments_negative));
            }
        }
    }
    Ok(found)
}

struct Columns {
    voucher: usize,
    chapter: Option<usize>,
    title: usize,
    year: usize,
    day: usize,
    amount: usize,
    text: Vec<usize>,
}

impl Columns {
    /// The columns of a head row; `Err` with the head that is missing when most are there.
    fn of(row: &Row, profile: &Profile) -> Result<Self, Option<String>> {
        let heads: Vec<String> = row.cells.iter().map(|head| folded(head)).collect();
        let at = |names: &[String]| {
            names.iter().find_map(|name| heads.iter().position(|head| *head == folded(name)))
        };
        let needed = profile.needed();
        let found: Vec<Option<usize>> = needed.iter().map(|names| at(names.as_slice())).collect();
        let [Some(voucher), Some(title), Some(year), Some(day), Some(amount)] = found[..] else {
            let there = found.iter().flatten().count();
            let lacks = found.iter().position(Option::is_none).and_then(|at| needed.get(at));
            let name = lacks.and_then(|names| names.first()).cloned();
            return Err(name.filter(|_| there >= 3));
        };
        let text = heads
            .iter()
            .enumerate()
            .filter(|(_, head)| profile.text.iter().any(|name| folded(name) == **head));
        let text = text.map(|(at, _)| at).collect();
        Ok(Self { voucher, chapter: at(&profile.chapter), title, year, day, amount, text })
    }

    /// What stands in a row that is no line.
    fn unread(&self, row: &Row, note: Note, payments_negative: bool) -> Unread {
        let written = short(row.words(self.amount));
        let amount = table_cents(row.cell(self.amount));
        Unread {
            note,
            voucher: short(row.words(self.voucher)),
            title: self.title_of(row),
            year: short(row.words(self.year)),
            day: short(row.words(self.day)),
            written,
            amount: amount.map(|amount| if payments_negative { -amount } else { amount }),
        }
    }

    fn title_of(&self, row: &Row) -> String {
        let chapter = self.chapter.map_or("", |column| row.words(column));
        format!("{chapter} {}", row.words(self.title)).trim().to_owned()
    }

    /// The line of a row; `None` for a total, a heading or a remark. What has an amount and is no
    /// total is never passed over: it is a line, or has a note.
    fn line(&self, row: &Row, payments_negative: bool) -> Result<Option<CashLine>, NoteKind> {
        let (day, amount) = (row.cell(self.day), row.cell(self.amount));
        let has_digits = |cell: &str| cell.chars().any(|c| c.is_ascii_digit());
        let is_named = has_digits(row.cell(self.voucher)) || has_digits(row.cell(self.year));
        if !has_digits(day) && (!is_named || is_total(row)) {
            if has_digits(amount) && !is_total(row) {
                return Err(NoteKind::RowIncomplete(short(amount)));
            }
            return Ok(None);
        }
        if is_unclear(amount) {
            return Err(NoteKind::AmountUnclear(short(amount)));
        }
        let Some(amount) = table_cents(amount) else {
            return Err(NoteKind::EntryUnreadable(short(amount)));
        };
        let Some(day) = table_day(day) else {
            return Err(NoteKind::DayUnreadable(short(day)));
        };
        let year = row.cell(self.year);
        let whole = number(year, 4).filter(|year| (1970..2100).contains(year));
        let Some(year) = whole.and_then(|year| i32::try_from(year).ok()) else {
            return Err(NoteKind::YearUnreadable(short(year)));
        };
        let text: Vec<&str> =
            self.text.iter().map(|at| row.words(*at)).filter(|cell| !cell.is_empty()).collect();
        Ok(Some(CashLine {
            line: row.line,
            voucher: row.words(self.voucher).chars().take(200).collect(),
            title: self.title_of(row),
            year: FiscalYear(year),
            day,
            repeated: false,
            amount: if payments_negative { -amount } else { amount },
            text: whole_words(&text.join(COLUMNS)),
        }))
    }
}

/// True for a row that adds up others: it says so at the beginning of one of its cells.
fn is_total(row: &Row) -> bool {
    const WORDS: [&str; 7] =
        ["summe", "total", "saldo", "übertrag", "zwischensumme", "endbetrag", "sum"];
    row.cells.iter().any(|cell| {
        let cell = folded(cell);
        let first = cell.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        WORDS.contains(&first) || first.starts_with("gesamt")
    })
}

/// The first 500 signs, without a word that would be cut: half a file number is another one.
fn whole_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(500) else { return text.to_owned() };
    let kept = &text[..end];
    kept.rfind(' ').map_or(kept, |blank| &kept[..blank]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn a_long_text_ends_before_the_word_that_would_be_cut() {
        let text = format!("{} EG-2020-0012", "x".repeat(488));
        assert_eq!(text.len(), 501);
        assert_eq!(whole_words(&text), "x".repeat(488));
        assert_eq!(whole_words(&text[1..]), text[1..]);
    }
}
