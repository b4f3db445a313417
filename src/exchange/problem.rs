//! Why a file is not read, and what is odd about one that is. `text` makes the sentences.

use std::io::ErrorKind;

use crate::domain::{Day, Money};

/// Notes that are kept of one file; of the others only how many there are.
pub const MOST_NOTES: usize = 1_000;

/// A file that is not read: why, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub reason: Reason,
    /// Name of the file, or of the file inside the archive.
    pub file: String,
    /// Line of the text or row of the sheet, from 1; 0 when the whole file is meant.
    pub line: u64,
}

impl Refused {
    /// A refusal of the whole file.
    #[must_use]
    pub const fn new(reason: Reason) -> Self {
        Self { reason, file: String::new(), line: 0 }
    }

    /// A refusal at a line.
    #[must_use]
    pub const fn at(reason: Reason, line: u64) -> Self {
        Self { reason, file: String::new(), line }
    }

    /// The same with the name of the file, unless one inside of it is named already.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        if self.file.is_empty() {
            name.clone_into(&mut self.file);
        }
        self
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing in it.
    Empty,
    /// The medium gives no bytes: what kind of error that is.
    Unreadable(ErrorKind),
    /// More bytes than so many MiB, unpacked.
    TooLarge(u64),
    /// None of the kinds that are read.
    UnknownKind,
    /// A page of the web with the ending of a table.
    Html,
    /// A PDF.
    Pdf,
    /// A workbook of Excel before 2007.
    OldExcel,
    /// A workbook where a bank's file is expected.
    Workbook,
    /// A text where a workbook is expected.
    NoWorkbook,
    /// A damaged workbook.
    WorkbookDamaged,
    /// XML that is none.
    Malformed(Malformed),
    /// A DOCTYPE, with which a file can call for other files or grow without bounds.
    Doctype,
    /// A reference to something that XML does not define by itself.
    Entity(String),
    /// More levels than so many.
    TooDeep(u64),
    /// More attributes of one tag than so many.
    TooManyAttributes(u64),
    /// One text or tag longer than so many KiB.
    TooLong(u64),
    /// More entries than so many.
    TooManyEntries(u64),
    /// More statements than so many.
    TooManyStatements(u64),
    /// More cells than so many.
    TooManyCells(u64),
    /// XML, but no bank statement: its first element.
    OtherXml(String),
    /// A version of the message that is not read: camt.053.001.01.
    Version(String),
    /// A damaged archive.
    ArchiveDamaged,
    /// More files in the archive than so many.
    ArchiveFiles(u64),
    /// An archive that unpacks to more than so many times its size.
    ArchiveRatio(u64),
    /// A file of the archive has a password.
    ArchiveLocked,
    /// No bank statement in the archive.
    ArchiveEmpty,
    /// A quotation mark that is opened in that line and never closed.
    QuoteOpen,
    /// No line with the heads that are needed: which are.
    NoHead(String),
    /// A column that the profile names is missing.
    NoColumn(String),
    /// Two columns say the same thing: the head of the second.
    TwoHeads(String),
    /// No official directory of municipalities.
    NoDirectory,
    /// An archive in which the directory lies.
    DirectoryPacked,
    /// A line of the directory that is cut short or of another shape.
    DirectoryLine,
    /// No entry whose key begins so.
    DirectoryNone(String),
    /// No drawing for a letterhead.
    Drawing(super::drawing::Fault),
    /// The person stopped the reading.
    Stopped,
}

impl Reason {
    /// Message key, and the figure or words that it names.
    #[must_use]
    pub fn parts(&self) -> (&'static str, String) {
        let none = String::new();
        match self {
            Self::Empty => ("exchange-refused-empty", none),
            Self::Unreadable(ErrorKind::NotFound) => ("exchange-refused-missing", none),
            Self::Unreadable(ErrorKind::PermissionDenied) => ("exchange-refused-denied", none),
            Self::Unreadable(_) => ("exchange-refused-unreadable", none),
            Self::TooLarge(limit) => ("exchange-refused-too-large", limit.to_string()),
            Self::UnknownKind => ("exchange-refused-unknown-kind", none),
            Self::Html => ("exchange-refused-html", none),
            Self::Pdf => ("exchange-refused-pdf", none),
            Self::OldExcel => ("exchange-refused-old-excel", none),
            Self::Workbook => ("exchange-refused-workbook", none),
            Self::NoWorkbook => ("exchange-refused-no-workbook", none),
            Self::WorkbookDamaged => ("exchange-refused-workbook-damaged", none),
            Self::Malformed(fault) => fault.parts(),
            Self::Doctype => ("exchange-refused-doctype", none),
            Self::Entity(name) => ("exchange-refused-entity", name.clone()),
            Self::TooDeep(limit) => ("exchange-refused-too-deep", limit.to_string()),
            Self::TooManyAttributes(limit) => ("exchange-refused-attributes", limit.to_string()),
            Self::TooLong(limit) => ("exchange-refused-too-long", limit.to_string()),
            Self::TooManyEntries(limit) => ("exchange-refused-entries", limit.to_string()),
            Self::TooManyStatements(limit) => ("exchange-refused-statements", limit.to_string()),
            Self::TooManyCells(limit) => ("exchange-refused-cells", limit.to_string()),
            Self::OtherXml(name) => ("exchange-refused-other-xml", name.clone()),
            Self::Version(name) => ("exchange-refused-version", name.clone()),
            Self::ArchiveDamaged => ("exchange-refused-archive-damaged", none),
            Self::ArchiveFiles(limit) => ("exchange-refused-archive-files", limit.to_string()),
            Self::ArchiveRatio(limit) => ("exchange-refused-archive-ratio", limit.to_string()),
            Self::ArchiveLocked => ("exchange-refused-archive-locked", none),
            Self::ArchiveEmpty => ("exchange-refused-archive-empty", none),
            Self::QuoteOpen => ("exchange-refused-quote", none),
            Self::NoHead(heads) => ("exchange-refused-no-head", heads.clone()),
            Self::NoColumn(head) => ("exchange-refused-no-column", head.clone()),
            Self::TwoHeads(head) => ("exchange-refused-two-heads", head.clone()),
            Self::NoDirectory => ("exchange-refused-no-directory", none),
            Self::DirectoryPacked => ("exchange-refused-directory-packed", none),
            Self::DirectoryLine => ("exchange-refused-directory-line", none),
            Self::DirectoryNone(within) => ("exchange-refused-directory-none", within.clone()),
            Self::Drawing(fault) => fault.parts(),
            Self::Stopped => ("exchange-refused-stopped", none),
        }
    }
}

/// What is wrong with XML that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It ends in the middle.
    Ends,
    /// The end of this element is missing, or another one ends in its place.
    Unclosed(String),
    /// The attributes of this element cannot be read.
    Attributes(String),
    /// This attribute stands twice in one element.
    Twice(String),
    /// Something else that XML does not allow.
    Other,
}

impl Malformed {
    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Ends => ("exchange-refused-malformed-ends", String::new()),
            Self::Unclosed(name) => ("exchange-refused-malformed-unclosed", name.clone()),
            Self::Attributes(name) => ("exchange-refused-malformed-attributes", name.clone()),
            Self::Twice(name) => ("exchange-refused-malformed-twice", name.clone()),
            Self::Other => ("exchange-refused-malformed", String::new()),
        }
    }
}

/// Something odd about a file that is read nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// Line or row, from 1; 0 for the whole file or statement.
    pub line: u64,
    /// Statement or file that is meant, by its own number or name; may be empty.
    pub about: String,
}

/// What is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The message does not say its version.
    NoVersion,
    /// A version later than those that are known.
    LaterVersion(String),
    /// An element that the rules of the message do not know, or know in another place or shape.
    OddElement {
        /// Its name, after that of the element it is in.
        name: String,
        /// How often.
        count: u64,
    },
    /// An element that the rules of the message demand is not there.
    ElementMissing {
        /// Its name, after that of the element it should be in.
        name: String,
        /// How often.
        count: u64,
    },
    /// A message without any statement.
    NoStatement,
    /// So many statements without balances: whether entries are missing cannot be told.
    NoBalance(u64),
    /// An entry without an amount or a direction that can be read: what stands there.
    EntryUnreadable(String),
    /// An amount that can be read in two ways: what stands there.
    AmountUnclear(String),
    /// A row with an amount that lacks what a booking of the cash office has: voucher, title, day
    /// and fiscal year.
    RowIncomplete(String),
    /// A row without fiscal year, or with one that cannot be read: what stands there.
    YearUnreadable(String),
    /// A balance without an amount or a direction that can be read.
    BalanceUnreadable(String),
    /// A day that the calendar does not have, read as the last of its month.
    DayOutsideMonth(Day),
    /// A day that cannot be read.
    DayUnreadable(String),
    /// An entry without booking day.
    NoBookingDay,
    /// So many characters cannot be read in the encoding of the file.
    Characters(u64),
    /// Opening balance and entries do not give the closing balance.
    DoesNotAddUp {
        /// Opening balance.
        opening: Money,
        /// Sum of the booked entries.
        net: Money,
        /// Closing balance as stated.
        closing: Money,
    },
    /// Between two statements money moved that stands in neither.
    Gap {
        /// Closing balance of the earlier one.
        closing: Money,
        /// Opening balance of the later one.
        opening: Money,
    },
    /// The same statement once more; it counts once.
    Repeated,
    /// So many entries that another file has already; they count once.
    ToldAgain(u64),
    /// So many notes more, and whether one of them leaves gaps.
    More {
        /// How many.
        count: u64,
        /// True when lines can be missing because of one of them.
        gaps: bool,
    },
    /// A file in the archive that is no bank statement.
    Skipped(String),
    /// A row with another number of fields than the head.
    Ragged,
    /// Two columns with one name.
    TwoHeads(String),
}

impl NoteKind {
    /// True when lines of the account can be missing or be others than those that were read.
    #[must_use]
    pub const fn leaves_gaps(&self) -> bool {
        matches!(
            self,
            Self::EntryUnreadable(_)
                | Self::AmountUnclear(_)
                | Self::DayUnreadable(_)
                | Self::More { gaps: true, .. }
                | Self::DoesNotAddUp { .. }
                | Self::Gap { .. }
        )
    }

    /// Message key, and the words that it names; amounts are named by their own variables.
    #[must_use]
    pub fn parts(&self) -> (&'static str, String) {
        let none = String::new();
        match self {
            Self::NoVersion => ("exchange-note-no-version", none),
            Self::LaterVersion(name) => ("exchange-note-later-version", name.clone()),
            Self::OddElement { name, .. } => ("exchange-note-odd-element", name.clone()),
            Self::ElementMissing { name, .. } => ("exchange-note-element-missing", name.clone()),
            Self::NoStatement => ("exchange-note-no-statement", none),
            Self::NoBalance(count) => ("exchange-note-no-balance", count.to_string()),
            Self::EntryUnreadable(words) => ("exchange-note-entry-unreadable", words.clone()),
            Self::AmountUnclear(words) => ("exchange-note-amount-unclear", words.clone()),
            Self::RowIncomplete(words) => ("exchange-note-row-incomplete", words.clone()),
            Self::YearUnreadable(words) if words.is_empty() => ("exchange-note-year-missing", none),
            Self::YearUnreadable(words) => ("exchange-note-year-unreadable", words.clone()),
            Self::BalanceUnreadable(words) => ("exchange-note-balance-unreadable", words.clone()),
            Self::DayOutsideMonth(_) => ("exchange-note-day-outside", none),
            Self::DayUnreadable(words) if words.is_empty() => ("exchange-note-day-missing", none),
            Self::DayUnreadable(words) => ("exchange-note-day-unreadable", words.clone()),
            Self::NoBookingDay => ("exchange-note-no-booking-day", none),
            Self::Characters(count) => ("exchange-note-characters", count.to_string()),
            Self::DoesNotAddUp { .. } => ("exchange-note-does-not-add-up", none),
            Self::Gap { .. } => ("exchange-note-gap", none),
            Self::Repeated => ("exchange-note-repeated", none),
            Self::ToldAgain(count) => ("exchange-note-told-again", count.to_string()),
            Self::More { count, .. } => ("exchange-note-more", count.to_string()),
            Self::Skipped(name) => ("exchange-note-skipped", name.clone()),
            Self::Ragged => ("exchange-note-ragged", none),
            Self::TwoHeads(name) => ("exchange-note-two-heads", name.clone()),
        }
    }
}

/// Adds a note; from so many on, only that there is one more.
pub fn add(notes: &mut Vec<Note>, note: Note) {
    let more = match note.kind {
        NoteKind::More { count, .. } => count,
        _ => 1,
    };
    if notes.len() < MOST_NOTES && !matches!(note.kind, NoteKind::More { .. }) {
        notes.push(note);
        return;
    }
    let leaves = note.kind.leaves_gaps();
    let known = notes.iter_mut().rev().find_map(|known| match &mut known.kind {
        NoteKind::More { count, gaps } => Some((count, gaps)),
        _ => None,
    });
    if let Some((count, gaps)) = known {
        *count += more;
        *gaps |= leaves;
        return;
    }
    let kind = NoteKind::More { count: more, gaps: leaves };
    notes.push(Note { kind, line: 0, about: String::new() });
}
