//! Several statements as one account: what is there twice counts once, and what is missing
//! between them is noted.

use std::collections::{HashMap, HashSet};

use super::problem::{Note, NoteKind, add};
use super::statement::{Balance, BankFile, Entry, Message, Statement, Status};
use super::told::Told;
use crate::domain::{Day, Money};

impl BankFile {
    /// What is there twice counts once; what is missing between statements is noted.
    pub(super) fn settle(&mut self) {
        let again = |kind: &NoteKind| matches!(kind, NoteKind::Gap { .. } | NoteKind::ToldAgain(_));
        self.notes.retain(|note| !again(&note.kind));
        self.drop_repeated();
        let chains = self.chains();
        self.mark_told_again(&chains);
    }

    /// Marks what a file tells in pieces without balances: each goes on where the one before ends.
    pub(super) fn mark_pieces(&mut self) {
        let mut known: HashSet<(String, Message)> = HashSet::new();
        for one in &mut self.statements {
            let is_later = !known.insert((one.account().to_owned(), one.message));
            one.continues = is_later && ends(one).is_none();
        }
    }

    /// A statement that is there twice counts once.
    fn drop_repeated(&mut self) {
        let mut kept: Vec<Statement> = Vec::with_capacity(self.statements.len());
        let mut known: HashSet<Statement> = HashSet::new();
        for statement in std::mem::take(&mut self.statements) {
            if statement.entries.is_empty() || known.insert(plain(&statement)) {
                kept.push(statement);
            } else {
                let about = statement.label();
                add(&mut self.notes, Note { kind: NoteKind::Repeated, line: 0, about });
            }
        }
        self.statements = kept;
    }

    /// An entry that another statement has told already counts once; statements of one chain
    /// follow each other and never tell the same. A report or notification gives way to a
    /// statement, an announced entry to the booked one.
    fn mark_told_again(&mut self, chains: &[usize]) {
        self.statements.iter_mut().flat_map(|one| &mut one.entries).for_each(|it| it.again = false);
        if self.statements.len() < 2 {
            return;
        }
        let of = |(at, one): (usize, &Statement)| match one.message {
            Message::Statement => chains[at],
            _ => chains.len() + at,
        };
        let turns: Vec<usize> = self.statements.iter().enumerate().map(of).collect();
        let mut order: Vec<usize> = (0..self.statements.len()).collect();
        order.sort_by_key(|at| (self.statements[*at].message, turns[*at], *at));
        let mut told = Told::default();
        let mut counts = vec![0_u64; self.statements.len()];
        for booked in [true, false] {
            for at in &order {
                let statement = &mut self.statements[*at];
                let (account, message) = (statement.account().to_owned(), statement.message);
                let turn = turns[*at];
                let those = |entry: &&mut Entry| (entry.status == Status::Booked) == booked;
                for entry in statement.entries.iter_mut().filter(those) {
                    entry.again = told.has((account.as_str(), message), entry, turn);
                    counts[*at] += u64::from(entry.again);
                    if !entry.again {
                        told.add(&account, entry, turn);
                    }
                }
            }
        }
        for (statement, count) in self.statements.iter().zip(counts).filter(|(_, count)| *count > 0)
        {
            let label = statement.label();
            let about = if statement.file.is_empty() { label } else { statement.file.clone() };
            add(&mut self.notes, Note { kind: NoteKind::ToldAgain(count), line: 0, about });
        }
    }

    /// The chain of each statement: one that begins with the closing balance of another one of
    /// the same account follows it. Notes where one begins with another balance than that with
    /// which all before it end; one that begins earlier overlaps them, which is no gap.
    fn chains(&mut self) -> Vec<usize> {
        let mut order: Vec<(usize, &Statement)> = self.statements.iter().enumerate().collect();
        order.sort_by_key(|(_, one)| {
            let day = |balance: &Option<Balance>| balance.as_ref().and_then(|it| it.day);
            (one.account(), one.message, currency(one), day(&one.opening), day(&one.closing))
        });
        let mut chains: Vec<usize> = (0..order.len()).collect();
        let mut found = Vec::new();
        let mut line = Line::default();
        let mut of = None;
        for (at, statement) in order {
            let own = (statement.account(), statement.message, currency(statement));
            if of != Some(own) {
                (of, line) = (Some(own), Line::default());
            }
            let Some((opening, closing)) = ends(statement).filter(|_| !own.0.is_empty()) else {
                line.furthest = None;
                continue;
            };
            if let Some(chain) = line.followed(opening) {
                chains[at] = chain;
            } else if let Some(before) = line.gap(opening) {
                let kind = NoteKind::Gap { closing: before, opening: opening.1 };
                found.push(Note { kind, line: 0, about: statement.label() });
            }
            line.take(opening, closing, chains[at]);
        }
        let mut last: HashMap<(&str, Message), usize> = HashMap::new();
        for (at, one) in self.statements.iter().enumerate() {
            let before = last.entry((one.account(), one.message)).or_insert(chains[at]);
            if one.continues {
                chains[at] = *before;
            }
            *before = chains[at];
        }
        for note in found {
            add(&mut self.notes, note);
        }
        chains
    }
}

/// A balance: its day, as far as it has one, and its amount.
type Point = (Option<Day>, Money);

/// The statements of one account in the order of their days.
#[derive(Default)]
struct Line {
    /// The chains that end with this balance, and on which day.
    tails: HashMap<Money, Vec<(Option<Day>, usize)>>,
    openings: HashSet<Point>,
    /// The closing balance of the latest day.
    furthest: Option<Point>,
}

impl Line {
    /// The chain that ends where a statement begins; it has another end then.
    fn followed(&mut self, opening: Point) -> Option<usize> {
        let tails = self.tails.get_mut(&opening.1)?;
        let place = tails.iter().position(|(day, _)| !is_before(opening.0, *day))?;
        Some(tails.swap_remove(place).1)
    }

    /// The latest balance before a statement that begins after it with another one.
    fn gap(&self, opening: Point) -> Option<Money> {
        let (day, amount) = self.furthest?;
        let overlaps = is_before(opening.0, day) || self.openings.contains(&opening);
        (!overlaps && amount != opening.1).then_some(amount)
    }

    fn take(&mut self, opening: Point, closing: Point, chain: usize) {
        self.openings.insert(opening);
        self.tails.entry(closing.1).or_default().push((closing.0, chain));
        if self.furthest.is_none_or(|(day, _)| !is_before(closing.0, day)) {
            self.furthest = Some(closing);
        }
    }
}

/// True when both days are known and the first is earlier.
fn is_before(one: Option<Day>, other: Option<Day>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one < other)
}

fn currency(statement: &Statement) -> &str {
    statement.opening.as_ref().map_or("", |balance| &balance.currency)
}

/// Opening and closing balance in one currency, both with an amount.
fn ends(statement: &Statement) -> Option<(Point, Point)> {
    let (opening, closing) = (statement.opening.as_ref()?, statement.closing.as_ref()?);
    let same = opening.currency == closing.currency;
    same.then_some(((opening.day, opening.amount?), (closing.day, closing.amount?)))
}

/// A statement by what it says, wherever it stands.
fn plain(statement: &Statement) -> Statement {
    let mut plain = statement.clone();
    plain.file.clear();
    plain.continues = false;
    for entry in &mut plain.entries {
        (entry.line, entry.again) = (0, false);
    }
    plain
}
