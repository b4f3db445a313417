//! Issuing (*Ausfertigung*): the journal keeps hash and bytes of what leaves the house.

use crate::domain::body::{DocumentIssued, PaperLanguage};
use crate::domain::event::Draft;
use crate::domain::{Body, Day, PersonNo, Seq};
use crate::ops::{self, Failure, Stamp};
use crate::report::Report;
use crate::store::Ledger;
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
    let recipient = paper.basis.recipient_head.as_ref();
    let body = Body::DocumentIssued(DocumentIssued {
        document: paper.kind.to_owned(),
        as_of: paper.basis.as_of,
        known: paper.basis.known,
        language: match lang {
            Lang::De => PaperLanguage::De,
            Lang::En => PaperLanguage::En,
        },
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
