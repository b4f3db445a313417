//! The work list as people use it: four of them, by keyboard, one step after the other.

use eframe::egui::{Key, Modifiers};
use foerderbuch::app::Source;
use foerderbuch::domain::body::{ArithmeticAttested, DrawRequested, FactuallyAttested, LineAmount};
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::{Body, FileNumber, FiscalYear, Money, PersonNo, RecipientKey, TitleKey};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::harness::{Setup, Window};

/// A draw of commune F on what is left of its grant in 2020, entered by A. Weber.
pub fn draw(number: u8, cents: i64) -> Draft {
    Draft {
        uid: [number; 16],
        recipient: RecipientKey::new("16999006"),
        effective_on: "2020-12-16".parse().expect("a day"),
        actor: PersonNo(1),
        voucher: format!("EG-2020-003, Abruf {number}"),
        reference: None,
        body: Body::DrawRequested(DrawRequested {
            line: LineAmount {
                grant: FileNumber::new("EG-2020-003"),
                title: TitleKey::new("1616 63371"),
                fiscal_year: FiscalYear(2020),
                amount_cents: Money::from_cents(cents),
            },
            need: None,
            source: None,
        }),
        person_name: None,
    }
}

/// The sample with draws of 1.000, 2.000 and 3.000 euros that nobody has looked at.
pub fn with_draws() -> Ledger {
    let mut ledger = sample::in_memory().expect("the sample");
    let now = ledger.head().recorded_at + 86_400_000_000;
    let drafts = [draw(2, 100_000), draw(3, 200_000), draw(4, 300_000)];
    ops::book(&mut ledger, &drafts, &Stamp::new(now, "uid:1".into())).expect("draws");
    ledger
}

fn on(ledger: Ledger, lang: Lang) -> Window {
    let source = Source::InMemory(Box::new(ledger));
    Setup { source, ..Setup::sample(lang) }.open()
}

fn list(person: &str) -> Window {
    let mut window = on(with_draws(), Lang::De);
    window.choose("Handelnde Person", person);
    window.button("Arbeitsliste");
    window
}

fn as_person(window: &mut Window, person: &str) {
    window.choose("Handelnde Person", person);
}

#[test]
fn four_people_take_three_draws_to_the_cash_office_by_keyboard() {
    let mut window = list("B. Lang");
    window.button("Rechnerisch feststellen (3)");
    window.must_see("Kommune F (fiktiv), EG-2020-003, 1.000,00, seit 16.12.2020");
    window.keys(Modifiers::COMMAND, Key::A);
    window.must_see("3 markiert, 6.000,00 €");
    window.must_see("3 rechnerisch richtig feststellen");
    window.keys(Modifiers::COMMAND, Key::Enter);
    let drawn = sample::in_memory().expect("the sample").head().seq + 3;
    window.must_see(&format!(
        "Gebucht: 3 × Feststellung rechnerisch richtig, Nr. {} bis Nr. {}",
        drawn + 1,
        drawn + 3
    ));

    as_person(&mut window, "F. Sommer");
    window.must_see("Sachlich feststellen (3)");
    window.button("Sachlich feststellen (3)");
    window.press(Key::ArrowDown);
    window.must_see("Sachlich feststellen · 2.000,00 €");
    window.press(Key::ArrowUp);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    window.must_see("3 markiert, 6.000,00 €");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: 3 × Feststellung sachlich richtig");

    as_person(&mut window, "C. Roth");
    window.must_see("Auszahlung anordnen (3)");
    window.must_see("Feststellung rechnerisch richtig, ");
    window.must_see("B. Lang, scheidet aus");
    window.must_see("F. Sommer, scheidet aus");
    window.button("Auszahlung anordnen (3)");
    window.keys(Modifiers::COMMAND, Key::A);
    window.must_see("3 Auszahlungen anordnen");
    window.must_see("EG-2020-003, Anordnung 3");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: 3 × Auszahlungsanordnung");

    as_person(&mut window, "A. Weber");
    window.button("An Kasse übergeben (3)");
    window.keys(Modifiers::COMMAND, Key::A);
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: 3 × An Kasse übergeben");
    // Nothing is left to be handed over: what follows of it is shown, and no old mark stays.
    window.must_see("Auszahlung bestätigen · 1.000,00 €");
    window.must_see("1 markiert, 1.000,00 €");
    window.button("Auszahlung bestätigen (3)");
    window.keys(Modifiers::COMMAND, Key::A);
    window.must_see("F. Sommer");
    window.press(Key::Enter);
    window.write("K-2020-3811");
    window.must_see("Diesen Kassenbeleg nennt schon Buchung");
    window.keys(Modifiers::COMMAND, Key::A);
    for voucher in ["K-2020-101", "K-2020-102", "K-2020-103"] {
        window.write(voucher);
        window.press(Key::Enter);
    }
    window.must_see("Gebucht: 3 × Auszahlung");

    as_person(&mut window, "B. Lang");
    window.button("Mit Kasse abgleichen (5)");
    window.must_see("K-2020-103");
    window.keys(Modifiers::COMMAND, Key::A);
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: 5 × Mit Kasse abgeglichen");
    window.must_see("Antrag prüfen (1)");
}

#[test]
fn nobody_is_offered_a_step_on_the_own_entry_and_it_says_whom_it_waits_for() {
    let mut window = list("A. Weber");
    assert!(!window.sees("Rechnerisch feststellen ("), "A. Weber entered the draws");
    window.button("Alle (9)");
    window.must_see("Für mich (");
    window.button("Rechnerisch feststellen (3)");
    window.must_see("Rechnerisch feststellen: wartet auf B. Lang");
    window.must_see("A. Weber hat am 16.12.2020 schon gebucht: Mittelabruf.");
    window.button("Sachlich feststellen (3)");
    window.must_see("A. Weber hat die Rolle „Feststellungsbefugnis“ nicht.");
    window.must_see("Sachlich feststellen: wartet auf F. Sommer");
}

#[test]
fn an_examination_names_its_steps_and_the_documents_that_were_asked_for() {
    let mut window = Window::german();
    window.choose("Handelnde Person", "B. Lang");
    window.button("Arbeitsliste");
    window.button("Antrag prüfen (1)");
    window.must_see("Nachgefordert bis 29.01.2021: Beschluss des Kreistags und Betriebskonzept");
    window.must_see("Prüfung des Antrags, 08.12.2020, B. Lang");
}

#[test]
fn a_refusal_names_the_row_and_the_figures_and_books_none_of_them() {
    let mut window = list("B. Lang");
    window.button("Mit Kasse abgleichen (2)");
    window.keys(Modifiers::COMMAND, Key::A);
    // The second of the payments was made on a later day.
    window.fill("Am", "10.12.2020");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Kommune F (fiktiv) · EG-2020-003: ");
    window.must_see("15.12.2020");
    window.must_see("Nichts wurde gebucht, auch nicht die anderen.");
    window.must_see("167.500,00, seit 15.12.2020, abgelehnt");
    window.must_see("2 markiert, 667.500,00 €");
    window.fill("Am", "15.12.2020");
    assert!(!window.sees("Nichts wurde gebucht"), "a new day is a new try");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Gebucht: 2 × Mit Kasse abgeglichen");
}

#[test]
fn a_draw_is_sent_back_with_its_reason_and_waits_again() {
    let mut window = list("F. Sommer");
    window.button("Zurückgeben …");
    window.fill("Begründung", "Rechnung 4 fehlt");
    window.button("Buchen");
    window.must_see("Gebucht: Mittelabruf zurückgegeben");
    window.must_see("Erneut, weil: Rechnung 4 fehlt");
}

#[test]
fn an_empty_list_says_what_is_overdue_or_due_next() {
    let mut window = list("D. Kern");
    window.must_see("Auf D. Kern wartet nichts. 4 Fristen sind überfällig.");
    window.link("Überfällige Fristen zeigen");
    assert!(matches!(window.route(), foerderbuch::ui::route::Route::Deadlines));
    let window = list("E. Vogt");
    window.must_see("Auf E. Vogt wartet nichts.");
    assert!(!window.sees("Als Nächstes ist fällig: "), "an auditor meets no deadline");
}

#[test]
fn the_next_deadline_of_an_empty_list_says_whose_it_is() {
    let ledger = sample::in_memory().expect("the sample");
    let due_next = |day: &str| {
        let times = Times { as_of: day.parse().expect("a day"), known: ledger.head().seq };
        let rows = query::deadlines(&ledger, times).expect("deadlines");
        let is_late = rows.iter().any(|row| row.overdue);
        let next = rows.iter().min_by_key(|row| row.due_on).filter(|_| !is_late)?;
        let (grant, name) = (next.grant.as_ref()?, &next.recipient_name);
        let what = Text::new(Lang::De).deadline(next.kind);
        next.name.is_none().then(|| format!("{what}, {name} · {grant}, am "))
    };
    let days = [("2019-03-15", "15.03.2019"), ("2019-04-05", "05.04.2019")];
    let (day, next) = days
        .into_iter()
        .find_map(|(day, typed)| Some((typed, due_next(day)?)))
        .expect("a day with nothing late and the deadline of a grant ahead");
    let mut window = Window::german();
    window.fill("Stichtag", day);
    window.press(Key::Enter);
    window.button("Arbeitsliste");
    window.button("Alle (0)");
    window.must_see(&format!("Als Nächstes ist fällig: {next}"));
}

#[test]
fn the_list_reads_in_english_narrow_and_large() {
    for (size, zoom) in [((1280.0, 720.0), 100), ((1920.0, 1080.0), 150)] {
        let source = Source::InMemory(Box::new(with_draws()));
        let mut window = Setup { source, size, zoom, ..Setup::sample(Lang::En) }.open();
        window.choose("Acting person", "B. Lang");
        window.button("Work list");
        window.button("Certify arithmetic (3)");
        window.button("Certify as arithmetically correct");
        window.must_see("Booked: ");
        window.must_see("Certify arithmetic (2)");
    }
}

#[test]
fn the_row_has_the_keyboard_again_after_another_person_was_chosen_and_the_list_asked_for_once_more()
{
    let mut window = list("B. Lang");
    window.button("Rechnerisch feststellen (3)");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.keys(Modifiers::COMMAND, Key::R);
    window.write("A. Weber");
    window.press(Key::Enter);
    assert_eq!(window.acting().as_deref(), Some("A. Weber"));
    window.keys(Modifiers::COMMAND, Key::Num2);
    let row = window.chosen_row().expect("a row");
    assert_eq!(window.focused(), Some(row));
    // Nor does it stay away when a click beside everything has taken it.
    window.harness().ctx.memory_mut(|memory| {
        if let Some(held) = memory.focused() {
            memory.surrender_focus(held);
        }
    });
    window.settle();
    assert_eq!(window.focused(), window.chosen_row());
}

/// The sample with draws that wait for their order; the same ledger each time.
fn attested() -> Ledger {
    let mut ledger = with_draws();
    let grant = FileNumber::new("EG-2020-003");
    let head = ledger.head().seq;
    let mut drafts = Vec::new();
    for seq in head - 2..=head {
        let arithmetic = ArithmeticAttested { grant: grant.clone(), source: None };
        let factual = FactuallyAttested { grant: grant.clone(), source: None };
        let bodies =
            [(2, Body::ArithmeticAttested(arithmetic)), (6, Body::FactuallyAttested(factual))];
        for (person, body) in bodies {
            drafts.push(Draft {
                uid: [u8::try_from(drafts.len()).expect("few") + 20; 16],
                actor: PersonNo(person),
                voucher: String::new(),
                reference: Some(Reference::Entry(seq)),
                body,
                ..draw(1, 1)
            });
        }
    }
    let now = ledger.head().recorded_at + 86_400_000_000;
    ops::book(&mut ledger, &drafts, &Stamp::new(now, "uid:2".into())).expect("attestations");
    ledger
}

fn to_order(folder: &std::path::Path) -> Window {
    let source = Source::InMemory(Box::new(attested()));
    let folder = Some(folder.to_owned());
    let mut window = Setup { source, folder, ..Setup::sample(Lang::De) }.open();
    window.choose("Handelnde Person", "C. Roth");
    window.button("Arbeitsliste");
    window.button("Auszahlung anordnen (3)");
    window
}

fn voucher_field(window: &Window) -> String {
    let mut names = window.words().into_iter();
    names.find(|name| name.starts_with("Beleg oder Aktenzeichen, Kommune F")).expect("the field")
}

#[test]
fn what_is_typed_first_takes_the_place_of_the_proposed_voucher() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = to_order(folder.path());
    let field = voucher_field(&window);
    assert!(!window.value(&field).is_empty());
    window.press(Key::Enter);
    window.write("AO 4711");
    assert_eq!(window.value(&field), "AO 4711");
}

#[test]
fn what_is_typed_for_a_step_survives_another_screen_another_person_and_the_end_of_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = to_order(folder.path());
    let field = voucher_field(&window);
    window.fill(&field, "AO 4711");
    window.must_see("angefangen");
    window.button("Übersicht");
    window.button("Arbeitsliste");
    assert_eq!(window.value(&voucher_field(&window)), "AO 4711");
    as_person(&mut window, "A. Weber");
    as_person(&mut window, "C. Roth");
    window.button("Auszahlung anordnen (3)");
    assert_eq!(window.value(&voucher_field(&window)), "AO 4711");
    // A second later it lies on the disk, whatever happens then.
    window.wait(2);
    let mut other = to_order(folder.path());
    assert_eq!(other.value(&voucher_field(&other)), "AO 4711");
    // What is typed last is written when the program ends, the day with the rest.
    other.fill(&field, "AO 4712");
    let proposed = other.value("Am");
    other.fill("Am", "30.12.2020");
    drop(other);
    let mut third = to_order(folder.path());
    assert_eq!(third.value(&voucher_field(&third)), "AO 4712");
    assert_eq!(third.value("Am"), "30.12.2020");
    // It is the day of that step alone.
    third.press(Key::ArrowDown);
    assert_eq!(third.value("Am"), proposed);
    third.press(Key::ArrowUp);
    assert_eq!(third.value("Am"), "30.12.2020");
    third.keys(Modifiers::COMMAND, Key::Enter);
    third.must_see("Gebucht: Auszahlungsanordnung");
    assert!(!third.sees("angefangen"), "the other steps are as proposed");
    drop(third);
    let drafts = std::fs::read_dir(folder.path().join("drafts")).expect("the folder").count();
    assert_eq!(drafts, 0, "nothing is left of what was booked");
}

#[test]
fn what_is_typed_for_a_refused_step_is_kept_and_what_is_as_proposed_is_no_draft() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = to_order(folder.path());
    let field = voucher_field(&window);
    let (proposed, day) = (window.value(&field), window.value("Am"));
    window.fill(&field, "AO 1");
    window.fill("Am", "01.12.2020");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Nichts wurde gebucht");
    assert_eq!(window.value(&field), "AO 1");
    window.fill(&field, " ");
    window.keys(Modifiers::COMMAND, Key::Enter);
    window.must_see("Bitte ausfüllen");
    window.fill(&field, &proposed);
    window.must_see("angefangen");
    window.fill("Am", &day);
    assert!(!window.sees("angefangen"));
    drop(window);
    let drafts = std::fs::read_dir(folder.path().join("drafts"));
    assert_eq!(drafts.map_or(0, Iterator::count), 0);
}
