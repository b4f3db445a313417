//! Fields of milestones and indicators.

use super::{BOTH, F, Field, REASON, Shape, YEAR};
use crate::domain::Kind;

const MILESTONE: Field = F::needed("milestone", Shape::Milestone);

const LINKED: Shape = Shape::Group(&[YEAR, F::optional("title", Shape::Title)]);

const PLANNED: &[Field] = &[
    F::needed("milestone", Shape::Text),
    F::optional("grant", Shape::Grant),
    F::needed("name", BOTH),
    F::optional("plan", Shape::Date),
    F::optional("due", LINKED),
    F::optional("blocking_clause", Shape::Long),
    F::optional("context", Shape::YesNo),
];

const DEFINED: &[Field] = &[
    F::needed("indicator", Shape::Text),
    F::needed("name", BOTH),
    F::needed("baseline", BOTH),
    F::needed("target", BOTH),
    F::optional("unit", BOTH),
    F::optional("baseline_value", Shape::Decimal),
    F::optional("target_value", Shape::Decimal),
    F::optional("money_of", Shape::Each(&Shape::Grant)),
    F::optional("context", Shape::YesNo),
];

const REACHED: &[Field] =
    &[MILESTONE, F::needed("actual", Shape::Date), F::needed("proof", Shape::Long)];

pub(super) const fn fields(kind: Kind) -> Option<&'static [Field]> {
    Some(match kind {
        Kind::MilestonePlanned => PLANNED,
        Kind::MilestoneForecast => {
            const { &[MILESTONE, F::needed("forecast", Shape::Date), REASON] }
        }
        Kind::MilestoneReached => REACHED,
        Kind::IndicatorDefined => DEFINED,
        Kind::IndicatorRead => {
            const {
                &[
                    F::needed("indicator", Shape::Indicator),
                    F::needed("value", Shape::Decimal),
                    F::needed("at", Shape::Date),
                    F::optional("more_than", Shape::YesNo),
                ]
            }
        }
        _ => return None,
    })
}
