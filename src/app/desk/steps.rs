//! Keeps what is typed in the work list, as drafts of forms are kept, until the steps are booked.

use std::collections::BTreeSet;
use std::time::Duration;

use eframe::egui;

use super::{KEEP, Keeper};
use crate::app::App;
use crate::app::worker::Change;
use crate::domain::event::{Draft, Reference};
use crate::ui::desk::{KeptStep, StepKey};

/// What is under way for the steps.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// Typed and not written yet.
    changed: BTreeSet<StepKey>,
    /// When they are written.
    due: Option<f64>,
    /// Being booked.
    taking: Vec<StepKey>,
}

impl Steps {
    /// True for what is typed meanwhile: what lies on the disk is older.
    pub(super) fn is_newer(&self, key: StepKey) -> bool {
        self.changed.contains(&key)
    }
}

impl Keeper {
    /// Remembers the steps that these entries take.
    pub(in crate::app) fn take(&mut self, drafts: &[Draft]) {
        let step = |draft: &Draft| match draft.reference {
            Some(Reference::Entry(entry)) => Some((draft.actor, draft.body.kind(), entry)),
            _ => None,
        };
        self.steps.taking = drafts.iter().filter_map(step).collect();
    }
}

impl App {
    /// Takes what is typed for a step; nothing where it is as proposed.
    pub(in crate::app) fn type_step(&mut self, key: StepKey, typed: Option<Box<KeptStep>>) {
        let steps = &mut self.state.desk.steps;
        match typed {
            Some(step) => steps.insert(key, *step),
            None => steps.remove(&key),
        };
        self.keeper.steps.changed.insert(key);
    }

    /// They are booked: what was typed for them is done with.
    pub(super) fn steps_taken(&mut self) {
        for key in std::mem::take(&mut self.keeper.steps.taking) {
            if self.state.desk.steps.contains_key(&key) {
                self.type_step(key, None);
            }
        }
    }

    /// Writes them a second after the first change.
    pub(super) fn keep_steps_in_time(&mut self, ctx: &egui::Context, time: f64) {
        let steps = &mut self.keeper.steps;
        if steps.changed.is_empty() {
            return;
        }
        let due = *steps.due.get_or_insert(time + KEEP);
        if due <= time {
            self.keep_steps();
        } else {
            ctx.request_repaint_after(Duration::from_secs_f64(due - time));
        }
    }

    /// Writes what is typed and not written yet: one change per person.
    pub(in crate::app) fn keep_steps(&mut self) {
        self.keeper.steps.due = None;
        let changed = std::mem::take(&mut self.keeper.steps.changed);
        let persons: BTreeSet<_> = changed.iter().map(|(person, ..)| *person).collect();
        for person in persons {
            let own = changed.iter().filter(|(of, ..)| *of == person);
            let own = own.map(|key| (*key, self.state.desk.steps.get(key).cloned()));
            self.write(Some(person), Change::Steps(own.collect()));
        }
    }
}
