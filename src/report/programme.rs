//! Report R1 for parliament: what of the programme is granted, paid and left, by title and
//! fiscal year (domain.md sections 2.5 and 8.5).

mod progress;
mod recipients;
#[cfg(test)]
mod tests;
mod titles;
mod years;

use chrono::Datelike as _;

use crate::domain::{Day, FiscalYear, Money, Stage};
use crate::report::part::{GRANTED, basis, list, money, note, percent, subtitle};
use crate::report::{Block, Cell, Phrase, PostingFilter, Report};
use crate::store::view::{BalanceRow, ProgrammeData};

/// Report R1; without a year for the fiscal year of the Stichtag, as far as the programme runs.
#[must_use]
pub fn programme(data: &ProgrammeData, year: Option<FiscalYear>) -> Report {
    let year = year.unwrap_or_else(|| default_year(data));
    let mut blocks = vec![Block::Figures(figures(data))];
    blocks.extend(titles::blocks(data, year));
    blocks.extend(years::blocks(data));
    blocks.extend(recipients::blocks(data));
    blocks.extend(progress::blocks(data));
    if !data.programme.notes.is_empty() {
        blocks.push(Block::Heading(Phrase::new("programme-notes")));
        blocks.extend(data.programme.notes.iter().map(|own| Block::Note(note(own))));
    }
    Report {
        kind: "programme",
        title: Phrase::new("programme-title").with("year", Cell::Year(year)),
        subtitle: subtitle(data.times, &data.head),
        basis: basis(&data.programme, data.times, &data.head),
        letter: None,
        blocks,
    }
}

/// The fiscal year of the Stichtag's calendar year, moved to the next year of the programme.
fn default_year(data: &ProgrammeData) -> FiscalYear {
    let own = FiscalYear(data.times.as_of.year());
    let years = || data.years.rows.iter().filter_map(year_of);
    match (years().min(), years().max()) {
        (Some(first), Some(last)) => own.clamp(first, last),
        _ => own,
    }
}

/// Fiscal year of a row of the balance.
fn year_of(row: &BalanceRow) -> Option<FiscalYear> {
    row.key.parse().ok().map(FiscalYear)
}

/// What is left of a past year cannot be granted any more: it becomes a carry-over or lapses.
fn is_past(year: FiscalYear, as_of: Day) -> bool {
    year.0 < as_of.year()
}

/// Rows of years that are over, or of those that are not, with something available.
fn available_rows(data: &ProgrammeData, past: bool) -> Vec<(FiscalYear, Money)> {
    let rows = data.years.rows.iter();
    rows.filter_map(|row| Some((year_of(row)?, row.sums.at(Stage::Available))))
        .filter(|(year, amount)| is_past(*year, data.times.as_of) == past && !amount.is_zero())
        .collect()
}

fn figures(data: &ProgrammeData) -> Vec<(Phrase, Cell)> {
    let ceiling = data.programme.ceiling;
    let total = &data.years.total;
    let share =
        |key: &'static str, part: Money| Phrase::new(key).with("share", percent(part, ceiling));
    let actual = total.sums.actual();
    let mut figures = vec![
        (Phrase::new("programme-ceiling"), Cell::Money(ceiling, None)),
        (
            share("programme-granted", total.granted),
            money(total.granted, PostingFilter::at(&GRANTED)),
        ),
        (share("programme-paid", actual), money(actual, PostingFilter::at(&Stage::ACTUAL))),
        (Phrase::new("programme-open"), money(total.sums.open(), PostingFilter::at(&Stage::OPEN))),
        (Phrase::new("programme-not-paid"), Cell::Money(ceiling - actual, None)),
    ];
    let parts = [("programme-available", false), ("programme-rest-open", true)];
    figures.extend(
        parts.iter().filter_map(|(key, past)| left(key, &available_rows(data, *past), *past)),
    );
    let label = Phrase::new("programme-paid-of-granted");
    figures.push((label, percent(actual, total.granted)));
    figures
}

/// What can still be granted, from the first year on, or what is left of past years.
fn left(key: &'static str, rows: &[(FiscalYear, Money)], past: bool) -> Option<(Phrase, Cell)> {
    let (first, _) = rows.first()?;
    let named = if past { rows } else { &rows[..1] };
    let years = list(named.iter().map(|(year, _)| Cell::Year(*year)).collect())?;
    let amount = rows.iter().map(|(_, amount)| *amount).sum();
    // A filter names one year or all of them.
    let filter = (rows.len() == 1).then(|| PostingFilter::at(&[Stage::Available]).in_year(*first));
    Some((Phrase::new(key).with("year", years), Cell::Money(amount, filter)))
}
