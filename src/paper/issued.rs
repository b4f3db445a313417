//! The register of issued papers.

use super::Wanted;
use crate::domain::body::PaperLanguage;
use crate::domain::date::LAST_DAY;
use crate::domain::recipient::official_name;
use crate::domain::{Body, Day, Event, PersonNo, RecipientKey, Seq};
use crate::render;
use crate::report::{Asked, Report};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, query};
use crate::text::{Lang, Text};

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

impl IssuedPaper {
    /// What is said of an earlier issue of the same paper: day, person, number, Datenstand.
    #[must_use]
    pub fn as_earlier(&self, text: &Text) -> [(&'static str, String); 4] {
        let number = || text.format("app-person-number", &[("number", self.actor.0.to_string())]);
        [
            ("day", text.day(self.day)),
            ("issuer", self.actor_name.clone().unwrap_or_else(number)),
            ("before", self.seq.to_string()),
            ("known", self.known.to_string()),
        ]
    }
}

/// The last issue of the same paper, whatever was known then and whoever issued it: the same
/// document, recipient, Stichtag, year, unit, entry and language.
///
/// # Errors
/// When the file cannot be read.
pub fn issued_before(
    ledger: &Ledger,
    paper: &Report,
    lang: Lang,
) -> Result<Option<IssuedPaper>, StoreError> {
    let recipient = paper.basis.recipient_head.as_ref().map(|(key, ..)| key.clone());
    let recipient = recipient.unwrap_or_default();
    let same = |event: &Event| {
        matches!(&event.body, Body::DocumentIssued(body) if body.document == paper.kind
            && body.as_of == paper.basis.as_of
            && body.language == paper_language(lang))
            && event.recipient == recipient
    };
    let asked = |asked: &Asked| (asked.year, asked.unit, asked.entry);
    let known = ledger.head().seq;
    for event in query::issued_papers(ledger, known)?.into_iter().rev().filter(same) {
        let content = query::issued_content(ledger, event.seq)?;
        let data = content.as_deref().and_then(render::data_of);
        let wanted = data.as_ref().and_then(Wanted::of_paper);
        if wanted.is_some_and(|wanted| asked(&wanted.asked) == asked(&paper.basis.asked)) {
            return Ok(named(ledger, known, vec![event])?.pop());
        }
    }
    Ok(None)
}

/// The language of a paper as the journal names it.
pub(super) const fn paper_language(lang: Lang) -> PaperLanguage {
    match lang {
        Lang::De => PaperLanguage::De,
        Lang::En => PaperLanguage::En,
    }
}

/// The papers that were issued by a Datenstand, in the order of the journal; reversed ones do not
/// count.
///
/// # Errors
/// When the file cannot be read.
pub fn issued(ledger: &Ledger, known: Seq) -> Result<Vec<IssuedPaper>, StoreError> {
    named(ledger, known, query::issued_papers(ledger, known)?)
}

/// Issued papers with the names of recipients and persons.
fn named(ledger: &Ledger, known: Seq, events: Vec<Event>) -> Result<Vec<IssuedPaper>, StoreError> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    // Names as they are known now: a person may have left, a recipient may be gone.
    let times = Times { as_of: LAST_DAY, known };
    let recipients = query::recipients(ledger, times)?;
    let persons = query::persons(ledger, times)?;
    let row = |event: Event| {
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
