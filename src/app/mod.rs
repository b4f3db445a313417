//! The running program: glues window and ledger. May use everything but `cli`.
//!
//! One worker thread owns the ledger; `logic` takes what it has read, `ui` paints, and the wishes
//! of a frame are carried out after painting.

mod action;
mod cache;
mod founding;
mod picker;
mod settings;
mod start;
mod worker;

use std::sync::Arc;

use eframe::egui::{self, ViewportCommand};

use crate::domain::{Day, PersonNo};
use crate::text::Text;
use crate::ui::action::{Actions, ThemeChoice};
use crate::ui::context::Context;
use crate::ui::data::{Booking, Data, Known, LedgerInfo, Outcome, Problem, Taking};
use crate::ui::dialog::Dialog;
use crate::ui::route::Route;
use crate::ui::screen::Screens;
use crate::ui::shell::Shell;
use crate::ui::theme;

use cache::Cache;
use picker::Picking;
use worker::{Job, Reply, Viewer, Worker};

pub use picker::{Pick, Picker, Question};
pub use settings::{Settings, Shelf};
pub use start::{AppError, Source, Start, run};

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
}

impl State {
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
            theme: self.settings.theme,
            zoom: self.settings.zoom,
            notice: self.notice,
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
    worker: Worker,
    picking: Option<Picking>,
    picker: Picker,
    shelf: Shelf,
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
        let Start { source, clock, login, shelf, picker, viewer } = start;
        let settings = shelf.read();
        theme::apply(ctx);
        let repaint = ctx.clone();
        let wake = Arc::new(move || repaint.request_repaint());
        let worker = Worker::start(wake).map_err(|error| AppError::Window(error.to_string()))?;
        let today = start::today(clock());
        let app = Self {
            state: State {
                text: Text::new(settings.language()),
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
            },
            cache: Cache::default(),
            actions: Actions::default(),
            shell: Shell::default(),
            screens: Screens::default(),
            dialog: None,
            worker,
            picking: None,
            picker,
            shelf,
            clock,
            login,
            viewer,
        };
        app.show_settings(ctx);
        app.worker.send(Job::Open(source));
        Ok(app)
    }

    /// Where the person is.
    #[must_use]
    pub const fn route(&self) -> &Route {
        &self.state.route
    }

    /// True while something asked for has not arrived.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        let opening = self.state.ledger.is_none() && self.state.failure.is_none();
        opening
            || matches!(self.state.booking, Booking::Running)
            || matches!(self.state.taking, Taking::Running)
            || (self.state.ledger.is_some() && self.cache.is_waiting(&self.wants(), &self.state))
    }

    fn show_settings(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.state.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(f32::from(self.state.settings.zoom) / 100.0);
    }

    /// Takes what the worker has done.
    fn receive(&mut self, ctx: &egui::Context) {
        while let Some(reply) = self.worker.receive() {
            match reply {
                Reply::Opened(Ok(info)) => self.opened(ctx, *info),
                Reply::Opened(Err(problem)) => self.not_opened(problem),
                Reply::Changed { info, followed } => {
                    self.state.ledger = Some(self.choosable(*info));
                    if followed {
                        self.state.outcome = Some(Outcome::Followed);
                    }
                }
                Reply::Loaded { key, want, payload } => {
                    self.cache.arrived(&mut self.state.data, &key, &want, *payload);
                }
                Reply::Booked(Ok((kind, seq))) => {
                    self.state.booking = Booking::Idle;
                    self.state.outcome = Some(Outcome::Booked { kind, seq });
                    self.dialog = None;
                }
                Reply::Booked(Err(problem)) => match self.dialog {
                    Some(_) => self.state.booking = Booking::Failed(problem),
                    None => self.failed(problem),
                },
                Reply::Taken(taken) => self.taken(taken),
                Reply::Copying(percent) => self.state.outcome = Some(Outcome::Copying(percent)),
                Reply::Copied(Ok(path)) => self.state.outcome = Some(Outcome::Copied(path)),
                Reply::CopyStopped => self.state.outcome = Some(Outcome::CopyStopped),
                Reply::Printed(Ok(path)) => self.state.outcome = Some(Outcome::Printed(path)),
                Reply::Copied(Err(problem))
                | Reply::Printed(Err(problem))
                | Reply::Lost(problem) => self.failed(problem),
                Reply::Defect => {
                    self.state.booking = Booking::Idle;
                    self.state.taking = Taking::Idle;
                    self.failed(Problem::Defect);
                }
            }
        }
    }

    /// What was refused stays on the screen, with its reason.
    fn taken(&mut self, taken: Result<(crate::domain::Kind, usize), (usize, Problem)>) {
        match taken {
            Ok((kind, count)) => {
                self.state.taking = Taking::Idle;
                self.state.outcome = Some(Outcome::BookedMany { kind, count });
            }
            Err((index, problem)) => self.state.taking = Taking::Refused { index, problem },
        }
    }

    fn failed(&mut self, problem: Problem) {
        self.state.outcome = Some(Outcome::Failed(problem));
    }

    /// A ledger that cannot be opened leaves the one that is open as it is.
    fn not_opened(&mut self, problem: Problem) {
        if self.dialog.is_some() {
            self.state.booking = Booking::Failed(problem);
        } else if self.state.ledger.is_some() {
            self.failed(problem);
        } else {
            self.state.failure = Some(problem);
        }
    }

    fn opened(&mut self, ctx: &egui::Context, info: LedgerInfo) {
        let info = self.choosable(info);
        let state = &mut self.state;
        state.data = Data::default();
        self.cache = Cache::default();
        state.as_of = info.programme.default_as_of.unwrap_or(state.today);
        state.known = Known::Latest;
        state.person = start::default_person(&info);
        state.failure = None;
        state.booking = Booking::Idle;
        state.taking = Taking::Idle;
        state.route = Route::Overview;
        self.dialog = None;
        if let Some(path) = &info.path {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let title = state.text.format("app-window-title", &[("file", name)]);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
            state.settings.last_ledger = Some(path.clone());
            self.keep_settings();
        }
        self.state.ledger = Some(info);
    }

    /// In the sample everybody may be chosen; elsewhere who is enrolled for this login.
    fn choosable(&self, mut info: LedgerInfo) -> LedgerInfo {
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

    fn keep_settings(&self) {
        if let Shelf::File(path) = &self.shelf {
            let content = self.state.settings.to_json();
            self.worker.send(Job::KeepSettings { path: path.clone(), content });
        }
    }

    fn wants(&self) -> Vec<crate::ui::data::Want> {
        let cx = self.state.context(&self.actions);
        let mut wants = self.state.route.wants();
        wants.push(crate::ui::data::Want::Overview);
        wants.push(crate::ui::data::Want::Tasks);
        wants.extend(self.screens.wants(&self.state.route, &cx));
        if let Some(dialog) = &self.dialog {
            wants.extend(dialog.wants(&cx));
        }
        wants.sort();
        wants.dedup();
        wants
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.state.today = start::today((self.clock)());
        self.receive(ctx);
        self.poll_picking(ctx);
        let wants = self.wants();
        self.cache.request(&mut self.state, &wants, &self.worker);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.forget_refusal(ui.ctx());
        let cx = self.state.context(&self.actions);
        self.shell.ui(&self.state.route, &mut self.screens, &cx, ui);
        if let Some(dialog) = &mut self.dialog {
            dialog.ui(ui.ctx(), &cx);
        }
        let ctx = ui.ctx().clone();
        for action in self.actions.take() {
            self.carry_out(action, &ctx, frame);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
