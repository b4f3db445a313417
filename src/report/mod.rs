//! Typed report values: what a paper or a table says, without layout and without a language.
//!
//! May use `domain` and query results. Renderers compute nothing: every figure stands here,
//! every word is a message key that `text` turns into German or English.

pub mod bar;
pub mod budget;
pub mod cases;
pub mod chart;
pub mod claims;
pub mod comparison;
pub mod counties;
pub mod difference;
pub mod journal;
pub mod postings;
pub mod programme;
pub mod progress;
pub mod proofs;
pub mod published;
pub mod sheet;
pub mod statement;
pub mod unit;
pub mod verification;

mod footnote;
mod interest;
mod part;

use rust_decimal::Decimal;

pub use part::sender;

pub use crate::store::view::PostingFilter;

use crate::domain::body::Setting;
use crate::domain::drawing::Drawing;
use crate::domain::{Day, FiscalYear, ImpreciseDate, Kind, Money, RecipientKey, Seq};
use crate::store::view::Head;

/// A whole report or letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Stable name of the report kind, for file names ("statement", "programme").
    pub kind: &'static str,
    /// Title of the document.
    pub title: Phrase,
    /// One line below the title: Stichtag, Datenstand, unit.
    pub subtitle: Phrase,
    /// What the figures rest on; printed in the foot of every page.
    pub basis: Basis,
    /// Address field and reference block; `None` for a report.
    pub letter: Option<Letter>,
    /// Whose paper it is.
    pub sender: Sender,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// What the pages abridge, in full: files of their own inside of the paper.
    pub annex: Option<Table>,
}

impl Report {
    /// True when it can leave the house with a day of issue (*Ausfertigung*).
    #[must_use]
    pub fn can_be_issued(&self) -> bool {
        can_be_issued(self.kind)
    }

    /// The annex as a report of its own, on the same basis; `None` without one.
    #[must_use]
    pub fn annexed(&self) -> Option<Self> {
        Some(Self {
            kind: self.kind,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            basis: self.basis.clone(),
            letter: None,
            sender: self.sender.clone(),
            blocks: vec![Block::Table(self.annex.clone()?)],
            annex: None,
        })
    }
}

/// True for reports of this kind that can leave the house: protocol, register, difference, and the
/// comparison with files of others, which the ledger does not keep, are working papers.
#[must_use]
pub fn can_be_issued(kind: &str) -> bool {
    !matches!(kind, "verification" | "published" | "difference" | "comparison")
}

/// The pair of times and the chain heads on which every figure of a report rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Name of the programme.
    pub programme: String,
    /// *Stichtag*: bookings effective until then count.
    pub as_of: Day,
    /// *Datenstand*: the last journal entry that counts.
    pub known: Seq,
    /// When that entry was recorded, microseconds since 1970 UTC.
    pub known_at: i64,
    /// Chain hash of that entry.
    pub head: [u8; 32],
    /// For a recipient's paper: key, number of the last own entry, hash of its own chain.
    pub recipient_head: Option<(RecipientKey, Seq, [u8; 32])>,
    /// True for sample data, which every page says.
    pub sample: bool,
    /// What was asked for beside the pair of times.
    pub asked: Asked,
}

/// What was asked for: with the basis it is enough to make the same paper again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Fiscal year; without it what the report takes by itself.
    pub year: Option<FiscalYear>,
    /// In what the amounts are given.
    pub unit: unit::Unit,
    /// The entry that a data sheet is about, or the earlier Datenstand of a difference.
    pub entry: Option<Seq>,
    /// True when a verification replays the whole journal, too.
    pub deep: bool,
    /// Day of issue (*Ausfertigung*); without it the paper is a copy.
    pub issued_on: Option<Day>,
    /// When, by whom and in which file a protocol was made; unlike all else it rests on the moment.
    pub checked: Option<Checked>,
    /// Made from the extract for its recipient, which the paper says.
    pub extract: bool,
}

/// The moment of a verification.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// When, microseconds since 1970 UTC.
    pub at: i64,
    /// Account of whoever checked; empty when it is not known.
    pub by: String,
    /// Name of the file.
    pub file: String,
}

/// The authority at the head of the first page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sender {
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<Drawing>,
}

/// Address field and reference block of a letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Unit and address of the authority, one line.
    pub sender_line: String,
    /// Address field, line by line.
    pub address: Vec<String>,
    /// Reference block on the right, line by line.
    pub references: Vec<Phrase>,
}

/// One piece of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Heading of a section, level 2.
    Heading(Phrase),
    /// Key figures side by side.
    Figures(Vec<(Phrase, Cell)>),
    /// Label and value pairs in two columns.
    Facts(Vec<(Phrase, Cell)>),
    /// A paragraph.
    Paragraph(Phrase),
    /// A smaller paragraph: source, legend.
    Note(Phrase),
    /// A footnote: its number, which the marks in cells of tables before it have, and what it says.
    Footnote(u8, Phrase),
    /// In what the amounts of the table, the key figures or the facts right below are given.
    Unit(Phrase),
    /// A table.
    Table(Table),
    /// Stacked bars, one per row, with the figures in a table beside it.
    Bars(Bars),
    /// Lines or a map, with the figures in a table beside it.
    Chart(chart::Chart),
    /// Confirm-or-object slip.
    Slip(Slip),
}

/// A table with typed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows, for the screen reader and the attachment's name.
    pub caption: Phrase,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// Weight of the columns of a register: a long table whose rows are looked up, not read.
pub const BY_WORDS: u32 = 0;

/// Head and width of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Head of the column.
    pub head: Phrase,
    /// Share of the width, in parts of the sum of all columns; where all are [`BY_WORDS`], the
    /// table is a register and each column is as wide as its words ask for.
    pub weight: u32,
    /// True for figures: right-aligned.
    pub numeric: bool,
}

/// What a row is in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A line of the table.
    Item,
    /// A sum; stays with the row above it.
    Sum,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Item or sum.
    pub kind: RowKind,
    /// Cells from left to right.
    pub cells: Vec<Cell>,
    /// Marks of footnotes: the place of the cell and the number of the note.
    pub marks: Vec<(usize, u8)>,
    /// The cell that leads to a section of the same paper, and the heading of that section.
    pub leads_to: Option<(usize, Phrase)>,
    /// Bookmarks at the row, each with its level below the title, which is 1.
    pub bookmarks: Vec<(u8, Phrase)>,
}

impl Row {
    /// A row without marks, which leads nowhere.
    #[must_use]
    pub const fn new(kind: RowKind, cells: Vec<Cell>) -> Self {
        Self { kind, cells, marks: Vec::new(), leads_to: None, bookmarks: Vec::new() }
    }

    /// The same row, with a footnote's mark at one of its cells.
    #[must_use]
    pub fn marked(mut self, place: usize, note: u8) -> Self {
        self.marks.push((place, note));
        self
    }
}

/// The mark of a footnote, as it stands at the cell and before the note.
#[must_use]
pub fn footnote_mark(number: u8) -> &'static str {
    const MARKS: [&str; 5] = ["¹", "²", "³", "⁴", "⁵"];
    MARKS.get(usize::from(number).saturating_sub(1)).copied().unwrap_or("*")
}

/// One typed cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing belongs here (below a sum, for instance).
    Empty,
    /// There is none, or none is possible ("–"). A figure that is nil is a figure, "0,00"
    /// (domain.md section 5.1).
    Nil,
    /// Text as recorded, in no language of ours.
    Text(String),
    /// Text of ours.
    Phrase(Phrase),
    /// An amount in cents with the bookings that make it up.
    Money(Money, Option<PostingFilter>),
    /// Thousands of euros, already rounded, and the exact amount.
    Thousands(i64, Money),
    /// Money for each of something; exact in every unit, because it is no sum.
    Rate(Money, Bound),
    /// Percent, already rounded to two decimals.
    Percent(Decimal),
    /// A plain whole number.
    Number(i64),
    /// A day.
    Day(Day),
    /// A date with its precision.
    Date(ImpreciseDate),
    /// A fiscal year.
    Year(FiscalYear),
    /// Kind of an entry: the word of the domain.
    Kind(Kind),
    /// What an entry of that kind is about, by its key.
    Object(Kind, String),
    /// A setting: what it lays down, for what, and how.
    Setting(Box<Setting>),
    /// Number and hash of an entry (*Prüfkennung*).
    Hash(Head),
}

impl Cell {
    /// True for what is counted or measured: it stands at the right and is never broken.
    #[must_use]
    pub const fn is_figure(&self) -> bool {
        matches!(
            self,
            Self::Money(..)
                | Self::Thousands(..)
                | Self::Rate(..)
                | Self::Percent(_)
                | Self::Number(_)
        )
    }
}

/// How exactly a figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// It is so.
    Exact,
    /// So much at most, because more was counted than what it is divided by.
    AtMost,
}

/// Horizontal stacked bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Short description for the screen reader; the numbers stand in a table.
    pub alt: Phrase,
    /// What is drawn.
    pub scene: bar::Bars,
}

/// Confirm-or-object slip of a statement (*Saldenbestätigung*, domain.md section 4).
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// Heading of the slip.
    pub heading: Phrase,
    /// The two sentences to tick.
    pub choices: Vec<Phrase>,
    /// Captions of the two signature lines.
    pub lines: Vec<Phrase>,
}

/// A message key of `text` with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Message key.
    pub key: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, Cell)>,
}

impl Phrase {
    /// A message without arguments.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Cell) -> Self {
        self.args.push((name, value));
        self
    }
}
