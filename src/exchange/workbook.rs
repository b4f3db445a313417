//! The first visible sheet of an XLSX workbook as a table of text cells.
//!
//! The archive is unpacked once to count it, before the library sees it; then cell by cell, so
//! that a sheet that claims a million empty columns costs nothing.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, DataType as _, Reader as _, SheetVisible, Xlsx};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Progress;
use super::archive::{Allowance, broken, open};
use super::decode;
use super::problem::{Reason, Refused};
use super::table::{MOST_CELLS, Row, Table};

/// Bytes of a workbook, packed and unpacked.
const MOST_BYTES: u64 = 100 << 20;
/// Columns of a sheet that are read.
const MOST_COLUMNS: u32 = 256;

/// Reads a workbook.
///
/// # Errors
/// When it is damaged, no workbook, or beyond the limits.
pub fn read(from: impl Read, progress: Progress<'_>) -> Result<Table, Refused> {
    let bytes = decode::whole(from, MOST_BYTES, progress)?;
    count(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let sheet = book.sheets_metadata().iter().find(|sheet| sheet.visible == SheetVisible::Visible);
    let Some(name) = sheet.map(|sheet| sheet.name.clone()) else {
        return Err(Refused::new(Reason::Empty));
    };
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| damaged())?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let (mut seen, mut read) = (0_usize, 0_u64);
    while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
        let (row, column) = cell.get_position();
        let words = words(cell.get_value());
        if words.trim().is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        read += 1;
        if read % 4096 == 0 && !progress(0) {
            return Err(Refused::new(Reason::Stopped));
        }
        let line = rows.entry(row).or_default();
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        // Empty cells before this one take room as well.
        seen += (at + 1).saturating_sub(line.len()).max(1);
        if seen > MOST_CELLS {
            return Err(Refused::at(Reason::TooManyCells(MOST_CELLS as u64), u64::from(row) + 1));
        }
        if line.len() <= at {
            line.resize(at + 1, String::new());
        }
        if let Some(place) = line.get_mut(at) {
            *place = words;
        }
    }
    if rows.is_empty() {
        return Err(Refused::new(Reason::Empty));
    }
    let rows = rows.into_iter().map(|(row, cells)| Row { line: u64::from(row) + 1, cells });
    Ok(Table { rows: rows.collect(), notes: Vec::new() })
}

/// Unpacks everything once into nothing, to see that it is sound and within the limits.
fn count(bytes: &[u8]) -> Result<(), Refused> {
    let mut archive = open(Cursor::new(bytes))?;
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut left = Allowance::up_to(packed, MOST_BYTES);
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(&error))?;
        let copied = std::io::copy(&mut left.stream(file), &mut std::io::sink());
        copied.map_err(|error| match decode::refusal(&error).reason {
            Reason::Unreadable(_) => Refused::new(Reason::WorkbookDamaged),
            other => Refused::new(other),
        })?;
    }
    Ok(())
}

/// What the library says is not for people who keep tables: that it is damaged is.
const fn damaged() -> Refused {
    Refused::new(Reason::WorkbookDamaged)
}

/// A cell as text. A number is written as Excel shows it: fractions of two become decimals, by
/// their shortest form when it has no more than cents, else with the fifteen digits of Excel.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(&number.to_string()),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) => {
            value.as_date().map_or_else(String::new, |day| day.to_string())
        }
        DataRef::String(words) | DataRef::DurationIso(words) => words.clone(),
    }
}

fn decimal(shortest: &str) -> String {
    let decimals = shortest.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let number = match shortest.parse::<Decimal>() {
        Ok(number) if decimals > 2 => number,
        // A dot alone would be read as that of thousands.
        _ => return shortest.replace('.', ","),
    };
    let whole = number.abs().trunc();
    let digits = if whole.is_zero() { 0 } else { whole.to_string().len() };
    let places = u32::try_from(15_usize.saturating_sub(digits)).unwrap_or_default();
    let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    rounded.normalize().to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_of_cells_are_written_as_excel_shows_them() {
        for (shortest, shown) in [
            ("70.1", "70,1"),
            ("0.30000000000000004", "0,3"),
            ("99999999999999.98", "99999999999999,98"),
            ("1234567890.12", "1234567890,12"),
            ("2.675", "2,675"),
            ("0.000000001", "0,000000001"),
            ("7010", "7010"),
            ("-0.1", "-0,1"),
        ] {
            assert_eq!(decimal(shortest), shown);
        }
    }
}
