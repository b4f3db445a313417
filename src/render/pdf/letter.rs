//! What surrounds the content: letterhead, address field and reference block of the first
//! page, running head and foot, the marks of samples and copies.
//!
//! The address field stands where DIN 5008 form A has it (from 27 mm, names from 44.7 mm, to
//! 72 mm), so that it shows in the window of an envelope, below the sender's own address in small.
//! Form A and not B: a statement of one grant with a payment or two ends on its first page, with
//! the slip. A longer one has its slip on the last page, below rows of what it confirms
//! (`layout::up_to_slip`).

use super::code;
use super::display::{Artifact, Draw, Mpt, Node, Tag};
use super::links;
use super::logo;
use super::sheet::{self, Align, Frame, Sheet, lines_mpt};
use super::style::{self, Style};
use super::wrap;
use crate::render::{RenderError, words};
use crate::report::{Basis, Letter, Report};
use crate::text::Text;

const ADDRESS_TOP: Mpt = 124_000;
const ADDRESS_WIDTH: Mpt = 241_000;
const REFERENCE_TOP: Mpt = 99_000;
const WINDOW_END: Mpt = 196_000;
const LETTERHEAD_TOP: Mpt = 40_000;
const CHIP_TOP: Mpt = 35_000;
const LOGO_TOP: Mpt = 35_000;
const BELOW_MARKS: Mpt = 52_500;
/// Between the parts of an address in one line.
const SEPARATOR: &str = " · ";
const CHIP_PAD: Mpt = 6_000;
const CHIP_HEIGHT: Mpt = 16_500;
const FOOT_TEXT: Mpt = 6_000;
const FOOT_GAP: Mpt = 8_000;
const FOOT_MARGIN: Mpt = 20_000;

/// Height from the lowest content to the edge of the page.
pub(super) fn foot_height(basis: &Basis) -> Mpt {
    let lines = if basis.recipient_head.is_some() { 2 } else { 1 };
    FOOT_GAP + FOOT_TEXT + style::FOOT.leading * lines + FOOT_MARGIN
}

/// Letterhead and, for a letter, address field and reference block; leaves the cursor below.
pub(super) fn first_page(
    sheet: &mut Sheet,
    report: &Report,
    text: &Text,
) -> Result<Vec<Node>, RenderError> {
    let mut nodes = letterhead(sheet, report, text)?;
    let Some(letter) = &report.letter else {
        sheet.y += 11_000;
        return Ok(nodes);
    };
    let below = sheet.y;
    nodes.push(address(sheet, &report.sender.name, letter, text)?);
    nodes.push(references(sheet, letter, text, below)?);
    fold_marks(sheet);
    sheet.y = sheet.y.max(WINDOW_END);
    Ok(nodes)
}

fn letterhead(sheet: &mut Sheet, report: &Report, text: &Text) -> Result<Vec<Node>, RenderError> {
    let name = report.sender.name.as_str();
    let detail = match &report.letter {
        Some(letter) => letter.sender_line.as_str(),
        None => report.basis.programme.as_str(),
    };
    let marks = chips_width(report, text)?;
    let mut nodes = Vec::new();
    let (mut left, mut below) = (sheet.left, LETTERHEAD_TOP);
    if let Some(own) = &report.sender.logo {
        nodes.push(logo::logo(sheet, (name, own), (sheet.left, LOGO_TOP)));
        let (width, height) = logo::size(own);
        left += width + logo::GAP;
        below = LOGO_TOP + height;
    }
    let whole = sheet.right - left;
    // Beside a logo a long name stands below the marks rather than in a narrow column.
    let beside = whole - marks;
    let fits = report.sender.logo.is_none() || wrap::single(name, style::SENDER)?.width <= beside;
    let (top, own) = if fits { (LETTERHEAD_TOP, beside) } else { (BELOW_MARKS, whole) };
    let parts = [(name, style::SENDER, own), (detail, style::LABEL, whole)];
    sheet.y = top;
    for (line, style, width) in parts {
        if line.is_empty() {
            continue;
        }
        let lines = wrap::wrap(line, style, width)?;
        let frame = Frame::left(left, sheet.y, width);
        let language = words::foreign_text(text, line);
        let said = links::text(sheet, &lines, style, frame);
        nodes.push(Node::spoken(language, Tag::Paragraph, said));
        sheet.advance(style.leading * lines_mpt(lines.len()));
    }
    sheet.y = sheet.y.max(below);
    sheet.advance(7000);
    let (left, right, y) = (sheet.left, sheet.right, sheet.y);
    sheet.rule(left, right, y, style::LETTERHEAD);
    Ok(nodes)
}

fn address(
    sheet: &mut Sheet,
    name: &str,
    letter: &Letter,
    text: &Text,
) -> Result<Node, RenderError> {
    let top = sheet.y.max(ADDRESS_TOP);
    sender_in_window(sheet, (name, letter), top)?;
    let lines = wrap::wrap(&letter.address.join("\n"), style::BODY, ADDRESS_WIDTH)?;
    let leaf = sheet.text(&lines, style::BODY, Frame::left(sheet.left, top, ADDRESS_WIDTH));
    sheet.y = top + style::BODY.leading * lines_mpt(lines.len());
    let language = words::foreign_text(text, &letter.address.join(" "));
    Ok(Node::spoken(language, Tag::Paragraph, vec![leaf]))
}

/// The sender's address above the recipient's, for what comes back; a screen reader has heard it in
/// the letterhead.
fn sender_in_window(
    sheet: &mut Sheet,
    (name, letter): (&str, &Letter),
    below: Mpt,
) -> Result<(), RenderError> {
    // Name, street and town are enough; the unit stands in the letterhead.
    let parts: Vec<&str> = letter.sender_line.split(SEPARATOR).collect();
    let street_and_town = &parts[parts.len().saturating_sub(2)..];
    let parts = [&[name], street_and_town].concat();
    let written: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let lines = wrap::wrap(&written.join(SEPARATOR), style::RETURN, ADDRESS_WIDTH)?;
    let height = style::RETURN.leading * lines_mpt(lines.len());
    let y = below - height - 5_000;
    let frame = Frame::left(sheet.left, y, ADDRESS_WIDTH);
    let rule = (sheet.left, y + height + 1_000);
    sheet.draw(Draw::BeginArtifact(Artifact::Layout));
    sheet.lines(&lines, style::RETURN, frame);
    sheet.draw(sheet::line(rule, (rule.0 + ADDRESS_WIDTH, rule.1), style::BOX));
    sheet.end();
    Ok(())
}

fn references(
    sheet: &mut Sheet,
    letter: &Letter,
    text: &Text,
    below: Mpt,
) -> Result<Node, RenderError> {
    let top = REFERENCE_TOP.max(below + 8_000);
    let written: Vec<String> =
        letter.references.iter().map(|line| words::phrase(text, line)).collect();
    let x = sheet.left + ADDRESS_WIDTH + 9000;
    let frame = Frame { x, y: top, width: sheet.right - x, align: Align::Right };
    let lines = wrap::wrap(&written.join("\n"), style::LABEL, frame.width)?;
    let said = links::text(sheet, &lines, style::LABEL, frame);
    let end = top + style::LABEL.leading * lines_mpt(lines.len());
    sheet.y = sheet.y.max(end);
    Ok(Node::Group(Tag::Paragraph, said))
}

/// Marks to fold and to punch (DIN 5008 form A: 87 mm, 148.5 mm, 192 mm).
fn fold_marks(sheet: &mut Sheet) {
    let marks = [(246_614, 14_000), (420_945, 20_000), (544_252, 14_000)];
    sheet.artifact(
        marks.map(|(y, length)| sheet::line((10_000, y), (10_000 + length, y), style::MARK)),
    );
}

/// Running heads, feet and marks of all pages, when their number is known. The marks and the
/// anchor are content on the first page and artifacts on the others.
pub(super) fn furniture(
    sheet: &mut Sheet,
    report: &Report,
    text: &Text,
) -> Result<(Vec<Node>, Vec<Node>), RenderError> {
    let pages = sheet.pages.len();
    let (mut marks, mut anchors) = (Vec::new(), Vec::new());
    for (place, page) in std::mem::take(&mut sheet.pages).into_iter().enumerate() {
        sheet.pages.push(page);
        if place > 0 {
            let beside = sheet.measure() - chips_width(report, text)?;
            running_head(sheet, &words::phrase(text, &report.title), beside)?;
        }
        marks.extend(chips(sheet, report, text, place == 0)?);
        anchors.extend(anchor(sheet, &report.basis, text, place == 0)?);
        if place == 0 {
            anchors.push(code::code(sheet, &report.basis, text)?);
        }
        let numbers = [("page", number(text, place + 1)), ("pages", number(text, pages))];
        page_number(sheet, &text.format("paper-page", &numbers))?;
    }
    Ok((marks, anchors))
}

fn number(text: &Text, count: usize) -> String {
    text.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The title on later pages; beside many marks it takes more lines, towards the edge of the page.
fn running_head(sheet: &mut Sheet, title: &str, beside: Mpt) -> Result<(), RenderError> {
    let lines = wrap::wrap(title, style::FOOT, beside)?;
    let above = style::FOOT.leading * lines_mpt(lines.len().saturating_sub(1));
    let frame = Frame::left(sheet.left, LETTERHEAD_TOP + 3_000 - above, beside);
    let y = LETTERHEAD_TOP + 20_000;
    sheet.draw(Draw::BeginArtifact(Artifact::Header));
    sheet.lines(&lines, style::FOOT, frame);
    sheet.draw(sheet::line((sheet.left, y), (sheet.right, y), style::BOX));
    sheet.end();
    Ok(())
}

/// Room that the marks take at the right.
fn chips_width(report: &Report, text: &Text) -> Result<Mpt, RenderError> {
    let lines = chip_lines(report, text)?;
    Ok(lines.iter().map(|(line, _)| line.width + 2 * CHIP_PAD + CHIP_PAD).sum())
}

/// The marks of a sample and of a copy, from the right.
fn chip_lines(report: &Report, text: &Text) -> Result<Vec<(wrap::Line, bool)>, RenderError> {
    let sample = report.basis.sample.then_some(("paper-sample", true));
    let extract = report.basis.asked.extract.then_some(("extract-paper", false));
    let issued = words::issued(text, report);
    [sample, extract]
        .into_iter()
        .flatten()
        .map(|(key, sample)| (text.get(key), sample))
        .chain([(issued, false)])
        .map(|(words, sample)| Ok((wrap::single(&words, style::CHIP)?, sample)))
        .collect()
}

fn chips(
    sheet: &mut Sheet,
    report: &Report,
    text: &Text,
    content: bool,
) -> Result<Vec<Node>, RenderError> {
    let mut right = sheet.right;
    let mut nodes = Vec::new();
    for (line, sample) in chip_lines(report, text)? {
        let width = line.width + 2 * CHIP_PAD;
        let at = (right - width, CHIP_TOP);
        let size = (width, CHIP_HEIGHT);
        let ground = sample.then(|| sheet::filled(at, size, style::SAMPLE_GROUND));
        let pen = if sample { style::SAMPLE } else { style::MARK };
        sheet.artifact(ground.into_iter().chain([sheet::outlined(at, size, pen)]));
        let inset = (CHIP_HEIGHT - style::CHIP.leading) / 2;
        let frame = Frame::left(at.0 + CHIP_PAD, at.1 + inset, line.width);
        let kind = if content { Kind::Content } else { Kind::Artifact(Artifact::Header) };
        nodes.extend(mark(sheet, &[(line, frame)], style::CHIP, kind));
        right -= width + CHIP_PAD;
    }
    Ok(nodes)
}

/// Whether text is read to the blind.
#[derive(Clone, Copy)]
enum Kind {
    Content,
    Artifact(Artifact),
}

fn mark(
    sheet: &mut Sheet,
    lines: &[(wrap::Line, Frame)],
    style: Style,
    kind: Kind,
) -> Option<Node> {
    let leaf = match kind {
        Kind::Content => Some(sheet.begin()),
        Kind::Artifact(artifact) => {
            sheet.draw(Draw::BeginArtifact(artifact));
            None
        }
    };
    for (line, frame) in lines {
        sheet.lines(std::slice::from_ref(line), style, *frame);
    }
    sheet.end();
    leaf.map(|leaf| Node::Group(Tag::Paragraph, vec![Node::Leaf(leaf)]))
}

fn anchor(
    sheet: &mut Sheet,
    basis: &Basis,
    text: &Text,
    content: bool,
) -> Result<Option<Node>, RenderError> {
    let head = text.format("paper-anchor", &[("number", basis.known.to_string())]);
    let mut rows = vec![(head, crate::text::hash::printed(basis.known, &basis.head))];
    if let Some((key, seq, hash)) = &basis.recipient_head {
        let args = [("recipient", key.as_str().to_owned()), ("number", seq.to_string())];
        let hash = crate::text::hash::printed(*seq, hash);
        rows.push((text.format("paper-recipient-anchor", &args), hash));
    }
    let labels: Vec<wrap::Line> =
        rows.iter().map(|(label, _)| wrap::single(label, style::FOOT)).collect::<Result<_, _>>()?;
    let indent = labels.iter().map(|label| label.width).max().unwrap_or(0) + 8_000;
    let top = sheet.bottom + FOOT_GAP;
    let (left, right) = (sheet.left, sheet.right);
    sheet.rule(left, right, top, style::BOX);
    let mut lines = Vec::new();
    let mut y = top + FOOT_TEXT;
    for (label, (_, hash)) in labels.into_iter().zip(&rows) {
        let groups = wrap::single(hash, style::FOOT)?;
        lines.push((label, Frame::left(left, y, indent)));
        lines.push((groups, Frame::left(left + indent, y, right - left)));
        y += style::FOOT.leading;
    }
    let kind = if content { Kind::Content } else { Kind::Artifact(Artifact::Footer) };
    Ok(mark(sheet, &lines, style::FOOT, kind))
}

fn page_number(sheet: &mut Sheet, written: &str) -> Result<(), RenderError> {
    let line = wrap::single(written, style::FOOT)?;
    let y = sheet.bottom + FOOT_GAP + FOOT_TEXT;
    let frame = Frame { x: sheet.left, y, width: sheet.measure(), align: Align::Right };
    sheet.draw(Draw::BeginArtifact(Artifact::Footer));
    sheet.lines(&[line], style::FOOT, frame);
    sheet.end();
    Ok(())
}
