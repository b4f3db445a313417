//! What a person looks at before signing a draw, and what an auditor opens behind a payment.

use super::{DeadlineRow, GrantRow, LineRow, MoveRow, VersionRow};
use crate::domain::availability::Availability;
use crate::domain::body::BankAccountRecorded;
use crate::domain::{Day, Money, PersonNo, Seq};

/// A step that a person took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// Number in the journal.
    pub seq: Seq,
    /// When it counts.
    pub effective_on: Day,
    /// Who took it.
    pub person: PersonNo,
    /// Name of the person, or `None` when it was erased.
    pub name: Option<String>,
    /// File or cash reference; empty where none is needed.
    pub voucher: String,
}

/// A draw as it lies before the person who is to sign its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawReview {
    /// The draw; `left` is what is still to be ordered of it.
    pub draw: MoveRow,
    /// The grant: granted, paid, open.
    pub grant: GrantRow,
    /// The due line that the draw takes from.
    pub line: LineRow,
    /// What stays open on the grant once the draw is paid.
    pub remainder: Money,
    /// What can still be granted on title and year, line by line.
    pub availability: Availability,
    /// *rechnerisch richtig*, unless sent back since.
    pub arithmetic: Option<StepRow>,
    /// *sachlich richtig*, unless sent back since.
    pub factual: Option<StepRow>,
    /// Deadlines of the grant.
    pub deadlines: Vec<DeadlineRow>,
}

/// Everything that lies behind a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentTrail {
    /// The payment; its voucher is the reference of the cash office.
    pub payment: MoveRow,
    /// The order, with its text for the bank statement.
    pub order: MoveRow,
    /// Who signed the order.
    pub signed: StepRow,
    /// The bank account that the order names.
    pub account: Option<BankAccountRecorded>,
    /// The draw.
    pub draw: MoveRow,
    /// *rechnerisch richtig*
    pub arithmetic: Option<StepRow>,
    /// *sachlich richtig*
    pub factual: Option<StepRow>,
    /// The version of the notice in force on the day of the order.
    pub notice: VersionRow,
    /// Handing over to the cash office.
    pub handed_over: Option<StepRow>,
    /// Comparison with the list of the cash office.
    pub reconciled: Option<StepRow>,
}
