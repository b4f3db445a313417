//! A report as plain text for a terminal: the lines that stand on paper, columns under each other.

use super::lines::{Line, heads, lines, plain};
use super::words;
use crate::report::{Cell, Report, Row};
use crate::text::Text;

/// The report line by line; figures stand right, words left, nothing is cut.
#[must_use]
pub fn plain_text(report: &Report, text: &Text) -> String {
    let mut out = String::new();
    let mut table: Vec<(Vec<String>, Option<&Row>)> = Vec::new();
    for line in lines(report, text) {
        match line {
            Line::Head(own) => {
                flush(&mut table, &mut out);
                table.push((heads(own, text), None));
            }
            Line::Row(row) => {
                let cells = row.cells.iter().map(|cell| plain(&words::cell(text, cell)));
                table.push((cells.collect(), Some(row)));
            }
            other => {
                flush(&mut table, &mut out);
                match other {
                    Line::Words(words) => out.push_str(&words),
                    Line::Pair(label, cell) => {
                        out.push_str(&label);
                        out.push_str(": ");
                        out.push_str(&plain(&words::cell(text, cell)));
                    }
                    _ => {}
                }
                out.push('\n');
            }
        }
    }
    flush(&mut table, &mut out);
    out
}

/// Writes the rows collected so far, each column as wide as its widest cell.
fn flush(table: &mut Vec<(Vec<String>, Option<&Row>)>, out: &mut String) {
    let columns = table.iter().map(|(cells, _)| cells.len()).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = table.iter().filter_map(|(cells, _)| cells.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let figures: Vec<bool> = (0..columns)
        .map(|column| {
            let cells =
                table.iter().filter_map(|(_, row)| row.and_then(|row| row.cells.get(column)));
            cells.into_iter().any(Cell::is_figure)
        })
        .collect();
    for (cells, _) in table.drain(..) {
        let mut line = String::new();
        for ((cell, width), figure) in cells.iter().zip(&widths).zip(&figures) {
            let padded =
                if *figure { format!("{cell:>width$}  ") } else { format!("{cell:<width$}  ") };
            line.push_str(&padded);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
