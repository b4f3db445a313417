//! Where a case stands, and what comes next, in words.

use eframe::egui::{RichText, Ui};

use crate::domain::body::{ExaminationStep, ProofKind};
use crate::domain::deadline::DeadlineKind;
use crate::domain::procedure::CaseState;
use crate::domain::{Day, Kind, Money, Seq, Stage};
use crate::store::view::{CaseDetail, GrantDetail};
use crate::ui::context::Context;
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::chip::{Meaning, chip};

/// The state as a chip, with its number.
pub fn chips(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let state = case.row.state;
    chip(ui, meaning(state), &cx.text.case_state_numbered(state));
}

/// What a state asks for.
pub const fn meaning(state: CaseState) -> Meaning {
    use CaseState as S;
    match state {
        S::Challenged | S::Revoked | S::Claimed | S::ProofDue => Meaning::Late,
        S::Received | S::InExamination | S::Issued | S::ProofReceived | S::ProofChecked => {
            Meaning::Warn
        }
        S::Final | S::InProgress | S::Closed | S::Archivable => Meaning::Good,
        S::Announced | S::Rejected | S::Withdrawn => Meaning::Quiet,
    }
}

/// "Nächster Schritt: …"
pub fn next(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, detail: Option<&GrantDetail>) {
    let colour = ui.tokens().text;
    let step = words(cx, case, detail);
    ui.label(RichText::new(cx.f("case-next", &[("step", step)])).color(colour));
}

fn words(cx: &Context<'_>, case: &CaseDetail, detail: Option<&GrantDetail>) -> String {
    use CaseState as S;
    if let Some(step) = detail.and_then(|detail| payment(cx, case, detail)) {
        return step;
    }
    match case.row.state {
        S::Received => cx.t("case-next-examine"),
        S::InExamination => examination(cx, case),
        S::Issued if case.row.announced_on.is_none() => cx.t("case-next-announce"),
        S::Issued => on(cx, "case-next-announced", case.row.announced_on),
        S::Announced => on(cx, "case-next-final", case.row.final_on),
        S::Challenged => cx.t("case-next-court"),
        S::Rejected | S::Withdrawn => cx.t("case-next-none"),
        S::Revoked => cx.t("case-next-close"),
        S::ProofReceived => on(cx, "case-next-check-proof", due(case, DeadlineKind::ProofCheck)),
        S::ProofChecked => checked(cx, case, detail),
        S::Claimed => claimed(cx, case),
        S::Closed => on(cx, "case-next-bound", due(case, DeadlineKind::PurposeBound)),
        S::Archivable => cx.t("case-next-archive"),
        S::ProofDue => on(cx, "case-next-proof", due(case, DeadlineKind::FinalProof)),
        S::Final | S::InProgress => {
            if detail.is_some_and(|detail| detail.row.sums.at(Stage::Committed).is_positive()) {
                cx.t("case-next-draw")
            } else {
                on(cx, "case-next-proof", due(case, DeadlineKind::FinalProof))
            }
        }
    }
}

/// The step with its day, or without one where none is known.
fn on(cx: &Context<'_>, key: &str, day: Option<Day>) -> String {
    let day = day.map_or_else(|| cx.t("case-day-unknown"), |day| cx.text.day(day));
    cx.f(key, &[("day", day)])
}

/// The day of the first deadline of a kind.
fn due(case: &CaseDetail, kind: DeadlineKind) -> Option<Day> {
    case.deadlines.iter().find(|deadline| deadline.kind == kind).map(|deadline| deadline.due_on)
}

fn examination(cx: &Context<'_>, case: &CaseDetail) -> String {
    let Some(application) = &case.application else { return cx.t("case-next-examine") };
    if application.examined.is_some() {
        return cx.t("case-next-decide");
    }
    match &application.step {
        Some((_, step)) if step.step == ExaminationStep::DocumentsRequested => {
            on(cx, "case-next-documents", step.until)
        }
        _ => cx.t("case-next-examined"),
    }
}

/// What a draw, an order or a returned payment waits for.
fn payment(cx: &Context<'_>, case: &CaseDetail, detail: &GrantDetail) -> Option<String> {
    let waiting = |kind: Kind| {
        detail.moves.iter().find(|row| row.kind == kind && row.undecided.is_positive())
    };
    if let Some(order) = waiting(Kind::PaymentOrdered) {
        let handed = case.handed_over.contains_key(&order.seq);
        return Some(cx.t(if handed { "case-next-confirm" } else { "case-next-hand-over" }));
    }
    if let Some(draw) = waiting(Kind::DrawRequested) {
        let attested = |kind: Kind| attested(case, draw.seq, kind);
        return Some(cx.t(if !attested(Kind::ArithmeticAttested) {
            "case-next-arithmetic"
        } else if !attested(Kind::FactuallyAttested) {
            "case-next-factual"
        } else {
            "case-next-order"
        }));
    }
    let held = detail.row.sums.at(Stage::Held).is_positive();
    held.then(|| cx.t("case-next-held"))
}

fn attested(case: &CaseDetail, draw: Seq, kind: Kind) -> bool {
    case.attestations.iter().any(|row| row.draw == draw && row.kind == kind && row.counts)
}

/// The proof of use is checked: the last draw, a claim, or the end of the case.
fn checked(cx: &Context<'_>, case: &CaseDetail, detail: Option<&GrantDetail>) -> String {
    let mut proofs = case.grant.iter().flat_map(|grant| &grant.proofs);
    let last = proofs.rfind(|proof| proof.received.proof == ProofKind::Final);
    let settled = last.and_then(|proof| proof.checked.as_ref()?.1.settled_cents);
    let (Some(settled), Some(detail)) = (settled, detail) else { return cx.t("case-next-close") };
    let sums = &detail.row.sums;
    let kept: Money = [Stage::Paid, Stage::Reclaimed].iter().map(|stage| sums.at(*stage)).sum();
    if kept > settled {
        cx.f("case-next-claim", &[("amount", cx.euro(kept - settled))])
    } else if sums.at(Stage::Committed).is_positive() && settled > kept {
        cx.f("case-next-last-draw", &[("amount", cx.euro(settled - kept))])
    } else {
        cx.t("case-next-close")
    }
}

/// The first claim or interest that is still open.
fn claimed(cx: &Context<'_>, case: &CaseDetail) -> String {
    let claims = case.claims.iter().map(|row| (row.due_on, row.left));
    let interest = case.interest.iter().map(|row| (row.due_on, row.left));
    match claims.chain(interest).filter(|(_, left)| left.is_positive()).min() {
        Some((day, left)) => {
            cx.f("case-next-repayment", &[("amount", cx.euro(left)), ("day", cx.text.day(day))])
        }
        None => cx.t("case-next-close"),
    }
}
