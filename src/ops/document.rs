//! Papers that leave the house: what is issued is recorded with its hash and kept as it is.

use sha2::{Digest as _, Sha256};

use super::check::required;
use super::{Checked, Failure, Stamp, Stop, book_one};
use crate::domain::body::DocumentIssued;
use crate::domain::event::Draft;
use crate::domain::{Body, Refusal, Seq};
use crate::store::{Ledger, Tx};

/// Books that a paper was issued, and keeps its bytes with the entry; returns the entry's number.
///
/// The draft's body gets hash and length of the bytes.
///
/// # Errors
/// As [`super::book`]; nothing is booked or kept then.
pub fn issue(
    ledger: &mut Ledger,
    draft: &Draft,
    content: &[u8],
    stamp: &Stamp,
) -> Result<Seq, Failure> {
    let mut draft = draft.clone();
    if let Body::DocumentIssued(body) = &mut draft.body {
        body.sha256 = hex::encode(Sha256::digest(content));
        body.length = content.len().try_into().unwrap_or(u64::MAX);
        body.stored = true;
    }
    ledger.write(|tx| {
        let kept = tx.keep_document(content).map_err(Stop::from);
        kept.and_then(|()| book_one(tx, &draft, stamp)).map_err(|stop| match stop {
            Stop::Refused(refusal) => Failure::Refused { index: 0, refusal: Box::new(refusal) },
            Stop::Store(error) => Failure::Store(error),
        })
    })
}

/// An issued paper says which, of which entry, and has a hash; the schema wants its bytes.
pub fn issued(tx: &Tx<'_>, body: &DocumentIssued) -> Checked {
    required("document", &body.document, 1)?;
    let written = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    if body.sha256.len() != 64 || !body.sha256.bytes().all(written) {
        return Err(Refusal::TextMissing { field: "sha256", least: 64 }.into());
    }
    if body.known == 0 || body.known > tx.head().seq {
        return Err(Refusal::ReferenceWrong { expected: &[], given: None }.into());
    }
    Ok(())
}
