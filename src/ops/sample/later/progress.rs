//! What came of the goals after 2020: facts of public sources, as exactly as known.

use super::super::grants::{beneficiary, words};
use super::super::indicators::{Reading, read};
use super::super::progress::{Goal, month, plan, reached};
use super::super::script::{LANG, Script, day, fact, illustrative};
use crate::domain::body::{MilestoneForecast, Reversed, Source};
use crate::domain::id::ItemKey;
use crate::domain::{Body, ImpreciseDate, Kind, Precision};

pub fn write(script: &mut Script) {
    competence_centre(script);
    county(script);
    let cheque = ImpreciseDate::day(day("2021-07-13"));
    let proof = "Landratsamt Sömmerda: symbolischer Scheck am 13.07.2021";
    reached(script, "2021-07-13", ("16068", "SOEM-1"), cheque, proof);
    let later = ImpreciseDate::containing(Precision::Half, day("2023-01-01"));
    forecast(
        script,
        ("2021-10-11", "16076", "GRZ-2"),
        later,
        "Ein öffentlicher Bericht über den Pilotbetrieb liegt nicht vor",
        illustrative("Prognose angenommen; geplant war ab Januar 2021 (Presse)"),
    );
    state_data_centre(script);
}

fn forecast(
    script: &mut Script,
    (on, recipient, key): (&str, &str, &str),
    forecast: ImpreciseDate,
    reason: &str,
    source: Source,
) {
    let body = MilestoneForecast {
        milestone: ItemKey::new(key),
        forecast,
        reason: reason.into(),
        source: Some(source),
    };
    script.add(on, LANG, recipient, Body::MilestoneForecast(body));
}

fn competence_centre(script: &mut Script) {
    const KEY: &str = "KOMPETENZ-TFM";
    let moved = ImpreciseDate::day(day("2021-01-01"));
    plan(
        script,
        Goal {
            day: "2021-01-04",
            recipient: "",
            key: KEY,
            name: words(
                "Kompetenzzentrum Verwaltung 4.0 im Finanzministerium",
                "Competence centre Verwaltung 4.0 within the finance ministry",
            ),
            grant: None,
            plan: Some(moved),
            context: true,
            source: "Kommune21: Referat des TFM seit 01.01.2021; nicht aus diesem Programm",
        },
    );
    let proof = "Kommune21: „Kompetenzzentrum Verwaltung 4.0 angegliedert“";
    reached(script, "2021-01-04", ("", KEY), moved, proof);
}

/// Servers in the new centre, the agreement of the communes, and how many are connected.
fn county(script: &mut Script) {
    const KEY: &str = "16066";
    let opened = ImpreciseDate::day(day("2021-09-16"));
    forecast(
        script,
        ("2021-07-05", KEY, "SM-3"),
        ImpreciseDate::containing(Precision::Quarter, day("2021-07-01")),
        "Das Rechenzentrum wird nach Mitte 2021 eröffnet",
        illustrative("Prognose angenommen; eröffnet am 16.09.2021 (Presse)"),
    );
    let proof = "TEAG-Rechenzentrum am 16.09.2021 eröffnet, der Landkreis ist Mieter (Presse)";
    reached(script, "2021-09-16", (KEY, "SM-3"), opened, proof);
    plan(
        script,
        Goal {
            day: "2021-10-29",
            recipient: KEY,
            key: "SM-4",
            name: words(
                "Zweckvereinbarung mit dem Kommunalen IT-Service (KITS)",
                "Agreement of municipalities with the municipal IT service (KITS)",
            ),
            grant: Some("EG-2020-001"),
            plan: None,
            context: false,
            source: "Rhönkanal: Zweckvereinbarung im Oktober 2021",
        },
    );
    let october = month("2021-10-01");
    let proof = "Rhönkanal: Zweckvereinbarung im Oktober 2021";
    reached(script, "2021-10-29", (KEY, "SM-4"), october, proof);
    let source = "Rhönkanal: sieben Gemeinden sind umgezogen; Tag des Berichts angenommen";
    let wrong = Reading::of("KOMMUNEN-SM", 17, october);
    read(script, "2021-10-29", KEY, &wrong, source);
    let mistyped = script.find(Kind::IndicatorRead, "").unwrap_or_default();
    let body = Reversed { reason: "Tippfehler: sieben Gemeinden, nicht siebzehn".into() };
    let at = ("2021-10-29", LANG, KEY);
    script.book(at, "", Some(mistyped), Body::Reversed(body));
    read(script, "2021-10-29", KEY, &Reading::of("KOMMUNEN-SM", 7, october), source);
    let source = "Rhönkanal: danach tritt die VG Dolmar-Salzbrücke bei; Tag nicht bekannt";
    let who = ("VG-DOLMAR", "Verwaltungsgemeinschaft Dolmar-Salzbrücke");
    beneficiary(script, "2022-03-14", who, fact(source));
    let in_2022 = ImpreciseDate::containing(Precision::Half, day("2022-01-01"));
    let joined = Reading { more_than: true, ..Reading::of("KOMMUNEN-SM", 7, in_2022) };
    read(script, "2022-03-14", KEY, &joined, source);
}

/// The extension planned for 2018 became a second site in Ilmenau.
fn state_data_centre(script: &mut Script) {
    const KEY: &str = "TLRZ-ILMENAU";
    const SOURCE: &str = "Presse 07/2022: Umzug ab Anfang 2023, danach beide Standorte";
    let name = words(
        "Landesrechenzentrum bezieht den Standort Ilmenau",
        "State data centre moves into its site in Ilmenau",
    );
    plan(
        script,
        Goal {
            day: "2021-09-16",
            recipient: "",
            key: KEY,
            name,
            grant: None,
            plan: None,
            context: true,
            source: "TEAG-Zentrum am 16.09.2021 eröffnet, das Land ist Mieter; andere Titel",
        },
    );
    let early_2023 = ImpreciseDate::containing(Precision::Half, day("2023-01-01"));
    let reason = "Umzug ab Anfang 2023";
    forecast(script, ("2022-07-18", "", KEY), early_2023, reason, fact(SOURCE));
    let reason = "Statt der Erweiterung in Erfurt: Standort Ilmenau";
    forecast(script, ("2022-07-18", "", "TLRZ"), early_2023, reason, fact(SOURCE));
}
