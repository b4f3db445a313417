//! Lines over days and maps of tiles: pictures with a short description, whose numbers stand in a
//! table of the report. What is drawn where follows from the scene alone.

use chrono::{Datelike as _, NaiveDate};

use super::display::{Mpt, Node, Pen, Tag};
use super::sheet::{self, Align, Frame, Sheet};
use super::style::{self, Style};
use super::wrap;
use crate::domain::{Day, Money};
use crate::render::{RenderError, words};
use crate::report::chart::{Chart, LineKind, Lines, Scene, Shade, Tile, Tiles, measure_key};
use crate::text::{Text, capital};

const SPACE: Mpt = 8_000;
/// Height of the lines between the axes.
const LINES: Mpt = 118_000;
/// Room for the words of the axis of amounts.
const AMOUNTS: Mpt = 50_000;
/// Room for the numbers of the years, and for what the lines mean.
const YEARS: Mpt = 16_000;
const LEGEND: Mpt = 16_000;
/// Length of a line that explains one.
const KEY: Mpt = 22_000;
/// Half the width of the line of what was paid: corners are closed by as much.
const HALF: Mpt = 900;

const TILE: Mpt = 24_000;
const BETWEEN: Mpt = 3_000;
const WIDEST: Mpt = 62_000;
/// Between two maps.
const GUTTER: Mpt = 26_000;

/// Height of a chart with the space above it.
pub(super) fn height(chart: &Chart) -> Mpt {
    SPACE + own_height(&chart.scene)
}

fn own_height(scene: &Scene) -> Mpt {
    match scene {
        Scene::Lines(_) => 6_000 + LINES + YEARS + LEGEND,
        Scene::Tiles(maps) => {
            let rows = maps.iter().map(|map| Mpt::from(map.grid.1)).max().unwrap_or(0);
            style::STRONG.leading + 3_000 + rows * (TILE + BETWEEN) + LEGEND
        }
    }
}

/// Draws it as one picture.
pub(super) fn chart(sheet: &mut Sheet, chart: &Chart, text: &Text) -> Result<Node, RenderError> {
    sheet.space(SPACE);
    let height = own_height(&chart.scene);
    sheet.ensure(height);
    let top = sheet.y;
    let leaf = sheet.begin();
    match &chart.scene {
        Scene::Lines(scene) => lines(sheet, scene, text)?,
        Scene::Tiles(maps) => {
            let count = sheet::lines_mpt(maps.len().max(1));
            let width = (sheet.measure() - GUTTER * (count - 1)) / count;
            for (place, one) in maps.iter().enumerate() {
                let left = sheet.left + (width + GUTTER) * sheet::lines_mpt(place);
                map(sheet, one, (left, top, width), text)?;
            }
        }
    }
    sheet.end();
    let frame = [sheet.left, top, sheet.right, top + height];
    sheet.advance(height);
    let alt = words::phrase(text, &chart.alt);
    Ok(Node::Group(Tag::Figure(alt, frame), vec![Node::Leaf(leaf)]))
}

/// Where days and amounts stand.
struct Axes<'a> {
    scene: &'a Lines,
    left: Mpt,
    width: Mpt,
    bottom: Mpt,
}

impl Axes<'_> {
    fn x(&self, day: Day) -> Mpt {
        let whole = (self.scene.until - self.scene.from).num_days().max(1);
        self.left + self.width * (day - self.scene.from).num_days().clamp(0, whole) / whole
    }

    fn y(&self, amount: Money) -> Mpt {
        let part = i128::from(LINES) * i128::from(amount.cents().max(0));
        let part = part / i128::from(self.scene.top.cents().max(1));
        self.bottom - Mpt::try_from(part).unwrap_or(LINES).min(LINES)
    }

    fn at(&self, (day, amount): (Day, Money)) -> (Mpt, Mpt) {
        (self.x(day), self.y(amount))
    }
}

const fn pen(kind: LineKind) -> Pen {
    match kind {
        LineKind::Plan => Pen { width: 1_000, color: style::DIM, dash: 4_000 },
        LineKind::Forecast => Pen { width: 1_600, color: style::AHEAD, dash: 1_800 },
        LineKind::Actual => Pen { width: 2 * HALF, color: style::ACCENT, dash: 0 },
    }
}

fn lines(sheet: &mut Sheet, scene: &Lines, text: &Text) -> Result<(), RenderError> {
    let left = sheet.left + AMOUNTS;
    let axes = Axes { scene, left, width: sheet.right - left, bottom: sheet.y + 6_000 + LINES };
    grid(sheet, &axes, text)?;
    for line in &scene.lines {
        for pair in line.points.windows(2) {
            let (mut from, mut to) = (axes.at(pair[0]), axes.at(pair[1]));
            if line.kind == LineKind::Actual && from.1 == to.1 {
                (from.0, to.0) = (from.0 - HALF, to.0 + HALF);
            }
            if from != to {
                sheet.draw(sheet::line(from, to, pen(line.kind)));
            }
        }
    }
    let x = axes.x(scene.as_of);
    sheet.draw(sheet::line((x, axes.bottom - LINES), (x, axes.bottom), style::DATE));
    if let Some(end) = scene.points(LineKind::Actual).last() {
        let (x, y) = axes.at(*end);
        sheet.draw(sheet::filled((x - 2_600, y - 2_600), (5_200, 5_200), style::ACCENT));
    }
    explain(sheet, scene, axes.bottom + YEARS, text)
}

/// Marks of the amounts with lines across, and years with the edges between them.
fn grid(sheet: &mut Sheet, axes: &Axes<'_>, text: &Text) -> Result<(), RenderError> {
    let right = axes.left + axes.width;
    for mark in axes.scene.marks() {
        let y = axes.y(mark);
        let pen = if mark.is_zero() { style::AXIS } else { style::HAIRLINE };
        sheet.draw(sheet::line((axes.left, y), (right, y), pen));
        let words = wrap::single(&text.money_mark(mark), style::NOTE)?;
        let frame = Frame {
            x: axes.left - AMOUNTS,
            y: y - style::NOTE.leading / 2,
            width: AMOUNTS - 5_000,
            align: Align::Right,
        };
        sheet.lines(&[words], style::NOTE, frame);
    }
    for year in axes.scene.years() {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let (Some(first), Some(middle)) = (day(1, 1), day(7, 2)) else { continue };
        let x = axes.x(first);
        if first > axes.scene.from {
            sheet.draw(sheet::line((x, axes.bottom), (x, axes.bottom + 4_000), style::AXIS));
        }
        let words = wrap::single(&middle.year().to_string(), style::NOTE)?;
        let place = axes.x(middle) - words.width / 2;
        sheet.lines(&[words], style::NOTE, Frame::left(place, axes.bottom + 3_000, axes.width));
    }
    Ok(())
}

/// What each line means, each with a piece of it.
fn explain(sheet: &mut Sheet, scene: &Lines, top: Mpt, text: &Text) -> Result<(), RenderError> {
    let own = scene.lines.iter().rev().map(|line| (text.get(line.kind.key()), pen(line.kind)));
    let day = [("day", text.day(scene.as_of))];
    let date = (text.format("outflow-as-of", &day), style::DATE);
    let mut x = sheet.left + AMOUNTS;
    let middle = top + style::NOTE.leading / 2 + 1_000;
    for (words, pen) in own.chain([date]) {
        let line = wrap::single(&words, style::NOTE)?;
        let width = line.width;
        sheet.draw(sheet::line((x, middle), (x + KEY, middle), pen));
        sheet.lines(&[line], style::NOTE, Frame::left(x + KEY + 5_000, top, width));
        x += KEY + 5_000 + width + 14_000;
    }
    Ok(())
}

/// One map: what it shows, its tiles, and what the shades mean, or that there is nothing to shade.
fn map(
    sheet: &mut Sheet,
    map: &Tiles,
    (left, top, width): (Mpt, Mpt, Mpt),
    text: &Text,
) -> Result<(), RenderError> {
    let measure = text.get(measure_key(map.measure));
    let title = text.format("counties-map", &[("measure", measure.clone())]);
    let title = wrap::single(&capital(&title), style::STRONG)?;
    sheet.lines(&[title], style::STRONG, Frame::left(left, top, width));
    let (columns, rows) = (Mpt::from(map.grid.0.max(1)), Mpt::from(map.grid.1));
    let wide = ((width + BETWEEN) / columns - BETWEEN).min(WIDEST);
    let first = top + style::STRONG.leading + 3_000;
    for one in &map.tiles {
        let x = left + Mpt::from(one.place.0) * (wide + BETWEEN);
        let y = first + Mpt::from(one.place.1) * (TILE + BETWEEN);
        tile(sheet, one, (x, y, wide), text)?;
    }
    let below = first + rows * (TILE + BETWEEN) + 1_000;
    if map.is_blank() {
        let said = text.format("counties-map-none", &[("measure", measure)]);
        let line = wrap::single(&said, style::NOTE)?;
        sheet.lines(&[line], style::NOTE, Frame::left(left, below, width));
        return Ok(());
    }
    let mut x = left;
    for shade in Shade::ALL {
        let (key, amount) = map.class(shade);
        let words = text.format(key, &[("amount", text.money_thousands(amount))]);
        let line = wrap::single(&words, style::NOTE)?;
        let width = line.width;
        sheet.draw(sheet::filled((x, below + 2_000), (8_000, 7_000), style::shade(shade)));
        sheet.draw(sheet::outlined((x, below + 2_000), (8_000, 7_000), style::BOX));
        sheet.lines(&[line], style::NOTE, Frame::left(x + 12_000, below, width));
        x += 12_000 + width + 12_000;
    }
    Ok(())
}

fn tile(
    sheet: &mut Sheet,
    tile: &Tile,
    (x, y, wide): (Mpt, Mpt, Mpt),
    text: &Text,
) -> Result<(), RenderError> {
    sheet.draw(sheet::filled((x, y), (wide, TILE), style::shade(tile.shade)));
    sheet.draw(sheet::outlined((x, y), (wide, TILE), style::BOX));
    let ink = style::ink_on(tile.shade);
    let value =
        if tile.waits { text.get("overview-applied") } else { text.money_thousands(tile.amount) };
    let rows: [(&str, Style); 2] = [(tile.letters, style::STRONG), (&value, style::NOTE)];
    let mut top = y + 1_500;
    for (words, own) in rows {
        let natural = wrap::single(words, own)?;
        // What is too long becomes smaller rather than shorter.
        let room = wide - 5_000;
        let size = (own.size * room / natural.width.max(1)).min(own.size);
        let own = Style { color: ink, ..own.at(size) };
        sheet.lines(&[natural], own, Frame::left(x + 3_000, top, room));
        top += 11_800;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_differ_in_manner_not_in_colour_alone() {
        let pens = [LineKind::Plan, LineKind::Forecast, LineKind::Actual].map(pen);
        for (at, one) in pens.iter().enumerate() {
            assert!(pens[at + 1..].iter().all(|other| other.dash != one.dash));
        }
    }
}
