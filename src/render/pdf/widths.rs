//! Widths of a table's columns and the size of its type: no figure and no word is cut, and what
//! room is left goes to those that wrap.

use std::rc::Rc;

use super::display::Mpt;
use super::style;
use super::wrap;
use crate::render::{RenderError, words};
use crate::report::{BY_WORDS, Block, Cell, Column, Report, Row, RowKind, Table};
use crate::text::Text;

const GAP: Mpt = 6_000;
/// More room on a wide page.
const WIDE: Mpt = 1_000;
/// More room there between a figure, which ends at its right edge, and words that begin at their
/// left.
const TURN: Mpt = 7_000;
/// Room for the mark of a footnote, which hangs behind its figure.
const MARK: Mpt = 5_500;
/// Type sizes to try, the first in which no figure and no word is too wide.
pub(super) const SIZES: [Mpt; 4] = [9_300, 8_600, 7_900, 7_200];
/// So many lines of words beside figures are not too high.
const LINES: Mpt = 3;

/// Where the columns of a table stand, and how large its type is.
#[derive(Clone, Debug)]
pub(super) struct Widths {
    /// Size of its type.
    pub size: Mpt,
    /// Widths of the columns.
    pub columns: Vec<Mpt>,
    /// Room behind each column.
    pub gaps: Vec<Mpt>,
}

impl Widths {
    /// Of a table on a page of that measure, which is a wide one or not.
    pub(super) fn of(
        table: &Table,
        (measure, wide): (Mpt, bool),
        text: &Text,
    ) -> Result<Self, RenderError> {
        let gaps = gaps(table, wide);
        let measure = measure - gaps.iter().sum::<Mpt>();
        let (size, columns) = size_and_widths(table, measure, text)?;
        Ok(Self { size, columns, gaps })
    }
}

/// The columns that several tables of a paper have in common: they stand below each other.
#[derive(Clone, Default)]
pub(super) struct Alike(Rc<Vec<(Vec<Column>, Widths)>>);

impl Alike {
    /// Those of a report, on pages of that measure.
    pub(super) fn among(
        report: &Report,
        whole: (Mpt, bool),
        text: &Text,
    ) -> Result<Self, RenderError> {
        let mut groups: Vec<Vec<&Table>> = Vec::new();
        for block in &report.blocks {
            let Block::Table(table) = block else { continue };
            match groups.iter_mut().find(|group| group[0].columns == table.columns) {
                Some(group) => group.push(table),
                None => groups.push(vec![table]),
            }
        }
        let several = groups.into_iter().filter(|group| group.len() > 1);
        let widths = several.map(|group| {
            let rows = group.iter().flat_map(|table| table.rows.iter().cloned()).collect();
            let whole_table = Table { rows, ..group[0].clone() };
            let widths = Widths::of(&whole_table, whole, text)?;
            Ok((whole_table.columns, widths))
        });
        Ok(Self(Rc::new(widths.collect::<Result<_, RenderError>>()?)))
    }

    /// The widths of these columns, where several tables have them.
    pub(super) fn of(&self, columns: &[Column]) -> Option<&Widths> {
        self.0.iter().find(|(known, _)| known == columns).map(|(_, widths)| widths)
    }
}

/// Room between each column and the next; behind the last for marks alone.
fn gaps(table: &Table, wide: bool) -> Vec<Mpt> {
    let marked = |place: usize| {
        let bears = |row: &Row| row.marks.iter().any(|(at, _)| *at == place);
        if table.rows.iter().any(bears) { MARK } else { 0 }
    };
    let last = table.columns.len().saturating_sub(1);
    let between = table.columns.windows(2).enumerate().map(|(place, pair)| {
        let turns = pair[0].numeric && !pair[1].numeric;
        let own = GAP + if wide { WIDE } else { 0 } + if wide && turns { TURN } else { 0 };
        own + marked(place)
    });
    between.chain(table.columns.last().map(|_| marked(last))).collect()
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
    let register = table.columns.iter().all(|column| column.weight == BY_WORDS);
    let mut chosen: Option<(Mpt, Vec<Mpt>, Mpt)> = None;
    for &size in SIZES.iter().skip(usize::from(register)) {
        let needs = needs(table, size, text)?;
        let fits = needs.iter().map(|need| need.least).sum::<Mpt>() <= measure;
        let of_words: Vec<u32> = needs.iter().map(Need::weight).collect();
        let widths = share(measure, if register { &of_words } else { &weights }, &needs);
        let lines = |(need, width): (&Need, &Mpt)| (need.most + width - 1) / (*width).max(1);
        let lines = needs.iter().zip(&widths).map(lines).max().unwrap_or(1);
        match &chosen {
            Some((.., before)) if lines < *before => chosen = Some((size, widths, lines)),
            None if fits || size == SIZES[SIZES.len() - 1] => chosen = Some((size, widths, lines)),
            _ => {}
        }
        let good = |(.., lines): &(Mpt, Vec<Mpt>, Mpt)| *lines <= LINES || !of_figures && !register;
        if chosen.as_ref().is_some_and(good) {
            break;
        }
    }
    Ok(chosen.map_or_else(Default::default, |(size, widths, _)| (size, widths)))
}

/// What a column needs: its figures whole and its words unbroken, and all on one line.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    least: Mpt,
    most: Mpt,
    /// Of all cells together, each on one line.
    all: Mpt,
}

impl Need {
    fn add(&mut self, other: Self) {
        self.least = self.least.max(other.least);
        self.most = self.most.max(other.most).max(self.least);
        self.all += other.all;
    }

    /// The share with which a long table has the fewest lines: the lines of a column are its words
    /// by its width, and their sum is least where widths are as the roots of the words.
    /// What cannot wrap has no use for more than it needs.
    fn weight(&self) -> u32 {
        if self.least == self.most {
            return 1;
        }
        u32::try_from(self.all.max(0).isqrt()).unwrap_or(u32::MAX)
    }
}

fn needs(table: &Table, size: Mpt, text: &Text) -> Result<Vec<Need>, RenderError> {
    let head = style::HEAD.at(style::HEAD.size * size / SIZES[0]);
    let mut needs = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let title = words::head(text, column);
        let least = wrap::narrowest(&title, head)?;
        // A head may take two lines, seldom three.
        let most = least.max(wrap::single(&title, head)?.width * 2 / 3);
        let mut need = Need { least, most, all: most };
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
    Ok(Need { least, most, all: most })
}

/// Figures and days are never broken.
pub(super) const fn is_whole(cell: &Cell) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(weights: &[u32], needs: &[(Mpt, Mpt)]) -> Vec<Mpt> {
        let needs: Vec<Need> =
            needs.iter().map(|&(least, most)| Need { least, most, all: most }).collect();
        share(1000, weights, &needs)
    }

    #[test]
    fn widths_follow_the_weights_but_no_column_falls_below_its_least() {
        assert_eq!(widths(&[1, 1, 2], &[(0, 900), (0, 900), (0, 900)]), [250, 250, 500]);
        assert_eq!(widths(&[1, 1, 2], &[(400, 900), (0, 900), (0, 900)]), [400, 200, 400]);
        assert_eq!(widths(&[1, 1], &[(1500, 1500), (500, 500)]), [750, 250]);
    }

    #[test]
    fn a_register_gives_its_room_to_the_words_of_all_rows_and_figures_what_they_need() {
        let weight = |least, most, all| Need { least, most, all }.weight();
        assert_eq!(
            [weight(90, 90, 90_000), weight(10, 90, 400), weight(10, 90, 1_600)],
            [1, 20, 40]
        );
    }

    #[test]
    fn room_that_a_column_cannot_use_goes_to_those_that_wrap() {
        assert_eq!(widths(&[1, 1], &[(100, 100), (300, 2000)]), [100, 900]);
        assert_eq!(widths(&[1, 3], &[(100, 100), (300, 500)]), [200, 800]);
    }
}
