//! Warnings of missing cover, each with the step that mends it.

use eframe::egui::Ui;

use crate::domain::body::CoverMoved;
use crate::domain::{Body, Kind};
use crate::store::view::{CoverGap, GapKind, Planning};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::route::Route;
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::link::link;

/// Shows them, or that there are none.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    for gap in &values.gaps {
        let tone = ui.tokens().late;
        card::banner(ui, tone, |ui| {
            ui.label(words(cx, gap));
            ui.horizontal_wrapped(|ui| {
                let behind = cx.f("planning-to-budget", &[("title", line(cx, gap))]);
                if link(ui, &behind).clicked() {
                    let route = Route::Budget(Some((gap.title.clone(), gap.year)));
                    cx.send(Action::Go(route));
                }
                let Some((title, free)) = &gap.cover else { return };
                ui.add_space(12.0);
                let values = [("title", cx.text.title_short(title)), ("amount", cx.euro(*free))];
                let words = cx.f("planning-move-cover", &values);
                if Button::new(&words).enabled(cx.can_book()).show(ui).clicked() {
                    let body = CoverMoved {
                        from: title.clone(),
                        to: gap.title.clone(),
                        fiscal_year: gap.year,
                        amount_cents: gap.amount.min(*free),
                        reason: String::new(),
                        source: None,
                    };
                    let occasion = Occasion::again(Body::CoverMoved(body));
                    cx.send(Action::book(Kind::CoverMoved, occasion));
                }
            });
        });
    }
    if values.gaps.is_empty() {
        let tone = ui.tokens().good;
        card::banner(ui, tone, |ui| ui.label(cx.t("planning-covered")));
    }
}

fn line(cx: &Context<'_>, gap: &CoverGap) -> String {
    [cx.text.title_short(&gap.title), gap.year.0.to_string()].join(", ")
}

fn words(cx: &Context<'_>, gap: &CoverGap) -> String {
    let values = [
        ("title", cx.text.title_short(&gap.title)),
        ("year", gap.year.0.to_string()),
        ("amount", cx.euro(gap.amount)),
    ];
    match gap.kind {
        GapKind::Short => cx.f("planning-short", &values),
        GapKind::AboveDraft => cx.f("planning-above-draft", &values),
    }
}
