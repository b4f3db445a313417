//! Breaks text into lines.
//!
//! Lines break after spaces, after a hyphen between letters, at soft hyphens (U+00AD) and at
//! zero-width spaces; a word wider than the line breaks between characters. File numbers such
//! as "EG-2020-001" stay together. The space stays at the end of its line, so that words stay
//! apart when the text is copied.

use std::collections::VecDeque;

use super::display::Mpt;
use super::font::{self, Glyph};
use super::style::Style;
use crate::render::RenderError;

const SOFT_HYPHEN: char = '\u{AD}';
const ZERO_SPACE: char = '\u{200B}';

/// One line of shaped text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Glyphs, with the space at the end.
    pub glyphs: Vec<Glyph>,
    /// Width without the space at the end.
    pub width: Mpt,
}

/// A part of a word that is never broken but in need.
#[derive(Clone, Debug)]
struct Piece {
    glyphs: Vec<Glyph>,
    /// A hyphen appears when the line breaks after it.
    soft: bool,
    /// A break may follow without a hyphen.
    last: bool,
}

/// The lines of a text within a width; one empty line for an empty text.
pub(super) fn wrap(text: &str, style: Style, width: Mpt) -> Result<Vec<Line>, RenderError> {
    let hyphen = hyphen(text, style)?;
    let mut lines = Vec::new();
    let mut paragraphs = text.split('\n').peekable();
    while let Some(paragraph) = paragraphs.next() {
        let mut rest: VecDeque<Piece> = pieces(paragraph, style)?.into();
        let mut breaker = Breaker { size: style.size, width, hyphen: &hyphen, line: Vec::new() };
        let before = lines.len();
        while !rest.is_empty() {
            if !breaker.take(&mut rest) {
                lines.push(breaker.finish());
            }
        }
        if !breaker.line.is_empty() || lines.len() == before {
            lines.push(breaker.finish());
        }
        // Read aloud, the last word of a line and the first of the next one are two words.
        if let Some(last) = lines.last_mut().filter(|_| paragraphs.peek().is_some()) {
            last.glyphs.extend(font::shape_line(style.face, " ")?);
        }
    }
    Ok(lines)
}

/// The lines of the head of a column, which is narrow: a word is divided only where that saves a
/// line or where it is wider than the line, and a percent sign stays with the word before it.
pub(super) fn head(text: &str, style: Style, width: Mpt) -> Result<Vec<Line>, RenderError> {
    let text = text.replace(" %", "\u{a0}%");
    let divided = wrap(&text, style, width)?;
    let undivided = text.replace(SOFT_HYPHEN, "");
    if narrowest(&undivided, style)? <= width {
        let lines = wrap(&undivided, style, width)?;
        if lines.len() <= divided.len() {
            return Ok(lines);
        }
    }
    Ok(divided)
}

/// The hyphen of a break, for a text that has places for one.
fn hyphen(text: &str, style: Style) -> Result<Vec<Glyph>, RenderError> {
    if text.contains(SOFT_HYPHEN) { font::shape_line(style.face, "-") } else { Ok(Vec::new()) }
}

/// The text without marks for line breaking.
pub(super) fn plain(text: &str) -> String {
    text.replace('\n', " ").replace([SOFT_HYPHEN, ZERO_SPACE, '\r'], "")
}

/// The text as one line, however long.
pub(super) fn single(text: &str, style: Style) -> Result<Line, RenderError> {
    let glyphs = font::shape_line(style.face, &plain(text))?;
    Ok(line(glyphs, style.size))
}

/// Width of the widest part that cannot be broken.
pub(super) fn narrowest(text: &str, style: Style) -> Result<Mpt, RenderError> {
    let hyphen = font::width(&hyphen(text, style)?, style.size);
    let mut widest = 0;
    for paragraph in text.split('\n') {
        for piece in pieces(paragraph, style)? {
            let extra = if piece.soft { hyphen } else { 0 };
            widest = widest.max(visible(&piece.glyphs, style.size) + extra);
        }
    }
    Ok(widest)
}

struct Breaker<'a> {
    size: Mpt,
    width: Mpt,
    hyphen: &'a [Glyph],
    line: Vec<Glyph>,
}

impl Breaker<'_> {
    /// Puts as much of the next word as fits into the line; false when the line is full.
    fn take(&mut self, rest: &mut VecDeque<Piece>) -> bool {
        let word = rest.iter().take_while(|piece| !piece.last).count() + 1;
        let word = word.min(rest.len());
        if self.fits(rest, word, false) {
            for piece in rest.drain(..word) {
                self.line.extend(piece.glyphs);
            }
            return true;
        }
        let soft = |count: usize| rest.get(count - 1).is_some_and(|piece| piece.soft);
        let part = (1..word).rev().find(|&count| self.fits(rest, count, soft(count)));
        if let Some(count) = part {
            let hyphened = soft(count);
            for piece in rest.drain(..count) {
                self.line.extend(piece.glyphs);
            }
            if hyphened {
                self.line.extend_from_slice(self.hyphen);
            }
            return false;
        }
        if self.line.is_empty() {
            self.split_in_need(rest);
        }
        false
    }

    fn fits(&self, rest: &VecDeque<Piece>, count: usize, hyphened: bool) -> bool {
        let more = rest.iter().take(count).flat_map(|piece| &piece.glyphs);
        let (mut all, mut visible) = (0, 0);
        for glyph in self.line.iter().chain(more) {
            all += Mpt::from(glyph.advance);
            // Spaces at the end have no width.
            visible = if glyph.character == ' ' { visible } else { all };
        }
        let extra = if hyphened { font::width(self.hyphen, self.size) } else { 0 };
        visible * self.size / 1000 + extra <= self.width
    }

    fn split_in_need(&mut self, rest: &mut VecDeque<Piece>) {
        let Some(first) = rest.front_mut() else { return };
        let fitting = (1..=first.glyphs.len())
            .rev()
            .find(|&count| visible(&first.glyphs[..count], self.size) <= self.width)
            .unwrap_or(1);
        self.line.extend(first.glyphs.drain(..fitting.min(first.glyphs.len())));
        if first.glyphs.is_empty() {
            rest.pop_front();
        }
    }

    fn finish(&mut self) -> Line {
        line(std::mem::take(&mut self.line), self.size)
    }
}

fn line(glyphs: Vec<Glyph>, size: Mpt) -> Line {
    let width = visible(&glyphs, size);
    Line { glyphs, width }
}

/// Width without spaces at the end.
fn visible(glyphs: &[Glyph], size: Mpt) -> Mpt {
    let end = glyphs.iter().rposition(|glyph| glyph.character != ' ').map_or(0, |last| last + 1);
    font::width(&glyphs[..end], size)
}

fn pieces(text: &str, style: Style) -> Result<Vec<Piece>, RenderError> {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut open = String::new();
    // Who is to find the sign needs the text around its word.
    let whole = |error| match error {
        RenderError::MissingGlyph { character, .. } => {
            RenderError::MissingGlyph { character, within: plain(text) }
        }
        other => other,
    };
    for (place, &character) in characters.iter().enumerate() {
        if !matches!(character, SOFT_HYPHEN | ZERO_SPACE | '\r') {
            open.push(character);
        }
        let next = characters.get(place + 1).copied();
        let ends_word = character == ' ' && next != Some(' ');
        let letter = |at: Option<char>| at.is_some_and(char::is_alphabetic);
        let before = place.checked_sub(1).and_then(|at| characters.get(at).copied());
        let ends_part = match character {
            SOFT_HYPHEN | ZERO_SPACE => true,
            '-' => letter(before) && letter(next),
            _ => false,
        };
        if (ends_word || ends_part) && !open.is_empty() {
            let glyphs = font::shape_line(style.face, &std::mem::take(&mut open)).map_err(whole)?;
            pieces.push(Piece { glyphs, soft: character == SOFT_HYPHEN, last: ends_word });
        }
    }
    if !open.is_empty() {
        let glyphs = font::shape_line(style.face, &open).map_err(whole)?;
        pieces.push(Piece { glyphs, soft: false, last: true });
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::super::style::BODY;
    use super::*;

    fn written(lines: &[Line]) -> Vec<String> {
        let signs =
            |line: &Line| -> String { line.glyphs.iter().map(|glyph| glyph.character).collect() };
        lines.iter().map(signs).collect()
    }

    fn lines(text: &str, width: Mpt) -> Vec<String> {
        written(&wrap(text, BODY, width).expect("covered"))
    }

    #[test]
    fn lines_break_at_spaces_and_keep_them() {
        assert_eq!(lines("Kommunales Rechenzentrum", 70_000), ["Kommunales ", "Rechenzentrum"]);
        assert_eq!(lines("a\nb", 60_000), ["a ", "b"]);
        assert_eq!(lines("", 60_000), [""]);
    }

    #[test]
    fn soft_hyphens_show_only_at_a_break() {
        assert_eq!(lines("Haus\u{AD}haltsjahr", 40_000), ["Haus-", "haltsjahr"]);
        assert_eq!(lines("Haus\u{AD}haltsjahr", 90_000), ["Haushaltsjahr"]);
    }

    #[test]
    fn a_head_divides_no_word_in_vain_and_keeps_the_percent_sign_with_its_word() {
        let heads = |text: &str, width| written(&head(text, BODY, width).expect("covered"));
        let claimed = "davon zurück\u{AD}gefordert";
        assert_eq!(lines(claimed, 80_000), ["davon zurück-", "gefordert"]);
        assert_eq!(heads(claimed, 80_000), ["davon ", "zurückgefordert"]);
        assert_eq!(heads(claimed, 60_000), ["davon zurück-", "gefordert"]);
        let outflow = "Mittel\u{AD}abfluss in %";
        assert_eq!(lines(outflow, 45_000), ["Mittel-", "abfluss in ", "%"]);
        assert_eq!(heads(outflow, 45_000), ["Mittel-", "abfluss ", "in %"]);
        assert_eq!(heads(outflow, 52_000), ["Mittel-", "abfluss in %"]);
        assert_eq!(heads(outflow, 60_000), ["Mittelabfluss ", "in %"]);
    }

    #[test]
    fn file_numbers_stay_together_and_names_break_at_their_hyphen() {
        assert_eq!(lines("zu EG-2020-001", 60_000), ["zu ", "EG-2020-001"]);
        assert_eq!(lines("Schmalkalden-Meiningen", 70_000), ["Schmalkalden-", "Meiningen"]);
    }

    #[test]
    fn a_word_wider_than_the_line_breaks_between_characters() {
        let broken = lines("DE12345678901234567890", 40_000);
        assert!(broken.len() > 2);
        assert_eq!(broken.concat(), "DE12345678901234567890");
        for line in wrap("DE12345678901234567890", BODY, 40_000).expect("covered") {
            assert!(line.width <= 40_000);
        }
    }
}
