//! Overview and planning: figures of the sample at pairs of times, links, map, prefilled steps.

use std::collections::BTreeSet;

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::Source;
use foerderbuch::domain::{Day, FiscalYear, Kind, Money, TitleKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::view::{GapKind, GroupBy, Measure, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::Lang;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn euro(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn at(ledger: &Ledger, as_of: &str) -> Times {
    Times { as_of: day(as_of), known: ledger.head().seq }
}

fn whole() -> Ledger {
    sample::in_memory_through(Through::Year2022).expect("the sample")
}

#[test]
fn outflow_and_forecast_follow_the_worked_example() {
    let ledger = sample::in_memory().expect("the sample");
    let overview = query::overview(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let outflow = &overview.outflow;
    assert_eq!(outflow.actual_until(day("2019-12-31")), euro(2_250_000));
    assert_eq!(outflow.actual_until(day("2020-01-08")), euro(2_350_000));
    assert_eq!(outflow.actual_until(day("2020-07-02")), euro(4_400_000));
    assert_eq!(outflow.actual_until(day("2020-07-03")), euro(4_150_000));
    assert_eq!(outflow.actual_until(day("2020-12-31")), euro(7_200_000));
    assert_eq!(outflow.planned_until(day("2020-12-31")), euro(40_000_000));
    assert_eq!(outflow.planned_until(day("2022-12-31")), euro(80_000_000));
    let forecast = outflow.forecast();
    assert_eq!(forecast.first(), Some(&(day("2021-03-31"), euro(7_200_000 + 12_500 + 450_000))));
    assert_eq!(forecast.last(), Some(&(day("2022-12-31"), euro(9_412_500))));
    let expected: Money = outflow.expected.iter().map(|quarter| quarter.amount).sum();
    assert_eq!(expected, euro(2_212_500));
}

#[test]
fn outflow_ends_with_the_actual_of_the_years_at_every_pair_of_times() {
    let ledger = whole();
    for (as_of, known) in [
        ("2019-05-14", "2022-12-31"),
        ("2020-07-02", "2020-07-02"),
        ("2021-12-31", "2022-12-31"),
        ("2022-12-31", "2021-06-30"),
        ("2022-12-31", "2022-12-31"),
    ] {
        let known = query::known_at_end_of(&ledger, day(known)).unwrap();
        let times = Times { as_of: day(as_of), known };
        let overview = query::overview(&ledger, times).unwrap();
        let total = &overview.years.total.sums;
        let outflow = &overview.outflow;
        assert_eq!(outflow.actual_until(times.as_of), total.actual(), "{as_of}");
        let ahead: Money = outflow.expected.iter().map(|quarter| quarter.amount).sum();
        assert_eq!(ahead, total.open(), "{as_of}");
        assert!(outflow.expected.iter().all(|quarter| quarter.from > times.as_of));
        for (measure, sum) in [
            (Measure::Granted, overview.years.total.granted),
            (Measure::Actual, total.actual()),
            (Measure::Open, total.open()),
        ] {
            assert_eq!(overview.areas.total(measure), sum, "{as_of} {measure:?}");
        }
        let planning = query::planning(&ledger, times).unwrap();
        assert_eq!(planning.actual, total.actual());
        assert_eq!(planning.expected, outflow.expected);
    }
}

#[test]
fn tiles_follow_the_territory_of_the_stichtag_and_add_up_with_the_rest() {
    let ledger = sample::in_memory().expect("the sample");
    let areas = query::overview(&ledger, at(&ledger, "2020-12-31")).unwrap().areas;
    assert_eq!(areas.tiles.len(), 23);
    let tile = |key: &str, measure| {
        let row = areas.tiles.iter().find(|row| row.key.as_str() == key).expect("a tile");
        row.sums.of(measure)
    };
    assert_eq!(tile("16066", Measure::Granted), euro(2_200_000));
    assert_eq!(tile("16076", Measure::Granted), euro(1_400_000));
    assert_eq!(tile("16056", Measure::Granted), Money::ZERO);
    assert_eq!(tile("16068", Measure::Applied), euro(3_300_000));
    assert_eq!(areas.rest(Measure::Granted), euro(5_812_500));
    assert_eq!(areas.total(Measure::Granted), euro(9_412_500));
    let whole = whole();
    for (as_of, tiles) in [("2021-06-30", 23), ("2021-07-01", 22), ("2022-12-31", 22)] {
        let areas = query::overview(&whole, at(&whole, as_of)).unwrap().areas;
        assert_eq!(areas.tiles.len(), tiles, "{as_of}");
    }
}

#[test]
fn planning_names_the_remainders_of_years_that_are_over() {
    let ledger = sample::in_memory().expect("the sample");
    let planning = query::planning(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let of_year = |year: i32| -> Money {
        let rows = planning.rests.iter().filter(|row| row.year.0 == year);
        rows.map(|row| row.available).sum()
    };
    assert_eq!(of_year(2019), euro(17_650_000));
    assert_eq!(of_year(2020), euro(15_137_500));
    let bound: Money = planning.rests.iter().map(foerderbuch::store::view::RestRow::bound).sum();
    assert_eq!(bound, euro(12_500));
    let need = |year: i32| {
        let row = planning.needs.iter().find(|row| row.year == FiscalYear(year)).expect("a year");
        (row.appropriated, row.due, row.undrawn, row.free)
    };
    let all = euro(20_000_000);
    assert_eq!(need(2021), (all, euro(1_800_000), euro(1_800_000), euro(18_200_000)));
    assert_eq!(need(2022), (all, euro(400_000), euro(400_000), euro(19_600_000)));
    assert_eq!((planning.applications, planning.applied), (1, euro(3_300_000)));
    assert!(planning.gaps.is_empty());
    assert!(planning.needs.iter().all(|row| row.year.0 >= 2020));
}

#[test]
fn remainders_of_the_whole_sample_are_told_by_what_became_of_them() {
    let ledger = whole();
    let balance = query::budget(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let planning = query::planning(&ledger, at(&ledger, "2022-12-31")).unwrap();
    for row in &planning.rests {
        let found =
            balance.rows.iter().find(|found| found.title == row.title && found.year == row.year);
        let sums = &found.expect("a row of the budget").sums;
        assert_eq!(row.carried, sums.at(foerderbuch::domain::Stage::CarriedOut));
        assert_eq!(row.lapsed, sums.at(foerderbuch::domain::Stage::Lapsed));
        // What a remainder replaced is not booked as lapsed.
        assert_eq!(row.lapsed, row.lapse_booked() + row.charged);
        assert!(!row.lapse_booked().is_negative(), "{:?} {}", row.year, row.title);
        let committed = sums.at(foerderbuch::domain::Stage::Committed);
        assert_eq!(row.bound(), committed, "{:?} {}", row.year, row.title);
    }
    assert!(planning.rests.iter().any(|row| row.carried.is_positive()));
    assert!(planning.rests.iter().any(|row| row.lapsed.is_positive()));
    for gap in &planning.gaps {
        assert!(gap.amount.is_positive());
        assert!(gap.kind == GapKind::Short || gap.title != TitleKey::new(""));
    }
}

#[test]
fn the_blank_end_of_a_bar_has_a_name_and_what_falls_due_never_is_not_told() {
    let window = Window::german();
    assert!(window.words().iter().any(|words| words == "Rest oder Verfall offen"));
    window.must_see("davon 2.200.000,00 € nach 2020");
    let source = Source::InMemory(Box::new(whole()));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.fill("Stichtag", "31.12.2022");
    window.press(Key::Enter);
    assert!(!window.sees("davon 0,00 € nach 2022"), "{:?}", window.words());
}

#[test]
fn the_overview_says_in_words_what_it_draws_in_both_languages() {
    let mut window = Window::german();
    window.must_see("Bis 31.12.2020 ausgezahlt 7.200.000,00 €");
    window.must_see("gleichmäßig verteilt wären es 40.000.000,00 €, also 32.800.000,00 € mehr");
    window.must_see("Prognose: 2.212.500,00 € sind noch offen");
    window.must_see("Landkreis Schmalkalden-Meiningen: bewilligt 2.200.000,00 €");
    let undecided = "bewilligt 0,00 €, beantragt, nicht entschieden 3.300.000,00 €";
    window.must_see(&format!("Landkreis Sömmerda: {undecided}"));
    window.must_see("Stadt Eisenach: bewilligt");
    window.must_see("Ohne Kachel: 5.812.500,00 € (6 Empfänger außerhalb der Kreise)");
    window.must_see("Kacheln 3.600.000,00 €, zusammen 9.412.500,00 €");
    window.must_see("Überfällig: 4 Fristen");
    window.must_see(
        "Verfällt, wenn nichts geschieht: 5 Posten, zusammen 15.150.000,00 € und \
         6.100.000,00 € Verpflichtungsermächtigung",
    );
    window.must_see("Das wartet auf mich");
    window.button("Fristen");
    window.must_see("14 Fristen, davon überfällig: 4");
    let window = Setup::sample(Lang::En).open();
    window.must_see("Paid out by 31 Dec 2020: €7,200,000.00");
    window.must_see("Without a tile: €5,812,500.00");
    window.must_see("What waits for me");
    window.must_see("366 days late");
}

#[test]
fn eisenach_has_a_tile_until_june_2021() {
    let mut window = Window::german();
    window.must_see("Gebietsstand am Stichtag: 23 Kreise");
    window.fill("Stichtag", "01.07.2021");
    window.press(Key::Enter);
    window.must_see("Gebietsstand am Stichtag: 22 Kreise");
    assert!(!window.sees("Stadt Eisenach: bewilligt"));
}

#[test]
fn every_figure_of_a_year_is_a_link_to_the_bookings_behind_it() {
    let mut window = Window::german();
    window.click(Role::Link, "Ausgezahlt 2020: 4.850.000,00\u{a0}€, zeigt, was dahinter steht");
    assert!(window.has_dialog("Journal"));
    window.button("Übersicht");
    window.click(
        Role::Link,
        "Aus 2019: 17.650.000,00\u{a0}€, Rest oder Verfall offen, nicht mehr zu bewilligen",
    );
    assert!(window.has_dialog("Planung"));
}

#[test]
fn the_map_is_one_stop_of_the_keyboard_whose_arrows_lead_to_the_neighbour() {
    let mut window = Window::german();
    window.focus("Stadt Erfurt: bewilligt");
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowDown);
    assert!(
        window.focused().unwrap_or_default().starts_with("Stadt Suhl"),
        "{:?}",
        window.focused()
    );
    window.press(Key::ArrowLeft);
    assert!(window.focused().unwrap_or_default().starts_with("Landkreis Schmalkalden-Meiningen"));
    window.press(Key::Enter);
    window.must_see("Kreis: Landkreis Schmalkalden-Meiningen, Filter entfernen");
}

#[test]
fn the_diagram_is_a_table_at_wish() {
    let mut window = Window::german();
    window.invoke("Als Tabelle");
    window.must_see("31.12.2020, Ansatz, gleichmäßig 40.000.000,00 €");
    window.must_see("Ausgezahlt (Ist) 7.200.000,00 €");
    window.invoke("Als Diagramm");
    window.must_see("Als Tabelle");
}

#[test]
fn the_step_on_a_remainder_opens_its_form_filled() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "D. Kern");
    window.button("Planung");
    window.must_see("Ohne Entscheidung verfallen 32.787.500,00 €");
    window.must_see("Alles ist gedeckt");
    let line = "2019 · 16\u{a0}16\u{a0}/\u{a0}633\u{a0}71, 1.900.000,00\u{a0}€";
    window.invoke(&format!("Verfall buchen …, {line}"));
    assert!(window.has_dialog("Verfall buchen"));
    window.must_see("1.900.000,00");
    window.press(Key::Escape);
    window.invoke(&format!("Zusätzlichen Rest bilden …, {line}"));
    assert!(window.has_dialog("Rest bilden"));
    window.must_see("1.900.000,00");
}

#[test]
fn authority_adds_up_as_in_the_budget_and_only_who_may_is_offered_its_lapse() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    window.button("Haushalt");
    let begin = "Summe: Im Haushalt ";
    let sum = |window: &Window| window.words().into_iter().find(|said| said.starts_with(begin));
    let of_budget = sum(&window).expect("a sum");
    window.button("Planung");
    assert_eq!(sum(&window).as_deref(), Some(of_budget.as_str()));
    let offered = |window: &Window| window.sees("Verfall buchen: VE");
    assert!(!offered(&window));
    let said =
        window.words().into_iter().find(|said| said.starts_with("Als verfallen zu buchen: "));
    let amount = said.expect("a sentence").replace('\u{a0}', " ");
    let amount = amount.split([' ', '€']).nth(4).expect("an amount").to_owned();
    let to_lapse = ["Verfall zu buchen ", &amount].concat();
    assert!(of_budget.replace('\u{a0}', " ").contains(&to_lapse), "{of_budget}: {to_lapse}");
    window.must_see("Braucht die Rolle Beauftragte/r für den Haushalt: D. Kern");
    window.choose("Handelnde Person", "D. Kern");
    assert!(offered(&window));
}

#[test]
fn the_remainder_that_is_decided_is_the_first_until_another_one_is_chosen() {
    let mut window = Window::german();
    window.row("14.037.500,00");
    window.must_see("Haushaltsjahr: 2020, Filter entfernen");
    let decided = |window: &Window| window.chosen_row().unwrap_or_default().replace('\u{a0}', " ");
    assert!(decided(&window).starts_with("2020 · 16 16 / 883 71"), "{}", decided(&window));
    // It was the only one; nobody chose it.
    window.button("Alle Filter entfernen");
    assert!(decided(&window).starts_with("2019 · 16 16 / 633 71"), "{}", decided(&window));
    window.row("2020 · 16 16 / 633 71");
    window.button("Übersicht");
    window.button("Planung");
    assert!(decided(&window).starts_with("2020 · 16 16 / 633 71"), "what was chosen stays");
}

#[test]
fn planning_of_the_whole_sample_opens_at_several_pairs_of_times() {
    for as_of in ["15.06.2019", "31.12.2021", "31.12.2022"] {
        let setup = Setup {
            source: Source::InMemory(Box::new(whole())),
            size: (1024.0, 700.0),
            ..Setup::sample(Lang::De)
        };
        let mut window = setup.open();
        window.button("Planung");
        window.fill("Stichtag", as_of);
        window.press(Key::Enter);
        assert!(window.has_dialog("Planung"));
        window.must_see("Reste, über die zu entscheiden ist");
    }
}

#[test]
fn the_paid_figure_of_a_year_opens_the_journal_with_its_chips_and_the_same_sum() {
    let mut window = Window::german();
    window.click(Role::Link, "Ausgezahlt 2020: 4.850.000,00\u{a0}€, zeigt, was dahinter steht");
    window.must_see("Stufe: ausgezahlt");
    window.must_see("Haushaltsjahr: 2020");
    window.must_see("Betrag 4.850.000,00 €");
    assert!(!window.sees("Antrag eingegangen"));
    window.button("Haushaltsjahr: 2020, Filter entfernen");
    assert!(!window.sees("Haushaltsjahr: 2020"));
    window.must_see("Betrag 7.200.000,00 €");
    window.button("Alle Filter entfernen");
    assert!(!window.sees("Stufe: ausgezahlt"));
    assert!(!window.sees("Betrag 7.200.000,00 €"));
    let all = sample::in_memory().expect("the sample").head().seq;
    window.must_see(&format!("{all} Buchungen"));
}

#[test]
fn the_chips_of_the_journal_are_english_for_english_readers() {
    let mut window = Setup::sample(Lang::En).open();
    window.click(Role::Link, "Paid 2020: €4,850,000.00, shows what is behind it");
    window.button("Stage: paid (actual), remove filter");
    window.must_see("Fiscal year: 2020");
    window.button("Remove all filters");
    assert!(!window.sees("Fiscal year: 2020"));
}

#[test]
fn what_planning_calls_granted_are_the_due_lines_in_force_also_under_a_claim() {
    let ledger = sample::in_memory().unwrap();
    let rows = query::journal(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let raised = rows.iter().find(|row| row.kind == Kind::ClaimRaised).expect("a claim");
    let claimed = raised.amount.expect("an amount");
    let times = at(&ledger, &raised.effective_on.to_string());
    let planning = query::planning(&ledger, times).unwrap();
    let balance = query::balance(&ledger, times, GroupBy::Year).unwrap();
    let mut under_claim = 0;
    for need in &planning.needs {
        let row = balance.rows.iter().find(|row| row.key == need.year.0.to_string());
        assert_eq!(row.map(|row| row.granted), Some(need.due), "{:?}", need.year);
        // The claim stays in the Ist although the grant has fallen by it.
        under_claim += usize::from(need.drawn + need.undrawn + need.actual == need.due + claimed);
    }
    assert_eq!(under_claim, 1, "{:?}", planning.needs);
}

#[test]
fn the_figures_of_the_years_are_one_stop_of_the_tab_key() {
    let mut window = Window::german();
    let of = [" 2019: ", " 2020: ", " 2021: ", " 2022: ", " Summe: "];
    // The bars are a group of their own, and a tile tells of a year, too.
    let other =
        |name: &str| ["Balken", "Verfügbar ab", "Aus 2019: "].iter().any(|of| name.starts_with(of));
    let figure = |name: &String| !other(name) && of.iter().any(|of| name.contains(of));
    let mut stops = BTreeSet::new();
    for _ in 0..60 {
        window.press(Key::Tab);
        stops.extend(window.focused().filter(figure));
    }
    assert_eq!(stops.len(), 1, "{stops:?}");
    while !window.focused().is_some_and(|name| figure(&name)) {
        window.press(Key::Tab);
    }
    let mut way = Vec::new();
    for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowDown, Key::ArrowLeft] {
        window.press(key);
        let name = window.focused().unwrap();
        way.push(name.split(':').next().unwrap_or_default().to_owned());
    }
    assert_eq!(way, ["Ausgezahlt 2019", "Ausgezahlt 2020", "Ausgezahlt 2021", "Ansatz 2021"]);
    window.press(Key::Enter);
    assert!(matches!(window.route(), Route::Journal(_)), "{:?}", window.route());
}

#[test]
fn the_bar_of_a_recipient_stands_beside_its_name_where_names_take_two_lines() {
    let mut window = Setup { size: (1000.0, 900.0), zoom: 150, ..Setup::sample(Lang::De) }.open();
    let harness = window.harness();
    let all = |role: Role| harness.query_all_by_role(role);
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let bars: Vec<_> = all(Role::Link).filter(|node| name(node).starts_with("Balken, ")).collect();
    let mut heights = BTreeSet::new();
    let mut seen = 0;
    for row in all(Role::ListBoxOption) {
        let (said, place) = (name(&row), row.rect());
        let whose = said.split([',', ':']).next().unwrap_or_default().to_owned();
        let own = bars.iter().filter(|bar| name(bar).contains(&[" ", &whose, ":"].concat()));
        for bar in own {
            assert!(place.y_range().contains(bar.rect().center().y), "{whose}");
            heights.insert(format!("{:.0}", place.height()));
            seen += 1;
        }
    }
    assert!(seen > 8 && heights.len() > 1, "{seen} {heights:?} {:?}", bars.first().map(name));
}
