//! Indicators of the sample: what is counted, from which source, and what nobody counted yet.

use rust_decimal::Decimal;

use super::grants::words;
use super::progress::month;
use super::script::{LANG, Script, day, fact};
use crate::domain::body::{IndicatorDefined, IndicatorRead, ReaderNote};
use crate::domain::id::ItemKey;
use crate::domain::{Body, FileNumber, ImpreciseDate, Precision};

/// An indicator; figures only where a source has them.
struct Counted {
    day: &'static str,
    recipient: &'static str,
    key: &'static str,
    name: ReaderNote,
    baseline: (ReaderNote, Option<i64>),
    target: (ReaderNote, Option<i64>),
    unit: Option<ReaderNote>,
    money_of: Option<&'static str>,
    context: bool,
    source: &'static str,
}

pub fn write(script: &mut Script) {
    for counted in of_the_state().into_iter().chain(of_the_programme()) {
        define(script, counted);
    }
    let in_2016 = ImpreciseDate::containing(Precision::Year, day("2016-01-01"));
    let source = "Kabinett 2016: mehr als 700 Serverräume mit 1.870 Serversystemen";
    let more_than = Reading { more_than: true, ..Reading::of("SERVERRAEUME", 700, in_2016) };
    read(script, "2019-01-02", "", &more_than, source);
    competence_centre(script);
    let rhoenblick = Reading::of("KOMMUNEN-SM", 1, month("2020-09-01"));
    read(script, "2020-09-22", "16066", &rhoenblick, "Gemeinde Rhönblick, Bericht vom 22.09.2020");
}

fn none() -> (ReaderNote, Option<i64>) {
    (words("nicht bekannt", "not known"), None)
}

/// Goals outside the programme: shown as context.
fn of_the_state() -> Vec<Counted> {
    let counted = |key, name, source| Counted {
        day: "2019-01-02",
        recipient: "",
        key,
        name,
        baseline: none(),
        target: none(),
        unit: None,
        money_of: None,
        context: true,
        source,
    };
    vec![
        Counted {
            baseline: (words("mehr als 700 (2016)", "more than 700 (2016)"), None),
            target: (words("wenige", "a few"), None),
            ..counted(
                "SERVERRAEUME",
                words(
                    "Serverräume der Landesverwaltung",
                    "Server rooms of the state administration",
                ),
                "Kabinett 2016: mehr als 700 Serverräume mit 1.870 Serversystemen",
            )
        },
        Counted {
            day: "2019-10-01",
            target: (words("575 (Ende 2022)", "575 (end of 2022)"), Some(575)),
            unit: Some(words("Leistung", "service")),
            ..counted(
                "ONLINE-LEISTUNGEN",
                words("Online verfügbare Verwaltungsleistungen (OZG)", "Services online (OZG)"),
                "MDR 09/2019: 575 Leistungen nach OZG bis Ende 2022",
            )
        },
        Counted {
            target: (words("17.000 (etwa 2023)", "17,000 (about 2023)"), Some(17_000)),
            unit: Some(words("Arbeitsplatz", "workplace")),
            ..counted(
                "E-AKTE",
                words("Arbeitsplätze mit E-Akte", "Workplaces with the electronic file"),
                "Fachpresse 11/2017: 17.000 Arbeitsplätze, flächendeckend etwa 2023",
            )
        },
        Counted {
            target: (words("einheitlich", "uniform"), None),
            unit: Some(words("Euro Einsparung", "euro saved")),
            ..counted(
                "EINHEITLICHE-IT",
                words(
                    "Einsparung durch einheitliche Hard- und Software",
                    "Savings by uniform hardware and software",
                ),
                "Aktionsplan 2016: einheitliche Hard- und Software; keine Zahl veröffentlicht",
            )
        },
    ]
}

fn of_the_programme() -> Vec<Counted> {
    let counted = |key, name, unit| Counted {
        day: "2019-01-31",
        recipient: "",
        key,
        name,
        baseline: (words("0 (01/2019)", "0 (01/2019)"), Some(0)),
        target: none(),
        unit: Some(unit),
        money_of: None,
        context: false,
        source: "Medieninfo TFM: Start des Kompetenzzentrums Verwaltung 4.0 im Januar 2019",
    };
    vec![
        counted(
            "BERATUNGEN",
            words("Beratungen des Kompetenzzentrums", "Consultations of the competence centre"),
            words("Beratung", "consultation"),
        ),
        counted(
            "SCHULUNGEN",
            words("Schulungen des Kompetenzzentrums", "Trainings of the competence centre"),
            words("Schulung", "training"),
        ),
        counted(
            "ANTRAEGE",
            words(
                "Anträge nach ThürEGovRL und ThürFAG",
                "Applications under ThürEGovRL and ThürFAG",
            ),
            words("Antrag", "application"),
        ),
        counted(
            "BEANTRAGT",
            words(
                "Beantragt nach ThürEGovRL und ThürFAG, in Mio. €",
                "Requested under ThürEGovRL and ThürFAG, in million euros",
            ),
            words("Mio. €", "million euros"),
        ),
        Counted {
            day: "2020-09-15",
            recipient: "16066",
            baseline: (words("keine", "none"), Some(0)),
            target: (words("Kommunen des Landkreises", "municipalities of the county"), None),
            money_of: Some("EG-2020-001"),
            source: "Presse 22.09.2020",
            ..counted(
                "KOMMUNEN-SM",
                words(
                    "Kommunen im Rechenzentrum Schmalkalden-Meiningen",
                    "Municipalities in the data centre of Schmalkalden-Meiningen",
                ),
                words("Kommune", "municipality"),
            )
        },
    ]
}

/// After its first year, early in 2020.
fn competence_centre(script: &mut Script) {
    const SOURCE: &str = "TFM: „Erfolgreiche Bilanz: ein Jahr Kompetenzzentrum Verwaltung 4.0“; \
                          Tag der Erfassung angenommen";
    let in_2019 = ImpreciseDate::containing(Precision::Year, day("2019-01-01"));
    for reading in [
        Reading::of("BERATUNGEN", 275, in_2019),
        Reading::of("SCHULUNGEN", 19, in_2019),
        Reading::of("ANTRAEGE", 37, in_2019),
        Reading { value: Decimal::new(92, 1), ..Reading::of("BEANTRAGT", 0, in_2019) },
    ] {
        read(script, "2020-02-03", "", &reading, SOURCE);
    }
}

fn define(script: &mut Script, counted: Counted) {
    let body = IndicatorDefined {
        indicator: ItemKey::new(counted.key),
        name: counted.name,
        baseline: counted.baseline.0,
        target: counted.target.0,
        unit: counted.unit,
        baseline_value: counted.baseline.1.map(Decimal::from),
        target_value: counted.target.1.map(Decimal::from),
        money_of: counted.money_of.into_iter().map(FileNumber::new).collect(),
        context: counted.context,
        source: Some(fact(counted.source)),
    };
    script.add(counted.day, LANG, counted.recipient, Body::IndicatorDefined(body));
}

/// A reading of an indicator.
pub struct Reading {
    /// Own key of the indicator.
    pub key: &'static str,
    /// The figure.
    pub value: Decimal,
    /// The source says "more than".
    pub more_than: bool,
    /// When it was so.
    pub at: ImpreciseDate,
}

impl Reading {
    /// A whole figure.
    pub fn of(key: &'static str, value: i64, at: ImpreciseDate) -> Self {
        Self { key, value: Decimal::from(value), more_than: false, at }
    }
}

/// Records a reading.
pub fn read(script: &mut Script, on: &str, recipient: &str, reading: &Reading, source: &str) {
    let body = IndicatorRead {
        indicator: ItemKey::new(reading.key),
        value: reading.value,
        more_than: reading.more_than,
        at: reading.at,
        source: Some(fact(source)),
    };
    script.add(on, LANG, recipient, Body::IndicatorRead(body));
}
