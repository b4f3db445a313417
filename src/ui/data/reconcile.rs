//! What the screen of reconciliation shows: files that were read, and what they come to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::cash::{Finding, Matched, News};
use crate::domain::comparison::{Comparison, Line};
use crate::domain::{Day, PersonNo, RecipientKey};
use crate::exchange::Refused;
use crate::exchange::cash_list::{CashList, Profile, Unread};
use crate::paper::bank::Bank;
use crate::report::comparison::AccountCheck;
use crate::store::view::CashState;

use super::takeover::{TakeoverBooking, TakeoverFile, TakeoverPreview};
use super::{Loaded, Problem};

/// How far a file is that somebody else made.
#[derive(Clone, Debug, Default)]
pub enum Reading<T> {
    /// None was chosen.
    #[default]
    Idle,
    /// It is being read: names of the files, and how far, in percent.
    Running(Vec<String>, u32),
    /// What it holds.
    Ready(Arc<T>),
    /// It could not be read: names of the files, and why.
    Failed(Vec<String>, Problem),
}

impl<T> Reading<T> {
    /// What was read.
    #[must_use]
    pub const fn ready(&self) -> Option<&Arc<T>> {
        match self {
            Self::Ready(file) => Some(file),
            _ => None,
        }
    }

    /// True while it is being read.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Running(..))
    }
}

/// A list of the cash office, as it was read.
#[derive(Clone, Debug)]
pub struct CashFile {
    /// Which reading it comes from.
    pub serial: u64,
    /// Where it lies.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Which column holds what.
    pub profile: Profile,
    /// Its lines, or which column is missing.
    pub list: Result<CashList, Refused>,
    /// When it was read, in microseconds: days after that are still to come.
    pub read_at: i64,
}

/// Bank statements, as they were read.
#[derive(Clone, Debug)]
pub struct BankRead {
    /// Which reading they come from.
    pub serial: u64,
    /// Where they lie.
    pub paths: Vec<PathBuf>,
    /// What they hold.
    pub bank: Bank,
    /// Accounts of the statements.
    pub accounts: Vec<String>,
    /// How many entries they have.
    pub entries: usize,
    /// Entries that are not compared: those not booked yet, and those in another currency.
    pub left_out: (usize, usize),
    /// First and last day, by their balances.
    pub period: Option<(Day, Day)>,
    /// True when lines can be missing.
    pub gaps: bool,
}

impl BankRead {
    /// What is asked of it in each frame is found once.
    #[must_use]
    pub fn new(serial: u64, paths: Vec<PathBuf>, bank: Bank) -> Self {
        let (accounts, entries) = (bank.accounts(), bank.file.entries());
        let (period, gaps) = (bank.file.period(), bank.has_gaps());
        let left_out = bank.file.left_out();
        Self { serial, paths, bank, accounts, entries, left_out, period, gaps }
    }
}

/// A row of the list: what it is, or why it could not be read.
#[derive(Clone, Debug)]
pub enum CashRow {
    /// A line.
    Line(Matched),
    /// A row that is none.
    Unread(Unread),
}

/// What the rows of a list come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CashCounts {
    /// Orders that are confirmed.
    pub confirm: usize,
    /// Payments that are marked as reconciled.
    pub mark: usize,
    /// Payments that came back.
    pub back: usize,
    /// Claims that were repaid.
    pub repay: usize,
    /// Lines that are booked and reconciled already.
    pub known: usize,
    /// Lines that stay open, rows that could not be read among them.
    pub open: usize,
}

impl CashCounts {
    /// What the rows come to.
    #[must_use]
    pub fn of(rows: &[CashRow]) -> Self {
        let mut counts = Self::default();
        for row in rows {
            match row {
                CashRow::Unread(_) => counts.open += 1,
                CashRow::Line(line) => match line.finding {
                    Finding::Known(_) | Finding::Booked(_) | Finding::Returned(_) => {
                        counts.known += 1;
                    }
                    Finding::Reconcile(_) => counts.mark += 1,
                    Finding::Confirm(_) => counts.confirm += 1,
                    Finding::Return(_) | Finding::ReturnConfirmed(_) => counts.back += 1,
                    Finding::Repay(_) => counts.repay += 1,
                    Finding::Open(..) => counts.open += 1,
                },
            }
        }
        counts
    }

    /// Lines for which something is booked.
    #[must_use]
    pub const fn books(&self) -> usize {
        self.confirm + self.mark + self.back + self.repay
    }
}

/// A list against the ledger.
#[derive(Clone, Debug, Default)]
pub struct CashPreview {
    /// Which reading it is about.
    pub serial: u64,
    /// For whom: what that person ordered stays open.
    pub person: Option<PersonNo>,
    /// Its rows by line.
    pub rows: Vec<CashRow>,
    /// What they come to.
    pub counts: CashCounts,
    /// Rows that lists leave open now and with this reading, where it says something new.
    pub news: Option<News>,
}

/// Bank statements against what was paid to a recipient.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Which reading it is about.
    pub serial: u64,
    /// Whose account.
    pub recipient: RecipientKey,
    /// Its name.
    pub name: String,
    /// The comparison.
    pub found: Comparison,
    /// Its lines, each with its place.
    pub rows: Vec<(usize, Line)>,
    /// Whether the statements are of its confirmed account.
    pub account: AccountCheck,
}

/// How far the booking of a list of the cash office is.
pub type CashBooking = ListBooking<CashCounts>;

/// How far the booking of a list is.
#[derive(Clone, Debug, Default)]
pub enum ListBooking<Counts> {
    /// Nothing was decided.
    #[default]
    Idle,
    /// The worker is at it.
    Running,
    /// What was booked, and how many entries that are.
    Done(Counts, usize),
    /// Nothing was booked: at which line of the file, if it was a line, and why.
    Refused(Option<u64>, Problem),
    /// Nothing was booked: what the list comes to has changed since it was shown.
    Changed,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Reconciliation {
    /// The list of the cash office.
    pub cash: Reading<CashFile>,
    /// What it comes to.
    pub preview: Loaded<Option<CashPreview>>,
    /// How far the payments are compared with the cash office.
    pub until: Loaded<CashState>,
    /// How far its booking is.
    pub booking: CashBooking,
    /// Bank statements.
    pub bank: Reading<BankRead>,
    /// Recipients whose account the statements are of.
    pub owners: Loaded<(u64, Vec<RecipientKey>)>,
    /// What they come to.
    pub compared: Loaded<Option<Compared>>,
    /// A list that is taken over.
    pub takeover: Reading<TakeoverFile>,
    /// What it comes to.
    pub taken: Loaded<Option<TakeoverPreview>>,
    /// How far its booking is.
    pub taking: TakeoverBooking,
}
