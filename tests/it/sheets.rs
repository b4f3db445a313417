//! Data sheets: every order, notice and letter of the sample has one that says what it records.

mod told;

use std::collections::BTreeMap;

use foerderbuch::domain::{Kind, Money};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::report::sheet::has_sheet;
use foerderbuch::report::sheet::sheet;
use foerderbuch::report::{Block, Cell, Phrase, Report, RowKind};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};

use foerderbuch::domain::{PersonNo, Refusal};
use foerderbuch::ops::Failure;
use foerderbuch::paper::issue::{Issuer, issue};
use foerderbuch::paper::{self, Document, Wish};
use foerderbuch::text::{Lang, Text};

use super::table::{Table as Journal, day, money, stamp};

/// Kinds that have a sheet.
const KINDS: [Kind; 19] = [
    Kind::PaymentOrdered,
    Kind::HeldOrdered,
    Kind::PaymentRebooked,
    Kind::ClaimRaised,
    Kind::ClaimRepaid,
    Kind::UnusedReturned,
    Kind::InterestAssessed,
    Kind::GrantIssued,
    Kind::GrantIncreased,
    Kind::GrantReduced,
    Kind::GrantAmended,
    Kind::DueShifted,
    Kind::CommitmentRestored,
    Kind::ProofReminded,
    Kind::ProofChecked,
    Kind::ClaimAnnulled,
    Kind::ClaimDeferred,
    Kind::ClaimWaived,
    Kind::InterestWaived,
];

fn times(ledger: &Ledger) -> Times {
    Times { as_of: day("2022-12-31"), known: ledger.head().seq }
}

fn made(ledger: &Ledger, seq: u64) -> Option<Report> {
    query::sheet_data(ledger, times(ledger), seq).unwrap().and_then(|data| sheet(&data))
}

fn figures(report: &Report) -> Vec<Cell> {
    let found = report.blocks.iter().find_map(|block| match block {
        Block::Figures(pairs) => Some(pairs.iter().map(|(_, cell)| cell.clone()).collect()),
        _ => None,
    });
    found.unwrap_or_default()
}

fn fact(report: &Report, key: &str) -> Option<Cell> {
    report.blocks.iter().find_map(|block| match block {
        Block::Facts(pairs) => {
            pairs.iter().find(|(label, _)| label.key == key).map(|(_, cell)| cell.clone())
        }
        _ => None,
    })
}

/// Amounts of the last column of a table: items, and the sum.
fn last_column(report: &Report, caption: &str) -> (Vec<Money>, Option<Money>) {
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table),
        _ => None,
    });
    let table = table.expect("the table");
    let of = |kind| {
        let rows = table.rows.iter().filter(move |row| row.kind == kind);
        rows.filter_map(|row| match row.cells.last() {
            Some(Cell::Money(amount, _)) => Some(*amount),
            _ => None,
        })
    };
    (of(RowKind::Item).collect(), of(RowKind::Sum).next())
}

#[test]
fn exactly_orders_notices_and_letters_have_a_sheet_with_their_own_amount() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    for row in query::journal(&ledger, times(&ledger)).unwrap() {
        let report = made(&ledger, row.seq);
        assert_eq!(KINDS.contains(&row.kind), has_sheet(row.kind), "entry {}", row.seq);
        let Some(report) = report else {
            // No hearing follows from a clean proof.
            assert!(!has_sheet(row.kind) || row.kind == Kind::ProofChecked, "entry {}", row.seq);
            continue;
        };
        assert!(has_sheet(row.kind), "entry {}", row.seq);
        *seen.entry(row.kind).or_default() += 1;
        assert_eq!(report.basis.as_of, row.effective_on, "entry {}", row.seq);
        let own_amount = matches!(
            row.kind,
            Kind::PaymentOrdered | Kind::ClaimRaised | Kind::InterestAssessed | Kind::GrantIssued
        );
        if own_amount {
            assert_eq!(figures(&report)[0], Cell::Money(row.amount.unwrap(), None));
        }
        let Some(Cell::Text(key)) = fact(&report, "counties-column-key") else {
            panic!("entry {} names no recipient", row.seq)
        };
        assert_eq!(key, row.recipient.as_str());
    }
    assert_eq!(seen.len(), KINDS.len(), "{seen:?}");
}

#[test]
fn a_decision_about_a_claim_says_which_one_and_what_it_left_open() {
    let mut journal = Journal::new();
    journal.run(
        "2020-01-02 | Roth   | grant G1 2020:900,00                                        | ok
         2020-02-04 | Lang   | draw G1 2020 900,00 as d                                    | ok
         2020-02-05 | Roth   | order d 900,00 as o                                         | ok
         2020-02-06 | Weber  | pay o as p                                                  | ok
         2020-03-02 | Roth   | claim p 100,00 ground revocation due 2020-04-30 as c        | ok
         2020-03-03 | Roth   | annul c 30,00 as a                                          | ok
         2020-03-04 | Brandt | waive c 20,00 as w                                          | ok
         2020-03-05 | Roth   | defer c until 2020-12-31 as f                               | ok
         2020-03-06 | Roth   | suspend c as s                                              | ok",
    );
    let expected = [
        ("a", "sheet-annulment", "30,00", "70,00", "sheet-note-annulment"),
        ("w", "sheet-waiver", "20,00", "50,00", "sheet-note-waiver"),
        ("f", "sheet-deferral", "50,00", "50,00", "sheet-note-deferral"),
        ("s", "sheet-suspension", "50,00", "50,00", "sheet-note-suspension"),
    ];
    for (name, title, amount, left, note) in expected {
        let report = sheet_of(&journal, name);
        assert_eq!(report.title.key, title);
        assert_eq!(figures(&report)[0], euros(money(amount)), "{name}");
        assert_eq!(fact(&report, "sheet-left-then"), Some(euros(money(left))), "{name}");
        let seq = journal.seq("c").to_string();
        assert_eq!(fact(&report, "sheet-claim-entry"), Some(Cell::Text(seq)), "{name}");
        let said = |block: &Block| matches!(block, Block::Note(it) if it.key == note);
        assert!(report.blocks.iter().any(said), "{name}");
        prints(&report);
    }
    // The way to it says which of the two it was, too.
    for (name, step) in [("f", "sheet-step-deferred"), ("s", "sheet-step-suspended")] {
        let last = steps(&sheet_of(&journal, name)).pop().unwrap();
        assert_eq!(last[0], Cell::Phrase(Phrase::new(step)));
    }
    assert_eq!(fact(&sheet_of(&journal, "a"), "sheet-granted-then"), Some(euros(money("830,00"))));
    let until = figures(&sheet_of(&journal, "f"))[1].clone();
    assert_eq!(until, Cell::Day(day("2020-12-31")));
}

#[test]
fn a_waiver_of_interest_says_which_assessment_and_what_is_left_of_it() {
    let mut journal = Journal::new();
    journal.run(
        "2020-01-02 | Kern   | setting base_rate 2016-07-01 2022-12-31 -0.88 | ok
         2020-02-03 | Roth   | grant G1 2020:8000,00         | ok
         2020-06-08 | Weber  | draw G1 2020 8000,00 as d     | ok
         2020-06-09 | Roth   | order d as o                  | ok
         2020-06-15 | Lang   | pay o as p                    | ok
         2020-11-02 | Roth   | claim p 375,00 effect 2020-06-15 as c | ok
         2020-11-20 | Roth   | interest c reclaim 6,65 on 375,00 from 2020-06-15 until 2020-11-20 year 2020 as i | ok
         2020-11-23 | Lang   | receive i 4,00 year 2020      | ok
         2020-11-24 | Brandt | waive i 1,00 as w             | ok",
    );
    let report = sheet_of(&journal, "w");
    assert_eq!(report.title.key, "sheet-interest-waiver");
    assert_eq!(figures(&report)[0], euros(money("1,00")));
    assert_eq!(fact(&report, "sheet-assessed"), Some(euros(money("6,65"))));
    assert_eq!(fact(&report, "sheet-left-then"), Some(euros(money("1,65"))));
    prints(&report);
}

/// The steps of a sheet: what, when, who, number.
fn steps(report: &Report) -> Vec<Vec<Cell>> {
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == "sheet-steps" => Some(table),
        _ => None,
    });
    table.unwrap().rows.iter().map(|row| row.cells.clone()).collect()
}

#[test]
fn the_sheet_of_a_notice_tells_who_examined_the_application_and_with_what_result() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let mut told = 0;
    for row in rows.iter().filter(|row| row.kind == Kind::GrantIssued) {
        let report = made(&ledger, row.seq).unwrap();
        let examined = rows.iter().rfind(|other| {
            let same = other.reference == row.reference && other.seq < row.seq;
            same && other.kind == Kind::ApplicationExamined
        });
        let Some(examined) = examined else { continue };
        let event = query::event(&ledger, examined.seq).unwrap().unwrap();
        let foerderbuch::domain::Body::ApplicationExamined(body) = &event.body else {
            unreachable!()
        };
        assert_eq!(fact(&report, "sheet-examined"), Some(Cell::Text(body.result.clone())));
        let number = Cell::Text(examined.seq.to_string());
        let step = steps(&report).into_iter().find(|step| step[3] == number).unwrap();
        assert_eq!(step[0], Cell::Kind(Kind::ApplicationExamined));
        assert_eq!(step[1], Cell::Day(examined.effective_on));
        told += 1;
    }
    assert!(told > 0);
}

/// In both languages it is a paper that can be archived and read aloud.
fn prints(report: &Report) {
    for lang in Lang::ALL {
        let bytes = foerderbuch::render::pdf(report, &Text::new(lang)).unwrap();
        super::conformance::conforms(&bytes, report.title.key);
    }
}

#[test]
fn an_order_says_whom_to_pay_with_which_text_and_who_attested() {
    let ledger = sample::in_memory().unwrap();
    let orders = query::journal(&ledger, times(&ledger)).unwrap();
    let order = orders
        .iter()
        .find(|row| row.kind == Kind::PaymentOrdered && row.recipient.as_str() == "16066")
        .unwrap();
    let report = made(&ledger, order.seq).unwrap();
    for key in ["sheet-holder", "sheet-iban", "statement-column-text", "sheet-cash-reference"] {
        let Some(Cell::Text(said)) = fact(&report, key) else { panic!("{key}") };
        assert!(said.len() > 5, "{key}: {said}");
    }
    let steps = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == "sheet-steps" => Some(table),
        _ => None,
    });
    let kinds: Vec<Cell> = steps.unwrap().rows.iter().map(|row| row.cells[0].clone()).collect();
    let expected = [
        Kind::DrawRequested,
        Kind::ArithmeticAttested,
        Kind::FactuallyAttested,
        Kind::PaymentOrdered,
    ];
    assert_eq!(kinds, expected.map(Cell::Kind));
}

#[test]
fn segments_and_the_difference_of_rounding_add_up_to_the_assessed_interest() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let told = |report: &Report, key: &str| {
        let is = |block: &&Block| matches!(block, Block::Note(note) if note.key == key);
        report.blocks.iter().filter(is).count()
    };
    let (mut several, mut fell) = (0, 0);
    for row in query::journal(&ledger, times(&ledger)).unwrap() {
        if row.kind != Kind::InterestAssessed {
            continue;
        }
        let report = made(&ledger, row.seq).unwrap();
        let (items, sum) = last_column(&report, "sheet-segments");
        assert_eq!(sum, row.amount);
        assert_eq!(items.iter().copied().sum::<Money>(), row.amount.unwrap());
        // Interest is revenue of the year in which it is due, whenever the money was paid.
        let due = foerderbuch::domain::FiscalYear(chrono::Datelike::year(&row.effective_on));
        assert_eq!(fact(&report, "sheet-revenue-year"), Some(Cell::Year(due)));
        assert_eq!(fact(&report, "sheet-spent-year"), None);
        several += items.len();
        fell += told(&report, "interest-fell");
    }
    assert!(several > 0);
    assert_eq!(fell, 1, "one claim was repaid in parts, and its interest says so");
}

#[test]
fn a_notice_lists_its_due_lines_and_an_amendment_what_changes() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    for row in &rows {
        let Some(report) = made(&ledger, row.seq) else { continue };
        match row.kind {
            Kind::GrantIssued => {
                let (items, _) = last_column(&report, "sheet-due");
                assert_eq!(items.iter().copied().sum::<Money>(), row.amount.unwrap());
            }
            Kind::GrantIncreased | Kind::GrantReduced => {
                let (items, _) = last_column(&report, "sheet-changed");
                assert_eq!(items.iter().copied().sum::<Money>(), row.amount.unwrap());
            }
            Kind::DueShifted | Kind::CommitmentRestored | Kind::PaymentRebooked => {
                let rebooked = row.kind == Kind::PaymentRebooked;
                let of = if rebooked { "sheet-rebooked" } else { "sheet-changed" };
                assert_eq!(last_column(&report, of).1, Some(money("0,00")));
            }
            _ => {}
        }
    }
}

#[test]
fn a_hearing_follows_from_objections_and_from_a_grant_that_fell_below_what_was_paid() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let mut heard = Vec::new();
    let mut clean = 0;
    for row in query::journal(&ledger, times(&ledger)).unwrap() {
        let event = query::event(&ledger, row.seq).unwrap().unwrap();
        let foerderbuch::domain::Body::ProofChecked(body) = &event.body else { continue };
        let Some(report) = made(&ledger, row.seq) else {
            clean += 1;
            continue;
        };
        assert_eq!(report.title.key, "sheet-hearing");
        assert_eq!(fact(&report, "sheet-found"), Some(Cell::Text(body.note.clone())));
        heard.push((body.grant.to_string(), figures(&report)));
    }
    // 450.000 paid and 418.000 settled; 320.000 and 315.000.
    let expected = [
        ("EG-2019-004".to_owned(), [money("32000,00"), money("450000,00")].map(euros).to_vec()),
        ("EG-2019-005".to_owned(), [money("5000,00"), money("320000,00")].map(euros).to_vec()),
    ];
    assert_eq!(heard, expected);
    assert!(clean > 0);
}

fn euros(amount: Money) -> Cell {
    Cell::Money(amount, None)
}

#[test]
fn a_hearing_means_neither_what_is_claimed_already_nor_an_amount_that_is_open() {
    use foerderbuch::domain::body::CheckResult;
    use foerderbuch::domain::{Body, Stage};
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let mut checked = rows.iter().filter(|row| row.kind == Kind::ProofChecked).filter_map(|row| {
        let data = query::sheet_data(&ledger, times(&ledger), row.seq).unwrap().unwrap();
        data.grant.is_some().then_some(data)
    });
    let mut data = checked.next().unwrap();
    let mut heard = |paid: &str, claimed: &str, settled: Option<&str>, result: CheckResult| {
        let sums = &mut data.grant.as_mut().unwrap().row.sums.0;
        sums.clear();
        sums.insert(Stage::Paid, money(paid));
        sums.insert(Stage::Reclaimed, money(claimed));
        let Body::ProofChecked(body) = &mut data.event.body else { unreachable!() };
        (body.settled_cents, body.result) = (settled.map(money), result);
        sheet(&data).map(|report| figures(&report))
    };
    // Ist 2.420.000 of which 50.000 are claimed: 2.370.000 are left, as settled.
    let clean = CheckResult::Clean;
    assert_eq!(heard("2370000,00", "50000,00", Some("2370000,00"), clean), None);
    let some = [money("10000,00"), money("2420000,00")].map(euros).to_vec();
    assert_eq!(heard("2380000,00", "40000,00", Some("2370000,00"), clean), Some(some));
    // Objections to an interim proof settle nothing: the sheet says no amount at all.
    let open = vec![euros(money("2420000,00"))];
    assert_eq!(heard("2380000,00", "40000,00", None, CheckResult::Objections), Some(open));
}

/// The sheet of an entry that a line has named, as the ledger knows it now.
fn sheet_of(journal: &Journal, name: &str) -> Report {
    made(&journal.ledger, journal.seq(name)).unwrap()
}

#[test]
fn each_of_two_notices_of_one_day_says_what_it_left_behind() {
    let mut journal = Journal::new();
    journal.run(
        "2020-02-03 | Roth | grant G1 2020:600,00       | ok
         2020-02-05 | Roth | increase G1 2020:100,00 as i | ok
         2020-02-05 | Roth | increase G1 2020:50,00 as k  | ok",
    );
    let before_and_then = |name: &str| figures(&sheet_of(&journal, name))[..2].to_vec();
    let euros = |amounts: [&str; 2]| amounts.map(|it| euros(money(it))).to_vec();
    assert_eq!(before_and_then("i"), euros(["600,00", "700,00"]));
    assert_eq!(before_and_then("k"), euros(["700,00", "750,00"]));
}

#[test]
fn a_sheet_says_that_its_entry_was_taken_back_and_is_not_issued_any_more() {
    let mut journal = Journal::new();
    journal.run(
        "2020-01-02 | Roth  | grant G1 2020:600,00         | ok
         2020-02-03 | Lang  | draw G1 2020 100,00 as d     | ok
         2020-02-04 | Roth  | order d as o                 | ok
         2020-02-05 | Roth  | increase G1 2020:100,00 as i | ok",
    );
    let told = |report: &Report, key: &str| {
        let is = |block: &Block| matches!(block, Block::Paragraph(said) if said.key == key);
        report.blocks.first().is_some_and(is)
    };
    let before = journal.ledger.head().seq;
    assert!(!told(&sheet_of(&journal, "o"), "sheet-cancelled"));
    journal.run(
        "2020-02-06 | Roth  | cancel o                     | ok
         2020-02-05 | Roth  | reverse i                    | ok",
    );
    for (name, key) in [("o", "sheet-cancelled"), ("i", "sheet-corrected")] {
        assert!(told(&sheet_of(&journal, name), key), "{key}");
        let refusal = not_issued(&mut journal, name);
        let (seq, expected) = (journal.seq(name), before + if name == "o" { 1 } else { 2 });
        let same = match refusal {
            Refusal::AlreadyDecided { seq: of, by } if name == "o" => (of, by),
            Refusal::AlreadyReversed { seq: of, by } if name == "i" => (of, by),
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(same, (seq, expected));
    }
    // As it was known before, the sheet is the one of then.
    let then = Times { as_of: day("2022-12-31"), known: before };
    let data = query::sheet_data(&journal.ledger, then, journal.seq("o")).unwrap().unwrap();
    assert!(!told(&sheet(&data).unwrap(), "sheet-cancelled"));
}

fn not_issued(journal: &mut Journal, name: &str) -> Refusal {
    let mut wanted = Wish::sheet(journal.seq(name)).at(times(&journal.ledger), Lang::De);
    assert_eq!(wanted.document, Document::Sheet);
    wanted.asked.issued_on = Some(day("2020-03-02"));
    let report = paper::make(&journal.ledger, &wanted).unwrap().unwrap();
    let issuer = Issuer { person: PersonNo(2), voucher: "Akte".into(), day: day("2020-03-02") };
    let papers = (&report, Lang::De, b"%PDF-1.4".as_slice());
    match issue(&mut journal.ledger, papers, &issuer, &stamp(day("2020-03-02"))) {
        Err(Failure::Refused { refusal, .. }) => *refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_return_of_unused_money_has_a_sheet_of_its_way() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let returned: Vec<_> = rows.iter().filter(|row| row.kind == Kind::UnusedReturned).collect();
    assert!(!returned.is_empty());
    for row in returned {
        let event = query::event(&ledger, row.seq).unwrap().unwrap();
        let foerderbuch::domain::Body::UnusedReturned(body) = &event.body else { unreachable!() };
        let report = made(&ledger, row.seq).unwrap();
        let revenue = body.revenue_year.is_some();
        let title = if revenue { "sheet-revenue" } else { "sheet-repayment" };
        assert_eq!(report.title.key, title);
        assert_eq!(figures(&report)[0], euros(row.amount.unwrap()));
        assert_eq!(fact(&report, "sheet-reason"), Some(Cell::Text(body.reason.clone())));
        let closing = report.blocks.iter().rev().find_map(|block| match block {
            Block::Note(note) if note.key.starts_with("sheet-note") => Some(note.key),
            _ => None,
        });
        assert_eq!(closing, Some(if revenue { "sheet-note-revenue" } else { "sheet-note-unused" }));
    }
}

#[test]
fn unused_money_that_comes_back_while_the_books_are_open_can_be_drawn_again() {
    let mut journal = Journal::new();
    journal.run(
        "2020-01-02 | Roth | grant G1 2020:600,00     | ok
         2020-02-04 | Lang | draw G1 2020 100,00 as d | ok
         2020-02-05 | Roth | order d as o             | ok
         2020-02-06 | Lang | pay o as p               | ok
         2020-03-02 | Lang | unused p 40,00 as u      | ok",
    );
    let report = sheet_of(&journal, "u");
    assert_eq!(report.title.key, "sheet-repayment");
    let told = |block: &Block| matches!(block, Block::Note(it) if it.key == "sheet-note-unused");
    assert!(report.blocks.iter().any(told));
}
