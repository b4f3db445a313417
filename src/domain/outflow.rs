//! Outflow of money over time: what a plan that spreads the appropriations evenly asks for, and
//! what the due lines let expect.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::{Day, FiscalYear, Money};

/// What is expected in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// First day: that of the quarter, or the day after the Stichtag in the running one.
    pub from: Day,
    /// Last day of the quarter.
    pub until: Day,
    /// Amount.
    pub amount: Money,
}

/// Spreads what is open over the quarters to come (*Prognose*).
///
/// A due line says no more than its fiscal year: what is open of it is spread evenly over the
/// quarters of the year that are not over; what years that are over left open is expected in the
/// next quarter. Cents that cannot be shared out come with the last of a year's quarters.
#[must_use]
pub fn forecast(as_of: Day, open: &BTreeMap<FiscalYear, Money>) -> Vec<Expected> {
    let mut sums: BTreeMap<Day, Money> = BTreeMap::new();
    for (year, amount) in open.iter().filter(|(_, amount)| !amount.is_zero()) {
        let mut ends: Vec<Day> = quarters(year.0).filter(|end| *end > as_of).collect();
        if ends.is_empty() {
            ends.extend(next_quarter(as_of));
        }
        let count = i64::try_from(ends.len()).unwrap_or(1);
        let share = Money::from_cents(amount.cents() / count);
        for (place, end) in ends.iter().enumerate() {
            let last = place + 1 == ends.len();
            let rest = *amount - Money::from_cents(share.cents() * (count - 1));
            *sums.entry(*end).or_default() += if last { rest } else { share };
        }
    }
    let expected = |(until, amount): (Day, Money)| {
        let begin = NaiveDate::from_ymd_opt(until.year(), until.month0() / 3 * 3 + 1, 1);
        let from = begin.filter(|begin| *begin > as_of).or_else(|| as_of.succ_opt());
        Expected { from: from.unwrap_or(as_of), until, amount }
    };
    sums.into_iter().map(expected).collect()
}

/// Last days of the quarters of a year.
fn quarters(year: i32) -> impl Iterator<Item = Day> {
    [(3, 31), (6, 30), (9, 30), (12, 31)]
        .into_iter()
        .filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

/// Last day of the quarter in which the day after lies.
fn next_quarter(as_of: Day) -> Option<Day> {
    let next = as_of.succ_opt()?;
    quarters(next.year()).find(|end| *end >= next)
}

/// What should have flown out until the end of a day, were the appropriations of each year spent
/// evenly over it; rounded down to the cent.
#[must_use]
pub fn planned_until(day: Day, appropriated: &BTreeMap<FiscalYear, Money>) -> Money {
    let of_year = |(year, amount): (&FiscalYear, &Money)| {
        if year.0 != day.year() {
            return if year.0 < day.year() { *amount } else { Money::ZERO };
        }
        let days = if day.leap_year() { 366 } else { 365 };
        let share = i128::from(amount.cents()) * i128::from(day.ordinal()) / days;
        Money::from_cents(i64::try_from(share).unwrap_or_default())
    };
    appropriated.iter().map(of_year).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    fn years(amounts: &[(i32, i64)]) -> BTreeMap<FiscalYear, Money> {
        amounts.iter().map(|(year, cents)| (FiscalYear(*year), Money::from_cents(*cents))).collect()
    }

    fn shown(expected: &[Expected]) -> Vec<(String, String, i64)> {
        let one = |at: &Expected| (at.from.to_string(), at.until.to_string(), at.amount.cents());
        expected.iter().map(one).collect()
    }

    fn row(from: &str, until: &str, cents: i64) -> (String, String, i64) {
        (from.to_owned(), until.to_owned(), cents)
    }

    #[test]
    fn what_is_open_is_expected_over_the_quarters_that_are_left_of_its_year() {
        let found = forecast(day("2020-12-31"), &years(&[(2020, 1250), (2021, 1003)]));
        let wanted = [
            row("2021-01-01", "2021-03-31", 1250 + 250),
            row("2021-04-01", "2021-06-30", 250),
            row("2021-07-01", "2021-09-30", 250),
            row("2021-10-01", "2021-12-31", 253),
        ];
        assert_eq!(shown(&found), wanted);
        let found = forecast(day("2021-08-15"), &years(&[(2020, 7), (2021, 1000)]));
        let wanted = [row("2021-08-16", "2021-09-30", 507), row("2021-10-01", "2021-12-31", 500)];
        assert_eq!(shown(&found), wanted);
        assert!(forecast(day("2021-08-15"), &years(&[(2021, 0)])).is_empty());
    }

    #[test]
    fn a_plan_that_is_spent_evenly_grows_day_by_day() {
        let plan = years(&[(2019, 36_500), (2020, 36_600)]);
        assert_eq!(planned_until(day("2018-12-31"), &plan), Money::ZERO);
        assert_eq!(planned_until(day("2019-01-01"), &plan), Money::from_cents(100));
        assert_eq!(planned_until(day("2019-12-31"), &plan), Money::from_cents(36_500));
        assert_eq!(planned_until(day("2020-12-30"), &plan), Money::from_cents(73_000));
        assert_eq!(planned_until(day("2021-05-05"), &plan), Money::from_cents(73_100));
    }
}
