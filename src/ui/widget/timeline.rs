//! Milestones on a line of time: plan dashed, forecast pale, reached full; the words say it too.

use chrono::{Datelike, Months, NaiveDate};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{line, paint_line};
use crate::domain::{Day, ImpreciseDate};
use crate::store::view::{MilestoneRow, MilestoneState};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};

const ROW: f32 = 31.0;
const HEAD: f32 = 24.0;

/// Shows the milestones, one below the other.
pub fn timeline(ui: &mut Ui, cx: &Context<'_>, milestones: &[MilestoneRow]) {
    let tokens = ui.tokens();
    let Some(span) = Span::of(milestones, cx.as_of) else { return };
    let names = (ui.available_width() * 0.36).clamp(150.0, 300.0);
    let rows: f32 = milestones.iter().map(|_| ROW).sum();
    let size = vec2(ui.available_width(), HEAD + rows + 4.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let chart = Rect::from_min_max(pos2(rect.left() + names, rect.top()), rect.max);
    grid(ui, cx, chart, &span);
    let mut top = rect.top() + HEAD;
    for (index, milestone) in milestones.iter().enumerate() {
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW));
        top += ROW;
        let id = ui.scope_id().with(("milestone", index));
        let response = ui.interact(row, id, Sense::hover());
        let name = cx.text.note(&milestone.name);
        let dates = words(cx, milestone);
        let sentence = [name, dates.as_str()].join(": ");
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &sentence));
        let left = Rect::from_min_max(row.min, pos2(chart.left() - 12.0, row.bottom()));
        let galley = line(ui, name, fonts::regular(13.0), tokens.text, left.width());
        let cut = paint_line(ui, left, galley, Align::Min);
        let place = Rect::from_min_max(pos2(chart.left(), row.top()), row.max);
        marks(ui, cx, place, &span, milestone);
        if cut {
            response.on_hover_text(sentence);
        }
    }
    let x = span.x(chart, cx.as_of);
    ui.painter().vline(
        x,
        chart.top() + HEAD - 4.0..=chart.bottom(),
        Stroke::new(1.5, tokens.late.text),
    );
}

/// Plan, forecast and actual date as words.
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
    parts.join(", ")
}

/// Due line that a milestone is linked to: "Fälligkeit 2021, 16 16 / 883 71"; empty without one.
#[must_use]
pub fn due(cx: &Context<'_>, milestone: &MilestoneRow) -> String {
    let Some(due) = &milestone.due else { return String::new() };
    let year = cx.f("case-due-of", &[("year", due.fiscal_year.0.to_string())]);
    let title = due.title.as_ref().map(|title| cx.text.title_short(title));
    [Some(year), title].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The days shown, whole half-years.
struct Span {
    first: Day,
    last: Day,
}

impl Span {
    fn of(milestones: &[MilestoneRow], as_of: Day) -> Option<Self> {
        let dates = || {
            let all = milestones.iter();
            all.flat_map(|row| [row.plan, row.forecast, row.actual]).flatten()
        };
        let first = dates().map(|date| date.from).min().unwrap_or(as_of).min(as_of);
        let last = dates().map(|date| date.last_day()).max().unwrap_or(as_of).max(as_of);
        let month = if first.month() > 6 { 7 } else { 1 };
        let first = NaiveDate::from_ymd_opt(first.year(), month, 1)?;
        let month = if last.month() > 6 { 12 } else { 6 };
        let last = NaiveDate::from_ymd_opt(last.year(), month, 30)?;
        Some(Self { first, last: last.max(first.checked_add_months(Months::new(12))?) })
    }

    #[expect(clippy::cast_precision_loss, reason = "a position on the screen")]
    fn x(&self, chart: Rect, day: Day) -> f32 {
        let whole = (self.last - self.first).num_days().max(1) as f32;
        let part = (day - self.first).num_days() as f32;
        chart.left() + (chart.width() - 8.0) * (part / whole).clamp(0.0, 1.0)
    }
}

fn grid(ui: &Ui, cx: &Context<'_>, chart: Rect, span: &Span) {
    let tokens = ui.tokens();
    let mut day = span.first;
    let months = (span.last - span.first).num_days() / 30;
    let step = if months > 36 { 12 } else { 6 };
    let mut free = chart.left();
    while day < span.last {
        let x = span.x(chart, day);
        ui.painter().vline(
            x,
            chart.top() + HEAD - 4.0..=chart.bottom(),
            Stroke::new(1.0, tokens.line_soft),
        );
        let half = if day.month() > 6 { "screen-half-2" } else { "screen-half-1" };
        let year = day.year().to_string();
        let words = if step == 12 { year } else { cx.f(half, &[("year", year)]) };
        let galley = line(ui, &words, fonts::regular(SMALL), tokens.dim, 120.0);
        if x >= free && x + galley.size().x < chart.right() {
            free = x + galley.size().x + 10.0;
            ui.painter().galley(pos2(x + 4.0, chart.top()), galley, tokens.dim);
        }
        match day.checked_add_months(Months::new(step)) {
            Some(next) => day = next,
            None => break,
        }
    }
}

fn marks(ui: &Ui, cx: &Context<'_>, row: Rect, span: &Span, milestone: &MilestoneRow) {
    let tokens = ui.tokens();
    let bar = |date: &ImpreciseDate, height: f32| {
        let left = span.x(row, date.from);
        let right = span.x(row, date.last_day()).max(left + 9.0);
        let y = row.center().y;
        Rect::from_min_max(pos2(left, y - height / 2.0), pos2(right, y + height / 2.0))
    };
    let colour = colour(tokens, milestone.state);
    let mut right = span.x(row, span.first);
    if let Some(plan) = &milestone.plan {
        let rect = bar(plan, 12.0);
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(1.2, tokens.dim), 3.0, 2.5));
        right = right.max(rect.right());
    }
    if let Some(forecast) = milestone.forecast.as_ref().filter(|_| milestone.actual.is_none()) {
        let rect = bar(forecast, 10.0);
        let radius = CornerRadius::same(4);
        let edge = Stroke::new(1.0, tokens.ordered);
        ui.painter().rect(rect, radius, tokens.committed, edge, StrokeKind::Inside);
        right = right.max(rect.right());
    }
    if let Some(actual) = &milestone.actual {
        let rect = bar(actual, 10.0);
        ui.painter().rect_filled(rect, CornerRadius::same(5), colour);
        right = right.max(rect.right());
    }
    let shown = milestone.actual.or(milestone.forecast).or(milestone.plan);
    let words = shown.map_or_else(|| cx.t("screen-milestone-undated"), |date| cx.text.date(&date));
    let galley = line(ui, &words, fonts::regular(SMALL), colour, 220.0);
    let x = if right + 8.0 + galley.size().x > row.right() {
        let first = [milestone.plan, milestone.forecast, milestone.actual];
        let left = first.iter().flatten().map(|date| span.x(row, date.from));
        left.fold(row.right(), f32::min) - galley.size().x - 8.0
    } else {
        right + 8.0
    };
    ui.painter().galley(pos2(x, row.center().y - galley.size().y / 2.0), galley, colour);
}

const fn colour(tokens: &Tokens, state: MilestoneState) -> Color32 {
    match state {
        MilestoneState::Late | MilestoneState::Delayed => tokens.late.text,
        MilestoneState::Planned => tokens.text,
        MilestoneState::Undated => tokens.dim,
        MilestoneState::Reached => tokens.good.text,
    }
}
