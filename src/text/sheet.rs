//! Cells as a German spreadsheet reads them: decimal comma, day.month.year, no formula.
//!
//! The form is the same in both languages, because it is the spreadsheet that reads it.

use crate::domain::{Day, Money};

/// An amount in euros without unit and grouping: "-1234,56".
#[must_use]
pub fn amount(amount: Money) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}

/// A day: "31.12.2020".
#[must_use]
pub fn day(day: Day) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// Words; what a spreadsheet would run as a formula begins with an apostrophe, also behind a sign
/// at which a spreadsheet of another country begins a new cell (quotes in the middle of what it
/// takes for a cell do not keep it from that).
#[must_use]
pub fn words(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for part in text.split_inclusive([',', ';']) {
        // A spreadsheet looks for the formula behind blanks, too.
        if part.starts_with(runs) || part.trim_start().starts_with(runs) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    safe
}

const fn runs(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// A line of cells for the clipboard; a cell never breaks the line.
#[must_use]
pub fn tab_line(cells: &[String]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect();
    cells.join("\t")
}

/// A line of a file with semicolons, quoted where it must be, with its end.
#[must_use]
pub fn csv_line(cells: &[String]) -> String {
    separated(cells, ";")
}

/// The same with commas (RFC 4180).
#[must_use]
pub fn comma_line(cells: &[String]) -> String {
    separated(cells, ",")
}

fn separated(cells: &[String], mark: &str) -> String {
    let quoted = |cell: &String| {
        let plain = !cell.contains(mark)
            && !cell.contains(['"', '\r', '\n', '\t'])
            && !cell.starts_with(' ')
            && !cell.ends_with(' ');
        if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let cells: Vec<String> = cells.iter().map(quoted).collect();
    [&cells.join(mark), "\r\n"].concat()
}

/// What stands before the first line, so that a spreadsheet reads UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_days_are_written_as_a_german_spreadsheet_reads_them() {
        assert_eq!(amount(Money::from_cents(123_456)), "1234,56");
        assert_eq!(amount(Money::from_cents(-5)), "-0,05");
        assert_eq!(day(Day::from_ymd_opt(2020, 12, 31).unwrap()), "31.12.2020");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_disarmed() {
        for text in ["=1+1", "+49", "-2", "@sum", "\t=1", "  =cmd", "＝1"] {
            assert_eq!(words(text), format!("'{text}"));
        }
        assert_eq!(words("Kommune A (fiktiv)"), "Kommune A (fiktiv)");
        assert_eq!(words(""), "");
        assert_eq!(words("a,=1+1; @b, c"), "a,'=1+1;' @b, c");
    }

    #[test]
    fn cells_with_separators_are_quoted() {
        let cells = ["a;b", "say \"x\"", "plain", "two\nlines", " blank"].map(str::to_owned);
        let line = csv_line(&cells);
        assert_eq!(line, "\"a;b\";\"say \"\"x\"\"\";plain;\"two\nlines\";\" blank\"\r\n");
        assert_eq!(tab_line(&["a\tb".to_owned(), "c\nd".to_owned()]), "a b\tc d");
    }
}
