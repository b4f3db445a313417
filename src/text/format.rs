//! Amounts, numbers, dates and times as people read them (domain.md section 5.1).

use chrono::{DateTime, Datelike, Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Lang, Text};
use crate::domain::case::grouped_iban;
use crate::domain::{Day, ImpreciseDate, Money, Precision, Seq, TitleKey};

/// No-break space: unit and number stay on one line.
pub(super) const NBSP: char = '\u{a0}';
/// The minus sign, as wide as a figure.
pub(super) const MINUS: char = '\u{2212}';

const CENTS_PER_EURO: u64 = 100;
const CENTS_PER_THOUSAND: u64 = 100_000;
const CENTS_PER_MILLION: u64 = 100_000_000;
const CENTS_PER_TENTH: u64 = CENTS_PER_MILLION / 10;

/// Words that begin with a capital letter, as heads and lines of a sum do.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

impl Text {
    /// An amount in euros without unit: "2.200.000,00", "2,200,000.00".
    #[must_use]
    pub fn money(&self, amount: Money) -> String {
        let cents = amount.cents().unsigned_abs();
        let euros = self.grouped(&(cents / CENTS_PER_EURO).to_string());
        let cents = cents % CENTS_PER_EURO;
        format!("{}{euros}{}{cents:02}", sign(amount), self.decimal_mark())
    }

    /// An amount with unit: "2.200.000,00 €", "€2,200,000.00".
    #[must_use]
    pub fn money_unit(&self, amount: Money) -> String {
        let number = self.money(amount.abs());
        self.with_euro(sign(amount), &number, "")
    }

    /// An amount for a headline, rounded half away from zero: "7,2 Mio. €", "€7.2 m"; below one
    /// million whole euros: "412.500 €", "€412,500".
    #[must_use]
    pub fn money_short(&self, amount: Money) -> String {
        let cents = amount.cents().unsigned_abs();
        if cents < CENTS_PER_MILLION {
            let euros = (cents + CENTS_PER_EURO / 2) / CENTS_PER_EURO;
            let sign = if euros == 0 { "" } else { sign(amount) };
            return self.with_euro(sign, &self.grouped(&euros.to_string()), "");
        }
        let tenths = (cents + CENTS_PER_TENTH / 2) / CENTS_PER_TENTH;
        let millions = self.grouped(&(tenths / 10).to_string());
        let number = format!("{millions}{}{}", self.decimal_mark(), tenths % 10);
        self.with_euro(sign(amount), &number, &self.get("unit-million"))
    }

    /// An amount in whole thousands of euros without unit, rounded half away from zero: "2.200";
    /// "< 1" for what would round to nothing, "0" for nothing.
    #[must_use]
    pub fn money_thousands(&self, amount: Money) -> String {
        let cents = amount.cents().unsigned_abs();
        let thousands = (cents + CENTS_PER_THOUSAND / 2) / CENTS_PER_THOUSAND;
        match (cents, thousands) {
            (0, _) => "0".to_owned(),
            (_, 0) => format!("<{NBSP}1"),
            _ => format!("{}{}", sign(amount), self.grouped(&thousands.to_string())),
        }
    }

    /// An amount as the mark of an axis, in millions without trailing zeros: "20 Mio. €", "€0.5 m".
    #[must_use]
    pub fn money_mark(&self, amount: Money) -> String {
        let millions = Decimal::new(amount.cents().abs(), 8).normalize();
        let number = self.decimal(millions);
        self.with_euro(sign(amount), &number, &self.get("unit-million"))
    }

    /// An amount in millions with two decimals, rounded half away from zero: "15,65 Mio. €"; below
    /// one million whole euros, as [`Self::money_short`].
    #[must_use]
    pub fn money_millions(&self, amount: Money) -> String {
        if amount.cents().unsigned_abs() < CENTS_PER_MILLION {
            return self.money_short(amount);
        }
        let exact = Decimal::new(amount.cents().abs(), 8);
        let mut millions = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        millions.rescale(2);
        let number = self.decimal(millions);
        self.with_euro(sign(amount), &number, &self.get("unit-million"))
    }

    fn with_euro(&self, sign: &str, number: &str, scale: &str) -> String {
        let gap = if scale.is_empty() { String::new() } else { format!("{NBSP}{scale}") };
        match self.lang() {
            Lang::De => format!("{sign}{number}{gap}{NBSP}€"),
            Lang::En => format!("{sign}€{number}{gap}"),
        }
    }

    /// Percent with two decimals, rounded half away from zero: "11,77 %", "11.77%".
    #[must_use]
    pub fn percent(&self, value: Decimal) -> String {
        let mut rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(2);
        self.with_percent(rounded)
    }

    /// A rate as it was laid down, without decimals that say nothing: "80 %", "66,5 %".
    #[must_use]
    pub fn rate(&self, value: Decimal) -> String {
        self.with_percent(value.normalize())
    }

    fn with_percent(&self, value: Decimal) -> String {
        let number = self.decimal(value);
        match self.lang() {
            Lang::De => format!("{number}{NBSP}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// A whole number with groups: "2.588".
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        let sign = if value < 0 { "−" } else { "" };
        format!("{sign}{}", self.grouped(&value.unsigned_abs().to_string()))
    }

    /// An exact decimal with all its decimals: "1.234,5".
    #[must_use]
    pub fn decimal(&self, value: Decimal) -> String {
        let digits = value.abs().to_string();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let sign = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
        let whole = self.grouped(whole);
        if fraction.is_empty() {
            return format!("{sign}{whole}");
        }
        format!("{sign}{whole}{}{fraction}", self.decimal_mark())
    }

    /// Number of a journal entry: "Nr. 17", "no. 17".
    #[must_use]
    pub fn entry_number(&self, seq: Seq) -> String {
        self.format("entry-number", &[("seq", seq.to_string())])
    }

    /// A day in figures: "31.12.2020", "31 Dec 2020".
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        match self.lang() {
            Lang::De => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
            Lang::En => {
                let month: String = self.month(day).chars().take(3).collect();
                format!("{} {month} {}", day.day(), day.year())
            }
        }
    }

    /// A day in figures with the day of the week: "Do, 31.12.2020", "Thu, 31 Dec 2020".
    #[must_use]
    pub fn day_of_week(&self, day: Day) -> String {
        let weekday = self.get(&format!("weekday-{}", day.weekday().number_from_monday()));
        [weekday, self.day(day)].join(", ")
    }

    /// A day in running text: "31. Dezember 2020", "31 December 2020".
    #[must_use]
    pub fn day_long(&self, day: Day) -> String {
        let dot = if self.lang() == Lang::De { "." } else { "" };
        format!("{}{dot}{NBSP}{} {}", day.day(), self.month(day), day.year())
    }

    /// A date as exactly as it is known: "15.09.2020", "September 2020", "4. Quartal 2020",
    /// "1. Halbjahr 2021", "Mitte 2021", "2024", "2024–2026".
    #[must_use]
    pub fn date(&self, date: &ImpreciseDate) -> String {
        let year = ("year", date.from.year().to_string());
        match date.precision {
            Precision::Day => self.day(date.from),
            Precision::Month => format!("{} {}", self.month(date.from), date.from.year()),
            Precision::Quarter => {
                let quarter = ("quarter", (date.from.month0() / 3 + 1).to_string());
                self.format("date-quarter", &[quarter, year])
            }
            Precision::Half if date.from.month() < 7 => self.format("date-first-half", &[year]),
            Precision::Half => self.format("date-second-half", &[year]),
            Precision::MidYear => self.format("date-mid-year", &[year]),
            Precision::Year => year.1,
            Precision::Period => self.period(date.from, date.last_day()),
        }
    }

    fn period(&self, from: Day, until: Day) -> String {
        let (first, last) = (from.year(), until.year());
        if from.ordinal() == 1 && until.month() == 12 && until.day() == 31 {
            return if first == last { first.to_string() } else { format!("{first}–{last}") };
        }
        if from.day() == 1 && ends_month(until) {
            return match (self.month(from), self.month(until)) {
                (begin, end) if first != last => format!("{begin} {first} – {end} {last}"),
                (begin, end) if begin == end => format!("{begin} {first}"),
                (begin, end) => format!("{begin}–{end} {first}"),
            };
        }
        let dash = if self.lang() == Lang::De { "–" } else { " – " };
        format!("{}{dash}{}", self.day(from), self.day(until))
    }

    fn month(&self, day: Day) -> String {
        self.get(MONTH_KEYS[day.month0() as usize])
    }

    /// The time of day in Berlin: "14:05 Uhr", "14:05".
    #[must_use]
    pub fn time_of_day(&self, micros: i64) -> String {
        let time = DateTime::from_timestamp_micros(micros).unwrap_or_default();
        let clock = time.with_timezone(&Berlin).format("%H:%M").to_string();
        self.format("entry-clock", &[("clock", clock)])
    }

    /// When an entry was recorded (microseconds since 1970 UTC), in the time of Berlin:
    /// "31.12.2020, 14:05 Uhr", "31 Dec 2020, 14:05".
    #[must_use]
    pub fn known_at(&self, micros: i64) -> String {
        let Some(time) = DateTime::from_timestamp_micros(micros) else {
            return "–".to_owned();
        };
        let local = time.with_timezone(&Berlin).naive_local();
        let clock = local.format("%H:%M").to_string();
        self.format("known-at", &[("day", self.day(local.date())), ("clock", clock)])
    }

    /// A title as in the columns of a budget: "16 16 / 883 71".
    #[must_use]
    pub fn title_short(&self, title: &TitleKey) -> String {
        title.parts().map_or_else(
            || title.to_string(),
            |parts| {
                let (plan, chapter) = (parts.plan, parts.chapter);
                let (item, group) = (parts.item, parts.group);
                format!("{plan}{NBSP}{chapter}{NBSP}/{NBSP}{item}{NBSP}{group}")
            },
        )
    }

    /// A title with all of its parts: "Einzelplan 16 · Kapitel 16 16 · Titelgruppe 71 · Titel
    /// 883 71".
    #[must_use]
    pub fn title_in_parts(&self, title: &TitleKey) -> String {
        title.parts().map_or_else(
            || title.to_string(),
            |parts| {
                let written = |one: &str, other: &str| format!("{one}{NBSP}{other}");
                let values = [
                    ("plan", parts.plan.to_owned()),
                    ("chapter", written(parts.plan, parts.chapter)),
                    ("group", parts.group.to_owned()),
                    ("title", written(parts.item, parts.group)),
                ];
                self.format("budget-title-parts", &values)
            },
        )
    }

    /// A budget title as on paper: "Kapitel 16 16 Titel 883 71"; other keys as they are written.
    #[must_use]
    pub fn title(&self, title: &TitleKey) -> String {
        let parts = title.as_str().split_once(' ').filter(|(chapter, item)| {
            let digits = chapter.bytes().chain(item.bytes()).all(|byte| byte.is_ascii_digit());
            digits && chapter.len() == 4 && item.len() == 5
        });
        let Some((chapter, item)) = parts else {
            return title.as_str().to_owned();
        };
        let chapter = format!("{}{NBSP}{}", &chapter[..2], &chapter[2..]);
        let item = format!("{}{NBSP}{}", &item[..3], &item[3..]);
        self.format("title-written", &[("chapter", chapter), ("title", item)])
    }

    /// An international bank account number in groups of four.
    #[must_use]
    pub fn iban(&self, iban: &str) -> String {
        grouped_iban(iban)
    }

    fn decimal_mark(&self) -> char {
        match self.lang() {
            Lang::De => ',',
            Lang::En => '.',
        }
    }

    fn grouped(&self, digits: &str) -> String {
        let mark = match self.lang() {
            Lang::De => '.',
            Lang::En => ',',
        };
        let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

const MONTH_KEYS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

fn sign(amount: Money) -> &'static str {
    if amount.is_negative() { "−" } else { "" }
}

fn ends_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.day() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both() -> (Text, Text) {
        (Text::new(Lang::De), Text::new(Lang::En))
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    #[test]
    fn an_amount_has_groups_two_decimals_and_a_real_minus() {
        let (de, en) = both();
        let cases = [
            (0, "0,00", "0.00"),
            (-1, "−0,01", "−0.01"),
            (99_900, "999,00", "999.00"),
            (100_000, "1.000,00", "1,000.00"),
            (220_000_000, "2.200.000,00", "2,200,000.00"),
            (-123_456, "−1.234,56", "−1,234.56"),
            (i64::MIN, "−92.233.720.368.547.758,08", "−92,233,720,368,547,758.08"),
        ];
        for (cents, german, english) in cases {
            assert_eq!(de.money(Money::from_cents(cents)), german);
            assert_eq!(en.money(Money::from_cents(cents)), english);
        }
        assert_eq!(de.money_unit(Money::from_cents(-123_456)), "−1.234,56\u{a0}€");
        assert_eq!(en.money_unit(Money::from_cents(-123_456)), "−€1,234.56");
    }

    #[test]
    fn a_headline_amount_is_rounded_half_away_from_zero() {
        let (de, en) = both();
        let cases = [
            (720_000_000, "7,2 Mio. €", "€7.2 m"),
            (724_999_999, "7,2 Mio. €", "€7.2 m"),
            (725_000_000, "7,3 Mio. €", "€7.3 m"),
            (-725_000_000, "−7,3 Mio. €", "−€7.3 m"),
            (8_000_000_000, "80,0 Mio. €", "€80.0 m"),
            (41_250_000, "412.500 €", "€412,500"),
            (1_250_050, "12.501 €", "€12,501"),
            (-49, "0 €", "€0"),
            (99_999_999, "1.000.000 €", "€1,000,000"),
        ];
        for (cents, german, english) in cases {
            let plain = |text: String| text.replace(NBSP, " ");
            assert_eq!(plain(de.money_short(Money::from_cents(cents))), german);
            assert_eq!(plain(en.money_short(Money::from_cents(cents))), english);
        }
        let cases = [
            (1_565_000_000, "15,65 Mio. €"),
            (100_000_000, "1,00 Mio. €"),
            (99_999_949, "999.999 €"),
            (400_000, "4.000 €"),
        ];
        for (cents, wanted) in cases {
            let told = de.money_millions(Money::from_cents(cents));
            assert_eq!(told.replace(NBSP, " "), wanted);
        }
    }

    #[test]
    fn percents_have_two_decimals_and_rates_as_many_as_they_need() {
        let (de, en) = both();
        let value = |text: &str| text.parse::<Decimal>().expect("a test number");
        assert_eq!(de.percent(value("11.77")), "11,77\u{a0}%");
        assert_eq!(en.percent(value("9")), "9.00%");
        assert_eq!(de.percent(value("-0.125")), "−0,13\u{a0}%");
        assert_eq!(de.rate(value("80.00")), "80\u{a0}%");
        assert_eq!(en.rate(value("66.50")), "66.5%");
        assert_eq!(de.decimal(value("-1234.50")), "−1.234,50");
        assert_eq!(de.decimal(value("-0")), "0");
        assert_eq!(de.number(-2_588), "−2.588");
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let (de, en) = both();
        let unit = |precision, text| ImpreciseDate::containing(precision, day(text));
        let period = |from, until| ImpreciseDate::period(day(from), day(until));
        let cases = [
            (unit(Precision::Day, "2020-09-15"), "15.09.2020", "15 Sep 2020"),
            (unit(Precision::Month, "2020-09-15"), "September 2020", "September 2020"),
            (unit(Precision::Quarter, "2020-11-05"), "4. Quartal 2020", "Q4 2020"),
            (unit(Precision::Half, "2021-06-30"), "1. Halbjahr 2021", "first half of 2021"),
            (unit(Precision::Half, "2021-07-01"), "2. Halbjahr 2021", "second half of 2021"),
            (unit(Precision::MidYear, "2021-02-01"), "Mitte 2021", "mid-2021"),
            (unit(Precision::Year, "2024-02-29"), "2024", "2024"),
            (period("2024-01-01", "2026-12-31"), "2024–2026", "2024–2026"),
            (period("2024-01-01", "2024-12-31"), "2024", "2024"),
            (period("2021-05-01", "2021-08-31"), "Mai–August 2021", "May–August 2021"),
            (period("2021-05-01", "2021-05-31"), "Mai 2021", "May 2021"),
            (
                period("2020-11-01", "2021-02-28"),
                "November 2020 – Februar 2021",
                "November 2020 – February 2021",
            ),
            (
                period("2021-02-01", "2021-03-15"),
                "01.02.2021–15.03.2021",
                "1 Feb 2021 – 15 Mar 2021",
            ),
        ];
        for (date, german, english) in cases {
            let plain = |text: String| text.replace(NBSP, " ");
            assert_eq!(plain(de.date(&date)), german);
            assert_eq!(plain(en.date(&date)), english);
        }
        assert_eq!(de.day_long(day("2026-11-01")), "1.\u{a0}November 2026");
    }

    #[test]
    fn a_time_is_told_in_berlin() {
        let (de, en) = both();
        let micros =
            |text: &str| text.parse::<DateTime<chrono::Utc>>().map(|t| t.timestamp_micros());
        let winter = micros("2020-12-31T23:05:00Z").expect("a test time");
        let summer = micros("2020-07-01T12:05:59Z").expect("a test time");
        assert_eq!(de.known_at(winter), "01.01.2021, 00:05 Uhr");
        assert_eq!(de.known_at(summer), "01.07.2020, 14:05 Uhr");
        assert_eq!(en.known_at(summer), "1 Jul 2020, 14:05");
        assert_eq!(de.known_at(i64::MAX), "–");
    }

    #[test]
    fn titles_and_bank_accounts_are_written_as_on_paper() {
        let (de, _) = both();
        let title = de.title(&TitleKey::new("1616 88371")).replace(NBSP, " ");
        assert_eq!(title, "Kapitel 16 16 Titel 883 71");
        assert_eq!(de.title(&TitleKey::new("ähnlich")), "ähnlich");
        let iban = de.iban("DE02120300000000202051").replace(NBSP, " ");
        assert_eq!(iban, "DE02 1203 0000 0000 2020 51");
    }
}
