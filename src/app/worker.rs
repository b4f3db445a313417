//! The thread that owns the ledger: reads, books, copies and prints, one job after the other.
//!
//! While idle it looks about once a second whether another process has added entries.

mod opening;
mod search;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{
    Receiver, RecvTimeoutError, Sender, SyncSender, TrySendError, channel, sync_channel,
};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

mod drafts;
mod guard;
mod job;
mod papers;
mod read;
mod reconcile;
mod safety;
mod saving;
mod takeover;
mod verified;
mod way;

use super::cache::Key;
use super::check::Check;
use crate::domain::event::Draft;
use crate::ops::{self, Failure, Stamp};
use crate::store::query::OpenCases;
use crate::store::search::SearchIndex;
use crate::store::view::Preview;
use crate::store::view::search::SearchQuery;
use crate::store::{Ledger, StoreError};
use crate::system;
use crate::text::{Lang, Text};
use crate::ui::data::{Problem, Want};
use crate::ui::desk::Verdict;

pub use drafts::{Change, Found, file as drafts_file};
use guard::Watch;
pub use job::{Job, PaperReply, Payload, Probe, Reply, Viewer};
use opening::info;
use papers::Made;
use read::{load, times};
use reconcile::Lists;
use safety::access_at;
pub use safety::{SafetyJob, SafetyReply};
use way::Wanted;

const QUEUE: usize = 64;
const LOOK: Duration = Duration::from_millis(800);

/// The window's end of the thread.
pub struct Worker {
    jobs: Option<SyncSender<Job>>,
    /// What a person asked for while the queue was full; it goes first once there is room.
    left: RefCell<VecDeque<Job>>,
    replies: Receiver<Reply>,
    stop: Arc<AtomicBool>,
    /// The last search; earlier ones need no answer.
    searched: Arc<Mutex<Option<SearchQuery>>>,
    /// What the window wants now, and what is being read; other values need no answer.
    wanted: Arc<Mutex<Wanted>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; `wake` lets the window look for replies, `words` are those of the window.
    pub fn start(
        wake: Arc<dyn Fn() + Send + Sync>,
        probe: Probe,
        words: fn(Lang) -> Text,
    ) -> std::io::Result<Self> {
        let (jobs, queue) = sync_channel(QUEUE);
        let (answer, replies) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stop_inside = Arc::clone(&stop);
        let searched = Arc::default();
        let wanted = Arc::default();
        let inside = Inside {
            ledger: None,
            check: None,
            jobs: jobs.clone(),
            watch: Watch::default(),
            answer,
            wake,
            stop: stop_inside,
            probe,
            words,
            index: SearchIndex::default(),
            searched: Arc::clone(&searched),
            wanted: Arc::clone(&wanted),
            later: VecDeque::default(),
            open_cases: OpenCases::default(),
            made: None,
            opening: 0,
            papers: 0,
            lists: Lists::default(),
        };
        let thread = std::thread::Builder::new()
            .name("ledger".to_owned())
            .spawn(move || inside.run(&queue))?;
        let left = RefCell::default();
        Ok(Self { jobs: Some(jobs), left, replies, stop, searched, wanted, thread: Some(thread) })
    }

    /// Says what the window wants now: what it does not is not read, or not read on. What it
    /// shows only `beside`, as a number, is read when nothing else is to be done.
    pub fn still_wanted(&self, wants: &[Want], beside: &[Want]) {
        if let Ok(mut wanted) = self.wanted.lock() {
            wanted.now.clear();
            wanted.now.extend_from_slice(wants);
            wanted.beside.clear();
            wanted.beside.extend_from_slice(beside);
            if let Some((reading, stop)) = &wanted.reading
                && !wants.contains(reading)
            {
                stop.stop();
            }
        }
    }

    /// Queues a job; false when the queue is full.
    pub fn try_send(&self, job: Job) -> bool {
        if let Job::Load { want: Want::Search(query), .. } = &job
            && let Ok(mut last) = self.searched.lock()
        {
            *last = Some(query.clone());
        }
        self.send_on() && self.queue(job).is_none()
    }

    /// Queues a job that a person asked for; it waits here while the queue is full.
    pub fn send(&self, job: Job) {
        if job.can_be_stopped() {
            // It can be stopped from now on, begun or not.
            self.stop.store(false, Ordering::Relaxed);
        }
        let full = if self.send_on() { self.queue(job) } else { Some(job) };
        self.left.borrow_mut().extend(full);
    }

    /// Queues what waits here; true when nothing does any more.
    pub fn send_on(&self) -> bool {
        let mut left = self.left.borrow_mut();
        while let Some(job) = left.pop_front() {
            if let Some(job) = self.queue(job) {
                left.push_front(job);
                return false;
            }
        }
        true
    }

    /// Gives the job back when the queue is full.
    fn queue(&self, job: Job) -> Option<Job> {
        self.give_way(&job);
        match self.jobs.as_ref()?.try_send(job) {
            Err(TrySendError::Full(job)) => Some(job),
            // A thread that has ended takes nothing any more.
            Ok(()) | Err(TrySendError::Disconnected(_)) => None,
        }
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
        self.give_way(&Job::Close);
        if let Some(jobs) = self.jobs.take() {
            // The worker has room again at the latest when its present job is done.
            for job in self.left.take().into_iter().chain([Job::Close]) {
                jobs.send(job).ok();
            }
        }
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            debug_assert!(ended.is_ok(), "the worker catches its panics");
        }
    }
}

/// The thread's end.
struct Inside {
    ledger: Option<Ledger>,
    check: Option<Check>,
    jobs: SyncSender<Job>,
    watch: Watch,
    answer: Sender<Reply>,
    wake: Arc<dyn Fn() + Send + Sync>,
    stop: Arc<AtomicBool>,
    probe: Probe,
    words: fn(Lang) -> Text,
    index: SearchIndex,
    searched: Arc<Mutex<Option<SearchQuery>>>,
    wanted: Arc<Mutex<Wanted>>,
    /// What is read once nothing else is to be done.
    later: VecDeque<(Key, Want)>,
    open_cases: OpenCases,
    /// The paper that is looked at.
    made: Option<Made>,
    /// How many ledgers were opened: a verification is about one of them.
    opening: u64,
    /// How many papers were made to be looked at.
    papers: u64,
    /// Files of cash office and bank that were read beside.
    lists: Lists,
}

/// Nobody listens any more only while the program ends.
fn tell(answer: &Sender<Reply>, wake: &(dyn Fn() + Send + Sync), reply: Reply) {
    if answer.send(reply).is_ok() {
        wake();
    }
}

impl Inside {
    fn run(mut self, queue: &Receiver<Job>) {
        let (mut indexing, mut worked) = (true, false);
        loop {
            let wait = if indexing || !self.later.is_empty() { Duration::ZERO } else { LOOK };
            let job = match queue.recv_timeout(wait) {
                Ok(Job::Close) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(job) => match self.put_off(job) {
                    None => continue,
                    job => job,
                },
                Err(RecvTimeoutError::Timeout) => self.read_later(),
            };
            if job.is_some() || indexing {
                worked = true;
            } else if std::mem::take(&mut worked) {
                self.ledger.iter().for_each(Ledger::give_back_memory);
                system::give_back_memory();
            }
            let in_vain = |job: &Job| Reply::in_vain(job, Problem::Defect);
            let in_vain = job.as_ref().map_or(Reply::Defect, in_vain);
            let done = catch_unwind(AssertUnwindSafe(|| match job {
                Some(job) => {
                    (self.probe)(job.name());
                    self.carry_out(job);
                    true
                }
                None if indexing => self.index(),
                None => {
                    self.look(false);
                    self.has_more()
                }
            }));
            indexing = done.unwrap_or_else(|_| {
                self.reopen();
                self.reply(in_vain);
                false
            });
        }
    }

    fn reply(&self, reply: Reply) {
        tell(&self.answer, &*self.wake, reply);
    }

    fn changed(&self, followed: bool) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        if let Ok(info) = info(ledger) {
            self.reply(Reply::Changed { info: Box::new(info), followed });
        }
    }

    fn carry_out(&mut self, job: Job) {
        if let Some(problem) = self.out_of_reach(&job) {
            self.reply(Reply::in_vain(&job, problem));
            return;
        }
        match job {
            Job::Open(source) => self.open(source),
            Job::Load { key, want: Want::Search(query) } => self.search(key, query),
            Job::Load { key, want: want @ (Want::Paper(..) | Want::Page(_)) } => {
                self.look_at_paper(key, want);
            }
            Job::Load { key, want } if reconcile::answers(&want) => self.reconcile(key, want),
            Job::Load { key, want } => self.load(key, want),
            Job::Book { drafts, stamp } => self.book(&drafts, &stamp),
            Job::Take { drafts, stamp } => self.take(&drafts, &stamp),
            Job::Found { path, drafts, stamp } => {
                self.opened(opening::found(&path, &drafts, &stamp));
            }
            Job::SaveCopy(path) => self.save_copy(path),
            Job::Safety(job) => self.safety(job),
            Job::Print { order, key, path, viewer } => {
                self.write_paper(&order, &key, path, viewer);
            }
            Job::Statements { lang, key, folder, issuer } => {
                self.write_statements(lang, &key, (folder, issuer));
            }
            Job::Issue { order, issuer, stamp } => self.issue(&order, &issuer, &stamp),
            Job::SaveIssued { seq, path, viewer } => self.write_issued(seq, path, viewer),
            Job::CheckPaper(path) => self.check_paper(path),
            Job::ReadDrawing(path) => self.read_drawing(&path),
            Job::CheckAnchor(head) => self.check_anchor(head),
            Job::KeepCash(file) => self.lists.cash = file,
            Job::KeepBank(read) => self.lists.bank = read,
            Job::BookCash { serial, shown, person, stamp } => {
                self.book_cash((serial, &shown), person, &stamp);
            }
            job @ (Job::KeepTakeover(_) | Job::BookTakeover { .. } | Job::Form { .. }) => {
                self.take_list_over(job);
            }
            Job::Template(year, path) => self.write_template(year, path),
            Job::PrintCompared { seen, path, viewer } => self.print_compared(&seen, path, viewer),
            Job::SaveList { file, key, path, text } => self.save_list(&file, &key, path, &text),
            Job::CopyList { file, key, text } => self.copy_list(&file, &key, &text),
            // Settings are comfort: a folder that cannot be written costs nothing else.
            Job::KeepSettings { path, content } => {
                drafts::write(&path, content.as_bytes()).ok();
            }
            Job::ReadDrafts { folder, ledger } => {
                let found = drafts::read(&folder, ledger.as_ref(), self.ledger.as_ref());
                self.reply(Reply::Drafts(found));
            }
            Job::KeepDraft { file, change } => {
                let kept = drafts::change(&file, change);
                self.reply(Reply::DraftKept(kept.map_err(store)));
            }
            Job::Try { ticket, sketch, proposal, stamp } => {
                let (preview, verdict) = self.try_out(sketch.as_deref(), proposal, &stamp);
                self.reply(Reply::Tried { ticket, preview, verdict });
            }
            Job::LookAgain => self.look(true),
            Job::Checked(opening, found) => self.checked(opening, found),
            Job::Close => {}
        }
    }

    /// Reads a value, unless the window goes elsewhere meanwhile.
    fn load(&mut self, key: Key, want: Want) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let is_wanted = |wanted: &Wanted| wanted.now.contains(&want);
        let go_on = || self.wanted.lock().is_ok_and(|wanted| is_wanted(&wanted));
        let begun = self.wanted.lock().is_ok_and(|mut wanted| {
            let begun = is_wanted(&wanted);
            ledger.read_again();
            wanted.reading = begun.then(|| (want.clone(), ledger.stop_reading()));
            begun
        });
        if !begun {
            return;
        }
        let payload = load((ledger, &key), &want, &mut self.open_cases, &go_on);
        let stopped = matches!(payload, Err(StoreError::Cancelled));
        // From here on nothing is stopped: the next job may write.
        let wanted = self.wanted.lock().is_ok_and(|mut wanted| {
            wanted.reading = None;
            ledger.read_again();
            is_wanted(&wanted)
        });
        if wanted && stopped {
            // It gave way to something else; or it is wanted again, and was asked for again.
            self.later.push_back((key, want));
        } else if wanted {
            let payload = Box::new(payload.map_err(store));
            self.reply(Reply::Loaded { key, want, payload });
        }
    }

    /// What an entry would change, and whether it would be booked; nothing is written. While the
    /// file is busy nothing is said.
    fn try_out(
        &self,
        sketch: Option<&Draft>,
        proposal: Option<Box<Draft>>,
        stamp: &Stamp,
    ) -> (Option<Preview>, Option<Verdict>) {
        let Some(ledger) = self.ledger.as_ref() else { return (None, None) };
        let preview = sketch.and_then(|draft| ops::preview(ledger, draft).ok());
        let verdict = proposal.and_then(|draft| {
            match ops::rehearse(ledger, std::slice::from_ref(&*draft), stamp) {
                Ok(()) => Some(Verdict::Good),
                Err(Failure::Refused { refusal, .. }) => Some(Verdict::Refused(*refusal)),
                Err(Failure::Store(_)) => None,
            }
        });
        (preview, verdict)
    }

    fn opened(&mut self, opened: Result<Ledger, Problem>) {
        let reply = opened.and_then(|ledger| {
            let info = info(&ledger).map_err(store)?;
            self.check = None;
            self.opening += 1;
            self.watch = Watch::of(&ledger);
            self.ledger = Some(ledger);
            self.index = SearchIndex::default();
            self.open_cases = OpenCases::default();
            self.made = None;
            self.lists = Lists::default();
            Ok(Box::new(info))
        });
        let good = reply.is_ok();
        self.reply(Reply::Opened(reply));
        if good && let Err(error) = self.start_check() {
            self.lose(error);
        }
        self.tell_newest();
    }

    fn book(&mut self, drafts: &[Draft], stamp: &Stamp) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        let booked = ops::book(ledger, drafts, stamp).map_err(failure);
        let kind = drafts.first().map(|draft| draft.body.kind());
        let uid = drafts.first().map(|draft| draft.uid);
        let first = booked.map(|seqs| seqs.first().copied());
        self.changed(false);
        let booked = match (first, kind) {
            (Ok(Some(seq)), Some(kind)) => Ok((kind, seq)),
            (Ok(_), _) => Err(Problem::Defect),
            (Err(problem), _) => Err(problem),
        };
        self.reply(Reply::Booked { uid, booked });
    }

    /// Takes several steps in one transaction, and says at which one it stopped.
    fn take(&mut self, drafts: &[Draft], stamp: &Stamp) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        let taken = ops::book(ledger, drafts, stamp);
        self.changed(false);
        let kind = drafts.first().map(|draft| draft.body.kind());
        self.reply(Reply::Taken(match taken {
            Ok(seqs) => kind.map(|kind| (kind, seqs)).ok_or((0, Problem::Defect)),
            Err(Failure::Refused { index, refusal }) => Err((index, Problem::Refused(*refusal))),
            Err(Failure::Store(error)) => Err((0, store(error))),
        }));
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

#[cfg(test)]
mod tests {

    use std::sync::atomic::AtomicUsize;

    use super::*;

    #[test]
    fn what_a_person_asked_for_is_done_also_when_the_queue_was_full() {
        let (gate, done) = (Arc::new(Mutex::new(())), Arc::new(AtomicUsize::new(0)));
        let (inside, counted) = (Arc::clone(&gate), Arc::clone(&done));
        let probe = move |job: &'static str| {
            drop(inside.lock().unwrap());
            counted.fetch_add(usize::from(job == "look_again"), Ordering::Relaxed);
        };
        let worker = Worker::start(Arc::new(|| {}), Arc::new(probe), Text::new).unwrap();
        let held = gate.lock().unwrap();
        for _ in 0..3 * QUEUE {
            worker.send(Job::LookAgain);
        }
        assert!(!worker.send_on(), "more is left than the queue holds");
        assert!(!worker.try_send(Job::LookAgain), "what was asked for first goes first");
        drop(held);
        drop(worker);
        assert_eq!(done.load(Ordering::Relaxed), 3 * QUEUE);
    }
}
