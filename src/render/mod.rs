//! Report values as bytes: PDF for paper, XLSX and CSV for spreadsheets, JSON for programs,
//! plain-text accounting for other tools.
//!
//! May use `report`, `text` and the value types of `domain`. It computes no figures: every
//! amount stands in the report, every word comes from `text`; here they only get a place.

pub mod accounting;
pub mod csv;
pub mod form;
pub mod json;
pub mod pdf;
pub mod plain;
pub mod words;
pub mod xlsx;

mod lines;
mod tabs;

use crate::report::Report;
use crate::text::Text;

/// Why a report could not be put on paper.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The embedded typeface has no glyph for this character; nothing was written.
    #[error("no glyph for {character:?} (U+{code:04X})", code = u32::from(*.character))]
    MissingGlyph {
        /// The character, as it stands in the report.
        character: char,
        /// The words in which it stands: those of one break of the line.
        within: String,
    },
    /// A table has more rows or columns than a sheet of a workbook can hold.
    #[error("a table is larger than a sheet")]
    TooLarge,
    /// The workbook could not be written; the text says why.
    #[error("XLSX: {0}")]
    Xlsx(String),
    /// The PDF could not be written; the text says where.
    #[error("PDF: {0}")]
    Pdf(String),
}

/// The report as a PDF: tagged, archivable (PDF/A-3a) and accessible (PDF/UA-1).
///
/// The same report and language give the same bytes on every system; there is no clock in it.
///
/// # Errors
///
/// [`RenderError::MissingGlyph`] names a character that the typeface lacks, before anything is
/// written; [`RenderError::Pdf`] is a fault of the writer.
pub fn pdf(report: &Report, text: &Text) -> Result<Vec<u8>, RenderError> {
    pdf::write(report, text)
}

/// What a paper says of itself: the JSON inside of a PDF that this program wrote, whatever became
/// of it since; `None` for any other file.
#[must_use]
pub fn data_of(pdf: &[u8]) -> Option<serde_json::Value> {
    pdf::data(pdf)
}
