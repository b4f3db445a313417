//! The words for the values that a form lets people choose from, and for states and steps.

use super::Text;
use crate::domain::body::{
    AnnouncementManner, AuthorityReturn, AuxiliaryRules, BlockGround, CarryOverKind,
    ChallengeOutcome, CheckResult, ClaimGround, Deferral, ExaminationStep, ExcessKind,
    InterestKind, LapsingStage, PaperLanguage, PaymentMode, ProofKind,
};
use crate::domain::calendar::Holiday;
use crate::domain::interest::DayCount;
use crate::domain::procedure::CaseState;
use crate::domain::refusal::Step;
use crate::domain::stage::RevenueKind;
use crate::domain::{Kind, Stage};

/// A function per enum: the message of each value; a new value does not compile without one.
macro_rules! choices {
    ($($(#[$doc:meta])* $function:ident($type:ident) { $($value:ident = $key:literal,)* })*) => {
        impl Text {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $function(&self, value: $type) -> String {
                    self.get(match value { $($type::$value => $key,)* })
                }
            )*
        }

        /// Every value with the name of its function, in both languages' words.
        #[cfg(test)]
        fn all(text: &Text) -> Vec<(&'static str, String)> {
            vec![$($((stringify!($function), text.$function($type::$value)),)*)*]
        }
    };
}

choices! {
    /// Language of a paper: "Deutsch".
    paper_language(PaperLanguage) {
        De = "paper-language-de",
        En = "paper-language-en",
    }

    /// Why more than the appropriation may be spent: "überplanmäßig".
    excess_kind(ExcessKind) {
        Excess = "excess-kind-excess",
        Unplanned = "excess-kind-unplanned",
    }

    /// On what ground money is blocked: "haushaltswirtschaftliche Sperre (§ 41 ThürLHO)".
    block_ground(BlockGround) {
        Economic = "block-ground-economic",
        BudgetLaw = "block-ground-budget-law",
        GlobalCut = "block-ground-global-cut",
    }

    /// How a remainder is covered: "zu Lasten des Ansatzes".
    carry_over_kind(CarryOverKind) {
        Additional = "carry-over-kind-additional",
        Charged = "carry-over-kind-charged",
    }

    /// A step of the examination: "Unterlagen nachgefordert".
    examination_step(ExaminationStep) {
        Begun = "examination-step-begun",
        DocumentsRequested = "examination-step-documents-requested",
        DocumentsReceived = "examination-step-documents-received",
    }

    /// Auxiliary rules of a notice: "ANBest-Gk".
    auxiliary_rules(AuxiliaryRules) {
        AnbestGk = "auxiliary-rules-anbest-gk",
        AnbestP = "auxiliary-rules-anbest-p",
    }

    /// When the state pays: "Erstattungsprinzip".
    payment_mode(PaymentMode) {
        Advance = "payment-mode-advance",
        PaidInvoices = "payment-mode-paid-invoices",
    }

    /// How a notice reached the recipient: "gegen Empfangsbestätigung".
    announcement_manner(AnnouncementManner) {
        Post = "announcement-manner-post",
        Receipt = "announcement-manner-receipt",
    }

    /// How a challenge ended: "Bescheid aufgehoben".
    challenge_outcome(ChallengeOutcome) {
        Dismissed = "challenge-outcome-dismissed",
        Annulled = "challenge-outcome-annulled",
    }

    /// What becomes of commitment authority that a reduction frees: "wieder frei".
    authority_return(AuthorityReturn) {
        Free = "authority-return-free",
        Lapsed = "authority-return-lapsed",
    }

    /// Which proof of use: "Zwischennachweis".
    proof_kind(ProofKind) {
        Interim = "proof-kind-interim",
        Final = "proof-kind-final",
    }

    /// Result of the check of a proof: "ohne Beanstandung".
    check_result(CheckResult) {
        Clean = "check-result-clean",
        Objections = "check-result-objections",
    }

    /// Legal ground of a reduction or claim: "Widerruf (§ 49 Abs. 3 VwVfG)".
    claim_ground(ClaimGround) {
        ResolutiveCondition = "claim-ground-resolutive-condition",
        Revocation = "claim-ground-revocation",
        Withdrawal = "claim-ground-withdrawal",
        FinalNotice = "claim-ground-final-notice",
    }

    /// How a claim is put off: "Stundung".
    deferral(Deferral) {
        Deferred = "deferral-deferred",
        Suspended = "deferral-suspended",
    }

    /// Which interest: "Erstattungszinsen".
    interest_kind(InterestKind) {
        Reclaim = "interest-kind-reclaim",
        Delay = "interest-kind-delay",
    }

    /// What a revenue is: "Verzögerungszinsen".
    revenue_kind(RevenueKind) {
        Repayment = "revenue-kind-repayment",
        ReclaimInterest = "interest-kind-reclaim",
        DelayInterest = "interest-kind-delay",
    }

    /// How days of interest are counted: "30/360".
    day_count(DayCount) {
        Thirty360 = "day-count-thirty-360",
        Act365 = "day-count-act-365",
        ActAct = "day-count-act-act",
    }

    /// State of a case: "in Durchführung".
    case_state(CaseState) {
        Received = "case-state-received",
        InExamination = "case-state-in-examination",
        Examined = "case-state-examined",
        Issued = "case-state-issued",
        Announced = "case-state-announced",
        Final = "case-state-final",
        Challenged = "case-state-challenged",
        InProgress = "case-state-in-progress",
        Rejected = "case-state-rejected",
        Withdrawn = "case-state-withdrawn",
        Revoked = "case-state-revoked",
        ProofDue = "case-state-proof-due",
        ProofReceived = "case-state-proof-received",
        ProofChecked = "case-state-proof-checked",
        Claimed = "case-state-claimed",
        Closed = "case-state-closed",
        Archivable = "case-state-archivable",
    }

    /// A step that comes before another: "Feststellung sachlich richtig".
    step(Step) {
        Examination = "step-examination",
        NoDoubleFunding = "step-no-double-funding",
        StartChecked = "step-start-checked",
        ArithmeticAttestation = "step-arithmetic-attestation",
        FactualAttestation = "step-factual-attestation",
        Announcement = "step-announcement",
        ProofCheck = "step-proof-check",
        Settlement = "step-settlement",
        BooksClosed = "step-books-closed",
    }

    /// A holiday in Thüringen: "Weltkindertag".
    holiday(Holiday) {
        NewYear = "holiday-new-year",
        GoodFriday = "holiday-good-friday",
        EasterMonday = "holiday-easter-monday",
        LabourDay = "holiday-labour-day",
        Ascension = "holiday-ascension",
        WhitMonday = "holiday-whit-monday",
        ChildrensDay = "holiday-childrens-day",
        GermanUnity = "holiday-german-unity",
        Reformation = "holiday-reformation",
        Christmas = "holiday-christmas",
        SecondChristmas = "holiday-second-christmas",
    }
}

impl Text {
    /// Where money that lapses stood, in the words of its stage: "verfügbar".
    #[must_use]
    pub fn lapsing_stage(&self, stage: LapsingStage) -> String {
        self.stage(match stage {
            LapsingStage::Available => Stage::Available,
            LapsingStage::Blocked => Stage::Blocked,
        })
    }

    /// Kinds in quotation marks, any of which will do: "„Mittelabruf“ oder „Auszahlung“".
    pub(super) fn any_kind(&self, kinds: &[Kind]) -> String {
        self.either(kinds.iter().map(|kind| self.quoted(&self.kind(*kind))).collect())
    }

    /// Words of which one will do: "a, b oder c".
    pub(super) fn either(&self, mut words: Vec<String>) -> String {
        let last = words.pop().unwrap_or_default();
        if words.is_empty() {
            return last;
        }
        self.format("either-or", &[("before", words.join(", ")), ("last", last)])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_value_has_words_of_its_own_in_both_languages() {
        for text in Lang::ALL.map(Text::new) {
            let all = all(&text);
            let distinct: BTreeSet<_> = all.iter().collect();
            assert_eq!(all.len(), distinct.len());
            for (function, words) in all {
                assert!(!words.trim().is_empty() && !words.contains('⟨'), "{function}: {words}");
            }
        }
    }

    #[test]
    fn the_last_of_many_is_joined_by_or() {
        let text = Text::new(Lang::De);
        let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(text.either(words(&[])), "");
        assert_eq!(text.either(words(&["a"])), "a");
        assert_eq!(text.either(words(&["a", "b"])), "a oder b");
        assert_eq!(text.either(words(&["a", "b", "c"])), "a, b oder c");
        assert_eq!(
            text.any_kind(&[Kind::ClaimRaised, Kind::HeldPaid]),
            "„Erstattung festgesetzt“ oder „Rückläufer erneut ausgezahlt“"
        );
    }
}
