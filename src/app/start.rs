//! How the program starts: which ledger, which clock, which files.

use std::path::{Path, PathBuf};

use super::App;
use super::picker::Picker;
use super::settings::Shelf;
use super::worker::Job;
use crate::domain::PersonNo;
use crate::domain::rule::Role;
use crate::store::Ledger;
use crate::text::{Lang, Text};
use crate::ui::data::{Booking, LedgerInfo, Problem};

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
    /// The sample in the user's local folder, written when it is not there yet; in memory where
    /// nothing is kept.
    Sample(Option<PathBuf>),
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

/// What is opened at the start: the file that is named, the last ledger, at the first start the
/// sample. A ledger that is not there now is told as missing: to open another one in its place
/// would be to lose sight of it.
pub(super) fn first(file: Option<PathBuf>, last: Option<PathBuf>, folder: &Path) -> Source {
    file.or(last).map_or_else(|| Source::Sample(Some(folder.to_owned())), Source::File)
}

impl App {
    /// Opens a ledger in place of the one that is shown.
    pub(super) fn open(&mut self, source: Source) {
        self.opening = true;
        self.worker.send(Job::Open(source));
    }

    /// A ledger that cannot be opened leaves the one that is open as it is.
    pub(super) fn not_opened(&mut self, problem: Problem) {
        self.opening = false;
        if self.dialog.is_some() {
            self.state.booking = Booking::Failed(problem);
        } else if self.state.ledger.is_some() {
            self.failed(problem);
        } else {
            self.state.failure = Some(problem);
            self.read_drafts();
        }
    }
}

/// Who acts at first: the first desk officer, else the first person.
pub fn default_person(info: &LedgerInfo) -> Option<PersonNo> {
    let desk = info.persons.iter().find(|row| row.roles.contains(&Role::DeskOfficer));
    desk.or(info.persons.first()).map(|row| row.person)
}

/// The words with which refusals call the persons of the ledger by name.
pub(super) fn worded(text: Text, ledger: Option<&LedgerInfo>) -> Text {
    let everyone = ledger.into_iter().flat_map(|info| &info.everyone);
    text.naming(everyone.map(|row| (row.person, row.name.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_ledger_whose_drive_is_away_is_not_replaced_by_the_sample() {
        let gone = PathBuf::from("/no/such/drive/a.foerderbuch");
        let own = Path::new("/own");
        let last = first(None, Some(gone.clone()), own);
        assert!(matches!(last, Source::File(path) if path == gone));
        let named = PathBuf::from("b.foerderbuch");
        let source = first(Some(named.clone()), Some(gone), own);
        assert!(matches!(source, Source::File(path) if path == named));
        let sample = first(None, None, own);
        assert!(matches!(sample, Source::Sample(Some(folder)) if folder == own));
    }
}
