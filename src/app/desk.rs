//! Keeps what is typed: on the disk a second after it was typed and whenever a form is closed,
//! and asks the ledger what the open form would lead to.

mod steps;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui;

use super::App;
use super::worker::{Change, Found, Job, drafts_file};
use crate::domain::event::Draft;
use crate::domain::task::STEPS;
use crate::domain::{FileNumber, Kind, PersonNo, Seq, Uid};
use crate::store::view::{Head, Preview};
use crate::ui::data::{Booking, Known, Outcome, Problem, Taking};
use crate::ui::desk::{Desk, Keeping, Verdict};
use crate::ui::dialog::{Dialog, KeptForm};
use crate::ui::route::Route;
use crate::ui::widget::focus;

/// So many seconds after the first change a form is written.
const KEEP: f64 = 1.0;
/// So many seconds after the last change the ledger is asked.
const TRY: f64 = 0.15;

/// What was asked about the open form.
#[derive(Debug, Default, PartialEq)]
struct Question {
    sketch: Option<Draft>,
    proposal: Option<Draft>,
    head: Option<Head>,
}

/// What is under way for the open form.
#[derive(Debug, Default)]
pub struct Keeper {
    /// Folder of the drafts; without one they live as long as the window.
    folder: Option<PathBuf>,
    /// Identity and state of the form when it was looked at last.
    seen: Option<(Uid, u64)>,
    /// When it is written.
    due: Option<f64>,
    /// The draft that was dropped last.
    dropped: Option<KeptForm>,
    /// What is typed in the work list and not written yet, and what is being booked of it.
    steps: steps::Steps,
    /// The Datenstand to go back to.
    known: Option<Known>,
    /// The case that is being booked for.
    pub case: Option<FileNumber>,
    /// That case is new: its page opens once it is booked.
    pub opens: bool,
    reading: bool,
    question: Question,
    try_at: Option<f64>,
    ticket: u64,
    answered: u64,
}

impl Keeper {
    /// Keeps drafts in that folder.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// What was dropped cannot be taken back any more.
    pub fn forget(&mut self) {
        self.dropped = None;
    }

    /// The Datenstand that counts again once the form is closed.
    pub const fn know_later(&mut self, known: Known) {
        self.known = Some(known);
    }

    /// True while drafts are read, or the ledger has not answered.
    pub const fn is_waiting(&self) -> bool {
        self.reading || self.try_at.is_some() || self.ticket != self.answered
    }
}

impl App {
    /// After each frame: writes what is due, asks what was typed anew.
    pub(super) fn tend_desk(&mut self, ctx: &egui::Context) {
        let time = ctx.input(|input| input.time);
        self.keep_typing(ctx, time);
        self.keep_steps_in_time(ctx, time);
        self.ask_ledger(ctx, time);
    }

    fn keep_typing(&mut self, ctx: &egui::Context, time: f64) {
        let Some(dialog) = &self.dialog else { return };
        let Some(uid) = dialog.uid() else { return };
        self.state.desk.open = Some(uid);
        let seen = Some((uid, dialog.revision()));
        if self.keeper.seen != seen {
            self.keeper.seen = seen;
            // A refusal is about what stood there: what is chosen otherwise mends it, too.
            if matches!(self.state.booking, Booking::Failed(_)) {
                self.state.booking = Booking::Idle;
            }
            self.keeper.due.get_or_insert(time + KEEP);
        }
        match self.keeper.due {
            Some(due) if due <= time => self.keep_form(),
            Some(due) => ctx.request_repaint_after(Duration::from_secs_f64(due - time)),
            None => {}
        }
    }

    /// Writes the open form as it is now; one in which nothing is typed any more is dropped.
    fn keep_form(&mut self) {
        self.keeper.due = None;
        let Some(dialog) = &self.dialog else { return };
        let kept = dialog.kept(&self.state.context(&self.actions), (self.clock)());
        let uid = dialog.uid();
        match (kept, uid) {
            (Some(form), _) => self.put(form),
            (None, Some(uid)) => drop(self.drop_form(uid)),
            (None, None) => {}
        }
    }

    fn put(&mut self, form: KeptForm) {
        let forms = &mut self.state.desk.forms;
        let before = forms.iter().position(|other| other.uid() == form.uid());
        let before = before.map(|at| forms.remove(at));
        forms.push(form.clone());
        self.state.desk.version += 1;
        // The acting person was changed meanwhile: the draft goes along.
        if let Some(before) = before.filter(|before| before.person() != form.person())
            && let Some(uid) = before.uid()
        {
            self.write(before.person(), Change::Drop(uid));
        }
        self.write(form.person(), Change::Put(Box::new(form)));
    }

    /// Takes a draft off the desk and off the disk.
    fn drop_form(&mut self, uid: Uid) -> Option<KeptForm> {
        let forms = &mut self.state.desk.forms;
        let at = forms.iter().position(|form| form.uid() == Some(uid))?;
        let form = forms.remove(at);
        self.state.desk.version += 1;
        self.write(form.person(), Change::Drop(uid));
        Some(form)
    }

    fn write(&self, person: Option<PersonNo>, change: Change) {
        let Some(folder) = &self.keeper.folder else { return };
        let founding = self.state.ledger.as_ref().map(|ledger| ledger.founding);
        let ledger = founding.as_ref().filter(|_| person.is_some());
        let file = drafts_file(folder, ledger, person);
        self.worker.send(Job::KeepDraft { file, change });
    }

    /// Opens a dialog; the form that was open is kept.
    pub(super) fn open_dialog(&mut self, make: impl FnOnce(&App) -> Option<Dialog>) {
        self.close_form();
        let Some(dialog) = make(self) else {
            self.failed(Problem::Defect);
            return;
        };
        self.state.booking = Booking::Idle;
        self.state.desk.keeping = Keeping::Waiting;
        // What is told of a step in the work list is nothing that a form says.
        self.state.desk.preview = None;
        // A form rests on everything that is known; the chosen Datenstand comes back afterwards.
        if !dialog.is_fixed() {
            self.keeper.known.get_or_insert(self.state.known);
            self.state.known = Known::Latest;
        }
        self.cache.open_form();
        self.dialog = Some(dialog);
    }

    /// Closes the form and keeps what was typed.
    pub(super) fn close_form(&mut self) {
        let Some(dialog) = &self.dialog else { return };
        if dialog.is_typed() {
            self.keep_form();
            self.state.outcome = Some(Outcome::Kept);
        } else if let Some(uid) = dialog.uid() {
            self.drop_form(uid);
        }
        self.clear();
        if let Some(known) = self.keeper.known.take() {
            self.state.known = known;
        }
    }

    /// That a draft was kept is said until the person goes on.
    pub(super) fn forget_kept(&mut self) {
        self.state.outcome.take_if(|outcome| matches!(outcome, Outcome::Kept));
    }

    /// Closes the form and drops what was typed; it can be taken back.
    pub(super) fn discard_form(&mut self) {
        self.keep_form();
        let uid = self.dialog.as_ref().and_then(Dialog::uid);
        if let Some(known) = self.keeper.known.take() {
            self.state.known = known;
        }
        self.clear();
        if let Some(uid) = uid {
            self.drop_draft(uid);
        }
    }

    /// Drops a draft; it can be taken back.
    pub(super) fn drop_draft(&mut self, uid: Uid) {
        if let Some(form) = self.drop_form(uid) {
            self.keeper.dropped = Some(form);
            self.state.outcome = Some(Outcome::Discarded);
        }
    }

    /// Takes back the draft that was dropped last.
    pub(super) fn restore_draft(&mut self) {
        if let Some(form) = self.keeper.dropped.take() {
            self.put(form);
            self.state.outcome = Some(Outcome::Kept);
        }
    }

    /// Goes on with a draft.
    pub(super) fn resume(&mut self, uid: Uid) {
        self.open_dialog(|app| {
            let mut forms = app.state.desk.forms.iter();
            let kept = forms.find(|form| form.uid() == Some(uid))?;
            Dialog::resume(kept, app.state.text.lang())
        });
        self.state.desk.open = Some(uid);
        self.state.desk.hint = false;
    }

    /// A form was booked or refused; it may be closed meanwhile, and another one open.
    pub(super) fn booked(
        &mut self,
        ctx: &egui::Context,
        uid: Option<Uid>,
        booked: Result<(Kind, Seq), Problem>,
    ) {
        let open = self.dialog.as_ref().map(Dialog::uid);
        let is_open = open == Some(uid);
        if is_open || open.is_none() {
            self.state.booking = Booking::Idle;
        }
        match booked {
            Ok((kind, seq)) => {
                let case = self.keeper.case.take();
                let opens = case.clone().filter(|_| std::mem::take(&mut self.keeper.opens));
                self.state.outcome = Some(Outcome::Booked { kind, seq, case });
                self.steps_taken();
                if is_open {
                    self.form_booked();
                    self.show_issued(kind, seq);
                    self.go_on(ctx, kind);
                    if opens.is_some() {
                        self.visit(ctx, Route::Grants(opens), true);
                    }
                } else if let Some(uid) = uid {
                    self.drop_form(uid);
                }
            }
            Err(problem) if is_open => self.state.booking = Booking::Failed(problem),
            Err(problem) => self.failed(problem),
        }
    }

    /// What was refused stays on the screen, with its reason.
    pub(super) fn taken(&mut self, taken: Result<(Kind, Vec<Seq>), (usize, Problem)>) {
        match taken {
            Ok((kind, seqs)) => {
                self.state.taking = Taking::Idle;
                let case = self.keeper.case.take();
                self.state.outcome = Some(Outcome::BookedMany { kind, seqs, case });
                self.steps_taken();
            }
            Err((index, problem)) => self.state.taking = Taking::Refused { index, problem },
        }
    }

    /// A step was taken on the page of its case: the keyboard comes to the next one.
    fn go_on(&mut self, ctx: &egui::Context, kind: Kind) {
        let step = kind == Kind::DrawRequested || STEPS.contains(&kind);
        if step && matches!(self.state.route, Route::Grants(Some(_))) {
            self.leave_origin();
            focus::arrive(ctx);
        }
    }

    /// The form was booked: it is no draft any more, and what was booked shows at once.
    pub(super) fn form_booked(&mut self) {
        if let Some(uid) = self.dialog.as_ref().and_then(Dialog::uid) {
            self.drop_form(uid);
        }
        self.keeper.known = None;
        self.clear();
    }

    fn clear(&mut self) {
        self.dialog = None;
        self.state.booking = Booking::Idle;
        let desk = &mut self.state.desk;
        desk.open = None;
        desk.preview = None;
        desk.verdict = None;
        desk.awaited = false;
        self.keeper.due = None;
        self.keeper.seen = None;
        self.keeper.try_at = None;
        self.keeper.question = Question::default();
        // What is still under way is about a form that is closed.
        self.keeper.answered = self.keeper.ticket;
    }

    /// Lays the drafts of the ledger that was opened on the desk.
    pub(super) fn read_drafts(&mut self) {
        self.state.desk = Desk::default();
        // Nobody books in an extract, and what lies there for its ledger is the ministry's.
        let folder = self.keeper.folder.clone().filter(|_| !self.is_extract());
        let Some(folder) = folder else { return };
        let ledger = self.state.ledger.as_ref().map(|ledger| ledger.founding);
        self.keeper.reading = true;
        self.worker.send(Job::ReadDrafts { folder, ledger });
    }

    pub(super) fn drafts_read(&mut self, found: Found) {
        self.keeper.reading = false;
        let desk = &mut self.state.desk;
        // What was typed while the folder was read is newer.
        let typed = std::mem::take(&mut desk.forms);
        desk.earlier = found.forms.iter().filter_map(KeptForm::uid).collect();
        desk.forms = found.forms;
        desk.forms.retain(|form| typed.iter().all(|newer| newer.uid() != form.uid()));
        desk.forms.extend(typed);
        desk.version += 1;
        for step in found.steps {
            if !self.keeper.steps.is_newer(step.key()) {
                desk.steps.insert(step.key(), step);
            }
        }
        desk.set_aside = found.set_aside;
        desk.booked = found.booked;
        desk.hint = true;
    }

    pub(super) fn draft_kept(&mut self, kept: Result<i64, Problem>) {
        match kept {
            // A draft that was dropped has no time.
            Ok(0) => {}
            Ok(at) => self.state.desk.keeping = Keeping::Kept(at),
            Err(problem) => {
                if self.dialog.is_none() {
                    self.failed(problem.clone());
                }
                self.state.desk.keeping = Keeping::Failed(problem);
            }
        }
    }

    /// What the form, or the step in the work list, would book.
    fn question(&self) -> Question {
        let cx = self.state.context(&self.actions);
        let may = |draft: &&Draft| cx.may_book(draft.body.kind());
        let (sketch, proposal) = match &self.dialog {
            Some(dialog) => (dialog.sketch().cloned(), dialog.proposal().filter(may).cloned()),
            None => (self.screens.sketch(&self.state.route, &cx), None),
        };
        if self.dialog.is_none() && sketch.is_none() {
            return Question::default();
        }
        Question { sketch, proposal, head: cx.ledger.map(|ledger| ledger.head) }
    }

    /// Asks what the form would change and whether it would be booked, once the person pauses.
    fn ask_ledger(&mut self, ctx: &egui::Context, time: f64) {
        let question = self.question();
        if question != self.keeper.question {
            let asks = question != Question::default();
            self.state.desk.verdict = None;
            self.state.desk.awaited = question.proposal.is_some();
            self.keeper.question = question;
            if self.dialog.is_none() {
                self.state.desk.preview = None;
            }
            self.keeper.ticket += 1;
            self.keeper.answered = self.keeper.ticket;
            self.keeper.try_at = asks.then_some(time + TRY);
            ctx.request_repaint_after(Duration::from_secs_f64(TRY));
        }
        if self.keeper.try_at.is_some_and(|at| at <= time) {
            let Question { sketch, proposal, .. } = &self.keeper.question;
            let job = Job::Try {
                ticket: self.keeper.ticket,
                sketch: sketch.clone().map(Box::new),
                proposal: proposal.clone().map(Box::new),
                stamp: self.stamp(),
            };
            // A worker that is busy is asked again in the next frame, which its replies bring.
            if self.worker.try_send(job) {
                self.keeper.try_at = None;
                self.keeper.answered = self.keeper.ticket - 1;
            }
        }
    }

    pub(super) fn tried(
        &mut self,
        ticket: u64,
        preview: Option<Preview>,
        verdict: Option<Verdict>,
    ) {
        if ticket == self.keeper.ticket && self.keeper.answered != ticket {
            self.keeper.answered = ticket;
            self.state.desk.preview = preview;
            self.state.desk.verdict = verdict;
            self.state.desk.awaited = false;
        }
    }
}

impl Drop for App {
    /// What is typed is written before the program ends, also when it ends by a panic.
    fn drop(&mut self) {
        if self.keeper.due.is_some() {
            self.keep_form();
        }
        self.keep_steps();
    }
}
