//! Settings of the founding day, and what the cash office and the Bundesbank said later.

use rust_decimal::Decimal;

use super::parties::{CONSUMPTIVE, FOUNDED, INVESTIVE};
use super::script::{KERN, Script, day, euros, fact, illustrative};
use crate::domain::body::{AuxiliaryRules, BooksClosed, Setting, SettingMade, Source, TitleAmount};
use crate::domain::interest::DayCount;
use crate::domain::{Body, FiscalYear, TitleKey};

/// What is known of a rule whose Thüringen text is not: to be checked before it is used.
fn unproved(evidence: &str) -> Source {
    illustrative(&format!("{evidence}; Thüringer Wortlaut nicht belegt"))
}

pub fn write(script: &mut Script) {
    for (setting, source) in [
        (
            Setting::InterestMargin { points: Decimal::from(5) },
            unproved("5 Prozentpunkte: § 49a (3) VwVfG des Bundes"),
        ),
        (
            Setting::InterestDayCount { convention: DayCount::Thirty360 },
            unproved("30/360: Allgemeine Zinsvorschriften des Bundes; ZinsA aufgehoben 2015"),
        ),
        (
            Setting::InterestStart { days: 1 },
            unproved("Tag nach dem Ereignis: Allgemeine Zinsvorschriften des Bundes"),
        ),
        (
            Setting::UsePeriod { months: 2 },
            unproved("Zwei Monate: BVerwG 8 C 30.01; andere Länder bis drei Monate"),
        ),
        (
            Setting::ProofTerm { rules: AuxiliaryRules::AnbestGk, months: 12 },
            unproved("Ein Jahr: Nr. 6.1 ANBest-Gk des Bundes"),
        ),
        (
            Setting::ProofTerm { rules: AuxiliaryRules::AnbestP, months: 6 },
            unproved("Sechs Monate: ANBest-P des Bundes"),
        ),
        (
            Setting::HighestQuota { percent: Decimal::from(80) },
            fact("Bis 80 %: ältere Fassung der Seite zur ThürEGovRL"),
        ),
    ] {
        set(script, FOUNDED, setting, source);
    }
    base_rate(script, FOUNDED, ("2016-07-01", "2019-06-30"), "Bekannt am Gründungstag");
    for (on, half_year) in [
        ("2019-07-01", ("2019-07-01", "2019-12-31")),
        ("2020-01-02", ("2020-01-01", "2020-06-30")),
        ("2020-07-01", ("2020-07-01", "2020-12-31")),
    ] {
        base_rate(script, on, half_year, "Bekannt für dieses Halbjahr");
    }
    books_of_2019(script);
}

/// What report R1 prints beside its figures: where the guideline can be read, and why the outflow
/// of the year differs from the plan. The day and place of the publication of 2018 are not known.
pub fn for_parliament(script: &mut Script) {
    let setting = Setting::GuidelinePublished {
        published_on: day("2018-12-17"),
        published_in: "Thüringer Staatsanzeiger (Tag und Fundstelle angenommen)".to_owned(),
    };
    let assumed = "Name der Richtlinie belegt, Tag und Fundstelle angenommen";
    set(script, "2020-12-14", setting, illustrative(assumed));
    causes(
        script,
        ("2020-12-14", 2020),
        "Gemeinsame Vorhaben mehrerer Kommunen brauchen vor dem Antrag eine Zweckvereinbarung. Die \
         großen Rechenzentren der Landkreise wurden daher erst im Herbst bewilligt oder werden \
         noch geprüft; ihre Mittel fließen überwiegend in späteren Jahren ab.",
    );
}

/// Why the outflow of a fiscal year differs from the plan.
pub fn causes(script: &mut Script, (on, year): (&str, i32), causes: &str) {
    let causes = format!("Angenommen: {causes}");
    let setting = Setting::DeviationCauses { fiscal_year: FiscalYear(year), causes };
    set(script, on, setting, illustrative("Ursachen angenommen"));
}

/// A base rate of −0,88 % as far as it is announced.
pub fn base_rate(script: &mut Script, on: &str, span: (&str, &str), known: &str) {
    let setting =
        Setting::BaseRate { from: day(span.0), until: day(span.1), percent: Decimal::new(-88, 2) };
    let note = format!("Basiszinssatz −0,88 %: Deutsche Bundesbank, § 247 BGB. {known}");
    set(script, on, setting, fact(&note));
}

/// A setting from that day on.
pub fn set(script: &mut Script, on: &str, setting: Setting, source: Source) {
    let body = SettingMade { setting, source: Some(source) };
    script.add(on, KERN, "", Body::SettingMade(body));
}

/// Closed after the payment of 8 January 2020; the remainder waits for its consent.
fn books_of_2019(script: &mut Script) {
    let of_title =
        |title, amount| TitleAmount { title: TitleKey::new(title), amount_cents: euros(amount) };
    let body = BooksClosed {
        fiscal_year: FiscalYear(2019),
        actual: vec![of_title(CONSUMPTIVE, 100_000), of_title(INVESTIVE, 2_250_000)],
        source: Some(illustrative("Tag des Bücherschlusses angenommen")),
    };
    script
        .add("2020-01-31", KERN, "", Body::BooksClosed(body))
        .voucher("Landeshauptkasse, Jahresabschluss 2019");
}
