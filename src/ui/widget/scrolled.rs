//! Pages that scroll as a whole: another one begins at the top, the same one is where it was left.

use eframe::egui::{ScrollArea, Ui};

/// Frames in which the place of a page is asked for: what it holds may still move.
const TRIES: u8 = 4;

/// How far the page was scrolled that was shown last.
#[derive(Debug, Default)]
pub struct Scrolled<K> {
    page: Option<K>,
    offset: f32,
    /// The frame in which it was shown last.
    frame: u64,
    /// Frames left to bring it to its place.
    tries: u8,
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
        self.frame = frame;
        let back = self.tries > 0 && self.whole && whole;
        self.whole = whole;
        let area = if turned || back { area.vertical_scroll_offset(self.offset) } else { area };
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
