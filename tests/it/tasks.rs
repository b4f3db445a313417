//! Steps that wait: which they are at a pair of times, and whom they wait for.

use foerderbuch::domain::{Day, Kind, Seq};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::view::{TaskRow, Times};
use foerderbuch::store::{Ledger, query};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn waiting(ledger: &Ledger, as_of: &str, known: Option<Seq>) -> Vec<TaskRow> {
    let known = known.unwrap_or_else(|| ledger.head().seq);
    query::tasks(ledger, Times { as_of: day(as_of), known }).expect("steps")
}

/// Kind, case and amount in cents of each step.
fn said(rows: &[TaskRow]) -> Vec<(Kind, &str, i64)> {
    let words = |row: &'_ TaskRow| row.task.amount.map_or(0, foerderbuch::domain::Money::cents);
    rows.iter()
        .map(|row| {
            let case = row.grant.as_ref().map_or(row.recipient.as_str(), |grant| grant.as_str());
            (row.task.kind, case, words(row))
        })
        .collect()
}

#[test]
fn the_sample_waits_for_an_examination_and_for_two_comparisons_with_the_cash_office() {
    let ledger = sample::in_memory().expect("the sample");
    let expected = [
        (Kind::ApplicationExamined, "EG-2021-001", 330_000_000),
        (Kind::PaymentReconciled, "EG-2020-001", 50_000_000),
        (Kind::PaymentReconciled, "EG-2020-003", 16_750_000),
    ];
    let rows = waiting(&ledger, "2020-12-31", None);
    assert_eq!(said(&rows), expected);
    assert_eq!(rows[0].task.due_on, Some(day("2021-01-29")));
    assert_eq!(said(&waiting(&ledger, "2021-06-30", None)), expected);
}

#[test]
fn at_the_end_of_the_sample_a_draw_an_order_and_a_proof_wait() {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let rows = waiting(&ledger, "2022-12-31", None);
    let expected = [
        (Kind::ProofChecked, "EG-2019-001", 242_000_000),
        (Kind::PaymentConfirmed, "EG-2021-001", 15_000_000),
        (Kind::FactuallyAttested, "EG-2020-002", 5_000_000),
    ];
    assert_eq!(said(&rows), expected);
    // What is decided on a later day does not wait on an earlier one.
    assert_eq!(said(&waiting(&ledger, "2019-06-30", None)), []);
}

#[test]
fn what_was_known_then_is_what_waited_then() {
    let ledger = sample::in_memory().expect("the sample");
    let rows = waiting(&ledger, "2019-06-30", Some(100));
    assert_eq!(said(&rows), [(Kind::ApplicationExamined, "EG-2019-004", 45_000_000)]);
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    // After the return of a payment its account waits for a second look, and the order for it.
    let returned = (1..=ledger.head().seq).find(|seq| {
        let event = query::event(&ledger, *seq).expect("an entry");
        event.is_some_and(|event| {
            event.kind() == Kind::PaymentReturned && event.recipient.as_str() == "16999006"
        })
    });
    let rows = waiting(&ledger, "2022-01-31", returned);
    let of_f = |kind: Kind| {
        let mut rows = rows.iter();
        let row = rows.find(|row| row.task.kind == kind && row.recipient.as_str() == "16999006");
        row.expect("a step of commune F")
    };
    let account = of_f(Kind::BankAccountConfirmed);
    assert_eq!(account.task.note.as_deref(), Some("Konto erloschen"));
    let order = of_f(Kind::HeldOrdered);
    assert_eq!(order.task.obstacles, [foerderbuch::domain::task::Obstacle::Account]);
    assert_eq!(order.account, None);
}
