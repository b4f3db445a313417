//! Papers and files by key alone: what the file dialog asks, and what is done with its answer.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers};
use foerderbuch::app::Question;
use foerderbuch::domain::{FileNumber, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::Action;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

fn answered(answer: Option<PathBuf>) -> Window {
    Setup { answer, ..Setup::sample(Lang::De) }.open()
}

/// The only question that was asked.
#[track_caller]
fn only_question(window: &Window) -> Question {
    let asked = window.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    asked.into_iter().next().expect("one")
}

#[track_caller]
fn is_a_paper(file: &Path) {
    let bytes = std::fs::read(file).expect("the paper");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 10_000, "{} bytes", bytes.len());
}

fn shift_ctrl(window: &mut Window, key: Key) {
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, key);
}

#[test]
fn ctrl_p_prints_the_statement_of_the_recipient_on_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("auszug.pdf");
    let mut window = answered(Some(file.clone()));
    window.wish(Action::Go(Route::Recipients(Some(RecipientKey::new("16066")))));
    window.press_with_ctrl(Key::P);
    window.wait_for("Dokument gespeichert");
    let question = only_question(&window);
    assert_eq!(question.title, "Zuwendungsübersicht …");
    assert_eq!(question.extension, "pdf");
    assert_eq!(question.save.as_deref(), Some("Zuwendungsübersicht 16066 2020-12-31.pdf"));
    is_a_paper(&file);
}

#[test]
fn ctrl_p_prints_the_report_elsewhere_and_with_shift_everywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bericht.pdf");
    let mut window = answered(Some(file.clone()));
    window.press_with_ctrl(Key::P);
    window.wait_for("Dokument gespeichert");
    assert_eq!(only_question(&window).title, "Programmbericht …");
    is_a_paper(&file);
    std::fs::remove_file(&file).expect("it is there");

    window.wish(Action::Go(Route::Recipients(Some(RecipientKey::new("16066")))));
    shift_ctrl(&mut window, Key::P);
    let asked = window.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].save.as_deref(), Some("Programmbericht 2020-12-31.pdf"));
    while !file.exists() {
        window.wait(1);
    }
    is_a_paper(&file);
}

#[test]
fn ctrl_shift_s_saves_a_verified_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Kopie.foerderbuch");
    let mut window = answered(Some(file.clone()));
    shift_ctrl(&mut window, Key::S);
    window.wait_for("Geprüfte Kopie gespeichert");
    let question = only_question(&window);
    assert_eq!(question.extension, "foerderbuch");
    assert!(question.save.is_some(), "a copy is saved, not opened");
    let copy = Ledger::open(&file, Access::Read).expect("a ledger");
    assert!(copy.findings().is_empty());
}

#[test]
fn ctrl_o_opens_another_ledger_and_escape_in_the_dialog_leaves_all_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Anderes.foerderbuch");
    sample::write(&file).expect("a file");
    let mut window = answered(Some(file));
    window.press_with_ctrl(Key::O);
    window.wait_for("Anderes.foerderbuch");
    let question = only_question(&window);
    assert_eq!((question.title.as_str(), question.save), ("Förderbuch öffnen …", None));

    let mut window = answered(None);
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-003")))));
    let before = window.words();
    window.press_with_ctrl(Key::O);
    window.press_with_ctrl(Key::P);
    shift_ctrl(&mut window, Key::S);
    assert_eq!(window.asked().len(), 3);
    assert_eq!(window.words(), before);
}

#[test]
fn ctrl_q_closes_the_program_and_other_keys_do_not() {
    let mut window = Window::german();
    assert!(!window.closes_by(Key::J));
    assert!(window.closes_by(Key::Q));
}

#[test]
fn in_a_form_the_keys_of_files_do_nothing() {
    let mut window = answered(None);
    window.press_with_ctrl(Key::B);
    for key in [Key::P, Key::O] {
        window.press_with_ctrl(key);
    }
    shift_ctrl(&mut window, Key::S);
    assert!(window.asked().is_empty());
    assert!(!window.closes_by(Key::Q));
}
