//! Refusals: why the ledger says no, as data. `text` makes the sentence.

use super::id::ItemKey;
use super::rule::Role;
use super::{
    Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Seq, Stage, TitleKey,
};

/// A step of the procedure that must come before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// *Prüfung des Antrags*
    Examination,
    /// *Ausschluss der Doppelförderung*
    NoDoubleFunding,
    /// *Prüfung des vorzeitigen Beginns*
    StartChecked,
    /// *Feststellung rechnerisch richtig*
    ArithmeticAttestation,
    /// *Feststellung sachlich richtig*
    FactualAttestation,
    /// *Bekanntgabe*
    Announcement,
    /// *Prüfung des Verwendungsnachweises*
    ProofCheck,
    /// *Erledigung der offenen Beträge*
    Settlement,
    /// *Bücherschluss*
    BooksClosed,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 9] = [
        Self::Examination,
        Self::NoDoubleFunding,
        Self::StartChecked,
        Self::ArithmeticAttestation,
        Self::FactualAttestation,
        Self::Announcement,
        Self::ProofCheck,
        Self::Settlement,
        Self::BooksClosed,
    ];
}

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
    /// The person has none of the roles on the day of recording.
    RoleMissing { person: PersonNo, roles: &'static [Role] },
    /// More than the person may order at once.
    OverLimit { person: PersonNo, limit: Money, asked: Money },
    /// The second pair of eyes is the first (Vier-Augen-Prinzip).
    SamePerson { person: PersonNo, seq: Seq },
    /// The kind needs a reference to an earlier event of another kind.
    ReferenceWrong { expected: &'static [Kind], given: Option<Seq> },
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
    /// The books of the year are closed (I16).
    BooksClosed { year: FiscalYear, by: Seq },
    /// The year cannot be closed or settled while money stands there.
    YearNotReady { year: FiscalYear, stage: Stage, title: TitleKey, amount: Money },
    /// The cash office closes another Ist than the ledger holds.
    ActualDiffers { year: FiscalYear, title: TitleKey, stated: Money, actual: Money },
    /// The books are closed, or the year is settled, already.
    YearDone { year: FiscalYear, by: Seq },
    /// Carry-over and lapse wait for the end of the year, settlement for the books.
    BeforeYearEnd { year: FiscalYear, from: Day },
    /// The body names the way for open books, but they are closed, or the reverse.
    WayWrong { year: FiscalYear, closed: bool },
    /// A percentage of the appropriation gives another amount.
    PercentDiffers { stated: Money, computed: Money },
    /// A new grant under provisional budget management without a reason that it cannot wait.
    Provisional { year: FiscalYear },
    /// The financing plan does not add up to the total expenditure.
    PlanUnbalanced { total: Money, sum: Money },
    /// The quota is above the highest of the guideline.
    QuotaAboveGuideline { quota: rust_decimal::Decimal, highest: rust_decimal::Decimal },
    /// More granted than was requested (domain.md section 0).
    MoreThanRequested { granted: Money, requested: Money },
    /// What is taken away and what takes its place differ.
    NotEqual { taken: Money, given: Money },
    /// A step that must come before.
    StepMissing { step: Step },
    /// The notice is not final before that day.
    NotFinal { grant: FileNumber, from: Option<Day> },
    /// The notice is challenged in court.
    Challenged { grant: FileNumber },
    /// The case is closed.
    CaseIsClosed { grant: FileNumber, on: Day },
    /// A due line is drawn in its own fiscal year at the earliest.
    DrawTooEarly { year: FiscalYear },
    /// Another draw of the grant is open.
    OpenDraw { seq: Seq },
    /// The draw is not the need less what is unspent.
    NeedDiffers { asked: Money, need: Money, unspent: Money },
    /// The need reaches beyond the period of use.
    NeedTooLong { until: Day, latest: Day },
    /// A milestone that blocks the payment is not reached.
    MilestoneBlocks { milestone: ItemKey },
    /// Only a part of what is left was named where all of it must be.
    NotWhole { asked: Money, left: Money },
    /// The rules of the financing give another final grant.
    SettledWrong { stated: Money, computed: Money },
    /// The rates give another interest.
    InterestDiffers { stated: Money, computed: Money },
    /// No base rate is set for that day.
    RateMissing { day: Day },
    /// The claim is not above the small amount.
    BelowSmallAmount { asked: Money, limit: Money },
    /// A setting has a value that it cannot have.
    SettingUnusable { key: String },
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
            Self::MoreThanRequested { .. } => "G14",
            Self::OverLimit { .. } => "P05",
            Self::PercentDiffers { .. } => "B07",
            Self::Provisional { .. } => "B08",
            Self::PlanUnbalanced { .. } => "G10",
            Self::QuotaAboveGuideline { .. } => "G11",
            Self::NotEqual { .. } => "G12",
            Self::NotWhole { .. } => "G13",
            Self::BooksClosed { .. } => "Y01",
            Self::YearNotReady { .. } => "Y02",
            Self::ActualDiffers { .. } => "Y03",
            Self::YearDone { .. } => "Y04",
            Self::BeforeYearEnd { .. } => "Y05",
            Self::WayWrong { .. } => "Y06",
            Self::StepMissing { .. } => "S01",
            Self::NotFinal { .. } => "S02",
            Self::Challenged { .. } => "S03",
            Self::CaseIsClosed { .. } => "S04",
            Self::DrawTooEarly { .. } => "S05",
            Self::OpenDraw { .. } => "S06",
            Self::NeedDiffers { .. } => "S07",
            Self::NeedTooLong { .. } => "S08",
            Self::MilestoneBlocks { .. } => "S09",
            Self::SettledWrong { .. } => "V01",
            Self::InterestDiffers { .. } => "V02",
            Self::RateMissing { .. } => "V03",
            Self::BelowSmallAmount { .. } => "V04",
            Self::SettingUnusable { .. } => "E01",
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
            Self::RoleMissing { .. } | Self::OverLimit { .. } => "I23",
            Self::BooksClosed { .. }
            | Self::YearNotReady { .. }
            | Self::ActualDiffers { .. }
            | Self::YearDone { .. }
            | Self::WayWrong { .. } => "I16",
            Self::BeforeYearEnd { .. } => "§§ 4, 45 ThürLHO",
            Self::PercentDiffers { .. } => "§ 41 ThürLHO",
            Self::Provisional { .. } => "Art. 100 ThürVerf",
            Self::PlanUnbalanced { .. }
            | Self::MoreThanRequested { .. }
            | Self::QuotaAboveGuideline { .. }
            | Self::SettledWrong { .. } => "VV zu § 44 ThürLHO Nr. 2",
            Self::NotEqual { .. } | Self::NotWhole { .. } => "I9",
            Self::StepMissing { .. } | Self::CaseIsClosed { .. } | Self::MilestoneBlocks { .. } => {
                "VV zu § 44 ThürLHO"
            }
            Self::NotFinal { .. }
            | Self::Challenged { .. }
            | Self::DrawTooEarly { .. }
            | Self::OpenDraw { .. }
            | Self::NeedDiffers { .. }
            | Self::NeedTooLong { .. } => "VV zu § 44 ThürLHO Nr. 7",
            Self::InterestDiffers { .. } | Self::RateMissing { .. } => "§ 49a VwVfG",
            Self::BelowSmallAmount { .. } => "VV zu § 44 ThürLHO Nr. 8",
            Self::SettingUnusable { .. } => "I3",
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
