//! *Erfassungsfehler berichtigen*: the exact negation of one entry, with a reason.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::page::{Page, Proposal};
use crate::domain::body::Reversed;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Kind, Seq, Uid};
use crate::store::view::JournalRow;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::widget::card;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::{Words, arithmetic};

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReverseBooking {
    pub(super) uid: Uid,
    seq: Seq,
    reason: String,
}

impl ReverseBooking {
    pub(super) const fn new(uid: Uid, seq: Seq) -> Self {
        Self { uid, seq, reason: String::new() }
    }

    fn row<'a>(&self, cx: &'a Context<'_>) -> Option<&'a JournalRow> {
        cx.data.entry(&[self.seq], self.seq)
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

impl Page for ReverseBooking {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.text.deed(Kind::Reversed),
            intro: cx.t("app-reverse-intro"),
            confirm: cx.t("app-reverse-confirm"),
        }
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        vec![Want::Entries(vec![self.seq])]
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        if let Some(row) = self.row(cx) {
            let entry = cx.text.entry_number(row.seq);
            let kind = cx.text.kind(row.kind);
            let object = cx.text.object(row.kind, &row.object);
            let mut lines = vec![
                ([entry, kind].join(" · "), cx.text.day(row.effective_on)),
                ([row.recipient_name.clone(), object].join(" "), row.voucher.clone()),
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

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }
}
