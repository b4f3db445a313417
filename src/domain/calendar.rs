//! Deadlines: holidays of Thüringen, working days, and when a notice becomes final.
//!
//! Rules: domain.md section 1.5; §§ 187, 188, 193 BGB with § 31 VwVfG (§ 57 VwGO for an action in
//! court). The statutory holidays are those of § 2 (1) ThürFtG, in force since 1995.
//!
//! Fronleichnam is not among them: it is a holiday only in those places that kept it in 1994
//! (§ 2 (2), § 10 (1) ThürFtG), and the programme has no list of them. A period that ends there
//! on that day ends one day later than computed here.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::Day;

/// A holiday in all of Thüringen (§ 2 (1) ThürFtG).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// *Neujahr*, 1 January
    NewYear,
    /// *Karfreitag*
    GoodFriday,
    /// *Ostermontag*
    EasterMonday,
    /// *1. Mai*
    LabourDay,
    /// *Christi Himmelfahrt*
    Ascension,
    /// *Pfingstmontag*
    WhitMonday,
    /// *Weltkindertag*, 20 September, since 2019
    ChildrensDay,
    /// *Tag der Deutschen Einheit*, 3 October
    GermanUnity,
    /// *Reformationstag*, 31 October
    Reformation,
    /// *Erster Weihnachtstag*, 25 December
    Christmas,
    /// *Zweiter Weihnachtstag*, 26 December
    SecondChristmas,
}

/// Which holiday of Thüringen a day is, for days from 1995 on.
///
/// When two fall on one day (1 May 2008 was Ascension), the one with the fixed date is named.
#[must_use]
pub fn holiday(day: Day) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (9, 20) if day.year() >= 2019 => Some(Holiday::ChildrensDay),
        (10, 3) => Some(Holiday::GermanUnity),
        (10, 31) => Some(Holiday::Reformation),
        (12, 25) => Some(Holiday::Christmas),
        (12, 26) => Some(Holiday::SecondChristmas),
        _ => match day.signed_duration_since(easter_sunday(day.year())?).num_days() {
            -2 => Some(Holiday::GoodFriday),
            1 => Some(Holiday::EasterMonday),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::WhitMonday),
            _ => None,
        },
    }
}

/// Easter Sunday by the Gregorian computus in Butcher's form; `None` beyond chrono's calendar.
fn easter_sunday(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let full_moon =
        (19 * golden + century - century.div_euclid(4) - moon_shift + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - full_moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * full_moon + 22 * weekday) / 451;
    let after = TimeDelta::days(i64::from(full_moon + weekday - 7 * late));
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_signed(after)
}

/// True unless Saturday, Sunday or a holiday: a day on which a period may end (§ 31 (3) VwVfG).
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday(day).is_none()
}

/// The day itself when it is a working day, else the next one that is (§ 193 BGB).
#[must_use]
pub fn next_working_day(day: Day) -> Day {
    day.iter_days().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// How many working days lie between two days, in either order: from Friday to Monday is one.
///
/// Days more than two months apart count as so far that no rule asks how far.
#[must_use]
pub fn working_days_apart(one: Day, other: Day) -> u32 {
    let (first, last) = (one.min(other), one.max(other));
    if last.signed_duration_since(first).num_days() > 62 {
        return u32::MAX;
    }
    let passed = first.iter_days().skip(1).take_while(|day| *day <= last);
    u32::try_from(passed.filter(|day| is_working_day(*day)).count()).unwrap_or(u32::MAX)
}

/// The day with the same number so many months later, else the last day of that month
/// (§ 188 (2), (3) BGB): one month after 31 January is 28 or 29 February.
///
/// Beyond the last day that the calendar knows it stays there.
#[must_use]
pub fn add_months(day: Day, months: u32) -> Day {
    day.checked_add_months(Months::new(months)).unwrap_or(Day::MAX)
}

/// After how many days a letter in Germany is deemed announced (§ 41 (2) VwVfG): three for acts
/// posted until 31.12.2024, four from 01.01.2025 on.
#[must_use]
pub fn notice_days(posted_on: Day) -> u32 {
    if federal_procedure(posted_on) { 4 } else { 3 }
}

/// True for acts whose procedure follows the VwVfG by § 1 (1) ThürVwVfG of 02.07.2024: from
/// 01.01.2025 on; before, the ThürVwVfG had the same paragraphs itself (domain.md sections 0, 7.2).
#[must_use]
pub fn federal_procedure(on: Day) -> bool {
    on.year() >= 2025
}

/// The day on which a letter is deemed announced, so many days after it was posted; the number
/// is that of [`notice_days`], or what the notice itself was subject to.
///
/// Not moved to a working day: the law fixes a day here, it does not set a period that somebody
/// has to keep, so § 31 (3) VwVfG does not apply. A later arrival that is proven takes its place.
#[must_use]
pub fn deemed_announced(posted_on: Day, days: u32) -> Day {
    posted_on.checked_add_days(Days::new(days.into())).unwrap_or(Day::MAX)
}

/// Last day of a period of months that an event sets off (*Ereignisfrist*).
///
/// The day of the event does not count (§ 187 (1) BGB); the period ends with the day of the same
/// number (§ 188 (2) BGB), or with the next working day (§ 193 BGB, § 31 (3) VwVfG).
#[must_use]
pub fn period_end(event: Day, months: u32) -> Day {
    next_working_day(add_months(event, months))
}

/// First day on which a notice is final (*bestandskräftig*) when nobody contests it: the day
/// after the period for doing so, which is one month (§§ 70, 74 VwGO) from the announcement.
#[must_use]
pub fn final_on(announced: Day, months: u32) -> Day {
    period_end(announced, months).succ_opt().unwrap_or(Day::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    #[test]
    fn a_notice_posted_on_14_september_2020_is_final_on_20_october() {
        let posted = day("2020-09-14");
        let announced = deemed_announced(posted, notice_days(posted));
        assert_eq!(announced, day("2020-09-17"));
        assert_eq!(add_months(announced, 1), day("2020-10-17"), "a Saturday");
        assert_eq!(period_end(announced, 1), day("2020-10-19"));
        assert_eq!(final_on(announced, 1), day("2020-10-20"));
    }

    #[test]
    fn a_letter_takes_four_days_from_2025_on_and_weekends_do_not_move_it() {
        for (posted, announced) in [
            ("2024-12-31", "2025-01-03"),
            ("2025-01-01", "2025-01-05"), // a Sunday
            ("2024-12-23", "2024-12-26"), // a holiday
            ("2020-09-16", "2020-09-19"), // a Saturday
            ("2025-12-30", "2026-01-03"),
        ] {
            let posted = day(posted);
            assert_eq!(deemed_announced(posted, notice_days(posted)), day(announced), "{posted}");
        }
    }

    #[test]
    fn thüringen_has_eleven_holidays_in_2025() {
        let expected = [
            ("2025-01-01", Holiday::NewYear),
            ("2025-04-18", Holiday::GoodFriday),
            ("2025-04-21", Holiday::EasterMonday),
            ("2025-05-01", Holiday::LabourDay),
            ("2025-05-29", Holiday::Ascension),
            ("2025-06-09", Holiday::WhitMonday),
            ("2025-09-20", Holiday::ChildrensDay),
            ("2025-10-03", Holiday::GermanUnity),
            ("2025-10-31", Holiday::Reformation),
            ("2025-12-25", Holiday::Christmas),
            ("2025-12-26", Holiday::SecondChristmas),
        ]
        .map(|(text, holiday)| (day(text), holiday));
        let found: Vec<_> = day("2025-01-01")
            .iter_days()
            .take(365)
            .filter_map(|day| Some((day, holiday(day)?)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for easter in [
            "1995-04-16",
            "2008-03-23",
            "2019-04-21",
            "2020-04-12",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2038-04-25", // the latest possible day
            "2049-04-18", // the case of 451: without it a week later
            "2285-03-22", // the earliest possible day
        ] {
            let easter = day(easter);
            assert_eq!(easter_sunday(easter.year()), Some(easter));
        }
    }

    #[test]
    fn the_childrens_day_is_a_holiday_since_2019_only() {
        assert_eq!(holiday(day("2018-09-20")), None);
        assert_eq!(holiday(day("2019-09-20")), Some(Holiday::ChildrensDay));
        assert_eq!(period_end(day("2018-08-20"), 1), day("2018-09-20"));
        assert_eq!(period_end(day("2019-08-20"), 1), day("2019-09-23"), "over the weekend");
    }

    #[test]
    fn of_two_holidays_on_one_day_the_fixed_one_is_named() {
        assert_eq!(holiday(day("2008-05-01")), Some(Holiday::LabourDay));
    }

    #[test]
    fn days_that_are_only_customs_or_local_are_working_days() {
        for working in ["2020-12-24", "2020-12-31", "2020-06-11", "2020-11-18"] {
            assert!(is_working_day(day(working)), "{working}");
        }
        for idle in ["2020-10-31", "2020-11-01", "2020-11-07", "2020-12-25"] {
            assert!(!is_working_day(day(idle)), "{idle}");
        }
    }

    #[test]
    fn the_next_working_day_is_the_day_itself_or_after_all_idle_days() {
        assert_eq!(next_working_day(day("2020-10-19")), day("2020-10-19"));
        assert_eq!(next_working_day(day("2020-12-25")), day("2020-12-28"));
        assert_eq!(next_working_day(day("2025-04-18")), day("2025-04-22"), "over Easter");
    }

    #[test]
    fn weekends_and_holidays_do_not_part_two_days() {
        for (one, other, apart) in [
            ("2020-10-16", "2020-10-16", 0),
            ("2020-10-16", "2020-10-18", 0),
            ("2020-10-16", "2020-10-19", 1),
            ("2020-10-19", "2020-10-16", 1),
            ("2020-12-23", "2020-12-28", 2),
            ("2020-01-01", "2021-01-01", u32::MAX),
        ] {
            assert_eq!(working_days_apart(day(one), day(other)), apart, "{one} {other}");
        }
    }

    #[test]
    fn a_month_without_that_day_ends_the_period_with_its_last_day() {
        for (from, months, until) in [
            ("2021-01-31", 1, "2021-02-28"),
            ("2020-01-31", 1, "2020-02-29"),
            ("2021-02-28", 1, "2021-03-28"),
            ("2020-08-31", 6, "2021-02-28"),
            ("2020-02-29", 12, "2021-02-28"),
            ("2020-12-31", 0, "2020-12-31"),
        ] {
            assert_eq!(add_months(day(from), months), day(until), "{from} + {months}");
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_not_passed() {
        assert_eq!(add_months(Day::MAX, 1), Day::MAX);
        assert_eq!(deemed_announced(Day::MAX, 3), Day::MAX);
        assert_eq!(final_on(Day::MAX, 1), Day::MAX);
    }
}
