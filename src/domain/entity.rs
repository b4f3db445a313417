//! Entities whose state is not money: what an event says of them, folded by day.

mod fold;
mod state;

use super::{Body, Event, Kind};

pub use fold::fold;
pub use state::{
    Application, BankAccount, Challenge, EntityState, Grant, Indicator, Milestone, Person, Proof,
    SettingValue, Year,
};

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// Person enrolled.
    Person,
    /// Budget title.
    Title,
    /// Recipient.
    Recipient,
    /// Bank account, keyed by the number of its recording.
    BankAccount,
    /// Grant, all but its due lines.
    Grant,
    /// Milestone.
    Milestone,
    /// Indicator.
    Indicator,
    /// Application, keyed by its file number.
    Application,
    /// Fiscal year: provisional management, books, settlement.
    Year,
    /// Setting.
    Setting,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Title,
        Self::Recipient,
        Self::BankAccount,
        Self::Grant,
        Self::Milestone,
        Self::Indicator,
        Self::Application,
        Self::Year,
        Self::Setting,
    ];

    /// Stable name in the file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Title => "title",
            Self::Recipient => "recipient",
            Self::BankAccount => "bank_account",
            Self::Grant => "grant",
            Self::Milestone => "milestone",
            Self::Indicator => "indicator",
            Self::Application => "application",
            Self::Year => "year",
            Self::Setting => "setting",
        }
    }
}

/// Kind and key of an entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityKey {
    /// What kind of thing.
    pub kind: EntityKind,
    /// Its key as text.
    pub key: String,
}

impl EntityKey {
    /// Kind and key.
    #[must_use]
    pub fn new(kind: EntityKind, key: &(impl ToString + ?Sized)) -> Self {
        Self { kind, key: key.to_string() }
    }
}

/// The entity that an event speaks of, if any; a reversal speaks of what `referred` speaks of.
#[must_use]
pub fn entity_of(event: &Event, referred: Option<&Event>) -> Option<EntityKey> {
    use EntityKind as K;
    Some(match &event.body {
        Body::ProgrammeFounded(founded) => EntityKey::new(K::Person, &founded.person.person.0),
        Body::PersonEnrolled(enrolled) => EntityKey::new(K::Person, &enrolled.person.person.0),
        Body::TitleRegistered(registered) => EntityKey::new(K::Title, &registered.title),
        Body::RecipientRegistered(registered) => EntityKey::new(K::Recipient, &registered.key),
        Body::BankAccountRecorded(_) => EntityKey::new(K::BankAccount, &event.seq),
        Body::BankAccountConfirmed(_) => EntityKey::new(K::BankAccount, &event.reference?),
        Body::SettingMade(made) => EntityKey::new(K::Setting, &made.setting.key()),
        Body::ProvisionalManagementSet(b) => EntityKey::new(K::Year, &b.fiscal_year.0),
        Body::BooksClosed(b) => EntityKey::new(K::Year, &b.fiscal_year.0),
        Body::YearSettled(b) => EntityKey::new(K::Year, &b.fiscal_year.0),
        Body::MilestonePlanned(planned) => EntityKey::new(K::Milestone, &planned.milestone),
        Body::MilestoneForecast(forecast) => EntityKey::new(K::Milestone, &forecast.milestone),
        Body::MilestoneReached(reached) => EntityKey::new(K::Milestone, &reached.milestone),
        Body::IndicatorDefined(defined) => EntityKey::new(K::Indicator, &defined.indicator),
        Body::IndicatorRead(read) => EntityKey::new(K::Indicator, &read.indicator),
        Body::Reversed(_) => return entity_of(referred?, None),
        body => match body.kind() {
            kind if OF_APPLICATION.contains(&kind) => EntityKey::new(K::Application, body.grant()?),
            kind if OF_GRANT.contains(&kind) => EntityKey::new(K::Grant, body.grant()?),
            _ => return None,
        },
    })
}

/// What kind of entity a kind of event says something of, if any; [`entity_of`] tells which one.
#[must_use]
pub fn entity_kind(kind: Kind) -> Option<EntityKind> {
    use EntityKind as K;
    Some(match kind {
        Kind::ProgrammeFounded | Kind::PersonEnrolled => K::Person,
        Kind::SettingMade => K::Setting,
        Kind::TitleRegistered => K::Title,
        Kind::ProvisionalManagementSet | Kind::BooksClosed | Kind::YearSettled => K::Year,
        Kind::RecipientRegistered => K::Recipient,
        Kind::BankAccountRecorded | Kind::BankAccountConfirmed => K::BankAccount,
        Kind::MilestonePlanned | Kind::MilestoneForecast | Kind::MilestoneReached => K::Milestone,
        Kind::IndicatorDefined | Kind::IndicatorRead => K::Indicator,
        kind if OF_APPLICATION.contains(&kind) => K::Application,
        kind if OF_GRANT.contains(&kind) => K::Grant,
        _ => return None,
    })
}

/// Kinds that say something of an application.
const OF_APPLICATION: &[Kind] = &[
    Kind::ApplicationReceived,
    Kind::ExaminationNoted,
    Kind::ApplicationExamined,
    Kind::EarlyStartConsented,
    Kind::ApplicationRejected,
    Kind::ApplicationWithdrawn,
];

/// Kinds that say something of a grant besides its money.
const OF_GRANT: &[Kind] = &[
    Kind::GrantIssued,
    Kind::NoticeAnnounced,
    Kind::RemedyWaived,
    Kind::NoticeChallenged,
    Kind::ChallengeEnded,
    Kind::GrantAmended,
    Kind::GrantIncreased,
    Kind::GrantReduced,
    Kind::BeneficiaryNamed,
    Kind::ProofReceived,
    Kind::ProofReminded,
    Kind::ProofChecked,
    Kind::ClaimRaised,
    Kind::CaseClosed,
];
