//! The one table of commands: all that a person can do in the window besides filling forms.
//!
//! Menus, tooltips, the search, the keyboard chapter of the help and the shortcuts themselves
//! come from it, so that none of them can say anything else.

mod listen;
pub mod shortcut;
pub mod state;

use std::path::Path;

use eframe::egui::Key;

use crate::domain::{Kind, PersonNo};
use crate::paper::Document;
use crate::text::{Lang, Text};

use self::shortcut::{Shortcut, alt, ctrl, ctrl_shift, key, shift};
use super::action::ThemeChoice;
use super::context::Context;
use super::extract;
use super::form::area::Area;
use super::icon::Icon;
use super::route::{Part, Route, Side};

pub use listen::{Above, listen};

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Go to the screen of that place in the navigation.
    Screen(usize),
    /// Go to the next screen.
    NextScreen,
    /// Go to the previous screen.
    PreviousScreen,
    /// Lead the keyboard to the next region of the window.
    NextRegion,
    /// Lead the keyboard to the previous region of the window.
    PreviousRegion,
    /// Go back to where the person was before.
    Back,
    /// Open the search.
    Search,
    /// Put the keyboard into the filter of the screen.
    Filter,
    /// Put the keyboard into the Stichtag.
    AsOf,
    /// Put the keyboard into the Datenstand.
    Known,
    /// Show all that is recorded.
    Latest,
    /// Open the settings.
    Settings,
    /// Choose who acts.
    Person,
    /// Act as that person.
    ActAs(PersonNo),
    /// Choose what to book, about what the screen shows.
    Book,
    /// Book an entry of that kind.
    BookKind(Kind),
    /// Show the forms that were closed with entries in them.
    Drafts,
    /// Print what the screen shows.
    Print,
    /// Print the statement of account of the recipient that the screen is about.
    PrintStatement,
    /// Print the report on the programme.
    PrintProgramme,
    /// Go to a part of the screen of papers.
    Shelf(Part),
    /// Look at a paper before it is saved.
    Paper(Document),
    /// Go to a part of the screen of reconciliation.
    Reconcile(Side),
    /// Found a programme.
    NewProgramme,
    /// Open a ledger.
    OpenLedger,
    /// Open the ledger of that place among those that were open before.
    OpenRecent(usize),
    /// Open the sample.
    OpenSample,
    /// Save a verified copy.
    SaveCopy,
    /// Write a backup.
    BackUp,
    /// Restore the newest backup as a drill.
    Drill,
    /// Choose a backup and restore it.
    Restore,
    /// Language of the window.
    Language(Lang),
    /// Language of the papers; none follows the window.
    PaperLanguage(Option<Lang>),
    /// Colours.
    Theme(ThemeChoice),
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As large as usual.
    ZoomReset,
    /// The chapter of the help that is about the screen.
    Help,
    /// The shortcuts.
    Keyboard,
    /// What is new.
    News,
    /// Close the program.
    Quit,
}

/// What a command is about; the order is that of the keyboard chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Search and help.
    Find,
    /// Screens.
    Go,
    /// Times and person.
    View,
    /// Booking.
    Book,
    /// Papers and files.
    File,
    /// Language, colours, size.
    Settings,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 6] =
        [Self::Find, Self::Go, Self::View, Self::Book, Self::File, Self::Settings];

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Find => "command-group-find",
            Self::Go => "command-group-go",
            Self::View => "command-group-view",
            Self::Book => "command-group-book",
            Self::File => "command-group-file",
            Self::Settings => "command-group-settings",
        }
    }
}

impl Command {
    /// Every command; those that act as a person only for the persons of the ledger.
    #[must_use]
    pub fn all(persons: impl IntoIterator<Item = PersonNo>) -> Vec<Self> {
        let mut all = vec![Self::Search, Self::Filter, Self::Help, Self::Keyboard, Self::News];
        all.extend((0..Route::all().len()).map(Self::Screen));
        all.extend([Self::NextScreen, Self::PreviousScreen, Self::Back]);
        all.extend([Self::NextRegion, Self::PreviousRegion]);
        all.extend([Self::AsOf, Self::Known, Self::Latest, Self::Person, Self::Settings]);
        all.extend(persons.into_iter().map(Self::ActAs));
        all.extend([Self::Book, Self::Drafts]);
        for area in Area::ALL {
            let kinds = Kind::ALL.iter().copied();
            all.extend(kinds.filter(|kind| Area::of(*kind) == Some(area)).map(Self::BookKind));
        }
        all.extend([Self::Print, Self::PrintStatement, Self::PrintProgramme]);
        all.extend(Document::ALL.map(Self::Paper));
        all.extend([Part::Issued, Part::Check, Part::Difference].map(Self::Shelf));
        all.extend(Side::ALL.map(Self::Reconcile));
        all.extend([
            Self::NewProgramme,
            Self::OpenLedger,
            Self::OpenSample,
            Self::SaveCopy,
            Self::BackUp,
            Self::Drill,
            Self::Restore,
            Self::Quit,
        ]);
        all.extend(Lang::ALL.map(Self::Language));
        all.extend([Self::PaperLanguage(None)]);
        all.extend(Lang::ALL.map(|lang| Self::PaperLanguage(Some(lang))));
        all.extend(ThemeChoice::ALL.map(Self::Theme));
        all.extend([Self::ZoomIn, Self::ZoomOut, Self::ZoomReset]);
        all
    }

    /// The commands of the open ledger, or of the open extract.
    #[must_use]
    pub fn of(cx: &Context<'_>) -> Vec<Self> {
        if !cx.is_whole() {
            let screens = (0..cx.screens().len()).map(Self::Screen);
            let all = Self::all([]).into_iter().filter(|command| extract::offers(*command));
            return screens.chain(all).collect();
        }
        let persons = cx.ledger.map(|ledger| ledger.persons.as_slice()).unwrap_or_default();
        let mut all = Self::all(persons.iter().map(|row| row.person));
        all.extend(Self::recent(cx));
        all
    }

    /// Those that open a ledger which was open before, other than the one that is open.
    pub fn recent(cx: &Context<'_>) -> impl Iterator<Item = Self> {
        let open = cx.ledger.and_then(|ledger| ledger.path.as_deref());
        let others =
            cx.recent.iter().enumerate().filter(move |(_, path)| Some(path.as_path()) != open);
        others.map(|(place, _)| Self::OpenRecent(place))
    }

    /// What it is about.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Search | Self::Filter | Self::Help | Self::Keyboard | Self::News => Group::Find,
            Self::Screen(_)
            | Self::NextScreen
            | Self::PreviousScreen
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::Back => Group::Go,
            Self::AsOf | Self::Known | Self::Latest | Self::Person | Self::ActAs(_) => Group::View,
            Self::Book | Self::BookKind(_) | Self::Drafts => Group::Book,
            Self::Print
            | Self::PrintStatement
            | Self::PrintProgramme
            | Self::Shelf(_)
            | Self::Paper(_)
            | Self::Reconcile(_)
            | Self::NewProgramme
            | Self::OpenLedger
            | Self::OpenRecent(_)
            | Self::OpenSample
            | Self::SaveCopy
            | Self::BackUp
            | Self::Drill
            | Self::Restore
            | Self::Quit => Group::File,
            Self::Settings
            | Self::Language(_)
            | Self::PaperLanguage(_)
            | Self::Theme(_)
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => Group::Settings,
        }
    }

    /// Its name, without what it depends on: a person is named by number.
    #[must_use]
    pub fn name(self, text: &Text) -> String {
        match self {
            Self::Screen(place) => {
                Route::all().get(place).map(|route| text.get(route.key())).unwrap_or_default()
            }
            Self::ActAs(person) => {
                let number = text.format("app-person-number", &[("number", person.0.to_string())]);
                text.format("command-act-as", &[("person", number)])
            }
            Self::BookKind(kind) => text.deed(kind),
            Self::Language(lang) => {
                text.format("command-language", &[("language", text.language(lang))])
            }
            Self::PaperLanguage(lang) => {
                let lang = lang
                    .map_or_else(|| text.get("command-paper-follows"), |lang| text.language(lang));
                text.format("command-paper-language", &[("language", lang)])
            }
            Self::Theme(theme) => text.format("command-theme", &[("theme", text.get(theme.key()))]),
            Self::Shelf(part) => text.format("shelf-command", &[("name", text.get(part.key()))]),
            Self::Paper(document) => {
                text.format("shelf-command", &[("name", text.get(document.key()))])
            }
            Self::Reconcile(side) => {
                text.format("reconcile-command", &[("name", text.get(side.key()))])
            }
            other => text.get(other.key()),
        }
    }

    /// Message key of a name that depends on nothing.
    const fn key(self) -> &'static str {
        match self {
            Self::NextScreen => "command-next-screen",
            Self::PreviousScreen => "command-previous-screen",
            Self::NextRegion => "command-next-region",
            Self::PreviousRegion => "command-previous-region",
            Self::Back => "command-back",
            Self::Search => "command-search",
            Self::Filter => "command-filter",
            Self::AsOf => "command-as-of",
            Self::Known => "command-known",
            Self::Latest => "command-latest",
            Self::Person => "command-person",
            Self::Book => "form-book",
            Self::Drafts => "entry-drafts-title",
            Self::Print => "command-print",
            Self::PrintStatement => "next-statement",
            Self::PrintProgramme => "screen-print-programme",
            Self::NewProgramme => "app-new",
            Self::OpenLedger => "app-open",
            Self::OpenSample => "app-open-sample",
            Self::SaveCopy => "app-save-copy",
            Self::BackUp => "backup-now",
            Self::Drill => "backup-drill",
            Self::Restore => "restore-choose",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::Settings => "app-settings",
            Self::Help => "command-help",
            Self::Keyboard => "command-keyboard",
            Self::News => "command-news",
            Self::OpenRecent(_) => "desktop-recent",
            Self::Screen(_)
            | Self::Shelf(_)
            | Self::Paper(_)
            | Self::Reconcile(_)
            | Self::ActAs(_)
            | Self::BookKind(_)
            | Self::Language(_)
            | Self::PaperLanguage(_)
            | Self::Theme(_)
            | Self::Quit => "command-quit",
        }
    }

    /// Message key of other words under which it is found.
    #[must_use]
    pub const fn also(self) -> Option<&'static str> {
        match self {
            Self::PrintStatement => Some("next-also-statement"),
            Self::PrintProgramme => Some("next-also-programme"),
            Self::BookKind(Kind::Reversed) => Some("next-also-reverse"),
            Self::BookKind(_) => Some("next-also-book"),
            Self::Language(Lang::De) | Self::PaperLanguage(Some(Lang::De)) => {
                Some("next-also-german")
            }
            Self::Language(Lang::En) | Self::PaperLanguage(Some(Lang::En)) => {
                Some("next-also-english")
            }
            _ => None,
        }
    }

    /// The name as the window shows it now: persons by their names, screens as they are there.
    #[must_use]
    pub fn label(self, cx: &Context<'_>) -> String {
        if let Self::Screen(place) = self {
            return cx.screens().get(place).map(|to| cx.screen_name(to)).unwrap_or_default();
        }
        if let Self::OpenRecent(place) = self
            && let Some(path) = cx.recent.get(place)
        {
            let folder = path.parent().map(|folder| folder.display().to_string());
            let words = [("file", file_name(path)), ("folder", folder.unwrap_or_default())];
            return cx.f("desktop-recent-command", &words);
        }
        let Self::ActAs(number) = self else { return self.name(cx.text) };
        let persons = cx.ledger.map(|ledger| ledger.persons.as_slice()).unwrap_or_default();
        let row = persons.iter().find(|row| row.person == number);
        row.map_or_else(
            || self.name(cx.text),
            |row| cx.f("command-act-as", &[("person", cx.person_name(row))]),
        )
    }

    /// The keys that call it, the one to show first.
    #[must_use]
    pub const fn shortcuts(self) -> &'static [Shortcut] {
        const SCREENS: [[Shortcut; 1]; 9] = [
            [ctrl(Key::Num1)],
            [ctrl(Key::Num2)],
            [ctrl(Key::Num3)],
            [ctrl(Key::Num4)],
            [ctrl(Key::Num5)],
            [ctrl(Key::Num6)],
            [ctrl(Key::Num7)],
            [ctrl(Key::Num8)],
            [ctrl(Key::Num9)],
        ];
        match self {
            Self::Screen(place) if place < SCREENS.len() => &SCREENS[place],
            Self::NextScreen => const { &[ctrl(Key::Tab), ctrl(Key::PageDown)] },
            Self::PreviousScreen => const { &[ctrl_shift(Key::Tab), ctrl(Key::PageUp)] },
            Self::NextRegion => const { &[key(Key::F6)] },
            Self::PreviousRegion => const { &[shift(Key::F6)] },
            Self::Back => const { &[alt(Key::ArrowLeft)] },
            Self::Search => const { &[ctrl(Key::K), key(Key::F3)] },
            Self::Filter => const { &[ctrl(Key::F)] },
            Self::AsOf => const { &[ctrl(Key::T)] },
            Self::Known => const { &[ctrl(Key::D)] },
            Self::Latest => const { &[key(Key::F5)] },
            Self::Person => const { &[ctrl(Key::R)] },
            Self::Book => const { &[ctrl(Key::B)] },
            Self::Print => const { &[ctrl(Key::P)] },
            Self::PrintProgramme => const { &[ctrl_shift(Key::P)] },
            Self::Reconcile(Side::Cash) => const { &[ctrl_shift(Key::K)] },
            Self::Reconcile(Side::Bank) => const { &[ctrl_shift(Key::B)] },
            Self::Reconcile(Side::Takeover) => const { &[ctrl_shift(Key::L)] },
            Self::NewProgramme => const { &[ctrl(Key::N)] },
            Self::OpenLedger => const { &[ctrl(Key::O)] },
            Self::SaveCopy => const { &[ctrl_shift(Key::S)] },
            Self::ZoomIn => const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
            Self::ZoomOut => const { &[ctrl(Key::Minus)] },
            Self::ZoomReset => const { &[ctrl(Key::Num0)] },
            Self::Help => const { &[key(Key::F1)] },
            Self::Keyboard => const { &[shift(Key::F1)] },
            Self::Quit => const { &[ctrl(Key::Q)] },
            _ => &[],
        }
    }

    /// The shortcut to show beside its name, empty without one.
    #[must_use]
    pub fn hint(self, text: &Text) -> String {
        self.shortcuts().first().map(|keys| keys.words(text)).unwrap_or_default()
    }

    /// Icon beside its name as the window shows it now.
    #[must_use]
    pub fn shown_icon(self, cx: &Context<'_>) -> Icon {
        match self {
            Self::Screen(place) => cx.screens().get(place).map_or(Icon::Overview, Route::icon),
            other => other.icon(),
        }
    }

    /// Icon beside its name.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Self::Screen(place) => Route::all().get(place).map_or(Icon::Overview, Route::icon),
            Self::NextScreen
            | Self::PreviousScreen
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::OpenSample => Icon::Overview,
            Self::Back => Icon::Reverse,
            Self::Search | Self::Filter => Icon::Search,
            Self::AsOf => Icon::Calendar,
            Self::Known | Self::Latest => Icon::Clock,
            Self::Person | Self::ActAs(_) => Icon::Person,
            Self::Book | Self::BookKind(_) | Self::Drafts => Icon::Pen,
            Self::Print
            | Self::PrintStatement
            | Self::PrintProgramme
            | Self::Shelf(_)
            | Self::Paper(_) => Icon::Print,
            Self::Reconcile(_) | Self::Drill => Icon::Check,
            Self::NewProgramme => Icon::Add,
            Self::OpenLedger | Self::OpenRecent(_) | Self::Restore => Icon::Folder,
            Self::SaveCopy | Self::BackUp => Icon::Save,
            Self::Help | Self::Keyboard | Self::News => Icon::Help,
            Self::Quit => Icon::Close,
            Self::Settings
            | Self::Language(_)
            | Self::PaperLanguage(_)
            | Self::Theme(_)
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => Icon::Settings,
        }
    }
}

/// A name with the keys that call it, for tooltips: "Haushalt (Strg+2)".
#[must_use]
pub fn with_hint(name: &str, hint: &str) -> String {
    if hint.is_empty() { name.to_owned() } else { [name, " (", hint, ")"].concat() }
}

/// What people call a ledger: the name of its file, without the ending.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
