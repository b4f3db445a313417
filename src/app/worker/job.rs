//! What the window asks of the worker, and what the worker answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::drafts::{Change, Found};
use super::safety::{SafetyJob, SafetyReply};
use crate::app::Source;
use crate::app::cache::Key;
use crate::app::check;
use crate::app::reconcile::SeenComparison;
use crate::domain::cash::Finding;
use crate::domain::event::Draft;
use crate::domain::takeover::{Acting, ListKind, Verdict as RowVerdict};
use crate::domain::{FiscalYear, Kind, PersonNo, Seq, Uid};
use crate::ops::Stamp;
use crate::paper::check::Verdict as PaperVerdict;
use crate::paper::issue::Issuer;
use crate::paper::issued::IssuedPaper;
use crate::store::view::search::SearchHits;
use crate::store::view::{
    Budget, BudgetDetail, Capacity, CaseDetail, CasePage, CaseRow, Chain, Choices, DeadlineRow,
    DifferenceData, EntryIndex, Forecasts, GrantDetail, GrantRow, Head, JournalRow, Masters,
    MilestoneRow, Overview, Planning, Preview, RecipientDetail, RecipientPage, RecipientRow,
    TaskReview, TaskRow,
};
use crate::text::{Lang, Text};
use crate::ui::data::{
    BankRead, BatchRow, CashBooking, CashFile, IssueOrder, LedgerInfo, PagePicture, PaperOrder,
    PaperView, Problem, Reconciliation, TakeoverBooking, TakeoverFile, Want,
};
use crate::ui::desk::Verdict;
use crate::ui::widget::list::ListFile;

/// Shows a paper that was written.
pub type Viewer = fn(&Path);

/// Something to do.
pub enum Job {
    Open(Source),
    Load { key: Key, want: Want },
    Book { drafts: Vec<Draft>, stamp: Stamp },
    Take { drafts: Vec<Draft>, stamp: Stamp },
    Found { path: PathBuf, drafts: Vec<Draft>, stamp: Stamp },
    SaveCopy(PathBuf),
    Safety(SafetyJob),
    Print { order: Box<PaperOrder>, key: Key, path: PathBuf, viewer: Viewer },
    Statements { lang: Lang, key: Key, folder: PathBuf, issuer: Option<Box<(Issuer, Stamp)>> },
    Issue { order: Box<IssueOrder>, issuer: Issuer, stamp: Stamp },
    SaveIssued { seq: Seq, path: PathBuf, viewer: Option<Viewer> },
    CheckPaper(PathBuf),
    ReadDrawing(PathBuf),
    CheckAnchor(Head),
    KeepCash(Option<Arc<CashFile>>),
    KeepBank(Option<Arc<BankRead>>),
    KeepTakeover(Option<Arc<TakeoverFile>>),
    BookCash { serial: u64, shown: Vec<Finding>, person: PersonNo, stamp: Stamp },
    BookTakeover { serial: u64, shown: Vec<RowVerdict>, acting: Box<Acting>, stamp: Stamp },
    Template(Option<FiscalYear>, PathBuf),
    Form { kind: ListKind, lang: Lang, path: PathBuf },
    PrintCompared { seen: Box<SeenComparison>, path: PathBuf, viewer: Viewer },
    SaveList { file: Box<ListFile>, key: Key, path: PathBuf, text: Text },
    CopyList { file: Box<ListFile>, key: Key, text: Text },
    KeepSettings { path: PathBuf, content: String },
    ReadDrafts { folder: PathBuf, ledger: Option<[u8; 32]> },
    KeepDraft { file: PathBuf, change: Change },
    Try { ticket: u64, sketch: Option<Box<Draft>>, proposal: Option<Box<Draft>>, stamp: Stamp },
    LookAgain,
    Checked(u64, check::Result),
    Close,
}

/// What is told the name of each job before it is done; tests let it fail there.
pub type Probe = Arc<dyn Fn(&'static str) + Send + Sync>;

impl Job {
    /// True for what the person may stop, from the moment on at which it was asked for.
    pub(super) const fn can_be_stopped(&self) -> bool {
        matches!(
            self,
            Self::Open(_)
                | Self::Statements { .. }
                | Self::SaveCopy(_)
                | Self::Safety(SafetyJob::BackUp | SafetyJob::CopyHere(_))
                | Self::SaveList { .. }
                | Self::CopyList { .. }
        )
    }

    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Load { .. } => "load",
            Self::Book { .. } => "book",
            Self::Take { .. } => "take",
            Self::Found { .. } => "found",
            Self::SaveCopy(_) => "save_copy",
            Self::Safety(_) => "safety",
            Self::Print { .. } => "print",
            Self::Statements { .. } => "statements",
            Self::Issue { .. } => "issue",
            Self::SaveIssued { .. } => "save_issued",
            Self::CheckPaper(_) => "check_paper",
            Self::ReadDrawing(_) => "read_drawing",
            Self::CheckAnchor(_) => "check_anchor",
            Self::KeepCash(_) => "keep_cash",
            Self::KeepBank(_) => "keep_bank",
            Self::KeepTakeover(_) => "keep_takeover",
            Self::BookTakeover { .. } => "book_takeover",
            Self::Form { .. } => "form",
            Self::BookCash { .. } => "book_cash",
            Self::Template(..) => "template",
            Self::PrintCompared { .. } => "print_compared",
            Self::SaveList { .. } => "save_list",
            Self::CopyList { .. } => "copy_list",
            Self::KeepSettings { .. } => "keep_settings",
            Self::ReadDrafts { .. } => "read_drafts",
            Self::KeepDraft { .. } => "keep_draft",
            Self::Try { .. } => "try",
            Self::LookAgain => "look_again",
            Self::Checked(..) => "checked",
            Self::Close => "close",
        }
    }
}

/// What was read.
pub enum Payload {
    Overview(Overview),
    Grants(Vec<GrantRow>),
    Grant(Option<GrantDetail>),
    Recipients(Vec<RecipientRow>),
    Recipient(Option<RecipientDetail>),
    Milestones(Vec<MilestoneRow>),
    EntryIndex(EntryIndex),
    Entries(Vec<JournalRow>),
    Capacity(Capacity),
    Choices(Box<Choices>),
    Masters(Masters),
    Cases(Vec<CaseRow>),
    Case(Box<Option<CaseDetail>>),
    CasePage(Box<CasePage>),
    RecipientPage(Box<RecipientPage>),
    Forecasts(Forecasts),
    Budget(Budget),
    BudgetLine(Option<BudgetDetail>),
    Deadlines(Vec<DeadlineRow>),
    Search(SearchHits),
    Planning(Box<Planning>),
    Tasks(Vec<TaskRow>),
    TaskReview(Box<Option<TaskReview>>),
    Paper(Box<Option<PaperView>>),
    Page(Option<PagePicture>),
    Issued(Vec<IssuedPaper>),
    Difference(Box<Option<DifferenceData>>),
    /// What files of cash office and bank come to.
    Lists(PutLists),
}

/// Puts what was found where the screen of reconciliation looks for it.
pub type PutLists = Box<dyn FnOnce(&mut Reconciliation) + Send>;

/// What was done with papers.
pub enum PaperReply {
    /// All statements are being written: how many, or why they cannot be.
    Begun(Result<usize, Problem>),
    /// One of them was written, or could not be.
    Row(Box<BatchRow>),
    /// There are no more, or it was stopped.
    Ended { stopped: bool },
    /// Of which chain of the ledger a head is, if of any.
    Anchor(Head, Result<Option<Chain>, Problem>),
    /// The drawing of a letterhead was read.
    Drawing(Result<String, Problem>),
    /// A paper was checked.
    Checked(PathBuf, Result<PaperVerdict, Problem>),
}

/// What was done.
pub enum Reply {
    Opened(Result<Box<LedgerInfo>, Problem>),
    Changed {
        info: Box<LedgerInfo>,
        followed: bool,
    },
    Checking(u32),
    Checked(Box<LedgerInfo>),
    Loaded {
        key: Key,
        want: Want,
        payload: Box<Result<Payload, Problem>>,
    },
    /// Of the form of that identity.
    Booked {
        uid: Option<Uid>,
        booked: Result<(Kind, Seq), Problem>,
    },
    Taken(Result<(Kind, Vec<Seq>), (usize, Problem)>),
    Copying(u32),
    /// An extract is being verified before it is shown, in percent.
    Opening(u32),
    Copied(Result<PathBuf, Problem>),
    CopyStopped,
    ListSaving(u32),
    ListSaved(Result<PathBuf, Problem>),
    ListStopped,
    ListCopying(u32),
    /// What is to lie in the clipboard, and how many rows of the list that is.
    ListCopied(Result<(String, usize), Problem>),
    Lost(Problem),
    Back(Box<LedgerInfo>),
    Drafts(Found),
    DraftKept(Result<i64, Problem>),
    Tried {
        ticket: u64,
        preview: Option<Preview>,
        verdict: Option<Verdict>,
    },
    Printed(Result<PathBuf, Problem>),
    Papers(PaperReply),
    Safety(SafetyReply),
    CashBooked(CashBooking),
    TakenOver(TakeoverBooking),
    Defect,
}

impl Reply {
    /// The answer to a job that cannot be done.
    pub(super) fn in_vain(job: &Job, problem: Problem) -> Self {
        match job {
            Job::Open(_) | Job::Found { .. } => Self::Opened(Err(problem)),
            Job::Load { key, want } => {
                let payload = Box::new(Err(problem));
                Self::Loaded { key: key.clone(), want: want.clone(), payload }
            }
            Job::Book { drafts, .. } => {
                let uid = drafts.first().map(|draft| draft.uid);
                Self::Booked { uid, booked: Err(problem) }
            }
            Job::Take { .. } => Self::Taken(Err((0, problem))),
            Job::SaveCopy(_) => Self::Copied(Err(problem)),
            Job::Safety(job) => SafetyReply::in_vain(job, problem),
            Job::Print { .. } | Job::SaveIssued { .. } | Job::PrintCompared { .. } => {
                Self::Printed(Err(problem))
            }
            Job::Statements { .. } => Self::Papers(PaperReply::Begun(Err(problem))),
            Job::Issue { .. } => Self::Booked { uid: None, booked: Err(problem) },
            Job::CheckPaper(path) => Self::Papers(PaperReply::Checked(path.clone(), Err(problem))),
            Job::CheckAnchor(head) => Self::Papers(PaperReply::Anchor(*head, Err(problem))),
            Job::ReadDrawing(_) => Self::Papers(PaperReply::Drawing(Err(problem))),
            Job::BookCash { .. } => Self::CashBooked(CashBooking::Refused(None, problem)),
            Job::BookTakeover { .. } => Self::TakenOver(TakeoverBooking::Refused(None, problem)),
            Job::SaveList { .. } | Job::Template(..) | Job::Form { .. } => {
                Self::ListSaved(Err(problem))
            }
            Job::CopyList { .. } => Self::ListCopied(Err(problem)),
            Job::KeepDraft { .. } => Self::DraftKept(Err(problem)),
            Job::ReadDrafts { .. } => Self::Drafts(Found::default()),
            Job::Try { ticket, .. } => {
                Self::Tried { ticket: *ticket, preview: None, verdict: None }
            }
            Job::KeepSettings { .. }
            | Job::KeepCash(_)
            | Job::KeepBank(_)
            | Job::KeepTakeover(_)
            | Job::LookAgain
            | Job::Checked(..)
            | Job::Close => Self::Defect,
        }
    }
}
