//! *Abgleich*: the list of the cash office against the ledger, and a recipient's bank statement
//! against what was paid to it.

mod bank;
mod cash;
mod columns;
mod takeover;
mod unclear;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{RichText, ScrollArea, Ui};

use crate::domain::Seq;
use crate::exchange::Note;
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::{ListBooking, Problem, Reading, Want};
use crate::ui::icon::Icon;
use crate::ui::route::{Route, Side};
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;

use super::head;

/// The screen.
#[derive(Debug, Default)]
pub struct Reconcile {
    cash: cash::CashPart,
    bank: bank::BankPart,
    takeover: takeover::TakeoverPart,
}

impl Reconcile {
    /// What the part that is shown needs.
    pub fn wants(&self, side: Side, cx: &Context<'_>) -> Vec<Want> {
        match side {
            Side::Cash => cash::CashPart::wants(cx),
            Side::Bank => self.bank.wants(cx),
            Side::Takeover => self.takeover.wants(cx),
        }
    }

    /// Shows it.
    pub fn ui(&mut self, side: Side, cx: &Context<'_>, ui: &mut Ui) {
        head(ui, &cx.screen_name(&Route::Reconcile(side)), |ui| {
            // The list of the cash office is the ministry's.
            for part in Side::ALL.into_iter().filter(|_| cx.is_whole()) {
                let words = cx.t(part.key());
                let button = Button::new(&words).bare().selected(part == side);
                if button.show(ui).clicked() {
                    cx.send(Action::Go(Route::Reconcile(part)));
                }
            }
        });
        ui.add_space(6.0);
        // A list takes what is left of the window, but never so little that its rows are gone.
        let room = ui.available_height();
        ScrollArea::vertical().id_salt(side.key()).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_height(room);
            match side {
                Side::Cash => self.cash.ui(cx, ui),
                Side::Bank => self.bank.ui(cx, ui),
                Side::Takeover => self.takeover.ui(cx, ui),
            }
        });
    }
}

/// What the system holds over the window is named while it hovers.
fn hovering(cx: &Context<'_>, ui: &mut Ui, key: &str) {
    let files = ui.input(|input| input.raw.hovered_files.len());
    if files > 0 {
        let count = i64::try_from(files).unwrap_or(i64::MAX);
        status(ui, Meaning::Good, &cx.text.count(key, count, &[]), &[]);
        ui.add_space(6.0);
    }
}

/// How far a file is, or why it could not be read; true when there is nothing else to show.
fn reading<T>(cx: &Context<'_>, ui: &mut Ui, reading: &Reading<T>, side: Side) -> bool {
    match reading {
        Reading::Running(names, percent) => {
            let words = [("file", names.join(", "))];
            let told = cx.f("reconcile-percent", &[("percent", cx.text.rate((*percent).into()))]);
            // A percentage that changes is not read each time: once that it goes on.
            let said = cx.f("reconcile-reading", &words);
            card::banner(ui, Meaning::Quiet.tone(ui.tokens()), |ui| {
                live(ui, RichText::new(&said), &said);
                card::dim(ui, &told);
                let words = cx.t("reconcile-stop");
                if Button::new(&words).show(ui).clicked() {
                    cx.send(Action::Reconcile(ReconcileAction::Stop(side)));
                }
            });
            true
        }
        Reading::Failed(names, problem) => {
            failed(cx, ui, &names.join(", "), problem);
            true
        }
        Reading::Idle => true,
        Reading::Ready(_) => false,
    }
}

fn failed(cx: &Context<'_>, ui: &mut Ui, file: &str, problem: &Problem) {
    let title = cx.f("reconcile-unread", &[("file", file.to_owned())]);
    status(ui, Meaning::Late, &title, &[cx.problem(problem)]);
}

/// A result over the whole width, read aloud as soon as it is there.
fn status(ui: &mut Ui, meaning: Meaning, title: &str, told: &[String]) {
    card::banner(ui, meaning.tone(ui.tokens()), |ui| {
        let tone = meaning.tone(ui.tokens());
        let said = std::iter::once(title).chain(told.iter().map(String::as_str));
        let said = said.collect::<Vec<_>>().join(" ");
        live(ui, RichText::new(title).strong().color(tone.text), &said);
        for sentence in told {
            ui.label(sentence);
        }
    });
}

fn live(ui: &mut Ui, words: RichText, said: &str) {
    let response = ui.label(words);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.clear_value();
        node.set_label(said);
    });
}

/// Sentences about a file: the first few, and how many there are besides.
fn notes<'n>(cx: &Context<'_>, ui: &mut Ui, all: impl Iterator<Item = &'n Note> + Clone) {
    const SHOWN: usize = 5;
    for note in all.clone().take(SHOWN) {
        card::dim(ui, &cx.text.file_note(note));
    }
    if let Ok(more @ 1..) = i64::try_from(all.skip(SHOWN).count()) {
        card::dim(ui, &cx.text.count("reconcile-more-notes", more, &[]));
    }
}

/// What became of a decision; `told` says more of what was booked.
fn booked<C>(
    cx: &Context<'_>,
    ui: &mut Ui,
    booking: &ListBooking<C>,
    told: impl FnOnce(&C) -> Vec<String>,
) {
    let (meaning, title, told) = match booking {
        ListBooking::Idle => return,
        ListBooking::Running => (Meaning::Quiet, cx.t("reconcile-booking"), Vec::new()),
        ListBooking::Done(counts, entries) => {
            let count = i64::try_from(*entries).unwrap_or(i64::MAX);
            (Meaning::Good, cx.text.count("reconcile-booked", count, &[]), told(counts))
        }
        ListBooking::Refused(line, problem) => {
            let place = line.map(|line| {
                let words = [("line", line.to_string()), ("sentence", cx.problem(problem))];
                cx.f("cash-line-refused", &words)
            });
            let why = place.unwrap_or_else(|| cx.problem(problem));
            let title = if problem.is_certain() { "reconcile-refused" } else { "reconcile-unsure" };
            (Meaning::Late, cx.t(title), vec![why])
        }
        ListBooking::Changed => (Meaning::Warn, cx.t("reconcile-changed"), Vec::new()),
    };
    status(ui, meaning, &title, &told);
    ui.add_space(8.0);
}

/// Which rows are shown, by message key and count.
fn choose<S: Copy + PartialEq>(
    cx: &Context<'_>,
    ui: &mut Ui,
    show: &mut S,
    parts: &[(S, &str, usize)],
) {
    for (which, key, count) in parts {
        let count = cx.text.number(i64::try_from(*count).unwrap_or(i64::MAX));
        let words = cx.f(key, &[("count", count)]);
        if Button::new(&words).bare().selected(*show == *which).show(ui).clicked() {
            *show = *which;
        }
    }
}

/// A row in full: what it is, why, and the entry that it is about; true when it is put away.
fn detail(
    ui: &mut Ui,
    cx: &Context<'_>,
    title: &str,
    (facts, entry): (&[String], Option<Seq>),
) -> bool {
    let mut away = false;
    card::card(ui, |ui| {
        card::heading(ui, title);
        for fact in facts.iter().filter(|fact| !fact.is_empty()) {
            ui.label(fact);
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(seq) = entry.filter(|_| cx.is_whole()) {
                let number = [("number", cx.text.entry_number(seq))];
                let words = cx.f("reconcile-entry", &number);
                if Button::new(&words).icon(Icon::Journal).show(ui).clicked() {
                    cx.send(Action::Go(Route::entry(seq)));
                }
            }
            let words = cx.t("reconcile-detail-close");
            away = Button::new(&words).show(ui).clicked();
        });
    });
    ui.add_space(8.0);
    away
}
