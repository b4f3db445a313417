//! How columns share the room that there is.

/// What a column asks for.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Width that it has where there is room, at least `least`.
    pub wished: f32,
    /// Width at which all of it stands on one line, as far as that is known.
    pub natural: f32,
    /// Width at which its words are broken between words only, on about two lines.
    pub broken: f32,
    /// Width at which nothing of it is cut that must not be.
    pub least: f32,
    /// It takes its share of what is left.
    pub grows: bool,
}

/// The width down to which a column gives room.
type Floor = fn(&Part) -> f32;

/// Widths of the columns, at least as wide as they must be; wider than the room only where that is
/// too little for all of them.
///
/// Where the wishes are too much, columns first give what they do not need for one line, those
/// that do not grow before those that do; then what they need for that, and last what they need so
/// that no word is broken.
#[must_use]
pub fn share(parts: &[Part], room: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = parts.iter().map(|part| part.wished.max(part.least)).collect();
    let rest = room - widths.iter().sum::<f32>();
    if rest >= 0.0 {
        let growing: f32 = parts.iter().filter(|part| part.grows).map(|part| part.wished).sum();
        for (width, part) in widths.iter_mut().zip(parts).filter(|(_, part)| part.grows) {
            *width += rest * part.wished / growing;
        }
        return widths;
    }
    let steps: [(bool, Floor); 4] = [
        (false, |part| part.natural.max(part.least)),
        (true, |part| part.natural.max(part.least)),
        (true, |part| part.broken.max(part.least)),
        (true, |part| part.least),
    ];
    let steps = steps.into_iter().map(|(grows, floor)| (Some(grows), floor));
    let last: (Option<bool>, Floor) = (None, |part| part.least);
    let mut missing = -rest;
    for (grows, floor) in steps.chain([last]) {
        let spare = |(width, part): (&f32, &Part)| {
            let gives = grows.is_none_or(|grows| grows == part.grows);
            if gives { (width - floor(part)).max(0.0) } else { 0.0 }
        };
        let spares: Vec<f32> = widths.iter().zip(parts).map(spare).collect();
        let all: f32 = spares.iter().sum();
        let taken = missing.min(all);
        if taken > 0.0 {
            for (width, spare) in widths.iter_mut().zip(spares) {
                *width -= spare * taken / all;
            }
            missing -= taken;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Part =
        Part { wished: 200.0, natural: 100.0, broken: 100.0, least: 100.0, grows: true };
    const FIGURE: Part =
        Part { wished: 120.0, natural: 90.0, broken: 90.0, least: 90.0, grows: false };

    fn widths(room: f32) -> Vec<i32> {
        whole(&[WORDS, FIGURE, FIGURE], room)
    }

    fn whole(parts: &[Part], room: f32) -> Vec<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred points")]
        let whole = |width: f32| width.round() as i32;
        share(parts, room).into_iter().map(whole).collect()
    }

    #[test]
    fn room_that_is_left_goes_to_words() {
        assert_eq!(widths(440.0), [200, 120, 120]);
        assert_eq!(widths(500.0), [260, 120, 120]);
    }

    #[test]
    fn figures_give_what_they_do_not_need_before_words_give_anything() {
        assert_eq!(widths(400.0), [200, 100, 100]);
        assert_eq!(widths(330.0), [150, 90, 90]);
    }

    #[test]
    fn nothing_is_narrower_than_it_must_be() {
        assert_eq!(widths(200.0), [100, 90, 90]);
    }

    #[test]
    fn what_one_line_does_not_need_is_given_before_words_go_on_in_a_second_one() {
        let short = Part { natural: 120.0, ..WORDS };
        let long = Part { wished: 300.0, natural: 300.0, broken: 180.0, ..WORDS };
        assert_eq!(whole(&[short, long], 460.0), [160, 300]);
        assert_eq!(whole(&[short, long], 420.0), [120, 300]);
        assert_eq!(whole(&[short, long], 280.0), [100, 180]);
        assert_eq!(whole(&[short, long], 230.0), [100, 130]);
    }
}
