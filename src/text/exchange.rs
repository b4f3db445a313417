//! Sentences about files that others made: why one is not read, what is odd about another.

use super::Text;
use super::sentence::readable;
use crate::exchange::cash_list::ProfileWrong;
use crate::exchange::{Note, NoteKind, Refused};

impl Text {
    /// The sentence of a file that is not read: what, where, what to do.
    #[must_use]
    pub fn file_refused(&self, refused: &Refused) -> String {
        let (key, words) = refused.reason.parts();
        let sentence = self.quoting(key, &[("words", words)]);
        let place = [("file", readable(&refused.file)), ("line", refused.line.to_string())];
        let place = match (refused.file.is_empty(), refused.line) {
            (true, 0) => String::new(),
            (true, _) => self.format("exchange-place-line", &place[1..]),
            (false, 0) => self.format("exchange-place-file", &place[..1]),
            (false, _) => self.format("exchange-place-both", &place),
        };
        format!("{place}{}{sentence}", if place.is_empty() { "" } else { ": " })
    }

    /// Why a text is no column profile, and where.
    #[must_use]
    pub fn profile_wrong(&self, wrong: ProfileWrong) -> String {
        let place = [("line", wrong.line.to_string()), ("column", wrong.column.to_string())];
        self.format(if wrong.is_json { "cash-profile-field" } else { "cash-profile-json" }, &place)
    }

    /// The sentence of something odd about a file.
    #[must_use]
    pub fn file_note(&self, note: &Note) -> String {
        let (key, words) = note.kind.parts();
        let sentence = match &note.kind {
            NoteKind::DayOutsideMonth(day) => self.format(key, &[("day", self.day(*day))]),
            NoteKind::DoesNotAddUp { opening, net, closing } => {
                let figures = [
                    ("opening", self.money(*opening)),
                    ("net", self.money(*net)),
                    ("closing", self.money(*closing)),
                ];
                self.format(key, &figures)
            }
            NoteKind::Gap { closing, opening } => {
                let figures =
                    [("closing", self.money(*closing)), ("opening", self.money(*opening))];
                self.format(key, &figures)
            }
            NoteKind::OddElement { count, .. } | NoteKind::ElementMissing { count, .. } => {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                self.count(key, count, &[("words", words)])
            }
            _ => self.format(key, &[("words", words)]),
        };
        let place = [("file", note.about.clone()), ("line", note.line.to_string())];
        match (note.about.is_empty(), note.line) {
            (true, 0) => sentence,
            (true, _) => format!("{}: {sentence}", self.format("exchange-place-line", &place[1..])),
            (false, 0) => format!("{}: {sentence}", note.about),
            (false, _) => format!("{}: {sentence}", self.format("exchange-place-both", &place)),
        }
    }
}
