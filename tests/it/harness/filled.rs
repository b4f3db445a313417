//! Forms that are filled alike in many tests.

use foerderbuch::domain::Kind;
use foerderbuch::text::{Lang, Text};

use super::Window;

impl Window {
    /// Fills the form of a block, which then only has to be confirmed.
    #[track_caller]
    pub fn prepare_block(&mut self) {
        self.choose("Handelnde Person", "D. Kern");
        self.button("Buchen …");
        self.invoke(&Text::new(Lang::De).deed(Kind::BlockSet));
        self.choose("Titel", "883\u{a0}71");
        self.fill("Betrag", "1000");
        self.choose("Grund der Sperre", "41");
        self.fill("Begründung", "Rundschreiben vom 20. Dezember");
        self.fill("Beleg", "Sperre 1");
    }

    /// Fills the form of a new programme of that name, which then only has to be confirmed.
    #[track_caller]
    pub fn fill_programme(&mut self, name: &str) {
        for (field, words) in [
            ("Name des Programms", name),
            ("Richtlinie, kurz", "RL Breitband"),
            ("Programmvolumen", "1000000"),
            ("Bewilligungsbehörde", "Ministerium"),
            ("Referat und Anschrift, eine Zeile", "Straße 1, 99084 Erfurt"),
            ("Ort", "Erfurt"),
            ("Kontakt für Rückfragen", "0361 1"),
            ("Ihr Name", "M. Muster"),
        ] {
            self.fill(field, words);
        }
    }
}
