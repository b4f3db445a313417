//! The register of issued papers.

use crate::domain::body::PaperLanguage;
use crate::domain::date::LAST_DAY;
use crate::domain::recipient::official_name;
use crate::domain::{Body, Day, PersonNo, RecipientKey, Seq};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, query};

/// One paper that left the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedPaper {
    /// Number of the entry that records it.
    pub seq: Seq,
    /// Day of issue.
    pub day: Day,
    /// Stable name of the document.
    pub document: String,
    /// Whose paper it is; empty for a report.
    pub recipient: RecipientKey,
    /// Name of that recipient with its type.
    pub recipient_name: String,
    /// *Stichtag* of its figures.
    pub as_of: Day,
    /// *Datenstand* of its figures.
    pub known: Seq,
    /// Language of its words.
    pub language: PaperLanguage,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// How many bytes it has.
    pub length: u64,
    /// True when the ledger keeps its bytes.
    pub stored: bool,
    /// Who issued it.
    pub actor: PersonNo,
    /// The name of that person, unless it was erased.
    pub actor_name: Option<String>,
    /// File reference.
    pub voucher: String,
}

/// The papers that were issued by a Datenstand, in the order of the journal; reversed ones do not
/// count.
///
/// # Errors
/// When the file cannot be read.
pub fn issued(ledger: &Ledger, known: Seq) -> Result<Vec<IssuedPaper>, StoreError> {
    let events = query::issued_papers(ledger, known)?;
    if events.is_empty() {
        return Ok(Vec::new());
    }
    // Names as they are known now: a person may have left, a recipient may be gone.
    let times = Times { as_of: LAST_DAY, known };
    let recipients = query::recipients(ledger, times)?;
    let persons = query::persons(ledger, times)?;
    let row = |event: crate::domain::Event| {
        let Body::DocumentIssued(body) = event.body else { return None };
        let named = recipients.iter().find(|row| row.key == event.recipient);
        let actor = persons.iter().find(|row| row.person == event.actor);
        Some(IssuedPaper {
            seq: event.seq,
            day: event.effective_on,
            document: body.document,
            recipient_name: named
                .map(|row| official_name(row.recipient_type, &row.name))
                .unwrap_or_default(),
            recipient: event.recipient,
            as_of: body.as_of,
            known: body.known,
            language: body.language,
            sha256: body.sha256,
            length: body.length,
            stored: body.stored,
            actor: event.actor,
            actor_name: actor.and_then(|row| row.name.clone()),
            voucher: event.voucher,
        })
    };
    Ok(events.into_iter().filter_map(row).collect())
}
