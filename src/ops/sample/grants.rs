//! The eight grants in force at the end of 2020, from application to announcement, and the
//! application that is still being examined.

use super::applications::{Application, apply, of_soemmerda};
use super::parties::{CONSUMPTIVE, INVESTIVE};
use super::script::{LANG, ROTH, Script, WEBER, day, euros, fact, illustrative};
use crate::domain::body::{
    AnnouncementManner, AuxiliaryRules, BeneficiaryNamed, DueLine, Financing, GrantIssued,
    NoticeAnnounced, PaymentMode, ReaderNote, RemedyWaived, Source,
};
use crate::domain::{Body, FileNumber, FiscalYear, RecipientKey, TitleKey, Uid};

/// A due line: title, fiscal year, whole euros, budget year of the authority used.
pub type Line = (&'static str, i32, i64, Option<i32>);

/// A notice and the application that it decides.
pub struct Notice {
    /// Day of the notice.
    pub day: &'static str,
    /// File number.
    pub grant: &'static str,
    /// Recipient.
    pub recipient: &'static str,
    /// What the money is for.
    pub purpose: &'static str,
    /// Eligible expenditure, whole euros.
    pub eligible: i64,
    /// Kassenzeichen.
    pub cash_reference: &'static str,
    /// Last day of the period of approval.
    pub period_until: &'static str,
    /// True when interim proofs are asked for.
    pub interim_proof: bool,
    /// Due lines.
    pub lines: &'static [Line],
    /// What was applied for.
    pub application: Application,
    /// How and when it was announced.
    pub announced: (&'static str, AnnouncementManner),
    /// Day of a waiver of remedies.
    pub waived: Option<&'static str>,
    /// Why it cannot wait for the budget law.
    pub urgent: Option<&'static str>,
    /// Where this comes from.
    pub source: Source,
}

const INVENTED: &str = "Erfundene Zuwendung an eine erfundene Kommune";

pub fn write(script: &mut Script) {
    for notice in large_of_2019().into_iter().chain(small_of_2019()).chain(of_2020()) {
        issue(script, &notice);
    }
    of_soemmerda(script);
    beneficiary(
        script,
        "2020-09-22",
        ("16066093", "Gemeinde Rhönblick"),
        fact("Erste Gemeinde im Zentrum des Landkreises, Bericht vom 22.09.2020"),
    );
}

/// A municipality that benefits of the county's grant.
pub fn beneficiary(script: &mut Script, on: &str, who: (&str, &str), source: Source) {
    let body = BeneficiaryNamed {
        grant: FileNumber::new("EG-2020-001"),
        key: RecipientKey::new(who.0),
        name: who.1.into(),
        source: Some(source),
    };
    script.add(on, LANG, "16066", Body::BeneficiaryNamed(body));
}

/// A grant to a fictional commune, without its amounts and days.
pub fn of_commune(grant: &'static str, recipient: &'static str, purpose: &'static str) -> Notice {
    Notice {
        day: "",
        grant,
        recipient,
        purpose,
        eligible: 0,
        cash_reference: "",
        period_until: "2020-12-31",
        interim_proof: false,
        lines: &[],
        application: Application::default(),
        announced: ("", AnnouncementManner::Post),
        waived: None,
        urgent: None,
        source: illustrative(INVENTED),
    }
}

const VE: Option<i32> = Some(2019);
const POST: AnnouncementManner = AnnouncementManner::Post;

/// Granted in spring, due over three years.
fn large_of_2019() -> Vec<Notice> {
    vec![
        Notice {
            day: "2019-03-01",
            eligible: 3_000_000,
            cash_reference: "16999001-EG-01",
            period_until: "2021-12-31",
            lines: &[
                (INVESTIVE, 2019, 1_000_000, None),
                (INVESTIVE, 2020, 900_000, VE),
                (INVESTIVE, 2021, 500_000, VE),
            ],
            application: Application {
                requested: 2_400_000,
                eligible: 3_000_000,
                own: 700_000,
                ..Application::on("2019-01-14", "2019-01-21", "2019-02-22")
            },
            announced: ("2019-03-04", POST),
            ..of_commune("EG-2019-001", "16999001", "Kommunales Netz")
        },
        Notice {
            day: "2019-04-01",
            eligible: 2_000_000,
            cash_reference: "16999002-EG-01",
            period_until: "2021-12-31",
            lines: &[
                (INVESTIVE, 2019, 600_000, None),
                (INVESTIVE, 2020, 700_000, VE),
                (INVESTIVE, 2021, 300_000, VE),
            ],
            application: Application {
                requested: 1_680_000,
                eligible: 2_100_000,
                own: 420_000,
                documents: Some(("2019-02-18", "2019-03-11", "2019-03-08")),
                result: "Förderfähig; Büroausstattung über 100.000,00 € nicht zuwendungsfähig",
                ..Application::on("2019-01-28", "2019-02-04", "2019-03-25")
            },
            announced: ("2019-04-02", POST),
            ..of_commune("EG-2019-002", "16999002", "Dokumentenmanagement")
        },
    ]
}

/// Granted from summer on, due over two years.
fn small_of_2019() -> Vec<Notice> {
    vec![
        Notice {
            day: "2019-06-03",
            eligible: 1_125_000,
            cash_reference: "16999003-EG-01",
            lines: &[(INVESTIVE, 2019, 450_000, None), (INVESTIVE, 2020, 450_000, VE)],
            application: Application {
                requested: 900_000,
                eligible: 1_125_000,
                own: 225_000,
                ..Application::on("2019-03-11", "2019-03-18", "2019-05-27")
            },
            announced: ("2019-06-04", POST),
            ..of_commune("EG-2019-003", "16999003", "Fachverfahren")
        },
        Notice {
            day: "2019-08-01",
            eligible: 562_500,
            cash_reference: "16999004-EG-01",
            lines: &[(INVESTIVE, 2019, 200_000, None), (INVESTIVE, 2020, 250_000, VE)],
            application: Application {
                requested: 450_000,
                eligible: 562_500,
                own: 150_000,
                ..Application::on("2019-05-06", "2019-05-13", "2019-07-25")
            },
            announced: ("2019-08-02", POST),
            ..of_commune("EG-2019-004", "16999004", "Bürgerservice-Portal")
        },
        Notice {
            day: "2019-10-01",
            eligible: 400_000,
            cash_reference: "16999005-EG-01",
            lines: &[(CONSUMPTIVE, 2019, 100_000, None), (CONSUMPTIVE, 2020, 220_000, VE)],
            application: Application {
                requested: 320_000,
                eligible: 400_000,
                own: 80_000,
                ..Application::on("2019-07-08", "2019-07-15", "2019-09-23")
            },
            announced: ("2019-10-02", POST),
            ..of_commune("EG-2019-005", "16999005", "Schulung der Informationssicherheit")
        },
    ]
}

fn of_2020() -> Vec<Notice> {
    vec![
        Notice {
            day: "2020-06-02",
            eligible: 225_000,
            cash_reference: "16999006-EG-01",
            lines: &[(CONSUMPTIVE, 2020, 180_000, None)],
            application: Application {
                requested: 184_000,
                eligible: 230_000,
                own: 46_000,
                result: "Förderfähig; Reisen über 5.000,00 € nicht zuwendungsfähig",
                ..Application::on("2020-02-24", "2020-03-02", "2020-05-25")
            },
            announced: ("2020-06-03", AnnouncementManner::Post),
            ..of_commune("EG-2020-003", "16999006", "Schnittstellen zu Fachverfahren")
        },
        Notice {
            day: "2020-09-15",
            eligible: 2_750_000,
            cash_reference: "16066-DIG-0001",
            lines: &[(INVESTIVE, 2020, 1_700_000, None), (CONSUMPTIVE, 2020, 500_000, None)],
            application: Application {
                requested: 2_200_000,
                eligible: 2_750_000,
                own: 550_000,
                early_start: Some(("2020-06-08", "2020-06-15")),
                contract: Some("2020-07-06"),
                real: true,
                ..Application::on("2020-04-20", "2020-04-27", "2020-09-07")
            },
            announced: ("2020-09-15", AnnouncementManner::Receipt),
            waived: Some("2020-09-21"),
            source: fact(
                "Rund 2,2 Mio. € am 15.09.2020 übergeben (Presse); Cent, Aufteilung, \
                 zuwendungsfähige Ausgaben und Kassenzeichen angenommen",
            ),
            ..of_commune("EG-2020-001", "16066", "Kommunales Rechenzentrum")
        },
        Notice {
            day: "2020-11-16",
            eligible: 1_750_000,
            cash_reference: "16076-DIG-0001",
            period_until: "2022-12-31",
            interim_proof: true,
            lines: &[
                (INVESTIVE, 2021, 1_000_000, Some(2020)),
                (INVESTIVE, 2022, 400_000, Some(2020)),
            ],
            application: Application {
                requested: 1_400_000,
                eligible: 1_750_000,
                own: 350_000,
                documents: Some(("2020-08-10", "2020-09-11", "2020-09-09")),
                real: true,
                ..Application::on("2020-07-13", "2020-07-20", "2020-11-09")
            },
            announced: ("2020-11-17", AnnouncementManner::Post),
            source: fact(
                "1.400.000 € im November 2020 bewilligt (Presse); Tag, Fälligkeiten und \
                 zuwendungsfähige Ausgaben angenommen",
            ),
            ..of_commune("EG-2020-002", "16076", "Kommunales Rechenzentrum Seelingstädt")
        },
    ]
}

/// An application and the notice that decides it.
pub fn issue(script: &mut Script, notice: &Notice) {
    let application = apply(script, notice);
    decide(script, notice, application);
}

/// The notice on an application, its announcement, and the waiver of remedies.
pub fn decide(script: &mut Script, notice: &Notice, application: Uid) {
    let applied = &notice.application;
    let grant = FileNumber::new(notice.grant);
    let left_out = applied.eligible - notice.eligible;
    let body = GrantIssued {
        grant: grant.clone(),
        purpose: notice.purpose.into(),
        financing: Financing::Share,
        quota_percent: Some(rust_decimal::Decimal::from(80)),
        eligible_cents: euros(notice.eligible),
        cash_reference: notice.cash_reference.into(),
        period_until: day(notice.period_until),
        lines: notice.lines.iter().map(due_line).collect(),
        total_cents: Some(euros(applied.requested + applied.own - left_out)),
        third_party_cents: None,
        rules: Some(AuxiliaryRules::AnbestGk),
        payment_mode: Some(PaymentMode::Advance),
        interim_proof: notice.interim_proof,
        bound_years: Some(5),
        urgent_reason: notice.urgent.map(str::to_owned),
        source: Some(notice.source.clone()),
    };
    let issued = script
        .add(notice.day, ROTH, notice.recipient, Body::GrantIssued(body))
        .voucher(format!("Bescheid {}", notice.grant))
        .refers_to(application)
        .uid;
    let (on, manner) = notice.announced;
    let how = match manner {
        AnnouncementManner::Post => "Aufgabe zur Post: Tag angenommen",
        AnnouncementManner::Receipt => "Bei der Übergabe gegen Empfangsbestätigung: angenommen",
    };
    let source = Some(illustrative(how));
    let body = NoticeAnnounced { grant: grant.clone(), manner, source };
    script.add(on, WEBER, notice.recipient, Body::NoticeAnnounced(body)).refers_to(issued);
    if let Some(on) = notice.waived {
        let source = Some(illustrative("Verzicht auf der Empfangsbestätigung: angenommen"));
        let body = RemedyWaived { grant, source };
        script.add(on, LANG, notice.recipient, Body::RemedyWaived(body)).refers_to(issued);
    }
}

/// A due line of a notice.
pub fn due_line((title, year, amount, authority): &Line) -> DueLine {
    DueLine {
        title: TitleKey::new(*title),
        fiscal_year: FiscalYear(*year),
        amount_cents: euros(*amount),
        authority_year: authority.map(FiscalYear),
    }
}

/// The same words in both languages.
pub fn words(de: &str, en: &str) -> ReaderNote {
    ReaderNote { de: de.to_owned(), en: en.to_owned() }
}
