//! Lines that ask: balances, states, finality, what is available.

use foerderbuch::domain::availability::Own;
use foerderbuch::domain::{Money, Stage};
use foerderbuch::store::query;
use foerderbuch::store::view::{CaseRow, Times};

use super::Table;
use super::words::{Words, day, money};

impl Table {
    /// True when the line asks and books nothing.
    #[track_caller]
    pub fn answers(&self, on: &str, what: &str, expected: &str) -> bool {
        let mut times = self.times();
        if !on.is_empty() {
            times.as_of = day(on);
        }
        let mut words = Words::new(what);
        match words.next() {
            "balance" => self.check_balance(times, &mut words, expected),
            "state" => {
                let state = self.case(times, words.next()).state;
                assert_eq!(state.as_str(), expected, "{what}");
            }
            "final" => {
                let day = self.case(times, words.next()).final_on;
                let day = day.map_or_else(|| "never".to_owned(), |day| day.to_string());
                assert_eq!(day, expected, "{what}");
            }
            "available" => {
                let (title, year) = (words.title(), words.year());
                let line = (&title, year);
                let found = query::availability_of(&self.ledger, times.as_of, line, Own::default())
                    .unwrap();
                assert_eq!(found.free, money(expected), "{what}");
            }
            _ => return false,
        }
        true
    }

    pub fn case(&self, times: Times, grant: &str) -> CaseRow {
        let cases = query::cases(&self.ledger, times).unwrap();
        let found = cases.into_iter().find(|case| case.grant.as_str() == grant);
        found.unwrap_or_else(|| panic!("no case {grant}"))
    }

    /// `balance 2020` against "stage amount, stage amount", of one title or, with `all`, of all;
    /// the identity of section 1 holds for every title and year.
    #[track_caller]
    fn check_balance(&self, times: Times, words: &mut Words<'_>, expected: &str) {
        let title = words.title();
        let year = words.year();
        let rows = query::title_years(&self.ledger, times).unwrap();
        for (key, row) in &rows {
            assert_identity(&format!("{key:?}"), |stage| row.sums.at(stage));
        }
        let row = rows.get(&(title, year)).cloned().unwrap_or_default();
        for pair in expected.split(", ") {
            let (stage, amount) = pair.split_once(' ').unwrap();
            let found = match stage {
                "actual" => row.sums.actual(),
                "open" => row.sums.open(),
                "granted" => row.new + row.from_authority + row.carried,
                name => row.sums.at(Stage::from_name(name).unwrap_or_else(|| panic!("{name}"))),
            };
            assert_eq!(found, money(amount), "{year:?}: {stage}");
        }
    }

    /// The identity of every title and year on every day.
    #[track_caller]
    pub fn assert_identities(&self) {
        for (key, row) in query::title_years(&self.ledger, self.times()).unwrap() {
            assert_identity(&format!("{key:?}"), |stage| row.sums.at(stage));
        }
    }
}

/// Sources = places + exits, to the cent.
#[track_caller]
fn assert_identity(what: &str, at: impl Fn(Stage) -> Money) {
    use Stage as S;
    let sum = |stages: &[Stage]| stages.iter().map(|stage| at(*stage)).sum::<Money>();
    let sources = sum(&[S::Appropriated, S::Exceeded, S::CoverIn, S::CarriedIn]);
    let places = sum(&[S::Available, S::Blocked]) + sum(&Stage::OPEN) + sum(&Stage::ACTUAL);
    let exits = sum(&[S::CoverOut, S::CarriedOut, S::Lapsed]);
    assert_eq!(sources, places + exits, "{what}");
}
