//! Dialogs: each owns what is typed, shows the arithmetic of what is left, and proposes drafts.
//!
//! The rules are not repeated here: `ops` refuses, and the refusal is shown with its figures. A
//! dialog is a [`page::Page`] in a frame: the frame has the buttons, the steps that can be taken
//! back (`track`), and what is kept of the typing (`kept`).

mod around;
mod book;
mod choose;
mod confirm;
mod draft_list;
mod draw;
mod extra;
mod issue;
mod issue_all;
mod issue_paper;
mod kept;
mod live;
mod new_programme;
mod order;
mod page;
mod reverse;
mod statement;
mod track;

use std::cell::RefCell;

use eframe::egui::{Context as Egui, Ui};
use serde::{Deserialize, Serialize};

use super::action::{Action, Ask, PaperAction};
use super::context::Context;
use super::data::{Booking, Want};
use super::icon::Icon;
use super::waiting;
use super::widget::button::Button;
use super::widget::card;
use super::widget::field::{DayField, Form, FormState, Turn, reason};
use super::widget::modal::{self, Around as Frame, Foot, Step};
use crate::domain::body::LineAmount;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, FileNumber, Kind, Money, RecipientKey, Seq, Uid};
use crate::store::view::{GrantDetail, LineRow, MoveRow, PersonRow};
use crate::text::Lang;

use page::{AnyPage, Proposal};
use track::Track;

pub use around::{Around, Standing};
pub use kept::KeptForm;
pub use live::cautions;
pub use new_programme::Founding;

/// An open dialog.
#[derive(Debug)]
pub struct Dialog {
    page: AnyPage,
    state: FormState,
    track: Track,
    proposal: Option<Draft>,
    sketch: Option<Draft>,
    /// A draft of such a form, offered in one that was opened anew.
    offer: Option<draft_list::Offer>,
}

impl Dialog {
    /// Opens a dialog; `uid` is the identity of what it will book.
    #[must_use]
    pub fn open(ask: Ask, uid: Uid, cx: &Context<'_>) -> Self {
        let page = match ask {
            Ask::IssueGrant(application) => {
                AnyPage::Issue(issue::IssueGrant::new(uid, application, cx))
            }
            Ask::Draw(grant) => AnyPage::Draw(draw::DrawRequest::new(uid, Some(grant), cx)),
            Ask::Book(Kind::DrawRequested, occasion) => {
                AnyPage::Draw(draw::DrawRequest::new(uid, occasion.grant, cx))
            }
            Ask::Order(grant, draw) => {
                AnyPage::Order(order::OrderPayment::new(uid, grant, draw, cx))
            }
            Ask::Confirm(grant, order) => {
                AnyPage::Confirm(confirm::ConfirmPayment::new(uid, grant, order, cx))
            }
            Ask::Reverse(seq) => AnyPage::Reverse(reverse::ReverseBooking::new(uid, seq)),
            Ask::NewProgramme => AnyPage::NewProgramme(new_programme::NewProgramme::new(uid)),
            Ask::Choose(around) => AnyPage::Choose(choose::ChooseKind::new(around)),
            Ask::Drafts => AnyPage::Drafts(draft_list::DraftList),
            Ask::Statement => AnyPage::Statement(statement::Statement::default()),
            Ask::IssuePaper(order) => AnyPage::IssuePaper(issue_paper::IssuePaper::new(*order)),
            Ask::IssueStatements(order) => AnyPage::IssueAll(issue_all::IssueAll::new(*order)),
            Ask::Book(kind, occasion) => {
                AnyPage::Book(Box::new(book::BookEntry::new(uid, kind, *occasion, cx)))
            }
        };
        let offer = page.get().is_form().then(draft_list::Offer::default);
        Self { offer, ..Self::around(page, Track::default()) }
    }

    /// Opens a form again as it was left; `None` when it does not fit this version any more.
    #[must_use]
    pub fn resume(kept: &KeptForm, lang: Lang) -> Option<Self> {
        let mut page = kept.page()?;
        if kept.is_in_other(lang) {
            page.get_mut().reword();
        }
        let track = Track::resumed(page.to_content());
        Some(Self::around(page, track))
    }

    /// The window has the other language from now on: what is typed stays, and so do its figures.
    pub fn reword(&mut self) {
        self.page.get_mut().reword();
        if self.track.is_typed() {
            self.track = Track::resumed(self.page.to_content());
        }
    }

    fn around(page: AnyPage, track: Track) -> Self {
        let state = FormState::default();
        Self { page, state, track, proposal: None, sketch: None, offer: None }
    }

    /// What was typed, when there is something to keep.
    #[must_use]
    pub fn kept(&self, cx: &Context<'_>, now: i64) -> Option<KeptForm> {
        let uid = self.page.uid().filter(|_| self.track.is_typed())?;
        // A programme that is not founded yet has no persons.
        let person = cx.person.map(|person| person.person).filter(|_| !self.founds());
        Some(KeptForm::new(uid, (person, cx.lang()), now, self.track.content()))
    }

    /// Identity of what it will book; none for a dialog without a form.
    #[must_use]
    pub fn uid(&self) -> Option<Uid> {
        self.page.uid()
    }

    /// True where what it rests on was fixed when it was opened: the screen behind stays as it is.
    #[must_use]
    pub const fn is_fixed(&self) -> bool {
        matches!(self.page, AnyPage::IssuePaper(_) | AnyPage::IssueAll(_))
    }

    /// True when something is typed that would be lost.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.page.get().is_form() && self.track.is_typed()
    }

    /// Grows with every change of the form.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.track.revision()
    }

    /// True for a form that founds a programme: it belongs to no ledger.
    #[must_use]
    pub const fn founds(&self) -> bool {
        matches!(self.page, AnyPage::NewProgramme(_))
    }

    /// What would be booked, once nothing is missing.
    #[must_use]
    pub const fn proposal(&self) -> Option<&Draft> {
        self.proposal.as_ref()
    }

    /// What would be booked as far as it can be told, for the arithmetic while typing.
    #[must_use]
    pub const fn sketch(&self) -> Option<&Draft> {
        self.sketch.as_ref()
    }

    /// What it needs to be filled and checked.
    #[must_use]
    pub fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        self.page.get().wants(cx)
    }

    /// Shows it above everything else.
    pub fn ui(&mut self, egui: &Egui, cx: &Context<'_>) {
        let page = self.page.get_mut();
        page.fill(cx);
        let (words, width) = (page.words(cx), page.width());
        let foot = if page.is_form() { self.track.foot(cx) } else { Foot::default() };
        let mut form = Form::new(cx, self.state);
        let around = Frame { width, words: &words, foot: &foot };
        let (content, below) = (RefCell::new(&mut form), page.is_form());
        let pressed = modal::form(
            egui,
            cx,
            &around,
            |ui| {
                let mut form = content.borrow_mut();
                let form = &mut **form;
                if let Some(offer) = &mut self.offer {
                    offer.show(ui, cx, &words.title);
                }
                page.content(ui, cx, form);
                if below {
                    // Nothing is missing and still nothing can be booked: never without a word.
                    if form.state().tried && form.complete && page.proposal(cx).is_none() {
                        reason(ui, &cx.t("entry-unreadable"));
                    }
                    card::dim(ui, &cx.t("next-required"));
                }
                form.enter()
            },
            |ui| {
                if below {
                    live::verdict(ui, cx, &content.borrow());
                }
            },
        );
        form.keep_keyboard(egui);
        let (touched, complete) = (form.touched(), form.complete);
        self.state = form.state();
        if matches!(self.state.turn, Turn::ToBlame | Turn::ToNext) {
            // No such field has a place on the page.
            self.state.turn = Turn::Stay;
        }
        self.sketch = page.sketch(cx);
        let proposal = complete.then(|| page.proposal(cx)).flatten();
        self.proposal = match &proposal {
            Some(Proposal::Book(draft)) => Some((**draft).clone()),
            _ => None,
        };
        if self.page.get().is_form() {
            let time = egui.input(|input| input.time);
            self.track.follow(self.page.to_content(), touched, time);
            self.step(pressed);
        }
        if matches!(cx.booking, Booking::Running) {
            // What is being booked is neither kept as a draft nor dropped.
        } else if pressed.discard {
            cx.send(Action::DiscardForm);
        } else if pressed.cancel {
            cx.send(Action::CloseDialog);
        } else if pressed.confirm {
            self.confirm(egui, cx, proposal);
        }
    }

    /// Does what the button says, or goes to what stands in its way.
    fn confirm(&mut self, egui: &Egui, cx: &Context<'_>, proposal: Option<Proposal>) {
        self.state.tried = true;
        self.state.turn = if proposal.is_none() { Turn::ToBlame } else { Turn::Stay };
        match proposal {
            Some(Proposal::Book(draft)) => cx.send(Action::Book(vec![*draft])),
            Some(Proposal::Found(founding)) => cx.send(Action::Found(founding)),
            Some(Proposal::Print(recipient)) => {
                cx.send(Action::CloseDialog);
                cx.send(Action::PrintStatement(recipient, cx.paper));
            }
            Some(Proposal::Issue(order)) => cx.send(Action::Paper(PaperAction::Issue(order))),
            Some(Proposal::IssueAll(order, person)) => {
                cx.send(Action::CloseDialog);
                cx.send(Action::Paper(PaperAction::IssueStatements(order, person)));
            }
            None => egui.request_repaint(),
        }
    }

    /// Goes a step back or forward.
    fn step(&mut self, pressed: modal::Pressed) {
        let content = match pressed.step {
            Some(Step::Back) => self.track.undo(),
            Some(Step::Forward) => self.track.redo(),
            None => None,
        };
        if let Some(page) = content.and_then(AnyPage::of_content) {
            self.page = page;
        }
    }
}

/// What every booking dialog carries: identity, day and voucher.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    uid: Uid,
    day: DayField,
    voucher: String,
}

impl Entry {
    fn new(uid: Uid, cx: &Context<'_>) -> Self {
        let day = DayField::of(cx, cx.proposed_day());
        Self { uid, day, voucher: String::new() }
    }

    /// The draft, once day and person are known.
    fn draft(
        &self,
        cx: &Context<'_>,
        recipient: &RecipientKey,
        reference: Option<Seq>,
        body: Body,
    ) -> Option<Draft> {
        Some(Draft {
            uid: self.uid,
            recipient: recipient.clone(),
            effective_on: self.day.value(cx)?,
            actor: cx.person?.person,
            voucher: self.voucher.trim().to_owned(),
            reference: reference.map(Reference::Entry),
            body,
            person_name: None,
        })
    }
}

/// Which grant a dialog is about, in one line.
fn about(cx: &Context<'_>, grant: &FileNumber) -> String {
    let Some(detail) = cx.data.grant(grant) else { return grant.to_string() };
    let row = &detail.row;
    let recipient = cx.recipient(row.recipient_type, &row.recipient_name);
    [recipient, row.grant.to_string(), row.purpose.clone()].join(" · ")
}

/// The bookings of a grant of which something is left to decide.
fn open_moves(detail: &GrantDetail, kind: Kind) -> Vec<&MoveRow> {
    let all = detail.moves.iter();
    all.filter(|row| row.kind == kind && row.undecided.is_positive()).collect()
}

/// A booking as an option of a list.
fn move_words(cx: &Context<'_>, row: &MoveRow) -> String {
    cx.f(
        "app-open-booking",
        &[
            ("number", cx.text.entry_number(row.seq)),
            ("day", cx.text.day(row.effective_on)),
            ("year", row.line.fiscal_year.0.to_string()),
            ("left", cx.euro(row.undecided)),
        ],
    )
}

/// The due line of a grant that an amount belongs to.
fn due_line<'a>(detail: &'a GrantDetail, line: &LineAmount) -> Option<&'a LineRow> {
    let same = |row: &&LineRow| row.title == line.title && row.fiscal_year == line.fiscal_year;
    detail.lines.iter().find(same)
}

/// What is left of an amount after this booking, line by line; true when it is too much.
fn left_lines(
    cx: &Context<'_>,
    start: (String, Money),
    this: (String, Money),
    rest: &str,
) -> (Vec<(String, String)>, (String, String), bool) {
    let result = start.1 - this.1;
    let words = if result.is_negative() {
        cx.f("app-too-much", &[("missing", cx.euro(result.abs()))])
    } else {
        cx.t(rest)
    };
    let lines = vec![(start.0, cx.euro(start.1)), (this.0, cx.euro(-this.1))];
    (lines, (words, cx.euro(result)), result.is_negative())
}

/// Two fields beside each other.
fn pair(ui: &mut Ui, content: impl FnMut(usize, &mut Ui)) {
    card::columns(ui, &[1.0, 1.0], content);
}

/// Day and voucher, as every booking needs them.
fn day_and_voucher(ui: &mut Ui, form: &mut Form<'_>, entry: &mut Entry, labels: (&str, &str)) {
    pair(ui, |index, ui| {
        if index == 0 {
            form.day(ui, labels.0, &mut entry.day);
        } else {
            form.text(ui, labels.1, &mut entry.voucher, true);
        }
    });
}

/// Says who books.
fn who(ui: &mut Ui, cx: &Context<'_>, kind: Kind) {
    if let Some(person) = cx.person.filter(|person| person.may_book(kind)) {
        card::dim(ui, &cx.f("app-booked-by", &[("person", cx.person_name(person))]));
    }
}

/// Says above all fields that the person lacks the role, and offers those who have it.
fn lacking(ui: &mut Ui, cx: &Context<'_>, kind: Kind) {
    let may = |person: &&PersonRow| person.may_book(kind);
    if cx.person.is_some_and(|person| may(&person)) {
        return;
    }
    let words = cx.person.map_or_else(
        || cx.t("app-no-person"),
        |person| {
            let role = waiting::roles(cx, kind);
            let words = [("person", cx.person_name(person)), ("role", role)];
            cx.f("app-role-hint", &words)
        },
    );
    reason(ui, &words);
    let persons = cx.ledger.map(|ledger| ledger.persons.as_slice()).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        for person in persons.iter().filter(may) {
            let words = cx.f("app-act-as", &[("person", cx.person_name(person))]);
            if Button::new(&words).icon(Icon::Person).show(ui).clicked() {
                cx.send(Action::SetPerson(person.person));
            }
        }
    });
    ui.add_space(6.0);
}

/// The first day of a dialog's own day field, else the proposed one.
fn day_or_proposed(entry: &Entry, cx: &Context<'_>) -> Day {
    entry.day.value(cx).unwrap_or_else(|| cx.proposed_day())
}
