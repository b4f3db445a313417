//! Body of papers that left the house.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::{Day, Seq};

/// Language of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperLanguage {
    /// German.
    De,
    /// English.
    En,
}

/// Paper issued (*Ausfertigung*): from now on its bytes can be told from any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentIssued {
    /// Which paper, for example "statement" or "programme".
    pub document: String,
    /// *Stichtag* of its figures.
    pub as_of: Day,
    /// *Datenstand* of its figures: the last journal entry that counts.
    pub known: Seq,
    /// Language of its words.
    pub language: PaperLanguage,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// How many bytes it has.
    pub length: u64,
    /// True when the bytes themselves are kept in the ledger, beside the journal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stored: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
