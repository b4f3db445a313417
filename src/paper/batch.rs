//! The statements of all recipients, a file each: window and command line write the same ones.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::issue::{Issuer, issue};
use super::issued::{IssuedPaper, issued_before};
use super::make::make;
use super::set::{Set, set};
use super::wanted::{Form, Wish};
use crate::domain::{FiscalYear, RecipientKey, Refusal, Seq};
use crate::ops::{Failure, Stamp};
use crate::render::RenderError;
use crate::report::Report;
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, files};
use crate::text::Text;

/// What all of them have in common.
#[derive(Debug)]
pub struct Order {
    /// Where the files are written.
    pub folder: PathBuf,
    /// Stichtag and Datenstand: all of them say the same, whatever is booked meanwhile.
    pub times: Times,
    /// Fiscal year that they tell alone; without it all of them.
    pub year: Option<FiscalYear>,
    /// What each file is.
    pub form: Form,
    /// Who issues them; `None` for copies. Only a PDF is issued.
    pub issuer: Option<Issuer>,
    /// Words in the language of the papers.
    pub words: Text,
}

/// A statement that is yet to be written.
#[derive(Debug)]
pub struct Prepared {
    path: PathBuf,
    paper: Report,
    bytes: Vec<u8>,
}

/// A statement that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// The entry with which it was issued, if it was.
    pub issued: Option<Seq>,
    /// The last issue of the same paper before that one, if there was any.
    pub before: Option<Box<IssuedPaper>>,
}

/// Why a statement was not written; none of it was issued, but for [`NotWritten::File`] with a
/// number.
#[derive(Debug)]
pub enum NotWritten {
    /// There is none of this recipient at that pair of times.
    Unknown,
    /// A character has no glyph.
    Set(RenderError),
    /// A rule says no to its issue.
    Refused(Box<Refusal>),
    /// The file, or the ledger; with the entry, when it was issued before.
    File(StoreError, Option<Seq>),
}

impl Order {
    /// The file of a recipient's statement; that in another language has another name.
    #[must_use]
    pub fn path(&self, recipient: &RecipientKey) -> PathBuf {
        let words = [("key", recipient.to_string()), ("as_of", self.times.as_of.to_string())];
        let name = self.words.format("app-statement-name", &words);
        let stem = name.trim_end_matches(".pdf");
        let year = self.year.map(|year| format!("-{}", year.0)).unwrap_or_default();
        self.folder.join([stem, &year, ".", self.form.ending()].concat())
    }

    /// Prepares the statements of some recipients, in their order; the more at once, up to
    /// [`together`](super::together), the sooner. None of them once `stop` is true before the last.
    #[must_use]
    pub fn prepare(
        &self,
        ledger: &Ledger,
        recipients: &[RecipientKey],
        stop: &AtomicBool,
    ) -> Vec<Result<Prepared, NotWritten>> {
        let made = recipients.iter().map(|key| self.made(ledger, key));
        let set = set(made, (&self.words, self.form), stop);
        if set.len() < recipients.len() {
            return Vec::new();
        }
        let prepared = |(key, set): (&RecipientKey, Result<Set, NotWritten>)| {
            let (paper, bytes) = set?;
            Ok(Prepared { path: self.path(key), paper, bytes: bytes.map_err(NotWritten::Set)? })
        };
        recipients.iter().zip(set).map(prepared).collect()
    }

    fn made(&self, ledger: &Ledger, recipient: &RecipientKey) -> Result<Report, NotWritten> {
        let wish = Wish { year: self.year, ..Wish::statement(recipient.clone()) };
        let mut wanted = wish.at(self.times, self.words.lang());
        wanted.asked.issued_on = self.issuer.as_ref().map(|issuer| issuer.day);
        let paper = make(ledger, &wanted).map_err(|error| NotWritten::File(error, None))?;
        paper.ok_or(NotWritten::Unknown)
    }

    /// Writes what was prepared, one after the other, and tells of each with its place; false once
    /// `stop` is true before the last of them: what is written by then stays.
    pub fn write_each(
        &self,
        ledger: &mut Ledger,
        (prepared, stamp): (Vec<Result<Prepared, NotWritten>>, &Stamp),
        stop: &AtomicBool,
        mut told: impl FnMut(usize, Result<Written, NotWritten>),
    ) -> bool {
        for (place, one) in prepared.into_iter().enumerate() {
            if stop.load(Ordering::Relaxed) {
                return false;
            }
            told(place, one.and_then(|it| self.write(ledger, it, stamp)));
        }
        true
    }

    /// Writes one statement, and first books that it is issued if so asked. What lies there
    /// already may have left the house: it stays, and nothing is issued then.
    ///
    /// # Errors
    /// When the paper cannot be issued or written.
    pub fn write(
        &self,
        ledger: &mut Ledger,
        prepared: Prepared,
        stamp: &Stamp,
    ) -> Result<Written, NotWritten> {
        let file = |error| NotWritten::File(error, None);
        let Prepared { path, paper, bytes } = prepared;
        // A name that is taken, a folder that is gone and a full disk are seen before the issue.
        if path.symlink_metadata().is_ok() {
            return Err(file(StoreError::Exists { path }));
        }
        let mut part = files::part_beside(&path).map_err(file)?;
        part.write_all(&bytes).map_err(|error| file(files::io_error(&error, &path)))?;
        let mut before = None;
        let issued = match &self.issuer {
            None => None,
            Some(issuer) => {
                before = issued_before(ledger, &paper, self.words.lang()).map_err(file)?;
                let papers = (&paper, self.words.lang(), bytes.as_slice());
                Some(issue(ledger, papers, issuer, stamp).map_err(|failure| match failure {
                    Failure::Refused { refusal, .. } => NotWritten::Refused(refusal),
                    Failure::Store(error) => file(error),
                })?)
            }
        };
        match files::publish_new(part, &path) {
            Ok(()) => Ok(Written { path, issued, before: before.map(Box::new) }),
            Err(error) => Err(NotWritten::File(error, issued)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ops::sample;
    use crate::paper::{bytes, statements};
    use crate::text::Lang;

    fn order(folder: &Path, times: Times) -> Order {
        Order {
            folder: folder.to_owned(),
            times,
            year: None,
            form: Form::Pdf,
            issuer: None,
            words: Text::new(Lang::De),
        }
    }

    fn at_year_end(ledger: &Ledger) -> Times {
        Times { as_of: "2020-12-31".parse().unwrap(), known: ledger.head().seq }
    }

    #[test]
    fn a_batch_that_is_stopped_keeps_what_is_written_and_begins_nothing_more() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = sample::in_memory().unwrap();
        let times = at_year_end(&ledger);
        let order = order(folder.path(), times);
        let keys: Vec<RecipientKey> =
            statements(&ledger, times).unwrap().into_iter().map(|(key, _)| key).collect();
        let stop = AtomicBool::new(false);
        let stamp = Stamp::new(0, String::new());
        let mut written = Vec::new();
        let prepared = order.prepare(&ledger, &keys, &stop);
        let whole = order.write_each(&mut ledger, (prepared, &stamp), &stop, |place, one| {
            written.push(one.unwrap().path);
            stop.store(place == 1, Ordering::Relaxed);
        });
        assert!(!whole);
        assert_eq!(written, keys[..2].iter().map(|key| order.path(key)).collect::<Vec<_>>());
        let lies = || std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(lies(), 2, "nothing of another one lies there");
        let alone = order.made(&ledger, &keys[1]).unwrap();
        let expected = bytes(&alone, &order.words, Form::Pdf).unwrap();
        assert!(std::fs::read(&written[1]).unwrap() == expected);
        // The others are written by the next order.
        stop.store(false, Ordering::Relaxed);
        let rest = order.prepare(&ledger, &keys[2..], &stop);
        assert!(order.write_each(&mut ledger, (rest, &stamp), &stop, |_, one| {
            assert!(one.is_ok(), "{one:?}");
        }));
        assert_eq!(lies(), keys.len());
    }

    #[test]
    fn statements_are_prepared_at_once_and_keep_their_recipients() {
        let ledger = sample::in_memory().unwrap();
        let times = at_year_end(&ledger);
        let order = order(Path::new("all"), times);
        let mut keys: Vec<RecipientKey> =
            statements(&ledger, times).unwrap().into_iter().map(|(key, _)| key).collect();
        assert!(keys.len() > 6);
        keys.insert(3, RecipientKey::from_written("99999"));
        let stopped = order.prepare(&ledger, &keys, &AtomicBool::new(true));
        assert!(stopped.is_empty(), "nothing is begun any more");
        let prepared = order.prepare(&ledger, &keys, &AtomicBool::new(false));
        assert_eq!(prepared.len(), keys.len());
        for (at, (key, one)) in keys.iter().zip(prepared).enumerate() {
            if at == 3 {
                assert!(matches!(one, Err(NotWritten::Unknown)));
                continue;
            }
            let one = one.unwrap();
            let alone = order.made(&ledger, key).unwrap();
            assert_eq!((one.path, &one.paper), (order.path(key), &alone), "{key}");
            assert!(one.bytes == bytes(&alone, &order.words, Form::Pdf).unwrap(), "{key}");
        }
    }
}
