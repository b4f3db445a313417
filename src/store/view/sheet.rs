//! What a data sheet is made of: one entry and what is known around it.

use super::{ClaimRow, GrantDetail, Head, InterestRow, RecipientRow, ReportFrame, TitleRow};
use crate::domain::body::{ApplicationExamined, BankAccountRecorded, Deferral, GrantIssued};
use crate::domain::interest::{Interest, Terms};
use crate::domain::{Day, Event, Kind, Seq};

/// A step on the way to the entry, and who took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetStep {
    /// Number of its entry.
    pub seq: Seq,
    /// What was done.
    pub kind: Kind,
    /// Which of the two it was, of *Stundung oder Niederschlagung*.
    pub manner: Option<Deferral>,
    /// When it counts.
    pub on: Day,
    /// Name of the person, or the number when the name was erased.
    pub person: String,
}

/// An earlier reminder of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderRow {
    /// Number of its entry.
    pub seq: Seq,
    /// Day of the reminder.
    pub on: Day,
    /// Last day of the term that it set (*Nachfrist*).
    pub until: Day,
}

/// Everything that the data sheet of an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetData {
    /// Day of the entry and Datenstand.
    pub frame: ReportFrame,
    /// The entry.
    pub event: Event,
    /// The entry that it refers to.
    pub referred: Option<Event>,
    /// The recipient.
    pub recipient: RecipientRow,
    /// Head of its own chain.
    pub own_head: Head,
    /// Its grant as the entry left it, if it has a notice.
    pub grant: Option<GrantDetail>,
    /// What its notice said before the entry, with all earlier amendments.
    pub before: Option<GrantIssued>,
    /// Entries that took it back since, as far as the Datenstand knows.
    pub taken_back: Vec<Event>,
    /// Titles with their names.
    pub titles: Vec<TitleRow>,
    /// Bank account of an order.
    pub account: Option<BankAccountRecorded>,
    /// Examination of the application that a notice grants, if it is recorded.
    pub examined: Option<ApplicationExamined>,
    /// Steps from what it refers to up to the entry itself.
    pub steps: Vec<SheetStep>,
    /// Last day to hand in the final proof of use of the grant.
    pub proof_due: Option<Day>,
    /// Of a reminder of a proof: those of the grant before it.
    pub reminders: Vec<ReminderRow>,
    /// Arithmetic and rules of assessed interest.
    pub interest: Option<(Interest, Terms)>,
    /// True for a claim whose money can come back as revenue only: the books are closed, or its
    /// title never takes anything back.
    pub as_revenue: bool,
    /// The claim that it refers to, as the entry left it.
    pub claim: Option<ClaimRow>,
    /// Interest whose assessment it refers to, as the entry left it.
    pub assessed: Option<InterestRow>,
}
