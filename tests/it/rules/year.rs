//! The end of the year: books, remainders, lapse, settlement, and what still moves.

use crate::table::Table;

/// 600,00 of 1.000,00 € granted for 2020 are paid.
fn paid() -> Table {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Roth  | grant G1 2020:1000,00        | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d 600,00 as o          | ok
         2020-02-06 | Lang  | pay o as p                   | ok",
    );
    table
}

#[test]
fn books_close_once_on_the_figures_of_the_cash_office_with_nothing_on_its_way() {
    paid().run(
        "2020-12-01 | Weber | draw G1 2020 10,00 as d2     | ok
         2020-12-30 | Kern  | close books 2020 actual 600,00 | Y05
         2020-12-31 | Kern  | close books 2020 actual 600,00 | Y02
         2021-01-04 | Roth  | order d2 as o2               | ok
         2021-01-04 | Kern  | close books 2020 actual 600,00 | Y02
         2021-01-05 | Lang  | pay o2 as p2                 | ok
         2021-01-29 | Kern  | close books 2020 actual 609,99 | Y03
         2021-01-29 | Kern  | close books 2020             | Y03
         2021-01-29 | Kern  | close books 2020 actual 610,00 con 1,00 | Y03
         2021-01-29 | Roth  | close books 2020 actual 610,00 | P01
         2021-01-29 | Kern  | close books 2020 actual 610,00 no-voucher | T01
         2021-01-29 | Kern  | close books 2020 actual 610,00 as end | ok
         2021-01-29 | Kern  | close books 2020 actual 610,00 | Y04
                    |       | balance 2020                 | paid 610,00, committed 390,00, available 9000,00",
    );
}

#[test]
fn a_closed_year_takes_only_moves_within_its_actual_and_its_end() {
    paid().run(
        "2020-11-02 | Roth  | claim p 50,00 as c           | ok
         2021-01-29 | Kern  | close books 2020 actual 600,00 as end | ok
         2021-02-01 | Kern  | vote 2020 1,00               | Y01
         2021-02-01 | Kern  | supplement 2020 1,00         | Y01
         2021-02-01 | Kern  | excess 2020 1,00             | Y01
         2021-02-01 | Kern  | block 2020 1,00              | Y01
         2021-02-01 | Roth  | grant G2 2020:1,00           | Y01
         2021-02-01 | Roth  | increase G1 2020:1,00        | Y01
         2021-02-01 | Roth  | reduce G1 2020:1,00          | Y01
         2021-02-01 | Roth  | shift G1 from 2020:1,00 to 2021:1,00 | Y01
         2020-12-30 | Weber | draw G1 2020 1,00            | Y01
         2020-06-01 | Lang  | unused p 1,00                | Y06
         2020-02-06 | Lang  | reverse p                    | Y01
         2020-11-02 | Roth  | reverse c                    | Y01
         2021-02-02 | Roth  | annul c 20,00 as a           | ok
         2021-02-02 | Roth  | reverse a                    | ok
         2021-02-02 | Roth  | claim p 70,00                | ok
         2021-02-02 | Roth  | grant G3 2021:1,00           | ok
                    |       | balance 2020                 | paid 480,00, reclaimed 120,00, actual 600,00
         2021-01-29 | Kern  | reverse end                  | R06",
    );
}

#[test]
fn a_closing_on_which_nothing_rests_is_reversed_and_the_books_are_open_again() {
    paid().run(
        "2021-01-29 | Kern  | close books 2020 actual 600,00 as end | ok
         2021-01-29 | Kern  | reverse end                  | ok
         2020-06-01 | Lang  | unused p 100,00              | ok
         2021-01-30 | Kern  | close books 2020 actual 600,00 | Y03
         2021-01-30 | Kern  | close books 2020 actual 500,00 | ok",
    );
}

#[test]
fn a_free_remainder_is_carried_over_as_additional_money_or_charged_to_the_appropriation() {
    let mut table = paid();
    table.run(
        "2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
         2020-12-30 | Kern  | carry over 2020 100,00 additional | Y05
         2021-02-01 | Kern  | carry over 2020 100,00 additional of-recipient 16066 | U08
         2021-02-01 | Kern  | carry over 2020 2000,00 additional as a | ok
                    |       | balance 2020                 | available 7000,00, carried_out 2000,00
                    |       | balance 2021                 | available 12000,00, carried_in 2000,00, appropriated 10000,00
         2021-02-01 | Kern  | carry over 2020 3000,00 charged | ok
                    |       | balance 2020                 | available 4000,00, carried_out 2000,00, lapsed 3000,00
                    |       | balance 2021                 | available 12000,00, rest_charged 3000,00
         2021-02-01 | Kern  | reverse a                    | ok
                    |       | balance 2020                 | available 6000,00, carried_out 0,00
                    |       | balance 2021                 | available 10000,00, carried_in 0,00",
    );
}

#[test]
fn a_bound_remainder_takes_its_due_line_along_in_both_kinds() {
    for (kind, sums_2020, sums_2021) in [
        (
            "additional",
            "carried_out 300,00, lapsed 0,00",
            "available 10000,00, carried_in 300,00, rest_charged 0,00",
        ),
        (
            "charged",
            "carried_out 0,00, lapsed 300,00",
            "available 9700,00, carried_in 0,00, rest_charged 300,00",
        ),
    ] {
        let mut table = paid();
        table.run(&format!(
            "2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
             2021-02-01 | Kern  | carry over 2020 400,01 {kind} of G1 | G01
             2021-02-01 | Kern  | carry over 2020 300,00 {kind} of G1 of-recipient 16076 | U07
             2021-02-01 | Kern  | carry over 2020 300,00 {kind} of G1 | ok
                        |       | balance 2020             | committed 100,00, granted 700,00, available 9000,00, {sums_2020}
                        |       | balance 2021             | committed 300,00, granted 300,00, {sums_2021}
             2021-02-02 | Weber | draw G1 2021 300,00 as e | ok
             2021-02-02 | Roth  | order e as f             | ok
             2021-02-03 | Lang  | pay f                    | ok
                        |       | balance 2021             | paid 300,00, committed 0,00
             2022-01-31 | Kern  | close books 2021 actual 300,00 | ok
             2022-02-01 | Kern  | carry over 2020 50,00 {kind} of G1 | Y01",
        ));
    }
}

#[test]
fn a_year_is_settled_when_its_books_are_closed_and_nothing_stands_open() {
    paid().run(
        "2020-06-01 | Kern  | block 2020 500,00            | ok
         2021-01-04 | Kern  | settle 2020                  | S01
         2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
         2021-02-01 | Kern  | settle 2020                  | Y02
         2021-02-01 | Kern  | lapse 2020 8500,00           | ok
         2021-02-01 | Kern  | settle 2020                  | Y02
         2021-02-01 | Kern  | lapse blocked 2020 500,01    | G04
         2021-02-01 | Kern  | lapse blocked 2020 500,00    | ok
         2021-02-01 | Kern  | settle 2020                  | Y02
         2021-02-01 | Kern  | carry over 2020 400,00 charged of G1 | ok
                    |       | balance 2020                 | available 0,00, blocked 0,00, committed 0,00, lapsed 9400,00, actual 600,00
         2021-02-01 | Kern  | settle 2020 no-voucher | T01
         2021-02-01 | Kern  | settle 2020                  | ok
         2021-02-01 | Kern  | settle 2020                  | Y04",
    );
}

#[test]
fn a_settled_year_gives_no_remainder_and_lapses_nothing_more() {
    paid().run(
        "2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
         2021-02-01 | Kern  | carry over 2020 400,00 additional of G1 as r | ok
         2021-02-01 | Kern  | lapse 2020 9000,00 as l      | ok
         2021-02-01 | Kern  | settle 2020 as s             | ok
         2021-02-02 | Kern  | carry over 2020 100,00 additional | Y04
         2021-02-02 | Kern  | carry over 2020 100,00 charged | Y04
         2021-02-02 | Kern  | lapse 2020 100,00            | Y04
         2021-02-01 | Kern  | reverse l                    | Y01
         2021-02-01 | Kern  | reverse r                    | Y01
         2021-02-01 | Kern  | reverse s                    | ok
         2021-02-01 | Kern  | reverse l                    | ok",
    );
}

#[test]
fn money_lapses_at_the_end_of_its_year_at_the_earliest() {
    Table::new().run(
        "2020-12-30 | Kern  | lapse 2020 10,00             | Y05
         2020-12-31 | Kern  | lapse 2020 0,00              | G05
         2020-12-31 | Kern  | lapse 2020 10,00             | ok
                    |       | balance 2020                 | available 9990,00, lapsed 10,00",
    );
}

#[test]
fn an_entry_is_reversed_on_its_own_day_while_its_books_are_open() {
    paid().run(
        "2020-02-10 | Roth  | increase G1 2020:10,00 as i  | ok
         2020-02-11 | Roth  | reverse i                    | R07
         2020-02-10 | Roth  | reverse i                    | ok
         2020-02-10 | Roth  | increase G1 2020:20,00 as j  | ok
         2021-01-29 | Kern  | close books 2020 actual 600,00 | ok
         2020-02-10 | Roth  | reverse j                    | Y01
                    |       | balance 2020                 | granted 1020,00, committed 420,00",
    );
}

#[test]
fn a_vote_on_which_commitments_rest_is_cut_not_reversed() {
    Table::new().run(
        "2020-03-02 | Kern  | supplement 2020 500,00 as s  | ok
         2020-03-03 | Roth  | grant G1 2020:10400,00       | ok
         2020-03-02 | Kern  | reverse s                    | B01
         2020-03-04 | Kern  | supplement 2020 -500,00      | ok
                    |       | balance 2020                 | available -400,00, committed 10400,00",
    );
}

#[test]
fn only_a_charged_bound_remainder_leaves_a_shortfall_and_in_the_next_year() {
    Table::new().run(
        "2020-02-03 | Roth  | grant G1 2020:9000,00        | ok
         2020-12-31 | Kern  | carry over 2020 1500,00 additional | B01
         2020-12-31 | Kern  | lapse 2020 1500,00           | B01
         2021-01-04 | Roth  | grant G2 2021:9900,00        | ok
         2021-01-04 | Kern  | carry over 2020 500,00 charged of G1 | ok
                    |       | balance 2020                 | available 1000,00, committed 8500,00, lapsed 500,00
                    |       | balance 2021                 | available -400,00, committed 10400,00, rest_charged 500,00",
    );
}
