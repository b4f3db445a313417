//! The frame of a dialog: title, content that scrolls when the window is low, buttons.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Context as Egui, CornerRadius, Frame, Id, Key, Label, Layout, Margin, Modal, Modifiers,
    Popup, Rect, Response, RichText, ScrollArea, Stroke, Ui, UiBuilder, Vec2, vec2,
};

use super::button::{Button, icon_button};
use super::{at_end, card, make_again};
use crate::text::capital;
use crate::ui::context::Context;
use crate::ui::data::Booking;
use crate::ui::icon::Icon;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};

/// Height of title, intro, buttons and margins of a form, and of the rim of the window around it.
const AROUND: f32 = 200.0;

/// What the person did with a dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The button that goes on, Enter in the last field, or Ctrl+Enter anywhere.
    pub confirm: bool,
    /// Cancel or Escape; what was typed is kept.
    pub cancel: bool,
    /// What was typed is not to be kept.
    pub discard: bool,
    /// A step of typing, back or forward.
    pub step: Option<Step>,
}

/// A step of typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Take the last one back.
    Back,
    /// Do again what was taken back.
    Forward,
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

/// What stands around the content of a form.
pub struct Around<'a> {
    /// Width in points.
    pub width: f32,
    /// Title, intro, button.
    pub words: &'a Words,
    /// What stands beside the buttons.
    pub foot: &'a Foot,
}

/// What stands at the foot of a form beside its buttons.
#[derive(Debug, Default)]
pub struct Foot {
    /// What undo would take back, and redo do again; `None` for a dialog without typing.
    pub steps: Option<(Option<String>, Option<String>)>,
    /// Something is typed: closing keeps it, and it can be discarded.
    pub typed: bool,
    /// Where the draft is kept, or why not.
    pub note: Option<(String, bool)>,
}

/// Shows a dialog without a form: a title, and what stands below it.
pub fn plain(egui: &Egui, title: &str, content: impl FnOnce(&mut Ui)) {
    let style = egui.global_style();
    let frame = Frame::popup(&style).inner_margin(Margin::same(20)).corner_radius(12);
    let shown = Modal::new(Id::unique(("dialog", title))).frame(frame).show(egui, |ui| {
        ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(title.to_owned());
            node.set_modal();
        });
        card::title(ui, title);
        ui.add_space(6.0);
        content(ui);
    });
    follow_size(egui, &shown.response);
}

/// A dialog stands where the size that it had in the pass before puts it: of another size it is
/// laid out anew.
fn follow_size(egui: &Egui, dialog: &Response) {
    let (id, size) = (dialog.id.with("size"), dialog.rect.size());
    let before: Option<Vec2> = egui.data(|data| data.get_temp(id));
    if before.is_none_or(|before| (before - size).abs().max_elem() > 0.5) {
        egui.data_mut(|data| data.insert_temp(id, size));
        make_again(egui, "the size of a dialog");
    }
}

/// Shows a dialog with a form that can be undone step by step and is kept when it is closed.
/// `content` scrolls where the window is low, `verdict` below it stays in sight.
pub fn form(
    egui: &Egui,
    cx: &Context<'_>,
    Around { width, words, foot }: &Around<'_>,
    content: impl FnOnce(&mut Ui) -> bool,
    verdict: impl FnOnce(&mut Ui),
) -> Pressed {
    let popup_open = Popup::is_any_open(egui);
    let mut pressed = shortcuts(egui, foot);
    let style = egui.global_style();
    let frame = Frame::popup(&style).inner_margin(Margin::same(20)).corner_radius(12);
    // Each dialog has a place of its own: none begins with the height of the one before.
    let modal = Modal::new(Id::unique(("dialog", &words.title))).frame(frame);
    let shown = modal.show(egui, |ui| {
        let tokens = ui.tokens();
        ui.set_width((*width).min(ui.ctx().content_rect().width() - 80.0));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(words.title.clone());
            node.set_modal();
        });
        card::title(ui, &words.title);
        if !words.intro.is_empty() {
            card::dim(ui, &words.intro);
        }
        ui.add_space(6.0);
        let below = Id::unique(("below the form", &words.title));
        let taken: f32 = ui.data(|data| data.get_temp(below)).unwrap_or_default();
        let room = (ui.ctx().content_rect().height() - AROUND - taken).max(80.0);
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
        let top = ui.cursor().top();
        verdict(ui);
        failure(ui, cx);
        let height = ui.cursor().top() - top;
        if (height - taken).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(below, height));
            make_again(ui.ctx(), "the height of what stands below a form");
        }
        ui.add_space(8.0);
        ui.painter().hline(
            ui.max_rect().x_range(),
            ui.cursor().top(),
            Stroke::new(1.0, tokens.line),
        );
        ui.add_space(10.0);
        // What is said above them comes and goes; the buttons stay the same ones all the while.
        let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 32.0));
        let row = UiBuilder::new()
            .scope_id(Id::unique(("buttons of a form", &words.title)))
            .max_rect(row)
            .layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(row, |ui| buttons(ui, cx, (words, foot), enter, &mut pressed));
    });
    follow_size(egui, &shown.response);
    let escape = || egui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    pressed.cancel |= !popup_open && escape();
    pressed
}

/// Keys of a form, taken before any field sees them: a field's own undo knows only itself.
fn shortcuts(egui: &Egui, foot: &Foot) -> Pressed {
    let mut pressed = Pressed::default();
    let taken =
        |modifiers: Modifiers, key: Key| egui.input_mut(|input| input.consume_key(modifiers, key));
    pressed.confirm = taken(Modifiers::COMMAND, Key::Enter);
    if foot.steps.is_some() {
        // The longer combination first: the shorter one would take it too.
        let forward = taken(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || taken(Modifiers::COMMAND, Key::Y);
        let back = taken(Modifiers::COMMAND, Key::Z);
        pressed.step = forward.then_some(Step::Forward).or(back.then_some(Step::Back));
    }
    pressed
}

/// From the right: what goes on, what closes; at the left the steps and where the draft is.
fn buttons(
    ui: &mut Ui,
    cx: &Context<'_>,
    (words, foot): (&Words, &Foot),
    enter: bool,
    pressed: &mut Pressed,
) {
    let running = matches!(cx.booking, Booking::Running);
    let label = if running { cx.t("app-booking-running") } else { words.confirm.clone() };
    let goes_on = !words.confirm.is_empty();
    let close = if foot.typed { "entry-keep" } else { "app-cancel" };
    // Tab leads from the last field to the button that goes on, and from there to the right.
    let (confirm, cancel, discard) = at_end(ui, |ui| {
        let confirm = goes_on.then(|| Button::new(&label).primary(true).enabled(!running).show(ui));
        let cancel = Button::new(&cx.t(close)).show(ui);
        let discard = foot.typed.then(|| Button::new(&cx.t("entry-discard")).bare().show(ui));
        (confirm, cancel, discard)
    });
    let clicked = confirm.is_some_and(|confirm| confirm.clicked());
    pressed.confirm = goes_on && !running && (clicked || enter || pressed.confirm);
    pressed.cancel = cancel.clicked();
    pressed.discard = discard.is_some_and(|discard| discard.clicked());
    let Some((undo, redo)) = &foot.steps else { return };
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let undo_words = step_words(cx, ("entry-undo", "entry-no-undo"), undo.as_ref());
        if step(ui, Icon::Undo, &undo_words, undo.is_some()) {
            pressed.step = Some(Step::Back);
        }
        let redo_words = step_words(cx, ("entry-redo", "entry-no-redo"), redo.as_ref());
        if step(ui, Icon::Redo, &redo_words, redo.is_some()) {
            pressed.step = Some(Step::Forward);
        }
        if let Some((note, good)) = &foot.note {
            let tokens = ui.tokens();
            let colour = if *good { tokens.dim } else { tokens.late.text };
            let words = RichText::new(note).size(SMALL).color(colour);
            ui.add(Label::new(words).truncate());
        }
    });
}

fn step_words(cx: &Context<'_>, (some, none): (&str, &str), step: Option<&String>) -> String {
    step.map_or_else(|| cx.t(none), |step| cx.f(some, &[("step", step.clone())]))
}

fn step(ui: &mut Ui, icon: Icon, words: &str, enabled: bool) -> bool {
    let response = ui.add_enabled_ui(enabled, |ui| icon_button(ui, icon, words)).inner;
    response.on_disabled_hover_text(words).clicked()
}

/// Why the booking was refused; read aloud as soon as it appears.
fn failure(ui: &mut Ui, cx: &Context<'_>) {
    let Booking::Failed(problem) = cx.booking else { return };
    let tokens = ui.tokens();
    ui.add_space(8.0);
    card::banner(ui, tokens.late, |ui| {
        let told = cx.problem(problem);
        let words = RichText::new(&told).size(BODY).color(tokens.late.text);
        let response = ui.label(words);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Alert);
            node.clear_value();
            node.set_label(told);
            node.set_live(Live::Assertive);
        });
        let certain = if problem.is_certain() { "app-nothing-booked" } else { "app-entries-kept" };
        card::dim(ui, &cx.t(certain));
    });
}

/// A calculation, line by line, each beginning with a capital, the last one below a rule; without
/// lines above it the result stands alone.
pub fn arithmetic(ui: &mut Ui, lines: &[(String, String)], result: &(String, String), bad: bool) {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.hover)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.spacing_mut().interact_size.y = 20.0;
            for (words, amount) in lines {
                line(ui, RichText::new(capital(words)).color(tokens.dim), RichText::new(amount));
            }
            if !lines.is_empty() {
                let (across, top) = (ui.max_rect().x_range(), ui.cursor().top());
                ui.painter().hline(across, top, Stroke::new(1.0, tokens.line_field));
                ui.add_space(3.0);
            }
            let colour = if bad { tokens.late.text } else { tokens.text };
            let strong = |text: &str| {
                RichText::new(text).font(crate::ui::fonts::semibold(BODY)).color(colour)
            };
            line(ui, strong(&capital(&result.0)), strong(&result.1));
        });
}

fn line(ui: &mut Ui, words: RichText, amount: RichText) {
    ui.horizontal(|ui| {
        ui.label(words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(amount));
    });
}
