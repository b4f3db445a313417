//! Lists of an office in the window: read by a thread of their own, decided once.

use std::io::Read as _;
use std::path::PathBuf;

use eframe::egui;

use super::{ListFileFor, Told, failed, name_of, open, percent, refused};
use crate::app::App;
use crate::app::picker::{Purpose, Question};
use crate::app::worker::Job;
use crate::domain::takeover::{Acting, ListKind, Verdict};
use crate::exchange::takeover::{Directory, is_directory, read_directory, read_takeover};
use crate::text::Text;
use crate::ui::action::ReconcileAction;
use crate::ui::data::{ListBooking, Loaded, Problem, Reading, TakeoverFile, TakeoverWish};
use crate::ui::route::Side;

/// Bytes by which the official directory is known.
const START: u64 = 16;

/// Reads a list; the directory is known by its first line.
fn read(
    (serial, path, wish): (u64, PathBuf, TakeoverWish),
    go_on: &mut dyn FnMut(u32) -> bool,
) -> Result<TakeoverFile, Problem> {
    let name = name_of(&path);
    let (mut file, length) = open(&path)?;
    let mut start = Vec::new();
    file.by_ref().take(START).read_to_end(&mut start).map_err(|error| failed(&error, &path))?;
    let mut progress = |done: u64| go_on(percent(done, length));
    let whole = start.as_slice().chain(file);
    let directory = match wish.kind {
        Some(kind) => kind == ListKind::Municipalities,
        None => is_directory(&start),
    };
    let read = if directory {
        read_directory(whole, &name, wish.within.trim(), &mut progress)
    } else {
        read_takeover(whole, &name, wish.kind, &mut progress)
            .map(|list| Directory { list, ..Directory::default() })
    };
    Ok(TakeoverFile { serial, path, name, wish, read: read.map_err(refused)? })
}

impl App {
    /// Carries out a wish about a list that is taken over.
    pub(super) fn takeover(&mut self, action: ReconcileAction, ctx: &egui::Context) {
        let of = &mut self.state.data.reconcile;
        match action {
            ReconcileAction::ReadTakeover(path, wish) => self.read_takeover(path, wish, ctx),
            ReconcileAction::CloseTakeover => {
                of.takeover = Reading::Idle;
                of.taken = Loaded::NotRequested;
                of.taking = ListBooking::Idle;
                self.worker.send(Job::KeepTakeover(None));
            }
            ReconcileAction::BookTakeover(acting, shown) => self.book_takeover(acting, shown),
            _ => {}
        }
    }

    pub(super) fn read_takeover(&mut self, path: PathBuf, wish: TakeoverWish, ctx: &egui::Context) {
        self.go_to(Side::Takeover);
        let (place, names) = (path.clone(), vec![name_of(&path)]);
        let started = self.reader.start(Side::Takeover, ctx, move |serial, go_on| {
            Told::Takeover(read((serial, path, wish), go_on))
        });
        let of = &mut self.state.data.reconcile;
        of.taking = ListBooking::Idle;
        of.taken = Loaded::NotRequested;
        of.takeover = match started {
            Ok(()) => Reading::Running(names, 0),
            Err(error) => Reading::Failed(names, failed(&error, &place)),
        };
    }

    fn book_takeover(&mut self, acting: Box<Acting>, shown: Vec<Verdict>) {
        let stamp = self.stamp();
        let of = &mut self.state.data.reconcile;
        let Some(file) = of.takeover.ready() else { return };
        if matches!(of.taking, ListBooking::Running) || Some(acting.person) != self.state.person {
            return;
        }
        let serial = file.serial;
        of.taking = ListBooking::Running;
        self.worker.send(Job::BookTakeover { serial, shown, acting, stamp });
    }

    /// The question where a form is to be written.
    pub(super) fn ask_for_form(&self, kind: ListKind) -> (Question, Purpose) {
        let text: &Text = &self.state.text;
        let years = self.state.ledger.as_ref().map_or(&[][..], |ledger| ledger.years.as_slice());
        let name = [("name", text.takeover_form_name(kind, years))];
        let question = Question {
            title: text.format("reconcile-takeover-form-title", &name),
            filter: text.get("shelf-file-xlsx"),
            extension: "xlsx",
            save: Some(text.format("reconcile-takeover-form-name", &name)),
            folder: None,
            whole_folder: false,
            several: false,
        };
        (question, Purpose::Lists(ListFileFor::Form(kind)))
    }
}
