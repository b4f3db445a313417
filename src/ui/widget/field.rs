//! Fields of forms: label above, reason below. Typed text stays text until it is valid.
//!
//! A form knows its fields in the order in which they are read: Enter goes from one to the next
//! and books in the last one, and what stands in the way of booking gets the keyboard.

mod list;
mod typed;

use eframe::egui::accesskit::Node;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Align2, Context as Egui, FontId, Id, Key, Rect, Response, RichText, TextEdit, Ui, pos2,
    vec2,
};
use eframe::epaint::text::PlacedRow;
use serde::{Deserialize, Serialize};

use super::{focus, line};
use crate::domain::{Day, Money};
use crate::text::with_other_marks;
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{SMALL, TokensOf as _};

use super::button::keep_in_sight;

pub use typed::Typed;

/// What a form remembers beside its fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormState {
    /// The person tried to book: now missing fields are named.
    pub tried: bool,
    /// The first field got the keyboard when the form opened.
    pub focused: bool,
    /// Where the keyboard goes.
    pub turn: Turn,
}

/// Where the keyboard goes in the next frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It stays.
    #[default]
    Stay,
    /// To the first field that stands in the way of booking.
    ToBlame,
    /// To the first field of this line, which was added.
    ToRow(Id),
    /// To the field that comes next.
    ToNext,
    /// It has gone to a field; what stands there is written over.
    Arrives,
}

/// What a person did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Typed or chose something else.
    Changed,
    /// Added a line.
    Added,
    /// Removed a line.
    Removed,
}

/// The field that a person changed in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// Which field it is, wherever else the same label stands.
    pub id: Id,
    /// Its label.
    pub label: String,
    /// What happened.
    pub how: How,
}

/// A form in one frame.
pub struct Form<'a> {
    cx: &'a Context<'a>,
    state: FormState,
    first: bool,
    advance: bool,
    /// The field in which that was.
    left: Option<Id>,
    touch: Option<Touch>,
    /// Label of the field that has the keyboard.
    focus: Option<String>,
    /// Labels of the fields that are still to be filled.
    open: Vec<String>,
    /// Labels of the fields that say something which cannot be booked.
    wrong: Vec<String>,
    /// No field is missing or unreadable.
    pub complete: bool,
}

impl<'a> Form<'a> {
    /// Starts the form.
    #[must_use]
    pub const fn new(cx: &'a Context<'a>, state: FormState) -> Self {
        Self {
            cx,
            state,
            first: true,
            advance: false,
            left: None,
            touch: None,
            focus: None,
            open: Vec::new(),
            wrong: Vec::new(),
            complete: true,
        }
    }

    /// The state for the next frame.
    #[must_use]
    pub const fn state(&self) -> FormState {
        self.state
    }

    /// Enter was pressed in the last field.
    #[must_use]
    pub const fn enter(&self) -> bool {
        self.advance
    }

    /// Gives the keyboard back to the last field, which lost it by Enter: what stands in the way of
    /// the form is mended from there.
    pub fn keep_keyboard(&self, ctx: &Egui) {
        if let Some(left) = self.left.filter(|_| self.advance) {
            ctx.memory_mut(|memory| memory.request_focus(left));
        }
    }

    /// True while the keyboard is in one of the fields shown so far with these labels.
    #[must_use]
    pub fn is_in(&self, labels: &[String]) -> bool {
        self.focus.as_ref().is_some_and(|label| labels.contains(label))
    }

    /// Labels of the fields that are still to be filled, in the order in which they stand; one in
    /// which a person types is among them until it is left.
    #[must_use]
    pub fn open(&self) -> &[String] {
        &self.open
    }

    /// Labels of the fields whose content is to be corrected, in the order in which they stand.
    #[must_use]
    pub fn wrong(&self) -> &[String] {
        &self.wrong
    }

    /// What was changed in this frame.
    pub const fn touched(&mut self) -> Option<Touch> {
        self.touch.take()
    }

    /// Notes that the person changed something; the first change of a frame gives its name.
    pub fn note(&mut self, id: Id, label: &str, how: How) {
        self.touch.get_or_insert_with(|| Touch { id, label: label.to_owned(), how });
    }

    /// A button added a line: the keyboard goes to the first field of that `row`, and no field that
    /// nobody came to yet is called missing.
    pub fn add(&mut self, button: &Response, label: &str, row: Id) {
        self.note(button.id, label, How::Added);
        self.state.tried = false;
        self.state.turn = Turn::ToRow(row);
        button.ctx.request_repaint();
    }

    /// The fields of a line follow.
    pub fn begin_row(&mut self, row: Id) {
        if self.state.turn == Turn::ToRow(row) {
            self.state.turn = Turn::ToNext;
        }
    }

    fn edit(
        &mut self,
        ui: &mut Ui,
        (label, needed): (&str, bool),
        text: &mut String,
        (align, understood): (Align, Option<String>),
    ) -> Response {
        let name = label_above(ui, label, needed);
        let blank = ui.scope_id().with((label, "was blank"));
        let was_blank = ui.data(|data| data.get_temp(blank)).unwrap_or_default();
        let proposed = was_blank && !text.is_empty();
        let edit = TextEdit::singleline(text)
            .id_salt(label)
            .desired_width(f32::INFINITY)
            .align(Align2([align, Align::Center]));
        let response = ui.add(edit).labelled_by(name.id);
        // What a form proposes once it has read it is written over, too.
        if proposed && response.has_focus() {
            select_all(ui, &response, text);
        }
        ui.data_mut(|data| data.insert_temp(blank, text.is_empty()));
        say_needed(ui, &response, needed);
        focus::select_all(ui, &response, text);
        let opens = self.first && !self.state.focused;
        self.meet(&response);
        if opens && response.has_focus() {
            select_all(ui, &response, text);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.advance = true;
            self.left = Some(response.id);
        }
        if response.changed() {
            self.note(response.id, label, How::Changed);
        }
        if response.has_focus() {
            self.focus = Some(label.to_owned());
        }
        if let Some(words) = understood.filter(|_| response.has_focus()) {
            beside(ui, &name, &response, &words);
        }
        response
    }

    /// A field in its place: the first gets the keyboard when the form opens, the next one when
    /// Enter was pressed in the one before.
    fn meet(&mut self, response: &Response) {
        keep_in_sight(response);
        // A dialog gets the keyboard only once it is the topmost layer: ask until it has it.
        if self.first && !self.state.focused {
            response.request_focus();
            self.state.focused = response.has_focus();
        }
        self.first = false;
        if response.gained_focus() && self.state.turn == Turn::Arrives {
            self.state.turn = Turn::Stay;
        }
        if self.advance || self.state.turn == Turn::ToNext {
            self.advance = false;
            self.state.turn = Turn::Arrives;
            response.request_focus();
            response.scroll_to_me(None);
        }
    }

    /// What is typed in these fields does not fit together, though each can be read. While the
    /// keyboard is in one of them it may yet become right.
    pub fn misfit(&mut self, ui: &mut Ui, labels: [&str; 2], why: &str) {
        self.complete = false;
        let [label, _] = labels;
        let is_typed = self.focus.as_deref().is_some_and(|focus| labels.contains(&focus));
        if is_typed && !self.state.tried {
            self.open.push(label.to_owned());
        } else {
            self.wrong.push(label.to_owned());
            reason(ui, why);
        }
    }

    /// The field stands in the way of booking with what is typed in it.
    fn blame(&mut self, response: &Response, label: &str, typed: &str) {
        self.complete = false;
        let left = !response.has_focus() || self.state.tried;
        let is_wrong = left && !typed.trim().is_empty();
        let labels = if is_wrong { &mut self.wrong } else { &mut self.open };
        labels.push(label.to_owned());
        if self.state.turn == Turn::ToBlame {
            self.state.turn = Turn::Arrives;
            response.request_focus();
            response.scroll_to_me(None);
        }
    }

    /// Text; `needed` says that it must not be empty.
    pub fn text(&mut self, ui: &mut Ui, label: &str, text: &mut String, needed: bool) {
        let response = self.edit(ui, (label, needed), text, (Align::Min, None));
        if needed && text.trim().is_empty() {
            self.missing(ui, &response, label);
        }
    }

    /// An amount.
    pub fn money(&mut self, ui: &mut Ui, label: &str, field: &mut MoneyField) -> Response {
        let understood = self.amount_understood(&field.text);
        let response = self.edit(ui, (label, true), &mut field.text, (Align::Max, understood));
        match self.cx.text.parse_money(&field.text) {
            Ok(amount) if response.lost_focus() => field.text = self.cx.money(amount),
            Ok(_) => {}
            Err(why) => {
                self.blame(&response, label, &field.text);
                let typed = !field.text.trim().is_empty() && !response.has_focus();
                if typed || self.state.tried {
                    reason(ui, &self.cx.text.money_entry(why));
                }
            }
        }
        response
    }

    /// A day.
    pub fn day(&mut self, ui: &mut Ui, label: &str, field: &mut DayField) -> Response {
        let understood = self.day_understood(&field.text);
        let response = self.edit(ui, (label, true), &mut field.text, (Align::Min, understood));
        match field.value(self.cx) {
            Some(day) if response.lost_focus() => field.text = self.cx.text.day(day),
            Some(_) => {}
            None => {
                self.blame(&response, label, &field.text);
                let typed = !field.text.trim().is_empty() && !response.has_focus();
                let why = self.cx.text.parse_day(&field.text, self.cx.today).err();
                if let Some(why) = why.filter(|_| typed || self.state.tried) {
                    reason(ui, &self.cx.text.day_entry(why));
                }
            }
        }
        response
    }

    /// What an amount was read as, where it is not written so.
    fn amount_understood(&self, text: &str) -> Option<String> {
        let amount = self.cx.text.parse_money(text).ok()?;
        (self.cx.money(amount) != text.trim()).then(|| self.cx.euro(amount))
    }

    /// What a day was read as, with the day of the week.
    fn day_understood(&self, text: &str) -> Option<String> {
        let day = self.cx.text.parse_day(text, self.cx.today).ok()?;
        Some(self.cx.text.day_of_week(day))
    }
}

/// Who comes by keyboard writes over what stands there.
fn select_all(ui: &Ui, response: &Response, text: &str) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), response.id) {
        let end = CCursor::new(text.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
        TextEdit::store_state(ui.ctx(), response.id, state);
    }
}

/// The label of a field, above it; one that must be filled has a star, which is no part of the
/// name.
pub fn label_above(ui: &mut Ui, label: &str, needed: bool) -> Response {
    let tokens = ui.tokens();
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    let (font, room) = (FontId::proportional(SMALL), ui.available_width());
    let words = ui.fonts_mut(|fonts| fonts.layout(label.to_owned(), font, tokens.dim, room));
    let response = ui.label(RichText::new(label).size(SMALL).color(tokens.dim));
    if needed {
        let star = line(ui, "*", fonts::medium(SMALL), tokens.late.text, f32::INFINITY);
        // Behind the last word, on whichever line that stands.
        let last = words.rows.last().map_or(Rect::NOTHING, PlacedRow::rect);
        let at = response.rect.min + vec2(last.right() + 2.0, last.top());
        ui.painter().galley(at, star, tokens.late.text);
    }
    response
}

/// Says that a field must be filled, as its star does.
fn say_needed(ui: &Ui, field: &Response, needed: bool) {
    if needed {
        ui.ctx().accesskit_node_builder(field.id, Node::set_required);
    }
}

/// How an entry was understood: at the right of the label, where there is room, and for the
/// screen reader in any case. It takes no place of its own, so that nothing moves while typing.
fn beside(ui: &Ui, label: &Response, field: &Response, words: &str) {
    let ink = ui.tokens().good.text;
    let galley = line(ui, words, fonts::medium(SMALL), ink, f32::INFINITY);
    let left = field.rect.right() - galley.size().x - 2.0;
    if left > label.rect.right() + 6.0 {
        let top = label.rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(left, top), galley, ink);
    }
    let words = words.to_owned();
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_description(words));
}

/// Why a field cannot be used, below it.
pub fn reason(ui: &mut Ui, words: &str) -> Response {
    let colour = ui.tokens().late.text;
    ui.label(RichText::new(words).size(SMALL).color(colour))
}

/// An amount as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MoneyField {
    text: String,
}

impl MoneyField {
    /// Filled with an amount.
    #[must_use]
    pub fn of(cx: &Context<'_>, amount: Money) -> Self {
        Self { text: cx.money(amount) }
    }

    /// True while nothing is typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The amount, once it is one.
    #[must_use]
    pub fn value(&self, cx: &Context<'_>) -> Option<Money> {
        cx.text.parse_money(&self.text).ok()
    }
}

impl MoneyField {
    /// Turns it into what is typed in the other language.
    pub fn reword(&mut self) {
        self.text = with_other_marks(&self.text);
    }
}

/// A day as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayField {
    text: String,
}

impl DayField {
    /// Filled with a day.
    #[must_use]
    pub fn of(cx: &Context<'_>, day: Day) -> Self {
        Self { text: cx.text.day(day) }
    }

    /// The day, once it is one; also as this program itself writes it.
    #[must_use]
    pub fn value(&self, cx: &Context<'_>) -> Option<Day> {
        cx.text.parse_day(&self.text, cx.today).ok()
    }
}
