//! What a figure leads to: the list of what makes it up, narrowed to that in words that can be
//! removed one by one.
//!
//! The journal is narrowed by its route, which holds the filter of its query; every other list
//! keeps what it is [`Narrowed`] to.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use eframe::egui::Ui;

use super::action::Action;
use super::context::Context;
use super::route::Route;
use super::widget::chip::{self, Gone};
use super::widget::list::Happened;
use crate::domain::body::ReaderNote;
use crate::domain::deadline::DeadlineKind;
use crate::domain::id::ItemKey;
use crate::domain::{Day, FileNumber, FiscalYear, RecipientKey, Stage, TitleKey, territory};
use crate::store::view::{
    CaseRow, DeadlineRow, EntryFilter, IndicatorRow, Measure, MilestoneRow, MilestoneState,
    PostingFilter, RecipientRow,
};

/// One condition that every row of a list fulfils.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Narrow {
    /// It is granted (*bewilligt* in force).
    Granted,
    /// It is applied for and not decided.
    Undecided,
    /// It is of this recipient, whose name this is.
    Recipient(RecipientKey, String),
    /// It is of a recipient in this county, at the Stichtag.
    County(RecipientKey),
    /// It is of this case.
    Case(FileNumber),
    /// It has no tile on the map.
    WithoutTile,
    /// It is overdue.
    Overdue,
    /// It lapses if nothing happens, and is not overdue.
    Lapses,
    /// It is a deadline of this kind.
    Deadline(DeadlineKind),
    /// It is a milestone in this state.
    Milestone(MilestoneState),
    /// It is this indicator.
    Indicator(ItemKey, ReaderNote),
    /// It is of this title.
    Title(TitleKey),
    /// It is of this fiscal year.
    Year(FiscalYear),
    /// It is of this fiscal year or a later one.
    FromYear(FiscalYear),
}

impl Narrow {
    /// What its chip says.
    fn words(&self, cx: &Context<'_>) -> String {
        let from = |year: &FiscalYear| cx.f("list-from", &[("from", year.0.to_string())]);
        let (head, words) = match self {
            Self::Granted => ("screen-col-state", cx.t("narrow-granted")),
            Self::Undecided => ("screen-col-state", cx.t("narrow-undecided")),
            Self::Recipient(_, name) => ("screen-col-recipient", name.clone()),
            Self::County(key) => ("narrow-county", county(cx, key)),
            Self::Case(case) => ("list-case", case.to_string()),
            Self::WithoutTile => ("overview-map", cx.t("narrow-without-tile")),
            Self::Overdue => ("screen-col-state", cx.t("deadline-overdue")),
            Self::Lapses => ("screen-col-state", cx.t("narrow-lapses")),
            Self::Deadline(kind) => ("deadlines-what", cx.text.deadline(*kind)),
            Self::Milestone(state) => ("screen-col-state", cx.t(state_key(*state))),
            Self::Indicator(_, name) => ("indicator", cx.text.note(name).to_owned()),
            Self::Title(title) => ("title", cx.text.title_short(title)),
            Self::Year(year) => ("list-year", year.0.to_string()),
            Self::FromYear(year) => ("list-year", from(year)),
        };
        [cx.t(head), words].join(": ")
    }

    fn holds_year(&self, year: FiscalYear) -> bool {
        match self {
            Self::Year(only) => year == *only,
            Self::FromYear(first) => year >= *first,
            _ => false,
        }
    }
}

/// Message key of a milestone's state.
#[must_use]
pub const fn state_key(state: MilestoneState) -> &'static str {
    match state {
        MilestoneState::Late => "milestone-late",
        MilestoneState::Delayed => "milestone-delayed",
        MilestoneState::Planned => "milestone-planned",
        MilestoneState::Unplanned => "milestone-unplanned",
        MilestoneState::Undated => "milestone-undated",
        MilestoneState::Reached => "milestone-reached",
    }
}

/// Name of a county with its type.
#[must_use]
pub fn county(cx: &Context<'_>, key: &RecipientKey) -> String {
    let found = territory::ALL.iter().find(|found| found.key == key.as_str());
    found.map_or_else(|| key.to_string(), |found| cx.recipient(found.recipient_type(), found.name))
}

fn lies(recipient: &RecipientKey, county: &RecipientKey, as_of: Day) -> bool {
    territory::of(recipient, as_of).is_some_and(|found| found.key == county.as_str())
}

/// True for what the end of a year takes away.
#[must_use]
pub const fn lapses(kind: DeadlineKind) -> bool {
    matches!(
        kind,
        DeadlineKind::RestOrLapse | DeadlineKind::AuthorityLapse | DeadlineKind::OpenCommitment
    )
}

/// What a list is narrowed to by the figure that led to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Narrowed(Vec<Narrow>);

impl Narrowed {
    /// What each of its chips says.
    #[must_use]
    pub fn words(&self, cx: &Context<'_>) -> Vec<String> {
        self.0.iter().map(|one| one.words(cx)).collect()
    }

    /// True where only indicators can be meant.
    #[must_use]
    pub fn is_about_indicators(&self) -> bool {
        self.0.iter().any(|one| matches!(one, Narrow::Indicator(..)))
    }

    /// Shows the chips on a screen whose lists do not show them.
    pub fn show(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        match chip::conditions(ui, cx, &self.words(cx)) {
            Some(Gone::One(at)) => self.remove(at),
            Some(Gone::All) => self.0.clear(),
            None => {}
        }
    }

    /// Follows what the person did with the chips that a list showed.
    pub fn follow(&mut self, happened: &Happened) {
        if happened.cleared {
            self.0.clear();
        } else if let Some(at) = happened.removed {
            self.remove(at);
        }
    }

    fn remove(&mut self, at: usize) {
        if at < self.0.len() {
            self.0.remove(at);
        }
    }

    /// A number that is another one for other conditions at another Stichtag.
    #[must_use]
    pub fn salt(&self, as_of: Day) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self, as_of).hash(&mut hasher);
        hasher.finish()
    }

    /// True for a case that fulfils all conditions.
    #[must_use]
    pub fn holds_case(&self, row: &CaseRow, as_of: Day) -> bool {
        self.0.iter().all(|one| match one {
            Narrow::Granted => row.issued_on.is_some(),
            Narrow::Undecided => row.state.is_undecided(),
            Narrow::County(county) => lies(&row.recipient, county, as_of),
            Narrow::Recipient(key, _) => row.recipient == *key,
            Narrow::Case(case) => row.grant == *case,
            _ => false,
        })
    }

    /// True for a recipient that fulfils all conditions.
    #[must_use]
    pub fn holds_recipient(&self, row: &RecipientRow, as_of: Day) -> bool {
        self.0.iter().all(|one| match one {
            Narrow::Granted => !row.granted.is_zero(),
            Narrow::Recipient(key, _) => row.key == *key,
            Narrow::County(county) => lies(&row.key, county, as_of),
            Narrow::WithoutTile => territory::of(&row.key, as_of).is_none(),
            _ => false,
        })
    }

    /// True for a deadline that fulfils all conditions.
    #[must_use]
    pub fn holds_deadline(&self, row: &DeadlineRow) -> bool {
        self.0.iter().all(|one| match one {
            Narrow::Overdue => row.overdue,
            Narrow::Lapses => lapses(row.kind) && !row.overdue,
            Narrow::Deadline(kind) => row.kind == *kind,
            Narrow::Recipient(key, _) => row.recipient == *key,
            Narrow::Case(case) => row.grant.as_ref() == Some(case),
            Narrow::Title(title) => row.budget.as_ref().is_some_and(|(own, _)| own == title),
            year => row.budget.as_ref().is_some_and(|(_, own)| year.holds_year(*own)),
        })
    }

    /// True for a milestone that fulfils all conditions.
    #[must_use]
    pub fn holds_milestone(&self, row: &MilestoneRow) -> bool {
        self.0.iter().all(|one| match one {
            Narrow::Milestone(state) => row.state == *state,
            Narrow::Recipient(key, _) => row.recipient == *key,
            Narrow::Case(case) => row.grant.as_ref() == Some(case),
            _ => false,
        })
    }

    /// True for an indicator that fulfils all conditions.
    #[must_use]
    pub fn holds_indicator(&self, row: &IndicatorRow) -> bool {
        self.0.iter().all(|one| matches!(one, Narrow::Indicator(key, _) if row.indicator == *key))
    }

    /// True for a title in a year that fulfils all conditions.
    #[must_use]
    pub fn holds_title(&self, title: &TitleKey, year: FiscalYear) -> bool {
        self.0.iter().all(|one| match one {
            Narrow::Title(only) => title == only,
            one => one.holds_year(year),
        })
    }
}

/// To a list, narrowed to that.
fn to(route: Route, conditions: impl IntoIterator<Item = Narrow>) -> Action {
    Action::Narrow(route, Narrowed(conditions.into_iter().collect()))
}

/// To the bookings that make up a sum of stages.
#[must_use]
pub fn bookings(postings: PostingFilter) -> Action {
    Action::Go(Route::behind(postings))
}

/// To the bookings that make up a sum of stages on a day.
#[must_use]
pub fn bookings_until(stages: &[Stage], day: Day) -> Action {
    let postings = PostingFilter::at(stages);
    let filter = EntryFilter { postings, until: Some(day), ..EntryFilter::default() };
    Action::Go(Route::Journal(Box::new(filter)))
}

/// To all that is granted.
#[must_use]
pub fn granted() -> Action {
    to(Route::Grants(None), [Narrow::Granted])
}

/// To what makes up a measure of a county: bookings, grants, or applications.
#[must_use]
pub fn tile(county: &RecipientKey, measure: Measure) -> Action {
    let only = Narrow::County(county.clone());
    let stages: &[Stage] = match measure {
        Measure::Granted => return to(Route::Grants(None), [Narrow::Granted, only]),
        Measure::Applied => return to(Route::Grants(None), [Narrow::Undecided, only]),
        Measure::Actual => &Stage::ACTUAL,
        Measure::Open => &Stage::OPEN,
        Measure::Reclaimed => &[Stage::Reclaimed],
    };
    bookings(PostingFilter::at(stages).of_county(county))
}

/// To the recipients that have no tile on the map.
#[must_use]
pub fn without_tile() -> Action {
    to(Route::Recipients(None), [Narrow::WithoutTile])
}

/// To the page of a recipient, alone in its list.
#[must_use]
pub fn recipient(cx: &Context<'_>, row: &RecipientRow) -> Action {
    let name = cx.recipient(row.recipient_type, &row.name);
    let alone = Narrow::Recipient(row.key.clone(), name);
    to(Route::Recipients(Some(row.key.clone())), [alone])
}

/// To what is overdue.
#[must_use]
pub fn overdue() -> Action {
    to(Route::Deadlines, [Narrow::Overdue])
}

/// To what lapses if nothing happens.
#[must_use]
pub fn lapsing() -> Action {
    to(Route::Deadlines, [Narrow::Lapses])
}

/// To one deadline among those of its kind: what ends with a year to where it is decided on.
#[must_use]
pub fn deadline(row: &DeadlineRow) -> Action {
    let of = row.grant.clone().map(Narrow::Case);
    let (title, year) = row.budget.clone().unzip();
    let budget = title.map(Narrow::Title).into_iter().chain(year.map(Narrow::Year));
    if row.grant.is_none() && lapses(row.kind) {
        return to(Route::Planning, budget);
    }
    let late = row.overdue.then_some(Narrow::Overdue);
    to(
        Route::Deadlines,
        late.into_iter().chain([Narrow::Deadline(row.kind)]).chain(of).chain(budget),
    )
}

/// To one milestone among those in its state.
#[must_use]
pub fn milestone(row: &MilestoneRow) -> Action {
    let of = row.grant.clone().map(Narrow::Case);
    to(Route::Milestones, [Narrow::Milestone(row.state)].into_iter().chain(of))
}

/// To an indicator with its readings.
#[must_use]
pub fn indicator(row: &IndicatorRow) -> Action {
    to(Route::Milestones, [Narrow::Indicator(row.indicator.clone(), row.name.clone())])
}

/// To what is available in the years that are not over.
#[must_use]
pub fn available_from(year: FiscalYear) -> Action {
    to(Route::Budget(None), [Narrow::FromYear(year)])
}

/// To what is available in a year.
#[must_use]
pub fn available(year: FiscalYear) -> Action {
    to(Route::Budget(None), [Narrow::Year(year)])
}

/// To what a year that is over left, and the steps that decide on it.
#[must_use]
pub fn rest(year: FiscalYear) -> Action {
    to(Route::Planning, [Narrow::Year(year)])
}
