//! The window of the system: opened with the way of painting that works, opened again when its
//! device is lost, brought forward when it is open already.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use eframe::egui::{self, ViewportBuilder, ViewportCommand};

use super::graphics::{self, Memory};
use super::settings::Shelf;
use super::start::{AppError, Source, Start, first, sample_file};
use super::{App, picker};
use crate::system;
use crate::system::graphics::{AfterLoss, Renderer, after_loss, order};
use crate::text::Text;

/// Frames after which a way of painting counts as working: the first ones are empty.
const PROVEN: u32 = 3;

/// What is asked for when the window is opened.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The ledger; else the last one, at the first start the sample.
    pub file: Option<PathBuf>,
    /// What to paint with first.
    pub renderer: Option<Renderer>,
    /// So many starts in a row lost the graphics device.
    pub losses: u32,
}

/// What the window tells those who opened it.
#[derive(Clone, Debug, Default)]
struct Told {
    /// The graphics device is gone; nothing can be painted any more.
    lost: Arc<AtomicBool>,
    /// There was a picture.
    proven: Arc<AtomicBool>,
    /// The ledger that is open.
    ledger: Arc<Mutex<Option<PathBuf>>>,
}

impl Told {
    /// The ledger that is asked for counts until one is open.
    fn about(file: Option<PathBuf>) -> Self {
        Self { ledger: Arc::new(Mutex::new(file)), ..Self::default() }
    }

    fn ledger(&self) -> Option<PathBuf> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Opens the window and returns when it is closed. Where this user has the ledger open in a
/// window already, that one comes forward instead.
///
/// # Errors
/// When there is no screen, or nothing paints a window; the error says what was tried.
pub fn run(asked: &Asked) -> Result<(), AppError> {
    if !system::has_display() {
        return Err(AppError::NoDisplay);
    }
    let folder = system::local_data_dir();
    system::keep_reports(folder.clone());
    let shelf = Shelf::File(folder.join("settings.json"));
    let settings = shelf.read();
    let named = asked.file.clone().or(settings.last_ledger.clone());
    let shown = named.unwrap_or_else(|| folder.join(sample_file(1)));
    if asked.losses == 0 && system::bring_forward(&shown) {
        return Ok(());
    }
    let mut memory = Memory::read(&folder);
    let facts = memory.facts(asked.renderer);
    let text = Text::new(settings.language());
    if asked.losses == 0 {
        memory.forget_failures();
    }
    for renderer in order(&facts) {
        if is_choice() {
            memory.begin(renderer);
        }
        let (told, begun) = (Told::about(asked.file.clone()), Instant::now());
        let source = first(asked.file.clone(), shelf.read().last_ledger, &folder);
        let open = || open(renderer, (source, shelf.clone()), (&folder, facts.remote), &told);
        match catch_unwind(AssertUnwindSafe(open)) {
            Ok(Ok(())) if told.lost.load(Ordering::Relaxed) => {
                let seconds = begun.elapsed().as_secs();
                drop(memory);
                return again(after_loss(asked.losses, seconds), renderer, &told, &text);
            }
            Ok(Ok(())) => return Ok(()),
            Ok(Err(reason)) => memory.fails(renderer, &reason),
            Err(panic) if is_defect(&told) => resume_unwind(panic),
            Err(panic) => {
                memory.fails(renderer, words(panic.as_ref()));
                // Nothing to tell the person: the other way of painting follows.
                drop(system::take_report(&folder));
                match after_loss(asked.losses.max(1), 0) {
                    AfterLoss::GiveUp => break,
                    what => {
                        drop(memory);
                        return again(what, renderer, &told, &text);
                    }
                }
            }
        }
    }
    Err(AppError::Window(memory.failed()))
}

/// Before there is a picture, a driver or the library above it gives up in the middle of a frame;
/// only a new process can try the other way. Later, or where there is no other one, it is our own
/// defect.
fn is_defect(told: &Told) -> bool {
    told.proven.load(Ordering::Relaxed) || !is_choice()
}

/// Where there is one way of painting, nothing has to be remembered.
const fn is_choice() -> bool {
    Renderer::AVAILABLE.len() > 1
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic")
}

/// Starts the program again after the graphics were lost. The window is closed by then, and what
/// was typed is kept.
fn again(what: AfterLoss, lost: Renderer, told: &Told, text: &Text) -> Result<(), AppError> {
    let given_up =
        || AppError::Window(text.format("desktop-lost", &[("renderer", lost.to_string())]));
    let mut command = Command::new(std::env::current_exe().map_err(|_| given_up())?);
    match what {
        AfterLoss::GiveUp => return Err(given_up()),
        AfterLoss::Again(row) => command.args(["--losses", &row.to_string()]),
        AfterLoss::Other(row) => {
            let other = Renderer::AVAILABLE.iter().find(|known| **known != lost).unwrap_or(&lost);
            command.args(["--losses", &row.to_string(), "--renderer", other.code()])
        }
    };
    command.args(told.ledger()).spawn().map(drop).map_err(|_| given_up())
}

/// Opens the window with one way of painting; returns when it is closed.
fn open(
    renderer: Renderer,
    (source, shelf): (Source, Shelf),
    (folder, remote): (&Path, bool),
    told: &Told,
) -> Result<(), String> {
    let start = Start {
        source,
        words: Text::new,
        clock: system::now,
        login: system::login(),
        shelf,
        picker: picker::native(),
        // The result line names the paper: a missing viewer is no error.
        viewer: |path| {
            system::open_file(path).ok();
        },
    };
    let folder = folder.to_owned();
    let options = options(renderer, &folder);
    let create: eframe::AppCreator<'_> = Box::new(|cc| {
        watch_device(cc, told);
        let app = App::new(&cc.egui_ctx, start)?;
        let proven: Box<dyn FnOnce() + Send> =
            Box::new(move || Memory::read(&folder).works(renderer, remote));
        let proven = is_choice().then_some(proven);
        let told = told.clone();
        Ok(Box::new(Framed { app, frames: 0, proven, told, marked: false }))
    });
    eframe::run_native("foerderbuch", options, create).map_err(|error| error.to_string())
}

fn options(renderer: Renderer, folder: &Path) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_app_id("foerderbuch")
        .with_title("Förderbuch")
        .with_icon(icon())
        .with_inner_size(first_size(system::room()).map(f32::from))
        .with_min_inner_size([960.0, 600.0]);
    let mut options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        // Where the window stood; a place that no screen shows any more is corrected by eframe.
        persistence_path: Some(folder.join("window.ron")),
        ..eframe::NativeOptions::default()
    };
    if renderer == Renderer::Direct3d {
        graphics::paint_by_direct3d(&mut options);
    }
    options
}

/// Width and height of the first window in points: 1440 by 900, or what the screen has room for.
fn first_size(room: Option<(u16, u16)>) -> [u16; 2] {
    let (wide, high) = room.unwrap_or((u16::MAX, u16::MAX));
    [wide.min(1440), high.min(900)]
}

/// The icon of the window.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../assets/icon/foerderbuch.png");
    // Without an icon the window has that of the system.
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// A device that is lost would end the program in the middle of a frame; so it is only noted, and
/// the window is closed in order.
#[cfg(windows)]
fn watch_device(cc: &eframe::CreationContext<'_>, told: &Told) {
    let Some(state) = &cc.wgpu_render_state else { return };
    let note = |lost: &Arc<AtomicBool>, ctx: &egui::Context| {
        lost.store(true, Ordering::Relaxed);
        ctx.request_repaint();
    };
    let (lost, ctx) = (Arc::clone(&told.lost), cc.egui_ctx.clone());
    state.device.on_uncaptured_error(Arc::new(move |_: wgpu::Error| note(&lost, &ctx)));
    let (lost, ctx) = (Arc::clone(&told.lost), cc.egui_ctx.clone());
    state.device.set_device_lost_callback(move |reason, _| {
        // It is destroyed with the window: that is no loss.
        if reason != wgpu::DeviceLostReason::Destroyed {
            note(&lost, &ctx);
        }
    });
}

#[cfg(not(windows))]
const fn watch_device(_cc: &eframe::CreationContext<'_>, _told: &Told) {}

/// The program within the window of the system.
struct Framed {
    app: App,
    frames: u32,
    /// Remembers that this way of painting works.
    proven: Option<Box<dyn FnOnce() + Send>>,
    told: Told,
    /// The window says which ledger it shows.
    marked: bool,
}

impl Framed {
    /// Says outside which ledger is open, whenever that changes.
    fn tell(&mut self, frame: &eframe::Frame) {
        let ledger = self.app.ledger();
        if ledger.is_none() || self.marked && self.told.ledger().as_deref() == ledger {
            return;
        }
        self.marked = true;
        let ledger = ledger.map(Path::to_owned);
        self.told.ledger.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&ledger);
        let window = handle(frame);
        // The drive of the ledger may be slow.
        beside(move || {
            if let Some(window) = window {
                system::mark_window(window, ledger.as_deref());
            }
            if let Some(path) = &ledger {
                system::remember_file(path);
            }
        });
    }
}

/// Does what nobody waits for, away from painting; without a thread it is left undone.
fn beside(what: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().name("beside".to_owned()).spawn(what).ok();
}

/// The handle of the window.
#[cfg(windows)]
fn handle(frame: &eframe::Frame) -> Option<isize> {
    use raw_window_handle::{HasWindowHandle as _, RawWindowHandle};

    match frame.window_handle().ok()?.as_raw() {
        RawWindowHandle::Win32(window) => Some(window.hwnd.get()),
        _ => None,
    }
}

#[cfg(not(windows))]
const fn handle(_frame: &eframe::Frame) -> Option<isize> {
    None
}

impl eframe::App for Framed {
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.app.raw_input_hook(ctx, raw_input);
    }

    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if self.told.lost.load(Ordering::Relaxed) {
            self.app.end_at_once();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.app.logic(ctx, frame);
        self.tell(frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        self.frames = self.frames.saturating_add(1);
        if self.frames < PROVEN || self.told.lost.load(Ordering::Relaxed) {
            return;
        }
        self.told.proven.store(true, Ordering::Relaxed);
        if let Some(proven) = self.proven.take() {
            beside(proven);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }

    fn persist_egui_memory(&self) -> bool {
        self.app.persist_egui_memory()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_window_fits_where_a_task_bar_leaves_less_room() {
        assert_eq!(first_size(None), [1440, 900]);
        assert_eq!(first_size(Some((1920, 1017))), [1440, 900]);
        assert_eq!(first_size(Some((1366, 705))), [1366, 705]);
    }
}
