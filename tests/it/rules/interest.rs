//! Interest on claims and on money used late: the vectors of domain.md section 1.9.

use crate::table::Table;

/// A programme with rates of § 247 BGB, 8.000,00 € paid on 2020-06-15 and claimed.
fn claimed() -> Table {
    let mut table = Table::new();
    table.run(
        "2020-01-02 | Kern  | setting base_rate 2016-07-01 2022-12-31 -0.88 | ok
         2020-01-02 | Kern  | setting base_rate 2023-01-01 2023-06-30 1.62 | ok
         2020-01-02 | Kern  | setting base_rate 2023-07-01 2023-12-31 3.12 | ok
         2020-01-02 | Kern  | setting base_rate 2024-01-01 2024-06-30 3.62 | ok
         2020-02-03 | Roth  | grant G1 2020:8000,00        | ok
         2020-06-08 | Weber | draw G1 2020 8000,00 as d    | ok
         2020-06-09 | Roth  | order d as o                 | ok
         2020-06-15 | Lang  | pay o as p                   | ok
         2020-11-02 | Roth  | claim p 375,00 effect 2020-06-15 as c | ok
         2020-11-02 | Roth  | claim p 1000,00 effect 2020-06-15 as big | ok",
    );
    table
}

#[test]
fn interest_of_a_claim_is_exactly_what_principal_days_and_rates_give() {
    claimed().run(
        "2020-11-20 | Roth  | interest c reclaim 6,66 on 375,00 from 2020-06-15 until 2020-11-20 year 2020 | V02
         2020-11-20 | Roth  | interest c delay 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2020 | R02
         2020-11-20 | Roth  | interest c reclaim 6,65 on 375,01 from 2020-06-15 until 2020-11-20 year 2020 | G02
         2020-11-20 | Roth  | interest c reclaim 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2021 | B06
         2020-11-20 | Roth  | interest c reclaim 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2020 due 2020-11-19 | D04
         2020-11-20 | Roth  | interest c reclaim 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2020 as i | ok
                    |       | balance 2020                 | revenue_due 6,65, actual 8000,00, reclaimed 1375,00
         2020-11-23 | Lang  | receive i 6,66 year 2020     | G02
         2020-11-23 | Lang  | receive i 4,00 year 2020 delay | R02
         2020-11-23 | Lang  | receive i 4,00 year 2020     | ok
         2020-11-24 | Roth  | waive i 2,65                 | P02
         2020-11-24 | Brandt | waive i 2,66                | G02
         2021-01-05 | Lang  | receive i 1,65 year 2021     | ok
         2021-01-06 | Brandt | waive i 1,00                | ok
                    |       | balance 2020                 | revenue_due 0,00, revenue_received 4,00, revenue_waived 1,00
                    |       | balance 2021                 | revenue_received 1,65, available 10000,00",
    );
}

#[test]
fn the_vectors_hold_for_every_day_count_and_over_changes_of_the_rate() {
    claimed().run(
        "2024-03-31 | Roth  | interest big reclaim 105,54 on 1000,00 from 2022-09-30 until 2024-03-31 year 2024 | V02
         2024-03-31 | Roth  | interest big reclaim 105,55 on 1000,00 from 2022-09-30 until 2024-03-31 year 2024 as i | ok
         2024-03-31 | Roth  | reverse i                    | ok
         2024-03-31 | Kern  | setting day_count act_365    | ok
         2024-03-31 | Roth  | interest big reclaim 105,55 on 1000,00 from 2022-09-30 until 2024-03-31 year 2024 | V02
         2024-03-31 | Roth  | interest big reclaim 105,64 on 1000,00 from 2022-09-30 until 2024-03-31 year 2024 as j | ok
         2024-03-31 | Roth  | interest c reclaim 6,69 on 375,00 from 2020-06-15 until 2020-11-20 year 2024 as k | ok
         2024-03-31 | Roth  | interest c reclaim 6,69 on 375,00 from 2020-06-15 until 2020-11-20 year 2024 | R03
         2024-03-31 | Roth  | reverse j                    | ok
         2024-03-31 | Roth  | reverse k                    | ok
         2024-03-31 | Kern  | setting day_count act_act    | ok
         2024-03-31 | Roth  | interest big reclaim 105,58 on 1000,00 from 2022-09-30 until 2024-03-31 year 2024 | ok
         2024-03-31 | Roth  | interest c reclaim 6,67 on 375,00 from 2020-06-15 until 2020-11-20 year 2024 | ok",
    );
}

#[test]
fn money_used_late_bears_interest_from_its_payment() {
    claimed().run(
        "2021-03-15 | Roth  | interest p reclaim 137,33 on 8000,00 from 2020-10-15 until 2021-03-15 year 2021 | R02
         2021-03-15 | Roth  | interest p delay 137,33 on 8000,00 from 2020-10-15 until 2021-03-15 year 2021 | ok
                    |       | balance 2021                 | revenue_due 137,33",
    );
}

#[test]
fn a_day_without_base_rate_is_refused_and_no_rate_is_assumed() {
    claimed().run(
        "2024-07-01 | Roth  | interest c reclaim 60,00 on 375,00 from 2020-06-15 until 2024-07-01 year 2024 | V03
         2016-07-01 | Roth  | interest c reclaim 60,00 on 375,00 from 2016-06-29 until 2024-06-30 year 2024 | D01
         2024-07-01 | Roth  | interest c reclaim 60,00 on 375,00 from 2016-06-29 until 2016-07-02 year 2024 | D03
         2024-07-01 | Kern  | setting base_rate 2024-07-01 2024-06-30 3.37 | E01
         2024-07-01 | Kern  | setting base_rate 2024-07-01 2024-12-31 337 | E01
         2024-07-01 | Kern  | setting margin -101          | E01
         2024-07-01 | Kern  | setting highest_quota 0      | E01
         2024-07-01 | Kern  | setting use_period 0         | E01
         2024-07-01 | Kern  | setting notice_days 61       | E01
         2024-07-01 | Kern  | setting small_amount 0,00    | G05
         2024-07-01 | Kern  | setting base_rate 2024-07-01 2024-12-31 3.37 | ok",
    );
}

#[test]
fn part_repayments_lower_the_principal_from_the_day_after_their_credit() {
    claimed().run(
        "2020-12-15 | Lang  | repay big 400,00             | ok
         2021-06-15 | Roth  | interest big reclaim 30,90 on 1000,00 from 2020-06-15 until 2021-06-15 year 2021 | V02
         2021-06-15 | Roth  | interest big reclaim 32,96 on 1000,00 from 2020-06-15 until 2021-06-15 year 2021 | ok",
    );
}

#[test]
fn what_is_annulled_of_a_claim_bears_no_interest() {
    claimed().run(
        "2020-11-03 | Roth  | annul big 400,00             | ok
         2021-06-15 | Roth  | interest big reclaim 41,20 on 1000,00 from 2020-06-15 until 2021-06-15 year 2021 | G02
         2021-06-15 | Roth  | interest big reclaim 24,72 on 600,00 from 2020-06-15 until 2021-06-15 year 2021 | ok",
    );
}
