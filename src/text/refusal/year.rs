//! Figures of refusals about years, blocks, settings and interest.

use super::super::Text;
use super::Args;
use crate::domain::{FiscalYear, Money, Refusal};

impl Text {
    pub(super) fn year_args(&self, refusal: &Refusal) -> Option<Args> {
        let of = |year: &FiscalYear| ("year", year.0.to_string());
        Some(match refusal {
            Refusal::BooksClosed { year, by } | Refusal::YearDone { year, by } => {
                vec![of(year), ("by", by.to_string())]
            }
            Refusal::YearNotReady { year, stage, title, amount } => vec![
                of(year),
                ("title", self.title(title)),
                ("amount", self.money_unit(*amount)),
                ("stage", self.stage(*stage)),
            ],
            Refusal::ActualDiffers { year, title, stated, actual } => {
                let place = vec![of(year), ("title", self.title(title))];
                [place, self.differing(("stated", *stated), ("actual", *actual))].concat()
            }
            Refusal::BeforeYearEnd { year, from } => vec![of(year), ("from", self.day(*from))],
            Refusal::WayWrong { year, .. }
            | Refusal::Provisional { year }
            | Refusal::DrawOutsideYear { year } => vec![of(year)],
            Refusal::PercentDiffers { stated, computed }
            | Refusal::SettledWrong { stated, computed }
            | Refusal::InterestDiffers { stated, computed } => {
                self.differing(("stated", *stated), ("computed", *computed))
            }
            Refusal::RateMissing { day } => vec![("day", self.day(*day))],
            Refusal::BelowSmallAmount { asked, limit } => {
                vec![("asked", self.money_unit(*asked)), ("limit", self.money_unit(*limit))]
            }
            Refusal::SettingUnusable { key } => vec![("setting", self.setting_key(key))],
            _ => return None,
        })
    }

    /// Two amounts that should be one, and how far they are apart.
    pub(super) fn differing(
        &self,
        one: (&'static str, Money),
        other: (&'static str, Money),
    ) -> Args {
        vec![
            (one.0, self.money_unit(one.1)),
            (other.0, self.money_unit(other.1)),
            ("difference", self.money_unit((one.1 - other.1).abs())),
        ]
    }
}
