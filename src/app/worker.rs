//! The thread that owns the ledger: reads, books, copies and prints, one job after the other.
//!
//! While idle it looks about once a second whether another process has added entries.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Source;
use super::cache::Key;
use crate::domain::event::Draft;
use crate::domain::{Kind, RecipientKey, Seq};
use crate::ops::{self, Failure, Stamp};
use crate::store::view::{
    Budget, BudgetDetail, Capacity, CaseDetail, CaseRow, Choices, DeadlineRow, GrantDetail,
    GrantRow, JournalRow, Masters, MilestoneRow, Overview, RecipientDetail, RecipientRow,
    TaskReview, TaskRow, Times,
};
use crate::store::{Access, Ledger, StoreError, files, query};
use crate::text::{Lang, Text};
use crate::ui::data::{Known, LedgerInfo, Problem, Want};
use crate::{render, report, system};

const QUEUE: usize = 64;
const LOOK: Duration = Duration::from_millis(800);
/// So many looks in vain are told, once.
const MISSES: u8 = 4;

/// Which paper to print.
#[derive(Clone, Debug)]
pub enum Paper {
    /// Statement of account of a recipient, in the language of its reader.
    Statement(RecipientKey, Lang),
    /// Report on the programme.
    Programme,
}

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
    Print { paper: Paper, key: Key, path: PathBuf, text: Text, viewer: Viewer },
    KeepSettings { path: PathBuf, content: String },
}

/// What was read.
pub enum Payload {
    Overview(Overview),
    Grants(Vec<GrantRow>),
    Grant(Option<GrantDetail>),
    Recipients(Vec<RecipientRow>),
    Recipient(Option<RecipientDetail>),
    Milestones(Vec<MilestoneRow>),
    Journal(Vec<JournalRow>),
    Capacity(Capacity),
    Choices(Box<Choices>),
    Masters(Masters),
    Cases(Vec<CaseRow>),
    Case(Box<Option<CaseDetail>>),
    Budget(Budget),
    BudgetLine(Option<BudgetDetail>),
    Deadlines(Vec<DeadlineRow>),
    Tasks(Vec<TaskRow>),
    TaskReview(Box<Option<TaskReview>>),
}

/// What was done.
pub enum Reply {
    Opened(Result<Box<LedgerInfo>, Problem>),
    Changed { info: Box<LedgerInfo>, followed: bool },
    Loaded { key: Key, want: Want, payload: Box<Result<Payload, Problem>> },
    Booked(Result<(Kind, Seq), Problem>),
    Taken(Result<(Kind, usize), (usize, Problem)>),
    Copying(u32),
    Copied(Result<PathBuf, Problem>),
    CopyStopped,
    Lost(Problem),
    Printed(Result<PathBuf, Problem>),
    Defect,
}

impl Reply {
    /// The answer to a job that ran into a defect of the program.
    fn in_vain(job: &Job) -> Self {
        match job {
            Job::Open(_) | Job::Found { .. } => Self::Opened(Err(Problem::Defect)),
            Job::Load { key, want } => {
                let payload = Box::new(Err(Problem::Defect));
                Self::Loaded { key: key.clone(), want: want.clone(), payload }
            }
            Job::Book { .. } => Self::Booked(Err(Problem::Defect)),
            Job::Take { .. } => Self::Taken(Err((0, Problem::Defect))),
            Job::SaveCopy(_) => Self::Copied(Err(Problem::Defect)),
            Job::Print { .. } => Self::Printed(Err(Problem::Defect)),
            Job::KeepSettings { .. } => Self::Defect,
        }
    }
}

/// The window's end of the thread.
pub struct Worker {
    jobs: Option<SyncSender<Job>>,
    replies: Receiver<Reply>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; `wake` lets the window look for replies.
    pub fn start(wake: Arc<dyn Fn() + Send + Sync>) -> std::io::Result<Self> {
        let (jobs, queue) = sync_channel(QUEUE);
        let (answer, replies) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let inside = Inside { ledger: None, misses: 0, answer, wake, stop: Arc::clone(&stop) };
        let thread = std::thread::Builder::new()
            .name("ledger".to_owned())
            .spawn(move || inside.run(&queue))?;
        Ok(Self { jobs: Some(jobs), replies, stop, thread: Some(thread) })
    }

    /// Queues a job; false when the queue is full.
    pub fn try_send(&self, job: Job) -> bool {
        self.jobs.as_ref().is_some_and(|jobs| jobs.try_send(job).is_ok())
    }

    /// Queues a job that a person asked for; the queue holds more than anybody can click.
    pub fn send(&self, job: Job) {
        let queued = self.try_send(job);
        debug_assert!(queued, "the queue holds {QUEUE} jobs");
    }

    /// The next reply, if any.
    pub fn receive(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }

    /// Stops a copy that is being written.
    pub fn stop_copy(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Worker {
    /// A booking that is under way is finished before the program ends.
    fn drop(&mut self) {
        self.stop_copy();
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            debug_assert!(ended.is_ok(), "the worker catches its panics");
        }
    }
}

/// The thread's end.
struct Inside {
    ledger: Option<Ledger>,
    misses: u8,
    answer: Sender<Reply>,
    wake: Arc<dyn Fn() + Send + Sync>,
    stop: Arc<AtomicBool>,
}

impl Inside {
    fn run(mut self, queue: &Receiver<Job>) {
        loop {
            let job = match queue.recv_timeout(LOOK) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let in_vain = job.as_ref().map_or(Reply::Defect, Reply::in_vain);
            let done = catch_unwind(AssertUnwindSafe(|| match job {
                Some(job) => self.carry_out(job),
                None => self.look(),
            }));
            if done.is_err() {
                self.reply(in_vain);
            }
        }
    }

    fn reply(&self, reply: Reply) {
        // Nobody listens any more only while the program ends.
        if self.answer.send(reply).is_ok() {
            (self.wake)();
        }
    }

    /// Takes in what others have added.
    fn look(&mut self) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        match ledger.refresh() {
            Ok(changed) => {
                self.misses = 0;
                if changed {
                    self.changed(true);
                }
            }
            // A file that is busy or gone for a moment is looked at again a second later.
            Err(error) => {
                self.misses = self.misses.saturating_add(1);
                if self.misses == MISSES {
                    self.reply(Reply::Lost(Problem::Store(Arc::new(error))));
                }
            }
        }
    }

    fn changed(&self, followed: bool) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        if let Ok(info) = info(ledger) {
            self.reply(Reply::Changed { info: Box::new(info), followed });
        }
    }

    fn carry_out(&mut self, job: Job) {
        match job {
            Job::Open(source) => {
                let opened = open(source);
                self.opened(opened);
            }
            Job::Load { key, want } => {
                let payload = match self.ledger.as_ref() {
                    Some(ledger) => load(ledger, &key, &want).map_err(store),
                    None => return,
                };
                self.reply(Reply::Loaded { key, want, payload: Box::new(payload) });
            }
            Job::Book { drafts, stamp } => self.book(&drafts, &stamp),
            Job::Take { drafts, stamp } => self.take(&drafts, &stamp),
            Job::Found { path, drafts, stamp } => {
                let opened = ops::found(&path, &drafts, &stamp)
                    .map_err(failure)
                    .and_then(|_| Ledger::open(&path, Access::Write).map_err(store));
                self.opened(opened);
            }
            Job::SaveCopy(path) => self.save_copy(path),
            Job::Print { paper, key, path, text, viewer } => {
                let Some(ledger) = self.ledger.as_ref() else { return };
                let printed = print(ledger, &paper, &key, &path, &text).map(|()| path);
                if let Ok(path) = &printed {
                    viewer(path);
                }
                self.reply(Reply::Printed(printed));
            }
            Job::KeepSettings { path, content } => {
                // Settings are comfort: a folder that cannot be written costs nothing else.
                let folder = path.parent().map(std::fs::create_dir_all);
                if folder.is_none_or(|made| made.is_ok()) {
                    files::write_whole(&path, content.as_bytes()).ok();
                }
            }
        }
    }

    fn opened(&mut self, opened: Result<Ledger, Problem>) {
        let reply = opened.and_then(|ledger| {
            let info = info(&ledger).map_err(store)?;
            self.ledger = Some(ledger);
            Ok(Box::new(info))
        });
        self.reply(Reply::Opened(reply));
    }

    fn book(&mut self, drafts: &[Draft], stamp: &Stamp) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        let booked = ops::book(ledger, drafts, stamp).map_err(failure);
        let kind = drafts.first().map(|draft| draft.body.kind());
        let first = booked.map(|seqs| seqs.first().copied());
        self.changed(false);
        match (first, kind) {
            (Ok(Some(seq)), Some(kind)) => self.reply(Reply::Booked(Ok((kind, seq)))),
            (Ok(_), _) => {}
            (Err(problem), _) => self.reply(Reply::Booked(Err(problem))),
        }
    }

    /// Takes several steps in one transaction, and says at which one it stopped.
    fn take(&mut self, drafts: &[Draft], stamp: &Stamp) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        let taken = ops::book(ledger, drafts, stamp);
        self.changed(false);
        let Some(kind) = drafts.first().map(|draft| draft.body.kind()) else { return };
        self.reply(Reply::Taken(match taken {
            Ok(seqs) => Ok((kind, seqs.len())),
            Err(Failure::Refused { index, refusal }) => Err((index, Problem::Refused(*refusal))),
            Err(Failure::Store(error)) => Err((0, store(error))),
        }));
    }

    fn save_copy(&self, path: PathBuf) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        self.stop.store(false, Ordering::Relaxed);
        let mut said = 0;
        let mut keep_going = |percent: u32| {
            if percent != said {
                said = percent;
                self.reply(Reply::Copying(percent));
            }
            !self.stop.load(Ordering::Relaxed)
        };
        match ledger.save_copy(&path, &mut keep_going) {
            Ok(()) => self.reply(Reply::Copied(Ok(path))),
            Err(StoreError::Cancelled) => self.reply(Reply::CopyStopped),
            Err(error) => self.reply(Reply::Copied(Err(store(error)))),
        }
    }
}

fn store(error: StoreError) -> Problem {
    Problem::Store(Arc::new(error))
}

fn failure(failure: Failure) -> Problem {
    match failure {
        Failure::Refused { refusal, .. } => Problem::Refused(*refusal),
        Failure::Store(error) => store(error),
    }
}

fn open(source: Source) -> Result<Ledger, Problem> {
    match source {
        Source::InMemory(ledger) => Ok(*ledger),
        Source::File(path) => Ledger::open(&path, Access::Write).map_err(store),
        Source::Sample => sample(),
    }
}

/// Opens the copy of the sample in the user's folder, or writes one.
///
/// A copy that cannot be opened (from an older version, say) is kept, and a new one is written
/// beside it.
fn sample() -> Result<Ledger, Problem> {
    let folder = system::local_data_dir();
    std::fs::create_dir_all(&folder).map_err(|error| store(files::io_error(&error, &folder)))?;
    let mut last = None;
    for number in 1..10 {
        let path = folder.join(super::start::sample_file(number));
        if !path.exists() {
            ops::sample::write(&path).map_err(failure)?;
        }
        match Ledger::open(&path, Access::Write) {
            Ok(ledger) if ledger.findings().is_empty() => return Ok(ledger),
            Ok(ledger) => last = Some(store(StoreError::Findings(ledger.findings().to_vec()))),
            Err(error) => last = Some(store(error)),
        }
    }
    Err(last.unwrap_or(Problem::Defect))
}

/// What the bars show of a ledger.
fn info(ledger: &Ledger) -> Result<LedgerInfo, StoreError> {
    let head = ledger.head();
    let times = Times { as_of: crate::domain::date::LAST_DAY, known: head.seq };
    Ok(LedgerInfo {
        programme: query::programme(ledger)?,
        everyone: query::persons(ledger, times)?,
        persons: query::persons(ledger, times)?,
        titles: query::titles(ledger, times)?,
        head,
        findings: ledger.findings().to_vec(),
        writable: ledger.is_writable(),
        path: ledger.path().map(Into::into),
    })
}

fn times(ledger: &Ledger, key: &Key) -> Result<Times, StoreError> {
    let known = match key.known {
        Known::Latest => ledger.head().seq,
        Known::EndOf(day) => query::known_at_end_of(ledger, day)?,
        Known::Entry(seq) => seq.min(ledger.head().seq),
    };
    Ok(Times { as_of: key.as_of, known })
}

fn load(ledger: &Ledger, key: &Key, want: &Want) -> Result<Payload, StoreError> {
    // Figures of a ledger that does not verify are shown nowhere.
    ledger.require_good()?;
    let times = times(ledger, key)?;
    Ok(match want {
        Want::Overview => Payload::Overview(query::overview(ledger, times)?),
        Want::Grants => Payload::Grants(query::grants(ledger, times)?),
        Want::Grant(grant) => Payload::Grant(query::grant(ledger, times, grant)?),
        Want::Recipients => Payload::Recipients(query::recipients(ledger, times)?),
        Want::Recipient(key) => Payload::Recipient(query::recipient(ledger, times, key)?),
        Want::Milestones => Payload::Milestones(query::milestones(ledger, times)?),
        Want::Journal => Payload::Journal(query::journal(ledger, times)?),
        Want::Capacity(day) => {
            let times = Times { as_of: *day, ..times };
            Payload::Capacity(query::capacity(ledger, times)?)
        }
        Want::Choices => {
            // A booking may be of any day: what is chosen from counts whatever its day.
            let times = Times { as_of: crate::domain::date::LAST_DAY, ..times };
            Payload::Choices(Box::new(query::choices(ledger, times)?))
        }
        Want::Masters => Payload::Masters(query::masters(ledger, times)?),
        Want::Cases => Payload::Cases(query::cases(ledger, times)?),
        Want::Case(grant) => Payload::Case(Box::new(query::case_detail(ledger, times, grant)?)),
        Want::Budget => Payload::Budget(query::budget(ledger, times)?),
        Want::BudgetLine(title, year) => {
            Payload::BudgetLine(query::budget_detail(ledger, times, (title, *year))?)
        }
        Want::Deadlines => Payload::Deadlines(query::deadlines(ledger, times)?),
        Want::Tasks => Payload::Tasks(query::tasks(ledger, times)?),
        Want::TaskReview(kind, entry) => {
            let rows = query::tasks_on(ledger, times, *entry)?;
            let row = rows.iter().find(|row| row.key() == (*kind, *entry));
            let review = row.map(|row| query::task_review(ledger, times, row)).transpose()?;
            Payload::TaskReview(Box::new(review))
        }
    })
}

/// Writes the paper as a whole.
fn print(
    ledger: &Ledger,
    paper: &Paper,
    key: &Key,
    path: &Path,
    text: &Text,
) -> Result<(), Problem> {
    ledger.require_good().map_err(store)?;
    let times = times(ledger, key).map_err(store)?;
    let made = match paper {
        Paper::Statement(key, _) => query::statement_data(ledger, times, key)
            .map_err(store)?
            .map(|data| report::statement::statement(&data)),
        Paper::Programme => {
            let data = query::programme_data(ledger, times).map_err(store)?;
            Some(report::programme::programme(&data, None))
        }
    };
    let Some(made) = made else { return Err(Problem::Defect) };
    let bytes = render::pdf(&made, text).map_err(|error| Problem::Paper(error.to_string()))?;
    files::write_whole(path, &bytes).map_err(store)
}
