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
    /// How the amount follows from the recipient's need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Need>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// How a draw follows from the need of the next months (ANBest, domain.md section 1.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Last day of the need.
    pub until: Day,
    /// Need until then, in cents.
    pub need_cents: Money,
    /// Money of earlier draws that is not spent yet, in cents; it is taken off.
    pub unspent_cents: Money,
}

bodies! {
    /// Draw attested as arithmetically right (*rechnerisch richtig*); `ref` is the draw.
    ArithmeticAttested {
        /// File number.
        grant: FileNumber,
    }

    /// Draw attested as factually right (*sachlich richtig*); `ref` is the draw.
    FactuallyAttested {
        /// File number.
        grant: FileNumber,
    }

    /// Draw sent back to the desk: its attestations no longer count; `ref` is the draw.
    DrawSentBack {
        /// File number.
        grant: FileNumber,
        /// Why.
        reason: String,
    }

    /// Draw granted in part only; `ref` is the draw.
    DrawReduced {
        /// What is taken off.
        line: LineAmount,
        /// Why.
        reason: String,
    }

    /// Draw rejected (*zurückgewiesen*); `ref` is the draw.
    DrawRejected {
        /// What is left of it.
        line: LineAmount,
        /// Why.
        reason: String,
    }

    /// Draw withdrawn by the recipient; `ref` is the draw.
    DrawWithdrawn {
        /// What is left of it.
        line: LineAmount,
        /// Why.
        reason: String,
    }

    /// Order handed over to the cash office (*an Kasse übergeben*); `ref` is the order.
    OrderHandedOver {
        /// File number.
        grant: FileNumber,
    }

    /// Payment found in the cash office's list (*abgeglichen*); `ref` is the payment.
    PaymentReconciled {
        /// File number.
        grant: FileNumber,
    }

    /// New order for money held after the books were closed; `ref` is the return.
    HeldOrdered {
        /// What is ordered again.
        line: LineAmount,
        /// Confirmed recording of the bank account to pay to.
        bank_account: Seq,
        /// Text for the recipient's bank statement, at most 140 characters.
        payment_text: String,
    }

    /// Held money paid again; `ref` is the new order.
    HeldPaid {
        /// What was paid.
        line: LineAmount,
    }

    /// Payment rebooked to another due line of the recipient (*Umbuchung*); `ref` is the payment.
    PaymentRebooked {
        /// Due line that the payment was booked to.
        from: LineAmount,
        /// Due line that it belongs to, same fiscal year and amount.
        line: LineAmount,
        /// Why.
        reason: String,
    }
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

/// Payment returned by the bank (*Rückläufer*); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentReturned {
    /// What came back.
    pub line: LineAmount,
    /// True when the books of the year are closed: the money is held until it is paid again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
    /// Why.
    pub reason: String,
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
