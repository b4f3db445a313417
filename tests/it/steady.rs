//! What was typed, marked or dropped stays with what it belongs to, keys reach only what lies on
//! top, and no wish of a person ends without a word.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::{Probe, Source};
use foerderbuch::domain::{FileNumber, Kind, RecipientKey};
use foerderbuch::ops::sample;
use foerderbuch::paper::{Document, Wish};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, PaperAction};
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};
use super::worklist::with_draws;

fn on(file: &Path) -> Setup {
    Setup { source: Source::File(file.to_owned()), ..Setup::sample(Lang::De) }
}

/// A probe that holds a job of that name up while the lock is held.
fn gate(job: &'static str) -> (Probe, Arc<Mutex<()>>) {
    let gate = Arc::new(Mutex::new(()));
    let inside = Arc::clone(&gate);
    let probe: Probe = Arc::new(move |name| {
        if name == job {
            drop(inside.lock().unwrap());
        }
    });
    (probe, gate)
}

fn work_list(person: &str) -> Window {
    let source = Source::InMemory(Box::new(with_draws()));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.choose("Handelnde Person", person);
    window.button("Arbeitsliste");
    window
}

#[test]
fn keys_of_the_work_list_do_nothing_under_a_dialog_or_the_search() {
    let mut window = work_list("B. Lang");
    window.button("Rechnerisch feststellen (3)");
    window.button("Buchen …");
    window.press_with_ctrl(Key::Enter);
    window.press(Key::Escape);
    window.press_with_ctrl(Key::K);
    window.press_with_ctrl(Key::Enter);
    window.press(Key::Escape);
    window.must_see("Rechnerisch feststellen (3)");
    assert!(!window.sees("Gebucht:"), "{:?}", window.words());
}

#[test]
fn what_arrives_under_the_search_does_not_take_its_keyboard() {
    let (probe, gate) = gate("take");
    let source = Source::InMemory(Box::new(with_draws()));
    let mut window = Setup { source, probe, ..Setup::sample(Lang::De) }.open();
    window.choose("Handelnde Person", "B. Lang");
    window.button("Arbeitsliste");
    window.button("Rechnerisch feststellen (3)");
    let held = gate.lock().unwrap();
    window.harness().key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.harness().run_steps(4);
    window.harness().key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.harness().run_steps(4);
    drop(held);
    let typed = "Feststellung und Auszahlung der Mittel an die Gemeinden im Land";
    for letter in typed.chars() {
        window.harness().event(Event::Text(letter.to_string()));
        std::thread::sleep(Duration::from_millis(10));
        window.harness().step();
    }
    window.settle();
    assert_eq!(window.value("Suchen oder Befehl"), typed);
    window.press(Key::Escape);
    window.must_see("Rechnerisch feststellen (2)");
}

#[test]
fn a_step_on_a_file_that_is_gone_is_told_and_taken_once_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let (file, away) = (folder.path().join("a.foerderbuch"), folder.path().join("away"));
    sample::write(&file).unwrap();
    let mut window = on(&file).open();
    window.choose("Handelnde Person", "B. Lang");
    window.button("Arbeitsliste");
    window.button("Mit Kasse abgleichen (2)");
    std::fs::rename(&file, &away).unwrap();
    window.press_with_ctrl(Key::Enter);
    window.must_see("gibt es nicht");
    window.must_see("Nichts wurde gebucht");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Nichts wurde gebucht");
    std::fs::rename(&away, &file).unwrap();
    window.wait_for("Die Datei ist wieder da");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Mit Kasse abgeglichen");
}

/// What lies in the clipboard within a few seconds.
fn clipboard(window: &mut Window) -> String {
    for _ in 0..2000 {
        window.harness().step();
        let commands = &window.harness().output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = copied {
            window.settle();
            return text;
        }
        std::thread::sleep(Duration::from_millis(3));
    }
    panic!("nothing is copied");
}

#[test]
fn all_selected_entries_are_copied_also_those_that_were_never_in_sight() {
    let mut window = Window::german();
    window.button("Journal");
    let first = window.rows()[0].clone();
    let all: usize = first.split(", ").next().unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    assert!(all > 200, "{first}");
    window.pick(Modifiers::COMMAND, &first);
    window.press_with_ctrl(Key::A);
    window.harness().event(Event::Copy);
    let copied = clipboard(&mut window);
    let lines: Vec<&str> = copied.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), all + 1, "{}", lines[0]);
    assert!(lines[0].starts_with("Nr.\t") && lines[all].starts_with("1\t"), "{:?}", lines[all]);
    window.must_see(&format!("{all} Zeilen kopiert"));
}

#[test]
fn a_selection_goes_with_the_filter_of_the_journal() {
    let mut window = Window::german();
    window.button("Journal");
    let first = window.rows()[0].clone();
    window.pick(Modifiers::COMMAND, &first);
    window.press_with_ctrl(Key::A);
    window.must_see(" markiert");
    window.fill("Suchen …", "K-2020");
    assert!(!window.sees("markiert ·") && window.sees("0 markiert"));
}

#[test]
fn another_ledger_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.foerderbuch");
    sample::write(&other).unwrap();
    let source = Source::InMemory(Box::new(with_draws()));
    let setup = Setup { source, answer: Some(other), ..Setup::sample(Lang::De) };
    let mut window = setup.open();
    window.choose("Handelnde Person", "D. Kern");
    window.button("Buchen …");
    window.invoke(&Text::new(Lang::De).deed(Kind::BlockSet));
    window.fill("Betrag", "1000");
    window.button("Verwerfen");
    window.must_see("Zurückholen");
    window.button("Arbeitsliste");
    window.button("Alle (9)");
    window.wish(Action::OpenLedger);
    window.wait_for("other.foerderbuch");
    window.button("Arbeitsliste");
    assert!(!window.sees("Zurückholen"), "the draft belongs to the ledger before");
    window.wish(Action::RestoreDraft);
    assert!(!window.sees("Entwürfe (1)"), "nor does a key bring it back");
    assert!(!window.sees(": wartet auf"), "only the own steps are shown, as at the start");
}

#[test]
fn what_a_form_offers_is_read_for_each_thing_that_it_is_about() {
    let loads = Arc::new(AtomicUsize::new(0));
    let inside = Arc::clone(&loads);
    let probe: Probe = Arc::new(move |name| {
        if name == "load" {
            inside.fetch_add(1, Ordering::Relaxed);
        }
    });
    let mut window = Setup { probe, ..Setup::sample(Lang::De) }.open();
    window.button("Stammdaten");
    let mut open = |key: &str| {
        let about = Occasion::recipient(&RecipientKey::new(key));
        window.wish(Action::book(Kind::BankAccountRecorded, about));
        window.press(Key::Escape);
        window.settle();
        loads.load(Ordering::Relaxed)
    };
    open("16999001");
    let before = open("16999002");
    assert!(open("16999001") > before, "the choices of the second one are not those of the first");
}

#[test]
fn a_day_typed_in_the_bar_counts_when_the_field_is_left() {
    let mut window = Window::german();
    window.fill("Stichtag", "30.06.2020");
    window.press(Key::Tab);
    // The text is made anew from the day in force.
    window.wish(Action::SetLanguage(Lang::En));
    window.wish(Action::SetLanguage(Lang::De));
    assert_eq!(window.value("Stichtag"), "30.06.2020");
    window.fill("Stichtag", "irgendwann");
    window.press(Key::Tab);
    assert_eq!(window.value("Stichtag"), "30.06.2020", "what is no day does not stay");
    window.fill("Stichtag", "31.12.2020");
    window.press(Key::Escape);
    assert_eq!(window.value("Stichtag"), "30.06.2020", "Escape takes it back");
    window.fill("Datenstand", "12");
    window.button("Haushalt");
    window.wish(Action::SetLanguage(Lang::En));
    window.wish(Action::SetLanguage(Lang::De));
    assert_eq!(window.value("Datenstand"), "Nr. 12");
}

#[test]
fn granted_of_a_recipient_leads_to_its_notices_claims_among_them() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::Recipients(Some(RecipientKey::new("16999003")))));
    let links = window.harness().get_all_by_role(Role::Link);
    let granted = links.into_iter().find(|node| {
        node.accesskit_node().label().is_some_and(|name| name.starts_with("Bewilligt"))
    });
    granted.expect("the figure").click_accesskit();
    window.settle();
    let Route::Journal(filter) = window.route() else { panic!("{:?}", window.route()) };
    assert!(filter.postings.is_empty());
    assert_eq!(filter.kinds, [Kind::GrantIssued, Kind::ClaimRaised]);
    assert_eq!(filter.recipient, Some(RecipientKey::new("16999003")));
}

/// A booking that is under way as long as the lock is held.
fn booked_under<'a>(window: &mut Window, gate: &'a Mutex<()>) -> MutexGuard<'a, ()> {
    window.prepare_block();
    let held = gate.lock().unwrap();
    window.harness().get_by_role_and_label(Role::Button, "Buchen").click();
    held
}

#[test]
fn escape_while_it_is_booked_leaves_no_draft_of_what_is_booked() {
    let (probe, gate) = gate("book");
    let mut window = Setup { probe, ..Setup::sample(Lang::De) }.open();
    let held = booked_under(&mut window, &gate);
    window.harness().run_steps(3);
    window.harness().key_press(Key::Escape);
    window.harness().run_steps(3);
    assert!(window.sees("Sperre 1"), "the form stays while it is booked");
    drop(held);
    window.settle();
    window.must_see("Gebucht: Sperre");
    assert!(!window.sees("Entwürfe (1)"));
}

#[test]
fn going_elsewhere_while_it_is_booked_leaves_the_next_form_as_it_is() {
    let (probe, gate) = gate("book");
    let mut window = Setup { probe, ..Setup::sample(Lang::De) }.open();
    let held = booked_under(&mut window, &gate);
    window.harness().run_steps(3);
    let about = Occasion::recipient(&RecipientKey::new("16999001"));
    window.harness().state().wish(Action::Go(Route::Masters));
    window.harness().state().wish(Action::book(Kind::BankAccountRecorded, about));
    window.harness().run_steps(3);
    drop(held);
    window.wait(1);
    window.must_see("Gebucht: Sperre");
    assert!(!window.sees("Entwürfe (1)"), "what is booked is no draft");
    assert!(window.sees("IBAN"), "the other form is still open: {:?}", window.words());
}

#[test]
fn a_case_offers_only_the_attestations_that_are_missing() {
    let mut window = work_list("B. Lang");
    window.button("Rechnerisch feststellen (3)");
    window.press_with_ctrl(Key::A);
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: 3 ×");
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-003")))));
    assert!(!window.has(Role::Button, "Rechnerisch feststellen …"), "all draws have it");
    window.choose("Handelnde Person", "F. Sommer");
    assert!(window.has(Role::Button, "Sachlich feststellen …"));
}

#[test]
fn figures_of_before_say_so_until_the_new_ones_are_here() {
    let (probe, gate) = gate("load");
    let mut window = Setup { probe, ..Setup::sample(Lang::De) }.open();
    assert!(!window.sees("Wird neu gelesen"));
    let held = gate.lock().unwrap();
    window.harness().state().wish(Action::SetAsOf("2020-06-30".parse().unwrap()));
    window.harness().run_steps(6);
    window.must_see("Wird neu gelesen");
    drop(held);
    window.settle();
    assert!(!window.sees("Wird neu gelesen"));
}

#[test]
fn statements_that_are_stopped_say_so_and_leave_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let (probe, gate) = gate("statements");
    let answer = Some(folder.path().to_owned());
    let mut window = Setup { answer, probe, ..Setup::sample(Lang::De) }.open();
    window.wish(Action::Go(Route::paper(Wish::of(Document::Statement))));
    let held = gate.lock().unwrap();
    window.harness().state().wish(Action::Paper(PaperAction::SaveStatements(Lang::De)));
    window.harness().run_steps(6);
    window.must_see("Zuwendungsübersichten anhalten");
    window.harness().state().wish(Action::StopCopy);
    window.harness().run_steps(3);
    drop(held);
    window.settle();
    window.must_see("Angehalten; was geschrieben ist, bleibt.");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
