//! Writes a display list as PDF: fonts and pages through printpdf, what is painted on them through
//! `content`, and what printpdf does not know through `structure` and `metadata`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use lopdf::{Document, Object, ObjectId};
use printpdf::{
    Codepoint, FontId, FontMetrics, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Pt, TextItem,
};
use sha2::{Digest, Sha256};

use super::display::{Doc, Draw, LeafId, Mpt};
use super::font::{self, Face, Subset};
use super::structure::fault;
use super::{content, metadata, structure};
use crate::render::RenderError;

/// Where a piece of content stands: page from 0 and its number on that page.
pub(super) type Places = BTreeMap<LeafId, (usize, i64)>;

/// The document as a PDF file.
pub(super) fn write(doc: &Doc) -> Result<Vec<u8>, RenderError> {
    let used = Used::by(doc)?;
    let mut file = pages_and_fonts(doc, &used)?;
    let mut places = Places::new();
    let pages: Vec<ObjectId> = file.page_iter().collect();
    for (page, id) in doc.pages.iter().enumerate().zip(pages) {
        let painted = content::page((doc, &used), page, &mut places);
        let page = file.get_dictionary(id).map_err(fault)?;
        let stream = page.get(b"Contents").and_then(Object::as_reference).map_err(fault)?;
        let stream = file.get_object_mut(stream).and_then(Object::as_stream_mut);
        stream.map_err(fault)?.set_content(painted);
    }
    structure::add(&mut file, doc, &places)?;
    metadata::write(file, &doc.about)
}

/// Pages of the right size, still empty, and the fonts, each with its glyphs and what they say.
fn pages_and_fonts(doc: &Doc, used: &Used) -> Result<Document, RenderError> {
    let mut pdf = PdfDocument::new("");
    // A font stands in the file if something is written in it, so that the first page has it all.
    let mut all = vec![Op::StartTextSection];
    for (face, (subset, characters)) in &used.0 {
        pdf.resources.fonts.map.insert(font_id(*face), embedded(*face, subset)?);
        let said = |(old, new): (&u16, &u16)| Codepoint {
            gid: *new,
            offset: 0.0,
            cid: characters.get(usize::from(*old)).copied().flatten().map(String::from),
        };
        let glyphs = subset.numbers.iter().map(said).collect();
        let font = PdfFontHandle::External(font_id(*face));
        all.push(Op::SetFont { font, size: Pt(1.0) });
        all.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
    }
    all.push(Op::EndTextSection);
    for _ in &doc.pages {
        let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), std::mem::take(&mut all));
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
    Ok(pdf.to_lopdf_document(&options, &mut Vec::new()))
}

#[expect(clippy::cast_precision_loss, reason = "a page is shorter than 2^24 thousandths")]
fn pt(length: Mpt) -> Pt {
    Pt(length as f32 / 1000.0)
}

/// What each glyph says, by its number in the whole font.
type Characters = Vec<Option<char>>;

/// The faces in use, with their glyphs.
#[derive(Default)]
pub(super) struct Used(BTreeMap<Face, (Subset, Characters)>);

impl Used {
    fn by(doc: &Doc) -> Result<Self, RenderError> {
        let mut used: BTreeMap<Face, Characters> = BTreeMap::new();
        for draw in doc.pages.iter().flat_map(|page| &page.draws) {
            let Draw::Text(run) = draw else { continue };
            let characters = used.entry(run.face).or_default();
            for glyph in &run.glyphs {
                let place = usize::from(glyph.id);
                if characters.len() <= place {
                    characters.resize(place + 1, None);
                }
                characters[place] = Some(glyph.character);
            }
        }
        let cut = |(face, characters): (Face, Characters)| {
            let glyphs = (0..=u16::MAX).zip(&characters).filter(|(_, said)| said.is_some());
            let subset = font::subset(face, glyphs.map(|(glyph, _)| glyph))?;
            Ok((face, (subset, characters)))
        };
        used.into_iter().map(cut).collect::<Result<_, RenderError>>().map(Self)
    }

    /// The number of a glyph in the smaller font.
    pub(super) fn number(&self, face: Face, glyph: u16) -> u16 {
        let known = self.0.get(&face).and_then(|(subset, _)| subset.numbers.get(&glyph));
        known.copied().unwrap_or(0)
    }
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
