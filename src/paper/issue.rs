//! Issuing (*Ausfertigung*): the journal keeps hash and bytes of what leaves the house.

use super::Document;
use super::issued::paper_language;
use crate::domain::body::DocumentIssued;
use crate::domain::event::Draft;
use crate::domain::{Body, Day, Kind, Money, PersonNo, Refusal, Seq};
use crate::ops::{self, Failure, Stamp};
use crate::report::Report;
use crate::store::{Ledger, query};
use crate::text::Lang;

/// Who issues a paper, on which day, to which file reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Who.
    pub person: PersonNo,
    /// File number or sheet; may be empty.
    pub voucher: String,
    /// When.
    pub day: Day,
}

/// Books that the paper is issued and keeps its bytes; returns the number of the entry.
///
/// # Errors
/// When a rule refuses, or the file cannot be written; nothing is booked or kept then.
pub fn issue(
    ledger: &mut Ledger,
    (paper, lang, bytes): (&Report, Lang, &[u8]),
    issuer: &Issuer,
    stamp: &Stamp,
) -> Result<Seq, Failure> {
    if let (true, Some(entry)) = (paper.kind == Document::Sheet.name(), paper.basis.asked.entry) {
        still_stands(ledger, entry)?;
    }
    let recipient = paper.basis.recipient_head.as_ref();
    let body = Body::DocumentIssued(DocumentIssued {
        document: paper.kind.to_owned(),
        as_of: paper.basis.as_of,
        known: paper.basis.known,
        language: paper_language(lang),
        sha256: String::new(),
        length: 0,
        stored: true,
        source: None,
    });
    let draft = Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: recipient.map(|(key, ..)| key.clone()).unwrap_or_default(),
        effective_on: issuer.day,
        actor: issuer.person,
        voucher: issuer.voucher.clone(),
        reference: None,
        body,
        person_name: None,
    };
    ops::issue(ledger, &draft, bytes, stamp)
}

/// No data sheet leaves the house of an entry that was corrected, or of which nothing is left.
fn still_stands(ledger: &Ledger, seq: Seq) -> Result<(), Failure> {
    let entry = query::event(ledger, seq).map_err(Failure::Store)?;
    let back = query::taken_back(ledger, ledger.head().seq, seq).map_err(Failure::Store)?;
    let (Some(entry), Some(last)) = (entry, back.last()) else { return Ok(()) };
    let by = last.seq;
    let taken: Money = back.iter().filter_map(|event| event.body.amount()).sum();
    let refusal = if let Some(event) = back.iter().find(|event| event.kind() == Kind::Reversed) {
        Refusal::AlreadyReversed { seq, by: event.seq }
    } else if entry.body.amount().is_some_and(|whole| taken >= whole) {
        Refusal::AlreadyDecided { seq, by }
    } else {
        return Ok(());
    };
    Err(Failure::Refused { index: 0, refusal: Box::new(refusal) })
}
