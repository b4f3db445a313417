//! The fields of every kind.

mod budget;
mod case;
mod master;
mod money;
mod progress;

use super::{Field, Shape};
use crate::domain::Kind;

pub use master::SETTINGS;

use Field as F;

/// Where a statement comes from; every body but the founding and the correction has it.
const SOURCE: Field = F::optional(
    "source",
    Shape::Group(&[
        F::needed("class", Shape::Choice("source-class", &["fact", "illustrative"])),
        F::needed("note", Shape::Long),
    ]),
);

const REASON: Field = F::needed("reason", Shape::Long);
const GRANT: Field = F::needed("grant", Shape::Grant);
/// The grant of the entry referred to.
const ITS_GRANT: Field = F::needed("grant", Shape::Kept);
const TITLE: Field = F::needed("title", Shape::Title);
const YEAR: Field = F::needed("fiscal_year", Shape::Year);
const AMOUNT: Field = F::needed("amount_cents", Shape::Money);
const LAW: Field = F::needed("law", Shape::Text);

/// A text in both languages.
const BOTH: Shape = Shape::Group(&[F::needed("de", Shape::Text), F::needed("en", Shape::Text)]);

/// A due line of a grant.
const DUE_LINE: &[Field] = &[TITLE, YEAR, AMOUNT, F::optional("authority_year", Shape::Year)];

/// A part of a due line that is taken away.
const REDUCTION_LINE: &[Field] = &[
    TITLE,
    YEAR,
    AMOUNT,
    F::optional("authority_year", Shape::Year),
    F::optional("authority_return", Shape::Choice("authority-return", &["free", "lapsed"])),
];

/// A due line, chosen freely, and an amount of it.
const LINE: Field = F::needed("line", Shape::Group(&[GRANT, TITLE, YEAR, AMOUNT]));

/// An amount of the due line of the entry referred to.
const ITS_LINE: Field = F::needed("line", Shape::Group(OF_ENTRY));
const OF_ENTRY: &[Field] =
    &[ITS_GRANT, F::needed("title", Shape::Kept), F::needed("fiscal_year", Shape::Kept), AMOUNT];

/// The fields of the body of a kind, in the order of the form; none for the founding.
#[must_use]
pub fn fields(kind: Kind) -> Vec<Field> {
    let own = master::fields(kind)
        .or_else(|| budget::fields(kind))
        .or_else(|| case::fields(kind))
        .or_else(|| money::fields(kind))
        .or_else(|| progress::fields(kind))
        .unwrap_or_default();
    let mut all = own.to_vec();
    if !matches!(kind, Kind::ProgrammeFounded | Kind::Reversed) {
        all.push(SOURCE);
    }
    all
}
