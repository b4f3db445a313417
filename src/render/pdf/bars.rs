//! Stacked bars with a legend. They are a picture with a short description; the numbers stand
//! in a table of the report.

use super::display::{Draw, Line, Mpt, Node, Tag};
use super::sheet::{self, Frame, Sheet};
use super::style;
use super::wrap;
use crate::domain::{Money, Stage};
use crate::render::{RenderError, words};
use crate::report::Bars;
use crate::text::Text;

const ROW: Mpt = 16_000;
const BAR: Mpt = 9_500;
const LEGEND: Mpt = 18_000;
const SPACE: Mpt = 6_000;

/// The bars with their legend, as one picture on each page that they need.
pub(super) fn bars(sheet: &mut Sheet, chart: &Bars, text: &Text) -> Result<Vec<Node>, RenderError> {
    let alt = words::phrase(text, &chart.alt);
    let scale = chart.rows.iter().map(|row| length(&row.1)).fold(whole(chart.full), i128::max);
    let label_width = label_width(sheet, chart)?;
    let mut nodes = Vec::new();
    let mut rest = chart.rows.as_slice();
    sheet.space(SPACE);
    while !rest.is_empty() {
        sheet.ensure(least_room(rest.len()));
        let fitting = usize::try_from((sheet.room() - LEGEND) / ROW).unwrap_or(0);
        let (now, later) = rest.split_at(fitting.clamp(1, rest.len()));
        let top = sheet.y;
        let leaf = sheet.begin();
        for (label, parts) in now {
            bar(sheet, (label, parts), label_width, scale)?;
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
    SPACE + least_room(chart.rows.len())
}

/// A few bars and the legend.
fn least_room(rows: usize) -> Mpt {
    LEGEND + ROW * Mpt::try_from(rows.min(3)).unwrap_or(3)
}

fn whole(amount: Money) -> i128 {
    i128::from(amount.cents().max(1))
}

fn length(parts: &[(Stage, Money)]) -> i128 {
    parts.iter().map(|(_, amount)| i128::from(amount.cents().max(0))).sum()
}

/// As wide as the longest label, at most two fifths of the measure.
fn label_width(sheet: &Sheet, chart: &Bars) -> Result<Mpt, RenderError> {
    let mut widest = 0;
    for (label, _) in &chart.rows {
        widest = widest.max(wrap::single(label, style::CHIP)?.width);
    }
    Ok(widest.min(sheet.measure() * 2 / 5) + 10_000)
}

fn bar(
    sheet: &mut Sheet,
    row: (&str, &[(Stage, Money)]),
    label_width: Mpt,
    scale: i128,
) -> Result<(), RenderError> {
    let room = label_width - 10_000;
    let natural = wrap::single(row.0, style::CHIP)?;
    // A label that is too long becomes smaller rather than shorter.
    let size = (style::CHIP.size * room / natural.width.max(1)).min(style::CHIP.size);
    let style = style::CHIP.at(size);
    let frame = Frame::left(sheet.left, sheet.y + (ROW - style.leading) / 2, label_width);
    sheet.lines(&[natural], style, frame);
    let left = sheet.left + label_width;
    let full = i128::from(sheet.right - left);
    let place = |cents: i128| Mpt::try_from(full * cents / scale).unwrap_or(0);
    let top = sheet.y + (ROW - BAR) / 2;
    let mut at = 0;
    for (stage, amount) in row.1 {
        let from = place(at);
        at += i128::from(amount.cents().max(0));
        let width = place(at) - from;
        if width > 0 {
            part(sheet, *stage, (left + from, top), (width, BAR));
        }
    }
    let edge = sheet::outlined((left, top), (sheet.right - left, BAR), style::BOX);
    sheet.draw(edge);
    sheet.advance(ROW);
    Ok(())
}

/// A part of a bar, and its key in the legend: colour, strokes, and a line around it.
fn part(sheet: &mut Sheet, stage: Stage, (x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt)) {
    sheet.draw(sheet::filled((x, y), (width, height), style::stage_color(stage)));
    let apart = style::strokes(stage);
    let pen = if stage == Stage::CarriedOut { style::HAIRLINE_DARK } else { style::BOX };
    let mut at = x + apart / 2;
    while apart > 0 && at < x + width {
        let (from, to) = ((at, y), (at, y + height));
        sheet.draw(Draw::Line(Line { from, to, pen }));
        at += apart;
    }
    sheet.draw(sheet::outlined((x, y), (width, height), style::BOX));
}

/// The stages that occur, in the order of the bars.
fn legend(
    sheet: &mut Sheet,
    chart: &Bars,
    label_width: Mpt,
    text: &Text,
) -> Result<(), RenderError> {
    let mut stages: Vec<Stage> = Vec::new();
    for (stage, _) in chart.rows.iter().flat_map(|(_, parts)| parts) {
        if !stages.contains(stage) {
            stages.push(*stage);
        }
    }
    let start = sheet.left + label_width;
    let (mut x, mut y) = (start, sheet.y + 3_000);
    for stage in stages {
        let line = wrap::single(&text.stage(stage), style::NOTE)?;
        let width = 11_000 + line.width;
        if x > start && x + width > sheet.right {
            x = start;
            y += style::NOTE.leading;
        }
        part(sheet, stage, (x, y + 2_400), (6_500, 6_500));
        sheet.lines(&[line], style::NOTE, Frame::left(x + 11_000, y, width));
        x += width + 14_000;
    }
    sheet.y = y + style::NOTE.leading + 3_000;
    Ok(())
}
