//! What a recipient's bank account saw of its grants.

use super::RecipientDetail;
use crate::domain::comparison::Movement;
use crate::domain::{Kind, Money};

impl RecipientDetail {
    /// The movements on the recipient's bank account, by day. A repayment that is set off against
    /// a payment is no movement of its own: the payment comes in with less.
    #[must_use]
    pub fn movements(&self) -> Vec<Movement> {
        let mut found = Vec::new();
        let all = || self.grants.iter().flat_map(|grant| &grant.moves);
        for grant in &self.grants {
            for booked in grant.moves.iter().filter(|booked| booked.set_off.is_none()) {
                let Some(amount) = booked.at_recipient() else { continue };
                let kept: Money = all()
                    .filter(|other| other.set_off == Some(booked.seq))
                    .map(|other| other.line.amount_cents)
                    .sum();
                let returned = booked.kind == Kind::PaymentReturned;
                found.push(Movement {
                    seq: booked.seq,
                    returns: booked.reference.filter(|_| returned),
                    grant: grant.row.grant.clone(),
                    cash_reference: grant.cash_reference.clone(),
                    day: booked.effective_on,
                    amount: amount - kept,
                    voucher: booked.voucher.clone(),
                });
            }
        }
        found.sort_by_key(|movement| (movement.day, movement.seq));
        found
    }
}
