//! The typeface: IBM Plex Sans in three weights, tabular figures by default.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

use crate::text::typeface;

const MEDIUM: &str = "medium";
const SEMIBOLD: &str = "semibold";

/// The fonts of the program; nothing is taken from the system.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files = [
        ("regular", typeface::REGULAR),
        (MEDIUM, typeface::MEDIUM),
        (SEMIBOLD, typeface::SEMIBOLD),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let mut family = |family, name: &str| fonts.families.insert(family, vec![name.to_owned()]);
    family(FontFamily::Proportional, "regular");
    family(FontFamily::Monospace, "regular");
    family(FontFamily::Name(MEDIUM.into()), MEDIUM);
    family(FontFamily::Name(SEMIBOLD.into()), SEMIBOLD);
    fonts
}

/// Running text.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Buttons and heads of columns.
#[must_use]
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(MEDIUM.into()))
}

/// Titles and sums.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}
