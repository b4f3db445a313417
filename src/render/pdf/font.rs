//! The embedded typeface, IBM Plex Sans: shaping and coverage.
//!
//! Ligatures are off so that one glyph is one character; figures are tabular by default. A
//! character without a glyph is an error, never an empty box.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use harfrust::{
    Buffer, ClusterLevel, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont,
    Tag, shape,
};
use unicode_normalization::UnicodeNormalization;

use super::display::Mpt;
use crate::render::RenderError;
use crate::text::typeface;

/// A face of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// Running text.
    Regular,
    /// Heads of columns.
    Medium,
    /// Headings, sums, key figures.
    SemiBold,
}

impl Face {
    /// All faces.
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// Name of the face in the PDF.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "IBMPlexSans",
            Self::Medium => "IBMPlexSans-Medium",
            Self::SemiBold => "IBMPlexSans-SemiBold",
        }
    }

    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => typeface::REGULAR,
            Self::Medium => typeface::MEDIUM,
            Self::SemiBold => typeface::SEMIBOLD,
        }
    }

    fn loaded(self) -> Result<&'static Loaded, RenderError> {
        LOADED
            .get(self as usize)
            .and_then(Option::as_ref)
            .ok_or_else(|| RenderError::Pdf(format!("{} cannot be read", self.name())))
    }
}

/// One shaped glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Number in the font file.
    pub id: u16,
    /// Advance with kerning, 1/1000 em.
    pub advance: i32,
    /// Advance as the font file has it, 1/1000 em.
    pub nominal: i32,
    /// The character that it shows.
    pub character: char,
}

struct Loaded {
    font: Font,
    plan: ShapePlan,
}

static LOADED: LazyLock<Vec<Option<Loaded>>> =
    LazyLock::new(|| Face::ALL.into_iter().map(load).collect());

fn features() -> [Feature; 3] {
    [b"liga", b"clig", b"calt"].map(|tag| Feature::new(Tag::new(tag), 0, ..))
}

fn load(face: Face) -> Option<Loaded> {
    let font = Font::new(face.bytes(), 0)?;
    let latin = Script::from_iso15924_tag(Tag::new(b"Latn"));
    let plan = ShapePlan::new(&font, Direction::LeftToRight, latin, None, &features());
    Some(Loaded { font, plan })
}

/// Shaped texts by face.
type Shaped = [HashMap<Box<str>, Vec<Glyph>>; Face::ALL.len()];

thread_local! {
    /// A table repeats its words from row to row, and asks for widths before it makes lines.
    static SHAPED: RefCell<Shaped> = RefCell::default();
}

/// So many texts of a face are remembered, and none that is longer: a few megabytes at most.
const REMEMBERED: usize = 10_000;
const LONGEST: usize = 64;

/// Shapes one line of text; what keeps words together has no glyph of its own any more.
pub(super) fn shape_line(face: Face, text: &str) -> Result<Vec<Glyph>, RenderError> {
    if text.len() > LONGEST {
        return shape_anew(face, text);
    }
    let known = SHAPED.with_borrow(|shaped| shaped[face as usize].get(text).cloned());
    if let Some(line) = known {
        return Ok(line);
    }
    let line = shape_anew(face, text)?;
    SHAPED.with_borrow_mut(|shaped| {
        let known = &mut shaped[face as usize];
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(text.into(), line.clone());
    });
    Ok(line)
}

fn shape_anew(face: Face, text: &str) -> Result<Vec<Glyph>, RenderError> {
    let loaded = face.loaded()?;
    let shaper = ShaperFont::new(&loaded.font);
    let characters: Vec<char> = text.nfc().map(plain).collect();
    for &character in &characters {
        if shaper.nominal_glyph(u32::from(character)).is_none() {
            return Err(missing(character, text));
        }
    }
    let mut buffer = Buffer::new();
    for (place, &character) in (0_u32..).zip(&characters) {
        buffer.push(u32::from(character), place);
    }
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Script::from_iso15924_tag(Tag::new(b"Latn")));
    buffer.set_cluster_level(ClusterLevel::Characters);
    let features = features();
    let options = ShapeOptions::new().plan(Some(&loaded.plan)).features(&features);
    shape(&shaper, &mut buffer, options)
        .map_err(|error| RenderError::Pdf(format!("shaping: {error}")))?;
    glyphs(&shaper, &buffer, &characters).map_err(|character| missing(character, text))
}

fn missing(character: char, text: &str) -> RenderError {
    let within = text.split_whitespace().collect::<Vec<_>>().join(" ");
    RenderError::MissingGlyph { character, within }
}

fn plain(character: char) -> char {
    match character {
        '\u{A0}' | '\t' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

fn glyphs(
    shaper: &ShaperFont<'_, '_>,
    buffer: &Buffer,
    characters: &[char],
) -> Result<Vec<Glyph>, char> {
    let mut line = Vec::with_capacity(characters.len());
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let place = usize::try_from(info.cluster).unwrap_or(usize::MAX);
        let character = characters.get(place).copied().unwrap_or('\u{FFFD}');
        let id = u16::try_from(info.glyph_id).unwrap_or(0);
        // A combining mark that moves over its letter cannot be told apart from it in the text.
        if id == 0 || place != line.len() || position.x_offset != 0 || position.y_offset != 0 {
            return Err(character);
        }
        let nominal = shaper.glyph_h_advance(info.glyph_id.into());
        line.push(Glyph { id, advance: position.x_advance, nominal, character });
    }
    match characters.get(line.len()) {
        Some(&character) => Err(character),
        None => Ok(line),
    }
}

/// Width of shaped glyphs at a size.
pub(super) fn width(glyphs: &[Glyph], size: Mpt) -> Mpt {
    glyphs.iter().map(|glyph| Mpt::from(glyph.advance)).sum::<Mpt>() * size / 1000
}

/// A font file cut down to the glyphs in use, with their new numbers.
pub(super) struct Subset {
    /// The smaller font file.
    pub bytes: Vec<u8>,
    /// New number by old number.
    pub numbers: BTreeMap<u16, u16>,
}

/// Cuts a face down to the given glyphs.
pub(super) fn subset(
    face: Face,
    used: impl IntoIterator<Item = u16>,
) -> Result<Subset, RenderError> {
    let mut remapper = subsetter::GlyphRemapper::new();
    let numbers = used.into_iter().map(|id| (id, remapper.remap(id))).collect();
    let bytes = subsetter::subset(face.bytes(), 0, &remapper)
        .map_err(|error| RenderError::Pdf(format!("subset of {}: {error}", face.name())))?;
    Ok(Subset { bytes, numbers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_without_a_glyph_is_an_error_that_names_it() {
        let refused = shape_line(Face::Regular, "Ja ☐ nein");
        assert!(matches!(refused, Err(RenderError::MissingGlyph { character: '☐', .. })));
        let control = shape_line(Face::Regular, "a\u{7}b");
        assert!(matches!(control, Err(RenderError::MissingGlyph { character: '\u{7}', .. })));
    }

    #[test]
    fn what_may_be_recorded_can_be_printed_in_every_face() {
        for face in Face::ALL {
            for sign in crate::domain::letters::printed() {
                let shaped = shape_line(face, &sign.to_string());
                assert!(shaped.is_ok(), "{face:?} U+{:04X}", u32::from(sign));
            }
        }
    }

    #[test]
    fn figures_are_equally_wide_in_every_face() {
        for face in Face::ALL {
            let wide = |text| width(&shape_line(face, text).expect("covered"), 9000);
            assert_eq!(wide("1.111.111,11"), wide("7.774.747,47"), "{face:?}");
        }
    }

    #[test]
    fn german_and_typographic_characters_are_covered() {
        for face in Face::ALL {
            let text = "ÄÖÜäöüßẞ§€–−„“”‚‘’…·→×²³½ éèçñőłšž\u{202F}\u{A0}";
            shape_line(face, text).expect("covered");
        }
    }

    #[test]
    fn decomposed_letters_are_composed_and_ligatures_stay_letters() {
        let line = shape_line(Face::Regular, "a\u{308}ffi").expect("covered");
        let text: String = line.iter().map(|glyph| glyph.character).collect();
        assert_eq!(text, "äffi");
    }
}
