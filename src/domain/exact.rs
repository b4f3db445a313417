//! Amounts between two cents: exact fractions that are rounded once, at the end.
//!
//! Interest and shares of expenditure do not come out in whole cents. `Decimal` would round
//! already in the division by 360 or 366; a fraction never does.

use std::ops::Add;

use rust_decimal::Decimal;

use super::Money;

/// An amount as an exact fraction of cents, in lowest terms.
///
/// Arithmetic is checked as that of [`Money`]: amounts within [`Money::LIMIT`], rates with six
/// decimals and spans of centuries stay far inside the bounds, beyond them it panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: i128,
    /// Always above zero.
    denominator: i128,
}

const OVERFLOW: &str = "amounts within Money::LIMIT and rates of six decimals stay within i128";

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// In lowest terms, so that equal amounts are equal values and long sums stay small.
    fn new(numerator: i128, denominator: i128) -> Self {
        let divisor = common_divisor(numerator, denominator);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// So many percent of this amount ("4.12" is 4,12 %).
    #[must_use]
    pub fn percent(self, rate: Decimal) -> Self {
        let rate = rate.normalize();
        let hundred = 10_i128.pow(rate.scale() + 2);
        self.times(Self::new(rate.mantissa(), hundred))
    }

    /// This yearly amount for so many days of a year of `year_days` days, which are above zero.
    #[must_use]
    pub fn for_days(self, days: i64, year_days: i64) -> Self {
        self.times(Self::new(days.into(), year_days.into()))
    }

    /// This amount for each of so many units; `None` unless there is more than nothing to share.
    #[must_use]
    pub fn per(self, units: Decimal) -> Option<Self> {
        let units = units.normalize();
        (units.mantissa() > 0)
            .then(|| self.times(Self::new(10_i128.pow(units.scale()), units.mantissa())))
    }

    /// The amount in whole cents, rounded half away from zero (*kaufmännisch*, DIN 1333).
    ///
    /// # Panics
    /// Beyond the range of i64 cents, which no amount of a ledger reaches.
    #[must_use]
    pub fn rounded(self) -> Money {
        let whole = self.numerator / self.denominator;
        let rest = (self.numerator % self.denominator).abs();
        // Half or more is left: written without doubling, which could overflow.
        let away = if rest >= self.denominator - rest { self.numerator.signum() } else { 0 };
        Money::from_cents(i64::try_from(whole + away).expect(OVERFLOW))
    }

    /// Reduced crosswise first: the products then overflow only where the result would.
    fn times(self, other: Self) -> Self {
        let left = common_divisor(self.numerator, other.denominator);
        let right = common_divisor(other.numerator, self.denominator);
        Self::new(
            product(self.numerator / left, other.numerator / right),
            product(self.denominator / right, other.denominator / left),
        )
    }
}

impl From<Money> for Exact {
    fn from(amount: Money) -> Self {
        Self { numerator: amount.cents().into(), denominator: 1 }
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let divisor = common_divisor(self.denominator, other.denominator);
        let left = product(self.numerator, other.denominator / divisor);
        let right = product(other.numerator, self.denominator / divisor);
        Self::new(
            left.checked_add(right).expect(OVERFLOW),
            product(self.denominator, other.denominator / divisor),
        )
    }
}

fn product(left: i128, right: i128) -> i128 {
    left.checked_mul(right).expect(OVERFLOW)
}

/// Greatest common divisor, above zero as long as one of the two is not zero.
fn common_divisor(left: i128, right: i128) -> i128 {
    let (mut left, mut right) = (left.abs(), right.abs());
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Exact {
        Money::from_cents(cents).into()
    }

    #[test]
    fn money_per_unit_is_rounded_once() {
        let per = |amount, units: &str| {
            let units: Decimal = units.parse().expect("a reading");
            cents(amount).per(units).map(|exact| exact.rounded().cents())
        };
        assert_eq!(per(220_000_000, "1"), Some(220_000_000));
        assert_eq!(per(100, "3"), Some(33));
        assert_eq!(per(100, "1.5"), Some(67));
        assert_eq!(per(100, "0"), None);
        assert_eq!(per(100, "-2"), None);
    }

    #[test]
    fn a_half_cent_is_rounded_away_from_zero() {
        for (amount, whole, expected) in [
            (1, 2, 1),
            (-1, 2, -1),
            (3, 2, 2),
            (-3, 2, -2),
            (49, 100, 0),
            (-49, 100, 0),
            (51, 100, 1),
            (-51, 100, -1),
            (0, 7, 0),
        ] {
            let exact = cents(amount).for_days(1, whole);
            assert_eq!(exact.rounded(), Money::from_cents(expected), "{amount}/{whole}");
        }
    }

    #[test]
    fn three_thirds_are_one_whole() {
        let third = cents(100).for_days(1, 3);
        assert_eq!(third + third + third, cents(100));
        assert_eq!(third.rounded(), Money::from_cents(33));
    }

    #[test]
    fn percent_keeps_every_decimal_of_the_rate() {
        let rate: Decimal = "33.333333".parse().expect("a rate");
        assert_eq!(cents(300_000_000).percent(rate), cents(99_999_999));
        assert_eq!(cents(10_000).percent(Decimal::new(-88, 2)), cents(-88));
        assert_eq!(cents(10_000).percent(Decimal::new(8_000, 2)), cents(8_000));
        assert_eq!(cents(10_000).percent(Decimal::ZERO), Exact::ZERO);
    }

    #[test]
    fn the_largest_amount_over_centuries_stays_within_bounds() {
        let rate: Decimal = "12.345678".parse().expect("a rate");
        let largest = Exact::from(Money::LIMIT).percent(rate);
        let sum = largest.for_days(109_500, 360)
            + largest.for_days(109_500, 365)
            + largest.for_days(109_800, 366);
        // 10^12 cents × 12,345678 % × (304 1/6 + 300 + 300) years
        assert_eq!(sum.rounded(), Money::from_cents(111_625_505_250_000));
    }
}
