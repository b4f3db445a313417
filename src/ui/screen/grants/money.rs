//! What came of the money: proofs of use, claims, interest.

use eframe::egui::Ui;

use crate::domain::entity::Proof;
use crate::store::view::CaseDetail;
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Claims and interest, as far as there are any.
pub fn show(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    if !case.claims.is_empty() {
        card::titled(ui, &cx.t("case-claims"), |ui| claims(ui, cx, case));
    }
    if !case.interest.is_empty() {
        card::titled(ui, &cx.t("case-interest"), |ui| interest(ui, cx, case));
    }
}

/// Proofs of use with their result.
pub fn proofs(ui: &mut Ui, cx: &Context<'_>, rows: &[Proof]) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::text(cx.t("screen-col-kind"), 150.0),
        Column::fixed(cx.t("case-col-covers"), 98.0),
        Column::figure(cx.t("case-col-eligible"), 124.0),
        Column::text(cx.t("case-col-result"), 190.0),
        Column::figure(cx.t("case-col-settled"), 122.0),
    ];
    Table::new("proofs", columns).show_wide(ui, rows.len(), |index| {
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
    Table::new("claims", columns).show_wide(ui, rows.len(), |index| {
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
    Table::new("interest", columns).show_wide(ui, rows.len(), |index| {
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
}
