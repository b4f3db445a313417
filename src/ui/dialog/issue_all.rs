//! *Für alle ausfertigen*: says how many papers leave the house, and what is recorded of each.

use eframe::egui::Ui;

use super::issue_paper::language;
use super::page::{Page, Proposal};
use super::who;
use crate::domain::Kind;
use crate::ui::context::Context;
use crate::ui::data::{IssueAllOrder, Want};
use crate::ui::known;
use crate::ui::widget::card;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::Words;

/// The dialog. What it names is what is issued, whatever happens meanwhile.
#[derive(Debug)]
pub struct IssueAll {
    order: IssueAllOrder,
}

impl IssueAll {
    pub(super) const fn new(order: IssueAllOrder) -> Self {
        Self { order }
    }

    fn count(&self) -> i64 {
        i64::try_from(self.order.count).unwrap_or(i64::MAX)
    }
}

impl Page for IssueAll {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("shelf-issue-all-title"),
            intro: cx.text.count("shelf-issue-all-count", self.count(), &[]),
            confirm: cx.text.count("shelf-issue-all-confirm", self.count(), &[]),
        }
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::DocumentIssued);
        let words = [
            ("day", cx.text.day(cx.today)),
            ("as_of", cx.text.day(self.order.as_of)),
            ("known", known::words(cx, self.order.known)),
        ];
        ui.label(cx.f("shelf-issue-all-what", &words));
        language(ui, cx, self.order.lang);
        card::dim(ui, &cx.t("shelf-issue-all-for-good"));
        ui.add_space(4.0);
        form.text(ui, &cx.t("shelf-issue-voucher"), &mut self.order.voucher, false);
        who(ui, cx, Kind::DocumentIssued);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        let person = cx.person.filter(|person| person.may_book(Kind::DocumentIssued))?;
        let voucher = self.order.voucher.trim().to_owned();
        let order = IssueAllOrder { voucher, ..self.order.clone() };
        Some(Proposal::IssueAll(Box::new(order), person.person))
    }

    fn is_form(&self) -> bool {
        false
    }
}
