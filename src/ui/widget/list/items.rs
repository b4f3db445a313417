//! Rows that are in memory: filtered, sorted and summed here, anew only when something changed.

use std::collections::{BTreeSet, HashSet};

use eframe::egui::Ui;

use super::cell::Key;
use super::gather::{Gathering, Purpose};
use super::{Cell, Happened, List, ListState, Row, RowId, Rows, Value};
use crate::domain::Money;
use crate::store::sort_key;
use crate::text::Lang;
use crate::ui::context::Context;

/// How a row of some type is shown.
pub trait Item {
    /// Identity, whatever the place.
    fn id(&self) -> RowId;
    /// What stands in the column of that key.
    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell;
    /// The row in words.
    fn words(&self, cx: &Context<'_>) -> String;
    /// True when it contains what was typed into the search field; `typed` is in lower case.
    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool;
}

/// Items, those of them that count, and a number that differs where others count.
type Chosen<'a, T> = (&'a [T], u64, &'a dyn Fn(&T) -> bool);

/// What the order of the rows rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    rows: (u64, usize),
    lang: Lang,
    sort: Option<(&'static str, bool)>,
    filters: Vec<(&'static str, super::Filter)>,
    words: String,
    columns: Vec<&'static str>,
    salt: u64,
}

/// Order and sums of the rows that pass.
#[derive(Debug, Default)]
pub(super) struct View {
    basis: Option<Basis>,
    order: Vec<usize>,
    totals: Vec<Option<Money>>,
    selected: Vec<Option<Money>>,
    revision: Option<u64>,
}

struct Shown<'a, T> {
    cx: &'a Context<'a>,
    list: &'a List<'a>,
    items: &'a [T],
    view: View,
}

impl<T: Item> Rows for Shown<'_, T> {
    fn count(&self) -> usize {
        self.view.order.len()
    }

    fn id(&self, at: usize) -> RowId {
        self.view.order.get(at).and_then(|at| self.items.get(*at)).map_or(0, Item::id)
    }

    fn row(&self, at: usize) -> Option<Row> {
        let item = self.view.order.get(at).and_then(|at| self.items.get(*at))?;
        Some(Row { cells: self.cells(at)?, words: item.words(self.cx) })
    }

    fn cells(&self, at: usize) -> Option<Vec<Cell>> {
        let item = self.view.order.get(at).and_then(|at| self.items.get(*at))?;
        Some(self.list.columns.iter().map(|column| item.cell(self.cx, column.key)).collect())
    }

    fn total(&self, column: usize) -> Option<Money> {
        self.view.totals.get(column).copied().flatten()
    }

    fn selected_total(&self, column: usize) -> Option<Money> {
        self.view.selected.get(column).copied().flatten()
    }

    fn choices(&self, column: usize) -> Vec<String> {
        let Some(column) = self.list.columns.get(column) else { return Vec::new() };
        let all = self.items.iter().map(|item| item.cell(self.cx, column.key).value);
        let all: BTreeSet<String> = all.map(|value| value.shown(self.cx)).collect();
        let mut all: Vec<String> = all.into_iter().collect();
        all.sort_by_cached_key(|words| sort_key(words));
        all
    }
}

impl List<'_> {
    /// Shows rows that are in memory, those that pass in the order that was chosen.
    pub fn show_items<T: Item>(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        state: &mut ListState,
        items: &[T],
    ) -> Happened {
        self.show_some(ui, cx, state, (items, 0, &|_| true))
    }

    /// Shows those that `keep` lets pass, besides; another `salt` says that it decides otherwise.
    pub fn show_some<T: Item>(
        &self,
        ui: &mut Ui,
        cx: &Context<'_>,
        state: &mut ListState,
        (items, salt, keep): Chosen<'_, T>,
    ) -> Happened {
        let mut view = std::mem::take(&mut state.view);
        self.refresh(cx, (state, &mut view), items, (salt, keep));
        let rows = Shown { cx, list: self, items, view };
        let before = (state.revision, state.sort, state.filters.clone());
        let happened = self.show(ui, cx, state, &rows);
        if happened.save {
            state.gathering = Some(Gathering::new(Purpose::Save, (0..rows.count()).collect()));
        }
        self.gather(ui, cx, (state, &rows));
        if before != (state.revision, state.sort, state.filters.clone()) {
            ui.ctx().request_repaint();
        }
        state.view = rows.view;
        happened
    }

    /// The items that pass all filters, in their order.
    pub fn passing<'t, T: Item>(
        &self,
        cx: &Context<'_>,
        state: &mut ListState,
        (items, salt, keep): Chosen<'t, T>,
    ) -> Vec<&'t T> {
        let mut view = std::mem::take(&mut state.view);
        self.refresh(cx, (state, &mut view), items, (salt, keep));
        let passing = view.order.iter().filter_map(|at| items.get(*at)).collect();
        state.view = view;
        passing
    }

    fn refresh<T: Item>(
        &self,
        cx: &Context<'_>,
        (state, view): (&mut ListState, &mut View),
        items: &[T],
        (salt, keep): (u64, &dyn Fn(&T) -> bool),
    ) {
        if view.basis.as_ref().is_some_and(|basis| basis.lang != cx.lang()) {
            // Words that were chosen are words of the other language.
            state.filters.retain(|_, filter| !matches!(filter, super::Filter::OneOf(_)));
        }
        let filters = state.filters.iter().map(|(key, filter)| (*key, filter.clone()));
        let basis = Basis {
            rows: (cx.data.readings, items.len()),
            lang: cx.lang(),
            sort: state.sort,
            filters: filters.collect(),
            words: state.words.trim().to_lowercase(),
            columns: self.columns.iter().map(|column| column.key).collect(),
            salt,
        };
        if view.basis.as_ref() != Some(&basis) {
            view.order = order(cx, items, &basis, keep);
            view.totals = self.totals(cx, view.order.iter().filter_map(|at| items.get(*at)));
            view.basis = Some(basis);
            view.revision = None;
            // The places of rows on their way are no longer theirs.
            state.gathering = None;
            if !state.selected.is_empty() {
                let there: HashSet<RowId> =
                    view.order.iter().filter_map(|at| items.get(*at)).map(Item::id).collect();
                state.keep_selected(|id| there.contains(&id));
            }
        }
        if view.revision != Some(state.revision) {
            let chosen = view.order.iter().filter_map(|at| items.get(*at));
            let chosen = chosen.filter(|item| state.selected.contains(&item.id()));
            view.selected = self.totals(cx, chosen);
            view.revision = Some(state.revision);
        }
    }

    fn totals<'t, T: Item + 't>(
        &self,
        cx: &Context<'_>,
        items: impl Iterator<Item = &'t T>,
    ) -> Vec<Option<Money>> {
        let mut totals: Vec<Option<Money>> =
            self.columns.iter().map(|column| column.sum.then_some(Money::ZERO)).collect();
        if totals.iter().any(Option::is_some) {
            for item in items {
                for (column, total) in self.columns.iter().zip(&mut totals) {
                    let Some(sum) = total else { continue };
                    if let Value::Amount(amount) = item.cell(cx, column.key).value {
                        *sum += amount;
                    }
                }
            }
        }
        totals
    }

    pub(super) fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.head.clone()).collect()
    }
}

/// Places of the items that pass, in the order that was chosen.
fn order<T: Item>(
    cx: &Context<'_>,
    items: &[T],
    basis: &Basis,
    keep: &dyn Fn(&T) -> bool,
) -> Vec<usize> {
    let passes = |item: &T| {
        keep(item)
            && basis
                .filters
                .iter()
                .all(|(key, filter)| filter.passes(&item.cell(cx, key).value, cx))
            && (basis.words.is_empty() || item.contains(cx, &basis.words))
    };
    let all = items.iter().enumerate();
    let mut order: Vec<usize> = all.filter(|(_, item)| passes(item)).map(|(at, _)| at).collect();
    if let Some((column, down)) = basis.sort {
        let key = |at: &usize| items.get(*at).and_then(|item| item.cell(cx, column).value.key());
        let mut keyed: Vec<(Option<Key>, usize)> = order.iter().map(|at| (key(at), *at)).collect();
        keyed.sort_by(|(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) if down => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            // What is missing stands last in both directions.
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        order = keyed.into_iter().map(|(_, at)| at).collect();
    }
    order
}
