//! Gives the window in portions what was typed, so that a slow frame loses nothing.
//!
//! A frame knows one place of the keyboard. Over remote desktop a frame may take so long that
//! letters, Tab and more letters arrive together; given at once, all of them would go to the field
//! after the Tab, and of two Tabs only one would count.

use std::collections::VecDeque;

use eframe::egui::{Event, Key, Modifiers};

/// What a dialog takes until it has the keyboard, in frames.
const DIALOG: u8 = 3;
/// What a field or row takes until it has the keyboard, with its content selected and its arrows
/// kept from leading elsewhere, in frames.
const FIELD: u8 = 1;

/// What was typed and not given yet.
#[derive(Debug, Default)]
pub(super) struct Typing {
    held: VecDeque<Event>,
    /// Frames until the keyboard has arrived where the last key sent it.
    rest: u8,
}

/// What an event does to the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// It is for what has the keyboard.
    Types,
    /// It may send the keyboard elsewhere, where it arrives so many frames later.
    Moves(u8),
    /// As [`Sort::Moves`], by the mouse: it need not wait for the keyboard to arrive.
    Clicks,
    /// Nothing.
    Nothing,
}

impl Typing {
    /// True when the next frame should come by itself.
    pub fn is_waiting(&self) -> bool {
        !self.held.is_empty()
    }

    /// Leaves in `events` what belongs into this frame; `text` says that a field has the keyboard.
    pub fn portion(&mut self, events: &mut Vec<Event>, text: bool) {
        let mut dropped = false;
        for event in events.drain(..) {
            if dropped && is_blank(&event) {
                continue;
            }
            dropped = self.repeats(&event, text);
            if !dropped {
                self.held.push_back(event);
            }
        }
        let (mut typed, mut moved) = (false, None);
        while let Some(event) = self.held.front() {
            let sort = sort(event, text);
            let waits = match sort {
                Sort::Types => self.rest > 0 || moved.is_some(),
                Sort::Moves(_) => self.rest > 0 || typed || moved.is_some(),
                Sort::Clicks => typed,
                Sort::Nothing => false,
            };
            if waits {
                break;
            }
            match sort {
                Sort::Types => typed = true,
                Sort::Moves(frames) => moved = Some(frames),
                Sort::Clicks => moved = Some(FIELD),
                Sort::Nothing => {}
            }
            let pressed = matches!(event, Event::Key { key: Key::Space, pressed: true, .. });
            events.extend(self.held.pop_front());
            if pressed && moved.is_some() && self.held.front().is_some_and(is_blank) {
                events.extend(self.held.pop_front());
            }
        }
        self.rest = moved.unwrap_or(self.rest.saturating_sub(1));
    }

    /// A key that is held down does not run on after it is released.
    fn repeats(&self, event: &Event, text: bool) -> bool {
        let Event::Key { key, pressed: true, .. } = event else { return false };
        let before = self.held.iter().rev().find_map(|held| match held {
            Event::Key { key: other, pressed, .. } if other == key => Some(*pressed),
            _ => None,
        });
        before == Some(true) && matches!(sort(event, text), Sort::Moves(_))
    }
}

/// The letter that comes with the space bar: it is for what the key was for, not for what the key
/// opens.
fn is_blank(event: &Event) -> bool {
    matches!(event, Event::Text(text) if text == " ")
}

fn sort(event: &Event, text: bool) -> Sort {
    match event {
        Event::Copy | Event::Cut | Event::Paste(_) | Event::Text(_) | Event::Ime(_) => Sort::Types,
        Event::Key { key, pressed: true, modifiers, .. } => pressed(*key, *modifiers, text),
        Event::PointerButton { .. } => Sort::Clicks,
        _ => Sort::Nothing,
    }
}

fn pressed(key: Key, modifiers: Modifiers, text: bool) -> Sort {
    let held = modifiers.command || modifiers.alt;
    let along = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End);
    let across = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown);
    if key == Key::Tab && !held || (across || along && !text) && !modifiers.alt {
        return Sort::Moves(FIELD);
    }
    let opens = matches!(
        key,
        Key::Enter | Key::Escape | Key::F1 | Key::F2 | Key::F3 | Key::F4 | Key::F5 | Key::F6
    );
    // Steps and words within a field.
    let edits = along && !modifiers.alt
        || matches!(key, Key::Backspace | Key::Delete)
        || modifiers.command && matches!(key, Key::A | Key::C | Key::V | Key::X | Key::Y | Key::Z);
    // Both together are AltGr, with which people write.
    let writes = edits || modifiers.ctrl && modifiers.alt;
    if opens || key == Key::Space && !text || held && !writes {
        Sort::Moves(DIALOG)
    } else {
        Sort::Types
    }
}
