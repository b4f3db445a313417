//! The confirm-or-object slip: a dashed box that is cut out and sent back, on one page.

use super::display::{Draw, Mpt, Node, Tag};
use super::sheet::{self, Frame, Sheet, lines_mpt};
use super::style;
use super::wrap::{self, Line};
use crate::render::{RenderError, words};
use crate::report::Slip;
use crate::text::Text;

const PAD: Mpt = 11_000;
const TICK: Mpt = 7_200;
const TICK_GAP: Mpt = 6_000;
const SIGN_ROOM: Mpt = 23_000;
const REASON_ROOM: Mpt = 15_000;

struct Choice {
    lines: Vec<Line>,
    /// A line to write on follows the text, because it ends with a colon.
    reason: bool,
}

/// The slip at the cursor, on the next page when this one is too full.
pub(super) fn slip(sheet: &mut Sheet, slip: &Slip, text: &Text) -> Result<Node, RenderError> {
    let inner = sheet.measure() - 2 * PAD;
    let heading = words::phrase(text, &slip.heading);
    let heading_lines = wrap::wrap(&heading, style::STRONG, inner)?;
    let choices = choices(slip, inner - TICK - TICK_GAP, text)?;
    let heading_height = style::STRONG.leading * lines_mpt(heading_lines.len());
    let choice_height: Mpt = choices.iter().map(height_of).sum();
    let sign_height = if slip.lines.is_empty() { 0 } else { SIGN_ROOM + style::LABEL.leading };
    let height = 7_000 + heading_height + 4_000 + choice_height + sign_height + 6_000;
    sheet.space(12_000);
    sheet.ensure(height);
    let (left, top) = (sheet.left, sheet.y);
    sheet.artifact([sheet::outlined((left, top), (sheet.measure(), height), style::CUT)]);
    let name = heading.split_once(" – ").map_or(heading.as_str(), |(name, _)| name);
    sheet.bookmark(wrap::plain(name), 2);
    sheet.advance(7_000);
    let frame = Frame::left(left + PAD, sheet.y, inner);
    let head = heading_node(sheet, &heading, &heading_lines, frame)?;
    sheet.advance(heading_height + 4_000);
    let items: Vec<Node> = choices.iter().map(|choice| draw_choice(sheet, choice)).collect();
    let mut kids = vec![head];
    if !items.is_empty() {
        kids.push(Node::Group(Tag::List, items));
    }
    if !slip.lines.is_empty() {
        sheet.advance(SIGN_ROOM);
        kids.extend(signatures(sheet, slip, text)?);
    }
    sheet.y = top + height;
    Ok(Node::Group(Tag::Section, kids))
}

fn choices(slip: &Slip, width: Mpt, text: &Text) -> Result<Vec<Choice>, RenderError> {
    slip.choices
        .iter()
        .map(|choice| {
            let written = words::phrase(text, choice);
            let lines = wrap::wrap(&written, style::BODY, width)?;
            Ok(Choice { lines, reason: written.trim_end().ends_with(':') })
        })
        .collect()
}

fn height_of(choice: &Choice) -> Mpt {
    let extra = if choice.reason { REASON_ROOM } else { 0 };
    style::BODY.leading * lines_mpt(choice.lines.len()) + 3_000 + extra
}

/// The heading; what follows a dash is not bold when all stands on one line.
fn heading_node(
    sheet: &mut Sheet,
    heading: &str,
    lines: &[Line],
    frame: Frame,
) -> Result<Node, RenderError> {
    let leaf = match heading.split_once(" – ") {
        Some((bold, rest)) if lines.len() == 1 => {
            let bold = wrap::single(&format!("{bold} "), style::STRONG)?;
            let start = frame.x + super::font::width(&bold.glyphs, style::STRONG.size);
            let rest = wrap::single(&format!("– {rest}"), style::BODY)?;
            let leaf = sheet.begin();
            sheet.lines(&[bold], style::STRONG, frame);
            sheet.lines(&[rest], style::BODY, Frame { x: start, ..frame });
            sheet.end();
            Node::Leaf(leaf)
        }
        _ => sheet.text(lines, style::STRONG, frame),
    };
    Ok(Node::Group(Tag::Heading(2), vec![leaf]))
}

fn draw_choice(sheet: &mut Sheet, choice: &Choice) -> Node {
    let (x, y) = (sheet.left + PAD, sheet.y);
    let width = sheet.measure() - 2 * PAD;
    let tick = (x, y + style::BODY.baseline() - TICK + 400);
    let mut marks = vec![sheet::outlined(tick, (TICK, TICK), style::WRITE)];
    let indent = x + TICK + TICK_GAP;
    if choice.reason {
        marks.extend(reason_lines(choice, (indent, x + width), y));
    }
    sheet.artifact(marks);
    let frame = Frame::left(indent, y, width - TICK - TICK_GAP);
    let body = sheet.text(&choice.lines, style::BODY, frame);
    sheet.advance(height_of(choice));
    Node::Group(Tag::Item, vec![Node::Group(Tag::Body, vec![body])])
}

/// Lines to write the reason on: from the end of the text, and one more.
fn reason_lines(choice: &Choice, span: (Mpt, Mpt), y: Mpt) -> [Draw; 2] {
    let written = choice.lines.last().map_or(0, |line| line.width);
    let last = lines_mpt(choice.lines.len()) - 1;
    let first = y + style::BODY.leading * last + style::BODY.baseline() + 1_500;
    let second = first + REASON_ROOM;
    [
        sheet::line((span.0 + written + 5_000, first), (span.1, first), style::HAIRLINE_DARK),
        sheet::line((span.0, second), (span.1, second), style::HAIRLINE_DARK),
    ]
}

fn signatures(sheet: &mut Sheet, slip: &Slip, text: &Text) -> Result<Vec<Node>, RenderError> {
    let gap = 22_000;
    let count = lines_mpt(slip.lines.len());
    let width = (sheet.measure() - 2 * PAD - gap * (count - 1)) / count;
    let mut nodes = Vec::new();
    let mut x = sheet.left + PAD;
    let y = sheet.y;
    for caption in &slip.lines {
        sheet.rule(x, x + width, y, style::WRITE);
        let line = wrap::single(&words::phrase(text, caption), style::NOTE)?;
        let leaf = sheet.text(&[line], style::NOTE, Frame::left(x, y + 2_000, width));
        nodes.push(Node::Group(Tag::Paragraph, vec![leaf]));
        x += width + gap;
    }
    Ok(nodes)
}
