//! Milestones and indicators.

use rust_decimal::Decimal;

use crate::domain::body::{LinkedLine, ReaderNote, Source};
use crate::domain::id::ItemKey;
use crate::domain::recipient::RecipientType;
use crate::domain::{FileNumber, ImpreciseDate, Money, RecipientKey};

/// Where a milestone stands at the Stichtag; computed, never booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MilestoneState {
    /// Plan or forecast is over and it is not reached.
    Late,
    /// The forecast lies ahead, but beyond the plan.
    Delayed,
    /// The plan lies ahead, and so does the forecast if there is one.
    Planned,
    /// A forecast lies ahead, and no plan is known.
    Unplanned,
    /// No date is known.
    Undated,
    /// Reached.
    Reached,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneRow {
    /// Key.
    pub milestone: ItemKey,
    /// What shall be reached.
    pub name: ReaderNote,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// Its name without type; empty at programme level.
    pub recipient_name: String,
    /// Its type; `None` at programme level.
    pub recipient_type: Option<RecipientType>,
    /// Grant it belongs to.
    pub grant: Option<FileNumber>,
    /// Plan.
    pub plan: Option<ImpreciseDate>,
    /// Forecast, the last one.
    pub forecast: Option<ImpreciseDate>,
    /// Actual date.
    pub actual: Option<ImpreciseDate>,
    /// Proof that it was reached.
    pub proof: Option<String>,
    /// Where it stands.
    pub state: MilestoneState,
    /// Due line that it is linked to.
    pub due: Option<LinkedLine>,
    /// Clause of the notice by which it blocks payments of that due line until it is reached.
    pub blocking_clause: Option<String>,
    /// Goal outside this programme.
    pub context: bool,
    /// Where it comes from.
    pub source: Option<Source>,
}

impl MilestoneRow {
    /// True while payments of its due line have to wait for it.
    #[must_use]
    pub const fn blocks(&self) -> bool {
        self.blocking_clause.is_some() && self.actual.is_none()
    }
}

/// A reading of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingRow {
    /// The reading.
    pub value: Decimal,
    /// "more than".
    pub more_than: bool,
    /// What it counts on.
    pub at: ImpreciseDate,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// An indicator with its readings, the newest last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRow {
    /// Key.
    pub indicator: ItemKey,
    /// What is counted.
    pub name: ReaderNote,
    /// Baseline in words.
    pub baseline: ReaderNote,
    /// Target in words.
    pub target: ReaderNote,
    /// What one is.
    pub unit: Option<ReaderNote>,
    /// Baseline as a figure.
    pub baseline_value: Option<Decimal>,
    /// Target as a figure.
    pub target_value: Option<Decimal>,
    /// Grants whose *Ist* is divided by the last reading.
    pub money_of: Vec<FileNumber>,
    /// *Ist je Einheit*: that *Ist* at these times for each of the last reading's units.
    pub per_unit: Option<Money>,
    /// Goal outside this programme.
    pub context: bool,
    /// Readings.
    pub readings: Vec<ReadingRow>,
    /// Where it comes from.
    pub source: Option<Source>,
}
