//! The page of a grant, that of a recipient, and the milestones: every part by its name, in both
//! languages, at several pairs of times; figures are those of the queries.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, Kind, RecipientKey, Stage};
use foerderbuch::ops::sample;
use foerderbuch::store::query;
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::Action;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

const GRANT: &str = "EG-2020-001";

fn page(lang: Lang, grant: &str) -> Window {
    let setup = Setup { size: (1440.0, 2600.0), ..Setup::sample(lang) };
    let mut window = setup.open();
    window.button(if lang == Lang::De { "Zuwendungen" } else { "Grants" });
    window.row(grant);
    window
}

#[test]
fn the_page_of_a_grant_has_every_part_in_both_languages() {
    for (lang, parts) in [
        (
            Lang::De,
            [
                "Finanzierungsplan",
                "Fälligkeiten",
                "Abrufe, Anordnungen und Auszahlungen",
                "Meilensteine",
                "Nachweise, Erstattungen, Zinsen",
                "Bescheide und Änderungen",
                "Verfahren und Fristen",
                "Begünstigte, Zweckbindung, Bankverbindung",
                "Journal des Falls",
            ],
        ),
        (
            Lang::En,
            [
                "Financing plan",
                "Due lines",
                "Draws, orders and payments",
                "Milestones",
                "Proofs, claims, interest",
                "Notices and amendments",
                "Procedure and deadlines",
                "Beneficiaries, earmarking, bank account",
                "Journal of the case",
            ],
        ),
    ] {
        let window = page(lang, GRANT);
        for part in parts {
            assert!(window.has(Role::DisclosureTriangle, part), "{part}: {:#?}", window.words());
        }
    }
}

#[test]
fn key_figures_are_those_of_the_query_and_lead_to_what_is_behind_them() {
    let ledger = sample::in_memory().expect("the sample is good");
    let as_of = "2020-12-31".parse().expect("a day");
    let times = Times { as_of, known: ledger.head().seq };
    let number = FileNumber::new(GRANT);
    let detail = query::grant(&ledger, times, &number).expect("a file").expect("a grant");
    let text = Text::new(Lang::De);
    let ordered = detail.row.sums.actual() + detail.row.sums.at(Stage::Ordered);
    let requested = ordered + detail.row.sums.at(Stage::Requested);
    let figures = [
        ("Bewilligt", detail.row.granted),
        ("Abgerufen", requested),
        ("Angeordnet", ordered),
        ("Ausgezahlt (Ist)", detail.row.sums.actual()),
        ("Noch offen", detail.row.sums.open()),
        ("Zuwendungsfähige Ausgaben", detail.eligible),
        ("Eigenanteil daran", detail.own_share),
    ];
    let mut window = page(Lang::De, GRANT);
    for (name, amount) in figures {
        let figure = [name, &text.money_unit(amount)].join(": ");
        assert!(window.has(Role::Link, &figure), "{figure}: {:#?}", window.words());
    }
    let actual = ["Ausgezahlt (Ist)", &text.money_unit(detail.row.sums.actual())].join(": ");
    window.click(Role::Link, &actual);
    window.must_see("Auszahlung");
    assert!(!window.has(Role::DisclosureTriangle, "Finanzierungsplan"), "the journal is shown");
}

#[test]
fn a_draw_is_one_chain_from_request_to_reconciliation_with_names() {
    let window = page(Lang::De, GRANT);
    window
        .must_see("1. Mittelabruf, HHJ 2020 · 16 16 / 883 71, 05.10.2020, 900.000,00 €, A. Weber");
    window.must_see("Feststellung rechnerisch richtig, 06.10.2020, B. Lang");
    window.must_see("Feststellung sachlich richtig, 16.10.2020, F. Sommer");
    window.must_see("Auszahlungsanordnung, 19.10.2020, C. Roth");
    window.must_see("zum Meilenstein „Gemeinde Rhönblick als erste Kommune umgestellt“");
    window.must_see("An Kasse übergeben, 19.10.2020, A. Weber");
    window.must_see("Auszahlung, 20.10.2020, B. Lang, K-2020-4711, 900.000,00");
    window.must_see("Mit Kasse abgeglichen, 03.11.2020, A. Weber");
}

#[test]
fn known_before_a_payment_the_chain_ends_with_its_order() {
    let ledger = sample::in_memory().expect("the sample is good");
    let as_of = "2020-12-31".parse().expect("a day");
    let times = Times { as_of, known: ledger.head().seq };
    let number = FileNumber::new(GRANT);
    let all = query::case_page(&ledger, times, &number).expect("a file");
    let payment = all.entries.iter().find(|entry| entry.kind == Kind::PaymentConfirmed);
    let payment = payment.expect("a payment").seq;
    let before = Times { known: payment - 1, ..times };
    let early = query::case_page(&ledger, before, &number).expect("a file");
    let kinds = |page: &foerderbuch::store::view::CasePage| -> Vec<Kind> {
        page.draws[0].steps.iter().map(|(_, at)| page.entries[*at].kind).collect()
    };
    assert!(kinds(&all).contains(&Kind::PaymentConfirmed));
    assert!(!kinds(&early).contains(&Kind::PaymentConfirmed));
    assert!(kinds(&early).contains(&Kind::PaymentOrdered));
    assert!(early.entries.iter().all(|entry| entry.seq < payment));
    assert!(early.entries.len() < all.entries.len());
    // Before the notice there is only the application.
    let day = "2020-06-30".parse().expect("a day");
    let young = query::case_page(&ledger, Times { as_of: day, ..times }, &number).expect("a file");
    assert!(young.draws.is_empty());
    assert!(young.entries.iter().all(|entry| entry.effective_on <= day));
}

#[test]
fn the_journal_of_the_case_has_every_entry_with_who_and_voucher() {
    let ledger = sample::in_memory().expect("the sample is good");
    let as_of = "2020-12-31".parse().expect("a day");
    let times = Times { as_of, known: ledger.head().seq };
    let number = FileNumber::new(GRANT);
    let found = query::case_page(&ledger, times, &number).expect("a file");
    let all = query::journal(&ledger, times).expect("a file");
    let own = all.iter().filter(|row| row.object == GRANT);
    for row in own {
        assert!(found.entries.iter().any(|entry| entry.seq == row.seq), "{}", row.seq);
    }
    assert!(found.entries.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    let window = page(Lang::De, GRANT);
    window.must_see("05.10.2020, Mittelabruf, A. Weber, EG-2020-001, Abruf 1, 900.000,00");
}

#[test]
fn the_financing_plan_balances_and_says_so() {
    let window = page(Lang::De, "EG-2019-003");
    window.must_see("Gesamtausgaben: ");
    window.must_see("Finanzierung gesamt: ");
    window.must_see("geht auf");
    window.must_see("Die Fälligkeiten ergeben die Bewilligung: 862.500,00 €.");
    assert!(!window.sees("geht nicht auf"));
}

#[test]
fn the_acting_person_has_one_primary_step_and_others_are_told_whom_it_waits_for() {
    let mut window = page(Lang::De, "EG-2020-003");
    window.choose("Handelnde Person", "A. Weber");
    window.button("Mittelabruf erfassen …");
    window.fill("Abgerufener Betrag", "100,00");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-003, Abruf 9");
    window.button("Mittelabruf buchen");
    window.must_see("100,00 € · wartet auf Sachbearbeitung (");
    window.must_see("Nächster Schritt: Rechnerisch feststellen · 100,00 €");
    window.choose("Handelnde Person", "B. Lang");
    assert!(!window.sees("100,00 € · wartet auf"));
    window.button("Rechnerisch feststellen …");
    window.button("Buchen");
    window.must_see("Gebucht: Feststellung rechnerisch richtig");
    window.must_see(
        "Nächster Schritt: Sachlich feststellen · 100,00 € · wartet auf Feststellungsbefugnis (",
    );
}

#[test]
fn parts_fold_stay_folded_and_are_reached_by_mark_and_key() {
    let mut window = page(Lang::De, GRANT);
    let line = "Die Fälligkeiten ergeben die Bewilligung";
    window.must_see(line);
    window.click(Role::DisclosureTriangle, "Finanzierungsplan");
    assert!(!window.sees(line));
    window.row("EG-2020-003");
    assert!(!window.sees(line), "folded for every case");
    window.click(Role::Link, "Finanzierung");
    window.must_see(line);
    window.click(Role::DisclosureTriangle, "Finanzierungsplan");
    assert!(!window.sees(line));
    window.press_with(Modifiers::ALT, Key::Num1);
    window.must_see(line);
}

#[test]
fn the_account_of_a_recipient_is_per_grant_and_due_year_with_bank_and_cases() {
    let setup = Setup { size: (1440.0, 2400.0), ..Setup::sample(Lang::De) };
    let mut window = setup.open();
    window.button("Empfänger");
    window.row("Schmalkalden-Meiningen: bewilligt");
    for part in [
        "Offene Schritte und Fristen",
        "Bewilligt, ausgezahlt, offen je Zuwendung und Fälligkeit",
        "Konto: was auf dem Kontoauszug der Bank steht",
        "Anträge und Zuwendungen",
        "Bankverbindung",
        "Meilensteine",
    ] {
        assert!(window.has(Role::DisclosureTriangle, part), "{part}: {:#?}", window.words());
    }
    window.must_see("EG-2020-001 · Kommunales Rechenzentrum: 2.200.000,00, 2.200.000,00, 0,00");
    window.must_see("Fälligkeit 2020 · 16 16 / 883 71: 1.700.000,00, 1.700.000,00, 0,00");
    window.must_see("Verwendungsnachweis, in 365 Tagen, EG-2020-001");
    window.must_see("Saldo, 2.200.000,00 €");
    assert!(window.has(Role::Link, "Ausgezahlt (Ist): 2.200.000,00\u{a0}€"));
}

#[test]
fn the_successor_of_a_territory_is_named_and_linked() {
    let ledger = sample::in_memory_through(sample::Through::Year2022).expect("the sample is good");
    let as_of = "2022-01-31".parse().expect("a day");
    let times = Times { as_of, known: ledger.head().seq };
    let eisenach = RecipientKey::new("16056");
    let found = query::recipient_page(&ledger, times, &eisenach).expect("a file");
    let successor = found.successor.expect("a successor");
    let other = query::recipient_page(&ledger, times, &successor.key).expect("a file");
    assert!(other.predecessors.iter().any(|before| before.key == eisenach));
    let source = Source::InMemory(Box::new(ledger));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.fill("Stichtag", "31.12.2020");
    window.press(Key::Enter);
    window.button("Empfänger");
    window.row("Eisenach");
    window.must_see("Rechtsnachfolger:");
    window.click(
        Role::Link,
        &Text::new(Lang::De).recipient_name(successor.recipient_type, &successor.name),
    );
    window.must_see("Rechtsvorgänger:");
}

#[test]
fn the_milestones_show_line_of_time_and_readings_with_source_in_both_languages() {
    for (lang, screen, words) in [
        (
            Lang::De,
            "Meilensteine",
            ["Ist EG-2020-001 am 31.12.2020", "Verlauf der Messwerte: September 2020 1"],
        ),
        (Lang::En, "Milestones", ["31 Dec 2020", "Course of the readings: September 2020 1"]),
    ] {
        let setup = Setup { size: (1440.0, 3000.0), ..Setup::sample(lang) };
        let mut window = setup.open();
        window.button(screen);
        for word in words {
            window.must_see(word);
        }
        window.must_see(if lang == Lang::De { "Mitte 2021" } else { "mid-2021" });
    }
}

#[test]
fn the_page_keeps_its_figures_at_every_width_and_size() {
    for (size, zoom) in [((1024.0, 720.0), 100), ((1920.0, 1080.0), 100), ((1440.0, 900.0), 200)] {
        let setup = Setup { size, zoom, ..Setup::sample(Lang::De) };
        let mut window = setup.open();
        window.wish(Action::Go(Route::Grants(Some(FileNumber::new(GRANT)))));
        window.must_see("Ausgezahlt (Ist): 2.200.000,00 €");
        window.must_see("Nächster Schritt: Mit Kasse abgleichen · 500.000,00 €");
    }
}
