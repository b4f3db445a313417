//! Forms to fill in, as a workbook: every cell is text, so that keys keep their zeros.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::RenderError;
use crate::domain::FiscalYear;
use crate::domain::takeover::ListKind;
use crate::text::{Text, sheet};

/// Width of a column in characters.
const WIDTH: u16 = 22;

/// The form of a list that is taken over, for these fiscal years, as workbook or CSV; nothing for
/// the official directory.
///
/// # Errors
/// [`RenderError::Xlsx`] is a fault of the writer.
pub fn of_list(
    (kind, years): (ListKind, &[FiscalYear]),
    words: &Text,
    as_workbook: bool,
) -> Result<Option<Vec<u8>>, RenderError> {
    let Some(rows) = words.takeover_form(kind, years) else { return Ok(None) };
    if as_workbook {
        return xlsx(&words.takeover_kind(kind), &rows).map(Some);
    }
    let lines = rows.iter().map(|row| sheet::csv_line(row)).collect::<String>();
    Ok(Some([sheet::BYTE_ORDER_MARK, &lines].concat().into_bytes()))
}

/// A workbook of one sheet: what to do in its first row, heads in its second, then the others.
///
/// # Errors
/// [`RenderError::Xlsx`] is a fault of the writer.
fn xlsx(sheet: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, RenderError> {
    book(sheet, rows).map_err(|error| RenderError::Xlsx(error.to_string()))
}

fn book(name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A form has no date of its own: the same form gives the same bytes.
    let created = ExcelDateTime::from_ymd(2020, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(name).set_creation_datetime(&created));
    let (text, bold) = (Format::new().set_num_format("@"), Format::new().set_bold());
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.set_column_format(column, &text)?;
            sheet.set_column_width(column, WIDTH)?;
            sheet.write_string_with_format(
                row,
                column,
                cell,
                if row < 2 { &bold } else { &text },
            )?;
        }
    }
    sheet.set_freeze_panes(2, 0)?;
    book.save_to_buffer()
}
