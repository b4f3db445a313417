//! Every text of a frame, with its ink and the place that it may use.

use std::sync::Arc;

use eframe::egui::epaint::text::PlacedRow;
use eframe::egui::{FullOutput, Galley, Rect, Shape, Vec2};

use super::paint::shapes;

/// A text as it stands on the screen.
pub struct Written {
    pub galley: Arc<Galley>,
    /// Where its ink is.
    pub ink: Rect,
    /// Where the ink of each of its lines is.
    pub lines: Vec<Rect>,
    /// What of it may be painted.
    pub clip: Rect,
    /// Its place in the order of painting.
    order: usize,
}

impl Written {
    pub fn words(&self) -> &str {
        &self.galley.job.text
    }

    /// Where the ink of both lies, line by line: what flows around another text is not above it.
    pub fn both(&self, other: &Self) -> impl Iterator<Item = Rect> {
        let (seen, clip) = (self.lines.iter(), self.clip.intersect(other.clip));
        seen.flat_map(move |one| other.lines.iter().map(move |two| one.intersect(*two)))
            .map(move |both| both.intersect(clip))
    }

    /// True where the room for it ends because a part of it is scrolled out of sight at the sides.
    pub fn is_scrolled(&self) -> bool {
        let room = self.ink.left() + self.galley.job.wrap.max_width + 3.0;
        room >= self.clip.right() || self.ink.left() <= self.clip.left() + 3.0
    }

    /// The part of it that is seen.
    pub fn seen(&self) -> Rect {
        self.ink.intersect(self.clip)
    }
}

/// True when both texts can be seen in that place: nothing opaque was painted between them.
pub fn both_seen(output: &FullOutput, one: &Written, other: &Written, place: Rect) -> bool {
    let all = shapes(output);
    let (first, last) = (one.order.min(other.order), one.order.max(other.order));
    !covered(place, &all[first + 1..last])
}

/// True when nothing opaque is painted over the middle of the text.
pub fn is_on_top(output: &FullOutput, text: &Written) -> bool {
    let middle = Rect::from_center_size(text.seen().center(), Vec2::splat(2.0));
    !covered(middle, &shapes(output)[text.order + 1..])
}

/// Every text of a frame that is seen at least in part; what is covered later is left out.
pub fn texts(output: &FullOutput) -> Vec<Written> {
    let all = shapes(output);
    let mut texts = Vec::new();
    for (index, (clip, shape)) in all.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        if text.galley.job.text.trim().is_empty() {
            continue;
        }
        let ink = text.galley.mesh_bounds.translate(text.pos.to_vec2());
        let seen = ink.intersect(*clip);
        if !seen.is_positive() || covered(seen, &all[index + 1..]) {
            continue;
        }
        let line = |row: &PlacedRow| {
            row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2())
        };
        let lines = text.galley.rows.iter().map(line).collect();
        let galley = Arc::clone(&text.galley);
        texts.push(Written { galley, ink, lines, clip: *clip, order: index });
    }
    texts
}

/// True when something is painted over the place: a filled rectangle, or the ground of a dialog.
fn covered(place: Rect, later: &[(Rect, &Shape)]) -> bool {
    later.iter().any(|(clip, shape)| match shape {
        Shape::Rect(rect) => {
            let opaque = rect.fill.a() == 255;
            let veil =
                rect.fill.a() > 60 && rect.rect.width() > 400.0 && rect.rect.height() > 300.0;
            (opaque || veil) && rect.rect.intersect(*clip).contains_rect(place.shrink(0.5))
        }
        _ => false,
    })
}
