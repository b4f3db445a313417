//! Entries that several messages of a bank tell: each counts once.

use std::collections::HashMap;

use super::statement::Entry;
use crate::domain::reference::folded;
use crate::domain::{Day, Money};

/// What two tellings of one entry of an account have in common besides the amount.
#[derive(PartialEq, Eq, Hash)]
enum Mark {
    /// A reference.
    Reference(String),
    /// Day and purpose, and whether the entry has references of its own.
    Words(Option<Day>, String, bool),
}

/// Entries with the same mark, in the order in which they were told.
#[derive(Default)]
struct Alike {
    places: Vec<usize>,
    /// All before this place are told by the statement of this turn.
    next: usize,
    turn: usize,
}

/// The entries that count so far. Each is found by its marks: a file can have tens of thousands
/// that are alike.
#[derive(Default)]
pub(super) struct Told {
    /// The statement that last told each of them.
    turns: Vec<usize>,
    by_mark: HashMap<(String, Money, Mark), Alike>,
}

fn words(entry: &Entry, has_references: bool) -> Mark {
    let day = entry.booked_on.or(entry.value_on);
    Mark::Words(day, folded(&entry.remittance), has_references)
}

fn references(entry: &Entry) -> impl Iterator<Item = Mark> {
    entry.references.iter().cloned().map(Mark::Reference)
}

impl Told {
    /// True when another statement has told the entry already: the same account and amount, and a
    /// reference in common, or day and purpose where one of the two has no reference.
    pub fn has(&mut self, account: &str, entry: &Entry, turn: usize) -> bool {
        let mut marks: Vec<Mark> = references(entry).collect();
        let is_bare = marks.is_empty();
        marks.push(words(entry, false));
        marks.extend(is_bare.then(|| words(entry, true)));
        let first = marks.into_iter().filter_map(|mark| self.untold(account, entry, mark, turn));
        let Some(place) = first.collect::<Vec<_>>().into_iter().min() else { return false };
        // A second entry of this statement is not the same one once more.
        self.turns[place] = turn;
        true
    }

    /// The first entry with this mark that the statement has not told.
    fn untold(&mut self, account: &str, entry: &Entry, mark: Mark, turn: usize) -> Option<usize> {
        let alike = self.by_mark.get_mut(&(account.to_owned(), entry.amount, mark))?;
        if alike.turn != turn {
            (alike.turn, alike.next) = (turn, 0);
        }
        let of = |alike: &Alike| alike.places.get(alike.next).copied();
        while of(alike).is_some_and(|place| self.turns.get(place) == Some(&turn)) {
            alike.next += 1;
        }
        of(alike)
    }

    /// Takes in an entry that counts.
    pub fn add(&mut self, account: &str, entry: &Entry, turn: usize) {
        let place = self.turns.len();
        self.turns.push(turn);
        let own = words(entry, !entry.references.is_empty());
        for mark in references(entry).chain(std::iter::once(own)) {
            let alike = self.by_mark.entry((account.to_owned(), entry.amount, mark)).or_default();
            if alike.places.last() != Some(&place) {
                alike.places.push(place);
            }
        }
    }
}
