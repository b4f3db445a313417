//! What a page of the display list paints, as operators of PDF (ISO 32000-1, 8, 9 and 14.6).
//!
//! Lengths are written down from their thousandths, digit by digit. A page has thousands of glyphs:
//! they go straight into its bytes, without an object of the PDF crate for each.

use std::io::Write as _;
use std::sync::LazyLock;

use super::backend::{Places, Used};
use super::display::{Area, Artifact, Doc, Draw, Line, Mpt, Page, Pen, Rect, Rgb, Run};

/// The content of a page, by its number from 0; notes where its pieces stand.
pub(super) fn page(
    (doc, used): (&Doc, &Used),
    (number, page): (usize, &Page),
    places: &mut Places,
) -> Vec<u8> {
    let mut writer = Writer { height: doc.height, used, out: Vec::new() };
    let mut next = 0;
    for draw in &page.draws {
        match draw {
            Draw::BeginArtifact(kind) => writer.begin_artifact(*kind),
            Draw::BeginContent(leaf) => {
                places.insert(*leaf, (number, next));
                writer.op(format_args!("/Span <</MCID {next}>> BDC"));
                next += 1;
            }
            Draw::End => writer.word("EMC"),
            Draw::Text(run) => writer.text(run),
            Draw::Rect(area) => writer.rect(area),
            Draw::Line(line) => writer.line(line),
            Draw::Area(area) => writer.area(area),
        }
    }
    // A line end stands between two operators.
    writer.out.pop();
    writer.out
}

/// The parts of a colour as PDF writes them.
static PARTS: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..=u8::MAX).map(|part| (f32::from(part) / 255.0).to_string()).collect());

struct Writer<'a> {
    height: Mpt,
    used: &'a Used,
    out: Vec<u8>,
}

impl Writer<'_> {
    fn word(&mut self, word: &str) {
        self.out.extend_from_slice(word.as_bytes());
        self.out.push(b'\n');
    }

    fn op(&mut self, words: std::fmt::Arguments<'_>) {
        // Memory takes what is written.
        self.out.write_fmt(words).ok();
        self.out.push(b'\n');
    }

    /// Lengths, and the operator that takes them.
    fn lengths(&mut self, lengths: &[Mpt], operator: &str) {
        for length in lengths {
            self.length(*length);
            self.out.push(b' ');
        }
        self.word(operator);
    }

    fn length(&mut self, length: Mpt) {
        if length < 0 {
            self.out.push(b'-');
        }
        let length = length.unsigned_abs();
        self.out.write_fmt(format_args!("{}", length / 1000)).ok();
        let digits = [length / 100 % 10, length / 10 % 10, length % 10];
        let shown = digits.iter().rposition(|digit| *digit > 0).map_or(0, |last| last + 1);
        if shown > 0 {
            self.out.push(b'.');
        }
        let digit = |digit: &u64| b'0' + u8::try_from(*digit).unwrap_or_default();
        self.out.extend(digits.iter().take(shown).map(digit));
    }

    fn color(&mut self, Rgb(red, green, blue): Rgb, operator: &str) {
        for part in [red, green, blue] {
            let part = PARTS.get(usize::from(part)).map_or("0", String::as_str);
            self.out.extend_from_slice(part.as_bytes());
            self.out.push(b' ');
        }
        self.word(operator);
    }

    fn begin_artifact(&mut self, kind: Artifact) {
        self.word(match kind {
            Artifact::Layout => "/Artifact <</Type/Layout>> BDC",
            Artifact::Header => "/Artifact <</Subtype/Header/Type/Pagination>> BDC",
            Artifact::Footer => "/Artifact <</Subtype/Footer/Type/Pagination>> BDC",
        });
    }

    fn text(&mut self, run: &Run) {
        self.word("BT");
        self.out.push(b'/');
        self.out.extend_from_slice(run.face.name().as_bytes());
        self.out.push(b' ');
        self.lengths(&[run.size], "Tf");
        self.color(run.color, "rg");
        self.out.extend_from_slice(b"1 0 0 1 ");
        self.lengths(&[run.x, self.height - run.y], "Tm");
        self.out.push(b'[');
        for glyph in &run.glyphs {
            let number = self.used.number(run.face, glyph.id);
            let hexadecimal = |shift: u32| b"0123456789ABCDEF"[usize::from(number >> shift & 15)];
            let [first, second, third, fourth] = [12, 8, 4, 0].map(hexadecimal);
            self.out.extend_from_slice(&[b'<', first, second, third, fourth, b'>']);
            let kerning = glyph.nominal - glyph.advance;
            if kerning != 0 {
                self.out.write_fmt(format_args!(" {kerning}")).ok();
            }
        }
        self.word("] TJ");
        self.word("ET");
    }

    fn rect(&mut self, area: &Rect) {
        if let Some(fill) = area.fill {
            self.color(fill, "rg");
        }
        if let Some(pen) = area.stroke {
            self.pen(pen);
        }
        let bottom = self.height - area.y - area.height;
        self.lengths(&[area.x, bottom, area.width, area.height], "re");
        self.word(match (area.fill, area.stroke) {
            (Some(_), Some(_)) => "B",
            (None, Some(_)) => "S",
            _ => "f",
        });
    }

    fn line(&mut self, line: &Line) {
        self.pen(line.pen);
        self.path(&[line.from], "m");
        self.path(&[line.to], "l");
        self.word("S");
    }

    fn area(&mut self, area: &Area) {
        self.color(area.fill, "rg");
        for outline in &area.outlines {
            let [(start, _), rest @ ..] = outline.as_slice() else { continue };
            self.path(&[*start], "m");
            let mut rest = rest;
            while let [(first, pulls), behind @ ..] = rest {
                rest = match behind {
                    [(second, true), (end, _), behind @ ..] if *pulls => {
                        self.path(&[*first, *second, *end], "c");
                        behind
                    }
                    _ => {
                        self.path(&[*first], "l");
                        behind
                    }
                };
            }
        }
        self.word("h");
        self.word(if area.even_odd { "f*" } else { "f" });
    }

    fn path(&mut self, places: &[(Mpt, Mpt)], operator: &str) {
        for (x, y) in places {
            for length in [*x, self.height - y] {
                self.length(length);
                self.out.push(b' ');
            }
        }
        self.word(operator);
    }

    fn pen(&mut self, pen: Pen) {
        self.color(pen.color, "RG");
        self.lengths(&[pen.width], "w");
        if pen.dash == 0 {
            self.word("[] 0 d");
        } else {
            self.out.push(b'[');
            self.length(pen.dash);
            self.out.push(b' ');
            self.length(pen.dash);
            self.word("] 0 d");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_the_digits_that_they_need() {
        let used = Used::default();
        let mut writer = Writer { height: 0, used: &used, out: Vec::new() };
        let lengths = [0, 1, -1, 10, 120, 500, -1_000, 12_340, 841_890, 595_275, -20];
        writer.lengths(&lengths, "x");
        let written = String::from_utf8(writer.out).unwrap();
        assert_eq!(written, "0 0.001 -0.001 0.01 0.12 0.5 -1 12.34 841.89 595.275 -0.02 x\n");
    }
}
