//! Fields of draws, payments, proofs of use, claims and interest.

use super::{AMOUNT, F, Field, GRANT, ITS_GRANT, ITS_LINE, LINE, OF_ENTRY, REASON, Shape, YEAR};
use crate::domain::Kind;

const NEED: &[Field] = &[
    F::needed("until", Shape::Day),
    F::needed("need_cents", Shape::Money),
    F::needed("unspent_cents", Shape::Money),
];

const ORDERED: &[Field] = &[
    ITS_LINE,
    F::needed("bank_account", Shape::Account),
    F::needed("payment_text", Shape::Long),
    F::optional("milestone", Shape::Milestone),
];

/// The amount of revenue on the grant of the entry referred to.
const CHARGE: Field =
    F::needed("charge", Shape::Group(&[ITS_GRANT, F::needed("title", Shape::Kept), YEAR, AMOUNT]));
const ITS_INTEREST: Field = F::needed("interest", Shape::Kept);

const GROUNDS: &[&str] = &["resolutive_condition", "revocation", "withdrawal", "final_notice"];

const CLAIMED: &[Field] = &[
    ITS_LINE,
    F::needed("due_on", Shape::Day),
    F::optional("ground", Shape::Choice("claim-ground", GROUNDS)),
    F::optional("legal_effect_on", Shape::Day),
    F::optional("eligible_cents", Shape::Money),
    REASON,
];

const ASSESSED: &[Field] = &[
    CHARGE,
    F::needed("interest", Shape::Choice("interest-kind", &["reclaim", "delay"])),
    F::needed("principal_cents", Shape::Money),
    F::needed("event_on", Shape::Day),
    F::needed("until", Shape::Day),
    F::needed("due_on", Shape::Day),
];

const DOUBTS: &[&str] = &[
    "unknown",
    "amount_differs",
    "day_differs",
    "line_differs",
    "order_differs",
    "only_amount",
    "several",
    "bundled",
    "partial",
    "own_order",
    "repeated",
    "other_voucher",
    "not_a_return",
    "future",
    "no_voucher",
    "zero",
];

const OPEN_ROW: &[Field] = &[
    F::needed("line", Shape::Number),
    F::optional("voucher", Shape::Text),
    F::optional("title", Shape::Text),
    F::optional("year", Shape::Text),
    F::optional("day", Shape::Day),
    F::optional("amount_cents", Shape::Money),
    F::optional("text", Shape::Long),
    F::optional("doubt", Shape::Choice("cash-doubt", DOUBTS)),
];

const CLEARED_ROW: &[Field] =
    &[F::needed("entry", Shape::Entry(&[Kind::CashListRead])), F::needed("line", Shape::Number)];

const LIST_READ: &[Field] = &[
    F::needed("first", Shape::Day),
    F::needed("last", Shape::Day),
    F::optional("rows", Shape::List(OPEN_ROW)),
    F::optional("more", Shape::Number),
    F::optional("cleared", Shape::List(CLEARED_ROW)),
];

pub(super) const fn fields(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::DrawRequested => const { &[LINE, F::optional("need", Shape::Group(NEED))] },
        Kind::ArithmeticAttested
        | Kind::FactuallyAttested
        | Kind::OrderHandedOver
        | Kind::PaymentReconciled => const { &[ITS_GRANT] },
        Kind::CashListRead => LIST_READ,
        Kind::DrawSentBack => const { &[ITS_GRANT, REASON] },
        Kind::DrawReduced
        | Kind::DrawRejected
        | Kind::DrawWithdrawn
        | Kind::OrderCancelled
        | Kind::ClaimAnnulled
        | Kind::ClaimWaived => const { &[ITS_LINE, REASON] },
        Kind::PaymentOrdered => ORDERED,
        Kind::PaymentConfirmed | Kind::HeldPaid => const { &[ITS_LINE] },
        Kind::PaymentReturned => const { &[ITS_LINE, F::optional("held", Shape::YesNo), REASON] },
        Kind::HeldOrdered => {
            const {
                &[
                    ITS_LINE,
                    F::needed("bank_account", Shape::Account),
                    F::needed("payment_text", Shape::Long),
                ]
            }
        }
        Kind::PaymentRebooked => {
            const { &[F::needed("from", Shape::Group(OF_ENTRY)), LINE, REASON] }
        }
        other => return proofs(other),
    })
}

const fn proofs(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::ProofReceived => {
            const {
                &[
                    GRANT,
                    F::needed("proof", Shape::Choice("proof-kind", &["interim", "final"])),
                    F::needed("covers_until", Shape::Day),
                    F::needed("eligible_cents", Shape::Money),
                    F::needed("third_party_cents", Shape::Money),
                    F::needed("certified", Shape::YesNo),
                ]
            }
        }
        Kind::ProofReminded => const { &[GRANT, F::needed("until", Shape::Day)] },
        Kind::ProofChecked => {
            const {
                &[
                    ITS_GRANT,
                    F::needed("result", Shape::Choice("check-result", &["clean", "objections"])),
                    F::optional("settled_cents", Shape::Money),
                    F::needed("note", Shape::Long),
                ]
            }
        }
        Kind::ClaimRaised => CLAIMED,
        Kind::ClaimDeferred => {
            const {
                &[
                    ITS_GRANT,
                    F::needed("manner", Shape::Choice("deferral", &["deferred", "suspended"])),
                    F::optional("until", Shape::Day),
                    REASON,
                ]
            }
        }
        Kind::ClaimRepaid => {
            const {
                &[
                    ITS_LINE,
                    F::optional("revenue_year", Shape::Year),
                    F::optional("set_off", Shape::Entry(Kind::PAYMENTS)),
                ]
            }
        }
        Kind::UnusedReturned => {
            const { &[ITS_LINE, F::optional("revenue_year", Shape::Year), REASON] }
        }
        Kind::InterestAssessed => ASSESSED,
        Kind::InterestReceived => {
            const { &[CHARGE, F::needed("assessed_year", Shape::Kept), ITS_INTEREST] }
        }
        Kind::InterestWaived => {
            const { &[F::needed("charge", Shape::Group(OF_ENTRY)), ITS_INTEREST, REASON] }
        }
        Kind::Reversed => const { &[REASON] },
        _ => return None,
    })
}
