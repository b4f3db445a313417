//! The rows of the journal: numbers of all entries, and those rows that have been read.

use std::collections::HashSet;

use super::WINDOW;
use super::entry::actor;
use crate::domain::{Money, Seq};
use crate::store::view::{EntryIndex, JournalRow};
use crate::ui::context::Context;
use crate::ui::widget::list::{Cell, Column, ListState, Row, RowId, Rows, Value};

/// Between the name of a kind and the correction of the entry.
pub(super) const AFTER_KIND: &str = " · ";

/// Sums of the entries, made anew only when others are there or selected.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Count of readings, and whether they are those that are shown.
    read: Option<(u64, bool)>,
    revision: Option<u64>,
    total: Option<Money>,
    selected: Option<Money>,
}

impl Sums {
    /// Follows what is there; of the selection, what is not there any more goes.
    pub fn follow(&mut self, read: (u64, bool), index: &EntryIndex, state: &mut ListState) {
        if self.read != Some(read) {
            self.read = Some(read);
            self.revision = None;
            self.total = index.sum();
            if read.1 && !state.selected().is_empty() {
                let there: HashSet<Seq> = index.seqs.iter().copied().collect();
                state.keep_selected(|seq| there.contains(&seq));
            }
        }
        if self.revision != Some(state.revision()) {
            self.revision = Some(state.revision());
            // Amounts of entries of all kinds are not one figure: without one there is no sum.
            self.selected = self.total.filter(|_| !state.selected().is_empty()).map(|_| {
                let all = index.seqs.iter().zip(&index.amounts);
                all.filter(|(seq, _)| state.is_selected(**seq)).map(|(_, amount)| *amount).sum()
            });
        }
    }
}

/// The entries of the list.
pub(super) struct Entries<'a> {
    cx: &'a Context<'a>,
    index: &'a EntryIndex,
    windows: &'a [&'a [Seq]],
    columns: &'a [Column],
    total: Option<Money>,
    selected: Option<Money>,
}

impl<'a> Entries<'a> {
    pub fn new(
        cx: &'a Context<'a>,
        (index, windows): (&'a EntryIndex, &'a [&'a [Seq]]),
        columns: &'a [Column],
        sums: &Sums,
    ) -> Self {
        let Sums { total, selected, .. } = *sums;
        Self { cx, index, windows, columns, total, selected }
    }

    fn is_amount(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| column.key() == "amount")
    }

    /// What the entry adds to the figure; without one, its own amount.
    fn amount(&self, at: usize, row: &JournalRow) -> Option<Money> {
        match self.total {
            Some(_) => self.index.amounts.get(at).copied(),
            None => row.amount,
        }
    }
}

impl Rows for Entries<'_> {
    fn count(&self) -> usize {
        self.index.seqs.len()
    }

    fn id(&self, at: usize) -> RowId {
        self.index.seqs.get(at).copied().unwrap_or_default()
    }

    fn row(&self, at: usize) -> Option<Row> {
        let row = self.cx.data.entry(self.windows.get(at / WINDOW)?, self.id(at))?;
        let amount = self.amount(at, row);
        let apart = self.columns.iter().any(|column| column.key() == "recipient");
        let cell = |column: &Column| match column.key() {
            "object" if !apart => Cell::text(whose(self.cx, row)),
            key => cell(self.cx, row, (key, amount)),
        };
        let cells = self.columns.iter().map(cell).collect();
        Some(Row { cells, words: words(self.cx, row, amount) })
    }

    fn total(&self, column: usize) -> Option<Money> {
        self.total.filter(|_| self.is_amount(column))
    }

    fn selected_total(&self, column: usize) -> Option<Money> {
        self.selected.filter(|_| self.is_amount(column))
    }

    fn in_memory(&self) -> bool {
        false
    }

    fn choices(&self, column: usize) -> Vec<String> {
        let column = self.columns.get(column).map(Column::key);
        column.map(|key| super::columns::choices(self.cx, key)).unwrap_or_default()
    }
}

fn kind(cx: &Context<'_>, row: &JournalRow) -> String {
    let kind = cx.text.kind(row.kind);
    match row.reversed_by {
        Some(by) => {
            let number = cx.text.entry_number(by);
            [kind, cx.f("screen-reversed-by", &[("number", number)])].join(AFTER_KIND)
        }
        None => kind,
    }
}

/// What stands in a column.
fn cell(cx: &Context<'_>, row: &JournalRow, (column, amount): (&str, Option<Money>)) -> Cell {
    match column {
        "number" => Cell::of(Value::Number(i64::try_from(row.seq).unwrap_or(i64::MAX))).dim(),
        "day" => Cell::day(row.effective_on),
        "kind" if row.reversed_by.is_some() => Cell::text(kind(cx, row)).dim(),
        "kind" => Cell::text(kind(cx, row)),
        "recipient" => Cell::text(row.recipient_name.clone()),
        "object" => Cell::text(cx.text.object(row.kind, &row.object)),
        "amount" => Cell::perhaps(amount),
        "voucher" => Cell::text(row.voucher.clone()).dim(),
        _ => Cell::text(actor(cx, row)).dim(),
    }
}

/// Recipient and object.
fn whose(cx: &Context<'_>, row: &JournalRow) -> String {
    let mut parts = vec![row.recipient_name.clone(), cx.text.object(row.kind, &row.object)];
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts.join(" · ")
}

fn words(cx: &Context<'_>, row: &JournalRow, amount: Option<Money>) -> String {
    let amount = amount.map(|amount| cx.money(amount)).unwrap_or_default();
    let day = cx.text.day(row.effective_on);
    [cx.text.entry_number(row.seq), day, kind(cx, row), whose(cx, row), amount].join(", ")
}
