//! Test vectors of domain.md section 1.9, and what holds beside them.

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a test date")
}

fn percent(text: &str) -> Decimal {
    text.parse().expect("a rate")
}

const fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

/// The table of domain.md section 1.9, to its last known half-year.
fn rates() -> Vec<BaseRate> {
    [
        ("2016-07-01", "2022-12-31", "-0.88"),
        ("2023-01-01", "2023-06-30", "1.62"),
        ("2023-07-01", "2023-12-31", "3.12"),
        ("2024-01-01", "2024-06-30", "3.62"),
        ("2024-07-01", "2024-12-31", "3.37"),
        ("2025-01-01", "2025-06-30", "2.27"),
        ("2025-07-01", "2025-12-31", "1.27"),
        ("2026-01-01", "2026-06-30", "1.27"),
    ]
    .map(|(from, until, rate)| BaseRate {
        from: day(from),
        until: day(until),
        percent: percent(rate),
    })
    .to_vec()
}

const ALL: [DayCount; 3] = [DayCount::Thirty360, DayCount::Act365, DayCount::ActAct];

const fn terms(day_count: DayCount) -> Terms {
    Terms { margin: Decimal::from_parts(5, 0, 0, false, 0), day_count, start_after_days: 1 }
}

fn span(event: &str, until: &str) -> Span {
    Span { event: day(event), until: day(until) }
}

fn of(principal: Money, event: &str, until: &str, count: DayCount) -> Interest {
    interest(principal, span(event, until), &rates(), terms(count)).expect("known rates")
}

fn days(interest: &Interest) -> Vec<i64> {
    interest.segments.iter().map(|segment| segment.days).collect()
}

fn bases(interest: &Interest) -> Vec<i64> {
    interest.segments.iter().map(|segment| segment.year_basis).collect()
}

fn shown(interest: &Interest) -> Vec<i64> {
    interest.segments.iter().map(|segment| segment.shown.cents()).collect()
}

#[test]
fn the_first_vector_holds_in_all_three_conventions() {
    for (count, counted, cents) in [
        (DayCount::Thirty360, 155, 66_521),
        (DayCount::Act365, 158, 66_879),
        (DayCount::ActAct, 158, 66_697),
    ] {
        let interest = of(euros(37_500), "2020-06-15", "2020-11-20", count);
        assert_eq!(days(&interest), [counted], "{count:?}");
        assert_eq!(interest.total, Money::from_cents(cents), "{count:?}");
        let only = interest.segments[0];
        assert_eq!((only.from, only.until), (day("2020-06-16"), day("2020-11-20")));
        assert_eq!((only.principal, only.rate_percent), (euros(37_500), percent("4.12")));
    }
}

#[test]
fn the_second_vector_changes_its_rate_three_times() {
    let by_month = of(euros(100_000), "2022-09-30", "2024-03-31", DayCount::Thirty360);
    assert_eq!(days(&by_month), [90, 180, 180, 90]);
    assert_eq!(shown(&by_month), [103_000, 331_000, 406_000, 215_500]);
    assert_eq!(by_month.total, Money::from_cents(1_055_500));
    assert_eq!(by_month.rounding_difference, Money::ZERO);
    let rates: Vec<String> =
        by_month.segments.iter().map(|segment| segment.rate_percent.to_string()).collect();
    assert_eq!(rates, ["4.12", "6.62", "8.12", "8.62"]);

    let actual = of(euros(100_000), "2022-09-30", "2024-03-31", DayCount::Act365);
    assert_eq!(days(&actual), [92, 181, 184, 91]);
    assert_eq!(actual.total, Money::from_cents(1_056_373));

    let exact = of(euros(100_000), "2022-09-30", "2024-03-31", DayCount::ActAct);
    assert_eq!(days(&exact), [92, 181, 184, 91]);
    assert_eq!(bases(&exact), [365, 365, 365, 366]);
    assert_eq!(exact.total, Money::from_cents(1_055_785));
}

#[test]
fn the_third_vector_crosses_the_end_of_a_leap_year() {
    let (event, until) = ("2020-10-15", "2021-03-15");
    let by_month = of(euros(800_000), event, until, DayCount::Thirty360);
    assert_eq!((days(&by_month), by_month.total), (vec![150], Money::from_cents(1_373_333)));

    let actual = of(euros(800_000), event, until, DayCount::Act365);
    assert_eq!((days(&actual), actual.total), (vec![151], Money::from_cents(1_363_551)));

    let exact = of(euros(800_000), event, until, DayCount::ActAct);
    assert_eq!((days(&exact), bases(&exact)), (vec![77, 74], vec![366, 365]));
    assert_eq!(exact.segments[0].until, day("2020-12-31"));
    assert_eq!(exact.total, Money::from_cents(1_361_651));
}

#[test]
fn the_total_is_rounded_once_and_the_difference_to_the_lines_is_named() {
    let rate = |from, until| BaseRate { from: day(from), until: day(until), percent: percent("1") };
    let two = [rate("2021-01-01", "2021-01-30"), rate("2021-01-31", "2021-03-30")];
    // At 6 %, 30 and 59 days of 365: 1,18 + 2,33 = 3,51 cents, and 0,503 + 0,989 = 1,49 cents.
    for (principal, lines, total, difference) in [(240, [1, 2], 4, 1), (102, [1, 1], 1, -1)] {
        let interest = interest(
            Money::from_cents(principal),
            span("2020-12-31", "2021-03-30"),
            &two,
            terms(DayCount::Act365),
        )
        .expect("known rates");
        assert_eq!(shown(&interest), lines);
        assert_eq!(interest.total, Money::from_cents(total));
        assert_eq!(interest.rounding_difference, Money::from_cents(difference));
    }
}

#[test]
fn a_day_without_a_rate_is_named_and_no_rate_is_assumed() {
    let missing = |event: &str, until: &str, rates: &[BaseRate]| {
        interest(euros(1), span(event, until), rates, terms(DayCount::Act365))
            .expect_err("a missing rate")
            .day
    };
    assert_eq!(missing("2026-01-15", "2026-07-01", &rates()), day("2026-07-01"));
    assert_eq!(missing("2026-08-15", "2026-09-01", &rates()), day("2026-08-16"));
    assert_eq!(missing("2016-06-29", "2016-12-31", &rates()), day("2016-06-30"));
    assert_eq!(missing("2020-06-15", "2020-11-20", &[]), day("2020-06-16"));
    let mut gap = rates();
    gap.remove(2);
    assert_eq!(missing("2023-06-15", "2024-01-31", &gap), day("2023-07-01"));
}

#[test]
fn the_last_known_rate_holds_to_its_last_day() {
    let until_the_end = of(euros(1_000), "2026-05-31", "2026-06-30", DayCount::Thirty360);
    assert_eq!(days(&until_the_end), [30]);
    // The event's own day bears nothing, so it needs no rate either.
    let from_the_first = of(euros(1_000), "2016-06-30", "2016-07-31", DayCount::Thirty360);
    assert_eq!(days(&from_the_first), [30]);
}

#[test]
fn of_overlapping_rates_the_one_that_begins_last_holds() {
    let mut corrected = rates();
    corrected.insert(
        0,
        BaseRate { from: day("2020-09-01"), until: day("2020-09-30"), percent: percent("0.12") },
    );
    let interest =
        interest(euros(1_000), span("2020-07-31", "2020-10-31"), &corrected, terms(ALL[0]))
            .expect("known rates");
    let rates: Vec<String> =
        interest.segments.iter().map(|segment| segment.rate_percent.to_string()).collect();
    assert_eq!(rates, ["4.12", "5.12", "4.12"]);
}

#[test]
fn a_part_payment_lowers_the_principal_from_the_day_after_its_credit() {
    let interest = interest_with_repayments(
        euros(100_000),
        &[(day("2020-08-15"), euros(40_000))],
        span("2020-06-15", "2020-11-20"),
        &rates(),
        terms(DayCount::Thirty360),
    )
    .expect("known rates");
    let lines: Vec<_> = interest
        .segments
        .iter()
        .map(|line| (line.until, line.days, line.principal, line.shown.cents()))
        .collect();
    assert_eq!(
        lines,
        [
            (day("2020-08-15"), 60, euros(100_000), 68_667),
            (day("2020-11-20"), 95, euros(60_000), 65_233),
        ]
    );
    assert_eq!(interest.total, Money::from_cents(133_900));
}

#[test]
fn interest_on_a_falling_principal_is_that_on_each_part_until_its_credit() {
    let credits = ["2022-09-30", "2023-02-28", "2023-07-31", "2023-12-31", "2024-02-29"];
    let parts: Vec<_> = credits.iter().map(|text| (day(text), euros(10_007))).collect();
    for count in ALL {
        let whole = interest_with_repayments(
            euros(60_000),
            &parts,
            span("2022-09-15", "2024-03-31"),
            &rates(),
            terms(count),
        )
        .expect("known rates");
        let rest = of(euros(60_000 - 5 * 10_007), "2022-09-15", "2024-03-31", count);
        let single = credits.iter().map(|until| of(euros(10_007), "2022-09-15", until, count));
        let sum = single
            .chain([rest])
            .flat_map(|interest| interest.segments)
            .fold(Exact::ZERO, |sum, segment| sum + segment.exact);
        let exact = whole.segments.iter().fold(Exact::ZERO, |sum, line| sum + line.exact);
        assert_eq!(exact, sum, "{count:?}");
        assert_eq!(whole.total, sum.rounded(), "{count:?}");
    }
}

#[test]
fn what_is_repaid_beyond_the_principal_bears_nothing_and_needs_no_rate() {
    let repaid = |credits: &[(Day, Money)]| {
        let to_2030 = span("2020-06-15", "2030-12-31");
        interest_with_repayments(euros(1_000), credits, to_2030, &rates(), terms(ALL[0]))
    };
    let all = repaid(&[(day("2020-11-20"), euros(1_200))]).expect("nothing owed later");
    assert_eq!(days(&all), [155]);
    // The order of the credits is that of the days; a bounced payment is owed again.
    let bounced = repaid(&[
        (day("2020-07-31"), euros(-1_000)),
        (day("2020-06-30"), euros(1_000)),
        (day("2020-08-31"), euros(1_000)),
    ])
    .expect("nothing owed later");
    let lines: Vec<_> = bounced.segments.iter().map(|line| (line.from, line.days)).collect();
    assert_eq!(lines, [(day("2020-06-16"), 15), (day("2020-08-01"), 30)]);
}

#[test]
fn credits_outside_the_span_count_from_its_first_day_or_not_at_all() {
    let credits = [(day("2020-06-01"), euros(500)), (day("2020-11-20"), euros(500))];
    let interest = interest_with_repayments(
        euros(1_500),
        &credits,
        span("2020-06-15", "2020-11-20"),
        &rates(),
        terms(DayCount::Act365),
    )
    .expect("known rates");
    let lines: Vec<_> = interest.segments.iter().map(|line| (line.days, line.principal)).collect();
    assert_eq!(lines, [(158, euros(1_000))]);
}

#[test]
fn every_full_month_counts_thirty_days_also_february() {
    for (event, until, expected) in [
        ("2021-01-31", "2021-02-28", 30),
        ("2021-02-28", "2021-03-31", 30),
        ("2020-01-31", "2020-02-29", 30),
        ("2020-02-28", "2020-03-31", 32),
        ("2020-12-31", "2021-12-31", 360),
        ("2021-01-15", "2021-02-15", 30),
        ("2021-03-30", "2021-03-31", 0),
        ("2021-03-31", "2021-04-01", 1),
    ] {
        let interest = of(euros(1), event, until, DayCount::Thirty360);
        assert_eq!(days(&interest), [expected], "{event} to {until}");
    }
}

#[test]
fn interest_begins_so_many_days_after_the_event() {
    let begin = |start_after_days| {
        let terms = Terms { start_after_days, ..terms(DayCount::Act365) };
        let to_the_end = span("2020-06-15", "2020-06-30");
        interest(euros(1_000), to_the_end, &rates(), terms).expect("known rates").segments[0]
    };
    assert_eq!((begin(0).from, begin(0).days), (day("2020-06-15"), 16));
    assert_eq!((begin(1).from, begin(1).days), (day("2020-06-16"), 15));
    assert_eq!((begin(4).from, begin(4).days), (day("2020-06-19"), 12));
}

#[test]
fn nothing_owed_or_no_day_between_bears_no_interest() {
    for count in ALL {
        for (principal, until) in [
            (euros(1_000), "2020-06-15"),
            (euros(1_000), "2020-06-01"),
            (Money::ZERO, "2020-12-31"),
        ] {
            let none = of(principal, "2020-06-15", until, count);
            assert_eq!((none.segments.len(), none.total), (0, Money::ZERO));
        }
    }
}

#[test]
fn a_day_count_is_written_by_its_name() {
    for (count, name) in
        [(ALL[0], "\"thirty_360\""), (ALL[1], "\"act_365\""), (ALL[2], "\"act_act\"")]
    {
        assert_eq!(serde_json::to_string(&count).expect("a name"), name);
        assert_eq!(serde_json::from_str::<DayCount>(name).expect("a day count"), count);
    }
}
