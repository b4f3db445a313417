//! The running program: glues window and ledger. May use everything but `cli`.
//!
//! One worker thread owns the ledger; `logic` takes what it has read, `ui` paints, and the wishes
//! of a frame are carried out after painting.

mod action;
mod cache;
mod check;
mod day;
mod desk;
mod founding;
mod graphics;
mod keyboard;
mod list_file;
mod papers;
mod picker;
mod reconcile;
mod safety;
mod settings;
mod stale;
mod start;
mod title;
mod typing;
mod window;
mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, ViewportCommand};

use crate::domain::date::berlin_day;
use crate::domain::{Day, PersonNo};
use crate::system;
use crate::text::{Lang, Text};
use crate::ui::action::{Action, Actions};
use crate::ui::command::{self, Above};
use crate::ui::context::Context;
use crate::ui::data::{Booking, Data, Known, LedgerInfo, Outcome, Problem, Taking, Want};
use crate::ui::desk::Desk;
use crate::ui::dialog::Dialog;
use crate::ui::palette::Palette;
use crate::ui::route::Route;
use crate::ui::safety::Safety;
use crate::ui::screen::Screens;
use crate::ui::shell::Shell;
use crate::ui::theme;

use cache::Cache;
use desk::Keeper;
use picker::Picking;
use reconcile::Reader;
use typing::Typing;
use worker::{Reply, Viewer, Worker};

pub use picker::{Pick, Picker, Question};
pub use settings::{Settings, Shelf};
pub use start::{AppError, Source, Start};
pub use window::{Asked, run};
pub use worker::Probe;

/// What is open and chosen; everything that a [`Context`] borrows.
struct State {
    text: Text,
    data: Data,
    ledger: Option<LedgerInfo>,
    failure: Option<Problem>,
    as_of: Day,
    known: Known,
    person: Option<PersonNo>,
    booking: Booking,
    taking: Taking,
    outcome: Option<Outcome>,
    settings: Settings,
    notice: bool,
    today: Day,
    route: Route,
    desk: Desk,
    safety: Safety,
    lost: Option<Problem>,
    report: Option<PathBuf>,
    /// What the screen shows is being read anew, and has been for longer than a moment.
    stale: bool,
    /// Screens that were left, the last one last.
    before: Vec<Route>,
}

/// The version that is running.
const VERSION: &str = env!("CARGO_PKG_VERSION");

impl State {
    /// Language of the papers.
    fn paper(&self) -> Lang {
        self.settings.paper_language.unwrap_or_else(|| self.text.lang())
    }

    /// True when another version than this one ran here last.
    fn is_news(&self) -> bool {
        self.settings.news_read.as_deref().is_some_and(|read| read != VERSION)
    }

    fn context<'a>(&'a self, actions: &'a Actions) -> Context<'a> {
        let persons = self.ledger.as_ref().map(|ledger| ledger.persons.as_slice());
        let person = persons.unwrap_or_default().iter().find(|row| Some(row.person) == self.person);
        Context {
            text: &self.text,
            data: &self.data,
            ledger: self.ledger.as_ref(),
            as_of: self.as_of,
            known: self.known,
            person,
            today: self.today,
            booking: &self.booking,
            taking: &self.taking,
            outcome: self.outcome.as_ref(),
            failure: self.failure.as_ref(),
            paper: self.paper(),
            paper_choice: self.settings.paper_language,
            can_go_back: !self.before.is_empty(),
            news: self.is_news(),
            theme: self.settings.theme,
            zoom: self.settings.zoom,
            recent: &self.settings.recent,
            notice: self.notice,
            desk: &self.desk,
            safety: &self.safety,
            lost: self.lost.as_ref(),
            report: self.report.as_deref(),
            stale: self.stale,
            actions,
        }
    }
}

/// The program.
pub struct App {
    state: State,
    cache: Cache,
    actions: Actions,
    shell: Shell,
    screens: Screens,
    dialog: Option<Dialog>,
    /// What had the keyboard before a dialog opened; it gets it back.
    origin: keyboard::Origin,
    typing: Typing,
    keeper: Keeper,
    palette: Option<Palette>,
    worker: Worker,
    /// A ledger is being opened; the one before is shown until it is.
    opening: bool,
    /// Since when the screen waits for newer figures.
    waits_since: Option<f64>,
    picking: Option<Picking>,
    reader: Reader,
    picker: Picker,
    shelf: Shelf,
    words: fn(Lang) -> Text,
    clock: fn() -> i64,
    login: String,
    viewer: Viewer,
}

impl App {
    /// Starts the worker and shows what it opens; the same for people and for tests.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new(ctx: &egui::Context, start: Start) -> Result<Self, AppError> {
        Self::probed(ctx, start, Arc::new(|_| {}))
    }

    /// As [`App::new`]; the probe is told of each job before it is done.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn probed(ctx: &egui::Context, start: Start, probe: Probe) -> Result<Self, AppError> {
        let Start { source, words, clock, login, shelf, picker, viewer } = start;
        let mut settings = shelf.read();
        // A person who sees the program for the first time has not missed anything.
        settings.news_read.get_or_insert_with(|| VERSION.to_owned());
        theme::apply(ctx);
        ctx.options_mut(|options| {
            // The table of commands has these keys; it keeps the size in the settings.
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        let repaint = ctx.clone();
        let wake = Arc::new(move || repaint.request_repaint());
        let worker = Worker::start(wake, probe, words)
            .map_err(|error| AppError::Window(error.to_string()))?;
        let today = berlin_day(clock());
        let mut app = Self {
            state: State {
                text: words(settings.language()),
                data: Data::default(),
                ledger: None,
                failure: None,
                as_of: today,
                known: Known::Latest,
                person: None,
                booking: Booking::Idle,
                taking: Taking::Idle,
                outcome: None,
                notice: !settings.notice_read,
                settings,
                today,
                route: Route::Overview,
                desk: Desk::default(),
                safety: Safety::default(),
                lost: None,
                report: shelf.folder().and_then(system::take_report),
                stale: false,
                before: Vec::new(),
            },
            cache: Cache::default(),
            actions: Actions::default(),
            shell: Shell::default(),
            screens: Screens::default(),
            dialog: None,
            origin: keyboard::Origin::default(),
            typing: Typing::default(),
            keeper: Keeper::new(shelf.folder().map(|folder| folder.join("drafts"))),
            palette: None,
            worker,
            opening: false,
            waits_since: None,
            picking: None,
            reader: Reader::default(),
            picker,
            shelf,
            words,
            clock,
            login,
            viewer,
        };
        app.state.settings.show(ctx);
        app.open(source);
        Ok(app)
    }

    /// Where the person is.
    #[must_use]
    pub const fn route(&self) -> &Route {
        &self.state.route
    }

    /// Wishes something from outside of the window, as tests do.
    pub fn wish(&self, action: Action) {
        self.actions.send(action);
    }

    /// True while something asked for has not arrived.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        let checking = self.state.ledger.as_ref().is_some_and(|ledger| ledger.checking.is_some());
        self.opening
            || checking
            || self.keeper.is_waiting()
            || matches!(self.state.booking, Booking::Running)
            || matches!(self.state.taking, Taking::Running)
            || self.waits_for_papers()
            || self.waits_for_lists()
            || self.waits_for_backup()
            || (self.state.ledger.is_some() && self.cache.is_waiting(&self.wants().0, &self.state))
    }

    /// Takes what the worker has done.
    fn receive(&mut self, ctx: &egui::Context) {
        while let Some(reply) = self.worker.receive() {
            match reply {
                Reply::Opened(Ok(info)) => self.opened(ctx, *info),
                Reply::Opened(Err(problem)) => self.not_opened(problem),
                Reply::Changed { info, followed } => {
                    self.state.ledger = Some(self.choosable(*info));
                    // What can be read or taken back there is worth more than this word.
                    if followed && self.state.outcome.is_none() {
                        self.state.outcome = Some(Outcome::Followed);
                    }
                }
                Reply::Checking(percent) => {
                    let ledger = self.state.ledger.as_mut();
                    if let Some(checking) = ledger.and_then(|ledger| ledger.checking.as_mut()) {
                        *checking = percent;
                    }
                }
                Reply::Checked(info) => self.checked(*info),
                Reply::Loaded { key, want, payload } => {
                    self.cache.arrived(&mut self.state.data, &key, &want, *payload);
                }
                Reply::Booked { uid, booked } => self.booked(ctx, uid, booked),
                Reply::Taken(taken) => self.taken(taken),
                Reply::Copying(percent) => self.state.outcome = Some(Outcome::Copying(percent)),
                Reply::Copied(Ok(path)) => self.state.outcome = Some(Outcome::Copied(path)),
                Reply::Opening(percent) => self.state.outcome = Some(Outcome::Opening(percent)),
                Reply::CopyStopped => self.state.outcome = Some(Outcome::CopyStopped),
                Reply::Printed(Ok(path)) => self.state.outcome = Some(Outcome::Printed(path)),
                Reply::ListSaving(percent) => {
                    self.state.outcome = Some(Outcome::ListSaving(percent));
                }
                Reply::ListSaved(Ok(path)) => self.state.outcome = Some(Outcome::ListSaved(path)),
                Reply::ListCopying(percent) => {
                    self.state.outcome = Some(Outcome::ListCopying(percent));
                }
                Reply::ListCopied(Ok((content, count))) => {
                    ctx.copy_text(content);
                    self.state.outcome = Some(Outcome::ListCopied(count));
                }
                Reply::ListStopped => self.state.outcome = Some(Outcome::ListStopped),
                Reply::Copied(Err(problem))
                | Reply::ListSaved(Err(problem))
                | Reply::ListCopied(Err(problem))
                | Reply::Printed(Err(problem)) => self.failed(problem),
                Reply::Papers(reply) => self.paper_reply(reply),
                Reply::Safety(reply) => self.safety_reply(ctx, reply),
                reply @ (Reply::CashBooked(_) | Reply::TakenOver(_)) => self.list_booked(reply),
                Reply::Lost(problem) => self.state.lost = Some(problem),
                Reply::Back(info) => self.back(*info),
                Reply::Drafts(found) => self.drafts_read(found),
                Reply::DraftKept(kept) => self.draft_kept(kept),
                Reply::Tried { ticket, preview, verdict } => self.tried(ticket, preview, verdict),
                Reply::Defect => {
                    self.state.booking = Booking::Idle;
                    self.state.taking = Taking::Idle;
                    self.failed(Problem::Defect);
                }
            }
        }
    }

    fn failed(&mut self, problem: Problem) {
        self.state.outcome = Some(Outcome::Failed(problem));
    }

    /// The file is there again: everything is read anew.
    fn back(&mut self, info: LedgerInfo) {
        self.state.ledger = Some(self.choosable(info));
        self.state.lost = None;
        self.state.outcome = Some(Outcome::Back);
        self.cache = Cache::default();
    }

    fn opened(&mut self, ctx: &egui::Context, info: LedgerInfo) {
        self.opening = false;
        let info = self.choosable(info);
        // What was marked, counted or dropped in the ledger before means nothing in this one.
        self.screens = Screens::default();
        self.reader = Reader::default();
        self.keeper.forget();
        self.keep_steps();
        self.begin_safety(Some(info.head));
        self.state.outcome = None;
        if self.dialog.as_ref().is_some_and(Dialog::founds) {
            self.form_booked();
        } else {
            self.close_form();
        }
        let state = &mut self.state;
        state.lost = None;
        state.data = Data::default();
        self.cache = Cache::default();
        let made = info.extract.as_ref().map(|_| info.head.recorded_at);
        state.as_of = info.programme.first_day(made, state.today);
        state.known = Known::Latest;
        state.person = start::default_person(&info);
        state.failure = None;
        state.booking = Booking::Idle;
        state.taking = Taking::Idle;
        let first = info.extract.as_ref().and_then(|extract| extract.screens().into_iter().next());
        state.route = first.unwrap_or_default();
        state.before.clear();
        self.palette = None;
        if let Some(path) = &info.path {
            let title = title::of(&state.text, Some(path));
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
            self.remember(path);
        }
        self.state.ledger = Some(info);
        self.read_drafts();
    }

    /// The verification is over; figures of a ledger with findings are taken away.
    fn checked(&mut self, info: LedgerInfo) {
        if !info.findings.is_empty() {
            self.state.data = Data::default();
            self.cache = Cache::default();
        }
        self.state.ledger = Some(self.choosable(info));
    }

    /// In the sample everybody may be chosen; elsewhere who is enrolled for this login.
    fn choosable(&mut self, mut info: LedgerInfo) -> LedgerInfo {
        self.state.text = start::worded(self.state.text.clone(), Some(&info));
        if !info.programme.sample {
            info.persons.retain(|row| row.login.as_deref() == Some(self.login.as_str()));
        }
        info
    }

    /// A refusal is about what was typed: it goes as soon as something else is typed.
    fn forget_refusal(&mut self, ctx: &egui::Context) {
        let edits = |event: &egui::Event| match event {
            egui::Event::Text(_) | egui::Event::Paste(_) | egui::Event::Cut => true,
            egui::Event::Key { key, pressed: true, .. } => {
                matches!(key, egui::Key::Backspace | egui::Key::Delete)
            }
            _ => false,
        };
        if matches!(self.state.booking, Booking::Failed(_))
            && ctx.input(|input| input.events.iter().any(edits))
        {
            self.state.booking = Booking::Idle;
        }
    }

    /// What is to be read, and which of it only for the numbers of the navigation.
    fn wants(&self) -> (Vec<Want>, Vec<Want>) {
        let cx = self.state.context(&self.actions);
        let mut wants = self.state.route.wants();
        wants.extend(self.screens.wants(&self.state.route, &cx));
        if let Some(dialog) = &self.dialog {
            wants.extend(dialog.wants(&cx));
        }
        wants.extend(self.palette.as_ref().and_then(|palette| palette.want(&cx)));
        // Details before lists: the worker does one after the other.
        wants.sort_by_cached_key(|want| (!cache::is_detail(want), want.clone()));
        wants.dedup();
        let counted = [Want::Tasks, Want::Overview, Want::Deadlines];
        let mut beside = if cx.is_whole() { counted.to_vec() } else { Vec::new() };
        beside.retain(|want| !wants.contains(want));
        wants.extend_from_slice(&beside);
        (wants, beside)
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.typing.portion(&mut raw_input.events, ctx.text_edit_focused());
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.typing.is_waiting() {
            ctx.request_repaint();
        }
        self.follow_day();
        self.tend_safety(ctx);
        self.receive(ctx);
        self.hear_reader();
        self.poll_picking(ctx);
        let (wants, beside) = self.wants();
        self.cache.request(&mut self.state, (&wants, &beside), &self.worker);
        self.tell_stale(ctx);
        if !self.worker.send_on() {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.forget_refusal(ui.ctx());
        self.give_keyboard_back(ui.ctx());
        self.name_window(ui.ctx());
        let cx = self.state.context(&self.actions);
        let free = self.dialog.is_none() && self.palette.is_none();
        let above = if free { Above::Nothing } else { Above::Dialog };
        command::listen(ui.ctx(), &cx, &self.state.route, above);
        let keyboard = (!free).then(|| ui.memory(egui::Memory::focused)).flatten();
        self.shell.ui(&self.state.route, &mut self.screens, &cx, ui);
        keyboard::keep(ui.ctx(), keyboard);
        if let Some(dialog) = &mut self.dialog {
            dialog.ui(ui.ctx(), &cx);
        }
        if let Some(palette) = &mut self.palette {
            palette.ui(ui.ctx(), &cx, &self.state.route);
        }
        let ctx = ui.ctx().clone();
        self.take_dropped(&ctx);
        for action in self.actions.take() {
            self.carry_out(action, &ctx, frame);
        }
        self.tend_desk(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
