//! A choice from a list; a long list is searched by typing.

use eframe::egui::{Align2, ComboBox, Id, Key, Modifiers, PopupCloseBehavior, TextEdit, Ui, vec2};

use super::{Form, How, label_above, say_needed};
use crate::ui::widget::button::open_by_key;
use crate::ui::widget::{card, explain_chosen};

/// From so many options on a list is searched.
const LONG: usize = 12;
/// So many matches are shown.
const SHOWN: usize = 60;

impl Form<'_> {
    /// One of a list by its key; an option "not given" where it is not needed. True when another
    /// one was chosen.
    pub fn pick<K: Clone + PartialEq>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        chosen: &mut Option<K>,
        (options, needed): (&[(K, String)], bool),
    ) -> bool {
        let name = label_above(ui, label, needed);
        let current = options.iter().find(|(key, _)| Some(key) == chosen.as_ref());
        let nothing = if needed { "app-choose" } else { "form-none" };
        let words = current.map_or_else(|| self.cx.t(nothing), |(_, words)| words.clone());
        let before = chosen.clone();
        let found = current.is_some();
        let long = options.len() > LONG;
        let close = if long {
            PopupCloseBehavior::CloseOnClickOutside
        } else {
            PopupCloseBehavior::CloseOnClick
        };
        let search = ui.scope_id().with((label, "search"));
        let width = ui.available_width();
        let shown = ComboBox::from_id_salt(label)
            .selected_text(words.as_str())
            .width(width)
            .truncate()
            .close_behavior(close)
            .show_ui(ui, |ui| self.popup(ui, search, chosen, (options, needed)));
        if shown.inner.is_none() && long {
            ui.data_mut(|data| data.remove::<String>(search));
        }
        open_by_key(ui, &shown.response, shown.inner.is_some());
        let response = explain_chosen(ui, shown.response, &words).labelled_by(name.id);
        say_needed(ui, &response, needed);
        self.meet(&response);
        if needed && !found {
            self.missing(ui, &response);
        }
        let changed = *chosen != before;
        if changed {
            self.note(response.id, label, How::Changed);
        }
        changed
    }

    fn popup<K: Clone + PartialEq>(
        &self,
        ui: &mut Ui,
        search: Id,
        chosen: &mut Option<K>,
        (options, needed): (&[(K, String)], bool),
    ) {
        let typed = (options.len() > LONG).then(|| self.search(ui, search));
        let wanted = typed.as_ref().map_or("", |(text, _)| text.as_str()).trim().to_lowercase();
        if !needed && ui.selectable_label(chosen.is_none(), self.cx.t("form-none")).clicked() {
            *chosen = None;
            ui.close();
        }
        let fits = |words: &str| {
            let words = words.to_lowercase();
            wanted.split_whitespace().all(|part| words.contains(part))
        };
        let matches: Vec<_> = options.iter().filter(|(_, words)| fits(words)).collect();
        let leads = typed.map_or(Leads::Nowhere, |(_, leads)| leads);
        for (place, (key, words)) in matches.iter().take(SHOWN).enumerate() {
            let selected = chosen.as_ref() == Some(key);
            let option = ui.selectable_label(selected, words.as_str());
            if place == 0 && leads == Leads::Down {
                option.request_focus();
            }
            if option.clicked() || (place == 0 && leads == Leads::Taken && !wanted.is_empty()) {
                *chosen = Some(key.clone());
                ui.close();
            }
        }
        if let Ok(more @ 1..) = i64::try_from(matches.len().saturating_sub(SHOWN)) {
            card::dim(ui, &self.cx.text.count("form-more", more, &[]));
        }
    }

    /// The field that narrows a long list; it has the keyboard when the list opens.
    fn search(&self, ui: &mut Ui, id: Id) -> (String, Leads) {
        let known: Option<String> = ui.data(|data| data.get_temp(id));
        let opens = known.is_none();
        let mut text = known.unwrap_or_default();
        let down = ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let hint = self.cx.t("form-search");
        let edit = TextEdit::singleline(&mut text)
            .id(id)
            .hint_text(hint.as_str())
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, 30.0))
            .align(Align2::LEFT_CENTER);
        let response = ui.add(edit);
        if opens {
            response.request_focus();
        }
        let taken = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        response.accessible_name(hint);
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
        let leads = match (down, taken) {
            (true, _) => Leads::Down,
            (_, true) => Leads::Taken,
            _ => Leads::Nowhere,
        };
        (text, leads)
    }
}

/// What a key in the search of a list asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leads {
    Nowhere,
    /// Into the options.
    Down,
    /// The first match.
    Taken,
}
