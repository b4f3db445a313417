//! Stacked bars with a legend. They are a picture with a short description; the numbers stand
//! in a table of the report.

use super::display::{Draw, Line, Mpt, Node, Rgb, Tag};
use super::sheet::{self, Frame, Sheet};
use super::style;
use super::wrap;
use crate::domain::{Money, Stage};
use crate::render::{RenderError, words};
use crate::report::Bars;
use crate::report::bar::{Bar, Left, Part};
use crate::text::Text;

const ROW: Mpt = 16_000;
const BAR: Mpt = 9_500;
const LEGEND: Mpt = 18_000;
const SPACE: Mpt = 6_000;

/// The bars with their legend, as one picture on each page that they need.
pub(super) fn bars(sheet: &mut Sheet, chart: &Bars, text: &Text) -> Result<Vec<Node>, RenderError> {
    let alt = words::phrase(text, &chart.alt);
    let label_width = label_width(sheet, chart)?;
    let mut nodes = Vec::new();
    let mut rest = chart.scene.bars.as_slice();
    sheet.space(SPACE);
    while !rest.is_empty() {
        sheet.ensure(least_room(rest.len()));
        let fitting = usize::try_from((sheet.room() - LEGEND) / ROW).unwrap_or(0);
        let (now, later) = rest.split_at(fitting.clamp(1, rest.len()));
        let top = sheet.y;
        let leaf = sheet.begin();
        for one in now {
            bar(sheet, one, label_width, chart.scene.most)?;
        }
        legend(sheet, chart, label_width, text)?;
        sheet.end();
        let frame = [sheet.left, top, sheet.right, sheet.y];
        nodes.push(Node::Group(Tag::Figure(alt.clone(), frame), vec![Node::Leaf(leaf)]));
        rest = later;
        if !rest.is_empty() {
            sheet.break_page();
        }
    }
    Ok(nodes)
}

/// What must stand below the heading of the bars on the same page.
pub(super) fn least_height(chart: &Bars) -> Mpt {
    SPACE + least_room(chart.scene.bars.len())
}

/// A few bars and the legend.
fn least_room(rows: usize) -> Mpt {
    LEGEND + ROW * Mpt::try_from(rows.min(3)).unwrap_or(3)
}

/// As wide as the longest label, at most two fifths of the measure.
fn label_width(sheet: &Sheet, chart: &Bars) -> Result<Mpt, RenderError> {
    let mut widest = 0;
    for bar in &chart.scene.bars {
        widest = widest.max(wrap::single(&bar.label, style::CHIP)?.width);
    }
    Ok(widest.min(sheet.measure() * 2 / 5) + 10_000)
}

fn bar(sheet: &mut Sheet, bar: &Bar, label_width: Mpt, most: Money) -> Result<(), RenderError> {
    let room = label_width - 10_000;
    let natural = wrap::single(&bar.label, style::CHIP)?;
    // A label that is too long becomes smaller rather than shorter.
    let size = (style::CHIP.size * room / natural.width.max(1)).min(style::CHIP.size);
    let style = style::CHIP.at(size);
    let frame = Frame::left(sheet.left, sheet.y + (ROW - style.leading) / 2, label_width);
    sheet.lines(&[natural], style, frame);
    let left = sheet.left + label_width;
    let full = i128::from(sheet.right - left);
    let at = |amount: Money| {
        let along = full * i128::from(amount.cents()) / i128::from(most.cents().max(1));
        left + Mpt::try_from(along).unwrap_or(0)
    };
    let top = sheet.y + (ROW - BAR) / 2;
    // What nobody can grant any more stays blank.
    if bar.left == Left::Available && bar.whole > bar.taken() {
        let from = at(bar.taken());
        box_of(sheet, style::AVAILABLE, (from, top), (at(bar.whole) - from, BAR));
    }
    for (kind, from, until) in bar.spans() {
        part(sheet, kind, (at(from), top), (at(until) - at(from), BAR));
    }
    sheet.draw(sheet::outlined((left, top), (at(bar.whole) - left, BAR), style::BOX));
    sheet.advance(ROW);
    Ok(())
}

/// A box of a colour with a line around it.
fn box_of(sheet: &mut Sheet, fill: Rgb, at: (Mpt, Mpt), size: (Mpt, Mpt)) {
    sheet.draw(sheet::filled(at, size, fill));
    sheet.draw(sheet::outlined(at, size, style::BOX));
}

/// A part of a bar, and its key in the legend: colour, strokes, and a line around it.
fn part(sheet: &mut Sheet, part: Part, (x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt)) {
    box_of(sheet, style::part_color(part), (x, y), (width, height));
    let apart = style::strokes(part);
    let mut at = x + apart / 2;
    while apart > 0 && at < x + width {
        let (from, to) = ((at, y), (at, y + height));
        sheet.draw(Draw::Line(Line { from, to, pen: style::BOX }));
        at += apart;
    }
}

/// The parts that occur, in the order of the bars, and what is left of them.
fn legend(
    sheet: &mut Sheet,
    chart: &Bars,
    label_width: Mpt,
    text: &Text,
) -> Result<(), RenderError> {
    let bars = &chart.scene.bars;
    let occurs = |kind: &Part| bars.iter().any(|bar| bar.parts.iter().any(|(at, _)| at == kind));
    let parts = Part::ALL.into_iter().filter(occurs).map(Some);
    let left = chart.scene.has_available().then_some(None);
    let start = sheet.left + label_width;
    let (mut x, mut y) = (start, sheet.y + 3_000);
    for kind in parts.chain(left) {
        // The words of the table beside them, which has a column for each.
        let word = match kind {
            Some(Part::Actual) => text.get("amount-actual"),
            Some(kind) => text.stage(kind.stages().first().copied().unwrap_or(Stage::Available)),
            None => text.stage(Stage::Available),
        };
        let line = wrap::single(&word, style::NOTE)?;
        let width = 11_000 + line.width;
        if x > start && x + width > sheet.right {
            x = start;
            y += style::NOTE.leading;
        }
        let (place, size) = ((x, y + 2_400), (6_500, 6_500));
        match kind {
            Some(kind) => part(sheet, kind, place, size),
            None => box_of(sheet, style::AVAILABLE, place, size),
        }
        sheet.lines(&[line], style::NOTE, Frame::left(x + 11_000, y, width));
        x += width + 14_000;
    }
    sheet.y = y + style::NOTE.leading + 3_000;
    Ok(())
}
