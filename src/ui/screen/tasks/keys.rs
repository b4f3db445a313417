//! The keys of the list, and its clicks.

use eframe::egui::{Key as Button, Modifiers, Ui};

use super::Tasks;
use crate::domain::Kind;
use crate::domain::task::STEPS;
use crate::store::view::TaskRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::widget::held;
use crate::ui::widget::table::Shown;

/// How a row is come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It alone is marked.
    Alone,
    /// All from the anchor to it are marked.
    Range,
    /// Its mark changes.
    Toggle,
    /// The marks stay.
    Keep,
}

/// So many rows are skipped by a page.
const PAGE: usize = 12;

/// Moves and marks; nothing while the keyboard is elsewhere.
pub(super) fn list(tasks: &mut Tasks, cx: &Context<'_>, ui: &Ui, list: &[&TaskRow], shown: &Shown) {
    let last = list.len().saturating_sub(1);
    if let Some(index) = shown.clicked {
        clicked(tasks, cx, ui, list, index);
        return;
    }
    if shown.focused.is_none() {
        return;
    }
    let place = tasks.place;
    let moves = [
        (Button::ArrowDown, (place + 1).min(last)),
        (Button::ArrowUp, place.saturating_sub(1)),
        (Button::PageDown, (place + PAGE).min(last)),
        (Button::PageUp, place.saturating_sub(PAGE)),
        (Button::Home, 0),
        (Button::End, last),
    ];
    for (key, to) in moves {
        let ways = [
            (Modifiers::COMMAND, Way::Keep),
            (Modifiers::SHIFT, Way::Range),
            (Modifiers::NONE, Way::Alone),
        ];
        for (modifiers, way) in ways {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                come(tasks, cx, list, (to, way));
                return;
            }
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Button::A)) {
        tasks.marked = list.iter().map(|row| row.key()).collect();
        cx.send(Action::DismissTaking);
    }
    for (key, forward) in [(Button::ArrowRight, true), (Button::ArrowLeft, false)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            neighbour(tasks, cx, forward);
        }
    }
}

fn clicked(tasks: &mut Tasks, cx: &Context<'_>, ui: &Ui, list: &[&TaskRow], index: usize) {
    let (space, enter) =
        ui.input(|input| (input.key_pressed(Button::Space), input.key_pressed(Button::Enter)));
    let modifiers = held(ui);
    if enter {
        tasks.form.enter();
        return;
    }
    let way = match (space, modifiers.command, modifiers.shift) {
        (true, ..) | (_, true, _) => Way::Toggle,
        (_, _, true) => Way::Range,
        _ => Way::Alone,
    };
    come(tasks, cx, list, (index, way));
}

/// The cursor comes to a row.
fn come(tasks: &mut Tasks, cx: &Context<'_>, list: &[&TaskRow], (to, way): (usize, Way)) {
    let Some(row) = list.get(to) else { return };
    let key = row.key();
    match way {
        Way::Alone => tasks.marked = [key].into(),
        Way::Range => {
            let (from, to) = (tasks.anchor.min(to), tasks.anchor.max(to));
            tasks.marked = list[from..=to].iter().map(|row| row.key()).collect();
        }
        Way::Toggle if !tasks.marked.insert(key) => {
            tasks.marked.remove(&key);
        }
        Way::Toggle | Way::Keep => {}
    }
    if way != Way::Range {
        tasks.anchor = to;
    }
    tasks.cursor = Some(key);
    tasks.place = to;
    tasks.focus = true;
    cx.send(Action::DismissTaking);
}

/// The next kind of steps that waits, or the one before.
fn neighbour(tasks: &mut Tasks, cx: &Context<'_>, forward: bool) {
    let rows = cx.data.tasks.value().map(Vec::as_slice).unwrap_or_default();
    let steps: Vec<Kind> = STEPS
        .into_iter()
        .filter(|step| rows.iter().any(|row| row.task.kind == *step && tasks.shows(cx, row)))
        .collect();
    let at = steps.iter().position(|step| Some(*step) == tasks.step).unwrap_or_default();
    let next = if forward { at + 1 } else { at.wrapping_sub(1) };
    if let Some(step) = steps.get(next) {
        tasks.go_to(cx, *step);
    }
}
