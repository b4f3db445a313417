//! What of the amounts in force was decided in the year itself, and what before it: by the entry
//! that decided it, not by the first notice of its grant.

use foerderbuch::domain::{FiscalYear, Money, TitleKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::view::{Times, TitleYear};
use foerderbuch::store::{Ledger, query};

use super::table::{TITLE, Table, day, money};

const CONSUMPTIVE: &str = "1616 63371";

fn of_year(ledger: &Ledger, as_of: &str, (title, year): (&str, i32)) -> TitleYear {
    let times = Times { as_of: day(as_of), known: ledger.head().seq };
    let mut years = query::title_years(ledger, times).unwrap();
    years.remove(&(TitleKey::new(title), FiscalYear(year))).unwrap_or_default()
}

/// Commitment authority in use for a due year, as report R6 has it.
fn used(ledger: &Ledger, as_of: &str, (title, year): (&str, i32)) -> Money {
    let times = Times { as_of: day(as_of), known: ledger.head().seq };
    let rows = query::authority(ledger, times).unwrap();
    let own = rows.iter().filter(|row| row.title.as_str() == title && row.due_year.0 == year);
    own.map(|row| row.used).sum()
}

fn parts(found: &TitleYear) -> [Money; 3] {
    [found.new, found.from_authority, found.carried]
}

#[test]
fn an_increase_and_a_restored_return_are_granted_in_their_own_year() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let investive = of_year(&ledger, "2021-12-31", (TITLE, 2021));
    // Sömmerda 1.200.000, the increase 80.000 and what was returned and restored 40.000.
    assert_eq!(parts(&investive), ["1320000,00", "1580000,00", "0,00"].map(money));
    let consumptive = of_year(&ledger, "2021-12-31", (CONSUMPTIVE, 2021));
    assert_eq!(parts(&consumptive), ["360000,00", "0,00", "12500,00"].map(money));
}

#[test]
fn what_report_r1_has_from_authority_is_what_report_r6_has_in_use_but_for_claims() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    for as_of in ["2020-12-31", "2021-06-30", "2021-12-31", "2022-12-31"] {
        for (title, year) in
            [(TITLE, 2021), (TITLE, 2022), (CONSUMPTIVE, 2021), (CONSUMPTIVE, 2022)]
        {
            let found = of_year(&ledger, as_of, (title, year)).from_authority;
            assert_eq!(found, used(&ledger, as_of, (title, year)), "{as_of} {title} {year}");
        }
    }
    assert_eq!(used(&ledger, "2021-12-31", (TITLE, 2021)), money("1580000,00"));
    // A claim lowers the due line and gives no authority back (domain.md section 8.4).
    let claimed = of_year(&ledger, "2020-12-31", (TITLE, 2020)).from_authority;
    let in_use = used(&ledger, "2020-12-31", (TITLE, 2020));
    assert_eq!(in_use - claimed, money("37500,00"));
}

#[test]
fn what_lowers_a_due_line_lowers_what_it_belongs_to_and_comes_back_there() {
    let mut table = Table::new();
    let mut expect = |lines: &str, expected: [&str; 3]| {
        table.run(lines);
        let found = of_year(&table.ledger, "2021-12-31", (TITLE, 2021));
        assert_eq!(parts(&found), expected.map(money), "{lines}");
    };
    expect("2020-02-03 | Roth | grant G1 2021:600,00/2020 | ok", ["0,00", "600,00", "0,00"]);
    expect("2021-02-01 | Roth | increase G1 2021:100,00 as i | ok", ["100,00", "600,00", "0,00"]);
    expect("2021-02-01 | Roth | reverse i | ok", ["0,00", "600,00", "0,00"]);
    expect("2021-02-02 | Roth | increase G1 2021:50,00 | ok", ["50,00", "600,00", "0,00"]);
    expect(
        "2021-02-03 | Roth | reduce G1 2021:200,00/2020>lapsed | ok",
        ["50,00", "400,00", "0,00"],
    );
    expect(
        "2021-03-01 | Weber | draw G1 2021 450,00 as d  | ok
         2021-03-02 | Roth  | order d 450,00 as o       | ok
         2021-03-03 | Lang  | pay o as p                | ok
         2021-04-01 | Roth  | claim p 70,00 as c        | ok",
        ["0,00", "380,00", "0,00"],
    );
    expect("2021-04-02 | Roth | annul c 30,00 | ok", ["10,00", "400,00", "0,00"]);
    expect("2021-04-06 | Roth | annul c 40,00 | ok", ["50,00", "400,00", "0,00"]);
}
