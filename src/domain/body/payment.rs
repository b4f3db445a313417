//! Bodies of what moves an amount of a due line along, and of the correction.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::id::ItemKey;
use crate::domain::{Day, FileNumber, FiscalYear, Money, Seq, TitleKey};

/// A due line and an amount of it: what draws, orders, payments, returns and claims move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineAmount {
    /// File number.
    pub grant: FileNumber,
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Amount in cents, above zero.
    pub amount_cents: Money,
}

/// Draw requested by the recipient (*Mittelabruf*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawRequested {
    /// What is drawn.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment ordered (*Auszahlungsanordnung*); `ref` is the draw; may be partial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentOrdered {
    /// What is ordered.
    pub line: LineAmount,
    /// Confirmed recording of the bank account to pay to.
    pub bank_account: Seq,
    /// Text for the recipient's bank statement (*Verwendungszweck*), at most 140 characters.
    pub payment_text: String,
    /// Milestone that the payment is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<ItemKey>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Order cancelled before payment (*Storno vor Zahlung*); `ref` is the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderCancelled {
    /// What is cancelled.
    pub line: LineAmount,
    /// Why.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment confirmed by the cash office (*Auszahlung*, Ist); `ref` is the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentConfirmed {
    /// What was paid: amount and year as ordered.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment returned by the bank while the books are open (*Rückläufer*); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentReturned {
    /// What came back.
    pub line: LineAmount,
    /// Why.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Claim raised (*Erstattung festgesetzt*, § 49a ThürVwVfG); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRaised {
    /// What is claimed back; the grant falls by it in the same event.
    pub line: LineAmount,
    /// Ground of the claim.
    pub reason: String,
    /// Day on which the money is due.
    pub due_on: Day,
    /// Day from which the revocation works, for interest only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_effect_on: Option<Day>,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Claim repaid while the books are open (*Absetzung von der Ausgabe*); `ref` is the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRepaid {
    /// What was credited.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Error of recording corrected: the exact negation of `ref`, on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reversed {
    /// Why, at least ten characters.
    pub reason: String,
}
