//! Pictures of every screen, compared pixel by pixel with those in `tests/snapshots`.
//!
//! Only when asked for (`--ignored`, or the feature `snapshots`), for it needs Vulkan; software
//! Vulkan (lavapipe) paints the same everywhere. `docs/architecture.md` says how the pictures are
//! made anew.

use eframe::egui::Key;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, FiscalYear, Kind, RecipientKey, TitleKey};
use foerderbuch::ops::sample;
use foerderbuch::paper::Wish;
use foerderbuch::store::extract;
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, Ask, ReconcileAction, ThemeChoice};
use foerderbuch::ui::data::TakeoverWish;
use foerderbuch::ui::dialog::Around;
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::manual::Chapter;
use foerderbuch::ui::route::{Part, Route, Side};

use super::harness::{Setup, Window};
use super::reconcile_window::{list, statement};

const USUAL: (f32, f32) = (1280.0, 720.0);
const LARGE: (f32, f32) = (1920.0, 1080.0);

/// Name of a look, and how it is set up.
fn look(theme: ThemeChoice, lang: Lang) -> (String, Setup) {
    let name = match theme {
        ThemeChoice::Dark => "dark",
        ThemeChoice::HighContrast => "contrast",
        ThemeChoice::Light | ThemeChoice::System => "light",
    };
    let setup = Setup { size: USUAL, theme, ..Setup::sample(lang) };
    (format!("{name}-{lang}"), setup)
}

/// The large window, and everything at half as large again.
fn sizes() -> [(String, Setup); 2] {
    let large = Setup { size: LARGE, ..Setup::sample(Lang::De) };
    let zoomed = Setup { size: USUAL, zoom: 150, ..Setup::sample(Lang::De) };
    [("light-de-1920".to_owned(), large), ("light-de-150".to_owned(), zoomed)]
}

fn both(theme: ThemeChoice) -> [(String, Setup); 2] {
    Lang::ALL.map(|lang| look(theme, lang))
}

fn county() -> RecipientKey {
    RecipientKey::new("16066")
}

/// The screens of the navigation, each with what is chosen on it.
fn places() -> Vec<(String, Route)> {
    let first = |route: &Route| {
        let name = format!("{route:?}");
        name.split(['(', ' ']).next().unwrap_or_default().to_lowercase()
    };
    let mut places: Vec<_> = Route::all().into_iter().map(|route| (first(&route), route)).collect();
    let chosen = [
        ("budget-line", Route::Budget(Some((TitleKey::new("1616 88371"), FiscalYear(2020))))),
        ("grants-case", Route::Grants(Some(FileNumber::new("EG-2020-001")))),
        ("recipients-account", Route::Recipients(Some(county()))),
        ("reports-statement", Route::paper(Wish::statement(county()))),
        ("reports-issued", Route::shelf(Part::Issued)),
        ("reports-check", Route::shelf(Part::Check)),
        ("reports-difference", Route::shelf(Part::Difference)),
        ("reconcile-bank", Route::Reconcile(Side::Bank)),
        ("reconcile-takeover", Route::Reconcile(Side::Takeover)),
        ("help", Route::Help(Chapter::default())),
    ];
    places.extend(chosen.map(|(name, route)| (name.to_owned(), route)));
    places
}

/// What opens above a screen.
fn above() -> [(&'static str, Action); 4] {
    [
        ("palette", Action::Search("Schmalkalden".to_owned())),
        ("choose", Action::Open(Ask::Choose(Around::All))),
        ("draw", Action::Open(Ask::Draw(FileNumber::new("EG-2020-001")))),
        ("form", Action::book(Kind::ProofReceived, Occasion::default())),
    ]
}

/// Pictures of a window.
struct Pictures {
    look: String,
    window: Window,
    results: SnapshotResults,
}

impl Pictures {
    fn of((look, setup): (String, Setup)) -> Self {
        Self { look, window: setup.open(), results: SnapshotResults::new() }
    }

    fn take(&mut self, name: &str, wish: Action) {
        self.window.wish(wish);
        self.snap(name);
    }

    fn snap(&mut self, name: &str) {
        // Rounding in software Vulkan moves a few points by one step; a letter is dozens of points.
        let options = SnapshotOptions::new().threshold(0.6).max_failed_pixels(12);
        let harness = self.window.harness();
        harness.remove_cursor();
        harness.run();
        let picture = [name, "-", &self.look].concat();
        self.results.add(harness.try_snapshot_options(picture, &options));
    }

    fn screens(mut self) -> SnapshotResults {
        for (name, route) in places() {
            self.take(&name, Action::Go(route));
        }
        for (name, wish) in above() {
            self.take(name, wish);
            self.window.wish(Action::CloseSearch);
            self.window.wish(Action::DiscardForm);
        }
        self.results
    }

    /// What opens from the navigation, and the forms that were left.
    fn menus(mut self, lang: Lang) -> SnapshotResults {
        let words = |key: &str| Text::new(lang).get(key);
        for (name, key) in [("ledger-menu", "app-ledger"), ("settings", "app-settings")] {
            self.window.button(&words(key));
            self.snap(name);
            self.window.press(Key::Escape);
        }
        self.window.wish(Action::Open(Ask::Draw(FileNumber::new("EG-2020-003"))));
        self.window.fill(&words("app-draw-amount"), "1000");
        self.window.press(Key::Escape);
        self.take("drafts", Action::Open(Ask::Drafts));
        self.results
    }

    /// Long screens at their end.
    fn ends(mut self) -> SnapshotResults {
        let case = Route::Grants(Some(FileNumber::new("EG-2020-001")));
        for (name, route) in [("overview-end", Route::Overview), ("grants-case-end", case)] {
            self.window.wish(Action::Go(route));
            self.window.scroll();
            self.snap(name);
        }
        self.results
    }

    /// Overview, a list and a form at the largest zoom.
    fn largest(mut self) -> SnapshotResults {
        self.take("overview", Action::Go(Route::Overview));
        self.take("deadlines", Action::Go(Route::Deadlines));
        self.take("draw", Action::Open(Ask::Draw(FileNumber::new("EG-2020-003"))));
        self.results
    }

    /// The parts of reconciliation with files that leave something open.
    fn reconciled(mut self, lang: Lang) -> SnapshotResults {
        let words = |key: &str| Text::new(lang).get(key);
        let folder = tempfile::tempdir().unwrap();
        let ledger = sample::in_memory().unwrap();
        let write = |name: &str, content: String| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            path
        };
        let odd = "K-2020-1307;1616 88371;2020;15.04.2020;450000,01;EG-2020-002\n\
            K-9;1616 88371;2020;01.07.2020;7,00;fremd\nK-10;1616 88371;;02.07.2020;8,00;x\n";
        let cash = write("Istliste 2020.csv", list(&ledger, odd));
        let again = "10.12.2020;500000,00;EUR;EG-2020-001 Rate\n\
            11.12.2020;777,00;EUR;EG-2020-001 Nachzahlung\n";
        let bank = write("Konto.csv", statement(&ledger, "16066", 1) + again);
        let office = "AGS;Name;Art;IBAN;Kontoinhaber\n\
            17061;Eichsfeld;Landkreis;DE02120300000000202051;Landkreis Eichsfeld\n\
            17062;Nordhausen;Landkreis;DE02120300000000202052;Landkreis Nordhausen\n\
            16066;Schmalkalden-Meiningen;Landkreis;;\n1706;Zu kurz;Landkreis;;\n";
        let office = write("Stand.csv", office.to_owned());
        self.window.choose(&words("app-person"), "A. Weber");
        self.take("reconcile-found", Action::Reconcile(ReconcileAction::ReadCash(cash)));
        self.window.wish(Action::Reconcile(ReconcileAction::ReadBank(vec![bank])));
        self.window.choose(&words("screen-col-recipient"), "Schmalkalden-Meiningen");
        self.snap("reconcile-bank-found");
        let read = ReconcileAction::ReadTakeover(office, TakeoverWish::default());
        self.take("reconcile-takeover-found", Action::Reconcile(read));
        self.results
    }

    fn extract(mut self) -> SnapshotResults {
        for (name, route) in [
            ("account", Route::Recipients(Some(county()))),
            ("statement", Route::paper(Wish::statement(county()))),
            ("bank", Route::Reconcile(Side::Bank)),
        ] {
            self.take(&["extract-", name].concat(), Action::Go(route));
        }
        self.results
    }
}

/// All pictures of these looks; a test has one result, with every picture that is another one.
fn screens(looks: [(String, Setup); 2]) {
    let mut results = SnapshotResults::new();
    for look in looks {
        results.extend(Pictures::of(look).screens());
    }
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn every_screen_in_light_looks_as_in_its_picture() {
    screens(both(ThemeChoice::Light));
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn every_screen_in_dark_looks_as_in_its_picture() {
    screens(both(ThemeChoice::Dark));
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn every_screen_in_high_contrast_looks_as_in_its_picture() {
    screens(both(ThemeChoice::HighContrast));
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn every_screen_large_and_zoomed_looks_as_in_its_picture() {
    screens(sizes());
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn menus_drafts_ends_and_the_largest_zoom_look_as_in_their_pictures() {
    let mut results = SnapshotResults::new();
    for lang in Lang::ALL {
        results.extend(Pictures::of(look(ThemeChoice::Light, lang)).menus(lang));
    }
    results.extend(Pictures::of(look(ThemeChoice::Light, Lang::De)).ends());
    let largest = Setup { size: USUAL, zoom: 200, ..Setup::sample(Lang::De) };
    results.extend(Pictures::of(("light-de-200".to_owned(), largest)).largest());
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn what_lists_leave_open_looks_as_in_its_picture() {
    let mut results = SnapshotResults::new();
    for lang in Lang::ALL {
        results.extend(Pictures::of(look(ThemeChoice::Light, lang)).reconciled(lang));
    }
    results.extend(Pictures::of(look(ThemeChoice::Dark, Lang::De)).reconciled(Lang::De));
}

#[test]
#[cfg_attr(not(feature = "snapshots"), ignore = "needs software Vulkan")]
fn what_a_treasurer_sees_looks_as_in_its_picture() {
    let mut results = SnapshotResults::new();
    let themes = [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast];
    for (look, mut setup) in themes.into_iter().flat_map(both).chain(sizes()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Auszug 16066.foerderbuch");
        extract::write(&sample::in_memory().unwrap(), "16066", &path).unwrap();
        setup.source = Source::File(path);
        results.extend(Pictures::of((look, setup)).extract());
    }
}
