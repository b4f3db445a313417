//! Appending: the only way into the ledger. One event, its postings, balances and versions.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, ffi, params};

use super::chain::{self, GENESIS};
use super::connect;
use super::error::StoreError;
use super::ledger::Readable;
use super::view::Head;
use super::{codec, project};
use crate::domain::event::{Draft, Reference};
use crate::domain::{Event, PersonNo, Refusal, Seq};

/// The open write transaction of a ledger.
#[derive(Debug)]
pub struct Tx<'c> {
    conn: &'c Connection,
    head: Head,
    file: PathBuf,
}

/// Why an event was not appended.
#[derive(Debug)]
pub enum AppendError {
    /// A rule says no; the transaction may go on with another event or roll back.
    Refused(Refusal),
    /// The file cannot be read or written.
    Store(StoreError),
}

impl Readable for Tx<'_> {
    fn connection(&self) -> &Connection {
        self.conn
    }

    fn file(&self) -> PathBuf {
        self.file.clone()
    }
}

impl<'c> Tx<'c> {
    pub(super) fn new(conn: &'c Connection, head: Head, file: PathBuf) -> Self {
        Self { conn, head, file }
    }

    /// The last entry, those of this transaction included.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// The entry that was booked with this uid, if any (I4).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn event_of_uid(&self, uid: &[u8; 16]) -> Result<Option<Event>, StoreError> {
        codec::events_where(self.conn, "uid = ?1", [uid.as_slice()])
            .map(|events| events.into_iter().next())
            .map_err(|error| self.explain(&error))
    }

    /// The event that the draft becomes when it is appended now, with `recorded_at` in
    /// microseconds since 1970 UTC.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn number(
        &self,
        draft: &Draft,
        recorded_at: i64,
        login: &str,
    ) -> Result<Event, StoreError> {
        let (recipient_seq, _) = self.recipient_head(draft.recipient.as_str())?;
        Ok(Event {
            seq: self.head.seq + 1,
            uid: draft.uid,
            recipient: draft.recipient.clone(),
            recipient_seq: recipient_seq + 1,
            recorded_at,
            effective_on: draft.effective_on,
            actor: draft.actor,
            login: login.to_owned(),
            voucher: draft.voucher.clone(),
            reference: match draft.reference {
                Some(Reference::Entry(seq)) => Some(seq),
                // An unknown uid becomes a number that no entry has, and is refused as such.
                Some(Reference::Uid(uid)) => {
                    Some(self.event_of_uid(&uid)?.map_or(0, |event| event.seq))
                }
                None => None,
            },
            body: draft.body.clone(),
        })
    }

    /// Appends a numbered event with everything that follows from it.
    ///
    /// # Errors
    /// [`AppendError::Refused`] when the database itself refuses.
    pub fn append(&mut self, event: &Event) -> Result<(), AppendError> {
        let record = codec::record_of(event);
        let (_, previous) = self.recipient_head(&record.recipient).map_err(AppendError::Store)?;
        let leaf = record.fields().leaf();
        let hash = chain::link(&self.head.hash, &leaf);
        let recipient_hash = chain::recipient_link(&previous, &leaf);
        project::project(self.conn, event)
            .and_then(|()| project::seal(self.conn, &record, &hash, &recipient_hash))
            .map_err(|error| self.refusal(&error))?;
        self.head = Head { seq: event.seq, hash, recorded_at: event.recorded_at };
        Ok(())
    }

    /// Does a part of the work that may be refused: what it appended is taken back then, and the
    /// transaction goes on.
    ///
    /// # Errors
    /// Those of `work`, and when the file cannot be written.
    pub fn attempt<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let head = self.head;
        self.conn.execute_batch("SAVEPOINT attempt").map_err(|error| self.explain(&error))?;
        let done = work(self);
        let end = if done.is_ok() {
            "RELEASE attempt"
        } else {
            self.head = head;
            "ROLLBACK TO attempt; RELEASE attempt"
        };
        self.conn.execute_batch(end).map_err(|error| self.explain(&error))?;
        done
    }

    /// Keeps the name of a person and the salt of its hash, apart from the chain.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_name(
        &self,
        person: PersonNo,
        name: &str,
        salt: &[u8; 16],
    ) -> Result<(), AppendError> {
        self.conn
            .execute(
                "INSERT INTO person_name (person, name, salt) VALUES (?1, ?2, ?3)",
                params![person.0, name, salt.as_slice()],
            )
            .map(drop)
            .map_err(|error| self.refusal(&error))
    }

    /// Lays a paper ready for the next entry, which says that it was issued.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_document(&self, content: &[u8]) -> Result<(), AppendError> {
        self.conn
            .execute(
                "INSERT INTO document (seq, content) VALUES (?1, ?2)",
                params![self.head.seq + 1, content],
            )
            .map(drop)
            .map_err(|error| self.refusal(&error))
    }

    /// Salt and name of a person, unless they were erased.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn name_of(&self, person: PersonNo) -> Result<Option<(String, [u8; 16])>, StoreError> {
        self.conn
            .query_row("SELECT name, salt FROM person_name WHERE person = ?1", [person.0], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()
            .map_err(|error| self.explain(&error))
    }

    fn recipient_head(&self, recipient: &str) -> Result<(Seq, [u8; 32]), StoreError> {
        let found = self
            .conn
            .prepare_cached(
                "SELECT recipient_seq, recipient_hash FROM event WHERE recipient = ?1 \
                 ORDER BY recipient_seq DESC LIMIT 1",
            )
            .and_then(|mut statement| {
                statement.query_row([recipient], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(|error| self.explain(&error))?;
        Ok(found.unwrap_or((0, GENESIS)))
    }

    fn explain(&self, error: &rusqlite::Error) -> StoreError {
        connect::explain(error, &self.file)
    }

    fn refusal(&self, error: &rusqlite::Error) -> AppendError {
        match error {
            rusqlite::Error::SqliteFailure(
                ffi::Error { code: ErrorCode::ConstraintViolation, .. },
                message,
            ) => AppendError::Refused(Refusal::Database {
                message: message.clone().unwrap_or_default(),
            }),
            other => AppendError::Store(self.explain(other)),
        }
    }
}

/// The events that count: all but reversals and what they reverse.
pub(super) fn live(events: Vec<Event>) -> Vec<Event> {
    let reversed: BTreeSet<Seq> = events
        .iter()
        .filter(|event| event.kind() == crate::domain::Kind::Reversed)
        .filter_map(|event| event.reference)
        .collect();
    events
        .into_iter()
        .filter(|event| {
            event.kind() != crate::domain::Kind::Reversed && !reversed.contains(&event.seq)
        })
        .collect()
}
