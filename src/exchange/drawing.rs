//! SVG files as drawings for the letterhead: vectors of plain colours, nothing else.
//!
//! What a paper cannot print as it looks is refused by name, rather than printed otherwise: text
//! in a typeface that nobody may have, pictures of dots, gradients, transparency. Nothing outside
//! of the file is fetched, scripts are refused, and what a file can blow up is bounded.

use std::io::Read;

use usvg::roxmltree::{Document, Node as Xml, ParsingOptions};
use usvg::tiny_skia_path::{Path, PathSegment, Point, Rect, Transform};
use usvg::{FillRule, Group, Node, Options, Paint, PaintOrder, Stroke, Tree};

use super::{Reason, Refused};
use crate::domain::drawing::{self, Area, Drawing, MOST_AREAS, MOST_STEPS, Place, SIDE, Step};

/// Bytes of an SVG file that is read.
pub const MOST_BYTES: usize = 512 << 10;
/// Levels of elements.
const DEEPEST: usize = 64;
/// Elements of a file, what `use` repeats counted each time.
const MOST_ELEMENTS: usize = 20_000;
/// How far areas may reach beyond the edge, in parts of the longer side: a stroke does.
const BEYOND: f32 = 0.02;

/// Elements that are read.
const KNOWN: [&str; 15] = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "use",
    "symbol", "style", "clipPath", "view",
];
/// Elements that say something about the drawing and draw nothing.
const ABOUT: [&str; 3] = ["title", "desc", "metadata"];
const SVG: &str = "http://www.w3.org/2000/svg";

/// Why a file gives no drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More bytes than so many KiB.
    TooLarge(usize),
    /// Packed (SVGZ).
    Packed,
    /// No SVG.
    NoSvg,
    /// It declares entities, with which a file can grow without bounds.
    Entity,
    /// More levels than so many.
    TooDeep(usize),
    /// More elements or areas than the limit.
    TooMany(usize),
    /// More lines and curves than the entry of a letterhead holds.
    TooDetailed,
    /// An element that is not printed, by its name.
    Element(String),
    /// A reference to something outside of the file.
    Outside(String),
    /// A property that is not printed, by its name.
    Property(&'static str),
    /// Something is drawn beyond the edge.
    BeyondEdge,
    /// Nothing can be seen.
    Nothing,
}

impl Fault {
    /// Message key, and what it names.
    #[must_use]
    pub fn parts(&self) -> (&'static str, String) {
        let none = String::new();
        match self {
            Self::TooLarge(limit) => ("drawing-too-large", limit.to_string()),
            Self::Packed => ("drawing-packed", none),
            Self::NoSvg => ("drawing-no-svg", none),
            Self::Entity => ("drawing-entity", none),
            Self::TooDeep(limit) => ("drawing-too-deep", limit.to_string()),
            Self::TooMany(limit) => ("drawing-too-many", limit.to_string()),
            Self::TooDetailed => ("drawing-too-detailed", none),
            Self::Element(name) if name == "text" => ("drawing-text", none),
            Self::Element(name) if name == "image" => ("drawing-image", none),
            Self::Element(name) => ("drawing-element", name.clone()),
            Self::Outside(name) => ("drawing-outside", name.clone()),
            Self::Property(name) => ("drawing-property", (*name).to_owned()),
            Self::BeyondEdge => ("drawing-beyond-edge", none),
            Self::Nothing => ("drawing-nothing", none),
        }
    }
}

/// Reads an SVG file.
///
/// # Errors
/// Says what of it cannot be printed.
pub fn read(bytes: &[u8]) -> Result<Drawing, Refused> {
    made(bytes).map_err(|fault| Refused::new(Reason::Drawing(fault)))
}

/// As [`read`], from a file; no more is taken into memory than may be read.
///
/// # Errors
/// As [`read`], and when the file gives no bytes.
pub fn read_from(file: impl Read) -> Result<Drawing, Refused> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Refused::new(Reason::Unreadable(error.kind())))?;
    read(&bytes)
}

fn made(bytes: &[u8]) -> Result<Drawing, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge(MOST_BYTES >> 10));
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(Fault::Packed);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NoSvg)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.contains("<!ENTITY") {
        return Err(Fault::Entity);
    }
    let limits = ParsingOptions {
        // A DOCTYPE alone does nothing: nothing is fetched, and it declares no entity.
        allow_dtd: true,
        nodes_limit: 200_000,
        ..ParsingOptions::default()
    };
    let file = Document::parse_with_options(text, limits).map_err(|_| Fault::NoSvg)?;
    allowed(&file)?;
    let tree = Tree::from_xmltree(&file, &Options::default()).map_err(|_| Fault::NoSvg)?;
    let mut found = Found { shapes: Vec::new(), steps: 0 };
    found.group(tree.root())?;
    found.drawing((tree.size().width(), tree.size().height()))
}

/// Looks at every element before anything is made of it.
fn allowed(file: &Document<'_>) -> Result<(), Fault> {
    let root = file.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(Fault::NoSvg);
    }
    let (mut elements, mut repeats) = (0, 0);
    for node in root.descendants().filter(Xml::is_element) {
        if node.ancestors().take(DEEPEST + 2).count() > DEEPEST + 1 {
            return Err(Fault::TooDeep(DEEPEST));
        }
        let foreign = |node: Xml<'_, '_>| node.tag_name().namespace() != Some(SVG);
        let about = |node: Xml<'_, '_>| foreign(node) || ABOUT.contains(&node.tag_name().name());
        if node.ancestors().any(|above| above.is_element() && about(above)) {
            continue;
        }
        elements += 1;
        repeats += usize::from(node.tag_name().name() == "use");
        // Before the element is looked at: what a `use` repeats is searched for in the whole file.
        if elements * (1 + repeats) > MOST_ELEMENTS {
            return Err(Fault::TooMany(MOST_ELEMENTS));
        }
        element(node)?;
    }
    Ok(())
}

fn element(node: Xml<'_, '_>) -> Result<(), Fault> {
    let name = node.tag_name().name();
    // A definition that nothing uses does no harm; what is used shows in the tree.
    let defined = ["linearGradient", "radialGradient", "stop", "pattern", "mask", "filter"];
    let inside = node.ancestors().any(|above| defined.contains(&above.tag_name().name()));
    if !inside && !KNOWN.contains(&name) {
        return Err(Fault::Element(name.to_owned()));
    }
    if name == "use" && repeated(node).is_some_and(holds_use) {
        return Err(Fault::Element("use".to_owned()));
    }
    for attribute in node.attributes() {
        let value = attribute.value().trim();
        if attribute.name().starts_with("on") {
            return Err(Fault::Element("script".to_owned()));
        }
        if attribute.name() == "href" && !value.starts_with('#') {
            return Err(Fault::Outside(shortened(value)));
        }
        within(value)?;
    }
    if name == "style" {
        let rules: String = node.descendants().filter_map(|part| part.text()).collect();
        if rules.contains("@import") {
            return Err(Fault::Outside("@import".to_owned()));
        }
        within(&rules)?;
    }
    Ok(())
}

/// What a `use` repeats.
fn repeated<'a, 'b>(node: Xml<'a, 'b>) -> Option<Xml<'a, 'b>> {
    let link = node.attributes().find(|attribute| attribute.name() == "href")?;
    let id = link.value().trim().strip_prefix('#')?;
    node.document().descendants().find(|other| other.attribute("id") == Some(id))
}

/// True when repeating it repeats more: each level could double the one below.
fn holds_use(target: Xml<'_, '_>) -> bool {
    target.descendants().any(|inner| inner.tag_name().name() == "use")
}

/// Every `url(…)` names something of the file itself.
fn within(value: &str) -> Result<(), Fault> {
    let mut rest = value;
    while let Some(at) = rest.find("url(") {
        rest = rest[at + 4..].trim_start_matches(['"', '\'', ' ']);
        if !rest.starts_with('#') {
            return Err(Fault::Outside(shortened(rest)));
        }
    }
    Ok(())
}

fn shortened(value: &str) -> String {
    value.chars().take(60).collect()
}

/// A path in the units of the file, with its colour.
struct Shape {
    path: Path,
    fill: [u8; 3],
    even_odd: bool,
}

struct Found {
    shapes: Vec<Shape>,
    steps: usize,
}

impl Found {
    fn group(&mut self, group: &Group) -> Result<(), Fault> {
        let opaque = (group.opacity().get() - 1.0).abs() < f32::EPSILON;
        if !opaque {
            return Err(Fault::Property("opacity"));
        }
        if group.mask().is_some() {
            return Err(Fault::Property("mask"));
        }
        if !group.filters().is_empty() {
            return Err(Fault::Property("filter"));
        }
        if group.clip_path().is_some() && !covers(group) {
            return Err(Fault::Property("clip-path"));
        }
        if group.blend_mode() != usvg::BlendMode::Normal {
            return Err(Fault::Property("mix-blend-mode"));
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group)?,
                Node::Path(path) if path.is_visible() => self.path(path)?,
                Node::Path(_) => {}
                Node::Image(_) => return Err(Fault::Element("image".to_owned())),
                Node::Text(_) => return Err(Fault::Element("text".to_owned())),
            }
        }
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path) -> Result<(), Fault> {
        let place = path.abs_transform();
        let fill = path.fill().map(|fill| {
            let even_odd = fill.rule() == FillRule::EvenOdd;
            coloured(path.data().clone(), place, (fill.paint(), fill.opacity().get()), even_odd)
        });
        let stroke = path.stroke().map(|stroke| {
            let outline = outline(path.data(), stroke, place);
            match outline {
                Some(outline) => {
                    coloured(outline, place, (stroke.paint(), stroke.opacity().get()), false)
                }
                None => Ok(None),
            }
        });
        let (first, second) = match path.paint_order() {
            PaintOrder::FillAndStroke => (fill, stroke),
            PaintOrder::StrokeAndFill => (stroke, fill),
        };
        for shape in [first, second].into_iter().flatten() {
            let Some(shape) = shape? else { continue };
            self.steps += shape.path.len();
            if self.shapes.len() >= MOST_AREAS {
                return Err(Fault::TooMany(MOST_AREAS));
            }
            if self.steps > MOST_STEPS {
                return Err(Fault::TooDetailed);
            }
            self.shapes.push(shape);
        }
        Ok(())
    }

    /// The areas, cut to what is drawn and in whole units.
    fn drawing(&self, (width, height): (f32, f32)) -> Result<Drawing, Fault> {
        let bounds = self.shapes.iter().filter_map(|shape| shape.path.compute_tight_bounds());
        let whole = bounds.reduce(|one, other| joined(&one, &other)).ok_or(Fault::Nothing)?;
        let beyond = width.max(height) * BEYOND;
        let inside = whole.left() >= -beyond
            && whole.top() >= -beyond
            && whole.right() <= width + beyond
            && whole.bottom() <= height + beyond;
        if !inside {
            return Err(Fault::BeyondEdge);
        }
        let longer = whole.width().max(whole.height());
        if longer <= 0.0 {
            return Err(Fault::Nothing);
        }
        let scale = f64::from(SIDE) / f64::from(longer);
        let to = |point: Point| -> Place {
            let (x, y) = (point.x - whole.left(), point.y - whole.top());
            (rounded(f64::from(x) * scale), rounded(f64::from(y) * scale))
        };
        let area = |shape: &Shape| Area {
            fill: shape.fill,
            even_odd: shape.even_odd,
            steps: steps(&shape.path, to),
        };
        let drawing = Drawing {
            width: rounded(f64::from(whole.width()) * scale).max(1),
            height: rounded(f64::from(whole.height()) * scale).max(1),
            areas: self.shapes.iter().map(area).collect(),
        };
        if drawing.to_string().len() > drawing::LONGEST {
            return Err(Fault::TooDetailed);
        }
        if drawing.is_usable() { Ok(drawing) } else { Err(Fault::BeyondEdge) }
    }
}

/// A path of one colour where it stands; `None` where it cannot be seen.
fn coloured(
    path: Path,
    place: Transform,
    (paint, opacity): (&Paint, f32),
    even_odd: bool,
) -> Result<Option<Shape>, Fault> {
    if opacity <= 0.0 {
        return Ok(None);
    }
    if opacity < 1.0 {
        return Err(Fault::Property("opacity"));
    }
    let fill = match paint {
        Paint::Color(color) => [color.red, color.green, color.blue],
        Paint::LinearGradient(_) => return Err(Fault::Property("linearGradient")),
        Paint::RadialGradient(_) => return Err(Fault::Property("radialGradient")),
        Paint::Pattern(_) => return Err(Fault::Property("pattern")),
    };
    Ok(path.transform(place).map(|path| Shape { path, fill, even_odd }))
}

/// The area that a stroke covers.
fn outline(path: &Path, stroke: &Stroke, place: Transform) -> Option<Path> {
    let stroke = stroke.to_tiny_skia();
    let (across, along) = place.get_scale();
    // Fine enough for a logo of some centimetres, at whatever size the file draws it.
    let finer = (across.abs().max(along.abs()) * 4.0).clamp(0.01, 100.0);
    let dashed = stroke.dash.as_ref().and_then(|dash| path.dash(dash, finer));
    dashed.as_ref().unwrap_or(path).stroke(&stroke, finer)
}

/// True when the clip path is one rectangle around all of the group: programs that draw write one
/// around each page.
fn covers(group: &Group) -> bool {
    let Some(clip) = group.clip_path() else { return true };
    let [Node::Path(path)] = clip.root().children() else { return false };
    let corners = path.data().points();
    let bounds = path.data().bounds();
    let near = |one: f32, other: f32| (one - other).abs() < 1e-3;
    let upright = corners.len() >= 4
        && path.data().segments().all(|step| {
            matches!(step, PathSegment::MoveTo(_) | PathSegment::LineTo(_) | PathSegment::Close)
        })
        && corners.iter().all(|corner| {
            (near(corner.x, bounds.left()) || near(corner.x, bounds.right()))
                && (near(corner.y, bounds.top()) || near(corner.y, bounds.bottom()))
        });
    let place = group.abs_transform().pre_concat(clip.transform()).pre_concat(path.abs_transform());
    let around = bounds.transform(place);
    let own = group.abs_stroke_bounding_box();
    let slack = own.width().max(own.height()) * BEYOND;
    clip.clip_path().is_none()
        && upright
        && !place.has_skew()
        && around.is_some_and(|around| {
            around.left() <= own.left() + slack
                && around.top() <= own.top() + slack
                && around.right() >= own.right() - slack
                && around.bottom() >= own.bottom() - slack
        })
}

fn joined(one: &Rect, other: &Rect) -> Rect {
    let (left, top) = (one.left().min(other.left()), one.top().min(other.top()));
    let (right, bottom) = (one.right().max(other.right()), one.bottom().max(other.bottom()));
    Rect::from_ltrb(left, top, right, bottom).unwrap_or(*one)
}

/// Steps in whole units; a curve with one handle has two that pull as much.
fn steps(path: &Path, to: impl Fn(Point) -> Place) -> Vec<Step> {
    let mut steps = Vec::with_capacity(path.len());
    let mut at = Point::zero();
    for segment in path.segments() {
        steps.push(match segment {
            PathSegment::MoveTo(point) => Step::Move(to(point)),
            PathSegment::LineTo(point) => Step::Line(to(point)),
            PathSegment::QuadTo(pull, point) => {
                let third = |from: Point| Point {
                    x: from.x + (pull.x - from.x) * 2.0 / 3.0,
                    y: from.y + (pull.y - from.y) * 2.0 / 3.0,
                };
                Step::Curve(to(third(at)), to(third(point)), to(point))
            }
            PathSegment::CubicTo(one, two, point) => Step::Curve(to(one), to(two), to(point)),
            PathSegment::Close => Step::Close,
        });
        at = match segment {
            PathSegment::MoveTo(point)
            | PathSegment::LineTo(point)
            | PathSegment::QuadTo(_, point)
            | PathSegment::CubicTo(_, _, point) => point,
            PathSegment::Close => at,
        };
    }
    steps
}

#[expect(clippy::cast_possible_truncation, reason = "units of a drawing; casts stop at the ends")]
fn rounded(length: f64) -> i32 {
    length.round() as i32
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
