//! The steps of typing: named, taken back and done again, over all fields of a form.
//!
//! A step is what stood in the whole form before it, so that whatever followed from a field is
//! taken back with it.

use serde_json::Value as Json;

use crate::ui::context::Context;
use crate::ui::widget::field::{How, Touch};
use crate::ui::widget::modal::Foot;

/// Typing in one field is one step until the person pauses for so many seconds.
const PAUSE: f64 = 2.0;
/// So many steps are remembered.
const MOST: usize = 200;

/// A step, and the content on its other side.
#[derive(Debug)]
struct Step {
    touch: Touch,
    content: Json,
}

/// What was typed, step by step.
#[derive(Debug, Default)]
pub(super) struct Track {
    /// As the form was opened; nothing is typed while it is so.
    pristine: Json,
    now: Json,
    undo: Vec<Step>,
    redo: Vec<Step>,
    last: f64,
    revision: u64,
}

impl Track {
    /// Of a form that was left with this content: it counts as typed.
    pub(super) fn resumed(content: Json) -> Self {
        Self { now: content, ..Self::default() }
    }

    /// Takes in what the form holds after a frame, and what the person did.
    pub(super) fn follow(&mut self, content: Json, touch: Option<Touch>, time: f64) {
        if content == self.now {
            return;
        }
        let before = std::mem::replace(&mut self.now, content);
        self.revision += 1;
        let Some(touch) = touch else {
            // Filled in or formatted by the program: no step of its own.
            let untouched = self.undo.is_empty() && self.redo.is_empty();
            if untouched && before == self.pristine {
                self.pristine = self.now.clone();
            }
            return;
        };
        let same = self.undo.last().is_some_and(|step| {
            step.touch.id == touch.id && step.touch.how == How::Changed && touch.how == How::Changed
        });
        if !(same && self.redo.is_empty() && time - self.last < PAUSE) {
            self.undo.push(Step { touch, content: before });
            if self.undo.len() > MOST {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.last = time;
    }

    /// Takes the last step back; the content from before it.
    pub(super) fn undo(&mut self) -> Option<Json> {
        let Step { touch, content } = self.undo.pop()?;
        let now = std::mem::replace(&mut self.now, content.clone());
        self.revision += 1;
        self.redo.push(Step { touch, content: now });
        Some(content)
    }

    /// Does a step again; the content after it.
    pub(super) fn redo(&mut self) -> Option<Json> {
        let Step { touch, content } = self.redo.pop()?;
        let now = std::mem::replace(&mut self.now, content.clone());
        self.revision += 1;
        self.undo.push(Step { touch, content: now });
        // What is typed next is a step of its own.
        self.last = f64::NEG_INFINITY;
        Some(content)
    }

    /// True when there is something that would be lost.
    pub(super) fn is_typed(&self) -> bool {
        self.now != self.pristine
    }

    /// Grows with every change.
    pub(super) const fn revision(&self) -> u64 {
        self.revision
    }

    /// What the form holds.
    pub(super) fn content(&self) -> Json {
        self.now.clone()
    }

    /// What the foot of the form offers.
    pub(super) fn foot(&self, cx: &Context<'_>) -> Foot {
        let name = |steps: &[Step]| steps.last().map(|step| words(cx, &step.touch));
        let typed = self.is_typed();
        Foot {
            steps: Some((name(&self.undo), name(&self.redo))),
            typed,
            note: cx.desk.note(cx).filter(|_| typed),
        }
    }
}

/// A step in words.
fn words(cx: &Context<'_>, touch: &Touch) -> String {
    let key = match touch.how {
        How::Changed => "entry-step-changed",
        How::Added => "entry-step-added",
        How::Removed => "entry-step-removed",
    };
    cx.f(key, &[("field", touch.label.clone())])
}

#[cfg(test)]
mod tests {
    use eframe::egui::Id;
    use serde_json::json;

    use super::*;

    fn touch(field: &str, how: How) -> Touch {
        Touch { id: Id::unique(("field", field)), label: field.to_owned(), how }
    }

    fn typed(field: &str) -> Touch {
        touch(field, How::Changed)
    }

    #[test]
    fn typing_in_one_field_is_one_step_until_a_pause_or_another_field() {
        let mut track = Track::default();
        track.follow(json!("filled"), None, 0.0);
        assert!(!track.is_typed(), "what the program fills in is nothing typed");
        track.follow(json!("a"), Some(typed("Betrag")), 1.0);
        track.follow(json!("ab"), Some(typed("Betrag")), 1.5);
        track.follow(json!("ab formatted"), None, 1.6);
        track.follow(json!("abc"), Some(typed("Beleg")), 1.7);
        track.follow(json!("abcd"), Some(typed("Beleg")), 9.0);
        assert!(track.is_typed());
        assert_eq!(track.undo(), Some(json!("abc")));
        assert_eq!(track.undo(), Some(json!("ab formatted")));
        assert_eq!(track.redo(), Some(json!("abc")));
        assert_eq!(track.undo(), Some(json!("ab formatted")));
        assert_eq!(track.undo(), Some(json!("filled")));
        assert!(!track.is_typed());
        assert_eq!(track.undo(), None);
    }

    #[test]
    fn what_is_typed_after_taking_back_ends_the_way_forward() {
        let mut track = Track::default();
        track.follow(json!(1), Some(typed("Betrag")), 1.0);
        track.follow(json!(2), Some(touch("Zeile", How::Added)), 1.1);
        track.follow(json!(3), Some(touch("Zeile", How::Added)), 1.2);
        assert_eq!(track.undo(), Some(json!(2)), "two lines are two steps");
        track.follow(json!(4), Some(typed("Betrag")), 1.3);
        assert_eq!(track.redo(), None);
        assert_eq!(track.undo(), Some(json!(2)));
    }

    #[test]
    fn a_form_that_is_gone_on_with_counts_as_typed_and_has_no_steps() {
        let mut track = Track::resumed(json!("left"));
        track.follow(json!("left"), None, 0.0);
        assert!(track.is_typed());
        track.follow(json!("formatted"), None, 0.0);
        assert!(track.is_typed());
        assert_eq!(track.undo(), None);
    }
}
