//! Steps that wait, as the work list shows them.

use super::{GrantDetail, StepRow};
use crate::domain::availability::Availability;
use crate::domain::body::{BankAccountRecorded, Need};
use crate::domain::entity::Application;
use crate::domain::recipient::RecipientType;
use crate::domain::task::Task;
use crate::domain::{FileNumber, RecipientKey, Seq};

/// A step that waits, with the case that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// The step: what does it, since when it waits, who did the earlier ones, what hinders it.
    pub task: Task,
    /// Recipient.
    pub recipient: RecipientKey,
    /// Its name without type.
    pub recipient_name: String,
    /// Its type.
    pub recipient_type: RecipientType,
    /// Grant or application; `None` for a bank account.
    pub grant: Option<FileNumber>,
    /// What the grant is for, or the account holder.
    pub purpose: String,
    /// File or cash reference of the entry that the step is about.
    pub voucher: String,
    /// Newest bank account of the recipient that may be paid to.
    pub account: Option<Seq>,
    /// For an order: the number of the instalment.
    pub rate: usize,
    /// For an order: the text for the recipient's bank statement that is proposed.
    pub payment_text: String,
}

impl TaskRow {
    /// What tells it from every other step that waits.
    #[must_use]
    pub const fn key(&self) -> (crate::domain::Kind, Seq) {
        (self.task.kind, self.task.entry)
    }
}

/// What a person looks at before taking a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskReview {
    /// The grant with its due lines, payments and milestones, once issued.
    pub grant: Option<GrantDetail>,
    /// The application, as long as it is not granted.
    pub application: Option<Application>,
    /// How the amount of the draw follows from the recipient's need.
    pub need: Option<Need>,
    /// What can still be granted on the title and year of the step.
    pub availability: Option<Availability>,
    /// The bank account that is paid to, or that waits for its confirmation.
    pub account: Option<AccountReview>,
}

/// A bank account with the persons who answer for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountReview {
    /// What was recorded.
    pub account: BankAccountRecorded,
    /// Who recorded it.
    pub recorded: StepRow,
    /// Who confirmed it last.
    pub confirmed: Option<StepRow>,
}
