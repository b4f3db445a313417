//! Sizes, colours and pens of the paper.

use super::display::{Mpt, Pen, Rgb};
use super::font::Face;
use crate::report::bar::{Gone, Part};
use crate::report::chart::Shade;

/// Running text.
pub(super) const INK: Rgb = Rgb(0x15, 0x19, 0x1d);
/// Labels and secondary text.
pub(super) const DIM: Rgb = Rgb(0x59, 0x63, 0x6e);
/// The one accent.
pub(super) const ACCENT: Rgb = Rgb(0x1f, 0x4e, 0x8c);

/// What is expected.
pub(super) const AHEAD: Rgb = Rgb(0x5f, 0x8f, 0xcb);
/// The day of which the figures are.
pub(super) const DATE: Pen = Pen { width: 1000, color: Rgb(0xb3, 0x26, 0x1e), dash: 0 };
/// Line on which a chart stands.
pub(super) const AXIS: Pen = Pen { width: 750, color: DIM, dash: 0 };

/// Rule below the letterhead.
pub(super) const LETTERHEAD: Pen = Pen { width: 1500, color: ACCENT, dash: 0 };
/// Rule below the head of a table and above a sum.
pub(super) const RULE: Pen = Pen { width: 750, color: INK, dash: 0 };
/// Rule below a sum.
pub(super) const SUM_RULE: Pen = Pen { width: 1500, color: INK, dash: 0 };
/// Rule between the rows of a table.
pub(super) const HAIRLINE: Pen = Pen { width: 500, color: Rgb(0xdd, 0xe1, 0xe6), dash: 0 };
/// Lines to write a reason on.
pub(super) const HAIRLINE_DARK: Pen = Pen { width: 500, color: Rgb(0x8b, 0x95, 0x9f), dash: 0 };
/// Outline of boxes, rule above the foot.
pub(super) const BOX: Pen = Pen { width: 750, color: Rgb(0xcf, 0xd5, 0xdb), dash: 0 };
/// Outline of the slip.
pub(super) const CUT: Pen = Pen { width: 750, color: Rgb(0x8b, 0x95, 0x9f), dash: 2500 };
/// Tick boxes and lines to write on.
pub(super) const WRITE: Pen = Pen { width: 600, color: INK, dash: 0 };
/// Outline of the sample mark.
pub(super) const SAMPLE: Pen = Pen { width: 750, color: Rgb(0xd6, 0xa2, 0x3c), dash: 0 };
/// Ground of the sample mark.
pub(super) const SAMPLE_GROUND: Rgb = Rgb(0xff, 0xf6, 0xdf);
/// Outline of other marks.
pub(super) const MARK: Pen = Pen { width: 750, color: Rgb(0x8b, 0x95, 0x9f), dash: 0 };

/// Face, size, line height and colour of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Face.
    pub face: Face,
    /// Type size.
    pub size: Mpt,
    /// Distance of two baselines.
    pub leading: Mpt,
    /// Colour.
    pub color: Rgb,
}

impl Style {
    const fn new(face: Face, size: Mpt, leading: Mpt, color: Rgb) -> Self {
        Self { face, size, leading, color }
    }

    /// The same at another size, line height in proportion.
    pub(super) const fn at(self, size: Mpt) -> Self {
        Self { size, leading: self.leading * size / self.size, ..self }
    }

    /// Distance of the first baseline from the upper edge; ascent and descent of the typeface
    /// are 1.025 and 0.275 em.
    pub(super) const fn baseline(self) -> Mpt {
        (self.leading - self.size * 1300 / 1000) / 2 + self.size * 1025 / 1000
    }
}

/// Running text.
pub(super) const BODY: Style = Style::new(Face::Regular, 9300, 13_000, INK);
/// Secondary text.
pub(super) const LABEL: Style = Style::new(Face::Regular, 9300, 13_000, DIM);
/// Bold text within running text.
pub(super) const STRONG: Style = Style::new(Face::SemiBold, 9300, 13_000, INK);
/// Source, footnote, legend.
pub(super) const NOTE: Style = Style::new(Face::Regular, 8000, 11_200, DIM);
/// Space before such a paragraph.
pub(super) const NOTE_SPACE: Mpt = 6_000;
/// Title.
pub(super) const TITLE: Style = Style::new(Face::SemiBold, 15_750, 20_000, INK);
/// Heading of a section.
pub(super) const HEADING: Style = Style::new(Face::SemiBold, 10_200, 14_400, INK);
/// Name of the authority.
pub(super) const SENDER: Style = Style::new(Face::SemiBold, 11_250, 16_000, INK);
/// Head of a column.
pub(super) const HEAD: Style = Style::new(Face::Medium, 8600, 11_800, DIM);
/// Label of a key figure.
pub(super) const FIGURE_LABEL: Style = Style::new(Face::Regular, 8600, 12_400, DIM);
/// Key figure.
pub(super) const FIGURE: Style = Style::new(Face::SemiBold, 12_000, 17_000, INK);
/// Words in a bar.
pub(super) const IN_BAR: Style = Style::new(Face::Regular, 7200, 10_000, INK);
/// Text of a mark.
pub(super) const CHIP: Style = Style::new(Face::Regular, 8600, 12_400, INK);
/// The sender's address above the recipient's.
pub(super) const RETURN: Style = Style::new(Face::Regular, 6400, 8_400, DIM);
/// Running head and foot.
pub(super) const FOOT: Style = Style::new(Face::Regular, 7200, 10_000, DIM);

/// Colour of a part of a bar, the same on screen and paper.
pub(super) const fn part_color(part: Part) -> Rgb {
    match part {
        Part::Actual => ACCENT,
        Part::Ordered => Rgb(0x5f, 0x8f, 0xcb),
        Part::Requested => Rgb(0x86, 0xac, 0xdb),
        Part::Committed => Rgb(0xae, 0xca, 0xea),
        Part::Blocked => Rgb(0xd6, 0xa2, 0x3c),
    }
}

/// Colour of what left a bar for good.
pub(super) const fn gone_color(gone: Gone) -> Rgb {
    match gone {
        Gone::CarriedOut => Rgb(0xc4, 0xdf, 0xcd),
        Gone::CoverOut => Rgb(0xe3, 0xd5, 0xec),
        Gone::Lapsed => Rgb(0xb4, 0xbb, 0xc3),
    }
}

/// Colour of words on a part of a bar.
pub(super) const fn ink_on_bar(ground: Rgb) -> Rgb {
    let is_dark = ground.0 == ACCENT.0 && ground.1 == ACCENT.1 && ground.2 == ACCENT.2;
    if is_dark { Rgb(0xff, 0xff, 0xff) } else { INK }
}

/// Colour of what can still be granted.
pub(super) const AVAILABLE: Rgb = Rgb(0xe9, 0xec, 0xf0);

/// Colour of what is left and nobody can grant any more.
pub(super) const BLANK: Rgb = Rgb(0xff, 0xff, 0xff);

/// Ground of a tile.
pub(super) const fn shade(shade: Shade) -> Rgb {
    match shade {
        Shade::Empty => Rgb(0xf4, 0xf6, 0xf8),
        Shade::Low => Rgb(0xd3, 0xe2, 0xf4),
        Shade::Middle => Rgb(0x86, 0xac, 0xdb),
        Shade::High => ACCENT,
    }
}

/// Colour of words on a tile.
pub(super) const fn ink_on(shade: Shade) -> Rgb {
    match shade {
        Shade::High => Rgb(0xff, 0xff, 0xff),
        _ => INK,
    }
}

/// Distance of the strokes on the part that could be taken for another one without its colour; zero
/// for a plain one.
pub(super) const fn strokes(part: Part) -> Mpt {
    match part {
        Part::Blocked => 3_000,
        _ => 0,
    }
}

/// As [`strokes`], on what left a bar for good.
pub(super) const fn gone_strokes(gone: Gone) -> Mpt {
    match gone {
        Gone::CarriedOut => 6_000,
        Gone::CoverOut => 4_000,
        Gone::Lapsed => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_parts_of_a_bar_look_the_same() {
        let parts = Part::ALL.map(part_color).into_iter().chain(Gone::ALL.map(gone_color));
        let all: Vec<Rgb> = parts.chain([AVAILABLE]).collect();
        for (at, one) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| one != other), "{one:?}");
        }
    }
}
