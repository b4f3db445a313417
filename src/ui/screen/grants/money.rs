//! What came of the money: proofs of use, due and received, claims, interest.

use eframe::egui::Ui;

use crate::domain::deadline::DeadlineKind;
use crate::domain::entity::Proof;
use crate::domain::{Kind, Money};
use crate::store::view::{CaseDetail, DeadlineRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::screen::lateness;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Deadlines of this part of the page.
const OF_PROOFS: [DeadlineKind; 5] = [
    DeadlineKind::InterimProof,
    DeadlineKind::FinalProof,
    DeadlineKind::ProofReminder,
    DeadlineKind::ProofCheck,
    DeadlineKind::Revocation,
];

/// Proofs, claims and interest; where there are none, what comes and when.
pub fn show(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let due: Vec<&DeadlineRow> =
        case.deadlines.iter().filter(|row| OF_PROOFS.contains(&row.kind)).collect();
    let proofs = received(case);
    if due.is_empty() && proofs.is_empty() && case.claims.is_empty() && case.interest.is_empty() {
        card::empty(ui, &cx.t("detail-no-proofs"));
        return;
    }
    part(ui, cx, "detail-proofs-due", !due.is_empty(), |ui| due_rows(ui, cx, &due));
    part(ui, cx, "case-proofs", !proofs.is_empty(), |ui| list(ui, cx, case, proofs));
    part(ui, cx, "case-claims", !case.claims.is_empty(), |ui| claims(ui, cx, case));
    part(ui, cx, "case-interest", !case.interest.is_empty(), |ui| interest(ui, cx, case));
}

fn received(case: &CaseDetail) -> &[Proof] {
    case.grant.as_ref().map(|grant| grant.proofs.as_slice()).unwrap_or_default()
}

fn part(ui: &mut Ui, cx: &Context<'_>, key: &str, shown: bool, content: impl FnOnce(&mut Ui)) {
    if shown {
        card::heading(ui, &cx.t(key));
        content(ui);
        ui.add_space(8.0);
    }
}

/// "bis 31.12.2021" with how late it is, in words.
fn due_rows(ui: &mut Ui, cx: &Context<'_>, rows: &[&DeadlineRow]) {
    let columns = vec![
        Column::fixed(cx.t("case-col-due"), 104.0),
        Column::text(cx.t("deadlines-what"), 180.0),
        Column::fixed(cx.t("screen-col-state"), 190.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
    ];
    Table::new("proofs-due", columns).show(ui, rows.len(), |index| {
        let row = rows[index];
        let (day, what) = (cx.text.day(row.due_on), cx.text.deadline(row.kind));
        let (meaning, word) = lateness(cx, row);
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let sentence = [&day, &what, &word, &amount].map(String::as_str).join(", ");
        let cells =
            vec![Cell::Text(day), Cell::Text(what), Cell::Chip(meaning, word), Cell::Text(amount)];
        Row { cells, sentence }
    });
}

/// In a few words: what is due next, what was fixed, what is claimed and open.
pub fn summary(cx: &Context<'_>, case: &CaseDetail) -> String {
    let mut parts = Vec::new();
    let due = case.deadlines.iter().find(|row| OF_PROOFS.contains(&row.kind));
    if let Some(row) = due {
        parts.push([cx.text.deadline(row.kind), cx.text.day(row.due_on)].join(" "));
    }
    let fixed =
        received(case).iter().rev().find_map(|proof| proof.checked.as_ref()?.1.settled_cents);
    if let Some(fixed) = fixed {
        parts.push(cx.f("detail-settled-of", &[("amount", cx.euro(fixed))]));
    }
    let claims = case.claims.iter().map(|row| row.left);
    let left: Money = claims.chain(case.interest.iter().map(|row| row.left)).sum();
    if left.is_positive() {
        parts.push(cx.f("detail-claimed-of", &[("amount", cx.euro(left))]));
    }
    parts.join(" · ")
}

/// Proofs of use with their result.
fn list(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, rows: &[Proof]) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::text(cx.t("screen-col-kind"), 150.0),
        Column::fixed(cx.t("case-col-covers"), 98.0),
        Column::figure(cx.t("case-col-eligible"), 124.0),
        Column::text(cx.t("case-col-result"), 190.0),
        Column::figure(cx.t("case-col-settled"), 122.0),
    ];
    let table = Table::new("proofs", columns).narrowed(cx).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, kind) = (cx.text.day(row.on), cx.text.proof_kind(row.received.proof));
        let covers = cx.text.day(row.received.covers_until);
        let result = row.checked.as_ref().map_or_else(
            || cx.t("case-unchecked"),
            |(on, checked)| {
                let result = cx.text.check_result(checked.result);
                let day = cx.f("case-checked-on", &[("day", cx.text.day(*on))]);
                [result, day].join(", ")
            },
        );
        let settled = row.checked.as_ref().and_then(|(_, checked)| checked.settled_cents);
        let settled = settled.map(|amount| cx.money(amount)).unwrap_or_default();
        let sentence = [&day, &kind, &result, &settled].map(String::as_str).join(", ");
        let result = if row.checked.is_some() { Cell::Text(result) } else { Cell::Warn(result) };
        let cells = vec![
            Cell::Text(day),
            Cell::Text(kind),
            Cell::Dim(covers),
            Cell::Text(cx.money(row.received.eligible_cents)),
            result,
            Cell::Text(settled),
        ];
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        let recipient = &case.row.recipient;
        cx.send(Action::Go(Route::entries_of(Kind::ProofReceived, row.on, recipient)));
    }
}

fn claims(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let columns = vec![
        Column::figure(cx.t("screen-col-number"), 50.0),
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::fixed(cx.t("fiscal-year-short"), 52.0),
        Column::text(cx.t("screen-col-reason"), 180.0),
        Column::fixed(cx.t("case-col-due"), 98.0),
        Column::figure(cx.t("screen-col-amount"), 114.0),
        Column::figure(cx.t("screen-col-open"), 114.0),
    ];
    let rows = &case.claims;
    let table = Table::new("claims", columns).narrowed(cx).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let mut reason = vec![row.reason.clone()];
        reason.extend(row.ground.map(|ground| cx.text.claim_ground(ground)));
        reason.extend(row.deferral.map(|deferral| cx.text.deferral(deferral)));
        let reason = reason.join(" · ");
        let open = cx.f("case-open-of", &[("amount", cx.euro(row.left))]);
        let (day, due) = (cx.text.day(row.on), cx.text.day(row.due_on));
        let said = [&cx.text.entry_number(row.seq), &day, &reason, &cx.euro(row.amount), &open];
        let sentence = said.map(String::as_str).join(", ");
        let left = cx.money(row.left);
        let cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(day),
            Cell::Text(row.year.0.to_string()),
            Cell::Dim(reason),
            Cell::Text(due),
            Cell::Text(cx.money(row.amount)),
            if row.left.is_positive() { Cell::Warn(left) } else { Cell::Dim(left) },
        ];
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(Route::entry(row.seq)));
    }
}

fn interest(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::text(cx.t("screen-col-kind"), 150.0),
        Column::figure(cx.t("case-col-principal"), 114.0),
        Column::fixed(cx.t("case-col-span"), 196.0),
        Column::fixed(cx.t("case-col-due"), 98.0),
        Column::figure(cx.t("screen-col-amount"), 106.0),
        Column::figure(cx.t("screen-col-open"), 106.0),
    ];
    let rows = &case.interest;
    let table = Table::new("interest", columns).narrowed(cx).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let span = [cx.text.day(row.from), cx.text.day(row.until)].join(" – ");
        let (day, kind) = (cx.text.day(row.on), cx.text.interest_kind(row.kind));
        let open = cx.f("case-open-of", &[("amount", cx.euro(row.left))]);
        let said = [&day, &kind, &span, &cx.euro(row.amount), &open];
        let sentence = said.map(String::as_str).join(", ");
        let left = cx.money(row.left);
        let cells = vec![
            Cell::Text(day),
            Cell::Text(kind),
            Cell::Text(cx.money(row.principal)),
            Cell::Dim(span),
            Cell::Text(cx.text.day(row.due_on)),
            Cell::Text(cx.money(row.amount)),
            if row.left.is_positive() { Cell::Warn(left) } else { Cell::Dim(left) },
        ];
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(Route::entry(row.seq)));
    }
}
