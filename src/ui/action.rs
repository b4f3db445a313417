//! What a person wants: sent by screens and dialogs, done by `app` once per frame.

use std::cell::RefCell;
use std::path::PathBuf;

use crate::domain::cash::Finding;
use crate::domain::event::Draft;
use crate::domain::takeover::{Acting, ListKind, Verdict};
use crate::domain::{Day, FileNumber, FiscalYear, Kind, PersonNo, RecipientKey, Seq, Uid};
use crate::exchange::cash_list::Profile;
use crate::text::Lang;

use super::data::{IssueAllOrder, IssueOrder, Known, PaperOrder, TakeoverWish};
use super::desk::{KeptStep, StepKey};
use super::dialog::{Around, Founding};
use super::form::Occasion;
use super::narrow::Narrowed;
use super::route::{Route, Side};
use super::safety::SafetyAction;
use super::widget::list::ListFile;

/// Which dialog to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Issue a grant on an application; without one it is chosen in the dialog.
    IssueGrant(Option<Seq>),
    /// Record a draw on a grant.
    Draw(FileNumber),
    /// Order the payment of a draw.
    Order(FileNumber, Option<Seq>),
    /// Confirm the payment of an order.
    Confirm(FileNumber, Option<Seq>),
    /// Reverse a booking.
    Reverse(Seq),
    /// Found a programme.
    NewProgramme,
    /// Choose what to book.
    Choose(Around),
    /// Go on with a draft, or discard it.
    Drafts,
    /// Choose whose statement of account is printed.
    Statement,
    /// Issue the paper that is looked at.
    IssuePaper(Box<IssueOrder>),
    /// Issue the statements of all recipients.
    IssueStatements(Box<IssueAllOrder>),
    /// Book an entry of any kind; the form is filled with what is known.
    Book(Kind, Box<Occasion>),
}

/// Light, dark, high contrast, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black and white with yellow, thick borders and patterns.
    HighContrast,
}

impl ThemeChoice {
    /// All choices.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "app-theme-system",
            Self::Light => "app-theme-light",
            Self::Dark => "app-theme-dark",
            Self::HighContrast => "access-theme-contrast",
        }
    }
}

/// A place that a command puts the keyboard into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The filter of the screen.
    Filter,
    /// The Stichtag.
    AsOf,
    /// The Datenstand.
    Known,
    /// The menu of settings.
    Settings,
}

/// A wish about papers.
#[derive(Clone, Debug)]
pub enum PaperAction {
    /// Ask for a place and write a paper there.
    Save(Box<PaperOrder>),
    /// Ask for a folder and write the statements of all recipients there.
    SaveStatements(Lang),
    /// Ask for a folder, issue the statements of all recipients as that person and write them
    /// there.
    IssueStatements(Box<IssueAllOrder>, PersonNo),
    /// The result of writing all statements was read.
    DismissBatch,
    /// Book that a paper is issued, and keep its bytes.
    Issue(Box<IssueOrder>),
    /// Ask for a place and write an issued paper there as it left the house: number of its entry,
    /// name of the document; true shows it afterwards.
    SaveIssued(Seq, String, bool),
    /// Ask for an SVG file and read the drawing for a letterhead.
    ChooseDrawing,
    /// Say whether the ledger has this head, as it was typed from a paper.
    CheckAnchor(Seq, [u8; 32]),
    /// Ask for a PDF and say whether it is genuine.
    Choose,
    /// Say whether that PDF is genuine.
    Check(PathBuf),
}

/// A wish about reconciliation.
#[derive(Clone, Debug)]
pub enum ReconcileAction {
    /// Ask for a list of the cash office.
    ChooseCash,
    /// Read that list.
    ReadCash(PathBuf),
    /// Read the list again, with other columns; they are remembered.
    Columns(Box<Profile>),
    /// Put the list away.
    CloseCash,
    /// Book what the list says beyond doubt: what its rows are as they are shown.
    BookCash(Vec<Finding>),
    /// Ask for a place and write a list with what the cash office has to confirm, of one fiscal
    /// year or of all.
    SaveTemplate(Option<FiscalYear>),
    /// Ask for a bank statement.
    ChooseBank,
    /// Read these bank statements.
    ReadBank(Vec<PathBuf>),
    /// Put the bank statements away.
    CloseBank,
    /// Ask for a list to take over.
    ChooseTakeover,
    /// Read that list.
    ReadTakeover(PathBuf, TakeoverWish),
    /// Put the list away.
    CloseTakeover,
    /// Book the list for these persons: what its rows are as they are shown, refused ones left out.
    BookTakeover(Box<Acting>, Vec<Verdict>),
    /// Ask for a place and write a list of that kind to fill in.
    SaveForm(ListKind),
    /// Stop reading.
    Stop(Side),
    /// Ask for a place and write the comparison with a recipient as a paper.
    PrintCompared(RecipientKey, Lang),
}

/// A wish.
#[derive(Clone, Debug)]
pub enum Action {
    /// Go to a screen.
    Go(Route),
    /// Go to a screen and begin there, also where it is open already.
    Begin(Route),
    /// Go to a page to go on there: the keyboard comes to its next step.
    Arrive(Route),
    /// Go to a list, narrowed to what makes up a figure.
    Narrow(Route, Narrowed),
    /// Go back to where the person was before.
    Back,
    /// Open the search with these words in it.
    Search(String),
    /// Close the search.
    CloseSearch,
    /// Put the keyboard somewhere.
    Focus(Place),
    /// Put the keyboard into the next region of the window, or the one before.
    Region {
        /// The one before.
        back: bool,
    },
    /// Say why a command cannot be given now.
    NotNow(String),
    /// Choose the Stichtag.
    SetAsOf(Day),
    /// Choose the Datenstand.
    SetKnown(Known),
    /// Choose the acting person.
    SetPerson(PersonNo),
    /// Choose the language.
    SetLanguage(Lang),
    /// Choose the language of the papers; none follows the window.
    SetPaperLanguage(Option<Lang>),
    /// Choose the theme.
    SetTheme(ThemeChoice),
    /// Choose the size of everything, in percent.
    SetZoom(u16),
    /// Open a dialog.
    Open(Ask),
    /// Close the dialog; what was typed is kept as a draft.
    CloseDialog,
    /// Close the dialog and drop what was typed.
    DiscardForm,
    /// Go on with a draft.
    ResumeForm(Uid),
    /// Drop a draft.
    DropDraft(Uid),
    /// The hint at drafts was read.
    DismissDrafts,
    /// Take back the draft that was dropped last.
    RestoreDraft,
    /// Look again whether the file of the ledger is there.
    LookAgain,
    /// The report of an unexpected end was read.
    DismissReport,
    /// Book what the dialog proposes.
    Book(Vec<Draft>),
    /// Take the steps of these drafts at once, all or none; they get their identity here.
    Take(Vec<Draft>),
    /// Keep what is typed for a step of the work list; nothing where it is as proposed.
    KeepStep(StepKey, Option<Box<KeptStep>>),
    /// The refusal of steps was read.
    DismissTaking,
    /// Ask for a file and found a programme in it.
    Found(Founding),
    /// Ask for a ledger and open it.
    OpenLedger,
    /// Open that ledger or extract.
    OpenFile(PathBuf),
    /// Open the sample again.
    OpenSample,
    /// Ask for a place and save a verified copy there.
    SaveCopy,
    /// Stop saving the copy.
    StopCopy,
    /// Ask for a place and write the statement of account of a recipient, in the language of its
    /// reader.
    PrintStatement(RecipientKey, Lang),
    /// Ask for a place and write the report on the programme, in the language of its reader.
    PrintProgramme(Lang),
    /// Something about papers.
    Paper(PaperAction),
    /// Something about reconciliation.
    Reconcile(ReconcileAction),
    /// Something about backups.
    Safety(SafetyAction),
    /// Ask for a place and save a list there.
    SaveList(Box<ListFile>),
    /// Read these rows and lay them in the clipboard.
    CopyList(Box<ListFile>),
    /// So many rows were laid in the clipboard.
    RowsCopied(usize),
    /// The first-start notice was read.
    DismissNotice,
    /// What is new was read.
    DismissNews,
    /// The result line was read.
    DismissOutcome,
    /// Close the program.
    Quit,
}

impl Action {
    /// Opens the form of a kind, filled with what is known.
    #[must_use]
    pub fn book(kind: Kind, occasion: Occasion) -> Self {
        Self::Open(Ask::Book(kind, Box::new(occasion)))
    }
}

/// The wishes of one frame, in their order.
#[derive(Debug, Default)]
pub struct Actions(RefCell<Vec<Action>>);

impl Actions {
    /// Adds a wish.
    pub fn send(&self, action: Action) {
        self.0.borrow_mut().push(action);
    }

    /// Takes all wishes.
    #[must_use]
    pub fn take(&self) -> Vec<Action> {
        self.0.take()
    }
}
