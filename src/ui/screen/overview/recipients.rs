//! The recipients with the largest amounts.

use eframe::egui::Ui;

use crate::report::bar::{Bar, Bars, Part};
use crate::store::view::{Overview as Values, PostingFilter, RecipientRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::route::Route;
use crate::ui::widget::bar;
use crate::ui::widget::card;
use crate::ui::widget::link::link;
use crate::ui::widget::table::{Cell, Column, Row, Shown, Table};

/// So many are shown; the list of recipients has them all.
const MOST: usize = 8;

/// Shows them.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-recipients-by-amount"), |ui| {
        let rows = &values.recipients[..values.recipients.len().min(MOST)];
        if rows.is_empty() {
            card::empty(ui, &cx.t("screen-no-grants"));
            return;
        }
        let columns = vec![
            Column::text(cx.t("screen-col-recipient"), 190.0),
            Column::text(String::new(), 110.0),
            Column::figure(cx.t("screen-col-granted"), 112.0),
            Column::figure(cx.t("screen-col-actual"), 112.0),
            Column::figure(cx.t("screen-col-open"), 112.0),
        ];
        let name = |row: &RecipientRow| cx.recipient(row.recipient_type, &row.name);
        let table = Table::new("recipients", columns).choose(None);
        let row = |index: usize| {
            let row = &rows[index];
            let words = [
                ("name", name(row)),
                ("granted", cx.euro(row.granted)),
                ("actual", cx.euro(row.sums.actual())),
                ("open", cx.euro(row.sums.open())),
            ];
            Row {
                cells: vec![
                    Cell::Text(name(row)),
                    Cell::Empty,
                    Cell::Text(cx.money(row.granted)),
                    Cell::Text(cx.money(row.sums.actual())),
                    Cell::Text(cx.money(row.sums.open())),
                ],
                sentence: cx.f("screen-recipient-sentence", &words),
            }
        };
        let shown = table.show_then(ui, rows.len(), row, |ui, shown| bars(ui, cx, rows, shown));
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            cx.send(narrow::recipient(cx, row));
        }
        if rows.len() < values.recipients.len() {
            ui.add_space(6.0);
            let count = i64::try_from(values.recipients.len()).unwrap_or(i64::MAX);
            let words = cx.text.count("overview-all-recipients", count, &[]);
            if link(ui, &words).clicked() {
                cx.send(Action::Go(Route::Recipients(None)));
            }
        }
    });
}

/// A bar for each recipient beside its name.
fn bars(ui: &Ui, cx: &Context<'_>, rows: &[RecipientRow], shown: &Shown) {
    // What was claimed back is not granted any more and still part of the Ist: the bar is longer.
    let of = |row: &RecipientRow| Bar::new(&row.name, &row.sums, row.granted);
    let scene = Bars::new(rows.iter().map(of).collect());
    let said = |index: usize, part: Part| {
        let row = &rows[index];
        let whose = cx.recipient(row.recipient_type, &row.name);
        let amount = cx.euro(part.amount(&row.sums));
        cx.f("overview-part", &[("what", cx.t(part.key())), ("whose", whose), ("amount", amount)])
    };
    let group = ui.scope_id().with("recipient-bars");
    let pressed = bar::linked(ui, (group, &shown.column(1, rows.len())), &scene, &said);
    if let Some((index, part)) = pressed {
        let filter = PostingFilter::at(part.stages()).of_recipient(&rows[index].key);
        cx.send(narrow::bookings(filter));
    }
}
