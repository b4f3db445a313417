//! Keys and numbers, each a type of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Number of a journal entry, from 1 without gap (I1).
pub type Seq = u64;

/// Identity of an event, made by the form that proposes it: booking it twice books it once (I4).
pub type Uid = [u8; 16];

/// Number of an enrolled person; names stand apart and can be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonNo(pub u32);

macro_rules! text_key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The key as written.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The key as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// True for the empty key.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_key! {
    /// Key of a recipient: 5 digits for counties and independent cities, 8 for municipalities,
    /// an own key for associations (domain.md section 5.2). Empty means programme level.
    RecipientKey
}
text_key! {
    /// File number (*Aktenzeichen*) that names a grant: free text, at most 64 characters.
    FileNumber
}
text_key! {
    /// Budget title as "chapter title", for example "1616 88371" (Kapitel 16 16, Titel 883 71).
    TitleKey
}
text_key! {
    /// Short own key of a milestone or an indicator.
    ItemKey
}

/// The parts of a title key of the usual shape (domain.md section 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TitleParts<'a> {
    /// *Einzelplan*, two digits.
    pub plan: &'a str,
    /// Second half of the *Kapitel*, whose first half is the plan.
    pub chapter: &'a str,
    /// *Gruppe*, the first three digits of the *Titel*.
    pub item: &'a str,
    /// *Titelgruppe*, the last two digits of the *Titel*.
    pub group: &'a str,
}

impl TitleKey {
    /// The parts of "1616 88371": plan 16, chapter 16 16, title 883 71, title group 71. `None`
    /// for a key of another shape.
    #[must_use]
    pub fn parts(&self) -> Option<TitleParts<'_>> {
        let (chapter, item) = self.0.split_once(' ')?;
        let digits = chapter.bytes().chain(item.bytes()).all(|byte| byte.is_ascii_digit());
        (digits && chapter.len() == 4 && item.len() == 5).then(|| TitleParts {
            plan: &chapter[..2],
            chapter: &chapter[2..],
            item: &item[..3],
            group: &item[3..],
        })
    }
}

impl RecipientKey {
    /// The key as people write it: a county's key may carry three zeros (`16066000` is `16066`).
    #[must_use]
    pub fn from_written(text: &str) -> Self {
        let text = text.trim();
        let county = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
        match text.strip_suffix("000") {
            Some(short) if county => Self(short.to_owned()),
            _ => Self(text.to_owned()),
        }
    }

    /// The key of an association of municipalities of the official directory: county (5 digits)
    /// and number (4 digits), which alone are no key of a recipient.
    #[must_use]
    pub fn of_association(county: &str, number: &str) -> Self {
        Self(format!("{ASSOCIATION}{county}{number}"))
    }

    /// The digits of a key of the official directory, which begin with those of state and county;
    /// `None` for an own key.
    #[must_use]
    pub fn official(&self) -> Option<&str> {
        let digits = self.0.strip_prefix(ASSOCIATION).unwrap_or(&self.0);
        digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
    }
}

/// Begins the key of an association of the official directory (*Gemeindeverband*).
const ASSOCIATION: &str = "GV-";

#[cfg(test)]
mod tests {
    use super::{RecipientKey, TitleKey, TitleParts};

    #[test]
    fn a_title_names_plan_chapter_and_group() {
        let parts = TitleParts { plan: "16", chapter: "16", item: "883", group: "71" };
        assert_eq!(TitleKey::new("1616 88371").parts(), Some(parts));
        for other in ["1616", "16 16 883 71", "1616 8837x", "616 88371"] {
            assert_eq!(TitleKey::new(other).parts(), None, "{other}");
        }
    }

    #[test]
    fn a_county_key_with_three_zeros_is_the_short_key() {
        assert_eq!(RecipientKey::from_written(" 16066000 ").as_str(), "16066");
        assert_eq!(RecipientKey::from_written("16066093").as_str(), "16066093");
        assert_eq!(RecipientKey::from_written("ZV-IT-000").as_str(), "ZV-IT-000");
    }
}
