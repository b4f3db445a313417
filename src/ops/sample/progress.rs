//! Milestones and indicators of the sample: facts of public sources, as exactly as known.

use super::grants::words;
use super::script::{LANG, Script, day, fact};
use crate::domain::body::{
    IndicatorDefined, IndicatorRead, MilestonePlanned, MilestoneReached, ReaderNote,
};
use crate::domain::id::ItemKey;
use crate::domain::{Body, Day, FileNumber, ImpreciseDate, Precision};

struct Goal {
    day: &'static str,
    recipient: &'static str,
    key: &'static str,
    name: ReaderNote,
    grant: Option<&'static str>,
    plan: Option<ImpreciseDate>,
    context: bool,
    source: &'static str,
}

pub fn write(script: &mut Script) {
    for milestone in of_the_county().into_iter().chain(of_others()) {
        plan(script, milestone);
    }
    let handed_over = ImpreciseDate::day(day("2020-09-15"));
    reached(script, "2020-09-15", ("16066", "SM-1"), handed_over, "Bericht vom 15.09.2020");
    reached(script, "2020-09-22", ("16066", "SM-2"), month("2020-09-01"), "Bericht vom 22.09.2020");
    reached(script, "2020-11-30", ("16076", "GRZ-1"), month("2020-11-01"), "Presse 12/2020");
    server_rooms(script);
    connected_communes(script);
}

fn month(text: &str) -> ImpreciseDate {
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
            day: "2020-11-16",
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
            day: "2020-11-16",
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
            day: "2019-01-02",
            recipient: "",
            key: "TLRZ",
            name: words(
                "Erweiterung des Landesrechenzentrums begonnen",
                "Extension of the state data centre begun",
            ),
            grant: None,
            plan: Some(ImpreciseDate::containing(Precision::Year, day("2018-01-01"))),
            context: true,
            source: "Kabinett 2016: Baubeginn 2018; nicht aus diesem Programm",
        },
    ]
}

fn last_day_of(year: i32) -> Day {
    Day::from_ymd_opt(year, 12, 31).unwrap_or_default()
}

fn plan(script: &mut Script, goal: Goal) {
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

fn reached(
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

fn server_rooms(script: &mut Script) {
    let source = Some(fact("Kabinett 2016: mehr als 700 Serverräume mit 1.870 Serversystemen"));
    let body = IndicatorDefined {
        indicator: ItemKey::new("SERVERRAEUME"),
        name: words("Serverräume der Landesverwaltung", "Server rooms of the state administration"),
        baseline: words("mehr als 700 (2016)", "more than 700 (2016)"),
        target: words("wenige", "a few"),
        unit: None,
        baseline_value: None,
        target_value: None,
        money_of: Vec::new(),
        context: true,
        source: source.clone(),
    };
    script.add("2019-01-02", LANG, "", Body::IndicatorDefined(body));
    let body = IndicatorRead {
        indicator: ItemKey::new("SERVERRAEUME"),
        value: rust_decimal::Decimal::from(700),
        more_than: true,
        at: ImpreciseDate::containing(Precision::Year, day("2016-01-01")),
        source,
    };
    script.add("2019-01-02", LANG, "", Body::IndicatorRead(body));
}

fn connected_communes(script: &mut Script) {
    let body = IndicatorDefined {
        indicator: ItemKey::new("KOMMUNEN-SM"),
        name: words(
            "Kommunen im Rechenzentrum Schmalkalden-Meiningen",
            "Municipalities in the data centre of Schmalkalden-Meiningen",
        ),
        baseline: words("keine", "none"),
        target: words("Kommunen des Landkreises", "municipalities of the county"),
        unit: None,
        baseline_value: None,
        target_value: None,
        money_of: Vec::new(),
        context: false,
        source: Some(fact("Presse 22.09.2020")),
    };
    script.add("2020-09-15", LANG, "16066", Body::IndicatorDefined(body));
    let body = IndicatorRead {
        indicator: ItemKey::new("KOMMUNEN-SM"),
        value: rust_decimal::Decimal::ONE,
        more_than: false,
        at: month("2020-09-01"),
        source: Some(fact("Gemeinde Rhönblick, Bericht vom 22.09.2020")),
    };
    script.add("2020-09-22", LANG, "16066", Body::IndicatorRead(body));
}
