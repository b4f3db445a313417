//! Every refusal that a person can meet, and every kind of event, occurs in a table.

use std::collections::BTreeSet;
use std::path::Path;

use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{Kind, Refusal};

use crate::table::Table;

/// Codes that no table can reach, each with its reason.
const EXCEPTIONS: [(&str, &str); 1] =
    [("X01", "the database refuses by itself only what the program let through: tamper.rs")];

/// `"P01"` between quotes or as the last cell of a table.
fn codes_in(text: &str, found: &mut BTreeSet<String>) {
    for line in text.lines() {
        let last = line.rsplit("| ").next().unwrap_or_default();
        let cell = last.split(['"', '\\']).next().unwrap_or_default().trim();
        let quoted = line.split('"').skip(1).step_by(2);
        let table = line.contains(" | ").then_some(cell);
        for word in quoted.chain(table).filter(|word| is_code(word)) {
            found.insert(word.to_owned());
        }
    }
}

/// A letter and two digits; those of I name invariants.
fn is_code(word: &str) -> bool {
    word.len() == 3
        && !word.starts_with('I')
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word[1..].chars().all(|c| c.is_ascii_digit())
}

#[test]
fn every_refusal_code_is_the_expected_end_of_a_line_in_some_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all: BTreeSet<String> = Refusal::CODES.iter().map(|code| (*code).to_owned()).collect();
    let mut met = BTreeSet::new();
    let rules = std::fs::read_dir(root.join("tests/it/rules")).unwrap().flatten();
    let files = rules.map(|entry| entry.path()).filter(|path| !path.ends_with("codes.rs"));
    for path in files.chain([root.join("tests/it/ledger_rules.rs")]) {
        codes_in(&std::fs::read_to_string(path).unwrap(), &mut met);
    }
    met.extend(EXCEPTIONS.iter().map(|(code, _)| (*code).to_owned()));
    assert_eq!(all.difference(&met).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(met.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_state_of_a_case_is_the_answer_of_some_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tables = std::fs::read_to_string(root.join("tests/it/rules/procedure.rs")).unwrap();
    for state in CaseState::ALL {
        let answer = |line: &str| {
            line.contains("| state ") && line.trim_end_matches(['"', ',']).ends_with(state.as_str())
        };
        assert!(tables.lines().any(answer), "{state:?}");
    }
}

/// A programme from its first budget to a settled year and a closed case.
const LIFE: &str = "2020-01-02 | Kern  | setting base_rate 2016-07-01 2022-12-31 -0.88 | ok
         2020-01-02 | Kern  | title                                  | ok
         2020-01-02 | Kern  | draft 2022 9000,00                     | ok
         2020-01-02 | Kern  | supplement 2020 500,00                 | ok
         2020-01-02 | Kern  | excess 2020 500,00                     | ok
         2020-01-02 | Kern  | cover 2020 1000,00                     | ok
         2020-01-02 | Kern  | block 2020 100,00 as b                 | ok
         2020-01-03 | Kern  | lift b 60,00                           | ok
         2020-01-03 | Kern  | block authority 2020>2021 500,00 as ba | ok
         2020-01-04 | Kern  | lift ba                                | ok
         2020-01-04 | Kern  | provisional 2021 until 2021-01-31      | ok
         2020-01-06 | Weber | apply G0 10,00                         | ok
         2020-01-06 | Roth  | reject G0                              | ok
         2020-01-06 | Weber | apply G9 10,00                         | ok
         2020-01-06 | Weber | withdraw G9                            | ok
         2020-01-06 | Weber | apply G1 3000,00                       | ok
         2020-01-07 | Weber | note G1 begun                          | ok
         2020-01-08 | Lang  | examine G1                             | ok
         2020-01-08 | Roth  | early start G1 from 2020-01-08         | ok
         2020-01-09 | Roth  | grant G1 2020:1500,00 2021:1000,00/2020 | ok
         2020-01-09 | Roth  | grant G2 2020:300,00                   | ok
         2020-01-10 | Lang  | challenge G1 as ch                     | ok
         2020-01-20 | Lang  | end ch dismissed                       | ok
         2020-01-21 | Roth  | amend G1 until 2022-06-30              | ok
         2020-01-21 | Roth  | increase G1 2020:100,00                | ok
         2020-01-21 | Roth  | reduce G1 2020:50,00                   | ok
         2020-01-21 | Roth  | shift G1 from 2020:50,00 to 2021:50,00/2020 | ok
         2020-01-21 | Lang  | benefit G1 16066093                    | ok
         2020-02-03 | Weber | draw G1 2020 900,00 as d               | ok
         2020-02-03 | Weber | draw G1 2020 10,00 as x                | ok
         2020-02-03 | Weber | draw G1 2020 10,00 as y                | ok
         2020-02-04 | Sommer | send back d                           | ok
         2020-02-04 | Roth  | shorten d 100,00                       | ok
         2020-02-04 | Roth  | reject x                               | ok
         2020-02-04 | Lang  | withdraw y                             | ok
         2020-02-05 | Roth  | order d 100,00 as o1                   | ok
         2020-02-05 | Roth  | cancel o1                              | ok
         2020-02-06 | Roth  | order d 800,00 as o                    | ok
         2020-02-06 | Lang  | hand over o                            | ok
         2020-02-07 | Lang  | pay o as p                             | ok
         2020-02-08 | Lang  | reconcile p                            | ok
         2020-02-10 | Lang  | rebook p 100,00 to G2                  | ok
         2020-03-02 | Roth  | claim p 200,00 effect 2020-02-07 as c  | ok
         2020-03-03 | Roth  | annul c 50,00                          | ok
         2020-03-03 | Roth  | defer c until 2020-06-01               | ok
         2020-03-03 | Brandt | waive c 10,00                         | ok
         2020-03-07 | Lang  | repay c 140,00                         | ok
         2020-03-09 | Roth  | interest p delay 1,37 on 400,00 from 2020-02-07 until 2020-03-07 year 2020 as i | ok
         2020-03-10 | Lang  | receive i 1,00 year 2020               | ok
         2020-03-10 | Brandt | waive i 0,37                          | ok
         2020-06-01 | Weber | milestone M1                           | ok
         2020-06-01 | Weber | forecast M1 at 2020-09-01              | ok
         2020-06-01 | Weber | reach M1                               | ok
         2020-06-01 | Weber | indicator I1                           | ok
         2020-06-01 | Weber | read I1 3                              | ok
         2020-12-31 | Kern  | lapse authority 2020>2021 100,00       | ok
         2021-01-29 | Kern  | close books 2020 actual 660,00         | ok
         2021-02-01 | Lang  | return p 100,00 held as r              | ok
         2021-02-01 |       | new account                            | ok
         2021-02-02 | Roth  | order r as h                           | ok
         2021-02-03 | Lang  | pay h                                  | ok
         2021-02-04 | Lang  | unused p 50,00 revenue 2021 as u       | ok
         2021-02-05 | Roth  | restore u 2021:50,00                   | ok
         2021-02-08 | Kern  | carry over 2020 800,00 additional of G1 | ok
         2021-02-08 | Kern  | carry over 2020 200,00 charged of G2   | ok
         2021-02-08 | Kern  | lapse 2020 8300,00                     | ok
         2021-02-08 | Kern  | lapse blocked 2020 40,00               | ok
         2021-02-08 | Kern  | lapse con 2020 1000,00                 | ok
         2021-02-09 | Kern  | settle 2020                            | ok
         2021-03-01 | Weber | proof G2 final until 2020-12-31 eligible 100,00 as v | ok
         2021-03-02 | Lang  | remind G1 until 2021-06-01             | ok
         2021-03-02 | Lang  | check v clean settled 100,00           | ok
         2021-03-02 | Roth  | reduce G2 2021:200,00                  | ok
         2021-03-03 | Roth  | close case G2 as e                     | ok
         2021-03-03 | Roth  | reverse e                              | ok
         2021-03-04 | Lang  | json document_issued {\"document\":\"x\",\"as_of\":\"2021-03-01\",\"known\":1,\"language\":\"de\",\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"length\":1} | ok
         2021-03-05 | Lang  | json ledger_restored {\"known\":1,\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"} | ok
         2021-03-05 | Lang  | json cash_list_read {\"first\":\"2021-03-01\",\"last\":\"2021-03-04\"} | ok";

#[test]
fn one_programme_takes_every_kind_of_event() {
    let mut table = Table::new();
    table.run(LIFE);
    let missing: Vec<Kind> =
        Kind::ALL.iter().copied().filter(|kind| !table.kinds.contains(kind)).collect();
    assert_eq!(missing, []);
}
