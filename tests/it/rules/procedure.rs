//! Applications, notices and the states S1 to S16 with their guards.

use foerderbuch::store::query;

use crate::table::{Table, draft};

#[test]
fn an_application_is_examined_before_another_person_decides_on_it() {
    Table::new().run(
        "2020-02-03 | Weber | apply G1 800,00 own 200,00 total 1000,01 | G10
         2020-02-03 | Weber | apply G1 800,00 own 200,00 eligible 1000,01 | G08
         2020-02-03 | Weber | apply G1 800,00 own 200,00 eligible 799,99 | G08
         2020-02-03 | Weber | apply G1 800,00 own -1,00    | G05
         2020-02-03 | Weber | apply G1 0,00 own 1,00       | G05
         2020-02-03 | Roth  | grant bare G1 2020:800,00    | R01
         2020-02-03 | Weber | apply G1 800,00 own 200,00   | ok
                    |       | state G1                     | received
         2020-02-03 | Roth  | grant G1 2020:800,00         | S01
         2020-02-04 | Weber | note G1 begun                | ok
                    |       | state G1                     | in_examination
         2020-02-03 |       | state G1                     | received
         2020-02-05 | Weber | note G1 requested until 2020-02-20 | ok
         2020-02-06 | Weber | note G1 received             | ok
         2020-02-07 | Lang  | examine G1                   | ok
         2020-02-07 | Lang  | examine G1                   | ok
                    |       | state G1                     | examined
         2020-02-06 |       | state G1                     | in_examination
         2020-02-07 | Roth  | grant bare unannounced G1 2020:800,00 | ok
         2020-02-07 |       | state G1                     | issued
         2020-02-07 | Roth  | grant G1 2020:800,00         | R03
         2020-02-07 | Roth  | reject G1.applied            | R03
         2020-02-08 | Weber | note G1 begun                | R03",
    );
}

#[test]
fn applications_are_rejected_by_another_person_or_withdrawn() {
    Table::new().run(
        "2020-02-03 | Weber | apply G1 800,00              | ok
         2020-02-03 | Weber | apply G2 800,00              | ok
         2020-02-04 | Weber | reject G1                    | P02
         2020-02-04 | Roth  | reject G1 as r               | ok
                    |       | state G1                     | rejected
         2020-02-04 | Weber | withdraw G1                  | R03
         2020-02-04 | Roth  | grant G1 2020:1,00           | R03
         2020-02-04 | Weber | withdraw G2                  | ok
                    |       | state G2                     | withdrawn
         2020-02-04 | Lang  | examine G2                   | R03
         2020-02-04 | Roth  | reverse r                    | ok
                    |       | state G1                     | received
         2020-02-05 | Lang  | examine G1                   | ok
         2020-02-05 | Roth  | grant G1 2020:1,00           | ok",
    );
}

#[test]
fn double_funding_and_an_early_start_are_excluded_before_the_notice() {
    Table::new().run(
        "2020-03-02 | Weber | apply G1 800,00              | ok
         2020-03-03 | Lang  | examine G1 double            | ok
         2020-03-03 | Roth  | grant G1 2020:1,00           | S01
         2020-03-02 | Weber | apply G2 800,00              | ok
         2020-03-03 | Lang  | examine G2 contract 2020-03-04 | D04
         2020-03-03 | Lang  | examine G2 contract 2020-03-02 | ok
         2020-03-04 | Roth  | grant G2 2020:1,00           | S01
         2020-03-04 | Weber | early start G2 from 2020-03-02 | P02
         2020-03-04 | Roth  | early start G2 from 2020-03-03 requested 2020-03-03 as e | ok
         2020-03-04 | Roth  | grant G2 2020:1,00           | S01
         2020-03-04 | Roth  | reverse e                    | ok
         2020-03-04 | Roth  | early start G2 from 2020-03-02 requested 2020-03-05 | D04
         2020-03-04 | Roth  | early start G2 from 2020-03-02 | ok
         2020-03-04 | Roth  | grant G2 2020:1,00           | ok
         2020-03-02 | Weber | apply G3 800,00              | ok
         2020-03-03 | Lang  | examine G3 contract 2020-03-02 checked | ok
         2020-03-04 | Roth  | grant G3 2020:1,00           | ok",
    );
}

#[test]
fn a_notice_posted_on_14_september_2020_is_final_on_20_october_2020() {
    Table::new().run(
        "2020-09-14 | Roth  | grant unannounced G1 2020:800,00 | ok
                    |       | final G1                     | never
         2020-09-14 | Lang  | waive G1                     | S01
         2020-09-14 | Lang  | challenge G1                 | S01
         2020-09-14 | Weber | draw G1 2020 1,00            | S02
         2020-09-14 | Lang  | announce G1 post             | ok
         2020-09-14 | Lang  | announce G1 post             | R03
                    |       | final G1                     | 2020-10-20
         2020-09-16 |       | state G1                     | issued
         2020-09-17 |       | state G1                     | announced
         2020-10-19 |       | state G1                     | announced
         2020-10-20 |       | state G1                     | final
         2020-10-19 | Weber | draw G1 2020 1,00            | S02
         2020-10-20 | Weber | draw G1 2020 1,00            | ok
         2020-10-20 |       | state G1                     | in_progress",
    );
}

#[test]
fn a_waiver_received_on_21_september_2020_makes_it_final_on_that_day() {
    Table::new().run(
        "2020-09-14 | Roth  | grant unannounced G1 2020:800,00 | ok
         2020-09-14 | Lang  | announce G1 post             | ok
         2020-09-21 | Lang  | waive G1                     | ok
         2020-09-21 | Lang  | waive G1                     | R03
                    |       | final G1                     | 2020-09-21
         2020-09-20 | Weber | draw G1 2020 1,00            | S02
         2020-09-21 | Weber | draw G1 2020 1,00            | ok",
    );
}

#[test]
fn settings_of_posting_and_objection_move_the_day_on_which_a_notice_is_final() {
    Table::new().run(
        "2020-01-02 | Kern  | setting notice_days 4        | ok
         2020-01-02 | Kern  | setting objection_period 2   | ok
         2020-09-14 | Roth  | grant unannounced G1 2020:800,00 | ok
         2020-09-14 | Lang  | announce G1 post             | ok
                    |       | final G1                     | 2020-11-19
         2020-09-14 | Roth  | grant unannounced G2 2020:800,00 | ok
         2020-09-14 | Lang  | announce G2 receipt          | ok
                    |       | final G2                     | 2020-11-17",
    );
}

#[test]
fn a_challenged_notice_pays_nothing_until_the_challenge_failed() {
    Table::new().run(
        "2020-02-03 | Roth  | grant unannounced G1 2020:800,00 | ok
         2020-02-03 | Lang  | announce G1 receipt          | ok
         2020-02-20 | Lang  | challenge G1 as ch           | ok
                    |       | final G1                     | never
         2020-06-01 |       | state G1                     | challenged
         2020-04-01 | Weber | draw G1 2020 1,00            | S03
         2020-06-02 | Lang  | end ch dismissed             | ok
         2020-06-02 | Lang  | end ch dismissed             | R03
                    |       | final G1                     | 2020-06-02
         2020-06-03 | Weber | draw G1 2020 1,00 as d       | ok
         2020-06-04 | Lang  | challenge G1 as again        | ok
         2020-06-05 | Roth  | order d                      | S03
         2020-06-08 | Lang  | end again annulled           | ok
         2020-06-09 | Roth  | order d                      | S03",
    );
}

#[test]
fn a_case_walks_through_every_state_to_the_archive() {
    Table::new().run(
        "2020-02-03 | Weber | apply G1 800,00              | ok
         2020-02-04 | Weber | note G1 begun                | ok
         2020-02-05 | Lang  | examine G1                   | ok
         2020-02-06 | Roth  | grant unannounced G1 2020:800,00 until 2020-12-31 quota 80 eligible 1000,00 | ok
         2020-02-07 | Lang  | announce G1 receipt          | ok
         2020-03-10 |       | state G1                     | final
         2020-03-10 | Weber | draw G1 2020 800,00 as d     | ok
         2020-03-11 | Roth  | order d as o                 | ok
         2020-03-12 | Lang  | pay o as p                   | ok
         2020-12-31 |       | state G1                     | in_progress
         2021-01-01 |       | state G1                     | proof_due
         2021-01-04 | Weber | proof G1 interim until 2020-12-31 eligible 900,00 as i | ok
         2021-01-05 | Lang  | check i clean settled 1,00   | G05
         2021-01-05 | Lang  | check i clean                | ok
         2021-01-05 |       | state G1                     | proof_due
         2021-02-01 | Lang  | remind G1 until 2021-03-01   | ok
         2021-03-01 | Weber | proof G1 final until 2020-12-31 eligible 900,00 as v | ok
                    |       | state G1                     | proof_received
         2021-03-02 | Roth  | close case G1                | S01
         2021-03-02 | Lang  | check v objections settled 720,00 | ok
                    |       | state G1                     | proof_checked
         2021-03-02 | Roth  | claim p 80,00 ground resolutive_condition as c | ok
                    |       | state G1                     | claimed
         2021-03-02 | Roth  | close case G1                | S01
         2021-03-08 | Lang  | repay c                      | ok
         2021-03-08 |       | state G1                     | proof_checked
         2021-03-09 | Roth  | close case G1 bound 2021-03-08 | D04
         2021-03-09 | Roth  | close case G1 bound 2027-03-09 as e | ok
         2021-03-09 | Roth  | close case G1                | S04
         2021-03-09 | Roth  | increase G1 2021:1,00        | S04
         2021-03-09 | Roth  | amend G1 until 2022-12-31    | S04
         2021-03-09 | Weber | draw G1 2020 1,00            | S04
         2027-03-09 |       | state G1                     | closed
         2027-03-10 |       | state G1                     | archivable
         2021-03-10 | Roth  | claim p 20,00 ground revocation as late | ok
         2021-03-10 |       | balance 2020                 | reclaimed 20,00, granted 700,00",
    );
}

#[test]
fn a_closed_case_takes_no_commitment_back() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:100,00         | ok
         2020-02-03 | Roth  | grant G2 2020:100,00         | ok
         2020-02-04 | Weber | draw G1 2020 100,00 as d     | ok
         2020-02-05 | Roth  | order d as o                 | ok
         2020-02-06 | Lang  | pay o as p                   | ok
         2020-02-04 | Weber | draw G2 2020 50,00 as d2     | ok
         2020-02-05 | Roth  | order d2 as o2               | ok
         2020-02-06 | Lang  | pay o2 as p2                 | ok
         2021-01-29 | Kern  | close books 2020 actual 150,00 | ok
         2021-02-01 | Lang  | unused p 40,00 revenue 2021 as u | ok
         2021-03-01 | Weber | proof G1 final until 2020-12-31 eligible 100,00 as v | ok
         2021-03-02 | Lang  | check v clean settled 100,00 | ok
         2021-03-03 | Roth  | close case G1                | ok
         2021-03-04 | Roth  | restore u 2021:40,00         | S04",
    );
}

#[test]
fn a_grant_revoked_in_full_is_revoked_once_nothing_is_open() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:100,00         | ok
         2020-02-04 | Weber | draw G1 2020 60,00 as d      | ok
         2020-02-05 | Roth  | order d as o                 | ok
         2020-02-06 | Lang  | pay o as p                   | ok
         2020-03-02 | Roth  | reduce G1 2020:40,00         | ok
         2020-03-02 | Roth  | claim p 60,00 ground revocation as c | ok
         2020-03-03 |       | state G1                     | claimed
         2020-03-09 | Lang  | repay c                      | ok
         2020-03-10 |       | state G1                     | revoked
                    |       | balance 2020                 | granted 0,00, available 10000,00, actual 0,00",
    );
}

#[test]
fn a_ledger_is_founded_once() {
    let mut table = Table::new();
    let founding = query::event(&table.ledger, 1).unwrap().unwrap();
    let again = draft("2020-02-03", "Weber", "", founding.body);
    assert_eq!(table.book(&again), Err("R09".into()));
}
