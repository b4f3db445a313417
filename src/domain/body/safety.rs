//! Body of what happened to the file as a whole.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::Seq;

bodies! {
    /// Ledger restored from a backup (*Wiederherstellung*): what follows goes on from there.
    LedgerRestored {
        /// Number of the last entry of the backup.
        known: Seq,
        /// Hash of that entry, in lower-case hex.
        sha256: String,
        /// Number of the last entry of the ledger that it replaced, where that could be read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaced_known: Option<Seq>,
        /// Hash of that entry, in lower-case hex.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaced_sha256: Option<String>,
    }
}
