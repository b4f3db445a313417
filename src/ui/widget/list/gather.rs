//! Many rows for a spreadsheet or a file: some in each frame, so that the window goes on.

use eframe::egui::Ui;

use super::{List, ListFile, ListRows, ListState, Rows};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::widget::button::Button;

/// Up to so many rows are given at once, and so many in each frame where there are more.
pub(super) const LOT: usize = 400;

/// What becomes of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Copy,
    Save,
}

/// Rows on their way.
#[derive(Debug)]
pub(super) struct Gathering {
    purpose: Purpose,
    /// Places of the rows, in the order shown.
    places: Vec<usize>,
    lines: Vec<Vec<String>>,
}

impl Gathering {
    pub fn new(purpose: Purpose, places: Vec<usize>) -> Self {
        Self { purpose, places, lines: Vec::new() }
    }

    /// How far it is, in percent.
    fn percent(&self) -> usize {
        self.lines.len() * 100 / self.places.len().max(1)
    }
}

impl List<'_> {
    /// Takes the next rows; once all are there, wishes what they were gathered for.
    pub(super) fn gather(
        &self,
        ui: &Ui,
        cx: &Context<'_>,
        (state, rows): (&mut ListState, &dyn Rows),
    ) {
        let Some(gathering) = &mut state.gathering else { return };
        let next = gathering.places.iter().skip(gathering.lines.len()).take(LOT);
        let cells = next.map(|at| rows.cells(*at).unwrap_or_default());
        let lines = cells.map(|cells| cells.iter().map(|cell| cell.value.sheet()).collect());
        let lines: Vec<Vec<String>> = lines.collect();
        gathering.lines.extend(lines);
        ui.ctx().request_repaint();
        if gathering.lines.len() < gathering.places.len() {
            return;
        }
        let Some(Gathering { purpose, lines, .. }) = state.gathering.take() else { return };
        let name = self.title.clone().unwrap_or_default();
        let file = ListFile { name, heads: self.heads(), rows: ListRows::Cells(lines) };
        cx.send(match purpose {
            Purpose::Copy => Action::CopyList(Box::new(file)),
            Purpose::Save => Action::SaveList(Box::new(file)),
        });
    }

    /// How far it is, and the button that ends it; false while nothing is on its way.
    pub(super) fn gathering(ui: &mut Ui, cx: &Context<'_>, state: &mut ListState) -> bool {
        let Some(gathering) = &state.gathering else { return false };
        let (percent, stop) = match gathering.purpose {
            Purpose::Copy => ("list-gathering-copy", "list-stop-copy"),
            Purpose::Save => ("list-gathering-save", "list-stop"),
        };
        let words = cx.f(percent, &[("percent", gathering.percent().to_string())]);
        ui.label(words);
        if Button::new(&cx.t(stop)).bare().show(ui).clicked() {
            state.gathering = None;
        }
        true
    }
}
