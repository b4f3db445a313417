//! *Ausfertigen*: says what is recorded when a paper leaves the house.

use eframe::egui::Ui;

use super::page::{Page, Proposal};
use super::who;
use crate::domain::Kind;
use crate::paper::Document;
use crate::text::Lang;
use crate::ui::context::Context;
use crate::ui::data::{IssueOrder, Want};
use crate::ui::theme::TokensOf as _;
use crate::ui::widget::card;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::Words;

/// The dialog. What the screen shows is what is issued, whatever happens meanwhile.
#[derive(Debug)]
pub struct IssuePaper {
    order: IssueOrder,
}

impl IssuePaper {
    pub(super) const fn new(order: IssueOrder) -> Self {
        Self { order }
    }
}

impl Page for IssuePaper {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("shelf-issue-title"),
            intro: self.order.title.clone(),
            confirm: cx.t("shelf-issue-confirm"),
        }
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::DocumentIssued);
        let words = [
            ("day", cx.text.day(cx.today)),
            ("as_of", cx.text.day(self.order.stated.as_of)),
            ("known", cx.text.entry_number(self.order.stated.known)),
        ];
        if let Some(before) = &self.order.before {
            let words = before.as_earlier(cx.text);
            let tone = ui.tokens().warn;
            card::banner(ui, tone, |ui| ui.label(cx.f("shelf-issue-again", &words)));
            ui.add_space(4.0);
        }
        ui.label(cx.f("shelf-issue-what", &words));
        language(ui, cx, self.order.lang);
        card::dim(ui, &cx.t("shelf-issue-for-good"));
        if self.order.wish.document == Document::Sheet {
            card::dim(ui, &cx.t("shelf-issue-sheet"));
        }
        ui.add_space(4.0);
        form.text(ui, &cx.t("shelf-issue-voucher"), &mut self.order.voucher, false);
        who(ui, cx, Kind::DocumentIssued);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        let order =
            IssueOrder { voucher: self.order.voucher.trim().to_owned(), ..self.order.clone() };
        cx.may_book(Kind::DocumentIssued).then(|| Proposal::Issue(Box::new(order)))
    }

    fn is_form(&self) -> bool {
        false
    }
}

/// In which language a paper leaves the house.
pub(super) fn language(ui: &mut Ui, cx: &Context<'_>, lang: Lang) {
    let words = [("name", cx.t("paper-language")), ("value", cx.text.language(lang))];
    ui.label(cx.f("shelf-fact", &words));
    ui.add_space(4.0);
}
