//! Milestones of the sample: facts of public sources, as exactly as known.

use super::grants::words;
use super::script::{LANG, Script, day, fact};
use crate::domain::body::{MilestonePlanned, MilestoneReached, ReaderNote};
use crate::domain::id::ItemKey;
use crate::domain::{Body, Day, FileNumber, ImpreciseDate, Precision};

/// A milestone as planned.
pub struct Goal {
    /// Day of recording.
    pub day: &'static str,
    /// Recipient; empty for the programme.
    pub recipient: &'static str,
    /// Own key.
    pub key: &'static str,
    /// What shall be reached.
    pub name: ReaderNote,
    /// Grant that it belongs to.
    pub grant: Option<&'static str>,
    /// Planned date.
    pub plan: Option<ImpreciseDate>,
    /// True for a goal outside the programme.
    pub context: bool,
    /// Public source.
    pub source: &'static str,
}

pub fn write(script: &mut Script) {
    for milestone in of_the_county().into_iter().chain(of_others()).chain(of_the_state()) {
        plan(script, milestone);
    }
    let handed_over = ImpreciseDate::day(day("2020-09-15"));
    reached(script, "2020-09-15", ("16066", "SM-1"), handed_over, "Bericht vom 15.09.2020");
    reached(script, "2020-09-22", ("16066", "SM-2"), month("2020-09-01"), "Bericht vom 22.09.2020");
    reached(script, "2020-12-07", ("16076", "GRZ-1"), month("2020-11-01"), "Presse 12/2020");
    let start = ImpreciseDate::containing(Precision::Month, day("2019-01-01"));
    reached(script, "2019-01-31", ("", "KOMPETENZ"), start, "Medieninfo TFM 2020");
    let founded = ImpreciseDate::day(day("2020-05-27"));
    reached(script, "2020-05-27", ("", "KIV"), founded, "Medieninfo TFM 27.05.2020");
}

/// A month.
pub fn month(text: &str) -> ImpreciseDate {
    ImpreciseDate::containing(Precision::Month, day(text))
}

fn of_the_county() -> Vec<Goal> {
    let county = |key, de, en, plan, source| Goal {
        day: "2020-09-15",
        recipient: "16066",
        key,
        name: words(de, en),
        grant: Some("EG-2020-001"),
        plan,
        context: false,
        source,
    };
    let mid_2021 = ImpreciseDate::containing(Precision::MidYear, day("2021-06-30"));
    vec![
        county("SM-1", "Zuwendung übergeben", "Grant handed over", None, "Presse 15.09.2020"),
        county(
            "SM-2",
            "Gemeinde Rhönblick als erste Kommune umgestellt",
            "Rhönblick moved as the first municipality",
            None,
            "Presse 22.09.2020",
        ),
        county(
            "SM-3",
            "Server laufen in bestehendem Rechenzentrum",
            "Servers run in an existing data centre",
            Some(mid_2021),
            "Presse Herbst 2020: „Mitte 2021“",
        ),
    ]
}

fn of_others() -> Vec<Goal> {
    let network = ImpreciseDate::period(day("2024-01-01"), last_day_of(2026));
    vec![
        Goal {
            day: "2020-12-07",
            recipient: "16076",
            key: "GRZ-1",
            name: words(
                "Kommunales Rechenzentrum Seelingstädt bewilligt",
                "Municipal data centre Seelingstädt granted",
            ),
            grant: Some("EG-2020-002"),
            plan: None,
            context: false,
            source: "Presse 12/2020",
        },
        Goal {
            day: "2020-12-07",
            recipient: "16076",
            key: "GRZ-2",
            name: words("Erste Pilotkommunen eingebunden", "First pilot municipalities connected"),
            grant: Some("EG-2020-002"),
            plan: Some(month("2021-01-01")),
            context: false,
            source: "Presse 12/2020: „ab Januar 2021“",
        },
        Goal {
            day: "2020-09-22",
            recipient: "",
            key: "VERBUND",
            name: words(
                "Rechenzentrumsverbund Schmalkalden-Meiningen, Greiz, Sömmerda („Thüringen-Cloud“)",
                "Joint data-centre network Schmalkalden-Meiningen, Greiz, Sömmerda \
                 (“Thüringen-Cloud”)",
            ),
            grant: None,
            plan: Some(network),
            context: false,
            source: "Presse 22.09.2020: „Mitte der 2020er Jahre“",
        },
        Goal {
            day: "2020-09-22",
            recipient: "16068",
            key: "SOEM-1",
            name: words(
                "Zentrum für kommunale IT-Dienste (KIDS) bewilligt",
                "Centre for municipal IT services (KIDS) granted",
            ),
            grant: None,
            plan: None,
            context: false,
            source: "Presse 22.09.2020: Sömmerda plant wie Schmalkalden-Meiningen",
        },
    ]
}

/// Goals of the state that the programme serves; paid from other titles, they carry no money.
fn of_the_state() -> Vec<Goal> {
    let goal = |day, key, name, plan, source| Goal {
        day,
        recipient: "",
        key,
        name,
        grant: None,
        plan,
        context: true,
        source,
    };
    let year = |text| Some(ImpreciseDate::containing(Precision::Year, day(text)));
    vec![
        goal(
            "2019-01-02",
            "TLRZ",
            words(
                "Erweiterung des Landesrechenzentrums begonnen",
                "Extension of the state data centre begun",
            ),
            year("2018-01-01"),
            "Kabinett 2016: Baubeginn 2018; nicht aus diesem Programm",
        ),
        goal(
            "2019-01-02",
            "KOMPETENZ",
            words(
                "Kompetenzzentrum Verwaltung 4.0 berät Kommunen",
                "Competence centre Verwaltung 4.0 advises municipalities",
            ),
            Some(month("2019-01-01")),
            "Kabinett 26.09.2017, Medieninfo TFM: Start Januar 2019; nicht aus diesem Programm",
        ),
        goal(
            "2019-01-02",
            "OZG",
            words("Verwaltungsleistungen online (OZG)", "Administrative services online (OZG)"),
            year("2022-01-01"),
            "§ 1 OZG: bis Ende 2022; nicht aus diesem Programm",
        ),
        goal(
            "2019-01-02",
            "E-AKTE",
            words(
                "E-Akte in der Landesverwaltung flächendeckend eingeführt",
                "Electronic file introduced throughout the state administration",
            ),
            year("2023-01-01"),
            "Fachpresse 11/2017: flächendeckend etwa 2023; nicht aus diesem Programm",
        ),
        goal(
            "2020-05-27",
            "KIV",
            words(
                "KIV Thüringen mit ekom21 als gemeinsamer IT-Dienstleister der Kommunen",
                "KIV Thüringen, with ekom21, as joint IT provider of the municipalities",
            ),
            None,
            "Medieninfo TFM 26./27.05.2020: Beteiligung 200.000 €, nicht aus diesem Programm",
        ),
    ]
}

fn last_day_of(year: i32) -> Day {
    Day::from_ymd_opt(year, 12, 31).unwrap_or_default()
}

/// Plans a milestone.
pub fn plan(script: &mut Script, goal: Goal) {
    let body = MilestonePlanned {
        milestone: ItemKey::new(goal.key),
        name: goal.name,
        grant: goal.grant.map(FileNumber::new),
        due: None,
        blocking_clause: None,
        plan: goal.plan,
        context: goal.context,
        source: Some(fact(goal.source)),
    };
    script.add(goal.day, LANG, goal.recipient, Body::MilestonePlanned(body));
}

/// A milestone is reached.
pub fn reached(
    script: &mut Script,
    day: &str,
    milestone: (&str, &str),
    actual: ImpreciseDate,
    proof: &str,
) {
    let body = MilestoneReached {
        milestone: ItemKey::new(milestone.1),
        actual,
        proof: proof.to_owned(),
        source: Some(fact(proof)),
    };
    script.add(day, LANG, milestone.0, Body::MilestoneReached(body));
}
