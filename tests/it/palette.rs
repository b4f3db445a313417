//! Commands, their keys and the search, by keyboard alone.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, accesskit::Role};
use foerderbuch::domain::{Day, Kind, Money, PersonNo};
use foerderbuch::ops::sample;
use foerderbuch::store::search::SearchIndex;
use foerderbuch::store::view::Times;
use foerderbuch::store::view::search::{Fit, SearchHits, SearchQuery, words};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::command::shortcut::Shortcut;
use foerderbuch::ui::command::{Command, Group};
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

/// What a person holds down for a shortcut.
fn held(keys: Shortcut) -> Modifiers {
    Modifiers {
        ctrl: keys.ctrl,
        command: keys.ctrl,
        shift: keys.shift,
        alt: keys.alt,
        mac_cmd: false,
    }
}

const CTRL: Modifiers =
    Modifiers { ctrl: true, command: true, shift: false, alt: false, mac_cmd: false };

fn persons() -> Vec<PersonNo> {
    (1..=7).map(PersonNo).collect()
}

#[test]
fn no_two_commands_have_the_same_keys_and_none_is_altgr_or_writes() {
    let mut seen: Vec<(Shortcut, Command)> = Vec::new();
    for command in Command::all(persons()) {
        for keys in command.shortcuts() {
            let other = seen.iter().find(|(known, _)| known == keys);
            assert!(other.is_none(), "{command:?} and {other:?}");
            assert!(!(keys.ctrl && keys.alt), "{command:?}: Strg+Alt is AltGr");
            // The one that a text field needs for itself: back, by words.
            assert!(!keys.edits_text() || command == Command::Back, "{command:?}");
            seen.push((*keys, command));
        }
    }
    assert!(seen.len() > 25, "{}", seen.len());
}

#[test]
fn every_command_has_a_name_of_its_own_in_both_languages_and_stands_in_the_table_once() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let all = Command::all(persons());
        let names: BTreeSet<String> = all.iter().map(|command| command.name(&text)).collect();
        let twice: Vec<_> = all
            .iter()
            .filter(|one| all.iter().filter(|two| two.name(&text) == one.name(&text)).count() > 1)
            .collect();
        assert_eq!(names.len(), all.len(), "{lang}: {twice:?}");
        for group in Group::ALL {
            assert!(all.iter().any(|command| command.group() == group), "{group:?}");
        }
    }
    let kinds = Command::all([]);
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::ProgrammeFounded) {
        assert!(kinds.contains(&Command::BookKind(*kind)), "{kind:?}");
    }
}

#[test]
fn every_screen_is_reached_by_its_keys_and_in_a_circle() {
    let mut window = Window::german();
    for (place, route) in Route::all().into_iter().enumerate() {
        let Some(keys) = Command::Screen(place).shortcuts().first() else { continue };
        window.keys(held(*keys), keys.key);
        assert!(window.route().same_screen(&route), "{route:?}");
    }
    window.keys(held(Command::Screen(0).shortcuts()[0]), Key::Num1);
    let count = Route::all().len();
    for step in 1..=count {
        window.keys(CTRL, Key::Tab);
        assert!(window.route().same_screen(&Route::all()[step % count]));
    }
    window.keys(CTRL, Key::PageUp);
    assert!(window.route().same_screen(&Route::all()[count - 1]));
    window.keys(Modifiers::ALT, Key::ArrowLeft);
    assert!(window.route().same_screen(&Route::all()[0]));
}

/// What must be seen after the keys of a command were pressed on the grants, in German.
fn seen_after(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::Search => "Empfänger, Aktenzeichen, Beleg",
        Command::Person => "Handeln als A. Weber",
        Command::Book => "Was soll gebucht werden?",
        Command::NewProgramme => "Programmvolumen",
        Command::Latest => "Es wird schon alles Gebuchte gezeigt.",
        Command::Help => "Eine Auszahlung mit vier Personen",
        Command::Keyboard => "Strg+Umschalt+P",
        Command::ZoomOut => "Kleiner geht es nicht.",
        _ => return None,
    })
}

#[test]
fn the_keys_of_a_command_do_what_it_says() {
    for command in Command::all([]) {
        let (Some(keys), Some(words)) = (command.shortcuts().first(), seen_after(command)) else {
            continue;
        };
        let mut window = Window::german();
        window.button("Zuwendungen");
        window.keys(held(*keys), keys.key);
        window.must_see(words);
    }
}

#[test]
fn keys_put_the_keyboard_into_filter_stichtag_and_datenstand() {
    let mut window = Window::german();
    window.keys(CTRL, Key::F);
    window.must_see("Auf diesem Bildschirm gibt es keine Liste zum Eingrenzen.");
    for (place, route) in Route::all().into_iter().enumerate() {
        if route.has_filter() {
            window.keys(CTRL, Command::Screen(place).shortcuts()[0].key);
            window.keys(CTRL, Key::F);
            assert_eq!(window.focused().as_deref(), Some("Suchen …"), "{route:?}");
        }
    }
    window.keys(CTRL, Key::T);
    assert_eq!(window.focused().as_deref(), Some("Stichtag"));
    window.write("30.06.2019");
    window.press(Key::Enter);
    window.keys(CTRL, Key::Num1);
    window.must_see("30.06.2019");
    assert!(!window.sees("Ausgezahlt (Ist): 7.200.000,00 €"));
    window.keys(CTRL, Key::D);
    assert_eq!(window.focused().as_deref(), Some("Datenstand"));
    window.write("20");
    window.press(Key::Enter);
    window.must_see("Nr. 20");
    window.keys(Modifiers::NONE, Key::F5);
    window.must_see("aktuell");
}

#[test]
fn the_size_follows_its_keys_and_stays_within_its_bounds() {
    let mut window = Window::german();
    window.keys(CTRL, Key::Plus);
    window.keys(CTRL, Key::Equals);
    assert_eq!(window.zoom(), 150);
    window.keys(CTRL, Key::Minus);
    assert_eq!(window.zoom(), 125);
    window.keys(CTRL, Key::Num0);
    assert_eq!(window.zoom(), 100);
    window.keys(CTRL, Key::B);
    assert!(window.has_dialog("Was soll gebucht werden?"));
    window.keys(CTRL, Key::Plus);
    assert_eq!(window.zoom(), 125);
    window.keys(CTRL, Key::Num2);
    assert!(window.route().same_screen(&Route::Overview), "a dialog keeps the keys");
}

#[test]
fn altgr_writes_and_is_no_command() {
    let mut window = Window::german();
    let altgr = Modifiers { alt: true, ..CTRL };
    window.keys(altgr, Key::Q);
    window.keys(altgr, Key::B);
    window.keys(altgr, Key::K);
    assert!(!window.has_dialog("Was soll gebucht werden?"));
    assert!(!window.sees("Empfänger, Aktenzeichen, Beleg"));
}

/// Opens the search and types.
fn search(window: &mut Window, typed: &str) {
    window.keys(CTRL, Key::K);
    window.write(typed);
}

#[test]
fn a_recipient_a_grant_an_entry_and_a_title_are_opened_by_keyboard() {
    let mut window = Window::german();
    search(&mut window, "soemmerda");
    window.must_see("Landkreis Sömmerda, Schlüssel 16068");
    window.press(Key::Enter);
    assert!(matches!(window.route(), Route::Recipients(Some(key)) if key.as_str() == "16068"));

    search(&mut window, "EG-2020-003");
    window.press(Key::Enter);
    assert!(
        matches!(window.route(), Route::Grants(Some(grant)) if grant.as_str() == "EG-2020-003")
    );

    search(&mut window, "Nr. 20");
    window.press(Key::Enter);
    assert!(matches!(window.route(), Route::Journal(filter) if filter.entry == Some(20)));
    window.must_see("Inhalt, wie gespeichert");

    search(&mut window, "883 71");
    window.must_see("Haushaltstitel");
    window.press(Key::Escape);
    assert!(!window.sees("Haushaltstitel"));
}

#[test]
fn commands_are_found_by_the_words_on_buttons_too() {
    let mut window = Window::german();
    for (typed, name) in [
        ("antrag erfassen", "Antrag erfassen"),
        ("englisch", "Sprache: English"),
        ("berichtigen", "Erfassungsfehler berichtigen"),
    ] {
        search(&mut window, typed);
        window.must_see(name);
        window.press(Key::Escape);
    }
}

#[test]
fn arrows_choose_and_the_search_says_how_much_it_found() {
    let mut window = Window::german();
    search(&mut window, "meilensteine");
    window.must_see("Treffer");
    let first = window.chosen_row().expect("a row is chosen");
    window.press(Key::ArrowDown);
    let second = window.chosen_row().expect("a row is chosen");
    assert_ne!(first, second);
    window.press(Key::ArrowUp);
    assert_eq!(window.chosen_row(), Some(first));
    window.write("xyzzy");
    window.must_see("Nichts gefunden");
}

#[test]
fn commands_are_given_from_the_search_and_say_why_they_cannot() {
    let mut window = Window::german();
    search(&mut window, "dunkel");
    window.press(Key::Enter);
    assert!(!window.sees("Empfänger, Aktenzeichen, Beleg"), "the search is closed");
    search(&mut window, "als c. roth");
    window.press(Key::Enter);
    search(&mut window, "als c. roth");
    window.press(Key::Escape);
    search(&mut window, "ansatz buchen");
    window.must_see("jetzt nicht möglich");
    window.press(Key::Escape);
    search(&mut window, "language: english");
    window.must_see("Nichts gefunden");
    window.press(Key::Escape);
    search(&mut window, "sprache: english");
    window.press(Key::Enter);
    window.must_see("Overview");
    search(&mut window, "next screen");
    window.press(Key::Enter);
    assert!(window.route().same_screen(&Route::all()[1]));
    search(&mut window, "sommerda");
    window.must_see("Landkreis Sömmerda, key 16068");
}

#[test]
fn the_search_opens_from_the_top_bar_at_every_size() {
    for (size, zoom) in [((1024.0, 720.0), 100), ((1440.0, 900.0), 150), ((1920.0, 1080.0), 100)] {
        let mut setup = Setup::sample(Lang::De);
        setup.size = size;
        setup.zoom = zoom;
        let mut window = setup.open();
        window.button("Suchen oder Befehl (Strg+K)");
        window.must_see("Empfänger, Aktenzeichen, Beleg");
        window.press(Key::Escape);
        window.click(Role::ComboBox, "Handelnde Person");
    }
}

/// What the sample answers.
fn found(times: Times, query: &SearchQuery) -> SearchHits {
    let ledger = sample::in_memory().unwrap();
    let mut index = SearchIndex::default();
    // In steps, as beside other work: nothing is lost or read twice between them.
    while !index.extend(&ledger, 7).unwrap() {}
    assert_eq!(index.upto(), ledger.head().seq);
    index.find(&ledger, times, query).unwrap()
}

/// A Datenstand after every entry.
const ALL: u64 = 1_000_000;

fn at(year: i32, known: u64) -> Times {
    Times { as_of: Day::from_ymd_opt(year, 12, 31).unwrap(), known }
}

fn typed(text: &str) -> SearchQuery {
    SearchQuery { words: words(text), ..SearchQuery::default() }
}

#[test]
fn an_amount_finds_the_entries_of_exactly_that_amount() {
    let cents = 220_000_000;
    let query = SearchQuery { amount: Some(Money::from_cents(cents)), ..SearchQuery::default() };
    let hits = found(at(2022, ALL), &query);
    assert!(hits.entries.total > 0);
    assert_eq!(hits.entries.total, hits.entries.rows.len());
    for (fit, row) in &hits.entries.rows {
        assert_eq!(*fit, Fit::Exact);
        assert_eq!(row.amount.map(|amount| amount.abs().cents()), Some(cents));
    }
    let none = SearchQuery { amount: Some(Money::from_cents(cents + 1)), ..query };
    assert_eq!(found(at(2022, ALL), &none).entries.total, 0);
}

#[test]
fn a_voucher_is_found_whatever_its_case_and_only_when_it_is_known_and_effective() {
    let all = found(at(2022, ALL), &typed("eg-2020-003"));
    assert!(all.entries.total > 2, "{all:?}");
    assert_eq!(all.cases.rows.len(), 1);
    assert_eq!(all.cases.rows[0].0, Fit::Exact);
    let newest: Vec<u64> = all.entries.rows.iter().map(|(_, row)| row.seq).collect();
    assert!(newest.windows(2).all(|pair| pair[0] > pair[1]), "{newest:?}");
    let before = found(at(2022, newest[0] - 1), &typed("eg-2020-003"));
    assert_eq!(before.entries.total, all.entries.total - 1);
    let early = found(at(2018, ALL), &typed("eg-2020-003"));
    assert_eq!((early.entries.total, early.cases.total), (0, 0));
}

#[test]
fn a_purpose_a_milestone_and_the_grants_of_a_recipient_are_found() {
    let hits = found(at(2022, ALL), &typed("rechenzentrum"));
    assert!(hits.cases.total + hits.milestones.total > 0, "{hits:?}");
    let of_recipient = found(at(2022, ALL), &typed("schmalkalden"));
    assert_eq!(of_recipient.recipients.total, 1);
    assert!(of_recipient.cases.total > 0);
    assert!(of_recipient.cases.rows.iter().all(|(_, row)| row.recipient_name.contains("Schmal")));
    assert!(found(at(2022, ALL), &typed("883 71")).titles.total > 0);
}

#[test]
fn commands_stand_above_bookings_and_say_who_has_the_role_that_is_missing() {
    let mut window = Window::german();
    // The vouchers of draws have this very word, the commands have it within another one.
    search(&mut window, "abruf");
    let rows = window.rows();
    let at = |begins: &str| rows.iter().position(|row| row.starts_with(begins));
    let (command, entry) = (at("Mittelabruf erfassen, "), at("Nr. "));
    assert!(command.is_some() && entry.is_some(), "{rows:#?}");
    assert!(command < entry, "{rows:#?}");
    let barred =
        rows.iter().find(|row| row.starts_with("Mittelabruf kürzen, ")).expect("a command");
    assert!(
        barred.contains("Braucht die Rolle Referatsleitung/Anordnungsbefugnis: C. Roth, F. Sommer"),
        "{barred}"
    );

    // What was typed as the number of an entry still leads to that entry.
    window.press(Key::Escape);
    search(&mut window, "Nr. 20");
    let first = window.chosen_row().unwrap_or_default();
    assert!(first.replace('\u{a0}', " ").starts_with("Nr. 20 "), "{first}");
}

#[test]
fn the_settings_are_found_by_their_name_and_open() {
    for (lang, name, inside) in
        [(Lang::De, "Einstellungen", "hoher Kontrast"), (Lang::En, "Settings", "high contrast")]
    {
        let mut window = Setup::sample(lang).open();
        window.keys(CTRL, Key::K);
        window.write(name);
        window.settle();
        window.press(Key::Enter);
        assert!(window.harness().ctx.any_popup_open(), "{name}");
        window.must_see(inside);
        assert!(window.sees("Förderbuch"), "the language is as it was");
    }
}

#[test]
fn stichtag_and_datenstand_chosen_in_the_search_get_the_keyboard_with_their_text_selected() {
    let mut window = Window::german();
    search(&mut window, "stichtag wählen");
    window.press(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Stichtag"));
    window.write("30.06.2019");
    window.press(Key::Enter);
    assert_eq!(window.value("Stichtag"), "30.06.2019");
    assert!(!window.sees("Ausgezahlt (Ist): 7.200.000,00 €"));
    search(&mut window, "datenstand wählen");
    window.press(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Datenstand"));
    window.write("20");
    window.press(Key::Enter);
    window.must_see("Nr. 20");
    window.keys(CTRL, Key::Num5);
    search(&mut window, "liste eingrenzen");
    window.press(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Suchen …"));
}

#[test]
fn the_keyboard_is_somewhere_after_another_person_acts_and_in_the_list_after_its_own_keys() {
    let mut window = Window::german();
    window.keys(CTRL, Key::Num5);
    let row = window.focused().unwrap_or_default();
    assert!(row.starts_with("Zeile 1 von "), "{row}");
    search(&mut window, "als c. roth");
    window.press(Key::Enter);
    assert_eq!(window.acting().as_deref(), Some("C. Roth"));
    assert_eq!(window.focused(), Some(row.clone()));
    // The screen is open already.
    window.keys(CTRL, Key::F);
    window.keys(CTRL, Key::Num5);
    assert_eq!(window.focused(), Some(row));
}

#[test]
fn escape_takes_back_what_narrows_a_list_and_then_leads_to_it() {
    let mut window = Window::german();
    window.keys(CTRL, Key::Num5);
    let all = window.rows().len();
    window.keys(CTRL, Key::F);
    window.write("EG-2020-003");
    assert!(window.rows().len() < all);
    window.press(Key::Escape);
    assert_eq!(window.value("Suchen …"), "");
    assert_eq!(window.rows().len(), all);
    assert_eq!(window.focused().as_deref(), Some("Suchen …"));
    window.press(Key::Escape);
    assert!(window.focused().unwrap_or_default().starts_with("Zeile 1 von "));
}

#[test]
fn digits_with_a_leading_zero_lead_to_the_file_number_and_not_to_the_entry_of_that_number() {
    let mut window = Window::german();
    search(&mut window, "003");
    let first = window.chosen_row().expect("a row is chosen");
    assert!(first.contains("EG-20") && first.contains("-003"), "{first}");
    assert!(!first.starts_with("Nr."), "{first}");
    window.press(Key::Escape);
    search(&mut window, "3");
    let first = window.chosen_row().expect("a row is chosen");
    assert!(first.replace('\u{a0}', " ").starts_with("Nr. 3 "), "{first}");
}
