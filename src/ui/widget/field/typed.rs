//! Fields that may be left empty, and those of numbers, long texts and yes or no.

use eframe::egui::{Align, Checkbox, Key, Response, TextEdit, Ui};

use super::{Form, How, label_above, reason, say_needed};

/// What a typed text must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Any words.
    Words,
    /// An amount.
    Money,
    /// A day.
    Day,
    /// An exact decimal.
    Decimal,
    /// A whole number.
    Whole,
    /// A fiscal year.
    Year,
}

impl Form<'_> {
    /// A text that becomes a value of that kind; the second says whether it is needed.
    pub fn typed(&mut self, ui: &mut Ui, label: &str, text: &mut String, asked: (Typed, bool)) {
        let right = matches!(asked.0, Typed::Money | Typed::Decimal | Typed::Whole);
        let align = if right { Align::Max } else { Align::Min };
        let understood = match asked.0 {
            Typed::Money => self.amount_understood(text),
            Typed::Day => self.day_understood(text),
            _ => None,
        };
        let response = self.edit(ui, (label, asked.1), text, (align, understood));
        self.judge(ui, text, (&response, label), asked);
    }

    /// A text over several lines; it is one paragraph, Enter leads on as in other fields.
    pub fn long(&mut self, ui: &mut Ui, label: &str, text: &mut String, needed: bool) {
        let name = label_above(ui, label, needed);
        let edit = TextEdit::multiline(text)
            .id_salt(label)
            .desired_width(f32::INFINITY)
            .desired_rows(2)
            .return_key(None);
        let response = ui.add(edit).labelled_by(name.id);
        say_needed(ui, &response, needed);
        self.meet(&response);
        if response.has_focus()
            && !response.gained_focus()
            && ui.input(|input| input.key_pressed(Key::Enter))
        {
            self.advance = true;
        }
        if response.changed() {
            self.note(response.id, label, How::Changed);
        }
        if response.changed() && text.contains(['\n', '\r', '\t']) {
            *text = text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
        }
        self.judge(ui, text, (&response, label), (Typed::Words, needed));
    }

    /// Yes or no; `beside` others it stands at the height of their fields.
    pub fn flag(&mut self, ui: &mut Ui, label: &str, flag: &mut bool, beside: bool) {
        ui.add_space(if beside { 22.0 } else { 4.0 });
        let response = ui.add(Checkbox::new(flag, label));
        self.meet(&response);
        if response.changed() {
            self.note(response.id, label, How::Changed);
        }
    }

    /// Any of a few; `needed` says that it must be one at least.
    pub fn several(
        &mut self,
        ui: &mut Ui,
        label: &str,
        chosen: &mut Vec<String>,
        (options, needed): (&[(String, String)], bool),
    ) {
        let mut first = label_above(ui, label, needed);
        ui.horizontal_wrapped(|ui| {
            for (index, (key, words)) in options.iter().enumerate() {
                let mut on = chosen.contains(key);
                let response = ui.checkbox(&mut on, words);
                if response.changed() {
                    chosen.retain(|other| other != key);
                    if on {
                        chosen.push(key.clone());
                    }
                    self.note(response.id, label, How::Changed);
                }
                if index == 0 {
                    self.meet(&response);
                    first = response;
                }
            }
        });
        // Kept in the order of the list, so that the same choice makes the same body.
        chosen.sort_by_key(|key| options.iter().position(|(other, _)| other == key));
        if needed && chosen.is_empty() {
            self.missing(ui, &first, label);
        }
    }

    /// Says that a field must be filled, once the person tried to book.
    pub fn missing(&mut self, ui: &mut Ui, response: &Response, label: &str) {
        self.blame(response, label, "");
        if self.state.tried {
            reason(ui, &self.cx.t("app-field-needed"));
        }
    }

    fn judge(
        &mut self,
        ui: &mut Ui,
        text: &mut String,
        (response, label): (&Response, &str),
        (kind, needed): (Typed, bool),
    ) {
        if text.trim().is_empty() {
            if needed {
                self.missing(ui, response, label);
            }
            return;
        }
        match self.read(kind, text) {
            Ok(nice) if response.lost_focus() => *text = nice.unwrap_or_else(|| text.clone()),
            Ok(_) => {}
            Err(why) => {
                self.blame(response, label, text);
                if !response.has_focus() || self.state.tried {
                    reason(ui, &why);
                }
            }
        }
    }

    /// How the text reads once it is left, or why it is no value.
    fn read(&self, kind: Typed, text: &str) -> Result<Option<String>, String> {
        let words = self.cx.text;
        let known = |found: bool, key: &str| {
            if found { Ok(None) } else { Err(self.cx.t(key)) }
        };
        match kind {
            Typed::Words => Ok(None),
            Typed::Money => {
                let amount = words.parse_money(text).map_err(|why| words.money_entry(why))?;
                Ok(Some(words.money(amount)))
            }
            Typed::Day => {
                let day = words.parse_day(text, self.cx.today);
                Ok(Some(words.day(day.map_err(|why| words.day_entry(why))?)))
            }
            Typed::Decimal => known(words.parse_decimal(text).is_some(), "form-not-a-decimal"),
            Typed::Whole => known(words.parse_whole(text).is_some(), "form-not-a-number"),
            Typed::Year => known(words.parse_year(text).is_some(), "form-not-a-year"),
        }
    }
}
