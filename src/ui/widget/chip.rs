//! Status as a word in a chip; the colour only repeats the word.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::button::{Button, focus_ring};
use super::{line, paint_line};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _, Tone};
use crate::ui::widget::hint::Hint as _;

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

/// What a chip needs beside its word.
pub const AROUND: f32 = 19.0;

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

/// A condition with a cross; true when it is to be removed, by pressing it or the key Delete.
pub fn removable(ui: &mut Ui, cx: &Context<'_>, words: &str) -> bool {
    let tokens = ui.tokens();
    let room = (ui.max_rect().width() - 60.0).max(80.0);
    let galley = line(ui, words, fonts::regular(SMALL), tokens.accent, room);
    let size = vec2(galley.size().x + 40.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = cx.f("list-remove-filter", &[("filter", words.to_owned())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let edge = if response.hovered() { tokens.accent } else { tokens.line_field };
    let radius = CornerRadius::same(13);
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(rect, radius, tokens.accent_soft, stroke, StrokeKind::Inside);
    paint_line(ui, rect.shrink2(vec2(12.0, 0.0)), galley, Align::Min);
    let cross =
        Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), vec2(12.0, 12.0));
    Icon::Close.paint(ui.painter(), cross, tokens.accent);
    focus_ring(ui, &response, rect.shrink(1.0), 12);
    let keys = [Key::Delete, Key::Backspace];
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let by_key = response.has_focus() && keys.into_iter().any(taken);
    response.hint(name).clicked() || by_key
}

/// What was taken out of a row of conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The one at that place.
    One(usize),
    /// All of them.
    All,
}

/// The conditions of a screen in a row, and the button that removes all; nothing where there are
/// none.
pub fn conditions(ui: &mut Ui, cx: &Context<'_>, words: &[String]) -> Option<Gone> {
    let mut gone = None;
    if words.is_empty() {
        return gone;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for (at, words) in words.iter().enumerate() {
            if removable(ui, cx, words) {
                gone = Some(Gone::One(at));
            }
        }
        if Button::new(&cx.t("list-clear")).bare().show(ui).clicked() {
            gone = Some(Gone::All);
        }
    });
    gone
}
