//! How much of a title and year can still be granted, with the arithmetic line by line.
//!
//! One function for the hint in the form, the refusal, the screen and the report
//! (domain.md section 2.3, F1, as changed by the stage accounts).

use std::collections::BTreeMap;

use super::{Day, FiscalYear, Money, Stage};

/// What a line of the arithmetic stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AvailabilityItem {
    /// What stands at a stage: sources add, everything else takes away.
    Stage(Stage),
    /// What bookings after the day already take.
    LaterBookings,
    /// Commitment authority used for a year that is not voted yet (*Vorbindung*) adds.
    Unvoted,
}

/// The arithmetic and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// Lines that are not zero, signed so that they add up to `free`.
    pub lines: Vec<(AvailabilityItem, Money)>,
    /// What can still be granted; below zero is *Unterdeckung*.
    pub free: Money,
    /// False while parliament has voted nothing for the year: then authority alone limits.
    pub voted: bool,
}

/// What stands in [`Stage::Available`] on a day, and what covers it while nothing is voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCover {
    /// Balance of [`Stage::Available`].
    pub available: Money,
    /// Authority used for the year while nothing is voted for it (*Vorbindung*), else zero.
    pub unvoted: Money,
    /// Something is voted for the year.
    pub voted: bool,
}

/// What a decision itself brings along, from its day on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Authority that it uses for the year: covers it on days without a vote.
    pub authority: Money,
    /// Change of what is posted as voted for the year, for the reversal of a vote.
    pub vote: Money,
}

/// Computes what is available.
///
/// `sums` are the balances of the stages of one title and year on the day (sources negative, as
/// posted); `days` is the cover on that day and on every later day on which it changes; `own` is
/// authority that the decision itself uses, which covers it on days without a vote.
#[must_use]
pub fn availability(sums: &BTreeMap<Stage, Money>, days: &[DayCover], own: Money) -> Availability {
    let spare = |day: &DayCover| {
        let covered = if day.voted { Money::ZERO } else { day.unvoted + own };
        day.available + covered
    };
    let today = days.first().copied().unwrap_or_default();
    let free = days.iter().map(spare).min().unwrap_or(own);
    let mut lines: Vec<_> = Stage::ALL
        .iter()
        .filter(|stage| **stage != Stage::Available && stage.is_money())
        .map(|stage| {
            let posted = sums.get(stage).copied().unwrap_or_default();
            (AvailabilityItem::Stage(*stage), -posted)
        })
        .collect();
    lines.push((AvailabilityItem::Unvoted, spare(&today) - today.available));
    lines.push((AvailabilityItem::LaterBookings, free - spare(&today)));
    lines.retain(|(_, amount)| !amount.is_zero());
    Availability { lines, free, voted: today.voted }
}

/// What stands in [`Stage::Available`], by its meaning; amounts of the three are never netted.
///
/// `free` − `prebound` − `short` is the balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Not taken by anything.
    pub free: Money,
    /// *Vorbindung*: taken by authority of earlier budget years before anything is voted.
    pub prebound: Money,
    /// *Unterdeckung*: taken without cover.
    pub short: Money,
}

impl Standing {
    /// What the balance of one title and year on a day means.
    #[must_use]
    pub fn of(day: DayCover) -> Self {
        if !day.available.is_negative() {
            return Self { free: day.available, ..Self::default() };
        }
        let below = -day.available;
        let covered = if day.voted { Money::ZERO } else { day.unvoted.max(Money::ZERO) };
        let prebound = below.min(covered);
        Self { free: Money::ZERO, prebound, short: below - prebound }
    }

    /// Adds what stands elsewhere, each of the three for itself.
    pub fn add(&mut self, other: Self) {
        self.free += other.free;
        self.prebound += other.prebound;
        self.short += other.short;
    }
}

/// What stands in [`Stage::Available`] over several years: what can still be granted, and apart
/// from it what is left of years that are over (*Rest oder Verfall offen*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Of the years that are not over.
    pub ahead: Standing,
    /// Of the years that are over.
    pub past: Standing,
}

impl Left {
    /// Adds what stands in Available of a year, seen on a day.
    pub fn add(&mut self, year: FiscalYear, as_of: Day, standing: Standing) {
        if year.is_over(as_of) { &mut self.past } else { &mut self.ahead }.add(standing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_add_up_to_what_is_free() {
        let euro = |amount: i64| Money::from_cents(amount * 100);
        let sums = BTreeMap::from([
            (Stage::Appropriated, euro(-20_000_000)),
            (Stage::Available, euro(15_150_000)),
            (Stage::Committed, euro(12_500)),
            (Stage::Paid, euro(4_837_500)),
        ]);
        let day = |available| DayCover { available, unvoted: Money::ZERO, voted: true };
        let days = [day(euro(15_150_000)), day(euro(15_137_500))];
        let result = availability(&sums, &days, Money::ZERO);
        assert_eq!(result.free, euro(15_137_500));
        assert_eq!(result.lines.iter().map(|(_, amount)| *amount).sum::<Money>(), result.free);
        assert_eq!(result.lines.last(), Some(&(AvailabilityItem::LaterBookings, euro(-12_500))));
    }

    #[test]
    fn a_vote_for_a_later_day_does_not_lend_its_authority_to_that_day() {
        let euro = |amount: i64| Money::from_cents(amount * 100);
        let before = DayCover { available: -euro(500), unvoted: euro(500), voted: false };
        let after = DayCover { available: -euro(100), unvoted: euro(500), voted: true };
        let result = availability(&BTreeMap::new(), &[before, after], euro(300));
        assert_eq!(result.free, -euro(100));
        assert!(!result.voted);
    }

    #[test]
    fn a_balance_below_zero_is_a_shortfall_unless_authority_bound_the_year_before_its_vote() {
        let euro = |amount: i64| Money::from_cents(amount * 100);
        let of = |available, unvoted, voted| {
            let day = DayCover { available: euro(available), unvoted: euro(unvoted), voted };
            let found = Standing::of(day);
            assert_eq!(found.free - found.prebound - found.short, euro(available));
            [found.free, found.prebound, found.short].map(|amount| amount.cents() / 100)
        };
        assert_eq!(of(700, 500, true), [700, 0, 0]);
        assert_eq!(of(-300, 500, true), [0, 0, 300]);
        assert_eq!(of(-300, 500, false), [0, 300, 0]);
        assert_eq!(of(-800, 500, false), [0, 500, 300]);
        assert_eq!(of(0, 0, false), [0, 0, 0]);
    }
}
