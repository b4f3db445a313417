//! Tables of text cells: CSV of any usual kind; `workbook` gives the same of XLSX.

use std::io::Read;

use super::decode::{self, WholeText};
use super::problem::{Note, NoteKind, Reason, Refused};
use super::{Progress, workbook};

/// Cells of one table.
pub const MOST_CELLS: usize = 1_000_000;

/// A table: rows of cells, as they stand in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows with anything in them.
    pub rows: Vec<Row>,
    /// What is odd.
    pub notes: Vec<Note>,
}

/// Rows among which the head is looked for: above it others name account, period or office.
const MOST_ABOVE: usize = 40;

impl Table {
    /// The rows of which one can be the head, each with its place.
    #[must_use]
    pub fn beginning(&self) -> impl DoubleEndedIterator<Item = (usize, &Row)> {
        let last = self.rows.len().min(MOST_ABOVE);
        self.rows.iter().take(last).enumerate()
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line of the file or row of the sheet, from 1.
    pub line: u64,
    /// Cells from left to right.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of that column, without blanks around it; empty when there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The words of that column, without the apostrophe that keeps a spreadsheet from calculating.
    #[must_use]
    pub fn words(&self, column: usize) -> &str {
        let cell = self.cell(column);
        cell.strip_prefix('\'').unwrap_or(cell)
    }
}

/// Reads a table from CSV or XLSX, told apart by their first bytes.
///
/// # Errors
/// Says what the file is instead, or which limit it passes.
pub fn read_table(
    mut from: impl Read,
    name: &str,
    progress: Progress<'_>,
) -> Result<Table, Refused> {
    let start = decode::start(&mut from)?;
    let whole = start.as_slice().chain(from);
    let found = if start.starts_with(b"PK\x03\x04") {
        workbook::read(whole, progress)
    } else {
        plain(whole, &start, name, progress)
    };
    found.map_err(|refused| refused.in_file(name))
}

fn plain(
    from: impl Read,
    start: &[u8],
    name: &str,
    progress: Progress<'_>,
) -> Result<Table, Refused> {
    if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Refused::new(Reason::OldExcel));
    }
    if start.starts_with(b"%PDF") {
        return Err(Refused::new(Reason::Pdf));
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if ending == "xlsx" || ending == "xlsm" {
        return Err(Refused::new(Reason::NoWorkbook));
    }
    read_text(&decode::whole_text(from, start, progress)?)
}

/// Reads a text as CSV: semicolon, comma, tab or bar, by which fits the lines.
///
/// # Errors
/// When it is empty, a page of the web, has an open quotation mark or too many cells.
pub fn read_text(text: &WholeText) -> Result<Table, Refused> {
    let lower = text.text.trim_start().get(..64).unwrap_or(text.text.trim_start());
    let lower = lower.to_ascii_lowercase();
    if lower.starts_with("<html") || lower.starts_with("<!doctype") || lower.starts_with("<table") {
        return Err(Refused::new(Reason::Html));
    }
    let mut rest = text.text.as_str();
    let declared =
        rest.strip_prefix("sep=").and_then(|after| Some((after.chars().next()?, after.get(1..)?)));
    let mut first = 1;
    let mut mark = None;
    if let Some((separator, after)) = declared.filter(|(separator, _)| separator.is_ascii()) {
        rest = after.trim_start_matches(['\r', '\n']);
        mark = Some(separator);
        first = 2;
    }
    if rest.trim().is_empty() {
        return Err(Refused::new(Reason::Empty));
    }
    let mark = mark.unwrap_or_else(|| separator(rest));
    let mut table = Table::default();
    if text.lost > 0 {
        let kind = NoteKind::Characters(text.lost);
        table.notes.push(Note { kind, line: 0, about: String::new() });
    }
    split(rest, mark, first, &mut table)?;
    Ok(table)
}

/// The mark that parts most lines into the same number of fields.
fn separator(text: &str) -> char {
    let lines: Vec<&str> =
        text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(50).collect();
    let score = |mark: char| {
        let mut counts: Vec<usize> = lines.iter().map(|line| outside(line, mark)).collect();
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or_default();
        let alike = counts.iter().filter(|count| **count == usual).count();
        if usual == 0 { (0, 0) } else { (alike, usual) }
    };
    // Amounts have commas in German: on a tie the semicolon, the tab and the bar win.
    [',', '|', '\t', ';'].into_iter().max_by_key(|mark| score(*mark)).unwrap_or(';')
}

/// How often the mark stands outside of quotation marks.
fn outside(line: &str, mark: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if c == mark && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// Where the reader of the fields stands.
#[derive(PartialEq, Eq)]
enum Inside {
    /// At the start of a field.
    Start,
    /// In a field without quotation marks: one within it is data.
    Plain,
    /// Between quotation marks; the line at which they began.
    Quoted(u64),
    /// After the closing one.
    After,
}

/// Parts the text into rows and fields. A quotation mark that is never closed is refused with its
/// line, where a lenient reader would swallow the rest of the file as one field.
fn split(text: &str, mark: char, first: u64, table: &mut Table) -> Result<(), Refused> {
    let (mut line, mut cells_seen) = (first, 0);
    let mut row = Row { line, cells: Vec::new() };
    let (mut cell, mut inside) = (String::new(), Inside::Start);
    let mut characters = text.chars().peekable();
    loop {
        let next = characters.next();
        let ends = matches!(next, None | Some('\n' | '\r')) && !matches!(inside, Inside::Quoted(_));
        if next == Some('\n') || (next == Some('\r') && characters.peek() != Some(&'\n')) {
            line += 1;
        }
        match (next, &inside) {
            (None, Inside::Quoted(begun)) => {
                return Err(Refused::at(Reason::QuoteOpen, *begun));
            }
            _ if ends => {
                if next == Some('\r') && characters.peek() == Some(&'\n') {
                    characters.next();
                    line += 1;
                }
                keep(&mut row, std::mem::take(&mut cell), &mut cells_seen)?;
                let done = std::mem::replace(&mut row, Row { line, cells: Vec::new() });
                if done.cells.iter().any(|cell| !cell.trim().is_empty()) {
                    table.rows.push(done);
                }
                inside = Inside::Start;
                if next.is_none() {
                    return Ok(());
                }
            }
            (Some('"'), Inside::Start) => inside = Inside::Quoted(line),
            (Some('"'), Inside::Quoted(_)) => {
                if characters.peek() == Some(&'"') {
                    characters.next();
                    cell.push('"');
                } else {
                    inside = Inside::After;
                }
            }
            (Some(c), Inside::Start | Inside::Plain | Inside::After) if c == mark => {
                keep(&mut row, std::mem::take(&mut cell), &mut cells_seen)?;
                inside = Inside::Start;
            }
            (Some(c), _) => {
                cell.push(c);
                if inside == Inside::Start {
                    inside = Inside::Plain;
                }
            }
            (None, _) => return Ok(()),
        }
    }
}

/// Adds a cell to its row; each counts, so that one endless row is stopped, too.
fn keep(row: &mut Row, cell: String, seen: &mut usize) -> Result<(), Refused> {
    *seen += 1;
    if *seen > MOST_CELLS {
        return Err(Refused::at(Reason::TooManyCells(MOST_CELLS as u64), row.line));
    }
    row.cells.push(cell);
    Ok(())
}

/// A head as it is compared: lower case, one blank, no quotation marks.
#[must_use]
pub fn folded(head: &str) -> String {
    let plain = head.to_lowercase().replace(['\u{a0}', '\u{202f}', '"', '*'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(':').to_owned()
}
