//! A list of recipients from CSV or XLSX: columns found by their heads, rows read strictly.

use std::io::Read;

use super::Progress;
use super::problem::{Note, Reason, Refused};
use super::table::{Row, Table, folded, read_table};
use crate::domain::body::BankAccountRecorded;
use crate::domain::case::{is_iban, is_recipient_key};
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::takeover::{Column, Issue, IssueKind, ListRow, ListedRecipient};
use crate::domain::{Day, RecipientKey};

/// Heads by which a column is known, folded.
const HEADS: [(Column, &[&str]); 10] = [
    (
        Column::Key,
        &[
            "schlüssel",
            "gemeindeschlüssel",
            "kreisschlüssel",
            "amtlicher gemeindeschlüssel",
            "ags",
            "empfängerschlüssel",
            "key",
            "recipient key",
            "municipality key",
        ],
    ),
    (
        Column::Name,
        &[
            "name",
            "empfänger",
            "kommune",
            "zuwendungsempfänger",
            "gebietskörperschaft",
            "recipient",
        ],
    ),
    (Column::Type, &["art", "art des empfängers", "typ", "gebietsart", "type", "recipient type"]),
    (Column::Office, &["kasse", "anschriftzusatz", "adresszusatz", "dienststelle", "office"]),
    (Column::Street, &["straße", "strasse", "straße und hausnummer", "street"]),
    (Column::Postcode, &["plz", "postleitzahl", "postcode", "postal code", "zip"]),
    (Column::Town, &["ort", "wohnort", "town"]),
    (Column::Day, &["gilt ab", "gültig ab", "stichtag", "counts from", "valid from"]),
    (Column::Iban, &["iban", "kontonummer (iban)", "bankverbindung"]),
    (Column::Holder, &["kontoinhaber", "inhaber", "kontoinhaberin", "account holder", "holder"]),
];

/// Words for the types, folded.
const TYPES: [(RecipientType, &[&str]); 5] = [
    (RecipientType::County, &["landkreis", "kreis", "county"]),
    (RecipientType::IndependentCity, &["kreisfreie stadt", "stadtkreis", "independent city"]),
    (
        RecipientType::Municipality,
        &["gemeinde", "kreisangehörige gemeinde", "kreisangehörige stadt", "municipality"],
    ),
    (
        RecipientType::Association,
        &["verband", "zweckverband", "verwaltungsgemeinschaft", "association"],
    ),
    (RecipientType::Fictional, &["fiktive kommune", "fictional commune", "fictional"]),
];

/// A list as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecipientList {
    /// Columns that are taken, each with its head.
    pub taken: Vec<(Column, String)>,
    /// Heads of columns that are not.
    pub ignored: Vec<String>,
    /// Its rows.
    pub rows: Vec<ListRow>,
    /// Rows that are examples and nothing else.
    pub examples: usize,
    /// What is odd about the file.
    pub notes: Vec<Note>,
}

/// What the column of that head holds, if the head is known.
#[must_use]
pub fn column_of(head: &str) -> Option<Column> {
    let head = folded(head);
    HEADS.iter().find(|(_, names)| names.contains(&head.as_str())).map(|(column, _)| *column)
}

/// The type that is meant by these words, if they are known.
#[must_use]
pub fn type_of(words: &str) -> Option<RecipientType> {
    let words = folded(words);
    TYPES.iter().find(|(_, names)| names.contains(&words.as_str())).map(|(found, _)| *found)
}

/// Reads a list.
///
/// # Errors
/// Says what the file is instead, that no row has the heads, or which column is there twice.
pub fn read_recipient_list(
    from: impl Read,
    name: &str,
    progress: Progress<'_>,
) -> Result<RecipientList, Refused> {
    let table = read_table(from, name, progress)?;
    read(&table).map_err(|refused| refused.in_file(name))
}

fn read(table: &Table) -> Result<RecipientList, Refused> {
    let is_head = |row: &Row| {
        let found: Vec<Column> = row.cells.iter().filter_map(|head| column_of(head)).collect();
        [Column::Key, Column::Name, Column::Type].iter().all(|column| found.contains(column))
    };
    let Some((at, head)) = table.beginning().find(|(_, row)| is_head(row)) else {
        return Err(Refused::new(Reason::NoHead("Schlüssel, Name, Art".to_owned())));
    };
    let mut list = RecipientList { notes: table.notes.clone(), ..RecipientList::default() };
    let mut places = Vec::new();
    for (place, words) in head.cells.iter().map(|cell| cell.trim()).enumerate() {
        match column_of(words) {
            Some(column) if places.iter().any(|(known, _)| *known == column) => {
                return Err(Refused::at(Reason::TwoHeads(words.to_owned()), head.line));
            }
            Some(column) => {
                places.push((column, place));
                list.taken.push((column, words.to_owned()));
            }
            None if words.is_empty() => {}
            None => list.ignored.push(words.to_owned()),
        }
    }
    for row in table.rows.iter().skip(at + 1) {
        let first = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
        let is_example = |cell: &str| cell.starts_with("Beispiel:") || cell.starts_with("Example:");
        if first.is_some_and(is_example) {
            list.examples += 1;
        } else {
            list.rows.push(Cells { row, places: &places, issues: Vec::new() }.read());
        }
    }
    Ok(list)
}

/// The cells of a row by column, and what is wrong with them so far.
struct Cells<'a> {
    row: &'a Row,
    places: &'a [(Column, usize)],
    issues: Vec<Issue>,
}

impl<'a> Cells<'a> {
    fn cell(&self, column: Column) -> &'a str {
        let place = self.places.iter().find(|(known, _)| *known == column);
        place.map_or("", |(_, place)| self.row.words(*place))
    }

    fn wrong(&mut self, column: Column, kind: IssueKind) {
        let value = self.cell(column).to_owned();
        self.issues.push(Issue { column, value, kind });
    }

    /// The words of a cell that must have some.
    fn needed(&mut self, column: Column) -> &'a str {
        let words = self.cell(column);
        if words.is_empty() {
            self.wrong(column, IssueKind::Missing);
        }
        words
    }

    fn read(mut self) -> ListRow {
        let line = self.row.line;
        let shown = (self.cell(Column::Key).to_owned(), self.cell(Column::Name).to_owned());
        let key = self.key();
        let name = self.needed(Column::Name);
        let recipient_type = self.recipient_type();
        let address = self.address();
        let day = self.day();
        let account = self.account();
        let content = match recipient_type {
            Some(recipient_type) if self.issues.is_empty() => {
                let name = without_type(recipient_type, name);
                Ok(ListedRecipient { key, name, recipient_type, address, day, account })
            }
            _ => Err(self.issues),
        };
        ListRow { line, shown, content }
    }

    /// The key; official ones are often written in groups ("16 0 66 000").
    fn key(&mut self) -> RecipientKey {
        let words = self.needed(Column::Key);
        let grouped = words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        let plain = if grouped { without_blanks(words) } else { words.to_owned() };
        let key = RecipientKey::from_written(&plain);
        if !words.is_empty() && !is_recipient_key(&key) {
            self.wrong(Column::Key, IssueKind::Key);
        }
        key
    }

    fn recipient_type(&mut self) -> Option<RecipientType> {
        let words = self.needed(Column::Type);
        let found = type_of(words);
        if found.is_none() && !words.is_empty() {
            self.wrong(Column::Type, IssueKind::Type);
        }
        found
    }

    fn address(&mut self) -> Vec<String> {
        let (postcode, town) = (self.cell(Column::Postcode), self.cell(Column::Town));
        let is_postcode = postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit());
        if !postcode.is_empty() && !is_postcode {
            self.wrong(Column::Postcode, IssueKind::Postcode);
        }
        if !postcode.is_empty() && town.is_empty() {
            self.wrong(Column::Town, IssueKind::Missing);
        }
        let place = format!("{postcode} {town}");
        let lines = [self.cell(Column::Office), self.cell(Column::Street), place.trim()];
        lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// A day with four digits of its year; anything else could be read in two ways.
    fn day(&mut self) -> Option<Day> {
        let words = self.cell(Column::Day);
        if words.is_empty() {
            return None;
        }
        let day = ["%d.%m.%Y", "%Y-%m-%d"]
            .iter()
            .find_map(|form| Day::parse_from_str(words, form).ok())
            .filter(|day| (1900..2200).contains(&chrono::Datelike::year(day)));
        if day.is_none() {
            self.wrong(Column::Day, IssueKind::Day);
        }
        day
    }

    fn account(&mut self) -> Option<BankAccountRecorded> {
        let (iban, holder) = (self.cell(Column::Iban), self.cell(Column::Holder));
        if iban.is_empty() && holder.is_empty() {
            return None;
        }
        let plain = without_blanks(self.needed(Column::Iban)).to_uppercase();
        self.needed(Column::Holder);
        if !iban.is_empty() && !is_iban(&plain) {
            self.wrong(Column::Iban, IssueKind::Iban);
        }
        Some(BankAccountRecorded { iban: plain, holder: holder.to_owned(), source: None })
    }
}

fn without_blanks(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// "Landkreis Eichsfeld" of a county is "Eichsfeld": the type is said by its own column.
fn without_type(recipient_type: RecipientType, name: &str) -> String {
    let rest = name.split_once(' ').map(|(_, rest)| rest);
    let bare = rest.filter(|rest| official_name(recipient_type, rest) == name);
    let keeps = matches!(recipient_type, RecipientType::Association | RecipientType::Fictional);
    bare.filter(|_| !keeps).unwrap_or(name).to_owned()
}
