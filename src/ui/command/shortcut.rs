//! Keys that call a command, as a German office keyboard has them.

use eframe::egui::{Event, InputState, Key, Modifiers};

use crate::text::Text;

/// A key with what is held down beside it.
///
/// Never Strg+Alt: that is AltGr, with which people write €, @ and {.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Strg.
    pub ctrl: bool,
    /// Umschalt.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The key.
    pub key: Key,
}

/// A key alone.
#[must_use]
pub const fn key(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

/// A key with Strg.
#[must_use]
pub const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}

/// A key with Strg and Umschalt.
#[must_use]
pub const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, alt: false, key }
}

/// A key with Umschalt.
#[must_use]
pub const fn shift(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: false, key }
}

/// A key with Alt.
#[must_use]
pub const fn alt(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}

impl Shortcut {
    /// As it stands on the keys: "Strg+Umschalt+P", "Ctrl+Shift+P".
    #[must_use]
    pub fn words(self, text: &Text) -> String {
        let held = [
            (self.ctrl, "command-key-ctrl"),
            (self.alt, "command-key-alt"),
            (self.shift, "command-key-shift"),
        ];
        let held = held.into_iter().filter(|(down, _)| *down).map(|(_, key)| text.get(key));
        let name = match self.key {
            Key::Plus => "+".to_owned(),
            Key::Minus => "−".to_owned(),
            Key::Tab => text.get("command-key-tab"),
            Key::PageUp => text.get("command-key-page-up"),
            Key::PageDown => text.get("command-key-page-down"),
            Key::ArrowLeft => text.get("command-key-left"),
            other => other.symbol_or_name().to_owned(),
        };
        held.chain(std::iter::once(name)).collect::<Vec<_>>().join("+")
    }

    /// True when a text field needs the key for itself: what writes, moves or deletes in it.
    #[must_use]
    pub const fn edits_text(self) -> bool {
        let moves = matches!(
            self.key,
            Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
                | Key::Home
                | Key::End
                | Key::Backspace
                | Key::Delete
                | Key::Insert
        );
        let clipboard = matches!(
            self.key,
            Key::A | Key::C | Key::H | Key::U | Key::V | Key::W | Key::X | Key::Y | Key::Z
        );
        let writes =
            !self.ctrl && !self.alt && !matches!(self.key, Key::F1 | Key::F3 | Key::F5 | Key::F6);
        moves || (self.ctrl && clipboard) || writes
    }

    /// True when it was pressed; whoever comes later does not see the key any more.
    pub fn consume(self, input: &mut InputState) -> bool {
        let mut pressed = false;
        input.events.retain(|event| {
            let own = matches!(event, Event::Key { key, modifiers, pressed: true, .. }
                if *key == self.key && self.held(*modifiers));
            pressed |= own;
            !own
        });
        pressed
    }

    /// True when exactly these are held down; + may need Umschalt on other keyboards.
    const fn held(self, modifiers: Modifiers) -> bool {
        let shift = matches!(self.key, Key::Plus) || modifiers.shift == self.shift;
        (modifiers.ctrl || modifiers.command) == self.ctrl && modifiers.alt == self.alt && shift
    }
}
