//! The entries that do a step without a form of their own: all but a few words is known.

use super::Task;
use crate::domain::body::{
    ArithmeticAttested, BankAccountConfirmed, FactuallyAttested, HeldOrdered, HeldPaid,
    OrderHandedOver, PaymentConfirmed, PaymentOrdered, PaymentReconciled,
};
use crate::domain::{Body, FileNumber, Kind, Seq};

/// What the person gives who takes a step, beside day and voucher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Confirmed bank account to pay to.
    pub account: Option<Seq>,
    /// Text for the recipient's bank statement.
    pub payment_text: String,
    /// How a bank account was checked.
    pub checked_by: String,
}

impl Kind {
    /// True for steps that are taken from the list, also for many at once; the others have a
    /// form of their own.
    #[must_use]
    pub const fn is_taken_from_list(self) -> bool {
        matches!(
            self,
            Self::BankAccountConfirmed
                | Self::ArithmeticAttested
                | Self::FactuallyAttested
                | Self::PaymentOrdered
                | Self::OrderHandedOver
                | Self::PaymentConfirmed
                | Self::PaymentReconciled
                | Self::HeldOrdered
                | Self::HeldPaid
        )
    }
}

impl Task {
    /// The entry that takes the step on a case; `None` where a form of its own is needed, or an
    /// account to pay to is missing.
    #[must_use]
    pub fn body(&self, grant: Option<&FileNumber>, given: Given) -> Option<Body> {
        let source = None;
        let grant = || grant.cloned();
        Some(match self.kind {
            Kind::BankAccountConfirmed => Body::BankAccountConfirmed(BankAccountConfirmed {
                checked_by: given.checked_by,
                source,
            }),
            Kind::ArithmeticAttested => {
                Body::ArithmeticAttested(ArithmeticAttested { grant: grant()?, source })
            }
            Kind::FactuallyAttested => {
                Body::FactuallyAttested(FactuallyAttested { grant: grant()?, source })
            }
            Kind::PaymentOrdered => Body::PaymentOrdered(PaymentOrdered {
                line: self.line.clone()?,
                bank_account: given.account?,
                payment_text: given.payment_text,
                milestone: None,
                source,
            }),
            Kind::OrderHandedOver => {
                Body::OrderHandedOver(OrderHandedOver { grant: grant()?, source })
            }
            Kind::PaymentConfirmed => {
                Body::PaymentConfirmed(PaymentConfirmed { line: self.line.clone()?, source })
            }
            Kind::PaymentReconciled => {
                Body::PaymentReconciled(PaymentReconciled { grant: grant()?, source })
            }
            Kind::HeldOrdered => Body::HeldOrdered(HeldOrdered {
                line: self.line.clone()?,
                bank_account: given.account?,
                payment_text: given.payment_text,
                source,
            }),
            Kind::HeldPaid => Body::HeldPaid(HeldPaid { line: self.line.clone()?, source }),
            _ => return None,
        })
    }
}
