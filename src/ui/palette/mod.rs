//! *Suchen oder Befehl* (Strg+K): recipients, cases, entries, milestones, titles, commands and
//! the help in one list, by keyboard alone.

mod here;
mod item;
mod row;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align2, Context as Egui, CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, ScrollArea,
    TextEdit, Ui, vec2,
};

use self::item::Section;
use super::action::Action;
use super::context::Context;
use super::data::{Loaded, Want};
use super::route::Route;
use super::theme::TokensOf as _;
use super::widget::card;
use crate::store::view::search::{SearchQuery, words};
use crate::text::{Lang, Text, parse_money};

/// The open search.
#[derive(Debug)]
pub struct Palette {
    typed: String,
    /// Place of the row that Enter takes, counted over all groups.
    chosen: usize,
    /// Enter was pressed before the answer was here: it takes the best as soon as it is.
    enter: bool,
    /// Sections and what they were made from.
    shown: Vec<Section>,
}

/// Keys of one frame.
#[derive(Clone, Copy, Debug, Default)]
struct Keys {
    step: isize,
    enter: bool,
    escape: bool,
}

impl Palette {
    /// Opens it with these words in it.
    #[must_use]
    pub const fn new(words: String) -> Self {
        Self { typed: words, chosen: 0, enter: false, shown: Vec::new() }
    }

    /// What it needs to be read from the ledger.
    #[must_use]
    pub fn want(&self, cx: &Context<'_>) -> Option<Want> {
        let query = query(&self.typed);
        (cx.ledger.is_some() && cx.is_whole() && !query.is_empty()).then_some(Want::Search(query))
    }

    /// Shows it above everything else.
    pub fn ui(&mut self, egui: &Egui, cx: &Context<'_>, route: &Route) {
        let keys = keys(egui);
        let style = egui.global_style();
        let frame = Frame::popup(&style).inner_margin(Margin::same(12)).corner_radius(12);
        let id = Id::unique("search");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 56.0));
        let modal = Modal::new(id).area(area).frame(frame).show(egui, |ui| {
            ui.set_width((egui.content_rect().width() - 48.0).min(760.0));
            let typed = self.field(ui, cx);
            if typed {
                self.chosen = 0;
                self.enter = false;
            }
            let waiting = self.is_waiting(cx, typed);
            self.shown = item::sections(cx, route, &self.typed, waiting);
            let count = self.shown.iter().map(|section| section.items.len()).sum::<usize>();
            self.step(keys.step, count);
            self.count(ui, cx, waiting);
            ui.add_space(4.0);
            let clicked = self.list(ui, cx, keys.step != 0);
            self.enter |= keys.enter;
            if let Some(place) = clicked {
                self.take(cx, place);
            } else if self.enter && !waiting {
                self.enter = false;
                self.take(cx, self.chosen);
            }
        });
        if keys.escape || modal.backdrop_response.clicked() {
            cx.send(Action::CloseSearch);
        }
    }

    /// The field; true when something was typed.
    fn field(&mut self, ui: &mut Ui, cx: &Context<'_>) -> bool {
        let label = cx.t("search-label");
        let edit = TextEdit::singleline(&mut self.typed)
            .id(field())
            .hint_text(cx.t("search-place"))
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, 38.0))
            .align(Align2::LEFT_CENTER);
        let response = ui.add(edit).accessible_name(label);
        if !response.has_focus() {
            response.request_focus();
            // The field remembers where the cursor was in what was searched before.
            let mut state = TextEdit::load_state(ui.ctx(), field()).unwrap_or_default();
            let end = CCursor::new(self.typed.chars().count());
            state.cursor.set_char_range(Some(CCursorRange::one(end)));
            state.store(ui.ctx(), field());
        }
        response.changed()
    }

    /// True while the ledger has not answered what stands in the field.
    fn is_waiting(&self, cx: &Context<'_>, typed: bool) -> bool {
        let asked = self.want(cx).is_some();
        asked && (typed || matches!(cx.data.search, Loaded::Pending { .. } | Loaded::NotRequested))
    }

    fn step(&mut self, step: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(step).min(last);
    }

    /// How many were found, read aloud as soon as it changes.
    fn count(&self, ui: &mut Ui, cx: &Context<'_>, waiting: bool) {
        let total: usize = self.shown.iter().map(|section| section.total).sum();
        let words = if self.typed.trim().is_empty() {
            cx.t(if cx.is_whole() { "search-hint" } else { "extract-search" })
        } else if waiting {
            cx.t("search-running")
        } else {
            let total = i64::try_from(total).unwrap_or(i64::MAX);
            cx.text.count("search-count", total, &[])
        };
        let response = card::dim(ui, &words);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.clear_value();
            node.set_label(words);
        });
    }

    /// The rows by group; the place of the one that was clicked.
    fn list(&self, ui: &mut Ui, cx: &Context<'_>, moved: bool) -> Option<usize> {
        if self.shown.is_empty() {
            card::empty(ui, &cx.t("search-nothing"));
            return None;
        }
        let room = (ui.ctx().content_rect().height() - 210.0).clamp(120.0, 560.0);
        let mut clicked = None;
        let mut place = 0;
        // An area offers the height that it had before: a longer list takes what it needs.
        let scroll = ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for section in &self.shown {
                heading(ui, cx, section);
                for item in &section.items {
                    let chosen = place == self.chosen;
                    let response = row::row(ui, cx, item, chosen);
                    if chosen {
                        ui.ctx().accesskit_node_builder(field(), |node| {
                            node.set_active_descendant(response.id.accesskit_id());
                        });
                        if moved {
                            response.scroll_to_me(None);
                        }
                    }
                    if response.clicked() {
                        clicked = Some(place);
                    }
                    place += 1;
                }
            }
        });
        clicked
    }

    /// Does what a row says; one that cannot be done now says why and stays.
    fn take(&self, cx: &Context<'_>, place: usize) {
        let mut all = self.shown.iter().flat_map(|section| section.items.iter());
        let Some(item) = all.nth(place) else { return };
        match &item.hindrance {
            None => {
                cx.send(Action::CloseSearch);
                cx.send(item.action.clone());
            }
            Some(why) => cx.send(Action::NotNow(why.clone())),
        }
    }
}

fn field() -> Id {
    Id::unique("search-field")
}

/// Name of a group, and that there is more than is shown.
fn heading(ui: &mut Ui, cx: &Context<'_>, section: &Section) {
    let tokens = ui.tokens();
    let name = cx.t(section.sort.key());
    let words = if section.total > section.items.len() {
        let total = i64::try_from(section.total).unwrap_or(i64::MAX);
        let shown = [("shown", section.items.len().to_string()), ("name", name)];
        cx.text.count("search-more", total, &shown)
    } else {
        name
    };
    Frame::new()
        .fill(tokens.card)
        .corner_radius(CornerRadius::ZERO)
        .inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 3 })
        .show(ui, |ui| card::dim(ui, &words));
}

/// Takes the keys that belong to the list before the field sees them.
fn keys(egui: &Egui) -> Keys {
    const PAGE: isize = 8;
    let steps = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::Tab, 0),
    ];
    egui.input_mut(|input| {
        let mut keys = Keys::default();
        for (key, step) in steps {
            let times = input.count_and_consume_key(Modifiers::NONE, key);
            keys.step += step * isize::try_from(times).unwrap_or(0);
        }
        keys.enter = input.consume_key(Modifiers::NONE, Key::Enter);
        keys.escape = input.consume_key(Modifiers::NONE, Key::Escape);
        keys
    })
}

/// What was typed, as words, as an amount in either language's habit, as the number of an entry.
fn query(typed: &str) -> SearchQuery {
    let amount = typed.contains(|letter: char| letter.is_ascii_digit()).then(|| amount(typed));
    SearchQuery { words: words(typed), amount: amount.flatten(), number: number(typed) }
}

fn amount(typed: &str) -> Option<crate::domain::Money> {
    use crate::text::MoneyEntry;
    let read = |lang| match parse_money(lang, typed) {
        Ok(amount) | Err(MoneyEntry::Ambiguous { thousands: amount }) => Some(amount.abs()),
        Err(_) => None,
    };
    read(Lang::De).or_else(|| read(Lang::En))
}

/// The number of an entry, with or without "Nr." before it.
fn number(typed: &str) -> Option<crate::domain::Seq> {
    let typed = typed.trim().to_lowercase();
    let marks = ["nr.", "nr", "no.", "no", "#"];
    let digits = marks.iter().find_map(|mark| typed.strip_prefix(mark)).unwrap_or(&typed).trim();
    digits.parse().ok().filter(|number| *number > 0)
}

/// The field of the top bar that opens the search, as its name is read.
#[must_use]
pub fn name(text: &Text) -> String {
    let hint = super::command::Command::Search.hint(text);
    super::command::with_hint(&text.get("search-label"), &hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;

    #[test]
    fn an_amount_is_understood_however_it_is_written() {
        let sum = Some(Money::from_cents(220_000_000));
        for typed in ["2.200.000", "2200000,00", "2.200.000,00 €", "2200000", "2,200,000.00"] {
            assert_eq!(query(typed).amount, sum, "{typed}");
        }
        assert_eq!(query("12.500").amount, Some(Money::from_cents(1_250_000)));
        assert_eq!(query("EG-2020-003").amount, None);
        assert_eq!(query("Sömmerda").amount, None);
    }

    #[test]
    fn an_entry_is_found_by_its_number_with_and_without_a_mark() {
        assert_eq!(query("45").number, Some(45));
        assert_eq!(query("Nr. 45").number, Some(45));
        assert_eq!(query("no. 45").number, Some(45));
        assert_eq!(query("K-2020-45").number, None);
        assert_eq!(query("0").number, None);
    }
}
