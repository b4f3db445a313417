//! The frame of the window: top bar, navigation, notices, status bar.

mod navigation;
mod notice;
mod safety;
mod status;
mod top_bar;

use eframe::egui::{
    Align, CentralPanel, CornerRadius, Frame, Layout, Margin, Panel, RichText, ScrollArea, Stroke,
    Ui, vec2,
};

use super::action::{Action, Ask};
use super::context::Context;
use super::icon::Icon;
use super::manual::Chapter;
use super::route::Route;
use super::screen::Screens;
use super::theme::TokensOf as _;
use super::widget::button::{Button, icon_button};
use super::widget::card;
use super::widget::focus;
use super::widget::region::{self, Region};

/// What the bars remember.
#[derive(Debug, Default)]
pub struct Shell {
    top: top_bar::TopBar,
}

impl Shell {
    /// Shows everything but the dialog.
    pub fn ui(&mut self, route: &Route, screens: &mut Screens, cx: &Context<'_>, ui: &mut Ui) {
        let tokens = ui.tokens();
        let bar = |margin: Margin| Frame::new().fill(tokens.card).inner_margin(margin);
        let edge = Stroke::new(tokens.border, tokens.line);
        Panel::top("top")
            .exact_size(49.0)
            .frame(bar(Margin::symmetric(16, 7)).stroke(edge).corner_radius(CornerRadius::ZERO))
            .show_separator_line(false)
            .show(ui, |ui| {
                region::begin(ui, Region::Top, ui.max_rect());
                self.top.ui(cx, ui);
            });
        Panel::bottom("status")
            .frame(bar(Margin::symmetric(16, 3)).stroke(edge))
            .show_separator_line(false)
            .show(ui, |ui| status::ui(cx, ui));
        let low = ui.available_height() < navigation::LOW;
        Panel::left("navigation")
            .exact_size(navigation::width(cx, ui, ui.available_width()))
            .resizable(false)
            .frame(bar(Margin::symmetric(8, if low { 4 } else { 12 })).stroke(edge))
            .show_separator_line(false)
            .show(ui, |ui| {
                region::begin(ui, Region::Navigation, ui.max_rect());
                navigation::ui(route, cx, ui);
            });
        safety::plan(cx, ui.ctx());
        safety::closing(cx, ui.ctx());
        let margin = Margin::symmetric(16, 14);
        CentralPanel::default().frame(Frame::new().fill(tokens.page).inner_margin(margin)).show(
            ui,
            |ui| {
                let all = ui.max_rect();
                notices(cx, ui);
                let below = all.with_min_y(ui.cursor().top());
                region::begin(ui, Region::Notice, all.with_max_y(below.top()));
                region::begin(ui, Region::Screen, below);
                focus::beginning(ui, &cx.screen_name(route));
                if cx.ledger.is_some() || matches!(route, Route::Help(_)) {
                    screen(route, screens, cx, ui);
                } else {
                    no_ledger(cx, ui);
                }
            },
        );
        if route.is_list() || matches!(route, Route::Budget(None) | Route::Tasks) {
            focus::into_rows(ui.ctx());
        }
    }
}

/// Least height of a screen that is a list: its head, a few rows and the sums below them.
const LIST: f32 = 330.0;

/// The screen; a list scrolls as a whole where the window is too low for it.
fn screen(route: &Route, screens: &mut Screens, cx: &Context<'_>, ui: &mut Ui) {
    if ui.available_height() >= LIST || !route.is_list() {
        screens.ui(route, cx, ui);
        return;
    }
    ScrollArea::vertical().id_salt("low").auto_shrink([false, false]).show(ui, |ui| {
        let size = vec2(ui.available_width(), LIST);
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(size, layout, |ui| screens.ui(route, cx, ui));
    });
}

/// What must be known before the figures: findings, read-only, the first start.
fn notices(cx: &Context<'_>, ui: &mut Ui) {
    let tokens = ui.tokens();
    notice::lost(cx, ui);
    notice::report(cx, ui);
    notice::drafts(cx, ui);
    notice::extract(cx, ui);
    safety::sight(cx, ui);
    safety::place(cx, ui);
    if let Some(ledger) = cx.ledger.filter(|ledger| !ledger.findings.is_empty()) {
        card::banner(ui, tokens.late, |ui| {
            let colour = tokens.late.text;
            for finding in ledger.findings.iter().take(4) {
                let words = cx.text.finding(finding.key(), finding.seq(), &finding.detail());
                ui.label(RichText::new(words).color(colour));
            }
            ui.label(RichText::new(cx.t("findings-advice")).color(colour));
        });
        ui.add_space(8.0);
    } else if let Some(percent) = cx.ledger.and_then(|ledger| ledger.checking) {
        // A short verification is over before anybody reads a sentence about it.
        if percent > 0 {
            card::banner(ui, tokens.quiet, |ui| {
                ui.label(RichText::new(cx.t("checking-banner")).color(tokens.quiet.text));
            });
            ui.add_space(8.0);
        }
    } else if cx.is_whole()
        && cx.safety.place.is_none()
        && cx.ledger.is_some_and(|ledger| !ledger.writable)
    {
        card::banner(ui, tokens.warn, |ui| {
            ui.label(RichText::new(cx.t("app-read-only")).color(tokens.warn.text));
        });
        ui.add_space(8.0);
    }
    if cx.news {
        news(cx, ui);
    }
    let sample = cx.is_whole() && cx.ledger.is_some_and(|ledger| ledger.programme.sample);
    // In a low window the badge above says it, and the room is for the figures.
    let low = ui.ctx().content_rect().height() < navigation::LOW;
    if cx.notice && sample && !low {
        card::banner(ui, tokens.sample, |ui| {
            ui.horizontal(|ui| {
                let close = 40.0;
                let found = cx.t("app-new");
                let words = RichText::new(cx.t("app-notice")).color(tokens.sample.text);
                let width = ui.available_width() - close - 190.0;
                let size = vec2(width, 20.0);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.label(words);
                });
                if Button::new(&found).icon(Icon::Add).show(ui).clicked() {
                    cx.send(Action::Open(Ask::NewProgramme));
                }
                if icon_button(ui, Icon::Close, &cx.t("app-dismiss")).clicked() {
                    cx.send(Action::DismissNotice);
                }
            });
        });
        ui.add_space(10.0);
    }
}

/// Another version than last time: what is new can be read, once.
fn news(cx: &Context<'_>, ui: &mut Ui) {
    let tone = ui.tokens().quiet;
    card::banner(ui, tone, |ui| {
        ui.horizontal(|ui| {
            let version = [("version", env!("CARGO_PKG_VERSION").to_owned())];
            ui.label(RichText::new(cx.f("news-banner", &version)).color(tone.text));
            if Button::new(&cx.t("command-news")).icon(Icon::Help).show(ui).clicked() {
                cx.send(Action::Go(Route::Help(Chapter::News)));
            }
            if icon_button(ui, Icon::Close, &cx.t("news-dismiss")).clicked() {
                cx.send(Action::DismissNews);
            }
        });
    });
    ui.add_space(10.0);
}

/// The place of the screens while no ledger is open: it is on its way, or what to do.
fn no_ledger(cx: &Context<'_>, ui: &mut Ui) {
    let Some(problem) = cx.failure else {
        card::empty(ui, &cx.t("app-opening"));
        return;
    };
    card::card(ui, |ui| {
        card::title(ui, &cx.t("app-not-opened"));
        ui.label(cx.problem(problem));
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if Button::new(&cx.t("app-open")).icon(Icon::Folder).primary(true).show(ui).clicked() {
                cx.send(Action::OpenLedger);
            }
            if Button::new(&cx.t("app-open-sample")).show(ui).clicked() {
                cx.send(Action::OpenSample);
            }
            if Button::new(&cx.t("app-new")).icon(Icon::Add).show(ui).clicked() {
                cx.send(Action::Open(Ask::NewProgramme));
            }
        });
    });
}
