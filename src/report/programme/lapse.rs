//! What lapsed, told apart by fiscal year: what was booked as lapsed, and what a remainder at the
//! charge of the next year replaced (domain.md section 2.3).

use std::collections::BTreeMap;

use super::year_of;
use crate::domain::{FiscalYear, Money, Stage};
use crate::report::part::{
    figures_column, item, lapse_apart, money, sum, text, words, words_column,
};
use crate::report::{Block, Cell, Phrase, PostingFilter, Table};
use crate::store::view::{BalanceRow, ProgrammeData};

/// Heading, table and note; nothing while all that lapsed was booked so.
pub fn blocks(data: &ProgrammeData) -> Vec<Block> {
    let replaced = replaced(data);
    let whole = total(data);
    let lapsed = data.years.total.sums.at(Stage::Lapsed);
    let Some(note) = lapse_apart(lapsed - whole, whole) else { return Vec::new() };
    let row = |row: &BalanceRow| {
        let lapsed = row.sums.at(Stage::Lapsed);
        let year = year_of(row);
        let own = year.and_then(|year| replaced.get(&year)).copied().unwrap_or_default();
        let name = year.map_or_else(|| text(&row.key), Cell::Year);
        (!lapsed.is_zero())
            .then(|| item(vec![name].into_iter().chain(cells(lapsed, own, year)).collect()))
    };
    let mut rows: Vec<_> = data.years.rows.iter().filter_map(row).collect();
    rows.push(sum([words("report-sum")].into_iter().chain(cells(lapsed, whole, None)).collect()));
    let heads = ["report-lapse-booked", "report-replaced", "stage-lapsed"];
    let mut columns = vec![words_column("programme-column-year", 4)];
    columns.extend(heads.map(|head| figures_column(head, 4)));
    let caption = || Phrase::new("programme-of-lapsed");
    vec![
        Block::Heading(caption()),
        Block::Table(Table { caption: caption(), columns, rows }),
        Block::Note(note),
    ]
}

/// What of all that lapsed a remainder at the charge of the next year replaced.
pub fn total(data: &ProgrammeData) -> Money {
    data.title_years.values().map(|of| of.replaced).sum()
}

/// What remainders replaced, by the year whose money lapsed for them.
fn replaced(data: &ProgrammeData) -> BTreeMap<FiscalYear, Money> {
    let mut found: BTreeMap<FiscalYear, Money> = BTreeMap::new();
    for ((_, year), of) in &data.title_years {
        *found.entry(*year).or_default() += of.replaced;
    }
    found
}

/// Booked, replaced, and both. The remainder stands in the year that bears it; no filter tells a
/// booked lapse from the other.
fn cells(lapsed: Money, replaced: Money, year: Option<FiscalYear>) -> [Cell; 3] {
    let at = |stage: Stage, year: Option<FiscalYear>| PostingFilter {
        fiscal_year: year,
        ..PostingFilter::at(&[stage])
    };
    let of_all = at(Stage::Lapsed, year);
    let booked = replaced.is_zero().then(|| of_all.clone());
    let bearing = year.map(|year| FiscalYear(year.0 + 1));
    [
        Cell::Money(lapsed - replaced, booked),
        money(replaced, at(Stage::RestCharged, bearing)),
        money(lapsed, of_all),
    ]
}
