//! What comes next: after a booking, on the page of a case, in the search; and that all of it is
//! reached by keyboard.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::Source;
use foerderbuch::domain::{FileNumber, Kind};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};
use super::stories::{Book, INVESTIVE, due, issued};

const CASE: &str = "EG-2020-003";

fn page(lang: Lang) -> Window {
    let mut window = Setup::sample(lang).open();
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(CASE)))));
    window
}

/// Types into the search and takes the best.
fn search(window: &mut Window, words: &str) {
    window.press_with_ctrl(Key::K);
    window.write(words);
    window.press(Key::Enter);
}

fn draw(window: &mut Window) {
    window.fill("Abgerufener Betrag", "100,00");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-003, Abruf 9");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Mittelabruf");
}

#[test]
fn the_next_step_of_a_case_is_its_first_button_for_who_may_take_it() {
    let mut window = page(Lang::De);
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-001")))));
    window.must_see("Nächster Schritt: Mit Kasse abgleichen · 500.000,00 €");
    assert!(window.has(Role::Button, "Mit Kasse abgleichen …"));
    window.choose("Handelnde Person", "C. Roth");
    window.must_see("Nächster Schritt: Verwendungsnachweis bis 31.12.2021");
    assert!(!window.has(Role::Button, "Mit Kasse abgleichen …"));
}

/// Takes the only step of that sort from the work list.
fn take(window: &mut Window, person: &str, step: &str) {
    window.choose("Handelnde Person", person);
    window.press_with_ctrl(Key::Num2);
    window.button(step);
    window.press_with_ctrl(Key::Enter);
}

/// The label of the live region that begins so.
fn announced(window: &mut Window, begin: &str) -> Option<String> {
    let all = window.harness().query_all_by_role(Role::Status);
    let mut said = all.filter_map(|node| node.accesskit_node().label());
    said.find(|words| words.starts_with(begin))
}

#[test]
fn after_a_booking_it_is_said_who_is_next_and_the_page_says_the_same_step() {
    let mut window = page(Lang::De);
    window.button("Mittelabruf erfassen …");
    draw(&mut window);
    let said = announced(&mut window, "Als Nächstes für EG-2020-003: Rechnerisch feststellen (");
    assert!(said.is_some_and(|words| !words.contains("()")), "{:?}", window.words());
    window.must_see("Nächster Schritt: Rechnerisch feststellen · 100,00 €");
    // From the work list too.
    take(&mut window, "B. Lang", "Rechnerisch feststellen (1)");
    window.must_see("Gebucht: Feststellung rechnerisch richtig");
    assert!(
        announced(&mut window, "Als Nächstes für EG-2020-003: Sachlich feststellen (").is_some()
    );
}

#[test]
fn between_announcement_and_first_draw_it_is_said_what_the_case_waits_for() {
    let mut book = Book::sample();
    let application =
        book.examined("2020-12-01", ("EG-2020-009", "16067"), ("80.000,00", "100.000,00"));
    let lines = [due(INVESTIVE, 2020, "80.000,00", None)];
    let notice = issued("2020-12-14", "EG-2020-009", "100.000,00", &lines);
    let notice = book.good(&notice.of("16067").after(application));
    let source = Source::InMemory(Box::new(book.ledger));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    let grant = Some(FileNumber::new("EG-2020-009"));
    window.wish(Action::Go(Route::Grants(grant.clone())));
    let occasion = || Occasion { grant: grant.clone(), ..Occasion::entry(notice) };
    window.wish(Action::book(Kind::NoticeAnnounced, occasion()));
    window.choose("Art der Bekanntgabe", "mit der Post");
    window.fill("Aufgabe zur Post oder Empfang am", "15.12.2020");
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Bescheid bekannt gegeben");
    let said = announced(&mut window, "Nächster Schritt für EG-2020-009: Bestandskraft ab ");
    assert!(said.is_some(), "{:?}", window.words());
    window.wish(Action::book(Kind::RemedyWaived, occasion()));
    window.press_with_ctrl(Key::Enter);
    window.must_see("Gebucht: Rechtsbehelfsverzicht");
    let said = announced(&mut window, "Nächster Schritt für EG-2020-009: Mittelabruf erfassen");
    assert!(said.is_some(), "{:?}", window.words());
}

#[test]
fn the_page_of_another_case_begins_at_the_top_and_the_same_one_stays_where_it_was() {
    let mut window = page(Lang::De);
    let top = |window: &mut Window| {
        window.harness().query_by_label_contains("Nächster Schritt: ").map(|node| node.rect().top())
    };
    let begin = top(&mut window);
    window.keys(Modifiers::ALT, Key::Num6);
    let left = top(&mut window);
    assert_ne!(left, begin);
    window.button("Übersicht");
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(CASE)))));
    assert_eq!(top(&mut window), left, "it was shown last");
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-001")))));
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new(CASE)))));
    assert_eq!(top(&mut window), begin);
}

#[test]
fn the_next_step_and_the_button_in_colour_have_one_name() {
    let mut window = page(Lang::De);
    window.must_see("Nächster Schritt: Mittelabruf erfassen");
    assert!(window.has(Role::Button, "Mittelabruf erfassen …"));
    window.button("Mittelabruf erfassen …");
    draw(&mut window);
    window.choose("Handelnde Person", "B. Lang");
    window.must_see("Nächster Schritt: Rechnerisch feststellen");
    assert!(window.has(Role::Button, "Rechnerisch feststellen …"));
}

#[test]
fn the_search_offers_the_steps_of_the_case_on_the_screen_with_the_case_filled_in() {
    let mut window = page(Lang::De);
    window.press_with_ctrl(Key::K);
    let rows = window.rows();
    let own = rows.iter().position(|row| row.starts_with("Mittelabruf erfassen – EG-2020-003"));
    let first = rows.iter().position(|row| row.starts_with("Liste eingrenzen"));
    assert!(own.is_some() && own < first, "{rows:?}");
    window.write("abruf erfassen");
    window.press(Key::Enter);
    assert!(window.has_dialog("Mittelabruf erfassen"));
    window.must_see("Kommune F (fiktiv) · EG-2020-003 · Schnittstellen");
    window.press(Key::Escape);
    search(&mut window, "begünstigte");
    assert!(window.has_dialog("Begünstigte Kommune benennen"), "{:?}", window.words());
    window.must_see("EG-2020-003");
}

#[test]
fn the_search_fills_the_form_of_an_application_on_the_screen_with_it() {
    let mut window = Setup::sample(Lang::De).open();
    window.choose("Handelnde Person", "C. Roth");
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2021-001")))));
    search(&mut window, "antrag ablehnen");
    assert!(window.has_dialog("Antrag ablehnen"), "{:?}", window.words());
    assert!(window.chosen("Antrag").contains("EG-2021-001"), "{}", window.chosen("Antrag"));
}

#[test]
fn who_drew_is_offered_no_attestation_and_another_one_is() {
    let mut window = page(Lang::De);
    window.button("Mittelabruf erfassen …");
    draw(&mut window);
    assert!(!window.has(Role::Button, "Rechnerisch feststellen …"));
    window.choose("Handelnde Person", "B. Lang");
    assert!(window.has(Role::Button, "Rechnerisch feststellen …"));
    // Who only lacks the role finds in the form who has it.
    window.choose("Handelnde Person", "D. Kern");
    assert!(window.has(Role::Button, "Rechnerisch feststellen …"));
}

#[test]
fn a_statement_is_printed_from_the_search_of_the_recipient_shown_or_the_one_chosen() {
    let mut window = page(Lang::De);
    search(&mut window, "zuwendungsübersicht");
    let asked = window.asked();
    assert!(
        asked[0].save.as_ref().is_some_and(|name| name.starts_with("Zuwendungsübersicht 16999006"))
    );
    let mut window = Window::german();
    search(&mut window, "zuwendungsübersicht drucken");
    assert!(window.asked().is_empty());
    assert!(window.has_dialog("Zuwendungsübersicht drucken"));
    window.choose("Empfänger", "Greiz");
    window.press_with_ctrl(Key::Enter);
    let asked = window.asked();
    assert!(
        asked[0].save.as_ref().is_some_and(|name| name.starts_with("Zuwendungsübersicht 16076"))
    );
    // The report by the words of the field.
    let mut window = Window::german();
    search(&mut window, "landtagsbericht");
    assert!(window.asked()[0].save.as_ref().is_some_and(|name| name.contains("Programmbericht")));
}

#[test]
fn who_comes_from_the_search_stands_at_the_next_step_of_the_case() {
    let mut window = Window::german();
    search(&mut window, CASE);
    assert_eq!(window.route(), &Route::Grants(Some(FileNumber::new(CASE))));
    assert_eq!(window.focused().as_deref(), Some("Mittelabruf erfassen …"));
    // And after the step at the one that follows.
    window.press(Key::Enter);
    draw(&mut window);
    let focused = window.focused();
    assert_eq!(focused.as_deref(), Some("Weitere Schritte …"), "somebody else attests");
    // A click in the list leaves the keyboard there.
    window.row("EG-2020-001");
    assert_ne!(window.focused().as_deref(), Some("Mittelabruf erfassen …"));
}

#[test]
fn a_list_of_choices_opens_by_the_keys_of_other_programs() {
    let keys = [
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::NONE, Key::F4),
        (Modifiers::NONE, Key::Space),
        (Modifiers::NONE, Key::Enter),
    ];
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.button("Bescheid erlassen …");
    for list in ["Finanzierung", "Titel"] {
        for (held, key) in keys {
            window.harness().get_by_role_and_label(Role::ComboBox, list).focus();
            window.settle();
            window.keys(held, key);
            assert!(window.harness().ctx.any_popup_open(), "{list}: {held:?} {key:?}");
            window.press(Key::Escape);
            assert!(!window.harness().ctx.any_popup_open());
            assert_eq!(window.focused().as_deref(), Some(list));
            assert!(window.has_dialog("Bescheid erlassen"));
        }
    }
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert!(window.harness().ctx.any_popup_open(), "in the open list the arrow goes on");
    assert_ne!(window.focused().as_deref(), Some("Titel"));
}

#[test]
fn who_shall_act_is_chosen_by_name_with_the_roles_beside() {
    let mut window = Window::german();
    window.press_with_ctrl(Key::R);
    let rows = window.rows();
    let roth = rows.iter().find(|row| row.starts_with("Handeln als C. Roth")).unwrap();
    assert!(roth.contains("Referatsleitung/Anordnungsbefugnis"), "{roth}");
    window.press(Key::Escape);
    search(&mut window, "als handeln anordnungsbefugnis");
    assert_eq!(window.acting().as_deref(), Some("C. Roth"));
}

#[test]
fn a_draft_is_gone_on_with_before_it_is_dropped_as_it_is_shown() {
    let mut window = page(Lang::De);
    window.button("Mittelabruf erfassen …");
    window.fill("Beleg oder Aktenzeichen", "Abruf 17");
    window.press(Key::Escape);
    window.button("Entwürfe (1)");
    let left = |window: &mut Window, name: &str| {
        window.harness().get_by_role_and_label(Role::Button, name).rect().left()
    };
    assert!(left(&mut window, "Fortsetzen") < left(&mut window, "Verwerfen"));
    window.harness().get_by_role_and_label(Role::Button, "Fortsetzen").focus();
    window.settle();
    window.press(Key::Tab);
    assert_eq!(window.focused().as_deref(), Some("Verwerfen"));
}

#[test]
fn the_overview_offers_only_what_the_acting_person_may_do_and_counts_what_is_late() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "A. Weber");
    assert!(!window.has(Role::Button, "Bescheid erlassen …"));
    assert!(window.has(Role::Button, "Antrag erfassen …"));
    window.choose("Handelnde Person", "C. Roth");
    assert!(window.has(Role::Button, "Bescheid erlassen …"));
    window.fill("Stichtag", "30.06.2022");
    window.press(Key::Enter);
    let fristen = window.harness().get_by_role_and_label(Role::Button, "Fristen");
    let said = fristen.accesskit_node().description().unwrap_or_default();
    assert!(said.ends_with("überfällig"), "{said}");
}

#[test]
fn what_must_be_filled_is_marked_and_a_typed_day_is_a_day() {
    let mut window = Window::german();
    window.wish(Action::Open(Ask::Book(Kind::MilestoneReached, Box::<Occasion>::default())));
    window.must_see("* Pflichtangabe");
    window.fill("Erreicht am", "30.12.2020");
    let list = "Genauigkeit (Erreicht am)";
    let precision = window.harness().get_by_role_and_label(Role::ComboBox, list);
    assert_eq!(precision.accesskit_node().value().as_deref(), Some("Tag"));
    let day = window.harness().get_by_role_and_label(Role::TextInput, "Erreicht am");
    assert!(day.accesskit_node().is_required());
    window.must_see("Das heißt: 30.12.2020");
}

#[test]
fn a_long_answer_stands_in_the_status_bar_as_a_whole() {
    let mut window = Setup { size: (1024.0, 720.0), ..Setup::sample(Lang::De) }.open();
    let long = "Diese Buchung ist nicht möglich, weil noch etwas fehlt. ".repeat(8);
    window.wish(Action::NotNow(long.clone()));
    window.settle();
    let answer = window.harness().get_by_role_and_label(Role::Status, &long);
    let rect = answer.rect();
    assert!(rect.height() > 30.0, "on several lines: {rect:?}");
    assert!(rect.right() <= 1024.0 && rect.bottom() <= 720.0, "{rect:?}");
    window.button("Meldung schließen");
    assert!(!window.sees("Diese Buchung ist nicht möglich"));
}

#[test]
fn the_field_of_a_voucher_in_the_work_list_is_as_wide_as_its_words() {
    let mut window = page(Lang::De);
    window.button("Mittelabruf erfassen …");
    draw(&mut window);
    take(&mut window, "B. Lang", "Rechnerisch feststellen (1)");
    take(&mut window, "F. Sommer", "Sachlich feststellen (1)");
    window.choose("Handelnde Person", "C. Roth");
    window.press_with_ctrl(Key::Num2);
    window.button("Auszahlung anordnen (1)");
    window.must_see("Verwendungszweck");
    let fields = window.harness().query_all_by_role(Role::TextInput);
    let text = fields.into_iter().find(|node| {
        node.accesskit_node().label().is_some_and(|name| name.starts_with("Verwendungszweck, "))
    });
    let width = text.unwrap().rect().width();
    assert!(width > 300.0, "{width}");
    assert!(!window.sees("Bitte ausfüllen"));
}

#[test]
fn commands_are_found_by_the_name_of_their_step_and_closed_cases_are_not_offered_for_it() {
    let mut window = Window::german();
    search(&mut window, "mittelabruf erfassen");
    assert!(window.has_dialog("Mittelabruf erfassen"), "{:?}", window.words());
    window.press(Key::Escape);
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let source = Source::InMemory(Box::new(ledger));
    let mut window = Setup { source, ..Setup::sample(Lang::De) }.open();
    window.fill("Stichtag", "31.12.2022");
    window.press(Key::Enter);
    let offered = |window: &mut Window, kind: Kind| {
        window.wish(Action::Open(Ask::Book(kind, Box::<Occasion>::default())));
        window.harness().get_by_role_and_label(Role::ComboBox, "Aktenzeichen").focus();
        window.settle();
        window.press(Key::F4);
        let all = window.harness().query_all_by_role(Role::Button);
        let names: Vec<_> = all.filter_map(|node| node.accesskit_node().label()).collect();
        window.press(Key::Escape);
        window.wish(Action::CloseDialog);
        names.iter().filter(|name| name.starts_with("EG-")).cloned().collect::<Vec<_>>()
    };
    // Its notice can be followed by beneficiaries still, by no draw any more.
    let any = offered(&mut window, Kind::BeneficiaryNamed);
    assert!(any.iter().any(|name| name.starts_with("EG-2019-003")), "{any:?}");
    let open = offered(&mut window, Kind::DrawRequested);
    assert!(open.iter().any(|name| name.starts_with("EG-2020-003")), "{open:?}");
    assert!(!open.iter().any(|name| name.starts_with("EG-2019-003")), "{open:?}");
}

#[test]
fn further_steps_are_those_that_the_rules_let_happen_in_the_state_of_the_case() {
    let mut window = page(Lang::De);
    window.choose("Handelnde Person", "A. Weber");
    window.button("Weitere Schritte …");
    let offered = |window: &Window, deed: &str| {
        let only = [deed, " · nur "].concat();
        window.words().iter().any(|words| words == deed || words.starts_with(&only))
    };
    // It was announced, drawn in part, and that part was paid.
    for deed in ["Rückläufer erfassen", "Begünstigte Kommune benennen", "Zuwendung mindern"] {
        assert!(offered(&window, deed), "{deed}");
    }
    for deed in [
        "Bescheid bekannt geben",
        "Rechnerisch feststellen",
        "Auszahlung anordnen",
        "Anordnung stornieren",
        "Rückzahlung erfassen",
        "Meilenstein erreicht melden",
        "Fall abschließen",
    ] {
        assert!(!offered(&window, deed), "{deed}");
    }
    window.press(Key::Escape);
    // An application is granted once it is examined.
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2021-001")))));
    window.button("Weitere Schritte …");
    assert!(offered(&window, "Prüfung abschließen"));
    assert!(!offered(&window, "Bescheid erlassen"));
}

#[test]
fn what_was_reached_is_not_offered_for_reaching_again() {
    let mut window = page(Lang::De);
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-001")))));
    window.invoke("Meilenstein erreicht melden …");
    window.harness().get_by_role_and_label(Role::ComboBox, "Meilenstein").focus();
    window.settle();
    window.press(Key::F4);
    assert!(window.words().iter().any(|words| words.starts_with("SM-3 · ")));
    assert!(!window.words().iter().any(|words| words.starts_with("SM-1 · ")));
}

#[test]
fn enter_takes_the_step_that_has_what_was_typed_before_one_that_only_the_journal_calls_so() {
    let mut window = page(Lang::De);
    window.choose("Handelnde Person", "B. Lang");
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2021-001")))));
    window.button("Weitere Schritte …");
    window.write("prüfung");
    window.must_see("Prüfschritt vermerken");
    window.press(Key::Enter);
    assert!(window.has_dialog("Prüfung abschließen"), "{:?}", window.words());
}
