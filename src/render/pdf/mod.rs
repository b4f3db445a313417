//! PDF: own layout into a display list, which one backend writes down.
//!
//! `layout` and its parts (`sheet`, `table`, `bars`, `slip`) fill a `display::Doc` in integer
//! 1/1000 pt; `backend` alone knows printpdf, `content` paints the pages, `structure`, `attach` and
//! `metadata` add what makes the file accessible and archivable. Another backend replaces these
//! five files only.

mod attach;
mod backend;
mod bars;
mod blocks;
mod carry;
mod chart;
mod code;
mod content;
mod display;
mod flate;
mod font;
mod layout;
mod letter;
mod links;
mod logo;
mod metadata;
mod notes;
#[cfg(feature = "app")]
pub mod pages;
mod read;
mod sheet;
mod slip;
mod structure;
mod style;
mod table;
mod widths;
mod wrap;

pub(super) use read::data;

use crate::render::RenderError;
use crate::report::Report;
use crate::text::Text;

/// Lays out a report and writes it.
pub(super) fn write(report: &Report, text: &Text) -> Result<Vec<u8>, RenderError> {
    backend::write(&layout::lay_out(report, text)?)
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
