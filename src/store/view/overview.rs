//! What the overview shows: years, outflow over time, amounts by county.

use std::collections::BTreeMap;

use super::{Balance, IndicatorRow, MilestoneRow, RecipientRow};
use crate::domain::availability::Standing;
use crate::domain::outflow::{Expected, planned_until};
use crate::domain::recipient::RecipientType;
use crate::domain::{Day, FiscalYear, Money, RecipientKey};

/// What the overview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Stages per fiscal year.
    pub years: Balance,
    /// What stands in Available, per fiscal year and by its meaning, title by title.
    pub standing: BTreeMap<FiscalYear, Standing>,
    /// Outflow over time.
    pub outflow: Outflow,
    /// Amounts by county.
    pub areas: Areas,
    /// Recipients with grants, the largest amount in force first.
    pub recipients: Vec<RecipientRow>,
    /// Milestones: late ones first, then by date.
    pub milestones: Vec<MilestoneRow>,
    /// How many milestones there are.
    pub milestone_count: usize,
    /// How many of them are late.
    pub late_milestones: usize,
    /// Indicators.
    pub indicators: Vec<IndicatorRow>,
    /// How many grants are in force.
    pub grant_count: usize,
    /// How many cases there are: grants, and applications that are or were none.
    pub case_count: usize,
}

/// Cumulative outflow (*Mittelabfluss*), plan and forecast.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outflow {
    /// *Ansatz mit Nachtrag* per fiscal year; the plan spreads each evenly over its year.
    pub appropriated: BTreeMap<FiscalYear, Money>,
    /// *Ist* until the end of each day on which it changed, by day of the cash office.
    pub actual: Vec<(Day, Money)>,
    /// What the due lines let expect after the Stichtag, by quarter (*Prognose*).
    pub expected: Vec<Expected>,
}

impl Outflow {
    /// What had flown out until the end of a day.
    #[must_use]
    pub fn actual_until(&self, day: Day) -> Money {
        let after = self.actual.partition_point(|(on, _)| *on <= day);
        after.checked_sub(1).map_or(Money::ZERO, |last| self.actual[last].1)
    }

    /// What the plan asks for until the end of a day.
    #[must_use]
    pub fn planned_until(&self, day: Day) -> Money {
        planned_until(day, &self.appropriated)
    }

    /// Cumulative *Ist* with what is expected, at the end of each quarter to come.
    #[must_use]
    pub fn forecast(&self) -> Vec<(Day, Money)> {
        let mut sum = self.actual.last().map_or(Money::ZERO, |(_, sum)| *sum);
        let add = |quarter: &Expected| {
            sum += quarter.amount;
            (quarter.until, sum)
        };
        self.expected.iter().map(add).collect()
    }
}

/// What a tile is coloured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// *bewilligt* in force.
    #[default]
    Granted,
    /// *Ist*.
    Actual,
    /// *noch offen*.
    Open,
    /// *beantragt* and not decided yet.
    Applied,
    /// *zurückgefordert*, not repaid.
    Reclaimed,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 5] =
        [Self::Granted, Self::Actual, Self::Open, Self::Applied, Self::Reclaimed];
}

/// Amounts of an area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AreaSums {
    /// *bewilligt* in force.
    pub granted: Money,
    /// *Ist*.
    pub actual: Money,
    /// *noch offen*.
    pub open: Money,
    /// *beantragt* and not decided yet: part of no total of the programme.
    pub applied: Money,
    /// *zurückgefordert*, not repaid.
    pub reclaimed: Money,
}

impl AreaSums {
    /// The amount of a measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> Money {
        match measure {
            Measure::Granted => self.granted,
            Measure::Actual => self.actual,
            Measure::Open => self.open,
            Measure::Applied => self.applied,
            Measure::Reclaimed => self.reclaimed,
        }
    }

    /// True when nothing stands anywhere.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        Measure::ALL.iter().all(|measure| self.of(*measure).is_zero())
    }

    /// Adds the amounts of another area.
    pub fn add(&mut self, other: &Self) {
        self.granted += other.granted;
        self.actual += other.actual;
        self.open += other.open;
        self.applied += other.applied;
        self.reclaimed += other.reclaimed;
    }
}

/// A county, independent city, or recipient without a tile, with its amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRow {
    /// Key of the county or recipient.
    pub key: RecipientKey,
    /// Name without type.
    pub name: String,
    /// Type.
    pub recipient_type: RecipientType,
    /// Amounts, with those of municipalities of the county.
    pub sums: AreaSums,
}

/// Amounts by county for the territory of the Stichtag; tiles and rest add up to the total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Every county and independent city there is, by key.
    pub tiles: Vec<AreaRow>,
    /// Recipients with amounts that have no tile, by name.
    pub rest: Vec<AreaRow>,
}

impl Areas {
    /// Sum of the rest.
    #[must_use]
    pub fn rest(&self, measure: Measure) -> Money {
        self.rest.iter().map(|row| row.sums.of(measure)).sum()
    }

    /// Sum of tiles and rest.
    #[must_use]
    pub fn total(&self, measure: Measure) -> Money {
        self.tiles.iter().chain(&self.rest).map(|row| row.sums.of(measure)).sum()
    }
}
