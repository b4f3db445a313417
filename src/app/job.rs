//! What the worker is asked, and what it answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::domain::event::Draft;
use crate::domain::{Day, FileNumber, Kind, RecipientKey, Seq};
use crate::store::Ledger;
use crate::store::view::{
    Capacity, GrantDetail, GrantRow, JournalRow, MilestoneRow, Overview, RecipientDetail,
    RecipientRow, Times,
};
use crate::text::Lang;
use crate::ui::data::{Known, LedgerInfo, Problem, Want};

/// Which paper is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Statement of a recipient.
    Statement(RecipientKey),
    /// Report R1 on the programme.
    Programme,
}

/// The chosen Stichtag and Datenstand, before the ledger resolves them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Stichtag.
    pub as_of: Day,
    /// Datenstand.
    pub known: Known,
}

/// A task for the thread that owns the ledger.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Debug)]
pub enum Job {
    /// Open a file.
    Open(PathBuf),
    /// Take over a ledger that is open already (tests, previews).
    Adopt(Box<Ledger>),
    /// Open the sample at this place, writing it first when there is none.
    OpenSample(PathBuf),
    /// Read what a screen needs; `round` is given back, so that late answers are told apart.
    Read { round: u64, want: Want, chosen: Chosen },
    /// Book drafts, all or none.
    Book(Vec<Draft>),
    /// Found a programme in a new file and open it.
    Found { path: PathBuf, drafts: Vec<Draft> },
    /// Save a verified copy; `stop` cancels it.
    Copy { path: PathBuf, stop: Arc<AtomicBool> },
    /// Write a paper as PDF.
    Print { paper: Paper, chosen: Chosen, lang: Lang, path: PathBuf },
}

/// What was read.
#[derive(Debug)]
pub enum Fetched {
    /// The overview.
    Overview(Overview),
    /// The grants.
    Grants(Vec<GrantRow>),
    /// A grant.
    Grant(FileNumber, Option<GrantDetail>),
    /// The recipients.
    Recipients(Vec<RecipientRow>),
    /// The account of a recipient.
    Recipient(RecipientKey, Option<RecipientDetail>),
    /// The milestones.
    Milestones(Vec<MilestoneRow>),
    /// The journal.
    Journal(Vec<JournalRow>),
    /// What can be granted on a day.
    Capacity(Day, Capacity),
}

/// An answer of the worker.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Debug)]
pub enum Reply {
    /// A ledger was opened, or could not be; the one before stays open then.
    Opened(Result<Box<LedgerInfo>, Problem>),
    /// Another process appended entries, or the head moved by a booking.
    Changed(Box<LedgerInfo>),
    /// Something was read for that round.
    Read { round: u64, want: Want, result: Result<(Times, Box<Fetched>), Problem> },
    /// Drafts were booked: kind of the first and number of the last, or why not.
    Booked(Result<(Kind, Seq), Problem>),
    /// A copy is being written, percent.
    Copying(u32),
    /// A copy was written, or why not.
    Copied(Result<PathBuf, Problem>),
    /// A paper was written, or why not.
    Printed(Result<PathBuf, Problem>),
}
