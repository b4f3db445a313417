//! The one thread that owns the ledger: jobs in, replies out, the window is woken.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::job::{Chosen, Fetched, Job, Paper, Reply};
use crate::domain::Seq;
use crate::domain::date::LAST_DAY;
use crate::domain::event::Draft;
use crate::ops::{self, Failure, Stamp};
use crate::render::{self, RenderError};
use crate::report::{programme, statement};
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, files, query};
use crate::text::{Lang, Text};
use crate::ui::data::{Known, LedgerInfo, Problem, Want};

/// How often an idle worker looks whether another process appended.
const LOOK: Duration = Duration::from_millis(800);
/// More than a frame can ask for; a full queue would only delay the asking.
const QUEUE: usize = 256;

/// Clock and login of what is booked; fixed in tests.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Microseconds since 1970 UTC.
    pub clock: fn() -> i64,
    /// SID or user id.
    pub login: String,
}

/// Handle of the worker thread; dropping it lets the thread finish its job and end.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<SyncSender<Job>>,
    replies: Receiver<Reply>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; `wake` is called after each reply.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(desk: Desk, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (jobs, inbox) = sync_channel(QUEUE);
        let (outbox, replies) = channel();
        let thread = std::thread::Builder::new().name("ledger".into()).spawn(move || {
            let mut bench = Bench { ledger: None, desk, outbox, wake: Box::new(wake) };
            bench.work(&inbox);
        })?;
        Ok(Self { jobs: Some(jobs), replies, thread: Some(thread) })
    }

    /// Asks for something; the answer comes with [`Worker::poll`].
    pub fn ask(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // A full queue or a worker that is gone answers nothing; the screen asks again.
            drop(jobs.try_send(job));
        }
    }

    /// The next reply, if there is one.
    #[must_use]
    pub fn poll(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A panic was answered as a defect already.
            drop(thread.join());
        }
    }
}

struct Bench {
    ledger: Option<Ledger>,
    desk: Desk,
    outbox: Sender<Reply>,
    wake: Box<dyn Fn() + Send>,
}

impl Bench {
    fn work(&mut self, inbox: &Receiver<Job>) {
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(job) => self.guarded(job),
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// A panic in a job closes the ledger, opens it again with verification, and is told.
    fn guarded(&mut self, job: Job) {
        let defect = defect_reply(&job);
        let path = self.ledger.as_ref().and_then(|ledger| ledger.path().map(Path::to_owned));
        if catch_unwind(AssertUnwindSafe(|| self.run(job))).is_err() {
            self.ledger = None;
            self.reply(defect);
            if let Some(path) = path {
                self.open(&path);
            }
        }
    }

    fn reply(&self, reply: Reply) {
        // A window that is gone needs no answer.
        drop(self.outbox.send(reply));
        (self.wake)();
    }

    fn look(&mut self) {
        let Some(ledger) = &mut self.ledger else { return };
        match ledger.refresh() {
            Ok(false) => {}
            Ok(true) => self.changed(),
            Err(error) => self.reply(Reply::Opened(Err(Problem::Store(Arc::new(error))))),
        }
    }

    fn changed(&self) {
        if let Some(Ok(info)) = self.ledger.as_ref().map(info) {
            self.reply(Reply::Changed(Box::new(info)));
        }
    }

    fn run(&mut self, job: Job) {
        match job {
            Job::Open(path) => self.open(&path),
            Job::Adopt(ledger) => self.adopt(*ledger),
            Job::OpenSample(path) => self.open_sample(&path),
            Job::Read { round, want, chosen } => {
                let result = self.read(&want, chosen);
                self.reply(Reply::Read { round, want, result });
            }
            Job::Book(drafts) => self.book(&drafts),
            Job::Found { path, drafts } => {
                match ops::found(&path, &drafts, &self.stamp()) {
                    Ok(_) => self.open(&path),
                    Err(failure) => self.reply(Reply::Opened(Err(problem(failure)))),
                }
            }
            Job::Copy { path, stop } => {
                let outbox = self.outbox.clone();
                let wake = &self.wake;
                let mut keep_going = |percent| {
                    drop(outbox.send(Reply::Copying(percent)));
                    wake();
                    !stop.load(Ordering::Relaxed)
                };
                let copied = match &self.ledger {
                    Some(ledger) => ledger.save_copy(&path, &mut keep_going),
                    None => Err(StoreError::Missing { path: path.clone() }),
                };
                self.reply(Reply::Copied(
                    copied.map(|()| path).map_err(|error| Problem::Store(Arc::new(error))),
                ));
            }
            Job::Print { paper, chosen, lang, path } => {
                let printed = self.print(&paper, chosen, lang, &path);
                self.reply(Reply::Printed(printed.map(|()| path)));
            }
        }
    }

    fn open(&mut self, path: &Path) {
        match Ledger::open(path, Access::Write) {
            Ok(ledger) => self.adopt(ledger),
            Err(error) => self.reply(Reply::Opened(Err(Problem::Store(Arc::new(error))))),
        }
    }

    fn open_sample(&mut self, path: &Path) {
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        let made = std::fs::create_dir_all(&folder)
            .map_err(|error| Failure::Store(files::io_error(&error, &folder)))
            .and_then(|()| if path.exists() { Ok(()) } else { ops::sample::write(path) });
        match made {
            Ok(()) => self.open(path),
            Err(failure) => self.reply(Reply::Opened(Err(problem(failure)))),
        }
    }

    fn adopt(&mut self, ledger: Ledger) {
        let opened = info(&ledger).map(Box::new).map_err(|error| Problem::Store(Arc::new(error)));
        if opened.is_ok() {
            self.ledger = Some(ledger);
        }
        self.reply(Reply::Opened(opened));
    }

    fn book(&mut self, drafts: &[Draft]) {
        let stamp = self.stamp();
        let Some(ledger) = &mut self.ledger else { return };
        let booked = ops::book(ledger, drafts, &stamp).map_err(problem);
        let first = drafts.first().map(|draft| draft.body.kind());
        let answer = booked.and_then(|seqs: Vec<Seq>| match (first, seqs.last()) {
            (Some(kind), Some(seq)) => Ok((kind, *seq)),
            _ => Err(Problem::Defect),
        });
        self.reply(Reply::Booked(answer));
        self.changed();
    }

    fn stamp(&self) -> Stamp {
        Stamp::new((self.desk.clock)(), self.desk.login.clone())
    }

    fn read(&self, want: &Want, chosen: Chosen) -> Result<(Times, Box<Fetched>), Problem> {
        let ledger = self.ledger.as_ref().ok_or(Problem::Defect)?;
        fetch(ledger, want, chosen).map_err(|error| Problem::Store(Arc::new(error)))
    }

    fn print(
        &self,
        paper: &Paper,
        chosen: Chosen,
        lang: Lang,
        path: &Path,
    ) -> Result<(), Problem> {
        let ledger = self.ledger.as_ref().ok_or(Problem::Defect)?;
        let store = |error| Problem::Store(Arc::new(error));
        let times = resolve(ledger, chosen).map_err(store)?;
        let report = match paper {
            Paper::Statement(key) => query::statement_data(ledger, times, key)
                .map_err(store)?
                .map(|data| statement::statement(&data))
                .ok_or(Problem::Defect)?,
            Paper::Programme => {
                programme::programme(&query::programme_data(ledger, times).map_err(store)?, None)
            }
        };
        let bytes = render::pdf(&report, &Text::new(lang)).map_err(|error| match error {
            RenderError::MissingGlyph { character } => Problem::Paper(character.to_string()),
            other => Problem::Paper(other.to_string()),
        })?;
        files::write_whole(path, &bytes).map_err(store)
    }
}

fn fetch(
    ledger: &Ledger,
    want: &Want,
    chosen: Chosen,
) -> Result<(Times, Box<Fetched>), StoreError> {
    let times = resolve(ledger, chosen)?;
    let fetched = match want {
        Want::Overview => Fetched::Overview(query::overview(ledger, times)?),
        Want::Grants => Fetched::Grants(query::grants(ledger, times)?),
        Want::Grant(grant) => {
            Fetched::Grant(grant.clone(), query::grant(ledger, times, grant)?)
        }
        Want::Recipients => Fetched::Recipients(query::recipients(ledger, times)?),
        Want::Recipient(key) => {
            Fetched::Recipient(key.clone(), query::recipient(ledger, times, key)?)
        }
        Want::Milestones => Fetched::Milestones(query::milestones(ledger, times)?),
        Want::Journal => Fetched::Journal(query::journal(ledger, times)?),
        Want::Capacity(day) => {
            let now = Times { as_of: *day, known: ledger.head().seq };
            Fetched::Capacity(*day, query::capacity(ledger, now)?)
        }
    };
    Ok((times, Box::new(fetched)))
}

fn resolve(ledger: &Ledger, chosen: Chosen) -> Result<Times, StoreError> {
    let last = ledger.head().seq;
    let known = match chosen.known {
        Known::Latest => last,
        Known::EndOf(day) => query::known_at_end_of(ledger, day)?.max(1),
        Known::Entry(seq) => seq.clamp(1, last.max(1)),
    };
    Ok(Times { as_of: chosen.as_of, known })
}

fn info(ledger: &Ledger) -> Result<LedgerInfo, StoreError> {
    let now = Times { as_of: LAST_DAY, known: ledger.head().seq };
    Ok(LedgerInfo {
        programme: query::programme(ledger)?,
        persons: query::persons(ledger, now)?,
        titles: query::titles(ledger, now)?,
        head: ledger.head(),
        findings: ledger.findings().to_vec(),
        writable: ledger.is_writable(),
        path: ledger.path().map(Path::to_owned),
    })
}

fn problem(failure: Failure) -> Problem {
    match failure {
        Failure::Refused { refusal, .. } => Problem::Refused(*refusal),
        Failure::Store(error) => Problem::Store(Arc::new(error)),
    }
}

/// What is answered when a job panics.
fn defect_reply(job: &Job) -> Reply {
    match job {
        Job::Open(_) | Job::Adopt(_) | Job::OpenSample(_) | Job::Found { .. } => {
            Reply::Opened(Err(Problem::Defect))
        }
        Job::Read { round, want, .. } => {
            Reply::Read { round: *round, want: want.clone(), result: Err(Problem::Defect) }
        }
        Job::Book(_) => Reply::Booked(Err(Problem::Defect)),
        Job::Copy { .. } => Reply::Copied(Err(Problem::Defect)),
        Job::Print { .. } => Reply::Printed(Err(Problem::Defect)),
    }
}
