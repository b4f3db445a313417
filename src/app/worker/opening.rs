//! Opens what the window shows: a file, the sample in the user's folder, a ledger of tests.

use std::path::Path;

use super::super::Source;
use super::safety::require_local;
use super::{access_at, failure, store};
use crate::domain::RecipientKey;
use crate::domain::event::Draft;
use crate::domain::recipient::official_name;
use crate::ops::{self, Stamp};
use crate::store::extract::KeepGoing;
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, extract, files, query};
use crate::ui::data::{ExtractInfo, LedgerInfo, Problem};

pub(super) fn open(source: Source, keep_going: KeepGoing<'_>) -> Result<Ledger, Problem> {
    match source {
        Source::InMemory(ledger) => Ok(*ledger),
        // An extract is read only as a whole: it is verified before it is shown.
        Source::File(path) => match extract::is_extract(&path) {
            Ok(true) => extract::open_while(&path, keep_going).map_err(store),
            Ok(false) => Ledger::open_unverified(&path, access_at(&path)).map_err(store),
            Err(error) => Err(store(error)),
        },
        Source::Sample(Some(folder)) => sample(&folder),
        Source::Sample(None) => ops::sample::in_memory().map_err(failure),
    }
}

/// Founds a ledger, unless nothing could be booked in it where it would lie.
pub(super) fn found(path: &Path, drafts: &[Draft], stamp: &Stamp) -> Result<Ledger, Problem> {
    require_local(path)?;
    ops::found(path, drafts, stamp).map_err(failure)?;
    Ledger::open(path, Access::Write).map_err(store)
}

/// Opens the copy of the sample in the user's folder, or writes one.
///
/// A copy that cannot be opened (from an older version, say) is kept, and a new one is written
/// beside it.
fn sample(folder: &Path) -> Result<Ledger, Problem> {
    std::fs::create_dir_all(folder).map_err(|error| store(files::io_error(&error, folder)))?;
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
        years: query::fiscal_years(ledger, times)?,
        head,
        founding: query::head_at(ledger, 1)?.hash,
        findings: ledger.findings().to_vec(),
        writable: ledger.is_writable(),
        checking: (!ledger.is_verified()).then_some(0),
        path: ledger.path().map(Into::into),
        extract: of_whom(ledger, times)?,
    })
}

/// Of whom an extract is; none for a whole ledger.
fn of_whom(ledger: &Ledger, times: Times) -> Result<Option<ExtractInfo>, StoreError> {
    let Some(about) = ledger.extract() else { return Ok(None) };
    let recipient = RecipientKey::new(about.recipient.clone());
    let state = query::recipient_state(ledger, times, &recipient)?;
    let name = state.map(|state| official_name(state.recipient_type, &state.name));
    let name = name.unwrap_or_else(|| recipient.to_string());
    Ok(Some(ExtractInfo { recipient, name, own: about.recipient_head }))
}
