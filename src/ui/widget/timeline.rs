//! Milestones on a line of time: plan dashed, forecast pale, reached full; the words say it too.
//!
//! A day is a point, everything less exact is as wide as it is uncertain. Forecasts that do not
//! hold any more stay visible, thin, below the one in force.

mod paint;
mod span;

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::button::{focus_ring, keep_in_sight};
use super::{Part, line, paint_stack, stack_height};
use crate::domain::date::Precision;
use crate::domain::{Day, ImpreciseDate};
use crate::store::view::{Forecasts, MilestoneRow, MilestoneState};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::hint::Hint as _;
use chrono::Datelike;

pub use span::Span;

/// Height of a row, and of one among many that are all alike.
const ROW: f32 = 42.0;
const HIGH: f32 = 58.0;
const HEAD: f32 = 24.0;
const FOOT: f32 = 20.0;
/// Room between the names and the chart.
const AFTER: f32 = 14.0;
/// Room that the words of a part of the axis need.
const WORDS: f32 = 84.0;
/// From so many rows on only the visible ones are made.
const MANY: usize = 40;

/// Milestones on a line of time.
pub struct Timeline<'a> {
    rows: Rows<'a>,
    span: Option<Span>,
    forecasts: Option<&'a Forecasts>,
    owners: bool,
}

/// The milestones of a line, one after the other or by their places among others.
#[derive(Clone, Copy)]
enum Rows<'a> {
    These(&'a [&'a MilestoneRow]),
    Placed(&'a [MilestoneRow], &'a [usize]),
}

impl<'a> Rows<'a> {
    const fn len(self) -> usize {
        match self {
            Self::These(rows) => rows.len(),
            Self::Placed(_, places) => places.len(),
        }
    }

    fn get(self, index: usize) -> Option<&'a MilestoneRow> {
        match self {
            Self::These(rows) => rows.get(index).copied(),
            Self::Placed(rows, places) => places.get(index).and_then(|at| rows.get(*at)),
        }
    }
}

impl<'a> Timeline<'a> {
    /// These milestones, one below the other.
    #[must_use]
    pub const fn new(rows: &'a [&'a MilestoneRow]) -> Self {
        Self { rows: Rows::These(rows), span: None, forecasts: None, owners: false }
    }

    /// Those at these places among many, whose span is known: nothing is gone through in a frame
    /// but what can be seen.
    #[must_use]
    pub const fn placed(rows: &'a [MilestoneRow], places: &'a [usize], span: Option<Span>) -> Self {
        Self { rows: Rows::Placed(rows, places), span, forecasts: None, owners: false }
    }

    /// With the forecasts that came before the one in force.
    #[must_use]
    pub const fn forecasts(mut self, forecasts: Option<&'a Forecasts>) -> Self {
        self.forecasts = forecasts;
        self
    }

    /// With recipient and file number below the name.
    #[must_use]
    pub const fn owners(mut self) -> Self {
        self.owners = true;
        self
    }

    /// Shows them; the one that was chosen.
    pub fn show(self, ui: &mut Ui, cx: &Context<'_>) -> Option<usize> {
        let all = || (0..self.rows.len()).filter_map(|index| self.rows.get(index));
        let span = self.span.or_else(|| span_of(all(), cx))?;
        let names = (ui.available_width() * 0.36).clamp(120.0, 420.0);
        let left = ui.available_rect_before_wrap().left();
        let chart = left + names..=left + ui.available_width() - 10.0;
        let before = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.y = 0.0;
        let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let top = head.bottom();
        // Few rows are as high as their words.
        let few = self.rows.len() <= MANY;
        let room = names - AFTER;
        let heights: Vec<f32> = if few {
            all().map(|row| stack_height(ui, room, &self.parts(ui, cx, row)).max(ROW)).collect()
        } else {
            Vec::new()
        };
        let all = if few { heights.iter().sum() } else { HIGH * rows_as_points(self.rows.len()) };
        let frame = Rect::from_x_y_ranges(chart, head.top()..=top + all);
        axis(ui, cx, frame, span);
        // Below the words, so that they stay readable.
        let day = day_line(ui, cx, frame, span);
        let mut chosen = None;
        let visible = visible(ui, top, self.rows.len());
        ui.add_space(HIGH * rows_as_points(visible.start));
        for index in visible.clone() {
            let Some(row) = self.rows.get(index) else { continue };
            let height = heights.get(index).copied().unwrap_or(HIGH);
            if self.row(ui, cx, (row, span), (frame, height)).clicked() {
                chosen = Some(index);
            }
        }
        ui.add_space(HIGH * rows_as_points(self.rows.len() - visible.end));
        stichtag(ui, cx, frame, day);
        ui.spacing_mut().item_spacing = before;
        chosen
    }

    fn row(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (milestone, span): (&MilestoneRow, Span),
        (chart, height): (Rect, f32),
    ) -> Response {
        let tokens = ui.tokens();
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let name = cx.text.note(&milestone.name);
        let forecasts = self.forecasts.and_then(|all| all.get(&milestone.milestone));
        let earlier = earlier(milestone, forecasts.map_or(&[], Vec::as_slice));
        let told = sentence(cx, milestone, earlier);
        let sentence = [name, told.as_str()].join(": ");
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &sentence));
        keep_in_sight(&response);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(4), tokens.hover);
        }
        focus_ring(ui, &response, rect.shrink(2.0), 4);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line_soft));
        let place = Rect::from_x_y_ranges(chart.x_range(), rect.y_range());
        let left = Rect::from_min_max(rect.min, pos2(chart.left() - AFTER, rect.bottom()));
        let cut = self.name(ui, cx, left, milestone);
        let dates: Vec<ImpreciseDate> = earlier.iter().map(|row| row.date).collect();
        let label = label(cx, milestone);
        let ground = if response.hovered() { tokens.hover } else { tokens.card };
        let marks = paint::Marks { milestone, earlier: &dates, label: &label, ground };
        paint::marks(ui, place, span, &marks);
        if let Some(cut) = cut {
            return response.hint([cut, told].join("\n"));
        }
        if !earlier.is_empty() {
            return response.hint(sentence);
        }
        response
    }

    /// The name, and with owners whose it is below.
    fn parts(&self, ui: &Ui, cx: &Context<'_>, milestone: &MilestoneRow) -> Vec<Part> {
        let tokens = ui.tokens();
        let name = cx.text.note(&milestone.name).to_owned();
        let owner = self.owners.then(|| owner(cx, milestone));
        let owner = owner.map(|owner| (owner, fonts::regular(SMALL), tokens.dim));
        [(name, fonts::regular(BODY), tokens.text)].into_iter().chain(owner).collect()
    }

    /// Paints the name and what stands below it; both where they had to be cut.
    fn name(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        rect: Rect,
        milestone: &MilestoneRow,
    ) -> Option<String> {
        let parts = self.parts(ui, cx, milestone);
        let cut = paint_stack(ui, rect, &parts) > rect.height();
        cut.then(|| parts.into_iter().map(|part| part.0).collect::<Vec<_>>().join("\n"))
    }
}

/// Whole half-years around all dates of these milestones and the Stichtag.
pub fn span_of<'a>(rows: impl Iterator<Item = &'a MilestoneRow>, cx: &Context<'_>) -> Option<Span> {
    let dates = rows.flat_map(|row| [row.plan, row.forecast, row.actual]);
    Span::of(dates.flatten(), cx.as_of)
}

/// Recipient and file number, or that it is of the programme.
fn owner(cx: &Context<'_>, milestone: &MilestoneRow) -> String {
    let whose = match milestone.recipient_type {
        Some(kind) => cx.recipient(kind, &milestone.recipient_name),
        None => cx.t("screen-programme-level"),
    };
    let grant = milestone.grant.as_ref().map(ToString::to_string);
    [Some(whose), grant].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Forecasts that do not hold any more: all but the last, or all once it is reached.
fn earlier<'a>(
    milestone: &MilestoneRow,
    forecasts: &'a [crate::store::view::ForecastRow],
) -> &'a [crate::store::view::ForecastRow] {
    if milestone.actual.is_some() {
        return forecasts;
    }
    forecasts.split_last().map_or(&[], |(_, earlier)| earlier)
}

/// The rows that can be seen; all of them while they are few.
fn visible(ui: &Ui, top: f32, count: usize) -> std::ops::Range<usize> {
    if count <= MANY {
        return 0..count;
    }
    let clip = ui.clip_rect();
    let at = |y: f32| points_as_rows((y - top) / HIGH).min(count);
    at(clip.top())..at(clip.bottom() + HIGH)
}

#[expect(clippy::cast_precision_loss, reason = "a position on the screen")]
const fn rows_as_points(rows: usize) -> f32 {
    rows as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position on the screen, not below zero"
)]
fn points_as_rows(points: f32) -> usize {
    points.max(0.0) as usize
}

/// Plan, forecast and actual date as words, and how late it is.
#[must_use]
pub fn words(cx: &Context<'_>, milestone: &MilestoneRow) -> String {
    let date = |date: &ImpreciseDate| vec![("date", cx.text.date(date))];
    let mut parts = Vec::new();
    if let Some(actual) = &milestone.actual {
        parts.push(cx.f("screen-milestone-reached-at", &date(actual)));
    }
    if let Some(forecast) = milestone.forecast.as_ref().filter(|_| milestone.actual.is_none()) {
        parts.push(cx.f("screen-milestone-forecast-at", &date(forecast)));
    }
    if let Some(plan) = &milestone.plan {
        parts.push(cx.f("screen-milestone-planned-at", &date(plan)));
    }
    if parts.is_empty() {
        parts.push(cx.t("screen-milestone-undated"));
    }
    parts.extend(late(cx, milestone));
    parts.join(", ")
}

fn sentence(
    cx: &Context<'_>,
    milestone: &MilestoneRow,
    earlier: &[crate::store::view::ForecastRow],
) -> String {
    let mut parts = vec![words(cx, milestone)];
    parts.extend(earlier.iter().rev().map(|row| {
        let values = [("date", cx.text.date(&row.date)), ("day", cx.text.day(row.on))];
        cx.f("detail-forecast-before", &values)
    }));
    parts.join(", ")
}

/// The words beside a mark: what counts now, and how late it is.
fn label(cx: &Context<'_>, milestone: &MilestoneRow) -> String {
    let date = |key: &str, date: ImpreciseDate| cx.f(key, &[("date", cx.text.date(&date))]);
    let first = match (milestone.actual, milestone.forecast, milestone.plan) {
        (Some(actual), ..) => date("screen-milestone-reached-at", actual),
        (None, Some(forecast), _) => date("screen-milestone-forecast-at", forecast),
        (None, None, Some(plan)) => date("screen-milestone-planned-at", plan),
        (None, None, None) => cx.t("screen-milestone-undated"),
    };
    [Some(first), late(cx, milestone)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How late it is, in words; nothing for what is on time or has no plan.
#[must_use]
pub fn late(cx: &Context<'_>, milestone: &MilestoneRow) -> Option<String> {
    let plan = milestone.plan.map(|plan| plan.last_day());
    let expected = milestone.forecast.or(milestone.plan).map(|date| date.last_day());
    match milestone.state {
        MilestoneState::Late => {
            let days = (cx.as_of - expected?).num_days();
            Some(cx.text.count("detail-overdue-days", days, &[]))
        }
        MilestoneState::Delayed => after_plan(cx, plan?, expected?),
        MilestoneState::Reached => {
            let reached = milestone.actual?.from;
            (reached > plan?).then(|| after_plan(cx, plan?, reached)).flatten()
        }
        MilestoneState::Planned | MilestoneState::Unplanned | MilestoneState::Undated => None,
    }
}

/// "3 Monate nach dem Plan"; in days where it is less than two months.
fn after_plan(cx: &Context<'_>, plan: Day, day: Day) -> Option<String> {
    let days = (day - plan).num_days();
    let months = i64::from((day.year() - plan.year()) * 12) + i64::from(day.month())
        - i64::from(plan.month());
    let (key, count) = if days < 60 {
        ("detail-days-after-plan", days)
    } else {
        ("detail-months-after-plan", months)
    };
    (count > 0).then(|| cx.text.count(key, count, &[]))
}

/// Due line that a milestone is linked to: "Fälligkeit 2021, 16 16 / 883 71"; empty without one.
#[must_use]
pub fn due(cx: &Context<'_>, milestone: &MilestoneRow) -> String {
    let Some(due) = &milestone.due else { return String::new() };
    let year = cx.f("case-due-of", &[("year", due.fiscal_year.0.to_string())]);
    let title = due.title.as_ref().map(|title| cx.text.title_short(title));
    [Some(year), title].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Lines and words of the months, quarters, half-years or years.
fn axis(ui: &Ui, cx: &Context<'_>, chart: Rect, span: Span) {
    let tokens = ui.tokens();
    let (step, ticks) = span.ticks(chart.width(), WORDS);
    let mut free = chart.left();
    for day in ticks {
        let x = chart.left() + span.place(chart.width(), day);
        let lines = chart.top() + HEAD - 4.0..=chart.bottom();
        ui.painter().vline(x, lines, Stroke::new(1.0, tokens.line_soft));
        let words = part_words(cx, step, day);
        let galley = line(ui, &words, fonts::regular(SMALL), tokens.dim, f32::INFINITY);
        if x >= free && x + galley.size().x <= chart.right() + 8.0 {
            free = x + galley.size().x + 8.0;
            ui.painter().galley(pos2(x + 4.0, chart.top()), galley, tokens.dim);
        }
    }
}

fn part_words(cx: &Context<'_>, step: u32, day: Day) -> String {
    let of = |precision| cx.text.date(&ImpreciseDate::containing(precision, day));
    match step {
        1 => of(Precision::Month),
        3 => of(Precision::Quarter),
        6 => {
            let half = if day.month() > 6 { "screen-half-2" } else { "screen-half-1" };
            cx.f(half, &[("year", day.year().to_string())])
        }
        _ => day.year().to_string(),
    }
}

/// The line of the Stichtag; its place from the left.
fn day_line(ui: &Ui, cx: &Context<'_>, chart: Rect, span: Span) -> f32 {
    let next = cx.as_of.succ_opt().unwrap_or(cx.as_of);
    let x = chart.left() + span.place(chart.width(), next);
    let lines = chart.top() + HEAD - 4.0..=chart.bottom() + 4.0;
    ui.painter().vline(x, lines, Stroke::new(1.5, ui.tokens().late.text));
    x
}

/// The day of the Stichtag below its line.
fn stichtag(ui: &mut Ui, cx: &Context<'_>, chart: Rect, x: f32) {
    let (foot, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT), Sense::hover());
    let words = cx.f("detail-stichtag", &[("day", cx.text.day(cx.as_of))]);
    let ink = ui.tokens().late.text;
    let galley = line(ui, &words, fonts::medium(SMALL), ink, chart.width());
    let left = (x - galley.size().x / 2.0).min(foot.right() - galley.size().x).max(chart.left());
    ui.painter().galley(pos2(left, chart.bottom() + 4.0), galley, ink);
}
