//! The manuals name all there is: kinds with their fields, codes, settings, states, deadlines.

use std::collections::BTreeMap;
use std::path::Path;

use foerderbuch::domain::body::Setting;
use foerderbuch::domain::deadline::DeadlineKind;
use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{Kind, Refusal};
use foerderbuch::paper::Document;
use foerderbuch::text::{Lang, Text};

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Rows of tables whose first cell begins with a name in backquotes, by that name.
fn rows(page: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in page.lines() {
        if let Some((name, _)) = line.strip_prefix("| `").and_then(|rest| rest.split_once('`')) {
            found.entry(name.to_owned()).or_default().push(line.to_owned());
        }
    }
    found
}

/// Every document that the window offers stands in the list of the manual, by the name that it has
/// there; reports by their numbers.
#[test]
fn the_manual_lists_every_document_by_its_name() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let path = format!("assets/manual/{}/papers.md", lang.code());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let page = std::fs::read_to_string(path).unwrap();
        let list = page.lines().find(|line| line.contains("R1")).unwrap().to_lowercase();
        let mut reports = 0;
        for document in Document::ALL {
            let name = text.get(document.key()).replace('\u{ad}', "");
            if name.starts_with('R') && name[1..].starts_with(|sign: char| sign.is_ascii_digit()) {
                reports += 1;
            } else {
                assert!(list.contains(&name.to_lowercase()), "{name}: {list}");
            }
        }
        assert!(list.contains("r1") && list.contains(&format!("r{reports}")), "{list}");
    }
}

#[test]
fn every_kind_has_its_row_in_both_manuals() {
    for name in ["book.md", "architecture.md"] {
        let rows = rows(&page(name));
        for kind in Kind::ALL {
            assert_eq!(rows.get(kind.as_str()).map(Vec::len), Some(1), "{name}: {kind:?}");
        }
    }
}

#[test]
fn every_field_of_the_examples_stands_in_the_row_of_its_kind() {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut above = String::new();
    for line in page("book.md").lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        let name = cells[0].split('`').nth(1).unwrap().to_owned();
        let own = cells.get(2).copied().unwrap_or_default();
        if own.trim() != "as above" {
            own.clone_into(&mut above);
        }
        fields.entry(name).or_insert_with(|| above.clone());
    }
    for line in page("book-examples.txt").lines().filter(|line| line.starts_with('{')) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let kind = line["kind"].as_str().unwrap();
        for field in line["body"].as_object().unwrap().keys().filter(|field| *field != "source") {
            assert!(fields[kind].contains(&format!("`{field}`")), "{kind}: {field}");
        }
    }
}

#[test]
fn every_code_state_deadline_and_setting_is_explained() {
    let page = page("book.md");
    let (_, codes) = page.split_once("\n## All codes\n").unwrap();
    for code in Refusal::CODES {
        assert_eq!(codes.matches(&format!("\n| {code} | ")).count(), 1, "{code}");
    }
    for state in CaseState::ALL {
        assert!(page.contains(&format!("(`{}`)", state.as_str())), "{state:?}");
    }
    let rows = rows(&page);
    for kind in DeadlineKind::ALL {
        assert!(rows.contains_key(kind.as_str()), "{kind:?}");
    }
    // An unknown name is refused with all that are known.
    let unknown = serde_json::from_str::<Setting>(r#"{"name":"?"}"#).unwrap_err().to_string();
    let names: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
    assert!(names.len() >= 17, "{unknown}");
    for name in names {
        assert!(rows.contains_key(name), "{name}");
    }
}
