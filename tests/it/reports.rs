//! Reports R2 to R7: their figures in the worked example (domain.md section 8), and that they add
//! up to the balances of the ledger at both times.

use foerderbuch::domain::{FiscalYear, ImpreciseDate, Money, Stage};
use foerderbuch::ops::sample;
use foerderbuch::render::words;
use foerderbuch::report::unit::{Unit, in_unit};
use foerderbuch::report::{
    Block, Bound, Cell, Phrase, Report, Row, RowKind, Table, budget, cases, claims, counties,
    progress, proofs,
};
use foerderbuch::store::view::{GroupBy, Sums, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::{day, money};

const DAYS: [(&str, i32); 4] =
    [("2019-06-30", 2019), ("2020-12-31", 2020), ("2021-12-31", 2021), ("2022-12-31", 2022)];

/// The example with what came after 2020: carry-overs, claims, proofs.
fn later() -> Ledger {
    sample::in_memory_through(sample::Through::Year2022).unwrap()
}

fn at(ledger: &Ledger, as_of: &str) -> Times {
    Times { as_of: day(as_of), known: ledger.head().seq }
}

fn table(report: &Report, caption: &str) -> Table {
    let found = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table.clone()),
        _ => None,
    });
    found.expect("a table of that caption")
}

fn amount(cell: &Cell) -> Money {
    match cell {
        Cell::Money(amount, _) => *amount,
        Cell::Nil | Cell::Empty => Money::ZERO,
        other => panic!("{other:?} is no amount"),
    }
}

/// Amounts of the columns in a row, a dash as nothing.
fn amounts(row: &Row, columns: std::ops::Range<usize>) -> Vec<Money> {
    row.cells[columns].iter().map(amount).collect()
}

fn last(table: &Table) -> &Row {
    let row = table.rows.last().unwrap();
    assert_eq!(row.kind, RowKind::Sum);
    row
}

/// The sum row is the sum of the items above it.
fn assert_adds_up(table: &Table, columns: std::ops::Range<usize>) {
    for place in columns {
        let items = table.rows.iter().filter(|row| row.kind == RowKind::Item);
        let sum: Money = items.map(|row| amount(&row.cells[place])).sum();
        assert_eq!(sum, amount(&last(table).cells[place]), "column {place}");
    }
}

fn euros(amounts: &[&str]) -> Vec<Money> {
    amounts.iter().map(|amount| money(amount)).collect()
}

/// Total of the ledger and of one fiscal year: in force, *Ist*, still open.
fn of_ledger(ledger: &Ledger, times: Times, year: i32) -> [Money; 5] {
    let balance = query::balance(ledger, times, GroupBy::Year).unwrap();
    let own = balance.rows.iter().find(|row| row.key == year.to_string()).unwrap();
    let total = &balance.total;
    [total.granted, total.sums.actual(), total.sums.open(), own.granted, own.sums.actual()]
}

#[test]
fn counties_and_grants_add_up_to_the_balance_of_every_day() {
    let ledger = later();
    for (as_of, year) in DAYS {
        let (times, year) = (at(&ledger, as_of), FiscalYear(year));
        let wanted = of_ledger(&ledger, times, year.0);
        let report = counties::counties(&query::area_data(&ledger, times, year).unwrap());
        let found = table(&report, "counties-title");
        assert_adds_up(&found, 4..10);
        assert_eq!(amounts(last(&found), 5..10), wanted, "counties {as_of}");
        let report = cases::cases(&query::case_data(&ledger, times, year).unwrap());
        let found = table(&report, "cases-title");
        let columns = found.columns.len();
        assert_adds_up(&found, 4..columns);
        assert_eq!(amounts(last(&found), columns - 5..columns), wanted, "grants {as_of}");
    }
}

#[test]
fn counties_of_2020_are_those_of_the_worked_example() {
    let ledger = sample::in_memory().unwrap();
    let data = query::area_data(&ledger, at(&ledger, "2020-12-31"), FiscalYear(2020)).unwrap();
    let report = counties::counties(&data);
    let found = table(&report, "counties-title");
    // 23 counties and cities, their sum, six communes, the sum of all.
    assert_eq!(found.rows.len(), 23 + 1 + 6 + 1);
    let county = found.rows.iter().find(|row| row.cells[2] == Cell::Text("16066".into())).unwrap();
    assert_eq!(county.cells[1], Cell::Text("SM".into()), "as on its tile");
    assert_eq!(
        amounts(county, 5..10),
        euros(&["2200000,00", "2200000,00", "0,00", "2200000,00", "2200000,00"])
    );
    assert_eq!(county.cells[10], Cell::Percent(rust_decimal::Decimal::new(3056, 2)));
    assert_eq!(
        amounts(last(&found), 5..10),
        euros(&["9412500,00", "7200000,00", "2212500,00", "4862500,00", "4850000,00"])
    );
    let rounded = table(&in_unit(report, Unit::Thousand), "counties-title");
    let thousands = |row: &Row| match row.cells[9] {
        Cell::Thousands(amount, _) => amount,
        _ => 0,
    };
    let items = rounded.rows.iter().filter(|row| row.kind == RowKind::Item);
    let items: Vec<i64> = items.map(thousands).filter(|amount| *amount != 0).collect();
    assert_eq!(items, [2200, 900, 700, 413, 250, 220, 168]);
    assert_eq!(items.iter().sum::<i64>(), 4851);
    assert_eq!(thousands(last(&rounded)), 4850);
}

#[test]
fn grants_show_what_was_requested_and_what_was_refused() {
    let ledger = later();
    for (as_of, year) in DAYS {
        let times = at(&ledger, as_of);
        let data = query::case_data(&ledger, times, FiscalYear(year)).unwrap();
        let found = table(&cases::cases(&data), "cases-title");
        let all = query::cases(&ledger, times).unwrap();
        assert_eq!(found.rows.len(), all.len() + 1);
        let requested: Money = all.iter().filter_map(|case| case.requested).sum();
        assert!(requested.is_positive());
        assert_eq!(amount(&last(&found).cells[4]), requested, "{as_of}");
        for row in &found.rows {
            let refused = row.cells[3] == Cell::Phrase(phrase("case-state-rejected"));
            let wanted = if refused { amount(&row.cells[4]) } else { Money::ZERO };
            assert!(row.kind == RowKind::Sum || amount(&row.cells[5]) == wanted, "{row:?}");
        }
    }
}

#[test]
fn grants_show_what_a_notice_left_out_of_the_application() {
    let ledger = later();
    let times = at(&ledger, "2022-12-31");
    let found = table(
        &cases::cases(&query::case_data(&ledger, times, FiscalYear(2022)).unwrap()),
        "cases-title",
    );
    let mut some = 0;
    for case in query::cases(&ledger, times).unwrap() {
        let row = found.rows.iter().find(|row| row.cells[0] == Cell::Text(case.grant.to_string()));
        let shown = amount(&row.unwrap().cells[6]);
        let kinds = [foerderbuch::domain::Kind::GrantIssued];
        let notices = query::events_of_kinds(&ledger, times, &kinds).unwrap();
        let notice = notices.iter().find(|event| event.body.grant() == Some(&case.grant));
        let given = notice.and_then(|event| event.body.amount());
        let given = given.map(|given| given.max(case.granted));
        let wanted = given.map_or(Money::ZERO, |given| case.requested.unwrap() - given);
        assert_eq!(shown, wanted, "{}", case.grant);
        some += usize::from(shown.is_positive());
    }
    assert!(some > 0);
}

fn phrase(key: &'static str) -> Phrase {
    Phrase::new(key)
}

#[test]
fn the_budget_adds_up_in_every_row_and_year() {
    let ledger = later();
    for (as_of, _) in DAYS {
        for year in 2019..=2022 {
            let times = at(&ledger, as_of);
            let report =
                budget::budget(&query::budget_data(&ledger, times, FiscalYear(year)).unwrap());
            let (voted, used) =
                (table(&report, "budget-report-voted"), table(&report, "budget-report-used"));
            assert_adds_up(&voted, 2..9);
            let columns = used.columns.len();
            assert_adds_up(&used, 2..columns);
            // Behind what is left stands what is taken.
            let left = ["budget-report-left", "programme-column-rest-open"];
            let left = used.columns.iter().position(|column| left.contains(&column.head.key));
            let behind = left.unwrap() - 1;
            for (one, other) in voted.rows.iter().zip(&used.rows) {
                let (one, other) = (amounts(one, 2..9), amounts(other, 2..columns));
                assert_eq!(one[5], one[..5].iter().copied().sum(), "{as_of} {year}");
                assert_eq!(other[0], one[5]);
                let taken: Money = other[behind..].iter().copied().sum();
                let places: Money = other[1..behind].iter().copied().sum();
                assert_eq!(other[0], places - taken, "{as_of} {year}");
            }
            let authority = table(&report, "budget-report-authority");
            let columns = 3..authority.columns.len();
            assert_adds_up(&authority, columns.clone());
            for row in &authority.rows {
                let row = amounts(row, columns.clone());
                assert_eq!(row[0], row[1..].iter().copied().sum());
            }
        }
    }
}

#[test]
fn the_budget_of_2020_is_that_of_the_worked_example() {
    let ledger = sample::in_memory().unwrap();
    let times = at(&ledger, "2020-12-31");
    let report = budget::budget(&query::budget_data(&ledger, times, FiscalYear(2020)).unwrap());
    assert_eq!(
        amounts(last(&table(&report, "budget-report-used")), 2..9),
        euros(&["20000000,00", "4850000,00", "12500,00", "0,00", "0,00", "0,00", "15137500,00"])
    );
    let rests = table(&report, "budget-report-rests");
    let of_2019 = rests.rows.iter().filter(|row| row.cells[0] == Cell::Year(FiscalYear(2019)));
    let open: Money = of_2019.map(|row| amount(&row.cells[2])).sum();
    assert_eq!(open, money("17650000,00"));
    let authority = table(&report, "budget-report-authority");
    let used = |budget: i32, due: i32| -> Money {
        let of = |row: &&Row| {
            row.cells[0] == Cell::Year(FiscalYear(budget))
                && row.cells[1] == Cell::Year(FiscalYear(due))
        };
        authority.rows.iter().filter(of).map(|row| amount(&row.cells[4])).sum()
    };
    assert_eq!(used(2019, 2020), money("2520000,00"));
    assert_eq!(used(2019, 2021), money("800000,00"));
    assert_eq!(used(2020, 2021), money("1000000,00"));
    assert_eq!(used(2020, 2022), money("400000,00"));
}

#[test]
fn claims_add_up_to_what_is_owed() {
    let ledger = later();
    for (as_of, _) in DAYS {
        let times = at(&ledger, as_of);
        let report = claims::claims(&query::claim_data(&ledger, times).unwrap(), None);
        let total: Sums = query::balance(&ledger, times, GroupBy::Stage).unwrap().total.sums;
        let tables = report.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let mut owed = Money::ZERO;
        for table in tables {
            let first = match table.caption.key {
                "claims-claims" => 5,
                "claims-interest" => 8,
                _ => continue,
            };
            let left = table.columns.iter().position(|column| column.head.key == "claims-left");
            assert_adds_up(table, first..left.unwrap() + 1);
            owed += amount(&last(table).cells[left.unwrap()]);
        }
        assert_eq!(owed, total.at(Stage::Reclaimed) + total.at(Stage::RevenueDue), "{as_of}");
    }
    let ledger = sample::in_memory().unwrap();
    let times = at(&ledger, "2020-12-31");
    let report = claims::claims(&query::claim_data(&ledger, times).unwrap(), None);
    let found = table(&report, "claims-claims");
    assert_eq!(amounts(last(&found), 5..8), euros(&["37500,00", "37500,00", "0,00"]));
    let report =
        claims::claims(&query::claim_data(&ledger, at(&ledger, "2019-06-30")).unwrap(), None);
    assert!(matches!(report.blocks[0], Block::Paragraph(_)));
}

#[test]
fn proofs_show_what_was_paid_once_for_each_grant() {
    let ledger = later();
    for (as_of, _) in DAYS {
        let times = at(&ledger, as_of);
        let data = query::proof_data(&ledger, times).unwrap();
        let report = proofs::proofs(&data, None);
        let actual = query::balance(&ledger, times, GroupBy::Stage).unwrap().total.sums.actual();
        let found = table(&report, "proofs-title");
        assert_eq!(amount(&last(&found).cells[3]), actual, "{as_of}");
        assert_adds_up(&found, 3..4);
        assert_eq!(found.rows.len(), data.rows.len() + 1);
        let due = query::proofs_due(&ledger, times, 36_500).unwrap().len();
        let missing = data.rows.iter().filter(|row| row.received_on.is_none()).count();
        assert_eq!(missing, due, "{as_of}");
    }
    let later = query::proof_data(&ledger, at(&ledger, "2022-12-31")).unwrap();
    assert!(later.rows.iter().any(|row| row.checked.is_some()), "the example has checked proofs");
}

#[test]
fn milestones_of_a_year_are_those_that_touch_it() {
    let ledger = sample::in_memory().unwrap();
    let data = query::programme_data(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let rows = |year| {
        let report = progress::progress(&data, year);
        table(&report, "programme-milestones-caption").rows.len()
    };
    assert_eq!(rows(None), data.milestones.len());
    let in_year = rows(Some(FiscalYear(2021)));
    assert!(in_year > 0 && in_year < data.milestones.len());
    // A period lies in each of its years, not in its last one alone.
    let (from, until) = (day("2024-03-01"), day("2026-11-30"));
    let mut data = data;
    data.milestones.truncate(1);
    data.milestones[0].plan = Some(ImpreciseDate::period(from, until));
    (data.milestones[0].forecast, data.milestones[0].actual) = (None, None);
    let found = [2023, 2024, 2025, 2026, 2027].map(|year| {
        let report = progress::progress(&data, Some(FiscalYear(year)));
        matches!(report.blocks[0], Block::Figures(_))
    });
    assert_eq!(found, [false, true, true, true, false]);
    let nothing = progress::progress(&data, Some(FiscalYear(1999)));
    assert!(matches!(nothing.blocks[0], Block::Paragraph(_)));
}

#[test]
fn money_for_each_of_something_is_exact_in_every_unit_and_says_when_it_is_a_bound() {
    let ledger = later();
    let mut data = query::programme_data(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let known = |row: &&mut foerderbuch::store::view::IndicatorRow| row.per_unit.is_some();
    let row = data.indicators.iter_mut().find(known).expect("an indicator with money");
    let amount = row.per_unit.unwrap();
    let rates = |report: &Report| -> Vec<Cell> {
        let rows = table(report, "programme-indicators").rows;
        rows.into_iter().map(|row| row.cells[4].clone()).collect()
    };
    let rated = |cells: &[Cell], bound| cells.contains(&Cell::Rate(amount, bound));
    row.readings.last_mut().unwrap().more_than = true;
    let report = progress::progress(&data, None);
    assert!(rated(&rates(&report), Bound::AtMost) && rates(&report).contains(&Cell::Nil));
    assert_eq!(rates(&report), rates(&in_unit(report.clone(), Unit::Thousand)));
    let notes = |report: &Report, key: &str| {
        let note = |block: &&Block| matches!(block, Block::Note(note) if note.key == key);
        report.blocks.iter().filter(note).count()
    };
    let german = Text::new(Lang::De);
    let said = |block: &&Block| match block {
        Block::Note(note) => words::phrase(&german, note).starts_with("Ausgezahlt je Einheit: Ist"),
        _ => false,
    };
    assert_eq!(report.blocks.iter().filter(said).count(), 1);
    let with_money = rates(&report).iter().filter(|cell| **cell != Cell::Nil).count();
    assert_eq!(notes(&report, "progress-per-unit-basis"), with_money);
    for row in &mut data.indicators {
        row.readings.iter_mut().for_each(|reading| reading.more_than = false);
    }
    assert!(rated(&rates(&progress::progress(&data, None)), Bound::Exact));
}

/// A report in full, but for hashes and the note on what waited at the end of 2020: in these the
/// two ledgers differ from their first entry on.
fn unhashed(report: &Report) -> String {
    let told = format!("{report:?}");
    let in_hex = |word: &&str| word.len() == 64 && word.chars().all(|one| one.is_ascii_hexdigit());
    let note = |word: &&str| {
        ["Der Antrag des Landkreises", "The application of the county"]
            .iter()
            .any(|begin| word.starts_with(begin))
    };
    let told =
        told.split('"').filter(|word| !in_hex(word) && !note(word)).collect::<Vec<_>>().join("\"");
    let is_hash =
        |list: &str| list.split(", ").filter(|one| one.parse::<u8>().is_ok()).count() == 32;
    let parts = told.split('[').map(|part| match part.split_once(']') {
        Some((list, rest)) if is_hash(list) => rest,
        _ => part,
    });
    parts.collect::<Vec<_>>().join("[")
}

/// Every report of the longer ledger, at the Datenstand where the shorter one ends, is the report
/// of the shorter one: what came later changes nothing that was known then.
#[test]
fn reports_of_an_earlier_datenstand_are_those_of_that_time() {
    let (then, now) = (sample::in_memory().unwrap(), later());
    let known = then.head().seq;
    assert!(known < now.head().seq);
    for as_of in ["2019-06-30", "2020-12-31", "2022-12-31"] {
        let times = Times { as_of: day(as_of), known };
        let (before, after) =
            (super::forms::reports(&then, times, None), super::forms::reports(&now, times, None));
        assert!(before.len() > 9);
        for (before, after) in before.iter().zip(&after) {
            assert!(unhashed(before) == unhashed(after), "{} {as_of}", before.kind);
        }
        let head = Times { as_of: day(as_of), known: now.head().seq };
        let changed = super::forms::reports(&now, head, None);
        assert!(changed.iter().zip(&after).any(|(now, then)| now.blocks != then.blocks));
    }
}

#[test]
fn what_was_requested_is_refused_not_granted_undecided_or_was_granted() {
    let ledger = later();
    for (as_of, year) in DAYS {
        let times = at(&ledger, as_of);
        let data = query::case_data(&ledger, times, FiscalYear(year)).unwrap();
        let found = table(&cases::cases(&data), "cases-title");
        let place = |key: &str| found.columns.iter().position(|it| it.head.key == key);
        let seldom = ["cases-column-withdrawn", "cases-column-undecided"].map(place);
        assert_adds_up(&found, 4..found.columns.len());
        let mut rest = [Money::ZERO; 2];
        for line in &data.rows {
            let key = Cell::Text(line.case.grant.to_string());
            let row = found.rows.iter().find(|row| row.cells[0] == key).unwrap();
            let shown = amounts(row, 4..7);
            let own =
                seldom.map(|place| place.map_or(Money::ZERO, |place| amount(&row.cells[place])));
            for (sum, amount) in rest.iter_mut().zip(own) {
                *sum += amount;
            }
            let own = own[0] + own[1];
            let given = line.of_notice.map_or(Money::ZERO, |given| given.max(line.case.granted));
            if line.case.requested.is_some() {
                assert_eq!(shown[0], shown[1] + shown[2] + own + given, "{as_of} {key:?}");
            }
        }
        assert_eq!(seldom.map(|place| place.is_some()), rest.map(|sum| !sum.is_zero()), "{as_of}");
    }
}

#[test]
fn interest_is_received_waived_or_left() {
    let ledger = later();
    let data = query::claim_data(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let found = table(&claims::claims(&data, None), "claims-interest");
    let place = |key: &str| found.columns.iter().position(|it| it.head.key == key).unwrap();
    let parts = ["claims-column-interest", "claims-column-received", "claims-column-waived"];
    let [assessed, received, waived] = parts.map(place);
    let left = place("claims-left");
    for row in &found.rows {
        let at = |place: usize| amount(&row.cells[place]);
        assert_eq!(at(assessed), at(received) + at(waived) + at(left));
    }
    assert_adds_up(&found, assessed..left + 1);
    let d = found.rows.iter().find(|row| row.cells[0] == Cell::Text("EG-2019-004".into())).unwrap();
    let shown = [assessed, received, waived].map(|place| amount(&d.cells[place]));
    assert_eq!(shown, ["1975,31", "1500,00", "475,31"].map(money));
}

#[test]
fn report_r1_tells_what_of_a_past_year_is_bound_and_what_is_left() {
    use foerderbuch::report::programme::programme;
    let mut journal = super::table::Table::new();
    journal.run("2020-02-03 | Roth | grant G1 2020:600,00 | ok");
    let of = |as_of: &str| {
        let data = query::programme_data(&journal.ledger, at(&journal.ledger, as_of)).unwrap();
        let report = programme(&data, Some(FiscalYear(2020)));
        let notes = report.blocks.iter().filter_map(|block| match block {
            Block::Note(note) => Some(note.clone()),
            _ => None,
        });
        let notes: Vec<_> = notes.filter(|note| note.key == "programme-note-bound").collect();
        notes.iter().map(|note| amount(&note.args[1].1)).collect::<Vec<_>>()
    };
    assert_eq!(of("2020-12-31"), []);
    assert_eq!(of("2021-01-04"), [money("600,00")]);
}

#[test]
fn recipients_of_report_r1_count_every_grant_also_one_of_nothing() {
    use foerderbuch::report::programme::programme;
    let mut journal = super::table::Table::new();
    journal.run(
        "2020-02-03 | Roth | grant G1 2020:600,00                     | ok
         2020-02-03 | Roth | grant G2 2020:90,00 of-recipient 16076   | ok
         2020-02-03 | Roth | reduce G2 2020:90,00                     | ok",
    );
    let data = query::programme_data(&journal.ledger, at(&journal.ledger, "2020-12-31")).unwrap();
    let found = table(&programme(&data, None), "programme-recipients-caption");
    let count = |row: &Row| match row.cells[2] {
        Cell::Number(count) => count,
        _ => 0,
    };
    let items = found.rows.iter().filter(|row| row.kind == RowKind::Item);
    assert_eq!(items.map(count).sum::<i64>(), 2);
    assert_eq!(count(last(&found)), 2);
}
