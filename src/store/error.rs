//! What can go wrong with a file, and what a verification finds.

use std::path::{Path, PathBuf};

use crate::domain::Seq;

/// Why a ledger cannot be opened, read or written; nothing was changed.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("no such file: {path}")]
    Missing { path: PathBuf },
    /// There is no such folder to write into.
    #[error("no such folder: {path}")]
    NoFolder { path: PathBuf },
    /// The file is no ledger of this program.
    #[error("not a ledger: {path}")]
    NotALedger { path: PathBuf },
    /// The file is an extract for a recipient: it has nothing of anybody else.
    #[error("an extract for a recipient: {path}")]
    Extract { path: PathBuf },
    /// The file is malformed.
    #[error("damaged ledger ({detail}): {path}")]
    Damaged { path: PathBuf, detail: String },
    /// The ledger was written by a newer program.
    #[error("ledger format {found}, this program knows {known}: {path}")]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// The ledger has a format from before version 1.0.
    #[error("ledger format {found} is older than {known}: {path}")]
    Older { path: PathBuf, found: i64, known: i64 },
    /// Another process keeps writing for longer than five seconds.
    #[error("kept busy by another process: {path}")]
    Busy { path: PathBuf },
    /// File or folder may not be written.
    #[error("read-only: {path}")]
    ReadOnly { path: PathBuf },
    /// Another program holds the file that is to be replaced; Windows alone says so.
    #[error("held by another program: {path}")]
    Held { path: PathBuf },
    /// The path is longer than the database takes.
    #[error("a path of {length} bytes: {path}")]
    TooLong { path: PathBuf, length: usize },
    /// The ledger is still being verified: it can be read and is not written to yet.
    #[error("still being verified: {path}")]
    Unverified { path: PathBuf },
    /// The disk is full.
    #[error("disk full: {path}")]
    Full { path: PathBuf },
    /// The disk failed at the last step of a booking: whether it is stored is not known.
    #[error("not known whether it is stored ({reason}): {path}")]
    Unsure { path: PathBuf, reason: String },
    /// The file to create exists already.
    #[error("exists already: {path}")]
    Exists { path: PathBuf },
    /// The file is the ledger of another programme than the backup.
    #[error("the ledger of another programme: {path}")]
    OtherLedger { path: PathBuf },
    /// The file has the name of a backup, in which nothing is booked.
    #[error("a backup: {path}")]
    Backup { path: PathBuf },
    /// Another file lies where the ledger was.
    #[error("another file lies there now: {path}")]
    Replaced { path: PathBuf },
    /// The system refused for another reason.
    #[error("{reason}: {path}")]
    Io { path: PathBuf, reason: String },
    /// The ledger has findings and is not written to; figures are not shown.
    #[error(
        "{} findings, the first: {}",
        .0.len(),
        .0.first().map_or(String::new(), ToString::to_string),
    )]
    Findings(Vec<Finding>),
    /// Cancelled by the person who started it.
    #[error("cancelled")]
    Cancelled,
}

/// One thing that a verification found, with the entry it concerns.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// I2: the chain hash of an entry does not fit its content and its predecessor.
    #[error("I2: broken chain at entry {seq}")]
    Chain { seq: Seq },
    /// I2: the hash of the recipient's chain does not fit.
    #[error("I2: broken chain of recipient {recipient:?} at entry {seq}")]
    RecipientChain { seq: Seq, recipient: String },
    /// I1: a number is missing.
    #[error("I1: gap before entry {seq}")]
    Gap { seq: Seq },
    /// I17: recorded before its predecessor, or effective outside its bounds.
    #[error("I17: time out of order at entry {seq}")]
    Time { seq: Seq },
    /// I3: the body cannot be read, or does not re-encode to the same bytes.
    #[error("I3: body of entry {seq}: {detail}")]
    Body { seq: Seq, detail: String },
    /// I5: the postings of an entry do not add up to zero or differ from its content.
    #[error("I5: postings of entry {seq}")]
    Postings { seq: Seq },
    /// I19: a balance differs from the sum of its postings.
    #[error("I19: balance of account {account}")]
    Balance { account: String },
    /// I19: a total differs from its balances, or from its due lines.
    #[error("I19: total of {of}")]
    Total { of: String },
    /// I6, I7: the identity of a title and year does not hold.
    #[error("I7: identity of {account}")]
    Identity { account: String },
    /// A place is below zero on a day.
    #[error("overdraft of {account} on {day}")]
    Overdraft { account: String, day: String },
    /// I25: tables or triggers differ from those of this program.
    #[error("I25: schema: {detail}")]
    Schema { detail: String },
    /// SQLite's own check says something.
    #[error("integrity_check: {detail}")]
    Integrity { detail: String },
    /// I19: replaying the journal gives another row.
    #[error("I19: replay differs in table {table}: {detail}")]
    Replay { table: String, detail: String },
    /// A stored name does not fit the hash in the journal.
    #[error("name of person {person} does not fit its hash")]
    Name { person: u32 },
    /// I22: the last entry that this user saw is missing or another one.
    #[error("I22: entry {seq} was seen here before and is not here")]
    Seen { seq: Seq },
    /// An anchor (entry and hash from a printout) does not match.
    #[error("I22: anchor {seq} does not match")]
    Anchor { seq: Seq },
    /// A backup that is no ledger, or does not end with the entry that its name says.
    #[error("I22: the backup of entry {seq} is not good")]
    BadBackup { seq: Seq },
    /// I22: a ledger ends before its own backup does.
    #[error("I22: the ledger ends before entry {seq} of its backup")]
    Behind { seq: Seq },
    /// I22: a ledger and its backup have different entries of that number.
    #[error("I22: entry {seq} is another one in the backup")]
    Apart { seq: Seq },
}

impl StoreError {
    /// Message key of its sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "store-missing",
            Self::NoFolder { .. } => "store-no-folder",
            Self::NotALedger { .. } => "store-not-a-ledger",
            Self::Extract { .. } => "store-extract",
            Self::Damaged { .. } => "store-damaged",
            Self::Newer { .. } => "store-newer",
            Self::Older { .. } => "store-older",
            Self::Busy { .. } => "store-busy",
            Self::ReadOnly { .. } => "store-read-only",
            Self::Held { .. } => "store-held",
            Self::TooLong { .. } => "store-too-long",
            Self::Unverified { .. } => "store-unverified",
            Self::Full { .. } => "store-full",
            Self::Unsure { .. } => "store-unsure",
            Self::Exists { .. } => "store-exists",
            Self::OtherLedger { .. } => "store-other-ledger",
            Self::Backup { .. } => "store-backup",
            Self::Replaced { .. } => "store-replaced",
            Self::Io { .. } => "store-io",
            Self::Findings(_) => "store-findings",
            Self::Cancelled => "store-cancelled",
        }
    }

    /// The file that it concerns; empty when it concerns none.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path }
            | Self::NoFolder { path }
            | Self::NotALedger { path }
            | Self::Extract { path }
            | Self::Damaged { path, .. }
            | Self::Newer { path, .. }
            | Self::Older { path, .. }
            | Self::Busy { path }
            | Self::ReadOnly { path }
            | Self::Held { path }
            | Self::TooLong { path, .. }
            | Self::Unverified { path }
            | Self::Full { path }
            | Self::Unsure { path, .. }
            | Self::Exists { path }
            | Self::OtherLedger { path }
            | Self::Backup { path }
            | Self::Replaced { path }
            | Self::Io { path, .. } => path,
            Self::Findings(_) | Self::Cancelled => Path::new(""),
        }
    }

    /// What system or database said, in their words; empty when the kind says it all.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Damaged { detail, .. } => detail.clone(),
            Self::Io { reason, .. } | Self::Unsure { reason, .. } => reason.clone(),
            Self::TooLong { length, .. } => length.to_string(),
            Self::Newer { found, known, .. } | Self::Older { found, known, .. } => {
                format!("{found}/{known}")
            }
            Self::Findings(findings) => {
                findings.first().map_or_else(String::new, ToString::to_string)
            }
            _ => String::new(),
        }
    }
}

impl Finding {
    /// Message key of its sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Chain { .. } => "finding-chain",
            Self::RecipientChain { .. } => "finding-recipient-chain",
            Self::Gap { .. } => "finding-gap",
            Self::Time { .. } => "finding-time",
            Self::Body { .. } => "finding-body",
            Self::Postings { .. } => "finding-sum",
            Self::Balance { .. } => "finding-balance",
            Self::Total { .. } => "finding-total",
            Self::Identity { .. } => "finding-identity",
            Self::Overdraft { .. } => "finding-overdraft",
            Self::Schema { .. } => "finding-schema",
            Self::Integrity { .. } => "finding-integrity",
            Self::Replay { .. } => "finding-replay",
            Self::Name { .. } => "finding-name",
            Self::Seen { .. } => "finding-seen",
            Self::Anchor { .. } => "finding-anchor",
            Self::BadBackup { .. } => "finding-bad-backup",
            Self::Behind { .. } => "finding-behind",
            Self::Apart { .. } => "finding-apart",
        }
    }

    /// The entry that it concerns; 0 when it concerns none.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        match self {
            Self::Chain { seq }
            | Self::RecipientChain { seq, .. }
            | Self::Gap { seq }
            | Self::Time { seq }
            | Self::Body { seq, .. }
            | Self::Postings { seq }
            | Self::Seen { seq }
            | Self::Anchor { seq }
            | Self::BadBackup { seq }
            | Self::Behind { seq }
            | Self::Apart { seq } => *seq,
            _ => 0,
        }
    }

    /// What exactly: account, table, person, or words of the database.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::RecipientChain { recipient, .. } => recipient.clone(),
            Self::Body { detail, .. } | Self::Schema { detail } | Self::Integrity { detail } => {
                detail.clone()
            }
            Self::Balance { account } | Self::Identity { account } => account.clone(),
            Self::Total { of } => of.clone(),
            Self::Overdraft { account, day } => format!("{account}, {day}"),
            Self::Replay { table, detail } => format!("{table}: {detail}"),
            Self::Name { person } => person.to_string(),
            _ => String::new(),
        }
    }
}
