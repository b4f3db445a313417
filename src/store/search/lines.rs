//! Many short texts as one, word by word: most words stand in many texts, so that each of them is
//! kept and looked at once.

use std::ops::Range;

use super::words::{BEGINS, CONTAINS, WHOLE, WORD, Words};
use crate::store::view::search::Fit;

/// Folded texts, each as the places of its words.
#[derive(Debug, Default)]
pub(super) struct Lines {
    words: Words,
    /// One text after the other: for each word its place plus one, twice, and one more when a line
    /// feed stands before it instead of a space; 0 ends a text. Seven bits a byte, the low ones
    /// first.
    told: Vec<u8>,
    /// Where each [`STEP`]th text begins.
    starts: Vec<u32>,
    count: usize,
}

/// Finding a text goes through so many others at most.
const STEP: usize = 8;

/// A word of a text: its place, and whether it begins a line.
type Told = (usize, bool);

impl Lines {
    /// Adds a text; it may have several lines itself.
    pub(super) fn push(&mut self, text: &str) {
        if self.count.is_multiple_of(STEP) {
            room(&mut self.starts, 1);
            // Four gigabytes of texts would be refused long before by the size of a file.
            self.starts.push(u32::try_from(self.told.len()).unwrap_or(u32::MAX));
        }
        for (line, own) in text.split('\n').enumerate() {
            for (at, word) in own.split(' ').enumerate() {
                let feed = line > 0 && at == 0;
                let place = u64::from(self.words.place(word)) + 1;
                self.tell(place << 1 | u64::from(feed));
            }
        }
        self.tell(0);
        self.count += 1;
    }

    fn tell(&mut self, mut number: u64) {
        room(&mut self.told, 5);
        loop {
            let low = u8::try_from(number & 0x7f).unwrap_or_default();
            number >>= 7;
            self.told.push(if number == 0 { low } else { low | 0x80 });
            if number == 0 {
                return;
            }
        }
    }

    /// How many texts there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The text at a place that [`Self::push`] filled.
    pub(super) fn get(&self, at: usize) -> String {
        let mut told = Vec::new();
        self.reading_at(at).next_text(&mut told);
        let mut text = String::new();
        for (at, (place, begins)) in told.into_iter().enumerate() {
            if at > 0 {
                text.push(if begins { '\n' } else { ' ' });
            }
            text.push_str(self.words.get(place));
        }
        text
    }

    fn reading_at(&self, at: usize) -> Reading<'_> {
        let start = self.starts.get(at / STEP).map_or(self.told.len(), |start| *start as usize);
        let mut rest = Reading(self.told.get(start..).unwrap_or_default().iter());
        let mut told = Vec::new();
        for _ in 0..at % STEP {
            rest.next_text(&mut told);
        }
        rest
    }

    /// How the wanted words stand in those that are known; nothing when no text can have them all.
    pub(super) fn wanted(&self, words: &[String]) -> Option<Wanted> {
        let known: Option<_> = words.iter().map(|word| self.words.containing(word)).collect();
        known.map(Wanted).filter(|wanted| !wanted.0.is_empty())
    }

    /// Tells every text that contains all words, in order, with how well it fits.
    pub(super) fn each(&self, words: &[String], found: impl FnMut(usize, Fit)) {
        if let Some(wanted) = self.wanted(words) {
            self.each_of(0..self.count, &wanted, found);
        }
    }

    /// The same, of some texts alone.
    pub(super) fn each_of(
        &self,
        texts: Range<usize>,
        wanted: &Wanted,
        mut found: impl FnMut(usize, Fit),
    ) {
        let mut rest = self.reading_at(texts.start);
        let mut told = Vec::new();
        for at in texts {
            rest.next_text(&mut told);
            if let Some(fit) = fit(&told, &wanted.0) {
                found(at, fit);
            }
        }
    }
}

/// Of each word that is wanted, how it stands in each word that is known.
pub(super) struct Wanted(Vec<Vec<u8>>);

/// Numbers that are yet to be read.
struct Reading<'a>(std::slice::Iter<'a, u8>);

impl Reading<'_> {
    /// The words of the next text.
    fn next_text(&mut self, told: &mut Vec<Told>) {
        told.clear();
        while let Some(number) = self.number()
            && let Some(place) = (number >> 1).checked_sub(1)
        {
            told.push((place, told.is_empty() || number & 1 == 1));
        }
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = usize::from(*self.0.next()?);
            number |= (byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }
}

/// How well a text fits, as `view::search::fit` says it; `known` says of each word that is wanted
/// how it stands in those that are known.
fn fit(told: &[Told], known: &[Vec<u8>]) -> Option<Fit> {
    let stands = |known: &[u8], place: usize, how: u8| {
        known.get(place).is_some_and(|stands| stands & how != 0)
    };
    let somewhere =
        |known: &[u8], how: u8| told.iter().any(|(place, _)| stands(known, *place, how));
    if !known.iter().all(|known| somewhere(known, CONTAINS)) {
        return None;
    }
    let (last, before) = known.split_last()?;
    let mut best = if somewhere(known.first()?, WORD) { Fit::Word } else { Fit::Contains };
    for (at, _) in told.iter().enumerate().filter(|(_, (_, begins))| *begins) {
        let Some((end, _)) = told.get(at + before.len()) else { break };
        let line = told.get(at..=at + before.len()).unwrap_or_default();
        let whole = line.iter().skip(1).all(|(_, begins)| !begins)
            && line.iter().zip(before).all(|((place, _), known)| stands(known, *place, WHOLE));
        if !whole || !stands(last, *end, BEGINS) {
            continue;
        }
        let ends = told.get(at + known.len()).is_none_or(|(_, begins)| *begins);
        if ends && stands(last, *end, WHOLE) {
            return Some(Fit::Exact);
        }
        best = Fit::Begins;
    }
    Some(best)
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
            "eg-2020-00012, bl. 3",
            "a  gera\n\nstadt  b ",
            "gera stadt",
            "stadt geras\nstadt gera 16052",
            "gera/stadt (gera",
            "stadt\ngera",
            "gerastadt 16052\nx",
        ];
        let mut lines = Lines::default();
        for text in texts {
            lines.push(text);
        }
        for (at, text) in texts.into_iter().enumerate() {
            assert_eq!(lines.get(at), text);
        }
        for typed in [
            "gera",
            "16052",
            "a",
            "gera stadt",
            "ger",
            "stadt 16052",
            "x",
            "a b gera",
            "",
            "20",
            "2020-0",
            "stadt gera",
            "stadt ger",
            "gera gera",
            "bl",
            "(gera",
            "gera 1",
            "nirgends",
        ] {
            let words = words(typed);
            let mut found = Vec::new();
            lines.each(&words, |at, fit| found.push((at, fit)));
            let mut cut = Vec::new();
            if let Some(wanted) = lines.wanted(&words) {
                for texts in [0..3, 3..3, 3..9, 9..lines.count()] {
                    lines.each_of(texts, &wanted, |at, fit| cut.push((at, fit)));
                }
            }
            assert_eq!(cut, found, "{typed}");
            let alone: Vec<_> = texts
                .iter()
                .enumerate()
                .filter_map(|(at, text)| Some((at, fit(text, &words)?)))
                .collect();
            assert_eq!(found, alone, "{typed}");
        }
    }

    /// Places of every length are read as they were told.
    #[test]
    fn texts_of_many_words_come_back_as_they_were() {
        let mut lines = Lines::default();
        let text = |at: usize| format!("w{} bl. {}\nw{at}", at / 3, at % 7);
        for at in 0..20_000 {
            lines.push(&text(at));
        }
        for at in [0, 1, 7, 8, 62, 63, 64, 8_190, 8_191, 8_192, 19_999] {
            assert_eq!(lines.get(at), text(at));
        }
        let mut found = Vec::new();
        lines.each(&words("w19999"), |at, fit| found.push((at, fit)));
        assert_eq!(found, [(19_999, Fit::Exact)]);
    }
}
