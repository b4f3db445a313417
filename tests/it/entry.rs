//! Entry: drafts that survive, steps that are taken back, arithmetic while typing, keys.

use std::path::Path;

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, Kind};
use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

/// The sample in German, with a folder of its own for settings and drafts.
fn at(folder: &Path) -> Window {
    Setup { folder: Some(folder.to_owned()), ..Setup::sample(Lang::De) }.open()
}

/// Opens the form of a kind as a person who may book it.
pub fn form(window: &mut Window, person: &str, kind: Kind) {
    window.choose("Handelnde Person", person);
    window.button("Buchen …");
    window.invoke(&Text::new(Lang::De).deed(kind));
}

fn block(window: &mut Window) {
    form(window, "D. Kern", Kind::BlockSet);
    window.choose("Titel", "883\u{a0}71");
    window.fill("Betrag", "1234,5");
}

#[test]
fn a_form_that_is_closed_is_kept_and_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    assert!(!window.sees("Entwürfe ("));
    block(&mut window);
    window.press(Key::Escape);
    assert!(!window.has_dialog("Sperre buchen"));
    window.must_see("Entwurf behalten");
    assert!(!window.sees("von früher"), "it was kept a moment ago");
    window.button("Entwürfe (1)");
    assert!(window.has_dialog("Entwürfe"));
    window.must_see("Entwürfe bleiben auf diesem Rechner");
    window.button("Fortsetzen");
    assert!(window.has_dialog("Sperre buchen"));
    assert_eq!(window.value("Betrag"), "1.234,50");
    assert!(!window.sees("Entwürfe ("), "the form that is open is no draft");
}

#[test]
fn the_form_of_a_kept_draft_offers_it_and_keeps_what_is_typed_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    block(&mut window);
    window.press(Key::Escape);
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.must_see("Ein Entwurf dieses Formulars liegt bereit, verlassen ");
    assert_eq!(window.value("Betrag"), "");
    // The line stays while something else is typed, and that is no loss.
    window.fill("Betrag", "99");
    window.must_see("Ein Entwurf dieses Formulars liegt bereit, verlassen ");
    window.link("Entwurf fortsetzen: Sperre buchen");
    assert_eq!(window.value("Betrag"), "1.234,50");
    window.must_not_see("Ein Entwurf dieses Formulars liegt bereit");
    window.press(Key::Escape);
    window.must_see("Entwürfe (2)");
    form(&mut window, "D. Kern", Kind::BlockLifted);
    window.must_not_see("Ein Entwurf dieses Formulars liegt bereit");
}

#[test]
fn another_window_on_the_same_folder_finds_what_was_typed_before_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    block(&mut window);
    // Ended without closing the form.
    drop(window);
    let mut window = at(folder.path());
    window.choose("Handelnde Person", "D. Kern");
    window.must_see("1 Entwurf von früher liegt noch vor.");
    window.button("Anzeigen");
    window.button("Fortsetzen");
    assert_eq!(window.value("Betrag"), "1234,5");
    window.fill("Betrag", "500");
    drop(window);
    let mut window = at(folder.path());
    window.choose("Handelnde Person", "D. Kern");
    window.button("Entwürfe (1)");
    window.button("Fortsetzen");
    assert_eq!(window.value("Betrag"), "500");
}

#[test]
fn a_draw_has_the_same_form_without_a_grant_and_takes_what_is_open_on_it() {
    let mut window = Window::german();
    form(&mut window, "A. Weber", Kind::DrawRequested);
    assert!(window.has_dialog("Mittelabruf erfassen"));
    window.choose("Aktenzeichen", "EG-2020-003");
    let proposed = window.value("Abgerufener Betrag");
    assert!(!proposed.is_empty(), "what is open is proposed");
    window.must_see("Offen auf Fälligkeit");
    window.must_see("Bleibt offen");
    window.choose("Aktenzeichen", "EG-2019-003");
    window.must_see("Von dieser Zuwendung ist nichts mehr abrufbar.");
    assert_eq!(window.value("Abgerufener Betrag"), "", "nothing is left to be proposed");
    assert_ne!(window.value("Abgerufener Betrag"), proposed, "it follows the grant");
    window.fill("Abgerufener Betrag", "1,00");
    window.fill("Beleg oder Aktenzeichen", "Abruf 9");
    window.press_with_ctrl(Key::Enter);
    assert!(window.has_dialog("Mittelabruf erfassen"), "nothing is booked");
    window.choose("Aktenzeichen", "EG-2020-003");
    assert!(!window.sees("nichts mehr abrufbar"));
    assert_eq!(window.value("Abgerufener Betrag"), "1,00", "what was typed stays");
}

#[test]
fn a_form_says_above_its_fields_who_may_book_it() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "C. Roth");
    window.wish(Action::book(Kind::CarryOverFormed, Occasion::default()));
    window.must_see("C. Roth hat die Rolle „Beauftragte/r für den Haushalt“ nicht.");
    let harness = window.harness();
    let other = harness.get_by_role_and_label(Role::Button, "Als D. Kern buchen").rect();
    let field = harness.get_by_role_and_label(Role::ComboBox, "Titel").rect();
    assert!(other.bottom() < field.top(), "{other:?} {field:?}");
    window.button("Als D. Kern buchen");
    assert!(!window.sees("hat die Rolle"));
}

#[test]
fn a_second_after_typing_it_is_on_the_disk_whatever_happens_then() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    block(&mut window);
    window.wait(2);
    window.must_see("Gesichert ");
    // Another window while this one stands: nothing of it was closed.
    let mut other = at(folder.path());
    other.choose("Handelnde Person", "D. Kern");
    other.must_see("Entwürfe (1)");
}

#[test]
fn a_draft_is_of_one_person_and_discarded_only_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    block(&mut window);
    window.button("Entwurf behalten");
    window.must_see("Entwürfe (1)");
    window.choose("Handelnde Person", "A. Weber");
    assert!(!window.sees("Entwürfe (1)"));
    window.choose("Handelnde Person", "D. Kern");
    window.button("Entwürfe (1)");
    window.button("Verwerfen");
    window.must_see("Kein Entwurf liegt vor");
    window.button("Abbrechen");
    window.must_see("Entwurf verworfen.");
    window.button("Zurückholen");
    window.must_see("Entwürfe (1)");
    window.button("Entwürfe (1)");
    window.button("Fortsetzen");
    window.button("Verwerfen");
    assert!(!window.sees("Entwürfe (1)"));
    drop(window);
    let mut window = at(folder.path());
    window.choose("Handelnde Person", "D. Kern");
    assert!(!window.sees("Entwürfe ("));
}

#[test]
fn a_form_in_which_nothing_is_typed_leaves_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.wait(2);
    window.button("Abbrechen");
    assert!(!window.sees("Entwürfe ("));
    block(&mut window);
    window.wait(2);
    while !window.sees("Kein Schritt zum Rückgängigmachen") {
        window.press_with_ctrl(Key::Z);
    }
    window.wait(2);
    window.button("Abbrechen");
    assert!(!window.sees("Entwürfe ("), "what was taken back is no draft");
    assert_eq!(std::fs::read_dir(folder.path().join("drafts")).unwrap().count(), 0);
}

#[test]
fn the_special_forms_are_kept_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    window.choose("Handelnde Person", "A. Weber");
    window.button("Zuwendungen");
    window.row("EG-2020-002");
    window.button("Mittelabruf erfassen …");
    window.fill("Beleg oder Aktenzeichen", "Abruf 17");
    window.press(Key::Escape);
    window.button("Förderbuch");
    window.button("Neues Programm …");
    window.fill("Name des Programms", "Breitband");
    window.press(Key::Escape);
    drop(window);
    let mut window = at(folder.path());
    window.choose("Handelnde Person", "A. Weber");
    window.button("Entwürfe (2)");
    window.must_see("EG-2020-002");
    window.must_see("Breitband");
}

#[test]
fn a_draft_that_was_booked_meanwhile_is_dropped_and_never_booked_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.foerderbuch");
    sample::write(&file).unwrap();
    let open = || {
        Setup {
            folder: Some(folder.path().to_owned()),
            source: Source::File(file.clone()),
            ..Setup::sample(Lang::De)
        }
        .open()
    };
    let mut window = open();
    block(&mut window);
    window.choose("Grund der Sperre", "41");
    window.fill("Begründung", "Rundschreiben vom 20. Dezember");
    window.fill("Beleg", "Sperre 1");
    window.wait(2);
    let drafts = folder.path().join("drafts");
    let kept = std::fs::read_dir(&drafts).unwrap().next().unwrap().unwrap().path();
    let content = std::fs::read(&kept).unwrap();
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
    assert!(!kept.exists(), "what is booked is no draft");
    drop(window);
    // As if the computer had stopped between the booking and the end of the draft.
    std::fs::write(&kept, content).unwrap();
    let mut window = open();
    window.must_see("1 Entwurf war schon gebucht und wurde entfernt.");
    window.choose("Handelnde Person", "D. Kern");
    assert!(!window.sees("Entwürfe ("));
    assert!(!kept.exists());
}

#[test]
fn drafts_that_cannot_be_read_are_set_aside_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path());
    block(&mut window);
    window.press(Key::Escape);
    drop(window);
    let drafts = folder.path().join("drafts");
    let kept = std::fs::read_dir(&drafts).unwrap().next().unwrap().unwrap().path();
    let content = std::fs::read_to_string(&kept).unwrap();
    for odd in ["{".to_owned(), content.replace("\"values\": [", "\"values\": [\"x\", ")] {
        std::fs::write(&kept, &odd).unwrap();
        let window = at(folder.path());
        window.must_see("1 Datei mit Entwürfen ließ sich nicht lesen");
        let aside = |path: &Path| path.to_string_lossy().contains("unreadable");
        let all = std::fs::read_dir(&drafts).unwrap().flatten().map(|entry| entry.path());
        let aside: Vec<_> = all.filter(|path| aside(path)).collect();
        assert!(!aside.is_empty());
        assert!(aside.iter().any(|path| std::fs::read_to_string(path).unwrap() == odd));
    }
}

#[test]
fn steps_are_taken_back_and_done_again_by_name_over_all_fields() {
    let mut window = Window::german();
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.must_see("Gebuchtes wird nicht rückgängig gemacht, sondern im Journal berichtigt");
    window.choose("Titel", "883\u{a0}71");
    window.must_see("Rückgängig: Titel geändert");
    window.fill("Betrag", "100");
    window.fill("Beleg", "Sperre 1");
    window.must_see("Rückgängig: Beleg geändert (Strg+Z)");
    window.press_with_ctrl(Key::Z);
    assert_eq!(window.value("Beleg"), "");
    window.must_see("Wiederholen: Beleg geändert (Strg+Y)");
    window.must_see("Rückgängig: Betrag geändert");
    window.press_with_ctrl(Key::Z);
    assert_eq!(window.value("Betrag"), "");
    window.press_with_ctrl(Key::Y);
    window.press_with_ctrl(Key::Y);
    assert_eq!(window.value("Betrag"), "100,00");
    assert_eq!(window.value("Beleg"), "Sperre 1");
    window.invoke("Rückgängig: Beleg geändert (Strg+Z)");
    assert_eq!(window.value("Beleg"), "");
}

#[test]
fn lines_that_are_added_and_removed_are_steps_too() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "C. Roth");
    window.button("Bescheid erlassen …");
    window.button("Weitere Fälligkeit");
    window.must_see("hinzugefügt (Strg+Z)");
    window.must_see("Fälligkeit entfernen");
    window.press_with_ctrl(Key::Z);
    assert!(!window.sees("Fälligkeit entfernen"));
    window.press_with_ctrl(Key::Y);
    window.must_see("Fälligkeit entfernen");
}

#[test]
fn the_form_says_while_typing_what_is_left_and_what_would_be_refused() {
    let mut window = Window::german();
    form(&mut window, "D. Kern", Kind::CoverMoved);
    window.choose("Titel der Abgabe", "883\u{a0}71");
    window.choose("Titel der Verstärkung", "633\u{a0}71");
    window.fill("Haushaltsjahr", "2020");
    window.fill("Betrag", "99.000.000,00");
    window.must_see("Diese Buchung");
    window.must_see("Verfügbar");
    window.must_see("zu viel");
    assert!(!window.sees("Würde abgelehnt"), "a form that is not done is not shouted at");
    window.fill("Begründung", "Verstärkung der laufenden Ausgaben");
    window.fill("Beleg", "Deckung 1");
    window.must_see("Würde abgelehnt");
    window.fill("Betrag", "10,00");
    window.must_see("Kann so gebucht werden.");
    assert!(!window.sees("Würde abgelehnt"));
    window.button("Buchen");
    window.must_see("Gebucht: Deckung");
}

#[test]
fn a_rehearsal_changes_neither_the_file_nor_what_other_programs_see() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.foerderbuch");
    sample::write(&file).unwrap();
    let before = std::fs::read(&file).unwrap();
    let mut other = Ledger::open(&file, Access::Write).unwrap();
    let setup = Setup { source: Source::File(file.clone()), ..Setup::sample(Lang::De) };
    let mut window = setup.open();
    block(&mut window);
    window.choose("Grund der Sperre", "41");
    window.fill("Begründung", "Rundschreiben vom 20. Dezember");
    window.fill("Beleg", "Sperre 1");
    window.must_see("Kann so gebucht werden.");
    assert!(!other.refresh().unwrap(), "nothing to take in");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn enter_leads_from_field_to_field_and_books_in_the_last_one() {
    let mut window = Window::german();
    form(&mut window, "A. Weber", Kind::ApplicationReceived);
    window.choose("Empfänger", "Kommune F");
    window.fill("Aktenzeichen", "EG-2020-010");
    window.press(Key::Enter);
    assert!(window.is_in("Beantragt"), "{:#?}", window.words());
    window.type_into("Beantragt", "=50000*2");
    window.press(Key::Enter);
    assert_eq!(window.value("Beantragt"), "100.000,00");
    assert!(window.is_in("Zweck"));
    window.type_into("Zweck", "Digitales Bürgerbüro");
    window.press(Key::Enter);
    window.type_into("Gesamtausgaben", "125000");
    window.press(Key::Enter);
    window.type_into("Zuwendungsfähige Ausgaben", "125000");
    window.press(Key::Enter);
    window.must_see("Zum Finanzierungsplan fehlt noch: Eigenanteil");
    window.type_into("Eigenanteil", "25000");
    window.must_see("Finanzierungsplan ist ausgeglichen");
    window.press(Key::Enter);
    assert!(window.is_in("Drittmittel"));
    window.press(Key::Enter);
    window.press(Key::Enter);
    window.press(Key::Enter);
    window.must_see("Gebucht: Antrag eingegangen");
    // The new case is open, in its list and at its next step.
    assert_eq!(*window.route(), Route::Grants(Some(FileNumber::new("EG-2020-010"))));
    window.must_see("Nächster Schritt: Antrag prüfen");
    assert!(window.rows().iter().any(|row| row.contains("EG-2020-010")), "{:?}", window.rows());
    assert_eq!(window.focused().as_deref(), Some("Prüfung abschließen …"));
}

#[test]
fn ctrl_enter_books_from_anywhere_and_what_is_missing_gets_the_keyboard() {
    let mut window = Window::german();
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.choose("Titel", "883\u{a0}71");
    window.fill("Betrag", "1.234");
    window.choose("Grund der Sperre", "41");
    window.fill("Beleg", "Sperre 1");
    window.press_with_ctrl(Key::Enter);
    assert!(window.has_dialog("Sperre buchen"));
    assert!(window.is_in("Betrag"), "the first field that stands in the way");
    window.must_see("1.234,00");
    window.fill("Betrag", "1.234,00");
    window.press_with_ctrl(Key::Enter);
    assert!(window.is_in("Begründung"));
    window.must_see("Bitte ausfüllen.");
    window.type_into("Begründung", "Rundschreiben vom 20. Dezember");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Sperre");
}

#[test]
fn escape_closes_the_list_first_and_then_the_form() {
    let mut window = Window::german();
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.fill("Betrag", "100");
    window.click(Role::ComboBox, "Titel");
    window.press(Key::Escape);
    assert!(window.has_dialog("Sperre buchen"));
    window.press(Key::Escape);
    assert!(!window.has_dialog("Sperre buchen"));
    window.must_see("Entwürfe (1)");
}

#[test]
fn the_datenstand_comes_back_when_a_form_is_closed() {
    let mut window = Window::german();
    window.fill("Datenstand", "40");
    window.press(Key::Enter);
    assert_eq!(window.value("Datenstand"), "Nr. 40");
    form(&mut window, "D. Kern", Kind::BlockSet);
    assert_eq!(window.value("Datenstand"), "aktuell");
    window.press(Key::Escape);
    assert_eq!(window.value("Datenstand"), "Nr. 40");
}

#[test]
fn beside_a_field_stands_how_it_was_understood() {
    let mut window = Window::german();
    form(&mut window, "D. Kern", Kind::BlockSet);
    window.fill("Betrag", "\t1234,5\u{a0}€\r\n");
    let described = window.description("Betrag");
    assert!(described.contains("1.234,50"), "{described}");
    window.fill("Gesperrt ab", "-Mo");
    assert_eq!(window.description("Gesperrt ab"), "Mo, 04.01.2021");
}

#[test]
fn a_notice_shows_what_the_plan_of_financing_allows() {
    let mut window = Window::german();
    form(&mut window, "A. Weber", Kind::ApplicationReceived);
    window.choose("Empfänger", "Kommune F");
    window.fill("Aktenzeichen", "EG-2020-010");
    window.fill("Beantragt", "100000");
    window.fill("Zweck", "Digitales Bürgerbüro");
    window.fill("Gesamtausgaben", "125000");
    window.fill("Zuwendungsfähige Ausgaben", "125000");
    window.fill("Eigenanteil", "25000");
    window.button("Buchen");
    window.must_see("Gebucht: Antrag eingegangen");
    window.choose("Handelnde Person", "C. Roth");
    window.button("Übersicht");
    window.button("Bescheid erlassen …");
    window.choose("Antrag", "EG-2020-010");
    window.must_see("Höchstbetrag bei Anteilfinanzierung");
    window.must_see("Bleibt bis zum Höchstbetrag");
    window.fill("Fördersatz in Prozent", "70");
    window.must_see("12.500,00 € zu viel");
}

#[test]
fn a_proposed_amount_is_written_over_by_what_is_typed_first() {
    let mut window = Window::german();
    window.wish(Action::Open(Ask::Draw(FileNumber::new("EG-2020-003"))));
    assert_eq!(window.value("Abgerufener Betrag"), "12.500,00");
    window.write("5000");
    assert_eq!(window.value("Abgerufener Betrag"), "5000");
}
