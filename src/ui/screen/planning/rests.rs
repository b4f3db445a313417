//! Remainders: what a year that is over still holds, and the steps that decide on it.

use chrono::NaiveDate;
use eframe::egui::{Align, Ui};

use crate::domain::Stage;
use crate::domain::body::{CarryOverFormed, CarryOverKind, FundsLapsed, LapsingStage};
use crate::domain::fiscal::YearState;
use crate::domain::{Body, FiscalYear, Kind, Money, TitleKey};
use crate::store::view::{BoundRest, Planning, PostingFilter, RestRow};
use crate::text::capital;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::narrow::Narrowed;
use crate::ui::route::Route;
use crate::ui::screen::{kind_button, role_button};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::link::Link;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// The remainder that is being decided.
#[derive(Debug)]
pub struct Chosen {
    title: TitleKey,
    year: FiscalYear,
}

impl Chosen {
    fn is(&self, row: &RestRow) -> bool {
        self.title == row.title && self.year == row.year
    }
}

/// Shows them: those to decide with their steps, then those that are decided.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    values: &Planning,
    (narrowed, chosen): (&mut Narrowed, &mut Option<Chosen>),
) {
    card::titled(ui, &cx.t("planning-rests"), |ui| {
        narrowed.show(ui, cx);
        let holds = |row: &&RestRow| narrowed.holds_title(&row.title, row.year);
        let all: Vec<&RestRow> = values.rests.iter().filter(holds).collect();
        let waits = |row: &&RestRow| !row.lapses().is_zero() || !row.bound.is_empty();
        let open: Vec<&RestRow> = all.iter().copied().filter(waits).collect();
        if open.is_empty() {
            card::dim(ui, &cx.t("planning-no-rests"));
        } else {
            let lapses: Money = open.iter().map(|row| row.lapses()).sum();
            let bound: Money = open.iter().map(|row| row.bound()).sum();
            let words = [("lapses", cx.euro(lapses)), ("bound", cx.euro(bound))];
            card::dim(ui, &cx.f("planning-rests-sum", &words));
        }
        if !open.is_empty() {
            ui.add_space(6.0);
            waiting(ui, cx, &open, chosen);
        }
        decided(ui, cx, &all);
    });
}

/// True once decisions on a remainder are allowed: from the last day of the year on.
fn is_over(cx: &Context<'_>, row: &RestRow) -> bool {
    NaiveDate::from_ymd_opt(row.year.0, 12, 31).is_some_and(|end| cx.as_of >= end)
}

/// Year and title.
fn line(cx: &Context<'_>, row: &RestRow) -> String {
    [row.year.0.to_string(), cx.text.title_short(&row.title)].join(" · ")
}

/// A figure of a remainder: its word, and the stages that its bookings moved.
struct Figure {
    word: &'static str,
    of: fn(&RestRow) -> Money,
    stages: &'static [Stage],
}

const FIGURES: [Figure; 5] = [
    Figure { word: "planning-unbound", of: |row| row.available, stages: &[Stage::Available] },
    Figure { word: "planning-blocked", of: |row| row.blocked, stages: &[Stage::Blocked] },
    Figure { word: "planning-bound", of: RestRow::bound, stages: &[Stage::Committed] },
    Figure { word: "planning-carried", of: |row| row.carried, stages: &[Stage::CarriedOut] },
    Figure { word: "planning-lapsed", of: |row| row.lapsed, stages: &[Stage::Lapsed] },
];

/// What waits, one below the other, with the sum; the row that was chosen is decided below.
fn waiting(ui: &mut Ui, cx: &Context<'_>, open: &[&RestRow], chosen: &mut Option<Chosen>) {
    let place = open.iter().position(|row| chosen.as_ref().is_some_and(|of| of.is(row)));
    let place = place.unwrap_or(0);
    let figures: Vec<&Figure> = FIGURES[..3]
        .iter()
        .filter(|figure| open.iter().any(|row| !(figure.of)(row).is_zero()))
        .collect();
    let mut columns = vec![
        Column::fixed(cx.t("screen-year"), 64.0),
        Column::text(cx.t("title"), 160.0),
        Column::fixed(cx.t("screen-col-state"), 190.0),
    ];
    columns.extend(figures.iter().map(|figure| Column::figure(capital(&cx.t(figure.word)), 140.0)));
    let said = |name: String, of: &dyn Fn(&Figure) -> Money| {
        let words = figures.iter().map(|one| [cx.t(one.word), cx.euro(of(one))].join(" "));
        [name, words.collect::<Vec<_>>().join(", ")].join(": ")
    };
    let sum = |figure: &Figure| -> Money { open.iter().map(|row| (figure.of)(row)).sum() };
    let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty, Cell::Empty];
    total.extend(figures.iter().map(|figure| Cell::Text(cx.money(sum(figure)))));
    let table = Table::new("rests", columns).narrowed(cx).choose(Some(place));
    let table = table.sum(total, said(cx.t("total"), &sum));
    let shown = table.show(ui, open.len(), |index| {
        let row = open[index];
        let mut cells =
            vec![Cell::Text(row.year.0.to_string()), Cell::Text(cx.text.title_short(&row.title))];
        cells
            .push(row.state.map_or(Cell::Empty, |state| {
                Cell::Chip(meaning(state), cx.text.year_state(state))
            }));
        cells.extend(figures.iter().map(|figure| Cell::Text(cx.money((figure.of)(row)))));
        Row { cells, sentence: said(line(cx, row), &|figure| (figure.of)(row)) }
    });
    if let Some(row) = shown.clicked.and_then(|index| open.get(index)) {
        *chosen = Some(Chosen { title: row.title.clone(), year: row.year });
    }
    if let Some(row) = open.get(shown.clicked.unwrap_or(place)) {
        ui.add_space(6.0);
        rest(ui, cx, row);
    }
}

const fn meaning(state: YearState) -> Meaning {
    match state {
        YearState::Open | YearState::Provisional { .. } => Meaning::Warn,
        _ => Meaning::Quiet,
    }
}

/// The remainder that was chosen: its figures, each leading to its bookings, and its steps.
fn rest(ui: &mut Ui, cx: &Context<'_>, row: &RestRow) {
    card::heading(ui, &line(cx, row));
    ui.horizontal_wrapped(|ui| {
        for Figure { word, of, stages } in &FIGURES {
            let amount = of(row);
            if !amount.is_zero() {
                figure(ui, cx, row, (word, amount, stages));
            }
        }
    });
    steps(ui, cx, row);
    for bound in &row.bound {
        of_grant(ui, cx, row, bound);
    }
}

/// A figure with its word, leading to the bookings behind it.
fn figure(
    ui: &mut Ui,
    cx: &Context<'_>,
    row: &RestRow,
    (key, amount, stages): (&str, Money, &[Stage]),
) {
    card::dim(ui, &cx.t(key));
    let text = cx.euro(amount);
    let words = [("what", cx.t(key)), ("whose", line(cx, row)), ("amount", text.clone())];
    let said = cx.f("overview-behind", &words);
    let link = Link { align: Align::Min, strong: true, ..Link::figure(&text, &said) };
    if link.show(ui).clicked() {
        let filter = PostingFilter::at(stages).of_title(&row.title).in_year(row.year);
        cx.send(Action::Go(Route::behind(filter)));
    }
    ui.add_space(12.0);
}

fn carry(row: &RestRow, amount: Money, cover: CarryOverKind) -> CarryOverFormed {
    CarryOverFormed {
        title: row.title.clone(),
        fiscal_year: row.year,
        amount_cents: amount,
        cover,
        grant: None,
        reason: String::new(),
        source: None,
    }
}

/// What can be decided on what is free or blocked.
fn steps(ui: &mut Ui, cx: &Context<'_>, row: &RestRow) {
    if row.lapses().is_zero() {
        return;
    }
    if !is_over(cx, row) {
        card::dim(ui, &cx.f("planning-not-over", &[("year", row.year.0.to_string())]));
        return;
    }
    let button = |ui: &mut Ui, key: &str, amount: Money, body: Body| {
        if amount.is_zero() {
            return;
        }
        let words = cx.t(key);
        let response = role_button(ui, cx, body.kind(), Button::new(&words));
        let clicked = response.clicked();
        // Of several rows with the same buttons each says which one it is.
        response.accessible_name([words, line(cx, row), cx.euro(amount)].join(", "));
        if clicked {
            cx.send(Action::book(body.kind(), Occasion::again(body)));
        }
    };
    let lapse = |stage, amount_cents| {
        let (title, fiscal_year) = (row.title.clone(), row.year);
        Body::FundsLapsed(FundsLapsed { title, fiscal_year, stage, amount_cents, source: None })
    };
    ui.horizontal_wrapped(|ui| {
        let free = row.available;
        for (key, cover) in [
            ("planning-form-additional", CarryOverKind::Additional),
            ("planning-form-charged", CarryOverKind::Charged),
        ] {
            button(ui, key, free, Body::CarryOverFormed(carry(row, free, cover)));
        }
        button(ui, "planning-lapse", free, lapse(LapsingStage::Available, free));
        let held = row.blocked;
        button(ui, "planning-lapse-blocked", held, lapse(LapsingStage::Blocked, held));
    });
}

/// A bound remainder: the grant, and its step.
fn of_grant(ui: &mut Ui, cx: &Context<'_>, row: &RestRow, bound: &BoundRest) {
    ui.horizontal_wrapped(|ui| {
        let values = [("grant", bound.grant.to_string()), ("amount", cx.euro(bound.amount))];
        let words = cx.f("planning-bound-of", &values);
        let link = Link { align: Align::Min, ..Link::figure(&words, &words) };
        if link.show(ui).clicked() {
            cx.send(Action::Go(Route::Grants(Some(bound.grant.clone()))));
        }
        if !is_over(cx, row) {
            return;
        }
        ui.add_space(8.0);
        let words = cx.f("planning-form-bound", &values);
        if kind_button(ui, cx, Kind::CarryOverFormed, Button::new(&words)) {
            let mut body = carry(row, bound.amount, CarryOverKind::Additional);
            body.grant = Some(bound.grant.clone());
            let occasion = Occasion {
                body: Some(Body::CarryOverFormed(body)),
                ..Occasion::grant(&bound.recipient, &bound.grant)
            };
            cx.send(Action::book(Kind::CarryOverFormed, occasion));
        }
    });
}

/// What became of remainders.
fn decided(ui: &mut Ui, cx: &Context<'_>, all: &[&RestRow]) {
    let is_decided =
        |row: &&RestRow| !(row.carried.is_zero() && row.charged.is_zero() && row.lapsed.is_zero());
    let rows: Vec<&RestRow> = all.iter().copied().filter(is_decided).collect();
    if rows.is_empty() {
        return;
    }
    ui.add_space(10.0);
    card::heading(ui, &cx.t("planning-decided"));
    let heads = ["planning-carried", "planning-charged", "planning-lapse-booked"];
    let mut columns =
        vec![Column::fixed(cx.t("screen-year"), 70.0), Column::text(cx.t("title"), 140.0)];
    columns.extend(heads.iter().map(|head| Column::figure(capital(&cx.t(head)), 190.0)));
    let table = Table::new("decided", columns).narrowed(cx).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = rows[index];
        let amounts = [row.carried, row.charged, row.lapse_booked()];
        let mut cells =
            vec![Cell::Text(row.year.0.to_string()), Cell::Text(cx.text.title_short(&row.title))];
        cells.extend(amounts.iter().map(|amount| Cell::Text(cx.money(*amount))));
        let figures = heads.iter().zip(amounts);
        let said = figures.map(|(head, amount)| [cx.t(head), cx.euro(amount)].join(" "));
        let sentence = [line(cx, row), said.collect::<Vec<_>>().join(", ")].join(": ");
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(Route::Budget(Some((row.title.clone(), row.year)))));
    }
}
