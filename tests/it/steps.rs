//! Steps as a newcomer meets them: what a form warns of, offers as the way on, and fills in.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use foerderbuch::domain::FileNumber;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::Action;
use foerderbuch::ui::route::Route;

use super::harness::{Setup, Window};

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
        window.fill("Erster Vertrag vom", "01.11.2020");
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
