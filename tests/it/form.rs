//! Forms: every body can be typed, and what is typed is the body.

use std::collections::{BTreeMap, BTreeSet};

use foerderbuch::domain::event::Body;
use foerderbuch::domain::{Day, Kind};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::form::{self, Field, SETTINGS, Shape, Values, fields};
use serde_json::{Value, json};

const EXAMPLES: &str = include_str!("../../docs/book-examples.txt");

/// Kind and body of each example line.
fn examples() -> Vec<(Kind, Value)> {
    let lines = EXAMPLES.lines().filter(|line| line.starts_with("{\"kind\""));
    lines
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("an example");
            let kind = Kind::from_name(line["kind"].as_str().expect("a kind")).expect("a kind");
            (kind, line["body"].clone())
        })
        .collect()
}

fn today() -> Day {
    "2026-11-21".parse().expect("a day")
}

#[test]
fn the_form_filled_from_a_body_gives_back_exactly_that_body() {
    for text in Lang::ALL.map(Text::new) {
        for (kind, json) in examples() {
            if kind == Kind::ProgrammeFounded {
                continue;
            }
            let fields = fields(kind);
            let values = Values::of(&fields, &json, &text);
            let typed = values.to_json(&fields, &text, today());
            let made = form::made(kind, &values, &text, today());
            let expected = form::body(kind, json).expect("an example");
            assert_eq!(made, Some(expected), "{} {}: {typed:?}", text.lang(), kind.as_str());
        }
    }
}

#[test]
fn an_iban_is_typed_as_it_is_printed_and_booked_without_spaces() {
    let typed = |iban: &str| {
        let json = json!({ "iban": iban, "holder": "Kommune F (fiktiv)" });
        form::body(Kind::BankAccountRecorded, json).expect("a body")
    };
    let electronic = typed("DE89370400440532013000");
    assert_eq!(typed("DE89 3704 0044 0532 0130 00"), electronic);
    let printed = Text::new(Lang::De).iban("DE89370400440532013000");
    assert_eq!(typed(&printed), electronic, "{printed}");
}

#[test]
fn without_english_words_the_german_ones_stand_for_them() {
    let text = Text::new(Lang::De);
    let own = fields(Kind::MilestonePlanned);
    let made = |name: Value| {
        let json = json!({ "milestone": "SM-9", "name": name });
        let values = Values::of(&own, &json, &text);
        values.to_json(&own, &text, today()).map(|json| json["name"].clone())
    };
    let both = json!({ "de": "Abnahme", "en": "Acceptance" });
    assert_eq!(made(both.clone()), Some(both));
    let german = json!({ "de": "Abnahme", "en": "Abnahme" });
    assert_eq!(made(json!({ "de": "Abnahme", "en": " " })), Some(german));
    assert_eq!(made(json!({ "de": "", "en": "Acceptance" })), None);
}

/// A body with something in every field.
fn filled(fields: &[Field]) -> Value {
    let value = |shape: Shape| match shape {
        Shape::Money => json!(123_450),
        Shape::Day => json!("2026-02-28"),
        Shape::Date => {
            json!({ "precision": "period", "from": "2026-01-01", "until": "2026-03-31" })
        }
        Shape::Decimal => json!("66.50"),
        Shape::Number => json!(12),
        Shape::Year => json!(2026),
        Shape::YesNo => json!(true),
        Shape::Choice(_, names) => json!(names.last()),
        Shape::Several(_, names) => json!(names),
        Shape::Person | Shape::Account | Shape::Entry(_) => json!(7),
        Shape::Group(inner) => filled(inner),
        Shape::List(inner) => json!([filled(inner), filled(inner)]),
        Shape::Each(_) => json!(["eins", "zwei"]),
        Shape::Setting => {
            json!({ "name": "base_rate", "from": "2026-01-01", "until": "2026-06-30", "percent": "-0.88" })
        }
        _ => json!("Wort"),
    };
    let kept = |name: &str| match name {
        "fiscal_year" | "budget_year" | "due_year" | "from_year" | "assessed_year" => json!(2026),
        "interest" => json!("delay"),
        _ => json!("Wort"),
    };
    let all = fields.iter().map(|field| {
        let json = if field.shape == Shape::Kept { kept(field.name) } else { value(field.shape) };
        (field.name.to_owned(), json)
    });
    Value::Object(all.collect())
}

#[test]
fn every_field_of_every_kind_can_be_typed() {
    for text in Lang::ALL.map(Text::new) {
        for kind in Kind::ALL.iter().copied().filter(|kind| *kind != Kind::ProgrammeFounded) {
            let fields = fields(kind);
            let json = filled(&fields);
            let values = Values::of(&fields, &json, &text);
            assert_eq!(values.to_json(&fields, &text, today()), Some(json.clone()));
            let made = form::made(kind, &values, &text, today());
            let expected = form::body(kind, json).expect("a body of its kind");
            assert_eq!(made, Some(expected), "{} {}", text.lang(), kind.as_str());
        }
    }
}

#[test]
fn every_kind_but_the_founding_has_fields_and_a_place_in_the_chooser() {
    for kind in Kind::ALL.iter().copied() {
        let founding = kind == Kind::ProgrammeFounded;
        assert_eq!(fields(kind).is_empty(), founding, "{}", kind.as_str());
        assert_eq!(form::area::Area::of(kind).is_none(), founding, "{}", kind.as_str());
    }
}

/// What the reader of bodies says about this JSON.
fn complaint(kind: Kind, json: Value) -> String {
    let found = Body::deserialize(kind, json);
    found.expect_err("not a body").to_string()
}

/// The names in backticks after "expected".
fn expected_names(complaint: &str) -> BTreeSet<String> {
    let (_, expected) = complaint.split_once("expected").unwrap_or_default();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Wraps the value into the fields of a path; a `*` is the one element of a list.
fn at(path: &[&str], value: Value) -> Value {
    path.iter().rev().fold(value, |inner, name| match *name {
        "*" => json!([inner]),
        name => json!({ name: inner }),
    })
}

fn names(fields: &[Field]) -> BTreeSet<String> {
    fields.iter().map(|field| field.name.to_owned()).collect()
}

/// Compares fields with what serde accepts at the path, then those inside of them.
fn compare(kind: Kind, path: &[&str], fields: &[Field]) {
    let place = format!("{} {path:?}", kind.as_str());
    let complaint = complaint(kind, at(path, json!({ "zzz": 0 })));
    let mut own = names(fields);
    if path == ["person"] {
        // The name stands apart from the chain, its hash in the chain.
        own.remove("name");
        own.insert("name_hash".to_owned());
    }
    if kind == Kind::CashListRead && path.is_empty() {
        // Numbers that the program works out from the list; nobody types them.
        own.insert("vouchers".to_owned());
    }
    assert_eq!(own, expected_names(&complaint), "{place}: {complaint}");
    for field in fields {
        let inner = |more: &[&'static str]| [path, &[field.name], more].concat();
        match field.shape {
            Shape::Group(fields) => compare(kind, &inner(&[]), fields),
            Shape::List(fields) => compare(kind, &inner(&["*"]), fields),
            Shape::Choice(_, all) => variants(kind, &inner(&[]), all),
            Shape::Several(_, all) => variants(kind, &inner(&["*"]), all),
            _ => {}
        }
    }
}

fn variants(kind: Kind, path: &[&str], all: &[&str]) {
    let complaint = complaint(kind, at(path, json!("zzz")));
    let all: BTreeSet<_> = all.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(all, expected_names(&complaint), "{path:?}: {complaint}");
}

#[test]
fn the_fields_of_every_form_are_those_of_its_body() {
    for kind in Kind::ALL.iter().copied() {
        if kind != Kind::ProgrammeFounded {
            compare(kind, &[], &fields(kind));
        }
    }
}

#[test]
fn the_fields_of_every_setting_are_those_of_its_body() {
    let kind = Kind::SettingMade;
    let unknown = complaint(kind, json!({ "setting": { "name": "zzz" } }));
    let known: BTreeSet<_> = SETTINGS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(known, expected_names(&unknown));
    for (name, fields) in SETTINGS {
        let complaint = complaint(kind, json!({ "setting": { "name": name, "zzz": 0 } }));
        assert_eq!(names(fields), expected_names(&complaint), "{name}: {complaint}");
    }
}

/// The names to choose from in these fields and inside of them, with the beginning of their keys.
fn choices(fields: &[Field]) -> Vec<(&'static str, &'static [&'static str])> {
    let mut all = Vec::new();
    for field in fields {
        match field.shape {
            Shape::Choice(prefix, names) | Shape::Several(prefix, names) => {
                all.push((prefix, names));
            }
            Shape::Group(inner) | Shape::List(inner) => all.extend(choices(inner)),
            _ => {}
        }
    }
    all
}

#[test]
fn every_choice_has_words_in_both_languages() {
    for text in Lang::ALL.map(Text::new) {
        let of_kinds = Kind::ALL.iter().flat_map(|kind| choices(&fields(*kind)));
        let of_settings = SETTINGS.iter().flat_map(|(_, fields)| choices(fields));
        for (prefix, names) in of_kinds.chain(of_settings) {
            for name in names {
                let key = format!("{prefix}-{}", name.replace('_', "-"));
                assert!(text.has(&key), "{} {key}", text.lang());
            }
        }
    }
}

/// The fields of a form, by name, with whether they are needed.
fn needs(fields: &[Field]) -> BTreeMap<&'static str, bool> {
    fields.iter().map(|field| (field.name, field.needed)).collect()
}

#[test]
fn a_field_is_needed_exactly_where_the_body_cannot_be_without() {
    for (kind, json) in examples() {
        let own = fields(kind);
        let object = json.as_object().expect("a body");
        for (name, needed) in needs(&own) {
            let mut without = object.clone();
            let given = without.remove(name).is_some();
            let read = form::body(kind, Value::Object(without));
            let place = format!("{} {name}", kind.as_str());
            assert!(given || !needed, "{place} is missing in the example");
            assert_eq!(needed, read.is_err(), "{place}: {read:?}");
        }
        for field in &own {
            let (Shape::Group(inner), Some(group)) = (field.shape, json[field.name].as_object())
            else {
                continue;
            };
            for (name, needed) in needs(inner) {
                let mut without = json.clone();
                let group = without[field.name].as_object_mut().expect("a group");
                group.remove(name);
                let read = form::body(kind, without);
                let apart = field.name == "person" && name == "name";
                let place = format!("{} {}.{name}", kind.as_str(), field.name);
                assert!(apart || needed == read.is_err(), "{place}: {read:?}");
            }
            assert!(!group.is_empty());
        }
    }
}

#[test]
fn what_is_typed_wrong_or_missing_makes_no_body() {
    let text = Text::new(Lang::De);
    let kind = Kind::BlockSet;
    let own = fields(kind);
    let whole = json!({
        "title": "1616 88371", "fiscal_year": 2026, "amount_cents": 100,
        "ground": "economic", "reason": "Rundschreiben",
    });
    assert!(form::made(kind, &Values::of(&own, &whole, &text), &text, today()).is_some());
    for name in ["title", "fiscal_year", "amount_cents", "ground", "reason"] {
        let mut json = whole.clone();
        json.as_object_mut().expect("a body").remove(name);
        let values = Values::of(&own, &json, &text);
        assert_eq!(form::made(kind, &values, &text, today()), None, "{name}");
    }
    for (name, wrong) in [("fiscal_year", "26"), ("amount_cents", "1.234"), ("percent", "1,2,3")] {
        let mut values = Values::of(&own, &whole, &text);
        let index = own.iter().position(|field| field.name == name).expect(name);
        values.0[index] = form::Value::Text(wrong.to_owned());
        assert_eq!(form::made(kind, &values, &text, today()), None, "{name}");
    }
}
