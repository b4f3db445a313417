//! The journal of a case: all its entries in order, with who and voucher.

use eframe::egui::Ui;

use crate::store::view::{CaseEntry, CasePage};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::screen::accounts;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// The entries; a row leads to its entry in the journal.
pub fn show(ui: &mut Ui, cx: &Context<'_>, page: Option<&CasePage>) {
    let Some(page) = page else {
        card::empty(ui, &cx.t("app-loading"));
        return;
    };
    let width = ui.available_width();
    let (voucher, who) = (width > 620.0, width > 480.0);
    let mut columns = vec![
        Column::figure(cx.t("screen-col-number"), 64.0),
        Column::fixed(cx.t("screen-col-effective"), 98.0),
        Column::text(cx.t("screen-col-kind"), 190.0),
    ];
    if who {
        columns.push(Column::text(cx.t("person"), 96.0));
    }
    if voucher {
        columns.push(Column::text(cx.t("voucher"), 130.0));
    }
    columns.push(Column::figure(cx.t("screen-col-amount"), 118.0));
    let rows = &page.entries;
    let table = Table::new("entries", columns).narrowed(cx).choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let mut kind = cx.text.kind(row.kind);
        if let Some(by) = row.reversed_by {
            let number = cx.text.entry_number(by);
            kind = [kind, cx.f("screen-reversed-by", &[("number", number)])].join(" · ");
        }
        let day = cx.text.day(row.effective_on);
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let person = person(cx, row);
        let said = [&cx.text.entry_number(row.seq), &day, &kind, &person, &row.voucher, &amount];
        let said = said.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
        let sentence = said.collect::<Vec<_>>().join(", ");
        let mut cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(day),
            if row.reversed_by.is_some() { Cell::Dim(kind) } else { Cell::Text(kind) },
        ];
        cells.extend(who.then_some(Cell::Text(person)));
        cells.extend(voucher.then(|| Cell::Dim(row.voucher.clone())));
        cells.push(Cell::Text(amount));
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(Route::entry(row.seq)));
    }
}

/// Name of who booked an entry, or the number when the name was erased.
pub fn person(cx: &Context<'_>, entry: &CaseEntry) -> String {
    accounts::named(cx, entry.name.as_deref(), entry.person)
}

/// "31 Buchungen, zuletzt 10.12.2020".
pub fn summary(cx: &Context<'_>, page: Option<&CasePage>) -> String {
    let Some(last) = page.and_then(|page| page.entries.last()) else { return String::new() };
    let count = page.map_or(0, |page| page.entries.len());
    let count = cx.text.count("entries", i64::try_from(count).unwrap_or(0), &[]);
    let at = cx.f("detail-last-entry", &[("moment", cx.text.known_at(last.recorded_at))]);
    [count, at].join(" · ")
}
