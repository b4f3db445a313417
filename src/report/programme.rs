//! Report R1 for parliament: what of the programme is granted, paid and left, by title and
//! fiscal year (domain.md sections 2.5 and 8.5).

mod lapse;
mod outflow;
pub(super) mod progress;
mod recipients;
mod titles;
mod years;

use chrono::Datelike as _;

use crate::domain::availability::Standing;
use crate::domain::body::PaperLanguage;
use crate::domain::fiscal::report_year;
use crate::domain::{FiscalYear, Money, Stage};
use crate::report::part::{
    GRANTED, basis, count, list, money, note, percent, quoted, reconciled_until, source, subtitle,
    then, words,
};
use crate::report::{Block, Cell, Phrase, PostingFilter, Report, Sender, footnote};
use crate::store::view::{BalanceRow, CashState, ProgrammeData, Sums};

/// Report R1; without a year for the fiscal year of the Stichtag, as far as the programme runs.
#[must_use]
pub fn programme(data: &ProgrammeData, year: Option<FiscalYear>) -> Report {
    let year = year.unwrap_or_else(|| default_year(data));
    let mut blocks =
        vec![Block::Heading(Phrase::new("programme-whole")), Block::Figures(figures(data))];
    blocks.extend(figures_agree(data).map(Block::Note));
    blocks.extend(reconciled(&data.cash));
    blocks.extend(titles::blocks(data, year));
    blocks.extend(years::blocks(data));
    blocks.extend(outflow::blocks(data));
    blocks.extend(causes(data, year));
    blocks.extend(recipients::blocks(data));
    blocks.extend(progress::blocks(data));
    blocks.extend(notes(data));
    blocks.push(Block::Note(source(data.times)));
    footnote::numbered(&mut blocks);
    Report {
        kind: "programme",
        title: Phrase::new("programme-title").with("year", Cell::Year(year)),
        subtitle: subtitle(data.times, &data.head),
        basis: basis(&data.programme, data.times, &data.head),
        letter: None,
        sender: Sender::default(),
        blocks,
        annex: None,
    }
}

/// The notes for the reader. They are words of the founding, which say of no day, so they stand
/// below the day on which they were recorded; a Stichtag before the founding has none.
fn notes(data: &ProgrammeData) -> Vec<Block> {
    let programme = &data.programme;
    if programme.notes.is_empty() || data.times.as_of < programme.founded_on {
        return Vec::new();
    }
    let heading = Phrase::new("programme-notes").with("day", Cell::Day(programme.recorded_on));
    let mut blocks = vec![Block::Heading(heading)];
    blocks.extend(programme.notes.iter().map(|own| Block::Note(note(own))));
    blocks.push(Block::Note(Phrase::new("programme-note-notes")));
    blocks
}

/// How far the payments are compared with the cash office, what its lists left open, and which time
/// none of them covers.
fn reconciled(cash: &CashState) -> Vec<Block> {
    let mut notes = vec![reconciled_until(cash.until)];
    if cash.open > 0 {
        let count = count(usize::try_from(cash.open).unwrap_or(usize::MAX));
        notes.push(match cash.open_from {
            Some(day) => Phrase::new("cash-reconciled-open-from")
                .with("count", count)
                .with("day", Cell::Day(day)),
            None => Phrase::new("cash-reconciled-open").with("count", count),
        });
    }
    notes.extend(cash.gaps.iter().map(|(first, last)| {
        Phrase::new("cash-reconciled-gap")
            .with("first", Cell::Day(*first))
            .with("last", Cell::Day(*last))
    }));
    notes.into_iter().map(Block::Note).collect()
}

/// Why the outflow of the year differs from the plan, in the words of the budget officer.
fn causes(data: &ProgrammeData, year: FiscalYear) -> Vec<Block> {
    let Some(causes) = data.causes.get(&year) else { return Vec::new() };
    vec![
        Block::Heading(Phrase::new("programme-causes").with("year", Cell::Year(year))),
        Block::Paragraph(quoted(PaperLanguage::De, causes)),
        Block::Note(Phrase::new("programme-note-causes")),
    ]
}

/// The fiscal year of the Stichtag's calendar year, moved to the next year of the programme.
fn default_year(data: &ProgrammeData) -> FiscalYear {
    let years = data.years.rows.iter().filter_map(year_of);
    report_year(years, data.times.as_of, None)
        .unwrap_or_else(|| FiscalYear(data.times.as_of.year()))
}

/// Fiscal year of a row of the balance.
fn year_of(row: &BalanceRow) -> Option<FiscalYear> {
    row.key.parse().ok().map(FiscalYear)
}

/// Years that are over, or those that are not, with what is free; what another title is short
/// of is never set off against it.
fn left_rows(data: &ProgrammeData, past: bool) -> Vec<(FiscalYear, Money)> {
    data.standing
        .iter()
        .filter(|(year, standing)| {
            year.is_over(data.times.as_of) == past && !standing.free.is_zero()
        })
        .map(|(year, standing)| (*year, standing.free))
        .collect()
}

/// What is taken without cover (*Unterdeckung*), and what authority bound ahead of a vote.
fn taken(data: &ProgrammeData) -> Vec<(Phrase, Cell)> {
    let sum = |of: fn(&Standing) -> Money| -> Money { data.standing.values().map(of).sum() };
    [
        ("programme-short", sum(|standing| standing.short)),
        ("programme-prebound", sum(|standing| standing.prebound)),
    ]
    .into_iter()
    .filter(|(_, amount)| amount.is_positive())
    .map(|(key, amount)| (Phrase::new(key), Cell::Money(amount, None)))
    .collect()
}

/// What came beside the volume and can be paid, too.
fn beside(sums: &Sums) -> Money {
    sums.at(Stage::Exceeded) + sums.at(Stage::CoverIn) - sums.at(Stage::CoverOut)
}

/// What lapsed is never paid: it stands on its own.
fn left_of_it(lapsed: Money) -> &'static str {
    if lapsed.is_zero() { "programme-not-paid" } else { "programme-not-paid-nor-lapsed" }
}

/// Why the key figures do not add up at sight; nothing where they do.
fn figures_agree(data: &ProgrammeData) -> Option<Phrase> {
    let total = &data.years.total;
    let beside = beside(&total.sums);
    let lapsed = total.sums.at(Stage::Lapsed);
    let left = (!beside.is_zero()).then(|| {
        let key =
            if lapsed.is_zero() { "programme-note-beside" } else { "programme-note-beside-lapsed" };
        Phrase::new(key)
            .with("figure", words(left_of_it(lapsed)))
            .with("amount", Cell::Money(beside, None))
    });
    let unvoted = data.programme.ceiling - total.sums.at(Stage::Appropriated);
    let unvoted = unvoted.is_positive().then(|| {
        Phrase::new("programme-note-unvoted")
            .with("figure", words(left_of_it(lapsed)))
            .with("amount", Cell::Money(unvoted, None))
    });
    let more = total.sums.actual() + total.sums.open() - total.granted;
    let owed = more
        .is_positive()
        .then(|| Phrase::new("programme-note-more").with("amount", Cell::Money(more, None)));
    left.into_iter().chain(unvoted).chain(owed).reduce(then)
}

fn figures(data: &ProgrammeData) -> Vec<(Phrase, Cell)> {
    let ceiling = data.programme.ceiling;
    let total = &data.years.total;
    let share =
        |key: &'static str, part: Money| Phrase::new(key).with("share", percent(part, ceiling));
    let (actual, lapsed) = (total.sums.actual(), total.sums.at(Stage::Lapsed));
    let left = ceiling + beside(&total.sums) - actual - lapsed;
    let mut figures = vec![
        (Phrase::new("programme-ceiling"), Cell::Money(ceiling, None)),
        (
            share("programme-granted", total.granted),
            money(total.granted, PostingFilter::at(&GRANTED)),
        ),
        (share("programme-paid", actual), money(actual, PostingFilter::at(&Stage::ACTUAL))),
        (Phrase::new("programme-open"), money(total.sums.open(), PostingFilter::at(&Stage::OPEN))),
        (Phrase::new(left_of_it(lapsed)), Cell::Money(left, None)),
    ];
    let parts = [("programme-available", false), ("programme-rest-open", true)];
    figures.extend(
        parts.iter().filter_map(|(key, past)| left_of(key, &left_rows(data, *past), *past)),
    );
    figures.extend(taken(data));
    if lapsed.is_positive() {
        let filter = PostingFilter::at(&[Stage::Lapsed]);
        figures.push((Phrase::new("programme-lapsed"), money(lapsed, filter)));
        let replaced = lapse::total(data);
        if replaced.is_positive() {
            let filter = PostingFilter::at(&[Stage::RestCharged]);
            figures.push((Phrase::new("programme-replaced"), money(replaced, filter)));
        }
    }
    // What was claimed back stays in the Ist and is not granted any more: it is no part of either.
    figures.push(kept(total.sums.at(Stage::Paid), total.granted));
    figures
}

/// What is with the recipients, with its share of what is granted where something is.
fn kept(kept: Money, granted: Money) -> (Phrase, Cell) {
    let label = match percent(kept, granted) {
        Cell::Nil => Phrase::new("programme-column-kept"),
        share => Phrase::new("programme-kept-of-granted").with("share", share),
    };
    (label, money(kept, PostingFilter::at(&[Stage::Paid])))
}

/// What can still be granted, from the first year on, or what is left of past years.
fn left_of(key: &'static str, rows: &[(FiscalYear, Money)], past: bool) -> Option<(Phrase, Cell)> {
    let (first, _) = rows.first()?;
    let named = if past { rows } else { &rows[..1] };
    let years = list(named.iter().map(|(year, _)| Cell::Year(*year)).collect())?;
    let amount = rows.iter().map(|(_, amount)| *amount).sum();
    // A filter names one year or all of them.
    let filter = (rows.len() == 1).then(|| PostingFilter::at(&[Stage::Available]).in_year(*first));
    Some((Phrase::new(key).with("year", years), Cell::Money(amount, filter)))
}

#[cfg(test)]
mod tests {
    //! Figures of report R1 in the worked example (domain.md sections 8.2 to 8.5), each as a cell.

    use rust_decimal::Decimal;

    use super::programme;
    use crate::domain::{FiscalYear, Money};
    use crate::ops::sample;
    use crate::report::{Block, Cell, Report, Row, RowKind, Table};
    use crate::store::query::programme_data;
    use crate::store::view::Times;

    fn report(as_of: &str, year: Option<i32>) -> Report {
        let ledger = sample::in_memory().expect("the sample");
        let times = Times { as_of: as_of.parse().expect("a day"), known: ledger.head().seq };
        let data = programme_data(&ledger, times).expect("read");
        programme(&data, year.map(FiscalYear))
    }

    fn euro(euros: i64) -> Money {
        Money::from_cents(euros * 100)
    }

    fn percent(hundredths: i64) -> Cell {
        Cell::Percent(Decimal::new(hundredths, 2))
    }

    fn amount(cell: &Cell) -> Option<Money> {
        match cell {
            Cell::Money(amount, _) => Some(*amount),
            _ => None,
        }
    }

    fn amounts(row: &Row) -> Vec<Money> {
        row.cells.iter().filter_map(amount).collect()
    }

    fn table<'a>(report: &'a Report, caption: &str) -> &'a Table {
        let found = report.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.caption.key == caption => Some(table),
            _ => None,
        });
        found.expect("a table of that caption")
    }

    fn last(table: &Table) -> &Row {
        table.rows.last().expect("a sum")
    }

    #[test]
    fn the_key_figures_never_mix_a_past_year_with_what_can_still_be_granted() {
        let report = report("2020-12-31", None);
        let Some(Block::Figures(figures)) = report.blocks.get(1) else { panic!("figures first") };
        let shown: Vec<(&str, Option<Money>)> =
            figures.iter().map(|(label, cell)| (label.key, amount(cell))).collect();
        assert_eq!(
            shown,
            [
                ("programme-ceiling", Some(euro(80_000_000))),
                ("programme-granted", Some(euro(9_412_500))),
                ("programme-paid", Some(euro(7_200_000))),
                ("programme-open", Some(euro(2_212_500))),
                ("programme-not-paid", Some(euro(72_800_000))),
                ("programme-available", Some(euro(52_937_500))),
                ("programme-rest-open", Some(euro(17_650_000))),
                ("programme-kept-of-granted", Some(euro(7_200_000))),
            ]
        );
        assert_eq!(figures[1].0.args[0].1, percent(1177));
        assert_eq!(figures[2].0.args[0].1, percent(900));
        assert_eq!(figures[7].0.args[0].1, percent(7649));
    }

    #[test]
    fn the_table_of_parliament_has_its_twelve_columns_and_the_figures_of_2020() {
        let report = report("2020-12-31", None);
        let table = table(&report, "programme-titles");
        assert_eq!((table.columns.len(), table.rows.len()), (12, 3));
        let sum = last(table);
        assert_eq!(sum.kind, RowKind::Sum);
        assert_eq!(
            amounts(sum),
            [20_000_000, 0, 2_380_000, 2_482_500, 4_862_500, 4_850_000, 0].map(euro)
        );
        let shares = [&sum.cells[7], &sum.cells[9], &sum.cells[11]];
        assert_eq!(shares, [&percent(2431), &percent(2425), &percent(0)]);
        for place in [2, 3, 4, 5, 6, 8, 10] {
            let titles = table.rows[..2].iter().filter_map(|row| amount(&row.cells[place]));
            assert_eq!(Some(titles.sum()), amount(&sum.cells[place]), "column {place}");
        }
    }

    #[test]
    fn the_year_is_that_of_the_stichtag_as_far_as_the_programme_runs() {
        let year = |report: Report| report.title.args[0].1.clone();
        assert_eq!(year(report("2019-06-30", None)), Cell::Year(FiscalYear(2019)));
        assert_eq!(year(report("2026-11-21", None)), Cell::Year(FiscalYear(2022)));
        assert_eq!(year(report("2020-12-31", Some(2021))), Cell::Year(FiscalYear(2021)));
    }

    #[test]
    fn every_year_adds_up_to_its_appropriation() {
        let report = report("2020-12-31", None);
        let table = table(&report, "programme-years-caption");
        assert_eq!(table.rows.len(), 5);
        for row in &table.rows {
            let shown = amounts(row);
            assert_eq!(shown[0], shown[1..].iter().copied().sum());
        }
        let paid: Vec<_> = table.rows.iter().filter_map(|row| amount(&row.cells[2])).collect();
        assert_eq!(paid, [2_350_000, 4_850_000, 0, 0, 7_200_000].map(euro));
        let open: Vec<_> = table.rows.iter().filter_map(|row| amount(&row.cells[7])).collect();
        assert_eq!(open, [15_137_500, 18_200_000, 19_600_000, 52_937_500].map(euro));
        assert_eq!(table.rows[0].cells[7], Cell::Nil);
    }

    #[test]
    fn payments_by_calendar_year_stand_beside_those_by_fiscal_year() {
        let report = report("2020-12-31", None);
        let facts = report.blocks.iter().filter_map(|block| match block {
            Block::Facts(facts) => Some(facts),
            _ => None,
        });
        let calendar: Vec<_> = facts.flatten().filter_map(|fact| amount(&fact.1)).collect();
        assert_eq!(calendar, [2_250_000, 4_950_000].map(euro));
    }

    #[test]
    fn recipients_add_up_and_the_county_has_its_share() {
        let report = report("2020-12-31", None);
        let table = table(&report, "programme-recipients-caption");
        assert_eq!(table.rows.len(), 9);
        assert_eq!(amounts(last(table)), [9_412_500, 7_200_000, 2_212_500].map(euro));
        let county = table
            .rows
            .iter()
            .find(|row| row.cells[0] == Cell::Text("Landkreis Schmalkalden-Meiningen".into()));
        assert_eq!(county.map(|row| &row.cells[6]), Some(&percent(3056)));
        for place in 2..6 {
            let rows = table.rows[..8].iter().map(|row| match row.cells[place] {
                Cell::Money(amount, _) => amount.cents(),
                Cell::Number(count) => count,
                _ => 0,
            });
            let whole = match last(table).cells[place] {
                Cell::Money(amount, _) => amount.cents(),
                Cell::Number(count) => count,
                _ => 0,
            };
            assert_eq!(rows.sum::<i64>(), whole, "column {place}");
        }
    }

    #[test]
    fn shares_that_do_not_add_up_are_said_to_be_rounded() {
        for (as_of, expected) in [("2019-05-31", 10_000), ("2020-12-31", 10_001)] {
            let report = report(as_of, None);
            let table = table(&report, "programme-recipients-caption");
            let items = table.rows.iter().filter(|row| row.kind == RowKind::Item);
            let share = |row: &Row| match row.cells[6] {
                Cell::Percent(share) => Some(share),
                _ => None,
            };
            let added: Decimal = items.filter_map(share).sum();
            assert_eq!(added, Decimal::new(expected, 2), "{as_of}");
            let notes = report.blocks.iter().filter_map(|block| match block {
                Block::Note(note) => Some(note.key),
                _ => None,
            });
            let said = notes.filter(|key| *key == "report-note-shares").count();
            assert_eq!(said, usize::from(expected != 10_000), "{as_of}");
        }
    }
}
