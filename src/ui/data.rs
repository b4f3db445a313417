//! What the screens show: values that the worker has read, and how far the reading is.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::takeover::Acting;
use crate::domain::{
    Day, FileNumber, FiscalYear, Kind, PersonNo, RecipientKey, Refusal, Seq, TitleKey,
};
use crate::exchange::Refused;
use crate::paper::issued::IssuedPaper;
use crate::paper::{NotSet, Wish};
use crate::store::view::search::{SearchHits, SearchQuery};
use crate::store::view::{
    About, Budget, BudgetDetail, Capacity, CaseDetail, CasePage, CaseRow, Chain, Choices,
    DeadlineRow, DifferenceData, EntryIndex, EntryWish, Forecasts, GrantDetail, GrantRow, Head,
    JournalRow, Masters, MilestoneRow, Overview, PersonRow, Planning, Programme, RecipientDetail,
    RecipientPage, RecipientRow, TaskReview, TaskRow, TitleRow,
};
use crate::store::{Finding, StoreError};
use crate::text::Lang;

use super::route::Route;
use super::safety::Told;

mod papers;
mod reconcile;
mod takeover;

pub use papers::{
    Batch, BatchRow, IssueAllOrder, IssueOrder, PagePicture, PageWish, PaperCheck, PaperOrder,
    PaperView, PdfBytes, SeenPaper,
};
pub use reconcile::{
    BankRead, CashBooking, CashCounts, CashFile, CashPreview, CashRow, Compared, ListBooking,
    Reading, Reconciliation,
};
pub use takeover::{TakeoverBooking, TakeoverFile, TakeoverPreview, TakeoverRow, TakeoverWish};

/// A value on its way; the previous one stays on the screen meanwhile.
#[derive(Clone, Debug, Default)]
pub enum Loaded<T> {
    /// Nobody asked for it.
    #[default]
    NotRequested,
    /// Asked for.
    Pending {
        /// What was shown before.
        previous: Option<T>,
    },
    /// Here.
    Ready(T),
    /// Could not be read.
    Failed {
        /// What was shown before.
        previous: Option<T>,
        /// Why.
        problem: Problem,
    },
}

impl<T> Loaded<T> {
    /// The value to show, even while a newer one is on its way.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending { previous } | Self::Failed { previous, .. } => previous.as_ref(),
            Self::NotRequested => None,
        }
    }

    /// The value, unless a newer one is on its way.
    #[must_use]
    pub const fn latest(&self) -> Option<&T> {
        match self {
            Self::Pending { .. } => None,
            _ => self.value(),
        }
    }

    /// The value, unless a newer one is on its way or could not be read.
    #[must_use]
    pub const fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// The value, taken out.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending { previous } | Self::Failed { previous, .. } => previous,
            Self::NotRequested => None,
        }
    }
}

/// Why something did not work.
#[derive(Clone, Debug)]
pub enum Problem {
    /// A rule says no; which draft of several, and why.
    Refused(Refusal),
    /// The file.
    Store(Arc<StoreError>),
    /// The paper could not be set.
    Paper(NotSet),
    /// A paper was issued with that entry, but its file could not be written.
    Unwritten(Seq, Arc<StoreError>),
    /// A file that somebody else made could not be read.
    File(Box<Refused>),
    /// The file would lie where nothing is booked, on a drive or in a service of that name.
    Place(PathBuf, String),
    /// There is no such paper at the chosen pair of times.
    NoPaper,
    /// A defect of the program; nothing was written.
    Defect,
}

impl Problem {
    /// True when nothing was booked for certain; false when the disk failed at the last step.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        !matches!(self, Self::Store(error) if matches!(**error, StoreError::Unsure { .. }))
    }
}

/// The point in the journal up to which is known (*Datenstand*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// All that is recorded.
    #[default]
    Latest,
    /// Up to the end of that day.
    EndOf(Day),
    /// Up to that entry.
    Entry(Seq),
}

/// The open ledger.
#[derive(Clone, Debug)]
pub struct LedgerInfo {
    /// Founding facts.
    pub programme: Programme,
    /// Persons enrolled of whom one may be chosen to act.
    pub persons: Vec<PersonRow>,
    /// All persons enrolled.
    pub everyone: Vec<PersonRow>,
    /// Budget titles.
    pub titles: Vec<TitleRow>,
    /// Fiscal years of the programme, without gap.
    pub years: Vec<FiscalYear>,
    /// Head of the chain.
    pub head: Head,
    /// Hash of the founding entry: which ledger it is, wherever its file lies.
    pub founding: [u8; 32],
    /// What the verification found; empty when all is good.
    pub findings: Vec<Finding>,
    /// False when it can only be read.
    pub writable: bool,
    /// While it is being verified, the percentage; it is read and not written to.
    pub checking: Option<u32>,
    /// The file, unless it is in memory.
    pub path: Option<PathBuf>,
    /// What it is an extract of; none for a whole ledger.
    pub extract: Option<ExtractInfo>,
}

/// Of whom an extract is.
#[derive(Clone, Debug)]
pub struct ExtractInfo {
    /// Key of the recipient.
    pub recipient: RecipientKey,
    /// Official name; the key where the extract cannot be read so far.
    pub name: String,
    /// The last entry of the recipient's own chain.
    pub own: Head,
}

/// One thing that a screen or dialog needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Want {
    /// Stages, recipients, milestones and indicators.
    Overview,
    /// List of the grants.
    Grants,
    /// All of one grant.
    Grant(FileNumber),
    /// List of the recipients.
    Recipients,
    /// Account of one recipient.
    Recipient(RecipientKey),
    /// List of the milestones.
    Milestones,
    /// The numbers of the entries that the journal shows.
    EntryIndex(Box<EntryWish>),
    /// Rows of these entries.
    Entries(Vec<Seq>),
    /// What can be granted on that day.
    Capacity(Day),
    /// What forms offer to choose from, by what the form is about.
    Choices(About),
    /// Persons, titles and settings.
    Masters,
    /// Applications and grants with their state.
    Cases,
    /// All of one case besides its money.
    Case(FileNumber),
    /// Entries, bank accounts and forecasts of one case.
    CasePage(FileNumber),
    /// Cases, milestones and deadlines of one recipient.
    RecipientPage(RecipientKey),
    /// Forecasts of all milestones.
    Forecasts,
    /// The budget.
    Budget,
    /// What is behind a title and year.
    BudgetLine(TitleKey, FiscalYear),
    /// Deadlines.
    Deadlines,
    /// What fits a search.
    Search(SearchQuery),
    /// Remainders, needs, forecast.
    Planning,
    /// Steps that wait.
    Tasks,
    /// What a step rests on, told by kind and entry.
    TaskReview(Kind, Seq),
    /// A paper, in the language of its reader.
    Paper(Box<Wish>, Lang),
    /// A page of a paper as a picture.
    Page(Box<PageWish>),
    /// The papers that were issued.
    IssuedPapers,
    /// What changed since an earlier Datenstand.
    Difference(Known),
    /// How far the payments are compared with the cash office.
    CashState,
    /// The list of the cash office of that reading against the ledger, for that person.
    CashPreview(u64, Option<PersonNo>),
    /// Recipients whose account the bank statements of that reading are of.
    BankOwners(u64),
    /// The bank statements of that reading against what was paid to that recipient.
    Compared(u64, RecipientKey),
    /// What becomes of the list of that reading when it is taken over by these persons.
    TakeoverPreview(u64, Box<Acting>),
}

/// What the worker has read at the chosen pair of times.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// How many lists have been read so far: what was made of one is good as long as it stays.
    pub readings: u64,
    /// Stages, recipients, milestones and indicators.
    pub overview: Loaded<Overview>,
    /// List of the grants.
    pub grants: Loaded<Vec<GrantRow>>,
    /// Grants in detail.
    pub grant: BTreeMap<FileNumber, Loaded<Option<GrantDetail>>>,
    /// List of the recipients.
    pub recipients: Loaded<Vec<RecipientRow>>,
    /// Accounts of recipients.
    pub recipient: BTreeMap<RecipientKey, Loaded<Option<RecipientDetail>>>,
    /// List of the milestones.
    pub milestones: Loaded<Vec<MilestoneRow>>,
    /// The numbers of the entries that the journal shows; of an earlier wish until they are here.
    pub entry_index: Loaded<EntryIndex>,
    /// Rows of entries, by the numbers that were asked for together.
    pub entries: BTreeMap<Vec<Seq>, Loaded<Vec<JournalRow>>>,
    /// What can be granted, per day.
    pub capacity: BTreeMap<Day, Loaded<Capacity>>,
    /// What forms offer to choose from.
    pub choices: Loaded<Choices>,
    /// How often that changed: lists that were made of it are good as long as it stays.
    pub offered: u64,
    /// Persons, titles and settings.
    pub masters: Loaded<Masters>,
    /// Applications and grants with their state.
    pub cases: Loaded<Vec<CaseRow>>,
    /// Cases in full.
    pub case: BTreeMap<FileNumber, Loaded<Option<CaseDetail>>>,
    /// What the pages of cases show beside.
    pub case_page: BTreeMap<FileNumber, Loaded<CasePage>>,
    /// What the pages of recipients show beside.
    pub recipient_page: BTreeMap<RecipientKey, Loaded<RecipientPage>>,
    /// Forecasts of all milestones.
    pub forecasts: Loaded<Forecasts>,
    /// The budget.
    pub budget: Loaded<Budget>,
    /// What is behind a title and year.
    pub budget_line: BTreeMap<(TitleKey, FiscalYear), Loaded<Option<BudgetDetail>>>,
    /// Deadlines.
    pub deadlines: Loaded<Vec<DeadlineRow>>,
    /// What fits the last search; of an earlier one until its answer is here.
    pub search: Loaded<SearchHits>,
    /// Remainders, needs, forecast.
    pub planning: Loaded<Planning>,
    /// Steps that wait, whoever may take them (`domain::task::Task::is_for` tells who may).
    pub tasks: Loaded<Vec<TaskRow>>,
    /// What steps rest on.
    pub task_review: BTreeMap<(Kind, Seq), Loaded<Option<TaskReview>>>,
    /// The paper that is looked at; none where the ledger has no such paper.
    pub paper: Loaded<Option<PaperView>>,
    /// The page of it that is looked at.
    pub page: Loaded<Option<Arc<PagePicture>>>,
    /// The papers that were issued.
    pub issued: Loaded<Vec<IssuedPaper>>,
    /// What changed since an earlier Datenstand, and which one.
    pub difference: Loaded<(Known, Option<DifferenceData>)>,
    /// Files of cash office and bank, and what they come to.
    pub reconcile: Reconciliation,
    /// The drawing that was read last, as the ledger keeps it, with its number.
    pub drawing: Option<(u64, Result<String, Problem>)>,
    /// The head that was typed from a paper last: of which chain of the ledger it is.
    pub anchor: Option<(Head, Result<Option<Chain>, Problem>)>,
    /// The check of a paper.
    pub check: PaperCheck,
    /// The statements of all recipients.
    pub batch: Option<Batch>,
}

impl Data {
    /// One of the entries that were asked for together, when it is here.
    #[must_use]
    pub fn entry(&self, seqs: &[Seq], seq: Seq) -> Option<&JournalRow> {
        self.entries.get(seqs)?.value()?.iter().find(|row| row.seq == seq)
    }

    /// A grant in detail, when it is here.
    #[must_use]
    pub fn grant(&self, grant: &FileNumber) -> Option<&GrantDetail> {
        self.grant.get(grant)?.value()?.as_ref()
    }

    /// A grant in detail, unless a newer reading is on its way: what a form is filled with stays.
    #[must_use]
    pub fn grant_latest(&self, grant: &FileNumber) -> Option<&GrantDetail> {
        self.grant.get(grant)?.latest()?.as_ref()
    }

    /// A case in full, when it is here.
    #[must_use]
    pub fn case(&self, grant: &FileNumber) -> Option<&CaseDetail> {
        self.case.get(grant)?.value()?.as_ref()
    }

    /// What the page of a case shows beside, when it is here.
    #[must_use]
    pub fn case_page(&self, grant: &FileNumber) -> Option<&CasePage> {
        self.case_page.get(grant)?.value()
    }

    /// What the page of a recipient shows beside, when it is here.
    #[must_use]
    pub fn recipient_page(&self, key: &RecipientKey) -> Option<&RecipientPage> {
        self.recipient_page.get(key)?.value()
    }

    /// The account of a recipient, when it is here.
    #[must_use]
    pub fn recipient(&self, key: &RecipientKey) -> Option<&RecipientDetail> {
        self.recipient.get(key)?.value()?.as_ref()
    }
}

/// How far the booking of a dialog is.
#[derive(Clone, Debug, Default)]
pub enum Booking {
    /// Nothing is under way.
    #[default]
    Idle,
    /// The worker is at it.
    Running,
    /// It was refused or failed; the form stays filled.
    Failed(Problem),
}

/// How far the steps are that were taken from the work list.
#[derive(Clone, Debug, Default)]
pub enum Taking {
    /// Nothing is under way.
    #[default]
    Idle,
    /// The worker is at it.
    Running,
    /// Nothing was booked, because of this one of them.
    Refused {
        /// Which, from 0.
        index: usize,
        /// Why.
        problem: Problem,
    },
}

/// What the last action led to; shown in the status bar.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Booked.
    Booked {
        /// What.
        kind: Kind,
        /// Number in the journal.
        seq: Seq,
        /// The case that it is about.
        case: Option<FileNumber>,
    },
    /// Several steps were taken at once.
    BookedMany {
        /// What.
        kind: Kind,
        /// Their numbers in the journal, one after the other.
        seqs: Vec<Seq>,
        /// The case that all of them are about.
        case: Option<FileNumber>,
    },
    /// Another program added entries, and the screen follows.
    Followed,
    /// A form was closed, and what was typed is kept.
    Kept,
    /// A draft was dropped; it can be taken back.
    Discarded,
    /// The file that could not be reached is there again.
    Back,
    /// A verified copy was written.
    Copied(PathBuf),
    /// A copy is being written.
    Copying(u32),
    /// An extract is being verified before it is shown, in percent.
    Opening(u32),
    /// The copy was stopped; nothing is left of it.
    CopyStopped,
    /// A list was saved.
    ListSaved(PathBuf),
    /// A list is being saved, in percent.
    ListSaving(u32),
    /// Rows of a list are being read for the clipboard, in percent.
    ListCopying(u32),
    /// So many rows of a list lie in the clipboard.
    ListCopied(usize),
    /// Saving or copying the list was stopped; nothing is left of it.
    ListStopped,
    /// A paper was written.
    Printed(PathBuf),
    /// All statements were written, or as many as there was time for.
    Batched {
        /// How many were written.
        written: usize,
        /// How many could not be written.
        failed: usize,
        /// True when it was stopped.
        stopped: bool,
    },
    /// Something about backups.
    Safety(Told),
    /// A command that cannot be given now, and why.
    NotNow(String),
    /// Something did not work.
    Failed(Problem),
}

impl Route {
    /// What the screen needs.
    #[must_use]
    pub fn wants(&self) -> Vec<Want> {
        match self {
            Self::Overview => vec![Want::Overview, Want::Tasks, Want::Deadlines],
            Self::Planning => vec![Want::Planning],
            Self::Budget(None) => vec![Want::Budget],
            Self::Budget(Some((title, year))) => {
                vec![Want::Budget, Want::BudgetLine(title.clone(), *year)]
            }
            Self::Deadlines => vec![Want::Deadlines],
            Self::Grants(None) => vec![Want::Grants, Want::Cases],
            Self::Grants(Some(grant)) => vec![
                Want::Grants,
                Want::Cases,
                Want::Grant(grant.clone()),
                Want::Case(grant.clone()),
                Want::CasePage(grant.clone()),
            ],
            Self::Recipients(None) => vec![Want::Recipients],
            Self::Recipients(Some(key)) => vec![
                Want::Recipients,
                Want::Recipient(key.clone()),
                Want::RecipientPage(key.clone()),
            ],
            Self::Milestones => vec![Want::Milestones, Want::Forecasts],
            Self::Masters => vec![Want::Masters],
            Self::Tasks => vec![Want::Tasks],
            // The journal wants what can be seen of it, papers what is chosen, and reconciliation
            // what was read.
            Self::Journal(_) | Self::Reports(_) | Self::Reconcile(_) | Self::Help(_) => Vec::new(),
        }
    }
}
