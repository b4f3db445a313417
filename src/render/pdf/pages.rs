//! The pages of a paper as pictures: what is looked at before it is saved is the file itself.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

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

#[cfg(test)]
mod tests {
    use super::*;
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
