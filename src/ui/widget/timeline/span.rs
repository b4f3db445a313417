//! Geometry of a line of time: days as places, precision as width.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::date::Precision;
use crate::domain::{Day, ImpreciseDate};

/// Width of a day, which is a point.
pub const POINT: f32 = 10.0;

/// The days shown, from the first of a month to the last of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

/// From where to where a mark goes, in points from the left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
}

impl Reach {
    /// Its middle.
    #[must_use]
    pub fn centre(self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    /// Its width.
    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }
}

impl Span {
    /// Whole half-years around all dates and the Stichtag, at least one year.
    #[must_use]
    pub fn of(dates: impl Iterator<Item = ImpreciseDate>, as_of: Day) -> Option<Self> {
        let (mut first, mut last) = (as_of, as_of);
        for date in dates {
            first = first.min(date.from);
            // Only a period is longer than a year: of most dates the end need not be reckoned.
            let period = date.precision == Precision::Period;
            if period || (last - date.from).num_days() < 366 {
                last = last.max(date.last_day());
            }
        }
        let month = if first.month() > 6 { 7 } else { 1 };
        let first = NaiveDate::from_ymd_opt(first.year(), month, 1)?;
        let last = if last.month() > 6 {
            NaiveDate::from_ymd_opt(last.year(), 12, 31)?
        } else {
            NaiveDate::from_ymd_opt(last.year(), 6, 30)?
        };
        let year = first.checked_add_months(Months::new(12))?.pred_opt()?;
        Some(Self { first, last: last.max(year) })
    }

    /// How many days are shown.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days().saturating_add(1).max(1)
    }

    /// Where a day begins, in points from the left edge of a chart of that width.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a position on the screen")]
    pub fn place(self, width: f32, day: Day) -> f32 {
        let part = (day - self.first).num_days() as f32;
        width * (part / self.days() as f32).clamp(0.0, 1.0)
    }

    /// From where to where a date goes: a day is a point, all else as wide as it is uncertain.
    #[must_use]
    pub fn reach(self, width: f32, date: &ImpreciseDate) -> Reach {
        let left = self.place(width, date.from);
        let right = self.place(width, date.last_day().succ_opt().unwrap_or(date.from));
        if date.last_day() == date.from {
            let centre = f32::midpoint(left, right).clamp(POINT / 2.0, width - POINT / 2.0);
            return Reach { left: centre - POINT / 2.0, right: centre + POINT / 2.0 };
        }
        // Never mistaken for a day, however small the scale.
        Reach { left, right: right.max(left + POINT + 4.0) }
    }

    /// First days of the parts that are marked, so many months each that words fit.
    #[must_use]
    pub fn ticks(self, width: f32, words: f32) -> (u32, Vec<Day>) {
        const STEPS: [u32; 7] = [1, 3, 6, 12, 24, 60, 120];
        let months = (self.last.year() - self.first.year()) * 12 + 12;
        let points = |count: u32| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        let months = points(u32::try_from(months).unwrap_or(u32::MAX));
        let fits = |step: &u32| months / points(*step) * words <= width;
        let step = STEPS.into_iter().find(fits).unwrap_or(120);
        let mut ticks = Vec::new();
        let mut day = self.first;
        if step >= 12 {
            day = NaiveDate::from_ymd_opt(self.first.year(), 1, 1).unwrap_or(self.first);
        }
        while day <= self.last {
            if day >= self.first {
                ticks.push(day);
            }
            match day.checked_add_months(Months::new(step)) {
                Some(next) => day = next,
                None => break,
            }
        }
        (step, ticks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: f32 = 1461.0;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn span() -> Span {
        let dates = [ImpreciseDate::day(day("2019-01-01")), ImpreciseDate::day(day("2022-12-31"))];
        Span::of(dates.into_iter(), day("2020-12-31")).expect("days")
    }

    #[test]
    fn precision_is_width_and_a_day_is_a_point() {
        let at = |precision| {
            let date = ImpreciseDate::containing(precision, day("2021-06-15"));
            span().reach(WIDTH, &date)
        };
        assert!((at(Precision::Day).width() - POINT).abs() < 0.01);
        let order = [
            Precision::Day,
            Precision::Month,
            Precision::Quarter,
            Precision::MidYear,
            Precision::Half,
            Precision::Year,
        ];
        for pair in order.windows(2) {
            assert!(at(pair[0]).width() < at(pair[1]).width(), "{pair:?}");
        }
        // The chart has 1461 days on 1461 points: "Mitte 2021" is the 123 days of May to August.
        let mid = at(Precision::MidYear);
        assert!((mid.width() - 123.0).abs() < 0.01, "{mid:?}");
        assert!((mid.left - 851.0).abs() < 0.01, "{mid:?}");
    }

    #[test]
    fn a_period_is_as_wide_as_from_its_first_to_its_last_day() {
        let period = ImpreciseDate::period(day("2019-01-01"), day("2019-04-10"));
        let reach = span().reach(WIDTH, &period);
        assert!((reach.width() - 100.0).abs() < 0.01, "{reach:?}");
    }

    #[test]
    fn a_month_on_a_small_scale_is_still_wider_than_a_day() {
        let month = ImpreciseDate::containing(Precision::Month, day("2021-06-15"));
        assert!(span().reach(120.0, &month).width() > POINT);
    }

    #[test]
    fn days_at_the_ends_stay_in_the_chart() {
        for text in ["2019-01-01", "2022-12-31"] {
            let reach = span().reach(WIDTH, &ImpreciseDate::day(day(text)));
            assert!(reach.left >= 0.0 && reach.right <= WIDTH, "{reach:?}");
        }
    }

    #[test]
    fn the_span_holds_every_date_and_the_stichtag_in_whole_half_years() {
        let dates = [ImpreciseDate::containing(Precision::MidYear, day("2021-06-01"))];
        let span = Span::of(dates.into_iter(), day("2020-12-31")).expect("days");
        assert_eq!((span.first, span.last), (day("2020-07-01"), day("2021-12-31")));
        let empty = Span::of(std::iter::empty(), day("2020-03-01")).expect("days");
        assert_eq!((empty.first, empty.last), (day("2020-01-01"), day("2020-12-31")));
    }

    #[test]
    fn ticks_leave_room_for_their_words() {
        for width in [200.0, 400.0, 800.0, 1600.0] {
            let (step, ticks) = span().ticks(width, 70.0);
            let parts = span().days() / 30 / i64::from(step);
            assert!(!ticks.is_empty());
            assert!(f32::from(i16::try_from(parts).expect("few")) * 70.0 <= width * 1.1, "{step}");
        }
    }
}
