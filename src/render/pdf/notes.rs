//! Footnotes and their marks: a mark is a reference that leads to its note, and a note has a name
//! of its own in the structure tree (PDF/UA-1, 7.9).

use super::display::{Anchor, Link, Mpt, Node, Tag, Target};
use super::links;
use super::sheet::{Frame, Sheet, lines_mpt};
use super::style::{self, Style};
use super::wrap::{self, Line};
use crate::render::{RenderError, words};
use crate::report::{Phrase, Row, footnote_mark};
use crate::text::Text;

/// Room for the mark before its note, whose lines stand below each other.
const HANG: Mpt = 7_000;

/// A footnote at the cursor: its mark, then what it says.
pub(super) fn footnote(
    sheet: &mut Sheet,
    (number, says): (u8, &Phrase),
    text: &Text,
) -> Result<Node, RenderError> {
    let said = words::phrase(text, says);
    let style = style::NOTE;
    let mark = wrap::single(&[footnote_mark(number), " "].concat(), style)?;
    let lines = wrap::wrap(&said, style, sheet.measure() - HANG)?.len();
    sheet.space(style::NOTE_SPACE);
    sheet.ensure((style.leading * lines_mpt(lines)).min(sheet.full_room()));
    sheet.notes.push(Anchor { number, page: sheet.pages.len() - 1, y: sheet.y });
    let leaf = sheet.text(&[mark], style, Frame::left(sheet.left, sheet.y, HANG));
    sheet.left += HANG;
    let body = sheet.flow((Tag::Paragraph, words::foreign_phrase(text, says)), &said, style);
    sheet.left -= HANG;
    Ok(Node::Group(Tag::Note(number), vec![Node::Group(Tag::Label, vec![leaf]), body?]))
}

/// The notes that a cell of a row bears marks of, in the order of the marks, each with what is said
/// of it aloud.
pub(super) fn of_cell(row: &Row, place: usize, text: &Text) -> Vec<(u8, String)> {
    let own = row.marks.iter().filter(|(at, _)| *at == place);
    let named = |number: u8| text.format("paper-footnote", &[("number", number.to_string())]);
    own.map(|(_, number)| (*number, named(*number))).collect()
}

/// A cell whose last signs are the marks of notes: what it says as content, and each mark as a
/// reference.
pub(super) fn marked(
    sheet: &mut Sheet,
    lines: &[Line],
    (style, frame): (Style, Frame),
    notes: &[(u8, String)],
) -> Vec<Node> {
    let all = lines.iter().map(|line| line.glyphs.len()).sum::<usize>();
    // Before each mark stands a blank.
    let signs = 2 * notes.len();
    let Some(bare) = all.checked_sub(signs) else {
        return vec![sheet.text(lines, style, frame)];
    };
    let (leaf, _) = links::part(sheet, lines, (0, bare), (style, frame));
    let mut nodes: Vec<Node> = leaf.into_iter().collect();
    for (place, (number, says)) in notes.iter().enumerate() {
        let from = bare + 2 * place;
        let (leaf, areas) = links::part(sheet, lines, (from, from + 2), (style, frame));
        let kids = leaf.into_iter().collect();
        let link = Link { areas, target: Target::Note(*number), says: says.clone(), kids };
        nodes.push(Node::Group(Tag::Reference, vec![Node::Link(link)]));
    }
    nodes
}
