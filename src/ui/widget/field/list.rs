//! A choice from a list. Typing finds in each of them: a long one has a field that narrows it, in
//! a short one the letters lead to the next option that begins with them.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align2, ComboBox, Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, TextEdit, Ui,
    vec2,
};

use super::{Form, How, label_above, say_needed};
use crate::ui::widget::button::open_by_key;
use crate::ui::widget::options::{self, Start};
use crate::ui::widget::{card, explain_chosen};

/// From so many options on a list is searched.
const LONG: usize = 12;
/// So many matches are shown.
const SHOWN: usize = 60;
/// Letters that follow each other within so many seconds belong together.
const TOGETHER: f64 = 1.0;

/// Whether one of the options must be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Needed,
    /// There is an option "not given".
    Optional,
    /// One holds from the start: nothing can be missing.
    Preset,
}

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
        let need = if needed { Need::Needed } else { Need::Optional };
        self.one_of(ui, label, chosen, (options, need))
    }

    /// One of a list of which one holds from the start. True when another one was chosen.
    pub fn preset<K: Clone + PartialEq>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        chosen: &mut Option<K>,
        options: &[(K, String)],
    ) -> bool {
        self.one_of(ui, label, chosen, (options, Need::Preset))
    }

    fn one_of<K: Clone + PartialEq>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        chosen: &mut Option<K>,
        (options, need): (&[(K, String)], Need),
    ) -> bool {
        let needed = need == Need::Needed;
        let name = label_above(ui, label, needed);
        let current = options.iter().find(|(key, _)| Some(key) == chosen.as_ref());
        let nothing = if need == Need::Optional { "form-none" } else { "app-choose" };
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
            .wrap()
            .close_behavior(close)
            .show_ui(ui, |ui| self.popup(ui, search, chosen, (options, need)));
        if shown.inner.is_none() {
            ui.data_mut(|data| {
                data.remove::<String>(search);
                data.remove::<Letters>(search);
            });
        }
        open_by_key(ui, &shown.response, shown.inner.is_some());
        if shown.inner.is_none() && shown.response.has_focus() {
            open_by_letters(ui, &shown.response, (search, long));
        }
        let response = explain_chosen(ui, shown.response, &words).labelled_by(name.id);
        say_needed(ui, &response, needed);
        self.meet(&response);
        if need != Need::Optional && !found {
            self.missing(ui, &response, label);
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
        (options, need): (&[(K, String)], Need),
    ) {
        let typed = (options.len() > LONG).then(|| self.search(ui, search));
        let wanted = typed.as_ref().map_or("", |(text, _)| text.as_str()).trim().to_lowercase();
        let optional = need == Need::Optional;
        let mut rows = Vec::new();
        if optional {
            let none = ui.selectable_label(chosen.is_none(), self.cx.t("form-none"));
            if none.clicked() {
                *chosen = None;
                ui.close();
            }
            rows.push(none);
        }
        let fits = |words: &str| {
            if wanted.is_empty() {
                return true;
            }
            let words = words.to_lowercase();
            wanted.split_whitespace().all(|part| words.contains(part))
        };
        let mut matches: Vec<_> = options.iter().filter(|(_, words)| fits(words)).collect();
        if !wanted.is_empty() {
            matches.sort_by_cached_key(|(_, words)| rank(&words.to_lowercase(), &wanted));
        } else if typed.is_some() {
            // What is chosen stands below the field, wherever it stands in the list.
            let at = matches.iter().position(|(key, _)| chosen.as_ref() == Some(key));
            matches[..at.map_or(0, |at| at + 1)].rotate_right(usize::from(at.is_some()));
        }
        let led = if typed.is_none() { lead(ui, search, &matches) } else { None };
        let start = if typed.is_some() {
            Start::Field(search)
        } else {
            let at = matches.iter().position(|(key, _)| chosen.as_ref() == Some(key));
            Start::At(led.or(at).map_or(0, |at| at + rows.len()))
        };
        let leads = typed.map_or(Leads::Nowhere, |(_, leads)| leads);
        for (place, (key, words)) in matches.iter().take(SHOWN).enumerate() {
            let selected = chosen.as_ref() == Some(key);
            let option = ui.selectable_label(selected, words.as_str());
            if (place == 0 && leads == Leads::Down) || led == Some(place) {
                option.request_focus();
            }
            if led == Some(place) {
                option.scroll_to_me(None);
            }
            if option.clicked() || (place == 0 && leads == Leads::Taken && !wanted.is_empty()) {
                *chosen = Some(key.clone());
                ui.close();
            }
            rows.push(option);
        }
        options::lead(ui, search, &rows, start);
        if let Ok(more @ 1..) = i64::try_from(matches.len().saturating_sub(SHOWN)) {
            card::dim(ui, &self.cx.text.count("form-more", more, &[]));
        }
    }

    /// The field that narrows a long list; it has the keyboard when the list opens.
    fn search(&self, ui: &mut Ui, id: Id) -> (String, Leads) {
        let known: Option<String> = ui.data(|data| data.get_temp(id));
        let opens = known.is_none();
        let mut text = known.unwrap_or_else(|| {
            // The field may take nothing in the frame that opens it: nothing of that may be lost,
            // and nothing come twice.
            let typed = typed_before(ui, id) + &letters_of(ui);
            ui.input_mut(|input| input.events.retain(|it| !matches!(it, Event::Text(_))));
            let typed = typed.trim_start().to_owned();
            end_of_field(ui, id, &typed);
            typed
        });
        // Enter that follows the letters so fast is for what they find.
        let early = opens
            && !text.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
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
        let enter = || ui.input(|input| input.key_pressed(Key::Enter));
        let taken = early || response.lost_focus() && enter();
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

/// How well an option fits what is typed, the best first: it begins so, has the words as they
/// stand, each of them begins a word, or only all of them somewhere. Both in lower case.
fn rank(words: &str, wanted: &str) -> u8 {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let places = |part: &str| -> Vec<(bool, bool)> {
        let found = words.match_indices(part);
        let ends = found.map(|(at, part)| {
            let before = letter(words[..at].chars().next_back());
            (!before, !letter(words[at + part.len()..].chars().next()))
        });
        ends.collect()
    };
    let whole = places(wanted);
    if words.starts_with(wanted) {
        u8::from(!whole.first().is_some_and(|(_, ends)| *ends))
    } else if whole.iter().any(|(begins, _)| *begins) {
        2
    } else if wanted.split_whitespace().all(|part| places(part).iter().any(|(begins, _)| *begins)) {
        3
    } else {
        4
    }
}

/// Letters in a list that is closed open it, and are the first ones typed in it.
fn open_by_letters(ui: &Ui, list: &Response, (search, long): (Id, bool)) {
    let typed = letters_of(ui);
    if typed.trim().is_empty() {
        return;
    }
    if long {
        // At once: a blank that follows would press the list itself, which closes it.
        end_of_field(ui, search, &typed);
        ui.memory_mut(|memory| memory.request_focus(search));
    }
    ui.data_mut(|data| data.insert_temp(search.with("before"), typed));
    Popup::open_id(ui.ctx(), list.id.with("popup"));
    ui.ctx().request_repaint();
}

/// What is typed next in the field follows what stands there.
fn end_of_field(ui: &Ui, field: Id, text: &str) {
    let end = CCursor::new(text.chars().count());
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field);
}

/// What opened the list, once.
fn typed_before(ui: &Ui, search: Id) -> String {
    let typed = ui.data_mut(|data| data.remove_temp(search.with("before")));
    typed.unwrap_or_default()
}

/// What is typed in this frame.
fn letters_of(ui: &Ui) -> String {
    let text = |event: &Event| match event {
        Event::Text(text) => Some(text.clone()),
        _ => None,
    };
    ui.input(|input| input.events.iter().filter_map(text).collect())
}

/// Letters typed in a short list.
#[derive(Clone, Debug, Default)]
struct Letters {
    typed: String,
    /// When the last one was typed.
    at: f64,
    /// The option that they led to.
    place: Option<usize>,
}

/// The option to which the letters lead that are typed in a short list.
fn lead<K>(ui: &Ui, id: Id, options: &[&(K, String)]) -> Option<usize> {
    let time = ui.input(|input| input.time);
    let typed = typed_before(ui, id) + &letters_of(ui);
    // A space chooses.
    let typed: String = typed.to_lowercase().split_whitespace().collect();
    if typed.is_empty() {
        return None;
    }
    let mut letters: Letters = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if time - letters.at > TOGETHER {
        letters.typed.clear();
    }
    letters.typed.push_str(&typed);
    letters.at = time;
    let found = letters.leads_to(options);
    letters.place = found.or(letters.place);
    ui.data_mut(|data| data.insert_temp(id, letters));
    found
}

impl Letters {
    /// The next option that begins with what was typed, else one with a word that does so, else one
    /// that has it anywhere; a letter that is typed again leads on.
    fn leads_to<K>(&self, options: &[&(K, String)]) -> Option<usize> {
        let mut all = self.typed.chars();
        let first = all.next()?;
        let repeated = all.clone().next().is_some() && all.all(|letter| letter == first);
        let wanted = if repeated { first.to_string() } else { self.typed.clone() };
        let begins = |words: &str| words.to_lowercase().starts_with(&wanted);
        let within =
            |words: &str| words.split(|letter: char| !letter.is_alphanumeric()).any(begins);
        let start = match self.place {
            // More letters of the same word stay where they fit.
            Some(place) if !repeated && self.typed.chars().count() > 1 => place,
            Some(place) => place + 1,
            None => 0,
        };
        let round = || (0..options.len()).map(|step| (start + step) % options.len());
        let contains = |words: &str| words.to_lowercase().contains(&wanted);
        let ways: [&dyn Fn(&str) -> bool; 3] = [&begins, &within, &contains];
        ways.into_iter().find_map(|fits| round().find(|place| fits(&options[*place].1)))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<(u8, String)> {
        let words = ["Anteilfinanzierung", "Festbetrag", "Fehlbedarf", "Voll (EU-Mittel)"];
        words.into_iter().zip(0..).map(|(words, key)| (key, words.to_owned())).collect()
    }

    fn led(typed: &str, place: Option<usize>) -> Option<usize> {
        let letters = Letters { typed: typed.to_owned(), at: 0.0, place };
        letters.leads_to(&options().iter().collect::<Vec<_>>())
    }

    #[test]
    fn the_option_that_begins_with_what_is_typed_comes_first() {
        let wanted = "kommune f";
        let mut words = ["kommune a (fiktiv)", "kommune f (fiktiv)", "stadt fa, kommune fern"];
        words.sort_by_key(|words| rank(words, wanted));
        assert_eq!(words[0], "kommune f (fiktiv)");
        assert_eq!(words[2], "kommune a (fiktiv)", "its words stand apart");
        assert!(rank("kommune f", wanted) < rank("kommune fern", wanted), "a whole word first");
        assert!(rank("ost kommune f", wanted) < rank("f der kommune", wanted));
    }

    #[test]
    fn letters_lead_to_the_next_option_that_begins_so() {
        assert_eq!(led("f", None), Some(1));
        assert_eq!(led("f", Some(1)), Some(2), "the same letter leads on");
        assert_eq!(led("ff", Some(1)), Some(2), "also at once");
        assert_eq!(led("f", Some(2)), Some(1), "and round");
        assert_eq!(led("fe", Some(1)), Some(1), "more of a word stays where it fits");
        assert_eq!(led("feh", Some(1)), Some(2));
        assert_eq!(led("eu", None), Some(3), "a word within counts where no option begins so");
        assert_eq!(led("(eu-m", None), Some(3), "and more than a word anywhere");
        assert_eq!(led("x", Some(1)), None);
    }
}
