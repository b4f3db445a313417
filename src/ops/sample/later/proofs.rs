//! Proofs of use, claims, interest and closed cases.

use super::super::parties::{CONSUMPTIVE, INVESTIVE};
use super::super::payments::invented;
use super::super::script::{LANG, ROTH, SOMMER, Script, WEBER, day, euros, illustrative};
use super::line;
use crate::domain::body::{
    CaseClosed, Charge, CheckResult, ClaimAnnulled, ClaimDeferred, ClaimGround, ClaimRaised,
    ClaimRepaid, ClaimWaived, Deferral, InterestAssessed, InterestKind, InterestReceived,
    InterestWaived, ProofChecked, ProofKind, ProofReceived, ProofReminded,
};
use crate::domain::{Body, FileNumber, FiscalYear, Kind, Money, TitleKey, Uid};

/// A grant of a recipient.
#[derive(Clone, Copy)]
struct Of {
    recipient: &'static str,
    grant: &'static str,
}

const A: Of = Of { recipient: "16999001", grant: "EG-2019-001" };
const B: Of = Of { recipient: "16999002", grant: "EG-2019-002" };
const C: Of = Of { recipient: "16999003", grant: "EG-2019-003" };
const D: Of = Of { recipient: "16999004", grant: "EG-2019-004" };
const E: Of = Of { recipient: "16999005", grant: "EG-2019-005" };
const F: Of = Of { recipient: "16999006", grant: "EG-2020-003" };
const SM: Of = Of { recipient: "16066", grant: "EG-2020-001" };
const SOEMMERDA: Of = Of { recipient: "16068", grant: "EG-2021-001" };
const GREIZ: Of = Of { recipient: "16076", grant: "EG-2020-002" };

pub fn write(script: &mut Script) {
    commune_b(script);
    commune_c(script);
    commune_d(script);
    commune_e(script);
    for (on, until) in [("2022-02-21", "2022-04-29"), ("2022-09-05", "2022-11-30")] {
        F.reminded(script, on, until);
    }
    counties(script);
    A.received(script, "2022-11-14", ("2021-12-31", 2_975_000));
}

impl Of {
    fn number(self) -> FileNumber {
        FileNumber::new(self.grant)
    }

    fn received(self, script: &mut Script, on: &str, covers: (&str, i64)) -> Uid {
        self.proof(script, on, ProofKind::Final, covers)
    }

    fn proof(
        self,
        script: &mut Script,
        on: &str,
        proof: ProofKind,
        (until, eligible): (&str, i64),
    ) -> Uid {
        let body = ProofReceived {
            grant: self.number(),
            proof,
            covers_until: day(until),
            eligible_cents: euros(eligible),
            third_party_cents: Money::ZERO,
            certified: true,
            source: Some(illustrative("Verwendungsnachweis und Tage angenommen")),
        };
        let voucher = format!("Verwendungsnachweis {}", self.grant);
        script.book((on, WEBER, self.recipient), &voucher, None, Body::ProofReceived(body))
    }

    /// Checked; objections when a note is given.
    fn checked(
        self,
        script: &mut Script,
        on: &str,
        proof: Uid,
        (settled, objection): (Option<i64>, Option<&str>),
    ) {
        let clean = objection.is_none();
        let body = ProofChecked {
            grant: self.number(),
            result: if clean { CheckResult::Clean } else { CheckResult::Objections },
            settled_cents: settled.map(euros),
            note: objection.unwrap_or("Zweck erreicht, Ausgaben belegt").into(),
            source: Some(illustrative("Ergebnis der Prüfung angenommen")),
        };
        let at = (on, LANG, self.recipient);
        script.book(at, "Prüfvermerk", Some(proof), Body::ProofChecked(body));
    }

    fn reminded(self, script: &mut Script, on: &str, until: &str) {
        let body = ProofReminded {
            grant: self.number(),
            until: day(until),
            source: Some(illustrative("Mahnung angenommen")),
        };
        let at = (on, WEBER, self.recipient);
        script.book(at, "Mahnung Verwendungsnachweis", None, Body::ProofReminded(body));
    }

    fn closed(self, script: &mut Script, on: &str, bound_until: &str) {
        let body = CaseClosed {
            grant: self.number(),
            result: "Zweck erreicht; Verwendung geprüft".into(),
            bound_until: Some(day(bound_until)),
            source: Some(illustrative("Abschluss und Zweckbindung angenommen")),
        };
        let voucher = format!("Abschlussvermerk {}", self.grant);
        script.book((on, ROTH, self.recipient), &voucher, None, Body::CaseClosed(body));
    }

    fn charge(self, year: i32, cents: i64) -> Charge {
        Charge {
            grant: self.number(),
            title: TitleKey::new(INVESTIVE),
            fiscal_year: FiscalYear(year),
            amount_cents: Money::from_cents(cents),
        }
    }

    fn assessed(self, script: &mut Script, on: &str, of: Option<Uid>, interest: &Interest) -> Uid {
        let (year, cents) = interest.charge;
        let body = InterestAssessed {
            charge: self.charge(year, cents),
            interest: interest.kind,
            principal_cents: euros(interest.principal),
            event_on: day(interest.span.0),
            until: day(interest.span.1),
            due_on: day(interest.due_on),
            source: Some(invented()),
        };
        let voucher = format!("Zinsbescheid {}", self.grant);
        script.book((on, ROTH, self.recipient), &voucher, of, Body::InterestAssessed(body))
    }

    fn interest_received(
        self,
        script: &mut Script,
        (on, voucher): (&str, &str),
        assessed: Uid,
        interest: InterestKind,
        (year, cents): (i32, i64),
    ) {
        let body = InterestReceived {
            charge: self.charge(year, cents),
            assessed_year: FiscalYear(year),
            interest,
            source: Some(invented()),
        };
        let at = (on, LANG, self.recipient);
        script.book(at, voucher, Some(assessed), Body::InterestReceived(body));
    }
}

/// Interest as assessed: kind, year and cents, whole euros that bear it, event and last day.
struct Interest {
    kind: InterestKind,
    charge: (i32, i64),
    principal: i64,
    span: (&'static str, &'static str),
    due_on: &'static str,
}

/// 100.000 € were used three months after the period of use: interest for the delay.
fn commune_b(script: &mut Script) {
    let paid = script.find(Kind::PaymentConfirmed, "K-2020-1307");
    let interest = Interest {
        kind: InterestKind::Delay,
        charge: (2021, 103_000),
        principal: 100_000,
        span: ("2020-06-15", "2020-09-15"),
        due_on: "2021-07-09",
    };
    let assessed = B.assessed(script, "2021-06-07", paid, &interest);
    let credit = ("2021-07-12", "K-2021-2799");
    B.interest_received(script, credit, assessed, InterestKind::Delay, (2021, 103_000));
}

/// Interest on the claim of 2020, a clean proof, a closed case.
fn commune_c(script: &mut Script) {
    let claim = script.find(Kind::ClaimRaised, "Änderungsbescheid EG-2019-003/1");
    let interest = Interest {
        kind: InterestKind::Reclaim,
        charge: (2021, 66_521),
        principal: 37_500,
        span: ("2020-06-15", "2020-11-20"),
        due_on: "2021-02-19",
    };
    let assessed = C.assessed(script, "2021-01-18", claim, &interest);
    let credit = ("2021-02-12", "K-2021-0618");
    C.interest_received(script, credit, assessed, InterestKind::Reclaim, (2021, 66_521));
    let proof = C.received(script, "2021-10-11", ("2020-12-31", 1_078_125));
    C.checked(script, "2021-11-22", proof, (Some(862_500), None));
    C.closed(script, "2021-12-06", "2026-12-06");
}

/// Objections, a claim after the books were closed: revenue of 2022, a deferral, two waivers.
fn commune_d(script: &mut Script) {
    let key = D.recipient;
    let proof = D.received(script, "2021-09-13", ("2020-12-31", 525_000));
    let objection = "2.500,00 € nicht zuwendungsfähig: 80 % von 522.500,00 €";
    D.checked(script, "2021-11-08", proof, (Some(418_000), Some(objection)));
    let amount = |euros| line(D.grant, INVESTIVE, 2020, euros);
    let body = ClaimRaised {
        line: amount(32_000),
        reason: "Festgesetzte Zuwendung 418.000,00 € statt 450.000,00 €".into(),
        ground: Some(ClaimGround::ResolutiveCondition),
        due_on: day("2021-12-31"),
        legal_effect_on: Some(day("2020-09-15")),
        eligible_cents: Some(euros(522_500)),
        source: Some(invented()),
    };
    let paid = script.find(Kind::PaymentConfirmed, "K-2020-3402");
    let voucher = "Erstattungsbescheid EG-2019-004";
    let claim = script.book(("2021-11-29", ROTH, key), voucher, paid, Body::ClaimRaised(body));
    let body = ClaimDeferred {
        grant: D.number(),
        manner: Deferral::Deferred,
        until: Some(day("2022-06-30")),
        reason: "Erhebliche Härte bei sofortiger Zahlung des Restes".into(),
        source: Some(invented()),
    };
    let at = ("2022-01-10", ROTH, key);
    script.book(at, "Stundung EG-2019-004", Some(claim), Body::ClaimDeferred(body));
    for (on, voucher, amount) in [
        ("2022-01-17", "K-2022-0088", amount(20_000)),
        ("2022-06-20", "K-2022-2590", amount(11_500)),
    ] {
        let body = ClaimRepaid {
            line: amount,
            revenue_year: Some(FiscalYear(2022)),
            set_off: None,
            source: Some(invented()),
        };
        script.book((on, WEBER, key), voucher, Some(claim), Body::ClaimRepaid(body));
    }
    let body = ClaimWaived {
        line: amount(500),
        reason: "Kleiner Rest, Einziehung unbillig: § 59 (1) Nr. 3 ThürLHO".into(),
        source: Some(invented()),
    };
    let at = ("2022-07-04", SOMMER, key);
    script.book(at, "Erlass EG-2019-004", Some(claim), Body::ClaimWaived(body));
    interest_of_d(script, claim);
    D.closed(script, "2022-09-26", "2027-09-26");
}

/// Interest on what was owed until each credit; a part of it is waived.
fn interest_of_d(script: &mut Script, claim: Uid) {
    let interest = Interest {
        kind: InterestKind::Reclaim,
        charge: (2022, 197_531),
        principal: 32_000,
        span: ("2020-09-15", "2022-06-20"),
        due_on: "2022-08-19",
    };
    let assessed = D.assessed(script, "2022-07-18", Some(claim), &interest);
    let credit = ("2022-08-15", "K-2022-3377");
    D.interest_received(script, credit, assessed, InterestKind::Reclaim, (2022, 150_000));
    let body = InterestWaived {
        charge: D.charge(2022, 47_531),
        interest: InterestKind::Reclaim,
        reason: "Kommune hat den Umstand nicht zu vertreten: § 49a (3) S. 2".into(),
        source: Some(invented()),
    };
    let at = ("2022-09-05", SOMMER, D.recipient);
    script.book(at, "Zinserlass EG-2019-004", Some(assessed), Body::InterestWaived(body));
}

/// Reminded twice; a claim that falls when the missing invoice comes.
fn commune_e(script: &mut Script) {
    for (on, until) in [("2022-01-17", "2022-03-31"), ("2022-04-19", "2022-06-30")] {
        E.reminded(script, on, until);
    }
    let proof = E.received(script, "2022-07-11", ("2020-12-31", 400_000));
    let objection = "Rechnung über 6.250,00 € fehlt";
    E.checked(script, "2022-08-15", proof, (Some(315_000), Some(objection)));
    let amount = line(E.grant, CONSUMPTIVE, 2020, 5_000);
    let body = ClaimRaised {
        line: amount.clone(),
        reason: "Festgesetzte Zuwendung 315.000,00 € statt 320.000,00 €".into(),
        ground: Some(ClaimGround::ResolutiveCondition),
        due_on: day("2022-10-31"),
        legal_effect_on: Some(day("2020-10-01")),
        eligible_cents: None,
        source: Some(invented()),
    };
    let paid = script.find(Kind::PaymentConfirmed, "K-2020-3811");
    let at = ("2022-09-05", ROTH, E.recipient);
    let voucher = "Erstattungsbescheid EG-2019-005";
    let claim = script.book(at, voucher, paid, Body::ClaimRaised(body));
    let body = ClaimAnnulled {
        line: amount,
        reason: "Rechnung nachgereicht, Ausgaben belegt".into(),
        source: Some(invented()),
    };
    let at = ("2022-10-12", ROTH, E.recipient);
    script.book(at, "Aufhebung EG-2019-005", Some(claim), Body::ClaimAnnulled(body));
    let proof = E.received(script, "2022-10-12", ("2020-12-31", 400_000));
    E.checked(script, "2022-10-17", proof, (Some(320_000), None));
    E.closed(script, "2022-11-14", "2027-11-14");
}

fn counties(script: &mut Script) {
    for (county, eligible, received, checked) in [
        (GREIZ, 1_000_000, "2022-04-11", "2022-05-16"),
        (SOEMMERDA, 1_750_000, "2022-04-25", "2022-06-27"),
    ] {
        let of_2021 = ("2021-12-31", eligible);
        let interim = county.proof(script, received, ProofKind::Interim, of_2021);
        county.checked(script, checked, interim, (None, None));
    }
    let proof = SM.received(script, "2022-06-13", ("2021-12-31", 2_750_000));
    SM.checked(script, "2022-09-19", proof, (Some(2_200_000), None));
    SM.closed(script, "2022-10-24", "2027-10-24");
}
