//! Lists of others that are taken over: what a row says, and what becomes of it.

use super::body::BankAccountRecorded;
use super::recipient::RecipientType;
use super::{Day, RecipientKey, Refusal};

/// What a column of a list of recipients holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Key: 5 or 8 digits, or an own one with a letter.
    Key,
    /// Name, with or without the type before it.
    Name,
    /// Type of the recipient.
    Type,
    /// First line of the address field, for example the cash office.
    Office,
    /// Street and number.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    Town,
    /// Day from which the row counts.
    Day,
    /// Account number.
    Iban,
    /// Exact name of the account holder.
    Holder,
}

impl Column {
    /// All columns, in the order of the form to fill in.
    pub const ALL: [Self; 10] = [
        Self::Key,
        Self::Name,
        Self::Type,
        Self::Office,
        Self::Street,
        Self::Postcode,
        Self::Town,
        Self::Day,
        Self::Iban,
        Self::Holder,
    ];

    /// Stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Name => "name",
            Self::Type => "type",
            Self::Office => "office",
            Self::Street => "street",
            Self::Postcode => "postcode",
            Self::Town => "town",
            Self::Day => "day",
            Self::Iban => "iban",
            Self::Holder => "holder",
        }
    }
}

/// A recipient as a row says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecipient {
    /// Key.
    pub key: RecipientKey,
    /// Name without the type.
    pub name: String,
    /// Type.
    pub recipient_type: RecipientType,
    /// Address field; empty when the row says nothing of it.
    pub address: Vec<String>,
    /// Day from which the row counts, if it says one.
    pub day: Option<Day>,
    /// Bank account, if the row names one.
    pub account: Option<BankAccountRecorded>,
}

/// A row of a list: what it says, or why it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Line of the file or row of the sheet, from 1.
    pub line: u64,
    /// Key and name as they stand there, to find the row again.
    pub shown: (String, String),
    /// What it says, or everything that is wrong in it.
    pub content: Result<ListedRecipient, Vec<Issue>>,
}

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its column.
    pub column: Column,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub kind: IssueKind,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueKind {
    /// Nothing stands in it, and something must.
    Missing,
    /// No key: other than 5 or 8 digits.
    Key,
    /// None of the types.
    Type,
    /// No day, or one that can be read in two ways.
    Day,
    /// Other than 5 digits.
    Postcode,
    /// Length or check digits do not fit.
    Iban,
}

impl IssueKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Missing, Self::Key, Self::Type, Self::Day, Self::Postcode, Self::Iban];

    /// Stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Key => "key",
            Self::Type => "type",
            Self::Day => "day",
            Self::Postcode => "postcode",
            Self::Iban => "iban",
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is booked: the recipient, its bank account, or both.
    Books {
        /// The recipient is registered.
        recipient: bool,
        /// A bank account is recorded; another person has to confirm it.
        account: bool,
    },
    /// All of it is in the ledger already.
    Known,
    /// The same stands in that line above.
    Twice(u64),
    /// It cannot be booked.
    Refused(Vec<Hindrance>),
}

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A cell cannot be read.
    Cell(Issue),
    /// The recipient is known with other data; a list does not change what is known.
    Differs {
        /// Where they differ.
        column: Column,
        /// What the row says.
        listed: String,
        /// What is known.
        kept: String,
        /// The line above that says so; without it the ledger does.
        line: Option<u64>,
    },
    /// The recipient is known as one of another type.
    OtherType {
        /// What the row says.
        listed: RecipientType,
        /// What is known.
        kept: RecipientType,
    },
    /// A rule of the ledger.
    Rule(Box<Refusal>),
}
