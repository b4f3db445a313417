//! Fields of master data: persons, titles, settings, recipients and their bank accounts.

use super::{AMOUNT, F, Field, Shape, TITLE, YEAR};
use crate::domain::Kind;

const ROLES: &[&str] =
    &["desk_officer", "attester", "approver", "budget_officer", "administrator", "auditor"];

const RECIPIENT_TYPES: &[&str] =
    &["county", "independent_city", "municipality", "association", "fictional"];

const PERSON: &[Field] = &[
    F::needed("person", Shape::Number),
    F::needed("name", Shape::Text),
    F::needed("roles", Shape::Several("role", ROLES)),
    F::optional("roles_until", Shape::Day),
    F::optional("order_limit_cents", Shape::Money),
    F::optional("deputy_for", Shape::Person),
    F::optional("login", Shape::Text),
];

const DAYS: &[Field] = &[F::needed("days", Shape::Number)];
const MONTHS: &[Field] = &[F::needed("months", Shape::Number)];
const ON: &[Field] = &[F::needed("on", Shape::YesNo)];

/// Name and fields of every setting.
pub const SETTINGS: &[(&str, &[Field])] = &[
    (
        "base_rate",
        &[
            F::needed("from", Shape::Day),
            F::needed("until", Shape::Day),
            F::needed("percent", Shape::Decimal),
        ],
    ),
    ("interest_margin", &[F::needed("points", Shape::Decimal)]),
    (
        "interest_day_count",
        &[F::needed(
            "convention",
            Shape::Choice("day-count", &["thirty_360", "act_365", "act_act"]),
        )],
    ),
    ("interest_start", DAYS),
    ("notice_days", DAYS),
    ("objection_period", MONTHS),
    ("use_period", MONTHS),
    (
        "proof_term",
        &[
            F::needed("rules", Shape::Choice("auxiliary-rules", &["anbest_gk", "anbest_p"])),
            F::needed("months", Shape::Number),
        ],
    ),
    ("interim_proof_term", MONTHS),
    ("proof_check_term", MONTHS),
    ("small_amount", &[AMOUNT]),
    ("highest_quota", &[F::needed("percent", Shape::Decimal)]),
    ("one_open_draw", ON),
    ("repayment_is_revenue", &[TITLE, F::needed("on", Shape::YesNo)]),
    ("fixed_amount_capped", ON),
    ("retention_period", &[F::needed("years", Shape::Number)]),
    (
        "letterhead",
        &[
            F::needed(
                "authority",
                Shape::Group(&[
                    F::needed("name", Shape::Text),
                    F::needed("line", Shape::Text),
                    F::needed("town", Shape::Text),
                    F::needed("contact", Shape::Text),
                ]),
            ),
            F::optional("address", Shape::Each(&Shape::Text)),
            F::optional("logo", Shape::Drawing),
        ],
    ),
    ("statement_term", DAYS),
    (
        "guideline_published",
        &[F::needed("published_on", Shape::Day), F::needed("published_in", Shape::Text)],
    ),
    ("deviation_causes", &[YEAR, F::needed("causes", Shape::Long)]),
];

/// A paper that was signed elsewhere; those of the program are kept as they are issued.
const ISSUED: &[Field] = &[
    F::needed("document", Shape::Text),
    F::needed("as_of", Shape::Day),
    F::needed("known", Shape::Number),
    F::needed("language", Shape::Choice("paper-language", &["de", "en"])),
    F::needed("sha256", Shape::Text),
    F::needed("length", Shape::Number),
    F::optional("stored", Shape::YesNo),
];

const RESTORED: &[Field] = &[
    F::needed("known", Shape::Number),
    F::needed("sha256", Shape::Text),
    F::optional("replaced_known", Shape::Number),
    F::optional("replaced_sha256", Shape::Text),
];

pub(super) const fn fields(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::PersonEnrolled => const { &[F::needed("person", Shape::Group(PERSON))] },
        Kind::SettingMade => const { &[F::needed("setting", Shape::Setting)] },
        Kind::TitleRegistered => {
            const {
                &[
                    F::needed("title", Shape::Text),
                    F::needed("name", Shape::Long),
                    F::needed("investive", Shape::YesNo),
                ]
            }
        }
        Kind::RecipientRegistered => {
            const {
                &[
                    F::needed("key", Shape::Text),
                    F::needed("recipient_type", Shape::Choice("recipient-type", RECIPIENT_TYPES)),
                    F::needed("name", Shape::Long),
                    F::optional("address", Shape::Each(&Shape::Text)),
                    F::optional("valid_from", Shape::Day),
                    F::optional("valid_until", Shape::Day),
                    F::optional("successor", Shape::Recipient),
                ]
            }
        }
        Kind::BankAccountRecorded => {
            const { &[F::needed("iban", Shape::Text), F::needed("holder", Shape::Text)] }
        }
        Kind::BankAccountConfirmed => const { &[F::needed("checked_by", Shape::Long)] },
        Kind::DocumentIssued => ISSUED,
        Kind::LedgerRestored => RESTORED,
        _ => return None,
    })
}
