//! What forms offer to choose from, and the master data.

use crate::domain::body::{BankAccountRecorded, RecipientRegistered, TitleRegistered};
use crate::domain::entity::{Grant, Indicator, Milestone, Person, SettingValue};
use crate::domain::{Body, Day, FileNumber, Kind, Money, RecipientKey, Seq};

/// Persons, titles and settings (*Stammdaten*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masters {
    /// Persons by number, each with the name unless it was erased.
    pub persons: Vec<(Person, Option<String>)>,
    /// Titles by key.
    pub titles: Vec<TitleRegistered>,
    /// Settings in force, by key.
    pub settings: Vec<SettingValue>,
}

/// An entry that counts and that a later one may refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Number.
    pub seq: Seq,
    /// When it counts.
    pub effective_on: Day,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// Content.
    pub body: Body,
    /// What is left of its amount for later entries, if it has one.
    pub left: Option<Money>,
    /// Kinds of the entries that refer to it and count.
    pub followed_by: Vec<Kind>,
    /// For a draw or a held return: number of the instalment that its next order is.
    pub next_rate: Option<usize>,
}

/// A bank account that may be paid to or not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountChoice {
    /// Number of its recording.
    pub seq: Seq,
    /// Whose it is.
    pub recipient: RecipientKey,
    /// What was recorded.
    pub account: BankAccountRecorded,
    /// A second person has confirmed it.
    pub confirmed: bool,
}

/// What a form is about: of how many entries it offers a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// Recipient.
    pub recipient: Option<RecipientKey>,
    /// Grant or application.
    pub grant: Option<FileNumber>,
    /// Entry.
    pub entry: Option<Seq>,
}

/// Everything that forms offer to choose from, whatever its day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Persons, titles and settings.
    pub masters: Masters,
    /// Recipients by name (DIN 5007).
    pub recipients: Vec<RecipientRegistered>,
    /// Grants by file number.
    pub grants: Vec<(FileNumber, Grant)>,
    /// Milestones by key.
    pub milestones: Vec<Milestone>,
    /// Indicators by key.
    pub indicators: Vec<Indicator>,
    /// Bank accounts, the newest first.
    pub accounts: Vec<AccountChoice>,
    /// Entries in the order of the journal: of the programme, of the recipient that the form is
    /// about, and of the cases that were worked on last.
    pub entries: Vec<EntryRow>,
}

impl Choices {
    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, seq: Seq) -> Option<&EntryRow> {
        self.entries.iter().find(|row| row.seq == seq)
    }

    /// The recipient of that key.
    #[must_use]
    pub fn recipient(&self, key: &RecipientKey) -> Option<&RecipientRegistered> {
        self.recipients.iter().find(|row| row.key == *key)
    }

    /// The entries to which an entry of this kind may refer now: of the right kind, not decided
    /// yet, and with something left where it takes an amount.
    pub fn open_for(&self, kind: Kind) -> impl Iterator<Item = &EntryRow> {
        let any = kind == Kind::Reversed;
        self.entries.iter().filter(move |row| {
            let of = row.body.kind();
            let wanted = if any {
                !matches!(of, Kind::ProgrammeFounded | Kind::Reversed)
            } else {
                kind.refers_to().contains(&of)
            };
            let decided =
                row.followed_by.iter().any(|follower| kind.only_one_of().contains(follower));
            wanted
                && !decided
                && (any || !Self::takes(kind) || row.left.is_none_or(Money::is_positive))
        })
    }

    /// True for kinds that take an amount of the entry they refer to.
    #[must_use]
    pub const fn takes(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::BlockLifted
                | Kind::AuthorityUnblocked
                | Kind::DrawReduced
                | Kind::DrawRejected
                | Kind::DrawWithdrawn
                | Kind::PaymentOrdered
                | Kind::OrderCancelled
                | Kind::PaymentConfirmed
                | Kind::PaymentReturned
                | Kind::HeldOrdered
                | Kind::HeldPaid
                | Kind::PaymentRebooked
                | Kind::ClaimRaised
                | Kind::ClaimAnnulled
                | Kind::ClaimWaived
                | Kind::ClaimRepaid
                | Kind::UnusedReturned
                | Kind::CommitmentRestored
                | Kind::InterestReceived
                | Kind::InterestWaived
        )
    }
}
