//! A Datenstand as it is typed.

use super::context::Context;
use super::data::Known;

/// A Datenstand as it is shown, and typed.
#[must_use]
pub fn words(cx: &Context<'_>, known: Known) -> String {
    match known {
        Known::Latest => cx.t("app-known-latest"),
        Known::EndOf(day) => cx.text.day(day),
        Known::Entry(seq) => cx.text.entry_number(seq),
    }
}

/// Reads a Datenstand: the word for the latest, a day, or the number of an entry.
///
/// # Errors
/// With a sentence for what is none of them.
pub fn read(cx: &Context<'_>, typed: &str) -> Result<Known, String> {
    let typed = typed.trim();
    if typed.is_empty() || typed.to_lowercase() == cx.t("app-known-latest").to_lowercase() {
        return Ok(Known::Latest);
    }
    let digits = typed.trim_start_matches(|c: char| !c.is_ascii_digit());
    let last = cx.ledger.map_or(0, |ledger| ledger.head.seq);
    // A day without separators has six or eight digits; with "Nr." before them, or where the
    // journal has so many entries and it is no day, they are a number.
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty();
    let named = digits.len() < typed.len();
    let is_day = || cx.text.parse_day(typed, cx.today).is_ok();
    if number && (named || !matches!(digits.len(), 6 | 8) || !is_day()) {
        let seq = digits.parse().ok().filter(|seq| (1..=last).contains(seq));
        let wrong = || cx.f("app-known-range", &[("last", last.to_string())]);
        return seq.map(Known::Entry).ok_or_else(wrong);
    }
    cx.text
        .parse_day(typed, cx.today)
        .map(Known::EndOf)
        .map_err(|_| cx.f("app-known-wrong", &[("last", last.to_string())]))
}
