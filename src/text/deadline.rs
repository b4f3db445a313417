//! Names of deadlines.

use super::Text;
use crate::domain::deadline::DeadlineKind;

impl Text {
    /// What is due.
    #[must_use]
    pub fn deadline(&self, kind: DeadlineKind) -> String {
        self.get(&format!("deadline-{}", kind.as_str()))
    }
}
