//! Sections of a long page: a title that folds its content away, and the marks that lead to it.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::button::{focus_ring, keep_in_sight};
use super::{card, line, paint_line};
use crate::ui::fonts;
use crate::ui::theme::{SMALL, TokensOf as _};

/// What stands in the head of a section.
pub struct Head<'a> {
    /// Its title.
    pub title: &'a str,
    /// What is in it, in a few words; stays when the section is folded.
    pub summary: &'a str,
    /// True once the page shall show it: it scrolls to the top and takes the keyboard.
    pub wanted: bool,
}

const HEIGHT: f32 = 28.0;

/// A card whose title opens and folds it; `open` is kept by the screen.
pub fn section(ui: &mut Ui, head: &Head<'_>, open: &mut bool, content: impl FnOnce(&mut Ui)) {
    card::card(ui, |ui| {
        let response = title(ui, head, *open);
        if response.clicked() {
            *open = !*open;
        }
        if head.wanted {
            *open = true;
            response.scroll_to_me(Some(Align::TOP));
            response.request_focus();
        }
        if *open {
            ui.add_space(2.0);
            content(ui);
        }
    });
}

fn title(ui: &mut Ui, head: &Head<'_>, open: bool) -> Response {
    let tokens = ui.tokens();
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, head.title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        if !head.summary.is_empty() {
            node.set_description(head.summary);
        }
    });
    keep_in_sight(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(6), tokens.hover);
    }
    focus_ring(ui, &response, rect.expand2(vec2(6.0, 0.0)), 6);
    triangle(ui.painter(), pos2(rect.left() + 6.0, rect.center().y), open, tokens.dim);
    let words = rect.with_min_x(rect.left() + 20.0);
    let galley = line(ui, head.title, fonts::semibold(14.0), tokens.text, words.width());
    let used = galley.size().x;
    paint_line(ui, words, galley, Align::Min);
    let rest = words.with_min_x(words.left() + used + 16.0);
    if rest.width() > 60.0 {
        let galley = line(ui, head.summary, fonts::regular(SMALL), tokens.dim, rest.width());
        paint_line(ui, rest, galley, Align::Max);
    }
    response
}

/// Points right when folded, down when open.
fn triangle(painter: &Painter, centre: Pos2, open: bool, colour: eframe::egui::Color32) {
    let corners = if open {
        [(-4.0, -2.0), (4.0, -2.0), (0.0, 3.0)]
    } else {
        [(-2.0, -4.0), (3.0, 0.0), (-2.0, 4.0)]
    };
    let at = |(x, y): (f32, f32)| centre + vec2(x, y);
    painter.add(Shape::convex_polygon(corners.map(at).to_vec(), colour, Stroke::NONE));
}

/// A word that leads somewhere: underlined under the pointer, reached by Tab.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let tokens = ui.tokens();
    let galley = line(ui, text, fonts::medium(12.5), tokens.accent, f32::INFINITY);
    let size = vec2(galley.size().x + 10.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    keep_in_sight(&response);
    if ui.is_rect_visible(rect) {
        let words = rect.shrink2(vec2(5.0, 0.0));
        if response.hovered() {
            underline(ui, words, galley.size().x, galley.size().y, tokens.accent);
        }
        focus_ring(ui, &response, rect, 4);
        paint_line(ui, words, galley, Align::Min);
    }
    response
}

fn underline(ui: &Ui, words: Rect, width: f32, height: f32, colour: eframe::egui::Color32) {
    let y = words.center().y + height / 2.0 - 1.0;
    ui.painter().hline(words.left()..=words.left() + width, y, Stroke::new(1.0, colour));
}

/// A key figure that leads to what is behind it: label above, amount below.
pub struct Figure<'a> {
    /// What it is.
    pub label: &'a str,
    /// The amount, with unit.
    pub value: &'a str,
}

/// Height of a figure.
const FIGURE: f32 = 44.0;
/// Width that figures have at least.
const FIGURE_WIDTH: f32 = 148.0;

/// Shows figures in even columns; the one that was chosen.
pub fn figures(ui: &mut Ui, figures: &[Figure<'_>]) -> Option<usize> {
    let room = ui.available_width();
    let most = figures.iter().map(|figure| figure_width(ui, figure)).fold(FIGURE_WIDTH, f32::max);
    let columns = columns_in(room, most, figures.len());
    let width = (room / columns_as_points(columns)).floor();
    let mut chosen = None;
    for (row, figures) in figures.chunks(columns).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (column, figure) in figures.iter().enumerate() {
                if show_figure(ui, figure, width).clicked() {
                    chosen = Some(row * columns + column);
                }
            }
        });
    }
    chosen
}

/// So many columns that rows are filled evenly, at least one.
fn columns_in(room: f32, width: f32, count: usize) -> usize {
    let fit = (1..=count).rev().find(|columns| columns_as_points(*columns) * width <= room);
    let most = fit.unwrap_or(1);
    let rows = count.div_ceil(most).max(1);
    count.div_ceil(rows).max(1)
}

#[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
const fn columns_as_points(columns: usize) -> f32 {
    columns as f32
}

fn figure_width(ui: &Ui, figure: &Figure<'_>) -> f32 {
    let ink = ui.tokens().text;
    let label = line(ui, figure.label, fonts::regular(SMALL), ink, f32::INFINITY).size().x;
    let value = line(ui, figure.value, fonts::semibold(15.0), ink, f32::INFINITY).size().x;
    label.max(value) + 18.0
}

fn show_figure(ui: &mut Ui, figure: &Figure<'_>, width: f32) -> Response {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, FIGURE), Sense::click());
    let sentence = [figure.label, figure.value].join(": ");
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &sentence));
    keep_in_sight(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let inner = rect.with_max_x(rect.right() - 14.0);
    let label = line(ui, figure.label, fonts::regular(SMALL), tokens.dim, inner.width());
    let ink = if response.hovered() { tokens.accent } else { tokens.text };
    let amount = line(ui, figure.value, fonts::semibold(15.0), ink, f32::INFINITY);
    ui.painter().galley(pos2(inner.left(), inner.top() + 3.0), label, tokens.dim);
    let at = pos2(inner.left(), inner.top() + 19.0);
    if response.hovered() {
        let below = at.y + amount.size().y;
        let span = at.x..=at.x + amount.size().x;
        ui.painter().hline(span, below, Stroke::new(1.0, tokens.accent));
    }
    ui.painter().galley(at, amount, ink);
    focus_ring(ui, &response, inner.expand2(vec2(3.0, 0.0)), 4);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_fill_their_rows_evenly() {
        assert_eq!(columns_in(1400.0, 150.0, 8), 8);
        assert_eq!(columns_in(1000.0, 150.0, 8), 4);
        assert_eq!(columns_in(500.0, 150.0, 8), 3);
        assert_eq!(columns_in(100.0, 150.0, 8), 1);
        assert_eq!(columns_in(100.0, 150.0, 0), 1);
    }
}
