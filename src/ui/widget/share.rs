//! How columns share the room that there is.

/// What a column asks for.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Width that it has where there is room, at least `least`.
    pub wished: f32,
    /// Width at which nothing of it is cut that must not be.
    pub least: f32,
    /// It takes its share of what is left.
    pub grows: bool,
}

/// Widths of the columns, at least as wide as they must be; wider than the room only where that is
/// too little for all of them.
///
/// Where the wishes are too much, columns that do not grow first give what they do not need, then
/// those that grow.
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
    let mut missing = -rest;
    for grows in [false, true] {
        let spare = |(width, part): (&f32, &Part)| {
            if part.grows == grows { width - part.least } else { 0.0 }
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

    const WORDS: Part = Part { wished: 200.0, least: 100.0, grows: true };
    const FIGURE: Part = Part { wished: 120.0, least: 90.0, grows: false };

    fn widths(room: f32) -> Vec<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred points")]
        let whole = |width: f32| width.round() as i32;
        share(&[WORDS, FIGURE, FIGURE], room).into_iter().map(whole).collect()
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
}
