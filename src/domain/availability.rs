//! How much of a title and year can still be granted, with the arithmetic line by line.
//!
//! One function for the hint in the form, the refusal, the screen and the report
//! (domain.md section 2.3, F1, as changed by the stage accounts).

use std::collections::BTreeMap;

use super::{Money, Stage};

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
}

/// Computes what is available.
///
/// `sums` are the balances of the stages of one title and year on the day (sources negative, as
/// posted); `lowest` is the lowest balance of [`Stage::Available`] from that day on; `unvoted` is
/// the authority used for the year while nothing is voted for it, else zero.
#[must_use]
pub fn availability(sums: &BTreeMap<Stage, Money>, lowest: Money, unvoted: Money) -> Availability {
    let on_day = sums.get(&Stage::Available).copied().unwrap_or_default();
    let mut lines: Vec<_> = Stage::ALL
        .iter()
        .filter(|stage| **stage != Stage::Available && !stage.is_authority())
        .map(|stage| {
            let posted = sums.get(stage).copied().unwrap_or_default();
            (AvailabilityItem::Stage(*stage), -posted)
        })
        .collect();
    lines.push((AvailabilityItem::Unvoted, unvoted));
    lines.push((AvailabilityItem::LaterBookings, lowest - on_day));
    lines.retain(|(_, amount)| !amount.is_zero());
    Availability { lines, free: lowest + unvoted }
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
        let result = availability(&sums, euro(15_137_500), Money::ZERO);
        assert_eq!(result.free, euro(15_137_500));
        assert_eq!(result.lines.iter().map(|(_, amount)| *amount).sum::<Money>(), result.free);
        assert_eq!(result.lines.last(), Some(&(AvailabilityItem::LaterBookings, euro(-12_500))));
    }
}
