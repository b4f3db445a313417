//! What surrounds a grant: who benefits, how long the purpose binds, where the money goes.

use eframe::egui::Ui;

use crate::domain::deadline::DeadlineKind;
use crate::domain::{Kind, RecipientKey};
use crate::store::view::{CaseDetail, CasePage, GrantDetail};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::route::Route;
use crate::ui::screen::accounts;
use crate::ui::theme::BODY;
use crate::ui::waiting;
use crate::ui::widget::card;
use crate::ui::widget::section;

/// Beneficiaries, retention of purpose, bank accounts.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, page): (Option<&CaseDetail>, Option<&CasePage>),
) {
    card::heading(ui, &cx.t("beneficiaries"));
    beneficiaries(ui, cx, detail);
    ui.add_space(8.0);
    card::heading(ui, &cx.t("detail-bound"));
    ui.label(eframe::egui::RichText::new(bound(cx, case)).size(BODY));
    ui.add_space(8.0);
    card::heading(ui, &cx.t("bank-account"));
    match page {
        Some(page) => accounts::show(ui, cx, &page.accounts),
        None => card::empty(ui, &cx.t("app-loading")),
    }
    card::dim(ui, &cx.f("detail-cash-reference", &[("reference", detail.cash_reference.clone())]));
}

fn beneficiaries(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    ui.horizontal_wrapped(|ui| {
        if detail.beneficiaries.is_empty() {
            card::dim(ui, &cx.t("detail-no-beneficiary"));
        }
        for (key, name) in &detail.beneficiaries {
            let words = [name.as_str(), key.as_str()].join(" · ");
            if section::link(ui, &words).clicked() {
                cx.send(Action::Go(Route::Recipients(Some(recipient(key)))));
            }
        }
        let add = section::link(ui, &waiting::opens(cx, Kind::BeneficiaryNamed));
        if add.clicked() && cx.can_book() {
            let occasion = Occasion::grant(&detail.row.recipient, &detail.row.grant);
            cx.send(Action::book(Kind::BeneficiaryNamed, occasion));
        }
    });
}

fn recipient(key: &RecipientKey) -> RecipientKey {
    RecipientKey::from_written(key.as_str())
}

/// How long the purpose binds: a day once the case is closed, before that the years of the notice.
fn bound(cx: &Context<'_>, case: Option<&CaseDetail>) -> String {
    let grant = case.and_then(|case| case.grant.as_ref());
    let closed = grant.and_then(|grant| grant.closed.as_ref());
    if let Some(until) = closed.and_then(|(_, closed)| closed.bound_until) {
        let running = case.is_some_and(|case| {
            case.deadlines.iter().any(|row| row.kind == DeadlineKind::PurposeBound)
        });
        let key = if running { "detail-bound-running" } else { "detail-bound-over" };
        return cx.f(key, &[("day", cx.text.day(until))]);
    }
    match grant.and_then(|grant| grant.issued.bound_years) {
        Some(years) => {
            let years = cx.text.count("years", years.into(), &[]);
            cx.f("detail-bound-years", &[("years", years)])
        }
        None => cx.t("detail-bound-none"),
    }
}

/// In a few words.
pub fn summary(cx: &Context<'_>, detail: &GrantDetail, page: Option<&CasePage>) -> String {
    let count = i64::try_from(detail.beneficiaries.len()).unwrap_or(0);
    let mut parts = vec![cx.text.count("detail-beneficiaries-count", count, &[])];
    if let Some(page) = page {
        let usable = page.accounts.iter().any(|account| account.row.usable);
        let key = if usable { "detail-account-usable" } else { "detail-account-missing" };
        parts.push(cx.t(key));
    }
    parts.join(" · ")
}
