//! Taking the steps: what has to be typed for them, the button, and what else can be decided.

use eframe::egui::{Key as Button, Modifiers, Response, RichText, TextEdit, Ui, vec2};

use super::{Key, words};
use crate::domain::event::{Draft, Reference};
use crate::domain::task::Given;
use crate::domain::{Day, Kind, PersonNo};
use crate::store::view::TaskRow;
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::data::{Known, Taking};
use crate::ui::desk::{KeptStep, StepKey};
use crate::ui::dialog::cautions;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::TokensOf as _;
use crate::ui::waiting;
use crate::ui::widget::button;
use crate::ui::widget::card;
use crate::ui::widget::field::{DayField, Form as Fields, FormState, label_above, reason};
use crate::ui::widget::focus::select_all;
use crate::ui::widget::is_covered;

/// So many steps are taken at once: others wait for the file no longer than a moment.
const MOST: usize = 100;

/// What is asked for beside what is typed for each step, which lies on the desk.
#[derive(Debug, Default)]
pub(super) struct Form {
    day: DayField,
    /// What the day stands there for: the proposed one, and the steps.
    days_of: Option<(Day, Vec<StepKey>)>,
    /// The rows for which the person tried to book: now what is missing is named.
    tried: Vec<Key>,
    /// Place of the field that is to have the keyboard: row and column.
    focus: Option<(usize, usize)>,
    /// Enter leads from the list to the fields.
    enters: bool,
    /// The button is to have the keyboard.
    press: bool,
}

/// Steps to be taken at once.
pub(super) struct Taken {
    pub keys: Vec<Key>,
    pub drafts: Vec<Draft>,
}

impl Form {
    /// For other steps, or another Stichtag, the day is what was typed for them, or the proposed
    /// one: that of the steps before is not theirs.
    fn follow(&mut self, cx: &Context<'_>, own: &[&TaskRow]) {
        let keys: Vec<StepKey> = own.iter().map(|row| step_key(cx, row)).collect();
        let now = (cx.proposed_day(), keys);
        let typed = now.1.iter().find_map(|key| cx.desk.steps.get(key)?.day);
        let others = self.days_of.as_ref() != Some(&now);
        // What lies on the disk is read a moment later than the list is shown.
        let read = typed.is_some() && typed != self.day.value(cx);
        if others || read {
            self.day = DayField::of(cx, typed.unwrap_or(now.0));
        }
        self.days_of = Some(now);
    }

    /// They are booked: what was typed for them is done with.
    pub fn taken(&mut self) {
        self.tried.clear();
    }

    /// Enter in the list: on to the fields, or to the button where there are none.
    pub const fn enter(&mut self) {
        self.enters = true;
        self.press = true;
    }

    /// Nothing is on its way to the keyboard any more.
    const fn arrive(&mut self) {
        self.focus = None;
        self.enters = false;
        self.press = false;
    }

    /// For another person it begins anew; what was typed lies on the desk.
    pub fn begin(&mut self) {
        self.tried.clear();
        self.arrive();
    }

    /// Shows it for the marked rows; gives what the person takes.
    pub fn ui(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        (row, marked): (&TaskRow, &[&TaskRow]),
    ) -> Option<Taken> {
        let mut own: Vec<&TaskRow> =
            marked.iter().copied().filter(|row| cx.is_mine(&row.task)).collect();
        card::card(ui, |ui| {
            head(cx, ui, row);
            hints(cx, ui, row, marked.len() - own.len());
            if row.task.kind.is_taken_from_list() {
                if own.is_empty() {
                    self.arrive();
                    secondary(cx, ui, row);
                    return None;
                }
                if own.len() > MOST {
                    own.truncate(MOST);
                    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
                    card::dim(ui, &cx.text.count("status-most", most, &[]));
                }
                let entered = self.fields(cx, ui, &own);
                self.buttons(cx, ui, (row, &own), entered)
            } else {
                self.open_form(cx, ui, row);
                None
            }
        })
    }

    fn fields(&mut self, cx: &Context<'_>, ui: &mut Ui, own: &[&TaskRow]) -> bool {
        let kind = own[0].task.kind;
        self.follow(cx, own);
        self.press = false;
        // The list keeps the keyboard until Enter leads here; a grid stands above the other fields.
        let leads = self.enters && !kind.needs_voucher();
        let tried = self.is_tried(own);
        let state = FormState { tried, focused: !leads, ..FormState::default() };
        let mut form = Fields::new(cx, state);
        if kind == Kind::BankAccountConfirmed {
            let before = checked_by(cx, own);
            let mut text = before.clone();
            form.text(ui, &cx.t("tasks-checked-by"), &mut text, true);
            if text != before {
                for row in own {
                    keep(cx, row, KeptStep { text: text.clone(), ..typed(cx, row) });
                }
            }
        }
        let mut entered = false;
        if kind.needs_voucher() {
            entered |= self.grid(cx, ui, own);
            cautions(ui, cx);
        }
        ui.scope(|ui| {
            ui.set_max_width(160.0);
            if form.day(ui, &cx.t("tasks-day"), &mut self.day).changed() {
                cx.send(Action::DismissTaking);
                let day = self.day.value(cx).filter(|day| *day != cx.proposed_day());
                for row in own {
                    keep(cx, row, KeptStep { day, ..typed(cx, row) });
                }
            }
        });
        if leads && form.state().focused {
            self.arrive();
        }
        entered | form.enter()
    }

    /// A line of fields per row; Enter goes down, and from the last one on to booking.
    fn grid(&mut self, cx: &Context<'_>, ui: &mut Ui, own: &[&TaskRow]) -> bool {
        let kind = own[0].task.kind;
        let label = cx.t(if kind.is_order() { "tasks-voucher" } else { "tasks-cash-voucher" });
        let second = kind.is_order().then(|| cx.t("tasks-payment-text"));
        let mut entered = false;
        if self.enters {
            let blank = |row: &&TaskRow| typed(cx, row).voucher.trim().is_empty();
            self.focus = Some((own.iter().position(blank).unwrap_or_default(), 0));
            self.enters = false;
        }
        for (place, row) in own.iter().enumerate() {
            let number = cx.text.entry_number(row.task.entry);
            let case = [words::case(cx, row), number].join(", ");
            card::dim(ui, &case);
            let mut inputs = typed(cx, row);
            let mut changed = false;
            let columns =
                [(&mut inputs.voucher, Some(&label)), (&mut inputs.text, second.as_ref())];
            for (column, (text, label)) in columns.into_iter().enumerate() {
                let Some(label) = label else { continue };
                let name = [label.as_str(), case.as_str()].join(", ");
                let response = edit(ui, text, (label, &name));
                if self.focus == Some((place, column)) {
                    response.request_focus();
                    self.focus = None;
                }
                select_all(ui, &response, text);
                changed |= response.changed();
                let enter = ui.input(|input| input.key_pressed(Button::Enter));
                if response.lost_focus() && enter {
                    entered |= place + 1 == own.len();
                    self.focus = (place + 1 < own.len()).then_some((place + 1, column));
                }
            }
            if self.is_tried(own) && inputs.voucher.trim().is_empty() {
                reason(ui, &cx.t("app-field-needed"));
            }
            if changed {
                cx.send(Action::DismissTaking);
                keep(cx, row, inputs);
            }
        }
        entered
    }

    fn buttons(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        (row, own): (&TaskRow, &[&TaskRow]),
        entered: bool,
    ) -> Option<Taken> {
        let running = matches!(cx.taking, Taking::Running);
        let ready = !running && cx.can_book() && cx.known == Known::Latest;
        // While the list is read anew it shows what may be booked already.
        let ready = ready && cx.data.tasks.latest().is_some();
        if cx.known != Known::Latest {
            card::dim(ui, &cx.t("tasks-known"));
        }
        ui.add_space(8.0);
        let mut go = entered;
        ui.horizontal_wrapped(|ui| {
            let key = do_key(row.task.kind);
            let label = if running {
                cx.t("app-booking-running")
            } else {
                words::counted(cx, key, own.len())
            };
            let button = button::Button::new(&label).icon(Icon::Check).primary(true);
            go |= button.enabled(ready).show(ui).clicked();
        });
        secondary(cx, ui, row);
        go |= done_by_key(ui);
        if !go || !ready {
            return None;
        }
        self.tried = own.iter().map(|row| row.key()).collect();
        self.drafts(cx, own)
    }

    /// The person tried to book these very rows.
    fn is_tried(&self, own: &[&TaskRow]) -> bool {
        !own.is_empty() && own.iter().map(|row| row.key()).eq(self.tried.iter().copied())
    }

    /// What would be paid of a step, once a voucher of the cash office is typed for it.
    pub fn sketch(&self, cx: &Context<'_>, row: &TaskRow) -> Option<Draft> {
        let paid = matches!(row.task.kind, Kind::PaymentConfirmed | Kind::HeldPaid);
        self.drafts(cx, &[row]).filter(|_| paid)?.drafts.pop()
    }

    /// The entries; `None` while something is missing.
    fn drafts(&self, cx: &Context<'_>, own: &[&TaskRow]) -> Option<Taken> {
        let day = self.day.value(cx)?;
        let actor = cx.person?.person;
        let mut taken = Taken { keys: Vec::new(), drafts: Vec::new() };
        let checked_by = checked_by(cx, own).trim().to_owned();
        for row in own {
            let inputs = typed(cx, row);
            let voucher = inputs.voucher.trim().to_owned();
            if row.task.kind.needs_voucher() && voucher.is_empty() {
                return None;
            }
            let checked_by = checked_by.clone();
            if row.task.kind == Kind::BankAccountConfirmed && checked_by.is_empty() {
                return None;
            }
            let payment_text = inputs.text.trim().to_owned();
            let given = Given { account: row.account, payment_text, checked_by };
            taken.keys.push(row.key());
            taken.drafts.push(Draft {
                uid: [0; 16],
                recipient: row.recipient.clone(),
                effective_on: day,
                actor,
                voucher,
                reference: Some(Reference::Entry(row.task.entry)),
                body: row.task.body(row.grant.as_ref(), given)?,
                person_name: None,
            });
        }
        Some(taken)
    }

    /// Steps with a form of their own open it.
    fn open_form(&mut self, cx: &Context<'_>, ui: &mut Ui, row: &TaskRow) {
        let task = &row.task;
        let mine = cx.is_mine(&row.task);
        ui.add_space(4.0);
        let (label, icon) = waiting::button(cx, task.kind);
        let button = button::Button::new(&label).icon(icon).primary(true).enabled(mine);
        let response = button.show(ui);
        if self.press {
            response.request_focus();
            self.arrive();
        }
        let shortcut = done_by_key(ui);
        if mine && (response.clicked() || shortcut) {
            cx.send(waiting::action(row));
        }
        secondary(cx, ui, row);
    }
}

/// The keys that take the step; a dialog above has the same ones.
fn done_by_key(ui: &mut Ui) -> bool {
    !is_covered(ui) && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Button::Enter))
}

/// What tells a step of the acting person from all others.
pub(super) fn step_key(cx: &Context<'_>, row: &TaskRow) -> StepKey {
    let (kind, entry) = row.key();
    (cx.person.map_or(PersonNo(0), |person| person.person), kind, entry)
}

/// What stands in the fields of a row: what was typed for it, or what is proposed.
fn typed(cx: &Context<'_>, row: &TaskRow) -> KeptStep {
    cx.desk.steps.get(&step_key(cx, row)).cloned().unwrap_or_else(|| proposal(cx, row))
}

/// Keeps what is typed for a row, unless that is what is proposed.
fn keep(cx: &Context<'_>, row: &TaskRow, step: KeptStep) {
    let step = (step != proposal(cx, row)).then(|| Box::new(step));
    cx.send(Action::KeepStep(step_key(cx, row), step));
}

/// How the bank accounts of these rows were checked: one answer for all of them, that of the first
/// one for which it was typed.
fn checked_by(cx: &Context<'_>, own: &[&TaskRow]) -> String {
    let of = |row: &&TaskRow| cx.desk.steps.get(&step_key(cx, row));
    let said = own.iter().filter_map(of).find(|step| !step.text.is_empty());
    said.map(|step| step.text.clone()).unwrap_or_default()
}

/// What stands in the fields before anything is typed: the reference of the cash office is
/// nobody's to guess.
fn proposal(cx: &Context<'_>, row: &TaskRow) -> KeptStep {
    let (person, kind, entry) = step_key(cx, row);
    let grant = row.grant.as_ref().filter(|_| row.task.kind.is_order());
    let (voucher, text) = grant.map_or_else(Default::default, |grant| {
        let words = [("grant", grant.to_string()), ("rate", row.rate.to_string())];
        (cx.f("tasks-voucher-order", &words), row.payment_text.clone())
    });
    KeptStep { person, kind, entry, voucher, text, day: None }
}

/// A field with its label above, as wide as there is room: a reference is not cut.
fn edit(ui: &mut Ui, text: &mut String, (label, name): (&str, &str)) -> Response {
    label_above(ui, label, true);
    let edit = TextEdit::singleline(text).desired_width(f32::INFINITY).min_size(vec2(0.0, 32.0));
    ui.add(edit).accessible_name(name.to_owned())
}

/// Step and amount.
fn head(cx: &Context<'_>, ui: &mut Ui, row: &TaskRow) {
    let step = waiting::step(cx, row.task.kind);
    card::dim(ui, &words::case(cx, row));
    let title = match row.task.amount {
        Some(amount) => [step, cx.euro(amount)].join(" · "),
        None => step,
    };
    card::title(ui, &title);
    card::dim(ui, &row.purpose);
    // What is signed is a paper on the desk: it is found by its voucher.
    if !row.voucher.is_empty() {
        card::dim(ui, &[cx.t("voucher"), row.voucher.clone()].join(": "));
    }
}

/// What hinders the step, or the person.
fn hints(cx: &Context<'_>, ui: &mut Ui, row: &TaskRow, others: usize) {
    if let Some(note) = &row.task.note {
        let mut words = vec![("note", note.clone())];
        let key = match (row.task.kind, row.task.due_on) {
            // Only documents that were asked for set a last day.
            (Kind::ApplicationExamined, Some(day)) => {
                words.push(("day", cx.text.day(day)));
                "tasks-note-documents"
            }
            (Kind::ApplicationExamined, None) => "tasks-note-examination",
            (Kind::ClaimRaised, _) => "tasks-note-proof",
            _ => "tasks-note",
        };
        card::dim(ui, &cx.f(key, &words));
    }
    let tone = ui.tokens().warn;
    let mut lines: Vec<String> = waiting::first(cx, &row.task).into_iter().collect();
    if let Some(barred) = words::barred(cx, row) {
        lines.push(barred);
        lines.push(words::persons(cx, row));
    }
    if !lines.is_empty() {
        card::banner(ui, tone, |ui| {
            for line in &lines {
                ui.label(RichText::new(line).color(tone.text));
            }
        });
    } else if others > 0 {
        card::dim(ui, &words::counted(cx, "tasks-others", others));
    }
}

/// What else can be decided, and where the case is shown.
fn secondary(cx: &Context<'_>, ui: &mut Ui, row: &TaskRow) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for kind in instead(row.task.kind) {
            let may = cx.person.is_some_and(|person| {
                row.task.may_instead(*kind, person.hand(), cx.proposed_day()) && cx.can_book()
            });
            let label = [instead_words(cx, *kind), "…".to_owned()].join(" ");
            if may && button::Button::new(&label).show(ui).clicked() {
                cx.send(Action::book(*kind, Occasion::entry(row.task.entry)));
            }
        }
        let one = row.task.kind == Kind::PaymentOrdered && cx.is_mine(&row.task);
        if let Some(grant) = row.grant.as_ref().filter(|_| one) {
            let label = cx.t("tasks-order-one");
            if button::Button::new(&label).show(ui).clicked() {
                cx.send(Action::Open(Ask::Order(grant.clone(), Some(row.task.entry))));
            }
        }
        let label = cx.t("tasks-open-case");
        if button::Button::new(&label).icon(Icon::Grant).show(ui).clicked() {
            cx.send(Action::Go(match &row.grant {
                Some(grant) => Route::Grants(Some(grant.clone())),
                None => Route::Recipients(Some(row.recipient.clone())),
            }));
        }
    });
}

/// What it is called beside the step, whose draw stands above it.
fn instead_words(cx: &Context<'_>, kind: Kind) -> String {
    match kind {
        Kind::DrawSentBack => cx.t("tasks-send-back"),
        Kind::DrawReduced => cx.t("tasks-reduce"),
        Kind::DrawRejected => cx.t("tasks-reject"),
        kind => cx.text.deed(kind),
    }
}

/// What may be decided on the same entry instead; each asks for its reason.
const fn instead(step: Kind) -> &'static [Kind] {
    match step {
        Kind::ArithmeticAttested | Kind::FactuallyAttested | Kind::PaymentOrdered => {
            &[Kind::DrawSentBack, Kind::DrawReduced, Kind::DrawRejected]
        }
        Kind::OrderHandedOver | Kind::PaymentConfirmed => &[Kind::OrderCancelled],
        Kind::PaymentReconciled => &[Kind::PaymentReturned],
        Kind::ApplicationExamined => {
            &[Kind::ExaminationNoted, Kind::ApplicationRejected, Kind::ApplicationWithdrawn]
        }
        Kind::GrantIssued => &[Kind::ApplicationRejected, Kind::ApplicationWithdrawn],
        Kind::ClaimRepaid => &[Kind::ClaimDeferred, Kind::ClaimWaived],
        Kind::InterestReceived => &[Kind::InterestWaived],
        _ => &[],
    }
}

/// Message key of the button.
const fn do_key(step: Kind) -> &'static str {
    match step {
        Kind::BankAccountConfirmed => "tasks-do-account",
        Kind::ArithmeticAttested => "tasks-do-arithmetic",
        Kind::FactuallyAttested => "tasks-do-factual",
        Kind::PaymentOrdered => "tasks-do-order",
        Kind::OrderHandedOver => "tasks-do-hand-over",
        Kind::PaymentReconciled => "tasks-do-reconcile",
        Kind::HeldOrdered => "tasks-do-order-again",
        _ => "tasks-do-confirm",
    }
}
