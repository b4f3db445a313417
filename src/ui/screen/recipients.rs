//! *Empfänger*: the list, and the account of one as its treasurer reads it.

use eframe::egui::{Align, ComboBox, Layout, ScrollArea, Ui};

use crate::domain::{Kind, Money, RecipientKey};
use crate::store::view::{GrantDetail, MoveRow, RecipientDetail, RecipientRow};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::GAP;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};
use crate::ui::widget::table::{self, Row, Table};

use super::{filter_field, head, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Recipients {
    list: ListState,
    /// Language of the next statement; that of the screen does not matter to who reads it.
    statement: Lang,
}

impl Recipients {
    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&RecipientKey>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        let weights: &[f32] = if chosen.is_some() { &[0.62, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(key)) => detail(ui, cx, key, (&mut self.statement, height)),
            _ => self.list(ui, cx, chosen, height),
        });
    }

    /// Title, the button for a new one, and the search.
    fn head(&mut self, ui: &mut Ui, cx: &Context<'_>, narrow: bool) {
        head(ui, &cx.t("screen-recipients"), |ui| {
            let words = cx.t(if narrow { "screen-new" } else { "screen-new-recipient" });
            let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
            if button.show(ui).clicked() {
                cx.send(Action::book(Kind::RecipientRegistered, Occasion::default()));
            }
            if !narrow {
                filter_field(ui, cx, &mut self.list.words, 220.0);
            }
        });
        if narrow {
            let width = ui.available_width();
            filter_field(ui, cx, &mut self.list.words, width);
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&RecipientKey>, height: f32) {
        card::card(ui, |ui| {
            self.head(ui, cx, chosen.is_some());
            let Some(all) = loaded(cx, ui, &cx.data.recipients) else { return };
            if all.is_empty() {
                card::empty(ui, &cx.t("screen-recipients-empty"));
                return;
            }
            let wide = ui.available_width() > 620.0;
            let list = List::new("recipients", "recipients", columns(cx, wide))
                .chosen(chosen.map(row_id))
                .height(height - if chosen.is_some() { 108.0 } else { 66.0 })
                .saved_as(cx.t("screen-recipients"));
            let list = if wide { list } else { list.tall() };
            let happened = list.show_items(ui, cx, &mut self.list, all);
            let opened = happened.opened.and_then(|id| all.iter().find(|row| row.id() == id));
            if let Some(row) = opened {
                let again = Some(&row.key) == chosen;
                let route = Route::Recipients((!again).then(|| row.key.clone()));
                cx.send(Action::Go(route));
            }
        });
    }
}

fn columns(cx: &Context<'_>, wide: bool) -> Vec<Column> {
    if !wide {
        return vec![
            Column::text("both", cx.t("screen-col-recipient"), 150.0).unfiltered(),
            Column::amount("granted", cx.t("screen-col-granted"), 120.0),
        ];
    }
    vec![
        Column::fixed("key", cx.t("screen-col-key"), 104.0),
        Column::text("name", cx.t("screen-col-recipient"), 150.0),
        Column::choice("type", cx.t("list-col-type"), 170.0),
        Column::amount("granted", cx.t("screen-col-granted"), 130.0),
        Column::amount("actual", cx.t("screen-col-actual"), 130.0),
        Column::amount("open", cx.t("screen-col-open"), 130.0),
    ]
}

impl Item for RecipientRow {
    fn id(&self) -> RowId {
        row_id(&self.key)
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let name = || cx.recipient(self.recipient_type, &self.name);
        match column {
            "key" => Cell::text(self.key.as_str()).dim(),
            "name" => Cell::text(name()),
            "type" => Cell::text(cx.text.recipient_type(self.recipient_type)).dim(),
            "granted" => Cell::amount(self.granted),
            "actual" => Cell::amount(self.sums.actual()),
            "open" => Cell::amount(self.sums.open()),
            _ => Cell::text(name()).below(self.key.to_string()),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let words = [
            ("name", cx.recipient(self.recipient_type, &self.name)),
            ("granted", cx.euro(self.granted)),
            ("actual", cx.euro(self.sums.actual())),
            ("open", cx.euro(self.sums.open())),
        ];
        cx.f("screen-recipient-sentence", &words)
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let name = cx.recipient(self.recipient_type, &self.name);
        matches(typed, &[&name, self.key.as_str()])
    }
}

fn detail(
    ui: &mut Ui,
    cx: &Context<'_>,
    key: &RecipientKey,
    (statement, height): (&mut Lang, f32),
) {
    let Some(value) = cx.data.recipient.get(key) else { return };
    let Some(value) = loaded(cx, ui, value) else { return };
    let Some(detail) = value else {
        card::card(ui, |ui| card::empty(ui, &cx.t("screen-recipient-unknown")));
        return;
    };
    ScrollArea::vertical().id_salt("account").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        summary(ui, cx, detail, statement);
        if detail.grants.is_empty() {
            card::card(ui, |ui| card::empty(ui, &cx.t("screen-recipient-no-grants")));
        } else {
            card::titled(ui, &cx.t("screen-account"), |ui| account(ui, cx, &detail.grants));
        }
        if !detail.bank_accounts.is_empty() {
            card::titled(ui, &cx.t("bank-account"), |ui| banks(ui, cx, detail));
        }
    });
}

fn summary(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail, statement: &mut Lang) {
    let row = &detail.row;
    card::card(ui, |ui| {
        ui.horizontal(|ui| {
            let parts = [row.key.to_string(), cx.text.recipient_type(row.recipient_type)];
            card::dim(ui, &parts.join(" · "));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = cx.t("screen-print-statement");
                let button = Button::new(&words).icon(Icon::Print).primary(true);
                if button.enabled(!detail.grants.is_empty()).show(ui).clicked() {
                    cx.send(Action::PrintStatement(row.key.clone(), *statement));
                }
                language(ui, cx, statement);
            });
        });
        card::title(ui, &cx.recipient(row.recipient_type, &row.name));
        if let Some(until) = row.valid_until {
            let words = cx.f("screen-valid-until", &[("day", cx.text.day(until))]);
            chip(ui, Meaning::Warn, &words);
        }
        if !detail.address.is_empty() {
            card::dim(ui, &detail.address.join(" · "));
        }
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 28.0;
            card::pair(ui, &cx.t("screen-granted"), &cx.euro(row.granted));
            card::pair(ui, &cx.t("screen-actual"), &cx.euro(row.sums.actual()));
            card::pair(ui, &cx.t("screen-col-open"), &cx.euro(row.sums.open()));
        });
        ui.add_space(6.0);
        steps(ui, cx, detail);
    });
}

/// The language of the statement: that of its reader, whatever the screen speaks.
fn language(ui: &mut Ui, cx: &Context<'_>, chosen: &mut Lang) {
    let word = |lang: Lang| match lang {
        Lang::De => cx.t("recipient-statement-german"),
        Lang::En => cx.t("recipient-statement-english"),
    };
    let shown = ComboBox::from_id_salt("statement-language")
        .selected_text(word(*chosen))
        .width(104.0)
        .show_ui(ui, |ui| {
            for lang in Lang::ALL {
                if ui.selectable_label(*chosen == lang, word(lang)).clicked() {
                    *chosen = lang;
                }
            }
        });
    shown.response.accessible_name(cx.t("recipient-statement-language"));
}

/// What can be booked for a recipient.
fn steps(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail) {
    let unconfirmed = detail.bank_accounts.iter().find(|row| !row.usable);
    let about = || Occasion::recipient(&detail.row.key);
    let confirm = Occasion { entry: unconfirmed.map(|row| row.seq), ..about() };
    let steps = [
        ("screen-new-application", Kind::ApplicationReceived, true, about()),
        ("screen-new-account", Kind::BankAccountRecorded, true, about()),
        ("screen-confirm-account", Kind::BankAccountConfirmed, unconfirmed.is_some(), confirm),
        ("screen-change-recipient", Kind::RecipientRegistered, true, about()),
    ];
    ui.horizontal_wrapped(|ui| {
        for (key, kind, possible, occasion) in steps {
            let words = cx.t(key);
            let button = Button::new(&words).enabled(possible && cx.can_book());
            if button.show(ui).clicked() {
                cx.send(Action::book(kind, occasion));
            }
        }
    });
}

/// The bookings that a treasurer finds on her bank statement, with the running sum.
fn account(ui: &mut Ui, cx: &Context<'_>, grants: &[GrantDetail]) {
    let mut moves: Vec<(&MoveRow, Money)> = Vec::new();
    let all = grants.iter().flat_map(|grant| &grant.moves);
    let mut all: Vec<(&MoveRow, Money)> =
        all.filter_map(|row| Some((row, row.at_recipient()?))).collect();
    all.sort_by_key(|(row, _)| (row.effective_on, row.seq));
    let mut running = Money::ZERO;
    for (row, amount) in all {
        running += amount;
        moves.push((row, running));
    }
    if moves.is_empty() {
        card::empty(ui, &cx.t("screen-account-empty"));
        return;
    }
    let columns = vec![
        table::Column::fixed(cx.t("screen-col-day"), 112.0),
        table::Column::text(cx.t("screen-col-kind"), 96.0),
        table::Column::fixed(cx.t("screen-col-file"), 106.0),
        table::Column::fixed(cx.t("fiscal-year-short"), 48.0),
        table::Column::fixed(cx.t("voucher"), 104.0),
        table::Column::figure(cx.t("screen-col-amount"), 112.0),
        table::Column::figure(cx.t("screen-col-running"), 112.0),
    ];
    let total = vec![
        table::Cell::Text(cx.t("screen-account-sum")),
        table::Cell::Empty,
        table::Cell::Empty,
        table::Cell::Empty,
        table::Cell::Empty,
        table::Cell::Empty,
        table::Cell::Text(cx.money(running)),
    ];
    let sentence = [cx.t("screen-account-sum"), cx.euro(running)].join(", ");
    let table = Table::new("account", columns).choose(None).sum(total, sentence);
    let shown = table.show(ui, moves.len(), |index| {
        let (row, running) = &moves[index];
        let amount = row.at_recipient().unwrap_or_default();
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let sentence = [day.as_str(), &kind, row.line.grant.as_str(), &cx.euro(amount)].join(", ");
        Row {
            cells: vec![
                table::Cell::Text(day),
                table::Cell::Text(kind),
                table::Cell::Text(row.line.grant.to_string()),
                table::Cell::Text(row.line.fiscal_year.0.to_string()),
                table::Cell::Dim(row.voucher.clone()),
                table::Cell::Text(cx.money(amount)),
                table::Cell::Text(cx.money(*running)),
            ],
            sentence,
        }
    });
    if let Some((row, _)) = shown.clicked.and_then(|index| moves.get(index)) {
        cx.send(Action::Go(Route::Grants(Some(row.line.grant.clone()))));
    }
}

fn banks(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail) {
    let columns = vec![
        table::Column::fixed(cx.t("screen-col-state"), 130.0),
        table::Column::text(cx.t("screen-col-iban"), 220.0),
        table::Column::text(cx.t("screen-col-holder"), 160.0),
        table::Column::fixed(cx.t("screen-col-day"), 100.0),
    ];
    let rows = &detail.bank_accounts;
    Table::new("banks", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (meaning, word) = if row.usable {
            (Meaning::Good, cx.t("screen-account-usable"))
        } else {
            (Meaning::Warn, cx.t("screen-account-unusable"))
        };
        let iban = cx.text.iban(&row.account.iban);
        let sentence = [word.as_str(), iban.as_str(), row.account.holder.as_str()].join(", ");
        let cells = vec![
            table::Cell::Chip(meaning, word),
            table::Cell::Text(iban),
            table::Cell::Text(row.account.holder.clone()),
            table::Cell::Dim(cx.text.day(row.effective_on)),
        ];
        Row { cells, sentence }
    });
}
