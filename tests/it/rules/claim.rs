//! Claims and what becomes of them, unused money that comes back.

use crate::table::Table;

/// 900,00 € granted and paid for 2020.
fn paid() -> Table {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Roth  | grant G1 2020:900,00         | ok
         2020-02-04 | Weber | draw G1 2020 900,00 as d     | ok
         2020-02-05 | Roth  | order d 900,00 as o          | ok
         2020-02-06 | Lang  | pay o as p                   | ok",
    );
    table
}

#[test]
fn a_claim_is_annulled_waived_or_repaid_and_only_a_repayment_lowers_the_actual() {
    paid().run(
        "2020-03-02 | Roth  | claim p 100,00 due 2020-03-01 | D04
         2020-03-02 | Roth  | claim p 100,00 as c          | ok
                    |       | balance 2020                 | granted 800,00, paid 800,00, reclaimed 100,00, actual 900,00
         2020-03-03 | Roth  | annul c 30,00                | ok
                    |       | balance 2020                 | granted 830,00, paid 830,00, reclaimed 70,00, actual 900,00
         2020-03-03 | Roth  | annul c 70,01                | G02
         2020-03-04 | Roth  | waive c 20,00                | P02
         2020-03-04 | Brandt | waive c 70,01               | G02
         2020-03-04 | Brandt | waive c 20,00               | ok
                    |       | balance 2020                 | granted 830,00, written_off 20,00, reclaimed 50,00, actual 900,00
         2020-03-05 | Roth  | defer c until 2020-03-05     | D04
         2020-03-05 | Roth  | defer c                      | D04
         2020-03-05 | Roth  | defer c until 2020-12-31     | ok
         2020-03-05 | Roth  | suspend c until 2020-12-31   | D04
         2020-03-05 | Roth  | suspend c                    | ok
         2020-03-06 | Lang  | repay c 50,00 revenue 2020   | Y06
         2020-03-06 | Lang  | repay c 50,01                | G02
         2020-03-06 | Lang  | repay c 50,00                | ok
                    |       | balance 2020                 | granted 830,00, paid 830,00, reclaimed 0,00, actual 850,00, available 9150,00",
    );
}

#[test]
fn a_repayment_in_a_later_year_is_revenue_and_leaves_the_actual_of_its_year() {
    paid().run(
        "2020-06-02 | Roth  | claim p 100,00 as c          | ok
         2021-01-29 | Kern  | close books 2020 actual 900,00 | ok
         2021-03-02 | Lang  | repay c 60,00                | Y06
         2021-03-02 | Lang  | repay c 60,00 revenue 2020   | Y01
         2021-03-02 | Lang  | repay c 60,00 revenue 2022   | B06
         2021-03-02 | Lang  | repay c 60,00 revenue 2021 as k | ok
                    |       | balance 2020                 | granted 800,00, paid 800,00, reclaimed 40,00, returned 60,00, actual 900,00, available 9100,00
                    |       | balance 2021                 | revenue_received 60,00, available 10000,00, actual 0,00
         2021-03-02 | Lang  | reverse k                    | ok
                    |       | balance 2020                 | reclaimed 100,00, returned 0,00, actual 900,00
                    |       | balance 2021                 | revenue_received 0,00
         2021-03-03 | Brandt | waive c 10,00               | ok
         2021-03-03 | Roth  | claim p 10,00 as late        | ok
         2021-03-03 | Roth  | annul late                   | ok
                    |       | balance 2020                 | paid 800,00, reclaimed 90,00, written_off 10,00, actual 900,00, granted 800,00",
    );
}

#[test]
fn repayments_are_revenue_with_open_books_where_the_setting_says_so() {
    paid().run(
        "2020-03-01 | Kern  | setting repayment_is_revenue on | ok
         2020-03-02 | Roth  | claim p 100,00 as c          | ok
         2020-03-03 | Lang  | repay c 60,00                | Y06
         2020-03-03 | Lang  | repay c 60,00 revenue 2020   | ok
                    |       | balance 2020                 | returned 60,00, actual 900,00, revenue_received 60,00, available 9100,00
         2020-03-04 | Kern  | setting repayment_is_revenue off | ok
         2020-03-04 | Lang  | repay c 40,00                | ok
                    |       | balance 2020                 | returned 60,00, actual 860,00, available 9140,00",
    );
}

#[test]
fn a_claim_is_set_off_against_another_payment_of_the_same_recipient() {
    paid().run(
        "2020-03-02 | Roth  | claim p 100,00 as c          | ok
         2020-02-03 | Roth  | grant G2 2020:80,00          | ok
         2020-03-03 | Weber | draw G2 2020 80,00 as d2     | ok
         2020-03-03 | Roth  | order d2 as o2               | ok
         2020-03-04 | Lang  | pay o2 as p2                 | ok
         2020-03-05 | Lang  | repay c 50,00 set-off p      | R01
         2020-03-05 | Lang  | repay c 50,00 set-off d2     | R01
         2020-03-05 | Lang  | repay c 80,01 set-off p2     | G02
         2020-03-05 | Lang  | repay c 50,00 set-off p2     | ok
         2020-03-05 | Lang  | repay c 30,01 set-off p2     | G02
         2020-03-05 | Lang  | repay c 30,00 set-off p2     | ok
                    |       | balance 2020                 | reclaimed 20,00, actual 900,00, available 9100,00",
    );
}

#[test]
fn a_claim_not_above_the_small_amount_is_not_raised() {
    paid().run(
        "2020-03-01 | Kern  | setting small_amount 50,00   | ok
         2020-03-02 | Roth  | claim p 50,00                | V04
         2020-03-02 | Roth  | claim p 50,01                | ok",
    );
}

#[test]
fn unused_money_is_committed_again_while_the_books_are_open() {
    paid().run(
        "2020-03-02 | Lang  | unused p 200,00 revenue 2020 | Y06
         2020-03-02 | Lang  | unused p 200,00 as u         | ok
                    |       | balance 2020                 | granted 900,00, committed 200,00, paid 700,00, actual 700,00
         2020-03-02 | Lang  | unused p 700,01              | G02
         2020-03-03 | Roth  | restore u 2020:200,00        | Y06
         2020-03-03 | Weber | draw G1 2020 200,00          | ok",
    );
}

#[test]
fn unused_money_that_came_as_revenue_is_drawn_again_after_its_commitment_is_restored() {
    paid().run(
        "2021-01-29 | Kern  | close books 2020 actual 900,00 | ok
         2021-03-02 | Lang  | unused p 200,00              | Y06
         2021-03-02 | Lang  | unused p 200,00 revenue 2021 as u | ok
                    |       | balance 2020                 | granted 900,00, paid 700,00, returned 200,00, actual 900,00, committed 0,00
                    |       | balance 2021                 | revenue_received 200,00
         2021-03-03 | Roth  | restore u 2020:200,00        | Y01
         2021-03-03 | Roth  | restore u 2021:200,01        | G02
         2021-03-03 | Roth  | restore u 2021:150,00 from 2021 | R02
         2021-03-03 | Roth  | restore u 2021:150,00 as n   | ok
         2021-03-03 | Roth  | restore u 2021:50,01         | G02
                    |       | balance 2020                 | granted 750,00, actual 900,00
                    |       | balance 2021                 | granted 150,00, committed 150,00, available 9850,00
         2021-03-04 | Weber | draw G1 2021 150,00 as d2    | ok
         2021-03-04 | Roth  | order d2 as o2               | ok
         2021-03-05 | Lang  | pay o2                       | ok
                    |       | balance 2021                 | paid 150,00, committed 0,00, actual 150,00",
    );
}

#[test]
fn a_commitment_is_not_restored_beyond_what_is_available() {
    paid().run(
        "2021-01-29 | Kern  | close books 2020 actual 900,00 | ok
         2021-03-02 | Lang  | unused p 200,00 revenue 2021 as u | ok
         2021-03-03 | Roth  | grant G2 2021:9900,00        | ok
         2021-03-04 | Roth  | restore u 2021:100,01        | B01
         2021-03-04 | Roth  | restore u 2021:100,00        | ok",
    );
}

#[test]
fn a_payment_that_a_claim_was_set_off_against_is_not_reversed() {
    paid().run(
        "2020-03-02 | Roth  | claim p 100,00 as c          | ok
         2020-03-03 | Roth  | grant G2 2020:80,00          | ok
         2020-03-03 | Weber | draw G2 2020 80,00 as d2     | ok
         2020-03-03 | Roth  | order d2 as o2               | ok
         2020-03-04 | Lang  | pay o2 as p2                 | ok
         2020-03-05 | Lang  | repay c 50,00 set-off p2 as s | ok
         2020-03-04 | Lang  | reverse p2                   | R06
         2020-03-05 | Lang  | reverse s                    | ok
         2020-03-04 | Lang  | reverse p2                   | ok",
    );
}

#[test]
fn a_credit_of_january_is_revenue_of_the_year_before_while_its_books_are_open() {
    paid().run(
        "2020-06-02 | Roth  | claim p 100,00 as c          | ok
         2021-01-29 | Kern  | close books 2020 actual 900,00 | ok
         2022-01-10 | Lang  | repay c 40,00 revenue 2021   | ok
                    |       | balance 2021                 | revenue_received 40,00
         2022-01-31 | Kern  | close books 2021             | ok
         2022-02-01 | Lang  | repay c 60,00 revenue 2021   | Y01
         2022-02-01 | Lang  | repay c 60,00 revenue 2022   | ok
                    |       | balance 2022                 | revenue_received 60,00
                    |       | balance 2020                 | returned 100,00, actual 900,00",
    );
}
