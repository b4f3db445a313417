//! The labels of fields: of the header, of every body and of what stands inside of it.

use super::Text;
use super::names::dashed;
use crate::domain::Kind;

impl Text {
    /// The label of a field in a form of that kind: "Betrag", "Datum des Bescheids".
    ///
    /// `name` is the name in the journal, of the header (`effective_on`) or of the body
    /// (`amount_cents`), also as a path (`line.fiscal_year`, `setting.percent`). The label of the
    /// longest part of the path wins, of one part that of this kind. Unknown names stay as they
    /// are.
    #[must_use]
    pub fn field(&self, kind: Kind, name: &str) -> String {
        let kind = dashed(kind.as_str());
        self.labelled(name, |part| [format!("field-{kind}-{part}"), format!("field-{part}")])
    }

    /// The label of a field without its kind: "Begründung"; unknown names stay as they are.
    #[must_use]
    pub fn field_name(&self, name: &str) -> String {
        self.labelled(name, |part| [format!("field-{part}")])
    }

    fn labelled<const N: usize>(&self, name: &str, keys: impl Fn(&str) -> [String; N]) -> String {
        let path = dashed(name).replace('.', " ");
        let ends = path.match_indices(' ').map(|(at, _)| &path[at + 1..]);
        std::iter::once(path.as_str())
            .chain(ends)
            .flat_map(|part| keys(&part.replace(' ', "-")))
            .find(|key| self.has(key))
            .map_or_else(|| name.to_owned(), |key| self.get(&key))
    }
}

#[cfg(test)]
#[path = "field_tests.rs"]
mod tests;
