//! *Erfassungsfehler berichtigen*: the exact negation of one entry, with a reason.

use eframe::egui::{Context as Egui, Ui};

use super::settle;
use crate::domain::body::Reversed;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Seq, Uid};
use crate::store::view::JournalRow;
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, FormState};
use crate::ui::widget::modal::{Words, arithmetic, dialog};

/// The dialog.
#[derive(Debug)]
pub struct ReverseBooking {
    uid: Uid,
    seq: Seq,
    reason: String,
    form: FormState,
}

impl ReverseBooking {
    pub(super) fn new(uid: Uid, seq: Seq) -> Self {
        Self { uid, seq, reason: String::new(), form: FormState::default() }
    }

    fn row<'a>(&self, cx: &'a Context<'_>) -> Option<&'a JournalRow> {
        let rows = cx.data.journal.value()?;
        rows.iter().find(|row| row.seq == self.seq)
    }

    pub(super) fn ui(&mut self, egui: &Egui, cx: &Context<'_>) {
        let words = Words {
            title: cx.t("app-reverse-title"),
            intro: cx.t("app-reverse-intro"),
            confirm: cx.t("app-reverse-confirm"),
        };
        let mut complete = false;
        let pressed = dialog(egui, cx, 600.0, &words, |ui| {
            let mut form = Form::new(cx, self.form);
            self.fields(ui, cx, &mut form);
            self.form = form.state();
            complete = form.complete;
            form.enter
        });
        let draft = complete.then(|| self.draft(cx)).flatten();
        settle(cx, &mut self.form, pressed, || draft);
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        if let Some(row) = self.row(cx) {
            let entry = cx.text.entry_number(row.seq);
            let kind = cx.text.kind(row.kind);
            let mut lines = vec![
                ([entry, kind].join(" · "), cx.text.day(row.effective_on)),
                ([row.recipient_name.clone(), row.object.clone()].join(" "), row.voucher.clone()),
            ];
            lines.retain(|(left, right)| !left.trim().is_empty() || !right.is_empty());
            let amount = row.amount.map(|amount| cx.euro(-amount)).unwrap_or_default();
            arithmetic(ui, &lines, &(cx.t("app-reverse-result"), amount), false);
            ui.add_space(4.0);
        }
        form.text(ui, &cx.t("app-reason"), &mut self.reason, true);
        card::dim(ui, &cx.t("app-reason-hint"));
        if let Some(person) = cx.person {
            card::dim(ui, &cx.f("app-booked-by", &[("person", cx.person_name(person))]));
        }
    }

    fn draft(&self, cx: &Context<'_>) -> Option<Draft> {
        let row = self.row(cx)?;
        Some(Draft {
            uid: self.uid,
            recipient: row.recipient.clone(),
            effective_on: row.effective_on,
            actor: cx.person?.person,
            voucher: String::new(),
            reference: Some(Reference::Entry(row.seq)),
            body: Body::Reversed(Reversed { reason: self.reason.trim().to_owned() }),
            person_name: None,
        })
    }
}
