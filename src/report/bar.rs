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

/// Where money of a fiscal year went for good: it stands in the year no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Carried into the next year as a remainder.
    CarriedOut,
    /// Given as cover to a title outside of the sums.
    CoverOut,
    /// Lapsed.
    Lapsed,
}

impl Gone {
    /// From left to right, behind the parts of a bar.
    pub const ALL: [Self; 3] = [Self::CarriedOut, Self::CoverOut, Self::Lapsed];

    /// The stage whose bookings make it up.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::CarriedOut => Stage::CarriedOut,
            Self::CoverOut => Stage::CoverOut,
            Self::Lapsed => Stage::Lapsed,
        }
    }

    /// Its amount; cover that stays within the sums went nowhere.
    #[must_use]
    pub fn amount(self, sums: &Sums) -> Money {
        let within = if self == Self::CoverOut { sums.at(Stage::CoverIn) } else { Money::ZERO };
        sums.at(self.stage()) - within
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
    /// What left it for good, behind its parts; none where only what stands in it is told.
    pub gone: Vec<(Gone, Money)>,
    /// Its length, never below that of its parts and of what is gone.
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
        let (label, gone, whole) = (label.to_owned(), Vec::new(), whole.max(taken));
        Self { label, parts, gone, whole, left: Left::Available }
    }

    /// The bar made longer by what left it for good, so that it is as long as what there was.
    #[must_use]
    fn with_gone(self, sums: &Sums) -> Self {
        let gone = Gone::ALL.map(|gone| (gone, gone.amount(sums)));
        let gone: Vec<_> = gone.into_iter().filter(|(_, amount)| amount.is_positive()).collect();
        let more: Money = gone.iter().map(|(_, amount)| *amount).sum();
        Self { gone, whole: self.whole + more, ..self }
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

    /// What left it for good, each from where to where it goes, behind its parts.
    pub fn gone_spans(&self) -> impl Iterator<Item = (Gone, Money, Money)> + '_ {
        self.gone.iter().scan(self.taken(), |end, (gone, amount)| {
            let from = *end;
            *end += *amount;
            Some((*gone, from, *end))
        })
    }

    /// Where all that is told of it ends; what is left of it lies behind.
    #[must_use]
    pub fn told(&self) -> Money {
        self.taken() + self.gone.iter().map(|(_, amount)| *amount).sum()
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

    /// As [`Bars::of_years`], with what lapsed or left the year behind what stands in it: a bar is
    /// as long as all that the year had.
    #[must_use]
    pub fn of_years_whole(
        rows: &[BalanceRow],
        standing: &BTreeMap<FiscalYear, Standing>,
        as_of: Day,
    ) -> Self {
        let bars = Self::of_years(rows, standing, as_of).bars;
        let bars = bars.into_iter().zip(rows).map(|(bar, row)| bar.with_gone(&row.sums));
        Self::new(bars.collect())
    }

    /// True where something is left of a bar in this way.
    #[must_use]
    pub fn has_left(&self, left: Left) -> bool {
        self.bars.iter().any(|bar| bar.left == left && bar.whole > bar.told())
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
        let only_past = Bars::new(vec![past.clone()]);
        assert!(found.has_left(Left::Available) && !only_past.has_left(Left::Available));
        assert!(only_past.has_left(Left::Over));
    }

    #[test]
    fn a_whole_bar_of_a_year_is_as_long_as_all_that_the_year_had() {
        let places = [(Stage::Paid, 50), (Stage::CarriedOut, 20), (Stage::Lapsed, 25)];
        let cover = [(Stage::CoverOut, 14), (Stage::CoverIn, 4)];
        let within = [(Stage::CoverOut, 15), (Stage::CoverIn, 15)];
        let rows = [row("2019", &places), row("2020", &cover), row("2021", &within)];
        let free = |euros| Standing { free: euro(euros), ..Standing::default() };
        let free = [(2019, free(5)), (2020, free(70)), (2021, free(60))];
        let standing = free.map(|(year, free)| (FiscalYear(year), free)).into_iter().collect();
        let as_of = "2020-06-30".parse().expect("a day");
        let found = Bars::of_years_whole(&rows, &standing, as_of);
        assert_eq!(found.most, euro(100));
        let [past, now, next] = found.bars.as_slice() else { panic!("{found:?}") };
        let gone = [(Gone::CarriedOut, euro(50), euro(70)), (Gone::Lapsed, euro(70), euro(95))];
        assert_eq!(past.gone_spans().collect::<Vec<_>>(), gone);
        assert_eq!((past.told(), past.whole), (euro(95), euro(100)));
        assert_eq!((now.told(), now.whole), (euro(10), euro(80)));
        assert_eq!((next.told(), next.whole), (euro(0), euro(60)), "cover among its own titles");
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
