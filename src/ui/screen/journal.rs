//! *Journal*: everything that was recorded, in its order, and one entry in full.

use eframe::egui::{Align, Layout, RichText, ScrollArea, Ui};

use crate::domain::{Kind, Seq};
use crate::store::view::{EntryFilter, JournalRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::icon::Icon;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{filter_field, head, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Journal {
    filter: String,
    chosen: Option<Seq>,
    /// What the list was narrowed to from elsewhere when it was shown last.
    seen: EntryFilter,
}

impl Journal {
    /// Shows it.
    pub fn ui(&mut self, wanted_from: &EntryFilter, cx: &Context<'_>, ui: &mut Ui) {
        self.follow(wanted_from);
        head(ui, &cx.t("screen-journal"), |ui| filter_field(ui, cx, &mut self.filter, 240.0));
        ui.add_space(6.0);
        let Some(all) = loaded(cx, ui, &cx.data.journal) else { return };
        let rows: Vec<&JournalRow> =
            all.iter().rev().filter(|row| wanted(cx, &self.filter, row)).collect();
        let chosen = all.iter().find(|row| Some(row.seq) == self.chosen);
        let height = ui.available_height();
        let weights: &[f32] = if chosen.is_some() { &[1.9, 1.0] } else { &[1.0] };
        let clicked = card::columns(ui, weights, |index, ui| {
            if index == 0 {
                card::card(ui, |ui| list(ui, cx, &rows, self.chosen, height - 32.0))
            } else {
                if let Some(row) = chosen {
                    entry(ui, cx, row, height);
                }
                None
            }
        });
        if let Some(index) = clicked.into_iter().flatten().next() {
            let seq = rows.get(index).map(|row| row.seq);
            self.chosen = if seq == self.chosen { None } else { seq };
        }
    }
}

impl Journal {
    /// Shows the entry, and looks for the words, that another place led to.
    fn follow(&mut self, filter: &EntryFilter) {
        if self.seen == *filter {
            return;
        }
        self.seen = filter.clone();
        if let Some(entry) = filter.entry {
            self.chosen = Some(entry);
            self.filter.clear();
        }
        if !filter.words.is_empty() {
            self.filter.clone_from(&filter.words);
        }
    }
}

fn wanted(cx: &Context<'_>, filter: &str, row: &JournalRow) -> bool {
    if filter.trim().is_empty() {
        return true;
    }
    let kind = cx.text.kind(row.kind);
    let seq = row.seq.to_string();
    let texts = [&kind, &row.recipient_name, &row.voucher, &row.object, &seq];
    matches(filter, &texts.map(String::as_str))
}

fn list(
    ui: &mut Ui,
    cx: &Context<'_>,
    rows: &[&JournalRow],
    chosen: Option<Seq>,
    height: f32,
) -> Option<usize> {
    if rows.is_empty() {
        card::empty(ui, &cx.t("screen-journal-empty"));
        return None;
    }
    let wide = ui.available_width() > 860.0;
    let mut columns = vec![
        Column::figure(cx.t("screen-col-number"), 56.0),
        Column::fixed(cx.t("screen-col-effective"), 100.0),
        Column::text(cx.t("screen-col-kind"), 180.0),
        Column::text(cx.t("screen-col-object"), 190.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
    ];
    if wide {
        columns.push(Column::fixed(cx.t("voucher"), 130.0));
        columns.push(Column::fixed(cx.t("person"), 120.0));
    }
    let selected = rows.iter().position(|row| Some(row.seq) == chosen);
    let table = Table::new("journal", columns).choose(selected).height(height);
    let shown = table.show(ui, rows.len(), |index| {
        let row = rows[index];
        let mut kind = cx.text.kind(row.kind);
        if let Some(by) = row.reversed_by {
            let number = cx.text.entry_number(by);
            kind = [kind, cx.f("screen-reversed-by", &[("number", number)])].join(" · ");
        }
        let mut object = vec![row.recipient_name.clone(), cx.text.object(row.kind, &row.object)];
        object.retain(|part| !part.is_empty());
        object.dedup();
        let object = object.join(" · ");
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let day = cx.text.day(row.effective_on);
        let sentence = [&cx.text.entry_number(row.seq), &day, &kind, &object, &amount];
        let sentence = sentence.map(String::as_str).join(", ");
        let mut cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(day),
            if row.reversed_by.is_some() { Cell::Dim(kind) } else { Cell::Text(kind) },
            Cell::Text(object),
            Cell::Text(amount),
        ];
        if wide {
            cells.push(Cell::Dim(row.voucher.clone()));
            cells.push(Cell::Dim(actor(cx, row)));
        }
        Row { cells, sentence }
    });
    shown.clicked
}

fn actor(cx: &Context<'_>, row: &JournalRow) -> String {
    let number = || cx.f("app-person-number", &[("number", row.actor.0.to_string())]);
    row.actor_name.clone().unwrap_or_else(number)
}

fn entry(ui: &mut Ui, cx: &Context<'_>, row: &JournalRow, height: f32) {
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
                ("screen-col-object", row.object.clone()),
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
                let words = cx.t("screen-reverse");
                let button = Button::new(&words).icon(Icon::Reverse).enabled(cx.can_book());
                if button.show(ui).clicked() {
                    cx.send(Action::Open(Ask::Reverse(row.seq)));
                }
                ui.add_space(6.0);
            }
            card::heading(ui, &cx.t("head"));
            let hash: Vec<_> =
                row.hash.chunks(2).map(|two| format!("{:02X}{:02X}", two[0], two[1])).collect();
            code(ui, &hash.join(" "));
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
