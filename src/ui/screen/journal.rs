//! *Journal*: everything that was recorded, in its order, narrowed to what is asked for, and one
//! entry in full.

mod columns;
mod entry;
mod narrow;
mod rows;

use eframe::egui::Ui;

use crate::domain::{Kind, Seq};
use crate::store::view::{EntryFilter, EntryIndex, EntryOrder, EntryWish};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::list::{List, ListFile, ListRows, ListState};
use crate::ui::widget::region::{self, Region};

use super::{filter_field, head, loaded};

/// So many rows are asked for at once.
const WINDOW: usize = 200;

/// Heads of the file, in the order in which it is written.
const HEADS: [&str; 8] = [
    "screen-col-number",
    "screen-col-effective",
    "screen-col-kind",
    "screen-col-recipient",
    "screen-col-object",
    "screen-col-amount",
    "voucher",
    "person",
];

/// The screen.
#[derive(Debug, Default)]
pub struct Journal {
    list: ListState,
    chosen: Option<Seq>,
    /// What the list was narrowed to when it was shown last.
    seen: EntryFilter,
    /// Numbers of the rows that can be seen, in windows.
    windows: Vec<Vec<Seq>>,
    sums: rows::Sums,
}

impl Journal {
    /// What it needs: which entries there are, those that can be seen and the one that is chosen.
    pub fn wants(&self, filter: &EntryFilter, cx: &Context<'_>) -> Vec<Want> {
        let mut wants = vec![Want::EntryIndex(Box::new(self.wish(filter, cx)))];
        wants.extend(self.windows.iter().cloned().map(Want::Entries));
        wants.extend(self.chosen.map(|seq| Want::Entries(vec![seq])));
        wants
    }

    fn wish(&self, filter: &EntryFilter, cx: &Context<'_>) -> EntryWish {
        let order = match self.list.sort {
            Some(("number", false)) => EntryOrder::Oldest,
            Some(("day", false)) => EntryOrder::Earliest,
            Some(("day", true)) => EntryOrder::Latest,
            _ => EntryOrder::Newest,
        };
        let words = filter.words.trim().to_lowercase();
        let named = |kind: &Kind| cx.text.kind(*kind).to_lowercase().contains(&words);
        let kinds = if words.is_empty() {
            Vec::new()
        } else {
            Kind::ALL.iter().copied().filter(named).collect()
        };
        let rank = self.list.sort.and_then(|sort| columns::rank(cx, sort));
        let filter = EntryFilter { words, entry: None, ..filter.clone() };
        EntryWish { filter, kinds, order, rank }
    }

    /// Shows it.
    pub fn ui(&mut self, filter: &EntryFilter, cx: &Context<'_>, ui: &mut Ui) {
        self.follow(filter);
        head(ui, &cx.t("screen-journal"), |ui| {
            filter_field(ui, cx, &mut self.list.words, 240.0);
        });
        if self.list.words != filter.words {
            let words = self.list.words.clone();
            self.narrow(cx, EntryFilter { words, entry: None, ..filter.clone() });
        }
        ui.add_space(6.0);
        let height = ui.available_height();
        let chosen = self.chosen.and_then(|seq| cx.data.entry(&[seq], seq));
        let weights: &[f32] = if chosen.is_some() { &[1.9, 1.0] } else { &[1.0] };
        let mut opened = None;
        card::columns(ui, weights, |index, ui| {
            if index == 0 {
                card::card(ui, |ui| opened = self.table(ui, cx, filter, height));
            } else if let Some(row) = chosen {
                region::begin(ui, Region::Detail, ui.max_rect());
                entry::entry(ui, cx, row, height);
            }
        });
        if let Some(seq) = opened {
            self.chosen = (self.chosen != Some(seq)).then_some(seq);
            // The route says it too: a link to the entry that it named before leads there again.
            let filter = EntryFilter { entry: self.chosen, ..filter.clone() };
            self.seen = filter.clone();
            cx.send(Action::Go(Route::Journal(Box::new(filter))));
        }
    }

    /// Takes over what another place led to.
    fn follow(&mut self, filter: &EntryFilter) {
        if self.seen == *filter {
            return;
        }
        self.seen = filter.clone();
        self.list.clear();
        self.list.select([]);
        self.list.words.clone_from(&filter.words);
        self.chosen = filter.entry;
    }

    /// Narrows the list by what the person did on it.
    fn narrow(&mut self, cx: &Context<'_>, filter: EntryFilter) {
        self.seen = filter.clone();
        self.list.select([]);
        cx.send(Action::Go(Route::Journal(Box::new(filter))));
    }

    fn table(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        filter: &EntryFilter,
        height: f32,
    ) -> Option<Seq> {
        // While words or order change, the list stays; that of another filter would mislead.
        let same = |index: &EntryIndex| {
            let words = index.wish.filter.words.clone();
            index.wish.filter == EntryFilter { words, entry: None, ..filter.clone() }
        };
        let none = EntryIndex::default();
        let index = loaded(cx, ui, &cx.data.entry_index)?;
        let is_same = same(index);
        let index = if is_same { index } else { &none };
        self.sums.follow((cx.data.readings, is_same), index, &mut self.list);
        let windows: Vec<&[Seq]> = index.seqs.chunks(WINDOW).collect();
        let (columns, unseen) = columns::columns(cx, ui.available_width());
        let rows = rows::Entries::new(cx, (index, &windows), &columns, &self.sums);
        let list = List::new("journal", "entries", columns.clone())
            .chosen(self.chosen)
            .height(height - 28.0)
            .nothing("screen-journal-empty")
            .unseen(unseen)
            .given("number", true)
            .narrowed(narrow::words(cx, filter))
            .saved_as(cx.t("screen-journal"));
        let before = self.list.sort;
        self.list.filters = columns::filters(cx, filter);
        let happened = list.show(ui, cx, &mut self.list, &rows);
        let seen = happened.visible.start / WINDOW..=happened.visible.end / WINDOW;
        let seen: Vec<Vec<Seq>> =
            seen.filter_map(|at| windows.get(at)).map(|window| window.to_vec()).collect();
        if seen != self.windows || before != self.list.sort {
            self.windows = seen;
            ui.request_repaint();
        }
        if happened.save {
            cx.send(Action::SaveList(Box::new(file(cx, filter, index.seqs.clone()))));
        }
        if !happened.copied.is_empty() {
            cx.send(Action::CopyList(Box::new(file(cx, filter, happened.copied.clone()))));
        }
        if happened.cleared {
            self.narrow(cx, EntryFilter::default());
        } else if let Some(at) = happened.removed {
            self.narrow(cx, narrow::without(cx, filter, at));
        } else if self.list.filters != columns::filters(cx, filter) {
            self.narrow(cx, columns::narrowed(cx, filter, &self.list.filters));
        }
        happened.opened
    }
}

/// These entries, to be read while they are written.
fn file(cx: &Context<'_>, filter: &EntryFilter, seqs: Vec<Seq>) -> ListFile {
    let heads = HEADS.iter().map(|key| cx.t(key)).collect();
    let filter = Box::new(EntryFilter::behind(filter.postings.clone()));
    let rows = ListRows::Entries { filter, seqs };
    ListFile { name: cx.t("screen-journal"), heads, rows }
}
