//! What is told while the pointer rests on something.

use eframe::egui::{Response, WidgetText};

/// Tells something while the pointer rests on it, but nothing of what lies below a dialog or the
/// search: what is open when one comes would stand above it.
pub trait Hint {
    /// Beside it.
    fn hint(self, words: impl Into<WidgetText>) -> Self;

    /// At the pointer.
    fn hint_at_pointer(self, words: impl Into<WidgetText>) -> Self;
}

impl Hint for Response {
    fn hint(self, words: impl Into<WidgetText>) -> Self {
        if is_below(&self) { self } else { self.on_hover_text(words) }
    }

    fn hint_at_pointer(self, words: impl Into<WidgetText>) -> Self {
        if is_below(&self) { self } else { self.on_hover_text_at_pointer(words) }
    }
}

fn is_below(response: &Response) -> bool {
    !response.ctx.memory(|memory| memory.allows_interaction(response.layer_id))
}

/// What a cell says, after the name of its column.
#[must_use]
pub fn of_column(head: &str, words: &str) -> String {
    if head.is_empty() { words.to_owned() } else { [head, words].join(": ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_told_with_the_name_of_its_column() {
        assert_eq!(of_column("Ansatz", "20.000.000,00"), "Ansatz: 20.000.000,00");
        assert_eq!(of_column("", "Summe"), "Summe");
    }
}
