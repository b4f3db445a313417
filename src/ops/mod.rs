//! What a person does: check the rules inside the transaction, append, say what changed.
//!
//! May use `domain` and `store`. The only write path into a ledger.

mod application;
mod budget;
mod caution;
mod check;
mod claim;
mod correction;
mod document;
mod draw;
mod grant;
mod interest;
mod notice;
mod party;
mod payment;
mod place;
mod preview;
mod progress;
mod proof;
mod reconcile;
mod restore;
pub mod sample;
mod setting;
mod takeover;
mod year;

pub use document::issue;
pub use preview::preview;
pub use reconcile::{
    ListName, Reconciled, cash_book, cash_book_as_shown, cash_news, cash_preview, cash_template,
    cash_unclear,
};
pub use restore::{Restored, Target, restore};
pub use takeover::{
    TakenOver, TakeoverList, not_listed, take_over, take_over_as_shown, take_over_preview,
};

use crate::domain::date::LAST_DAY;
use crate::domain::event::Draft;
use crate::domain::{Body, Event, PersonNo, Refusal, Seq};
use crate::store::view::Times;
use crate::store::{AppendError, Ledger, StoreError, Tx, chain};

/// When and under which login something is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Microseconds since 1970 UTC.
    pub now: i64,
    /// Windows SID or user id, never a name.
    pub login: String,
    /// Salt for the hash of a name; without it a random one.
    pub salt: Option<[u8; 16]>,
}

impl Stamp {
    /// Now, under this login.
    #[must_use]
    pub const fn new(now: i64, login: String) -> Self {
        Self { now, login, salt: None }
    }
}

/// Why nothing was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A rule says no to the draft of that index.
    Refused {
        /// Index of the draft, from 0.
        index: usize,
        /// The rule and its figures.
        refusal: Box<Refusal>,
    },
    /// The file cannot be read or written.
    Store(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Why a single draft was not booked; becomes a [`Failure`] with its index.
#[derive(Debug)]
enum Stop {
    Refused(Refusal),
    Store(StoreError),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<AppendError> for Stop {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Refused(refusal) => Self::Refused(refusal),
            AppendError::Store(error) => Self::Store(error),
        }
    }
}

type Checked = Result<(), Stop>;

/// Books the drafts in order, all or none, and returns their numbers.
///
/// A draft whose uid is booked already with the same content returns the old number.
///
/// # Errors
/// The first refusal with the index of its draft, or an error of the file; nothing is booked.
pub fn book(ledger: &mut Ledger, drafts: &[Draft], stamp: &Stamp) -> Result<Vec<Seq>, Failure> {
    ledger.write(|tx| book_all(tx, drafts, stamp))
}

/// Says what [`book`] would say, and takes everything back: nothing is written.
///
/// # Errors
/// As [`book`]; the file is busy at once while another process writes.
pub fn rehearse(ledger: &Ledger, drafts: &[Draft], stamp: &Stamp) -> Result<(), Failure> {
    ledger.rehearse(|tx| book_all(tx, drafts, stamp).map(drop))
}

fn book_all(tx: &mut Tx<'_>, drafts: &[Draft], stamp: &Stamp) -> Result<Vec<Seq>, Failure> {
    drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            book_one(tx, draft, stamp).map_err(|stop| match stop {
                Stop::Refused(refusal) => Failure::Refused { index, refusal: Box::new(refusal) },
                Stop::Store(error) => Failure::Store(error),
            })
        })
        .collect()
}

/// Founds a programme in a new file; the first draft is the founding, others may follow.
///
/// # Errors
/// As [`book`]; when the file exists already; nothing is left behind then.
pub fn found(path: &std::path::Path, drafts: &[Draft], stamp: &Stamp) -> Result<Vec<Seq>, Failure> {
    Ledger::create(path, |ledger| book(ledger, drafts, stamp))
}

fn book_one(tx: &mut Tx<'_>, draft: &Draft, stamp: &Stamp) -> Result<Seq, Stop> {
    let (draft, name) = with_name_hash(tx, draft, stamp)?;
    let recorded_at = next_time(tx, stamp.now)?;
    let event = tx.number(&draft, recorded_at, &stamp.login)?;
    if let Some(known) = tx.event_of_uid(&draft.uid)? {
        return if is_same(&known, &event) {
            Ok(known.seq)
        } else {
            Err(Refusal::UidTaken { seq: known.seq }.into())
        };
    }
    check::all(tx, &event)?;
    place::all(tx, &event)?;
    tx.append(&event)?;
    if let Some((person, name, salt)) = name {
        check::text("name", &name, 200)?;
        tx.keep_name(person, &name, &salt)?;
    }
    Ok(event.seq)
}

fn is_same(known: &Event, proposed: &Event) -> bool {
    known.recipient == proposed.recipient
        && known.effective_on == proposed.effective_on
        && known.actor == proposed.actor
        && known.voucher == proposed.voucher
        && known.reference == proposed.reference
        && known.body == proposed.body
}

/// Entries follow each other strictly; a clock far behind the last one is refused (I17).
fn next_time(tx: &Tx<'_>, now: i64) -> Result<i64, Refusal> {
    const TOLERANCE: i64 = 5 * 60 * 1_000_000;
    let last = tx.head().recorded_at;
    if now < last - TOLERANCE {
        return Err(Refusal::ClockBehind { last, now });
    }
    Ok(now.max(last + 1))
}

type KeptName = (PersonNo, String, [u8; 16]);

/// Puts the salted hash of the person's name into the body; a name that is kept already gives
/// its salt, so that booking the same draft again makes the same body.
fn with_name_hash(
    tx: &Tx<'_>,
    draft: &Draft,
    stamp: &Stamp,
) -> Result<(Draft, Option<KeptName>), Stop> {
    let mut draft = draft.clone();
    let Some(name) = draft.person_name.take() else { return Ok((draft, None)) };
    let enrolment = match &mut draft.body {
        Body::ProgrammeFounded(founded) => &mut founded.person,
        Body::PersonEnrolled(enrolled) => &mut enrolled.person,
        _ => return Ok((draft, None)),
    };
    let person = enrolment.person;
    if let Some((kept, salt)) = tx.name_of(person)? {
        if kept != name {
            return Err(Refusal::Taken { key: person.0.to_string() }.into());
        }
        enrolment.name_hash = chain::name_hash(&salt, &name);
        return Ok((draft, None));
    }
    let salt = stamp.salt.unwrap_or_else(|| *uuid::Uuid::new_v4().as_bytes());
    enrolment.name_hash = chain::name_hash(&salt, &name);
    Ok((draft, Some((person, name, salt))))
}

/// What counts on the event's day, everything in the journal known.
fn on_day_of(tx: &Tx<'_>, event: &Event) -> Times {
    Times { as_of: event.effective_on, ..everything(tx) }
}

/// Everything that is in the journal, whatever its day: what rules look at.
fn everything(tx: &Tx<'_>) -> Times {
    Times { as_of: LAST_DAY, known: tx.head().seq }
}
