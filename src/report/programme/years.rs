//! Where the money of each fiscal year is: bars, the table with the identity, and what was paid
//! by calendar year.

use super::{lapse, year_of};
use crate::domain::availability::{Left, Standing};
use crate::domain::{FiscalYear, Money, Stage};
use crate::report::part::{figures_column, item, money, plain, sum, text, words, words_column};
use crate::report::{Bars, Block, Cell, Column, Phrase, PostingFilter, Table, bar};
use crate::store::view::{BalanceRow, ProgrammeData, Sums};

/// Where money came from besides the budget, and where it went for good: columns when needed.
const SELDOM: [(Stage, &str); 6] = [
    (Stage::Exceeded, "stage-exceeded"),
    (Stage::CoverIn, "stage-cover-in"),
    (Stage::CarriedIn, "stage-carried-in"),
    (Stage::CoverOut, "stage-cover-out"),
    (Stage::CarriedOut, "stage-carried-out"),
    (Stage::Lapsed, "stage-lapsed"),
];

/// Place of the first of them, behind the year and the appropriation.
const FIRST_SELDOM: usize = 2;

/// What of the *Ist* has a place of its own: a table when needed.
const OF_ACTUAL: [(Stage, &str); 5] = [
    (Stage::Paid, "programme-column-kept"),
    (Stage::Held, "stage-held"),
    (Stage::Reclaimed, "stage-reclaimed"),
    (Stage::WrittenOff, "stage-written-off"),
    (Stage::Returned, "stage-returned"),
];

/// What stands below zero by its meaning: columns when needed, and never set off.
type Taken = (&'static str, fn(&Standing) -> Money);

const TAKEN: [Taken; 2] = [
    ("report-prebound", |standing| standing.prebound),
    ("report-short", |standing| standing.short),
];

/// What stands in Available of a year, by its meaning.
fn standing(data: &ProgrammeData, row: &BalanceRow) -> Standing {
    year_of(row).and_then(|year| data.standing.get(&year)).copied().unwrap_or_default()
}

/// Years as table and bars, then the payments by calendar year.
pub fn blocks(data: &ProgrammeData) -> Vec<Block> {
    let seldom: Vec<(Stage, &'static str)> = SELDOM
        .into_iter()
        .filter(|(stage, _)| data.years.rows.iter().any(|row| !row.sums.at(*stage).is_zero()))
        .collect();
    let taken: Vec<Taken> = TAKEN
        .into_iter()
        .filter(|(_, of)| data.standing.values().any(|standing| !of(standing).is_zero()))
        .collect();
    if data.years.rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(Phrase::new("programme-years")),
        Block::Bars(bars(data)),
        Block::Table(table(data, &seldom, &taken)),
    ];
    let plain = seldom.is_empty() && taken.is_empty();
    let identity = if plain { "programme-note-identity" } else { "programme-note-sources" };
    blocks.push(Block::Note(Phrase::new(identity)));
    let total = &data.years.total.sums;
    if [Stage::CarriedIn, Stage::CarriedOut].iter().all(|stage| !total.at(*stage).is_zero()) {
        blocks.push(Block::Note(Phrase::new("programme-note-netted")));
    }
    if !taken.is_empty() {
        blocks.push(Block::Note(Phrase::new("report-note-taken")));
    }
    blocks.extend(of_actual(data));
    blocks.extend(lapse::blocks(data));
    if !data.calendar_years.is_empty() {
        blocks.push(Block::Heading(Phrase::new("programme-calendar")));
        let pair = |(year, amount): &(i32, Money)| {
            let label =
                Phrase::new("programme-calendar-year").with("year", Cell::Year(FiscalYear(*year)));
            (label, Cell::Money(*amount, None))
        };
        blocks.push(Block::Facts(data.calendar_years.iter().map(pair).collect()));
        blocks.push(Block::Note(Phrase::new("programme-note-calendar")));
    }
    blocks
}

/// The parts of the *Ist*, which is one part of a bar; nothing while all of it is simply paid.
fn of_actual(data: &ProgrammeData) -> Vec<Block> {
    let total = &data.years.total.sums;
    let occurs = |(stage, _): &(Stage, &str)| !total.at(*stage).is_zero();
    let parts: Vec<(Stage, &'static str)> = OF_ACTUAL.into_iter().filter(occurs).collect();
    if parts.iter().all(|(stage, _)| *stage == Stage::Paid) {
        return Vec::new();
    }
    let amounts = |sums: &Sums, filter: &PostingFilter| {
        let at = |stages: &[Stage], amount: Money| {
            money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
        };
        let parts = parts.iter().map(|(stage, _)| at(&[*stage], sums.at(*stage)));
        parts.chain([at(&Stage::ACTUAL, sums.actual())]).collect::<Vec<Cell>>()
    };
    let row = |row: &BalanceRow| {
        let year = year_of(row);
        let filter = PostingFilter { fiscal_year: year, ..PostingFilter::default() };
        let name = year.map_or_else(|| text(&row.key), Cell::Year);
        item([name].into_iter().chain(amounts(&row.sums, &filter)).collect())
    };
    let mut rows: Vec<_> = data.years.rows.iter().map(row).collect();
    let whole = amounts(total, &PostingFilter::default());
    rows.push(sum([words("report-sum")].into_iter().chain(whole).collect()));
    let heads = parts.iter().map(|(_, head)| *head).chain(["amount-actual"]);
    let mut columns = vec![words_column("programme-column-year", 4)];
    columns.extend(heads.map(|head| figures_column(head, 4)));
    let caption = || Phrase::new("programme-of-actual");
    vec![
        Block::Heading(caption()),
        Block::Table(Table { caption: caption(), columns, rows }),
        Block::Note(Phrase::new("programme-note-of-actual")),
    ]
}

/// Each bar as long as all that the year had; what is left of a past year is a blank part of it,
/// because nobody can grant it.
fn bars(data: &ProgrammeData) -> Bars {
    let scene = bar::Bars::of_years_whole(&data.years.rows, &data.standing, data.times.as_of);
    Bars { alt: Phrase::new("programme-bars"), scene }
}

fn table(data: &ProgrammeData, seldom: &[(Stage, &'static str)], taken: &[Taken]) -> Table {
    let mut rows = Vec::new();
    let mut left = Left::default();
    let mut all = Standing::default();
    for row in &data.years.rows {
        let year = year_of(row);
        let own = standing(data, row);
        all.add(own);
        let available = own.free;
        let past = year.is_some_and(|year| year.is_over(data.times.as_of));
        let parts = if past { (None, Some(available)) } else { (Some(available), None) };
        if let Some(year) = year {
            left.add(year, data.times.as_of, own);
        }
        let filter = PostingFilter { fiscal_year: year, ..PostingFilter::default() };
        let mut cells = vec![year.map_or_else(|| text(&row.key), Cell::Year)];
        cells.extend(amounts(&row.sums, seldom, &filter));
        let open = |amount: Option<Money>| {
            let filter = PostingFilter { stages: vec![Stage::Available], ..filter.clone() };
            // The bookings behind a shortfall of one title are among those of the others.
            let whole = taken.iter().all(|(_, of)| of(&own).is_zero());
            let filter = whole.then_some(filter);
            amount.map_or(Cell::Nil, |amount| Cell::Money(amount, filter))
        };
        cells.extend([open(parts.0), open(parts.1)]);
        cells.extend(taken.iter().map(|(_, of)| plain(of(&own))));
        rows.push(item(cells));
    }
    let mut cells = vec![words("report-sum")];
    let gross = &data.years.total.sums;
    let total = netted(gross);
    cells.extend(amounts(&total, seldom, &PostingFilter::default()));
    // A nil below amounts would look like a wrong sum.
    for (place, (stage, _)) in (FIRST_SELDOM..).zip(seldom) {
        if total.at(*stage).is_zero() && !gross.at(*stage).is_zero() {
            cells[place] = Cell::Empty;
        }
    }
    cells.extend([plain(left.ahead.free), plain(left.past.free)]);
    cells.extend(taken.iter().map(|(_, of)| plain(of(&all))));
    rows.push(sum(cells));
    let columns = columns(seldom, taken);
    Table { caption: Phrase::new("programme-years-caption"), columns, rows }
}

/// Over all years, remainders that stay in the programme cancel out.
fn netted(sums: &Sums) -> Sums {
    let mut sums = sums.clone();
    let moved = sums.at(Stage::CarriedOut) - sums.at(Stage::CarriedIn);
    sums.0.insert(Stage::CarriedOut, moved.max(Money::ZERO));
    sums.0.insert(Stage::CarriedIn, (-moved).max(Money::ZERO));
    sums
}

fn columns(seldom: &[(Stage, &'static str)], taken: &[Taken]) -> Vec<Column> {
    let mut columns = vec![
        words_column("programme-column-year", 4),
        figures_column("programme-column-appropriated", 4),
    ];
    columns.extend(seldom.iter().map(|(_, head)| figures_column(head, 4)));
    columns.extend(
        [
            "amount-actual",
            "stage-ordered",
            "stage-requested",
            "stage-committed",
            "stage-blocked",
            "stage-available",
            "programme-column-rest-open",
        ]
        .map(|head| figures_column(head, 4)),
    );
    columns.extend(taken.iter().map(|(head, _)| figures_column(head, 4)));
    columns
}

/// All columns but the year and what is available.
fn amounts(sums: &Sums, seldom: &[(Stage, &'static str)], filter: &PostingFilter) -> Vec<Cell> {
    let at = |stages: &[Stage], amount: Money| {
        money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
    };
    let one = |stage: Stage| at(&[stage], sums.at(stage));
    let mut cells = vec![one(Stage::Appropriated)];
    cells.extend(seldom.iter().map(|(stage, _)| one(*stage)));
    cells.push(at(&Stage::ACTUAL, sums.actual()));
    cells.extend([Stage::Ordered, Stage::Requested, Stage::Committed, Stage::Blocked].map(one));
    cells
}
