//! Two times everywhere: every figure, state and list for any Stichtag and any Datenstand, also
//! of facts that are no money.

use foerderbuch::domain::date::LAST_DAY;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{Body, FileNumber, Kind, Money, RecipientKey, Seq};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::store::view::{GroupBy, MilestoneState, PersonRow, Times};
use foerderbuch::store::{Ledger, query};
use serde_json::json;

use super::{Book, F, INVESTIVE, cents, day, entry, euro, step_of_f};

/// Everything that can be asked, as it is answered.
fn answers(ledger: &Ledger, times: Times) -> Vec<String> {
    let mut said = Vec::new();
    macro_rules! ask {
        ($($answer:expr),* $(,)?) => { $(said.push(format!("{:?}", $answer.unwrap()));)* };
    }
    for by in
        [GroupBy::Year, GroupBy::Title, GroupBy::Recipient, GroupBy::RecipientYear, GroupBy::Grant]
    {
        ask!(query::balance(ledger, times, by));
    }
    ask!(
        query::grants(ledger, times),
        query::cases(ledger, times),
        query::deadlines(ledger, times),
        query::milestones(ledger, times),
        query::indicators(ledger, times),
        query::recipients(ledger, times),
        query::titles(ledger, times),
        query::settings(ledger, times),
        query::authority(ledger, times),
        query::title_years(ledger, times),
        query::payments_by_calendar_year(ledger, times),
        query::posting_rows(ledger, times),
    );
    let persons = query::persons(ledger, times).unwrap();
    said.push(format!("{:?}", persons.iter().map(|p| (p.person, &p.roles)).collect::<Vec<_>>()));
    for row in query::recipients(ledger, times).unwrap() {
        ask!(query::bank_accounts(ledger, times, &row.key));
    }
    for row in query::grants(ledger, times).unwrap() {
        let mut detail = query::grant(ledger, times, &row.grant).unwrap().unwrap();
        let last = |kind| detail.moves.iter().rfind(|row| row.kind == kind).map(|row| row.seq);
        if let Some(paid) = last(Kind::PaymentConfirmed) {
            ask!(query::payment_trail(ledger, times, paid));
        }
        // What can still be granted or drawn is told to who books now: it knows everything.
        if let Some(draw) = last(Kind::DrawRequested) {
            let review = query::draw_review(ledger, times, draw).unwrap();
            let seen = review.map(|seen| {
                (seen.grant, seen.remainder, seen.arithmetic, seen.factual, seen.deadlines)
            });
            said.push(format!("{seen:?}"));
        }
        for line in &mut detail.lines {
            line.drawable = Money::ZERO;
        }
        said.push(format!("{:?}", (detail.lines, detail.versions, detail.milestones)));
    }
    said
}

/// A ledger into which the journal of another is copied, entry by entry.
struct Copy {
    from: Ledger,
    persons: Vec<PersonRow>,
    to: Ledger,
}

impl Copy {
    fn next(&mut self) {
        let seq = self.to.head().seq + 1;
        let event = query::event(&self.from, seq).unwrap().unwrap();
        // The sample salts the hash of a name with the uid of the event.
        let stamp = Stamp { now: event.recorded_at, login: event.login, salt: Some(event.uid) };
        let enrolled = match &event.body {
            Body::ProgrammeFounded(founded) => Some(founded.person.person),
            Body::PersonEnrolled(enrolled) => Some(enrolled.person.person),
            _ => None,
        };
        let named = self.persons.iter().find(|person| Some(person.person) == enrolled);
        let draft = Draft {
            uid: event.uid,
            recipient: event.recipient,
            effective_on: event.effective_on,
            actor: event.actor,
            voucher: event.voucher,
            reference: event.reference.map(Reference::Entry),
            body: event.body,
            person_name: named.and_then(|person| person.name.clone()),
        };
        ops::book(&mut self.to, &[draft], &stamp).unwrap();
    }
}

/// Late entries, corrections and facts without money on top of the sample.
fn with_late_entries() -> Ledger {
    let mut book = Book::sample();
    let block = |amount| {
        let body = json!({"title": INVESTIVE, "fiscal_year": 2021, "amount_cents": cents(amount),
            "until": "2021-06-30", "ground": "economic", "reason": "Rundschreiben"});
        entry("block_set", "2020-11-02", "Kern", body)
    };
    book.good(&block("100,00"));
    let block = book.good(&block("9,00"));
    let lifted = json!({"title": INVESTIVE, "fiscal_year": 2021, "amount_cents": cents("4,00"),
        "reason": "teilweise"});
    let lifted = book.good(&entry("block_lifted", "2020-11-03", "Kern", lifted).after(block));
    let reason = json!({"reason": "Erfassungsfehler im Betrag"});
    book.good(&entry("reversed", "2020-11-03", "Kern", reason.clone()).after(lifted));
    let late = json!({"milestone": "SM-3", "reason": "Lieferverzug",
        "forecast": {"precision": "quarter", "from": "2021-07-01"}});
    let late = book.good(&entry("milestone_forecast", "2020-10-01", "Lang", late).of("16066"));
    book.good(&entry("reversed", "2020-10-01", "Lang", reason).of("16066").after(late));
    let draw = book.good(&super::draw_of_f("2.500,00"));
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    let back = json!({"grant": "EG-2020-003", "reason": "Rechnung fehlt"});
    book.good(&entry("draw_sent_back", "2020-12-17", "Roth", back).of(F).after(draw));
    let account = book.account(F);
    book.good(&step_of_f("arithmetic_attested", "Lang", draw));
    book.good(&step_of_f("factually_attested", "Sommer", draw));
    book.good(&super::order_of_f("Roth", "2.500,00", (draw, account)));
    book.ledger
}

#[test]
fn what_was_known_at_a_datenstand_is_what_the_ledger_answered_then() {
    let ledger = with_late_entries();
    let last = ledger.head().seq;
    let all = Times { as_of: LAST_DAY, known: last };
    let persons = query::persons(&ledger, all).unwrap();
    let mut copy = Copy { from: ledger, persons, to: Ledger::in_memory().unwrap() };
    while copy.to.head().seq < last {
        copy.next();
        let known = copy.to.head().seq;
        if !known.is_multiple_of(90) && known + 12 < last {
            continue;
        }
        let on = if known.is_multiple_of(2) { "2020-12-31" } else { "2022-01-15" };
        {
            let times = Times { as_of: day(on), known };
            let (then, now) = (answers(&copy.to, times), answers(&copy.from, times));
            assert_eq!(then.len(), now.len(), "{on} {known}");
            for (then, now) in then.iter().zip(&now) {
                assert_eq!(then, now, "{on} {known}");
            }
        }
    }
    assert_eq!(copy.to.head().hash, copy.from.head().hash);
}

#[test]
fn what_was_known_of_a_milestone_is_told_for_each_day() {
    let mut book = Book::sample();
    let state = |book: &Book, as_of: &str, known: Seq| {
        let times = Times { as_of: day(as_of), known };
        let rows = query::milestones(&book.ledger, times).unwrap();
        let row = rows.into_iter().find(|row| row.milestone.as_str() == "SM-2");
        row.map(|row| (row.state, row.proof.is_some()))
    };
    let known = |book: &Book, on| query::known_at_end_of(&book.ledger, day(on)).unwrap();
    let (day_14, day_21, day_22) =
        (known(&book, "2020-09-14"), known(&book, "2020-09-21"), known(&book, "2020-09-22"));
    assert_eq!(state(&book, "2020-12-31", day_14), None, "nobody had planned it");
    assert_eq!(state(&book, "2020-12-31", day_21), Some((MilestoneState::Undated, false)));
    assert_eq!(state(&book, "2020-12-31", day_22), Some((MilestoneState::Reached, true)));
    assert_eq!(state(&book, "2020-09-21", day_22), Some((MilestoneState::Undated, false)));

    // Reported in December for November: known since December, and true since November.
    let body = json!({"milestone": "SM-3", "proof": "Bericht vom 16.12.2020",
        "actual": {"precision": "month", "from": "2020-11-01"}});
    let before = book.ledger.head().seq;
    let mut late = entry("milestone_reached", "2020-11-30", "Lang", body).of("16066");
    late.voucher = "";
    let seq = book.good(&late);
    let reached = |on: &str, known| {
        let times = Times { as_of: day(on), known };
        let rows = query::milestones(&book.ledger, times).unwrap();
        let row = rows.into_iter().find(|row| row.milestone.as_str() == "SM-3").unwrap();
        row.state == MilestoneState::Reached
    };
    assert!(reached("2020-11-30", seq) && !reached("2020-11-29", seq));
    assert!(!reached("2020-12-31", before), "nobody knew of it");
}

#[test]
fn states_roles_accounts_and_settings_are_those_of_the_day_and_of_what_was_known() {
    let book = Book::sample();
    let at = |on: &str, known: &str| Times {
        as_of: day(on),
        known: query::known_at_end_of(&book.ledger, day(known)).unwrap(),
    };
    let state = |times| {
        let cases = query::cases(&book.ledger, times).unwrap();
        cases.into_iter().find(|row| row.grant.as_str() == "EG-2020-002").map(|row| row.state)
    };
    for (on, expected) in [
        ("2020-07-12", None),
        ("2020-07-13", Some(CaseState::Received)),
        ("2020-07-20", Some(CaseState::InExamination)),
        ("2020-11-09", Some(CaseState::Examined)),
        ("2020-11-16", Some(CaseState::Issued)),
        ("2020-11-20", Some(CaseState::Announced)),
        ("2020-12-22", Some(CaseState::Final)),
    ] {
        assert_eq!(state(Times { as_of: day(on), ..book.times() }), expected, "{on}");
    }
    assert_eq!(state(at("2020-12-31", "2020-07-15")), Some(CaseState::Received));
    let usable = |times| {
        let key = RecipientKey::new("16066");
        let accounts = query::bank_accounts(&book.ledger, times, &key).unwrap();
        accounts.into_iter().map(|account| account.usable).collect::<Vec<_>>()
    };
    assert_eq!(usable(at("2020-12-31", "2020-09-20")), Vec::<bool>::new());
    assert_eq!(usable(at("2020-12-31", "2020-09-22")), [false]);
    assert_eq!(usable(at("2020-12-31", "2020-09-23")), [true]);
    let rates = |times| query::settings(&book.ledger, times).unwrap().base_rates().len();
    assert_eq!((rates(at("2020-12-31", "2020-06-30")), rates(book.times())), (3, 4));
    let beneficiaries = |times| {
        let number = FileNumber::new("EG-2020-001");
        query::grant(&book.ledger, times, &number).unwrap().unwrap().beneficiaries.len()
    };
    assert_eq!(beneficiaries(book.on("2020-09-21")), 0);
    assert_eq!(beneficiaries(book.on("2020-09-22")), 1);
    let everything = Times { as_of: LAST_DAY, known: book.ledger.head().seq };
    assert_eq!(book.total(everything).sums.actual(), euro("7.200.000,00"));
    let again = sample::in_memory().unwrap();
    assert_eq!(again.head().hash, book.ledger.head().hash);
}
