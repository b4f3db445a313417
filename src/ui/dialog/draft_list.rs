//! *Entwürfe*: forms that were left with something typed, to go on with or to discard.

use eframe::egui::{Align, Ui};

use super::KeptForm;
use super::page::Page;
use crate::domain::{PersonNo, Uid};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Form;
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::link::Link;
use crate::ui::widget::modal::Words;
use crate::ui::widget::{at_end, card};

/// The dialog.
#[derive(Debug)]
pub struct DraftList;

impl Page for DraftList {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("entry-drafts-title"),
            intro: cx.t("entry-drafts-intro"),
            confirm: String::new(),
        }
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, _form: &mut Form<'_>) {
        let forms = cx.desk.own(cx.person.map(|person| person.person));
        if forms.is_empty() {
            card::empty(ui, &cx.t("entry-drafts-none"));
        }
        for form in forms.into_iter().rev() {
            row(ui, cx, form);
            ui.add_space(6.0);
        }
        card::dim(ui, &cx.t("entry-drafts-local"));
    }

    fn is_form(&self) -> bool {
        false
    }
}

fn row(ui: &mut Ui, cx: &Context<'_>, form: &KeptForm) {
    let Some(uid) = form.uid() else { return };
    let (title, about) = form.words(cx);
    let left = cx.f("entry-draft-left", &[("time", cx.text.known_at(form.saved_at()))]);
    card::card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                card::heading(ui, &title);
                let line = match about.as_str() {
                    "" => left,
                    about => [about, &left].join(" · "),
                };
                card::dim(ui, &line);
            });
            at_end(ui, |ui| {
                let name = [title.as_str(), about.as_str()].join(" ").trim().to_owned();
                let words = [("draft", name)];
                let go_on = Button::new(&cx.t("entry-draft-resume")).show(ui);
                let go_on = go_on.hint(cx.f("entry-draft-resume-what", &words));
                if go_on.clicked() {
                    cx.send(Action::ResumeForm(uid));
                }
                let discard = Button::new(&cx.t("entry-discard")).bare().show(ui);
                let discard = discard.hint(cx.f("entry-draft-discard-what", &words));
                if discard.clicked() {
                    cx.send(Action::DropDraft(uid));
                }
            });
        });
    });
}

/// The newest draft of the form that is open, to go on with; what is typed in the form meanwhile is
/// kept as a draft of its own.
#[derive(Debug, Default)]
pub(super) struct Offer {
    basis: Option<Basis>,
    found: Option<Found>,
}

/// Version of the drafts, whose form it is, which one is open, and its title.
type Basis = (u64, Option<PersonNo>, Option<Uid>, String);

/// A draft: which one, what it is about, when it was left.
#[derive(Debug)]
struct Found {
    uid: Uid,
    about: String,
    saved_at: i64,
}

impl Offer {
    /// Shows it, where there is one.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Context<'_>, title: &str) {
        self.renew(cx, title);
        let Some(Found { uid, about, saved_at }) = &self.found else { return };
        let left = cx.f("entry-draft-left", &[("time", cx.text.known_at(*saved_at))]);
        let name = [title, about].join(" ").trim().to_owned();
        let here = match about.as_str() {
            "" => cx.f("entry-draft-here", &[("time", left)]),
            about => {
                let words = [("time", left), ("about", about.to_owned())];
                cx.f("entry-draft-here-about", &words)
            }
        };
        ui.horizontal_wrapped(|ui| {
            card::dim(ui, &here);
            let (text, name) =
                (cx.t("entry-draft-resume"), cx.f("entry-draft-resume-what", &[("draft", name)]));
            let colour = Some(ui.tokens().accent);
            let link = Link { text: &text, name: &name, align: Align::Min, strong: false, colour };
            if link.show(ui).clicked() {
                cx.send(Action::ResumeForm(*uid));
            }
        });
        ui.add_space(4.0);
    }

    /// Looks for it when something has changed: to read all drafts takes longer than a frame may.
    fn renew(&mut self, cx: &Context<'_>, title: &str) {
        let person = cx.person.map(|person| person.person);
        let basis = (cx.desk.version, person, cx.desk.open, title.to_owned());
        if self.basis.as_ref() == Some(&basis) {
            return;
        }
        self.basis = Some(basis);
        let own = cx.desk.own(person);
        self.found = own.into_iter().rev().find_map(|form| {
            let (own, about) = form.words(cx);
            let uid = form.uid().filter(|_| own == title)?;
            Some(Found { uid, about, saved_at: form.saved_at() })
        });
    }
}
