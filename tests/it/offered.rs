//! What is offered for a case is what the rules accept in its state.

use chrono::Datelike as _;
use foerderbuch::domain::body::LineAmount;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::{Body, Day, FileNumber, Kind, Money, PersonNo, Seq, Stage};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::view::{CaseDetail, CasePage, GrantDetail, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::ui::dialog::{Around, Standing};
use serde_json::{Value, json};

use super::table::{Table as Journal, day, person};

/// A case as a screen reads it on a day.
struct Standings {
    page: CasePage,
    case: CaseDetail,
    detail: Option<GrantDetail>,
    on: Day,
}

impl Standings {
    fn read(ledger: &Ledger, grant: &FileNumber, on: Day) -> Self {
        let times = Times { as_of: on, known: ledger.head().seq };
        Self {
            page: query::case_page(ledger, times, grant).unwrap(),
            case: query::case_detail(ledger, times, grant).unwrap().expect("a case"),
            detail: query::grant(ledger, times, grant).unwrap(),
            on,
        }
    }

    fn offers(&self, kind: Kind, only: Option<Seq>) -> bool {
        let (page, case, detail) = (&self.page, &self.case, self.detail.as_ref());
        Standing { page, case, detail, on: self.on, only }.takes(kind)
    }

    fn draft(
        &self,
        kind: Kind,
        (on, actor): (Day, PersonNo),
        to: Option<Seq>,
        body: Value,
    ) -> Draft {
        Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: self.case.row.recipient.clone(),
            effective_on: on,
            actor,
            voucher: "Beleg".into(),
            reference: to.map(Reference::Entry),
            body: Body::deserialize(kind, body).expect("a body"),
            person_name: None,
        }
    }

    /// A draw of a cent of some due line is accepted, on a day of its year.
    fn is_drawn(&self, ledger: &Ledger, desk: PersonNo) -> bool {
        let detail = self.detail.as_ref().expect("a grant");
        detail.lines.iter().any(|line| {
            let year = line.fiscal_year.0;
            let on = match self.on.year() {
                now if now < year => Day::from_ymd_opt(year, 1, 15),
                now if now > year => Day::from_ymd_opt(year, 12, 31),
                _ => Some(self.on),
            };
            let line = LineAmount {
                grant: detail.row.grant.clone(),
                title: line.title.clone(),
                fiscal_year: line.fiscal_year,
                amount_cents: Money::from_cents(1),
            };
            let when = (on.expect("a day"), desk);
            let body = json!({ "line": line });
            accepted(ledger, &self.draft(Kind::DrawRequested, when, None, body))
        })
    }

    fn is_closed(&self, ledger: &Ledger, approver: PersonNo) -> bool {
        let body = json!({ "grant": self.case.row.grant, "result": "Zweck erreicht" });
        accepted(ledger, &self.draft(Kind::CaseClosed, (self.on, approver), None, body))
    }

    /// An order of a cent of the draw is accepted.
    fn is_ordered(&self, ledger: &Ledger, approver: PersonNo, draw: Seq) -> bool {
        let detail = self.detail.as_ref().expect("a grant");
        let drawn = detail.moves.iter().find(|row| row.seq == draw).expect("a draw");
        let line = LineAmount { amount_cents: Money::from_cents(1), ..drawn.line.clone() };
        let times = Times { as_of: self.on, known: ledger.head().seq };
        let accounts = query::bank_accounts(ledger, times, &self.case.row.recipient).unwrap();
        let account = accounts.iter().find(|row| row.usable).expect("an account").seq;
        let body = json!({ "line": line, "bank_account": account, "payment_text": "Rate" });
        accepted(ledger, &self.draft(Kind::PaymentOrdered, (self.on, approver), Some(draw), body))
    }
}

/// True when the rules take the draft; nothing stays booked.
fn accepted(ledger: &Ledger, draft: &Draft) -> bool {
    let noon = draft.effective_on.and_hms_opt(11, 0, 0).expect("noon").and_utc();
    let now = noon.timestamp_micros().max(ledger.head().recorded_at + 1);
    let stamp = Stamp::new(now, "test".into());
    match ops::rehearse(ledger, std::slice::from_ref(draft), &stamp) {
        Ok(()) => true,
        Err(Failure::Refused { .. }) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// Who enters draws and who approves in the sample.
const DESK: PersonNo = PersonNo(1);
const APPROVER: PersonNo = PersonNo(3);

#[test]
fn cases_of_the_sample_offer_what_is_accepted() {
    let mut drawn = 0;
    for (through, on) in [(Through::Year2020, "2020-12-31"), (Through::Year2022, "2022-12-31")] {
        let ledger = sample::in_memory_through(through).unwrap();
        let times = Times { as_of: day(on), known: ledger.head().seq };
        for row in query::cases(&ledger, times).unwrap() {
            let case = Standings::read(&ledger, &row.grant, day(on));
            let Some(detail) = &case.detail else {
                let application = row.application.expect("an application");
                let around = Around::Entry(application, Kind::ApplicationReceived);
                for kind in [Kind::CaseClosed, Kind::DrawRequested, Kind::PaymentOrdered] {
                    assert!(!around.fits(kind), "{}", row.grant);
                }
                continue;
            };
            let draws = case.offers(Kind::DrawRequested, None);
            assert_eq!(draws, case.is_drawn(&ledger, DESK), "{on}: a draw of {}", row.grant);
            drawn += usize::from(draws);
            let closes = case.offers(Kind::CaseClosed, None);
            assert_eq!(closes, case.is_closed(&ledger, APPROVER), "{on}: end of {}", row.grant);
            let waits = detail
                .moves
                .iter()
                .filter(|row| row.kind == Kind::DrawRequested && row.undecided.is_positive());
            for draw in waits {
                let orders = case.offers(Kind::PaymentOrdered, Some(draw.seq));
                let taken = case.is_ordered(&ledger, APPROVER, draw.seq);
                assert_eq!(orders, taken, "{on}: an order of {}", draw.seq);
            }
        }
    }
    assert!(drawn > 0);
}

const G1: &str = "G1";

fn read(journal: &Journal, on: &str) -> Standings {
    Standings::read(&journal.ledger, &FileNumber::new(G1), day(on))
}

#[test]
fn while_a_notice_is_challenged_nothing_is_drawn_ordered_or_rebooked() {
    let mut journal = Journal::new();
    journal.run(
        "2020-02-03 | Roth   | grant G1 2020:600,00     | ok
         2020-02-04 | Weber  | draw G1 2020 100,00 as p | ok
         2020-02-04 | Roth   | order p as o             | ok
         2020-02-04 | Lang   | pay o as q               | ok
         2020-02-04 | Weber  | draw G1 2020 50,00 as d  | ok
         2020-02-04 | Lang   | attest d arithmetic      | ok
         2020-02-04 | Sommer | attest d factual         | ok",
    );
    let (desk, approver) = (person("Weber"), person("Roth"));
    let draw = journal.seq("d");
    let told = |journal: &Journal, on: &str| {
        let case = read(journal, on);
        let orders = case.offers(Kind::PaymentOrdered, Some(draw));
        assert_eq!(orders, case.is_ordered(&journal.ledger, approver, draw), "{on}");
        let draws = case.offers(Kind::DrawRequested, None);
        assert_eq!(draws, case.is_drawn(&journal.ledger, desk), "{on}");
        (draws, orders, case.offers(Kind::PaymentRebooked, None))
    };
    assert_eq!(told(&journal, "2020-02-04"), (true, true, true));
    journal.run("2020-02-05 | Lang | challenge G1 as h | ok");
    assert_eq!(told(&journal, "2020-02-05"), (false, false, false));
    journal.run("2020-02-06 | Lang | end h dismissed | ok");
    assert_eq!(told(&journal, "2020-02-06"), (true, true, true));
}

#[test]
fn a_proof_that_waits_for_its_check_stops_draws_behind_a_claim_too() {
    let mut journal = Journal::new();
    journal.run(
        "2020-02-03 | Roth  | grant G1 2020:600,00         | ok
         2020-02-04 | Weber | draw G1 2020 100,00 as d     | ok
         2020-02-05 | Roth  | order d as o                 | ok
         2020-02-06 | Lang  | pay o as p                   | ok
         2020-03-02 | Roth  | claim p 10,00 as c           | ok
         2020-03-03 | Weber | proof G1 final until 2020-03-01 eligible 600,00 as v | ok",
    );
    let case = read(&journal, "2020-03-04");
    assert!(case.detail.as_ref().unwrap().row.sums.at(Stage::Committed).is_positive());
    assert!(!case.offers(Kind::DrawRequested, None));
    assert!(!case.is_drawn(&journal.ledger, person("Weber")));
}

#[test]
fn a_case_is_closed_once_nothing_of_it_is_open() {
    let mut journal = Journal::new();
    journal.run(
        "2020-02-03 | Roth  | grant G1 2020:600,00         | ok
         2020-02-04 | Weber | draw G1 2020 600,00 as d     | ok
         2020-02-05 | Roth  | order d as o                 | ok
         2020-02-06 | Lang  | pay o as p                   | ok
         2020-03-03 | Weber | proof G1 final until 2020-03-01 eligible 600,00 as v | ok
         2020-03-04 | Lang  | check v clean settled 600,00 | ok",
    );
    let told = |journal: &Journal, on: &str| {
        let case = read(journal, on);
        let closes = case.offers(Kind::CaseClosed, None);
        assert_eq!(closes, case.is_closed(&journal.ledger, person("Roth")), "{on}");
        closes
    };
    assert!(told(&journal, "2020-03-04"));
    journal.run("2020-03-05 | Roth | claim p 100,00 as c | ok");
    assert!(!told(&journal, "2020-03-05"), "what is claimed is open");
    journal.run("2020-03-06 | Lang | repay c | ok");
    assert!(told(&journal, "2020-03-06"));
    journal.run("2020-03-07 | Roth | close case G1 | ok");
    assert!(!told(&journal, "2020-03-07"));
}
