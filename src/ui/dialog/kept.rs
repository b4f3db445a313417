//! A form that was left: what is typed, whose it is, when.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::page::AnyPage;
use crate::domain::{PersonNo, Uid};
use crate::text::Lang;
use crate::ui::context::Context;

/// A draft as it is kept in the user's local folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptForm {
    uid: String,
    person: Option<PersonNo>,
    saved_at: i64,
    /// Code of the language in which its figures are typed; a draft of before has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    content: Json,
}

impl KeptForm {
    pub(super) fn new(
        uid: Uid,
        (person, lang): (Option<PersonNo>, Lang),
        saved_at: i64,
        content: Json,
    ) -> Self {
        let uid = uuid::Uuid::from_bytes(uid).hyphenated().to_string();
        Self { uid, person, saved_at, lang: Some(lang.code().to_owned()), content }
    }

    /// True when its figures are typed in another language than this.
    pub(super) fn is_in_other(&self, lang: Lang) -> bool {
        self.lang.as_deref().is_some_and(|own| own != lang.code())
    }

    /// Identity of what it would book.
    #[must_use]
    pub fn uid(&self) -> Option<Uid> {
        uuid::Uuid::parse_str(&self.uid).ok().map(uuid::Uuid::into_bytes)
    }

    /// Whose it is; of nobody for a programme that is not founded yet.
    #[must_use]
    pub const fn person(&self) -> Option<PersonNo> {
        self.person
    }

    /// When it was kept, microseconds since 1970 UTC.
    #[must_use]
    pub const fn saved_at(&self) -> i64 {
        self.saved_at
    }

    /// True when this version of the program can go on with it, and it is what it says.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.uid().is_some() && self.page().is_some_and(|page| page.uid() == self.uid())
    }

    pub(super) fn page(&self) -> Option<AnyPage> {
        AnyPage::of_content(self.content.clone())
    }

    /// What it is and what it is about, as the form itself says it.
    #[must_use]
    pub fn words(&self, cx: &Context<'_>) -> (String, String) {
        self.page().map_or_else(Default::default, |page| {
            let about = page.about();
            (page.get().words(cx).title, about)
        })
    }
}
