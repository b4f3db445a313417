//! Backups as the person wishes them, and the last one before the program ends.

use std::path::PathBuf;

use eframe::egui::{self, ViewportCommand};

use super::App;
use super::worker::{Job, SafetyJob, SafetyReply};
use crate::store::StoreError;
use crate::system;
use crate::ui::action::Action;
use crate::ui::data::{Outcome, Problem};
use crate::ui::safety::{Closing, Newest, Place, Safety, SafetyAction, Told};

impl App {
    pub(super) fn safety(
        &mut self,
        action: &SafetyAction,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) {
        match action {
            SafetyAction::BackUp => self.back_up(),
            SafetyAction::Drill => {
                self.state.outcome = Some(Outcome::Safety(Told::Drilling));
                self.worker.send(Job::Safety(SafetyJob::Drill));
            }
            SafetyAction::QuitNow => {
                self.end_at_once();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            SafetyAction::ChooseBackup => {
                self.ask_for_file(Action::Safety(SafetyAction::ChooseBackup), frame);
            }
            SafetyAction::Restore => self.restore(),
            SafetyAction::KeepAsItIs => self.state.safety.plan = None,
            SafetyAction::GoOn => self.see(true),
            SafetyAction::CopyHere => {
                self.state.outcome = Some(Outcome::Copying(0));
                let folder = self.shelf.folder().map_or_else(system::local_data_dir, Into::into);
                let backup = self.state.safety.place == Some(Place::Backup);
                let job = match self.state.person.filter(|_| backup) {
                    Some(person) => SafetyJob::RestoreHere(folder, person, self.stamp()),
                    None => SafetyJob::CopyHere(folder),
                };
                self.worker.send(Job::Safety(job));
            }
            SafetyAction::StayOpen => {
                self.worker.stop_copy();
                self.state.safety.closing = Closing::No;
            }
        }
    }

    /// A backup was chosen: what it would mean is shown before anything is done.
    pub(super) fn inspect(&self, path: PathBuf) {
        self.worker.send(Job::Safety(SafetyJob::Inspect(path)));
    }

    fn restore(&mut self) {
        let (Some(plan), Some(person)) = (self.state.safety.plan.take(), self.state.person) else {
            return;
        };
        let stamp = self.stamp();
        self.worker.send(Job::Safety(SafetyJob::Restore(plan.path, person, stamp)));
    }

    fn back_up(&mut self) {
        if matches!(self.state.safety.closing, Closing::No) {
            self.state.outcome = Some(Outcome::Safety(Told::Backing(0)));
        } else {
            self.state.safety.closing = Closing::Running(0);
        }
        self.worker.send(Job::Safety(SafetyJob::BackUp));
    }

    /// The program ends with the next wish to close it, whatever is to be backed up.
    pub(super) fn end_at_once(&mut self) {
        self.worker.stop_copy();
        self.state.safety.closing = Closing::Done;
    }

    pub(super) const fn waits_for_backup(&self) -> bool {
        let told = &self.state.outcome;
        self.state.safety.seeing
            || matches!(self.state.safety.closing, Closing::Running(_))
            || matches!(told, Some(Outcome::Safety(Told::Backing(_) | Told::Drilling)))
    }

    /// Of another ledger other backups count.
    pub(super) fn begin_safety(&mut self, opened: Option<crate::store::view::Head>) {
        let closing = std::mem::take(&mut self.state.safety.closing);
        self.state.safety = Safety { closing, opened, ..Safety::default() };
    }

    /// Compares each state of the ledger that was verified with what was seen of it last.
    fn look_at_state(&mut self) {
        let Some(ledger) = &self.state.ledger else { return };
        let good = ledger.checking.is_none() && ledger.findings.is_empty();
        if good && ledger.path.is_some() && self.state.safety.seen != Some(ledger.head) {
            self.see(false);
        }
    }

    /// Looks whether the ledger goes on from what was seen of it last, and remembers what it is
    /// now; `accept` also where it does not.
    fn see(&mut self, accept: bool) {
        self.state.safety.seen = self.state.ledger.as_ref().map(|ledger| ledger.head);
        self.state.safety.seeing = true;
        let folder = self.shelf.folder().map(Into::into);
        self.worker.send(Job::Safety(SafetyJob::See { folder, accept }));
    }

    /// Whoever closes the window gets a backup first when there is something new.
    pub(super) fn tend_safety(&mut self, ctx: &egui::Context) {
        self.look_at_state();
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        match self.state.safety.closing {
            Closing::Running(_) => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            Closing::No if self.needs_backup() => {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.state.safety.closing = Closing::Running(0);
                self.back_up();
            }
            Closing::No | Closing::Done | Closing::Failed(_) => {}
        }
    }

    /// True when the ledger has entries that no backup has; of a sample only once somebody booked.
    fn needs_backup(&self) -> bool {
        let Some(ledger) = &self.state.ledger else { return false };
        let safety = &self.state.safety;
        let untouched = ledger.programme.sample && safety.opened == Some(ledger.head);
        let saved = match &safety.newest {
            Newest::Unknown => true,
            Newest::None => false,
            Newest::Some(backup) => backup.good && backup.is_of(ledger.head),
        };
        let can_be = ledger.writable && ledger.path.is_some() && self.state.lost.is_none();
        can_be && safety.lets_book() && !saved && !untouched
    }

    pub(super) fn safety_reply(&mut self, ctx: &egui::Context, reply: SafetyReply) {
        let closing = !matches!(self.state.safety.closing, Closing::No);
        match reply {
            SafetyReply::Newest(found) => {
                self.state.safety.newest = found.map_or(Newest::None, Newest::Some);
            }
            SafetyReply::Backing(percent) if closing => {
                self.state.safety.closing = Closing::Running(percent);
            }
            SafetyReply::Backing(percent) => self.tell(Told::Backing(percent)),
            SafetyReply::BackedUp(Ok(_)) if closing => {
                self.end_at_once();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            SafetyReply::BackedUp(Ok(done)) => self.tell(Told::BackedUp(done)),
            SafetyReply::BackedUp(Err(problem)) if is_stop(&problem) => {
                if !closing {
                    self.tell(Told::Stopped);
                }
            }
            SafetyReply::BackedUp(Err(problem)) if closing => {
                self.state.safety.closing = Closing::Failed(problem);
            }
            SafetyReply::Drilled(Ok(None)) => self.tell(Told::Nothing),
            SafetyReply::Drilled(Ok(Some(drill))) => self.tell(
                drill.findings.into_iter().next().map_or(Told::Passed(drill.seq), Told::Failed),
            ),
            SafetyReply::Inspected(Ok(plan)) => self.state.safety.plan = Some(plan),
            SafetyReply::Stands { sight, place } => {
                self.state.safety.seeing = false;
                self.state.safety.sight = sight;
                self.state.safety.place = place;
            }
            SafetyReply::Unseen => self.state.safety.seeing = false,
            SafetyReply::Restored(Ok(done)) => {
                self.see(true);
                self.tell(Told::Restored(done.backup.seq, done.aside.unwrap_or_default()));
            }
            SafetyReply::BackedUp(Err(problem))
            | SafetyReply::Drilled(Err(problem))
            | SafetyReply::Inspected(Err(problem))
            | SafetyReply::Restored(Err(problem)) => self.failed(problem),
        }
    }

    fn tell(&mut self, told: Told) {
        self.state.outcome = Some(Outcome::Safety(told));
    }
}

fn is_stop(problem: &Problem) -> bool {
    matches!(problem, Problem::Store(error) if **error == StoreError::Cancelled)
}
