//! *Auszahlung bestätigen*: the cash office has paid; amount and year as ordered.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::page::{Page, Proposal};
use super::{
    Entry, about, day_and_voucher, due_line, left_lines, move_words, open_moves, pair, who,
};
use crate::domain::body::{LineAmount, PaymentConfirmed};
use crate::domain::event::Draft;
use crate::domain::{Body, FileNumber, Kind, Money, Seq, Uid};
use crate::store::view::MoveRow;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, MoneyField};
use crate::ui::widget::modal::{Words, arithmetic};

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConfirmPayment {
    pub(super) grant: FileNumber,
    pub(super) entry: Entry,
    order: Option<Seq>,
    amount: MoneyField,
    filled: bool,
}

impl ConfirmPayment {
    pub(super) fn new(uid: Uid, grant: FileNumber, order: Option<Seq>, cx: &Context<'_>) -> Self {
        let amount = MoneyField::default();
        Self { grant, entry: Entry::new(uid, cx), order, amount, filled: false }
    }

    fn ordered<'a>(&self, cx: &'a Context<'_>) -> Option<&'a MoveRow> {
        let moves = &cx.data.grant(&self.grant)?.moves;
        moves.iter().find(|row| Some(row.seq) == self.order)
    }

    fn line_afterwards(&self, ui: &mut Ui, cx: &Context<'_>, order: &MoveRow, amount: Money) {
        let detail = cx.data.grant(&self.grant);
        let Some(line) = detail.and_then(|detail| due_line(detail, &order.line)) else { return };
        let words = [
            ("year", line.fiscal_year.0.to_string()),
            ("paid", cx.euro(line.sums.actual() + amount)),
            ("granted", cx.euro(line.granted)),
        ];
        card::dim(ui, &cx.f("app-line-afterwards", &words));
    }

    fn milestone(&self, ui: &mut Ui, cx: &Context<'_>, order: &MoveRow) {
        let Some(key) = &order.milestone else { return };
        let rows = cx.data.grant(&self.grant).map(|detail| detail.milestones.as_slice());
        let row = rows.unwrap_or_default().iter().find(|row| row.milestone == *key);
        if let Some(row) = row {
            let name = cx.text.note(&row.name).to_owned();
            card::dim(ui, &cx.f("app-held-against", &[("milestone", name)]));
        }
    }

    fn draft(&self, cx: &Context<'_>) -> Option<Draft> {
        let order = self.ordered(cx)?;
        let line = LineAmount { amount_cents: self.amount.value(cx)?, ..order.line.clone() };
        let recipient = &cx.data.grant(&self.grant)?.row.recipient;
        let body = Body::PaymentConfirmed(PaymentConfirmed { line, source: None });
        self.entry.draft(cx, recipient, self.order, body)
    }
}

impl Page for ConfirmPayment {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.text.deed(Kind::PaymentConfirmed),
            intro: about(cx, &self.grant),
            confirm: cx.t("app-confirm-confirm"),
        }
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn reword(&mut self) {
        self.amount.reword();
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        vec![Want::Grant(self.grant.clone())]
    }

    fn fill(&mut self, cx: &Context<'_>) {
        let latest = cx.data.grant_latest(&self.grant);
        let Some(detail) = latest.filter(|_| !self.filled) else { return };
        self.filled = true;
        let open = open_moves(detail, Kind::PaymentOrdered);
        let chosen = open.iter().find(|row| Some(row.seq) == self.order).or(open.first());
        self.order = chosen.map(|row| row.seq);
        if let Some(row) = chosen {
            self.amount = MoneyField::of(cx, row.undecided);
        }
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::PaymentConfirmed);
        let detail = cx.data.grant(&self.grant);
        let orders = detail.map(|detail| open_moves(detail, Kind::PaymentOrdered));
        let orders: Vec<_> = orders
            .unwrap_or_default()
            .into_iter()
            .map(|row| (row.seq, move_words(cx, row)))
            .collect();
        pair(ui, |index, ui| {
            if index == 0 {
                form.money(ui, &cx.t("app-confirm-amount"), &mut self.amount);
            } else if form.pick(ui, &cx.t("app-confirm-order"), &mut self.order, (&orders, true))
                && let Some(row) = self.ordered(cx)
            {
                self.amount = MoneyField::of(cx, row.undecided);
            }
        });
        let labels = (cx.t("app-confirm-day"), cx.t("app-cash-voucher"));
        day_and_voucher(ui, form, &mut self.entry, (&labels.0, &labels.1));
        ui.add_space(6.0);
        if let (Some(order), Some(amount)) = (self.ordered(cx), self.amount.value(cx)) {
            let number = cx.text.entry_number(order.seq);
            let (lines, result, bad) = left_lines(
                cx,
                (cx.f("app-ordered-with", &[("number", number)]), order.undecided),
                (cx.t("app-this-payment"), amount),
                "app-difference",
            );
            arithmetic(ui, &lines, &result, bad || order.undecided != amount);
            self.line_afterwards(ui, cx, order, amount);
            self.milestone(ui, cx, order);
        }
        who(ui, cx, Kind::PaymentConfirmed);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }

    fn sketch(&self, cx: &Context<'_>) -> Option<Draft> {
        self.draft(cx)
    }
}
