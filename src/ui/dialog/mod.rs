//! Dialogs: each owns what is typed, shows the arithmetic of what is left, and proposes drafts.
//!
//! The rules are not repeated here: `ops` refuses, and the refusal is shown with its figures.

mod book;
mod choose;
mod confirm;
mod draw;
mod extra;
mod issue;
mod new_programme;
mod order;
mod reverse;

use eframe::egui::{Context as Egui, Ui};

use super::action::{Action, Ask};
use super::context::Context;
use super::data::Want;
use super::icon::Icon;
use super::widget::button::Button;
use super::widget::card;
use super::widget::field::FormState;
use super::widget::modal::Pressed;
use crate::domain::body::LineAmount;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, FileNumber, Money, RecipientKey, Seq, Uid};
use crate::store::view::{GrantDetail, LineRow, MoveRow, PersonRow};

pub use choose::Around;
pub use new_programme::Founding;

/// An open dialog.
#[derive(Debug)]
pub enum Dialog {
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
    /// Choose what to book.
    Choose(choose::ChooseKind),
    /// Book an entry of any kind.
    Book(Box<book::BookEntry>),
}

impl Dialog {
    /// Opens a dialog; `uid` is the identity of what it will book.
    #[must_use]
    pub fn open(ask: Ask, uid: Uid, cx: &Context<'_>) -> Self {
        match ask {
            Ask::IssueGrant(application) => {
                Self::Issue(issue::IssueGrant::new(uid, application, cx))
            }
            Ask::Draw(grant) => Self::Draw(draw::DrawRequest::new(uid, grant, cx)),
            Ask::Order(grant, draw) => Self::Order(order::OrderPayment::new(uid, grant, draw, cx)),
            Ask::Confirm(grant, order) => {
                Self::Confirm(confirm::ConfirmPayment::new(uid, grant, order, cx))
            }
            Ask::Reverse(seq) => Self::Reverse(reverse::ReverseBooking::new(uid, seq)),
            Ask::NewProgramme => Self::NewProgramme(new_programme::NewProgramme::default()),
            Ask::Choose(around) => Self::Choose(choose::ChooseKind::new(around)),
            Ask::Book(kind, occasion) => {
                Self::Book(Box::new(book::BookEntry::new(uid, kind, *occasion, cx)))
            }
        }
    }

    /// What it needs to be filled and checked.
    #[must_use]
    pub fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        match self {
            Self::Issue(dialog) => dialog.wants(cx),
            Self::Draw(dialog) => vec![Want::Grant(dialog.grant.clone())],
            Self::Order(dialog) => dialog.wants(cx),
            Self::Confirm(dialog) => vec![Want::Grant(dialog.grant.clone())],
            Self::Reverse(_) => vec![Want::Journal],
            Self::NewProgramme(_) | Self::Choose(_) => Vec::new(),
            Self::Book(dialog) => dialog.wants(),
        }
    }

    /// Shows it above everything else.
    pub fn ui(&mut self, egui: &Egui, cx: &Context<'_>) {
        match self {
            Self::Issue(dialog) => dialog.ui(egui, cx),
            Self::Draw(dialog) => dialog.ui(egui, cx),
            Self::Order(dialog) => dialog.ui(egui, cx),
            Self::Confirm(dialog) => dialog.ui(egui, cx),
            Self::Reverse(dialog) => dialog.ui(egui, cx),
            Self::NewProgramme(dialog) => dialog.ui(egui, cx),
            Self::Choose(dialog) => dialog.ui(egui, cx),
            Self::Book(dialog) => dialog.ui(egui, cx),
        }
    }
}

/// What every booking dialog carries: identity, day, voucher and the state of its form.
#[derive(Debug)]
struct Entry {
    uid: Uid,
    day: super::widget::field::DayField,
    voucher: String,
    form: FormState,
}

impl Entry {
    fn new(uid: Uid, cx: &Context<'_>) -> Self {
        let day = super::widget::field::DayField::of(cx, cx.proposed_day());
        Self { uid, day, voucher: String::new(), form: FormState::default() }
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

/// Sends what the buttons ask for; `draft` is made only when the form is complete.
fn settle(
    cx: &Context<'_>,
    form: &mut FormState,
    pressed: Pressed,
    draft: impl FnOnce() -> Option<Draft>,
) {
    if pressed.cancel {
        cx.send(Action::CloseDialog);
    } else if pressed.confirm {
        form.tried = true;
        if let Some(draft) = draft() {
            cx.send(Action::Book(vec![draft]));
        }
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
fn open_moves(detail: &GrantDetail, kind: crate::domain::Kind) -> Vec<&MoveRow> {
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
fn day_and_voucher(
    ui: &mut Ui,
    form: &mut super::widget::field::Form<'_>,
    entry: &mut Entry,
    labels: (&str, &str),
) {
    pair(ui, |index, ui| {
        if index == 0 {
            form.day(ui, labels.0, &mut entry.day);
        } else {
            form.text(ui, labels.1, &mut entry.voucher, true);
        }
    });
}

/// Says who books; when the person lacks the role, offers those who have it.
fn who(ui: &mut Ui, cx: &Context<'_>, kind: crate::domain::Kind) {
    let may = |person: &&PersonRow| may_book(Some(person), kind);
    if let Some(person) = cx.person.filter(may) {
        card::dim(ui, &cx.f("app-booked-by", &[("person", cx.person_name(person))]));
        return;
    }
    let words = cx.person.map_or_else(
        || cx.t("app-no-person"),
        |person| {
            let roles: Vec<_> = kind.roles().iter().map(|role| cx.text.role(*role)).collect();
            let words = [("person", cx.person_name(person)), ("role", roles.join(" / "))];
            cx.f("app-role-hint", &words)
        },
    );
    super::widget::field::reason(ui, &words);
    let persons = cx.ledger.map(|ledger| ledger.persons.as_slice()).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        for person in persons.iter().filter(may) {
            let words = cx.f("app-act-as", &[("person", cx.person_name(person))]);
            if Button::new(&words).icon(Icon::Person).show(ui).clicked() {
                cx.send(Action::SetPerson(person.person));
            }
        }
    });
}

/// True when a person has a role that the kind needs.
fn may_book(person: Option<&PersonRow>, kind: crate::domain::Kind) -> bool {
    let roles = kind.roles();
    let has = |person: &PersonRow| roles.iter().any(|role| person.roles.contains(role));
    person.is_some_and(|person| roles.is_empty() || has(person))
}

/// The first day of a dialog's own day field, else the proposed one.
fn day_or_proposed(entry: &Entry, cx: &Context<'_>) -> Day {
    entry.day.value(cx).unwrap_or_else(|| cx.proposed_day())
}
