//! The page of one recipient: its account as the treasurer reads it, its cases, what is due.

use std::collections::BTreeSet;

use eframe::egui::{ComboBox, RichText, ScrollArea, Ui};

use super::account::{self, Running};
use crate::domain::{Kind, RecipientKey, Stage};
use crate::store::view::{
    EntryFilter, MilestoneRow, Neighbour, PostingFilter, RecipientDetail, RecipientPage,
};
use crate::text::Lang;
use crate::text::hash::printed;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::screen::{accounts, lateness, loaded};
use crate::ui::theme::{BODY, GAP};
use crate::ui::waiting;
use crate::ui::widget::button::{Button, open_by_key};
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::options::{self, Start};
use crate::ui::widget::scrolled::Scrolled;
use crate::ui::widget::section::{self, Figure, Head, figures};
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::timeline::Timeline;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Page {
    /// Title keys of the parts that are folded.
    folded: BTreeSet<&'static str>,
    /// The account with its running sums, as last put in order.
    running: Running,
    /// How far the page is scrolled of the recipient who was shown last.
    scrolled: Scrolled<RecipientKey>,
}

impl Page {
    /// Shows it at the right of the list.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Context<'_>, key: &RecipientKey, height: f32) {
        let Some(value) = cx.data.recipient.get(key) else { return };
        let Some(value) = loaded(cx, ui, value) else { return };
        let Some(detail) = value else {
            card::card(ui, |ui| card::empty(ui, &cx.t("screen-recipient-unknown")));
            return;
        };
        let beside = cx.data.recipient_page(key);
        let area = ScrollArea::vertical().id_salt(("account", key.as_str())).max_height(height);
        let mut scrolled = std::mem::take(&mut self.scrolled);
        scrolled.show(ui, (key, beside.is_some()), area, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            Self::head(ui, cx, detail, beside);
            if let Some(page) = beside {
                let key = if cx.is_whole() { "recipient-open" } else { "extract-next" };
                self.part(ui, cx, key, |ui| open_steps(ui, cx, page));
            }
            if detail.grants.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-recipient-no-grants")));
            } else {
                self.part(ui, cx, "recipient-lines", |ui| account::lines(ui, cx, detail));
                self.running.refresh(detail);
                let running = std::mem::take(&mut self.running);
                self.part(ui, cx, "screen-account", |ui| {
                    account::moves(ui, cx, detail, &running);
                });
                self.running = running;
            }
            if let Some(page) = beside {
                self.part(ui, cx, "recipient-cases", |ui| cases(ui, cx, page));
                self.part(ui, cx, "bank-account", |ui| {
                    accounts::show(ui, cx, &page.accounts);
                });
                self.part(ui, cx, "screen-milestones", |ui| milestones(ui, cx, page));
            }
            ui.add_space(2.0);
        });
        self.scrolled = scrolled;
    }

    fn part(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        key: &'static str,
        content: impl FnOnce(&mut Ui),
    ) {
        let mut open = !self.folded.contains(key);
        let title = cx.t(key);
        let head = Head { title: &title, summary: "", wanted: false };
        section::section(ui, &head, &mut open, content);
        if open {
            self.folded.remove(key);
        } else {
            self.folded.insert(key);
        }
    }

    fn head(
        ui: &mut Ui,
        cx: &Context<'_>,
        detail: &RecipientDetail,
        beside: Option<&RecipientPage>,
    ) {
        let row = &detail.row;
        card::card(ui, |ui| {
            let mut parts = vec![row.key.to_string(), cx.text.recipient_type(row.recipient_type)];
            parts.extend(detail.address.iter().cloned());
            card::dim(ui, &parts.join(" · "));
            card::title(ui, &cx.recipient(row.recipient_type, &row.name));
            own_head(ui, cx);
            territory(ui, cx, detail, beside);
            buttons(ui, cx, detail);
            ui.add_space(8.0);
            key_figures(ui, cx, detail);
        });
    }
}

/// In an extract the head of the recipient's own chain: what its last statement has to show.
fn own_head(ui: &mut Ui, cx: &Context<'_>) {
    let Some(own) = cx.extract().map(|extract| extract.own) else { return };
    let words = [("own", own.seq.to_string()), ("head", printed(own.seq, &own.hash))];
    card::dim(ui, &cx.f("extract-head", &words));
}

/// The statement first, then what can be booked.
fn buttons(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail) {
    let key = &detail.row.key;
    let unconfirmed = detail.bank_accounts.iter().find(|row| !row.usable);
    let about = || Occasion::recipient(key);
    let confirm = unconfirmed.map(|row| Occasion { entry: Some(row.seq), ..about() });
    let steps = [
        (Kind::BankAccountConfirmed, confirm),
        (Kind::ApplicationReceived, Some(about())),
        (Kind::BankAccountRecorded, Some(about())),
        (Kind::RecipientRegistered, Some(about())),
    ];
    ui.horizontal_wrapped(|ui| {
        let words = cx.t("screen-print-statement");
        let button = Button::new(&words).icon(Icon::Print).primary(true);
        if button.enabled(!detail.grants.is_empty()).show(ui).clicked() {
            cx.send(Action::PrintStatement(key.clone(), cx.paper));
        }
        language(ui, cx);
        // Nobody books in an extract.
        for (kind, occasion) in steps.into_iter().filter(|_| cx.is_whole()) {
            let Some(occasion) = occasion else { continue };
            let words = match kind {
                Kind::RecipientRegistered => {
                    [cx.t("form-recipient-data"), "…".to_owned()].join(" ")
                }
                kind => waiting::opens(cx, kind),
            };
            if Button::new(&words).enabled(cx.can_book()).show(ui).clicked() {
                cx.send(Action::book(kind, occasion));
            }
        }
    });
}

/// The language of the statement: that of its reader, whatever the screen speaks.
fn language(ui: &mut Ui, cx: &Context<'_>) {
    let word = |lang: Lang| match lang {
        Lang::De => cx.t("recipient-statement-german"),
        Lang::En => cx.t("recipient-statement-english"),
    };
    let shown = ComboBox::from_id_salt("statement-language")
        .selected_text(word(cx.paper))
        .width(104.0)
        .show_ui(ui, |ui| {
            let at = Lang::ALL.iter().position(|lang| *lang == cx.paper).unwrap_or_default();
            let rows = Lang::ALL.map(|lang| {
                let row = ui.selectable_label(cx.paper == lang, word(lang));
                if row.clicked() {
                    cx.send(Action::SetPaperLanguage(Some(lang)));
                    ui.close();
                }
                row
            });
            options::lead(ui, ui.scope_id(), &rows, Start::At(at));
        });
    open_by_key(ui, &shown.response, shown.inner.is_some());
    shown.response.accessible_name(cx.t("recipient-statement-language"));
}

/// Until when the territory exists, who took over, and from whom it took over.
fn territory(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &RecipientDetail,
    beside: Option<&RecipientPage>,
) {
    if let Some(until) = detail.row.valid_until {
        let words = cx.f("screen-valid-until", &[("day", cx.text.day(until))]);
        let over = until < cx.as_of;
        chip(ui, if over { Meaning::Late } else { Meaning::Warn }, &words);
    }
    let Some(page) = beside else { return };
    let mut neighbours = |key: &str, found: &[&Neighbour]| {
        if found.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(cx.t(key)).size(BODY));
            for neighbour in found {
                let words = cx.recipient(neighbour.recipient_type, &neighbour.name);
                if section::link(ui, &words).clicked() {
                    cx.send(Action::Go(Route::Recipients(Some(neighbour.key.clone()))));
                }
            }
        });
    };
    neighbours("recipient-successor", &page.successor.iter().collect::<Vec<_>>());
    neighbours("recipient-predecessors", &page.predecessors.iter().collect::<Vec<_>>());
    if page.benefits.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(cx.t("recipient-benefits")).size(BODY));
        for (grant, _) in &page.benefits {
            if section::link(ui, grant.as_str()).clicked() {
                cx.send(Action::Go(Route::Grants(Some(grant.clone()))));
            }
        }
    });
}

/// Granted, paid, open and the balance, each with the way to the bookings behind it.
fn key_figures(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail) {
    let row = &detail.row;
    let behind = |stages: &[Stage]| {
        let filter = PostingFilter::at(stages);
        Route::behind(PostingFilter { recipient: Some(row.key.clone()), ..filter })
    };
    let all = [
        ("screen-granted", row.granted, notices(detail)),
        ("screen-actual", row.sums.actual(), behind(&Stage::ACTUAL)),
        ("screen-col-open", row.sums.open(), behind(&Stage::OPEN)),
        ("recipient-reclaimed", row.sums.at(Stage::Reclaimed), behind(&[Stage::Reclaimed])),
    ];
    let words = all.each_ref().map(|(key, amount, _)| (cx.t(key), cx.euro(*amount)));
    if !cx.is_whole() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 28.0;
            for (label, value) in &words {
                card::pair(ui, label, value);
            }
        });
        return;
    }
    let shown = words.each_ref().map(|(label, value)| Figure { label, value });
    if let Some((.., route)) = figures(ui, &shown).and_then(|index| all.get(index)) {
        cx.send(Action::Go(route.clone()));
    }
}

/// The notices that make up what is granted. Postings would not: what is claimed back is granted
/// no more and stays paid.
fn notices(detail: &RecipientDetail) -> Route {
    let versions = detail.grants.iter().flat_map(|grant| &grant.versions);
    // Without any notice the list is empty, not that of everything.
    let kinds = versions.map(|version| version.kind).chain([Kind::GrantIssued]);
    let kinds: BTreeSet<Kind> = kinds.collect();
    let kinds = kinds.into_iter().collect();
    let recipient = Some(detail.row.key.clone());
    Route::Journal(Box::new(EntryFilter { kinds, recipient, ..EntryFilter::default() }))
}

/// Deadlines of all its cases, with how late they are in words.
fn open_steps(ui: &mut Ui, cx: &Context<'_>, page: &RecipientPage) {
    let rows = &page.deadlines;
    // Steps that wait are those of the authority's staff.
    let waits = cx.is_whole() && !page.tasks.is_empty();
    if rows.is_empty() && !waits {
        let nothing = if cx.is_whole() { "recipient-nothing-open" } else { "extract-nothing-next" };
        card::empty(ui, &cx.t(nothing));
        return;
    }
    if waits {
        steps(ui, cx, page);
    }
    if rows.is_empty() {
        return;
    }
    if waits {
        ui.add_space(12.0);
    }
    let columns = vec![
        Column::fixed(cx.t("case-col-due"), 98.0),
        Column::text(cx.t("deadlines-what"), 190.0),
        Column::fixed(cx.t("screen-col-state"), 104.0),
        Column::fixed(cx.t("screen-col-file"), 112.0),
        Column::figure(cx.t("screen-col-amount"), 118.0),
    ];
    let table = Table::new("recipient-open", columns).narrowed(cx).choose_if(cx.is_whole());
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, what) = (cx.text.day(row.due_on), cx.text.deadline(row.kind));
        let (meaning, word) = lateness(cx, row);
        let grant = row.grant.as_ref().map(ToString::to_string).unwrap_or_default();
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let sentence = [&day, &what, &word, &grant, &amount].map(String::as_str).join(", ");
        let cells = vec![
            Cell::Text(day),
            Cell::Text(what),
            Cell::Chip(meaning, word),
            Cell::Text(grant),
            Cell::Text(amount),
        ];
        Row { cells, sentence }
    });
    let chosen = shown.clicked.and_then(|index| rows.get(index));
    if let Some(grant) = chosen.and_then(|row| row.grant.clone()) {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}

/// Steps that wait, and whom they wait for; a row leads to its case.
fn steps(ui: &mut Ui, cx: &Context<'_>, page: &RecipientPage) {
    let rows = &page.tasks;
    let columns = vec![
        Column::text(cx.t("case-col-step"), 170.0),
        Column::text(cx.t("recipient-waits"), 210.0),
        Column::fixed(cx.t("screen-col-file"), 112.0),
        Column::figure(cx.t("screen-col-amount"), 118.0),
    ];
    let table = Table::new("recipient-steps", columns).narrowed(cx).wrap().choose_if(cx.is_whole());
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let kind = waiting::step(cx, row.task.kind);
        let whom = waiting::whom(cx, &row.task);
        let grant = row.grant.as_ref().map(ToString::to_string).unwrap_or_default();
        let amount = row.task.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let sentence = [&kind, &whom, &grant, &amount].map(String::as_str).join(", ");
        let cells = vec![Cell::Text(kind), Cell::Dim(whom), Cell::Text(grant), Cell::Text(amount)];
        Row { cells, sentence }
    });
    let chosen = shown.clicked.and_then(|index| rows.get(index));
    if let Some(grant) = chosen.and_then(|row| row.grant.clone()) {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}

/// Applications and grants with their state.
fn cases(ui: &mut Ui, cx: &Context<'_>, page: &RecipientPage) {
    let rows = &page.cases;
    if rows.is_empty() {
        card::empty(ui, &cx.t("recipient-no-case"));
        return;
    }
    let columns = vec![
        Column::fixed(cx.t("file-number"), 112.0),
        Column::text(cx.t("purpose"), 180.0),
        Column::text(cx.t("screen-col-state"), 170.0),
        Column::figure(cx.t("screen-col-granted"), 118.0),
    ];
    let table = Table::new("recipient-cases", columns).narrowed(cx).wrap().choose_if(cx.is_whole());
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let state = cx.text.case_state(row.state);
        let number = row.grant.to_string();
        let granted = cx.money(row.granted);
        let sentence = [&number, &row.purpose, &state, &granted].map(String::as_str).join(", ");
        let cells = vec![
            Cell::Text(number),
            Cell::Text(row.purpose.clone()),
            Cell::Text(state),
            Cell::Text(granted),
        ];
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(Route::Grants(Some(row.grant.clone()))));
    }
}

fn milestones(ui: &mut Ui, cx: &Context<'_>, page: &RecipientPage) {
    if page.milestones.is_empty() {
        card::empty(ui, &cx.t("recipient-no-milestones"));
        return;
    }
    let rows: Vec<&MilestoneRow> = page.milestones.iter().collect();
    let chosen = Timeline::new(&rows).forecasts(Some(&page.forecasts)).show(ui, cx);
    let row = chosen.and_then(|index| rows.get(index));
    if let Some(grant) = row.filter(|_| cx.is_whole()).and_then(|row| row.grant.clone()) {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}
