//! Steps that wait: which they are at a pair of times, and whom they wait for.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use foerderbuch::domain::body::{Charge, ProofKind};
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::task::{Given, Obstacle, STEPS};
use foerderbuch::domain::{Body, Day, FiscalYear, Kind, PersonNo, RecipientKey, Refusal, Seq};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::view::{TaskRow, Times};
use foerderbuch::store::{Ledger, query};
use serde_json::json;

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
    assert_eq!(order.task.obstacles, [Obstacle::Account]);
    assert_eq!(order.account, None);
}

/// An entry on commune F's grant, told by the last byte of its uid; `to` is what it refers to.
fn entry(
    (uid, to): (u8, u8),
    (kind, on, actor): (Kind, &str, u32),
    mut body: serde_json::Value,
) -> Draft {
    if body.is_null() {
        body = json!({ "grant": "EG-2020-003" });
    }
    Draft {
        uid: [uid; 16],
        recipient: RecipientKey::new(if kind == Kind::PersonEnrolled { "" } else { "16999006" }),
        effective_on: day(on),
        actor: PersonNo(actor),
        voucher: format!("Beleg {uid}"),
        reference: (to > 0).then_some(Reference::Uid([to; 16])),
        body: Body::deserialize(kind, body).expect("a body"),
        person_name: (kind == Kind::PersonEnrolled).then(|| format!("Person {uid}")),
    }
}

/// Who enters a draw, who attests and orders it, and how far it has come.
const WAYS: [(u32, &[(Kind, u32)]); 7] = [
    (1, &[]),
    (8, &[(Kind::ArithmeticAttested, 2)]),
    (1, &[(Kind::FactuallyAttested, 8)]),
    (1, &[(Kind::ArithmeticAttested, 2), (Kind::FactuallyAttested, 6)]),
    (1, &[(Kind::ArithmeticAttested, 2), (Kind::FactuallyAttested, 6), (Kind::PaymentOrdered, 8)]),
    (
        1,
        &[
            (Kind::ArithmeticAttested, 2),
            (Kind::FactuallyAttested, 6),
            (Kind::PaymentOrdered, 8),
            (Kind::OrderHandedOver, 1),
        ],
    ),
    (
        1,
        &[
            (Kind::ArithmeticAttested, 2),
            (Kind::FactuallyAttested, 6),
            (Kind::PaymentOrdered, 8),
            (Kind::OrderHandedOver, 1),
            (Kind::PaymentConfirmed, 2),
        ],
    ),
];

/// The sample with draws at every point of their way, an account that waits, two applications,
/// an approver of small amounts, and one who has every role.
fn busy() -> Ledger {
    let mut ledger = sample::in_memory().expect("the sample");
    let account = waiting_account(&ledger);
    let line = json!({ "grant": "EG-2020-003", "title": "1616 63371", "fiscal_year": 2020,
        "amount_cents": 100_000 });
    let person = |number: u32, roles: &[&str], limit: Option<i64>| {
        let mut person = json!({ "person": number, "roles": roles, "name_hash": "" });
        if let Some(limit) = limit {
            person["order_limit_cents"] = json!(limit);
        }
        json!({ "person": person })
    };
    let all = ["desk_officer", "attester", "approver"];
    let enrolled = |uid, body| entry((uid, 0), (Kind::PersonEnrolled, "2020-12-15", 1), body);
    let mut drafts = vec![
        enrolled(200, person(7, &["approver"], Some(99_999))),
        enrolled(201, person(8, &all, None)),
    ];
    let plan = json!({ "total_cents": 200, "eligible_cents": 200, "own_cents": 100,
        "third_party_cents": 0 });
    for (uid, grant) in [(210, "EG-2020-010"), (211, "EG-2020-011")] {
        let body = json!({ "grant": grant, "purpose": "Netz", "requested_cents": 100,
            "plan": plan.clone() });
        drafts.push(entry((uid, 0), (Kind::ApplicationReceived, "2020-12-15", 8), body));
    }
    let body = json!({ "grant": "EG-2020-010", "result": "Ja", "no_double_funding": true });
    drafts.push(entry((212, 210), (Kind::ApplicationExamined, "2020-12-15", 2), body));
    let body = json!({ "iban": "DE84123456780016064711", "holder": "Kommune F" });
    drafts.push(entry((213, 0), (Kind::BankAccountRecorded, "2020-12-15", 8), body));
    let order = json!({ "line": line.clone(), "bank_account": account, "payment_text": "RATE" });
    let amount = json!({ "line": line });
    for (number, (enters, steps)) in (1_u8..).zip(WAYS) {
        let draw = number * 10;
        let requested = (Kind::DrawRequested, "2020-12-16", enters);
        drafts.push(entry((draw, 0), requested, amount.clone()));
        for (place, (kind, actor)) in (1_u8..).zip(steps) {
            let (to, body) = match kind {
                Kind::PaymentOrdered => (draw, order.clone()),
                Kind::OrderHandedOver => (draw + 3, serde_json::Value::Null),
                Kind::PaymentConfirmed => (draw + 3, amount.clone()),
                _ => (draw, serde_json::Value::Null),
            };
            drafts.push(entry((draw + place, to), (*kind, "2020-12-17", *actor), body));
        }
    }
    let stamp = stamp(&ledger, day("2022-12-31"));
    ops::book(&mut ledger, &drafts, &stamp).expect("a busy office");
    ledger
}

fn waiting_account(ledger: &Ledger) -> Seq {
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let accounts = query::bank_accounts(ledger, times, &RecipientKey::new("16999006"));
    accounts.expect("accounts").iter().find(|found| found.usable).expect("an account").seq
}

/// Noon of that day, after everything that is recorded.
fn stamp(ledger: &Ledger, on: Day) -> Stamp {
    let noon = on.and_hms_opt(11, 0, 0).expect("noon").and_utc();
    Stamp::new(noon.timestamp_micros().max(ledger.head().recorded_at + 1), "test".into())
}

/// The entry that takes a step, also of those that have a form of their own.
fn body(ledger: &Ledger, row: &TaskRow, as_of: Day) -> Body {
    let given = Given {
        account: row.account,
        payment_text: row.payment_text.clone(),
        checked_by: "Rückruf".into(),
    };
    if let Some(body) = row.task.body(row.grant.as_ref(), given) {
        return body;
    }
    let grant = row.grant.clone().expect("a case");
    let body = match row.task.kind {
        Kind::ApplicationExamined => {
            json!({ "grant": grant, "result": "Ja", "no_double_funding": true })
        }
        Kind::GrantIssued => json!({ "grant": grant, "purpose": "Netz",
            "financing": "fixed_amount", "eligible_cents": 200, "cash_reference": "KZ-1",
            "period_until": as_of, "lines": [
                { "title": "1616 63371", "fiscal_year": as_of.year(), "amount_cents": 100 }] }),
        _ => {
            let entry = query::event(ledger, row.task.entry).expect("readable");
            end_of_case(row, entry.map(|event| event.body), as_of)
        }
    };
    Body::deserialize(row.task.kind, body).expect("a body")
}

/// The body of a step that is rare, or at the end of a case.
fn end_of_case(row: &TaskRow, entry: Option<Body>, as_of: Day) -> serde_json::Value {
    let (grant, line, amount) = (&row.grant, &row.task.line, row.task.amount);
    match row.task.kind {
        Kind::NoticeAnnounced => {
            json!({ "grant": grant, "manner": "receipt" })
        }
        Kind::ProofChecked => {
            let Some(Body::ProofReceived(received)) = entry else { panic!("no proof") };
            let settled = (received.proof == ProofKind::Final).then_some(1);
            json!({ "grant": grant, "result": "objections", "settled_cents": settled,
                "note": "Nein" })
        }
        Kind::ClaimRaised => json!({ "line": line, "reason": "Mehr als festgesetzt",
            "ground": "resolutive_condition", "due_on": day("2023-12-29"),
            "legal_effect_on": as_of }),
        Kind::ClaimRepaid => {
            let paid = line.as_ref().map_or(0, |line| line.fiscal_year.0);
            json!({ "line": line, "revenue_year": (as_of.year() > paid).then_some(as_of.year()) })
        }
        Kind::InterestReceived => {
            let Some(Body::InterestAssessed(assessed)) = entry else { panic!("no interest") };
            let charge = Charge {
                fiscal_year: FiscalYear(as_of.year()),
                amount_cents: amount.expect("an amount"),
                ..assessed.charge
            };
            json!({ "charge": charge, "assessed_year": assessed.charge.fiscal_year,
                "interest": assessed.interest })
        }
        Kind::CaseClosed => json!({ "grant": grant, "result": "Zweck erreicht" }),
        kind => panic!("no body of {}", kind.as_str()),
    }
}

/// What is said when the person books the step; nothing stays booked.
fn tries(ledger: &mut Ledger, row: &TaskRow, person: PersonNo, as_of: Day) -> Result<(), Refusal> {
    let step = Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: row.recipient.clone(),
        effective_on: as_of,
        actor: person,
        voucher: "Beleg".into(),
        reference: (!row.task.kind.refers_to().is_empty())
            .then_some(Reference::Entry(row.task.entry)),
        body: body(ledger, row, as_of),
        person_name: None,
    };
    // A second entry that is never good takes the first one back.
    let other = Draft { uid: [255; 16], voucher: String::new(), reference: None, ..step.clone() };
    let stamp = stamp(ledger, as_of.max(day("2022-12-31")));
    match ops::book(ledger, &[step, other], &stamp) {
        Err(Failure::Refused { index: 1, .. }) => Ok(()),
        Err(Failure::Refused { refusal, .. }) => Err(*refusal),
        other => panic!("{other:?}"),
    }
}

/// Tries every step that waits as every person; the kinds that waited.
fn tried(ledger: &mut Ledger, as_of: Day) -> BTreeSet<Kind> {
    let times = Times { as_of, known: ledger.head().seq };
    let persons = query::persons(ledger, times).expect("persons");
    let rows = query::tasks(ledger, times).expect("steps");
    for row in &rows {
        if row.task.kind.is_order() && row.account.is_none() {
            // Without an account to pay to there is no order to try.
            assert!(row.task.obstacles.contains(&Obstacle::Account), "{row:?}");
            continue;
        }
        for person in &persons {
            let offered = row.task.is_for(person.hand(), as_of);
            let taken = tries(ledger, row, person.person, as_of);
            let of = (row.task.kind.as_str(), row.task.entry, person.person.0, as_of);
            let why = row.task.bar(person.hand(), as_of);
            assert_eq!(offered, taken.is_ok(), "{of:?}: {why:?}, {taken:?}");
        }
    }
    rows.iter().map(|row| row.task.kind).collect()
}

/// The entry as it was proposed.
fn again(whole: &Ledger, seq: Seq) -> (Draft, Stamp) {
    let event = query::event(whole, seq).expect("readable").expect("an entry");
    let all = Times { as_of: day("2199-12-31"), known: whole.head().seq };
    let enrolled = |body: &Body| match body {
        Body::PersonEnrolled(enrolled) => {
            let persons = query::persons(whole, all).expect("persons");
            persons.into_iter().find(|row| row.person == enrolled.person.person)?.name
        }
        _ => None,
    };
    let draft = Draft {
        uid: event.uid,
        recipient: event.recipient,
        effective_on: event.effective_on,
        actor: event.actor,
        voucher: event.voucher,
        reference: event.reference.map(Reference::Entry),
        person_name: enrolled(&event.body),
        body: event.body,
    };
    (draft, Stamp::new(event.recorded_at, event.login))
}

/// The steps that wait after each entry that lets one wait, through the life of the whole sample.
fn tried_along(whole: &Ledger) -> BTreeSet<Kind> {
    const STOPS: [Kind; 7] = [
        Kind::GrantIssued,
        Kind::PaymentReturned,
        Kind::HeldOrdered,
        Kind::HeldPaid,
        Kind::ProofChecked,
        Kind::ClaimRaised,
        Kind::InterestAssessed,
    ];
    let mut ledger = Ledger::in_memory().expect("a ledger");
    let (mut kinds, mut as_of) = (BTreeSet::new(), day("2019-01-01"));
    for seq in 1..=whole.head().seq {
        let (draft, stamp) = again(whole, seq);
        let kind = draft.body.kind();
        as_of = as_of.max(draft.effective_on);
        ops::book(&mut ledger, &[draft], &stamp).expect("booked before");
        if STOPS.contains(&kind) && (kind != Kind::GrantIssued || kinds.is_empty()) {
            kinds.extend(tried(&mut ledger, as_of));
        }
    }
    kinds
}

#[test]
fn a_step_is_offered_to_exactly_those_from_whom_it_is_accepted() {
    let sample = |through| sample::in_memory_through(through).expect("the sample");
    let mut kinds = tried_along(&sample(Through::Year2022));
    for (mut ledger, as_of) in [
        (sample(Through::Year2020), "2020-12-31"),
        (sample(Through::Year2022), "2022-12-31"),
        (busy(), "2020-12-31"),
    ] {
        kinds.extend(tried(&mut ledger, day(as_of)));
    }
    // In the sample no checked case keeps money that it did not draw.
    for kind in STEPS.into_iter().filter(|kind| *kind != Kind::GrantReduced) {
        assert!(kinds.contains(&kind), "{} was never tried", kind.as_str());
    }
}

/// The payment text of an order of the sample.
fn text_of(ledger: &Ledger, order: Seq) -> String {
    match query::event(ledger, order).expect("an entry").map(|event| event.body) {
        Some(Body::PaymentOrdered(ordered)) => ordered.payment_text,
        other => panic!("no order: {other:?}"),
    }
}

#[test]
fn a_repeat_has_the_number_of_the_instalment_that_came_back() {
    let ledger = sample::in_memory().expect("the sample");
    let all = query::journal(&ledger, Times { as_of: day("2020-12-31"), known: ledger.head().seq });
    let all = all.expect("the journal");
    let returned = all.iter().find(|row| row.kind == Kind::PaymentReturned).expect("a return");
    let payment = all.iter().find(|row| Some(row.seq) == returned.reference).expect("a payment");
    let order = payment.reference.expect("an order");
    let rows = waiting(&ledger, "2020-07-12", Some(returned.seq + 4));
    let again = rows.iter().find(|row| row.task.kind == Kind::PaymentOrdered).expect("a repeat");
    assert_eq!(
        again.grant.as_ref().map(foerderbuch::domain::FileNumber::as_str),
        Some("EG-2019-002")
    );
    assert_eq!(again.payment_text, text_of(&ledger, order));
    // Orders of other draws follow with a number of their own.
    let later =
        all.iter().filter(|row| row.kind == Kind::PaymentOrdered && row.object == "EG-2019-002");
    let texts: Vec<String> = later.map(|row| text_of(&ledger, row.seq)).collect();
    assert!(texts.len() > 2, "{texts:?}");
}

#[test]
fn what_was_paid_again_after_the_books_closed_waits_for_the_cash_office() {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let all = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
    let rows = query::journal(&ledger, all).expect("the journal");
    let paid = rows.iter().find(|row| row.kind == Kind::HeldPaid).expect("a payment");
    let reconciled = rows
        .iter()
        .find(|row| row.kind == Kind::PaymentReconciled && row.reference == Some(paid.seq));
    let before = reconciled.map_or(ledger.head().seq, |row| row.seq - 1);
    let found = waiting(&ledger, &paid.effective_on.to_string(), Some(before));
    let waits =
        |row: &&TaskRow| row.task.kind == Kind::PaymentReconciled && row.task.entry == paid.seq;
    assert!(found.iter().any(|row| waits(&row)), "{:?}", said(&found));
    assert!(!waiting(&ledger, "2022-12-31", None).iter().any(|row| waits(&row)));
}
