//! Where the person is: the screen and what is chosen on it.

use crate::domain::{Day, FileNumber, FiscalYear, Kind, RecipientKey, Seq, TitleKey};
use crate::store::view::{EntryFilter, PostingFilter};

use super::icon::Icon;
use super::manual::Chapter;
use crate::paper::Wish;

/// A part of the screen of papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Choose, look at and save a paper.
    #[default]
    Make,
    /// What left the house.
    Issued,
    /// Whether a PDF is genuine.
    Check,
    /// Why a figure is another one now.
    Difference,
}

impl Part {
    /// All parts, in their order.
    pub const ALL: [Self; 4] = [Self::Make, Self::Issued, Self::Check, Self::Difference];

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Make => "shelf-make",
            Self::Issued => "shelf-issued",
            Self::Check => "shelf-check",
            Self::Difference => "shelf-difference",
        }
    }
}

/// A part of the screen of reconciliation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The list of the cash office against the ledger.
    #[default]
    Cash,
    /// A recipient's bank statement against what was paid to it.
    Bank,
    /// A list of an office that is taken over.
    Takeover,
}

impl Side {
    /// All parts, in their order.
    pub const ALL: [Self; 3] = [Self::Cash, Self::Bank, Self::Takeover];

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cash => "reconcile-cash",
            Self::Bank => "reconcile-bank",
            Self::Takeover => "reconcile-takeover",
        }
    }
}

/// What is chosen on the screen of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Which part is shown.
    pub part: Part,
    /// The paper that is chosen.
    pub wish: Wish,
    /// The entry of the issued paper that is chosen.
    pub issued: Option<Seq>,
}

/// A screen, with the object that it shows in detail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Where the programme stands.
    #[default]
    Overview,
    /// The steps that wait.
    Tasks,
    /// The budget and one title and year of it.
    Budget(Option<(TitleKey, FiscalYear)>),
    /// What the budget officer plans with.
    Planning,
    /// The grants and one of them.
    Grants(Option<FileNumber>),
    /// The recipients and the account of one.
    Recipients(Option<RecipientKey>),
    /// The deadlines.
    Deadlines,
    /// The milestones.
    Milestones,
    /// The journal and what it is narrowed to.
    Journal(Box<EntryFilter>),
    /// Papers: reports, statements, data sheets, what was issued of them.
    Reports(Box<Shelf>),
    /// The list of the cash office and bank statements against the ledger.
    Reconcile(Side),
    /// Persons, titles and settings.
    Masters,
    /// A chapter of the manual; it stands apart from the screens of the navigation.
    Help(Chapter),
}

impl Route {
    /// The screens in the order of the navigation.
    #[must_use]
    pub fn all() -> [Self; 12] {
        [
            Self::Overview,
            Self::Tasks,
            Self::Budget(None),
            Self::Planning,
            Self::Grants(None),
            Self::Recipients(None),
            Self::Deadlines,
            Self::Milestones,
            Self::Journal(Box::default()),
            Self::Reports(Box::default()),
            Self::Reconcile(Side::Cash),
            Self::Masters,
        ]
    }

    /// A paper, to look at it.
    #[must_use]
    pub fn paper(wish: Wish) -> Self {
        Self::Reports(Box::new(Shelf { wish, ..Shelf::default() }))
    }

    /// A part of the screen of papers.
    #[must_use]
    pub fn shelf(part: Part) -> Self {
        Self::Reports(Box::new(Shelf { part, ..Shelf::default() }))
    }

    /// The bookings behind a figure.
    #[must_use]
    pub fn behind(postings: PostingFilter) -> Self {
        Self::Journal(Box::new(EntryFilter::behind(postings)))
    }

    /// One entry of the journal, among those around it.
    #[must_use]
    pub fn entry(seq: Seq) -> Self {
        Self::Journal(Box::new(EntryFilter::at(seq)))
    }

    /// The entries of a kind, a day and a recipient, where the number is not known.
    #[must_use]
    pub fn entries_of(kind: Kind, day: Day, recipient: &RecipientKey) -> Self {
        let recipient = (!recipient.is_empty()).then(|| recipient.clone());
        let (from, until) = (Some(day), Some(day));
        let filter =
            EntryFilter { kinds: vec![kind], recipient, from, until, ..EntryFilter::default() };
        Self::Journal(Box::new(filter))
    }

    /// All entries of a case, or those of some kinds.
    #[must_use]
    pub fn case_entries(case: &FileNumber, kinds: Vec<Kind>) -> Self {
        let case = Some(case.clone());
        Self::Journal(Box::new(EntryFilter { kinds, case, ..EntryFilter::default() }))
    }

    /// True for the same screen, whatever is chosen on it.
    #[must_use]
    pub fn same_screen(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Message key of the screen's name.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Overview => "screen-overview",
            Self::Tasks => "tasks-title",
            Self::Budget(_) => "screen-budget",
            Self::Planning => "screen-planning",
            Self::Deadlines => "screen-deadlines",
            Self::Grants(_) => "screen-grants",
            Self::Recipients(_) => "screen-recipients",
            Self::Milestones => "screen-milestones",
            Self::Journal(_) => "screen-journal",
            Self::Reports(_) => "screen-reports",
            Self::Reconcile(_) => "screen-reconcile",
            Self::Masters => "screen-masters",
            Self::Help(_) => "screen-help",
        }
    }

    /// True for a screen with a field that narrows its list.
    #[must_use]
    pub const fn has_filter(&self) -> bool {
        matches!(
            self,
            Self::Grants(_)
                | Self::Recipients(_)
                | Self::Deadlines
                | Self::Milestones
                | Self::Journal(_)
        )
    }

    /// True for a screen that is one list, without anything chosen in it.
    #[must_use]
    pub fn is_list(&self) -> bool {
        match self {
            Self::Grants(chosen) => chosen.is_none(),
            Self::Recipients(chosen) => chosen.is_none(),
            Self::Journal(filter) => filter.entry.is_none(),
            Self::Deadlines => true,
            _ => false,
        }
    }

    /// Icon of the screen.
    #[must_use]
    pub const fn icon(&self) -> Icon {
        match self {
            Self::Overview => Icon::Overview,
            Self::Tasks => Icon::Tasks,
            Self::Budget(_) => Icon::Budget,
            Self::Planning => Icon::Planning,
            Self::Deadlines => Icon::Calendar,
            Self::Grants(_) => Icon::Grant,
            Self::Recipients(_) => Icon::Recipient,
            Self::Milestones => Icon::Milestone,
            Self::Journal(_) => Icon::Journal,
            Self::Reports(_) => Icon::Print,
            Self::Reconcile(_) => Icon::Check,
            Self::Masters => Icon::Person,
            Self::Help(_) => Icon::Help,
        }
    }
}
