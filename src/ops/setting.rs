//! Settings have values that they can have.

use rust_decimal::Decimal;

use super::Checked;
use super::budget::known_title;
use super::check::required;
use super::grant::{is_rate, positive};
use crate::domain::body::{Setting, SettingMade};
use crate::domain::drawing::Drawing;
use crate::domain::{Event, Refusal};
use crate::store::Tx;

/// A setting is usable: spans run forward, percentages are percentages, periods are short.
pub fn made(tx: &Tx<'_>, event: &Event, body: &SettingMade) -> Checked {
    let rate = |value: &Decimal| is_rate(*value);
    let percentage = |value: &Decimal| is_rate(*value) && *value > Decimal::ZERO;
    let usable = match &body.setting {
        Setting::BaseRate { from, until, percent } => from <= until && rate(percent),
        Setting::InterestMargin { points } => rate(points),
        Setting::InterestStart { days } | Setting::NoticeDays { days } => *days <= 60,
        Setting::ObjectionPeriod { months }
        | Setting::UsePeriod { months }
        | Setting::ProofTerm { months, .. }
        | Setting::InterimProofTerm { months }
        | Setting::ProofCheckTerm { months } => (1..=120).contains(months),
        Setting::HighestQuota { percent } => percentage(percent),
        Setting::RetentionPeriod { years } => (1..=100).contains(years),
        Setting::SmallAmount { amount_cents } => return positive(*amount_cents),
        Setting::RepaymentIsRevenue { title, .. } => return known_title(tx, event, title),
        Setting::StatementTerm { days } => (1..=365).contains(days),
        Setting::Letterhead { authority, address, logo } => {
            required("name", &authority.name, 1)?;
            address.len() <= 6 && logo.as_ref().is_none_or(Drawing::is_usable)
        }
        Setting::GuidelinePublished { published_on, published_in } => {
            required("published_in", published_in, 1)?;
            *published_on <= event.effective_on
        }
        Setting::DeviationCauses { causes, .. } => return required("causes", causes, 1),
        Setting::InterestDayCount { .. }
        | Setting::OneOpenDraw { .. }
        | Setting::FixedAmountCapped { .. } => true,
    };
    if usable { Ok(()) } else { Err(Refusal::SettingUnusable { key: body.setting.key() }.into()) }
}
