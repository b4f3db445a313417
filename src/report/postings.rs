//! The postings of a ledger as an accounting tool reads them: accounts and transactions.

use std::collections::BTreeSet;

use crate::domain::Account;
use crate::report::Basis;
use crate::report::part::basis;
use crate::store::view::{Head, Programme, Times};

pub use crate::store::view::PostedEvent;

/// All postings that count at a pair of times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postings {
    /// What they rest on.
    pub basis: Basis,
    /// Every account that one of them names, once, in the order of the stages.
    pub accounts: Vec<Account>,
    /// The entries that move amounts, in the order of the journal.
    pub events: Vec<PostedEvent>,
}

/// The postings of these entries.
#[must_use]
pub fn postings(
    programme: &Programme,
    times: Times,
    head: &Head,
    events: Vec<PostedEvent>,
) -> Postings {
    let named = events.iter().flat_map(|event| &event.postings).map(|posting| &posting.account);
    let accounts: BTreeSet<&Account> = named.collect();
    Postings {
        basis: basis(programme, times, head),
        accounts: accounts.into_iter().cloned().collect(),
        events,
    }
}
