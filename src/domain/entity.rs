//! Entities whose state is not money: what an event says of them, folded by day.

use serde::{Deserialize, Serialize};

use super::body::{
    BankAccountRecorded, BeneficiaryNamed, GrantIssued, IndicatorDefined, IndicatorRead,
    MilestoneForecast, MilestonePlanned, MilestoneReached, RecipientRegistered, TitleRegistered,
};
use super::rule::Role;
use super::{Body, Day, Event, PersonNo, RecipientKey, Seq};

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
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Title,
        Self::Recipient,
        Self::BankAccount,
        Self::Grant,
        Self::Milestone,
        Self::Indicator,
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
        Body::GrantIssued(issued) => EntityKey::new(K::Grant, &issued.grant),
        Body::BeneficiaryNamed(named) => EntityKey::new(K::Grant, &named.grant),
        Body::GrantIncreased(_) | Body::GrantReduced(_) | Body::ClaimRaised(_) => {
            event.body.new_eligible()?;
            EntityKey::new(K::Grant, event.body.grant()?)
        }
        Body::MilestonePlanned(planned) => EntityKey::new(K::Milestone, &planned.milestone),
        Body::MilestoneForecast(forecast) => EntityKey::new(K::Milestone, &forecast.milestone),
        Body::MilestoneReached(reached) => EntityKey::new(K::Milestone, &reached.milestone),
        Body::IndicatorDefined(defined) => EntityKey::new(K::Indicator, &defined.indicator),
        Body::IndicatorRead(read) => EntityKey::new(K::Indicator, &read.indicator),
        Body::Reversed(_) => return entity_of(referred?, None),
        _ => return None,
    })
}

/// Whole value of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Number.
    pub person: PersonNo,
    /// Roles.
    pub roles: Vec<Role>,
    /// Hash of the name: a number never passes to somebody else.
    pub name_hash: String,
    /// Login that the person is enrolled for.
    pub login: Option<String>,
}

/// Whole value of a bank account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAccount {
    /// Recipient that it belongs to.
    pub recipient: RecipientKey,
    /// What was recorded.
    pub account: BankAccountRecorded,
    /// Who recorded it.
    pub recorded_by: PersonNo,
    /// Day and number of the last confirmation by a second person.
    pub confirmed: Option<(Day, Seq)>,
}

/// Whole value of a grant, all but its due lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Recipient.
    pub recipient: RecipientKey,
    /// Day of the notice.
    pub issued_on: Day,
    /// The notice.
    pub issued: GrantIssued,
    /// Municipalities that benefit.
    pub beneficiaries: Vec<BeneficiaryNamed>,
}

/// Whole value of a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// The plan.
    pub planned: MilestonePlanned,
    /// The last forecast.
    pub forecast: Option<MilestoneForecast>,
    /// When it was reached.
    pub reached: Option<MilestoneReached>,
}

/// Whole value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// The definition.
    pub defined: IndicatorDefined,
    /// Readings in the order of their day.
    pub readings: Vec<IndicatorRead>,
}

/// State of an entity on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityState {
    /// A person.
    Person(Person),
    /// A title.
    Title(TitleRegistered),
    /// A recipient.
    Recipient(RecipientRegistered),
    /// A bank account.
    BankAccount(BankAccount),
    /// A grant.
    Grant(Box<Grant>),
    /// A milestone.
    Milestone(Box<Milestone>),
    /// An indicator.
    Indicator(Box<Indicator>),
}

/// Folds the events of one entity, in the order of (effective day, number), into its state.
///
/// Events that change an entity which does not exist are skipped: the state stays `None`.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<EntityState> {
    events.into_iter().fold(None, apply)
}

fn apply(state: Option<EntityState>, event: &Event) -> Option<EntityState> {
    use EntityState as S;
    match (&event.body, state) {
        (Body::ProgrammeFounded(founded), _) => Some(person(&founded.person)),
        (Body::PersonEnrolled(enrolled), _) => Some(person(&enrolled.person)),
        (Body::TitleRegistered(registered), _) => Some(S::Title(registered.clone())),
        (Body::RecipientRegistered(registered), _) => Some(S::Recipient(registered.clone())),
        (Body::BankAccountRecorded(account), _) => Some(S::BankAccount(BankAccount {
            recipient: event.recipient.clone(),
            account: account.clone(),
            recorded_by: event.actor,
            confirmed: None,
        })),
        (Body::BankAccountConfirmed(_), Some(S::BankAccount(mut account))) => {
            account.confirmed = Some((event.effective_on, event.seq));
            Some(S::BankAccount(account))
        }
        (Body::GrantIssued(issued), _) => Some(S::Grant(Box::new(Grant {
            recipient: event.recipient.clone(),
            issued_on: event.effective_on,
            issued: issued.clone(),
            beneficiaries: Vec::new(),
        }))),
        (Body::BeneficiaryNamed(named), Some(S::Grant(mut grant))) => {
            grant.beneficiaries.push(named.clone());
            Some(S::Grant(grant))
        }
        (body, Some(S::Grant(mut grant))) if body.new_eligible().is_some() => {
            grant.issued.eligible_cents = body.new_eligible().unwrap_or_default();
            Some(S::Grant(grant))
        }
        (_, state) => apply_progress(state, event),
    }
}

fn apply_progress(state: Option<EntityState>, event: &Event) -> Option<EntityState> {
    use EntityState as S;
    match (&event.body, state) {
        (Body::MilestonePlanned(planned), Some(S::Milestone(mut milestone))) => {
            milestone.planned = planned.clone();
            Some(S::Milestone(milestone))
        }
        (Body::MilestonePlanned(planned), _) => Some(S::Milestone(Box::new(Milestone {
            recipient: event.recipient.clone(),
            planned: planned.clone(),
            forecast: None,
            reached: None,
        }))),
        (Body::MilestoneForecast(forecast), Some(S::Milestone(mut milestone))) => {
            milestone.forecast = Some(forecast.clone());
            Some(S::Milestone(milestone))
        }
        (Body::MilestoneReached(reached), Some(S::Milestone(mut milestone))) => {
            milestone.reached = Some(reached.clone());
            Some(S::Milestone(milestone))
        }
        (Body::IndicatorDefined(defined), Some(S::Indicator(mut indicator))) => {
            indicator.defined = defined.clone();
            Some(S::Indicator(indicator))
        }
        (Body::IndicatorDefined(defined), _) => Some(S::Indicator(Box::new(Indicator {
            recipient: event.recipient.clone(),
            defined: defined.clone(),
            readings: Vec::new(),
        }))),
        (Body::IndicatorRead(read), Some(S::Indicator(mut indicator))) => {
            indicator.readings.push(read.clone());
            Some(S::Indicator(indicator))
        }
        (_, state) => state,
    }
}

fn person(enrolment: &super::body::Enrolment) -> EntityState {
    EntityState::Person(Person {
        person: enrolment.person,
        roles: enrolment.roles.clone(),
        name_hash: enrolment.name_hash.clone(),
        login: enrolment.login.clone(),
    })
}
