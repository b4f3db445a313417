//! What the figures of the overview lead to: lists that say what they are narrowed to, in chips
//! that go away by mouse and by keyboard.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::domain::Stage;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::query;
use foerderbuch::store::view::{EntryFilter, EntryWish, PostingFilter, Times};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

/// Figures of the overview, by what they are and their names.
fn figures(window: &mut Window) -> Vec<(Role, String)> {
    let harness = window.harness();
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let links = harness.query_all_by_role(Role::Link).map(|node| (Role::Link, name(&node)));
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    let rows = rows.map(|node| (Role::ListBoxOption, name(&node)));
    let buttons = harness.query_all_by_role(Role::Button).map(|node| name(&node));
    let buttons = buttons.filter(|name| name.contains('€') && !name.starts_with("Erledigen"));
    let buttons: Vec<_> = buttons.map(|name| (Role::Button, name)).collect();
    links.chain(rows).collect::<Vec<_>>().into_iter().chain(buttons).collect()
}

/// Names of the chips that can be removed.
fn chips(window: &mut Window) -> Vec<String> {
    let all = window.harness().query_all_by_role(Role::Button);
    let names = all.filter_map(|node| node.accesskit_node().label());
    names.filter(|name| name.ends_with(", Filter entfernen")).collect()
}

fn press_node(window: &mut Window, (role, name): &(Role, String)) {
    let all: Vec<_> = window.harness().query_all_by_role_and_label(*role, name).collect();
    all.first().unwrap_or_else(|| panic!("no {name}")).click_accesskit();
    window.settle();
}

/// Presses the tile whose sentence begins so.
fn tile(window: &mut Window, begins: &str) {
    let all = figures(window);
    let buttons = all.iter().filter(|(role, _)| *role == Role::Button);
    let found =
        buttons.into_iter().find(|(_, name)| name.replace('\u{a0}', " ").starts_with(begins));
    let found = found.unwrap_or_else(|| panic!("no {begins}: {all:#?}")).clone();
    press_node(window, &found);
}

/// Links to a whole list, and to what somebody is to do next.
const WHOLE: [&str; 4] = ["Alle ", "Zur Arbeitsliste", "Meilensteine zeigen", "Empfänger mit"];

#[test]
fn every_figure_of_the_overview_opens_what_is_behind_it_with_removable_chips() {
    let mut window = Window::german();
    let all = figures(&mut window);
    let of = |role: Role| all.iter().filter(|(own, _)| *own == role).count();
    assert!(
        of(Role::Link) > 30 && of(Role::ListBoxOption) > 15 && of(Role::Button) > 25,
        "{all:#?}"
    );
    let mut seen = 0;
    for figure in &all {
        if WHOLE.iter().any(|words| figure.1.contains(words)) {
            continue;
        }
        press_node(&mut window, figure);
        if matches!(window.route(), Route::Overview) {
            panic!("{figure:?} leads nowhere");
        }
        let before = chips(&mut window);
        assert!(
            !before.is_empty(),
            "{figure:?} leads to a list without chips: {:?}",
            window.route()
        );
        window.focus(&before[0]);
        window.press(Key::Delete);
        assert_eq!(chips(&mut window).len(), before.len() - 1, "{figure:?}");
        seen += 1;
        window.button("Übersicht");
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn the_sum_of_a_narrowed_list_is_the_figure_that_led_to_it() {
    let mut window = Window::german();
    tile(&mut window, "Landkreis Schmalkalden-Meiningen: bewilligt");
    window.must_see("Zuwendungen");
    window.must_see("Stand: mit Bescheid, Filter entfernen");
    window.must_see("Kreis: Landkreis Schmalkalden-Meiningen, Filter entfernen");
    window.must_see("Bewilligt 2.200.000,00 €");
    assert!(!window.sees("Landkreis Sömmerda"));
    window.button("Kreis: Landkreis Schmalkalden-Meiningen, Filter entfernen");
    window.must_see("Bewilligt 9.412.500,00 €");
}

#[test]
fn the_bookings_of_a_county_add_up_to_its_tile() {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let mut seen = 0;
    for as_of in ["2020-12-31", "2021-06-30", "2021-07-01", "2022-12-31"] {
        let as_of = as_of.parse().expect("a day");
        let times = Times { as_of, known: ledger.head().seq };
        let areas = query::overview(&ledger, times).expect("the overview").areas;
        for tile in &areas.tiles {
            for (stages, sum) in
                [(&Stage::ACTUAL[..], tile.sums.actual), (&Stage::OPEN[..], tile.sums.open)]
            {
                let filter = EntryFilter::behind(PostingFilter::at(stages).of_county(&tile.key));
                let wish = EntryWish { filter, ..EntryWish::default() };
                let index = query::entry_index(&ledger, times, &wish, &|| true).expect("an index");
                assert_eq!(index.sum(), Some(sum), "{} on {as_of}", tile.name);
                seen += usize::from(!sum.is_zero());
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn what_is_overdue_is_a_list_of_its_own_and_widens_chip_by_chip() {
    let mut window = Window::german();
    window.click(Role::Link, "Überfällig: 4 Fristen");
    window.must_see("Stand: überfällig, Filter entfernen");
    window.must_see("4 Fristen, davon überfällig: 4");
    window.button("Stand: überfällig, Filter entfernen");
    window.must_see("24 Fristen, davon überfällig: 4");
}

#[test]
fn an_indicator_stands_alone_until_its_chip_is_removed() {
    let mut window = Setup::sample(Lang::En).open();
    let name = window.rows().into_iter().find(|row| row.contains("Target")).expect("an indicator");
    window.row(&name);
    assert!(window.sees("Indicator: "));
    assert!(!window.sees("Milestones over time"));
    let alone = window.words().len();
    let chip = window.words().into_iter().find(|words| words.ends_with(", remove filter"));
    window.button(&chip.expect("a chip"));
    assert!(!window.sees(", remove filter"));
    assert!(window.words().len() > alone, "milestones and all indicators are there again");
}

#[test]
fn conditions_of_a_link_are_said_in_the_language_of_the_window() {
    let mut window = Window::german();
    window.click(Role::Link, "Überfällig: 4 Fristen");
    window.must_see("Stand: überfällig, Filter entfernen");
    window.wish(Action::SetLanguage(Lang::En));
    window.must_see("State: overdue, remove filter");
    window.must_see("4 deadlines");
}

#[test]
fn the_parts_of_the_bars_are_one_stop_and_the_arrows_lead_along() {
    let mut window = Window::german();
    let first = "Balken, ausgezahlt 2019";
    let links = window.harness().query_all_by_role(Role::Link);
    let begins = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(first))
    };
    links.into_iter().find(begins).expect("a part of a bar").focus();
    window.settle();
    window.press(Key::ArrowDown);
    let focused = window.focused().unwrap_or_default();
    assert!(focused.starts_with("Balken, ausgezahlt 2020"), "{focused}");
    window.press(Key::Enter);
    window.must_see("Stufe: ausgezahlt");
    window.must_see("Haushaltsjahr: 2020");
    window.must_see("Betrag 4.850.000,00 €");
}

#[test]
fn f6_leads_from_region_to_region_and_into_the_rows() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    let mut places = Vec::new();
    for _ in 0..5 {
        window.press(Key::F6);
        places.push(window.focused().unwrap_or_default());
    }
    assert!(places.iter().any(|place| place.starts_with("Zeile 1 von")), "{places:?}");
    assert!(places.iter().any(|place| place == "Buchen …"), "{places:?}");
    assert_eq!(places.first(), places.get(4), "four regions: {places:?}");
    let forth = window.focused();
    window.press(Key::F6);
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.focused(), forth);
}

#[test]
fn f6_passes_a_banner_and_comes_into_the_rows_of_a_table() {
    let setup = Setup { news_read: Some("0.0.1".to_owned()), ..Setup::sample(Lang::De) };
    let mut window = setup.open();
    window.press_with_ctrl(Key::Num3);
    assert!(window.sees("Was ist neu"), "the banner is there");
    let mut places = Vec::new();
    for _ in 0..5 {
        window.press(Key::F6);
        places.push(window.focused().unwrap_or_default());
    }
    assert_eq!(places[..4], ["Stichtag", "Buchen …", "Was ist neu", "Ansatz buchen …"]);
    assert!(places[4].starts_with("2019, 16"), "and again into the rows: {places:?}");
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.focused().as_deref(), Some("Ansatz buchen …"));
}

#[test]
fn another_screen_begins_before_its_first_control() {
    let mut window = Window::german();
    for (key, first) in
        [(Key::Num4, "2019 · "), (Key::Num8, "Suchen …"), (Key::Num1, "Antrag erfassen …")]
    {
        window.press_with_ctrl(key);
        window.press(Key::Tab);
        let focused = window.focused().unwrap_or_default();
        assert!(focused.starts_with(first), "{key:?}: {focused}");
        window.press_with(Modifiers::SHIFT, Key::Tab);
        assert_eq!(window.focused().as_deref(), Some("Hilfe"), "{key:?}: it was the first");
    }
    // Where the keyboard stands is said: the name of the screen.
    window.press_with_ctrl(Key::Num4);
    assert_eq!(window.focused().as_deref(), Some("Planung"));
    window.keys(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.focused().as_deref(), Some("Übersicht"), "going back does the same");
}

#[test]
fn who_comes_to_a_list_by_key_stands_in_its_first_row() {
    let mut window = Window::german();
    for (key, first) in [
        (Key::Num3, "2019, 16"),
        (Key::Num5, "Zeile 1 von 9, "),
        (Key::Num6, "Zeile 1 von "),
        (Key::Num7, "Zeile 1 von "),
        (Key::Num9, "Zeile 1 von "),
    ] {
        window.press_with_ctrl(key);
        let focused = window.focused().unwrap_or_default();
        assert!(focused.starts_with(first), "{key:?}: {focused}");
    }
    window.press_with_ctrl(Key::Num5);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(matches!(window.route(), Route::Grants(Some(_))), "{:?}", window.route());
}

/// Opens the menu of the row that has the keyboard, and narrows the table to that value.
fn only(window: &mut Window, value: &str) {
    window.keys(Modifiers::SHIFT, Key::F10);
    window.button(&format!("Nach diesem Wert filtern: {value}"));
}

#[test]
fn a_table_of_a_page_is_narrowed_to_a_value_and_widened_again_by_its_chip() {
    let mut window = Window::german();
    window.button("Stammdaten");
    let all = window.rows().len();
    window.focus_row("F. Sommer");
    let roles = "Rollen: Feststellungsbefugnis, Referatsleitung/Anordnungsbefugnis";
    only(&mut window, roles);
    let chip = format!("{roles}, Filter entfernen");
    window.must_see(&chip);
    window.must_see("1 von 6 Zeilen");
    assert_eq!(window.rows().len(), all - 5, "{:?}", window.rows());
    assert!(
        window.focused().unwrap_or_default().contains("F. Sommer"),
        "the row keeps the keyboard: {:?}",
        window.focused()
    );
    window.press(Key::Enter);
    assert!(window.has_dialog("Person eintragen"), "the row that is shown is the one that opens");
    assert_eq!(window.value("Name"), "F. Sommer");
    window.press(Key::Escape);
    window.focus(&chip);
    window.press(Key::Delete);
    assert!(!window.sees("Filter entfernen"));
    assert_eq!(window.rows().len(), all);
}

#[test]
fn sums_of_all_rows_are_not_shown_below_some_of_them() {
    let mut window = Window::german();
    window.button("Haushalt");
    window.must_see("Gesamt");
    let row = window.rows().into_iter().find(|row| row.starts_with("2020, ")).expect("a row");
    window.focus_row(&row);
    only(&mut window, "Jahr: 2020");
    window.must_see("Jahr: 2020, Filter entfernen");
    assert!(window.rows().iter().all(|row| row.starts_with("2020, ")), "{:?}", window.rows());
    assert!(!window.sees("80.000.000,00"), "the sum of all years: {:?}", window.words());
}

#[test]
fn the_work_list_is_narrowed_to_a_recipient_and_marks_only_what_is_shown() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "B. Lang");
    window.press_with_ctrl(Key::Num2);
    window.button("Mit Kasse abgleichen (2)");
    window.press(Key::ArrowDown);
    only(&mut window, "Empfänger, Aktenzeichen: Kommune F (fiktiv)");
    window.must_see("Empfänger, Aktenzeichen: Kommune F (fiktiv), Filter entfernen");
    let rows = window.rows();
    assert!(rows.len() == 1 && rows[0].starts_with("Kommune F (fiktiv)"), "{rows:?}");
    window.press_with_ctrl(Key::A);
    window.must_see("1 markiert");
    window.button("Empfänger, Aktenzeichen: Kommune F (fiktiv), Filter entfernen");
    assert_eq!(window.rows().len(), 2, "{:?}", window.rows());
}

#[test]
fn the_journal_is_sorted_by_kind_and_by_person_in_the_order_of_their_names() {
    for (lang, kind) in [(Lang::De, "Buchungsart"), (Lang::En, "Kind of entry")] {
        let setup = Setup { size: (1600.0, 800.0), ..Setup::sample(lang) };
        let mut window = setup.open();
        window.button("Journal");
        let kinds = |window: &Window| -> Vec<String> {
            let rows = window.rows();
            rows.iter().filter_map(|row| row.split(", ").nth(3).map(str::to_owned)).collect()
        };
        let before = kinds(&window);
        let head = window.words().into_iter().find(|words| words == kind);
        assert!(head.is_some(), "{:?}", window.words());
        window.click(Role::ColumnHeader, kind);
        let after = kinds(&window);
        assert_ne!(before, after);
        assert!(after.is_sorted_by_key(|name| foerderbuch::store::sort_key(name)), "{after:?}");

        window.click(Role::ColumnHeader, "Person");
        assert_ne!(kinds(&window), after);
    }
}

#[test]
fn what_is_typed_keeps_its_amount_when_the_language_changes() {
    let mut window = Window::german();
    window.prepare_block();
    window.must_see("1.000,00");
    window.wish(Action::SetLanguage(Lang::En));
    window.must_see("1,000.00");
    window.press(Key::Escape);
    window.wish(Action::SetLanguage(Lang::De));
    window.wish(Action::Open(Ask::Drafts));
    let all = window.words();
    let resume = all.into_iter().find(|words| *words == "Fortsetzen");
    window.invoke(&resume.expect("a draft to go on with"));
    window.must_see("1.000,00");
}

#[test]
fn nothing_is_told_of_what_lies_below_a_dialog() {
    let mut window = Window::german();
    assert!(!window.sees("(Strg+1)"));
    window.harness().get_by_role_and_label(Role::Button, "Übersicht").hover();
    window.wait(2);
    assert!(window.sees("(Strg+1)"), "the pointer rests on it: {:?}", window.words());
    window.wish(Action::Open(Ask::NewProgramme));
    window.wait(1);
    assert!(!window.sees("(Strg+1)"), "it would stand above the dialog");
}

#[test]
fn every_entry_of_the_navigation_is_whole_in_a_low_window_at_200_percent() {
    let mut window = Setup { size: (1280.0, 720.0), zoom: 200, ..Setup::sample(Lang::De) }.open();
    let harness = window.harness();
    let whole = harness.ctx.content_rect();
    let entry = |name: &str| harness.get_by_role_and_label(Role::Button, name).rect();
    // Below the bar at the left stands the status bar.
    let bottom = whole.bottom() - 30.0;
    for name in ["Übersicht", "Stammdaten", "Förderbuch", "Einstellungen", "Hilfe"] {
        let place = entry(name);
        assert!(place.bottom() <= bottom && place.height() >= 14.0, "{name}: {place:?}");
    }
    window.button("Hilfe");
    assert!(matches!(window.route(), Route::Help(_)));
}
