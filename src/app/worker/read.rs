//! What the worker reads for screens and papers.

use std::path::Path;

use super::{Key, Paper, Payload, store};
use crate::store::query::OpenCases;
use crate::store::view::search::SearchHits;
use crate::store::view::{EntryFilter, Times};
use crate::store::{Ledger, StoreError, files, query};
use crate::text::Text;
use crate::ui::data::{Known, Problem, Want};
use crate::{render, report};

pub(super) fn times(ledger: &Ledger, key: &Key) -> Result<Times, StoreError> {
    let known = match key.known {
        Known::Latest => ledger.head().seq,
        Known::EndOf(day) => query::known_at_end_of(ledger, day)?,
        Known::Entry(seq) => seq.min(ledger.head().seq),
    };
    Ok(Times { as_of: key.as_of, known })
}

pub(super) fn load(
    (ledger, key): (&Ledger, &Key),
    want: &Want,
    open: &mut OpenCases,
    go_on: &dyn Fn() -> bool,
) -> Result<Payload, StoreError> {
    // Figures of a ledger that does not verify are shown nowhere.
    ledger.require_good()?;
    let times = times(ledger, key)?;
    Ok(match want {
        Want::Overview => Payload::Overview(query::overview(ledger, times)?),
        Want::Grants => Payload::Grants(query::grants(ledger, times)?),
        Want::Grant(grant) => Payload::Grant(query::grant(ledger, times, grant)?),
        Want::Recipients => Payload::Recipients(query::recipients(ledger, times)?),
        Want::Recipient(key) => Payload::Recipient(query::recipient(ledger, times, key)?),
        Want::Milestones => Payload::Milestones(query::milestones(ledger, times)?),
        Want::EntryIndex(wish) => {
            Payload::EntryIndex(query::entry_index(ledger, times, wish, go_on)?)
        }
        Want::Entries(seqs) => {
            Payload::Entries(query::entries(ledger, times, &EntryFilter::default(), seqs)?)
        }
        Want::Capacity(day) => {
            let times = Times { as_of: *day, ..times };
            Payload::Capacity(query::capacity(ledger, times)?)
        }
        Want::Choices(about) => {
            // A booking may be of any day: what is chosen from counts whatever its day.
            let times = Times { as_of: crate::domain::date::LAST_DAY, ..times };
            Payload::Choices(Box::new(query::choices(ledger, times, about)?))
        }
        Want::Masters => Payload::Masters(query::masters(ledger, times)?),
        Want::Cases => Payload::Cases(query::cases(ledger, times)?),
        Want::Case(grant) => Payload::Case(Box::new(query::case_detail(ledger, times, grant)?)),
        Want::CasePage(grant) => {
            Payload::CasePage(Box::new(query::case_page(ledger, times, grant)?))
        }
        Want::RecipientPage(key) => {
            Payload::RecipientPage(Box::new(query::recipient_page(ledger, times, key)?))
        }
        Want::Forecasts => Payload::Forecasts(query::forecasts(ledger, times)?),
        Want::Budget => Payload::Budget(query::budget(ledger, times)?),
        Want::BudgetLine(title, year) => {
            Payload::BudgetLine(query::budget_detail(ledger, times, (title, *year))?)
        }
        Want::Deadlines => Payload::Deadlines(query::deadlines(ledger, times)?),
        // Answered from the index, which belongs to the thread.
        Want::Search(_) => Payload::Search(SearchHits::default()),
        Want::Planning => Payload::Planning(Box::new(query::planning(ledger, times)?)),
        Want::Tasks => Payload::Tasks(query::tasks_since(ledger, times, open)?),
        Want::TaskReview(kind, entry) => {
            let rows = query::tasks_on(ledger, times, *entry)?;
            let row = rows.iter().find(|row| row.key() == (*kind, *entry));
            let review = row.map(|row| query::task_review(ledger, times, row)).transpose()?;
            Payload::TaskReview(Box::new(review))
        }
    })
}

/// Writes the paper as a whole.
pub(super) fn print(
    ledger: &Ledger,
    paper: &Paper,
    key: &Key,
    path: &Path,
    text: &Text,
) -> Result<(), Problem> {
    ledger.require_good().map_err(store)?;
    if !ledger.is_verified() {
        let path = ledger.path().map(Into::into).unwrap_or_default();
        return Err(store(StoreError::Unverified { path }));
    }
    let times = times(ledger, key).map_err(store)?;
    let made = match paper {
        Paper::Statement(key, _) => query::statement_data(ledger, times, key)
            .map_err(store)?
            .map(|data| report::statement::statement(&data)),
        Paper::Programme(_) => {
            let data = query::programme_data(ledger, times).map_err(store)?;
            Some(report::programme::programme(&data, None))
        }
    };
    let Some(made) = made else { return Err(Problem::Defect) };
    let bytes = render::pdf(&made, text).map_err(|error| Problem::Paper(error.to_string()))?;
    files::write_whole(path, &bytes).map_err(store)
}
