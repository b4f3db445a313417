//! The display list: positioned drawing and the structure tree over it.
//!
//! Lengths are integers in 1/1000 pt, y runs down from the top of the page. Every drawing
//! stands between a begin and [`Draw::End`]: content that a node of the tree owns, or an
//! artifact that a screen reader skips.

use super::font::{Face, Glyph};
use crate::text::Lang;

/// A length or position in 1/1000 pt.
pub(super) type Mpt = i64;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub u8, pub u8, pub u8);

/// A whole document.
#[derive(Debug)]
pub(super) struct Doc {
    /// Page width.
    pub width: Mpt,
    /// Page height.
    pub height: Mpt,
    /// Pages from first to last.
    pub pages: Vec<Page>,
    /// Structure in reading order, below the document element.
    pub tree: Vec<Node>,
    /// Bookmarks in reading order.
    pub outline: Vec<Bookmark>,
    /// Where footnotes stand.
    pub notes: Vec<Anchor>,
    /// Title, author, language and dates.
    pub about: About,
}

/// What a file says about itself.
#[derive(Debug)]
pub(super) struct About {
    /// Title of the document.
    pub title: String,
    /// One line about its content.
    pub subject: String,
    /// The authority.
    pub author: String,
    /// Language of the text.
    pub language: Lang,
    /// Date of creation and change, microseconds since 1970 UTC.
    pub dated: i64,
    /// The same data as files, in the order of their names.
    pub attachments: Vec<Attachment>,
}

/// A file inside of the paper.
#[derive(Debug)]
pub(super) struct Attachment {
    /// Name of the file.
    pub name: String,
    /// Media type.
    pub mime: &'static str,
    /// What it is, in the language of the paper.
    pub description: String,
    /// Its bytes; the last one ends no line.
    pub content: Vec<u8>,
}

/// One page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Drawing in painting order.
    pub draws: Vec<Draw>,
}

/// Number of a piece of content, unique in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LeafId(pub u32);

/// What an artifact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Artifact {
    /// Rules, boxes, repeated heads of a table.
    Layout,
    /// Running head.
    Header,
    /// Running foot.
    Footer,
}

/// One drawing command.
#[derive(Clone, Debug)]
pub(super) enum Draw {
    /// Begins an artifact.
    BeginArtifact(Artifact),
    /// Begins content that the tree names.
    BeginContent(LeafId),
    /// Ends the last begin.
    End,
    /// A run of shaped glyphs.
    Text(Run),
    /// A rectangle.
    Rect(Rect),
    /// A straight line.
    Line(Line),
    /// An area with straight and curved outlines.
    Area(Area),
}

/// Shaped glyphs on one baseline.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Left end.
    pub x: Mpt,
    /// Baseline, from the top of the page.
    pub y: Mpt,
    /// Type size.
    pub size: Mpt,
    /// Face.
    pub face: Face,
    /// Colour.
    pub color: Rgb,
    /// Glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// An area of one colour.
#[derive(Clone, Debug)]
pub(super) struct Area {
    /// Outlines: each begins with its first place; of a curve the places that pull are marked.
    pub outlines: Vec<Vec<((Mpt, Mpt), bool)>>,
    /// True when what is enclosed twice is no part of it.
    pub even_odd: bool,
    /// Colour.
    pub fill: Rgb,
}

/// A rectangle, filled, outlined or both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rect {
    /// Left edge.
    pub x: Mpt,
    /// Upper edge.
    pub y: Mpt,
    /// Width.
    pub width: Mpt,
    /// Height.
    pub height: Mpt,
    /// Filling.
    pub fill: Option<Rgb>,
    /// Outline, centred on the edges.
    pub stroke: Option<Pen>,
}

/// A straight line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Start.
    pub from: (Mpt, Mpt),
    /// End.
    pub to: (Mpt, Mpt),
    /// Pen.
    pub pen: Pen,
}

/// Width, colour and dashes of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// Width.
    pub width: Mpt,
    /// Colour.
    pub color: Rgb,
    /// Length of dashes and gaps; 0 for an unbroken line.
    pub dash: Mpt,
}

/// A node of the structure tree.
#[derive(Debug)]
pub(super) enum Node {
    /// A structure element with its kids.
    Group(Tag, Vec<Node>),
    /// The same, in a language that is not that of the paper.
    Foreign(Lang, Tag, Vec<Node>),
    /// Content that leads elsewhere.
    Link(Link),
    /// A piece of content.
    Leaf(LeafId),
}

impl Node {
    /// An element, whose language is named where it is not that of the paper.
    pub(super) fn spoken(language: Option<Lang>, tag: Tag, kids: Vec<Self>) -> Self {
        match language {
            Some(language) => Self::Foreign(language, tag, kids),
            None => Self::Group(tag, kids),
        }
    }
}

/// A link: where it can be clicked, where it leads, and what it says of itself.
#[derive(Debug)]
pub(super) struct Link {
    /// Page from 0 and box (left, top, right, bottom) of each of its lines.
    pub areas: Vec<(usize, [Mpt; 4])>,
    /// Where it leads.
    pub target: Target,
    /// What is said of it aloud.
    pub says: String,
    /// Its content.
    pub kids: Vec<Node>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An address outside of the paper.
    Address(String),
    /// The heading with that bookmark.
    Heading(String),
    /// The footnote of that number.
    Note(u8),
}

/// Which way a header cell points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Heads a column.
    Column,
    /// Heads a row.
    Row,
}

/// Kind of a structure element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Heading of level 1 or 2.
    Heading(u8),
    /// Paragraph.
    Paragraph,
    /// Section.
    Section,
    /// List without numbers.
    List,
    /// One item of a list.
    Item,
    /// Label of an item.
    Label,
    /// Body of an item.
    Body,
    /// Table; the text says what it shows.
    Table(String),
    /// Head rows of a table.
    Head,
    /// Body rows of a table.
    Rows,
    /// Row.
    Row,
    /// Header cell.
    HeaderCell(Scope),
    /// Data cell.
    DataCell,
    /// Mark of a footnote, which leads to it.
    Reference,
    /// Footnote of that number, which no other one of the paper has.
    Note(u8),
    /// Picture with its alternative text and its box (left, top, right, bottom).
    Figure(String, [Mpt; 4]),
}

/// Where a footnote begins.
#[derive(Debug)]
pub(super) struct Anchor {
    /// Its number.
    pub number: u8,
    /// Page from 0.
    pub page: usize,
    /// Its upper edge.
    pub y: Mpt,
}

/// A bookmark.
#[derive(Debug)]
pub(super) struct Bookmark {
    /// Its text.
    pub title: String,
    /// Level of the heading, 1 or 2.
    pub level: u8,
    /// Page from 0.
    pub page: usize,
    /// Upper edge of the heading.
    pub y: Mpt,
}

/// Tag of a language as a file names it.
pub(super) const fn language_tag(language: Lang) -> &'static str {
    match language {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    }
}
