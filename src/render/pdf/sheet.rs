//! The sheets being filled: a cursor that runs down the page, page breaks, and the drawing of
//! text, rules and boxes as content or artifact.

use super::display::{
    Anchor, Artifact, Bookmark, Draw, LeafId, Line, Mpt, Node, Page, Pen, Rect, Run,
};
use super::display::{Rgb, Tag};
use super::style::{self, Style};
use super::widths::Alike;
use super::wrap::{self, Line as TextLine};
use crate::render::RenderError;
use crate::text::Lang;

/// Short side of A4.
const A4_SHORT: Mpt = 595_276;
/// Long side of A4.
const A4_LONG: Mpt = 841_890;

/// How text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Flush left.
    Left,
    /// Flush right.
    Right,
}

/// Where lines of text go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Left edge.
    pub x: Mpt,
    /// Upper edge.
    pub y: Mpt,
    /// Width.
    pub width: Mpt,
    /// Alignment.
    pub align: Align,
}

impl Frame {
    /// Flush left at a place.
    pub(super) const fn left(x: Mpt, y: Mpt, width: Mpt) -> Self {
        Self { x, y, width, align: Align::Left }
    }
}

/// Pages under construction.
pub(super) struct Sheet {
    /// Page width.
    pub width: Mpt,
    /// Page height.
    pub height: Mpt,
    /// Left edge of the text.
    pub left: Mpt,
    /// Right edge of the text.
    pub right: Mpt,
    /// First free place on pages after the first.
    pub top: Mpt,
    /// Lowest place for content.
    pub bottom: Mpt,
    /// Cursor: first free place of the current page.
    pub y: Mpt,
    /// Pages, the current one last.
    pub pages: Vec<Page>,
    /// Bookmarks.
    pub outline: Vec<Bookmark>,
    /// Where footnotes stand.
    pub notes: Vec<Anchor>,
    /// Columns that several tables have in common.
    pub alike: Alike,
    /// How much of each space between blocks and rows is kept, in hundredths.
    rhythm: Mpt,
    fresh: bool,
    leaves: u32,
}

/// The usual rhythm: all spaces as they are meant.
pub(super) const USUAL: Mpt = 100;

impl Sheet {
    /// The first page, A4; `foot` is the height that the foot needs above the page's edge.
    pub(super) fn new(landscape: bool, foot: Mpt) -> Self {
        let (width, height) = if landscape { (A4_LONG, A4_SHORT) } else { (A4_SHORT, A4_LONG) };
        Self {
            width,
            height,
            left: 63_000,
            right: width - 48_000,
            top: 74_000,
            bottom: height - foot,
            y: 0,
            pages: vec![Page::default()],
            outline: Vec::new(),
            notes: Vec::new(),
            alike: Alike::default(),
            rhythm: USUAL,
            fresh: true,
            leaves: 0,
        }
    }

    /// The same with closer spaces.
    pub(super) fn at_rhythm(self, rhythm: Mpt) -> Self {
        Self { rhythm, ..self }
    }

    /// A space in the rhythm of the paper.
    pub(super) const fn spaced(&self, height: Mpt) -> Mpt {
        height * self.rhythm / USUAL
    }

    /// An endless sheet of the same width, to see how tall something becomes.
    pub(super) fn trial(&self) -> Self {
        let bottom = Mpt::MAX / 2;
        let trial = Self::new(self.width > self.height, 0);
        let (left, right, rhythm) = (self.left, self.right, self.rhythm);
        Self { left, right, bottom, rhythm, alike: self.alike.clone(), fresh: false, ..trial }
    }

    /// Width of the text.
    pub(super) const fn measure(&self) -> Mpt {
        self.right - self.left
    }

    /// Width of the text, and whether it lies on a wide page.
    pub(super) const fn whole(&self) -> (Mpt, bool) {
        (self.measure(), self.width > self.height)
    }

    /// Height that is left on the page.
    pub(super) const fn room(&self) -> Mpt {
        self.bottom - self.y
    }

    /// Height of an empty page.
    pub(super) const fn full_room(&self) -> Mpt {
        self.bottom - self.top
    }

    /// Space before a block; none at the head of a page.
    pub(super) const fn space(&mut self, height: Mpt) {
        if !self.fresh {
            self.y += self.spaced(height);
        }
    }

    /// Uses up height.
    pub(super) const fn advance(&mut self, height: Mpt) {
        self.y += height;
        self.fresh = false;
    }

    /// Begins a new page unless that height is left; true when it did.
    pub(super) fn ensure(&mut self, height: Mpt) -> bool {
        if height <= self.room() || self.fresh {
            return false;
        }
        self.break_page();
        true
    }

    /// Begins a new page.
    pub(super) fn break_page(&mut self) {
        self.pages.push(Page::default());
        self.y = self.top;
        self.fresh = true;
    }

    /// Notes a bookmark at the cursor.
    pub(super) fn bookmark(&mut self, title: String, level: u8) {
        let page = self.pages.len() - 1;
        self.outline.push(Bookmark { title, level, page, y: self.y });
    }

    /// Adds drawing to the current page.
    pub(super) fn draw(&mut self, draw: Draw) {
        if let Some(page) = self.pages.last_mut() {
            page.draws.push(draw);
        }
    }

    /// Begins content; [`Sheet::end`] ends it.
    pub(super) fn begin(&mut self) -> LeafId {
        let leaf = LeafId(self.leaves);
        self.leaves += 1;
        self.draw(Draw::BeginContent(leaf));
        leaf
    }

    /// Ends content or an artifact.
    pub(super) fn end(&mut self) {
        self.draw(Draw::End);
    }

    /// Draws as an artifact that belongs to the layout.
    pub(super) fn artifact(&mut self, draws: impl IntoIterator<Item = Draw>) {
        self.draw(Draw::BeginArtifact(Artifact::Layout));
        draws.into_iter().for_each(|draw| self.draw(draw));
        self.end();
    }

    /// A rule from left to right, as an artifact.
    pub(super) fn rule(&mut self, from: Mpt, to: Mpt, y: Mpt, pen: Pen) {
        self.artifact([line((from, y), (to, y), pen)]);
    }

    /// Lines of text as content.
    pub(super) fn text(&mut self, lines: &[TextLine], style: Style, frame: Frame) -> Node {
        let leaf = self.begin();
        self.lines(lines, style, frame);
        self.end();
        Node::Leaf(leaf)
    }

    /// Lines of text, between a begin and an end of the caller.
    pub(super) fn lines(&mut self, lines: &[TextLine], style: Style, frame: Frame) {
        text_draws(lines, style, frame).for_each(|draw| self.draw(draw));
    }

    /// A text that flows over pages at the cursor, as one element.
    pub(super) fn flow(
        &mut self,
        (tag, language): (Tag, Option<Lang>),
        text: &str,
        style: Style,
    ) -> Result<Node, RenderError> {
        let lines = wrap::wrap(text, style, self.measure())?;
        let mut leaves = Vec::new();
        let mut rest = lines.as_slice();
        // No single line at the foot or the head of a page.
        self.ensure(style.leading * lines_mpt(rest.len().min(2)));
        while !rest.is_empty() {
            let fitting = usize::try_from(self.room() / style.leading).unwrap_or(0);
            let mut count = fitting.clamp(1, rest.len());
            if rest.len() - count == 1 && count > 2 {
                count -= 1;
            }
            let (now, later) = rest.split_at(count);
            let frame = Frame::left(self.left, self.y, self.measure());
            leaves.push(self.text(now, style, frame));
            self.advance(style.leading * lines_mpt(count));
            rest = later;
            if !rest.is_empty() {
                self.break_page();
            }
        }
        Ok(Node::spoken(language, tag, leaves))
    }
}

/// A number of lines as a factor of lengths.
pub(super) fn lines_mpt(count: usize) -> Mpt {
    Mpt::try_from(count).unwrap_or(Mpt::MAX)
}

/// Drawing of lines of text in a frame.
pub(super) fn text_draws(
    lines: &[TextLine],
    style: Style,
    frame: Frame,
) -> impl Iterator<Item = Draw> {
    let mut y = frame.y + style.baseline();
    lines.iter().filter_map(move |line| {
        let baseline = y;
        y += style.leading;
        let x = match frame.align {
            Align::Left => frame.x,
            Align::Right => frame.x + frame.width - line.width,
        };
        (!line.glyphs.is_empty()).then(|| {
            Draw::Text(Run {
                x,
                y: baseline,
                size: style.size,
                face: style.face,
                color: style.color,
                glyphs: line.glyphs.clone(),
            })
        })
    })
}

/// A straight line.
pub(super) const fn line(from: (Mpt, Mpt), to: (Mpt, Mpt), pen: Pen) -> Draw {
    Draw::Line(Line { from, to, pen })
}

/// A box with an outline.
pub(super) const fn outlined(at: (Mpt, Mpt), size: (Mpt, Mpt), pen: Pen) -> Draw {
    let (x, y) = at;
    Draw::Rect(Rect { x, y, width: size.0, height: size.1, fill: None, stroke: Some(pen) })
}

/// A filled box.
pub(super) const fn filled(at: (Mpt, Mpt), size: (Mpt, Mpt), color: Rgb) -> Draw {
    let (x, y) = at;
    Draw::Rect(Rect { x, y, width: size.0, height: size.1, fill: Some(color), stroke: None })
}

/// Heading of a section at the cursor, with a bookmark, on the page of what follows it.
pub(super) fn heading(
    sheet: &mut Sheet,
    (text, language): (&str, Option<Lang>),
    follows: Mpt,
) -> Result<Node, RenderError> {
    sheet.space(12_000);
    sheet.ensure(style::HEADING.leading + 2_500 + follows);
    sheet.bookmark(wrap::plain(text), 2);
    let node = sheet.flow((Tag::Heading(2), language), text, style::HEADING)?;
    sheet.advance(2_500);
    Ok(node)
}
