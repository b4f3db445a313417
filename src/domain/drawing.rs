//! A drawing as areas of one colour each: what a letterhead carries as its logo.
//!
//! It is kept as the text of a minimal SVG, so that a paper is drawn from the ledger alone, the
//! same for ever, and every program shows what the text says. `exchange::drawing` makes one of the
//! SVG files that people have.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Length of the longer side of a drawing that is read from a file, in its own units.
pub const SIDE: i32 = 5_000;
/// Longest side and farthest coordinate of a drawing, in its own units.
const FARTHEST: i32 = 100_000;
/// Characters of the text of a drawing: the body of an entry holds 65,536 bytes.
pub const LONGEST: usize = 60_000;
/// Areas of a drawing.
pub const MOST_AREAS: usize = 1_000;
/// Steps of all areas together.
pub const MOST_STEPS: usize = 6_000;

const BEGIN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
const PATH: &str = "<path fill=\"#";
const EVEN_ODD: &str = "\" fill-rule=\"evenodd";
const STEPS: &str = "\" d=\"";
const PATH_END: &str = "\"/>";
const END: &str = "</svg>";

/// A place in units of the drawing, from its upper left corner.
pub type Place = (i32, i32);

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width in its own units.
    pub width: i32,
    /// Height in its own units.
    pub height: i32,
    /// Areas in painting order.
    pub areas: Vec<Area>,
}

/// An area of one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Red, green, blue.
    pub fill: [u8; 3],
    /// True when what is enclosed twice is no part of it; otherwise turns decide.
    pub even_odd: bool,
    /// Its outlines.
    pub steps: Vec<Step>,
}

/// A step of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Begins an outline.
    Move(Place),
    /// Straight to a place.
    Line(Place),
    /// Curved to the last place; the others pull.
    Curve(Place, Place, Place),
    /// Back to where the outline began.
    Close,
}

impl Step {
    /// Places that it names.
    pub fn places(self) -> impl Iterator<Item = Place> {
        let (all, count) = match self {
            Self::Move(to) | Self::Line(to) => ([to; 3], 1),
            Self::Curve(one, two, to) => ([one, two, to], 3),
            Self::Close => ([(0, 0); 3], 0),
        };
        all.into_iter().take(count)
    }
}

impl Drawing {
    /// True when it can be printed: it has areas and a size, and keeps within all limits.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        let steps: usize = self.areas.iter().map(|area| area.steps.len()).sum();
        let within = |place: Place| {
            (-FARTHEST..=FARTHEST).contains(&place.0) && (-FARTHEST..=FARTHEST).contains(&place.1)
        };
        let begins = |area: &Area| matches!(area.steps.first(), Some(Step::Move(_)));
        let mut places =
            self.areas.iter().flat_map(|area| &area.steps).flat_map(|step| step.places());
        (1..=FARTHEST).contains(&self.width)
            && (1..=FARTHEST).contains(&self.height)
            && (1..=MOST_AREAS).contains(&self.areas.len())
            && steps <= MOST_STEPS
            && self.areas.iter().all(begins)
            && places.all(within)
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BEGIN}{} {}\">", self.width, self.height)?;
        for area in &self.areas {
            let [red, green, blue] = area.fill;
            write!(f, "{PATH}{red:02x}{green:02x}{blue:02x}")?;
            if area.even_odd {
                f.write_str(EVEN_ODD)?;
            }
            f.write_str(STEPS)?;
            for step in &area.steps {
                f.write_char(match step {
                    Step::Move(_) => 'M',
                    Step::Line(_) => 'L',
                    Step::Curve(..) => 'C',
                    Step::Close => 'Z',
                })?;
                for (place, (x, y)) in step.places().enumerate() {
                    if place > 0 {
                        f.write_char(' ')?;
                    }
                    write!(f, "{x} {y}")?;
                }
            }
            f.write_str(PATH_END)?;
        }
        f.write_str(END)
    }
}

/// A text that is no drawing as the ledger keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDrawing;

impl fmt::Display for NoDrawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no drawing in the form of docs/ledger-format.md")
    }
}

impl FromStr for Drawing {
    type Err = NoDrawing;

    fn from_str(text: &str) -> Result<Self, NoDrawing> {
        let drawing = read(text).filter(Self::is_usable).ok_or(NoDrawing)?;
        // One drawing has one text: what differs in blanks or signs is none.
        if text.len() <= LONGEST && drawing.to_string() == text {
            Ok(drawing)
        } else {
            Err(NoDrawing)
        }
    }
}

fn read(text: &str) -> Option<Drawing> {
    let (size, mut rest) = text.strip_prefix(BEGIN)?.split_once("\">")?;
    let (width, height) = size.split_once(' ')?;
    let mut areas = Vec::new();
    while let Some(path) = rest.strip_prefix(PATH) {
        let (area, later) = path.split_once(PATH_END)?;
        areas.push(read_area(area)?);
        if areas.len() > MOST_AREAS {
            return None;
        }
        rest = later;
    }
    let whole = Drawing { width: width.parse().ok()?, height: height.parse().ok()?, areas };
    (rest == END).then_some(whole)
}

fn read_area(text: &str) -> Option<Area> {
    let (colour, rest) = text.split_at_checked(6)?;
    let mut fill = [0; 3];
    for (at, part) in fill.iter_mut().enumerate() {
        *part = u8::from_str_radix(colour.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    let (even_odd, rest) = match rest.strip_prefix(EVEN_ODD) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let mut rest = rest.strip_prefix(STEPS)?;
    let mut steps = Vec::new();
    while let Some(letter) = rest.chars().next() {
        let own = &rest[letter.len_utf8()..];
        let end = own.find(|sign: char| sign.is_ascii_alphabetic()).unwrap_or(own.len());
        steps.push(read_step(letter, &own[..end])?);
        if steps.len() > MOST_STEPS {
            return None;
        }
        rest = &own[end..];
    }
    Some(Area { fill, even_odd, steps })
}

fn read_step(letter: char, text: &str) -> Option<Step> {
    let numbers: Vec<i32> = if text.is_empty() {
        Vec::new()
    } else {
        text.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?
    };
    match (letter, numbers.as_slice()) {
        ('M', [x, y]) => Some(Step::Move((*x, *y))),
        ('L', [x, y]) => Some(Step::Line((*x, *y))),
        ('C', [x1, y1, x2, y2, x, y]) => Some(Step::Curve((*x1, *y1), (*x2, *y2), (*x, *y))),
        ('Z', []) => Some(Step::Close),
        _ => None,
    }
}

impl Serialize for Drawing {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Drawing {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\">\
        <path fill=\"#1f4e8c\" d=\"M0 0L200 0L200 100Z\"/>\
        <path fill=\"#ffffff\" fill-rule=\"evenodd\" d=\"M10 -5C1 2 3 4 5 6ZM1 1L2 2\"/></svg>";

    #[test]
    fn a_drawing_has_one_text_and_the_text_is_the_drawing() {
        let drawing: Drawing = RING.parse().expect("a drawing");
        assert_eq!((drawing.width, drawing.height, drawing.areas.len()), (200, 100, 2));
        assert_eq!(drawing.areas[1].steps[1], Step::Curve((1, 2), (3, 4), (5, 6)));
        assert_eq!(drawing.to_string(), RING);
    }

    #[test]
    fn what_is_written_in_another_way_or_beyond_the_limits_is_no_drawing() {
        let edits = [
            ("M0 0", "m0 0"),
            ("M0 0", "L0 0"),
            ("M0 0", "M0  0"),
            ("M0 0", "M+0 0"),
            ("200 100", "0 100"),
            ("L200 0", "L200001 0"),
            ("#1f4e8c", "#1F4E8C"),
            ("#1f4e8c", "#ä1f4e8"),
            ("</svg>", "<script/></svg>"),
            ("</svg>", "</svg>\n"),
            ("Z\"", "Z0\""),
        ];
        for (from, to) in edits {
            let other = RING.replacen(from, to, 1);
            assert_ne!(other, RING);
            assert_eq!(other.parse::<Drawing>(), Err(NoDrawing), "{to}");
        }
        let long = RING.replacen("L200 0", &"L200 0".repeat(MOST_STEPS), 1);
        assert_eq!(long.parse::<Drawing>(), Err(NoDrawing));
        assert_eq!("".parse::<Drawing>(), Err(NoDrawing));
    }
}
