//! Founding, persons, titles, votes, recipients and their bank accounts.

use super::Through;
use super::script::{
    KERN, LANG, ROTH, SOMMER, Script, VOGT, WEBER, day, euros, fact, illustrative,
};
use super::settings;
use crate::domain::body::{
    AppropriationVoted, Authority, AuthorityVoted, BankAccountConfirmed, BankAccountRecorded,
    Enrolment, PersonEnrolled, ProgrammeFounded, ReaderNote, RecipientRegistered, TitleRegistered,
};
use crate::domain::recipient::RecipientType;
use crate::domain::rule::Role;
use crate::domain::{Body, FiscalYear, Money, PersonNo, RecipientKey, TitleKey};

/// Title of investive grants (illustrative number).
pub const INVESTIVE: &str = "1616 88371";
/// Title of consumptive grants (illustrative number).
pub const CONSUMPTIVE: &str = "1616 63371";

pub const FOUNDED: &str = "2019-01-02";
const LAW: &str = "Landeshaushalt (Beispiel)";

pub fn write(script: &mut Script, through: Through) {
    founding(script, through);
    persons(script);
    settings::write(script);
    budget(script);
    for (key, name, seat) in COUNTIES {
        recipient(script, FOUNDED, &territory(key, name, seat));
    }
    eisenach(script);
    communes(script);
}

fn founding(script: &mut Script, through: Through) {
    let body = ProgrammeFounded {
        name: "Kommunale Digitalisierung 2019–2022".into(),
        guideline: "ThürEGovRL".into(),
        ceiling_cents: Money::from_cents(8_000_000_000),
        default_as_of: Some(day(through.last_day())),
        sample: true,
        authority: Authority {
            name: "Bewilligungsbehörde (Beispiel)".into(),
            line: "Referat Kommunale Digitalisierung · Musterstraße 1 · 99084 Erfurt".into(),
            town: "Erfurt".into(),
            contact: "digitalisierung@example.org".into(),
        },
        person: enrolment(WEBER, &[Role::DeskOfficer, Role::Administrator]),
        notes: notes(through),
        source: Some(fact(
            "80 Mio. € für 2019 bis 2022: Presse 2018. Tag, Jahresbeträge und Titel angenommen.",
        )),
    };
    script.add(FOUNDED, WEBER, "", Body::ProgrammeFounded(body)).person_name =
        Some("A. Weber".into());
}

fn notes(through: Through) -> Vec<ReaderNote> {
    vec![
        ReaderNote {
            de: "Beispieldaten: 80 Mio. € für 2019 bis 2022 sind öffentlich belegt; gleiche \
                 Jahresbeträge, Titel, Tage und Cent sind angenommen, die Kommunen A bis F \
                 erfunden. Jeder Eintrag nennt seine Quelle."
                .into(),
            en: "Sample data: 80 million euros for 2019 to 2022 are on public record; equal \
                 yearly amounts, titles, days and cents are assumed, communes A to F invented. \
                 Every entry names its source."
                .into(),
        },
        ReaderNote {
            de: "Die Presse nannte im Herbst 2020 rund 7,2 Mio. € „abgerufen“, davon rund \
                 2,2 Mio. € für den Landkreis Schmalkalden-Meiningen. Im Beispiel sind am \
                 22.09.2020 erst 4.650.000,00 € ausgezahlt und an den Landkreis noch nichts; \
                 7.200.000,00 € und 2.200.000,00 € sind der Stand am 31.12.2020."
                .into(),
            en: "In autumn 2020 the press spoke of about 7.2 million euros “drawn”, of which \
                 about 2.2 million for the county of Schmalkalden-Meiningen. In the sample only \
                 €4,650,000.00 are paid on 22 September 2020 and nothing to the county yet; \
                 €7,200,000.00 and €2,200,000.00 are the state on 31 December 2020."
                .into(),
        },
        waiting(through),
    ]
}

/// What is said of the application that waited at the end of 2020.
fn waiting(through: Through) -> ReaderNote {
    match through {
        Through::Year2020 => ReaderNote {
            de: "Der Antrag des Landkreises Sömmerda ist am 31.12.2020 in Prüfung und in keiner \
                 Summe enthalten."
                .into(),
            en: "The application of the county of Sömmerda is being examined on \
                 31 December 2020 and part of no sum."
                .into(),
        },
        Through::Year2022 => ReaderNote {
            de: "Der Antrag des Landkreises Sömmerda war am 31.12.2020 in Prüfung; bis zum \
                 Bescheid vom 13.07.2021 ist er in keiner Summe enthalten."
                .into(),
            en: "The application of the county of Sömmerda was being examined on \
                 31 December 2020; until the notice of 13 July 2021 it is part of no sum."
                .into(),
        },
    }
}

fn enrolment(person: PersonNo, roles: &[Role]) -> Enrolment {
    Enrolment {
        person,
        roles: roles.to_vec(),
        name_hash: String::new(),
        login: None,
        roles_until: None,
        order_limit_cents: None,
        deputy_for: None,
    }
}

fn persons(script: &mut Script) {
    let deputy = Enrolment {
        order_limit_cents: Some(euros(500_000)),
        deputy_for: Some(ROTH),
        ..enrolment(SOMMER, &[Role::Attester, Role::Approver])
    };
    for (person, name) in [
        (enrolment(LANG, &[Role::DeskOfficer]), "B. Lang"),
        (enrolment(ROTH, &[Role::Approver]), "C. Roth"),
        (enrolment(KERN, &[Role::BudgetOfficer]), "D. Kern"),
        (enrolment(VOGT, &[Role::Auditor]), "E. Vogt"),
        (deputy, "F. Sommer"),
    ] {
        let body = PersonEnrolled { person, source: Some(illustrative("Erfundene Person")) };
        script.add(FOUNDED, WEBER, "", Body::PersonEnrolled(body)).person_name = Some(name.into());
    }
}

fn budget(script: &mut Script) {
    for (title, name, investive) in [
        (INVESTIVE, "Gemeinsame IT-Maßnahmen mit Kommunen, Investitionen", true),
        (CONSUMPTIVE, "Gemeinsame IT-Maßnahmen mit Kommunen, laufende Zuweisungen", false),
    ] {
        let body = TitleRegistered {
            title: TitleKey::new(title),
            name: name.into(),
            investive,
            source: Some(illustrative("Kapitel 16 16 TG 71 belegt, Titelnummern angenommen")),
        };
        script.add(FOUNDED, KERN, "", Body::TitleRegistered(body));
    }
    for year in 2019..=2022 {
        appropriation(script, INVESTIVE, year, 18_000_000);
        appropriation(script, CONSUMPTIVE, year, 2_000_000);
    }
    for (title, years, euros) in [
        (INVESTIVE, (2019, 2020), 6_000_000),
        (CONSUMPTIVE, (2019, 2020), 600_000),
        (INVESTIVE, (2019, 2021), 3_000_000),
        (INVESTIVE, (2019, 2022), 1_000_000),
    ] {
        authority(script, FOUNDED, title, (years, euros));
    }
    for (title, years, euros) in [
        (INVESTIVE, (2020, 2021), 5_000_000),
        (CONSUMPTIVE, (2020, 2021), 500_000),
        (INVESTIVE, (2020, 2022), 2_000_000),
    ] {
        authority(script, "2020-01-02", title, (years, euros));
    }
}

fn appropriation(script: &mut Script, title: &str, year: i32, euros: i64) {
    let body = AppropriationVoted {
        title: TitleKey::new(title),
        fiscal_year: FiscalYear(year),
        amount_cents: Money::from_cents(euros * 100),
        law: LAW.into(),
        source: Some(illustrative(
            "Gleiche Jahresbeträge, am Gründungstag beschlossen: angenommen",
        )),
    };
    script
        .add(FOUNDED, KERN, "", Body::AppropriationVoted(body))
        .voucher(format!("Haushaltsplan {year}, Einzelplan 16"));
}

/// A vote of commitment authority: (budget year, due year), whole euros.
pub fn authority(script: &mut Script, day: &str, title: &str, vote: ((i32, i32), i64)) {
    let ((budget_year, due_year), euros) = vote;
    let body = AuthorityVoted {
        title: TitleKey::new(title),
        budget_year: FiscalYear(budget_year),
        due_year: FiscalYear(due_year),
        amount_cents: Money::from_cents(euros * 100),
        law: LAW.into(),
        source: Some(illustrative("Verpflichtungsermächtigungen angenommen")),
    };
    script
        .add(day, KERN, "", Body::AuthorityVoted(body))
        .voucher(format!("Haushaltsplan {budget_year}, Einzelplan 16"));
}

/// Counties and independent cities: key, name, seat of the cash office (empty for cities).
const COUNTIES: [(&str, &str, &str); 22] = [
    ("16051", "Erfurt", ""),
    ("16052", "Gera", ""),
    ("16053", "Jena", ""),
    ("16054", "Suhl", ""),
    ("16055", "Weimar", ""),
    ("16061", "Eichsfeld", "Heilbad Heiligenstadt"),
    ("16062", "Nordhausen", "Nordhausen"),
    ("16063", "Wartburgkreis", "Bad Salzungen"),
    ("16064", "Unstrut-Hainich-Kreis", "Mühlhausen/Thüringen"),
    ("16065", "Kyffhäuserkreis", "Sondershausen"),
    ("16066", "Schmalkalden-Meiningen", "98617 Meiningen"),
    ("16067", "Gotha", "Gotha"),
    ("16068", "Sömmerda", "Sömmerda"),
    ("16069", "Hildburghausen", "Hildburghausen"),
    ("16070", "Ilm-Kreis", "Arnstadt"),
    ("16071", "Weimarer Land", "Apolda"),
    ("16072", "Sonneberg", "Sonneberg"),
    ("16073", "Saalfeld-Rudolstadt", "Saalfeld/Saale"),
    ("16074", "Saale-Holzland-Kreis", "Eisenberg"),
    ("16075", "Saale-Orla-Kreis", "Schleiz"),
    ("16076", "Greiz", "Greiz"),
    ("16077", "Altenburger Land", "Altenburg"),
];

fn territory(key: &str, name: &str, seat: &str) -> RecipientRegistered {
    let (recipient_type, office, town) = if seat.is_empty() {
        (RecipientType::IndependentCity, "Stadtkasse", name)
    } else {
        (RecipientType::County, "Kreiskasse", seat)
    };
    RecipientRegistered {
        key: RecipientKey::new(key),
        name: name.into(),
        recipient_type,
        address: vec![office.into(), town.into()],
        valid_from: None,
        valid_until: None,
        successor: None,
        source: Some(fact("Amtliches Gemeindeverzeichnis, Gebietsstand 31.12.2020")),
    }
}

fn recipient(script: &mut Script, day: &str, body: &RecipientRegistered) {
    let key = body.key.clone();
    script.add(day, WEBER, key.as_str(), Body::RecipientRegistered(body.clone()));
}

/// Independent until 30.06.2021, then part of the Wartburgkreis.
fn eisenach(script: &mut Script) {
    let mut body = territory("16056", "Eisenach", "");
    recipient(script, FOUNDED, &body);
    body.valid_until = Some(day("2021-06-30"));
    body.successor = Some(RecipientKey::new("16063"));
    body.source = Some(fact("Eingliederung zum 01.07.2021; Tag der Erfassung angenommen"));
    recipient(script, "2020-01-02", &body);
}

fn communes(script: &mut Script) {
    for (number, letter) in (1..).zip(["A", "B", "C", "D", "E", "F"]) {
        let body = RecipientRegistered {
            key: RecipientKey::new(format!("1699900{number}")),
            name: format!("Kommune {letter} (fiktiv)"),
            recipient_type: RecipientType::Fictional,
            address: vec![
                "Gemeindekasse".into(),
                format!("Musterweg {number}"),
                "99999 Musterstadt".into(),
            ],
            valid_from: None,
            valid_until: None,
            successor: None,
            source: Some(illustrative("Erfundene Kommune unter dem Kreisschlüssel 16999")),
        };
        recipient(script, FOUNDED, &body);
    }
}

/// Records a bank account and has it confirmed by a second person; returns the index of the
/// recording.
pub fn bank_account(
    script: &mut Script,
    days: (&str, &str),
    recipient: &str,
    iban: &str,
    holder: &str,
) -> u64 {
    let index = script.next_index();
    let recorded = BankAccountRecorded {
        iban: iban.into(),
        holder: holder.into(),
        source: Some(illustrative("Erfundene Bankverbindung")),
    };
    let uid = script.add(days.0, WEBER, recipient, Body::BankAccountRecorded(recorded)).uid;
    let confirmed = BankAccountConfirmed {
        checked_by: "Rückruf unter der Nummer aus der Akte".into(),
        source: Some(illustrative("Erfundene Prüfung")),
    };
    script.add(days.1, LANG, recipient, Body::BankAccountConfirmed(confirmed)).refers_to(uid);
    index
}
