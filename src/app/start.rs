//! How the program starts: which ledger, which clock, which window.

use std::path::{Path, PathBuf};

use eframe::egui::{IconData, ViewportBuilder};

use super::App;
use super::picker::{self, Picker};
use super::settings::Shelf;
use crate::domain::PersonNo;
use crate::domain::rule::Role;
use crate::store::Ledger;
use crate::system;
use crate::text::{Lang, Text};
use crate::ui::data::LedgerInfo;

/// Name of a copy of the sample in the user's local folder.
pub fn sample_file(number: u32) -> String {
    if number == 1 {
        "Beispiel.foerderbuch".to_owned()
    } else {
        format!("Beispiel {number}.foerderbuch")
    }
}

/// What to open.
#[derive(Debug)]
pub enum Source {
    /// A ledger that is open already, in tests.
    InMemory(Box<Ledger>),
    /// A file.
    File(PathBuf),
    /// The sample in the user's local folder; written when it is not there yet.
    Sample,
}

/// Everything that the program takes from outside.
pub struct Start {
    /// What to open.
    pub source: Source,
    /// The words of a language.
    pub words: fn(Lang) -> Text,
    /// Microseconds since 1970 UTC.
    pub clock: fn() -> i64,
    /// Windows SID or user id.
    pub login: String,
    /// Where settings are kept.
    pub shelf: Shelf,
    /// Native file dialogs.
    pub picker: Picker,
    /// Shows a paper that was written.
    pub viewer: fn(&Path),
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The computer has no screen.
    #[error("no display")]
    NoDisplay,
    /// The window cannot be opened; the words of the system.
    #[error("{0}")]
    Window(String),
}

/// Opens the window and returns when it is closed.
///
/// Without a file the last ledger, at the first start the sample.
///
/// # Errors
/// When there is no screen, or the system refuses a window.
pub fn run(file: Option<PathBuf>) -> Result<(), AppError> {
    if !system::has_display() {
        return Err(AppError::NoDisplay);
    }
    system::keep_reports(system::local_data_dir());
    let shelf = Shelf::File(system::local_data_dir().join("settings.json"));
    let source = first(file, shelf.read().last_ledger);
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
    let viewport = ViewportBuilder::default()
        .with_app_id("foerderbuch")
        .with_title("Förderbuch")
        .with_icon(icon())
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([960.0, 600.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(|cc| {
        let app = App::new(&cc.egui_ctx, start)?;
        Ok(Box::new(app))
    });
    eframe::run_native("foerderbuch", options, create)
        .map_err(|error| AppError::Window(error.to_string()))
}

/// What is opened at the start: the file that is named, the last ledger, at the first start the
/// sample. A ledger that is not there now is told as missing: to open another one in its place
/// would be to lose sight of it.
fn first(file: Option<PathBuf>, last: Option<PathBuf>) -> Source {
    file.or(last).map_or(Source::Sample, Source::File)
}

/// Who acts at first: the first desk officer, else the first person.
pub fn default_person(info: &LedgerInfo) -> Option<PersonNo> {
    let desk = info.persons.iter().find(|row| row.roles.contains(&Role::DeskOfficer));
    desk.or(info.persons.first()).map(|row| row.person)
}

/// The icon of the window: a book of bars, from the accent and white alone.
fn icon() -> IconData {
    const SIZE: usize = 64;
    let mut rgba = vec![0; SIZE * SIZE * 4];
    let bars = [(16, 40), (28, 26), (40, 16)];
    for y in 0..SIZE {
        for x in 0..SIZE {
            let corner = |at: usize| 10_usize.saturating_sub(at.min(SIZE - 1 - at));
            if corner(x).pow(2) + corner(y).pow(2) > 100 {
                continue;
            }
            let bar = bars
                .iter()
                .any(|(left, top)| (*left..left + 8).contains(&x) && (*top..50).contains(&y));
            let pixel = if bar { [255, 255, 255, 255] } else { [0x1f, 0x4e, 0x8c, 255] };
            let at = (y * SIZE + x) * 4;
            rgba[at..at + 4].copy_from_slice(&pixel);
        }
    }
    IconData { rgba, width: 64, height: 64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_ledger_whose_drive_is_away_is_not_replaced_by_the_sample() {
        let gone = PathBuf::from("/no/such/drive/a.foerderbuch");
        assert!(matches!(first(None, Some(gone.clone())), Source::File(path) if path == gone));
        let named = PathBuf::from("b.foerderbuch");
        let source = first(Some(named.clone()), Some(gone));
        assert!(matches!(source, Source::File(path) if path == named));
        assert!(matches!(first(None, None), Source::Sample));
    }
}
