//! Applications: receipt, examination, early start.

use super::grants::Notice;
use super::script::{LANG, ROTH, Script, WEBER, day, euros, fact, illustrative};
use crate::domain::body::{
    ApplicationExamined, ApplicationReceived, EarlyStartConsented, ExaminationNoted,
    ExaminationStep, FinancingPlan, Source,
};
use crate::domain::{Body, Day, FileNumber, Money, Uid};

/// What was applied for, in whole euros, and how it was examined.
pub struct Application {
    /// Receipt, begin and end of the examination.
    pub days: (&'static str, &'static str, &'static str),
    /// Requested grant.
    pub requested: i64,
    /// Eligible expenditure as applied for.
    pub eligible: i64,
    /// Own share; with the requested grant it is the total.
    pub own: i64,
    /// Documents: requested, term, received.
    pub documents: Option<(&'static str, &'static str, &'static str)>,
    /// Early start: requested, consented.
    pub early_start: Option<(&'static str, &'static str)>,
    /// Day of the first contract.
    pub contract: Option<&'static str>,
    /// Result of the examination.
    pub result: &'static str,
    /// True for a real county: the grant is on record, its application assumed.
    pub real: bool,
}

impl Default for Application {
    fn default() -> Self {
        Self {
            days: ("", "", ""),
            requested: 0,
            eligible: 0,
            own: 0,
            documents: None,
            early_start: None,
            contract: None,
            result: "Förderfähig nach ThürEGovRL; Finanzierung gesichert",
            real: false,
        }
    }
}

impl Application {
    /// Without amounts, on these days.
    pub fn on(received: &'static str, begun: &'static str, examined: &'static str) -> Self {
        Self { days: (received, begun, examined), ..Self::default() }
    }

    fn source(&self) -> Source {
        illustrative(if self.real {
            "Die Zuwendung ist belegt; Antrag, Finanzierungsplan, Prüfung und Tage angenommen"
        } else {
            "Erfundener Antrag einer erfundenen Kommune"
        })
    }
}

/// The application up to the end of its examination.
pub fn apply(script: &mut Script, notice: &Notice) -> Uid {
    let applied = &notice.application;
    let source = applied.source();
    let body = ApplicationReceived {
        grant: FileNumber::new(notice.grant),
        purpose: notice.purpose.into(),
        requested_cents: euros(applied.requested),
        plan: FinancingPlan {
            total_cents: euros(applied.requested + applied.own),
            eligible_cents: euros(applied.eligible),
            own_cents: euros(applied.own),
            third_party_cents: Money::ZERO,
        },
        source: Some(source.clone()),
    };
    let application = script
        .add(applied.days.0, WEBER, notice.recipient, Body::ApplicationReceived(body))
        .voucher(format!("Antrag {}", notice.grant))
        .uid;
    let case = Case { grant: notice.grant, recipient: notice.recipient, application, source };
    case.noted(script, (applied.days.1, ExaminationStep::Begun), "Vollständigkeit und Zweck", None);
    if let Some((requested, until, received)) = applied.documents {
        let (ask, answer) =
            (ExaminationStep::DocumentsRequested, ExaminationStep::DocumentsReceived);
        let until = Some(day(until));
        case.noted(script, (requested, ask), "Angebote und Beschluss der Vertretung", until);
        case.noted(script, (received, answer), "Angebote und Beschluss liegen vor", None);
    }
    if let Some((requested, consented)) = applied.early_start {
        let body = EarlyStartConsented {
            grant: FileNumber::new(notice.grant),
            requested_on: day(requested),
            valid_from: day(consented),
            reason: "Bindefrist der Angebote endet vor der Entscheidung; keine Zusage einer \
                     Zuwendung"
                .into(),
            source: Some(case.source.clone()),
        };
        script
            .add(consented, ROTH, notice.recipient, Body::EarlyStartConsented(body))
            .voucher(format!("Zustimmung {}", notice.grant))
            .refers_to(application);
    }
    case.examined(script, applied.days.2, applied.result, applied.contract.map(day));
    application
}

/// An application in the hands of the desk.
pub struct Case {
    /// File number.
    pub grant: &'static str,
    /// Applicant.
    pub recipient: &'static str,
    /// Receipt of the application.
    pub application: Uid,
    /// Where this comes from.
    pub source: Source,
}

impl Case {
    /// A step of the examination.
    pub fn noted(
        &self,
        script: &mut Script,
        (on, step): (&str, ExaminationStep),
        note: &str,
        until: Option<Day>,
    ) {
        let body = ExaminationNoted {
            grant: FileNumber::new(self.grant),
            step,
            note: note.into(),
            until,
            source: Some(self.source.clone()),
        };
        script
            .add(on, LANG, self.recipient, Body::ExaminationNoted(body))
            .refers_to(self.application);
    }

    /// The end of the examination.
    pub fn examined(&self, script: &mut Script, on: &str, result: &str, contract: Option<Day>) {
        let body = ApplicationExamined {
            grant: FileNumber::new(self.grant),
            result: result.into(),
            no_double_funding: true,
            contract_on: contract,
            start_checked: None,
            source: Some(self.source.clone()),
        };
        script
            .add(on, LANG, self.recipient, Body::ApplicationExamined(body))
            .refers_to(self.application);
    }
}

/// Sömmerda: being examined at the end of 2020, its amount in no sum; granted in 2021.
pub fn of_soemmerda(script: &mut Script) -> Case {
    const GRANT: &str = "EG-2021-001";
    let source = fact(
        "Kreis plant nach dem Vorbild Schmalkalden-Meiningen (Presse 22.09.2020); über 3,3 von \
         fast 4,6 Mio. € (Presse 07/2021); Tage, Cent und Plan angenommen",
    );
    let body = ApplicationReceived {
        grant: FileNumber::new(GRANT),
        purpose: "Kommunale IT-Dienste im Landkreis Sömmerda (KIDS)".into(),
        requested_cents: euros(3_300_000),
        plan: FinancingPlan {
            total_cents: euros(4_600_000),
            eligible_cents: euros(4_125_000),
            own_cents: euros(1_300_000),
            third_party_cents: Money::ZERO,
        },
        source: Some(source),
    };
    let application = script
        .add("2020-11-23", WEBER, "16068", Body::ApplicationReceived(body))
        .voucher(format!("Antrag {GRANT}"))
        .uid;
    let source = illustrative("Verlauf der Prüfung und Tage angenommen");
    let case = Case { grant: GRANT, recipient: "16068", application, source };
    let (begun, asked) = (ExaminationStep::Begun, ExaminationStep::DocumentsRequested);
    case.noted(script, ("2020-11-30", begun), "Vollständigkeit und Zweck", None);
    let until = Some(day("2021-01-29"));
    case.noted(script, ("2020-12-08", asked), "Beschluss des Kreistags und Betriebskonzept", until);
    case
}
