//! Key figures side by side, facts in two columns.

use super::display::{Mpt, Node, Tag};
use super::sheet::{self, Align, Frame, Sheet, lines_mpt};
use super::style::{self, Style};
use super::wrap::{self, Line};
use crate::render::{RenderError, words};
use crate::report::{Cell, Phrase};
use crate::text::{Lang, Text};

const FIGURE_PAD: Mpt = 9_000;
const FIGURES_IN_ROW: usize = 5;
const FACT_GAP: Mpt = 1_000;
/// What the unit of the block below it takes.
pub(super) const UNIT_HEIGHT: Mpt = style::NOTE.leading;

/// The unit of the block below, at the right where its amounts end, and on the page of what must
/// follow it.
pub(super) fn unit(sheet: &mut Sheet, said: &str, follows: Mpt) -> Result<Node, RenderError> {
    sheet.ensure(UNIT_HEIGHT + follows);
    let width = sheet.measure();
    let frame = Frame { x: sheet.left, y: sheet.y, width, align: Align::Right };
    let leaf = sheet.text(&[wrap::single(said, style::NOTE)?], style::NOTE, frame);
    sheet.advance(UNIT_HEIGHT);
    Ok(Node::Group(Tag::Paragraph, vec![leaf]))
}

/// Key figures in boxes side by side, in even rows of at most five.
pub(super) fn figures(
    sheet: &mut Sheet,
    figures: &[(Phrase, Cell)],
    text: &Text,
) -> Result<Node, RenderError> {
    let rows = figures.len().div_ceil(FIGURES_IN_ROW).max(1);
    let in_row = figures.len().div_ceil(rows).max(1);
    sheet.space(12_000);
    let mut items = Vec::new();
    for row in figures.chunks(in_row) {
        items.extend(figure_row(sheet, row, in_row, text)?);
    }
    Ok(Node::Group(Tag::List, items))
}

struct Figure {
    label: Vec<Line>,
    value: Vec<Line>,
    style: Style,
    /// Its language where that is not the paper's.
    language: Option<Lang>,
}

fn figure_row(
    sheet: &mut Sheet,
    row: &[(Phrase, Cell)],
    in_row: usize,
    text: &Text,
) -> Result<Vec<Node>, RenderError> {
    let width = sheet.measure() / lines_mpt(in_row);
    let inner = width - 2 * FIGURE_PAD;
    let boxes: Vec<Figure> =
        row.iter().map(|pair| figure(pair, inner, text)).collect::<Result<_, _>>()?;
    let label_height = tallest(boxes.iter().map(|one| one.label.len()), style::FIGURE_LABEL);
    let value_height = boxes
        .iter()
        .map(|one| lines_mpt(one.value.len()) * one.style.leading)
        .fold(style::FIGURE.leading, Mpt::max);
    let height = label_height + value_height + 12_000;
    sheet.ensure(height);
    let top = sheet.y;
    let full = if row.len() == in_row { sheet.measure() } else { width * lines_mpt(row.len()) };
    let left = sheet.left;
    let bars = (1..row.len()).map(|place| {
        let x = left + width * lines_mpt(place);
        sheet::line((x, top), (x, top + height), style::BOX)
    });
    sheet.artifact(
        [sheet::outlined((left, top), (full, height), style::BOX)].into_iter().chain(bars),
    );
    let mut items = Vec::new();
    for (place, one) in boxes.iter().enumerate() {
        let x = left + width * lines_mpt(place) + FIGURE_PAD;
        let above = Frame::left(x, top + 5_500, inner);
        let label = sheet.text(&one.label, style::FIGURE_LABEL, above);
        let below = Frame::left(x, top + 5_500 + label_height, inner);
        let value = sheet.text(&one.value, one.style, below);
        items.push(item(label, value, one.language));
    }
    sheet.advance(height);
    Ok(items)
}

/// The label and the value, the value in the largest of three sizes that fits one line.
fn figure(pair: &(Phrase, Cell), inner: Mpt, text: &Text) -> Result<Figure, RenderError> {
    let label = wrap::wrap(&words::phrase(text, &pair.0), style::FIGURE_LABEL, inner)?;
    let written = words::cell(text, &pair.1);
    let language = words::foreign(text, &pair.1);
    for size in [style::FIGURE.size, 10_800, 9_600] {
        let style = style::FIGURE.at(size);
        let value = wrap::single(&written, style)?;
        if value.width <= inner {
            return Ok(Figure { label, value: vec![value], style, language });
        }
    }
    let style = style::FIGURE.at(9_600);
    Ok(Figure { label, value: wrap::wrap(&written, style, inner)?, style, language })
}

fn tallest(counts: impl Iterator<Item = usize>, style: Style) -> Mpt {
    style.leading * lines_mpt(counts.max().unwrap_or(1))
}

fn item(label: Node, value: Node, language: Option<Lang>) -> Node {
    let label = Node::Group(Tag::Label, vec![label]);
    let value = Node::spoken(language, Tag::Body, vec![value]);
    Node::Group(Tag::Item, vec![label, value])
}

/// Pairs of label and value, two beside each other.
pub(super) fn facts(
    sheet: &mut Sheet,
    facts: &[(Phrase, Cell)],
    text: &Text,
) -> Result<Node, RenderError> {
    let gap = 8_000;
    let columns = fact_columns(sheet.measure() - 3 * gap, facts, text)?;
    sheet.space(3_000);
    let mut items = Vec::new();
    for row in facts.chunks(2) {
        let mut cells = Vec::new();
        for ((label, value), widths) in row.iter().zip(columns.chunks(2)) {
            let label = wrap::wrap(&words::phrase(text, label), style::LABEL, widths[0])?;
            let language = words::foreign(text, value);
            let value = wrap::wrap(&words::cell(text, value), style::BODY, widths[1])?;
            cells.push((label, value, language));
        }
        let tall = cells.iter().map(|(label, value, _)| label.len().max(value.len()));
        let height = tallest(tall, style::BODY);
        sheet.ensure(height);
        let mut x = sheet.left;
        for ((label, value, language), widths) in cells.iter().zip(columns.chunks(2)) {
            let label = sheet.text(label, style::LABEL, Frame::left(x, sheet.y, widths[0]));
            x += widths[0] + gap;
            let value = sheet.text(value, style::BODY, Frame::left(x, sheet.y, widths[1]));
            x += widths[1] + gap;
            items.push(item(label, value, *language));
        }
        sheet.advance(height + FACT_GAP);
    }
    Ok(Node::Group(Tag::List, items))
}

/// Widths of label, value, label, value: labels as wide as the widest, within reason, and values
/// as wide as their longest word, which no line cuts.
fn fact_columns(
    measure: Mpt,
    facts: &[(Phrase, Cell)],
    text: &Text,
) -> Result<[Mpt; 4], RenderError> {
    let mut label = measure * 17 / 100;
    let (mut word, mut least) = (0, label);
    for (phrase, value) in facts {
        let phrase = words::phrase(text, phrase);
        label = label.max(wrap::single(&phrase, style::LABEL)?.width);
        least = least.max(wrap::narrowest(&phrase, style::LABEL)?);
        word = word.max(wrap::narrowest(&words::cell(text, value), style::BODY)?);
    }
    let label = label.min(measure * 30 / 100).min((measure / 2 - word).max(least));
    let value = measure / 2 - label;
    Ok([label, value, label, value])
}
