//! *Berichte*: every paper, looked at before it is saved or issued; what left the house; whether a
//! PDF is genuine; why a figure is another one now.

mod batch;
mod check;
mod choose;
mod difference;
mod issued;
mod preview;

use eframe::egui::Ui;

use crate::paper::Document;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::route::{Part, Route, Shelf};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;

use super::{head, scrolling};

/// From this width on the page stands beside what is chosen.
const WIDE: f32 = 760.0;

/// The screen.
#[derive(Debug, Default)]
pub struct Reports {
    choose: choose::Choose,
    preview: preview::Preview,
    issued: issued::Issued,
    difference: difference::Difference,
}

impl Reports {
    /// What the part that is shown needs.
    pub fn wants(&self, shelf: &Shelf, cx: &Context<'_>) -> Vec<Want> {
        match shelf.part {
            Part::Make => {
                let mut wants = self.preview.wants(&shelf.wish, cx);
                wants.push(Want::Recipients);
                wants
            }
            Part::Issued => vec![Want::IssuedPapers],
            Part::Check => Vec::new(),
            Part::Difference => self.difference.wants(),
        }
    }

    /// Gives back what only the screen needs: the picture of a page.
    pub fn put_away(&mut self) {
        self.preview.put_away();
    }

    /// Shows it.
    pub fn ui(&mut self, shelf: &Shelf, cx: &Context<'_>, ui: &mut Ui) {
        let name = Route::Reports(Box::new(shelf.clone()));
        head(ui, &cx.screen_name(&name), |ui| {
            for part in Part::ALL.into_iter().filter(|_| cx.is_whole()) {
                let words = cx.t(part.key());
                let button = Button::new(&words).bare().selected(part == shelf.part);
                if button.show(ui).clicked() {
                    let shelf = Shelf { part, ..shelf.clone() };
                    cx.send(Action::Go(Route::Reports(Box::new(shelf))));
                }
            }
        });
        ui.add_space(6.0);
        match shelf.part {
            Part::Make => self.make(shelf, cx, ui),
            Part::Issued => self.issued.ui(shelf, cx, ui),
            Part::Check => scrolling(ui, "check-paper", |ui| check::show(ui, cx)),
            Part::Difference => self.difference.ui(cx, ui),
        }
        if shelf.part != Part::Make {
            self.put_away();
        }
    }

    fn make(&mut self, shelf: &Shelf, cx: &Context<'_>, ui: &mut Ui) {
        let Self { choose, preview, .. } = self;
        if ui.available_width() < WIDE {
            scrolling(ui, "papers", |ui| {
                card::card(ui, |ui| choose.ui(&shelf.wish, cx, ui));
                beside((choose, preview), shelf, cx, ui);
            });
            return;
        }
        let height = ui.available_height();
        card::columns(ui, &[1.0, 2.4], |index, ui| {
            if index == 0 {
                card::card(ui, |ui| {
                    let area = eframe::egui::ScrollArea::vertical().id_salt("choose-paper");
                    let area = area.max_height(height - 30.0).auto_shrink([false, true]);
                    area.show(ui, |ui| choose.ui(&shelf.wish, cx, ui));
                });
            } else {
                scrolling(ui, "paper", |ui| beside((choose, preview), shelf, cx, ui));
            }
        });
    }
}

/// The page; above it what is done with it, and what became of all statements until that was read.
fn beside(
    (choose, preview): (&choose::Choose, &mut preview::Preview),
    shelf: &Shelf,
    cx: &Context<'_>,
    ui: &mut Ui,
) {
    let concerned = |running: bool| running || shelf.wish.document == Document::Statement;
    if let Some(made) = cx.data.batch.as_ref().filter(|batch| concerned(batch.running)) {
        batch::show(ui, cx, made);
    }
    card::card(ui, |ui| {
        choose.buttons(ui, cx, &shelf.wish);
        ui.add_space(6.0);
        preview.ui(&shelf.wish, cx, ui);
    });
}
