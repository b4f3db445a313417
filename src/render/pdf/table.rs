//! Tables: column widths, wrapped cells, heads repeated on each page, sums kept with the row
//! above them, and what is carried from page to page. A row taller than a page is split between
//! its lines.

use super::carry::Carry;
use super::display::{Artifact, Draw, Mpt, Node, Pen, Scope, Tag};
use super::sheet::{Align, Frame, Sheet, lines_mpt, text_draws};
use super::style::{self, Style};
use super::wrap::{self, Line};
use crate::render::{RenderError, words};
use crate::report::{Cell, Column, Row, RowKind, Table};
use crate::text::Text;

const GAP: Mpt = 6_000;
/// More room on a wide page.
const WIDE: Mpt = 1_000;
/// More room there between a figure, which ends at its right edge, and words that begin at their
/// left.
const TURN: Mpt = 7_000;
const PAD: Mpt = 2_500;
/// Type sizes to try, the first in which no figure and no word is too wide.
const SIZES: [Mpt; 4] = [9_300, 8_600, 7_900, 7_200];
/// Tables of figures are set smaller down to this, rather than words in high narrow columns.
const SMALL: Mpt = 7_900;
/// So many lines of words beside figures are not too high.
const LINES: Mpt = 3;
/// So many rows stand together at the beginning of a table.
const BEGUN: usize = 3;

struct Plan {
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
}

impl Wrapped {
    fn height(&self, plan: &Plan) -> Mpt {
        plan.body.leading * lines_mpt(self.lines) + 2 * PAD
    }
}

/// A table at the cursor.
pub(super) fn table(sheet: &mut Sheet, table: &Table, text: &Text) -> Result<Node, RenderError> {
    let plan = plan(sheet, table, text)?;
    let rows: Vec<Wrapped> =
        table.rows.iter().map(|row| wrap_row(&plan, row, text)).collect::<Result<_, _>>()?;
    sheet.space(3_000);
    sheet.ensure(head_height(&plan) + begun(&plan, &rows));
    let head = draw_head(sheet, &plan);
    let mut body = Vec::new();
    let mut carry = Carry::of(table);
    let mut left: Mpt = rows.iter().map(|row| row.height(&plan)).sum();
    for place in 0..rows.len() {
        let needed = kept(&plan, &rows[place..]);
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
pub(super) fn least_height(sheet: &Sheet, table: &Table, text: &Text) -> Result<Mpt, RenderError> {
    let plan = plan(sheet, table, text)?;
    let rows: Vec<Wrapped> = table
        .rows
        .iter()
        .take(BEGUN + 3)
        .map(|row| wrap_row(&plan, row, text))
        .collect::<Result<_, _>>()?;
    Ok(3_000 + head_height(&plan) + begun(&plan, &rows))
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
    let gaps = gaps(sheet, table);
    let measure = sheet.measure() - gaps.iter().sum::<Mpt>();
    let (size, widths) = size_and_widths(table, measure, text)?;
    let mut x = sheet.left;
    let mut columns = Vec::new();
    for ((column, width), gap) in table.columns.iter().zip(widths).zip(gaps) {
        let align = if column.numeric { Align::Right } else { Align::Left };
        columns.push(Span { x, width, align });
        x += width + gap;
    }
    let head = style::HEAD.at(style::HEAD.size * size / SIZES[0]);
    let head_lines = table
        .columns
        .iter()
        .zip(&columns)
        .map(|(column, span)| wrap::wrap(&words::phrase(text, &column.head), head, span.width))
        .collect::<Result<_, _>>()?;
    let (body, sum) = (style::BODY.at(size), style::STRONG.at(size));
    Ok(Plan { head, body, sum, columns, head_lines })
}

/// The largest size in which no figure and no word is too wide; for tables of figures a smaller one
/// when that makes high cells lower.
fn size_and_widths(
    table: &Table,
    measure: Mpt,
    text: &Text,
) -> Result<(Mpt, Vec<Mpt>), RenderError> {
    let weights: Vec<u32> = table.columns.iter().map(|column| column.weight).collect();
    let figures = table.columns.iter().filter(|column| column.numeric).count();
    let of_figures = 2 * figures >= table.columns.len();
    let mut chosen: Option<(Mpt, Vec<Mpt>, Mpt)> = None;
    for size in SIZES {
        let needs = needs(table, size, text)?;
        let fits = needs.iter().map(|need| need.least).sum::<Mpt>() <= measure;
        let widths = share(measure, &weights, &needs);
        let lines = |(need, width): (&Need, &Mpt)| (need.most + width - 1) / (*width).max(1);
        let lines = needs.iter().zip(&widths).map(lines).max().unwrap_or(1);
        match &chosen {
            Some((.., before)) if lines < *before => chosen = Some((size, widths, lines)),
            None if fits || size == SIZES[SIZES.len() - 1] => chosen = Some((size, widths, lines)),
            _ => {}
        }
        let good = |(.., lines): &(Mpt, Vec<Mpt>, Mpt)| *lines <= LINES || !of_figures;
        if chosen.as_ref().is_some_and(|found| good(found) || size <= SMALL) {
            break;
        }
    }
    Ok(chosen.map_or_else(Default::default, |(size, widths, _)| (size, widths)))
}

/// Room between each column and the next; none behind the last.
fn gaps(sheet: &Sheet, table: &Table) -> Vec<Mpt> {
    let wide = sheet.width > sheet.height;
    let between = table.columns.windows(2).map(|pair| {
        let turns = pair[0].numeric && !pair[1].numeric;
        GAP + if wide { WIDE } else { 0 } + if wide && turns { TURN } else { 0 }
    });
    between.chain(table.columns.last().map(|_| 0)).collect()
}

/// What a column needs: its figures whole and its words unbroken, and all on one line.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    least: Mpt,
    most: Mpt,
}

impl Need {
    fn add(&mut self, other: Self) {
        self.least = self.least.max(other.least);
        self.most = self.most.max(other.most).max(self.least);
    }
}

fn needs(table: &Table, size: Mpt, text: &Text) -> Result<Vec<Need>, RenderError> {
    let head = style::HEAD.at(style::HEAD.size * size / SIZES[0]);
    let mut needs = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let title = words::phrase(text, &column.head);
        let least = wrap::narrowest(&title, head)?;
        // A head may take two lines, seldom three.
        let most = least.max(wrap::single(&title, head)?.width * 2 / 3);
        let mut need = Need { least, most };
        for row in &table.rows {
            let Some(cell) = row.cells.get(place) else { continue };
            need.add(cell_need(row.kind, column, (cell, size), text)?);
        }
        needs.push(need);
    }
    Ok(needs)
}

fn cell_need(
    kind: RowKind,
    column: &Column,
    (cell, size): (&Cell, Mpt),
    text: &Text,
) -> Result<Need, RenderError> {
    let sum = kind == RowKind::Sum;
    // The name of a sum runs over the empty cells beside it.
    if *cell == Cell::Empty || (sum && !column.numeric && !is_whole(cell)) {
        return Ok(Need::default());
    }
    let style = if sum { style::STRONG.at(size) } else { style::BODY.at(size) };
    let written = words::cell(text, cell);
    let most = wrap::single(&written, style)?.width;
    let least = if is_whole(cell) { most } else { wrap::narrowest(&written, style)? };
    Ok(Need { least, most })
}

/// Figures and days are never broken.
const fn is_whole(cell: &Cell) -> bool {
    cell.is_figure() || matches!(cell, Cell::Day(_) | Cell::Year(_))
}

/// Shares a width by weight: no column gets less than its least, and none more than it can use
/// while another is short of room.
fn share(measure: Mpt, weights: &[u32], needs: &[Need]) -> Vec<Mpt> {
    let least: Mpt = needs.iter().map(|need| need.least).sum();
    let most: Mpt = needs.iter().map(|need| need.most).sum();
    if least >= measure {
        return needs.iter().map(|need| need.least * measure / least.max(1)).collect();
    }
    let total: Mpt = weights.iter().map(|weight| Mpt::from((*weight).max(1))).sum();
    if most <= measure {
        let part = |weight: u32| (measure - most) * Mpt::from(weight.max(1)) / total.max(1);
        return needs.iter().zip(weights).map(|(need, weight)| need.most + part(*weight)).collect();
    }
    let mut widths = vec![None; weights.len()];
    loop {
        let free = measure - widths.iter().flatten().sum::<Mpt>();
        let open = || (0..weights.len()).filter(|&place| widths[place].is_none());
        let total: Mpt = open().map(|place| Mpt::from(weights[place].max(1))).sum();
        let part = |place: usize| free * Mpt::from(weights[place].max(1)) / total.max(1);
        let short: Vec<usize> = open().filter(|&place| part(place) < needs[place].least).collect();
        if !short.is_empty() {
            for place in short {
                widths[place] = Some(needs[place].least);
            }
            continue;
        }
        let rich: Vec<usize> = open().filter(|&place| part(place) > needs[place].most).collect();
        if rich.is_empty() {
            return (0..weights.len())
                .map(|place| widths[place].unwrap_or_else(|| part(place)))
                .collect();
        }
        for place in rich {
            widths[place] = Some(needs[place].most);
        }
    }
}

fn wrap_row(plan: &Plan, row: &Row, text: &Text) -> Result<Wrapped, RenderError> {
    let style = style_of(plan, row.kind);
    let mut cells = Vec::new();
    for (place, span) in plan.columns.iter().enumerate() {
        let cell = row.cells.get(place).unwrap_or(&Cell::Empty);
        let span = if row.kind == RowKind::Sum { widened(plan, row, place) } else { *span };
        let lines = match cell {
            Cell::Empty => Vec::new(),
            cell if is_whole(cell) => vec![wrap::single(&words::cell(text, cell), style)?],
            cell => wrap::wrap(&words::cell(text, cell), style, span.width)?,
        };
        cells.push((span, lines));
    }
    let lines = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
    Ok(Wrapped { kind: row.kind, cells, lines })
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
    plan.sum.leading + 2 * PAD
}

fn draw_carried(sheet: &mut Sheet, (plan, line): (&Plan, &Wrapped), pen: Pen) {
    let style = Style { color: style::DIM, ..plan.sum };
    let top = sheet.y + PAD;
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
    let mut leaves: Vec<Vec<Node>> = row.cells.iter().map(|_| Vec::new()).collect();
    let mut done = 0;
    while done < row.lines {
        if sheet.room() - 2 * PAD < plan.body.leading {
            next_page(sheet, plan, None);
        }
        let room = (sheet.room() - 2 * PAD) / plan.body.leading;
        let until = row.lines.min(done + usize::try_from(room.max(1)).unwrap_or(1));
        draw_lines(sheet, (plan, row), (done, until), &mut leaves);
        done = until;
        if done < row.lines {
            next_page(sheet, plan, None);
        }
    }
    let cells = leaves
        .into_iter()
        .enumerate()
        .map(|(place, leaves)| {
            Node::Group(cell_tag(row.kind, place == 0 && !leaves.is_empty()), leaves)
        })
        .collect();
    Node::Group(Tag::Row, cells)
}

const fn cell_tag(kind: RowKind, names_the_row: bool) -> Tag {
    match (kind, names_the_row) {
        (RowKind::Sum, true) => Tag::HeaderCell(Scope::Row),
        _ => Tag::DataCell,
    }
}

/// The lines `from..until` of a row, with the rules around it.
fn draw_lines(
    sheet: &mut Sheet,
    (plan, row): (&Plan, &Wrapped),
    (from, until): (usize, usize),
    leaves: &mut [Vec<Node>],
) {
    let style = style_of(plan, row.kind);
    let top = sheet.y;
    if row.kind == RowKind::Sum {
        let (left, right) = (sheet.left, sheet.right);
        sheet.rule(left, right, top, style::RULE);
    }
    for ((span, lines), leaves) in row.cells.iter().zip(leaves) {
        let part = lines.get(from..until.min(lines.len())).unwrap_or_default();
        let frame = Frame { x: span.x, y: top + PAD, width: span.width, align: span.align };
        if text_draws(part, style, frame).next().is_some() {
            leaves.push(sheet.text(part, style, frame));
        }
    }
    sheet.advance(style.leading * lines_mpt(until - from) + 2 * PAD);
    let pen = match row.kind {
        RowKind::Item => style::HAIRLINE,
        RowKind::Sum => style::SUM_RULE,
    };
    let (left, right, y) = (sheet.left, sheet.right, sheet.y);
    sheet.rule(left, right, y, pen);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(weights: &[u32], needs: &[(Mpt, Mpt)]) -> Vec<Mpt> {
        let needs: Vec<Need> = needs.iter().map(|&(least, most)| Need { least, most }).collect();
        share(1000, weights, &needs)
    }

    #[test]
    fn widths_follow_the_weights_but_no_column_falls_below_its_least() {
        assert_eq!(widths(&[1, 1, 2], &[(0, 900), (0, 900), (0, 900)]), [250, 250, 500]);
        assert_eq!(widths(&[1, 1, 2], &[(400, 900), (0, 900), (0, 900)]), [400, 200, 400]);
        assert_eq!(widths(&[1, 1], &[(1500, 1500), (500, 500)]), [750, 250]);
    }

    #[test]
    fn room_that_a_column_cannot_use_goes_to_those_that_wrap() {
        assert_eq!(widths(&[1, 1], &[(100, 100), (300, 2000)]), [100, 900]);
        assert_eq!(widths(&[1, 3], &[(100, 100), (300, 500)]), [200, 800]);
    }
}
