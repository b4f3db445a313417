//! Carries out what people wish.

use std::path::Path;
use std::task::Poll;

use eframe::egui;

use super::cache::Key;
use super::picker::{Picking, Purpose, Question};
use super::worker::Job;
use super::{App, Shelf, VERSION, founding, start};
use crate::domain::event::Draft;
use crate::domain::{FileNumber, Kind};
use crate::ops::Stamp;
use crate::ui::action::{Action, Ask, Place};
use crate::ui::data::{Booking, Outcome, Taking};
use crate::ui::dialog::Dialog;
use crate::ui::manual::Chapter;
use crate::ui::palette::Palette;
use crate::ui::route::Route;
use crate::ui::widget::list::ListFile;
use crate::ui::widget::{focus, region};

/// So many screens can be gone back.
const STEPS_BACK: usize = 30;

impl App {
    pub(super) fn carry_out(&mut self, action: Action, ctx: &egui::Context, frame: &eframe::Frame) {
        self.forget_hindrance();
        match action {
            Action::Go(route) => self.visit(ctx, route, false),
            Action::Begin(route) => self.begin(ctx, route),
            Action::Arrive(route) => self.visit(ctx, route, true),
            Action::Narrow(route, narrowed) => {
                self.screens.narrow(&route, narrowed);
                self.visit(ctx, route, false);
            }
            Action::Back => self.go_back(ctx),
            Action::Search(words) => self.palette = Some(Palette::new(words)),
            Action::CloseSearch => self.palette = None,
            Action::Focus(_) | Action::Region { .. } => self.lead_keyboard(&action, ctx),
            Action::NotNow(why) => self.state.outcome = Some(Outcome::NotNow(why)),
            Action::SetAsOf(day) => self.state.as_of = day,
            // A form rests on everything that is known, also when the bar was left for it.
            Action::SetKnown(known) if self.dialog.is_some() => self.keeper.know_later(known),
            // An extract has one Datenstand.
            Action::SetKnown(_) if self.is_extract() => {}
            Action::SetKnown(known) => self.state.known = known,
            Action::SetPerson(person) => {
                self.forget_kept();
                self.state.person = Some(person);
            }
            Action::SetLanguage(_)
            | Action::SetPaperLanguage(_)
            | Action::SetTheme(_)
            | Action::SetZoom(_) => self.set(&action, ctx),
            Action::Open(ask) => self.open_asked(ask),
            Action::CloseDialog => self.close_form(),
            Action::DiscardForm => self.discard_form(),
            Action::ResumeForm(uid) => self.resume(uid),
            Action::DropDraft(uid) => self.drop_draft(uid),
            Action::RestoreDraft => self.restore_draft(),
            Action::DismissDrafts => self.state.desk.hint = false,
            Action::DismissReport => self.state.report = None,
            Action::LookAgain => self.worker.send(Job::LookAgain),
            Action::Book(drafts) => self.book(drafts),
            Action::Take(drafts) => self.take(drafts),
            Action::KeepStep(key, typed) => self.type_step(key, typed),
            Action::DismissTaking => self.dismiss_taking(),
            Action::StopCopy => self.worker.stop_copy(),
            Action::DismissNotice => self.read_notice(),
            Action::DismissNews => self.read_news(),
            Action::DismissOutcome => self.state.outcome = None,
            Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Action::OpenSample => {
                let folder = self.shelf.folder().map(Path::to_owned);
                self.open(super::Source::Sample(folder));
            }
            Action::OpenFile(path) => self.open(super::Source::File(path)),
            Action::CopyList(file) => self.copy_list(file),
            Action::RowsCopied(count) => self.state.outcome = Some(Outcome::ListCopied(count)),
            Action::Safety(action) => self.safety(&action, ctx, frame),
            Action::Paper(action) => self.paper(action, frame),
            Action::Reconcile(action) => self.reconcile(action, ctx, frame),
            Action::OpenLedger
            | Action::SaveCopy
            | Action::Found(_)
            | Action::PrintStatement(..)
            | Action::PrintProgramme(_)
            | Action::SaveList(_) => self.ask_for_file(action, frame),
        }
        // A wish may need something new to be read: the next frame asks for it.
        ctx.request_repaint();
    }

    /// Why the last command could not be given is no news once another one is.
    fn forget_hindrance(&mut self) {
        if matches!(self.state.outcome, Some(Outcome::NotNow(_))) {
            self.state.outcome = None;
        }
    }

    /// Puts the keyboard into a place or region of the window.
    fn lead_keyboard(&mut self, action: &Action, ctx: &egui::Context) {
        match action {
            Action::Focus(to) => focus::into(ctx, *to),
            Action::Region { back } => region::go_on(ctx, *back),
            _ => {}
        }
        if matches!(action, Action::Focus(Place::Settings)) {
            self.leave_origin();
        } else {
            self.aim_keyboard(ctx);
        }
    }

    /// Changes how the window looks and speaks, and remembers it.
    fn set(&mut self, action: &Action, ctx: &egui::Context) {
        match action {
            Action::SetLanguage(lang) => {
                let other = self.state.text.lang() != *lang;
                if let Some(dialog) = self.dialog.as_mut().filter(|_| other) {
                    dialog.reword();
                }
                self.state.text = start::worded((self.words)(*lang), self.state.ledger.as_ref());
                self.state.settings.set_language(*lang);
            }
            Action::SetPaperLanguage(lang) => self.state.settings.paper_language = *lang,
            Action::SetTheme(theme) => self.state.settings.theme = *theme,
            Action::SetZoom(zoom) => self.state.settings.zoom = *zoom,
            _ => {}
        }
        self.look_as_set(ctx);
    }

    /// True while the open file is the extract for a recipient.
    pub(super) fn is_extract(&self) -> bool {
        self.state.ledger.as_ref().is_some_and(|ledger| ledger.extract.is_some())
    }

    /// Says that an extract has no such thing.
    fn not_in_extract(&mut self, key: &str) {
        self.state.outcome = Some(Outcome::NotNow(self.state.text.get(key)));
    }

    fn open_asked(&mut self, ask: Ask) {
        if self.is_extract() {
            return self.not_in_extract("extract-only");
        }
        let uid = uuid::Uuid::new_v4().into_bytes();
        self.open_dialog(|app| Some(Dialog::open(ask, uid, &app.state.context(&app.actions))));
    }

    fn look_as_set(&self, ctx: &egui::Context) {
        self.state.settings.show(ctx);
        self.keep_settings();
    }

    fn read_notice(&mut self) {
        self.state.notice = false;
        self.state.settings.notice_read = true;
        self.keep_settings();
    }

    /// Goes to a screen, there to go on with the next step or only to look.
    pub(super) fn visit(&mut self, ctx: &egui::Context, route: Route, to_go_on: bool) {
        self.leave_origin();
        if to_go_on {
            focus::arrive(ctx);
        } else {
            focus::stay(ctx);
        }
        let before = self.state.route.clone();
        self.go(route);
        if !before.same_screen(&self.state.route) {
            focus::begin(ctx);
        }
    }

    /// Goes to a screen and begins there, also where it is open already.
    fn begin(&mut self, ctx: &egui::Context, route: Route) {
        self.visit(ctx, route, false);
        focus::begin(ctx);
    }

    /// Goes to a screen; another one can be left again by going back.
    pub(super) fn go(&mut self, route: Route) {
        let extract = self.state.ledger.as_ref().and_then(|ledger| ledger.extract.as_ref());
        if extract.is_some_and(|extract| !extract.has(&route)) {
            return self.not_in_extract("extract-only");
        }
        self.forget_kept();
        self.close_form();
        if matches!(route, Route::Help(Chapter::News)) {
            self.read_news();
        }
        let stays = route.same_screen(&self.state.route);
        let left = std::mem::replace(&mut self.state.route, route);
        if !stays {
            self.state.before.push(left);
            if self.state.before.len() > STEPS_BACK {
                self.state.before.remove(0);
            }
        }
    }

    fn go_back(&mut self, ctx: &egui::Context) {
        if let Some(route) = self.state.before.pop() {
            self.leave_origin();
            focus::begin(ctx);
            self.state.route = route;
        }
    }

    fn read_news(&mut self) {
        self.state.settings.news_read = Some(VERSION.to_owned());
        self.keep_settings();
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp::new((self.clock)(), self.login.clone())
    }

    fn book(&mut self, drafts: Vec<Draft>) {
        if !matches!(self.state.booking, Booking::Running) {
            self.state.booking = Booking::Running;
            self.keeper.case = case_of(&drafts);
            self.keeper.opens = self.opens_case(&drafts);
            self.keeper.take(&drafts);
            let stamp = self.stamp();
            self.worker.send(Job::Book { drafts, stamp });
        }
    }

    /// True for a new application that the page of its case can show at the Stichtag.
    fn opens_case(&self, drafts: &[Draft]) -> bool {
        let is_new = |draft: &Draft| draft.body.kind() == Kind::ApplicationReceived;
        drafts.iter().all(|draft| is_new(draft) && draft.effective_on <= self.state.as_of)
    }

    /// What is opened at the next start; the sample of the program's own folder is opened anyway
    /// when there is nothing else.
    pub(super) fn remember(&mut self, path: &Path) {
        if path.parent() != self.shelf.folder() {
            self.state.settings.opened(path);
            self.keep_settings();
        }
    }

    pub(super) fn keep_settings(&self) {
        if let Shelf::File(path) = &self.shelf {
            let content = self.state.settings.to_json();
            self.worker.send(Job::KeepSettings { path: path.clone(), content });
        }
    }

    fn dismiss_taking(&mut self) {
        if matches!(self.state.taking, Taking::Refused { .. }) {
            self.state.taking = Taking::Idle;
        }
    }

    /// Each click is a new wish: a draft that was refused is never taken for a repetition.
    fn take(&mut self, mut drafts: Vec<Draft>) {
        if matches!(self.state.taking, Taking::Running) || drafts.is_empty() {
            return;
        }
        for draft in &mut drafts {
            draft.uid = uuid::Uuid::new_v4().into_bytes();
        }
        self.state.taking = Taking::Running;
        self.keeper.case = case_of(&drafts);
        self.keeper.take(&drafts);
        let stamp = self.stamp();
        self.worker.send(Job::Take { drafts, stamp });
    }

    pub(super) fn ask_for_file(&mut self, action: Action, frame: &eframe::Frame) {
        if self.picking.is_some() {
            return;
        }
        let text = &self.state.text;
        let ledger = |title: &str, name: Option<String>| Question {
            title: text.get(title),
            filter: text.get("app-file-ledger"),
            extension: "foerderbuch",
            save: name,
            folder: self.folder(),
            whole_folder: false,
            several: false,
        };
        let as_of = self.state.as_of.to_string();
        let (question, purpose) = match action {
            Action::OpenLedger => (ledger("app-open", None), Purpose::Open),
            Action::SaveCopy => {
                let name = text.format("app-copy-name", &[("file", self.stem())]);
                (ledger("app-save-copy", Some(name)), Purpose::Copy)
            }
            Action::Found(founding) => {
                let name = [founding.guideline.as_str(), ".foerderbuch"].concat();
                (ledger("app-new", Some(name)), Purpose::Found(founding))
            }
            Action::SaveList(file) => {
                let question = Question {
                    title: text.get("list-save"),
                    filter: text.get("list-file-kind"),
                    extension: "csv",
                    save: Some([&file.name, " ", &as_of].concat()),
                    folder: None,
                    whole_folder: false,
                    several: false,
                };
                (question, Purpose::List(file))
            }
            Action::Safety(_) => {
                let folder = self.backup_folder();
                (Question { folder, ..ledger("restore-choose", None) }, Purpose::Backup)
            }
            Action::Reconcile(action) => match self.ask_for_list(action) {
                Some(asked) => asked,
                None => return,
            },
            other => match self.ask_for_paper(other) {
                Some(asked) => asked,
                // Nothing else asks for a file.
                None => return,
            },
        };
        let future = (self.picker)(question, frame);
        self.picking = Some(Picking { future, purpose });
    }

    fn copy_list(&mut self, file: Box<ListFile>) {
        self.state.outcome = Some(Outcome::ListCopying(0));
        let (key, text) = (Key::of(&self.state), self.state.text.clone());
        self.worker.send(Job::CopyList { file, key, text });
    }

    fn folder(&self) -> Option<std::path::PathBuf> {
        let path = self.state.ledger.as_ref()?.path.as_ref()?;
        path.parent().map(Into::into)
    }

    /// Where the backups lie, once there are any.
    fn backup_folder(&self) -> Option<std::path::PathBuf> {
        let path = self.state.ledger.as_ref()?.path.as_ref()?;
        let folder = crate::store::backup::folder_of(path);
        if folder.is_dir() { Some(folder) } else { self.folder() }
    }

    fn stem(&self) -> String {
        let path = self.state.ledger.as_ref().and_then(|ledger| ledger.path.as_ref());
        let stem = path.and_then(|path| path.file_stem());
        stem.map_or_else(|| "foerderbuch".to_owned(), |stem| stem.to_string_lossy().into_owned())
    }

    /// Looks whether the person has chosen a file; never waits.
    pub(super) fn poll_picking(&mut self, ctx: &egui::Context) {
        let Some(picking) = &mut self.picking else { return };
        let Poll::Ready(chosen) = picking.poll(ctx) else { return };
        let purpose = self.picking.take().map(|picking| picking.purpose);
        let Some(purpose) = purpose else { return };
        let Some(path) = chosen.first().cloned() else { return };
        match purpose {
            Purpose::Open => self.open(super::Source::File(path)),
            Purpose::Copy => {
                self.state.outcome = Some(Outcome::Copying(0));
                self.worker.send(Job::SaveCopy(path));
            }
            Purpose::Found(wish) => {
                self.state.booking = Booking::Running;
                let stamp = self.stamp();
                let drafts = founding::drafts(&wish, &stamp, self.state.today);
                self.worker.send(Job::Found { path, drafts, stamp });
            }
            Purpose::List(file) => {
                self.state.outcome = Some(Outcome::ListSaving(0));
                let (key, text) = (Key::of(&self.state), self.state.text.clone());
                self.worker.send(Job::SaveList { file, key, path, text });
            }
            Purpose::Backup => self.inspect(path),
            Purpose::Papers(purpose) => self.paper_file(purpose, path),
            Purpose::Lists(purpose) => self.list_file(purpose, chosen, ctx),
        }
    }
}

/// The one case that all entries are about.
fn case_of(drafts: &[Draft]) -> Option<FileNumber> {
    let mut all = drafts.iter().map(|draft| draft.body.grants().first().copied().cloned());
    let first = all.next()??;
    all.all(|case| case.as_ref() == Some(&first)).then_some(first)
}
