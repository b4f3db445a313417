//! The treasurer's view: what the window shows of an extract for a recipient, and nothing else.

use super::command::Command;
use super::context::Context;
use super::data::ExtractInfo;
use super::manual::Chapter;
use super::route::{Part, Route, Side};
use crate::paper::{Document, Wish};

impl ExtractInfo {
    /// Account, statement, comparison: the screens in the order of the navigation.
    #[must_use]
    pub fn screens(&self) -> Vec<Route> {
        vec![
            Route::Recipients(Some(self.recipient.clone())),
            Route::paper(Wish::statement(self.recipient.clone())),
            Route::Reconcile(Side::Bank),
        ]
    }

    /// True for a place that an extract has; the help is everywhere.
    #[must_use]
    pub fn has(&self, route: &Route) -> bool {
        match route {
            Route::Recipients(key) => key.as_ref() == Some(&self.recipient),
            Route::Reports(shelf) => {
                let wish = &shelf.wish;
                let own = wish.document == Document::Statement && wish.recipient == self.recipient;
                shelf.part == Part::Make && own
            }
            Route::Reconcile(side) => *side == Side::Bank,
            Route::Help(_) => true,
            _ => false,
        }
    }
}

impl Context<'_> {
    /// What the open file is an extract of; none for a whole ledger.
    #[must_use]
    pub fn extract(&self) -> Option<&ExtractInfo> {
        self.ledger.and_then(|ledger| ledger.extract.as_ref())
    }

    /// True when all entries are here: rows and figures lead to what is behind them.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.extract().is_none()
    }

    /// The screens in the order of the navigation.
    #[must_use]
    pub fn screens(&self) -> Vec<Route> {
        self.extract().map_or_else(|| Route::all().to_vec(), ExtractInfo::screens)
    }

    /// What a screen is called here.
    #[must_use]
    pub fn screen_name(&self, route: &Route) -> String {
        let key = match route {
            _ if self.is_whole() => route.key(),
            Route::Recipients(_) => "extract-account",
            Route::Reports(_) => "extract-statement",
            Route::Reconcile(_) => "extract-compare",
            other => other.key(),
        };
        self.t(key)
    }

    /// The chapter of the help that is about a screen.
    #[must_use]
    pub fn chapter(&self, route: &Route) -> Chapter {
        match route {
            Route::Help(chapter) => *chapter,
            _ if self.is_whole() => Chapter::about(route),
            _ => Chapter::Extract,
        }
    }
}

/// True for a command that an extract offers.
#[must_use]
pub const fn offers(command: Command) -> bool {
    matches!(
        command,
        Command::Search
            | Command::Filter
            | Command::Help
            | Command::Keyboard
            | Command::News
            | Command::NextScreen
            | Command::PreviousScreen
            | Command::Back
            | Command::AsOf
            | Command::Print
            | Command::OpenLedger
            | Command::OpenSample
            | Command::Quit
            | Command::Settings
            | Command::Language(_)
            | Command::PaperLanguage(_)
            | Command::Theme(_)
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
    )
}
