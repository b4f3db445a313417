//! Euro amounts as integer cents.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An amount in cents; negative amounts are legal (returns, reductions).
///
/// One posting is at most ±10^12 cents (invariant I5), so sums of millions of postings fit.
/// Arithmetic is checked: an overflow panics in every build instead of wrapping.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

const OVERFLOW: &str = "amounts are bounded by Money::LIMIT, their sums stay within i64";

impl Money {
    /// Largest absolute amount of one posting, in cents (I5).
    pub const LIMIT: Self = Self(1_000_000_000_000);
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The amount of so many cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// True for exactly nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// True below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// True above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() { -self } else { self }
    }

    /// This amount as percent of `whole`, two decimals, rounded once half away from zero
    /// (DIN 1333). `None` when the whole is zero.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<Decimal> {
        if whole.is_zero() {
            return None;
        }
        let exact = Decimal::from(self.0)
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(Decimal::from(whole.0))?;
        Some(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).expect(OVERFLOW))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.checked_sub(other.0).expect(OVERFLOW))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.checked_neg().expect(OVERFLOW))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Money {
    /// Plain decimal euros for logs and tests, never for people: `text` prints for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn percent_is_rounded_once_half_away_from_zero() {
        let percent = |part, whole| {
            Money::from_cents(part)
                .percent_of(Money::from_cents(whole))
                .map(|value| value.to_string())
        };
        assert_eq!(percent(941_250_000, 8_000_000_000).as_deref(), Some("11.77"));
        assert_eq!(percent(1, 800).as_deref(), Some("0.13"));
        assert_eq!(percent(-1, 800).as_deref(), Some("-0.13"));
        assert_eq!(percent(1, 0), None);
    }
}
