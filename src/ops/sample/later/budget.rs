//! Authority, blocks, supplement, cover and excess of 2021 and 2022.

use rust_decimal::Decimal;

use super::super::parties::{CONSUMPTIVE, INVESTIVE, authority};
use super::super::script::{KERN, Script, day, euros, fact, illustrative};
use super::super::settings::base_rate;
use crate::domain::body::{
    AppropriationDrafted, AuthorityBlocked, AuthorityUnblocked, BlockGround, BlockLifted, BlockSet,
    CoverMoved, ExcessGranted, ExcessKind, ProvisionalManagementSet, Source, SupplementVoted,
};
use crate::domain::{Body, FiscalYear, TitleKey};

pub fn write(script: &mut Script) {
    for (on, half_year) in [
        ("2021-01-04", ("2021-01-01", "2021-06-30")),
        ("2021-07-01", ("2021-07-01", "2021-12-31")),
        ("2022-01-03", ("2022-01-01", "2022-06-30")),
        ("2022-07-01", ("2022-07-01", "2022-12-31")),
    ] {
        base_rate(script, on, half_year, "Bekannt für dieses Halbjahr");
    }
    authority(script, "2021-01-04", INVESTIVE, ((2021, 2022), 3_000_000));
    authority(script, "2021-01-04", CONSUMPTIVE, ((2021, 2022), 500_000));
    blocks(script);
    authority_blocked(script);
    supplement(script);
    cover_and_excess(script);
    provisional(script);
}

fn assumed() -> Source {
    illustrative("Haushaltsvollzug angenommen")
}

/// Five percent of 2021, resolved per title; lifted in part, the rest lapses at year end.
fn blocks(script: &mut Script) {
    const CIRCULAR: &str = "Haushaltswirtschaftliche Sperre 5 %, Rundschreiben 1/2021 (Beispiel)";
    for (title, blocked, lifted) in [
        (INVESTIVE, 900_000, ("2021-09-01", 500_000)),
        (CONSUMPTIVE, 100_000, ("2021-07-05", 100_000)),
    ] {
        let body = BlockSet {
            title: TitleKey::new(title),
            fiscal_year: FiscalYear(2021),
            amount_cents: euros(blocked),
            percent: Some(Decimal::from(5)),
            until: Some(day("2021-12-31")),
            ground: BlockGround::Economic,
            reason: CIRCULAR.into(),
            source: Some(assumed()),
        };
        let voucher = "Rundschreiben 1/2021";
        let set = script.book(("2021-03-01", KERN, ""), voucher, None, Body::BlockSet(body));
        let body = BlockLifted {
            title: TitleKey::new(title),
            fiscal_year: FiscalYear(2021),
            amount_cents: euros(lifted.1),
            reason: "Sperre gelöst, Bedarf nachgewiesen".into(),
            source: Some(assumed()),
        };
        let voucher = "Entsperrung 2021";
        script.book((lifted.0, KERN, ""), voucher, Some(set), Body::BlockLifted(body));
    }
}

fn authority_blocked(script: &mut Script) {
    let (title, years) = (TitleKey::new(INVESTIVE), (FiscalYear(2021), FiscalYear(2022)));
    let body = AuthorityBlocked {
        title: title.clone(),
        budget_year: years.0,
        due_year: years.1,
        amount_cents: euros(500_000),
        reason: "Verpflichtungen 2021 nur nach Freigabe, Rundschreiben 1/2021 (Beispiel)".into(),
        source: Some(assumed()),
    };
    let voucher = "Rundschreiben 1/2021";
    let set = script.book(("2021-03-01", KERN, ""), voucher, None, Body::AuthorityBlocked(body));
    for (on, amount) in [("2021-06-14", 300_000), ("2021-12-20", 200_000)] {
        let body = AuthorityUnblocked {
            title: title.clone(),
            budget_year: years.0,
            due_year: years.1,
            amount_cents: euros(amount),
            reason: "Freigabe der Verpflichtungsermächtigung".into(),
            source: Some(assumed()),
        };
        let voucher = "Freigabe VE 2021";
        script.book((on, KERN, ""), voucher, Some(set), Body::AuthorityUnblocked(body));
    }
}

/// A cut of 2021 makes room for 2022: together never more than 80 million euros.
fn supplement(script: &mut Script) {
    let body = AppropriationDrafted {
        title: TitleKey::new(INVESTIVE),
        fiscal_year: FiscalYear(2021),
        amount_cents: euros(17_500_000),
        law: "Entwurf Nachtragshaushalt 2021 (Beispiel)".into(),
        source: Some(assumed()),
    };
    let voucher = "Entwurf Nachtrag 2021, Einzelplan 16";
    script.book(("2021-08-30", KERN, ""), voucher, None, Body::AppropriationDrafted(body));
    for (on, title, year, amount) in
        [("2021-10-04", INVESTIVE, 2021, -500_000), ("2022-06-13", CONSUMPTIVE, 2022, 500_000)]
    {
        let body = SupplementVoted {
            title: TitleKey::new(title),
            fiscal_year: FiscalYear(year),
            amount_cents: euros(amount),
            law: format!("Nachtragshaushalt {year} (Beispiel)"),
            source: Some(assumed()),
        };
        let voucher = format!("Nachtrag {year}, Einzelplan 16");
        script.book((on, KERN, ""), &voucher, None, Body::SupplementVoted(body));
    }
}

fn cover_and_excess(script: &mut Script) {
    let body = CoverMoved {
        from: TitleKey::new(INVESTIVE),
        to: TitleKey::new(CONSUMPTIVE),
        fiscal_year: FiscalYear(2021),
        amount_cents: euros(150_000),
        reason: "Gegenseitig deckungsfähig in TG 71, § 20 (1) Nr. 1 b ThürLHO".into(),
        source: Some(assumed()),
    };
    script.book(("2021-09-21", KERN, ""), "Deckung TG 71/2021", None, Body::CoverMoved(body));
    let body = ExcessGranted {
        title: TitleKey::new(CONSUMPTIVE),
        fiscal_year: FiscalYear(2022),
        amount_cents: euros(60_000),
        need: ExcessKind::Excess,
        reason: "Schulungen nach Sicherheitsvorfällen, unvorhergesehen und unabweisbar; \
                 Deckung aus Kapitel 16 20"
            .into(),
        source: Some(assumed()),
    };
    let voucher = "Einwilligung § 37 ThürLHO, 2022/1";
    script.book(("2022-09-12", KERN, ""), voucher, None, Body::ExcessGranted(body));
}

/// The budget of 2022 was debated in February 2022.
fn provisional(script: &mut Script) {
    for (on, until) in [("2022-01-03", None), ("2022-02-11", Some("2022-02-11"))] {
        let body = ProvisionalManagementSet {
            fiscal_year: FiscalYear(2022),
            until: until.map(day),
            reason: "Vorläufige Haushaltsführung 2022 (Beispiel)".into(),
            source: Some(fact(
                "Haushalt 2022 erst am 03.02.2022 beraten (Landtag); Tage angenommen, Ansätze im \
                 Beispiel am Gründungstag erfasst",
            )),
        };
        let voucher = "Rundschreiben vorläufige Haushaltsführung 2022";
        script.book((on, KERN, ""), voucher, None, Body::ProvisionalManagementSet(body));
    }
}
