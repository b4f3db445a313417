//! Entries that several messages of a bank tell: each counts once.

use std::collections::HashMap;

use super::statement::{Entry, Message};
use crate::domain::reference::folded;
use crate::domain::{Day, Money};

/// What two tellings of one entry of an account have in common besides the amount.
#[derive(PartialEq, Eq, Hash)]
enum Mark {
    /// A reference.
    Reference(String),
    /// Day and the bank's own reference of the entry.
    Servicer(Day, String),
    /// Day and purpose, and which references the entry has.
    Words(Option<Day>, String, Named),
}

/// Which references an entry has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Named {
    Nothing,
    /// None that the bank gave.
    ByOthers,
    ByBank,
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
    /// The statement that last told each of them, or its chain.
    turns: Vec<usize>,
    by_mark: HashMap<(String, Money, Mark), Alike>,
}

fn day(entry: &Entry) -> Option<Day> {
    entry.booked_on.or(entry.value_on)
}

fn words(entry: &Entry, named: Named) -> Mark {
    Mark::Words(day(entry), folded(&entry.remittance), named)
}

fn references(entry: &Entry) -> impl Iterator<Item = Mark> {
    entry.references.iter().cloned().map(Mark::Reference)
}

fn servicer(entry: &Entry) -> Option<Mark> {
    let reference = Some(&entry.servicer_reference).filter(|words| !words.is_empty())?;
    Some(Mark::Servicer(day(entry)?, reference.clone()))
}

const fn named(entry: &Entry) -> Named {
    match (entry.references.is_empty(), entry.servicer_reference.is_empty()) {
        (_, false) => Named::ByBank,
        (false, true) => Named::ByOthers,
        (true, true) => Named::Nothing,
    }
}

/// The marks by which a message finds what others told: a report and a notification repeat with
/// any reference; two statements of one kind, with that of the bank on one day, or on one day
/// with one purpose where one of the two has no reference of the bank.
fn sought(entry: &Entry, message: Message) -> Vec<Mark> {
    let own = named(entry);
    let (mut marks, bare): (Vec<Mark>, bool) = match message {
        Message::Statement => (servicer(entry).into_iter().collect(), own != Named::ByBank),
        _ => (references(entry).collect(), own == Named::Nothing),
    };
    let dated = message != Message::Statement || day(entry).is_some();
    let others: &[Named] = match (message, bare) {
        (_, true) => &[Named::Nothing, Named::ByOthers, Named::ByBank],
        (Message::Statement, false) => &[Named::Nothing, Named::ByOthers],
        (_, false) => &[Named::Nothing],
    };
    marks.extend(others.iter().filter(|_| dated).map(|other| words(entry, *other)));
    marks
}

impl Told {
    /// True when another statement has told the entry of this account and message already.
    pub fn has(&mut self, (account, message): (&str, Message), entry: &Entry, turn: usize) -> bool {
        let marks = sought(entry, message).into_iter();
        let places = marks.filter_map(|mark| self.untold(account, entry, mark, turn));
        let Some(place) = places.collect::<Vec<_>>().into_iter().min() else { return false };
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
        let own = words(entry, named(entry));
        for mark in references(entry).chain(servicer(entry)).chain(std::iter::once(own)) {
            let alike = self.by_mark.entry((account.to_owned(), entry.amount, mark)).or_default();
            if alike.places.last() != Some(&place) {
                alike.places.push(place);
            }
        }
    }
}
