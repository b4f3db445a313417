//! Body of lists of the cash office that were read.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::cash::Doubt;
use crate::domain::{Day, Money, Seq};

bodies! {
    /// List of the cash office read as a whole (*Kassenliste gelesen*); its voucher is the name of
    /// the list.
    CashListRead {
        /// Day of its first line.
        first: Day,
        /// Day of its last line.
        last: Day,
        /// Rows that stayed open (*ungeklärt*).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rows: Vec<OpenRow>,
        /// How many more stayed open that the entry has no room for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        more: Option<u32>,
        /// Rows that earlier lists left open and that are clear by this one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        cleared: Vec<ClearedRow>,
        /// By what the list is known again beside its name: the smallest numbers of its vouchers,
        /// `SAMPLED` at most, ascending. Entries of earlier builds have none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        vouchers: Vec<u32>,
    }
}

/// A row of a list that stayed open (*ungeklärt*), as the list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenRow {
    /// Line of the file or row of the sheet.
    pub line: u64,
    /// Voucher of the cash office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub voucher: String,
    /// Title as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Fiscal year as written; the list may have any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// Booking day, where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Amount in cents, where it can be read: above zero what was paid, below what came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_cents: Option<Money>,
    /// Purpose, payee and whatever else names the case; of a row that could not be read its cells.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Why it stayed open; none where the row could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

/// A row that an earlier list left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearedRow {
    /// Entry of the reading that left it open.
    pub entry: Seq,
    /// Its line there.
    pub line: u64,
}
