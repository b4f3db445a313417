//! What is behind a title and year: the arithmetic of what is available, and every booking.

use eframe::egui::Ui;

use super::is_past;
use crate::domain::{FiscalYear, TitleKey};
use crate::store::view::{Budget, BudgetDetail, BudgetEntry};
use crate::text::capital;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::screen::loaded;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Width of the card from which on the bookings have room beside the arithmetic.
const BESIDE: f32 = 1380.0;
/// Width of the arithmetic above the bookings: amounts stand near their words.
const ARITHMETIC: f32 = 560.0;

/// Shows it below the table; false while it is on its way.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    budget: &Budget,
    chosen: &(TitleKey, FiscalYear),
) -> bool {
    let Some(value) = cx.data.budget_line.get(chosen) else { return false };
    let Some(value) = loaded(cx, ui, value) else { return false };
    let Some(detail) = value else {
        card::card(ui, |ui| card::empty(ui, &cx.t("budget-unknown")));
        return true;
    };
    card::card(ui, |ui| {
        let (title, year) = chosen;
        let year = cx.f("budget-fiscal-year", &[("year", year.0.to_string())]);
        card::dim(ui, &[year, cx.text.title_in_parts(title)].join(" · "));
        let known = budget.titles.iter().find(|row| row.title == *title);
        card::title(ui, known.map_or(title.as_str(), |row| row.name.as_str()));
        if let Some(row) = known {
            card::dim(ui, &cx.text.investive(row.investive));
        }
        ui.add_space(4.0);
        if ui.available_width() > BESIDE {
            card::columns(ui, &[0.46, 1.0], |index, ui| {
                if index == 0 { arithmetic(ui, cx, detail) } else { entries(ui, cx, detail) }
            });
        } else {
            ui.scope(|ui| {
                ui.set_max_width(ARITHMETIC);
                arithmetic(ui, cx, detail);
            });
            ui.add_space(8.0);
            entries(ui, cx, detail);
        }
    });
    true
}

/// Line by line, as form and refusal say it.
fn arithmetic(ui: &mut Ui, cx: &Context<'_>, detail: &BudgetDetail) {
    card::heading(ui, &cx.t("budget-arithmetic"));
    let lines = &detail.availability.lines;
    let columns =
        vec![Column::text(String::new(), 190.0), Column::figure(cx.t("screen-col-amount"), 124.0)];
    let free = detail.availability.free;
    let key = match (free.is_negative(), is_past(cx, detail.row.year)) {
        (true, _) => "budget-short",
        (false, true) => "budget-rest-open",
        (false, false) => "budget-available",
    };
    let result = vec![Cell::Text(cx.t(key)), Cell::Text(cx.money(free))];
    let sentence = [cx.t(key), cx.euro(free)].join(": ");
    Table::new("arithmetic", columns).sum(result, sentence).show(ui, lines.len(), |index| {
        let (item, amount) = lines[index];
        let words = capital(&cx.text.availability_item(item));
        let sentence = [words.as_str(), &cx.euro(amount)].join(": ");
        Row { cells: vec![Cell::Text(words), Cell::Text(cx.money(amount))], sentence }
    });
    if !detail.availability.voted {
        card::dim(ui, &cx.t("budget-unvoted-note"));
    }
}

fn entries(ui: &mut Ui, cx: &Context<'_>, detail: &BudgetDetail) {
    card::heading(ui, &cx.t("budget-entries"));
    let rows = &detail.entries;
    let columns = vec![
        Column::figure(cx.t("screen-col-number"), 50.0),
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::fixed(cx.t("screen-col-kind"), 150.0),
        Column::text(cx.t("screen-col-object"), 180.0),
        Column::text(cx.t("budget-col-move"), 250.0),
        Column::figure(cx.t("screen-col-amount"), 122.0),
    ];
    let table = Table::new("entries", columns).narrowed(cx).tall().choose(None).height(420.0);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (object, [from, to]) = (object(row), [row.from, row.to].map(|at| cx.text.stage(at)));
        let way = [from.as_str(), &to].join(" → ");
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let number = cx.text.entry_number(row.seq);
        let sentence = [&number, &day, &kind, &object, &way, &cx.euro(row.amount)];
        let sentence = sentence.map(String::as_str).join(", ");
        let cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(day),
            Cell::Text(kind),
            match &row.grant {
                Some(grant) => Cell::Two(row.recipient_name.clone(), grant.to_string()),
                None => Cell::Text(object),
            },
            Cell::Two(from, ["→ ", &to].concat()),
            Cell::Text(cx.money(row.amount)),
        ];
        Row { cells, sentence }
    });
    let Some(row) = shown.clicked.and_then(|index| rows.get(index)) else { return };
    cx.send(Action::Go(match &row.grant {
        Some(grant) => Route::Grants(Some(grant.clone())),
        None => Route::entry(row.seq),
    }));
}

/// Grant and recipient, or the voucher of a booking of the budget itself.
fn object(row: &BudgetEntry) -> String {
    match &row.grant {
        Some(grant) => [row.recipient_name.as_str(), grant.as_str()].join(" · "),
        None if row.recipient_name.is_empty() => row.voucher.clone(),
        None => row.recipient_name.clone(),
    }
}
