//! *Fristen*: what is due and what is overdue, of every case, milestone and fiscal year.

use eframe::egui::{ComboBox, Ui};

use crate::domain::Money;
use crate::domain::deadline::DeadlineKind;
use crate::store::view::DeadlineRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{filter_field, head, loaded, matches};

/// So many days ahead are near.
const NEAR: i64 = 90;

/// Which deadlines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    Overdue,
    #[default]
    Near,
    All,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Day,
    Amount,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Deadlines {
    filter: String,
    span: Span,
    order: Order,
    kind: Option<DeadlineKind>,
}

impl Deadlines {
    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        head(ui, &cx.t("screen-deadlines"), |ui| filter_field(ui, cx, &mut self.filter, 220.0));
        ui.add_space(4.0);
        let Some(all) = loaded(cx, ui, &cx.data.deadlines) else { return };
        self.choices(cx, ui, all);
        ui.add_space(6.0);
        let mut rows: Vec<&DeadlineRow> = all.iter().filter(|row| self.wants(cx, row)).collect();
        if self.order == Order::Amount {
            rows.sort_by_key(|row| std::cmp::Reverse(row.amount));
        }
        let height = ui.available_height();
        card::card(ui, |ui| list(ui, cx, &rows, height - 34.0));
    }

    /// Which deadlines, of which kind, in which order.
    fn choices(&mut self, cx: &Context<'_>, ui: &mut Ui, all: &[DeadlineRow]) {
        ui.horizontal_wrapped(|ui| {
            for (span, key) in [
                (Span::Overdue, "deadlines-overdue"),
                (Span::Near, "deadlines-near"),
                (Span::All, "deadlines-all"),
            ] {
                let words = cx.t(key);
                let button = Button::new(&words).bare().selected(self.span == span);
                if button.show(ui).clicked() {
                    self.span = span;
                }
            }
            ui.add_space(16.0);
            for (order, key) in
                [(Order::Day, "deadlines-by-day"), (Order::Amount, "deadlines-by-amount")]
            {
                let words = cx.t(key);
                let button = Button::new(&words).bare().selected(self.order == order);
                if button.show(ui).clicked() {
                    self.order = order;
                }
            }
            ui.add_space(16.0);
            self.kinds(cx, ui, all);
        });
    }

    fn kinds(&mut self, cx: &Context<'_>, ui: &mut Ui, all: &[DeadlineRow]) {
        let every = cx.t("deadlines-every-kind");
        let chosen = self.kind.map_or_else(|| every.clone(), |kind| cx.text.deadline(kind));
        let shown = ComboBox::from_id_salt("deadline-kind")
            .selected_text(chosen)
            .width(260.0)
            .truncate()
            .show_ui(ui, |ui| {
                ui.selectable_value(&mut self.kind, None, every);
                for kind in DeadlineKind::ALL {
                    let there = all.iter().any(|row| row.kind == *kind);
                    if there || self.kind == Some(*kind) {
                        ui.selectable_value(&mut self.kind, Some(*kind), cx.text.deadline(*kind));
                    }
                }
            });
        shown.response.accessible_name(cx.t("deadlines-kind"));
    }

    fn wants(&self, cx: &Context<'_>, row: &DeadlineRow) -> bool {
        let ahead = (row.due_on - cx.as_of).num_days();
        let within = match self.span {
            Span::Overdue => row.overdue,
            Span::Near => row.overdue || (0..=NEAR).contains(&ahead),
            Span::All => true,
        };
        let kind = cx.text.deadline(row.kind);
        let object = object(cx, row);
        within
            && self.kind.is_none_or(|wanted| wanted == row.kind)
            && matches(&self.filter, &[&kind, &row.recipient_name, &object])
    }
}

/// Grant, milestone, or title and year.
fn object(cx: &Context<'_>, row: &DeadlineRow) -> String {
    let grant = row.grant.as_ref().map(ToString::to_string);
    let name = row.name.as_ref().map(|name| cx.text.note(name).to_owned());
    let budget = row
        .budget
        .as_ref()
        .map(|(title, year)| [cx.text.title_short(title), year.0.to_string()].join(", "));
    let parts: Vec<String> = [name, grant, budget].into_iter().flatten().collect();
    if parts.is_empty() { row.object.clone() } else { parts.join(" · ") }
}

/// "überfällig seit 12 Tagen", "in 30 Tagen", "am Stichtag".
fn mark(cx: &Context<'_>, row: &DeadlineRow) -> String {
    let ahead = (row.due_on - cx.as_of).num_days();
    let days = cx.text.count("deadlines-days", ahead.abs(), &[]);
    match ahead {
        0 => cx.t("deadlines-now"),
        _ if row.overdue => cx.f("deadlines-overdue-by", &[("days", days)]),
        ..=-1 => cx.f("deadlines-over-since", &[("days", days)]),
        _ => cx.f("deadlines-in", &[("days", days)]),
    }
}

fn list(ui: &mut Ui, cx: &Context<'_>, rows: &[&DeadlineRow], height: f32) {
    if rows.is_empty() {
        card::empty(ui, &cx.t("deadlines-none"));
        return;
    }
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 100.0),
        Column::fixed(cx.t("screen-col-state"), 206.0),
        Column::text(cx.t("deadlines-what"), 220.0),
        Column::text(cx.t("screen-col-recipient"), 160.0),
        Column::text(cx.t("screen-col-object"), 190.0),
        Column::figure(cx.t("screen-col-amount"), 130.0),
    ];
    let count = cx.text.count("deadlines-count", i64::try_from(rows.len()).unwrap_or(0), &[]);
    let mut total = vec![Cell::Text(count.clone())];
    total.extend([const { Cell::Empty }; 5]);
    let overdue: Money = rows.iter().filter(|row| row.overdue).filter_map(|row| row.amount).sum();
    let late = rows.iter().filter(|row| row.overdue).count();
    let late = cx.text.count("deadlines-late", i64::try_from(late).unwrap_or(0), &[]);
    total[2] = Cell::Text(late.clone());
    let sentence = [count, late, cx.euro(overdue)].join(", ");
    let table = Table::new("deadlines", columns).choose(None).sum(total, sentence).height(height);
    let shown = table.show_wide(ui, rows.len(), |index| {
        let row = rows[index];
        let (day, mark, what) =
            (cx.text.day(row.due_on), mark(cx, row), cx.text.deadline(row.kind));
        let object = object(cx, row);
        let amount = row.amount.map(|amount| cx.euro(amount)).unwrap_or_default();
        let said = [&day, &mark, &what, &row.recipient_name, &object, &amount];
        let said = said.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
        let sentence = said.collect::<Vec<_>>().join(", ");
        let meaning = if row.overdue { Meaning::Late } else { Meaning::Quiet };
        let cells = vec![
            Cell::Text(day),
            Cell::Chip(meaning, mark),
            Cell::Text(what),
            Cell::Text(row.recipient_name.clone()),
            Cell::Dim(object),
            row.amount.map_or(Cell::Empty, |amount| Cell::Text(cx.money(amount))),
        ];
        Row { cells, sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        cx.send(Action::Go(target(row)));
    }
}

/// Where a deadline leads.
fn target(row: &DeadlineRow) -> Route {
    match (&row.grant, &row.budget, row.kind) {
        (Some(grant), _, _) => Route::Grants(Some(grant.clone())),
        (None, Some(budget), _) => Route::Budget(Some(budget.clone())),
        (None, None, DeadlineKind::Milestone) => Route::Milestones,
        (None, None, _) => Route::Budget(None),
    }
}
