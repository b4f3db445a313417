//! Indicators: baseline, target, readings with their sources, and money per unit.

use eframe::egui::{Ui, vec2};
use rust_decimal::Decimal;

use super::chart;
use crate::domain::body::ReaderNote;
use crate::store::view::{IndicatorRow, ReadingRow};
use crate::ui::context::Context;
use crate::ui::screen::in_unit;
use crate::ui::theme::GAP;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// From this width on the chart stands beside the figures.
const WIDE: f32 = 620.0;
/// Size of the chart.
const CHART: (f32, f32) = (240.0, 96.0);

/// Shows them; where there are none, how the first one comes.
pub fn show(ui: &mut Ui, cx: &Context<'_>, rows: &[&IndicatorRow]) {
    if rows.is_empty() {
        card::titled(ui, &cx.t("case-indicators"), |ui| {
            card::empty(ui, &cx.t("indicator-none"));
        });
        return;
    }
    for row in rows {
        let name = cx.text.note(&row.name).to_owned();
        card::titled(ui, &name, |ui| indicator(ui, cx, row));
    }
}

fn indicator(ui: &mut Ui, cx: &Context<'_>, row: &IndicatorRow) {
    if let Some(unit) = &row.unit {
        card::dim(ui, &cx.f("case-unit", &[("unit", cx.text.note(unit).to_owned())]));
    }
    // Without a reading there is nothing to draw.
    let chart = !row.readings.is_empty();
    let wide = ui.available_width() > WIDE;
    if !chart {
        figures(ui, cx, row);
    } else if wide {
        let weights = [ui.available_width() - CHART.0 - GAP, CHART.0];
        card::columns(ui, &weights, |index, ui| {
            if index == 0 {
                figures(ui, cx, row);
            } else {
                chart::chart(ui, cx, row, vec2(ui.available_width(), CHART.1));
            }
        });
    } else {
        figures(ui, cx, row);
        ui.add_space(6.0);
        chart::chart(ui, cx, row, vec2(ui.available_width(), CHART.1));
    }
    ui.add_space(6.0);
    readings(ui, cx, row);
}

/// Baseline, target, last reading, and money per unit with the days that it rests on.
fn figures(ui: &mut Ui, cx: &Context<'_>, row: &IndicatorRow) {
    let last = row.readings.last();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        card::pair(ui, &cx.t("indicator-baseline"), &figure(cx, row.baseline_value, &row.baseline));
        card::pair(ui, &cx.t("indicator-target"), &figure(cx, row.target_value, &row.target));
        let reading = last.map(|last| in_unit(cx, row, value(cx, last)));
        let reading = reading.unwrap_or_else(|| "–".to_owned());
        card::pair(ui, &cx.t("screen-col-reading"), &reading);
        if let Some((amount, _)) = per_unit(cx, row) {
            card::pair(ui, &cx.t("case-col-per-unit"), &amount);
        }
    });
    for (key, value, words) in [
        ("indicator-baseline", row.baseline_value, &row.baseline),
        ("indicator-target", row.target_value, &row.target),
    ] {
        // The words beside the figure, where they say more.
        let said = cx.text.note(words);
        if value.is_some_and(|value| cx.text.decimal(value) != said) {
            card::dim(ui, &[cx.t(key), said.to_owned()].join(": "));
        }
    }
    if let Some((_, basis)) = per_unit(cx, row) {
        card::dim(ui, &basis);
        card::dim(ui, &cx.t("case-per-unit-note"));
    }
}

/// The readings, the newest first, each with its source.
fn readings(ui: &mut Ui, cx: &Context<'_>, row: &IndicatorRow) {
    if row.readings.is_empty() {
        card::dim(ui, &cx.t("indicator-no-reading"));
        return;
    }
    let columns = vec![
        Column::fixed(cx.t("screen-col-as-at"), 140.0),
        Column::figure(cx.t("screen-col-reading"), 120.0),
        Column::text(cx.t("case-col-source"), 260.0),
    ];
    let rows: Vec<&ReadingRow> = row.readings.iter().rev().collect();
    let table = Table::new(row.indicator.as_str(), columns).wrap();
    table.show(ui, rows.len(), |index| {
        let reading = rows[index];
        let at = cx.text.date(&reading.at);
        let value = in_unit(cx, row, value(cx, reading));
        let source = reading.source.as_ref().or(row.source.as_ref());
        let source = source.map(|source| source.note.clone()).unwrap_or_default();
        let sentence = [&at, &value, &source].map(String::as_str).join(", ");
        let cells = vec![Cell::Text(at), Cell::Text(value), Cell::Dim(source)];
        Row { cells, sentence }
    });
}

/// The figure, or the words where there is none.
fn figure(cx: &Context<'_>, value: Option<Decimal>, words: &ReaderNote) -> String {
    value.map_or_else(|| cx.text.note(words).to_owned(), |value| cx.text.decimal(value))
}

/// A reading as words: "mehr als 3".
pub fn value(cx: &Context<'_>, reading: &ReadingRow) -> String {
    let value = cx.text.decimal(reading.value);
    if reading.more_than { cx.f("more-than", &[("value", value)]) } else { value }
}

/// Ist of the grants named, divided by the last reading, and the days of both.
fn per_unit(cx: &Context<'_>, row: &IndicatorRow) -> Option<(String, String)> {
    let (amount, last) = (row.per_unit?, row.readings.last()?);
    let unit = row.unit.as_ref().map(|unit| cx.text.note(unit).to_owned());
    let unit = unit.unwrap_or_else(|| cx.t("case-a-unit"));
    let money = cx.f("case-per-unit", &[("amount", cx.euro(amount)), ("unit", unit)]);
    let money = if last.more_than { cx.f("at-most", &[("value", money)]) } else { money };
    let grants: Vec<_> = row.money_of.iter().map(ToString::to_string).collect();
    let values = [
        ("grants", grants.join(", ")),
        ("day", cx.text.day(cx.as_of)),
        ("date", cx.text.date(&last.at)),
    ];
    Some((money, cx.f("case-per-unit-basis", &values)))
}
