//! The pages of a paper as pictures: what is looked at before it is saved is the file itself.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};
use hayro::vello_cpu::peniko::{Color, Fill};
use hayro::vello_cpu::{Pixmap, RenderContext, Resources};
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::domain::drawing::{Drawing, Place, Step};

/// The widest picture, in pixels: enough for the largest zoom on a large screen.
pub const WIDEST: u16 = 3000;

/// A page as pixels, row by row from the top, four bytes each (red, green, blue, opaque).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u16,
    /// Pixels from top to bottom.
    pub height: u16,
    /// The pixels.
    pub rgba: Vec<u8>,
}

/// A paper whose pages can be drawn.
pub struct Pages(Pdf);

impl Pages {
    /// Reads a paper; `None` for what is no PDF.
    #[must_use]
    pub fn read(bytes: Arc<Vec<u8>>) -> Option<Self> {
        Pdf::new(bytes).ok().map(Self)
    }

    /// Width and height of each page, in points of paper.
    #[must_use]
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        self.0.pages().iter().map(Page::render_dimensions).collect()
    }

    /// Draws a page, counted from 0, so many pixels wide; `None` for a page that there is not.
    #[must_use]
    pub fn draw(&self, page: usize, width: u16) -> Option<Picture> {
        let page = self.0.pages().get(page)?;
        let scale = f32::from(width.clamp(1, WIDEST)) / page.render_dimensions().0.max(1.0);
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixels = render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            // Glyphs keep their own widths: the picture is that of the print.
            &RenderSettings { hinting: false, ..RenderSettings::default() },
            &settings,
        );
        let (width, height) = (pixels.width(), pixels.height());
        Some(Picture { width, height, rgba: pixels.data_as_u8_slice().to_vec() })
    }
}

/// A drawing on white, as its letterhead prints it, so many pixels at its longer side.
#[must_use]
pub fn drawn(drawing: &Drawing, side: u16) -> Picture {
    let (wide, high) = (f64::from(drawing.width.max(1)), f64::from(drawing.height.max(1)));
    let scale = f64::from(side.clamp(1, WIDEST)) / wide.max(high);
    let (width, height) = (whole(wide * scale), whole(high * scale));
    let mut context = RenderContext::new(width, height);
    context.set_paint(WHITE);
    context.fill_rect(&Rect::new(0.0, 0.0, width.into(), height.into()));
    context.set_transform(Affine::scale(scale));
    for area in &drawing.areas {
        let [red, green, blue] = area.fill;
        context.set_paint(Color::from_rgb8(red, green, blue));
        context.set_fill_rule(if area.even_odd { Fill::EvenOdd } else { Fill::NonZero });
        context.fill_path(&outline(&area.steps));
    }
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    context.render(&mut pixels, &mut Resources::new());
    Picture { width, height, rgba: pixels.data_as_u8_slice().to_vec() }
}

/// Whole pixels of a side, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn whole(side: f64) -> u16 {
    side.round().clamp(1.0, WIDEST.into()) as u16
}

fn outline(steps: &[Step]) -> BezPath {
    let at = |(x, y): Place| (f64::from(x), f64::from(y));
    let mut path = BezPath::new();
    for step in steps {
        match *step {
            Step::Move(to) => path.move_to(at(to)),
            Step::Line(to) => path.line_to(at(to)),
            Step::Curve(one, two, to) => path.curve_to(at(one), at(two), at(to)),
            Step::Close => path.close_path(),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_shown_in_its_shape_and_colours_on_white() {
        let ring = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 200\">\
            <path fill=\"#c00000\" fill-rule=\"evenodd\" \
            d=\"M0 0L200 0L200 200L0 200ZM50 50L150 50L150 150L50 150Z\"/></svg>";
        let picture = drawn(&ring.parse().unwrap(), 80);
        assert_eq!((picture.width, picture.height), (80, 40));
        let pixel = |x: usize, y: usize| &picture.rgba[(y * 80 + x) * 4..][..4];
        assert_eq!(pixel(5, 5), [0xC0, 0, 0, 0xFF], "area");
        assert_eq!(pixel(20, 20), [0xFF; 4], "hole");
        assert_eq!(pixel(60, 20), [0xFF; 4], "paper");
    }

    use crate::render::pdf::sample::statement;
    use crate::text::{Lang, Text};

    #[test]
    fn the_pages_of_a_paper_are_drawn_dark_on_white_in_the_shape_of_the_paper() {
        let bytes = crate::render::pdf(&statement(), &Text::new(Lang::De)).unwrap();
        let pages = Pages::read(Arc::new(bytes)).unwrap();
        assert!(!pages.sizes().is_empty());
        for (at, (wide, high)) in pages.sizes().into_iter().enumerate() {
            let picture = pages.draw(at, 300).unwrap();
            assert!((299..=300).contains(&picture.width));
            let expected = f32::from(picture.width) * high / wide;
            assert!((f32::from(picture.height) - expected).abs() < 3.0);
            let all = picture.rgba.chunks(4);
            let dark = all.clone().filter(|pixel| pixel[0] < 128).count();
            let white = all.clone().filter(|pixel| pixel[..3] == [255, 255, 255]).count();
            assert!(dark > 100, "page {at}: {dark}");
            assert!(white * 2 > all.len(), "page {at}: {white}");
        }
        assert_eq!(pages.draw(pages.sizes().len(), 300), None);
        assert!(Pages::read(Arc::new(b"kein PDF".to_vec())).is_none());
    }
}
