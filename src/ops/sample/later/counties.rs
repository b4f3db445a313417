//! Greiz, Sömmerda and Schmalkalden-Meiningen after 2020: grants on record, the rest assumed.

use super::super::applications::{Application, Case};
use super::super::grants::{Notice, decide, due_line, of_commune};
use super::super::parties::{CONSUMPTIVE, INVESTIVE, bank_account};
use super::super::payments::{Payee, Payment, attest, draw, invented, order, pay, payment};
use super::super::script::{LANG, ROTH, SOMMER, Script, WEBER, day, euros, fact, illustrative};
use super::line;
use crate::domain::body::{
    AnnouncementManner, ArithmeticAttested, AuthorityReturn, DueShifted, ExaminationStep,
    GrantAmended, PaymentRebooked, PaymentReconciled, ReductionLine,
};
use crate::domain::{Body, FileNumber, FiscalYear, Kind, TitleKey};

const SOEMMERDA: &str = "EG-2021-001";

pub fn write(script: &mut Script) {
    last_of_2020(script);
    greiz(script);
    granted_to_soemmerda(script);
    paid_to_soemmerda(script);
}

/// The last payments of 2020 are found in the cash office's list; the county's centre needs
/// until the middle of 2021.
fn last_of_2020(script: &mut Script) {
    for (grant, recipient, voucher) in
        [("EG-2020-001", "16066", "K-2020-5533"), ("EG-2020-003", "16999006", "K-2020-5602")]
    {
        let paid = script.find(Kind::PaymentConfirmed, voucher);
        let body = PaymentReconciled { grant: FileNumber::new(grant), source: Some(invented()) };
        let at = ("2021-01-05", WEBER, recipient);
        script.book(at, "Istliste der Landeshauptkasse", paid, Body::PaymentReconciled(body));
    }
    let body = GrantAmended {
        grant: FileNumber::new("EG-2020-001"),
        reason: "Betrieb im bestehenden Rechenzentrum erst ab Mitte 2021".into(),
        period_until: Some(day("2021-12-31")),
        quota_percent: None,
        eligible_cents: None,
        total_cents: None,
        third_party_cents: None,
        purpose: None,
        cash_reference: None,
        source: Some(illustrative("Mitte 2021 belegt (Presse), Änderungsbescheid angenommen")),
    };
    let at = ("2021-01-20", ROTH, "16066");
    let voucher = "Änderungsbescheid EG-2020-001/1";
    script.book(at, voucher, None, Body::GrantAmended(body));
}

/// 1.400.000 € in two due years, a part of the first shifted to the second.
fn greiz(script: &mut Script) {
    const GRANT: &str = "EG-2020-002";
    const KEY: &str = "16076";
    let days = ("2021-02-08", "2021-02-10");
    let account = bank_account(script, days, KEY, "DE64123456780016076711", "Landkreis Greiz");
    let payee = Payee { recipient: KEY, grant: GRANT, cash_reference: "16076-DIG-0001", account };
    let days = ("2021-03-08", "2021-03-18", "2021-03-22");
    let first = payment(days, "K-2021-1045", 1, 500_000, (INVESTIVE, 2021));
    pay(script, &payee, &Payment { need: Some(("2021-05-07", 500_000, 0)), ..first });
    let days = ("2021-07-12", "2021-07-22", "2021-07-26");
    pay(script, &payee, &payment(days, "K-2021-2961", 2, 300_000, (INVESTIVE, 2021)));

    let body = DueShifted {
        grant: FileNumber::new(GRANT),
        from: ReductionLine {
            title: TitleKey::new(INVESTIVE),
            fiscal_year: FiscalYear(2021),
            amount_cents: euros(200_000),
            authority_year: Some(FiscalYear(2020)),
            authority_return: Some(AuthorityReturn::Lapsed),
        },
        to: due_line(&(INVESTIVE, 2022, 200_000, Some(2021))),
        reason: "Teil der Ausgaben fällt erst 2022 an".into(),
        source: Some(invented()),
    };
    let at = ("2021-10-11", SOMMER, KEY);
    script.book(at, "Änderungsbescheid EG-2020-002/1", None, Body::DueShifted(body));

    let days = ("2022-03-07", "2022-03-17", "2022-03-21");
    pay(script, &payee, &payment(days, "K-2022-1210", 3, 350_000, (INVESTIVE, 2022)));
    let days = ("2022-08-29", "2022-09-08", "2022-09-12");
    pay(script, &payee, &payment(days, "K-2022-3604", 4, 200_000, (INVESTIVE, 2022)));
    let days = ("2022-12-19", "", "");
    let last = draw(script, &payee, &payment(days, "", 5, 50_000, (INVESTIVE, 2022)));
    let body = ArithmeticAttested { grant: FileNumber::new(GRANT), source: Some(invented()) };
    script.book(("2022-12-20", LANG, KEY), "", Some(last), Body::ArithmeticAttested(body));
}

fn granted_to_soemmerda(script: &mut Script) {
    const KEY: &str = "16068";
    let source = illustrative("Verlauf der Prüfung und Tage angenommen");
    let application = script.find(Kind::ApplicationReceived, "Antrag EG-2021-001");
    let application = application.unwrap_or_default();
    let case = Case { grant: SOEMMERDA, recipient: KEY, application, source };
    let received = ExaminationStep::DocumentsReceived;
    let note = "Beschluss des Kreistags und Betriebskonzept liegen vor";
    case.noted(script, ("2021-01-28", received), note, None);
    let result = "Förderfähig nach ThürEGovRL; Finanzierung gesichert";
    case.examined(script, "2021-06-28", result, None);
    let notice = Notice {
        day: "2021-07-13",
        eligible: 4_125_000,
        cash_reference: "16068-DIG-0001",
        period_until: "2023-12-31",
        interim_proof: true,
        lines: &[
            (INVESTIVE, 2021, 1_200_000, None),
            (CONSUMPTIVE, 2021, 300_000, None),
            (INVESTIVE, 2022, 1_500_000, Some(2021)),
            (CONSUMPTIVE, 2022, 300_000, Some(2021)),
        ],
        application: Application {
            requested: 3_300_000,
            eligible: 4_125_000,
            own: 1_300_000,
            ..Application::default()
        },
        announced: ("2021-07-13", AnnouncementManner::Receipt),
        waived: Some("2021-07-20"),
        source: fact(
            "Symbolischer Scheck am 13.07.2021: über 3,3 Mio. €, Gesamtkosten fast 4,6 Mio. € \
             (Landratsamt); Cent, Fälligkeiten und Aufteilung angenommen",
        ),
        ..of_commune(SOEMMERDA, KEY, "Kommunale IT-Dienste im Landkreis Sömmerda (KIDS)")
    };
    decide(script, &notice, application);
}

fn paid_to_soemmerda(script: &mut Script) {
    const KEY: &str = "16068";
    let days = ("2021-07-26", "2021-07-28");
    let account = bank_account(script, days, KEY, "DE45123456780016068711", "Landkreis Sömmerda");
    let payee =
        Payee { recipient: KEY, grant: SOEMMERDA, cash_reference: "16068-DIG-0001", account };
    let days = ("2021-08-16", "2021-08-26", "2021-08-30");
    pay(script, &payee, &payment(days, "K-2021-3402", 1, 800_000, (INVESTIVE, 2021)));
    let days = ("2021-10-18", "2021-10-28", "2021-11-01");
    let second = payment(days, "K-2021-4455", 2, 200_000, (INVESTIVE, 2021));
    let (_, paid) = pay(script, &payee, &second);
    let body = PaymentRebooked {
        from: line(SOEMMERDA, INVESTIVE, 2021, 200_000),
        line: line(SOEMMERDA, CONSUMPTIVE, 2021, 200_000),
        reason: "Betriebskosten, keine Investition: Titel berichtigt".into(),
        source: Some(invented()),
    };
    let at = ("2021-11-15", WEBER, KEY);
    script.book(at, "K-2021-4711", Some(paid), Body::PaymentRebooked(body));
    let days = ("2021-11-22", "2021-12-06", "2021-12-09");
    pay(script, &payee, &payment(days, "K-2021-5230", 3, 400_000, (INVESTIVE, 2021)));

    let days = ("2022-04-04", "2022-04-14", "2022-04-20");
    pay(script, &payee, &payment(days, "K-2022-1650", 4, 900_000, (INVESTIVE, 2022)));
    let days = ("2022-06-20", "2022-06-30", "2022-07-04");
    pay(script, &payee, &payment(days, "K-2022-2755", 5, 250_000, (CONSUMPTIVE, 2022)));
    let days = ("2022-10-10", "2022-10-20", "2022-10-24");
    pay(script, &payee, &payment(days, "K-2022-4230", 6, 600_000, (INVESTIVE, 2022)));
    let days = ("2022-11-28", "2022-12-19", "");
    let last = payment(days, "K-2022-5644", 7, 150_000, (CONSUMPTIVE, 2022));
    let drawn = draw(script, &payee, &last);
    attest(script, &payee, &last, drawn);
    order(script, &payee, &last, drawn);
}
