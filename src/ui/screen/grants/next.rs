//! The next step of a case: one primary button for the acting person, or whom it waits for.

use eframe::egui::{RichText, Ui};

use super::step::Next;
use crate::domain::task::Task;
use crate::domain::{FileNumber, Kind, RecipientKey, Stage};
use crate::store::view::{CaseDetail, GrantDetail, MoveRow, TaskRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{BODY, TokensOf as _};
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::focus::Arrival;

/// Steps that are told; the work list has all.
const MOST: usize = 4;

/// For every other step that waits and is another's turn: what, and whom it waits for.
pub fn others(ui: &mut Ui, cx: &Context<'_>, tasks: &[TaskRow], next: Option<&Next<'_>>) {
    let named = next.and_then(|next| next.row).map(TaskRow::key);
    let others = tasks.iter().filter(|row| Some(row.key()) != named && !cx.is_mine(&row.task));
    for row in others.take(MOST) {
        let task = &row.task;
        let amount = task.amount.map(|amount| cx.euro(amount));
        let what = [Some(waiting::step(cx, task.kind)), amount].into_iter().flatten();
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

/// The next step first, and primary where the acting person can take it; what else can be done
/// quiet.
pub fn buttons(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, tasks, next): (Option<&CaseDetail>, &[TaskRow], Option<&Next<'_>>),
) {
    let mine = next.and_then(|next| next.row).filter(|row| cx.is_mine(&row.task));
    let mut offers = Vec::new();
    offers.extend(mine.map(|row| Offer { kind: row.task.kind, action: waiting::action(row) }));
    let own = tasks.iter().filter(|row| cx.is_mine(&row.task));
    let own = own.map(|row| Offer { kind: row.task.kind, action: waiting::action(row) });
    for offer in possible(cx, detail, (case, tasks)).into_iter().chain(own) {
        if offers.iter().all(|known| known.kind != offer.kind) {
            offers.push(offer);
        }
    }
    let mut arrival = arrival(ui, cx, &detail.row.grant);
    ui.horizontal_wrapped(|ui| {
        for (index, offer) in offers.into_iter().enumerate() {
            let (words, icon) = waiting::button(cx, offer.kind);
            let leads = index == 0 && next.is_some_and(|next| next.leads(cx, offer.kind));
            let button = Button::new(&words).icon(icon).primary(leads);
            let shown = button.enabled(cx.can_book()).show(ui);
            // Who comes to go on stands at what leads on, else at all that can be booked.
            if leads {
                arrival.at(&shown);
            }
            if shown.clicked() {
                cx.send(offer.action);
            }
        }
        let around = Around::Grant(detail.row.recipient.clone(), detail.row.grant.clone());
        more(ui, cx, (around, cx.can_book(), arrival), &detail.row.recipient);
    });
}

/// Somebody may have come to go on here; the buttons change as long as the page is read.
fn arrival(ui: &Ui, cx: &Context<'_>, grant: &FileNumber) -> Arrival {
    Arrival::new(ui, cx.data.case_page.get(grant).is_some_and(|page| page.latest().is_some()))
}

/// What is to be done with the money, whatever the role of the acting person: a draw of what is
/// left, and the steps that wait on what was drawn, but for those that need another pair of eyes.
fn possible(
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, tasks): (Option<&CaseDetail>, &[TaskRow]),
) -> Vec<Offer> {
    let other_eyes =
        |task: &Task| cx.person.is_some_and(|person| task.needs_other_than(person.person));
    let mut offers = Vec::new();
    let undrawn = detail.row.sums.at(Stage::Committed).is_positive();
    if undrawn && case.is_none_or(|case| case.lets_draw(detail, cx.as_of)) {
        let action = Action::Open(Ask::Draw(detail.row.grant.clone()));
        offers.push(Offer { kind: Kind::DrawRequested, action });
    }
    for kind in MONEY {
        let row = tasks.iter().find(|row| row.task.kind == kind && !other_eyes(&row.task));
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
pub fn of_application(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, next: Option<&Next<'_>>) {
    let Some(application) = &case.application else { return };
    let decided = application.rejected.is_some() || application.withdrawn.is_some();
    let can = cx.can_book() && !decided;
    let mine = next.and_then(|next| next.row).filter(|row| cx.is_mine(&row.task));
    let mut arrival = arrival(ui, cx, &case.row.grant);
    ui.horizontal_wrapped(|ui| {
        if let Some(row) = mine {
            let (words, icon) = waiting::button(cx, row.task.kind);
            let shown = Button::new(&words).icon(icon).primary(true).show(ui);
            arrival.at(&shown);
            if shown.clicked() {
                cx.send(waiting::action(row));
            }
        }
        let issued = mine.is_some_and(|row| row.task.kind == Kind::GrantIssued);
        if application.examined.is_some() && !issued {
            let (words, icon) = waiting::button(cx, Kind::GrantIssued);
            let shown = Button::new(&words).icon(icon).enabled(can).show(ui);
            arrival.at(&shown);
            if shown.clicked() {
                cx.send(Action::Open(Ask::IssueGrant(Some(application.seq))));
            }
        }
        let around = Around::Entry(application.seq, Kind::ApplicationReceived);
        more(ui, cx, (around, can, arrival), &case.row.recipient);
    });
}

/// All other steps, and the way to the account.
fn more(
    ui: &mut Ui,
    cx: &Context<'_>,
    (around, can, mut arrival): (Around, bool, Arrival),
    recipient: &RecipientKey,
) {
    let words = cx.t("form-next");
    let shown = Button::new(&words).icon(Icon::Add).enabled(can).show(ui);
    arrival.at(&shown);
    if shown.clicked() {
        cx.send(Action::Open(Ask::Choose(around)));
    }
    let words = cx.t("screen-to-account");
    let shown = Button::new(&words).icon(Icon::Recipient).show(ui);
    arrival.at(&shown);
    if shown.clicked() {
        cx.send(Action::Go(Route::Recipients(Some(recipient.clone()))));
    }
}
