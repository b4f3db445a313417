//! Heads and cells.

use eframe::egui::{Align, Color32, Galley, Rect, Sense, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

use super::{Cell, Column, LINE_PAD, Shown, Table};
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::hint::of_column;
use crate::ui::widget::{chip, head_lines, in_sight, is_whole, paint_head, paint_words};

/// Least height of the heads.
const HEAD: f32 = 26.0;

impl Table<'_> {
    /// Heads on as many lines as they need, the last one above the line.
    pub(super) fn head(&self, ui: &mut Ui, edges: &[(f32, f32)]) {
        let tokens = ui.tokens();
        let heads: Vec<_> = self
            .columns
            .iter()
            .zip(edges)
            .map(|(column, edge)| {
                head_lines(ui, &column.head, tokens.dim, (column.align, edge.1 - edge.0))
            })
            .collect();
        let highest = heads.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
        let size = vec2(ui.available_width(), (highest + 10.0).max(HEAD));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        for ((column, edge), galley) in self.columns.iter().zip(edges).zip(heads) {
            let place = Rect::from_x_y_ranges(edge.0..=edge.1, rect.y_range());
            if column.figures() && !is_whole(ui, place) {
                continue;
            }
            let x = if column.align == Align::Max { edge.1 } else { edge.0 };
            paint_head(ui, pos2(x, rect.bottom() - 6.0), galley, tokens.dim);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
    }

    /// Height of a row, at least that: that of its highest text where text wraps.
    pub(super) fn height_of(
        &self,
        ui: &Ui,
        least: f32,
        (edges, cells): (&[(f32, f32)], &[Cell]),
    ) -> f32 {
        if !self.wrap {
            return least;
        }
        let all = self.columns.iter().zip(edges).zip(cells);
        let texts = all.filter(|((column, _), cell)| column.wraps(cell));
        let heights = texts.map(|((_, edge), cell)| {
            wrapped(ui, cell, edge.1 - edge.0).iter().map(|(galley, _)| galley.size().y).sum()
        });
        (heights.fold(0.0, f32::max) + 2.0 * LINE_PAD).max(least)
    }

    /// Paints the cells of a row; what had to be cut.
    pub(super) fn cells(
        &self,
        ui: &Ui,
        row: Rect,
        shown: &mut Shown,
        cells: &[Cell],
    ) -> Vec<String> {
        let mut cut = Vec::new();
        // Where text wraps, what does not stands on its first line.
        let first = row.with_max_y((row.top() + self.row).min(row.bottom()));
        let rect = if self.wrap { first } else { row };
        shown.needed.resize(self.columns.len(), 0.0);
        for (index, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let Some(edge) = shown.edges.get(index).copied() else { continue };
            if let Some(needed) = shown.needed.get_mut(index) {
                *needed = needed.max(column.needs(ui, cell));
            }
            let place = Rect::from_x_y_ranges(edge.0..=edge.1, rect.y_range());
            if self.wrap && column.wraps(cell) && is_whole(ui, place) {
                paint_lines(ui, place, cell);
            } else {
                let words = paint(ui, place, column, cell);
                cut.extend(words.map(|words| of_column(&column.head, &words)));
            }
        }
        cut
    }
}

/// Paints words on as many lines as they need. What fits into the first line of the row stands in
/// its middle, like figures.
fn paint_lines(ui: &Ui, place: Rect, cell: &Cell) {
    let lines = wrapped(ui, cell, place.width());
    let height: f32 = lines.iter().map(|(galley, _)| galley.size().y).sum();
    let mut top = place.top() + LINE_PAD.max((place.height() - height) / 2.0);
    for (galley, ink) in lines {
        let below = top + galley.size().y;
        ui.painter().galley(pos2(place.left(), top), galley, ink);
        top = below;
    }
}

/// Paints a cell; its words where they had to be cut.
fn paint(ui: &Ui, place: Rect, column: &Column, cell: &Cell) -> Option<String> {
    let tokens = ui.tokens();
    let font = fonts::regular(BODY);
    let (text, font, colour): (&str, _, Color32) = match cell {
        Cell::Text(text) => (text, font, tokens.text),
        Cell::Dim(text) => (text, font, tokens.dim),
        Cell::Strong(text) => (text, fonts::semibold(BODY), tokens.text),
        Cell::Warn(text) => (text, font, tokens.warn.text),
        Cell::Chip(meaning, word) => {
            let place = in_sight(ui, place)?;
            return chip::paint(ui, place, *meaning, word).then(|| word.clone());
        }
        Cell::Two(first, second) => return two(ui, place, column, (first, second)),
        Cell::Room(_) | Cell::StrongRoom(_) | Cell::Empty => return None,
    };
    paint_words(ui, place, text, (font, colour, column.align)).then(|| text.to_owned())
}

/// Paints two lines.
fn two(ui: &Ui, place: Rect, column: &Column, (first, second): (&str, &str)) -> Option<String> {
    let tokens = ui.tokens();
    let (top, bottom) = place.split_top_bottom_at_fraction(0.52);
    let lines = [
        (first, top.with_min_y(top.top() + 5.0), fonts::regular(BODY), tokens.text),
        (second, bottom.with_max_y(bottom.bottom() - 5.0), fonts::regular(SMALL), tokens.dim),
    ];
    let cut = lines
        .map(|(text, place, font, ink)| paint_words(ui, place, text, (font, ink, column.align)));
    cut.contains(&true).then(|| [first, second].join("\n"))
}

/// The text of a cell on as many lines as it needs, with its colour; the second part of two below.
fn wrapped(ui: &Ui, cell: &Cell, width: f32) -> Vec<(Arc<Galley>, Color32)> {
    let tokens = ui.tokens();
    let laid = |text: &str, font, ink| {
        (ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, ink, width)), ink)
    };
    match cell {
        Cell::Text(text) => vec![laid(text, fonts::regular(BODY), tokens.text)],
        Cell::Dim(text) => vec![laid(text, fonts::regular(BODY), tokens.dim)],
        Cell::Strong(text) => vec![laid(text, fonts::semibold(BODY), tokens.text)],
        Cell::Warn(text) => vec![laid(text, fonts::regular(BODY), tokens.warn.text)],
        Cell::Two(first, second) => vec![
            laid(first, fonts::regular(BODY), tokens.text),
            laid(second, fonts::regular(SMALL), tokens.dim),
        ],
        Cell::Chip(..) | Cell::Room(_) | Cell::StrongRoom(_) | Cell::Empty => Vec::new(),
    }
}
