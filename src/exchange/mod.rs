//! Reading files that others made: bank statements, lists of the cash office, spreadsheets.
//!
//! Bytes become typed values, with notes on what is odd; what cannot be read without guessing is
//! refused. May use `domain` alone: nothing here knows the ledger, opens a network connection or
//! fetches what a file points to. Amounts are read digit by digit into cents, never as fractions
//! of two. Limits (reliability of imports): XML of at most 256 MiB, 64 levels, 64 attributes of a
//! tag and 1 MiB per piece; archives of at most 200 files, 256 MiB unpacked and 100 times their
//! packed size; tables of at most 100 MiB and a million cells; 200,000 entries and 10,000
//! statements, also of several files together; of one file a thousand notes, then how many more
//! there are. Drawings: SVG of at most 512 KiB, 64 levels and 20,000 elements.

pub mod amount;
mod archive;
mod bank_column;
mod bank_csv;
mod camt;
mod camt_entry;
mod camt_rule;
pub mod cash_list;
mod decode;
pub mod drawing;
mod mt940;
mod mt940_field;
pub mod problem;
mod settle;
pub mod statement;
pub mod table;
pub mod takeover;
mod told;
mod workbook;
mod xml;

use std::io::{BufReader, Read};

pub use problem::{Malformed, Note, NoteKind, Reason, Refused};
pub use statement::{Balance, BankFile, Entry, Format, Message, Statement, Status};

/// Bytes of the largest file that is read, unpacked.
pub const MOST_BYTES: u64 = 256 << 20;
/// Entries of one file, archives included, and of several files together.
pub const MOST_ENTRIES: usize = 200_000;
/// Statements of one file, and of several together.
pub const MOST_STATEMENTS: usize = 10_000;

/// Told from time to time how many bytes are read; `false` stops the reading.
pub type Progress<'a> = &'a mut dyn FnMut(u64) -> bool;

/// Reads a bank's file: camt.052, camt.053, camt.054, MT940, MT942, a bank's CSV, or a ZIP
/// archive with any of them.
///
/// `name` is what the person calls the file; it only stands in sentences.
///
/// # Errors
/// Says what the file is instead, what is wrong in which line, or that it was stopped.
pub fn read_bank_file(
    mut from: impl Read,
    name: &str,
    progress: Progress<'_>,
) -> Result<BankFile, Refused> {
    let start = decode::start(&mut from)?;
    let whole = start.as_slice().chain(from);
    let found = if start.starts_with(b"PK\x03\x04") {
        archive::read(whole, progress)
    } else {
        read_plain(whole, &start, progress)
    };
    let mut file = found.map_err(|refused| refused.in_file(name))?;
    if file.format != Format::Archive {
        file.settle();
    }
    Ok(file)
}

/// So much of a file is looked at to tell what it is.
const START: usize = 4096;

/// Reads a file that is no archive; `start` holds its first bytes.
fn read_plain(from: impl Read, start: &[u8], progress: Progress<'_>) -> Result<BankFile, Refused> {
    let mut file = read_by_kind(from, start, progress)?;
    file.mark_pieces();
    Ok(file)
}

fn read_by_kind(
    from: impl Read,
    start: &[u8],
    progress: Progress<'_>,
) -> Result<BankFile, Refused> {
    let words = decode::glance(start);
    let first = words.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let lower = first.get(..first.len().min(64)).unwrap_or(first).to_ascii_lowercase();
    if start.is_empty() || words.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Refused::new(Reason::Empty));
    }
    if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Refused::new(Reason::OldExcel));
    }
    if start.starts_with(b"%PDF") {
        return Err(Refused::new(Reason::Pdf));
    }
    if lower.starts_with("<html") || lower.starts_with("<!doctype html") {
        return Err(Refused::new(Reason::Html));
    }
    if first.starts_with('<') {
        let stream = decode::Utf8Stream::new(from, decode::encoding_of_xml(start), progress);
        return camt::read(BufReader::with_capacity(1 << 16, stream));
    }
    let text = decode::whole_text(from, start, progress)?;
    if mt940::looks_like(&text.text) {
        return mt940::read(&text);
    }
    bank_csv::read(&text)
}
