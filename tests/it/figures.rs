//! Figures of reports that are easily told wrong: shortfalls, what is left of past years, suspended
//! claims, interest by year, what became of a claim, grants without an amount.

use foerderbuch::domain::date::berlin_day;
use foerderbuch::domain::{FiscalYear, Kind, Money, Stage};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report, Row, RowKind, budget, claims, counties, programme};
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::{Table, day, money};

fn at(ledger: &Ledger, as_of: &str) -> Times {
    Times { as_of: day(as_of), known: ledger.head().seq }
}

fn find<'a>(report: &'a Report, caption: &str) -> &'a foerderbuch::report::Table {
    let tables = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(|table| table.caption.key == caption).expect("a table of that caption")
}

fn amount(cell: &Cell) -> Money {
    match cell {
        Cell::Money(amount, _) => *amount,
        Cell::Nil | Cell::Empty => Money::ZERO,
        other => panic!("{other:?} is no amount"),
    }
}

/// The amount below a head, if the table has such a column.
fn under(table: &foerderbuch::report::Table, row: &Row, head: &str) -> Option<Money> {
    let place = table.columns.iter().position(|column| column.head.key == head)?;
    Some(amount(&row.cells[place]))
}

/// The figures below a head from top to bottom, the sum last.
fn column(report: &Report, caption: &str, head: &str) -> Option<Vec<Money>> {
    let table = find(report, caption);
    let items = table.rows[..table.rows.len() - 1].iter();
    assert!(items.clone().all(|row| row.kind == RowKind::Item));
    let found: Option<Vec<Money>> = table.rows.iter().map(|row| under(table, row, head)).collect();
    let found = found?;
    let (sum, items) = found.split_last()?;
    assert_eq!(*sum, items.iter().copied().sum(), "{head}");
    Some(found)
}

fn euros(amounts: &[&str]) -> Vec<Money> {
    amounts.iter().map(|amount| money(amount)).collect()
}

fn of_budget(ledger: &Ledger, as_of: &str, year: i32) -> Report {
    budget::budget(&query::budget_data(ledger, at(ledger, as_of), FiscalYear(year)).unwrap())
}

#[test]
fn a_shortfall_of_one_title_is_not_set_off_against_what_another_has() {
    let ledger = super::budget::short();
    let report = of_budget(&ledger, "2020-12-31", 2020);
    let column = |head| column(&report, "budget-report-used", head);
    assert_eq!(column("budget-report-left"), Some(euros(&["1100000,00", "0,00", "1100000,00"])));
    assert_eq!(column("report-short"), Some(euros(&["0,00", "962500,00", "962500,00"])));
    assert_eq!(column("report-prebound"), None);

    let data = query::programme_data(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let report = programme::programme(&data, None);
    let years = find(&report, "programme-years-caption");
    let of_2020 = years.rows.iter().find(|row| row.cells[0] == Cell::Year(FiscalYear(2020)));
    let of_2020 = of_2020.unwrap();
    assert_eq!(under(years, of_2020, "stage-available"), Some(money("1100000,00")));
    assert_eq!(under(years, of_2020, "report-short"), Some(money("962500,00")));
    let sum = years.rows.last().unwrap();
    assert_eq!(under(years, sum, "report-short"), Some(money("962500,00")));
    assert_eq!(under(years, sum, "stage-available"), Some(money("38900000,00")));
}

#[test]
fn what_is_bound_ahead_of_a_vote_is_no_shortfall_and_has_a_column_of_its_own() {
    let mut table = Table::new();
    table.run(
        "2020-01-03 | Kern | authority 2020>2022 1000,00    | ok
         2020-02-03 | Roth | grant G1 2022:1000,00/2020     | ok",
    );
    let report = of_budget(&table.ledger, "2020-12-31", 2022);
    let column = |head| column(&report, "budget-report-used", head);
    assert_eq!(column("report-prebound"), Some(euros(&["1000,00", "1000,00"])));
    assert_eq!(column("report-short"), None);
    assert_eq!(column("budget-report-left"), Some(euros(&["0,00", "0,00"])));
}

#[test]
fn what_is_left_of_a_past_year_is_not_called_available() {
    let ledger = sample::in_memory().unwrap();
    let report = of_budget(&ledger, "2020-12-31", 2019);
    let column_of = |head| column(&report, "budget-report-used", head);
    assert_eq!(column_of("budget-report-left"), None);
    let open = column_of("programme-column-rest-open").unwrap();
    assert_eq!(open.last(), Some(&money("17650000,00")));
    let own = of_budget(&ledger, "2020-12-31", 2020);
    assert!(column(&own, "budget-report-used", "budget-report-left").is_some());
}

/// 900,00 € paid to each of two grants, and 100,00 € claimed of each, due on 2020-04-30.
fn claimed() -> Table {
    let mut table = Table::new();
    for (grant, draw) in [("G1", "d"), ("G2", "e")] {
        table.run(&format!(
            "2020-02-03 | Roth  | grant {grant} 2020:900,00 | ok
             2020-02-04 | Weber | draw {grant} 2020 900,00 as {draw} | ok
             2020-02-05 | Roth  | order {draw} 900,00 as {draw}o | ok
             2020-02-06 | Lang  | pay {draw}o as {draw}p | ok
             2020-03-02 | Roth  | claim {draw}p 100,00 due 2020-04-30 as {draw}c | ok"
        ));
    }
    table
}

fn of_claims(ledger: &Ledger, as_of: &str, year: Option<i32>) -> Report {
    let data = query::claim_data(ledger, at(ledger, as_of)).unwrap();
    claims::claims(&data, year.map(FiscalYear))
}

fn figure(report: &Report, key: &str) -> Money {
    let Some(Block::Figures(figures)) = report.blocks.first() else { panic!("no figures") };
    amount(&figures.iter().find(|(label, _)| label.key == key).unwrap().1)
}

#[test]
fn a_suspended_claim_is_owed_and_not_overdue() {
    let mut table = claimed();
    table.run("2020-05-04 | Roth | suspend dc | ok");
    let report = of_claims(&table.ledger, "2020-12-31", None);
    assert_eq!(figure(&report, "claims-left"), money("200,00"));
    assert_eq!(figure(&report, "claims-overdue"), money("100,00"));
    let states = find(&report, "claims-claims").rows.iter().map(|row| row.cells.last().unwrap());
    let late = states.filter(
        |cell| matches!(cell, Cell::Phrase(phrase) if phrase.key == "claims-state-overdue"),
    );
    assert_eq!(late.count(), 1);
    let listed: Money = query::deadlines(&table.ledger, at(&table.ledger, "2020-12-31"))
        .unwrap()
        .iter()
        .filter(|row| row.kind == foerderbuch::domain::deadline::DeadlineKind::Claim)
        .filter_map(|row| row.amount)
        .sum();
    assert_eq!(listed, figure(&report, "claims-overdue"));
}

#[test]
fn what_became_of_a_claim_is_told_apart() {
    let mut table = claimed();
    table.run(
        "2020-05-04 | Roth   | annul dc 30,00            | ok
         2020-05-04 | Brandt | waive dc 20,00            | ok
         2020-05-05 | Lang   | repay dc 10,00            | ok
         2020-05-06 | Roth   | grant G3 2020:80,00       | ok
         2020-05-07 | Weber  | draw G3 2020 80,00 as f   | ok
         2020-05-07 | Roth   | order f as fo             | ok
         2020-05-08 | Lang   | pay fo as fp              | ok
         2020-05-11 | Lang   | repay ec 50,00 set-off fp | ok",
    );
    let report = of_claims(&table.ledger, "2020-12-31", None);
    let column = |head| column(&report, "claims-claims", head);
    assert_eq!(column("claims-column-repaid"), Some(euros(&["10,00", "0,00", "10,00"])));
    assert_eq!(column("claims-column-set-off"), Some(euros(&["0,00", "50,00", "50,00"])));
    assert_eq!(column("claims-column-waived"), Some(euros(&["20,00", "0,00", "20,00"])));
    assert_eq!(column("claims-column-annulled"), Some(euros(&["30,00", "0,00", "30,00"])));
    assert_eq!(column("claims-left"), Some(euros(&["40,00", "50,00", "90,00"])));
    let total = query::balance(&table.ledger, at(&table.ledger, "2020-12-31"), GroupBy::Stage);
    let total = total.unwrap().total.sums;
    assert_eq!(total.at(Stage::WrittenOff), money("20,00"));
    assert_eq!(total.at(Stage::Reclaimed), money("90,00"));
}

#[test]
fn repaid_and_waived_are_what_the_stages_have() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let report = of_claims(&ledger, "2022-12-31", None);
    let sum = |head| column(&report, "claims-claims", head).and_then(|found| found.last().copied());
    let total = query::balance(&ledger, at(&ledger, "2022-12-31"), GroupBy::Stage).unwrap();
    let at = |stage| Some(total.total.sums.at(stage));
    assert_eq!(sum("claims-column-waived"), at(Stage::WrittenOff));
    // 37.500,00 € came back before the books of 2020 were closed and lowered the Ist; 40.000,00 €
    // came back unused, without a claim.
    let (early, unused) = (money("37500,00"), money("40000,00"));
    let later = at(Stage::Returned).map(|returned| returned + early - unused);
    assert_eq!(sum("claims-column-repaid"), later);
    assert_eq!(sum("claims-column-annulled"), Some(money("5000,00")));
}

#[test]
fn interest_belongs_to_the_year_of_its_payment() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let of = |year| {
        let report = of_claims(&ledger, "2022-12-31", year);
        column(&report, "claims-interest", "claims-column-interest")
    };
    // Delay interest of EG-2019-002, reclaim interest of EG-2019-003 and EG-2019-004.
    let all = Some(euros(&["665,21", "1030,00", "1975,31", "3670,52"]));
    assert_eq!(of(Some(2020)), all);
    assert_eq!(of(None), all);
    let nothing = of_claims(&ledger, "2022-12-31", Some(2019));
    assert!(matches!(nothing.blocks[0], Block::Paragraph(_)));
}

#[test]
fn interest_on_claims_of_two_years_of_one_grant_is_told_once() {
    let mut table = Table::new();
    table.run(
        "2020-01-02 | Kern  | setting base_rate 2016-07-01 2022-12-31 -0.88 | ok
         2020-02-03 | Roth  | grant G1 2020:900,00 2021:900,00/2020 | ok
         2020-02-04 | Weber | draw G1 2020 900,00 as d       | ok
         2020-02-05 | Roth  | order d 900,00 as do           | ok
         2020-02-06 | Lang  | pay do as dp                   | ok
         2021-02-04 | Weber | draw G1 2021 900,00 as e       | ok
         2021-02-05 | Roth  | order e 900,00 as eo           | ok
         2021-02-08 | Lang  | pay eo as ep                   | ok
         2021-06-01 | Roth  | claim dp 375,00 effect 2020-06-15 as dc | ok
         2021-06-01 | Roth  | claim ep 375,00 effect 2021-02-08 as ec | ok
         2021-06-02 | Roth  | interest dc reclaim 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2021 | ok",
    );
    let of = |year| {
        let report = of_claims(&table.ledger, "2021-12-31", year);
        column(&report, "claims-interest", "claims-column-interest").map(|found| found.len())
    };
    assert_eq!([of(Some(2020)), of(None)], [Some(2), Some(2)]);
    let report = of_claims(&table.ledger, "2021-12-31", Some(2021));
    assert_eq!(figure(&report, "claims-amount"), money("375,00"));
    assert_eq!(figure(&report, "claims-interest-left"), Money::ZERO);
}

#[test]
fn counties_count_every_grant_even_one_without_an_amount() {
    let mut table = Table::new();
    table.run(
        "2020-02-03 | Weber | register 99001 Verband                  | ok
         2020-02-03 | Roth  | grant G1 of-recipient 99001 2020:900,00 | ok
         2020-02-04 | Roth  | reduce G1 2020:900,00                   | ok
         2020-02-05 | Roth  | grant G2 2020:900,00                    | ok",
    );
    let ledger = &table.ledger;
    let times = at(ledger, "2020-12-31");
    let report = counties::counties(&query::area_data(ledger, times, FiscalYear(2020)).unwrap());
    let found = find(&report, "counties-title");
    let grants = query::grants(ledger, times).unwrap().len();
    assert_eq!(grants, 2);
    let place = found.columns.iter().position(|c| c.head.key == "programme-column-grants").unwrap();
    let count = Cell::Number(i64::try_from(grants).unwrap());
    assert_eq!(found.rows.last().unwrap().cells[place], count);
}

#[test]
fn what_a_remainder_replaced_is_told_apart_from_what_was_booked_as_lapsed() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    for (year, replaced, booked) in
        [(2020, "3212500,00", "9637500,00"), (2021, "1100000,00", "13177500,00")]
    {
        let report = of_budget(&ledger, "2022-12-31", year);
        let sum_of = |head| column(&report, "budget-report-used", head).unwrap().pop().unwrap();
        assert_eq!(sum_of("report-replaced"), money(replaced), "{year}");
        assert_eq!(sum_of("report-lapse-booked"), money(booked), "{year}");
        // No amount stands in a row twice: what became of the funds is all of them.
        let table = find(&report, "budget-report-used");
        for row in &table.rows {
            let amounts: Vec<Money> = row.cells[2..].iter().map(amount).collect();
            assert_eq!(amounts[0], amounts[1..].iter().copied().sum(), "{year} {row:?}");
        }
        let whole = Cell::Money(money(replaced) + money(booked), None);
        assert_eq!(noted(&report, "report-note-lapse", "whole"), Some(whole), "{year}");
        let rests = find(&report, "budget-report-rests");
        let own = rests.rows.iter().filter(|row| row.cells[0] == Cell::Year(FiscalYear(year)));
        let own: Vec<&Row> = own.collect();
        let of = |head| -> Money { own.iter().filter_map(|row| under(rests, row, head)).sum() };
        assert_eq!(of("budget-col-charged"), money(replaced), "{year}");
        assert_eq!(of("report-lapse-booked"), money(booked), "{year}");
    }
    let report = of_budget(&ledger, "2022-12-31", 2019);
    assert_eq!(noted(&report, "report-note-lapse", "whole"), None);
    assert_eq!(column(&report, "budget-report-used", "report-replaced"), None);
    let lapsed = column(&report, "budget-report-used", "budget-col-lapsed").unwrap();
    assert_eq!(lapsed.last(), Some(&money("15650000,00")));
}

/// What a note says of something; nothing without the note.
fn noted(report: &Report, key: &str, name: &str) -> Option<Cell> {
    let note = report.blocks.iter().find_map(|block| match block {
        Block::Note(note) if note.key == key => Some(note),
        _ => None,
    })?;
    note.args.iter().find(|(of, _)| *of == name).map(|(_, said)| said.clone())
}

#[test]
fn authority_that_became_free_after_its_year_is_not_told_as_booked_lapse() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let of = |report: &Report, (from, due): (i32, i32), head: &str| -> Option<Money> {
        let table = find(report, "budget-report-authority");
        let years = [from, due].map(|year| Cell::Year(FiscalYear(year)));
        let own = table.rows.iter().filter(|row| row.cells[..2] == years);
        own.map(|row| under(table, row, head)).sum()
    };
    let before = of_budget(&ledger, "2020-12-31", 2020);
    assert_eq!(of(&before, (2019, 2021), "budget-col-ve-used"), Some(money("800000,00")));
    assert_eq!(of(&before, (2019, 2021), "budget-col-ve-freed"), None);
    assert_eq!(noted(&before, "budget-report-note-freed", "amount"), None);

    let report = of_budget(&ledger, "2022-12-31", 2022);
    for (years, used, freed, lapsed) in [
        ((2019, 2021), "780000,00", "20000,00", "2200000,00"),
        ((2020, 2021), "800000,00", "200000,00", "4500000,00"),
    ] {
        let of = |head| of(&report, years, head);
        assert_eq!(of("budget-col-ve-used"), Some(money(used)), "{years:?}");
        assert_eq!(of("budget-col-ve-freed"), Some(money(freed)), "{years:?}");
        assert_eq!(of("budget-col-lapsed"), Some(money(lapsed)), "{years:?}");
    }
    let freed = Cell::Money(money("220000,00"), None);
    assert_eq!(noted(&report, "budget-report-note-freed", "amount"), Some(freed));
    let table = find(&report, "budget-report-authority");
    for row in &table.rows {
        let amounts: Vec<Money> = row.cells[3..].iter().map(amount).collect();
        assert_eq!(amounts[0], amounts[1..].iter().copied().sum(), "{row:?}");
    }
    // All that is told as lapsed was booked so.
    let sum = table.rows.last().unwrap();
    let all = query::posting_rows(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let booked = all.iter().filter(|event| event.kind == Kind::AuthorityLapsed);
    let booked = booked.flat_map(|event| &event.postings);
    let booked = booked.filter(|posting| posting.account.stage == Stage::VeLapsed);
    let booked: Money = booked.map(|posting| posting.amount).sum();
    assert_eq!(under(table, sum, "budget-col-lapsed"), Some(booked));
}

#[test]
fn report_r1_says_by_year_what_of_the_lapsed_a_remainder_replaced() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let data = query::programme_data(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let report = programme::programme(&data, Some(FiscalYear(2022)));
    let column = |head| column(&report, "programme-of-lapsed", head).unwrap();
    let booked = ["15650000,00", "9637500,00", "13177500,00", "38465000,00"];
    assert_eq!(column("report-lapse-booked"), euros(&booked));
    let replaced = ["0,00", "3212500,00", "1100000,00", "4312500,00"];
    assert_eq!(column("report-replaced"), euros(&replaced));
    let lapsed = ["15650000,00", "12850000,00", "14277500,00", "42777500,00"];
    assert_eq!(column("stage-lapsed"), euros(&lapsed));
    // A figure opens the bookings that it is made of, or none.
    let all = query::posting_rows(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let table = find(&report, "programme-of-lapsed");
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        let Cell::Money(amount, Some(filter)) = cell else { continue };
        let postings = all.iter().flat_map(|event| &event.postings);
        let own = postings.filter(|posting| {
            let year = filter.fiscal_year;
            filter.stages.contains(&posting.account.stage)
                && year.is_none_or(|year| year == posting.account.fiscal_year)
        });
        assert_eq!(*amount, own.map(|posting| posting.amount).sum(), "{filter:?}");
    }
    // Without such remainders there is nothing to tell apart.
    let data = query::programme_data(&ledger, at(&ledger, "2021-01-31")).unwrap();
    let report = programme::programme(&data, None);
    assert_eq!(noted(&report, "report-note-lapse", "whole"), None);
}

#[test]
fn where_more_flowed_out_than_is_granted_a_footnote_says_why() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let text = Text::new(Lang::De);
    let told = |as_of: &str| {
        let data = query::programme_data(&ledger, at(&ledger, as_of)).unwrap();
        let report = programme::programme(&data, Some(FiscalYear(2020)));
        let notes: Vec<(u8, String)> = report
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Footnote(mark, note) => Some((*mark, words::phrase(&text, note))),
                _ => None,
            })
            .filter(|(_, said)| said.starts_with("Mittelabfluss"))
            .collect();
        let rows = find(&report, "programme-titles").rows.clone();
        (notes, rows)
    };
    let (notes, rows) = told("2022-12-31");
    let [(mark, said)] = notes.as_slice() else { panic!("one note: {notes:?}") };
    for amount in
        ["72.000,00 Euro mehr", "40.000,00 Euro sind als nicht verwendet", "32.000,00 Euro"]
    {
        assert!(said.replace('\u{a0}', " ").contains(amount), "{amount}: {said}");
    }
    let (granted, outflow) = (6, 8);
    let mut marked = 0;
    for row in &rows {
        let above = amount(&row.cells[outflow]) > amount(&row.cells[granted]);
        assert_eq!(row.marks.contains(&(outflow, *mark)), above, "{row:?}");
        marked += usize::from(above);
    }
    assert!(marked > 0);
    let above = rows.iter().find(|row| amount(&row.cells[outflow]) == money("3962500,00")).unwrap();
    assert_eq!(amount(&above.cells[granted]), money("3890500,00"));

    let (notes, rows) = told("2020-12-31");
    assert!(notes.is_empty(), "{notes:?}");
    assert!(rows.iter().all(|row| row.marks.iter().all(|(place, _)| *place != outflow)));
}

#[test]
fn notes_for_the_reader_stand_below_the_day_on_which_they_were_recorded() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let recorded = query::programme(&ledger).unwrap().recorded_on;
    let founding = query::event(&ledger, 1).unwrap().unwrap();
    assert_eq!(recorded, berlin_day(founding.recorded_at));
    let headings = |as_of: &str| -> Vec<foerderbuch::report::Phrase> {
        let data = query::programme_data(&ledger, at(&ledger, as_of)).unwrap();
        let blocks = programme::programme(&data, Some(FiscalYear(2019))).blocks;
        let all = blocks.into_iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.key == "programme-notes" => Some(heading),
            _ => None,
        });
        all.collect()
    };
    for as_of in ["2019-12-31", "2022-12-31"] {
        let found = headings(as_of);
        assert_eq!(found.len(), 1, "{as_of}");
        assert_eq!(found[0].args, [("day", Cell::Day(recorded))], "{as_of}");
    }
    // What is founded later has not been noted yet.
    let before = founding.effective_on.pred_opt().unwrap();
    assert!(headings(&before.to_string()).is_empty());
}
