//! Which message a refusal has.

use crate::domain::refusal::{Misfit, Step};
use crate::domain::{Refusal, Stage};

/// A new variant does not compile without a message.
macro_rules! keys {
    ($($name:ident = $key:literal,)*) => {
        /// Message key of a refusal.
        pub(super) const fn key(refusal: &Refusal) -> &'static str {
            match refusal {
                Refusal::YearNotReady { stage, .. } => year_not_ready(*stage),
                Refusal::WayWrong { closed: true, .. } => "refusal-way-wrong-closed",
                Refusal::WayWrong { closed: false, .. } => "refusal-way-wrong-open",
                Refusal::NotFinal { from: Some(_), .. } => "refusal-not-final",
                Refusal::NotFinal { from: None, .. } => "refusal-not-announced",
                Refusal::StepMissing { step } => step_missing(*step),
                Refusal::DateUnusable { misfit, .. } => date_unusable(*misfit),
                $(Refusal::$name { .. } => $key,)*
            }
        }
    };
}

keys! {
    NotAvailable = "refusal-not-available",
    NoAuthority = "refusal-no-authority",
    AuthorityYearWrong = "refusal-authority-year-wrong",
    LineExceeded = "refusal-line-exceeded",
    ReferenceExceeded = "refusal-reference-exceeded",
    NotAsOrdered = "refusal-not-as-ordered",
    PlaceOverdrawn = "refusal-place-overdrawn",
    CeilingExceeded = "refusal-ceiling-exceeded",
    AmountOutOfRange = "refusal-amount-out-of-range",
    VoteOutOfRange = "refusal-vote-out-of-range",
    YearUnusable = "refusal-year-unusable",
    QuotaOutOfRange = "refusal-quota-out-of-range",
    MoreThanEligible = "refusal-more-than-eligible",
    MoreThanQuota = "refusal-more-than-quota",
    RecipientMisplaced = "refusal-recipient-misplaced",
    LinesUnusable = "refusal-lines-unusable",
    UnknownGrant = "refusal-unknown-grant",
    UnknownRecipient = "refusal-unknown-recipient",
    UnknownTitle = "refusal-unknown-title",
    UnknownItem = "refusal-unknown-item",
    UnknownPerson = "refusal-unknown-person",
    Taken = "refusal-taken",
    OtherRecipient = "refusal-other-recipient",
    RoleMissing = "refusal-role-missing",
    OverLimit = "refusal-over-limit",
    SamePerson = "refusal-same-person",
    ReferenceWrong = "refusal-reference-wrong",
    ReferenceDiffers = "refusal-reference-differs",
    BankAccountUnconfirmed = "refusal-bank-account-unconfirmed",
    IbanWrong = "refusal-iban-wrong",
    VoucherMissing = "refusal-voucher-missing",
    TextMissing = "refusal-text-missing",
    TextTooLong = "refusal-text-too-long",
    TextCharacter = "refusal-text-character",
    PaymentTextCharacter = "refusal-payment-text-character",
    BeforeFounding = "refusal-before-founding",
    InFuture = "refusal-in-future",
    BeforeReference = "refusal-before-reference",
    ClockBehind = "refusal-clock-behind",
    UidTaken = "refusal-uid-taken",
    AlreadyReversed = "refusal-already-reversed",
    NotReversible = "refusal-not-reversible",
    StillNeeded = "refusal-still-needed",
    ReversalDay = "refusal-reversal-day",
    AlreadyDecided = "refusal-already-decided",
    Founding = "refusal-founding",
    BooksClosed = "refusal-books-closed",
    ActualDiffers = "refusal-actual-differs",
    YearDone = "refusal-year-done",
    BeforeYearEnd = "refusal-before-year-end",
    PercentDiffers = "refusal-percent-differs",
    Provisional = "refusal-provisional",
    PlanUnbalanced = "refusal-plan-unbalanced",
    QuotaAboveGuideline = "refusal-quota-above-guideline",
    MoreThanRequested = "refusal-more-than-requested",
    NotEqual = "refusal-not-equal",
    Challenged = "refusal-challenged",
    CaseIsClosed = "refusal-case-is-closed",
    DrawOutsideYear = "refusal-draw-outside-year",
    OpenDraw = "refusal-open-draw",
    NeedDiffers = "refusal-need-differs",
    NeedTooLong = "refusal-need-too-long",
    MilestoneBlocks = "refusal-milestone-blocks",
    NotWhole = "refusal-not-whole",
    SettledWrong = "refusal-settled-wrong",
    InterestDiffers = "refusal-interest-differs",
    RateMissing = "refusal-rate-missing",
    BelowSmallAmount = "refusal-below-small-amount",
    SettingUnusable = "refusal-setting-unusable",
    Database = "refusal-database",
}

const fn year_not_ready(stage: Stage) -> &'static str {
    match stage {
        Stage::Requested | Stage::Ordered => "refusal-year-not-ready-drawn",
        Stage::Committed => "refusal-year-not-ready-committed",
        _ => "refusal-year-not-ready-left",
    }
}

const fn date_unusable(misfit: Misfit) -> &'static str {
    match misfit {
        Misfit::BeforeBooking(_) => "refusal-date-before-booking",
        Misfit::NotAfterBooking(_) => "refusal-date-not-after-booking",
        Misfit::AfterBooking(_) => "refusal-date-after-booking",
        Misfit::EndsBefore(_) => "refusal-date-ends-before",
        Misfit::MidUnit(_) => "refusal-date-mid-unit",
        Misfit::EndMissing => "refusal-date-end-missing",
        Misfit::EndUnwanted => "refusal-date-end-unwanted",
    }
}

const fn step_missing(step: Step) -> &'static str {
    match step {
        Step::Examination => "refusal-step-missing-examination",
        Step::NoDoubleFunding => "refusal-step-missing-no-double-funding",
        Step::StartChecked => "refusal-step-missing-start-checked",
        Step::ArithmeticAttestation | Step::FactualAttestation => {
            "refusal-step-missing-attestation"
        }
        Step::Announcement => "refusal-step-missing-announcement",
        Step::ProofCheck => "refusal-step-missing-proof-check",
        Step::Settlement => "refusal-step-missing-settlement",
        Step::BooksClosed => "refusal-step-missing-books-closed",
    }
}
