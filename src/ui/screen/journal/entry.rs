//! One entry in full.

use eframe::egui::{Align, Layout, RichText, ScrollArea, Ui};

use crate::domain::Kind;
use crate::paper::Wish;
use crate::report::sheet::has_sheet;
use crate::store::view::JournalRow;
use crate::text::hash::printed;
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};

/// Who booked it.
pub(super) fn actor(cx: &Context<'_>, row: &JournalRow) -> String {
    let number = || cx.f("app-person-number", &[("number", row.actor.0.to_string())]);
    row.actor_name.clone().unwrap_or_else(number)
}

/// Shows it.
pub(super) fn entry(ui: &mut Ui, cx: &Context<'_>, row: &JournalRow, height: f32) {
    card::card(ui, |ui| {
        ScrollArea::vertical().id_salt("entry").max_height(height - 32.0).show(ui, |ui| {
            let number = cx.text.entry_number(row.seq);
            card::dim(ui, &[number, cx.text.known_at(row.recorded_at)].join(" · "));
            card::title(ui, &cx.text.kind(row.kind));
            if let Some(by) = row.reversed_by {
                let words = cx.f("screen-reversed-by", &[("number", cx.text.entry_number(by))]);
                chip(ui, Meaning::Warn, &words);
            }
            ui.add_space(4.0);
            let reference = row.reference.map(|seq| cx.text.entry_number(seq));
            let facts = [
                ("screen-col-effective", cx.text.day(row.effective_on)),
                ("screen-col-amount", row.amount.map(|a| cx.euro(a)).unwrap_or_default()),
                ("screen-col-recipient", row.recipient_name.clone()),
                ("screen-col-object", cx.text.object(row.kind, &row.object)),
                ("voucher", row.voucher.clone()),
                ("screen-col-reference", reference.unwrap_or_default()),
                ("person", actor(cx, row)),
                ("screen-col-login", row.login.clone()),
            ];
            for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
                fact(ui, &cx.t(key), value);
            }
            ui.add_space(6.0);
            if row.kind != Kind::Reversed
                && row.kind != Kind::ProgrammeFounded
                && row.reversed_by.is_none()
            {
                let around = Around::Entry(row.seq, row.kind);
                if Kind::ALL.iter().any(|kind| around.fits(*kind)) {
                    let words = cx.t("form-follow");
                    let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
                    if button.show(ui).clicked() {
                        cx.send(Action::Open(Ask::Choose(around)));
                    }
                }
                let words = waiting::opens(cx, Kind::Reversed);
                let button = Button::new(&words).icon(Icon::Reverse).enabled(cx.can_book());
                if button.show(ui).clicked() {
                    cx.send(Action::Open(Ask::Reverse(row.seq)));
                }
                ui.add_space(6.0);
            }
            if row.reversed_by.is_none() && has_sheet(row.kind) {
                let words = cx.t("shelf-document-sheet");
                if Button::new(&words).icon(Icon::Print).show(ui).clicked() {
                    cx.send(Action::Go(Route::paper(Wish::sheet(row.seq))));
                }
                ui.add_space(6.0);
            }
            card::heading(ui, &cx.t("head"));
            code(ui, &printed(row.seq, &row.hash));
            ui.add_space(4.0);
            card::heading(ui, &cx.t("screen-body"));
            code(ui, &row.body.replace(',', ", "));
        });
    });
}

fn fact(ui: &mut Ui, name: &str, value: &str) {
    let dim = ui.tokens().dim;
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(dim));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(eframe::egui::Label::new(value).truncate());
        });
    });
}

fn code(ui: &mut Ui, text: &str) {
    let dim = ui.tokens().dim;
    let label = eframe::egui::Label::new(RichText::new(text).size(SMALL).color(dim));
    ui.add(label.wrap().selectable(true));
}
