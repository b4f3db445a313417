//! Who may do what, what needs a voucher, and what is a decision and what a fact.

use serde::{Deserialize, Serialize};

use super::Kind;

/// What a person may do (domain.md section 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Sachbearbeitung*: registers, checks, records.
    DeskOfficer,
    /// *Anordnungsbefugnis*: signs notices and orders.
    Approver,
    /// *Beauftragte/r für den Haushalt* (§ 9 ThürLHO): keeps the budget.
    BudgetOfficer,
    /// *Verwaltung des Förderbuchs*: enrols persons.
    Administrator,
    /// *Prüfung*: reads all, books nothing.
    Auditor,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] = [
        Self::DeskOfficer,
        Self::Approver,
        Self::BudgetOfficer,
        Self::Administrator,
        Self::Auditor,
    ];
}

/// Whether an event is ours to decide or a fact that others made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Our decision: refused when it would take more than is available.
    Decision,
    /// A fact from parliament, ministry or cash office: never refused for lack of cover.
    Fact,
    /// Moves no money.
    Record,
}

/// Whether an event belongs to the programme or to a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecipientUse {
    /// To the programme: names no recipient.
    Never,
    /// To a recipient.
    Always,
    /// To either.
    Either,
}

impl Kind {
    /// Whether an event of this kind names a recipient (I18); a correction is as its original.
    #[must_use]
    pub const fn recipient(self) -> RecipientUse {
        match self {
            Self::ProgrammeFounded
            | Self::PersonEnrolled
            | Self::TitleRegistered
            | Self::AppropriationVoted
            | Self::AuthorityVoted => RecipientUse::Never,
            Self::Reversed
            | Self::MilestonePlanned
            | Self::MilestoneForecast
            | Self::MilestoneReached
            | Self::IndicatorDefined
            | Self::IndicatorRead => RecipientUse::Either,
            _ => RecipientUse::Always,
        }
    }

    /// Decision, fact or record (table of the events in `docs/architecture.md`).
    #[must_use]
    pub const fn nature(self) -> Nature {
        match self {
            Self::GrantIssued
            | Self::GrantIncreased
            | Self::GrantReduced
            | Self::DrawRequested
            | Self::PaymentOrdered
            | Self::OrderCancelled
            | Self::ClaimRaised
            | Self::Reversed => Nature::Decision,
            Self::AppropriationVoted
            | Self::AuthorityVoted
            | Self::PaymentConfirmed
            | Self::PaymentReturned
            | Self::ClaimRepaid => Nature::Fact,
            _ => Nature::Record,
        }
    }

    /// True when every booking of this kind needs a voucher (§ 71 ThürLHO).
    #[must_use]
    pub const fn needs_voucher(self) -> bool {
        !matches!(self.nature(), Nature::Record) && !matches!(self, Self::Reversed)
    }

    /// The role that a person needs for it; a correction needs the role of what it corrects.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        Some(match self {
            Self::ProgrammeFounded | Self::Reversed => return None,
            Self::PersonEnrolled => Role::Administrator,
            Self::TitleRegistered | Self::AppropriationVoted | Self::AuthorityVoted => {
                Role::BudgetOfficer
            }
            Self::GrantIssued
            | Self::GrantIncreased
            | Self::GrantReduced
            | Self::PaymentOrdered
            | Self::OrderCancelled
            | Self::ClaimRaised => Role::Approver,
            _ => Role::DeskOfficer,
        })
    }

    /// The kind of the earlier event that this kind refers to; a reversal refers to any.
    #[must_use]
    pub const fn refers_to(self) -> Option<Self> {
        Some(match self {
            Self::BankAccountConfirmed => Self::BankAccountRecorded,
            Self::PaymentOrdered => Self::DrawRequested,
            Self::OrderCancelled | Self::PaymentConfirmed => Self::PaymentOrdered,
            Self::PaymentReturned | Self::ClaimRaised => Self::PaymentConfirmed,
            Self::ClaimRepaid => Self::ClaimRaised,
            _ => return None,
        })
    }

    /// True when it needs other eyes than those that made what it refers to.
    #[must_use]
    pub const fn needs_second_person(self) -> bool {
        matches!(self, Self::BankAccountConfirmed | Self::PaymentOrdered)
    }
}
