//! The ledger stays in good hands: after a panic it is closed and opened again, and a file that
//! is gone or another one is not read or written any more until it is back.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::opening::info;
use super::{Inside, Job, Reply, access_at};
use crate::store::files::{self, Identity};
use crate::store::query::OpenCases;
use crate::store::view::Head;
use crate::store::{Ledger, StoreError, query};
use crate::ui::data::Problem;

/// So many looks in vain are told, once.
const MISSES: u8 = 4;

/// Which file is open, and whether it still lies there.
#[derive(Default)]
pub(super) struct Watch {
    path: Option<PathBuf>,
    identity: Option<Identity>,
    head: Option<Head>,
    misses: u8,
    /// Why it cannot be reached.
    lost: Option<Arc<StoreError>>,
    /// Another file at its place that was looked at in vain.
    vain: Option<Identity>,
}

impl Watch {
    /// Of a ledger that was opened.
    pub(super) fn of(ledger: &Ledger) -> Self {
        let path = ledger.path().map(Path::to_owned);
        let identity = path.as_deref().and_then(|path| files::identity(path).ok());
        Self { path, identity, head: Some(ledger.head()), ..Self::default() }
    }

    /// Whether the file lies where it was; a ledger in memory always does.
    fn standing(&self) -> Result<(), StoreError> {
        let Some(path) = &self.path else { return Ok(()) };
        if self.identity == Some(files::identity(path)?) {
            Ok(())
        } else {
            Err(StoreError::Replaced { path: path.clone() })
        }
    }
}

impl Inside {
    /// Takes in what others have added; `now` looks again at what was looked at in vain.
    pub(super) fn look(&mut self, now: bool) {
        if self.watch.lost.is_some() {
            self.come_back(now);
            return;
        }
        if self.ledger.is_some()
            && let Err(error) = self.watch.standing()
        {
            self.lose(error);
            return;
        }
        let Some(ledger) = self.ledger.as_mut() else { return };
        match ledger.refresh() {
            Ok(changed) => {
                self.watch.misses = 0;
                self.watch.head = Some(ledger.head());
                if changed {
                    self.changed(true);
                }
            }
            // A file that is busy for a moment is looked at again a second later.
            Err(error) => {
                self.watch.misses = self.watch.misses.saturating_add(1);
                if self.watch.misses == MISSES {
                    self.lose(error);
                }
            }
        }
    }

    /// Why a job that reads or writes the ledger cannot be done: its file is not there.
    pub(super) fn out_of_reach(&mut self, job: &Job) -> Option<Problem> {
        match job {
            Job::Load { .. }
            | Job::Book { .. }
            | Job::Take { .. }
            | Job::SaveCopy(_)
            | Job::Safety(_)
            | Job::Print { .. }
            | Job::Statements { .. }
            | Job::Issue { .. }
            | Job::SaveIssued { .. }
            | Job::CheckPaper(_)
            | Job::CheckAnchor(_)
            | Job::BookCash { .. }
            | Job::BookTakeover { .. }
            | Job::Form { .. }
            | Job::Template(..)
            | Job::PrintCompared { .. }
            | Job::SaveList { .. }
            | Job::CopyList { .. }
            | Job::Try { .. } => {}
            Job::Open(_)
            | Job::Found { .. }
            | Job::ReadDrawing(_)
            | Job::KeepCash(_)
            | Job::KeepBank(_)
            | Job::KeepTakeover(_)
            | Job::KeepSettings { .. }
            | Job::ReadDrafts { .. }
            | Job::KeepDraft { .. }
            | Job::LookAgain
            | Job::Checked(..)
            | Job::Close => return None,
        }
        // An entry into a file that has no name any more would be lost: look before each job.
        if self.ledger.is_some()
            && let Err(error) = self.watch.standing()
        {
            self.lose(error);
        }
        // Every job gets an answer, also where there is no ledger at all.
        let missing = || self.ledger.is_none().then_some(Problem::Defect);
        self.watch.lost.clone().map(Problem::Store).or_else(missing)
    }

    /// Closes the ledger and says why.
    pub(super) fn lose(&mut self, error: StoreError) {
        if let Some(ledger) = self.ledger.take() {
            self.watch.head = Some(ledger.head());
        }
        self.watch.lost = Some(Arc::new(error));
        self.watch.vain = None;
        self.say_lost();
    }

    fn say_lost(&self) {
        if let Some(error) = &self.watch.lost {
            self.reply(Reply::Lost(Problem::Store(Arc::clone(error))));
        }
    }

    /// Opens the file again once it lies there and goes on where it was left.
    fn come_back(&mut self, now: bool) {
        let Some(path) = self.watch.path.clone() else { return };
        let Ok(found) = files::identity(&path) else {
            self.watch.vain = None;
            if now {
                self.say_lost();
            }
            return;
        };
        if self.watch.vain == Some(found) && !now {
            return;
        }
        self.watch.vain = Some(found);
        let opened = Ledger::open_or_extract(&path, access_at(&path)).and_then(|ledger| {
            let info = info(&ledger)?;
            if self.continues(&ledger) {
                Ok((ledger, info))
            } else {
                Err(StoreError::Replaced { path })
            }
        });
        match opened {
            Ok((ledger, info)) => {
                self.watch = Watch::of(&ledger);
                self.ledger = Some(ledger);
                self.reply(Reply::Back(Box::new(info)));
            }
            Err(error) => {
                self.watch.lost = Some(Arc::new(error));
                self.say_lost();
            }
        }
    }

    /// True when the ledger has the entry that was the last one, at its place.
    fn continues(&self, ledger: &Ledger) -> bool {
        let Some(head) = self.watch.head else { return false };
        query::head_at(ledger, head.seq).is_ok_and(|found| found.hash == head.hash)
    }

    /// After a panic: what it left behind in memory is given up, the file is opened anew. A ledger
    /// in memory has no file to go back to; its transaction was taken back when the job ended.
    pub(super) fn reopen(&mut self) {
        // Nothing is read any more, and what was remembered half way counts for nothing.
        if let Ok(mut wanted) = self.wanted.lock() {
            wanted.reading = None;
        }
        self.ledger.iter().for_each(Ledger::read_again);
        self.open_cases = OpenCases::default();
        let Some(path) = self.watch.path.clone() else { return };
        let Some(ledger) = self.ledger.take() else { return };
        self.watch.head = Some(ledger.head());
        let closed = catch_unwind(AssertUnwindSafe(|| drop(ledger)));
        debug_assert!(closed.is_ok(), "closing does not panic");
        match Ledger::open_or_extract(&path, access_at(&path)) {
            Ok(ledger) => {
                self.watch = Watch::of(&ledger);
                self.ledger = Some(ledger);
                self.changed(false);
            }
            Err(error) => self.lose(error),
        }
    }
}
