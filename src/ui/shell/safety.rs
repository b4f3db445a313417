//! Backups in the frame of the window: how old the last one is, and the last one at the end.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Context as Egui, RichText, Ui};

use crate::domain::Kind;
use crate::domain::date::berlin_day;
use crate::store::seen::{Seen, Sight};
use crate::text::hash::beginning;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::safety::{Closing, Newest, Place, SafetyAction, age};
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::button::Button;
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::link::Link;
use crate::ui::widget::modal;

use super::notice::banner;

/// In the status bar: how old the last backup is; a click writes one.
pub fn status(cx: &Context<'_>, ui: &mut Ui) {
    let tokens = ui.tokens();
    let Some((words, tone)) = age(cx, tokens) else { return };
    let path = match &cx.safety.newest {
        Newest::Some(backup) => backup.path.display().to_string(),
        Newest::Unknown | Newest::None => String::new(),
    };
    let hint = [path, cx.t("backup-click")].join("\n");
    let colour = Some(tone.text);
    let link = Link { text: &words, name: &words, align: Align::Min, strong: false, colour };
    if link.show(ui).hint(hint.trim()).clicked() {
        cx.send(Action::Safety(SafetyAction::BackUp));
    }
}

/// The file is not in the state that was seen last.
pub fn sight(cx: &Context<'_>, ui: &mut Ui) {
    let Some(ledger) = cx.ledger else { return };
    let tokens = ui.tokens();
    let last = ("last", cx.text.entry_number(ledger.head.seq));
    let of = |seen: &Seen| {
        let number = ("number", cx.text.entry_number(seen.seq));
        [number, ("path", seen.path.display().to_string())]
    };
    let (words, tone, other) = match &cx.safety.sight {
        Sight::Good => return,
        Sight::Lost(seen) => {
            let [number, _] = of(seen);
            let start = ("start", beginning(&seen.hash));
            (cx.f("seen-lost", &[number, start, last]), tokens.late, None)
        }
        Sight::Elsewhere(seen) | Sight::Apart(seen) => {
            let [number, path] = of(seen);
            let apart = matches!(cx.safety.sight, Sight::Apart(_));
            let key = if apart { "seen-apart" } else { "seen-elsewhere" };
            let words = cx.f(key, &[number, path, last]);
            (words, tokens.warn, Some(seen.path.clone()))
        }
        Sight::Restored(seen, entry) => {
            let [number, _] = of(seen);
            let entry = ("entry", cx.text.entry_number(*entry));
            (cx.f("seen-restored", &[number, entry]), tokens.warn, None)
        }
    };
    let decides = !cx.safety.lets_book();
    banner(ui, tone, &words, Live::Assertive, |ui| {
        let go_on = cx.t(if decides { "seen-go-on" } else { "seen-understood" });
        if Button::new(&go_on).show(ui).clicked() {
            cx.send(Action::Safety(SafetyAction::GoOn));
        }
        if let Some(path) = other {
            if Button::new(&cx.t("seen-open-that")).show(ui).clicked() {
                cx.send(Action::OpenFile(path));
            }
        } else if decides && Button::new(&cx.t("restore-choose")).show(ui).clicked() {
            cx.send(Action::Safety(SafetyAction::ChooseBackup));
        }
    });
}

/// The file lies where nothing is booked: why, and the way forward.
pub fn place(cx: &Context<'_>, ui: &mut Ui) {
    let Some(place) = &cx.safety.place else { return };
    let tone = ui.tokens().warn;
    let (mut name, mut enabled) = ("place-copy", cx.is_whole());
    let words = match place {
        Place::Backup => {
            name = "restore-here";
            enabled &= cx.may_book(Kind::LedgerRestored);
            let hint = if enabled { String::new() } else { cx.t("restore-nobody") };
            [cx.t("place-backup"), hint].join(" ").trim_end().to_owned()
        }
        Place::Network(name) => cx.f("place-network", &[("name", name.clone())]),
        Place::Cloud(name) => cx.f("place-cloud", &[("name", name.clone())]),
    };
    banner(ui, tone, &words, Live::Polite, |ui| {
        if enabled && Button::new(&cx.t(name)).icon(Icon::Save).show(ui).clicked() {
            cx.send(Action::Safety(SafetyAction::CopyHere));
        }
    });
}

/// Before a backup takes the place of the ledger: what that means.
pub fn plan(cx: &Context<'_>, egui: &Egui) {
    let (Some(plan), Some(ledger)) = (&cx.safety.plan, cx.ledger) else { return };
    let path = ("path", plan.path.display().to_string());
    let number = ("number", cx.text.entry_number(plan.head.seq));
    let day = ("day", cx.text.day(berlin_day(plan.head.recorded_at)));
    let mut words = vec![cx.f("restore-plan", &[path, number, day])];
    let later = ledger.head.seq.saturating_sub(plan.head.seq);
    if plan.continues {
        let count = i64::try_from(later).unwrap_or(i64::MAX);
        words.push(cx.text.count("restore-later", count, &[]));
    } else {
        words.push(cx.t("restore-apart"));
    }
    words.push(cx.t("restore-kept"));
    let enabled = cx.person.is_some_and(|person| person.may_book(Kind::LedgerRestored));
    if !enabled {
        words.push(cx.t("restore-nobody"));
    }
    modal::plain(egui, &cx.t("restore-title"), |ui| {
        for sentence in &words {
            ui.label(sentence);
        }
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let goes_on = cx.t("restore-now");
            if Button::new(&goes_on).primary(true).enabled(enabled).show(ui).clicked() && enabled {
                cx.send(Action::Safety(SafetyAction::Restore));
            }
            if Button::new(&cx.t("app-cancel")).show(ui).clicked() {
                cx.send(Action::Safety(SafetyAction::KeepAsItIs));
            }
        });
    });
}

/// While the program ends: the last backup, which nobody has to wait for.
pub fn closing(cx: &Context<'_>, egui: &Egui) {
    let words = match &cx.safety.closing {
        Closing::No | Closing::Done => return,
        Closing::Running(percent) => {
            let percent = cx.text.rate((*percent).into());
            cx.f("backup-closing", &[("percent", percent)])
        }
        Closing::Failed(problem) => {
            let saved = matches!(&cx.safety.newest, Newest::Some(backup) if backup.good);
            let key = if saved { "backup-closing-failed" } else { "backup-closing-unsaved" };
            [cx.problem(problem), cx.t(key)].join(" ")
        }
    };
    let failed = matches!(cx.safety.closing, Closing::Failed(_));
    modal::plain(egui, &cx.t("backup-closing-title"), |ui| {
        let tokens = ui.tokens();
        let colour = if failed { tokens.late.text } else { tokens.text };
        ui.label(RichText::new(words).color(colour));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let again = cx.t("backup-again");
            if failed && Button::new(&again).primary(true).show(ui).clicked() {
                cx.send(Action::Safety(SafetyAction::BackUp));
            }
            if Button::new(&cx.t("backup-quit-now")).show(ui).clicked() {
                cx.send(Action::Safety(SafetyAction::QuitNow));
            }
            if Button::new(&cx.t("backup-stay")).show(ui).clicked() {
                cx.send(Action::Safety(SafetyAction::StayOpen));
            }
        });
    });
}
