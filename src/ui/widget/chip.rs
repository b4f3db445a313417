//! Status as a word in a chip; the colour only repeats the word.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{line, paint_line};
use crate::ui::fonts;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _, Tone};

/// What a chip means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Overdue, refused.
    Late,
    /// Needs attention.
    Warn,
    /// Reached, paid.
    Good,
    /// Neither.
    Quiet,
}

impl Meaning {
    /// Its colours.
    #[must_use]
    pub const fn tone(self, tokens: &Tokens) -> Tone {
        match self {
            Self::Late => tokens.late,
            Self::Warn => tokens.warn,
            Self::Good => tokens.good,
            Self::Quiet => tokens.quiet,
        }
    }
}

/// Paints a chip at the left of a rectangle; true when its word had to be cut.
#[expect(clippy::must_use_candidate, reason = "most callers know that it fits")]
pub fn paint(ui: &Ui, rect: Rect, meaning: Meaning, word: &str) -> bool {
    let tone = meaning.tone(ui.tokens());
    let galley = line(ui, word, fonts::regular(SMALL), tone.text, rect.width() - 18.0);
    let size = vec2(galley.size().x + 18.0, 21.0);
    let chip = Rect::from_min_size(pos2(rect.left(), rect.center().y - size.y / 2.0), size);
    let edge = Stroke::new(ui.tokens().border, tone.line);
    ui.painter().rect(chip, CornerRadius::same(10), tone.soft, edge, StrokeKind::Inside);
    paint_line(ui, chip.shrink2(vec2(9.0, 0.0)), galley, Align::Min)
}

/// Shows a chip.
pub fn chip(ui: &mut Ui, meaning: Meaning, word: &str) -> Response {
    let tokens = ui.tokens();
    let galley = line(ui, word, fonts::regular(SMALL), tokens.text, f32::INFINITY);
    let size = vec2(galley.size().x + 18.0, 21.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    paint(ui, rect.expand2(vec2(1.0, 0.0)), meaning, word);
    response
}
