//! The part of the window that takes over an office's list, by role and name.

use std::path::PathBuf;

use eframe::egui::{HoveredFile, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::domain::takeover::{Acting, Column, Verdict};
use foerderbuch::domain::{Kind, PersonNo};
use foerderbuch::exchange::takeover::read_takeover;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, ReconcileAction};
use foerderbuch::ui::data::TakeoverWish;
use foerderbuch::ui::route::{Route, Side};
use tempfile::TempDir;

use super::dropping::drop_on;
use super::harness::{Setup, Window};
use super::reconcile_window::come;

const RECIPIENTS: &str = "AGS;Name;Art;IBAN;Kontoinhaber\n\
    17061;Eichsfeld;Landkreis;DE02120300000000202051;Landkreis Eichsfeld\n\
    17062;Nordhausen;Landkreis;;\n\
    16066;Schmalkalden-Meiningen;Landkreis;;\n\
    1706;Zu kurz;Landkreis;;\n";

/// A grant to a county of the sample.
const GRANTS: &str = "Aktenzeichen;AGS;Vorhaben;Antrag vom;Beantragt;Zuwendungsfähige Ausgaben;\
    Geprüft am;Prüfergebnis;Keine Doppelförderung;Bescheid vom;Finanzierungsart;Kassenzeichen;\
    Bewilligungszeitraum bis;Titel;Fällig 2020\n\
    T-1;16066;Archiv;02.06.2020;90.000,00;90.000,00;16.06.2020;förderfähig;ja;02.07.2020;\
    Festbetrag;16066-99;31.12.2020;1616 63371;90.000,00\n";

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

fn read(window: &mut Window, path: PathBuf) {
    let action = ReconcileAction::ReadTakeover(path, TakeoverWish::default());
    window.wish(Action::Reconcile(action));
}

#[test]
fn a_list_is_looked_at_row_by_row_and_booked_as_it_is_shown() {
    let place = Place::new();
    let mut setup = Setup::sample(Lang::De);
    setup.answer = Some(place.write("Stand.csv", RECIPIENTS));
    let mut window = setup.open();
    window.choose("Handelnde Person", "A. Weber");
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert_eq!(*window.route(), Route::Reconcile(Side::Takeover));
    window.button("Liste wählen …");
    window.must_see("4 Zeilen: 2 zu buchen, 1 schon da, 1 abgelehnt.");
    window.must_see("Es übernimmt A. Weber");
    window.must_see("1 Bankverbindung muss danach eine andere Person bestätigen");
    assert_eq!(window.rows().len(), 4);
    window.button("Abgelehnt (1)");
    let rows = window.rows();
    assert!(rows.len() == 1 && rows[0].contains("„1706“ ist kein Schlüssel"), "{rows:?}");
    window.row("Zu kurz");
    window.must_see("Zeile 5: abgelehnt");
    window.button("Zeile schließen");
    window.button("Alle (4)");
    window.button("2 Zeilen buchen, 1 abgelehnte auslassen");
    window.must_see("3 Buchungen wurden angelegt.");
    window.must_see("Was abgelehnt ist, wurde nicht gebucht und steht unten.");
    // The same list once more has nothing to add.
    window.must_see("4 Zeilen: 0 zu buchen, 3 schon da, 1 abgelehnt.");
    let again = "0 Zeilen buchen, 1 abgelehnte auslassen";
    let button = window.harness().get_by_role_and_label(Role::Button, again);
    assert!(button.accesskit_node().is_disabled());
    window.button("Datei weglegen");
    window.must_see("Vorlagen zum Ausfüllen");
}

#[test]
fn who_did_the_steps_is_chosen_for_the_whole_list() {
    let place = Place::new();
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    read(&mut window, place.write("Zuwendungen.csv", GRANTS));
    window.must_see("1 Zeile: 0 zu buchen, 0 schon da, 1 abgelehnt.");
    let rows = window.rows();
    assert!(rows[0].contains("Spalte „Bewilligt von“ nennt niemanden."), "{rows:?}");
    window.choose("Bewilligt von", "C. Roth");
    window.must_see("1 Zeile: 1 zu buchen, 0 schon da, 0 abgelehnt.");
    let rows = window.rows();
    assert!(rows[0].contains("Antrag eingegangen, Antrag geprüft, Bescheid"), "{rows:?}");
    window.button("1 Zeile buchen");
    window.must_see("3 Buchungen wurden angelegt.");
    window.wish(Action::Go(Route::Grants(Some(foerderbuch::domain::FileNumber::new("T-1")))));
    window.must_see("T-1");
    window.must_see("90.000,00");
}

#[test]
fn another_kind_is_chosen_and_a_list_that_is_none_says_what_it_lacks() {
    let place = Place::new();
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    read(&mut window, place.write("Stand.csv", RECIPIENTS));
    window.choose("Die Liste enthält", "Auszahlungen");
    window.must_see("Stand.csv wurde nicht gelesen.");
    window.must_see("gebraucht werden: Aktenzeichen, Titel,");
    read(&mut window, place.write("x.csv", "a;b\n1;2\n"));
    window.must_see("gebraucht werden: Schlüssel, Name, Art");
    read(&mut window, place.write("old.xlsx", "no workbook"));
    window.must_see("old.xlsx wurde nicht gelesen.");
}

#[test]
fn the_official_directory_is_known_by_its_first_line_and_narrowed_by_keys() {
    let line = |kind: &str, key: &str, name: &str, mark: &str| {
        format!("{kind}20201231{key:<8}    {name:<50}{:<50}{mark:<6}\r\n", "")
    };
    let content = [
        line("40", "16066", "Schmalkalden-Meiningen", "44"),
        line("60", "16066042", "Meiningen, Stadt", "63"),
        line("60", "16070029", "Ilmtal", "64"),
    ];
    let place = Place::new();
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    window.wish(Action::Go(Route::Reconcile(Side::Takeover)));
    window.harness().input_mut().hovered_files = vec![HoveredFile::default()];
    window.harness().step();
    window.must_see("Hier loslassen: Die Datei wird als Liste zur Übernahme gelesen.");
    window.harness().input_mut().hovered_files.clear();
    drop_on(&mut window, &[&place.write("GV100AD.txt", &content.concat())]);
    window.must_see("3 Zeilen: 2 zu buchen, 1 schon da, 0 abgelehnt.");
    window.must_see("Gebietsstand der Datei: 31.12.2020.");
    window.fill("Schlüssel beginnen mit", "16070");
    window.button("Neu lesen");
    window.must_see("1 Zeile: 1 zu buchen, 0 schon da, 0 abgelehnt.");
    window.button("1 Zeile buchen");
    window.must_see("1 Buchung wurde angelegt.");
}

#[test]
fn what_changed_since_it_was_shown_is_not_booked_unseen() {
    let place = Place::new();
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    read(&mut window, place.write("Stand.csv", RECIPIENTS));
    let acting = Box::new(Acting::alone(PersonNo(1)));
    let shown = vec![Verdict::Books(vec![Kind::RecipientRegistered]); 4];
    window.wish(Action::Reconcile(ReconcileAction::BookTakeover(acting, shown)));
    window.must_see("Nichts wurde gebucht: Seit der Vorschau hat sich das Förderbuch geändert.");
    window.must_see("4 Zeilen: 2 zu buchen, 1 schon da, 1 abgelehnt.");
}

#[test]
fn a_form_is_saved_and_the_part_speaks_english() {
    let place = Place::new();
    let mut setup = Setup::sample(Lang::En);
    let form = place.0.path().join("form.xlsx");
    setup.answer = Some(form.clone());
    let mut window = setup.open();
    window.choose("Acting person", "A. Weber");
    window.wish(Action::Go(Route::Reconcile(Side::Takeover)));
    window.button("Form: Payments …");
    for _ in 0..400 {
        if form.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    assert!(std::fs::read(&form).unwrap().starts_with(b"PK"));
    read(&mut window, form);
    window.must_see("0 rows: 0 to book, 0 there already, 0 refused.");
    window.must_see("1 example row skipped.");
    read(&mut window, place.write("l.csv", RECIPIENTS));
    window.must_see("4 rows: 2 to book, 1 there already, 1 refused.");
    window.button("Book 2 rows, leave 1 refused out");
    window.must_see("3 entries were booked.");
}

#[test]
fn the_form_of_the_grants_has_the_years_of_the_programme_and_says_so() {
    let place = Place::new();
    let mut setup = Setup::sample(Lang::De);
    let form = place.0.path().join("form.xlsx");
    setup.answer = Some(form.clone());
    let mut window = setup.open();
    window.wish(Action::Go(Route::Reconcile(Side::Takeover)));
    window.button("Vorlage Zuwendungen 2019–2022 …");
    let asked = window.asked().pop().unwrap();
    assert_eq!(asked.title, "Vorlage Zuwendungen 2019–2022 speichern (XLSX)");
    assert_eq!(asked.save.as_deref(), Some("Zuwendungen 2019–2022 zum Ausfüllen.xlsx"));
    let bytes = come(&form);
    let list = read_takeover(bytes.as_slice(), "form.xlsx", None, &mut |_| true).unwrap();
    let years = list.taken.iter().filter_map(|(column, _)| match column {
        Column::Due(year) => Some(*year),
        _ => None,
    });
    assert_eq!(years.collect::<Vec<_>>(), [2019, 2020, 2021, 2022]);
}
