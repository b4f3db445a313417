//! The words of many texts, each of them once.

use std::hash::{BuildHasher as _, RandomState};

use hashbrown::HashTable;
use memchr::memmem::Finder;

use super::lines::room;

/// How what is looked for stands in a word: somewhere,
pub(super) const CONTAINS: u8 = 1;
/// not behind a letter or a figure,
pub(super) const WORD: u8 = 2;
/// at its beginning,
pub(super) const BEGINS: u8 = 4;
/// as all of it.
pub(super) const WHOLE: u8 = 8;

/// Words without spaces and line feeds, one after the other, each ended by a line feed.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    starts: Vec<u32>,
    places: HashTable<u32>,
    hash: RandomState,
}

impl Words {
    /// The place of a word, which is a new one for a new word.
    pub(super) fn place(&mut self, word: &str) -> u32 {
        let hash = self.hash.hash_one(word);
        let own = |place: &u32| at(&self.text, &self.starts, *place as usize);
        if let Some(place) = self.places.find(hash, |place| own(place) == word) {
            return *place;
        }
        let place = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        self.places.insert_unique(hash, place, |place| self.hash.hash_one(own(place)));
        room(&mut self.starts, 1);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let more = word.len() + 1;
        if self.text.capacity() - self.text.len() < more {
            self.text.reserve_exact(more.max(self.text.len() / 8));
        }
        self.text.push_str(word);
        self.text.push('\n');
        place
    }

    /// The word at a place.
    pub(super) fn get(&self, place: usize) -> &str {
        at(&self.text, &self.starts, place)
    }

    /// How what is looked for stands in each word; none when it stands in none of them.
    pub(super) fn containing(&self, wanted: &str) -> Option<Vec<u8>> {
        let (finder, bytes) = (Finder::new(wanted.as_bytes()), self.text.as_bytes());
        let mut stands: Option<Vec<u8>> = None;
        let (mut place, mut from) = (0, 0);
        while let Some(found) = finder.find(bytes.get(from..).unwrap_or_default()) {
            let begins = |place: usize| self.starts.get(place).map(|start| *start as usize);
            while begins(place + 1).is_some_and(|next| next <= from + found) {
                place += 1;
            }
            let stands = stands.get_or_insert_with(|| vec![0; self.starts.len()]);
            if let Some(slot) = stands.get_mut(place) {
                *slot = how(self.get(place), wanted);
            }
            let Some(next) = begins(place + 1) else { break };
            from = next;
        }
        stands
    }
}

/// The word at a place, without its line feed.
fn at<'a>(text: &'a str, starts: &[u32], place: usize) -> &'a str {
    let begins = |place: usize| starts.get(place).map_or(text.len(), |start| *start as usize);
    text.get(begins(place)..begins(place + 1).saturating_sub(1)).unwrap_or_default()
}

fn how(word: &str, wanted: &str) -> u8 {
    let begins = |at: usize| {
        let before = word.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    let mut how = CONTAINS;
    if word.match_indices(wanted).any(|(at, _)| begins(at)) {
        how |= WORD;
    }
    if word.starts_with(wanted) {
        how |= BEGINS;
    }
    if word == wanted {
        how |= WHOLE;
    }
    how
}
