//! Whether a command can be given now, why not, and what it does.

use super::Command;
use crate::domain::{Kind, RecipientKey, Seq};
use crate::paper::{Document, Form, Wish};
use crate::ui::action::{Action, Ask, PaperAction, Place, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::{Known, PaperOrder};
use crate::ui::dialog::Around;
use crate::ui::form::Occasion;
use crate::ui::manual::Chapter;
use crate::ui::route::{Route, Side};
use crate::ui::safety::SafetyAction;

/// Smallest, usual and largest size, and one step, in percent.
const ZOOM: (u16, u16, u16) = (100, 200, 25);

impl Command {
    /// Why it cannot be given now; nothing when it can.
    #[must_use]
    pub fn hindrance(self, cx: &Context<'_>, route: &Route) -> Option<String> {
        let key = match self {
            Self::Filter if !has_filter(cx, route) => "command-no-filter",
            Self::Filter
            | Self::AsOf
            | Self::Known
            | Self::Latest
            | Self::Person
            | Self::ActAs(_)
            | Self::Print
            | Self::PrintStatement
            | Self::PrintProgramme
            | Self::Shelf(_)
            | Self::Paper(_)
            | Self::Reconcile(_)
            | Self::SaveCopy
            | Self::BackUp
            | Self::Drill
            | Self::Restore
            | Self::Screen(_)
            | Self::NextScreen
            | Self::PreviousScreen
            | Self::Book
            | Self::BookKind(_)
                if cx.ledger.is_none() =>
            {
                "command-no-ledger"
            }
            Self::BackUp | Self::Drill | Self::Restore if !cx.has_file() => "backup-no-file",
            Self::Latest if cx.known == Known::Latest => "command-latest-already",
            Self::Back if !cx.can_go_back => "command-no-back",
            Self::Book if !cx.can_book() => "app-read-only",
            Self::BookKind(kind) => return cx.hindrance(kind),
            Self::ZoomIn if cx.zoom >= ZOOM.1 => "command-zoom-most",
            Self::ZoomOut if cx.zoom <= ZOOM.0 => "command-zoom-least",
            _ => return None,
        };
        Some(cx.t(key))
    }

    /// What it does, wherever the person is.
    #[must_use]
    pub fn action(self, cx: &Context<'_>, route: &Route) -> Action {
        match self {
            Self::Screen(place) => Action::Begin(nth(cx, place)),
            Self::NextScreen => Action::Go(beside(cx, route, 1)),
            Self::PreviousScreen => Action::Go(beside(cx, route, cx.screens().len() - 1)),
            Self::NextRegion => Action::Region { back: false },
            Self::PreviousRegion => Action::Region { back: true },
            Self::Back => Action::Back,
            Self::Search => Action::Search(String::new()),
            Self::Filter => Action::Focus(Place::Filter),
            Self::AsOf => Action::Focus(Place::AsOf),
            Self::Known => Action::Focus(Place::Known),
            Self::Settings => Action::Focus(Place::Settings),
            Self::Latest => Action::SetKnown(Known::Latest),
            // What is typed next is the name.
            Self::Person => Action::Search(cx.t("command-act-as-start") + " "),
            Self::ActAs(person) => Action::SetPerson(person),
            Self::Book => Action::Open(Ask::Choose(around(cx, route))),
            Self::Drafts => Action::Open(Ask::Drafts),
            Self::BookKind(kind) => book(cx, route, kind),
            Self::PrintStatement => match recipient(cx, route) {
                Some(key) => Action::PrintStatement(key, cx.paper),
                None => Action::Open(Ask::Statement),
            },
            Self::Shelf(part) => Action::Go(Route::shelf(part)),
            Self::Reconcile(side) => Action::Go(Route::Reconcile(side)),
            Self::Paper(document) => Action::Go(Route::paper(paper(cx, route, document))),
            Self::Print => match route {
                Route::Reports(shelf) if shelf.wish.is_complete() => {
                    // The very pages that are seen; while they are made anew there are none.
                    let Some(view) = cx.seen_paper(&shelf.wish) else {
                        return Action::NotNow(cx.t("shelf-not-seen"));
                    };
                    let order = PaperOrder::of(view, Form::Pdf, true);
                    Action::Paper(PaperAction::Save(Box::new(order)))
                }
                Route::Recipients(Some(key)) => Action::PrintStatement(key.clone(), cx.paper),
                _ => match (compared(cx, route), cx.extract()) {
                    (Some(key), _) => {
                        Action::Reconcile(ReconcileAction::PrintCompared(key, cx.paper))
                    }
                    (_, Some(own)) => Action::PrintStatement(own.recipient.clone(), cx.paper),
                    (None, None) => Action::PrintProgramme(cx.paper),
                },
            },
            Self::PrintProgramme => Action::PrintProgramme(cx.paper),
            Self::NewProgramme => Action::Open(Ask::NewProgramme),
            Self::OpenLedger => Action::OpenLedger,
            Self::OpenRecent(place) => match cx.recent.get(place) {
                Some(path) => Action::OpenFile(path.clone()),
                None => Action::OpenLedger,
            },
            Self::OpenSample => Action::OpenSample,
            Self::SaveCopy => Action::SaveCopy,
            Self::BackUp => Action::Safety(SafetyAction::BackUp),
            Self::Drill => Action::Safety(SafetyAction::Drill),
            Self::Restore => Action::Safety(SafetyAction::ChooseBackup),
            Self::Language(lang) => Action::SetLanguage(lang),
            Self::PaperLanguage(lang) => Action::SetPaperLanguage(lang),
            Self::Theme(theme) => Action::SetTheme(theme),
            Self::ZoomIn => Action::SetZoom((cx.zoom + ZOOM.2).min(ZOOM.1)),
            Self::ZoomOut => Action::SetZoom((cx.zoom - ZOOM.2).max(ZOOM.0)),
            Self::ZoomReset => Action::SetZoom(ZOOM.0),
            Self::Help => Action::Go(Route::Help(cx.chapter(route))),
            Self::Keyboard => Action::Go(Route::Help(Chapter::Keyboard)),
            Self::News => Action::Go(Route::Help(Chapter::News)),
            Self::Quit => Action::Quit,
        }
    }
}

/// Whose bank statements are on the screen, once they are compared.
fn compared(cx: &Context<'_>, route: &Route) -> Option<RecipientKey> {
    let on_screen = *route == Route::Reconcile(Side::Bank);
    let found = cx.data.reconcile.compared.ready().filter(|_| on_screen)?.as_ref()?;
    Some(found.recipient.clone())
}

/// True while the screen has a field that narrows its list; an extract has no lists but the bank's.
fn has_filter(cx: &Context<'_>, route: &Route) -> bool {
    cx.is_whole() && route.has_filter() || has_list(cx, route)
}

/// True while the screen of reconciliation shows the rows of a file.
fn has_list(cx: &Context<'_>, route: &Route) -> bool {
    let of = &cx.data.reconcile;
    match route {
        Route::Reconcile(Side::Cash) => of.preview.value().is_some_and(Option::is_some),
        Route::Reconcile(Side::Bank) => of.compared.value().is_some_and(Option::is_some),
        Route::Reconcile(Side::Takeover) => of.taken.value().is_some_and(Option::is_some),
        _ => false,
    }
}

/// The form of a kind, about the case or recipient on the screen where it can be.
#[must_use]
pub fn book(cx: &Context<'_>, route: &Route, kind: Kind) -> Action {
    let applied = applied(cx, route);
    if kind == Kind::GrantIssued {
        return Action::Open(Ask::IssueGrant(applied));
    }
    let of_application = kind.refers_to().contains(&Kind::ApplicationReceived);
    if let Some(seq) = applied.filter(|_| of_application) {
        return Action::book(kind, Occasion::entry(seq));
    }
    let of_account = matches!(kind, Kind::BankAccountRecorded | Kind::BankAccountConfirmed);
    if let Some(key) = recipient(cx, route).filter(|_| of_account) {
        return Action::book(kind, Occasion::recipient(&key));
    }
    match around(cx, route) {
        around if around.fits(kind) => Action::book(kind, around.occasion_for(kind)),
        _ => Action::book(kind, Occasion::default()),
    }
}

/// The application of the case on the screen while nothing is granted.
fn applied(cx: &Context<'_>, route: &Route) -> Option<Seq> {
    let Route::Grants(Some(case)) = route else { return None };
    let detail = cx.data.case(case)?;
    detail.application.as_ref().filter(|_| detail.grant.is_none()).map(|found| found.seq)
}

/// A document, about what the screen shows where it can be.
fn paper(cx: &Context<'_>, route: &Route, document: Document) -> Wish {
    let wish = Wish::of(document);
    match (document, route) {
        (Document::Statement, _) => {
            Wish { recipient: recipient(cx, route).unwrap_or_default(), ..wish }
        }
        (Document::Sheet, Route::Journal(filter)) => Wish { entry: filter.entry, ..wish },
        _ => wish,
    }
}

/// The recipient that the screen is about.
#[must_use]
pub fn recipient(cx: &Context<'_>, route: &Route) -> Option<RecipientKey> {
    match route {
        Route::Recipients(key) => key.clone(),
        Route::Grants(Some(grant)) => {
            let known = cx.data.grant(grant).map(|detail| detail.row.recipient.clone());
            known.or_else(|| Some(cx.data.case(grant)?.row.recipient.clone()))
        }
        _ => None,
    }
}

fn nth(cx: &Context<'_>, place: usize) -> Route {
    cx.screens().into_iter().nth(place).unwrap_or_default()
}

/// The screen so many places after this one, in a circle; from the help the first or last.
fn beside(cx: &Context<'_>, route: &Route, steps: usize) -> Route {
    let all = cx.screens();
    let here = all.iter().position(|other| other.same_screen(route));
    let from = here.unwrap_or(if steps == 1 { all.len() - 1 } else { 0 });
    nth(cx, (from + steps) % all.len())
}

/// What an entry shall be about: the grant or recipient on the screen.
#[must_use]
pub fn around(cx: &Context<'_>, route: &Route) -> Around {
    match route {
        Route::Grants(Some(grant)) => cx
            .data
            .grant(grant)
            .map_or(Around::All, |row| Around::Grant(row.row.recipient.clone(), grant.clone())),
        Route::Recipients(Some(key)) => Around::Recipient(key.clone()),
        _ => Around::All,
    }
}
