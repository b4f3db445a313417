//! Queries: the rows of [`super::view`] at a pair of times, in whole and never changing anything.

mod authority;
mod budget;
mod capacity;
mod case;
mod case_detail;
mod choice;
mod difference;
mod entity;
mod entries;
mod grant;
mod interest;
mod journal;
mod milestone;
mod origin;
mod overview;
mod page;
mod paper;
mod planning;
mod posting;
mod recipient;
mod reconciled;
mod report;
mod review;
mod sheet;
mod sums;
mod task;
mod task_open;
mod task_review;
mod total;

pub use authority::authority;
pub use budget::{budget, budget_detail};
pub use capacity::{
    appropriated_from, availability_at, availability_of, balance_on, capacity, free_authority,
    free_of, lowest_from, range_from,
};
pub use case::{case, cases, deadlines, proofs_due};
pub use case_detail::case_detail;
pub use choice::{choices, masters};
pub use difference::difference;
pub use entity::{
    application_state, entity, grant_state, persons, programme, recipient_state, settings,
    title_state, titles, year_state,
};
pub use entries::{entries, entry_index};
pub use grant::{grant, grant_events, grants};
pub use interest::interest_of;
pub use journal::{
    entity_events, event, events_of, events_of_kinds, first_entry_by, first_posting_in,
    first_posting_on, is_registered_without, journal, known_at_end_of, known_at_time,
    live_referring, order_naming, paid_with, referring, referring_at, seq_of_uid,
};
pub use milestone::{indicators, milestone_states, milestones, milestones_of};
pub use overview::overview;
pub use page::{case_page, forecasts, recipient_page};
pub use paper::{
    corrected_papers, head_at, issued_content, issued_papers, letterhead, programme_data,
    statement_data,
};
pub use planning::planning;
pub use posting::posting_rows;
pub use recipient::{bank_accounts, recipient, recipients};
pub use reconciled::{cash_state, reconciled_until};
pub use report::{
    area_data, budget_data, case_data, claim_data, proof_data, report_frame, report_year,
};
pub use review::{draw_review, payment_trail};
pub use sheet::{sheet_data, taken_back};
pub use sums::{
    balance, fiscal_years, granted_in_force, left_by, payments_by_calendar_year, standing_by_year,
    standings, sums_of_grant, sums_of_years, title_years,
};

pub use task::{tasks, tasks_of, tasks_on, tasks_since};
pub use task_open::OpenCases;
pub use task_review::task_review;

pub(super) use entity::{each_value, state};

use rusqlite::Connection;

use super::connect::explain;
use super::error::StoreError;
use super::ledger::Readable;

/// Runs a query and says what an error of SQLite means.
fn read<T>(
    from: &impl Readable,
    query: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> Result<T, StoreError> {
    // A reading of many small queries may be stopped between two of them.
    if from.is_stopped() {
        return Err(StoreError::Cancelled);
    }
    query(from.connection()).map_err(|error| explain(&error, &from.file()))
}

/// Key for sorting names by DIN 5007-1: ä as a, ß as ss, case and accents ignored.
#[must_use]
pub fn sort_key(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.replace('ß', "ss")
        .nfd()
        .filter(|character| !unicode_normalization::char::is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn soemmerda_sorts_between_saalfeld_and_sonneberg() {
        let mut names = ["Sonneberg", "Sömmerda", "Saalfeld-Rudolstadt", "Schmalkalden"];
        names.sort_by_key(|name| super::sort_key(name));
        assert_eq!(names, ["Saalfeld-Rudolstadt", "Schmalkalden", "Sömmerda", "Sonneberg"]);
    }
}
