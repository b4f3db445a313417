//! Whole values of the entities.

use serde::{Deserialize, Serialize};

use crate::domain::body::{
    AnnouncementManner, ApplicationExamined, ApplicationReceived, BankAccountRecorded,
    BeneficiaryNamed, CaseClosed, ChallengeOutcome, ClaimGround, EarlyStartConsented,
    ExaminationNoted, GrantIssued, IndicatorDefined, IndicatorRead, MilestoneForecast,
    MilestonePlanned, MilestoneReached, NoticeChallenged, ProofChecked, ProofReceived,
    ProvisionalManagementSet, RecipientRegistered, Setting, Source, TitleRegistered,
};
use crate::domain::rule::Role;
use crate::domain::{Day, Money, PersonNo, RecipientKey, Seq};

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
    /// Last day of the roles.
    pub roles_until: Option<Day>,
    /// Highest amount that the person may order at once.
    pub order_limit: Option<Money>,
    /// Person whom this one stands in for.
    pub deputy_for: Option<PersonNo>,
}

impl Person {
    /// True when the person has the role on that day.
    #[must_use]
    pub fn has(&self, role: Role, day: Day) -> bool {
        self.roles.contains(&role) && self.roles_until.is_none_or(|until| day <= until)
    }
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
    /// The notice, as amended.
    pub issued: GrantIssued,
    /// Municipalities that benefit.
    pub beneficiaries: Vec<BeneficiaryNamed>,
    /// How and when it was announced: day of posting or of receipt.
    pub announced: Option<(Day, AnnouncementManner)>,
    /// Receipt of the waiver of legal remedies.
    pub waived_on: Option<Day>,
    /// Challenges in court.
    pub challenges: Vec<Challenge>,
    /// Proofs of use received.
    pub proofs: Vec<Proof>,
    /// Term of the last reminder of a proof.
    pub reminded_until: Option<Day>,
    /// Last legal ground of a claim, with its day.
    pub ground: Option<(Day, ClaimGround)>,
    /// When and how the case was closed.
    pub closed: Option<(Day, CaseClosed)>,
}

/// A challenge of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Number of its event.
    pub seq: Seq,
    /// Day of the challenge.
    pub on: Day,
    /// What was recorded.
    pub challenged: NoticeChallenged,
    /// When and how it ended.
    pub ended: Option<(Day, ChallengeOutcome)>,
}

/// A proof of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Number of its receipt.
    pub seq: Seq,
    /// Day of receipt.
    pub on: Day,
    /// What was received.
    pub received: ProofReceived,
    /// When and with what result it was checked.
    pub checked: Option<(Day, ProofChecked)>,
}

/// Whole value of an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// Applicant.
    pub recipient: RecipientKey,
    /// Number of the receipt.
    pub seq: Seq,
    /// Day of receipt.
    pub received_on: Day,
    /// What was received.
    pub received: ApplicationReceived,
    /// Last step of the examination.
    pub step: Option<(Day, ExaminationNoted)>,
    /// Result of the examination.
    pub examined: Option<(Day, ApplicationExamined)>,
    /// Consent to an early start.
    pub early_start: Option<(Day, EarlyStartConsented)>,
    /// Day and reason of the rejection.
    pub rejected: Option<(Day, String)>,
    /// Day and reason of the withdrawal.
    pub withdrawn: Option<(Day, String)>,
}

/// Whole value of a fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// First day of provisional budget management, and the record of it.
    pub provisional: Option<(Day, ProvisionalManagementSet)>,
    /// Day on which the books were closed, and the number of the closing.
    pub closed: Option<(Day, Seq)>,
    /// Day on which the year was settled, and the number of the settlement.
    pub settled: Option<(Day, Seq)>,
}

/// Value of a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingValue {
    /// Day from which it holds.
    pub from: Day,
    /// The setting.
    pub setting: Setting,
    /// Where it comes from.
    pub source: Option<Source>,
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
    /// An application.
    Application(Box<Application>),
    /// A fiscal year.
    Year(Box<Year>),
    /// A setting.
    Setting(SettingValue),
}
