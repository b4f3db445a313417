//! The frame of a dialog: title, content that scrolls when the window is low, buttons.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Context as Egui, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Popup,
    RichText, ScrollArea, Stroke, Ui,
};

use super::button::Button;
use super::{at_end, card};
use crate::ui::context::Context;
use crate::ui::data::Booking;
use crate::ui::theme::{BODY, TokensOf as _};

/// What the person did with a dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The button that goes on.
    pub confirm: bool,
    /// Cancel or Escape.
    pub cancel: bool,
}

/// Words of a dialog.
pub struct Words {
    /// Title.
    pub title: String,
    /// What it does, one line.
    pub intro: String,
    /// The button that goes on; empty where the content itself leads on.
    pub confirm: String,
}

/// Shows a dialog; the content says whether Enter was pressed in a field.
pub fn dialog(
    egui: &Egui,
    cx: &Context<'_>,
    width: f32,
    words: &Words,
    content: impl FnOnce(&mut Ui) -> bool,
) -> Pressed {
    let popup_open = Popup::is_any_open(egui);
    let mut pressed = Pressed::default();
    let style = egui.global_style();
    let frame = Frame::popup(&style).inner_margin(Margin::same(20)).corner_radius(12);
    Modal::new(Id::unique("dialog")).frame(frame).show(egui, |ui| {
        let tokens = ui.tokens();
        ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(words.title.clone());
            node.set_modal();
        });
        card::title(ui, &words.title);
        if !words.intro.is_empty() {
            card::dim(ui, &words.intro);
        }
        ui.add_space(6.0);
        let room = (ui.ctx().content_rect().height() - 240.0).max(160.0);
        // An area offers the height that it had before: a form takes what it needs.
        let scroll = ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true]);
        let enter = scroll
            .show(ui, |ui| {
                // Room for the ring around a field that has the keyboard.
                Frame::new().inner_margin(Margin::symmetric(3, 2)).show(ui, content).inner
            })
            .inner;
        failure(ui, cx);
        ui.add_space(8.0);
        ui.painter().hline(
            ui.max_rect().x_range(),
            ui.cursor().top(),
            Stroke::new(1.0, tokens.line),
        );
        ui.add_space(10.0);
        let running = matches!(cx.booking, Booking::Running);
        ui.horizontal(|ui| {
            at_end(ui, |ui| {
                let label =
                    if running { cx.t("app-booking-running") } else { words.confirm.clone() };
                let goes_on = !words.confirm.is_empty();
                let confirm =
                    goes_on.then(|| Button::new(&label).primary(true).enabled(!running).show(ui));
                let cancel = Button::new(&cx.t("app-cancel")).show(ui);
                let clicked = confirm.is_some_and(|confirm| confirm.clicked());
                pressed.confirm = goes_on && !running && (clicked || enter);
                pressed.cancel = cancel.clicked();
            });
        });
    });
    let escape = || egui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    pressed.cancel |= !popup_open && escape();
    pressed
}

/// Why the booking was refused; read aloud as soon as it appears.
fn failure(ui: &mut Ui, cx: &Context<'_>) {
    let Booking::Failed(problem) = cx.booking else { return };
    let tokens = ui.tokens();
    ui.add_space(8.0);
    card::banner(ui, tokens.late, |ui| {
        let problem = cx.problem(problem);
        let words = RichText::new(&problem).size(BODY).color(tokens.late.text);
        let response = ui.label(words);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Alert);
            node.set_label(problem);
            node.set_live(Live::Assertive);
        });
        card::dim(ui, &cx.t("app-nothing-booked"));
    });
}

/// A calculation, line by line, the last one below a rule.
pub fn arithmetic(ui: &mut Ui, lines: &[(String, String)], result: &(String, String), bad: bool) {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.hover)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            for (words, amount) in lines {
                line(ui, RichText::new(words).color(tokens.dim), RichText::new(amount));
            }
            let top = ui.cursor().top();
            ui.painter().hline(ui.max_rect().x_range(), top, Stroke::new(1.0, tokens.line_field));
            ui.add_space(3.0);
            let colour = if bad { tokens.late.text } else { tokens.text };
            let strong = |text: &str| {
                RichText::new(text).font(crate::ui::fonts::semibold(BODY)).color(colour)
            };
            line(ui, strong(&result.0), strong(&result.1));
        });
}

fn line(ui: &mut Ui, words: RichText, amount: RichText) {
    ui.horizontal(|ui| {
        ui.label(words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(amount));
    });
}
