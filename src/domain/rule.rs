//! Who may do what, what needs a voucher, and what is a decision and what a fact.

use serde::{Deserialize, Serialize};

use super::Kind;

/// What a person may do (domain.md section 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Sachbearbeitung*: registers, checks, records.
    DeskOfficer,
    /// *Feststellungsbefugnis*: attests that a draw is factually right.
    Attester,
    /// *Referatsleitung/Anordnungsbefugnis*: signs notices and orders.
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
    pub const ALL: [Self; 6] = [
        Self::DeskOfficer,
        Self::Attester,
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
        use Kind as K;
        match self {
            K::ProgrammeFounded
            | K::PersonEnrolled
            | K::SettingMade
            | K::TitleRegistered
            | K::AppropriationDrafted
            | K::AppropriationVoted
            | K::SupplementVoted
            | K::ExcessGranted
            | K::CoverMoved
            | K::BlockSet
            | K::BlockLifted
            | K::AuthorityVoted
            | K::AuthorityBlocked
            | K::AuthorityUnblocked
            | K::AuthorityLapsed
            | K::ProvisionalManagementSet
            | K::BooksClosed
            | K::FundsLapsed
            | K::YearSettled
            | K::LedgerRestored
            | K::CashListRead => RecipientUse::Never,
            K::Reversed
            | K::CarryOverFormed
            | K::MilestonePlanned
            | K::MilestoneForecast
            | K::MilestoneReached
            | K::IndicatorDefined
            | K::IndicatorRead
            | K::DocumentIssued => RecipientUse::Either,
            _ => RecipientUse::Always,
        }
    }

    /// Decision, fact or record (table of the events in `docs/architecture.md`).
    #[must_use]
    pub const fn nature(self) -> Nature {
        use Kind as K;
        match self {
            K::CoverMoved
            | K::GrantIssued
            | K::GrantIncreased
            | K::GrantReduced
            | K::DueShifted
            | K::DrawRequested
            | K::DrawReduced
            | K::DrawRejected
            | K::DrawWithdrawn
            | K::PaymentOrdered
            | K::OrderCancelled
            | K::ClaimRaised
            | K::ClaimWaived
            | K::CommitmentRestored
            | K::InterestAssessed
            | K::InterestWaived
            | K::Reversed => Nature::Decision,
            K::AppropriationVoted
            | K::SupplementVoted
            | K::ExcessGranted
            | K::BlockSet
            | K::BlockLifted
            | K::AuthorityVoted
            | K::AuthorityBlocked
            | K::AuthorityUnblocked
            | K::AuthorityLapsed
            | K::CarryOverFormed
            | K::FundsLapsed
            | K::PaymentConfirmed
            | K::PaymentReturned
            | K::HeldPaid
            | K::PaymentRebooked
            | K::ClaimAnnulled
            | K::ClaimRepaid
            | K::UnusedReturned
            | K::InterestReceived => Nature::Fact,
            _ => Nature::Record,
        }
    }

    /// True when every booking of this kind needs a voucher (§ 71 ThürLHO).
    #[must_use]
    pub const fn needs_voucher(self) -> bool {
        use Kind as K;
        match self {
            K::Reversed => false,
            K::HeldOrdered
            | K::BooksClosed
            | K::YearSettled
            | K::ClaimDeferred
            | K::CashListRead => true,
            _ => !matches!(self.nature(), Nature::Record),
        }
    }

    /// The roles of which a person needs one for it; a correction needs one of those of what it
    /// corrects. Empty where no role is needed.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        use Kind as K;
        match self {
            K::ProgrammeFounded | K::Reversed => &[],
            K::PersonEnrolled => &[Role::Administrator],
            K::SettingMade
            | K::TitleRegistered
            | K::AppropriationDrafted
            | K::AppropriationVoted
            | K::SupplementVoted
            | K::ExcessGranted
            | K::CoverMoved
            | K::BlockSet
            | K::BlockLifted
            | K::AuthorityVoted
            | K::AuthorityBlocked
            | K::AuthorityUnblocked
            | K::AuthorityLapsed
            | K::ProvisionalManagementSet
            | K::BooksClosed
            | K::CarryOverFormed
            | K::FundsLapsed
            | K::YearSettled => &[Role::BudgetOfficer],
            K::EarlyStartConsented
            | K::ApplicationRejected
            | K::GrantIssued
            | K::GrantAmended
            | K::GrantIncreased
            | K::GrantReduced
            | K::DueShifted
            | K::CommitmentRestored
            | K::DrawReduced
            | K::DrawRejected
            | K::PaymentOrdered
            | K::OrderCancelled
            | K::HeldOrdered
            | K::ClaimRaised
            | K::ClaimAnnulled
            | K::ClaimDeferred
            | K::ClaimWaived
            | K::InterestAssessed
            | K::InterestWaived
            | K::CaseClosed => &[Role::Approver],
            K::FactuallyAttested => &[Role::Attester],
            K::DrawSentBack => &[Role::Attester, Role::Approver],
            K::ProofChecked => &[Role::DeskOfficer, Role::Approver],
            K::DocumentIssued => &[Role::DeskOfficer, Role::Approver, Role::BudgetOfficer],
            K::LedgerRestored => {
                &[Role::DeskOfficer, Role::Approver, Role::BudgetOfficer, Role::Administrator]
            }
            _ => &[Role::DeskOfficer],
        }
    }

    /// The kinds of the earlier event of which this kind refers to one; empty where it refers to
    /// none. A reversal refers to any.
    #[must_use]
    pub const fn refers_to(self) -> &'static [Self] {
        use Kind as K;
        match self {
            K::BankAccountConfirmed => &[K::BankAccountRecorded],
            K::BlockLifted => &[K::BlockSet],
            K::AuthorityUnblocked => &[K::AuthorityBlocked],
            K::ExaminationNoted
            | K::ApplicationExamined
            | K::EarlyStartConsented
            | K::ApplicationRejected
            | K::ApplicationWithdrawn
            | K::GrantIssued => &[K::ApplicationReceived],
            K::NoticeAnnounced | K::RemedyWaived | K::NoticeChallenged => &[K::GrantIssued],
            K::ChallengeEnded => &[K::NoticeChallenged],
            K::ArithmeticAttested
            | K::FactuallyAttested
            | K::DrawSentBack
            | K::DrawReduced
            | K::DrawRejected
            | K::DrawWithdrawn
            | K::PaymentOrdered => &[K::DrawRequested],
            K::OrderHandedOver | K::OrderCancelled | K::PaymentConfirmed => &[K::PaymentOrdered],
            K::PaymentReconciled | K::PaymentReturned => &[K::PaymentConfirmed, K::HeldPaid],
            K::PaymentRebooked | K::ClaimRaised | K::UnusedReturned => Self::PAYMENTS,
            K::HeldOrdered => &[K::PaymentReturned],
            K::HeldPaid => &[K::HeldOrdered],
            K::ProofChecked => &[K::ProofReceived],
            K::ClaimAnnulled | K::ClaimDeferred | K::ClaimWaived | K::ClaimRepaid => {
                &[K::ClaimRaised]
            }
            K::CommitmentRestored => &[K::UnusedReturned],
            K::InterestAssessed => {
                &[K::ClaimRaised, K::PaymentConfirmed, K::HeldPaid, K::PaymentRebooked]
            }
            K::InterestReceived | K::InterestWaived => &[K::InterestAssessed],
            _ => &[],
        }
    }

    /// The kinds that put money into the place *ausgezahlt* of a due line.
    pub const PAYMENTS: &'static [Self] =
        &[Self::PaymentConfirmed, Self::HeldPaid, Self::PaymentRebooked];

    /// The kinds of which only one may follow the event referred to; a reversed one does not
    /// count.
    #[must_use]
    pub const fn only_one_of(self) -> &'static [Self] {
        use Kind as K;
        match self {
            K::PaymentConfirmed | K::OrderCancelled => &[K::PaymentConfirmed, K::OrderCancelled],
            K::GrantIssued | K::ApplicationRejected | K::ApplicationWithdrawn => {
                &[K::GrantIssued, K::ApplicationRejected, K::ApplicationWithdrawn]
            }
            K::NoticeAnnounced => &[K::NoticeAnnounced],
            K::RemedyWaived => &[K::RemedyWaived],
            K::ChallengeEnded => &[K::ChallengeEnded],
            K::OrderHandedOver => &[K::OrderHandedOver, K::OrderCancelled],
            K::PaymentReconciled => &[K::PaymentReconciled],
            K::ProofChecked => &[K::ProofChecked],
            _ => &[],
        }
    }

    /// True when it needs other eyes than those that made what it refers to.
    #[must_use]
    pub const fn needs_second_person(self) -> bool {
        use Kind as K;
        matches!(
            self,
            K::BankAccountConfirmed
                | K::EarlyStartConsented
                | K::ApplicationRejected
                | K::GrantIssued
                | K::ArithmeticAttested
                | K::FactuallyAttested
                | K::DrawReduced
                | K::DrawRejected
                | K::PaymentOrdered
                | K::PaymentConfirmed
                | K::HeldOrdered
                | K::HeldPaid
                | K::ProofChecked
                | K::ClaimRaised
                | K::ClaimWaived
                | K::InterestWaived
        )
    }

    /// The earlier steps of a case of which nobody may take this one as well, whether or not it
    /// refers to them (*Vier-Augen-Prinzip*, domain.md section 1.2).
    #[must_use]
    pub const fn other_eyes(self) -> &'static [Self] {
        use Kind as K;
        match self {
            K::BankAccountConfirmed => &[K::BankAccountRecorded],
            K::ArithmeticAttested => &[K::DrawRequested, K::FactuallyAttested],
            K::FactuallyAttested => &[K::DrawRequested, K::ArithmeticAttested],
            K::PaymentOrdered => &[
                K::ApplicationReceived,
                K::DrawRequested,
                K::ArithmeticAttested,
                K::FactuallyAttested,
            ],
            K::DrawReduced | K::DrawRejected => &[K::ApplicationReceived, K::DrawRequested],
            K::PaymentConfirmed => &[K::PaymentOrdered],
            K::PaymentReconciled => &[K::PaymentOrdered, K::HeldOrdered],
            K::HeldOrdered => &[
                K::ApplicationReceived,
                K::DrawRequested,
                K::ArithmeticAttested,
                K::FactuallyAttested,
                K::PaymentReturned,
            ],
            K::HeldPaid => &[K::HeldOrdered],
            K::GrantIssued => &[K::ApplicationReceived, K::ApplicationExamined],
            K::ProofChecked => &[K::ProofReceived],
            K::ClaimRaised => {
                &[K::ApplicationReceived, K::PaymentConfirmed, K::HeldPaid, K::PaymentRebooked]
            }
            K::ClaimWaived => &[K::ApplicationReceived, K::ClaimRaised],
            K::InterestWaived => &[K::ApplicationReceived, K::InterestAssessed],
            K::EarlyStartConsented
            | K::ApplicationRejected
            | K::GrantAmended
            | K::GrantIncreased
            | K::GrantReduced
            | K::DueShifted
            | K::CommitmentRestored
            | K::OrderCancelled
            | K::ClaimAnnulled
            | K::ClaimDeferred
            | K::InterestAssessed
            | K::CaseClosed => &[K::ApplicationReceived],
            _ => &[],
        }
    }

    /// True when it is refused once the case is closed.
    #[must_use]
    pub const fn needs_open_case(self) -> bool {
        use Kind as K;
        matches!(
            self,
            K::GrantAmended
                | K::GrantIncreased
                | K::GrantReduced
                | K::DueShifted
                | K::CommitmentRestored
                | K::DrawRequested
                | K::PaymentOrdered
                | K::PaymentRebooked
                | K::UnusedReturned
                | K::ProofReceived
                | K::CaseClosed
        )
    }

    /// True for the two checks of a draw, *rechnerisch richtig* and *sachlich richtig*.
    #[must_use]
    pub const fn is_attestation(self) -> bool {
        matches!(self, Self::ArithmeticAttested | Self::FactuallyAttested)
    }

    /// True for orders, which the power to order limits.
    #[must_use]
    pub const fn is_order(self) -> bool {
        matches!(self, Self::PaymentOrdered | Self::HeldOrdered)
    }
}
