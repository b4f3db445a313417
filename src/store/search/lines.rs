//! Many short texts as one: looking through a million of them is one pass over memory.

use memchr::memchr;
use memchr::memmem::Finder;

use crate::store::view::search::{Fit, Wanted};

/// Folded texts one after the other, each ended by a line feed, and where each begins.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    starts: Vec<u32>,
}

impl Lines {
    /// Adds a text; it may have several lines itself.
    pub(super) fn push(&mut self, text: &str) {
        room(&mut self.starts, 1);
        // Four gigabytes of texts would be refused long before by the size of a file.
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let more = text.len() + 1;
        if self.text.capacity() - self.text.len() < more {
            self.text.reserve_exact(more.max(self.text.len() / 8));
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds all texts of another one.
    pub(super) fn append(&mut self, other: &Self) {
        for at in 0..other.starts.len() {
            self.push(other.get(at));
        }
    }

    /// The text at a place that [`Self::push`] filled.
    pub(super) fn get(&self, at: usize) -> &str {
        let start = self.starts.get(at).map_or(self.text.len(), |start| *start as usize);
        self.text.get(start..self.end(at)).unwrap_or_default()
    }

    /// Where a text ends, without its line feed.
    fn end(&self, at: usize) -> usize {
        let next = self.starts.get(at + 1).map_or(self.text.len(), |start| *start as usize);
        next.saturating_sub(1)
    }

    /// Tells every text that contains all words, in order, with how well it fits.
    pub(super) fn each(&self, words: &[String], mut found: impl FnMut(usize, Fit)) {
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return };
        let wanted = (words.len() > 1).then(|| Wanted::new(words));
        let (finder, bytes) = (Finder::new(longest.as_bytes()), self.text.as_bytes());
        let (mut at, mut from) = (0, 0);
        while let Some(place) = finder.find(bytes.get(from..).unwrap_or_default()) {
            let place = from + place;
            while place > self.end(at) {
                at += 1;
            }
            let end = self.end(at);
            let fit = match &wanted {
                Some(wanted) => wanted.fit(self.get(at)),
                None => Some(self.best_from(place, end, (&finder, longest))),
            };
            if let Some(fit) = fit {
                found(at, fit);
            }
            // The next text: a word that stands in all of them is not looked for twice in one.
            at += 1;
            from = end + 1;
        }
    }

    /// How well a single word fits a text that ends at `end`, where it stands first at `place`.
    fn best_from(&self, place: usize, end: usize, (finder, word): (&Finder<'_>, &str)) -> Fit {
        let mut best = self.fit_at(place, word);
        let mut from = place + word.len();
        while best > Fit::Exact {
            let rest = self.text.as_bytes().get(from..end).unwrap_or_default();
            // What begins a line, but is not all of it, can only be all of another line.
            if best == Fit::Begins && memchr(b'\n', rest).is_none() {
                break;
            }
            let Some(next) = finder.find(rest) else { break };
            best = best.min(self.fit_at(from + next, word));
            from += next + word.len();
        }
        best
    }

    /// How well a single word fits that stands at a place.
    fn fit_at(&self, place: usize, word: &str) -> Fit {
        let before = self.text.get(..place).and_then(|text| text.chars().next_back());
        match before {
            None | Some('\n') => {
                let ends = self.text.as_bytes().get(place + word.len()) == Some(&b'\n');
                if ends { Fit::Exact } else { Fit::Begins }
            }
            Some(before) if before.is_alphanumeric() => Fit::Contains,
            Some(_) => Fit::Word,
        }
    }
}

/// Makes room for more, an eighth in advance: doubling would leave half of it empty.
pub(super) fn room<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more.max(list.len() / 8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::view::search::{fit, words};

    /// The pass over all texts answers what each text answers alone.
    #[test]
    fn texts_are_found_together_as_alone() {
        let texts = [
            "gera",
            "stadt gera\n16052",
            "",
            "wegerand gera",
            "ger",
            "a gera b",
            "gerade\ngera",
            "wegera\ngerade",
            "gera",
        ];
        let mut lines = Lines::default();
        for text in texts {
            lines.push(text);
        }
        for typed in ["gera", "16052", "a", "gera stadt", "ger", "stadt 16052", "x", "a b gera", ""]
        {
            let words = words(typed);
            let mut found = Vec::new();
            lines.each(&words, |at, fit| found.push((at, fit)));
            let alone: Vec<_> = texts
                .iter()
                .enumerate()
                .filter_map(|(at, text)| Some((at, fit(text, &words)?)))
                .collect();
            assert_eq!(found, alone, "{typed}");
        }
    }
}
