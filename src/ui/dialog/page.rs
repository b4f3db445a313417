//! What a dialog shows inside its frame, and how it becomes the content of a draft and back.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::new_programme::Founding;
use super::{
    book, choose, confirm, draft_list, draw, issue, issue_all, issue_paper, new_programme, order,
    reverse, statement,
};
use crate::domain::event::Draft;
use crate::domain::{PersonNo, RecipientKey, Uid};
use crate::ui::context::Context;
use crate::ui::data::{IssueAllOrder, IssueOrder, Want};
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::Words;

/// What the button of a form does once nothing is missing.
pub(super) enum Proposal {
    /// Book the draft.
    Book(Box<Draft>),
    /// Found a programme.
    Found(Founding),
    /// Print the statement of account of a recipient.
    Print(RecipientKey),
    /// Issue a paper.
    Issue(Box<IssueOrder>),
    /// Issue the statements of all recipients.
    IssueAll(Box<IssueAllOrder>, PersonNo),
}

/// The inside of a dialog.
pub(super) trait Page {
    /// Title, one line about it, word of the button.
    fn words(&self, cx: &Context<'_>) -> Words;

    /// Width in points.
    fn width(&self) -> f32 {
        640.0
    }

    /// What it needs to be filled and checked.
    fn wants(&self, cx: &Context<'_>) -> Vec<Want>;

    /// Fills it once with what is known.
    fn fill(&mut self, _cx: &Context<'_>) {}

    /// Shows the fields.
    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>);

    /// What the button does; asked for only when no field is missing.
    fn proposal(&mut self, _cx: &Context<'_>) -> Option<Proposal> {
        None
    }

    /// What would be booked as far as it can be told: what is missing besides days and amounts
    /// is filled in.
    fn sketch(&self, _cx: &Context<'_>) -> Option<Draft> {
        None
    }

    /// Turns figures that are typed into what is typed in the other language.
    fn reword(&mut self) {}

    /// True where something is typed that can be undone and kept.
    fn is_form(&self) -> bool {
        true
    }
}

/// Every page.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AnyPage {
    /// Issue a grant.
    Issue(issue::IssueGrant),
    /// Record a draw.
    Draw(draw::DrawRequest),
    /// Order a payment.
    Order(order::OrderPayment),
    /// Confirm a payment.
    Confirm(confirm::ConfirmPayment),
    /// Reverse a booking.
    Reverse(reverse::ReverseBooking),
    /// Found a programme.
    NewProgramme(new_programme::NewProgramme),
    /// Book an entry of any kind.
    Book(Box<book::BookEntry>),
    /// Choose what to book.
    #[serde(skip)]
    Choose(choose::ChooseKind),
    /// Go on with a draft.
    #[serde(skip)]
    Drafts(draft_list::DraftList),
    /// Choose whose statement of account is printed.
    #[serde(skip)]
    Statement(statement::Statement),
    /// Issue a paper.
    #[serde(skip)]
    IssuePaper(issue_paper::IssuePaper),
    /// Issue the statements of all recipients.
    #[serde(skip)]
    IssueAll(issue_all::IssueAll),
}

impl AnyPage {
    pub(super) fn get(&self) -> &dyn Page {
        match self {
            Self::Issue(page) => page,
            Self::Draw(page) => page,
            Self::Order(page) => page,
            Self::Confirm(page) => page,
            Self::Reverse(page) => page,
            Self::NewProgramme(page) => page,
            Self::Book(page) => page.as_ref(),
            Self::Choose(page) => page,
            Self::Drafts(page) => page,
            Self::Statement(page) => page,
            Self::IssuePaper(page) => page,
            Self::IssueAll(page) => page,
        }
    }

    pub(super) fn get_mut(&mut self) -> &mut dyn Page {
        match self {
            Self::Issue(page) => page,
            Self::Draw(page) => page,
            Self::Order(page) => page,
            Self::Confirm(page) => page,
            Self::Reverse(page) => page,
            Self::NewProgramme(page) => page,
            Self::Book(page) => page.as_mut(),
            Self::Choose(page) => page,
            Self::Drafts(page) => page,
            Self::Statement(page) => page,
            Self::IssuePaper(page) => page,
            Self::IssueAll(page) => page,
        }
    }

    /// Identity of what a form books.
    pub(super) const fn uid(&self) -> Option<Uid> {
        Some(match self {
            Self::Issue(page) => page.entry.uid,
            Self::Draw(page) => page.entry.uid,
            Self::Order(page) => page.entry.uid,
            Self::Confirm(page) => page.entry.uid,
            Self::Reverse(page) => page.uid,
            Self::NewProgramme(page) => page.uid,
            Self::Book(page) => page.uid,
            Self::Choose(_)
            | Self::Drafts(_)
            | Self::Statement(_)
            | Self::IssuePaper(_)
            | Self::IssueAll(_) => {
                return None;
            }
        })
    }

    /// The file number or entry that a form is about, as far as it is known without the ledger.
    pub(super) fn about(&self) -> String {
        match self {
            Self::Issue(page) => page.about(),
            Self::Draw(page) => page.grant.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::Order(page) => page.grant.to_string(),
            Self::Confirm(page) => page.grant.to_string(),
            Self::NewProgramme(page) => page.name.clone(),
            Self::Book(page) => page.object(),
            Self::Reverse(_)
            | Self::Choose(_)
            | Self::Drafts(_)
            | Self::Statement(_)
            | Self::IssuePaper(_)
            | Self::IssueAll(_) => String::new(),
        }
    }

    /// What is typed, as the content of a draft.
    pub(super) fn to_content(&self) -> Json {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The page of such a content; `None` when its fields are not those of today.
    pub(super) fn of_content(content: Json) -> Option<Self> {
        let page: Self = serde_json::from_value(content).ok()?;
        let fits = match &page {
            Self::Issue(page) => page.extra.fits(),
            Self::Draw(page) => page.extra.fits(),
            Self::Book(page) => page.fits(),
            _ => true,
        };
        fits.then_some(page)
    }
}
