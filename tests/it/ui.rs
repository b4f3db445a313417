//! The window, driven from start to finish as people use it.

use eframe::egui::{Key, accesskit::Role};
use foerderbuch::app::Source;
use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::Lang;

use super::harness::{Setup, Window};

const SCREENS: [[&str; 2]; 10] = [
    ["Übersicht", "Overview"],
    ["Arbeitsliste", "Work list"],
    ["Haushalt", "Budget"],
    ["Planung", "Planning"],
    ["Zuwendungen", "Grants"],
    ["Empfänger", "Recipients"],
    ["Fristen", "Deadlines"],
    ["Meilensteine", "Milestones"],
    ["Journal", "Journal"],
    ["Stammdaten", "Master data"],
];

/// How many entries the sample has.
fn last() -> u64 {
    sample::in_memory().expect("the sample is good").head().seq
}

/// "Gebucht: …" with the number of the entry, so many after the last of the sample.
fn booked(what: &str, after: u64) -> String {
    format!("Gebucht: {what}, Nr. {}", last() + after)
}

#[test]
fn the_sample_shows_where_the_programme_stands() {
    let window = Window::german();
    window.must_see("Beispieldaten – keine amtlichen Zahlen");
    window.must_see("Bewilligt: 9.412.500,00 €: 11,77 % · 8 Zuwendungen");
    window.must_see("Ausgezahlt (Ist): 7.200.000,00 €");
    window.must_see("Verfügbar ab 2020: 52.937.500,00 €");
    window.must_see("aus 2019: Rest oder Verfall offen");
    window.must_see("2020: Ansatz 20.000.000,00 €, ausgezahlt 4.850.000,00 €");
}

#[test]
fn an_application_is_granted_drawn_attested_ordered_and_paid_and_the_overview_follows() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    window.button("Zuwendungen");
    window.button("Antrag erfassen …");
    window.choose("Empfänger", "Kommune F (fiktiv)");
    window.fill("Aktenzeichen", "EG-2020-010");
    window.fill("Beantragt", "100000");
    window.fill("Zweck", "Digitales Bürgerbüro");
    window.fill("Gesamtausgaben", "125000");
    window.fill("Zuwendungsfähige Ausgaben", "125000");
    window.fill("Eigenanteil", "25000");
    window.fill("Eingang am", "01.12.2020");
    window.button("Buchen");
    window.must_see(&booked("Antrag eingegangen", 1));
    window.button("Journal");
    window.row("Antrag eingegangen, Kommune F (fiktiv)");
    window.button("Folgebuchung …");
    window.button("Prüfung abschließen");
    window.fill("Ergebnis", "zuwendungsfähig");
    window.fill("Geprüft am", "02.12.2020");
    let warned =
        "So kann noch nicht bewilligt werden: Die Doppelförderung ist nicht ausgeschlossen";
    window.must_see(warned);
    window.click(Role::CheckBox, "Doppelförderung ausgeschlossen");
    window.must_see("Kann so gebucht werden.");
    window.must_not_see("So kann noch nicht bewilligt werden");
    window.button("Buchen");
    window.must_see(&booked("Antrag geprüft", 2));
    window.button("Zuwendungen");
    window.must_see("EG-2020-010, Kommune F (fiktiv): beantragt 100.000,00 €, Antrag geprüft");

    window.choose("Handelnde Person", "C. Roth");
    window.button("Übersicht");
    window.button("Bescheid erlassen …");
    window.choose("Antrag", "EG-2020-010");
    window.must_see("Digitales Bürgerbüro");
    window.fill("Kassenzeichen", "16999006-EG-10");
    window.fill("Datum des Bescheids", "03.12.2020");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-010, Bescheid");
    window.choose("Titel", "883\u{a0}71");
    window.choose("Haushaltsjahr", "2020");
    window.must_see("13.937.500,00 €");
    window.button("Bescheid buchen");
    window.must_see(&booked("Bescheid", 3));
    window.must_see("Bewilligt: 9.512.500,00 €");

    window.choose("Handelnde Person", "A. Weber");
    window.button("Zuwendungen");
    window.row("EG-2020-010");
    announce(&mut window);
    draw_and_attest(&mut window);
    order(&mut window);

    window.choose("Handelnde Person", "A. Weber");
    window.button("Auszahlung bestätigen …");
    window.fill("Beleg der Kasse", "K-2020-3811");
    window.must_see("Diesen Kassenbeleg nennt schon Buchung");
    window.fill("Beleg der Kasse", "K-2020-9001");
    assert!(!window.sees("Diesen Kassenbeleg nennt schon Buchung"));
    window.button("Auszahlung buchen");
    window.must_see("vollständig ausgezahlt");

    window.button("Übersicht");
    window.must_see("Ausgezahlt (Ist): 7.300.000,00 €");
    window.must_see("2020: Ansatz 20.000.000,00 €, ausgezahlt 4.950.000,00 €");
}

/// The draw is ordered by who may.
fn order(window: &mut Window) {
    // Who drew never orders; who only lacks the role is told who has it.
    assert!(!window.has(Role::Button, "Auszahlung anordnen …"));
    window.choose("Handelnde Person", "D. Kern");
    window.button("Auszahlung anordnen …");
    window.must_see("D. Kern hat die Rolle „Referatsleitung/Anordnungsbefugnis“ nicht.");
    window.button("Als C. Roth buchen");
    window.must_see("Diese Anordnung");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-010, Anordnung 1");
    window.button("Anordnung buchen");
    window.must_see(&booked("Auszahlungsanordnung", 9));
}

/// The notice of the chosen grant is announced, and remedies are waived: it is final.
fn announce(window: &mut Window) {
    window.button("Weitere Schritte …");
    window.button("Bescheid bekannt geben");
    window.choose("Art der Bekanntgabe", "Post");
    window.fill("Aufgabe zur Post oder Empfang am", "31.12.2020");
    window.must_see("nicht mehr abgerufen werden, auch nicht mit einem Rechtsbehelfsverzicht.");
    window.choose("Art der Bekanntgabe", "Empfangs");
    window.fill("Aufgabe zur Post oder Empfang am", "04.12.2020");
    window.must_see("Die Fälligkeit 2020 kann in ihrem Jahr nur mit einem Rechtsbehelfsverzicht");
    window.button("Buchen");
    window.must_see(&booked("Bescheid bekannt gegeben", 4));
    window.button("Weitere Schritte …");
    window.button("Rechtsbehelfsverzicht vermerken");
    window.fill("Eingang am", "07.12.2020");
    window.button("Buchen");
    window.must_see(&booked("Rechtsbehelfsverzicht", 5));
}

/// The chosen grant is drawn in full, and two persons attest the draw.
fn draw_and_attest(window: &mut Window) {
    window.button("Mittelabruf erfassen …");
    window.fill("Abgerufener Betrag", "100000,00");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-010, Abruf 1");
    window.button("Mittelabruf buchen");
    window.must_see(&booked("Mittelabruf", 6));
    window.must_see("wartet auf die rechnerische Feststellung");
    assert!(!window.has(Role::Button, "Auszahlung anordnen …"), "nobody has attested it");
    window.choose("Handelnde Person", "B. Lang");
    window.button("Rechnerisch feststellen …");
    window.button("Buchen");
    window.must_see(&booked("Feststellung rechnerisch richtig", 7));
    window.must_see("wartet auf die sachliche Feststellung");
    window.choose("Handelnde Person", "F. Sommer");
    window.button("Sachlich feststellen …");
    window.button("Buchen");
    window.must_see(&booked("Feststellung sachlich richtig", 8));
    window.must_see("wartet auf die Anordnung");
    window.choose("Handelnde Person", "A. Weber");
}

#[test]
fn a_cent_too_much_is_refused_with_the_cent_named_and_the_form_stays_filled() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2020-003");
    window.button("Mittelabruf erfassen …");
    window.fill("Abgerufener Betrag", "12500,01");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-003, Abruf 2");
    window.must_see("0,01 € zu viel");
    window.must_see("−0,01 €");
    window.button("Mittelabruf buchen");
    window.must_see("12.500,01");
    window.must_see("Nichts wurde gebucht.");
    assert!(window.has_dialog("Mittelabruf erfassen"));
    window.fill("Abgerufener Betrag", "12.500,00");
    window.button("Mittelabruf buchen");
    window.must_see("Gebucht: Mittelabruf");
    assert!(!window.has_dialog("Mittelabruf erfassen"));
}

#[test]
fn a_booking_is_reversed_with_a_reason_and_both_stay_in_the_journal() {
    let mut window = Window::german();
    window.button("Journal");
    window.row("Auszahlung, Kommune F (fiktiv)");
    window.button("Erfassungsfehler berichtigen …");
    window.fill("Grund", "kurz");
    window.button("Berichtigung buchen");
    window.must_see("Nichts wurde gebucht.");
    window.fill("Grund", "Beleg doppelt erfasst");
    window.button("Berichtigung buchen");
    window.must_see(&booked("Berichtigung", 1));
    window.must_see(&format!("berichtigt durch Nr. {}", last() + 1));
    window.button("Übersicht");
    window.must_see("Ausgezahlt (Ist): 7.032.500,00 €");
}

#[test]
fn the_language_changes_without_a_restart() {
    let mut window = Window::german();
    window.button("Einstellungen");
    window.button("English");
    window.press(Key::Escape);
    window.must_see("Granted: €9,412,500.00");
    window.must_see("Sample data");
    assert!(!window.sees("Übersicht"));
    window.button("Settings");
    window.button("Deutsch");
    window.must_see("Übersicht");
}

#[test]
fn every_screen_opens_in_both_languages_and_at_every_size() {
    let setups = [
        (Lang::De, (1440.0, 900.0), 100),
        (Lang::En, (1024.0, 700.0), 100),
        (Lang::De, (1920.0, 1200.0), 150),
        (Lang::En, (1280.0, 800.0), 200),
    ];
    for (lang, size, zoom) in setups {
        let mut window = Setup { size, zoom, ..Setup::sample(lang) }.open();
        for names in SCREENS {
            let name = names[usize::from(lang == Lang::En)];
            window.button(name);
            assert!(window.has_dialog(name), "{name} at {size:?}, {zoom} %");
        }
    }
}

#[test]
fn stichtag_and_datenstand_govern_every_figure() {
    let mut window = Window::german();
    window.fill("Stichtag", "31.12.2019");
    window.press(Key::Enter);
    window.must_see("Ausgezahlt (Ist): 2.250.000,00 €");
    window.fill("Stichtag", "311220");
    window.press(Key::Enter);
    window.must_see("Ausgezahlt (Ist): 7.200.000,00 €");
    window.fill("Datenstand", "31.12.2019");
    window.press(Key::Enter);
    window.must_see("Ausgezahlt (Ist): 2.250.000,00 €");
    window.fill("Datenstand", &(last() - 1).to_string());
    window.press(Key::Enter);
    window.must_see("Ausgezahlt (Ist): 7.032.500,00 €");
    window.fill("Datenstand", "aktuell");
    window.press(Key::Enter);
    window.must_see("Ausgezahlt (Ist): 7.200.000,00 €");
    window.fill("Stichtag", "31.02.2020");
    window.press(Key::Enter);
    window.must_see("Diesen Tag gibt es nicht.");
    window.must_see("Ausgezahlt (Ist): 7.200.000,00 €");
}

#[test]
fn bad_input_is_explained_at_its_field_and_books_nothing() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.row("EG-2020-003");
    window.button("Mittelabruf erfassen …");
    window.fill("Abgerufener Betrag", "1,234.56");
    window.button("Mittelabruf buchen");
    window.must_see("englische Schreibweise");
    window.must_see("Bitte ausfüllen.");
    window.fill("Abgerufener Betrag", "1.234");
    window.fill("Eingang am", "31.02.2020");
    window.button("Mittelabruf buchen");
    window.must_see("Sind 1.234,00");
    window.must_see("Diesen Tag gibt es nicht.");
    window.press(Key::Escape);
    assert!(!window.has_dialog("Mittelabruf erfassen"));

    window.button("Zuwendungen");
    window.button("Bescheid erlassen …");
    window.must_see("hat die Rolle „Referatsleitung/Anordnungsbefugnis“ nicht");
    window.fill("Zuwendungsfähige Ausgaben", "viel");
    window.button("Bescheid buchen");
    window.must_see("Bitte ausfüllen.");
    window.must_see("Das Zeichen");
    window.button("Entwurf behalten");
    window.must_see(&format!("Kette geprüft: {}", last()));
}

#[test]
fn the_list_of_acting_persons_says_that_only_the_example_offers_everybody() {
    let mut window = Window::german();
    let only_here = "Nur im Beispiel kann jede Person gewählt werden.";
    assert!(!window.sees(only_here));
    window.click(Role::ComboBox, "Handelnde Person");
    window.must_see(only_here);
}

#[test]
fn a_person_without_the_role_is_told_who_may() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "E. Vogt");
    window.button("Zuwendungen");
    window.row("EG-2020-003");
    window.button("Mittelabruf erfassen …");
    window.must_see("E. Vogt hat die Rolle „Sachbearbeitung“ nicht.");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-003, Abruf 2");
    window.button("Mittelabruf buchen");
    window.must_see("Nichts wurde gebucht.");
}

#[test]
fn figures_and_rows_lead_to_what_is_behind_them() {
    let mut window = Window::german();
    window.row("Landkreis Schmalkalden-Meiningen: bewilligt");
    window.must_see("Konto: was auf dem Kontoauszug der Bank steht");
    window.must_see("20.10.2020, Auszahlung, EG-2020-001, 900.000,00 €");
    window.row("20.10.2020, Auszahlung, EG-2020-001");
    window.must_see("Kommunales Rechenzentrum");
    window.must_see("Gemeinde Rhönblick");
    window.must_see("Fälligkeit 2020: bewilligt");
}

#[test]
fn papers_are_written_where_the_person_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Papier.pdf");
    let mut window = Setup { answer: Some(file.clone()), ..Setup::sample(Lang::De) }.open();
    window.row("Landkreis Schmalkalden-Meiningen: bewilligt");
    window.button("Zuwendungsübersicht …");
    wait_for(&mut window, "Dokument gespeichert");
    let statement = std::fs::read(&file).expect("a statement");
    window.button("Meldung schließen");
    window.button("Übersicht");
    window.invoke("Programmbericht …");
    wait_for(&mut window, "Dokument gespeichert");
    let report = std::fs::read(&file).expect("a report");
    assert!(statement.starts_with(b"%PDF-") && report.starts_with(b"%PDF-"));
    assert_ne!(statement, report);
}

#[test]
fn the_statement_speaks_the_language_of_its_reader_not_that_of_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Papier.pdf");
    let printed = |screen: Lang, button: &str, saved: &str, choice: Option<(&str, &str)>| {
        let mut window = Setup { answer: Some(file.clone()), ..Setup::sample(screen) }.open();
        window.row("Schmalkalden-Meiningen: ");
        if let Some((list, option)) = choice {
            window.choose(list, option);
        }
        window.button(button);
        wait_for(&mut window, saved);
        std::fs::read(&file).expect("a statement")
    };
    let german = printed(Lang::De, "Zuwendungsübersicht …", "Dokument gespeichert", None);
    let choice = Some(("Language of the statement", "German"));
    let again = printed(Lang::En, "Statement of grants …", "Document saved", choice);
    let choice = Some(("Sprache der Zuwendungsübersicht", "Englisch"));
    let english = printed(Lang::De, "Zuwendungsübersicht …", "Dokument gespeichert", choice);
    assert_eq!(german, again, "the same paper from either screen");
    assert_ne!(german, english);
}

#[test]
fn a_verified_copy_is_written_where_the_person_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("Kopie.foerderbuch");
    let mut window = Setup { answer: Some(copy.clone()), ..Setup::sample(Lang::De) }.open();
    window.button("Förderbuch");
    window.button("Geprüfte Kopie speichern …");
    wait_for(&mut window, "Geprüfte Kopie gespeichert");
    let ledger = Ledger::open(&copy, Access::Read).expect("a ledger");
    assert!(ledger.findings().is_empty());
    assert_eq!(ledger.head().seq, last());
}

#[test]
fn a_programme_is_founded_and_says_what_comes_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Programm.foerderbuch");
    let setup = Setup { answer: Some(file), notice_read: false, ..Setup::sample(Lang::De) };
    let mut window = setup.open();
    window.must_see("Sie sehen ein Beispiel zum Ausprobieren");
    window.button("Neues Programm …");
    window.button("Weiter zur Datei …");
    window.must_see("Bitte ausfüllen.");
    window.fill("Name des Programms", "Schulen ans Netz");
    window.fill("Richtlinie, kurz", "ThürSchulNetz");
    window.fill("Programmvolumen", "5000000");
    window.fill("Bewilligungsbehörde", "Thüringer Finanzministerium");
    window.fill("Referat und Anschrift, eine Zeile", "Referat 41, 99096 Erfurt");
    window.fill("Ort", "Erfurt");
    window.fill("Kontakt für Rückfragen", "poststelle@example.org");
    window.fill("Ihr Name", "F. Beispiel");
    window.button("Weiter zur Datei …");
    wait_for(&mut window, "Schulen ans Netz");
    window.must_see("Noch keine Ansätze.");
    window.must_see("F. Beispiel");
    assert!(!window.sees("Beispieldaten"));
}

#[test]
fn a_file_that_is_no_ledger_says_so_and_offers_a_way_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Brief.foerderbuch");
    std::fs::write(&file, "Sehr geehrte Damen und Herren").expect("a file");
    let window = Setup { source: Source::File(file), ..Setup::sample(Lang::De) }.open();
    window.must_see("Das Förderbuch ließ sich nicht öffnen");
    window.must_see("ist kein Förderbuch");
    window.must_see("Beispiel öffnen");
}

#[test]
fn the_window_follows_what_the_command_line_books() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Beispiel.foerderbuch");
    sample::write(&file).expect("the sample");
    let source = Source::File(file.clone());
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.must_see(&format!("Kette geprüft: {}", last()));
    let line = r#"{"kind":"draw_requested","effective_on":"2020-12-31","recipient":"16999006","voucher":"Abruf 2","body":{"line":{"grant":"EG-2020-003","title":"1616 63371","fiscal_year":2020,"amount_cents":1250000}}}"#;
    let drafts = folder.path().join("drafts.jsonl");
    std::fs::write(&drafts, line).expect("drafts");
    let binary = env!("CARGO_BIN_EXE_foerderbuch");
    let booked = std::process::Command::new(binary)
        .args([
            "book".as_ref(),
            file.as_os_str(),
            "--as".as_ref(),
            "1".as_ref(),
            drafts.as_os_str(),
        ])
        .output()
        .expect("the program runs");
    assert!(booked.status.success(), "{booked:?}");
    wait_for(&mut window, "Ein anderes Programm hat gebucht");
    window.must_see(&format!("Kette geprüft: {}", last() + 1));
}

#[test]
fn keyboard_alone_opens_fills_and_leaves_a_dialog() {
    let mut window = Window::german();
    window.click(Role::Button, "Zuwendungen");
    window.row("EG-2020-003");
    window.button("Mittelabruf erfassen …");
    assert!(window.has_dialog("Mittelabruf erfassen"));
    window.press(Key::Enter);
    assert!(!window.sees("Bitte ausfüllen."), "Enter leads to the next field");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Bitte ausfüllen.");
    window.press(Key::Escape);
    assert!(!window.has_dialog("Mittelabruf erfassen"));
}

#[track_caller]
fn wait_for(window: &mut Window, words: &str) {
    for _ in 0..400 {
        window.settle();
        if window.sees(words) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    window.must_see(words);
}
