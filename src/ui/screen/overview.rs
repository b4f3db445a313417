//! *Übersicht*: where the programme stands.

mod figures;
mod progress;

use eframe::egui::Ui;

use crate::domain::availability::Standing;
use crate::domain::{FiscalYear, Money, Stage};
use crate::store::view::{BalanceRow, Overview as Values, RecipientRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{GAP, ROW, SMALL, TokensOf as _};
use crate::ui::widget::bar::{self, Line};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{head, loaded, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Overview;

impl Overview {
    /// Shows it.
    #[expect(clippy::unused_self, reason = "all screens are shown alike")]
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "overview", |ui| {
            head(ui, &cx.t("screen-overview"), |ui| {
                let issue = cx.t("screen-issue-grant");
                let button = Button::new(&issue).icon(Icon::Add).primary(true);
                if button.enabled(cx.can_book()).show(ui).clicked() {
                    cx.send(Action::Open(Ask::IssueGrant(None)));
                }
                let report = cx.t("screen-print-programme");
                if Button::new(&report).icon(Icon::Print).show(ui).clicked() {
                    cx.send(Action::PrintProgramme(cx.paper));
                }
            });
            let Some(values) = loaded(cx, ui, &cx.data.overview) else { return };
            if values.years.rows.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-overview-empty")));
                return;
            }
            figures::show(ui, cx, values);
            if ui.available_width() > 900.0 {
                card::columns(ui, &[1.36, 1.0], |index, ui| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    if index == 0 {
                        years(ui, cx, values);
                        recipients(ui, cx, values);
                    } else {
                        progress::milestones(ui, cx, values);
                        progress::indicators(ui, cx, values);
                    }
                });
            } else {
                years(ui, cx, values);
                recipients(ui, cx, values);
                progress::milestones(ui, cx, values);
                progress::indicators(ui, cx, values);
            }
        });
    }
}

/// What parliament gave (*Ansatz mit Nachtrag*): no remainder, cover or excess counts as such.
fn volume(row: &BalanceRow) -> Money {
    row.sums.at(Stage::Appropriated)
}

/// What came to the year and left it besides: excess, cover, remainders, lapse.
fn besides(row: &BalanceRow) -> Money {
    let sum = |stages: &[Stage]| -> Money { stages.iter().map(|at| row.sums.at(*at)).sum() };
    sum(&[Stage::Exceeded, Stage::CoverIn, Stage::CarriedIn])
        - sum(&[Stage::CoverOut, Stage::CarriedOut, Stage::Lapsed])
}

/// Everything that stands somewhere in the year: the length of its bar.
fn whole(row: &BalanceRow) -> Money {
    let available = row.sums.at(Stage::Available).max(Money::ZERO);
    row.sums.actual() + row.sums.open() + row.sums.at(Stage::Blocked) + available
}

/// The sum of a year: what is free stands apart from what is short and what is bound ahead.
fn left(values: &Values, row: &BalanceRow) -> Standing {
    let year = row.key.parse().map(FiscalYear);
    year.ok().and_then(|year| values.standing.get(&year).copied()).unwrap_or_default()
}

/// Over the years that are not over.
fn left_ahead(cx: &Context<'_>, values: &Values) -> Standing {
    let mut sum = Standing::default();
    for (_, standing) in values.standing.range(cx.year()..) {
        sum.add(*standing);
    }
    sum
}

fn is_past(cx: &Context<'_>, row: &BalanceRow) -> bool {
    row.key.parse::<i32>().is_ok_and(|year| year < cx.year().0)
}

/// The columns of the years: the seldom ones only where they say something.
struct Seldom {
    besides: bool,
    blocked: bool,
}

impl Seldom {
    fn of(rows: &[BalanceRow], room: f32) -> Self {
        let says = |of: fn(&BalanceRow) -> Money| rows.iter().any(|row| !of(row).is_zero());
        Self {
            besides: room > 760.0 && says(besides),
            blocked: room > 880.0 && says(|row| row.sums.at(Stage::Blocked)),
        }
    }

    /// True where something that is not shown keeps a row from adding up.
    fn hides(&self, rows: &[BalanceRow]) -> bool {
        let says = |of: fn(&BalanceRow) -> Money| rows.iter().any(|row| !of(row).is_zero());
        (!self.besides && says(besides))
            || (!self.blocked && says(|row| row.sums.at(Stage::Blocked)))
    }

    fn columns(&self, cx: &Context<'_>) -> Vec<Column> {
        let mut columns = vec![
            Column::fixed(cx.t("screen-year"), 70.0),
            Column::text(String::new(), 100.0),
            Column::figure(cx.t("screen-col-appropriated"), 114.0),
        ];
        let seldom = [("screen-col-besides", self.besides), ("budget-col-blocked", self.blocked)];
        for (head, _) in seldom.iter().filter(|(_, shown)| *shown) {
            columns.push(Column::figure(cx.t(head), 116.0));
        }
        columns.push(Column::figure(cx.t("screen-col-actual"), 114.0));
        columns.push(Column::figure(cx.t("screen-col-open"), 106.0));
        columns.push(Column::figure(cx.t("screen-col-available"), 116.0));
        columns
    }

    fn cells(&self, cx: &Context<'_>, row: &BalanceRow, name: String, left: Cell) -> Vec<Cell> {
        let text = |amount: Money| Cell::Text(cx.money(amount));
        let mut cells = vec![Cell::Text(name), Cell::Empty, text(volume(row))];
        if self.besides {
            cells.push(text(besides(row)));
        }
        if self.blocked {
            cells.push(text(row.sums.at(Stage::Blocked)));
        }
        cells.extend([text(row.sums.actual()), text(row.sums.open()), left]);
        cells
    }
}

fn years(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-years"), |ui| {
        let rows = &values.years.rows;
        let seldom = Seldom::of(rows, ui.available_width());
        let sentence = |row: &BalanceRow, name: String, available: Money| {
            let words = [
                ("name", name),
                ("appropriated", cx.euro(volume(row))),
                ("actual", cx.euro(row.sums.actual())),
                ("open", cx.euro(row.sums.open())),
                ("available", cx.euro(available)),
            ];
            cx.f("screen-year-sentence", &words)
        };
        let total = &values.years.total;
        let (name, free) = (cx.t("total"), left_ahead(cx, values).free);
        let sum = seldom.cells(cx, total, name.clone(), Cell::Text(cx.money(free)));
        let table = Table::new("years", seldom.columns(cx)).choose(None);
        let table = table.sum(sum, sentence(total, name, free));
        let shown = table.show(ui, rows.len(), |index| {
            let row = &rows[index];
            let free = left(values, row).free;
            let written = if is_past(cx, row) && !free.is_zero() {
                Cell::Warn([cx.money(free), "*".to_owned()].join(" "))
            } else {
                Cell::Text(cx.money(free))
            };
            let year = row.key.clone();
            let cells = seldom.cells(cx, row, year.clone(), written);
            Row { cells, sentence: sentence(row, year, free) }
        });
        if let (Some(area), Some(edge)) = (shown.rows, shown.edges.get(1)) {
            let most = rows.iter().map(whole).max().unwrap_or_default();
            let lines: Vec<_> =
                rows.iter().map(|row| Line { sums: &row.sums, whole: whole(row) }).collect();
            let place = eframe::egui::Rect::from_x_y_ranges(edge.0..=edge.1, area.y_range());
            bar::bars(ui, "years-bars", place, &lines, most);
        }
        if shown.clicked.is_some() {
            cx.send(Action::Go(Route::Budget(None)));
        }
        ui.add_space(8.0);
        bar::legend(ui, cx);
        if seldom.hides(rows) {
            card::dim(ui, &cx.t("screen-besides-note"));
        }
        remarks(ui, cx, values);
    });
}

/// What the figures alone would hide: years that are over, shortfalls, what is bound ahead.
fn remarks(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    let tokens = ui.tokens();
    let small = |words: String| eframe::egui::RichText::new(words).size(SMALL);
    let rows = &values.years.rows;
    if rows.iter().any(|row| is_past(cx, row) && !left(values, row).free.is_zero()) {
        ui.label(small(cx.t("screen-past-note")).color(tokens.warn.text));
    }
    for row in rows {
        let standing = left(values, row);
        let words = |amount: Money| [("year", row.key.clone()), ("amount", cx.euro(amount))];
        if standing.short.is_positive() {
            let words = cx.f("screen-short-note", &words(standing.short));
            ui.label(small(words).color(tokens.late.text));
        }
        if standing.prebound.is_positive() {
            ui.label(small(cx.f("screen-prebound-note", &words(standing.prebound))));
        }
    }
}

fn recipients(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-recipients-by-amount"), |ui| {
        let rows = &values.recipients;
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
        let shown = Table::new("recipients", columns).choose(None).show(ui, rows.len(), |index| {
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
        });
        if let (Some(area), Some(edge)) = (shown.rows, shown.edges.get(1)) {
            // What was claimed back is not granted any more and still part of the Ist.
            let whole = |row: &RecipientRow| row.granted.max(row.sums.actual() + row.sums.open());
            let most = rows.iter().map(whole).max().unwrap_or_default();
            let lines: Vec<_> =
                rows.iter().map(|row| Line { sums: &row.sums, whole: whole(row) }).collect();
            let place = eframe::egui::Rect::from_x_y_ranges(edge.0..=edge.1, area.y_range());
            debug_assert!(area.height() > ROW / 2.0);
            bar::bars(ui, "recipients-bars", place, &lines, most);
        }
        if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
            cx.send(Action::Go(Route::Recipients(Some(row.key.clone()))));
        }
    });
}
