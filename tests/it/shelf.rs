//! The screen of papers: each is looked at before it is saved, issued, given back byte for byte,
//! checked, and compared with what was known before.

use std::path::Path;
use std::sync::{Arc, Mutex};

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::Probe;
use foerderbuch::domain::{FiscalYear, Kind, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::paper::{self, Document, Form, Wish};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, PaperAction};
use foerderbuch::ui::route::{Part, Route};

use super::dropping::drop_on;
use super::harness::{Setup, Window};

fn answered(answer: &Path) -> Window {
    Setup { answer: Some(answer.to_owned()), ..Setup::sample(Lang::De) }.open()
}

/// A wish for each document that the sample can fill.
fn wishes(ledger: &Ledger) -> Vec<Wish> {
    let times = latest(ledger);
    let order = query::journal(ledger, times).unwrap();
    let order = order.iter().find(|row| row.kind == Kind::PaymentOrdered).unwrap().seq;
    let of = |document: Document| match document {
        Document::Statement => Wish::statement(RecipientKey::new("16066")),
        Document::Sheet => Wish::sheet(order),
        Document::Difference => Wish::difference(120),
        other => Wish::of(other),
    };
    Document::ALL.into_iter().map(of).collect()
}

fn latest(ledger: &Ledger) -> Times {
    let as_of = query::programme(ledger).unwrap().default_as_of.unwrap();
    Times { as_of, known: ledger.head().seq }
}

/// The paper as the command line writes it.
fn bytes(ledger: &Ledger, wish: &Wish, lang: Lang, form: Form) -> Vec<u8> {
    let report = paper::make(ledger, &wish.at(latest(ledger), lang)).unwrap().unwrap();
    paper::bytes(&report, &Text::new(lang), form).unwrap()
}

/// Names of the pages in sight.
fn pages(window: &mut Window) -> Vec<String> {
    let pages = window.harness().query_all_by_role(Role::Image);
    pages.filter_map(|page| page.accesskit_node().label()).collect()
}

/// The file that is being written, taken away.
#[track_caller]
fn written(window: &mut Window, file: &Path) -> Vec<u8> {
    let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !file.exists() {
        assert!(std::time::Instant::now() < end, "nothing is written: {:#?}", window.words());
        window.wait(1);
    }
    let bytes = std::fs::read(file).unwrap();
    std::fs::remove_file(file).unwrap();
    while !window.sees("Dokument gespeichert") {
        assert!(std::time::Instant::now() < end, "not told: {:#?}", window.words());
        window.wait(1);
    }
    bytes
}

/// Issues report R1 as A. Weber.
fn issue(window: &mut Window) {
    window.choose("Handelnde Person", "A. Weber");
    window.wish(Action::Go(Route::paper(Wish::default())));
    window.button("Ausfertigen …");
    window.must_see("ausgefertigt am 05.01.2021");
    window.must_see("SHA-256");
    window.fill("Aktenzeichen oder Blatt der Akte", "Blatt 12");
    window.button("Dokument ausfertigen");
}

#[test]
fn every_document_is_looked_at_before_it_is_saved_and_read_aloud_as_text() {
    let ledger = sample::in_memory().unwrap();
    let mut window = Window::german();
    for wish in wishes(&ledger) {
        let name = wish.document.name();
        let report = paper::make(&ledger, &wish.at(latest(&ledger), Lang::De)).unwrap().unwrap();
        assert_eq!(report.kind, name);
        window.wish(Action::Go(Route::paper(wish.clone())));
        let shown = pages(&mut window);
        assert_eq!(shown.len(), 1, "{name}: {shown:?}");
        assert!(shown[0].starts_with("Seite 1 von "), "{name}: {shown:?}");
        assert!(window.has(Role::Button, "Dokument speichern …"), "{name}");
        let text = foerderbuch::render::plain::plain_text(&report, &Text::new(Lang::De));
        // Not the title, which stands above the page, too.
        let seen = window.words();
        let news = |line: &&str| !line.is_empty() && !seen.iter().any(|word| word.contains(*line));
        let own: Vec<&str> = text.lines().map(str::trim).filter(news).take(3).collect();
        assert!(!own.is_empty(), "{name}");
        window.button("Als Text");
        for line in own {
            assert!(window.sees(line), "{name}: {line}");
        }
        assert_eq!(pages(&mut window), Vec::<String>::new(), "{name}");
        window.button("Als Text");
    }
}

#[test]
fn pages_are_turned_and_made_larger_by_buttons() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::paper(Wish::of(Document::Journal))));
    let first = pages(&mut window);
    window.button("Nächste Seite");
    window.button("Nächste Seite");
    let third = pages(&mut window);
    assert!(first[0].starts_with("Seite 1 von ") && third[0].starts_with("Seite 3 von "));
    window.button("Vorige Seite");
    assert!(pages(&mut window)[0].starts_with("Seite 2 von "));
    let width = |window: &mut Window| {
        window.harness().query_all_by_role(Role::Image).next().unwrap().rect().width()
    };
    let before = width(&mut window);
    window.button("Vergrößern");
    assert!((width(&mut window) / before - 1.25).abs() < 0.02);
    // Another paper begins with its first page.
    window.button("R7 Erstattungen und Zinsen");
    assert!(pages(&mut window)[0].starts_with("Seite 1 von "));
}

#[test]
fn the_window_writes_the_very_bytes_of_the_command_line_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = sample::in_memory().unwrap();
    let file = folder.path().join("papier");
    let mut window = answered(&file);
    let wish = Wish::of(Document::Counties);
    window.wish(Action::Go(Route::paper(wish.clone())));
    window.press_with_ctrl(Key::P);
    assert_eq!(written(&mut window, &file), bytes(&ledger, &wish, Lang::De, Form::Pdf));
    window.choose("Sprache der Dokumente", "English");
    for (chosen, form) in [
        ("PDF", Form::Pdf),
        ("XLSX", Form::Xlsx),
        ("Dezimalkomma", Form::Csv(paper::Marks::German)),
        ("Dezimalpunkt", Form::Csv(paper::Marks::International)),
    ] {
        window.choose("Dateiformat", chosen);
        window.button("Dokument speichern …");
        let expected = bytes(&ledger, &wish, Lang::En, form);
        assert_eq!(written(&mut window, &file), expected, "{chosen}");
        let asked = window.asked();
        let question = asked.last().unwrap();
        assert_eq!(question.extension, form.ending());
        let name = ["R2 By county and independent city 2020-12-31.", form.ending()].concat();
        assert_eq!(question.save.as_deref(), Some(name.as_str()));
    }
    window.choose("Haushaltsjahr", "2019");
    window.choose("Einheit", "T€");
    window.button("Dokument speichern …");
    let mut other = wish;
    other.year = Some(FiscalYear(2019));
    other.unit = foerderbuch::report::unit::Unit::Thousand;
    let form = Form::Csv(paper::Marks::International);
    assert_eq!(written(&mut window, &file), bytes(&ledger, &other, Lang::En, form));
}

/// Presses the button in the very frame after which another Stichtag counts.
fn save_while_the_stichtag_changes(window: &mut Window) {
    window.harness().state().wish(Action::SetAsOf("2019-12-31".parse().unwrap()));
    window.harness().get_by_role_and_label(Role::Button, "Dokument speichern …").click_accesskit();
    window.settle();
}

#[test]
fn what_is_saved_are_the_pages_that_were_seen_under_the_times_that_they_state() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = sample::in_memory().unwrap();
    let file = folder.path().join("papier");
    let mut window = answered(&file);
    let wish = Wish::of(Document::Counties);
    window.wish(Action::Go(Route::paper(wish.clone())));
    for (chosen, form) in [("PDF", Form::Pdf), ("XLSX", Form::Xlsx)] {
        window.wish(Action::SetAsOf("2020-12-31".parse().unwrap()));
        window.choose("Dateiformat", chosen);
        save_while_the_stichtag_changes(&mut window);
        assert_eq!(written(&mut window, &file), bytes(&ledger, &wish, Lang::De, form));
        let asked = window.asked();
        let name = asked.last().unwrap().save.clone().unwrap();
        assert!(name.contains("2020-12-31"), "{name}");
    }
    // A data sheet states the day of its entry, whatever the Stichtag of the window.
    let mut sheets = wishes(&ledger).into_iter();
    let sheet = sheets.find(|wish| wish.document == Document::Sheet).unwrap();
    let made = paper::make(&ledger, &sheet.at(latest(&ledger), Lang::De)).unwrap().unwrap();
    window.wish(Action::Go(Route::paper(sheet)));
    window.button("Dokument speichern …");
    written(&mut window, &file);
    let asked = window.asked();
    let name = asked.last().unwrap().save.clone().unwrap();
    assert!(name.contains(&made.basis.as_of.to_string()), "{name}");
}

#[test]
fn years_without_money_and_calendar_years_can_be_chosen_and_a_unit_only_where_it_counts() {
    let mut window = Window::german();
    let combos = |window: &mut Window| -> Vec<String> {
        let combos = window.harness().query_all_by_role(Role::ComboBox);
        combos.filter_map(|node| node.accesskit_node().label()).collect()
    };
    window.wish(Action::SetAsOf("2024-06-30".parse().unwrap()));
    window.wish(Action::Go(Route::paper(Wish::of(Document::Journal))));
    let shown = combos(&mut window);
    assert!(shown.iter().any(|name| name.starts_with("Kalenderjahr")), "{shown:?}");
    assert!(!shown.iter().any(|name| name.starts_with("Einheit")), "{shown:?}");
    window.choose("Kalenderjahr", "2024");
    let Route::Reports(shelf) = window.route() else { panic!("{:?}", window.route()) };
    assert_eq!(shelf.wish.year, Some(FiscalYear(2024)));
    window.wish(Action::Go(Route::paper(Wish::of(Document::Proofs))));
    window.choose("Haushaltsjahr", "2024");
    assert_eq!(pages(&mut window).len(), 1, "a list of a year without money is a paper, too");
    window.wish(Action::Go(Route::paper(Wish::of(Document::Milestones))));
    let shown = combos(&mut window);
    assert!(!shown.iter().any(|name| name.starts_with("Einheit")), "{shown:?}");
    window.wish(Action::Go(Route::paper(Wish::of(Document::Counties))));
    let shown = combos(&mut window);
    assert!(shown.iter().any(|name| name.starts_with("Einheit")), "{shown:?}");
}

#[test]
fn statements_are_issued_for_all_after_a_dialog_that_says_how_many_and_never_twice() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = sample::in_memory().unwrap();
    let all = paper::statements(&ledger, latest(&ledger)).unwrap();
    let mut window = answered(folder.path());
    window.wish(Action::Go(Route::paper(Wish::of(Document::Statement))));
    window.choose("Handelnde Person", "E. Vogt");
    assert!(!can_press(&mut window, "Für alle ausfertigen …"), "an auditor issues nothing");
    window.choose("Handelnde Person", "A. Weber");
    window.button("Für alle ausfertigen …");
    window.must_see(&format!("{} Empfänger mit Zuwendungen oder Zahlungen", all.len()));
    window.must_see("ausgefertigt am 05.01.2021");
    window.press(Key::Escape);
    assert!(window.asked().is_empty() && !window.sees("Ausgefertigte Zuwendungsübersichten"));

    window.button("Für alle ausfertigen …");
    window.fill("Aktenzeichen oder Blatt der Akte", "Blatt 20");
    window.button(&format!("{} Dokumente ausfertigen …", all.len()));
    window.must_see(&format!("{} Zuwendungsübersichten gespeichert.", all.len()));
    window.must_see("Ausgefertigte Zuwendungsübersichten aller Empfänger");
    let (key, _) = &all[0];
    let first = folder.path().join(format!("Zuwendungsübersicht {key} 2020-12-31.pdf"));
    let paper = std::fs::read(&first).unwrap();
    assert_ne!(paper, bytes(&ledger, &Wish::statement(key.clone()), Lang::De, Form::Pdf));

    // What lies there has left the house: nothing is issued a second time.
    window.button("Für alle ausfertigen …");
    window.button(&format!("{} Dokumente ausfertigen …", all.len()));
    let words = format!("{} Zuwendungsübersichten konnten nicht geschrieben werden.", all.len());
    window.must_see(&words);
    assert_eq!(std::fs::read(&first).unwrap(), paper);
    window.wish(Action::Go(Route::shelf(Part::Issued)));
    window.must_see(&format!("{} Dokumente", all.len()));
    drop_on(&mut window, &[&first]);
    window.must_see("am 05.01.2021 ausgefertigt");
}

#[test]
fn all_statements_are_written_with_a_result_for_each_recipient() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = sample::in_memory().unwrap();
    let all = paper::statements(&ledger, latest(&ledger)).unwrap();
    let mut window = answered(folder.path());
    window.wish(Action::Go(Route::paper(Wish::of(Document::Statement))));
    window.must_see("Bitte den Empfänger wählen");
    window.button("Für alle speichern …");
    assert!(window.asked()[0].whole_folder);
    window.must_see(&format!("{} Zuwendungsübersichten gespeichert.", all.len()));
    window.must_see(&format!("{0} von {0} geschrieben", all.len()));
    for (key, _) in &all {
        let file = folder.path().join(format!("Zuwendungsübersicht {key} 2020-12-31.pdf"));
        let expected = bytes(&ledger, &Wish::statement(key.clone()), Lang::De, Form::Pdf);
        assert_eq!(std::fs::read(file).unwrap(), expected, "{key}");
    }
    window.button("Ergebnis schließen");
    assert!(!window.sees("Zuwendungsübersichten aller Empfänger"));

    // What lies there already may have left the house: it stays as it is.
    let first = folder.path().join(format!("Zuwendungsübersicht {} 2020-12-31.pdf", all[0].0));
    std::fs::write(&first, "ausgefertigt").unwrap();
    window.button("Für alle speichern …");
    window.must_see(&format!(
        "{} Zuwendungsübersichten konnten nicht geschrieben werden.",
        all.len()
    ));
    assert_eq!(std::fs::read(&first).unwrap(), b"ausgefertigt");

    // A folder that is gone: each recipient is named with the reason, and nothing else happens.
    let mut window = answered(&folder.path().join("fehlt"));
    window.wish(Action::Paper(PaperAction::SaveStatements(Lang::De)));
    window.wish(Action::Go(Route::paper(Wish::of(Document::Statement))));
    window.must_see(&format!(
        "{} Zuwendungsübersichten konnten nicht geschrieben werden.",
        all.len()
    ));
    assert!(window.has(Role::Button, "Ergebnis schließen"));
}

#[test]
fn an_issued_paper_stands_in_the_register_and_comes_back_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("papier.pdf");
    let mut window = answered(&file);
    issue(&mut window);
    let Route::Reports(shelf) = window.route() else { panic!("{:?}", window.route()) };
    assert_eq!(shelf.part, Part::Issued);
    let rows = window.rows();
    assert!(
        rows.iter().any(|row| row.contains("R1 Bewilligungen") && row.contains("A. Weber")),
        "{rows:?}"
    );
    window.must_see("Blatt 12");
    window.button("Byte für Byte speichern …");
    let paper = written(&mut window, &file);
    assert!(paper.starts_with(b"%PDF-"));

    std::fs::write(&file, &paper).unwrap();
    // Dropped on the window, from whatever screen: it is the one that was issued.
    window.wish(Action::Go(Route::Overview));
    drop_on(&mut window, &[&file]);
    window.must_see("keine weitere Buchung außer Ausfertigungen");
    window.must_see("am 05.01.2021 ausgefertigt");
    window.button("Im Verzeichnis zeigen");
    window.must_see("Blatt 12");

    // One byte further on it is no more.
    let mut altered = paper.clone();
    let place = altered.windows(9).position(|part| part == b"<dc:title").unwrap();
    altered[place + 1] = b'D';
    std::fs::write(&file, altered).unwrap();
    window.wish(Action::Go(Route::shelf(Part::Check)));
    window.button("PDF wählen …");
    window.must_see("Nicht echt: verändert");
}

#[test]
fn the_dialog_says_that_the_paper_was_issued_already_and_what_a_second_issue_means() {
    let mut window = Setup::sample(Lang::De).open();
    window.choose("Handelnde Person", "A. Weber");
    window.wish(Action::Go(Route::paper(Wish::default())));
    window.button("Ausfertigen …");
    assert!(!window.sees("ist schon am"), "{:#?}", window.words());
    window.button("Dokument ausfertigen");
    window.wish(Action::Go(Route::paper(Wish::default())));
    window.button("Ausfertigen …");
    window.must_see("Dieses Dokument ist schon am 05.01.2021 von A. Weber ausgefertigt");
    window.must_see("Wird es noch einmal ausgefertigt, stehen beide im Verzeichnis");
    window.press(Key::Escape);
    let other = Wish { year: Some(FiscalYear(2019)), ..Wish::default() };
    window.wish(Action::Go(Route::paper(other)));
    window.button("Ausfertigen …");
    assert!(!window.sees("ist schon am"), "another year is another paper");
}

/// True when the button can be pressed.
fn can_press(window: &mut Window, name: &str) -> bool {
    let button = window.harness().get_by_role_and_label(Role::Button, name);
    !button.accesskit_node().is_disabled()
}

#[test]
fn another_stichtag_marks_the_page_of_before_and_what_is_shown_is_what_is_issued() {
    let gate = Arc::new(Mutex::new(()));
    let inside = Arc::clone(&gate);
    let probe: Probe = Arc::new(move |name| {
        if name == "load" {
            drop(inside.lock().unwrap());
        }
    });
    let mut window = Setup { probe, ..Setup::sample(Lang::De) }.open();
    window.choose("Handelnde Person", "A. Weber");
    window.wish(Action::Go(Route::paper(Wish::default())));
    let mark = "Das Dokument wird neu erstellt";
    let buttons = ["Dokument speichern …", "Dokument drucken …", "Ausfertigen …"];
    assert!(!window.sees(mark) && buttons.iter().all(|name| can_press(&mut window, name)));

    let busy = gate.lock().unwrap();
    window.harness().state().wish(Action::SetAsOf("2020-06-30".parse().unwrap()));
    for _ in 0..4 {
        window.harness().step();
    }
    assert!(window.sees(mark));
    for name in buttons {
        assert!(!can_press(&mut window, name), "{name}");
    }
    drop(busy);
    window.settle();
    assert!(!window.sees(mark));
    window.button("Ausfertigen …");
    window.must_see("Stichtag 30.06.2020");
    window.must_see("Sprache der Dokumente: Deutsch");
    // What is chosen while the dialog is open is another paper.
    window.wish(Action::SetAsOf("2020-12-31".parse().unwrap()));
    window.button("Dokument ausfertigen");
    let rows = window.rows();
    let issued = rows.iter().find(|row| row.contains("ausgefertigt am")).expect("an issued paper");
    assert!(issued.contains("Stichtag 30.06.2020"), "{issued}");
}

#[test]
fn who_lacks_the_role_cannot_issue_and_nothing_is_issued_by_closing_the_dialog() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::paper(Wish::default())));
    for (person, may) in [("A. Weber", true), ("E. Vogt", false)] {
        window.choose("Handelnde Person", person);
        assert_eq!(can_press(&mut window, "Ausfertigen …"), may, "{person}");
    }
    window.choose("Handelnde Person", "A. Weber");
    window.button("Ausfertigen …");
    window.press(Key::Escape);
    window.wish(Action::Go(Route::shelf(Part::Issued)));
    window.must_see("Es ist kein Dokument ausgefertigt.");
    window.wish(Action::Go(Route::paper(Wish::of(Document::Verification))));
    assert!(!window.has(Role::Button, "Ausfertigen …"), "a protocol is a working paper");
}

#[test]
fn a_file_that_is_no_paper_is_told_in_clear_words() {
    let folder = tempfile::tempdir().unwrap();
    let (text, huge) = (folder.path().join("brief.pdf"), folder.path().join("gross.pdf"));
    std::fs::write(&text, "kein PDF").unwrap();
    std::fs::File::create(&huge).unwrap().set_len(paper::check::LIMIT + 1).unwrap();
    let mut window = Window::german();
    window.wish(Action::Go(Route::shelf(Part::Check)));
    for (file, words) in [
        (&text, "brief.pdf ist kein PDF."),
        (&huge, "gross.pdf hat mehr als 64 MB"),
        (&folder.path().join("fehlt.pdf"), "Das Dokument konnte nicht gelesen werden"),
    ] {
        drop_on(&mut window, &[file]);
        window.must_see(words);
    }
}

#[test]
fn a_figure_is_followed_to_the_bookings_that_changed_it() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::shelf(Part::Difference)));
    window.fill("Datenstand von damals", "gestern oder so");
    window.button("Vergleichen");
    window.must_see("Datenstand");
    assert!(window.rows().is_empty());
    window.fill("Datenstand von damals", "Nr. 120");
    window.button("Vergleichen");
    let figure = window.rows().into_iter().find(|row| row.contains("damals")).expect("a figure");
    let before = window.rows().len();
    window.row(&figure);
    assert!(window.rows().len() < before, "only the bookings of that figure are left");
    let rows = window.rows();
    let booking = rows.iter().find(|row| !row.contains("damals")).expect("a booking");
    window.row(booking);
    let Route::Journal(filter) = window.route() else { panic!("{:?}", window.route()) };
    assert!(filter.entry.is_some_and(|seq| seq > 120));
    window.wish(Action::Back);
    window.button("Als Dokument zeigen");
    assert!(pages(&mut window)[0].contains("zwischen den Datenständen Nr. 120 und Nr. "));
}

#[test]
fn the_journal_and_the_search_lead_to_papers() {
    let ledger = sample::in_memory().unwrap();
    let entry = wishes(&ledger)
        .into_iter()
        .find(|wish| wish.document == Document::Sheet)
        .and_then(|wish| wish.entry)
        .unwrap();
    let mut window = Window::german();
    window.wish(Action::Go(Route::entry(entry)));
    window.button("Datenblatt zu einer Buchung");
    assert_eq!(*window.route(), Route::paper(Wish::sheet(entry)));
    assert_eq!(pages(&mut window).len(), 1);
    window.press(Key::F1);
    window.must_see("Dokumente");
    window.press_with_ctrl(Key::K);
    window.write("berichte prüfen");
    window.press(Key::Enter);
    assert_eq!(*window.route(), Route::shelf(Part::Check));
}
