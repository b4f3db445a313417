//! What a page of the display list paints, as operators of PDF (ISO 32000-1, 8, 9 and 14.6). Here
//! lengths become floats.

use pdf_writer::types::{ArtifactSubtype, ArtifactType};
use pdf_writer::{Content, Name, Str};

use super::backend::{Places, Used};
use super::display::{Area, Artifact, Doc, Draw, Line, Mpt, Page, Pen, Rect, Rgb, Run};

/// The content of a page, by its number from 0; notes where its pieces stand.
pub(super) fn page(
    (doc, used): (&Doc, &Used),
    (number, page): (usize, &Page),
    places: &mut Places,
) -> Vec<u8> {
    let mut writer = Writer { height: doc.height, used, out: Content::new() };
    let mut next = 0;
    for draw in &page.draws {
        match draw {
            Draw::BeginArtifact(kind) => writer.begin_artifact(*kind),
            Draw::BeginContent(leaf) => {
                places.insert(*leaf, (number, i64::from(next)));
                let mut mark = writer.out.begin_marked_content_with_properties(Name(b"Span"));
                mark.properties().identify(next);
                next += 1;
            }
            Draw::End => {
                writer.out.end_marked_content();
            }
            Draw::Text(run) => writer.text(run),
            Draw::Rect(area) => writer.rect(area),
            Draw::Line(line) => writer.line(line),
            Draw::Area(area) => writer.area(area),
        }
    }
    writer.out.finish().into_vec()
}

struct Writer<'a> {
    height: Mpt,
    used: &'a Used,
    out: Content,
}

impl Writer<'_> {
    fn begin_artifact(&mut self, kind: Artifact) {
        let mut mark = self.out.begin_marked_content_with_properties(Name(b"Artifact"));
        let mut artifact = mark.properties().artifact();
        match kind {
            Artifact::Layout => artifact.kind(ArtifactType::Layout),
            Artifact::Header => {
                artifact.kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Header)
            }
            Artifact::Footer => {
                artifact.kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Footer)
            }
        };
    }

    fn text(&mut self, run: &Run) {
        self.out.begin_text().set_font(Name(run.face.name().as_bytes()), pt(run.size));
        self.fill(run.color);
        let (x, y) = self.place((run.x, run.y));
        self.out.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
        let mut shown = self.out.show_positioned();
        let mut items = shown.items();
        let mut together = Vec::new();
        for glyph in &run.glyphs {
            together.extend_from_slice(&self.used.number(run.face, glyph.id).to_be_bytes());
            let kerning = glyph.nominal - glyph.advance;
            if kerning != 0 {
                items.show(Str(&together)).adjust(thousandths(kerning));
                together.clear();
            }
        }
        if !together.is_empty() {
            items.show(Str(&together));
        }
        drop(items);
        drop(shown);
        self.out.end_text();
    }

    fn rect(&mut self, area: &Rect) {
        if let Some(fill) = area.fill {
            self.fill(fill);
        }
        if let Some(pen) = area.stroke {
            self.pen(pen);
        }
        let (left, bottom) = self.place((area.x, area.y + area.height));
        self.out.rect(left, bottom, pt(area.width), pt(area.height));
        match (area.fill, area.stroke) {
            (Some(_), Some(_)) => self.out.fill_nonzero_and_stroke(),
            (None, Some(_)) => self.out.stroke(),
            _ => self.out.fill_nonzero(),
        };
    }

    fn line(&mut self, line: &Line) {
        self.pen(line.pen);
        let (from, to) = (self.place(line.from), self.place(line.to));
        self.out.move_to(from.0, from.1).line_to(to.0, to.1).stroke();
    }

    fn area(&mut self, area: &Area) {
        self.fill(area.fill);
        for outline in &area.outlines {
            let [(start, _), rest @ ..] = outline.as_slice() else { continue };
            let start = self.place(*start);
            self.out.move_to(start.0, start.1);
            let mut rest = rest;
            while let [(first, pulls), behind @ ..] = rest {
                let first = self.place(*first);
                rest = match behind {
                    [(second, true), (end, _), behind @ ..] if *pulls => {
                        let (second, end) = (self.place(*second), self.place(*end));
                        self.out.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
                        behind
                    }
                    _ => {
                        self.out.line_to(first.0, first.1);
                        behind
                    }
                };
            }
        }
        self.out.close_path();
        if area.even_odd {
            self.out.fill_even_odd()
        } else {
            self.out.fill_nonzero()
        };
    }

    fn fill(&mut self, color: Rgb) {
        let [red, green, blue] = parts(color);
        self.out.set_fill_rgb(red, green, blue);
    }

    fn pen(&mut self, pen: Pen) {
        let [red, green, blue] = parts(pen.color);
        self.out.set_stroke_rgb(red, green, blue).set_line_width(pt(pen.width));
        let dashes = if pen.dash == 0 { 0 } else { 2 };
        self.out.set_dash_pattern(std::iter::repeat_n(pt(pen.dash), dashes), 0.0);
    }

    /// A place as PDF has it: upwards from the lower edge.
    fn place(&self, (x, y): (Mpt, Mpt)) -> (f32, f32) {
        (pt(x), pt(self.height - y))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a page is shorter than 2^24 thousandths")]
fn pt(length: Mpt) -> f32 {
    length as f32 / 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "kerning is a few hundred thousandths")]
const fn thousandths(kerning: i32) -> f32 {
    kerning as f32
}

fn parts(Rgb(red, green, blue): Rgb) -> [f32; 3] {
    [red, green, blue].map(|part| f32::from(part) / 255.0)
}
