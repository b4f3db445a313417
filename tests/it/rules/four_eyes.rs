//! Four eyes for every kind that needs them, roles with their validity, deputies.

use foerderbuch::domain::Kind;

use crate::table::Table;

/// Neumann may do everything: then only the four eyes stand in the way.
const EVERYTHING: &str =
    "2020-01-02 | Weber | enrol Neumann desk_officer attester approver budget_officer | ok";

/// Lines that a second person may book and that Neumann may not, who booked what they refer to.
const LINES: [(Kind, &str, &str); 16] = [
    (Kind::BankAccountConfirmed, "2020-02-03 | Neumann | account as a | ok", "confirm a"),
    (
        Kind::EarlyStartConsented,
        "2020-02-03 | Neumann | apply G1 800,00 | ok",
        "early start G1 from 2020-02-03",
    ),
    (Kind::ApplicationRejected, "2020-02-03 | Neumann | apply G1 800,00 | ok", "reject G1"),
    (
        Kind::GrantIssued,
        "2020-02-03 | Neumann | apply G1 800,00 | ok
         2020-02-03 | Lang    | examine G1 | ok",
        "grant bare G1 2020:800,00",
    ),
    (Kind::ArithmeticAttested, DRAW, "attest d arithmetic"),
    (Kind::FactuallyAttested, DRAW, "attest d factual"),
    (Kind::DrawReduced, DRAW, "shorten d 1,00"),
    (Kind::DrawRejected, DRAW, "reject d"),
    (Kind::PaymentOrdered, DRAW, "order d 1,00"),
    (
        Kind::HeldOrdered,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Roth    | order d as o | ok
         2020-02-03 | Lang    | pay o as p | ok
         2021-01-29 | Kern    | close books 2020 actual 800,00 | ok
         2021-02-01 | Neumann | return p held as r | ok
         2021-02-01 |         | new account | ok",
        "order r",
    ),
    (
        Kind::PaymentConfirmed,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Neumann | order d as o | ok",
        "pay o",
    ),
    (
        Kind::HeldPaid,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Roth    | order d as o | ok
         2020-02-03 | Lang    | pay o as p | ok
         2021-01-29 | Kern    | close books 2020 actual 800,00 | ok
         2021-02-01 | Weber   | return p held as r | ok
         2021-02-01 |         | new account | ok
         2021-02-01 | Neumann | order r as h | ok",
        "pay h",
    ),
    (
        Kind::ProofChecked,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-03-03 | Neumann | proof G1 final until 2020-03-01 eligible 800,00 as v | ok",
        "check v clean settled 800,00",
    ),
    (Kind::ClaimRaised, PAID, "claim p 100,00"),
    (
        Kind::ClaimWaived,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Roth    | order d as o | ok
         2020-02-03 | Lang    | pay o as p | ok
         2020-02-04 | Neumann | claim p 100,00 as c | ok",
        "waive c",
    ),
    (
        Kind::InterestWaived,
        "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Kern    | setting base_rate 2020-01-01 2020-12-31 -0.88 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Roth    | order d as o | ok
         2020-02-03 | Lang    | pay o as p | ok
         2020-03-03 | Neumann | interest p delay 2,75 from 2020-02-03 until 2020-03-03 year 2020 as i | ok",
        "waive i",
    ),
];

const DRAW: &str = "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Neumann | draw G1 2020 800,00 as d | ok";

const PAID: &str = "2020-02-03 | Roth    | grant G1 2020:800,00 | ok
         2020-02-03 | Weber   | draw G1 2020 800,00 as d | ok
         2020-02-03 | Roth    | order d as o | ok
         2020-02-03 | Neumann | pay o as p | ok";

#[test]
fn every_kind_that_needs_four_eyes_is_refused_to_the_first_and_open_to_the_second_person() {
    let named: Vec<Kind> = LINES.iter().map(|(kind, ..)| *kind).collect();
    let needed: Vec<Kind> =
        Kind::ALL.iter().copied().filter(|kind| kind.needs_second_person()).collect();
    assert!(needed.iter().all(|kind| named.contains(kind)), "{needed:?}");
    for (kind, before, line) in LINES {
        let mut table = Table::new();
        table.run(EVERYTHING);
        table.run("2020-01-02 | Weber | enrol Olsen desk_officer attester approver | ok");
        table.run(before);
        let on = if matches!(kind, Kind::HeldOrdered | Kind::HeldPaid) {
            "2021-02-01"
        } else {
            "2020-03-03"
        };
        table.run(&format!("{on} | Neumann | {line} | P02"));
        table.run(&format!("{on} | Olsen | {line} | ok"));
        assert!(table.kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn who_examined_an_application_does_not_grant_it() {
    let mut table = Table::new();
    table.run(EVERYTHING);
    table.run(
        "2020-02-03 | Weber   | apply G1 800,00               | ok
         2020-02-03 | Neumann | examine G1                    | ok
         2020-02-03 | Neumann | grant G1 2020:800,00          | P02
         2020-02-03 | Roth    | grant G1 2020:800,00          | ok",
    );
}

#[test]
fn who_attested_does_not_order_and_who_ordered_does_not_reconcile() {
    let mut table = Table::new();
    table.run(EVERYTHING);
    table.run(
        "2020-02-03 | Roth    | grant G1 2020:800,00          | ok
         2020-02-04 | Weber   | draw G1 2020 800,00 as d      | ok
         2020-02-04 | Neumann | attest d factual as f         | ok
         2020-02-04 | Neumann | order d 100,00                | P02
         2020-02-04 | Neumann | reverse f                     | ok
         2020-02-04 | Neumann | order d 100,00 as o           | ok
         2020-02-05 | Lang    | pay o as p                    | ok
         2020-02-06 | Neumann | reconcile p                   | P02
         2020-02-06 | Lang    | reconcile p                   | ok",
    );
}

/// The way of a draw does not begin anew when money comes back: it was checked once, and counts on
/// (domain.md section 1.4, guard f).
#[test]
fn who_drew_or_attested_does_not_order_again_what_came_back() {
    let mut table = Table::new();
    table.run(EVERYTHING);
    table.run(
        "2020-01-02 | Weber   | enrol Olsen desk_officer attester approver | ok
         2020-01-02 | Weber   | enrol Weber desk_officer attester approver | ok
         2020-02-03 | Roth    | grant G1 2020:800,00          | ok
         2020-02-04 | Weber   | draw G1 2020 800,00 as d      | ok
         2020-02-04 | Olsen   | attest d arithmetic           | ok
         2020-02-04 | Neumann | attest d factual              | ok
         2020-02-04 | Roth    | order d 800,00 as o           | ok
         2020-02-05 | Lang    | pay o as p                    | ok
         2021-01-29 | Kern    | close books 2020 actual 800,00 | ok
         2021-02-01 | Lang    | return p held as r            | ok
         2021-02-01 |         | new account                   | ok
         2021-02-01 | Weber   | order r                       | P02
         2021-02-01 | Olsen   | order r                       | P02
         2021-02-01 | Neumann | order r                       | P02
         2021-02-01 | Roth    | order r as h                  | ok
         2021-02-02 | Lang    | pay h as q                    | ok
         2021-03-01 | Lang    | return q held as s            | ok
         2021-03-01 |         | new account                   | ok
         2021-03-01 | Neumann | order s                       | P02
         2021-03-01 | Brandt  | order s                       | ok",
    );
}

#[test]
fn roles_end_with_their_last_day_and_count_on_the_day_of_recording() {
    Table::new().run(
        "2020-02-03 | Weber   | enrol Neumann approver until 2020-02-02 | D04
         2020-02-03 | Weber   | enrol Neumann approver until 2020-06-30 | ok
         2020-02-03 | Neumann | grant G1 2020:1,00            | ok
         2020-06-30 | Neumann | grant G2 2020:1,00            | ok
         2020-07-01 | Neumann | grant G3 2020:1,00            | P01
         2020-06-30 | Neumann | grant G5 2020:1,00            | P01
         2020-07-01 | Weber   | enrol Neumann approver        | ok
         2020-07-01 | Neumann | grant G3 2020:1,00            | ok
         2020-07-02 | Weber   | enrol Neumann auditor         | ok
         2020-07-02 | Neumann | grant G4 2020:1,00            | P01
         2020-07-02 | Lang    | enrol Olsen approver          | P01
         2020-07-02 | Olsen   | grant G4 2020:1,00            | U05",
    );
}

#[test]
fn a_deputy_stands_in_for_another_person_who_is_enrolled() {
    Table::new().run(
        "2020-02-03 | Weber   | enrol Neumann approver deputy Neumann | U05
         2020-02-03 | Weber   | enrol Neumann approver deputy Olsen   | U05
         2020-02-03 | Weber   | enrol Neumann approver deputy Roth limit 0,00 | G05
         2020-02-03 | Weber   | enrol Neumann                 | U05
         2020-02-03 | Weber   | enrol Neumann approver deputy Roth | ok
         2020-02-03 | Neumann | grant G1 2020:1,00            | ok",
    );
}
