//! One case: what was granted, what is left, every booking, every milestone.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::versions::{self, Compared};
use super::{Step, lines, money, procedure, step};
use crate::domain::{FileNumber, Kind, Stage};
use crate::store::view::{CaseDetail, GrantDetail, MoveRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::data::Loaded;
use crate::ui::dialog::Around;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::screen::loaded;
use crate::ui::theme::{GAP, SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::timeline;

/// Shows it at the right of the list.
pub fn detail(
    ui: &mut Ui,
    cx: &Context<'_>,
    grant: &FileNumber,
    (compared, height): (&mut Compared, f32),
) {
    let Some(value) = cx.data.grant.get(grant) else { return };
    let Some(value) = loaded(cx, ui, value) else { return };
    let case = cx.data.case(grant);
    ScrollArea::vertical().id_salt("grant").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        match (value, case) {
            (Some(detail), _) => whole(ui, cx, detail, (case, compared)),
            (None, Some(case)) => procedure::application(ui, cx, case),
            // The case may still be on its way; a wrong answer would be worse than none.
            (None, None) => {
                let key = if cx.data.case.get(grant).is_some_and(is_read) {
                    "screen-grant-unknown"
                } else {
                    "app-loading"
                };
                card::card(ui, |ui| card::empty(ui, &cx.t(key)));
            }
        }
    });
}

const fn is_read<T>(value: &Loaded<T>) -> bool {
    matches!(value, Loaded::Ready(_) | Loaded::Failed { .. })
}

fn whole(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, compared): (Option<&CaseDetail>, &mut Compared),
) {
    summary(ui, cx, detail, case);
    card::titled(ui, &cx.t("due-lines"), |ui| lines::lines(ui, cx, detail));
    card::titled(ui, &cx.t("screen-moves"), |ui| lines::moves(ui, cx, detail));
    if let Some(case) = case {
        procedure::show(ui, cx, case);
        money::show(ui, cx, case);
    }
    card::titled(ui, &cx.t("screen-milestones"), |ui| milestones(ui, cx, detail));
    versions::show(ui, cx, detail, (case, compared));
    if !detail.beneficiaries.is_empty() {
        card::titled(ui, &cx.t("beneficiaries"), |ui| {
            let names = detail.beneficiaries.iter().map(|(key, name)| format!("{name} ({key})"));
            ui.label(names.collect::<Vec<_>>().join(", "));
        });
    }
}

/// On a line of time, then those that payments have to wait for.
fn milestones(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    if detail.milestones.is_empty() {
        card::empty(ui, &cx.t("screen-grant-no-milestones"));
        return;
    }
    timeline::timeline(ui, cx, &detail.milestones);
    for row in detail.milestones.iter().filter(|row| row.blocks()) {
        let values = [
            ("name", cx.text.note(&row.name).to_owned()),
            ("due", timeline::due(cx, row)),
            ("clause", row.blocking_clause.clone().unwrap_or_default()),
        ];
        let words = cx.f("case-milestone-blocks", &values);
        ui.label(RichText::new(words).size(SMALL).color(ui.tokens().warn.text));
    }
}

fn summary(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, case: Option<&CaseDetail>) {
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
        ui.add_space(4.0);
        figures(ui, cx, detail, case);
        ui.add_space(8.0);
        buttons(ui, cx, detail, step);
    });
}

fn figures(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, case: Option<&CaseDetail>) {
    let sums = &detail.row.sums;
    let ordered = sums.actual() + sums.at(Stage::Ordered);
    let requested = ordered + sums.at(Stage::Requested);
    let money = [
        ("screen-granted", detail.row.granted),
        ("screen-requested", requested),
        ("screen-ordered", ordered),
        ("screen-actual", sums.actual()),
        ("screen-col-open", sums.open()),
    ];
    let total =
        case.and_then(|case| case.grant.as_ref()).and_then(|grant| grant.issued.total_cents);
    let plan = [
        ("case-total", total.unwrap_or(detail.eligible)),
        ("screen-eligible", detail.eligible),
        ("case-third-party", detail.third_party),
        ("screen-own-share", detail.own_share),
    ];
    for row in [&money[..], &plan[..]] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            for (key, amount) in row {
                card::pair(ui, &cx.t(key), &cx.euro(*amount));
            }
        });
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
        let words = cx.t("screen-to-account");
        if Button::new(&words).icon(Icon::Recipient).show(ui).clicked() {
            let key = detail.row.recipient.clone();
            cx.send(Action::Go(Route::Recipients(Some(key))));
        }
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
