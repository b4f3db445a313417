//! Cases one by one, as a list, a page or a paper of some of them needs them.

use super::{Case, Names, of_facts, row};
use crate::domain::setting::Settings;
use crate::domain::{Event, FileNumber};
use crate::store::error::StoreError;
use crate::store::ledger::Readable;
use crate::store::query::{
    application_state, grant_state, granted_in_force, recipient_state, settings, sums_of_grant,
};
use crate::store::view::{CaseRow, DeadlineRow, Times};

/// Cases that are read one by one: what they share is read once.
pub(in crate::store::query) struct Reading {
    times: Times,
    /// Settings in force.
    pub settings: Settings,
    names: Names,
}

impl Reading {
    pub(in crate::store::query) fn begin(
        from: &impl Readable,
        times: Times,
    ) -> Result<Self, StoreError> {
        Ok(Self { times, settings: settings(from, times)?, names: Names::new() })
    }

    /// One case, as a row and in full.
    pub(in crate::store::query) fn of(
        &mut self,
        from: &impl Readable,
        number: &FileNumber,
    ) -> Result<Option<(CaseRow, Case)>, StoreError> {
        let times = self.times;
        let case = Case {
            application: application_state(from, times, number)?,
            grant: grant_state(from, times, number)?,
            sums: sums_of_grant(from, times, number)?,
            granted: granted_in_force(from, times, number)?,
        };
        if let Some(key) = case.recipient()
            && !self.names.contains_key(key)
            && let Some(found) = recipient_state(from, times, key)?
        {
            self.names.insert(key.clone(), (found.name, found.recipient_type));
        }
        let row = row(number.clone(), case.facts(&self.settings), times, &self.names);
        Ok(row.map(|row| (row, case)))
    }

    /// The deadlines of a case, by day; `events` are those of it that count.
    pub(in crate::store::query) fn deadlines(
        &self,
        (row, case): (&CaseRow, &Case),
        events: &[Event],
    ) -> Vec<DeadlineRow> {
        let mut deadlines = of_facts(row, case, (&self.settings, self.times), events);
        deadlines.sort_by_key(|deadline| (deadline.due_on, deadline.kind));
        deadlines
    }
}
