//! What a case waits for, in words: the step, whom it waits for, what has to happen first, and the
//! action that takes it; or what follows from its state. On several pages.

use crate::domain::body::ProofKind;
use crate::domain::deadline::DeadlineKind;
use crate::domain::procedure::CaseState;
use crate::domain::task::{Obstacle, STEPS, Task};
use crate::domain::{Day, FileNumber, Kind, Money, Stage};
use crate::store::view::{CaseDetail, GrantDetail, PersonRow, TaskRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;

/// The step of a case that comes next: that of the acting person, else the first that nothing
/// hinders; what is only compared with the cash office comes after all that moves the case on.
pub fn next<'a>(cx: &Context<'_>, tasks: impl Iterator<Item = &'a TaskRow>) -> Option<&'a TaskRow> {
    tasks.min_by_key(|row| {
        let task = &row.task;
        (is_beside(task.kind), !cx.is_mine(task), !task.obstacles.is_empty())
    })
}

/// A step that has a name of its own.
pub fn is_step(kind: Kind) -> bool {
    kind == Kind::DrawRequested || STEPS.contains(&kind)
}

/// A step beside the way of a case, which goes on without it.
pub fn is_beside(kind: Kind) -> bool {
    kind == Kind::PaymentReconciled
}

/// Name of a step that waits: what is done to take it, but for a step that ends only what was begun
/// before, and one that is about a part of what its form can do.
pub fn step(cx: &Context<'_>, step: Kind) -> String {
    match step {
        Kind::ApplicationExamined => cx.t("tasks-step-examine"),
        Kind::GrantReduced => cx.t("tasks-step-reduce"),
        kind => cx.text.deed(kind),
    }
}

/// The words on a button that opens the form of a kind: its heading, and that it asks for more.
pub fn opens(cx: &Context<'_>, kind: Kind) -> String {
    [cx.text.deed(kind), "…".to_owned()].join(" ")
}

/// The words on the button of a step, and its icon.
pub fn button(cx: &Context<'_>, kind: Kind) -> (String, Icon) {
    let icon = match kind {
        Kind::DrawRequested
        | Kind::OrderHandedOver
        | Kind::ClaimRepaid
        | Kind::InterestReceived => Icon::Payment,
        Kind::PaymentOrdered
        | Kind::HeldOrdered
        | Kind::GrantIssued
        | Kind::GrantReduced
        | Kind::ClaimRaised => Icon::Pen,
        // What is gone through point by point.
        Kind::ApplicationExamined | Kind::ProofChecked => Icon::Tasks,
        Kind::NoticeAnnounced => Icon::Calendar,
        _ => Icon::Check,
    };
    (opens(cx, kind), icon)
}

/// What takes the step: its dialog, filled with what is known.
pub fn action(row: &TaskRow) -> Action {
    let (kind, entry) = (row.task.kind, row.task.entry);
    let of = |ask: fn(FileNumber, Option<u64>) -> Ask| {
        row.grant.clone().map(|grant| Action::Open(ask(grant, Some(entry))))
    };
    let known = match kind {
        Kind::PaymentOrdered => of(Ask::Order),
        Kind::PaymentConfirmed => of(Ask::Confirm),
        Kind::GrantIssued => Some(Action::Open(Ask::IssueGrant(Some(entry)))),
        _ => None,
    };
    known.unwrap_or_else(|| {
        let recipient = Occasion::recipient(&row.recipient);
        // A kind that refers to nothing only follows from the entry.
        let entry = (!kind.refers_to().is_empty()).then_some(entry);
        Action::book(kind, Occasion { grant: row.grant.clone(), entry, ..recipient })
    })
}

/// "wartet auf Sachbearbeitung: B. Lang", or what has to happen first.
pub fn whom(cx: &Context<'_>, task: &Task) -> String {
    if let Some(first) = first(cx, task) {
        return first;
    }
    let roles = roles(cx, task.kind);
    let names = persons(cx, task);
    if names.is_empty() {
        return cx.f("detail-waits-for-role", &[("role", roles)]);
    }
    cx.f("detail-waits-for", &[("role", roles), ("persons", names.join(", "))])
}

/// The roles of which a step needs one.
pub fn roles(cx: &Context<'_>, step: Kind) -> String {
    let roles = step.roles().iter().map(|role| cx.text.role(*role));
    roles.collect::<Vec<_>>().join(" / ")
}

/// Who takes the step: the acting person or a few others by name, more by their role; or what has
/// to happen first.
pub fn who(cx: &Context<'_>, task: &Task) -> String {
    if let Some(first) = first(cx, task) {
        return first;
    }
    if let Some(person) = cx.person.filter(|_| cx.is_mine(task)) {
        return cx.person_name(person);
    }
    named(cx, &persons(cx, task), task.kind)
}

/// One or two by name, more by the role that a kind needs.
fn named(cx: &Context<'_>, names: &[String], kind: Kind) -> String {
    match names {
        [one] => one.clone(),
        [one, other] => cx.f("tasks-or", &[("others", one.clone()), ("last", other.clone())]),
        _ => roles(cx, kind),
    }
}

/// Who has the role for a kind.
fn bookers(cx: &Context<'_>, kind: Kind) -> String {
    let everyone = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
    let day = cx.proposed_day();
    let still = |person: &PersonRow| person.roles_until.is_none_or(|last| day <= last);
    let may = everyone.iter().filter(|person| person.may_book(kind) && still(person));
    let names: Vec<String> = may.map(|person| cx.person_name(person)).collect();
    named(cx, &names, kind)
}

/// Names of all who may take the step, whether or not they work at this computer.
pub fn persons(cx: &Context<'_>, task: &Task) -> Vec<String> {
    let everyone = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
    let day = cx.proposed_day();
    let may = everyone.iter().filter(|person| task.bar(person.hand(), day).is_none());
    may.map(|person| cx.person_name(person)).collect()
}

/// "zuvor nötig: …": what has to happen before the step can be taken by anybody.
pub fn first(cx: &Context<'_>, task: &Task) -> Option<String> {
    let first: Vec<String> = task.obstacles.iter().map(|found| obstacle(cx, found)).collect();
    (!first.is_empty()).then(|| cx.f("detail-first", &[("what", first.join(", "))]))
}

fn obstacle(cx: &Context<'_>, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Account => {
            let record = bookers(cx, Kind::BankAccountRecorded);
            let confirm = bookers(cx, Kind::BankAccountConfirmed);
            cx.f("detail-first-account", &[("record", record), ("confirm", confirm)])
        }
        Obstacle::Milestone(key) => cx.f("detail-first-milestone", &[("key", key.to_string())]),
        Obstacle::NotFinal(None) => cx.t("detail-first-announcement"),
        Obstacle::NotFinal(Some(day)) => cx.f("detail-first-final", &[("day", cx.text.day(*day))]),
        Obstacle::Challenged => cx.t("detail-first-court"),
        Obstacle::Closed => cx.t("detail-first-open"),
        Obstacle::DoubleFunding => cx.t("detail-first-double"),
        Obstacle::EarlyStart => cx.t("detail-first-start"),
    }
}

/// What comes next in a case.
pub enum Comes<'a> {
    /// A step that waits.
    Step(&'a TaskRow),
    /// A draw, in words.
    Draw(String),
    /// What its state waits for, in words.
    State(String),
}

/// What comes next in a case of which these steps wait: page and status bar say the same.
pub fn comes<'a>(
    cx: &Context<'_>,
    tasks: impl Iterator<Item = &'a TaskRow>,
    case: &CaseDetail,
    detail: Option<&GrantDetail>,
) -> Comes<'a> {
    let (beside, onward): (Vec<_>, Vec<_>) = tasks.partition(|row| is_beside(row.task.kind));
    if let Some(row) = next(cx, onward.into_iter()) {
        return Comes::Step(row);
    }
    if let Some(words) = draw(cx, case, detail) {
        return Comes::Draw(words);
    }
    // Only who may compare a payment with the cash office has that to do next.
    match beside.into_iter().find(|row| cx.is_mine(&row.task)) {
        Some(row) => Comes::Step(row),
        None => Comes::State(of_state(cx, case)),
    }
}

/// A draw comes next in a case: of what is granted, or of what the checked proof leaves to be paid.
fn draw(cx: &Context<'_>, case: &CaseDetail, detail: Option<&GrantDetail>) -> Option<String> {
    let sums =
        &detail.filter(|detail| detail.row.sums.at(Stage::Committed).is_positive())?.row.sums;
    match case.row.state {
        CaseState::Final | CaseState::InProgress => Some(cx.t("case-next-draw")),
        CaseState::ProofChecked => {
            let mut proofs = case.grant.iter().flat_map(|grant| &grant.proofs);
            let last = proofs.rfind(|proof| proof.received.proof == ProofKind::Final)?;
            let settled = last.checked.as_ref()?.1.settled_cents?;
            let kept: Money =
                [Stage::Paid, Stage::Reclaimed].map(|stage| sums.at(stage)).into_iter().sum();
            let left = settled - kept;
            let words = || cx.f("case-next-last-draw", &[("amount", cx.euro(left))]);
            left.is_positive().then(words)
        }
        _ => None,
    }
}

/// No step of a case waits: what its state waits for.
fn of_state(cx: &Context<'_>, case: &CaseDetail) -> String {
    use CaseState as S;
    match case.row.state {
        S::Issued => on(cx, "case-next-announced", case.row.announced_on),
        S::Announced => on(cx, "case-next-final", case.row.final_on),
        S::Challenged => cx.t("case-next-court"),
        S::Rejected | S::Withdrawn => cx.t("case-next-none"),
        S::Closed => on(cx, "case-next-bound", due(case, DeadlineKind::PurposeBound)),
        S::Archivable => cx.t("case-next-archive"),
        S::ProofDue | S::Final | S::InProgress => {
            on(cx, "case-next-proof", due(case, DeadlineKind::FinalProof))
        }
        S::Received
        | S::InExamination
        | S::Examined
        | S::Revoked
        | S::ProofReceived
        | S::ProofChecked
        | S::Claimed => cx.t("case-next-nothing"),
    }
}

/// The step with its day, or without one where none is known.
pub fn on(cx: &Context<'_>, key: &str, day: Option<Day>) -> String {
    let day = day.map_or_else(|| cx.t("case-day-unknown"), |day| cx.text.day(day));
    cx.f(key, &[("day", day)])
}

/// The day of the first deadline of a kind.
fn due(case: &CaseDetail, kind: DeadlineKind) -> Option<Day> {
    case.deadlines.iter().find(|deadline| deadline.kind == kind).map(|deadline| deadline.due_on)
}
