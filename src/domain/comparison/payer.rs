//! Who paid a credit, as far as the bank tells.

use super::Credit;
use crate::domain::reference::folded;

/// Whether two credits have the same payer; `None` where the bank does not say.
pub(super) fn payer(one: &Credit, other: &Credit) -> Option<bool> {
    let ibans = [&one.counterparty_iban, &other.counterparty_iban];
    let names = [&one.counterparty, &other.counterparty];
    [ibans, names]
        .into_iter()
        .find(|[one, other]| !one.is_empty() && !other.is_empty())
        .map(|[one, other]| folded(one) == folded(other))
}

/// True unless the bank names another payer, for a credit that is above zero.
pub(super) fn may_be_one(credit: &Credit, other: &Credit) -> bool {
    credit.amount.is_positive() && payer(credit, other) != Some(false)
}
