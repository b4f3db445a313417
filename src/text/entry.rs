//! Numbers as people type them: exact decimals and whole numbers.

use rust_decimal::Decimal;

use super::{Lang, Text};

impl Text {
    /// Reads an exact decimal: "80", "66,5", "−0,88", with or without "%".
    ///
    /// No thousands are grouped: the mark of the other language is refused, so that nothing is
    /// read a thousand times too small.
    #[must_use]
    pub fn parse_decimal(&self, entry: &str) -> Option<Decimal> {
        let entry = entry.trim().trim_end_matches('%').trim_end();
        let entry = entry.replace('−', "-");
        let mark = match self.lang() {
            Lang::De => ',',
            Lang::En => '.',
        };
        let digits = entry.strip_prefix('-').unwrap_or(&entry);
        let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            return None;
        }
        entry.replace(mark, ".").parse().ok()
    }

    /// A decimal as it is typed: without groups.
    #[must_use]
    pub fn typed_decimal(&self, value: Decimal) -> String {
        match self.lang() {
            Lang::De => value.to_string().replace('.', ","),
            Lang::En => value.to_string(),
        }
    }

    /// Reads a whole number from nothing upwards.
    #[must_use]
    pub fn parse_whole(&self, entry: &str) -> Option<u32> {
        let entry = entry.trim();
        let digits = !entry.is_empty() && entry.bytes().all(|byte| byte.is_ascii_digit());
        if digits { entry.parse().ok() } else { None }
    }

    /// Reads a fiscal year: four digits of the years 1900 to 2199.
    #[must_use]
    pub fn parse_year(&self, entry: &str) -> Option<i32> {
        let year = self.parse_whole(entry).and_then(|year| i32::try_from(year).ok());
        year.filter(|year| (1900..2200).contains(year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_read_with_the_mark_of_the_language_only() {
        let (german, english) = (Text::new(Lang::De), Text::new(Lang::En));
        let read = |text: &Text, entry: &str| text.parse_decimal(entry).map(|d| d.to_string());
        assert_eq!(read(&german, "66,5 %").as_deref(), Some("66.5"));
        assert_eq!(read(&german, "−0,88").as_deref(), Some("-0.88"));
        assert_eq!(read(&english, "66.5%").as_deref(), Some("66.5"));
        for wrong in ["1.234", "", "-", ",5", "5,", "1,2,3", "1e3", "+5", "12,3x"] {
            assert_eq!(read(&german, wrong), None, "{wrong:?}");
        }
        assert_eq!(read(&english, "1,234"), None);
    }

    #[test]
    fn a_typed_decimal_is_read_back() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            for value in ["80", "66.50", "-0.88", "0"] {
                let value: Decimal = value.parse().expect("a decimal");
                let read = text.parse_decimal(&text.typed_decimal(value));
                assert_eq!(read.map(|d| d.to_string()), Some(value.to_string()));
            }
        }
    }

    #[test]
    fn years_have_four_digits() {
        let text = Text::new(Lang::De);
        assert_eq!(text.parse_year(" 2026 "), Some(2026));
        assert_eq!(text.parse_year("26"), None);
        assert_eq!(text.parse_year("3026"), None);
        assert_eq!(text.parse_whole("12"), Some(12));
        assert_eq!(text.parse_whole("-1"), None);
    }
}
