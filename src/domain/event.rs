//! Events: everything that happens, in the order in which it was recorded.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::body;
use super::{Day, PersonNo, RecipientKey, Seq, Uid};

macro_rules! kinds {
    ($($name:ident = $text:literal,)*) => {
        /// The kind of an event; its stable name stands in the journal.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $(#[doc = $text] $name,)* }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable name (snake case).
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }

        /// Kind and content of an event.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Body { $(#[doc = $text] $name(body::$name),)* }

        impl Body {
            /// The kind of this body.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }

            /// Reads the body of the given kind.
            ///
            /// # Errors
            /// When fields are missing, unknown or of the wrong type.
            pub fn deserialize<'de, D: Deserializer<'de>>(
                kind: Kind,
                from: D,
            ) -> Result<Self, D::Error> {
                match kind {
                    $(Kind::$name => body::$name::deserialize(from).map(Self::$name),)*
                }
            }
        }

        impl Serialize for Body {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(content) => content.serialize(to),)* }
            }
        }
    };
}

kinds! {
    ProgrammeFounded = "programme_founded",
    PersonEnrolled = "person_enrolled",
    SettingMade = "setting_made",
    TitleRegistered = "title_registered",
    AppropriationDrafted = "appropriation_drafted",
    AppropriationVoted = "appropriation_voted",
    SupplementVoted = "supplement_voted",
    ExcessGranted = "excess_granted",
    CoverMoved = "cover_moved",
    BlockSet = "block_set",
    BlockLifted = "block_lifted",
    AuthorityVoted = "authority_voted",
    AuthorityBlocked = "authority_blocked",
    AuthorityUnblocked = "authority_unblocked",
    AuthorityLapsed = "authority_lapsed",
    ProvisionalManagementSet = "provisional_management_set",
    BooksClosed = "books_closed",
    CarryOverFormed = "carry_over_formed",
    FundsLapsed = "funds_lapsed",
    YearSettled = "year_settled",
    RecipientRegistered = "recipient_registered",
    BankAccountRecorded = "bank_account_recorded",
    BankAccountConfirmed = "bank_account_confirmed",
    ApplicationReceived = "application_received",
    ExaminationNoted = "examination_noted",
    ApplicationExamined = "application_examined",
    EarlyStartConsented = "early_start_consented",
    ApplicationRejected = "application_rejected",
    ApplicationWithdrawn = "application_withdrawn",
    GrantIssued = "grant_issued",
    NoticeAnnounced = "notice_announced",
    RemedyWaived = "remedy_waived",
    NoticeChallenged = "notice_challenged",
    ChallengeEnded = "challenge_ended",
    GrantAmended = "grant_amended",
    GrantIncreased = "grant_increased",
    GrantReduced = "grant_reduced",
    DueShifted = "due_shifted",
    BeneficiaryNamed = "beneficiary_named",
    DrawRequested = "draw_requested",
    ArithmeticAttested = "arithmetic_attested",
    FactuallyAttested = "factually_attested",
    DrawSentBack = "draw_sent_back",
    DrawReduced = "draw_reduced",
    DrawRejected = "draw_rejected",
    DrawWithdrawn = "draw_withdrawn",
    PaymentOrdered = "payment_ordered",
    OrderHandedOver = "order_handed_over",
    OrderCancelled = "order_cancelled",
    PaymentConfirmed = "payment_confirmed",
    PaymentReconciled = "payment_reconciled",
    PaymentReturned = "payment_returned",
    HeldOrdered = "held_ordered",
    HeldPaid = "held_paid",
    PaymentRebooked = "payment_rebooked",
    ProofReceived = "proof_received",
    ProofReminded = "proof_reminded",
    ProofChecked = "proof_checked",
    ClaimRaised = "claim_raised",
    ClaimAnnulled = "claim_annulled",
    ClaimDeferred = "claim_deferred",
    ClaimWaived = "claim_waived",
    ClaimRepaid = "claim_repaid",
    UnusedReturned = "unused_returned",
    CommitmentRestored = "commitment_restored",
    InterestAssessed = "interest_assessed",
    InterestReceived = "interest_received",
    InterestWaived = "interest_waived",
    CaseClosed = "case_closed",
    Reversed = "reversed",
    MilestonePlanned = "milestone_planned",
    MilestoneForecast = "milestone_forecast",
    MilestoneReached = "milestone_reached",
    IndicatorDefined = "indicator_defined",
    IndicatorRead = "indicator_read",
    DocumentIssued = "document_issued",
    LedgerRestored = "ledger_restored",
    CashListRead = "cash_list_read",
}

impl Kind {
    /// The kind of that stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// One entry of the journal: header and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Number in the journal, from 1 without gap.
    pub seq: Seq,
    /// Identity given by the form that proposed it.
    pub uid: Uid,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// Number in the chain of the recipient, from 1 without gap.
    pub recipient_seq: Seq,
    /// When it was recorded: microseconds since 1970 UTC, strictly increasing (I17).
    pub recorded_at: i64,
    /// The day on which it counts (*Stichtag*).
    pub effective_on: Day,
    /// Person who booked it.
    pub actor: PersonNo,
    /// Windows SID or user id under which it was booked, never a name.
    pub login: String,
    /// File or cash reference; empty only where none is needed.
    pub voucher: String,
    /// One earlier event that it refers to.
    pub reference: Option<Seq>,
    /// Kind and content.
    pub body: Body,
}

impl Event {
    /// Kind of the body.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.body.kind()
    }
}

/// How a draft names the earlier event that it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// By its number in the journal.
    Entry(Seq),
    /// By its uid, also of an earlier draft of the same batch.
    Uid(Uid),
}

/// An event as a person proposes it, before the ledger numbers and dates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Identity given by the form: booking it twice books it once (I4).
    pub uid: Uid,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// The day on which it counts.
    pub effective_on: Day,
    /// Person who books it.
    pub actor: PersonNo,
    /// File or cash reference.
    pub voucher: String,
    /// One earlier event that it refers to.
    pub reference: Option<Reference>,
    /// Kind and content; the hash of a person's name may be empty, it is made from the name.
    pub body: Body,
    /// Name of the person that the event enrols; kept apart from the chain.
    pub person_name: Option<String>,
}
