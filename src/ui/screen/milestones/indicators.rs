//! Indicators: baseline, target, last reading with its source, and money per unit.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::domain::body::ReaderNote;
use crate::store::view::{IndicatorRow, ReadingRow};
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Shows them; nothing without any.
pub fn show(ui: &mut Ui, cx: &Context<'_>, rows: &[IndicatorRow]) {
    if rows.is_empty() {
        return;
    }
    card::titled(ui, &cx.t("case-indicators"), |ui| {
        let columns = vec![
            Column::text(cx.t("indicator"), 220.0),
            Column::text(cx.t("indicator-baseline"), 120.0),
            Column::text(cx.t("indicator-target"), 120.0),
            Column::text(cx.t("screen-col-reading"), 120.0),
            Column::text(cx.t("case-col-per-unit"), 200.0),
            Column::text(cx.t("case-col-source"), 200.0),
        ];
        Table::new("indicators", columns).tall().show_wide(ui, rows.len(), |index| {
            let row = &rows[index];
            let unit = row.unit.as_ref().map(|unit| cx.text.note(unit).to_owned());
            let name = cx.text.note(&row.name).to_owned();
            let baseline = figure(cx, row.baseline_value, &row.baseline);
            let target = figure(cx, row.target_value, &row.target);
            let last = row.readings.last();
            let (reading, at) = last.map_or_else(nothing, |last| reading(cx, last));
            let (money, basis) = per_unit(cx, row, unit.as_deref());
            let source = last.and_then(|last| last.source.as_ref()).or(row.source.as_ref());
            let source = source.map(|source| source.note.clone()).unwrap_or_default();
            let said = [&name, &reading, &at, &money, &basis, &source];
            let said = said.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
            let sentence = said.collect::<Vec<_>>().join(", ");
            let below = unit.map_or_else(String::new, |unit| cx.f("case-unit", &[("unit", unit)]));
            let cells = vec![
                Cell::Two(name, below),
                baseline,
                target,
                Cell::Two(reading, at),
                Cell::Two(money, basis),
                Cell::Dim(source),
            ];
            Row { cells, sentence }
        });
        card::dim(ui, &cx.t("case-per-unit-note"));
    });
}

/// The figure, with the words below where they say more.
fn figure(cx: &Context<'_>, value: Option<Decimal>, words: &ReaderNote) -> Cell {
    let words = cx.text.note(words).to_owned();
    match value.map(|value| cx.text.decimal(value)) {
        Some(value) if value != words => Cell::Two(value, words),
        _ => Cell::Text(words),
    }
}

fn nothing() -> (String, String) {
    ("–".to_owned(), String::new())
}

fn reading(cx: &Context<'_>, last: &ReadingRow) -> (String, String) {
    let value = cx.text.decimal(last.value);
    let value = if last.more_than { cx.f("more-than", &[("value", value)]) } else { value };
    (value, cx.text.date(&last.at))
}

/// Ist of the grants named, divided by the last reading, with the days of both.
fn per_unit(cx: &Context<'_>, row: &IndicatorRow, unit: Option<&str>) -> (String, String) {
    let (Some(amount), Some(last)) = (row.per_unit, row.readings.last()) else {
        return (String::new(), String::new());
    };
    let unit = unit.map_or_else(|| cx.t("case-a-unit"), ToOwned::to_owned);
    let money = cx.f("case-per-unit", &[("amount", cx.euro(amount)), ("unit", unit)]);
    let grants: Vec<_> = row.money_of.iter().map(ToString::to_string).collect();
    let values = [
        ("grants", grants.join(", ")),
        ("day", cx.text.day(cx.as_of)),
        ("date", cx.text.date(&last.at)),
    ];
    (money, cx.f("case-per-unit-basis", &values))
}
