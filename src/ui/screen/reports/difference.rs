//! *Unterschied*: why a figure that was printed then is another one now, booking by booking.

use eframe::egui::Ui;

use crate::domain::{Day, Money, Seq};
use crate::paper::Wish;
use crate::report::difference::figure;
use crate::store::view::{DifferenceData, FigureChange, JournalRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::{Known, Loaded, Want};
use crate::ui::icon::Icon;
use crate::ui::known;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, FormState, reason};
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::super::{loaded, matches, scrolling};

/// The part.
#[derive(Debug, Default)]
pub(super) struct Difference {
    typed: String,
    /// The earlier Datenstand that is compared with.
    before: Option<Known>,
    wrong: Option<String>,
    figures: ListState,
    bookings: ListState,
    /// The figure whose bookings are shown; without one those of all.
    chosen: Option<RowId>,
    rows: Rows,
}

/// Rows of both lists, made once for each reading.
#[derive(Debug, Default)]
struct Rows {
    made_of: u64,
    figures: Vec<FigureRow>,
    bookings: Vec<BookingRow>,
}

#[derive(Debug)]
struct FigureRow {
    change: FigureChange,
    /// Stichtag of the comparison.
    as_of: Day,
}

#[derive(Debug)]
struct BookingRow {
    figure: RowId,
    of: FigureRow,
    row: JournalRow,
    reason: Option<String>,
    amount: Money,
}

impl Difference {
    pub(super) fn wants(&self) -> Vec<Want> {
        self.before.map(Want::Difference).into_iter().collect()
    }

    pub(super) fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "difference", |ui| {
            card::card(ui, |ui| self.ask(cx, ui));
            let Some(before) = self.before else { return };
            let Some((of, data)) = loaded(cx, ui, &cx.data.difference) else { return };
            let here = *of == before && matches!(cx.data.difference, Loaded::Ready(_));
            match data {
                Some(data) if here => self.answer(data, cx, ui),
                None if here => card::card(ui, |ui| card::empty(ui, &cx.t("shelf-later"))),
                _ => card::empty(ui, &cx.t("app-loading")),
            }
        });
    }

    /// The earlier Datenstand; the later one is that of the window.
    fn ask(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        card::heading(ui, &cx.t("shelf-difference"));
        card::dim(ui, &cx.t("shelf-difference-intro"));
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        let mut go = false;
        ui.scope(|ui| {
            ui.set_max_width(320.0);
            let before = self.typed.clone();
            form.text(ui, &cx.t("shelf-then"), &mut self.typed, false);
            if before != self.typed {
                self.wrong = None;
            }
            go = form.enter();
        });
        if let Some(wrong) = &self.wrong {
            reason(ui, wrong);
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let words = cx.t("shelf-compare");
            let ready = !self.typed.trim().is_empty();
            go |= Button::new(&words).primary(true).enabled(ready).show(ui).clicked();
            let data = cx.data.difference.value().and_then(|(_, data)| data.as_ref());
            let made = data.filter(|_| self.before.is_some());
            let words = cx.t("shelf-as-paper");
            let paper = Button::new(&words).icon(Icon::Print).enabled(made.is_some()).show(ui);
            if let Some(data) = made.filter(|_| paper.clicked()) {
                cx.send(Action::Go(Route::paper(Wish::difference(data.before))));
            }
        });
        if go && !self.typed.trim().is_empty() {
            match known::read(cx, &self.typed) {
                Ok(known) => {
                    self.before = Some(known);
                    self.chosen = None;
                }
                Err(why) => self.wrong = Some(why),
            }
        }
    }

    fn answer(&mut self, data: &DifferenceData, cx: &Context<'_>, ui: &mut Ui) {
        self.make(data, cx.data.readings);
        let count = i64::try_from(data.between).unwrap_or(i64::MAX);
        let words = [
            ("before", cx.text.entry_number(data.before)),
            ("after", cx.text.entry_number(data.frame.times.known)),
            ("day", cx.text.day(data.frame.times.as_of)),
        ];
        let Self { figures, bookings, chosen, rows, .. } = self;
        card::card(ui, |ui| {
            card::heading(ui, &cx.t("shelf-changed"));
            card::dim(ui, &cx.text.count("shelf-between", count, &words));
            let list = List::new("changed-figures", "shelf-figures", figure_columns(cx))
                .chosen(*chosen)
                .height(220.0)
                .nothing("shelf-unchanged")
                .saved_as(cx.t("shelf-changed"));
            if let Some(id) = list.show_items(ui, cx, figures, &rows.figures).opened {
                *chosen = (*chosen != Some(id)).then_some(id);
            }
        });
        if rows.bookings.is_empty() {
            return;
        }
        card::card(ui, |ui| {
            card::heading(ui, &cx.t("shelf-because"));
            card::dim(ui, &cx.t("shelf-because-hint"));
            let list = List::new("changing-bookings", "entries", booking_columns(cx))
                .height(300.0)
                .saved_as(cx.t("shelf-because"));
            let (salt, only) = (chosen.unwrap_or_default(), *chosen);
            let keep = |row: &BookingRow| only.is_none_or(|figure| row.figure == figure);
            let opened = list.show_some(ui, cx, bookings, (&rows.bookings, salt, &keep)).opened;
            if let Some(row) = rows.bookings.iter().find(|row| Some(row.id()) == opened) {
                cx.send(Action::Go(Route::entry(row.row.seq)));
            }
        });
    }

    fn make(&mut self, data: &DifferenceData, reading: u64) {
        if self.rows.made_of == reading {
            return;
        }
        let as_of = data.frame.times.as_of;
        let row = |change: &FigureChange| FigureRow { change: change.clone(), as_of };
        let figures: Vec<FigureRow> = data.changes.iter().map(row).collect();
        let bookings = figures.iter().flat_map(|figure| {
            figure.change.entries.iter().map(|(row, amount)| BookingRow {
                figure: figure.id(),
                of: FigureRow {
                    change: FigureChange { entries: Vec::new(), ..figure.change.clone() },
                    as_of: figure.as_of,
                },
                row: row.clone(),
                reason: row.reason(),
                amount: *amount,
            })
        });
        let bookings = bookings.collect();
        self.rows = Rows { made_of: reading, figures, bookings };
    }
}

impl FigureRow {
    fn name(&self, cx: &Context<'_>) -> String {
        cx.t(figure(&self.change, self.as_of))
    }

    fn by(&self) -> Money {
        self.change.after - self.change.before
    }
}

impl Item for FigureRow {
    fn id(&self) -> RowId {
        let change = &self.change;
        row_id((change.title.as_str(), change.year, change.figure))
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let change = &self.change;
        match column {
            "figure" => Cell::text(self.name(cx)),
            "title" => Cell::text(cx.text.title_short(&change.title)),
            "year" => Cell::text(change.year.0.to_string()),
            "before" => Cell::amount(change.before),
            "after" => Cell::amount(change.after),
            _ => Cell::amount(self.by()),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let words = [
            ("figure", self.name(cx)),
            ("title", cx.text.title_short(&self.change.title)),
            ("year", self.change.year.0.to_string()),
            ("before", cx.euro(self.change.before)),
            ("after", cx.euro(self.change.after)),
        ];
        cx.f("shelf-figure-sentence", &words)
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        matches(typed, &[&self.name(cx), &cx.text.title_short(&self.change.title)])
    }
}

impl BookingRow {
    /// The entry that it refers to, and its reason.
    fn why(&self, cx: &Context<'_>) -> String {
        let refers = |seq: Seq| cx.f("difference-refers", &[("number", seq.to_string())]);
        match (self.row.reference.map(refers), self.reason.clone()) {
            (Some(refers), Some(reason)) => {
                cx.f("difference-refers-why", &[("refers", refers), ("reason", reason)])
            }
            (refers, reason) => refers.or(reason).unwrap_or_default(),
        }
    }
}

impl Item for BookingRow {
    fn id(&self) -> RowId {
        let seq: Seq = self.row.seq;
        row_id((self.figure, seq))
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        match column {
            "number" => Cell::text(self.row.seq.to_string()).dim(),
            "day" => Cell::day(self.row.effective_on),
            "kind" => Cell::text(cx.text.kind(self.row.kind)),
            "recipient" => Cell::text(self.row.recipient_name.clone()),
            "why" => Cell::text(self.why(cx)),
            "amount" => Cell::amount(self.amount),
            _ => self.of.cell(cx, column),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let said = [
            cx.text.entry_number(self.row.seq),
            cx.text.day(self.row.effective_on),
            cx.text.kind(self.row.kind),
            self.row.recipient_name.clone(),
            self.why(cx),
            self.of.name(cx),
            self.of.change.year.0.to_string(),
            cx.euro(self.amount),
        ];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let kind = cx.text.kind(self.row.kind);
        matches(typed, &[&kind, &self.row.recipient_name, &self.why(cx), &self.of.name(cx)])
    }
}

fn figure_columns(cx: &Context<'_>) -> Vec<Column> {
    vec![
        Column::choice("figure", cx.t("difference-column-figure"), 180.0).growing(),
        Column::choice("title", cx.t("shelf-title"), 110.0),
        Column::choice("year", cx.t("shelf-year"), 110.0),
        Column::amount("before", cx.t("shelf-before-amount"), 130.0).unsummed(),
        Column::amount("after", cx.t("shelf-after-amount"), 130.0).unsummed(),
        Column::amount("change", cx.t("difference-column-change"), 130.0).unsummed(),
    ]
}

fn booking_columns(cx: &Context<'_>) -> Vec<Column> {
    vec![
        Column::fixed("number", cx.t("screen-col-number"), 64.0).unfiltered(),
        Column::day("day", cx.t("screen-col-effective"), 104.0),
        Column::choice("kind", cx.t("screen-col-kind"), 170.0).growing(),
        Column::text("recipient", cx.t("screen-col-recipient"), 130.0),
        Column::text("why", cx.t("difference-column-why"), 150.0),
        Column::choice("figure", cx.t("difference-column-figure"), 150.0),
        Column::choice("year", cx.t("shelf-year"), 100.0),
        Column::amount("amount", cx.t("difference-column-change"), 130.0).unsummed(),
    ]
}
