//! The head of a list: a click sorts, a small menu filters, the edge is dragged.

use eframe::egui::accesskit::{Role, SortDirection};
use eframe::egui::{
    Align, Color32, CursorIcon, Galley, Key, Layout as Direction, Popup, PopupCloseBehavior, Rect,
    Response, ScrollArea, Sense, Shape, Stroke, TextEdit, Ui, WidgetInfo, pos2,
    style::StyleModifier, vec2,
};

use std::sync::Arc;

use super::column::ColumnKind;
use super::{Column, Filter, Layout, List, ListState, MOST, Rows, paint};
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::{Button, focus_ring, take_keyboard_back};
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::{head_lines, is_whole, longest, longest_word, paint_head};

/// Height of heads of one line.
const HEIGHT: f32 = 30.0;
/// Room for the sign that says how is sorted, and for the button that filters.
const SIGN: f32 = 12.0;
const FUNNEL: f32 = 20.0;

impl List<'_> {
    /// Shows the heads, on as many lines as they need; their height.
    pub(super) fn head(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
        layout: &Layout,
    ) -> f32 {
        let tokens = ui.tokens();
        let place = |index: usize, column: &Column| {
            let (left, right) = layout.edges.get(index).copied()?;
            Some((left, if column.filters { right - FUNNEL } else { right }))
        };
        let height = self.columns.iter().enumerate().filter_map(|(index, column)| {
            let (left, right) = place(index, column)?;
            Some(words_of(ui, column, tokens.dim, right - left).size().y + 10.0)
        });
        let height = height.fold(HEIGHT, f32::max);
        let size = vec2(ui.available_width(), height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        for (index, column) in self.columns.iter().enumerate() {
            let Some((left, right)) = place(index, column) else { continue };
            // In reading order: the words stand before the funnel.
            let words = Rect::from_x_y_ranges(left..=right, rect.y_range());
            sorting(ui, cx, (state, self.given), column, (layout, words));
            if column.filters {
                let at = Rect::from_x_y_ranges(right..=right + FUNNEL, rect.y_range());
                let at = at.with_min_y(rect.bottom() - HEIGHT + 4.0);
                self.funnel(
                    ui,
                    cx,
                    (state, rows),
                    (index, layout, at.with_max_y(at.bottom() - 4.0)),
                );
            }
            if let Some(edges) = layout.edges.get(index) {
                edge(ui, cx, column, (layout, rect, *edges));
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
        height
    }

    /// Least width of a column: the longest word of its head, and figures in whole.
    pub(super) fn least(ui: &Ui, state: &ListState, column: &Column) -> f32 {
        let head = longest_word(ui, &column.head) + beside(column);
        let needed = state.needed(column.key).least;
        // A word without end is broken rather than that it pushes all else out of sight.
        let needed = if column.is_whole() { needed } else { needed.min(column.width * MOST) };
        head.max(needed).max(column.kept)
    }

    /// Width at which head and cells of a column stand on one line.
    pub(super) fn natural(ui: &Ui, state: &ListState, column: &Column) -> f32 {
        let head = longest(ui, std::iter::once(column.head.as_str()), &fonts::medium(SMALL));
        (head + beside(column)).max(state.needed(column.key).natural)
    }

    /// The button that opens the filter of a column.
    fn funnel(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
        (index, layout, rect): (usize, &Layout, Rect),
    ) {
        let Some(column) = self.columns.get(index) else { return };
        let tokens = ui.tokens();
        let id = layout.base.with(("filter", column.key));
        let response = ui.interact(rect, id, Sense::click());
        let active = state.filters.contains_key(column.key);
        let name = cx.f("list-filter-of", &[("column", column.head.clone())]);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, active, &name));
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        if response.hovered() || open {
            ui.painter().rect_filled(rect, 4.0, tokens.hover);
        }
        let ink = if active { tokens.accent } else { tokens.dim };
        if is_whole(ui, rect) {
            let place = Rect::from_center_size(rect.center(), vec2(11.0, 11.0));
            paint_funnel(ui, place, ink, active);
        }
        focus_ring(ui, &response, rect.shrink(1.0), 3);
        let popup = Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            // Its fields look like those of forms.
            .style(StyleModifier::default())
            .layout(Direction::top_down(Align::Min))
            .width(240.0);
        if !open && state.choices.as_ref().is_some_and(|(key, _)| *key == column.key) {
            state.choices = None;
        }
        let begun = id.with("begun");
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let fresh =
                !ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(begun, false), true));
            filter_menu(ui, cx, (state, fresh), column, || rows.choices(index));
        });
        if shown.is_none() {
            ui.data_mut(|data| data.remove::<bool>(begun));
        }
        take_keyboard_back(ui, &response, shown.is_some());
        response.hint(name);
    }
}

/// Room that stands beside the words of a head.
const fn beside(column: &Column) -> f32 {
    SIGN + if column.filters { FUNNEL } else { 0.0 } + 2.0 * paint::PAD
}

/// The words of a head beside the sign that says how is sorted.
fn words_of(ui: &Ui, column: &Column, ink: Color32, width: f32) -> Arc<Galley> {
    head_lines(ui, &column.head, ink, (column.align, (width - SIGN).max(SIGN)))
}

/// The words of a head; pressing them sorts.
fn sorting(
    ui: &mut Ui,
    cx: &Context<'_>,
    (state, given): (&mut ListState, Option<(&'static str, bool)>),
    column: &Column,
    (layout, rect): (&Layout, Rect),
) {
    let tokens = ui.tokens();
    let sense = if column.sorts { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, layout.base.with(("head", column.key)), sense);
    let order = state.sort.or(given);
    let sorted = order.filter(|(key, _)| *key == column.key).map(|(_, down)| down);
    let said = match sorted {
        Some(true) => cx.f("list-sorted-down", &[("column", column.head.clone())]),
        Some(false) => cx.f("list-sorted-up", &[("column", column.head.clone())]),
        None => column.head.clone(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
    if let Some(down) = sorted {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            let (up, down_) = (SortDirection::Ascending, SortDirection::Descending);
            node.set_sort_direction(if down { down_ } else { up });
        });
    }
    let ink = if sorted.is_some() || (column.sorts && response.hovered()) {
        tokens.text
    } else {
        tokens.dim
    };
    let galley = words_of(ui, column, ink, rect.width());
    if column.align == Align::Max && !is_whole(ui, rect) {
        return;
    }
    let width = galley.size().x;
    let x = if column.align == Align::Max { rect.right() } else { rect.left() };
    paint_head(ui, pos2(x, rect.bottom() - 9.0), galley, ink);
    if let Some(down) = sorted {
        let x = if column.align == Align::Max {
            rect.right() - width - SIGN / 2.0 - 2.0
        } else {
            rect.left() + width + SIGN / 2.0 + 1.0
        };
        let (tip, base) = if down { (3.0, -2.0) } else { (-3.0, 2.0) };
        let centre = pos2(x, rect.bottom() - HEIGHT / 2.0);
        let sign = [vec2(0.0, tip), vec2(4.0, base), vec2(-4.0, base)].map(|by| centre + by);
        let sign = Shape::convex_polygon(sign.to_vec(), tokens.accent, Stroke::NONE);
        ui.painter().add(sign);
    }
    focus_ring(ui, &response, rect.shrink2(vec2(0.0, 3.0)), 3);
    if response.clicked() {
        state.sort_by(column.key);
    }
}

/// The right edge of a column, by which it is made wider.
fn edge(
    ui: &Ui,
    cx: &Context<'_>,
    column: &Column,
    (layout, rect, (left, right)): (&Layout, Rect, (f32, f32)),
) {
    let at = right + paint::PAD;
    let grip = Rect::from_x_y_ranges(at - 3.0..=at + 3.0, rect.y_range());
    let response = ui.interact(grip, layout.base.with(("edge", column.key)), Sense::DRAG);
    response.widget_info(|| {
        let name = cx.f("list-width-of", &[("column", column.head.clone())]);
        WidgetInfo::labeled(Role::Splitter, true, name)
    });
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        ui.painter().vline(at, rect.y_range(), Stroke::new(1.0, ui.tokens().accent));
    }
    if response.dragged() {
        let width = right - left + 2.0 * paint::PAD + response.drag_delta().x;
        ListState::drag(ui, layout.base, column.key, width.max(40.0));
    }
}

fn paint_funnel(ui: &Ui, rect: Rect, ink: Color32, filled: bool) {
    let at = |x: f32, y: f32| rect.min + vec2(x * rect.width(), y * rect.height());
    let points =
        [at(0.0, 0.05), at(1.0, 0.05), at(0.62, 0.5), at(0.62, 0.95), at(0.38, 0.8), at(0.38, 0.5)];
    let stroke = Stroke::new(1.2, ink);
    if filled {
        let upper = [points[0], points[1], points[2], points[5]].to_vec();
        ui.painter().add(Shape::convex_polygon(upper, ink, Stroke::NONE));
    }
    ui.painter().add(Shape::closed_line(points.to_vec(), stroke));
}

/// What a column can be narrowed to.
fn filter_menu(
    ui: &mut Ui,
    cx: &Context<'_>,
    (state, fresh): (&mut ListState, bool),
    column: &Column,
    choices: impl FnOnce() -> Vec<String>,
) {
    ui.label(cx.f("list-filter-of", &[("column", column.head.clone())]));
    match column.kind {
        ColumnKind::Text => contains(ui, cx, (state, fresh), column),
        ColumnKind::Amount | ColumnKind::Day => range(ui, cx, (state, fresh), column),
        ColumnKind::Choice => {
            // Made once while the filter is open, not in each frame.
            let known = state.choices.take().filter(|(key, _)| *key == column.key);
            let all = known.map_or_else(choices, |(_, all)| all);
            one_of(ui, cx, (state, column), all.clone());
            state.choices = Some((column.key, all));
        }
    }
    ui.horizontal(|ui| {
        let words = cx.t("list-filter-remove");
        let active = state.filters.contains_key(column.key);
        if Button::new(&words).enabled(active).show(ui).clicked() {
            state.filters.remove(column.key);
            state.typed.remove(column.key);
            ui.close();
        }
        let words = cx.t("list-filter-done");
        if Button::new(&words).show(ui).clicked() {
            ui.close();
        }
    });
}

/// A field of a filter; Enter closes the filter.
fn field(ui: &mut Ui, text: &mut String, name: &str) -> Response {
    let edit = TextEdit::singleline(text).desired_width(220.0).hint_text(name);
    let shown = ui
        .add(edit.min_size(vec2(0.0, 30.0)).align(eframe::egui::Align2::LEFT_CENTER))
        .accessible_name(name);
    if shown.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        ui.close();
    }
    shown
}

/// What was typed and why it narrows nothing.
fn not_understood(cx: &Context<'_>, typed: &str, why: String) -> String {
    cx.f("list-not-understood", &[("typed", typed.to_owned()), ("why", why)])
}

fn contains(
    ui: &mut Ui,
    cx: &Context<'_>,
    (state, fresh): (&mut ListState, bool),
    column: &Column,
) {
    let [words, _] = state.typed.entry(column.key).or_default();
    let shown = field(ui, words, &cx.t("list-field-contains"));
    if fresh {
        shown.request_focus();
    }
    if shown.changed() {
        let words = words.clone();
        set(state, column, (!words.trim().is_empty()).then_some(Filter::Contains(words)));
    }
}

fn set(state: &mut ListState, column: &Column, filter: Option<Filter>) {
    match filter {
        Some(filter) => state.filters.insert(column.key, filter),
        None => state.filters.remove(column.key),
    };
}

/// From and to; what is not understood is said and does not narrow.
fn range(ui: &mut Ui, cx: &Context<'_>, (state, fresh): (&mut ListState, bool), column: &Column) {
    let [from, to] = state.typed.entry(column.key).or_default();
    let first = field(ui, from, &cx.t("list-field-from"));
    let changed = first.changed() | field(ui, to, &cx.t("list-field-to")).changed();
    if fresh {
        first.request_focus();
    }
    let (from, to) = (from.trim().to_owned(), to.trim().to_owned());
    let mut unknown = Vec::new();
    let filter = if column.kind == ColumnKind::Day {
        let mut read = |typed: &str| match cx.text.parse_day(typed, cx.today) {
            _ if typed.is_empty() => None,
            Ok(day) => Some(day),
            Err(reason) => {
                unknown.push(not_understood(cx, typed, cx.text.day_entry(reason)));
                None
            }
        };
        let (from, to) = (read(&from), read(&to));
        (from.is_some() || to.is_some()).then_some(Filter::Days(from, to))
    } else {
        let mut read = |typed: &str| match cx.text.parse_money(typed) {
            _ if typed.is_empty() => None,
            Ok(amount) => Some(amount),
            Err(reason) => {
                unknown.push(not_understood(cx, typed, cx.text.money_entry(reason)));
                None
            }
        };
        let (from, to) = (read(&from), read(&to));
        (from.is_some() || to.is_some()).then_some(Filter::Amounts(from, to))
    };
    for words in unknown {
        let late = ui.tokens().late.text;
        ui.label(eframe::egui::RichText::new(words).size(SMALL).color(late));
    }
    if changed {
        set(state, column, filter);
    }
}

/// So many choices are seen at once; more are narrowed by typing.
const FEW: usize = 12;

fn one_of(
    ui: &mut Ui,
    cx: &Context<'_>,
    (state, column): (&mut ListState, &Column),
    mut choices: Vec<String>,
) {
    let mut chosen = match state.filters.get(column.key) {
        Some(Filter::OneOf(words)) => words.clone(),
        _ => std::collections::BTreeSet::new(),
    };
    if choices.len() > FEW {
        let [typed, _] = state.typed.entry(column.key).or_default();
        field(ui, typed, &cx.t("list-field-contains"));
        let typed = typed.trim().to_lowercase();
        choices.retain(|choice| chosen.contains(choice) || choice.to_lowercase().contains(&typed));
    }
    let before = chosen.clone();
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for choice in choices {
            let mut on = chosen.contains(&choice);
            if ui.checkbox(&mut on, choice.as_str()).changed() {
                if on {
                    chosen.insert(choice);
                } else {
                    chosen.remove(&choice);
                }
            }
        }
    });
    if chosen != before {
        set(state, column, (!chosen.is_empty()).then_some(Filter::OneOf(chosen)));
    }
}
