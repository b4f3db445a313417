//! The rules as tables of events with expected refusal code or balances.

use foerderbuch::domain::Body;
use foerderbuch::domain::body::*;
use foerderbuch::domain::event::Reference;
use foerderbuch::ops::{self, Failure};
use foerderbuch::store::query;

use super::table::{Table, day, draft, enrolment, issued, milestone, money, registered, stamp};

#[test]
fn a_payment_walks_through_every_stage_and_the_identity_holds() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
                    |       | balance 2020                 | available 9000,00, committed 400,00, requested 600,00
         2020-02-05 | Roth  | order d 600,00 as o          | ok
         2020-02-06 | Lang  | pay o 600,00 as p            | ok
                    |       | balance 2020                 | appropriated 10000,00, available 9000,00, committed 400,00, paid 600,00, actual 600,00, granted 1000,00
         2020-02-05 |       | balance 2020                 | ordered 600,00, paid 0,00",
    );
}

#[test]
fn one_cent_too_much_is_refused_at_every_step() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:10000,01       | B01
         2020-02-03 | Roth  | grant G1 2020:10000,00       | ok
         2020-02-04 | Weber | draw G1 2020 10000,01        | G01
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 600,01               | G02
         2020-02-05 | Roth  | order d 400,00 as o          | ok
         2020-02-05 | Roth  | order d 200,01               | G02
         2020-02-06 | Lang  | pay o 400,01                 | G03
         2020-02-06 | Lang  | pay o 400,00 as p            | ok
         2020-02-07 | Lang  | return p 400,01              | G02
         2020-02-07 | Roth  | claim p 400,01               | G02
         2020-02-07 | Roth  | claim p 100,00 as c          | ok
         2020-02-08 | Lang  | repay c 100,01               | G02",
    );
}

#[test]
fn amounts_must_be_above_zero_and_lines_distinct() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:0,00              | G05
         2020-02-03 | Roth  | grant G1 2020:-1,00             | G05
         2020-02-03 | Roth  | grant G1 2020:1,00 2020:2,00    | G06
         2020-02-03 | Roth  | grant G1                        | G06
         2020-02-03 | Roth  | grant G1 2020:100,00            | ok
         2020-02-03 | Roth  | grant G1 2020:100,00            | R03
         2020-02-03 | Weber | apply G1 100,00                 | U06
         2020-02-04 | Weber | draw G1 2020 0,00               | G05",
    );
}

#[test]
fn later_years_use_commitment_authority_of_their_own_budget_year() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2021:500,00            | B03
         2020-02-03 | Roth  | grant G1 2020:500,00/2020       | B03
         2020-02-03 | Roth  | grant G1 2021:3000,01/2020      | B02
         2020-02-03 | Roth  | grant G1 2021:3000,00/2020      | ok
                    |       | balance 2021                    | available 7000,00, committed 3000,00
                    |       | balance 2020                    | available 10000,00, ve_free 0,00, ve_used 3000,00
         2020-03-02 | Roth  | reduce G1 2021:500,00           | B03
         2020-03-02 | Roth  | reduce G1 2021:500,00/2020>lapsed | B03
         2020-03-02 | Roth  | reduce G1 2021:500,00/2020>free | ok
                    |       | balance 2020                    | ve_free 500,00, ve_used 2500,00
         2021-03-02 | Roth  | reduce G1 2021:500,00/2020>free | B03
         2021-03-02 | Roth  | reduce G1 2021:500,00/2020>lapsed | ok
                    |       | balance 2020                    | ve_free 500,00, ve_used 2000,00, ve_lapsed 500,00
                    |       | balance 2021                    | available 8000,00, committed 2000,00",
    );
}

#[test]
fn a_bank_return_gives_the_draw_back_and_its_repeat_counts_once() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 250,00 as d     | ok
         2020-02-05 | Roth  | order d 250,00 as o          | ok
         2020-02-06 | Lang  | pay o 250,00 as p            | ok
         2020-02-07 | Lang  | return p 250,00              | ok
                    |       | balance 2020                 | requested 250,00, paid 0,00, actual 0,00
         2020-02-10 | Roth  | order d 250,00               | P03
         2020-02-10 |       | new account                  | ok
         2020-02-10 | Roth  | order d 250,00 as o2         | ok
         2020-02-11 | Lang  | pay o2 250,00                | ok
                    |       | balance 2020                 | requested 0,00, paid 250,00, actual 250,00",
    );
}

#[test]
fn a_claim_lowers_the_grant_and_not_the_actual_until_it_is_repaid() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:900,00         | ok
         2020-02-04 | Weber | draw G1 2020 900,00 as d     | ok
         2020-02-05 | Roth  | order d 900,00 as o          | ok
         2020-02-06 | Lang  | pay o 900,00 as p            | ok
         2020-03-02 | Roth  | claim p 37,50 as c           | ok
                    |       | balance 2020                 | granted 862,50, actual 900,00, reclaimed 37,50, available 9100,00
         2020-03-09 | Lang  | repay c 37,50                | ok
                    |       | balance 2020                 | granted 862,50, actual 862,50, reclaimed 0,00, available 9137,50",
    );
}

#[test]
fn an_order_is_cancelled_or_confirmed_once_and_a_reversed_decision_does_not_count() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 500,00 as d     | ok
         2020-02-05 | Roth  | order d 500,00 as o          | ok
         2020-02-06 | Roth  | cancel o 500,00 as x         | ok
         2020-02-06 | Lang  | pay o 500,00                 | R03
         2020-02-06 | Roth  | reverse x                    | ok
         2020-02-07 | Lang  | pay o 500,00 as p            | ok
         2020-02-07 | Lang  | pay o 500,00                 | R03
         2020-02-07 | Roth  | cancel o 500,00              | R03
                    |       | balance 2020                 | paid 500,00, ordered 0,00, requested 0,00",
    );
}

#[test]
fn the_second_pair_of_eyes_is_another_person_with_the_role() {
    Table::new().run(
        "2020-02-03 | Weber | grant G1 2020:1000,00        | P02
         2020-02-03 | Lang  | grant G1 2020:1000,00        | P01
         2020-02-03 | Vogt  | grant G1 2020:1000,00        | P01
         2020-02-03 | Nobody | grant G1 2020:1000,00       | U05
         2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Roth  | draw G1 2020 500,00          | P01
         2020-02-04 | Weber | draw G1 2020 500,00 as d     | ok
         2020-02-05 | Weber | order d 500,00               | P02",
    );
}

#[test]
fn a_reversal_is_the_exact_negation_once_and_only_while_nothing_rests_on_it() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00 as g   | ok
         2020-02-04 | Weber | draw G1 2020 500,00 as d     | ok
         2020-02-05 | Roth  | order d 500,00 as o          | ok
         2020-02-04 | Weber | reverse d                    | R06
         2020-02-03 | Roth  | reverse g                    | R06
         2020-02-06 | Roth  | reverse o                    | R07
         2020-02-05 | Weber | reverse o                    | P01
         2020-02-05 | Roth  | reverse o as r               | ok
         2020-02-05 | Roth  | reverse o                    | R04
         2020-02-05 | Roth  | reverse r                    | R05
         2020-02-04 | Weber | reverse d                    | R06
         2020-02-05 | Lang  | reverse d.arithmetic         | ok
         2020-02-05 | Sommer | reverse d.factual           | ok
         2020-02-04 | Weber | reverse d                    | ok
         2020-02-03 | Roth  | reverse g                    | R06
         2020-02-03 | Lang  | reverse G1.waived            | ok
         2020-02-03 | Lang  | reverse G1.announced         | ok
         2020-02-03 | Roth  | reverse g                    | ok
                    |       | balance 2020                 | available 10000,00, committed 0,00, granted 0,00
         2020-02-10 | Roth  | grant G1 2020:700,00         | ok",
    );
}

#[test]
fn a_fact_of_parliament_is_never_refused_for_lack_of_cover_and_shows_as_shortfall() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:9000,00        | ok
         2020-03-02 | Kern  | vote 2020 -2000,00           | ok
                    |       | balance 2020                 | appropriated 8000,00, available -1000,00, committed 9000,00
         2020-03-03 | Roth  | grant G2 2020:0,01           | B01
         2020-03-03 | Roth  | reduce G1 2020:500,00        | ok
                    |       | balance 2020                 | available -500,00
         2020-03-03 | Kern  | vote 2020 -8000,01           | G04
         2020-03-03 | Kern  | vote 2020 13000,00           | B04",
    );
}

#[test]
fn a_late_entry_may_not_make_a_place_negative_on_any_later_day() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:8000,00        | ok
         2020-05-04 | Weber | draw G1 2020 8000,00         | ok
         2020-03-02 | Weber | draw G1 2020 0,01            | G01
         2020-02-10 | Roth  | grant G2 2020:2000,01        | B01
         2020-02-10 | Roth  | grant G2 2020:2000,00        | ok",
    );
}

#[test]
fn a_year_that_is_not_voted_yet_is_precommitted_by_authority_without_shortfall() {
    let mut table = Table::new();
    table.run(
        "2020-01-03 | Kern | authority 2020>2022 1000,00    | ok
         2020-02-03 | Roth | grant G1 2022:1000,01/2020     | B02
         2020-02-03 | Roth | grant G1 2022:1000,00/2020     | ok
                    |      | balance 2022                   | available -1000,00, committed 1000,00
         2020-06-01 | Kern | vote 2022 400,00               | ok
                    |      | balance 2022                   | available -600,00
         2020-06-02 | Kern | vote 2022 5000,00              | ok
                    |      | balance 2022                   | available 4400,00",
    );
}

#[test]
fn dates_lie_between_the_founding_and_the_day_of_recording() {
    let mut table = Table::new();
    let early = draft("2020-01-01", "Roth", "16066", issued("G1", &["2020:1,00"]));
    assert_eq!(table.book(&early), Err("D01".into()));
    let late = draft("2020-02-04", "Roth", "16066", issued("G1", &["2020:1,00"]));
    let refused = ops::book(&mut table.ledger, &[late], &stamp(day("2020-02-03")));
    assert!(matches!(refused, Err(Failure::Refused { refusal, .. }) if refusal.code() == "D02"));
    let fine = draft("2020-02-03", "Roth", "16066", issued("G1", &["2020:1,00"]));
    let fine = table.proposed(fine);
    table.book(&fine).unwrap();
    let behind = draft("2020-02-02", "Roth", "16066", issued("G2", &["2020:1,00"]));
    let refused = ops::book(&mut table.ledger, &[behind], &stamp(day("2020-02-02")));
    assert!(matches!(refused, Err(Failure::Refused { refusal, .. }) if refusal.code() == "D05"));
}

#[test]
fn unknown_things_vouchers_and_texts_are_refused_by_name() {
    let mut table = Table::new();
    let mut code = |draft| table.book(&draft).unwrap_err();
    let grant = |recipient| draft("2020-02-03", "Roth", recipient, issued("G1", &["2020:1,00"]));
    assert_eq!(code(grant("16099")), "U02");
    assert_eq!(
        code(foerderbuch::domain::event::Draft { voucher: " ".into(), ..grant("16066") }),
        "T01"
    );
    let worded = |purpose: &str| {
        let Body::GrantIssued(mut body) = issued("G1", &["2020:1,00"]) else { unreachable!() };
        body.purpose = purpose.into();
        draft("2020-02-03", "Roth", "16066", Body::GrantIssued(body))
    };
    assert_eq!(code(worded(&"x".repeat(201))), "T03");
    assert_eq!(code(worded("nul\u{0}")), "T04");
    assert_eq!(code(worded("rechts\u{202E}links")), "T04");
    assert_eq!(code(worded("A\u{308}rger, nicht zusammengesetzt")), "T04");
    assert_eq!(code(draft("2020-02-03", "Weber", "16066", registered("16066", "  "))), "T02");
    assert_eq!(code(draft("2020-02-03", "Weber", "1606", registered("1606", "kurz"))), "U02");
    assert_eq!(code(draft("2020-02-03", "Weber", "16066", milestone(""))), "T02");
}

#[test]
fn a_territory_that_ended_gets_no_new_grant() {
    let mut table = Table::new();
    let Body::RecipientRegistered(mut body) = registered("16056", "Eisenach") else {
        unreachable!()
    };
    body.valid_until = Some(day("2020-06-30"));
    table.book(&draft("2020-01-03", "Weber", "16056", Body::RecipientRegistered(body))).unwrap();
    table.run(
        "2020-06-30 | Weber | apply G1 1,00 of-recipient 16056 | ok
         2020-06-30 | Lang  | examine G1                       | ok
         2020-07-01 | Roth  | grant G1 2020:1,00               | U02
         2020-06-30 | Roth  | grant G1 2020:1,00               | ok
         2020-07-01 | Weber | apply G2 1,00 of-recipient 16056 | U02
         2020-07-01 | Roth  | increase G1 2020:1,00            | U02",
    );
}

#[test]
fn the_same_uid_and_body_is_booked_once_and_another_body_is_an_error() {
    let mut table = Table::new();
    let grant = draft("2020-02-03", "Roth", "16066", issued("G1", &["2020:1,00"]));
    let mut grant = table.proposed(grant);
    let first = table.book(&grant).unwrap();
    assert_eq!(table.book(&grant), Ok(first));
    grant.body = issued("G1", &["2020:2,00"]);
    assert_eq!(table.book(&grant), Err("R08".into()));
    assert_eq!(table.ledger.head().seq, first);
}

#[test]
fn a_batch_is_booked_whole_or_not_at_all() {
    let mut table = Table::new();
    let good = draft("2020-02-03", "Roth", "16066", issued("G1", &["2020:1,00"]));
    let bad = draft("2020-02-03", "Roth", "16066", issued("G2", &["2020:10000,00"]));
    let (good, bad) = (table.proposed(good), table.proposed(bad));
    let before = table.ledger.head();
    let refused = ops::book(&mut table.ledger, &[good, bad], &stamp(day("2020-02-03")));
    assert!(matches!(refused, Err(Failure::Refused { index: 1, .. })));
    assert_eq!(table.ledger.head(), before);
    assert!(query::grants(&table.ledger, table.times()).unwrap().is_empty());
}

#[test]
fn a_late_change_is_not_hidden_by_an_older_row_of_a_later_day() {
    let mut table = Table::new();
    let plan = |on, name: &str| {
        let Body::MilestonePlanned(mut body) = milestone("M1") else { unreachable!() };
        body.name.de = name.into();
        draft(on, "Weber", "", Body::MilestonePlanned(body))
    };
    table.book(&plan("2020-02-03", "früh")).unwrap();
    let reached = MilestoneReached {
        milestone: foerderbuch::domain::id::ItemKey::new("M1"),
        actual: foerderbuch::domain::ImpreciseDate::day(day("2020-05-04")),
        proof: "Protokoll".into(),
        source: None,
    };
    table.book(&draft("2020-05-04", "Weber", "", Body::MilestoneReached(reached))).unwrap();
    let late = table.book(&plan("2020-03-02", "spät genannt")).unwrap();
    let times = table.times();
    let row = |table: &Table, times| query::milestones(&table.ledger, times).unwrap()[0].clone();
    assert_eq!(row(&table, times).name.de, "spät genannt");
    assert!(row(&table, times).actual.is_some());
    let before = foerderbuch::store::view::Times { known: late - 1, ..times };
    assert_eq!(row(&table, before).name.de, "früh");

    let mut reversal = draft(
        "2020-03-02",
        "Weber",
        "",
        Body::Reversed(Reversed { reason: "falsch genannt".into() }),
    );
    reversal.reference = Some(Reference::Entry(late));
    table.book(&reversal).unwrap();
    let times = table.times();
    assert_eq!(row(&table, times).name.de, "früh");
    assert!(table.ledger.verify_deep().unwrap().is_empty());
}

#[test]
fn a_cancellation_or_return_whose_amount_was_used_again_cannot_be_reversed() {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 100,00 as a     | ok
         2020-02-04 | Weber | draw G1 2020 100,00 as b     | ok
         2020-02-05 | Roth  | order a 100,00 as o1         | ok
         2020-02-06 | Roth  | cancel o1 100,00 as x        | ok
         2020-02-07 | Roth  | order a 100,00 as o2         | ok
         2020-02-06 | Roth  | reverse x                    | R06
         2020-02-08 | Lang  | pay o2 100,00 as p           | ok
         2020-02-09 | Lang  | return p 100,00 as r         | ok
         2020-02-10 |       | new account                  | ok
         2020-02-10 | Roth  | order a 100,00 as o3         | ok
         2020-02-11 | Lang  | pay o3 100,00                | ok
         2020-02-09 | Lang  | reverse r                    | R06
                    |       | balance 2020                 | paid 100,00, requested 100,00",
    );
    assert!(table.ledger.verify_deep().unwrap().is_empty());
}

#[test]
fn an_account_from_which_money_came_back_is_not_used_on_an_earlier_day_either() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 500,00 as d     | ok
         2020-02-05 | Roth  | order d 100,00 as o          | ok
         2020-02-06 | Lang  | pay o 100,00 as p            | ok
         2020-02-20 | Lang  | return p 100,00              | ok
         2020-02-19 | Roth  | order d 100,00               | P03
         2020-02-21 | Roth  | order d 100,00               | P03",
    );
}

#[test]
fn a_late_cut_takes_back_only_what_was_voted_on_every_day() {
    Table::new().run(
        "2020-06-01 | Kern | vote 2020 5000,00             | ok
         2020-03-02 | Kern | vote 2020 -12000,00           | G04
         2020-03-02 | Kern | vote 2020 -10000,00 as cut    | ok
         2020-06-02 | Kern | vote 2020 10000,00            | ok
         2020-03-02 | Kern | reverse cut                   | B04",
    );
}

#[test]
fn authority_does_not_cover_a_later_day_on_which_the_year_is_voted() {
    let mut table = Table::new();
    table.run(
        "2020-01-03 | Kern | authority 2020>2022 2000,00    | ok
         2020-02-03 | Roth | grant G1 2022:500,00/2020      | ok
         2020-06-01 | Kern | vote 2022 400,00               | ok
         2020-09-01 | Kern | vote 2022 3000,00              | ok
         2020-03-02 | Roth | grant G2 2022:500,00/2020      | B01
                    |      | balance 2022                   | available 2900,00",
    );
}

#[test]
fn grants_have_trimmed_keys_a_true_quota_and_no_more_than_is_eligible() {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Weber | apply G1 10000,00               | ok
         2020-02-03 | Lang  | examine G1                      | ok",
    );
    let application = table.seq("G1.applied");
    let mut code = |change: &dyn Fn(&mut GrantIssued)| {
        let Body::GrantIssued(mut body) = issued("G1", &["2020:1000,00"]) else { unreachable!() };
        change(&mut body);
        let mut grant = draft("2020-02-03", "Roth", "16066", Body::GrantIssued(body));
        grant.reference = Some(Reference::Entry(application));
        table.book(&grant).unwrap_err()
    };
    assert_eq!(code(&|body| body.grant = foerderbuch::domain::FileNumber::new("G1 ")), "T04");
    assert_eq!(code(&|body| body.quota_percent = Some(800.into())), "G07");
    assert_eq!(code(&|body| body.quota_percent = Some(0.into())), "G07");
    assert_eq!(code(&|body| body.eligible_cents = money("999,99")), "G08");
    assert_eq!(code(&|body| body.quota_percent = Some(4.into())), "G09");
    assert_eq!(code(&|body| body.period_until = day("2020-02-02")), "D04");
    table.run(
        "2020-02-03 | Roth  | grant G1 2020:5000,00 2021:3000,00/2020 | ok
         2020-02-04 | Roth  | increase G1 2020:5000,00       | ok
         2020-02-04 | Roth  | increase G1 2020:0,01          | B01",
    );
}

#[test]
fn events_belong_to_the_programme_or_to_a_registered_recipient() {
    let mut table = Table::new();
    let mut code = |draft| table.book(&draft).unwrap_err();
    let vote = super::table::vote("2020", "1,00");
    assert_eq!(code(draft("2020-02-03", "Kern", "16066", vote)), "U08");
    assert_eq!(code(draft("2020-02-03", "Roth", "", issued("G1", &["2020:1,00"]))), "U08");
    assert_eq!(code(draft("2020-02-03", "Weber", "16099", milestone("M1"))), "U02");
    let vote = super::table::vote("3000", "1,00");
    assert_eq!(code(draft("2020-02-03", "Kern", "", vote)), "B06");
    for amount in [0, i64::MIN, i64::MAX] {
        let Body::AppropriationVoted(mut body) = super::table::vote("2020", "1,00") else {
            unreachable!()
        };
        body.amount_cents = foerderbuch::domain::Money::from_cents(amount);
        let vote = draft("2020-02-03", "Kern", "", Body::AppropriationVoted(body));
        assert_eq!(code(vote), "B05");
    }
    table.book(&draft("2020-02-03", "Weber", "16066", milestone("M1"))).unwrap();
    let taken = table.book(&draft("2020-02-03", "Weber", "16076", milestone("M1")));
    assert_eq!(taken, Err("U06".into()));
}

#[test]
fn the_first_of_two_registrations_stays_while_money_rests_on_it() {
    let mut table = Table::new();
    let first = draft("2020-02-03", "Weber", "16056", registered("16056", "Eisenach"));
    let first_seq = table.book(&first).unwrap();
    let grant = draft("2020-02-10", "Roth", "16056", issued("G1", &["2020:1,00"]));
    let grant = table.proposed(grant);
    table.book(&grant).unwrap();
    let again = draft("2020-06-01", "Weber", "16056", registered("16056", "Eisenach neu"));
    table.book(&again).unwrap();
    let mut reversal = draft(
        "2020-02-03",
        "Weber",
        "16056",
        Body::Reversed(Reversed { reason: "doppelt erfasst".into() }),
    );
    reversal.reference = Some(Reference::Entry(first_seq));
    assert_eq!(table.book(&reversal), Err("R06".into()));
}

#[test]
fn a_number_of_a_person_never_passes_to_somebody_else() {
    let mut table = Table::new();
    let enrol = |name: &str| {
        let person = enrolment("Lang", &[foerderbuch::domain::rule::Role::Approver]);
        let body = Body::PersonEnrolled(PersonEnrolled { person, source: None });
        let mut draft = draft("2020-02-03", "Weber", "", body);
        draft.person_name = Some(name.into());
        draft
    };
    assert_eq!(table.book(&enrol("Jemand anders")), Err("U06".into()));
    assert!(table.book(&enrol("Lang")).is_ok());
}
