//! What was typed into a form: as text until it is valid, as JSON of a body, and back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::fields::SETTINGS;
use super::{Field, Shape};
use crate::domain::{Day, ImpreciseDate, Money, Precision};
use crate::text::{Text, with_other_marks};

/// The values of some fields, in their order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Values(pub Vec<Value>);

/// What was typed into one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// As typed.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Chosen from a list, as the key of the choice.
    Chosen(Option<String>),
    /// Chosen from a few names.
    Several(Vec<String>),
    /// Precision, first day and last day as typed.
    Date(Option<String>, String, String),
    /// Follows from elsewhere.
    Kept(Json),
    /// Fields that belong together; an optional group counts once it is opened.
    Group(bool, Values),
    /// Groups.
    List(Vec<Values>),
    /// Values.
    Each(Vec<Value>),
    /// Name of a setting and its fields.
    Setting(Option<String>, Values),
}

/// Something is missing or cannot be read.
struct Incomplete;

type Made<T> = Result<T, Incomplete>;

impl Values {
    /// Nothing typed yet.
    #[must_use]
    pub fn blank(fields: &[Field]) -> Self {
        Self(fields.iter().map(Value::blank).collect())
    }

    /// Filled with a body.
    #[must_use]
    pub fn of(fields: &[Field], json: &Json, text: &Text) -> Self {
        let mut values = Self::blank(fields);
        values.fill(fields, json, text);
        values
    }

    /// Takes over what the JSON knows of these fields; the rest stays.
    pub fn fill(&mut self, fields: &[Field], json: &Json, text: &Text) {
        for (field, value) in fields.iter().zip(&mut self.0) {
            if let Some(known) = json.get(field.name).filter(|known| !known.is_null()) {
                value.fill(field.shape, known, text);
            }
        }
    }

    /// The body as JSON; `None` while something is missing or cannot be read.
    #[must_use]
    pub fn to_json(&self, fields: &[Field], text: &Text, today: Day) -> Option<Json> {
        self.json(fields, text, today).ok()
    }

    fn json(&self, fields: &[Field], text: &Text, today: Day) -> Made<Json> {
        let mut all = Map::new();
        for (field, value) in fields.iter().zip(&self.0) {
            match value.json(field, text, today)? {
                Some(json) => {
                    all.insert(field.name.to_owned(), json);
                }
                None if field.needed => return Err(Incomplete),
                None => {}
            }
        }
        Ok(Json::Object(all))
    }

    /// The body as far as it can be told while it is typed: what is missing beside amounts, years
    /// and what they belong to is filled in, lines that are not done are left out.
    #[must_use]
    pub fn sketch(&self, fields: &[Field], text: &Text, today: Day) -> Option<Json> {
        let mut all = Map::new();
        for (field, value) in fields.iter().zip(&self.0) {
            let made = match (value, field.shape) {
                (Value::Group(true, values), Shape::Group(fields)) => {
                    values.sketch(fields, text, today)
                }
                (Value::List(list), Shape::List(fields)) => {
                    let items = list.iter().filter_map(|item| item.sketch(fields, text, today));
                    Some(Json::Array(items.collect()))
                }
                _ => value.json(field, text, today).ok().flatten(),
            };
            match made.or_else(|| field.needed.then(|| stand_in(field.shape, today)).flatten()) {
                Some(json) => {
                    all.insert(field.name.to_owned(), json);
                }
                None if field.needed => return None,
                None => {}
            }
        }
        Some(Json::Object(all))
    }

    /// Turns what is typed as figures into what is typed in the other language.
    pub fn reword(&mut self, fields: &[Field]) {
        for (field, value) in fields.iter().zip(&mut self.0) {
            value.reword(field.shape);
        }
    }

    /// True when these are values of these fields: a draft of another version may have others.
    #[must_use]
    pub fn fit(&self, fields: &[Field]) -> bool {
        let pairs = || fields.iter().zip(&self.0);
        self.0.len() == fields.len() && pairs().all(|(field, value)| value.fits(field.shape))
    }

    /// Proposed after these in a list: the same choices, the typed values anew.
    #[must_use]
    pub fn next(&self) -> Self {
        let fresh = |value: &Value| match value {
            Value::Text(_) => Value::Text(String::new()),
            other => other.clone(),
        };
        Self(self.0.iter().map(fresh).collect())
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, fields: &[Field], name: &str) -> Option<&Value> {
        let at = fields.iter().position(|field| field.name == name)?;
        self.0.get(at)
    }

    /// What is typed in a field, also in one of a group: the names lead to it.
    #[must_use]
    pub fn typed(&self, fields: &[Field], names: &[&str]) -> Option<&str> {
        let (name, rest) = names.split_first()?;
        let at = fields.iter().position(|field| field.name == *name)?;
        match (self.0.get(at)?, fields[at].shape, rest) {
            (Value::Text(text), _, []) => Some(text),
            (Value::Group(_, values), Shape::Group(fields), rest) => values.typed(fields, rest),
            _ => None,
        }
    }

    /// The key that is chosen in a field, also in one of a group.
    #[must_use]
    pub fn chosen(&self, fields: &[Field], shape: Shape) -> Option<&str> {
        fields.iter().zip(&self.0).find_map(|(field, value)| match (field.shape, value) {
            (own, Value::Chosen(Some(key))) if own == shape => Some(key.as_str()),
            (Shape::Group(inner), Value::Group(true, values)) => values.chosen(inner, shape),
            _ => None,
        })
    }
}

impl Value {
    /// Nothing typed yet.
    #[must_use]
    pub fn blank(field: &Field) -> Self {
        match field.shape {
            Shape::Money
            | Shape::Day
            | Shape::Text
            | Shape::Long
            | Shape::Decimal
            | Shape::Number
            | Shape::Year => Self::Text(String::new()),
            Shape::YesNo => Self::Flag(false),
            Shape::Date => Self::Date(None, String::new(), String::new()),
            Shape::Several(..) => Self::Several(Vec::new()),
            Shape::Kept | Shape::Drawing => Self::Kept(Json::Null),
            Shape::Group(fields) => Self::Group(field.needed, Values::blank(fields)),
            Shape::List(fields) if field.needed => Self::List(vec![Values::blank(fields)]),
            Shape::List(_) => Self::List(Vec::new()),
            Shape::Each(_) => Self::Each(Vec::new()),
            Shape::Setting => Self::Setting(None, Values::default()),
            _ => Self::Chosen(None),
        }
    }

    fn fill(&mut self, shape: Shape, json: &Json, text: &Text) {
        match (self, shape) {
            (Self::Text(typed), shape) => *typed = typed_of(shape, json, text),
            (Self::Flag(flag), _) => *flag = json.as_bool().unwrap_or_default(),
            (Self::Chosen(chosen), _) => *chosen = Some(key_of(json)),
            (Self::Several(chosen), _) => {
                *chosen = json.as_array().into_iter().flatten().map(key_of).collect();
            }
            (Self::Date(precision, from, until), _) => {
                let day = |name: &str| {
                    let day = json.get(name).and_then(Json::as_str).and_then(|d| d.parse().ok());
                    day.map(|day| text.day(day)).unwrap_or_default()
                };
                *precision = json.get("precision").map(key_of);
                *from = day("from");
                *until = day("until");
            }
            (Self::Kept(kept), _) => *kept = json.clone(),
            (Self::Group(open, values), Shape::Group(fields)) => {
                *open = true;
                values.fill(fields, json, text);
            }
            (Self::List(list), Shape::List(fields)) => {
                let items = json.as_array().into_iter().flatten();
                *list = items.map(|item| Values::of(fields, item, text)).collect();
            }
            (Self::Each(all), Shape::Each(shape)) => {
                let items = json.as_array().into_iter().flatten();
                *all = items.map(|item| Self::item(*shape, Some(item), text)).collect();
            }
            (Self::Setting(name, values), _) => {
                *name = json.get("name").map(key_of);
                let fields = setting_fields(name.as_deref());
                *values = Values::of(fields, json, text);
            }
            _ => {}
        }
    }

    fn reword(&mut self, shape: Shape) {
        match (self, shape) {
            (Self::Text(typed), Shape::Money | Shape::Decimal | Shape::Number) => {
                *typed = with_other_marks(typed);
            }
            (Self::Group(_, values), Shape::Group(fields)) => values.reword(fields),
            (Self::List(list), Shape::List(fields)) => {
                for item in list {
                    item.reword(fields);
                }
            }
            (Self::Each(all), Shape::Each(shape)) => {
                for item in all {
                    item.reword(*shape);
                }
            }
            (Self::Setting(name, values), Shape::Setting) => {
                values.reword(setting_fields(name.as_deref()));
            }
            _ => {}
        }
    }

    fn fits(&self, shape: Shape) -> bool {
        match (self, shape) {
            (Self::Group(_, values), Shape::Group(fields)) => values.fit(fields),
            (Self::List(list), Shape::List(fields)) => list.iter().all(|item| item.fit(fields)),
            (Self::Each(all), Shape::Each(shape)) => all.iter().all(|item| item.fits(*shape)),
            (Self::Setting(name, values), Shape::Setting) => {
                values.fit(setting_fields(name.as_deref()))
            }
            _ => {
                let blank = Self::blank(&Field::needed("", shape));
                std::mem::discriminant(self) == std::mem::discriminant(&blank)
            }
        }
    }

    /// One of any number of values.
    #[must_use]
    pub fn item(shape: Shape, json: Option<&Json>, text: &Text) -> Self {
        let mut value = Self::blank(&Field::needed("", shape));
        if let Some(json) = json {
            value.fill(shape, json, text);
        }
        value
    }

    fn json(&self, field: &Field, text: &Text, today: Day) -> Made<Option<Json>> {
        Ok(match (self, field.shape) {
            (Self::Text(typed), _) if typed.trim().is_empty() => None,
            (Self::Text(typed), shape) => Some(read(shape, typed.trim(), text, today)?),
            (Self::Flag(flag), _) => (*flag || field.needed).then_some(Json::Bool(*flag)),
            (Self::Chosen(None) | Self::Kept(Json::Null) | Self::Group(false, _), _) => None,
            (Self::Chosen(Some(key)), shape) => Some(chosen(shape, key)?),
            (Self::Several(chosen), _) => {
                let names = chosen.iter().map(|name| Json::String(name.clone())).collect();
                (!chosen.is_empty()).then_some(Json::Array(names))
            }
            (Self::Date(precision, from, until), _) => {
                date(precision.as_deref(), from, until, text, today)?
            }
            (Self::Kept(kept), _) => Some(kept.clone()),
            (Self::Group(true, Values(pair)), Shape::Group(fields)) if is_bilingual(fields) => {
                Some(both(pair)?)
            }
            (Self::Group(true, values), Shape::Group(fields)) => {
                Some(values.json(fields, text, today)?)
            }
            (Self::List(list), _) if list.is_empty() && !field.needed => None,
            (Self::List(list), Shape::List(fields)) => {
                let items = list.iter().map(|values| values.json(fields, text, today));
                Some(Json::Array(items.collect::<Made<_>>()?))
            }
            (Self::Each(all), Shape::Each(shape)) => {
                let field = Field::needed("", *shape);
                let items =
                    all.iter().filter_map(|item| item.json(&field, text, today).transpose());
                let items: Vec<Json> = items.collect::<Made<_>>()?;
                (!items.is_empty()).then_some(Json::Array(items))
            }
            (Self::Setting(name, values), _) => {
                let Some(name) = name else { return Ok(None) };
                let mut json = values.json(setting_fields(Some(name)), text, today)?;
                if let Some(all) = json.as_object_mut() {
                    all.insert("name".to_owned(), Json::String(name.clone()));
                }
                Some(json)
            }
            _ => return Err(Incomplete),
        })
    }
}

/// True for a text in both languages.
pub(super) fn is_bilingual(fields: &[Field]) -> bool {
    matches!(fields, [Field { name: "de", .. }, Field { name: "en", .. }])
}

/// A text in both languages; without English words the German ones stand for them.
fn both(pair: &[Value]) -> Made<Json> {
    let [Value::Text(german), Value::Text(english)] = pair else { return Err(Incomplete) };
    let (german, english) = (german.trim(), english.trim());
    if german.is_empty() {
        return Err(Incomplete);
    }
    Ok(json!({ "de": german, "en": if english.is_empty() { german } else { english } }))
}

/// The fields of a setting of that name.
#[must_use]
pub fn setting_fields(name: Option<&str>) -> &'static [Field] {
    let found = SETTINGS.iter().find(|(known, _)| Some(*known) == name);
    found.map_or(&[], |(_, fields)| fields)
}

fn key_of(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}

/// The JSON of a value as a person would type it.
fn typed_of(shape: Shape, json: &Json, text: &Text) -> String {
    let plain = key_of(json);
    match shape {
        Shape::Money => json.as_i64().map_or(plain, |cents| text.money(Money::from_cents(cents))),
        Shape::Day => plain.parse().map_or(plain, |day| text.day(day)),
        Shape::Decimal => plain.parse().map_or(plain, |value| text.typed_decimal(value)),
        _ => plain,
    }
}

/// What was typed as JSON.
fn read(shape: Shape, typed: &str, text: &Text, today: Day) -> Made<Json> {
    Ok(match shape {
        Shape::Money => text.parse_money(typed).map_err(|_| Incomplete)?.cents().into(),
        Shape::Day => text.parse_day(typed, today).map_err(|_| Incomplete)?.to_string().into(),
        Shape::Decimal => text.parse_decimal(typed).ok_or(Incomplete)?.to_string().into(),
        Shape::Number => text.parse_whole(typed).ok_or(Incomplete)?.into(),
        Shape::Year => text.parse_year(typed).ok_or(Incomplete)?.into(),
        Shape::Text | Shape::Long => typed.into(),
        _ => return Err(Incomplete),
    })
}

/// The key of a choice as JSON.
fn chosen(shape: Shape, key: &str) -> Made<Json> {
    Ok(match shape {
        Shape::Person | Shape::Account | Shape::Entry(_) => {
            key.parse::<u64>().map_err(|_| Incomplete)?.into()
        }
        _ => key.into(),
    })
}

/// What stands for a needed field that moves no money, while it is not filled.
fn stand_in(shape: Shape, today: Day) -> Option<Json> {
    Some(match shape {
        Shape::Text | Shape::Long => "–".into(),
        Shape::Day => today.to_string().into(),
        Shape::Choice(_, names) => (*names.first()?).into(),
        Shape::Account | Shape::Money => 0.into(),
        _ => return None,
    })
}

/// A date with its precision; nothing typed is no date.
fn date(
    precision: Option<&str>,
    from: &str,
    until: &str,
    text: &Text,
    today: Day,
) -> Made<Option<Json>> {
    if from.trim().is_empty() {
        return Ok(None);
    }
    let found = imprecise(precision, from, until, text, today).ok_or(Incomplete)?;
    serde_json::to_value(found).map(Some).map_err(|_| Incomplete)
}

/// The date that was typed, once it is one.
#[must_use]
pub fn imprecise(
    precision: Option<&str>,
    from: &str,
    until: &str,
    text: &Text,
    today: Day,
) -> Option<ImpreciseDate> {
    let precision: Precision = serde_json::from_value(Json::String(precision?.to_owned())).ok()?;
    let first = text.parse_day(from, today).ok()?;
    if precision != Precision::Period {
        return Some(ImpreciseDate::containing(precision, first));
    }
    let last = text.parse_day(until, today).ok()?;
    Some(ImpreciseDate::period(first, last)).filter(ImpreciseDate::is_well_formed)
}
