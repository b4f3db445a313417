//! Papers on their way: looked at, written, issued, checked.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Known, Problem};
use crate::domain::{Day, RecipientKey, Seq};
use crate::paper::check::Verdict;
use crate::paper::issued::IssuedPaper;
use crate::paper::{Form, Wish};
use crate::store::view::{Head, Times};
use crate::text::Lang;

/// A page of a paper, to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageWish {
    /// Of which paper.
    pub wish: Wish,
    /// In which language.
    pub lang: Lang,
    /// Which page, from 0.
    pub page: usize,
    /// How wide, in pixels.
    pub width: u16,
}

/// A paper as it would be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperView {
    /// What was asked for.
    pub wish: Wish,
    /// In which language.
    pub lang: Lang,
    /// Stichtag and Datenstand that were chosen in the window.
    pub chosen: (Day, Known),
    /// The last entry of the ledger when it was made.
    pub head: Head,
    /// What was asked for, the Datenstand as a number: it makes the same paper again.
    pub times: Times,
    /// What the paper itself states; that of a data sheet is the day of its entry.
    pub stated: Times,
    /// Differs from that of every other paper that was made.
    pub serial: u64,
    /// Its title.
    pub title: String,
    /// The line below: Stichtag, Datenstand, unit.
    pub subtitle: String,
    /// Its key figures: name and value.
    pub figures: Vec<(String, String)>,
    /// Width and height of each page, in points of paper.
    pub pages: Vec<(f32, f32)>,
    /// All of it as text, line by line.
    pub lines: Vec<String>,
    /// The file whose pages these are.
    pub pdf: PdfBytes,
    /// The last issue of the same paper, if there was any.
    pub issued: Option<Box<IssuedPaper>>,
}

/// The bytes of a PDF; many may hold them.
#[derive(Clone, PartialEq, Eq)]
pub struct PdfBytes(pub Arc<Vec<u8>>);

impl fmt::Debug for PdfBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdfBytes({})", self.0.len())
    }
}

/// A page as pixels, four bytes each (red, green, blue, opaque).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// What was asked for.
    pub of: PageWish,
    /// That of its paper, see [`PaperView::serial`].
    pub serial: u64,
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// The pixels, row by row from the top.
    pub rgba: Vec<u8>,
}

/// A paper to be written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOrder {
    /// Which.
    pub wish: Wish,
    /// In which language.
    pub lang: Lang,
    /// What the file is.
    pub form: Form,
    /// True when the system's program shows it afterwards, to print it there.
    pub show: bool,
    /// The paper that is looked at; without it the one of the window's Stichtag and Datenstand.
    pub seen: Option<SeenPaper>,
}

/// What was looked at when a paper was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenPaper {
    /// Stichtag and Datenstand with which it is made.
    pub times: Times,
    /// Stichtag and Datenstand that it states.
    pub stated: Times,
    /// The file whose pages were seen.
    pub pdf: PdfBytes,
}

impl PaperOrder {
    /// The paper that is looked at.
    #[must_use]
    pub fn of(view: &PaperView, form: Form, show: bool) -> Self {
        let (times, stated, pdf) = (view.times, view.stated, view.pdf.clone());
        let seen = Some(SeenPaper { times, stated, pdf });
        Self { wish: view.wish.clone(), lang: view.lang, form, show, seen }
    }

    /// A paper that nobody looked at yet, to be printed.
    #[must_use]
    pub const fn print(wish: Wish, lang: Lang) -> Self {
        Self { wish, lang, form: Form::Pdf, show: true, seen: None }
    }
}

/// The statements of all recipients, to be issued: what the person read before deciding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueAllOrder {
    /// In which language.
    pub lang: Lang,
    /// Stichtag.
    pub as_of: Day,
    /// Datenstand.
    pub known: Known,
    /// How many recipients get one.
    pub count: usize,
    /// File reference; may be empty.
    pub voucher: String,
}

/// A paper to be issued: what was on the screen when the person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueOrder {
    /// Which.
    pub wish: Wish,
    /// In which language.
    pub lang: Lang,
    /// Stichtag and Datenstand with which it is made.
    pub times: Times,
    /// Stichtag and Datenstand that it states.
    pub stated: Times,
    /// Its title.
    pub title: String,
    /// The last issue of the same paper, if there was any.
    pub before: Option<Box<IssuedPaper>>,
    /// File reference; may be empty.
    pub voucher: String,
}

impl IssueOrder {
    /// The paper that is looked at.
    #[must_use]
    pub fn of(view: &PaperView) -> Self {
        Self {
            wish: view.wish.clone(),
            lang: view.lang,
            times: view.times,
            stated: view.stated,
            title: view.title.clone(),
            before: view.issued.clone(),
            voucher: String::new(),
        }
    }
}

/// How far the check of a paper is.
#[derive(Clone, Debug, Default)]
pub enum PaperCheck {
    /// None was asked for.
    #[default]
    Idle,
    /// The file is being read.
    Running(PathBuf),
    /// What it is.
    Done(PathBuf, Verdict),
    /// It could not be read.
    Failed(PathBuf, Problem),
}

/// The statements of all recipients, written to a folder one after the other.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Where to.
    pub folder: PathBuf,
    /// How many there are, once that is known.
    pub total: usize,
    /// What became of each so far.
    pub rows: Vec<BatchRow>,
    /// True when each is issued, and not only copied.
    pub issuing: bool,
    /// True while it goes on.
    pub running: bool,
    /// True when it was stopped.
    pub stopped: bool,
}

/// What became of the statement of one recipient.
#[derive(Clone, Debug)]
pub struct BatchRow {
    /// Whose.
    pub key: RecipientKey,
    /// The recipient's name.
    pub name: String,
    /// The file and the entry with which it was issued, or why there is none.
    pub file: Result<(PathBuf, Option<Seq>), Problem>,
    /// The last issue of the same paper before that one, if there was any.
    pub before: Option<Box<IssuedPaper>>,
}
