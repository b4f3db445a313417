//! Report R2: granted and paid by county and independent city (domain.md section 2.5).

use crate::domain::recipient::official_name;
use crate::domain::{FiscalYear, Money, territory};
use crate::report::chart::{Chart, Scene, Tiles};
use crate::report::part::{
    count, figures_column, item, paid_beyond, percent, plain, reconciled_until, report,
    rounded_shares, sum, text, then, words, words_column,
};
use crate::report::{Block, Cell, Column, Phrase, Report, Row, Table};
use crate::store::view::{AreaData, AreaLine, AreaSums, Areas, Measure};

/// Report R2 with one fiscal year told apart.
#[must_use]
pub fn counties(data: &AreaData) -> Report {
    let title = || Phrase::new("counties-title").with("year", Cell::Year(data.year));
    let table = Table { caption: title(), columns: columns(data.year), rows: rows(data) };
    let rounded = rounded_shares(&table);
    let mut blocks = vec![Block::Chart(maps(data)), Block::Table(table)];
    blocks.extend(note(data).map(Block::Note));
    blocks.extend(rounded);
    blocks.push(Block::Note(reconciled_until(data.reconciled_until)));
    report("counties", title(), &data.frame, blocks)
}

/// What the columns and the map mean, and why more can be paid than is granted where that is so.
fn note(data: &AreaData) -> Option<Phrase> {
    let first = Phrase::new("counties-note");
    let more_paid =
        data.counties.iter().chain(&data.others).any(|line| {
            [&line.area.sums, &line.of_year].iter().any(|sums| sums.actual > sums.granted)
        });
    let beyond = paid_beyond(data.beyond).filter(|_| more_paid);
    let parts = [Some(first), beyond, Some(Phrase::new("counties-note-whole"))];
    parts.into_iter().flatten().reduce(then)
}

/// What is granted and what is paid, as maps side by side.
fn maps(data: &AreaData) -> Chart {
    let rows = |lines: &[AreaLine]| lines.iter().map(|line| line.area.clone()).collect();
    let areas = Areas { tiles: rows(&data.counties), rest: rows(&data.others) };
    let sum = |measure| areas.tiles.iter().map(|row| row.sums.of(measure)).sum::<Money>();
    let alt = Phrase::new("counties-chart")
        .with("count", count(areas.tiles.len()))
        .with("granted", plain(sum(Measure::Granted)))
        .with("paid", plain(sum(Measure::Actual)));
    let maps = [Measure::Granted, Measure::Actual].map(|measure| Tiles::of(&areas, measure));
    Chart { alt, scene: Scene::Tiles(maps.into()) }
}

fn columns(year: FiscalYear) -> Vec<Column> {
    let of_year = |key: &'static str| Column {
        head: Phrase::new(key).with("year", Cell::Year(year)),
        ..figures_column(key, 4)
    };
    vec![
        words_column("counties-column-name", 10),
        words_column("counties-column-letters", 2),
        words_column("counties-column-key", 3),
        figures_column("programme-column-grants", 2),
        figures_column("counties-column-applied", 5),
        figures_column("reports-column-granted-whole", 4),
        figures_column("reports-column-paid-whole", 4),
        figures_column("reports-column-open-whole", 4),
        of_year("reports-column-granted-of-year"),
        of_year("reports-column-paid-of-year"),
        figures_column("programme-column-paid-share", 3),
    ]
}

/// What a row or a sum shows.
#[derive(Default)]
struct Amounts {
    grants: usize,
    whole: AreaSums,
    of_year: AreaSums,
}

impl Amounts {
    fn add(&mut self, line: &AreaLine) {
        self.grants += line.grants;
        self.whole.add(&line.area.sums);
        self.of_year.add(&line.of_year);
    }

    fn of<'a>(lines: impl IntoIterator<Item = &'a AreaLine>) -> Self {
        let mut amounts = Self::default();
        lines.into_iter().for_each(|line| amounts.add(line));
        amounts
    }

    fn cells(&self, paid: Money) -> [Cell; 8] {
        let (whole, of_year) = (&self.whole, &self.of_year);
        [
            count(self.grants),
            plain(whole.applied),
            plain(whole.granted),
            plain(whole.actual),
            plain(whole.open),
            plain(of_year.granted),
            plain(of_year.actual),
            percent(whole.actual, paid),
        ]
    }
}

fn rows(data: &AreaData) -> Vec<Row> {
    let total = Amounts::of(data.counties.iter().chain(&data.others));
    let paid = total.whole.actual;
    let line = |line: &AreaLine| {
        let name = official_name(line.area.recipient_type, &line.area.name);
        let letters = territory::letters(&line.area.key).map_or(Cell::Nil, text);
        let mut cells = vec![text(name), letters, text(line.area.key.as_str())];
        cells.extend(Amounts::of([line]).cells(paid));
        item(cells)
    };
    let summed = |key, amounts: &Amounts| {
        let mut cells = vec![words(key), Cell::Empty, Cell::Empty];
        cells.extend(amounts.cells(paid));
        sum(cells)
    };
    let mut rows: Vec<Row> = data.counties.iter().map(line).collect();
    if !data.others.is_empty() {
        rows.push(summed("counties-sum", &Amounts::of(&data.counties)));
        rows.extend(data.others.iter().map(line));
    }
    rows.push(summed("report-sum", &total));
    rows
}
