//! Stichtag and Datenstand as they are typed on the command line.

use chrono::DateTime;
use clap::Args;

use super::Problem;
use crate::domain::date::berlin_day;
use crate::domain::{Day, Seq};
use crate::store::view::Times;
use crate::store::{Ledger, query};
use crate::text::Text;

/// The pair of times of a command.
#[derive(Args, Clone, Debug)]
pub struct TimesArgs {
    /// Stichtag, JJJJ-MM-TT; ohne Angabe der des Programms, sonst heute
    #[arg(long, value_name = "TAG")]
    pub as_of: Option<String>,
    /// Datenstand: ein Tag, eine Zeit nach RFC 3339 oder die Nummer einer Buchung
    #[arg(long, value_name = "STAND")]
    pub known_at: Option<String>,
}

impl TimesArgs {
    /// The times that are meant, in this ledger.
    pub fn resolve(&self, ledger: &Ledger, text: &Text) -> Result<Times, Problem> {
        let as_of = if let Some(typed) = &self.as_of {
            day(typed, text)?
        } else {
            let made = ledger.extract().map(|about| about.checkpoint.recorded_at);
            query::programme(ledger)?.first_day(made, today())
        };
        let known = match &self.known_at {
            Some(typed) if ledger.extract().is_some() => of_extract(ledger, typed, text)?,
            Some(typed) => known(ledger, typed, text)?,
            None => ledger.head().seq,
        };
        Ok(Times { as_of, known })
    }
}

/// The one Datenstand of an extract: what was known before it does not tell.
fn of_extract(ledger: &Ledger, typed: &str, text: &Text) -> Result<Seq, Problem> {
    let last = ledger.head().seq;
    if typed.parse() == Ok(last) {
        return Ok(last);
    }
    let words = [("entry", typed.to_owned()), ("last", last.to_string())];
    Err(Problem::Use(text.quoting("cli-extract-known", &words)))
}

/// Today in Europe/Berlin, never in the machine's zone.
pub fn today() -> Day {
    berlin_day(crate::system::now())
}

/// A day as typed: of another form, or one that does not exist, is wrong use.
pub fn day(typed: &str, text: &Text) -> Result<Day, Problem> {
    let shaped = typed.len() == 10
        && typed.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let entry = [("entry", typed.to_owned())];
    match typed.parse() {
        Ok(day) if shaped => Ok(day),
        _ if shaped => Err(Problem::Use(text.quoting("cli-date-missing", &entry))),
        _ => Err(Problem::Use(text.quoting("cli-date-wrong", &entry))),
    }
}

pub fn known(ledger: &Ledger, typed: &str, text: &Text) -> Result<Seq, Problem> {
    let last = ledger.head().seq;
    let found = if let Ok(seq) = typed.parse::<Seq>() {
        if seq <= last { seq } else { 0 }
    } else if let Ok(time) = DateTime::parse_from_rfc3339(typed) {
        query::known_at_time(ledger, time.timestamp_micros())?
    } else if typed.len() == 10 {
        query::known_at_end_of(ledger, day(typed, text)?)?
    } else {
        return Err(Problem::Use(text.quoting("cli-time-wrong", &[("entry", typed.to_owned())])));
    };
    if found == 0 {
        let arguments = [("entry", typed.to_owned()), ("last", last.to_string())];
        return Err(Problem::Use(text.quoting("cli-time-unknown", &arguments)));
    }
    Ok(found)
}
