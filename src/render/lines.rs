//! A report line by line, for forms without a layout: what stands on paper, in reading order.

use super::words;
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::text::{Text, hash};

/// One line of a report.
#[derive(Debug)]
pub(super) enum Line<'a> {
    /// Nothing.
    Blank,
    /// A sentence or heading.
    Words(String),
    /// Label and value.
    Pair(String, &'a Cell),
    /// The table whose columns have their heads here.
    Head(&'a Table),
    /// A row of a table.
    Row(&'a Row),
}

/// Title, what the figures rest on, and every block; charts say nothing that is not in a table.
pub(super) fn lines<'a>(report: &'a Report, text: &Text) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = heading(report, text).into_iter().map(Line::Words).collect();
    let mut headed = false;
    for block in &report.blocks {
        lines.extend(of_block(block, headed, text));
        // The unit of a table stands between it and its heading.
        headed = match block {
            Block::Unit(_) => headed,
            _ => matches!(block, Block::Heading(_)),
        };
    }
    lines
}

/// Title, programme, whose paper it is, times, head of the chain, and its marks: whether it was
/// issued, and sample data.
pub(super) fn heading(report: &Report, text: &Text) -> Vec<String> {
    let basis = &report.basis;
    let hash = hash::printed(basis.known, &basis.head);
    let head = [("seq", basis.known.to_string()), ("hash", hash)];
    let mut lines = vec![sentence(text, &report.title), basis.programme.clone()];
    lines.extend(report.letter.as_ref().map(|letter| letter.address.join(", ")));
    lines.push(sentence(text, &report.subtitle));
    lines.push(text.format("accounting-head", &head));
    lines.push(words::issued(text, report));
    lines.extend(basis.sample.then(|| text.get("paper-sample")));
    lines.extend(basis.asked.extract.then(|| text.get("extract-paper")));
    lines
}

/// The tables with their names: the caption of each.
pub(super) fn tables<'a>(report: &'a Report, text: &Text) -> Vec<(String, &'a Table)> {
    let tables = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.map(|table| (sentence(text, &table.caption), table)).collect()
}

/// Heads of the columns.
pub(super) fn heads(table: &Table, text: &Text) -> Vec<String> {
    table.columns.iter().map(|column| plain(&words::head(text, column))).collect()
}

/// The words of a phrase, without the marks that only a line break needs.
pub(super) fn sentence(text: &Text, phrase: &Phrase) -> String {
    plain(&words::phrase(text, phrase))
}

/// Words without soft hyphens.
pub(super) fn plain(words: &str) -> String {
    words.replace('\u{ad}', "")
}

fn of_block<'a>(block: &'a Block, headed: bool, text: &Text) -> Vec<Line<'a>> {
    match block {
        Block::Heading(phrase) => vec![Line::Blank, Line::Words(sentence(text, phrase))],
        // Cells bear no marks here, so that a column is read as figures; a footnote has none.
        Block::Paragraph(phrase)
        | Block::Note(phrase)
        | Block::Unit(phrase)
        | Block::Footnote(_, phrase) => vec![Line::Words(sentence(text, phrase))],
        Block::Figures(pairs) | Block::Facts(pairs) => {
            let pair = |(label, cell): &'a (Phrase, Cell)| Line::Pair(sentence(text, label), cell);
            std::iter::once(Line::Blank).chain(pairs.iter().map(pair)).collect()
        }
        Block::Table(table) => {
            let mut lines = Vec::new();
            if !headed {
                lines.extend([Line::Blank, Line::Words(sentence(text, &table.caption))]);
            }
            lines.push(Line::Head(table));
            lines.extend(table.rows.iter().map(Line::Row));
            lines
        }
        // One of the sentences is to be chosen: alone the first would be an answer.
        Block::Slip(slip) => {
            let said = std::iter::once(&slip.heading).chain(&slip.choices);
            let said = said.map(|words| Line::Words(sentence(text, words)));
            std::iter::once(Line::Blank).chain(said).collect()
        }
        Block::Bars(_) | Block::Chart(_) => Vec::new(),
    }
}
