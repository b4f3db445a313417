//! Days, fiscal years, and dates that are only known roughly.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A civil day.
pub type Day = NaiveDate;

/// Later than any day that is ever booked; four digits, so that days sort as text.
pub const LAST_DAY: Day = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// The civil day of a time (microseconds since 1970 UTC) in Europe/Berlin, never in the machine's
/// zone.
#[must_use]
pub fn berlin_day(micros: i64) -> Day {
    DateTime::<Utc>::from_timestamp_micros(micros)
        .unwrap_or_default()
        .with_timezone(&chrono_tz::Europe::Berlin)
        .date_naive()
}

/// Time of day of that time in Erfurt, "14:05".
#[must_use]
pub fn berlin_time(micros: i64) -> String {
    DateTime::<Utc>::from_timestamp_micros(micros)
        .unwrap_or_default()
        .with_timezone(&chrono_tz::Europe::Berlin)
        .format("%H:%M")
        .to_string()
}

/// A fiscal year (*Haushaltsjahr*, § 4 ThürLHO: the calendar year).
///
/// Always a field of the booking, never derived from the day of payment.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// True when the year is over on that day: what is left of it can no longer be granted, it
    /// becomes a carry-over or lapses.
    #[must_use]
    pub fn is_over(self, on: Day) -> bool {
        self.0 < on.year()
    }
}

/// How exactly a date is known (domain.md section 8.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// *Tag*
    Day,
    /// *Monat*
    Month,
    /// *Quartal*
    Quarter,
    /// *Halbjahr*
    Half,
    /// *Mitte des Jahres*: its middle third, May to August.
    MidYear,
    /// *Jahr*
    Year,
    /// *Zeitraum*, with its own last day
    Period,
}

/// A date with its precision: "Mitte 2021" never becomes "01.07.2021".
///
/// `from` is the first day that it may mean; `until` the last one, given for a period only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpreciseDate {
    /// How exactly the date is known.
    pub precision: Precision,
    /// First day that may be meant; the first day of its unit.
    pub from: Day,
    /// Last day that may be meant, for [`Precision::Period`] only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl ImpreciseDate {
    /// Exactly this day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { precision: Precision::Day, from: day, until: None }
    }

    /// The unit of the given precision that contains `day`; not for periods.
    #[must_use]
    pub fn containing(precision: Precision, day: Day) -> Self {
        let month = match precision {
            Precision::Day | Precision::Period => return Self::day(day),
            Precision::Month => day.month(),
            Precision::Quarter => (day.month0() / 3) * 3 + 1,
            Precision::Half => (day.month0() / 6) * 6 + 1,
            Precision::MidYear => 5,
            Precision::Year => 1,
        };
        let from = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        Self { precision, from, until: None }
    }

    /// From the first to the last day, both included.
    #[must_use]
    pub const fn period(from: Day, until: Day) -> Self {
        Self { precision: Precision::Period, from, until: Some(until) }
    }

    /// Last day that may be meant; a plan is late after it.
    #[must_use]
    pub fn last_day(&self) -> Day {
        let months = match self.precision {
            Precision::Day => return self.from,
            Precision::Period => return self.until.unwrap_or(self.from),
            Precision::Month => 1,
            Precision::Quarter => 3,
            Precision::MidYear => 4,
            Precision::Half => 6,
            Precision::Year => 12,
        };
        self.from
            .checked_add_months(Months::new(months))
            .and_then(|next| next.pred_opt())
            .unwrap_or(self.from)
    }

    /// True when `from` begins the unit and only a period has its own, not earlier, end.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        match self.precision {
            Precision::Period => self.until.is_some_and(|until| until >= self.from),
            precision => {
                self.until.is_none() && Self::containing(precision, self.from).from == self.from
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    #[test]
    fn an_imprecise_date_ends_with_the_last_day_of_its_unit() {
        let cases = [
            (Precision::Day, "2020-09-15", "2020-09-15", "2020-09-15"),
            (Precision::Month, "2020-09-15", "2020-09-01", "2020-09-30"),
            (Precision::Quarter, "2020-12-15", "2020-10-01", "2020-12-31"),
            (Precision::Half, "2020-02-29", "2020-01-01", "2020-06-30"),
            (Precision::MidYear, "2021-02-01", "2021-05-01", "2021-08-31"),
            (Precision::Year, "2024-12-31", "2024-01-01", "2024-12-31"),
        ];
        for (precision, given, from, until) in cases {
            let date = ImpreciseDate::containing(precision, day(given));
            assert_eq!((date.from, date.last_day()), (day(from), day(until)), "{precision:?}");
            assert!(date.is_well_formed());
        }
    }

    #[test]
    fn a_month_that_starts_in_its_middle_is_not_well_formed() {
        let date =
            ImpreciseDate { precision: Precision::Month, from: day("2020-09-15"), until: None };
        assert!(!date.is_well_formed());
        assert!(!ImpreciseDate::period(day("2024-01-01"), day("2023-12-31")).is_well_formed());
    }
}
