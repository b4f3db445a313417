//! Widgets of the program: each has a name for the screen reader and can be reached by keyboard.

pub mod bar;
pub mod button;
pub mod card;
pub mod chip;
pub mod field;
pub mod focus;
pub(super) mod hint;
pub mod link;
pub mod list;
pub mod markdown;
pub mod modal;
pub mod options;
pub mod region;
pub mod roving;
pub mod scrolled;
pub mod section;
mod share;
pub mod table;
pub mod tile_map;
pub mod timeline;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align, Color32, Event, FontId, Galley, Layout, Modifiers, Pos2, Rangef, Rect, Response, Ui,
    UiBuilder, pos2,
};
use std::sync::Arc;

use hint::Hint as _;

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

/// Says the whole of what is chosen in a list while the pointer rests on it, where its box is too
/// small for the words.
#[must_use]
pub fn explain_chosen(ui: &Ui, list: Response, words: &str) -> Response {
    let font = super::fonts::medium(super::theme::BODY);
    let needed = line(ui, words, font, Color32::PLACEHOLDER, f32::INFINITY).size().x;
    let spacing = ui.spacing();
    let around = spacing.icon_width + spacing.icon_spacing + 2.0 * spacing.button_padding.x;
    if needed + around > list.rect.width() + 0.5 { list.hint(words) } else { list }
}

/// Width of the longest word of a head, which is broken between words.
fn longest_word(ui: &Ui, head: &str) -> f32 {
    longest(ui, head.split(' '), &super::fonts::medium(super::theme::SMALL))
}

/// Width of the longest of these words.
fn longest<'a>(ui: &Ui, parts: impl Iterator<Item = &'a str>, font: &FontId) -> f32 {
    let width = |part| line(ui, part, font.clone(), Color32::PLACEHOLDER, f32::INFINITY).size().x;
    parts.map(width).fold(0.0, f32::max).ceil() + 1.0
}

/// The head of a column on lines broken between words.
fn head_lines(ui: &Ui, head: &str, ink: Color32, (align, width): (Align, f32)) -> Arc<Galley> {
    let font = super::fonts::medium(super::theme::SMALL);
    let mut job = LayoutJob::simple(head.to_owned(), font, ink, width + 1.0);
    job.halign = align;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints the lines of a head above that point, unless a part of them is scrolled out of sight.
fn paint_head(ui: &Ui, foot: Pos2, galley: Arc<Galley>, ink: Color32) {
    let clip = ui.clip_rect().expand(1.0);
    let at = pos2(foot.x, foot.y - galley.size().y);
    let place = galley.rect.translate(at.to_vec2());
    if clip.left() <= place.left() && place.right() <= clip.right() {
        ui.painter().galley(at, galley, ink);
    }
}

/// The part of a cell that is not scrolled out of sight at the sides; `None` where too little is.
#[must_use]
pub fn in_sight(ui: &Ui, place: Rect) -> Option<Rect> {
    let seen = ui.clip_rect().x_range().intersection(place.x_range());
    (seen.span() >= 12.0).then(|| Rect::from_x_y_ranges(seen, place.y_range()))
}

/// True where nothing of the place is scrolled out of sight at the sides. A column of figures that
/// is not whole is left out, head and all: some digits of a figure would be another figure.
#[must_use]
pub fn is_whole(ui: &Ui, place: Rect) -> bool {
    let clip = ui.clip_rect().expand(1.0);
    clip.left() <= place.left() && place.right() <= clip.right()
}

/// Paints what stands in a cell: a figure whole or not at all, words as far as they are in sight,
/// on two lines where the place is high enough. True when it is not whole.
#[must_use]
pub fn paint_words(
    ui: &Ui,
    place: Rect,
    words: &str,
    (font, ink, align): (FontId, Color32, Align),
) -> bool {
    if align == Align::Max {
        let whole = is_whole(ui, place);
        return !whole || paint_line(ui, place, line(ui, words, font, ink, f32::INFINITY), align);
    }
    let Some(seen) = in_sight(ui, place) else { return false };
    let galley = line(ui, words, font.clone(), ink, seen.width() + 1.0);
    if galley.elided && !is_whole(ui, place) && is_figure(words) {
        return true;
    }
    if galley.elided && seen.height() >= TWO_LINES {
        return paint_stack(ui, seen, &[(words, font, ink)]) > seen.height();
    }
    paint_line(ui, seen, galley, align)
}

/// Height of a line of words in a cell.
pub const LINE: f32 = 17.0;
/// Room above and below the words of a cell.
pub const MARGIN: f32 = 5.0;
/// The same where the words need more lines than the row has.
const NEAR: f32 = 3.0;
/// Height from which on words in a cell take two lines.
const TWO_LINES: f32 = 40.0;

/// How many lines have room in a cell.
fn lines_in(height: f32) -> usize {
    let (mut lines, mut rest) = (1, height - 2.0 * NEAR - LINE);
    while rest >= LINE {
        lines += 1;
        rest -= LINE;
    }
    lines
}

/// Words of one kind among those that stand one below the other in a cell.
pub type Part<T = String> = (T, FontId, Color32);

/// The words of one part on at most so many lines.
fn lay<T: AsRef<str>>(
    ui: &Ui,
    width: f32,
    (words, font, ink): &Part<T>,
    lines: usize,
) -> Arc<Galley> {
    let words = words.as_ref().to_owned();
    let mut job = LayoutJob::simple(words, font.clone(), *ink, width + 1.0);
    job.wrap.max_rows = lines;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn height_of(all: &[Arc<Galley>]) -> f32 {
    all.iter().map(|galley| galley.size().y).sum()
}

/// The height that words one below the other need in a row of that width.
#[must_use]
pub fn stack_height<T: AsRef<str>>(ui: &Ui, width: f32, parts: &[Part<T>]) -> f32 {
    let all: Vec<_> = parts.iter().map(|part| lay(ui, width, part, usize::MAX)).collect();
    (height_of(&all) + 2.0 * NEAR).ceil()
}

/// Paints words one below the other, each on as many lines as it needs; the height that all of
/// them need. Where the place is lower, they are cut.
#[must_use]
pub fn paint_stack<T: AsRef<str>>(ui: &Ui, place: Rect, parts: &[Part<T>]) -> f32 {
    let whole = |part| lay(ui, place.width(), part, usize::MAX);
    let mut galleys: Vec<_> = parts.iter().map(whole).collect();
    let needed = (height_of(&galleys) + 2.0 * NEAR).ceil();
    if needed > place.height() {
        let mut left = lines_in(place.height());
        for (at, (galley, part)) in galleys.iter_mut().zip(parts).enumerate() {
            let lines =
                left.saturating_sub(parts.len() - 1 - at).clamp(1, galley.rows.len().max(1));
            *galley = lay(ui, place.width(), part, lines);
            left = left.saturating_sub(lines);
        }
    }
    let mut top = place.center().y - height_of(&galleys) / 2.0;
    for (galley, (_, _, ink)) in galleys.into_iter().zip(parts) {
        let below = top + galley.size().y;
        ui.painter().galley(pos2(place.left(), top), galley, *ink);
        top = below;
    }
    needed
}

/// True for amounts, days and numbers, of which no part may be left out.
fn is_figure(words: &str) -> bool {
    words.contains(|sign: char| sign.is_ascii_digit()) && !words.contains(char::is_alphabetic)
}

/// True while a dialog or the search lies above: keys are meant for it then.
#[must_use]
pub fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some())
}

/// The keys that are held with what is done now: with a click those of its own moment, since on a
/// slow line they are up again before the frame is made.
#[must_use]
pub fn held(ui: &Ui) -> Modifiers {
    let of_click = |event: &Event| match event {
        Event::PointerButton { pressed: false, modifiers, .. } => Some(*modifiers),
        _ => None,
    };
    ui.input(|input| input.events.iter().rev().find_map(of_click).unwrap_or(input.modifiers))
}

/// A row at the right edge whose widgets are read, and reached by Tab, from left to right.
///
/// A layout from right to left would turn that order around. How wide the row is is known only once
/// it is made: where that has changed, the frame is made again.
pub fn at_end<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    at_end_wide(ui, content).0
}

/// The same; also how wide the row became.
pub fn at_end_wide<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
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
    let is_new = known.is_none_or(|known| (known - used.width()).abs() > 0.5);
    if is_new {
        ui.data_mut(|data| data.insert_temp(id, used.width()));
        make_again(ui.ctx(), "the width of a row at the right edge");
    }
    // In a row that is filled from the right, the rest of it is free. As long as it does not stand
    // where it should, it makes nothing around it wider.
    let rest = ui.layout().prefer_right_to_left();
    let taken = if rest && is_new {
        Rangef::new(left, area.right())
    } else if rest {
        used.x_range()
    } else {
        area.x_range()
    };
    ui.advance_cursor_after_rect(Rect::from_x_y_ranges(taken, used.y_range()));
    (result, used.width())
}

/// So many frames in a row are made again.
const AGAIN: u8 = 2;

/// Makes the frame again, because what it was laid out by has changed.
pub fn make_again(ctx: &eframe::egui::Context, reason: &'static str) {
    // What changes from frame to frame, as a form whose answer arrives, would make each one twice.
    let (id, frame) = (eframe::egui::Id::unique("made again"), ctx.cumulative_frame_nr());
    let (last, before): (u64, u8) = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    let in_row = match frame.saturating_sub(last) {
        0 => before,
        1 => before + 1,
        _ => 1,
    };
    if in_row <= AGAIN {
        ctx.data_mut(|data| data.insert_temp(id, (frame, in_row)));
        ctx.request_discard(reason);
    }
    // A frame is made again only so often; then the next one is right.
    if !ctx.will_discard() {
        ctx.request_repaint();
    }
}
