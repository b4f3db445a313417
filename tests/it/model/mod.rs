//! Random lives of a programme, held against a naive reference that only adds up lists.
//!
//! The reference reads the words of the bodies and knows the rules a second time: `kinds` who may
//! what, `moves` what moves, `verdict` and `rules_*` who is refused and by which code. After each
//! command ledger and list must give the same answer and the same sums; after each life the
//! invariants of docs/architecture.md hold in the file ([`invariants`]).
//!
//! `MODEL_RUNS` and `MODEL_STEPS` set the number of lives and of commands in each, `MODEL_SEED`
//! which ones; a failing life is shrunk to the commands that matter and told as a journal.

mod command;
mod draw_up;
mod draw_up_budget;
mod draw_up_case;
mod facts;
mod invariants;
mod kinds;
mod moves;
mod rules_budget;
mod rules_case;
mod rules_money;
mod start;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::Instant;

use foerderbuch::domain::availability::Own;
use foerderbuch::domain::{FiscalYear, Money, Seq, Stage, TitleKey};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::view::{BalanceRow, GroupBy, Times};
use foerderbuch::store::{Ledger, query};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

use command::Step;
use facts::{Cents, Fact, Facts};
use moves::Place;

use crate::chance::rounds;

/// How often each kind was accepted and refused, and by which codes.
#[derive(Debug, Default)]
struct Tally {
    kinds: BTreeMap<&'static str, (u32, u32)>,
    codes: BTreeMap<String, u32>,
    commands: u32,
    skipped: u32,
}

impl Tally {
    fn with(mut self, other: Self) -> Self {
        for (kind, (accepted, refused)) in other.kinds {
            let sum = self.kinds.entry(kind).or_default();
            *sum = (sum.0 + accepted, sum.1 + refused);
        }
        for (code, times) in other.codes {
            *self.codes.entry(code).or_default() += times;
        }
        self.commands += other.commands;
        self.skipped += other.skipped;
        self
    }
}

/// A ledger and the list beside it.
struct Life {
    ledger: Ledger,
    facts: Facts,
    commands: u32,
    now: i64,
}

/// The number that stands in the environment, or the usual one.
fn count(name: &str, usual: u32) -> u32 {
    u32::try_from(rounds(name, usual as usize)).unwrap()
}

impl Life {
    fn new(tally: &mut Tally) -> Result<Self, TestCaseError> {
        let now = start::noon(start::first_day());
        let ledger = Ledger::in_memory().unwrap();
        let mut life = Self { ledger, facts: Facts::default(), commands: 0, now };
        for fact in start::script() {
            let fact = life.facts.propose(fact);
            life.book(fact, tally)?;
        }
        if life.facts.all.len() < start::script().len() {
            return Err(life.told("the beginning was refused"));
        }
        Ok(life)
    }

    fn step(&mut self, step: &Step, tally: &mut Tally) -> Result<(), TestCaseError> {
        self.commands += 1;
        let days = i64::from(step.wait) * 86_400_000_000;
        let late_evening = if step.dice[7] == 255 { 39_000_000_000 } else { 0 };
        self.now += days;
        let now = self.now + late_evening;
        let Some(fact) = command::propose(&self.facts, step, now, self.commands) else {
            tally.skipped += 1;
            return Ok(());
        };
        self.book(fact, tally)
    }

    /// Books a proposal; ledger and list must agree.
    fn book(&mut self, fact: Fact, tally: &mut Tally) -> Result<(), TestCaseError> {
        let Some(draft) = command::draft(&fact) else {
            tally.skipped += 1;
            return Ok(());
        };
        tally.commands += 1;
        let before = self.ledger.head();
        let stamp = Stamp::new(fact.now, "test".to_owned());
        let answer = ops::book(&mut self.ledger, std::slice::from_ref(&draft), &stamp);
        let kind = fact.kind;
        if let Some(known) = self.facts.all.iter().find(|known| known.uid == fact.uid) {
            return self.repeated(&fact, known, &answer);
        }
        let expected = verdict::of(&self.facts, &fact);
        let counted = tally.kinds.entry(kind).or_default();
        match answer {
            Ok(seqs) if expected.is_empty() && seqs == [fact.seq] => {
                counted.0 += 1;
                let mut fact = fact;
                // Two entries of one moment follow each other by a microsecond.
                fact.now = fact.now.max(before.recorded_at + 1);
                self.facts.take(fact);
                self.same_sums()
            }
            Err(Failure::Refused { refusal, .. }) if expected.contains(refusal.code()) => {
                counted.1 += 1;
                *tally.codes.entry(refusal.code().to_owned()).or_default() += 1;
                if self.ledger.head() != before {
                    return Err(self.told("refused, and the head is another"));
                }
                Ok(())
            }
            answer => {
                let words = serde_json::to_string(&fact.body).unwrap();
                Err(self.told(&format!(
                    "proposal {kind} on {} by {} for {:?} at {} ref {:?}: {words}\n\
                     the ledger says {answer:?}\nthe list says {expected:?}",
                    fact.on,
                    fact.actor,
                    fact.recipient,
                    facts::berlin(fact.now),
                    fact.reference,
                )))
            }
        }
    }

    /// I4: the same uid with the same words gives the old number, with others a refusal.
    fn repeated(
        &self,
        fact: &Fact,
        known: &Fact,
        answer: &Result<Vec<Seq>, Failure>,
    ) -> Result<(), TestCaseError> {
        let last = self.facts.all.last().map_or(0, |last| last.now);
        let expected = if fact.now < last - 300_000_000 {
            "D05"
        } else if fact.voucher == known.voucher {
            "ok"
        } else {
            "R08"
        };
        let said = match answer {
            Ok(seqs) if *seqs == [known.seq] => "ok",
            Ok(_) => "another number",
            Err(Failure::Refused { refusal, .. }) => refusal.code(),
            Err(Failure::Store(_)) => "an error of the file",
        };
        if said == expected && self.ledger.head().seq + 1 == self.facts.next() {
            Ok(())
        } else {
            Err(self.told(&format!("I4: {said} instead of {expected} for entry {}", known.seq)))
        }
    }

    /// Balances by every grouping, at the last and at an earlier pair of times, availability, and
    /// the identity of every title and year.
    fn same_sums(&self) -> Result<(), TestCaseError> {
        let last = self.facts.all.last().unwrap();
        let all = Times { as_of: facts::berlin(self.now.max(last.now)), known: last.seq };
        let earlier = Times { as_of: last.on, known: last.seq - last.seq % 7 };
        for (times, groups) in [(all, &GROUPS[..]), (earlier, &GROUPS[2..3])] {
            for by in groups {
                let found = query::balance(&self.ledger, times, *by).unwrap();
                let rows = found.rows.into_iter().map(|row| (row.key.clone(), cents(&row)));
                let found: BTreeMap<String, Sums> =
                    rows.chain([("total".to_owned(), cents(&found.total))]).collect();
                let mut expected = sums(&self.facts, times, *by);
                expected.retain(|key, sums| {
                    key == "total" || found.contains_key(key) || !sums.is_zero()
                });
                let same = expected
                    .iter()
                    .all(|(key, sums)| found.get(key).is_some_and(|found| found == sums));
                let more =
                    found.iter().any(|(key, sums)| !sums.is_zero() && !expected.contains_key(key));
                if !same || more {
                    return Err(self.told(&format!("{by:?} {times:?}: {found:?}\n{expected:?}")));
                }
            }
        }
        for ((title, year), found) in query::title_years(&self.ledger, all).unwrap() {
            let amount = |stages: &[&str]| -> Money {
                stages.iter().map(|stage| found.sums.at(Stage::from_name(stage).unwrap())).sum()
            };
            let places = [&moves::ON_THE_WAY[..], &moves::IST, &moves::EXITS].concat();
            if amount(&moves::SOURCES) != amount(&places) {
                return Err(self.told(&format!("I7: {title} {}: {found:?}", year.0)));
            }
        }
        self.same_availability(last)
    }

    fn same_availability(&self, last: &Fact) -> Result<(), TestCaseError> {
        let touched: BTreeSet<(&str, i32)> = last
            .moves
            .iter()
            .map(|moved| &moved.place)
            .filter(|place| place.stage == "available" || place.due != 0)
            .map(|place| (&*place.title, if place.due == 0 { place.year } else { place.due }))
            .collect();
        for (title, year) in touched {
            let line = (&TitleKey::new(title), FiscalYear(year));
            let found =
                query::availability_of(&self.ledger, last.on, line, Own::default()).unwrap();
            let lines: Money = found.lines.iter().map(|(_, amount)| *amount).sum();
            let expected = self.facts.free(last.on, title, year);
            if Cents::from(found.free.cents()) != expected || lines != found.free {
                return Err(self.told(&format!("{title} {year}: {found:?}, list {expected}")));
            }
        }
        Ok(())
    }

    /// The journal so far, and what is wrong.
    fn told(&self, wrong: &str) -> TestCaseError {
        let mut told = String::from("\n");
        for fact in &self.facts.all {
            writeln!(
                told,
                "{:>3} {} {} by {} {} ref {:?} {}",
                fact.seq,
                fact.on,
                fact.kind,
                fact.actor,
                fact.recipient,
                fact.reference,
                serde_json::to_string(&fact.body).unwrap()
            )
            .unwrap();
        }
        TestCaseError::fail(format!("{told}{wrong}"))
    }
}

const GROUPS: [GroupBy; 6] = [
    GroupBy::Stage,
    GroupBy::Year,
    GroupBy::Title,
    GroupBy::Grant,
    GroupBy::Recipient,
    GroupBy::RecipientYear,
];

/// Cents by stage, and what is granted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sums {
    stages: BTreeMap<&'static str, Cents>,
    granted: Cents,
}

impl Sums {
    fn is_zero(&self) -> bool {
        self.granted == 0 && self.stages.is_empty()
    }
}

fn cents(row: &BalanceRow) -> Sums {
    let amounts = row.sums.0.iter().filter(|(_, amount)| !amount.is_zero());
    let stages = amounts.map(|(stage, amount)| (stage.as_str(), amount.cents().into()));
    Sums { stages: stages.collect(), granted: row.granted.cents().into() }
}

/// The sums of the list, grouped.
fn sums(facts: &Facts, times: Times, by: GroupBy) -> BTreeMap<String, Sums> {
    let mut found = BTreeMap::from([("total".to_owned(), Sums::default())]);
    let key = |year: i32, title: &str, grant: &str, recipient: &str| match by {
        GroupBy::Stage => "total".to_owned(),
        GroupBy::Year => year.to_string(),
        GroupBy::Title => title.to_owned(),
        GroupBy::Grant => grant.to_owned(),
        GroupBy::Recipient => recipient.to_owned(),
        GroupBy::RecipientYear => format!("{recipient} {year}"),
    };
    for (place, cents) in facts.places(times.as_of, times.known) {
        let Place { stage, title, year, grant, recipient, .. } = place;
        let cents = if moves::is_source(stage) { -cents } else { cents };
        for key in BTreeSet::from(["total".to_owned(), key(*year, title, grant, recipient)]) {
            *found.entry(key).or_default().stages.entry(*stage).or_default() += cents;
        }
    }
    for fact in facts.all.iter().filter(|f| f.on <= times.as_of && f.seq <= times.known) {
        for line in &fact.lines {
            let own = key(line.year, &line.title, &line.grant, &line.recipient);
            for key in BTreeSet::from(["total".to_owned(), own]) {
                found.entry(key).or_default().granted += line.cents;
            }
        }
    }
    for sums in found.values_mut() {
        sums.stages.retain(|_, cents| *cents != 0);
    }
    found
}

/// Lives are led side by side by this many threads, whatever the machine, each with a seed of its
/// own: the same seed gives the same lives everywhere.
const THREADS: u32 = 4;

#[test]
fn ledger_and_list_give_the_same_answers_and_the_same_sums() {
    let (runs, steps) = (count("MODEL_RUNS", 16), count("MODEL_STEPS", 100) as usize);
    let seed = u64::from(count("MODEL_SEED", 2019));
    let started = Instant::now();
    let tallies: Vec<Tally> = std::thread::scope(|scope| {
        let share = |thread| runs / THREADS + u32::from(thread < runs % THREADS);
        let led: Vec<_> = (0..THREADS)
            .map(|thread| {
                scope.spawn(move || lives(share(thread), steps, seed + u64::from(thread)))
            })
            .collect();
        led.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let tally = tallies.into_iter().fold(Tally::default(), Tally::with);
    tell(&tally);
    println!(
        "{runs} lives of {steps} steps, {} commands, {} that are no drafts, {:.1} s",
        tally.commands,
        tally.skipped,
        started.elapsed().as_secs_f32()
    );
    let accepted = |kind: &str| tally.kinds.get(kind).is_some_and(|(accepted, _)| *accepted > 0);
    let never = kinds::rows().iter().map(|row| row.kind);
    let never: Vec<_> = never.filter(|kind| !accepted(kind)).collect();
    assert!(runs < 500 || never.is_empty(), "never accepted: {never:?}");
}

/// Leads `runs` lives of `steps` commands each, drawn from `seed`.
fn lives(runs: u32, steps: usize, seed: u64) -> Tally {
    let config = Config {
        cases: runs,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: count("MODEL_SHRINK", 4000),
        ..Config::default()
    };
    let tally = std::cell::RefCell::new(Tally::default());
    let lives = std::cell::Cell::new(0);
    let strategy = proptest::collection::vec(command::step(), steps..=steps);
    let ended = TestRunner::new(config).run(&strategy, |steps| {
        let tally = &mut tally.borrow_mut();
        lives.set(lives.get() + 1);
        let mut life = Life::new(tally)?;
        for step in &steps {
            life.step(step, tally)?;
        }
        let broken = invariants::of(&life.ledger, &life.facts);
        if broken.is_empty() { Ok(()) } else { Err(life.told(&broken.join("\n"))) }
    });
    if let Err(error) = ended {
        panic!("life {} of {runs}, seed {seed}: {error}", lives.get());
    }
    tally.into_inner()
}

/// Prints how often each kind was accepted and refused.
#[expect(clippy::print_stdout, reason = "the counts are a result")]
fn tell(tally: &Tally) {
    for row in kinds::rows() {
        let (accepted, refused) = tally.kinds.get(row.kind).copied().unwrap_or_default();
        println!("{:<28}{accepted:>8} accepted{refused:>8} refused", row.kind);
    }
    let codes = tally.codes.iter().map(|(code, count)| format!("{code} {count}"));
    println!("{}", codes.collect::<Vec<_>>().join(", "));
}
