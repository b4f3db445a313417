//! Above the rows the filters as chips, below them the sums and what is selected.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Layout as Direction, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Happened, Layout, List, ListState, Rows, Value};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::theme::{BODY, ROW, SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::chip::removable;
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::paint_words;

/// Height of the sums and of the line below them.
pub(super) const SUMS: f32 = ROW + 2.0;
pub(super) const STATUS: f32 = 40.0;

impl List<'_> {
    /// What the rows are narrowed to; each chip can be removed.
    pub(super) fn chips(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        state: &mut ListState,
        happened: &mut Happened,
    ) {
        if state.filters.is_empty() && self.narrowed.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            for (at, words) in self.narrowed.iter().enumerate() {
                if removable(ui, cx, words) {
                    happened.removed = Some(at);
                }
            }
            let mut gone = None;
            // A column that is not shown for want of room narrows all the same.
            for column in self.columns.iter().chain(&self.unseen) {
                let Some(filter) = state.filters.get(column.key) else { continue };
                let words = [column.head.as_str(), &filter.words(cx)].join(": ");
                if removable(ui, cx, &words) {
                    gone = Some(column.key);
                }
            }
            if let Some(key) = gone {
                state.filters.remove(key);
                state.typed.remove(key);
            }
            let words = cx.t("list-clear");
            if Button::new(&words).bare().show(ui).clicked() {
                state.clear();
                happened.cleared = true;
            }
        });
        ui.add_space(4.0);
    }

    /// How many rows, and the sum of each column of amounts.
    pub(super) fn sums(&self, ui: &mut Ui, cx: &Context<'_>, rows: &dyn Rows, layout: &Layout) {
        let tokens = ui.tokens();
        let size = vec2(ui.available_width(), SUMS);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let count = cx.text.count(self.noun, number(rows.count()), &[]);
        let mut said = vec![count.clone()];
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.text));
        let (mut counted, mut is_cut) = (false, false);
        let first = self.columns.iter().position(|column| rows_sum(column, rows, self).is_some());
        for (index, column) in self.columns.iter().enumerate() {
            let Some((left, right)) = layout.edges.get(index).copied() else { continue };
            let total = column.sum.then(|| rows.total(index)).flatten();
            let (value, right) = match total {
                Some(total) => {
                    said.push([column.head.as_str(), &cx.euro(total)].join(" "));
                    (Value::Amount(total), right)
                }
                None if !counted => {
                    counted = true;
                    // The count may use the room up to the first sum.
                    let upto =
                        first.and_then(|at| layout.edges.get(at)).map_or(rect.right(), |e| e.0);
                    (Value::Text(count.clone()), upto.max(right))
                }
                None => continue,
            };
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
            let align = if total.is_some() { column.align } else { Align::Min };
            let look = (fonts::semibold(BODY), tokens.text, align);
            is_cut |= paint_words(ui, place, &value.shown(cx), look);
        }
        let said = said.join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &said));
        if is_cut {
            response.hint_at_pointer(said);
        }
    }

    /// What is selected and its sums, and the button that saves the list.
    pub(super) fn status(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
        happened: &mut Happened,
    ) {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                if self.title.is_some() {
                    let words = cx.t("list-save");
                    let button = Button::new(&words).icon(Icon::Save).bare();
                    if button.enabled(rows.count() > 0).show(ui).clicked() {
                        happened.save = true;
                    }
                }
                ui.with_layout(Direction::left_to_right(Align::Center), |ui| {
                    if Self::gathering(ui, cx, state) {
                        return;
                    }
                    let words = self.selection(cx, state, rows);
                    let dim = ui.tokens().dim;
                    let shown = RichText::new(&words).size(SMALL).color(dim);
                    let label = ui.add(eframe::egui::Label::new(shown).wrap());
                    ui.ctx().accesskit_node_builder(label.id, |node| {
                        node.set_role(Role::Status);
                        node.clear_value();
                        node.set_label(words);
                        node.set_live(Live::Polite);
                    });
                });
            });
        });
    }

    /// "3 ausgewählt · Bewilligt 1.000,00 € · …".
    fn selection(&self, cx: &Context<'_>, state: &ListState, rows: &dyn Rows) -> String {
        if state.selected.is_empty() {
            let order = self.order.filter(|_| state.sort.is_none()).map(|key| cx.t(key));
            let said = [Some(cx.t("list-none-selected")), order];
            return said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        }
        let mut said = vec![cx.text.count("list-selected", number(state.selected.len()), &[])];
        for (index, column) in self.columns.iter().enumerate().filter(|(_, column)| column.sum) {
            if let Some(total) = rows.selected_total(index) {
                said.push([column.head.as_str(), &cx.euro(total)].join(" "));
            }
        }
        said.join(" · ")
    }
}

fn rows_sum(
    column: &super::Column,
    rows: &dyn Rows,
    list: &List<'_>,
) -> Option<crate::domain::Money> {
    let at = list.columns.iter().position(|other| other.key == column.key)?;
    column.sum.then(|| rows.total(at)).flatten()
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
