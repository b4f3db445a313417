//! Widgets of the program: each has a name for the screen reader and can be reached by keyboard.

pub mod bar;
pub mod button;
pub mod card;
pub mod chip;
pub mod field;
pub mod focus;
pub mod link;
pub mod list;
pub mod markdown;
pub mod modal;
pub mod section;
pub mod table;
pub mod tile_map;
pub mod timeline;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align, Color32, FontId, Galley, Layout, Rect, Ui, UiBuilder, pos2};
use std::sync::Arc;

/// One line of text, cut with an ellipsis where it is wider than `width`.
#[must_use]
pub fn line(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints a line into a rectangle, centred vertically; true when it had to be cut.
#[expect(clippy::must_use_candidate, reason = "most callers know that it fits")]
pub fn paint_line(ui: &Ui, rect: Rect, galley: Arc<Galley>, align: Align) -> bool {
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - galley.size().x / 2.0,
        Align::Max => rect.right() - galley.size().x,
    };
    let y = rect.center().y - galley.size().y / 2.0;
    let cut = galley.elided;
    ui.painter().galley(pos2(x, y), galley, ui.visuals().text_color());
    cut
}

/// True while a dialog or the search lies above: keys are meant for it then.
#[must_use]
pub fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some())
}

/// A row at the right edge whose widgets are read, and reached by Tab, from left to right.
///
/// A layout from right to left would turn that order around. How wide the row is is known only once
/// it is made: where that has changed, the frame is made again.
pub fn at_end<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.next_auto_id().with("at_end");
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let area = ui.available_rect_before_wrap();
    let left = area.right() - known.unwrap_or_default().min(area.width());
    // Fields inside are as wide as they want to be, whatever the row was before.
    let place = Rect::from_x_y_ranges(left..=left + area.width(), area.y_range());
    let row = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
    let mut inner = ui.new_child(row);
    let result = content(&mut inner);
    let used = inner.min_rect();
    if known.is_none_or(|known| (known - used.width()).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, used.width()));
        ui.ctx().request_discard("the width of a row at the right edge");
    }
    // In a row that is filled from the right, the rest of it is free.
    let rest = ui.layout().prefer_right_to_left();
    let taken = if rest { used.x_range() } else { area.x_range() };
    ui.advance_cursor_after_rect(Rect::from_x_y_ranges(taken, used.y_range()));
    result
}

/// Paints text on at most so many lines, centred vertically; true when it had to be cut.
#[expect(clippy::must_use_candidate, reason = "most callers know that it fits")]
pub fn paint_wrapped(ui: &Ui, rect: Rect, text: &str, lines: usize) -> bool {
    let ink = ui.visuals().text_color();
    let mut job = LayoutJob::simple(
        text.to_owned(),
        super::fonts::regular(super::theme::BODY),
        ink,
        rect.width(),
    );
    job.wrap.max_rows = lines;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let y = rect.center().y - galley.size().y / 2.0;
    let cut = galley.elided;
    ui.painter().galley(pos2(rect.left(), y), galley, ink);
    cut
}
