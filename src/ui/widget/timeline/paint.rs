//! The marks of one milestone.

use eframe::egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::line;
use super::span::{Reach, Span};
use crate::domain::ImpreciseDate;
use crate::domain::date::Precision;
use crate::store::view::{MilestoneRow, MilestoneState};
use crate::ui::fonts;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};

/// What is painted of a milestone.
pub struct Marks<'a> {
    /// The milestone.
    pub milestone: &'a MilestoneRow,
    /// Forecasts that do not hold any more, the oldest first.
    pub earlier: &'a [ImpreciseDate],
    /// The words beside the last mark.
    pub label: &'a str,
    /// What lies behind the words, so that no line crosses them.
    pub ground: Color32,
}

/// Height of the middle of the marks within their row, and half the height of a bar.
const MIDDLE: f32 = 16.0;
const HALF: f32 = 6.0;
/// Earlier forecasts that are painted; the sentence says all.
const MOST: usize = 3;

/// Paints plan, forecasts, actual date and the words.
pub fn marks(ui: &Ui, row: Rect, span: Span, marks: &Marks<'_>) {
    let tokens = ui.tokens();
    let milestone = marks.milestone;
    let reach = |date: &ImpreciseDate| at(row, span.reach(row.width(), date));
    let forecast = milestone.forecast.filter(|_| milestone.actual.is_none());
    let mut ends: Vec<Reach> = Vec::new();
    for (place, date) in marks.earlier.iter().rev().take(MOST).enumerate() {
        let below = [28.0, 33.0, 38.0][place];
        let found = reach(date);
        let bar = Rect::from_x_y_ranges(
            found.left..=found.right,
            row.top() + below - 1.5..=row.top() + below + 1.5,
        );
        ui.painter().rect_filled(bar, CornerRadius::same(1), tokens.line_field);
    }
    if let Some(plan) = &milestone.plan {
        let found = reach(plan);
        dashed(ui, row, found, plan.precision == Precision::Day);
        ends.push(found);
    }
    if let Some(forecast) = &forecast {
        let found = reach(forecast);
        let edge = Stroke::new(1.2, tokens.ordered);
        solid(ui, row, found, (tokens.committed, edge));
        ends.push(found);
    }
    if let Some(actual) = &milestone.actual {
        let found = reach(actual);
        solid(ui, row, found, (colour(tokens, milestone.state), Stroke::NONE));
        ends.push(found);
    }
    if let [plan, other] = ends.as_slice() {
        slip(ui, row, *plan, *other);
    }
    words(ui, row, &ends, (marks, colour(tokens, milestone.state)));
}

fn at(row: Rect, reach: Reach) -> Reach {
    Reach { left: row.left() + reach.left, right: row.left() + reach.right }
}

fn bar(row: Rect, reach: Reach, half: f32) -> Rect {
    let y = row.top() + MIDDLE;
    Rect::from_x_y_ranges(reach.left..=reach.right, y - half..=y + half)
}

/// A full mark: round for a day, else a bar.
fn solid(ui: &Ui, row: Rect, reach: Reach, (fill, edge): (Color32, Stroke)) {
    let rect = bar(row, reach, HALF - 1.0);
    let radius = if rect.width() <= rect.height() + 0.5 { 5 } else { 3 };
    ui.painter().rect(rect, CornerRadius::same(radius), fill, edge, StrokeKind::Inside);
}

/// A plan: dashed outline, as a diamond for a day.
fn dashed(ui: &Ui, row: Rect, reach: Reach, point: bool) {
    let rect = bar(row, reach, HALF + 1.0);
    let corners: Vec<Pos2> = if point {
        let (c, r) = (rect.center(), HALF + 1.0);
        let around = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0), vec2(0.0, -r)];
        around.map(|by| c + by).to_vec()
    } else {
        vec![
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ]
    };
    let stroke = Stroke::new(1.2, ui.tokens().dim);
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 3.0, 2.5));
}

/// An arrow from the plan to what became of it, where they lie apart.
fn slip(ui: &Ui, row: Rect, plan: Reach, other: Reach) {
    let y = row.top() + MIDDLE;
    let (from, to) = if other.left > plan.right {
        (plan.right + 2.0, other.left - 2.0)
    } else if other.right < plan.left {
        (plan.left - 2.0, other.right + 2.0)
    } else {
        return;
    };
    if (to - from).abs() < 6.0 {
        return;
    }
    let stroke = Stroke::new(1.0, ui.tokens().dim);
    let back = if to > from { -4.0 } else { 4.0 };
    ui.painter().line_segment([pos2(from, y), pos2(to, y)], stroke);
    ui.painter().line_segment([pos2(to + back, y - 3.0), pos2(to, y)], stroke);
    ui.painter().line_segment([pos2(to + back, y + 3.0), pos2(to, y)], stroke);
}

/// The words right of the marks, left of them where there is no room, else over the chart's end.
fn words(ui: &Ui, row: Rect, ends: &[Reach], (marks, ink): (&Marks<'_>, Color32)) {
    let galley = line(ui, marks.label, fonts::regular(SMALL), ink, row.width());
    let width = galley.size().x;
    let right = ends.iter().map(|reach| reach.right).fold(row.left(), f32::max);
    let left = ends.iter().map(|reach| reach.left).fold(row.right(), f32::min);
    let y = row.top() + MIDDLE - galley.size().y / 2.0;
    let (x, y) = if ends.is_empty() {
        (row.left() + 4.0, y)
    } else if right + 8.0 + width <= row.right() {
        (right + 8.0, y)
    } else if left - 8.0 - width >= row.left() {
        (left - 8.0 - width, y)
    } else {
        // Below the marks: nothing is painted over a bar.
        ((row.right() - width).max(row.left()), row.top() + MIDDLE + HALF + 2.0)
    };
    let behind = Rect::from_min_size(pos2(x, y), galley.size()).expand2(vec2(2.0, 0.0));
    ui.painter().rect_filled(behind, CornerRadius::ZERO, marks.ground);
    ui.painter().galley(pos2(x, y), galley, ink);
}

const fn colour(tokens: &Tokens, state: MilestoneState) -> Color32 {
    match state {
        MilestoneState::Late | MilestoneState::Delayed => tokens.late.text,
        MilestoneState::Planned | MilestoneState::Unplanned => tokens.text,
        MilestoneState::Undated => tokens.dim,
        MilestoneState::Reached => tokens.good.text,
    }
}
