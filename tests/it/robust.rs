//! Disturbances: a panic in a job, a file that is gone or replaced, a full disk, a computer that
//! slept. Nothing typed and nothing booked is lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use eframe::egui::Key;
use foerderbuch::app::{Probe, Source};
use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::Lang;

use super::harness::{NOW, Setup};

fn sample_file(folder: &Path) -> PathBuf {
    let file = folder.join("a.foerderbuch");
    sample::write(&file).unwrap();
    file
}

fn on(folder: &Path, file: &Path) -> Setup {
    let source = Source::File(file.to_owned());
    Setup { folder: Some(folder.to_owned()), source, ..Setup::sample(Lang::De) }
}

/// Fails once, in the next job of that name after it was armed.
fn failing(job: &'static str) -> (Probe, Arc<AtomicBool>) {
    let armed = Arc::new(AtomicBool::new(false));
    let inside = Arc::clone(&armed);
    let probe: Probe = Arc::new(move |name| {
        assert!(
            !(name == job && inside.swap(false, Ordering::Relaxed)),
            "a defect in the job {name}"
        );
    });
    (probe, armed)
}

#[test]
fn a_panic_while_booking_is_told_and_the_form_is_booked_the_second_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let (probe, armed) = failing("book");
    let mut window = Setup { probe, ..on(folder.path(), &file) }.open();
    window.prepare_block();
    armed.store(true, Ordering::Relaxed);
    window.button("Buchen");
    window.must_see("Im Programm ist ein Fehler aufgetreten. Nichts wurde gebucht");
    window.must_see("Ihre Eingaben sind noch da");
    assert_eq!(window.value("Betrag"), "1.000,00");
    let before = Ledger::open(&file, Access::Read).unwrap().head().seq;
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
    let ledger = Ledger::open(&file, Access::Read).unwrap();
    assert_eq!(ledger.head().seq, before + 1);
    assert!(ledger.findings().is_empty());
}

#[test]
fn a_panic_while_reading_or_trying_leaves_the_window_standing() {
    for job in ["load", "try", "keep_draft"] {
        let folder = tempfile::tempdir().unwrap();
        let file = sample_file(folder.path());
        let (probe, armed) = failing(job);
        let mut window = Setup { probe, ..on(folder.path(), &file) }.open();
        armed.store(true, Ordering::Relaxed);
        window.button("Stammdaten");
        window.prepare_block();
        window.wait(2);
        assert!(!armed.load(Ordering::Relaxed), "{job} was done");
        window.button("Buchen");
        window.must_see("Gebucht: Sperre");
    }
}

#[test]
fn a_file_that_is_gone_is_told_nothing_is_lost_and_it_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let away = folder.path().join("away");
    let mut window = on(folder.path(), &file).open();
    window.prepare_block();
    std::fs::rename(&file, &away).unwrap();
    window.button("Buchen");
    window.must_see("gibt es nicht");
    window.must_see("Ihre Eingaben sind noch da");
    window.press(Key::Escape);
    window.must_see("gelesen und gebucht wird erst wieder, wenn die Datei da ist");
    window.must_see("Entwürfe (1)");
    window.button("Haushalt");
    window.must_see("Jetzt nachsehen");
    std::fs::rename(&away, &file).unwrap();
    window.wait_for("Die Datei ist wieder da");
    assert!(!window.sees("Jetzt nachsehen"));
    window.button("Entwürfe (1)");
    window.button("Fortsetzen");
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
    assert!(Ledger::open(&file, Access::Read).unwrap().findings().is_empty());
}

#[test]
fn another_ledger_in_its_place_is_not_read_and_the_own_one_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let copy = folder.path().join("copy.foerderbuch");
    let mut window = on(folder.path(), &file).open();
    std::fs::copy(&file, &copy).unwrap();
    window.prepare_block();
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
    let whole = folder.path().join("whole.foerderbuch");
    std::fs::copy(&file, &whole).unwrap();
    // An older state of the same ledger: what was booked is missing in it.
    std::fs::rename(&copy, &file).unwrap();
    window.wait_for("liegt jetzt eine andere Datei");
    window.button("Jetzt nachsehen");
    window.must_see("liegt jetzt eine andere Datei");
    // A copy with everything in it goes on.
    std::fs::rename(&whole, &file).unwrap();
    window.wait_for("Die Datei ist wieder da");
    window.button("Journal");
    window.row("Sperre, ");
}

#[test]
fn a_disk_that_takes_no_drafts_is_told_at_the_form_and_costs_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    // A file where the folder should be: every write fails, as on a full disk.
    std::fs::write(folder.path().join("drafts"), "").unwrap();
    let mut window = on(folder.path(), &file).open();
    window.prepare_block();
    window.wait(2);
    window.must_see("Entwurf nicht gesichert:");
    std::fs::remove_file(folder.path().join("drafts")).unwrap();
    window.fill("Beleg", "Sperre 2");
    window.wait(2);
    window.must_see("Gesichert ");
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
}

#[test]
fn an_unexpected_end_is_told_at_the_next_start_and_only_then() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    std::fs::write(folder.path().join("ended.txt"), "/somewhere/report-7.txt").unwrap();
    let mut window = on(folder.path(), &file).open();
    window.must_see("durch einen eigenen Fehler beendet");
    window.must_see("report-7.txt");
    window.button("Meldung schließen");
    assert!(!window.sees("report-7.txt"));
    drop(window);
    let window = on(folder.path(), &file).open();
    assert!(!window.sees("report-7.txt"));
}

/// The clock of the test below.
static CLOCK: AtomicI64 = AtomicI64::new(NOW);

#[test]
fn after_a_night_asleep_the_stichtag_of_today_is_that_of_the_new_day() {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new.foerderbuch");
    let setup = Setup {
        clock: || CLOCK.load(Ordering::Relaxed),
        answer: Some(new),
        ..Setup::sample(Lang::De)
    };
    let mut window = setup.open();
    CLOCK.store(NOW + DAY, Ordering::Relaxed);
    window.settle();
    assert_eq!(window.value("Stichtag"), "31.12.2020", "the sample has its own");
    window.button("Förderbuch");
    window.button("Neues Programm …");
    window.fill_programme("Breitband");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Breitband");
    assert_eq!(window.value("Stichtag"), "06.01.2021");
    CLOCK.store(NOW + 3 * DAY, Ordering::Relaxed);
    window.settle();
    assert_eq!(window.value("Stichtag"), "08.01.2021");
    window.fill("Stichtag", "05.01.2021");
    window.press(Key::Enter);
    CLOCK.store(NOW + 4 * DAY, Ordering::Relaxed);
    window.settle();
    assert_eq!(window.value("Stichtag"), "05.01.2021", "a chosen day stays");
}
