//! Fields of forms: label above, reason below. Typed text stays text until it is valid.

mod list;
mod typed;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Align, Align2, ComboBox, Key, Response, RichText, TextEdit, Ui};

use crate::domain::{Day, Money};
use crate::ui::context::Context;
use crate::ui::theme::{SMALL, TokensOf as _};

use super::button::{keep_in_sight, take_keyboard_back};

pub use typed::Typed;

/// What a form remembers beside its fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormState {
    /// The person tried to book: now missing fields are named.
    pub tried: bool,
    /// The first field got the keyboard when the form opened.
    pub focused: bool,
}

/// A form in one frame.
pub struct Form<'a> {
    cx: &'a Context<'a>,
    state: FormState,
    first: bool,
    /// Enter was pressed in a field.
    pub enter: bool,
    /// No field is missing or unreadable.
    pub complete: bool,
}

impl<'a> Form<'a> {
    /// Starts the form.
    #[must_use]
    pub const fn new(cx: &'a Context<'a>, state: FormState) -> Self {
        Self { cx, state, first: true, enter: false, complete: true }
    }

    /// The state for the next frame.
    #[must_use]
    pub const fn state(&self) -> FormState {
        self.state
    }

    fn edit(&mut self, ui: &mut Ui, label: &str, text: &mut String, align: Align) -> Response {
        let name = label_above(ui, label);
        let edit = TextEdit::singleline(text)
            .id_salt(label)
            .desired_width(f32::INFINITY)
            .align(Align2([align, Align::Center]));
        let response = ui.add(edit).labelled_by(name.id);
        keep_in_sight(&response);
        // A dialog gets the keyboard only once it is the topmost layer: ask until it has it.
        if self.first && !self.state.focused {
            response.request_focus();
            self.state.focused = response.has_focus();
        }
        self.first = false;
        if response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab)) {
            select_all(ui, &response, text);
        }
        self.enter |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        response
    }

    /// Text; `needed` says that it must not be empty.
    pub fn text(&mut self, ui: &mut Ui, label: &str, text: &mut String, needed: bool) {
        self.edit(ui, label, text, Align::Min);
        if needed && text.trim().is_empty() {
            self.complete = false;
            if self.state.tried {
                reason(ui, &self.cx.t("app-field-needed"));
            }
        }
    }

    /// An amount.
    pub fn money(&mut self, ui: &mut Ui, label: &str, field: &mut MoneyField) -> Response {
        let response = self.edit(ui, label, &mut field.text, Align::Max);
        match self.cx.text.parse_money(&field.text) {
            Ok(amount) if response.lost_focus() => field.text = self.cx.money(amount),
            Ok(_) => {}
            Err(why) => {
                self.complete = false;
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
        let response = self.edit(ui, label, &mut field.text, Align::Min);
        match field.value(self.cx) {
            Some(day) if response.lost_focus() => field.text = self.cx.text.day(day),
            Some(_) => {}
            None => {
                self.complete = false;
                let typed = !field.text.trim().is_empty() && !response.has_focus();
                let why = self.cx.text.parse_day(&field.text, self.cx.today).err();
                if let Some(why) = why.filter(|_| typed || self.state.tried) {
                    reason(ui, &self.cx.text.day_entry(why));
                }
            }
        }
        response
    }

    /// One of several; `words` says how they read.
    pub fn choice<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        chosen: &mut Option<T>,
        options: &[(T, String)],
    ) -> bool {
        let name = label_above(ui, label);
        let current = options.iter().find(|(value, _)| Some(value) == chosen.as_ref());
        let words = current.map_or_else(|| self.cx.t("app-choose"), |(_, words)| words.clone());
        let before = chosen.clone();
        let width = ui.available_width();
        let shown = ComboBox::from_id_salt(label)
            .selected_text(words)
            .width(width)
            .truncate()
            .show_ui(ui, |ui| {
                for (value, words) in options {
                    let value = Some(value.clone());
                    ui.selectable_value(chosen, value, words.as_str());
                }
            });
        keep_in_sight(&shown.response);
        take_keyboard_back(ui, &shown.response, shown.inner.is_some());
        shown.response.labelled_by(name.id);
        if current.is_none() {
            self.complete = false;
            if self.state.tried {
                reason(ui, &self.cx.t("app-field-needed"));
            }
        }
        *chosen != before
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

/// The label of a field, above it.
fn label_above(ui: &mut Ui, label: &str) -> Response {
    let colour = ui.tokens().dim;
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(RichText::new(label).size(SMALL).color(colour))
}

/// Why a field cannot be used, below it.
pub fn reason(ui: &mut Ui, words: &str) -> Response {
    let colour = ui.tokens().late.text;
    ui.label(RichText::new(words).size(SMALL).color(colour))
}

/// An amount as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneyField {
    text: String,
}

impl MoneyField {
    /// Filled with an amount.
    #[must_use]
    pub fn of(cx: &Context<'_>, amount: Money) -> Self {
        Self { text: cx.money(amount) }
    }

    /// The amount, once it is one.
    #[must_use]
    pub fn value(&self, cx: &Context<'_>) -> Option<Money> {
        cx.text.parse_money(&self.text).ok()
    }
}

/// A day as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
