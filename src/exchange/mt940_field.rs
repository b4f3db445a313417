//! The fields of MT940 that hold amounts and texts: balances, entries, details.

use super::amount::{century, number, plain_cents};
use super::camt_entry::{add_words, short};
use super::problem::{Note, NoteKind, add};
use super::statement::{Balance, Entry};
use crate::domain::Day;
use chrono::{Datelike, NaiveDate};

/// `C200316EUR1234,56`
pub fn balance(written: &str, line: u64, notes: &mut Vec<Note>) -> Balance {
    let mut rest = written;
    let sign = take(&mut rest, 1);
    let date = take(&mut rest, 6);
    let currency = take(&mut rest, 3);
    let day = whole_date(date, line, notes);
    let amount = plain_cents(rest.trim(), ',').filter(|_| currency.len() == 3);
    let amount = match (sign, amount) {
        ("C", Some(amount)) => Some(amount),
        ("D", Some(amount)) => Some(-amount),
        _ => {
            let kind = NoteKind::BalanceUnreadable(short(written));
            add(notes, Note { kind, line, about: String::new() });
            None
        }
    };
    Balance { day, currency: currency.to_owned(), amount }
}

/// `2003160316CR900000,00N166NONREF//BANKREF` and a line of further words; old programs break
/// the line where they like.
pub fn entry(lines: &[&str], line: u64, notes: &mut Vec<Note>) -> Option<Entry> {
    let mut found = Entry { line, details: 1, ..Entry::default() };
    let first = lines.first().copied().unwrap_or_default();
    let broken = !first.contains(',') && lines.len() > 1;
    let head = if broken { lines.concat() } else { first.to_owned() };
    let read = head_of(&head, line, &mut found, notes);
    if read.is_none() {
        let kind = NoteKind::EntryUnreadable(short(&head));
        add(notes, Note { kind, line, about: String::new() });
        return None;
    }
    for more in lines.iter().skip(1).filter(|_| !broken) {
        add_words(&mut found.remittance, more.trim());
    }
    Some(found)
}

fn head_of(head: &str, line: u64, found: &mut Entry, notes: &mut Vec<Note>) -> Option<()> {
    let mut rest = head.trim();
    let value = take(&mut rest, 6);
    if value.len() != 6 || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    found.value_on = whole_date(value, line, notes);
    // Booking day as month and day, or four blanks, or nothing.
    let booked = rest
        .get(..4)
        .filter(|date| date.bytes().all(|byte| byte.is_ascii_digit()) || date.trim().is_empty());
    if let Some(booked) = booked {
        rest = rest.get(4..).unwrap_or_default();
        found.booked_on = short_date(booked, found.value_on, line, notes);
    }
    found.booked_on = found.booked_on.or(found.value_on);
    let (mark, credit) =
        [("RC", false), ("RD", true), ("EC", true), ("ED", false), ("C", true), ("D", false)]
            .into_iter()
            .find(|(mark, _)| rest.starts_with(mark))?;
    found.reversal = mark.starts_with('R');
    rest = rest.get(mark.len()..)?;
    // Third letter of the currency.
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        rest = rest.get(1..)?;
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
    let amount = plain_cents(rest.get(..end)?, ',').filter(|_| end > 0)?;
    found.amount = if credit { amount } else { -amount };
    let mut references = rest.get(end..)?;
    if references.len() >= 4 && references.is_char_boundary(4) {
        references = references.get(4..)?;
    }
    if let Some((_, of_bank)) = references.split_once("//").filter(|(_, it)| *it != "NONREF") {
        found.servicer_reference = of_bank.trim().chars().take(140).collect();
    }
    for reference in references.split("//").map(str::trim) {
        if !reference.is_empty() && reference != "NONREF" {
            found.references.push(reference.chars().take(140).collect());
        }
    }
    Some(())
}

/// The field `:86:`: pieces `?20` to `?63` of German banks, else words.
pub fn details(lines: &[&str], entry: &mut Entry) {
    let text = lines.concat();
    let Some((code, pieces)) = text.split_once('?').filter(|_| text.contains("?2")) else {
        for line in lines {
            add_words(&mut entry.remittance, line.trim());
        }
        return;
    };
    // Business codes 108, 109, 159, 181 and 184 are returns of what was sent or collected.
    if matches!(code.trim(), "108" | "109" | "159" | "181" | "184") {
        code.trim().clone_into(&mut entry.return_code);
    }
    let mut purpose = String::new();
    for piece in pieces.split('?') {
        let mut words = piece;
        let Ok(field) = take(&mut words, 2).parse::<u8>() else { continue };
        match field {
            20..=29 | 60..=63 => purpose.push_str(words),
            31 => entry.counterparty_iban = words.split_whitespace().collect(),
            32 | 33 => entry.counterparty.push_str(words.trim_end()),
            _ => {}
        }
    }
    if let Some(at) = purpose.find("SVWZ+") {
        for key in ["EREF+", "KREF+", "MREF+"] {
            let value = purpose.split(key).nth(1).map(until_key);
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                entry.references.push(value.chars().take(140).collect());
            }
        }
        let said = until_key(purpose.get(at + 5..).unwrap_or_default()).to_owned();
        add_words(&mut entry.remittance, &said);
    } else {
        add_words(&mut entry.remittance, purpose.trim());
    }
}

/// A value up to the next SEPA key.
fn until_key(rest: &str) -> &str {
    const KEYS: [&str; 10] =
        ["EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "SVWZ+", "ABWA+", "ABWE+", "IBAN+", "BIC+"];
    let end = KEYS.iter().filter_map(|key| rest.find(key)).min().unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest).trim()
}

/// The first so many characters, taken off.
fn take<'a>(rest: &mut &'a str, count: usize) -> &'a str {
    let end = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}

/// YYMMDD.
fn whole_date(written: &str, line: u64, notes: &mut Vec<Note>) -> Option<Day> {
    let year = written.get(..2).and_then(|part| number(part, 2)).map(century);
    let month = written.get(2..4).and_then(|part| number(part, 2));
    let day = written.get(4..).and_then(|part| number(part, 2));
    let found = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            in_month(i32::try_from(year).unwrap_or_default(), month, day, (line, notes))
        }
        _ => None,
    };
    if found.is_none() {
        let kind = NoteKind::DayUnreadable(short(written));
        add(notes, Note { kind, line, about: String::new() });
    }
    found
}

/// MMDD, in the year nearest to the value day.
fn short_date(written: &str, value: Option<Day>, line: u64, notes: &mut Vec<Note>) -> Option<Day> {
    let value = value?;
    let month = written.get(..2).and_then(|part| number(part, 2))?;
    let day = written.get(2..).and_then(|part| number(part, 2))?;
    let apart = i64::from(month) - i64::from(value.month());
    let year = match apart {
        7.. => value.year() - 1,
        ..=-7 => value.year() + 1,
        _ => value.year(),
    };
    in_month(year, month, day, (line, notes))
}

/// The day; one beyond the end of its month (30 February of interest arithmetic) is its last.
fn in_month(year: i32, month: u32, day: u32, (line, notes): (u64, &mut Vec<Note>)) -> Option<Day> {
    if let Some(day) = NaiveDate::from_ymd_opt(year, month, day) {
        return Some(day);
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (29..=31).contains(&day))?;
    let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
    add(notes, Note { kind: NoteKind::DayOutsideMonth(last), line, about: String::new() });
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;

    fn read(lines: &[&str]) -> Option<Entry> {
        entry(lines, 1, &mut Vec::new())
    }

    #[test]
    fn an_entry_has_days_sign_amount_and_references() {
        let found = read(&["2003160317CR900000,00N166KREF//BANK1", "more"]).expect("an entry");
        assert_eq!(found.amount, Money::from_cents(90_000_000));
        assert_eq!(found.value_on.map(|day| day.to_string()).as_deref(), Some("2020-03-16"));
        assert_eq!(found.booked_on.map(|day| day.to_string()).as_deref(), Some("2020-03-17"));
        assert_eq!(found.references, ["KREF", "BANK1"]);
        assert_eq!(found.remittance, "more");
    }

    #[test]
    fn the_cancelled_credit_takes_money_and_the_cancelled_debit_gives_it() {
        for (mark, cents) in [("C", 150), ("D", -150), ("RC", -150), ("RD", 150)] {
            let found = read(&[&format!("200316{mark}1,5NMSC")]).expect("an entry");
            assert_eq!(found.amount, Money::from_cents(cents), "{mark}");
        }
    }

    #[test]
    fn around_the_new_year_the_booking_day_is_in_the_nearer_year() {
        let found = read(&["2001021231D1,00NMSC"]).expect("an entry");
        assert_eq!(found.booked_on.map(|day| day.to_string()).as_deref(), Some("2019-12-31"));
    }

    #[test]
    fn the_pieces_of_the_details_are_put_together() {
        let mut found = Entry::default();
        details(
            &[
                "166?00GUTSCHRIFT?20EREF+E1?21KREF+K1SVWZ+5.0793.1?22 Rate 1?31DE02?32Land",
                " kasse?33 Erfurt",
            ],
            &mut found,
        );
        assert_eq!(found.references, ["E1", "K1"]);
        assert_eq!(found.remittance, "5.0793.1 Rate 1");
        assert_eq!(found.counterparty, "Land kasse Erfurt");
    }

    #[test]
    fn the_thirtieth_of_february_is_the_last_day_of_the_month_with_a_note() {
        let mut notes = Vec::new();
        let found = entry(&["1602300301D6,00NMSC"], 4, &mut notes).expect("an entry");
        assert_eq!(found.value_on.map(|day| day.to_string()).as_deref(), Some("2016-02-29"));
        assert!(matches!(notes[0].kind, NoteKind::DayOutsideMonth(_)));
    }
}
