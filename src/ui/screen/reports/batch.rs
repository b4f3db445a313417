//! What became of the statements of all recipients.

use eframe::egui::Ui;

use crate::ui::action::{Action, PaperAction};
use crate::ui::context::Context;
use crate::ui::data::Batch;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// Shows it: how far it is while it goes on, then every recipient with file or reason.
pub(super) fn show(ui: &mut Ui, cx: &Context<'_>, batch: &Batch) {
    card::card(ui, |ui| {
        let heading = if batch.issuing { "shelf-batch-issuing" } else { "shelf-batch" };
        card::heading(ui, &cx.t(heading));
        let number = |count: usize| count.to_string();
        let failed = batch.rows.iter().filter(|row| row.file.is_err()).count();
        let words = [
            ("done", number(batch.rows.len() - failed)),
            ("total", number(batch.total)),
            ("folder", batch.folder.display().to_string()),
        ];
        card::dim(ui, &cx.f("shelf-batch-progress", &words));
        if failed > 0 {
            let count = i64::try_from(failed).unwrap_or(i64::MAX);
            card::dim(ui, &cx.text.count("shelf-batch-failed", count, &[]));
        }
        if batch.stopped {
            card::dim(ui, &cx.t("shelf-batch-stopped"));
        }
        ui.add_space(4.0);
        let (words, action) = if batch.running {
            (cx.t("shelf-batch-stop"), Action::StopCopy)
        } else {
            (cx.t("shelf-batch-close"), Action::Paper(PaperAction::DismissBatch))
        };
        if Button::new(&words).show(ui).clicked() {
            cx.send(action);
        }
        ui.add_space(4.0);
        rows(ui, cx, batch);
    });
}

fn rows(ui: &mut Ui, cx: &Context<'_>, batch: &Batch) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-key"), 92.0),
        Column::text(cx.t("screen-col-recipient"), 150.0),
        Column::fixed(cx.t("screen-col-state"), 118.0),
        Column::text(cx.t("shelf-file"), 200.0),
    ];
    let table = Table::new("statements", columns).height(420.0);
    table.show(ui, batch.rows.len(), |index| {
        let row = &batch.rows[index];
        let (meaning, state, more) = match &row.file {
            Ok((path, issued)) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                let name = name.unwrap_or_default();
                match issued {
                    None => (Meaning::Good, cx.t("shelf-batch-written"), name),
                    Some(seq) => {
                        let more = [cx.text.entry_number(*seq), name].join(", ");
                        (Meaning::Good, cx.t("shelf-batch-issued"), more)
                    }
                }
            }
            Err(problem) => (Meaning::Late, cx.t("shelf-batch-not-written"), cx.problem(problem)),
        };
        let again = row
            .before
            .as_ref()
            .map(|before| cx.f("shelf-batch-again", &before.as_earlier(cx.text)));
        let more = [Some(more), again].into_iter().flatten().collect::<Vec<_>>().join("; ");
        Row {
            sentence: [row.name.as_str(), row.key.as_str(), &state, &more].join(", "),
            cells: vec![
                Cell::Dim(row.key.to_string()),
                Cell::Text(row.name.clone()),
                Cell::Chip(meaning, state),
                Cell::Dim(more),
            ],
        }
    });
}
