//! Bottom: what the last action led to, read aloud; the state of the chain; the file.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Align, Color32, Layout, Rect, RichText, Sense, Ui, vec2};

use crate::domain::{Kind, Seq};
use crate::store::view::TaskRow;
use crate::text::hash::beginning;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::Outcome;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::safety::{Told, age};
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};
use crate::ui::waiting::{self, Comes};
use crate::ui::widget::button::{Button, icon_button};
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::line;

/// Shows it; what has no room beside the rest has lines of its own above.
pub fn ui(cx: &Context<'_>, ui: &mut Ui) {
    let said = cx.outcome.map(|outcome| (outcome, Said::of(cx, ui.tokens(), outcome)));
    let long =
        said.as_ref().filter(|(_, said)| said.width(ui) > ui.available_width() - rest(cx, ui));
    if let Some((outcome, said)) = long {
        ui.horizontal_wrapped(|ui| show(cx, ui, outcome, said));
    }
    let short = said.as_ref().filter(|_| long.is_none());
    row(cx, ui, |ui| {
        if let Some((outcome, said)) = short {
            show(cx, ui, outcome, said);
        }
    });
}

/// Room for the state of the chain and the name of the file, and for the age of the last backup.
fn rest(cx: &Context<'_>, ui: &Ui) -> f32 {
    if age(cx, ui.tokens()).is_some() { 780.0 } else { 570.0 }
}

fn row(cx: &Context<'_>, ui: &mut Ui, outcome: impl FnOnce(&mut Ui)) {
    let tokens = ui.tokens();
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.spacing_mut().interact_size.y = 22.0;
        if let Some(percent) = cx.ledger.and_then(|ledger| ledger.checking) {
            checking(cx, ui, percent);
            ui.add_space(12.0);
        } else if let Some(ledger) = cx.ledger {
            let good = ledger.findings.is_empty();
            let tone = if good { tokens.good } else { tokens.late };
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            let icon = if good { Icon::Check } else { Icon::Warning };
            icon.paint(ui.painter(), Rect::from_center_size(rect.center(), rect.size()), tone.text);
            let words = if good {
                let last = ledger.extract.as_ref().map_or(ledger.head, |extract| extract.own);
                let count = i64::try_from(last.seq).unwrap_or(i64::MAX);
                let entries = cx.text.count("entries", count, &[]);
                let head = beginning(&last.hash);
                let key = if cx.is_whole() { "app-chain-good" } else { "extract-chain" };
                cx.f(key, &[("entries", entries), ("head", head)])
            } else {
                let count = i64::try_from(ledger.findings.len()).unwrap_or(i64::MAX);
                cx.text.count("findings", count, &[])
            };
            ui.label(RichText::new(words).size(SMALL).color(tone.text));
            ui.add_space(12.0);
        }
        if cx.stale {
            stale(cx, ui);
            ui.add_space(12.0);
        }
        outcome(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let path = cx.ledger.and_then(|ledger| ledger.path.as_ref());
            let name = path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
            if let (Some(name), Some(path)) = (name, path) {
                let label = RichText::new(name).size(SMALL).color(tokens.dim);
                ui.label(label).hint(path.display().to_string());
            }
            super::safety::status(cx, ui);
        });
    });
}

/// How far the verification is; a screen reader says once that it runs.
fn checking(cx: &Context<'_>, ui: &mut Ui, percent: u32) {
    let tokens = ui.tokens();
    let rate = cx.text.rate(percent.into());
    let words = cx.f("checking-progress", &[("percent", rate)]);
    let response = ui.label(RichText::new(words).size(SMALL).color(tokens.dim));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(cx.t("checking"));
        node.clear_value();
    });
}

/// Newer figures are on their way.
fn stale(cx: &Context<'_>, ui: &mut Ui) {
    let words = RichText::new(cx.t("status-stale")).size(SMALL).color(ui.tokens().warn.text);
    let response = ui.label(words);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
    });
}

/// What it led to, and the colour of it.
fn words(cx: &Context<'_>, tokens: &Tokens, outcome: &Outcome) -> (String, Color32) {
    match outcome {
        Outcome::Booked { kind, seq, .. } => {
            let words = [("kind", cx.text.kind(*kind)), ("number", cx.text.entry_number(*seq))];
            (cx.f("app-booked", &words), tokens.good.text)
        }
        Outcome::BookedMany { kind, seqs, .. } => (many(cx, *kind, seqs), tokens.good.text),
        Outcome::Followed => (cx.t("app-followed"), tokens.dim),
        Outcome::Kept => (cx.t("entry-kept"), tokens.good.text),
        Outcome::Discarded => (cx.t("entry-discarded"), tokens.dim),
        Outcome::Back => (cx.t("entry-back"), tokens.good.text),
        Outcome::Copied(path) => {
            (cx.f("app-copied", &[("path", path.display().to_string())]), tokens.good.text)
        }
        Outcome::Copying(percent) => {
            let percent = cx.text.rate((*percent).into());
            (cx.f("app-copying", &[("percent", percent)]), tokens.dim)
        }
        Outcome::Opening(percent) => {
            let percent = cx.text.rate((*percent).into());
            (cx.f("extract-verifying", &[("percent", percent)]), tokens.dim)
        }
        Outcome::CopyStopped => (cx.t("app-copy-stopped"), tokens.dim),
        Outcome::ListSaved(path) => {
            (cx.f("list-saved", &[("path", path.display().to_string())]), tokens.good.text)
        }
        Outcome::ListSaving(percent) => {
            (cx.f("list-saving", &[("percent", percent.to_string())]), tokens.dim)
        }
        Outcome::ListCopying(percent) => {
            (cx.f("status-copying", &[("percent", percent.to_string())]), tokens.dim)
        }
        Outcome::ListCopied(count) => {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            (cx.text.count("status-copied", count, &[]), tokens.good.text)
        }
        Outcome::ListStopped => (cx.t("list-save-stopped"), tokens.dim),
        Outcome::Printed(path) => {
            (cx.f("app-printed", &[("path", path.display().to_string())]), tokens.good.text)
        }
        Outcome::Batched { written, failed, stopped } => {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let mut words = cx.text.count("shelf-batched", number(*written), &[]);
            if *failed > 0 {
                words =
                    [words, cx.text.count("shelf-batch-failed", number(*failed), &[])].join(" ");
            }
            if *stopped {
                words = [words, cx.t("shelf-batch-stopped")].join(" ");
            }
            let good = *failed == 0 && !stopped;
            (words, if good { tokens.good.text } else { tokens.warn.text })
        }
        Outcome::Safety(told) => {
            let (words, tone) = told.words(cx, tokens);
            (words, tone.text)
        }
        Outcome::NotNow(why) => (why.clone(), tokens.warn.text),
        Outcome::Failed(problem) => (cx.problem(problem), tokens.late.text),
    }
}

/// Steps that were booked at once, with the numbers of the first and the last.
fn many(cx: &Context<'_>, kind: Kind, seqs: &[Seq]) -> String {
    let number = |seq: Option<&Seq>| seq.map(|seq| cx.text.entry_number(*seq)).unwrap_or_default();
    let words = [
        ("kind", cx.text.kind(kind)),
        ("first", number(seqs.first())),
        ("last", number(seqs.last())),
    ];
    cx.text.count("tasks-booked", i64::try_from(seqs.len()).unwrap_or(i64::MAX), &words)
}

/// What the last action led to, in words.
struct Said {
    words: String,
    colour: Color32,
    /// Whose turn it is now in the case that was booked for.
    next: Option<String>,
}

impl Said {
    fn of(cx: &Context<'_>, tokens: &Tokens, outcome: &Outcome) -> Self {
        let (words, colour) = words(cx, tokens, outcome);
        Self { words, colour, next: next(cx, outcome) }
    }

    /// Width on one line, with the buttons after it.
    fn width(&self, ui: &Ui) -> f32 {
        let wide = |words: &str| {
            let font = fonts::regular(SMALL);
            line(ui, words, font, self.colour, f32::INFINITY).size().x + ui.spacing().item_spacing.x
        };
        wide(&self.words) + self.next.as_deref().map_or(0.0, wide) + BUTTONS
    }
}

/// Room for the buttons after the words.
const BUTTONS: f32 = 150.0;

/// Whose turn it is now in the case that was booked for, once the steps that wait are known.
fn next(cx: &Context<'_>, outcome: &Outcome) -> Option<String> {
    let (Outcome::Booked { case, .. } | Outcome::BookedMany { case, .. }) = outcome else {
        return None;
    };
    let case = case.as_ref()?;
    let rows = cx.data.tasks.latest()?.iter().filter(|row| row.grant.as_ref() == Some(case));
    let name = || ("case", case.to_string());
    let step = |row: &TaskRow| {
        let (step, who) = (waiting::step(cx, row.task.kind), waiting::who(cx, &row.task));
        cx.f("next-step", &[name(), ("step", step), ("who", who)])
    };
    // Only its page knows what a case waits for without a step; nothing is said while that is read.
    let Some(known) = cx.data.case.get(case) else {
        let nothing = || cx.f("next-nothing", &[name()]);
        return Some(waiting::next(cx, rows).map_or_else(nothing, step));
    };
    let detail = known.latest()?.as_ref()?;
    let grant = cx.data.grant.get(case)?.latest()?.as_ref();
    Some(match waiting::comes(cx, rows, detail, grant) {
        Comes::Step(row) => step(row),
        Comes::Draw(words) | Comes::State(words) => {
            cx.f("next-of-state", &[name(), ("step", words)])
        }
    })
}

/// The words, on as many lines as there is room for, and what can be done about them.
fn show(cx: &Context<'_>, ui: &mut Ui, outcome: &Outcome, said: &Said) {
    let label = |ui: &mut Ui, words: &str, read: String| {
        let response = ui.label(RichText::new(words).size(SMALL).color(said.colour));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.clear_value();
            node.set_label(read);
            node.set_live(Live::Polite);
        });
    };
    // A percentage that changes is not read each time: once that it goes on.
    let read = match outcome {
        Outcome::Copying(_) => cx.t("status-copy-runs"),
        Outcome::Opening(_) => cx.t("status-opening-runs"),
        Outcome::ListSaving(_) => cx.t("status-list-saves"),
        Outcome::ListCopying(_) => cx.t("status-list-reads"),
        Outcome::Safety(Told::Backing(_)) => cx.t("backup-runs"),
        _ => said.words.clone(),
    };
    label(ui, &said.words, read);
    if let Some(next) = &said.next {
        label(ui, next, next.clone());
    }
    if matches!(outcome, Outcome::Discarded)
        && Button::new(&cx.t("entry-restore")).bare().show(ui).clicked()
    {
        cx.send(Action::RestoreDraft);
    }
    let (name, action) = match outcome {
        Outcome::Copying(_) => ("app-stop-copy", Action::StopCopy),
        Outcome::Safety(Told::Backing(_)) => ("backup-stop", Action::StopCopy),
        Outcome::Opening(_) => ("extract-stop-verifying", Action::StopCopy),
        Outcome::ListSaving(_) => ("list-stop", Action::StopCopy),
        Outcome::ListCopying(_) => ("list-stop-copy", Action::StopCopy),
        _ => ("app-dismiss-outcome", Action::DismissOutcome),
    };
    if icon_button(ui, Icon::Close, &cx.t(name)).clicked() {
        cx.send(action);
    }
}
