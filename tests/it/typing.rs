//! What is typed blind, while a frame takes long, does the same as what is typed slowly.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Place};
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

fn key(key: Key, modifiers: Modifiers) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

fn text(words: &str) -> Vec<Event> {
    words.chars().map(|letter| Event::Text(letter.to_string())).collect()
}

const TAB: fn() -> [Event; 2] = || key(Key::Tab, Modifiers::NONE);

/// The form of a draw, with the keyboard in its first field.
fn draw() -> Window {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2020-003");
    window.button("Mittelabruf erfassen …");
    window
}

/// Tab until the keyboard is there; how often.
fn tab_until(window: &mut Window, there: impl Fn(&Window) -> bool) -> usize {
    for tabs in 0..80 {
        if there(window) {
            return tabs;
        }
        window.press(Key::Tab);
    }
    panic!("Tab does not lead there, now it is in {:?}", window.focused());
}

const FIELDS: [&str; 2] = ["Abgerufener Betrag", "Beleg oder Aktenzeichen"];

#[test]
fn letters_tab_and_letters_in_one_frame_go_to_two_fields() {
    let mut window = draw();
    // To the amount, wherever the form begins.
    tab_until(&mut window, |window| window.is_in(FIELDS[0]));
    let mut events = text("12000,50");
    let tabs = tab_until(&mut window, |window| window.is_in(FIELDS[1]));
    events.extend((0..tabs).flat_map(|_| TAB()));
    events.extend(text("Abruf 2"));

    let mut window = draw();
    tab_until(&mut window, |window| window.is_in(FIELDS[0]));
    window.burst(events);
    assert_eq!(window.value(FIELDS[0]).replace('\u{a0}', " "), "12.000,50");
    assert_eq!(window.value(FIELDS[1]), "Abruf 2");
}

#[test]
fn a_person_is_chosen_by_key_name_and_enter_in_one_frame() {
    let mut window = Window::german();
    let mut events = key(Key::R, Modifiers::COMMAND).to_vec();
    events.extend(text("Roth"));
    events.extend(key(Key::Enter, Modifiers::NONE));
    window.burst(events);
    window.press_with_ctrl(Key::Num2);
    window.must_see("C. Roth");
    assert_eq!(window.acting().as_deref(), Some("C. Roth"));
}

#[test]
fn a_name_typed_at_once_into_a_closed_list_of_choices_finds_its_option() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.button("Antrag erfassen …");
    tab_until(&mut window, |window| window.focused().as_deref() == Some("Empfänger"));
    let mut events = text("Kommune");
    events.extend(key(Key::Space, Modifiers::NONE));
    // The letter comes with its key.
    events.insert(events.len() - 1, Event::Text(" ".to_owned()));
    events.extend(text("F"));
    window.burst(events);
    assert_eq!(window.value("Suchen"), "Kommune F");
    window.press(Key::Enter);
    assert!(window.chosen("Empfänger").contains("Kommune F"));
    let mut events = text("Kommune E");
    events.extend(key(Key::Enter, Modifiers::NONE));
    window.burst(events);
    assert!(window.chosen("Empfänger").contains("Kommune E"));
    // It is the first and marked when the list is opened again.
    window.press(Key::Space);
    window.press(Key::ArrowDown);
    assert!(window.focused().is_some_and(|name| name.contains("Kommune E")));
}

#[test]
fn two_steps_down_in_one_frame_are_two_steps() {
    let rows = |window: &mut Window, burst: bool| {
        window.button("Zuwendungen");
        let first =
            |window: &Window| window.focused().is_some_and(|row| row.starts_with("Zeile 1 "));
        tab_until(window, first);
        if burst {
            let down = || key(Key::ArrowDown, Modifiers::NONE);
            window.burst([down(), down()].concat());
        } else {
            window.press(Key::ArrowDown);
            window.press(Key::ArrowDown);
        }
        window.focused()
    };
    let slow = rows(&mut Window::german(), false);
    assert!(slow.is_some());
    assert_eq!(rows(&mut Window::german(), true), slow);
}

#[test]
fn a_shortcut_and_what_follows_in_one_frame_arrive_in_order() {
    let mut window = Window::german();
    let mut events = key(Key::T, Modifiers::COMMAND).to_vec();
    events.extend(text("300622"));
    events.extend(key(Key::Enter, Modifiers::NONE));
    events.extend(key(Key::Num7, Modifiers::COMMAND));
    window.burst(events);
    assert_eq!(window.value("Stichtag"), "30.06.2022");
    assert_eq!(*window.route(), Route::Deadlines);
}

#[test]
fn a_key_that_is_held_down_stops_when_it_is_released() {
    let mut window = Window::german();
    let press = key(Key::Tab, Modifiers::CTRL | Modifiers::COMMAND);
    let mut events = vec![press[0].clone(); 40];
    events.push(press[1].clone());
    window.burst(events);
    assert_eq!(*window.route(), Route::all()[1]);
}

#[test]
fn what_is_typed_into_the_search_follows_what_stands_there() {
    let mut window = Window::german();
    // As long as the words with which the choice of a person begins.
    window.press_with_ctrl(Key::K);
    window.write("EG-2020-003");
    window.press(Key::Escape);
    window.press_with_ctrl(Key::R);
    window.write("Lang");
    assert_eq!(window.value("Suchen oder Befehl"), "Handeln als Lang");
    window.press(Key::Enter);
    assert_eq!(window.acting().as_deref(), Some("B. Lang"));
}

#[test]
fn the_space_bar_presses_a_button_and_types_no_blank_into_the_form_that_it_opens() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2020-003");
    let button = |window: &Window| window.focused().as_deref() == Some("Mittelabruf erfassen …");
    tab_until(&mut window, button);
    let [press, release] = key(Key::Space, Modifiers::NONE);
    window.burst(vec![press, Event::Text(" ".to_owned()), release]);
    window.must_see("Abgerufener Betrag");
    let fields = window.words();
    assert!(!fields.iter().any(|words| words == " "), "{fields:?}");
    assert_eq!(window.value("Abgerufener Betrag").replace('\u{a0}', " "), "12.500,00");
}

#[test]
fn who_goes_back_to_an_amount_writes_over_it() {
    let mut window = draw();
    window.fill("Abgerufener Betrag", "100,00");
    tab_until(&mut window, |window| window.is_in("Abgerufener Betrag"));
    window.press(Key::Tab);
    // Shift is up again before the keyboard has arrived.
    window.burst(key(Key::Tab, Modifiers::SHIFT).to_vec());
    assert_eq!(window.focused().as_deref(), Some("Abgerufener Betrag"));
    window.write("200");
    window.press(Key::Tab);
    assert_eq!(window.value("Abgerufener Betrag"), "200,00");
}

#[test]
fn a_form_that_enter_does_not_book_keeps_the_keyboard() {
    let mut window = draw();
    window.fill("Abgerufener Betrag", "9000000");
    let last = "Beleg oder Aktenzeichen";
    tab_until(&mut window, |window| window.is_in(last));
    window.press(Key::Enter);
    assert!(window.has_dialog("Mittelabruf erfassen"));
    assert!(window.focused().is_some(), "the keyboard is nowhere");
}

#[test]
fn a_filter_begins_in_its_field_and_enter_gives_the_keyboard_back() {
    let mut window = Window::german();
    window.button("Fristen");
    window.button("Filter: Fällig am");
    assert_eq!(window.focused().as_deref(), Some("von"));
    window.write("xx");
    window.press(Key::Tab);
    window.must_see("„xx“: ");
    window.press(Key::Enter);
    assert!(!window.harness().ctx.any_popup_open(), "Enter closes the filter");
    assert_eq!(window.focused().as_deref(), Some("Filter: Fällig am"));
}

#[test]
fn a_known_at_time_taken_over_by_enter_keeps_the_keyboard() {
    let mut window = Window::german();
    window.wish(Action::Focus(Place::Known));
    window.press(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Datenstand"));
}

#[test]
fn page_keys_scroll_a_page_and_write_in_a_field() {
    let mut window = Setup { size: (1280.0, 720.0), ..Setup::sample(Lang::De) }.open();
    let place = |window: &mut Window| {
        let all = window.harness().query_all_by_role(Role::Heading);
        all.map(|node| node.rect().top()).reduce(f32::min).expect("a heading")
    };
    let top = place(&mut window);
    window.press(Key::PageDown);
    let lower = place(&mut window);
    assert!(lower < top - 100.0, "{top} {lower}");
    window.press(Key::End);
    assert!(place(&mut window) < lower);
    window.press(Key::Home);
    assert!((place(&mut window) - top).abs() < 1.0);
    window.wish(Action::Focus(Place::AsOf));
    window.press(Key::PageDown);
    assert!((place(&mut window) - top).abs() < 1.0, "the field has the key");
}

#[test]
fn an_open_list_begins_at_what_is_chosen_and_the_arrow_leads_to_the_next() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.button("Bescheid erlassen …");
    tab_until(&mut window, |window| window.focused().as_deref() == Some("Finanzierung"));
    let chosen = window.chosen("Finanzierung");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), Some(chosen.clone()));
    window.press(Key::ArrowDown);
    let next = window.focused().expect("an option");
    assert_ne!(next, chosen);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    assert_eq!(window.chosen("Finanzierung"), next);
    assert_eq!(window.focused().as_deref(), Some("Finanzierung"));
    // Where nothing is chosen it begins at the first one.
    tab_until(&mut window, |window| window.focused().as_deref() == Some("Titel"));
    let nothing = window.chosen("Titel");
    window.press(Key::ArrowDown);
    let first = window.focused().expect("an option");
    window.press(Key::Enter);
    assert_eq!(window.chosen("Titel"), first);
    assert_ne!(first, nothing);
}

#[test]
fn an_added_line_has_the_keyboard_and_complains_of_nothing_before_it_is_typed() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "C. Roth");
    window.button("Zuwendungen");
    window.button("Bescheid erlassen …");
    window.invoke("Bescheid buchen");
    window.focus("Weitere Fälligkeit");
    window.press(Key::Enter);
    let titles = window.harness().query_all_by_role_and_label(Role::ComboBox, "Titel");
    let held: Vec<bool> = titles.map(|node| node.accesskit_node().is_focused()).collect();
    assert_eq!(held, [false, true]);
    assert!(!window.sees("Bitte einen Betrag eingeben"));
    window.must_see("Es fehlt noch: ");
}

#[test]
fn a_dialog_stands_where_it_stood_once_it_says_why_nothing_was_booked() {
    let mut window = draw();
    let place = |window: &mut Window| {
        let mut all = window.harness().query_all_by_role(Role::Heading);
        let named = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            [node.label(), node.value()].contains(&Some("Mittelabruf erfassen".to_owned()))
        };
        all.find(named).expect("the title of the dialog").rect()
    };
    window.fill("Abgerufener Betrag", "12500,01");
    window.fill("Beleg oder Aktenzeichen", "Abruf 2");
    let before = place(&mut window);
    window.button("Mittelabruf buchen");
    window.must_see("Nichts wurde gebucht");
    let after = place(&mut window);
    assert!((after.left() - before.left()).abs() < 1.0, "{before:?} {after:?}");
    // Nothing moves by itself any more.
    window.harness().step();
    assert_eq!(place(&mut window), after);
}

/// A button that has the keyboard, or is being pressed, does not give way to another one.
#[test]
fn the_buttons_of_a_form_stay_the_same_ones_whatever_is_said_above_them() {
    let mut window = draw();
    let button = |window: &mut Window| {
        let found = window.harness().get_by_role_and_label(Role::Button, "Mittelabruf buchen");
        found.accesskit_node().id()
    };
    window.fill("Abgerufener Betrag", "12500,01");
    window.fill("Beleg oder Aktenzeichen", "Abruf 2");
    let before = button(&mut window);
    window.button("Mittelabruf buchen");
    window.must_see("Nichts wurde gebucht");
    assert_eq!(button(&mut window), before);
}
