//! *Dokument prüfen*: whether a PDF is what left the house, what this ledger makes, or neither.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Id, Key, RichText, TextEdit, Ui, vec2};

use crate::paper::check::Verdict;
use crate::store::view::Chain;
use crate::text::hash::{self, Mistyped};
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
    typed(ui, cx);
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

/// The head that stands in the foot of a paper, typed or read from its code: for who holds paper.
fn typed(ui: &mut Ui, cx: &Context<'_>) {
    let kept = Id::unique("typed-anchor");
    card::card(ui, |ui| {
        card::heading(ui, &cx.t("shelf-anchor"));
        card::dim(ui, &cx.t("shelf-anchor-intro"));
        ui.add_space(6.0);
        let mut text: String = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
        let before = text.clone();
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 120.0).clamp(160.0, 560.0);
            let field = TextEdit::singleline(&mut text)
                .desired_width(width)
                .min_size(vec2(0.0, 32.0))
                .hint_text(cx.t("shelf-anchor-hint"));
            let response = ui.add(field).accessible_name(cx.t("shelf-anchor"));
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let words = cx.t("shelf-anchor-check");
            let clicked = Button::new(&words).enabled(!text.trim().is_empty()).show(ui).clicked();
            if let (true, Ok((seq, hash))) = (clicked || entered, hash::anchor(&text)) {
                cx.send(Action::Paper(PaperAction::CheckAnchor(seq, hash)));
            }
        });
        if text != before {
            ui.data_mut(|data| data.insert_temp(kept, text.clone()));
        }
        answer(ui, cx, &text);
    });
}

/// What the typed head is: of this ledger, of another one, or mistyped.
fn answer(ui: &mut Ui, cx: &Context<'_>, text: &str) {
    let (meaning, words) = match (hash::anchor(text), &cx.data.anchor) {
        _ if text.trim().is_empty() => return,
        (Err(Mistyped::Form), _) => (Meaning::Quiet, cx.t("shelf-anchor-form")),
        (Err(Mistyped::Check), _) => (Meaning::Warn, cx.t("shelf-anchor-mistyped")),
        (Ok(typed), Some((head, found))) if typed == (head.seq, head.hash) => {
            let number = ("number", head.seq.to_string());
            match found {
                Ok(Some(Chain::Journal)) => (Meaning::Good, cx.f("shelf-anchor-good", &[number])),
                Ok(Some(Chain::Recipient(key))) => {
                    let words = [number, ("recipient", key.clone())];
                    (Meaning::Good, cx.f("shelf-anchor-good-own", &words))
                }
                Ok(None) => (Meaning::Late, cx.f("shelf-anchor-other", &[number])),
                Err(problem) => (Meaning::Late, cx.problem(problem)),
            }
        }
        _ => return,
    };
    let response = ui.label(RichText::new(&words).color(meaning.tone(ui.tokens()).text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.clear_value();
        node.set_label(words);
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
        | Verdict::OtherProgramme { .. }
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
