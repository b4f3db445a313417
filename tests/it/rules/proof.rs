//! Proof of use: what is settled follows from the financing (domain.md sections 1.6 and 1.7).

use crate::table::Table;

/// Grants of every kind of financing, 800,00 € for 1.000,00 €.
fn granted() -> Table {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Roth  | grant A 2020:800,00 quota 80 eligible 1000,00 | ok
         2020-02-03 | Roth  | grant B 2020:800,00 as-a shortfall eligible 1000,00 third 50,00 | ok
         2020-02-03 | Roth  | grant C 2020:800,00 as-a fixed eligible 1000,00 | ok
         2020-02-03 | Roth  | grant D 2020:800,00 as-a full eligible 800,00 | ok",
    );
    table
}

#[test]
fn a_share_is_its_quota_of_what_was_spent_and_never_more_than_granted() {
    granted().run(
        "2020-12-01 | Weber | proof A final until 2020-12-02 eligible 900,00 | D02
         2020-12-01 | Weber | proof A final until 2020-11-30 eligible 0,00 | G05
         2020-12-01 | Weber | proof A final until 2020-11-30 eligible 958,33 as v | ok
         2020-12-02 | Weber | check v clean settled 766,66 | P02
         2020-12-02 | Lang  | check v clean settled 766,67 | V01
         2020-12-02 | Lang  | check v clean                | V01
         2020-12-02 | Lang  | check v objections settled 766,67 | V01
         2020-12-02 | Vogt  | check v clean settled 766,66 | P01
         2020-12-02 | Roth  | check v clean settled 766,66 | ok
         2020-12-02 | Lang  | check v clean settled 766,66 | R03
         2020-12-03 | Weber | proof A final until 2020-11-30 eligible 1100,00 as w | ok
         2020-12-03 | Lang  | check w clean settled 880,00 | V01
         2020-12-03 | Lang  | check w clean settled 800,00 | ok
         2020-12-04 | Lang  | remind A until 2020-12-03    | D04",
    );
}

#[test]
fn objections_lower_the_settled_grant_below_the_formula_only() {
    granted().run(
        "2020-12-01 | Weber | proof A final until 2020-11-30 eligible 1000,00 as v | ok
         2020-12-02 | Lang  | check v objections settled -0,01 | V01
         2020-12-02 | Lang  | check v objections settled 800,01 | V01
         2020-12-02 | Lang  | check v objections settled 640,00 | ok",
    );
}

#[test]
fn shortfall_and_full_financing_fall_by_all_funds_of_third_parties() {
    granted().run(
        "2020-12-01 | Weber | proof B final until 2020-11-30 eligible 1000,00 third 120,00 as b | ok
         2020-12-02 | Lang  | check b clean settled 800,00 | V01
         2020-12-02 | Lang  | check b clean settled 730,00 | ok
         2020-12-01 | Weber | proof D final until 2020-11-30 eligible 800,00 third 30,00 as d | ok
         2020-12-02 | Lang  | check d clean settled 800,00 | V01
         2020-12-02 | Lang  | check d clean settled 770,00 | ok",
    );
}

#[test]
fn a_fixed_amount_stays_unless_less_was_spent_and_the_setting_caps_it() {
    granted().run(
        "2020-12-01 | Weber | proof C final until 2020-11-30 eligible 900,00 as a | ok
         2020-12-02 | Lang  | check a clean settled 800,00 | ok
         2020-12-02 | Weber | proof C final until 2020-11-30 eligible 700,00 as b | ok
         2020-12-03 | Lang  | check b clean settled 800,00 | V01
         2020-12-03 | Kern  | setting fixed_amount_capped off | ok
         2020-12-03 | Lang  | check b clean settled 700,00 | V01
         2020-12-03 | Lang  | check b clean settled 800,00 | ok",
    );
}
