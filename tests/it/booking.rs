//! The form of every entry in the window: chosen, filled, refused, booked.

use eframe::egui::{Key, accesskit};
use egui_kittest::kittest::Queryable as _;
use foerderbuch::domain::Kind;
use foerderbuch::domain::rule::Role;
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::form::Occasion;

use super::harness::{Setup, Window};

/// The window with that person, about to book an entry of that kind.
fn about_to_book(lang: Lang, person: &str, kind: Kind) -> Window {
    let text = Text::new(lang);
    let mut window = Setup::sample(lang).open();
    window.choose(&text.get("app-person"), person);
    choose(&mut window, lang, kind);
    window
}

fn choose(window: &mut Window, lang: Lang, kind: Kind) {
    let text = Text::new(lang);
    window.button(&text.get("form-book"));
    window.invoke(&text.deed(kind));
    assert!(window.has_dialog(&text.deed(kind)), "{}", kind.as_str());
}

#[test]
fn a_recipient_is_registered_and_its_bank_account_recorded_and_confirmed() {
    let mut window = about_to_book(Lang::De, "A. Weber", Kind::RecipientRegistered);
    window.button("Buchen");
    window.must_see("Bitte ausfüllen.");
    window.fill("Schlüssel (AGS)", "16073000");
    window.choose("Art des Empfängers", "Landkreis");
    window.fill("Name", "Saalfeld-Rudolstadt");
    window.button("Anschrift hinzufügen");
    window.fill("Anschrift 1", "Kreiskasse");
    window.button("Buchen");
    window.must_see("Gebucht: Empfänger erfasst");

    window.button("Empfänger");
    window.row("Saalfeld-Rudolstadt");
    window.must_see("16073");
    window.button("Bankverbindung erfassen …");
    window.fill("IBAN", "DE00123");
    window.fill("Kontoinhaber", "Landkreis Saalfeld-Rudolstadt");
    window.button("Buchen");
    window.must_see("IBAN");
    window.must_see("Nichts wurde gebucht. Ihre Eingaben sind noch da.");
    window.must_see("Landkreis Saalfeld-Rudolstadt");
    window.fill("IBAN", "DE84 1234 5678 0016 0647 11");
    window.button("Buchen");
    window.must_see("Gebucht: Bankverbindung erfasst");

    window.choose("Handelnde Person", "B. Lang");
    window.button("Bankverbindung bestätigen …");
    window.fill("Art der Prüfung", "Rückruf");
    window.button("Buchen");
    window.must_see("Gebucht: Bankverbindung bestätigt");
}

#[test]
fn a_block_is_recorded_and_lifted_from_the_journal_within_its_amount() {
    let mut window = about_to_book(Lang::De, "D. Kern", Kind::BlockSet);
    window.choose("Titel", "883\u{a0}71");
    window.fill("Haushaltsjahr", "20");
    window.fill("Betrag", "1.000,00");
    window.choose("Grund der Sperre", "41");
    window.fill("Begründung", "Rundschreiben vom 20. Dezember 2020");
    window.fill("Beleg", "Sperre 1");
    window.button("Buchen");
    window.must_see("Bitte ein Jahr mit vier Ziffern eingeben.");
    window.fill("Haushaltsjahr", "2020");
    window.button("Buchen");
    window.must_see("Gebucht: Sperre");

    window.button("Journal");
    window.row("Sperre, ");
    window.button("Folgebuchung …");
    window.button("Sperre aufheben");
    window.must_see("1.000,00");
    window.fill("Betrag", "1000,01");
    window.fill("Begründung", "Die Haushaltslage hat sich gebessert");
    window.fill("Beleg", "Sperre 1, Aufhebung");
    window.button("Buchen");
    window.must_see("Nichts wurde gebucht. Ihre Eingaben sind noch da.");
    window.must_see("1.000,01");
    window.must_see("Die Haushaltslage hat sich gebessert");
    window.fill("Betrag", "400,00");
    window.button("Buchen");
    window.must_see("Gebucht: Sperre aufgehoben");
}

#[test]
fn an_application_becomes_a_grant_with_its_figures() {
    let mut window = about_to_book(Lang::En, "A. Weber", Kind::ApplicationReceived);
    window.choose("Recipient", "Kommune F");
    window.fill("File number", "EG-2020-010");
    window.fill("Requested", "100000");
    window.fill("Purpose", "Digital citizens’ office");
    window.fill("Total expenditure", "125,000.00");
    window.fill("Eligible expenditure", "125000");
    window.fill("Own share", "25000");
    window.button("Book");
    window.must_see("Booked: Application received");

    choose(&mut window, Lang::En, Kind::ApplicationExamined);
    window.choose("Application", "EG-2020-010");
    window.fill("Result", "Eligible in full");
    window.click(accesskit::Role::CheckBox, "Double funding excluded");
    window.button("Book");
    window.must_see("Booked: Application examined");

    window.choose("Acting person", "C. Roth");
    window.button("Issue grant …");
    window.choose("Application", "EG-2020-010");
    window.must_see("Digital citizens’ office");
    window.must_see("125,000.00");
    window.fill("Cash reference", "16999006-EG-10");
    window.fill("Voucher or file number", "EG-2020-010, notice");
    window.choose("Title", "883\u{a0}71");
    window.choose("Fiscal year", "2020");
    window.button("Book the notice");
    window.must_see("Booked: Notice");
}

#[test]
fn a_plan_of_financing_is_wrong_only_once_it_is_whole_and_left() {
    let mut window = about_to_book(Lang::De, "A. Weber", Kind::ApplicationReceived);
    window.fill("Beantragt", "100000");
    window.fill("Zweck", "Digitales Bürgerbüro");
    window.must_see("Zum Finanzierungsplan fehlt noch: Gesamtausgaben, Eigenanteil");
    assert!(!window.sees("Mehr finanziert als ausgegeben"), "half of it is no error");
    window.fill("Gesamtausgaben", "125000");
    window.must_see("Zum Finanzierungsplan fehlt noch: Eigenanteil");
    window.fill("Eigenanteil", "24000");
    window.must_see("Zum Finanzierungsplan fehlt noch: 1.000,00 €");
    assert!(!window.sees("Nicht finanziert"), "the keyboard is still in it");
    window.fill("Zweck", "Digitales Bürgerbüro der Stadt");
    window.must_see("Nicht finanziert");
    window.must_see("1.000,00 €");
    assert!(!window.sees("Zum Finanzierungsplan fehlt noch: 1.000,00 €"));
}

#[test]
fn a_field_that_is_wrong_is_named_apart_from_those_that_are_missing() {
    let mut window = about_to_book(Lang::De, "D. Kern", Kind::BlockSet);
    window.fill("Betrag", "20.000");
    assert!(!window.sees("Zu berichtigen"), "the keyboard is still in it");
    window.fill("Begründung", "Rundschreiben vom 20. Dezember");
    window.must_see("Zu berichtigen: Betrag");
    window.must_see("bitte so schreiben: 20.000,00 oder 20000.");
    let missing = |window: &Window| {
        let said = window.words().into_iter().find(|words| words.contains("Es fehlt noch: "))?;
        said.split_once("Es fehlt noch: ").map(|(_, named)| named.to_owned())
    };
    let named = missing(&window).unwrap();
    assert!(named.contains("Titel") && !named.contains("Betrag"), "{named}");
    window.fill("Betrag", "20.000,00");
    assert!(!window.sees("Zu berichtigen"), "{:?}", window.words());
}

#[test]
fn a_period_that_ends_before_it_begins_says_so_at_its_field() {
    let mut window = about_to_book(Lang::De, "A. Weber", Kind::MilestoneReached);
    window.fill("Erreicht am", "01.09.2020");
    window.choose("Genauigkeit (Erreicht am)", "Zeitraum");
    let until = "Erreicht am: letzter Tag";
    window.fill(until, "31.08.2020");
    assert!(!window.sees("liegt vor dem Anfang"), "the keyboard is still in it");
    window.fill("Beleg", "Vermerk");
    window.must_see("Das Ende am 31.08.2020 liegt vor dem Anfang am 01.09.2020.");
    window.fill(until, "30.09.2020");
    assert!(!window.sees("liegt vor dem Anfang"), "{:?}", window.words());
}

#[test]
fn the_chooser_finds_by_typing_and_greys_what_needs_a_role() {
    for (lang, person, grey) in [
        (Lang::De, "E. Vogt", "Antrag erfassen · nur Sachbearbeitung"),
        (Lang::En, "E. Vogt", "Record application · desk officer only"),
    ] {
        let text = Text::new(lang);
        let mut window = Setup::sample(lang).open();
        window.choose(&text.get("app-person"), person);
        window.button(&text.get("form-book"));
        window.must_see(grey);
        window.invoke(grey);
        assert!(!window.has_dialog(&text.get("form-choose-title")), "grey leads to its form too");
        assert!(window.has_dialog(&text.deed(Kind::ApplicationReceived)));
        window.must_see(&text.format("app-act-as", &[("person", "A. Weber".to_owned())]));
        window.press(Key::Escape);
        window.button(&text.get("form-book"));
        window.fill(&text.get("form-choose-search"), "xyz");
        window.must_see(&text.get("form-choose-none"));
        window.press(Key::Escape);
        assert!(!window.has_dialog(&text.get("form-choose-title")));
    }
}

#[test]
fn every_kind_opens_a_form() {
    let lang = Lang::De;
    let text = Text::new(lang);
    let mut window = Setup { size: (1200.0, 760.0), ..Setup::sample(lang) }.open();
    window.button("Stammdaten");
    for person in ["A. Weber", "D. Kern", "F. Sommer"] {
        window.choose("Handelnde Person", person);
        for kind in Kind::ALL.iter().copied().filter(|kind| acts(*kind) == Some(person)) {
            choose(&mut window, lang, kind);
            window.press(Key::Escape);
            assert!(!window.has_dialog(&text.deed(kind)), "{}", kind.as_str());
        }
    }
}

/// Who books the kind in the sample; none for what has a dialog of its own.
fn acts(kind: Kind) -> Option<&'static str> {
    match (kind, kind.roles().first()) {
        (Kind::ProgrammeFounded | Kind::GrantIssued, _) => None,
        (_, None | Some(Role::DeskOfficer | Role::Administrator)) => Some("A. Weber"),
        (_, Some(Role::BudgetOfficer)) => Some("D. Kern"),
        _ => Some("F. Sommer"),
    }
}

#[test]
fn master_data_are_shown_and_recorded_anew() {
    let mut window = Window::german();
    window.button("Stammdaten");
    window.must_see("A. Weber");
    window.row("B. Lang");
    assert!(window.has_dialog("Person eintragen"));
    window.must_see("B. Lang");
    window.fill("Höchstbetrag je Anordnung", "5000");
    window.button("Buchen");
    window.must_see("Gebucht: Person eingetragen");
    window.must_see("5.000,00");
}

#[test]
fn a_form_is_headed_by_the_words_of_the_button_that_opens_it() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let mut window = Setup::sample(lang).open();
        window.choose(&text.get("app-person"), "A. Weber");
        for (screen, kinds) in [
            ("screen-overview", &[Kind::ApplicationReceived][..]),
            ("screen-recipients", &[Kind::RecipientRegistered]),
            (
                "screen-milestones",
                &[
                    Kind::MilestonePlanned,
                    Kind::MilestoneForecast,
                    Kind::MilestoneReached,
                    Kind::IndicatorDefined,
                    Kind::IndicatorRead,
                ],
            ),
            ("screen-masters", &[Kind::PersonEnrolled]),
        ] {
            window.button(&text.get(screen));
            for kind in kinds {
                window.button(&[text.deed(*kind), "…".to_owned()].join(" "));
                assert!(window.has_dialog(&text.deed(*kind)), "{}", kind.as_str());
                window.press(Key::Escape);
            }
        }
    }
}

#[test]
fn what_is_missing_and_the_verdict_stay_in_sight_where_a_form_is_longer_than_the_window() {
    let mut setup = Setup::sample(Lang::De);
    setup.size = (1280.0, 720.0);
    let mut window = setup.open();
    window.wish(Action::book(Kind::ApplicationReceived, Occasion::default()));
    let missing = "Es fehlt noch: Empfänger, Aktenzeichen, ";
    let seen = |window: &mut Window, words: &str| {
        let harness = window.harness();
        let label = harness.query_by_label_contains(words);
        let node = label.unwrap_or_else(|| harness.get_by_value(words)).rect();
        let button =
            window.harness().get_by_role_and_label(accesskit::Role::Button, "Buchen").rect();
        node.bottom() <= button.top() && node.top() > 0.0 && button.bottom() < 720.0
    };
    assert!(seen(&mut window, missing), "{:?}", window.words());
    window.choose("Empfänger", "Kommune F");
    window.fill("Aktenzeichen", "EG-2020-010");
    window.must_see("Es fehlt noch: Beantragt, Zweck, ");
    for (field, text) in [
        ("Beantragt", "1000"),
        ("Zweck", "Bürgerbüro"),
        ("Gesamtausgaben", "1250"),
        ("Zuwendungsfähige Ausgaben", "1250"),
        ("Eigenanteil", "250"),
    ] {
        window.fill(field, text);
    }
    window.wait(1);
    window.must_see("Kann so gebucht werden.");
    assert!(seen(&mut window, "Kann so gebucht werden."), "{:?}", window.words());
}

#[test]
fn letters_lead_in_every_list_of_a_form() {
    let mut window = Window::german();
    window.wish(Action::Open(Ask::IssueGrant(None)));
    let list = |window: &mut Window, name: &str, typed: &str| {
        window.harness().get_by_role_and_label(accesskit::Role::ComboBox, name).focus();
        window.settle();
        window.press(Key::Space);
        window.write(typed);
        window.press(Key::Enter);
        window.chosen(name)
    };
    assert_eq!(list(&mut window, "Haushaltsjahr", "2022"), "2022");
    assert!(list(&mut window, "Titel", "883").contains("883"));
    // A closed list opens by the letters, and they are not lost.
    window.harness().get_by_role_and_label(accesskit::Role::ComboBox, "Haushaltsjahr").focus();
    window.settle();
    window.write("2021");
    window.press(Key::Enter);
    assert_eq!(window.chosen("Haushaltsjahr"), "2021");
}
