//! Commitment authority: what was voted for which later year, and what became of it.

use crate::domain::{FiscalYear, Money, TitleKey};

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
    /// Still free.
    pub free: Money,
    /// Used by grants: what pre-loads the due year (*Vorbindung*).
    pub used: Money,
    /// Blocked.
    pub blocked: Money,
    /// Lapsed.
    pub lapsed: Money,
}
