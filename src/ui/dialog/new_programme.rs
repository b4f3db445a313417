//! *Neues Programm*: what the founding entry says; the file is asked for afterwards.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::page::{Page, Proposal};
use super::pair;
use crate::domain::body::Authority;
use crate::domain::{Money, Uid};
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, MoneyField};
use crate::ui::widget::modal::Words;

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
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct NewProgramme {
    pub(super) uid: Uid,
    pub(super) name: String,
    guideline: String,
    ceiling: MoneyField,
    authority: String,
    line: String,
    town: String,
    contact: String,
    person: String,
}

impl NewProgramme {
    pub(super) fn new(uid: Uid) -> Self {
        Self { uid, ..Self::default() }
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

impl Page for NewProgramme {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("app-new-title"),
            intro: cx.t("app-new-intro"),
            confirm: cx.t("app-new-confirm"),
        }
    }

    fn reword(&mut self) {
        self.ceiling.reword();
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
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
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.founding(cx).map(Proposal::Found)
    }
}
