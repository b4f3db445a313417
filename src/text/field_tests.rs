//! Every field of every body has a label, found by asking serde for its names.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::super::{Lang, setting};
use super::*;
use crate::domain::Body;

/// Header fields that a form shows.
const HEADER: [&str; 5] = ["effective_on", "voucher", "ref", "recipient", "actor"];

/// Follows a path of names into a body and takes down the names of the struct found there.
struct Names<'a> {
    path: &'a [&'static str],
    found: &'a mut Vec<&'static str>,
}

/// Stands for the one field of the path, or for the one element of a list.
struct One<'a>(Option<Names<'a>>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("a value without fields"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.path.is_empty() {
            self.found.extend(fields);
            return Err(Error::custom("names taken down"));
        }
        visitor.visit_map(One(Some(self)))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(One(Some(self)))
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for One<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        key: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some(name) = self.0.as_ref().and_then(|names| names.path.first()) else {
            return Ok(None);
        };
        key.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, value: V) -> Result<V::Value, Error> {
        let Names { path, found } = self.0.take().expect("one value per key");
        value.deserialize(Names { path: &path[1..], found })
    }
}

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        element: T,
    ) -> Result<Option<T::Value>, Error> {
        self.0.take().map(|names| element.deserialize(names)).transpose()
    }
}

/// The names of the fields found in a body at the end of a path; none where a value stands.
fn names(kind: Kind, path: &[&'static str]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let read = Body::deserialize(kind, Names { path, found: &mut found });
    assert!(read.is_err(), "{} at {path:?} was read from nothing", kind.as_str());
    found
}

/// Every struct in the body of that kind, by its path, with the names of its fields.
fn structs(kind: Kind) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    let mut paths: Vec<Vec<&'static str>> = vec![Vec::new()];
    while let Some(path) = paths.pop() {
        let found = names(kind, &path);
        for name in &found {
            paths.push([path.as_slice(), &[*name]].concat());
        }
        if !found.is_empty() {
            all.insert(path.join("."), found.into_iter().map(str::to_owned).collect());
        }
    }
    if kind == Kind::SettingMade {
        for example in setting::tests::examples() {
            let json = serde_json::to_value(&example).expect("a setting as JSON");
            let fields = json.as_object().expect("an object").keys().cloned();
            let path = format!("setting.{}", example.key());
            all.insert(path, fields.collect());
        }
        let letterhead = ["name", "line", "town", "contact"].map(str::to_owned).to_vec();
        all.insert("setting.authority".to_owned(), letterhead);
    }
    all
}

/// The path as a form names it: without the key of a setting in it.
fn place(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        "setting.authority" => format!("setting.authority.{name}"),
        path if path.starts_with("setting.") => format!("setting.{name}"),
        path => format!("{path}.{name}"),
    }
}

#[test]
fn every_field_of_every_body_has_a_label_that_tells_it_from_its_neighbours() {
    let mut missing = BTreeSet::new();
    for text in Lang::ALL.map(Text::new) {
        for kind in Kind::ALL.iter().copied() {
            let mut structs = structs(kind);
            let header = HEADER.map(str::to_owned);
            structs.entry(String::new()).or_default().extend(header);
            for (path, fields) in structs {
                let mut labels = BTreeMap::new();
                for name in fields {
                    let place = place(&path, &name);
                    let label = text.field(kind, &place);
                    if label == place || text.field(kind, &name) == name {
                        missing.insert(format!("{} {}: {place}", text.lang(), kind.as_str()));
                    }
                    if let Some(other) = labels.insert(label.clone(), name.clone()) {
                        let kind = kind.as_str();
                        missing.insert(format!("{kind} {path}: {name}, {other} = {label}"));
                    }
                }
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn the_names_are_those_of_the_bodies() {
    assert_eq!(names(Kind::DrawRequested, &[]), ["line", "need", "source"]);
    assert_eq!(names(Kind::DrawRequested, &["need"]), ["until", "need_cents", "unspent_cents"]);
    assert_eq!(names(Kind::GrantIssued, &["lines"]).len(), 4, "inside a list");
    assert_eq!(names(Kind::DrawRequested, &["line", "grant"]), [""; 0]);
    let milestone = structs(Kind::MilestonePlanned);
    assert_eq!(milestone["plan"], ["precision", "from", "until"]);
    assert_eq!(structs(Kind::SettingMade)["setting.small_amount"].len(), 2);
}

#[test]
fn every_label_belongs_to_a_field() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for kind in Kind::ALL.iter().copied() {
        let kind_name = dashed(kind.as_str());
        let mut structs = structs(kind);
        structs.entry(String::new()).or_default().extend(HEADER.map(str::to_owned));
        for (path, fields) in structs {
            for name in fields {
                let place = dashed(&place(&path, &name)).replace('.', " ");
                let ends = place.match_indices(' ').map(|(at, _)| &place[at + 1..]);
                for part in std::iter::once(place.as_str()).chain(ends) {
                    let part = part.replace(' ', "-");
                    used.insert(format!("field-{kind_name}-{part}"));
                    used.insert(format!("field-{part}"));
                }
            }
        }
    }
    let file = include_str!("../../assets/text/de/field.ftl");
    let keys = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    let unused: Vec<_> = keys.filter(|key| !used.contains(*key)).collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn one_name_has_the_label_of_its_kind_and_place() {
    let text = Text::new(Lang::De);
    let labels = [
        (Kind::GrantIssued, "effective_on", "Datum des Bescheids"),
        (Kind::PaymentConfirmed, "effective_on", "Buchungstag der Kasse"),
        (Kind::DrawRequested, "line.amount_cents", "Betrag"),
        (Kind::DrawRequested, "need.until", "Bedarf bis"),
        (Kind::CoverMoved, "from", "Titel der Abgabe"),
        (Kind::DueShifted, "from", "Bisherige Fälligkeit"),
        (Kind::ProgrammeFounded, "authority.line", "Referat und Anschrift"),
        (Kind::ProgrammeFounded, "line", "Referat und Anschrift"),
        (Kind::SettingMade, "setting.authority.name", "Name der Behörde"),
        (Kind::SettingMade, "name", "Einstellung"),
        (Kind::MilestonePlanned, "plan", "Plantermin"),
        (Kind::ApplicationReceived, "plan", "Finanzierungsplan"),
        (Kind::Reversed, "whatever.else", "whatever.else"),
    ];
    for (kind, name, label) in labels {
        assert_eq!(text.field(kind, name), label, "{} {name}", kind.as_str());
    }
    assert_eq!(text.field_name("reason"), "Begründung");
    assert_eq!(text.field_name("payment_text"), "Verwendungszweck");
    assert_eq!(text.field_name("whatever"), "whatever");
}
