//! Stacked bars as values without layout: where money stands, the same on the screen and on paper.

use std::collections::BTreeMap;

use crate::domain::availability::Standing;
use crate::domain::{Day, FiscalYear, Money, Stage};
use crate::store::view::{BalanceRow, Sums};

/// What a part of a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// *Ist*.
    Actual,
    /// Ordered, not paid.
    Ordered,
    /// Requested, not ordered.
    Requested,
    /// Committed, not requested.
    Committed,
    /// Blocked.
    Blocked,
}

impl Part {
    /// The parts from left to right.
    pub const ALL: [Self; 5] =
        [Self::Actual, Self::Ordered, Self::Requested, Self::Committed, Self::Blocked];

    /// The stages whose bookings make it up.
    #[must_use]
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::Actual => &Stage::ACTUAL,
            Self::Ordered => &[Stage::Ordered],
            Self::Requested => &[Stage::Requested],
            Self::Committed => &[Stage::Committed],
            Self::Blocked => &[Stage::Blocked],
        }
    }

    /// Its amount.
    #[must_use]
    pub fn amount(self, sums: &Sums) -> Money {
        self.stages().iter().map(|stage| sums.at(*stage)).sum()
    }

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Actual => "bar-actual",
            Self::Ordered => "bar-ordered",
            Self::Requested => "bar-requested",
            Self::Committed => "bar-committed",
            Self::Blocked => "bar-blocked",
        }
    }
}

/// Message key of what is left of a bar behind its parts.
pub const LEFT: &str = "bar-available";

/// What is left of a bar behind its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It can still be granted.
    Available,
    /// The year is over: nobody can grant it, and it stays blank.
    Over,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Whose it is.
    pub label: String,
    /// Its parts from left to right; none is nothing.
    pub parts: Vec<(Part, Money)>,
    /// Its length, never below that of its parts.
    pub whole: Money,
    /// What the rest of its length is.
    pub left: Left,
}

impl Bar {
    /// The bar of sums by stage, as long as the whole; a longer one when more stands in its places.
    #[must_use]
    pub fn new(label: &str, sums: &Sums, whole: Money) -> Self {
        let parts = Part::ALL.map(|part| (part, part.amount(sums)));
        let parts: Vec<_> = parts.into_iter().filter(|(_, amount)| amount.is_positive()).collect();
        let taken = parts.iter().map(|(_, amount)| *amount).sum();
        Self { label: label.to_owned(), parts, whole: whole.max(taken), left: Left::Available }
    }

    /// Its parts, each from where to where it goes.
    pub fn spans(&self) -> impl Iterator<Item = (Part, Money, Money)> + '_ {
        self.parts.iter().scan(Money::ZERO, |end, (part, amount)| {
            let from = *end;
            *end += *amount;
            Some((*part, from, *end))
        })
    }

    /// Where its parts end.
    #[must_use]
    pub fn taken(&self) -> Money {
        self.parts.iter().map(|(_, amount)| *amount).sum()
    }
}

/// Bars one below the other, all on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars {
    /// From top to bottom.
    pub bars: Vec<Bar>,
    /// The end of the scale: the length of the longest.
    pub most: Money,
}

impl Bars {
    /// Bars on the scale of the longest.
    #[must_use]
    pub fn new(bars: Vec<Bar>) -> Self {
        let most = bars.iter().map(|bar| bar.whole).max().unwrap_or_default();
        Self { bars, most }
    }

    /// Where the money of each fiscal year stands: what was spent, is bound or blocked, and what is
    /// free. What left a year for another one or lapsed stands in it no more.
    #[must_use]
    pub fn of_years(
        rows: &[BalanceRow],
        standing: &BTreeMap<FiscalYear, Standing>,
        as_of: Day,
    ) -> Self {
        let bar = |row: &BalanceRow| {
            let year = row.key.parse().map(FiscalYear).ok();
            let free = year.and_then(|year| standing.get(&year)).map(|own| own.free);
            let taken: Money = Part::ALL.iter().map(|part| part.amount(&row.sums)).sum();
            let bar = Bar::new(&row.key, &row.sums, taken + free.unwrap_or_default());
            let over = year.is_some_and(|year| year.is_over(as_of));
            Bar { left: if over { Left::Over } else { Left::Available }, ..bar }
        };
        Self::new(rows.iter().map(bar).collect())
    }

    /// True where something of a bar can still be granted.
    #[must_use]
    pub fn has_available(&self) -> bool {
        let left = |bar: &Bar| bar.left == Left::Available && bar.whole > bar.taken();
        self.bars.iter().any(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro(euros: i64) -> Money {
        Money::from_cents(euros * 100)
    }

    fn row(year: &str, sums: &[(Stage, i64)]) -> BalanceRow {
        let sums = sums.iter().map(|(stage, euros)| (*stage, euro(*euros)));
        BalanceRow { key: year.to_owned(), sums: Sums(sums.collect()), ..BalanceRow::default() }
    }

    #[test]
    fn a_bar_is_what_stands_in_the_year_and_blank_where_the_year_is_over() {
        let rows = [
            row("2019", &[(Stage::Paid, 50), (Stage::Returned, 10), (Stage::Lapsed, 40)]),
            row("2020", &[(Stage::Committed, 30), (Stage::Available, 60)]),
        ];
        let free = |euros| Standing { free: euro(euros), ..Standing::default() };
        let standing = BTreeMap::from([(FiscalYear(2019), free(5)), (FiscalYear(2020), free(70))]);
        let found = Bars::of_years(&rows, &standing, "2020-06-30".parse().expect("a day"));
        assert_eq!(found.most, euro(100));
        let [past, now] = found.bars.as_slice() else { panic!("{found:?}") };
        assert_eq!((past.taken(), past.whole, past.left), (euro(60), euro(65), Left::Over));
        assert_eq!(past.spans().collect::<Vec<_>>(), [(Part::Actual, euro(0), euro(60))]);
        assert_eq!((now.whole, now.left), (euro(100), Left::Available));
        assert!(found.has_available() && !Bars::new(vec![past.clone()]).has_available());
    }

    #[test]
    fn parts_follow_each_other_and_the_bar_is_never_shorter() {
        let sums = [(Stage::Paid, euro(4)), (Stage::Ordered, euro(1)), (Stage::Blocked, euro(2))];
        let bar = Bar::new("x", &Sums(sums.into_iter().collect()), euro(3));
        let wanted = [
            (Part::Actual, euro(0), euro(4)),
            (Part::Ordered, euro(4), euro(5)),
            (Part::Blocked, euro(5), euro(7)),
        ];
        assert_eq!(bar.spans().collect::<Vec<_>>(), wanted);
        assert_eq!(bar.whole, euro(7));
    }
}
