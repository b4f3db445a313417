//! *Papier prüfen*: whether a PDF is what left the house, what this ledger makes, or neither.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{RichText, Ui};

use crate::paper::check::Verdict;
use crate::ui::action::{Action, PaperAction};
use crate::ui::context::Context;
use crate::ui::data::PaperCheck;
use crate::ui::icon::Icon;
use crate::ui::route::{Part, Route, Shelf};
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;

/// Shows it.
pub(super) fn show(ui: &mut Ui, cx: &Context<'_>) {
    card::card(ui, |ui| {
        card::heading(ui, &cx.t("shelf-check"));
        card::dim(ui, &cx.t("shelf-check-intro"));
        ui.add_space(6.0);
        let running = matches!(cx.data.check, PaperCheck::Running(_));
        let words = cx.t("shelf-check-choose");
        let button = Button::new(&words).icon(Icon::Folder).primary(true).enabled(!running);
        if button.show(ui).clicked() {
            cx.send(Action::Paper(PaperAction::Choose));
        }
    });
    let (path, meaning, title, told) = match &cx.data.check {
        PaperCheck::Idle => return,
        PaperCheck::Running(path) => {
            (path, Meaning::Quiet, cx.t("shelf-check-running"), Vec::new())
        }
        PaperCheck::Done(path, verdict) => {
            let (meaning, key) = verdict_word(verdict);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (path, meaning, cx.t(key), verdict.sentences(&name, cx.text))
        }
        PaperCheck::Failed(path, problem) => {
            (path, Meaning::Late, cx.t("shelf-verdict-unread"), vec![cx.problem(problem)])
        }
    };
    card::banner(ui, meaning.tone(ui.tokens()), |ui| {
        let tone = meaning.tone(ui.tokens());
        let words = RichText::new(&title).strong().color(tone.text);
        let response = ui.label(words);
        let said = [&[title][..], &told[..]].concat().join(" ");
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.clear_value();
            node.set_label(said);
        });
        for sentence in &told {
            ui.label(sentence);
        }
        card::dim(ui, &path.display().to_string());
        if let PaperCheck::Done(_, Verdict::Issued { number, .. }) = &cx.data.check {
            let words = cx.t("shelf-check-register");
            if Button::new(&words).icon(Icon::Journal).show(ui).clicked() {
                let shelf = Shelf { part: Part::Issued, issued: Some(*number), ..Shelf::default() };
                cx.send(Action::Go(Route::Reports(Box::new(shelf))));
            }
        }
    });
}

/// The verdict in one word.
const fn verdict_word(verdict: &Verdict) -> (Meaning, &'static str) {
    match verdict {
        Verdict::Issued { age, .. } | Verdict::Copy { age } if age.more() > 0 => {
            (Meaning::Good, "shelf-verdict-older")
        }
        Verdict::Issued { .. } | Verdict::Copy { .. } => (Meaning::Good, "shelf-verdict-genuine"),
        Verdict::Altered { .. } | Verdict::NotIssued => (Meaning::Late, "shelf-verdict-altered"),
        Verdict::Corrected { .. } => (Meaning::Late, "shelf-verdict-corrected"),
        Verdict::OtherLedger { .. } => (Meaning::Late, "shelf-verdict-other"),
        Verdict::LedgerOlder { .. }
        | Verdict::OtherProgram { .. }
        | Verdict::NamesErased { .. }
        | Verdict::Recorded { .. }
        | Verdict::Protocol
        | Verdict::Working => (Meaning::Warn, "shelf-verdict-open"),
        Verdict::Foreign | Verdict::NoPdf | Verdict::TooLarge => {
            (Meaning::Warn, "shelf-verdict-foreign")
        }
    }
}
