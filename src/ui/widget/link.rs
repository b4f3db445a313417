//! Links: words or amounts that lead to what is behind them.
//!
//! A thin line below tells them from other text; under the pointer and with the keyboard on them
//! they stand out.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CursorIcon, FontId, Galley, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};
use std::sync::Arc;

use super::button::focus_ring;
use super::{is_whole, line};
use crate::ui::fonts;
use crate::ui::theme::{BODY, TokensOf as _};

/// What a link shows and says.
pub struct Link<'a> {
    /// What is shown.
    pub text: &'a str,
    /// What is read: the text, what it is, and that it leads on.
    pub name: &'a str,
    /// Where it stands in its place.
    pub align: Align,
    /// Stands out, for sums.
    pub strong: bool,
    /// Its colour, where it is not that of text.
    pub colour: Option<Color32>,
}

impl<'a> Link<'a> {
    /// A figure, right-aligned.
    #[must_use]
    pub const fn figure(text: &'a str, name: &'a str) -> Self {
        Self { text, name, align: Align::Max, strong: false, colour: None }
    }

    /// Shows it in a place of a table, on top of what is there; `sense` says whether it is a stop
    /// of the Tab key.
    #[must_use]
    pub fn at(&self, ui: &Ui, place: Rect, (id, sense): (Id, Sense)) -> Response {
        let galley = self.galley(ui, f32::INFINITY);
        let x = match self.align {
            Align::Min => place.left(),
            Align::Center => place.center().x - galley.size().x / 2.0,
            Align::Max => place.right() - galley.size().x,
        };
        let size = galley.size();
        let words = Rect::from_min_size(pos2(x, place.center().y - size.y / 2.0), size);
        let response = ui.interact(words.expand2(vec2(3.0, 2.0)), id, sense);
        if is_whole(ui, place) {
            self.paint(ui, &response, words, galley);
        }
        self.read(response)
    }

    /// Shows it in the flow of a layout; on several lines where there is no room for one.
    #[must_use]
    pub fn show(&self, ui: &mut Ui) -> Response {
        let (one, room) = (self.galley(ui, f32::INFINITY), ui.available_width());
        let galley = if one.size().x <= room {
            one
        } else {
            let (font, text) = (self.font(), self.text.to_owned());
            ui.fonts_mut(|fonts| fonts.layout(text, font, Color32::PLACEHOLDER, room))
        };
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
        self.paint(ui, &response, rect, galley);
        self.read(response)
    }

    fn font(&self) -> FontId {
        if self.strong { fonts::semibold(BODY) } else { fonts::regular(BODY) }
    }

    fn galley(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        // The colour is decided when it is painted, once it is known whether the pointer is on it.
        line(ui, self.text, self.font(), Color32::PLACEHOLDER, width)
    }

    fn paint(&self, ui: &Ui, response: &Response, words: Rect, galley: Arc<Galley>) {
        let tokens = ui.tokens();
        let over = response.hovered() || response.has_focus();
        let ink = if over { tokens.accent } else { self.colour.unwrap_or(tokens.text) };
        let stroke = if over { Stroke::new(1.5, ink) } else { Stroke::new(1.0, tokens.line_field) };
        for row in &galley.rows {
            let row = row.rect().translate(words.min.to_vec2());
            ui.painter().hline(row.x_range(), row.bottom() - 1.0, stroke);
        }
        ui.painter().galley(words.min, galley, ink);
        focus_ring(ui, response, words.expand2(vec2(3.0, 1.0)), 3);
    }

    fn read(&self, response: Response) -> Response {
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, self.name));
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A few words that lead on, in the flow of a layout.
#[must_use]
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let colour = Some(ui.tokens().accent);
    Link { text, name: text, align: Align::Min, strong: false, colour }.show(ui)
}
