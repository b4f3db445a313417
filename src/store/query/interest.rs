//! Interest on a claim or payment, by the settings in force.

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::Times;
use super::{referring_at, settings};
use crate::domain::date::LAST_DAY;
use crate::domain::interest::{Interest, MissingRate, Span, interest_with_repayments};
use crate::domain::{Day, Kind, Money, Seq};

/// Interest on a principal of the claim or payment `of`, with the settings of `times`; part
/// repayments of a claim lower its principal from the day after their credit.
///
/// # Errors
/// When the file cannot be read; the inner error names a day without base rate.
pub fn interest_of(
    from: &impl Readable,
    times: Times,
    of: Seq,
    (principal, span): (Money, Span),
) -> Result<Result<Interest, MissingRate>, StoreError> {
    let settings = settings(from, times)?;
    let known = Times { as_of: LAST_DAY, ..times };
    let repayments: Vec<(Day, Money)> = referring_at(from, known, of)?
        .iter()
        .filter(|other| other.kind() == Kind::ClaimRepaid)
        .filter_map(|other| Some((other.effective_on, other.body.amount()?)))
        .collect();
    let (rates, terms) = (settings.base_rates(), settings.interest_terms());
    Ok(interest_with_repayments(principal, &repayments, span, &rates, terms))
}
