//! The wheel of the mouse.

use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};

use super::Window;

impl Window {
    /// Turns the wheel over the right half of the window, farther than any page is long.
    pub fn scroll(&mut self) {
        self.scroll_by(0.75, 20_000.0);
    }

    /// Turns the wheel by so many points, at that part of the width of the window.
    pub fn scroll_by(&mut self, part: f32, points: f32) {
        let size = self.harness.ctx.content_rect().size();
        self.harness.event(Event::PointerMoved(pos2(size.x * part, size.y * 0.5)));
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: vec2(0.0, -points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        self.harness.run();
    }
}
