//! The top of the page of a case: what it is, where it stands, the next step, the key figures.

use eframe::egui::Ui;

use super::step::Next;
use super::{Step, next, step};
use crate::domain::{Kind, Money, Stage};
use crate::store::view::{CaseDetail, CasePage, GrantDetail, MoveRow, PostingFilter};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::section::{Figure, figures};

/// Of a grant.
pub fn grant(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, beside): (Option<&CaseDetail>, Option<&CasePage>),
) {
    let row = &detail.row;
    let step = Step::of(detail);
    card::card(ui, |ui| {
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let mut financing = cx.text.financing(detail.financing);
        if let Some(quota) = detail.quota_percent {
            financing = [financing, cx.text.rate(quota)].join(" ");
        }
        let facts = [
            name,
            row.grant.to_string(),
            cx.f("screen-notice-of", &[("day", cx.text.day(row.issued_on))]),
            financing,
            cx.f("screen-period-until", &[("day", cx.text.day(detail.period_until))]),
        ];
        card::dim(ui, &facts.join(" · "));
        card::title(ui, &row.purpose);
        let money = match step {
            Step::Confirm => Some((Meaning::Warn, "screen-state-ordered")),
            Step::Order => case.map(|case| (Meaning::Warn, to_order(case, detail))),
            Step::Draw => None,
            Step::Done => Some((Meaning::Good, "screen-state-paid")),
        };
        ui.horizontal_wrapped(|ui| {
            if let Some(case) = case {
                step::chips(ui, cx, case);
            }
            if let Some((meaning, word)) = money {
                chip(ui, meaning, &cx.t(word));
            }
        });
        let tasks = beside.map_or(&[][..], |page| &page.tasks);
        let next = case.zip(beside).map(|(case, _)| Next::of(cx, case, Some(detail), tasks));
        if let Some(next) = &next {
            next.show(ui, cx);
        }
        next::others(ui, cx, tasks, next.as_ref());
        ui.add_space(2.0);
        next::buttons(ui, cx, detail, (case, tasks, next.as_ref()));
        ui.add_space(8.0);
        key_figures(ui, cx, detail, case);
    });
}

/// What the draws that are not ordered wait for first.
fn to_order(case: &CaseDetail, detail: &GrantDetail) -> &'static str {
    let waits = |row: &&MoveRow| row.kind == Kind::DrawRequested && row.undecided.is_positive();
    let draws = detail.moves.iter().filter(waits);
    let missing: Vec<Kind> = draws.filter_map(|row| case.lacks(row.seq)).collect();
    if missing.contains(&Kind::ArithmeticAttested) {
        "screen-state-arithmetic"
    } else if missing.contains(&Kind::FactuallyAttested) {
        "screen-state-factual"
    } else {
        "screen-state-requested"
    }
}

/// An application that is no grant yet, or never became one.
pub fn application(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, beside: Option<&CasePage>) {
    let Some(application) = &case.application else { return };
    let row = &case.row;
    card::card(ui, |ui| {
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let received = cx.text.day(application.received_on);
        let received = cx.f("case-received-on", &[("day", received)]);
        card::dim(ui, &[name, row.grant.to_string(), received].join(" · "));
        card::title(ui, &row.purpose);
        ui.horizontal_wrapped(|ui| step::chips(ui, cx, case));
        let tasks = beside.map_or(&[][..], |page| &page.tasks);
        let next = beside.map(|_| Next::of(cx, case, None, tasks));
        if let Some(next) = &next {
            next.show(ui, cx);
        }
        next::others(ui, cx, tasks, next.as_ref());
        ui.add_space(2.0);
        next::of_application(ui, cx, case, next.as_ref());
        ui.add_space(8.0);
        let plan = &application.received.plan;
        let values = [
            ("case-requested", application.received.requested_cents),
            ("case-total", plan.total_cents),
            ("screen-eligible", plan.eligible_cents),
            ("case-third-party", plan.third_party_cents),
            ("screen-own-share", plan.own_cents),
        ];
        let words = values.map(|(key, amount)| (cx.t(key), cx.euro(amount)));
        let shown = words.each_ref().map(|(label, value)| Figure { label, value });
        if figures(ui, &shown).is_some() {
            let kinds = vec![Kind::ApplicationReceived];
            cx.send(Action::Go(Route::case_entries(&row.grant, kinds)));
        }
    });
}

/// The key figures, each with the way to the bookings behind it.
fn key_figures(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, case: Option<&CaseDetail>) {
    let grant = &detail.row.grant;
    let sums = &detail.row.sums;
    let ordered = sums.actual() + sums.at(Stage::Ordered);
    let requested = ordered + sums.at(Stage::Requested);
    let behind = |stages: &[Stage]| Route::behind(PostingFilter::at(stages).of_grant(grant));
    let with = |more: &[Stage]| [more, &Stage::ACTUAL[..]].concat();
    let kinds = |kinds: Vec<Kind>| Route::case_entries(grant, kinds);
    let mut notices: Vec<Kind> = detail.versions.iter().map(|version| version.kind).collect();
    notices.sort_unstable();
    notices.dedup();
    let asked = case.and_then(|case| case.application.as_ref());
    let asked = asked.map(|found| found.received.requested_cents);
    let mut all: Vec<(&str, Money, Route)> = Vec::new();
    all.extend(
        asked.map(|amount| ("case-requested", amount, kinds(vec![Kind::ApplicationReceived]))),
    );
    all.extend([
        ("screen-granted", detail.row.granted, kinds(notices.clone())),
        ("screen-requested", requested, behind(&with(&[Stage::Requested, Stage::Ordered]))),
        ("screen-ordered", ordered, behind(&with(&[Stage::Ordered]))),
        ("screen-actual", sums.actual(), behind(&Stage::ACTUAL)),
        ("screen-col-open", sums.open(), behind(&Stage::OPEN)),
        ("screen-eligible", detail.eligible, kinds(notices.clone())),
        ("screen-own-share-of-it", detail.own_share, kinds(notices.clone())),
        ("case-third-party", detail.third_party, kinds(notices)),
    ]);
    let words: Vec<(String, String)> =
        all.iter().map(|(key, amount, _)| (cx.t(key), cx.euro(*amount))).collect();
    let shown: Vec<Figure<'_>> =
        words.iter().map(|(label, value)| Figure { label, value }).collect();
    let chosen = figures(ui, &shown).and_then(|index| all.get(index));
    if let Some((.., route)) = chosen {
        cx.send(Action::Go(route.clone()));
    }
}
