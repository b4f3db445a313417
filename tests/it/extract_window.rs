//! The treasurer's view: an extract in the window, by role and name.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::store::view::Times;
use foerderbuch::store::{extract, query};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::manual::Chapter;
use foerderbuch::ui::route::{Route, Side};
use rusqlite::Connection;
use tempfile::TempDir;

use super::comparison::camt;
use super::dropping::drop_on;
use super::harness::{Setup, Window};
use super::table::day;

const KEY: &str = "16066";

/// A folder with an extract of the sample.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Auszug.foerderbuch");
    extract::write(&sample::in_memory().unwrap(), KEY, &path).unwrap();
    (folder, path)
}

fn setup(path: &Path, lang: Lang) -> Setup {
    Setup { source: Source::File(path.to_owned()), ..Setup::sample(lang) }
}

fn account() -> Route {
    Route::Recipients(Some(RecipientKey::new(KEY)))
}

#[test]
fn an_extract_shows_its_account_and_nothing_that_is_not_in_it() {
    let (_folder, path) = place();
    for (lang, screens, others) in [
        (
            Lang::De,
            ["Konto", "Zuwendungsübersicht", "Bankabgleich"],
            ["Übersicht", "Journal", "Haushalt", "Buchen …", "Stammdaten"],
        ),
        (
            Lang::En,
            ["Account", "Statement of grants", "Bank comparison"],
            ["Overview", "Journal", "Budget", "Book …", "Master data"],
        ),
    ] {
        let mut window = setup(&path, lang).open();
        assert_eq!(*window.route(), account());
        for name in screens {
            assert!(window.has(Role::Button, name), "{name}");
        }
        for name in others {
            assert!(!window.has(Role::Button, name), "{name}");
        }
        for (key, name) in [Key::Num2, Key::Num3].into_iter().zip(&screens[1..]) {
            window.press_with_ctrl(key);
            assert!(window.has_dialog(name), "{name}");
        }
        window.press_with_ctrl(Key::Num1);
        assert_eq!(*window.route(), account());
        window.press_with_ctrl(Key::Num3);
        window.keys(Modifiers::COMMAND, Key::Tab);
        assert_eq!(*window.route(), account(), "in a circle");
    }
    let window = setup(&path, Lang::De).open();
    window.must_see("Auszug für Landkreis Schmalkalden-Meiningen, Stand Buchung Nr. 276 vom");
    window.must_see("Geprüft: Die eigenen Buchungen bis Nr.");
    window.must_see("Auszug geprüft:");
    // Grants, due lines, payments with the running sum, what comes next.
    window.must_see("EG-2020-001");
    window.must_see("2.200.000,00");
    window.must_see("Nächste Termine");
    assert!(!window.has(Role::ComboBox, "Handelnde Person"));
    assert!(!window.sees("nur gelesen"));
}

#[test]
fn the_search_offers_only_what_an_extract_has() {
    let (_folder, path) = place();
    let mut window = setup(&path, Lang::De).open();
    window.press_with_ctrl(Key::K);
    let rows = window.rows().join("\n");
    for name in ["Konto", "Zuwendungsübersicht", "Bankabgleich", "Förderbuch öffnen", "Hilfe"] {
        assert!(rows.contains(name), "{name}: {rows}");
    }
    for name in ["erfassen", "Buchen", "Journal", "Programmbericht", "Kopie", "Datenstand"] {
        let commands = rows.lines().filter(|row| !row.contains("Hilfe"));
        assert!(!commands.into_iter().any(|row| row.contains(name)), "{name}: {rows}");
    }
    window.write("EG-2020");
    assert!(!window.rows().iter().any(|row| row.contains("Zuwendung EG")), "{:?}", window.rows());
    window.press(Key::Escape);
    window.press(Key::F1);
    assert_eq!(*window.route(), Route::Help(Chapter::Extract));
    // Whatever else leads elsewhere is told, and leads nowhere.
    for action in [
        Action::Go(Route::Overview),
        Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-001")))),
        Action::Go(Route::Reconcile(Side::Cash)),
        Action::Open(Ask::NewProgramme),
    ] {
        window.wish(action);
        assert_eq!(*window.route(), Route::Help(Chapter::Extract));
        window.must_see("Ein Auszug zeigt nur Konto, Zuwendungsübersicht und Bankabgleich.");
        window.button("Meldung schließen");
    }
    window.press_with(Modifiers::COMMAND, Key::B);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    assert_eq!(*window.route(), Route::Help(Chapter::Extract));
}

#[test]
fn the_statement_is_looked_at_and_printed_and_says_where_it_is_from() {
    let (folder, path) = place();
    let answer = folder.path().join("Z.pdf");
    let mut setup = setup(&path, Lang::De);
    setup.answer = Some(answer.clone());
    let mut window = setup.open();
    window.button("Zuwendungsübersicht");
    window.button("Als Text");
    window.must_see("Aus einem Auszug");
    window.must_see("2.200.000,00");
    assert!(!window.has(Role::Button, "Ausfertigen …"));
    window.press_with_ctrl(Key::P);
    printed(&mut window, &answer);
    window.wish(Action::Go(account()));
    window.press_with_ctrl(Key::P);
    printed(&mut window, &answer);
}

/// The paper that was just written; it is taken away for the next one.
fn printed(window: &mut Window, path: &Path) {
    window.wait_for("Dokument gespeichert");
    assert!(fs::read(path).unwrap().starts_with(b"%PDF"));
    fs::remove_file(path).unwrap();
    window.button("Meldung schließen");
}

/// The bank's statement of what was paid, as it comes: in a ZIP.
fn bank(folder: &Path, cents_less: i64) -> PathBuf {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let data = query::statement_data(&ledger, times, &RecipientKey::new(KEY)).unwrap();
    let mut movements = data.unwrap().detail.movements();
    movements[1].amount -= foerderbuch::domain::Money::from_cents(cents_less);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("2020.xml", options).unwrap();
    archive.write_all(camt(&movements).as_bytes()).unwrap();
    let path = folder.join(format!("bank-{cents_less}.zip"));
    fs::write(&path, archive.finish().unwrap().into_inner()).unwrap();
    path
}

#[test]
fn a_treasurer_drops_her_banks_zip_on_the_window_and_prints_the_confirmation() {
    let (folder, path) = place();
    let answer = folder.path().join("confirmation.pdf");
    let mut setup = setup(&path, Lang::De);
    setup.answer = Some(answer.clone());
    let mut window = setup.open();
    drop_on(&mut window, &[&bank(folder.path(), 0)]);
    assert_eq!(*window.route(), Route::Reconcile(Side::Bank));
    window.must_see("Alles stimmt");
    assert_eq!(window.rows().len(), 3, "{:?}", window.rows());
    assert!(!window.has(Role::Button, "Istliste der Kasse"));
    window.button("Abgleich drucken …");
    printed(&mut window, &answer);
    window.press_with_ctrl(Key::P);
    printed(&mut window, &answer);
    // One cent: the line is named.
    drop_on(&mut window, &[&bank(folder.path(), 1)]);
    window.must_see("−0,01");
    window.row("799.999,99");
    assert!(!window.sees("Zur Buchung"), "no way to what is not here");
    // What is no bank statement is told.
    drop_on(&mut window, &[&answer]);
    window.must_see("Ein Dokument wird im Förderbuch des Ministeriums geprüft");
    assert_eq!(*window.route(), Route::Reconcile(Side::Bank));
}

#[test]
fn an_extract_is_opened_from_a_ledger_and_left_again() {
    let (folder, path) = place();
    let ledger = folder.path().join("Ganz.foerderbuch");
    sample::write(&ledger).unwrap();
    let mut setup = Setup::sample(Lang::De);
    setup.answer = Some(path.clone());
    let mut window = setup.open();
    window.wish(Action::OpenLedger);
    window.wait_for("Auszug für Landkreis");
    assert_eq!(*window.route(), account());
    drop_on(&mut window, &[&ledger]);
    window.wait_for("Buchen …");
    assert_eq!(*window.route(), Route::Overview);
    drop_on(&mut window, &[&path]);
    window.wait_for("Auszug für Landkreis");
    assert_eq!(*window.route(), account());
    assert!(!window.has(Role::Button, "Buchen …"));
}

#[test]
fn a_changed_extract_says_so_and_shows_no_figure() {
    let (_folder, path) = place();
    let file = Connection::open(&path).unwrap();
    let changed = "UPDATE event SET voucher = 'x' WHERE kind = 'payment_confirmed' AND seq = ( \
                   SELECT max(seq) FROM event WHERE kind = 'payment_confirmed')";
    assert_eq!(file.execute(changed, []).unwrap(), 1);
    drop(file);
    let mut window = setup(&path, Lang::De).open();
    window.must_see("Nicht geprüft: Der Auszug wurde verändert oder ist beschädigt.");
    assert!(!window.sees("Geprüft: Die"));
    for name in ["Zuwendungsübersicht", "Bankabgleich", "Konto"] {
        window.button(name);
        assert!(!window.sees("900.000,00") && !window.sees("2.200.000,00"), "{name}");
    }
}
