//! Pages that scroll as a whole: another one begins at the top, the same one is where it was left.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Key, Memory, Modifiers, Popup, ScrollArea, TextEdit, Ui, vec2};

use super::focus::is_arriving;
use super::is_covered;

/// Frames in which the place of a page is asked for: what it holds may still move.
const TRIES: u8 = 4;

/// Frames for which a page stays at its top for who comes to go on: what cannot be read must not
/// hold it there for ever.
const PATIENCE: u8 = 100;

/// Share of what is seen by which a page key scrolls.
const PAGE: f32 = 0.9;

/// Farther than any page is long.
const FAR: f32 = 1_000_000.0;

/// Scrolls a page by the page keys, Home and End, where nothing on it takes them: call it at its
/// end.
pub fn by_keys(ui: &mut Ui) {
    let writes = |id| TextEdit::load_state(ui.ctx(), id).is_some();
    let taken = ui.memory(Memory::focused).is_some_and(writes);
    if taken || is_covered(ui) || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let keys = [(Key::PageDown, -page), (Key::PageUp, page), (Key::End, -FAR), (Key::Home, FAR)];
    for (key, by) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta_animation(vec2(0.0, by), ScrollAnimation::none());
        }
    }
}

/// How far the page was scrolled that was shown last.
#[derive(Debug, Default)]
pub struct Scrolled<K> {
    page: Option<K>,
    offset: f32,
    /// The frame in which it was shown last.
    frame: u64,
    /// Frames left to bring it to its place.
    tries: u8,
    /// Frames since somebody came to go on, while the keyboard is on its way.
    arriving: u8,
    /// All of it was there in the frame before: an area measures by the height that it had then.
    whole: bool,
}

impl<K: Clone + Default + PartialEq> Scrolled<K> {
    /// Shows a page in its area; while it is not `whole`, something of it is still to be read.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (page, whole): (&K, bool),
        area: ScrollArea,
        content: impl FnOnce(&mut Ui),
    ) {
        let frame = ui.ctx().cumulative_frame_nr();
        let turned = self.page.as_ref() != Some(page);
        if turned {
            *self = Self { page: Some(page.clone()), ..Self::default() };
        } else if frame > self.frame + 1 {
            (self.tries, self.whole) = (TRIES, false);
        }
        // Who comes to go on reads what the page is about, and what is next.
        self.arriving = if is_arriving(ui.ctx()) { self.arriving.saturating_add(1) } else { 0 };
        let arriving = (1..=PATIENCE).contains(&self.arriving);
        if arriving {
            (self.offset, self.tries) = (0.0, 0);
        }
        self.frame = frame;
        let back = self.tries > 0 && self.whole && whole;
        self.whole = whole;
        let area = if turned || back || arriving {
            area.vertical_scroll_offset(self.offset)
        } else {
            area
        };
        let content = |ui: &mut Ui| {
            content(ui);
            by_keys(ui);
        };
        let offset = area.show(ui, content).state.clamped_offset().y;
        if self.tries == 0 {
            self.offset = offset;
            return;
        }
        if back {
            let there = (offset - self.offset).abs() < 0.5;
            self.tries = if there { 0 } else { self.tries - 1 };
        }
        if whole {
            ui.ctx().request_repaint();
        }
    }
}
