//! Opens what the window shows: a file, the sample in the user's folder, a ledger of tests.

use super::super::Source;
use super::{failure, store};
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, files, query};
use crate::ui::data::{LedgerInfo, Problem};
use crate::{ops, system};

pub(super) fn open(source: Source) -> Result<Ledger, Problem> {
    match source {
        Source::InMemory(ledger) => Ok(*ledger),
        Source::File(path) => Ledger::open_unverified(&path, Access::Write).map_err(store),
        Source::Sample => sample(),
    }
}

/// Opens the copy of the sample in the user's folder, or writes one.
///
/// A copy that cannot be opened (from an older version, say) is kept, and a new one is written
/// beside it.
fn sample() -> Result<Ledger, Problem> {
    let folder = system::local_data_dir();
    std::fs::create_dir_all(&folder).map_err(|error| store(files::io_error(&error, &folder)))?;
    let mut last = None;
    for number in 1..10 {
        let path = folder.join(crate::app::start::sample_file(number));
        if !path.exists() {
            ops::sample::write(&path).map_err(failure)?;
        }
        match Ledger::open(&path, Access::Write) {
            Ok(ledger) if ledger.findings().is_empty() => return Ok(ledger),
            Ok(ledger) => last = Some(store(StoreError::Findings(ledger.findings().to_vec()))),
            Err(error) => last = Some(store(error)),
        }
    }
    Err(last.unwrap_or(Problem::Defect))
}

/// What the bars show of a ledger.
pub(super) fn info(ledger: &Ledger) -> Result<LedgerInfo, StoreError> {
    let head = ledger.head();
    let times = Times { as_of: crate::domain::date::LAST_DAY, known: head.seq };
    let everyone = query::persons(ledger, times)?;
    Ok(LedgerInfo {
        programme: query::programme(ledger)?,
        persons: everyone.clone(),
        everyone,
        titles: query::titles(ledger, times)?,
        head,
        founding: query::head_at(ledger, 1)?.hash,
        findings: ledger.findings().to_vec(),
        writable: ledger.is_writable(),
        checking: (!ledger.is_verified()).then_some(0),
        path: ledger.path().map(Into::into),
    })
}
