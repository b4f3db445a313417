//! Widths of the columns: what stands in them is measured, so that figures are never cut.

use eframe::egui::{Align, Id, Ui};

use super::{Cell, Column, PAD, Table};
use crate::ui::fonts;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::chip;
use crate::ui::widget::share::{Part, share};
use crate::ui::widget::{is_figure, line, longest_word, make_again};

/// Share of its width that text which takes what is left keeps in any case.
const KEPT: f32 = 0.55;
/// Words of a fixed column may make it wider up to this factor; then they are cut and explained.
const STRETCH: f32 = 1.6;

/// What columns needed, and in which frame that was.
#[derive(Clone, Debug, Default)]
struct Needed {
    widths: Vec<f32>,
    frame: u64,
}

/// What the columns of a table needed since it came into sight: another screen between, and it
/// begins anew, as it may show other rows.
pub(super) fn remembered(ui: &Ui, memory: Id) -> Vec<f32> {
    let frame = ui.ctx().cumulative_frame_nr();
    let known: Needed = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    if known.frame + 1 >= frame { known.widths } else { Vec::new() }
}

/// Keeps what the columns need; where it became more, the frame is made again.
pub(super) fn remember(ui: &Ui, memory: Id, needed: &[f32]) {
    let before = remembered(ui, memory);
    let (widths, frame) = (needed.to_vec(), ui.ctx().cumulative_frame_nr());
    ui.data_mut(|data| data.insert_temp(memory, Needed { widths, frame }));
    if before != needed {
        make_again(ui.ctx(), "the widths of columns");
    }
}

/// Left and right edge of what stands in each column.
pub(super) fn edges(ui: &Ui, widths: &[f32]) -> Vec<(f32, f32)> {
    let mut left = ui.available_rect_before_wrap().left();
    let mut edges = Vec::with_capacity(widths.len());
    for width in widths {
        edges.push((left + PAD, left + width - PAD));
        left += width;
    }
    edges
}

fn width_of(ui: &Ui, text: &str, font: eframe::egui::FontId) -> f32 {
    line(ui, text, font, ui.tokens().text, f32::INFINITY).size().x
}

impl Column {
    /// Figures: never cut.
    pub(super) fn figures(&self) -> bool {
        self.align == Align::Max
    }

    /// True for words that may go on in a further line.
    pub(super) fn wraps(&self, cell: &Cell) -> bool {
        match cell {
            Cell::Text(text) | Cell::Dim(text) | Cell::Strong(text) | Cell::Warn(text) => {
                !self.figures() && !is_figure(text)
            }
            Cell::Two(..) => !self.figures(),
            Cell::Chip(..) | Cell::Room(_) | Cell::StrongRoom(_) | Cell::Empty => false,
        }
    }

    /// What a cell needs of the column, without the room at its sides.
    pub(super) fn needs(&self, ui: &Ui, cell: &Cell) -> f32 {
        let body = |text: &str| width_of(ui, text, fonts::regular(BODY));
        if self.grows {
            // Words are cut or wrap; a figure among them stands whole.
            return match cell {
                Cell::Text(text) | Cell::Dim(text) if is_figure(text) => body(text),
                _ => 0.0,
            };
        }
        match cell {
            Cell::Text(text) | Cell::Dim(text) | Cell::Warn(text) | Cell::Room(text) => body(text),
            Cell::Strong(text) | Cell::StrongRoom(text) => {
                width_of(ui, text, fonts::semibold(BODY))
            }
            Cell::Two(first, second) => {
                body(first).max(width_of(ui, second, fonts::regular(SMALL)))
            }
            Cell::Chip(_, word) => width_of(ui, word, fonts::regular(SMALL)) + chip::AROUND,
            Cell::Empty => 0.0,
        }
    }

    /// The least width at which nothing of it must be cut that must not be.
    fn least(&self, ui: &Ui, needed: f32) -> f32 {
        let head = longest_word(ui, &self.head);
        let content = if self.grows {
            (self.width * KEPT).max(needed.ceil() + 2.0 * PAD)
        } else if self.figures() {
            needed.ceil() + 2.0 * PAD
        } else {
            (needed.ceil() + 2.0 * PAD).min(self.width * STRETCH)
        };
        content.max(head + 2.0 * PAD)
    }
}

impl Table<'_> {
    /// Where it is remembered what the columns need: other heads need another width.
    pub(super) fn memory(&self, ui: &Ui) -> Id {
        let heads: Vec<_> = self.columns.iter().map(|column| column.head.as_str()).collect();
        ui.scope_id().with((self.id, "needed", heads))
    }

    /// As wide as given, wider where needed, narrower where room is scarce.
    pub(super) fn widths(&self, ui: &Ui, needed: &[f32]) -> Vec<f32> {
        let all = self.columns.iter().enumerate();
        let parts = all.map(|(index, column)| {
            let needed = needed.get(index).copied().unwrap_or_default();
            let (wished, least) = (column.width, column.least(ui, needed));
            Part { wished, natural: least, broken: least, least, grows: column.grows }
        });
        share(&parts.collect::<Vec<_>>(), ui.available_width())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_comes_into_sight_again_knows_nothing_of_the_rows_before() {
        let ctx = eframe::egui::Context::default();
        let memory = Id::unique("table");
        let frame = |content: &mut dyn FnMut(&Ui)| {
            let mut content = |ui: &mut Ui| content(ui);
            let mut shown = ctx.run_ui(eframe::egui::RawInput::default(), &mut content);
            shown.textures_delta.clear();
        };
        frame(&mut |ui| remember(ui, memory, &[120.0]));
        frame(&mut |ui| {
            assert_eq!(remembered(ui, memory), [120.0]);
            remember(ui, memory, &[120.0]);
        });
        frame(&mut |_| {});
        frame(&mut |ui| assert!(remembered(ui, memory).is_empty(), "another screen was between"));
    }
}
