//! *Stammdaten*: persons with their roles, titles and settings, each to be recorded anew.

use eframe::egui::Ui;

use crate::domain::body::{
    Enrolment, PersonEnrolled, SettingMade, Source, SourceClass, TitleRegistered,
};
use crate::domain::entity::{Person, SettingValue};
use crate::domain::{Body, Kind};
use crate::store::view::Masters as Data;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::theme::GAP;
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::{at_end, card};

use super::{kind_button, loaded, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Masters;

impl Masters {
    /// Shows it.
    pub fn ui(cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "masters", |ui| {
            card::title(ui, &cx.t("screen-masters"));
            card::dim(ui, &cx.t("screen-masters-intro"));
            let Some(data) = loaded(cx, ui, &cx.data.masters) else { return };
            ui.spacing_mut().item_spacing.y = GAP;
            persons(ui, cx, data);
            titles(ui, cx, data);
            settings(ui, cx, data);
        });
    }
}

/// Title of a card with the button that records something new.
fn new(ui: &mut Ui, cx: &Context<'_>, title: &str, kind: Kind) {
    ui.horizontal(|ui| {
        card::heading(ui, &cx.t(title));
        at_end(ui, |ui| {
            let words = waiting::opens(cx, kind);
            let button = Button::new(&words).icon(Icon::Add);
            if kind_button(ui, cx, kind, button) {
                book(cx, kind, Occasion::default());
            }
        });
    });
}

fn book(cx: &Context<'_>, kind: Kind, occasion: Occasion) {
    cx.send(Action::book(kind, occasion));
}

fn again(cx: &Context<'_>, body: Body) {
    if cx.can_book() {
        book(cx, body.kind(), Occasion::again(body));
    }
}

fn persons(ui: &mut Ui, cx: &Context<'_>, data: &Data) {
    card::card(ui, |ui| {
        new(ui, cx, "screen-persons", Kind::PersonEnrolled);
        let columns = vec![
            Column::figure(cx.t("screen-col-number"), 56.0),
            Column::text(cx.t("person"), 130.0),
            Column::text(cx.t("screen-col-roles"), 300.0),
            Column::fixed(cx.t("screen-col-until"), 112.0),
            Column::figure(cx.t("screen-col-limit"), 130.0),
            Column::text(cx.t("screen-col-deputy"), 110.0),
        ];
        let name_of = |number: crate::domain::PersonNo| {
            let found = data.persons.iter().find(|(person, _)| person.person == number);
            let name = found.and_then(|(_, name)| name.clone());
            name.unwrap_or_else(|| cx.f("app-person-number", &[("number", number.0.to_string())]))
        };
        let rows = &data.persons;
        let shown = Table::new("persons", columns).narrowed(cx).choose(None).show(
            ui,
            rows.len(),
            |index| {
                let (person, _) = &rows[index];
                let roles: Vec<_> = person.roles.iter().map(|role| cx.text.role(*role)).collect();
                let name = name_of(person.person);
                let until = person.roles_until.map(|day| cx.text.day(day)).unwrap_or_default();
                let limit = person.order_limit.map(|limit| cx.euro(limit)).unwrap_or_default();
                let deputy = person.deputy_for.map(name_of).unwrap_or_default();
                let roles = roles.join(", ");
                Row {
                    sentence: sentence(&[&name, &roles, &until, &limit, &deputy]),
                    cells: vec![
                        Cell::Dim(person.person.0.to_string()),
                        Cell::Text(name),
                        Cell::Text(roles),
                        Cell::Text(until),
                        Cell::Text(limit),
                        Cell::Dim(deputy),
                    ],
                }
            },
        );
        if let Some((person, name)) = shown.clicked.and_then(|index| rows.get(index)) {
            enrol_again(cx, person, name.as_deref());
        }
    });
}

fn enrol_again(cx: &Context<'_>, person: &Person, name: Option<&str>) {
    if !cx.can_book() {
        return;
    }
    let enrolment = Enrolment {
        person: person.person,
        roles: person.roles.clone(),
        name_hash: person.name_hash.clone(),
        login: person.login.clone(),
        roles_until: person.roles_until,
        order_limit_cents: person.order_limit,
        deputy_for: person.deputy_for,
    };
    let body = Body::PersonEnrolled(PersonEnrolled { person: enrolment, source: None });
    let mut occasion = Occasion::again(body);
    occasion.name = name.map(str::to_owned);
    book(cx, Kind::PersonEnrolled, occasion);
}

fn titles(ui: &mut Ui, cx: &Context<'_>, data: &Data) {
    card::card(ui, |ui| {
        new(ui, cx, "screen-titles", Kind::TitleRegistered);
        let columns = vec![
            Column::fixed(cx.t("title"), 220.0),
            Column::text(cx.t("screen-col-purpose"), 320.0),
            Column::fixed(cx.t("screen-col-nature"), 130.0),
        ];
        let rows = &data.titles;
        let shown =
            Table::new("titles", columns).narrowed(cx).choose(None).show(ui, rows.len(), |index| {
                let row: &TitleRegistered = &rows[index];
                let (title, kind) = (cx.text.title(&row.title), cx.text.investive(row.investive));
                Row {
                    sentence: sentence(&[&title, &row.name, &kind]),
                    cells: vec![Cell::Text(title), Cell::Text(row.name.clone()), Cell::Dim(kind)],
                }
            });
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            again(cx, Body::TitleRegistered(row.clone()));
        }
    });
}

fn settings(ui: &mut Ui, cx: &Context<'_>, data: &Data) {
    card::card(ui, |ui| {
        new(ui, cx, "screen-settings", Kind::SettingMade);
        if data.settings.is_empty() {
            card::empty(ui, &cx.t("screen-no-settings"));
            return;
        }
        let columns = vec![
            Column::text(cx.t("screen-col-setting"), 220.0),
            Column::text(cx.t("screen-col-value"), 180.0),
            Column::fixed(cx.t("screen-col-from"), 104.0),
            Column::fixed(cx.t("budget-col-hint"), 150.0),
            Column::text(cx.t("screen-col-source"), 240.0),
        ];
        let rows = &data.settings;
        let note = |source: &Option<Source>| {
            source.as_ref().map(|source| source.note.clone()).unwrap_or_default()
        };
        let unproved = |source: &Option<Source>| {
            source.as_ref().is_some_and(|source| source.class == SourceClass::Illustrative)
        };
        let table = Table::new("settings", columns).narrowed(cx).wrap().choose(None);
        let shown = table.show(ui, rows.len(), |index| {
            let row: &SettingValue = &rows[index];
            let name = cx.text.setting_key(&row.setting.key());
            let value = cx.text.setting_value(&row.setting);
            let (from, source) = (cx.text.day(row.from), note(&row.source));
            let unproved = unproved(&row.source);
            let hint = if unproved { cx.t("screen-setting-unproved") } else { String::new() };
            Row {
                sentence: sentence(&[&name, &value, &from, &hint, &source]),
                cells: vec![
                    Cell::Text(name),
                    Cell::Text(value),
                    Cell::Text(from),
                    if unproved { Cell::Chip(Meaning::Warn, hint) } else { Cell::Empty },
                    Cell::Dim(source),
                ],
            }
        });
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            let (setting, source) = (row.setting.clone(), row.source.clone());
            again(cx, Body::SettingMade(SettingMade { setting, source }));
        }
    });
}

/// The parts of a row as the screen reader says them.
fn sentence(parts: &[&str]) -> String {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).copied().collect();
    parts.join(", ")
}
