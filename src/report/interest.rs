//! What is said below the lines of interest: from when it is charged, and why its principal fell.

use rust_decimal::Decimal;

use crate::domain::Day;
use crate::domain::body::InterestKind;
use crate::domain::calendar::federal_procedure;
use crate::domain::interest::{Interest, Segment, Terms};
use crate::report::part::{percentage_points, plain, words};
use crate::report::{Cell, Phrase};

/// The legal ground of interest, by the law of the day on which it is assessed.
pub fn interest_ground(kind: InterestKind, on: Day) -> Cell {
    words(match (kind, federal_procedure(on)) {
        (InterestKind::Reclaim, false) => "interest-ground-reclaim",
        (InterestKind::Reclaim, true) => "interest-ground-reclaim-federal",
        (InterestKind::Delay, false) => "interest-ground-delay",
        (InterestKind::Delay, true) => "interest-ground-delay-federal",
    })
}

/// What the rates of the lines are made of: for each stretch with one base rate the margin above
/// it, and why a line may end though the rate goes on.
pub fn base_rates(interest: &Interest, terms: &Terms) -> Vec<Phrase> {
    let mut stretches: Vec<(Day, Day, Decimal)> = Vec::new();
    for segment in &interest.segments {
        let base = segment.rate_percent - terms.margin;
        match stretches.last_mut() {
            Some((_, until, rate)) if *rate == base => *until = segment.until,
            _ => stretches.push((segment.from, segment.until, base)),
        }
    }
    let told = |(from, until, base)| {
        Phrase::new("interest-base")
            .with("from", Cell::Day(from))
            .with("until", Cell::Day(until))
            .with("points", percentage_points(terms.margin))
            .with("rate", Cell::Percent(base))
    };
    let mut all: Vec<Phrase> = stretches.into_iter().map(told).collect();
    if interest.segments.len() > 1 {
        all.push(Phrase::new("interest-base-ends"));
    }
    all
}

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
