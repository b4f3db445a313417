//! *Hilfe*: the manual, chapter by chapter.

use eframe::egui::{ScrollArea, Ui};

use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::manual::{self, Chapter};
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::markdown::{self, Block};
use crate::ui::widget::scrolled::by_keys;

/// Widest line that reads well.
const LINE: f32 = 780.0;

/// The screen.
#[derive(Debug, Default)]
pub struct Help {
    /// The chapter as it was parsed last, with what it was parsed from.
    page: Option<(Chapter, crate::text::Lang, Vec<Block>)>,
}

impl Help {
    /// Shows it.
    pub fn ui(&mut self, chapter: Chapter, cx: &Context<'_>, ui: &mut Ui) {
        let wide = ui.available_width() > 700.0;
        let weights: &[f32] = if wide { &[0.4, 1.0] } else { &[0.5, 1.0] };
        let height = ui.available_height();
        card::columns(ui, weights, |index, ui| {
            if index == 0 {
                card::card(ui, |ui| contents(ui, cx, chapter, height - 30.0));
            } else {
                card::card(ui, |ui| self.page(ui, cx, chapter, height - 30.0));
            }
        });
    }

    fn page(&mut self, ui: &mut Ui, cx: &Context<'_>, chapter: Chapter, height: f32) {
        let lang = cx.lang();
        let page = match &mut self.page {
            Some((own, spoken, page)) if (*own, *spoken) == (chapter, lang) => page,
            other => {
                let page = markdown::parse(&manual::source(cx.text, chapter));
                &mut other.insert((chapter, lang, page)).2
            }
        };
        // Each chapter begins at its beginning.
        let scroll = ScrollArea::vertical().id_salt(chapter.name()).max_height(height);
        scroll.auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(LINE));
            if let Some(link) = markdown::show(ui, page)
                && let Some(action) = manual::target(&link)
            {
                cx.send(action);
            }
            by_keys(ui);
        });
    }
}

/// The chapters, the open one marked.
fn contents(ui: &mut Ui, cx: &Context<'_>, open: Chapter, height: f32) {
    card::title(ui, &cx.t("screen-help"));
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt("contents").max_height(height - 44.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for chapter in Chapter::ALL {
            let name = manual::title(cx.lang(), *chapter);
            let width = ui.available_width();
            let button = Button::new(name).bare().width(width).selected(*chapter == open);
            if button.show(ui).clicked() {
                cx.send(Action::Go(Route::Help(*chapter)));
            }
        }
    });
}
