//! Stacked bars with a legend. They are a picture with a short description; the numbers stand
//! in a table of the report.

use super::display::{Draw, Line, Mpt, Node, Rgb, Tag};
use super::sheet::{self, Frame, Sheet};
use super::style::{self, Style};
use super::wrap;
use crate::domain::{Money, Stage};
use crate::render::{RenderError, words};
use crate::report::Bars;
use crate::report::bar::{Bar, Gone, Left, Part};
use crate::text::Text;

const ROW: Mpt = 17_000;
const BAR: Mpt = 12_500;
const LEGEND: Mpt = 18_000;
const SPACE: Mpt = 6_000;
/// Before the words in a part of a bar, and behind them.
const IN_BAR_PAD: Mpt = 4_000;

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
            bar(sheet, one, (label_width, chart.scene.most), text)?;
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

fn bar(
    sheet: &mut Sheet,
    bar: &Bar,
    (label_width, most): (Mpt, Money),
    text: &Text,
) -> Result<(), RenderError> {
    let room = label_width - 10_000;
    let natural = wrap::single(&bar.label, style::CHIP)?;
    // A label that is too long becomes smaller rather than shorter.
    let size = (style::CHIP.size * room / natural.width.max(1)).min(style::CHIP.size);
    let style = style::CHIP.at(size);
    let frame = Frame::left(sheet.left, sheet.y + (ROW - style.leading) / 2, label_width);
    sheet.lines(&[natural], style, frame);
    let left_edge = sheet.left + label_width;
    let full = i128::from(sheet.right - left_edge);
    let at = |amount: Money| {
        let along = full * i128::from(amount.cents()) / i128::from(most.cents().max(1));
        left_edge + Mpt::try_from(along).unwrap_or(0)
    };
    let top = sheet.y + (ROW - BAR) / 2;
    // What nobody can grant any more stays blank.
    let told = bar.told();
    let left = (bar.whole > told).then_some((Key::Left(bar.left), told, bar.whole));
    let parts = bar.spans().map(|(part, from, until)| (Key::Part(part), from, until));
    let gone = bar.gone_spans().map(|(gone, from, until)| (Key::Gone(gone), from, until));
    for (key, from, until) in parts.chain(gone).chain(left) {
        let (place, size) = ((at(from), top), (at(until) - at(from), BAR));
        part(sheet, key, place, size);
        named(sheet, (key, until - from), (place, size), text)?;
    }
    sheet.draw(sheet::outlined((left_edge, top), (at(bar.whole) - left_edge, BAR), style::BOX));
    sheet.advance(ROW);
    Ok(())
}

/// What stands in a part of a bar: its name and amount, or its amount alone, as far as there is
/// room.
fn named(
    sheet: &mut Sheet,
    (key, amount): (Key, Money),
    ((x, y), (width, height)): ((Mpt, Mpt), (Mpt, Mpt)),
    text: &Text,
) -> Result<(), RenderError> {
    let ground = key.color();
    let style = Style { color: style::ink_on_bar(ground), ..style::IN_BAR };
    let amount = text.money_millions(amount);
    for words in [[key.word(text), amount.clone()].join(" "), amount] {
        let line = wrap::single(&words, style)?;
        if line.width + 2 * IN_BAR_PAD <= width {
            let inner = (x + IN_BAR_PAD, y + (height - style.leading) / 2);
            if key.strokes() > 0 {
                // No stroke goes through words.
                let size = (line.width + 4_000, height - 1_000);
                sheet.draw(sheet::filled((inner.0 - 2_000, y + 500), size, ground));
            }
            sheet.lines(&[line], style, Frame::left(inner.0, inner.1, width));
            break;
        }
    }
    Ok(())
}

/// What a piece of a bar stands for.
#[derive(Clone, Copy)]
enum Key {
    Part(Part),
    Gone(Gone),
    Left(Left),
}

impl Key {
    const fn color(self) -> Rgb {
        match self {
            Self::Part(part) => style::part_color(part),
            Self::Gone(gone) => style::gone_color(gone),
            Self::Left(Left::Available) => style::AVAILABLE,
            Self::Left(Left::Over) => style::BLANK,
        }
    }

    const fn strokes(self) -> Mpt {
        match self {
            Self::Part(part) => style::strokes(part),
            Self::Gone(gone) => style::gone_strokes(gone),
            Self::Left(_) => 0,
        }
    }

    /// The words of the table beside the bars, which has a column for each.
    fn word(self, text: &Text) -> String {
        match self {
            Self::Part(Part::Actual) => text.get("amount-actual"),
            Self::Part(part) => {
                text.stage(part.stages().first().copied().unwrap_or(Stage::Available))
            }
            Self::Gone(gone) => text.stage(gone.stage()),
            Self::Left(Left::Available) => text.stage(Stage::Available),
            Self::Left(Left::Over) => text.get("programme-column-rest-open"),
        }
    }
}

/// A box of a colour with a line around it.
fn box_of(sheet: &mut Sheet, fill: Rgb, at: (Mpt, Mpt), size: (Mpt, Mpt)) {
    sheet.draw(sheet::filled(at, size, fill));
    sheet.draw(sheet::outlined(at, size, style::BOX));
}

/// A part of a bar, and its key in the legend: colour, strokes, and a line around it.
fn part(sheet: &mut Sheet, key: Key, (x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt)) {
    box_of(sheet, key.color(), (x, y), (width, height));
    let apart = key.strokes();
    let mut at = x + apart / 2;
    while apart > 0 && at < x + width {
        let (from, to) = ((at, y), (at, y + height));
        sheet.draw(Draw::Line(Line { from, to, pen: style::BOX }));
        at += apart;
    }
}

/// The parts that occur, in the order of the bars, what is gone, and what is left of them.
fn legend(
    sheet: &mut Sheet,
    chart: &Bars,
    label_width: Mpt,
    text: &Text,
) -> Result<(), RenderError> {
    let bars = &chart.scene.bars;
    let stands = |kind: &Part| bars.iter().any(|bar| bar.parts.iter().any(|(at, _)| at == kind));
    let is_gone = |kind: &Gone| bars.iter().any(|bar| bar.gone.iter().any(|(at, _)| at == kind));
    let is_left = |kind: &Left| chart.scene.has_left(*kind);
    let keys = Part::ALL.into_iter().filter(stands).map(Key::Part);
    let keys = keys.chain(Gone::ALL.into_iter().filter(is_gone).map(Key::Gone));
    let keys = keys.chain([Left::Over, Left::Available].into_iter().filter(is_left).map(Key::Left));
    let start = sheet.left + label_width;
    let (mut x, mut y) = (start, sheet.y + 3_000);
    for key in keys {
        let line = wrap::single(&key.word(text), style::NOTE)?;
        let width = 11_000 + line.width;
        if x > start && x + width > sheet.right {
            x = start;
            y += style::NOTE.leading;
        }
        let (place, size) = ((x, y + 2_400), (6_500, 6_500));
        part(sheet, key, place, size);
        sheet.lines(&[line], style::NOTE, Frame::left(x + 11_000, y, width));
        x += width + 14_000;
    }
    sheet.y = y + style::NOTE.leading + 3_000;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Phrase, bar};
    use crate::text::Lang;

    #[test]
    fn a_bar_says_what_its_parts_are_and_how_much() {
        let euro = |euros: i64| Money::from_cents(euros * 100);
        let bar = Bar {
            label: "2019".into(),
            parts: vec![(Part::Actual, euro(6_000_000))],
            gone: vec![(Gone::CarriedOut, euro(1_000_000)), (Gone::Lapsed, euro(8_000_000))],
            whole: euro(20_250_000),
            left: Left::Over,
        };
        let scene = bar::Bars::new(vec![bar]);
        let chart = Bars { alt: Phrase::new("programme-bars"), scene };
        let mut sheet = Sheet::new(false, 0);
        bars(&mut sheet, &chart, &Text::new(Lang::De)).expect("drawn");
        let said = sheet.pages[0].draws.iter().filter_map(|draw| match draw {
            Draw::Text(run) => Some(run.glyphs.iter().map(|glyph| glyph.character).collect()),
            _ => None,
        });
        let said: Vec<String> = said.collect();
        let has = |wanted: &str| said.iter().any(|it| it.replace('\u{a0}', " ") == wanted);
        for wanted in [
            "ausgezahlt (Ist) 6,00 Mio. €",
            "verfallen 8,00 Mio. €",
            // There is room for the amount alone, or for nothing: the legend has the words.
            "5,25 Mio. €",
            "Rest oder Verfall offen",
            "als Rest übertragen",
        ] {
            assert!(has(wanted), "{wanted}: {said:?}");
        }
        assert!(!said.iter().any(|it| it.starts_with("als Rest übertragen 1")), "{said:?}");
    }
}
