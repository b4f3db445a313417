//! Draws, attestations, orders, payments, returns, rebooking.

use crate::table::Table;

const PAID: &str = "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 600,00 as o          | ok
         2020-02-06 | Lang  | pay o as p                   | ok";

#[test]
fn a_draw_is_ordered_in_parts_and_the_rest_goes_back() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 250,00 as o          | ok
         2020-02-05 | Roth  | order d 100,00 as o2         | ok
                    |       | balance 2020                 | committed 400,00, requested 250,00, ordered 350,00
         2020-02-06 | Roth  | shorten d 250,01             | G02
         2020-02-06 | Roth  | shorten d 50,00              | ok
                    |       | balance 2020                 | committed 450,00, requested 200,00
         2020-02-06 | Roth  | reject d 199,99              | G13
         2020-02-06 | Lang  | withdraw d 199,99            | G13
         2020-02-06 | Roth  | cancel o2 99,99              | G03
         2020-02-06 | Roth  | cancel o2                    | ok
                    |       | balance 2020                 | requested 300,00, ordered 250,00
         2020-02-07 | Roth  | reject d 300,00              | ok
                    |       | balance 2020                 | committed 750,00, requested 0,00, ordered 250,00
         2020-02-07 | Roth  | order d 0,01                 | G02
         2020-02-07 | Lang  | pay o 249,99                 | G03
         2020-02-07 | Lang  | pay o                        | ok
                    |       | balance 2020                 | committed 750,00, paid 250,00, granted 1000,00",
    );
}

#[test]
fn a_draw_withdrawn_or_rejected_whole_is_committed_again() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Lang  | withdraw d 600,00 as w       | ok
                    |       | balance 2020                 | committed 1000,00, requested 0,00
         2020-02-05 | Lang  | withdraw d 600,00            | G02
         2020-02-05 | Lang  | reverse w                    | ok
         2020-02-05 | Weber | reject d 600,00              | P02
         2020-02-05 | Roth  | reject d 600,00              | ok
                    |       | balance 2020                 | committed 1000,00, requested 0,00",
    );
}

#[test]
fn one_draw_may_be_open_at_a_time_when_the_setting_says_so() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-03 | Kern  | setting one_open_draw on     | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-04 | Weber | draw G1 2020 1,00            | S06
         2020-02-05 | Roth  | order d 599,99               | ok
         2020-02-05 | Weber | draw G1 2020 1,00            | S06
         2020-02-05 | Roth  | order d 0,01                 | ok
         2020-02-05 | Weber | draw G1 2020 1,00            | ok
         2020-02-06 | Kern  | setting one_open_draw off    | ok
         2020-02-06 | Weber | draw G1 2020 1,00            | ok",
    );
}

#[test]
fn a_draw_follows_from_the_need_of_the_next_two_months_less_what_is_unspent() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00 2021:100,00/2020 | ok
         2020-02-28 | Weber | draw G1 2020 600,00 need 600,00 unspent 0,01 until 2020-04-28 | S07
         2020-02-28 | Weber | draw G1 2020 600,00 need 500,00 unspent -100,00 until 2020-04-28 | S07
         2020-02-28 | Weber | draw G1 2020 600,00 need 700,00 unspent 100,00 until 2020-04-29 | S08
         2020-02-28 | Weber | draw G1 2020 600,00 need 700,00 unspent 100,00 until 2020-04-28 | ok
         2020-03-02 | Kern  | setting use_period 3         | ok
         2020-03-02 | Weber | draw G1 2020 10,00 need 10,00 until 2020-06-02 | ok
         2020-03-02 | Weber | draw G1 2020 10,00 need 10,00 until 2020-06-03 | S08
         2020-12-31 | Weber | draw G1 2021 1,00            | S05
         2021-01-04 | Weber | draw G1 2021 1,00            | ok",
    );
}

#[test]
fn attestations_are_two_by_two_persons_and_void_once_the_draw_is_sent_back() {
    Table::new().run(
        "2020-02-01 | Weber | enrol Neumann attester approver desk_officer | ok
         2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order bare d                 | S01
         2020-02-05 | Weber | attest d arithmetic          | P02
         2020-02-05 | Neumann | attest d arithmetic as a   | ok
         2020-02-05 | Lang  | attest d arithmetic          | R03
         2020-02-05 | Neumann | attest d factual           | P02
         2020-02-05 | Roth  | order bare d                 | S01
         2020-02-05 | Lang  | attest d factual             | P01
         2020-02-06 | Sommer | attest d factual as f       | ok
         2020-02-06 | Neumann | order bare d               | P02
         2020-02-05 | Roth  | order bare d                 | D03
         2020-02-06 | Roth  | order bare d 100,00          | ok
         2020-02-07 | Sommer | send back d as s            | ok
         2020-02-07 | Roth  | order bare d 100,00          | S01
         2020-02-07 | Lang  | attest d arithmetic as l     | ok
         2020-02-07 | Roth  | order bare d 100,00          | S01
         2020-02-07 | Sommer | attest d factual            | ok
         2020-02-07 | Lang  | reverse l                    | ok
         2020-02-07 | Roth  | order bare d 100,00          | S01
         2020-02-07 | Lang  | attest d arithmetic          | ok
         2020-02-07 | Neumann | order bare d 100,00        | ok
         2020-02-07 | Sommer | send back d                 | ok
         2020-02-07 | Roth  | order bare d 100,00          | S01
                    |       | balance 2020                 | requested 400,00, ordered 200,00",
    );
}

#[test]
fn a_bank_return_with_closed_books_is_held_and_paid_again_on_the_order_of_another_person() {
    let mut table = Table::new();
    table.run(PAID);
    table.run(
        "2020-02-06 | Weber | enrol Neumann desk_officer approver | ok
         2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
         2021-02-01 | Lang  | return p 200,00              | Y06
         2021-02-01 | Neumann | return p 200,00 held as r  | ok
                    |       | balance 2020                 | paid 400,00, held 200,00, actual 600,00
         2021-02-02 | Roth  | order r 200,00               | P03
         2021-02-02 |       | new account                  | ok
         2021-02-02 | Neumann | order r 200,00             | P02
         2021-02-02 | Roth  | order r 200,01               | G02
         2021-02-02 | Roth  | order r 150,00 as h          | ok
         2021-02-02 | Roth  | order r 50,01                | G02
         2021-02-03 | Lang  | pay h 149,99                 | G13
         2021-02-03 | Lang  | pay h as again               | ok
         2021-02-03 | Lang  | pay h                        | G02
         2021-02-03 | Brandt | order r 50,00 as h2         | ok
         2021-02-04 | Lang  | pay h2                       | ok
                    |       | balance 2020                 | paid 600,00, held 0,00, actual 600,00
         2021-02-05 | Lang  | reconcile again              | ok
         2021-02-08 | Lang  | return again 150,00 held as r2 | ok
         2021-02-09 | Roth  | order r2 150,00              | P03
         2021-02-09 |       | new account                  | ok
         2021-02-09 | Roth  | order r2 150,00              | ok
                    |       | balance 2020                 | paid 450,00, held 150,00, actual 600,00",
    );
}

#[test]
fn a_return_with_open_books_is_not_held_and_its_held_order_is_refused() {
    let mut table = Table::new();
    table.run(PAID);
    table.run(
        "2020-02-07 | Lang  | return p 100,00 held         | Y06
         2020-02-07 | Lang  | return p 100,00 as r         | ok
         2020-02-07 |       | new account                  | ok
         2020-02-08 | Roth  | order r 100,00               | G02
                    |       | balance 2020                 | requested 100,00, paid 500,00, actual 500,00",
    );
}

#[test]
fn a_payment_is_rebooked_to_another_due_line_of_the_same_year() {
    let mut table = Table::new();
    table.run(PAID);
    table.run(
        "2020-02-03 | Roth  | grant G2 2020:500,00         | ok
         2020-02-10 | Lang  | rebook p 100,00 to G2 gives 99,00 | G12
         2020-02-10 | Lang  | rebook p 100,00              | G06
         2020-02-10 | Lang  | rebook p 100,00 to G2 year 2021 | G06
         2020-02-10 | Lang  | rebook p 600,01 to G2        | G02
         2020-02-10 | Lang  | rebook p 500,01 to G2        | G01
         2020-02-10 | Lang  | rebook p 100,00 to G9        | U01
         2020-02-10 | Lang  | rebook p 100,00 to G2 as q   | ok
                    |       | balance 2020                 | committed 900,00, paid 600,00, actual 600,00
         2020-02-11 | Lang  | return p 500,01              | G02
         2020-02-11 | Roth  | claim q 100,01               | G02
         2020-02-11 | Roth  | claim q 40,00                | ok
                    |       | balance 2020                 | paid 560,00, reclaimed 40,00, granted 1460,00
         2020-02-11 | Weber | draw G1 2020 500,01          | G01
         2020-02-11 | Weber | draw G1 2020 500,00          | ok",
    );
}

#[test]
fn payment_text_account_milestone_and_limit_are_checked_with_the_order() {
    Table::new().run(
        "2020-02-01 | Weber | enrol Neumann approver limit 500,00 | ok
         2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-03 | Weber | milestone M1 of G1 blocks 2020 of-recipient 16066 | ok
         2020-02-03 | Weber | milestone M2 of-recipient 16076 | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Neumann | order d 500,01             | P05
         2020-02-05 | Neumann | order d 500,00             | S09
         2020-02-05 | Roth  | order d 500,00 for M2        | U04
         2020-02-05 | Roth  | order d 500,00 text RATE_1   | T05
         2020-02-05 | Roth  | order d 500,00 account-of 16076 | P03
         2020-02-05 | Weber | reach M1 of-recipient 16066  | ok
         2020-02-05 | Neumann | order d 500,00 for M1 as o | ok
         2020-02-06 | Lang  | hand over o                  | ok
         2020-02-06 | Lang  | hand over o                  | R03
         2020-02-06 | Lang  | pay o as p                   | ok
         2020-02-07 | Lang  | reconcile p                  | ok
         2020-02-07 | Lang  | reconcile p                  | R03
         2020-02-08 | Weber | account iban DE84123456780016064712 | P04
         2020-02-08 | Weber | account of-recipient 16076 as a | ok
         2020-02-08 | Weber | confirm a                    | P02
         2020-02-08 | Lang  | confirm a                    | ok",
    );
}

#[test]
fn a_limit_holds_on_the_day_of_recording_not_on_the_day_that_the_order_names() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-03-02 | Weber | enrol Roth approver limit 500,00 | ok
         2020-02-10 | Roth  | order d 500,01               | P05
         2020-02-10 | Roth  | order d 500,00               | ok",
    );
}

#[test]
fn an_order_is_handed_over_before_it_is_paid_and_never_once_it_is_cancelled() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 100,00 as o          | ok
         2020-02-05 | Roth  | order d 200,00 as o2         | ok
         2020-02-06 | Roth  | cancel o as x                | ok
         2020-02-06 | Lang  | hand over o                  | R03
         2020-02-06 | Lang  | hand over o2                 | ok
         2020-02-07 | Roth  | cancel o2                    | ok
         2020-02-06 | Roth  | reverse x                    | ok
         2020-02-06 | Lang  | hand over o                  | ok",
    );
}

#[test]
fn a_return_counts_for_the_account_of_the_order_that_was_paid() {
    let mut table = Table::new();
    table.run(PAID);
    table.run(
        "2020-02-07 | Lang  | return p 100,00 as r         | ok
         2020-02-07 | Roth  | order d 100,00               | P03
         2020-02-07 | Lang  | reverse r                    | ok
         2020-02-07 | Lang  | return p 50,00               | ok
         2020-02-07 | Weber | account as b                 | ok
         2020-02-08 | Lang  | confirm b as k               | ok
         2020-02-08 | Lang  | reverse k                    | ok
         2020-02-07 | Weber | reverse b                    | ok",
    );
}
