//! Backups, restoring, what was seen last, and places at which nothing is booked: in the window,
//! and by the command line beside it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use foerderbuch::app::{Probe, Source};
use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Ledger, backup};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::Action;
use foerderbuch::ui::safety::SafetyAction;

use super::harness::{Setup, Window};
use super::program::{good, program, run};

fn on(folder: &Path, file: &Path) -> Setup {
    let source = Source::File(file.to_owned());
    Setup { folder: Some(folder.to_owned()), source, ..Setup::sample(Lang::De) }
}

fn sample_file(folder: &Path) -> PathBuf {
    let file = folder.join("a.foerderbuch");
    sample::write(&file).unwrap();
    file
}

fn book(window: &mut Window) {
    window.prepare_block();
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");
}

fn last(file: &Path) -> u64 {
    let ledger = Ledger::open(file, Access::Read).unwrap();
    assert!(ledger.findings().is_empty());
    ledger.head().seq
}

/// Waits until the window shows that.
#[track_caller]
fn comes(window: &mut Window, words: &str) {
    let end = Instant::now() + Duration::from_mins(1);
    while !window.sees(words) && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(5));
        window.settle();
    }
    window.must_see(words);
}

fn backups(file: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(backup::folder_of(file)).into_iter().flatten().flatten();
    all.map(|entry| entry.path()).collect()
}

#[test]
fn the_end_of_the_program_writes_a_backup_when_something_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let mut window = on(folder.path(), &file).open();
    assert!(window.ends(), "a sample in which nobody booked needs no backup");
    assert_eq!(backups(&file).len(), 0);
    drop(window);
    let mut window = on(folder.path(), &file).open();
    book(&mut window);
    window.must_see("Keine Sicherung");
    assert!(window.ends());
    drop(window);
    let found = backups(&file);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(last(&found[0]), last(&file));
    // There is nothing new the next time.
    let mut window = on(folder.path(), &file).open();
    window.must_see("Gesichert: ");
    assert!(window.ends());
    assert_eq!(backups(&file), found);
}

#[test]
fn a_backup_that_cannot_be_written_keeps_nobody_from_ending() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    std::fs::write(backup::folder_of(&file), "kein Ordner").unwrap();
    let mut window = on(folder.path(), &file).open();
    book(&mut window);
    assert!(!window.ends());
    window.must_see("eine gute Sicherung davon gibt es nicht");
    window.button("Noch einmal versuchen");
    window.must_see("Das Förderbuch selbst ist unverändert");
    window.button("Nicht beenden");
    window.must_not_see("Das Förderbuch selbst ist unverändert");
    assert!(!window.ends());
    assert!(window.ends(), "the second time it ends without");
}

#[test]
fn a_drill_by_one_click_says_whether_the_newest_backup_can_be_relied_upon() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let mut window = on(folder.path(), &file).open();
    window.wish(Action::Safety(SafetyAction::Drill));
    window.must_see("Es gibt noch keine Sicherung zum Proben");
    window.wish(Action::Safety(SafetyAction::BackUp));
    window.must_see("Gesichert und geprüft: ");
    window.wish(Action::Safety(SafetyAction::Drill));
    window.must_see("Probe bestanden");
    assert_eq!(backups(&file).len(), 1, "nothing is left of the drill");
    // A newest one that is broken is told, and the next one takes its place.
    let path = backups(&file)[0].clone();
    std::fs::write(&path, "zerstört").unwrap();
    drop(window);
    let mut window = on(folder.path(), &file).open();
    window.must_see("Letzte Sicherung unbrauchbar");
    window.wish(Action::Safety(SafetyAction::Drill));
    window.must_see("Probe nicht bestanden");
    window.wish(Action::Safety(SafetyAction::BackUp));
    window.must_see("keine gute Sicherung war; sie liegt jetzt hier: ");
    window.must_see("Gesichert: ");
    assert_eq!(last(&path), 276);
}

#[test]
fn a_backup_takes_the_place_of_the_ledger_and_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    good(folder.path(), &["backup", "a.foerderbuch"]);
    let answer = Some(backups(&file)[0].clone());
    let mut window = Setup { answer, ..on(folder.path(), &file) }.open();
    book(&mut window);
    let before = last(&file);
    window.wish(Action::Safety(SafetyAction::ChooseBackup));
    comes(&mut window, "1 Buchung danach steht nicht in ihr");
    window.button("Abbrechen");
    assert_eq!(last(&file), before);
    window.wish(Action::Safety(SafetyAction::ChooseBackup));
    comes(&mut window, "1 Buchung danach steht nicht in ihr");
    window.button("Wiederherstellen");
    comes(&mut window, "die Wiederherstellung ist vermerkt");
    window.must_not_see("nicht auf dem Stand");
    assert_eq!(last(&folder.path().join("a-ersetzt-1.foerderbuch")), before);
    let ledger = Ledger::open(&file, Access::Read).unwrap();
    assert!(ledger.verify_deep().unwrap().is_empty());
    book(&mut window);
    drop(window);
    // Who saw what was given up reads why it is not there.
    let other = tempfile::tempdir().unwrap();
    std::fs::rename(&file, folder.path().join("b")).unwrap();
    std::fs::rename(folder.path().join("a-ersetzt-1.foerderbuch"), &file).unwrap();
    drop(on(other.path(), &file).open());
    std::fs::rename(folder.path().join("b"), &file).unwrap();
    let mut window = on(other.path(), &file).open();
    window.must_see("aus einer Sicherung wiederhergestellt");
    window.button("Verstanden");
    window.must_not_see("aus einer Sicherung wiederhergestellt");
}

#[test]
fn yesterdays_file_is_told_by_window_and_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let yesterday = std::fs::read(&file).unwrap();
    let mut window = on(folder.path(), &file).open();
    book(&mut window);
    drop(window);
    let today = std::fs::read(&file).unwrap();
    let verify = || {
        let mut verify = program(folder.path(), &["verify", "a.foerderbuch"]);
        verify.env("FOERDERBUCH_DATA", folder.path()).output().unwrap()
    };
    assert!(verify().status.success());
    std::fs::write(&file, &yesterday).unwrap();
    let told = String::from_utf8(verify().stderr).unwrap();
    assert!(
        told.contains("Buchung Nr. 277, die auf diesem Rechner zuletzt gesehen wurde"),
        "{told}"
    );
    let window = on(folder.path(), &file).open();
    window.must_see("Diese Datei ist nicht auf dem Stand, den Sie zuletzt gesehen haben");
    assert!(!window.is_enabled("Buchen …"));
    drop(window);
    // The file of today is good again, also as a copy of it.
    std::fs::write(&file, &today).unwrap();
    let window = on(folder.path(), &file).open();
    window.must_not_see("nicht auf dem Stand");
    drop(window);
    std::fs::write(&file, &yesterday).unwrap();
    let mut window = on(folder.path(), &file).open();
    window.button("Mit diesem Stand weiterarbeiten");
    window.must_not_see("nicht auf dem Stand");
    book(&mut window);
    assert!(verify().status.success());
}

#[test]
fn the_command_line_books_on_no_older_state_of_what_it_saw_last() {
    let folder = tempfile::tempdir().unwrap();
    let (here, file) = (folder.path(), folder.path().join("p.foerderbuch"));
    let examples = include_str!("../../docs/book-examples.txt");
    let lines = examples.lines().filter(|line| line.starts_with('{')).collect::<Vec<_>>();
    std::fs::write(here.join("all.jsonl"), lines.join("\n")).unwrap();
    good(here, &["book", "p.foerderbuch", "all.jsonl", "--as", "1"]);
    let head = last(&file);
    note(here, "2025-06-16");
    let yesterday = std::fs::read(&file).unwrap();
    let book = ["book", "p.foerderbuch", "note.jsonl", "--as", "1"];
    good(here, &book);
    let today = std::fs::read(&file).unwrap();
    std::fs::write(&file, &yesterday).unwrap();
    let refused = |arguments: &[&str]| {
        let done = run(here, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{arguments:?}: {told}");
        assert!(told.contains(&format!("Nr. {}", head + 1)), "{told}");
        told
    };
    assert!(refused(&book).contains("Nichts wurde verändert; bitte die richtige Datei suchen"));
    refused(&["backup", "p.foerderbuch"]);
    refused(&["verify", "p.foerderbuch"]);
    let paper = ["report", "p.foerderbuch", "--kind", "budget", "--out", "r.pdf"];
    refused(&[paper.as_slice(), &["--issue", "--as", "1"]].concat());
    // Figures come with a word about it.
    let done = run(here, &["balance", "p.foerderbuch"]);
    assert!(done.status.success() && !done.stdout.is_empty());
    assert!(String::from_utf8(done.stderr).unwrap().contains("zuletzt gesehen wurde, fehlt"));
    assert_eq!(std::fs::read(&file).unwrap(), yesterday);
    // An older copy beside it leads back to it.
    std::fs::write(&file, &today).unwrap();
    std::fs::write(here.join("alt.foerderbuch"), &yesterday).unwrap();
    let other = ["book", "alt.foerderbuch", "note.jsonl", "--as", "1"];
    assert!(refused(&other).contains("p.foerderbuch"));
    good(here, &book);
    // Who decides that the older one counts may go on with it.
    assert_eq!(good(here, &["verify", "alt.foerderbuch", "--accept"]), "");
    good(here, &other);
    // What was restored says so, and is what was seen from then on.
    std::fs::write(here.join("alt.foerderbuch"), &yesterday).unwrap();
    refused(&other);
    std::fs::write(here.join("safe.foerderbuch"), &yesterday).unwrap();
    good(here, &["restore", "safe.foerderbuch", "--over", "alt.foerderbuch", "--as", "1"]);
    good(here, &other);
}

#[test]
fn nothing_is_booked_in_a_backup_and_a_new_ledger_can_be_made_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let file = sample_file(here);
    good(here, &["backup", "a.foerderbuch"]);
    let path = backups(&file)[0].clone();
    let (backup, before) = (path.to_str().unwrap(), std::fs::read(&path).unwrap());
    note(here, "2020-12-20");
    for arguments in [
        &["book", backup, "note.jsonl", "--as", "1"][..],
        &["restore", "a.foerderbuch", "--over", backup, "--as", "1"],
        &["report", backup, "--kind", "budget", "--out", "r.pdf", "--issue", "--as", "1"],
    ] {
        let done = run(here, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{told}");
        assert!(told.contains("den Namen einer Sicherung; darin wird nicht gebucht"), "{told}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
    assert!(!good(here, &["balance", backup]).is_empty());
    assert!(good(here, &["backup", "a.foerderbuch", "--drill"]).contains("Probe bestanden"));
    let data = here.join("data");
    std::fs::create_dir(&data).unwrap();
    let mut window = on(&data, &path).open();
    window.must_see("Diese Datei ist eine Sicherung und wird nur gelesen");
    assert!(!window.is_enabled("Buchen …"));
    window.button("Neues Förderbuch daraus machen");
    comes(&mut window, "Geprüfte Kopie gespeichert: ");
    window.must_not_see("Diese Datei ist eine Sicherung");
    book(&mut window);
    drop(window);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let made = data.join("Kommunale-Digitalisierung-2019-2022.foerderbuch");
    assert_eq!(last(&made), 278, "one entry says that it was restored, one is new");
}

/// A harmless line to book.
fn note(folder: &Path, day: &str) {
    let body = format!(r#"{{"known":1,"sha256":"{}"}}"#, "ab".repeat(32));
    let line = format!(r#"{{"kind":"ledger_restored","effective_on":"{day}","body":{body}}}"#);
    std::fs::write(folder.join("note.jsonl"), line).unwrap();
}

#[test]
fn an_older_copy_beside_the_ledger_leads_to_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let copy = folder.path().join("früher.foerderbuch");
    std::fs::copy(&file, &copy).unwrap();
    let mut window = on(folder.path(), &file).open();
    book(&mut window);
    drop(window);
    // A disk may take its time: until the other one is there this one is shown.
    let slow = Arc::new(AtomicBool::new(false));
    let inside = Arc::clone(&slow);
    let probe: Probe = Arc::new(move |job| {
        while job == "open" && inside.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(5));
        }
    });
    let mut window = Setup { probe, ..on(folder.path(), &copy) }.open();
    window.must_see("Dies ist ein älterer Stand");
    assert!(!window.is_enabled("Buchen …"));
    slow.store(true, Ordering::Relaxed);
    window.harness().get_by_role_and_label(Role::Button, "Jene Datei öffnen").click();
    window.harness().run_steps(30);
    window.must_see("Wird neu gelesen …");
    slow.store(false, Ordering::Relaxed);
    window.settle();
    window.must_not_see("Dies ist ein älterer Stand");
    window.must_not_see("Wird neu gelesen …");
    book(&mut window);
}

#[test]
fn two_copies_that_were_both_booked_in_are_called_apart_and_none_of_them_older() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_file(folder.path());
    let copy = folder.path().join("früher.foerderbuch");
    std::fs::copy(&file, &copy).unwrap();
    let mut window = on(folder.path(), &file).open();
    book(&mut window);
    drop(window);
    let mut window = on(folder.path(), &copy).open();
    window.button("Mit diesem Stand weiterarbeiten");
    book(&mut window);
    drop(window);
    let window = on(folder.path(), &file).open();
    window.must_not_see("älterer Stand");
    window.must_see("Diese Datei wurde getrennt von ");
    window.must_see("Nr. 277, die Sie dort zuletzt gesehen haben, fehlt hier oder lautet anders.");
    drop(window);
    // The one with fewer entries is no older state of the other one, either.
    let mut window = on(folder.path(), &copy).open();
    book(&mut window);
    drop(window);
    let window = on(folder.path(), &file).open();
    window.must_not_see("älterer Stand");
    window.must_see("Nr. 278, die Sie dort zuletzt gesehen haben, fehlt hier oder lautet anders.");
}

#[test]
fn a_sample_of_another_folder_is_no_older_state_of_the_one_seen_last() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut window = on(folder.path(), &sample_file(other.path())).open();
    book(&mut window);
    drop(window);
    let mut window = on(folder.path(), &sample_file(folder.path())).open();
    window.must_not_see("Dies ist ein älterer Stand");
    book(&mut window);
}

#[test]
fn in_a_synchronised_folder_a_ledger_is_only_read_and_a_copy_leads_on() {
    let folder = tempfile::tempdir().unwrap();
    let cloud = folder.path().join("OneDrive - Ministerium");
    std::fs::create_dir(&cloud).unwrap();
    let file = sample_file(&cloud);
    let line = r#"{"kind":"ledger_restored","effective_on":"2020-12-20","actor":1,"body":{"known":1,"sha256":""#;
    std::fs::write(cloud.join("l.jsonl"), format!("{line}{}\"}}}}", "ab".repeat(32))).unwrap();
    let done = run(&cloud, &["book", "a.foerderbuch", "l.jsonl", "--as", "A. Weber"]);
    let told = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(3), "{told}");
    assert!(told.contains("mit einer Cloud abgeglichen") && told.contains("OneDrive"), "{told}");
    for arguments in [
        &["sample", "neu.foerderbuch"][..],
        &["restore", "a.foerderbuch", "--to", "neu.foerderbuch", "--as", "1"],
    ] {
        let done = run(&cloud, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{told}");
        assert!(
            told.contains("läge auf einem Netzlaufwerk") && told.contains("OneDrive"),
            "{told}"
        );
    }
    let mut window = on(folder.path(), &file).open();
    window.must_see("in einem Ordner, der mit einer Cloud abgeglichen wird (OneDrive)");
    assert!(!window.is_enabled("Buchen …"));
    window.button("Auf diesen Rechner kopieren");
    comes(&mut window, "Geprüfte Kopie gespeichert: ");
    window.must_not_see("mit einer Cloud abgeglichen");
    book(&mut window);
    assert_eq!(last(&folder.path().join("a.foerderbuch")), last(&file) + 1);
}

#[test]
fn nothing_is_founded_in_a_synchronised_folder() {
    let folder = tempfile::tempdir().unwrap();
    let cloud = folder.path().join("OneDrive - Ministerium");
    std::fs::create_dir(&cloud).unwrap();
    let new = cloud.join("neu.foerderbuch");
    let mut window = Setup { answer: Some(new.clone()), ..Setup::sample(Lang::De) }.open();
    window.button("Förderbuch");
    window.button("Neues Programm …");
    window.fill_programme("Breitband");
    window.press_with_ctrl(Key::Enter);
    comes(&mut window, "läge auf einem Netzlaufwerk oder in einem Ordner, der mit einer Cloud");
    assert_eq!(window.value("Name des Programms"), "Breitband", "the form stays filled");
    assert_eq!(std::fs::read_dir(&cloud).unwrap().count(), 0, "nothing was written");
}

#[cfg(unix)]
#[test]
fn an_older_state_is_found_also_by_another_way_to_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let (akten, way) = (folder.path().join("akten"), folder.path().join("weg"));
    std::fs::create_dir(&akten).unwrap();
    std::os::unix::fs::symlink(&akten, &way).unwrap();
    good(folder.path(), &["sample", "akten/a.foerderbuch"]);
    let file = akten.join("a.foerderbuch");
    let yesterday = std::fs::read(&file).unwrap();
    let line = r#"{"kind":"milestone_planned","effective_on":"2020-12-16","body":{"milestone":"M-1","name":{"de":"Probe","en":"Trial"}}}"#;
    std::fs::write(folder.path().join("l.jsonl"), line).unwrap();
    good(folder.path(), &["book", "akten/a.foerderbuch", "l.jsonl", "--as", "1"]);
    good(folder.path(), &["verify", "weg/a.foerderbuch"]);
    std::fs::write(&file, yesterday).unwrap();
    for name in ["akten/a.foerderbuch", "weg/a.foerderbuch"] {
        let done = run(folder.path(), &["verify", name]);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{name}: {told}");
        assert!(told.contains("277"), "{name}: {told}");
    }
}

#[test]
fn long_paths_umlauts_and_blanks_are_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    let mut deep = folder.path().to_owned();
    while deep.as_os_str().len() < 270 {
        deep.push("Förderung der Städte & Gemeinden (größer)");
    }
    std::fs::create_dir_all(&deep).unwrap();
    let file = deep.join("Digitalisierung – Thüringen 2021.foerderbuch");
    let path = file.to_str().unwrap();
    let here = folder.path();
    good(here, &["sample", path]);
    good(here, &["backup", path]);
    assert!(good(here, &["backup", path, "--drill"]).contains("Probe bestanden"));
    let new = deep.join("Wiederhergestellt – größer.foerderbuch");
    let backup = backups(&file)[0].clone();
    let restore = ["restore", backup.to_str().unwrap(), "--to", new.to_str().unwrap(), "--as", "1"];
    good(here, &restore);
    assert_eq!(good(here, &["verify", new.to_str().unwrap(), "--deep"]), "");
    let mut window = on(here, &file).open();
    book(&mut window);
    assert!(window.ends());
    assert_eq!(backups(&file).len(), 2);
}
