//! Lists: order, filters, selection, sums, copies and files, by pointer and by keyboard.

use eframe::egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::domain::FileNumber;
use foerderbuch::store::view::EntryFilter;
use foerderbuch::text::{Lang, hash};
use foerderbuch::ui::action::Action;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

fn grants() -> Window {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window
}

fn amounts(rows: &[String]) -> Vec<&str> {
    rows.iter().filter_map(|row| row.split(", ").nth(1)).collect()
}

#[test]
fn a_head_sorts_up_and_then_down_and_what_is_missing_stands_last() {
    let mut window = grants();
    window.must_see("0 markiert · offene Anträge zuerst, dann nach Empfänger");
    window.click(Role::ColumnHeader, "Bewilligt");
    assert!(!window.sees("offene Anträge zuerst"), "the order is that of a column now");
    let rows = window.rows();
    assert_eq!(amounts(&rows)[..2], ["EG-2020-003", "EG-2019-005"], "{rows:?}");
    assert_eq!(amounts(&rows)[8], "EG-2021-001", "{rows:?}");
    window.click(Role::ColumnHeader, "Bewilligt, aufsteigend sortiert");
    let rows = window.rows();
    assert_eq!(amounts(&rows)[..2], ["EG-2019-001", "EG-2020-001"], "{rows:?}");
    assert_eq!(amounts(&rows)[8], "EG-2021-001", "{rows:?}");
    window.must_see("Bewilligt, absteigend sortiert");
}

#[test]
fn a_choice_narrows_the_list_and_its_chip_takes_that_back() {
    let mut window = grants();
    window.button("Filter: Stand");
    window.click(Role::CheckBox, "in Prüfung");
    window.button("Fertig");
    window.must_see("1 Fall, Beantragt 3.300.000,00 €, Bewilligt 0,00 €");
    assert_eq!(window.rows().len(), 1);
    window.button("Stand: in Prüfung, Filter entfernen");
    window.must_see("9 Fälle, Beantragt 12.834.000,00 €, Bewilligt 9.412.500,00 €");
}

#[test]
fn amounts_are_narrowed_to_a_range_and_all_filters_go_at_once() {
    let mut window = grants();
    window.button("Filter: Bewilligt");
    window.fill("von", "1.600.000,00");
    window.fill("bis", "2200000");
    window.button("Fertig");
    let rows = window.rows();
    assert_eq!(amounts(&rows), ["EG-2019-002", "EG-2020-001"], "{rows:?}");
    window.must_see("Bewilligt: 1.600.000,00 € bis 2.200.000,00 €");
    window.button("Alle Filter entfernen");
    assert_eq!(window.rows().len(), 9);
}

#[test]
fn the_menu_of_a_cell_narrows_to_its_value_by_keyboard() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2019-003");
    for _ in 0..8 {
        window.press(Key::ArrowLeft);
    }
    window.press(Key::ArrowRight);
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.press(Key::Enter);
    let rows = window.rows();
    assert_eq!(amounts(&rows), ["EG-2019-003"], "{rows:?}");
    window.must_see("Empfänger: Kommune C (fiktiv), Filter entfernen");
}

#[test]
fn the_menu_of_a_cell_is_closed_by_another_screen() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2019-003");
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.must_see("Nach diesem Wert filtern");
    window.wish(Action::Go(Route::Masters));
    window.wish(Action::Go(Route::Grants(None)));
    assert!(!window.sees("Nach diesem Wert filtern"));
}

#[test]
fn a_range_is_selected_by_keyboard_summed_and_survives_sorting() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2019-001");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    let sums = "2 markiert · Beantragt 4.080.000,00 € · Bewilligt 4.000.000,00 €";
    window.must_see(sums);
    window.click(Role::ColumnHeader, "Aktenzeichen");
    window.click(Role::ColumnHeader, "Aktenzeichen, aufsteigend sortiert");
    window.must_see(sums);
    window.pick(Modifiers::COMMAND, "EG-2019-002");
    window.must_see("1 markiert · Beantragt 2.400.000,00 € · Bewilligt 2.400.000,00 €");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.must_see("9 markiert · Beantragt 12.834.000,00 € · Bewilligt 9.412.500,00 €");
}

#[test]
fn the_keyboard_moves_by_row_and_end_and_opens_with_enter() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2019-001");
    window.press(Key::End);
    window.must_see("1 markiert · Beantragt 2.200.000,00 € · Bewilligt 2.200.000,00 €");
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    window.must_see("· Bewilligt 1.400.000,00 €");
    window.press(Key::Enter);
    window.must_see("Bescheide und Änderungen");
}

#[test]
fn selected_rows_are_copied_as_a_german_spreadsheet_reads_them() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2020-003");
    let copied = window.copy();
    let lines: Vec<&str> = copied.split("\r\n").collect();
    assert_eq!(lines.len(), 2, "{copied}");
    assert!(lines[0].starts_with("Aktenzeichen\tEmpfänger\t"), "{copied}");
    assert!(lines[1].ends_with("\t180000,00\t167500,00\t12500,00"), "{copied}");
    window.settle();
    let said = |window: &mut Window, words: &str| {
        let all = window.harness().query_all_by_role(Role::Status);
        let mut labels = all.filter_map(|node| node.accesskit_node().label());
        labels.any(|label| label == words)
    };
    assert!(said(&mut window, "1 Zeile kopiert"), "{:?}", window.words());
    window.press_with(Modifiers::COMMAND, Key::A);
    assert_eq!(window.copy().split("\r\n").count(), 10);
    window.settle();
    assert!(said(&mut window, "9 Zeilen kopiert"), "{:?}", window.words());
}

#[test]
fn a_list_is_saved_as_it_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("liste.csv");
    let mut setup = Setup::sample(Lang::En);
    setup.answer = Some(path.clone());
    let mut window = setup.open();
    window.button("Recipients");
    window.button("Filter: Granted");
    window.fill("from", "1400000");
    window.button("Done");
    window.click(Role::ColumnHeader, "Granted");
    window.invoke("Save list …");
    window.wait_for("List saved:");
    let content = std::fs::read_to_string(path).expect("a file");
    let lines: Vec<&str> = content.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}Key;Recipient;Type;Granted;"), "{content}");
    assert!(lines[1].contains("Greiz") && lines[1].ends_with(";1400000,00;0,00;1400000,00"));
    assert!(lines.last().is_some_and(|last| last.is_empty()), "{content}");
    // Below stand the times and the anchor, which the command line takes back.
    let below = lines.iter().position(|line| line.is_empty()).expect("an end of the rows");
    assert_eq!(lines[below + 1], "As-of day;31.12.2020", "{content}");
    assert!(lines[below + 2].starts_with("Known at;276;"), "{content}");
    let anchor = lines[below + 3].split_once("276: ").expect("an anchor").1;
    let (_, hash) = hash::anchor(&format!("276:{anchor}")).expect("an anchor");
    assert_eq!(hex::encode(hash), include_str!("head.txt").trim());
}

#[test]
fn the_journal_behind_a_figure_is_saved_with_the_amounts_that_make_it_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.csv");
    let mut setup = Setup::sample(Lang::En);
    setup.answer = Some(path.clone());
    let mut window = setup.open();
    window.click(Role::Link, "Paid 2020: €4,850,000.00, shows what is behind it");
    window.invoke("Save list …");
    window.wait_for("List saved:");
    let content = std::fs::read_to_string(path).expect("a file");
    let lines = content.split("\r\n").take_while(|line| !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    let amount = |line: &&str| {
        let cell = line.split(';').nth(5).expect("an amount").replace(',', "");
        cell.parse::<i64>().expect("cents")
    };
    assert!(lines.len() > 2, "{content}");
    assert_eq!(lines.iter().skip(1).map(amount).sum::<i64>(), 485_000_000, "{content}");
}

#[test]
fn the_journal_is_narrowed_by_its_columns_and_each_chip_takes_that_back() {
    let mut window = Window::german();
    window.button("Journal");
    let all = window.rows().len();
    window.button("Filter: Buchungsart");
    window.fill("enthält", "auszahl");
    window.click(Role::CheckBox, "Auszahlung");
    window.button("Fertig");
    window.wait_for("Buchungsart: Auszahlung, Filter entfernen");
    let paid = window.rows();
    assert!(paid.iter().all(|row| row.contains(", Auszahlung")), "{paid:?}");
    window.button("Filter: Betrag");
    window.fill("von", "500000");
    window.fill("bis", "500.000,00");
    window.button("Fertig");
    window.wait_for("Betrag: 500.000,00 €, Filter entfernen");
    let large = window.rows();
    assert!(!large.is_empty() && large.len() < paid.len(), "{large:?}");
    assert!(large.iter().all(|row| row.ends_with("500.000,00")), "{large:?}");
    window.button("Filter: Empfänger");
    window.fill("enthält", "schmalkalden");
    window.button("Fertig");
    window.wait_for("Empfänger: enthält „schmalkalden“, Filter entfernen");
    assert!(window.rows().iter().all(|row| row.contains("Schmalkalden")));
    window.button("Betrag: 500.000,00\u{a0}€, Filter entfernen");
    window.button("Buchungsart: Auszahlung, Filter entfernen");
    window.button("Empfänger: enthält „schmalkalden“, Filter entfernen");
    assert_eq!(window.rows().len(), all);
}

#[test]
fn what_the_journal_was_narrowed_to_is_there_again_after_going_back() {
    let mut window = Window::german();
    window.button("Journal");
    window.fill("Suchen …", "K-2020");
    let found = window.rows();
    assert!(!found.is_empty() && found[0].contains("von 24,"), "{found:?}");
    window.button("Zuwendungen");
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.rows(), found);
    assert_eq!(window.value("Suchen …"), "K-2020");
}

#[test]
fn letters_typed_on_a_row_lead_to_the_next_that_begins_with_them() {
    let mut window = Window::german();
    window.button("Empfänger");
    window.pick(Modifiers::COMMAND, "Landkreis Eichsfeld");
    window.write("stadt g");
    assert!(window.focused().is_some_and(|row| row.contains("Stadt Gera")));
    window.wait(2);
    window.write("16061");
    assert!(window.focused().is_some_and(|row| row.contains("Eichsfeld")));
}

#[test]
fn a_row_that_another_place_leads_to_comes_into_sight() {
    let mut window = Window::german();
    window.button("Journal");
    assert!(!window.rows().iter().any(|row| row.contains("Nr. 12,")));
    window.wish(Action::Go(Route::Journal(Box::new(EntryFilter::at(12)))));
    assert!(window.rows().iter().any(|row| row.contains("Nr. 12,")), "{:?}", window.rows());
}

#[test]
fn what_a_column_without_room_is_narrowed_to_stands_under_its_name_and_can_be_removed() {
    let mut window = Window::german();
    window.button("Fristen");
    window.must_see("Fällig am, aufsteigend sortiert");
    window.button("Filter: Empfänger");
    window.fill("enthält", "Greiz");
    window.button("Fertig");
    let chip = "Empfänger: enthält „Greiz“, Filter entfernen";
    window.must_see(chip);
    let narrowed = window.rows();
    window.wish(Action::SetZoom(150));
    assert!(!window.has(Role::ColumnHeader, "Empfänger"), "there is no room for it");
    assert_eq!(window.rows(), narrowed);
    window.button(chip);
    assert!(window.rows().len() > narrowed.len(), "{narrowed:?}");
}

#[test]
fn a_click_counts_with_the_keys_of_its_own_moment() {
    let mut window = grants();
    window.pick(Modifiers::COMMAND, "EG-2019-001");
    window.must_see("1 markiert");
    window.pick_hastily(Modifiers::SHIFT, "EG-2019-003");
    window.must_see("3 markiert");
}

#[test]
fn the_row_of_the_open_case_is_in_sight_in_a_lower_window_and_in_another_order() {
    const LAST: &str = "EG-2020-003";
    let mut window = grants();
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(LAST)))));
    let seen = |window: &Window| window.rows().iter().any(|row| row.contains(LAST));
    assert!(seen(&window));
    window.harness().set_size(vec2(1280.0, 600.0));
    window.settle();
    assert!(seen(&window), "{:?}", window.rows());
    // Of the case that is opened next the same is true, and of this one again.
    for grant in ["EG-2021-001", LAST, "EG-2019-001", LAST] {
        window.button("Übersicht");
        window.wish(Action::Go(Route::Grants(Some(FileNumber::new(grant)))));
        assert!(window.rows().iter().any(|row| row.contains(grant)), "{grant}");
    }
}

#[test]
fn who_scrolls_away_from_the_open_row_stays_there_when_longer_words_come_into_sight() {
    const FIRST: &str = "EG-2021-001";
    let mut window = Setup { size: (1280.0, 640.0), ..Setup::sample(Lang::De) }.open();
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(FIRST)))));
    let height = |window: &mut Window| {
        let first = window.harness().query_all_by_role(Role::ListBoxOption).next();
        first.expect("a row").rect().height()
    };
    let low = height(&mut window);
    let at_top = |window: &Window| window.rows().iter().any(|row| row.starts_with("Zeile 1 von"));
    assert!(at_top(&window));
    window.scroll_by(0.28, 2_000.0);
    window.settle();
    assert!(height(&mut window) > low + 1.0, "the last name takes three lines");
    assert!(!at_top(&window), "{:?}", window.rows());
}
