//! One row of the search, painted and read as one sentence.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::item::Item;
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::{line, paint_line};

const HEIGHT: f32 = 34.0;

/// Shows it.
pub fn row(ui: &mut Ui, cx: &Context<'_>, item: &Item, chosen: bool) -> Response {
    let tokens = ui.tokens();
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = item.hindrance.is_none();
    let sentence = sentence(cx, item);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, enabled, &sentence));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let radius = CornerRadius::same(6);
    if chosen {
        ui.painter().rect_filled(rect, radius, tokens.accent_soft);
        let mark = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(mark, radius, tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    let ink = if enabled { tokens.text } else { tokens.dim };
    let centre = pos2(rect.left() + 20.0, rect.center().y);
    item.icon.paint(ui.painter(), Rect::from_center_size(centre, vec2(16.0, 16.0)), tokens.dim);
    let hint = line(ui, &item.hint, fonts::regular(SMALL), tokens.dim, f32::INFINITY);
    let mut place = Rect::from_min_max(pos2(rect.left() + 38.0, rect.top()), rect.max);
    place.set_right(rect.right() - 12.0);
    let hint_width = hint.size().x;
    paint_line(ui, place, hint, Align::Max);
    if hint_width > 0.0 {
        place.set_right(place.right() - hint_width - 16.0);
    }
    let font = if chosen { fonts::semibold(BODY) } else { fonts::medium(BODY) };
    let name = line(ui, &item.name, font, ink, place.width());
    let name_width = name.size().x;
    paint_line(ui, place, name, Align::Min);
    place.set_left(place.left() + name_width + 14.0);
    if place.width() > 40.0 {
        let detail = line(ui, &item.detail, fonts::regular(SMALL), tokens.dim, place.width());
        paint_line(ui, place, detail, Align::Min);
    }
    response
}

/// The row as it is read aloud.
fn sentence(cx: &Context<'_>, item: &Item) -> String {
    let mut parts = vec![item.name.clone(), item.detail.clone(), item.hint.clone()];
    if item.hindrance.is_some() {
        parts.insert(1, cx.t("search-not-now"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
