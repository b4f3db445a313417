//! Bodies of the events: one struct per kind, stored once as compact JSON and hashed as stored.
//!
//! Money bodies carry title, fiscal year, grant and amount themselves, so that the postings of
//! an event follow from the event alone. A later field is an `Option` that is left out when
//! absent; another meaning is a new kind.

/// Bodies of events: each may say where it comes from, none takes unknown fields.
macro_rules! bodies {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)*
            /// Where this comes from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub source: Option<Source>,
        }
    )*};
}

mod application;
mod budget;
mod cash;
mod document;
mod grant;
mod payment;
mod progress;
mod proof;
mod safety;
mod setting;

use serde::{Deserialize, Serialize};

use super::recipient::RecipientType;
use super::rule::Role;
use super::{Day, Money, PersonNo, RecipientKey, TitleKey};

pub use application::{
    ApplicationExamined, ApplicationReceived, ApplicationRejected, ApplicationWithdrawn,
    EarlyStartConsented, ExaminationNoted, ExaminationStep, FinancingPlan,
};
pub use budget::{
    AppropriationDrafted, AppropriationVoted, AuthorityBlocked, AuthorityLapsed,
    AuthorityUnblocked, AuthorityVoted, BlockGround, BlockLifted, BlockSet, BooksClosed,
    CarryOverFormed, CarryOverKind, CoverMoved, ExcessGranted, ExcessKind, FundsLapsed,
    LapsingStage, ProvisionalManagementSet, SupplementVoted, TitleAmount, YearSettled,
};
pub use cash::{CashListRead, ClearedRow, OpenRow};
pub use document::{DocumentIssued, PaperLanguage};
pub use grant::{
    AnnouncementManner, AuthorityReturn, AuxiliaryRules, BeneficiaryNamed, CaseClosed,
    ChallengeEnded, ChallengeOutcome, CommitmentRestored, DueLine, DueShifted, Financing,
    GrantAmended, GrantIncreased, GrantIssued, GrantReduced, NoticeAnnounced, NoticeChallenged,
    PaymentMode, ReductionLine, RemedyWaived,
};
pub use payment::{
    ArithmeticAttested, DrawReduced, DrawRejected, DrawRequested, DrawSentBack, DrawWithdrawn,
    FactuallyAttested, HeldOrdered, HeldPaid, LineAmount, Need, OrderCancelled, OrderHandedOver,
    PaymentConfirmed, PaymentOrdered, PaymentRebooked, PaymentReconciled, PaymentReturned,
    Reversed,
};
pub use progress::{
    IndicatorDefined, IndicatorRead, LinkedLine, MilestoneForecast, MilestonePlanned,
    MilestoneReached,
};
pub use proof::{
    Charge, CheckResult, ClaimAnnulled, ClaimDeferred, ClaimGround, ClaimRaised, ClaimRepaid,
    ClaimWaived, Deferral, InterestAssessed, InterestKind, InterestReceived, InterestWaived,
    ProofChecked, ProofKind, ProofReceived, ProofReminded, UnusedReturned,
};
pub use safety::LedgerRestored;
pub use setting::{Setting, SettingMade};

/// Whether a statement is established or made up for the example (domain.md section 8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceClass {
    /// Taken from a public source.
    Fact,
    /// Invented for test and show; never official.
    Illustrative,
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Fact or illustration.
    pub class: SourceClass,
    /// Publication, file or reason, as words.
    pub note: String,
}

/// Programme founded: the first event of every ledger; enrols its own actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFounded {
    /// Name of the programme.
    pub name: String,
    /// Short name of the guideline, for example "ThürEGovRL".
    pub guideline: String,
    /// Ceiling of all appropriations together, in cents (I11).
    pub ceiling_cents: Money,
    /// Stichtag proposed when the ledger is opened; without it today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_as_of: Option<Day>,
    /// True for sample data: every screen and paper says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The granting authority, for the letterhead.
    pub authority: Authority,
    /// The first person.
    pub person: Enrolment,
    /// Notes that a reader of the ledger must know, in German and English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<ReaderNote>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Letterhead of the granting authority (*Bewilligungsbehörde*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Name as on letters.
    pub name: String,
    /// Unit and address, one line.
    pub line: String,
    /// Town for the letter date.
    pub town: String,
    /// Contact for questions, an office address, no person.
    pub contact: String,
}

/// A note to the reader in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReaderNote {
    /// German text.
    pub de: String,
    /// English text.
    pub en: String,
}

/// Number, roles and salted hash of the name of a person (the name itself stands apart).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// Number of the person, never given twice.
    pub person: PersonNo,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// SHA-256 over salt and name, in hex.
    pub name_hash: String,
    /// Windows SID or user id, when the person works under one login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// Last day of the roles; without it they hold until the person is enrolled again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles_until: Option<Day>,
    /// Highest amount in cents that the person may order at once; without it no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_limit_cents: Option<Money>,
    /// Person whom this one stands in for (*Vertretung*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy_for: Option<PersonNo>,
}

/// Person enrolled, or enrolled again with other roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonEnrolled {
    /// Number, roles and hash of the name.
    pub person: Enrolment,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Budget title registered (*Titel*, domain.md section 2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleRegistered {
    /// Key, "chapter title".
    pub title: TitleKey,
    /// *Zweckbestimmung*.
    pub name: String,
    /// True for an investive title (main group 8), false for a consumptive one (6).
    pub investive: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Recipient registered, or registered again with changed data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipientRegistered {
    /// Key; equals the header's recipient.
    pub key: RecipientKey,
    /// Name without the type, for example "Schmalkalden-Meiningen".
    pub name: String,
    /// County, independent city, municipality, association.
    pub recipient_type: RecipientType,
    /// Address field of letters below the name: cash office, street, postcode and town.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// First day on which the territory exists; without it always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Day>,
    /// Last day on which the territory exists; without it still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// Recipient that took over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<RecipientKey>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Bank account of a recipient recorded; usable once a second person has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankAccountRecorded {
    /// International bank account number without spaces.
    pub iban: String,
    /// Exact name of the account holder.
    pub holder: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Bank account confirmed by a second person; `ref` is the recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankAccountConfirmed {
    /// How it was checked (call back, letter), as words.
    pub checked_by: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
