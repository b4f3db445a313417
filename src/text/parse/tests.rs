//! Amounts, percentages and days as people type them.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::Text;
use super::*;

static TEXTS: LazyLock<[Text; 2]> = LazyLock::new(|| Lang::ALL.map(Text::new));

fn check(lang: Lang, cases: &[(&str, Result<i64, MoneyEntry>)]) {
    for (entry, expected) in cases {
        assert_eq!(parse_money(lang, entry), expected.map(Money::from_cents), "{entry:?}");
    }
}

#[test]
fn german_amounts_are_read_as_typed() {
    check(
        Lang::De,
        &[
            ("12", Ok(1_200)),
            ("1234,5", Ok(123_450)),
            ("1.234,50", Ok(123_450)),
            ("1234567,89", Ok(123_456_789)),
            ("1.234.567,89", Ok(123_456_789)),
            ("1.234.567", Ok(123_456_700)),
            ("−12,00", Ok(-1_200)),
            ("-12", Ok(-1_200)),
            ("- 12", Ok(-1_200)),
            ("0,00", Ok(0)),
            (",5", Ok(50)),
            ("12,", Ok(1_200)),
            ("19 517 995,80", Ok(1_951_799_580)),
            ("\u{a0}2.200.000,00\u{a0}€\t\r\n", Ok(220_000_000)),
            ("2\u{202f}200\u{202f}000,00 EUR", Ok(220_000_000)),
            ("€ 12,50", Ok(1_250)),
            ("-€12,50", Ok(-1_250)),
            ("-12,50 Euro", Ok(-1_250)),
            ("10.000.000.000,00", Ok(1_000_000_000_000)),
        ],
    );
}

#[test]
fn a_small_calculation_is_done_in_whole_cents() {
    check(
        Lang::De,
        &[
            ("=100*12", Ok(120_000)),
            ("= 1.200,50 + 300", Ok(150_050)),
            ("=12*99,90", Ok(119_880)),
            ("=2*3*0,01", Ok(6)),
            ("=1000-1.000,01", Ok(-1)),
            ("=500", Ok(50_000)),
            ("=5 − 2 € + 1", Ok(400)),
            ("=", Err(MoneyEntry::Empty)),
            ("=1+", Err(MoneyEntry::Empty)),
            ("=-1", Err(MoneyEntry::Empty)),
            ("=1,5*2,5", Err(MoneyEntry::NotAnAmount)),
            ("=1.234*2", Err(MoneyEntry::Ambiguous { thousands: Money::from_cents(123_400) })),
            ("=10/3", Err(MoneyEntry::Character('/'))),
            ("=99999999999*999999999", Err(MoneyEntry::TooLarge)),
            ("=9999999999,00*2", Err(MoneyEntry::TooLarge)),
            ("=A1+B1", Err(MoneyEntry::Character('A'))),
            ("==1", Err(MoneyEntry::Character('='))),
        ],
    );
    check(Lang::En, &[("=1,234*2", Ok(246_800)), ("=12.5+1", Ok(1_350))]);
}

#[test]
fn german_amounts_that_are_unclear_are_refused_with_the_reason() {
    let thousands = |cents| MoneyEntry::Ambiguous { thousands: Money::from_cents(cents) };
    check(
        Lang::De,
        &[
            ("", Err(MoneyEntry::Empty)),
            (" \u{a0}€ ", Err(MoneyEntry::Empty)),
            ("-", Err(MoneyEntry::NotAnAmount)),
            (",", Err(MoneyEntry::NotAnAmount)),
            ("--5", Err(MoneyEntry::Character('-'))),
            ("12a", Err(MoneyEntry::Character('a'))),
            ("1e3", Err(MoneyEntry::Character('e'))),
            ("(12,00)", Err(MoneyEntry::Character('('))),
            ("=SUM", Err(MoneyEntry::Character('S'))),
            ("1,234.56", Err(MoneyEntry::EnglishFormat)),
            ("1,234,567", Err(MoneyEntry::EnglishFormat)),
            ("12.50", Err(MoneyEntry::EnglishFormat)),
            ("1234.5", Err(MoneyEntry::EnglishFormat)),
            ("1.234", Err(thousands(123_400))),
            ("-12.345 €", Err(thousands(-1_234_500))),
            ("0.234", Err(MoneyEntry::Grouping)),
            ("1,234", Err(MoneyEntry::TooManyDecimals)),
            ("1,2345", Err(MoneyEntry::TooManyDecimals)),
            ("1.23.456,00", Err(MoneyEntry::Grouping)),
            ("1234.567", Err(MoneyEntry::Grouping)),
            ("12 34", Err(MoneyEntry::Grouping)),
            ("1 234.567,00", Err(MoneyEntry::Grouping)),
            ("1..234,00", Err(MoneyEntry::Grouping)),
            ("10.000.000.000,01", Err(MoneyEntry::TooLarge)),
            ("99999999999999999999999", Err(MoneyEntry::TooLarge)),
        ],
    );
}

#[test]
fn english_amounts_follow_the_mirrored_rules() {
    check(
        Lang::En,
        &[
            ("1,234.50", Ok(123_450)),
            ("1,234", Ok(123_400)),
            ("€2,200,000.00", Ok(220_000_000)),
            ("12.5", Ok(1_250)),
            ("1.234,50", Err(MoneyEntry::GermanFormat)),
            ("12,50", Err(MoneyEntry::GermanFormat)),
            ("1.234.567", Err(MoneyEntry::GermanFormat)),
            ("1.234", Err(MoneyEntry::TooManyDecimals)),
            ("1,23,456.00", Err(MoneyEntry::Grouping)),
        ],
    );
}

#[test]
fn a_day_is_read_as_typed() {
    let today: Day = "2026-11-21".parse().expect("a test date");
    let cases = [
        ("31.12.2026", Ok("2026-12-31")),
        (" 31.12.26 ", Ok("2026-12-31")),
        ("1.2.2026", Ok("2026-02-01")),
        ("311226", Ok("2026-12-31")),
        ("31122026", Ok("2026-12-31")),
        ("2026-12-31", Ok("2026-12-31")),
        ("heute", Ok("2026-11-21")),
        ("Today", Ok("2026-11-21")),
        ("gestern", Ok("2026-11-20")),
        // The 21st of November 2026 is a Saturday.
        ("Mo", Ok("2026-11-23")),
        ("mon", Ok("2026-11-23")),
        ("Sa.", Ok("2026-11-21")),
        ("Freitag", Ok("2026-11-27")),
        ("-Mo", Ok("2026-11-16")),
        ("−Sa", Ok("2026-11-14")),
        ("-so", Ok("2026-11-15")),
        ("+di", Ok("2026-11-24")),
        ("m", Err(DayEntry::Unreadable)),
        ("Moo", Err(DayEntry::Unreadable)),
        ("+14", Ok("2026-12-05")),
        ("-3", Ok("2026-11-18")),
        ("−3", Ok("2026-11-18")),
        ("31.12.", Ok("2026-12-31")),
        ("31.12", Ok("2026-12-31")),
        ("21. November 2026", Ok("2026-11-21")),
        ("5. März 2020", Ok("2020-03-05")),
        ("31 Dec 2020", Ok("2020-12-31")),
        ("29.02.2024", Ok("2024-02-29")),
        ("", Err(DayEntry::Empty)),
        ("31.02.", Err(DayEntry::DoesNotExist)),
        ("29.02.2023", Err(DayEntry::DoesNotExist)),
        ("2026-13-01", Err(DayEntry::DoesNotExist)),
        ("00.01.2026", Err(DayEntry::DoesNotExist)),
        ("12/31/2026", Err(DayEntry::Unreadable)),
        ("1226", Err(DayEntry::Unreadable)),
        ("31.12.026", Err(DayEntry::Unreadable)),
        ("bald", Err(DayEntry::Unreadable)),
        ("+", Err(DayEntry::Unreadable)),
        ("+1.5", Err(DayEntry::Unreadable)),
        ("1.+2.2026", Err(DayEntry::Unreadable)),
        ("31.12.9999", Err(DayEntry::OutOfRange)),
        ("+99999999999999999999", Err(DayEntry::OutOfRange)),
        ("+99999999999", Err(DayEntry::OutOfRange)),
    ];
    for (entry, expected) in cases {
        let expected = expected.map(|day: &str| day.parse().expect("a test date"));
        assert_eq!(parse_day(entry, today), expected, "{entry:?}");
    }
}

proptest! {
    #[test]
    fn a_printed_amount_is_read_back(cents in -1_000_000_000_000_i64..=1_000_000_000_000) {
        let money = Money::from_cents(cents);
        for text in TEXTS.iter() {
            prop_assert_eq!(text.parse_money(&text.money(money)), Ok(money));
            prop_assert_eq!(text.parse_money(&text.money_unit(money)), Ok(money));
        }
    }

    #[test]
    fn a_printed_day_is_read_back(ordinal in 693_600_i32..800_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(ordinal).expect("in range");
        for text in TEXTS.iter() {
            prop_assert_eq!(parse_day(&text.day(day), day), Ok(day));
            prop_assert_eq!(parse_day(&text.day_long(day), day), Ok(day));
        }
    }

    #[test]
    fn no_entry_makes_the_reader_panic(entry in "\\PC*") {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a test date");
        for lang in Lang::ALL {
            std::hint::black_box(parse_money(lang, &entry).is_ok());
        }
        std::hint::black_box(parse_day(&entry, today).is_ok());
    }
}
