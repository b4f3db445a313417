//! What is painted.

use eframe::egui::{FullOutput, Rect, Shape};

/// Every shape of a frame with its clip rectangle, in the order of painting.
pub fn shapes(output: &FullOutput) -> Vec<(Rect, &Shape)> {
    fn collect<'a>(clip: Rect, shape: &'a Shape, into: &mut Vec<(Rect, &'a Shape)>) {
        match shape {
            Shape::Vec(all) => all.iter().for_each(|shape| collect(clip, shape, into)),
            shape => into.push((clip, shape)),
        }
    }
    let mut all = Vec::new();
    for clipped in &output.shapes {
        collect(clipped.clip_rect, &clipped.shape, &mut all);
    }
    all
}
