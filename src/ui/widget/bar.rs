//! Stacked bars of stages, drawn by `egui_plot`, one below the other in the rhythm of a table.

use eframe::egui::{Color32, CornerRadius, Rect, Sense, Stroke, Ui, UiBuilder, Vec2b, vec2};
use egui_plot::{Bar, BarChart, Plot};

use crate::domain::{Money, Stage};
use crate::store::view::Sums;
use crate::ui::context::Context;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};

/// A part of a bar: what it stands for, and its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// *Ist*.
    Actual,
    /// Ordered, not paid.
    Ordered,
    /// Requested, not ordered.
    Requested,
    /// Committed, not requested.
    Committed,
    /// Blocked.
    Blocked,
}

impl Part {
    /// The parts from left to right; what is left of the bar is available.
    pub const ALL: [Self; 5] =
        [Self::Actual, Self::Ordered, Self::Requested, Self::Committed, Self::Blocked];

    /// Its amount.
    #[must_use]
    pub fn amount(self, sums: &Sums) -> Money {
        match self {
            Self::Actual => sums.actual(),
            Self::Ordered => sums.at(Stage::Ordered),
            Self::Requested => sums.at(Stage::Requested),
            Self::Committed => sums.at(Stage::Committed),
            Self::Blocked => sums.at(Stage::Blocked),
        }
    }

    /// Its colour.
    #[must_use]
    pub const fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Actual => tokens.paid,
            Self::Ordered => tokens.ordered,
            Self::Requested => tokens.requested,
            Self::Committed => tokens.committed,
            Self::Blocked => tokens.blocked,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Actual => "screen-part-actual",
            Self::Ordered => "screen-part-ordered",
            Self::Requested => "screen-part-requested",
            Self::Committed => "screen-part-committed",
            Self::Blocked => "screen-part-blocked",
        }
    }
}

/// A bar: its parts and the length of its ground.
pub struct Line<'a> {
    /// Amounts per stage.
    pub sums: &'a Sums,
    /// The whole, for example the appropriation.
    pub whole: Money,
}

/// Shows one bar per line in `rect`; all share the scale whose end is `most`.
pub fn bars(ui: &mut Ui, id: &str, rect: Rect, lines: &[Line<'_>], most: Money) {
    let tokens = ui.tokens();
    if lines.is_empty() || !most.is_positive() {
        return;
    }
    let row = |index: usize| count(lines.len() - 1 - index);
    let chart = |name: &str, colour: Color32, value: &dyn Fn(&Line<'_>) -> (Money, Money)| {
        let made = lines.iter().enumerate().map(|(index, line)| {
            let (start, length) = value(line);
            Bar::new(row(index), position(length))
                .base_offset(position(start))
                .width(0.72)
                .fill(colour)
                .stroke(Stroke::NONE)
                .horizontal()
        });
        BarChart::new(name, made.collect()).allow_hover(false)
    };
    let mut charts = vec![chart("whole", tokens.available, &|line| (Money::ZERO, line.whole))];
    for (index, part) in Part::ALL.into_iter().enumerate() {
        let start = move |line: &Line<'_>| -> Money {
            Part::ALL[..index].iter().map(|before| before.amount(line.sums)).sum()
        };
        charts.push(chart(part.key(), part.colour(tokens), &|line| {
            (start(line), part.amount(line.sums))
        }));
    }
    let builder = UiBuilder::new().id_salt(id).max_rect(rect);
    let mut place = ui.new_child(builder);
    Plot::new(id)
        .width(rect.width())
        .height(rect.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .auto_bounds(Vec2b::FALSE)
        .default_x_bounds(0.0, position(most))
        .default_y_bounds(-0.5, count(lines.len()) - 0.5)
        .set_margin_fraction(vec2(0.0, 0.0))
        .sense(Sense::hover())
        .show(&mut place, |plot| {
            plot.set_plot_bounds_x(0.0..=position(most));
            plot.set_plot_bounds_y(-0.5..=count(lines.len()) - 0.5);
            for chart in charts {
                plot.bar_chart(chart);
            }
        });
}

/// A position on the axis; the only place where an amount becomes a floating-point number.
#[expect(clippy::cast_precision_loss, reason = "a position on the screen, never an amount")]
fn position(amount: Money) -> f64 {
    amount.cents().max(0) as f64
}

/// A number of rows as a position on the axis.
fn count(rows: usize) -> f64 {
    f64::from(u32::try_from(rows).unwrap_or(u32::MAX))
}

/// What the colours mean.
pub fn legend(ui: &mut Ui, cx: &Context<'_>) {
    let tokens = ui.tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let parts = Part::ALL.map(|part| (part.colour(tokens), cx.t(part.key())));
        let rest = (tokens.available, cx.t("screen-part-available"));
        for (colour, word) in parts.into_iter().chain([rest]) {
            let (rect, _) = ui.allocate_exact_size(vec2(11.0, 11.0), Sense::hover());
            let radius = CornerRadius::same(2);
            ui.painter().rect_filled(rect, radius, colour);
            let text = eframe::egui::RichText::new(word).size(SMALL).color(tokens.dim);
            ui.label(text);
            ui.add_space(8.0);
        }
    });
}
