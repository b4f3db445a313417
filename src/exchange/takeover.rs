//! Lists that are taken over, from CSV or XLSX: columns found by their heads, rows read strictly.

mod cells;
mod directory;
mod grant;
mod heads;
mod payment;
mod recipient;

use std::io::Read;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::Progress;
use super::problem::{Note, Reason, Refused};
use super::table::{Row, Table, folded, read_table};
use crate::domain::takeover::{Column, ListKind, ListRow};
use cells::Cells;

pub use directory::{Directory, is_directory, read_directory};
pub use heads::{Word, column_of, type_of, word_of};

/// A list as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takeover {
    /// What it holds.
    pub kind: ListKind,
    /// Columns that are taken, each with its head.
    pub taken: Vec<(Column, String)>,
    /// Heads of columns that are not.
    pub ignored: Vec<String>,
    /// Its rows.
    pub rows: Vec<ListRow>,
    /// Rows that are examples and nothing else.
    pub examples: usize,
    /// Rows that are sums.
    pub sums: usize,
    /// What is odd about the file.
    pub notes: Vec<Note>,
}

/// Reads a list; without a kind the one that its heads tell.
///
/// # Errors
/// Says what the file is instead, that no row has the heads, or which column is there twice.
pub fn read_takeover(
    from: impl Read,
    name: &str,
    kind: Option<ListKind>,
    progress: Progress<'_>,
) -> Result<Takeover, Refused> {
    let mut table = read_table(from, name, progress)?;
    // The ledger takes letters in one form only; some systems write an umlaut as two characters.
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if !is_nfc(cell) {
            *cell = cell.nfc().collect();
        }
    }
    read(&table, kind).map_err(|refused| refused.in_file(name))
}

/// Kinds by their heads: those with more columns first, since a list of payments may name the
/// recipient as well.
const BY_HEADS: [ListKind; 4] =
    [ListKind::Payments, ListKind::Grants, ListKind::DueLines, ListKind::Recipients];

fn read(table: &Table, kind: Option<ListKind>) -> Result<Takeover, Refused> {
    let kinds = kind.as_ref().map_or(BY_HEADS.as_slice(), std::slice::from_ref);
    let head = kinds.iter().find_map(|kind| Some((*kind, head_of(table, *kind)?)));
    let Some((kind, (at, head))) = head else {
        return Err(Refused::new(Reason::NoHead(missing(table, kinds))));
    };
    let mut list = Takeover { kind, notes: table.notes.clone(), ..Takeover::default() };
    let mut places = Vec::new();
    for (place, words) in head.cells.iter().map(|cell| cell.trim()).enumerate() {
        match column_of(kind, words) {
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
    let mut rows = Vec::new();
    for row in table.rows.iter().skip(at + 1) {
        let first = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
        match first.map(folded) {
            Some(first) if first.starts_with("beispiel:") || first.starts_with("example:") => {
                list.examples += 1;
            }
            Some(first) if SUMS.contains(&first.as_str()) => list.sums += 1,
            _ => rows.push(Cells::new(row, &places)),
        }
    }
    list.rows = match kind {
        ListKind::Recipients | ListKind::Municipalities => {
            rows.into_iter().map(recipient::read).collect()
        }
        ListKind::Grants => grant::read(rows),
        ListKind::DueLines => rows.into_iter().map(grant::read_due_line).collect(),
        ListKind::Payments => rows.into_iter().map(payment::read).collect(),
    };
    Ok(list)
}

/// First cells of rows that add up the others.
const SUMS: [&str; 7] =
    ["summe", "summen", "zwischensumme", "gesamt", "gesamtsumme", "total", "sum"];

/// The first row with all heads that are needed.
fn head_of(table: &Table, kind: ListKind) -> Option<(usize, &Row)> {
    table.beginning().find(|(_, row)| lacking(row, kind).is_empty())
}

/// Columns that a list of that kind needs and the row does not name.
fn lacking(row: &Row, kind: ListKind) -> Vec<Column> {
    let found: Vec<Column> = row.cells.iter().filter_map(|head| column_of(kind, head)).collect();
    kind.needed().iter().copied().filter(|column| !found.contains(column)).collect()
}

/// What the row that comes nearest to a head lacks, in the words of the form.
fn missing(table: &Table, kinds: &[ListKind]) -> String {
    let rows = table.beginning().map(|(_, row)| row);
    let all = rows.flat_map(|row| kinds.iter().rev().map(move |kind| (*kind, lacking(row, *kind))));
    let near = all.min_by_key(|(kind, lacking)| {
        // A kind that needs many heads is near only when it has a good part of them.
        lacking.len() * 100 / kind.needed().len().max(1)
    });
    let (_, lacking) = near.unwrap_or((ListKind::Recipients, Vec::new()));
    let words = lacking.into_iter().map(heads::german);
    words.collect::<Vec<_>>().join(", ")
}
