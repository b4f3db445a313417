//! The last entry that a user saw of a ledger, kept outside of it: an anchor against a file that is
//! put back or cut off at its end.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::connect::Access;
use super::error::{Finding, StoreError};
use super::ledger::Ledger;
use super::view::{Head, Times};
use super::{files, query};
use crate::domain::date::LAST_DAY;
use crate::domain::{Body, Kind, Seq};

/// What was seen last, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Number of the entry.
    pub seq: Seq,
    /// Its hash.
    pub hash: [u8; 32],
    /// The file in which it was.
    pub path: PathBuf,
}

/// How a ledger stands to what was seen last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// It holds what was seen, or nothing was.
    #[default]
    Good,
    /// It ends before, or has another entry there, and does not say why.
    Lost(Seen),
    /// It was restored from a backup since, and says so with that entry.
    Restored(Seen, Seq),
    /// It is an earlier state beside the file in which that was seen.
    Elsewhere(Seen),
    /// It and the file in which that was seen were continued apart: each has entries of its own.
    Apart(Seen),
}

impl Sight {
    /// What a verification says of it.
    #[must_use]
    pub const fn finding(&self) -> Option<Finding> {
        match self {
            Self::Lost(seen) => Some(Finding::Seen { seq: seen.seq }),
            Self::Good | Self::Restored(..) | Self::Elsewhere(_) | Self::Apart(_) => None,
        }
    }
}

/// The form of the file.
#[derive(Serialize, Deserialize)]
struct Kept {
    seq: Seq,
    hash: String,
    path: PathBuf,
}

/// One file for each ledger, named after its founding entry.
fn file(folder: &Path, ledger: &Ledger) -> Result<PathBuf, StoreError> {
    let founding = query::head_at(ledger, 1)?.hash;
    Ok(folder.join("seen").join(format!("{}.json", hex::encode(founding))))
}

fn read(file: &Path) -> Option<Seen> {
    let kept: Kept = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    let hash = hex::decode(kept.hash).ok()?.try_into().ok()?;
    Some(Seen { seq: kept.seq, hash, path: kept.path })
}

/// Compares a ledger with what its user saw last; `folder` is that of the user's data.
///
/// # Errors
/// When the ledger cannot be read.
pub fn sight(ledger: &Ledger, folder: &Path) -> Result<Sight, StoreError> {
    let readable = ledger.require_readable().is_ok() && ledger.extract().is_none();
    let Some(path) = ledger.path().filter(|_| readable) else { return Ok(Sight::Good) };
    let Some(seen) = read(&file(folder, ledger)?) else { return Ok(Sight::Good) };
    let head = Head { seq: seen.seq, hash: seen.hash, recorded_at: 0 };
    if ledger.verify_anchor(head)?.is_none() {
        return Ok(Sight::Good);
    }
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let restored = query::events_of_kinds(ledger, times, &[Kind::LedgerRestored])?;
    // The entry must say that it gave up what was seen, or that it could not read it any more.
    let gives_up = |body: &Body| match body {
        Body::LedgerRestored(body) => {
            body.known < seen.seq && body.replaced_known.is_none_or(|known| known >= seen.seq)
        }
        _ => false,
    };
    if let Some(event) = restored.iter().rfind(|event| gives_up(&event.body)) {
        return Ok(Sight::Restored(seen, event.seq));
    }
    let elsewhere = !is_one_file(&seen.path, path);
    let moved = elsewhere && seen.path.exists();
    // A sample that was made anew elsewhere is no copy of the one before; one beside it may be.
    let beside = moved && seen.path.parent() == path.parent();
    let anew = elsewhere && !beside && query::programme(ledger)?.sample;
    Ok(match (anew, moved) {
        (true, _) => Sight::Good,
        (false, true) if is_apart(ledger, &seen) => Sight::Apart(seen),
        (false, true) => Sight::Elsewhere(seen),
        (false, false) => Sight::Lost(seen),
    })
}

/// True for two ways to one file: by a link, a drive of another name, letters of another case.
fn is_one_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    one == other || whole(one).is_some_and(|one| whole(other) == Some(one))
}

/// True where the file in which that was seen does not go on from this one; one that cannot be read
/// says nothing, and only the numbers tell.
fn is_apart(ledger: &Ledger, seen: &Seen) -> bool {
    let head = ledger.head();
    let other = Ledger::open_unverified(&seen.path, Access::Read);
    let missing = other.and_then(|other| other.verify_anchor(head));
    missing.map_or(head.seq >= seen.seq, |found| found.is_some())
}

/// Remembers the last entry of a ledger as seen; a later one that it has too stays remembered.
///
/// # Errors
/// When it cannot be read, or the folder cannot be written.
pub fn keep(ledger: &Ledger, folder: &Path) -> Result<(), StoreError> {
    let Some(path) = ledger.path() else { return Ok(()) };
    let (file, head) = (file(folder, ledger)?, ledger.head());
    if let Some(seen) = read(&file).filter(|seen| seen.seq > head.seq) {
        // Another process has booked meanwhile, and remembered it first.
        let later = Head { seq: seen.seq, hash: seen.hash, recorded_at: 0 };
        if ledger.verify_anchor(later)?.is_none() {
            return Ok(());
        }
    }
    let kept = Kept { seq: head.seq, hash: hex::encode(head.hash), path: path.to_owned() };
    let content = serde_json::to_string(&kept).unwrap_or_default();
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| files::io_error(&error, folder))?;
    }
    files::write_whole(&file, content.as_bytes())
}
