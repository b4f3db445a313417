//! ZIP archives with bank statements, as banks send a month: unpacked in memory, never on disk,
//! counted while they are unpacked, so that what their table of contents claims does not matter.

use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::decode::{self, stop};
use super::problem::{Note, NoteKind, Reason, Refused, add};
use super::statement::{BankFile, Format};
use super::{MOST_BYTES, Progress, START, read_plain};

/// Files of one archive.
pub const MOST_FILES: usize = 200;
/// Unpacked bytes for each packed one.
pub const MOST_RATIO: u64 = 100;
/// Bytes that may be unpacked before the ratio counts: small files pack very well.
pub const FREE_BYTES: u64 = 1 << 20;

/// Reads all statements of an archive.
///
/// # Errors
/// When it is damaged, beyond the limits, locked, holds no statement, or one that is refused.
pub fn read(from: impl Read, progress: Progress<'_>) -> Result<BankFile, Refused> {
    let bytes = decode::whole(from, MOST_BYTES, progress)?;
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut archive = open(Cursor::new(bytes))?;
    let mut found = BankFile { format: Format::Archive, statements: Vec::new(), notes: Vec::new() };
    let mut left = Allowance::new(packed);
    let mut files = 0;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = file.name().map_or_else(|_| String::new(), std::borrow::Cow::into_owned);
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        if file.is_dir() {
            continue;
        }
        let one = unpacked(file, &mut left, progress).map_err(|refused| refused.in_file(&name))?;
        let Some(mut one) = one else {
            let kind = NoteKind::Skipped(name);
            add(&mut found.notes, Note { kind, line: 0, about: String::new() });
            continue;
        };
        files += 1;
        one.name(&name);
        found.statements.extend(one.statements);
        for note in one.notes {
            let about = if note.about.is_empty() { name.clone() } else { note.about };
            add(&mut found.notes, Note { about, ..note });
        }
        found.within_limits()?;
    }
    if files == 0 {
        return Err(Refused::new(Reason::ArchiveEmpty));
    }
    if files == 1 {
        // Where an entry stands needs no name of the only file.
        found.statements.iter_mut().for_each(|one| one.file.clear());
    }
    found.settle();
    Ok(found)
}

/// Opens an archive whose table of contents is within the limits.
///
/// # Errors
/// When it is damaged or names too many files.
pub fn open<R: Read + Seek>(from: R) -> Result<ZipArchive<R>, Refused> {
    let archive = ZipArchive::new(from).map_err(|error| broken(&error))?;
    if archive.len() > MOST_FILES {
        return Err(Refused::new(Reason::ArchiveFiles(200)));
    }
    Ok(archive)
}

/// The refusal behind an error of the library.
pub fn broken(error: &ZipError) -> Refused {
    Refused::new(match error {
        ZipError::UnsupportedArchive(words) if *words == ZipError::PASSWORD_REQUIRED => {
            Reason::ArchiveLocked
        }
        _ => Reason::ArchiveDamaged,
    })
}

/// What may still be unpacked of an archive, all its files together.
#[derive(Debug)]
pub struct Allowance {
    left: u64,
    by_ratio: bool,
}

impl Allowance {
    /// For an archive of so many bytes.
    pub fn new(packed: u64) -> Self {
        let ratio = packed.saturating_mul(MOST_RATIO).max(FREE_BYTES);
        Self { left: ratio.min(MOST_BYTES), by_ratio: ratio < MOST_BYTES }
    }

    /// For an archive of so many bytes of which at most `most` may be unpacked.
    pub fn up_to(packed: u64, most: u64) -> Self {
        let made = Self::new(packed);
        Self { left: made.left.min(most), by_ratio: made.by_ratio && made.left < most }
    }

    /// A file of the archive, stopped where the allowance ends.
    pub fn stream<R: Read>(&mut self, from: R) -> Counted<'_, R> {
        Counted { from, allowance: self }
    }

    fn over(&self) -> Reason {
        if self.by_ratio { Reason::ArchiveRatio(MOST_RATIO) } else { Reason::TooLarge(256) }
    }
}

/// A stream that counts what it gives.
pub struct Counted<'a, R> {
    from: R,
    allowance: &'a mut Allowance,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.from.read(into)?;
        let bytes = u64::try_from(count).unwrap_or(u64::MAX);
        match self.allowance.left.checked_sub(bytes) {
            Some(left) => self.allowance.left = left,
            None => return Err(stop(self.allowance.over())),
        }
        Ok(count)
    }
}

/// The statements of one file of the archive; `None` when it is something else.
fn unpacked(
    file: impl Read,
    left: &mut Allowance,
    progress: Progress<'_>,
) -> Result<Option<BankFile>, Refused> {
    let mut stream = left.stream(file);
    let mut start = Vec::with_capacity(START);
    stream.by_ref().take(START as u64).read_to_end(&mut start).map_err(|error| damaged(&error))?;
    match read_plain(start.as_slice().chain(&mut stream), &start, progress) {
        Ok(found) => Ok(Some(found)),
        Err(refused) => match refused.reason {
            Reason::Empty
            | Reason::UnknownKind
            | Reason::Html
            | Reason::Pdf
            | Reason::OldExcel
            | Reason::OtherXml(_)
            | Reason::NoHead(_) => {
                // What is skipped counts as well: it is unpacked to see whether it is sound.
                std::io::copy(&mut stream, &mut std::io::sink()).map_err(|e| damaged(&e))?;
                Ok(None)
            }
            Reason::Unreadable(_) => Err(Refused { reason: Reason::ArchiveDamaged, ..refused }),
            _ => Err(refused),
        },
    }
}

/// An error while unpacking: a limit of ours, else damage.
fn damaged(error: &std::io::Error) -> Refused {
    let found = decode::refusal(error);
    match found.reason {
        Reason::Unreadable(_) => Refused::new(Reason::ArchiveDamaged),
        _ => found,
    }
}
