//! Bodies of milestones and indicators.

use serde::{Deserialize, Serialize};

use super::{ReaderNote, Source};
use crate::domain::id::ItemKey;
use crate::domain::{FileNumber, FiscalYear, ImpreciseDate, TitleKey};

/// Due line that a milestone is linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedLine {
    /// Budget title; without it every title of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<TitleKey>,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
}

/// Milestone planned, or its words or plan changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestonePlanned {
    /// Own key.
    pub milestone: ItemKey,
    /// What shall be reached.
    pub name: ReaderNote,
    /// Grant it belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<FileNumber>,
    /// Due line that it is linked to; a link informs and warns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<LinkedLine>,
    /// Clause of the notice that makes it block payments of that due line until it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_clause: Option<String>,
    /// Planned date; without it none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ImpreciseDate>,
    /// True for a goal outside this programme, shown as context.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Milestone forecast anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneForecast {
    /// Own key.
    pub milestone: ItemKey,
    /// Date expected now.
    pub forecast: ImpreciseDate,
    /// Why the expectation changed.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Milestone reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneReached {
    /// Own key.
    pub milestone: ItemKey,
    /// When it was reached, as exactly as known.
    pub actual: ImpreciseDate,
    /// Proof, as words or file reference.
    pub proof: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Indicator of digitalization defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDefined {
    /// Own key.
    pub indicator: ItemKey,
    /// What is counted.
    pub name: ReaderNote,
    /// Baseline in words, for example "mehr als 700" (2016).
    pub baseline: ReaderNote,
    /// Target in words.
    pub target: ReaderNote,
    /// What one is, for example "Kommune".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<ReaderNote>,
    /// Baseline as a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_value: Option<rust_decimal::Decimal>,
    /// Target as a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_value: Option<rust_decimal::Decimal>,
    /// Grants whose Ist is divided by the reading: money per unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money_of: Vec<FileNumber>,
    /// True for a goal outside this programme, shown as context.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Indicator read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRead {
    /// Own key.
    pub indicator: ItemKey,
    /// The reading, exact decimal as text.
    pub value: rust_decimal::Decimal,
    /// True when the reading says "more than".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more_than: bool,
    /// What the reading counts on, as exactly as known.
    pub at: ImpreciseDate,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
