//! Stories 8 to 10: the approver.

use foerderbuch::domain::availability::AvailabilityItem;
use foerderbuch::domain::deadline::DeadlineKind;
use foerderbuch::domain::{Kind, Money, PersonNo, Stage};
use foerderbuch::store::query;
use foerderbuch::store::view::{StepRow, Times};
use serde_json::json;

use super::{Book, F, day, draw_of_f, entry, euro, order_of_f, step_of_f};

#[test]
fn story_08_nobody_approves_a_case_of_her_own_entry_whatever_her_login() {
    let mut book = Book::sample();
    let draw = book.good(&draw_of_f("12.500,00"));
    let account = book.account(F);
    // Weber becomes attester and approver, under another login; she stays person 1.
    let roles = ["desk_officer", "administrator", "attester", "approver"];
    let person = |number: u32, name: &str| {
        let body = json!({"person": {"person": number, "roles": roles, "name": name,
            "login": "uid:2"}});
        entry("person_enrolled", "2020-12-16", "Weber", body)
    };
    book.good(&person(1, "A. Weber"));
    book.login = "uid:2".into();
    let own = format!("Person Nr. 1 hat schon Nr. {draw} gebucht");
    for step in ["arithmetic_attested", "factually_attested"] {
        let said = book.refused(&step_of_f(step, "Weber", draw));
        assert!(said.contains(&own) && said.contains("Vier-Augen-Prinzip"), "{said}");
    }
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    let said = book.refused(&order_of_f("Weber", "12.500,00", (draw, account)));
    assert!(said.contains(&own), "{said}");
    let said = book.refused(&order_of_f("Sommer", "12.500,00", (draw, account)));
    assert!(said.contains("Person Nr. 6 hat schon"), "who attested does not order: {said}");
    // A person keeps number and name; another name under her number is refused.
    let said = book.refused(&person(1, "A. Weber-Schmidt"));
    assert!(said.contains("schon vergeben"), "{said}");
    book.good(&order_of_f("Roth", "12.500,00", (draw, account)));
    let logins = book.journal(Kind::DrawRequested).into_iter().rev().map(|row| row.login).next();
    assert_eq!(logins.as_deref(), Some("uid:1"));
}

#[test]
fn story_08_nobody_issues_the_notice_on_an_application_of_her_own_entry() {
    let mut book = Book::sample();
    let body = json!({"person": {"person": 1, "roles": ["desk_officer", "approver"],
        "name": "A. Weber"}});
    book.good(&entry("person_enrolled", "2020-12-16", "Weber", body));
    let case = ("EG-2020-009", "16067");
    let application = book.examined("2020-12-16", case, ("80.000,00", "100.000,00"));
    let lines = [super::due(super::INVESTIVE, 2020, "80.000,00", None)];
    let notice = super::issued("2020-12-17", "EG-2020-009", "100.000,00", &lines);
    let mut own = notice.clone().of("16067").after(application);
    own.who = "Weber";
    let said = book.refused(&own);
    assert!(said.contains(&format!("Person Nr. 1 hat schon Nr. {application} gebucht")), "{said}");
    book.good(&notice.of("16067").after(application));
}

#[test]
fn story_09_before_signing_grant_paid_open_remainder_availability_and_deadlines_are_seen() {
    let mut book = Book::sample();
    let draw = book.good(&draw_of_f("10.000,00"));
    let seen = |book: &Book| query::draw_review(&book.ledger, book.times(), draw).unwrap().unwrap();
    let review = seen(&book);
    assert_eq!((&review.arithmetic, &review.factual), (&None, &None));
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    let review = seen(&book);
    assert_eq!(review.grant.granted, euro("180.000,00"));
    assert_eq!(review.grant.sums.actual(), euro("167.500,00"));
    assert_eq!(review.grant.sums.open(), euro("12.500,00"));
    assert_eq!(review.draw.left, euro("10.000,00"));
    assert_eq!(review.remainder, euro("2.500,00"));
    assert_eq!(review.line.sums.at(Stage::Requested), euro("10.000,00"));
    assert_eq!(review.line.sums.at(Stage::Committed), euro("2.500,00"));
    let free = &review.availability;
    assert_eq!(free.free, euro("1.100.000,00"));
    let voted = AvailabilityItem::Stage(Stage::Appropriated);
    assert!(free.lines.contains(&(voted, euro("2.000.000,00"))), "{free:?}");
    assert_eq!(free.lines.iter().map(|(_, amount)| *amount).sum::<Money>(), free.free);
    let named = |step: Option<StepRow>| {
        step.map(|step| (step.person, step.name.unwrap(), step.effective_on))
    };
    let on = day("2020-12-17");
    assert_eq!(named(review.arithmetic), Some((PersonNo(2), "B. Lang".into(), on)));
    assert_eq!(named(review.factual), Some((PersonNo(6), "F. Sommer".into(), on)));
    let dates: Vec<_> = review.deadlines.iter().map(|row| (row.kind, row.due_on)).collect();
    assert_eq!(
        dates,
        [
            (DeadlineKind::UseOfMoney, day("2021-02-15")),
            (DeadlineKind::FinalProof, day("2021-12-31")),
        ]
    );
    let payment = book.entry(Kind::PaymentConfirmed, "K-2020-5602");
    assert_eq!(query::draw_review(&book.ledger, book.times(), payment).unwrap(), None);
}

#[test]
fn story_10_what_is_sent_back_keeps_its_reason_and_loses_its_attestations_alone() {
    let mut book = Book::sample();
    let draw = book.good(&draw_of_f("12.500,00"));
    let account = book.account(F);
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    let back = |reason: &str| {
        let body = json!({"grant": "EG-2020-003", "reason": reason});
        entry("draw_sent_back", "2020-12-17", "Roth", body).of(F).after(draw)
    };
    assert!(book.refused(&back(" ")).contains("leer"));
    let sent = book.good(&back("Rechnung 7 fehlt"));

    let found = book.grant(book.times(), "EG-2020-003");
    assert_eq!(found.row.sums.at(Stage::Requested), euro("12.500,00"));
    assert_eq!(found.moves.iter().find(|row| row.seq == draw).unwrap().left, euro("12.500,00"));
    let history = book.journal(Kind::DrawSentBack);
    assert_eq!((history[0].seq, history[0].reference), (sent, Some(draw)));
    assert!(history[0].body.contains("Rechnung 7 fehlt"));
    assert_eq!(history[0].actor_name.as_deref(), Some("C. Roth"));
    assert_eq!(book.journal(Kind::FactuallyAttested).last().unwrap().reference, Some(draw));
    let review = query::draw_review(&book.ledger, book.times(), draw).unwrap().unwrap();
    assert_eq!((review.arithmetic, review.factual), (None, None));

    let order = order_of_f("Roth", "12.500,00", (draw, account));
    let said = book.refused(&order);
    assert!(said.contains("fehlt: „Feststellung rechnerisch richtig“"), "{said}");
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    let said = book.refused(&order);
    assert!(said.contains("fehlt: „Feststellung sachlich richtig“"), "{said}");
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    book.good(&order);
    // What was known before it was sent back is still what was known then.
    let before = Times { known: sent - 1, ..book.times() };
    let review = query::draw_review(&book.ledger, before, draw).unwrap().unwrap();
    assert!(review.arithmetic.is_some() && review.factual.is_some());
}
