//! A report as CSV: in the form that a German spreadsheet reads, or the international one.

use super::lines::{Line, heads, lines, plain};
use super::words;
use crate::domain::Money;
use crate::report::{Bound, Cell, Report, Table};
use crate::text::{Text, sheet};

/// Marks of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Semicolon, decimal comma, day.month.year, with a byte order mark.
    #[default]
    German,
    /// Comma, decimal point, year-month-day (RFC 4180), without a byte order mark.
    International,
}

/// The report as CSV in UTF-8: the lines that stand on paper, figures without grouping and unit.
///
/// Words that a spreadsheet would run as a formula begin with an apostrophe. The same report,
/// language and form give the same bytes.
#[must_use]
pub fn csv(report: &Report, text: &Text, form: Form) -> String {
    let mut out = match form {
        Form::German => sheet::BYTE_ORDER_MARK.to_owned(),
        Form::International => String::new(),
    };
    for line in lines(report, text) {
        let cells: Vec<String> = match line {
            Line::Blank => Vec::new(),
            Line::Words(words) => vec![sheet::words(&words)],
            Line::Pair(label, cell) => {
                // A number alone says not that it is a share.
                let unit = if matches!(cell, Cell::Percent(_)) { " (%)" } else { "" };
                vec![sheet::words(&[&label, unit].concat()), written(text, cell, form)]
            }
            Line::Head(table) => headed(table, text),
            Line::Row(row) => row.cells.iter().map(|cell| written(text, cell, form)).collect(),
        };
        out.push_str(&match form {
            Form::German => sheet::csv_line(&cells),
            Form::International => sheet::comma_line(&cells),
        });
    }
    out
}

/// Heads of columns; one of shares says so, because its figures have no sign.
fn headed(table: &Table, text: &Text) -> Vec<String> {
    let of_shares = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        let is_told = |cell: &&Cell| !matches!(cell, Cell::Nil | Cell::Empty);
        let mut shares = cells.filter(is_told).peekable();
        shares.peek().is_some() && shares.all(|cell| matches!(cell, Cell::Percent(_)))
    };
    let head = |(place, head): (usize, String)| {
        let unit = if !head.contains('%') && of_shares(place) { " in %" } else { "" };
        sheet::words(&[&head, unit].concat())
    };
    heads(table, text).into_iter().enumerate().map(head).collect()
}

fn written(text: &Text, cell: &Cell, form: Form) -> String {
    let german = form == Form::German;
    match cell {
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) if german => {
            sheet::amount(*amount)
        }
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) => Money::to_string(amount),
        Cell::Percent(value) if german => format!("{value:.2}").replace('.', ","),
        Cell::Percent(value) => format!("{value:.2}"),
        Cell::Thousands(number, _) | Cell::Number(number) => number.to_string(),
        Cell::Day(day) if german => sheet::day(*day),
        Cell::Day(day) => day.to_string(),
        Cell::Year(year) => year.0.to_string(),
        Cell::Empty
        | Cell::Nil
        | Cell::Rate(_, Bound::AtMost)
        | Cell::Text(_)
        | Cell::Phrase(_)
        | Cell::Date(_)
        | Cell::Kind(_)
        | Cell::Object(..)
        | Cell::Setting(_)
        | Cell::Hash(_) => sheet::words(&plain(&words::cell(text, cell))),
    }
}
