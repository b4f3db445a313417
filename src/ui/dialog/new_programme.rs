//! *Neues Programm*: what the founding entry says; the file is asked for afterwards.

use eframe::egui::Context as Egui;

use crate::domain::Money;
use crate::domain::body::Authority;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, FormState, MoneyField};
use crate::ui::widget::modal::{Words, dialog};

use super::pair;

/// What a person says about a new programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    /// Name of the programme.
    pub name: String,
    /// Short name of the guideline.
    pub guideline: String,
    /// Ceiling of all appropriations.
    pub ceiling: Money,
    /// Letterhead.
    pub authority: Authority,
    /// Name of the first person.
    pub person: String,
}

/// The dialog.
#[derive(Debug, Default)]
pub struct NewProgramme {
    name: String,
    guideline: String,
    ceiling: MoneyField,
    authority: String,
    line: String,
    town: String,
    contact: String,
    person: String,
    form: FormState,
}

impl NewProgramme {
    pub(super) fn ui(&mut self, egui: &Egui, cx: &Context<'_>) {
        let words = Words {
            title: cx.t("app-new-title"),
            intro: cx.t("app-new-intro"),
            confirm: cx.t("app-new-confirm"),
        };
        let mut complete = false;
        let pressed = dialog(egui, cx, 640.0, &words, |ui| {
            let mut form = Form::new(cx, self.form);
            form.text(ui, &cx.t("app-new-name"), &mut self.name, true);
            pair(ui, |index, ui| {
                if index == 0 {
                    form.text(ui, &cx.t("app-new-guideline"), &mut self.guideline, true);
                } else {
                    form.money(ui, &cx.t("app-new-ceiling"), &mut self.ceiling);
                }
            });
            form.text(ui, &cx.t("app-new-authority"), &mut self.authority, true);
            form.text(ui, &cx.t("app-new-line"), &mut self.line, true);
            pair(ui, |index, ui| {
                if index == 0 {
                    form.text(ui, &cx.t("app-new-town"), &mut self.town, true);
                } else {
                    form.text(ui, &cx.t("app-new-contact"), &mut self.contact, true);
                }
            });
            form.text(ui, &cx.t("app-new-person"), &mut self.person, true);
            card::dim(ui, &cx.t("app-new-next"));
            self.form = form.state();
            complete = form.complete;
            form.enter
        });
        if pressed.cancel {
            cx.send(Action::CloseDialog);
        } else if pressed.confirm {
            self.form.tried = true;
            if let Some(founding) = complete.then(|| self.founding(cx)).flatten() {
                cx.send(Action::Found(founding));
            }
        }
    }

    fn founding(&self, cx: &Context<'_>) -> Option<Founding> {
        let trimmed = |text: &str| text.trim().to_owned();
        Some(Founding {
            name: trimmed(&self.name),
            guideline: trimmed(&self.guideline),
            ceiling: self.ceiling.value(cx)?,
            authority: Authority {
                name: trimmed(&self.authority),
                line: trimmed(&self.line),
                town: trimmed(&self.town),
                contact: trimmed(&self.contact),
            },
            person: trimmed(&self.person),
        })
    }
}
