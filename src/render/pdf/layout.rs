//! A report as a display list: furniture around, blocks from top to bottom.

use super::display::{About, Attachment, Doc, Mpt, Node, Tag};
use super::sheet::{self, Sheet};
use super::widths::Alike;
use super::{bars, blocks, chart, letter, notes, slip, style, table};
use crate::render::csv::{Form, csv};
use crate::render::{RenderError, json, words};
use crate::report::{Block, Report};
use crate::text::{Lang, Text};

/// A table with more columns than this turns the whole document to landscape.
const PORTRAIT_COLUMNS: usize = 8;
/// So does a report's table with more columns of words, which would become high and narrow.
const PORTRAIT_WORDS: usize = 5;

/// The closest rhythm that a paper is set in to save a page with next to nothing.
const CLOSEST: Mpt = 70;
/// Milder ones, which are taken where they save it, too.
const MILDER: [Mpt; 2] = [90, 80];
/// Closer still, for a last page that is filled to less than a quarter: nothing else saves it.
const TIGHTEST: Mpt = 55;
/// A paper with more pages keeps its rhythm: one page less is nothing to it.
const FEW_PAGES: usize = 8;

/// Lays out a whole report.
pub(super) fn lay_out(report: &Report, text: &Text) -> Result<Doc, RenderError> {
    let (mut sheet, tree) = fitted(report, text)?;
    let (marks, anchors) = letter::furniture(&mut sheet, report, text)?;
    let heads = marks.into_iter().chain(tree).chain(anchors).collect();
    Ok(Doc {
        width: sheet.width,
        height: sheet.height,
        pages: sheet.pages,
        tree: heads,
        outline: sheet.outline,
        notes: sheet.notes,
        about: about(report, text)?,
    })
}

/// The content on its pages: with closer spaces where that saves a last page that is mostly empty.
fn fitted(report: &Report, text: &Text) -> Result<(Sheet, Vec<Node>), RenderError> {
    let usual = laid(report, text, sheet::USUAL)?;
    let pages = usual.0.pages.len();
    let (left, full) = (usual.0.room(), usual.0.full_room());
    if !(2..=FEW_PAGES).contains(&pages) || left <= full / 2 {
        return Ok(usual);
    }
    let closest = laid(report, text, CLOSEST)?;
    if closest.0.pages.len() >= pages {
        if left <= full * 3 / 4 {
            return Ok(usual);
        }
        let tightest = laid(report, text, TIGHTEST)?;
        return Ok(if tightest.0.pages.len() < pages { tightest } else { usual });
    }
    for rhythm in MILDER {
        let found = laid(report, text, rhythm)?;
        if found.0.pages.len() < pages {
            return Ok(found);
        }
    }
    Ok(closest)
}

/// The content on its pages in a rhythm, without running heads and feet.
fn laid(report: &Report, text: &Text, rhythm: Mpt) -> Result<(Sheet, Vec<Node>), RenderError> {
    let landscape = report.blocks.iter().any(|block| is_wide(report, block));
    let foot = letter::foot_height(&report.basis);
    let mut sheet = Sheet::new(landscape, foot).at_rhythm(rhythm);
    sheet.alike = Alike::among(report, sheet.whole(), text)?;
    let mut tree = letter::first_page(&mut sheet, report, text)?;
    tree.extend(title(&mut sheet, report, text)?);
    for (place, block) in report.blocks.iter().enumerate() {
        let below = &report.blocks[place + 1..];
        // A table has its air from the heading above it; below anything else it needs its own.
        let before = place.checked_sub(1).and_then(|before| report.blocks.get(before));
        if needs_air(before, block) {
            sheet.space(9_000);
        }
        keep_with_slip(&mut sheet, block, below, text)?;
        keep_notes(&mut sheet, block, below, text)?;
        tree.extend(lay_out_block(&mut sheet, block, below, text)?);
    }
    Ok((sheet, tree))
}

/// The last two notes of several stand together: one line alone on the next page looks lost.
fn keep_notes(
    sheet: &mut Sheet,
    block: &Block,
    below: &[Block],
    text: &Text,
) -> Result<(), RenderError> {
    let is_note = |block: &Block| matches!(block, Block::Note(_));
    if let Some((next, after)) = below.split_first()
        && is_note(block)
        && is_note(next)
        && !after.first().is_some_and(is_note)
    {
        let both = [block.clone(), next.clone()];
        let height = height(sheet, &both, text)?;
        sheet.ensure(height);
    }
    Ok(())
}

const fn needs_air(before: Option<&Block>, block: &Block) -> bool {
    match block {
        Block::Table(_) | Block::Unit(_) => {
            matches!(before, None | Some(Block::Figures(_) | Block::Paragraph(_) | Block::Chart(_)))
        }
        Block::Facts(_) => matches!(before, Some(Block::Figures(_))),
        _ => false,
    }
}

/// A letter stays upright: it is folded.
fn is_wide(report: &Report, block: &Block) -> bool {
    let Block::Table(table) = block else { return false };
    let words = table.columns.iter().filter(|column| !column.numeric).count();
    table.columns.len() > PORTRAIT_COLUMNS || (report.letter.is_none() && words > PORTRAIT_WORDS)
}

fn about(report: &Report, text: &Text) -> Result<About, RenderError> {
    Ok(About {
        title: super::wrap::plain(&words::phrase(text, &report.title)),
        subject: super::wrap::plain(&words::phrase(text, &report.subtitle)),
        author: report.sender.name.clone(),
        language: text.lang(),
        dated: report.basis.known_at,
        attachments: attachments(report, text)?,
    })
}

/// The report as data: what a spreadsheet and what a program reads.
fn attachments(report: &Report, text: &Text) -> Result<Vec<Attachment>, RenderError> {
    let form = match text.lang() {
        Lang::De => Form::German,
        Lang::En => Form::International,
    };
    let file = |end: &str, mime, key: &str, content: String| Attachment {
        name: [report.kind, end].concat(),
        mime,
        description: text.get(key),
        content: content.trim_end().as_bytes().to_vec(),
    };
    let mut files = vec![
        file(".csv", "text/csv", "paper-data-csv", csv(report, text, form)),
        file(".json", "application/json", "paper-data-json", json::json(report, text)?),
    ];
    // Behind the others: who reads a paper's data takes the first.
    if let Some(full) = report.annexed() {
        let (table, data) = (csv(&full, text, form), json::json(&full, text)?);
        files.push(file("-full.csv", "text/csv", "paper-full-csv", table));
        files.push(file("-full.json", "application/json", "paper-full-json", data));
    }
    Ok(files)
}

fn title(sheet: &mut Sheet, report: &Report, text: &Text) -> Result<Vec<Node>, RenderError> {
    sheet.space(10_000);
    let title = words::phrase(text, &report.title);
    sheet.bookmark(super::wrap::plain(&title), 1);
    let head = sheet.flow((Tag::Heading(1), None), &title, style::TITLE)?;
    sheet.advance(1_500);
    let subtitle = words::phrase(text, &report.subtitle);
    let below = sheet.flow((Tag::Paragraph, None), &subtitle, style::LABEL)?;
    Ok(vec![head, below])
}

fn lay_out_block(
    sheet: &mut Sheet,
    block: &Block,
    below: &[Block],
    text: &Text,
) -> Result<Vec<Node>, RenderError> {
    let language = |phrase| words::foreign_phrase(text, phrase);
    let node = match block {
        Block::Figures(pairs) | Block::Facts(pairs) if pairs.is_empty() => return Ok(Vec::new()),
        Block::Heading(phrase) => {
            let follows = least_height(sheet, below, text)?;
            sheet::heading(sheet, (&words::phrase(text, phrase), language(phrase)), follows)?
        }
        Block::Figures(figures) => blocks::figures(sheet, figures, text)?,
        Block::Facts(facts) => blocks::facts(sheet, facts, text)?,
        Block::Paragraph(phrase) => {
            sheet.space(7_000);
            sheet.flow(
                (Tag::Paragraph, language(phrase)),
                &words::phrase(text, phrase),
                style::BODY,
            )?
        }
        Block::Note(phrase) => {
            sheet.space(style::NOTE_SPACE);
            sheet.flow(
                (Tag::Paragraph, language(phrase)),
                &words::phrase(text, phrase),
                style::NOTE,
            )?
        }
        Block::Unit(phrase) => {
            let follows = least_height(sheet, below, text)?;
            blocks::unit(sheet, &words::phrase(text, phrase), follows)?
        }
        Block::Footnote(number, says) => notes::footnote(sheet, (*number, says), text)?,
        Block::Table(table) => {
            let reserve = below_table(sheet, below, text)?;
            table::table(sheet, (table, reserve), text)?
        }
        Block::Bars(chart) => return bars::bars(sheet, chart, text),
        Block::Chart(chart) => chart::chart(sheet, chart, text)?,
        Block::Slip(slip) => slip::slip(sheet, slip, text)?,
    };
    Ok(vec![node])
}

/// Words that may stand between a table and what it must stay with.
fn words_of(blocks: &[Block]) -> usize {
    let is_words = |block: &&Block| {
        matches!(block, Block::Paragraph(_) | Block::Note(_) | Block::Footnote(..))
    };
    blocks.iter().take_while(is_words).count()
}

/// Height of what follows until the end of a slip, when only words stand before it: a slip alone
/// on the last page would say nothing of what it confirms. Nothing for all else.
fn up_to_slip(sheet: &Sheet, below: &[Block], text: &Text) -> Result<Mpt, RenderError> {
    let words = words_of(below);
    match below.get(words) {
        Some(Block::Slip(_)) => height(sheet, &below[..=words], text),
        _ => Ok(0),
    }
}

/// True where nothing but words is left, under a heading or not.
fn ends_in_words(blocks: &[Block]) -> bool {
    let is_words = |block: &Block| {
        matches!(
            block,
            Block::Heading(_) | Block::Paragraph(_) | Block::Note(_) | Block::Footnote(..)
        )
    };
    blocks.iter().all(is_words)
}

/// Height of what stays with the last rows of a table: a slip that confirms them, their footnotes,
/// and at the end of a report all its words, which would have a page for themselves.
fn below_table(sheet: &Sheet, below: &[Block], text: &Text) -> Result<Mpt, RenderError> {
    let is_footnote = |block: &&Block| matches!(block, Block::Footnote(..));
    let words = words_of(below);
    match below.get(words) {
        Some(Block::Slip(_)) => up_to_slip(sheet, below, text),
        _ if ends_in_words(below) => height(sheet, below, text),
        _ => {
            let footnotes = below.iter().take_while(is_footnote).count();
            height(sheet, &below[..footnotes], text)
        }
    }
}

/// How tall blocks become below others.
fn height(sheet: &Sheet, blocks: &[Block], text: &Text) -> Result<Mpt, RenderError> {
    let mut trial = sheet.trial();
    let top = trial.y;
    for (place, block) in blocks.iter().enumerate() {
        lay_out_block(&mut trial, block, &blocks[place + 1..], text)?;
    }
    Ok(trial.y - top)
}

/// Begins a new page for figures, facts or words that would be the last before a slip which does
/// not fit below them; a table keeps its last rows by itself.
fn keep_with_slip(
    sheet: &mut Sheet,
    block: &Block,
    below: &[Block],
    text: &Text,
) -> Result<(), RenderError> {
    if matches!(block, Block::Heading(_) | Block::Unit(_) | Block::Table(_) | Block::Slip(_)) {
        return Ok(());
    }
    let reserve = up_to_slip(sheet, below, text)?;
    if reserve > 0 {
        let whole = height(sheet, std::slice::from_ref(block), text)? + reserve;
        if whole <= sheet.full_room() {
            sheet.ensure(whole);
        }
    }
    Ok(())
}

/// What of the blocks below a heading or a unit must stand on the same page.
fn least_height(sheet: &Sheet, blocks: &[Block], text: &Text) -> Result<Mpt, RenderError> {
    let Some((block, below)) = blocks.split_first() else { return Ok(0) };
    match block {
        Block::Unit(_) => Ok(blocks::UNIT_HEIGHT + least_height(sheet, below, text)?),
        Block::Table(table) => {
            let reserve = below_table(sheet, below, text)?;
            table::least_height(sheet, (table, reserve), text)
        }
        Block::Bars(chart) => Ok(bars::least_height(chart)),
        Block::Chart(chart) => Ok(chart::height(chart)),
        Block::Heading(_) => Ok(60_000),
        _ => Ok(42_000),
    }
}
