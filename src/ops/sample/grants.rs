//! The eight grants in force at the end of 2020.

use super::parties::{CONSUMPTIVE, INVESTIVE};
use super::script::{LANG, ROTH, Script, day, fact, illustrative};
use crate::domain::body::{BeneficiaryNamed, DueLine, Financing, GrantIssued, ReaderNote, Source};
use crate::domain::{Body, FileNumber, FiscalYear, Money, RecipientKey, TitleKey};

/// A due line: title, fiscal year, whole euros, budget year of the authority used.
type Line = (&'static str, i32, i64, Option<i32>);

struct Notice {
    day: &'static str,
    grant: &'static str,
    recipient: &'static str,
    purpose: &'static str,
    eligible: i64,
    cash_reference: &'static str,
    period_until: &'static str,
    lines: &'static [Line],
    source: Option<Source>,
}

pub fn write(script: &mut Script) {
    for notice in first_year().into_iter().chain(second_year()) {
        issue(script, notice);
    }
    let body = BeneficiaryNamed {
        grant: FileNumber::new("EG-2020-001"),
        key: RecipientKey::new("16066093"),
        name: "Gemeinde Rhönblick".into(),
        source: Some(fact("Erste Gemeinde im Zentrum des Landkreises, Bericht vom 22.09.2020")),
    };
    script.add("2020-09-22", LANG, "16066", Body::BeneficiaryNamed(body));
}

fn first_year() -> Vec<Notice> {
    const VE: Option<i32> = Some(2019);
    let invented = || Some(illustrative("Erfundene Zuwendung an eine erfundene Kommune"));
    let notice = |day, grant, recipient, purpose, eligible| Notice {
        day,
        grant,
        recipient,
        purpose,
        eligible,
        cash_reference: "",
        period_until: "2021-12-31",
        lines: &[],
        source: invented(),
    };
    vec![
        Notice {
            cash_reference: "16999001-EG-01",
            lines: &[
                (INVESTIVE, 2019, 1_000_000, None),
                (INVESTIVE, 2020, 900_000, VE),
                (INVESTIVE, 2021, 500_000, VE),
            ],
            ..notice("2019-03-01", "EG-2019-001", "16999001", "Kommunales Netz", 3_000_000)
        },
        Notice {
            cash_reference: "16999002-EG-01",
            lines: &[
                (INVESTIVE, 2019, 600_000, None),
                (INVESTIVE, 2020, 700_000, VE),
                (INVESTIVE, 2021, 300_000, VE),
            ],
            ..notice("2019-04-01", "EG-2019-002", "16999002", "Dokumentenmanagement", 2_000_000)
        },
        Notice {
            cash_reference: "16999003-EG-01",
            lines: &[(INVESTIVE, 2019, 450_000, None), (INVESTIVE, 2020, 450_000, VE)],
            period_until: "2020-12-31",
            ..notice("2019-06-03", "EG-2019-003", "16999003", "Fachverfahren", 1_125_000)
        },
        Notice {
            cash_reference: "16999004-EG-01",
            lines: &[(INVESTIVE, 2019, 200_000, None), (INVESTIVE, 2020, 250_000, VE)],
            period_until: "2020-12-31",
            ..notice("2019-08-01", "EG-2019-004", "16999004", "Bürgerservice-Portal", 562_500)
        },
        Notice {
            cash_reference: "16999005-EG-01",
            lines: &[(CONSUMPTIVE, 2019, 100_000, None), (CONSUMPTIVE, 2020, 220_000, VE)],
            period_until: "2020-12-31",
            ..notice(
                "2019-10-01",
                "EG-2019-005",
                "16999005",
                "Schulung der Informationssicherheit",
                400_000,
            )
        },
    ]
}

fn second_year() -> Vec<Notice> {
    vec![
        Notice {
            day: "2020-06-02",
            grant: "EG-2020-003",
            recipient: "16999006",
            purpose: "Schnittstellen zu Fachverfahren",
            eligible: 225_000,
            cash_reference: "16999006-EG-01",
            period_until: "2020-12-31",
            lines: &[(CONSUMPTIVE, 2020, 180_000, None)],
            source: Some(illustrative("Erfundene Zuwendung an eine erfundene Kommune")),
        },
        Notice {
            day: "2020-09-15",
            grant: "EG-2020-001",
            recipient: "16066",
            purpose: "Kommunales Rechenzentrum",
            eligible: 2_750_000,
            cash_reference: "16066-DIG-0001",
            period_until: "2020-12-31",
            lines: &[(INVESTIVE, 2020, 1_700_000, None), (CONSUMPTIVE, 2020, 500_000, None)],
            source: Some(fact(
                "Rund 2,2 Mio. € am 15.09.2020 übergeben (Presse); Cent, Aufteilung, \
                 zuwendungsfähige Ausgaben und Kassenzeichen angenommen",
            )),
        },
        Notice {
            day: "2020-11-16",
            grant: "EG-2020-002",
            recipient: "16076",
            purpose: "Kommunales Rechenzentrum Seelingstädt",
            eligible: 1_750_000,
            cash_reference: "16076-DIG-0001",
            period_until: "2022-12-31",
            lines: &[
                (INVESTIVE, 2021, 1_000_000, Some(2020)),
                (INVESTIVE, 2022, 400_000, Some(2020)),
            ],
            source: Some(fact(
                "1.400.000 € im November 2020 bewilligt (Presse); Tag, Fälligkeiten und \
                 zuwendungsfähige Ausgaben angenommen",
            )),
        },
    ]
}

fn issue(script: &mut Script, notice: Notice) {
    let lines = notice
        .lines
        .iter()
        .map(|(title, year, euros, authority)| DueLine {
            title: TitleKey::new(*title),
            fiscal_year: FiscalYear(*year),
            amount_cents: Money::from_cents(euros * 100),
            authority_year: authority.map(FiscalYear),
        })
        .collect();
    let body = GrantIssued {
        grant: FileNumber::new(notice.grant),
        purpose: notice.purpose.into(),
        financing: Financing::Share,
        quota_percent: Some(rust_decimal::Decimal::from(80)),
        eligible_cents: Money::from_cents(notice.eligible * 100),
        cash_reference: notice.cash_reference.into(),
        period_until: day(notice.period_until),
        lines,
        total_cents: None,
        third_party_cents: None,
        rules: None,
        payment_mode: None,
        interim_proof: false,
        bound_years: None,
        urgent_reason: None,
        source: notice.source,
    };
    script
        .add(notice.day, ROTH, notice.recipient, Body::GrantIssued(body))
        .voucher(format!("Bescheid {}", notice.grant));
}

/// The same words in both languages.
pub fn words(de: &str, en: &str) -> ReaderNote {
    ReaderNote { de: de.to_owned(), en: en.to_owned() }
}
