//! The very pages of a paper, before it is saved; the screen reader gets all of it as text.

use std::fmt;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    ColorImage, Image, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, WidgetInfo, vec2,
};

use crate::paper::{Document, Wish};
use crate::ui::context::Context;
use crate::ui::data::{Loaded, PagePicture, PageWish, PaperView, Want};
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;

use super::super::loaded;

/// Sizes of the page, in percent of the width that there is.
const ZOOMS: [u16; 7] = [50, 75, 100, 125, 150, 200, 300];
/// The page as wide as there is room.
const FIT: usize = 2;
/// The picture is made in steps of so many pixels, so that a window that is drawn wider does not
/// ask for each width.
const STEP: f32 = 40.0;

/// What is looked at.
#[derive(Debug)]
pub(super) struct Preview {
    page: usize,
    /// Place in [`ZOOMS`].
    zoom: usize,
    as_text: bool,
    wish: Option<Wish>,
    asked: Option<PageWish>,
    shown: Option<Shown>,
}

impl Default for Preview {
    fn default() -> Self {
        Self { page: 0, zoom: FIT, as_text: false, wish: None, asked: None, shown: None }
    }
}

/// A picture that lies with the graphics card; dropping it frees it there.
struct Shown {
    picture: Arc<PagePicture>,
    texture: TextureHandle,
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Shown").field(&self.picture.of).finish()
    }
}

impl Preview {
    pub(super) fn wants(&self, wish: &Wish, cx: &Context<'_>) -> Vec<Want> {
        if !wish.is_complete() {
            return Vec::new();
        }
        let mut wants = vec![Want::Paper(Box::new(wish.clone()), cx.paper)];
        let asked = self.asked.as_ref().filter(|page| page.wish == *wish && page.lang == cx.paper);
        wants.extend(asked.cloned().map(Box::new).map(Want::Page));
        wants
    }

    pub(super) fn put_away(&mut self) {
        self.shown = None;
        self.asked = None;
    }

    pub(super) fn ui(&mut self, wish: &Wish, cx: &Context<'_>, ui: &mut Ui) {
        if self.wish.as_ref() != Some(wish) {
            self.wish = Some(wish.clone());
            self.page = 0;
            self.put_away();
        }
        if !wish.is_complete() {
            self.put_away();
            card::empty(ui, &cx.t(missing(wish.document)));
            return;
        }
        let value = loaded(cx, ui, &cx.data.paper);
        if matches!(cx.data.paper, Loaded::Failed { .. }) {
            // The page of before says nothing of what is chosen now.
            self.put_away();
            return;
        }
        let same = |view: &PaperView| view.wish == *wish && view.lang == cx.paper;
        match value {
            Some(Some(view)) if same(view) => {
                if cx.data.paper.ready().is_none() || !cx.is_current(view, wish) {
                    let tone = ui.tokens().warn;
                    card::banner(ui, tone, |ui| ui.label(cx.t("shelf-remade")));
                }
                self.view(view, cx, ui);
            }
            Some(None) if matches!(cx.data.paper, Loaded::Ready(_)) => {
                card::empty(ui, &cx.t(none(wish.document)));
            }
            Some(_) => card::empty(ui, &cx.t("app-loading")),
            None => {}
        }
    }

    fn view(&mut self, view: &PaperView, cx: &Context<'_>, ui: &mut Ui) {
        self.page = self.page.min(view.pages.len().saturating_sub(1));
        card::heading(ui, &view.title);
        card::dim(ui, &view.subtitle);
        ui.add_space(4.0);
        self.bar(view, cx, ui);
        ui.add_space(6.0);
        if self.as_text {
            self.put_away();
            text(ui, view);
        } else {
            self.picture(view, cx, ui);
        }
    }

    /// Which page, how large, or all of it as text.
    fn bar(&mut self, view: &PaperView, cx: &Context<'_>, ui: &mut Ui) {
        let last = view.pages.len().saturating_sub(1);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let step = |ui: &mut Ui, key: &str, enabled: bool| {
                let words = cx.t(key);
                Button::new(&words).enabled(enabled).show(ui).clicked()
            };
            if !self.as_text {
                if step(ui, "shelf-page-before", self.page > 0) {
                    self.page -= 1;
                }
                let number = [
                    ("page", (self.page + 1).to_string()),
                    ("pages", view.pages.len().to_string()),
                ];
                ui.label(cx.f("shelf-page", &number));
                if step(ui, "shelf-page-after", self.page < last) {
                    self.page += 1;
                }
                ui.add_space(8.0);
                if step(ui, "shelf-smaller", self.zoom > 0) {
                    self.zoom -= 1;
                }
                ui.label(cx.text.rate(ZOOMS[self.zoom].into()));
                if step(ui, "shelf-larger", self.zoom + 1 < ZOOMS.len()) {
                    self.zoom += 1;
                }
                ui.add_space(8.0);
            }
            let words = cx.t("shelf-as-text");
            if Button::new(&words).selected(self.as_text).show(ui).clicked() {
                self.as_text = !self.as_text;
            }
        });
    }

    fn picture(&mut self, view: &PaperView, cx: &Context<'_>, ui: &mut Ui) {
        let Some((wide, high)) = view.pages.get(self.page).copied() else { return };
        // Room for the bar of the area that scrolls.
        let room = (ui.available_width() - 12.0).max(120.0);
        let width = room * f32::from(ZOOMS[self.zoom]) / 100.0;
        let size = vec2(width, width * high / wide.max(1.0));
        self.ask(view, width * ui.ctx().pixels_per_point(), ui);
        self.take(view, cx, ui);
        ScrollArea::horizontal().id_salt("page").show(ui, |ui| {
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let number =
                [("page", (self.page + 1).to_string()), ("pages", view.pages.len().to_string())];
            let name = [cx.f("shelf-page", &number), view.title.clone()].join(": ");
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
            let said = view.figures.iter().map(|(label, value)| [label.as_str(), value].join(" "));
            let said = std::iter::once(view.subtitle.clone()).chain(said);
            let said = said.collect::<Vec<_>>().join(", ");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
            let stroke = Stroke::new(1.0, ui.tokens().line);
            let fits = |shown: &&Shown| {
                shown.picture.of.page == self.page && shown.picture.serial == view.serial
            };
            if let Some(shown) = self.shown.as_ref().filter(fits) {
                Image::new((shown.texture.id(), size)).paint_at(ui, rect);
            }
            ui.painter().rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
        });
    }

    /// Asks for the picture of the page at about this width in pixels.
    fn ask(&mut self, view: &PaperView, pixels: f32, ui: &Ui) {
        let steps = (pixels / STEP).ceil().clamp(4.0, 74.0);
        let asked = PageWish {
            wish: view.wish.clone(),
            lang: view.lang,
            page: self.page,
            width: in_pixels(steps * STEP),
        };
        if self.asked.as_ref() != Some(&asked) {
            self.asked = Some(asked);
            ui.ctx().request_repaint();
        }
    }

    /// Lays a picture that has come with the graphics card, in place of the one before.
    fn take(&mut self, view: &PaperView, cx: &Context<'_>, ui: &Ui) {
        let Some(Some(picture)) = cx.data.page.value() else { return };
        let same = |shown: &Shown| Arc::ptr_eq(&shown.picture, picture);
        let wanted = picture.serial == view.serial && picture.of.page == self.page;
        if !wanted || self.shown.as_ref().is_some_and(same) {
            return;
        }
        let image = ColorImage::from_rgba_premultiplied(picture.size, &picture.rgba);
        let texture = ui.ctx().load_texture("page", image, TextureOptions::LINEAR);
        self.shown = Some(Shown { picture: Arc::clone(picture), texture });
    }
}

/// Whole pixels of a width that lies between 160 and 2960.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
const fn in_pixels(width: f32) -> u16 {
    width as u16
}

/// All of the paper, line by line; only the lines in sight are made.
fn text(ui: &mut Ui, view: &PaperView) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let area = ScrollArea::both().id_salt("paper-text").max_height(560.0);
    area.auto_shrink([false, true]).show_rows(ui, 18.0, view.lines.len(), |ui, rows| {
        for line in view.lines.get(rows).unwrap_or_default() {
            let words = RichText::new(line).size(SMALL).monospace();
            ui.add(eframe::egui::Label::new(words).extend());
        }
    });
}

/// What has to be chosen first.
const fn missing(document: Document) -> &'static str {
    match document {
        Document::Statement => "shelf-choose-recipient",
        Document::Sheet => "shelf-choose-entry",
        _ => "shelf-choose-before",
    }
}

/// Why there is no such paper.
const fn none(document: Document) -> &'static str {
    match document {
        Document::Sheet => "shelf-no-sheet",
        _ => "shelf-no-paper",
    }
}
