//! How long a frame of each screen takes: logic, layout and tessellation, without a graphics card.
//!
//! `cargo bench --bench desk` measures the sample; with `LEDGER=FILE` also that file, which
//! `cargo run --release --example generate` writes at any size. The second figure of a frame is
//! that with the tree for a screen reader.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]
#![expect(clippy::print_stdout, reason = "prints what it measured")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{self, pos2};
use foerderbuch::app::{App, Picker, Settings, Shelf, Source, Start};
use foerderbuch::ops::sample;
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::Action;
use foerderbuch::ui::manual::Chapter;
use foerderbuch::ui::route::Route;

/// 28 November 2026, noon UTC.
const NOW: i64 = 1_795_867_200_000_000;
const FRAMES: usize = 300;

fn main() {
    let ledger = sample::in_memory().unwrap();
    measure("sample", Source::InMemory(Box::new(ledger)));
    if let Some(path) = std::env::var_os("LEDGER") {
        measure("LEDGER", Source::File(PathBuf::from(path)));
    }
}

fn measure(name: &str, source: Source) {
    let text = Text::new(Lang::De);
    let mut settings = Settings::default();
    settings.set_language(Lang::De);
    settings.notice_read = true;
    let picker: Picker = Box::new(|_, _| Box::pin(std::future::ready(Vec::new())));
    let start = Start {
        source,
        words: Text::new,
        clock: || NOW,
        login: "bench".to_owned(),
        shelf: Shelf::Memory(settings),
        picker,
        viewer: |_| {},
    };
    let began = Instant::now();
    let mut window = Window::new(start);
    window.settle();
    println!("{name}: figures and verification after {:.2} s", began.elapsed().as_secs_f64());
    for route in Route::all().into_iter().chain([Route::Help(Chapter::default())]) {
        let began = Instant::now();
        window.app.wish(Action::Go(route.clone()));
        window.settle();
        assert!(window.app.route().same_screen(&route), "the screen is there");
        let loaded = began.elapsed();
        window.ctx.disable_accesskit();
        let alone = window.frames();
        window.ctx.enable_accesskit();
        let read = window.frames();
        println!(
            "{name}: {:<16} loaded in {:>6.0} ms, frame {alone}, with screen reader {read}",
            text.get(route.key()),
            loaded.as_secs_f64() * 1e3,
        );
    }
}

/// Median and 99th percentile of frames.
struct Times(Duration, Duration);

impl std::fmt::Display for Times {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        write!(to, "{:>5.2} ms, p99 {:>5.2} ms", ms(self.0), ms(self.1))
    }
}

/// The program without a window around it.
struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    began: Instant,
}

impl Window {
    fn new(start: Start) -> Self {
        let ctx = egui::Context::default();
        let app = App::new(&ctx, start).unwrap();
        Self { ctx, app, frame: eframe::Frame::_new_kittest(), began: Instant::now() }
    }

    /// One frame, and how long it took.
    fn step(&mut self, events: Vec<egui::Event>) -> Duration {
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(
                pos2(0.0, 0.0),
                egui::vec2(1920.0, 1080.0),
            )),
            time: Some(self.began.elapsed().as_secs_f64()),
            events,
            ..egui::RawInput::default()
        };
        let began = Instant::now();
        self.app.raw_input_hook(&self.ctx, &mut input);
        let output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui, &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        began.elapsed()
    }

    fn settle(&mut self) {
        self.step(Vec::new());
        while self.app.is_waiting() {
            std::thread::sleep(Duration::from_millis(2));
            self.step(Vec::new());
        }
        for _ in 0..3 {
            self.step(Vec::new());
        }
    }

    /// Frames in which the pointer moves and the wheel turns.
    fn frames(&mut self) -> Times {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|frame| {
                let wave = f32::from(u16::try_from(frame % 100).unwrap());
                let wheel = egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Line,
                    delta: egui::vec2(0.0, if frame % 100 < 50 { -3.0 } else { 3.0 }),
                    phase: egui::TouchPhase::Move,
                    modifiers: egui::Modifiers::NONE,
                    source: egui::MouseWheelSource::Unknown,
                };
                let at = pos2(500.0 + wave * 3.0, 300.0 + wave * 5.0);
                self.step(vec![egui::Event::PointerMoved(at), wheel])
            })
            .collect();
        times.sort_unstable();
        Times(times[FRAMES / 2], times[FRAMES * 99 / 100])
    }
}
