//! A report as a workbook: one sheet per table with real numbers and days, and one with the
//! sentences and key figures.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::lines::{Line, heading, heads, lines, plain, sentence, tables};
use super::{RenderError, tabs, words};
use crate::domain::{Day, Money};
use crate::report::{Bound, Cell, Report, RowKind, Table};
use crate::text::{Lang, Text};

/// Paper format A4 as the file counts.
const A4: u8 = 9;

/// The report as XLSX.
///
/// Amounts are numbers in euro with two decimals, percentages and days are what they are, words
/// are never read as formulas. The creation date is that of the last entry that counts: the same
/// report and language give the same bytes.
///
/// # Errors
///
/// [`RenderError::TooLarge`] when a table is larger than a sheet can be; [`RenderError::Xlsx`] is
/// a fault of the writer.
pub fn xlsx(report: &Report, text: &Text) -> Result<Vec<u8>, RenderError> {
    book(report, text).map_err(|error| match error {
        XlsxError::RowColumnLimitError => RenderError::TooLarge,
        error => RenderError::Xlsx(error.to_string()),
    })
}

fn book(report: &Report, text: &Text) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(report.basis.known_at.div_euclid(1_000_000))?;
    let about = DocProperties::new()
        .set_title(sentence(text, &report.title))
        .set_subject(sentence(text, &report.subtitle))
        .set_author(&report.basis.programme)
        .set_creation_datetime(&created);
    book.set_properties(&about);
    let formats = Formats::new(text);
    let mut names = BTreeSet::new();
    let about_name = tabs::name(&text.get("report-sheet"), &mut names);
    for (caption, table) in tables(report, text) {
        let sheet = book.add_worksheet();
        sheet.set_name(tabs::name(&tabs::words(text, &table.caption), &mut names))?;
        write_table(sheet, &formats, (&caption, table), (report, text))?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(about_name)?;
    write_rest(sheet, &formats, report, text)?;
    book.save_to_buffer()
}

/// How cells look; each of them in two weights: of a line and of a sum.
struct Formats {
    title: Format,
    head: [Format; 2],
    words: [Format; 2],
    nil: [Format; 2],
    money: [Format; 2],
    at_most: [Format; 2],
    whole: [Format; 2],
    percent: [Format; 2],
    day: [Format; 2],
    year: [Format; 2],
}

impl Formats {
    fn new(text: &Text) -> Self {
        let day = match text.lang() {
            Lang::De => "dd.mm.yyyy",
            Lang::En => "yyyy-mm-dd",
        };
        let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let words = Format::new().set_text_wrap().set_quote_prefix();
        let right = Format::new().set_align(FormatAlign::Right);
        let number = |code: &str| weights(&right.clone().set_num_format(code));
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: [head.clone(), head.set_align(FormatAlign::Right)],
            words: weights(&words),
            nil: weights(&right),
            money: number("#,##0.00;\u{2212}#,##0.00"),
            at_most: number(&at_most(text)),
            whole: number("#,##0;\u{2212}#,##0"),
            percent: number("0.00%;\u{2212}0.00%"),
            day: weights(&Format::new().set_align(FormatAlign::Left).set_num_format(day)),
            year: weights(&Format::new().set_align(FormatAlign::Left).set_num_format("0")),
        }
    }
}

/// "höchstens 1.234,56" as a number with words before it.
fn at_most(text: &Text) -> String {
    let written = text.format("at-most", &[("value", "\u{0}".to_owned())]);
    let quoted = |words: &str| match words {
        "" => String::new(),
        words => format!("\"{}\"", words.replace('"', "")),
    };
    let (before, after) = written.split_once('\u{0}').unwrap_or((&written, ""));
    format!("{}#,##0.00{}", quoted(before), quoted(after))
}

fn weights(format: &Format) -> [Format; 2] {
    let line = format.clone().set_align(FormatAlign::Top);
    let sum = line.clone().set_bold().set_border_top(FormatBorder::Thin);
    [line, sum]
}

fn write_table(
    sheet: &mut Worksheet,
    formats: &Formats,
    (caption, table): (&str, &Table),
    (report, text): (&Report, &Text),
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, caption, &formats.title)?;
    let mut row = 1;
    for line in heading(report, text).iter().skip(1) {
        sheet.write_string(row, 0, line)?;
        row += 1;
    }
    row += 1;
    let top = row;
    for (place, head) in heads(table, text).iter().enumerate() {
        let numeric = usize::from(table.columns[place].numeric);
        sheet.write_string_with_format(row, column(place)?, head, &formats.head[numeric])?;
    }
    for line in &table.rows {
        row += 1;
        for (place, cell) in line.cells.iter().enumerate() {
            write_cell(sheet, formats, ((row, column(place)?), line.kind, cell), text)?;
        }
    }
    for (place, width) in widths(table, text).into_iter().enumerate() {
        sheet.set_column_width_pixels(column(place)?, width)?;
    }
    sheet.set_freeze_panes(top + 1, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(top, top)?;
    Ok(())
}

/// What is in no table: title, key figures, facts, notes.
fn write_rest(
    sheet: &mut Worksheet,
    formats: &Formats,
    report: &Report,
    text: &Text,
) -> Result<(), XlsxError> {
    let mut row = 0;
    for line in lines(report, text) {
        match line {
            Line::Head(_) | Line::Row(_) => continue,
            Line::Blank => {}
            Line::Words(words) if row == 0 => {
                sheet.write_string_with_format(row, 0, words, &formats.title)?;
            }
            Line::Words(words) => {
                sheet.write_string(row, 0, words)?;
            }
            Line::Pair(label, cell) => {
                sheet.write_string(row, 0, label)?;
                write_cell(sheet, formats, ((row, 1), RowKind::Item, cell), text)?;
            }
        }
        row += 1;
    }
    sheet.set_column_width_pixels(0, 380)?.set_column_width_pixels(1, 160)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn column(place: usize) -> Result<u16, XlsxError> {
    u16::try_from(place).map_err(|_| XlsxError::RowColumnLimitError)
}

fn write_cell(
    sheet: &mut Worksheet,
    formats: &Formats,
    ((row, column), kind, cell): ((u32, u16), RowKind, &Cell),
    text: &Text,
) -> Result<(), XlsxError> {
    let weight = usize::from(kind == RowKind::Sum);
    let place = (row, column);
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &formats.words[weight])?,
        Cell::Nil => sheet.write_string_with_format(row, column, "–", &formats.nil[weight])?,
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) => {
            number(sheet, place, euros(*amount), &formats.money[weight])?
        }
        Cell::Rate(amount, Bound::AtMost) => {
            number(sheet, place, euros(*amount), &formats.at_most[weight])?
        }
        // The format of the cell multiplies by a hundred.
        Cell::Percent(value) => {
            number(sheet, place, *value * Decimal::new(1, 2), &formats.percent[weight])?
        }
        Cell::Thousands(value, _) | Cell::Number(value) => {
            number(sheet, place, Decimal::from(*value), &formats.whole[weight])?
        }
        Cell::Year(year) => number(sheet, place, Decimal::from(year.0), &formats.year[weight])?,
        Cell::Day(day) => match excel_day(*day) {
            Some(day) => {
                sheet.write_datetime_with_format(row, column, &day, &formats.day[weight])?
            }
            None => words_cell(sheet, place, &text.day(*day), &formats.words[weight])?,
        },
        Cell::Text(_)
        | Cell::Phrase(_)
        | Cell::Date(_)
        | Cell::Kind(_)
        | Cell::Object(..)
        | Cell::Setting(_)
        | Cell::Hash(_) => {
            let words = plain(&words::cell(text, cell));
            words_cell(sheet, place, &words, &formats.words[weight])?
        }
    };
    Ok(())
}

/// A decimal number is written in the decimals it has: the nearest floating number to so many
/// cents is printed by its shortest digits, which are those cents.
fn number<'a>(
    sheet: &'a mut Worksheet,
    (row, column): (u32, u16),
    value: Decimal,
    format: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    sheet.write_with_format(row, column, value, format)
}

fn words_cell<'a>(
    sheet: &'a mut Worksheet,
    (row, column): (u32, u16),
    words: &str,
    format: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    sheet.write_string_with_format(row, column, words, format)
}

fn euros(amount: Money) -> Decimal {
    Decimal::new(amount.cents(), 2)
}

/// A day as the file counts; `None` before 1900, which it cannot count.
fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Width of each column in pixels, after its longest figure or its words, within limits.
fn widths(table: &Table, text: &Text) -> Vec<u32> {
    let length = |words: &str| u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let longest_word = |words: &str| words.split_whitespace().map(length).max().unwrap_or(0);
    heads(table, text)
        .iter()
        .enumerate()
        .map(|(place, head)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
            let cells = cells.map(|cell| length(&words::cell(text, cell))).max().unwrap_or(0);
            cells.max(longest_word(head)).clamp(8, 48) * 7 + 12
        })
        .collect()
}
