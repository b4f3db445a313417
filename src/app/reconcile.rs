//! Files of cash office and bank in the window: read by a thread of their own, so that figures are
//! shown and entries booked meanwhile; what they come to is asked of the worker.

mod takeover;

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui;

use super::App;
use super::cache::Key;
use super::picker::{Purpose, Question};
use super::worker::{Job, Reply};
use crate::domain::takeover::ListKind;
use crate::domain::{FiscalYear, RecipientKey};
use crate::exchange::Refused;
use crate::exchange::cash_list::{Profile, look_at_list};
use crate::paper::bank::Bank;
use crate::store::files;
use crate::text::{Lang, Text};
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::data::{
    BankRead, CashBooking, CashFile, ListBooking, Loaded, Outcome, Problem, Reading,
    Reconciliation, TakeoverFile, TakeoverWish,
};
use crate::ui::route::{Route, Side};

/// What a file is for that was asked for.
pub enum ListFileFor {
    /// The list of the cash office.
    Cash,
    /// A bank statement, beside those that are there.
    Bank,
    /// A list to take over.
    Takeover,
    /// A list of what the cash office has to confirm is written to it, of one fiscal year or all.
    Template(Option<FiscalYear>),
    /// A list of that kind to fill in is written to it.
    Form(ListKind),
    /// The comparison is written to it.
    Compared(Box<SeenComparison>),
}

/// The comparison that was on the screen when it was asked for as a paper.
pub struct SeenComparison {
    /// Which reading of bank statements it is of.
    pub serial: u64,
    /// Whose account.
    pub recipient: RecipientKey,
    /// Language of the paper.
    pub lang: Lang,
    /// Stichtag and Datenstand.
    pub key: Key,
}

/// What the thread that reads says.
pub(super) enum Told {
    Percent(u32),
    Cash(Result<CashFile, Problem>),
    Bank(Result<BankRead, Problem>),
    Takeover(Result<TakeoverFile, Problem>),
}

/// Readings under way, one for each part of the screen.
pub struct Reader {
    serial: u64,
    stops: [Arc<AtomicBool>; Side::ALL.len()],
    /// The reading that counts for each part.
    current: [u64; Side::ALL.len()],
    tell: Sender<(u64, Side, Told)>,
    told: Receiver<(u64, Side, Told)>,
}

impl Default for Reader {
    fn default() -> Self {
        let (tell, told) = channel();
        Self { serial: 0, stops: Default::default(), current: [0; Side::ALL.len()], tell, told }
    }
}

impl Reader {
    /// Ends the reading of that part; what it still says is not heard.
    fn stop(&mut self, side: Side) {
        let at = side as usize;
        self.stops[at].store(true, Ordering::Relaxed);
        self.current[at] = 0;
    }

    /// Starts a reading in place of the one before.
    pub(super) fn start(
        &mut self,
        side: Side,
        ctx: &egui::Context,
        read: impl FnOnce(u64, &mut dyn FnMut(u32) -> bool) -> Told + Send + 'static,
    ) -> std::io::Result<()> {
        self.stop(side);
        self.serial += 1;
        let (serial, at, tell, ctx) = (self.serial, side as usize, self.tell.clone(), ctx.clone());
        let stop = Arc::new(AtomicBool::new(false));
        self.stops[at] = Arc::clone(&stop);
        self.current[at] = serial;
        let run = move || {
            let mut said = 0;
            let mut go_on = |percent: u32| {
                if percent != said && tell.send((serial, side, Told::Percent(percent))).is_ok() {
                    said = percent;
                    ctx.request_repaint();
                }
                !stop.load(Ordering::Relaxed)
            };
            let read = catch_unwind(AssertUnwindSafe(|| read(serial, &mut go_on)));
            let told = read.unwrap_or(match side {
                Side::Cash => Told::Cash(Err(Problem::Defect)),
                Side::Bank => Told::Bank(Err(Problem::Defect)),
                Side::Takeover => Told::Takeover(Err(Problem::Defect)),
            });
            // Nobody listens any more only while the program ends.
            if tell.send((serial, side, told)).is_ok() {
                ctx.request_repaint();
            }
        };
        std::thread::Builder::new().name("read".to_owned()).spawn(run).map(drop)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        for side in Side::ALL {
            self.stop(side);
        }
    }
}

/// What people call a file.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub(super) fn failed(error: &std::io::Error, path: &Path) -> Problem {
    Problem::Store(Arc::new(files::io_error(error, path)))
}

/// Opens a file; how many bytes it has.
pub(super) fn open(path: &Path) -> Result<(File, u64), Problem> {
    let file = File::open(path).map_err(|error| failed(&error, path))?;
    let length = file.metadata().map_err(|error| failed(&error, path))?.len();
    Ok((file, length.max(1)))
}

pub(super) fn refused(refused: Refused) -> Problem {
    Problem::File(Box::new(refused))
}

pub(super) fn percent(done: u64, of: u64) -> u32 {
    u32::try_from(done.saturating_mul(100) / of.max(1)).unwrap_or(100).min(99)
}

fn read_cash(
    (serial, path, profile, now): (u64, PathBuf, Profile, i64),
    go_on: &mut dyn FnMut(u32) -> bool,
) -> Result<CashFile, Problem> {
    let name = name_of(&path);
    let (file, length) = open(&path)?;
    let mut progress = |done: u64| go_on(percent(done, length));
    let (heads, list) = look_at_list(file, &name, &profile, &mut progress).map_err(refused)?;
    Ok(CashFile { serial, path, name, heads, profile, list, read_at: now })
}

fn read_bank(
    serial: u64,
    paths: Vec<PathBuf>,
    go_on: &mut dyn FnMut(u32) -> bool,
) -> Result<BankRead, Problem> {
    let mut opened = Vec::with_capacity(paths.len());
    for path in &paths {
        opened.push((name_of(path), open(path)?));
    }
    let (opened, lengths): (Vec<_>, Vec<u64>) =
        opened.into_iter().map(|(name, (file, length))| ((name, file), length)).unzip();
    let all: u64 = lengths.iter().sum();
    let mut progress = |at: usize, done: u64| {
        let (before, rest) = lengths.split_at(at);
        let done = done.min(rest.first().copied().unwrap_or_default());
        go_on(percent(before.iter().sum::<u64>() + done, all))
    };
    let bank = Bank::read(opened, &mut progress).map_err(refused)?;
    Ok(BankRead::new(serial, paths, bank))
}

impl App {
    /// Carries out a wish about reconciliation.
    pub(super) fn reconcile(
        &mut self,
        action: ReconcileAction,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) {
        let of = &mut self.state.data.reconcile;
        match action {
            ReconcileAction::ReadCash(path) => self.read_cash(path, ctx),
            ReconcileAction::Columns(profile) => {
                let Some(path) = of.cash.ready().map(|file| file.path.clone()) else { return };
                self.state.settings.cash_profile = Some(profile);
                self.keep_settings();
                self.read_cash(path, ctx);
            }
            ReconcileAction::CloseCash => {
                of.cash = Reading::Idle;
                of.preview = Loaded::NotRequested;
                of.booking = CashBooking::Idle;
                self.worker.send(Job::KeepCash(None));
            }
            ReconcileAction::BookCash(shown) => self.book_cash(shown),
            ReconcileAction::ReadBank(paths) => self.read_bank(paths, ctx),
            ReconcileAction::CloseBank => {
                of.bank = Reading::Idle;
                of.compared = Loaded::NotRequested;
                self.worker.send(Job::KeepBank(None));
            }
            ReconcileAction::Stop(side) => {
                self.reader.stop(side);
                match side {
                    Side::Cash => of.cash = Reading::Idle,
                    Side::Bank => of.bank = Reading::Idle,
                    Side::Takeover => of.takeover = Reading::Idle,
                }
                let why = self.state.text.get("exchange-refused-stopped");
                self.state.outcome = Some(Outcome::NotNow(why));
            }
            ReconcileAction::ReadTakeover(..)
            | ReconcileAction::CloseTakeover
            | ReconcileAction::BookTakeover(..) => self.takeover(action, ctx),
            ReconcileAction::ChooseCash
            | ReconcileAction::ChooseBank
            | ReconcileAction::ChooseTakeover
            | ReconcileAction::SaveForm(_)
            | ReconcileAction::SaveTemplate(_)
            | ReconcileAction::PrintCompared(..) => {
                self.ask_for_file(Action::Reconcile(action), frame);
            }
        }
    }

    fn read_cash(&mut self, path: PathBuf, ctx: &egui::Context) {
        self.go_to(Side::Cash);
        let profile = self.state.settings.cash_profile.as_deref().cloned().unwrap_or_default();
        let place = path.clone();
        let names = vec![name_of(&place)];
        let now = (self.clock)();
        let started = self.reader.start(Side::Cash, ctx, move |serial, go_on| {
            Told::Cash(read_cash((serial, path, profile, now), go_on))
        });
        let of = &mut self.state.data.reconcile;
        of.booking = CashBooking::Idle;
        of.preview = Loaded::NotRequested;
        of.cash = match started {
            Ok(()) => Reading::Running(names, 0),
            Err(error) => Reading::Failed(names, failed(&error, &place)),
        };
    }

    fn read_bank(&mut self, paths: Vec<PathBuf>, ctx: &egui::Context) {
        self.go_to(Side::Bank);
        let names: Vec<String> = paths.iter().map(|path| name_of(path)).collect();
        let first = paths.first().cloned().unwrap_or_default();
        let started = self.reader.start(Side::Bank, ctx, move |serial, go_on| {
            Told::Bank(read_bank(serial, paths, go_on))
        });
        let of = &mut self.state.data.reconcile;
        of.compared = Loaded::NotRequested;
        of.bank = match started {
            Ok(()) => Reading::Running(names, 0),
            Err(error) => Reading::Failed(names, failed(&error, &first)),
        };
    }

    pub(super) fn go_to(&mut self, side: Side) {
        if self.state.route != Route::Reconcile(side) {
            self.go(Route::Reconcile(side));
        }
    }

    fn book_cash(&mut self, shown: Vec<crate::domain::cash::Finding>) {
        let stamp = self.stamp();
        let of = &mut self.state.data.reconcile;
        let (Some(file), Some(person)) = (of.cash.ready(), self.state.person) else { return };
        if matches!(of.booking, CashBooking::Running) {
            return;
        }
        let serial = file.serial;
        of.booking = CashBooking::Running;
        self.worker.send(Job::BookCash { serial, shown, person, stamp });
    }

    /// The question to ask for a wish about reconciliation.
    pub(super) fn ask_for_list(&self, action: ReconcileAction) -> Option<(Question, Purpose)> {
        let text = &self.state.text;
        let question = |title: &str, filter: &str, extension: &'static str| Question {
            title: text.get(title),
            filter: text.get(filter),
            extension,
            save: None,
            folder: None,
            whole_folder: false,
            several: false,
        };
        let (question, file) = match action {
            ReconcileAction::ChooseCash => {
                (question("reconcile-cash-title", "reconcile-all-files", "*"), ListFileFor::Cash)
            }
            ReconcileAction::ChooseBank => {
                let question = question("reconcile-bank-title", "reconcile-all-files", "*");
                (Question { several: true, ..question }, ListFileFor::Bank)
            }
            ReconcileAction::ChooseTakeover => {
                let title = "reconcile-takeover-title";
                (question(title, "reconcile-all-files", "*"), ListFileFor::Takeover)
            }
            ReconcileAction::SaveForm(kind) => return Some(self.ask_for_form(kind)),
            ReconcileAction::SaveTemplate(year) => {
                let (title, name) = match year {
                    Some(year) => {
                        let of = [("year", year.0.to_string())];
                        let told = |key: &str| text.format(key, &of);
                        (told("reconcile-template-title-of"), told("reconcile-template-name-of"))
                    }
                    None => {
                        (text.get("reconcile-template-title"), text.get("reconcile-template-name"))
                    }
                };
                let question = question("reconcile-template-title", "list-file-kind", "csv");
                (Question { title, save: Some(name), ..question }, ListFileFor::Template(year))
            }
            ReconcileAction::PrintCompared(key, lang) => {
                let of = [("key", key.to_string()), ("as_of", self.state.as_of.to_string())];
                let name = Some(Text::new(lang).format("reconcile-compared-name", &of));
                let question = question("reconcile-print-title", "app-file-pdf", "pdf");
                let serial = self.state.data.reconcile.bank.ready()?.serial;
                let (recipient, key) = (key, Key::of(&self.state));
                let seen = Box::new(SeenComparison { serial, recipient, lang, key });
                (Question { save: name, ..question }, ListFileFor::Compared(seen))
            }
            _ => return None,
        };
        Some((question, Purpose::Lists(file)))
    }

    /// A file was chosen.
    pub(super) fn list_file(
        &mut self,
        file: ListFileFor,
        chosen: Vec<PathBuf>,
        ctx: &egui::Context,
    ) {
        let Some(path) = chosen.first().cloned() else { return };
        match file {
            ListFileFor::Cash => self.read_cash(path, ctx),
            ListFileFor::Bank => {
                let there = self.state.data.reconcile.bank.ready();
                let mut paths = there.map(|read| read.paths.clone()).unwrap_or_default();
                for path in chosen {
                    if !paths.contains(&path) {
                        paths.push(path);
                    }
                }
                self.read_bank(paths, ctx);
            }
            ListFileFor::Takeover => self.read_takeover(path, TakeoverWish::default(), ctx),
            ListFileFor::Template(year) => self.worker.send(Job::Template(year, path)),
            ListFileFor::Form(kind) => {
                self.worker.send(Job::Form { kind, lang: self.state.text.lang(), path });
            }
            ListFileFor::Compared(seen) => {
                self.worker.send(Job::PrintCompared { seen, path, viewer: self.viewer });
            }
        }
    }

    /// Takes files that were dropped on the window, if they are for this screen: by the part that
    /// is shown, elsewhere by what their ending says.
    pub(super) fn take_lists(&self, paths: &[PathBuf]) -> bool {
        let ending = |path: &PathBuf| {
            path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default()
        };
        let Some(first) = paths.first() else { return false };
        let side = match (&self.state.route, ending(first).as_str()) {
            (_, "pdf") => return false,
            (Route::Reconcile(side), _) => *side,
            // The list of the cash office is the ministry's.
            _ if self.is_extract() => Side::Bank,
            (_, "xlsx" | "csv") => Side::Cash,
            (_, "xml" | "zip" | "sta" | "mt940" | "940") => Side::Bank,
            _ => return false,
        };
        self.actions.send(Action::Reconcile(match side {
            Side::Cash => ReconcileAction::ReadCash(first.clone()),
            Side::Bank => ReconcileAction::ReadBank(paths.to_vec()),
            Side::Takeover => ReconcileAction::ReadTakeover(first.clone(), TakeoverWish::default()),
        }));
        true
    }

    /// Takes what was read.
    pub(super) fn hear_reader(&mut self) {
        while let Ok((serial, side, told)) = self.reader.told.try_recv() {
            if self.reader.current[side as usize] != serial {
                continue;
            }
            let of = &mut self.state.data.reconcile;
            match told {
                Told::Percent(percent) => {
                    let running = match side {
                        Side::Cash => running(&mut of.cash),
                        Side::Bank => running(&mut of.bank),
                        Side::Takeover => running(&mut of.takeover),
                    };
                    if let Some(known) = running {
                        *known = percent;
                    }
                }
                Told::Cash(Ok(file)) => {
                    let file = Arc::new(file);
                    of.cash = Reading::Ready(Arc::clone(&file));
                    self.worker.send(Job::KeepCash(Some(file)));
                }
                Told::Bank(Ok(read)) => {
                    let read = Arc::new(read);
                    of.bank = Reading::Ready(Arc::clone(&read));
                    self.worker.send(Job::KeepBank(Some(read)));
                }
                Told::Takeover(Ok(file)) => {
                    let file = Arc::new(file);
                    of.takeover = Reading::Ready(Arc::clone(&file));
                    self.worker.send(Job::KeepTakeover(Some(file)));
                }
                Told::Takeover(Err(problem)) => fail(&mut of.takeover, problem),
                Told::Cash(Err(problem)) => fail(&mut of.cash, problem),
                Told::Bank(Err(problem)) => fail(&mut of.bank, problem),
            }
        }
    }

    /// What the booking of a list led to.
    pub(super) fn list_booked(&mut self, reply: Reply) {
        let of = &mut self.state.data.reconcile;
        match reply {
            Reply::CashBooked(booking) => of.booking = booking,
            Reply::TakenOver(booking) => of.taking = booking,
            _ => {}
        }
    }

    /// True while a file is read or a list is booked.
    pub(super) fn waits_for_lists(&self) -> bool {
        let Reconciliation { cash, bank, booking, takeover, taking, .. } =
            &self.state.data.reconcile;
        let read = cash.is_running() || bank.is_running() || takeover.is_running();
        let booked = matches!(booking, CashBooking::Running);
        read || booked || matches!(taking, ListBooking::Running)
    }
}

const fn running<T>(reading: &mut Reading<T>) -> Option<&mut u32> {
    match reading {
        Reading::Running(_, percent) => Some(percent),
        _ => None,
    }
}

fn fail<T>(reading: &mut Reading<T>, problem: Problem) {
    let names = match std::mem::take(reading) {
        Reading::Running(names, _) | Reading::Failed(names, _) => names,
        _ => Vec::new(),
    };
    *reading = Reading::Failed(names, problem);
}
