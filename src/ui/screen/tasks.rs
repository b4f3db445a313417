//! Work list (*Arbeitsliste*): the steps that wait, for the acting person or for all, one or many
//! at once, with everything that is needed to decide.

mod act;
mod keys;
mod review;
mod words;

use std::collections::BTreeSet;

use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{Id, RichText, ScrollArea, Ui};

use crate::domain::event::Draft;
use crate::domain::task::STEPS;
use crate::domain::{Kind, Money, PersonNo, Seq};
use crate::store::view::TaskRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::{Taking, Want};
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::region::{self, Region};
use crate::ui::widget::scrolled::by_keys;
use crate::ui::widget::table::{Cell, Column, Row, Table, passing};

/// What tells a step from all others.
type Key = (Kind, Seq);

/// From this width on the list and what is chosen in it stand beside each other.
const BESIDE: f32 = 900.0;
/// Height of the list without its rows, and of what was done before, with the account.
const AROUND_LIST: f32 = 150.0;
const EARLIER: f32 = 290.0;
/// Height of the list where it stands above what is chosen in it.
const LIST: f32 = 220.0;

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct Tasks {
    /// For whom the list was shown last.
    person: Option<PersonNo>,
    /// Also what waits for others.
    all: bool,
    /// The kind of steps that is shown; without one the first that waits.
    step: Option<Kind>,
    /// The row whose details are shown, and its place.
    cursor: Option<Key>,
    place: usize,
    /// Where a range of marks began.
    anchor: usize,
    marked: BTreeSet<Key>,
    /// The list is to have the keyboard.
    focus: bool,
    /// Frames in which nothing had it.
    unheld: u8,
    form: act::Form,
    /// What was sent last, in its order; until the answer is here.
    sent: Vec<Key>,
    running: bool,
    frame: u64,
}

impl Tasks {
    /// What it needs for the row that is chosen, and when nothing waits, what comes next.
    pub fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        let Some(rows) = cx.data.tasks.value() else { return Vec::new() };
        match self.cursor.filter(|key| rows.iter().any(|row| row.key() == *key)) {
            Some((kind, seq)) => vec![Want::TaskReview(kind, seq)],
            None if rows.iter().any(|row| self.shows(cx, row)) => Vec::new(),
            None => vec![Want::Deadlines],
        }
    }

    /// What the step under the cursor would pay, as far as it is typed.
    pub fn sketch(&self, cx: &Context<'_>) -> Option<Draft> {
        let rows = cx.data.tasks.latest()?;
        let row = rows.iter().find(|row| Some(row.key()) == self.cursor)?;
        self.form.sketch(cx, row)
    }

    fn shows(&self, cx: &Context<'_>, row: &TaskRow) -> bool {
        self.all || cx.is_mine(&row.task)
    }

    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        let frame = ui.ctx().cumulative_frame_nr();
        self.focus |= frame > self.frame + 1;
        self.frame = frame;
        self.hold(ui);
        let Some(rows) = super::loaded(cx, ui, &cx.data.tasks) else { return };
        self.answered(cx);
        self.follow(cx);
        self.head(cx, ui, rows);
        let shown: Vec<&TaskRow> = rows.iter().filter(|row| self.shows(cx, row)).collect();
        if shown.is_empty() {
            self.focus = false;
            card::card(ui, |ui| words::nothing(ui, cx, self.all));
            return;
        }
        self.tabs(cx, ui, &shown);
        let step = self.step.unwrap_or(Kind::CaseClosed);
        let mut list: Vec<&TaskRow> =
            shown.iter().copied().filter(|row| row.task.kind == step).collect();
        let cells = |index: usize| line(cx, list[index], None).cells;
        let places = passing(ui, (narrowed(), &columns(cx)), (list.len(), cells));
        if let Some(places) = places {
            list = places.into_iter().map(|place| list[place]).collect();
        }
        self.keep(&list);
        if ui.available_width() < BESIDE {
            self.below_each_other(cx, ui, &list);
            return;
        }
        let height = ui.available_height();
        let rows = f32::from(u16::try_from(list.len()).unwrap_or(u16::MAX));
        // Below a short list there is room for what was done before.
        let short = rows * 44.0 + AROUND_LIST + EARLIER < height;
        card::columns(ui, &[0.44, 0.56], |column, ui| {
            if column == 0 {
                region::begin(ui, Region::List, ui.max_rect());
                card::card(ui, |ui| {
                    if !short {
                        ui.set_min_height(height - 34.0);
                    }
                    self.list(cx, ui, &list, height - 80.0);
                });
                if let Some(row) = self.row(&list).filter(|_| short) {
                    ui.add_space(12.0);
                    ui.spacing_mut().item_spacing.y = 12.0;
                    review::earlier(ui, cx, row);
                }
            } else {
                let id = ("task", self.cursor);
                region::begin(ui, Region::Detail, ui.max_rect());
                ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 12.0;
                    self.side(cx, ui, (&list, !short));
                    by_keys(ui);
                });
            }
        });
    }

    /// The row at which the cursor is.
    fn row<'a>(&self, list: &[&'a TaskRow]) -> Option<&'a TaskRow> {
        list.iter().copied().find(|row| Some(row.key()) == self.cursor)
    }

    /// The list above what is chosen in it; both scroll together.
    fn below_each_other(&mut self, cx: &Context<'_>, ui: &mut Ui, list: &[&TaskRow]) {
        super::scrolling(ui, "tasks", |ui| {
            card::card(ui, |ui| {
                region::begin(ui, Region::List, ui.max_rect());
                self.list(cx, ui, list, LIST);
            });
            region::begin(ui, Region::Detail, ui.available_rect_before_wrap());
            self.side(cx, ui, (list, true));
        });
    }

    /// The list takes the keyboard that nothing has: what is pressed next is about the steps.
    fn hold(&mut self, ui: &Ui) {
        // A list of choices that closes gives the keyboard back within some frames.
        const PATIENCE: u8 = 5;
        let dialog = !ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
        let held = dialog
            || ui.ctx().any_popup_open()
            || ui.memory(|memory| memory.focused().is_some())
            || ui.ctx().plugin::<LabelSelectionState>().lock().has_selection();
        self.unheld = if held { 0 } else { self.unheld.saturating_add(1) };
        if self.unheld == PATIENCE {
            self.focus = true;
        }
        if (1..=PATIENCE).contains(&self.unheld) {
            ui.ctx().request_repaint();
        }
    }

    /// For another person the list begins anew, with what waits for that person.
    fn follow(&mut self, cx: &Context<'_>) {
        let now = cx.person.map(|person| person.person);
        if self.person == now {
            return;
        }
        self.person = now;
        self.cursor = None;
        self.place = 0;
        self.marked.clear();
        self.form.begin();
        self.choose(cx, false);
    }

    /// Takes note of how the booking ended.
    fn answered(&mut self, cx: &Context<'_>) {
        let running = matches!(cx.taking, Taking::Running);
        if self.running && !running && matches!(cx.taking, Taking::Idle) {
            self.form.taken();
            self.sent.clear();
            self.focus = true;
        }
        self.running = running;
    }

    fn head(&mut self, cx: &Context<'_>, ui: &mut Ui, rows: &[TaskRow]) {
        let mine = rows.iter().filter(|row| cx.is_mine(&row.task)).count();
        let (own, every) = (words::counted(cx, "tasks-mine", mine), {
            words::counted(cx, "tasks-all", rows.len())
        });
        super::head(ui, &cx.t("tasks-title"), |_| {});
        ui.horizontal_wrapped(|ui| {
            for (all, words) in [(false, own), (true, every)] {
                if Button::new(&words).bare().selected(self.all == all).show(ui).clicked() {
                    self.choose(cx, all);
                }
            }
        });
        ui.add_space(4.0);
    }

    fn choose(&mut self, cx: &Context<'_>, all: bool) {
        self.all = all;
        self.step = None;
        cx.send(Action::DismissTaking);
    }

    /// One button per kind of step that waits.
    fn tabs(&mut self, cx: &Context<'_>, ui: &mut Ui, shown: &[&TaskRow]) {
        let count = |step: Kind| shown.iter().filter(|row| row.task.kind == step).count();
        let steps: Vec<Kind> = STEPS.into_iter().filter(|step| count(*step) > 0).collect();
        if self.step.is_none_or(|step| !steps.contains(&step)) {
            self.step = onward(self.step, &steps);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for step in &steps {
                let words = waiting::step(cx, *step);
                let words = [words, format!("({})", count(*step))].join(" ");
                let button = Button::new(&words).bare().selected(self.step == Some(*step));
                if button.show(ui).clicked() {
                    self.go_to(cx, *step);
                }
            }
        });
        ui.add_space(8.0);
    }

    fn go_to(&mut self, cx: &Context<'_>, step: Kind) {
        self.step = Some(step);
        self.cursor = None;
        self.place = 0;
        self.focus = true;
        cx.send(Action::DismissTaking);
    }

    /// Keeps cursor and marks on rows that are there; what is gone gives way to the next row.
    fn keep(&mut self, list: &[&TaskRow]) {
        let there: BTreeSet<Key> = list.iter().map(|row| row.key()).collect();
        self.marked.retain(|key| there.contains(key));
        let place = list.iter().position(|row| Some(row.key()) == self.cursor);
        if let Some(place) = place {
            self.place = place;
        } else {
            self.place = self.place.min(list.len().saturating_sub(1));
            self.anchor = self.place;
            self.cursor = list.get(self.place).map(|row| row.key());
            self.marked.clear();
        }
        if self.marked.is_empty() {
            self.marked.extend(self.cursor);
        }
    }

    fn list(&mut self, cx: &Context<'_>, ui: &mut Ui, list: &[&TaskRow], height: f32) {
        let marked = |index: usize| list.get(index).is_some_and(|row| self.is_marked(row));
        let focus = self.focus.then_some(self.place);
        let sums = self.sums(cx, list);
        let table = Table::new("tasks", columns(cx)).tall().height(height).mark(&marked, focus);
        let table = table.narrowed_by(cx, narrowed());
        let table = table.sum(sums.0, sums.1);
        let refused = self.refused(cx);
        let shown = table.show(ui, list.len(), |index| line(cx, list[index], refused));
        card::dim(ui, &cx.t("tasks-keys"));
        if shown.focused.is_some() && shown.focused == focus {
            self.focus = false;
        }
        self.focus |= shown.back;
        keys::list(self, cx, ui, list, &shown);
    }

    fn is_marked(&self, row: &TaskRow) -> bool {
        self.marked.contains(&row.key())
    }

    /// The row because of which nothing was booked.
    fn refused(&self, cx: &Context<'_>) -> Option<Key> {
        match cx.taking {
            Taking::Refused { index, .. } => self.sent.get(*index).copied(),
            _ => None,
        }
    }

    /// How many rows are marked, and their sum.
    fn sums(&self, cx: &Context<'_>, list: &[&TaskRow]) -> (Vec<Cell>, String) {
        let marked: Vec<_> = list.iter().filter(|row| self.is_marked(row)).collect();
        let words = words::counted(cx, "tasks-marked", marked.len());
        let sum: Money = marked.iter().filter_map(|row| row.task.amount).sum();
        let sentence = [words.clone(), cx.euro(sum)].join(", ");
        let cells = vec![Cell::Empty, Cell::Text(words), Cell::Empty, Cell::Text(cx.money(sum))];
        (cells, sentence)
    }

    /// The form of the step, and all that is needed to decide; what was done before with it unless
    /// that stands elsewhere.
    fn side(&mut self, cx: &Context<'_>, ui: &mut Ui, (list, earlier): (&[&TaskRow], bool)) {
        let Some(row) = self.row(list) else { return };
        let marked: Vec<&TaskRow> =
            list.iter().copied().filter(|row| self.is_marked(row)).collect();
        self.refusal(cx, ui, list);
        if let Some(taken) = self.form.ui(cx, ui, (row, &marked)) {
            self.sent = taken.keys;
            cx.send(Action::Take(taken.drafts));
        }
        review::show(ui, cx, row, earlier);
    }

    /// Says at which row it stopped, and why; nothing is lost.
    fn refusal(&self, cx: &Context<'_>, ui: &mut Ui, list: &[&TaskRow]) {
        let Taking::Refused { problem, .. } = cx.taking else { return };
        let refused = self.refused(cx);
        let row = list.iter().find(|row| Some(row.key()) == refused);
        let tone = ui.tokens().late;
        card::banner(ui, tone, |ui| {
            let mut words = cx.problem(problem);
            if let Some(row) = row {
                words = [words::case(cx, row), words].join(": ");
            }
            let response = ui.label(RichText::new(words).color(tone.text));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(eframe::egui::accesskit::Role::Alert);
                node.set_live(eframe::egui::accesskit::Live::Assertive);
            });
            let certain =
                if problem.is_certain() { "tasks-nothing-booked" } else { "app-entries-kept" };
            let kept = RichText::new(cx.t(certain)).size(SMALL);
            ui.label(kept.color(ui.tokens().dim));
        });
    }
}

/// The step that follows one for which nothing waits any more, else the last before it; without
/// one the first.
fn onward(from: Option<Kind>, steps: &[Kind]) -> Option<Kind> {
    let Some(from) = from else { return steps.first().copied() };
    let place = |step: Kind| STEPS.iter().position(|known| *known == step);
    let after = steps.iter().find(|step| place(**step) > place(from));
    after.or(steps.last()).copied()
}

/// Where it is kept what the list is narrowed to.
fn narrowed() -> Id {
    Id::unique("tasks narrowed")
}

fn columns(cx: &Context<'_>) -> Vec<Column> {
    vec![
        Column::fixed(String::new(), 32.0),
        Column::text(cx.t("tasks-col-case"), 150.0),
        Column::fixed(cx.t("tasks-col-since"), 104.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
    ]
}

/// A row of the list.
fn line(cx: &Context<'_>, row: &TaskRow, refused: Option<Key>) -> Row {
    let task = &row.task;
    let name = cx.recipient(row.recipient_type, &row.recipient_name);
    let number = row.grant.as_ref().map(ToString::to_string);
    let mut second = number.unwrap_or_else(|| row.purpose.clone());
    if task.kind == Kind::PaymentReconciled {
        // What the list of the cash office is searched for.
        second = [second, row.voucher.clone()].join(" · ");
    }
    if cx.desk.steps.contains_key(&act::step_key(cx, row)) {
        second = [second, cx.t("tasks-begun")].join(" · ");
    }
    let waits = words::waits_for(cx, row);
    if let Some(waits) = &waits {
        second = [second, waits.clone()].join(" · ");
    }
    let amount = task.amount.map(|amount| cx.money(amount)).unwrap_or_default();
    let since = cx.f("tasks-since", &[("day", cx.text.day(task.since))]);
    let overdue = task.is_overdue(cx.as_of).then(|| cx.t("deadline-overdue"));
    let due = task.due_on.map(|day| cx.f("tasks-due", &[("day", cx.text.day(day))]));
    let said = [Some(&name), Some(&second), Some(&amount), Some(&since), due.as_ref()];
    let mut said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
    said.extend(overdue.as_deref());
    let refusal = (refused == Some(row.key())).then(|| cx.t("tasks-refused"));
    said.extend(refusal.as_deref());
    let sentence = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let day = match (refusal, overdue) {
        (Some(refusal), _) => Cell::Chip(Meaning::Late, refusal),
        (None, Some(overdue)) => Cell::Chip(Meaning::Late, overdue),
        (None, None) => Cell::Two(cx.text.day(task.since), due.unwrap_or_default()),
    };
    Row { cells: vec![Cell::Empty, Cell::Two(name, second), day, Cell::Text(amount)], sentence }
}
