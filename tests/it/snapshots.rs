//! Pictures of every screen, compared pixel by pixel with those in `tests/snapshots`.
//!
//! Only with the feature `snapshots`, which needs Vulkan; software Vulkan (lavapipe) paints the
//! same everywhere. `docs/architecture.md` says how the pictures are made anew.

use egui_kittest::{SnapshotOptions, SnapshotResults};
use foerderbuch::app::Source;
use foerderbuch::domain::RecipientKey;
use foerderbuch::ops::sample;
use foerderbuch::paper::Wish;
use foerderbuch::store::extract;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, ThemeChoice};
use foerderbuch::ui::route::{Route, Side};

use super::harness::Setup;

const USUAL: (f32, f32) = (1280.0, 720.0);
const LARGE: (f32, f32) = (1920.0, 1080.0);

/// Name of a look, and how it is set up.
fn looks() -> Vec<(String, Setup)> {
    let themes = [
        ("light", ThemeChoice::Light),
        ("dark", ThemeChoice::Dark),
        ("contrast", ThemeChoice::HighContrast),
    ];
    let mut looks = Vec::new();
    for (name, theme) in themes {
        for lang in Lang::ALL {
            let setup = Setup { size: USUAL, theme, ..Setup::sample(lang) };
            looks.push((format!("{name}-{lang}"), setup));
        }
    }
    looks.push(("light-de-1920".to_owned(), Setup { size: LARGE, ..Setup::sample(Lang::De) }));
    let large = Setup { size: USUAL, zoom: 150, ..Setup::sample(Lang::De) };
    looks.push(("light-de-150".to_owned(), large));
    looks
}

/// "grants" for the screen of the grants.
fn name(route: &Route) -> String {
    let name = format!("{route:?}");
    name.split(['(', ' ']).next().unwrap_or_default().to_lowercase()
}

#[test]
fn every_screen_looks_as_in_its_picture() {
    let mut results = SnapshotResults::new();
    // Rounding in software Vulkan moves a few points by one step; a letter is dozens of points.
    let options = SnapshotOptions::new().threshold(0.6).max_failed_pixels(12);
    for (look, setup) in looks() {
        let mut window = setup.open();
        for route in Route::all() {
            let picture = format!("{}-{look}", name(&route));
            window.wish(Action::Go(route));
            window.harness().remove_cursor();
            window.harness().run();
            results.add(window.harness().try_snapshot_options(picture, &options));
        }
    }
    for (look, mut setup) in looks() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Auszug 16066.foerderbuch");
        extract::write(&sample::in_memory().unwrap(), "16066", &path).unwrap();
        setup.source = Source::File(path);
        let mut window = setup.open();
        let key = || RecipientKey::new("16066");
        for (name, route) in [
            ("account", Route::Recipients(Some(key()))),
            ("statement", Route::paper(Wish::statement(key()))),
            ("bank", Route::Reconcile(Side::Bank)),
        ] {
            window.wish(Action::Go(route));
            window.harness().remove_cursor();
            window.harness().run();
            let picture = format!("extract-{name}-{look}");
            results.add(window.harness().try_snapshot_options(picture, &options));
        }
    }
}
