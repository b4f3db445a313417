//! Budget, deadlines and cases as they are read on the screen, by role and name.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use foerderbuch::app::Source;
use foerderbuch::domain::body::{
    LineAmount, LinkedLine, MilestonePlanned, PaymentConfirmed, ReaderNote, RemedyWaived,
};
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, ImpreciseDate, Kind, Money, PersonNo, RecipientKey, TitleKey,
};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::ops::{self, Stamp};
use foerderbuch::store::view::Caution;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::Lang;

use super::budget::short;
use super::harness::{Setup, Window};

fn on(ledger: Ledger, lang: Lang) -> Window {
    let source = Source::InMemory(Box::new(ledger));
    Setup { source, ..Setup::sample(lang) }.open()
}

/// The sample over its whole life, at that Stichtag.
fn whole(lang: Lang, as_of: &str) -> Window {
    let mut window = on(sample::in_memory_through(Through::Year2022).expect("the sample"), lang);
    window.fill(if lang == Lang::De { "Stichtag" } else { "As-of day" }, as_of);
    window.press(Key::Enter);
    window
}

#[test]
fn the_budget_shows_titles_years_authority_and_versions() {
    let mut window = Window::german();
    window.button("Haushalt");
    window.must_see("2020, 16 16 / 883 71 · investiv: Ansatz 18.000.000,00 €");
    window.must_see("verfügbar 14.037.500,00 €");
    window.must_see("Rest oder Verfall offen 15.750.000,00 €");
    window.must_see("Summe: Ansatz 80.000.000,00 €");
    window.must_see("verfügbar 52.937.500,00 €, Rest oder Verfall offen 17.650.000,00 €");
    window.must_see("aus 2019: 17.650.000,00 €, Rest oder Verfall offen");
    window.must_see("2019, Bücher geschlossen seit 31.01.2020");
    window.must_see("2020, Bücher offen");
    window.must_see("2021, Bücher offen, Vorbindung 1.800.000,00 €");
    window.must_see("VE 2019: 800.000,00 €; VE 2020: 1.000.000,00 €");
    window.must_see("2022, Bücher offen, Vorbindung 400.000,00 €, VE 2020: 400.000,00 €");
    window.must_see("VE 2019, fällig 2021: Im Haushalt 3.000.000,00 €, In Anspruch 800.000,00 €");
    window.must_see("16 16 / 883 71, Ansatz");
}

#[test]
fn planning_tells_a_booked_lapse_apart_from_what_a_remainder_replaced() {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let source = Source::InMemory(Box::new(ledger));
    let size = (1440.0, 2400.0);
    let mut window = Setup { source, size, ..Setup::sample(Lang::De) }.open();
    window.fill("Stichtag", "31.12.2022");
    window.press(Key::Enter);
    window.button("Planung");
    window.must_see(
        "als Rest zu Lasten des Ansatzes 3.000.000,00 €, als Verfall gebucht 9.037.500,00 €",
    );
    window.must_see("Verfallen enthält 220.000,00 €, die erst nach Ablauf");
}

#[test]
fn a_row_of_the_budget_opens_its_arithmetic_and_its_bookings() {
    let mut window = Setup { size: (1440.0, 1800.0), ..Setup::sample(Lang::De) }.open();
    window.button("Haushalt");
    window.row("2020, 16 16 / 883 71");
    window.must_see(
        "Haushaltsjahr 2020 · Einzelplan 16 · Kapitel 16 16 · Titelgruppe 71 · Titel 883 71",
    );
    window.must_see("Wie sich der verfügbare Betrag ergibt");
    window.must_see("Ansatz mit Nachtrag: 18.000.000,00 €");
    window.must_see("Ausgezahlt: −3.962.500,00 €");
    window.must_see("Verfügbar: 14.037.500,00 €");
    window.must_see("verfügbar → bewilligt, noch nicht abgerufen");
    window.row("Bescheid, Kommune A (fiktiv) · EG-2019-001");
    window.must_see("Kommunales Netz");
}

#[test]
fn what_is_behind_a_row_of_the_budget_comes_into_sight() {
    let mut window = Window::german();
    window.button("Haushalt");
    window.row("2020, 16 16 / 883 71");
    let head = window.harness().get_by_label("Wie sich der verfügbare Betrag ergibt").rect();
    let below = window.harness().ctx.content_rect().bottom() - head.bottom();
    assert!(below > 100.0, "the arithmetic begins {below} points above the lower edge");
}

#[test]
fn a_title_short_of_cover_is_named_in_words_on_budget_and_overview() {
    let mut window = on(short(), Lang::De);
    window.must_see(
        "Verfügbar ab 2020: 38.900.000,00 €: Unterdeckung 962.500,00 €, nicht verrechnet",
    );
    window.must_see("Unterdeckung 2020: 962.500,00 €");
    window.must_see("2020: Ansatz 5.000.000,00 €");
    window.button("Haushalt");
    window.must_see("Nachtrag −15.000.000,00 €");
    window.must_see("Unterdeckung bei 16 16 / 883 71 im Haushaltsjahr 2020: 962.500,00 €");
    window.row("2020, 16 16 / 883 71");
    window.must_see("Unterdeckung: −962.500,00 €");
}

#[test]
fn years_that_are_over_show_remainders_and_their_settlement() {
    let mut window = whole(Lang::De, "31.12.2022");
    window.must_see("Ansätze 2019–2022: 80.000.000,00 €");
    window.must_see("Verfügbar ab 2022: 24.260.000,00 €");
    window.must_see("2020: Ansatz 20.000.000,00 €, ausgezahlt 4.850.000,00 €");
    window.button("Haushalt");
    window.must_see("2019, abgeschlossen am 15.01.2021");
    window.must_see("2021, abgeschlossen am 07.03.2022");
    window.must_see("Nachtrag −500.000,00 €");
    window.must_see("Zusätzl. Rest 4.000.000,00 €, Rest zu Lasten 3.000.000,00 €");
    window.must_see("Nachtragshaushalt 2021 (Beispiel), −500.000,00 €");
    window.must_see("Entwurf Nachtragshaushalt 2021 (Beispiel)");
    window.must_see("Verfallen enthält 4.312.500,00 €, die durch einen Rest zu Lasten");
    window.must_see("Verfallen enthält 220.000,00 €, die erst nach Ablauf");
    window.fill("Stichtag", "31.01.2022");
    window.press(Key::Enter);
    window.must_see("2022, vorläufige Haushaltsführung seit 03.01.2022");
}

#[test]
fn proofs_due_in_ninety_days_and_overdue_are_sorted_by_amount() {
    let mut window = Window::german();
    window.fill("Stichtag", "01.11.2021");
    window.press(Key::Enter);
    window.button("Fristen");
    window.must_see("31.12.2019, 671 Tage überfällig, Rest oder Verfall offen");
    window.must_see("29.01.2021, 276 Tage überfällig, Unterlagen nachreichen, Landkreis Sömmerda");
    window.button("Filter: Frist");
    window.click(Role::CheckBox, "Verwendungsnachweis");
    window.button("Fertig");
    window.click(Role::ColumnHeader, "Betrag");
    window.click(Role::ColumnHeader, "Betrag, aufsteigend sortiert");
    window.must_see("5 Fristen, davon überfällig: 0");
    let rows: Vec<String> =
        window.words().into_iter().filter(|row| row.contains("in 60 Tagen")).collect();
    let names = ["Schmalkalden-Meiningen", "Kommune C", "Kommune D", "Kommune E", "Kommune F"];
    assert_eq!(rows.len(), names.len(), "{rows:?}");
    for (row, name) in rows.iter().zip(names) {
        assert!(row.contains(name), "{row} is not {name}");
    }
    window.button("Alle");
    window.must_see("7 Fristen");
    window.button("Überfällig");
    window.must_see("Keine Frist in dieser Auswahl.");
    window.button("Alle");
    window.row("Kommune A (fiktiv), EG-2019-001");
    window.must_see("Kommunales Netz");
}

#[test]
fn the_sum_of_a_year_stands_below_its_titles_in_the_budget() {
    let mut window = Window::german();
    window.button("Haushalt");
    let rows = window.rows();
    let at = |words: &str| rows.iter().position(|row| row.starts_with(words)).expect("a row");
    let sum = at("Summe 2019: Ansatz 20.000.000,00 €, Ausgezahlt 2.350.000,00 €, Noch offen");
    assert!(at("2019, 16 16 / 883 71") < sum && sum < at("2020, 16 16 / 633 71"), "{rows:?}");
}

#[test]
fn a_setting_without_evidence_is_marked_and_says_so_in_words_of_the_office() {
    let mut window = Window::german();
    window.button("Stammdaten");
    let rows = window.rows();
    let of = |words: &str| rows.iter().filter(|row| row.contains(words)).count();
    let is_said = |row: &String| {
        row.contains("Thüringer Wortlaut nicht belegt") || row.contains("angenommen")
    };
    let said = rows.iter().filter(|row| is_said(row)).count();
    assert_eq!(of("vor Gebrauch prüfen"), said, "{rows:?}");
    assert!(of("Thüringer Wortlaut nicht belegt") >= 6 && of("PARAM") == 0, "{rows:?}");
}

#[test]
fn a_list_names_recipients_with_their_kind() {
    let mut window = Window::german();
    window.button("Fristen");
    window.button("Alle");
    assert!(window.rows().iter().any(|row| row.contains("Landkreis Greiz")));
    window.button("Journal");
    window.must_see("Landkreis Sömmerda");
}

#[test]
fn deadlines_of_the_budget_lead_to_its_planning_and_of_the_programme_to_the_milestones() {
    let mut window = Window::german();
    window.button("Fristen");
    window.row("Rest oder Verfall offen, 16 16 / 883 71, 2019");
    window.must_see("Verfall buchen …, 2019 · 16 16 / 883 71, 15.750.000,00 €");
    window.button("Fristen");
    window.button("Alle");
    window.fill("Suchen …", "Rechenzentrumsverbund");
    window.row("Rechenzentrumsverbund");
    assert!(window.has_dialog("Meilensteine"));
}

#[test]
fn the_list_has_applications_with_what_was_applied_for_and_the_state_of_every_case() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.must_see("EG-2021-001, Landkreis Sömmerda: beantragt 3.300.000,00 €, in Prüfung");
    window.must_see("EG-2020-002, Landkreis Greiz: bewilligt 1.400.000,00 €");
    window.must_see("9 Fälle, Beantragt 12.834.000,00 €, Bewilligt 9.412.500,00 €");
    window.row("EG-2021-001");
    window.must_see("in Prüfung");
    window.must_see("Beantragt: 3.300.000,00 €");
    window.must_see("nachgeforderte Unterlagen bis 29.01.2021 abwarten");
    window.must_see("Unterlagen nachgefordert");
}

#[test]
fn a_case_shows_procedure_plan_attestations_and_reconciliation() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2020-001");
    window.must_see("in Durchführung");
    window.must_see("Nächster Schritt: Mit Kasse abgleichen · 500.000,00 €");
    window.must_see("Drittmittel: 0,00 €");
    window.must_see("Eigenanteil daran: 550.000,00 €");
    window.must_see("Bestandskraft: bestandskräftig seit");
    window.must_see("ANBest-Gk");
    window.must_see("Feststellung sachlich richtig");
    window.must_see("mit Kasse abgeglichen");
    window.must_see("An Kasse übergeben, 19.10.2020, A. Weber");
    window.row("EG-2020-002");
    window.must_see("bestandskräftig");
}

#[test]
fn any_two_versions_of_a_grant_can_be_compared() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2019-003");
    window.must_see("Unterschied zweier Fassungen");
    window.must_see("Bewilligt: vorher 900.000,00, nachher 862.500,00");
    window.must_see("Fälligkeit 2020, 16 16 / 883 71: vorher 450.000,00, nachher 412.500,00");
    window.must_see("Zuwendungsfähige Ausgaben: vorher 1.125.000,00, nachher 1.078.125,00");
    window.choose("bis", "Bescheid");
    window.must_see("Kein Unterschied.");
}

#[test]
fn a_life_of_a_case_ends_in_claim_interest_and_closing() {
    let mut window = whole(Lang::De, "31.12.2022");
    window.button("Zuwendungen");
    window.row("EG-2019-003");
    window.must_see("abgeschlossen (Zweckbindung läuft)");
    window.must_see("Nächster Schritt: Zweckbindung bis 06.12.2026");
    window.must_see("Verwendungsnachweise");
    window.must_see("Erstattungen");
    window.row("EG-2019-001");
    window.must_see("Verwendungsnachweis vorgelegt");
    window.must_see("Nächster Schritt: Verwendungsnachweis prüfen");
}

#[test]
fn indicators_say_what_one_unit_has_cost_with_day_and_source() {
    let mut window = Window::german();
    window.button("Meilensteine");
    window.must_see("2.200.000,00 € je Kommune");
    window.must_see("Ist EG-2020-001 am 31.12.2020, Messwert September 2020");
    window.must_see("Gemeinde Rhönblick, Bericht vom 22.09.2020");
}

/// The sample with a milestone that payments of 2021 have to wait for.
fn blocking() -> Ledger {
    let mut ledger = sample::in_memory().expect("the sample");
    let day: Day = "2020-12-15".parse().expect("a day");
    let draft = Draft {
        uid: [7; 16],
        recipient: RecipientKey::new("16076"),
        effective_on: day,
        actor: PersonNo(1),
        voucher: String::new(),
        reference: None,
        body: Body::MilestonePlanned(MilestonePlanned {
            milestone: ItemKey::new("GRZ-ABNAHME"),
            name: ReaderNote { de: "Abnahme".into(), en: "Acceptance".into() },
            grant: Some(FileNumber::new("EG-2020-002")),
            due: Some(LinkedLine { title: None, fiscal_year: FiscalYear(2021) }),
            blocking_clause: Some("Nr. 5.2 des Bescheids".into()),
            plan: Some(ImpreciseDate::day("2021-06-30".parse().expect("a day"))),
            context: false,
            source: None,
        }),
        person_name: None,
    };
    let stamp = Stamp::new(ledger.head().recorded_at, "test".into());
    ops::book(&mut ledger, &[draft], &stamp).expect("a milestone");
    ledger
}

#[test]
fn a_waiver_before_the_announcement_is_told_to_have_effect_only_from_then_on() {
    let ledger = sample::in_memory().expect("the sample");
    let on = |day: &str| {
        let draft = Draft {
            uid: [8; 16],
            recipient: RecipientKey::new("16066"),
            effective_on: day.parse().expect("a day"),
            actor: PersonNo(1),
            voucher: String::new(),
            reference: None,
            body: Body::RemedyWaived(RemedyWaived {
                grant: FileNumber::new("EG-2020-001"),
                source: None,
            }),
            person_name: None,
        };
        ops::preview(&ledger, &draft).expect("a preview").cautions
    };
    let [Caution::WaiverFrom(day)] = on("2019-01-02")[..] else { panic!("one caution") };
    assert!(on(&day.to_string()).is_empty());
    assert_eq!(on(&day.pred_opt().expect("a day").to_string()), [Caution::WaiverFrom(day)]);
}

#[test]
fn a_voucher_of_the_cash_office_that_is_booked_already_is_told_while_it_is_typed() {
    let ledger = sample::in_memory().expect("the sample");
    let on = |voucher: &str, year: i32| {
        let line = LineAmount {
            grant: FileNumber::new("EG-2020-002"),
            title: TitleKey::new("1616 63371"),
            fiscal_year: FiscalYear(year),
            amount_cents: Money::from_cents(100),
        };
        let draft = Draft {
            uid: [7; 16],
            recipient: RecipientKey::from_written("16066"),
            effective_on: "2020-12-30".parse().expect("a day"),
            actor: PersonNo(2),
            voucher: voucher.to_owned(),
            reference: None,
            body: Body::PaymentConfirmed(PaymentConfirmed { line, source: None }),
            person_name: None,
        };
        ops::preview(&ledger, &draft).expect("a preview").cautions
    };
    let [Caution::VoucherUsed(used)] = on("K-2020-3811", 2020)[..] else { panic!("one caution") };
    let used = query::event(&ledger, used).expect("read").expect("an entry");
    assert_eq!((used.kind(), used.voucher.as_str()), (Kind::PaymentConfirmed, "K-2020-3811"));
    assert!(on("K-2020-9999", 2020).is_empty());
    assert!(on("K-2020-3811", 2021).is_empty(), "numbers begin anew each year");
}

#[test]
fn milestones_name_their_due_line_and_what_they_block() {
    let mut window = on(blocking(), Lang::De);
    window.button("Meilensteine");
    window
        .must_see("Fälligkeit 2021: sperrt Auszahlungen bis zum Erreichen (Nr. 5.2 des Bescheids)");
    window.button("Zuwendungen");
    window.row("EG-2020-002");
    window.must_see("„Abnahme“ sperrt Auszahlungen der Fälligkeit 2021 bis zum Erreichen");
}

#[test]
fn the_screens_read_in_english_narrow_and_large() {
    for (size, zoom) in [((1024.0, 700.0), 100), ((1920.0, 1200.0), 150)] {
        let mut window = Setup { size, zoom, ..Setup::sample(Lang::En) }.open();
        window.button("Budget");
        window.must_see("2020, 16 16 / 883 71 · investment: Appropriation €18,000,000.00");
        window.must_see("from 2019: €17,650,000.00, carry-over or lapse undecided");
        window.row("2020, 16 16 / 883 71");
        window.must_see("Available: €14,037,500.00");
        window.button("Deadlines");
        window.must_see("366 days overdue");
        window.button("Grants");
        window.row("EG-2021-001");
        window.must_see("Applied for: €3,300,000.00");
        window.button("Milestones");
        window.must_see("€2,200,000.00 per");
    }
}
