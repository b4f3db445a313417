//! What people type or paste: amounts on integer cents, and days.

use chrono::{Datelike, Days, NaiveDate};

use super::Lang;
use super::format::MINUS;
use crate::domain::{Day, Money};

/// Why an entry is no amount yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyEntry {
    /// Nothing was typed.
    Empty,
    /// A character that belongs to no amount.
    Character(char),
    /// No amount at all: no digit, or marks in places where none can stand.
    NotAnAmount,
    /// Written the English way ("1,234.56") where German is expected.
    EnglishFormat,
    /// Written the German way ("1.234,56") where English is expected.
    GermanFormat,
    /// "1.234": the thousands are likely meant, but nobody knows.
    Ambiguous {
        /// The amount when the dot groups thousands.
        thousands: Money,
    },
    /// More than two decimals: there is nothing smaller than a cent.
    TooManyDecimals,
    /// Groups that do not have three digits ("1.23.456").
    Grouping,
    /// Beyond [`Money::LIMIT`].
    TooLarge,
}

/// Why an entry is no day yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayEntry {
    /// Nothing was typed.
    Empty,
    /// No known way to write a day.
    Unreadable,
    /// A day that is in no calendar (31.02.).
    DoesNotExist,
    /// Outside the years 1900 to 2199.
    OutOfRange,
}

/// Grouping and decimal mark of a language.
#[derive(Clone, Copy)]
struct Marks {
    group: char,
    decimal: char,
}

const GERMAN: Marks = Marks { group: '.', decimal: ',' };
const ENGLISH: Marks = Marks { group: ',', decimal: '.' };
const MAX_DECIMALS: usize = 2;

/// A figure as it is typed in the other language: grouping and decimal mark change places.
#[must_use]
pub fn with_other_marks(typed: &str) -> String {
    let other = |mark: char| match mark {
        ',' => '.',
        '.' => ',',
        same => same,
    };
    typed.chars().map(other).collect()
}

/// Reads an amount as typed or pasted: "1234,5", "1.234,50", "−12", with or without "€".
///
/// # Errors
/// Says why the entry is no amount, or asks back where it could mean two (German "1.234").
pub fn parse_money(lang: Lang, entry: &str) -> Result<Money, MoneyEntry> {
    match entry.trim_matches(is_blank).strip_prefix('=') {
        Some(sum) => computed(lang, sum),
        None => amount(lang, entry),
    }
}

/// A small calculation, as in a cell: "=1.200,00+300", "=12*99,90". Whole cents throughout: sums
/// of amounts, each times whole numbers; whatever else is no calculation.
fn computed(lang: Lang, sum: &str) -> Result<Money, MoneyEntry> {
    let mut total = 0_i64;
    let mut rest = sum;
    let mut minus = false;
    loop {
        let end = rest.find(['+', '-', MINUS]).unwrap_or(rest.len());
        let term = product(lang, &rest[..end])?;
        let next = if minus { total.checked_sub(term) } else { total.checked_add(term) };
        total = next.ok_or(MoneyEntry::TooLarge)?;
        if total.saturating_abs() > Money::LIMIT.cents() {
            return Err(MoneyEntry::TooLarge);
        }
        let Some(sign) = rest[end..].chars().next() else { return Ok(Money::from_cents(total)) };
        minus = sign != '+';
        rest = &rest[end + sign.len_utf8()..];
    }
}

/// Cents of one amount times any number of whole numbers, in any order.
fn product(lang: Lang, factors: &str) -> Result<i64, MoneyEntry> {
    let mut times = 1_i64;
    let mut of = None;
    for factor in factors.split(['*', '×']) {
        let factor = factor.trim_matches(is_blank);
        let whole = factor.parse::<u32>().ok().filter(|_| !factor.starts_with('+'));
        match (whole, of) {
            (Some(whole), _) => {
                times = times.checked_mul(whole.into()).ok_or(MoneyEntry::TooLarge)?;
            }
            (None, None) => of = Some(amount(lang, factor)?),
            (None, Some(_)) => return Err(MoneyEntry::NotAnAmount),
        }
    }
    let of = of.map_or(100, Money::cents);
    of.checked_mul(times).ok_or(MoneyEntry::TooLarge)
}

fn amount(lang: Lang, entry: &str) -> Result<Money, MoneyEntry> {
    let (own, other, foreign) = match lang {
        Lang::De => (GERMAN, ENGLISH, MoneyEntry::EnglishFormat),
        Lang::En => (ENGLISH, GERMAN, MoneyEntry::GermanFormat),
    };
    let (negative, digits) = sign_and_digits(entry)?;
    let money = read(own, digits).map_err(|reason| {
        // Only what has the other language's decimals or groups is told to be its format.
        let marked = digits.contains(own.group) || digits.matches(own.decimal).count() > 1;
        let readable = marked && read(other, digits).is_ok();
        if readable { foreign } else { reason }
    })?;
    let money = if negative { -money } else { money };
    let single_dot = digits.matches('.').count() == 1 && !digits.contains(',');
    if lang == Lang::De && single_dot {
        return Err(MoneyEntry::Ambiguous { thousands: money });
    }
    Ok(money)
}

/// Strips blanks, currency and sign; what is left has digits, marks and blanks only.
fn sign_and_digits(entry: &str) -> Result<(bool, &str), MoneyEntry> {
    let mut rest = entry.trim_matches(is_blank);
    for unit in ["€", "EUR", "Euro"] {
        rest = rest.strip_prefix(unit).unwrap_or(rest).trim_matches(is_blank);
        rest = rest.strip_suffix(unit).unwrap_or(rest).trim_matches(is_blank);
    }
    let unsigned = rest.strip_prefix(['-', MINUS]);
    let negative = unsigned.is_some();
    let mut digits = unsigned.unwrap_or(rest).trim_matches(is_blank);
    digits = digits.strip_prefix('€').unwrap_or(digits).trim_start_matches(is_blank);
    if digits.is_empty() && !negative {
        return Err(MoneyEntry::Empty);
    }
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_blank(c);
    if let Some(character) = digits.chars().find(|c| !allowed(*c)) {
        return Err(MoneyEntry::Character(character));
    }
    Ok((negative, digits))
}

/// White space of keyboards and cells, the narrow and wide no-break spaces included, and the
/// byte order mark that some clipboards carry.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn read(marks: Marks, entry: &str) -> Result<Money, MoneyEntry> {
    let (whole, decimals) = entry.split_once(marks.decimal).unwrap_or((entry, ""));
    if !entry.contains(|c: char| c.is_ascii_digit()) {
        return Err(MoneyEntry::NotAnAmount);
    }
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(MoneyEntry::NotAnAmount);
    }
    if decimals.len() > MAX_DECIMALS {
        return Err(MoneyEntry::TooManyDecimals);
    }
    let whole = ungrouped(marks, whole)?;
    let digits = format!("{whole}{decimals:0<MAX_DECIMALS$}");
    let money = digits.parse().map(Money::from_cents).map_err(|_| MoneyEntry::TooLarge)?;
    if money > Money::LIMIT { Err(MoneyEntry::TooLarge) } else { Ok(money) }
}

/// The digits of the whole part; groups by the mark or by blanks, never by both.
fn ungrouped(marks: Marks, whole: &str) -> Result<String, MoneyEntry> {
    let by_mark = whole.contains(marks.group);
    let by_blank = whole.contains(is_blank);
    if by_mark && by_blank {
        return Err(MoneyEntry::Grouping);
    }
    let groups: Vec<&str> = whole.split(|c| c == marks.group || is_blank(c)).collect();
    if !groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(MoneyEntry::NotAnAmount);
    }
    let (first, rest) = groups.split_first().ok_or(MoneyEntry::NotAnAmount)?;
    let well_grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3);
    if rest.is_empty() || well_grouped { Ok(groups.concat()) } else { Err(MoneyEntry::Grouping) }
}

/// Reads a day as typed: "31.12.2026", "31.12.26", "311226", "31122026", "2026-12-31",
/// "31 Dec 2026", "31.12." of this year, "heute", "+14" and "-3" days from today, "Mo" for the
/// next Monday, today included, and "-Mo" for the last one before today.
///
/// # Errors
/// Says why the entry is no day.
pub fn parse_day(entry: &str, today: Day) -> Result<Day, DayEntry> {
    let entry = entry.trim_matches(is_blank);
    if entry.is_empty() {
        return Err(DayEntry::Empty);
    }
    let day = match entry.to_lowercase().as_str() {
        "heute" | "today" => today,
        "gestern" | "yesterday" => shifted(today, "1", true)?,
        "morgen" | "tomorrow" => shifted(today, "1", false)?,
        lower => match lower.strip_prefix(['+', '-', MINUS]) {
            Some(rest) => {
                let back = !lower.starts_with('+');
                match weekday(rest.trim_matches(is_blank)) {
                    Some(wanted) => on_weekday(today, wanted, back)?,
                    None => shifted(today, rest, back)?,
                }
            }
            None => match weekday(lower) {
                Some(wanted) => on_weekday(today, wanted, false)?,
                None => calendar_day(lower, today)?,
            },
        },
    };
    if (1900..2200).contains(&day.year()) { Ok(day) } else { Err(DayEntry::OutOfRange) }
}

/// Number of a day of the week from 0 for Monday, by its name, whole or shortened to two letters.
fn weekday(name: &str) -> Option<u32> {
    const NAMES: [(&str, &str); 7] = [
        ("montag", "monday"),
        ("dienstag", "tuesday"),
        ("mittwoch", "wednesday"),
        ("donnerstag", "thursday"),
        ("freitag", "friday"),
        ("samstag", "saturday"),
        ("sonntag", "sunday"),
    ];
    let name = name.trim_end_matches('.');
    let fits = |full: &str| name.chars().count() >= 2 && full.starts_with(name);
    (0..).zip(NAMES).find(|(_, (de, en))| fits(de) || fits(en)).map(|(number, _)| number)
}

/// The next such day, today included, or the last one before today.
fn on_weekday(today: Day, wanted: u32, back: bool) -> Result<Day, DayEntry> {
    let now = today.weekday().num_days_from_monday();
    let days = if back { (now + 6 - wanted) % 7 + 1 } else { (wanted + 7 - now) % 7 };
    let days = Days::new(days.into());
    let day = if back { today.checked_sub_days(days) } else { today.checked_add_days(days) };
    day.ok_or(DayEntry::OutOfRange)
}

fn shifted(today: Day, days: &str, back: bool) -> Result<Day, DayEntry> {
    let days = days.trim_matches(is_blank);
    if days.is_empty() || !days.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DayEntry::Unreadable);
    }
    let days = Days::new(days.parse().map_err(|_| DayEntry::OutOfRange)?);
    let day = if back { today.checked_sub_days(days) } else { today.checked_add_days(days) };
    day.ok_or(DayEntry::OutOfRange)
}

fn calendar_day(entry: &str, today: Day) -> Result<Day, DayEntry> {
    if entry.bytes().all(|byte| byte.is_ascii_digit()) {
        return match entry.len() {
            6 | 8 => made(&entry[..2], &entry[2..4], &entry[4..]),
            _ => Err(DayEntry::Unreadable),
        };
    }
    let dashed: Vec<&str> = entry.split('-').collect();
    if let [year, month, day] = dashed[..] {
        return if year.len() == 4 { made(day, month, year) } else { Err(DayEntry::Unreadable) };
    }
    let parts: Vec<&str> =
        entry.split(|c| c == '.' || is_blank(c)).filter(|part| !part.is_empty()).collect();
    let this_year = today.year().to_string();
    match parts[..] {
        [day, month] => made(day, month, &this_year),
        [day, month, year] => made(day, month, year),
        _ => Err(DayEntry::Unreadable),
    }
}

fn made(day: &str, month: &str, year: &str) -> Result<Day, DayEntry> {
    let figure = |text: &str, longest| match text.parse::<u32>() {
        Ok(value) if text.len() <= longest && !text.starts_with('+') => Ok(value),
        _ => Err(DayEntry::Unreadable),
    };
    let month = match named_month(month) {
        Some(number) => number,
        None => figure(month, 2)?,
    };
    let century = match year.len() {
        2 => 2000,
        4 => 0,
        _ => return Err(DayEntry::Unreadable),
    };
    let year = i32::try_from(figure(year, 4)? + century).map_err(|_| DayEntry::OutOfRange)?;
    NaiveDate::from_ymd_opt(year, month, figure(day, 2)?).ok_or(DayEntry::DoesNotExist)
}

/// Number of a month by its name, whole or shortened to three letters at least.
fn named_month(name: &str) -> Option<u32> {
    const NAMES: [(&str, &str); 12] = [
        ("januar", "january"),
        ("februar", "february"),
        ("märz", "march"),
        ("april", "april"),
        ("mai", "may"),
        ("juni", "june"),
        ("juli", "july"),
        ("august", "august"),
        ("september", "september"),
        ("oktober", "october"),
        ("november", "november"),
        ("dezember", "december"),
    ];
    let fits = |full: &str| name.chars().count() >= 3 && full.starts_with(name);
    (1..).zip(NAMES).find(|(_, (de, en))| fits(de) || fits(en)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests;
