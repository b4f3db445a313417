//! *Prognose*: what the due lines let expect, by quarter.

use eframe::egui::{CornerRadius, Ui, vec2};

use crate::domain::{ImpreciseDate, Money, Precision};
use crate::store::view::Planning;
use crate::ui::context::Context;
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Shown, Table};

/// Shows it.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Planning) {
    card::titled(ui, &cx.t("planning-forecast"), |ui| {
        if values.expected.is_empty() {
            card::empty(ui, &cx.t("planning-no-forecast"));
            return;
        }
        let mut sum = values.actual;
        let sums: Vec<Money> = values
            .expected
            .iter()
            .map(|quarter| {
                sum += quarter.amount;
                sum
            })
            .collect();
        let columns = vec![
            Column::fixed(cx.t("planning-quarter"), 150.0),
            Column::text(String::new(), 120.0),
            Column::figure(cx.t("planning-expected"), 160.0),
            Column::figure(cx.t("planning-cumulative"), 180.0),
        ];
        let total: Money = values.expected.iter().map(|quarter| quarter.amount).sum();
        let name = cx.t("total");
        let said = [name.clone(), cx.t("planning-expected"), cx.euro(total)].join(" ");
        let cells = vec![Cell::Text(name), Cell::Empty, Cell::Text(cx.money(total)), Cell::Empty];
        let table = Table::new("forecast", columns).sum(cells, said);
        let row = |index: usize| {
            let quarter = &values.expected[index];
            let date = ImpreciseDate::containing(Precision::Quarter, quarter.until);
            let name = cx.text.date(&date);
            let (amount, until) = (quarter.amount, sums[index]);
            let parts = [
                name.clone(),
                [cx.t("planning-expected"), cx.euro(amount)].join(" "),
                [cx.t("planning-cumulative"), cx.euro(until)].join(" "),
            ];
            let cells = vec![
                Cell::Text(name),
                Cell::Empty,
                Cell::Text(cx.money(amount)),
                Cell::Text(cx.money(until)),
            ];
            Row { cells, sentence: parts.join(", ") }
        };
        let count = values.expected.len();
        table.show_then(ui, count, row, |ui, shown| bars(ui, values, shown));
        card::dim(ui, &cx.t("planning-forecast-note"));
    });
}

/// A bar for each quarter beside its name.
fn bars(ui: &Ui, values: &Planning, shown: &Shown) {
    let most = values.expected.iter().map(|quarter| quarter.amount).max().unwrap_or_default();
    for (row, quarter) in values.expected.iter().enumerate() {
        let Some(line) = shown.cell(row, 1) else { continue };
        let thousandths = quarter.amount.cents().max(0) * 1000 / most.cents().max(1);
        let share = f32::from(u16::try_from(thousandths).unwrap_or(1000)) / 1000.0;
        let bar = line.shrink2(vec2(0.0, line.height() * 0.25));
        let bar = bar.with_max_x(bar.left() + bar.width() * share);
        ui.painter().rect_filled(bar, CornerRadius::same(2), ui.tokens().ordered);
    }
}
