//! Where a fiscal year stands on a day: from the draft of its budget to its settlement.

use chrono::Datelike as _;

use super::entity::Year;
use super::{Day, FiscalYear};

/// The fiscal year of a report: the one wanted if the programme has money in it, otherwise that of
/// the Stichtag as far as the programme runs; `None` for a year that it does not have.
#[must_use]
pub fn report_year(
    known: impl Iterator<Item = FiscalYear>,
    as_of: Day,
    wanted: Option<FiscalYear>,
) -> Option<FiscalYear> {
    let known: Vec<FiscalYear> = known.collect();
    if let Some(wanted) = wanted {
        return known.contains(&wanted).then_some(wanted);
    }
    let own = FiscalYear(as_of.year());
    Some(match (known.iter().min(), known.iter().max()) {
        (Some(first), Some(last)) => own.clamp(*first, *last),
        _ => own,
    })
}

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

/// How far the budget of a year has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Law {
    /// Neither drafted nor voted.
    #[default]
    None,
    /// Drafted by the government.
    Drafted,
    /// Voted by parliament.
    Voted,
}

impl YearState {
    /// The state of a year on a day, with what became of its budget until then.
    #[must_use]
    pub fn of(year: &Year, law: Law, day: Day) -> Self {
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
        match law {
            Law::Voted => Self::Open,
            Law::Drafted => Self::Drafted,
            Law::None => Self::Unvoted,
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
        let on = |year: &Year, law| YearState::of(year, law, day("2021-02-15"));
        assert_eq!(on(&year, Law::None), YearState::Unvoted);
        assert_eq!(on(&year, Law::Drafted), YearState::Drafted);
        let set = ProvisionalManagementSet {
            fiscal_year: FiscalYear(2021),
            until: None,
            reason: "Rundschreiben".to_owned(),
            source: None,
        };
        let from = day("2021-01-01");
        year.provisional = Some((from, set.clone()));
        assert_eq!(on(&year, Law::Drafted), YearState::Provisional { from, until: None });
        let until = Some(day("2021-02-14"));
        year.provisional = Some((from, ProvisionalManagementSet { until, ..set }));
        assert_eq!(on(&year, Law::Voted), YearState::Open);
        let since = day("2021-02-01");
        year.closed = Some((since, 9));
        assert_eq!(on(&year, Law::Voted), YearState::Closed { since });
        year.settled = Some((since, 10));
        assert_eq!(on(&year, Law::Voted), YearState::Settled { since });
    }
}
