//! Whoever writes to the file can change it, but not unseen: every edit of a row is found, and with
//! one anchor from paper also a history that was computed anew as a whole.
//!
//! The attacker here knows everything: his connection runs no trigger and no CHECK, and leaves the
//! definitions as they were.

mod edits;
mod histories;

use std::path::{Path, PathBuf};

use foerderbuch::domain::{Body, Event, PersonNo};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::store::{Access, Ledger, StoreError, query};
use rusqlite::Connection;

use crate::issuing::issue_of;

/// Whether this entry gives the person a name.
fn enrols(event: &Event, person: PersonNo) -> bool {
    match &event.body {
        Body::ProgrammeFounded(founded) => founded.person.person == person,
        Body::PersonEnrolled(enrolled) => enrolled.person.person == person,
        _ => false,
    }
}

/// The sample with an issued paper, so that every table has rows.
fn honest(folder: &Path) -> PathBuf {
    let path = folder.join("honest.foerderbuch");
    sample::write(&path).unwrap();
    let mut ledger = Ledger::open(&path, Access::Write).unwrap();
    let draft = issue_of("2020-12-15".parse().unwrap(), ledger.head().seq);
    let stamp = Stamp::new(1_609_000_000_000_000, "probe".to_owned());
    ops::issue(&mut ledger, &draft, b"%PDF: a paper", &stamp).unwrap();
    path
}

/// What noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Noticed {
    /// `verify`, and every opening of the ledger; the words of the first finding.
    Opening(String),
    /// `verify --deep`.
    Deep(String),
    Nobody,
}

fn noticed(path: &Path) -> Noticed {
    let ledger = match Ledger::open(path, Access::Read) {
        Ok(ledger) => ledger,
        Err(error) => return Noticed::Opening(error.to_string()),
    };
    if let Some(first) = ledger.findings().first() {
        return Noticed::Opening(first.to_string());
    }
    match ledger.verify_deep() {
        Err(error) => Noticed::Deep(error.to_string()),
        Ok(found) => match found.first() {
            Some(first) => Noticed::Deep(first.to_string()),
            None => Noticed::Nobody,
        },
    }
}

/// A ledger with everything that is kept beside the journal, to be written anew.
struct History {
    events: Vec<Event>,
    names: Vec<(u32, String, [u8; 16])>,
    papers: Vec<(u64, Vec<u8>)>,
}

impl History {
    fn of(path: &Path) -> Self {
        let ledger = Ledger::open(path, Access::Read).unwrap();
        let events = (1..=ledger.head().seq)
            .map(|seq| query::event(&ledger, seq).unwrap().unwrap())
            .collect();
        let tool = Connection::open(path).unwrap();
        let mut names = tool.prepare("SELECT person, name, salt FROM person_name").unwrap();
        let names = names.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let mut papers = tool.prepare("SELECT seq, content FROM document").unwrap();
        let papers = papers.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        Self {
            events,
            names: names.map(Result::unwrap).collect(),
            papers: papers.map(Result::unwrap).collect(),
        }
    }

    /// Writes it as a new ledger, whole in itself: every hash, posting and balance fits.
    fn write(&self, path: &Path) {
        Ledger::create(path, |ledger| {
            ledger.write(|tx| {
                for event in &self.events {
                    if let Some((_, content)) =
                        self.papers.iter().find(|(seq, _)| *seq == event.seq)
                    {
                        tx.keep_document(content).unwrap();
                    }
                    tx.append(event).unwrap();
                }
                for (person, name, salt) in &self.names {
                    // Who is enrolled only in the part that was cut off has no name here.
                    if self.events.iter().any(|event| enrols(event, PersonNo(*person))) {
                        tx.keep_name(PersonNo(*person), name, salt).unwrap();
                    }
                }
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    }
}
