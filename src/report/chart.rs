//! Charts as values without layout: what the overview draws on the screen and a report on paper.
//!
//! Places on axes are days and amounts, tiles have columns and rows; whoever draws turns them into
//! lengths, and computes nothing else.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::{Day, Money, territory};
use crate::report::Phrase;
use crate::store::view::{Areas, Measure, Outflow};

/// So many marks the axis of amounts has, about.
const MARKS: i64 = 4;

/// Cumulative amounts over days.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// First day of the axis.
    pub from: Day,
    /// Last day of the axis.
    pub until: Day,
    /// The day of which the figures are: a line across.
    pub as_of: Day,
    /// The highest amount of all lines.
    pub most: Money,
    /// Distance of the marks of the axis of amounts.
    pub step: Money,
    /// Its last mark, not below the highest amount.
    pub top: Money,
    /// Lines in painting order.
    pub lines: Vec<Line>,
}

/// What a line shows; each is drawn in its own manner, so that colour says nothing alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// What the plan asks for.
    Plan,
    /// What is expected.
    Forecast,
    /// What was paid.
    Actual,
}

impl LineKind {
    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plan => "overview-plan",
            Self::Forecast => "overview-forecast",
            Self::Actual => "overview-actual",
        }
    }
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it shows.
    pub kind: LineKind,
    /// Its corners in the order of the days.
    pub points: Vec<(Day, Money)>,
}

impl Lines {
    /// Outflow against plan with what is expected; `None` while there is nothing to draw.
    #[must_use]
    pub fn outflow(outflow: &Outflow, as_of: Day) -> Option<Self> {
        let mut years: Vec<i32> = outflow.appropriated.keys().map(|year| year.0).collect();
        years.extend(outflow.actual.iter().map(|(day, _)| day.year()));
        years.extend(outflow.expected.iter().map(|quarter| quarter.until.year()));
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        let until = NaiveDate::from_ymd_opt(last.max(as_of.year()), 12, 31)?;
        let from = NaiveDate::from_ymd_opt(first.min(as_of.year()), 1, 1)?;
        let sums = outflow.actual.iter().map(|(_, sum)| *sum);
        let ahead = outflow.forecast();
        let expected = ahead.iter().map(|(_, sum)| *sum);
        let most = sums.chain(expected).chain([outflow.planned_until(until)]).max()?;
        if !most.is_positive() {
            return None;
        }
        let now = (as_of, outflow.actual_until(as_of));
        let mut lines = vec![Line { kind: LineKind::Plan, points: plan(outflow, (from, until)) }];
        if !ahead.is_empty() {
            let points = [now].into_iter().chain(ahead).collect();
            lines.push(Line { kind: LineKind::Forecast, points });
        }
        lines.push(Line { kind: LineKind::Actual, points: steps(outflow, from, as_of) });
        let step = step(most);
        let top = (most.cents() + step - 1) / step * step;
        let (step, top) = (Money::from_cents(step), Money::from_cents(top));
        Some(Self { from, until, as_of, most, step, top, lines })
    }

    /// The corners of a line; none where it is not drawn.
    #[must_use]
    pub fn points(&self, kind: LineKind) -> &[(Day, Money)] {
        let found = self.lines.iter().find(|line| line.kind == kind);
        found.map_or(&[], |line| line.points.as_slice())
    }

    /// Amounts at which the axis has marks, from nothing on.
    #[must_use]
    pub fn marks(&self) -> Vec<Money> {
        let step = self.step.cents().max(1);
        (0..=self.top.cents() / step).map(|count| Money::from_cents(count * step)).collect()
    }

    /// The day so many hundredths along the axis of days.
    #[must_use]
    pub fn day_at(&self, percent: i64) -> Day {
        self.from + TimeDelta::days((self.until - self.from).num_days() * percent / 100)
    }

    /// Years of the axis of days.
    pub fn years(&self) -> impl Iterator<Item = i32> + use<> {
        self.from.year()..=self.until.year()
    }
}

/// Distance of the marks of the axis, in cents: one, two or five of a power of ten.
fn step(most: Money) -> i64 {
    let least = (most.cents() / MARKS).max(1);
    let mut power = 1_i64;
    while power * 10 <= least {
        power *= 10;
    }
    let steps = [1, 2, 5, 10].map(|times| power * times);
    steps.into_iter().find(|step| *step >= least).unwrap_or(power)
}

/// The plan from the first to the last day: straight within each year.
fn plan(outflow: &Outflow, (from, until): (Day, Day)) -> Vec<(Day, Money)> {
    let mut line = vec![(from, Money::ZERO)];
    for year in from.year()..=until.year() {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(until);
        line.push((end, outflow.planned_until(end)));
    }
    line
}

/// What had flown out, in steps: it stays until the next booking.
fn steps(outflow: &Outflow, from: Day, as_of: Day) -> Vec<(Day, Money)> {
    let mut line = vec![(from, Money::ZERO)];
    let mut sum = Money::ZERO;
    for (day, next) in &outflow.actual {
        line.extend([(*day, sum), (*day, *next)]);
        sum = *next;
    }
    line.push((as_of, sum));
    line
}

/// How full a tile is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Nothing.
    Empty,
    /// The lowest class.
    Low,
    /// The class between.
    Middle,
    /// The highest class.
    High,
}

impl Shade {
    /// All classes, the lowest first.
    pub const ALL: [Self; 4] = [Self::Empty, Self::Low, Self::Middle, Self::High];
}

/// Amounts of counties as a map of equal tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// What the amounts are.
    pub measure: Measure,
    /// Columns and rows.
    pub grid: (u8, u8),
    /// Last amount of the lowest class, and of the class between: round amounts.
    pub bounds: (Money, Money),
    /// Tiles by key of their county.
    pub tiles: Vec<Tile>,
}

/// A tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Column and row.
    pub place: (u8, u8),
    /// A few letters that name it.
    pub letters: &'static str,
    /// Its amount.
    pub amount: Money,
    /// True where nothing is granted yet and an application waits.
    pub waits: bool,
    /// Class of the amount.
    pub shade: Shade,
}

impl Tiles {
    /// The counties of the territory of the day by a measure; one tile per row of `areas.tiles`.
    #[must_use]
    pub fn of(areas: &Areas, measure: Measure) -> Self {
        let bounds = bounds(areas, measure);
        let tile = |row: &crate::store::view::AreaRow| {
            let found = territory::ALL.iter().find(|found| found.key == row.key.as_str())?;
            let amount = row.sums.of(measure);
            let waits =
                amount.is_zero() && measure == Measure::Granted && row.sums.applied.is_positive();
            let shade = match amount {
                _ if !amount.is_positive() => Shade::Empty,
                _ if amount <= bounds.0 => Shade::Low,
                _ if amount <= bounds.1 => Shade::Middle,
                _ => Shade::High,
            };
            Some(Tile { place: found.place, letters: found.letters, amount, waits, shade })
        };
        let tiles = areas.tiles.iter().filter_map(tile).collect();
        Self { measure, grid: territory::GRID, bounds, tiles }
    }

    /// True where no county has an amount: there are no classes to tell apart.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.tiles.iter().all(|tile| tile.shade == Shade::Empty)
    }

    /// Message key of what a class means, and the amount that it names.
    #[must_use]
    pub const fn class(&self, shade: Shade) -> (&'static str, Money) {
        match shade {
            Shade::Empty => ("overview-class-none", Money::ZERO),
            Shade::Low => ("overview-class-until", self.bounds.0),
            Shade::Middle => ("overview-class-until", self.bounds.1),
            Shade::High => ("overview-class-above", self.bounds.1),
        }
    }
}

/// Message key of a measure.
#[must_use]
pub const fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Granted => "overview-measure-granted",
        Measure::Actual => "overview-measure-actual",
        Measure::Open => "overview-measure-open",
        Measure::Applied => "overview-measure-applied",
        Measure::Reclaimed => "overview-measure-reclaimed",
    }
}

fn bounds(areas: &Areas, measure: Measure) -> (Money, Money) {
    let most = areas.tiles.iter().map(|row| row.sums.of(measure).cents()).max();
    let third = most.unwrap_or_default().max(0) / 3;
    // Down to the first digit: 733 becomes 700.
    let mut power = 100_000_i64;
    while power * 10 <= third {
        power *= 10;
    }
    let step = (third / power).max(1) * power;
    (Money::from_cents(step), Money::from_cents(2 * step))
}

/// A chart in a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Short description for the screen reader; the numbers stand in a table.
    pub alt: Phrase,
    /// What is drawn.
    pub scene: Scene,
}

/// What a chart draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Scene {
    /// Lines over days.
    Lines(Lines),
    /// Maps side by side.
    Tiles(Vec<Tiles>),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::FiscalYear;
    use crate::domain::outflow::Expected;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn euro(euros: i64) -> Money {
        Money::from_cents(euros * 100)
    }

    #[test]
    fn the_lines_of_the_outflow_stand_on_one_axis_of_days_and_amounts() {
        let outflow = Outflow {
            appropriated: BTreeMap::from([
                (FiscalYear(2020), euro(730)),
                (FiscalYear(2021), euro(370)),
            ]),
            actual: vec![(day("2020-03-01"), euro(100)), (day("2020-09-30"), euro(450))],
            expected: vec![Expected {
                from: day("2021-01-01"),
                until: day("2021-03-31"),
                amount: euro(50),
            }],
        };
        let lines = Lines::outflow(&outflow, day("2020-12-31")).expect("lines");
        assert_eq!((lines.from, lines.until), (day("2020-01-01"), day("2021-12-31")));
        assert_eq!((lines.most, lines.step, lines.top), (euro(1_100), euro(500), euro(1_500)));
        assert_eq!(lines.marks(), [0, 500, 1_000, 1_500].map(euro));
        let end = |kind| lines.points(kind).last().copied();
        assert_eq!(end(LineKind::Plan), Some((day("2021-12-31"), euro(1_100))));
        assert_eq!(end(LineKind::Actual), Some((day("2020-12-31"), euro(450))));
        assert_eq!(end(LineKind::Forecast), Some((day("2021-03-31"), euro(500))));
        assert_eq!(
            lines.points(LineKind::Actual)[1..3],
            [(day("2020-03-01"), euro(0)), (day("2020-03-01"), euro(100))]
        );
        assert_eq!(Lines::outflow(&Outflow::default(), day("2020-12-31")), None);
    }
}
