//! *Auszahlungsanordnung*: what of a draw shall be paid, to which account, against which
//! milestone.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::page::{Page, Proposal};
use super::{
    Entry, about, day_and_voucher, due_line, left_lines, move_words, open_moves, pair, who,
};
use crate::domain::body::{LineAmount, PaymentOrdered};
use crate::domain::case::payment_text;
use crate::domain::event::Draft;
use crate::domain::id::ItemKey;
use crate::domain::{Body, FileNumber, Kind, Seq, Stage, Uid};
use crate::store::view::{About, MoveRow};
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::widget::field::{Form, MoneyField, reason};
use crate::ui::widget::modal::{Words, arithmetic};

/// What the payment is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Against {
    Nothing,
    Milestone(ItemKey),
}

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct OrderPayment {
    pub(super) grant: FileNumber,
    pub(super) entry: Entry,
    draw: Option<Seq>,
    amount: MoneyField,
    account: Option<Seq>,
    payment_text: String,
    milestone: Option<Against>,
    filled: bool,
}

impl OrderPayment {
    pub(super) fn new(uid: Uid, grant: FileNumber, draw: Option<Seq>, cx: &Context<'_>) -> Self {
        Self {
            entry: Entry::new(uid, cx),
            draw,
            amount: MoneyField::default(),
            account: None,
            payment_text: String::new(),
            milestone: Some(Against::Nothing),
            filled: false,
            grant,
        }
    }

    fn drawn<'a>(&self, cx: &'a Context<'_>) -> Option<&'a MoveRow> {
        let moves = &cx.data.grant(&self.grant)?.moves;
        moves.iter().find(|row| Some(row.seq) == self.draw)
    }

    /// The remittance text of the chosen draw, with the number of its instalment and its year.
    fn proposed_text(&self, cx: &Context<'_>) -> Option<String> {
        let detail = cx.data.grant(&self.grant)?;
        let draw = self.drawn(cx)?;
        let (rate, year) = (draw.next_rate?, draw.line.fiscal_year.0);
        Some(payment_text(&detail.cash_reference, &detail.row.grant, rate, year))
    }

    /// Which of the two attestations of the draw are missing.
    fn attestations(&self, ui: &mut Ui, cx: &Context<'_>) {
        let Some(choices) = cx.data.choices.latest() else { return };
        let Some(entry) = self.draw.and_then(|seq| choices.entry(seq)) else { return };
        let back = entry.followed_by.iter().rposition(|kind| *kind == Kind::DrawSentBack);
        let since = &entry.followed_by[back.map_or(0, |at| at + 1)..];
        for kind in [Kind::ArithmeticAttested, Kind::FactuallyAttested] {
            if !since.contains(&kind) {
                let words = [("step", cx.text.kind(kind))];
                reason(ui, &cx.f("form-step-missing", &words));
            }
        }
    }

    fn arithmetic(&self, ui: &mut Ui, cx: &Context<'_>) {
        let (Some(draw), Some(amount)) = (self.drawn(cx), self.amount.value(cx)) else { return };
        let number = cx.text.entry_number(draw.seq);
        let (mut lines, result, bad) = left_lines(
            cx,
            (cx.f("app-left-of-draw", &[("number", number)]), draw.undecided),
            (cx.t("app-this-order"), amount),
            "app-stays-requested",
        );
        let detail = cx.data.grant(&self.grant);
        if let Some(line) = detail.and_then(|detail| due_line(detail, &draw.line)) {
            let year = line.fiscal_year.0.to_string();
            let words = cx.f("app-requested-on-line", &[("year", year)]);
            lines.insert(0, (words, cx.euro(line.sums.at(Stage::Requested))));
        }
        arithmetic(ui, &lines, &result, bad);
    }

    fn draft(&self, cx: &Context<'_>) -> Option<Draft> {
        let draw = self.drawn(cx)?;
        let line = LineAmount { amount_cents: self.amount.value(cx)?, ..draw.line.clone() };
        let body = Body::PaymentOrdered(PaymentOrdered {
            line,
            bank_account: self.account?,
            payment_text: self.payment_text.trim().to_owned(),
            milestone: match &self.milestone {
                Some(Against::Milestone(key)) => Some(key.clone()),
                Some(Against::Nothing) | None => None,
            },
            source: None,
        });
        let recipient = &cx.data.grant(&self.grant)?.row.recipient;
        self.entry.draft(cx, recipient, self.draw, body)
    }
}

impl Page for OrderPayment {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.text.deed(Kind::PaymentOrdered),
            intro: about(cx, &self.grant),
            confirm: cx.t("app-order-confirm"),
        }
    }

    fn reword(&mut self) {
        self.amount.reword();
    }

    fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        let about = About { grant: Some(self.grant.clone()), ..About::default() };
        let mut wants = vec![Want::Grant(self.grant.clone()), Want::Choices(about)];
        if let Some(detail) = cx.data.grant(&self.grant) {
            wants.push(Want::Recipient(detail.row.recipient.clone()));
        }
        wants
    }

    /// Proposes the oldest open draw, all of it, and the newest usable account.
    fn fill(&mut self, cx: &Context<'_>) {
        let latest = cx.data.grant_latest(&self.grant);
        let Some(detail) = latest.filter(|_| !self.filled) else { return };
        let Some(recipient) = cx.data.recipient(&detail.row.recipient) else { return };
        self.filled = true;
        let open = open_moves(detail, Kind::DrawRequested);
        let chosen = open.iter().find(|row| Some(row.seq) == self.draw).or(open.first());
        self.draw = chosen.map(|row| row.seq);
        if let Some(row) = chosen {
            self.amount = MoneyField::of(cx, row.undecided);
        }
        let usable = recipient.bank_accounts.iter().find(|row| row.usable);
        self.account = usable.map(|row| row.seq);
        self.payment_text = self.proposed_text(cx).unwrap_or_default();
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::PaymentOrdered);
        let detail = cx.data.grant(&self.grant);
        let draws = detail.map(|detail| open_moves(detail, Kind::DrawRequested));
        let proposed = self.proposed_text(cx);
        let draws: Vec<_> = draws
            .unwrap_or_default()
            .into_iter()
            .map(|row| (row.seq, move_words(cx, row)))
            .collect();
        pair(ui, |index, ui| {
            if index == 0 {
                form.money(ui, &cx.t("app-order-amount"), &mut self.amount);
            } else if form.pick(ui, &cx.t("app-order-draw"), &mut self.draw, (&draws, true))
                && let Some(row) = self.drawn(cx)
            {
                self.amount = MoneyField::of(cx, row.undecided);
                // Words of one's own stay.
                if proposed.as_ref().is_none_or(|words| *words == self.payment_text) {
                    self.payment_text = self.proposed_text(cx).unwrap_or_default();
                }
            }
        });
        let labels = (cx.t("app-order-day"), cx.t("app-voucher"));
        day_and_voucher(ui, form, &mut self.entry, (&labels.0, &labels.1));
        let recipient = detail.and_then(|detail| cx.data.recipient(&detail.row.recipient));
        let accounts = recipient.map(|row| row.bank_accounts.as_slice()).unwrap_or_default();
        let accounts: Vec<_> = accounts
            .iter()
            .filter(|row| row.usable)
            .map(|row| (row.seq, cx.text.iban(&row.account.iban)))
            .collect();
        let mut milestones = vec![(Against::Nothing, cx.t("app-no-milestone"))];
        milestones.extend(detail.iter().flat_map(|detail| &detail.milestones).map(|row| {
            (Against::Milestone(row.milestone.clone()), cx.text.note(&row.name).to_owned())
        }));
        pair(ui, |index, ui| {
            if index == 0 {
                form.pick(ui, &cx.t("app-order-account"), &mut self.account, (&accounts, true));
            } else {
                form.pick(
                    ui,
                    &cx.t("app-order-milestone"),
                    &mut self.milestone,
                    (&milestones, true),
                );
            }
        });
        if accounts.is_empty() && recipient.is_some() {
            reason(ui, &cx.t("app-order-no-account"));
        }
        form.text(ui, &cx.t("app-order-text"), &mut self.payment_text, true);
        ui.add_space(6.0);
        self.arithmetic(ui, cx);
        self.attestations(ui, cx);
        who(ui, cx, Kind::PaymentOrdered);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }
}
