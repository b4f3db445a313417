//! Deadlines and where cases stand.

use crate::domain::body::ReaderNote;
use crate::domain::deadline::DeadlineKind;
use crate::domain::procedure::CaseState;
use crate::domain::recipient::RecipientType;
use crate::domain::{Day, FileNumber, FiscalYear, Money, RecipientKey, Seq, TitleKey};

/// A deadline, with what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineRow {
    /// What is due.
    pub kind: DeadlineKind,
    /// Last day.
    pub due_on: Day,
    /// The last day is over at the Stichtag, and it can be missed.
    pub overdue: bool,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// Its name with its type; empty at programme level.
    pub recipient_name: String,
    /// Grant or application.
    pub grant: Option<FileNumber>,
    /// Milestone, or title and year, when it belongs to no grant.
    pub object: String,
    /// What a milestone is about, in words.
    pub name: Option<ReaderNote>,
    /// Title and fiscal year, when it is about the budget.
    pub budget: Option<(TitleKey, FiscalYear)>,
    /// What it is about in cents, when it is about money.
    pub amount: Option<Money>,
    /// The entry that it follows from.
    pub seq: Option<Seq>,
}

/// A case: an application, and the grant that it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// File number.
    pub grant: FileNumber,
    /// Applicant.
    pub recipient: RecipientKey,
    /// Its name without type.
    pub recipient_name: String,
    /// Its type.
    pub recipient_type: RecipientType,
    /// What the money is for.
    pub purpose: String,
    /// Day of receipt of the application.
    pub received_on: Option<Day>,
    /// Number of the receipt in the journal.
    pub application: Option<Seq>,
    /// *beantragt*, when the application is recorded.
    pub requested: Option<Money>,
    /// *bewilligt* in force.
    pub granted: Money,
    /// Where it stands.
    pub state: CaseState,
    /// Day of the notice.
    pub issued_on: Option<Day>,
    /// Day on which the notice is announced (*bekannt gegeben*).
    pub announced_on: Option<Day>,
    /// Day from which the notice is final (*bestandskräftig*).
    pub final_on: Option<Day>,
}
