//! Simple interest above the base rate on money that is to be paid back (§ 49a (3), (4) VwVfG).
//!
//! Rules: domain.md section 1.9. Interest = Σ P · (base rate + margin) / 100 · days / year, exact,
//! and the total rounded once, half away from zero. Nothing bears interest on interest, so the
//! principal never grows. The day count of Thüringen is an open question of law: it is given by
//! the caller, and the paper names it.

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::exact::Exact;
use super::{Day, Money};

/// How days are counted (*Zinsmethode*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayCount {
    /// Months of 30 days, years of 360 (federal *Allgemeine Zinsvorschriften*).
    ///
    /// The last day of every month is its thirtieth, also at the end of February: each full
    /// month counts 30 days wherever a span is divided, and the parts add up to the whole.
    #[serde(rename = "thirty_360")]
    Thirty360,
    /// Actual days, years of 365.
    #[serde(rename = "act_365")]
    Act365,
    /// Actual days, each by the length of its own year, 365 or 366.
    #[serde(rename = "act_act")]
    ActAct,
}

/// A base rate (*Basiszinssatz*, § 247 BGB) and the days it holds for, both included.
///
/// The last day is given, not derived: a rate that is announced holds to the end of its half-year
/// and no longer, until the next announcement says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseRate {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Percent per year; may be negative.
    pub percent: Decimal,
}

/// From the event that makes the money owed to its settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Day of the event, for example of the payment or of the act's becoming ineffective; bears
    /// no interest itself unless [`Terms::start_after_days`] is zero.
    pub event: Day,
    /// Last day that bears interest, for example that of the credit on the cash office's account.
    pub until: Day,
}

/// What the notice lays down about the interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Percentage points above the base rate; five in § 49a (3) VwVfG.
    pub margin: Decimal,
    /// How days are counted.
    pub day_count: DayCount,
    /// So many days after the event interest begins; 1 is the day after it.
    pub start_after_days: u32,
}

/// Days with one principal, one rate and one length of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub until: Day,
    /// Days that count by the convention; with months of 30 days a 31st alone counts none.
    pub days: i64,
    /// Days of the year by the convention: 360, 365 or 366.
    pub year_basis: i64,
    /// What is owed on these days.
    pub principal: Money,
    /// Base rate and margin together, percent per year.
    pub rate_percent: Decimal,
    /// The interest of the segment, exact.
    pub exact: Exact,
    /// The interest of the segment, rounded for print only.
    pub shown: Money,
}

/// Interest with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Segments by their days, without gap while something is owed.
    pub segments: Vec<Segment>,
    /// The exact sum of the segments, rounded once.
    pub total: Money,
    /// What the total is above the sum of the segments as shown; printed when it is not zero.
    pub rounding_difference: Money,
}

/// No base rate is known for a day on which money is owed; none is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingRate {
    /// The first such day.
    pub day: Day,
}

/// Interest on a principal that is owed in full to the end of the span.
pub fn interest(
    principal: Money,
    span: Span,
    rates: &[BaseRate],
    terms: Terms,
) -> Result<Interest, MissingRate> {
    interest_with_repayments(principal, &[], span, rates, terms)
}

/// Interest on a principal that falls with each part payment, from the day after its credit.
///
/// `repayments` are days of credit with what a person allotted to the principal, in any order;
/// below zero a payment that came to nothing. Those after the span change nothing. What is
/// repaid beyond the principal bears no interest, and days on which nothing is owed need no rate.
/// Where rates overlap, the one that begins last holds.
pub fn interest_with_repayments(
    principal: Money,
    repayments: &[(Day, Money)],
    span: Span,
    rates: &[BaseRate],
    terms: Terms,
) -> Result<Interest, MissingRate> {
    let mut segments = Vec::new();
    let mut next = first_day(span.event, terms.start_after_days);
    while let Some(from) = next.filter(|day| *day <= span.until) {
        let owed = owed_on(from, principal, repayments);
        let credits = repayments.iter().map(|(credited, _)| *credited);
        let mut until = credits.filter(|day| *day >= from).fold(span.until, Day::min);
        if owed.is_positive() {
            let (percent, last) = rate_on(from, rates).ok_or(MissingRate { day: from })?;
            until = until.min(last);
            if terms.day_count == DayCount::ActAct {
                until = until.min(last_of_year(from));
            }
            segments.push(segment(from, until, owed, percent + terms.margin, terms.day_count));
        }
        next = until.succ_opt();
    }
    let exact = segments.iter().fold(Exact::ZERO, |sum, segment| sum + segment.exact);
    let total = exact.rounded();
    let shown: Money = segments.iter().map(|segment| segment.shown).sum();
    Ok(Interest { segments, total, rounding_difference: total - shown })
}

/// `None` beyond the last day that the calendar knows.
fn first_day(event: Day, start_after_days: u32) -> Option<Day> {
    event.checked_add_days(Days::new(start_after_days.into()))
}

/// A day's credit counts for the next day: the day of credit itself still bears interest.
fn owed_on(day: Day, principal: Money, repayments: &[(Day, Money)]) -> Money {
    let repaid = repayments.iter().filter(|(credited, _)| *credited < day);
    principal - repaid.map(|(_, amount)| *amount).sum()
}

/// The rate of a day and the last day on which it holds from there on.
fn rate_on(day: Day, rates: &[BaseRate]) -> Option<(Decimal, Day)> {
    let holding = rates
        .iter()
        .filter(|rate| rate.from <= day && day <= rate.until)
        .max_by_key(|rate| rate.from)?;
    let next = rates.iter().map(|rate| rate.from).filter(|from| *from > day).min();
    let before_next = next.and_then(|from| from.pred_opt()).unwrap_or(holding.until);
    Some((holding.percent, holding.until.min(before_next)))
}

fn last_of_year(day: Day) -> Day {
    NaiveDate::from_ymd_opt(day.year(), 12, 31).unwrap_or(day)
}

fn segment(from: Day, until: Day, owed: Money, rate: Decimal, count: DayCount) -> Segment {
    let actual = until.signed_duration_since(from).num_days() + 1;
    let (days, year_basis) = match count {
        DayCount::Thirty360 => {
            let before = from.pred_opt().unwrap_or(from);
            (commercial_day(until) - commercial_day(before), 360)
        }
        DayCount::Act365 => (actual, 365),
        DayCount::ActAct => (actual, if from.leap_year() { 366 } else { 365 }),
    };
    let exact = Exact::from(owed).percent(rate).for_days(days, year_basis);
    Segment {
        from,
        until,
        days,
        year_basis,
        principal: owed,
        rate_percent: rate,
        exact,
        shown: exact.rounded(),
    }
}

/// Number of a day in a calendar of months with 30 days: the difference of two numbers is the
/// count of days between them, whatever lies in between.
fn commercial_day(day: Day) -> i64 {
    let last_of_month = day.succ_opt().is_none_or(|next| next.month() != day.month());
    let in_month = if last_of_month { 30 } else { day.day() };
    i64::from(day.year()) * 360 + i64::from(day.month0()) * 30 + i64::from(in_month)
}

#[cfg(test)]
mod tests;
