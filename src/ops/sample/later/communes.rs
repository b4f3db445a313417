//! The fictional communes after 2020.

use super::super::applications::{Application, apply};
use super::super::grants::{Notice, due_line, issue, of_commune};
use super::super::parties::{CONSUMPTIVE, INVESTIVE, bank_account};
use super::super::payments::Payment;
use super::super::payments::{
    Payee, attest, draw, invented, order, order_and_confirm, pay, payment,
};
use super::super::script::{LANG, ROTH, SOMMER, Script, WEBER, day, euros, illustrative};
use super::{line, of, payee};
use crate::domain::body::{
    AnnouncementManner, ApplicationRejected, ApplicationWithdrawn, ArithmeticAttested,
    AuthorityReturn, ChallengeEnded, ChallengeOutcome, CommitmentRestored, DrawReduced,
    DrawRejected, DrawSentBack, DrawWithdrawn, GrantAmended, GrantIncreased, GrantReduced,
    HeldOrdered, HeldPaid, NoticeChallenged, OrderCancelled, PaymentReconciled, PaymentReturned,
    ReductionLine, UnusedReturned,
};
use crate::domain::case::payment_text;
use crate::domain::{Body, FileNumber, FiscalYear, Kind, TitleKey};

pub fn write(script: &mut Script) {
    commune_a(script);
    commune_b(script);
    urgent(script);
    challenged(script);
    commune_f(script);
    undone(script);
}

/// Unused money comes back as revenue and is granted again; the rest of the grant is given up.
fn commune_a(script: &mut Script) {
    const GRANT: &str = "EG-2019-001";
    const KEY: &str = "16999001";
    let payee = payee(script, KEY, GRANT, "16999001-EG-01");
    let days = ("2021-03-15", "2021-03-24", "2021-03-26");
    pay(script, &payee, &payment(days, "K-2021-1120", 3, 300_000, (INVESTIVE, 2021)));

    let body = UnusedReturned {
        line: line(GRANT, INVESTIVE, 2020, 40_000),
        revenue_year: Some(FiscalYear(2021)),
        reason: "Bauabschnitt verschoben, Mittel nicht benötigt".into(),
        source: Some(invented()),
    };
    let paid = script.find(Kind::PaymentConfirmed, "K-2020-0933");
    let at = ("2021-04-19", LANG, KEY);
    let returned = script.book(at, "K-2021-1502", paid, Body::UnusedReturned(body));
    let body = CommitmentRestored {
        grant: FileNumber::new(GRANT),
        from_year: FiscalYear(2020),
        line: due_line(&(INVESTIVE, 2021, 40_000, None)),
        reason: "Bauabschnitt wird 2021 nachgeholt".into(),
        source: Some(invented()),
    };
    let at = ("2021-06-21", ROTH, KEY);
    let voucher = "Änderungsbescheid EG-2019-001/1";
    script.book(at, voucher, Some(returned), Body::CommitmentRestored(body));

    let days = ("2021-09-06", "2021-09-16", "2021-09-21");
    let asked = payment(days, "K-2021-3805", 4, 240_000, (INVESTIVE, 2021));
    let drawn = draw(script, &payee, &asked);
    let body = DrawReduced {
        line: line(GRANT, INVESTIVE, 2021, 20_000),
        reason: "Rechnung über 20.000,00 € nicht zuwendungsfähig".into(),
        source: Some(invented()),
    };
    let at = ("2021-09-09", ROTH, KEY);
    script.book(at, "EG-2019-001, Kürzung Abruf 4", Some(drawn), Body::DrawReduced(body));
    attest(script, &payee, &asked, drawn);
    order_and_confirm(script, &payee, &of(&asked, 220_000), drawn);
    let body = GrantReduced {
        grant: FileNumber::new(GRANT),
        lines: vec![ReductionLine {
            title: TitleKey::new(INVESTIVE),
            fiscal_year: FiscalYear(2021),
            amount_cents: euros(20_000),
            authority_year: Some(FiscalYear(2019)),
            authority_return: Some(AuthorityReturn::Lapsed),
        }],
        reason: "Zuwendungsfähige Ausgaben um 25.000,00 € geringer".into(),
        eligible_cents: Some(euros(2_975_000)),
        source: Some(invented()),
    };
    let voucher = "Änderungsbescheid EG-2019-001/2";
    script.book(("2021-11-08", ROTH, KEY), voucher, None, Body::GrantReduced(body));
}

/// A draw without need, one sent back, an order cancelled; an increase.
fn commune_b(script: &mut Script) {
    const GRANT: &str = "EG-2019-002";
    const KEY: &str = "16999002";
    const LINE: (&str, i32) = (INVESTIVE, 2021);
    let payee = payee(script, KEY, GRANT, "16999002-EG-01");
    let number = FileNumber::new(GRANT);
    let days = ("2021-02-22", "", "");
    let early = draw(script, &payee, &payment(days, "", 4, 300_000, LINE));
    let body = DrawRejected {
        line: line(GRANT, INVESTIVE, 2021, 300_000),
        reason: "Bedarf der nächsten zwei Monate nicht belegt".into(),
        source: Some(invented()),
    };
    let at = ("2021-03-01", ROTH, KEY);
    script.book(at, "EG-2019-002, Zurückweisung", Some(early), Body::DrawRejected(body));

    let days = ("2021-04-12", "2021-04-26", "");
    let first = payment(days, "K-2021-1688", 4, 300_000, LINE);
    let drawn = draw(script, &payee, &first);
    let body = ArithmeticAttested { grant: number.clone(), source: Some(invented()) };
    let at = ("2021-04-13", WEBER, KEY);
    script.book(at, "", Some(drawn), Body::ArithmeticAttested(body));
    let body = DrawSentBack {
        grant: number.clone(),
        reason: "Rechnungsliste fehlt".into(),
        source: Some(invented()),
    };
    script.book(("2021-04-14", SOMMER, KEY), "", Some(drawn), Body::DrawSentBack(body));
    let days = ("2021-04-16", "2021-04-26", "");
    attest(script, &payee, &Payment { days, ..first }, drawn);
    let ordered = order(script, &payee, &first, drawn);
    let body = OrderCancelled {
        line: line(GRANT, INVESTIVE, 2021, 300_000),
        reason: "Fälligkeit falsch angegeben; vor der Zahlung storniert".into(),
        source: Some(invented()),
    };
    let at = ("2021-04-27", ROTH, KEY);
    script.book(at, "EG-2019-002, Storno K-2021-1688", Some(ordered), Body::OrderCancelled(body));
    let days = ("2021-04-12", "2021-05-03", "2021-05-05");
    let again = payment(days, "K-2021-1790", 4, 300_000, LINE);
    order_and_confirm(script, &payee, &again, drawn);
    increase_of_b(script, &payee);
}

fn increase_of_b(script: &mut Script, payee: &Payee) {
    let (key, number) = (payee.recipient, FileNumber::new(payee.grant));
    let amended = GrantAmended {
        grant: number.clone(),
        reason: "Schnittstelle zum Archiv wird Teil des Vorhabens".into(),
        period_until: None,
        quota_percent: None,
        eligible_cents: Some(euros(2_100_000)),
        total_cents: Some(euros(2_100_000)),
        third_party_cents: None,
        purpose: None,
        cash_reference: None,
        source: Some(invented()),
    };
    let voucher = "Änderungsbescheid EG-2019-002/1";
    let body = Body::GrantAmended(amended.clone());
    script.book(("2021-05-10", ROTH, key), voucher, None, body);
    let body = GrantIncreased {
        grant: number,
        lines: vec![due_line(&(INVESTIVE, 2021, 80_000, None))],
        reason: "80 % der zuwendungsfähigen Ausgaben von 2.100.000,00 €".into(),
        eligible_cents: None,
        source: Some(invented()),
    };
    let voucher = "Änderungsbescheid EG-2019-002/2";
    script.book(("2021-05-17", ROTH, key), voucher, None, Body::GrantIncreased(body));

    let days = ("2021-06-07", "", "");
    let early = draw(script, payee, &payment(days, "", 5, 80_000, (INVESTIVE, 2021)));
    let body = DrawWithdrawn {
        line: line(payee.grant, INVESTIVE, 2021, 80_000),
        reason: "Lieferung verzögert".into(),
        source: Some(invented()),
    };
    let at = ("2021-06-09", LANG, key);
    script.book(at, "EG-2019-002, Rücknahme Abruf 5", Some(early), Body::DrawWithdrawn(body));
    let days = ("2021-08-09", "2021-08-19", "2021-08-23");
    pay(script, payee, &payment(days, "K-2021-3310", 5, 80_000, (INVESTIVE, 2021)));
    let amended = GrantAmended {
        reason: "Lieferverzug der Hardware, Verlängerung beantragt".into(),
        period_until: Some(day("2022-06-30")),
        eligible_cents: None,
        total_cents: None,
        ..amended
    };
    let voucher = "Änderungsbescheid EG-2019-002/3";
    script.book(("2021-11-15", ROTH, key), voucher, None, Body::GrantAmended(amended));
}

/// A grant under provisional budget management.
fn urgent(script: &mut Script) {
    let notice = Notice {
        day: "2022-01-24",
        eligible: 112_500,
        cash_reference: "16999002-EG-02",
        period_until: "2022-12-31",
        lines: &[(CONSUMPTIVE, 2022, 90_000, None)],
        application: Application {
            requested: 90_000,
            eligible: 112_500,
            own: 22_500,
            ..Application::on("2022-01-10", "2022-01-12", "2022-01-19")
        },
        announced: ("2022-01-25", AnnouncementManner::Post),
        urgent: Some("Sicherheitsvorfall: Fachverfahren stehen still, kein Aufschub möglich"),
        ..of_commune("EG-2022-001", "16999002", "Wiederherstellung nach Sicherheitsvorfall")
    };
    issue(script, &notice);
    let payee = payee(script, "16999002", "EG-2022-001", "16999002-EG-02");
    let days = ("2022-03-14", "2022-03-24", "2022-03-28");
    pay(script, &payee, &payment(days, "K-2022-1302", 1, 90_000, (CONSUMPTIVE, 2022)));
}

/// A notice that is challenged and stands: no draw before the challenge has ended.
fn challenged(script: &mut Script) {
    const GRANT: &str = "EG-2021-002";
    const KEY: &str = "16999004";
    let notice = Notice {
        day: "2021-04-19",
        eligible: 150_000,
        cash_reference: "16999004-EG-02",
        period_until: "2022-12-31",
        lines: &[(CONSUMPTIVE, 2021, 60_000, None), (CONSUMPTIVE, 2022, 60_000, Some(2021))],
        application: Application {
            requested: 120_000,
            eligible: 150_000,
            own: 30_000,
            ..Application::on("2021-01-18", "2021-01-25", "2021-04-12")
        },
        announced: ("2021-04-20", AnnouncementManner::Post),
        ..of_commune(GRANT, KEY, "Schulung der Beschäftigten im Bürgerservice")
    };
    issue(script, &notice);
    let number = FileNumber::new(GRANT);
    let body = NoticeChallenged {
        grant: number.clone(),
        court_file: "2 K 000/21 Ge (Beispiel)".into(),
        source: Some(illustrative("Erfundene Klage gegen eine Auflage")),
    };
    let issued = script.find(Kind::GrantIssued, "Bescheid EG-2021-002");
    let at = ("2021-05-17", WEBER, KEY);
    let challenge = script.book(at, "Klage", issued, Body::NoticeChallenged(body));
    let body = ChallengeEnded {
        grant: number,
        outcome: ChallengeOutcome::Dismissed,
        source: Some(illustrative("Erfundene Klagerücknahme")),
    };
    let at = ("2021-09-22", WEBER, KEY);
    script.book(at, "Einstellungsbeschluss", Some(challenge), Body::ChallengeEnded(body));
    let payee = payee(script, KEY, GRANT, "16999004-EG-02");
    let days = ("2021-10-04", "2021-10-14", "2021-10-18");
    pay(script, &payee, &payment(days, "K-2021-4190", 1, 60_000, (CONSUMPTIVE, 2021)));
    let days = ("2022-05-09", "2022-05-19", "2022-05-23");
    pay(script, &payee, &payment(days, "K-2022-2104", 2, 60_000, (CONSUMPTIVE, 2022)));
}

/// The bound remainder of 2020, paid for 2021, comes back after the books were closed.
fn commune_f(script: &mut Script) {
    const GRANT: &str = "EG-2020-003";
    const KEY: &str = "16999006";
    let mut payee = payee(script, KEY, GRANT, "16999006-EG-01");
    let number = FileNumber::new(GRANT);
    let days = ("2021-12-06", "2022-01-12", "2022-01-18");
    let last = payment(days, "K-2021-9921", 2, 12_500, (CONSUMPTIVE, 2021));
    let (_, paid) = pay(script, &payee, &Payment { reconciled: false, ..last });
    let amount = line(GRANT, CONSUMPTIVE, 2021, 12_500);
    let body = PaymentReturned {
        line: amount.clone(),
        held: true,
        reason: "Konto erloschen".into(),
        source: Some(invented()),
    };
    let at = ("2022-01-25", LANG, KEY);
    let back = script.book(at, "K-2022-0131", Some(paid), Body::PaymentReturned(body));
    let days = ("2022-01-31", "2022-02-02");
    let holder = "Kommune F (fiktiv)";
    payee.account = bank_account(script, days, KEY, "DE68123456781699900609", holder);
    let body = HeldOrdered {
        line: amount.clone(),
        bank_account: payee.account,
        payment_text: payment_text(payee.cash_reference, &number, 2, 2021),
        source: Some(invented()),
    };
    let at = ("2022-02-07", ROTH, KEY);
    let voucher = "EG-2020-003, Anordnung K-2022-0377";
    let ordered = script.book(at, voucher, Some(back), Body::HeldOrdered(body));
    let body = HeldPaid { line: amount, source: Some(invented()) };
    let at = ("2022-02-09", LANG, KEY);
    let repeated = script.book(at, "K-2022-0377", Some(ordered), Body::HeldPaid(body));
    let body = PaymentReconciled { grant: number, source: Some(invented()) };
    let at = ("2022-02-23", WEBER, KEY);
    let voucher = "Istliste der Landeshauptkasse";
    script.book(at, voucher, Some(repeated), Body::PaymentReconciled(body));
}

/// Applications that led to no grant: one rejected, one withdrawn.
fn undone(script: &mut Script) {
    let application = |requested, days: (_, _, _), result| Application {
        requested,
        eligible: requested * 5 / 4,
        own: requested / 4,
        result,
        ..Application::on(days.0, days.1, days.2)
    };
    let furniture = Notice {
        application: application(
            40_000,
            ("2021-02-22", "2021-03-01", "2021-04-06"),
            "Nicht förderfähig nach ThürEGovRL",
        ),
        ..of_commune("EG-2021-003", "16999006", "Ausstattung des Bürgerbüros")
    };
    let received = apply(script, &furniture);
    let body = ApplicationRejected {
        grant: FileNumber::new("EG-2021-003"),
        reason: "Möbel sind kein Gegenstand der Richtlinie".into(),
        source: Some(illustrative("Erfundene Ablehnung")),
    };
    let at = ("2021-04-12", ROTH, "16999006");
    let voucher = "Ablehnung EG-2021-003";
    script.book(at, voucher, Some(received), Body::ApplicationRejected(body));
    let portal = Notice {
        application: application(
            64_000,
            ("2021-05-03", "2021-05-10", "2021-06-07"),
            "Förderfähig; Eigenanteil nicht beschlossen",
        ),
        ..of_commune("EG-2021-004", "16999003", "Serviceportal")
    };
    let received = apply(script, &portal);
    let body = ApplicationWithdrawn {
        grant: FileNumber::new("EG-2021-004"),
        reason: "Kommune nutzt das Portal des Landes".into(),
        source: Some(illustrative("Erfundene Rücknahme")),
    };
    let at = ("2021-06-14", WEBER, "16999003");
    let voucher = "Rücknahme EG-2021-004";
    script.book(at, voucher, Some(received), Body::ApplicationWithdrawn(body));
}
