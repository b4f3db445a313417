//! What is said below the lines of interest: from when it is charged, and why its principal fell.

use crate::domain::interest::{Interest, Segment};
use crate::report::part::plain;
use crate::report::{Cell, Phrase};

/// From which day on interest is charged, so many days after the event, and by what rule.
pub fn begins(days: u32) -> Phrase {
    match days {
        0 => Phrase::new("interest-begins-at-once"),
        1 => Phrase::new("interest-begins-next-day"),
        _ => Phrase::new("interest-begins-later").with("days", Cell::Number(days.into())),
    }
}

/// Each repayment or set-off that lowered the principal between two lines, from the day after its
/// credit on.
pub fn falls(interest: &Interest) -> Vec<Phrase> {
    let fall = |pair: &[Segment]| {
        let [before, after] = pair else { return None };
        let repaid = before.principal - after.principal;
        let fell = Phrase::new("interest-fell")
            .with("day", Cell::Day(before.until))
            .with("amount", plain(repaid))
            .with("left", plain(after.principal));
        repaid.is_positive().then_some(fell)
    };
    interest.segments.windows(2).filter_map(fall).collect()
}
