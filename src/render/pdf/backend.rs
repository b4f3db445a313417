//! Writes a display list as PDF through printpdf, and hands the result to `structure` and
//! `metadata` for what printpdf does not know. The only place that turns lengths into floats.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, LineDashPattern, LinePoint, Mm, Op, PaintMode,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, TextItem, TextMatrix, WindingOrder,
};
use sha2::{Digest, Sha256};

use super::display::{Area, Artifact, Doc, Draw, LeafId, Line, Mpt, Page, Pen, Rect, Rgb, Run};
use super::font::{self, Face, Subset};
use super::{metadata, structure};
use crate::render::RenderError;

/// Where a piece of content stands: page from 0 and its number on that page.
pub(super) type Places = BTreeMap<LeafId, (usize, i64)>;

/// The document as a PDF file.
pub(super) fn write(doc: &Doc) -> Result<Vec<u8>, RenderError> {
    let subsets = subsets(doc)?;
    let mut pdf = PdfDocument::new("");
    for (face, subset) in &subsets {
        pdf.resources.fonts.map.insert(font_id(*face), embedded(*face, subset)?);
    }
    let mut places = Places::new();
    for (number, page) in doc.pages.iter().enumerate() {
        let mut writer = Writer { doc, subsets: &subsets, ops: Vec::new(), next: 0 };
        writer.page(page, number, &mut places);
        let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), writer.ops);
        for area in [&mut sheet.media_box, &mut sheet.trim_box, &mut sheet.crop_box] {
            area.width = pt(doc.width);
            area.height = pt(doc.height);
        }
        pdf.pages.push(sheet);
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut file = pdf.to_lopdf_document(&options, &mut Vec::new());
    structure::add(&mut file, doc, &places)?;
    metadata::add(&mut file, &doc.about)?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| RenderError::Pdf(error.to_string()))?;
    Ok(bytes)
}

#[expect(clippy::cast_precision_loss, reason = "a page is shorter than 2^24 thousandths")]
fn pt(length: Mpt) -> Pt {
    Pt(length as f32 / 1000.0)
}

fn subsets(doc: &Doc) -> Result<BTreeMap<Face, Subset>, RenderError> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    for draw in doc.pages.iter().flat_map(|page| &page.draws) {
        if let Draw::Text(run) = draw {
            used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    }
    used.into_iter().map(|(face, glyphs)| Ok((face, font::subset(face, glyphs)?))).collect()
}

fn font_id(face: Face) -> FontId {
    FontId(face.name().to_owned())
}

/// The font files, read once for all papers.
static WHOLE: LazyLock<Vec<Option<ParsedFont>>> = LazyLock::new(|| {
    let read = |face: Face| ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new());
    Face::ALL.into_iter().map(read).collect()
});

/// The subset as printpdf wants it, with the metrics of the whole font.
fn embedded(face: Face, subset: &Subset) -> Result<PdfFont, RenderError> {
    let whole = WHOLE
        .get(face as usize)
        .and_then(Option::as_ref)
        .ok_or_else(|| RenderError::Pdf(format!("{} cannot be read", face.name())))?;
    let widths = subset
        .numbers
        .iter()
        .filter_map(|(old, new)| Some((*new, whole.get_glyph_width(*old)?)))
        .collect();
    let metrics =
        FontMetrics { ascent: whole.font_metrics.ascent, descent: whole.font_metrics.descent };
    let name = format!("{}+{}", subset_tag(&subset.bytes), face.name());
    let (bytes, characters) = (subset.bytes.clone(), BTreeMap::new());
    let mut font = ParsedFont::with_glyph_data(
        bytes,
        0,
        Some(name),
        characters,
        widths,
        whole.units_per_em,
        metrics,
    );
    font.pdf_font_metrics = whole.pdf_font_metrics.clone();
    Ok(PdfFont::new(font))
}

/// Six letters that differ between subsets, from their content.
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

struct Writer<'a> {
    doc: &'a Doc,
    subsets: &'a BTreeMap<Face, Subset>,
    ops: Vec<Op>,
    next: i64,
}

impl Writer<'_> {
    fn page(&mut self, page: &Page, number: usize, places: &mut Places) {
        for draw in &page.draws {
            match draw {
                Draw::BeginArtifact(kind) => self.begin("Artifact", artifact(*kind)),
                Draw::BeginContent(leaf) => {
                    places.insert(*leaf, (number, self.next));
                    let mcid = ("MCID".to_owned(), DictItem::Int(self.next));
                    self.begin("Span", BTreeMap::from([mcid]));
                    self.next += 1;
                }
                Draw::End => self.ops.push(Op::EndMarkedContent),
                Draw::Text(run) => self.text(run),
                Draw::Rect(area) => self.rect(area),
                Draw::Line(line) => self.line(line),
                Draw::Area(area) => self.area(area),
            }
        }
    }

    fn begin(&mut self, tag: &str, map: BTreeMap<String, DictItem>) {
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn text(&mut self, run: &Run) {
        let Some(subset) = self.subsets.get(&run.face) else { return };
        let glyphs = run
            .glyphs
            .iter()
            .map(|glyph| Codepoint {
                gid: subset.numbers.get(&glyph.id).copied().unwrap_or(0),
                offset: thousandths(glyph.nominal - glyph.advance),
                cid: Some(glyph.character.to_string()),
            })
            .collect();
        let place = TextMatrix::Translate(pt(run.x), pt(self.doc.height - run.y));
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: pt(run.size) },
            Op::SetFillColor { col: color(run.color) },
            Op::SetTextMatrix { matrix: place },
            Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
            Op::EndTextSection,
        ]);
    }

    fn rect(&mut self, area: &Rect) {
        if let Some(fill) = area.fill {
            self.ops.push(Op::SetFillColor { col: color(fill) });
        }
        if let Some(pen) = area.stroke {
            self.pen(pen);
        }
        let mode = match (area.fill, area.stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (None, Some(_)) => PaintMode::Stroke,
            _ => PaintMode::Fill,
        };
        let rectangle = printpdf::Rect {
            x: pt(area.x),
            y: pt(self.doc.height - area.y - area.height),
            width: pt(area.width),
            height: pt(area.height),
            mode: Some(mode),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn line(&mut self, line: &Line) {
        self.pen(line.pen);
        let point = |(x, y): (Mpt, Mpt)| LinePoint {
            p: Point { x: pt(x), y: pt(self.doc.height - y) },
            bezier: false,
        };
        let points = vec![point(line.from), point(line.to)];
        self.ops.push(Op::DrawLine { line: printpdf::Line { points, is_closed: false } });
    }

    fn area(&mut self, area: &Area) {
        let point = |&((x, y), bezier): &((Mpt, Mpt), bool)| LinePoint {
            p: Point { x: pt(x), y: pt(self.doc.height - y) },
            bezier,
        };
        let ring = |outline: &Vec<_>| PolygonRing { points: outline.iter().map(point).collect() };
        let polygon = Polygon {
            rings: area.outlines.iter().map(ring).collect(),
            mode: PaintMode::Fill,
            winding_order: if area.even_odd {
                WindingOrder::EvenOdd
            } else {
                WindingOrder::NonZero
            },
        };
        self.ops.push(Op::SetFillColor { col: color(area.fill) });
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn pen(&mut self, pen: Pen) {
        let dash = match pen.dash {
            0 => LineDashPattern::solid(),
            length => LineDashPattern::new(0.0, &[pt(length).0, pt(length).0]),
        };
        self.ops.extend([
            Op::SetOutlineColor { col: color(pen.color) },
            Op::SetOutlineThickness { pt: pt(pen.width) },
            Op::SetLineDashPattern { dash },
        ]);
    }
}

#[expect(clippy::cast_precision_loss, reason = "kerning is a few hundred thousandths")]
const fn thousandths(kerning: i32) -> f32 {
    kerning as f32
}

fn color(Rgb(red, green, blue): Rgb) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    let (r, g, b) = (part(red), part(green), part(blue));
    Color::Rgb(printpdf::Rgb { r, g, b, icc_profile: None })
}

fn artifact(kind: Artifact) -> BTreeMap<String, DictItem> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let of = |kind: &str| ("Type".to_owned(), name(kind));
    match kind {
        Artifact::Layout => BTreeMap::from([of("Layout")]),
        Artifact::Header => {
            BTreeMap::from([of("Pagination"), ("Subtype".to_owned(), name("Header"))])
        }
        Artifact::Footer => {
            BTreeMap::from([of("Pagination"), ("Subtype".to_owned(), name("Footer"))])
        }
    }
}
