//! Cards, figures and columns of cards.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Frame, Galley, Layout, Margin, Rect, Response, RichText,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use std::sync::Arc;

use super::button::focus_ring;
use super::line;
use crate::ui::fonts;
use crate::ui::theme::{GAP, SMALL, TokensOf as _, Tone};

/// A card over the whole width.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(tokens.border, tokens.line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(16, 14))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            // The distance between cards is not the distance within them.
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            content(ui)
        })
        .inner
}

/// A card with a title.
pub fn titled<R>(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    card(ui, |ui| {
        heading(ui, title);
        ui.add_space(4.0);
        content(ui)
    })
}

/// Title of a card.
pub fn heading(ui: &mut Ui, title: &str) -> Response {
    let colour = ui.tokens().text;
    let response = ui.label(RichText::new(title).font(fonts::semibold(14.0)).color(colour));
    as_heading(ui, &response, title, 2);
    response
}

/// Tells the screen reader that a label is a heading, of the screen or dialog (1) or below (2).
pub(super) fn as_heading(ui: &Ui, response: &Response, title: &str, level: usize) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        // The words of a label are its value; everything else is read by its name.
        node.clear_value();
        node.set_label(title);
        node.set_level(level);
    });
}

/// Title of a screen.
pub fn title(ui: &mut Ui, title: &str) -> Response {
    let colour = ui.tokens().text;
    let response = ui.label(RichText::new(title).font(fonts::semibold(20.0)).color(colour));
    as_heading(ui, &response, title, 1);
    response
}

/// Secondary text, wrapped.
pub fn dim(ui: &mut Ui, text: &str) -> Response {
    let colour = ui.tokens().dim;
    ui.label(RichText::new(text).size(SMALL).color(colour))
}

/// A key figure: label, amount and what it means below.
pub struct Figure<'a> {
    /// What it is.
    pub label: &'a str,
    /// The amount.
    pub value: &'a str,
    /// A line or two below.
    pub note: &'a str,
}

/// Shows a key figure as a card that can be pressed.
pub fn figure(ui: &mut Ui, figure: &Figure<'_>, size: Vec2) -> Response {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let said = [figure.label, figure.value, figure.note].into_iter();
    let sentence = said.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence));
    let edge = if response.hovered() { tokens.accent } else { tokens.line };
    let radius = CornerRadius::same(8);
    ui.painter().rect(
        rect,
        radius,
        tokens.card,
        Stroke::new(tokens.border, edge),
        StrokeKind::Inside,
    );
    focus_ring(ui, &response, rect, 8);
    let inner = rect.shrink2(AROUND);
    // Nothing is cut: it is set smaller until it fits.
    let label = fitted(ui, figure.label, inner.width(), (12.5, 9.0, fonts::regular));
    ui.painter().galley(inner.min, label, tokens.dim);
    let value = fitted(ui, figure.value, inner.width(), (22.0, 12.0, fonts::semibold));
    let top = inner.top() + 20.0 + (26.0 - value.size().y) / 2.0;
    ui.painter().galley(pos2(inner.left(), top), value, tokens.text);
    let note = note(ui, figure.note, size.x);
    ui.painter().galley(pos2(inner.left(), inner.top() + ABOVE_NOTE), note, tokens.dim);
    response
}

/// Room at the sides of a key figure, above and below it, and of its label and value.
const AROUND: Vec2 = vec2(14.0, 12.0);
const ABOVE_NOTE: f32 = 50.0;

fn note(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let width = 2.0f32.mul_add(-AROUND.x, width);
    let (font, ink) = (fonts::regular(SMALL), ui.tokens().dim);
    ui.fonts_mut(|fonts| fonts.layout(words.to_owned(), font, ink, width))
}

/// Height of a key figure of that width with all lines of its note.
#[must_use]
pub fn figure_height(ui: &Ui, words: &str, width: f32) -> f32 {
    note(ui, words, width).size().y + ABOVE_NOTE + 2.0 * AROUND.y
}

/// A line in the largest size of those between that fits into the width.
fn fitted(
    ui: &Ui,
    text: &str,
    width: f32,
    (most, least, font): (f32, f32, fn(f32) -> FontId),
) -> Arc<Galley> {
    let mut points = most;
    loop {
        let galley = line(ui, text, font(points), Color32::PLACEHOLDER, f32::INFINITY);
        if galley.size().x <= width || points <= least {
            return galley;
        }
        points -= 0.5;
    }
}

/// A figure within a card: label above, amount below.
pub fn pair(ui: &mut Ui, label: &str, value: &str) {
    let tokens = ui.tokens();
    let name = line(ui, label, fonts::regular(SMALL), tokens.dim, f32::INFINITY);
    let amount = line(ui, value, fonts::semibold(15.0), tokens.text, f32::INFINITY);
    let width = name.size().x.max(amount.size().x);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0), Sense::hover());
    let sentence = [label, value].join(": ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
    ui.painter().galley(rect.min, name, tokens.dim);
    ui.painter().galley(pos2(rect.left(), rect.top() + 16.0), amount, tokens.text);
}

/// Places `count` columns of the given weights beside each other.
pub fn columns<R>(
    ui: &mut Ui,
    weights: &[f32],
    mut content: impl FnMut(usize, &mut Ui) -> R,
) -> Vec<R> {
    let area = ui.available_rect_before_wrap();
    let gaps: f32 = weights.iter().skip(1).map(|_| GAP).sum();
    let total: f32 = weights.iter().sum();
    let mut left = area.left();
    let mut bottom = area.top();
    let mut results = Vec::with_capacity(weights.len());
    for (index, weight) in weights.iter().enumerate() {
        let width = ((area.width() - gaps) * weight / total).floor();
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        let builder = UiBuilder::new()
            .id_salt(("column", index))
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min));
        let mut column = ui.new_child(builder);
        column.set_width(width);
        results.push(content(index, &mut column));
        bottom = bottom.max(column.min_rect().bottom());
        left += width + GAP;
    }
    let used = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(used);
    results
}

/// A notice over the whole width, in the colours of its meaning.
pub fn banner<R>(ui: &mut Ui, tone: Tone, content: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(tone.soft)
        .stroke(Stroke::new(ui.tokens().border, tone.line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// An empty place that says what to do.
pub fn empty(ui: &mut Ui, words: &str) {
    let tokens = ui.tokens();
    let height = 88.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let galley = ui.fonts_mut(|fonts| {
        fonts.layout(words.to_owned(), fonts::regular(13.0), tokens.dim, rect.width() - 32.0)
    });
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, tokens.dim);
}
