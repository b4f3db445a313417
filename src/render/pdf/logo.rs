//! The logo of the letterhead: areas at the left of the name, as one picture.

use super::display::{Area, Draw, Mpt, Node, Rgb, Tag};
use super::sheet::Sheet;
use crate::domain::drawing::{Drawing, Place, Step};

/// Largest height and width.
const HEIGHT: Mpt = 38_000;
const WIDTH: Mpt = 160_000;
/// Between the logo and the name.
pub(super) const GAP: Mpt = 12_000;

/// Width and height on paper.
pub(super) fn size(drawing: &Drawing) -> (Mpt, Mpt) {
    let (width, height) = (Mpt::from(drawing.width), Mpt::from(drawing.height));
    let wide = width * HEIGHT / height;
    if wide <= WIDTH { (wide, HEIGHT) } else { (WIDTH, height * WIDTH / width) }
}

/// Draws it with its upper left corner at a place; the name of the authority is its Alt text.
pub(super) fn logo(
    sheet: &mut Sheet,
    (name, drawing): (&str, &Drawing),
    (left, top): (Mpt, Mpt),
) -> Node {
    let (width, height) = size(drawing);
    let to = |(x, y): Place| {
        let across = Mpt::from(x) * width / Mpt::from(drawing.width);
        let down = Mpt::from(y) * height / Mpt::from(drawing.height);
        (left + across, top + down)
    };
    let leaf = sheet.begin();
    for area in &drawing.areas {
        let [red, green, blue] = area.fill;
        sheet.draw(Draw::Area(Area {
            outlines: outlines(&area.steps, to),
            even_odd: area.even_odd,
            fill: Rgb(red, green, blue),
        }));
    }
    sheet.end();
    let frame = [left, top, left + width, top + height];
    Node::Group(Tag::Figure(name.to_owned(), frame), vec![Node::Leaf(leaf)])
}

/// Each outline closes by itself where it is filled.
fn outlines(steps: &[Step], to: impl Fn(Place) -> (Mpt, Mpt)) -> Vec<Vec<((Mpt, Mpt), bool)>> {
    let mut all: Vec<Vec<((Mpt, Mpt), bool)>> = Vec::new();
    let mut start = None;
    for step in steps {
        match *step {
            Step::Move(place) => {
                start = Some(place);
                all.push(vec![(to(place), false)]);
            }
            Step::Close => {}
            Step::Line(place) => last(&mut all).push((to(place), false)),
            Step::Curve(one, two, place) => {
                last(&mut all).extend([(to(one), true), (to(two), true), (to(place), false)]);
            }
        }
        // What goes on after an end begins where that outline began.
        if let (Step::Close, Some(place)) = (step, start) {
            all.push(vec![(to(place), false)]);
        }
    }
    all.retain(|outline| outline.len() > 1);
    all
}

fn last(all: &mut Vec<Vec<((Mpt, Mpt), bool)>>) -> &mut Vec<((Mpt, Mpt), bool)> {
    if all.is_empty() {
        all.push(Vec::new());
    }
    let at = all.len() - 1;
    &mut all[at]
}
