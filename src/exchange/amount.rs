//! Amounts and days as files write them, read digit by digit.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Day, Money};

/// Cents of the largest single amount that is read: far above any grant, and small enough that
/// the sum of all entries of a file stays within a [`Money`].
const MOST_CENTS: i64 = 10_000_000_000_000;

/// A decimal number with this mark into cents; `None` for anything else, more than two decimals
/// that are not zero among them.
#[must_use]
pub fn plain_cents(written: &str, mark: char) -> Option<Money> {
    let (whole, decimals) = written.split_once(mark).unwrap_or((written, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 2 {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let cents: i64 = format!("0{whole}{decimals:0<2}").parse().ok()?;
    (cents <= MOST_CENTS).then(|| Money::from_cents(cents))
}

/// An amount as people and programs write it in tables: `1.234,56`, `1234.56`, `-12,00 €`,
/// `12,00-`, `(12,00)`, `12,00 S`. `None` when it is none, or could be read in two ways: a dot
/// with three digits after it (thousands, or a fraction), and thousands as in English.
#[must_use]
pub fn table_cents(written: &str) -> Option<Money> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut rest = written.trim_matches(blank);
    for unit in ["EUR", "€", "Euro"] {
        rest = rest.strip_prefix(unit).or_else(|| rest.strip_suffix(unit)).unwrap_or(rest);
        rest = rest.trim_matches(blank);
    }
    // "12,-" is twelve euros: the dash stands for the cents.
    for dash in [",-", ",–", ",—"] {
        rest = rest.strip_suffix(dash).unwrap_or(rest);
    }
    let (mut negative, mut signed) = (false, false);
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        (negative, signed, rest) = (true, true, inner);
    }
    for (mark, below) in [("S", true), ("H", false)] {
        if let Some(inner) = rest.strip_suffix(mark).filter(|_| !signed) {
            (negative, signed, rest) = (below, true, inner.trim_end_matches(blank));
        }
    }
    for (mark, below) in [('-', true), ('−', true), ('–', true), ('+', false)] {
        let inner = rest.strip_prefix(mark).or_else(|| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|_| !signed) {
            (negative, signed, rest) = (below, true, inner.trim_matches(blank));
        }
    }
    let amount = ungrouped(rest, blank)?;
    Some(if negative { -amount } else { amount })
}

/// True for digits and marks that are an amount to somebody, but not the same to everybody.
#[must_use]
pub fn is_unclear(written: &str) -> bool {
    table_cents(written).is_none()
        && written.chars().any(|c| c.is_ascii_digit())
        && written.contains([',', '.'])
        && written.chars().all(|c| {
            c.is_ascii_digit()
                || c.is_whitespace()
                || matches!(c, ',' | '.' | '-' | '+' | '\'' | '€')
        })
}

/// Digits with decimal and group marks; the marks must leave only one reading.
fn ungrouped(rest: &str, blank: impl Fn(char) -> bool) -> Option<Money> {
    let (comma, dot) = (rest.matches(',').count(), rest.matches('.').count());
    let mark = match (comma, dot) {
        (0 | 1, 0) => ',',
        (0, 1) => '.',
        (1, _) if rest.rfind(',') > rest.rfind('.') => ',',
        (0, _) => ',',
        _ => return None,
    };
    let (whole, decimals) = rest.split_once(mark).unwrap_or((rest, ""));
    // One mark and three digits after it: 1,234 and 1.234 are a thousand to one and a fraction to
    // another; nobody is guessed at.
    if decimals.len() > 2 && (decimals.len() == 3 || decimals.trim_end_matches('0').len() > 2) {
        return None;
    }
    if mark == ',' && decimals.len() > 2 && dot == 0 {
        return None;
    }
    let group = |c: char| c == '\'' || c == '’' || c == if mark == ',' { '.' } else { ',' };
    let is_group = |c: char| group(c) || blank(c);
    let pieces: Vec<&str> = whole.split(is_group).collect();
    let (first, others) = pieces.split_first()?;
    if !others.is_empty()
        && (first.is_empty() || first.len() > 3 || others.iter().any(|piece| piece.len() != 3))
    {
        return None;
    }
    plain_cents(&format!("{}{mark}{decimals}", pieces.concat()), mark)
}

/// A day of a table: `31.01.2026`, `31.01.26`, `2026-01-31`, with or without a time after it.
#[must_use]
pub fn table_day(written: &str) -> Option<Day> {
    let written = written.trim();
    let date = written.split(['T', ' ']).next()?;
    if let Some((year, rest)) = date.split_once('-') {
        let (month, day) = rest.split_once('-')?;
        return ymd(number(year, 4)?, number(month, 2)?, number(day, 2)?);
    }
    let (day, rest) = date.split_once('.')?;
    let (month, year) = rest.split_once('.')?;
    let year = match year.len() {
        2 => century(number(year, 2)?),
        4 => number(year, 4)?,
        _ => return None,
    };
    ymd(year, number(month, 2)?, number(day, 2)?)
}

/// A day of years that a programme can meet.
fn ymd(year: u32, month: u32, day: u32) -> Option<Day> {
    let found = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1970..2100).contains(&found.year()).then_some(found)
}

/// The year of two digits: 70 to 99 are of the twentieth century.
pub(super) const fn century(year: u32) -> u32 {
    if year >= 70 { 1900 + year } else { 2000 + year }
}

/// Digits alone, at most so many.
pub(super) fn number(written: &str, most: usize) -> Option<u32> {
    let plain = !written.is_empty()
        && written.len() <= most
        && written.bytes().all(|byte| byte.is_ascii_digit());
    if plain { written.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_tables_are_read_exactly_or_not_at_all() {
        for (written, cents) in [
            ("1.234,56", Some(123_456)),
            ("1.234,56-", Some(-123_456)),
            ("(1.234,56)", Some(-123_456)),
            ("1 234,56", Some(123_456)),
            ("1\u{a0}234,56", Some(123_456)),
            ("1'234,56", Some(123_456)),
            ("1234,5", Some(123_450)),
            ("1234", Some(123_400)),
            ("12,00 €", Some(1_200)),
            ("EUR 12,00", Some(1_200)),
            ("−12,00", Some(-1_200)),
            ("12,00 S", Some(-1_200)),
            ("12,00 H", Some(1_200)),
            (",50", Some(50)),
            ("12,-", Some(1_200)),
            ("1.234", None),
            ("0.125", None),
            ("1,234.56", None),
            ("1.234,560", None),
            ("1234.56", Some(123_456)),
            ("-1234.5", Some(-123_450)),
            ("1.234.567", Some(123_456_700)),
            ("12.34", Some(1_234)),
            ("-72,51", Some(-7_251)),
            ("1,234", None),
            ("1.23,45", None),
            ("12,345", None),
            ("1,2,3", None),
            ("--1,00", None),
            ("1,00 $", None),
            ("", None),
            ("-", None),
            ("abc", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(table_cents(written), cents.map(Money::from_cents), "{written:?}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_told_from_what_is_no_amount() {
        for written in ["1.234", "1,234", "0.125", "1,234.56", "-1.234 €"] {
            assert!(is_unclear(written), "{written}");
        }
        for written in ["", "abc", "12,50", "Summe 1.234"] {
            assert!(!is_unclear(written), "{written}");
        }
    }

    #[test]
    fn decimals_beyond_the_cent_are_only_taken_when_they_are_zero() {
        assert_eq!(plain_cents("18.150", '.'), Some(Money::from_cents(1_815)));
        assert_eq!(plain_cents("18.15001", '.'), None);
        assert_eq!(plain_cents("12..34", '.'), None);
        assert_eq!(plain_cents("9.", '.'), Some(Money::from_cents(900)));
        assert_eq!(plain_cents("", '.'), None);
        assert_eq!(plain_cents("100000000000.01", '.'), None, "beyond the limit");
    }

    #[test]
    fn days_of_tables_exist_in_the_calendar() {
        for (written, day) in [
            ("31.01.2026", Some("2026-01-31")),
            ("1.2.2026", Some("2026-02-01")),
            ("01.02.26", Some("2026-02-01")),
            ("2026-02-01T23:59:59+01:00", Some("2026-02-01")),
            ("2026-02-01 00:00:00", Some("2026-02-01")),
            ("31.02.2026", None),
            ("01.02.1899", None),
            ("01/02/2026", None),
            ("46054", None),
            ("31.12.9999", None),
            ("", None),
        ] {
            assert_eq!(table_day(written).map(|day| day.to_string()).as_deref(), day, "{written}");
        }
    }
}
