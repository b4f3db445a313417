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

use std::collections::HashMap;

use eframe::egui::Ui;

use crate::domain::procedure::CaseState;
use crate::domain::{FileNumber, Kind, Money, Stage};
use crate::store::view::{CaseRow, GrantDetail, GrantRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::narrow::Narrowed;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};
use crate::ui::widget::region::{self, Region};

use super::{CASE, case_button, columns_beside, filter_field, head, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Grants {
    list: ListState,
    narrowed: Narrowed,
    lines: Vec<Line>,
    /// Which reading the lines were made of.
    read: Option<u64>,
    page: page::Page,
}

impl Grants {
    /// Narrows the list to what makes up a figure.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.list.forget();
        self.narrowed = narrowed;
    }

    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&FileNumber>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        if let Some(grant) = chosen.filter(|_| ui.available_width() < BESIDE) {
            self.alone(ui, cx, grant);
            return;
        }
        let weights: &[f32] = if chosen.is_some() { &[0.52, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(grant)) => {
                region::begin(ui, Region::Detail, ui.max_rect());
                detail::detail(ui, cx, grant, (&mut self.page, height));
            }
            _ => self.list(ui, cx, chosen, height),
        });
    }

    /// A case where there is no room for the list beside it, and the way back to that.
    fn alone(&mut self, ui: &mut Ui, cx: &Context<'_>, grant: &FileNumber) {
        if Button::new(&cx.t("screen-all-grants")).icon(Icon::Grant).show(ui).clicked() {
            cx.send(Action::Go(Route::Grants(None)));
        }
        ui.add_space(6.0);
        let height = ui.available_height();
        region::begin(ui, Region::Detail, ui.max_rect());
        detail::detail(ui, cx, grant, (&mut self.page, height));
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&FileNumber>, height: f32) {
        card::card(ui, |ui| {
            head(ui, &cx.t("screen-grants"), |ui| {
                if chosen.is_none() {
                    let leads = CASE.into_iter().find(|kind| cx.may_book(*kind));
                    for kind in CASE {
                        case_button(ui, cx, kind, leads == Some(kind));
                    }
                    filter_field(ui, cx, &mut self.list.words, 220.0);
                }
            });
            if chosen.is_some() {
                let width = ui.available_width();
                filter_field(ui, cx, &mut self.list.words, width);
            }
            let Some(grants) = loaded(cx, ui, &cx.data.grants) else { return };
            let Some(cases) = loaded(cx, ui, &cx.data.cases) else { return };
            if cases.is_empty() {
                card::empty(ui, &cx.t("screen-no-grants"));
                return;
            }
            self.follow(cx, cases, grants);
            let narrow = ui.available_width() < super::NARROW;
            let used = if chosen.is_some() { 108.0 } else { 66.0 };
            let used = if narrow { used + 40.0 } else { used };
            let width = ui.available_width();
            let (columns, unseen) = columns(cx, width);
            let list = List::new("grants", "list-cases", columns)
                .unseen(unseen)
                .chosen(chosen.map(row_id))
                .height(height - used)
                .narrowed(self.narrowed.words(cx))
                .saved_as(cx.t("screen-grants"));
            let list = if width > WIDE { list.ordered("list-cases-order") } else { list.tall() };
            let narrowed = &self.narrowed;
            let keep =
                |line: &Line| line.case(cx).is_some_and(|case| narrowed.holds_case(case, cx.as_of));
            let some = (self.lines.as_slice(), narrowed.salt(cx.as_of), &keep as &dyn Fn(&_) -> _);
            let happened = list.show_some(ui, cx, &mut self.list, some);
            self.narrowed.follow(&happened);
            if let Some(row) = happened.opened.and_then(|id| self.find(cases, id)) {
                let again = Some(&row.grant) == chosen;
                cx.send(Action::Go(Route::Grants((!again).then(|| row.grant.clone()))));
            }
        });
    }

    /// Puts the rows in order when others have been read.
    fn follow(&mut self, cx: &Context<'_>, cases: &[CaseRow], grants: &[GrantRow]) {
        let read = Some(cx.data.readings);
        if self.read != read {
            self.lines = lines(cases, grants);
            self.read = read;
        }
    }

    fn find<'a>(&self, cases: &'a [CaseRow], id: RowId) -> Option<&'a CaseRow> {
        let line = self.lines.iter().find(|line| line.id == id)?;
        cases.get(line.case)
    }
}

/// A case of the list, with its sums once it is a grant; by its place in what was read.
#[derive(Clone, Copy, Debug)]
struct Line {
    id: RowId,
    case: usize,
    grant: Option<usize>,
}

impl Line {
    fn case<'a>(&self, cx: &'a Context<'_>) -> Option<&'a CaseRow> {
        cx.data.cases.value()?.get(self.case)
    }

    /// Granted, paid, open; nothing of it without a grant.
    fn amounts(&self, cx: &Context<'_>) -> Option<[Money; 3]> {
        let row = cx.data.grants.value()?.get(self.grant?)?;
        Some([row.granted, row.sums.actual(), row.sums.open()])
    }
}

/// Applications that wait first, then the grants in their order, then what came to nothing.
fn lines(cases: &[CaseRow], grants: &[GrantRow]) -> Vec<Line> {
    let places: HashMap<&str, usize> =
        grants.iter().enumerate().map(|(at, row)| (row.grant.as_str(), at)).collect();
    let all = cases.iter().enumerate().map(|(case, row)| {
        let grant = places.get(row.grant.as_str()).copied();
        let done = matches!(row.state, CaseState::Rejected | CaseState::Withdrawn);
        let group = if done { 2 } else { u8::from(grant.is_some()) };
        (group, Line { id: row_id(&row.grant), case, grant })
    });
    let mut lines: Vec<(u8, Line)> = all.collect();
    lines.sort_by_key(|(group, line)| (*group, line.grant));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// From these widths on the list has columns for purpose, for the amount applied for, and for
/// all amounts at all.
const WITH_PURPOSE: f32 = 1075.0;
const WITH_REQUESTED: f32 = 890.0;
const WIDE: f32 = 700.0;
/// From this width on the list stands beside a case.
const BESIDE: f32 = 800.0;

/// Columns of the list, as many as there is room for, and those for which there is none.
fn columns(cx: &Context<'_>, width: f32) -> (Vec<Column>, Vec<Column>) {
    let amount = |key, head: &str| Column::amount(key, cx.t(head), 114.0);
    if width <= WIDE {
        return columns_beside(cx, width, 130.0);
    }
    let mut columns = vec![
        Column::fixed("grant", cx.t("file-number"), 118.0),
        Column::text("recipient", cx.t("screen-col-recipient"), 130.0),
    ];
    let purpose = width >= WITH_PURPOSE;
    if purpose {
        columns.push(Column::text("purpose", cx.t("purpose"), 150.0));
    }
    let state = if purpose { 226.0 } else { 186.0 };
    columns.push(Column::choice("state", cx.t("screen-col-state"), state));
    if width >= WITH_REQUESTED {
        columns.push(amount("requested", "case-requested"));
    }
    columns.push(amount("granted", "screen-col-granted"));
    columns.push(amount("actual", "screen-col-actual"));
    columns.push(amount("open", "screen-col-open"));
    (columns, Vec::new())
}

impl Item for Line {
    fn id(&self) -> RowId {
        self.id
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let Some(case) = self.case(cx) else { return Cell::nothing() };
        let amount = |at: usize| Cell::perhaps(self.amounts(cx).map(|amounts| amounts[at]));
        let name = || cx.recipient(case.recipient_type, &case.recipient_name);
        match column {
            "grant" => Cell::text(case.grant.as_str()),
            "recipient" => Cell::text(name()),
            "purpose" => Cell::text(case.purpose.clone()).dim(),
            "state" => Cell::chip(step::meaning(case.state), cx.text.case_state(case.state)),
            "requested" => Cell::perhaps(case.requested),
            "granted" => amount(0),
            "actual" => amount(1),
            "open" => amount(2),
            _ => {
                let below = [case.grant.as_str(), &cx.text.case_state(case.state)].join(" · ");
                Cell::text(name()).below(below)
            }
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let Some(case) = self.case(cx) else { return String::new() };
        let said = self.amounts(cx).map_or_else(
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
            ("name", cx.recipient(case.recipient_type, &case.recipient_name)),
            ("state", cx.text.case_state(case.state)),
            ("amounts", said),
        ];
        cx.f("case-sentence", &values)
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let Some(case) = self.case(cx) else { return false };
        let name = cx.recipient(case.recipient_type, &case.recipient_name);
        let state = cx.text.case_state(case.state);
        matches(typed, &[case.grant.as_str(), &name, &case.purpose, &state])
    }
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
