//! Where the words of a diagram stand: at the first of several places that no line crosses.

use eframe::egui::{Align2, Pos2, Rect, Vec2};

/// Room around words that nothing else takes, in points.
const AROUND: f32 = 1.0;

/// The room of a diagram, with what is drawn in it.
pub(super) struct Room {
    frame: Rect,
    lines: Vec<[Pos2; 2]>,
    taken: Vec<Rect>,
}

impl Room {
    /// A diagram in which nothing is drawn yet.
    pub(super) const fn new(frame: Rect) -> Self {
        Self { frame, lines: Vec::new(), taken: Vec::new() }
    }

    /// A line is drawn through these corners.
    pub(super) fn line(&mut self, corners: &[Pos2]) {
        self.lines.extend(corners.windows(2).map(|pair| [pair[0], pair[1]]));
    }

    /// A mark is drawn there.
    pub(super) fn mark(&mut self, mark: Rect) {
        self.taken.push(mark);
    }

    /// The first of the wished places that is free, and takes it; where none is, the first. A place
    /// is a point, and which corner of the words lies there.
    pub(super) fn take(&mut self, size: Vec2, wished: &[(Pos2, Align2)]) -> Option<Rect> {
        let mut places = wished.iter().map(|(at, corner)| corner.anchor_size(*at, size));
        let first = places.clone().next()?;
        let place = places.find(|place| self.is_free(*place)).unwrap_or(first);
        self.taken.push(place);
        Some(place)
    }

    fn is_free(&self, place: Rect) -> bool {
        let wide = place.expand(AROUND);
        self.frame.contains_rect(place)
            && !self.taken.iter().any(|other| other.intersects(wide))
            && !self.lines.iter().any(|line| crosses(wide, *line))
    }
}

/// True when a part of the line lies within the rectangle.
fn crosses(rect: Rect, [from, to]: [Pos2; 2]) -> bool {
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (from, to, least, most) in
        [(from.x, to.x, rect.left(), rect.right()), (from.y, to.y, rect.top(), rect.bottom())]
    {
        let along = to - from;
        if along.abs() < f32::EPSILON {
            if from < least || from > most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - from) / along, (most - from) / along);
        start = start.max(one.min(other));
        end = end.min(one.max(other));
    }
    start <= end
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};

    use super::*;

    #[test]
    fn words_stand_at_the_first_place_that_no_line_crosses() {
        let frame = Rect::from_min_max(pos2(0.0, 0.0), pos2(200.0, 100.0));
        let mut room = Room::new(frame);
        // Rising from the point at which the words begin, as a forecast does.
        room.line(&[pos2(100.0, 50.0), pos2(200.0, 40.0)]);
        room.line(&[pos2(100.0, 0.0), pos2(100.0, 100.0)]);
        let point = pos2(100.0, 50.0);
        let (right, left) = ((point + vec2(4.0, -4.0)), (point - vec2(4.0, 4.0)));
        let wished = [(right, Align2::LEFT_BOTTOM), (left, Align2::RIGHT_BOTTOM)];
        let place = room.take(vec2(80.0, 14.0), &wished);
        let beside = Rect::from_min_max(pos2(16.0, 32.0), pos2(96.0, 46.0));
        assert_eq!(place, Some(beside), "the line crosses what stands at the right");
        let above = [(left, Align2::RIGHT_BOTTOM), (left - vec2(0.0, 20.0), Align2::RIGHT_BOTTOM)];
        let place = room.take(vec2(80.0, 14.0), &above);
        assert_eq!(place, Some(beside.translate(vec2(0.0, -20.0))), "there are words already");
        let outside =
            [(pos2(190.0, 90.0), Align2::LEFT_BOTTOM), (pos2(10.0, 90.0), Align2::LEFT_TOP)];
        let place = room.take(vec2(20.0, 14.0), &outside);
        assert_eq!(place.map(|place| place.left()), Some(190.0), "no place is whole: the first");
    }

    #[test]
    fn a_line_crosses_what_it_touches_and_nothing_beside_it() {
        let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(20.0, 20.0));
        for (line, does) in [
            ([pos2(0.0, 0.0), pos2(30.0, 30.0)], true),
            ([pos2(15.0, 0.0), pos2(15.0, 30.0)], true),
            ([pos2(12.0, 12.0), pos2(13.0, 13.0)], true),
            ([pos2(0.0, 15.0), pos2(9.0, 15.0)], false),
            ([pos2(25.0, 0.0), pos2(25.0, 30.0)], false),
            ([pos2(0.0, 12.0), pos2(12.0, 0.0)], false),
        ] {
            assert_eq!(crosses(rect, line), does, "{line:?}");
        }
    }
}
