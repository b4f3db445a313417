//! Fields of the budget and of the end of a fiscal year.

use super::{AMOUNT, F, Field, LAW, REASON, Shape, TITLE, YEAR};
use crate::domain::Kind;

const BUDGET_YEAR: Field = F::needed("budget_year", Shape::Year);
const DUE_YEAR: Field = F::needed("due_year", Shape::Year);
const KEPT_TITLE: Field = F::needed("title", Shape::Kept);

pub(super) const fn fields(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::AppropriationDrafted | Kind::AppropriationVoted | Kind::SupplementVoted => {
            const { &[TITLE, YEAR, AMOUNT, LAW] }
        }
        Kind::ExcessGranted => {
            const {
                &[
                    TITLE,
                    YEAR,
                    AMOUNT,
                    F::needed("need", Shape::Choice("excess-kind", &["excess", "unplanned"])),
                    REASON,
                ]
            }
        }
        Kind::CoverMoved => {
            const {
                &[
                    F::needed("from", Shape::Title),
                    F::needed("to", Shape::Title),
                    YEAR,
                    AMOUNT,
                    REASON,
                ]
            }
        }
        Kind::BlockSet => {
            const {
                &[
                    TITLE,
                    YEAR,
                    AMOUNT,
                    F::optional("percent", Shape::Decimal),
                    F::optional("until", Shape::Day),
                    F::needed(
                        "ground",
                        Shape::Choice("block-ground", &["economic", "budget_law", "global_cut"]),
                    ),
                    REASON,
                ]
            }
        }
        Kind::BlockLifted => {
            const { &[KEPT_TITLE, F::needed("fiscal_year", Shape::Kept), AMOUNT, REASON] }
        }
        other => return authority(other),
    })
}

/// Commitment authority, and what happens at the end of a year.
const fn authority(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::AuthorityVoted => const { &[TITLE, BUDGET_YEAR, DUE_YEAR, AMOUNT, LAW] },
        Kind::AuthorityBlocked => const { &[TITLE, BUDGET_YEAR, DUE_YEAR, AMOUNT, REASON] },
        Kind::AuthorityUnblocked => {
            const {
                &[
                    KEPT_TITLE,
                    F::needed("budget_year", Shape::Kept),
                    F::needed("due_year", Shape::Kept),
                    AMOUNT,
                    REASON,
                ]
            }
        }
        Kind::AuthorityLapsed => const { &[TITLE, BUDGET_YEAR, DUE_YEAR, AMOUNT] },
        Kind::ProvisionalManagementSet => {
            const { &[YEAR, F::optional("until", Shape::Day), REASON] }
        }
        Kind::BooksClosed => const { &[YEAR, F::needed("actual", Shape::List(&[TITLE, AMOUNT]))] },
        Kind::CarryOverFormed => {
            const {
                &[
                    TITLE,
                    YEAR,
                    AMOUNT,
                    F::needed(
                        "cover",
                        Shape::Choice("carry-over-kind", &["additional", "charged"]),
                    ),
                    F::optional("grant", Shape::Grant),
                    REASON,
                ]
            }
        }
        Kind::FundsLapsed => {
            const {
                &[
                    TITLE,
                    YEAR,
                    AMOUNT,
                    F::needed("stage", Shape::Choice("stage", &["available", "blocked"])),
                ]
            }
        }
        Kind::YearSettled => const { &[YEAR] },
        _ => return None,
    })
}
