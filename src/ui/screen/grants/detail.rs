//! One grant: what was granted, what is left, every booking, every milestone.

use eframe::egui::{ScrollArea, Ui};

use super::Step;
use crate::domain::{FileNumber, Kind, Money, Stage};
use crate::store::view::{GrantDetail, MoveRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::screen::loaded;
use crate::ui::theme::GAP;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::timeline;

/// Shows it at the right of the list.
pub fn detail(ui: &mut Ui, cx: &Context<'_>, grant: &FileNumber, height: f32) {
    let Some(value) = cx.data.grant.get(grant) else { return };
    let Some(value) = loaded(cx, ui, value) else { return };
    let Some(detail) = value else {
        card::card(ui, |ui| card::empty(ui, &cx.t("screen-grant-unknown")));
        return;
    };
    ScrollArea::vertical().id_salt("grant").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        summary(ui, cx, detail);
        card::titled(ui, &cx.t("due-lines"), |ui| lines(ui, cx, detail));
        card::titled(ui, &cx.t("screen-moves"), |ui| moves(ui, cx, detail));
        card::titled(ui, &cx.t("screen-milestones"), |ui| {
            if detail.milestones.is_empty() {
                card::empty(ui, &cx.t("screen-grant-no-milestones"));
            } else {
                timeline::timeline(ui, cx, &detail.milestones);
            }
        });
        if detail.versions.len() > 1 {
            card::titled(ui, &cx.t("screen-versions"), |ui| versions(ui, cx, detail));
        }
        if !detail.beneficiaries.is_empty() {
            card::titled(ui, &cx.t("beneficiaries"), |ui| {
                let names =
                    detail.beneficiaries.iter().map(|(key, name)| format!("{name} ({key})"));
                ui.label(names.collect::<Vec<_>>().join(", "));
            });
        }
    });
}

fn summary(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let row = &detail.row;
    let step = Step::of(detail);
    card::card(ui, |ui| {
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let mut financing = cx.text.financing(detail.financing);
        if let Some(quota) = detail.quota_percent {
            financing = [financing, cx.text.rate(quota)].join(" ");
        }
        let facts = [
            name,
            row.grant.to_string(),
            cx.f("screen-notice-of", &[("day", cx.text.day(row.issued_on))]),
            financing,
            cx.f("screen-period-until", &[("day", cx.text.day(detail.period_until))]),
        ];
        card::dim(ui, &facts.join(" · "));
        card::title(ui, &row.purpose);
        let (meaning, word) = match step {
            Step::Confirm => (Meaning::Warn, "screen-state-ordered"),
            Step::Order => (Meaning::Warn, "screen-state-requested"),
            Step::Draw => (Meaning::Quiet, "screen-state-open"),
            Step::Done => (Meaning::Good, "screen-state-paid"),
        };
        ui.horizontal(|ui| {
            chip(ui, meaning, &cx.t(word));
        });
        ui.add_space(4.0);
        figures(ui, cx, detail);
        ui.add_space(8.0);
        buttons(ui, cx, detail, step);
    });
}

fn figures(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let sums = &detail.row.sums;
    let ordered = sums.actual() + sums.at(Stage::Ordered);
    let requested = ordered + sums.at(Stage::Requested);
    let figures = [
        ("screen-granted", detail.row.granted),
        ("screen-requested", requested),
        ("screen-ordered", ordered),
        ("screen-actual", sums.actual()),
        ("screen-col-open", sums.open()),
        ("screen-eligible", detail.eligible),
        ("screen-own-share", detail.own_share),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for (key, amount) in figures {
            card::pair(ui, &cx.t(key), &cx.euro(amount));
        }
    });
}

fn buttons(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, step: Step) {
    let grant = || detail.row.grant.clone();
    let can = cx.can_book();
    let open =
        |kind: Kind| detail.moves.iter().any(|row| row.kind == kind && row.undecided.is_positive());
    let committed = detail.row.sums.at(Stage::Committed).is_positive();
    let buttons = [
        ("screen-draw", Icon::Payment, committed, Step::Draw, Ask::Draw(grant())),
        (
            "screen-order",
            Icon::Pen,
            open(Kind::DrawRequested),
            Step::Order,
            Ask::Order(grant(), None),
        ),
        (
            "screen-confirm",
            Icon::Check,
            open(Kind::PaymentOrdered),
            Step::Confirm,
            Ask::Confirm(grant(), None),
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        for (key, icon, possible, leads, ask) in buttons {
            let words = cx.t(key);
            let button = Button::new(&words).icon(icon).primary(leads == step);
            if button.enabled(can && possible).show(ui).clicked() {
                cx.send(Action::Open(ask));
            }
        }
        attestations(ui, cx, detail);
        let words = cx.t("form-next");
        if Button::new(&words).icon(Icon::Add).enabled(can).show(ui).clicked() {
            let around = Around::Grant(detail.row.recipient.clone(), grant());
            cx.send(Action::Open(Ask::Choose(around)));
        }
        let words = cx.t("screen-to-account");
        if Button::new(&words).icon(Icon::Recipient).show(ui).clicked() {
            let key = detail.row.recipient.clone();
            cx.send(Action::Go(Route::Recipients(Some(key))));
        }
    });
}

/// Two persons attest a draw before it is ordered.
fn attestations(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let waits = |row: &&MoveRow| row.kind == Kind::DrawRequested && row.undecided.is_positive();
    let Some(draw) = detail.moves.iter().find(waits) else { return };
    for (key, kind) in [
        ("screen-attest-arithmetic", Kind::ArithmeticAttested),
        ("screen-attest-factual", Kind::FactuallyAttested),
    ] {
        let words = cx.t(key);
        let button = Button::new(&words).icon(Icon::Check).enabled(cx.can_book());
        if button.show(ui).clicked() {
            let grant = Occasion::grant(&detail.row.recipient, &detail.row.grant);
            cx.send(Action::book(kind, Occasion { entry: Some(draw.seq), ..grant }));
        }
    }
}

fn lines(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let wide = ui.available_width() > 860.0;
    let mut columns = vec![
        Column::fixed(cx.t("fiscal-year-short"), 72.0),
        Column::text(cx.t("title"), 170.0),
        Column::figure(cx.t("screen-col-granted"), 106.0),
    ];
    if wide {
        columns.push(Column::figure(cx.t("screen-col-requested"), 106.0));
        columns.push(Column::figure(cx.t("screen-col-ordered"), 106.0));
    }
    columns.push(Column::figure(cx.t("screen-col-actual"), 106.0));
    columns.push(Column::figure(cx.t("screen-col-committed"), 108.0));
    let amounts = |granted: Money, sums: &crate::store::view::Sums| {
        let mut amounts = vec![granted];
        if wide {
            amounts.extend([sums.at(Stage::Requested), sums.at(Stage::Ordered)]);
        }
        amounts.extend([sums.actual(), sums.at(Stage::Committed)]);
        amounts.into_iter().map(|amount| Cell::Text(cx.money(amount)))
    };
    let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty];
    total.extend(amounts(detail.row.granted, &detail.row.sums));
    let sentence = [cx.t("total"), cx.euro(detail.row.granted)].join(", ");
    let rows = &detail.lines;
    Table::new("lines", columns).sum(total, sentence).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let year = row.fiscal_year.0.to_string();
        let title = [cx.text.title(&row.title), cx.text.investive(row.investive)].join(" · ");
        let words = [
            ("year", year.clone()),
            ("granted", cx.euro(row.granted)),
            ("actual", cx.euro(row.sums.actual())),
            ("open", cx.euro(row.sums.at(Stage::Committed))),
        ];
        let mut cells = vec![Cell::Text(year), Cell::Dim(title)];
        cells.extend(amounts(row.granted, &row.sums));
        Row { cells, sentence: cx.f("screen-line-sentence", &words) }
    });
}

fn moves(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let rows: Vec<&MoveRow> =
        detail.moves.iter().filter(|row| row.kind != Kind::GrantIssued).collect();
    if rows.is_empty() {
        card::empty(ui, &cx.t("screen-no-moves"));
        return;
    }
    let (wide, wider) = (ui.available_width() > 640.0, ui.available_width() > 800.0);
    let mut columns = vec![
        Column::figure(cx.t("screen-col-number"), 50.0),
        Column::text(cx.t("screen-col-kind"), 168.0),
        Column::fixed(cx.t("fiscal-year-short"), 52.0),
        Column::fixed(cx.t("screen-col-day"), 102.0),
    ];
    if wide {
        columns.push(Column::text(cx.t("voucher"), 110.0));
    }
    if wider {
        columns.push(Column::text(cx.t("milestone"), 110.0));
    }
    columns.push(Column::figure(cx.t("screen-col-amount"), 108.0));
    columns.push(Column::figure(cx.t("screen-col-left"), 108.0));
    let milestone = |row: &MoveRow| {
        let found = detail.milestones.iter().find(|m| Some(&m.milestone) == row.milestone.as_ref());
        found.map(|found| cx.text.note(&found.name).to_owned()).unwrap_or_default()
    };
    let table = Table::new("moves", columns).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = rows[index];
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let amount = cx.money(row.line.amount_cents);
        let waits = waits(row);
        let left = if waits { cx.money(row.undecided) } else { "–".to_owned() };
        let sentence = [&cx.text.entry_number(row.seq), &kind, &day, &amount];
        let sentence = sentence.map(String::as_str).join(", ");
        let mut cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(kind),
            Cell::Text(row.line.fiscal_year.0.to_string()),
            Cell::Text(day),
        ];
        if wide {
            cells.push(Cell::Dim(row.voucher.clone()));
        }
        if wider {
            cells.push(Cell::Dim(milestone(row)));
        }
        cells.push(Cell::Text(amount));
        cells.push(if waits { Cell::Warn(left) } else { Cell::Dim(left) });
        Row { cells, sentence }
    });
    let chosen = shown.clicked.and_then(|index| rows.get(index));
    if let Some(row) = chosen.filter(|row| waits(row) && cx.can_book()) {
        let grant = detail.row.grant.clone();
        match row.kind {
            Kind::DrawRequested => cx.send(Action::Open(Ask::Order(grant, Some(row.seq)))),
            Kind::PaymentOrdered => cx.send(Action::Open(Ask::Confirm(grant, Some(row.seq)))),
            _ => {}
        }
    }
    if rows.iter().any(|row| waits(row)) {
        ui.add_space(4.0);
        card::dim(ui, &cx.t("screen-moves-hint"));
    }
}

/// A draw waits for its order, an order for its payment; of a payment nothing is to be done.
fn waits(row: &MoveRow) -> bool {
    let step = matches!(row.kind, Kind::DrawRequested | Kind::PaymentOrdered);
    step && row.undecided.is_positive()
}

fn versions(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 96.0),
        Column::text(cx.t("screen-col-kind"), 130.0),
        Column::text(cx.t("screen-col-reason"), 190.0),
        Column::figure(cx.t("screen-col-change"), 120.0),
        Column::figure(cx.t("screen-col-granted"), 120.0),
    ];
    let rows = &detail.versions;
    Table::new("versions", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let sentence = [&day, &kind, &cx.euro(row.change), &cx.euro(row.granted)];
        Row {
            sentence: sentence.map(String::as_str).join(", "),
            cells: vec![
                Cell::Text(day),
                Cell::Text(kind),
                Cell::Dim(row.reason.clone()),
                Cell::Text(cx.money(row.change)),
                Cell::Text(cx.money(row.granted)),
            ],
        }
    });
}
