//! *Ausgefertigt*: the register of what left the house, and each paper byte for byte.

use eframe::egui::{Label, RichText, ScrollArea, Ui};

use crate::paper::Document;
use crate::paper::issued::IssuedPaper;
use crate::ui::action::{Action, PaperAction};
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::route::{Route, Shelf};
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId};

use super::super::{loaded, matches};

/// The register.
#[derive(Debug, Default)]
pub(super) struct Issued {
    list: ListState,
}

impl Issued {
    pub(super) fn ui(&mut self, shelf: &Shelf, cx: &Context<'_>, ui: &mut Ui) {
        let Some(all) = loaded(cx, ui, &cx.data.issued) else { return };
        if all.is_empty() {
            card::card(ui, |ui| card::empty(ui, &cx.t("shelf-issued-none")));
            return;
        }
        let chosen = all.iter().find(|paper| Some(paper.seq) == shelf.issued);
        let height = ui.available_height();
        let roomy = ui.available_width() > super::WIDE;
        let weights: &[f32] = if chosen.is_some() && roomy { &[2.0, 1.0] } else { &[1.0] };
        let mut opened = None;
        card::columns(ui, weights, |index, ui| {
            if index == 0 {
                if let Some(paper) = chosen.filter(|_| !roomy) {
                    card::card(ui, |ui| detail(ui, cx, paper));
                    ui.add_space(8.0);
                }
                let left = height - if chosen.is_some() && !roomy { 300.0 } else { 30.0 };
                card::card(ui, |ui| {
                    let list =
                        List::new("issued", "shelf-issued-count", columns(cx, chosen.is_none()))
                            .chosen(chosen.map(|paper| paper.seq))
                            .height(left.max(160.0))
                            .saved_as(cx.t("shelf-issued"));
                    opened = list.show_items(ui, cx, &mut self.list, all).opened;
                });
            } else if let Some(paper) = chosen {
                card::card(ui, |ui| {
                    let area = ScrollArea::vertical().id_salt("issued-paper");
                    area.max_height(height - 32.0).show(ui, |ui| detail(ui, cx, paper));
                });
            }
        });
        if let Some(seq) = opened {
            let issued = (shelf.issued != Some(seq)).then_some(seq);
            let shelf = Shelf { issued, ..shelf.clone() };
            cx.send(Action::Go(Route::Reports(Box::new(shelf))));
        }
    }
}

/// The document in words.
fn document(cx: &Context<'_>, paper: &IssuedPaper) -> String {
    let known = Document::of_name(&paper.document);
    known.map_or_else(|| paper.document.clone(), |document| cx.t(document.key()))
}

fn issuer(cx: &Context<'_>, paper: &IssuedPaper) -> String {
    let number = || cx.f("app-person-number", &[("number", paper.actor.0.to_string())]);
    paper.actor_name.clone().unwrap_or_else(number)
}

/// One paper in full, and what can be done with it.
fn detail(ui: &mut Ui, cx: &Context<'_>, paper: &IssuedPaper) {
    card::dim(ui, &cx.text.entry_number(paper.seq));
    card::title(ui, &document(cx, paper));
    ui.add_space(4.0);
    let facts = [
        ("shelf-issued-on", cx.text.day(paper.day)),
        ("screen-col-recipient", paper.recipient_name.clone()),
        ("as-of", cx.text.day(paper.as_of)),
        ("known", cx.text.entry_number(paper.known)),
        ("paper-language", cx.text.paper_language(paper.language)),
        ("shelf-issuer", issuer(cx, paper)),
        ("voucher", paper.voucher.clone()),
        ("shelf-bytes", cx.text.number(i64::try_from(paper.length).unwrap_or(i64::MAX))),
    ];
    for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        card::dim(ui, &cx.f("shelf-fact", &[("name", cx.t(key)), ("value", value.clone())]));
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (key, icon, show) in
            [("shelf-save-again", Icon::Save, false), ("shelf-open-again", Icon::Print, true)]
        {
            let words = cx.t(key);
            let button = Button::new(&words).icon(icon).primary(!show).enabled(paper.stored);
            if button.show(ui).clicked() {
                let name = document(cx, paper);
                cx.send(Action::Paper(PaperAction::SaveIssued(paper.seq, name, show)));
            }
        }
        let words = cx.t("shelf-to-entry");
        if Button::new(&words).icon(Icon::Journal).show(ui).clicked() {
            cx.send(Action::Go(Route::entry(paper.seq)));
        }
    });
    ui.add_space(6.0);
    card::heading(ui, &cx.t("shelf-hash"));
    let dim = ui.tokens().dim;
    let hash = RichText::new(grouped(&paper.sha256)).size(SMALL).color(dim);
    ui.add(Label::new(hash).wrap().selectable(true));
}

/// A hash in groups of four.
fn grouped(hash: &str) -> String {
    let upper = hash.to_uppercase();
    let groups = upper.as_bytes().chunks(4).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(" ")
}

impl Item for IssuedPaper {
    fn id(&self) -> RowId {
        self.seq
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        match column {
            "number" => Cell::text(self.seq.to_string()).dim(),
            "day" => Cell::day(self.day),
            "document" => Cell::text(document(cx, self)),
            "recipient" => Cell::text(self.recipient_name.clone()),
            "as-of" => Cell::day(self.as_of),
            "known" => Cell::text(cx.text.entry_number(self.known)).dim(),
            "issuer" => Cell::text(issuer(cx, self)),
            _ => Cell::text(grouped(self.sha256.get(..16).unwrap_or_default())).dim(),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let words = [
            ("number", cx.text.entry_number(self.seq)),
            ("document", document(cx, self)),
            ("recipient", self.recipient_name.clone()),
            ("day", cx.text.day(self.day)),
            ("as_of", cx.text.day(self.as_of)),
            ("issuer", issuer(cx, self)),
        ];
        cx.f("shelf-issued-sentence", &words)
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        matches(typed, &[&document(cx, self), &self.recipient_name, &self.voucher, &self.sha256])
    }
}

/// Beside the paper in full, which has it whole, the list has no hash.
fn columns(cx: &Context<'_>, alone: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::fixed("number", cx.t("screen-col-number"), 64.0).unfiltered(),
        Column::day("day", cx.t("shelf-issued-on"), 112.0),
        Column::choice("document", cx.t("shelf-document"), 200.0).growing(),
        Column::text("recipient", cx.t("screen-col-recipient"), 140.0),
        Column::day("as-of", cx.t("as-of"), 104.0),
        Column::fixed("known", cx.t("known"), 100.0).unfiltered(),
        Column::choice("issuer", cx.t("shelf-issuer"), 130.0),
    ];
    if alone {
        columns.push(Column::fixed("hash", cx.t("shelf-hash"), 180.0).unsorted());
    }
    columns
}
