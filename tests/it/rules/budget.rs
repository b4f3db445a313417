//! Votes, excess, cover, blocks and commitment authority.

use crate::table::Table;

#[test]
fn drafts_post_nothing_and_votes_supplements_and_excess_raise_what_is_available() {
    Table::new().run(
        "2020-02-03 | Kern | draft 2020 5000,00        | ok
                    |      | balance 2020              | appropriated 10000,00, available 10000,00
         2020-02-03 | Kern | supplement 2020 1500,00   | ok
         2020-02-03 | Kern | excess 2020 300,00        | ok
                    |      | balance 2020              | appropriated 11500,00, exceeded 300,00, available 11800,00
         2020-03-02 | Kern | supplement 2020 -2000,00  | ok
                    |      | balance 2020              | appropriated 9500,00, exceeded 300,00, available 9800,00
         2020-02-28 |      | balance 2020              | appropriated 11500,00, available 11800,00
         2020-03-03 | Kern | excess 2020 -1,00         | G05
         2020-03-03 | Kern | draft 2020 0,00           | B05
         2020-03-03 | Kern | supplement 2020 0,00      | B05
         2020-03-03 | Kern | supplement 2020 -9500,01  | G04
         2020-03-03 | Kern | supplement 2020 11000,00  | B04
         2020-03-03 | Roth | supplement 2020 1,00      | P01
         2020-03-03 | Kern | vote con 2020 1,00        | U03
         2020-03-03 | Kern | vote 2020 1,00 no-voucher | T01",
    );
}

#[test]
fn a_cut_below_what_is_committed_shows_as_a_shortfall_that_a_rise_may_pass() {
    Table::new().run(
        "2020-02-03 | Roth | grant G1 2020:9000,00     | ok
         2020-03-02 | Kern | supplement 2020 -3000,00  | ok
                    |      | balance 2020              | appropriated 7000,00, available -2000,00, committed 9000,00
         2020-03-03 | Roth | grant G2 2020:0,01        | B01
         2020-03-03 | Roth | increase G1 2020:0,01     | B01
         2020-03-04 | Roth | reduce G1 2020:500,00     | ok
         2020-03-05 | Kern | excess 2020 100,00        | ok
                    |      | balance 2020              | available -1400,00, committed 8500,00",
    );
}

#[test]
fn cover_moves_money_between_titles_of_one_year_and_is_a_decision() {
    Table::new().run(
        "2020-02-03 | Kern | cover 2020 400,00           | U03
         2020-02-03 | Kern | title                       | ok
         2020-02-03 | Kern | cover 2020 10000,01         | B01
         2020-02-03 | Kern | cover itself 2020 1,00      | G06
         2020-02-03 | Kern | cover 2020 400,00 as c      | ok
                    |      | balance 2020                | available 9600,00, cover_out 400,00
                    |      | balance con 2020            | available 400,00, cover_in 400,00, appropriated 0,00
         2020-02-04 | Roth | grant G1 con:2020:400,01    | B01
         2020-02-04 | Roth | grant G1 con:2020:400,00    | ok
         2020-02-03 | Kern | reverse c                   | B01
         2020-02-05 | Roth | reduce G1 con:2020:400,00   | ok
         2020-02-03 | Kern | reverse c                   | B01",
    );
}

#[test]
fn a_cover_that_nobody_used_is_reversed() {
    Table::new().run(
        "2020-02-03 | Kern | title                       | ok
         2020-02-03 | Kern | cover 2020 400,00 as c      | ok
         2020-02-03 | Kern | reverse c                   | ok
                    |      | balance 2020                | available 10000,00, cover_out 0,00
                    |      | balance con 2020            | available 0,00, cover_in 0,00",
    );
}

#[test]
fn a_block_of_five_percent_is_resolved_to_cents_and_lifted_within_itself() {
    Table::new().run(
        "2021-02-01 | Kern | block 2021 5 % = 500,01     | B07
         2021-02-01 | Kern | block 2021 105 % = 500,00   | G07
         2021-02-01 | Kern | block 2021 5 % = 500,00 as b | ok
                    |      | balance 2021                | available 9500,00, blocked 500,00
                    |      | available 2021              | 9500,00
         2021-02-02 | Roth | grant G1 2021:9500,01       | B01
         2021-02-02 | Roth | grant G1 2021:9500,00       | ok
         2021-03-01 | Kern | lift b 500,01               | G02
         2021-03-01 | Kern | lift b 200,00 year 2020     | R02
         2021-03-01 | Kern | lift b 200,00               | ok
         2021-03-01 | Kern | lift b 300,01               | G02
                    |      | balance 2021                | available 200,00, blocked 300,00, committed 9500,00
         2021-03-02 | Kern | block 2021 1000,00          | ok
                    |      | balance 2021                | available -800,00, blocked 1300,00
         2021-03-02 | Kern | block 2021 1,00 until 2021-03-01 | D04",
    );
}

#[test]
fn the_eighteen_million_of_2021_shrink_by_a_block_of_five_percent_of_the_appropriation() {
    Table::new().run(
        "2020-02-03 | Roth | grant G1 2021:1800,00/2020    | ok
         2021-01-04 | Kern | block 2021 5 % = 500,00       | ok
                    |      | available 2021                | 7700,00
         2021-01-05 | Roth | grant G2 2021:7700,01         | B01
         2021-01-05 | Roth | grant G2 2021:7700,00         | ok",
    );
}

#[test]
fn blocked_authority_cannot_be_used_until_its_block_is_lifted() {
    Table::new().run(
        "2020-02-03 | Kern | authority 2020>2020 1,00            | B03
         2020-02-03 | Kern | block authority 2020>2021 3000,01   | B02
         2020-02-03 | Kern | block authority 2020>2021 2000,00 as b | ok
                    |      | balance 2020                        | ve_voted 3000,00, ve_free 1000,00, ve_blocked 2000,00
         2020-02-04 | Roth | grant G1 2021:1000,01/2020          | B02
         2020-02-04 | Roth | grant G1 2021:1000,00/2020          | ok
         2020-03-02 | Kern | lift b 2000,01                      | G02
         2020-03-02 | Kern | lift b 500,00 year 2022             | R02
         2020-03-02 | Kern | lift b 500,00                       | ok
                    |      | balance 2020                        | ve_free 500,00, ve_blocked 1500,00, ve_used 1000,00
         2020-12-30 | Kern | lapse authority 2020>2021 500,00    | Y05
         2020-12-31 | Kern | lapse authority 2020>2021 500,01    | B02
         2020-12-31 | Kern | lapse authority 2020>2021 500,00    | ok
                    |      | balance 2020                        | ve_free 0,00, ve_blocked 1500,00, ve_lapsed 500,00
         2021-01-04 | Kern | authority 2020>2021 -3000,00        | B02",
    );
}

#[test]
fn a_cut_of_authority_takes_back_free_authority_only() {
    Table::new().run(
        "2020-02-03 | Roth | grant G1 2021:2000,00/2020          | ok
         2020-03-02 | Kern | authority 2020>2021 -1000,01        | B02
         2020-03-02 | Kern | authority 2020>2021 -1000,00        | ok
                    |      | balance 2020                        | ve_voted 2000,00, ve_free 0,00, ve_used 2000,00",
    );
}

#[test]
fn years_and_keys_of_the_budget_are_usable() {
    Table::new().run(
        "2020-02-03 | Kern  | vote 1980 1,00             | B06
         2020-02-03 | Kern  | block 1980 1,00            | B06
         2020-02-03 | Kern  | vote 2020 1,00 of-recipient 16066 | U08
         2020-02-03 | Weber | milestone M1               | ok
         2020-02-03 | Weber | forecast M2                | U04
         2020-02-03 | Weber | reach M1 at 2020-02-04     | D02
         2020-02-03 | Weber | forecast M1 at 2020-09-30  | ok
         2020-02-03 | Weber | reach M1 at 2020-01-31     | ok
         2020-02-03 | Weber | read I1 5                  | U04
         2020-02-03 | Weber | indicator I1 of G9         | U01
         2020-02-03 | Weber | indicator I1               | ok
         2020-02-03 | Weber | read I1 5                  | ok",
    );
}

#[test]
fn settings_name_registered_titles_and_a_letterhead_its_authority() {
    Table::new().run(
        r#"2020-02-03 | Kern | json setting_made {"setting":{"name":"repayment_is_revenue","title":"1616 99999","on":true}} | U03
           2020-02-03 | Kern | json setting_made {"setting":{"name":"letterhead","authority":{"name":" ","line":"","town":"","contact":""}}} | T02
           2020-02-03 | Kern | json setting_made {"setting":{"name":"letterhead","authority":{"name":"Ministerium","line":"","town":"","contact":""}}} | ok
           2020-02-03 | Weber | json setting_made {"setting":{"name":"interest_start","days":1}} | P01
           2020-02-03 | Kern | json setting_made {"setting":{"name":"interest_start","days":61}} | E01
           2020-02-03 | Kern | json appropriation_voted {"title":"1616 88371","fiscal_year":2020,"amount_cents":9223372036854775807,"law":"HG"} | B05
           2020-02-03 | Kern | json books_closed {"fiscal_year":2020,"actual":[{"title":"1616 88371","amount_cents":-9223372036854775808}]} | G05"#,
    );
}
