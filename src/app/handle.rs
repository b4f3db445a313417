//! What the actions of screens and dialogs do.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::{Frame, egui};

use super::App;
use super::job::{Job, Paper};
use super::picker::{Picker, Purpose, Words};
use crate::domain::body::{Enrolment, ProgrammeFounded};
use crate::domain::event::Draft;
use crate::domain::rule::Role;
use crate::domain::{Body, PersonNo, RecipientKey};
use crate::store::StoreError;
use crate::text::{Lang, Text};
use crate::ui::action::{Action, Ask};
use crate::ui::data::{Booking, Known, Outcome, Problem};
use crate::ui::dialog::{Dialog, Founding};

impl App {
    /// Does what a screen or dialog wishes.
    pub(super) fn handle(&mut self, action: Action, ctx: &egui::Context, frame: &Frame) {
        match action {
            Action::Go(route) => self.route = route,
            Action::SetAsOf(day) => {
                self.as_of = day;
                self.cache.renew();
            }
            Action::SetKnown(known) => self.set_known(known),
            Action::SetPerson(person) => self.person = Some(person),
            Action::SetLanguage(lang) => self.set_language(lang),
            Action::SetTheme(theme) => {
                self.settings.set_theme(theme);
                self.apply_settings(ctx);
                self.remember();
            }
            Action::SetZoom(zoom) => {
                self.settings.zoom = zoom.clamp(100, 200);
                self.apply_settings(ctx);
                self.remember();
            }
            Action::Open(ask) => self.open_dialog(ask),
            Action::CloseDialog => {
                self.dialog = None;
                self.booking = Booking::Idle;
            }
            Action::Book(drafts) => {
                if !matches!(self.booking, Booking::Running) {
                    self.booking = Booking::Running;
                    self.worker.ask(Job::Book(drafts));
                }
            }
            Action::StopCopy => {
                if let Some(stop) = &self.copy_stop {
                    stop.store(true, Ordering::Relaxed);
                }
            }
            Action::OpenSample => {
                let folder = self.folder.clone().unwrap_or_default();
                self.worker.ask(Job::OpenSample(folder.join("beispiel.foerderbuch")));
            }
            Action::DismissNotice => {
                self.settings.notice_read = true;
                self.remember();
            }
            Action::DismissOutcome => self.outcome = None,
            Action::Found(founding) => self.pick(Purpose::Found(founding), ctx, frame),
            Action::OpenLedger => self.pick(Purpose::Open, ctx, frame),
            Action::SaveCopy => self.pick(Purpose::Copy, ctx, frame),
            Action::PrintStatement(key) => {
                self.pick(Purpose::Print(Paper::Statement(key)), ctx, frame);
            }
            Action::PrintProgramme => self.pick(Purpose::Print(Paper::Programme), ctx, frame),
        }
        // What an action changed is asked for and painted without waiting for the mouse.
        ctx.request_repaint();
    }

    fn set_known(&mut self, known: Known) {
        self.known = known;
        self.cache.renew();
    }

    fn set_language(&mut self, lang: Lang) {
        self.text = Text::new(lang);
        lang.code().clone_into(&mut self.settings.language);
        self.remember();
    }

    fn open_dialog(&mut self, ask: Ask) {
        let uid = *uuid::Uuid::new_v4().as_bytes();
        self.booking = Booking::Idle;
        let dialog = Dialog::open(ask, uid, &self.context());
        self.dialog = Some(dialog);
    }

    fn pick(&mut self, purpose: Purpose, ctx: &egui::Context, frame: &Frame) {
        if self.picker.is_some() {
            return;
        }
        let words = self.words(&purpose);
        self.picker = Picker::open(purpose, &words, ctx, Some(frame));
        if self.picker.is_none() {
            self.outcome = Some(Outcome::Failed(Problem::Defect));
        }
    }

    fn words(&self, purpose: &Purpose) -> Words {
        let (title, filter, name) = match purpose {
            Purpose::Open => ("app-pick-open", "app-pick-ledger", None),
            Purpose::Found(_) => {
                ("app-pick-found", "app-pick-ledger", Some("programm.foerderbuch".to_owned()))
            }
            Purpose::Copy => {
                let head = self.info.as_ref().map_or(0, |info| info.head.seq);
                let name = format!("kopie-{}-{head}.foerderbuch", self.today());
                ("app-pick-copy", "app-pick-ledger", Some(name))
            }
            Purpose::Print(Paper::Statement(key)) => {
                let name = format!("statement-{key}-{}.pdf", self.as_of);
                ("app-pick-print", "app-pick-paper", Some(name))
            }
            Purpose::Print(Paper::Programme) => {
                let name = format!("programme-{}.pdf", self.as_of);
                ("app-pick-print", "app-pick-paper", Some(name))
            }
        };
        Words { title: self.text.get(title), filter: self.text.get(filter), name }
    }

    /// Does what the file of a closed file dialog is for.
    pub(super) fn take_in_choice(&mut self) {
        let Some((purpose, chosen)) = self.picker.as_ref().and_then(Picker::poll) else { return };
        self.picker = None;
        let Some(path) = chosen else { return };
        match purpose {
            Purpose::Open => self.worker.ask(Job::Open(path)),
            Purpose::Found(founding) => {
                let drafts = vec![self.founding_draft(founding)];
                self.worker.ask(Job::Found { path: with_extension(path, "foerderbuch"), drafts });
            }
            Purpose::Copy => {
                let stop = Arc::new(AtomicBool::new(false));
                self.copy_stop = Some(Arc::clone(&stop));
                let path = with_extension(path, "foerderbuch");
                self.worker.ask(Job::Copy { path, stop });
            }
            Purpose::Print(paper) => {
                let path = with_extension(path, "pdf");
                let (chosen, lang) = (self.chosen(), self.text.lang());
                self.worker.ask(Job::Print { paper, chosen, lang, path });
            }
        }
    }

    /// The founder gets every role that books, so that the first entries can be made; others
    /// are enrolled afterwards.
    fn founding_draft(&self, founding: Founding) -> Draft {
        let person = PersonNo(1);
        let roles = vec![
            Role::DeskOfficer,
            Role::Approver,
            Role::BudgetOfficer,
            Role::Administrator,
        ];
        let login = Some(self.desk.login.clone());
        Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: RecipientKey::default(),
            effective_on: self.today(),
            actor: person,
            voucher: String::new(),
            reference: None,
            body: Body::ProgrammeFounded(ProgrammeFounded {
                name: founding.name,
                guideline: founding.guideline,
                ceiling_cents: founding.ceiling,
                default_as_of: None,
                sample: false,
                authority: founding.authority,
                person: Enrolment { person, roles, name_hash: String::new(), login },
                notes: Vec::new(),
                source: None,
            }),
            person_name: Some(founding.person),
        }
    }
}

fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}

/// What the end of a copy means to the person.
pub(super) fn copied(result: Result<PathBuf, Problem>) -> Outcome {
    match result {
        Ok(path) => Outcome::Copied(path),
        Err(Problem::Store(error)) if *error == StoreError::Cancelled => Outcome::CopyStopped,
        Err(problem) => Outcome::Failed(problem),
    }
}
