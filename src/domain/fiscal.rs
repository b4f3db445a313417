//! Where a fiscal year stands on a day: from the draft of its budget to its settlement.

use super::Day;
use super::entity::Year;

/// State of a fiscal year (*Haushaltsjahr*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearState {
    /// Nothing is voted and nothing drafted.
    Unvoted,
    /// *Entwurf*: the budget is drafted only.
    Drafted,
    /// *vorläufige Haushaltsführung* (Art. 100 ThürVerf).
    Provisional {
        /// Its first day.
        from: Day,
        /// Its last day, once that is known.
        until: Option<Day>,
    },
    /// *Bücher offen*
    Open,
    /// *Bücher geschlossen*
    Closed {
        /// Day of the closing.
        since: Day,
    },
    /// *abgeschlossen*
    Settled {
        /// Day of the settlement.
        since: Day,
    },
}

impl YearState {
    /// The state of a year on a day; `voted` and `drafted` say what parliament and government did.
    #[must_use]
    pub fn of(year: &Year, voted: bool, drafted: bool, day: Day) -> Self {
        if let Some((since, _)) = year.settled {
            return Self::Settled { since };
        }
        if let Some((since, _)) = year.closed {
            return Self::Closed { since };
        }
        if let Some((from, set)) = &year.provisional
            && *from <= day
            && set.until.is_none_or(|until| day <= until)
        {
            return Self::Provisional { from: *from, until: set.until };
        }
        match (voted, drafted) {
            (true, _) => Self::Open,
            (false, true) => Self::Drafted,
            (false, false) => Self::Unvoted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FiscalYear;
    use crate::domain::body::ProvisionalManagementSet;

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    #[test]
    fn a_year_goes_from_its_draft_to_its_settlement() {
        let mut year = Year::default();
        let on =
            |year: &Year, voted, drafted| YearState::of(year, voted, drafted, day("2021-02-15"));
        assert_eq!(on(&year, false, false), YearState::Unvoted);
        assert_eq!(on(&year, false, true), YearState::Drafted);
        let set = ProvisionalManagementSet {
            fiscal_year: FiscalYear(2021),
            until: None,
            reason: "Rundschreiben".to_owned(),
            source: None,
        };
        let from = day("2021-01-01");
        year.provisional = Some((from, set.clone()));
        assert_eq!(on(&year, false, true), YearState::Provisional { from, until: None });
        let until = Some(day("2021-02-14"));
        year.provisional = Some((from, ProvisionalManagementSet { until, ..set }));
        assert_eq!(on(&year, true, true), YearState::Open);
        let since = day("2021-02-01");
        year.closed = Some((since, 9));
        assert_eq!(on(&year, true, true), YearState::Closed { since });
        year.settled = Some((since, 10));
        assert_eq!(on(&year, true, true), YearState::Settled { since });
    }
}
