//! Restoring from a backup: an entry says so, and nothing that was there before is deleted.

use std::path::{Path, PathBuf};

use super::{Checked, Failure, Stamp, book};
use crate::domain::body::LedgerRestored;
use crate::domain::date::berlin_day;
use crate::domain::event::Draft;
use crate::domain::{Body, PersonNo, RecipientKey, Refusal, Seq};
use crate::store::view::Head;
use crate::store::{Access, Ledger, StoreError, Tx, query};

/// Where a ledger is restored to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// A file that is not there yet.
    New(&'a Path),
    /// In place of that ledger, which is moved aside.
    Over(&'a Path),
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Number of the entry that says so.
    pub seq: Seq,
    /// The last entry of the backup.
    pub backup: Head,
    /// Where the ledger lies that was replaced.
    pub aside: Option<PathBuf>,
}

/// Restores a backup and books that it was.
///
/// # Errors
/// When the backup is not good, the target is the ledger of another programme or cannot be written,
/// or a rule refuses the entry; everything is as it was then.
pub fn restore(
    backup: &Path,
    target: Target<'_>,
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Restored, Failure> {
    let (to, over) = match target {
        Target::New(path) => (path, false),
        Target::Over(path) => (path, true),
    };
    let source = Ledger::open(backup, Access::Read)?;
    source.require_good()?;
    let replaced = if over { replaced(&source, to)? } else { None };
    let head = source.head();
    let draft = Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: RecipientKey::default(),
        effective_on: berlin_day(stamp.now),
        actor: person,
        voucher: String::new(),
        reference: None,
        body: Body::LedgerRestored(LedgerRestored {
            known: head.seq,
            sha256: hex::encode(head.hash),
            replaced_known: replaced.map(|head| head.seq),
            replaced_sha256: replaced.map(|head| hex::encode(head.hash)),
            source: None,
        }),
        person_name: None,
    };
    let (seqs, aside) = source.restore(to, over, |copy| book(copy, &[draft], stamp))?;
    let seq = seqs.first().copied().unwrap_or_default();
    Ok(Restored { seq, backup: head, aside })
}

/// The last entry of the ledger that is to be replaced; none where it cannot be read any more.
fn replaced(source: &Ledger, to: &Path) -> Result<Option<Head>, StoreError> {
    if !to.exists() {
        return Err(StoreError::Missing { path: to.to_owned() });
    }
    let Ok(there) = Ledger::open(to, Access::Read) else { return Ok(None) };
    if there.require_readable().is_err() {
        return Ok(None);
    }
    let founding = |ledger: &Ledger| query::head_at(ledger, 1).map(|head| head.hash);
    match (founding(&there), founding(source)) {
        (Ok(there), Ok(own)) if there != own => {
            Err(StoreError::OtherLedger { path: to.to_owned() })
        }
        _ => Ok(Some(there.head()).filter(|head| head.seq > 0)),
    }
}

/// The entry names an entry that there is, and hashes as they are written.
pub(super) fn restored(tx: &Tx<'_>, body: &LedgerRestored) -> Checked {
    let written = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(written);
    if !is_hash(&body.sha256) {
        return Err(Refusal::TextMissing { field: "sha256", least: 64 }.into());
    }
    if body.replaced_sha256.as_deref().is_some_and(|hash| !is_hash(hash)) {
        return Err(Refusal::TextMissing { field: "replaced_sha256", least: 64 }.into());
    }
    if body.known == 0 || body.known > tx.head().seq {
        return Err(Refusal::ReferenceWrong { expected: &[], given: None }.into());
    }
    Ok(())
}
