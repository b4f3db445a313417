//! *Istliste der Kasse*: looked at row by row, decided once, booked as a whole.

use chrono::Datelike as _;
use eframe::egui::Ui;

use crate::domain::cash::Finding;
use crate::domain::{FiscalYear, Kind, Seq};
use crate::text::When;
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::{CashCounts, CashFile, CashPreview, CashRow, Loaded, Want};
use crate::ui::icon::Icon;
use crate::ui::route::{Route, Side};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::field::{Form, FormState};
use crate::ui::widget::link::link;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::super::{filter_field, loaded, matches, scrolling};
use super::columns::{Columns, of_row};
use super::{booked, choose, detail, failed, hovering, notes, reading, unclear};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Show {
    #[default]
    All,
    Books,
    Open,
    Known,
}

/// The part.
#[derive(Debug, Default)]
pub(super) struct CashPart {
    list: ListState,
    show: Show,
    columns: Columns,
    unclear: ListState,
    /// The row that is shown in full, and of which reading.
    chosen: Option<(u64, RowId)>,
    template: Template,
}

/// Of which fiscal years a list to fill in is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Years {
    All,
    One(FiscalYear),
}

/// The choice of a list to fill in.
#[derive(Debug, Default)]
struct Template {
    /// As chosen; until then the year of the Stichtag.
    years: Option<Years>,
}

impl CashPart {
    /// What the list comes to, once it is read.
    pub(super) fn wants(cx: &Context<'_>) -> Vec<Want> {
        let file = cx.data.reconcile.cash.ready().filter(|file| file.list.is_ok());
        let person = cx.person.map(|row| row.person);
        let mut wants: Vec<Want> =
            file.map(|file| Want::CashPreview(file.serial, person)).into_iter().collect();
        wants.push(Want::CashState);
        wants
    }

    pub(super) fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        hovering(cx, ui, "reconcile-drop-cash");
        let of = &cx.data.reconcile;
        let Some(file) = of.cash.ready().cloned() else {
            scrolling(ui, "cash-list", |ui| {
                reading(cx, ui, &of.cash, Side::Cash);
                begin(cx, ui, &mut self.template);
                unclear::show(cx, ui, &mut self.unclear);
            });
            return;
        };
        if let Err(refused) = &file.list {
            scrolling(ui, "cash-list", |ui| {
                let problem = crate::ui::data::Problem::File(Box::new(refused.clone()));
                failed(cx, ui, &file.name, &problem);
                card::card(ui, |ui| self.columns.ui(cx, ui, &file));
                begin(cx, ui, &mut self.template);
            });
            return;
        }
        booked(cx, ui, &of.booking, |counts| {
            let open = (counts.open > 0).then(|| cx.t("reconcile-open-stay"));
            std::iter::once(summary(cx, counts, true)).chain(open).collect()
        });
        let Some(Some(preview)) = loaded(cx, ui, &of.preview) else { return };
        if preview.serial == file.serial {
            self.preview(cx, ui, &file, preview);
        }
    }

    fn preview(&mut self, cx: &Context<'_>, ui: &mut Ui, file: &CashFile, found: &CashPreview) {
        card::card(ui, |ui| {
            decide(cx, ui, file, (found, &mut self.columns));
            notes(cx, ui, file.list.iter().flat_map(|list| &list.notes));
            self.columns.unfolded(cx, ui, file);
        });
        ui.add_space(8.0);
        let chosen = self.chosen.filter(|(serial, _)| *serial == found.serial).map(|(_, id)| id);
        let row = chosen.and_then(|id| found.rows.iter().find(|row| row.id() == id));
        if row.is_some_and(|row| detail(ui, cx, &title(cx, row), (&facts(cx, row), entry(row)))) {
            self.chosen = None;
        }
        let height = ui.available_height();
        let (show, state) = (&mut self.show, &mut self.list);
        let opened = card::card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let counts = &found.counts;
                let all = counts.books() + counts.known + counts.open;
                let parts = [
                    (Show::All, "reconcile-show-all", all),
                    (Show::Books, "reconcile-show-books", counts.books()),
                    (Show::Open, "reconcile-show-open", counts.open),
                    (Show::Known, "reconcile-show-known", counts.known),
                ];
                choose(cx, ui, show, &parts);
                filter_field(ui, cx, &mut state.words, 180.0);
            });
            let list = List::new("cash-rows", "reconcile-rows", columns(cx))
                .nothing("reconcile-none-such")
                .chosen(chosen)
                .height((height - 84.0).max(220.0))
                .tall()
                .saved_as(cx.t("reconcile-cash"));
            let salt = row_id((*show, found.serial, found.person));
            let show = *show;
            let keep = |row: &CashRow| show.holds(row);
            list.show_some(ui, cx, state, (&found.rows, salt, &keep)).opened
        });
        if let Some(id) = opened {
            self.chosen = (chosen != Some(id)).then_some((found.serial, id));
        }
    }
}

impl Show {
    fn holds(self, row: &CashRow) -> bool {
        let finding = match row {
            CashRow::Line(line) => Some(line.finding),
            CashRow::Unread(_) => None,
        };
        match self {
            Self::All => true,
            Self::Books => finding.is_some_and(Finding::books),
            Self::Open => finding.is_none_or(Finding::is_open),
            Self::Known => finding.is_some_and(Finding::is_settled),
        }
    }
}

/// Where a list comes from.
fn begin(cx: &Context<'_>, ui: &mut Ui, template: &mut Template) {
    card::card(ui, |ui| {
        card::heading(ui, &cx.t("reconcile-cash"));
        card::dim(ui, &cx.t("reconcile-cash-intro"));
        until(cx, ui);
        waiting(cx, ui);
        ui.add_space(6.0);
        let idle = !cx.data.reconcile.cash.is_running();
        ui.horizontal_wrapped(|ui| {
            let words = cx.t("reconcile-cash-choose");
            let button = Button::new(&words).icon(Icon::Folder).primary(true).enabled(idle);
            if button.show(ui).clicked() {
                cx.send(Action::Reconcile(ReconcileAction::ChooseCash));
            }
        });
        template.ui(cx, ui);
    });
}

impl Template {
    fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        let years = cx.ledger.map_or(&[][..], |ledger| ledger.years.as_slice());
        let now = FiscalYear(cx.as_of.year());
        let now = if years.contains(&now) { Years::One(now) } else { Years::All };
        let mut chosen = Some(self.years.unwrap_or(now));
        let mut options = vec![(Years::All, cx.t("reconcile-template-all"))];
        options.extend(years.iter().map(|year| (Years::One(*year), year.0.to_string())));
        ui.add_space(6.0);
        card::dim(ui, &cx.t("reconcile-template-intro"));
        // The keyboard stays where the person left it.
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        ui.scope(|ui| {
            ui.set_max_width(220.0);
            let label = cx.t("reconcile-template-year");
            if form.pick(ui, &label, &mut chosen, (&options, true)) {
                self.years = chosen;
            }
        });
        ui.add_space(4.0);
        let words = cx.t("reconcile-template");
        if Button::new(&words).icon(Icon::Save).show(ui).clicked() {
            let year = match chosen {
                Some(Years::One(year)) => Some(year),
                _ => None,
            };
            cx.send(Action::Reconcile(ReconcileAction::SaveTemplate(year)));
        }
    }
}

/// How many payments wait for a list, and the way to them.
fn waiting(cx: &Context<'_>, ui: &mut Ui) {
    let tasks = cx.data.tasks.value().map(Vec::as_slice).unwrap_or_default();
    let waits = tasks.iter().filter(|row| row.task.kind == Kind::PaymentReconciled).count();
    if waits > 0 {
        let count = i64::try_from(waits).unwrap_or(i64::MAX);
        if link(ui, &cx.text.count("reconcile-waiting", count, &[])).clicked() {
            cx.send(Action::Go(Route::Tasks));
        }
    }
}

/// Until when the payments are reconciled, at the chosen pair of times.
fn until(cx: &Context<'_>, ui: &mut Ui) {
    let Some(state) = cx.data.reconcile.until.value() else { return };
    card::dim(ui, &cx.text.cash_until((state.until, state.open), state.open_from));
    for (first, last) in &state.gaps {
        let days = [("first", cx.text.day(*first)), ("last", cx.text.day(*last))];
        card::dim(ui, &cx.f("cash-reconciled-gap", &days));
    }
}

/// What the list comes to, who decides, and the decision.
fn decide(
    cx: &Context<'_>,
    ui: &mut Ui,
    file: &CashFile,
    (found, columns): (&CashPreview, &mut Columns),
) {
    card::heading(ui, &file.name);
    let counts = &found.counts;
    card::dim(ui, &summary(cx, counts, false));
    until(cx, ui);
    if let Some(news) = found.news {
        card::dim(ui, &cx.text.cash_news(news));
    }
    let hindrance = hindrance(cx, found);
    card::dim(
        ui,
        &match (&hindrance, cx.person) {
            (Some(why), _) => why.clone(),
            (None, Some(person)) => cx.f("reconcile-by", &[("person", cx.person_name(person))]),
            (None, None) => String::new(),
        },
    );
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let count = i64::try_from(counts.books()).unwrap_or(i64::MAX);
        let words = match (count, found.news) {
            (0, Some(_)) => cx.t("reconcile-book-again"),
            _ => cx.text.count("reconcile-book", count, &[]),
        };
        let current = matches!(cx.data.reconcile.preview, Loaded::Ready(_));
        let any = counts.books() > 0 || found.news.is_some();
        let may = hindrance.is_none() && current && any;
        let button = Button::new(&words).icon(Icon::Pen).primary(true).enabled(may);
        if button.show(ui).clicked() {
            let shown = found.rows.iter().filter_map(|row| match row {
                CashRow::Line(line) => Some(line.finding),
                CashRow::Unread(_) => None,
            });
            cx.send(Action::Reconcile(ReconcileAction::BookCash(shown.collect())));
        }
        let words = cx.t("reconcile-cash-other");
        if Button::new(&words).icon(Icon::Folder).show(ui).clicked() {
            cx.send(Action::Reconcile(ReconcileAction::ChooseCash));
        }
        let words = cx.t("reconcile-close");
        if Button::new(&words).icon(Icon::Close).show(ui).clicked() {
            cx.send(Action::Reconcile(ReconcileAction::CloseCash));
        }
        columns.button(cx, ui);
    });
}

/// Why the acting person cannot decide.
fn hindrance(cx: &Context<'_>, found: &CashPreview) -> Option<String> {
    if let Some(why) = cx.hindrance(Kind::PaymentReconciled) {
        return Some(why);
    }
    (found.person != cx.person.map(|row| row.person)).then(|| cx.t("app-loading"))
}

/// What the rows come to, in one line: what will be booked, or was.
fn summary(cx: &Context<'_>, counts: &CashCounts, done: bool) -> String {
    let (confirm, mark) = if done {
        ("reconcile-count-confirmed", "reconcile-count-marked")
    } else {
        ("reconcile-count-confirm", "reconcile-count-mark")
    };
    let figures = [
        (confirm, counts.confirm),
        (mark, counts.mark),
        ("reconcile-count-back", counts.back),
        ("reconcile-count-repay", counts.repay),
        ("reconcile-count-known", counts.known),
        ("reconcile-count-open", counts.open),
    ];
    let said = figures
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| cx.text.count(key, i64::try_from(count).unwrap_or(i64::MAX), &[]));
    let said: Vec<String> = said.collect();
    if said.is_empty() { cx.t("reconcile-empty") } else { said.join(", ") }
}

/// The entry that a row is about.
const fn entry(row: &CashRow) -> Option<Seq> {
    match row {
        CashRow::Line(line) => line.finding.entry(),
        CashRow::Unread(_) => None,
    }
}

/// The row by its line and finding.
fn title(cx: &Context<'_>, row: &CashRow) -> String {
    let line = cx.f("exchange-place-line", &[("line", row.id().to_string())]);
    [line, verdict(cx, row).1].join(": ")
}

/// What stands in the row, and why it is what it is.
fn facts(cx: &Context<'_>, row: &CashRow) -> Vec<String> {
    let mut facts = vec![verdict(cx, row).2];
    if let CashRow::Unread(row) = row {
        let parts = [&row.voucher, &row.title, &row.year, &row.day, &row.written];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        facts.push(parts.join(" · "));
    }
    if let CashRow::Line(found) = row {
        let line = &found.line;
        let year = line.year.0.to_string();
        let parts = [line.voucher.clone(), line.title.clone(), year, cx.text.day(line.day)];
        facts.push([&parts[..], &[cx.euro(line.amount)]].concat().join(" · "));
        facts.push(line.text.clone());
    }
    facts
}

/// A row in one word, and why.
fn verdict(cx: &Context<'_>, row: &CashRow) -> (Meaning, String, String) {
    let (meaning, key) = match row {
        CashRow::Unread(_) => (Meaning::Late, "reconcile-verdict-unread"),
        CashRow::Line(line) => match line.finding {
            Finding::Known(_) | Finding::Booked(_) | Finding::Returned(_) => {
                (Meaning::Quiet, "reconcile-verdict-known")
            }
            Finding::Reconcile(_) => (Meaning::Good, "reconcile-verdict-mark"),
            Finding::Confirm(_) => (Meaning::Good, "reconcile-verdict-confirm"),
            Finding::Return(_) | Finding::ReturnConfirmed(_) => {
                (Meaning::Warn, "reconcile-verdict-back")
            }
            Finding::Repay(_) => (Meaning::Good, "reconcile-verdict-repay"),
            Finding::Open(..) => (Meaning::Late, "reconcile-verdict-open"),
        },
    };
    let why = match row {
        CashRow::Line(line) => cx.text.cash_finding(line, When::Before),
        CashRow::Unread(row) => cx.text.file_note(&row.note),
    };
    (meaning, cx.t(key), why)
}

impl Item for CashRow {
    fn id(&self) -> RowId {
        match self {
            Self::Line(line) => line.line.line,
            Self::Unread(row) => row.note.line,
        }
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let line = match self {
            Self::Line(line) => Some(&line.line),
            Self::Unread(_) => None,
        };
        match (column, line) {
            ("line", _) => Cell::text(self.id().to_string()).dim(),
            ("verdict", _) => {
                let (meaning, word, _) = verdict(cx, self);
                Cell::chip(meaning, word)
            }
            ("why", _) => {
                // The word stands in the column beside it.
                let (_, word, why) = verdict(cx, self);
                let rest = why.strip_prefix(&word).and_then(|rest| rest.strip_prefix(": "));
                Cell::text(rest.unwrap_or(&why).to_owned())
            }
            (_, None) => self.unread(column),
            ("voucher", Some(line)) => Cell::text(line.voucher.clone()),
            ("title", Some(line)) => Cell::text(line.title.clone()).dim(),
            ("year", Some(line)) => Cell::text(line.year.0.to_string()),
            ("day", Some(line)) => Cell::day(line.day),
            (_, Some(line)) => Cell::amount(line.amount),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let (_, word, why) = verdict(cx, self);
        let mut said = vec![cx.f("exchange-place-line", &[("line", self.id().to_string())])];
        if let Self::Line(line) = self {
            let line = &line.line;
            said.extend([line.voucher.clone(), cx.text.day(line.day), cx.euro(line.amount)]);
        }
        if let Self::Unread(row) = self {
            let amount = row.amount.map_or_else(|| row.written.clone(), |amount| cx.euro(amount));
            said.extend([row.voucher.clone(), row.title.clone(), amount]);
        }
        said.extend([word, why]);
        said.retain(|part| !part.is_empty());
        said.join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let (_, word, why) = verdict(cx, self);
        let line = match self {
            Self::Line(line) => line,
            Self::Unread(row) => {
                return matches(typed, &[&word, &why, &row.voucher, &row.title, &row.written]);
            }
        };
        let amount = cx.money(line.line.amount);
        let line = &line.line;
        matches(typed, &[&word, &why, &line.voucher, &line.title, &line.text, &amount])
    }
}

impl CashRow {
    /// What stands in a row that is no line, as it is written.
    fn unread(&self, column: &str) -> Cell {
        let Self::Unread(row) = self else { return Cell::nothing() };
        match column {
            "voucher" => Cell::text(row.voucher.clone()),
            "title" => Cell::text(row.title.clone()).dim(),
            "year" => Cell::text(row.year.clone()),
            "amount" => row.amount.map_or_else(|| Cell::text(row.written.clone()), Cell::amount),
            _ => Cell::nothing(),
        }
    }
}

fn columns(cx: &Context<'_>) -> Vec<Column> {
    let own = [
        Column::fixed("line", cx.t("cash-column-line"), 56.0).unfiltered(),
        Column::choice("verdict", cx.t("cash-column-finding"), 110.0).whole(),
    ];
    own.into_iter().chain(of_row(cx)).collect()
}
