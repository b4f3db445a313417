//! Commitment authority: what was voted for which later year, and what became of it.

use crate::domain::{Day, FiscalYear, Money, TitleKey};

/// Authority of a title, from a budget year for a later year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityRow {
    /// Budget title.
    pub title: TitleKey,
    /// Year of the budget that voted it.
    pub budget_year: FiscalYear,
    /// Year in which the money falls due.
    pub due_year: FiscalYear,
    /// Voted.
    pub voted: Money,
    /// Neither used nor blocked nor booked as lapsed.
    pub free: Money,
    /// Used by grants: what pre-loads the due year (*Vorbindung*).
    pub used: Money,
    /// Blocked.
    pub blocked: Money,
    /// Lapsed, in whatever way.
    pub lapsed: Money,
    /// What of the lapsed grants gave up only after the year that voted it was over, so that
    /// nobody can use it again (*nach Ablauf freigeworden*).
    pub freed: Money,
}

impl AuthorityRow {
    /// What was booked as lapsed.
    #[must_use]
    pub fn lapse_booked(&self) -> Money {
        self.lapsed - self.freed
    }

    /// What can still be used: nothing once the year that voted it is over.
    #[must_use]
    pub fn usable(&self, as_of: Day) -> Money {
        if self.budget_year.is_over(as_of) { Money::ZERO } else { self.free }
    }

    /// What lapsed with its year and is not booked so yet.
    #[must_use]
    pub fn to_lapse(&self, as_of: Day) -> Money {
        self.free - self.usable(as_of)
    }
}
