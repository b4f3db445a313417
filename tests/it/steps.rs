//! Steps as a newcomer meets them: what a form warns of, offers as the way on, and fills in.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, Kind, Seq};
use foerderbuch::store::Ledger;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::route::Route;
use serde_json::json;

use super::harness::{Setup, Window};
use super::stories::{Book, INVESTIVE, due, entry, issued, line};
use super::worklist::with_draws;

fn case(number: &str, person: &str) -> Window {
    let mut window = Setup::sample(Lang::De).open();
    window.choose("Handelnde Person", person);
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(number)))));
    window
}

#[test]
fn an_examination_that_lets_nothing_be_granted_says_so_and_is_the_next_step_again() {
    const DOUBLE: &str = "So kann noch nicht bewilligt werden: Die Doppelförderung";
    const EARLY: &str =
        "So kann noch nicht bewilligt werden: Mit dem ersten Vertrag vom 01.11.2020";
    let mut window = case("EG-2021-001", "A. Weber");
    let examine = |window: &mut Window| {
        window.button("Prüfung abschließen …");
        window.must_see(DOUBLE);
        window.fill("Ergebnis", "zuwendungsfähig");
        window.fill("Vorhabenbeginn (erster Vertrag)", "01.11.2020");
        window.must_see(EARLY);
        window.click(Role::CheckBox, "Doppelförderung ausgeschlossen");
        window.must_not_see(DOUBLE);
    };
    examine(&mut window);
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Antrag geprüft");
    window.must_see("Nächster Schritt: Antrag prüfen");
    window.must_see("zuvor nötig: Prüfung des vorzeitigen Vorhabenbeginns");
    examine(&mut window);
    window.fill("Vorzeitiger Vorhabenbeginn zugelassen, weil", "Planung nach Nr. 1.3 VV");
    window.must_not_see("So kann noch nicht bewilligt werden");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Nächster Schritt: Bescheid erlassen");
    assert!(!window.has(Role::Button, "Prüfung abschließen …"));
}

const GOTHA: &str = "16067";
const GRANT: &str = "EG-2020-009";

/// The sample with a notice for the county of Gotha, which has no bank account.
fn granted() -> (Book, Seq) {
    let mut book = Book::sample();
    let application = book.examined("2020-12-01", (GRANT, GOTHA), ("80.000,00", "100.000,00"));
    let lines = [due(INVESTIVE, 2020, "80.000,00", None)];
    let notice = issued("2020-12-14", GRANT, "100.000,00", &lines);
    let notice = book.good(&notice.of(GOTHA).after(application));
    (book, notice)
}

fn opened(ledger: Ledger, person: &str) -> Window {
    let source = Source::InMemory(Box::new(ledger));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.choose("Handelnde Person", person);
    window
}

fn on(book: Book, person: &str) -> Window {
    let mut window = opened(book.ledger, person);
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(GRANT)))));
    window
}

#[test]
fn a_step_of_another_role_opens_its_form_which_offers_who_may_take_it() {
    let mut window = on(granted().0, "C. Roth");
    window.button("Weitere Schritte …");
    window.fill("Buchungsart suchen", "bekannt");
    window.must_see("Bescheid bekannt geben · nur Sachbearbeitung");
    window.press(Key::Enter);
    assert!(window.has_dialog("Bescheid bekannt geben"), "{:?}", window.words());
    window.must_see("C. Roth hat die Rolle „Sachbearbeitung“ nicht.");
    window.button("Als A. Weber buchen");
    assert_eq!(window.acting().as_deref(), Some("A. Weber"));
    assert!(window.has_dialog("Bescheid bekannt geben"));
    window.must_not_see("hat die Rolle");
}

#[test]
fn a_bank_account_that_is_missing_names_who_records_it_and_its_form_knows_the_recipient() {
    let (mut book, notice) = granted();
    let grant = || json!({ "grant": GRANT });
    let manner = json!({ "grant": GRANT, "manner": "receipt" });
    let announced = entry("notice_announced", "2020-12-15", "Weber", manner);
    book.good(&announced.of(GOTHA).after(notice));
    let waived = entry("remedy_waived", "2020-12-15", "Weber", grant());
    book.good(&waived.of(GOTHA).after(notice));
    let amount = json!({ "line": line(GRANT, INVESTIVE, 2020, "80.000,00") });
    let draw = entry("draw_requested", "2020-12-16", "Weber", amount);
    let draw = book.good(&draw.of(GOTHA).voucher("Abruf 1"));
    for (kind, who) in [("arithmetic_attested", "Lang"), ("factually_attested", "Sommer")] {
        book.good(&entry(kind, "2020-12-17", who, grant()).of(GOTHA).after(draw));
    }
    let mut window = on(book, "A. Weber");
    let who = "bestätigte Bankverbindung – erfassen: A. Weber oder B. Lang, bestätigen als andere";
    window.must_see(who);
    window.button("Weitere Schritte …");
    window.invoke("Bankverbindung erfassen");
    assert!(window.chosen("Empfänger").contains("Gotha"), "{}", window.chosen("Empfänger"));
    window.press(Key::Escape);
    window.press_with_ctrl(Key::K);
    window.write("bankverbindung erfassen");
    window.press(Key::Enter);
    assert!(window.has_dialog("Bankverbindung erfassen"));
    assert!(window.chosen("Empfänger").contains("Gotha"), "{}", window.chosen("Empfänger"));
}

#[test]
fn a_draw_is_proposed_from_the_due_line_of_the_year_of_its_day() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    window.fill("Stichtag", "15.02.2021");
    window.press(Key::Enter);
    window.wish(Action::Open(Ask::Draw(FileNumber::new("EG-2019-001"))));
    let chosen = window.chosen("Fälligkeit");
    assert!(chosen.starts_with("2021"), "{chosen}");
    window.fill("Eingang am", "15.12.2020");
    let chosen = window.chosen("Fälligkeit");
    assert!(chosen.starts_with("2020"), "{chosen}");
}

#[test]
fn enter_in_the_work_list_leads_to_the_first_field_of_the_step() {
    const CHECKED: &str = "Art der Prüfung (Rückruf, Schreiben)";
    let mut book = Book::sample();
    let account = json!({ "iban": "DE89370400440532013000", "holder": "Landkreis Gotha" });
    book.good(&entry("bank_account_recorded", "2020-12-16", "Weber", account).of(GOTHA));
    let mut window = opened(book.ledger, "B. Lang");
    window.button("Arbeitsliste");
    window.button("Bankverbindung bestätigen (1)");
    window.press(Key::Enter);
    assert!(window.is_in(CHECKED), "{:?}", window.focused());
    window.write("Rückruf");
    assert_eq!(window.value(CHECKED), "Rückruf");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: Bankverbindung bestätigt");
}

fn drawn(person: &str) -> Window {
    let mut window = opened(with_draws(), person);
    window.button("Arbeitsliste");
    window
}

#[test]
fn a_step_that_asks_only_for_its_day_is_taken_by_enter_in_it() {
    let mut window = drawn("B. Lang");
    window.button("Rechnerisch feststellen (3)");
    window.press(Key::Enter);
    assert!(window.is_in("Am"), "{:?}", window.focused());
    window.press(Key::Enter);
    window.must_see("Gebucht: Feststellung rechnerisch richtig");
}

#[test]
fn for_another_person_the_work_list_begins_anew_with_the_own_steps() {
    let mut window = drawn("A. Weber");
    window.button("Alle (9)");
    window.button("Mit Kasse abgleichen (2)");
    window.choose("Handelnde Person", "B. Lang");
    window.must_see("Nachgefordert bis 29.01.2021");
    window.button("Mit Kasse abgleichen (2)");
    window.choose("Handelnde Person", "F. Sommer");
    window.must_see("Sachlich feststellen (3)");
    window.must_not_see("Rechnerisch feststellen (3)");
}

#[test]
fn a_milestone_asks_for_a_short_key_and_for_no_english_words() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    window.wish(Action::book(Kind::MilestonePlanned, Occasion::default()));
    window.must_see("Wird zum Vergleich gezeigt");
    window.fill("Kürzel des Meilensteins", "SM-9");
    window.must_see("Leer gilt die deutsche Bezeichnung.");
    window.fill("Bezeichnung: Deutsch", "Abnahme");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Meilenstein geplant");
}
