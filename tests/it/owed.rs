//! Forms at the end of a case: the check of a proof, the claim, the interest.

use eframe::egui::Key;
use foerderbuch::app::Source;
use foerderbuch::domain::Kind;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::text::Lang;

use super::entry::form;
use super::harness::{Setup, Window};

/// The whole sample, early in 2023.
fn late() -> Window {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample");
    let setup = Setup {
        source: Source::InMemory(Box::new(ledger)),
        clock: || 1_675_000_000_000_000,
        ..Setup::sample(Lang::De)
    };
    let mut window = setup.open();
    window.fill("Stichtag", "20.01.2023");
    window.press(Key::Enter);
    window
}

#[test]
fn a_proof_shows_the_fixed_grant_and_a_claim_proposes_what_was_paid_above_it() {
    let mut window = late();
    form(&mut window, "B. Lang", Kind::ProofChecked);
    window.choose("Vorgelegter Nachweis", "EG-2019-001");
    window.must_see("Danach festzusetzende Zuwendung");
    // 80 percent of the 2,975,000 that were spent.
    assert_eq!(window.value("Festgesetzte Zuwendung"), "2.380.000,00");
    window.must_see("Nichts offen");
    window.choose("Ergebnis", "mit Beanstandung");
    window.fill("Festgesetzte Zuwendung", "2360000");
    window.must_see("Zu erstatten");
    window.fill("Feststellungen", "Geprüft anhand der Belegliste");
    window.must_see("Kann so gebucht werden.");
    window.button("Buchen");
    window.must_see("Gebucht: Verwendungsnachweis geprüft");
    form(&mut window, "C. Roth", Kind::ClaimRaised);
    window.choose("Auszahlung", "EG-2019-001");
    assert_eq!(window.value("Betrag"), "20.000,00");
}

#[test]
fn interest_is_computed_span_by_span_and_filled_in() {
    let mut window = late();
    form(&mut window, "C. Roth", Kind::InterestAssessed);
    window.choose("Erstattung oder Auszahlung", "Erstattung festgesetzt");
    window.fill("Auslösender Tag", "12.10.2020");
    window.fill("Letzter Zinstag", "31.10.2020");
    window.must_see("Tage");
    window.must_see("Zinsen");
    window.must_see("13.10.2020 bis 31.10.2020");
}
