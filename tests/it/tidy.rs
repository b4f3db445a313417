//! The house rules that a machine can check: layers, sizes, texts, words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

pub fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/")
}

fn layer(path: &Path) -> String {
    let name = short(path);
    let rest = name.strip_prefix("src/").unwrap();
    rest.split(['/', '.']).next().unwrap().to_owned()
}

/// Which layers a layer may name (`docs/architecture.md`).
const MAY_USE: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("ops", &["domain", "store"]),
    ("report", &["domain", "store"]),
    ("render", &["domain", "report", "text"]),
    ("exchange", &["domain"]),
    ("text", &["domain", "exchange"]),
    ("paper", &["domain", "store", "ops", "report", "render", "exchange", "text"]),
    ("system", &[]),
    ("ui", &["domain", "store", "text", "report", "paper", "exchange"]),
    (
        "app",
        &[
            "domain", "store", "ops", "report", "render", "exchange", "text", "paper", "system",
            "ui",
        ],
    ),
    ("cli", &["domain", "store", "ops", "report", "render", "exchange", "text", "paper", "system"]),
    ("lib", &[]),
];

#[test]
fn layers_use_only_the_layers_below_them() {
    for path in files("src", "rs") {
        let own = layer(&path);
        if own == "main" {
            continue;
        }
        let (_, allowed) = MAY_USE.iter().find(|(name, _)| *name == own).unwrap();
        let source = read(&path);
        let code = source.split("#[cfg(test)]\nmod ").next().unwrap();
        for (number, line) in code.lines().enumerate() {
            let mut rest = line;
            while let Some(at) = rest.find("crate::") {
                rest = &rest[at + "crate::".len()..];
                let used: String =
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                assert!(
                    used.is_empty() || used == own || allowed.contains(&used.as_str()),
                    "{}:{}: {own} names {used}",
                    short(&path),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn libraries_are_named_only_where_they_belong() {
    let homes: [(&[&str], &[&str]); 5] = [
        (&["rusqlite"], &["src/store/"]),
        (&["quick_xml", "zip", "calamine", "encoding_rs", "usvg"], &["src/exchange/"]),
        (
            &["printpdf", "pdf_writer", "lopdf", "subsetter", "harfrust", "hayro"],
            &["src/render/pdf/"],
        ),
        (&["egui", "eframe", "egui_extras", "egui_plot", "rfd"], &["src/ui/", "src/app/"]),
        (&["windows_sys"], &["src/system/"]),
    ];
    for path in files("src", "rs") {
        let name = short(&path);
        for (libraries, places) in homes {
            if places.iter().any(|place| name.starts_with(place)) {
                continue;
            }
            for (number, line) in read(&path).lines().enumerate() {
                let code = line.split("//").next().unwrap();
                for library in libraries {
                    let named = code.contains(&format!("{library}::"));
                    assert!(!named, "{name}:{}: names {library}", number + 1);
                }
            }
        }
    }
}

#[test]
fn screens_report_values_and_rules_stay_apart() {
    for path in files("src", "rs") {
        let name = short(&path);
        let source = read(&path);
        if name.starts_with("src/report/") {
            assert!(
                !source.split("#[cfg(test)]").next().unwrap().contains("store::Ledger"),
                "{name}"
            );
        }
        if name.starts_with("src/ui/") {
            for banned in ["std::fs", "std::thread", "store::Ledger", "store::query", "paper::make"]
            {
                assert!(!source.contains(banned), "{name} names {banned}");
            }
        }
        if let Some(own) = name.strip_prefix("src/ui/screen/")
            && own != "mod.rs"
        {
            let above = if own.contains('/') { "super::super::" } else { "super::" };
            let own = own.split(['/', '.']).next().unwrap();
            for other in screens().iter().filter(|other| *other != own) {
                for way in [format!("screen::{other}::"), format!("{above}{other}::")] {
                    assert!(!source.contains(&way), "{name} names the screen {other}");
                }
            }
        }
    }
}

/// Names of the modules that are screens: those with a field in `Screens` or shown without one.
fn screens() -> Vec<String> {
    let source = read(&root().join("src/ui/screen/mod.rs"));
    let shown = source.split("pub fn ui(").nth(1).unwrap().split("\n    }\n").next().unwrap();
    let named = shown.lines().filter_map(|line| {
        let (_, call) = line.split_once("=> ")?;
        let call = call.strip_prefix("self.").unwrap_or(call);
        Some(call.split(['.', ':']).next()?.to_owned())
    });
    named.filter(|name| !name.trim().is_empty()).collect()
}

#[test]
fn files_functions_and_lines_stay_small() {
    let mut broken = Vec::new();
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let source = read(&path);
        let name = short(&path);
        let code_lines = source.split("#[cfg(test)]\nmod ").next().unwrap().lines().count();
        if code_lines > 500 {
            broken.push(format!("{name}: {code_lines} lines"));
        }
        for (number, line) in source.lines().enumerate() {
            let length = line.chars().count();
            let table = name.starts_with("tests/") && line.contains(" | ");
            if length > 100 && !line.contains('"') && !table {
                broken.push(format!("{name}:{}: {length} columns", number + 1));
            }
        }
        for (start, length) in functions(&source) {
            if length > 70 {
                broken.push(format!("{name}:{start}: function of {length} lines"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

/// First line and length of each function, by indentation of its closing brace.
fn functions(source: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let is_function = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn ", "const fn "]
            .iter()
            .any(|head| trimmed.starts_with(head) || trimmed.starts_with(&format!("pub {head}")));
        if !is_function {
            continue;
        }
        let indent = line.len() - trimmed.len();
        let closing = format!("{}}}", " ".repeat(indent));
        if let Some(length) = lines[start..].iter().position(|line| **line == closing) {
            found.push((start + 1, length + 1));
        }
    }
    found
}

/// Message keys of a language with the variables of each.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for path in files(&format!("assets/text/{language}"), "ftl") {
        let mut key = String::new();
        for line in read(&path).lines() {
            if !line.starts_with([' ', '#', '}']) && line.contains('=') {
                line.split('=').next().unwrap().trim().clone_into(&mut key);
                assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice");
            }
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            });
            if let Some(known) = found.get_mut(&key) {
                known.extend(variables);
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    assert_eq!(messages("de"), messages("en"));
}

/// Beginnings of the keys that the code puts together, read off its `format!` calls.
fn composed(code: &str) -> BTreeSet<String> {
    let ends = |start: &&str| start.ends_with('-') && !start.contains(' ');
    code.split("format!(\"")
        .skip(1)
        .filter_map(|rest| rest.split(['{', '"']).next())
        .filter(ends)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_message_is_used() {
    let mut code = String::new();
    for path in files("src", "rs") {
        code.push_str(&read(&path));
    }
    let composed = composed(&code);
    // Every piece between two quotes: strings of the code, and what stands between strings.
    let quoted: BTreeSet<&str> = code.split('"').collect();
    let unused: Vec<String> = messages("de")
        .into_keys()
        .filter(|key| !composed.iter().any(|start| key.starts_with(start)))
        .filter(|key| !quoted.contains(key.as_str()))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn code_and_papers_keep_to_the_words_of_the_field() {
    let banned_in_text =
        ["Überweisung", "Fördermittelgeber", "Geschäftsjahr", "Verwendungsbestätigung", "Kosten"];
    for path in files("assets/text/de", "ftl") {
        let text = read(&path);
        for word in banned_in_text {
            assert!(!text.contains(word), "{}: {word}", short(&path));
        }
    }
    // One word per thing in English, too: a Haushaltsjahr is a fiscal year.
    for path in files("assets/text/en", "ftl") {
        let text = read(&path).to_lowercase();
        for word in ["budget year", "means in all", "carried in", "bound ahead", "auxiliary pro"] {
            assert!(!text.contains(word), "{}: {word}", short(&path));
        }
    }
    for path in files("src", "rs") {
        let name = short(&path);
        let source = read(&path);
        for word in ["booking_date", "TODO", "FIXME", "unimplemented!", "todo!("] {
            assert!(!source.contains(word), "{name}: {word}");
        }
        for float in ["f32", "f64"] {
            // Lengths of drawings alone; never an amount.
            let painted = ["src/ui/", "src/render/pdf/", "src/app/", "src/exchange/drawing.rs"];
            let used = source.lines().any(|line| {
                let code = line.split("//").next().unwrap();
                code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == float)
            });
            assert!(
                !used || painted.iter().any(|place| name.starts_with(place)),
                "{name}: {float}"
            );
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for path in files("src", "rs") {
        assert!(read(&path).starts_with("//!"), "{}", short(&path));
    }
}
