//! *Meilensteine*: what shall be reached, plan, forecast and actual date with their precision, and
//! the indicators.

mod chart;
mod indicators;

use eframe::egui::Ui;

use crate::domain::{Day, ImpreciseDate, Kind};
use crate::store::view::{IndicatorRow, MilestoneRow, MilestoneState};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::narrow::{self, Narrowed};
use crate::ui::route::Route;
use crate::ui::theme::GAP;
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, Value, row_id};
use crate::ui::widget::timeline::{self, Span, Timeline};

use super::{filter_field, head, kind_button, loaded, matches, scrolling};

/// The screen.
#[derive(Debug, Default)]
pub struct Milestones {
    list: ListState,
    narrowed: Narrowed,
    made: Made,
}

/// What is made of the milestones, anew only when they or what is typed change: to go through
/// tens of thousands takes longer than a frame may.
#[derive(Debug, Default)]
struct Made {
    basis: Option<Basis>,
    /// Places of those that contain what is typed.
    places: Vec<usize>,
    span: Option<Span>,
    /// One at least is linked to a due line.
    linked: bool,
}

/// Reading, number of milestones, language, Stichtag, what is typed, and what it is narrowed to.
type Basis = (u64, usize, Lang, Day, String, Narrowed);

impl Made {
    fn renew(
        &mut self,
        cx: &Context<'_>,
        rows: &[MilestoneRow],
        (typed, narrowed): (&str, &Narrowed),
    ) {
        let typed = typed.trim().to_lowercase();
        let narrowed = narrowed.clone();
        let basis = (cx.data.readings, rows.len(), cx.lang(), cx.as_of, typed, narrowed);
        if self.basis.as_ref() == Some(&basis) {
            return;
        }
        let wanted = |row: &MilestoneRow| {
            basis.5.holds_milestone(row) && (basis.4.is_empty() || row.contains(cx, &basis.4))
        };
        let all = rows.iter().enumerate();
        self.places = all.filter(|(_, row)| wanted(row)).map(|(at, _)| at).collect();
        self.span = timeline::span_of(self.places.iter().filter_map(|at| rows.get(*at)), cx);
        self.linked = rows.iter().any(|row| row.due.is_some() || row.blocking_clause.is_some());
        self.basis = Some(basis);
    }
}

impl Milestones {
    /// Narrows the screen to what makes up a figure.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.list.forget();
        self.narrowed = narrowed;
    }

    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "milestones", |ui| {
            head(ui, &cx.t("screen-milestones"), |ui| {
                filter_field(ui, cx, &mut self.list.words, 240.0);
            });
            steps(ui, cx);
            self.narrowed.show(ui, cx);
            let Some(rows) = loaded(cx, ui, &cx.data.milestones) else { return };
            ui.spacing_mut().item_spacing.y = GAP;
            if rows.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-no-milestones")));
                self.indicators(cx, ui);
                return;
            }
            self.made.renew(cx, rows, (&self.list.words, &self.narrowed));
            let places = &self.made.places;
            if self.narrowed.is_about_indicators() {
                self.indicators(cx, ui);
                return;
            }
            card::titled(ui, &cx.t("screen-milestones-line"), |ui| {
                let forecasts = cx.data.forecasts.value();
                let line = Timeline::placed(rows, places, self.made.span);
                let chosen = line.forecasts(forecasts).owners().show(ui, cx);
                let chosen = chosen.and_then(|index| places.get(index));
                if let Some(row) = chosen.and_then(|at| rows.get(*at)) {
                    go(cx, row);
                }
                card::dim(ui, &cx.t("screen-milestones-legend"));
            });
            let (state, linked, narrowed) = (&mut self.list, self.made.linked, &self.narrowed);
            card::titled(ui, &cx.t("screen-milestones-list"), |ui| {
                list(ui, cx, state, (rows, linked, narrowed));
            });
            if *narrowed == Narrowed::default() {
                self.indicators(cx, ui);
            }
        });
    }

    fn indicators(&self, cx: &Context<'_>, ui: &mut Ui) {
        let Some(overview) = cx.data.overview.value() else { return };
        let wanted = |row: &&IndicatorRow| {
            self.narrowed.holds_indicator(row)
                && matches(&self.list.words, &[cx.text.note(&row.name)])
        };
        let rows: Vec<_> = overview.indicators.iter().filter(wanted).collect();
        indicators::show(ui, cx, &rows);
    }
}

/// To the case of a milestone; one of the programme has none.
fn go(cx: &Context<'_>, row: &MilestoneRow) {
    if let Some(grant) = row.grant.clone() {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}

/// The due line that a milestone is linked to, and whether payments wait for it.
fn link(cx: &Context<'_>, row: &MilestoneRow) -> String {
    let due = timeline::due(cx, row);
    match &row.blocking_clause {
        Some(clause) if row.blocks() => {
            cx.f("case-blocks", &[("due", due), ("clause", clause.clone())])
        }
        Some(clause) => cx.f("case-blocked", &[("due", due), ("clause", clause.clone())]),
        None => due,
    }
}

/// What can be booked of milestones and indicators.
fn steps(ui: &mut Ui, cx: &Context<'_>) {
    let steps = [
        Kind::MilestonePlanned,
        Kind::MilestoneForecast,
        Kind::MilestoneReached,
        Kind::IndicatorDefined,
        Kind::IndicatorRead,
    ];
    ui.horizontal_wrapped(|ui| {
        for kind in steps {
            let words = waiting::opens(cx, kind);
            let button = Button::new(&words).icon(Icon::Add);
            if kind_button(ui, cx, kind, button) {
                cx.send(Action::book(kind, Occasion::default()));
            }
        }
    });
}

fn list(
    ui: &mut Ui,
    cx: &Context<'_>,
    state: &mut ListState,
    (rows, linked, narrowed): (&[MilestoneRow], bool, &Narrowed),
) {
    let columns = vec![
        Column::choice("state", cx.t("screen-col-state"), 112.0),
        Column::text("milestone", cx.t("screen-col-milestone"), 240.0),
        Column::text("recipient", cx.t("screen-col-recipient"), 150.0),
        Column::day("plan", cx.t("milestone-plan"), 124.0),
        Column::day("forecast", cx.t("milestone-forecast"), 124.0),
        Column::day("actual", cx.t("milestone-actual"), 132.0),
    ];
    let row = if linked { 44.0 } else { 30.0 };
    #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
    let height = (rows.len() as f32).mul_add(row, 150.0).min(520.0);
    let list = List::new("list", "list-milestones", columns)
        .height(height)
        .saved_as(cx.t("screen-milestones"));
    let list = if linked { list.tall() } else { list };
    let keep = |row: &MilestoneRow| narrowed.holds_milestone(row);
    let some = (rows, narrowed.salt(cx.as_of), &keep as &dyn Fn(&_) -> _);
    let happened = list.show_some(ui, cx, state, some);
    let opened = happened.opened.and_then(|id| rows.iter().find(|row| row.id() == id));
    if let Some(grant) = opened.and_then(|row| row.grant.clone()) {
        cx.send(Action::Go(Route::Grants(Some(grant))));
    }
}

fn state(cx: &Context<'_>, row: &MilestoneRow) -> (Meaning, String) {
    let meaning = match row.state {
        MilestoneState::Late | MilestoneState::Delayed => Meaning::Late,
        MilestoneState::Planned | MilestoneState::Unplanned | MilestoneState::Undated => {
            Meaning::Quiet
        }
        MilestoneState::Reached => Meaning::Good,
    };
    (meaning, cx.t(narrow::state_key(row.state)))
}

/// The recipient with its type; nothing at programme level.
fn whose(cx: &Context<'_>, row: &MilestoneRow) -> String {
    cx.recipient_if(row.recipient_type, &row.recipient_name)
}

impl Item for MilestoneRow {
    fn id(&self) -> RowId {
        row_id(&self.milestone)
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let date = |date: Option<ImpreciseDate>| {
            let day = |date: ImpreciseDate| Value::Date(date.last_day(), cx.text.date(&date));
            date.map_or_else(Cell::nothing, |date| Cell::of(day(date)))
        };
        match column {
            "state" => {
                let (meaning, word) = state(cx, self);
                Cell::chip(meaning, word)
            }
            "milestone" => Cell::text(cx.text.note(&self.name)).below(link(cx, self)),
            "recipient" => Cell::text(whose(cx, self)),
            "plan" => date(self.plan),
            "forecast" => date(self.forecast),
            _ => date(self.actual),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let (_, word) = state(cx, self);
        let name = cx.text.note(&self.name).to_owned();
        let dates = timeline::words(cx, self);
        let said = [word, name, whose(cx, self), dates, link(cx, self)];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        matches(typed, &[cx.text.note(&self.name), &whose(cx, self)])
    }
}
