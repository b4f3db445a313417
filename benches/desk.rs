//! How long a frame of each screen takes: logic, layout and tessellation, without a graphics card.
//!
//! `cargo bench --bench desk` measures the sample; with `LEDGER=FILE` also that file, which
//! `cargo run --release --example generate` writes at any size.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]
#![expect(clippy::print_stdout, reason = "prints what it measured")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::{self, accesskit::Role, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use foerderbuch::app::{App, Picker, Settings, Shelf, Source, Start};
use foerderbuch::ops::sample;
use foerderbuch::text::{Lang, Text};

/// 28 November 2026, noon UTC.
const NOW: i64 = 1_795_867_200_000_000;
const FRAMES: usize = 300;
const SCREENS: [&str; 8] = [
    "screen-overview",
    "screen-budget",
    "screen-deadlines",
    "screen-grants",
    "screen-recipients",
    "screen-milestones",
    "screen-journal",
    "screen-masters",
];

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
    let picker: Picker = Box::new(|_, _| Box::pin(std::future::ready(None)));
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
    let mut harness = Harness::builder()
        .with_size((1920.0, 1080.0))
        .build_eframe(|cc| App::new(&cc.egui_ctx, start).unwrap());
    settle(&mut harness);
    println!("{name}: figures and verification after {:.2} s", began.elapsed().as_secs_f64());
    for screen in SCREENS {
        let label = text.get(screen);
        if harness.query_by_role_and_label(Role::Button, &label).is_none() {
            continue;
        }
        let began = Instant::now();
        harness.get_by_role_and_label(Role::Button, &label).click();
        settle(&mut harness);
        let loaded = began.elapsed();
        let (median, p99) = frames(&mut harness);
        println!(
            "{name}: {label:<16} loaded in {:>7.0} ms, frame {:>5.2} ms, p99 {:>5.2} ms",
            loaded.as_secs_f64() * 1e3,
            median.as_secs_f64() * 1e3,
            p99.as_secs_f64() * 1e3
        );
    }
}

fn settle(harness: &mut Harness<'_, App>) {
    harness.step();
    while harness.state().is_waiting() {
        std::thread::sleep(Duration::from_millis(2));
        harness.step();
    }
}

/// Median and 99th percentile of frames in which the pointer moves and the wheel turns.
fn frames(harness: &mut Harness<'_, App>) -> (Duration, Duration) {
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 0..FRAMES {
        let wave = f32::from(u16::try_from(frame % 100).unwrap());
        let at = pos2(500.0 + wave * 3.0, 300.0 + wave * 5.0);
        harness.event(egui::Event::PointerMoved(at));
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, if frame % 100 < 50 { -3.0 } else { 3.0 }),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        let began = Instant::now();
        harness.step();
        let output = harness.output();
        let shapes = output.shapes.clone();
        std::hint::black_box(harness.ctx.tessellate(shapes, output.pixels_per_point));
        times.push(began.elapsed());
    }
    times.sort_unstable();
    (times[FRAMES / 2], times[FRAMES * 99 / 100])
}
