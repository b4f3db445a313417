//! *Das wartet auf mich*: the steps that the acting person may take, each with its button.

use eframe::egui::{Align, Layout, RichText, Ui, vec2};

use crate::store::view::TaskRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::route::Route;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::link::link;

use crate::ui::waiting;

/// So many are shown; the others wait behind them.
const MOST: usize = 5;

/// Shows them, those first that are due first.
pub fn show(ui: &mut Ui, cx: &Context<'_>) {
    card::titled(ui, &cx.t("overview-inbox"), |ui| {
        let Some(rows) = super::super::loaded(cx, ui, &cx.data.tasks) else { return };
        let mine: Vec<&TaskRow> = rows.iter().filter(|row| cx.is_mine(&row.task)).collect();
        let name = cx.person.map(|person| cx.person_name(person)).unwrap_or_default();
        if mine.is_empty() {
            let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            let words = cx.text.count("overview-inbox-empty", count, &[("person", name)]);
            card::dim(ui, &words);
            if !rows.is_empty() {
                to_list(ui, cx);
            }
            return;
        }
        for (place, row) in mine.iter().take(MOST).enumerate() {
            if place > 0 {
                ui.separator();
            }
            step(ui, cx, row, place == 0);
        }
        ui.separator();
        let more = mine.len().saturating_sub(MOST);
        if more > 0 {
            let count = i64::try_from(more).unwrap_or(i64::MAX);
            card::dim(ui, &cx.text.count("overview-inbox-more", count, &[]));
        }
        to_list(ui, cx);
    });
}

/// The way to all steps, and to those of the others.
fn to_list(ui: &mut Ui, cx: &Context<'_>) {
    if link(ui, &cx.t("overview-inbox-all")).clicked() {
        cx.send(Action::Go(Route::Tasks));
    }
}

fn step(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow, first: bool) {
    let tokens = ui.tokens();
    let kind = waiting::step(cx, row.task.kind);
    let recipient = cx.recipient(row.recipient_type, &row.recipient_name);
    let grant = row.grant.as_ref().map(ToString::to_string);
    let days = (cx.as_of - row.task.since).num_days();
    let since = match days.max(0) {
        0 => cx.t("next-since-today"),
        days => {
            let days = cx.text.count("deadlines-days", days, &[]);
            cx.f("overview-since", &[("days", days)])
        }
    };
    let mut parts = vec![since];
    if let Some(due) = row.task.due_on {
        parts.push(cx.f("overview-due", &[("day", cx.text.day(due))]));
    }
    let late = row.task.is_overdue(cx.as_of);
    if late {
        parts.push(cx.t("deadline-overdue"));
    }
    let amount = row.task.amount.map(|amount| cx.euro(amount));
    let whose = [Some(recipient), grant].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let waits = [amount.clone(), Some(parts.join(", "))];
    let waits = waits.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let size = vec2(ui.available_width(), 52.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let words = cx.t("overview-take");
        let button = Button::new(&words).primary(first).enabled(cx.can_book());
        let response = button.show(ui);
        let clicked = response.clicked();
        // The visible word first: who speaks to the computer says what is seen.
        let name = [words.trim_end_matches([' ', '…']), &kind, &whose, &waits].join(", ");
        response.accessible_name(name);
        if clicked {
            cx.send(waiting::action(row));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let name = RichText::new(&kind).font(fonts::medium(13.5)).color(tokens.text);
            ui.label(name);
            card::dim(ui, &whose);
            let ink = if late { tokens.late.text } else { tokens.dim };
            ui.label(RichText::new(&waits).size(SMALL).color(ink));
        });
    });
}
