//! Digitalization beside the money: milestones late and next, indicators.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::store::view::{IndicatorRow, MilestoneRow, MilestoneState, Overview};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::route::Route;
use crate::ui::screen::{in_unit, is_money};
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::link::link;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// The word and the meaning of a milestone's state.
fn state(cx: &Context<'_>, row: &MilestoneRow) -> (Meaning, String) {
    let meaning = match row.state {
        MilestoneState::Late | MilestoneState::Delayed => Meaning::Late,
        MilestoneState::Planned | MilestoneState::Unplanned | MilestoneState::Undated => {
            Meaning::Quiet
        }
        MilestoneState::Reached => Meaning::Good,
    };
    (meaning, cx.t(narrow::state_key(row.state)))
}

/// The milestones: late ones first, then those that come next.
pub fn milestones(ui: &mut Ui, cx: &Context<'_>, values: &Overview) {
    card::titled(ui, &cx.t("screen-milestones-next"), |ui| {
        let rows: Vec<_> = values.milestones.iter().collect();
        if rows.is_empty() {
            card::empty(ui, &cx.t("screen-no-milestones"));
            return;
        }
        let columns = vec![
            Column::fixed(cx.t("screen-col-state"), 106.0),
            Column::text(cx.t("screen-col-milestone"), 200.0),
            Column::figure(cx.t("screen-col-date"), 122.0),
        ];
        let table = Table::new("next", columns).tall().choose(None);
        let shown = table.show(ui, rows.len(), |index| {
            let row = rows[index];
            let (meaning, word) = state(cx, row);
            let date = row.actual.or(row.forecast).or(row.plan);
            let date = date.map_or_else(|| "–".to_owned(), |date| cx.text.date(&date));
            let name = cx.text.note(&row.name).to_owned();
            let whose = cx.recipient_if(row.recipient_type, &row.recipient_name);
            let sentence = [&word, &name, &whose, &date].map(String::as_str).join(", ");
            let whose = if whose.is_empty() { cx.t("screen-programme-level") } else { whose };
            let cells = vec![Cell::Chip(meaning, word), Cell::Two(name, whose), Cell::Text(date)];
            Row { cells, sentence }
        });
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            cx.send(narrow::milestone(row));
        }
        if rows.len() < values.milestone_count {
            ui.add_space(4.0);
            let count = i64::try_from(values.milestone_count).unwrap_or(i64::MAX);
            if link(ui, &cx.text.count("overview-all-milestones", count, &[])).clicked() {
                cx.send(Action::Go(Route::Milestones));
            }
        }
    });
}

/// The indicators against their targets.
pub fn indicators(ui: &mut Ui, cx: &Context<'_>, values: &Overview) {
    if values.indicators.is_empty() {
        return;
    }
    card::titled(ui, &cx.t("screen-digitalization"), |ui| {
        let rows = &values.indicators;
        let columns = vec![
            Column::text(cx.t("indicator"), 190.0),
            Column::text(cx.t("overview-target"), 130.0),
            Column::figure(cx.t("screen-col-reading"), 128.0),
        ];
        let table = Table::new("indicators", columns).tall().choose(None);
        let shown = table.show(ui, rows.len(), |index| {
            let row = &rows[index];
            let name = cx.text.note(&row.name).to_owned();
            let (reading, at) = reading(cx, row);
            let target = cx.text.note(&row.target).to_owned();
            let reached = reached(cx, row);
            let unit = row.unit.as_ref().map(|unit| cx.text.note(unit).to_owned());
            // Below the name stands a unit that is counted.
            let unit = unit.filter(|_| !is_money(row));
            let unit = unit.unwrap_or_default();
            let target_said = [cx.t("overview-target"), target.clone()].join(" ");
            let parts = [&name, &reading, &unit, &at, &target_said, &reached];
            let said = parts.into_iter().filter(|part| !part.is_empty());
            let sentence = said.map(String::as_str).collect::<Vec<_>>().join(", ");
            let below = [unit, reached].into_iter().filter(|part| !part.is_empty());
            let below = below.collect::<Vec<_>>().join(" · ");
            let cells = vec![Cell::Two(name, below), Cell::Text(target), Cell::Two(reading, at)];
            Row { cells, sentence }
        });
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            cx.send(narrow::indicator(row));
        }
    });
}

/// How much of the way from baseline to target is done, where both are figures.
fn reached(cx: &Context<'_>, row: &IndicatorRow) -> String {
    let last = row.readings.last().map(|read| read.value);
    let (Some(last), Some(target)) = (last, row.target_value) else { return String::new() };
    let base = row.baseline_value.unwrap_or_default();
    let way = (last - base).checked_mul(Decimal::ONE_HUNDRED);
    let share = way.and_then(|way| way.checked_div(target - base));
    let rounded = share.map(|share| share.round_dp(0).max(Decimal::ZERO));
    rounded.map_or_else(String::new, |share| {
        cx.f("overview-reached", &[("share", cx.text.rate(share))])
    })
}

/// The last reading with its day, or the baseline while there is none.
fn reading(cx: &Context<'_>, row: &IndicatorRow) -> (String, String) {
    let Some(last) = row.readings.last() else {
        return (cx.text.note(&row.baseline).to_owned(), cx.t("indicator-baseline"));
    };
    let value = cx.text.decimal(last.value);
    let value = if last.more_than { cx.f("more-than", &[("value", value)]) } else { value };
    (in_unit(cx, row, value), cx.text.date(&last.at))
}
