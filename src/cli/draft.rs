//! A line of a drafts file: JSON → [`Draft`], with a clear sentence for what is wrong.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::domain::drawing::Drawing;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, Kind, PersonNo, RecipientKey};
use crate::exchange::drawing;
use crate::text::Text;

/// A line as it is written; `docs/book.md` has one example per kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: String,
    effective_on: String,
    #[serde(default)]
    recipient: Option<String>,
    #[serde(default)]
    actor: Option<u32>,
    #[serde(default)]
    voucher: Option<String>,
    #[serde(default)]
    uid: Option<String>,
    #[serde(default, rename = "ref")]
    reference: Option<Value>,
    body: Map<String, Value>,
}

/// Reads one line; `actor` is who books when the line names nobody.
///
/// # Errors
/// A sentence that says what is wrong with the line.
pub fn parse(line: &str, actor: PersonNo, text: &Text) -> Result<Draft, String> {
    let (line, doubt) = fields(line, text)?;
    let kind = Kind::from_name(&line.kind)
        .ok_or_else(|| text.quoting("draft-unknown-kind", &[("kind", line.kind.clone())]))?;
    let effective_on = day(&line.effective_on, text)?;
    let uid = match &line.uid {
        Some(typed) => uid(typed, text)?,
        None => *uuid::Uuid::new_v4().as_bytes(),
    };
    let reference = line.reference.as_ref().map(|value| reference(value, text)).transpose()?;
    let (body, person_name) = body(kind, line.body, text)?;
    if let Some(doubt) = doubt {
        return Err(doubt);
    }
    Ok(Draft {
        uid,
        recipient: RecipientKey::from_written(line.recipient.as_deref().unwrap_or_default()),
        effective_on,
        actor: line.actor.map_or(actor, PersonNo),
        voucher: line.voucher.unwrap_or_default(),
        reference,
        body,
        person_name,
    })
}

/// The fields of a line that names none of them twice; with what is wrong should all of them be
/// taken: a number with a point, which no field takes, ends the search for names that stand twice.
fn fields(line: &str, text: &Text) -> Result<(Line, Option<String>), String> {
    let wrong = |error: &serde_json::Error, path: &str| {
        text.quoting("draft-wrong", &[("reason", text.json_wrong(error, path))])
    };
    let mut doubt = None;
    if let Err(error) = serde_json::from_str::<Unambiguous>(line) {
        if !error.is_data() {
            let reason = [("reason", text.json_syntax(&error, line))];
            return Err(text.quoting("draft-not-json", &reason));
        }
        if error.to_string().starts_with(TWICE) {
            return Err(wrong(&error, "."));
        }
        doubt = Some(wrong(&error, "."));
    }
    let mut parser = serde_json::Deserializer::from_str(line);
    let line = serde_path_to_error::deserialize(&mut parser);
    let line = line.map_err(|error| wrong(error.inner(), &error.path().to_string()))?;
    Ok((line, doubt))
}

fn day(typed: &str, text: &Text) -> Result<Day, String> {
    super::times::day(typed, text).map_err(|problem| match problem {
        super::Problem::Use(sentence)
        | super::Problem::No(sentence)
        | super::Problem::File(sentence) => sentence,
        super::Problem::Lines(sentences) => sentences.join(" "),
        super::Problem::Store(error) => error.to_string(),
    })
}

fn uid(typed: &str, text: &Text) -> Result<[u8; 16], String> {
    uuid::Uuid::parse_str(typed)
        .map(|uid| *uid.as_bytes())
        .map_err(|_| text.quoting("draft-uid-wrong", &[("uid", typed.to_owned())]))
}

fn reference(value: &Value, text: &Text) -> Result<Reference, String> {
    match value {
        Value::Number(number) if number.as_u64().is_some() => {
            Ok(Reference::Entry(number.as_u64().unwrap_or_default()))
        }
        Value::String(typed) => uid(typed, text).map(Reference::Uid),
        other => Err(text.quoting("draft-reference-unknown", &[("reference", other.to_string())])),
    }
}

/// The body of the kind, and the name of the person that it enrols, which stands apart.
fn body(
    kind: Kind,
    mut fields: Map<String, Value>,
    text: &Text,
) -> Result<(Body, Option<String>), String> {
    let mut name = None;
    if let Some(Value::Object(person)) = fields.get_mut("person")
        && let Some(Value::String(typed)) = person.remove("name")
    {
        person.entry("name_hash").or_insert_with(|| Value::String(String::new()));
        name = Some(typed);
    }
    if kind == Kind::SettingMade {
        logo(&mut fields, text)?;
    }
    if kind == Kind::RecipientRegistered
        && let Some(Value::String(key)) = fields.get_mut("key")
    {
        *key = RecipientKey::from_written(key).to_string();
    }
    let mut track = serde_path_to_error::Track::new();
    let fields = Value::Object(fields);
    let from = serde_path_to_error::Deserializer::new(fields, &mut track);
    let body = Body::deserialize(kind, from).map_err(|error| {
        let reason = text.json_wrong(&error, &track.path().to_string());
        let arguments = [("kind", kind.as_str().to_owned()), ("reason", reason)];
        text.quoting("draft-body", &arguments)
    })?;
    Ok((body, name))
}

/// The logo of a letterhead, any SVG, in the form that the ledger keeps.
fn logo(fields: &mut Map<String, Value>, text: &Text) -> Result<(), String> {
    let setting = fields.get_mut("setting").and_then(Value::as_object_mut);
    if let Some(Value::String(svg)) = setting.and_then(|setting| setting.get_mut("logo"))
        && svg.parse::<Drawing>().is_err()
    {
        let drawing = drawing::read(svg.as_bytes());
        *svg = drawing.map_err(|refused| text.file_refused(&refused))?.to_string();
    }
    Ok(())
}

/// As the parser says it itself.
const TWICE: &str = "duplicate field ";

/// Any JSON in which no object names a field twice: which of two amounts would count?
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(EveryField)
    }
}

struct EveryField;

impl<'de> Visitor<'de> for EveryField {
    type Value = Unambiguous;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unambiguous, A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(field) = map.next_key::<String>()? {
            map.next_value::<Unambiguous>()?;
            if let Some(twice) = seen.replace(field) {
                return Err(serde::de::Error::custom(format!("{TWICE}`{twice}`")));
            }
        }
        Ok(Unambiguous)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unambiguous, A::Error> {
        while items.next_element::<Unambiguous>()?.is_some() {}
        Ok(Unambiguous)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_str<E>(self, _: &str) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }

    fn visit_unit<E>(self) -> Result<Unambiguous, E> {
        Ok(Unambiguous)
    }
}
