//! The ends of 2019, 2020 and 2021: books closed, remainders, lapse, settlement.

use super::super::parties::{CONSUMPTIVE, INVESTIVE};
use super::super::script::{KERN, Script, euros, illustrative};
use super::super::settings::causes;
use crate::domain::body::{
    AuthorityLapsed, BooksClosed, CarryOverFormed, CarryOverKind, FundsLapsed, LapsingStage,
    Source, TitleAmount, YearSettled,
};
use crate::domain::{Body, FileNumber, FiscalYear, Money, TitleKey};

use CarryOverKind::{Additional, Charged};
use LapsingStage::{Available, Blocked};

pub fn write(script: &mut Script) {
    of_2019(script);
    of_2020(script);
    of_2021(script);
    causes(
        script,
        ("2021-12-14", 2021),
        "Server und Netztechnik wurden später geliefert als bestellt. Ein Teil der Abrufe \
         verschob sich deshalb in das folgende Haushaltsjahr.",
    );
    causes(
        script,
        ("2022-12-14", 2022),
        "Vorhaben, die bis zum Ende des Programms nicht mehr abgeschlossen werden konnten, wurden \
         nicht mehr bewilligt.",
    );
}

fn assumed() -> Source {
    illustrative("Jahresabschluss, Reste und Verfall angenommen")
}

/// The remainder of 2019 that R1 of 2020 calls open: a part is formed late, the rest lapses.
fn of_2019(script: &mut Script) {
    free(script, ("2021-01-11", 2019), &[(INVESTIVE, 2_000_000, Additional)]);
    lapse(
        script,
        ("2021-01-13", 2019),
        &[(INVESTIVE, 13_750_000, Available), (CONSUMPTIVE, 1_900_000, Available)],
    );
    authority(
        script,
        ("2021-01-13", 2019),
        &[
            (INVESTIVE, 2020, 3_700_000),
            (CONSUMPTIVE, 2020, 380_000),
            (INVESTIVE, 2021, 2_200_000),
            (INVESTIVE, 2022, 1_000_000),
        ],
    );
    settle(script, "2021-01-15", 2019);
}

fn of_2020(script: &mut Script) {
    authority(
        script,
        ("2021-01-13", 2020),
        &[(INVESTIVE, 2021, 4_000_000), (CONSUMPTIVE, 2021, 500_000), (INVESTIVE, 2022, 1_600_000)],
    );
    close(script, "2021-01-22", 2020, &[(CONSUMPTIVE, 88_750_000), (INVESTIVE, 396_250_000)]);
    bound(script, ("2021-02-08", "16999006"), "EG-2020-003", (2020, 1_250_000, Charged));
    free(
        script,
        ("2021-02-08", 2020),
        &[
            (INVESTIVE, 4_000_000, Additional),
            (INVESTIVE, 3_000_000, Charged),
            (CONSUMPTIVE, 300_000, Additional),
            (CONSUMPTIVE, 200_000, Charged),
        ],
    );
    lapse(
        script,
        ("2021-02-15", 2020),
        &[(INVESTIVE, 9_037_500, Available), (CONSUMPTIVE, 600_000, Available)],
    );
    settle(script, "2021-02-19", 2020);
}

fn of_2021(script: &mut Script) {
    authority(
        script,
        ("2022-01-10", 2021),
        &[(INVESTIVE, 2022, 1_300_000), (CONSUMPTIVE, 2022, 140_000)],
    );
    close(script, "2022-01-21", 2021, &[(CONSUMPTIVE, 27_250_000), (INVESTIVE, 290_000_000)]);
    bound(script, ("2022-02-14", "16068"), "EG-2021-001", (2021, 10_000_000, Additional));
    free(
        script,
        ("2022-02-14", 2021),
        &[
            (INVESTIVE, 6_000_000, Additional),
            (INVESTIVE, 1_000_000, Charged),
            (CONSUMPTIVE, 250_000, Additional),
            (CONSUMPTIVE, 100_000, Charged),
        ],
    );
    lapse(
        script,
        ("2022-02-21", 2021),
        &[
            (INVESTIVE, 11_050_000, Available),
            (INVESTIVE, 400_000, Blocked),
            (CONSUMPTIVE, 1_727_500, Available),
        ],
    );
    settle(script, "2022-03-07", 2021);
}

fn close(script: &mut Script, on: &str, year: i32, actual: &[(&str, i64)]) {
    let actual = actual.iter().map(|(title, cents)| TitleAmount {
        title: TitleKey::new(*title),
        amount_cents: Money::from_cents(*cents),
    });
    let body = BooksClosed {
        fiscal_year: FiscalYear(year),
        actual: actual.collect(),
        source: Some(assumed()),
    };
    let voucher = format!("Landeshauptkasse, Jahresabschluss {year}");
    script.book((on, KERN, ""), &voucher, None, Body::BooksClosed(body));
}

fn free(script: &mut Script, (on, year): (&str, i32), rests: &[(&str, i64, CarryOverKind)]) {
    for (title, amount, cover) in rests {
        let body = CarryOverFormed {
            title: TitleKey::new(*title),
            fiscal_year: FiscalYear(year),
            amount_cents: euros(*amount),
            cover: *cover,
            grant: None,
            reason: "Einwilligung nach §§ 19, 45 ThürLHO, übertragbare Ausgaben".into(),
            source: Some(assumed()),
        };
        let voucher = format!("Restbildung {year}");
        script.book((on, KERN, ""), &voucher, None, Body::CarryOverFormed(body));
    }
}

/// A remainder that is bound to a grant's open consumptive due line.
fn bound(
    script: &mut Script,
    (on, recipient): (&str, &str),
    grant: &str,
    (year, cents, cover): (i32, i64, CarryOverKind),
) {
    let body = CarryOverFormed {
        title: TitleKey::new(CONSUMPTIVE),
        fiscal_year: FiscalYear(year),
        amount_cents: Money::from_cents(cents),
        cover,
        grant: Some(FileNumber::new(grant)),
        reason: "Gebundener Rest, Einwilligung nach § 45 ThürLHO".into(),
        source: Some(assumed()),
    };
    let voucher = format!("Restbildung {year}");
    script.book((on, KERN, recipient), &voucher, None, Body::CarryOverFormed(body));
}

fn lapse(script: &mut Script, (on, year): (&str, i32), sums: &[(&str, i64, LapsingStage)]) {
    for (title, amount, stage) in sums {
        let body = FundsLapsed {
            title: TitleKey::new(*title),
            fiscal_year: FiscalYear(year),
            stage: *stage,
            amount_cents: euros(*amount),
            source: Some(assumed()),
        };
        let voucher = format!("Verfall {year}");
        script.book((on, KERN, ""), &voucher, None, Body::FundsLapsed(body));
    }
}

fn authority(script: &mut Script, (on, year): (&str, i32), sums: &[(&str, i32, i64)]) {
    for (title, due, amount) in sums {
        let body = AuthorityLapsed {
            title: TitleKey::new(*title),
            budget_year: FiscalYear(year),
            due_year: FiscalYear(*due),
            amount_cents: euros(*amount),
            source: Some(assumed()),
        };
        let voucher = format!("Verfall VE {year}");
        script.book((on, KERN, ""), &voucher, None, Body::AuthorityLapsed(body));
    }
}

fn settle(script: &mut Script, on: &str, year: i32) {
    let body = YearSettled { fiscal_year: FiscalYear(year), source: Some(assumed()) };
    let voucher = format!("Rechnungslegung {year}");
    script.book((on, KERN, ""), &voucher, None, Body::YearSettled(body));
}
