//! Refusals: why the ledger says no, as data. `text` makes the sentence.

use super::id::ItemKey;
use super::rule::Role;
use super::{
    Day, FileNumber, FiscalYear, Kind, Money, PersonNo, Precision, RecipientKey, Seq, Stage,
    TitleKey,
};

/// What is more than it may be, beside eligible or total expenditure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// What is granted, beside what is eligible.
    Granted,
    /// What is requested, beside what is eligible.
    Requested,
    /// What is eligible, beside all expenditure.
    Eligible,
}

/// A step of the procedure that must come before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// *Prüfung des Antrags*
    Examination,
    /// *Ausschluss der Doppelförderung*
    NoDoubleFunding,
    /// *Prüfung des vorzeitigen Vorhabenbeginns*
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

/// What is wrong with a date that cannot be used, beside the day that it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A term that is over on the day of the booking.
    BeforeBooking(Day),
    /// A deferral that does not reach beyond the day of the booking.
    NotAfterBooking(Day),
    /// What has happened, later than the day of the booking.
    AfterBooking(Day),
    /// A period that ends before it begins.
    EndsBefore(Day),
    /// A month, quarter or year that does not begin on its first day.
    MidUnit(Precision),
    /// A term without its last day.
    EndMissing,
    /// A last day where none belongs.
    EndUnwanted,
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
    /// More granted or requested than the expenditure is eligible, or more eligible than it is
    /// (domain.md section 1.6).
    MoreThanEligible { of: Excess, granted: Money, eligible: Money },
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
    /// A date that is possible in a calendar and not here.
    DateUnusable { day: Day, misfit: Misfit },
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
    /// A due line is drawn in its own fiscal year (domain.md section 1.4).
    DrawOutsideYear { year: FiscalYear },
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

/// Code and rule of every refusal, in one table.
macro_rules! codes {
    ($($variant:ident $code:literal $rule:literal,)*) => {
        impl Refusal {
            /// All codes.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// Stable code for support, tests and manuals.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code,)* }
            }

            /// The paragraph or invariant that the refusal comes from.
            #[must_use]
            pub const fn rule(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $rule,)* }
            }
        }
    };
}

codes! {
    NotAvailable "B01" "§ 34 ThürLHO, I8",
    NoAuthority "B02" "§§ 16, 38 ThürLHO",
    AuthorityYearWrong "B03" "§§ 16, 38 ThürLHO",
    CeilingExceeded "B04" "I11",
    VoteOutOfRange "B05" "I5",
    YearUnusable "B06" "§ 4 ThürLHO",
    PercentDiffers "B07" "§ 41 ThürLHO",
    Provisional "B08" "Art. 100 ThürVerf",
    BeforeFounding "D01" "I17",
    InFuture "D02" "I17",
    BeforeReference "D03" "I17",
    DateUnusable "D04" "I17",
    ClockBehind "D05" "I17",
    SettingUnusable "E01" "I3",
    LineExceeded "G01" "VV zu § 44 ThürLHO, I9",
    ReferenceExceeded "G02" "I12",
    NotAsOrdered "G03" "§ 70 ThürLHO",
    PlaceOverdrawn "G04" "VV zu § 44 ThürLHO, I9",
    AmountOutOfRange "G05" "I5",
    LinesUnusable "G06" "I5",
    QuotaOutOfRange "G07" "VV zu § 44 ThürLHO Nr. 2",
    MoreThanEligible "G08" "VV zu § 44 ThürLHO Nr. 2",
    MoreThanQuota "G09" "VV zu § 44 ThürLHO Nr. 2",
    PlanUnbalanced "G10" "VV zu § 44 ThürLHO Nr. 2",
    QuotaAboveGuideline "G11" "VV zu § 44 ThürLHO Nr. 2",
    NotEqual "G12" "I9",
    NotWhole "G13" "I9",
    MoreThanRequested "G14" "VV zu § 44 ThürLHO Nr. 2",
    RoleMissing "P01" "I23",
    SamePerson "P02" "I13",
    BankAccountUnconfirmed "P03" "I13",
    IbanWrong "P04" "ISO 13616",
    OverLimit "P05" "I23",
    ReferenceWrong "R01" "I3",
    ReferenceDiffers "R02" "I3",
    AlreadyDecided "R03" "I12",
    AlreadyReversed "R04" "I15",
    NotReversible "R05" "I15",
    StillNeeded "R06" "I15",
    ReversalDay "R07" "I15",
    UidTaken "R08" "I4",
    Founding "R09" "I3",
    StepMissing "S01" "VV zu § 44 ThürLHO",
    NotFinal "S02" "VV zu § 44 ThürLHO Nr. 7",
    Challenged "S03" "VV zu § 44 ThürLHO Nr. 7",
    CaseIsClosed "S04" "VV zu § 44 ThürLHO",
    DrawOutsideYear "S05" "VV zu § 44 ThürLHO Nr. 7",
    OpenDraw "S06" "VV zu § 44 ThürLHO Nr. 7",
    NeedDiffers "S07" "VV zu § 44 ThürLHO Nr. 7",
    NeedTooLong "S08" "VV zu § 44 ThürLHO Nr. 7",
    MilestoneBlocks "S09" "VV zu § 44 ThürLHO",
    VoucherMissing "T01" "§ 71 ThürLHO",
    TextMissing "T02" "I24",
    TextTooLong "T03" "I24",
    TextCharacter "T04" "I24",
    PaymentTextCharacter "T05" "SEPA",
    UnknownGrant "U01" "I3",
    UnknownRecipient "U02" "I3",
    UnknownTitle "U03" "I3",
    UnknownItem "U04" "I3",
    UnknownPerson "U05" "I3",
    Taken "U06" "I3",
    OtherRecipient "U07" "I18",
    RecipientMisplaced "U08" "I18",
    SettledWrong "V01" "VV zu § 44 ThürLHO Nr. 2",
    InterestDiffers "V02" "§ 49a VwVfG",
    RateMissing "V03" "§ 49a VwVfG",
    BelowSmallAmount "V04" "VV zu § 44 ThürLHO Nr. 8",
    Database "X01" "I3",
    BooksClosed "Y01" "I16",
    YearNotReady "Y02" "I16",
    ActualDiffers "Y03" "I16",
    YearDone "Y04" "I16",
    BeforeYearEnd "Y05" "§§ 4, 45 ThürLHO",
    WayWrong "Y06" "I16",
}
