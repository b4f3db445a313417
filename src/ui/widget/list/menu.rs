//! The menu of a row: open, narrow to its value, copy.

use eframe::egui::{Id, Popup, PopupKind, RectAlign, Ui};

use super::{Filter, Happened, List, ListState, Rows};
use crate::ui::context::Context;
use crate::ui::widget::button::Button;

impl List<'_> {
    pub(super) fn context_menu(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        (state, rows, happened): (&mut ListState, &dyn Rows, &mut Happened),
        base: Id,
    ) {
        let (Some((id, index, fresh)), Some(anchor)) = (state.menu, state.menu_at) else { return };
        let row = rows.place(id).and_then(|at| rows.row(at));
        let (Some(row), Some(column)) = (row, self.columns.get(index)) else {
            state.menu = None;
            return;
        };
        let mut open = true;
        let value = row.cells.get(index).map(|cell| cell.value.clone()).unwrap_or_default();
        let filter = Filter::value(&value, cx).filter(|_| column.filters);
        let popup = Popup::new(base.with("menu"), ui.ctx().clone(), anchor, ui.layer_id())
            .kind(PopupKind::Menu)
            .align(RectAlign::BOTTOM_START)
            .width(280.0)
            .open_bool(&mut open);
        popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let shown = value.shown(cx);
            let shown = if shown.is_empty() { cx.t("list-empty-cell") } else { shown };
            let words = cx.f("list-only-value", &[("value", shown)]);
            let only = Button::new(&words).bare().enabled(filter.is_some()).show(ui);
            if fresh {
                only.request_focus();
            }
            if only.clicked() {
                if let Some(filter) = filter.clone() {
                    state.filters.insert(column.key, filter);
                }
                ui.close();
            }
            let words = cx.t("list-copy");
            if Button::new(&words).bare().show(ui).clicked() {
                self.copy(ui, cx, (&mut *state, rows), happened);
                ui.close();
            }
            let words = cx.t("list-select-all");
            if Button::new(&words).bare().show(ui).clicked() {
                state.select((0..rows.count()).map(|at| rows.id(at)));
                ui.close();
            }
            let words = cx.t("list-clear");
            if Button::new(&words).bare().enabled(!state.filters.is_empty()).show(ui).clicked() {
                state.clear();
                ui.close();
            }
        });
        if open {
            state.menu = Some((id, index, false));
        } else {
            state.menu = None;
            state.menu_at = None;
            ui.memory_mut(|memory| memory.request_focus(Self::widget(base, id)));
        }
    }
}
