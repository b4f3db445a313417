//! What a recipient is.

use serde::{Deserialize, Serialize};

/// Type of a recipient (domain.md section 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipientType {
    /// *Landkreis*
    County,
    /// *kreisfreie Stadt*
    IndependentCity,
    /// *Gemeinde*, also a town that belongs to a county
    Municipality,
    /// *Verwaltungsgemeinschaft*, *Zweckverband*
    Association,
    /// A fictional commune of the sample, below key 16999.
    Fictional,
}
