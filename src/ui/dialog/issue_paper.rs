//! *Ausfertigen*: says what is recorded when a paper leaves the house.

use eframe::egui::Ui;

use super::page::{Page, Proposal};
use super::who;
use crate::domain::Kind;
use crate::paper::{Document, Wish};
use crate::ui::context::Context;
use crate::ui::data::{IssueOrder, Known, Want};
use crate::ui::widget::card;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::Words;

/// The dialog.
#[derive(Debug)]
pub struct IssuePaper {
    order: IssueOrder,
    /// Title of the paper as it was looked at.
    title: String,
}

impl Default for IssuePaper {
    fn default() -> Self {
        let order = IssueOrder {
            wish: Wish::default(),
            lang: crate::text::Lang::default(),
            as_of: crate::domain::date::LAST_DAY,
            known: Known::default(),
            voucher: String::new(),
        };
        Self { order, title: String::new() }
    }
}

impl IssuePaper {
    /// What the screen shows now is what is issued, whatever happens meanwhile.
    pub(super) fn new(wish: Wish, cx: &Context<'_>) -> Self {
        let view = cx.data.paper.value().and_then(Option::as_ref);
        let title = view.filter(|view| view.wish == wish).map(|view| view.title.clone());
        // All that is known now: what is booked while the dialog is open does not count.
        let known = match (cx.known, cx.ledger) {
            (Known::Latest, Some(ledger)) => Known::Entry(ledger.head.seq),
            (known, _) => known,
        };
        let title = title.unwrap_or_else(|| cx.t(wish.document.key()));
        let (lang, as_of) = (cx.paper, cx.as_of);
        Self { order: IssueOrder { wish, lang, as_of, known, voucher: String::new() }, title }
    }
}

impl Page for IssuePaper {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("shelf-issue-title"),
            intro: self.title.clone(),
            confirm: cx.t("shelf-issue-confirm"),
        }
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let known = match self.order.known {
            Known::Latest => cx.t("app-known-latest"),
            Known::EndOf(day) => cx.text.day(day),
            Known::Entry(seq) => cx.text.entry_number(seq),
        };
        let words = [
            ("day", cx.text.day(cx.today)),
            ("as_of", cx.text.day(self.order.as_of)),
            ("known", known),
        ];
        ui.label(cx.f("shelf-issue-what", &words));
        ui.add_space(4.0);
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
