//! *Zuwendungsübersicht drucken*: of which recipient, where the screen shows none.

use eframe::egui::Ui;

use super::page::{Page, Proposal};
use crate::domain::RecipientKey;
use crate::store::view::About;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::form;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::Words;

/// The dialog.
#[derive(Debug, Default)]
pub struct Statement {
    recipient: Option<String>,
}

impl Page for Statement {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("next-statement-title"),
            intro: cx.t("next-statement-intro"),
            confirm: cx.t("next-statement-confirm"),
        }
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        vec![Want::Choices(About::default())]
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let label = cx.t("screen-col-recipient");
        let recipients = form::recipients(cx, ui);
        form.pick(ui, &label, &mut self.recipient, (&recipients, true));
    }

    fn proposal(&mut self, _cx: &Context<'_>) -> Option<Proposal> {
        let key = self.recipient.as_deref()?;
        Some(Proposal::Print(RecipientKey::from_written(key)))
    }

    fn is_form(&self) -> bool {
        false
    }
}
