//! The letterhead as a setting: its address, its logo, and the term of the confirmation.

use std::path::PathBuf;
use std::process::{Command, Output};

use foerderbuch::domain::RecipientKey;
use foerderbuch::paper::{self, Document, Form, Wish};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::{Lang, Text};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::json;

use super::table::day;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
    <rect width="40" height="40" rx="6" fill="#1f4e8c"/>
    <path d="M20 6 L34 34 H6 Z M20 16 L26 28 H14 Z" fill="#ffffff" fill-rule="evenodd"/>
    <path d="M50 12 H115 M50 28 H95" stroke="#1f4e8c" stroke-width="6" fill="none"/></svg>"##;

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        assert!(desk.run(&["sample", "l.foerderbuch"]).status.success());
        desk
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_foerderbuch");
        Command::new(program).current_dir(self.folder.path()).args(arguments).output().unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Books a setting with `book`; 4 is the budget officer of the sample.
    fn set(&self, on: &str, setting: &serde_json::Value) -> Output {
        let line =
            json!({"kind": "setting_made", "effective_on": on, "body": {"setting": setting}});
        std::fs::write(self.path("s.jsonl"), line.to_string()).unwrap();
        self.run(&["book", "l.foerderbuch", "--as", "4", "s.jsonl"])
    }

    fn statement(&self, as_of: &str, issued: Option<&str>) -> (paper::Wanted, Vec<u8>, String) {
        let ledger = Ledger::open(&self.path("l.foerderbuch"), Access::Read).unwrap();
        let times = Times { as_of: day(as_of), known: ledger.head().seq };
        let mut wanted = Wish::statement(RecipientKey::new("16066")).at(times, Lang::De);
        wanted.asked.issued_on = issued.map(day);
        let words = Text::new(Lang::De);
        let report = paper::make(&ledger, &wanted).unwrap().unwrap();
        let bytes = paper::bytes(&report, &words, Form::Pdf).unwrap();
        let line = report.letter.unwrap().sender_line;
        (wanted, bytes, [report.sender.name, line].join(" | "))
    }
}

fn letterhead(logo: Option<&str>) -> serde_json::Value {
    let authority = json!({"name": "Landesamt für Digitales", "line": "Referat 7", "town": "Erfurt",
        "contact": "digital@example.org"});
    let mut setting = json!({"name": "letterhead", "authority": authority,
        "address": ["Am Anger 9", "99084 Erfurt"]});
    if let Some(logo) = logo {
        setting["logo"] = json!(logo);
    }
    setting
}

fn pictures(bytes: &[u8]) -> Vec<String> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let figures =
        file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|found| {
            found.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Figure")
        });
    let alt = |figure: &lopdf::Dictionary| {
        let text = figure.get(b"Alt").unwrap().as_str().unwrap()[2..].to_vec();
        let units = text.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
    };
    figures.map(alt).collect()
}

#[test]
fn a_letterhead_holds_from_its_day_on_with_address_and_logo_as_vector() {
    let desk = Desk::new();
    let done = desk.set("2020-12-01", &letterhead(Some(LOGO)));
    assert!(done.status.success(), "{done:?}");
    let (_, before, head) = desk.statement("2020-11-30", None);
    assert!(head.starts_with("Bewilligungsbehörde"), "{head}");
    assert!(!pictures(&before).iter().any(|alt| alt.contains("Landesamt")));
    let (_, bytes, head) = desk.statement("2020-12-31", None);
    assert_eq!(head, "Landesamt für Digitales | Referat 7 · Am Anger 9 · 99084 Erfurt");
    assert!(pictures(&bytes).iter().any(|alt| alt == "Landesamt für Digitales"));
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile));
        assert!(report.unwrap().is_compliant);
    }
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let images = file.objects.values().filter_map(|object| object.as_stream().ok());
    let is_image = |name: &lopdf::Stream| {
        name.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|it| it == b"Image")
    };
    assert!(!images.into_iter().any(is_image), "the logo is drawn, not a picture of dots");
    // A report carries it, too, and a copy with it is found genuine.
    let done = desk.run(&["report", "l.foerderbuch", "--kind", "counties", "--out", "r2.pdf"]);
    assert!(done.status.success(), "{done:?}");
    let counties = std::fs::read(desk.path("r2.pdf")).unwrap();
    assert!(pictures(&counties).iter().any(|alt| alt == "Landesamt für Digitales"));
    let done = desk.run(&["check-paper", "r2.pdf", "--against", "l.foerderbuch"]);
    assert!(done.status.success(), "{done:?}");
    // The ledger keeps it as the text of docs/ledger-format.md, and verifies.
    assert!(desk.run(&["verify", "l.foerderbuch", "--deep"]).status.success());
}

#[test]
fn a_statement_is_dated_with_the_town_of_its_letterhead() {
    let desk = Desk::new();
    let (_, bytes, _) = desk.statement("2020-12-31", Some("2021-01-05"));
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let printed: String = file.extract_text(&[1]).unwrap().split_whitespace().collect();
    assert!(printed.contains("Erfurt,05.01.2021"), "{printed}");
}

#[test]
fn what_cannot_be_printed_is_refused_in_a_sentence_and_nothing_is_booked() {
    let desk = Desk::new();
    let before = std::fs::read(desk.path("l.foerderbuch")).unwrap();
    for (logo, words) in [
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>A</text></svg>",
            "in Pfade umwandeln",
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"a.png\"/></svg>",
            "Bildpunkten",
        ),
        ("kein SVG", "keine SVG-Zeichnung"),
    ] {
        let done = desk.set("2020-12-01", &letterhead(Some(logo)));
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(said.contains(words) && said.contains("Zeile 1"), "{said}");
    }
    assert_eq!(std::fs::read(desk.path("l.foerderbuch")).unwrap(), before);
}

#[test]
fn the_term_of_the_confirmation_is_four_weeks_or_what_is_laid_down() {
    let desk = Desk::new();
    let until = |desk: &Desk| {
        let ledger = Ledger::open(&desk.path("l.foerderbuch"), Access::Read).unwrap();
        let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
        let mut wanted = Wish::of(Document::Statement).at(times, Lang::De);
        wanted.recipient = RecipientKey::new("16066");
        wanted.asked.issued_on = Some(day("2021-01-11"));
        let report = paper::make(&ledger, &wanted).unwrap().unwrap();
        foerderbuch::render::plain::plain_text(&report, &Text::new(Lang::De))
    };
    assert!(until(&desk).contains("bitte bis 08.02.2021 zurück"));
    let done = desk.set("2021-01-01", &json!({"name": "statement_term", "days": 14}));
    assert!(done.status.success(), "{done:?}");
    assert!(until(&desk).contains("bitte bis 25.01.2021 zurück"));
    let done = desk.set("2021-01-02", &json!({"name": "statement_term", "days": 0}));
    assert_eq!(done.status.code(), Some(1));
}

#[cfg(feature = "app")]
mod window {
    use eframe::egui::accesskit::Role;
    use foerderbuch::domain::Kind;
    use foerderbuch::domain::date::LAST_DAY;
    use foerderbuch::store::query;
    use foerderbuch::text::hash;
    use foerderbuch::ui::action::{Action, PaperAction};
    use foerderbuch::ui::form::Occasion;
    use foerderbuch::ui::route::{Part, Route};

    use super::super::harness::{Setup, Window};
    use super::*;

    fn answered(file: &std::path::Path) -> Window {
        Setup { answer: Some(file.to_owned()), ..Setup::sample(Lang::De) }.open()
    }

    #[test]
    fn the_form_of_the_letterhead_reads_a_logo_and_says_why_another_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("logo.svg");
        std::fs::write(&file, LOGO.replace("<rect", "<text>A</text><rect")).unwrap();
        let mut window = answered(&file);
        window.choose("Handelnde Person", "D. Kern");
        window.wish(Action::book(Kind::SettingMade, Occasion::default()));
        window.choose("Einstellung", "Bewilligungsbehörde (Briefkopf)");
        window.button("Logo: SVG-Datei wählen …");
        window.wait_for("„logo.svg“: Die Zeichnung enthält Text");
        window.must_see("Kein Logo");
        std::fs::write(&file, LOGO).unwrap();
        window.button("Logo: SVG-Datei wählen …");
        window.wait_for("Zeichnung mit 3 Flächen");
        assert_eq!(window.asked()[0].extension, "svg");
        window.button("Logo: weglassen");
        window.must_see("Kein Logo");
        window.button("Logo: SVG-Datei wählen …");
        window.wait_for("Zeichnung mit 3 Flächen");
        window.fill("Name der Behörde", "Landesamt für Digitales");
        window.fill("Referat und Anschrift", "Referat 7 · Am Anger 9 · 99084 Erfurt");
        window.fill("Ort", "Erfurt");
        window.fill("Rückfragen an", "digital@example.org");
        window.button("Buchen");
        window.wait_for("Einstellung");
        window.wish(Action::Go(Route::Masters));
        window.wait_for("Landesamt für Digitales, mit Logo");
    }

    #[test]
    fn a_head_typed_from_paper_is_compared_and_a_typing_error_is_told_at_once() {
        let ledger = foerderbuch::ops::sample::in_memory().unwrap();
        let head = ledger.head();
        let good = format!("{}: {}", head.seq, hash::printed(head.seq, &head.hash));
        let mut window = Window::german();
        window.wish(Action::Go(Route::shelf(Part::Check)));
        assert!(window.has(Role::TextInput, "Prüfkennung eines Dokuments"));
        window.fill("Prüfkennung eines Dokuments", &good);
        window.button("Vergleichen");
        window.wait_for("Stimmt überein: Buchung Nr. 276");
        let other = format!("1: {}", hash::printed(1, &head.hash));
        window.fill("Prüfkennung eines Dokuments", &other);
        window.button("Vergleichen");
        window.wait_for("Stimmt nicht überein");
        window.fill("Prüfkennung eines Dokuments", &good.replacen("276", "275", 1));
        window.wait_for("Da ist etwas vertippt");
        // A statement prints the head of its recipient's own chain below that of the journal.
        let times = Times { as_of: LAST_DAY, known: head.seq };
        let key = RecipientKey::new("16066");
        let own = query::recipient(&ledger, times, &key).unwrap().unwrap().head;
        let foot = format!("Empfänger 16066 Nr. {} {}", own.seq, hash::printed(own.seq, &own.hash));
        window.fill("Prüfkennung eines Dokuments", &foot);
        window.button("Vergleichen");
        window.wait_for("der eigenen Kette des Empfängers 16066");
        // What the code beside the foot says is read, too.
        let code = format!("FOERDERBUCH1:{}:16066:9:X", good.replace(' ', ""));
        window.fill("Prüfkennung eines Dokuments", &code);
        window.wish(Action::Paper(PaperAction::CheckAnchor(head.seq, head.hash)));
        window.wait_for("Stimmt überein");
    }

    #[test]
    fn the_protocol_of_the_window_replays_the_journal_where_asked() {
        let mut window = Window::german();
        window.wish(Action::Go(Route::paper(Wish::of(Document::Verification))));
        window.wait_for("Prüfprotokoll");
        window.button("Als Text");
        assert!(!window.sees("Nachbuchen des ganzen Journals"));
        window.click(Role::CheckBox, "Auch die Datenbank prüfen und das ganze Journal nachbuchen");
        window.wait_for("Nachbuchen des ganzen Journals");
    }
}
