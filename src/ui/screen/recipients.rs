//! *Empfänger*: the list, and the account of one as its treasurer reads it.

mod account;
mod page;

use eframe::egui::Ui;

use crate::domain::{Kind, RecipientKey};
use crate::store::view::RecipientRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::narrow::Narrowed;
use crate::ui::route::Route;
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};
use crate::ui::widget::region::{self, Region};

use super::{columns_beside, filter_field, head, kind_button, loaded, matches};

/// The screen.
#[derive(Debug, Default)]
pub struct Recipients {
    list: ListState,
    narrowed: Narrowed,
    page: page::Page,
}

impl Recipients {
    /// Narrows the list to what makes up a figure.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.list.forget();
        self.narrowed = narrowed;
    }

    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&RecipientKey>, cx: &Context<'_>, ui: &mut Ui) {
        let height = ui.available_height();
        if let Some(extract) = cx.extract() {
            self.page.ui(ui, cx, &extract.recipient, height);
            return;
        }
        let weights: &[f32] = if chosen.is_some() { &[0.62, 1.0] } else { &[1.0] };
        card::columns(ui, weights, |index, ui| match (index, chosen) {
            (1, Some(key)) => {
                region::begin(ui, Region::Detail, ui.max_rect());
                self.page.ui(ui, cx, key, height);
            }
            _ => self.list(ui, cx, chosen, height),
        });
    }

    /// Title, the button for a new one where there is room for it, and the search.
    fn head(&mut self, ui: &mut Ui, cx: &Context<'_>, narrow: bool) {
        head(ui, &cx.t("screen-recipients"), |ui| {
            if narrow {
                return;
            }
            let words = waiting::opens(cx, Kind::RecipientRegistered);
            let button = Button::new(&words).icon(Icon::Add);
            if kind_button(ui, cx, Kind::RecipientRegistered, button) {
                cx.send(Action::book(Kind::RecipientRegistered, Occasion::default()));
            }
            filter_field(ui, cx, &mut self.list.words, 220.0);
        });
        if narrow {
            let width = ui.available_width();
            filter_field(ui, cx, &mut self.list.words, width);
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &Context<'_>, chosen: Option<&RecipientKey>, height: f32) {
        card::card(ui, |ui| {
            self.head(ui, cx, chosen.is_some());
            let Some(all) = loaded(cx, ui, &cx.data.recipients) else { return };
            if all.is_empty() {
                card::empty(ui, &cx.t("screen-recipients-empty"));
                return;
            }
            let width = ui.available_width();
            let wide = width > WIDE;
            let (columns, unseen) = columns(cx, width);
            let list = List::new("recipients", "recipients", columns)
                .unseen(unseen)
                .chosen(chosen.map(row_id))
                .height(height - if chosen.is_some() { 108.0 } else { 66.0 })
                .narrowed(self.narrowed.words(cx))
                .saved_as(cx.t("screen-recipients"));
            let list = if wide { list } else { list.tall() };
            let narrowed = &self.narrowed;
            let keep = |row: &RecipientRow| narrowed.holds_recipient(row, cx.as_of);
            let some = (all.as_slice(), narrowed.salt(cx.as_of), &keep as &dyn Fn(&_) -> _);
            let happened = list.show_some(ui, cx, &mut self.list, some);
            self.narrowed.follow(&happened);
            let opened = happened.opened.and_then(|id| all.iter().find(|row| row.id() == id));
            if let Some(row) = opened {
                let again = Some(&row.key) == chosen;
                let route = Route::Recipients((!again).then(|| row.key.clone()));
                cx.send(Action::Go(route));
            }
        });
    }
}

/// Width from which each trait of a recipient has a column of its own.
const WIDE: f32 = 620.0;

/// Columns of the list, and those for which there is no room.
fn columns(cx: &Context<'_>, width: f32) -> (Vec<Column>, Vec<Column>) {
    if width <= WIDE {
        return columns_beside(cx, width, 150.0);
    }
    let columns = vec![
        Column::fixed("key", cx.t("screen-col-key"), 104.0),
        Column::text("name", cx.t("screen-col-recipient"), 150.0),
        Column::choice("type", cx.t("list-col-type"), 170.0),
        Column::amount("granted", cx.t("screen-col-granted"), 130.0),
        Column::amount("actual", cx.t("screen-col-actual"), 130.0),
        Column::amount("open", cx.t("screen-col-open"), 130.0),
    ];
    (columns, Vec::new())
}

impl Item for RecipientRow {
    fn id(&self) -> RowId {
        row_id(&self.key)
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let name = || cx.recipient(self.recipient_type, &self.name);
        match column {
            "key" => Cell::text(self.key.as_str()).dim(),
            "name" => Cell::text(name()),
            "type" => Cell::text(cx.text.recipient_type(self.recipient_type)).dim(),
            "granted" => Cell::amount(self.granted),
            "actual" => Cell::amount(self.sums.actual()),
            "open" => Cell::amount(self.sums.open()),
            _ => Cell::text(name()).below(self.key.to_string()),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let words = [
            ("name", cx.recipient(self.recipient_type, &self.name)),
            ("granted", cx.euro(self.granted)),
            ("actual", cx.euro(self.sums.actual())),
            ("open", cx.euro(self.sums.open())),
        ];
        cx.f("screen-recipient-sentence", &words)
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let name = cx.recipient(self.recipient_type, &self.name);
        matches(typed, &[&name, self.key.as_str()])
    }
}
