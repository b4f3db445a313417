//! Fields of the application and of the notice.

use super::{DUE_LINE, F, Field, GRANT, ITS_GRANT, REASON, REDUCTION_LINE, Shape};
use crate::domain::Kind;

const PLAN: &[Field] = &[
    F::needed("total_cents", Shape::Money),
    F::needed("eligible_cents", Shape::Money),
    F::needed("own_cents", Shape::Money),
    F::needed("third_party_cents", Shape::Money),
];

const ISSUED: &[Field] = &[
    ITS_GRANT,
    F::needed("purpose", Shape::Long),
    F::needed(
        "financing",
        Shape::Choice("financing", &["share", "shortfall", "fixed_amount", "full"]),
    ),
    F::optional("quota_percent", Shape::Decimal),
    F::needed("eligible_cents", Shape::Money),
    F::optional("total_cents", Shape::Money),
    F::optional("third_party_cents", Shape::Money),
    F::needed("cash_reference", Shape::Text),
    F::needed("period_until", Shape::Day),
    F::needed("lines", Shape::List(DUE_LINE)),
    F::optional("rules", Shape::Choice("auxiliary-rules", &["anbest_gk", "anbest_p"])),
    F::optional("payment_mode", Shape::Choice("payment-mode", &["advance", "paid_invoices"])),
    F::optional("interim_proof", Shape::YesNo),
    F::optional("bound_years", Shape::Number),
    F::optional("urgent_reason", Shape::Long),
];

const AMENDED: &[Field] = &[
    GRANT,
    REASON,
    F::optional("period_until", Shape::Day),
    F::optional("quota_percent", Shape::Decimal),
    F::optional("eligible_cents", Shape::Money),
    F::optional("total_cents", Shape::Money),
    F::optional("third_party_cents", Shape::Money),
    F::optional("cash_reference", Shape::Text),
    F::optional("purpose", Shape::Long),
];

const RESTORED: &[Field] = &[
    ITS_GRANT,
    F::needed("from_year", Shape::Kept),
    F::needed("line", Shape::Group(DUE_LINE)),
    REASON,
];

const CLOSED: &[Field] =
    &[GRANT, F::needed("result", Shape::Long), F::optional("bound_until", Shape::Day)];

pub(super) const fn fields(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::ApplicationReceived => {
            const {
                &[
                    F::needed("grant", Shape::Text),
                    F::needed("requested_cents", Shape::Money),
                    F::needed("purpose", Shape::Long),
                    F::needed("plan", Shape::Group(PLAN)),
                ]
            }
        }
        Kind::ExaminationNoted => {
            const {
                &[
                    ITS_GRANT,
                    F::needed(
                        "step",
                        Shape::Choice(
                            "examination-step",
                            &["begun", "documents_requested", "documents_received"],
                        ),
                    ),
                    F::optional("until", Shape::Day),
                    F::needed("note", Shape::Long),
                ]
            }
        }
        Kind::ApplicationExamined => {
            const {
                &[
                    ITS_GRANT,
                    F::needed("result", Shape::Long),
                    F::needed("no_double_funding", Shape::YesNo),
                    F::optional("contract_on", Shape::Day),
                    F::optional("start_checked", Shape::Long),
                ]
            }
        }
        Kind::EarlyStartConsented => {
            const {
                &[
                    ITS_GRANT,
                    F::needed("requested_on", Shape::Day),
                    F::needed("valid_from", Shape::Day),
                    REASON,
                ]
            }
        }
        Kind::ApplicationRejected | Kind::ApplicationWithdrawn => const { &[ITS_GRANT, REASON] },
        other => return notice(other),
    })
}

const fn notice(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::GrantIssued => ISSUED,
        Kind::NoticeAnnounced => {
            const {
                &[
                    ITS_GRANT,
                    F::needed("manner", Shape::Choice("announcement-manner", &["post", "receipt"])),
                ]
            }
        }
        Kind::RemedyWaived => const { &[ITS_GRANT] },
        Kind::NoticeChallenged => const { &[ITS_GRANT, F::needed("court_file", Shape::Text)] },
        Kind::ChallengeEnded => {
            const {
                &[
                    ITS_GRANT,
                    F::needed(
                        "outcome",
                        Shape::Choice("challenge-outcome", &["dismissed", "annulled"]),
                    ),
                ]
            }
        }
        Kind::GrantAmended => AMENDED,
        Kind::GrantIncreased => {
            const {
                &[
                    GRANT,
                    F::needed("lines", Shape::List(DUE_LINE)),
                    F::optional("eligible_cents", Shape::Money),
                    REASON,
                ]
            }
        }
        Kind::GrantReduced => {
            const {
                &[
                    GRANT,
                    F::needed("lines", Shape::List(REDUCTION_LINE)),
                    F::optional("eligible_cents", Shape::Money),
                    REASON,
                ]
            }
        }
        Kind::DueShifted => {
            const {
                &[
                    GRANT,
                    F::needed("from", Shape::Group(REDUCTION_LINE)),
                    F::needed("to", Shape::Group(DUE_LINE)),
                    REASON,
                ]
            }
        }
        Kind::CommitmentRestored => RESTORED,
        Kind::BeneficiaryNamed => {
            const { &[GRANT, F::needed("key", Shape::Text), F::needed("name", Shape::Text)] }
        }
        Kind::CaseClosed => CLOSED,
        _ => return None,
    })
}
