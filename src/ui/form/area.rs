//! The areas of work in which people look for a kind of entry.

use crate::domain::Kind;

/// An area of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// *Haushalt*
    Budget,
    /// *Jahresende*
    YearEnd,
    /// *Empfänger*
    Recipient,
    /// *Meilensteine*
    Progress,
    /// *Stammdaten*
    Master,
    /// *Antrag*
    Application,
    /// *Bescheid*
    Notice,
    /// *Abruf und Zahlung*
    Payment,
    /// *Nachweis und Erstattung*
    Proof,
}

impl Area {
    /// All areas; the first five stand in the left column.
    pub const ALL: [Self; 9] = [
        Self::Budget,
        Self::YearEnd,
        Self::Recipient,
        Self::Progress,
        Self::Master,
        Self::Application,
        Self::Notice,
        Self::Payment,
        Self::Proof,
    ];

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Budget => "form-area-budget",
            Self::YearEnd => "form-area-year-end",
            Self::Recipient => "form-area-recipient",
            Self::Progress => "form-area-progress",
            Self::Master => "form-area-master",
            Self::Application => "form-area-application",
            Self::Notice => "form-area-notice",
            Self::Payment => "form-area-payment",
            Self::Proof => "form-area-proof",
        }
    }

    /// The area of a kind; none for the founding, which begins a ledger.
    #[must_use]
    pub const fn of(kind: Kind) -> Option<Self> {
        use Kind as K;
        Some(match kind {
            K::ProgrammeFounded => return None,
            K::PersonEnrolled
            | K::SettingMade
            | K::TitleRegistered
            | K::Reversed
            | K::DocumentIssued
            | K::LedgerRestored => Self::Master,
            K::AppropriationDrafted
            | K::AppropriationVoted
            | K::SupplementVoted
            | K::ExcessGranted
            | K::CoverMoved
            | K::BlockSet
            | K::BlockLifted
            | K::AuthorityVoted
            | K::AuthorityBlocked
            | K::AuthorityUnblocked
            | K::ProvisionalManagementSet => Self::Budget,
            K::AuthorityLapsed
            | K::BooksClosed
            | K::CarryOverFormed
            | K::FundsLapsed
            | K::YearSettled => Self::YearEnd,
            K::RecipientRegistered | K::BankAccountRecorded | K::BankAccountConfirmed => {
                Self::Recipient
            }
            K::ApplicationReceived
            | K::ExaminationNoted
            | K::ApplicationExamined
            | K::EarlyStartConsented
            | K::ApplicationRejected
            | K::ApplicationWithdrawn => Self::Application,
            K::GrantIssued
            | K::NoticeAnnounced
            | K::RemedyWaived
            | K::NoticeChallenged
            | K::ChallengeEnded
            | K::GrantAmended
            | K::GrantIncreased
            | K::GrantReduced
            | K::DueShifted
            | K::CommitmentRestored
            | K::BeneficiaryNamed
            | K::CaseClosed => Self::Notice,
            K::MilestonePlanned
            | K::MilestoneForecast
            | K::MilestoneReached
            | K::IndicatorDefined
            | K::IndicatorRead => Self::Progress,
            other => return Some(Self::of_money(other)),
        })
    }

    const fn of_money(kind: Kind) -> Self {
        use Kind as K;
        match kind {
            K::ProofReceived
            | K::ProofReminded
            | K::ProofChecked
            | K::ClaimRaised
            | K::ClaimAnnulled
            | K::ClaimDeferred
            | K::ClaimWaived
            | K::ClaimRepaid
            | K::UnusedReturned
            | K::InterestAssessed
            | K::InterestReceived
            | K::InterestWaived => Self::Proof,
            _ => Self::Payment,
        }
    }
}
