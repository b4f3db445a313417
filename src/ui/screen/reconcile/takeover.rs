//! *Übernahme*: an office's list, looked at row by row, decided once, booked as it was shown.

use std::collections::BTreeMap;

use eframe::egui::{Ui, vec2};

use crate::domain::takeover::{Acting, Column as ListColumn, ListKind, Verdict};
use crate::domain::{Kind, PersonNo};
use crate::text::When;
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::{Loaded, TakeoverFile, TakeoverPreview, TakeoverRow, TakeoverWish, Want};
use crate::ui::icon::Icon;
use crate::ui::route::Side;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::field::{Form, FormState};
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::super::{filter_field, loaded, matches, scrolling};
use super::{booked, choose, detail, hovering, notes, reading};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Show {
    #[default]
    All,
    Books,
    Refused,
    Known,
}

/// The part.
#[derive(Debug, Default)]
pub(super) struct TakeoverPart {
    list: ListState,
    show: Show,
    /// How the list is to be read, as it is chosen and not yet done, and of which reading.
    wish: (u64, TakeoverWish),
    /// Who did the steps of which the list tells.
    people: BTreeMap<ListColumn, PersonNo>,
    /// The row that is shown in full, and of which reading.
    chosen: Option<(u64, RowId)>,
}

impl TakeoverPart {
    /// What the list comes to, once it is read.
    pub(super) fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        let file = cx.data.reconcile.takeover.ready();
        let wanted = file.zip(self.acting(cx)).filter(|_| cx.can_book());
        let wanted =
            wanted.map(|(file, acting)| Want::TakeoverPreview(file.serial, Box::new(acting)));
        wanted.into_iter().collect()
    }

    /// Who takes over, with whom the list itself may not name.
    fn acting(&self, cx: &Context<'_>) -> Option<Acting> {
        let person = cx.person.map(|row| row.person)?;
        let of = cx.data.reconcile.takeover.ready()?.read.list.kind;
        let named = of.persons().filter_map(|column| Some((column, *self.people.get(&column)?)));
        Some(Acting { person, named: named.collect() })
    }

    pub(super) fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        hovering(cx, ui, "reconcile-drop-takeover");
        let of = &cx.data.reconcile;
        let Some(file) = of.takeover.ready().cloned() else {
            scrolling(ui, "takeover-list", |ui| {
                reading(cx, ui, &of.takeover, Side::Takeover);
                begin(cx, ui);
            });
            return;
        };
        booked(cx, ui, &of.taking, |counts| {
            let accounts = (counts.accounts > 0)
                .then(|| cx.text.count("takeover-four-eyes", count_of(counts.accounts), &[]));
            let refused = (counts.refused > 0).then(|| cx.t("reconcile-takeover-refused-stay"));
            accounts.into_iter().chain(refused).collect()
        });
        if self.wish.0 != file.serial {
            let kind = Some(file.read.list.kind);
            self.wish = (file.serial, TakeoverWish { kind, ..file.wish.clone() });
        }
        if cx.person.is_none() || !cx.can_book() {
            let why = if cx.can_book() { "reconcile-takeover-nobody" } else { "app-read-only" };
            card::card(ui, |ui| {
                card::heading(ui, &file.name);
                card::dim(ui, &cx.t(why));
                let words = cx.t("reconcile-close");
                if Button::new(&words).icon(Icon::Close).show(ui).clicked() {
                    cx.send(Action::Reconcile(ReconcileAction::CloseTakeover));
                }
            });
            return;
        }
        let Some(Some(preview)) = loaded(cx, ui, &of.taken) else { return };
        if preview.serial == file.serial {
            self.preview(cx, ui, &file, preview);
        }
    }

    fn preview(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        file: &TakeoverFile,
        found: &TakeoverPreview,
    ) {
        card::card(ui, |ui| {
            self.decide(cx, ui, file, found);
            about_file(cx, ui, file, found);
        });
        ui.add_space(8.0);
        let chosen = self.chosen.filter(|(serial, _)| *serial == found.serial).map(|(_, id)| id);
        let row = chosen.and_then(|id| found.rows.iter().find(|row| row.id() == id));
        if row.is_some_and(|row| detail(ui, cx, &title(cx, row), (&facts(cx, row), None))) {
            self.chosen = None;
        }
        let height = ui.available_height();
        let (show, state) = (&mut self.show, &mut self.list);
        let opened = card::card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let counts = &found.counts;
                let parts = [
                    (Show::All, "reconcile-show-all", counts.all()),
                    (Show::Books, "reconcile-show-books", counts.books),
                    (Show::Refused, "reconcile-show-refused", counts.refused),
                    (Show::Known, "reconcile-show-there", counts.known),
                ];
                choose(cx, ui, show, &parts);
                filter_field(ui, cx, &mut state.words, 180.0);
            });
            let list = List::new("takeover-rows", "reconcile-rows", columns(cx, file))
                .nothing("reconcile-none-such")
                .chosen(chosen)
                .height((height - 84.0).max(220.0))
                .tall()
                .saved_as(cx.t("reconcile-takeover"));
            let salt = row_id((*show, found.serial, &found.acting.person));
            let show = *show;
            let keep = |row: &TakeoverRow| show.holds(row);
            list.show_some(ui, cx, state, (&found.rows, salt, &keep)).opened
        });
        if let Some(id) = opened {
            self.chosen = (chosen != Some(id)).then_some((found.serial, id));
        }
    }

    /// What the list comes to, who did what, and the decision.
    fn decide(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        file: &TakeoverFile,
        found: &TakeoverPreview,
    ) {
        card::heading(ui, &file.name);
        let counts = &found.counts;
        card::dim(ui, &cx.text.takeover_summary(counts, false));
        if let Some(person) = cx.person {
            card::dim(ui, &cx.f("reconcile-takeover-by", &[("person", cx.person_name(person))]));
        }
        self.choices(cx, ui, file);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let words = cx.text.count("reconcile-book", count_of(counts.books), &[]);
            let left_out =
                [("book", words.clone()), ("refused", cx.text.number(count_of(counts.refused)))];
            let words = match counts.refused {
                0 => words,
                _ => cx.f("reconcile-takeover-book-some", &left_out),
            };
            let current = matches!(cx.data.reconcile.taken, Loaded::Ready(_))
                && self.acting(cx).as_ref() == Some(&found.acting);
            let may = current && counts.books > 0;
            let button = Button::new(&words).icon(Icon::Pen).primary(true).enabled(may);
            if button.show(ui).clicked() {
                let shown = found.rows.iter().map(|row| row.verdict.clone()).collect();
                let acting = Box::new(found.acting.clone());
                cx.send(Action::Reconcile(ReconcileAction::BookTakeover(acting, shown)));
            }
            let words = cx.t("reconcile-cash-other");
            if Button::new(&words).icon(Icon::Folder).show(ui).clicked() {
                cx.send(Action::Reconcile(ReconcileAction::ChooseTakeover));
            }
            let words = cx.t("reconcile-close");
            if Button::new(&words).icon(Icon::Close).show(ui).clicked() {
                cx.send(Action::Reconcile(ReconcileAction::CloseTakeover));
            }
        });
    }

    /// What the list holds, and the persons that its rows need not name.
    fn choices(&mut self, cx: &Context<'_>, ui: &mut Ui, file: &TakeoverFile) {
        let kind = file.read.list.kind;
        // The keyboard stays where the person left it.
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        let wish = &mut self.wish.1;
        let people = &mut self.people;
        let mut again = false;
        ui.horizontal_wrapped(|ui| {
            let kinds = ListKind::ALL.map(|kind| (kind, cx.text.takeover_kind(kind)));
            field(ui, |ui| {
                again =
                    form.pick(ui, &cx.t("reconcile-takeover-kind"), &mut wish.kind, (&kinds, true));
            });
            if kind == ListKind::Municipalities {
                field(ui, |ui| {
                    form.text(ui, &cx.t("reconcile-takeover-within"), &mut wish.within, false);
                });
            }
            let everyone = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
            let persons: Vec<(PersonNo, String)> =
                everyone.iter().map(|row| (row.person, cx.person_name(row))).collect();
            for column in kind.persons() {
                field(ui, |ui| {
                    let mut chosen = people.get(&column).copied();
                    let label = cx.text.takeover_column(column);
                    if form.pick(ui, &label, &mut chosen, (&persons, false)) {
                        people.remove(&column);
                        people.extend(chosen.map(|person| (column, person)));
                    }
                });
            }
        });
        if kind == ListKind::Municipalities && wish.within != file.wish.within {
            let words = cx.t("reconcile-takeover-again");
            again |= Button::new(&words).icon(Icon::Check).show(ui).clicked();
        }
        if again {
            let action = ReconcileAction::ReadTakeover(file.path.clone(), wish.clone());
            cx.send(Action::Reconcile(action));
        }
    }
}

/// A field of a row of fields.
fn field(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(220.0, 58.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(220.0);
            add(ui);
        });
    });
}

fn count_of(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Show {
    const fn holds(self, row: &TakeoverRow) -> bool {
        match self {
            Self::All => true,
            Self::Books => matches!(
                row.verdict,
                Verdict::Books(_) | Verdict::BooksBeside(..) | Verdict::With(_)
            ),
            Self::Refused => matches!(row.verdict, Verdict::Refused(_)),
            Self::Known => matches!(row.verdict, Verdict::Known | Verdict::Twice(_)),
        }
    }
}

/// Where a list comes from.
fn begin(cx: &Context<'_>, ui: &mut Ui) {
    card::card(ui, |ui| {
        card::heading(ui, &cx.t("reconcile-takeover"));
        card::dim(ui, &cx.t("reconcile-takeover-intro"));
        ui.add_space(6.0);
        let idle = !cx.data.reconcile.takeover.is_running();
        let words = cx.t("reconcile-takeover-choose");
        let button = Button::new(&words).icon(Icon::Folder).primary(true).enabled(idle);
        if button.show(ui).clicked() {
            cx.send(Action::Reconcile(ReconcileAction::ChooseTakeover));
        }
        ui.add_space(6.0);
        card::dim(ui, &cx.t("reconcile-takeover-forms"));
        ui.horizontal_wrapped(|ui| {
            for kind in ListKind::ALL {
                if kind == ListKind::Municipalities {
                    continue;
                }
                let years = cx.ledger.map_or(&[][..], |ledger| ledger.years.as_slice());
                let name = [("name", cx.text.takeover_form_name(kind, years))];
                let words = cx.f("reconcile-takeover-form", &name);
                if Button::new(&words).icon(Icon::Save).show(ui).clicked() {
                    cx.send(Action::Reconcile(ReconcileAction::SaveForm(kind)));
                }
            }
        });
    });
}

/// What is to be said of the file as a whole.
fn about_file(cx: &Context<'_>, ui: &mut Ui, file: &TakeoverFile, found: &TakeoverPreview) {
    let list = &file.read.list;
    let taken: Vec<String> =
        list.taken.iter().map(|(column, _)| cx.text.takeover_column(*column)).collect();
    for (key, words) in [("takeover-taken", taken), ("takeover-ignored", list.ignored.clone())] {
        if !words.is_empty() {
            card::dim(ui, &cx.f(key, &[("columns", words.join(", "))]));
        }
    }
    if let Some(day) = file.read.territory {
        card::dim(ui, &cx.f("takeover-territory", &[("day", cx.text.day(day))]));
    }
    for (key, count) in [
        ("takeover-examples", list.examples),
        ("takeover-sums", list.sums),
        ("takeover-fulfilling", file.read.fulfilling),
        ("takeover-others", file.read.others),
        ("takeover-four-eyes", found.counts.accounts),
    ] {
        if count > 0 {
            card::dim(ui, &cx.text.count(key, count_of(count), &[]));
        }
    }
    if !found.gone.is_empty() {
        let keys: Vec<String> = found.gone.iter().map(ToString::to_string).collect();
        card::dim(ui, &cx.f("takeover-gone", &[("keys", keys.join(", "))]));
    }
    notes(cx, ui, list.notes.iter());
}

/// A row in one word, and what becomes of it.
fn verdict(cx: &Context<'_>, row: &TakeoverRow) -> (Meaning, String, String) {
    let (meaning, key) = match &row.verdict {
        Verdict::BooksBeside(..) => (Meaning::Warn, "reconcile-verdict-books"),
        Verdict::Books(kinds) if kinds.contains(&Kind::BankAccountRecorded) => {
            (Meaning::Warn, "reconcile-verdict-books")
        }
        Verdict::Books(_) | Verdict::With(_) => (Meaning::Good, "reconcile-verdict-books"),
        Verdict::Known | Verdict::Twice(_) => (Meaning::Quiet, "reconcile-verdict-there"),
        Verdict::Refused(_) => (Meaning::Late, "reconcile-verdict-refused"),
    };
    let why = match &row.verdict {
        Verdict::Refused(why) => cx.text.takeover_why(why),
        other => cx.text.takeover_verdict(other, When::Before),
    };
    (meaning, cx.t(key), why)
}

fn title(cx: &Context<'_>, row: &TakeoverRow) -> String {
    let line = cx.f("exchange-place-line", &[("line", row.row.line.to_string())]);
    [line, verdict(cx, row).1].join(": ")
}

fn facts(cx: &Context<'_>, row: &TakeoverRow) -> Vec<String> {
    let (first, second) = row.row.shown.clone();
    let amount = row.row.amount.map(|amount| cx.euro(amount));
    let told: Vec<String> = [first, second].into_iter().chain(amount).collect();
    vec![told.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "), {
        verdict(cx, row).2
    }]
}

impl Item for TakeoverRow {
    fn id(&self) -> RowId {
        self.row.line
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        match column {
            "line" => Cell::text(self.row.line.to_string()).dim(),
            "verdict" => {
                let (meaning, word, _) = verdict(cx, self);
                Cell::chip(meaning, word)
            }
            "first" => Cell::text(self.row.shown.0.clone()),
            "second" => Cell::text(self.row.shown.1.clone()),
            "amount" => self.row.amount.map_or_else(Cell::nothing, Cell::amount),
            _ => Cell::text(verdict(cx, self).2),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let (_, word, why) = verdict(cx, self);
        let (first, second) = self.row.shown.clone();
        let line = cx.f("exchange-place-line", &[("line", self.row.line.to_string())]);
        let amount = self.row.amount.map(|amount| cx.euro(amount)).unwrap_or_default();
        let mut said = vec![line, first, second, amount, word, why];
        said.retain(|part| !part.is_empty());
        said.join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let (_, word, why) = verdict(cx, self);
        let amount = self.row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        matches(typed, &[&word, &why, &self.row.shown.0, &self.row.shown.1, &amount])
    }
}

/// The columns, named by what the list shows of each row.
fn columns(cx: &Context<'_>, file: &TakeoverFile) -> Vec<Column> {
    let kind = file.read.list.kind;
    let (first, second) = match kind {
        ListKind::Recipients | ListKind::Municipalities => (ListColumn::Key, ListColumn::Name),
        ListKind::Grants => (ListColumn::Grant, ListColumn::Key),
        ListKind::DueLines => (ListColumn::Grant, ListColumn::Title),
        ListKind::Payments => (ListColumn::Grant, ListColumn::CashVoucher),
    };
    let mut columns = vec![
        Column::fixed("line", cx.t("cash-column-line"), 56.0).unfiltered(),
        Column::choice("verdict", cx.t("cash-column-finding"), 110.0).whole(),
        Column::text("first", cx.text.takeover_column(first), 130.0),
        Column::text("second", cx.text.takeover_column(second), 180.0),
    ];
    if !matches!(kind, ListKind::Recipients | ListKind::Municipalities) {
        columns.push(Column::amount("amount", cx.t("cash-column-amount"), 130.0));
    }
    columns.push(Column::text("why", cx.t("comparison-column-ground"), 420.0).unsorted());
    columns
}
