//! Payments with the draw, both attestations and the order before them.

use super::{Halt, Planned, Taker, or_file};
use crate::domain::body::{
    ArithmeticAttested, DrawRequested, FactuallyAttested, LineAmount, PaymentConfirmed,
    PaymentOrdered,
};
use crate::domain::takeover::{Column, Hindrance, ListRow, ListedPayment, Said, Verdict};
use crate::domain::{Body, Day, PersonNo, RecipientKey, Seq};
use crate::store::query;
use crate::store::view::Times;

impl Taker<'_, '_> {
    pub(super) fn payment(
        &mut self,
        row: &ListRow,
        listed: &ListedPayment,
    ) -> Result<Verdict, Halt> {
        let mut line = listed.line.clone();
        line.title = self.title(&line.title);
        let grant = line.grant.clone();
        let recipient = self.recipient_of(&grant)?;
        let (day, voucher) = &listed.paid;
        let key = [
            grant.to_string(),
            line.title.to_string(),
            line.fiscal_year.0.to_string(),
            voucher.clone(),
        ]
        .join("|");
        let events = query::grant_events(self.tx, self.times(), &grant)?;
        let of_voucher = |event: &&crate::domain::Event| match &event.body {
            Body::PaymentConfirmed(PaymentConfirmed { line: kept, .. }) => {
                event.voucher == *voucher
                    && (&kept.title, kept.fiscal_year) == (&line.title, line.fiscal_year)
            }
            _ => false,
        };
        if let Some(known) = events.iter().find(of_voucher) {
            let above = self.lines.get(&key).copied();
            let differs = |column, listed, kept| {
                Err(Hindrance::Differs { column, listed, kept, line: above }.into())
            };
            let paid = known.body.amount().unwrap_or_default();
            if paid != line.amount_cents {
                let (own, kept) = (Said::Amount(line.amount_cents), Said::Amount(paid));
                return differs(Column::Amount, own, kept);
            }
            if known.effective_on != *day {
                return differs(Column::PaidOn, Said::Day(*day), Said::Day(known.effective_on));
            }
            return Ok(self.known(&key));
        }
        let columns = [
            Column::EnteredBy,
            Column::ArithmeticBy,
            Column::FactualBy,
            Column::OrderedBy,
            Column::ConfirmedBy,
        ];
        let people = self.people(row, columns)?;
        let account = self.account_paid_to(&recipient, listed)?;
        let text = self.text_of(listed)?;
        let planned = planned(listed, (line, people), (account, text));
        // Rows of one list may share a voucher: the cash office pays several due lines at once.
        let beside = query::paid_with(self.tx, voucher, listed.line.fiscal_year)?;
        let beside = beside.filter(|seq| *seq <= self.before);
        let verdict = self.steps((row, key), &recipient, planned)?;
        Ok(match (verdict, beside) {
            (Verdict::Books(kinds), Some(seq)) => Verdict::BooksBeside(kinds, seq),
            (verdict, _) => verdict,
        })
    }

    /// The confirmed account that the order paid to, on its day.
    fn account_paid_to(
        &self,
        recipient: &RecipientKey,
        listed: &ListedPayment,
    ) -> Result<Seq, Halt> {
        let day: Day = listed.ordered.0;
        let times = Times { as_of: day, ..self.times() };
        let accounts = query::bank_accounts(self.tx, times, recipient)?;
        let fits = |iban: &str| listed.iban.as_deref().is_none_or(|named| named == iban);
        let mut usable =
            accounts.iter().filter(|row| row.usable && fits(&row.account.iban)).map(|row| row.seq);
        match (usable.next(), usable.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(Hindrance::NoAccount(listed.iban.clone(), day).into()),
        }
    }

    /// What the bank statement said; the notice asks to pay under its Kassenzeichen.
    fn text_of(&self, listed: &ListedPayment) -> Result<String, Halt> {
        if let Some(text) = &listed.payment_text {
            return Ok(text.clone());
        }
        let grant = &listed.line.grant;
        let found = query::grant_state(self.tx, self.times(), grant)?;
        Ok(found.map(|found| found.issued.cash_reference).unwrap_or_default())
    }
}

/// The steps of a payment, in the order of the procedure.
fn planned(
    listed: &ListedPayment,
    (line, people): (LineAmount, [PersonNo; 5]),
    (bank_account, payment_text): (Seq, String),
) -> Vec<Planned> {
    let [entered, arithmetic, factual, orderer, confirmed] = people;
    let grant = line.grant.clone();
    let step =
        |on: Day, actor, voucher, follows, body| Planned { on, actor, voucher, follows, body };
    let ordered = listed.ordered.0;
    let (first, second) =
        (listed.arithmetic_on.unwrap_or(ordered), listed.factual_on.unwrap_or(ordered));
    let attested = ArithmeticAttested { grant: grant.clone(), source: None };
    let right = FactuallyAttested { grant: grant.clone(), source: None };
    let drawn = DrawRequested { line: line.clone(), need: None, source: None };
    let order = PaymentOrdered {
        line: line.clone(),
        bank_account,
        payment_text,
        milestone: None,
        source: None,
    };
    let paid = PaymentConfirmed { line, source: None };
    let draw_voucher = or_file(&listed.drawn.1, &grant);
    let order_voucher = or_file(&listed.ordered.1, &grant);
    let none = String::new;
    vec![
        step(listed.drawn.0, entered, draw_voucher, None, Body::DrawRequested(drawn)),
        step(first, arithmetic, none(), Some(0), Body::ArithmeticAttested(attested)),
        step(second, factual, none(), Some(0), Body::FactuallyAttested(right)),
        step(ordered, orderer, order_voucher, Some(0), Body::PaymentOrdered(order)),
        step(
            listed.paid.0,
            confirmed,
            listed.paid.1.clone(),
            Some(3),
            Body::PaymentConfirmed(paid),
        ),
    ]
}
