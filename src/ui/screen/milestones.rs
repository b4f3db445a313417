//! *Meilensteine*: what shall be reached, plan, forecast and actual date with their precision, and
//! the indicators.

mod chart;
mod indicators;

use eframe::egui::Ui;

use crate::domain::Kind;
use crate::store::view::{IndicatorRow, MilestoneRow, MilestoneState};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::GAP;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::timeline::{self, Timeline};

use super::{filter_field, head, loaded, matches, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Milestones {
    filter: String,
}

impl Milestones {
    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "milestones", |ui| {
            head(ui, &cx.t("screen-milestones"), |ui| {
                filter_field(ui, cx, &mut self.filter, 240.0);
            });
            steps(ui, cx);
            let Some(rows) = loaded(cx, ui, &cx.data.milestones) else { return };
            ui.spacing_mut().item_spacing.y = GAP;
            if rows.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-no-milestones")));
                self.indicators(cx, ui);
                return;
            }
            let wanted = |row: &&MilestoneRow| {
                let name = cx.text.note(&row.name);
                matches(&self.filter, &[name, row.recipient_name.as_str()])
            };
            // A long list is looked through only while something is typed.
            let all = self.filter.trim().is_empty();
            let rows: Vec<&MilestoneRow> = rows.iter().filter(|row| all || wanted(row)).collect();
            card::titled(ui, &cx.t("screen-milestones-line"), |ui| {
                let forecasts = cx.data.forecasts.value();
                let line = Timeline::new(&rows).forecasts(forecasts).owners();
                if let Some(row) = line.show(ui, cx).and_then(|index| rows.get(index)) {
                    go(cx, row);
                }
                card::dim(ui, &cx.t("screen-milestones-legend"));
            });
            card::titled(ui, &cx.t("screen-milestones-list"), |ui| list(ui, cx, &rows));
            self.indicators(cx, ui);
        });
    }

    fn indicators(&self, cx: &Context<'_>, ui: &mut Ui) {
        let Some(overview) = cx.data.overview.value() else { return };
        let wanted = |row: &&IndicatorRow| matches(&self.filter, &[cx.text.note(&row.name)]);
        let rows: Vec<_> = overview.indicators.iter().filter(wanted).collect();
        indicators::show(ui, cx, &rows);
    }
}

/// To the case of a milestone; one of the programme has none.
fn go(cx: &Context<'_>, row: &MilestoneRow) {
    if let Some(grant) = row.grant.clone() {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}

/// The due line that a milestone is linked to, and whether payments wait for it.
fn link(cx: &Context<'_>, row: &MilestoneRow) -> String {
    let due = timeline::due(cx, row);
    match &row.blocking_clause {
        Some(clause) if row.blocks() => {
            cx.f("case-blocks", &[("due", due), ("clause", clause.clone())])
        }
        Some(clause) => cx.f("case-blocked", &[("due", due), ("clause", clause.clone())]),
        None => due,
    }
}

/// What can be booked of milestones and indicators.
fn steps(ui: &mut Ui, cx: &Context<'_>) {
    let steps = [
        ("screen-new-milestone", Kind::MilestonePlanned),
        ("screen-milestone-forecast", Kind::MilestoneForecast),
        ("screen-milestone-reached", Kind::MilestoneReached),
        ("screen-new-indicator", Kind::IndicatorDefined),
        ("screen-read-indicator", Kind::IndicatorRead),
    ];
    ui.horizontal_wrapped(|ui| {
        for (key, kind) in steps {
            let words = cx.t(key);
            let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
            if button.show(ui).clicked() {
                cx.send(Action::book(kind, Occasion::default()));
            }
        }
    });
}

fn list(ui: &mut Ui, cx: &Context<'_>, rows: &[&MilestoneRow]) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-state"), 112.0),
        Column::text(cx.t("screen-col-milestone"), 240.0),
        Column::text(cx.t("screen-col-recipient"), 150.0),
        Column::fixed(cx.t("milestone-plan"), 124.0),
        Column::fixed(cx.t("milestone-forecast"), 124.0),
        Column::fixed(cx.t("milestone-actual"), 132.0),
    ];
    let table = Table::new("list", columns).choose(None);
    let linked = rows.iter().any(|row| row.due.is_some() || row.blocking_clause.is_some());
    let table = if linked { table.tall() } else { table };
    let shown = table.show_wide(ui, rows.len(), |index| {
        let row = rows[index];
        let (meaning, word) = match row.state {
            MilestoneState::Late => (Meaning::Late, "milestone-late"),
            MilestoneState::Delayed => (Meaning::Late, "milestone-delayed"),
            MilestoneState::Planned => (Meaning::Quiet, "milestone-planned"),
            MilestoneState::Undated => (Meaning::Quiet, "milestone-undated"),
            MilestoneState::Reached => (Meaning::Good, "milestone-reached"),
        };
        let date = |date: Option<crate::domain::ImpreciseDate>| {
            date.map_or_else(|| Cell::Dim("–".to_owned()), |date| Cell::Text(cx.text.date(&date)))
        };
        let name = cx.text.note(&row.name).to_owned();
        let word = cx.t(word);
        let dates = timeline::words(cx, row);
        let link = link(cx, row);
        let said = [&word, &name, &row.recipient_name, &dates, &link];
        let said = said.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
        let sentence = said.collect::<Vec<_>>().join(", ");
        Row {
            cells: vec![
                Cell::Chip(meaning, word),
                if link.is_empty() { Cell::Text(name) } else { Cell::Two(name, link) },
                Cell::Text(row.recipient_name.clone()),
                date(row.plan),
                date(row.forecast),
                date(row.actual),
            ],
            sentence,
        }
    });
    let chosen = shown.clicked.and_then(|index| rows.get(index));
    if let Some(grant) = chosen.and_then(|row| row.grant.clone()) {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}
