//! Forms of events: which fields the body of a kind has, what was typed into them, and back.
//!
//! A form makes its body in one way only: as JSON that [`Body::deserialize`] reads. `ops` checks
//! the rules; a form only says what is missing or cannot be read, at its field.

pub mod area;
mod drawing;
mod fields;
mod option;
mod proposal;
mod show;
mod value;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::domain::event::Body;
use crate::domain::{Day, FileNumber, Kind, RecipientKey, Seq};
use crate::text::Text;

pub use fields::{SETTINGS, fields};
pub use option::{Scope, entry_words, label, open_grants, recipients, references};
pub use proposal::{asks_recipient, from_entry, from_grant, from_start, grant_of, recipient_of};
pub use show::{Sheet, show};
pub use value::{Value, Values};

/// What stands in a field of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Amount in cents.
    Money,
    /// A day.
    Day,
    /// A date with its precision.
    Date,
    /// A few words.
    Text,
    /// A sentence or two.
    Long,
    /// Exact decimal, as text.
    Decimal,
    /// Whole number.
    Number,
    /// Fiscal year.
    Year,
    /// Yes or no.
    YesNo,
    /// One of these names; the message keys of their words begin so.
    Choice(&'static str, &'static [&'static str]),
    /// Some of these names.
    Several(&'static str, &'static [&'static str]),
    /// Budget title.
    Title,
    /// File number of a grant.
    Grant,
    /// Number of a person.
    Person,
    /// Key of a recipient.
    Recipient,
    /// Key of a milestone.
    Milestone,
    /// Key of an indicator.
    Indicator,
    /// Number of the recording of a bank account.
    Account,
    /// Number of an earlier entry of one of these kinds.
    Entry(&'static [Kind]),
    /// A drawing, read from a file.
    Drawing,
    /// Follows from the entry referred to; not shown.
    Kept,
    /// Fields that belong together.
    Group(&'static [Field]),
    /// Any number of groups.
    List(&'static [Field]),
    /// Any number of values.
    Each(&'static Shape),
    /// A setting: its name decides on its fields.
    Setting,
}

/// A field of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name in the body.
    pub name: &'static str,
    /// What stands in it.
    pub shape: Shape,
    /// Not to be left out.
    pub needed: bool,
}

impl Field {
    /// A field that must be filled.
    #[must_use]
    pub const fn needed(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, needed: true }
    }

    /// A field that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, needed: false }
    }
}

/// What is known where a form is opened; the form is filled with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// Recipient that it is about.
    pub recipient: Option<RecipientKey>,
    /// Grant that it is about.
    pub grant: Option<FileNumber>,
    /// Entry that it refers to.
    pub entry: Option<Seq>,
    /// What stands there now, to be recorded anew; no part of a draft, the form is filled with it.
    #[serde(skip)]
    pub body: Option<Body>,
    /// Name of the person that the body enrols; it stands apart.
    #[serde(skip)]
    pub name: Option<String>,
}

impl Occasion {
    /// About a recipient.
    #[must_use]
    pub fn recipient(key: &RecipientKey) -> Self {
        Self { recipient: Some(key.clone()), ..Self::default() }
    }

    /// About a grant of a recipient.
    #[must_use]
    pub fn grant(recipient: &RecipientKey, grant: &FileNumber) -> Self {
        Self { grant: Some(grant.clone()), ..Self::recipient(recipient) }
    }

    /// About an earlier entry.
    #[must_use]
    pub fn entry(seq: Seq) -> Self {
        Self { entry: Some(seq), ..Self::default() }
    }

    /// To record anew what stands there.
    #[must_use]
    pub fn again(body: Body) -> Self {
        Self { body: Some(body), ..Self::default() }
    }
}

/// Body of a kind, and the name of the person that it enrols, which stands apart.
///
/// # Errors
/// In the words of the parser; a form whose fields can all be read has no such error.
pub fn body(kind: Kind, json: Json) -> Result<(Body, Option<String>), String> {
    let mut json = json;
    let mut name = None;
    if let Some(person) = json.get_mut("person").and_then(Json::as_object_mut)
        && let Some(Json::String(typed)) = person.remove("name")
    {
        person.entry("name_hash").or_insert_with(|| Json::String(String::new()));
        name = Some(typed);
    }
    if kind == Kind::RecipientRegistered
        && let Some(Json::String(key)) = json.get_mut("key")
    {
        *key = RecipientKey::from_written(key).to_string();
    }
    if kind == Kind::BankAccountRecorded
        && let Some(Json::String(iban)) = json.get_mut("iban")
    {
        // On paper it stands in groups of four.
        iban.retain(|character| !character.is_whitespace());
    }
    Body::deserialize(kind, json).map(|body| (body, name)).map_err(|error| error.to_string())
}

/// The typed values of a form as the body that they make; `None` while something is missing.
#[must_use]
pub fn made(
    kind: Kind,
    values: &Values,
    text: &Text,
    today: Day,
) -> Option<(Body, Option<String>)> {
    let json = values.to_json(&fields(kind), text, today)?;
    body(kind, json).ok()
}
