//! The top of the page of a case: what it is, where it stands, the next step, the key figures.

use eframe::egui::Ui;

use super::{Step, step};
use crate::domain::{Kind, Money, Stage};
use crate::store::view::{CaseDetail, GrantDetail, MoveRow, PostingFilter};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::section::{Figure, figures};

/// Of a grant.
pub fn grant(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, case: Option<&CaseDetail>) {
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
        let (meaning, word) = match step {
            Step::Confirm => (Meaning::Warn, "screen-state-ordered"),
            Step::Order => (Meaning::Warn, "screen-state-requested"),
            Step::Draw => (Meaning::Quiet, "screen-state-open"),
            Step::Done => (Meaning::Good, "screen-state-paid"),
        };
        ui.horizontal_wrapped(|ui| {
            if let Some(case) = case {
                step::chips(ui, cx, case);
            }
            chip(ui, meaning, &cx.t(word));
        });
        if let Some(case) = case {
            step::next(ui, cx, case, Some(detail));
        }
        ui.add_space(2.0);
        buttons(ui, cx, detail, step);
        ui.add_space(8.0);
        key_figures(ui, cx, detail, case);
    });
}

/// An application that is no grant yet, or never became one.
pub fn application(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let Some(application) = &case.application else { return };
    let row = &case.row;
    card::card(ui, |ui| {
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let received = cx.text.day(application.received_on);
        let received = cx.f("case-received-on", &[("day", received)]);
        card::dim(ui, &[name, row.grant.to_string(), received].join(" · "));
        card::title(ui, &row.purpose);
        ui.horizontal_wrapped(|ui| step::chips(ui, cx, case));
        step::next(ui, cx, case, None);
        ui.add_space(2.0);
        application_buttons(ui, cx, case);
        ui.add_space(8.0);
        let plan = &application.received.plan;
        let values = [
            ("case-requested", application.received.requested_cents),
            ("case-total", plan.total_cents),
            ("screen-eligible", plan.eligible_cents),
            ("case-third-party", plan.third_party_cents),
            ("case-own-funds", plan.own_cents),
        ];
        let words = values.map(|(key, amount)| (cx.t(key), cx.euro(amount)));
        let shown = words.each_ref().map(|(label, value)| Figure { label, value });
        if figures(ui, &shown).is_some() {
            let kinds = vec![Kind::ApplicationReceived];
            cx.send(Action::Go(Route::case_entries(&row.grant, kinds)));
        }
    });
}

fn application_buttons(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let Some(application) = &case.application else { return };
    let decided = application.rejected.is_some() || application.withdrawn.is_some();
    let can = cx.can_book() && !decided;
    ui.horizontal_wrapped(|ui| {
        let words = cx.t("screen-issue-grant");
        let examined = application.examined.is_some();
        let button = Button::new(&words).icon(Icon::Pen).primary(examined);
        if button.enabled(can && examined).show(ui).clicked() {
            cx.send(Action::Open(Ask::IssueGrant(Some(application.seq))));
        }
        let words = cx.t("form-next");
        if Button::new(&words).icon(Icon::Add).enabled(can).show(ui).clicked() {
            let around = Around::Entry(application.seq, Kind::ApplicationReceived);
            cx.send(Action::Open(Ask::Choose(around)));
        }
        to_account(ui, cx, &case.row.recipient);
    });
}

fn to_account(ui: &mut Ui, cx: &Context<'_>, recipient: &crate::domain::RecipientKey) {
    let words = cx.t("screen-to-account");
    if Button::new(&words).icon(Icon::Recipient).show(ui).clicked() {
        cx.send(Action::Go(Route::Recipients(Some(recipient.clone()))));
    }
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
        ("case-third-party", detail.third_party, kinds(notices.clone())),
        ("screen-own-share", detail.own_share, kinds(notices)),
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

fn buttons(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, step: Step) {
    let grant = || detail.row.grant.clone();
    let can = cx.can_book();
    let open =
        |kind: Kind| detail.moves.iter().any(|row| row.kind == kind && row.undecided.is_positive());
    let committed = detail.row.sums.at(Stage::Committed).is_positive();
    let buttons = [
        ("screen-draw", Icon::Payment, committed, Step::Draw, Ask::Draw(grant())),
        (
            "screen-order",
            Icon::Pen,
            open(Kind::DrawRequested),
            Step::Order,
            Ask::Order(grant(), None),
        ),
        (
            "screen-confirm",
            Icon::Check,
            open(Kind::PaymentOrdered),
            Step::Confirm,
            Ask::Confirm(grant(), None),
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        for (key, icon, possible, leads, ask) in buttons {
            let words = cx.t(key);
            let button = Button::new(&words).icon(icon).primary(leads == step);
            if button.enabled(can && possible).show(ui).clicked() {
                cx.send(Action::Open(ask));
            }
        }
        attestations(ui, cx, detail);
        let words = cx.t("form-next");
        if Button::new(&words).icon(Icon::Add).enabled(can).show(ui).clicked() {
            let around = Around::Grant(detail.row.recipient.clone(), grant());
            cx.send(Action::Open(Ask::Choose(around)));
        }
        to_account(ui, cx, &detail.row.recipient);
    });
}

/// Two persons attest a draw before it is ordered.
fn attestations(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let waits = |row: &&MoveRow| row.kind == Kind::DrawRequested && row.undecided.is_positive();
    let Some(draw) = detail.moves.iter().find(waits) else { return };
    for (key, kind) in [
        ("screen-attest-arithmetic", Kind::ArithmeticAttested),
        ("screen-attest-factual", Kind::FactuallyAttested),
    ] {
        let words = cx.t(key);
        let button = Button::new(&words).icon(Icon::Check).enabled(cx.can_book());
        if button.show(ui).clicked() {
            let grant = Occasion::grant(&detail.row.recipient, &detail.row.grant);
            cx.send(Action::book(kind, Occasion { entry: Some(draw.seq), ..grant }));
        }
    }
}
