//! Where a case stands, and what comes next, in words.

use eframe::egui::{RichText, Ui};

use crate::domain::Kind;
use crate::domain::body::{ExaminationNoted, ExaminationStep};
use crate::domain::procedure::CaseState;
use crate::store::view::{CaseDetail, GrantDetail, TaskRow};
use crate::ui::context::Context;
use crate::ui::theme::TokensOf as _;
use crate::ui::waiting::{self, Comes};
use crate::ui::widget::chip::{Meaning, chip};

/// The state as a chip.
pub fn chips(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let state = case.row.state;
    chip(ui, meaning(state), &cx.text.case_state(state));
}

/// What a state asks for.
pub const fn meaning(state: CaseState) -> Meaning {
    use CaseState as S;
    match state {
        S::Challenged | S::Revoked | S::Claimed | S::ProofDue => Meaning::Late,
        S::Received
        | S::InExamination
        | S::Examined
        | S::Issued
        | S::ProofReceived
        | S::ProofChecked => Meaning::Warn,
        S::Final | S::InProgress | S::Closed | S::Archivable => Meaning::Good,
        S::Announced | S::Rejected | S::Withdrawn => Meaning::Quiet,
    }
}

/// What comes next in a case: the words for it and the button that leads have this one source.
pub struct Next<'a> {
    /// In words.
    words: String,
    /// What takes it, where an entry does.
    pub kind: Option<Kind>,
    /// The step of the work list that it is.
    pub row: Option<&'a TaskRow>,
}

impl<'a> Next<'a> {
    /// The step that waits; where none does, what follows from the state.
    pub fn of(
        cx: &Context<'_>,
        case: &CaseDetail,
        detail: Option<&GrantDetail>,
        tasks: &'a [TaskRow],
    ) -> Self {
        match waiting::comes(cx, tasks.iter(), case, detail) {
            Comes::Step(row) => {
                Self { words: waits(cx, case, row), kind: Some(row.task.kind), row: Some(row) }
            }
            Comes::Draw(words) => Self { words, kind: Some(Kind::DrawRequested), row: None },
            Comes::State(words) => Self { words, kind: None, row: None },
        }
    }

    /// "Nächster Schritt: …"
    pub fn show(&self, ui: &mut Ui, cx: &Context<'_>) {
        let words = RichText::new(cx.f("case-next", &[("step", self.words.clone())]));
        ui.label(words.color(ui.tokens().text));
    }

    /// True when the acting person can take it with an entry of that kind.
    pub fn leads(&self, cx: &Context<'_>, kind: Kind) -> bool {
        let mine = self.row.map_or_else(|| cx.may_book(kind), |row| cx.is_mine(&row.task));
        self.kind == Some(kind) && mine
    }
}

/// A step that waits: what, how much, until when, and whom it waits for.
fn waits(cx: &Context<'_>, case: &CaseDetail, row: &TaskRow) -> String {
    let task = &row.task;
    let until = match awaited(case) {
        Some(step) if task.kind == Kind::ApplicationExamined => {
            Some(waiting::on(cx, "case-next-documents", step.until))
        }
        _ => task.due_on.map(|day| cx.f("tasks-due", &[("day", cx.text.day(day))])),
    };
    let whom = (!cx.is_mine(task)).then(|| waiting::whom(cx, task));
    let step = Some(waiting::step(cx, task.kind));
    let parts = [step, task.amount.map(|amount| cx.euro(amount)), until, whom];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The documents that an application waits for that was never examined.
fn awaited(case: &CaseDetail) -> Option<&ExaminationNoted> {
    let open = case.application.as_ref().filter(|application| application.examined.is_none());
    let (_, step) = open?.step.as_ref()?;
    (step.step == ExaminationStep::DocumentsRequested).then_some(step)
}
