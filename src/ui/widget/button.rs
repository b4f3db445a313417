//! Buttons: one primary button per screen, the rest quiet.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, EventFilter, FontId, Galley, Key, Modifiers, Popup, Response,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use super::{line, paint_line};
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::theme::{BODY, SMALL, Tokens, TokensOf as _};
use crate::ui::widget::hint::Hint as _;

/// No button is narrower, whatever the room.
const LEAST: f32 = 80.0;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Primary,
    Quiet,
    Bare,
}

/// A push button with a word and perhaps an icon.
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    weight: Weight,
    enabled: bool,
    width: Option<f32>,
    selected: Option<bool>,
    hint: &'a str,
    faint: bool,
}

impl<'a> Button<'a> {
    /// A quiet button.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            weight: Weight::Quiet,
            enabled: true,
            width: None,
            selected: None,
            hint: "",
            faint: false,
        }
    }

    /// Stands back: it can be pressed, but somebody else has to do what it leads to.
    #[must_use]
    pub const fn faint(mut self, faint: bool) -> Self {
        self.faint = faint;
        self
    }

    /// The one button of the screen that leads on.
    #[must_use]
    pub const fn primary(mut self, primary: bool) -> Self {
        if primary {
            self.weight = Weight::Primary;
        }
        self
    }

    /// Without border, for bars and lists.
    #[must_use]
    pub const fn bare(mut self) -> Self {
        self.weight = Weight::Bare;
        self
    }

    /// With an icon before the word.
    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Not to be pressed now.
    #[must_use]
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Of exactly this width, with the word at its left, on two lines where one is too short.
    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// With the keys that do the same, at its right; for buttons of a fixed width.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// One of several, chosen or not.
    #[must_use]
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let pad = if self.weight == Weight::Bare { 9.0 } else { 14.0 };
        let icon_width = if self.icon.is_some() { 24.0 } else { 0.0 };
        let chosen = self.selected == Some(true);
        let font = if chosen { fonts::semibold(BODY) } else { fonts::medium(BODY) };
        let probe = line(ui, self.text, font.clone(), tokens.text, f32::INFINITY);
        let around = icon_width + 2.0 * pad;
        let most = ui.max_rect().width().max(LEAST);
        let width = self.width.unwrap_or_else(|| (probe.size().x + around).min(most));
        let hint = (!self.hint.is_empty())
            .then(|| line(ui, self.hint, fonts::regular(SMALL), tokens.dim, f32::INFINITY));
        let beside = hint.as_ref().map_or(0.0, |hint| hint.size().x + 10.0);
        let words = wrapped(ui, self.text, font, width - around - beside);
        let height = (words.size().y + 12.0).max(32.0);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        let enabled = self.enabled && ui.is_enabled();
        let info = || match self.selected {
            Some(selected) => WidgetInfo::selected(Role::Button, enabled, selected, self.text),
            None => WidgetInfo::labeled(Role::Button, enabled, self.text),
        };
        response.widget_info(info);
        keep_in_sight(&response);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let over = enabled && (response.hovered() || response.is_pointer_button_down_on());
        let (fill, edge, ink) = self.colours(tokens, (enabled, over));
        let radius = CornerRadius::same(6);
        ui.painter().rect(rect, radius, fill, Stroke::new(tokens.border, edge), StrokeKind::Inside);
        focus_ring(ui, &response, rect, 6);
        let content = rect.shrink2(vec2(pad, 0.0));
        if let Some(icon) = self.icon {
            let square = eframe::egui::Rect::from_center_size(
                pos2(content.left() + 8.0, rect.center().y),
                vec2(16.0, 16.0),
            );
            icon.paint(ui.painter(), square, ink);
        }
        let place = content.with_min_x(content.left() + icon_width);
        if let Some(hint) = hint {
            paint_line(ui, place, hint, Align::Max);
        }
        let at = pos2(place.left(), place.center().y - words.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, words, ink);
        response
    }

    /// Of the face, its edge and what stands on it.
    fn colours(
        &self,
        tokens: &Tokens,
        (enabled, over): (bool, bool),
    ) -> (Color32, Color32, Color32) {
        let chosen = self.selected == Some(true);
        // Where everything is white on black, what is off must stand back by more than its ink.
        let off = if tokens.patterns {
            (tokens.card, tokens.line_soft, tokens.line_soft)
        } else {
            (tokens.hover, tokens.line, tokens.dim)
        };
        let bare = if tokens.patterns && self.selected.is_some() { off.1 } else { tokens.card };
        match (self.weight, enabled) {
            (Weight::Primary, true) if over => {
                (tokens.accent_hover, tokens.accent_hover, tokens.on_accent)
            }
            (Weight::Primary, true) => (tokens.accent, tokens.accent, tokens.on_accent),
            (Weight::Bare, false) => (tokens.card, tokens.card, off.2),
            (_, false) => off,
            (Weight::Bare, true) if chosen => {
                (tokens.accent_soft, tokens.accent_soft, tokens.accent)
            }
            (Weight::Bare, true) if over => (tokens.hover, tokens.hover, tokens.text),
            (Weight::Bare, true) if self.faint => (tokens.card, bare, tokens.dim),
            (Weight::Bare, true) => (tokens.card, bare, tokens.text),
            (Weight::Quiet, true) if over => (tokens.hover, tokens.dim, tokens.text),
            (Weight::Quiet, true) if self.faint => (tokens.card, tokens.line, tokens.dim),
            (Weight::Quiet, true) => (tokens.card, tokens.line_field, tokens.text),
        }
    }
}

/// Words on as many lines as they need.
fn wrapped(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    let width = width.max(LEAST / 2.0) + 1.0;
    ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, Color32::PLACEHOLDER, width))
}

/// What the keyboard comes to is scrolled into sight.
pub fn keep_in_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// The keyboard comes back to a button once its menu is closed, unless it went elsewhere.
pub fn take_keyboard_back(ui: &Ui, button: &Response, open: bool) {
    // What was chosen has the keyboard for some frames after the menu is gone.
    const TRIES: u8 = 3;
    let id = button.id.with("menu was open");
    let left = ui.data_mut(|data| {
        let left = data.get_temp_mut_or(id, 0_u8);
        let now = if open { TRIES } else { *left };
        *left = if open { TRIES } else { now.saturating_sub(1) };
        now
    });
    if open || left == 0 {
        return;
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        ui.data_mut(|data| data.insert_temp(id, 0_u8));
        button.request_focus();
    } else {
        ui.ctx().request_repaint();
    }
}

/// A list of choices that has the keyboard opens by the keys of other programs of the desk too:
/// arrow down, with Alt or without, and F4. Once it is closed, it has the keyboard again.
pub fn open_by_key(ui: &Ui, list: &Response, open: bool) {
    take_keyboard_back(ui, list, open);
    if !list.has_focus() {
        return;
    }
    // While it is closed the arrow opens it; once it is open the arrow leads into it.
    let filter = EventFilter { vertical_arrows: !open, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    if open {
        return;
    }
    let keys = [
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::NONE, Key::F4),
    ];
    let pressed =
        ui.input_mut(|input| keys.into_iter().any(|(held, key)| input.consume_key(held, key)));
    if pressed {
        // The name that a list of choices gives to what it opens.
        Popup::open_id(ui.ctx(), list.id.with("popup"));
        ui.ctx().request_repaint();
    }
}

/// The ring that shows where the keyboard is.
pub fn focus_ring(ui: &Ui, response: &Response, rect: eframe::egui::Rect, radius: u8) {
    keep_in_sight(response);
    if response.has_focus() {
        let tokens = ui.tokens();
        let ring = CornerRadius::same(radius + 2);
        let stroke = Stroke::new(tokens.focus, tokens.accent);
        ui.painter().rect_stroke(rect.expand(2.0), ring, stroke, StrokeKind::Inside);
    }
}

/// A small round-cornered button that shows an icon only; its name is for the screen reader.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.hover);
    }
    focus_ring(ui, &response, rect, 6);
    icon.paint(ui.painter(), rect.shrink(6.0), tokens.dim);
    response.hint(name)
}
