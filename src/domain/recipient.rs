//! What a recipient is, and its official name.

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

impl RecipientType {
    /// All types.
    pub const ALL: [Self; 5] = [
        Self::County,
        Self::IndependentCity,
        Self::Municipality,
        Self::Association,
        Self::Fictional,
    ];
}

/// The official name of a recipient, the same in both languages: "Landkreis Eichsfeld",
/// "Ilm-Kreis", "Stadt Erfurt", "Gemeinde Rhönblick".
#[must_use]
pub fn official_name(recipient_type: RecipientType, name: &str) -> String {
    let title = match recipient_type {
        RecipientType::County => "Landkreis",
        RecipientType::IndependentCity => "Stadt",
        RecipientType::Municipality => "Gemeinde",
        RecipientType::Association | RecipientType::Fictional => return name.to_owned(),
    };
    if carries_title(name) { name.to_owned() } else { format!("{title} {name}") }
}

/// True for names that say themselves what they name: "Wartburgkreis", "Ilm-Kreis",
/// "Stadt Sömmerda".
fn carries_title(name: &str) -> bool {
    const TITLES: [&str; 5] =
        ["Landkreis ", "Stadt ", "Große Kreisstadt ", "Landeshauptstadt ", "Gemeinde "];
    name.to_lowercase().ends_with("kreis") || TITLES.iter().any(|title| name.starts_with(title))
}
