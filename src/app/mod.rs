//! Glue: the worker that owns the ledger, the values it has read, and the actions of the window.
//!
//! May use everything; nothing imports it but `main` and the tests.

mod cache;
mod handle;
pub mod job;
mod picker;
pub mod settings;
mod worker;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, Utc};
use eframe::{CreationContext, Frame, egui};

use self::cache::Cache;
use self::job::{Chosen, Job, Reply};
use self::picker::Picker;
use self::settings::Settings;
pub use self::worker::Desk;
use self::worker::Worker;
use crate::domain::rule::Role;
use crate::domain::{Day, PersonNo};
use crate::store::Ledger;
use crate::system;
use crate::text::Text;
use crate::ui::action::{Actions, ThemeChoice};
use crate::ui::context::Context;
use crate::ui::data::{Booking, Known, LedgerInfo, Outcome, Problem};
use crate::ui::dialog::Dialog;
use crate::ui::route::Route;
use crate::ui::screen::Screens;
use crate::ui::shell::Shell;
use crate::ui::theme;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No screen to open a window on.
    #[error("DISPLAY, WAYLAND_DISPLAY: –.")]
    NoDisplay,
    /// The graphics of the system refuse.
    #[error("{0}.")]
    Graphics(String),
}

/// What the window begins with.
#[derive(Debug)]
pub enum Source {
    /// A ledger that is open already (tests).
    Ready(Box<Ledger>),
    /// A file.
    File(PathBuf),
    /// The sample, in the user's folder.
    Sample,
}

/// How the window begins.
#[derive(Debug)]
pub struct Start {
    /// Ledger.
    pub source: Source,
    /// Clock and login of bookings.
    pub desk: Desk,
    /// Remembered choices.
    pub settings: Settings,
    /// Folder of this user's data; `None` remembers nothing (tests).
    pub folder: Option<PathBuf>,
}

/// The window and everything behind it.
pub struct App {
    worker: Worker,
    desk: Desk,
    settings: Settings,
    folder: Option<PathBuf>,
    text: Text,
    info: Option<LedgerInfo>,
    cache: Cache,
    as_of: Day,
    known: Known,
    person: Option<PersonNo>,
    route: Route,
    booking: Booking,
    outcome: Option<Outcome>,
    failure: Option<Problem>,
    dialog: Option<Dialog>,
    picker: Option<Picker>,
    copy_stop: Option<Arc<AtomicBool>>,
    shell: Shell,
    screens: Screens,
    actions: Actions,
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// When there is no screen or its graphics refuse.
pub fn run(file: Option<PathBuf>) -> Result<(), AppError> {
    if !system::has_display() {
        return Err(AppError::NoDisplay);
    }
    let folder = system::local_data_dir();
    let settings = Settings::read(&folder.join("settings.json"));
    let last = settings.last_ledger.clone().filter(|path| path.exists());
    let source = file.or(last).map_or(Source::Sample, Source::File);
    let desk = Desk { clock: system::now, login: system::login() };
    let start = Start { source, desk, settings, folder: Some(folder) };
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Förderbuch")
            .with_app_id("foerderbuch")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([960.0, 600.0]),
        ..eframe::NativeOptions::default()
    };
    let create = move |cc: &CreationContext<'_>| {
        let app = App::new(&cc.egui_ctx, start)?;
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Förderbuch", options, Box::new(create))
        .map_err(|error| AppError::Graphics(error.to_string()))
}

impl App {
    /// Starts the worker and asks it for the ledger.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn new(ctx: &egui::Context, start: Start) -> std::io::Result<Self> {
        theme::apply(ctx);
        let waker = ctx.clone();
        let worker = Worker::start(start.desk.clone(), move || waker.request_repaint())?;
        let sample = start.folder.clone().unwrap_or_default().join("beispiel.foerderbuch");
        worker.ask(match start.source {
            Source::Ready(ledger) => Job::Adopt(ledger),
            Source::File(path) => Job::Open(path),
            Source::Sample => Job::OpenSample(sample),
        });
        let app = Self {
            worker,
            as_of: day_of((start.desk.clock)()),
            desk: start.desk,
            text: Text::new(start.settings.lang()),
            settings: start.settings,
            folder: start.folder,
            info: None,
            cache: Cache::default(),
            known: Known::Latest,
            person: None,
            route: Route::Overview,
            booking: Booking::Idle,
            outcome: None,
            failure: None,
            dialog: None,
            picker: None,
            copy_stop: None,
            shell: Shell::default(),
            screens: Screens::default(),
            actions: Actions::default(),
        };
        app.apply_settings(ctx);
        Ok(app)
    }

    /// What screens and dialogs may read.
    fn context(&self) -> Context<'_> {
        let person = self.person.and_then(|number| {
            self.info.as_ref()?.persons.iter().find(|person| person.person == number)
        });
        Context {
            text: &self.text,
            data: &self.cache.data,
            ledger: self.info.as_ref(),
            as_of: self.as_of,
            known: self.known,
            times: self.cache.times,
            person,
            today: self.today(),
            booking: &self.booking,
            outcome: self.outcome.as_ref(),
            failure: self.failure.as_ref(),
            theme: self.settings.theme(),
            zoom: self.settings.zoom,
            notice: self.notice(),
            actions: &self.actions,
        }
    }

    fn today(&self) -> Day {
        day_of((self.desk.clock)())
    }

    /// The first start shows the sample and says how to found an own programme.
    fn notice(&self) -> bool {
        !self.settings.notice_read && self.info.as_ref().is_some_and(|info| info.programme.sample)
    }

    fn apply_settings(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.settings.theme() {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(f32::from(self.settings.zoom.clamp(100, 200)) / 100.0);
    }

    fn remember(&self) {
        if let Some(folder) = &self.folder {
            self.settings.write(&folder.join("settings.json"));
        }
    }

    fn chosen(&self) -> Chosen {
        Chosen { as_of: self.as_of, known: self.known }
    }

    /// Asks for what the screen and the dialog need and what is not asked for yet.
    fn ask_for_data(&mut self) {
        if self.info.is_none() {
            return;
        }
        let mut wants = self.route.wants();
        if let Some(dialog) = &self.dialog {
            wants.extend(dialog.wants(&self.context()));
        }
        let (round, chosen) = (self.cache.round(), self.chosen());
        for want in wants {
            if self.cache.ask(&want) {
                self.worker.ask(Job::Read { round, want, chosen });
            }
        }
    }

    fn take_in(&mut self, reply: Reply) {
        match reply {
            Reply::Opened(Ok(info)) => self.opened(*info),
            Reply::Opened(Err(problem)) if self.info.is_some() => {
                self.outcome = Some(Outcome::Failed(problem));
            }
            Reply::Opened(Err(problem)) => self.failure = Some(problem),
            Reply::Changed(info) => {
                let moved = self.info.as_ref().map(|old| old.head) != Some(info.head);
                if moved {
                    self.outcome.get_or_insert(Outcome::Followed);
                }
                self.info = Some(*info);
                self.cache.renew();
            }
            Reply::Read { round, want, result } => self.cache.take_in(round, &want, result),
            Reply::Booked(Ok((kind, seq))) => {
                self.booking = Booking::Idle;
                self.dialog = None;
                self.outcome = Some(Outcome::Booked { kind, seq });
            }
            Reply::Booked(Err(problem)) => self.booking = Booking::Failed(problem),
            Reply::Copying(percent) => self.outcome = Some(Outcome::Copying(percent)),
            Reply::Copied(result) => {
                self.copy_stop = None;
                self.outcome = Some(handle::copied(result));
            }
            Reply::Printed(Ok(path)) => self.outcome = Some(Outcome::Printed(path)),
            Reply::Printed(Err(problem)) => self.outcome = Some(Outcome::Failed(problem)),
        }
    }

    fn opened(&mut self, info: LedgerInfo) {
        self.as_of = info.programme.default_as_of.unwrap_or_else(|| self.today());
        self.known = Known::Latest;
        self.person = first_person(&info, &self.desk.login);
        self.dialog = None;
        self.booking = Booking::Idle;
        self.failure = None;
        self.outcome = Some(Outcome::Opened);
        self.cache.clear();
        self.route = Route::Overview;
        self.settings.last_ledger = info.path.as_deref().map(Path::to_owned);
        self.info = Some(info);
        self.remember();
    }
}

/// In the sample the first desk officer; elsewhere whoever is enrolled for this login, or the
/// first person where nobody is.
fn first_person(info: &LedgerInfo, login: &str) -> Option<PersonNo> {
    let own = info.persons.iter().find(|person| person.login.as_deref() == Some(login));
    own.or_else(|| {
        info.persons.iter().find(|person| person.roles.contains(&Role::DeskOfficer))
    })
    .or(info.persons.first())
    .map(|person| person.person)
}

/// The day in Europe/Berlin, never in the machine's zone.
fn day_of(micros: i64) -> Day {
    DateTime::<Utc>::from_timestamp_micros(micros)
        .unwrap_or_default()
        .with_timezone(&chrono_tz::Europe::Berlin)
        .date_naive()
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut Frame) {
        while let Some(reply) = self.worker.poll() {
            self.take_in(reply);
        }
        self.take_in_choice();
        self.ask_for_data();
        let title = self.info.as_ref().map(|info| format!("{} – Förderbuch", info.programme.name));
        if let Some(title) = title
            && ctx.input(|input| input.viewport().title.as_deref() != Some(title.as_str()))
        {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut Frame) {
        let ctx = ui.ctx().clone();
        let mut shell = std::mem::take(&mut self.shell);
        let mut screens = std::mem::take(&mut self.screens);
        let mut dialog = self.dialog.take();
        {
            let cx = self.context();
            shell.ui(&self.route, &mut screens, &cx, ui);
            if let Some(dialog) = &mut dialog {
                dialog.ui(&ctx, &cx);
            }
        }
        self.shell = shell;
        self.screens = screens;
        self.dialog = dialog;
        for action in self.actions.take() {
            self.handle(action, &ctx, frame);
        }
    }
}
