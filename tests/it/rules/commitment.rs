//! Notices and what changes them: due lines, commitment authority, shifts.

use crate::table::Table;

#[test]
fn authority_is_used_per_due_year_and_comes_back_only_within_its_own_budget_year() {
    Table::new().run(
        "2020-01-03 | Kern | authority 2020>2022 1000,00              | ok
         2020-02-03 | Roth | grant G1 2020:500,00 2021:3000,00/2020 2022:1000,00/2020 | ok
                    |      | balance 2020                             | available 9500,00, committed 500,00, ve_free 0,00, ve_used 4000,00
                    |      | balance 2021                             | available 7000,00, committed 3000,00
                    |      | balance 2022                             | available -1000,00, committed 1000,00
         2020-03-02 | Roth | increase G1 2022:0,01/2020               | B02
         2020-03-02 | Roth | reduce G1 2021:200,00/2020>free 2022:100,00/2020>free | ok
                    |      | balance 2020                             | ve_free 300,00, ve_used 3700,00, ve_lapsed 0,00
         2021-03-02 | Roth | reduce G1 2021:200,00                    | B03
         2021-03-02 | Roth | reduce G1 2022:100,00/2020>lapsed        | ok
                    |      | balance 2020                             | ve_free 300,00, ve_used 3600,00, ve_lapsed 100,00
                    |      | balance 2022                             | available -800,00, committed 800,00
         2021-03-02 | Roth | increase G1 2022:50,00/2020              | B03
                    |      | balance 2020                             | ve_free 300,00, ve_used 3600,00",
    );
}

#[test]
fn a_vote_below_what_authority_has_committed_shows_a_shortfall() {
    Table::new().run(
        "2020-01-03 | Kern | authority 2020>2022 1000,00    | ok
         2020-02-03 | Roth | grant G1 2022:1000,00/2020     | ok
                    |      | available 2022                 | 0,00
         2021-12-01 | Kern | vote 2022 400,00               | ok
                    |      | balance 2022                   | appropriated 400,00, available -600,00, committed 1000,00
                    |      | balance 2021                   | available 10000,00
         2021-12-01 |      | available 2022                 | -600,00
         2022-01-03 | Roth | grant G2 2022:0,01             | B01
         2022-01-03 | Roth | reduce G1 2022:100,00/2020>lapsed | ok
                    |      | balance 2022                   | available -500,00, committed 900,00",
    );
}

#[test]
fn a_due_line_is_shifted_to_the_cent_and_its_authority_with_it() {
    Table::new().run(
        "2020-02-03 | Roth | grant G1 2020:1000,00 2021:500,00/2020      | ok
         2020-03-02 | Roth | shift G1 from 2020:300,00 to 2021:300,01/2020 | G12
         2020-03-02 | Roth | shift G1 from 2020:300,00 to 2020:300,00    | G06
         2020-03-02 | Roth | shift G1 from 2020:300,00 to 2021:300,00    | B03
         2020-03-02 | Roth | shift G1 from 2020:1000,01 to 2021:1000,01/2020 | G01
         2020-03-02 | Roth | shift G1 from 2020:300,00 to 2021:300,00/2020 | ok
                    |      | balance 2020                                | available 9300,00, committed 700,00, ve_free 2200,00, ve_used 800,00, granted 700,00
                    |      | balance 2021                                | available 9200,00, committed 800,00, granted 800,00
         2020-04-01 | Roth | shift G1 from 2021:100,00/2020>free to 2020:100,00 | ok
                    |      | balance 2020                                | available 9200,00, committed 800,00, ve_free 2300,00, ve_used 700,00
         2021-02-01 | Roth | shift G1 from 2021:100,00/2020>lapsed to 2020:100,00 | B06
         2021-02-01 | Kern | title                                       | ok
         2021-02-01 | Kern | vote con 2021 100,00                        | ok
         2021-02-01 | Roth | shift G1 from 2021:100,00/2020>lapsed to con:2021:100,00 | ok
                    |      | balance 2020                                | committed 800,00, ve_lapsed 100,00, ve_used 600,00
                    |      | balance 2021                                | available 9400,00, committed 600,00",
    );
}

#[test]
fn nothing_that_is_paid_or_drawn_can_be_reduced() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 400,00 as o          | ok
         2020-02-06 | Lang  | pay o                        | ok
         2020-02-07 | Roth  | reduce G1 2020:400,01        | G01
         2020-02-07 | Roth  | reduce G1 2020:400,00        | ok
                    |       | balance 2020                 | granted 600,00, committed 0,00, requested 200,00, paid 400,00, available 9400,00
         2020-02-07 | Roth  | reduce G1 2020:0,01          | G01
         2020-02-08 | Roth  | increase G1 2020:50,00       | ok
                    |       | balance 2020                 | granted 650,00, committed 50,00",
    );
}

#[test]
fn a_grant_is_at_most_what_was_requested_its_quota_and_the_quota_of_the_guideline() {
    Table::new().run(
        "2020-02-03 | Weber | apply G1 800,00 own 200,00              | ok
         2020-02-03 | Lang  | examine G1                              | ok
         2020-02-03 | Kern  | setting highest_quota 80                | ok
         2020-02-03 | Roth  | grant G1 2020:800,00 quota 81 eligible 1000,00 | G11
         2020-02-03 | Roth  | grant G1 2020:800,01 quota 80 eligible 2000,00 | G14
         2020-02-03 | Roth  | grant G1 2020:800,00 quota 80 eligible 999,99  | G09
         2020-02-03 | Roth  | grant G1 2020:800,00 without-quota eligible 1000,00 | G07
         2020-02-03 | Roth  | grant G1 2020:800,00 quota 80 eligible 1000,00 total 999,00 | G08
         2020-02-03 | Roth  | grant G1 2020:800,00 as-a shortfall eligible 1000,00 third 200,01 | G08
         2020-02-03 | Roth  | grant G1 2020:800,00 as-a full eligible 799,99 | G08
         2020-02-03 | Roth  | grant G1 2020:800,00 quota 80 eligible 1000,00 | ok
         2020-02-04 | Roth  | increase G1 2020:0,01                   | G09
         2020-02-04 | Roth  | increase G1 2020:8,00 eligible 1010,00  | ok
         2020-02-05 | Roth  | amend G1 quota 79                       | G09
         2020-02-05 | Roth  | amend G1 eligible 1009,99               | G09
         2020-02-05 | Roth  | amend G1 third 300,00                   | G08
         2020-02-05 | Roth  | amend G1                                | G06
         2020-02-05 | Roth  | amend G1 until 2020-02-02               | D04
         2020-02-05 | Roth  | amend G1 until 2023-06-30 reference KZ-2 | ok
         2020-02-05 | Roth  | amend G2 purpose Anderes                | U01
         2020-02-05 | Lang  | benefit G1 16066093                     | ok
                    |       | balance 2020                            | granted 808,00",
    );
}

#[test]
fn another_recipient_has_no_part_in_a_grant() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:800,00                    | ok
         2020-02-04 | Weber | draw G1 2020 1,00 of-recipient 16076    | U07
         2020-02-04 | Roth  | reduce G1 2020:1,00 of-recipient 16076  | U07
         2020-02-04 | Weber | draw G2 2020 1,00                       | U01
         2020-02-04 | Weber | draw G1 con 2020 1,00                   | G01",
    );
}

#[test]
fn under_provisional_management_a_new_grant_says_why_it_cannot_wait() {
    Table::new().run(
        "2020-12-15 | Kern | provisional 2021                       | ok
         2020-12-31 | Roth | grant G1 2020:1,00                     | ok
         2021-01-04 | Roth | grant G2 2021:1,00                     | B08
         2021-01-04 | Roth | grant G2 2021:1,00 urgent              | ok
         2021-01-05 | Roth | increase G1 2021:1,00                  | ok
         2021-02-01 | Kern | provisional 2021 until 2021-01-31      | D04
         2021-02-01 | Kern | provisional 2021 until 2021-02-10      | ok
         2021-02-10 | Roth | grant G3 2021:1,00                     | B08
         2021-02-11 | Roth | grant G3 2021:1,00                     | ok",
    );
}

#[test]
fn a_due_line_with_authority_and_a_remainder_is_reduced_in_two_steps() {
    Table::new().run(
        "2020-02-03 | Roth | grant G1 2020:400,00 2021:300,00/2020   | ok
         2021-01-29 | Kern | close books 2020                        | ok
         2021-02-01 | Kern | carry over 2020 400,00 additional of G1 | ok
         2021-02-02 | Roth | reduce G1 2021:500,00                   | B03
         2021-02-02 | Roth | reduce G1 2021:500,00/2020>lapsed       | G04
         2021-02-02 | Roth | reduce G1 2021:300,00/2020>lapsed       | ok
         2021-02-02 | Roth | reduce G1 2021:200,00                   | ok
                    |      | balance 2021                            | committed 200,00, granted 200,00, available 10200,00
                    |      | balance 2020                            | ve_used 0,00, ve_lapsed 300,00, carried_out 400,00",
    );
}
