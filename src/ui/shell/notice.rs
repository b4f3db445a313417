//! Above the figures: the file is out of reach, the program ended unexpectedly, drafts wait.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Align, Layout, RichText, Ui, vec2};

use crate::domain::date::berlin_day;
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::theme::{TokensOf as _, Tone};
use crate::ui::widget::button::{Button, icon_button};
use crate::ui::widget::card;

/// The file cannot be reached: what is shown is what was read before.
pub fn lost(cx: &Context<'_>, ui: &mut Ui) {
    let Some(problem) = cx.lost else { return };
    let tone = ui.tokens().late;
    let words = [cx.problem(problem), cx.t("entry-lost")].join(" ");
    let (again, other) = (cx.t("entry-look-again"), cx.t("app-open"));
    banner(ui, tone, &words, Live::Assertive, |ui| {
        if Button::new(&other).icon(Icon::Folder).show(ui).clicked() {
            cx.send(Action::OpenLedger);
        }
        if Button::new(&again).show(ui).clicked() {
            cx.send(Action::LookAgain);
        }
    });
}

/// The program ended unexpectedly the last time.
pub fn report(cx: &Context<'_>, ui: &mut Ui) {
    let Some(path) = cx.report else { return };
    let tone = ui.tokens().warn;
    let words = cx.f("entry-ended", &[("path", path.display().to_string())]);
    banner(ui, tone, &words, Live::Polite, |ui| {
        if icon_button(ui, Icon::Close, &cx.t("app-dismiss-outcome")).clicked() {
            cx.send(Action::DismissReport);
        }
    });
}

/// Of whom the extract is that is open, of when, and what its verification found.
pub fn extract(cx: &Context<'_>, ui: &mut Ui) {
    let (Some(ledger), Some(extract)) = (cx.ledger, cx.extract()) else { return };
    let good = ledger.findings.is_empty();
    let tokens = ui.tokens();
    let tone = if good { tokens.quiet } else { tokens.late };
    let of = [
        ("recipient", extract.name.clone()),
        ("number", cx.text.entry_number(ledger.head.seq)),
        ("day", cx.text.day(berlin_day(ledger.head.recorded_at))),
    ];
    let own = [("own", extract.own.seq.to_string())];
    let found = if good { cx.f("extract-good", &own) } else { cx.t("extract-bad") };
    let words = [cx.f("extract-banner", &of), found].join(" ");
    banner(ui, tone, &words, Live::Polite, |_| {});
}

/// Drafts of an earlier time, and what happened to those that are not there any more.
pub fn drafts(cx: &Context<'_>, ui: &mut Ui) {
    if !cx.desk.hint || cx.ledger.is_none() {
        return;
    }
    let mut own = cx.desk.own(cx.person.map(|person| person.person));
    own.retain(|form| form.uid().is_some_and(|uid| cx.desk.earlier.contains(&uid)));
    let count = own.len();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut words = Vec::new();
    if count > 0 {
        words.push(cx.text.count("entry-drafts-wait", number(count), &[]));
    }
    if cx.desk.booked > 0 {
        words.push(cx.text.count("entry-drafts-booked", number(cx.desk.booked), &[]));
    }
    if cx.desk.set_aside > 0 {
        words.push(cx.text.count("entry-drafts-unreadable", number(cx.desk.set_aside), &[]));
    }
    if words.is_empty() {
        return;
    }
    let tone = ui.tokens().sample;
    banner(ui, tone, &words.join(" "), Live::Polite, |ui| {
        if icon_button(ui, Icon::Close, &cx.t("entry-dismiss-drafts")).clicked() {
            cx.send(Action::DismissDrafts);
        }
        if count > 0 && Button::new(&cx.t("entry-show-drafts")).show(ui).clicked() {
            cx.send(Action::Open(Ask::Drafts));
        }
    });
}

/// A sentence over the width, buttons from the right.
pub(super) fn banner(
    ui: &mut Ui,
    tone: Tone,
    words: &str,
    live: Live,
    buttons: impl FnOnce(&mut Ui),
) {
    card::banner(ui, tone, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                buttons(ui);
                let size = vec2(ui.available_width(), 20.0);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    let response = ui.label(RichText::new(words).color(tone.text));
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_role(Role::Status);
                        node.set_live(live);
                        node.clear_value();
                        node.set_label(words);
                    });
                });
            });
        });
    });
    ui.add_space(8.0);
}
