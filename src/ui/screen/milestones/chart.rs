//! The readings of an indicator over time, between baseline and target.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::indicators::value;
use crate::store::view::IndicatorRow;
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::timeline::Span;
use crate::ui::widget::{line, paint_line};

/// From the smallest to the greatest value that is shown.
struct Scale {
    least: f32,
    most: f32,
}

impl Scale {
    fn of(row: &IndicatorRow) -> Self {
        let readings = row.readings.iter().map(|reading| reading.value);
        let all = readings.chain(row.target_value).chain(row.baseline_value).map(position);
        let (least, most) = all
            .fold((0.0_f32, 0.0_f32), |(least, most), value| (least.min(value), most.max(value)));
        Self { least, most: if most > least { most } else { least + 1.0 } }
    }

    /// Height of a value: the greatest at the top.
    fn y(&self, area: Rect, value: Decimal) -> f32 {
        let part = (position(value) - self.least) / (self.most - self.least);
        area.bottom() - area.height() * part
    }
}

/// A value as a position; the words beside the chart are exact.
fn position(value: Decimal) -> f32 {
    value.to_f32().unwrap_or_default()
}

/// Paints it; the sentence says every reading.
pub fn chart(ui: &mut Ui, cx: &Context<'_>, row: &IndicatorRow, size: Vec2) {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said: Vec<String> = row
        .readings
        .iter()
        .map(|reading| [cx.text.date(&reading.at), value(cx, reading)].join(" "))
        .collect();
    let sentence = cx.f("indicator-chart", &[("readings", said.join(", "))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &sentence));
    let dates = row.readings.iter().map(|reading| reading.at);
    let Some(span) = Span::of(dates, cx.as_of) else { return };
    let area = Rect::from_min_max(
        rect.min + vec2(4.0, 14.0),
        pos2(rect.right() - 4.0, rect.bottom() - 18.0),
    );
    let scale = Scale::of(row);
    ui.painter().hline(area.x_range(), area.bottom(), Stroke::new(1.0, tokens.line));
    if let Some(target) = row.target_value {
        let y = scale.y(area, target);
        let ends = [pos2(area.left(), y), pos2(area.right(), y)];
        let stroke = Stroke::new(1.2, tokens.dim);
        ui.painter().extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
        let words = [cx.t("indicator-target"), cx.text.decimal(target)].join(" ");
        let galley = line(ui, &words, fonts::regular(SMALL), tokens.dim, area.width());
        let place = Rect::from_min_max(pos2(area.left(), y - 16.0), pos2(area.right(), y - 1.0));
        paint_line(ui, place, galley, Align::Max);
    }
    let mut points: Vec<Pos2> = Vec::new();
    for reading in &row.readings {
        let reach = span.reach(area.width(), &reading.at);
        let y = scale.y(area, reading.value);
        points.push(pos2(area.left() + reach.centre(), y));
        let bar = Rect::from_x_y_ranges(
            area.left() + reach.left..=area.left() + reach.right,
            y - 3.0..=y + 3.0,
        );
        ui.painter().rect_filled(bar, CornerRadius::same(3), tokens.paid);
    }
    ui.painter().add(Shape::line(points, Stroke::new(1.5, tokens.paid)));
    let ends = Rect::from_min_max(pos2(area.left(), area.bottom() + 2.0), rect.right_bottom());
    for (day, align) in [(span.first, Align::Min), (span.last, Align::Max)] {
        let words = chrono::Datelike::year(&day).to_string();
        let galley = line(ui, &words, fonts::regular(SMALL), tokens.dim, ends.width());
        paint_line(ui, ends, galley, align);
    }
}
