//! The screen of reconciliation: lists of the cash office and bank statements, by role and name.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use eframe::egui::{HoveredFile, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::Source;
use foerderbuch::domain::cash::Finding;
use foerderbuch::domain::{Kind, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, ReconcileAction};
use foerderbuch::ui::route::{Route, Side};
use tempfile::TempDir;

use super::dropping::drop_on;
use super::harness::{Setup, Window};
use super::table::day;

const HEAD: &str = "Beleg;Titel;Haushaltsjahr;Buchungstag;Betrag;Verwendungszweck\n";

/// A list of one payment of the sample that no list has marked yet, and of what else is said.
pub(super) fn list(ledger: &Ledger, more: &str) -> String {
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let seen = query::events_of_kinds(ledger, times, &[Kind::PaymentReconciled]).unwrap();
    let paid = query::events_of_kinds(ledger, times, &[Kind::PaymentConfirmed]).unwrap();
    let open = |seq: u64| !seen.iter().any(|one| one.reference == Some(seq));
    let one = paid.iter().find(|one| open(one.seq)).unwrap();
    let line = one.body.line().unwrap();
    let amount = line.amount_cents.to_string().replace('.', ",");
    let (on, year) = (one.effective_on.format("%d.%m.%Y"), line.fiscal_year.0);
    let row = format!("{};{};{year};{on};{amount};{}\n", one.voucher, line.title, line.grant);
    [HEAD, &row, more].concat()
}

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

fn read(window: &mut Window, path: &Path) {
    window.wish(Action::Reconcile(ReconcileAction::ReadCash(path.to_owned())));
}

fn sample_list(more: &str) -> String {
    list(&sample::in_memory().unwrap(), more)
}

#[test]
fn a_list_is_looked_at_row_by_row_and_booked_by_one_decision() {
    let place = Place::new();
    let path = place.write("Ist.csv", sample_list("K-9;1616 88371;2020;01.07.2020;7,00;fremd\n"));
    let mut setup = Setup::sample(Lang::De);
    setup.answer = Some(path);
    let mut window = setup.open();
    window.choose("Handelnde Person", "A. Weber");
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    assert_eq!(*window.route(), Route::Reconcile(Side::Cash));
    window.button("Istliste wählen …");
    window.must_see("1 Auszahlung abzugleichen, 1 ungeklärt");
    window.must_see("Es entscheidet A. Weber.");
    let rows = window.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[1].contains("ungeklärt: Im Förderbuch passt nichts dazu."), "{rows:?}");
    window.button("Ungeklärt (1)");
    assert_eq!(window.rows().len(), 1);
    window.row("K-9");
    window.must_see("Zeile 3: ungeklärt");
    window.must_see("K-9 · 1616 88371 · 2020 · 01.07.2020");
    window.button("Zeile schließen");
    assert!(!window.sees("Zeile 3: ungeklärt"));
    window.button("Alle (2)");
    window.button("1 Zeile buchen");
    window.must_see("2 Buchungen wurden angelegt.");
    window.must_see("1 Auszahlung abgeglichen, 1 ungeklärt");
    window.must_see("Was ungeklärt ist, wurde nicht gebucht und steht unten.");
    // What was booked agrees now: there is nothing to book any more.
    window.must_see("1 stimmt schon, 1 ungeklärt");
    window.must_see("Zeilen der Kassenlisten ungeklärt: 1, die erste vom 01.07.2020");
    window.button("Datei weglegen");
    window.must_see("Vorlage speichern …");
    // The unclear row stands there without the file.
    window.must_see("Ungeklärte Zeilen");
    assert!(window.rows()[0].contains("Ist.csv, Zeile 3, K-9"), "{:?}", window.rows());
}

#[test]
fn who_ordered_does_not_reconcile_and_who_lacks_the_role_cannot_decide() {
    let place = Place::new();
    let path = place.write("Ist.csv", sample_list(""));
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let persons = query::persons(&ledger, times).unwrap();
    let orders = query::events_of_kinds(&ledger, times, &[Kind::PaymentOrdered]).unwrap();
    let mut window = Window::german();
    read(&mut window, &path);
    let other = persons.iter().find(|row| {
        !row.may_book(Kind::PaymentReconciled) && orders.iter().all(|one| one.actor != row.person)
    });
    let other = other.unwrap();
    window.wish(Action::SetPerson(other.person));
    window.must_see("Sachbearbeitung");
    let button = window.harness().get_by_role_and_label(Role::Button, "1 Zeile buchen");
    assert!(button.accesskit_node().is_disabled(), "without the role");
    window.wish(Action::SetPerson(orders[0].actor));
    window.must_see("Wer abgleicht, hat selbst angeordnet");
    assert!(!window.has(Role::Button, "1 Zeile buchen"));
}

#[test]
fn a_ledger_that_changed_since_the_preview_is_not_booked_unseen() {
    let place = Place::new();
    let path = place.write("Ist.csv", sample_list(""));
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    read(&mut window, &path);
    let shown = vec![Finding::Confirm(1)];
    window.wish(Action::Reconcile(ReconcileAction::BookCash(shown)));
    window.must_see("Nichts wurde gebucht: Seit der Vorschau hat sich das Förderbuch geändert.");
    assert!(window.has(Role::Button, "1 Zeile buchen"));
}

#[test]
fn bad_lists_are_refused_in_words_and_columns_are_chosen_and_kept() {
    let place = Place::new();
    for (name, content, said) in [
        ("leer.csv", "", "Die Datei ist leer."),
        ("seite.csv", "<html><body>", "Das ist eine Internetseite"),
        ("mappe.xlsx", "Beleg;Titel", "Das ist eine Textdatei, keine Excel-Arbeitsmappe"),
    ] {
        let mut window = Window::german();
        read(&mut window, &place.write(name, content));
        window.must_see(&format!("{name} wurde nicht gelesen."));
        window.must_see(said);
    }
    let own = sample_list("").replace("Beleg;", "BNr;").replace("Betrag;", "Summe;");
    let path = place.write("eigen.csv", own);
    let mut setup = Setup::sample(Lang::De);
    setup.folder = Some(place.folder.path().to_owned());
    let mut window = setup.open();
    window.choose("Handelnde Person", "A. Weber");
    read(&mut window, &path);
    window.must_see("Welche Spalte der Liste was enthält.");
    window.choose("Beleg", "BNr");
    window.choose("Betrag", "Summe");
    window.button("Spalten übernehmen");
    window.must_see("1 Auszahlung abzugleichen");
    // The next list has the same columns.
    window.button("Datei weglegen");
    read(&mut window, &path);
    window.must_see("1 Auszahlung abzugleichen");
    let settings = std::fs::read_to_string(place.folder.path().join("settings.json")).unwrap();
    assert!(settings.contains("BNr"), "{settings}");
}

#[test]
fn reading_is_stopped_and_nothing_is_left_of_it() {
    let place = Place::new();
    let rows = "K-9;1616 88371;2020;01.07.2020;7,00;fremd\n".repeat(150_000);
    let path = place.write("Ist.csv", sample_list(&rows));
    let mut window = Window::german();
    let app = window.harness().state();
    app.wish(Action::Reconcile(ReconcileAction::ReadCash(path)));
    app.wish(Action::Reconcile(ReconcileAction::Stop(Side::Cash)));
    window.settle();
    window.must_see("Das Lesen wurde abgebrochen. Es ist nichts geschehen.");
    window.must_see("Istliste wählen …");
    assert!(window.rows().is_empty());
}

/// What a file holds that the worker writes.
pub(super) fn come(path: &Path) -> Vec<u8> {
    for _ in 0..400 {
        if let Ok(content) = std::fs::read(path) {
            return content;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("{} never came", path.display());
}

/// A bank's CSV with what the sample paid to a recipient.
pub(super) fn statement(ledger: &Ledger, recipient: &str, change: i64) -> String {
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let data = query::statement_data(ledger, times, &RecipientKey::new(recipient)).unwrap();
    let mut out = "Buchungstag;Betrag;Währung;Verwendungszweck\n".to_owned();
    for (index, one) in data.unwrap().detail.movements().iter().enumerate() {
        let cents = one.amount.cents() + if index == 0 { change } else { 0 };
        let (sign, cents) = (if cents < 0 { "-" } else { "" }, cents.abs());
        let amount = format!("{sign}{},{:02}", cents / 100, cents % 100);
        let on = one.day.format("%d.%m.%Y");
        writeln!(out, "{on};{amount};EUR;{} Rate", one.grant).unwrap();
    }
    out
}

#[test]
fn a_bank_statement_agrees_and_one_cent_names_the_line() {
    let ledger = sample::in_memory().unwrap();
    let place = Place::new();
    let good = place.write("Konto.csv", statement(&ledger, "16066", 0));
    let bad = place.write("Cent.csv", statement(&ledger, "16066", 1));
    let pdf = place.folder.path().join("Abgleich.pdf");
    let mut setup = Setup::sample(Lang::De);
    setup.answer = Some(pdf.clone());
    let mut window = setup.open();
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.wish(Action::Reconcile(ReconcileAction::ReadBank(vec![good])));
    window.must_see("Bitte wählen, wessen Auszug es ist.");
    window.choose("Empfänger", "Schmalkalden-Meiningen");
    window.must_see("Alles stimmt überein");
    window.button("Abgleich drucken …");
    window.wait_for("Dokument gespeichert");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    window.wish(Action::Reconcile(ReconcileAction::ReadBank(vec![bad])));
    window.choose("Empfänger", "Schmalkalden-Meiningen");
    window.must_see("Zu klärende Zeilen: 1.");
    window.button("Zu klären (1)");
    let rows = window.rows();
    assert_eq!(rows.len(), 1, "{rows:?}");
    window.row("Betragsabweichung");
    window.must_see("Kontoauszug: 20.10.2020 · 900.000,01");
    assert!(window.has(Role::Button, "Zeile schließen"));
    assert!(rows[0].contains("Betragsabweichung") && rows[0].contains("Zeile 2"), "{rows:?}");
}

#[test]
fn files_are_dropped_on_the_part_that_is_shown() {
    let ledger = sample::in_memory().unwrap();
    let place = Place::new();
    let path = place.write("Konto.csv", statement(&ledger, "16066", 0));
    let mut window = Window::german();
    window.wish(Action::Go(Route::Reconcile(Side::Bank)));
    window.harness().input_mut().hovered_files = vec![HoveredFile::default(); 2];
    window.harness().step();
    window.must_see("Hier loslassen: 2 Dateien werden zusammen als Kontoauszug gelesen.");
    window.harness().input_mut().hovered_files.clear();
    drop_on(&mut window, &[&path]);
    window.must_see("Konto.csv");
    // Elsewhere the ending says what a file is.
    window.wish(Action::Go(Route::Overview));
    drop_on(&mut window, &[&place.write("Ist.csv", sample_list(""))]);
    assert_eq!(*window.route(), Route::Reconcile(Side::Cash));
    window.must_see("1 Auszahlung abzugleichen");
}

#[test]
fn the_screen_speaks_english() {
    let place = Place::new();
    let path = place.write("Ist.csv", sample_list("K-9;1616 88371;;01.07.2020;7,00;x\n"));
    let mut setup = Setup::sample(Lang::En);
    setup.source = Source::InMemory(Box::new(sample::in_memory().unwrap()));
    let mut window = setup.open();
    window.choose("Acting person", "A. Weber");
    read(&mut window, &path);
    window.must_see("1 payment to reconcile, 1 open");
    window.must_see("The fiscal year is missing; the row is not reconciled.");
    window.button("Book 1 row");
    window.must_see("2 entries were booked.");
}

#[test]
fn the_template_is_of_one_fiscal_year_or_of_all_and_the_dialog_says_which() {
    let place = Place::new();
    let path = place.folder.path().join("Vorlage.csv");
    let mut setup = Setup::sample(Lang::De);
    setup.answer = Some(path.clone());
    let mut window = setup.open();
    window.wish(Action::Go(Route::Reconcile(Side::Cash)));
    let saved = |window: &mut Window| {
        window.button("Vorlage speichern …");
        let content = come(&path);
        let content = std::str::from_utf8(&content).unwrap();
        let years = content.lines().skip(1).filter_map(|line| line.split(';').nth(2));
        let years: BTreeSet<String> = years.map(str::to_owned).collect();
        std::fs::remove_file(&path).unwrap();
        let asked = window.asked().pop().unwrap();
        (asked.title, asked.save.unwrap(), years.into_iter().collect::<Vec<_>>().join(" "))
    };
    // That of the Stichtag is proposed.
    let of = |title: &str, name: &str, years: &str| {
        (title.to_owned(), name.to_owned(), years.to_owned())
    };
    let title = "Istliste 2020 zum Ausfüllen speichern (CSV)";
    assert_eq!(saved(&mut window), of(title, "Istliste 2020 zum Ausfüllen.csv", "2020"));
    window.choose("Haushaltsjahr der Vorlage", "2019");
    let title = "Istliste 2019 zum Ausfüllen speichern (CSV)";
    assert_eq!(saved(&mut window).0, title);
    window.choose("Haushaltsjahr der Vorlage", "alle Haushaltsjahre");
    let title = "Istliste zum Ausfüllen speichern, alle Haushaltsjahre (CSV)";
    let all = saved(&mut window);
    assert_eq!((all.0.as_str(), all.1.as_str()), (title, "Istliste zum Ausfüllen.csv"));
    window.button("Istliste wählen …");
    assert_eq!(window.asked().pop().unwrap().title, "Istliste der Kasse wählen (CSV oder XLSX)");
}

#[test]
fn findings_and_reasons_are_whole_on_a_small_screen() {
    let ledger = sample::in_memory().unwrap();
    let place = Place::new();
    let path = place.write("Konto.csv", statement(&ledger, "16066", 1));
    let mut setup = Setup::sample(Lang::De);
    setup.size = (1280.0, 800.0);
    let mut window = setup.open();
    window.wish(Action::Reconcile(ReconcileAction::ReadBank(vec![path])));
    window.choose("Empfänger", "Schmalkalden-Meiningen");
    window.must_see("Zu klärende Zeilen: 1.");
    let heads = |window: &mut Window, name: &str| {
        let head = window.harness().get_by_role_and_label(Role::ColumnHeader, name);
        head.rect()
    };
    let (first, last) = (heads(&mut window, "Befund"), heads(&mut window, "Grund"));
    assert!(first.left() > 0.0 && last.right() <= 1264.0, "{first:?} {last:?}");
    assert!(last.width() >= 130.0, "{last:?}");
}
