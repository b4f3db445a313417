//! Refusals: why the ledger says no, as data. `text` makes the sentence.

use super::rule::Role;
use super::{
    Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Seq, Stage, TitleKey,
};

/// Which text field is meant by a refusal of its content.
pub type Field = &'static str;

/// A refusal, with the figures that led to it.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More than is available on the title in that year.
    NotAvailable { title: TitleKey, year: FiscalYear, asked: Money, available: Money },
    /// More than the free commitment authority.
    NoAuthority {
        title: TitleKey,
        budget_year: FiscalYear,
        due_year: FiscalYear,
        asked: Money,
        free: Money,
    },
    /// Due after the year of the notice without commitment authority, or the reverse.
    AuthorityYearWrong { due_year: FiscalYear, notice_year: FiscalYear },
    /// More than is still open on a due line of the grant.
    LineExceeded {
        /// File number of the grant.
        grant: FileNumber,
        title: TitleKey,
        year: FiscalYear,
        asked: Money,
        open: Money,
    },
    /// More than what is left of the event referred to (draw, order, payment, claim).
    ReferenceExceeded { kind: Kind, seq: Seq, asked: Money, left: Money },
    /// The cash office paid another amount or year than ordered.
    NotAsOrdered { seq: Seq, ordered: Money, paid: Money },
    /// A place would fall below zero on a day from the booking's day on.
    PlaceOverdrawn { stage: Stage, title: TitleKey, year: FiscalYear, day: Day, missing: Money },
    /// All appropriations together would pass the ceiling of the programme (I11).
    CeilingExceeded { ceiling: Money, sum: Money },
    /// An amount that must be above zero is not, or is beyond the limit (I5).
    AmountOutOfRange { amount: Money },
    /// A vote or cut of nothing, or beyond the limit (I5).
    VoteOutOfRange { amount: Money },
    /// A fiscal year that no programme can have.
    YearUnusable { year: FiscalYear },
    /// A quota that is not above 0 and at most 100 percent.
    QuotaOutOfRange { quota: rust_decimal::Decimal },
    /// More granted than the expenditure is eligible (domain.md section 1.6).
    MoreThanEligible { granted: Money, eligible: Money },
    /// A share that is more than its quota of the eligible expenditure.
    MoreThanQuota { granted: Money, quota: rust_decimal::Decimal, eligible: Money },
    /// An event of the programme with a recipient, or one of a recipient without.
    RecipientMisplaced { kind: Kind, key: RecipientKey },
    /// A grant, reduction or increase without lines, or with one line twice.
    LinesUnusable,
    /// No grant of that file number on that day.
    UnknownGrant { grant: FileNumber },
    /// No recipient of that key on that day.
    UnknownRecipient { key: RecipientKey },
    /// No title of that key on that day.
    UnknownTitle { title: TitleKey },
    /// No milestone or indicator of that key on that day.
    UnknownItem { key: String },
    /// No person of that number.
    UnknownPerson { person: PersonNo },
    /// The file number, key or number is taken.
    Taken { key: String },
    /// The grant belongs to another recipient (I18).
    OtherRecipient { grant: FileNumber, recipient: RecipientKey },
    /// The person lacks the role.
    RoleMissing { person: PersonNo, role: Role },
    /// The second pair of eyes is the first (Vier-Augen-Prinzip).
    SamePerson { person: PersonNo, seq: Seq },
    /// The kind needs a reference to an earlier event of another kind.
    ReferenceWrong { expected: Option<Kind>, given: Option<Seq> },
    /// The reference names another grant, title or year than the body.
    ReferenceDiffers { seq: Seq },
    /// The bank account is not confirmed, or a payment to it came back since.
    BankAccountUnconfirmed { seq: Seq },
    /// The IBAN fails its check digits (ISO 13616).
    IbanWrong,
    /// A booking without voucher (§ 71 ThürLHO).
    VoucherMissing { kind: Kind },
    /// A text is empty where it is needed, or too short.
    TextMissing { field: Field, least: usize },
    /// A text is longer than allowed.
    TextTooLong { field: Field, most: usize },
    /// A text has a character that is not allowed (I24).
    TextCharacter { field: Field, character: char },
    /// The payment text has a character outside the SEPA set.
    PaymentTextCharacter { character: char },
    /// Effective before the programme was founded (I17).
    BeforeFounding { day: Day, founded: Day },
    /// Effective after the day of recording (I17).
    InFuture { day: Day, today: Day },
    /// Effective before what it refers to.
    BeforeReference { day: Day, reference: Day },
    /// A period ends before it begins, or a month starts in its middle.
    DateUnusable { day: Day },
    /// The computer's clock is behind the last entry by more than five minutes.
    ClockBehind { last: i64, now: i64 },
    /// The same uid with another content (I4).
    UidTaken { seq: Seq },
    /// Reversed already (I15).
    AlreadyReversed { seq: Seq, by: Seq },
    /// A reversal, or the founding, cannot be reversed (I15).
    NotReversible { seq: Seq },
    /// A later event rests on it and must be reversed first.
    StillNeeded { seq: Seq, by: Seq },
    /// A reversal is effective on another day than the original (its own date is a cancellation).
    ReversalDay { seq: Seq, day: Day },
    /// The event is decided or confirmed already.
    AlreadyDecided { seq: Seq, by: Seq },
    /// A ledger has one founding event, its first.
    Founding,
    /// The database refused by itself; its own words.
    Database { message: String },
}

impl Refusal {
    /// Stable code for support, tests and manuals.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAvailable { .. } => "B01",
            Self::NoAuthority { .. } => "B02",
            Self::AuthorityYearWrong { .. } => "B03",
            Self::CeilingExceeded { .. } => "B04",
            Self::LineExceeded { .. } => "G01",
            Self::ReferenceExceeded { .. } => "G02",
            Self::NotAsOrdered { .. } => "G03",
            Self::PlaceOverdrawn { .. } => "G04",
            Self::AmountOutOfRange { .. } => "G05",
            Self::LinesUnusable => "G06",
            Self::QuotaOutOfRange { .. } => "G07",
            Self::MoreThanEligible { .. } => "G08",
            Self::MoreThanQuota { .. } => "G09",
            Self::VoteOutOfRange { .. } => "B05",
            Self::YearUnusable { .. } => "B06",
            Self::RecipientMisplaced { .. } => "U08",
            Self::UnknownGrant { .. } => "U01",
            Self::UnknownRecipient { .. } => "U02",
            Self::UnknownTitle { .. } => "U03",
            Self::UnknownItem { .. } => "U04",
            Self::UnknownPerson { .. } => "U05",
            Self::Taken { .. } => "U06",
            Self::OtherRecipient { .. } => "U07",
            Self::RoleMissing { .. } => "P01",
            Self::SamePerson { .. } => "P02",
            Self::BankAccountUnconfirmed { .. } => "P03",
            Self::IbanWrong => "P04",
            Self::ReferenceWrong { .. } => "R01",
            Self::ReferenceDiffers { .. } => "R02",
            Self::AlreadyDecided { .. } => "R03",
            Self::AlreadyReversed { .. } => "R04",
            Self::NotReversible { .. } => "R05",
            Self::StillNeeded { .. } => "R06",
            Self::ReversalDay { .. } => "R07",
            Self::UidTaken { .. } => "R08",
            Self::Founding => "R09",
            Self::VoucherMissing { .. } => "T01",
            Self::TextMissing { .. } => "T02",
            Self::TextTooLong { .. } => "T03",
            Self::TextCharacter { .. } => "T04",
            Self::PaymentTextCharacter { .. } => "T05",
            Self::BeforeFounding { .. } => "D01",
            Self::InFuture { .. } => "D02",
            Self::BeforeReference { .. } => "D03",
            Self::DateUnusable { .. } => "D04",
            Self::ClockBehind { .. } => "D05",
            Self::Database { .. } => "X01",
        }
    }

    /// The paragraph or invariant that the refusal comes from.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::NotAvailable { .. } => "§ 34 ThürLHO, I8",
            Self::NoAuthority { .. } | Self::AuthorityYearWrong { .. } => "§§ 16, 38 ThürLHO",
            Self::CeilingExceeded { .. } => "I11",
            Self::LineExceeded { .. } | Self::PlaceOverdrawn { .. } => "VV zu § 44 ThürLHO, I9",
            Self::ReferenceExceeded { .. } | Self::AlreadyDecided { .. } => "I12",
            Self::NotAsOrdered { .. } => "§ 70 ThürLHO",
            Self::AmountOutOfRange { .. } | Self::VoteOutOfRange { .. } | Self::LinesUnusable => {
                "I5"
            }
            Self::YearUnusable { .. } => "§ 4 ThürLHO",
            Self::QuotaOutOfRange { .. }
            | Self::MoreThanEligible { .. }
            | Self::MoreThanQuota { .. } => "VV zu § 44 ThürLHO Nr. 2",
            Self::OtherRecipient { .. } | Self::RecipientMisplaced { .. } => "I18",
            Self::RoleMissing { .. } => "I23",
            Self::SamePerson { .. } | Self::BankAccountUnconfirmed { .. } => "I13",
            Self::IbanWrong => "ISO 13616",
            Self::AlreadyReversed { .. }
            | Self::NotReversible { .. }
            | Self::ReversalDay { .. }
            | Self::StillNeeded { .. } => "I15",
            Self::UidTaken { .. } => "I4",
            Self::VoucherMissing { .. } => "§ 71 ThürLHO",
            Self::TextMissing { .. } | Self::TextTooLong { .. } | Self::TextCharacter { .. } => {
                "I24"
            }
            Self::PaymentTextCharacter { .. } => "SEPA",
            Self::BeforeFounding { .. }
            | Self::InFuture { .. }
            | Self::BeforeReference { .. }
            | Self::DateUnusable { .. }
            | Self::ClockBehind { .. } => "I17",
            Self::UnknownGrant { .. }
            | Self::UnknownRecipient { .. }
            | Self::UnknownTitle { .. }
            | Self::UnknownItem { .. }
            | Self::UnknownPerson { .. }
            | Self::Taken { .. }
            | Self::ReferenceWrong { .. }
            | Self::ReferenceDiffers { .. }
            | Self::Founding
            | Self::Database { .. } => "I3",
        }
    }
}
