//! *Zuwendungen*: applications and grants with their state, and one case in full.

mod around;
mod detail;
mod draws;
mod entries;
mod head;
mod lines;
mod money;
mod next;
mod page;
mod plan;
mod procedure;
mod progress;
mod step;
mod versions;

use eframe::egui::Ui;

use crate::domain::procedure::CaseState;
use crate::domain::{FileNumber, Kind, Money, Stage};
use crate::store::view::{CaseRow, GrantDetail, GrantRow};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{filter_field, head, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Grants {
    filter: String,
    page: page::Page,
}

impl Grants {
    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&FileNumber>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        let weights: &[f32] = if chosen.is_some() { &[0.52, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(grant)) => {
                detail::detail(ui, cx, grant, (&mut self.page, height));
            }
            _ => self.list(ui, cx, chosen, height),
        });
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&FileNumber>, height: f32) {
        card::card(ui, |ui| {
            head(ui, &cx.t("screen-grants"), |ui| {
                let words =
                    cx.t(if chosen.is_some() { "screen-new" } else { "screen-issue-grant" });
                let button = Button::new(&words).icon(Icon::Add).primary(chosen.is_none());
                if button.enabled(cx.can_book()).show(ui).clicked() {
                    cx.send(Action::Open(Ask::IssueGrant(None)));
                }
                if chosen.is_none() {
                    let words = cx.t("screen-new-application");
                    let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
                    if button.show(ui).clicked() {
                        cx.send(Action::book(Kind::ApplicationReceived, Occasion::default()));
                    }
                    filter_field(ui, cx, &mut self.filter, 220.0);
                }
            });
            if chosen.is_some() {
                let width = ui.available_width();
                filter_field(ui, cx, &mut self.filter, width);
            }
            let Some(grants) = loaded(cx, ui, &cx.data.grants) else { return };
            let Some(all) = loaded(cx, ui, &cx.data.cases) else { return };
            let wanted = |line: &Line<'_>| {
                let row = line.case;
                let state = cx.text.case_state(row.state);
                let name = cx.recipient(row.recipient_type, &row.recipient_name);
                matches(&self.filter, &[row.grant.as_str(), &name, &row.purpose, &state])
            };
            let rows: Vec<Line<'_>> = lines(all, grants).into_iter().filter(wanted).collect();
            if rows.is_empty() {
                let key = if all.is_empty() { "screen-no-grants" } else { "screen-no-match" };
                card::empty(ui, &cx.t(key));
                return;
            }
            let narrow = ui.available_width() < super::NARROW;
            let used = if chosen.is_some() { 116.0 } else { 74.0 };
            let used = if narrow { used + 40.0 } else { used };
            if let Some(row) = table(ui, cx, &rows, chosen, height - used) {
                let again = Some(&row.grant) == chosen;
                cx.send(Action::Go(Route::Grants((!again).then(|| row.grant.clone()))));
            }
        });
    }
}

/// A case of the list, with its sums once it is a grant.
#[derive(Clone, Copy)]
struct Line<'a> {
    case: &'a CaseRow,
    grant: Option<&'a GrantRow>,
}

impl Line<'_> {
    /// Granted, paid, open; nothing of it without a grant.
    fn amounts(self) -> Option<[Money; 3]> {
        self.grant.map(|row| [row.granted, row.sums.actual(), row.sums.open()])
    }
}

/// Applications that wait first, then the grants in their order, then what came to nothing.
fn lines<'a>(cases: &'a [CaseRow], grants: &'a [GrantRow]) -> Vec<Line<'a>> {
    let place = |case: &CaseRow| grants.iter().position(|row| row.grant == case.grant);
    let mut lines: Vec<(u8, Option<usize>, Line<'a>)> = cases
        .iter()
        .map(|case| {
            let at = place(case);
            let done = matches!(case.state, CaseState::Rejected | CaseState::Withdrawn);
            let group = if done { 2 } else { u8::from(at.is_some()) };
            (group, at, Line { case, grant: at.and_then(|at| grants.get(at)) })
        })
        .collect();
    lines.sort_by_key(|(group, at, _)| (*group, *at));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// From these widths on the list has columns for purpose, for the amount applied for, and for
/// all amounts at all.
const WITH_PURPOSE: f32 = 1075.0;
const WITH_REQUESTED: f32 = 890.0;
const WIDE: f32 = 700.0;

/// Columns of the list, as many as there is room for.
fn columns(cx: &Context<'_>, width: f32) -> Vec<Column> {
    let mut columns = vec![Column::text(cx.t("screen-col-recipient"), 130.0)];
    if width <= WIDE {
        columns.push(Column::figure(cx.t("screen-col-granted"), 106.0));
        return columns;
    }
    columns.insert(0, Column::fixed(cx.t("file-number"), 112.0));
    let purpose = width >= WITH_PURPOSE;
    if purpose {
        columns.push(Column::text(cx.t("purpose"), 150.0));
    }
    let state = if purpose { 226.0 } else { 186.0 };
    columns.push(Column::fixed(cx.t("screen-col-state"), state));
    if width >= WITH_REQUESTED {
        columns.push(Column::figure(cx.t("case-requested"), 114.0));
    }
    columns.push(Column::figure(cx.t("screen-col-granted"), 114.0));
    columns.push(Column::figure(cx.t("screen-col-actual"), 114.0));
    columns.push(Column::figure(cx.t("screen-col-open"), 114.0));
    columns
}

fn row(cx: &Context<'_>, line: Line<'_>, width: f32) -> Row {
    let case = line.case;
    let name = cx.recipient(case.recipient_type, &case.recipient_name);
    let state = cx.text.case_state(case.state);
    let requested = case.requested.map(|amount| cx.money(amount));
    let said = line.amounts().map_or_else(
        || {
            let amount = cx.euro(case.requested.unwrap_or_default());
            cx.f("case-requested-amount", &[("amount", amount)])
        },
        |[granted, actual, open]| {
            let values = [
                ("granted", cx.euro(granted)),
                ("actual", cx.euro(actual)),
                ("open", cx.euro(open)),
            ];
            cx.f("case-amounts", &values)
        },
    );
    let values = [
        ("grant", case.grant.to_string()),
        ("name", name.clone()),
        ("state", state.clone()),
        ("amounts", said),
    ];
    let sentence = cx.f("case-sentence", &values);
    let nil = || Cell::Dim("–".to_owned());
    let number = case.grant.to_string();
    let cells = if width > WIDE {
        let mut cells = vec![Cell::Text(number), Cell::Text(name)];
        if width >= WITH_PURPOSE {
            cells.push(Cell::Dim(case.purpose.clone()));
        }
        cells.push(Cell::Chip(step::meaning(case.state), state));
        if width >= WITH_REQUESTED {
            cells.push(requested.map_or_else(nil, Cell::Dim));
        }
        match line.amounts() {
            Some(amounts) => cells.extend(amounts.map(|amount| Cell::Text(cx.money(amount)))),
            None => cells.extend([nil(), nil(), nil()]),
        }
        cells
    } else {
        let granted = line.amounts().map(|[granted, ..]| cx.money(granted));
        let below = [number, state].join(" · ");
        let asked = || Cell::Two(requested.unwrap_or_default(), cx.t("case-requested"));
        vec![Cell::Two(name, below), granted.map_or_else(asked, Cell::Text)]
    };
    Row { cells, sentence }
}

fn table<'a>(
    ui: &mut Ui,
    cx: &Context<'_>,
    lines: &[Line<'a>],
    chosen: Option<&FileNumber>,
    height: f32,
) -> Option<&'a CaseRow> {
    let width = ui.available_width();
    let wide = width > WIDE;
    let sum = |at: usize| lines.iter().filter_map(|line| Some(line.amounts()?[at])).sum::<Money>();
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    let grants = lines.iter().filter(|line| line.grant.is_some()).count();
    let mut count = cx.text.count("grants", number(grants), &[]);
    if grants < lines.len() {
        let others = cx.text.count("case-applications", number(lines.len() - grants), &[]);
        count = [count, others].join(", ");
    }
    let sentence = [count.clone(), cx.euro(sum(0))].join(", ");
    let amounts = [sum(0), sum(1), sum(2)].map(|amount| Cell::Text(cx.money(amount)));
    let total = if wide {
        let mut total = vec![Cell::Text(cx.t("total")), Cell::Text(count)];
        let others = columns(cx, width).len() - total.len() - amounts.len();
        total.extend((0..others).map(|_| Cell::Empty));
        total.extend(amounts);
        total
    } else {
        let [granted, ..] = amounts;
        vec![Cell::Text(count), granted]
    };
    let selected = lines.iter().position(|line| Some(&line.case.grant) == chosen);
    let table = Table::new("grants", columns(cx, width)).choose(selected).sum(total, sentence);
    let table = if wide { table } else { table.tall() };
    let shown = table.height(height);
    let shown = if wide {
        shown.show_wide(ui, lines.len(), |index| row(cx, lines[index], width))
    } else {
        shown.show(ui, lines.len(), |index| row(cx, lines[index], width))
    };
    shown.clicked.and_then(|index| lines.get(index)).map(|line| line.case)
}

/// What the grant waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Confirm,
    Order,
    Draw,
    Done,
}

impl Step {
    fn of(detail: &GrantDetail) -> Self {
        let waits = |kind: Kind| {
            detail.moves.iter().any(|row| row.kind == kind && row.undecided.is_positive())
        };
        if waits(Kind::PaymentOrdered) {
            Self::Confirm
        } else if waits(Kind::DrawRequested) {
            Self::Order
        } else if detail.row.sums.at(Stage::Committed).is_positive() {
            Self::Draw
        } else {
            Self::Done
        }
    }
}
