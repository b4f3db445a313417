//! The entries that move amounts, with their postings.

use std::collections::BTreeSet;

use crate::domain::posting::Posting;
use crate::domain::{Day, FileNumber, Kind, RecipientKey, Seq, Uid};

/// An entry of the journal that moves amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedEvent {
    /// Number in the journal.
    pub seq: Seq,
    /// Identity given by the form.
    pub uid: Uid,
    /// What happened.
    pub kind: Kind,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// The day on which it counts.
    pub effective_on: Day,
    /// File or cash reference; may be empty for a correction.
    pub voucher: String,
    /// The earlier entry that it refers to.
    pub reference: Option<Seq>,
    /// Its postings, in the order in which it made them; they add up to zero.
    pub postings: Vec<Posting>,
}

impl PostedEvent {
    /// File numbers of the grants that it moves amounts of, each once.
    #[must_use]
    pub fn grants(&self) -> BTreeSet<&FileNumber> {
        self.postings.iter().filter_map(|posting| posting.account.grant.as_ref()).collect()
    }
}
