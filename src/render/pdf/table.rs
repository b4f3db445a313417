//! Tables: column widths, wrapped cells, heads repeated on each page, sums kept with the row
//! above them, and what is carried from page to page. A row taller than a page is split between
//! its lines.

use super::carry::Carry;
use super::display::{Artifact, Draw, Link, Mpt, Node, Pen, Scope, Tag, Target};
use super::links;
use super::notes;
use super::sheet::{Align, Frame, Sheet, lines_mpt, text_draws};
use super::style::{self, Style};
use super::widths::{self, Widths, is_whole};
use super::wrap::{self, Line};
use crate::render::{RenderError, words};
use crate::report::{Cell, Row, RowKind, Table};
use crate::text::{Lang, Text};

const PAD: Mpt = 2_500;
/// So many rows stand together at the beginning of a table, and at its end.
const BEGUN: usize = 3;
/// So many rows of a short table go with what is reserved below it, where not all can.
const LAST: usize = 2;
/// A table of so many rows is not divided but for that.
const SHORT: usize = 6;
/// A table is high that takes one part of a page in so many, or more.
const HIGH: Mpt = 5;

struct Plan {
    /// Above and below the lines of a row.
    pad: Mpt,
    head: Style,
    body: Style,
    sum: Style,
    columns: Vec<Span>,
    head_lines: Vec<Vec<Line>>,
}

/// Place and alignment of a column.
#[derive(Clone, Copy)]
struct Span {
    x: Mpt,
    width: Mpt,
    align: Align,
}

/// The wrapped cells of a row, each in its place.
struct Wrapped {
    kind: RowKind,
    cells: Vec<(Span, Vec<Line>)>,
    lines: usize,
    /// The languages of cells that are not in that of the paper.
    languages: Vec<Option<Lang>>,
    /// The cell that leads to a section, and the bookmark of that.
    leads_to: Option<(usize, String)>,
    /// The footnotes of each cell, with what is said of their marks aloud.
    notes: Vec<Vec<(u8, String)>>,
    /// Bookmarks at the row, with their level.
    bookmarks: Vec<(u8, String)>,
}

impl Wrapped {
    fn height(&self, plan: &Plan) -> Mpt {
        plan.body.leading * lines_mpt(self.lines) + 2 * plan.pad
    }
}

/// A table at the cursor; its last rows stay with what is to be reserved below them.
pub(super) fn table(
    sheet: &mut Sheet,
    (table, reserve): (&Table, Mpt),
    text: &Text,
) -> Result<Node, RenderError> {
    let plan = plan(sheet, table, text)?;
    let rows: Vec<Wrapped> =
        table.rows.iter().map(|row| wrap_row(&plan, row, text)).collect::<Result<_, _>>()?;
    sheet.space(3_000);
    let reserve = spared(sheet, &plan, (&rows, reserve));
    sheet.ensure(head_height(&plan) + least(sheet, &plan, (&rows, reserve)));
    let head = draw_head(sheet, &plan);
    let mut body = Vec::new();
    let mut carry = Carry::of(table);
    let mut left: Mpt = rows.iter().map(|row| row.height(&plan)).sum();
    for place in 0..rows.len() {
        let ends = if rows.len() - place == ending(rows.len()) {
            reserved(sheet, &plan, (&rows[place..], reserve))
        } else {
            0
        };
        let needed = kept(&plan, &rows[place..]).max(ends);
        // Room for the line that is carried, unless the rest of the table fits.
        let carried = carry.as_ref().filter(|carry| !carry.is_zero());
        let line = if carried.is_some() && left > sheet.room() { carried_height(&plan) } else { 0 };
        let fits_a_page = needed + 2 * line <= sheet.full_room() - head_height(&plan);
        if fits_a_page && needed + line > sheet.room() {
            let row = carried.filter(|_| place > 0).map(Carry::row);
            let line = row.map(|row| wrap_row(&plan, &row, text)).transpose()?;
            next_page(sheet, &plan, line.as_ref());
        }
        body.push(draw_row(sheet, &plan, &rows[place]));
        left -= rows[place].height(&plan);
        if let Some(carry) = &mut carry {
            carry.add(&table.rows[place]);
        }
    }
    let caption = wrap::plain(&words::phrase(text, &table.caption));
    // A head must have a body: a table without rows has the row of its heads alone.
    let parts = if body.is_empty() {
        vec![head]
    } else {
        vec![Node::Group(Tag::Head, vec![head]), Node::Group(Tag::Rows, body)]
    };
    Ok(Node::Group(Tag::Table(caption), parts))
}

/// Height of the head and of the rows that must stand with it.
pub(super) fn least_height(
    sheet: &Sheet,
    (table, reserve): (&Table, Mpt),
    text: &Text,
) -> Result<Mpt, RenderError> {
    let plan = plan(sheet, table, text)?;
    let rows: Vec<Wrapped> = table
        .rows
        .iter()
        .take(SHORT + 1)
        .map(|row| wrap_row(&plan, row, text))
        .collect::<Result<_, _>>()?;
    let reserve = spared(sheet, &plan, (&rows, reserve));
    Ok(3_000 + head_height(&plan) + least(sheet, &plan, (&rows, reserve)))
}

/// What is reserved below the rows: nothing below a high table of few rows, which would leave as
/// much of the page blank if it moved to the next one for it.
fn spared(sheet: &Sheet, plan: &Plan, (rows, reserve): (&[Wrapped], Mpt)) -> Mpt {
    let own = head_height(plan) + rows.iter().map(|row| row.height(plan)).sum::<Mpt>();
    let is_high = rows.len() < 2 * LAST && own * HIGH >= sheet.full_room();
    if is_high { 0 } else { reserve }
}

/// Height of the rows that must stand below the head: of a short table all, with what is reserved.
/// Where that would leave much of the page empty the last two rows alone go with it.
fn least(sheet: &Sheet, plan: &Plan, (rows, reserve): (&[Wrapped], Mpt)) -> Mpt {
    let all = if rows.len() <= SHORT { reserved(sheet, plan, (rows, reserve)) } else { 0 };
    let room = sheet.room() - head_height(plan);
    let own: Mpt = rows.iter().map(|row| row.height(plan)).sum();
    if all > room && own <= room && rows.len() >= 2 * LAST {
        return own;
    }
    begun(plan, rows).max(all)
}

/// So many of the last rows stand with what is reserved below them.
const fn ending(rows: usize) -> usize {
    if rows <= SHORT { LAST } else { BEGUN }
}

/// Height of the last rows with what is reserved below them; nothing where no page has that room.
fn reserved(sheet: &Sheet, plan: &Plan, (rows, reserve): (&[Wrapped], Mpt)) -> Mpt {
    let height = rows.iter().map(|row| row.height(plan)).sum::<Mpt>() + reserve;
    if height <= sheet.full_room() - head_height(plan) { height } else { 0 }
}

/// Height of the rows with which a table begins: one row alone at the foot of a page looks lost.
fn begun(plan: &Plan, rows: &[Wrapped]) -> Mpt {
    let (first, rest) = rows.split_at(rows.len().min(BEGUN - 1));
    first.iter().map(|row| row.height(plan)).sum::<Mpt>() + kept(plan, rest)
}

/// Height of the first row and of the sums right below it.
fn kept(plan: &Plan, rows: &[Wrapped]) -> Mpt {
    let Some((first, rest)) = rows.split_first() else { return 0 };
    let sums = rest.iter().take_while(|row| row.kind == RowKind::Sum);
    first.height(plan) + sums.map(|row| row.height(plan)).sum::<Mpt>()
}

fn plan(sheet: &Sheet, table: &Table, text: &Text) -> Result<Plan, RenderError> {
    let Widths { size, columns: widths, gaps } = match sheet.alike.of(&table.columns) {
        Some(shared) => shared.clone(),
        None => Widths::of(table, sheet.whole(), text)?,
    };
    let mut x = sheet.left;
    let mut columns = Vec::new();
    for ((column, width), gap) in table.columns.iter().zip(widths).zip(gaps) {
        let align = if column.numeric { Align::Right } else { Align::Left };
        columns.push(Span { x, width, align });
        x += width + gap;
    }
    let head = style::HEAD.at(style::HEAD.size * size / widths::SIZES[0]);
    let head_lines = table
        .columns
        .iter()
        .zip(&columns)
        .map(|(column, span)| wrap::head(&words::head(text, column), head, span.width))
        .collect::<Result<_, _>>()?;
    let (body, sum) = (style::BODY.at(size), style::STRONG.at(size));
    Ok(Plan { pad: sheet.spaced(PAD), head, body, sum, columns, head_lines })
}

fn wrap_row(plan: &Plan, row: &Row, text: &Text) -> Result<Wrapped, RenderError> {
    let style = style_of(plan, row.kind);
    let mut cells = Vec::new();
    for (place, span) in plan.columns.iter().enumerate() {
        let cell = row.cells.get(place).unwrap_or(&Cell::Empty);
        let span = if row.kind == RowKind::Sum { widened(plan, row, place) } else { *span };
        let lines = match cell {
            Cell::Empty => Vec::new(),
            cell if is_whole(cell) => vec![whole(row, place, style, text)?],
            _ => wrap::wrap(&words::marked(text, row, place), style, span.width)?,
        };
        cells.push((span, lines));
    }
    let lines = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
    let languages = row.cells.iter().map(|cell| words::foreign(text, cell)).collect();
    let leads_to = row.leads_to.as_ref();
    let leads_to = leads_to.map(|(at, to)| (*at, wrap::plain(&words::phrase(text, to))));
    let named = |(level, said): &(u8, _)| (*level, wrap::plain(&words::phrase(text, said)));
    let bookmarks = row.bookmarks.iter().map(named).collect();
    let notes = (0..cells.len()).map(|place| notes::of_cell(row, place, text)).collect();
    Ok(Wrapped { kind: row.kind, cells, lines, languages, leads_to, notes, bookmarks })
}

/// A figure on its one line; the mark of a footnote hangs behind its edge, so that figures stand
/// below each other.
fn whole(row: &Row, place: usize, style: Style, text: &Text) -> Result<Line, RenderError> {
    let bare = row.cells.get(place).map(|cell| words::cell(text, cell)).unwrap_or_default();
    let width = wrap::single(&bare, style)?.width;
    Ok(Line { width, ..wrap::single(&words::marked(text, row, place), style)? })
}

/// A column widened over the empty cells to its right, when it is flush left.
fn widened(plan: &Plan, row: &Row, place: usize) -> Span {
    let own = plan.columns[place];
    let beside = row.cells.iter().skip(place + 1).take_while(|cell| **cell == Cell::Empty).count();
    let last = plan.columns.get(place + beside).copied().unwrap_or(own);
    match own.align {
        Align::Left => Span { width: last.x + last.width - own.x, ..own },
        Align::Right => own,
    }
}

const fn style_of(plan: &Plan, kind: RowKind) -> Style {
    match kind {
        RowKind::Item => plan.body,
        RowKind::Sum => plan.sum,
    }
}

fn head_height(plan: &Plan) -> Mpt {
    plan.head.leading * head_lines(plan) + 4_000
}

fn head_lines(plan: &Plan) -> Mpt {
    lines_mpt(plan.head_lines.iter().map(Vec::len).max().unwrap_or(1))
}

/// Where the head of a column stands: its last line right above the rule.
fn head_frame(plan: &Plan, place: usize, y: Mpt) -> Frame {
    let span = plan.columns[place];
    let missing = head_lines(plan) - lines_mpt(plan.head_lines[place].len());
    let y = y + plan.head.leading * missing;
    Frame { x: span.x, y, width: span.width, align: span.align }
}

fn draw_head(sheet: &mut Sheet, plan: &Plan) -> Node {
    let y = sheet.y;
    let cells = (0..plan.columns.len())
        .map(|place| {
            let frame = head_frame(plan, place, y);
            let leaf = sheet.text(&plan.head_lines[place], plan.head, frame);
            Node::Group(Tag::HeaderCell(Scope::Column), vec![leaf])
        })
        .collect();
    close_head(sheet, plan);
    Node::Group(Tag::Row, cells)
}

fn close_head(sheet: &mut Sheet, plan: &Plan) {
    sheet.advance(head_height(plan));
    let (left, right, y) = (sheet.left, sheet.right, sheet.y);
    sheet.rule(left, right, y, style::RULE);
}

/// A new page with the head of the table, which a screen reader has heard already, and what is
/// carried, at the foot of the one and at the head of the other page: figures that it has heard.
fn next_page(sheet: &mut Sheet, plan: &Plan, carried: Option<&Wrapped>) {
    let carried = carried.filter(|_| sheet.room() >= carried_height(plan));
    if let Some(line) = carried {
        draw_carried(sheet, (plan, line), style::HAIRLINE);
    }
    sheet.break_page();
    let y = sheet.y;
    sheet.draw(Draw::BeginArtifact(Artifact::Layout));
    for place in 0..plan.columns.len() {
        let frame = head_frame(plan, place, y);
        sheet.lines(&plan.head_lines[place], plan.head, frame);
    }
    sheet.end();
    close_head(sheet, plan);
    if let Some(line) = carried {
        draw_carried(sheet, (plan, line), style::HAIRLINE);
    }
}

const fn carried_height(plan: &Plan) -> Mpt {
    plan.sum.leading + 2 * plan.pad
}

fn draw_carried(sheet: &mut Sheet, (plan, line): (&Plan, &Wrapped), pen: Pen) {
    let style = Style { color: style::DIM, ..plan.sum };
    let top = sheet.y + plan.pad;
    sheet.draw(Draw::BeginArtifact(Artifact::Layout));
    for (span, lines) in &line.cells {
        let frame = Frame { x: span.x, y: top, width: span.width, align: span.align };
        sheet.lines(lines, style, frame);
    }
    sheet.end();
    sheet.advance(carried_height(plan));
    let (left, right, y) = (sheet.left, sheet.right, sheet.y);
    sheet.rule(left, right, y, pen);
}

fn draw_row(sheet: &mut Sheet, plan: &Plan, row: &Wrapped) -> Node {
    let mut drawn: Vec<Drawn> = row.cells.iter().map(|_| Drawn::default()).collect();
    for (level, title) in &row.bookmarks {
        sheet.bookmark(title.clone(), *level);
    }
    let mut done = 0;
    while done < row.lines {
        if sheet.room() - 2 * plan.pad < plan.body.leading {
            next_page(sheet, plan, None);
        }
        let room = (sheet.room() - 2 * plan.pad) / plan.body.leading;
        let until = row.lines.min(done + usize::try_from(room.max(1)).unwrap_or(1));
        draw_lines(sheet, (plan, row), (done, until), &mut drawn);
        done = until;
        if done < row.lines {
            next_page(sheet, plan, None);
        }
    }
    let cells = drawn.into_iter().enumerate().map(|(place, drawn)| cell(row, place, drawn));
    Node::Group(Tag::Row, cells.collect())
}

/// What of a cell is drawn: its content by page, and where a link can be clicked.
#[derive(Default)]
struct Drawn {
    leaves: Vec<Node>,
    areas: Vec<(usize, [Mpt; 4])>,
}

/// The first cell names its row: who hears a figure hears whose it is.
fn cell(row: &Wrapped, place: usize, drawn: Drawn) -> Node {
    let named = place == 0 && !drawn.leaves.is_empty();
    let tag = if named { Tag::HeaderCell(Scope::Row) } else { Tag::DataCell };
    let kids = match &row.leads_to {
        Some((at, to)) if *at == place && !drawn.areas.is_empty() => {
            let (target, says) = (Target::Heading(to.clone()), to.clone());
            vec![Node::Link(Link { areas: drawn.areas, target, says, kids: drawn.leaves })]
        }
        _ => drawn.leaves,
    };
    Node::spoken(row.languages.get(place).copied().flatten(), tag, kids)
}

/// The lines `from..until` of a row, with the rules around it.
fn draw_lines(
    sheet: &mut Sheet,
    (plan, row): (&Plan, &Wrapped),
    (from, until): (usize, usize),
    drawn: &mut [Drawn],
) {
    let style = style_of(plan, row.kind);
    let top = sheet.y;
    if row.kind == RowKind::Sum {
        let (left, right) = (sheet.left, sheet.right);
        sheet.rule(left, right, top, style::RULE);
    }
    for (place, ((span, lines), drawn)) in row.cells.iter().zip(drawn).enumerate() {
        let part = lines.get(from..until.min(lines.len())).unwrap_or_default();
        let frame = Frame { x: span.x, y: top + plan.pad, width: span.width, align: span.align };
        if text_draws(part, style, frame).next().is_none() {
            continue;
        }
        if row.leads_to.as_ref().is_some_and(|(at, _)| *at == place) {
            let linked = Style { color: style::ACCENT, ..style };
            let leaf = sheet.begin();
            sheet.lines(part, linked, frame);
            drawn.areas.extend(links::underline(sheet, part, linked, frame));
            sheet.end();
            drawn.leaves.push(Node::Leaf(leaf));
        } else if until >= lines.len() && !row.notes[place].is_empty() {
            let marked = notes::marked(sheet, part, (style, frame), &row.notes[place]);
            drawn.leaves.extend(marked);
        } else {
            drawn.leaves.push(sheet.text(part, style, frame));
        }
    }
    sheet.advance(style.leading * lines_mpt(until - from) + 2 * plan.pad);
    let pen = match row.kind {
        RowKind::Item => style::HAIRLINE,
        RowKind::Sum => style::SUM_RULE,
    };
    let (left, right, y) = (sheet.left, sheet.right, sheet.y);
    sheet.rule(left, right, y, pen);
}
