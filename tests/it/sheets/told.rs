//! What sheets of the sample tell beside their amount: what was before, and the way until then.

use foerderbuch::domain::Kind;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Phrase, Report};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::{Journal, day, euros, fact, figures, made, money, prints, sheet_of, steps, times};

fn long_sample() -> Ledger {
    sample::in_memory_through(Through::Year2022).unwrap()
}

/// The sheet of the entry of a kind that has that voucher.
fn with_voucher(ledger: &Ledger, kind: Kind, voucher: &str) -> Report {
    let rows = query::journal(ledger, times(ledger)).unwrap();
    let mut found = rows.iter().filter(|row| row.kind == kind && row.voucher == voucher);
    made(ledger, found.next().expect("the entry").seq).unwrap()
}

/// The rows of a table of the sheet, without its sum.
fn rows(report: &Report, caption: &str) -> Vec<Vec<Cell>> {
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table),
        _ => None,
    });
    table.expect("the table").rows.iter().map(|row| row.cells.clone()).collect()
}

fn kinds(report: &Report) -> Vec<Cell> {
    steps(report).into_iter().map(|step| step[0].clone()).collect()
}

#[test]
fn a_return_that_is_granted_again_has_the_sheet_of_an_amendment() {
    let ledger = long_sample();
    let voucher = "Änderungsbescheid EG-2019-001/1";
    let report = with_voucher(&ledger, Kind::CommitmentRestored, voucher);
    assert_eq!(report.title.key, "sheet-amendment");
    assert_eq!(
        fact(&report, "sheet-reason"),
        Some(Cell::Text("Bauabschnitt wird 2021 nachgeholt".into()))
    );
    let notice = figures(&report);
    assert_eq!(notice[0], notice[1], "the grant stays, its due line moves");
    assert_eq!(notice[2], Cell::Day(day("2021-06-21")));
    let lines = rows(&report, "sheet-changed");
    let moved = |row: &[Cell]| {
        let amount = |cell: &Cell| match cell {
            Cell::Money(amount, None) => *amount,
            other => panic!("{other:?}"),
        };
        (row[1].clone(), amount(&row[4]) - amount(&row[3]), amount(&row[5]))
    };
    let year = |year| Cell::Year(foerderbuch::domain::FiscalYear(year));
    let (less, more) = (money("-40000,00"), money("40000,00"));
    assert_eq!(moved(&lines[0]), (year(2020), less, less));
    assert_eq!(moved(&lines[1]), (year(2021), more, more));
    assert_eq!(kinds(&report), [Kind::UnusedReturned, Kind::CommitmentRestored].map(Cell::Kind));
    prints(&report);
}

#[test]
fn an_amendment_says_what_held_before() {
    let ledger = long_sample();
    let told = |kind, voucher| with_voucher(&ledger, kind, voucher);
    let report = told(Kind::GrantAmended, "Änderungsbescheid EG-2020-001/1");
    let (before, then) = (day("2020-12-31"), day("2021-12-31"));
    let period = |from, to| {
        vec![vec![Cell::Phrase(Phrase::new("sheet-period")), Cell::Day(from), Cell::Day(to)]]
    };
    assert_eq!(rows(&report, "sheet-terms"), period(before, then));
    // No amount changed: there is nothing before and after.
    assert_eq!(figures(&report)[0], euros(money("2200000,00")));
    assert_eq!(figures(&report).len(), 2);
    let report = told(Kind::GrantAmended, "Änderungsbescheid EG-2019-002/3");
    assert_eq!(rows(&report, "sheet-terms")[0][2], Cell::Day(day("2022-06-30")));
    let report = told(Kind::GrantIncreased, "Änderungsbescheid EG-2019-002/2");
    let amounts = ["1600000,00", "1680000,00"].map(|it| euros(money(it)));
    assert_eq!(figures(&report)[..2], amounts);
    let line = &rows(&report, "sheet-changed")[0];
    assert_eq!(line[5], euros(money("80000,00")));
    prints(&report);
}

#[test]
fn an_increase_adds_to_what_the_due_line_had() {
    let mut journal = Journal::new();
    journal.run(
        "2020-02-03 | Roth | grant G1 2020:600,00        | ok
         2020-02-05 | Roth | increase G1 2020:100,00 as i | ok",
    );
    let line = rows(&sheet_of(&journal, "i"), "sheet-changed").remove(0);
    assert_eq!(line[3..], ["600,00", "700,00", "100,00"].map(|it| euros(money(it))));
}

#[test]
fn a_second_order_after_a_return_lists_the_first_one_and_the_return() {
    let ledger = long_sample();
    let voucher = "EG-2019-002, Anordnung K-2020-2618";
    let report = with_voucher(&ledger, Kind::PaymentOrdered, voucher);
    let expected = [
        Kind::DrawRequested,
        Kind::ArithmeticAttested,
        Kind::FactuallyAttested,
        Kind::PaymentOrdered,
        Kind::PaymentConfirmed,
        Kind::PaymentReturned,
        Kind::PaymentOrdered,
    ];
    assert_eq!(kinds(&report), expected.map(Cell::Kind));
    // The first order knows nothing of what came after it.
    let first = with_voucher(&ledger, Kind::PaymentOrdered, "EG-2019-002, Anordnung K-2020-2455");
    assert_eq!(kinds(&first), expected[..4].iter().map(|it| Cell::Kind(*it)).collect::<Vec<_>>());
}

#[test]
fn a_second_reminder_names_the_first_one_and_its_term() {
    let ledger = long_sample();
    let all = query::journal(&ledger, times(&ledger)).unwrap();
    let mut reminders = all
        .iter()
        .filter(|row| row.kind == Kind::ProofReminded && row.recipient.as_str() == "16999005");
    let mut next = || made(&ledger, reminders.next().unwrap().seq).unwrap();
    let (first, second) = (next(), next());
    assert_eq!(fact(&first, "sheet-earlier-reminder"), None);
    let told = Phrase::new("sheet-reminded-until")
        .with("day", Cell::Day(day("2022-01-17")))
        .with("until", Cell::Day(day("2022-03-31")));
    assert_eq!(fact(&second, "sheet-earlier-reminder"), Some(Cell::Phrase(told)));
    assert_eq!(fact(&second, "sheet-reminder-number"), Some(Cell::Number(2)));
    assert_eq!(kinds(&second), [Kind::ProofReminded; 2].map(Cell::Kind));
    prints(&second);
}

#[test]
fn a_hearing_derives_what_is_meant_from_expenditure_rate_and_payment() {
    let ledger = long_sample();
    let all = query::journal(&ledger, times(&ledger)).unwrap();
    let check = all
        .iter()
        .find(|row| row.kind == Kind::ProofChecked && row.recipient.as_str() == "16999004");
    let report = made(&ledger, check.unwrap().seq).unwrap();
    let expected = [
        ("sheet-eligible-notice", "562500,00"),
        ("sheet-eligible-proof", "525000,00"),
        ("sheet-eligible-recognised", "522500,00"),
        ("report-granted", "450000,00"),
        ("report-paid", "450000,00"),
        ("sheet-settled", "-418000,00"),
        ("sheet-meant", "32000,00"),
    ];
    let mut told = rows(&report, "sheet-derived");
    let rate = told.remove(3);
    assert_eq!(rate, [Cell::Phrase(Phrase::new("sheet-quota")), Cell::Percent(80.into())]);
    let expected = expected
        .map(|(label, amount)| vec![Cell::Phrase(Phrase::new(label)), euros(money(amount))]);
    assert_eq!(told, expected);
    prints(&report);
}

#[test]
fn a_deferral_names_the_day_on_which_the_claim_was_due() {
    let ledger = long_sample();
    let report = with_voucher(&ledger, Kind::ClaimDeferred, "Stundung EG-2019-004");
    assert_eq!(fact(&report, "sheet-first-due"), Some(Cell::Day(day("2021-12-31"))));
    assert_eq!(fact(&report, "claims-column-due"), Some(Cell::Day(day("2022-06-30"))));
}

#[test]
fn a_rebooking_names_what_both_titles_are_for() {
    let ledger = long_sample();
    let report = with_voucher(&ledger, Kind::PaymentRebooked, "K-2021-4711");
    let titles = rows(&report, "sheet-titles");
    let classes: Vec<&Cell> = titles.iter().map(|row| &row[2]).collect();
    let class = |key| Cell::Phrase(Phrase::new(key));
    assert_eq!(classes, [&class("investive"), &class("consumptive")]);
    let names: Vec<&Cell> = titles.iter().map(|row| &row[1]).collect();
    let name = |kind: &str| Cell::Text(format!("Gemeinsame IT-Maßnahmen mit Kommunen, {kind}"));
    assert_eq!(names, [&name("Investitionen"), &name("laufende Zuweisungen")]);
    prints(&report);
}

#[test]
fn interest_names_its_ground_and_the_base_rate_of_its_lines() {
    let ledger = long_sample();
    let written = |report: &Report| {
        let text = Text::new(Lang::De);
        let said = report.blocks.iter().filter_map(|block| match block {
            Block::Note(note) => Some(words::phrase(&text, note)),
            _ => None,
        });
        said.collect::<Vec<_>>().join("\n")
    };
    for (voucher, ground, until) in [
        ("Zinsbescheid EG-2019-003", "interest-ground-reclaim", "20.11.2020"),
        ("Zinsbescheid EG-2019-002", "interest-ground-delay", "15.09.2020"),
    ] {
        let report = with_voucher(&ledger, Kind::InterestAssessed, voucher);
        let told = fact(&report, "claims-column-ground");
        assert_eq!(told, Some(Cell::Phrase(Phrase::new(ground))));
        // Two half-years with one base rate are one stretch.
        let stretch = format!(
            "16.06.2020 bis {until}: 5 Prozentpunkte über dem Basiszinssatz von −0,88\u{a0}%."
        );
        let notes = written(&report);
        assert!(notes.contains(&stretch), "{notes}");
        assert!(notes.contains("Mit dem Zeitraum"), "{notes}");
        prints(&report);
    }
}

#[test]
fn what_belongs_to_an_order_says_that_it_is_none() {
    for key in
        ["sheet-note-order", "sheet-note-repayment", "sheet-note-unused", "sheet-note-revenue"]
    {
        let said = |lang| words::phrase(&Text::new(lang), &Phrase::new(key));
        assert!(said(Lang::De).contains("es ist selbst keine Anordnung"), "{key}");
        assert!(said(Lang::En).contains("it is not an order itself"), "{key}");
    }
}

#[test]
fn labels_of_english_sheets_begin_with_a_capital_and_differ() {
    let (ledger, text) = (long_sample(), Text::new(Lang::En));
    let capital = |written: &str| !written.starts_with(|first: char| first.is_lowercase());
    for row in query::journal(&ledger, times(&ledger)).unwrap() {
        let Some(report) = made(&ledger, row.seq) else { continue };
        for step in steps(&report) {
            let step = words::cell(&text, &step[0]);
            assert!(capital(&step), "entry {}: {step}", row.seq);
        }
        let facts = report.blocks.iter().filter_map(|block| match block {
            Block::Facts(pairs) => Some(pairs),
            _ => None,
        });
        let mut seen = std::collections::BTreeSet::new();
        for (label, _) in facts.flatten() {
            let label = words::phrase(&text, label);
            assert!(capital(&label), "entry {}: {label}", row.seq);
            assert!(seen.insert(label.clone()), "entry {}: {label} twice", row.seq);
        }
    }
}
