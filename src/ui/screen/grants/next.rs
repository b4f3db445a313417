//! The next step of a case: one primary button for the acting person, or whom it waits for.

use eframe::egui::{RichText, Ui};

use crate::domain::{Kind, RecipientKey, Stage};
use crate::store::view::{CaseDetail, GrantDetail, MoveRow, TaskRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::screen::waiting;
use crate::ui::theme::{BODY, TokensOf as _};
use crate::ui::widget::button::Button;

/// Steps that are told; the work list has all.
const MOST: usize = 4;

/// For every step that waits and is another's turn: what, and whom it waits for.
pub fn whom(ui: &mut Ui, cx: &Context<'_>, tasks: &[TaskRow]) {
    let others = tasks.iter().filter(|row| !waiting::is_mine(cx, &row.task));
    for row in others.take(MOST) {
        let task = &row.task;
        let amount = task.amount.map(|amount| cx.euro(amount));
        let what = [Some(cx.text.kind(task.kind)), amount].into_iter().flatten();
        let what = what.collect::<Vec<_>>().join(" ");
        let words = [what, waiting::whom(cx, task)].join(": ");
        ui.label(RichText::new(words).size(BODY).color(ui.tokens().dim));
    }
}

/// The button of one step.
struct Offer {
    kind: Kind,
    action: Action,
}

/// The step of the acting person first and primary, what else can be done quiet.
pub fn buttons(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, tasks: &[TaskRow]) {
    let mine = tasks.iter().find(|row| waiting::is_mine(cx, &row.task));
    let draws = tasks.is_empty() && detail.row.sums.at(Stage::Committed).is_positive();
    let mut offers = Vec::new();
    offers.extend(mine.map(|row| Offer { kind: row.task.kind, action: waiting::action(row) }));
    for offer in possible(detail, tasks) {
        if offers.iter().all(|known| known.kind != offer.kind) {
            offers.push(offer);
        }
    }
    ui.horizontal_wrapped(|ui| {
        for (index, offer) in offers.into_iter().enumerate() {
            let (words, icon) = waiting::button(cx, offer.kind);
            let leads = index == 0 && (mine.is_some() || (draws && cx.may_book(offer.kind)));
            let button = Button::new(&words).icon(icon).primary(leads);
            if button.enabled(cx.can_book()).show(ui).clicked() {
                cx.send(offer.action);
            }
        }
        let around = Around::Grant(detail.row.recipient.clone(), detail.row.grant.clone());
        more(ui, cx, (around, cx.can_book()), &detail.row.recipient);
    });
}

/// What is to be done with the money, whoever may do it: a draw of what is left, and the steps that
/// wait on what was drawn.
fn possible(detail: &GrantDetail, tasks: &[TaskRow]) -> Vec<Offer> {
    let mut offers = Vec::new();
    if detail.row.sums.at(Stage::Committed).is_positive() {
        let action = Action::Open(Ask::Draw(detail.row.grant.clone()));
        offers.push(Offer { kind: Kind::DrawRequested, action });
    }
    for kind in MONEY {
        let row = tasks.iter().find(|row| row.task.kind == kind);
        offers.extend(row.map(|row| Offer { kind, action: waiting::action(row) }));
    }
    // The cash office may have paid before anybody noted that the order was handed over.
    let ordered = |row: &MoveRow| row.kind == Kind::PaymentOrdered && row.undecided.is_positive();
    if detail.moves.iter().any(ordered) {
        let action = Action::Open(Ask::Confirm(detail.row.grant.clone(), None));
        offers.push(Offer { kind: Kind::PaymentConfirmed, action });
    }
    offers
}

/// Steps from a draw to its order.
const MONEY: [Kind; 3] = [Kind::ArithmeticAttested, Kind::FactuallyAttested, Kind::PaymentOrdered];

/// The step of the acting person on an application, then the notice where it can be issued.
pub fn of_application(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, tasks: &[TaskRow]) {
    let Some(application) = &case.application else { return };
    let decided = application.rejected.is_some() || application.withdrawn.is_some();
    let can = cx.can_book() && !decided;
    let mine = tasks.iter().find(|row| waiting::is_mine(cx, &row.task));
    ui.horizontal_wrapped(|ui| {
        if let Some(row) = mine {
            let (words, icon) = waiting::button(cx, row.task.kind);
            if Button::new(&words).icon(icon).primary(true).show(ui).clicked() {
                cx.send(waiting::action(row));
            }
        }
        let issued = mine.is_some_and(|row| row.task.kind == Kind::GrantIssued);
        if application.examined.is_some() && !issued {
            let (words, icon) = waiting::button(cx, Kind::GrantIssued);
            if Button::new(&words).icon(icon).enabled(can).show(ui).clicked() {
                cx.send(Action::Open(Ask::IssueGrant(Some(application.seq))));
            }
        }
        let around = Around::Entry(application.seq, Kind::ApplicationReceived);
        more(ui, cx, (around, can), &case.row.recipient);
    });
}

/// All other steps, and the way to the account.
fn more(ui: &mut Ui, cx: &Context<'_>, (around, can): (Around, bool), recipient: &RecipientKey) {
    let words = cx.t("form-next");
    if Button::new(&words).icon(Icon::Add).enabled(can).show(ui).clicked() {
        cx.send(Action::Open(Ask::Choose(around)));
    }
    let words = cx.t("screen-to-account");
    if Button::new(&words).icon(Icon::Recipient).show(ui).clicked() {
        cx.send(Action::Go(Route::Recipients(Some(recipient.clone()))));
    }
}
