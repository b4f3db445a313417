//! The programme as it was founded.

use crate::domain::body::{Authority, ReaderNote};
use crate::domain::date::berlin_day;
use crate::domain::{Day, Money};

/// The founding event's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Name of the programme.
    pub name: String,
    /// Short name of the guideline.
    pub guideline: String,
    /// Ceiling of all appropriations.
    pub ceiling: Money,
    /// Stichtag proposed at opening.
    pub default_as_of: Option<Day>,
    /// Day of founding: nothing is effective before.
    pub founded_on: Day,
    /// Day on which its founding was recorded, and so the notes for the reader.
    pub recorded_on: Day,
    /// Sample data: said on every screen and page.
    pub sample: bool,
    /// Letterhead.
    pub authority: Authority,
    /// Notes for the reader.
    pub notes: Vec<ReaderNote>,
}

impl Programme {
    /// The Stichtag that is meant where none is named: that of the programme; an extract, whose
    /// last entry was recorded at `made` (microseconds), is of that day; otherwise today.
    #[must_use]
    pub fn first_day(&self, made: Option<i64>, today: Day) -> Day {
        self.default_as_of.or_else(|| made.map(berlin_day)).unwrap_or(today)
    }
}
